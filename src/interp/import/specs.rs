//! Finders and loaders of scripts: those in `sys.meta_path` and `sys.path_hooks`, and modules made by the spec that one of
//! them gives. What is found without them never comes here.

use super::Found;
use crate::interp::{Res, Vm};
use crate::objects::dict::Dict;
use crate::objects::module::Module;
use crate::objects::str::Name;
use crate::objects::value::Value;
use crate::stdlib::module_names::is_before_path;

/// What a search has come to.
pub(super) enum Searched {
    /// There is no such module.
    Nothing,
    /// Found by the interpreter itself.
    Found(Found),
    /// What a finder says of it.
    Spec(Value),
}

impl Vm {
    /// Asks the finders of `sys.meta_path` in turn; `path` is that of the module's package.
    pub(super) fn search(&self, name: &str, path: Option<&Value>) -> Res<Searched> {
        let Some(finders) = self.sys_list("meta_path")? else {
            return Ok(self
                .find_module(name, path)?
                .map_or(Searched::Nothing, Searched::Found));
        };
        let types = &self.types;
        let is = |finder: &Value, class| matches!(finder, Value::Class(each) if each.same(class));
        for finder in finders {
            if is(&finder, &types.builtin_importer) {
                if is_before_path(name)
                    && let Some(found @ Found::Registered(_)) = self.find_module(name, path)?
                {
                    return Ok(Searched::Found(found));
                }
            } else if is(&finder, &types.path_finder) {
                if let Some(spec) = self.spec_from_hooks(name, path)? {
                    return Ok(Searched::Spec(spec));
                }
                if let Some(found) = self.find_module(name, path)? {
                    return Ok(Searched::Found(found));
                }
            } else if !is(&finder, &types.frozen_importer)
                && let Some(spec) = self.ask_finder(&finder, name, path)?
            {
                return Ok(Searched::Spec(spec));
            }
        }
        Ok(Searched::Nothing)
    }

    fn ask_finder(&self, finder: &Value, name: &str, path: Option<&Value>) -> Res<Option<Value>> {
        let Some(find) = self.get_attribute_opt(finder, &self.name("find_spec"))? else {
            return Ok(None);
        };
        let path = path.cloned().unwrap_or(Value::None);
        let spec = self.call_with(&find, &[Value::str(name), path, Value::None])?;
        Ok(Some(spec).filter(|spec| !spec.is_none()))
    }

    /// What the finders say that `sys.path_hooks` make for the places along a path.
    pub fn spec_from_hooks(&self, name: &str, path: Option<&Value>) -> Res<Option<Value>> {
        let hooks = self.sys_list("path_hooks")?.unwrap_or_default();
        if hooks.is_empty() {
            return Ok(None);
        }
        let places = match path {
            Some(path) => self.collect(path)?,
            None => self.sys_list("path")?.unwrap_or_default(),
        };
        for place in places {
            let Some(finder) = self.finder_for(&hooks, &place)? else {
                continue;
            };
            let Some(find) = self.get_attribute_opt(&finder, &self.name("find_spec"))? else {
                continue;
            };
            let spec = self.call_with(&find, &[Value::str(name), Value::None])?;
            if !spec.is_none() {
                return Ok(Some(spec));
            }
        }
        Ok(None)
    }

    /// The finder for a place, kept in `sys.path_importer_cache`; `None` is kept too.
    fn finder_for(&self, hooks: &[Value], place: &Value) -> Res<Option<Value>> {
        let known = self.sys_value("path_importer_cache")?;
        let known = match &known {
            Some(Value::Dict(known)) => known.clone(),
            _ => Dict::new(),
        };
        if let Some(finder) = known.get(self, place)? {
            return Ok(Some(finder).filter(|finder| !finder.is_none()));
        }
        let mut made = Value::None;
        for hook in hooks {
            match self.call_with(hook, std::slice::from_ref(place)) {
                Ok(finder) => {
                    made = finder;
                    break;
                }
                Err(raised) => drop(self.catch(raised, &self.types.import_error)?),
            }
        }
        known.set(self, place, made.clone())?;
        Ok(Some(made).filter(|finder| !finder.is_none()))
    }

    fn sys_value(&self, name: &str) -> Res<Option<Value>> {
        match self.modules.get_name(&self.names.sys) {
            Some(sys) => self.get_attribute_opt(&sys, &self.name(name)),
            None => Ok(None),
        }
    }

