//! Functions, lambdas, classes, type aliases and their type parameters: the definitions that open scopes.

use super::*;
use snakelet_grammar::ast::{ClassDef, FunctionDef, Param, Params, TypeParam, TypeParamKind};

impl Builder {
    pub(super) fn function(&mut self, def: &FunctionDef, span: Span) -> Checked {
        self.add(&def.name.name, Act::Assign, span)?;
        self.defaults(&def.params)?;
        self.exprs(&def.decorators)?;
        if !def.type_params.is_empty() {
            self.enter_type_params(span)?;
            self.type_params(&def.type_params)?;
        }
        self.annotations(&def.params, span)?;
        def.returns
            .iter()
            .try_for_each(|returns| self.annotation(returns))?;
        self.enter(ScopeKind::Function, span);
        self.scope().is_async = def.is_async;
        self.params(&def.params)?;
        self.body(&def.body)?;
        self.leave();
        if !def.type_params.is_empty() {
            self.leave();
        }
        Ok(())
    }

    pub(super) fn lambda(&mut self, params: &Params, body: &Expr, span: Span) -> Checked {
        self.defaults(params)?;
        self.enter(ScopeKind::Lambda, span);
        self.params(params)?;
        self.expr(body)?;
        self.leave();
        Ok(())
    }

    pub(super) fn class(&mut self, def: &ClassDef, span: Span) -> Checked {
        self.add(&def.name.name, Act::Assign, span)?;
        self.exprs(&def.decorators)?;
        let outer = self.private.clone();
        if !def.type_params.is_empty() {
            self.enter_type_params(span)?;
            self.private = Some(def.name.name.clone());
            let owner = self.current;
            self.scope().private = Some(def.name.name.clone());
            self.scope().mangles_only = Some(owner);
            self.type_params(&def.type_params)?;
        }
        self.args(&def.args)?;
        self.private = Some(def.name.name.clone());
        self.enter(ScopeKind::Class, span);
        if !def.type_params.is_empty() {
            self.add(&"__type_params__".into(), Act::Assign, span)?;
        }
        self.body(&def.body)?;
        self.leave();
        if !def.type_params.is_empty() {
            self.leave();
        }
        self.private = outer;
        Ok(())
    }

    pub(super) fn type_alias(
        &mut self,
        name: &Identifier,
        type_params: &[TypeParam],
        value: &Expr,
        span: Span,
    ) -> Checked {
        self.add(&name.name, Act::Assign, name.span)?;
        let in_class = self.scope().kind == ScopeKind::Class;
        if !type_params.is_empty() {
            self.enter_type_params(span)?;
            self.type_params(type_params)?;
        }
        self.enter(ScopeKind::TypeAlias, span);
        self.sees_class(in_class, value.span)?;
        self.expr(value)?;
        self.leave();
        if !type_params.is_empty() {
            self.leave();
        }
        Ok(())
    }

    fn enter_type_params(&mut self, span: Span) -> Checked {
        let in_class = self.scope().kind == ScopeKind::Class;
        self.enter(ScopeKind::TypeParams, span);
        self.sees_class(in_class, span)
    }

    /// A scope in a class body that looks names up in the class's namespace reaches it through `__classdict__`.
    fn sees_class(&mut self, in_class: bool, span: Span) -> Checked {
        self.scope().sees_class = in_class;
        if in_class {
            self.add(&"__classdict__".into(), Act::Use, span)
        } else {
            Ok(())
        }
    }

    fn type_params(&mut self, params: &[TypeParam]) -> Checked {
        for param in params {
            self.add(&param.name.name, Act::TypeParameter, param.span)?;
            if let Some(bound) = &param.bound {
                let constraints = matches!(bound.kind, ExprKind::Tuple { .. });
                self.bound(
                    bound,
                    if constraints {
                        "a TypeVar constraint"
                    } else {
                        "a TypeVar bound"
                    },
                )?;
            }
            if let Some(default) = &param.default {
                self.bound(
                    default,
                    match param.kind {
                        TypeParamKind::TypeVar => "a TypeVar default",
                        TypeParamKind::TypeVarTuple => "a TypeVarTuple default",
                        TypeParamKind::ParamSpec => "a ParamSpec default",
                    },
                )?;
            }
        }
        Ok(())
    }

    fn bound(&mut self, expr: &Expr, bound_of: &'static str) -> Checked {
        let in_class = self.scope().sees_class;
        self.enter(ScopeKind::TypeBound, expr.span);
        self.progress().bound_of = bound_of;
        self.sees_class(in_class, expr.span)?;
        self.expr(expr)?;
        self.leave();
        Ok(())
    }

    fn params(&mut self, params: &Params) -> Checked {
        let plain = params
            .positional_only
            .iter()
            .chain(&params.regular)
            .chain(&params.keyword_only);
        let all = plain
            .chain(&params.var_positional)
            .chain(&params.var_keyword);
        all.into_iter()
            .try_for_each(|param| self.add(&param.name.name, Act::Parameter, param.span))
    }

    fn defaults(&mut self, params: &Params) -> Checked {
        let all = params
            .positional_only
            .iter()
            .chain(&params.regular)
            .chain(&params.keyword_only);
        all.into_iter()
            .try_for_each(|param| self.optional(param.default.as_deref()))
    }

    fn annotations(&mut self, params: &Params, span: Span) -> Checked {
        if self.tree.future_annotations {
            self.enter(ScopeKind::Annotation, span);
        }
        let plain = params.positional_only.iter().chain(&params.regular);
        let rest = params
            .var_positional
            .iter()
            .chain(&params.var_keyword)
            .chain(&params.keyword_only);
        let annotations = plain
            .chain(rest)
            .filter_map(|param: &Param| param.annotation.as_ref());
        annotations
            .into_iter()
            .try_for_each(|annotation| self.expr(annotation))?;
        if self.tree.future_annotations {
            self.leave();
        }
        Ok(())
    }
}
