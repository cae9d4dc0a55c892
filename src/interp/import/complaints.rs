//! What is said when an import fails, or a module lacks a name: the reference's words, which guess at the reason.

use crate::interp::{Raised, Vm};
use crate::objects::counted::Ref;
use crate::objects::exception::Exception;
use crate::objects::module::Module;
use crate::objects::str::Name;
use crate::objects::value::Value;
use crate::stdlib::module_names::STANDARD;
use std::path::Path;

/// Why a module may lack a name.
enum Reason {
    /// The script's own file has the name of a module of the standard library.
    ShadowsStandard,
    /// The script's own file is still being run, and may have the name of a library that was meant.
    MayShadow,
    /// It is still being run.
    HalfMade,
    /// None that is known.
    Unknown,
}

impl Vm {
    #[cold]
    pub(super) fn import_error(&self, text: &str) -> Raised {
        self.raise_new(&self.types.import_error, text)
    }

    /// Raises `ModuleNotFoundError` for a name.
    #[cold]
    pub fn module_not_found(&self, text: &str, name: &str) -> Raised {
        let class = &self.types.module_not_found_error;
        let exception = Exception::new(class, vec![Value::str(text)]);
        exception.set_member(&self.names.name, Value::str(name));
        self.raise(exception)
    }

    /// Raises `ImportError` for a name that a module lacks; `own` is the module's.
    #[cold]
    pub(super) fn cannot_import(&self, module: &Value, name: &Name, own: Option<String>) -> Raised {
        let wrong = name.lossy();
        let own_name = own.as_deref().unwrap_or("<unknown module name>");
        let file = self.file_of(module);
        let place = file.as_deref().unwrap_or("unknown location");
        let from = format!("cannot import name '{wrong}' from '{own_name}'");
        let text = match self.reason(module, own_name, file.as_deref()) {
            Reason::MayShadow | Reason::HalfMade => {
                let from = format!(
                    "cannot import name '{wrong}' from partially initialized module '{own_name}'"
                );
                let reason = "(most likely due to a circular import)";
                match &file {
                    Some(file) => format!("{from} {reason} ({file})"),
                    None => format!("{from} {reason}"),
                }
            }
            Reason::ShadowsStandard | Reason::Unknown => format!("{from} ({place})"),
        };
        let exception = Exception::new(&self.types.import_error, vec![Value::from(text)]);
        let names = &self.names;
        let optional = |text: Option<String>| text.map_or(Value::None, Value::from);
        exception.set_member(&names.name, optional(own));
        exception.set_member(&names.path, optional(file));
        exception.set_member(&names.name_from, Value::Str(name.clone()));
        self.raise(exception)
    }

    /// What `AttributeError` says for a name that a module lacks.
    #[cold]
    pub fn missing_in_module(&self, module: &Ref<Module>, own: &str, name: &str) -> String {
        let value = Value::from(module.clone());
        let file = self.file_of(&value);
        let place = file.as_deref().unwrap_or_default();
        let lacks = format!("module '{own}' has no attribute '{name}'");
        match self.reason(&value, own, file.as_deref()) {
            Reason::ShadowsStandard => format!(
                "{lacks} (consider renaming '{place}' since it has the same name as the standard library module named \
                 '{own}' and the import system gives it precedence)"
            ),
            Reason::MayShadow => format!(
                "{lacks} (consider renaming '{place}' if it has the same name as a third-party module you intended to \
                 import)"
            ),
            Reason::HalfMade => {
                let from = file.map_or_else(String::new, |file| format!(" from '{file}'"));
                format!(
                    "partially initialized module '{own}'{from} has no attribute '{name}' (most likely due to a circular \
                     import)"
                )
            }
            Reason::Unknown if self.is_name_being_imported(&format!("{own}.{name}")) => format!(
                "cannot access submodule '{name}' of module '{own}' (most likely due to a circular import)"
            ),
            Reason::Unknown => lacks,
        }
    }

    fn reason(&self, module: &Value, own: &str, file: Option<&str>) -> Reason {
        let is_beside = file.is_some_and(|file| self.is_beside_script(file));
        let half_made =
            Module::of(module).is_some_and(|module| self.is_being_imported(&module.dict));
        match (is_beside, half_made) {
            (true, _) if STANDARD.binary_search(&own).is_ok() => Reason::ShadowsStandard,
            (true, true) => Reason::MayShadow,
            (false, true) => Reason::HalfMade,
            (_, false) => Reason::Unknown,
        }
    }

    /// The file that a module was read from, by its spec or by `__file__`.
    fn file_of(&self, module: &Value) -> Option<String> {
        let dict = &Module::of(module)?.dict;
        match dict.get_name(&self.names.__file__) {
            Some(Value::Str(file)) => Some(file.lossy().into_owned()),
            _ => None,
        }
    }

    /// Whether a file lies where the script does, which is searched before the standard library.
    fn is_beside_script(&self, file: &str) -> bool {
        let settings = self.settings.borrow();
        let Some(first) = settings.path.first().filter(|_| !settings.flags.safe_path) else {
            return false;
        };
        let first = if first.is_empty() { "." } else { first };
        let Ok(first) = std::path::absolute(first) else {
            return false;
        };
        let folder = Path::new(file.strip_suffix("/__init__.py").unwrap_or(file)).parent();
        folder == Some(&first)
    }
}
