//! Encodings: strings to bytes and back, with the reference's error handlers.
//!
//! UTF-8, UTF-16, UTF-32, ASCII, Latin-1, the single-byte encodings of `charmaps.rs` and those of
//! `multibyte.rs`. Encoding is here, decoding in `decode.rs`. What to do with what cannot be coded is a [`Handler`]'s: the built-in
//! ones are in `errors.rs`, a script's own are an implementation of the object layer. Codecs that are no
//! encodings (hex, rot13) are not here.

mod charmaps;
mod decode;
mod errors;
mod multibyte;

pub use charmaps::Charmap;
pub use decode::{decode, decode_until};
pub use errors::{Errors, Failure, decode_message, encode_message};
pub use multibyte::Multibyte;

use super::wtf8::{self, is_surrogate, push};

/// An encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Codec {
    /// UTF-8.
    Utf8,
    /// UTF-8 with a byte order mark, which decoding drops.
    Utf8Sig,
    /// UTF-16 that begins with a byte order mark; little-endian without one.
    Utf16,
    /// UTF-16, little-endian.
    Utf16Le,
    /// UTF-16, big-endian.
    Utf16Be,
    /// UTF-32 that begins with a byte order mark; little-endian without one.
    Utf32,
    /// UTF-32, little-endian.
    Utf32Le,
    /// UTF-32, big-endian.
    Utf32Be,
    /// ASCII.
    Ascii,
    /// ISO-8859-1.
    Latin1,
    /// Another encoding of one byte per code point.
    Charmap(&'static Charmap),
    /// An encoding of East Asia.
    Multibyte(&'static Multibyte),
}

/// Why a part of a text or of some bytes cannot be coded: the attributes of a `UnicodeError`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The encoding in use.
    pub codec: Codec,
    /// Where it begins: a code point's index when encoding, a byte's when decoding.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The reference's words.
    pub reason: &'static str,
}

/// What a handler puts in place of what cannot be encoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Replacement {
    /// A text, to be encoded in turn.
    Text(Vec<u8>),
    /// Bytes as they are.
    Bytes(Vec<u8>),
}

/// Decides what becomes of what cannot be coded. The number it gives says where to go on.
pub trait Handler {
    /// The caller's error.
    type Error;

    /// Replaces `piece`, the code points `problem.start..problem.end` of the text, or raises.
    fn encode(
        &mut self,
        piece: &[u8],
        problem: &Problem,
    ) -> Result<(Replacement, usize), Self::Error>;

    /// Replaces the bytes `problem.start..problem.end` of `data`, or raises.
    fn decode(&mut self, data: &[u8], problem: &Problem) -> Result<(Vec<u8>, usize), Self::Error>;

    /// Other bytes to go on with, if the last replacement came with some.
    fn other_data(&mut self) -> Option<Vec<u8>> {
        None
    }

    /// Turns a problem that its own replacement did not solve into an error.
    fn fail(&mut self, problem: Problem) -> Self::Error;
}

impl Codec {
    /// Finds an encoding by any of its names; case, punctuation and blanks between words do not matter.
    pub fn by_name(name: &str) -> Option<Codec> {
        let name = normalised(name);
        Some(match name.as_str() {
            "utf_8" | "u8" | "utf" | "utf8" | "utf8_ucs2" | "utf8_ucs4" | "cp65001" => Codec::Utf8,
            "utf_8_sig" => Codec::Utf8Sig,
            "utf_16" | "u16" | "utf16" => Codec::Utf16,
            "utf_16_le" | "utf_16le" | "unicodelittleunmarked" => Codec::Utf16Le,
            "utf_16_be" | "utf_16be" | "unicodebigunmarked" => Codec::Utf16Be,
            "utf_32" | "u32" | "utf32" => Codec::Utf32,
            "utf_32_le" | "utf_32le" => Codec::Utf32Le,
            "utf_32_be" | "utf_32be" => Codec::Utf32Be,
            "ascii" | "646" | "ansi_x3.4_1968" | "ansi_x3_4_1968" | "ansi_x3.4_1986" | "cp367"
            | "csascii" | "ibm367" | "iso646_us" | "iso_646.irv_1991" | "iso_ir_6" | "us"
            | "us_ascii" => Codec::Ascii,
            "latin_1" | "8859" | "cp819" | "csisolatin1" | "ibm819" | "iso8859" | "iso8859_1"
            | "iso_8859_1" | "iso_8859_1_1987" | "iso_ir_100" | "l1" | "latin" | "latin1" => {
                Codec::Latin1
            }
            name => match Charmap::by_name(name) {
                Some(map) => Codec::Charmap(map),
                None => Codec::Multibyte(Multibyte::by_name(name)?),
            },
        })
    }

