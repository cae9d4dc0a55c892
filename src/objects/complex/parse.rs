//! A complex number read from a text: `complex("1+2j")`.

use super::Complex;
use crate::text::{float_parse, wtf8};

/// The number that a text writes; `None`: it writes none.
pub(super) fn parse(text: &[u8]) -> Option<Complex> {
    let text = plain(text)?;
    let text = text.trim_matches(is_blank);
    let inner = match text.strip_prefix('(') {
        Some(rest) => rest.strip_suffix(')')?.trim_matches(is_blank),
        None => text,
    };
    let Some(body) = inner.strip_suffix(['j', 'J']) else {
        return float(inner).map(Complex::from);
    };
    // The sign of the imaginary part: the last one that does not belong to an exponent.
    let bytes = body.as_bytes();
    let sign = (1..bytes.len())
        .rev()
        .find(|&at| matches!(bytes[at], b'+' | b'-') && !matches!(bytes[at - 1], b'e' | b'E'));
    match sign {
        Some(at) => Some(Complex {
            real: float(&body[..at])?,
            imaginary: imaginary(&body[at..])?,
        }),
        None => Some(Complex {
            real: 0.0,
            imaginary: imaginary(body)?,
        }),
    }
}

/// Whether an underscore stands elsewhere than between two digits. Nothing is read behind a character that no number
/// can hold.
pub(super) fn has_stray_underscore(text: &[u8]) -> bool {
    let text = plain_start(text).0;
    let text = text.as_bytes();
    let digit = |at: usize| text.get(at).is_some_and(u8::is_ascii_digit);
    let mut places = (0..text.len()).filter(|&at| text[at] == b'_');
    places.any(|at| at == 0 || !digit(at - 1) || !digit(at + 1))
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t'..='\r')
}

/// The text with the digits of all scripts as ASCII ones.
fn plain(text: &[u8]) -> Option<String> {
    let (plain, is_whole) = plain_start(text);
    is_whole.then_some(plain)
}

/// The same up to the first character that no number can hold, and whether there is none.
fn plain_start(text: &[u8]) -> (String, bool) {
    let mut out = String::new();
    for code in wtf8::code_points(text) {
        match crate::text::unicode::decimal_value(code) {
            Some(digit) => out.push(char::from(b'0' + digit as u8)),
            None if crate::text::unicode::is_space(code) => out.push(' '),
            None => match char::from_u32(code).filter(char::is_ascii) {
                Some(c) => out.push(c),
                None => return (out, false),
            },
        }
    }
    (out, true)
}

fn float(text: &str) -> Option<f64> {
    // Blanks may stand around the whole only.
    if text.starts_with(is_blank) || text.ends_with(is_blank) {
        return None;
    }
    float_parse::parse_str(text.as_bytes()).ok()
}

/// A coefficient, which may be a sign alone.
fn imaginary(text: &str) -> Option<f64> {
    match text {
        "" | "+" => Some(1.0),
        "-" => Some(-1.0),
        text => float(text),
    }
}
