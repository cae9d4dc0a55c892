//! The rows of what functions and descriptors look like to scripts: methods, functions implemented here, slot
//! wrappers, computed attributes and cells. The objects are `method.rs`, `native.rs`, `getset.rs` and `cell.rs`.

use super::class::TypeDef;
use super::copying;
use super::counted::Ref;
use super::getset::GetSet;
use super::method::BoundMethod;
use super::native::{GetterDef, Native, NativeDef, NativeKind, getter, native};
use super::value::Value;
use crate::interp::{Res, Vm};

/// The row of `cell`.
pub const CELL: TypeDef = TypeDef {
    name: "cell",
    doc: "A variable that functions share.",
    new: Some(native(
        "__new__",
        "(contents=None, /)",
        "Makes one.",
        |_, a| {
            let contents = a.get(1).cloned().unwrap_or_default();
            Ok(Value::Cell(super::cell::CellVar::holding(contents)))
        },
    )),
    getters: &[GetterDef {
        name: "cell_contents",
        doc: "The variable's value.",
        get: |vm, cell| match cell {
            Value::Cell(cell) => match cell.0.get() {
                Value::Undef => Err(vm.value_error("Cell is empty")),
                value => Ok(value),
            },
            other => Err(vm.descriptor_error("cell", other)),
        },
        set: Some(|vm, cell, value| match cell {
            Value::Cell(cell) => {
                cell.0.set(value.cloned().unwrap_or_default());
                Ok(())
            }
            other => Err(vm.descriptor_error("cell", other)),
        }),
    }],
    slots: &[
        "__eq__", "__ge__", "__gt__", "__le__", "__lt__", "__ne__", "__repr__",
    ],
    unhashable: true,
    ..TypeDef::PLAIN
};

/// The row of `method`.
pub const METHOD: TypeDef = TypeDef {
    weakly_referable: true,
    name: "method",
    doc: "A function together with the object that it is called on.",
    new: Some(native(
        "__new__",
        "(function, instance, /)",
        "Makes one.",
        new_method,
    )),
    getters: &[
        getter("__func__", "The function.", |vm, m| {
            Ok(method(vm, m)?.function.clone())
        }),
        SELF,
    ],
    methods: &[copying::reduce(|vm, m| {
        let method = method(vm, &m[0])?;
        let name = vm.get_attribute(&method.function, &vm.names.__name__)?;
        copying::by_builtin(vm, "getattr", vec![method.object.clone(), name], None)
    })],
    slots: &[
        "__call__", "__get__", "__eq__", "__ne__", "__hash__", "__repr__",
    ],
    ..TypeDef::PLAIN
};

/// A descriptor is an attribute of its class.
const REDUCE_DESCRIPTOR: NativeDef = copying::reduce(|vm, a| {
    let native = function(vm, &a[0])?;
    match &native.owner {
        Some(owner) => copying::attribute(vm, Value::Class(owner.clone()), native.def.name),
        None => Err(vm.descriptor_error("method_descriptor", &a[0])),
    }
});

/// A method is an attribute of its object, a function known by its name.
const REDUCE_METHOD: NativeDef = copying::reduce(|vm, a| {
    let native = function(vm, &a[0])?;
    let object = match a[0].downcast::<BoundMethod>() {
        Some(method) => method.object.clone(),
        None => match (&native.owner, native.kind) {
            (Some(owner), NativeKind::New | NativeKind::StaticMethod) => {
                Value::Class(owner.clone())
            }
            _ => return Ok(Value::str(native.def.name)),
        },
    };
    copying::attribute(vm, object, native.def.name)
});

const SELF: GetterDef = getter("__self__", "The object it is bound to.", |vm, m| match m
    .downcast::<BoundMethod>()
{
    Some(method) => Ok(method.object.clone()),
    None => match m {
        Value::Native(native) => Ok(own_object(vm, native)),
        other => Err(vm.descriptor_error("method", other)),
    },
});

/// The row of `builtin_function_or_method`.
pub const BUILTIN: TypeDef = TypeDef {
    weakly_referable: true,
    name: "builtin_function_or_method",
    getters: &[SELF, NAME, QUALNAME, DOC, TEXT_SIGNATURE, MODULE],
    methods: &[REDUCE_METHOD],
    slots: &["__call__", "__eq__", "__ne__", "__hash__", "__repr__"],
    ..TypeDef::PLAIN
};

/// The row of `method_descriptor`.
pub const METHOD_DESCRIPTOR: TypeDef = TypeDef {
    name: "method_descriptor",
    getters: &[OWNER, NAME, QUALNAME, DOC, TEXT_SIGNATURE],
    methods: &[REDUCE_DESCRIPTOR],
    slots: &["__call__", "__get__", "__repr__"],
    ..TypeDef::PLAIN
};

/// The row of `wrapper_descriptor`.
pub const WRAPPER_DESCRIPTOR: TypeDef = TypeDef {
    name: "wrapper_descriptor",
    getters: &[OWNER, NAME, QUALNAME, DOC, TEXT_SIGNATURE],
    methods: &[REDUCE_DESCRIPTOR],
    slots: &["__call__", "__get__", "__repr__"],
    ..TypeDef::PLAIN
};

