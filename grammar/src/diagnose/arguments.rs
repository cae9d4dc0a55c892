//! The rules of call arguments, with what is said of wrong ones.

use super::engine::{Engine, Kind, Node, Parse, Rule, first, invalid, need};
use crate::source::Span;
use crate::token::TokenKind as T;

const PARENTHESIZE: &str = "Generator expression must be parenthesized";
const MAYBE: &str = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";

/// Arguments that were read.
struct Args {
    /// The last one that stands among the positional ones in the reference's tree.
    last: Option<Span>,
    /// How many those are.
    positional: usize,
    /// Whether there is a `**`.
    mapping: bool,
}

/// One argument, by its place in the reference's tree.
#[derive(Clone, Copy)]
enum Arg {
    Positional(Span),
    Keyword,
    Mapping,
}

impl Engine<'_> {
    /// The arguments of a call, up to the closing bracket.
    pub fn arguments(&mut self) -> Parse {
        self.keep(Rule::Arguments, |p| {
            let start = p.peek()?.span;
            let found = p.attempt(|p| {
                need!(p.args());
                p.take(T::Comma)?;
                if p.at(&[T::RightParen])? {
                    p.node(Kind::Other, start)
                } else {
                    Ok(None)
                }
            })?;
            if found.is_none() {
                invalid!(p; Engine::invalid_arguments);
            }
            Ok(found)
        })
    }

    /// An expression that may be `name := value`, but is followed by no other `:=`.
    pub fn argument_value(&mut self) -> Parse {
        first!(self; Engine::assignment_expression, Engine::expression_but_walrus)
    }

    fn args(&mut self) -> Parse<Args> {
        first!(self;
        |p| {
            let mut found = need!(p.commas(Engine::positional));
            let more = p.attempt(|p| {
                need!(p.take(T::Comma));
                p.keyword_args()
            })?;
            found.extend(more.unwrap_or_default());
            Ok(Some(Args::of(&found)))
        },
        |p| {
            let found = need!(p.keyword_args());
            Ok(Some(Args::of(&found)))
        })
    }

    fn positional(&mut self) -> Parse<Arg> {
        first!(self;
        |p| {
            let starred = need!(p.starred_expression());
            Ok(Some(Arg::Positional(p.span(starred))))
        },
        |p| {
            let value = need!(p.argument_value());
            if p.at(&[T::Equal])? {
                return Ok(None);
            }
            Ok(Some(Arg::Positional(p.span(value))))
        })
    }

    fn keyword_args(&mut self) -> Parse<Vec<Arg>> {
        first!(self;
            |p| {
                let mut found = need!(p.commas(Engine::keyword_or_starred));
                need!(p.take(T::Comma));
                found.extend(need!(p.commas(Engine::keyword_or_mapping)));
                Ok(Some(found))
            },
            |p| p.commas(Engine::keyword_or_starred),
            |p| p.commas(Engine::keyword_or_mapping))
    }

    /// `*value` in a call, an index or a display.
    pub fn starred_expression(&mut self) -> Parse {
        invalid!(self; |p| {
            let star = need!(p.take(T::Star));
            need!(p.expression());
            need!(p.take(T::Equal));
            let value = need!(p.expression());
            p.raise_at::<Node>(star.to(p.span(value)), "cannot assign to iterable argument unpacking")
        });
        let found = self.attempt(|p| {
            let start = need!(p.take(T::Star));
            let value = need!(p.expression());
            p.parent(Kind::Starred, p.since(start), vec![value])
        })?;
        if found.is_none() {
            invalid!(self; |p| {
                need!(p.take(T::Star));
                p.raise_last::<Node>("Invalid star expression")
            });
        }
        Ok(found)
    }

    fn keyword_or_starred(&mut self) -> Parse<Arg> {
        invalid!(self; Engine::invalid_keyword);
        first!(self;
        Engine::keyword,
        |p| {
            let starred = need!(p.starred_expression());
            Ok(Some(Arg::Positional(p.span(starred))))
        })
    }

    fn keyword_or_mapping(&mut self) -> Parse<Arg> {
        invalid!(self; Engine::invalid_keyword);
        first!(self;
        Engine::keyword,
        |p| {
            need!(p.take(T::DoubleStar));
            need!(p.expression());
            Ok(Some(Arg::Mapping))
        })
    }

    fn keyword(&mut self) -> Parse<Arg> {
        need!(self.take(T::Name));
        need!(self.take(T::Equal));
        need!(self.expression());
        Ok(Some(Arg::Keyword))
    }

    fn invalid_keyword(&mut self) -> Parse {
        self.attempt(|p| {
            let constant = need!(p.take_any(&[T::True, T::False, T::None]));
            let equal = need!(p.take(T::Equal));
            let message = format!("cannot assign to {}", constant.span.text(p.source));
            p.raise_at::<Node>(constant.span.to(equal), message)
        })?;
        self.attempt(Engine::keyword_generator)?;
        self.attempt(|p| {
            let named = p.sees(|p| {
                need!(p.take(T::Name));
                p.take(T::Equal)
            })?;
            if named {
                return Ok(None);
            }
            let value = need!(p.expression());
            let equal = need!(p.take(T::Equal));
            let message = "expression cannot contain assignment, perhaps you meant \"==\"?";
            p.raise_at::<Node>(p.span(value).to(equal), message)
        })?;
        let stars = need!(self.take(T::DoubleStar));
        need!(self.expression());
        need!(self.take(T::Equal));
        let value = need!(self.expression());
        self.raise_at(
            stars.to(self.span(value)),
            "cannot assign to keyword argument unpacking",
        )
    }

    /// `name=value for …`
    fn keyword_generator(&mut self) -> Parse {
        let name = need!(self.take(T::Name));
        let equal = need!(self.take(T::Equal));
        need!(self.expression());
        need!(self.clauses());
        self.raise_at(name.to(equal), MAYBE)
    }

    fn invalid_arguments(&mut self) -> Parse {
        self.attempt(Engine::starred_behind_mapping)?;
        self.attempt(|p| {
            let element = need!(p.expression());
            let last = need!(p.clauses());
            need!(p.take(T::Comma));
            p.attempt(|p| {
                first!(p;
                |p| Ok(p.args()?.map(|_| ())),
                |p| {
                    need!(p.expression());
                    Ok(p.clauses()?.map(|_| ()))
                })
            })?;
            p.raise_at::<Node>(p.span(element).to(p.span(last)), PARENTHESIZE)
        })?;
        self.attempt(Engine::keyword_generator)?;
        self.attempt(|p| {
            p.attempt(|p| {
                need!(p.args());
                p.take(T::Comma)
            })?;
            let name = need!(p.take(T::Name));
            let equal = need!(p.take(T::Equal));
            if !p.at(&[T::Comma, T::RightParen])? {
                return Ok(None);
            }
            p.raise_at::<Node>(name.to(equal), "expected argument value expression")
        })?;
        self.attempt(|p| {
            let args = need!(p.args());
            let last = need!(p.clauses());
            match args.last {
                Some(element) if args.positional > 1 => {
                    p.raise_at::<Node>(element.to(p.span(last)), PARENTHESIZE)
                }
                _ => Ok(None),
            }
        })?;
        self.attempt(|p| {
            need!(p.args());
            need!(p.take(T::Comma));
            let element = need!(p.expression());
            let last = need!(p.clauses());
            p.raise_at::<Node>(p.span(element).to(p.span(last)), PARENTHESIZE)
        })?;
        let args = need!(self.args());
        need!(self.take(T::Comma));
        need!(self.args());
        let unpacking = if args.mapping { " unpacking" } else { "" };
        self.raise_last(format!(
            "positional argument follows keyword argument{unpacking}"
        ))
    }

    /// `**mapping, *values`
    fn starred_behind_mapping(&mut self) -> Parse {
        let found = self.attempt(|p| {
            need!(p.commas(Engine::positional));
            need!(p.take(T::Comma));
            p.keyword_args()
        })?;
        if found.is_none() {
            need!(self.keyword_args());
        }
        let comma = need!(self.take(T::Comma));
        need!(self.commas(|p| {
            let starred = need!(p.starred_expression());
            if p.at(&[T::Equal])? {
                Ok(None)
            } else {
                Ok(Some(starred))
            }
        }));
        self.raise_from(
            comma,
            "iterable argument unpacking follows keyword argument unpacking",
        )
    }
}

impl Args {
    fn of(found: &[Arg]) -> Args {
        let positional = || {
            found.iter().filter_map(|arg| match arg {
                Arg::Positional(span) => Some(*span),
                Arg::Keyword | Arg::Mapping => None,
            })
        };
        Args {
            last: positional().next_back(),
            positional: positional().count(),
            mapping: found.iter().any(|arg| matches!(arg, Arg::Mapping)),
        }
    }
}
