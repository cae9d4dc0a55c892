//! Rounding and the basic operations.

use super::number::{Dec, Kind, Rounding, Work, flag, ten};
use num_bigint::BigUint;
use num_integer::Integer;
use num_traits::{One, Zero};
use std::cmp::Ordering;

/// What `number / 10 ** places` is, with whether something was lost, rounded as said.
pub fn shift_down(
    number: &BigUint,
    places: usize,
    negative: bool,
    rounding: Rounding,
) -> (BigUint, bool) {
    if places == 0 {
        return (number.clone(), false);
    }
    if number.is_zero() {
        return (BigUint::zero(), false);
    }
    if places > super::number::digits(number) {
        let up = rounding.goes_up(negative, 0, Ordering::Less);
        return (BigUint::from(u32::from(up)), true);
    }
    let unit = ten(places);
    let (mut kept, rest) = number.div_rem(&unit);
    if rest.is_zero() {
        return (kept, false);
    }
    let last = (&kept % 10u32).iter_u32_digits().next().unwrap_or(0);
    if rounding.goes_up(negative, last, (rest * 2u32).cmp(&unit)) {
        kept += 1u32;
    }
    (kept, true)
}

/// The number brought to the precision and the exponents of the work.
pub fn finish(number: Dec, work: &Work) -> Dec {
    match number.kind {
        Kind::Infinite => return number,
        Kind::Nan | Kind::Signaling => return finish_nan(number, work),
        Kind::Finite => {}
    }
    let (tiniest, top) = (work.tiniest(), work.top());
    if number.coefficient.is_zero() {
        let most = if work.clamp { top } else { work.most };
        let exponent = number.exponent.max(tiniest).min(most);
        if exponent != number.exponent {
            work.raise(flag::CLAMPED);
        }
        return Dec::zero(number.negative, exponent);
    }
    let length = number.digits() as i64;
    let mut least = length + number.exponent - work.precision as i64;
    if least > top {
        return overflow(number.negative, work);
    }
    let subnormal = least < tiniest;
    if subnormal {
        least = tiniest;
    }
    if number.exponent < least {
        let places = (least - number.exponent) as usize;
        let (mut kept, lost) =
            shift_down(&number.coefficient, places, number.negative, work.rounding);
        if super::number::digits(&kept) > work.precision {
            kept /= 10u32;
            least += 1;
        }
        if least > top {
            return overflow(number.negative, work);
        }
        work.raise(flag::ROUNDED);
        if lost {
            work.raise(flag::INEXACT);
        }
        if subnormal {
            work.raise(flag::SUBNORMAL);
            if lost {
                work.raise(flag::UNDERFLOW);
            }
        }
        if kept.is_zero() {
            work.raise(flag::CLAMPED);
        }
        return Dec::finite(number.negative, kept, least);
    }
    if subnormal {
        work.raise(flag::SUBNORMAL);
    }
    if work.clamp && number.exponent > top {
        work.raise(flag::CLAMPED);
        let places = (number.exponent - top) as usize;
        return Dec::finite(number.negative, number.coefficient * ten(places), top);
    }
    number
}

/// What is no number keeps as many digits as fit.
fn finish_nan(mut number: Dec, work: &Work) -> Dec {
    let most = work.precision - usize::from(work.clamp).min(work.precision);
    if number.digits() > most {
        number.coefficient %= ten(most);
    }
    number
}

fn overflow(negative: bool, work: &Work) -> Dec {
    work.raise(flag::OVERFLOW | flag::INEXACT | flag::ROUNDED);
    let to_largest = match work.rounding {
        Rounding::Down | Rounding::ZeroFiveUp => true,
        Rounding::Ceiling => negative,
        Rounding::Floor => !negative,
        Rounding::Up | Rounding::HalfUp | Rounding::HalfDown | Rounding::HalfEven => false,
    };
    match to_largest {
        true => Dec::finite(negative, ten(work.precision) - 1u32, work.top()),
        false => Dec::infinity(negative),
    }
}

