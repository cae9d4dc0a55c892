//! Operators on floats.

use super::super::complex::Complex;
use super::super::value::Value;
use crate::interp::{Res, Vm};
use snakelet_grammar::ast::{BinaryOp, UnaryOp};

/// `x op y`; `None`: floats have no such operator.
#[inline]
pub fn binary(vm: &Vm, op: BinaryOp, x: f64, y: f64) -> Res<Option<Value>> {
    Ok(Some(match op {
        BinaryOp::Add => Value::float(x + y),
        BinaryOp::Sub => Value::float(x - y),
        BinaryOp::Mult => Value::float(x * y),
        BinaryOp::Div => {
            if y == 0.0 {
                return Err(vm.zero_division("float division by zero"));
            }
            Value::float(x / y)
        }
        BinaryOp::FloorDiv => {
            if y == 0.0 {
                return Err(vm.zero_division("float floor division by zero"));
            }
            Value::float(divide(x, y).0)
        }
        BinaryOp::Mod => {
            if y == 0.0 {
                return Err(vm.zero_division("float modulo by zero"));
            }
            Value::float(modulo(x, y))
        }
        BinaryOp::Pow => return power(vm, x, y).map(Some),
        BinaryOp::MatMult
        | BinaryOp::LShift
        | BinaryOp::RShift
        | BinaryOp::BitOr
        | BinaryOp::BitXor
        | BinaryOp::BitAnd => return Ok(None),
    }))
}

/// `x % y` with the sign of `y`, which is not zero.
fn modulo(x: f64, y: f64) -> f64 {
    let rest = x % y;
    if rest == 0.0 {
        0.0f64.copysign(y)
    } else if (y < 0.0) != (rest < 0.0) {
        rest + y
    } else {
        rest
    }
}

/// `divmod(x, y)`; `y` is not zero.
pub fn divide(x: f64, y: f64) -> (f64, f64) {
    let mut rest = x % y;
    let mut quotient = (x - rest) / y;
    if rest == 0.0 {
        rest = 0.0f64.copysign(y);
    } else if (y < 0.0) != (rest < 0.0) {
        rest += y;
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return (0.0f64.copysign(x / y), rest);
    }
    let floor = quotient.floor();
    let nearest = if quotient - floor > 0.5 {
        floor + 1.0
    } else {
        floor
    };
    (nearest, rest)
}

/// `x ** y`; complex for a root of a negative number.
pub fn power(vm: &Vm, x: f64, y: f64) -> Res {
    if x == 0.0 && y < 0.0 && y.is_finite() {
        return Err(vm.zero_division("0.0 cannot be raised to a negative power"));
    }
    if x < 0.0 && x.is_finite() && y.is_finite() && y.floor() != y {
        let (x, y) = (Complex::from(x), Complex::from(y));
        return Ok(Value::from(x.power(vm, y)?));
    }
    let result = x.powf(y);
    if result.is_infinite() && x.is_finite() && y.is_finite() {
        return Err(vm.out_of_range());
    }
    Ok(Value::float(result))
}

/// `op x`; `None`: floats have no such operator.
pub fn unary(op: UnaryOp, x: f64) -> Option<Value> {
    match op {
        UnaryOp::UAdd => Some(Value::float(x)),
        UnaryOp::USub => Some(Value::float(-x)),
        UnaryOp::Not => Some(Value::bool(x == 0.0)),
        UnaryOp::Invert => None,
    }
}
