//! What literals mean: numbers, and the escapes of strings. Where a literal begins and ends is the lexer's.

use crate::ast::Constant;
use crate::error::{ErrorKind, SyntaxError};
use crate::source::Span;
use num_bigint::BigInt;
use num_traits::ToPrimitive;
use std::borrow::Cow;
use std::rc::Rc;

/// The most decimal digits that an integer literal may have.
const MAX_DIGITS: usize = 4_300;

/// The value of a string or bytes literal, or of an f-string's text.
#[derive(Default)]
pub struct Literal {
    /// WTF-8 text, or plain bytes.
    pub value: Vec<u8>,
    /// Whether it has a `b` prefix.
    pub is_bytes: bool,
    /// Whether it has the prefix `u`.
    pub unicode: bool,
    /// The first escape that means nothing, as the reference warns of it.
    pub suspicion: Option<String>,
}

/// The value of a number as the lexer cut it; the error is the reference's message.
pub fn number(text: &str) -> Result<Constant, String> {
    let digits: Cow<str> = if text.contains('_') {
        text.replace('_', "").into()
    } else {
        text.into()
    };
    let bytes = digits.as_bytes();
    if let (b'0', Some(base)) = (bytes[0], bytes.get(1)) {
        let radix = match base {
            b'x' | b'X' => 16,
            b'o' | b'O' => 8,
            b'b' | b'B' => 2,
            _ => 10,
        };
        if radix != 10 {
            return Ok(integer(&digits[2..], radix));
        }
    }
    if let Some(float) = digits.strip_suffix(['j', 'J']) {
        return Ok(Constant::Imaginary(float.parse().unwrap_or(0.0)));
    }
    if digits.contains(['.', 'e', 'E']) {
        return Ok(Constant::Float(digits.parse().unwrap_or(0.0)));
    }
    if digits.len() > MAX_DIGITS {
        return Err(format!(
            "Exceeds the limit ({MAX_DIGITS} digits) for integer string conversion: value has {} digits; use \
             sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to \
             avoid decimal conversion limits.",
            digits.len()
        ));
    }
    Ok(integer(&digits, 10))
}

fn integer(digits: &str, radix: u32) -> Constant {
    if let Ok(small) = i64::from_str_radix(digits, radix) {
        return Constant::Int(small);
    }
    let big = BigInt::parse_bytes(digits.as_bytes(), radix).unwrap_or_default();
    big.to_i64()
        .map_or_else(|| Constant::BigInt(Rc::new(big)), Constant::Int)
}

/// `text` with every line end as `\n`.
pub fn normalized_lines(text: &str) -> Cow<'_, str> {
    if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n").into()
    } else {
        text.into()
    }
}

/// The value of a string or bytes literal that stands at `span`, prefix and quotes included.
pub fn string(text: &str, span: Span) -> Result<Literal, SyntaxError> {
    let open = text.find(['"', '\'']).unwrap_or(0);
    let (prefix, quoted) = text.split_at(open);
    let has = |letter: char| prefix.contains([letter, letter.to_ascii_uppercase()]);
    // The reference notes a small `u` only.
    let (is_bytes, raw, unicode) = (has('b'), has('r'), prefix == "u");
    let triple = quoted.len() >= 6 && (quoted.starts_with("\"\"\"") || quoted.starts_with("'''"));
    let quotes = if triple { 3 } else { 1 };
    let body = normalized_lines(&quoted[quotes..quoted.len() - quotes]);
    if is_bytes && !body.is_ascii() {
        let message = "bytes can only contain ASCII literal characters";
        return Err(SyntaxError::new(ErrorKind::Syntax, message, span));
    }
    let (value, suspicion) = if raw || !body.contains('\\') {
        (body.into_owned().into_bytes(), None)
    } else if is_bytes {
        unescape_bytes(&body, span)?
    } else {
        unescape(&body, false, span)?
    };
    Ok(Literal {
        value,
        is_bytes,
        unicode,
        suspicion,
    })
}

/// The value of an f-string's text that stands at `span`: doubled braces are one.
pub fn middle(text: &str, raw: bool, span: Span) -> Result<Literal, SyntaxError> {
    let body = normalized_lines(text);
    let (value, suspicion) = if raw || !body.contains('\\') {
        (
            body.replace("{{", "{").replace("}}", "}").into_bytes(),
            None,
        )
    } else {
        unescape(&body, true, span)?
    };
    Ok(Literal {
        value,
        suspicion,
        ..Literal::default()
    })
}

