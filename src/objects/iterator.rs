//! The iterator over whatever has `__getitem__`: items by index from 0 until `IndexError`. The iterators of single types
//! are in `iterators/`.

use super::class::{Class, TypeDef};
use super::copying;
use super::counted::{CloneCell, Ref};
use super::native::native;
use super::object::Object;
use super::value::Value;
use crate::interp::{Res, Vm};
use std::cell::Cell;

/// The row of `iterator`.
pub const TYPE: TypeDef = TypeDef {
    name: "iterator",
    slots: &["__iter__", "__next__"],
    methods: &[
        native(
            "__length_hint__",
            "()",
            "How many items are left, as far as that is known.",
            length_hint,
        ),
        copying::reduce(|vm, a| {
            let this = of(vm, &a[0])?;
            let sequence = this.sequence.get();
            if sequence.is_undef() {
                let nothing = Value::Tuple(copying::nothing());
                return copying::by_builtin(vm, "iter", vec![nothing], None);
            }
            let place = Value::Int(this.next.get());
            copying::by_builtin(vm, "iter", vec![sequence], Some(place))
        }),
        copying::set_state(|vm, a| {
            let this = of(vm, &a[0])?;
            this.next.set(copying::place(vm, &a[1])?.max(0));
            Ok(Value::None)
        }),
    ],
    ..TypeDef::PLAIN
};

/// An iterator by index.
pub struct SequenceIterator {
    /// What is iterated; `Undef` when exhausted.
    sequence: CloneCell<Value>,
    next: Cell<i64>,
}

impl SequenceIterator {
    /// An iterator over the items of `sequence`.
    pub fn over(sequence: Value) -> Value {
        Value::from(Ref::new(SequenceIterator {
            sequence: CloneCell::new(sequence),
            next: Cell::new(0),
        }))
    }
}

fn of<'a>(vm: &Vm, iterator: &'a Value) -> Res<&'a Ref<SequenceIterator>> {
    iterator
        .downcast::<SequenceIterator>()
        .ok_or_else(|| vm.descriptor_error("iterator", iterator))
}

fn length_hint(vm: &Vm, a: &[Value]) -> Res {
    let this = of(vm, &a[0])?;
    let sequence = this.sequence.get();
    if sequence.is_undef() {
        return Ok(Value::Int(0));
    }
    if vm
        .class_of(&sequence)
        .lookup(vm, &vm.names.__len__)
        .is_none()
    {
        return Ok(Value::NotImplemented);
    }
    let left = vm.len(&sequence)? as i64 - this.next.get();
    Ok(Value::Int(left.max(0)))
}

impl Object for SequenceIterator {
    fn hint_asks_others(&self) -> bool {
        true
    }

    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.iterator.clone()
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
        match vm.get_item(&sequence, &Value::Int(self.next.get())) {
            Ok(item) => {
                self.next.set(self.next.get() + 1);
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
