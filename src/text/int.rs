//! Integers read and written: `int("…", base)`, decimal and other digits, the limit on their number.
//!
//! Arithmetic is the object layer's.

use super::float_parse::trim;
use super::repr::{repr_bytes, repr_str};
use super::{Fault, Outcome, expect_room, unicode, wtf8};
use num_bigint::{BigInt, BigUint, Sign};
use num_traits::ToPrimitive;
use std::borrow::Cow;

/// `sys.int_info.default_max_str_digits`: more decimal digits than this are not converted; 0 lifts the limit.
pub const DEFAULT_MAX_DIGITS: usize = 4300;

/// An integer as small as it can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Int {
    /// One that fits 64 bits.
    Small(i64),
    /// Any other.
    Big(BigInt),
}

impl From<BigInt> for Int {
    fn from(value: BigInt) -> Int {
        match value.to_i64() {
            Some(small) => Int::Small(small),
            None => Int::Big(value),
        }
    }
}

/// `int(str, base)`.
pub fn parse_str(text: &[u8], base: i64, max_digits: usize) -> Outcome<Int> {
    parse(&plain_digits(text), base, max_digits, || repr_str(text))
}

/// `int(bytes, base)`.
pub fn parse_bytes(data: &[u8], base: i64, max_digits: usize) -> Outcome<Int> {
    parse(data, base, max_digits, || repr_bytes(data))
}

/// A text with the decimal digits of all scripts as ASCII ones and white space beyond ASCII as blanks.
/// Any other code point beyond ASCII becomes `?`, which no number contains.
pub(super) fn plain_digits(text: &[u8]) -> Cow<'_, [u8]> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let plain = |code: u32| match u8::try_from(code) {
        Ok(byte) if byte.is_ascii() => byte,
        _ if unicode::is_space(code) => b' ',
        _ => unicode::decimal_value(code).map_or(b'?', |value| b'0' + value as u8),
    };
    wtf8::code_points(text).map(plain).collect()
}

/// Reads ASCII text with spaces around it; `shown` is the source's repr for the error.
fn parse(text: &[u8], base: i64, max_digits: usize, shown: impl Fn() -> String) -> Outcome<Int> {
    if base != 0 && !(2..=36).contains(&base) {
        let message = "int() base must be >= 2 and <= 36, or 0";
        return Err(Fault::Value(message.to_string()));
    }
    let (negative, body) = match trim(text).split_first() {
        Some((b'-', rest)) => (true, rest),
        Some((b'+', rest)) => (false, rest),
        _ => (false, trim(text)),
    };
    let invalid = || {
        let shown: String = shown().chars().take(200).collect();
        Fault::Value(format!(
            "invalid literal for int() with base {base}: {shown}"
        ))
    };
    let (radix, digits) = prefix(body, base as u32);
    let (values, rest) = read_digits(digits, radix).ok_or_else(invalid)?;
    // Base 0 takes `0` and `00` but no `012`, which other languages read as octal.
    let ambiguous = base == 0 && radix == 10 && values[0] == 0 && values.iter().any(|&v| v != 0);
    if !rest.is_empty() || ambiguous {
        return Err(invalid());
    }
    if !radix.is_power_of_two() && max_digits > 0 && values.len() > max_digits {
        return Err(Fault::Value(format!(
            "Exceeds the limit ({max_digits} digits) for integer string conversion: value has {} \
             digits; use sys.set_int_max_str_digits() to increase the limit",
            values.len()
        )));
    }
    Ok(from_digits(negative, &values, radix))
}

/// The radix to read in, and the digits after the prefix, if the base allows one.
fn prefix(text: &[u8], base: u32) -> (u32, &[u8]) {
    let named = match text {
        [b'0', b'x' | b'X', ..] => 16,
        [b'0', b'o' | b'O', ..] => 8,
        [b'0', b'b' | b'B', ..] => 2,
        _ => 0,
    };
    if named == 0 || base != 0 && base != named {
        return (if base == 0 { 10 } else { base }, text);
    }
    // One underscore may follow the prefix.
    let digits = &text[2..];
    (named, digits.strip_prefix(b"_").unwrap_or(digits))
}

