//! `reversed`: what `__reversed__` gives, or items by index from the end.

use super::row;
use crate::interp::{Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::copying;
use crate::objects::counted::{CloneCell, Ref};
use crate::objects::native::native;
use crate::objects::object::Object;
use crate::objects::value::Value;
use std::cell::Cell;

/// The row of `reversed`.
pub const TYPE: TypeDef = TypeDef {
    doc: "The items of a sequence from its end to its beginning.",
    new: Some(native(
        "__new__",
        "(sequence, /)",
        "Make a new object. help(type) says what it takes.",
        new,
    )),
    is_base: true,
    ..row(
        "reversed",
        &[
            native(
                "__length_hint__",
                "()",
                "How many items are left, as far as that is known.",
                length_hint,
            ),
            copying::reduce(reduce),
            copying::set_state(set_state),
        ],
    )
};

/// An iterator by index from the end.
pub struct Reversed {
    /// `Undef` when exhausted.
    sequence: CloneCell<Value>,
    /// The place of the next item.
    next: Cell<i64>,
}

fn new(vm: &Vm, a: &[Value]) -> Res {
    let sequence = &a[1];
    let class = vm.class_of(sequence);
    let names = &vm.names;
    let refused = || {
        let class = vm.class_name(sequence);
        vm.type_error(&format!("'{class}' object is not reversible"))
    };
    match class.lookup(vm, &names.__reversed__) {
        Some(Value::None) => return Err(refused()),
        Some(method) => {
            return vm.call_bound(&method, sequence, crate::interp::Args::none());
        }
        None => {}
    }
    let is_mapping = class.is_subclass(&vm.types.dict) || class.is_subclass(&vm.types.mappingproxy);
    if is_mapping || class.lookup(vm, &names.__getitem__).is_none() {
        return Err(refused());
    }
    let length = vm.len(sequence)?;
    Ok(Value::from(Ref::new(Reversed {
        sequence: CloneCell::new(sequence.clone()),
        next: Cell::new(length as i64 - 1),
    })))
}

fn length_hint(vm: &Vm, a: &[Value]) -> Res {
    let Some(this) = a[0].downcast::<Reversed>() else {
        return Err(vm.descriptor_error("reversed", &a[0]));
    };
    let sequence = this.sequence.get();
    if sequence.is_undef() {
        return Ok(Value::Int(0));
    }
    let (length, left) = (vm.len(&sequence)? as i64, this.next.get() + 1);
    Ok(Value::Int(if length < left { 0 } else { left }))
}

fn reduce(vm: &Vm, a: &[Value]) -> Res {
    let plain = vm.unwrapped(&a[0]);
    let Some(this) = plain.downcast::<Reversed>() else {
        return Err(vm.descriptor_error("reversed", &a[0]));
    };
    let class = Value::Class(vm.class_of(&a[0]));
    let sequence = this.sequence.get();
    Ok(if sequence.is_undef() {
        copying::parts(class, vec![Value::Tuple(copying::nothing())], None)
    } else {
        copying::parts(class, vec![sequence], Some(Value::Int(this.next.get())))
    })
}

fn set_state(vm: &Vm, a: &[Value]) -> Res {
    let plain = vm.unwrapped(&a[0]);
    let Some(this) = plain.downcast::<Reversed>() else {
        return Err(vm.descriptor_error("reversed", &a[0]));
    };
    let place = copying::place(vm, &a[1])?;
    let sequence = this.sequence.get();
    if !sequence.is_undef() {
        let last = vm.len(&sequence)? as i64 - 1;
        this.next.set(place.min(last).max(-1));
    }
    Ok(Value::None)
}

impl Object for Reversed {
    fn hint_asks_others(&self) -> bool {
        true
    }

    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.reversed.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.sequence.get());
    }

    fn clear(&self) {
        self.sequence.take().discard();
    }

    fn is_iterator(&self) -> bool {
        true
    }

    fn next(&self, vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        let sequence = self.sequence.get();
        if sequence.is_undef() {
            return Ok(None);
        }
        let place = self.next.get();
        if place < 0 {
            self.clear();
            return Ok(None);
        }
        match vm.get_item(&sequence, &Value::Int(place)) {
            Ok(item) => {
                self.next.set(place - 1);
                Ok(Some(item))
            }
            Err(raised) => {
                if !vm.raised_is(&vm.types.index_error) && !vm.raised_is(&vm.types.stop_iteration) {
                    return Err(raised);
                }
                drop(vm.take_raised());
                self.clear();
                Ok(None)
            }
        }
    }
}
