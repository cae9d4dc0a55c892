//! Comprehensions run in the frame around them; generator expressions are functions of their own.

use super::frame::Frame;
use super::scope::{Binding, ScopeId, ScopeKind};
use super::{Lowered, Lowering, Steps};
use crate::nodes::block::{If, Statements};
use crate::nodes::definitions::MakeFunction;
use crate::nodes::literals::{AddPair, AddTo, Fresh, Steps as StepsNode};
use crate::nodes::loops::{For, ResumableFor};
use crate::nodes::names::{Forget, LoadLocal, MakeCells, StoreLocal, Take};
use crate::nodes::suspend::{Purpose, Suspend};
use crate::nodes::{BoxNode, Slot};
use crate::objects::function::{CodeKind, Layout};
use crate::objects::value::Value;
use snakelet_grammar::ast::{Comprehension, Expr, ExprKind};

/// What a comprehension does for each combination of items.
enum Product<'e> {
    Add(Slot, &'e Expr),
    AddPair(Slot, &'e Expr, &'e Expr),
    Yield(&'e Expr),
}

impl Lowering<'_> {
    pub(super) fn comprehension(&mut self, expr: &Expr, out: &mut Steps) -> Lowered {
        let (fresh, clauses) = match &expr.kind {
            ExprKind::ListComp { clauses, .. } => (Fresh::List, clauses),
            ExprKind::SetComp { clauses, .. } => (Fresh::Set, clauses),
            ExprKind::DictComp { clauses, .. } => (Fresh::Dict, clauses),
            ExprKind::Generator { element, clauses } => {
                return self.generator(expr, element, clauses, out);
            }
            _ => return self.expr(expr, out),
        };
        let result = self.frame.hidden();
        let scope = self.unit.tree.of(expr.span, ScopeKind::Comprehension);
        let product = match &expr.kind {
            ExprKind::ListComp { element, .. } | ExprKind::SetComp { element, .. } => {
                Product::Add(result, element)
            }
            ExprKind::DictComp { key, value, .. } => Product::AddPair(result, key, value),
            _ => return self.expr(expr, out),
        };
        let suspends = self.suspends(expr);
        let mut steps = Steps::at(out.at);
        let first = self.iterated(&clauses[0].iter, if suspends { out } else { &mut steps })?;
        let first = if suspends {
            self.spill(first, out)
        } else {
            first
        };
        steps.push(Box::new(StoreLocal {
            slot: result,
            value: Box::new(fresh),
        }));
        let before = self.frame.mark();
        let outer = std::mem::replace(&mut self.scope, scope);
        self.declare_comprehension(scope, &mut steps);
        let lowered = self.clauses(clauses, Some(first), &product, &mut steps);
        self.scope = outer;
        lowered?;
        steps.push(Box::new(Forget(before..self.frame.mark())));
        let value = Box::new(Take(result));
        if suspends {
            out.steps.extend(steps.steps);
            return Ok(value);
        }
        Ok(Box::new(StepsNode(steps.into_nodes(), value)))
    }

    /// Slots for the variables of a comprehension's own.
    fn declare_comprehension(&mut self, scope: ScopeId, steps: &mut Steps) {
        let mut cells = Vec::new();
        for (name, symbol) in &self.unit.tree.get(scope).symbols {
            match symbol.binding {
                Binding::Local => {
                    self.frame.declare_hidden(scope, name);
                }
                Binding::Cell => cells.push(self.frame.declare_hidden(scope, name)),
                Binding::Free | Binding::GlobalExplicit | Binding::GlobalImplicit => {}
            }
        }
        if !cells.is_empty() {
            steps.push(Box::new(MakeCells(cells.into_boxed_slice())));
        }
    }

    /// The loops of a comprehension, outermost first.
    fn clauses(
        &mut self,
        clauses: &[Comprehension],
        first: Option<BoxNode>,
        product: &Product<'_>,
        out: &mut Steps,
    ) -> Lowered<()> {
        let Some((clause, rest)) = clauses.split_first() else {
            return self.product(product, out);
        };
        let iter = match first {
            Some(iter) => iter,
            None => self.iterated(&clause.iter, out)?,
        };
        let at = clause.target.span.start;
        if clause.is_async {
            let body = |this: &mut Self, inner: &mut Steps| {
                this.conditions(&clause.conditions, inner, &mut |this, inner| {
                    this.clauses(rest, None, product, inner)
                })
            };
            return self.async_loop(iter, &clause.target, clause.iter.span, at, body, None, out);
        }
        let (item, assign) = self.loop_target(&clause.target, out.at)?;
        let (body, suspends) = self.sub_block(at, |this, inner| {
            this.conditions(&clause.conditions, inner, &mut |this, inner| {
                this.clauses(rest, None, product, inner)
            })
        })?;
        let assign_suspends = assign.as_ref().is_some_and(|(_, suspends)| *suspends);
        let assign = assign.map(|(node, _)| node);
        let iter_span = clause.iter.span;
        if suspends || assign_suspends {
            let (iterator, slot) = (self.frame.hidden(), self.frame.hidden());
            out.push_suspending(Box::new(ResumableFor {
                iter,
                iterator,
                item,
                assign,
                body: Statements::one(body, at),
                orelse: None,
                slot,
                span: iter_span,
            }));
        } else {
            out.push(Box::new(For {
                iter,
                item,
                assign,
                body,
                orelse: None,
                span: iter_span,
            }));
        }
        Ok(())
    }

    /// The conditions of a clause around what it does.
    fn conditions(
        &mut self,
        conditions: &[Expr],
        out: &mut Steps,
        then: &mut dyn FnMut(&mut Self, &mut Steps) -> Lowered<()>,
    ) -> Lowered<()> {
        let Some((condition, rest)) = conditions.split_first() else {
            return then(self, out);
        };
        let test = self.condition(condition, out)?;
        let (body, suspends) = self.sub_block(condition.span.start, |this, inner| {
            this.conditions(rest, inner, then)
        })?;
        let span = condition.span;
        let slot = self.frame.resumable();
        if suspends {
            out.push_suspending(Box::new(If::<true> {
                test,
                body,
                orelse: None,
                slot,
                span,
            }));
        } else {
            out.push(Box::new(If::<false> {
                test,
                body,
                orelse: None,
                slot,
                span,
            }));
        }
        Ok(())
    }

    fn product(&mut self, product: &Product<'_>, out: &mut Steps) -> Lowered<()> {
        match product {
            Product::Add(container, element) => {
                let value = self.expr(element, out)?;
                out.push(Box::new(AddTo {
                    container: *container,
                    value,
                    span: element.span,
                }));
            }
            Product::AddPair(container, key, value) => {
                let span = key.span.to(value.span);
                let mut nodes = self.in_order(&[key, value], out)?.into_iter();
                if let (Some(key), Some(value)) = (nodes.next(), nodes.next()) {
                    out.push(Box::new(AddPair {
                        container: *container,
                        key,
                        value,
                        span,
                    }));
                }
            }
            Product::Yield(element) => {
                let value = self.expr(element, out)?;
                let in_coroutine = false;
                let purpose = Purpose::Yield;
                out.push_suspending(Box::new(Suspend {
                    slot: None,
                    value,
                    purpose,
                    in_coroutine,
                    span: element.span,
                }));
            }
        }
        Ok(())
    }

    /// A generator expression: a generator whose one argument is the first iterator, which is asked for at once.
    fn generator(
        &mut self,
        expr: &Expr,
        element: &Expr,
        clauses: &[Comprehension],
        out: &mut Steps,
    ) -> Lowered {
        let scope = self.unit.tree.of(expr.span, ScopeKind::Generator);
        let first = self.expr(&clauses[0].iter, out)?;
        let first_span = clauses[0].iter.span;
        let first: BoxNode = if clauses[0].is_async {
            Box::new(crate::nodes::loops::AsyncIterator {
                value: first,
                span: first_span,
            })
        } else {
            Box::new(crate::nodes::loops::Iterator {
                value: first,
                span: first_span,
            })
        };
        let is_async = self.unit.tree.get(scope).is_async;
        let kind = if is_async {
            CodeKind::AsyncGenerator
        } else {
            CodeKind::Generator
        };
        let qualname = self.inner_qualname("<genexpr>", false);
        let mut frame = Frame::new(scope, kind, qualname);
        let parameter = frame.declare(scope, &".0".into());
        frame.declare_symbols(self.unit.tree);
        frame.positional = 1;
        let mut inner = Lowering::new(self.vm, self.unit, frame);
        let mut steps = Steps::at(element.span.start);
        let position = inner.frame.hidden();
        let iterator = Box::new(LoadLocal {
            slot: parameter,
            span: first_span,
        });
        if clauses[0].is_async {
            // The iterator was asked for outside; the loop takes it as it is.
            inner.async_clauses(iterator, clauses, element, &mut steps)?;
        } else {
            inner.clauses(
                clauses,
                Some(iterator),
                &Product::Yield(element),
                &mut steps,
            )?;
        }
        let body = super::finish(steps, position);
        let layout = Layout {
            positional: 1,
            positional_only: 1,
            ..Layout::default()
        };
        let captured = self.captured(scope);
        let code = inner.code("<genexpr>", layout, Value::None, expr.span, body);
        let code = self.adopt(code);
        let function = Box::new(MakeFunction {
            code,
            captured,
            defaults: Box::default(),
            kw_defaults: Box::default(),
            annotations: Box::default(),
            type_params: None,
        });
        Ok(Box::new(crate::nodes::call::Call {
            callee: function,
            args: Box::new([first]),
            span: expr.span,
        }))
    }

    fn async_clauses(
        &mut self,
        iterator: BoxNode,
        clauses: &[Comprehension],
        element: &Expr,
        out: &mut Steps,
    ) -> Lowered<()> {
        let (clause, rest) = clauses
            .split_first()
            .expect("a generator expression has a clause");
        let slot = self.spill_slot(iterator, out);
        let product = Product::Yield(element);
        let body = |this: &mut Self, inner: &mut Steps| {
            this.conditions(&clause.conditions, inner, &mut |this, inner| {
                this.clauses(rest, None, &product, inner)
            })
        };
        self.async_loop_over(
            slot,
            &clause.target,
            clause.iter.span,
            clause.target.span.start,
            body,
            None,
            out,
        )
    }
}
