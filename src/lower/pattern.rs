//! `match`: patterns, and the names that they bind once all of a pattern has matched.

use super::{Lowered, Lowering, Steps};
use crate::nodes::Slot;
use crate::nodes::names::{StoreLocal, Take};
use crate::nodes::patterns::{Case, Match, Pattern as PatternNode};
use snakelet_grammar::ast::{Expr, Identifier, MatchCase, Pattern, PatternKind};

/// The names that a pattern captures, with the slots that they wait in.
type Captures = Vec<(Identifier, Slot)>;

impl Lowering<'_> {
    pub(super) fn match_statement(
        &mut self,
        subject: &Expr,
        cases: &[MatchCase],
        out: &mut Steps,
    ) -> Lowered<()> {
        let value = self.expr(subject, out)?;
        let slot = self.frame.hidden();
        out.push(Box::new(StoreLocal { slot, value }));
        let position = self.frame.hidden();
        let mut any_suspends = false;
        let mut lowered = Vec::with_capacity(cases.len());
        for case in cases {
            let mark = self.frame.mark();
            let mut captures = Captures::new();
            let pattern = self.pattern(&case.pattern, &mut captures)?;
            let at = case.pattern.span.start;
            let bind = if captures.is_empty() {
                None
            } else {
                let (block, _) = self.sub_block(at, |this, inner| {
                    for (name, slot) in &captures {
                        let store =
                            this.store_name(&name.name, Box::new(Take(*slot)), name.span)?;
                        inner.push(store);
                    }
                    Ok(())
                })?;
                Some(block)
            };
            let mut guard = None;
            let mut prelude = None;
            if let Some(test) = &case.guard {
                let (block, suspends) = self.sub_block(test.span.start, |this, inner| {
                    guard = Some((this.condition(test, inner)?, test.span));
                    Ok(())
                })?;
                any_suspends |= suspends;
                // What a guard needs before it stays in its slots until the test, so that the block may be plain.
                prelude = Some(block);
            }
            let (body, suspends) = self.body(&case.body)?;
            any_suspends |= suspends;
            lowered.push(Case {
                pattern,
                bind,
                prelude,
                guard,
                body,
            });
            self.frame.release(mark);
        }
        let cases = lowered.into_boxed_slice();
        let node = Box::new(Match {
            subject: slot,
            cases,
            slot: any_suspends.then_some(position),
        });
        out.push_step(node, any_suspends);
        Ok(())
    }

    fn pattern(&mut self, pattern: &Pattern, captures: &mut Captures) -> Lowered<PatternNode> {
        let span = pattern.span;
        // The grammar allows nothing in a pattern that could suspend.
        let mut none = Steps::default();
        Ok(match &pattern.kind {
            PatternKind::Value(value) => PatternNode::Value(self.expr(value, &mut none)?, span),
            PatternKind::Singleton(constant) => PatternNode::Singleton(self.constant(constant)),
            PatternKind::As {
                pattern,
                name: None,
            } => match pattern {
                Some(inner) => self.pattern(inner, captures)?,
                None => PatternNode::Wildcard,
            },
            PatternKind::As {
                pattern,
                name: Some(name),
            } => {
                let inner = match pattern {
                    Some(inner) => Some(Box::new(self.pattern(inner, captures)?)),
                    None => None,
                };
                PatternNode::Capture(inner, self.capture(name, captures))
            }
            PatternKind::Star(name) => match name {
                Some(name) => PatternNode::Capture(None, self.capture(name, captures)),
                None => PatternNode::Wildcard,
            },
            PatternKind::Sequence(patterns) => {
                let mut star = None;
                let mut plain = Vec::with_capacity(patterns.len());
                for (index, item) in patterns.iter().enumerate() {
                    if let PatternKind::Star(name) = &item.kind {
                        star = Some((
                            index,
                            name.as_ref().map(|name| self.capture(name, captures)),
                        ));
                    } else {
                        plain.push(self.pattern(item, captures)?);
                    }
                }
                PatternNode::Sequence(plain, star, span)
            }
            PatternKind::Mapping {
                keys,
                patterns,
                rest,
            } => {
                let mut key_nodes = Vec::with_capacity(keys.len());
                for key in keys {
                    key_nodes.push(self.expr(key, &mut none)?);
                }
                let patterns = self.patterns(patterns, captures)?;
                let rest = rest.as_ref().map(|name| self.capture(name, captures));
                PatternNode::Mapping {
                    keys: key_nodes,
                    patterns,
                    rest,
                    span,
                }
            }
            PatternKind::Class {
                class,
                patterns,
                keywords,
            } => {
                let class = self.expr(class, &mut none)?;
                let patterns = self.patterns(patterns, captures)?;
                let mut named = Vec::with_capacity(keywords.len());
                for (name, pattern) in keywords {
                    named.push((self.vm.name(&name.name), self.pattern(pattern, captures)?));
                }
                PatternNode::Class {
                    class,
                    patterns,
                    keywords: named,
                    span,
                }
            }
            PatternKind::Or(patterns) => PatternNode::Or(self.patterns(patterns, captures)?),
        })
    }

    fn patterns(
        &mut self,
        patterns: &[Pattern],
        captures: &mut Captures,
    ) -> Lowered<Vec<PatternNode>> {
        patterns
            .iter()
            .map(|pattern| self.pattern(pattern, captures))
            .collect()
    }

    /// The slot in which a captured value waits; alternatives that bind the same name share it.
    fn capture(&mut self, name: &Identifier, captures: &mut Captures) -> Slot {
        if let Some((_, slot)) = captures.iter().find(|(each, _)| each.name == name.name) {
            return *slot;
        }
        let slot = self.frame.hidden();
        captures.push((name.clone(), slot));
        slot
    }
}
