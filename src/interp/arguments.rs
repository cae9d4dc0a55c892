//! Arguments: how a call hands them over, and how they are bound to parameters, with the reference's messages.

use super::library_arguments::is_of_library;
use super::{Res, Vm};
use crate::diagnostics::suggest;
use crate::objects::class::Class;
use crate::objects::counted::Ref;
use crate::objects::dict::Dict;
use crate::objects::function::Function;
use crate::objects::native::{Native, NativeKind, NativeParam, ParamKind, Signature};
use crate::objects::str::Name;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;

/// The arguments of a call: positional ones, then one value for each name.
#[derive(Clone, Copy)]
pub struct Args<'a> {
    /// The values.
    pub values: &'a [Value],
    /// The names of the last values.
    pub names: &'a [Name],
}

impl<'a> Args<'a> {
    /// No arguments.
    pub const fn none() -> Args<'static> {
        Args {
            values: &[],
            names: &[],
        }
    }

    /// Positional arguments only.
    #[inline(always)]
    pub const fn positional(values: &'a [Value]) -> Args<'a> {
        Args { values, names: &[] }
    }

    /// The positional arguments.
    #[inline(always)]
    pub fn leading(&self) -> &'a [Value] {
        &self.values[..self.values.len() - self.names.len()]
    }

    /// The keyword arguments.
    pub fn keywords(&self) -> impl Iterator<Item = (&'a Name, &'a Value)> {
        self.names
            .iter()
            .zip(&self.values[self.values.len() - self.names.len()..])
    }
}

impl Vm {
    /// Calls a native function, binding its arguments.
    #[inline]
    pub fn call_native(&self, native: &Native, args: Args<'_>) -> Res {
        let implicit = native.implicit();
        let signature = native.signature();
        if args.names.is_empty() && signature.plain {
            let given = args.values.len().wrapping_sub(implicit);
            if given >= signature.required && given <= signature.positional {
                return self.finish_native(native, args.values);
            }
        }
        match self.bind_native(native, signature, args) {
            Ok(bound) => self.finish_native(native, &bound),
            Err(_) if is_of_library(native) => Err(self.reword_arguments(native, signature, args)),
            Err(raised) => Err(raised),
        }
    }

    #[inline(always)]
    fn finish_native(&self, native: &Native, bound: &[Value]) -> Res {
        if native.kind == NativeKind::New {
            self.call_new(native, bound)
        } else {
            (native.def.function)(self, bound)
        }
    }

    /// Whether a `__new__` without keywords ignores those that it gets, because a subclass has an `__init__` that may
    /// take them, or the other way round.
    fn leaves_keywords(&self, native: &Native, leading: &[Value]) -> bool {
        let (Some(owner), Some(receiver)) = (&native.owner, leading.first()) else {
            return false;
        };
        let (class, other) = match (native.kind, receiver) {
            (NativeKind::New, Value::Class(class)) => (class.clone(), &self.names.__init__),
            (NativeKind::Slot, Value::Instance(_)) if native.def.name == "__init__" => {
                (self.class_of(receiver), &self.names.__new__)
            }
            _ => return false,
        };
        // A set refuses keywords whatever its class.
        if class.def().is_some() || owner.same(&self.types.set) {
            return false;
        }
        match (class.lookup(self, other), owner.lookup(self, other)) {
            (Some(own), Some(inherited)) => !own.is(&inherited),
            _ => false,
        }
    }