    fn sys_list(&self, name: &str) -> Res<Option<Vec<Value>>> {
        match self.sys_value(name)? {
            Some(list) if !list.is_none() => self.collect(&list).map(Some),
            _ => Ok(None),
        }
    }

    /// Makes the module that a spec describes, and runs its code.
    pub fn load_spec(&self, name: &str, spec: &Value) -> Res {
        let loader = self.spec_part(spec, "loader")?;
        let has = |method: &str| {
            self.get_attribute_opt(&loader, &self.name(method))
                .map(|found| found.is_some())
        };
        if loader.is_none() {
            if self
                .spec_part(spec, "submodule_search_locations")?
                .is_none()
            {
                return Err(self.import_error("missing loader"));
            }
        } else if !has("exec_module")? {
            return self.load_by_old_rules(name, &loader);
        }
        let module = self.module_from_spec(spec)?;
        let names = self.get_attribute(&module, &self.names.__dict__)?;
        let names = match self.unwrapped(&names) {
            Value::Dict(names) => names,
            _ => Dict::new(),
        };
        self.run_as_imported(name, module.clone(), &names, || {
            if loader.is_none() {
                return Ok(());
            }
            self.call_method(&loader, &self.name("exec_module"), &[module])
                .map(Value::discard)
        })
    }

    /// `loader.load_module(name)`, for loaders without `exec_module`.
    fn load_by_old_rules(&self, name: &str, loader: &Value) -> Res {
        let class = self.class_name(loader);
        let text = format!("{class}.exec_module() not found; falling back to load_module()");
        self.warn(&self.types.import_warning, &text, 1)?;
        let made = self.call_method(loader, &self.name("load_module"), &[Value::str(name)])?;
        Ok(self.modules.get_name(&self.name(name)).unwrap_or(made))
    }

    fn spec_part(&self, spec: &Value, name: &str) -> Res {
        Ok(self
            .get_attribute_opt(spec, &self.name(name))?
            .unwrap_or(Value::None))
    }

    /// `importlib.util.module_from_spec(spec)`
    pub fn module_from_spec(&self, spec: &Value) -> Res {
        let loader = self.spec_part(spec, "loader")?;
        let mut made = Value::None;
        if let Some(create) = self.get_attribute_opt(&loader, &self.name("create_module"))? {
            made = self.call_with(&create, std::slice::from_ref(spec))?;
        } else if self
            .get_attribute_opt(&loader, &self.name("exec_module"))?
            .is_some()
        {
            return Err(self.import_error(
                "loaders that define exec_module() must also define create_module()",
            ));
        }
        let name = self.get_attribute(spec, &self.names.name)?;
        if made.is_none() {
            let module = Module::new(self, &self.str(&name)?, Value::None);
            made = Value::from(module);
        }
        self.describe(&made, spec, name, loader)?;
        Ok(made)
    }

    /// Gives a module the names that its spec tells.
    fn describe(&self, module: &Value, spec: &Value, name: Value, loader: Value) -> Res<()> {
        let names = &self.names;
        // It stays the one that the module was made with.
        let name = match name {
            Value::Str(text) => Value::Str(names.intern_str(&text)),
            other => other,
        };
        let path = self.spec_part(spec, "submodule_search_locations")?;
        let mut told: Vec<(&Name, Value)> = vec![
            (&names.__name__, name),
            (&names.__loader__, loader),
            (&names.__package__, self.spec_part(spec, "parent")?),
            (&names.__spec__, spec.clone()),
        ];
        if !path.is_none() {
            told.push((&names.__path__, path));
        }
        let has_location = self.spec_part(spec, "has_location")?;
        if self.truth(&has_location)? {
            told.push((&names.__file__, self.spec_part(spec, "origin")?));
        }
        for (name, value) in told {
            if let Err(raised) = self.set_attribute(module, name, value) {
                drop(self.catch(raised, &self.types.attribute_error)?);
            }
        }
        Ok(())
    }

    /// Calls a built-in function by its name.
    pub fn call_builtin(&self, name: &str, values: &[Value]) -> Res {
        let function: Option<Value> = self.builtins.get_name(&self.name(name));
        match function {
            Some(function) => self.call_with(&function, values),
            None => Err(self.raise_new(&self.types.name_error, name)),
        }
    }
}
