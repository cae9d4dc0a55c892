//! `import`: native modules by the registry, then the script's own files along `sys.path`; packages, relative names,
//! `from … import`. What a module is made of is `objects/module.rs`.

use super::{Raised, Res, Vm};
use crate::lower::{Options, compile};
use crate::objects::counted::Ref;
use crate::objects::dict::Dict;
use crate::objects::exception::Exception;
use crate::objects::list::List;
use crate::objects::module::Module;
use crate::objects::str::Name;
use crate::objects::value::Value;
use crate::stdlib::{Make, ModuleDef};
use snakelet_grammar::source::Source;
use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// The names of modules whose code has not run to its end, by the address of their dictionaries.
#[derive(Default)]
struct Running(RefCell<Vec<usize>>);

/// Where a module was found.
pub enum Found {
    /// In the registry.
    Registered(&'static ModuleDef),
    /// A file, and the directory of the package that it begins.
    File(PathBuf, Option<PathBuf>),
    /// Directories without an `__init__.py`.
    Directories(Vec<PathBuf>),
}

impl Vm {
    /// `import name`: `level` counts leading dots, resolved in the innermost frame; gives the module named last.
    pub fn import(&self, name: &str, level: u32) -> Res {
        let globals = self.current_globals();
        self.import_module(name, level, globals.as_ref())
    }

    /// `import name`: `level` counts leading dots, resolved in `globals`; gives the module named last.
    pub fn import_module(&self, name: &str, level: u32, globals: Option<&Ref<Dict>>) -> Res {
        if level == 0 {
            return self.import_absolute(name);
        }
        let package = self.package_of(globals)?;
        let mut base = package.as_str();
        for _ in 1..level {
            match base.rsplit_once('.') {
                Some((outer, _)) => base = outer,
                None => {
                    let text = "attempted relative import beyond top-level package";
                    return Err(self.raise_new(&self.types.import_error, text));
                }
            }
        }
        if name.is_empty() {
            self.import_absolute(base)
        } else {
            self.import_absolute(&format!("{base}.{name}"))
        }
    }

    /// The package that relative names begin in.
    fn package_of(&self, globals: Option<&Ref<Dict>>) -> Res<String> {
        let names = &self.names;
        let text = |name| match globals.and_then(|globals| globals.get_name(name)) {
            Some(Value::Str(text)) => Some(text.lossy().into_owned()),
            _ => None,
        };
        let package = text(&names.__package__).or_else(|| {
            let own = text(&names.__name__)?;
            let is_package = globals?.get_name(&names.__path__).is_some();
            match own.rsplit_once('.') {
                _ if is_package => Some(own),
                Some((outer, _)) => Some(outer.to_owned()),
                None => None,
            }
        });
        match package {
            Some(package) if !package.is_empty() => Ok(package),
            _ => {
                let text = "attempted relative import with no known parent package";
                Err(self.raise_new(&self.types.import_error, text))
            }
        }
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
        let is_registered = self.registry().iter().any(|row| row.name == name);
        let path = self.get_attribute_opt(&parent, &self.names.__path__)?;
        if path.is_none() && !is_registered {
            let text = format!("No module named '{name}'; '{parent_name}' is not a package");
            return Err(self.module_not_found(&text, name));
        }
        let module = self.load(name, path.as_ref())?;
        self.set_attribute(&parent, &self.name(last), module.clone())?;
        Ok(module)
    }

    /// Finds a module, makes it and runs its code. `path` is that of its package.
    fn load(&self, name: &str, path: Option<&Value>) -> Res {
        let Some(found) = self.find_module(name, path)? else {
            return Err(self.module_not_found(&format!("No module named '{name}'"), name));
        };
        if let Some((parent, _)) = name.rsplit_once('.') {
            self.import(parent, 0)?;
        }
        let module = Module::new(self, name, Value::None);
        let value = Value::from(module.clone());
        let key = self.name(name);
        self.modules.set_name(&key, value);
        let running = self.extension::<Running>();
        running.0.borrow_mut().push(module.dict.address());
        let result = self.fill_module(&module, name, found);
        running
            .0
            .borrow_mut()
            .retain(|&address| address != module.dict.address());
        if let Err(raised) = result {
            let gone = self.modules.remove_name(&key);
            drop(gone);
            return Err(raised);
        }
        // A module may put another object in its place.
        Ok(self
            .modules
            .get_name(&key)
            .unwrap_or_else(|| Value::from(module)))
    }

