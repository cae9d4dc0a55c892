//! `import`: from names to modules. Relative names, packages, `from … import …` and `import *` are here; where a module is
//! found is `import/finder.rs`, how it is made `import/loader.rs`, what scripts' own finders and loaders have to say
//! `import/specs.rs`, and what is said when that fails `import/complaints.rs`.

mod complaints;
mod finder;
mod loader;
mod specs;

use super::{Res, Vm};
use crate::objects::counted::Ref;
use crate::objects::dict::Dict;
use crate::objects::str::Name;
use crate::objects::value::Value;

pub use finder::Found;

impl Vm {
    /// `import name`: `level` counts leading dots, resolved in the innermost frame; gives the module named last.
    pub fn import(&self, name: &str, level: u32) -> Res {
        let globals = self.current_globals();
        self.import_module(name, level, globals.as_ref())
    }

    /// `import name`: `level` counts leading dots, resolved in `globals`; gives the module named last.
    pub fn import_module(&self, name: &str, level: u32, globals: Option<&Ref<Dict>>) -> Res {
        if level == 0 {
            if name.is_empty() {
                return Err(self.value_error("Empty module name"));
            }
            return self.import_absolute(name);
        }
        let package = self.package_of(globals)?;
        if package.is_empty() {
            return Err(self.import_error("attempted relative import with no known parent package"));
        }
        let mut base = package.as_str();
        for _ in 1..level {
            base = match base.rsplit_once('.') {
                Some((outer, _)) => outer,
                None => {
                    let text = "attempted relative import beyond top-level package";
                    return Err(self.import_error(text));
                }
            };
        }
        if name.is_empty() {
            self.import_absolute(base)
        } else {
            self.import_absolute(&format!("{base}.{name}"))
        }
    }

    /// The package that relative names begin in: by `__package__`, by the spec, or by name and path.
    fn package_of(&self, globals: Option<&Ref<Dict>>) -> Res<String> {
        let names = &self.names;
        let global = |name: &Name| globals?.get_name(name).filter(|value| !value.is_none());
        if let Some(package) = global(&names.__package__) {
            return match self.unwrapped(&package) {
                Value::Str(package) => Ok(package.lossy().into_owned()),
                _ => Err(self.type_error("package must be a string")),
            };
        }
        if let Some(spec) = global(&names.__spec__) {
            let parent = self.get_attribute(&spec, &self.name("parent"))?;
            return match self.unwrapped(&parent) {
                Value::Str(parent) => Ok(parent.lossy().into_owned()),
                _ => Err(self.type_error("__spec__.parent must be a string")),
            };
        }
        let Some(own) = global(&names.__name__) else {
            let message = Value::str("'__name__' not in globals");
            return Err(self.raise_with(&self.types.key_error, vec![message]));
        };
        let text = "can't resolve package from __spec__ or __package__, falling back on __name__ and __path__";
        self.warn(&self.types.import_warning, text, 1)?;
        let Value::Str(own) = self.unwrapped(&own) else {
            return Err(self.type_error("__name__ must be a string"));
        };
        let own = own.lossy();
        Ok(if global(&names.__path__).is_some() {
            own.into_owned()
        } else {
            own.rsplit_once('.')
                .map_or_else(String::new, |(outer, _)| outer.to_owned())
        })
    }

    fn import_absolute(&self, name: &str) -> Res {
        match self.modules.get_name(&self.name(name)) {
            Some(Value::None) => {
                let text = format!("import of {name} halted; None in sys.modules");
                return Err(self.module_not_found(&text, name));
            }
            Some(found) => return Ok(found),
            None => {}
        }
        let Some((parent_name, last)) = name.rsplit_once('.') else {
            return self.load(name, None);
        };
        let parent = self.import_absolute(parent_name)?;
        // The parent's code may have imported this very module.
        if let Some(found) = self.modules.get_name(&self.name(name)) {
            return Ok(found);
        }
        let Some(path) = self.get_attribute_opt(&parent, &self.names.__path__)? else {
            let (shown, parent) = (
                self.repr(&Value::str(name))?,
                self.repr(&Value::str(parent_name))?,
            );
            let text = format!("No module named {shown}; {parent} is not a package");
            return Err(self.module_not_found(&text, name));
        };
        let module = self.load(name, Some(&path))?;
        // The module's code may have taken its package out and had it loaded again.
        let parent = self
            .modules
            .get_name(&self.name(parent_name))
            .unwrap_or(parent);
        self.put_into_package(&parent, last, &module)?;
        Ok(module)
    }

