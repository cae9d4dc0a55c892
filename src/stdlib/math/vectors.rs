//! `hypot` and `dist`: lengths with sums of squares in twice the precision of a float.

use super::floats::{frexp, load_exponent};
use crate::interp::Res;
use crate::objects::native::{NativeDef, native};
use crate::objects::value::Value;

/// The functions.
pub const FUNCTIONS: &[NativeDef] = &[
    native(
        "hypot",
        "(*coordinates)",
        "How far a point is from the origin.",
        |vm, a| {
            let coordinates = vm.collect(&a[0])?;
            let sizes: Res<Vec<f64>> = coordinates
                .iter()
                .map(|each| Ok(vm.real(each)?.abs()))
                .collect();
            Ok(Value::float(length(sizes?)))
        },
    ),
    native(
        "dist",
        "(p, q, /)",
        "How far two points are from each other.",
        |vm, a| {
            let (p, q) = (vm.collect(&a[0])?, vm.collect(&a[1])?);
            if p.len() != q.len() {
                let message = "both points must have the same number of dimensions";
                return Err(vm.value_error(message));
            }
            let pairs = p.iter().zip(&q);
            let sizes: Res<Vec<f64>> = pairs
                .map(|(x, y)| Ok((vm.real(x)? - vm.real(y)?).abs()))
                .collect();
            Ok(Value::float(length(sizes?)))
        },
    ),
];

/// A number as the sum of two floats.
#[derive(Clone, Copy)]
pub struct Pair {
    /// The nearest float.
    pub high: f64,
    /// What it lacks.
    pub low: f64,
}

/// `a + b` exactly.
pub fn exact_sum(a: f64, b: f64) -> Pair {
    let high = a + b;
    let other = high - a;
    let low = (a - (high - other)) + (b - other);
    Pair { high, low }
}

/// `a + b` exactly, where `a` is not the smaller one.
fn ordered_sum(a: f64, b: f64) -> Pair {
    let high = a + b;
    Pair {
        high,
        low: (a - high) + b,
    }
}

/// `a * b` exactly.
pub fn exact_product(a: f64, b: f64) -> Pair {
    let high = a * b;
    Pair {
        high,
        low: a.mul_add(b, -high),
    }
}

/// The length of the vector with these sizes of its parts.
fn length(mut parts: Vec<f64>) -> f64 {
    let most = parts.iter().fold(0.0, |most: f64, part| most.max(*part));
    if most.is_infinite() {
        return most;
    }
    if parts.iter().any(|part| part.is_nan()) {
        return f64::NAN;
    }
    if most == 0.0 || parts.len() <= 1 {
        return most;
    }
    let (_, exponent) = frexp(most);
    if exponent < -1023 {
        // Among subnormal numbers: scaled to normal ones first.
        for part in &mut parts {
            *part /= f64::MIN_POSITIVE;
        }
        return f64::MIN_POSITIVE * length(parts);
    }
    let scale = load_exponent(1.0, -exponent);
    let mut sum = 1.0;
    let (mut products_rest, mut sums_rest) = (0.0, 0.0);
    for part in &parts {
        let part = part * scale;
        let square = exact_product(part, part);
        let next = ordered_sum(sum, square.high);
        sum = next.high;
        products_rest += square.low;
        sums_rest += next.low;
    }
    let root = (sum - 1.0 + (products_rest + sums_rest)).sqrt();
    // One step of correction by what the square of the root lacks.
    let square = exact_product(-root, root);
    let next = ordered_sum(sum, square.high);
    sum = next.high;
    products_rest += square.low;
    sums_rest += next.low;
    let lacking = sum - 1.0 + (products_rest + sums_rest);
    (root + lacking / (2.0 * root)) / scale
}
