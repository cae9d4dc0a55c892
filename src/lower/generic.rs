//! Type parameters and `type` statements. The parameters of a definition live in a hidden function around it, which runs at
//! once; bounds, constraints, defaults and the values of aliases are functions that run when somebody asks for them.

use super::frame::Frame;
use super::scope::{ScopeId, ScopeKind};
use super::{Lowered, Lowering, Steps};
use crate::nodes::block::Return;
use crate::nodes::definitions::MakeFunction;
use crate::nodes::generic::{MakeTypeAlias, MakeTypeParam, OnlyItem, RunGeneric};
use crate::nodes::literals::{Item, TupleDisplay};
use crate::nodes::names::{LoadCell, Peek, StoreLocal};
use crate::nodes::{BoxNode, Slot};
use crate::objects::function::{CodeKind, Layout};
use crate::objects::type_params::Kind;
use crate::objects::value::Value;
use snakelet_grammar::ast::{Expr, ExprKind, Identifier, Name, Stmt, TypeParam, TypeParamKind};
use snakelet_grammar::source::Span;

/// The inside of a hidden function of type parameters.
pub(super) struct Generic<'l> {
    /// The lowering of its body.
    pub lowering: Lowering<'l>,
    /// Its steps so far.
    pub steps: Steps,
    /// The hidden slot with the tuple of the parameters.
    pub params: Slot,
    /// The hidden slots that the caller fills, and with what.
    values: Vec<(Slot, BoxNode)>,
    position: Slot,
}

impl Generic<'_> {
    /// Lets a value of the frame outside wait in a hidden slot of this one.
    pub(super) fn pass(&mut self, value: BoxNode) -> BoxNode {
        let slot = self.lowering.frame.hidden();
        self.values.push((slot, value));
        Box::new(crate::nodes::names::Take(slot))
    }
}

