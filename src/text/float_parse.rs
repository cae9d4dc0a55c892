//! Floats read: `float("…")` and `float.fromhex`.

use super::int::plain_digits;
use super::repr::{repr_bytes, repr_str};
use super::{Fault, Outcome, wtf8};

/// `float(str)`: spaces around, digits of any script, underscores between digits.
pub fn parse_str(text: &[u8]) -> Outcome<f64> {
    parse(&plain_digits(text)).ok_or_else(|| unreadable(&repr_str(text)))
}

/// `float(bytes)`.
pub fn parse_bytes(data: &[u8]) -> Outcome<f64> {
    parse(data).ok_or_else(|| unreadable(&repr_bytes(data)))
}

fn unreadable(shown: &str) -> Fault {
    Fault::Value(format!("could not convert string to float: {shown}"))
}

/// Reads ASCII text with spaces around it.
fn parse(text: &[u8]) -> Option<f64> {
    let text = wtf8::as_str(trim(text))?;
    if text.contains('_') {
        return without_underscores(text)?.parse().ok();
    }
    // Rust's grammar of floats is the reference's, words included.
    text.parse().ok()
}

/// The text without C's white space at its ends.
pub(super) fn trim(text: &[u8]) -> &[u8] {
    let space = |byte: &u8| matches!(byte, b' ' | 0x09..=0x0D);
    let start = text.iter().position(|byte| !space(byte));
    let end = text.iter().rposition(|byte| !space(byte));
    match (start, end) {
        (Some(start), Some(end)) => &text[start..=end],
        _ => &[],
    }
}

/// Takes underscores out, each of which must stand between two digits.
fn without_underscores(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let between = |(at, _)| at > 0 && digit(at - 1) && digit(at + 1);
    text.match_indices('_')
        .all(between)
        .then(|| text.replace('_', ""))
}

/// `float.fromhex`.
pub fn from_hex(text: &[u8]) -> Outcome<f64> {
    let text = trim(text).to_ascii_lowercase();
    let (negative, text) = match text.split_first() {
        Some((b'-', rest)) => (true, rest),
        Some((b'+', rest)) => (false, rest),
        _ => (false, &text[..]),
    };
    let value = match text {
        b"inf" | b"infinity" => f64::INFINITY,
        b"nan" => f64::NAN,
        _ => {
            let number = Hex::read(text).ok_or_else(|| {
                Fault::Value("invalid hexadecimal floating-point string".to_string())
            })?;
            number.value().ok_or_else(|| {
                let message = "hexadecimal value too large to represent as a float";
                Fault::Overflow(message.to_string())
            })?
        }
    };
    Ok(if negative { -value } else { value })
}

/// `mantissa × 2^exponent`. Of a longer number the lowest bit tells whether anything was cut off.
struct Hex {
    mantissa: u64,
    exponent: i64,
}

impl Hex {
    /// Reads `[0x]digits[.digits][p[±]digits]`, lower case, without a sign.
    fn read(text: &[u8]) -> Option<Hex> {
        let text = text.strip_prefix(b"0x").unwrap_or(text);
        let end = text.iter().position(|&byte| byte == b'p');
        let (digits, exponent) = match end {
            Some(at) => (&text[..at], read_exponent(&text[at + 1..])?),
            None => (text, 0),
        };
        let point = digits.iter().position(|&byte| byte == b'.');
        let (whole, fraction) = match point {
            Some(at) => (&digits[..at], &digits[at + 1..]),
            None => (digits, &[][..]),
        };
        if whole.is_empty() && fraction.is_empty() {
            return None;
        }
        let mut number = Hex {
            mantissa: 0,
            exponent: exponent.saturating_sub(4 * fraction.len() as i64),
        };
        for &byte in whole.iter().chain(fraction) {
            number.push(char::from(byte).to_digit(16)?);
        }
        Some(number)
    }

    fn push(&mut self, digit: u32) {
        if self.mantissa >> 60 == 0 {
            self.mantissa = self.mantissa << 4 | u64::from(digit);
        } else {
            self.mantissa |= u64::from(digit != 0);
            self.exponent = self.exponent.saturating_add(4);
        }
    }

    /// The nearest float, halves to even; `None` if it is too large.
    fn value(&self) -> Option<f64> {
        if self.mantissa == 0 {
            return Some(0.0);
        }
        let bits = i64::from(64 - self.mantissa.leading_zeros());
        let top = self.exponent.saturating_add(bits - 1);
        if top > 1023 {
            return None;
        }
        // The exponent of the last bit that a float of this size keeps.
        let last = (top - 52).max(-1074);
        let cut = last.saturating_sub(self.exponent);
        let kept = match cut {
            ..=0 => self.mantissa << -cut,
            1..=64 => {
                let wide = u128::from(self.mantissa);
                let (kept, rest, half) = (wide >> cut, wide & ((1 << cut) - 1), 1 << (cut - 1));
                let up = rest > half || rest == half && kept & 1 == 1;
                (kept + u128::from(up)) as u64
            }
            _ => 0,
        };
        // The leading bit of a normal number adds one to the exponent field, and so does a carry.
        let value = f64::from_bits(((last + 1074) as u64).wrapping_shl(52).wrapping_add(kept));
        value.is_finite().then_some(value)
    }
}

