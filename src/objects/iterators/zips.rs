//! `zip`: one item of each iterable at a time.

use super::row;
use crate::interp::{Raised, Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::copying;
use crate::objects::counted::Ref;
use crate::objects::native::native;
use crate::objects::object::Object;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use std::cell::Cell;

/// The row of `zip`.
pub const TYPE: TypeDef = TypeDef {
    doc: "The items of several iterables side by side, as tuples.\n\nIt ends with the shortest of them; with strict=True it is an error if the others\nhave more.\n\n   >>> list(zip('ab', range(2)))\n   [('a', 0), ('b', 1)]",
    new: Some(native(
        "__new__",
        "(*iterables, strict=False)",
        "Make a new object. help(type) says what it takes.",
        new,
    )),
    is_base: true,
    ..row(
        "zip",
        &[copying::reduce(reduce), copying::set_state(set_state)],
    )
};

/// `zip(*iterables, strict=…)`
pub struct Zip {
    iterators: Vec<Value>,
    strict: Cell<bool>,
}

fn new(vm: &Vm, a: &[Value]) -> Res {
    let strict = match a.get(2).and_then(Value::given) {
        Some(strict) => vm.truth(strict)?,
        None => false,
    };
    let strict = Cell::new(strict);
    let mut iterators = Vec::new();
    for iterable in vm.collect(&a[1])? {
        iterators.push(vm.iter(&iterable)?);
    }
    Ok(Value::from(Ref::new(Zip { iterators, strict })))
}

fn reduce(vm: &Vm, a: &[Value]) -> Res {
    let plain = vm.unwrapped(&a[0]);
    let Some(this) = plain.downcast::<Zip>() else {
        return Err(vm.descriptor_error("zip", &a[0]));
    };
    let class = Value::Class(vm.class_of(&a[0]));
    let strict = this.strict.get().then(|| Value::bool(true));
    Ok(copying::parts(class, this.iterators.clone(), strict))
}

fn set_state(vm: &Vm, a: &[Value]) -> Res {
    let plain = vm.unwrapped(&a[0]);
    let Some(this) = plain.downcast::<Zip>() else {
        return Err(vm.descriptor_error("zip", &a[0]));
    };
    this.strict.set(vm.truth(&a[1])?);
    Ok(Value::None)
}

impl Zip {
    /// The iterator at `place` ended while all before it had an item: an error if all must be equally long.
    fn ended_at(&self, vm: &Vm, place: usize) -> Res<Option<Value>> {
        if !self.strict.get() {
            return Ok(None);
        }
        if place > 0 {
            return Err(unequal(vm, place, "shorter"));
        }
        for (place, iterator) in self.iterators.iter().enumerate().skip(1) {
            if vm.next_item(iterator)?.is_some() {
                return Err(unequal(vm, place, "longer"));
            }
        }
        Ok(None)
    }
}

/// The complaint about the argument at `place`, counted from 0.
fn unequal(vm: &Vm, place: usize, how: &str) -> Raised {
    let others = if place == 1 {
        "argument 1".to_owned()
    } else {
        format!("arguments 1-{place}")
    };
    vm.value_error(&format!(
        "zip() argument {} is {how} than {others}",
        place + 1
    ))
}

impl Object for Zip {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.zip.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        self.iterators.iter().for_each(visit);
    }

    /// What it holds never changes: the iterators it joins are cleared instead.
    fn clear(&self) {}

    fn is_iterator(&self) -> bool {
        true
    }

    fn next(&self, vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        if self.iterators.is_empty() {
            return Ok(None);
        }
        let mut items = Vec::with_capacity(self.iterators.len());
        for (place, iterator) in self.iterators.iter().enumerate() {
            match vm.next_item(iterator)? {
                Some(item) => items.push(item),
                None => return self.ended_at(vm, place),
            }
        }
        Ok(Some(Value::from(Tuple::new(items))))
    }
}
