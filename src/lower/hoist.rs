//! Hoisting: an expression that suspends becomes steps before the place where its value is used. Whatever was evaluated
//! before a suspension waits in hidden slots, also plain names, since they may be rebound meanwhile.

use super::{Lowered, Lowering, Steps};
use crate::nodes::block::If;
use crate::nodes::boolean::Not;
use crate::nodes::compare::CompareSlots;
use crate::nodes::names::{Peek, StoreLocal, Take};
use crate::nodes::suspend::{Purpose, Suspend};
use crate::nodes::{BoxNode, Slot};
use crate::objects::function::CodeKind;
use snakelet_grammar::ast::{BoolOp, CompareOp, Expr, ExprKind, UnaryOp};
use snakelet_grammar::source::Span;

impl Lowering<'_> {
    /// Whether evaluating the expression can suspend.
    pub(super) fn suspends(&self, expr: &Expr) -> bool {
        self.unit.suspends.in_expr(expr)
    }

    /// Evaluates into a hidden slot now, and takes the value from there later.
    pub(super) fn spill(&mut self, value: BoxNode, out: &mut Steps) -> BoxNode {
        let slot = self.spill_slot(value, out);
        Box::new(Take(slot))
    }

    /// Evaluates into a hidden slot now.
    pub(super) fn spill_slot(&mut self, value: BoxNode, out: &mut Steps) -> Slot {
        let slot = self.frame.hidden();
        out.push(Box::new(StoreLocal { slot, value }));
        slot
    }

    /// Evaluates expressions in order; all before the last that suspends wait in hidden slots.
    pub(super) fn in_order(&mut self, exprs: &[&Expr], out: &mut Steps) -> Lowered<Vec<BoxNode>> {
        let last = exprs.iter().rposition(|expr| self.suspends(expr));
        let mut nodes = Vec::with_capacity(exprs.len());
        for (index, expr) in exprs.iter().enumerate() {
            let mut node = self.expr(expr, out)?;
            if last.is_some_and(|last| index < last) && !matches!(expr.kind, ExprKind::Constant(_))
            {
                node = self.spill(node, out);
            }
            nodes.push(node);
        }
        Ok(nodes)
    }

    /// `await value`: the result waits in the given slot, or nowhere.
    pub(super) fn suspend(
        &mut self,
        value: BoxNode,
        slot: Option<Slot>,
        purpose: Purpose,
        span: Span,
        out: &mut Steps,
    ) {
        let in_coroutine = self.frame.kind == CodeKind::Coroutine;
        out.push_suspending(Box::new(Suspend {
            slot,
            value,
            purpose,
            in_coroutine,
            span,
        }));
    }

    /// `await`, `yield` and `yield from` as steps. The result goes into `slot` if given.
    pub(super) fn suspension(
        &mut self,
        expr: &Expr,
        slot: Option<Slot>,
        out: &mut Steps,
    ) -> Lowered<()> {
        let (value, purpose) = match &expr.kind {
            ExprKind::Await(value) => (self.expr(value, out)?, Purpose::Await),
            ExprKind::YieldFrom(value) => (self.expr(value, out)?, Purpose::YieldFrom),
            ExprKind::Yield(Some(value)) => (self.expr(value, out)?, Purpose::Yield),
            _ => (self.none(), Purpose::Yield),
        };
        self.suspend(value, slot, purpose, expr.span, out);
        Ok(())
    }

    /// A block of what `build` adds, with its own hidden slot for the position.
    pub(super) fn sub_block(
        &mut self,
        at: u32,
        build: impl FnOnce(&mut Self, &mut Steps) -> Lowered<()>,
    ) -> Lowered<(BoxNode, bool)> {
        let slot = self.frame.resumable();
        let mut steps = Steps::at(at);
        build(self, &mut steps)?;
        let suspends = steps.suspends();
        Ok((super::finish(steps, slot), suspends))
    }

    /// The statements of a loop's body, for a node that keeps which of them it has come to.
    pub(super) fn loop_body(
        &mut self,
        at: u32,
        build: impl FnOnce(&mut Self, &mut Steps) -> Lowered<()>,
    ) -> Lowered<Steps> {
        let mut steps = Steps::at(at);
        build(self, &mut steps)?;
        Ok(steps)
    }

    /// `if` on a test, as a step.
    fn push_if(
        &mut self,
        test: BoxNode,
        body: BoxNode,
        orelse: Option<BoxNode>,
        span: Span,
        out: &mut Steps,
    ) {
        let slot = self.frame.hidden();
        out.push_suspending(Box::new(If::<true> {
            test,
            body,
            orelse,
            slot,
            span,
        }));
    }

    /// An expression of which only the truth is asked. Each operand of `and` and `or` is asked once, where it is evaluated.
    pub(super) fn condition(&mut self, expr: &Expr, out: &mut Steps) -> Lowered {
        match &expr.kind {
            ExprKind::BoolOp { op, values } if self.suspends(expr) => {
                self.hoisted_junction((*op, true), values, expr.span, out)
            }
            ExprKind::Unary {
                op: UnaryOp::Not,
                operand,
            } if self.suspends(expr) => {
                let operand = self.condition(operand, out)?;
                Ok(Box::new(Not(operand, expr.span)))
            }
            _ => self.expr(expr, out),
        }
    }

    /// An operand of a junction: its value, or only its truth.
    fn junction_operand(&mut self, expr: &Expr, as_truth: bool, out: &mut Steps) -> Lowered {
        if !as_truth {
            return self.expr(expr, out);
        }
        let operand = self.condition(expr, out)?;
        Ok(Box::new(Not(Box::new(Not(operand, expr.span)), expr.span)))
    }

    /// `a and b`, `a or b` with a suspension in it: the value, or only the truth.
    pub(super) fn hoisted_junction(
        &mut self,
        (op, as_truth): (BoolOp, bool),
        values: &[Expr],
        span: Span,
        out: &mut Steps,
    ) -> Lowered {
        let result = self.frame.hidden();
        let (first, rest) = values
            .split_first()
            .expect("a junction has two operands at the least");
        let first = self.junction_operand(first, as_truth, out)?;
        out.push(Box::new(StoreLocal {
            slot: result,
            value: first,
        }));
        self.rest_of_junction((op, as_truth), rest, result, span, out)?;
        Ok(Box::new(Take(result)))
    }

    fn rest_of_junction(
        &mut self,
        (op, as_truth): (BoolOp, bool),
        rest: &[Expr],
        result: Slot,
        span: Span,
        out: &mut Steps,
    ) -> Lowered<()> {
        let Some((next, rest)) = rest.split_first() else {
            return Ok(());
        };
        let mut test: BoxNode = Box::new(Peek(result));
        if op == BoolOp::Or {
            test = Box::new(Not(test, span));
        }
        let (body, _) = self.sub_block(out.at, |this, inner| {
            let value = this.junction_operand(next, as_truth, inner)?;
            inner.push(Box::new(StoreLocal {
                slot: result,
                value,
            }));
            this.rest_of_junction((op, as_truth), rest, result, span, inner)
        })?;
        self.push_if(test, body, None, span, out);
        Ok(())
    }

    /// `body if test else orelse` with a suspension in it.
    pub(super) fn hoisted_conditional(
        &mut self,
        test: &Expr,
        body: &Expr,
        orelse: &Expr,
        out: &mut Steps,
    ) -> Lowered {
        let result = self.frame.hidden();
        let condition = self.condition(test, out)?;
        let at = out.at;
        let mut branch = |expr: &Expr| {
            self.sub_block(at, |this, inner| {
                let value = this.expr(expr, inner)?;
                inner.push(Box::new(StoreLocal {
                    slot: result,
                    value,
                }));
                Ok(())
            })
        };
        let (body, _) = branch(body)?;
        let (orelse, _) = branch(orelse)?;
        self.push_if(condition, body, Some(orelse), test.span, out);
        Ok(Box::new(Take(result)))
    }

    /// `a < b < c` with a suspension in it.
    pub(super) fn hoisted_comparison(
        &mut self,
        left: &Expr,
        rest: &[(CompareOp, Expr)],
        span: Span,
        out: &mut Steps,
    ) -> Lowered {
        let result = self.frame.hidden();
        let left = self.expr(left, out)?;
        let left = self.spill_slot(left, out);
        self.rest_of_comparison(left, rest, result, span, out)?;
        Ok(Box::new(Take(result)))
    }

    fn rest_of_comparison(
        &mut self,
        left: Slot,
        rest: &[(CompareOp, Expr)],
        result: Slot,
        span: Span,
        out: &mut Steps,
    ) -> Lowered<()> {
        let Some(((op, next), rest)) = rest.split_first() else {
            return Ok(());
        };
        let right = self.expr(next, out)?;
        let right = self.spill_slot(right, out);
        let value = Box::new(CompareSlots {
            op: *op,
            a: left,
            b: right,
            span,
        });
        out.push(Box::new(StoreLocal {
            slot: result,
            value,
        }));
        if rest.is_empty() {
            out.push(Box::new(crate::nodes::names::Forget(right..right + 1)));
            return Ok(());
        }
        let (body, _) = self.sub_block(out.at, |this, inner| {
            this.rest_of_comparison(right, rest, result, span, inner)
        })?;
        let otherwise: BoxNode = Box::new(crate::nodes::names::Forget(right..right + 1));
        self.push_if(Box::new(Peek(result)), body, Some(otherwise), span, out);
        Ok(())
    }
}
