//! `SourceFileLoader`: reads modules from files. A plain one is never asked by `import`, which reads the file itself;
//! one that a script made or derived from is asked as any loader is (`interp/import/specs.rs`).

use super::class::{Class, TypeDef};
use super::counted::Ref;
use super::module::Module;
use super::native::{NativeDef, getter, native};
use super::object::Object;
use super::value::Value;
use crate::interp::{Res, Vm};
use std::path::Path;

/// The row of `SourceFileLoader`.
pub const TYPE: TypeDef = TypeDef {
    name: "SourceFileLoader",
    module: "_frozen_importlib_external",
    doc: "Loads modules from files of source text.",
    new: Some(native(
        "__new__",
        "(fullname, path)",
        "Makes one.",
        |vm, a| Ok(SourceFileLoader::of(&vm.str(&a[1])?, a[2].clone())),
    )),
    getters: &[
        getter("name", "The module.", |vm, this| {
            Ok(Value::str(&of(vm, this)?.name))
        }),
        getter("path", "The file.", |vm, this| {
            Ok(of(vm, this)?.path.clone())
        }),
    ],
    methods: METHODS,
    is_base: true,
    ..TypeDef::PLAIN
};

const METHODS: &[NativeDef] = &[
    native(
        "create_module",
        "(spec)",
        "None: modules are made as usual.",
        |_, _| Ok(Value::None),
    ),
    native(
        "exec_module",
        "(module)",
        "Execute the module.",
        exec_module,
    ),
    native(
        "load_module",
        "(fullname)",
        "Run a module, the old way.",
        |vm, a| {
            let name = vm.str(&a[1])?;
            let path = of(vm, &a[0])?.path.clone();
            let spec =
                super::module_spec::ModuleSpec::of(vm, &name, a[0].clone(), path, None, true);
            vm.load_spec(&name, &spec)
        },
    ),
    native(
        "get_filename",
        "(name=None)",
        "The file that the finder has found.",
        |vm, a| Ok(of(vm, &a[0])?.path.clone()),
    ),
    native(
        "get_data",
        "(path)",
        "What the file at a path holds, in bytes.",
        |vm, a| {
            let path = vm.str(&a[1])?;
            match std::fs::read(&path) {
                Ok(bytes) => Ok(Value::from(crate::objects::bytes::Bytes::new(bytes))),
                Err(error) => Err(vm.os_error(&error, Some(&path))),
            }
        },
    ),
    native(
        "get_source",
        "(fullname)",
        "Concrete implementation of InspectLoader.get_source.",
        |vm, a| {
            let path = vm.call_method(&a[0], &vm.name("get_filename"), &a[1..2])?;
            let data = vm.call_method(&a[0], &vm.name("get_data"), &[path])?;
            let bytes = vm.buffer(&data).unwrap_or_default();
            match snakelet_grammar::decode(&bytes, "<source>") {
                Ok(source) => Ok(Value::str(&source.text)),
                Err(_) => Err(vm.raise_new(
                    &vm.types.import_error,
                    "source not available through get_data()",
                )),
            }
        },
    ),
    native(
        "source_to_code",
        "(data, path)",
        "The code that a source text becomes.",
        |vm, a| vm.call_builtin("compile", &[a[1].clone(), a[2].clone(), Value::str("exec")]),
    ),
    native(
        "get_code",
        "(fullname)",
        "Concrete implementation of InspectLoader.get_code.",
        |vm, a| {
            let path = vm.call_method(&a[0], &vm.name("get_filename"), &a[1..2])?;
            let data = vm.call_method(&a[0], &vm.name("get_data"), std::slice::from_ref(&path))?;
            vm.call_method(&a[0], &vm.name("source_to_code"), &[data, path])
        },
    ),
    native(
        "is_package",
        "(fullname)",
        "Tell by the file whether the module is a package.",
        |vm, a| {
            let path = vm.call_method(&a[0], &vm.name("get_filename"), &a[1..2])?;
            let (path, name) = (vm.str(&path)?, vm.str(&a[1])?);
            let stem = Path::new(&path)
                .file_stem()
                .is_some_and(|stem| stem == "__init__");
            Ok(Value::bool(
                stem && name.rsplit('.').next() != Some("__init__"),
            ))
        },
    ),
];

/// What has read a module from a file.
pub struct SourceFileLoader {
    name: String,
    path: Value,
}

impl SourceFileLoader {
    /// The loader of a module.
    pub fn of(name: &str, path: Value) -> Value {
        let name = name.to_owned();
        Value::from(Ref::new(SourceFileLoader { name, path }))
    }
}

fn of(vm: &Vm, value: &Value) -> Res<Ref<SourceFileLoader>> {
    let plain = vm.unwrapped(value);
    plain
        .downcast::<SourceFileLoader>()
        .cloned()
        .ok_or_else(|| vm.descriptor_error("SourceFileLoader", value))
}

/// Runs the code in the module; a subclass may say what the code is.
fn exec_module(vm: &Vm, a: &[Value]) -> Res {
    let names = vm.get_attribute(&a[1], &vm.names.__dict__)?;
    if let (Value::Object(_), Some(module)) = (&a[0], Module::of(&a[1])) {
        let path = vm.str(&of(vm, &a[0])?.path)?;
        vm.run_file(Path::new(&path), &module.dict)?;
        return Ok(Value::None);
    }
    let name = vm.get_attribute(&a[1], &vm.names.__name__)?;
    let code = vm.call_method(&a[0], &vm.name("get_code"), std::slice::from_ref(&name))?;
    if code.is_none() {
        let text = format!(
            "cannot load module {} when get_code() returns None",
            vm.repr(&name)?
        );
        return Err(vm.raise_new(&vm.types.import_error, &text));
    }
    vm.call_builtin("exec", &[code, names])
}

impl Object for SourceFileLoader {
    fn is_tracked() -> bool {
        false
    }

    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.source_file_loader.clone()
    }

    /// The path is a string.
    fn traverse(&self, _visit: &mut dyn FnMut(&Value)) {}

    fn clear(&self) {}
}