/// The result if an operand is not a number.
pub fn nans(operands: &[&Dec], work: &Work) -> Option<Dec> {
    let signaling = operands.iter().find(|each| each.kind == Kind::Signaling);
    if signaling.is_some() {
        work.raise(flag::INVALID_OPERATION);
    }
    let found = signaling.or_else(|| operands.iter().find(|each| each.kind == Kind::Nan))?;
    let quiet = Dec {
        kind: Kind::Nan,
        ..(**found).clone()
    };
    Some(finish_nan(quiet, work))
}

/// `a + b`
pub fn add(a: &Dec, b: &Dec, work: &Work) -> Dec {
    if let Some(nan) = nans(&[a, b], work) {
        return nan;
    }
    match (a.is_infinite(), b.is_infinite()) {
        (true, true) if a.negative != b.negative => return work.invalid(flag::INVALID_OPERATION),
        (true, _) => return Dec::infinity(a.negative),
        (_, true) => return Dec::infinity(b.negative),
        _ => {}
    }
    finish(sum(a, b, work), work)
}

/// The sum of two finite numbers. What lies far below the precision counts only as being there.
fn sum(a: &Dec, b: &Dec, work: &Work) -> Dec {
    let exponent = a.exponent.min(b.exponent);
    if a.is_zero() || b.is_zero() {
        let zero_sign = match (a.negative, b.negative) {
            (true, true) => true,
            (false, false) => false,
            _ => work.rounding == Rounding::Floor,
        };
        if a.is_zero() && b.is_zero() {
            return Dec::zero(zero_sign, exponent);
        }
        let other = if a.is_zero() { b } else { a };
        let exponent = exponent.max(other.exponent - work.precision as i64 - 1);
        return rescaled(other, exponent, work.rounding);
    }
    let (large, small) = if a.exponent >= b.exponent {
        (a, b)
    } else {
        (b, a)
    };
    let gap = large.exponent - small.exponent;
    let small_end = small.exponent + small.digits() as i64;
    let precision = work.precision as i64;
    // Everything of the small number lies below what can matter.
    let floor = large.exponent - (precision - large.digits() as i64 + 2).max(1);
    if gap > precision + 2 && small_end < floor {
        let unit = Dec::finite(small.negative, BigUint::one(), floor - 1);
        return exact_sum(large, &unit, work);
    }
    exact_sum(large, small, work)
}

fn exact_sum(a: &Dec, b: &Dec, work: &Work) -> Dec {
    let exponent = a.exponent.min(b.exponent);
    let scaled = |number: &Dec| &number.coefficient * ten((number.exponent - exponent) as usize);
    let (left, right) = (scaled(a), scaled(b));
    if a.negative == b.negative {
        return Dec::finite(a.negative, left + right, exponent);
    }
    match left.cmp(&right) {
        Ordering::Equal => Dec::zero(work.rounding == Rounding::Floor, exponent),
        Ordering::Greater => Dec::finite(a.negative, left - right, exponent),
        Ordering::Less => Dec::finite(b.negative, right - left, exponent),
    }
}

/// A finite number with another exponent, rounded if that is greater.
pub fn rescaled(number: &Dec, exponent: i64, rounding: Rounding) -> Dec {
    if number.is_zero() {
        return Dec::zero(number.negative, exponent);
    }
    if number.exponent >= exponent {
        let places = (number.exponent - exponent) as usize;
        return Dec::finite(number.negative, &number.coefficient * ten(places), exponent);
    }
    let places = (exponent - number.exponent) as usize;
    let (kept, _) = shift_down(&number.coefficient, places, number.negative, rounding);
    Dec::finite(number.negative, kept, exponent)
}

/// `a - b`
pub fn subtract(a: &Dec, b: &Dec, work: &Work) -> Dec {
    if let Some(nan) = nans(&[a, b], work) {
        return nan;
    }
    add(a, &b.clone().signed(!b.negative), work)
}

