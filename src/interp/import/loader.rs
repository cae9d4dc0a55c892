//! Making a module: its first names, its spec, and the run of its code. While that runs, the module is "partially
//! initialized" for whoever imports it meanwhile.

use super::Found;
use crate::interp::call::undefined;
use crate::interp::{Res, Vm};
use crate::lower::{Options, compile};
use crate::objects::counted::Ref;
use crate::objects::dict::Dict;
use crate::objects::list::List;
use crate::objects::module::Module;
use crate::objects::module_spec::{ModuleSpec, SourceFileLoader};
use crate::objects::value::Value;
use crate::stdlib::{Make, ModuleDef};
use snakelet_grammar::source::Source;
use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// The modules whose code has not run to its end: the addresses of their dictionaries, and their names.
#[derive(Default)]
struct Running(RefCell<Vec<(usize, String)>>);

impl Vm {
    /// Finds a module, makes it and runs its code. `path` is that of its package.
    pub(super) fn load(&self, name: &str, path: Option<&Value>) -> Res {
        let Some(found) = self.find_module(name, path)? else {
            return Err(self.module_not_found(&format!("No module named '{name}'"), name));
        };
        let module = Module::new(self, name, Value::None);
        let key = self.name(name);
        self.modules.set_name(&key, Value::from(module.clone()));
        let running = self.extension::<Running>();
        let address = module.dict.address();
        running.0.borrow_mut().push((address, name.to_owned()));
        let result = self.fill_module(&module, name, found);
        running
            .0
            .borrow_mut()
            .retain(|(other, _)| *other != address);
        if let Err(raised) = result {
            let gone = self.modules.remove_name(&key);
            drop(gone);
            return Err(raised);
        }
        // A module may put another object in its place.
        let placed = self.modules.get_name(&key);
        Ok(placed.unwrap_or_else(|| Value::from(module)))
    }

    fn fill_module(&self, module: &Ref<Module>, name: &str, found: Found) -> Res<()> {
        match found {
            Found::Registered(row) => {
                let inside = format!("{name}.");
                let is_package = self
                    .registry()
                    .iter()
                    .any(|other| other.name.starts_with(&inside));
                self.introduce(module, name, None, is_package.then_some(&[][..]));
                self.fill_registered(module, row)
            }
            Found::Directories(directories) => {
                self.introduce(module, name, None, Some(&directories));
                Ok(())
            }
            Found::File(file, directory) => {
                self.introduce(
                    module,
                    name,
                    Some(&file),
                    directory.as_ref().map(std::slice::from_ref),
                );
                self.run_file(&file, &module.dict)
            }
        }
    }

    /// Gives a module the names that tell where it comes from; `package` are the directories of a package.
    pub fn introduce(
        &self,
        module: &Ref<Module>,
        name: &str,
        file: Option<&Path>,
        package: Option<&[PathBuf]>,
    ) {
        let names = &self.names;
        let text = |path: &Path| Value::str(&path.display().to_string());
        let path = package
            .map(|places| Value::from(List::new(places.iter().map(|place| text(place)).collect())));
        let parent = match package {
            Some(_) => name,
            None => name.rsplit_once('.').map_or("", |(parent, _)| parent),
        };
        let loader = file.map(|file| SourceFileLoader::of(name, text(file)));
        let origin = match file {
            Some(file) => text(file),
            None if package.is_some_and(|places| !places.is_empty()) => Value::None,
            None => Value::str("built-in"),
        };
        let loader = loader.unwrap_or(Value::None);
        let spec = ModuleSpec::of(
            self,
            name,
            loader.clone(),
            origin,
            path.clone(),
            file.is_some(),
        );
        module.dict.set_name(&names.__package__, Value::str(parent));
        module.dict.set_name(&names.__loader__, loader);
        module.dict.set_name(&names.__spec__, spec);
        if let Some(path) = path {
            module.dict.set_name(&names.__path__, path);
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
        let mut slots = undefined(code.layout.slots);
        self.nested(|| self.run_code(&code, &mut slots))
    }

    /// Whether the module with these names has not been run to its end yet.
    pub fn is_being_imported(&self, names: &Ref<Dict>) -> bool {
        let running = self.extension::<Running>();
        running
            .0
            .borrow()
            .iter()
            .any(|(address, _)| *address == names.address())
    }

    /// Whether a module of this name has not been run to its end yet.
    pub fn is_name_being_imported(&self, name: &str) -> bool {
        let running = self.extension::<Running>();
        running
            .0
            .borrow()
            .iter()
            .any(|(_, running)| running == name)
    }

    /// Whether the module with these names is implemented here.
    pub fn is_built_in_module(&self, names: &Ref<Dict>) -> bool {
        let Some(Value::Str(name)) = names.get_name(&self.names.__name__) else {
            return false;
        };
        let is_registered = self
            .registry()
            .iter()
            .any(|row| row.name.as_bytes() == name.bytes());
        is_registered || name.bytes() == b"builtins"
    }
}
