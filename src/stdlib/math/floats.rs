//! The parts and neighbours of floats, remainders, rounding to integers, closeness.

use super::{domain_error, range_error};
use crate::interp::{Args, Res, Vm};
use crate::objects::int::arithmetic::scale;
use crate::objects::native::{NativeDef, native};
use crate::objects::number::Integer;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use num_traits::Signed;

/// The functions.
pub const FUNCTIONS: &[NativeDef] = &[
    native(
        "ceil",
        "(x, /)",
        "The least integer that is not below x.",
        |vm, a| rounded(vm, &a[0], "__ceil__", f64::ceil),
    ),
    native(
        "floor",
        "(x, /)",
        "The greatest integer that is not above x.",
        |vm, a| rounded(vm, &a[0], "__floor__", f64::floor),
    ),
    native(
        "trunc",
        "(x, /)",
        "x without what is behind the point.",
        trunc,
    ),
    native(
        "copysign",
        "(x, y, /)",
        "The size of x with the sign of y.",
        |vm, a| Ok(Value::float(vm.real(&a[0])?.copysign(vm.real(&a[1])?))),
    ),
    native(
        "fmod",
        "(x, y, /)",
        "What x leaves when y was taken off; it has the sign of x.",
        |vm, a| {
            let (x, y) = (vm.real(&a[0])?, vm.real(&a[1])?);
            let result = x % y;
            if result.is_nan() && !x.is_nan() && !y.is_nan() {
                return Err(domain_error(vm));
            }
            Ok(Value::float(result))
        },
    ),
    native(
        "remainder",
        "(x, y, /)",
        "How far x is from the nearest multiple of y.",
        |vm, a| {
            let (x, y) = (vm.real(&a[0])?, vm.real(&a[1])?);
            let result = remainder(x, y);
            if result.is_nan() && !x.is_nan() && !y.is_nan() {
                return Err(domain_error(vm));
            }
            Ok(Value::float(result))
        },
    ),
    native("fma", "(x, y, z, /)", "Fused multiply-add operation.", fma),
    native(
        "frexp",
        "(x, /)",
        "x as m * 2**e, with m from 0.5 up to 1.",
        |vm, a| {
            let (fraction, exponent) = frexp(vm.real(&a[0])?);
            Ok(Value::from(Tuple::new(vec![
                Value::float(fraction),
                Value::Int(exponent),
            ])))
        },
    ),
    native("ldexp", "(x, i, /)", "Return x * (2**i).", ldexp),
    native(
        "modf",
        "(x, /)",
        "What is behind the point, and what is before it.",
        |vm, a| {
            let x = vm.real(&a[0])?;
            let (fraction, whole) = if x.is_infinite() {
                (0f64.copysign(x), x)
            } else {
                ((x - x.trunc()).copysign(x), x.trunc())
            };
            Ok(Value::from(Tuple::new(vec![
                Value::float(fraction),
                Value::float(whole),
            ])))
        },
    ),
    native(
        "isfinite",
        "(x, /)",
        "Whether x is a number and not infinite.",
        |vm, a| Ok(Value::bool(vm.real(&a[0])?.is_finite())),
    ),
    native("isinf", "(x, /)", "Whether x is infinite.", |vm, a| {
        Ok(Value::bool(vm.real(&a[0])?.is_infinite()))
    }),
    native("isnan", "(x, /)", "Whether x is no number.", |vm, a| {
        Ok(Value::bool(vm.real(&a[0])?.is_nan()))
    }),
    native(
        "isclose",
        "(a, b, *, rel_tol=1e-09, abs_tol=0.0)",
        "Whether two numbers are nearly the same.",
        is_close,
    ),
    native(
        "nextafter",
        "(x, y, /, *, steps=None)",
        "The float so many steps from x on the side of y.",
        next_after,
    ),
    native(
        "ulp",
        "(x, /)",
        "What the last bit of x is worth.",
        |vm, a| Ok(Value::float(ulp(vm.real(&a[0])?))),
    ),
];

fn rounded(vm: &Vm, value: &Value, name: &str, round: fn(f64) -> f64) -> Res {
    match value {
        Value::Float(number) => return vm.float_to_int(round(number.get())),
        Value::Int(_) | Value::Big(_) => return Ok(value.clone()),
        _ => {}
    }
    let class = vm.class_of(value);
    match class.lookup(vm, &vm.name(name)) {
        Some(method) => vm.call_bound(&method, value, Args::none()),
        None => vm.float_to_int(round(vm.real(value)?)),
    }
}

fn trunc(vm: &Vm, a: &[Value]) -> Res {
    if let Value::Float(number) = &a[0] {
        return vm.float_to_int(number.get());
    }
    match vm.call_special(&a[0], &vm.names.__trunc__, &[])? {
        Some(made) => Ok(made),
        None => {
            let class = vm.class_name(&a[0]);
            Err(vm.type_error(&format!("type {class} doesn't define __trunc__ method")))
        }
    }
}

fn remainder(x: f64, y: f64) -> f64 {
    if x.is_finite() && y.is_finite() {
        if y == 0.0 {
            return f64::NAN;
        }
        let (size, by) = (x.abs(), y.abs());
        let below = size % by;
        let above = by - below;
        let nearest = if below < above {
            below
        } else if below > above {
            -above
        } else {
            // Half way between two multiples: the even one.
            below - 2.0 * ((0.5 * (size - below)) % by)
        };
        return 1f64.copysign(x) * nearest;
    }
    if x.is_nan() {
        x
    } else if y.is_nan() {
        y
    } else if x.is_infinite() {
        f64::NAN
    } else {
        x
    }
}

