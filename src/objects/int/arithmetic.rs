//! Operators on integers of any size. Small ones are tried first; what overflows is computed large.

use super::super::number::Integer;
use super::super::value::Value;
use crate::interp::{Res, Vm};
use num_bigint::BigInt;
use num_integer::Integer as _;
use num_traits::{One, Signed, ToPrimitive, Zero};
use snakelet_grammar::ast::{BinaryOp, UnaryOp};

/// The most bits that a result may have: half a gigabyte.
const MOST_BITS: u64 = 1 << 32;

/// `x op y` if neither overflow nor an error stands in the way.
#[inline]
pub fn small(op: BinaryOp, x: i64, y: i64) -> Option<Value> {
    match op {
        BinaryOp::Add => x.checked_add(y).map(Value::Int),
        BinaryOp::Sub => x.checked_sub(y).map(Value::Int),
        BinaryOp::Mult => x.checked_mul(y).map(Value::Int),
        BinaryOp::FloorDiv => floor_div(x, y).map(Value::Int),
        BinaryOp::Mod => floor_mod(x, y).map(Value::Int),
        BinaryOp::Div => small_true_div(x, y),
        BinaryOp::BitAnd => Some(Value::Int(x & y)),
        BinaryOp::BitOr => Some(Value::Int(x | y)),
        BinaryOp::BitXor => Some(Value::Int(x ^ y)),
        BinaryOp::RShift if y >= 0 => Some(Value::Int(x >> y.min(63))),
        BinaryOp::LShift => small_shift(x, y),
        BinaryOp::Pow => u32::try_from(y)
            .ok()
            .and_then(|y| x.checked_pow(y))
            .map(Value::Int),
        BinaryOp::RShift | BinaryOp::MatMult => None,
    }
}

/// `x // y`, rounded down; `None`: overflow or division by zero.
#[inline]
pub fn floor_div(x: i64, y: i64) -> Option<i64> {
    let quotient = x.checked_div(y)?;
    let inexact = x % y != 0 && (x < 0) != (y < 0);
    Some(quotient - i64::from(inexact))
}

/// `x % y` with the sign of `y`; `None`: division by zero.
#[inline]
pub fn floor_mod(x: i64, y: i64) -> Option<i64> {
    if y == 0 {
        return None;
    }
    let rest = x.wrapping_rem(y);
    Some(if rest != 0 && (rest < 0) != (y < 0) {
        rest + y
    } else {
        rest
    })
}

fn small_true_div(x: i64, y: i64) -> Option<Value> {
    const EXACT: u64 = 1 << 53;
    let exact = y != 0 && x.unsigned_abs() <= EXACT && y.unsigned_abs() <= EXACT;
    exact.then(|| Value::float(x as f64 / y as f64))
}

fn small_shift(x: i64, y: i64) -> Option<Value> {
    let shifted = x.checked_shl(u32::try_from(y).ok()?)?;
    (shifted >> y == x).then_some(Value::Int(shifted))
}

/// `a op b`; `None`: integers have no such operator.
pub fn binary(vm: &Vm, op: BinaryOp, a: Integer<'_>, b: Integer<'_>) -> Res<Option<Value>> {
    if let (Integer::Small(x), Integer::Small(y)) = (a, b)
        && let Some(value) = small(op, x, y)
    {
        return Ok(Some(value));
    }
    if matches!(op, BinaryOp::Div | BinaryOp::FloorDiv | BinaryOp::Mod) && b.is_zero() {
        return Err(vm.zero_division(match op {
            BinaryOp::Div => "division by zero",
            BinaryOp::Mod => "integer modulo by zero",
            _ => "integer division or modulo by zero",
        }));
    }
    let (x, y) = (a.to_big(), b.to_big());
    if op != BinaryOp::Pow {
        check_operands(vm, a, b)?;
    }
    Ok(Some(match op {
        BinaryOp::Add => Value::from(&*x + &*y),
        BinaryOp::Sub => Value::from(&*x - &*y),
        BinaryOp::Mult => {
            check_bits(vm, a.bits().saturating_add(b.bits()))?;
            Value::from(&*x * &*y)
        }
        BinaryOp::Div => Value::float(true_div(vm, &x, &y)?),
        BinaryOp::FloorDiv => Value::from(x.div_floor(&y)),
        BinaryOp::Mod => Value::from(x.mod_floor(&y)),
        BinaryOp::Pow => return power(vm, a, b).map(Some),
        BinaryOp::LShift => shift_left(vm, &x, b)?,
        BinaryOp::RShift => shift_right(vm, &x, b)?,
        BinaryOp::BitAnd => Value::from(&*x & &*y),
        BinaryOp::BitOr => Value::from(&*x | &*y),
        BinaryOp::BitXor => Value::from(&*x ^ &*y),
        BinaryOp::MatMult => return Ok(None),
    }))
}

