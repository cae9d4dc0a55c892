//! Arithmetic and bit operators, specialised by operator and by where the operands come from.

use super::operand::{Constant, Local, Operand, Shape};
use super::{BoxNode, names, noted};
use crate::interp::{Flow, Node, Res, Slots, Vm};
use crate::objects::value::Value;
use snakelet_grammar::ast::{BinaryOp, UnaryOp};
use snakelet_grammar::source::Span;
use std::marker::PhantomData;

/// An operator with its short ways for numbers; `None` takes the long way.
pub trait Arithmetic: 'static {
    /// Which operator it is.
    const OP: BinaryOp;
    /// On machine integers.
    #[inline(always)]
    fn int(_a: i64, _b: i64) -> Option<Value> {
        None
    }
    /// On floats.
    #[inline(always)]
    fn float(_a: f64, _b: f64) -> Option<Value> {
        None
    }
}

macro_rules! operators {
    ($($name:ident, $op:ident, |$a:ident, $b:ident| $int:expr, |$x:ident, $y:ident| $float:expr;)*) => {$(
        /// One operator.
        pub struct $name;

        impl Arithmetic for $name {
            const OP: BinaryOp = BinaryOp::$op;
            #[inline(always)]
            fn int($a: i64, $b: i64) -> Option<Value> { $int }
            #[inline(always)]
            fn float($x: f64, $y: f64) -> Option<Value> { $float }
        }
    )*};
}

operators! {
    Add, Add, |a, b| a.checked_add(b).map(Value::Int), |x, y| Some(Value::float(x + y));
    Sub, Sub, |a, b| a.checked_sub(b).map(Value::Int), |x, y| Some(Value::float(x - y));
    Mult, Mult, |a, b| a.checked_mul(b).map(Value::Int), |x, y| Some(Value::float(x * y));
    Div, Div, |_a, _b| None, |x, y| if y == 0.0 { None } else { Some(Value::float(x / y)) };
    FloorDiv, FloorDiv, |a, b| floor_div(a, b), |_x, _y| None;
    Mod, Mod, |a, b| modulo(a, b), |_x, _y| None;
    BitAnd, BitAnd, |a, b| Some(Value::Int(a & b)), |_x, _y| None;
    BitOr, BitOr, |a, b| Some(Value::Int(a | b)), |_x, _y| None;
    BitXor, BitXor, |a, b| Some(Value::Int(a ^ b)), |_x, _y| None;
    LShift, LShift, |a, b| shift_left(a, b), |_x, _y| None;
    RShift, RShift, |a, b| if (0..64).contains(&b) { Some(Value::Int(a >> b)) } else { None }, |_x, _y| None;
    Pow, Pow, |_a, _b| None, |_x, _y| None;
    MatMult, MatMult, |_a, _b| None, |_x, _y| None;
}

#[inline(always)]
fn floor_div(a: i64, b: i64) -> Option<Value> {
    if b > 0 {
        Some(Value::Int(a.div_euclid(b)))
    } else {
        None
    }
}

#[inline(always)]
fn modulo(a: i64, b: i64) -> Option<Value> {
    if b > 0 {
        Some(Value::Int(a.rem_euclid(b)))
    } else {
        None
    }
}

#[inline(always)]
fn shift_left(a: i64, b: i64) -> Option<Value> {
    if !(0..63).contains(&b) {
        return None;
    }
    let shifted = a << b;
    (shifted >> b == a).then_some(Value::Int(shifted))
}

/// `a op b` by the short way.
#[inline(always)]
fn quick<O: Arithmetic>(a: &Value, b: &Value) -> Option<Value> {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => O::int(*a, *b),
        (Value::Float(a), Value::Float(b)) => O::float(a.get(), b.get()),
        (Value::Float(a), Value::Int(b)) => O::float(a.get(), *b as f64),
        (Value::Int(a), Value::Float(b)) => O::float(*a as f64, b.get()),
        _ => None,
    }
}

/// `a op b`
pub struct Binary<O, A, B> {
    a: A,
    b: B,
    span: Span,
    operator: PhantomData<O>,
}

