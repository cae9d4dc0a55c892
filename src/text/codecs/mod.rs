//! Encodings: strings to bytes and back, with the reference's error handlers.
//!
//! UTF-8, UTF-16, UTF-32, ASCII, Latin-1 and the single-byte encodings of `charmaps.rs`. What to do with
//! what cannot be coded is a [`Handler`]'s: the built-in ones are in `errors.rs`, a script's own are an
//! implementation of the object layer. Codecs that are no encodings (hex, rot13) are not here.

mod charmaps;
mod errors;

pub use charmaps::Charmap;
pub use errors::{Errors, Failure, decode_message, encode_message};

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
            name => Codec::Charmap(Charmap::by_name(name)?),
        })
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
            _ => "surrogates not allowed",
        }
    }

    /// Whether neighbours that cannot be encoded make one problem.
    fn joins_problems(self) -> bool {
        self.unit() == 1
    }
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

/// Decodes bytes into a WTF-8 text. Positions of problems count from behind the mark of [`Codec::Utf8Sig`].
pub fn decode<H: Handler>(data: &[u8], codec: Codec, handler: &mut H) -> Result<Vec<u8>, H::Error> {
    let (codec, data, mut at) = match codec {
        Codec::Utf8Sig => {
            let mark = codec.mark();
            (Codec::Utf8, data.strip_prefix(mark).unwrap_or(data), 0)
        }
        Codec::Utf16 | Codec::Utf32 => {
            let (codec, at) = detect(codec, data);
            (codec, data, at)
        }
        _ => (codec, data, 0),
    };
    let mut out = Vec::with_capacity(data.len());
    while at < data.len() {
        let (text, end, reason) = run(codec, data, at, &mut out);
        at = text;
        if let Some(reason) = reason {
            let problem = Problem {
                codec,
                start: at,
                end,
                reason,
            };
            let (replacement, resume) = handler.decode(data, &problem)?;
            out.extend_from_slice(&replacement);
            at = resume;
        }
    }
    Ok(out)
}

/// The byte order that a mark tells, and where the text begins.
fn detect(codec: Codec, data: &[u8]) -> (Codec, usize) {
    match codec {
        Codec::Utf16 if data.starts_with(b"\xFF\xFE") => (Codec::Utf16Le, 2),
        Codec::Utf16 if data.starts_with(b"\xFE\xFF") => (Codec::Utf16Be, 2),
        Codec::Utf16 => (Codec::Utf16Le, 0),
        _ if data.starts_with(b"\xFF\xFE\0\0") => (Codec::Utf32Le, 4),
        _ if data.starts_with(b"\0\0\xFE\xFF") => (Codec::Utf32Be, 4),
        _ => (Codec::Utf32Le, 0),
    }
}

/// Decodes from byte `at` as far as it goes: where that is and, if something is wrong there, where it ends and why.
fn run(
    codec: Codec,
    data: &[u8],
    at: usize,
    out: &mut Vec<u8>,
) -> (usize, usize, Option<&'static str>) {
    if codec == Codec::Utf8 {
        return run_utf8(data, at, out);
    }
    let mut at = at;
    while at < data.len() {
        match take(codec, data, at) {
            Ok((code, next)) => {
                push(out, code);
                at = next;
            }
            Err((end, reason)) => return (at, end, Some(reason)),
        }
    }
    (at, at, None)
}

fn run_utf8(data: &[u8], at: usize, out: &mut Vec<u8>) -> (usize, usize, Option<&'static str>) {
    let rest = &data[at..];
    let Err(error) = std::str::from_utf8(rest) else {
        out.extend_from_slice(rest);
        return (data.len(), data.len(), None);
    };
    let valid = error.valid_up_to();
    out.extend_from_slice(&rest[..valid]);
    let start = at + valid;
    match error.error_len() {
        None => (start, data.len(), Some("unexpected end of data")),
        Some(length) => {
            let reason = match data[start] {
                0xC2..0xF5 => "invalid continuation byte",
                _ => "invalid start byte",
            };
            (start, start + length, Some(reason))
        }
    }
}

