//! Completion: what the word before the cursor may become. Names are looked up and attributes read, but nothing is called.
//! What may be imported is `importable.rs`, what is known of a call `callable.rs`.

use super::Session;
use super::callable::keywords;
use super::importable::is_import;
use crate::interp::Vm;
use crate::objects::module::Module;
use crate::objects::value::Value;
use std::collections::BTreeSet;

/// What a word may become.
pub struct Completion {
    /// Where the word begins, in bytes.
    pub start: usize,
    /// What may stand there, in order.
    pub words: Vec<String>,
}

/// Words that begin or join statements, offered like names.
const KEYWORDS: &[&str] = &[
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "case", "class",
    "continue", "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if",
    "import", "in", "is", "lambda", "match", "nonlocal", "not", "or", "pass", "raise", "return",
    "try", "while", "with", "yield",
];

impl Session<'_> {
    /// What the word that ends `before` may become.
    pub fn complete(&self, before: &str) -> Completion {
        let is_part = |c: char| c.is_alphanumeric() || c == '_';
        let start = before.trim_end_matches(is_part).len();
        let word = &before[start..];
        let statement = before.rsplit(['\n', ';']).next().unwrap_or(before);
        let found = match before[..start].strip_suffix('.') {
            _ if is_import(statement) => self.importable(statement),
            Some(owner) => self.attributes(owner),
            None => self.names(&before[..start]),
        };
        drop(self.vm.thread.raised.take());
        let hidden = !word.starts_with('_');
        let words = found
            .into_iter()
            .filter(|name| name.starts_with(word) && !(hidden && name.starts_with('_')));
        Completion {
            start,
            words: words.collect(),
        }
    }

    /// The value of a dotted path that ends `text`.
    pub(super) fn value_of(&self, text: &str) -> Option<Value> {
        let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
        let path = &text[text.trim_end_matches(is_part).len()..];
        let vm = self.vm;
        let mut parts = path.split('.');
        let first = vm.name(parts.next().filter(|first| !first.is_empty())?);
        let own = self.main.borrow().dict.get_name(&first);
        let mut value = own.or_else(|| vm.builtins.get_name(&first))?;
        for part in parts {
            value = vm.get_attribute_opt(&value, &vm.name(part)).ok()??;
        }
        Some(value)
    }

    fn attributes(&self, owner: &str) -> BTreeSet<String> {
        let value = match owner.ends_with(['\'', '"']) {
            true => Some(Value::str("")),
            false => self.value_of(owner),
        };
        value.map_or_else(BTreeSet::new, |value| directory(self.vm, &value))
    }

    fn names(&self, before: &str) -> BTreeSet<String> {
        let mut found: BTreeSet<String> = KEYWORDS.iter().map(|&word| word.to_owned()).collect();
        for dict in [&self.main.borrow().dict, &self.vm.builtins] {
            found.extend(dict.entries().iter().filter_map(|(key, _)| match key {
                Value::Str(name) => Some(name.lossy().into_owned()),
                _ => None,
            }));
        }
        if let Some(callee) = open_call(before).and_then(|callee| self.value_of(callee)) {
            let names = keywords(self.vm, &callee).into_iter();
            found.extend(names.map(|name| format!("{name}=")));
        }
        found
    }
}

/// `dir(value)`
pub fn directory(vm: &Vm, value: &Value) -> BTreeSet<String> {
    let Some(dir) = vm.builtins.get_name(&vm.name("dir")) else {
        return BTreeSet::new();
    };
    let Ok(Value::List(names)) = vm.call_with(&dir, std::slice::from_ref(value)) else {
        return BTreeSet::new();
    };
    let own = Module::of(value).is_some();
    let names = names.to_vec().into_iter().filter_map(|name| match name {
        Value::Str(name) => Some(name.lossy().into_owned()),
        _ => None,
    });
    names
        .filter(|name| !own || !name.starts_with("__"))
        .collect()
}

/// The text of what is called, if `before` ends within the brackets of a call.
pub fn open_call(before: &str) -> Option<&str> {
    let mut depth = 0;
    for (at, character) in before.char_indices().rev() {
        match character {
            ')' | ']' | '}' => depth += 1,
            '(' | '[' | '{' if depth > 0 => depth -= 1,
            '(' => return Some(&before[..at]),
            '[' | '{' => return None,
            _ => {}
        }
    }
    None
}