/// The row of `method-wrapper`.
pub const METHOD_WRAPPER: TypeDef = TypeDef {
    name: "method-wrapper",
    getters: &[SELF, OWNER, NAME, QUALNAME, DOC, TEXT_SIGNATURE],
    methods: &[REDUCE_METHOD],
    slots: &["__call__", "__eq__", "__ne__", "__hash__", "__repr__"],
    ..TypeDef::PLAIN
};

/// The row of `classmethod_descriptor`.
pub const CLASSMETHOD_DESCRIPTOR: TypeDef = TypeDef {
    name: "classmethod_descriptor",
    getters: &[OWNER, NAME, QUALNAME, DOC, TEXT_SIGNATURE],
    slots: &["__call__", "__get__", "__repr__"],
    ..TypeDef::PLAIN
};

/// The row of `getset_descriptor`.
pub const GETSET_DESCRIPTOR: TypeDef = TypeDef {
    name: "getset_descriptor",
    getters: &[
        getter("__objclass__", "The class that has it.", |vm, g| {
            Ok(Value::Class(getset(vm, g)?.owner.clone()))
        }),
        getter("__name__", "Its name.", |vm, g| {
            Ok(Value::str(getset(vm, g)?.def.name))
        }),
        getter("__qualname__", "Its dotted name.", |vm, g| {
            let row = getset(vm, g)?;
            Ok(Value::from(format!(
                "{}.{}",
                row.owner.qualname().lossy(),
                row.def.name
            )))
        }),
        getter("__doc__", "What it means.", |vm, g| {
            Ok(Value::str(getset(vm, g)?.def.doc))
        }),
    ],
    slots: &["__get__", "__set__", "__delete__", "__repr__"],
    ..TypeDef::PLAIN
};

/// The row of `member_descriptor`, which `__slots__` makes.
pub const MEMBER_DESCRIPTOR: TypeDef = TypeDef {
    name: "member_descriptor",
    getters: super::slots_attribute::GETTERS,
    slots: &["__get__", "__set__", "__delete__", "__repr__"],
    ..TypeDef::PLAIN
};

const NAME: GetterDef = getter("__name__", "Its name.", |vm, f| {
    Ok(Value::str(function(vm, f)?.def.name))
});

const QUALNAME: GetterDef = getter("__qualname__", "Its dotted name.", |vm, f| {
    Ok(Value::from(function(vm, f)?.qualified_name()))
});

const DOC: GetterDef = getter("__doc__", "The first line of its help.", |vm, f| {
    Ok(Value::str(function(vm, f)?.def.doc))
});

const MODULE: GetterDef = getter("__module__", "The module that offers it.", |vm, f| {
    let native = function(vm, f)?;
    if let Some(module) = super::asyncio_functions::module(native) {
        return Ok(Value::str(module));
    }
    Ok(match native.module {
        "" => Value::None,
        module => Value::str(module),
    })
});

const OWNER: GetterDef = getter("__objclass__", "The class that has it.", |vm, f| {
    Ok(match &function(vm, f)?.owner {
        Some(owner) => Value::Class(owner.clone()),
        None => Value::None,
    })
});

const TEXT_SIGNATURE: GetterDef =
    getter("__text_signature__", "Its parameters as text.", |vm, f| {
        let native = function(vm, f)?;
        Ok(match super::signatures::of_native(native) {
            Some(params) => Value::from(params),
            None => Value::None,
        })
    });

fn method<'a>(vm: &Vm, value: &'a Value) -> Res<&'a Ref<BoundMethod>> {
    value
        .downcast::<BoundMethod>()
        .ok_or_else(|| vm.descriptor_error("method", value))
}

fn getset<'a>(vm: &Vm, value: &'a Value) -> Res<&'a Ref<GetSet>> {
    value
        .downcast::<GetSet>()
        .ok_or_else(|| vm.descriptor_error("getset_descriptor", value))
}

/// The native function itself or behind a bound method.
fn function<'a>(vm: &Vm, value: &'a Value) -> Res<&'a Ref<Native>> {
    match value {
        Value::Native(native) => Ok(native),
        other => match other
            .downcast::<BoundMethod>()
            .map(|method| &method.function)
        {
            Some(Value::Native(native)) => Ok(native),
            _ => Err(vm.descriptor_error("builtin_function_or_method", value)),
        },
    }
}

/// What a function that no instance is bound to belongs to: its module, or the class of a `__new__`.
fn own_object(vm: &Vm, native: &Native) -> Value {
    match &native.owner {
        Some(owner) => Value::Class(owner.clone()),
        None => vm
            .modules
            .get_name(&vm.name(native.module))
            .unwrap_or(Value::None),
    }
}

fn new_method(vm: &Vm, a: &[Value]) -> Res {
    if !vm.is_callable(&a[1]) {
        return Err(vm.type_error("first argument must be callable"));
    }
    if a[2].is_none() {
        return Err(vm.type_error("instance must not be None"));
    }
    Ok(BoundMethod::bind(a[1].clone(), a[2].clone()))
}
