//! How a name enters a scope's table: uses, bindings, `global` and `nonlocal`, annotations, and their conflicts.

use super::*;

impl Builder {
    /// Notes what the current scope does with `name` at `span`.
    pub(super) fn add(&mut self, name: &Name, act: Act, span: Span) -> Checked {
        self.add_to(self.current, name, act, span)
    }

    /// Notes what `scope` does with `name`, written in the current scope at `span`.
    pub(super) fn add_to(&mut self, scope: ScopeId, name: &Name, act: Act, span: Span) -> Checked {
        let mangled = if act == Act::TypeParameter {
            mangle(self.private.as_deref(), name)
        } else {
            mangle_in(&self.tree.scopes, self.current, name)
        };
        let in_target = self.progress[scope.0 as usize].in_target;
        let symbol = self.tree.scopes[scope.0 as usize]
            .symbols
            .entry(mangled.clone())
            .or_insert_with(Symbol::unknown);
        match act {
            Act::Parameter if symbol.parameter => {
                return Err(error(
                    format!("duplicate argument '{name}' in function definition"),
                    span,
                ));
            }
            Act::TypeParameter if symbol.type_parameter => {
                return Err(error(format!("duplicate type parameter '{name}'"), span));
            }
            _ => symbol.note(act),
        }
        if in_target && act == Act::Assign {
            if symbol.declared_global || symbol.declared_nonlocal {
                let message = "comprehension inner loop cannot rebind assignment expression target";
                return Err(error(format!("{message} '{name}'"), span));
            }
            symbol.iteration = true;
        }
        if act == Act::Global {
            self.tree.scopes[0]
                .symbols
                .entry(mangled)
                .or_insert_with(Symbol::unknown)
                .note(act);
        }
        Ok(())
    }

    /// What the current scope knows of `name` so far.
    pub(super) fn known(&self, scope: ScopeId, name: &Name) -> Option<&Symbol> {
        let mangled = mangle_in(&self.tree.scopes, self.current, name);
        self.tree.scopes[scope.0 as usize].symbols.get(&mangled)
    }

    /// `global name` or `nonlocal name` in the statement at `span`.
    pub(super) fn declare(&mut self, name: &Identifier, act: Act, span: Span) -> Checked {
        let word = if act == Act::Global {
            "global"
        } else {
            "nonlocal"
        };
        let name = &name.name;
        let complaint = self.known(self.current, name).and_then(|symbol| {
            if symbol.parameter {
                Some(format!("name '{name}' is parameter and {word}"))
            } else if symbol.used {
                Some(format!("name '{name}' is used prior to {word} declaration"))
            } else if symbol.annotated {
                Some(format!("annotated name '{name}' can't be {word}"))
            } else if symbol.assigned {
                Some(format!(
                    "name '{name}' is assigned to before {word} declaration"
                ))
            } else {
                None
            }
        });
        if let Some(message) = complaint {
            return Err(error(message, span));
        }
        self.add(name, act, span)?;
        self.record_directive(name, span);
        Ok(())
    }

    /// Remembers where `name` was declared, for errors that are found when names are bound.
    pub(super) fn record_directive(&mut self, name: &Name, span: Span) {
        let mangled = mangle_in(&self.tree.scopes, self.current, name);
        self.progress().directives.push((mangled, span));
    }

    /// `target: annotation = value`
    pub(super) fn annotated_assignment(
        &mut self,
        stmt: &Stmt,
        target: &Expr,
        annotation: &Expr,
        value: Option<&Expr>,
        simple: bool,
    ) -> Checked {
        self.scope().has_annotations = true;
        if let ExprKind::Name(name) = &target.kind {
            let outer = self
                .known(self.current, name)
                .filter(|_| simple && self.current.0 != 0);
            if let Some(symbol) =
                outer.filter(|symbol| symbol.declared_global || symbol.declared_nonlocal)
            {
                let word = if symbol.declared_global {
                    "global"
                } else {
                    "nonlocal"
                };
                return Err(error(
                    format!("annotated name '{name}' can't be {word}"),
                    stmt.span,
                ));
            }
            if simple {
                self.add(name, Act::Annotate, target.span)?;
            } else if value.is_some() {
                self.add(name, Act::Assign, target.span)?;
            }
        } else {
            self.target(target)?;
        }
        self.annotation(annotation)?;
        self.optional(value)
    }

    /// An annotation: evaluated where it stands, or never.
    pub(super) fn annotation(&mut self, annotation: &Expr) -> Checked {
        if !self.tree.future_annotations {
            return self.expr(annotation);
        }
        self.enter(ScopeKind::Annotation, annotation.span);
        self.expr(annotation)?;
        self.leave();
        Ok(())
    }

    /// Refuses what may not stand in annotations and around type parameters.
    pub(super) fn refuse_in_annotation(&mut self, what: &str, span: Span) -> Checked {
        let place = match self.scope().kind {
            ScopeKind::Annotation => "an annotation",
            ScopeKind::TypeBound => self.progress().bound_of,
            ScopeKind::TypeAlias => "a type alias",
            ScopeKind::TypeParams => "the definition of a generic",
            ScopeKind::Module
            | ScopeKind::Function
            | ScopeKind::Lambda
            | ScopeKind::Class
            | ScopeKind::Comprehension
            | ScopeKind::Generator => return Ok(()),
        };
        Err(error(format!("{what} cannot be used within {place}"), span))
    }

    /// Remembers that the frame of this scope names something that looks at its variables from outside.
    pub(super) fn note_introspection(&mut self, name: &str) {
        if !matches!(
            name,
            "locals" | "vars" | "dir" | "eval" | "exec" | "_getframe" | "currentframe"
        ) {
            return;
        }
        let mut at = Some(self.current);
        while let Some(id) = at {
            let scope = &mut self.tree.scopes[id.0 as usize];
            scope.names_introspection = true;
            at = scope
                .parent
                .filter(|_| scope.kind == ScopeKind::Comprehension);
        }
    }
}

impl Symbol {
    fn note(&mut self, act: Act) {
        match act {
            Act::Use => self.used = true,
            Act::Assign => self.assigned = true,
            Act::Import => (self.assigned, self.imported) = (true, true),
            Act::Annotate => (self.assigned, self.annotated) = (true, true),
            Act::Parameter => self.parameter = true,
            Act::TypeParameter => (self.assigned, self.type_parameter) = (true, true),
            Act::Global => self.declared_global = true,
            Act::Nonlocal => self.declared_nonlocal = true,
        }
    }
}
