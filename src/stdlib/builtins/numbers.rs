//! Built-in functions of numbers and of what can be compared: `abs`, `divmod`, `max`, `min`, `pow`, `round`, `sum`, and
//! numbers as text.

use super::{given, rest};
use crate::interp::{Res, Vm};
use crate::objects::native::{NativeDef, native};
use crate::objects::number::{Integer, Number};
use crate::objects::value::Value;
use crate::text;
use snakelet_grammar::ast::{BinaryOp, CompareOp};

/// The rows.
pub const FUNCTIONS: &[NativeDef] = &[
    native(
        "abs",
        "(x, /)",
        "How far a number is from 0.\n\n>>> abs(-7)\n7",
        |vm, a| vm.absolute(&a[0]),
    ),
    native(
        "bin",
        "(number, /)",
        "An integer in base 2, as text.\n\n   >>> bin(10)\n   '0b1010'",
        |vm, a| based(vm, &a[0], 2),
    ),
    native(
        "divmod",
        "(x, y, /)",
        "Quotient and remainder: (x//y, x%y).",
        |vm, a| vm.divmod(&a[0], &a[1]),
    ),
    native(
        "hex",
        "(number, /)",
        "An integer in base 16, as text.\n\n   >>> hex(255)\n   '0xff'",
        |vm, a| based(vm, &a[0], 16),
    ),
    native(
        "max",
        "(*args, key=None, default=<unrepresentable>)",
        "max(iterable, *[, default=obj, key=func])\nmax(arg1, arg2, *args, *[, key=func])\n\nThe greatest item of an iterable, or the greatest argument of two and more.\nkey gives what is compared; default is for an iterable without items.",
        |vm, a| extreme(vm, a, "max", CompareOp::Gt),
    ),
    native(
        "min",
        "(*args, key=None, default=<unrepresentable>)",
        "min(iterable, *[, default=obj, key=func])\nmin(arg1, arg2, *args, *[, key=func])\n\nThe least item of an iterable, or the least argument of two and more.\nkey gives what is compared; default is for an iterable without items.",
        |vm, a| extreme(vm, a, "min", CompareOp::Lt),
    ),
    native(
        "oct",
        "(number, /)",
        "An integer in base 8, as text.\n\n   >>> oct(8)\n   '0o10'",
        |vm, a| based(vm, &a[0], 8),
    ),
    native(
        "pow",
        "(base, exp, mod=None)",
        "base**exp, or base**exp % mod.\n\nFor integers the second is quicker than both operations one by one.",
        |vm, a| match given(a, 2).filter(|modulo| !modulo.is_none()) {
            Some(modulo) => vm.power(&a[0], &a[1], modulo),
            None => vm.power(&a[0], &a[1], &Value::None),
        },
    ),
    native(
        "round",
        "(number, ndigits=None)",
        "The nearest number with so many digits behind the point.\n\nWithout ndigits it is an integer; with a negative one, tens and hundreds are rounded.",
        round,
    ),
    native(
        "sum",
        "(iterable, /, start=0)",
        "All items added to a start value, in their order\n\nIt is meant for numbers.",
        sum,
    ),
];

fn based(vm: &Vm, value: &Value, base: u32) -> Res {
    let index = vm.index(value)?;
    match Integer::of(&index) {
        Some(number) => {
            let text = text::int::prefixed(&number.to_text(), base);
            Ok(Value::from(text.map_err(|fault| vm.fault(fault))?))
        }
        None => Err(vm.type_error("an integer is required")),
    }
}

fn round(vm: &Vm, a: &[Value]) -> Res {
    let digits = given(a, 1).filter(|digits| !digits.is_none());
    let method = vm.class_of(&a[0]).lookup(vm, &vm.names.__round__);
    let Some(method) = method else {
        let class = vm.class_name(&a[0]);
        return Err(vm.type_error(&format!("type {class} doesn't define __round__ method")));
    };
    let digits: &[Value] = digits.map_or(&[], std::slice::from_ref);
    vm.call_bound(&method, &a[0], crate::interp::Args::positional(digits))
}