/// `a * b`
pub fn multiply(a: &Dec, b: &Dec, work: &Work) -> Dec {
    if let Some(nan) = nans(&[a, b], work) {
        return nan;
    }
    let negative = a.negative != b.negative;
    if a.is_infinite() || b.is_infinite() {
        if a.is_zero() || b.is_zero() {
            return work.invalid(flag::INVALID_OPERATION);
        }
        return Dec::infinity(negative);
    }
    let product = &a.coefficient * &b.coefficient;
    finish(
        Dec::finite(negative, product, a.exponent + b.exponent),
        work,
    )
}

/// `a * b + c`, rounded once.
pub fn fma(a: &Dec, b: &Dec, c: &Dec, work: &Work) -> Dec {
    let signaling = [a, b, c].iter().any(|each| each.kind == Kind::Signaling);
    if (signaling || a.kind == Kind::Nan || b.kind == Kind::Nan)
        && let Some(nan) = nans(&[a, b, c], work)
    {
        return nan;
    }
    if a.is_infinite() && b.is_zero() || a.is_zero() && b.is_infinite() {
        return work.invalid(flag::INVALID_OPERATION);
    }
    let product = multiply(a, b, &Work::exact());
    add(&product, c, work)
}

/// `a / b`
pub fn divide(a: &Dec, b: &Dec, work: &Work) -> Dec {
    if let Some(nan) = nans(&[a, b], work) {
        return nan;
    }
    let negative = a.negative != b.negative;
    match (a.is_infinite(), b.is_infinite()) {
        (true, true) => return work.invalid(flag::INVALID_OPERATION),
        (true, false) => return Dec::infinity(negative),
        (false, true) => {
            work.raise(flag::CLAMPED);
            return Dec::zero(negative, work.tiniest());
        }
        _ => {}
    }
    if b.is_zero() {
        if a.is_zero() {
            return work.invalid(flag::DIVISION_UNDEFINED);
        }
        work.raise(flag::DIVISION_BY_ZERO);
        return Dec::infinity(negative);
    }
    let ideal = a.exponent - b.exponent;
    if a.is_zero() {
        return finish(Dec::zero(negative, ideal), work);
    }
    let shift = b.digits() as i64 - a.digits() as i64 + work.precision as i64 + 1;
    let mut exponent = ideal - shift;
    let (numerator, denominator) = match shift {
        0.. => (&a.coefficient * ten(shift as usize), b.coefficient.clone()),
        _ => (
            a.coefficient.clone(),
            &b.coefficient * ten(shift.unsigned_abs() as usize),
        ),
    };
    let (mut quotient, rest) = numerator.div_rem(&denominator);
    if !rest.is_zero() {
        // A last digit that is no tie tells that there is more.
        if (&quotient % 5u32).is_zero() {
            quotient += 1u32;
        }
    } else {
        while exponent < ideal && (&quotient % 10u32).is_zero() {
            quotient /= 10u32;
            exponent += 1;
        }
    }
    finish(Dec::finite(negative, quotient, exponent), work)
}

/// The integer quotient and the remainder of two finite numbers, the second not zero; `None`: it has too many digits.
fn quotient(a: &Dec, b: &Dec, work: &Work) -> Option<(Dec, Dec)> {
    let negative = a.negative != b.negative;
    let ideal = a.exponent.min(b.exponent);
    let difference = a.adjusted() - b.adjusted();
    if a.is_zero() || difference <= -2 {
        let rest = rescaled(a, ideal, work.rounding);
        return Some((Dec::zero(negative, 0), rest));
    }
    if difference > work.precision as i64 {
        return None;
    }
    let scaled = |number: &Dec| &number.coefficient * ten((number.exponent - ideal) as usize);
    let (whole, rest) = scaled(a).div_rem(&scaled(b));
    if super::number::digits(&whole) > work.precision {
        return None;
    }
    Some((
        Dec::finite(negative, whole, 0),
        Dec::finite(a.negative, rest, ideal),
    ))
}

