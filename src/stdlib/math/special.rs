//! The gamma function by Lanczos' approximation, and the table of functions.

use super::erf::{erf, erfc};
use super::{domain_error, range_error};
use crate::interp::{Res, Vm};
use crate::objects::native::{NativeDef, native};
use crate::objects::value::Value;
use std::f64::consts::PI;

/// The functions.
pub const FUNCTIONS: &[NativeDef] = &[
    native("gamma", "(x, /)", "Gamma function at x.", |vm, a| {
        gamma(vm, vm.real(&a[0])?).map(Value::float)
    }),
    native(
        "lgamma",
        "(x, /)",
        "The logarithm of the Gamma function's size at x.",
        |vm, a| log_gamma(vm, vm.real(&a[0])?).map(Value::float),
    ),
    native("erf", "(x, /)", "Error function at x.", |vm, a| {
        Ok(Value::float(erf(vm.real(&a[0])?)))
    }),
    native(
        "erfc",
        "(x, /)",
        "Complementary error function at x.",
        |vm, a| Ok(Value::float(erfc(vm.real(&a[0])?))),
    ),
];

/// The parameter g of the approximation for 13 terms and doubles.
const G: f64 = 6.024_680_040_776_73;
const G_MINUS_HALF: f64 = 5.524_680_040_776_73;
const LOG_PI: f64 = 1.144_729_885_849_400_2;

#[allow(clippy::excessive_precision)]
const NUMERATOR: [f64; 13] = [
    23531376880.410759688572007674451636754734846804940,
    42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843,
    17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708,
    1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801,
    31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768,
    186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024,
    210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
];

/// The coefficients of x(x+1)…(x+11).
const DENOMINATOR: [f64; 13] = [
    0.0,
    39_916_800.0,
    120_543_840.0,
    150_917_976.0,
    105_258_076.0,
    45_995_730.0,
    13_339_535.0,
    2_637_558.0,
    357_423.0,
    32_670.0,
    1_925.0,
    66.0,
    1.0,
];

/// The quotient of both polynomials; in powers of 1/x for large x, which keeps them in range.
fn lanczos_sum(x: f64) -> f64 {
    let terms = NUMERATOR.iter().zip(&DENOMINATOR);
    let (above, below) = if x < 5.0 {
        terms.rev().fold((0.0, 0.0), |(above, below), (n, d)| {
            (above * x + n, below * x + d)
        })
    } else {
        terms.fold((0.0, 0.0), |(above, below), (n, d)| {
            (above / x + n, below / x + d)
        })
    };
    above / below
}

/// sin(πx), exact at multiples of a half.
fn sin_pi(x: f64) -> f64 {
    let y = x.abs() % 2.0;
    let result = match (2.0 * y).round() as i32 {
        0 => (PI * y).sin(),
        1 => (PI * (y - 0.5)).cos(),
        2 => (PI * (1.0 - y)).sin(),
        3 => -(PI * (y - 1.5)).cos(),
        _ => (PI * (y - 2.0)).sin(),
    };
    1f64.copysign(x) * result
}

fn gamma(vm: &Vm, x: f64) -> Res<f64> {
    if x.is_nan() || x == f64::INFINITY {
        return Ok(x);
    }
    if x == 0.0 || x == f64::NEG_INFINITY || x < 0.0 && x == x.floor() {
        return Err(domain_error(vm));
    }
    if x == x.floor() && x <= 23.0 {
        return Ok((1..x as u64).map(|factor| factor as f64).product());
    }
    let size = x.abs();
    if size < 1e-20 {
        return in_range(vm, 1.0 / x);
    }
    if size > 200.0 {
        return if x < 0.0 {
            Ok(0.0 / sin_pi(x))
        } else {
            Err(range_error(vm))
        };
    }
    let y = size + G_MINUS_HALF;
    // What y lost by rounding, corrected for below.
    let lost = if size > G_MINUS_HALF {
        (y - size) - G_MINUS_HALF
    } else {
        (y - G_MINUS_HALF) - size
    };
    let correction = lost * G / y;
    let half_power = || y.powf(size / 2.0 - 0.25);
    let result = if x < 0.0 {
        let mut result = -PI / sin_pi(size) / size * y.exp() / lanczos_sum(size);
        result -= correction * result;
        if size < 140.0 {
            result / y.powf(size - 0.5)
        } else {
            result / half_power() / half_power()
        }
    } else {
        let mut result = lanczos_sum(size) / y.exp();
        result += correction * result;
        if size < 140.0 {
            result * y.powf(size - 0.5)
        } else {
            result * half_power() * half_power()
        }
    };
    in_range(vm, result)
}

fn log_gamma(vm: &Vm, x: f64) -> Res<f64> {
    if x.is_nan() {
        return Ok(x);
    }
    if x.is_infinite() {
        return Ok(f64::INFINITY);
    }
    if x == x.floor() && x <= 2.0 {
        return if x <= 0.0 {
            Err(domain_error(vm))
        } else {
            Ok(0.0)
        };
    }
    let size = x.abs();
    if size < 1e-20 {
        return Ok(-size.ln());
    }
    let mut result = lanczos_sum(size).ln() - G;
    result += (size - 0.5) * ((size + G - 0.5).ln() - 1.0);
    if x < 0.0 {
        result = LOG_PI - sin_pi(size).abs().ln() - size.ln() - result;
    }
    in_range(vm, result)
}

fn in_range(vm: &Vm, result: f64) -> Res<f64> {
    if result.is_infinite() {
        return Err(range_error(vm));
    }
    Ok(result)
}
