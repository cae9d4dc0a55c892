//! The built-in error handlers: strict, ignore, replace and their kin, and the words of a coding error.

use super::super::unicode::is_assigned;
use super::super::wtf8::{self, code_points, is_surrogate};
use super::decode::unit_at;
use super::{Codec, Handler, Problem, Replacement};
use std::fmt::Write;

/// A built-in error handler.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Errors {
    /// Raises.
    #[default]
    Strict,
    /// Leaves out.
    Ignore,
    /// Puts `?` or U+FFFD.
    Replace,
    /// Puts escapes such as `\xff` and `\u20ac`.
    BackslashReplace,
    /// Carries bytes through a string as lone surrogates.
    SurrogateEscape,
    /// Lets the Unicode encodings code lone surrogates.
    SurrogatePass,
    /// Puts `&#8364;`; for encoding only.
    XmlCharRefReplace,
    /// Puts `\N{EURO SIGN}`; for encoding only.
    NameReplace,
}

/// Why a built-in handler gave up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The problem stays: a `UnicodeEncodeError` or `UnicodeDecodeError`.
    Problem(Problem),
    /// The handler knows only how to encode: a `TypeError`, "don't know how to handle UnicodeDecodeError
    /// in error callback".
    OnlyEncodes,
}

impl Errors {
    /// Finds one by name.
    pub fn by_name(name: &str) -> Option<Errors> {
        Some(match name {
            "strict" => Errors::Strict,
            "ignore" => Errors::Ignore,
            "replace" => Errors::Replace,
            "backslashreplace" => Errors::BackslashReplace,
            "surrogateescape" => Errors::SurrogateEscape,
            "surrogatepass" => Errors::SurrogatePass,
            "xmlcharrefreplace" => Errors::XmlCharRefReplace,
            "namereplace" => Errors::NameReplace,
            _ => return None,
        })
    }
}

impl Handler for Errors {
    type Error = Failure;

    fn encode(&mut self, piece: &[u8], problem: &Problem) -> Result<(Replacement, usize), Failure> {
        let range = problem.start..problem.end;
        let codes = code_points(piece);
        let replacement = match self {
            Errors::Strict => return Err(Failure::Problem(problem.clone())),
            Errors::Ignore => Replacement::Text(Vec::new()),
            Errors::Replace => Replacement::Text(vec![b'?'; range.len()]),
            Errors::BackslashReplace => written(codes, push_escape),
            Errors::XmlCharRefReplace => written(codes, |out, code| {
                // Writing to a String cannot fail.
                let _ = write!(out, "&#{code};");
            }),
            Errors::NameReplace => written(codes, push_name),
            Errors::SurrogateEscape => return escaped_bytes(codes, problem),
            Errors::SurrogatePass => passed_surrogates(codes, problem)?,
        };
        Ok((replacement, range.end))
    }

    fn decode(&mut self, data: &[u8], problem: &Problem) -> Result<(Vec<u8>, usize), Failure> {
        let bytes = data.get(problem.start..problem.end).unwrap_or(&[]);
        let replacement = match self {
            Errors::Strict => return Err(Failure::Problem(problem.clone())),
            Errors::Ignore => Vec::new(),
            Errors::Replace => wtf8::encode(0xFFFD),
            Errors::BackslashReplace => {
                let mut out = String::new();
                bytes
                    .iter()
                    .for_each(|&byte| push_escape(&mut out, u32::from(byte)));
                out.into_bytes()
            }
            Errors::SurrogateEscape => {
                let high = bytes.iter().take_while(|&&byte| byte >= 0x80).take(4);
                let mut out = Vec::new();
                high.for_each(|&byte| wtf8::push(&mut out, 0xDC00 + u32::from(byte)));
                let count = out.len() / 3;
                return match count {
                    0 => Err(Failure::Problem(problem.clone())),
                    _ => Ok((out, problem.start + count)),
                };
            }
            Errors::SurrogatePass => return passed_bytes(data, problem),
            Errors::XmlCharRefReplace | Errors::NameReplace => return Err(Failure::OnlyEncodes),
        };
        Ok((replacement, problem.end))
    }

    fn fail(&mut self, problem: Problem) -> Failure {
        Failure::Problem(problem)
    }
}

/// A text made of all the code points.
fn written(codes: impl Iterator<Item = u32>, put: impl Fn(&mut String, u32)) -> Replacement {
    let mut out = String::new();
    codes.for_each(|code| put(&mut out, code));
    Replacement::Text(out.into_bytes())
}

