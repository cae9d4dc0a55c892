//! Decimal numbers as they are, and the settings that arithmetic with them follows. What is done with them is
//! `arithmetic.rs` and the files beside it; what scripts see is `object.rs` and `context.rs`.

use num_bigint::BigUint;
use num_traits::{One, ToPrimitive, Zero};
use std::cell::Cell;
use std::cmp::Ordering;

/// What a number is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A plain number.
    Finite,
    /// An infinity.
    Infinite,
    /// Not a number; the coefficient tells more.
    Nan,
    /// Not a number, and it is an error to work with it.
    Signaling,
}

/// A decimal number: `coefficient * 10 ** exponent`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Dec {
    /// Whether there is a minus before it.
    pub negative: bool,
    /// What it is.
    pub kind: Kind,
    /// The digits.
    pub coefficient: BigUint,
    /// The power of ten.
    pub exponent: i64,
}

/// `10 ** n`
pub fn ten(n: usize) -> BigUint {
    BigUint::from(10u32).pow(n as u32)
}

/// How many digits a number has; 0 has one.
pub fn digits(number: &BigUint) -> usize {
    if number.is_zero() {
        return 1;
    }
    if let Some(small) = number.to_u64() {
        return small.ilog10() as usize + 1;
    }
    // One of two numbers, by the bits.
    let least = ((number.bits() - 1) as f64 * std::f64::consts::LOG10_2) as usize;
    match *number >= ten(least + 1) {
        true => least + 2,
        false => least + 1,
    }
}

/// How a result is brought to fewer digits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rounding {
    Up,
    Down,
    Ceiling,
    Floor,
    HalfUp,
    HalfDown,
    HalfEven,
    /// Up if the last digit kept is 0 or 5.
    ZeroFiveUp,
}

/// The names of the ways to round, in the order of the numbers that stand for them.
pub const ROUNDINGS: [(&str, Rounding); 8] = [
    ("ROUND_UP", Rounding::Up),
    ("ROUND_DOWN", Rounding::Down),
    ("ROUND_CEILING", Rounding::Ceiling),
    ("ROUND_FLOOR", Rounding::Floor),
    ("ROUND_HALF_UP", Rounding::HalfUp),
    ("ROUND_HALF_DOWN", Rounding::HalfDown),
    ("ROUND_HALF_EVEN", Rounding::HalfEven),
    ("ROUND_05UP", Rounding::ZeroFiveUp),
];

impl Rounding {
    /// Whether a number is made one greater in size, whose last digit kept is `last` and whose rest compares to one half.
    pub fn goes_up(self, negative: bool, last: u32, rest: Ordering) -> bool {
        match self {
            Rounding::Up => true,
            Rounding::Down => false,
            Rounding::Ceiling => !negative,
            Rounding::Floor => negative,
            Rounding::HalfUp => rest != Ordering::Less,
            Rounding::HalfDown => rest == Ordering::Greater,
            Rounding::HalfEven => match rest {
                Ordering::Equal => last % 2 == 1,
                rest => rest == Ordering::Greater,
            },
            Rounding::ZeroFiveUp => last.is_multiple_of(5),
        }
    }
}

/// What happened in a calculation: one bit each.
pub mod flag {
    pub const CLAMPED: u32 = 1;
    pub const CONVERSION_SYNTAX: u32 = 2;
    pub const DIVISION_BY_ZERO: u32 = 4;
    pub const DIVISION_IMPOSSIBLE: u32 = 8;
    pub const DIVISION_UNDEFINED: u32 = 0x10;
    pub const INEXACT: u32 = 0x40;
    pub const INVALID_CONTEXT: u32 = 0x80;
    pub const INVALID_OPERATION: u32 = 0x100;
    pub const OVERFLOW: u32 = 0x800;
    pub const ROUNDED: u32 = 0x1000;
    pub const SUBNORMAL: u32 = 0x2000;
    pub const UNDERFLOW: u32 = 0x4000;
    pub const FLOAT_OPERATION: u32 = 0x8000;
    /// All that count as an invalid operation.
    pub const INVALID: u32 = CONVERSION_SYNTAX
        | DIVISION_IMPOSSIBLE
        | DIVISION_UNDEFINED
        | INVALID_CONTEXT
        | INVALID_OPERATION;
}