/// Decodes one code point at byte `at`, or tells where what is wrong ends and why.
fn take(codec: Codec, data: &[u8], at: usize) -> Result<(u32, usize), (usize, &'static str)> {
    let byte = data[at];
    let short = Err((at + 1, codec.encode_reason()));
    match codec {
        Codec::Ascii if byte >= 0x80 => short,
        Codec::Charmap(map) => map.decode(byte).map_or(short, |code| Ok((code, at + 1))),
        Codec::Utf16 | Codec::Utf16Le | Codec::Utf16Be => take_utf16(codec, data, at),
        Codec::Utf32 | Codec::Utf32Le | Codec::Utf32Be => take_utf32(codec, data, at),
        Codec::Utf8 | Codec::Utf8Sig | Codec::Ascii | Codec::Latin1 => {
            Ok((u32::from(byte), at + 1))
        }
    }
}

/// The unit of UTF-16 or UTF-32 at byte `at`.
fn unit_at(codec: Codec, data: &[u8], at: usize) -> Option<u32> {
    let bytes = data.get(at..at.checked_add(codec.unit())?)?;
    let join = |code: u32, byte: &u8| code << 8 | u32::from(*byte);
    Some(match codec {
        Codec::Utf16Be | Codec::Utf32Be => bytes.iter().fold(0, join),
        _ => bytes.iter().rev().fold(0, join),
    })
}

fn take_utf16(codec: Codec, data: &[u8], at: usize) -> Result<(u32, usize), (usize, &'static str)> {
    match unit_at(codec, data, at) {
        None => Err((data.len(), "truncated data")),
        Some(0xDC00..0xE000) => Err((at + 2, "illegal encoding")),
        Some(high @ 0xD800..0xDC00) => match unit_at(codec, data, at + 2) {
            None => Err((data.len(), "unexpected end of data")),
            Some(low @ 0xDC00..0xE000) => {
                let code = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
                Ok((code, at + 4))
            }
            Some(_) => Err((at + 2, "illegal UTF-16 surrogate")),
        },
        Some(unit) => Ok((unit, at + 2)),
    }
}