/// Refuses operands whose sum, quotient or combination there is no room for.
fn check_operands(vm: &Vm, a: Integer<'_>, b: Integer<'_>) -> Res<()> {
    let bytes = a.bits().max(b.bits()) / 8;
    vm.expect_room(usize::try_from(2 * bytes).unwrap_or(usize::MAX))
}

/// Refuses a result of more bits than memory is given for, or than there is room to compute.
fn check_bits(vm: &Vm, bits: u64) -> Res<()> {
    // Multiplying keeps as much aside as the result takes, twice, and not in one piece.
    const ASIDE: usize = 5;
    match usize::try_from(bits / 8) {
        Ok(bytes) if bits <= MOST_BITS => vm.expect_room(ASIDE * bytes),
        _ => Err(vm.memory_error()),
    }
}

fn shift_left(vm: &Vm, x: &BigInt, by: Integer<'_>) -> Res {
    if by.is_negative() {
        return Err(vm.value_error("negative shift count"));
    }
    if x.is_zero() {
        return Ok(Value::Int(0));
    }
    match by {
        Integer::Small(by) => {
            check_bits(vm, x.bits().saturating_add(by as u64))?;
            Ok(Value::from(x << by as u64))
        }
        Integer::Big(_) => Err(vm.overflow_error("too many digits in integer")),
    }
}

fn shift_right(vm: &Vm, x: &BigInt, by: Integer<'_>) -> Res {
    if by.is_negative() {
        return Err(vm.value_error("negative shift count"));
    }
    match by {
        Integer::Small(by) if (by as u64) < x.bits() => Ok(Value::from(x >> by as u64)),
        _ => Ok(Value::Int(if x.is_negative() { -1 } else { 0 })),
    }
}

/// `x / y` as the nearest float, for any sizes; `y` is not zero.
fn true_div(vm: &Vm, x: &BigInt, y: &BigInt) -> Res<f64> {
    const LEAST_EXPONENT: i64 = -1021;
    const MANTISSA: i64 = 53;
    let too_large = || vm.overflow_error("integer division result too large for a float");
    if x.is_zero() {
        return Ok(if y.is_negative() { -0.0 } else { 0.0 });
    }
    let negative = x.is_negative() != y.is_negative();
    let difference = x.bits() as i64 - y.bits() as i64;
    if difference > 1024 {
        return Err(too_large());
    }
    if difference < LEAST_EXPONENT - MANTISSA - 1 {
        return Ok(if negative { -0.0 } else { 0.0 });
    }
    // The quotient with two bits more than a float keeps, so that what is cut off decides the rounding.
    let shift = difference.max(LEAST_EXPONENT) - MANTISSA - 2;
    let (x, y) = (x.abs(), y.abs());
    let (quotient, rest) = if shift <= 0 {
        (x << shift.unsigned_abs()).div_rem(&y)
    } else {
        x.div_rem(&(y << shift.unsigned_abs()))
    };
    let mut quotient = quotient.to_u64().unwrap_or(u64::MAX) | u64::from(!rest.is_zero());
    let bits = i64::from(64 - quotient.leading_zeros());
    let extra = bits.max(LEAST_EXPONENT - shift) - MANTISSA;
    let half = 1u64 << (extra - 1);
    let odd = quotient & (1 << extra) != 0;
    let rest = quotient & ((1 << extra) - 1);
    quotient -= rest;
    if rest > half || rest == half && odd {
        quotient += 1 << extra;
    }
    let scaled = scale(quotient as f64, shift);
    if scaled.is_infinite() {
        return Err(too_large());
    }
    Ok(if negative { -scaled } else { scaled })
}

