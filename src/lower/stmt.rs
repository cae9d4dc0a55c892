//! Statements.

use super::attempt::TryParts;
use super::{Lowered, Lowering, Steps};
use crate::nodes::block::{Assert, Break, Continue, If, Pass, Raise, Reraise, Return, Statements};
use crate::nodes::definitions::Annotate;
use crate::nodes::import::{Import, ImportModule, ImportName, ImportStar};
use crate::nodes::loops::{
    AsyncIterator, AsyncNext, For, NextOrEnd, ResumableFor, ResumableWhile, While,
};
use crate::nodes::names::{Forget, StoreLocal, Take};
use crate::nodes::suspend::Purpose;
use crate::nodes::with::{CallExit, EnterContext, WithBody};
use crate::nodes::{BoxNode, Slot};
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use snakelet_grammar::ast::{Alias, Expr, ExprKind, Identifier, Stmt, StmtKind, WithItem};
use snakelet_grammar::source::Span;

impl Lowering<'_> {
    /// Adds statements to a block in the making. Each gives its hidden slots back.
    pub(super) fn statements(&mut self, body: &[Stmt], out: &mut Steps) -> Lowered<()> {
        for stmt in body {
            let mark = self.frame.mark();
            out.at = stmt.span.start;
            let first = out.steps.len();
            self.mention(|mentioned| mentioned.places.push(stmt.span.start));
            self.statement(stmt, out)?;
            if self.unit.is_watched && looks_at_values(&stmt.kind) {
                self.watch(&mut out.steps[first..]);
            }
            self.frame.release(mark);
        }
        Ok(())
    }

    /// Lets the variables be seen while steps run that do not suspend.
    fn watch(&self, steps: &mut [super::Step]) {
        for step in steps.iter_mut().filter(|step| !step.suspends) {
            let node = std::mem::replace(&mut step.node, Box::new(Pass));
            step.node = self.seeing(node);
        }
    }

    /// A block of statements.
    pub(super) fn body(&mut self, body: &[Stmt]) -> Lowered<(BoxNode, bool)> {
        let at = body.first().map_or(0, |stmt| stmt.span.start);
        self.sub_block(at, |this, inner| this.statements(body, inner))
    }

    /// The statements of a loop's body.
    fn body_steps(&mut self, body: &[Stmt]) -> Lowered<Steps> {
        let at = body.first().map_or(0, |stmt| stmt.span.start);
        self.loop_body(at, |this, inner| this.statements(body, inner))
    }

    pub(super) fn optional_body(&mut self, body: &[Stmt]) -> Lowered<(Option<BoxNode>, bool)> {
        if body.is_empty() {
            return Ok((None, false));
        }
        self.body(body)
            .map(|(node, suspends)| (Some(node), suspends))
    }

    fn statement(&mut self, stmt: &Stmt, out: &mut Steps) -> Lowered<()> {
        let span = stmt.span;
        match &stmt.kind {
            StmtKind::Expr(expr) => self.expression_statement(expr, out)?,
            StmtKind::Assign { targets, value } => {
                let value = self.expr(value, out)?;
                if let [target] = &targets[..] {
                    return self.assign(target, value, out);
                }
                let copies = self.copies(value, targets.len(), out);
                for (target, copy) in targets.iter().zip(copies) {
                    self.assign(target, copy, out)?;
                }
            }
            StmtKind::AugAssign { target, op, value } => {
                self.augment(target, *op, value, span, out)?
            }
            StmtKind::AnnAssign {
                target,
                annotation,
                value,
                simple,
            } => {
                self.annotated(target, annotation, value.as_deref(), *simple, out)?;
            }
            StmtKind::Return(value) => {
                let value = match value {
                    Some(value) => self.expr(value, out)?,
                    None => self.none(),
                };
                out.push(Box::new(Return(value)));
            }
            StmtKind::Delete(targets) => {
                for target in targets {
                    self.delete(target, out)?;
                }
            }
            // A body that is left for later is never lowered before it is read.
            StmtKind::Pass
            | StmtKind::Unread { .. }
            | StmtKind::Global(_)
            | StmtKind::Nonlocal(_) => out.push(Box::new(Pass)),
            StmtKind::Break => out.push(Box::new(Break)),
            StmtKind::Continue => out.push(Box::new(Continue)),
            StmtKind::Raise {
                exception: None, ..
            } => out.push(Box::new(Reraise { span })),
            StmtKind::Raise {
                exception: Some(exception),
                cause,
            } => {
                let parts = std::iter::once(exception).chain(cause);
                let parts: Vec<&Expr> = parts.map(|part| &**part).collect();
                let mut nodes = self.in_order(&parts, out)?.into_iter();
                if let Some(exception) = nodes.next() {
                    out.push(Box::new(Raise {
                        exception,
                        cause: nodes.next(),
                        span,
                    }));
                }
            }
            StmtKind::Assert { test, message } => self.assertion(test, message.as_deref(), out)?,
            StmtKind::Import(names) => self.import(names, span, out)?,
            StmtKind::ImportFrom {
                module,
                names,
                level,
            } => {
                self.import_from(module.as_ref(), names, *level, span, out)?;
            }
            StmtKind::If { test, body, orelse } => self.if_statement(test, body, orelse, out)?,
            StmtKind::While { test, body, orelse } => {
                self.while_statement(test, body, orelse, out)?
            }
            StmtKind::For {
                target,
                iter,
                body,
                orelse,
                is_async,
            } => {
                let iterable = self.iterated(iter, out)?;
                if *is_async {
                    let at = target.span.start;
                    let run = |this: &mut Self, inner: &mut Steps| this.statements(body, inner);
                    return self.async_loop(
                        iterable,
                        target,
                        iter.span,
                        at,
                        run,
                        Some(orelse),
                        out,
                    );
                }
                self.for_statement(iterable, target, iter.span, body, orelse, out)?;
            }
            StmtKind::With {
                items,
                body,
                is_async,
            } => self.with_statement(items, body, *is_async, out)?,
            StmtKind::Try {
                body,
                handlers,
                orelse,
                finalbody,
                star,
            } => {
                let parts = TryParts {
                    body,
                    handlers,
                    orelse,
                    finalbody,
                    star: *star,
                };
                self.try_statement(&parts, out)?;
            }
            StmtKind::Match { subject, cases } => self.match_statement(subject, cases, out)?,
            StmtKind::Function(function) => self.function(stmt, function, out)?,
            StmtKind::Class(class) => self.class(stmt, class, out)?,
            StmtKind::TypeAlias {
                name,
                type_params,
                value,
            } => self.type_alias(stmt, name, type_params, value, out)?,
        }
        Ok(())
    }

    fn expression_statement(&mut self, expr: &Expr, out: &mut Steps) -> Lowered<()> {
        let shown = expr.span.start >= self.unit.displayed_from
            && self.frame.scope == self.unit.tree.root();
        if shown {
            let value = self.expr(expr, out)?;
            out.push(Box::new(crate::nodes::block::Display(value, expr.span)));
            return Ok(());
        }
        match &expr.kind {
            ExprKind::Await(_) | ExprKind::Yield(_) | ExprKind::YieldFrom(_) => {
                self.suspension(expr, None, out)
            }
            ExprKind::Constant(_) => {
                out.push(Box::new(Pass));
                Ok(())
            }
            _ => {
                let node = self.expr(expr, out)?;
                out.push(node);
                Ok(())
            }
        }
    }

    /// Makes sure that a module or class has its `__annotations__`; a class has its own, whatever stands around it.
    pub(super) fn set_up_annotations(&mut self, out: &mut Steps) {
        let present = self.load_own_name("__annotations__");
        let fresh = Box::new(crate::nodes::literals::Fresh::Dict);
        if let Ok(store) = self.store_name("__annotations__", fresh, Span::default()) {
            out.push(Box::new(crate::nodes::names::Unless {
                present,
                otherwise: store,
            }));
        }
    }

    fn annotated(
        &mut self,
        target: &Expr,
        annotation: &Expr,
        value: Option<&Expr>,
        simple: bool,
        out: &mut Steps,
    ) -> Lowered<()> {
        if let Some(value) = value {
            let value = self.expr(value, out)?;
            self.assign(target, value, out)?;
        } else if !simple {
            // The parts of the target are evaluated, and nothing is stored.
            match &target.kind {
                ExprKind::Attribute { value, .. } => {
                    let node = self.expr(value, out)?;
                    out.push(node);
                }
                ExprKind::Subscript { value, index } => {
                    for node in self.in_order(&[value, index], out)? {
                        out.push(node);
                    }
                }
                _ => {}
            }
        }
        let in_function = self.unit.tree.get(self.frame.scope).kind.is_function_like();
        if in_function {
            out.push(Box::new(Pass));
            return Ok(());
        }
        let as_text = self.unit.tree.future_annotations();
        let node = if as_text {
            self.annotation_text(annotation)
        } else {
            self.expr(annotation, out)?
        };
        match &target.kind {
            ExprKind::Name(name) if simple => {
                let annotations = self.load_name("__annotations__", annotation.span);
                let name = self.stored_name(name);
                out.push(Box::new(Annotate {
                    annotations,
                    name,
                    value: node,
                    span: annotation.span,
                }));
            }
            _ if as_text => {}
            _ => out.push(node),
        }
        Ok(())
    }

    fn assertion(&mut self, test: &Expr, message: Option<&Expr>, out: &mut Steps) -> Lowered<()> {
        if self.optimize() > 0 && !self.unit.options.is_library {
            return Ok(());
        }
        let condition = self.condition(test, out)?;
        match message {
            Some(message) if self.suspends(message) => {
                let (failed, _) = self.sub_block(out.at, |this, inner| {
                    let text = this.expr(message, inner)?;
                    let never = Box::new(crate::nodes::literals::Literal(Value::bool(false)));
                    inner.push(Box::new(Assert {
                        test: never,
                        message: Some(text),
                        span: test.span,
                    }));
                    Ok(())
                })?;
                let test_node = Box::new(crate::nodes::boolean::Not(condition, test.span));
                let slot = self.frame.resumable();
                let span = test.span;
                out.push_suspending(Box::new(If::<true> {
                    test: test_node,
                    body: failed,
                    orelse: None,
                    slot,
                    span,
                }));
            }
            Some(message) => {
                let message = Some(self.expr(message, out)?);
                out.push(Box::new(Assert {
                    test: condition,
                    message,
                    span: test.span,
                }));
            }
            None => out.push(Box::new(Assert {
                test: condition,
                message: None,
                span: test.span,
            })),
        }
        Ok(())
    }

    fn import(&mut self, names: &[Alias], span: Span, out: &mut Steps) -> Lowered<()> {
        for alias in names {
            let name = &alias.name.name;
            let globals = self.globals();
            self.mention_constant(&Value::Int(0));
            self.mention_constant(&Value::None);
            self.mention_name(&self.vm.name(name));
            let value = Box::new(Import {
                name: (**name).into(),
                whole: alias.asname.is_some(),
                globals,
                span,
            });
            let target = match &alias.asname {
                Some(asname) => &*asname.name,
                None => name.split('.').next().unwrap_or(name),
            };
            let store = self.store_name(target, value, alias.span)?;
            out.push(store);
        }
        Ok(())
    }

    fn import_from(
        &mut self,
        module: Option<&Identifier>,
        names: &[Alias],
        level: u32,
        span: Span,
        out: &mut Steps,
    ) -> Lowered<()> {
        let name = module.map_or("", |module| &*module.name);
        let wanted = names.iter().map(|alias| Value::str(&alias.name.name));
        self.mention_constant(&Value::Int(i64::from(level)));
        self.mention_constant(&Value::from(Tuple::new(wanted.collect())));
        self.mention_name(&self.vm.name(name));
        let globals = self.globals();
        let import = Box::new(ImportModule {
            name: name.into(),
            level,
            names: names
                .iter()
                .map(|alias| self.vm.name(&alias.name.name))
                .collect(),
            globals,
            span,
        });
        if let [Alias { name, .. }] = names
            && &*name.name == "*"
        {
            out.push(Box::new(ImportStar {
                module: import,
                globals: self.globals(),
                namespace: self.frame.namespace,
                span,
            }));
            return Ok(());
        }
        let module = self.spill_slot(import, out);
        for alias in names {
            let value = Box::new(ImportName {
                module,
                name: self.attribute_name(&alias.name.name),
                span,
            });
            let target = alias.asname.as_ref().unwrap_or(&alias.name);
            let store = self.store_name(&target.name, value, alias.span)?;
            out.push(store);
        }
        out.push(Box::new(Forget(module..module + 1)));
        Ok(())
    }

    fn if_statement(
        &mut self,
        test: &Expr,
        body: &[Stmt],
        orelse: &[Stmt],
        out: &mut Steps,
    ) -> Lowered<()> {
        let slot = self.frame.resumable();
        let span = test.span;
        let test = self.condition(test, out)?;
        let (body, body_suspends) = self.body(body)?;
        let (orelse, orelse_suspends) = self.optional_body(orelse)?;
        if body_suspends || orelse_suspends {
            out.push_suspending(Box::new(If::<true> {
                test,
                body,
                orelse,
                slot,
                span,
            }));
        } else {
            out.push(Box::new(If::<false> {
                test,
                body,
                orelse,
                slot,
                span,
            }));
        }
        Ok(())
    }

    fn while_statement(
        &mut self,
        test: &Expr,
        body: &[Stmt],
        orelse: &[Stmt],
        out: &mut Steps,
    ) -> Lowered<()> {
        let slot = self.frame.resumable();
        let span = test.span;
        let mut condition = None;
        let (prelude, mut suspends) = self.sub_block(span.start, |this, inner| {
            condition = Some(this.condition(test, inner)?);
            Ok(())
        })?;
        let prelude = suspends.then_some(prelude);
        let body = self.body_steps(body)?;
        let (orelse, orelse_suspends) = self.optional_body(orelse)?;
        suspends |= body.suspends() | orelse_suspends;
        let test = condition.unwrap_or_else(|| self.none());
        if suspends {
            out.push_suspending(Box::new(ResumableWhile {
                prelude,
                test,
                body: Statements(body.into_statements()),
                orelse,
                slot,
                iterator: None,
                span,
            }));
        } else {
            out.push(Box::new(While {
                test,
                body: super::finish(body, slot),
                orelse,
                span,
            }));
        }
        Ok(())
    }

    fn for_statement(
        &mut self,
        iter: BoxNode,
        target: &Expr,
        span: Span,
        body: &[Stmt],
        orelse: &[Stmt],
        out: &mut Steps,
    ) -> Lowered<()> {
        let (item, assign) = self.loop_target(target, out.at)?;
        let assign_suspends = assign.as_ref().is_some_and(|(_, suspends)| *suspends);
        let assign = assign.map(|(node, _)| node);
        let (iterator, slot) = (self.frame.resumable(), self.frame.resumable());
        let body = self.body_steps(body)?;
        let (orelse, orelse_suspends) = self.optional_body(orelse)?;
        if assign_suspends || body.suspends() || orelse_suspends {
            out.push_suspending(Box::new(ResumableFor {
                iter,
                iterator,
                item,
                assign,
                body: Statements(body.into_statements()),
                orelse,
                slot,
                span,
            }));
        } else {
            out.push(Box::new(For {
                iter,
                item,
                assign,
                body: super::finish(body, slot),
                orelse,
                span,
            }));
        }
        Ok(())
    }

    /// `async for` over a value that is asked for its iterator first.
    #[allow(clippy::too_many_arguments)]
    pub(super) fn async_loop(
        &mut self,
        iter: BoxNode,
        target: &Expr,
        span: Span,
        at: u32,
        body: impl FnOnce(&mut Self, &mut Steps) -> Lowered<()>,
        orelse: Option<&[Stmt]>,
        out: &mut Steps,
    ) -> Lowered<()> {
        let iterator = self.spill_slot(Box::new(AsyncIterator { value: iter, span }), out);
        self.async_loop_over(iterator, target, span, at, body, orelse, out)
    }

    /// `async for` over the iterator in a slot: a `while` whose prelude awaits the next item.
    #[allow(clippy::too_many_arguments)]
    pub(super) fn async_loop_over(
        &mut self,
        iterator: Slot,
        target: &Expr,
        span: Span,
        at: u32,
        body: impl FnOnce(&mut Self, &mut Steps) -> Lowered<()>,
        orelse: Option<&[Stmt]>,
        out: &mut Steps,
    ) -> Lowered<()> {
        let (slot, item, more) = (
            self.frame.hidden(),
            self.frame.hidden(),
            self.frame.hidden(),
        );
        let (prelude, _) = self.sub_block(span.start, |this, inner| {
            let next = Box::new(AsyncNext { iterator, span });
            let mut step = Steps::at(inner.at);
            this.suspend(next, Some(item), Purpose::AwaitNext, span, &mut step);
            for step in step.steps {
                inner.push_suspending(Box::new(NextOrEnd {
                    step: step.node,
                    more,
                }));
            }
            Ok(())
        })?;
        let body = self.loop_body(at, |this, inner| {
            this.assign(target, Box::new(Take(item)), inner)?;
            body(this, inner)
        })?;
        let (orelse, _) = self.optional_body(orelse.unwrap_or_default())?;
        out.push_suspending(Box::new(ResumableWhile {
            prelude: Some(prelude),
            test: Box::new(Take(more)),
            body: Statements(body.into_statements()),
            orelse,
            slot,
            iterator: Some(iterator),
            span,
        }));
        out.push(Box::new(Forget(iterator..iterator + 1)));
        Ok(())
    }

    fn with_statement(
        &mut self,
        items: &[WithItem],
        body: &[Stmt],
        is_async: bool,
        out: &mut Steps,
    ) -> Lowered<()> {
        let Some((item, rest)) = items.split_first() else {
            return self.statements(body, out);
        };
        let span = item.context.span;
        let manager = self.expr(&item.context, out)?;
        let exit = self.frame.hidden();
        let entered = self.frame.hidden();
        let enter = Box::new(EnterContext {
            manager,
            exit,
            is_async,
            span,
        });
        if is_async {
            self.suspend(enter, Some(entered), Purpose::AwaitEnter, span, out);
        } else {
            out.push(Box::new(StoreLocal {
                slot: entered,
                value: enter,
            }));
        }
        let (exception, result) = (self.frame.hidden(), self.frame.hidden());
        let slots = self.kept();
        let (call_exit, exit_suspends) = self.sub_block(span.start, |this, inner| {
            let value = Box::new(CallExit {
                exit,
                exception,
                span,
            });
            if is_async {
                this.suspend(value, Some(result), Purpose::AwaitExit, span, inner);
            } else {
                inner.push(Box::new(StoreLocal {
                    slot: result,
                    value,
                }));
            }
            Ok(())
        })?;
        let at = body.first().map_or(out.at, |stmt| stmt.span.start);
        let (body, body_suspends) = self.sub_block(at, |this, inner| {
            match &item.target {
                Some(target) => this.assign(target, Box::new(Take(entered)), inner)?,
                None => inner.push(Box::new(Forget(entered..entered + 1))),
            }
            this.with_statement(rest, body, is_async, inner)
        })?;
        let suspends = exit_suspends || body_suspends;
        let kept = suspends.then_some(slots);
        let node = Box::new(WithBody {
            exit,
            body,
            call_exit,
            exception,
            result,
            kept,
            span,
        });
        out.push_step(node, suspends);
        Ok(())
    }
}

/// Whether a statement itself can look into the view of a frame's variables: the others do by expressions alone.
fn looks_at_values(kind: &StmtKind) -> bool {
    matches!(
        kind,
        StmtKind::Expr(_)
            | StmtKind::Assign { .. }
            | StmtKind::AugAssign { .. }
            | StmtKind::AnnAssign { .. }
            | StmtKind::Return(_)
            | StmtKind::Delete(_)
            | StmtKind::Raise { .. }
            | StmtKind::Assert { .. }
            | StmtKind::Match { .. }
            | StmtKind::For { .. }
            | StmtKind::With { .. }
    )
}
