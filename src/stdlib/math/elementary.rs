//! Roots, powers, exponentials, logarithms, angles.

use super::floats::{frexp, load_exponent};
use super::{domain_error, range_error};
use crate::interp::{Res, Vm};
use crate::objects::native::{NativeDef, native};
use crate::objects::number::Integer;
use crate::objects::value::Value;
use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive};

/// A function of one number: `$overflow` tells whether an infinite value of a finite argument is out of range rather
/// than out of the domain.
macro_rules! one {
    ($name:literal, $doc:literal, $overflow:expr, $function:expr) => {
        native($name, "(x, /)", $doc, |vm, a| {
            let x = vm.real(&a[0])?;
            let function: fn(f64) -> f64 = $function;
            checked(vm, x, function(x), $overflow)
        })
    };
}

/// The functions.
pub const FUNCTIONS: &[NativeDef] = &[
    one!(
        "acos",
        "The angle in radians whose cosine is x.",
        false,
        f64::acos
    ),
    one!(
        "acosh",
        "The number whose hyperbolic cosine is x.",
        false,
        acosh
    ),
    one!(
        "asin",
        "The angle in radians whose sine is x.",
        false,
        f64::asin
    ),
    one!(
        "asinh",
        "The number whose hyperbolic sine is x.",
        false,
        asinh
    ),
    one!(
        "atan",
        "The angle in radians whose tangent is x.",
        false,
        f64::atan
    ),
    one!(
        "atanh",
        "The number whose hyperbolic tangent is x.",
        false,
        atanh
    ),
    one!("cbrt", "The number whose third power is x.", false, cbrt),
    one!("cos", "The cosine of an angle in radians.", false, f64::cos),
    one!("cosh", "The hyperbolic cosine.", true, f64::cosh),
    one!("exp", "e to the power of x.", true, f64::exp),
    one!("exp2", "2 to the power of x.", true, f64::exp2),
    one!("expm1", "Return exp(x)-1.", true, f64::exp_m1),
    one!("fabs", "x without its sign, a float.", false, f64::abs),
    one!(
        "log1p",
        "The logarithm of 1+x to base e.",
        false,
        f64::ln_1p
    ),
    one!("sin", "The sine of an angle in radians.", false, f64::sin),
    one!("sinh", "The hyperbolic sine.", true, f64::sinh),
    one!("sqrt", "The number whose square is x.", false, f64::sqrt),
    one!(
        "tan",
        "The tangent of an angle in radians.",
        false,
        f64::tan
    ),
    one!("tanh", "The hyperbolic tangent.", false, f64::tanh),
    native(
        "atan2",
        "(y, x, /)",
        "The angle in radians of the point (x, y).",
        |vm, a| Ok(Value::float(vm.real(&a[0])?.atan2(vm.real(&a[1])?))),
    ),
    native(
        "degrees",
        "(x, /)",
        "An angle in degrees, from radians.",
        |vm, a| {
            Ok(Value::float(
                vm.real(&a[0])? * (180.0 / std::f64::consts::PI),
            ))
        },
    ),
    native(
        "radians",
        "(x, /)",
        "An angle in radians, from degrees.",
        |vm, a| {
            Ok(Value::float(
                vm.real(&a[0])? * (std::f64::consts::PI / 180.0),
            ))
        },
    ),
    native("pow", "(x, y, /)", "x to the power of y, a float.", pow),
    native(
        "log",
        "(x, base=<unrepresentable>, /)",
        "Return the logarithm of x to the given base.",
        log,
    ),
    native(
        "log2",
        "(x, /)",
        "The logarithm of x to base 2.",
        |vm, a| logarithm(vm, &a[0], f64::log2).map(Value::float),
    ),
    native(
        "log10",
        "(x, /)",
        "The logarithm of x to base 10.",
        |vm, a| logarithm(vm, &a[0], f64::log10).map(Value::float),
    ),
];

fn checked(vm: &Vm, x: f64, result: f64, can_overflow: bool) -> Res {
    if result.is_nan() && !x.is_nan() {
        return Err(domain_error(vm));
    }
    if result.is_infinite() && x.is_finite() {
        return Err(if can_overflow {
            range_error(vm)
        } else {
            domain_error(vm)
        });
    }
    Ok(Value::float(result))
}

/// As the C library computes it: a polynomial for the fraction, one step of Halley's method, then the exponent.
#[allow(clippy::excessive_precision)]
pub fn cbrt(x: f64) -> f64 {
    const ROOT: f64 = 1.2599210498948731648;
    const ROOT_OF_SQUARE: f64 = 1.5874010519681994748;
    const FACTORS: [f64; 5] = [1.0 / ROOT_OF_SQUARE, 1.0 / ROOT, 1.0, ROOT, ROOT_OF_SQUARE];
    if x == 0.0 || !x.is_finite() {
        return x + x;
    }
    let (part, exponent) = frexp(x.abs());
    const TERMS: [f64; 7] = [
        0.145263899385486367,
        -0.784932344976639262,
        1.83469277483613086,
        -2.446_931_225_635_344_4,
        2.11499494167371287,
        -1.50819193781584896,
        -0.354895765043919860,
    ];
    let start = -TERMS.iter().fold(0.0, |sum, term| sum * part + term);
    let cube = start * start * start;
    let root = start * (cube + 2.0 * part) / (2.0 * cube + part);
    let root = root * FACTORS[(2 + exponent % 3) as usize];
    load_exponent(root.copysign(x), exponent / 3)
}