    #[cold]
    #[inline(never)]
    fn bind_native(
        &self,
        native: &Native,
        signature: &Signature,
        args: Args<'_>,
    ) -> Res<Vec<Value>> {
        let implicit = native.implicit();
        let name = || match native.kind {
            NativeKind::Method | NativeKind::ClassMethod => native.qualified_name(),
            NativeKind::New => native
                .owner
                .as_ref()
                .map_or(String::new(), |owner| owner.name()),
            // What fills a new object is named by its class.
            NativeKind::Slot if native.def.name == "__init__" => native
                .owner
                .as_ref()
                .map_or(String::new(), |owner| owner.name()),
            NativeKind::Function if !matches!(native.module, "" | "builtins" | "asyncio") => {
                format!("{}.{}", native.module, native.def.name)
            }
            _ => native.def.name.to_owned(),
        };
        // Messages about keywords leave out the class; sets are named as the class that is made.
        let short = || match native.kind {
            NativeKind::Slot if name() == "set" => args
                .leading()
                .first()
                .map_or_else(name, |this| self.class_name(this)),
            NativeKind::New if name() == "frozenset" => match args.leading().first() {
                Some(Value::Class(class)) => class.name(),
                _ => name(),
            },
            NativeKind::New | NativeKind::Slot => name(),
            _ => native.def.name.to_owned(),
        };
        let leading = args.leading();
        if leading.len() < implicit {
            let (name, owner) = (
                native.def.name,
                native
                    .owner
                    .as_ref()
                    .map_or(String::new(), |owner| owner.name()),
            );
            return Err(self.type_error(&match native.kind {
                NativeKind::New => format!("{owner}.__new__(): not enough arguments"),
                NativeKind::Slot => {
                    format!("descriptor '{name}' of '{owner}' object needs an argument")
                }
                _ => format!("unbound method {owner}.{name}() needs an argument"),
            }));
        }
        let mut bound = leading[..implicit].to_vec();
        let mut positional = leading[implicit..].iter();
        let given = positional.len();
        let takes_rest = signature
            .params
            .iter()
            .any(|param| param.kind == ParamKind::VarPositional);
        let takes_keywords = signature
            .params
            .iter()
            .any(|param| !matches!(param.kind, ParamKind::Positional | ParamKind::VarPositional));
        let left_over = !takes_keywords && self.leaves_keywords(native, leading);
        if !args.names.is_empty() && !takes_keywords && !left_over {
            return Err(self.type_error(&format!("{}() takes no keyword arguments", name())));
        }
        if native.kind == NativeKind::Slot
            && native.def.name != "__init__"
            && !takes_rest
            && !takes_keywords
            && !(signature.required..=signature.positional).contains(&given)
        {
            return Err(self.wrong_slot_count(signature, given));
        }
        let takes_any = |param: &NativeParam| param.kind == ParamKind::VarKeyword;
        let too_many = takes_keywords
            && !args.names.is_empty()
            && !signature.params.iter().any(takes_any)
            && given + args.names.len() > signature.params.len();
        if (given > signature.positional || too_many) && !takes_rest {
            let made = leading.first().filter(|_| native.kind == NativeKind::New);
            let is_derived = match (made, &native.owner) {
                (Some(Value::Class(made)), Some(owner)) => !made.same(owner),
                _ => false,
            };
            return Err(self.wrong_count(
                native,
                (&name(), &short()),
                signature,
                (given, args.names.len()),
                is_derived,
            ));
        }
        let mut used = 0;
        for (index, param) in signature.params.iter().enumerate() {
            let keyword = |name: &str| {
                args.keywords()
                    .find(|(each, _)| each.as_str() == Some(name))
                    .map(|(_, value)| value.clone())
            };
            let value = match param.kind {
                ParamKind::VarPositional => {
                    Value::from(Tuple::new(positional.by_ref().cloned().collect()))
                }
                ParamKind::VarKeyword => {
                    let rest = Dict::new();
                    for (name, value) in args.keywords() {
                        let named = |param: &&NativeParam| {
                            matches!(param.kind, ParamKind::Either | ParamKind::Keyword)
                                && name.as_str() == Some(param.name)
                        };
                        if !signature.params.iter().any(|param| named(&param)) {
                            used += 1;
                            rest.set_name(&self.names.intern_str(name), value.clone());
                        }
                    }
                    Value::from(rest)
                }
                ParamKind::Keyword => {
                    let value = keyword(param.name);
                    used += usize::from(value.is_some());
                    if value.is_none() && !param.optional {
                        let message =
                            format!("{}() missing required argument '{}'", short(), param.name);
                        return Err(self.type_error(&format!("{message} (pos {})", index + 1)));
                    }
                    value.unwrap_or_default()
                }
                ParamKind::Positional | ParamKind::Either => match positional.next() {
                    Some(value) => {
                        if param.kind == ParamKind::Either && keyword(param.name).is_some() {
                            return Err(self.type_error(&format!(
                                "argument for {}() given by name ('{}') and position ({})",
                                short(),
                                param.name,
                                index + 1
                            )));
                        }
                        value.clone()
                    }
                    None => {
                        let value = if param.kind == ParamKind::Either {
                            keyword(param.name)
                        } else {
                            None
                        };
                        used += usize::from(value.is_some());
                        if value.is_none() && !param.optional {
                            return Err(if param.kind == ParamKind::Either {
                                let message = format!(
                                    "{}() missing required argument '{}'",
                                    short(),
                                    param.name
                                );
                                self.type_error(&format!("{message} (pos {})", index + 1))
                            } else {
                                self.wrong_count(
                                    native,
                                    (&name(), &short()),
                                    signature,
                                    (given, args.names.len()),
                                    false,
                                )
                            });
                        }
                        value.unwrap_or_default()
                    }
                },
            };
            bound.push(value);
        }
        if used < args.names.len() && !left_over {
            let known = |name: &Name| {
                signature
                    .params
                    .iter()
                    .any(|param| name.as_str() == Some(param.name))
            };
            let unknown = args
                .names
                .iter()
                .find(|name| !known(name))
                .unwrap_or(&args.names[0]);
            let message = format!(
                "{}() got an unexpected keyword argument '{}'",
                short(),
                unknown.lossy()
            );
            return Err(self.type_error_naming(&message, unknown));
        }
        Ok(bound)
    }

