//! The rules of compound statements, with what is said of wrong ones. `match` is in `patterns.rs`.

use super::engine::{Engine, Kind, Node, Parse, first, invalid, need};
use crate::error::{ErrorKind, SyntaxError};
use crate::source::Span;
use crate::token::TokenKind as T;

const BOTH: &str = "cannot have both 'except' and 'except*' on the same 'try'";

impl Engine<'_> {
    /// A statement with blocks.
    pub fn compound_statement(&mut self) -> Parse<()> {
        self.nested(|p| {
            let kind = p.peek()?.kind;
            if matches!(kind, T::Def | T::At | T::Async)
                && p.attempt(|p| p.decorated(Engine::function))?.is_some()
            {
                return Ok(Some(()));
            }
            match kind {
                T::If => p.if_statement(T::If, "if"),
                T::Class => p.class(),
                T::At => p.decorated(Engine::class),
                T::With => p.with_statement(),
                T::For => p.for_statement(),
                T::Async => first!(p; Engine::with_statement, Engine::for_statement),
                T::Try => p.try_statement(),
                T::While => p.while_statement(),
                T::Name | T::Match | T::Case | T::Type => p.match_statement(),
                _ => Ok(None),
            }
        })
    }

    /// An indented block, or simple statements on the same line.
    pub fn block(&mut self) -> Parse {
        self.keep_block(|p| {
            let start = p.peek()?.span;
            let found = p.attempt(|p| {
                first!(p;
                    |p| {
                        need!(p.take(T::Newline));
                        need!(p.take(T::Indent));
                        need!(p.statements());
                        need!(p.take(T::Dedent));
                        Ok(Some(()))
                    },
                    Engine::simple_statements)
            })?;
            if found.is_none() {
                invalid!(p; |p| {
                    need!(p.take(T::Newline));
                    if p.at(&[T::Indent])? {
                        return Ok(None);
                    }
                    p.raise_indentation("expected an indented block")
                });
            }
            need!(Ok(found));
            p.node(Kind::Other, start)
        })
    }

    fn raise_indentation(&mut self, message: impl Into<String>) -> Parse {
        let error: SyntaxError = self.error_at_last(ErrorKind::Indentation, message);
        Err(self.raise(error))
    }

    /// Behind a header and its line end: raises an error if no block is there.
    pub fn block_missing(&mut self, start: Span, what: &str) -> Parse {
        if self.at(&[T::Indent])? {
            return Ok(None);
        }
        let line = self.line_of(start);
        self.raise_indentation(format!(
            "expected an indented block after {what} on line {line}"
        ))
    }

    /// `: NEWLINE` without a block behind it.
    fn colon_without_block(&mut self, start: Span, what: &str) -> Parse {
        need!(self.take(T::Colon));
        need!(self.take(T::Newline));
        self.block_missing(start, what)
    }

    fn newline_for_colon(&mut self) -> Parse {
        need!(self.take(T::Newline));
        self.raise_last("expected ':'")
    }

    fn decorated(&mut self, rule: fn(&mut Self) -> Parse<()>) -> Parse<()> {
        self.many(|p| {
            need!(p.take(T::At));
            need!(p.named_expression());
            p.take(T::Newline)
        })?;
        rule(self)
    }

    fn function(&mut self) -> Parse<()> {
        invalid!(self; |p| {
            p.take(T::Async)?;
            let start = need!(p.take(T::Def));
            need!(p.take(T::Name));
            p.attempt(Engine::type_parameters)?;
            need!(p.take(T::LeftParen));
            p.attempt(Engine::parameters)?;
            need!(p.take(T::RightParen));
            p.attempt(Engine::returned)?;
            p.colon_without_block(start, "function definition")
        });
        self.take(T::Async)?;
        need!(self.take(T::Def));
        need!(self.take(T::Name));
        self.attempt(Engine::type_parameters)?;
        need!(self.force(T::LeftParen, "("));
        self.attempt(Engine::parameters)?;
        need!(self.take(T::RightParen));
        self.attempt(Engine::returned)?;
        need!(self.force(T::Colon, ":"));
        need!(self.block());
        Ok(Some(()))
    }

    fn returned(&mut self) -> Parse {
        need!(self.take(T::Arrow));
        self.expression()
    }

    fn class(&mut self) -> Parse<()> {
        invalid!(self; |p| {
            need!(p.class_head());
            p.newline_for_colon()
        });
        invalid!(self; |p| {
            let start = need!(p.class_head());
            p.colon_without_block(start, "class definition")
        });
        need!(self.class_head());
        need!(self.take(T::Colon));
        need!(self.block());
        Ok(Some(()))
    }

    fn class_head(&mut self) -> Parse<Span> {
        let start = need!(self.take(T::Class));
        need!(self.take(T::Name));
        self.attempt(Engine::type_parameters)?;
        self.attempt(|p| {
            need!(p.take(T::LeftParen));
            p.attempt(Engine::arguments)?;
            p.take(T::RightParen)
        })?;
        Ok(Some(start))
    }

    fn condition_head(&mut self, keyword: T) -> Parse<Span> {
        let start = need!(self.take(keyword));
        need!(self.named_expression());
        Ok(Some(start))
    }

    /// `if` or `elif`, which the word says.
    fn if_statement(&mut self, keyword: T, word: &str) -> Parse<()> {
        invalid!(self; |p| {
            need!(p.condition_head(keyword));
            p.newline_for_colon()
        });
        invalid!(self; |p| {
            let start = need!(p.condition_head(keyword));
            p.colon_without_block(start, &format!("'{word}' statement"))
        });
        need!(self.condition_head(keyword));
        need!(self.take(T::Colon));
        need!(self.block());
        if self
            .attempt(|p| p.nested(|p| p.if_statement(T::Elif, "elif")))?
            .is_none()
        {
            self.attempt(Engine::else_block)?;
        }
        Ok(Some(()))
    }

    fn else_block(&mut self) -> Parse<()> {
        invalid!(self; |p| {
            let start = need!(p.take(T::Else));
            p.colon_without_block(start, "'else' statement")
        });
        need!(self.take(T::Else));
        need!(self.force(T::Colon, ":"));
        need!(self.block());
        Ok(Some(()))
    }

    fn while_statement(&mut self) -> Parse<()> {
        invalid!(self; |p| {
            need!(p.condition_head(T::While));
            p.newline_for_colon()
        });
        invalid!(self; |p| {
            let start = need!(p.condition_head(T::While));
            p.colon_without_block(start, "'while' statement")
        });
        need!(self.condition_head(T::While));
        need!(self.take(T::Colon));
        need!(self.block());
        self.attempt(Engine::else_block)?;
        Ok(Some(()))
    }

    fn for_head(&mut self) -> Parse<Span> {
        self.take(T::Async)?;
        let start = need!(self.take(T::For));
        need!(self.star_targets());
        need!(self.take(T::In));
        Ok(Some(start))
    }

    fn for_statement(&mut self) -> Parse<()> {
        invalid!(self; |p| {
            need!(p.for_head());
            need!(p.star_expressions());
            p.newline_for_colon()
        });
        invalid!(self; |p| {
            let start = need!(p.for_head());
            need!(p.star_expressions());
            p.colon_without_block(start, "'for' statement")
        });
        if self.attempt(Engine::for_head)?.is_none() {
            invalid!(self; Engine::invalid_for_target);
            return Ok(None);
        }
        need!(self.star_expressions());
        need!(self.take(T::Colon));
        need!(self.block());
        self.attempt(Engine::else_block)?;
        Ok(Some(()))
    }

    fn with_statement(&mut self) -> Parse<()> {
        invalid!(self; |p| {
            let start = need!(p.with_head(Engine::expression));
            p.colon_without_block(start, "'with' statement")
        });
        invalid!(self; |p| {
            let start = need!(p.with_head_in_brackets());
            p.colon_without_block(start, "'with' statement")
        });
        let found = self.attempt(|p| {
            first!(p;
            |p| {
                p.take(T::Async)?;
                need!(p.take(T::With));
                need!(p.take(T::LeftParen));
                need!(p.commas(Engine::with_item));
                p.take(T::Comma)?;
                need!(p.take(T::RightParen));
                need!(p.take(T::Colon));
                Ok(p.block()?.map(|_| ()))
            },
            |p| {
                p.take(T::Async)?;
                need!(p.take(T::With));
                need!(p.commas(Engine::with_item));
                need!(p.take(T::Colon));
                Ok(p.block()?.map(|_| ()))
            })
        })?;
        if found.is_none() {
            invalid!(self; |p| {
                need!(p.with_head(Engine::expression));
                p.newline_for_colon()
            });
            invalid!(self; |p| {
                need!(p.with_head_in_brackets());
                p.newline_for_colon()
            });
        }
        Ok(found)
    }

    fn with_head(&mut self, rule: fn(&mut Self) -> Parse) -> Parse<Span> {
        self.take(T::Async)?;
        let start = need!(self.take(T::With));
        need!(self.with_contexts(rule));
        Ok(Some(start))
    }

    fn with_head_in_brackets(&mut self) -> Parse<Span> {
        self.take(T::Async)?;
        let start = need!(self.take(T::With));
        need!(self.take(T::LeftParen));
        need!(self.with_contexts(Engine::expressions));
        self.take(T::Comma)?;
        need!(self.take(T::RightParen));
        Ok(Some(start))
    }

    fn with_contexts(&mut self, rule: fn(&mut Self) -> Parse) -> Parse<()> {
        need!(self.commas(|p| {
            need!(rule(p));
            p.attempt(|p| {
                need!(p.take(T::As));
                p.star_target()
            })?;
            Ok(Some(()))
        }));
        Ok(Some(()))
    }

    fn with_item(&mut self) -> Parse<()> {
        let bound = self.attempt(|p| {
            need!(p.expression());
            need!(p.take(T::As));
            need!(p.star_target());
            Ok(p.at(&[T::Comma, T::RightParen, T::Colon])?.then_some(()))
        })?;
        if bound.is_some() {
            return Ok(bound);
        }
        invalid!(self; |p| {
            need!(p.expression());
            need!(p.take(T::As));
            let target = need!(p.expression());
            if !p.at(&[T::Comma, T::RightParen, T::Colon])? {
                return Ok(None);
            }
            p.refuse_target(target, super::targets::Use::Assign)
        });
        Ok(self.expression()?.map(|_| ()))
    }

    fn try_statement(&mut self) -> Parse<()> {
        invalid!(self; Engine::invalid_try);
        need!(self.take(T::Try));
        need!(self.force(T::Colon, ":"));
        need!(self.block());
        first!(self;
        Engine::finally_block,
        |p| {
            need!(p.some(Engine::except_block));
            p.try_end()
        },
        |p| {
            need!(p.some(Engine::except_star_block));
            p.try_end()
        })
    }

    fn try_end(&mut self) -> Parse<()> {
        self.attempt(Engine::else_block)?;
        self.attempt(Engine::finally_block)?;
        Ok(Some(()))
    }

    fn invalid_try(&mut self) -> Parse {
        self.attempt(|p| {
            let start = need!(p.take(T::Try));
            p.colon_without_block(start, "'try' statement")
        })?;
        self.attempt(|p| {
            need!(p.take(T::Try));
            need!(p.take(T::Colon));
            need!(p.block());
            if p.at(&[T::Except, T::Finally])? {
                return Ok(None);
            }
            p.raise_last::<Node>("expected 'except' or 'finally' block")
        })?;
        self.attempt(|p| {
            need!(p.take(T::Try));
            need!(p.take(T::Colon));
            p.many(Engine::block)?;
            need!(p.some(Engine::except_block));
            let start = need!(p.take(T::Except));
            let star = need!(p.take(T::Star));
            need!(p.expression());
            p.caught_name()?;
            need!(p.take(T::Colon));
            p.raise_at::<Node>(start.to(star), BOTH)
        })?;
        need!(self.take(T::Try));
        need!(self.take(T::Colon));
        self.many(Engine::block)?;
        need!(self.some(Engine::except_star_block));
        let start = need!(self.take(T::Except));
        self.attempt(|p| {
            need!(p.expression());
            p.caught_name()
        })?;
        need!(self.take(T::Colon));
        self.raise_at(start, BOTH)
    }

    /// `as name`, which may be missing.
    fn caught_name(&mut self) -> Parse<()> {
        self.attempt(|p| {
            need!(p.take(T::As));
            p.take(T::Name)
        })?;
        Ok(Some(()))
    }

    fn except_block(&mut self) -> Parse<()> {
        invalid!(self; |p| {
            let start = need!(p.take(T::Except));
            need!(p.expression());
            p.caught_name()?;
            p.colon_without_block(start, "'except' statement")
        });
        invalid!(self; |p| {
            let start = need!(p.take(T::Except));
            p.colon_without_block(start, "'except' statement")
        });
        let found = self.attempt(|p| {
            first!(p;
            |p| {
                need!(p.take(T::Except));
                need!(p.expression());
                p.caught_name()?;
                need!(p.take(T::Colon));
                Ok(p.block()?.map(|_| ()))
            },
            |p| {
                need!(p.take(T::Except));
                need!(p.take(T::Colon));
                Ok(p.block()?.map(|_| ()))
            })
        })?;
        if found.is_none() {
            invalid!(self; Engine::invalid_except);
        }
        Ok(found)
    }

    fn except_star_block(&mut self) -> Parse<()> {
        invalid!(self; |p| {
            let start = need!(p.take(T::Except));
            need!(p.take(T::Star));
            need!(p.expression());
            p.caught_name()?;
            p.colon_without_block(start, "'except*' statement")
        });
        let found = self.attempt(|p| {
            need!(p.take(T::Except));
            need!(p.take(T::Star));
            need!(p.expression());
            p.caught_name()?;
            need!(p.take(T::Colon));
            Ok(p.block()?.map(|_| ()))
        })?;
        if found.is_none() {
            invalid!(self; Engine::invalid_except);
        }
        Ok(found)
    }

    fn invalid_except(&mut self) -> Parse {
        self.attempt(|p| {
            need!(p.take(T::Except));
            p.take(T::Star)?;
            let first = need!(p.expression());
            need!(p.take(T::Comma));
            need!(p.expressions());
            p.caught_name()?;
            need!(p.take(T::Colon));
            p.raise_from::<Node>(
                p.span(first),
                "multiple exception types must be parenthesized",
            )
        })?;
        self.attempt(|p| {
            need!(p.take(T::Except));
            p.take(T::Star)?;
            need!(p.expression());
            p.caught_name()?;
            p.newline_for_colon()
        })?;
        self.attempt(|p| {
            need!(p.take(T::Except));
            p.newline_for_colon()
        })?;
        need!(self.take(T::Except));
        need!(self.take(T::Star));
        need!(self.take_any(&[T::Newline, T::Colon]));
        self.raise_last("expected one or more exception types")
    }

    fn finally_block(&mut self) -> Parse<()> {
        invalid!(self; |p| {
            let start = need!(p.take(T::Finally));
            p.colon_without_block(start, "'finally' statement")
        });
        need!(self.take(T::Finally));
        need!(self.force(T::Colon, ":"));
        need!(self.block());
        Ok(Some(()))
    }
}
