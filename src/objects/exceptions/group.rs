//! `BaseExceptionGroup` and `ExceptionGroup`: several exceptions as one, and how a group is taken apart.

use super::{class_of, of, tuple};
use crate::interp::{Res, Vm};
use crate::objects::class::TypeDef;
use crate::objects::counted::Ref;
use crate::objects::exception::Exception;
use crate::objects::generic_alias::CLASS_GETITEM;
use crate::objects::list::List;
use crate::objects::native::{GetterDef, native};
use crate::objects::str::Str;
use crate::objects::traceback;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;

/// The row of `BaseExceptionGroup`.
pub const BASE_EXCEPTION_GROUP: TypeDef = TypeDef {
    name: "BaseExceptionGroup",
    doc: "Several exceptions as one.",
    new: Some(native(
        "__new__",
        "(*args, **kwargs)",
        "Makes a group of a message and a sequence of exceptions.",
        new,
    )),
    init: Some(native(
        "__init__",
        "(*args, **kwargs)",
        "Takes the arguments.",
        |vm, a| {
            let exception = of(vm, &a[0])?;
            super::refuse_keywords(vm, &exception.class_ref().name(), a.get(2))?;
            exception.set_args(tuple(&a[1]));
            Ok(Value::None)
        },
    )),
    special: &[native("__str__", "()", "str(self)", |vm, a| {
        let exception = of(vm, &a[0])?;
        let message = vm.to_str(&super::member(vm, &a[0], &vm.names.message)?)?;
        let count = members(vm, &exception).len();
        let plural = if count == 1 { "" } else { "s" };
        let counted = Str::from(format!(" ({count} sub-exception{plural})"));
        Ok(Value::from(Ref::new(message.concat(&counted))))
    })],
    methods: &[
        native(
            "derive",
            "(excs, /)",
            "A group like this one with other members.",
            |vm, a| {
                let message = super::member(vm, &a[0], &vm.names.message)?;
                let class = Value::Class(vm.types.base_exception_group.clone());
                vm.call_with(&class, &[message, a[1].clone()])
            },
        ),
        native(
            "split",
            "(matcher_value, /)",
            "The members that match, and the rest, as two groups.",
            |vm, a| {
                let matcher = Matcher::new(vm, &a[1])?;
                let (matching, rest) = split(vm, &of(vm, &a[0])?, &matcher, true)?;
                Ok(Value::from(Tuple::new(vec![
                    or_none(matching),
                    or_none(rest),
                ])))
            },
        ),
        native(
            "subgroup",
            "(matcher_value, /)",
            "The members that match, as a group.",
            |vm, a| {
                let matcher = Matcher::new(vm, &a[1])?;
                Ok(or_none(split(vm, &of(vm, &a[0])?, &matcher, false)?.0))
            },
        ),
    ],
    class_methods: &[CLASS_GETITEM],
    getters: &[
        fixed_row!(message, "The message."),
        fixed_row!(exceptions, "The members, as a tuple."),
    ],
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `ExceptionGroup`.
pub const EXCEPTION_GROUP: TypeDef = TypeDef {
    weakly_referable: true,
    name: "ExceptionGroup",
    doc: "Several exceptions as one, all of them of class `Exception`.",
    is_base: true,
    like_base: true,
    ..TypeDef::PLAIN
};

fn or_none(exception: Option<Ref<Exception>>) -> Value {
    exception.map_or(Value::None, Value::from)
}

/// The members of a group; nothing for other exceptions.
pub fn members(vm: &Vm, exception: &Exception) -> Vec<Ref<Exception>> {
    match exception.member(&vm.names.exceptions) {
        Some(Value::Tuple(members)) => members
            .items()
            .iter()
            .filter_map(Exception::of)
            .cloned()
            .collect(),
        _ => Vec::new(),
    }
}

/// Whether an exception is a group.
pub fn is_group(vm: &Vm, exception: &Exception) -> bool {
    exception
        .class_ref()
        .is_subclass(&vm.types.base_exception_group)
}

fn new(vm: &Vm, a: &[Value]) -> Res {
    let class = class_of(vm, &a[0])?;
    let args = tuple(&a[1]);
    let [message, given] = args.items() else {
        return Err(vm.type_error(&format!(
            "BaseExceptionGroup.__new__() takes exactly 2 arguments ({} given)",
            args.items().len()
        )));
    };
    if !matches!(vm.unwrapped(message), Value::Str(_)) {
        let given = vm.argument_class(message);
        return Err(vm.type_error(&format!(
            "BaseExceptionGroup.__new__() argument 1 must be str, not {given}"
        )));
    }
    let members = match vm.unwrapped(given) {
        Value::List(list) => list.to_vec(),
        Value::Tuple(tuple) => tuple.items().to_vec(),
        Value::Dict(_) => {
            return Err(vm.type_error("second argument (exceptions) must be a sequence"));
        }
        other => match vm.class_of(&other).lookup(vm, &vm.names.__getitem__) {
            Some(_) => vm.collect(&other)?,
            None => return Err(vm.type_error("second argument (exceptions) must be a sequence")),
        },
    };
    if members.is_empty() {
        return Err(vm.value_error("second argument (exceptions) must be a non-empty sequence"));
    }
    let mut nests_base = false;
    for (index, member) in members.iter().enumerate() {
        match Exception::of(member) {
            Some(member) => {
                nests_base = nests_base || !member.class_ref().is_subclass(&vm.types.exception);
            }
            None => {
                return Err(vm.value_error(&format!(
                    "Item {index} of second argument (exceptions) is not an exception"
                )));
            }
        }
    }
    let types = &vm.types;
    let mut class = class.clone();
    if class.same(&types.base_exception_group) {
        if !nests_base {
            class = types.exception_group.clone();
        }
    } else if nests_base && class.same(&types.exception_group) {
        return Err(vm.type_error("Cannot nest BaseExceptions in an ExceptionGroup"));
    } else if nests_base && class.is_subclass(&types.exception) {
        let name = class.name();
        return Err(vm.type_error(&format!("Cannot nest BaseExceptions in '{name}'")));
    }
    let exception = Exception::with_args(&class, args.clone());
    exception.set_member(&vm.names.message, message.clone());
    exception.set_member(&vm.names.exceptions, Value::from(Tuple::new(members)));
    Ok(Value::from(exception))
}

/// What decides whether an exception matches.
pub enum Matcher {
    /// A class or a tuple of classes.
    Class(Value),
    /// A function.
    Function(Value),
    /// One of these very exceptions.
    Among(Vec<Ref<Exception>>),
}

impl Matcher {
    /// The matcher that a script gives to `split` and `subgroup`.
    fn new(vm: &Vm, value: &Value) -> Res<Matcher> {
        let is_exception_class = |value: &Value| matches!(value, Value::Class(class) if class.is_subclass(&vm.types.base_exception));
        let fits = match value {
            Value::Class(_) => is_exception_class(value),
            Value::Tuple(classes) => classes.items().iter().all(is_exception_class),
            value if vm.is_callable(value) => return Ok(Matcher::Function(value.clone())),
            _ => false,
        };
        if fits {
            return Ok(Matcher::Class(value.clone()));
        }
        Err(vm.type_error(
            "expected an exception type, a tuple of exception types, or a callable (other than a class)",
        ))
    }

    fn matches(&self, vm: &Vm, exception: &Ref<Exception>) -> Res<bool> {
        match self {
            Matcher::Class(classes) => Ok(matches_class(exception, classes)),
            Matcher::Function(function) => {
                let answer = vm.call_with(function, &[Value::from(exception.clone())])?;
                vm.truth(&answer)
            }
            Matcher::Among(all) => {
                Ok(!is_group(vm, exception) && all.iter().any(|each| each.same(exception)))
            }
        }
    }
}

/// Whether an exception is of a class, or of one in a tuple of classes; metaclasses are not asked, as `except` does.
pub fn matches_class(exception: &Ref<Exception>, classes: &Value) -> bool {
    match classes {
        Value::Class(class) => exception.class_ref().is_subclass(class),
        Value::Tuple(classes) => classes
            .items()
            .iter()
            .any(|class| matches_class(exception, class)),
        _ => false,
    }
}

/// The parts of an exception that match and that do not.
pub type Parts = (Option<Ref<Exception>>, Option<Ref<Exception>>);

/// Takes an exception apart; groups keep their shape. What is left is a group of its own even if that is all; it is made only
/// if it is wanted.
pub fn split(
    vm: &Vm,
    exception: &Ref<Exception>,
    matcher: &Matcher,
    wants_rest: bool,
) -> Res<Parts> {
    if matcher.matches(vm, exception)? {
        return Ok((Some(exception.clone()), None));
    }
    if !is_group(vm, exception) {
        return Ok((None, Some(exception.clone())));
    }
    let (mut matching, mut rest) = (Vec::new(), Vec::new());
    for member in members(vm, exception) {
        let (matched, other) = vm.nested(|| split(vm, &member, matcher, wants_rest))?;
        matching.extend(matched);
        rest.extend(other);
    }
    let matching = subset(vm, exception, matching)?;
    let rest = match wants_rest {
        true => subset(vm, exception, rest)?,
        false => None,
    };
    Ok((matching, rest))
}

/// A group like `group` with some of its members; nothing if there are none.
fn subset(
    vm: &Vm,
    group: &Ref<Exception>,
    some: Vec<Ref<Exception>>,
) -> Res<Option<Ref<Exception>>> {
    if some.is_empty() {
        return Ok(None);
    }
    let some = List::new(some.into_iter().map(Value::from).collect());
    let value = Value::from(group.clone());
    let made = vm.call_method(&value, &vm.name("derive"), &[Value::from(some)])?;
    let derived = match Exception::of(&made) {
        Some(derived) if is_group(vm, derived) => derived.clone(),
        _ => return Err(vm.type_error("derive must return an instance of BaseExceptionGroup")),
    };
    traceback::give(&derived, &traceback::of_exception(vm, group));
    derived.set_context(group.context());
    // Also where there is no cause, which hides the context.
    derived.set_cause(group.cause());
    if let Some(notes) = vm.get_attribute_opt(&value, &vm.names.__notes__)? {
        let copy = match vm.unwrapped(&notes) {
            Value::List(_) | Value::Tuple(_) => Value::from(List::new(vm.collect(&notes)?)),
            _ => return Ok(Some(derived)),
        };
        vm.set_attribute(&made, &vm.names.__notes__, copy)?;
    }
    Ok(Some(derived))
}

/// What `except* classes` catches of an exception, and what is left. A single exception is caught as a group of one.
pub fn split_for_handler(vm: &Vm, exception: &Ref<Exception>, classes: &Value) -> Res<Parts> {
    if is_group(vm, exception) {
        return split(vm, exception, &Matcher::Class(classes.clone()), true);
    }
    if !matches_class(exception, classes) {
        return Ok((None, Some(exception.clone())));
    }
    let class = Value::Class(vm.types.base_exception_group.clone());
    let one = Tuple::new(vec![Value::from(exception.clone())]);
    let made = vm.call_with(&class, &[vm.empty_str(), Value::from(one)])?;
    Ok((Some(of(vm, &made)?), None))
}

/// Refuses what `except*` cannot catch.
pub fn check_handler_classes(vm: &Vm, classes: &Value) -> Res<()> {
    match classes {
        Value::Class(class) if class.is_subclass(&vm.types.base_exception) => {
            if class.is_subclass(&vm.types.base_exception_group) {
                return Err(vm.type_error(
                    "catching ExceptionGroup with except* is not allowed. Use except instead.",
                ));
            }
            Ok(())
        }
        Value::Tuple(all) => all
            .items()
            .iter()
            .try_for_each(|class| check_handler_classes(vm, class)),
        _ => Err(
            vm.type_error("catching classes that do not inherit from BaseException is not allowed")
        ),
    }
}

/// What an `except*` statement raises at its end: `raised` are the exceptions that its handlers raised, `left` is what
/// none of them caught. Parts of the original that were raised again are put together in its shape.
pub fn join_after_handlers(
    vm: &Vm,
    original: &Ref<Exception>,
    raised: Vec<Ref<Exception>>,
    left: Option<Ref<Exception>>,
) -> Res<Option<Ref<Exception>>> {
    if !is_group(vm, original) {
        return Ok(raised.into_iter().next().or(left));
    }
    let is_again = |each: &Ref<Exception>| each.came_the_same_way(vm, original);
    let (mut again, fresh): (Vec<_>, Vec<_>) = raised.into_iter().partition(is_again);
    again.extend(left);
    let mut leaves = Vec::new();
    again
        .iter()
        .for_each(|each| collect_leaves(vm, each, &mut leaves));
    let put_together = if leaves.is_empty() {
        None
    } else {
        split(vm, original, &Matcher::Among(leaves), false)?.0
    };
    if fresh.is_empty() {
        return Ok(put_together);
    }
    let mut all = fresh;
    all.extend(put_together);
    if let [one] = all.as_slice() {
        return Ok(Some(one.clone()));
    }
    let all = all.into_iter().map(Value::from).collect();
    let class = Value::Class(vm.types.base_exception_group.clone());
    let made = vm.call_with(&class, &[vm.empty_str(), Value::from(List::new(all))])?;
    of(vm, &made).map(Some)
}

fn collect_leaves(vm: &Vm, exception: &Ref<Exception>, leaves: &mut Vec<Ref<Exception>>) {
    if !is_group(vm, exception) {
        leaves.push(exception.clone());
        return;
    }
    for member in members(vm, exception) {
        collect_leaves(vm, &member, leaves);
    }
}