    /// Special methods do not say their name.
    #[cold]
    fn wrong_slot_count(&self, signature: &Signature, given: usize) -> super::Raised {
        let (least, most) = (signature.required, signature.positional);
        let bound = match (given < least, least == most) {
            (_, true) => String::new(),
            (true, false) => "at least ".to_owned(),
            (false, false) => "at most ".to_owned(),
        };
        let count = if given < least { least } else { most };
        let plural = if count == 1 { "" } else { "s" };
        self.type_error(&format!(
            "expected {bound}{count} argument{plural}, got {given}"
        ))
    }

    /// Calls a method found on its class as a function: its first argument has to be an object of that class.
    pub fn call_native_unbound(&self, native: &Native, args: Args<'_>) -> Res {
        if let (NativeKind::Method | NativeKind::Slot, Some(owner), Some(this)) =
            (native.kind, &native.owner, args.leading().first())
            && !self.class_of(this).is_subclass(owner)
        {
            return Err(self.wrong_receiver(native, owner, this));
        }
        self.call_native(native, args)
    }

    #[cold]
    fn wrong_receiver(&self, native: &Native, owner: &Ref<Class>, this: &Value) -> super::Raised {
        let (name, owner) = (native.def.name, owner.message_name(self));
        let given = self.class_name(this);
        self.type_error(&if native.kind == NativeKind::Slot {
            format!("descriptor '{name}' requires a '{owner}' object but received a '{given}'")
        } else {
            format!("descriptor '{name}' for '{owner}' objects doesn't apply to a '{given}' object")
        })
    }

    #[cold]
    fn wrong_count(
        &self,
        native: &Native,
        (full, short): (&str, &str),
        signature: &Signature,
        (given, keywords): (usize, usize),
        is_derived: bool,
    ) -> super::Raised {
        let (least, most) = (signature.required, signature.positional);
        let plural = |count: usize| if count == 1 { "" } else { "s" };
        let by_position_only = |param: &&NativeParam| param.kind == ParamKind::Positional;
        let (all, plain) = (signature.params.len(), signature.plain);
        // These two look at the number of plain arguments first, unless a derived class is called.
        let counts_first = native.kind == NativeKind::New && matches!(short, "int" | "str");
        if counts_first && keywords == 0 && !is_derived {
            return self.type_error(&format!(
                "{short} expected at most {most} arguments, got {given}"
            ));
        }
        if !signature
            .params
            .iter()
            .all(|param| by_position_only(&param))
        {
            let required = signature.params.iter().filter(by_position_only);
            let least = required.filter(|param| !param.optional).count();
            let total = given + keywords;
            let bound = |exact: bool, other: &'static str| if exact { "exactly" } else { other };
            let leading_only = signature.params[..most].iter();
            if leading_only.len() > 0 && leading_only.clone().all(|param| by_position_only(&param))
            {
                return self.type_error(&format!(
                    "{short} expected {most} argument{}, got {given}",
                    plural(most)
                ));
            }
            return self.type_error(&if total > all {
                format!(
                    "{short}() takes at most {all} {}argument{} ({total} given)",
                    if given == 0 { "keyword " } else { "" },
                    plural(all)
                )
            } else if most == 0 {
                format!("{short}() takes no positional arguments")
            } else if given < least {
                format!(
                    "{short}() takes {} {least} positional argument{} ({given} given)",
                    bound(least == most, "at least"),
                    plural(least)
                )
            } else {
                format!(
                    "{short}() takes {} {most} positional argument{} ({given} given)",
                    bound(signature.required == most, "at most"),
                    plural(most)
                )
            });
        }
        self.type_error(&match (least, most) {
            (_, 0) if native.kind == NativeKind::New => format!("{full} takes no arguments"),
            (_, 0) => format!("{full}() takes no arguments ({} given)", given + keywords),
            (1, 1) if plain && !matches!(native.kind, NativeKind::New | NativeKind::Slot) => {
                format!("{full}() takes exactly one argument ({given} given)")
            }
            _ if least == most => format!(
                "{short} expected {least} argument{}, got {given}",
                plural(least)
            ),
            _ if given < least => format!(
                "{short} expected at least {least} argument{}, got {given}",
                plural(least)
            ),
            _ => format!(
                "{short} expected at most {most} argument{}, got {given}",
                plural(most)
            ),
        })
    }