impl Lowering<'_> {
    /// Opens the hidden function of the type parameters of the definition at `span`.
    pub(super) fn enter_generic(
        &self,
        type_params: &[TypeParam],
        span: Span,
    ) -> Lowered<Generic<'_>> {
        let scope = self.unit.tree.of(span, ScopeKind::TypeParams);
        let mut lowering = self.hidden_function(scope);
        let position = lowering.frame.hidden();
        let mut steps = Steps::at(span.start);
        lowering.look_into_class(&mut steps);
        let params = lowering.frame.hidden();
        let mut all = Vec::with_capacity(type_params.len());
        for param in type_params {
            let value = lowering.type_param(param)?;
            steps.push(lowering.store_name(&param.name.name, value, param.span)?);
            all.push(Item {
                node: lowering.load_name(&param.name.name, param.span),
                starred: false,
                span: param.span,
            });
        }
        let value = Box::new(TupleDisplay(all.into_boxed_slice()));
        steps.push(Box::new(StoreLocal {
            slot: params,
            value,
        }));
        Ok(Generic {
            lowering,
            steps,
            params,
            values: Vec::new(),
            position,
        })
    }

    /// Ends the hidden function, which gives `result`: the node that runs it.
    pub(super) fn leave_generic(
        &self,
        generic: Generic<'_>,
        name: &str,
        result: BoxNode,
        span: Span,
    ) -> BoxNode {
        let Generic {
            lowering,
            mut steps,
            values,
            position,
            ..
        } = generic;
        steps.push(Box::new(Return(result)));
        let body = super::finish(steps, position);
        let captured = self.captured(lowering.frame.scope);
        let name = format!("<generic parameters of {name}>");
        let code = lowering.code(&name, Layout::default(), Value::None, span, body);
        let code = self.adopt(code);
        Box::new(RunGeneric {
            code,
            captured,
            values: values.into_boxed_slice(),
            span,
        })
    }

    /// A lowering for the frame of `scope`, which has no parameters.
    fn hidden_function(&self, scope: ScopeId) -> Lowering<'_> {
        // Definitions inside are named as if they stood outside.
        let mut frame = Frame::new(scope, CodeKind::Plain, self.frame.qualname.clone());
        frame.declare_symbols(self.unit.tree);
        Lowering::new(self.vm, self.unit, frame)
    }

    /// In a class body names are looked up in the namespace of the class first.
    fn look_into_class(&mut self, steps: &mut Steps) {
        if !self.unit.tree.get(self.frame.scope).sees_class {
            return;
        }
        let name: Name = "__classdict__".into();
        let Some(cell) = self.frame.slot_of(self.frame.scope, &name) else {
            return;
        };
        let slot = self.frame.hidden();
        let value = Box::new(LoadCell {
            slot: cell,
            name: self.vm.names.__classdict__.clone(),
            free: true,
            span: Span::default(),
        });
        steps.push(Box::new(StoreLocal { slot, value }));
        self.frame.namespace = Some(slot);
    }

    fn type_param(&mut self, param: &TypeParam) -> Lowered {
        let kind = match param.kind {
            TypeParamKind::TypeVar => match param.bound.as_deref() {
                Some(Expr {
                    kind: ExprKind::Tuple { .. },
                    ..
                }) => Kind::ConstrainedTypeVar,
                _ => Kind::TypeVar,
            },
            TypeParamKind::TypeVarTuple => Kind::TypeVarTuple,
            TypeParamKind::ParamSpec => Kind::ParamSpec,
        };
        let mut lazy = |expr: &Expr| {
            let scope = self.unit.tree.of(expr.span, ScopeKind::TypeBound);
            self.lazy(expr, scope, &param.name.name, expr.span)
        };
        let bound = param.bound.as_deref().map(&mut lazy).transpose()?;
        let default = param.default.as_deref().map(&mut lazy).transpose()?;
        Ok(Box::new(MakeTypeParam {
            kind,
            name: self.vm.name(&param.name.name),
            bound,
            default,
        }))
    }

    /// A function without parameters that evaluates `expr`.
    fn lazy(&self, expr: &Expr, scope: ScopeId, name: &str, span: Span) -> Lowered {
        let mut inner = self.hidden_function(scope);
        let position = inner.frame.hidden();
        let mut steps = Steps::at(expr.span.start);
        inner.look_into_class(&mut steps);
        let value = inner.annotation(expr, &mut steps)?;
        steps.push(Box::new(Return(value)));
        let body = super::finish(steps, position);
        let code = inner.code(name, Layout::default(), Value::None, span, body);
        let code = self.adopt(code);
        Ok(Box::new(MakeFunction {
            code,
            captured: self.captured(scope),
            defaults: Box::default(),
            kw_defaults: Box::default(),
            annotations: Box::default(),
            type_params: None,
        }))
    }

    /// An annotation that is evaluated here; a starred one means the one item that its operand gives.
    pub(super) fn annotation(&mut self, expr: &Expr, out: &mut Steps) -> Lowered {
        let value = self.expr(expr, out)?;
        Ok(match expr.kind {
            ExprKind::Starred(_) => Box::new(OnlyItem {
                value,
                span: expr.span,
            }),
            _ => value,
        })
    }

    /// `type name[params] = value`
    pub(super) fn type_alias(
        &mut self,
        stmt: &Stmt,
        name: &Identifier,
        type_params: &[TypeParam],
        value: &Expr,
        out: &mut Steps,
    ) -> Lowered<()> {
        let scope = self.unit.tree.of(stmt.span, ScopeKind::TypeAlias);
        let alias = |value, params| {
            Box::new(MakeTypeAlias {
                name: self.vm.name(&name.name),
                value,
                params,
            })
        };
        let made: BoxNode = if type_params.is_empty() {
            alias(self.lazy(value, scope, &name.name, stmt.span)?, None)
        } else {
            let generic = self.enter_generic(type_params, stmt.span)?;
            let value = generic.lowering.lazy(value, scope, &name.name, stmt.span)?;
            let params: BoxNode = Box::new(Peek(generic.params));
            self.leave_generic(generic, &name.name, alias(value, Some(params)), stmt.span)
        };
        let store = self.store_name(&name.name, made, name.span)?;
        out.push(store);
        Ok(())
    }
}