fn take_utf32(codec: Codec, data: &[u8], at: usize) -> Result<(u32, usize), (usize, &'static str)> {
    match unit_at(codec, data, at) {
        None => Err((data.len(), "truncated data")),
        Some(0xD800..0xE000) => Err((
            at + 4,
            "code point in surrogate code point range(0xd800, 0xe000)",
        )),
        Some(code @ 0..0x110000) => Ok((code, at + 4)),
        Some(_) => Err((at + 4, "code point not in range(0x110000)")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A literal in which the private U+F000 to U+F7FF stand for the surrogates.
    fn wtf8(text: &str) -> Vec<u8> {
        let mut out = Vec::new();
        for c in text.chars().map(u32::from) {
            push(
                &mut out,
                if (0xF000..0xF800).contains(&c) {
                    c - 0x1800
                } else {
                    c
                },
            );
        }
        out
    }

    fn codec(name: &str) -> Codec {
        Codec::by_name(name).expect("a known encoding")
    }

    fn errors(name: &str) -> Errors {
        Errors::by_name(name).expect("a known handler")
    }

    #[test]
    fn encoding() {
        let rows = [
            ("é€𝄞", "utf-8", "strict", &b"\xC3\xA9\xE2\x82\xAC\xF0\x9D\x84\x9E"[..]),
            ("é€𝄞", "utf-8-sig", "strict", &b"\xEF\xBB\xBF\xC3\xA9\xE2\x82\xAC\xF0\x9D\x84\x9E"[..]),
            ("é€𝄞", "utf-16", "strict", &b"\xFF\xFE\xE9\x00\xAC 4\xD8\x1E\xDD"[..]),
            ("é€𝄞", "utf-16-be", "strict", &b"\x00\xE9 \xAC\xD84\xDD\x1E"[..]),
            ("é€𝄞", "utf-32", "strict", &b"\xFF\xFE\x00\x00\xE9\x00\x00\x00\xAC \x00\x00\x1E\xD1\x01\x00"[..]),
            ("é€𝄞", "utf-32-be", "strict", &b"\x00\x00\x00\xE9\x00\x00 \xAC\x00\x01\xD1\x1E"[..]),
            ("é€", "cp1252", "strict", &b"\xE9\x80"[..]),
            ("é€𝄞", "cp1252", "replace", &b"\xE9\x80?"[..]),
            ("é€𝄞", "ascii", "xmlcharrefreplace", &b"&#233;&#8364;&#119070;"[..]),
            ("é€𝄞\u{80}", "ascii", "backslashreplace", &b"\x5Cxe9\x5Cu20ac\x5CU0001d11e\x5Cx80"[..]),
            ("é𝄞一가\u{80}\u{1c89}", "ascii", "namereplace", &b"\x5CN{LATIN SMALL LETTER E WITH ACUTE}\x5CN{MUSICAL SYMBOL G CLEF}\x5CN{CJK UNIFIED IDEOGRAPH-4E00}\x5CN{HANGUL SYLLABLE GA}\x5Cx80\x5Cu1c89"[..]),
            ("aéb", "ascii", "ignore", &b"ab"[..]),
            ("я", "koi8-r", "strict", &b"\xD1"[..]),
            ("€", "iso8859-15", "strict", &b"\xA4"[..]),
            ("\u{f480}\u{f4ff}", "utf-8", "surrogateescape", &b"\x80\xFF"[..]),
            ("\u{f481}é", "cp1252", "surrogateescape", &b"\x81\xE9"[..]),
            ("\u{f000}x", "utf-8", "surrogatepass", &b"\xED\xA0\x80x"[..]),
            ("\u{f000}", "utf-16", "surrogatepass", &b"\xFF\xFE\x00\xD8"[..]),
            ("\u{f400}", "utf-32-be", "surrogatepass", &b"\x00\x00\xDC\x00"[..]),
            ("a\u{f000}b\u{f001}", "utf-8", "replace", &b"a?b?"[..]),
            ("a\u{f000}", "utf-16-be", "backslashreplace", &b"\x00a\x00\x5C\x00u\x00d\x008\x000\x000"[..]),
        ];
        for (text, name, handler, expected) in rows {
            let encoded = encode(&wtf8(text), codec(name), &mut errors(handler));
            assert_eq!(encoded.as_deref(), Ok(expected), "{text} {name} {handler}");
        }
    }

    #[test]
    fn encoding_fails() {
        let rows = [
            (
                "aéé€b",
                "ascii",
                "strict",
                1,
                4,
                "'ascii' codec can't encode characters in position 1-3: ordinal not in range(128)",
            ),
            (
                "a€𝄞b",
                "latin-1",
                "strict",
                1,
                3,
                "'latin-1' codec can't encode characters in position 1-2: ordinal not in range(256)",
            ),
            (
                "a\u{f000}\u{f400}b",
                "utf-8",
                "strict",
                1,
                3,
                "'utf-8' codec can't encode characters in position 1-2: surrogates not allowed",
            ),
            (
                "𝄞\u{f000}\u{f001}",
                "utf-16",
                "strict",
                1,
                2,
                "'utf-16' codec can't encode character '\\ud800' in position 1: surrogates not allowed",
            ),
            (
                "\u{f000}",
                "utf-32",
                "strict",
                0,
                1,
                "'utf-32' codec can't encode character '\\ud800' in position 0: surrogates not allowed",
            ),
            (
                "é€𝄞\u{81}",
                "cp1252",
                "strict",
                2,
                4,
                "'charmap' codec can't encode characters in position 2-3: character maps to <undefined>",
            ),
            (
                "\u{f480}\u{f000}",
                "ascii",
                "surrogateescape",
                1,
                2,
                "'ascii' codec can't encode character '\\ud800' in position 1: ordinal not in range(128)",
            ),
            (
                "\u{f480}\u{f000}",
                "cp1252",
                "surrogateescape",
                0,
                2,
                "'charmap' codec can't encode characters in position 0-1: character maps to <undefined>",
            ),
            (
                "\u{f480}",
                "utf-16",
                "surrogateescape",
                0,
                1,
                "'utf-16' codec can't encode character '\\udc80' in position 0: surrogates not allowed",
            ),
            (
                "\u{f000}é",
                "ascii",
                "surrogatepass",
                0,
                2,
                "'ascii' codec can't encode characters in position 0-1: ordinal not in range(128)",
            ),
            (
                "\u{10ffff}",
                "ascii",
                "strict",
                0,
                1,
                "'ascii' codec can't encode character '\\U0010ffff' in position 0: ordinal not in range(128)",
            ),
            (
                "ā",
                "ascii",
                "strict",
                0,
                1,
                "'ascii' codec can't encode character '\\u0101' in position 0: ordinal not in range(128)",
            ),
        ];
        for (text, name, handler, start, end, message) in rows {
            let text = wtf8(text);
            let Err(Failure::Problem(problem)) = encode(&text, codec(name), &mut errors(handler))
            else {
                panic!("{message}");
            };
            assert_eq!((problem.start, problem.end), (start, end), "{message}");
            let code = wtf8::code_points(&text).nth(start);
            let encoding = problem.codec.name();
            assert_eq!(
                encode_message(encoding, code, start, end, problem.reason),
                message
            );
        }
    }

    #[test]
    fn decoding() {
        let rows = [
            (&b"\xC3\xA9\xF0\x9D\x84\x9E"[..], "utf-8", "strict", "é𝄞"),
            (&b"\xEF\xBB\xBFa"[..], "utf-8-sig", "strict", "a"),
            (&b"\xEF\xBB\xBFa"[..], "utf-8", "strict", "\u{feff}a"),
            (&b"\xFF\xFEa\x004\xD8\x1E\xDD"[..], "utf-16", "strict", "a𝄞"),
            (&b"\xFE\xFF\x00a"[..], "utf-16", "strict", "a"),
            (&b"a\x00"[..], "utf-16", "strict", "a"),
            (
                &b"\x00\x00\xFE\xFF\x00\x00\x00a"[..],
                "utf-32",
                "strict",
                "a",
            ),
            (&b"\x80\xE9"[..], "cp1252", "strict", "€é"),
            (&b"a\xFF\xFEb"[..], "ascii", "replace", "a��b"),
            (
                &b"a\xFF\xFEb"[..],
                "ascii",
                "backslashreplace",
                "a\\xff\\xfeb",
            ),
            (
                &b"a\xFF\xFEb"[..],
                "ascii",
                "surrogateescape",
                "a\u{f4ff}\u{f4fe}b",
            ),
            (&b"\xED\xA0\x80"[..], "utf-8", "replace", "���"),
            (&b"\xED\xA0\x80"[..], "utf-8", "surrogatepass", "\u{f000}"),
            (&b"\xF0\x9D\x84x\xE2\x82"[..], "utf-8", "replace", "�x�"),
            (
                &b"\xF0\x9D\x84x\xE2\x82"[..],
                "utf-8",
                "surrogateescape",
                "\u{f4f0}\u{f49d}\u{f484}x\u{f4e2}\u{f482}",
            ),
            (&b"\xF0\x9D\x84x\xE2\x82"[..], "utf-8", "ignore", "x"),
            (
                &b"\x00\xD8a\x00"[..],
                "utf-16-le",
                "surrogatepass",
                "\u{f000}a",
            ),
            (
                &b"\x00\xD8\x00\xD8\x00\xDC"[..],
                "utf-16-le",
                "replace",
                "�𐀀",
            ),
            (
                &b"\x00\x00\x11\x00a\x00\x00\x00"[..],
                "utf-32-le",
                "replace",
                "�a",
            ),
            (&b"\x81\x80"[..], "cp1252", "replace", "�€"),
        ];
        for (data, name, handler, expected) in rows {
            let decoded = decode(data, codec(name), &mut errors(handler));
            assert_eq!(decoded, Ok(wtf8(expected)), "{data:?} {name} {handler}");
        }
        let failed = decode(b"\xFF", Codec::Ascii, &mut Errors::NameReplace);
        assert_eq!(failed, Err(Failure::OnlyEncodes));
    }

    #[test]
    fn decoding_fails() {
        let rows = [
            (
                &b"a\xFF"[..],
                "ascii",
                "strict",
                Some(0xFF),
                1,
                2,
                "'ascii' codec can't decode byte 0xff in position 1: ordinal not in range(128)",
            ),
            (
                &b"a\xFF\xFEb"[..],
                "utf-8",
                "strict",
                Some(0xFF),
                1,
                2,
                "'utf-8' codec can't decode byte 0xff in position 1: invalid start byte",
            ),
            (
                &b"\xE2\x82"[..],
                "utf-8",
                "strict",
                Some(0xE2),
                0,
                2,
                "'utf-8' codec can't decode bytes in position 0-1: unexpected end of data",
            ),
            (
                &b"\xE2\x82a"[..],
                "utf-8",
                "strict",
                Some(0xE2),
                0,
                2,
                "'utf-8' codec can't decode bytes in position 0-1: invalid continuation byte",
            ),
            (
                &b"\xC0\x80"[..],
                "utf-8",
                "strict",
                Some(0xC0),
                0,
                1,
                "'utf-8' codec can't decode byte 0xc0 in position 0: invalid start byte",
            ),
            (
                &b"\xE0\x80\x80"[..],
                "utf-8",
                "strict",
                Some(0xE0),
                0,
                1,
                "'utf-8' codec can't decode byte 0xe0 in position 0: invalid continuation byte",
            ),
            (
                &b"\xED\xA0\x80"[..],
                "utf-8",
                "strict",
                Some(0xED),
                0,
                1,
                "'utf-8' codec can't decode byte 0xed in position 0: invalid continuation byte",
            ),
            (
                &b"\xF0\x9D\x84x"[..],
                "utf-8",
                "strict",
                Some(0xF0),
                0,
                3,
                "'utf-8' codec can't decode bytes in position 0-2: invalid continuation byte",
            ),
            (
                &b"\xF4\x90\x80\x80"[..],
                "utf-8",
                "strict",
                Some(0xF4),
                0,
                1,
                "'utf-8' codec can't decode byte 0xf4 in position 0: invalid continuation byte",
            ),
            (
                &b"\xF5\x80"[..],
                "utf-8",
                "strict",
                Some(0xF5),
                0,
                1,
                "'utf-8' codec can't decode byte 0xf5 in position 0: invalid start byte",
            ),
            (
                &b"a"[..],
                "utf-16",
                "strict",
                Some(0x61),
                0,
                1,
                "'utf-16-le' codec can't decode byte 0x61 in position 0: truncated data",
            ),
            (
                &b"\x00\xD8"[..],
                "utf-16-le",
                "strict",
                Some(0x00),
                0,
                2,
                "'utf-16-le' codec can't decode bytes in position 0-1: unexpected end of data",
            ),
            (
                &b"\x00\xD8\x00"[..],
                "utf-16-le",
                "strict",
                Some(0x00),
                0,
                3,
                "'utf-16-le' codec can't decode bytes in position 0-2: unexpected end of data",
            ),
            (
                &b"\x00\xD8a\x00"[..],
                "utf-16-le",
                "strict",
                Some(0x00),
                0,
                2,
                "'utf-16-le' codec can't decode bytes in position 0-1: illegal UTF-16 surrogate",
            ),
            (
                &b"\x00\xDCa\x00"[..],
                "utf-16-le",
                "strict",
                Some(0x00),
                0,
                2,
                "'utf-16-le' codec can't decode bytes in position 0-1: illegal encoding",
            ),
            (
                &b"\xFE\xFFa"[..],
                "utf-16",
                "strict",
                Some(0x61),
                2,
                3,
                "'utf-16-be' codec can't decode byte 0x61 in position 2: truncated data",
            ),
            (
                &b"abc"[..],
                "utf-32",
                "strict",
                Some(0x61),
                0,
                3,
                "'utf-32-le' codec can't decode bytes in position 0-2: truncated data",
            ),
            (
                &b"\x00\xD8\x00\x00"[..],
                "utf-32-le",
                "strict",
                Some(0x00),
                0,
                4,
                "'utf-32-le' codec can't decode bytes in position 0-3: code point in surrogate code point range(0xd800, 0xe000)",
            ),
            (
                &b"\x00\x00\x11\x00"[..],
                "utf-32-le",
                "strict",
                Some(0x00),
                0,
                4,
                "'utf-32-le' codec can't decode bytes in position 0-3: code point not in range(0x110000)",
            ),
            (
                &b"\x81"[..],
                "cp1252",
                "strict",
                Some(0x81),
                0,
                1,
                "'charmap' codec can't decode byte 0x81 in position 0: character maps to <undefined>",
            ),
            (
                &b"\x00\xD8"[..],
                "utf-16-le",
                "surrogateescape",
                Some(0x00),
                0,
                2,
                "'utf-16-le' codec can't decode bytes in position 0-1: unexpected end of data",
            ),
            (
                &b"\xFF"[..],
                "ascii",
                "surrogatepass",
                Some(0xFF),
                0,
                1,
                "'ascii' codec can't decode byte 0xff in position 0: ordinal not in range(128)",
            ),
            (
                &b"\xEF\xBB\xBF\xFF"[..],
                "utf-8-sig",
                "strict",
                Some(0xFF),
                0,
                1,
                "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte",
            ),
        ];
        for (data, name, handler, byte, start, end, message) in rows {
            let Err(Failure::Problem(problem)) = decode(data, codec(name), &mut errors(handler))
            else {
                panic!("{message}");
            };
            assert_eq!((problem.start, problem.end), (start, end), "{message}");
            let encoding = problem.codec.name();
            assert_eq!(
                decode_message(encoding, byte, start, end, problem.reason),
                message
            );
        }
    }

    #[test]
    fn names() {
        let same = ["utf-8", "UTF_8", " utf8", "Utf--8", "U8", "cp65001"];
        assert!(
            same.iter()
                .all(|name| Codec::by_name(name) == Some(Codec::Utf8))
        );
        assert_eq!(Codec::by_name("ISO-8859-1"), Some(Codec::Latin1));
        assert_eq!(Codec::by_name("windows-1252"), Codec::by_name("1252"));
        let unknown = ["foo", "utf.8", "utf16-le", "cp-1252", ""];
        assert!(unknown.iter().all(|name| Codec::by_name(name).is_none()));
    }

    /// A handler of a script's: puts a text of its own, or goes back to a place of its own.
    struct Own(&'static str);

    impl Handler for Own {
        type Error = Problem;

        fn encode(&mut self, _: &[u8], problem: &Problem) -> Result<(Replacement, usize), Problem> {
            let text = self.0.as_bytes().to_vec();
            Ok((Replacement::Text(text), problem.end))
        }

        fn decode(&mut self, _: &[u8], problem: &Problem) -> Result<(Vec<u8>, usize), Problem> {
            Ok((self.0.as_bytes().to_vec(), problem.end))
        }

        fn fail(&mut self, problem: Problem) -> Problem {
            problem
        }
    }

    #[test]
    fn own_handlers() {
        let text = "aé€b".as_bytes();
        assert_eq!(
            encode(text, Codec::Ascii, &mut Own("-")).as_deref(),
            Ok(&b"a-b"[..])
        );
        assert!(encode(text, Codec::Ascii, &mut Own("é")).is_err());
        assert_eq!(
            encode(text, Codec::Latin1, &mut Own("é")).as_deref(),
            Ok(&b"a\xE9\xE9b"[..])
        );
        let decoded = decode(b"a\xFFb", Codec::Utf8, &mut Own("€"));
        assert_eq!(decoded.as_deref(), Ok("a€b".as_bytes()));
    }
}
