//! Floats written out: `repr`, the conversions e, f, g, hexadecimal; rounding and exact ratios.
//!
//! Reading them is `float_parse.rs`; fill, grouping and signs of the format mini-language are `spec.rs`.
//! Every digit comes from the exact binary value, rounded half to even.

use super::int::Int;
use super::{Fault, Outcome};
use num_bigint::BigInt;
use std::fmt::Write;

/// More fraction digits than any float has: a finite one ends by then, and zeros follow.
const LONGEST: usize = 1100;

/// The digits of a finite float: its absolute value is `0.digits × 10^point`.
struct Decimal {
    digits: String,
    point: i32,
}

impl Decimal {
    /// The fewest digits that read back as the same float; of two equally near, the even ones.
    fn shortest(value: f64) -> Decimal {
        let value = value.abs();
        let text = format!("{value:e}");
        let decimal = Decimal::from_exponent(&text);
        // Rust rounds such a tie up. It takes a float of more digits than shown, hence a long text.
        let count = decimal.digits.len();
        let odd = decimal
            .digits
            .bytes()
            .last()
            .is_some_and(|digit| digit % 2 == 1);
        if count < 15 || !odd {
            return decimal;
        }
        let even = format!("{value:.*e}", count - 1);
        if even != text && even.parse() == Ok(value) {
            return Decimal::from_exponent(&even);
        }
        decimal
    }

    /// At most `count` significant digits, at least one.
    fn significant(value: f64, count: usize) -> Decimal {
        let places = count.clamp(1, LONGEST) - 1;
        Decimal::from_exponent(&format!("{:.places$e}", value.abs()))
    }

    /// At most `places` digits after the decimal point.
    fn fixed(value: f64, places: usize) -> Decimal {
        let text = format!("{:.*}", places.min(LONGEST), value.abs());
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        Decimal::new(format!("{whole}{fraction}"), whole.len() as i32)
    }

    /// Reads `d.ddde±x`.
    fn from_exponent(text: &str) -> Decimal {
        let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
        let point = exponent.parse::<i32>().unwrap_or(0) + 1;
        Decimal::new(mantissa.replace('.', ""), point)
    }

    /// Drops zeros at both ends; zero is one digit `0` before the point.
    fn new(digits: String, point: i32) -> Decimal {
        let trimmed = digits.trim_start_matches('0');
        if trimmed.is_empty() {
            return Decimal {
                digits: "0".to_string(),
                point: 1,
            };
        }
        let point = point - (digits.len() - trimmed.len()) as i32;
        Decimal {
            digits: trimmed.trim_end_matches('0').to_string(),
            point,
        }
    }

    fn is_zero(&self) -> bool {
        self.digits == "0"
    }

    /// The digit at a power of ten counted from the first digit, zeros beyond either end.
    fn push_digits(&self, out: &mut String, from: i64, to: i64) {
        let length = self.digits.len() as i64;
        let zeros =
            |out: &mut String, n: i64| out.extend(std::iter::repeat_n('0', n.max(0) as usize));
        zeros(out, to.min(0) - from);
        let (start, end) = (from.clamp(0, length), to.clamp(0, length));
        if start < end {
            out.push_str(&self.digits[start as usize..end as usize]);
        }
        zeros(out, to - from.max(length));
    }
}

/// Which conversion to use, as the letters of the format mini-language name them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `e`: one digit, a point, digits, an exponent.
    Exponent,
    /// `f`: digits, a point, digits.
    Fixed,
    /// `g`: the shorter of the two.
    General,
    /// What `repr` does; the precision means nothing.
    Shortest,
}

/// How [`format`] writes a float.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// The conversion.
    pub kind: Kind,
    /// Digits after the point, or significant ones for [`Kind::General`].
    pub precision: usize,
    /// `E`, `INF` and `NAN` instead of `e`, `inf` and `nan`.
    pub upper: bool,
    /// `#`: the point stays, and the zeros at the end of [`Kind::General`].
    pub alternate: bool,
    /// A result without a point or exponent gets `.0`.
    pub add_dot: bool,
    /// What rounds to zero loses its minus sign.
    pub no_negative_zero: bool,
}

