//! Comparisons, specialised by operator and by where the operands come from.

use super::operand::{Constant, Local, Operand, Shape};
use super::{BoxNode, Slot, names, noted, operators};
use crate::interp::{Node, Res, Slots, Vm};
use crate::objects::value::Value;
use snakelet_grammar::ast::CompareOp;
use snakelet_grammar::source::Span;
use std::marker::PhantomData;

/// An ordering or equality with its short ways for numbers.
pub trait Comparison: 'static {
    /// Which operator it is.
    const OP: CompareOp;
    /// On machine integers.
    fn int(a: i64, b: i64) -> bool;
    /// On floats.
    fn float(a: f64, b: f64) -> bool;
}

macro_rules! comparisons {
    ($($name:ident $op:tt;)*) => {$(
        /// One comparison.
        pub struct $name;

        impl Comparison for $name {
            const OP: CompareOp = CompareOp::$name;
            #[inline(always)]
            fn int(a: i64, b: i64) -> bool { a $op b }
            #[inline(always)]
            fn float(a: f64, b: f64) -> bool { a $op b }
        }
    )*};
}

comparisons! { Eq ==; NotEq !=; Lt <; LtE <=; Gt >; GtE >=; }

/// `a op b`
pub struct Compare<O, A, B> {
    a: A,
    b: B,
    span: Span,
    operator: PhantomData<O>,
}

impl<O: Comparison, A: Operand, B: Operand> Compare<O, A, B> {
    #[inline(always)]
    fn run<T>(
        &self,
        vm: &Vm,
        slots: &mut Slots,
        quick: impl FnOnce(bool) -> T,
        slow: impl FnOnce(&Value, &Value) -> Res<T>,
    ) -> Res<T> {
        if let (true, Some((slot, span))) = (B::RUNS, self.a.local())
            && slots[slot as usize].is_undef()
        {
            return Err(names::unbound(vm, slot, span));
        }
        let kept_a = self.a.prepare(vm, slots)?;
        let kept_b = self.b.prepare(vm, slots)?;
        let (a, b) = (self.a.borrow(slots, &kept_a), self.b.borrow(slots, &kept_b));
        let result = match (a, b) {
            (Value::Int(a), Value::Int(b)) => Ok(quick(O::int(*a, *b))),
            (Value::Float(a), Value::Float(b)) => Ok(quick(O::float(a.get(), b.get()))),
            (a, b) => {
                operators::check_bound(vm, a, b, (self.a.local(), self.b.local()))?;
                let (a, b) = (a.clone(), b.clone());
                noted(vm, self.span, slow(&a, &b))
            }
        };
        A::done(kept_a);
        B::done(kept_b);
        result
    }
}

impl<O: Comparison, A: Operand, B: Operand> Node for Compare<O, A, B> {
    #[inline]
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        self.run(vm, slots, Value::bool, |a, b| vm.compare(O::OP, a, b))
    }

    #[inline]
    fn test(&self, vm: &Vm, slots: &mut Slots) -> Res<bool> {
        self.run(
            vm,
            slots,
            |truth| truth,
            |a, b| vm.compare_test(O::OP, a, b),
        )
    }
}

/// `a is b`, `a in b` and their negations.
pub struct Membership {
    /// Which operator it is.
    pub op: CompareOp,
    /// The left operand.
    pub a: BoxNode,
    /// The right operand.
    pub b: BoxNode,
    /// Where it stands.
    pub span: Span,
}

impl Node for Membership {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        self.test(vm, slots).map(Value::bool)
    }

    #[inline]
    fn test(&self, vm: &Vm, slots: &mut Slots) -> Res<bool> {
        let a = self.a.eval(vm, slots)?;
        let b = self.b.eval(vm, slots)?;
        apply_membership(vm, self.op, &a, &b, self.span)
    }
}

fn apply_membership(vm: &Vm, op: CompareOp, a: &Value, b: &Value, span: Span) -> Res<bool> {
    match op {
        CompareOp::Is => Ok(a.is(b)),
        CompareOp::IsNot => Ok(!a.is(b)),
        CompareOp::In => noted(vm, span, vm.contains(b, a)),
        CompareOp::NotIn => noted(vm, span, vm.contains(b, a)).map(|found| !found),
        CompareOp::Eq
        | CompareOp::NotEq
        | CompareOp::Lt
        | CompareOp::LtE
        | CompareOp::Gt
        | CompareOp::GtE => noted(vm, span, vm.compare_test(op, a, b)),
    }
}