/// Reads a signed decimal exponent; one beyond all bounds saturates.
fn read_exponent(text: &[u8]) -> Option<i64> {
    let (negative, digits) = match text.split_first()? {
        (b'-', rest) => (true, rest),
        (b'+', rest) => (false, rest),
        _ => (false, text),
    };
    if digits.is_empty() {
        return None;
    }
    let size = digits.iter().try_fold(0i64, |size, byte| {
        let digit = byte.is_ascii_digit().then(|| i64::from(byte - b'0'))?;
        Some(
            size.saturating_mul(10)
                .saturating_add(digit)
                .min(i64::MAX / 4),
        )
    })?;
    Some(if negative { -size } else { size })
}

#[cfg(test)]
mod tests {
    use super::super::float::repr;
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
    fn decimal() {
        let rows = [
            ("1", "1.0"),
            ("1.5", "1.5"),
            (".5", "0.5"),
            ("5.", "5.0"),
            ("-1e5", "-100000.0"),
            ("+1E-5", "1e-05"),
            (" 2 \n", "2.0"),
            ("1_000.5", "1000.5"),
            (
                "1__0",
                "ValueError: could not convert string to float: '1__0'",
            ),
            ("_1", "ValueError: could not convert string to float: '_1'"),
            ("1_", "ValueError: could not convert string to float: '1_'"),
            (
                "1_.5",
                "ValueError: could not convert string to float: '1_.5'",
            ),
            ("1e1_0", "10000000000.0"),
            ("", "ValueError: could not convert string to float: ''"),
            (".", "ValueError: could not convert string to float: '.'"),
            ("e5", "ValueError: could not convert string to float: 'e5'"),
            ("1e", "ValueError: could not convert string to float: '1e'"),
            ("inf", "inf"),
            ("-Infinity", "-inf"),
            ("NAN", "nan"),
            ("-nan", "nan"),
            (
                "infin",
                "ValueError: could not convert string to float: 'infin'",
            ),
            ("1e400", "inf"),
            ("-1e400", "-inf"),
            ("1e-400", "0.0"),
            ("١٢.٥", "12.5"),
            ("\u{3000}1\u{3000}", "1.0"),
            (
                "\u{1c}1",
                "ValueError: could not convert string to float: '\\x1c1'",
            ),
            (
                "1 2",
                "ValueError: could not convert string to float: '1 2'",
            ),
            (
                "0x10",
                "ValueError: could not convert string to float: '0x10'",
            ),
            ("1e99999999999999999999", "inf"),
            ("9007199254740993", "9007199254740992.0"),
            ("0.1000000000000000055511151231257827", "0.1"),
            (
                "it's",
                "ValueError: could not convert string to float: \"it's\"",
            ),
            ("é", "ValueError: could not convert string to float: 'é'"),
        ];
        for (text, expected) in rows {
            assert_eq!(shown(parse_str(text.as_bytes()).map(repr)), expected);
        }
        assert_eq!(shown(parse_bytes(b" 1_0.5\n").map(repr)), "10.5");
        let expected = "ValueError: could not convert string to float: b'x\\xff'";
        assert_eq!(shown(parse_bytes(b"x\xff").map(repr)), expected);
    }

    #[test]
    fn hexadecimal() {
        let rows = [
            ("0x1p0", "1.0"),
            ("1", "1.0"),
            ("0x1.8p1", "3.0"),
            ("-0x.8p1", "-1.0"),
            ("0x1.p-3", "0.125"),
            ("A.8", "10.5"),
            ("  0x1p4 ", "16.0"),
            (
                "0x1p1024",
                "OverflowError: hexadecimal value too large to represent as a float",
            ),
            ("0x1.fffffffffffff7p1023", "1.7976931348623157e+308"),
            (
                "0x1.fffffffffffff8p1023",
                "OverflowError: hexadecimal value too large to represent as a float",
            ),
            ("0x1p-1074", "5e-324"),
            ("0x1p-1075", "0.0"),
            ("0x1.8p-1075", "5e-324"),
            ("0x3p-1076", "5e-324"),
            ("0x0p99999999999", "0.0"),
            ("0x1p-99999999999999999999", "0.0"),
            ("inf", "inf"),
            ("-nan", "nan"),
            ("Infinity", "inf"),
            ("", "ValueError: invalid hexadecimal floating-point string"),
            (
                "0x",
                "ValueError: invalid hexadecimal floating-point string",
            ),
            (".", "ValueError: invalid hexadecimal floating-point string"),
            (
                "0x.p1",
                "ValueError: invalid hexadecimal floating-point string",
            ),
            (
                "1p",
                "ValueError: invalid hexadecimal floating-point string",
            ),
            (
                "1p+",
                "ValueError: invalid hexadecimal floating-point string",
            ),
            (
                "0xg",
                "ValueError: invalid hexadecimal floating-point string",
            ),
            (
                "1_0",
                "ValueError: invalid hexadecimal floating-point string",
            ),
            ("0x123456789abcdef012345", "1.3754889325393114e+24"),
            ("0x1.00000000000008p0", "1.0"),
            ("0x1.000000000000081p0", "1.0000000000000002"),
            ("0x1.00000000000018p0", "1.0000000000000004"),
        ];
        for (text, expected) in rows {
            assert_eq!(shown(from_hex(text.as_bytes()).map(repr)), expected);
        }
    }
}
