//! Expressions during which the variables of the running frame can be asked for: calls of functions that look at their
//! caller's, and all calls where frame objects are looked into.

use super::BoxNode;
use crate::interp::{Node, Res, Slots, Vm};
use crate::objects::counted::Ref;
use crate::objects::dict::Dict;
use crate::objects::str::Name;
use crate::objects::value::Value;

/// An expression during which the frame's variables are published, as a snapshot.
pub struct Seeing {
    /// The expression.
    pub expr: BoxNode,
    /// The slots that are visible, with their names.
    pub visible: Box<[(Name, u32)]>,
    /// What names that have no slot live in.
    pub base: Base,
}

/// What names that have no slot live in.
pub enum Base {
    /// There are none: a function.
    Nothing,
    /// The namespace of a class body, in a slot.
    Namespace(u32),
    /// The globals: a comprehension of a module.
    Globals(Ref<Dict>),
}

impl Node for Seeing {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let seen = self.seen(vm, slots)?;
        let key = vm.thread.frames.key();
        vm.thread.published.borrow_mut().push((key, seen));
        let result = self.expr.eval(vm, slots);
        let gone = vm.thread.published.borrow_mut().pop();
        drop(gone);
        result
    }
}

impl Seeing {
    fn seen(&self, vm: &Vm, slots: &Slots) -> Res {
        let seen = match &self.base {
            Base::Nothing => Dict::new(),
            Base::Namespace(slot) if self.visible.is_empty() => {
                return Ok(slots[*slot as usize].clone());
            }
            Base::Namespace(slot) => {
                let all = Dict::new();
                crate::objects::dict_methods::merge_mapping(vm, &all, &slots[*slot as usize])?;
                all
            }
            Base::Globals(globals) => globals.copy(),
        };
        snapshot(&seen, &self.visible, slots);
        Ok(Value::Dict(seen))
    }
}

/// Puts the variables that have a value into `seen`.
pub fn snapshot(seen: &Dict, visible: &[(Name, u32)], slots: &[Value]) {
    for (name, slot) in visible {
        let value = match slots.get(*slot as usize) {
            Some(Value::Cell(cell)) => cell.0.get(),
            Some(value) => value.clone(),
            None => Value::Undef,
        };
        if !value.is_undef() {
            seen.set_name(name, value);
        }
    }
}