/// The values of the leading digits, and what follows them. `None` if there is none, or an underscore
/// stands where none may.
fn read_digits(text: &[u8], radix: u32) -> Option<(Vec<u8>, &[u8])> {
    let value = |byte: u8| char::from(byte).to_digit(radix);
    let mut values = Vec::with_capacity(text.len());
    let mut at = 0;
    while let Some(&byte) = text.get(at) {
        if byte == b'_' {
            let follows = text.get(at + 1).copied().and_then(value);
            if values.is_empty() || follows.is_none() {
                return None;
            }
        } else if let Some(digit) = value(byte) {
            values.push(digit as u8);
        } else {
            break;
        }
        at += 1;
    }
    (!values.is_empty()).then(|| (values, &text[at..]))
}

/// The integer of these digit values.
fn from_digits(negative: bool, values: &[u8], radix: u32) -> Int {
    let small = values.iter().try_fold(0i64, |number, &value| {
        let number = number.checked_mul(i64::from(radix))?;
        number.checked_sub(i64::from(value))
    });
    // Summed up below zero, where one more number fits.
    let signed = |number: i64| {
        if negative {
            Some(number)
        } else {
            number.checked_neg()
        }
    };
    if let Some(number) = small.and_then(signed) {
        return Int::Small(number);
    }
    let sign = if negative { Sign::Minus } else { Sign::Plus };
    Int::from(BigInt::from_biguint(sign, magnitude(values, radix)))
}

/// The number of these digit values: pieces are joined in pairs, since reading a long text digit by
/// digit takes the square of its length.
fn magnitude(values: &[u8], radix: u32) -> BigUint {
    const PIECE: usize = 1024;
    let read = |piece: &[u8]| BigUint::from_radix_be(piece, radix).unwrap_or_default();
    if radix.is_power_of_two() || values.len() <= PIECE {
        return read(values);
    }
    // Lowest piece first.
    let mut pieces: Vec<BigUint> = values.rchunks(PIECE).map(read).collect();
    let mut scale = BigUint::from(radix).pow(PIECE as u32);
    while pieces.len() > 1 {
        pieces = pieces
            .chunks(2)
            .map(|pair| match pair {
                [low, high] => high * &scale + low,
                _ => pair[0].clone(),
            })
            .collect();
        scale = &scale * &scale;
    }
    pieces.pop().unwrap_or_default()
}

/// `str(int)` of a big one.
pub fn decimal(value: &BigInt, max_digits: usize) -> Outcome<String> {
    let too_long = || {
        Fault::Value(format!(
            "Exceeds the limit ({max_digits} digits) for integer string conversion; \
             use sys.set_int_max_str_digits() to increase the limit"
        ))
    };
    // A number of n bits has at least (n - 1) × 0.301 decimal digits: no need to convert a huge one.
    let least = value.bits().saturating_sub(1) as f64 * 0.301;
    if max_digits > 0 && least > max_digits as f64 {
        return Err(too_long());
    }
    let text = value.to_string();
    if max_digits > 0 && text.len() - usize::from(text.starts_with('-')) > max_digits {
        return Err(too_long());
    }
    Ok(text)
}

/// The digits in a base of 2 to 36, lower case, with a minus sign but no prefix and no limit.
pub fn to_base(value: &Int, base: u32) -> Outcome<String> {
    match value {
        Int::Small(small) => Ok(small_to_base(*small, base)),
        Int::Big(big) => {
            // The digits are computed and then turned round.
            let digits = big.bits() / u64::from(base.ilog2()) + 1;
            expect_room(usize::try_from(2 * digits).map_err(|_| Fault::Memory)?)?;
            Ok(big.to_str_radix(base))
        }
    }
}

fn small_to_base(value: i64, base: u32) -> String {
    if base == 10 {
        return itoa::Buffer::new().format(value).to_owned();
    }
    let mut rest = value.unsigned_abs();
    let mut digits = Vec::with_capacity(24);
    loop {
        let digit = (rest % u64::from(base)) as u32;
        digits.push(char::from_digit(digit, base).unwrap_or('0'));
        rest /= u64::from(base);
        if rest == 0 {
            break;
        }
    }
    if value < 0 {
        digits.push('-');
    }
    digits.iter().rev().collect()
}

