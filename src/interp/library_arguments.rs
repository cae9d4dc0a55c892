//! What is said about wrong arguments of functions that are native here and written in the language in the reference:
//! those of `asyncio` and `re`. The words are the ones that `arguments.rs` has for functions of scripts.

use super::{Args, Raised, Vm};
use crate::diagnostics::suggest;
use crate::objects::native::{Native, NativeKind, NativeParam, ParamKind, Signature};

/// Whether a native function is one of them.
pub fn is_of_library(native: &Native) -> bool {
    match &native.owner {
        Some(owner) => {
            native.kind == NativeKind::Method && owner.native().module.starts_with("asyncio.")
        }
        None => matches!(native.module, "asyncio" | "re"),
    }
}

impl Vm {
    /// Words the error about arguments on its way as the reference does for a function written in the language.
    #[cold]
    pub fn reword_arguments(
        &self,
        native: &Native,
        signature: &Signature,
        args: Args<'_>,
    ) -> Raised {
        let name = native.qualified_name();
        match mistake(native.implicit(), signature, args) {
            Some(text) => {
                drop(self.take_raised());
                self.type_error(&format!("{name}() {text}"))
            }
            None => Raised,
        }
    }
}

fn mistake(implicit: usize, signature: &Signature, args: Args<'_>) -> Option<String> {
    let by_position: Vec<&NativeParam> =
        of_kinds(signature, &[ParamKind::Positional, ParamKind::Either]);
    let by_name: Vec<&NativeParam> = of_kinds(signature, &[ParamKind::Either, ParamKind::Keyword]);
    let given = args.leading().len().saturating_sub(implicit);
    for (name, _) in args.keywords() {
        let name = name.lossy();
        let Some(param) = by_name.iter().find(|param| param.name == name) else {
            let known = suggest::nearest(&name, by_name.iter().map(|param| param.name));
            let hint = known
                .map(|known| format!(". Did you mean '{known}'?"))
                .unwrap_or_default();
            return Some(format!("got an unexpected keyword argument '{name}'{hint}"));
        };
        let place = by_position.iter().position(|each| each.name == param.name);
        if place.is_some_and(|place| place < given) {
            return Some(format!("got multiple values for argument '{name}'"));
        }
    }
    let is_variadic = signature
        .params
        .iter()
        .any(|param| param.kind == ParamKind::VarPositional);
    let plural = |count: usize| if count == 1 { "" } else { "s" };
    if given > by_position.len() && !is_variadic {
        let most = by_position.len() + implicit;
        let optional = by_position.iter().filter(|param| param.optional).count();
        let takes = match optional {
            0 => format!("{most} positional argument{}", plural(most)),
            _ => format!("from {} to {most} positional arguments", most - optional),
        };
        let given = given + implicit;
        let given = match args.names.len() {
            0 => format!("{given} {}", if given == 1 { "was" } else { "were" }),
            count => format!(
                "{given} positional argument{} (and {count} keyword-only argument{}) were",
                plural(given),
                plural(count)
            ),
        };
        return Some(format!("takes {takes} but {given} given"));
    }
    let is_missing = |(place, param): &(usize, &&NativeParam)| {
        !param.optional
            && *place >= given
            && !args
                .names
                .iter()
                .any(|name| name.as_str() == Some(param.name))
    };
    let missing: Vec<String> = by_position
        .iter()
        .enumerate()
        .filter(is_missing)
        .map(|(_, param)| format!("'{}'", param.name))
        .collect();
    let list = match missing.as_slice() {
        [] => return None,
        [one] => one.clone(),
        [one, two] => format!("{one} and {two}"),
        [most @ .., last] => format!("{}, and {last}", most.join(", ")),
    };
    let count = missing.len();
    Some(format!(
        "missing {count} required positional argument{}: {list}",
        plural(count)
    ))
}

fn of_kinds<'a>(signature: &'a Signature, kinds: &[ParamKind]) -> Vec<&'a NativeParam> {
    let params = signature.params.iter();
    params.filter(|param| kinds.contains(&param.kind)).collect()
}