/// What escapes mean, and the first that means nothing.
type Unescaped = (Vec<u8>, Option<String>);

/// Text with its escapes decoded; surrogates, which it cannot hold, are replaced.
pub fn unescaped(text: &str, span: Span) -> Result<String, SyntaxError> {
    let (decoded, _) = unescape(text, false, span)?;
    Ok(String::from_utf8_lossy(&decoded).into_owned())
}

/// Decodes the escapes of text, and doubled braces if `format`.
fn unescape(body: &str, format: bool, span: Span) -> Result<Unescaped, SyntaxError> {
    let out = Vec::with_capacity(body.len());
    let mut reader = Reader {
        body,
        at: 0,
        out,
        format,
        suspicion: None,
    };
    while let Some(c) = reader.next() {
        match c {
            '\\' => reader
                .escape()
                .map_err(|(from, to, reason)| undecodable(body, from, to, reason, span))?,
            '{' | '}' if format => {
                reader.skip(c);
                reader.out.push(c as u8);
            }
            c => reader.push(c as u32),
        }
    }
    Ok((reader.out, reader.suspicion))
}

/// Reads text with escapes and writes what it means.
struct Reader<'t> {
    body: &'t str,
    at: usize,
    out: Vec<u8>,
    /// Whether it is an f-string's text.
    format: bool,
    suspicion: Option<String>,
}

/// An escape that means nothing: from where to where, and why.
type Fault = (usize, usize, &'static str);

impl Reader<'_> {
    fn next(&mut self) -> Option<char> {
        let c = self.body[self.at..].chars().next()?;
        self.at += c.len_utf8();
        Some(c)
    }

    fn skip(&mut self, c: char) {
        if self.body[self.at..].starts_with(c) {
            self.at += c.len_utf8();
        }
    }

    /// Writes a code point in WTF-8.
    fn push(&mut self, code: u32) {
        match char::from_u32(code) {
            Some(c) => self
                .out
                .extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
            None => self.out.extend([
                0xe0 | (code >> 12) as u8,
                0x80 | (code >> 6 & 0x3f) as u8,
                0x80 | (code & 0x3f) as u8,
            ]),
        }
    }

    /// Reads what follows a backslash.
    fn escape(&mut self) -> Result<(), Fault> {
        let from = self.at - 1;
        let Some(c) = self.next() else {
            // Only in an f-string, where a field follows.
            self.suspicion
                .get_or_insert("invalid escape sequence '\\{'".into());
            self.out.push(b'\\');
            return Ok(());
        };
        if let Some(code) = simple_escape(c) {
            self.push(code.into());
            return Ok(());
        }
        match c {
            '\n' => {}
            '0'..='7' => {
                let (code, digits) = octal(&self.body.as_bytes()[self.at - 1..]);
                if code > 0o377 {
                    let text = &self.body[from..self.at - 1 + digits];
                    self.suspicion
                        .get_or_insert(format!("invalid octal escape sequence '{text}'"));
                }
                self.at += digits - 1;
                self.push(code);
            }
            'x' => self.hexadecimal(from, 2, "truncated \\xXX escape")?,
            'u' => self.hexadecimal(from, 4, "truncated \\uXXXX escape")?,
            'U' => self.hexadecimal(from, 8, "truncated \\UXXXXXXXX escape")?,
            'N' => self.named(from)?,
            '{' | '}' if self.format => {
                // The brace keeps its own meaning.
                self.suspicion
                    .get_or_insert(format!("invalid escape sequence '\\{c}'"));
                self.out.push(b'\\');
                self.at -= 1;
            }
            c => {
                // The reference spells characters beyond ASCII out before it looks, and sees a right escape here.
                if c.is_ascii() {
                    self.suspicion
                        .get_or_insert(format!("invalid escape sequence '\\{c}'"));
                }
                self.out.push(b'\\');
                self.push(c as u32);
            }
        }
        Ok(())
    }

    fn hexadecimal(
        &mut self,
        from: usize,
        count: usize,
        truncated: &'static str,
    ) -> Result<(), Fault> {
        let digits = self.body.as_bytes()[self.at..]
            .iter()
            .take(count)
            .take_while(|b| b.is_ascii_hexdigit())
            .count();
        let text = &self.body[self.at..self.at + digits];
        self.at += digits;
        if digits < count {
            return Err((from, self.at, truncated));
        }
        match u32::from_str_radix(text, 16) {
            Ok(code) if code <= 0x10ffff => self.push(code),
            _ => return Err((from, self.at, "illegal Unicode character")),
        }
        Ok(())
    }

    fn named(&mut self, from: usize) -> Result<(), Fault> {
        const MALFORMED: &str = "malformed \\N character escape";
        if !self.body[self.at..].starts_with('{') {
            return Err((from, self.at, MALFORMED));
        }
        self.at += 1;
        let rest = &self.body[self.at..];
        let length = rest.find('}').unwrap_or(rest.len());
        let name = &rest[..length];
        self.at += length;
        if name.is_empty() || length == rest.len() {
            return Err((from, self.at, MALFORMED));
        }
        self.at += 1;
        match unicode_names2::character(name) {
            Some(c) => self.push(c as u32),
            None => return Err((from, self.at, "unknown Unicode character name")),
        }
        Ok(())
    }
}