/// `hex`, `oct` and `bin`: digits in base 16, 8 or 2 after `0x`, `0o` or `0b`.
pub fn prefixed(value: &Int, base: u32) -> Outcome<String> {
    let digits = to_base(value, base)?;
    expect_room(digits.len())?;
    let prefix = match base {
        16 => "0x",
        8 => "0o",
        _ => "0b",
    };
    Ok(match digits.strip_prefix('-') {
        Some(digits) => format!("-{prefix}{digits}"),
        None => format!("{prefix}{digits}"),
    })
}

/// `float(int)`: the nearest float, halves to even.
pub fn to_float(value: &Int) -> Outcome<f64> {
    match value {
        Int::Small(small) => Ok(*small as f64),
        Int::Big(big) => big
            .to_f64()
            .filter(|float| float.is_finite())
            .ok_or_else(|| Fault::Overflow("int too large to convert to float".to_string())),
    }
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

    fn show(value: Int) -> String {
        match value {
            Int::Small(small) => small.to_string(),
            Int::Big(big) => {
                assert!(big.to_i64().is_none());
                big.to_string()
            }
        }
    }

    fn read(text: &str, base: i64) -> String {
        shown(parse_str(text.as_bytes(), base, DEFAULT_MAX_DIGITS).map(show))
    }

    #[test]
    fn reading() {
        let rows = [
            ("0", 10, "0"),
            ("-0", 10, "0"),
            ("42", 10, "42"),
            ("  +42\n", 10, "42"),
            ("9223372036854775807", 10, "9223372036854775807"),
            ("-9223372036854775808", 10, "-9223372036854775808"),
            ("9223372036854775808", 10, "9223372036854775808"),
            ("-9223372036854775809", 10, "-9223372036854775809"),
            ("1_000", 10, "1000"),
            (
                "1__0",
                10,
                "ValueError: invalid literal for int() with base 10: '1__0'",
            ),
            (
                "_1",
                10,
                "ValueError: invalid literal for int() with base 10: '_1'",
            ),
            (
                "1_",
                10,
                "ValueError: invalid literal for int() with base 10: '1_'",
            ),
            (
                "",
                10,
                "ValueError: invalid literal for int() with base 10: ''",
            ),
            (
                " ",
                10,
                "ValueError: invalid literal for int() with base 10: ' '",
            ),
            (
                "-",
                10,
                "ValueError: invalid literal for int() with base 10: '-'",
            ),
            (
                "+ 1",
                10,
                "ValueError: invalid literal for int() with base 10: '+ 1'",
            ),
            (
                "x",
                10,
                "ValueError: invalid literal for int() with base 10: 'x'",
            ),
            (
                "it's",
                10,
                "ValueError: invalid literal for int() with base 10: \"it's\"",
            ),
            (
                "1.5",
                10,
                "ValueError: invalid literal for int() with base 10: '1.5'",
            ),
            ("0x1f", 16, "31"),
            ("0X1F", 0, "31"),
            ("0b101", 0, "5"),
            ("0o17", 0, "15"),
            (
                "0b",
                0,
                "ValueError: invalid literal for int() with base 0: '0b'",
            ),
            ("0x_f", 0, "15"),
            (
                "0x__f",
                0,
                "ValueError: invalid literal for int() with base 0: '0x__f'",
            ),
            (
                "012",
                0,
                "ValueError: invalid literal for int() with base 0: '012'",
            ),
            ("00", 0, "0"),
            ("0_0", 0, "0"),
            (
                "0b12",
                0,
                "ValueError: invalid literal for int() with base 0: '0b12'",
            ),
            ("zz", 36, "1295"),
            (
                "12",
                2,
                "ValueError: invalid literal for int() with base 2: '12'",
            ),
            ("0b12", 16, "2834"),
            (
                "x",
                37,
                "ValueError: int() base must be >= 2 and <= 36, or 0",
            ),
            (
                "x",
                1,
                "ValueError: int() base must be >= 2 and <= 36, or 0",
            ),
            (
                "x",
                -1,
                "ValueError: int() base must be >= 2 and <= 36, or 0",
            ),
            ("١٢٣", 10, "123"),
            ("\u{2003}1", 10, "1"),
            (
                "\u{1c}1",
                10,
                "ValueError: invalid literal for int() with base 10: '\\x1c1'",
            ),
            (
                "²",
                10,
                "ValueError: invalid literal for int() with base 10: '²'",
            ),
            (
                "1\u{0}",
                10,
                "ValueError: invalid literal for int() with base 10: '1\\x00'",
            ),
            (
                "ffffffffffffffffffffffffffffffffffffffff",
                16,
                "1461501637330902918203684832716283019655932542975",
            ),
            (
                "777777777777777777777777777777",
                8,
                "1237940039285380274899124223",
            ),
        ];
        for (text, base, expected) in rows {
            assert_eq!(read(text, base), expected);
        }
        let expected = "ValueError: invalid literal for int() with base 10: b'1\\xff'";
        assert_eq!(shown(parse_bytes(b"1\xff", 10, 0).map(show)), expected);
    }

    #[test]
    fn the_limit_on_digits() {
        let nines = |count: usize| "9".repeat(count);
        assert_eq!(read(&nines(4300), 10), nines(4300));
        let refused = read(&nines(4301), 10);
        assert_eq!(
            refused,
            "ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 4301 digits; use sys.set_int_max_str_digits() to increase the limit"
        );
        assert_eq!(read(&format!("{}x", nines(4301)), 10).len(), 252);
        let long = parse_str(nines(100_000).as_bytes(), 10, 0).map(show);
        assert_eq!(shown(long), nines(100_000));
        let big = BigInt::from(10).pow(4300);
        assert_eq!(
            shown(decimal(&big, DEFAULT_MAX_DIGITS)),
            "ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit"
        );
        assert_eq!(shown(decimal(&(big - 1), DEFAULT_MAX_DIGITS)), nines(4300));
    }

    #[test]
    fn bases_and_floats() {
        let rows = [
            ("0", "0x0", "0o0", "0b0", "0.0"),
            ("5", "0x5", "0o5", "0b101", "5.0"),
            ("-255", "-0xff", "-0o377", "-0b11111111", "-255.0"),
            (
                "9223372036854775807",
                "0x7fffffffffffffff",
                "0o777777777777777777777",
                "0b111111111111111111111111111111111111111111111111111111111111111",
                "9.223372036854776e+18",
            ),
            (
                "-9223372036854775808",
                "-0x8000000000000000",
                "-0o1000000000000000000000",
                "-0b1000000000000000000000000000000000000000000000000000000000000000",
                "-9.223372036854776e+18",
            ),
            (
                "18446744073709553664",
                "0x10000000000000800",
                "0o2000000000000000004000",
                "0b10000000000000000000000000000000000000000000000000000100000000000",
                "1.8446744073709552e+19",
            ),
            (
                "18446744073709553665",
                "0x10000000000000801",
                "0o2000000000000000004001",
                "0b10000000000000000000000000000000000000000000000000000100000000001",
                "1.8446744073709556e+19",
            ),
            (
                "-100000000000000000000",
                "-0x56bc75e2d63100000",
                "-0o12657072742654304000000",
                "-0b1010110101111000111010111100010110101100011000100000000000000000000",
                "-1e+20",
            ),
        ];
        for (text, hex, octal, binary, float) in rows {
            let value = parse_str(text.as_bytes(), 10, 0).expect("digits");
            assert_eq!(prefixed(&value, 16).as_deref(), Ok(hex));
            assert_eq!(prefixed(&value, 8).as_deref(), Ok(octal));
            assert_eq!(prefixed(&value, 2).as_deref(), Ok(binary));
            let expected = to_float(&value).map(super::super::float::repr);
            assert_eq!(shown(expected), float);
        }
        let huge = Int::Big(BigInt::from(10).pow(400));
        let expected = "OverflowError: int too large to convert to float";
        assert_eq!(shown(to_float(&huge).map(|_| String::new())), expected);
    }
}
