//! `map`, `filter` and `iter(callable, sentinel)`: iterators that call a function.

use super::row;
use crate::interp::{Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::copying;
use crate::objects::counted::{CloneCell, Ref};
use crate::objects::native::native;
use crate::objects::object::Object;
use crate::objects::value::Value;

/// The row of `map`.
pub const MAP: TypeDef = TypeDef {
    doc: "An iterator over what a function gives for the items of the iterables,\none of each at a time, until one of them ends.",
    new: Some(native(
        "__new__",
        "(*args)",
        "Make a new object. help(type) says what it takes.",
        new_map,
    )),
    is_base: true,
    ..row(
        "map",
        &[copying::reduce(|vm, a| {
            match vm.unwrapped(&a[0]).downcast::<Map>() {
                Some(this) => {
                    let mut arguments = vec![this.function.clone()];
                    arguments.extend(this.iterators.iter().cloned());
                    Ok(copying::same_class(vm, &a[0], arguments))
                }
                None => Err(vm.descriptor_error("map", &a[0])),
            }
        })],
    )
};

/// The row of `filter`.
pub const FILTER: TypeDef = TypeDef {
    doc: "An iterator over those items for which a function gives something true;\nwith None for the function, over those that are true themselves.",
    new: Some(native(
        "__new__",
        "(function, iterable, /)",
        "Make a new object. help(type) says what it takes.",
        new_filter,
    )),
    is_base: true,
    ..row(
        "filter",
        &[copying::reduce(|vm, a| {
            match vm.unwrapped(&a[0]).downcast::<Filter>() {
                Some(this) => {
                    let arguments = vec![this.function.clone(), this.iterator.clone()];
                    Ok(copying::same_class(vm, &a[0], arguments))
                }
                None => Err(vm.descriptor_error("filter", &a[0])),
            }
        })],
    )
};

/// The row of `callable_iterator`.
pub const CALLABLE: TypeDef = row(
    "callable_iterator",
    &[copying::reduce(|vm, a| {
        let Some(this) = a[0].downcast::<CallableIterator>() else {
            return Err(vm.descriptor_error("callable_iterator", &a[0]));
        };
        let (callable, sentinel) = (this.callable.get(), this.sentinel.get());
        let arguments = if callable.is_undef() {
            vec![Value::Tuple(copying::nothing())]
        } else {
            vec![callable, sentinel]
        };
        copying::by_builtin(vm, "iter", arguments, None)
    })],
);

/// `map(function, *iterables)`
pub struct Map {
    function: Value,
    iterators: Vec<Value>,
}

fn new_map(vm: &Vm, a: &[Value]) -> Res {
    let args = vm.collect(&a[1])?;
    let Some((function, iterables)) = args.split_first().filter(|(_, rest)| !rest.is_empty())
    else {
        return Err(vm.type_error("map() must have at least two arguments."));
    };
    let iterators = iterables
        .iter()
        .map(|each| vm.iter(each))
        .collect::<Res<Vec<Value>>>()?;
    Ok(Value::from(Ref::new(Map {
        function: function.clone(),
        iterators,
    })))
}

impl Object for Map {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.map.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.function);
        self.iterators.iter().for_each(visit);
    }

    /// What it holds never changes: the iterators it joins are cleared instead.
    fn clear(&self) {}

    fn is_iterator(&self) -> bool {
        true
    }

    fn next(&self, vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        let made = if let [only] = self.iterators.as_slice() {
            let Some(item) = vm.next_item(only)? else {
                return Ok(None);
            };
            vm.call_with(&self.function, std::slice::from_ref(&item))
        } else {
            let mut items = Vec::with_capacity(self.iterators.len());
            for iterator in &self.iterators {
                let Some(item) = vm.next_item(iterator)? else {
                    return Ok(None);
                };
                items.push(item);
            }
            vm.call_with(&self.function, &items)
        };
        match made {
            Ok(item) => Ok(Some(item)),
            Err(raised) => vm.end_of_iteration(raised),
        }
    }
}

/// `filter(function, iterable)`
pub struct Filter {
    function: Value,
    iterator: Value,
}

fn new_filter(vm: &Vm, a: &[Value]) -> Res {
    Ok(Value::from(Ref::new(Filter {
        function: a[1].clone(),
        iterator: vm.iter(&a[2])?,
    })))
}

impl Object for Filter {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.filter.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.function);
        visit(&self.iterator);
    }

    /// What it holds never changes: the iterator below is cleared instead.
    fn clear(&self) {}

    fn is_iterator(&self) -> bool {
        true
    }

    fn next(&self, vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        let by_truth = self.function.is_none()
            || matches!(&self.function, Value::Class(class) if class.same(&vm.types.bool));
        while let Some(item) = vm.next_item(&self.iterator)? {
            let wanted = if by_truth {
                vm.truth(&item)?
            } else {
                match vm.call_with(&self.function, std::slice::from_ref(&item)) {
                    Ok(answer) => vm.truth(&answer)?,
                    Err(raised) => return vm.end_of_iteration(raised),
                }
            };
            if wanted {
                return Ok(Some(item));
            }
            vm.poll()?;
        }
        Ok(None)
    }
}

/// `iter(callable, sentinel)`
pub struct CallableIterator {
    /// `Undef` when exhausted.
    callable: CloneCell<Value>,
    sentinel: CloneCell<Value>,
}

impl CallableIterator {
    /// An iterator that calls `callable` until it gives `sentinel`.
    pub fn until(callable: Value, sentinel: Value) -> Value {
        Value::from(Ref::new(CallableIterator {
            callable: CloneCell::new(callable),
            sentinel: CloneCell::new(sentinel),
        }))
    }
}

impl Object for CallableIterator {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.callable_iterator.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.callable.get());
        visit(&self.sentinel.get());
    }

    fn clear(&self) {
        let old = (self.callable.take(), self.sentinel.take());
        drop(old);
    }

    fn is_iterator(&self) -> bool {
        true
    }

    fn next(&self, vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        let callable = self.callable.get();
        if callable.is_undef() {
            return Ok(None);
        }
        let item = match vm.call_with(&callable, &[]) {
            Ok(item) => item,
            Err(raised) => {
                drop(vm.catch(raised, &vm.types.stop_iteration)?);
                self.clear();
                return Ok(None);
            }
        };
        // The call may have used up the iterator meanwhile.
        let sentinel = self.sentinel.get();
        if sentinel.is_undef() {
            return Ok(None);
        }
        if vm.same_or_equal(&sentinel, &item)? {
            self.clear();
            return Ok(None);
        }
        Ok(Some(item))
    }
}
