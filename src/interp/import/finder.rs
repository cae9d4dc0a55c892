//! Where a module is: among those implemented here, or a file along `sys.path`.

use crate::interp::{Res, Vm};
use crate::objects::value::Value;
use crate::stdlib::ModuleDef;
use crate::stdlib::module_names::is_before_path;
use std::path::PathBuf;

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
    /// Where a module is; `path` is that of its package. As in the reference, files along the path come before most of the
    /// standard library.
    pub fn find_module(&self, name: &str, path: Option<&Value>) -> Res<Option<Found>> {
        let registered = self.registry().iter().find(|row| row.name == name);
        let registered = registered.map(Found::Registered);
        if registered.is_some() && (path.is_some() || is_before_path(name)) {
            return Ok(registered);
        }
        let places = match path {
            Some(path) => self.texts(path)?,
            None => self.search_path()?,
        };
        Ok(match self.find_along(name, places) {
            Some(found @ Found::File(..)) => Some(found),
            found => registered.or(found),
        })
    }

    /// Where a module is along a path: a file, or directories for want of one.
    pub fn find_along(&self, name: &str, places: Vec<String>) -> Option<Found> {
        let last = name.rsplit('.').next().unwrap_or(name);
        let mut directories = Vec::new();
        for place in places {
            let place = if place.is_empty() { "." } else { &place };
            let place = std::path::absolute(place).unwrap_or_else(|_| PathBuf::from(place));
            let directory = place.join(last);
            let is_directory = directory.is_dir();
            let init = directory.join("__init__.py");
            if is_directory && init.is_file() {
                return Some(Found::File(init, Some(directory)));
            }
            let file = place.join(format!("{last}.py"));
            if file.is_file() {
                return Some(Found::File(file, None));
            }
            if is_directory {
                directories.push(directory);
            }
        }
        (!directories.is_empty()).then_some(Found::Directories(directories))
    }

    /// `sys.path` as it stands.
    pub fn search_path(&self) -> Res<Vec<String>> {
        let names = &self.names;
        if let Some(sys) = self.modules.get_name(&names.sys)
            && let Some(path) = self.get_attribute_opt(&sys, &names.path)?
        {
            return self.texts(&path);
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
}
