//! The classes of native modules beside the built-in ones: each is made from its row when it is first needed.

use crate::interp::{Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::Ref;
use crate::objects::module::Module;
use crate::objects::native::{Native, NativeDef};
use crate::objects::value::Value;
use rustc_hash::FxHashMap;
use std::cell::RefCell;

/// The classes made so far, by the addresses of their rows.
#[derive(Default)]
struct Made(RefCell<FxHashMap<usize, Ref<Class>>>);

/// The class that a row describes, derived from `object`.
pub fn native_class(vm: &Vm, row: &'static TypeDef) -> Ref<Class> {
    derived_class(vm, row, |vm| vm.types.object.clone())
}

/// The class that a row describes, derived from the class that `base` gives.
pub fn derived_class(
    vm: &Vm,
    row: &'static TypeDef,
    base: impl FnOnce(&Vm) -> Ref<Class>,
) -> Ref<Class> {
    let made = vm.extension::<Made>();
    let key = std::ptr::from_ref(row) as usize;
    if let Some(class) = made.0.borrow().get(&key) {
        return class.clone();
    }
    let class = Class::builtin(vm.name(row.name), row, Some(&base(vm)));
    made.0.borrow_mut().insert(key, class.clone());
    class
}

/// Puts the classes that rows describe into a module.
pub fn add_classes(vm: &Vm, module: &Ref<Module>, rows: &[&'static TypeDef]) {
    for row in rows {
        let class = Value::Class(native_class(vm, row));
        module.dict.set_name(&vm.name(row.name), class);
    }
}

/// Puts the functions of a table into a module.
pub fn add_functions(
    vm: &Vm,
    module: &Ref<Module>,
    name: &'static str,
    rows: &'static [NativeDef],
) {
    for row in rows {
        let function = Value::Native(Native::function(row, name));
        module.dict.set_name(&vm.name(row.name), function);
    }
}

/// Puts everything that another module offers into a module: what is offered is the same objects.
pub fn share(vm: &Vm, module: &Ref<Module>, native: &str) -> Res<()> {
    let value = vm.import(native, 0)?;
    let Some(native) = Module::of(&value) else {
        return Ok(());
    };
    for (name, value) in native.dict.entries() {
        if let Value::Str(name) = name {
            let text = name.lossy();
            if !text.starts_with("__") || text == "__all__" || text == "__doc__" {
                module.dict.set_name(&vm.name(&text), value);
            }
        }
    }
    Ok(())
}

/// Sets the module's docstring.
pub fn set_doc(vm: &Vm, module: &Ref<Module>, doc: &str) {
    module.dict.set_name(&vm.names.__doc__, Value::str(doc));
}