    /// Fills the parameter slots of a script function's frame. `slots` are all `Undef` at first.
    pub fn bind(&self, function: &Ref<Function>, args: Args<'_>, slots: &mut [Value]) -> Res<()> {
        let layout = function.code.layout();
        let leading = args.leading();
        let count = leading.len().min(layout.positional);
        slots[..count].clone_from_slice(&leading[..count]);
        let star = layout.positional + layout.keyword_only;
        if layout.var_positional {
            let rest = &leading[count..];
            slots[star] = if rest.is_empty() {
                self.empty_tuple()
            } else {
                Value::from(Tuple::new(rest.to_vec()))
            };
        }
        let mut extra = None;
        if layout.var_keyword {
            let dict = Dict::new();
            slots[star + usize::from(layout.var_positional)] = Value::Dict(dict.clone());
            extra = Some(dict);
        }
        let too_many = leading.len() > layout.positional && !layout.var_positional;
        if !args.names.is_empty() {
            self.bind_keywords(function, args, slots, extra.as_ref())?;
        }
        if too_many {
            return Err(self.too_many_positional(function, leading.len(), slots));
        }
        self.bind_defaults(function, slots, count)
    }

    fn bind_keywords(
        &self,
        function: &Ref<Function>,
        args: Args<'_>,
        slots: &mut [Value],
        extra: Option<&Ref<Dict>>,
    ) -> Res<()> {
        let layout = function.code.layout();
        let named = layout.positional + layout.keyword_only;
        for (name, value) in args.keywords() {
            let candidates = &layout.names[layout.positional_only..named];
            let found = candidates
                .iter()
                .position(|each| each.same(name) || each.bytes() == name.bytes());
            match (found, extra) {
                (Some(place), _) => {
                    let slot = &mut slots[layout.positional_only + place];
                    if !slot.is_undef() {
                        let text = format!("got multiple values for argument '{}'", name.lossy());
                        return Err(self.call_error(function, &text));
                    }
                    *slot = value.clone();
                }
                (None, Some(extra)) => extra.set_name(&self.names.intern_str(name), value.clone()),
                (None, None) => return Err(self.unexpected_keyword(function, args, name)),
            }
        }
        Ok(())
    }

    #[cold]
    fn unexpected_keyword(
        &self,
        function: &Ref<Function>,
        args: Args<'_>,
        name: &Name,
    ) -> super::Raised {
        let layout = function.code.layout();
        let by_position = &layout.names[..layout.positional_only];
        let wrong: Vec<String> = by_position
            .iter()
            .filter(|each| args.names.iter().any(|name| name.bytes() == each.bytes()))
            .map(|each| each.lossy().into_owned())
            .collect();
        if !wrong.is_empty() {
            let list = wrong.join(", ");
            return self.call_error(
                function,
                &format!(
                    "got some positional-only arguments passed as keyword arguments: '{list}'"
                ),
            );
        }
        let candidates: Vec<String> = layout.names
            [layout.positional_only..layout.positional + layout.keyword_only]
            .iter()
            .map(|name| name.lossy().into_owned())
            .collect();
        let wrong = name.lossy();
        let suggestion = suggest::nearest(&wrong, candidates.iter().map(String::as_str));
        let hint = suggestion
            .map(|name| format!(". Did you mean '{name}'?"))
            .unwrap_or_default();
        let called = self.str(&function.qualname()).unwrap_or_default();
        let message = format!("{called}() got an unexpected keyword argument '{wrong}'{hint}");
        self.type_error_naming(&message, name)
    }