fn fma(vm: &Vm, a: &[Value]) -> Res {
    let (x, y, z) = (vm.real(&a[0])?, vm.real(&a[1])?, vm.real(&a[2])?);
    let result = x.mul_add(y, z);
    if result.is_nan() && !x.is_nan() && !y.is_nan() && !z.is_nan() {
        return Err(vm.value_error("invalid operation in fma"));
    }
    if result.is_infinite() && x.is_finite() && y.is_finite() && z.is_finite() {
        return Err(vm.overflow_error("overflow in fma"));
    }
    Ok(Value::float(result))
}

/// A float as a fraction in [0.5, 1) and a power of two.
pub fn frexp(x: f64) -> (f64, i64) {
    if x == 0.0 || !x.is_finite() {
        return (x, 0);
    }
    let bits = x.to_bits();
    let exponent = (bits >> 52 & 0x7ff) as i64;
    if exponent == 0 {
        let (fraction, exponent) = frexp(x * 18_014_398_509_481_984.0);
        return (fraction, exponent - 54);
    }
    let fraction = f64::from_bits(bits & !(0x7ff << 52) | 1022 << 52);
    (fraction, exponent - 1022)
}

/// `x * 2**exponent`, rounded once.
pub fn load_exponent(x: f64, exponent: i64) -> f64 {
    if x == 0.0 || !x.is_finite() {
        return x;
    }
    let (fraction, own) = frexp(x);
    let exponent = exponent.saturating_add(own);
    if exponent > 1024 {
        return f64::INFINITY.copysign(x);
    }
    if exponent < -1080 {
        return 0f64.copysign(x);
    }
    if exponent > -1021 {
        return scale(fraction * 2.0, exponent - 1);
    }
    // The result is subnormal: one exact step, then one that rounds.
    scale(fraction, -1000) * f64::powi(2.0, (exponent + 1000) as i32)
}

fn ldexp(vm: &Vm, a: &[Value]) -> Res {
    let x = vm.real(&a[0])?;
    let exponent = match Integer::of(&vm.unwrapped(&a[1])) {
        Some(Integer::Small(exponent)) => exponent,
        Some(Integer::Big(exponent)) if exponent.is_negative() => i64::MIN,
        Some(Integer::Big(_)) => i64::MAX,
        None => {
            return Err(vm.type_error("Expected an int as second argument to ldexp."));
        }
    };
    let result = load_exponent(x, exponent);
    if result.is_infinite() && x.is_finite() {
        return Err(range_error(vm));
    }
    Ok(Value::float(result))
}

fn is_close(vm: &Vm, a: &[Value]) -> Res {
    let (x, y) = (vm.real(&a[0])?, vm.real(&a[1])?);
    let tolerance = |place: usize, default: f64| match a.get(place).and_then(Value::given) {
        Some(value) => vm.real(value),
        None => Ok(default),
    };
    let (relative, absolute) = (tolerance(2, 1e-9)?, tolerance(3, 0.0)?);
    if relative < 0.0 || absolute < 0.0 {
        return Err(vm.value_error("tolerances must be non-negative"));
    }
    if x == y {
        return Ok(Value::bool(true));
    }
    if x.is_infinite() || y.is_infinite() {
        return Ok(Value::bool(false));
    }
    let apart = (y - x).abs();
    Ok(Value::bool(
        apart <= (relative * y).abs() || apart <= (relative * x).abs() || apart <= absolute,
    ))
}

/// The rank of a float among all of them, zeros being 0.
fn rank(x: f64) -> i64 {
    let size = (x.to_bits() & !(1 << 63)) as i64;
    if x.is_sign_negative() { -size } else { size }
}

fn next_after(vm: &Vm, a: &[Value]) -> Res {
    let (x, y) = (vm.real(&a[0])?, vm.real(&a[1])?);
    let steps = match a.get(2).and_then(Value::given) {
        None | Some(Value::None) => 1,
        Some(steps) => match vm.index(steps)? {
            Value::Int(steps) if steps >= 0 => steps as u64,
            Value::Big(steps) if steps.0.is_positive() => u64::MAX,
            _ => return Err(vm.value_error("steps must be a non-negative integer")),
        },
    };
    if x.is_nan() || steps == 0 {
        return Ok(Value::float(x));
    }
    if y.is_nan() || x == y {
        return Ok(Value::float(y));
    }
    let (from, to) = (i128::from(rank(x)), i128::from(rank(y)));
    let steps = i128::from(steps);
    if (to - from).abs() < steps {
        return Ok(Value::float(y));
    }
    let moved = if from < to {
        from + steps
    } else {
        from - steps
    };
    let size = f64::from_bits(moved.unsigned_abs() as u64);
    // A step to zero keeps the sign of where it comes from.
    let negative = moved < 0 || moved == 0 && from < 0;
    Ok(Value::float(if negative { -size } else { size }))
}

fn ulp(x: f64) -> f64 {
    if !x.is_finite() {
        return x.abs();
    }
    let size = x.abs();
    let next = f64::from_bits(size.to_bits() + 1);
    if next.is_infinite() {
        return size - f64::from_bits(size.to_bits() - 1);
    }
    next - size
}
