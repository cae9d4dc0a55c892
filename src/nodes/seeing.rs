//! Expressions during which the variables of the running frame can be asked for: calls of functions that look at their
//! caller's, and all calls where frame objects are looked into.

use super::BoxNode;
use super::owned::Globals;
use crate::interp::frame::{Published, Variables};
use crate::interp::{Flow, Node, Raised, Res, Slots, Vm};
use crate::objects::dict::Dict;
use crate::objects::str::Name;
use crate::objects::value::Value;
use std::cell::RefCell;
use std::rc::Rc;

/// An expression or statement during which the frame's variables are published, as a snapshot.
pub struct Seeing {
    /// The expression or statement.
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
    Globals(Globals),
}

impl Node for Seeing {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        self.seen_while(vm, slots, |slots| self.expr.eval(vm, slots))
    }

    fn exec(&self, vm: &Vm, slots: &mut Slots) -> Flow {
        self.seen_while(vm, slots, |slots| self.expr.exec(vm, slots))
    }
}

impl Seeing {
    /// Publishes the variables while `body` runs.
    fn seen_while<T, E: From<Raised>>(
        &self,
        vm: &Vm,
        slots: &mut Slots,
        body: impl FnOnce(&mut Slots) -> Result<T, E>,
    ) -> Result<T, E> {
        let seen = self.seen(vm, slots)?;
        let key = vm.thread.frames.key();
        vm.thread.published.borrow_mut().push((key, seen));
        let result = body(slots);
        let gone = vm.thread.published.borrow_mut().pop();
        if let Some((_, Published::Variables(seen))) = gone {
            for place in seen.changed.take() {
                self.take_over(vm, slots, key, place, &seen);
            }
        }
        result
    }

    fn seen(&self, vm: &Vm, slots: &Slots) -> Res<Published> {
        let seen = match &self.base {
            Base::Nothing => {
                let visible = self.visible.iter();
                let values = visible.map(|(name, slot)| (name.clone(), held(slots, *slot)));
                return Ok(Published::Variables(Rc::new(Variables {
                    values: RefCell::new(values.collect()),
                    changed: RefCell::default(),
                })));
            }
            Base::Namespace(slot) if self.visible.is_empty() => {
                return Ok(Published::Mapping(slots[*slot as usize].clone()));
            }
            Base::Namespace(slot) => {
                let all = Dict::new();
                crate::objects::dict_methods::merge_mapping(vm, &all, &slots[*slot as usize])?;
                all
            }
            Base::Globals(globals) => globals.copy(),
        };
        for (name, slot) in &self.visible {
            let value = held(slots, *slot);
            if !value.is_undef() {
                seen.set_name(name, value);
            }
        }
        Ok(Published::Mapping(Value::Dict(seen)))
    }

    /// Sets a variable to what it was changed to while it was seen, also where an expression around this one shows it.
    fn take_over(&self, vm: &Vm, slots: &mut Slots, key: usize, place: usize, seen: &Variables) {
        let value = seen.values.borrow()[place].1.clone();
        let (name, slot) = &self.visible[place];
        let around = match vm.thread.published.borrow().last() {
            Some((other, Published::Variables(around))) if *other == key => Some(around.clone()),
            _ => None,
        };
        if let Some(around) = around {
            around.show(name.bytes(), value.clone()).discard();
        }
        let old = match &mut slots[*slot as usize] {
            Value::Cell(cell) => cell.0.replace(value),
            slot => std::mem::replace(slot, value),
        };
        old.discard();
    }
}

/// What a slot holds, with that of a cell taken out of it.
fn held(slots: &Slots, slot: u32) -> Value {
    match &slots[slot as usize] {
        Value::Cell(cell) => cell.0.get(),
        value => value.clone(),
    }
}
