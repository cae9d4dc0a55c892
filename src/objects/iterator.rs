//! The iterator over whatever has `__getitem__`: items by index from 0 until `IndexError`. The iterators of single types
//! are in `iterators/`.

use super::class::{Class, TypeDef};
use super::counted::{CloneCell, Ref};
use super::object::Object;
use super::value::Value;
use crate::interp::{Res, Vm};
use std::cell::Cell;

/// The row of `iterator`.
pub const TYPE: TypeDef = TypeDef {
    name: "iterator",
    slots: &["__iter__", "__next__"],
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

impl Object for SequenceIterator {
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
