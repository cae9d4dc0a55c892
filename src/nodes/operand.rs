//! Operands of specialised nodes: locals and constants are borrowed where they are, everything else is evaluated.

use super::{BoxNode, Slot};
use crate::interp::{Res, Slots, Vm};
use crate::objects::value::Value;
use snakelet_grammar::source::Span;

/// Where a node's operand comes from. `prepare` evaluates, `borrow` lends the value, so that the operands before it need
/// not be copied.
pub trait Operand: 'static {
    /// What is kept between the two.
    type Kept;
    /// Whether `prepare` can run other code.
    const RUNS: bool;
    /// Evaluates, if there is anything to evaluate.
    fn prepare(&self, vm: &Vm, slots: &mut Slots) -> Res<Self::Kept>;
    /// The value; `Undef` for an unbound local.
    fn borrow<'a>(&'a self, slots: &'a Slots, kept: &'a Self::Kept) -> &'a Value;
    /// Drops what was kept.
    fn done(kept: Self::Kept);
    /// The slot and the place, if it is a local.
    fn local(&self) -> Option<(Slot, Span)> {
        None
    }
}

/// A local variable, and where it is named.
pub struct Local(pub Slot, pub Span);

impl Operand for Local {
    type Kept = ();
    const RUNS: bool = false;

    #[inline(always)]
    fn prepare(&self, _vm: &Vm, _slots: &mut Slots) -> Res<()> {
        Ok(())
    }

    #[inline(always)]
    fn borrow<'a>(&'a self, slots: &'a Slots, _kept: &'a ()) -> &'a Value {
        &slots[self.0 as usize]
    }

    #[inline(always)]
    fn done(_kept: ()) {}

    fn local(&self) -> Option<(Slot, Span)> {
        Some((self.0, self.1))
    }
}

/// A constant.
pub struct Constant(pub Value);

impl Operand for Constant {
    type Kept = ();
    const RUNS: bool = false;

    #[inline(always)]
    fn prepare(&self, _vm: &Vm, _slots: &mut Slots) -> Res<()> {
        Ok(())
    }

    #[inline(always)]
    fn borrow<'a>(&'a self, _slots: &'a Slots, _kept: &'a ()) -> &'a Value {
        &self.0
    }

    #[inline(always)]
    fn done(_kept: ()) {}
}

impl Operand for BoxNode {
    type Kept = Value;
    const RUNS: bool = true;

    #[inline(always)]
    fn prepare(&self, vm: &Vm, slots: &mut Slots) -> Res {
        self.eval(vm, slots)
    }

    #[inline(always)]
    fn borrow<'a>(&'a self, _slots: &'a Slots, kept: &'a Value) -> &'a Value {
        kept
    }

    #[inline(always)]
    fn done(kept: Value) {
        kept.discard();
    }
}

/// How an operand was lowered, before a specialised node is chosen for it.
pub enum Shape {
    /// A local variable, and where it is named.
    Local(Slot, Span),
    /// A constant.
    Constant(Value),
    /// Anything else.
    Node(BoxNode),
}

impl Shape {
    /// As a node of its own.
    pub fn into_node(self) -> BoxNode {
        match self {
            Shape::Local(slot, span) => Box::new(super::names::LoadLocal { slot, span }),
            Shape::Constant(value) => Box::new(super::literals::Literal(value)),
            Shape::Node(node) => node,
        }
    }
}
