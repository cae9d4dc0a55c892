//! `Generic`: the base of classes with type parameters. What its subscription and its subclasses need is Python code in `typing`.

use super::super::class::Class;
use super::super::counted::Ref;
use super::super::dict::Dict;
use super::super::native::{Native, NativeDef, NativeKind, native};
use super::super::tuple::Tuple;
use super::super::value::Value;
use super::{Classes, call_typing, unpacked};
use crate::interp::{Args, Res, Vm};

const CLASS_METHODS: [NativeDef; 2] = [
    native(
        "__class_getitem__",
        "(*args, **kwargs)",
        "A generic class with type arguments.",
        |vm, a| hook(vm, "_generic_class_getitem", a),
    ),
    native(
        "__init_subclass__",
        "(*args, **kwargs)",
        "Finds the type parameters of a new subclass.",
        |vm, a| hook(vm, "_generic_init_subclass", a),
    ),
];

/// Calls a function of `typing` with the class and whatever was given.
fn hook(vm: &Vm, function: &str, a: &[Value]) -> Res {
    let module = vm.import("typing", 0)?;
    let function = vm.get_attribute(&module, &vm.name(function))?;
    let mut values = vec![a[0].clone()];
    if let Some(Value::Tuple(args)) = a.get(1) {
        values.extend_from_slice(args.items());
    }
    let mut names = Vec::new();
    if let Some(Value::Dict(keywords)) = a.get(2) {
        for (key, value) in keywords.entries() {
            names.push(crate::interp::slots::attribute_name(vm, &key)?);
            values.push(value);
        }
    }
    let args = Args {
        values: &values,
        names: &names,
    };
    vm.call(&function, args)
}

/// The class. Its instances are plain objects, so it is made like a class that a script defines.
pub fn class(vm: &Vm) -> Ref<Class> {
    let classes = vm.extension::<Classes>();
    classes.generic.get_or_init(|| made(vm)).clone()
}

fn made(vm: &Vm) -> Ref<Class> {
    static ROWS: [NativeDef; 2] = CLASS_METHODS;
    let object = &vm.types.object;
    let dict = Dict::new();
    dict.set_name(&vm.names.__module__, Value::str("typing"));
    dict.set_name(
        &vm.names.__doc__,
        Value::str("What classes with type parameters derive from."),
    );
    let name = vm.name("Generic");
    let class = Class::scripted(
        name.clone(),
        name,
        vec![object.clone()],
        vec![object.clone()],
        dict,
        None,
        object.native(),
    );
    for row in &ROWS {
        let method = Native::method(row, NativeKind::ClassMethod, &class);
        class
            .dict(vm)
            .set_name(&vm.name(row.name), Value::Native(method));
    }
    // As in the reference it gives instances no dictionary: subclasses say themselves what theirs have.
    class.set_has_dict(false);
    object.add_subclass(&class);
    class
}

/// The base that a class with these type parameters gets.
pub fn base_for(vm: &Vm, params: &Value) -> Res {
    let args = unpacked(vm, params)?;
    let args = match args {
        Value::Tuple(args) => args,
        one => Tuple::new(vec![one]),
    };
    call_typing(
        vm,
        "_GenericAlias",
        &[Value::Class(class(vm)), Value::Tuple(args)],
    )
}
