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