    /// Makes a module an attribute of its package; one that takes none is warned of.
    fn put_into_package(&self, package: &Value, name: &str, module: &Value) -> Res<()> {
        let Err(raised) = self.set_attribute(package, &self.name(name), module.clone()) else {
            return Ok(());
        };
        drop(self.catch(raised, &self.types.attribute_error)?);
        let text = format!(
            "Cannot set an attribute on {} for child module {}",
            self.repr(&self.get_attribute(package, &self.names.__name__)?)?,
            self.repr(&Value::str(name))?
        );
        self.warn(&self.types.import_warning, &text, 1)
    }

    /// `from module import name`
    pub fn import_from(&self, module: &Value, name: &Name) -> Res {
        if let Some(found) = self.get_attribute_opt(module, name)? {
            return Ok(found);
        }
        let names = &self.names;
        let own = match self.get_attribute_opt(module, &names.__name__)? {
            Some(Value::Str(own)) => Some(own.lossy().into_owned()),
            _ => None,
        };
        if let Some(own) = &own {
            let full = format!("{own}.{}", name.lossy());
            let is_package = self.get_attribute_opt(module, &names.__path__)?.is_some();
            let found = match is_package {
                true => self.import_submodule(&full)?,
                false => self.modules.get_name(&self.name(&full)),
            };
            if let Some(found) = found {
                return Ok(found);
            }
        }
        Err(self.cannot_import(module, name, own))
    }

    /// A module in a package, if there is one.
    fn import_submodule(&self, full: &str) -> Res<Option<Value>> {
        let raised = match self.import_absolute(full) {
            Ok(found) => return Ok(Some(found)),
            Err(raised) => raised,
        };
        let missing = self.catch(raised, &self.types.module_not_found_error)?;
        let is_this = matches!(missing.member(&self.names.name),
            Some(Value::Str(wrong)) if wrong.lossy() == full);
        if is_this {
            Ok(None)
        } else {
            Err(self.rethrow(missing))
        }
    }

    /// `from module import *`: puts the names into `globals`.
    pub fn import_star(&self, module: &Value, globals: &Ref<Dict>) -> Res<()> {
        let names = &self.names;
        let own = match self.get_attribute_opt(module, &names.__name__)? {
            Some(own) => self.str(&own)?,
            None => String::new(),
        };
        let (all, listed) = match self.get_attribute_opt(module, &names.__all__)? {
            Some(all) => (self.collect(&all)?, true),
            None => match self.get_attribute_opt(module, &names.__dict__)? {
                Some(dict) => (self.collect(&dict)?, false),
                None => {
                    let text = "from-import-* object has no __dict__ and no __all__";
                    return Err(self.raise_new(&self.types.import_error, text));
                }
            },
        };
        for item in all {
            let Value::Str(text) = self.unwrapped(&item) else {
                let class = self.class_name(&item);
                return Err(self.type_error(&if listed {
                    format!("Item in {own}.__all__ must be str, not {class}")
                } else {
                    format!("Key in {own}.__dict__ must be str, not {class}")
                }));
            };
            if !listed && text.bytes().starts_with(b"_") {
                continue;
            }
            let name = self.names.intern_str(&text);
            let value = if listed {
                self.import_listed(module, &name)?
            } else {
                self.get_attribute(module, &name)?
            };
            globals.set_name(&name, value);
        }
        Ok(())
    }

    /// A name in `__all__`: of a package it may be a module that was not imported yet.
    fn import_listed(&self, module: &Value, name: &Name) -> Res {
        if let Some(found) = self.get_attribute_opt(module, name)? {
            return Ok(found);
        }
        let names = &self.names;
        if self.get_attribute_opt(module, &names.__path__)?.is_some() {
            let own = self.get_attribute(module, &names.__name__)?;
            let full = format!("{}.{}", self.str(&own)?, name.lossy());
            self.import_submodule(&full)?;
        }
        self.get_attribute(module, name)
    }
}
