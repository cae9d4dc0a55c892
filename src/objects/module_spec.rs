//! What a module's `__spec__` tells of where it comes from. Those of modules that `import` finds by itself are made by
//! `interp/import/loader.rs`, which asks them nothing: scripts look at them.

use super::class::{Class, TypeDef};
use super::counted::Ref;
use super::dict::Dict;
use super::list::List;
use super::native::{getter, native};
use super::object::Object;
use super::value::Value;
use crate::interp::{Res, Vm};

/// The row of `ModuleSpec`.
pub const TYPE: TypeDef = TypeDef {
    name: "ModuleSpec",
    module: "_frozen_importlib",
    doc: "Where a module is found, and what loads it.",
    new: Some(native(
        "__new__",
        "(name, loader, *, origin=None, loader_state=None, is_package=None)",
        "Makes one.",
        |vm, a| {
            let option = |index| a.get(index).and_then(Value::given).cloned();
            let path = match option(5) {
                Some(flag) if vm.truth(&flag)? => Some(Value::from(List::new(Vec::new()))),
                _ => None,
            };
            let origin = option(3).unwrap_or(Value::None);
            let name = vm.str(&a[1])?;
            Ok(ModuleSpec::of(vm, &name, a[2].clone(), origin, path, false))
        },
    )),
    getters: &[
        getter(
            "parent",
            "The package that the module is in.",
            |vm, this| {
                let spec = of(vm, this)?;
                let name = spec.name(vm);
                Ok(match spec.get(vm, "submodule_search_locations") {
                    Value::None => {
                        Value::str(name.rsplit_once('.').map_or("", |(parent, _)| parent))
                    }
                    _ => Value::from(name),
                })
            },
        ),
        getter(
            "has_location",
            "Whether the origin is a file.",
            |vm, this| Ok(of(vm, this)?.get(vm, "_set_fileattr")),
        ),
        getter("cached", "Nothing compiled is kept.", |_, _| {
            Ok(Value::None)
        }),
    ],
    slots: &["__repr__"],
    ..TypeDef::PLAIN
};

/// A module's spec.
pub struct ModuleSpec {
    attributes: Ref<Dict>,
}

impl ModuleSpec {
    /// The spec of a module; `path` is that of a package.
    pub fn of(
        vm: &Vm,
        name: &str,
        loader: Value,
        origin: Value,
        path: Option<Value>,
        has_location: bool,
    ) -> Value {
        let attributes = Dict::new();
        let set = |name: &str, value: Value| attributes.set_name(&vm.name(name), value);
        set("name", Value::str(name));
        set("loader", loader);
        set("origin", origin);
        set("loader_state", Value::None);
        set("submodule_search_locations", path.unwrap_or(Value::None));
        set("_set_fileattr", Value::bool(has_location));
        Value::from(Ref::new(ModuleSpec { attributes }))
    }

    /// What a spec says of `name`.
    pub fn attribute(vm: &Vm, spec: &Value, name: &str) -> Value {
        spec.downcast::<ModuleSpec>()
            .map_or(Value::None, |spec| spec.get(vm, name))
    }

    fn get(&self, vm: &Vm, name: &str) -> Value {
        self.attributes
            .get_name(&vm.name(name))
            .unwrap_or(Value::None)
    }

    fn name(&self, vm: &Vm) -> String {
        match self.get(vm, "name") {
            Value::Str(name) => name.lossy().into_owned(),
            _ => String::new(),
        }
    }
}

fn of<'a>(vm: &Vm, value: &'a Value) -> Res<&'a Ref<ModuleSpec>> {
    value
        .downcast::<ModuleSpec>()
        .ok_or_else(|| vm.descriptor_error("ModuleSpec", value))
}

impl Object for ModuleSpec {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.module_spec.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&Value::Dict(self.attributes.clone()));
    }

    /// Whoever else has the dictionary keeps it; garbage is cleared on its own.
    fn clear(&self) {}

    fn repr(&self, vm: &Vm, _this: &Value) -> Res<Option<String>> {
        let mut text = String::from("ModuleSpec(");
        for (place, name) in ["name", "loader", "origin", "submodule_search_locations"]
            .iter()
            .enumerate()
        {
            let value = self.get(vm, name);
            if place > 1 && value.is_none() {
                continue;
            }
            let separator = if place > 0 { ", " } else { "" };
            text.push_str(&format!("{separator}{name}={}", vm.repr(&value)?));
        }
        text.push(')');
        Ok(Some(text))
    }

    fn attributes(&self, _create: bool) -> Option<Ref<Dict>> {
        Some(self.attributes.clone())
    }
}