/// `a op b` for any comparison, as an object.
pub fn apply(vm: &Vm, op: CompareOp, a: &Value, b: &Value, span: Span) -> Res {
    match op {
        CompareOp::Eq
        | CompareOp::NotEq
        | CompareOp::Lt
        | CompareOp::LtE
        | CompareOp::Gt
        | CompareOp::GtE => noted(vm, span, vm.compare(op, a, b)),
        CompareOp::Is | CompareOp::IsNot | CompareOp::In | CompareOp::NotIn => {
            apply_membership(vm, op, a, b, span).map(Value::bool)
        }
    }
}

/// `a < b < c`: each operand is evaluated once, and none behind the first comparison that fails.
pub struct Chain {
    /// The first operand.
    pub first: BoxNode,
    /// The operators with the operands behind them.
    pub rest: Box<[(CompareOp, BoxNode)]>,
    /// Where it stands.
    pub span: Span,
}

impl Node for Chain {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let mut left = self.first.eval(vm, slots)?;
        let last = self.rest.len() - 1;
        for (index, (op, operand)) in self.rest.iter().enumerate() {
            let right = operand.eval(vm, slots)?;
            let result = apply(vm, *op, &left, &right, self.span)?;
            if index == last || !noted(vm, self.span, vm.truth(&result))? {
                return Ok(result);
            }
            left = right;
        }
        Ok(left)
    }
}

/// One comparison of two hidden slots, for chains that suspend. The left one is moved out, the right one stays.
pub struct CompareSlots {
    /// Which operator it is.
    pub op: CompareOp,
    /// The left operand's slot.
    pub a: Slot,
    /// The right operand's slot.
    pub b: Slot,
    /// Where it stands.
    pub span: Span,
}

impl Node for CompareSlots {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let a = slots[self.a as usize].take();
        let b = slots[self.b as usize].clone();
        apply(vm, self.op, &a, &b, self.span)
    }
}

/// Chooses the node for a comparison from how its operands were lowered.
pub fn compare(op: CompareOp, a: Shape, b: Shape, span: Span) -> BoxNode {
    fn node<O: Comparison, A: Operand, B: Operand>(a: A, b: B, span: Span) -> BoxNode {
        Box::new(Compare::<O, A, B> {
            a,
            b,
            span,
            operator: PhantomData,
        })
    }
    fn with_operands<O: Comparison>(a: Shape, b: Shape, span: Span) -> BoxNode {
        match (a, b) {
            (Shape::Local(a, at), Shape::Local(b, bt)) => {
                node::<O, _, _>(Local(a, at), Local(b, bt), span)
            }
            (Shape::Local(a, at), Shape::Constant(b)) => {
                node::<O, _, _>(Local(a, at), Constant(b), span)
            }
            (Shape::Local(a, at), Shape::Node(b)) => node::<O, _, _>(Local(a, at), b, span),
            (a, Shape::Local(b, bt)) => node::<O, _, _>(a.into_node(), Local(b, bt), span),
            (a, Shape::Constant(b)) => node::<O, _, _>(a.into_node(), Constant(b), span),
            (a, Shape::Node(b)) => node::<O, _, _>(a.into_node(), b, span),
        }
    }
    match op {
        CompareOp::Eq => with_operands::<Eq>(a, b, span),
        CompareOp::NotEq => with_operands::<NotEq>(a, b, span),
        CompareOp::Lt => with_operands::<Lt>(a, b, span),
        CompareOp::LtE => with_operands::<LtE>(a, b, span),
        CompareOp::Gt => with_operands::<Gt>(a, b, span),
        CompareOp::GtE => with_operands::<GtE>(a, b, span),
        CompareOp::Is | CompareOp::IsNot | CompareOp::In | CompareOp::NotIn => {
            Box::new(Membership {
                op,
                a: a.into_node(),
                b: b.into_node(),
                span,
            })
        }
    }
}