fn simple_escape(c: char) -> Option<u8> {
    Some(match c {
        '\\' | '\'' | '"' => c as u8,
        'a' => 7,
        'b' => 8,
        'f' => 12,
        'n' => b'\n',
        'r' => b'\r',
        't' => b'\t',
        'v' => 11,
        _ => return None,
    })
}

/// The value and length of up to three octal digits.
fn octal(bytes: &[u8]) -> (u32, usize) {
    let digits = bytes
        .iter()
        .take(3)
        .take_while(|b| matches!(b, b'0'..=b'7'));
    digits.fold((0, 0), |(code, count), digit| {
        (code * 8 + u32::from(digit - b'0'), count + 1)
    })
}

fn unescape_bytes(body: &str, span: Span) -> Result<Unescaped, SyntaxError> {
    let bytes = body.as_bytes();
    let (mut out, mut at, mut first) = (Vec::with_capacity(bytes.len()), 0, None);
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        if byte != b'\\' {
            out.push(byte);
            continue;
        }
        let from = at - 1;
        let Some(&byte) = bytes.get(at) else { break };
        at += 1;
        if let Some(code) = simple_escape(byte as char) {
            out.push(code);
            continue;
        }
        match byte {
            b'\n' => {}
            b'0'..=b'7' => {
                let (code, digits) = octal(&bytes[at - 1..]);
                at += digits - 1;
                if code > 0o377 {
                    first.get_or_insert_with(|| {
                        format!("invalid octal escape sequence '{}'", &body[from..at])
                    });
                }
                out.push(code as u8);
            }
            b'x' => {
                let digits = body
                    .get(at..at + 2)
                    .and_then(|digits| u8::from_str_radix(digits, 16).ok());
                let Some(code) = digits.filter(|_| bytes[at] != b'+') else {
                    let message = format!("(value error) invalid \\x escape at position {from}");
                    return Err(SyntaxError::new(ErrorKind::Syntax, message, span));
                };
                out.push(code);
                at += 2;
            }
            byte => {
                first
                    .get_or_insert_with(|| format!("invalid escape sequence '\\{}'", byte as char));
                out.extend([b'\\', byte]);
            }
        }
    }
    Ok((out, first))
}

/// The reference's words for an escape that means nothing. It counts positions in a buffer of its own, in which a
/// character beyond ASCII takes ten bytes and a backslash before one takes six.
fn undecodable(body: &str, from: usize, to: usize, reason: &str, span: Span) -> SyntaxError {
    let widened = |end: usize| {
        let mut chars = body[..end].chars().peekable();
        let mut width = 0;
        let mut escaped = false;
        while let Some(c) = chars.next() {
            let opens = c == '\\' && !escaped;
            width += match c {
                _ if !c.is_ascii() => 10,
                '\\' if opens && chars.peek().is_some_and(|next| !next.is_ascii()) => 6,
                _ => 1,
            };
            escaped = opens;
        }
        width
    };
    let (first, last) = (widened(from), widened(to) - 1);
    let place = if first == last {
        format!("byte 0x5c in position {first}")
    } else {
        format!("bytes in position {first}-{last}")
    };
    let message = format!("(unicode error) 'unicodeescape' codec can't decode {place}: {reason}");
    SyntaxError::new(ErrorKind::Syntax, message, span)
}
