//! The statements of the checking walk.

use super::{Block, Checked, Checker, constant, mistake, repetitions, suspicion};
use crate::lower::scope::ScopeKind;
use snakelet_grammar::ast::{
    Alias, Arg, ClassDef, Expr, ExprKind, FunctionDef, Handler, Name, Params, Stmt, StmtKind,
    TypeParam, WithItem,
};
use snakelet_grammar::source::Span;

impl<'a> Checker<'a> {
    pub(super) fn body(&mut self, body: &'a [Stmt]) -> Checked {
        body.iter().try_for_each(|stmt| self.stmt(stmt))
    }

    fn stmt(&mut self, stmt: &'a Stmt) -> Checked {
        let span = stmt.span;
        match &stmt.kind {
            StmtKind::Function(def) => self.function(def, span),
            StmtKind::Class(def) => self.class(def, span),
            StmtKind::TypeAlias {
                name,
                type_params,
                value,
            } => {
                self.generic(type_params, span, |checker| {
                    checker.within(span, ScopeKind::TypeAlias, |checker| checker.load(value))
                })?;
                self.bind(&name.name, span)
            }
            StmtKind::Expr(value) => self.load(value),
            StmtKind::Return(value) => self.returns(value.as_ref(), span),
            StmtKind::Delete(targets) => targets.iter().try_for_each(|target| self.delete(target)),
            StmtKind::Assign { targets, value } => {
                self.load(value)?;
                targets.iter().try_for_each(|target| self.store(target))
            }
            StmtKind::AugAssign {
                target,
                op: _,
                value,
            } => self.augmented(target, value),
            StmtKind::AnnAssign {
                target,
                annotation,
                value,
                simple,
            } => self.annotated(target, annotation, value.as_deref(), *simple, span),
            StmtKind::Pass
            | StmtKind::Unread { .. }
            | StmtKind::Global(_)
            | StmtKind::Nonlocal(_) => Ok(()),
            StmtKind::Break => match self.unwind(true, span)? {
                true => Ok(()),
                false => mistake("'break' outside loop", span),
            },
            StmtKind::Continue => match self.unwind(true, span)? {
                true => Ok(()),
                false => mistake("'continue' not properly in loop", span),
            },
            StmtKind::Raise { exception, cause } => {
                self.optional(exception.as_deref())?;
                self.optional(cause.as_deref())
            }
            StmtKind::Assert { test, message } => {
                suspicion::assertion(test, span, self.warnings);
                self.load(test)?;
                self.optional(message.as_deref())
            }
            StmtKind::Import(names) => names.iter().try_for_each(|alias| self.alias(alias, span)),
            StmtKind::ImportFrom {
                module,
                names,
                level,
            } => {
                let future = *level == 0
                    && module
                        .as_ref()
                        .is_some_and(|module| &*module.name == "__future__");
                if future && span.start >= self.future_end {
                    let message = "from __future__ imports must occur at the beginning of the file";
                    return mistake(message, span);
                }
                names.iter().try_for_each(|alias| self.alias(alias, span))
            }
            StmtKind::If { test, body, orelse } => self.conditional(test, body, orelse),
            StmtKind::While { test, body, orelse } => {
                self.push(Block::Loop, span)?;
                self.load(test)?;
                self.body(body)?;
                // Code that goes round again has the test a second time.
                self.load(test)?;
                self.pop();
                self.body(orelse)
            }
            StmtKind::For {
                target,
                iter,
                body,
                orelse,
                is_async,
            } => {
                self.refuse_async("async for", *is_async, span)?;
                if *is_async {
                    self.load(iter)?;
                    self.push(Block::Loop, span)?;
                } else {
                    self.push(Block::Loop, span)?;
                    self.load(iter)?;
                }
                self.store(target)?;
                self.body(body)?;
                self.pop();
                self.body(orelse)
            }
            StmtKind::With {
                items,
                body,
                is_async,
            } => {
                self.refuse_async("async with", *is_async, span)?;
                self.with(items, body)
            }
            StmtKind::Try {
                body,
                handlers,
                orelse,
                finalbody,
                star,
            } => self.attempt(body, handlers, orelse, finalbody, *star, span),
            StmtKind::Match { subject, cases } => {
                self.load(subject)?;
                self.cases(cases)
            }
        }
    }

    fn conditional(&mut self, test: &'a Expr, body: &'a [Stmt], orelse: &'a [Stmt]) -> Checked {
        self.load(test)?;
        self.body(body)?;
        let mut rest = orelse;
        while let [
            Stmt {
                kind: StmtKind::If { test, body, orelse },
                ..
            },
        ] = rest
        {
            self.load(test)?;
            self.body(body)?;
            rest = orelse;
        }
        self.body(rest)
    }

