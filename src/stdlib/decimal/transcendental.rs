//! Square roots, exponentials, logarithms and powers. Each is worked out with more and more digits until the rounding is
//! beyond doubt.

use super::arithmetic::{divide, finish, multiply, nans, order};
use super::number::{Dec, Rounding, Work, digits, flag, ten};
use num_bigint::{BigInt, BigUint, Sign};
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};
use std::cmp::Ordering;

/// The work to the nearest, which these functions round by whatever else is set.
fn nearest(work: &Work) -> Work {
    Work {
        rounding: Rounding::HalfEven,
        ..work.clone()
    }
}

/// Finishes a result by rounding to the nearest.
fn finish_nearest(number: Dec, work: &Work) -> Dec {
    let own = nearest(work);
    let made = finish(number, &own);
    work.raise(own.raised.get());
    made
}

/// The square root.
pub fn sqrt(a: &Dec, work: &Work) -> Dec {
    if let Some(nan) = nans(&[a], work) {
        return nan;
    }
    if a.is_infinite() && !a.negative {
        return a.clone();
    }
    if a.is_zero() {
        return finish(Dec::zero(a.negative, a.exponent.div_euclid(2)), work);
    }
    if a.negative {
        return work.invalid(flag::INVALID_OPERATION);
    }
    let precision = work.precision + 1;
    let (mut exponent, mut number, length);
    if a.exponent % 2 != 0 {
        number = &a.coefficient * 10u32;
        length = (a.digits() >> 1) + 1;
    } else {
        number = a.coefficient.clone();
        length = (a.digits() + 1) >> 1;
    }
    exponent = a.exponent.div_euclid(2);
    let shift = precision as i64 - length as i64;
    let mut exact = true;
    if shift >= 0 {
        number *= ten(2 * shift as usize);
    } else {
        let (kept, rest) = number.div_rem(&ten(2 * shift.unsigned_abs() as usize));
        number = kept;
        exact = rest.is_zero();
    }
    exponent -= shift;
    let mut root = number.sqrt();
    exact = exact && &root * &root == number;
    if exact {
        if shift >= 0 {
            root /= ten(shift as usize);
        } else {
            root *= ten(shift.unsigned_abs() as usize);
        }
        exponent += shift;
    } else if (&root % 5u32).is_zero() {
        root += 1u32;
    }
    finish_nearest(Dec::finite(false, root, exponent), work)
}

/// A fixed-point number: an integer over `10 ** places`.
struct Fixed {
    places: usize,
    unit: BigInt,
}

impl Fixed {
    fn new(places: usize) -> Fixed {
        Fixed {
            places,
            unit: BigInt::from(ten(places)),
        }
    }

    /// A decimal number, cut to the places.
    fn of(&self, number: &Dec) -> BigInt {
        let shift = number.exponent + self.places as i64;
        let size = match shift {
            0.. => &number.coefficient * ten(shift as usize),
            _ if shift.unsigned_abs() as usize > number.digits() + 1 => BigUint::zero(),
            _ => &number.coefficient / ten(shift.unsigned_abs() as usize),
        };
        BigInt::from_biguint(
            if number.negative {
                Sign::Minus
            } else {
                Sign::Plus
            },
            size,
        )
    }

    /// `exp(x)` for a small `x`.
    fn exp(&self, x: &BigInt) -> BigInt {
        // The halvings make the series short; as many squarings undo them.
        let halvings = 8 + (self.places as f64).sqrt() as usize;
        let extra = Fixed::new(self.places + halvings / 3 + 10);
        let x: BigInt = (x * &extra.unit / &self.unit) >> halvings;
        let (mut sum, mut term, mut count) = (&extra.unit + &x, x.clone(), 2u32);
        loop {
            term = term * &x / &extra.unit / count;
            if term.is_zero() || term == BigInt::from(-1) {
                break;
            }
            sum += &term;
            count += 1;
        }
        for _ in 0..halvings {
            sum = &sum * &sum / &extra.unit;
        }
        sum * &self.unit / &extra.unit
    }

