//! Exceptions that remember a name, a value or a status: `AttributeError`, `NameError`, `ImportError`, `StopIteration`
//! and `SystemExit`.

use super::{member, of, str, tuple};
use crate::diagnostics::suggest;
use crate::interp::{Res, Vm};
use crate::objects::class::TypeDef;
use crate::objects::counted::Ref;
use crate::objects::dict::Dict;
use crate::objects::native::{GetterDef, native};
use crate::objects::object::Object;
use crate::objects::str::Name;
use crate::objects::value::Value;

/// The row of `AttributeError`.
pub const ATTRIBUTE_ERROR: TypeDef = TypeDef {
    name: "AttributeError",
    doc: "An object has no such attribute.",
    init: Some(native(
        "__init__",
        "(*args, **kwargs)",
        "Takes the arguments.",
        |vm, a| init(vm, a, "AttributeError", &[&vm.names.name, &vm.names.obj]),
    )),
    methods: &[
        native("__getstate__", "()", "What a copy is to have.", |vm, a| {
            attribute_error_state(vm, &a[0]).map(Value::Dict)
        }),
        native("__reduce__", "()", "How a copy is made.", |vm, a| {
            let exception = of(vm, &a[0])?;
            let state = attribute_error_state(vm, &a[0])?;
            Ok(super::reduced(
                &exception,
                exception.args_value(),
                Some(state),
            ))
        }),
    ],
    getters: &[
        member_row!(name, "The attribute's name."),
        member_row!(obj, "The object."),
    ],
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `NameError`.
pub const NAME_ERROR: TypeDef = TypeDef {
    name: "NameError",
    doc: "A name is not defined.",
    init: Some(native(
        "__init__",
        "(*args, **kwargs)",
        "Takes the arguments.",
        |vm, a| init(vm, a, "NameError", &[&vm.names.name]),
    )),
    getters: &[member_row!(name, "The name.")],
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `ImportError`.
pub const IMPORT_ERROR: TypeDef = TypeDef {
    name: "ImportError",
    doc: "A module, or a name in it, cannot be imported.",
    init: Some(native(
        "__init__",
        "(*args, **kwargs)",
        "Takes the arguments.",
        |vm, a| {
            let names = &vm.names;
            init(
                vm,
                a,
                "ImportError",
                &[&names.name, &names.path, &names.name_from],
            )?;
            let exception = of(vm, &a[0])?;
            let message = only(&exception.args()).unwrap_or(Value::None);
            exception.set_member(&names.msg, message);
            Ok(Value::None)
        },
    )),
    methods: &[native(
        "__reduce__",
        "()",
        "How a copy is made.",
        |vm, a| {
            let (exception, names) = (of(vm, &a[0])?, &vm.names);
            let known = [&names.name, &names.path, &names.name_from];
            let state = super::state_with(&exception, &known);
            Ok(super::reduced(&exception, exception.args_value(), state))
        },
    )],
    special: &[native(
        "__str__",
        "()",
        "str(self)",
        |vm, a| match member(vm, &a[0], &vm.names.msg)? {
            message @ Value::Str(_) => Ok(message),
            _ => str(vm, &*of(vm, &a[0])?).map(Value::Str),
        },
    )],
    getters: &[
        GetterDef {
            name: "msg",
            doc: "The message.",
            get: |vm, e| {
                let exception = of(vm, e)?;
                let own = exception.member(&vm.names.msg);
                Ok(own
                    .or_else(|| only(&exception.args()))
                    .unwrap_or(Value::None))
            },
            set: Some(|vm, e, value| super::set_member(vm, e, &vm.names.msg, value)),
        },
        member_row!(name, "The module's name."),
        member_row!(name_from, "The name in the module."),
        member_row!(path, "The module's file."),
    ],
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `StopIteration`.
pub const STOP_ITERATION: TypeDef = TypeDef {
    name: "StopIteration",
    doc: "An iterator has no more items.",
    init: Some(native(
        "__init__",
        "(*args, **kwargs)",
        "Takes the arguments.",
        |vm, a| {
            super::init(vm, a)?;
            let exception = of(vm, &a[0])?;
            let value = exception.first_arg().unwrap_or(Value::None);
            exception.set_member(&vm.names.value, value);
            Ok(Value::None)
        },
    )),
    getters: &[GetterDef {
        name: "value",
        doc: "What a generator returned.",
        get: |vm, e| {
            let exception = of(vm, e)?;
            let own = exception.member(&vm.names.value);
            Ok(own.or_else(|| exception.first_arg()).unwrap_or(Value::None))
        },
        set: Some(|vm, e, value| super::set_member(vm, e, &vm.names.value, value)),
    }],
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `SystemExit`.
pub const SYSTEM_EXIT: TypeDef = TypeDef {
    name: "SystemExit",
    doc: "The program wants to end.",
    init: Some(native(
        "__init__",
        "(*args, **kwargs)",
        "Takes the arguments.",
        |vm, a| {
            super::init(vm, a)?;
            let exception = of(vm, &a[0])?;
            let code = exit_code(&exception.args_value());
            exception.set_member(&vm.names.code, code);
            Ok(Value::None)
        },
    )),
    getters: &[GetterDef {
        name: "code",
        doc: "The status to end with.",
        get: |vm, e| {
            let exception = of(vm, e)?;
            let own = exception.member(&vm.names.code);
            Ok(own.unwrap_or_else(|| exit_code(&exception.args_value())))
        },
        set: Some(|vm, e, value| super::set_member(vm, e, &vm.names.code, value)),
    }],
    is_base: true,
    ..TypeDef::PLAIN
};

/// The object that had no such attribute is left out: it may be impossible to copy.
fn attribute_error_state(vm: &Vm, exception: &Value) -> Res<Ref<Dict>> {
    let exception = of(vm, exception)?;
    let dict = Object::attributes(&*exception, false);
    let state = dict.map_or_else(Dict::new, |dict| dict.copy());
    if let Some(name) = exception.member(&vm.names.name) {
        state.set_name(&vm.names.name, name);
    }
    state.set_name(&vm.names.args, exception.args_value());
    Ok(state)
}

/// The argument, if there is one only.
fn only(args: &[Value]) -> Option<Value> {
    match args {
        [one] => Some(one.clone()),
        _ => None,
    }
}

fn exit_code(args: &Value) -> Value {
    match args {
        Value::Tuple(tuple) => match tuple.items() {
            [] => Value::None,
            [code] => code.clone(),
            _ => args.clone(),
        },
        _ => Value::None,
    }
}

/// Takes positional arguments as `args`, and the keywords `known` as members.
fn init(vm: &Vm, a: &[Value], function: &str, known: &[&Name]) -> Res {
    let exception = of(vm, &a[0])?;
    for name in known {
        exception.forget_member(name);
    }
    if let Some(Value::Dict(keywords)) = a.get(2) {
        let count = keywords.len();
        if count > known.len() {
            let (most, plural) = (known.len(), if known.len() == 1 { "" } else { "s" });
            return Err(vm.type_error(&format!(
                "{function}() takes at most {most} keyword argument{plural} ({count} given)"
            )));
        }
        for (key, value) in keywords.entries() {
            let Value::Str(key) = key else { continue };
            match known.iter().find(|name| name.bytes() == key.bytes()) {
                Some(name) => exception.set_member(name, value),
                None => {
                    let key = key.lossy();
                    let names: Vec<_> = known.iter().map(|name| name.lossy()).collect();
                    let nearest = suggest::nearest(&key, names.iter().map(|name| &**name));
                    let hint = nearest
                        .map(|name| format!(". Did you mean '{name}'?"))
                        .unwrap_or_default();
                    return Err(vm.type_error(&format!(
                        "{function}() got an unexpected keyword argument '{key}'{hint}"
                    )));
                }
            }
        }
    }
    exception.set_args(tuple(&a[1]));
    Ok(Value::None)
}
