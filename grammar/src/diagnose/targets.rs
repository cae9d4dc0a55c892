//! The rules of what may be assigned to and deleted, with what is said of what may not.

use super::engine::{Engine, Kind, Node, Parse, Rule, first, need};
use crate::token::TokenKind as T;

/// What is done with a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// It is assigned to.
    Assign,
    /// It is deleted.
    Delete,
    /// A `for` assigns to it.
    For,
}

impl Engine<'_> {
    /// Targets between commas.
    pub fn star_targets(&mut self) -> Parse {
        let start = self.peek()?.span;
        let targets = need!(self.commas(Engine::star_target));
        let comma = self.take(T::Comma)?.is_some();
        if targets.len() == 1 && !comma {
            return Ok(Some(targets[0]));
        }
        self.parent(Kind::Tuple, self.since(start), targets)
    }

    /// One target.
    pub fn star_target(&mut self) -> Parse {
        self.keep(Rule::StarTarget, |p| {
            first!(p;
                |p| {
                    let start = need!(p.take(T::Star));
                    if p.at(&[T::Star])? {
                        return Ok(None);
                    }
                    need!(p.star_target());
                    p.node(Kind::Starred, p.since(start))
                },
                Engine::target_with_star_atom)
        })
    }

    fn target_with_star_atom(&mut self) -> Parse {
        self.keep(Rule::TargetWithStarAtom, |p| {
            first!(p;
                Engine::attribute_or_index,
                |p| {
                    let name = need!(p.take(T::Name));
                    p.node(Kind::Name, name)
                },
                |p| p.bracketed(T::LeftParen, T::RightParen, Engine::target_with_star_atom),
                |p| p.bracketed_list(T::LeftParen, T::RightParen, Kind::Tuple, Engine::star_target),
                |p| p.bracketed_list(T::LeftBracket, T::RightBracket, Kind::List, Engine::star_target))
        })
    }

    fn bracketed(&mut self, open: T, close: T, rule: fn(&mut Self) -> Parse) -> Parse {
        need!(self.take(open));
        let found = need!(rule(self));
        need!(self.take(close));
        Ok(Some(found))
    }

    fn bracketed_list(
        &mut self,
        open: T,
        close: T,
        kind: Kind,
        rule: fn(&mut Self) -> Parse,
    ) -> Parse {
        let start = need!(self.take(open));
        let items = self.commas(rule)?.unwrap_or_default();
        let comma = !items.is_empty() && self.take(T::Comma)?.is_some();
        // One target in parentheses is no tuple.
        if kind == Kind::Tuple && items.len() == 1 && !comma {
            return Ok(None);
        }
        need!(self.take(close));
        self.parent(kind, self.since(start), items)
    }

    /// `a.b` or `a[b]`, with nothing behind it.
    fn attribute_or_index(&mut self) -> Parse {
        let start = self.peek()?.span;
        need!(self.target_primary());
        let found = need!(self.member(start));
        if self.goes_on()? {
            Ok(None)
        } else {
            Ok(Some(found))
        }
    }

    /// `.name` or `[index]`
    fn member(&mut self, start: crate::source::Span) -> Parse {
        first!(self;
        |p| {
            need!(p.take(T::Dot));
            need!(p.take(T::Name));
            p.node(Kind::Attribute, p.since(start))
        },
        |p| {
            need!(p.take(T::LeftBracket));
            need!(p.slices());
            need!(p.take(T::RightBracket));
            p.node(Kind::Subscript, p.since(start))
        })
    }

    /// What stands in front of a target's last `.name` or `[index]`: as much as leaves one behind it.
    fn target_primary(&mut self) -> Parse {
        self.keep(Rule::TargetPrimary, |p| {
            let start = p.peek()?.span;
            let mut found = need!(p.atom());
            if !p.goes_on()? {
                return Ok(None);
            }
            while let Some(longer) = p.attempt(|p| {
                let longer = need!(p.trailer(start));
                if p.goes_on()? {
                    Ok(Some(longer))
                } else {
                    Ok(None)
                }
            })? {
                found = longer;
            }
            Ok(Some(found))
        })
    }

    fn goes_on(&mut self) -> Result<bool, super::engine::Raised> {
        self.at(&[T::LeftParen, T::WithParen, T::LeftBracket, T::Dot])
    }

    /// A target that is no tuple and no list.
    pub fn single_target(&mut self) -> Parse {
        first!(self;
            Engine::attribute_or_index,
            |p| {
                let name = need!(p.take(T::Name));
                p.node(Kind::Name, name)
            },
            |p| p.nested(|p| p.bracketed(T::LeftParen, T::RightParen, Engine::single_target)))
    }

    /// The target of an annotation that is no bare name.
    pub fn annotated_target(&mut self) -> Parse {
        first!(self;
            |p| p.bracketed(T::LeftParen, T::RightParen, Engine::single_target),
            Engine::attribute_or_index)
    }

    /// What `del` deletes.
    pub fn deleted_targets(&mut self) -> Parse<Vec<Node>> {
        let found = need!(self.commas(Engine::deleted_target));
        self.take(T::Comma)?;
        Ok(Some(found))
    }

    fn deleted_target(&mut self) -> Parse {
        self.keep(Rule::DelTarget, |p| {
            first!(p;
                Engine::attribute_or_index,
                |p| {
                    let name = need!(p.take(T::Name));
                    p.node(Kind::Name, name)
                },
                |p| p.bracketed(T::LeftParen, T::RightParen, Engine::deleted_target),
                |p| p.bracketed_list(T::LeftParen, T::RightParen, Kind::Tuple, Engine::deleted_target),
                |p| p.bracketed_list(T::LeftBracket, T::RightBracket, Kind::List, Engine::deleted_target))
        })
    }

    /// Raises an error at what is no target in `node`, if anything.
    pub fn refuse_target(&mut self, node: Node, use_: Use) -> Parse {
        let Some(wrong) = self.wrong_target(node, use_) else {
            return Ok(None);
        };
        let verb = if use_ == Use::Delete {
            "delete"
        } else {
            "assign to"
        };
        let message = format!("cannot {verb} {}", self.kind(wrong).name());
        self.raise_at(self.span(wrong), message)
    }

    fn wrong_target(&self, node: Node, use_: Use) -> Option<Node> {
        match self.kind(node) {
            Kind::Name | Kind::Attribute | Kind::Subscript => None,
            Kind::Tuple | Kind::List => self
                .children(node)
                .iter()
                .find_map(|&item| self.wrong_target(item, use_)),
            Kind::Starred if use_ != Use::Delete => {
                self.wrong_target(*self.children(node).first()?, use_)
            }
            Kind::Compare(with_in) if use_ == Use::For => {
                let left = *self.children(node).first()?;
                if with_in {
                    self.wrong_target(left, use_)
                } else {
                    None
                }
            }
            _ => Some(node),
        }
    }

    /// `for` with something that is no target.
    pub fn invalid_for_target(&mut self) -> Parse {
        self.take(T::Async)?;
        need!(self.take(T::For));
        let target = need!(self.star_expressions());
        self.refuse_target(target, Use::For)
    }
}