    /// `atanh(1 / n)`
    fn inverse_atanh(&self, n: u32) -> BigInt {
        let square = n * n;
        let mut power = &self.unit / n;
        let (mut sum, mut odd) = (power.clone(), 3u32);
        while !power.is_zero() {
            power /= square;
            sum += &power / odd;
            odd += 2;
        }
        sum
    }

    /// `ln(10)`
    fn ln_ten(&self) -> BigInt {
        self.inverse_atanh(31) * 46 + self.inverse_atanh(49) * 34 + self.inverse_atanh(161) * 20
    }

    /// `ln(m)` for an `m` from 0.1 to 10, by steps that each make three times as many digits right.
    fn ln_small(&self, m: &BigInt) -> BigInt {
        let scale = self.places.saturating_sub(16);
        let lead = (m / BigInt::from(ten(scale))).to_f64().unwrap_or(1.0)
            / 10f64.powi((self.places - scale) as i32);
        let guess = (lead.ln() * 1e15) as i64;
        let mut y = BigInt::from(guess) * &self.unit / BigInt::from(1_000_000_000_000_000i64);
        let mut right = 13;
        while right < self.places + 3 {
            right *= 3;
            let power = self.exp(&y);
            let step = (m - &power) * 2 * &self.unit / (m + &power);
            y += step;
        }
        y
    }
}

/// The number nearest to what `approximate` gives for so many digits more; it is never right on a border.
fn settle(work: &Work, negative: bool, approximate: impl Fn(usize) -> (BigUint, i64)) -> Dec {
    let mut extra = 4;
    loop {
        let (coefficient, exponent) = approximate(work.precision + extra);
        let length = digits(&coefficient);
        // Beyond the precision there have to be digits that are none of a border, give or take some units.
        if length > work.precision + 1 {
            let border = ten(length - work.precision - 1) * 5u32;
            let rest = &coefficient % &border;
            let room = BigUint::from(20u32);
            if rest > room && &border - &rest > room {
                return finish_nearest(Dec::finite(negative, coefficient, exponent), work);
            }
        }
        extra += 6 + extra / 2;
    }
}

/// `exp(a)`
pub fn exp(a: &Dec, work: &Work) -> Dec {
    if let Some(nan) = nans(&[a], work) {
        return nan;
    }
    if a.is_infinite() {
        return if a.negative {
            Dec::zero(false, 0)
        } else {
            a.clone()
        };
    }
    if a.is_zero() {
        return Dec::one();
    }
    let adjusted = a.adjusted();
    let precision = work.precision as i64;
    // Too large or too small for any result, or so near to 1 that only the sides matter.
    if adjusted > 20
        || adjusted >= 0
            && a.integer_part()
                > BigUint::from(3 * (work.most.unsigned_abs() + work.precision as u64))
    {
        let edge = match a.negative {
            false => Dec::finite(false, BigUint::one(), work.most + 1),
            true => Dec::finite(false, BigUint::one(), work.tiniest() - 1),
        };
        return finish_nearest(edge, work);
    }
    if adjusted < -precision - 1 {
        let near = match a.negative {
            false => ten(work.precision + 1) + 1u32,
            true => ten(work.precision + 1) - 1u32,
        };
        return finish_nearest(Dec::finite(false, near, -(precision + 1)), work);
    }
    settle(work, false, |wanted| exp_digits(a, wanted))
}

/// `exp(a)` with so many digits right, and its exponent.
fn exp_digits(a: &Dec, wanted: usize) -> (BigUint, i64) {
    let whole = a.adjusted().max(0) as usize;
    let fixed = Fixed::new(wanted + whole + 5);
    let x = fixed.of(a);
    let (power, rest) = x.div_mod_floor(&fixed.ln_ten());
    let made = fixed.exp(&rest);
    let made = made.to_biguint().unwrap_or_default();
    // Guard digits are dropped again.
    let drop = whole + 4;
    (
        made / ten(drop),
        power.to_i64().unwrap_or(0) - (fixed.places - drop) as i64,
    )
}

