//! The rules of whole texts and simple statements, with what is said of wrong ones.

use super::engine::{Engine, Kind, Node, Parse, Raised, Rule, first, invalid, need};
use super::targets::Use;
use crate::token::TokenKind as T;

const AUGMENTED: [T; 13] = [
    T::PlusEqual,
    T::MinusEqual,
    T::StarEqual,
    T::AtEqual,
    T::SlashEqual,
    T::PercentEqual,
    T::AmpersandEqual,
    T::BarEqual,
    T::CaretEqual,
    T::LeftShiftEqual,
    T::RightShiftEqual,
    T::DoubleStarEqual,
    T::DoubleSlashEqual,
];

/// The text for more than one statement where there may be one; nothing behind the first is read.
pub const SEVERAL_STATEMENTS: &str = "multiple statements found while compiling a single statement";

impl Engine<'_> {
    /// Whether the tokens are a file.
    pub fn file(&mut self) -> Result<bool, Raised> {
        while self.attempt(Engine::statement)?.is_some() {
            self.forget_all();
        }
        self.at(&[T::End])
    }

    /// Whether the tokens are one statement.
    pub fn interactive(&mut self) -> Result<bool, Raised> {
        if self.attempt(Engine::compound_statement)?.is_some() {
            return self.at(&[T::End]);
        }
        if self.attempt(Engine::simple_statements)?.is_none() {
            return Ok(false);
        }
        if !self.at(&[T::End])? {
            let error = self.error_at_token(self.pos - 1, SEVERAL_STATEMENTS);
            return Err(self.raise(error));
        }
        Ok(true)
    }

    /// Whether the tokens are one expression.
    pub fn evaluated(&mut self) -> Result<bool, Raised> {
        if self.expressions()?.is_none() {
            return Ok(false);
        }
        self.many(|p| p.take(T::Newline))?;
        self.at(&[T::End])
    }

    /// Statements, at least one.
    pub fn statements(&mut self) -> Parse<()> {
        need!(self.some(|p| {
            need!(p.statement());
            p.forget();
            Ok(Some(()))
        }));
        Ok(Some(()))
    }

    fn statement(&mut self) -> Parse<()> {
        first!(self; Engine::compound_statement, Engine::simple_statements)
    }

    /// A line of simple statements.
    pub fn simple_statements(&mut self) -> Parse<()> {
        need!(self.simple_statement());
        while self.take(T::Semicolon)?.is_some() {
            if self.attempt(Engine::simple_statement)?.is_none() {
                break;
            }
        }
        need!(self.take(T::Newline));
        Ok(Some(()))
    }

    fn simple_statement(&mut self) -> Parse {
        self.keep(Rule::SimpleStatement, |p| {
            let start = p.peek()?.span;
            need!(p.simple_statement_rule());
            p.node(Kind::Other, start)
        })
    }

    fn simple_statement_rule(&mut self) -> Parse<()> {
        if self.attempt(Engine::assignment)?.is_some()
            || self.attempt(Engine::type_alias)?.is_some()
            || self.attempt(Engine::star_expressions)?.is_some()
        {
            return Ok(Some(()));
        }
        match self.peek()?.kind {
            T::Return => {
                self.pos += 1;
                self.attempt(Engine::star_expressions)?;
                Ok(Some(()))
            }
            T::Import | T::From => self.import(),
            T::Raise => self.raise_statement(),
            T::Pass | T::Break | T::Continue => {
                self.pos += 1;
                Ok(Some(()))
            }
            T::Del => self.delete(),
            T::Yield => Ok(self.yield_expression()?.map(|_| ())),
            T::Assert => {
                self.pos += 1;
                need!(self.expression());
                self.attempt(|p| {
                    need!(p.take(T::Comma));
                    p.expression()
                })?;
                Ok(Some(()))
            }
            T::Global | T::Nonlocal => {
                self.pos += 1;
                need!(self.commas(|p| p.take(T::Name)));
                Ok(Some(()))
            }
            _ => Ok(None),
        }
    }

    fn type_alias(&mut self) -> Parse<()> {
        need!(self.take_word("type"));
        need!(self.take(T::Name));
        self.attempt(Engine::type_parameters)?;
        need!(self.take(T::Equal));
        need!(self.expression());
        Ok(Some(()))
    }

    fn raise_statement(&mut self) -> Parse<()> {
        need!(self.take(T::Raise));
        self.attempt(|p| {
            need!(p.expression());
            p.attempt(|p| {
                need!(p.take(T::From));
                p.expression()
            })?;
            Ok(Some(()))
        })?;
        Ok(Some(()))
    }

    fn delete(&mut self) -> Parse<()> {
        let found = self.attempt(|p| {
            need!(p.take(T::Del));
            need!(p.deleted_targets());
            Ok(p.at(&[T::Semicolon, T::Newline])?.then_some(()))
        })?;
        if found.is_none() {
            invalid!(self; |p| {
                need!(p.take(T::Del));
                let targets = need!(p.star_expressions());
                p.refuse_target(targets, Use::Delete)
            });
        }
        Ok(found)
    }

    fn assignment(&mut self) -> Parse<()> {
        let plain = self.attempt(|p| {
            first!(p;
            |p| {
                need!(p.take(T::Name));
                p.annotation()
            },
            |p| {
                need!(p.annotated_target());
                p.annotation()
            },
            |p| {
                need!(p.some(Engine::assigned));
                need!(p.value());
                if p.at(&[T::Equal])? { Ok(None) } else { Ok(Some(())) }
            })
        })?;
        if plain.is_some() {
            return Ok(plain);
        }
        let augmented = self.attempt(|p| {
            need!(p.single_target());
            p.take_any(&AUGMENTED)
        })?;
        if augmented.is_some() {
            return Ok(self.value()?.map(|_| ()));
        }
        invalid!(self; Engine::invalid_assignment);
        Ok(None)
    }

    fn annotation(&mut self) -> Parse<()> {
        need!(self.take(T::Colon));
        need!(self.expression());
        self.attempt(|p| {
            need!(p.take(T::Equal));
            p.value()
        })?;
        Ok(Some(()))
    }

    fn assigned(&mut self) -> Parse {
        let targets = need!(self.star_targets());
        need!(self.take(T::Equal));
        Ok(Some(targets))
    }

    fn invalid_assignment(&mut self) -> Parse {
        self.attempt(|p| {
            let target = need!(p.invalid_annotated());
            need!(p.take(T::Colon));
            need!(p.expression());
            let message = format!(
                "only single target (not {}) can be annotated",
                p.kind(target).name()
            );
            p.raise_at::<Node>(p.span(target), message)
        })?;
        self.attempt(|p| {
            let target = need!(p.star_named_expression());
            need!(p.take(T::Comma));
            p.many(Engine::star_named_expressions)?;
            need!(p.take(T::Colon));
            need!(p.expression());
            p.raise_at::<Node>(
                p.span(target),
                "only single target (not tuple) can be annotated",
            )
        })?;
        self.attempt(|p| {
            let target = need!(p.expression());
            need!(p.take(T::Colon));
            need!(p.expression());
            p.raise_at::<Node>(p.span(target), "illegal target for annotation")
        })?;
        self.attempt(|p| {
            p.many(Engine::assigned)?;
            let target = need!(p.star_expressions());
            need!(p.take(T::Equal));
            p.refuse_target(target, Use::Assign)
        })?;
        self.attempt(|p| {
            p.many(Engine::assigned)?;
            let target = need!(p.yield_expression());
            need!(p.take(T::Equal));
            p.raise_at::<Node>(
                p.span(target),
                "assignment to yield expression not possible",
            )
        })?;
        let target = need!(self.star_expressions());
        need!(self.take_any(&AUGMENTED));
        need!(self.value());
        let message = format!(
            "'{}' is an illegal expression for augmented assignment",
            self.kind(target).name()
        );
        self.raise_at(self.span(target), message)
    }

    fn invalid_annotated(&mut self) -> Parse {
        first!(self;
        Engine::list,
        Engine::tuple,
        |p| {
            need!(p.take(T::LeftParen));
            let found = need!(p.nested(Engine::invalid_annotated));
            need!(p.take(T::RightParen));
            Ok(Some(found))
        })
    }
}
