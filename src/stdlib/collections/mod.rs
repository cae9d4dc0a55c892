//! `_collections`: the native part of `collections`: the double-ended queue, fields of named tuples, counting. What is
//! written in the language itself is `collections.py`.

pub mod deque;
mod tuple_getter;

use super::native_class::{add_classes, add_functions};
use crate::interp::{Res, Vm};
use crate::objects::counted::Ref;
use crate::objects::dict::Dict;
use crate::objects::module::Module;
use crate::objects::native::{NativeDef, native};
use crate::objects::str::Str;
use crate::objects::value::Value;

/// Fills the module `_collections`.
pub fn make(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    let class = Value::Class(deque::class(vm));
    module.dict.set_name(&vm.name("deque"), class);
    add_classes(
        vm,
        module,
        &[
            &tuple_getter::TYPE,
            &deque::ITERATOR,
            &deque::REVERSE_ITERATOR,
        ],
    );
    add_functions(vm, module, "_collections", tuple_getter::FUNCTIONS);
    add_functions(vm, module, "_collections", FUNCTIONS);
    Ok(())
}

const FUNCTIONS: &[NativeDef] = &[
    native(
        "_named_with_module",
        "(cls, /)",
        "Makes messages name a class with its module, as they do with those of native modules.",
        |_, a| {
            if let Value::Class(class) = &a[0] {
                class.name_with_module();
                // A pickle tells the names of such types apart from equal ones.
                class.set_qualname(Ref::new(Str::from(class.qualname().lossy().as_ref())));
            }
            Ok(a[0].clone())
        },
    ),
    native(
        "_move_to_front",
        "(dict, key, /)",
        "Makes a key of a dictionary the first one.",
        |vm, a| {
            let dict = dict_of(vm, &a[0])?;
            let Some((key, value)) = dict.get_entry(vm, &a[1])? else {
                return Err(vm.key_error(&a[1]));
            };
            let entries = dict.entries();
            dict.clear_all();
            dict.set(vm, &key, value)?;
            for (other, value) in entries {
                if !other.is(&key) {
                    dict.set(vm, &other, value)?;
                }
            }
            Ok(Value::None)
        },
    ),
    native(
        "_move_to_back",
        "(dict, key, /)",
        "Makes a key of a dictionary the last one.",
        |vm, a| {
            let dict = dict_of(vm, &a[0])?;
            let Some((key, value)) = dict.get_entry(vm, &a[1])? else {
                return Err(vm.key_error(&a[1]));
            };
            drop(dict.remove(vm, &key)?);
            dict.set(vm, &key, value)?;
            Ok(Value::None)
        },
    ),
    native(
        "_first_key",
        "(dict, /)",
        "The first key of a dictionary.",
        |vm, a| match dict_of(vm, &a[0])?.entry_from(0) {
            Some((_, key, _)) => Ok(key),
            None => Err(vm.key_error(&Value::str("dictionary is empty"))),
        },
    ),
];

fn dict_of(vm: &Vm, value: &Value) -> Res<Ref<Dict>> {
    match vm.unwrapped(value) {
        Value::Dict(dict) => Ok(dict),
        _ => Err(vm.descriptor_error("dict", value)),
    }
}