impl Style {
    /// A plain style of this kind and precision.
    pub fn new(kind: Kind, precision: usize) -> Style {
        Style {
            kind,
            precision,
            upper: false,
            alternate: false,
            add_dot: false,
            no_negative_zero: false,
        }
    }
}

/// `repr(float)`, which is also `str(float)`.
pub fn repr(value: f64) -> String {
    let style = Style {
        add_dot: true,
        ..Style::new(Kind::Shortest, 0)
    };
    write_float(value, &style, String::with_capacity(24))
}

/// A float in the given style, with a minus sign if it is negative.
pub fn format(value: f64, style: &Style) -> Outcome<String> {
    if style.precision > i32::MAX as usize {
        return Err(Fault::Value("precision too big".to_string()));
    }
    let mut out = String::new();
    // 310 digits before the point, the sign, the point and an exponent.
    out.try_reserve(style.precision.min(64) + 32)
        .and_then(|()| match style.kind {
            Kind::Fixed => out.try_reserve(style.precision + 320),
            _ if style.precision > LONGEST => out.try_reserve(style.precision + 32),
            _ => Ok(()),
        })
        .map_err(|_| Fault::Memory)?;
    Ok(write_float(value, style, out))
}

/// Writes into `out`, which has room.
fn write_float(value: f64, style: &Style, mut out: String) -> String {
    if !value.is_finite() {
        out.push_str(match (value.is_nan(), value < 0.0, style.upper) {
            (true, _, false) => "nan",
            (true, _, true) => "NAN",
            (false, false, false) => "inf",
            (false, false, true) => "INF",
            (false, true, false) => "-inf",
            (false, true, true) => "-INF",
        });
        return out;
    }
    // A precision of 0 counts as 1 where it counts significant digits.
    let precision = match style.kind {
        Kind::General => style.precision.max(1),
        _ => style.precision,
    };
    let decimal = match style.kind {
        Kind::Shortest => Decimal::shortest(value),
        Kind::Exponent => Decimal::significant(value, precision + 1),
        Kind::General => Decimal::significant(value, precision),
        Kind::Fixed => Decimal::fixed(value, precision),
    };
    if value.is_sign_negative() && !(style.no_negative_zero && decimal.is_zero()) {
        out.push('-');
    }
    let point = i64::from(decimal.point);
    let scientific = match style.kind {
        Kind::Exponent => true,
        Kind::Fixed => false,
        Kind::General => point <= -4 || point > precision as i64 - i64::from(style.add_dot),
        Kind::Shortest => point <= -4 || point > 16,
    };
    let shown = if scientific { 1 } else { point };
    // Where the digits end, counted from the first significant one.
    let end = match style.kind {
        Kind::Exponent => precision as i64 + 1,
        Kind::Fixed => point + precision as i64,
        Kind::General if style.alternate => precision as i64,
        Kind::General | Kind::Shortest => decimal.digits.len() as i64,
    };
    let least = shown + i64::from(style.add_dot && !scientific);
    let end = end.max(least);
    decimal.push_digits(&mut out, (shown - 1).min(0), shown);
    if end > shown || style.alternate {
        out.push('.');
        decimal.push_digits(&mut out, shown, end);
    }
    if scientific {
        let letter = if style.upper { 'E' } else { 'e' };
        // Writing to a String cannot fail.
        let _ = write!(out, "{letter}{:+03}", point - 1);
    }
    out
}

/// A finite float's absolute value as `mantissa × 2^exponent`, both whole.
pub fn parts(value: f64) -> (u64, i32) {
    let bits = value.to_bits();
    let fraction = bits & ((1 << 52) - 1);
    match (bits >> 52 & 0x7FF) as i32 {
        0 => (fraction, -1074),
        biased => (fraction | 1 << 52, biased - 1075),
    }
}

