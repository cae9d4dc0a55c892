//! Type parameters and `type` statements: the hidden function that makes the parameters of a definition, and the objects
//! for parameters and aliases.

use super::definitions::capture;
use super::{BoxNode, Slot, noted};
use crate::interp::call::undefined;
use crate::interp::{Node, Res, Slots, Vm};
use crate::objects::cell::CellVar;
use crate::objects::counted::Ref;
use crate::objects::function::Code;
use crate::objects::str::Name;
use crate::objects::type_params::{self, Kind};
use crate::objects::value::Value;
use snakelet_grammar::source::Span;
use std::rc::Rc;

/// Runs the hidden function around a definition with type parameters.
pub struct RunGeneric {
    /// Its code.
    pub code: Rc<Ref<Code>>,
    /// The slots of the cells that it takes along.
    pub captured: Box<[Slot]>,
    /// What is evaluated outside, and the hidden slots inside that it goes into.
    pub values: Box<[(Slot, BoxNode)]>,
    /// The definition.
    pub span: Span,
}

impl Node for RunGeneric {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let layout = self.code.layout();
        let mut frame = undefined(layout.slots);
        for (slot, value) in &self.values {
            frame[*slot as usize] = value.eval(vm, slots)?;
        }
        for &slot in &layout.cells {
            frame[slot as usize] = Value::Cell(CellVar::holding(Value::Undef));
        }
        let closure = capture(slots, &self.captured);
        for (&slot, cell) in layout.free.iter().zip(&closure) {
            frame[slot as usize] = Value::Cell(cell.clone());
        }
        vm.thread.at.set(self.span.start);
        noted(
            vm,
            self.span,
            vm.nested(|| vm.run_code(&self.code, &mut frame)),
        )
    }
}

/// One type parameter.
pub struct MakeTypeParam {
    /// Which kind.
    pub kind: Kind,
    /// Its name.
    pub name: Name,
    /// Makes the function that gives its bound or constraints.
    pub bound: Option<BoxNode>,
    /// Makes the function that gives its default.
    pub default: Option<BoxNode>,
}

impl Node for MakeTypeParam {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let mut made =
            |node: &Option<BoxNode>| node.as_ref().map(|node| node.eval(vm, slots)).transpose();
        let bound = made(&self.bound)?;
        let default = made(&self.default)?;
        Ok(type_params::from_syntax(
            self.kind, &self.name, bound, default,
        ))
    }
}

/// `type name = value`
pub struct MakeTypeAlias {
    /// The alias's name.
    pub name: Name,
    /// Makes the function that gives its value.
    pub value: BoxNode,
    /// The tuple of its type parameters.
    pub params: Option<BoxNode>,
}

impl Node for MakeTypeAlias {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let value = self.value.eval(vm, slots)?;
        let params = match &self.params {
            Some(params) => params.eval(vm, slots)?,
            None => Value::Undef,
        };
        Ok(type_params::alias::from_syntax(&self.name, value, params))
    }
}

/// The base `Generic[…]` that a class with type parameters gets.
pub struct GenericBase(pub Slot);

impl Node for GenericBase {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        type_params::generic::base_for(vm, &slots[self.0 as usize].clone())
    }
}

/// The one item of what is unpacked: `*args: *Ts`.
pub struct OnlyItem {
    /// What is unpacked.
    pub value: BoxNode,
    /// Where it stands.
    pub span: Span,
}

impl Node for OnlyItem {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let value = self.value.eval(vm, slots)?;
        let unpacked = vm.collect(&value).and_then(|items| match items.as_slice() {
            [one] => Ok(one.clone()),
            [] => Err(vm.value_error("not enough values to unpack (expected 1, got 0)")),
            _ => Err(vm.value_error("too many values to unpack (expected 1)")),
        });
        noted(vm, self.span, unpacked)
    }
}