    /// The names of the encodings that have tables: of each its own, then its aliases.
    pub fn names_of_tables() -> impl Iterator<Item = &'static [&'static str]> {
        Charmap::all_names().chain(Multibyte::all_names())
    }

    /// The name that errors give.
    pub fn name(self) -> &'static str {
        match self {
            Codec::Utf8 | Codec::Utf8Sig => "utf-8",
            Codec::Utf16 => "utf-16",
            Codec::Utf16Le => "utf-16-le",
            Codec::Utf16Be => "utf-16-be",
            Codec::Utf32 => "utf-32",
            Codec::Utf32Le => "utf-32-le",
            Codec::Utf32Be => "utf-32-be",
            Codec::Ascii => "ascii",
            Codec::Latin1 => "latin-1",
            Codec::Charmap(_) => "charmap",
            Codec::Multibyte(own) => own.name(),
        }
    }

    /// The name under which the registry knows it.
    pub fn canonical_name(self) -> String {
        match self {
            Codec::Utf8Sig => "utf-8-sig".to_owned(),
            Codec::Latin1 => "iso8859-1".to_owned(),
            Codec::Charmap(map) => map.name(),
            other => other.name().to_owned(),
        }
    }

    /// How many bytes at the end of `data` only begin a code point: the rest may still come.
    pub fn incomplete(self, data: &[u8]) -> usize {
        match self {
            Codec::Utf8 | Codec::Utf8Sig => incomplete_utf8(data),
            Codec::Utf16 | Codec::Utf16Le | Codec::Utf16Be => {
                let odd = data.len() % 2;
                let high = match (data[..data.len() - odd].last_chunk::<2>(), self) {
                    (Some(last), Codec::Utf16Be) => u16::from_be_bytes(*last),
                    (Some(last), _) => u16::from_le_bytes(*last),
                    (None, _) => 0,
                };
                odd + if (0xD800..0xDC00).contains(&high) {
                    2
                } else {
                    0
                }
            }
            Codec::Utf32 | Codec::Utf32Le | Codec::Utf32Be => data.len() % 4,
            Codec::Ascii | Codec::Latin1 | Codec::Charmap(_) => 0,
            Codec::Multibyte(own) => own.incomplete(data),
        }
    }

    /// The byte order mark that an encoded text begins with.
    fn mark(self) -> &'static [u8] {
        match self {
            Codec::Utf8Sig => b"\xEF\xBB\xBF",
            Codec::Utf16 => b"\xFF\xFE",
            Codec::Utf32 => b"\xFF\xFE\0\0",
            _ => b"",
        }
    }

    /// The bytes of the smallest piece.
    fn unit(self) -> usize {
        match self {
            Codec::Utf16 | Codec::Utf16Le | Codec::Utf16Be => 2,
            Codec::Utf32 | Codec::Utf32Le | Codec::Utf32Be => 4,
            _ => 1,
        }
    }

    /// Encodes one code point, surrogates too where there is room for them; says whether it could.
    fn put(self, out: &mut Vec<u8>, code: u32) -> bool {
        let mut pair = [0; 2];
        let units = match u16::try_from(code) {
            Ok(unit) => {
                pair[0] = unit;
                &pair[..1]
            }
            Err(_) => match char::from_u32(code) {
                Some(c) => &*c.encode_utf16(&mut pair),
                None => return false,
            },
        };
        match self {
            Codec::Utf8 | Codec::Utf8Sig => push(out, code),
            Codec::Utf16 | Codec::Utf16Le => {
                units.iter().for_each(|unit| out.extend(unit.to_le_bytes()));
            }
            Codec::Utf16Be => units.iter().for_each(|unit| out.extend(unit.to_be_bytes())),
            Codec::Utf32 | Codec::Utf32Le => out.extend(code.to_le_bytes()),
            Codec::Utf32Be => out.extend(code.to_be_bytes()),
            Codec::Ascii if code < 0x80 => out.push(code as u8),
            Codec::Latin1 if code < 0x100 => out.push(code as u8),
            Codec::Ascii | Codec::Latin1 => return false,
            Codec::Charmap(map) => match map.encode(code) {
                Some(byte) => out.push(byte),
                None => return false,
            },
            Codec::Multibyte(own) => return own.put(out, code),
        }
        true
    }

    /// Encodes one code point unless it is none that may be exchanged.
    fn put_strictly(self, out: &mut Vec<u8>, code: u32) -> bool {
        !is_surrogate(code) && self.put(out, code)
    }

    /// Why a code point cannot be encoded.
    fn encode_reason(self) -> &'static str {
        match self {
            Codec::Ascii => "ordinal not in range(128)",
            Codec::Latin1 => "ordinal not in range(256)",
            Codec::Charmap(_) => "character maps to <undefined>",
            Codec::Multibyte(_) => multibyte::ILLEGAL,
            _ => "surrogates not allowed",
        }
    }

    /// Whether neighbours that cannot be encoded make one problem.
    fn joins_problems(self) -> bool {
        self.unit() == 1 && !matches!(self, Codec::Multibyte(_))
    }
}

