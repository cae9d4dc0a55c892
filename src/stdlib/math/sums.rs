//! Sums and products of many numbers: `fsum`, `prod`, `sumprod`.

use super::vectors::{Pair, exact_product, exact_sum};
use crate::interp::{Res, Vm};
use crate::objects::native::{NativeDef, native};
use crate::objects::value::Value;
use snakelet_grammar::ast::BinaryOp;

/// The functions.
pub const FUNCTIONS: &[NativeDef] = &[
    native(
        "fsum",
        "(seq, /)",
        "The sum, as if nothing were rounded before its end.",
        |vm, a| fsum(vm, &a[0]).map(Value::float),
    ),
    native(
        "prod",
        "(iterable, /, *, start=1)",
        "All items multiplied.",
        |vm, a| {
            let start = a.get(1).and_then(Value::given).cloned();
            let mut result = start.unwrap_or(Value::Int(1));
            vm.for_each(&a[0], |item| {
                result = vm.binary(BinaryOp::Mult, &result, &item)?;
                Ok(true)
            })?;
            Ok(result)
        },
    ),
    native(
        "sumprod",
        "(p, q, /)",
        "The items of p times those of q, added up.",
        sumprod,
    ),
];

/// Adds a number to partial sums that do not overlap, so that nothing is lost.
fn add_partial(partials: &mut Vec<f64>, mut number: f64) {
    let mut kept = 0;
    for place in 0..partials.len() {
        let mut other = partials[place];
        if number.abs() < other.abs() {
            std::mem::swap(&mut number, &mut other);
        }
        let high = number + other;
        let low = other - (high - number);
        if low != 0.0 {
            partials[kept] = low;
            kept += 1;
        }
        number = high;
    }
    partials.truncate(kept);
    if number != 0.0 {
        partials.push(number);
    }
}

fn fsum(vm: &Vm, iterable: &Value) -> Res<f64> {
    let mut partials = Vec::new();
    let (mut special, mut infinite) = (0.0, 0.0);
    let mut overflowed = false;
    vm.for_each(iterable, |item| {
        let number = vm.real(&item)?;
        if !number.is_finite() {
            if number.is_infinite() {
                infinite += number;
            }
            special += number;
            return Ok(true);
        }
        add_partial(&mut partials, number);
        if partials.last().is_some_and(|sum| !sum.is_finite()) {
            overflowed = true;
            return Ok(false);
        }
        Ok(true)
    })?;
    if overflowed {
        return Err(vm.overflow_error("intermediate overflow in fsum"));
    }
    if special != 0.0 {
        if infinite.is_nan() {
            return Err(vm.value_error("-inf + inf in fsum"));
        }
        return Ok(special);
    }
    Ok(round_partials(&partials))
}

/// The sum of partial sums, rounded once, to even at ties.
fn round_partials(partials: &[f64]) -> f64 {
    let mut rest = partials.iter().rev();
    let mut high = match rest.next() {
        Some(high) => *high,
        None => return 0.0,
    };
    let mut low = 0.0;
    for next in rest.by_ref() {
        let before = high;
        high = before + next;
        low = next - (high - before);
        if low != 0.0 {
            break;
        }
    }
    // A tie is decided by what lies below it.
    if let Some(next) = rest.next()
        && (low < 0.0 && *next < 0.0 || low > 0.0 && *next > 0.0)
    {
        let twice = low * 2.0;
        let moved = high + twice;
        if twice == moved - high {
            high = moved;
        }
    }
    high
}

/// A sum of products in three times the precision of a float.
#[derive(Clone, Copy, Default)]
struct Triple {
    high: f64,
    low: f64,
    tiny: f64,
}

impl Triple {
    fn add_product(self, x: f64, y: f64) -> Triple {
        let product = exact_product(x, y);
        let sum = exact_sum(self.high, product.high);
        let first = exact_sum(self.low, product.low);
        let second = exact_sum(first.high, sum.low);
        Triple {
            high: sum.high,
            low: second.high,
            tiny: self.tiny + first.low + second.low,
        }
    }

    fn round(self) -> f64 {
        let Pair { high, low } = exact_sum(self.low, self.high);
        self.tiny + low + high
    }
}

/// A pair of factors as floats if one is a float and the other a float or an integer.
fn float_pair(p: &Value, q: &Value) -> Option<(f64, f64)> {
    let number = |value: &Value| match value {
        Value::Float(number) => Some(number.get()),
        Value::Int(_) | Value::Bool(_) | Value::Big(_) => {
            let integer = crate::objects::number::Integer::of(value)?;
            let float = integer.to_infinite_f64();
            float.is_finite().then_some(float)
        }
        _ => None,
    };
    match (p, q) {
        (Value::Float(_), _) | (_, Value::Float(_)) => Some((number(p)?, number(q)?)),
        _ => None,
    }
}

/// A sum with a product, where all are small integers.
fn small_sum(total: &Value, left: &Value, right: &Value) -> Option<i64> {
    match (total, left, right) {
        (Value::Int(total), Value::Int(left), Value::Int(right)) => {
            total.checked_add(left.checked_mul(*right)?)
        }
        _ => None,
    }
}

fn sumprod(vm: &Vm, a: &[Value]) -> Res {
    let (p, q) = (vm.iter(&a[0])?, vm.iter(&a[1])?);
    let mut total = Value::Int(0);
    let mut floats = Some(Triple::default());
    let mut in_use = false;
    // Small integers come first; from what is none on, floats are summed exactly as long as there are no others.
    let mut only_small = true;
    loop {
        let (left, right) = (vm.next_item(&p)?, vm.next_item(&q)?);
        let (left, right) = match (left, right) {
            (Some(left), Some(right)) => (left, right),
            (None, None) => break,
            _ => return Err(vm.value_error("Inputs are not the same length")),
        };
        if only_small {
            match small_sum(&total, &left, &right) {
                Some(sum) => {
                    total = Value::Int(sum);
                    vm.poll()?;
                    continue;
                }
                None => only_small = false,
            }
        }
        let both_integers = matches!(
            (&left, &right),
            (Value::Int(_) | Value::Big(_), Value::Int(_) | Value::Big(_))
        );
        if let Some(sum) = floats {
            let pair = float_pair(&left, &right).filter(|_| !both_integers);
            let next = pair.map(|(x, y)| sum.add_product(x, y));
            match next {
                Some(next) if next.high.is_finite() => {
                    floats = Some(next);
                    in_use = true;
                    continue;
                }
                _ => {
                    floats = None;
                    if in_use {
                        total = vm.binary(BinaryOp::Add, &total, &Value::float(sum.round()))?;
                    }
                    in_use = false;
                }
            }
        }
        let term = vm.binary(BinaryOp::Mult, &left, &right)?;
        total = vm.binary(BinaryOp::Add, &total, &term)?;
        vm.poll()?;
    }
    match floats.filter(|_| in_use) {
        Some(sum) => vm.binary(BinaryOp::Add, &total, &Value::float(sum.round())),
        None => Ok(total),
    }
}