/// As the C library computes it: the standard library here has other formulas.
pub fn acosh(x: f64) -> f64 {
    if x < 1.0 {
        f64::NAN
    } else if x > 268_435_456.0 {
        if x.is_finite() {
            x.ln() + std::f64::consts::LN_2
        } else {
            x + x
        }
    } else if x == 1.0 {
        0.0
    } else if x > 2.0 {
        let square = x * x;
        (2.0 * x - 1.0 / (x + (square - 1.0).sqrt())).ln()
    } else {
        let above = x - 1.0;
        (above + (2.0 * above + above * above).sqrt()).ln_1p()
    }
}

/// As the C library computes it.
pub fn asinh(x: f64) -> f64 {
    let size = x.abs();
    if !x.is_finite() {
        return x + x;
    }
    if size < 1.0 / 268_435_456.0 {
        return x;
    }
    let result = if size > 268_435_456.0 {
        size.ln() + std::f64::consts::LN_2
    } else if size > 2.0 {
        (2.0 * size + 1.0 / ((x * x + 1.0).sqrt() + size)).ln()
    } else {
        let square = x * x;
        (size + square / (1.0 + (1.0 + square).sqrt())).ln_1p()
    };
    result.copysign(x)
}

/// As the C library computes it.
pub fn atanh(x: f64) -> f64 {
    let size = x.abs();
    let result = if size < 0.5 {
        if size < 1.0 / 268_435_456.0 {
            return x;
        }
        let twice = size + size;
        0.5 * (twice + twice * size / (1.0 - size)).ln_1p()
    } else if size < 1.0 {
        0.5 * ((size + size) / (1.0 - size)).ln_1p()
    } else if size > 1.0 {
        return f64::NAN;
    } else {
        return x / 0.0;
    };
    result.copysign(x)
}

fn pow(vm: &Vm, a: &[Value]) -> Res {
    let (x, y) = (vm.real(&a[0])?, vm.real(&a[1])?);
    let result = x.powf(y);
    if x.is_finite() && y.is_finite() {
        if result.is_nan() || result.is_infinite() && x == 0.0 {
            return Err(domain_error(vm));
        }
        if result.is_infinite() {
            return Err(range_error(vm));
        }
    }
    if x == 0.0 && y == f64::NEG_INFINITY {
        return Ok(Value::float(f64::INFINITY));
    }
    Ok(Value::float(result))
}

/// A logarithm of any number; of an integer beyond the range of floats too.
fn logarithm(vm: &Vm, value: &Value, function: fn(f64) -> f64) -> Res<f64> {
    if let Some(integer) = Integer::of(&vm.unwrapped(value)) {
        if integer.is_negative() || integer.is_zero() {
            return Err(domain_error(vm));
        }
        let float = integer.to_infinite_f64();
        if float.is_finite() {
            return Ok(function(float));
        }
        let (fraction, exponent) = fraction_and_exponent(&integer.to_big());
        return Ok(function(fraction) + function(2.0) * exponent as f64);
    }
    let x = vm.real(value)?;
    if x.is_nan() || x > 0.0 {
        return Ok(function(x));
    }
    Err(domain_error(vm))
}

/// A positive integer as a fraction in [0.5, 1) and a power of two, correctly rounded.
fn fraction_and_exponent(number: &BigInt) -> (f64, u64) {
    let bits = number.abs().bits();
    let shift = bits.saturating_sub(64);
    let mut top: BigInt = number >> shift;
    // What was cut off decides ties.
    if shift > 0 && (&top << shift) != *number {
        top |= BigInt::from(1);
    }
    let top = top.to_u64().unwrap_or(u64::MAX);
    let scaled = top as f64 / 18_446_744_073_709_551_616.0;
    if scaled >= 1.0 {
        (0.5, bits + 1)
    } else {
        (scaled, bits)
    }
}

fn log(vm: &Vm, a: &[Value]) -> Res {
    let number = logarithm(vm, &a[0], f64::ln)?;
    match a.get(1).and_then(Value::given) {
        None => Ok(Value::float(number)),
        Some(base) => {
            let base = logarithm(vm, base, f64::ln)?;
            if base == 0.0 {
                return Err(vm.zero_division("float division by zero"));
            }
            Ok(Value::float(number / base))
        }
    }
}
