//! `import`: native modules by the registry, then the script's own files along `sys.path`.

use super::{Res, Vm};
use crate::lower::{Options, compile};
use crate::objects::counted::Ref;
use crate::objects::dict::Dict;
use crate::objects::module::Module;
use crate::objects::str::Name;
use crate::objects::value::Value;
use crate::stdlib::{Make, ModuleDef};
use snakelet_grammar::source::Source;
use std::rc::Rc;

impl Vm {
    /// `import name` as `__import__(name, …)`: `level` counts leading dots; gives the module named last.
    pub fn import(&self, name: &str, _level: u32) -> Res {
        if let Some(found) = self.modules.get_name(&self.name(name)) {
            return Ok(found);
        }
        let Some(row) = self.registry().iter().find(|row| row.name == name) else {
            return Err(self.raise_new(
                &self.types.module_not_found_error,
                &format!("No module named '{name}'"),
            ));
        };
        if let Some((parent, _)) = name.rsplit_once('.') {
            self.import(parent, 0)?;
        }
        let module = Module::new(self, name, Value::None);
        let value = Value::from(module.clone());
        self.modules.set_name(&self.name(name), value.clone());
        if let Err(raised) = self.fill_module(&module, row) {
            self.modules.remove_name(&self.name(name));
            return Err(raised);
        }
        if let Some((parent, last)) = name.rsplit_once('.') {
            if let Some(parent) = self.modules.get_name(&self.name(parent)) {
                self.set_attribute(&parent, &self.name(last), value.clone())?;
            }
        }
        Ok(value)
    }

    /// Runs what a native module is made by.
    fn fill_module(&self, module: &Ref<Module>, row: &ModuleDef) -> Res<()> {
        let text = match row.make {
            Make::Native(fill) => return fill(self, module),
            Make::Source(text) => text,
        };
        let source = Rc::new(Source::new(format!("<{}>", row.name), text.to_owned()));
        let options = Options {
            is_library: true,
            ..Options::MODULE
        };
        let code = compile(self, &source, &module.dict, options, &mut Vec::new());
        let code = code.map_err(|error| self.runtime_error(&format!("{error:?}")))?;
        let mut slots = super::call::undefined(code.layout.slots);
        self.run_code(&code, &mut slots).map(Value::discard)
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