/// `ln(a)` with so many digits right, and its exponent; the sign stands apart.
fn ln_digits(a: &Dec, wanted: usize, by_ten: bool) -> (bool, BigUint, i64) {
    // Near to 1 the result is small, and needs more places.
    let shift = a.digits() as i64 + a.exponent;
    let near = if shift.abs() <= 1 {
        let minus_one = super::arithmetic::subtract(a, &Dec::one(), &Work::exact());
        if minus_one.is_zero() {
            0
        } else {
            (-minus_one.adjusted()).max(0) as usize
        }
    } else {
        0
    };
    let fixed = Fixed::new(wanted + near + 25);
    // A mantissa around 1, so that nothing cancels that need not.
    let mut power = shift - 1;
    let mut m = fixed.of(&Dec::finite(
        false,
        a.coefficient.clone(),
        1 - a.digits() as i64,
    ));
    if m > &fixed.unit * 3 {
        power += 1;
        m /= 10;
        if a.digits() > fixed.places {
            m = fixed.of(&Dec::finite(
                false,
                a.coefficient.clone(),
                -(a.digits() as i64),
            ));
        }
    }
    let ln_ten = fixed.ln_ten();
    let mut made = fixed.ln_small(&m) + &ln_ten * power;
    if by_ten {
        made = made * &fixed.unit / &ln_ten;
    }
    let drop = 15;
    let size = made.abs().to_biguint().unwrap_or_default() / ten(drop);
    (made.is_negative(), size, -((fixed.places - drop) as i64))
}

/// `ln(a)`
pub fn ln(a: &Dec, work: &Work) -> Dec {
    if let Some(made) = log_special(a, work) {
        return made;
    }
    if order(a, &Dec::one()) == Ordering::Equal {
        return Dec::zero(false, 0);
    }
    let negative = order(a, &Dec::one()) == Ordering::Less;
    settle(work, negative, |wanted| {
        let (_, size, exponent) = ln_digits(a, wanted, false);
        (size, exponent)
    })
}

/// `log10(a)`
pub fn log10(a: &Dec, work: &Work) -> Dec {
    if let Some(made) = log_special(a, work) {
        return made;
    }
    // A power of ten has an exact result.
    let zeros = a.digits() - 1;
    if a.coefficient == ten(zeros) {
        return finish_nearest(Dec::from_i64(a.exponent + zeros as i64), work);
    }
    let negative = order(a, &Dec::one()) == Ordering::Less;
    settle(work, negative, |wanted| {
        let (_, size, exponent) = ln_digits(a, wanted, true);
        (size, exponent)
    })
}

fn log_special(a: &Dec, work: &Work) -> Option<Dec> {
    if let Some(nan) = nans(&[a], work) {
        return Some(nan);
    }
    if a.is_zero() {
        return Some(Dec::infinity(true));
    }
    if a.negative {
        return Some(work.invalid(flag::INVALID_OPERATION));
    }
    a.is_infinite().then(|| a.clone())
}

/// A one with as many zeros behind it as there is room for.
fn long_one(negative: bool, work: &Work) -> Dec {
    work.raise(flag::INEXACT | flag::ROUNDED);
    let zeros = work.precision - 1;
    Dec::finite(negative, ten(zeros), -(zeros as i64))
}

