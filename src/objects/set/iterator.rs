//! The iterator over a set: slot by slot.

use super::Set;
use crate::interp::{Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::copying;
use crate::objects::counted::Ref;
use crate::objects::iterators::row;
use crate::objects::native::native;
use crate::objects::object::Object;
use crate::objects::value::Value;
use std::cell::{Cell, RefCell};

/// The row of `set_iterator`.
pub const ITERATOR: TypeDef = row(
    "set_iterator",
    &[
        native(
            "__length_hint__",
            "()",
            "How many items are left, as far as that is known.",
            |vm, a| match a[0].downcast::<SetIterator>() {
                Some(iterator) => Ok(Value::from(iterator.hint())),
                None => Err(vm.descriptor_error("set_iterator", &a[0])),
            },
        ),
        copying::reduce(|vm, a| {
            let Some(this) = a[0].downcast::<SetIterator>() else {
                return Err(vm.descriptor_error("set_iterator", &a[0]));
            };
            let rest = Ref::new(SetIterator {
                set: RefCell::new(this.set.borrow().clone()),
                place: this.place.clone(),
                size: this.size.clone(),
                seen: this.seen.clone(),
            });
            copying::by_items(vm, vm.collect(&Value::from(rest))?)
        }),
    ],
);

/// An iterator over a set.
pub struct SetIterator {
    /// `None` when exhausted.
    set: RefCell<Option<Ref<Set>>>,
    place: Cell<usize>,
    /// How many items there were at first; `None` once that has changed.
    size: Cell<Option<usize>>,
    seen: Cell<usize>,
}

impl SetIterator {
    /// An iterator over `set`.
    pub fn over(set: &Ref<Set>) -> Value {
        Value::from(Ref::new(SetIterator {
            set: RefCell::new(Some(set.clone())),
            place: Cell::new(0),
            size: Cell::new(Some(set.len())),
            seen: Cell::new(0),
        }))
    }

    fn hint(&self) -> usize {
        match &*self.set.borrow() {
            Some(set) if Some(set.len()) == self.size.get() => {
                set.len().saturating_sub(self.seen.get())
            }
            _ => 0,
        }
    }
}

impl Object for SetIterator {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.set_iterator.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        if let Some(set) = &*self.set.borrow() {
            visit(&Value::from(set.clone()));
        }
    }

    fn clear(&self) {
        let old = self.set.take();
        drop(old);
    }

    fn is_iterator(&self) -> bool {
        true
    }

    fn next(&self, vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        let found = match &*self.set.borrow() {
            None => return Ok(None),
            Some(set) if Some(set.len()) != self.size.get() => None,
            Some(set) => Some(set.item_from(self.place.get())),
        };
        let Some(found) = found else {
            self.size.set(None);
            return Err(vm.runtime_error("Set changed size during iteration"));
        };
        let Some((place, _, item)) = found else {
            self.clear();
            return Ok(None);
        };
        self.place.set(place);
        self.seen.set(self.seen.get() + 1);
        Ok(Some(item))
    }
}
