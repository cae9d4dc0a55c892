//! Comprehensions and generator expressions, and assignment expressions, whose names may leave them.

use super::*;
use snakelet_grammar::ast::Comprehension;

/// What messages call a generator expression.
pub(super) const GENERATOR: &str = "generator expression";

impl Builder {
    /// A comprehension or generator: its first iterable belongs to the scope around it, all else to its own.
    pub(super) fn comprehension(
        &mut self,
        span: Span,
        what: &'static str,
        clauses: &[Comprehension],
        elements: &[&Expr],
    ) -> Checked {
        let is_generator = what == GENERATOR;
        let Some((first, rest)) = clauses.split_first() else {
            return Ok(());
        };
        self.iterable(&first.iter)?;
        self.enter(
            if is_generator {
                ScopeKind::Generator
            } else {
                ScopeKind::Comprehension
            },
            span,
        );
        self.progress().comprehension = Some(what);
        self.clause_target(first)?;
        self.exprs(&first.conditions)?;
        for clause in rest {
            self.clause_target(clause)?;
            self.iterable(&clause.iter)?;
            self.exprs(&clause.conditions)?;
        }
        elements.iter().try_for_each(|element| self.expr(element))?;
        let is_async = self.scope().has_await;
        self.scope().is_async = is_async;
        self.leave();
        if is_async && !is_generator {
            self.scope().has_await = true;
        }
        Ok(())
    }

    fn iterable(&mut self, iter: &Expr) -> Checked {
        self.progress().iterables += 1;
        self.expr(iter)?;
        self.progress().iterables -= 1;
        Ok(())
    }

    fn clause_target(&mut self, clause: &Comprehension) -> Checked {
        self.scope().has_await |= clause.is_async;
        self.progress().in_target = true;
        self.target(&clause.target)?;
        self.progress().in_target = false;
        Ok(())
    }

    /// `target := value`
    pub(super) fn named(&mut self, target: &Identifier, value: &Expr, span: Span) -> Checked {
        self.refuse_in_annotation("named expression", span)?;
        if self.progress().iterables > 0 {
            let message =
                "assignment expression cannot be used in a comprehension iterable expression";
            return Err(error(message, span));
        }
        if self.progress().comprehension.is_some() {
            self.extend_to_function(target)?;
        }
        self.expr(value)?;
        self.add(&target.name, Act::Assign, target.span)
    }

    /// Inside a comprehension the target of an assignment expression is a variable of the function around it.
    fn extend_to_function(&mut self, target: &Identifier) -> Checked {
        let (name, span) = (&target.name, target.span);
        let mut at = Some(self.current);
        while let Some(id) = at {
            let scope = self.tree.get(id);
            let place = match scope.kind {
                ScopeKind::Comprehension | ScopeKind::Generator => {
                    if self.known(id, name).is_some_and(|symbol| symbol.iteration) {
                        let message =
                            "assignment expression cannot rebind comprehension iteration variable";
                        return Err(error(format!("{message} '{name}'"), span));
                    }
                    at = scope.parent;
                    continue;
                }
                ScopeKind::Annotation => {
                    at = scope.parent;
                    continue;
                }
                ScopeKind::Function | ScopeKind::Lambda => {
                    let is_global = self
                        .known(id, name)
                        .is_some_and(|symbol| symbol.declared_global);
                    self.add(
                        name,
                        if is_global {
                            Act::Global
                        } else {
                            Act::Nonlocal
                        },
                        span,
                    )?;
                    self.record_directive(name, span);
                    return self.add_to(id, name, Act::Assign, span);
                }
                ScopeKind::Module => {
                    self.add(name, Act::Global, span)?;
                    self.record_directive(name, span);
                    return Ok(());
                }
                ScopeKind::Class => "cannot be used in a class body",
                ScopeKind::TypeParams => "cannot be used within the definition of a generic",
                ScopeKind::TypeAlias => "cannot be used in a type alias",
                ScopeKind::TypeBound => "cannot be used in a TypeVar bound",
            };
            return Err(error(
                format!("assignment expression within a comprehension {place}"),
                span,
            ));
        }
        Ok(())
    }
}
