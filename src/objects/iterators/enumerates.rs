//! `enumerate`: items with their numbers.

use super::row;
use crate::interp::{Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::copying;
use crate::objects::counted::{CloneCell, Ref};
use crate::objects::native::native;
use crate::objects::object::Object;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use num_bigint::BigInt;

/// The row of `enumerate`.
pub const TYPE: TypeDef = TypeDef {
    doc: "The items of an iterable with their numbers.\n\n  iterable\n    where the items are from\n  start\n    the number of the first; 0 if left out",
    new: Some(native(
        "__new__",
        "(iterable, start=0)",
        "Make a new object. help(type) says what it takes.",
        new,
    )),
    is_base: true,
    class_methods: &[crate::objects::generic_alias::CLASS_GETITEM],
    ..row(
        "enumerate",
        &[copying::reduce(|vm, a| {
            match vm.unwrapped(&a[0]).downcast::<Enumerate>() {
                Some(this) => {
                    let arguments = vec![this.iterator.clone(), this.next.get()];
                    Ok(copying::same_class(vm, &a[0], arguments))
                }
                None => Err(vm.descriptor_error("enumerate", &a[0])),
            }
        })],
    )
};

/// `enumerate(iterable, start)`
pub struct Enumerate {
    iterator: Value,
    next: CloneCell<Value>,
}

fn new(vm: &Vm, a: &[Value]) -> Res {
    let next = match a.get(2).and_then(Value::given) {
        Some(start) => match vm.index(start)? {
            Value::Bool(flag) => Value::Int(flag as i64),
            number => number,
        },
        None => Value::Int(0),
    };
    Ok(Value::from(Ref::new(Enumerate {
        iterator: vm.iter(&a[1])?,
        next: CloneCell::new(next),
    })))
}

impl Object for Enumerate {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.enumerate.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.iterator);
    }

    /// The iterator below is cleared instead.
    fn clear(&self) {}

    fn is_iterator(&self) -> bool {
        true
    }

    fn next(&self, vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        let Some(item) = vm.next_item(&self.iterator)? else {
            return Ok(None);
        };
        let number = self.next.get();
        self.next.set(match &number {
            Value::Int(number) => match number.checked_add(1) {
                Some(next) => Value::Int(next),
                None => Value::from(BigInt::from(*number) + 1),
            },
            Value::Big(number) => Value::from(&number.0 + 1),
            other => other.clone(),
        });
        Ok(Some(Value::from(Tuple::new(vec![number, item]))))
    }
}