/// The shortest of `\x`, `\u` and `\U`.
fn push_escape(out: &mut String, code: u32) {
    // Writing to a String cannot fail.
    let _ = match code {
        0..0x100 => write!(out, "\\x{code:02x}"),
        0x100..0x10000 => write!(out, "\\u{code:04x}"),
        _ => write!(out, "\\U{code:08x}"),
    };
}

/// `\N{…}`, or an escape for what has no name.
fn push_name(out: &mut String, code: u32) {
    let name = char::from_u32(code)
        .filter(|_| is_assigned(code))
        .and_then(unicode_names2::name);
    match name {
        Some(name) => {
            // Writing to a String cannot fail.
            let _ = write!(out, "\\N{{{name}}}");
        }
        None => push_escape(out, code),
    }
}

/// Surrogates that stand for bytes turned back into them. The single-byte encodings without a table and
/// UTF-8 take as many as there are at the start, the others all or none.
fn escaped_bytes(
    codes: impl Iterator<Item = u32>,
    problem: &Problem,
) -> Result<(Replacement, usize), Failure> {
    let bytes: Vec<u8> = codes
        .map_while(|code| match code {
            0xDC80..0xDD00 => Some((code - 0xDC00) as u8),
            _ => None,
        })
        .collect();
    let end = problem.start + bytes.len();
    let partly = matches!(
        problem.codec,
        Codec::Ascii | Codec::Latin1 | Codec::Utf8 | Codec::Utf8Sig
    );
    if bytes.is_empty() || end < problem.end && !partly {
        return Err(Failure::Problem(problem.clone()));
    }
    Ok((Replacement::Bytes(bytes), end))
}

fn is_unicode(codec: Codec) -> bool {
    !matches!(
        codec,
        Codec::Ascii | Codec::Latin1 | Codec::Charmap(_) | Codec::Multibyte(_)
    )
}

/// Surrogates encoded as if they were characters.
fn passed_surrogates(
    codes: impl Iterator<Item = u32>,
    problem: &Problem,
) -> Result<Replacement, Failure> {
    let mut out = Vec::new();
    for code in codes {
        if !is_unicode(problem.codec) || !is_surrogate(code) {
            return Err(Failure::Problem(problem.clone()));
        }
        problem.codec.put(&mut out, code);
    }
    Ok(Replacement::Bytes(out))
}

/// A surrogate decoded as if it were a character.
fn passed_bytes(data: &[u8], problem: &Problem) -> Result<(Vec<u8>, usize), Failure> {
    let start = problem.start;
    let (code, end) = match problem.codec {
        Codec::Utf8 | Codec::Utf8Sig => match data.get(start..start + 3) {
            Some(&[0xED, second @ 0xA0..0xC0, third @ 0x80..0xC0]) => {
                let low = u32::from(second & 0x3F) << 6 | u32::from(third & 0x3F);
                (Some(0xD000 | low), start + 3)
            }
            _ => (None, start),
        },
        codec if is_unicode(codec) => (unit_at(codec, data, start), start + codec.unit()),
        _ => (None, start),
    };
    match code.filter(|&code| is_surrogate(code)) {
        Some(code) => Ok((wtf8::encode(code), end)),
        None => Err(Failure::Problem(problem.clone())),
    }
}

/// `str(UnicodeEncodeError)`; `code` is the code point at `start`, if the text has one.
pub fn encode_message(
    encoding: &str,
    code: Option<u32>,
    start: usize,
    end: usize,
    reason: &str,
) -> String {
    match code {
        Some(code) if end == start + 1 => {
            let mut shown = String::new();
            push_escape(&mut shown, code);
            format!(
                "'{encoding}' codec can't encode character '{shown}' in position {start}: {reason}"
            )
        }
        _ => many("encode characters", encoding, start, end, reason),
    }
}

/// `str(UnicodeDecodeError)`; `byte` is the byte at `start`, if there is one.
pub fn decode_message(
    encoding: &str,
    byte: Option<u8>,
    start: usize,
    end: usize,
    reason: &str,
) -> String {
    match byte {
        Some(byte) if end == start + 1 => {
            format!(
                "'{encoding}' codec can't decode byte 0x{byte:02x} in position {start}: {reason}"
            )
        }
        _ => many("decode bytes", encoding, start, end, reason),
    }
}

fn many(what: &str, encoding: &str, start: usize, end: usize, reason: &str) -> String {
    let last = end as i128 - 1;
    format!("'{encoding}' codec can't {what} in position {start}-{last}: {reason}")
}