    /// Where a module is; `path` is that of its package.
    pub fn find_module(&self, name: &str, path: Option<&Value>) -> Res<Option<Found>> {
        if let Some(row) = self.registry().iter().find(|row| row.name == name) {
            return Ok(Some(Found::Registered(row)));
        }
        let last = name.rsplit('.').next().unwrap_or(name);
        let places = match path {
            Some(path) => self.texts(path)?,
            None => self.search_path()?,
        };
        let mut directories = Vec::new();
        for place in places {
            let place = if place.is_empty() { "." } else { &place };
            let place = std::path::absolute(place).unwrap_or_else(|_| PathBuf::from(place));
            let directory = place.join(last);
            let init = directory.join("__init__.py");
            if init.is_file() {
                return Ok(Some(Found::File(init, Some(directory))));
            }
            let file = place.join(format!("{last}.py"));
            if file.is_file() {
                return Ok(Some(Found::File(file, None)));
            }
            if directory.is_dir() {
                directories.push(directory);
            }
        }
        Ok((!directories.is_empty()).then_some(Found::Directories(directories)))
    }

    /// `sys.path` as it stands.
    fn search_path(&self) -> Res<Vec<String>> {
        let names = &self.names;
        if let Some(sys) = self.modules.get_name(&names.sys) {
            if let Some(path) = self.get_attribute_opt(&sys, &names.path)? {
                return self.texts(&path);
            }
        }
        Ok(self.settings.borrow().path.clone())
    }

    fn texts(&self, list: &Value) -> Res<Vec<String>> {
        let items = self.collect(list)?;
        let text = |item: &Value| match self.unwrapped(item) {
            Value::Str(text) => Some(text.lossy().into_owned()),
            _ => None,
        };
        Ok(items.iter().filter_map(text).collect())
    }

    fn fill_module(&self, module: &Ref<Module>, name: &str, found: Found) -> Res<()> {
        let names = &self.names;
        let package = |directories: &[PathBuf]| {
            let places = directories
                .iter()
                .map(|place| Value::str(&place.display().to_string()));
            module
                .dict
                .set_name(&names.__path__, Value::from(List::new(places.collect())));
        };
        let parent = name.rsplit_once('.').map_or("", |(parent, _)| parent);
        module.dict.set_name(&names.__package__, Value::str(parent));
        match found {
            Found::Registered(row) => {
                let has_children = |other: &&ModuleDef| {
                    other
                        .name
                        .strip_prefix(name)
                        .is_some_and(|rest| rest.starts_with('.'))
                };
                if self.registry().iter().any(|other| has_children(&other)) {
                    module.dict.set_name(&names.__package__, Value::str(name));
                    package(&[]);
                }
                self.fill_registered(module, row)
            }
            Found::Directories(directories) => {
                module.dict.set_name(&names.__package__, Value::str(name));
                package(&directories);
                Ok(())
            }
            Found::File(file, directory) => {
                if let Some(directory) = directory {
                    module.dict.set_name(&names.__package__, Value::str(name));
                    package(&[directory]);
                }
                self.run_file(&file, &module.dict)
            }
        }
    }

    fn fill_registered(&self, module: &Ref<Module>, row: &ModuleDef) -> Res<()> {
        let text = match row.make {
            Make::Native(fill) => return fill(self, module),
            Make::Source(text) => text,
        };
        let source = Rc::new(Source::new(format!("<{}>", row.name), text));
        let options = Options {
            is_library: true,
            ..Options::MODULE
        };
        self.run_source(&source, &module.dict, options)
            .map(Value::discard)
    }

    /// Runs a file with `globals`, which get to know it.
    pub fn run_file(&self, file: &Path, globals: &Ref<Dict>) -> Res<()> {
        let name = file.display().to_string();
        globals.set_name(&self.names.__file__, Value::str(&name));
        globals.set_name(&self.name("__cached__"), Value::None);
        let bytes = std::fs::read(file).map_err(|error| self.os_error(&error, Some(&name)))?;
        let source = match snakelet_grammar::decode(&bytes, &name) {
            Ok(source) => Rc::new(source),
            Err(wrong) => return Err(self.raise_syntax_error(&wrong.error, &Rc::new(wrong.source))),
        };
        self.run_source(&source, globals, Options::MODULE)
            .map(Value::discard)
    }