/// `a ** b`
pub fn power(a: &Dec, b: &Dec, work: &Work) -> Dec {
    if let Some(nan) = nans(&[a, b], work) {
        return nan;
    }
    let negative = a.negative && b.is_odd();
    if b.is_zero() {
        return match a.is_zero() {
            true => work.invalid(flag::INVALID_OPERATION),
            false => Dec::one(),
        };
    }
    if a.negative && !a.is_zero() && (b.is_infinite() || !b.is_integer()) {
        return work.invalid(flag::INVALID_OPERATION);
    }
    if a.is_zero() {
        return match b.negative {
            true => Dec::infinity(negative),
            false => Dec::zero(negative, 0),
        };
    }
    if a.is_infinite() {
        return match b.negative {
            true => Dec::zero(negative, 0),
            false => Dec::infinity(negative),
        };
    }
    let size = order(&a.clone().signed(false), &Dec::one());
    if b.is_infinite() {
        return match (size, b.negative) {
            (Ordering::Equal, _) => long_one(false, work),
            (Ordering::Less, true) | (Ordering::Greater, false) => Dec::infinity(false),
            _ => Dec::zero(false, 0),
        };
    }
    if size == Ordering::Equal {
        return power_of_one(a, b, negative, work);
    }
    // Results that are clearly beyond all exponents need no digits.
    let grows = (size == Ordering::Greater) != b.negative;
    let farthest = if grows { work.most } else { work.tiniest() };
    if least_log_size(a) + b.adjusted() > decimal_length(farthest) {
        return beyond(grows, negative, work);
    }
    if b.is_integer() && b.adjusted() < 18 {
        return power_by_squaring(a, b, negative, work);
    }
    // A closer look, before the digits of a logarithm are worked out.
    let by =
        (a.adjusted().unsigned_abs() as i128 + 1) * (10i128.pow(b.adjusted().clamp(0, 20) as u32));
    let is_huge = b.adjusted() > 20
        || by > 40 * (work.most as i128 + work.precision as i128) && !small_log(a);
    if is_huge {
        return beyond(grows, negative, work);
    }
    let own = nearest(work);
    let made =
        exact_power(a, b, work.precision).unwrap_or_else(|| power_by_log(a, b, negative, work));
    // Whatever the exponent says, all digits are given.
    if made.is_finite()
        && made.digits() < work.precision
        && work.raised.get() & flag::SUBNORMAL == 0
    {
        work.raise(flag::INEXACT | flag::ROUNDED);
        let zeros = work.precision - made.digits();
        let padded = Dec::finite(
            made.negative,
            &made.coefficient * ten(zeros),
            made.exponent - zeros as i64,
        );
        return finish_nearest(padded, &own);
    }
    made
}

/// The overflow or underflow of a power, rounded by the context.
fn beyond(grows: bool, negative: bool, work: &Work) -> Dec {
    let edge = if grows {
        work.most + 1
    } else {
        work.tiniest() - 1
    };
    finish(Dec::finite(negative, BigUint::one(), edge), work)
}

/// How many digits an exponent has.
fn decimal_length(exponent: i64) -> i64 {
    i64::from(exponent.unsigned_abs().max(1).ilog10()) + 1
}

/// A lower bound of the exponent that the size of the common logarithm of a number has.
fn least_log_size(a: &Dec) -> i64 {
    let adjusted = a.adjusted();
    match adjusted {
        1.. => decimal_length(adjusted) - 1,
        ..=-2 => decimal_length(adjusted + 1) - 1,
        _ => {
            let size = a.clone().signed(false);
            let distance = super::arithmetic::subtract(&size, &Dec::one(), &Work::exact());
            distance.adjusted() - if adjusted == 0 { 2 } else { 1 }
        }
    }
}

/// Whether a number is so near to 1 that its powers stay small for long.
fn small_log(a: &Dec) -> bool {
    a.adjusted() == 0 || a.adjusted() == -1
}

fn power_of_one(a: &Dec, b: &Dec, negative: bool, work: &Work) -> Dec {
    if !b.is_integer() {
        return long_one(negative, work);
    }
    if b.negative {
        return Dec::one().signed(negative);
    }
    let zeros =
        (-a.exponent).max(0) as u128 * b.integer_part().to_u128().unwrap_or(u128::from(u64::MAX));
    let most = work.precision as u128 - 1;
    if zeros > most {
        work.raise(flag::ROUNDED);
    }
    let zeros = zeros.min(most) as usize;
    Dec::finite(negative, ten(zeros), -(zeros as i64))
}

