//! A number as an operand: which of the four kinds a value is, and the conversions between them.

use super::complex::Complex;
use super::value::{Flag, Value};
use crate::interp::{Res, Vm};
use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive, Zero};
use std::borrow::Cow;
use std::cmp::Ordering;

/// An integer of any size, borrowed from its value.
#[derive(Clone, Copy)]
pub enum Integer<'a> {
    /// One that fits 64 bits.
    Small(i64),
    /// A larger one.
    Big(&'a BigInt),
}

/// An operand of arithmetic, borrowed from its value.
#[derive(Clone, Copy)]
pub enum Number<'a> {
    /// An `int` or a `bool`.
    Int(Integer<'a>),
    /// A `float`.
    Float(f64),
    /// A `complex`.
    Complex(Complex),
}

impl<'a> Integer<'a> {
    /// The integer that a plain value is; a `bool` counts.
    #[inline]
    pub fn of(value: &'a Value) -> Option<Integer<'a>> {
        match value {
            Value::Int(small) => Some(Integer::Small(*small)),
            Value::Bool(flag) => Some(Integer::Small(i64::from(*flag == Flag::Yes))),
            Value::Big(big) => Some(Integer::Big(&big.0)),
            _ => None,
        }
    }

    /// The integer in the large form.
    pub fn to_big(self) -> Cow<'a, BigInt> {
        match self {
            Integer::Small(small) => Cow::Owned(BigInt::from(small)),
            Integer::Big(big) => Cow::Borrowed(big),
        }
    }

    /// The integer as the text functions take it.
    pub fn to_text(self) -> crate::text::int::Int {
        match self {
            Integer::Small(small) => crate::text::int::Int::Small(small),
            Integer::Big(big) => crate::text::int::Int::Big(big.clone()),
        }
    }

    /// The integer as a value.
    pub fn to_value(self) -> Value {
        match self {
            Integer::Small(small) => Value::Int(small),
            Integer::Big(big) => Value::from(big.clone()),
        }
    }

    /// The nearest float; infinite beyond their range.
    pub fn to_infinite_f64(self) -> f64 {
        match self {
            Integer::Small(small) => small as f64,
            Integer::Big(big) => big.to_f64().unwrap_or(f64::NAN),
        }
    }

    /// The nearest float; `OverflowError` beyond their range.
    pub fn to_f64(self, vm: &Vm) -> Res<f64> {
        let float = self.to_infinite_f64();
        if float.is_finite() {
            Ok(float)
        } else {
            Err(vm.overflow_error("int too large to convert to float"))
        }
    }

    /// Whether it is 0.
    pub fn is_zero(self) -> bool {
        match self {
            Integer::Small(small) => small == 0,
            Integer::Big(big) => big.is_zero(),
        }
    }

    /// Whether it is below 0.
    pub fn is_negative(self) -> bool {
        match self {
            Integer::Small(small) => small < 0,
            Integer::Big(big) => big.is_negative(),
        }
    }

    /// The number of bits without sign.
    pub fn bits(self) -> u64 {
        match self {
            Integer::Small(small) => u64::from(64 - small.unsigned_abs().leading_zeros()),
            Integer::Big(big) => big.bits(),
        }
    }

    /// How two integers stand to each other.
    pub fn order(self, other: Integer<'_>) -> Ordering {
        match (self, other) {
            (Integer::Small(a), Integer::Small(b)) => a.cmp(&b),
            // A large one lies outside the range of the small ones.
            (Integer::Small(_), Integer::Big(b)) if b.is_negative() => Ordering::Greater,
            (Integer::Small(_), Integer::Big(_)) => Ordering::Less,
            (Integer::Big(_), Integer::Small(_)) => other.order(self).reverse(),
            (Integer::Big(a), Integer::Big(b)) => a.cmp(b),
        }
    }

    /// How an integer and a float stand to each other, exactly; `None`: the float is no number.
    pub fn order_float(self, float: f64) -> Option<Ordering> {
        if let Integer::Small(small) = self {
            const EXACT: i64 = 1 << 53;
            if (-EXACT..=EXACT).contains(&small) {
                return (small as f64).partial_cmp(&float);
            }
        }
        if float.is_nan() {
            return None;
        }
        if float.is_infinite() {
            return Some(if float > 0.0 {
                Ordering::Less
            } else {
                Ordering::Greater
            });
        }
        let whole = crate::text::float::to_int(float.floor()).ok()?;
        let whole = match &whole {
            crate::text::int::Int::Small(small) => Integer::Small(*small),
            crate::text::int::Int::Big(big) => Integer::Big(big),
        };
        let below = if float.floor() < float {
            Ordering::Less
        } else {
            Ordering::Equal
        };
        Some(self.order(whole).then(below))
    }
}

impl<'a> Number<'a> {
    /// The number that a plain value is.
    #[inline]
    pub fn of(value: &'a Value) -> Option<Number<'a>> {
        match value {
            Value::Float(float) => Some(Number::Float(float.get())),
            Value::Object(_) => value
                .downcast::<Complex>()
                .map(|complex| Number::Complex(**complex)),
            _ => Integer::of(value).map(Number::Int),
        }
    }
}
