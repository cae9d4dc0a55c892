//! `import`: native modules by the registry, then the script's own files along `sys.path`.

use super::{Res, Vm};
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
}
