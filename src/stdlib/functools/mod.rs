//! `_functools`: the part of `functools` that is native: `reduce`, `cmp_to_key`, `partial`, and the cache behind
//! `lru_cache`. What is written in the language itself is `functools.py`.

mod keys;
mod lru_cache;
mod partial;

use super::native_class::{add_classes, add_functions};
use crate::interp::{Res, Vm};
use crate::objects::counted::Ref;
use crate::objects::module::Module;
use crate::objects::native::{NativeDef, native};
use crate::objects::value::Value;

/// Fills the module.
pub fn make(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    add_classes(vm, module, &[&partial::TYPE, &lru_cache::TYPE]);
    add_functions(vm, module, "_functools", FUNCTIONS);
    Ok(())
}

const FUNCTIONS: &[NativeDef] = &[
    native(
        "reduce",
        "(function, iterable, initial=<unrepresentable>, /)",
        "Apply a function of two arguments cumulatively to the items of an iterable, from left to right.",
        reduce,
    ),
    native(
        "cmp_to_key",
        "(mycmp)",
        "A function that makes keys for sorting, of one that compares.",
        |_, a| Ok(keys::KeyWrapper::maker(a[0].clone())),
    ),
];

fn reduce(vm: &Vm, a: &[Value]) -> Res {
    let iterator = match vm.iter(&a[1]) {
        Ok(iterator) => iterator,
        Err(raised) => {
            drop(vm.catch(raised, &vm.types.type_error)?);
            return Err(vm.type_error("reduce() arg 2 must support iteration"));
        }
    };
    let mut result = a.get(2).cloned().unwrap_or_default();
    while let Some(item) = vm.next_item(&iterator)? {
        result = if result.is_undef() {
            item
        } else {
            vm.call_with(&a[0], &[result, item])?
        };
        vm.poll()?;
    }
    if result.is_undef() {
        return Err(vm.type_error("reduce() of empty iterable with no initial value"));
    }
    Ok(result)
}