/// The length of a character of UTF-8 whose end is missing, a lone surrogate's too.
fn incomplete_utf8(data: &[u8]) -> usize {
    let tail = &data[data.len().saturating_sub(3)..];
    for (at, &lead) in tail.iter().enumerate().rev() {
        let (wanted, second) = match lead {
            0x80..=0xBF => continue,
            0xC2..=0xDF => (2, 0x80..=0xBF),
            0xE0 => (3, 0xA0..=0xBF),
            0xE1..=0xEF => (3, 0x80..=0xBF),
            0xF0 => (4, 0x90..=0xBF),
            0xF1..=0xF3 => (4, 0x80..=0xBF),
            0xF4 => (4, 0x80..=0x8F),
            _ => return 0,
        };
        let begun = &tail[at..];
        let fits = begun.get(1).is_none_or(|byte| second.contains(byte));
        return if begun.len() < wanted && fits {
            begun.len()
        } else {
            0
        };
    }
    0
}

/// A name in lower case, with one underscore for each run of other characters between its words.
fn normalised(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut gap = false;
    for c in name.chars() {
        if c.is_ascii_alphanumeric() || c == '.' {
            if gap && !out.is_empty() {
                out.push('_');
            }
            gap = false;
            out.push(c.to_ascii_lowercase());
        } else {
            gap = true;
        }
    }
    out
}

/// Encodes a WTF-8 text.
pub fn encode<H: Handler>(text: &[u8], codec: Codec, handler: &mut H) -> Result<Vec<u8>, H::Error> {
    let mut out = codec.mark().to_vec();
    let plain = match codec {
        Codec::Utf8 | Codec::Utf8Sig => !wtf8::has_surrogates(text),
        Codec::Charmap(map) => map.has_ascii() && text.is_ascii(),
        _ => codec.unit() == 1 && text.is_ascii(),
    };
    if plain {
        out.extend_from_slice(text);
        return Ok(out);
    }
    let (mut at, mut index) = (0, 0);
    while let Some((code, next)) = wtf8::decode(text, at) {
        if codec.put_strictly(&mut out, code) {
            (at, index) = (next, index + 1);
            continue;
        }
        let problem = encode_problem(text, next, codec, index);
        let (replacement, resume) =
            handler.encode(wtf8::first(&text[at..], problem.end - index), &problem)?;
        if !put_replacement(&mut out, codec, &replacement) {
            return Err(handler.fail(problem));
        }
        at = match resume.checked_sub(index) {
            Some(ahead) => at + wtf8::first(&text[at..], ahead).len(),
            None => wtf8::first(text, resume).len(),
        };
        index = resume;
    }
    Ok(out)
}

/// The problem of the code point `index`, which ends at byte `next`.
fn encode_problem(text: &[u8], next: usize, codec: Codec, index: usize) -> Problem {
    let mut spare = Vec::new();
    let more = wtf8::code_points(&text[next..])
        .take_while(|&code| codec.joins_problems() && !codec.put_strictly(&mut spare, code))
        .count();
    Problem {
        codec,
        start: index,
        end: index + 1 + more,
        reason: codec.encode_reason(),
    }
}

/// Writes what a handler gave, if the encoding can.
fn put_replacement(out: &mut Vec<u8>, codec: Codec, replacement: &Replacement) -> bool {
    match replacement {
        Replacement::Bytes(bytes) => {
            out.extend_from_slice(bytes);
            bytes.len() % codec.unit() == 0
        }
        // The Unicode encodings take ASCII only.
        Replacement::Text(text) => {
            (codec.encode_reason() != "surrogates not allowed" || text.is_ascii())
                && wtf8::code_points(text).all(|code| codec.put_strictly(out, code))
        }
    }
}

#[cfg(test)]
mod tests;
