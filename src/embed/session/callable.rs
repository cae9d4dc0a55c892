//! What can be told about something that is about to be called: its parameters, and which of them take keywords. Nothing is
//! called to learn that.

use super::Session;
use crate::interp::Vm;
use crate::objects::function::Function;
use crate::objects::method::BoundMethod;
use crate::objects::native::{NativeKind, ParamKind};
use crate::objects::signatures;
use crate::objects::value::Value;

/// A default value that is longer is not shown.
const LONG: usize = 24;

/// One parameter of something that can be called.
struct Parameter {
    /// As it is written, with its default value.
    text: String,
    /// Its name, if it can be given by keyword.
    keyword: Option<String>,
}

impl Session<'_> {
    /// The name and the parameters of what is called in the brackets that `before` ends in.
    pub fn signature(&self, before: &str) -> Option<String> {
        let callee = super::complete::open_call(before)?;
        let word = callee.trim_end_matches(is_part).trim_end();
        if word.ends_with("def") || word.ends_with("class") {
            return None;
        }
        let value = self.value_of(callee);
        drop(self.vm.thread.raised.take());
        let name = callee.rsplit(|c: char| !is_part(c)).next()?;
        Some(format!("{name}{}", parameters(self.vm, &value?)?))
    }
}

fn is_part(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '.')
}

/// The parameters in brackets.
fn parameters(vm: &Vm, callee: &Value) -> Option<String> {
    match target(vm, callee) {
        (Value::Function(function), skipped) => {
            let listed = listed(vm, &function);
            let texts = listed.into_iter().map(|each| each.text);
            let texts: Vec<String> = texts.skip(usize::from(skipped)).collect();
            Some(format!("({})", texts.join(", ")))
        }
        (Value::Native(native), _) if native.kind == NativeKind::New => None,
        (Value::Native(native), _) => Some(native.def.signature.to_owned()),
        (Value::Class(class), _) => signatures::of_class(&class),
        _ => None,
    }
}

/// The names of the parameters that can be given by keyword.
pub fn keywords(vm: &Vm, callee: &Value) -> Vec<String> {
    match target(vm, callee) {
        (Value::Function(function), skipped) => {
            let listed = listed(vm, &function).into_iter();
            let named = listed.skip(usize::from(skipped));
            named.filter_map(|each| each.keyword).collect()
        }
        (Value::Native(native), _) => {
            let params = native.signature().params.iter();
            let by_name =
                params.filter(|each| matches!(each.kind, ParamKind::Either | ParamKind::Keyword));
            by_name.map(|each| each.name.to_string()).collect()
        }
        (Value::Class(class), _) => signatures::of_class(&class)
            .map(|params| named(&params))
            .unwrap_or_default(),
        _ => Vec::new(),
    }
}

/// The names in the text of a signature that can be given by keyword.
fn named(signature: &str) -> Vec<String> {
    let params = signature.trim_matches(['(', ')']);
    let params = params.rsplit_once('/').map_or(params, |(_, behind)| behind);
    let names = params
        .split(',')
        .map(|each| each.split('=').next().unwrap_or_default().trim());
    names
        .filter(|name| !name.is_empty() && !name.starts_with('*'))
        .map(str::to_owned)
        .collect()
}

/// What is called in the end, and whether its first parameter is given already.
fn target(vm: &Vm, callee: &Value) -> (Value, bool) {
    if let Some(method) = callee.downcast::<BoundMethod>() {
        return (method.function.clone(), true);
    }
    let Value::Class(class) = callee else {
        return (callee.clone(), false);
    };
    for name in ["__init__", "__new__"] {
        if let Some(found @ Value::Function(_)) = class.lookup(vm, &vm.name(name)) {
            return (found, true);
        }
    }
    (callee.clone(), false)
}

/// The parameters of a function written in the language, in their order.
fn listed(vm: &Vm, function: &Function) -> Vec<Parameter> {
    let layout = function.code.layout();
    let name = |slot: usize| {
        let name = layout.names.get(slot);
        name.map_or_else(String::new, |name| name.lossy().into_owned())
    };
    let defaults = match function.defaults() {
        Value::Tuple(defaults) => defaults.items().to_vec(),
        _ => Vec::new(),
    };
    let without = layout.positional - defaults.len().min(layout.positional);
    let bare = |text: &str| Parameter {
        text: text.to_owned(),
        keyword: None,
    };
    let mut found = Vec::new();
    for slot in 0..layout.positional {
        let default = slot.checked_sub(without).and_then(|at| defaults.get(at));
        found.push(Parameter {
            text: with_default(vm, &name(slot), default),
            keyword: (slot >= layout.positional_only).then(|| name(slot)),
        });
        if slot + 1 == layout.positional_only {
            found.push(bare("/"));
        }
    }
    let keyword_end = layout.positional + layout.keyword_only;
    if layout.var_positional {
        found.push(bare(&format!("*{}", name(keyword_end))));
    } else if layout.keyword_only > 0 {
        found.push(bare("*"));
    }
    let by_name = function.kw_defaults();
    for slot in layout.positional..keyword_end {
        let default = match (&by_name, layout.names.get(slot)) {
            (Value::Dict(dict), Some(name)) => dict.get_name(name),
            _ => None,
        };
        found.push(Parameter {
            text: with_default(vm, &name(slot), default.as_ref()),
            keyword: Some(name(slot)),
        });
    }
    if layout.var_keyword {
        let slot = keyword_end + usize::from(layout.var_positional);
        found.push(bare(&format!("**{}", name(slot))));
    }
    found
}

fn with_default(vm: &Vm, name: &str, default: Option<&Value>) -> String {
    let Some(default) = default else {
        return name.to_owned();
    };
    // The text of anything else might run a script's code.
    let is_plain = matches!(
        default,
        Value::None | Value::Bool(_) | Value::Int(_) | Value::Float(_) | Value::Str(_)
    );
    let text = match is_plain {
        true => vm.repr(default).unwrap_or_default(),
        false => String::new(),
    };
    match text.len() {
        1..LONG => format!("{name}={text}"),
        _ => format!("{name}=..."),
    }
}
