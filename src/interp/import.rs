//! `import`: native modules by the registry, then the script's own files along `sys.path`.

use super::{Res, Vm};
use crate::objects::counted::Ref;
use crate::objects::dict::Dict;
use crate::objects::str::Name;
use crate::objects::value::Value;

impl Vm {
    /// `import name` as `__import__(name, …)`: `level` counts leading dots; gives the module named last.
    pub fn import(&self, name: &str, _level: u32) -> Res {
        if let Some(found) = self.modules.get_name(&self.name(name)) {
            return Ok(found);
        }
        Err(self.raise_new(
            &self.types.module_not_found_error,
            &format!("No module named '{name}'"),
        ))
    }

    /// `from module import name`
    pub fn import_from(&self, module: &Value, name: &Name) -> Res {
        self.get_attribute(module, name)
    }

    /// Whether the module with these names has not been run to its end yet.
    pub fn is_being_imported(&self, _names: &Ref<Dict>) -> bool {
        false
    }

    /// Whether the module with these names is implemented here.
    pub fn is_built_in_module(&self, names: &Ref<Dict>) -> bool {
        let name = names.get_name(&self.names.__name__);
        matches!(name, Some(Value::Str(name)) if self.registry().iter().any(|row| row.name.as_bytes() == name.bytes()))
    }
}
