//! `-m`: which file a module's name stands for, found as `import` finds it; its packages are imported for that.

use crate::interp::import::Found;
use crate::interp::{Res, Vm};
use crate::objects::counted::Ref;
use crate::objects::module::Module;
use crate::objects::value::Value;
use crate::stdlib::{Make, ModuleDef};
use std::path::PathBuf;

/// What a module's name stands for.
pub struct Main {
    /// Where its text is.
    text: Text,
    /// The file, or what is said in its place of a module that has none.
    file: PathBuf,
    /// Its dotted name.
    name: String,
}

enum Text {
    /// In the file.
    File,
    /// It is a module of the standard library.
    Registered(&'static ModuleDef),
}

/// Finds the file for `name`; the inner error is what there is to say if there is none.
pub fn find(vm: &Vm, name: &str) -> Res<Result<Main, String>> {
    if name.starts_with('.') {
        return Ok(Err(
            "snakelet: Relative module names not supported".to_owned()
        ));
    }
    let (parent, _) = name.rsplit_once('.').unwrap_or(("", name));
    let mut path = None;
    if !parent.is_empty() {
        let package = match import_parent(vm, parent)? {
            Some(package) => package,
            None => return Ok(Err(missing(name))),
        };
        path = vm.get_attribute_opt(&package, &vm.names.__path__)?;
        if path.is_none() {
            return Ok(Err(format!(
                "snakelet: Error while finding module specification for '{name}' (ModuleNotFoundError: __path__ \
                 attribute not found on '{parent}' while trying to find '{name}'){}",
                advice(name)
            )));
        }
    }
    Ok(match vm.find_module(name, path.as_ref())? {
        None => Err(missing(name)),
        Some(Found::File(file, None)) => Ok(Main {
            text: Text::File,
            file,
            name: name.to_owned(),
        }),
        Some(Found::Registered(_)) if vm.is_registered_package(name) => in_package(vm, name)?,
        Some(Found::Registered(row)) if matches!(row.make, Make::Source(_)) => Ok(Main {
            text: Text::Registered(row),
            file: PathBuf::from(format!("{}.py", name.replace('.', "/"))),
            name: name.to_owned(),
        }),
        Some(Found::Registered(_)) => Err(format!("snakelet: No code object available for {name}")),
        Some(Found::File(..) | Found::Directories(_)) => in_package(vm, name)?,
    })
}

/// What a package has as its `__main__`.
fn in_package(vm: &Vm, name: &str) -> Res<Result<Main, String>> {
    let inside = format!("{name}.__main__");
    vm.import(name, 0)?.discard();
    Ok(match find(vm, &inside)? {
        Err(text) if text == missing(&inside) => Err(format!(
            "{text}; '{name}' is a package and cannot be directly executed"
        )),
        found => found,
    })
}

/// Runs what was found, in `__main__`.
pub fn run(vm: &Vm, main: &Ref<Module>, found: &Main) -> Res<()> {
    match found.text {
        Text::File => vm.run_file(&found.file, &main.dict),
        Text::Registered(row) => vm.fill_registered(main, row),
    }
}

fn missing(name: &str) -> String {
    format!("snakelet: No module named {name}")
}

/// For the name of a file given as that of a module.
fn advice(name: &str) -> String {
    match name.strip_suffix(".py") {
        Some(module) => format!(". Try using '{module}' instead of '{name}' as the module name."),
        None => String::new(),
    }
}

/// The package around the module; `None`: it, or one around it, is not there.
fn import_parent(vm: &Vm, name: &str) -> Res<Option<Value>> {
    let raised = match vm.import(name, 0) {
        Ok(package) => return Ok(Some(package)),
        Err(raised) => raised,
    };
    let missing = vm.catch(raised, &vm.types.module_not_found_error)?;
    let is_own = match missing.member(&vm.names.name) {
        Some(Value::Str(wrong)) => {
            let wrong = wrong.lossy();
            name == wrong
                || name
                    .strip_prefix(&*wrong)
                    .is_some_and(|rest| rest.starts_with('.'))
        }
        _ => false,
    };
    if is_own {
        Ok(None)
    } else {
        Err(vm.rethrow(missing))
    }
}

/// Gives `__main__` the names that tell what it is.
pub fn introduce(vm: &Vm, main: &Ref<Module>, found: &Main) {
    let file = match found.text {
        Text::File => Some(&*found.file),
        Text::Registered(_) => None,
    };
    vm.introduce(main, &found.name, file, None);
    let file = Value::str(&found.file.display().to_string());
    if let Some(first) = vm.settings.borrow_mut().argv.first_mut() {
        *first = found.file.display().to_string();
    }
    let sys = vm.modules.get_name(&vm.names.sys);
    let argv = sys.and_then(|sys| vm.get_attribute_opt(&sys, &vm.names.argv).ok().flatten());
    if let Some(Value::List(argv)) = argv {
        let old = argv
            .borrow_mut()
            .first_mut()
            .map(|first| std::mem::replace(first, file));
        drop(old);
    }
}
