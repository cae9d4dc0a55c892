//! The arguments of a general call: keywords and unpacked values, put together in the order in which the reference does
//! it, with its words where they do not fit together. Plain positional calls are `call.rs`.

use super::{BoxNode, noted};
use crate::interp::call::ArgVec;
use crate::interp::{Raised, Res, Slots, Vm};
use crate::objects::str::Name;
use crate::objects::value::Value;
use snakelet_grammar::source::Span;

/// An argument of a general call.
pub enum Argument {
    /// `value`
    Positional(BoxNode),
    /// `*value`
    Star(BoxNode, Span),
    /// `name=value`
    Keyword(Name, BoxNode),
    /// `**value`
    DoubleStar(BoxNode, Span),
}

/// Evaluates arguments into positional values, then one value for each keyword.
pub fn collect(
    vm: &Vm,
    slots: &mut Slots,
    callee: &Value,
    args: &[Argument],
    span: Span,
) -> Res<(ArgVec, Vec<Name>)> {
    let mut values = ArgVec::new();
    let mut keywords = Keywords::default();
    let positional = |arg: &&Argument| matches!(arg, Argument::Positional(_) | Argument::Star(..));
    let is_alone = args.iter().filter(positional).count() == 1 && !is_class(callee);
    // The only argument by position, if starred, is iterated by the call, after the keywords.
    let mut alone = None;
    for arg in args {
        match arg {
            Argument::Positional(node) => values.push(node.eval(vm, slots)?),
            Argument::Star(node, _) => {
                let iterable = node.eval(vm, slots)?;
                if is_alone {
                    alone = Some(iterable);
                } else {
                    noted(
                        vm,
                        span,
                        spread(vm, callee, &iterable, is_alone, &mut values),
                    )?;
                }
            }
            Argument::Keyword(name, node) => {
                let value = node.eval(vm, slots)?;
                keywords.push(name.clone(), value);
            }
            Argument::DoubleStar(node, _) => {
                noted(vm, span, keywords.end_group(vm, callee))?;
                let mapping = node.eval(vm, slots)?;
                noted(vm, span, keywords.spread(vm, callee, &mapping))?;
            }
        }
    }
    noted(vm, span, keywords.end_group(vm, callee))?;
    if let Some(iterable) = alone {
        let spread = spread(vm, callee, &iterable, is_alone, &mut values);
        noted(vm, span, spread)?;
    }
    if !keywords.unfit.is_empty() {
        return noted(vm, span, Err(vm.type_error("keywords must be strings")));
    }
    values.extend(keywords.values);
    Ok((values, keywords.names))
}

/// Keywords as they come together. Those written one after another are joined to the rest as a group, so that a name
/// given twice shows only after all of them are evaluated.
#[derive(Default)]
struct Keywords {
    names: Vec<Name>,
    values: Vec<Value>,
    /// Where the group begins that is being evaluated.
    group: usize,
    /// Keys that are no strings, which is told when all is together.
    unfit: Vec<Value>,
    /// How many of those came from other mappings: the keys of one mapping are not compared with each other.
    unfit_before: usize,
}

impl Keywords {
    fn push(&mut self, name: Name, value: Value) {
        self.names.push(name);
        self.values.push(value);
    }

    /// Joins the group to what stands before it.
    fn end_group(&mut self, vm: &Vm, callee: &Value) -> Res<()> {
        let (before, group) = self.names.split_at(self.group);
        if !before.is_empty()
            && let Some(twice) = group
                .iter()
                .find(|name| before.iter().any(|each| each.same(name)))
        {
            return Err(given_twice(vm, callee, &Value::Str(twice.clone()))?);
        }
        self.group = self.names.len();
        Ok(())
    }

