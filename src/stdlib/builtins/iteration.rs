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
        "Return True if bool(x) is True for all values x in the iterable.\n\nIf the iterable is empty, return True.",
        |vm, a| Ok(Value::bool(!finds(vm, &a[0], false)?)),
    ),
    native(
        "any",
        "(iterable, /)",
        "Return True if bool(x) is True for any x in the iterable.\n\nIf the iterable is empty, return False.",
        |vm, a| Ok(Value::bool(finds(vm, &a[0], true)?)),
    ),
    native(
        "aiter",
        "(async_iterable, /)",
        "Return an AsyncIterator for an AsyncIterable object.",
        aiter,
    ),
    native(
        "anext",
        "(aiterator, default=<unrepresentable>, /)",
        "Return the next item from the async iterator.\n\nIf default is given and the async iterator is exhausted,\nit is returned instead of raising StopAsyncIteration.",
        anext,
    ),
    native(
        "iter",
        "(object, sentinel=<unrepresentable>, /)",
        "iter(iterable) -> iterator\niter(callable, sentinel) -> iterator\n\nGet an iterator from an object.\nIn the first form, the argument must supply its own iterator, or be a sequence.\nIn the second form, the callable is called until it returns the sentinel.",
        iter,
    ),
    native(
        "len",
        "(obj, /)",
        "Return the number of items in a container.",
        |vm, a| vm.len(&a[0]).map(Value::from),
    ),
    native(
        "next",
        "(iterator, default=<unrepresentable>, /)",
        "next(iterator[, default])\n\nReturn the next item from the iterator.\n\nIf default is given and the iterator is exhausted,\nit is returned instead of raising StopIteration.",
        next,
    ),
    native(
        "sorted",
        "(iterable, /, *, key=None, reverse=False)",
        "Return a new list containing all items from the iterable in ascending order.\n\nA custom key function can be supplied to customize the sort order, and the\nreverse flag can be set to request the result in descending order.",
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
