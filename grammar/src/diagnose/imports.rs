//! The rules of imports, with what is said of wrong ones.

use super::engine::{Engine, Node, Parse, first, invalid, need};
use crate::source::Span;
use crate::token::TokenKind as T;

const NO_NAMES: &str = "Expected one or more names after 'import'";

impl Engine<'_> {
    /// `import …`, `from … import …`
    pub fn import(&mut self) -> Parse<()> {
        invalid!(self; |p| {
            let start = need!(p.take(T::Import));
            need!(p.commas(Engine::dotted_name));
            need!(p.take(T::From));
            need!(p.dotted_name());
            p.raise_from::<Node>(start, "Did you mean to use 'from ... import ...' instead?")
        });
        invalid!(self; |p| {
            need!(p.take(T::Import));
            let end = need!(p.take(T::Newline));
            p.raise_from::<Node>(end, NO_NAMES)
        });
        first!(self;
            |p| {
                need!(p.take(T::Import));
                need!(p.commas(|p| {
                    need!(p.dotted_name());
                    p.renamed()
                }));
                Ok(Some(()))
            },
            Engine::import_from)
    }

    /// The dotted name of a module.
    fn dotted_name(&mut self) -> Parse<Span> {
        let start = need!(self.take(T::Name));
        self.many(|p| {
            need!(p.take(T::Dot));
            p.take(T::Name)
        })?;
        Ok(Some(self.since(start)))
    }

    fn renamed(&mut self) -> Parse<()> {
        self.attempt(|p| {
            need!(p.take(T::As));
            p.take(T::Name)
        })?;
        Ok(Some(()))
    }

    fn import_from(&mut self) -> Parse<()> {
        need!(self.take(T::From));
        let dots = self.many(|p| p.take_any(&[T::Dot, T::Ellipsis]))?;
        let module = self.attempt(Engine::dotted_name)?;
        if dots.is_empty() && module.is_none() {
            return Ok(None);
        }
        need!(self.take(T::Import));
        self.imported_names()
    }

    fn imported_names(&mut self) -> Parse<()> {
        let found = self.attempt(|p| {
            first!(p;
                |p| {
                    need!(p.take(T::LeftParen));
                    need!(p.name_list());
                    p.take(T::Comma)?;
                    need!(p.take(T::RightParen));
                    Ok(Some(()))
                },
                |p| {
                    need!(p.name_list());
                    if p.at(&[T::Comma])? { Ok(None) } else { Ok(Some(())) }
                },
                |p| Ok(p.take(T::Star)?.map(|_| ())))
        })?;
        if found.is_none() {
            invalid!(self; |p| {
                need!(p.name_list());
                need!(p.take(T::Comma));
                need!(p.take(T::Newline));
                p.raise_last::<Node>("trailing comma not allowed without surrounding parentheses")
            });
            invalid!(self; |p| {
                let end = need!(p.take(T::Newline));
                p.raise_from::<Node>(end, NO_NAMES)
            });
        }
        Ok(found)
    }

    fn name_list(&mut self) -> Parse<()> {
        need!(self.commas(|p| {
            need!(p.take(T::Name));
            p.renamed()
        }));
        Ok(Some(()))
    }
}