impl<O: Arithmetic, A: Operand, B: Operand> Node for Binary<O, A, B> {
    #[inline]
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        if let (true, Some((slot, span))) = (B::RUNS, self.a.local())
            && slots[slot as usize].is_undef()
        {
            return Err(names::unbound(vm, slot, span));
        }
        let kept_a = self.a.prepare(vm, slots)?;
        let kept_b = self.b.prepare(vm, slots)?;
        let (a, b) = (self.a.borrow(slots, &kept_a), self.b.borrow(slots, &kept_b));
        let result = match quick::<O>(a, b) {
            Some(value) => Ok(value),
            None => slow(vm, O::OP, a, b, (self.a.local(), self.b.local()), self.span),
        };
        A::done(kept_a);
        B::done(kept_b);
        result
    }
}

#[inline(never)]
fn slow(vm: &Vm, op: BinaryOp, a: &Value, b: &Value, locals: (Named, Named), span: Span) -> Res {
    check_bound(vm, a, b, locals)?;
    // Script code may rebind the variables that the operands were borrowed from.
    let (a, b) = (a.clone(), b.clone());
    noted(vm, span, vm.binary(op, &a, &b))
}

/// Raises for the first operand that is an unbound local.
#[inline]
pub fn check_bound(vm: &Vm, a: &Value, b: &Value, locals: (Named, Named)) -> Res<()> {
    match (a, b, locals) {
        (Value::Undef, _, (Some((slot, span)), _)) | (_, Value::Undef, (_, Some((slot, span)))) => {
            Err(names::unbound(vm, slot, span))
        }
        _ => Ok(()),
    }
}

/// A local variable that an operand is read from, and where it is named.
pub type Named = Option<(u32, Span)>;

/// `slot op= b` for a local variable.
pub struct UpdateLocal<O, B> {
    slot: u32,
    target: Span,
    b: B,
    span: Span,
    operator: PhantomData<O>,
}

impl<O: Arithmetic, B: Operand> Node for UpdateLocal<O, B> {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        self.update(vm, slots)?;
        Ok(Value::None)
    }

    #[inline]
    fn exec(&self, vm: &Vm, slots: &mut Slots) -> Flow {
        self.update(vm, slots)?;
        Ok(())
    }
}

impl<O: Arithmetic, B: Operand> UpdateLocal<O, B> {
    #[inline(always)]
    fn update(&self, vm: &Vm, slots: &mut Slots) -> Res<()> {
        if B::RUNS && slots[self.slot as usize].is_undef() {
            return Err(names::unbound(vm, self.slot, self.target));
        }
        let kept = self.b.prepare(vm, slots)?;
        let b = self.b.borrow(slots, &kept);
        let a = &slots[self.slot as usize];
        let result = match quick::<O>(a, b) {
            Some(value) => {
                slots[self.slot as usize].store(value);
                Ok(())
            }
            None => {
                let b = b.clone();
                update_slowly(
                    vm,
                    O::OP,
                    slots,
                    (self.slot, self.target),
                    &b,
                    self.b.local(),
                    self.span,
                )
            }
        };
        B::done(kept);
        result
    }
}

/// The variable gives its value up, so that a string or list with no other owner grows in place.
#[inline(never)]
fn update_slowly(
    vm: &Vm,
    op: BinaryOp,
    slots: &mut Slots,
    target: (u32, Span),
    b: &Value,
    b_local: Named,
    span: Span,
) -> Res<()> {
    let slot = target.0;
    check_bound(vm, &slots[slot as usize], b, (Some(target), b_local))?;
    if let (Value::Str(own), Value::Str(more), BinaryOp::Add) = (&slots[slot as usize], b, op) {
        // An error must not come when the slot is empty.
        noted(vm, span, vm.expect_room(own.growth(more)))?;
        let a = slots[slot as usize].take();
        let grown = noted(vm, span, vm.in_place(op, a, b))?;
        slots[slot as usize].store(grown);
        return Ok(());
    }
    let a = slots[slot as usize].clone();
    let result = noted(vm, span, vm.in_place(op, a, b))?;
    slots[slot as usize].store(result);
    Ok(())
}

/// `a op= b` for values that are stored elsewhere afterwards.
pub struct InPlace {
    /// Which operator it is.
    pub op: BinaryOp,
    /// The current value.
    pub a: BoxNode,
    /// The operand.
    pub b: BoxNode,
    /// Where it stands.
    pub span: Span,
}

