//! Built-in functions that show namespaces: `dir`, `globals`, `locals`, `vars`.

use super::given;
use crate::interp::frame::{Published, published};
use crate::interp::{Res, Vm};
use crate::objects::counted::Ref;
use crate::objects::dict::Dict;
use crate::objects::list::List;
use crate::objects::native::{NativeDef, native};
use crate::objects::sort::sort_list;
use crate::objects::value::Value;

/// The rows.
pub const FUNCTIONS: &[NativeDef] = &[
    native(
        "dir",
        "(object=<unrepresentable>, /)",
        "dir([object]) -> list of strings\n\nIf called without an argument, return the names in the current scope.\nElse, return an alphabetized list of names comprising (some of) the attributes\nof the given object, and of attributes reachable from it.\nIf the object supplies a method named __dir__, it will be used; otherwise\nthe default dir() logic is used and returns:\n  for a module object: the module's attributes.\n  for a class object:  its attributes, and recursively the attributes\n    of its bases.\n  for any other object: its attributes, its class's attributes, and\n    recursively the attributes of its class's base classes.",
        dir,
    ),
    native(
        "globals",
        "()",
        "Return the dictionary containing the current scope's global variables.\n\nNOTE: Updates to this dictionary *will* affect name lookups in the current\nglobal scope and vice-versa.",
        |vm, _| Ok(Value::Dict(globals(vm))),
    ),
    native(
        "locals",
        "()",
        "Return a dictionary containing the current scope's local variables.\n\nNOTE: Whether or not updates to this dictionary will affect name lookups in\nthe local scope and vice-versa is *implementation dependent* and not\ncovered by any backwards compatibility guarantees.",
        |vm, _| Ok(locals(vm)),
    ),
    native(
        "vars",
        "(object=<unrepresentable>, /)",
        "vars([object]) -> dictionary\n\nWithout arguments, equivalent to locals().\nWith an argument, equivalent to object.__dict__.",
        vars,
    ),
];

/// The globals of the running frame.
pub fn globals(vm: &Vm) -> Ref<Dict> {
    vm.current_globals().unwrap_or_else(Dict::new)
}

/// The local variables of the running frame: a snapshot in a function, the namespace itself elsewhere.
pub fn locals(vm: &Vm) -> Value {
    let thread = &vm.thread;
    match published(vm, thread.frames.key()) {
        Some(Published::Mapping(namespace)) => namespace,
        Some(Published::Variables(seen)) => {
            let locals = Dict::new();
            let given = seen.values.borrow();
            for (name, value) in given.iter().filter(|(_, value)| !value.is_undef()) {
                locals.set_name(name, value.clone());
            }
            Value::Dict(locals)
        }
        None => Value::Dict(globals(vm)),
    }
}

fn dir(vm: &Vm, a: &[Value]) -> Res {
    let names = match given(a, 0) {
        None => vm.call_method(&locals(vm), &vm.names.keys, &[])?,
        Some(object) => match vm.call_special(object, &vm.names.__dir__, &[])? {
            Some(names) => names,
            None => return Err(vm.type_error("object does not provide __dir__")),
        },
    };
    let list = List::new(vm.collect(&names)?);
    sort_list(vm, &list, None, false)?;
    Ok(Value::from(list))
}

fn vars(vm: &Vm, a: &[Value]) -> Res {
    let Some(object) = given(a, 0) else {
        return Ok(locals(vm));
    };
    match vm.get_attribute_opt(object, &vm.names.__dict__)? {
        Some(dict) => Ok(dict),
        None => Err(vm.type_error("vars() argument must have __dict__ attribute")),
    }
}
