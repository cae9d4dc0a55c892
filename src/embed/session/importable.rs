//! Completion of what may be imported: the modules of the library, files and packages on `sys.path`, and the names in them.

use super::Session;
use super::complete::directory;
use crate::objects::value::Value;
use crate::stdlib::REGISTRY;
use snakelet_grammar::ast::StmtKind;
use snakelet_grammar::parse_module;
use snakelet_grammar::source::Source;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Whether a statement imports.
pub fn is_import(statement: &str) -> bool {
    let statement = statement.trim_start();
    statement.starts_with("import ") || statement.starts_with("from ")
}

impl Session<'_> {
    /// What the word at the end of an import may become.
    pub(super) fn importable(&self, statement: &str) -> BTreeSet<String> {
        let words: Vec<&str> = statement.split_whitespace().collect();
        match words[..] {
            ["from", module, "import", ..] => self.names_in(module),
            ["from", _] if statement.ends_with(' ') => ["import".to_owned()].into(),
            _ => self.modules_below(path_of(statement)),
        }
    }

    /// The modules directly below `parent`.
    fn modules_below(&self, parent: &str) -> BTreeSet<String> {
        let prefix = match parent {
            "" => String::new(),
            parent => format!("{parent}."),
        };
        let library = REGISTRY.iter().map(|module| module.name.to_owned());
        let loaded = self.vm.modules.entries();
        let loaded = loaded.iter().filter_map(|(name, _)| match name {
            Value::Str(name) => Some(name.lossy().into_owned()),
            _ => None,
        });
        let mut found: BTreeSet<String> = library
            .chain(loaded)
            .filter_map(|name| name.strip_prefix(&prefix).map(str::to_owned))
            .filter(|rest| !rest.contains('.'))
            .collect();
        for folder in self.folders() {
            found.extend(modules_in(&folder.join(parent.replace('.', "/"))));
        }
        found
    }

    /// The names in a module. One of the library's is loaded for that, the file of another is only read.
    fn names_in(&self, module: &str) -> BTreeSet<String> {
        let vm = self.vm;
        let is_own = REGISTRY.iter().any(|each| each.name == module);
        let loaded = vm.modules.get_name(&vm.name(module));
        let loaded = loaded.or_else(|| is_own.then(|| vm.import(module, 0).ok()).flatten());
        // `import a.b` gives `a`.
        let value = vm.modules.get_name(&vm.name(module)).or(loaded);
        let mut found = value.map_or_else(BTreeSet::new, |value| directory(vm, &value));
        let path = module.replace('.', "/");
        for folder in self.folders() {
            found.extend(modules_in(&folder.join(&path)));
            if !is_own {
                let files = [format!("{path}.py"), format!("{path}/__init__.py")];
                files
                    .iter()
                    .for_each(|file| found.extend(definitions(&folder.join(file))));
            }
        }
        found
    }

    fn folders(&self) -> Vec<PathBuf> {
        let path = self.vm.search_path().unwrap_or_default();
        path.iter()
            .map(|folder| PathBuf::from(if folder.is_empty() { "." } else { folder }))
            .collect()
    }
}

/// The dotted path that is being typed at the end of a statement.
fn path_of(statement: &str) -> &str {
    let path = statement.rsplit([' ', ',']).next().unwrap_or(statement);
    path.rsplit_once('.').map_or("", |(parent, _)| parent)
}

/// The names of the modules and packages in a folder.
fn modules_in(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let names = entries.filter_map(|entry| {
        let path = entry.path();
        let is_file = path.extension().is_some_and(|extension| extension == "py");
        let is_package = || path.join("__init__.py").is_file();
        let name = path.file_stem()?.to_str()?.to_owned();
        (is_file || is_package()).then_some(name)
    });
    names.filter(|name| is_identifier(name)).collect()
}

fn is_identifier(name: &str) -> bool {
    !name.starts_with(|c: char| c.is_numeric())
        && name.chars().all(|c| c.is_alphanumeric() || c == '_')
}

/// The functions and classes that a file defines.
fn definitions(file: &Path) -> Vec<String> {
    let Ok(text) = std::fs::read_to_string(file) else {
        return Vec::new();
    };
    let source = Source::new("<completion>", text);
    let Ok(parsed) = parse_module(&source) else {
        return Vec::new();
    };
    let names = parsed
        .tree
        .body
        .iter()
        .filter_map(|statement| match &statement.kind {
            StmtKind::Function(function) => Some(function.name.name.to_string()),
            StmtKind::Class(class) => Some(class.name.name.to_string()),
            _ => None,
        });
    names.collect()
}