/// `divmod(a, b)`
pub fn divide_both(a: &Dec, b: &Dec, work: &Work) -> (Dec, Dec) {
    if let Some(nan) = nans(&[a, b], work) {
        return (nan.clone(), nan);
    }
    let negative = a.negative != b.negative;
    if a.is_infinite() {
        let rest = work.invalid(flag::INVALID_OPERATION);
        return match b.is_infinite() {
            true => (rest.clone(), rest),
            false => (Dec::infinity(negative), rest),
        };
    }
    if b.is_infinite() {
        return (Dec::zero(negative, 0), finish(a.clone(), work));
    }
    if b.is_zero() {
        if a.is_zero() {
            let nan = work.invalid(flag::DIVISION_UNDEFINED);
            return (nan.clone(), nan);
        }
        work.raise(flag::DIVISION_BY_ZERO | flag::INVALID_OPERATION);
        return (Dec::infinity(negative), Dec::nan());
    }
    match quotient(a, b, work) {
        Some((whole, rest)) => (finish(whole, work), finish(rest, work)),
        None => {
            let nan = work.invalid(flag::DIVISION_IMPOSSIBLE);
            (nan.clone(), nan)
        }
    }
}

/// `a // b`
pub fn divide_int(a: &Dec, b: &Dec, work: &Work) -> Dec {
    if let Some(nan) = nans(&[a, b], work) {
        return nan;
    }
    let negative = a.negative != b.negative;
    match (a.is_infinite(), b.is_infinite()) {
        (true, true) => return work.invalid(flag::INVALID_OPERATION),
        (true, false) => return Dec::infinity(negative),
        (false, true) => return Dec::zero(negative, 0),
        _ => {}
    }
    if b.is_zero() {
        if a.is_zero() {
            return work.invalid(flag::DIVISION_UNDEFINED);
        }
        work.raise(flag::DIVISION_BY_ZERO);
        return Dec::infinity(negative);
    }
    match quotient(a, b, work) {
        Some((whole, _)) => finish(whole, work),
        None => work.invalid(flag::DIVISION_IMPOSSIBLE),
    }
}

/// What no division is needed for: a remainder of or by something that is no finite number, or by zero.
fn known_remainder(a: &Dec, b: &Dec, work: &Work) -> Option<Dec> {
    if let Some(nan) = nans(&[a, b], work) {
        return Some(nan);
    }
    if a.is_infinite() {
        return Some(work.invalid(flag::INVALID_OPERATION));
    }
    if b.is_zero() {
        let why = if a.is_zero() {
            flag::DIVISION_UNDEFINED
        } else {
            flag::INVALID_OPERATION
        };
        return Some(work.invalid(why));
    }
    b.is_infinite().then(|| finish(a.clone(), work))
}

/// `a % b`, with the sign of `a`.
pub fn remainder(a: &Dec, b: &Dec, work: &Work) -> Dec {
    if let Some(known) = known_remainder(a, b, work) {
        return known;
    }
    match quotient(a, b, work) {
        Some((_, rest)) => finish(rest, work),
        None => work.invalid(flag::DIVISION_IMPOSSIBLE),
    }
}

/// The remainder to the nearest multiple of `b`.
pub fn remainder_near(a: &Dec, b: &Dec, work: &Work) -> Dec {
    if let Some(known) = known_remainder(a, b, work) {
        return known;
    }
    let ideal = a.exponent.min(b.exponent);
    if a.is_zero() {
        return finish(Dec::zero(a.negative, ideal), work);
    }
    let difference = a.adjusted() - b.adjusted();
    if difference > work.precision as i64 {
        return work.invalid(flag::DIVISION_IMPOSSIBLE);
    }
    if difference <= -2 {
        return finish(rescaled(a, ideal, work.rounding), work);
    }
    let scaled = |number: &Dec| &number.coefficient * ten((number.exponent - ideal) as usize);
    let divisor = scaled(b);
    let (mut whole, mut rest) = scaled(a).div_rem(&divisor);
    let mut negative = a.negative;
    let twice: BigUint = &rest * 2u32;
    if twice > divisor || twice == divisor && whole.bit(0) {
        rest = divisor - rest;
        whole += 1u32;
        negative = !negative;
    }
    if super::number::digits(&whole) > work.precision {
        return work.invalid(flag::DIVISION_IMPOSSIBLE);
    }
    finish(Dec::finite(negative, rest, ideal), work)
}