fn extreme(vm: &Vm, a: &[Value], name: &str, op: CompareOp) -> Res {
    let key = given(a, 1).filter(|key| !key.is_none());
    let default = given(a, 2);
    let values = rest(a, 0);
    let single = match values {
        [] => {
            return Err(vm.type_error(&format!("{name} expected at least 1 argument, got 0")));
        }
        [iterable] => Some(iterable),
        _ => None,
    };
    if single.is_none() && default.is_some() {
        return Err(vm.type_error(&format!(
            "Cannot specify a default for {name}() with multiple positional arguments"
        )));
    }
    // The best item so far, and what it is compared by.
    let mut best: Option<(Value, Value)> = None;
    let mut consider = |item: Value| -> Res<bool> {
        let by = match key {
            Some(key) => vm.call_with(key, std::slice::from_ref(&item))?,
            None => item.clone(),
        };
        let better = match &best {
            Some((_, standing)) => vm.compare_test(op, &by, standing)?,
            None => true,
        };
        if better {
            let old = best.replace((item, by));
            drop(old);
        }
        Ok(true)
    };
    match single {
        Some(iterable) => vm.for_each(iterable, consider)?,
        None => {
            for value in values {
                consider(value.clone())?;
            }
        }
    }
    match (best, default) {
        (Some((item, _)), _) => Ok(item),
        (None, Some(default)) => Ok(default.clone()),
        (None, None) => Err(vm.value_error(&format!("{name}() iterable argument is empty"))),
    }
}

/// A sum of floats that keeps what rounding loses (Neumaier's method), as the reference does.
#[derive(Clone, Copy)]
struct Compensated {
    sum: f64,
    lost: f64,
}

impl Compensated {
    fn add(&mut self, number: f64) {
        let total = self.sum + number;
        if self.sum.abs() >= number.abs() {
            self.lost += (self.sum - total) + number;
        } else {
            self.lost += (number - total) + self.sum;
        }
        self.sum = total;
    }

    fn total(self) -> f64 {
        if self.lost != 0.0 && self.lost.is_finite() {
            self.sum + self.lost
        } else {
            self.sum
        }
    }
}

fn sum(vm: &Vm, a: &[Value]) -> Res {
    let iterator = vm.iter(&a[0])?;
    let start = given(a, 1).cloned().unwrap_or(Value::Int(0));
    let refused = match vm.unwrapped(&start) {
        Value::Str(_) => Some("strings [use ''.join(seq) instead]"),
        Value::Object(_) if vm.is_instance(&start, &vm.types.bytes) => {
            Some("bytes [use b''.join(seq) instead]")
        }
        Value::Object(_) if vm.is_instance(&start, &vm.types.bytearray) => {
            Some("bytearray [use b''.join(seq) instead]")
        }
        _ => None,
    };
    if let Some(what) = refused {
        return Err(vm.type_error(&format!("sum() can't sum {what}")));
    }
    let mut total = start;
    let mut floats: Option<Compensated> = None;
    vm.for_each(&iterator, |item| {
        if let Value::Float(number) = &total {
            floats.get_or_insert(Compensated {
                sum: number.get(),
                lost: 0.0,
            });
        }
        if let Some(running) = &mut floats {
            match (&item, Number::of(&item)) {
                (Value::Float(number), _) => {
                    running.add(number.get());
                    return Ok(true);
                }
                (Value::Int(number), _) => {
                    running.sum += *number as f64;
                    return Ok(true);
                }
                (Value::Bool(flag), _) => {
                    running.sum += f64::from(*flag as u8);
                    return Ok(true);
                }
                _ => {
                    total = Value::float(running.total());
                    floats = None;
                }
            }
        }
        total = vm.binary(BinaryOp::Add, &total, &item)?;
        Ok(true)
    })?;
    Ok(match floats {
        Some(running) => Value::float(running.total()),
        None => total,
    })
}
