//! The finders that `sys.meta_path` begins with. They stand for what `interp/import/finder.rs` does: `import` asks that
//! instead of them, but scripts may ask them, take them out, and put others before and behind them.

use super::class::TypeDef;
use super::module::Module;
use super::native::{NativeDef, native};
use super::value::Value;
use crate::interp::import::Found;
use crate::interp::{Res, Vm};
use crate::stdlib::module_names::is_before_path;

/// The row of `BuiltinImporter`, also the loader of the modules that are implemented here.
pub const BUILT_IN: TypeDef = TypeDef {
    name: "BuiltinImporter",
    module: "_frozen_importlib",
    doc: "Finds the modules that are part of the program.",
    class_methods: &[
        native(
            "find_spec",
            "(fullname, path=None, target=None)",
            "Find the spec for a built-in module.",
            |vm, a| {
                let name = vm.str(&a[1])?;
                if !is_before_path(&name) {
                    return Ok(Value::None);
                }
                found(vm, &name, None, |found| {
                    matches!(found, Found::Registered(_))
                })
            },
        ),
        INVALIDATE,
    ],
    static_methods: &[
        native(
            "create_module",
            "(spec)",
            "Create a built-in module.",
            |_, _| Ok(Value::None),
        ),
        native(
            "exec_module",
            "(module)",
            "Exec a built-in module.",
            |vm, a| {
                let plain = vm.unwrapped(&a[0]);
                let Some(module) = Module::of(&plain) else {
                    return Err(vm.type_error("a module is needed"));
                };
                let name = module.name(vm).unwrap_or_default();
                match vm.find_module(&name, Some(&vm.empty_tuple()))? {
                    Some(Found::Registered(row)) => vm.fill_registered(module, row)?,
                    _ => {
                        let text = format!("'{name}' is not a built-in module");
                        return Err(vm.raise_new(&vm.types.import_error, &text));
                    }
                }
                Ok(Value::None)
            },
        ),
        native(
            "is_package",
            "(fullname)",
            "Built-in modules are no packages.",
            |_, _| Ok(Value::bool(false)),
        ),
        native(
            "get_source",
            "(fullname)",
            "Built-in modules have no source.",
            |_, _| Ok(Value::None),
        ),
        native(
            "get_code",
            "(fullname)",
            "Built-in modules have no code.",
            |_, _| Ok(Value::None),
        ),
    ],
    ..TypeDef::PLAIN
};

/// The row of `FrozenImporter`, which finds nothing: no module is frozen here.
pub const FROZEN: TypeDef = TypeDef {
    name: "FrozenImporter",
    module: "_frozen_importlib",
    doc: "Finds the modules whose code is part of the program.",
    class_methods: &[
        native(
            "find_spec",
            "(fullname, path=None, target=None)",
            "Find the spec for a frozen module.",
            |_, _| Ok(Value::None),
        ),
        INVALIDATE,
        native(
            "exec_module",
            "(module)",
            "Exec a frozen module.",
            |vm, a| {
                let name = vm.get_attribute(&a[1], &vm.name("__name__"))?;
                no_such_frozen(vm, &name)
            },
        ),
        native(
            "get_code",
            "(fullname)",
            "The code of a frozen module.",
            |vm, a| no_such_frozen(vm, &a[1]),
        ),
        native(
            "get_source",
            "(fullname)",
            "Frozen modules have no source.",
            |vm, a| no_such_frozen(vm, &a[1]),
        ),
        native(
            "is_package",
            "(fullname)",
            "Whether a frozen module is a package.",
            |vm, a| no_such_frozen(vm, &a[1]),
        ),
        native(
            "load_module",
            "(fullname)",
            "Load a frozen module.",
            |vm, a| no_such_frozen(vm, &a[1]),
        ),
    ],
    static_methods: &[native(
        "create_module",
        "(spec)",
        "Create a frozen module in the usual way.",
        |_, _| Ok(Value::None),
    )],
    ..TypeDef::PLAIN
};

fn no_such_frozen(vm: &Vm, name: &Value) -> Res {
    let text = format!("No such frozen object named {}", vm.str(name)?);
    Err(vm.raise_new(&vm.types.import_error, &text))
}

/// The row of `PathFinder`.
pub const PATH: TypeDef = TypeDef {
    name: "PathFinder",
    module: "_frozen_importlib_external",
    doc: "Finds modules along sys.path and in the directories of packages.",
    class_methods: &[
        native(
            "find_spec",
            "(fullname, path=None, target=None)",
            "The spec of a module that is found along 'path', or sys.path; None if it is not.",
            |vm, a| {
                let name = vm.str(&a[1])?;
                let path = a.get(2).filter(|path| !path.is_none() && !path.is_undef());
                if path.is_none()
                    && let Some(spec) = vm.spec_from_hooks(&name, None)?
                {
                    return Ok(spec);
                }
                found(vm, &name, path, |_| true)
            },
        ),
        INVALIDATE,
    ],
    ..TypeDef::PLAIN
};

const INVALIDATE: NativeDef = native("invalidate_caches", "()", "Nothing is cached.", |_, _| {
    Ok(Value::None)
});

/// The spec of a module, if it is found and of the kind that is asked for.
fn found(vm: &Vm, name: &str, path: Option<&Value>, fits: fn(&Found) -> bool) -> Res {
    Ok(match vm.find_module(name, path)? {
        Some(found) if fits(&found) => vm.spec_of(name, &found),
        _ => Value::None,
    })
}
