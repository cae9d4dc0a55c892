//! `_decimal`: the numbers and calculations of `decimal`, on integers of any size. The signals, and contexts as scripts
//! make them, are `decimal.py`.

mod arithmetic;
mod context;
mod format;
mod methods;
mod number;
mod object;
mod transcendental;

use super::native_class::{add_classes, add_functions};
use crate::interp::{Raised, Res, Vm};
use crate::objects::counted::{CloneCell, Ref};
use crate::objects::list::List;
use crate::objects::module::Module;
use crate::objects::native::{NativeDef, native};
use crate::objects::value::Value;
use number::flag;

/// Fills the module.
pub fn make(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    add_classes(vm, module, &[&object::TYPE, &context::TYPE]);
    add_functions(vm, module, "decimal", FUNCTIONS);
    let numbers = [
        ("MAX_PREC", context::MOST),
        ("MAX_EMAX", context::MOST),
        ("MIN_EMIN", -context::MOST),
        ("MIN_ETINY", -(2 * context::MOST - 1)),
    ];
    for (name, number) in numbers {
        module.dict.set_name(&vm.name(name), Value::Int(number));
    }
    Ok(())
}

const FUNCTIONS: &[NativeDef] = &[
    native(
        "getcontext",
        "()",
        "Get the current default context.",
        |vm, _| context::current(vm),
    ),
    native(
        "_set_up",
        "(variable, make, signals, /)",
        "Takes the variable of the current context, what makes a new one, and the classes of the signals.",
        |vm, a| {
            vm.extension::<context::Current>()
                .set(a[0].clone(), a[1].clone());
            vm.extension::<Signals>().0.set(a[2].clone());
            Ok(Value::None)
        },
    ),
];

/// The classes of what can happen, in the order of [`BITS`].
#[derive(Default)]
struct Signals(CloneCell<Value>);

/// The conditions in the order in which they are looked for: those of an invalid operation first.
const BITS: [u32; 13] = [
    flag::INVALID_OPERATION,
    flag::CONVERSION_SYNTAX,
    flag::DIVISION_IMPOSSIBLE,
    flag::DIVISION_UNDEFINED,
    flag::INVALID_CONTEXT,
    flag::FLOAT_OPERATION,
    flag::DIVISION_BY_ZERO,
    flag::OVERFLOW,
    flag::UNDERFLOW,
    flag::SUBNORMAL,
    flag::INEXACT,
    flag::ROUNDED,
    flag::CLAMPED,
];

/// Raises the first of the signals, with the list of all.
#[cold]
fn raise(vm: &Vm, flags: u32) -> Raised {
    let Value::Tuple(classes) = vm.extension::<Signals>().0.get() else {
        return vm.runtime_error("the module of decimal numbers is not set up");
    };
    let happened = BITS
        .iter()
        .zip(classes.items())
        .filter(|(bit, _)| flags & **bit != 0);
    let happened: Vec<Value> = happened.map(|(_, class)| class.clone()).collect();
    let first = match flags & flag::INVALID {
        0 => happened.first().cloned(),
        _ => classes.items().first().cloned(),
    };
    let Some(class) = first else {
        return vm.runtime_error("no signal");
    };
    match vm.call_with(&class, &[Value::from(List::new(happened))]) {
        Ok(exception) => vm.raise_value(&exception),
        Err(raised) => raised,
    }
}

/// A text without the spaces around it and the underscores in it, its digits in ASCII; `None`: it is none of a number.
fn clean(text: &str, strict: bool) -> Option<String> {
    let text = if strict { text } else { text.trim() };
    let kept = text.chars().filter(|letter| strict || *letter != '_');
    let cleaned = kept.map(|letter| match letter.is_ascii() {
        true => Some(letter),
        false => {
            let value = crate::text::unicode::decimal_value(u32::from(letter))?;
            char::from_digit(value, 10)
        }
    });
    cleaned.collect()
}
