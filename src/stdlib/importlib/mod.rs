//! `_importlib`: what the modules of `importlib`, `runpy` and `pkgutil` need that is implemented here. They are written in
//! the language.

use crate::interp::{Res, Vm};
use crate::objects::counted::Ref;
use crate::objects::module::Module;
use crate::objects::native::{Native, NativeDef, native};
use crate::objects::value::Value;
use std::path::PathBuf;

/// Fills the module.
pub fn make(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    let types = &vm.types;
    let classes = [
        ("ModuleSpec", &types.module_spec),
        ("SourceFileLoader", &types.source_file_loader),
        ("BuiltinImporter", &types.builtin_importer),
        ("FrozenImporter", &types.frozen_importer),
        ("PathFinder", &types.path_finder),
    ];
    for (name, class) in classes {
        let class = Value::Class(class.clone());
        module.dict.set_name(&vm.name(name), class);
    }
    for row in FUNCTIONS {
        let function = Value::Native(Native::function(row, "_importlib"));
        module.dict.set_name(&vm.name(row.name), function);
    }
    Ok(())
}

const FUNCTIONS: &[NativeDef] = &[
    native(
        "import_absolute",
        "(name, /)",
        "Imports a module by its full name.",
        |vm, a| vm.import_module(&vm.str(&a[0])?, 0, None),
    ),
    native(
        "module_from_spec",
        "(spec)",
        "A new module as a spec describes it.",
        |vm, a| vm.module_from_spec(&a[0]),
    ),
    native("absolute", "(path, /)", "A path from the root.", |vm, a| {
        let path = vm.str(&a[0])?;
        let path = std::path::absolute(&path).unwrap_or_else(|_| PathBuf::from(&path));
        Ok(Value::from(path.display().to_string()))
    }),
    native(
        "is_directory",
        "(path, /)",
        "Whether a path is that of a directory.",
        |vm, a| Ok(Value::bool(PathBuf::from(vm.str(&a[0])?).is_dir())),
    ),
    native(
        "find_in",
        "(name, directory, /)",
        "The spec of a module in a directory, or None.",
        |vm, a| {
            let name = vm.str(&a[0])?;
            let found = vm.find_along(&name, vec![vm.str(&a[1])?]);
            Ok(found.map_or(Value::None, |found| vm.spec_of(&name, &found)))
        },
    ),
];