/// What a calculation follows, and what happened in it.
#[derive(Clone, Debug)]
pub struct Work {
    /// How many digits a result has at most.
    pub precision: usize,
    /// How it is rounded.
    pub rounding: Rounding,
    /// The least exponent of a normal number.
    pub least: i64,
    /// The greatest exponent.
    pub most: i64,
    /// Whether exponents are kept so low that the digits fit.
    pub clamp: bool,
    /// What happened.
    pub raised: Cell<u32>,
}

impl Work {
    /// Settings that change nothing: for exact work.
    pub fn exact() -> Work {
        Work {
            precision: 999_999_999_999_999_999,
            rounding: Rounding::HalfEven,
            least: -999_999_999_999_999_999,
            most: 999_999_999_999_999_999,
            clamp: false,
            raised: Cell::new(0),
        }
    }

    /// Notes that something happened.
    pub fn raise(&self, flags: u32) {
        self.raised.set(self.raised.get() | flags);
    }

    /// The exponent of the least subnormal number.
    pub fn tiniest(&self) -> i64 {
        self.least - self.precision as i64 + 1
    }

    /// The greatest exponent of a number with all its digits.
    pub fn top(&self) -> i64 {
        self.most - self.precision as i64 + 1
    }

    /// Notes an invalid operation, whose result is not a number.
    pub fn invalid(&self, flags: u32) -> Dec {
        self.raise(flags);
        Dec::nan()
    }
}

impl Dec {
    /// A plain number.
    pub fn finite(negative: bool, coefficient: BigUint, exponent: i64) -> Dec {
        Dec {
            negative,
            kind: Kind::Finite,
            coefficient,
            exponent,
        }
    }

    /// A zero.
    pub fn zero(negative: bool, exponent: i64) -> Dec {
        Dec::finite(negative, BigUint::zero(), exponent)
    }

    /// A one.
    pub fn one() -> Dec {
        Dec::finite(false, BigUint::one(), 0)
    }

    /// Not a number.
    pub fn nan() -> Dec {
        Dec {
            negative: false,
            kind: Kind::Nan,
            coefficient: BigUint::zero(),
            exponent: 0,
        }
    }

    /// An infinity.
    pub fn infinity(negative: bool) -> Dec {
        Dec {
            negative,
            kind: Kind::Infinite,
            coefficient: BigUint::zero(),
            exponent: 0,
        }
    }

    /// A small integer.
    pub fn from_i64(number: i64) -> Dec {
        Dec::finite(number < 0, BigUint::from(number.unsigned_abs()), 0)
    }

    /// Whether it is a plain number.
    pub fn is_finite(&self) -> bool {
        self.kind == Kind::Finite
    }

    /// Whether it is an infinity.
    pub fn is_infinite(&self) -> bool {
        self.kind == Kind::Infinite
    }

    /// Whether it is not a number.
    pub fn is_nan(&self) -> bool {
        matches!(self.kind, Kind::Nan | Kind::Signaling)
    }

    /// Whether it is a zero.
    pub fn is_zero(&self) -> bool {
        self.is_finite() && self.coefficient.is_zero()
    }

    /// How many digits it has.
    pub fn digits(&self) -> usize {
        digits(&self.coefficient)
    }

    /// The exponent of its first digit.
    pub fn adjusted(&self) -> i64 {
        self.exponent + self.digits() as i64 - 1
    }

    /// The same with another sign.
    pub fn signed(mut self, negative: bool) -> Dec {
        self.negative = negative;
        self
    }

    /// Whether it is an integer.
    pub fn is_integer(&self) -> bool {
        if !self.is_finite() {
            return false;
        }
        if self.exponent >= 0 || self.coefficient.is_zero() {
            return true;
        }
        let places = self.exponent.unsigned_abs() as usize;
        places <= self.digits() && (&self.coefficient % ten(places)).is_zero()
    }

