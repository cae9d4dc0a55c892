//! `repr` and `ascii` of strings and bytes: quotes and escapes.
//!
//! The reprs of other objects are made where those objects live.

use super::{unicode, wtf8};
use std::fmt::Write;

/// `repr(str)`; the answer holds no surrogate, since those are escaped.
pub fn repr_str(text: &[u8]) -> String {
    let quote = quote_for(text);
    let mut out = String::with_capacity(text.len() + 2);
    out.push(quote);
    let mut at = 0;
    while at < text.len() {
        let plain = |byte: &u8| matches!(byte, b' '..=b'~') && *byte != b'\\';
        let run = text[at..]
            .iter()
            .take_while(|byte| plain(byte) && char::from(**byte) != quote)
            .count();
        out.push_str(wtf8::as_str(&text[at..at + run]).unwrap_or_default());
        at += run;
        let Some((code, next)) = wtf8::decode(text, at) else {
            break;
        };
        match char::from_u32(code) {
            Some(c) if c == quote || c == '\\' => out.extend(['\\', c]),
            Some(c) if unicode::is_printable(code) => out.push(c),
            _ => push_escape(&mut out, code),
        }
        at = next;
    }
    out.push(quote);
    out
}

/// `repr(bytes)`.
pub fn repr_bytes(data: &[u8]) -> String {
    let quote = quote_for(data);
    let mut out = String::with_capacity(data.len() + 3);
    out.extend(['b', quote]);
    for &byte in data {
        match char::from(byte) {
            c if c == quote || c == '\\' => out.extend(['\\', c]),
            c @ ' '..='~' => out.push(c),
            _ => push_escape(&mut out, u32::from(byte)),
        }
    }
    out.push(quote);
    out
}

/// `ascii(object)` from the object's repr: whatever is not ASCII is escaped, also a surrogate that a
/// script's own `__repr__` gave.
pub fn ascii(repr: &[u8]) -> String {
    let mut out = String::with_capacity(repr.len());
    for code in wtf8::code_points(repr) {
        match u8::try_from(code) {
            Ok(byte) if byte.is_ascii() => out.push(char::from(byte)),
            _ => push_escape(&mut out, code),
        }
    }
    out
}

/// Double quotes only if the text has single ones and no double ones.
fn quote_for(text: &[u8]) -> char {
    if text.contains(&b'\'') && !text.contains(&b'"') {
        '"'
    } else {
        '\''
    }
}

/// The escape of one code point: the short names of tab and line ends, else the shortest of `\x`, `\u`, `\U`.
pub(super) fn push_escape(out: &mut String, code: u32) {
    // Writing to a String cannot fail.
    let _ = match code {
        0x09 => out.write_str("\\t"),
        0x0A => out.write_str("\\n"),
        0x0D => out.write_str("\\r"),
        0..0x100 => write!(out, "\\x{code:02x}"),
        0x100..0x10000 => write!(out, "\\u{code:04x}"),
        _ => write!(out, "\\U{code:08x}"),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings() {
        let rows: [(&str, &str); 14] = [
            ("", "''"),
            ("abc", "'abc'"),
            ("it's", "\"it's\""),
            ("say \"hi\"", "'say \"hi\"'"),
            ("it's \"both\"", "'it\\'s \"both\"'"),
            ("back\\slash", "'back\\\\slash'"),
            ("\t\n\r\0\x1b\x7f", "'\\t\\n\\r\\x00\\x1b\\x7f'"),
            ("é€𝄞", "'é€𝄞'"),
            ("\u{85}\u{a0}\u{ad}", "'\\x85\\xa0\\xad'"),
            (
                "\u{2028}\u{2029}\u{3000}\u{200b}",
                "'\\u2028\\u2029\\u3000\\u200b'",
            ),
            ("\u{e000}\u{378}", "'\\ue000\\u0378'"),
            ("\u{10ffff}\u{e0001}", "'\\U0010ffff\\U000e0001'"),
            // Assigned only after Unicode 15.1.
            ("\u{1c89}", "'\\u1c89'"),
            (" ", "' '"),
        ];
        for (text, expected) in rows {
            assert_eq!(repr_str(text.as_bytes()), expected);
        }
        let mut lone = b"a".to_vec();
        wtf8::push(&mut lone, 0xDC80);
        assert_eq!(repr_str(&lone), "'a\\udc80'");
    }

    #[test]
    fn bytes() {
        assert_eq!(repr_bytes(b""), "b''");
        assert_eq!(repr_bytes(b"it's"), "b\"it's\"");
        assert_eq!(repr_bytes(b"'\"\\"), "b'\\'\"\\\\'");
        assert_eq!(
            repr_bytes(b"\t\n\r\x00\x7f\xe9~ "),
            "b'\\t\\n\\r\\x00\\x7f\\xe9~ '"
        );
    }

    #[test]
    fn ascii_escapes() {
        assert_eq!(ascii("'aé€𝄞'".as_bytes()), "'a\\xe9\\u20ac\\U0001d11e'");
        let mut lone = Vec::new();
        wtf8::push(&mut lone, 0xD800);
        assert_eq!(ascii(&lone), "\\ud800");
    }
}