/// How two numbers compare, neither of which is no number.
pub fn order(a: &Dec, b: &Dec) -> Ordering {
    let rank = |number: &Dec| -> i32 {
        match (number.is_infinite(), number.negative) {
            (true, true) => -2,
            (true, false) => 2,
            _ if number.is_zero() => 0,
            (_, true) => -1,
            (_, false) => 1,
        }
    };
    let (left, right) = (rank(a), rank(b));
    if left != right || left.abs() != 1 {
        return left.cmp(&right);
    }
    let size = size_order(a, b);
    if a.negative { size.reverse() } else { size }
}

/// How the sizes of two finite numbers other than zero compare.
fn size_order(a: &Dec, b: &Dec) -> Ordering {
    a.adjusted().cmp(&b.adjusted()).then_with(|| {
        let exponent = a.exponent.min(b.exponent);
        let scaled =
            |number: &Dec| &number.coefficient * ten((number.exponent - exponent) as usize);
        scaled(a).cmp(&scaled(b))
    })
}

/// `compare(a, b)`: -1, 0 or 1.
pub fn compare(a: &Dec, b: &Dec, work: &Work) -> Dec {
    nans(&[a, b], work).unwrap_or_else(|| Dec::from_i64(order(a, b) as i64))
}

/// The same; anything that is no number is an error.
pub fn compare_signal(a: &Dec, b: &Dec, work: &Work) -> Dec {
    if a.is_nan() || b.is_nan() {
        work.raise(flag::INVALID_OPERATION);
    }
    compare(a, b, work)
}

/// The order of all representations.
pub fn total_order(a: &Dec, b: &Dec) -> Ordering {
    if a.negative != b.negative {
        return b.negative.cmp(&a.negative);
    }
    let rank = |number: &Dec| match number.kind {
        Kind::Finite | Kind::Infinite => 0,
        Kind::Signaling => 1,
        Kind::Nan => 2,
    };
    let size = rank(a).cmp(&rank(b)).then_with(|| match a.is_nan() {
        true => a.coefficient.cmp(&b.coefficient),
        false => {
            let plain = |number: &Dec| number.clone().signed(false);
            order(&plain(a), &plain(b)).then_with(|| a.exponent.cmp(&b.exponent))
        }
    });
    if a.negative { size.reverse() } else { size }
}

/// The greater or the smaller of two, of their sizes where `by_size`.
pub fn extreme(a: &Dec, b: &Dec, work: &Work, greatest: bool, by_size: bool) -> Dec {
    let signaling = a.kind == Kind::Signaling || b.kind == Kind::Signaling;
    if !signaling && a.is_nan() != b.is_nan() {
        // One that is not a number loses.
        return finish(if a.is_nan() { b.clone() } else { a.clone() }, work);
    }
    if let Some(nan) = nans(&[a, b], work) {
        return nan;
    }
    let sized = |number: &Dec| {
        if by_size {
            number.clone().signed(false)
        } else {
            number.clone()
        }
    };
    let order = order(&sized(a), &sized(b)).then_with(|| total_order(a, b));
    let first = (order == Ordering::Less) != greatest;
    finish(if first { a.clone() } else { b.clone() }, work)
}

/// `quantize(a, like)`: the number with the exponent of another.
pub fn quantize(a: &Dec, like: &Dec, work: &Work) -> Dec {
    if let Some(nan) = nans(&[a, like], work) {
        return nan;
    }
    if a.is_infinite() || like.is_infinite() {
        return match a.is_infinite() && like.is_infinite() {
            true => a.clone(),
            false => work.invalid(flag::INVALID_OPERATION),
        };
    }
    if !(work.tiniest()..=work.most).contains(&like.exponent) {
        return work.invalid(flag::INVALID_OPERATION);
    }
    if a.is_zero() {
        return finish(Dec::zero(a.negative, like.exponent), work);
    }
    let adjusted = a.adjusted();
    if adjusted > work.most || adjusted - like.exponent + 1 > work.precision as i64 {
        return work.invalid(flag::INVALID_OPERATION);
    }
    let lost = a.exponent < like.exponent && {
        let places = (like.exponent - a.exponent) as usize;
        places > a.digits() || !(&a.coefficient % ten(places)).is_zero()
    };
    let made = rescaled(a, like.exponent, work.rounding);
    if made.digits() > work.precision || made.adjusted() > work.most {
        return work.invalid(flag::INVALID_OPERATION);
    }
    if made.exponent > a.exponent {
        work.raise(flag::ROUNDED);
        if lost {
            work.raise(flag::INEXACT);
        }
    }
    finish(made, work)
}