fn power_by_squaring(a: &Dec, b: &Dec, negative: bool, work: &Work) -> Dec {
    let times = b.integer_part();
    let extra = b.digits() + b.exponent.max(0) as usize + 2;
    let mut own = Work {
        precision: work.precision + extra,
        rounding: Rounding::HalfEven,
        clamp: false,
        ..work.clone()
    };
    own.raised.set(0);
    let mut base = a.clone().signed(false);
    if b.negative {
        own.precision += 1;
        base = divide(&Dec::one(), &base, &own);
        own.raised
            .set(own.raised.get() & (flag::INEXACT | flag::ROUNDED));
    }
    let mut made = base.clone();
    for place in (0..times.bits() - 1).rev() {
        made = multiply(&made, &made, &own);
        if times.bit(place) {
            made = multiply(&made, &base, &own);
        }
        if !made.is_finite() || made.is_zero() {
            break;
        }
    }
    work.raise(own.raised.get());
    // Only what was worked out with more digits was rounded to the nearest; the result is rounded as the context says,
    // and what lay beyond all exponents still lies beyond them then.
    if made.is_infinite() {
        made = Dec::finite(false, BigUint::one(), work.most + 1);
    }
    finish(made.signed(negative), work)
}

/// A power that has few digits, if the root that the exponent asks for is exact.
fn exact_power(a: &Dec, b: &Dec, precision: usize) -> Option<Dec> {
    // b = n / d in lowest terms, with a d that could be: only small ones can give a short root.
    if b.exponent < -6 || b.digits() > 12 {
        return None;
    }
    let (n, d) = match b.exponent {
        0.. => (b.integer_part(), BigUint::one()),
        _ => (
            b.coefficient.clone(),
            ten(b.exponent.unsigned_abs() as usize),
        ),
    };
    let common = n.gcd(&d);
    let (n, d) = ((n / &common).to_u32()?, (d / &common).to_u32()?);
    if b.negative || d > 64 || n > 10_000 {
        return None;
    }
    let mut number = a.coefficient.clone();
    let mut exponent = a.exponent;
    while (&number % 10u32).is_zero() {
        number /= 10u32;
        exponent += 1;
    }
    let missing = exponent.rem_euclid(i64::from(d));
    number *= ten(missing as usize);
    exponent -= missing;
    let root = number.nth_root(d);
    if root.pow(d) != number || digits(&root) * n as usize > precision + n as usize {
        return None;
    }
    let made = root.pow(n);
    (digits(&made) <= precision)
        .then(|| Dec::finite(false, made, exponent / i64::from(d) * i64::from(n)))
}

fn power_by_log(a: &Dec, b: &Dec, negative: bool, work: &Work) -> Dec {
    settle(work, negative, |wanted| {
        let reach =
            (b.adjusted() + 3 + a.adjusted().unsigned_abs().max(1).ilog10() as i64).max(0) as usize;
        let (is_negative, size, exponent) = ln_digits(a, wanted + reach + 8, false);
        let log = Dec::finite(is_negative, size, exponent);
        let product = multiply(&log, b, &Work::exact());
        if product.adjusted() < -(wanted as i64) - 2 {
            let one = ten(wanted);
            return (
                if product.negative {
                    one - 1u32
                } else {
                    one + 1u32
                },
                -(wanted as i64),
            );
        }
        exp_digits(&product, wanted)
    })
}

/// `a ** b % m` for integers, exactly.
pub fn power_mod(a: &Dec, b: &Dec, m: &Dec, work: &Work) -> Dec {
    if let Some(nan) = nans(&[a, b, m], work) {
        return nan;
    }
    let integers = a.is_integer() && b.is_integer() && m.is_integer();
    if !integers || b.negative || m.is_zero() || a.is_zero() && b.is_zero() {
        return work.invalid(flag::INVALID_OPERATION);
    }
    if m.adjusted() >= work.precision as i64 {
        return work.invalid(flag::INVALID_OPERATION);
    }
    let modulus = m.integer_part();
    let base = match a.exponent {
        0.. => {
            (&a.coefficient % &modulus)
                * BigUint::from(10u32).modpow(&BigUint::from(a.exponent.unsigned_abs()), &modulus)
                % &modulus
        }
        _ => a.integer_part() % &modulus,
    };
    let made = base.modpow(&b.integer_part(), &modulus);
    let negative = a.negative && b.is_odd();
    Dec::finite(negative, made, 0)
}
