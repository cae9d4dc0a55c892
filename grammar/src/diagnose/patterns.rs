//! The rules of `match` statements and their patterns, with what is said of wrong ones.

use super::engine::{Engine, Kind, Node, Parse, Rule, first, invalid, need};
use crate::source::Span;
use crate::token::TokenKind as T;

impl Engine<'_> {
    /// `match subject: …`
    pub fn match_statement(&mut self) -> Parse<()> {
        let found = self.attempt(|p| {
            need!(p.take_word("match"));
            need!(p.subject());
            need!(p.take(T::Colon));
            need!(p.take(T::Newline));
            need!(p.take(T::Indent));
            need!(p.some(Engine::case_block));
            need!(p.take(T::Dedent));
            Ok(Some(()))
        })?;
        if found.is_none() {
            invalid!(self; |p| {
                let start = need!(p.take_word("match"));
                need!(p.subject());
                p.header_end(start, "'match' statement")
            });
        }
        Ok(found)
    }

    /// What follows a header that should end here: without a colon, or without a block, it raises an error.
    fn header_end(&mut self, start: Span, what: &str) -> Parse {
        if self.take(T::Newline)?.is_some() {
            return self.raise_last("expected ':'");
        }
        need!(self.take(T::Colon));
        need!(self.take(T::Newline));
        self.block_missing(start, what)
    }

    fn subject(&mut self) -> Parse<()> {
        first!(self;
        |p| {
            need!(p.star_named_expression());
            need!(p.take(T::Comma));
            p.attempt(Engine::star_named_expressions)?;
            Ok(Some(()))
        },
        |p| {
            need!(p.named_expression());
            Ok(Some(()))
        })
    }

    fn case_block(&mut self) -> Parse<()> {
        invalid!(self; |p| {
            let start = need!(p.take_word("case"));
            need!(p.patterns());
            p.attempt(Engine::guard)?;
            p.header_end(start, "'case' statement")
        });
        need!(self.take_word("case"));
        need!(self.patterns());
        self.attempt(Engine::guard)?;
        need!(self.take(T::Colon));
        need!(self.block());
        Ok(Some(()))
    }

    fn guard(&mut self) -> Parse {
        need!(self.take(T::If));
        self.named_expression()
    }

    fn patterns(&mut self) -> Parse<()> {
        first!(self; Engine::open_sequence, |p| Ok(p.pattern()?.map(|_| ())))
    }

    fn open_sequence(&mut self) -> Parse<()> {
        need!(self.maybe_star_pattern());
        need!(self.take(T::Comma));
        self.attempt(Engine::pattern_items)?;
        Ok(Some(()))
    }

    fn pattern_items(&mut self) -> Parse<()> {
        need!(self.commas(Engine::maybe_star_pattern));
        self.take(T::Comma)?;
        Ok(Some(()))
    }

    fn maybe_star_pattern(&mut self) -> Parse {
        first!(self; Engine::star_pattern, Engine::pattern)
    }

    fn star_pattern(&mut self) -> Parse {
        self.keep(Rule::StarPattern, |p| {
            let start = need!(p.take(T::Star));
            first!(p;
            |p| {
                need!(p.capture());
                p.node(Kind::Other, start)
            },
            |p| {
                need!(p.take_word("_"));
                p.node(Kind::Other, start)
            })
        })
    }

    fn pattern(&mut self) -> Parse {
        self.nested(|p| first!(p; Engine::as_pattern, Engine::or_pattern))
    }

    fn as_pattern(&mut self) -> Parse {
        let start = self.peek()?.span;
        let found = self.attempt(|p| {
            need!(p.or_pattern());
            need!(p.take(T::As));
            need!(p.capture());
            p.node(Kind::Other, p.since(start))
        })?;
        if found.is_none() {
            invalid!(self; Engine::invalid_as_pattern);
        }
        Ok(found)
    }

    fn invalid_as_pattern(&mut self) -> Parse {
        self.attempt(|p| {
            need!(p.or_pattern());
            need!(p.take(T::As));
            let wildcard = need!(p.take_word("_"));
            p.raise_at::<Node>(wildcard, "cannot use '_' as a target")
        })?;
        need!(self.or_pattern());
        need!(self.take(T::As));
        if self.at(&[T::Name, T::Match, T::Case, T::Type])? {
            return Ok(None);
        }
        let target = need!(self.expression());
        self.raise_at(self.span(target), "invalid pattern target")
    }

    /// A name that is bound: not `_`, and nothing behind it that makes it something else.
    fn capture(&mut self) -> Parse<Span> {
        if self.sees(|p| p.take_word("_"))? {
            return Ok(None);
        }
        let name = need!(self.take(T::Name));
        if self.at(&[T::Dot, T::LeftParen, T::Equal])? {
            Ok(None)
        } else {
            Ok(Some(name))
        }
    }

    fn or_pattern(&mut self) -> Parse {
        let start = self.peek()?.span;
        need!(self.closed_pattern());
        self.many(|p| {
            need!(p.take(T::Bar));
            p.closed_pattern()
        })?;
        self.node(Kind::Other, self.since(start))
    }

    fn closed_pattern(&mut self) -> Parse {
        self.keep(Rule::ClosedPattern, |p| {
            let start = p.peek()?.span;
            need!(p.closed_pattern_rule());
            p.node(Kind::Other, p.since(start))
        })
    }

    fn closed_pattern_rule(&mut self) -> Parse<()> {
        first!(self;
            Engine::literal_pattern,
            |p| Ok(p.capture()?.map(|_| ())),
            |p| Ok(p.take_word("_")?.map(|_| ())),
            |p| {
                need!(p.dotted());
                if p.at(&[T::Dot, T::LeftParen, T::Equal])? { Ok(None) } else { Ok(Some(())) }
            },
            |p| {
                need!(p.take(T::LeftParen));
                need!(p.pattern());
                need!(p.take(T::RightParen));
                Ok(Some(()))
            },
            |p| {
                need!(p.take(T::LeftBracket));
                p.attempt(Engine::pattern_items)?;
                need!(p.take(T::RightBracket));
                Ok(Some(()))
            },
            |p| {
                need!(p.take(T::LeftParen));
                p.attempt(Engine::open_sequence)?;
                need!(p.take(T::RightParen));
                Ok(Some(()))
            },
            Engine::mapping_pattern,
            Engine::class_pattern)
    }

    fn literal_pattern(&mut self) -> Parse<()> {
        first!(self;
            |p| {
                need!(p.signed_number());
                if p.at(&[T::Plus, T::Minus])? { Ok(None) } else { Ok(Some(())) }
            },
            Engine::complex_number,
            |p| {
                if p.at(&[T::String, T::FStringStart])? { Ok(p.strings()?.map(|_| ())) } else { Ok(None) }
            },
            |p| Ok(p.take_any(&[T::None, T::True, T::False])?.map(|_| ())))
    }

    fn signed_number(&mut self) -> Parse {
        self.take(T::Minus)?;
        self.number()
    }

    fn complex_number(&mut self) -> Parse<()> {
        self.take(T::Minus)?;
        let real = need!(self.number());
        if self.kind(real) == Kind::Imaginary {
            return self.raise_at(self.span(real), "real number required in complex literal");
        }
        need!(self.take_any(&[T::Plus, T::Minus]));
        let imaginary = need!(self.number());
        if self.kind(imaginary) != Kind::Imaginary {
            return self.raise_at(
                self.span(imaginary),
                "imaginary number required in complex literal",
            );
        }
        Ok(Some(()))
    }

    /// `a.b.c`
    fn dotted(&mut self) -> Parse<()> {
        need!(self.take(T::Name));
        need!(self.some(|p| {
            need!(p.take(T::Dot));
            p.take(T::Name)
        }));
        Ok(Some(()))
    }

    fn mapping_pattern(&mut self) -> Parse<()> {
        need!(self.take(T::LeftBrace));
        let items = self.commas(|p| {
            need!(p.attempt(|p| { first!(p; Engine::literal_pattern, Engine::dotted) }));
            need!(p.take(T::Colon));
            p.pattern()
        })?;
        let comma = items.is_none() || self.take(T::Comma)?.is_some();
        if comma {
            self.attempt(|p| {
                need!(p.take(T::DoubleStar));
                need!(p.capture());
                p.take(T::Comma)?;
                Ok(Some(()))
            })?;
        }
        need!(self.take(T::RightBrace));
        Ok(Some(()))
    }

    fn class_pattern(&mut self) -> Parse<()> {
        let found = self.attempt(|p| {
            need!(p.class_open());
            p.attempt(Engine::class_arguments)?;
            need!(p.take(T::RightParen));
            Ok(Some(()))
        })?;
        if found.is_none() {
            invalid!(self; |p| {
                need!(p.class_open());
                p.attempt(|p| {
                    need!(p.commas(Engine::pattern));
                    p.take(T::Comma)
                })?;
                need!(p.commas(Engine::keyword_pattern));
                need!(p.take(T::Comma));
                let late = need!(p.commas(Engine::pattern));
                let (first, last) = (p.span(late[0]), p.span(late[late.len() - 1]));
                p.raise_at::<Node>(first.to(last), "positional patterns follow keyword patterns")
            });
        }
        Ok(found)
    }

    fn class_open(&mut self) -> Parse<Span> {
        need!(self.take(T::Name));
        self.many(|p| {
            need!(p.take(T::Dot));
            p.take(T::Name)
        })?;
        self.take(T::LeftParen)
    }

    fn class_arguments(&mut self) -> Parse<()> {
        first!(self;
        |p| {
            need!(p.commas(Engine::pattern));
            p.attempt(|p| {
                need!(p.take(T::Comma));
                p.commas(Engine::keyword_pattern)
            })?;
            p.take(T::Comma)?;
            if p.at(&[T::RightParen])? { Ok(Some(())) } else { Ok(None) }
        },
        |p| {
            need!(p.commas(Engine::keyword_pattern));
            p.take(T::Comma)?;
            Ok(Some(()))
        })
    }

    fn keyword_pattern(&mut self) -> Parse {
        need!(self.take(T::Name));
        need!(self.take(T::Equal));
        self.pattern()
    }
}
