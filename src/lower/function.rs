//! Functions and lambdas: parameters, defaults, annotations, and the frame of the body.

use super::frame::Frame;
use super::scope::{ScopeId, ScopeKind};
use super::{Lowered, Lowering, Steps};
use crate::nodes::block::Return;
use crate::nodes::definitions::{Decorate, MakeFunction};
use crate::nodes::generic::OnlyItem;
use crate::nodes::literals::Literal;
use crate::nodes::names::Peek;
use crate::nodes::{BoxNode, Slot};
use crate::objects::counted::Ref;
use crate::objects::function::{CodeKind, Layout};
use crate::objects::str;
use crate::objects::value::Value;
use snakelet_grammar::ast::{
    Constant, Expr, ExprKind, FunctionDef, Name, Param, Params, Stmt, StmtKind,
};
use snakelet_grammar::source::Span;

impl Lowering<'_> {
    /// The dotted name of something defined here.
    pub(super) fn inner_qualname(&self, name: &str, declared_global: bool) -> String {
        let tree = self.unit.tree;
        let mut scope = tree.get(self.frame.scope);
        while let (ScopeKind::TypeParams, Some(parent)) = (scope.kind, scope.parent) {
            scope = tree.get(tree.frame_of(parent));
        }
        match scope.kind {
            _ if declared_global || self.frame.qualname.is_empty() => name.to_owned(),
            ScopeKind::Class => format!("{}.{name}", self.frame.qualname),
            _ => format!("{}.<locals>.{name}", self.frame.qualname),
        }
    }

    /// The slots of the cells that an inner scope takes from this frame.
    pub(super) fn captured(&self, inner: ScopeId) -> Box<[Slot]> {
        // Functions in a class body mean that class, whatever the body itself means.
        let own_class = self
            .frame
            .class_cell
            .filter(|_| self.scope == self.frame.scope);
        let is_own_class = |name: &Name| own_class.filter(|_| **name == *"__class__");
        let slot = |name: &Name| is_own_class(name).or_else(|| self.captured_slot(name));
        self.unit
            .tree
            .get(inner)
            .free
            .iter()
            .filter_map(slot)
            .collect()
    }

    fn captured_slot(&self, name: &Name) -> Option<Slot> {
        match self.access(name) {
            super::names::Access::Cell { slot, .. } | super::names::Access::Local(slot) => {
                Some(slot)
            }
            super::names::Access::Namespace(_, otherwise) => match *otherwise {
                super::names::Access::Cell { slot, .. } => Some(slot),
                _ => self.frame.slot_of(self.frame.scope, name),
            },
            super::names::Access::Global => self.frame.slot_of(self.frame.scope, name),
        }
    }

    pub(super) fn lambda(
        &mut self,
        expr: &Expr,
        params: &Params,
        body: &Expr,
        out: &mut Steps,
    ) -> Lowered {
        let scope = self.unit.tree.of(expr.span, ScopeKind::Lambda);
        let kind = if self.unit.tree.get(scope).has_yield {
            CodeKind::Generator
        } else {
            CodeKind::Plain
        };
        let (defaults, kw_defaults) = self.defaults(params, out)?;
        let captured = self.captured(scope);
        let qualname = self.inner_qualname("<lambda>", false);
        let (mut inner, layout) = self.enter_function(scope, kind, qualname, params);
        let mut steps = Steps::at(body.span.start);
        let position = inner.frame.resumable();
        let value = inner.expr(body, &mut steps)?;
        steps.push(Box::new(Return(value)));
        let block = super::finish(steps, position);
        let code = inner.code("<lambda>", layout, Value::None, expr.span, block);
        let code = self.adopt(code);
        Ok(Box::new(MakeFunction {
            code,
            captured,
            defaults,
            kw_defaults,
            annotations: Box::default(),
            type_params: None,
        }))
    }

    /// The statement `def`, with its decorators.
    pub(super) fn function(
        &mut self,
        stmt: &Stmt,
        function: &FunctionDef,
        out: &mut Steps,
    ) -> Lowered<()> {
        let mut decorators = self.decorators(&function.decorators, stmt, out)?;
        let mut value = self.function_value(stmt, function, out)?;
        while let Some((decorator, span)) = decorators.pop() {
            value = Box::new(Decorate {
                decorator,
                target: value,
                span,
            });
        }
        let store = self.store_name(&function.name.name, value, function.name.span)?;
        out.push(store);
        Ok(())
    }

    /// The line of the first decorator, if there is one: what it decorates begins there.
    pub(super) fn decorated_line(&self, decorators: &[Expr]) -> Option<u32> {
        let first = decorators.first()?;
        Some(self.unit.source.line_of(first.span.start))
    }

    /// Decorators in order; they wait in hidden slots if anything of the definition suspends.
    pub(super) fn decorators(
        &mut self,
        decorators: &[Expr],
        stmt: &Stmt,
        out: &mut Steps,
    ) -> Lowered<Vec<(BoxNode, Span)>> {
        let suspends = self.unit.suspends.in_stmt(stmt);
        let mut lowered = Vec::with_capacity(decorators.len());
        for decorator in decorators {
            let mut node = self.expr(decorator, out)?;
            if suspends {
                node = self.spill(node, out);
            }
            lowered.push((node, decorator.span));
        }
        Ok(lowered)
    }

    fn function_value(&mut self, stmt: &Stmt, function: &FunctionDef, out: &mut Steps) -> Lowered {
        let suspends = self.unit.suspends.in_stmt(stmt);
        let (mut defaults, mut kw_defaults) = self.defaults(&function.params, out)?;
        if suspends {
            defaults = defaults
                .into_iter()
                .map(|node| self.spill(node, out))
                .collect();
            kw_defaults = kw_defaults
                .into_iter()
                .map(|(name, node)| (name, self.spill(node, out)))
                .collect();
        }
        let symbol = self.unit.tree.lookup(self.scope, &function.name.name);
        let declared_global = symbol.is_some_and(|symbol| symbol.declared_global);
        let qualname = self.inner_qualname(&function.name.name, declared_global);
        if function.type_params.is_empty() {
            return self.made_function(stmt, function, qualname, defaults, kw_defaults, None, out);
        }
        let mut generic = self.enter_generic(&function.type_params, stmt.span)?;
        defaults = defaults
            .into_iter()
            .map(|node| generic.pass(node))
            .collect();
        kw_defaults = kw_defaults
            .into_iter()
            .map(|(name, node)| (name, generic.pass(node)))
            .collect();
        let params = generic.params;
        let value = generic.lowering.made_function(
            stmt,
            function,
            qualname,
            defaults,
            kw_defaults,
            Some(Box::new(Peek(params))),
            &mut generic.steps,
        )?;
        Ok(self.leave_generic(generic, &function.name.name, value, stmt.span))
    }

    /// The function itself, inside the scope of its type parameters.
    #[allow(clippy::too_many_arguments)]
    fn made_function(
        &mut self,
        stmt: &Stmt,
        function: &FunctionDef,
        qualname: String,
        defaults: Box<[BoxNode]>,
        kw_defaults: Box<[(str::Name, BoxNode)]>,
        type_params: Option<BoxNode>,
        out: &mut Steps,
    ) -> Lowered {
        let scope = self.unit.tree.of(stmt.span, ScopeKind::Function);
        let has_yield = self.unit.tree.get(scope).has_yield;
        let kind = match (function.is_async, has_yield) {
            (false, false) => CodeKind::Plain,
            (false, true) => CodeKind::Generator,
            (true, false) => CodeKind::Coroutine,
            (true, true) => CodeKind::AsyncGenerator,
        };
        let annotations = self.annotations(function, out)?;
        let captured = self.captured(scope);
        let doc = self.docstring(&function.body);
        let (mut inner, layout) = self.enter_function(scope, kind, qualname, &function.params);
        inner.frame.first_line = self.decorated_line(&function.decorators);
        if let Some(StmtKind::Unread { .. }) = function.body.last().map(|last| &last.kind) {
            let code = inner.code_of(&function.name.name, layout, doc, stmt.span, None);
            let code = self.adopt(code);
            return Ok(Box::new(MakeFunction {
                code,
                captured,
                defaults,
                kw_defaults,
                annotations,
                type_params,
            }));
        }
        let mut steps = Steps::at(stmt.span.start);
        let position = inner.frame.resumable();
        let body = if doc.is_none() {
            &function.body[..]
        } else {
            &function.body[1..]
        };
        inner.statements(body, &mut steps)?;
        let block = super::finish(steps, position);
        let code = inner.code(&function.name.name, layout, doc, stmt.span, block);
        let code = self.adopt(code);
        Ok(Box::new(MakeFunction {
            code,
            captured,
            defaults,
            kw_defaults,
            annotations,
            type_params,
        }))
    }

    /// A lowering for the body of a function, with the slots of its parameters and variables laid out.
    pub(super) fn enter_function(
        &self,
        scope: ScopeId,
        kind: CodeKind,
        qualname: String,
        params: &Params,
    ) -> (Lowering<'_>, Layout) {
        let tree = self.unit.tree;
        let mut frame = Frame::new(scope, kind, qualname);
        let in_order = params
            .positional_only
            .iter()
            .chain(&params.regular)
            .chain(&params.keyword_only);
        for param in in_order
            .chain(&params.var_positional)
            .chain(&params.var_keyword)
        {
            let name = tree.mangled(scope, &param.name.name);
            frame.declare(scope, &name);
        }
        frame.declare_symbols(tree);
        let positional = params.positional_only.len() + params.regular.len();
        frame.positional =
            positional + usize::from(params.var_positional.is_some() && positional == 0);
        if params.var_positional.is_some() && positional == 0 {
            frame.positional = 0;
        }
        let layout = Layout {
            positional_only: params.positional_only.len(),
            positional,
            keyword_only: params.keyword_only.len(),
            var_positional: params.var_positional.is_some(),
            var_keyword: params.var_keyword.is_some(),
            ..Layout::default()
        };
        (Lowering::new(self.vm, self.unit, frame), layout)
    }

    /// Positional defaults, then keyword-only ones by name.
    #[allow(clippy::type_complexity)]
    fn defaults(
        &mut self,
        params: &Params,
        out: &mut Steps,
    ) -> Lowered<(Box<[BoxNode]>, Box<[(str::Name, BoxNode)]>)> {
        let positional = params.positional_only.iter().chain(&params.regular);
        let given: Vec<&Expr> = positional
            .filter_map(|param| param.default.as_deref())
            .collect();
        let named: Vec<(&Param, &Expr)> = params
            .keyword_only
            .iter()
            .filter_map(|param| param.default.as_deref().map(|default| (param, default)))
            .collect();
        let count = given.len();
        let all: Vec<&Expr> = given
            .into_iter()
            .chain(named.iter().map(|(_, default)| *default))
            .collect();
        let mut nodes = self.in_order(&all, out)?;
        let kw_nodes = nodes.split_off(count);
        let names = named
            .iter()
            .map(|(param, _)| self.stored_name(&param.name.name));
        let kw_defaults = names
            .collect::<Vec<_>>()
            .into_iter()
            .zip(kw_nodes)
            .collect();
        Ok((nodes.into_boxed_slice(), kw_defaults))
    }

    fn annotations(
        &mut self,
        function: &FunctionDef,
        out: &mut Steps,
    ) -> Lowered<Box<[(str::Name, BoxNode)]>> {
        let params = &function.params;
        // Positional-only ones come second, as in the reference.
        let all = params.regular.iter().chain(&params.positional_only);
        let all = all
            .chain(&params.var_positional)
            .chain(&params.keyword_only)
            .chain(&params.var_keyword);
        let mut annotated: Vec<(str::Name, &Expr)> = all
            .filter_map(|param| {
                Some((
                    self.stored_name(&param.name.name),
                    param.annotation.as_deref()?,
                ))
            })
            .collect();
        if let Some(returns) = &function.returns {
            annotated.push((self.vm.name("return"), returns));
        }
        if self.unit.tree.future_annotations() {
            let text = |expr: &Expr| self.annotation_text(expr);
            return Ok(annotated
                .into_iter()
                .map(|(name, expr)| (name, text(expr)))
                .collect());
        }
        let exprs: Vec<&Expr> = annotated.iter().map(|(_, expr)| *expr).collect();
        let nodes = self.in_order(&exprs, out)?;
        let nodes = nodes.into_iter().zip(&exprs).map(|(value, expr)| {
            let span = expr.span;
            match expr.kind {
                ExprKind::Starred(_) => Box::new(OnlyItem { value, span }),
                _ => value,
            }
        });
        Ok(annotated
            .into_iter()
            .map(|(name, _)| name)
            .zip(nodes)
            .collect())
    }

    /// An annotation that is not evaluated, as text.
    pub(super) fn annotation_text(&self, expr: &Expr) -> BoxNode {
        Box::new(Literal(Value::from(self.unparse(expr))))
    }

    /// The docstring of a body, or `None`.
    pub(super) fn docstring(&self, body: &[Stmt]) -> Value {
        let Some(Stmt {
            kind: StmtKind::Expr(expr),
            ..
        }) = body.first()
        else {
            return Value::None;
        };
        let ExprKind::Constant(Constant::Str { text, .. }) = &expr.kind else {
            return Value::None;
        };
        if self.optimize() > 1 {
            return Value::None;
        }
        match std::str::from_utf8(text) {
            Ok(text) => Value::from(clean(text)),
            Err(_) => Value::from(Ref::new(str::Str::from_wtf8(text.to_vec()))),
        }
    }
}

/// A docstring without the indentation that all its lines but the first share, as the compiler stores it.
fn clean(text: &str) -> String {
    let text = text.replace('\t', "        ");
    let text = text.trim_start_matches(' ');
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let margin = text
        .split('\n')
        .skip(1)
        .filter(|line| !line.trim_matches(' ').is_empty())
        .map(indent)
        .min();
    let margin = margin.unwrap_or(usize::MAX);
    let mut lines = text.split('\n');
    let mut cleaned = lines.next().unwrap_or_default().to_owned();
    for line in lines {
        cleaned.push('\n');
        cleaned.push_str(&line[margin.min(indent(line))..]);
    }
    cleaned
}
