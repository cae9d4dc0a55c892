//! Built-in functions of iterables and containers: `all`, `any`, `iter`, `next`, `len`, `sorted`, `aiter`, `anext`.

use super::given;
use crate::interp::{Res, Vm};
use crate::objects::anext_awaitable::AnextAwaitable;
use crate::objects::iterators::adapters::CallableIterator;
use crate::objects::list::List;
use crate::objects::native::{NativeDef, native};
use crate::objects::sort::sort_list;
use crate::objects::value::Value;

/// The rows.
pub const FUNCTIONS: &[NativeDef] = &[
    native(
        "all",
        "(iterable, /)",
        "Whether no item is false.\n\nThere may be no items at all.",
        |vm, a| Ok(Value::bool(!finds(vm, &a[0], false)?)),
    ),
    native(
        "any",
        "(iterable, /)",
        "Whether some item is true.\n\nWithout any items, none is.",
        |vm, a| Ok(Value::bool(finds(vm, &a[0], true)?)),
    ),
    native(
        "aiter",
        "(async_iterable, /)",
        "What an async for statement steps through.",
        aiter,
    ),
    native(
        "anext",
        "(aiterator, default=<unrepresentable>, /)",
        "Await the next item.\n\nThe default is for when there are no more; without one, that is StopAsyncIteration.",
        anext,
    ),
    native(
        "iter",
        "(object, sentinel=<unrepresentable>, /)",
        "iter(iterable)\niter(callable, sentinel)\n\nAn iterator over the items of something, or over what a function gives each time\nit is called, until that is the sentinel.",
        iter,
    ),
    native(
        "len",
        "(obj, /)",
        "How many items something has.",
        |vm, a| vm.len(&a[0]).map(Value::from),
    ),
    native(
        "next",
        "(iterator, default=<unrepresentable>, /)",
        "next(iterator[, default])\n\nThe next item of an iterator.\n\nThe default is for when there are no more; without one, that is StopIteration.",
        next,
    ),
    native(
        "sorted",
        "(iterable, /, *, key=None, reverse=False)",
        "The items in a list, the least first.\n\nkey gives what is compared instead of each item; reverse puts the greatest first.",
        sorted,
    ),
];

/// Whether some item has this truth.
fn finds(vm: &Vm, iterable: &Value, wanted: bool) -> Res<bool> {
    let mut found = false;
    vm.for_each(iterable, |item| {
        found = vm.truth(&item)? == wanted;
        Ok(!found)
    })?;
    Ok(found)
}

fn iter(vm: &Vm, a: &[Value]) -> Res {
    let Some(sentinel) = given(a, 1) else {
        return vm.iter(&a[0]);
    };
    if !vm.is_callable(&a[0]) {
        return Err(vm.type_error("iter(v, w): v must be callable"));
    }
    Ok(CallableIterator::until(a[0].clone(), sentinel.clone()))
}

fn next(vm: &Vm, a: &[Value]) -> Res {
    match given(a, 1) {
        None => match vm.next(&a[0])? {
            Some(item) => Ok(item),
            None => Err(vm.stop_iteration(Value::None)),
        },
        Some(default) => Ok(vm.next_item(&a[0])?.unwrap_or_else(|| default.clone())),
    }
}

fn sorted(vm: &Vm, a: &[Value]) -> Res {
    let list = List::new(vm.collect(&a[0])?);
    let key = given(a, 1).filter(|key| !key.is_none());
    let reverse = match given(a, 2) {
        Some(reverse) => vm.truth(reverse)?,
        None => false,
    };
    sort_list(vm, &list, key, reverse)?;
    Ok(Value::from(list))
}

fn aiter(vm: &Vm, a: &[Value]) -> Res {
    let Some(iterator) = vm.call_special(&a[0], &vm.names.__aiter__, &[])? else {
        let class = vm.class_name(&a[0]);
        return Err(vm.type_error(&format!("'{class}' object is not an async iterable")));
    };
    let class = vm.class_of(&iterator);
    if class.lookup(vm, &vm.names.__anext__).is_none() {
        let class = class.name();
        return Err(vm.type_error(&format!(
            "aiter() returned not an async iterator of type '{class}'"
        )));
    }
    Ok(iterator)
}

fn anext(vm: &Vm, a: &[Value]) -> Res {
    let Some(awaitable) = vm.call_special(&a[0], &vm.names.__anext__, &[])? else {
        let class = vm.class_name(&a[0]);
        return Err(vm.type_error(&format!("'{class}' object is not an async iterator")));
    };
    match given(a, 1) {
        None => Ok(awaitable),
        Some(default) => Ok(AnextAwaitable::new(awaitable, default.clone())),
    }
}