/// `number * 2**exponent` where the result is exact: in steps, since the power alone may lie out of range.
pub fn scale(mut number: f64, mut exponent: i64) -> f64 {
    while exponent < -1000 {
        number *= f64::powi(2.0, -1000);
        exponent += 1000;
    }
    while exponent > 1000 {
        number *= f64::powi(2.0, 1000);
        exponent -= 1000;
    }
    number * f64::powi(2.0, exponent as i32)
}

/// `a ** b`; a negative exponent gives a float.
fn power(vm: &Vm, a: Integer<'_>, b: Integer<'_>) -> Res {
    if b.is_negative() {
        return super::super::float::arithmetic::power(vm, a.to_f64(vm)?, b.to_f64(vm)?);
    }
    match a {
        Integer::Small(0 | 1) => {
            return Ok(if b.is_zero() {
                Value::Int(1)
            } else {
                a.to_value()
            });
        }
        Integer::Small(-1) => {
            let odd = b.to_big().is_odd();
            return Ok(Value::Int(if odd { -1 } else { 1 }));
        }
        _ => {}
    }
    let Integer::Small(exponent) = b else {
        return Err(vm.memory_error());
    };
    check_bits(vm, (a.bits() - 1).saturating_mul(exponent as u64))?;
    let mut rest = exponent as u64;
    let mut square = a.to_big().into_owned();
    let mut result = BigInt::one();
    loop {
        if rest & 1 == 1 {
            result *= &square;
        }
        rest >>= 1;
        if rest == 0 {
            return Ok(Value::from(result));
        }
        vm.poll()?;
        square = &square * &square;
    }
}

/// `pow(a, b, modulo)`
pub fn power_modulo(vm: &Vm, a: Integer<'_>, b: Integer<'_>, modulo: Integer<'_>) -> Res {
    let modulo = modulo.to_big();
    if modulo.is_zero() {
        return Err(vm.value_error("pow() 3rd argument cannot be 0"));
    }
    let mut base = a.to_big().into_owned();
    let mut exponent = b.to_big().into_owned();
    if exponent.is_negative() {
        exponent = -exponent;
        base = match base.modinv(&modulo.abs()) {
            Some(inverse) => inverse,
            None if modulo.abs().is_one() => BigInt::zero(),
            None => return Err(vm.value_error("base is not invertible for the given modulus")),
        };
    }
    Ok(Value::from(base.modpow(&exponent, &modulo)))
}

/// `divmod(a, b)` as quotient and rest.
pub fn divide(vm: &Vm, a: Integer<'_>, b: Integer<'_>) -> Res<(Value, Value)> {
    if b.is_zero() {
        return Err(vm.zero_division("integer division or modulo by zero"));
    }
    if let (Integer::Small(x), Integer::Small(y)) = (a, b)
        && let (Some(quotient), Some(rest)) = (floor_div(x, y), floor_mod(x, y))
    {
        return Ok((Value::Int(quotient), Value::Int(rest)));
    }
    let (quotient, rest) = a.to_big().div_mod_floor(&b.to_big());
    Ok((Value::from(quotient), Value::from(rest)))
}

/// `op a`
pub fn unary(op: UnaryOp, a: Integer<'_>) -> Value {
    match (op, a) {
        (UnaryOp::UAdd, a) => a.to_value(),
        (UnaryOp::USub, Integer::Small(small)) => match small.checked_neg() {
            Some(negated) => Value::Int(negated),
            None => Value::from(-BigInt::from(small)),
        },
        (UnaryOp::USub, Integer::Big(big)) => Value::from(-big),
        (UnaryOp::Invert, Integer::Small(small)) => Value::Int(!small),
        (UnaryOp::Invert, Integer::Big(big)) => Value::from(!big),
        (UnaryOp::Not, a) => Value::bool(a.is_zero()),
    }
}

/// `abs(a)`
pub fn absolute(a: Integer<'_>) -> Value {
    if a.is_negative() {
        unary(UnaryOp::USub, a)
    } else {
        a.to_value()
    }
}