impl Node for InPlace {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let a = self.a.eval(vm, slots)?;
        let b = self.b.eval(vm, slots)?;
        let short = match (self.op, &a, &b) {
            (BinaryOp::Add, Value::Int(a), Value::Int(b)) => a.checked_add(*b),
            (BinaryOp::Sub, Value::Int(a), Value::Int(b)) => a.checked_sub(*b),
            _ => None,
        };
        if let Some(result) = short {
            return Ok(Value::Int(result));
        }
        noted(vm, self.span, vm.in_place(self.op, a, &b))
    }
}

/// `-a`, `+a`, `~a`
pub struct Unary {
    /// Which operator it is; `not` has a node of its own.
    pub op: UnaryOp,
    /// The operand.
    pub operand: BoxNode,
    /// Where it stands.
    pub span: Span,
}

impl Node for Unary {
    #[inline]
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let value = self.operand.eval(vm, slots)?;
        match (self.op, &value) {
            (UnaryOp::USub, Value::Int(number)) if *number != i64::MIN => Ok(Value::Int(-number)),
            (UnaryOp::USub, Value::Float(number)) => Ok(Value::float(-number.get())),
            _ => noted(vm, self.span, vm.unary(self.op, &value)),
        }
    }
}

/// Chooses the node for an operator from how its operands were lowered.
pub fn binary(op: BinaryOp, a: Shape, b: Shape, span: Span) -> BoxNode {
    macro_rules! with_operator {
        ($($name:ident),*) => {
            match op { $(BinaryOp::$name => with_operands::<$name>(a, b, span),)* }
        };
    }
    with_operator!(
        Add, Sub, Mult, MatMult, Div, Mod, Pow, LShift, RShift, BitOr, BitXor, BitAnd, FloorDiv
    )
}

fn with_operands<O: Arithmetic>(a: Shape, b: Shape, span: Span) -> BoxNode {
    fn node<O: Arithmetic, A: Operand, B: Operand>(a: A, b: B, span: Span) -> BoxNode {
        Box::new(Binary::<O, A, B> {
            a,
            b,
            span,
            operator: PhantomData,
        })
    }
    match (a, b) {
        (Shape::Local(a, at), Shape::Local(b, bt)) => {
            node::<O, _, _>(Local(a, at), Local(b, bt), span)
        }
        (Shape::Local(a, at), Shape::Constant(b)) => {
            node::<O, _, _>(Local(a, at), Constant(b), span)
        }
        (Shape::Local(a, at), Shape::Node(b)) => node::<O, _, _>(Local(a, at), b, span),
        (Shape::Constant(a), Shape::Local(b, bt)) => {
            node::<O, _, _>(Constant(a), Local(b, bt), span)
        }
        (a, Shape::Local(b, bt)) => node::<O, _, _>(a.into_node(), Local(b, bt), span),
        (a, Shape::Constant(b)) => node::<O, _, _>(a.into_node(), Constant(b), span),
        (a, Shape::Node(b)) => node::<O, _, _>(a.into_node(), b, span),
    }
}

/// Chooses the node for an augmented assignment to a local variable.
pub fn update_local(op: BinaryOp, slot: u32, target: Span, b: Shape, span: Span) -> BoxNode {
    fn node<O: Arithmetic, B: Operand>((slot, target): (u32, Span), b: B, span: Span) -> BoxNode {
        Box::new(UpdateLocal::<O, B> {
            slot,
            target,
            b,
            span,
            operator: PhantomData,
        })
    }
    fn with_operand<O: Arithmetic>(slot: (u32, Span), b: Shape, span: Span) -> BoxNode {
        match b {
            Shape::Local(b, bt) => node::<O, _>(slot, Local(b, bt), span),
            Shape::Constant(b) => node::<O, _>(slot, Constant(b), span),
            Shape::Node(b) => node::<O, _>(slot, b, span),
        }
    }
    macro_rules! with_operator {
        ($($name:ident),*) => {
            match op { $(BinaryOp::$name => with_operand::<$name>((slot, target), b, span),)* }
        };
    }
    with_operator!(
        Add, Sub, Mult, MatMult, Div, Mod, Pow, LShift, RShift, BitOr, BitXor, BitAnd, FloorDiv
    )
}