    /// `**mapping`
    fn spread(&mut self, vm: &Vm, callee: &Value, mapping: &Value) -> Res<()> {
        self.unfit_before = self.unfit.len();
        if let Value::Dict(dict) = vm.unwrapped(mapping)
            && (matches!(mapping, Value::Dict(_)) || iterates_plainly(vm, mapping))
        {
            for (key, value) in dict.entries() {
                self.join(vm, callee, key, value)?;
            }
        } else {
            let Some(keys) = vm.get_attribute_opt(mapping, &vm.names.keys)? else {
                let (name, class) = (described(vm, callee)?, vm.class_name(mapping));
                return Err(vm.type_error(&format!(
                    "{name} argument after ** must be a mapping, not {class}"
                )));
            };
            let keys = vm.call_with(&keys, &[])?;
            vm.for_each(&keys, |key| {
                let value = vm.get_item(mapping, &key)?;
                self.join(vm, callee, key, value)?;
                Ok(true)
            })?;
        }
        self.group = self.names.len();
        Ok(())
    }

    fn join(&mut self, vm: &Vm, callee: &Value, key: Value, value: Value) -> Res<()> {
        let Value::Str(text) = vm.unwrapped(&key) else {
            for each in &self.unfit[..self.unfit_before] {
                if vm.equal(each, &key)? {
                    return Err(given_twice(vm, callee, &key)?);
                }
            }
            self.unfit.push(key);
            return Ok(());
        };
        let name = vm.names.intern_str(&text);
        if self.names.iter().any(|each| each.same(&name)) {
            return Err(given_twice(vm, callee, &key)?);
        }
        self.push(name, value);
        Ok(())
    }
}

/// Whether a subclass of `dict` has left iteration as it is, so that its entries are taken as they are.
fn iterates_plainly(vm: &Vm, mapping: &Value) -> bool {
    let own = vm.class_of(mapping).lookup(vm, &vm.names.__iter__);
    matches!(own, Some(Value::Native(_)))
}

/// Whether the callee stands for a `class` statement, whose bases come behind other arguments in the reference.
fn is_class(callee: &Value) -> bool {
    matches!(callee, Value::Str(_))
}

/// The error for a keyword that was given before.
#[cold]
fn given_twice(vm: &Vm, callee: &Value, key: &Value) -> Res<Raised> {
    let (callee, key) = (described(vm, callee)?, vm.str(key)?);
    Ok(vm.type_error(&format!(
        "{callee} got multiple values for keyword argument '{key}'"
    )))
}

/// The name of what is called, as messages about its arguments give it.
fn described(vm: &Vm, callee: &Value) -> Res<String> {
    let name = match callee {
        Value::Function(function) => vm.str(&function.qualname())?,
        Value::Native(native) => native.qualified_name(),
        Value::Class(class) => class.qualname().lossy().into_owned(),
        other => match vm.get_attribute_opt(other, &vm.names.__qualname__)? {
            Some(name) => vm.str(&name)?,
            None => return vm.str(other),
        },
    };
    let module = match vm.get_attribute_opt(callee, &vm.names.__module__)? {
        Some(Value::Str(module)) if module.as_str() != Some("builtins") => {
            format!("{}.", module.lossy())
        }
        _ => String::new(),
    };
    Ok(format!("{module}{name}()"))
}

/// `*iterable`; `is_alone`: there is no other positional argument.
fn spread(
    vm: &Vm,
    callee: &Value,
    iterable: &Value,
    is_alone: bool,
    values: &mut ArgVec,
) -> Res<()> {
    match iterable {
        Value::List(list) => values.extend(list.to_vec()),
        Value::Tuple(tuple) => values.extend(tuple.items().iter().cloned()),
        other => match vm.iter(other) {
            Ok(iterator) => values.extend(vm.collect_from(other, &iterator)?),
            Err(raised) => return Err(not_spread(vm, callee, other, is_alone, raised)?),
        },
    }
    Ok(())
}

/// What to raise instead of the error with which `iter` has refused the value after a star.
#[cold]
fn not_spread(
    vm: &Vm,
    callee: &Value,
    iterable: &Value,
    is_alone: bool,
    raised: Raised,
) -> Res<Raised> {
    let error = vm.catch(raised, &vm.types.type_error)?;
    let text = match error.first_arg() {
        Some(text) => vm.str(&text)?,
        None => String::new(),
    };
    if !text.ends_with("object is not iterable") {
        return Ok(vm.rethrow(error));
    }
    let class = vm.class_name(iterable);
    let what = if is_alone {
        format!("{} argument", described(vm, callee)?)
    } else {
        "Value".to_owned()
    };
    Ok(vm.type_error(&format!("{what} after * must be an iterable, not {class}")))
}
