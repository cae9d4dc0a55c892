//! Decoding: bytes to WTF-8 texts.

use super::super::wtf8::push;
use super::{Codec, Handler, Problem};
use std::borrow::Cow;

/// Decodes bytes into a WTF-8 text. Positions of problems count from behind the mark of [`Codec::Utf8Sig`].
pub fn decode<H: Handler>(data: &[u8], codec: Codec, handler: &mut H) -> Result<Vec<u8>, H::Error> {
    decode_until(data, data.len(), codec, handler)
}

/// Decodes the bytes before `end`. Of what follows only so much is looked at as tells whether what came before is right.
pub fn decode_until<H: Handler>(
    data: &[u8],
    end: usize,
    codec: Codec,
    handler: &mut H,
) -> Result<Vec<u8>, H::Error> {
    let (mut end, data) = match codec {
        Codec::Multibyte(_) => (end, data),
        _ => (end, &data[..end]),
    };
    let (codec, data, mut at) = match codec {
        Codec::Utf8Sig => {
            let mark = codec.mark();
            let data = data.strip_prefix(mark).unwrap_or(data);
            end = data.len();
            (Codec::Utf8, data, 0)
        }
        Codec::Utf16 | Codec::Utf32 => {
            let (codec, at) = detect(codec, data);
            (codec, data, at)
        }
        _ => (codec, data, 0),
    };
    let mut out = Vec::with_capacity(data.len());
    let mut data = Cow::Borrowed(data);
    while at < end {
        let (text, wrong, reason) = run(codec, &data, at, end, &mut out);
        at = text;
        if let Some(reason) = reason {
            let problem = Problem {
                codec,
                start: at,
                end: wrong,
                reason,
            };
            let (replacement, resume) = handler.decode(&data, &problem)?;
            out.extend_from_slice(&replacement);
            if let Some(other) = handler.other_data() {
                end = other.len();
                data = Cow::Owned(other);
            }
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

/// Decodes from byte `at` to `end` as far as it goes: where that is and, if something is wrong there, where it ends and why.
fn run(
    codec: Codec,
    data: &[u8],
    at: usize,
    end: usize,
    out: &mut Vec<u8>,
) -> (usize, usize, Option<&'static str>) {
    if codec == Codec::Utf8 {
        return run_utf8(data, at, out);
    }
    let mut at = at;
    while at < end {
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
        Codec::Multibyte(own) => own.take(data, at),
        Codec::Utf16 | Codec::Utf16Le | Codec::Utf16Be => take_utf16(codec, data, at),
        Codec::Utf32 | Codec::Utf32Le | Codec::Utf32Be => take_utf32(codec, data, at),
        Codec::Utf8 | Codec::Utf8Sig | Codec::Ascii | Codec::Latin1 => {
            Ok((u32::from(byte), at + 1))
        }
    }
}

/// The unit of UTF-16 or UTF-32 at byte `at`.
pub(super) fn unit_at(codec: Codec, data: &[u8], at: usize) -> Option<u32> {
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