/// The number rounded to an integer; `exact` tells what happened.
pub fn to_integral(a: &Dec, work: &Work, exact: bool) -> Dec {
    if let Some(nan) = nans(&[a], work) {
        return nan;
    }
    if a.is_infinite() || a.exponent >= 0 {
        return a.clone();
    }
    if a.is_zero() {
        return Dec::zero(a.negative, 0);
    }
    let made = rescaled(a, 0, work.rounding);
    if exact {
        work.raise(flag::ROUNDED);
        if order(&made, a) != Ordering::Equal {
            work.raise(flag::INEXACT);
        }
    }
    made
}

/// The number without zeros at its end.
pub fn normalize(a: &Dec, work: &Work) -> Dec {
    if let Some(nan) = nans(&[a], work) {
        return nan;
    }
    let mut made = finish(a.clone(), work);
    if made.is_infinite() {
        return made;
    }
    if made.is_zero() {
        return Dec::zero(made.negative, 0);
    }
    let most = if work.clamp { work.top() } else { work.most };
    while made.exponent < most && (&made.coefficient % 10u32).is_zero() {
        made.coefficient /= 10u32;
        made.exponent += 1;
    }
    made
}

/// The next number up or down.
pub fn next(a: &Dec, work: &Work, up: bool) -> Dec {
    if let Some(nan) = nans(&[a], work) {
        return nan;
    }
    if a.is_infinite() {
        if a.negative != up {
            return a.clone();
        }
        return Dec::finite(a.negative, ten(work.precision) - 1u32, work.top());
    }
    let mut quiet = Work {
        rounding: if up {
            Rounding::Ceiling
        } else {
            Rounding::Floor
        },
        ..work.clone()
    };
    quiet.raised.set(0);
    let made = finish(a.clone(), &quiet);
    if order(&made, a) != Ordering::Equal || made.is_infinite() {
        return made;
    }
    quiet.clamp = work.clamp;
    let least = Dec::finite(!up, BigUint::one(), work.tiniest() - 1);
    add(a, &least, &quiet)
}

/// The next number in the direction of another.
pub fn next_toward(a: &Dec, b: &Dec, work: &Work) -> Dec {
    if let Some(nan) = nans(&[a, b], work) {
        return nan;
    }
    let made = match order(a, b) {
        Ordering::Equal => return a.clone().signed(b.negative),
        Ordering::Less => next(a, work, true),
        Ordering::Greater => next(a, work, false),
    };
    if made.is_infinite() {
        work.raise(flag::OVERFLOW | flag::INEXACT | flag::ROUNDED);
    } else if made.adjusted() < work.least {
        work.raise(flag::UNDERFLOW | flag::SUBNORMAL | flag::INEXACT | flag::ROUNDED);
        if made.is_zero() {
            work.raise(flag::CLAMPED);
        }
    }
    made
}

/// An integer that a digit operation is told, of at most `most`; `None`: it is none.
fn told(b: &Dec, most: i64) -> Option<i64> {
    if !b.is_finite() || b.exponent != 0 {
        return None;
    }
    let size = i64::try_from(&b.coefficient)
        .ok()
        .filter(|size| *size <= most)?;
    Some(if b.negative { -size } else { size })
}

