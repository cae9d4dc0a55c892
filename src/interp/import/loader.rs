//! Making a module: its first names, its spec, and the run of its code. While that runs, the module is "partially
//! initialized" for whoever imports it meanwhile.

use super::Found;
use super::specs::Searched;
use crate::interp::call::undefined;
use crate::interp::{Res, Vm};
use crate::lower::{Options, compile};
use crate::objects::counted::Ref;
use crate::objects::dict::Dict;
use crate::objects::list::List;
use crate::objects::module::Module;
use crate::objects::module_spec::ModuleSpec;
use crate::objects::source_loader::SourceFileLoader;
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
        match self.search(name, path)? {
            Searched::Nothing => {
                let shown = self.repr(&Value::str(name))?;
                Err(self.module_not_found(&format!("No module named {shown}"), name))
            }
            Searched::Spec(spec) => self.load_spec(name, &spec),
            Searched::Found(found) => self.load_found(name, found),
        }
    }

    fn load_found(&self, name: &str, found: Found) -> Res {
        let module = Module::new(self, name, Value::None);
        let value = Value::from(module.clone());
        self.run_as_imported(name, value, &module.dict, || {
            self.fill_module(&module, name, found)
        })
    }

    /// Runs the code of a module, which stands in `sys.modules` meanwhile and is taken out again if that fails.
    pub(super) fn run_as_imported(
        &self,
        name: &str,
        module: Value,
        dict: &Ref<Dict>,
        run: impl FnOnce() -> Res<()>,
    ) -> Res {
        let key = self.name(name);
        self.modules.set_name(&key, module.clone());
        let running = self.extension::<Running>();
        let address = dict.address();
        running.0.borrow_mut().push((address, name.to_owned()));
        let result = run();
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
        Ok(self.modules.get_name(&key).unwrap_or(module))
    }

    fn fill_module(&self, module: &Ref<Module>, name: &str, found: Found) -> Res<()> {
        match found {
            Found::Registered(row) => {
                let package = self.is_registered_package(name).then_some(&[][..]);
                self.introduce(module, name, None, package);
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

    /// Whether a module of the standard library has others in it.
    pub fn is_registered_package(&self, name: &str) -> bool {
        let inside = format!("{name}.");
        self.registry()
            .iter()
            .any(|other| other.name.starts_with(&inside))
    }

    /// What tells where a module comes from that was found.
    pub fn spec_of(&self, name: &str, found: &Found) -> Value {
        match found {
            Found::Registered(_) => {
                let package = self.is_registered_package(name).then_some(&[][..]);
                self.make_spec(name, None, package)
            }
            Found::Directories(directories) => self.make_spec(name, None, Some(directories)),
            Found::File(file, directory) => self.make_spec(
                name,
                Some(file),
                directory.as_ref().map(std::slice::from_ref),
            ),
        }
    }

    fn make_spec(&self, name: &str, file: Option<&Path>, package: Option<&[PathBuf]>) -> Value {
        let text = |path: &Path| Value::str(&path.display().to_string());
        let path = package
            .map(|places| Value::from(List::new(places.iter().map(|place| text(place)).collect())));
        let is_namespace = file.is_none() && package.is_some_and(|places| !places.is_empty());
        let (loader, origin) = match file {
            Some(file) => (SourceFileLoader::of(name, text(file)), text(file)),
            None if is_namespace => (Value::None, Value::None),
            None => (
                Value::Class(self.types.builtin_importer.clone()),
                Value::str("built-in"),
            ),
        };
        ModuleSpec::of(self, name, loader, origin, path, file.is_some())
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
        let parent = match package {
            Some(_) => name,
            None => name.rsplit_once('.').map_or("", |(parent, _)| parent),
        };
        let spec = self.make_spec(name, file, package);
        let told = |attribute: &str| ModuleSpec::attribute(self, &spec, attribute);
        module.dict.set_name(&names.__package__, Value::str(parent));
        module.dict.set_name(&names.__loader__, told("loader"));
        if package.is_some() {
            let path = told("submodule_search_locations");
            module.dict.set_name(&names.__path__, path);
        }
        module.dict.set_name(&names.__spec__, spec);
    }

    /// Fills a module that is implemented here.
    pub fn fill_registered(&self, module: &Ref<Module>, row: &ModuleDef) -> Res<()> {
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
            globals.set_name(&self.names.__builtins__, Value::Dict(self.builtins.clone()));
        }
        let mut warnings = Vec::new();
        let compiled = compile(self, source, globals, options, &mut warnings);
        for warning in &warnings {
            self.warn_syntax(warning, source)?;
        }
        let code = compiled.map_err(|error| self.raise_syntax_error(&error, source))?;
        let mut slots = undefined(code.layout().slots);
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