/// `float.hex`.
pub fn hex(value: f64) -> String {
    let sign = if value.is_sign_negative() && !value.is_nan() {
        "-"
    } else {
        ""
    };
    if !value.is_finite() {
        return repr(value);
    }
    if value == 0.0 {
        return format!("{sign}0x0.0p+0");
    }
    let (mantissa, exponent) = parts(value);
    let (lead, fraction) = (mantissa >> 52, mantissa & ((1 << 52) - 1));
    format!("{sign}0x{lead}.{fraction:013x}p{:+}", exponent + 52)
}

/// `float.as_integer_ratio`: lowest terms, the denominator positive.
pub fn as_integer_ratio(value: f64) -> Outcome<(BigInt, BigInt)> {
    if value.is_infinite() {
        let message = "cannot convert Infinity to integer ratio";
        return Err(Fault::Overflow(message.to_string()));
    }
    if value.is_nan() {
        let message = "cannot convert NaN to integer ratio";
        return Err(Fault::Value(message.to_string()));
    }
    let (mantissa, exponent) = parts(value);
    if mantissa == 0 {
        return Ok((BigInt::ZERO, BigInt::from(1)));
    }
    let spare = mantissa.trailing_zeros();
    let exponent = exponent + spare as i32;
    let numerator = BigInt::from(mantissa >> spare) << exponent.max(0);
    let denominator = BigInt::from(1) << (-exponent).max(0);
    Ok(if value < 0.0 {
        (-numerator, denominator)
    } else {
        (numerator, denominator)
    })
}

/// `int(float)`: the fraction is cut off.
pub fn to_int(value: f64) -> Outcome<Int> {
    if value.is_nan() {
        let message = "cannot convert float NaN to integer";
        return Err(Fault::Value(message.to_string()));
    }
    if value.is_infinite() {
        let message = "cannot convert float infinity to integer";
        return Err(Fault::Overflow(message.to_string()));
    }
    // 2**63 itself is one too many for an i64.
    if (-9_223_372_036_854_775_808.0..9_223_372_036_854_775_808.0).contains(&value) {
        return Ok(Int::Small(value as i64));
    }
    let (mantissa, exponent) = parts(value);
    let whole = BigInt::from(mantissa) << exponent;
    Ok(Int::Big(if value < 0.0 { -whole } else { whole }))
}

/// `round(float)`: to the nearest integer, halves to the even one.
pub fn round_to_int(value: f64) -> Outcome<Int> {
    to_int(value.round_ties_even())
}

/// `round(float, digits)`: the float nearest to the exact value rounded to that many decimal places.
pub fn round(value: f64, digits: i64) -> Outcome<f64> {
    // Outside these bounds every float is already rounded, or rounds to zero.
    if !value.is_finite() || digits > 323 {
        return Ok(value);
    }
    if digits < -308 {
        return Ok(0.0 * value);
    }
    let rounded = if digits >= 0 {
        format!("{:.*}", digits as usize, value).parse()
    } else {
        round_before_point(value, digits.unsigned_abs() as usize).parse()
    };
    match rounded {
        Ok(rounded) if f64::is_finite(rounded) => Ok(rounded),
        _ => Err(Fault::Overflow(
            "rounded value too large to represent".to_string(),
        )),
    }
}

/// The value rounded to a multiple of `10^places`, in decimal.
fn round_before_point(value: f64, places: usize) -> String {
    let sign = if value.is_sign_negative() { "-" } else { "" };
    // All digits, so that a half is told from what is just above or below it.
    let exact = format!("{:.*}", LONGEST, value.abs());
    let (whole, fraction) = exact.split_once('.').unwrap_or((&exact, ""));
    let padded = format!("{whole:0>width$}", width = places + 1);
    let (kept, cut) = padded.split_at(padded.len() - places);
    let half = format!("5{}", "0".repeat(places - 1));
    let odd = kept.bytes().last().is_some_and(|digit| digit % 2 == 1);
    let exceeds = fraction.bytes().any(|digit| digit != b'0') || odd;
    let up = cut > half.as_str() || cut == half && exceeds;
    // At most 309 digits: a big integer carries for us.
    let kept: BigInt = kept.parse().unwrap_or_default();
    format!("{sign}{}e{places}", kept + i32::from(up))
}