/// The digits moved by so many places; `round` lets them come in at the other end.
pub fn shift(a: &Dec, b: &Dec, work: &Work, round: bool) -> Dec {
    if let Some(nan) = nans(&[a, b], work) {
        return nan;
    }
    let Some(places) = told(b, work.precision as i64) else {
        return work.invalid(flag::INVALID_OPERATION);
    };
    if a.is_infinite() {
        return a.clone();
    }
    let count = places.unsigned_abs() as usize;
    let room = ten(work.precision);
    let digits = &a.coefficient % &room;
    let moved = match (places >= 0, round) {
        (true, false) => digits * ten(count) % room,
        (false, false) => digits / ten(count),
        (true, true) => {
            let high = &digits / ten(work.precision - count);
            digits * ten(count) % room + high
        }
        (false, true) => {
            let (high, low) = digits.div_rem(&ten(count));
            low * ten(work.precision - count) + high
        }
    };
    Dec::finite(a.negative, moved, a.exponent)
}

/// The number times a power of ten.
pub fn scale(a: &Dec, b: &Dec, work: &Work) -> Dec {
    if let Some(nan) = nans(&[a, b], work) {
        return nan;
    }
    let Some(places) = told(b, 2 * (work.most + work.precision as i64)) else {
        return work.invalid(flag::INVALID_OPERATION);
    };
    if a.is_infinite() {
        return a.clone();
    }
    finish(
        Dec {
            exponent: a.exponent + places,
            ..a.clone()
        },
        work,
    )
}

/// The exponent of the first digit.
pub fn logb(a: &Dec, work: &Work) -> Dec {
    if let Some(nan) = nans(&[a], work) {
        return nan;
    }
    if a.is_infinite() {
        return Dec::infinity(false);
    }
    if a.is_zero() {
        work.raise(flag::DIVISION_BY_ZERO);
        return Dec::infinity(true);
    }
    finish(Dec::from_i64(a.adjusted()), work)
}

/// The digits of a logical operand, the last first; `None`: it is none.
fn logical(a: &Dec) -> Option<Vec<bool>> {
    if !a.is_finite() || a.negative || a.exponent != 0 {
        return None;
    }
    let text = a.coefficient.to_string();
    let bits = text.bytes().rev().map(|digit| match digit {
        b'0' => Some(false),
        b'1' => Some(true),
        _ => None,
    });
    bits.collect()
}

/// A logical operation on digits that are 0 or 1.
pub fn logical_op(a: &Dec, b: &Dec, work: &Work, op: fn(bool, bool) -> bool) -> Dec {
    let (Some(left), Some(right)) = (logical(a), logical(b)) else {
        return work.invalid(flag::INVALID_OPERATION);
    };
    let count = left.len().max(right.len()).min(work.precision);
    from_bits(count, |place| {
        let bit = |bits: &[bool]| bits.get(place).copied().unwrap_or(false);
        op(bit(&left), bit(&right))
    })
}

/// All digits turned over.
pub fn logical_invert(a: &Dec, work: &Work) -> Dec {
    match logical(a) {
        Some(bits) if work.precision < 1 << 32 => from_bits(work.precision, |place| {
            !bits.get(place).copied().unwrap_or(false)
        }),
        _ => work.invalid(flag::INVALID_OPERATION),
    }
}

fn from_bits(count: usize, bit: impl Fn(usize) -> bool) -> Dec {
    let text: String = (0..count)
        .rev()
        .map(|place| if bit(place) { '1' } else { '0' })
        .collect();
    let coefficient = BigUint::parse_bytes(text.as_bytes(), 10).unwrap_or_default();
    Dec::finite(false, coefficient, 0)
}

/// `+a`: a zero loses its sign unless rounding goes down.
pub fn plus(a: &Dec, work: &Work) -> Dec {
    if let Some(nan) = nans(&[a], work) {
        return nan;
    }
    let negative = a.negative && (!a.is_zero() || work.rounding == Rounding::Floor);
    finish(a.clone().signed(negative), work)
}

/// `-a`
pub fn minus(a: &Dec, work: &Work) -> Dec {
    match nans(&[a], work) {
        Some(nan) => nan,
        None => plus(&a.clone().signed(!a.negative), work),
    }
}

/// `abs(a)`
pub fn abs(a: &Dec, work: &Work) -> Dec {
    match nans(&[a], work) {
        Some(nan) => nan,
        None => finish(a.clone().signed(false), work),
    }
}