    /// Whether it is an odd integer.
    pub fn is_odd(&self) -> bool {
        if !self.is_integer() || self.exponent > 0 {
            return false;
        }
        let places = self.exponent.unsigned_abs() as usize;
        (&self.coefficient / ten(places)).bit(0)
    }

    /// The integer part, if it is a finite number whose integer part is no monster.
    pub fn integer_part(&self) -> BigUint {
        match self.exponent {
            exponent @ 0.. => &self.coefficient * ten(exponent as usize),
            exponent => {
                let places = exponent.unsigned_abs() as usize;
                if places > self.digits() {
                    return BigUint::zero();
                }
                &self.coefficient / ten(places)
            }
        }
    }

    /// Reads a number; `None`: it is none. `most` digits of what is no number are kept.
    pub fn parse(text: &str) -> Option<Dec> {
        let (negative, rest) = match text.as_bytes().first() {
            Some(b'-') => (true, &text[1..]),
            Some(b'+') => (false, &text[1..]),
            _ => (false, text),
        };
        let lower = rest.to_ascii_lowercase();
        if lower == "inf" || lower == "infinity" {
            return Some(Dec::infinity(negative));
        }
        for (name, kind) in [("snan", Kind::Signaling), ("nan", Kind::Nan)] {
            if let Some(payload) = lower.strip_prefix(name) {
                if !payload.bytes().all(|byte| byte.is_ascii_digit()) {
                    return None;
                }
                let coefficient = parse_digits(payload)?;
                return Some(Dec {
                    negative,
                    kind,
                    coefficient,
                    exponent: 0,
                });
            }
        }
        let (number, exponent) = match lower.split_once('e') {
            Some((number, exponent)) => (number, read_exponent(exponent)?),
            None => (lower.as_str(), 0),
        };
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        let all = format!("{whole}{fraction}");
        if all.is_empty() || !all.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let exponent = exponent.saturating_sub(fraction.len() as i64);
        Some(Dec::finite(negative, parse_digits(&all)?, exponent))
    }

    /// The number as it is written.
    pub fn write(&self, engineering: bool, capitals: bool) -> String {
        let sign = if self.negative { "-" } else { "" };
        match self.kind {
            Kind::Infinite => return format!("{sign}Infinity"),
            Kind::Nan | Kind::Signaling => {
                let name = if self.kind == Kind::Nan {
                    "NaN"
                } else {
                    "sNaN"
                };
                let payload = match self.coefficient.is_zero() {
                    true => String::new(),
                    false => self.coefficient.to_string(),
                };
                return format!("{sign}{name}{payload}");
            }
            Kind::Finite => {}
        }
        let text = self.coefficient.to_string();
        let length = text.len() as i64;
        let left = self.exponent + length;
        let point = if self.exponent <= 0 && left > -6 {
            left
        } else if !engineering {
            1
        } else if self.coefficient.is_zero() {
            (left + 1).rem_euclid(3) - 1
        } else {
            (left - 1).rem_euclid(3) + 1
        };
        let number = if point <= 0 {
            format!("0.{}{text}", "0".repeat(point.unsigned_abs() as usize))
        } else if point >= length {
            format!("{text}{}", "0".repeat((point - length) as usize))
        } else {
            format!("{}.{}", &text[..point as usize], &text[point as usize..])
        };
        if left == point {
            return format!("{sign}{number}");
        }
        let letter = if capitals { 'E' } else { 'e' };
        format!("{sign}{number}{letter}{:+}", left - point)
    }
}

fn parse_digits(text: &str) -> Option<BigUint> {
    if text.is_empty() {
        return Some(BigUint::zero());
    }
    BigUint::parse_bytes(text.as_bytes(), 10)
}

/// An exponent; one beyond all bounds is cut.
fn read_exponent(text: &str) -> Option<i64> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let cut = 2_000_000_000_000_000_000i64;
    let size = digits.parse::<i64>().unwrap_or(cut).min(cut);
    Some(if text.starts_with('-') { -size } else { size })
}
