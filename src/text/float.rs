//! Floats written out: `repr`, the conversions e, f, g, hexadecimal; rounding and exact ratios.
//!
//! Reading them is `float_parse.rs`; fill, grouping and signs of the format mini-language are `spec.rs`.
//! Every digit comes from the exact binary value, rounded half to even.

use super::int::Int;
use super::{Fault, Outcome};
use num_bigint::BigInt;
use std::cmp::Ordering;
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

/// How [`format()`] writes a float.
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
    if (1e-4..1e16).contains(&value.abs()) {
        // Rust's own form is the same here, but for ties, which only long ones are.
        let text = format!("{value:?}");
        if text.len() < 16 {
            return text;
        }
    }
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
    if style.kind == Kind::Fixed && style.precision <= LONGEST && !style.no_negative_zero {
        if !write_scaled(value, style.precision, &mut out) {
            // Writing to a String cannot fail.
            let _ = write!(out, "{value:.*}", style.precision);
        }
        if style.alternate && style.precision == 0 {
            out.push('.');
        }
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

/// Writes a float with `places` digits after the point, if whole numbers of 128 bits suffice to round it: `false` if not.
fn write_scaled(value: f64, places: usize, out: &mut String) -> bool {
    /// `10 ** 22` times a mantissa fits into 128 bits.
    const MOST: usize = 22;
    let (mantissa, exponent) = parts(value);
    if places > MOST || !(-120..=0).contains(&exponent) {
        return false;
    }
    let scaled = u128::from(mantissa) * 10u128.pow(places as u32);
    let shift = exponent.unsigned_abs();
    let (whole, rest) = (scaled >> shift, scaled & ((1 << shift) - 1));
    // Half way between two goes to the even one, as everywhere.
    let up = match shift {
        0 => false,
        _ => match rest.cmp(&(1 << (shift - 1))) {
            Ordering::Less => false,
            Ordering::Equal => whole & 1 == 1,
            Ordering::Greater => true,
        },
    };
    let rounded = whole + u128::from(up);
    if value.is_sign_negative() {
        out.push('-');
    }
    let mut buffer = itoa::Buffer::new();
    let digits = buffer.format(rounded);
    let point = digits.len().saturating_sub(places);
    if point == 0 {
        out.push('0');
    }
    out.push_str(&digits[..point]);
    if places > 0 {
        out.push('.');
        out.extend(std::iter::repeat_n(
            '0',
            places.saturating_sub(digits.len()),
        ));
        out.push_str(&digits[point..]);
    }
    true
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

#[cfg(test)]
mod tests {
    use super::*;

    /// The answer, or the exception as a traceback's last line has it.
    fn shown(outcome: Outcome<String>) -> String {
        match outcome {
            Ok(text) => text,
            Err(Fault::Value(message)) => format!("ValueError: {message}"),
            Err(Fault::Overflow(message)) => format!("OverflowError: {message}"),
            Err(Fault::Type(message)) => format!("TypeError: {message}"),
            Err(Fault::Memory) => "MemoryError: ".to_string(),
        }
    }

    #[test]
    fn reprs() {
        let rows = [
            (0.0, "0.0", "0x0.0p+0"),
            (-0.0, "-0.0", "-0x0.0p+0"),
            (1.0, "1.0", "0x1.0000000000000p+0"),
            (-1.5, "-1.5", "-0x1.8000000000000p+0"),
            (0.1, "0.1", "0x1.999999999999ap-4"),
            (100.0, "100.0", "0x1.9000000000000p+6"),
            (
                1000000000000000.0,
                "1000000000000000.0",
                "0x1.c6bf526340000p+49",
            ),
            (1e+16, "1e+16", "0x1.1c37937e08000p+53"),
            (
                9999999999999998.0,
                "9999999999999998.0",
                "0x1.1c37937e07fffp+53",
            ),
            (
                1.2345678901234568e+17,
                "1.2345678901234568e+17",
                "0x1.b69b4ba630f35p+56",
            ),
            (1e+22, "1e+22", "0x1.0f0cf064dd592p+73"),
            (1e+23, "1e+23", "0x1.52d02c7e14af6p+76"),
            (0.0001, "0.0001", "0x1.a36e2eb1c432dp-14"),
            (1e-05, "1e-05", "0x1.4f8b588e368f1p-17"),
            (1.5e-05, "1.5e-05", "0x1.f75104d551d69p-17"),
            (5e-324, "5e-324", "0x0.0000000000001p-1022"),
            (
                1.7976931348623157e+308,
                "1.7976931348623157e+308",
                "0x1.fffffffffffffp+1023",
            ),
            (
                2.2250738585072014e-308,
                "2.2250738585072014e-308",
                "0x1.0000000000000p-1022",
            ),
            (
                946919146821939.2,
                "946919146821939.2",
                "0x1.ae9be5b04c99ap+49",
            ),
            (
                15187058884684.812,
                "15187058884684.812",
                "0x1.ba006800099a0p+43",
            ),
            (7.14159, "7.14159", "0x1.c90fcf80dc337p+2"),
            (1e+100, "1e+100", "0x1.249ad2594c37dp+332"),
            (-1e-07, "-1e-07", "-0x1.ad7f29abcaf48p-24"),
            (f64::INFINITY, "inf", "inf"),
            (f64::NEG_INFINITY, "-inf", "-inf"),
            (f64::NAN, "nan", "nan"),
        ];
        for (value, expected, digits) in rows {
            assert_eq!(repr(value), expected);
            assert_eq!(hex(value), digits);
        }
    }

    #[test]
    fn conversions() {
        let rows = [
            (0.5, Kind::Fixed, 0, false, "0"),
            (1.5, Kind::Fixed, 0, false, "2"),
            (2.5, Kind::Fixed, 0, true, "2."),
            (0.25, Kind::Fixed, 1, false, "0.2"),
            (0.35, Kind::Fixed, 1, false, "0.3"),
            (1e+22, Kind::Fixed, 2, false, "10000000000000000000000.00"),
            (5e-324, Kind::Exponent, 0, false, "5e-324"),
            (
                0.1,
                Kind::Fixed,
                30,
                false,
                "0.100000000000000005551115123126",
            ),
            (123456.0, Kind::General, 3, false, "1.23e+05"),
            (100.0, Kind::General, 3, false, "100"),
            (100.0, Kind::General, 6, true, "100.000"),
            (0.0001, Kind::General, 6, false, "0.0001"),
            (1e-05, Kind::General, 6, false, "1e-05"),
            (12345.0, Kind::Exponent, 0, true, "1.e+04"),
            (9.5, Kind::Exponent, 0, false, "1e+01"),
            (10.5, Kind::Exponent, 1, false, "1.0e+01"),
            (0.0, Kind::Exponent, 3, false, "0.000e+00"),
            (0.0, Kind::General, 0, false, "0"),
            (0.0, Kind::General, 4, true, "0.000"),
            (-0.0, Kind::Fixed, 1, false, "-0.0"),
            (-2.5e-09, Kind::Fixed, 3, false, "-0.000"),
            (
                1e+300,
                Kind::General,
                20,
                false,
                "1.0000000000000000525e+300",
            ),
            (999999.5, Kind::General, 6, false, "1e+06"),
            (0.00099999, Kind::Fixed, 4, false, "0.0010"),
        ];
        for (value, kind, precision, alternate, expected) in rows {
            let style = Style {
                alternate,
                ..Style::new(kind, precision)
            };
            assert_eq!(format(value, &style).as_deref(), Ok(expected));
        }
        let long = format(1e-5, &Style::new(Kind::Fixed, 3000)).expect("memory");
        assert_eq!(long.len(), 3002);
        assert!(long.starts_with("0.0000100000000000000008180305391403") && long.ends_with("000"));
    }

    #[test]
    fn rounding() {
        let rows = [
            (2.675, 2, "2.67"),
            (0.5, 0, "0.0"),
            (1.5, 0, "2.0"),
            (2.5, 0, "2.0"),
            (-0.5, 0, "-0.0"),
            (1234.5678, -2, "1200.0"),
            (1250.0, -2, "1200.0"),
            (1350.0, -2, "1400.0"),
            (1e+23, -22, "1e+23"),
            (15.0, -1, "20.0"),
            (25.0, -1, "20.0"),
            (-25.0, -1, "-20.0"),
            (4.9, -1, "0.0"),
            (5.0, -1, "0.0"),
            (5.000001, -1, "10.0"),
            (1e+308, -308, "1e+308"),
            (
                1.7e+308,
                -308,
                "OverflowError: rounded value too large to represent",
            ),
            (1e+308, -309, "0.0"),
            (1.23456789, 400, "1.23456789"),
            (5e-324, 323, "0.0"),
            (f64::INFINITY, 2, "inf"),
            (f64::NAN, -1, "nan"),
            (-0.0, 2, "-0.0"),
            (0.1, 1, "0.1"),
        ];
        for (value, digits, expected) in rows {
            assert_eq!(shown(round(value, digits).map(repr)), expected);
        }
    }

    #[test]
    fn integers() {
        let show = |value: Int| match value {
            Int::Small(small) => small.to_string(),
            Int::Big(big) => big.to_string(),
        };
        let rows = [
            (0.0, "0", "0", "0/1"),
            (1.0, "1", "1", "1/1"),
            (-1.5, "-1", "-2", "-3/2"),
            (2.5, "2", "2", "5/2"),
            (3.5, "3", "4", "7/2"),
            (0.1, "0", "0", "3602879701896397/36028797018963968"),
            (
                1e+18,
                "1000000000000000000",
                "1000000000000000000",
                "1000000000000000000/1",
            ),
            (
                9.3e+18,
                "9300000000000000000",
                "9300000000000000000",
                "9300000000000000000/1",
            ),
            (
                -9.223372036854776e+18,
                "-9223372036854775808",
                "-9223372036854775808",
                "-9223372036854775808/1",
            ),
            (
                9.223372036854776e+18,
                "9223372036854775808",
                "9223372036854775808",
                "9223372036854775808/1",
            ),
            (
                1e+30,
                "1000000000000000019884624838656",
                "1000000000000000019884624838656",
                "1000000000000000019884624838656/1",
            ),
            (
                5e-324,
                "0",
                "0",
                "1/2024022533073106183524953467189173070495566497641421183569",
            ),
            (
                f64::INFINITY,
                "OverflowError: cannot convert float infinity to integer",
                "OverflowError: cannot convert float infinity to integer",
                "OverflowError: cannot convert Infinity to integer ratio",
            ),
            (
                f64::NAN,
                "ValueError: cannot convert float NaN to integer",
                "ValueError: cannot convert float NaN to integer",
                "ValueError: cannot convert NaN to integer ratio",
            ),
        ];
        for (value, whole, nearest, ratio) in rows {
            assert_eq!(shown(to_int(value).map(show)), whole);
            assert_eq!(shown(round_to_int(value).map(show)), nearest);
            let exact = as_integer_ratio(value).map(|(above, below)| format!("{above}/{below}"));
            assert!(shown(exact).starts_with(ratio));
        }
    }
}