    /// Compiles and runs a source text with `globals`.
    pub fn run_source(&self, source: &Rc<Source>, globals: &Ref<Dict>, options: Options) -> Res {
        if globals.get_name(&self.names.__builtins__).is_none() {
            let builtins = self.modules.get_name(&self.names.builtins);
            globals.set_name(&self.names.__builtins__, builtins.unwrap_or(Value::None));
        }
        let mut warnings = Vec::new();
        let compiled = compile(self, source, globals, options, &mut warnings);
        for warning in &warnings {
            self.warn_syntax(warning, source)?;
        }
        let code = compiled.map_err(|error| self.raise_syntax_error(&error, source))?;
        let mut slots = super::call::undefined(code.layout.slots);
        self.nested(|| self.run_code(&code, &mut slots))
    }

    #[cold]
    fn module_not_found(&self, text: &str, name: &str) -> Raised {
        let class = &self.types.module_not_found_error;
        let exception = Exception::new(class, vec![Value::str(text)]);
        exception.set_member(&self.names.name, Value::str(name));
        self.raise(exception)
    }

    /// `from module import name`
    pub fn import_from(&self, module: &Value, name: &Name) -> Res {
        if let Some(found) = self.get_attribute_opt(module, name)? {
            return Ok(found);
        }
        let names = &self.names;
        let text = |attribute| -> Res<Option<String>> {
            Ok(match self.get_attribute_opt(module, attribute)? {
                Some(Value::Str(text)) => Some(text.lossy().into_owned()),
                _ => None,
            })
        };
        let own = text(&names.__name__)?;
        let is_package = self.get_attribute_opt(module, &names.__path__)?.is_some();
        if let (Some(own), true) = (&own, is_package) {
            let full = format!("{own}.{}", name.lossy());
            match self.import_absolute(&full) {
                Ok(found) => return Ok(found),
                Err(raised) => {
                    let missing = self.catch(raised, &self.types.module_not_found_error)?;
                    let is_this = matches!(missing.member(&names.name),
                        Some(Value::Str(wrong)) if wrong.lossy() == full);
                    if !is_this {
                        return Err(self.rethrow(missing));
                    }
                }
            }
        }
        let file = text(&names.__file__)?;
        Err(self.cannot_import(module, name, own, file))
    }

    #[cold]
    fn cannot_import(
        &self,
        module: &Value,
        name: &Name,
        own: Option<String>,
        file: Option<String>,
    ) -> Raised {
        let wrong = name.lossy();
        let own_name = own.as_deref().unwrap_or("<unknown module name>");
        let place = file.as_deref().unwrap_or("unknown location");
        let half_made =
            Module::of(module).is_some_and(|module| self.is_being_imported(&module.dict));
        let text = if half_made && file.is_some() {
            format!(
                "cannot import name '{wrong}' from partially initialized module '{own_name}' (most likely due to a circular import) ({place})"
            )
        } else {
            format!("cannot import name '{wrong}' from '{own_name}' ({place})")
        };
        let exception = Exception::new(&self.types.import_error, vec![Value::from(text)]);
        let names = &self.names;
        let optional = |text: Option<String>| text.map_or(Value::None, Value::from);
        exception.set_member(&names.name, optional(own));
        exception.set_member(&names.path, optional(file));
        exception.set_member(&names.name_from, Value::Str(name.clone()));
        self.raise(exception)
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
        if self
            .get_attribute_opt(module, &self.names.__path__)?
            .is_some()
        {
            match self.import_from(module, name) {
                Ok(found) => return Ok(found),
                Err(raised) => drop(self.catch(raised, &self.types.import_error)?),
            }
        }
        self.get_attribute(module, name)
    }

    /// Whether the module with these names has not been run to its end yet.
    pub fn is_being_imported(&self, names: &Ref<Dict>) -> bool {
        self.extension::<Running>()
            .0
            .borrow()
            .contains(&names.address())
    }

    /// Whether the module with these names is implemented here.
    pub fn is_built_in_module(&self, names: &Ref<Dict>) -> bool {
        let name = names.get_name(&self.names.__name__);
        matches!(name, Some(Value::Str(name))
            if self.registry().iter().any(|row| row.name.as_bytes() == name.bytes()) || name.bytes() == b"builtins")
    }
}