    fn function(&mut self, def: &'a FunctionDef, span: Span) -> Checked {
        self.parameter_names(&def.params)?;
        self.loads(&def.decorators)?;
        self.defaults(&def.params)?;
        self.generic(&def.type_params, span, |checker| {
            checker.annotations(def)?;
            checker.within(span, ScopeKind::Function, |checker| checker.body(&def.body))
        })?;
        self.bind(&def.name.name, span)
    }

    pub(super) fn lambda(&mut self, params: &'a Params, body: &'a Expr, span: Span) -> Checked {
        self.parameter_names(params)?;
        self.defaults(params)?;
        self.within(span, ScopeKind::Lambda, |checker| checker.load(body))
    }

    fn class(&mut self, def: &'a ClassDef, span: Span) -> Checked {
        self.loads(&def.decorators)?;
        self.generic(&def.type_params, span, |checker| {
            checker.within(span, ScopeKind::Class, |checker| checker.body(&def.body))?;
            checker.keywords(&def.args)?;
            checker.args(&def.args)
        })?;
        self.bind(&def.name.name, span)
    }

    /// Walks type parameters and, inside their scope, the rest of the definition.
    fn generic(
        &mut self,
        params: &'a [TypeParam],
        span: Span,
        walk: impl FnOnce(&mut Self) -> Checked,
    ) -> Checked {
        if params.is_empty() {
            return walk(self);
        }
        self.within(span, ScopeKind::TypeParams, |checker| {
            let mut seen_default = false;
            for param in params {
                checker.bound(param.bound.as_deref())?;
                checker.bound(param.default.as_deref())?;
                if seen_default && param.default.is_none() {
                    let name = &param.name.name;
                    let message = format!(
                        "non-default type parameter '{name}' follows default type parameter"
                    );
                    return mistake(message, param.span);
                }
                seen_default |= param.default.is_some();
                checker.bind(&param.name.name, param.span)?;
            }
            walk(checker)
        })
    }

    fn bound(&mut self, bound: Option<&'a Expr>) -> Checked {
        let Some(bound) = bound else { return Ok(()) };
        self.within(bound.span, ScopeKind::TypeBound, |checker| {
            match &bound.kind {
                ExprKind::Starred(inner) => checker.load(inner),
                _ => checker.load(bound),
            }
        })
    }

    fn parameter_names(&mut self, params: &'a Params) -> Checked {
        let plain = params
            .positional_only
            .iter()
            .chain(&params.regular)
            .chain(&params.var_positional);
        let all = plain.chain(&params.keyword_only).chain(&params.var_keyword);
        all.into_iter()
            .try_for_each(|param| self.bind(&param.name.name, param.span))
    }

    fn defaults(&mut self, params: &'a Params) -> Checked {
        let all = params
            .positional_only
            .iter()
            .chain(&params.regular)
            .chain(&params.keyword_only);
        all.into_iter()
            .try_for_each(|param| self.optional(param.default.as_deref()))
    }

    fn annotations(&mut self, def: &'a FunctionDef) -> Checked {
        if self.tree.future_annotations() {
            return Ok(());
        }
        let params = &def.params;
        let plain = params
            .regular
            .iter()
            .chain(&params.positional_only)
            .chain(&params.var_positional);
        for param in plain.chain(&params.keyword_only).chain(&params.var_keyword) {
            match param.annotation.as_deref() {
                Some(Expr {
                    kind: ExprKind::Starred(inner),
                    ..
                }) => self.load(inner)?,
                annotation => self.optional(annotation)?,
            }
        }
        self.optional(def.returns.as_ref())
    }

    fn returns(&mut self, value: Option<&'a Expr>, span: Span) -> Checked {
        let unit = self.unit();
        if !unit.kind.is_function_like() {
            return mistake("'return' outside function", span);
        }
        let scope = unit.scope;
        let scope = self.tree.get(scope);
        if value.is_some() && scope.has_yield && (scope.is_async || scope.has_await) {
            return mistake("'return' with value in async generator", span);
        }
        self.optional(value)?;
        let place = value
            .filter(|value| constant::type_of(value).is_some())
            .map_or(span, |value| value.span);
        self.unwind(false, place).map(drop)
    }

    fn augmented(&mut self, target: &'a Expr, value: &'a Expr) -> Checked {
        match &target.kind {
            ExprKind::Name(name) => {
                self.load(value)?;
                self.bind(name, target.span)
            }
            _ => {
                self.operands_of_target(target)?;
                self.load(value)
            }
        }
    }