    #[cold]
    fn call_error(&self, function: &Ref<Function>, text: &str) -> super::Raised {
        let name = self.str(&function.qualname()).unwrap_or_default();
        self.type_error(&format!("{name}() {text}"))
    }

    fn bind_defaults(
        &self,
        function: &Ref<Function>,
        slots: &mut [Value],
        given: usize,
    ) -> Res<()> {
        let layout = function.code.layout();
        let first_default = layout.positional - function.default_count().min(layout.positional);
        if given < layout.positional {
            if let Value::Tuple(defaults) = function.defaults() {
                for (slot, default) in slots[first_default..layout.positional]
                    .iter_mut()
                    .zip(defaults.items())
                {
                    if slot.is_undef() {
                        *slot = default.clone();
                    }
                }
            }
            if slots[..first_default].iter().any(Value::is_undef) {
                return Err(self.missing_arguments(
                    function,
                    &slots[..first_default],
                    0,
                    "positional",
                ));
            }
        }
        let keyword_only = layout.positional..layout.positional + layout.keyword_only;
        if slots[keyword_only.clone()].iter().any(Value::is_undef) {
            if let Value::Dict(defaults) = function.kw_defaults() {
                for index in keyword_only.clone() {
                    if slots[index].is_undef()
                        && let Some(default) = defaults.get_name(&layout.names[index])
                    {
                        slots[index] = default;
                    }
                }
            }
            if slots[keyword_only.clone()].iter().any(Value::is_undef) {
                return Err(self.missing_arguments(
                    function,
                    &slots[keyword_only],
                    layout.positional,
                    "keyword-only",
                ));
            }
        }
        Ok(())
    }

    #[cold]
    fn missing_arguments(
        &self,
        function: &Ref<Function>,
        slots: &[Value],
        first: usize,
        kind: &str,
    ) -> super::Raised {
        let names = &function.code.layout().names[first..];
        let missing: Vec<String> = slots
            .iter()
            .zip(names)
            .filter(|(slot, _)| slot.is_undef())
            .map(|(_, name)| format!("'{}'", name.lossy()))
            .collect();
        let list = match missing.as_slice() {
            [one] => one.clone(),
            [one, two] => format!("{one} and {two}"),
            [most @ .., last] => format!("{}, and {last}", most.join(", ")),
            [] => String::new(),
        };
        let (count, plural) = (missing.len(), if missing.len() == 1 { "" } else { "s" });
        self.call_error(
            function,
            &format!("missing {count} required {kind} argument{plural}: {list}"),
        )
    }

    #[cold]
    fn too_many_positional(
        &self,
        function: &Ref<Function>,
        given: usize,
        slots: &[Value],
    ) -> super::Raised {
        let layout = function.code.layout();
        let (most, defaults) = (layout.positional, function.default_count());
        let takes = match (most, defaults) {
            (most, 0) => format!(
                "{most} positional argument{}",
                if most == 1 { "" } else { "s" }
            ),
            (most, defaults) => format!("from {} to {most} positional arguments", most - defaults),
        };
        let keyword_only = slots[most..most + layout.keyword_only]
            .iter()
            .filter(|slot| !slot.is_undef())
            .count();
        let were = if given == 1 && keyword_only == 0 {
            "was"
        } else {
            "were"
        };
        let given = match keyword_only {
            0 => format!("{given}"),
            count => format!(
                "{given} positional argument{} (and {count} keyword-only argument{})",
                if given == 1 { "" } else { "s" },
                if count == 1 { "" } else { "s" }
            ),
        };
        self.call_error(function, &format!("takes {takes} but {given} {were} given"))
    }
}
