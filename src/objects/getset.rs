//! A computed attribute of a type implemented here, as a script sees it on the class.

use super::class::Class;
use super::counted::Ref;
use super::native::GetterDef;
use super::object::Object;
use super::value::Value;
use crate::interp::{Res, Vm};

/// The descriptor of one row of a table of computed attributes.
pub struct GetSet {
    /// Its row.
    pub def: &'static GetterDef,
    /// The class in whose table it stands.
    pub owner: Ref<Class>,
}

impl GetSet {
    /// The descriptor for `def` on `owner`.
    pub fn new(def: &'static GetterDef, owner: &Ref<Class>) -> Ref<GetSet> {
        Ref::new(GetSet {
            def,
            owner: owner.clone(),
        })
    }
}

impl Object for GetSet {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.getset_descriptor.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&Value::Class(self.owner.clone()));
    }

    /// The row never changes.
    fn clear(&self) {}

    fn repr(&self, _vm: &Vm, _this: &Value) -> Res<Option<String>> {
        Ok(Some(format!(
            "<attribute '{}' of '{}' objects>",
            self.def.name,
            self.owner.name()
        )))
    }

    fn bind(
        &self,
        vm: &Vm,
        this: &Value,
        instance: Option<&Value>,
        _owner: &Ref<Class>,
    ) -> Res<Option<Value>> {
        match instance {
            Some(instance) => (self.def.get)(vm, instance).map(Some),
            None => Ok(Some(this.clone())),
        }
    }

    fn is_data_descriptor(&self) -> bool {
        true
    }

    fn bind_set(
        &self,
        vm: &Vm,
        _this: &Value,
        instance: &Value,
        value: Option<&Value>,
    ) -> Res<bool> {
        let Some(set) = self.def.set else {
            let class = self.owner.message_name(vm);
            let name = self.def.name;
            return Err(vm.attribute_error(&format!(
                "attribute '{name}' of '{class}' objects is not writable"
            )));
        };
        set(vm, instance, value)?;
        Ok(true)
    }
}
