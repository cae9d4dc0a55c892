//! The type's rows.

use super::class::TypeDef;

/// The row of `module`.
pub const TYPE: TypeDef = TypeDef {
    name: "module",
    is_base: true,
    ..TypeDef::PLAIN
};

use super::class::Class;
use super::counted::Ref;
use super::dict::Dict;
use super::object::Object;
use super::value::Value;
use crate::interp::Vm;

/// A module: a name and its globals.
pub struct Module {
    /// Its names.
    pub dict: Ref<Dict>,
}

impl Module {
    /// A module named `name` with its first attributes.
    pub fn new(vm: &Vm, name: &str, doc: Value) -> Ref<Module> {
        let dict = Dict::new();
        dict.set_name(&vm.names.__name__, Value::str(name));
        dict.set_name(&vm.names.__doc__, doc);
        for name in [
            &vm.names.__package__,
            &vm.names.__loader__,
            &vm.names.__spec__,
        ] {
            dict.set_name(name, Value::None);
        }
        Ref::new(Module { dict })
    }

    /// The module behind a value, if it is one.
    pub fn of(value: &Value) -> Option<&Ref<Module>> {
        value.downcast::<Module>()
    }

    /// What `AttributeError` says for a name that the module lacks.
    pub fn missing_message(&self, vm: &Vm, name: &str) -> String {
        match self.dict.get_name(&vm.names.__name__) {
            Some(Value::Str(own)) => format!("module '{}' has no attribute '{name}'", own.lossy()),
            _ => format!("module has no attribute '{name}'"),
        }
    }
}

impl Object for Module {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.module.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&Value::Dict(self.dict.clone()));
    }

    fn clear(&self) {
        self.dict.clear_all();
    }

    fn attributes(&self, _create: bool) -> Option<Ref<Dict>> {
        Some(self.dict.clone())
    }
}