    fn annotated(
        &mut self,
        target: &'a Expr,
        annotation: &'a Expr,
        value: Option<&'a Expr>,
        simple: bool,
        span: Span,
    ) -> Checked {
        if let Some(value) = value {
            self.load(value)?;
            self.store(target)?;
        }
        let evaluated = !self.unit().kind.is_function_like() && !self.tree.future_annotations();
        match &target.kind {
            ExprKind::Name(name) => self.bind(name, span)?,
            ExprKind::Attribute { name, .. } => {
                self.bind(&name.name, span)?;
                if value.is_none() {
                    self.operands_of_target(target)?;
                }
            }
            _ if value.is_none() => self.operands_of_target(target)?,
            _ => {}
        }
        // The annotation of a local variable is never evaluated.
        debug_assert!(!simple || matches!(target.kind, ExprKind::Name(_)));
        if evaluated {
            self.load(annotation)
        } else {
            Ok(())
        }
    }

    fn alias(&mut self, alias: &'a Alias, span: Span) -> Checked {
        let bound = alias.asname.as_ref().unwrap_or(&alias.name);
        let first = bound.name.split('.').next().unwrap_or_default();
        self.bind(first, span)
    }

    fn with(&mut self, items: &'a [WithItem], body: &'a [Stmt]) -> Checked {
        for item in items {
            self.load(&item.context)?;
            self.push(Block::Other, item.context.span)?;
            item.target
                .iter()
                .try_for_each(|target| self.store(target))?;
        }
        self.body(body)?;
        items.iter().for_each(|_| self.pop());
        Ok(())
    }

    fn refuse_async(&mut self, what: &str, is_async: bool, span: Span) -> Checked {
        if is_async && !self.in_async_function() && !self.at_awaiting_top() {
            return mistake(format!("'{what}' outside async function"), span);
        }
        Ok(())
    }

    fn attempt(
        &mut self,
        body: &'a [Stmt],
        handlers: &'a [Handler],
        orelse: &'a [Stmt],
        finalbody: &'a [Stmt],
        star: bool,
        span: Span,
    ) -> Checked {
        if finalbody.is_empty() {
            return self.guarded(body, handlers, orelse, star, span);
        }
        self.push(Block::Finally(finalbody), span)?;
        if handlers.is_empty() {
            self.body(body)?;
        } else {
            self.guarded(body, handlers, orelse, star, span)?;
        }
        self.pop();
        // Once for the way through and once for an exception.
        self.finally(finalbody)?;
        self.push(Block::Other, span)?;
        self.finally(finalbody)?;
        self.pop();
        Ok(())
    }

    /// A `try` with handlers, apart from its `finally`.
    fn guarded(
        &mut self,
        body: &'a [Stmt],
        handlers: &'a [Handler],
        orelse: &'a [Stmt],
        star: bool,
        span: Span,
    ) -> Checked {
        self.push(Block::Other, span)?;
        self.body(body)?;
        self.pop();
        if !star {
            self.body(orelse)?;
        }
        self.push(if star { Block::Group } else { Block::Other }, span)?;
        for (index, handler) in handlers.iter().enumerate() {
            if handler.exception.is_none() && index + 1 < handlers.len() {
                return mistake("default 'except:' must be last", handler.span);
            }
            self.optional(handler.exception.as_deref())?;
            if let Some(name) = &handler.name {
                self.bind(&name.name, handler.span)?;
            }
            self.push(Block::Other, handler.span)?;
            self.body(&handler.body)?;
            self.pop();
        }
        self.pop();
        if star { self.body(orelse) } else { Ok(()) }
    }

    /// Refuses a keyword that is given twice.
    pub(super) fn keywords(&mut self, args: &'a [Arg]) -> Checked {
        let keywords = args.iter().filter_map(|arg| match arg {
            Arg::Keyword { span, name, .. } => Some((span, &name.name)),
            Arg::Positional(_) | Arg::Star(_) | Arg::DoubleStar(_) => None,
        });
        let keywords: Vec<(&Span, &Name)> = keywords.collect();
        let repeated = repetitions(keywords.iter().map(|(_, name)| &***name));
        for ((span, name), repeated) in keywords.iter().zip(repeated) {
            self.bind(name, **span)?;
            if let Some(second) = repeated {
                return mistake(
                    format!("keyword argument repeated: {name}"),
                    *keywords[second].0,
                );
            }
        }
        Ok(())
    }
}
