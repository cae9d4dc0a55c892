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
        "dir([object])\n\nThe names of attributes in order: those of an object and of its class; without an\nobject, the variables of the code that calls. A class can say otherwise by __dir__.",
        dir,
    ),
    native(
        "globals",
        "()",
        "The variables of the module whose code calls.\n\nIt is the dictionary that the module itself uses.",
        |vm, _| Ok(Value::Dict(globals(vm))),
    ),
    native(
        "locals",
        "()",
        "The variables of the code that calls.\n\nIn a function it is a copy; elsewhere it is what the code itself uses.",
        |vm, _| Ok(locals(vm)),
    ),
    native(
        "vars",
        "(object=<unrepresentable>, /)",
        "vars([object])\n\nThe attributes of an object, its __dict__; without one, what locals() gives.",
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
