//! The rules of parameters, of functions and lambdas alike, and of type parameters, with what is said of wrong ones.

use super::engine::{Engine, Kind, Node, Parse, Rule, first, invalid, need};
use crate::source::Span;
use crate::token::TokenKind as T;

/// Where a parameter list stands: what ends it, and whether annotations are allowed.
#[derive(Clone, Copy)]
struct List {
    end: T,
    annotated: bool,
}

const FUNCTION: List = List {
    end: T::RightParen,
    annotated: true,
};
const LAMBDA: List = List {
    end: T::Colon,
    annotated: false,
};

impl Engine<'_> {
    /// The parameters of a function, up to the closing bracket.
    pub fn parameters(&mut self) -> Parse<()> {
        self.parameter_list(FUNCTION)
    }

    /// The parameters of a lambda, up to the colon.
    pub fn lambda_parameters(&mut self) -> Parse<()> {
        self.parameter_list(LAMBDA)
    }

    fn parameter_list(&mut self, list: List) -> Parse<()> {
        invalid!(self; |p| p.invalid_parameters(list));
        first!(self;
            |p| {
                need!(p.slash_plain(list));
                p.many(|p| p.plain(list))?;
                p.parameters_behind(list)
            },
            |p| {
                need!(p.slash_defaulted(list));
                p.parameters_behind(list)
            },
            |p| {
                need!(p.some(|p| p.plain(list)));
                p.parameters_behind(list)
            },
            |p| {
                need!(p.some(|p| p.defaulted(list)));
                p.attempt(|p| p.star_part(list))?;
                Ok(Some(()))
            },
            |p| p.star_part(list))
    }

    /// Parameters with defaults, and what begins with a star.
    fn parameters_behind(&mut self, list: List) -> Parse<()> {
        self.many(|p| p.defaulted(list))?;
        self.attempt(|p| p.star_part(list))?;
        Ok(Some(()))
    }

    /// A comma, or the end of the list, which is left.
    fn separator(&mut self, list: List) -> Parse<()> {
        let separated = self.take(T::Comma)?.is_some() || self.at(&[list.end])?;
        Ok(separated.then_some(()))
    }

    fn slash_plain(&mut self, list: List) -> Parse<()> {
        need!(self.some(|p| p.plain(list)));
        need!(self.take(T::Slash));
        self.separator(list)
    }

    fn slash_defaulted(&mut self, list: List) -> Parse<()> {
        self.many(|p| p.plain(list))?;
        need!(self.some(|p| p.defaulted(list)));
        need!(self.take(T::Slash));
        self.separator(list)
    }

    fn bare(&mut self, list: List) -> Parse<Span> {
        let start = need!(self.take(T::Name));
        if list.annotated {
            self.attempt(|p| {
                need!(p.take(T::Colon));
                p.expression()
            })?;
        }
        Ok(Some(self.since(start)))
    }

    /// `name: annotation`
    fn plain(&mut self, list: List) -> Parse<Span> {
        let span = need!(self.bare(list));
        need!(self.separator(list));
        Ok(Some(span))
    }

    fn star_annotated(&mut self, list: List) -> Parse<Span> {
        let start = need!(self.take(T::Name));
        need!(self.take(T::Colon));
        need!(self.star_expression());
        need!(self.separator(list));
        Ok(Some(start))
    }

    /// `name: annotation = default`
    fn defaulted(&mut self, list: List) -> Parse<Span> {
        let span = need!(self.bare(list));
        need!(self.default());
        need!(self.separator(list));
        Ok(Some(span))
    }

    fn maybe_defaulted(&mut self, list: List) -> Parse<Span> {
        let span = need!(self.bare(list));
        self.attempt(Engine::default)?;
        need!(self.separator(list));
        Ok(Some(span))
    }

    fn default(&mut self) -> Parse {
        let found = self.attempt(|p| {
            need!(p.take(T::Equal));
            p.expression()
        })?;
        if found.is_none() {
            invalid!(self; |p| {
                let equal = need!(p.take(T::Equal));
                if !p.at(&[T::RightParen, T::Comma])? {
                    return Ok(None);
                }
                p.raise_at::<Node>(equal, "expected default value expression")
            });
        }
        Ok(found)
    }

    fn star_part(&mut self, list: List) -> Parse<()> {
        invalid!(self; |p| p.invalid_star_part(list));
        first!(self;
            |p| {
                need!(p.take(T::Star));
                need!(p.plain(list));
                p.keywords_behind(list)
            },
            |p| {
                need!(p.take(T::Star));
                if !list.annotated {
                    return Ok(None);
                }
                need!(p.star_annotated(list));
                p.keywords_behind(list)
            },
            |p| {
                need!(p.take(T::Star));
                need!(p.take(T::Comma));
                need!(p.some(|p| p.maybe_defaulted(list)));
                p.keywords_behind(list)
            },
            |p| p.double_star(list))
    }

    fn keywords_behind(&mut self, list: List) -> Parse<()> {
        self.many(|p| p.maybe_defaulted(list))?;
        self.attempt(|p| p.double_star(list))?;
        Ok(Some(()))
    }

    fn double_star(&mut self, list: List) -> Parse<()> {
        invalid!(self; |p| p.invalid_double_star(list));
        need!(self.take(T::DoubleStar));
        need!(self.plain(list));
        Ok(Some(()))
    }

    fn slash_any(&mut self, list: List) -> Parse<()> {
        first!(self; |p| p.slash_plain(list), |p| p.slash_defaulted(list))
    }

    fn invalid_parameters(&mut self, list: List) -> Parse {
        self.attempt(|p| {
            let slash = need!(p.take(T::Slash));
            need!(p.take(T::Comma));
            p.raise_at::<Node>(slash, "at least one argument must precede /")
        })?;
        self.attempt(|p| {
            need!(p.slash_any(list));
            p.many(|p| p.maybe_defaulted(list))?;
            let slash = need!(p.take(T::Slash));
            p.raise_at::<Node>(slash, "/ may appear only once")
        })?;
        self.attempt(|p| {
            p.attempt(|p| p.slash_plain(list))?;
            p.many(|p| p.plain(list))?;
            need!(p.attempt(|p| {
                first!(p;
                    |p| p.slash_defaulted(list),
                    |p| Ok(p.some(|p| p.defaulted(list))?.map(|_| ())))
            }));
            let late = need!(p.plain(list));
            p.raise_at::<Node>(
                late,
                "parameter without a default follows parameter with a default",
            )
        })?;
        self.attempt(|p| {
            p.many(|p| p.plain(list))?;
            let open = need!(p.take(T::LeftParen));
            // Inside the brackets the list's own end is a closing bracket, for a lambda commas do.
            let inner = List {
                end: T::RightParen,
                annotated: list.annotated,
            };
            if list.annotated {
                need!(p.some(|p| p.plain(inner)));
            } else {
                need!(p.commas(|p| p.take(T::Name)));
            }
            p.take(T::Comma)?;
            let close = need!(p.take(T::RightParen));
            let what = if list.annotated {
                "Function"
            } else {
                "Lambda expression"
            };
            p.raise_at::<Node>(
                open.to(close),
                format!("{what} parameters cannot be parenthesized"),
            )
        })?;
        self.attempt(|p| {
            p.attempt(|p| p.slash_any(list))?;
            p.many(|p| p.maybe_defaulted(list))?;
            need!(p.take(T::Star));
            need!(p.attempt(|p| {
                first!(p;
                    |p| Ok(p.take(T::Comma)?.map(|_| ())),
                    |p| Ok(p.plain(list)?.map(|_| ())))
            }));
            p.many(|p| p.maybe_defaulted(list))?;
            let slash = need!(p.take(T::Slash));
            p.raise_at::<Node>(slash, "/ must be ahead of *")
        })?;
        need!(self.some(|p| p.maybe_defaulted(list)));
        need!(self.take(T::Slash));
        let star = need!(self.take(T::Star));
        self.raise_at(star, "expected comma between / and *")
    }

    fn invalid_star_part(&mut self, list: List) -> Parse {
        self.attempt(|p| {
            let star = need!(p.take(T::Star));
            let bare = p.take(list.end)?.is_some()
                || (p.take(T::Comma)?.is_some()
                    && p.take_any(&[list.end, T::DoubleStar])?.is_some());
            if !bare {
                return Ok(None);
            }
            let message = "named arguments must follow bare *";
            if list.annotated {
                p.raise_at::<Node>(star, message)
            } else {
                p.raise_last(message)
            }
        })?;
        self.attempt(|p| {
            need!(p.take(T::Star));
            need!(p.bare(list));
            let equal = need!(p.take(T::Equal));
            p.raise_at::<Node>(equal, "var-positional argument cannot have default value")
        })?;
        need!(self.take(T::Star));
        need!(self.plain_or_comma(list));
        self.many(|p| p.maybe_defaulted(list))?;
        let star = need!(self.take(T::Star));
        need!(self.plain_or_comma(list));
        self.raise_at(star, "* argument may appear only once")
    }

    fn plain_or_comma(&mut self, list: List) -> Parse<()> {
        first!(self;
            |p| Ok(p.plain(list)?.map(|_| ())),
            |p| Ok(p.take(T::Comma)?.map(|_| ())))
    }

    fn invalid_double_star(&mut self, list: List) -> Parse {
        const LATE: &str = "arguments cannot follow var-keyword argument";
        self.attempt(|p| {
            need!(p.take(T::DoubleStar));
            need!(p.bare(list));
            let equal = need!(p.take(T::Equal));
            p.raise_at::<Node>(equal, "var-keyword argument cannot have default value")
        })?;
        self.attempt(|p| {
            need!(p.take(T::DoubleStar));
            need!(p.bare(list));
            need!(p.take(T::Comma));
            let late = need!(p.bare(list));
            p.raise_at::<Node>(late, LATE)
        })?;
        need!(self.take(T::DoubleStar));
        need!(self.bare(list));
        need!(self.take(T::Comma));
        let late = need!(self.take_any(&[T::Star, T::DoubleStar, T::Slash]));
        self.raise_at(late.span, LATE)
    }

    /// `[T, *Ts, **P]`
    pub fn type_parameters(&mut self) -> Parse<()> {
        invalid!(self; |p| {
            need!(p.take(T::LeftBracket));
            let close = need!(p.take(T::RightBracket));
            p.raise_from::<Node>(close, "Type parameter list cannot be empty")
        });
        need!(self.take(T::LeftBracket));
        need!(self.commas(Engine::type_parameter));
        self.take(T::Comma)?;
        need!(self.take(T::RightBracket));
        Ok(Some(()))
    }

    fn type_parameter(&mut self) -> Parse {
        self.keep(Rule::TypeParam, |p| {
            let start = p.peek()?.span;
            if p.take(T::Name)?.is_some() {
                p.attempt(|p| {
                    need!(p.take(T::Colon));
                    p.expression()
                })?;
                p.type_default(Engine::expression)?;
                return p.node(Kind::Other, start);
            }
            invalid!(p; Engine::invalid_type_parameter);
            let stars = need!(p.take_any(&[T::Star, T::DoubleStar]));
            need!(p.take(T::Name));
            let rule = if stars.kind == T::Star {
                Engine::star_expression
            } else {
                Engine::expression
            };
            p.type_default(rule)?;
            p.node(Kind::Other, start)
        })
    }

    fn type_default(&mut self, rule: fn(&mut Self) -> Parse) -> Parse {
        self.attempt(|p| {
            need!(p.take(T::Equal));
            rule(p)
        })
    }

    fn invalid_type_parameter(&mut self) -> Parse {
        let stars = need!(self.take_any(&[T::Star, T::DoubleStar]));
        need!(self.take(T::Name));
        let colon = need!(self.take(T::Colon));
        let bound = need!(self.expression());
        let what = if self.kind(bound) == Kind::Tuple {
            "constraints"
        } else {
            "bound"
        };
        let kind = if stars.kind == T::Star {
            "TypeVarTuple"
        } else {
            "ParamSpec"
        };
        self.raise_from(colon, format!("cannot use {what} with {kind}"))
    }
}
