//! Strings as generalised UTF-8: code points, positions and slices.
//!
//! A script's string is UTF-8 in which a lone surrogate stands as its own three bytes; two surrogates
//! in a row are never joined. Byte order is code-point order, and a byte search never matches inside a
//! code point, so comparing and searching (`search.rs`) need no decoding.
//! Functions here trust their input to be such text; other bytes give odd answers, never a panic.

use std::borrow::Cow;

/// The bytes of a code point whose first byte is `lead`.
pub fn width(lead: u8) -> usize {
    match lead {
        0..0xE0 => 1 + usize::from(lead >= 0xC0),
        0xE0..0xF0 => 3,
        _ => 4,
    }
}

/// Whether `byte` continues a code point that began earlier.
fn continues(byte: u8) -> bool {
    byte & 0xC0 == 0x80
}

/// The code point that begins at byte `at`, and the byte after it; `None` at the end.
pub fn decode(text: &[u8], at: usize) -> Option<(u32, usize)> {
    let lead = *text.get(at)?;
    if lead < 0x80 {
        return Some((u32::from(lead), at + 1));
    }
    let next = (at + width(lead)).min(text.len());
    let first = match next - at {
        2 => u32::from(lead & 0x1F),
        3 => u32::from(lead & 0x0F),
        _ => u32::from(lead & 0x07),
    };
    let code = text[at + 1..next]
        .iter()
        .fold(first, |code, &byte| code << 6 | u32::from(byte & 0x3F));
    Some((code, next))
}

/// Adds a code point, a surrogate included, to a text.
pub fn push(text: &mut Vec<u8>, code: u32) {
    let low = |shift: u32| 0x80 | (code >> shift & 0x3F) as u8;
    match code {
        0..0x80 => text.push(code as u8),
        0x80..0x800 => text.extend([0xC0 | (code >> 6) as u8, low(0)]),
        0x800..0x10000 => text.extend([0xE0 | (code >> 12) as u8, low(6), low(0)]),
        _ => text.extend([0xF0 | (code >> 18 & 7) as u8, low(12), low(6), low(0)]),
    }
}

/// The text of one code point.
pub fn encode(code: u32) -> Vec<u8> {
    let mut text = Vec::with_capacity(4);
    push(&mut text, code);
    text
}

/// The number of code points.
pub fn count(text: &[u8]) -> usize {
    text.iter().filter(|&&byte| !continues(byte)).count()
}

/// Whether a code point is half of a surrogate pair.
pub fn is_surrogate(code: u32) -> bool {
    (0xD800..0xE000).contains(&code)
}

/// Whether any lone surrogate is in the text.
pub fn has_surrogates(text: &[u8]) -> bool {
    memchr::memchr_iter(0xED, text).any(|at| text.get(at + 1).is_some_and(|&byte| byte >= 0xA0))
}

/// The text as `&str`, unless it holds a surrogate.
pub fn as_str(text: &[u8]) -> Option<&str> {
    std::str::from_utf8(text).ok()
}

/// The text as a `str` in which each surrogate is shown as U+FFFD.
pub fn to_str_lossy(text: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(text) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(
            code_points(text)
                .map(|code| char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER))
                .collect(),
        ),
    }
}

/// The code points of a text, from either end.
pub fn code_points(text: &[u8]) -> CodePoints<'_> {
    CodePoints { text }
}

/// Iterator of [`code_points`].
#[derive(Clone, Debug)]
pub struct CodePoints<'a> {
    text: &'a [u8],
}

impl<'a> CodePoints<'a> {
    /// The text not yet given.
    pub fn rest(&self) -> &'a [u8] {
        self.text
    }
}

impl Iterator for CodePoints<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let (code, next) = decode(self.text, 0)?;
        self.text = &self.text[next..];
        Some(code)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.text.len().div_ceil(4), Some(self.text.len()))
    }
}

impl DoubleEndedIterator for CodePoints<'_> {
    fn next_back(&mut self) -> Option<u32> {
        let start = previous(self.text, self.text.len())?;
        let (code, _) = decode(self.text, start)?;
        self.text = &self.text[..start];
        Some(code)
    }
}

/// Where the code point that ends before byte `at` begins; `None` at the start.
pub fn previous(text: &[u8], at: usize) -> Option<usize> {
    let mut start = at.checked_sub(1)?;
    while start > 0 && continues(text[start]) {
        start -= 1;
    }
    Some(start)
}

/// The byte where the code point `index` after byte `from` begins, by walking; the end if there are fewer.
fn walk(text: &[u8], from: usize, index: usize) -> usize {
    let mut at = from;
    for _ in 0..index {
        match text.get(at) {
            Some(&lead) => at += width(lead),
            None => break,
        }
    }
    at.min(text.len())
}

/// Byte offsets of every 64th code point: makes indexing a text that is not ASCII quick.
/// Its owner builds it at the first index and keeps it beside the text.
#[derive(Clone, Debug)]
pub struct Positions {
    every: Box<[usize]>,
}

impl Positions {
    /// How many code points lie between two kept offsets.
    const STRIDE: usize = 64;

    /// Builds the table in one pass over `text`.
    pub fn new(text: &[u8]) -> Positions {
        let starts = (0..text.len()).filter(|&at| !continues(text[at]));
        Positions {
            every: starts.step_by(Self::STRIDE).collect(),
        }
    }

    /// The byte where code point `index` begins; the end of the text if there is none.
    pub fn byte_of(&self, text: &[u8], index: usize) -> usize {
        match self.every.get(index / Self::STRIDE) {
            Some(&from) => walk(text, from, index % Self::STRIDE),
            None => text.len(),
        }
    }

    /// The number of code points before byte `byte`.
    pub fn index_of(&self, text: &[u8], byte: usize) -> usize {
        let after = self.every.partition_point(|&start| start <= byte);
        match after.checked_sub(1) {
            Some(slot) => {
                slot * Self::STRIDE + count(&text[self.every[slot]..byte.min(text.len())])
            }
            None => 0,
        }
    }
}

/// The byte where code point `index` begins; no table means that the text is ASCII.
pub fn byte_of(text: &[u8], positions: Option<&Positions>, index: usize) -> usize {
    match positions {
        None => index.min(text.len()),
        Some(positions) => positions.byte_of(text, index),
    }
}

/// The index of the code point that begins at byte `byte`; no table means that the text is ASCII.
pub fn index_of(text: &[u8], positions: Option<&Positions>, byte: usize) -> usize {
    match positions {
        None => byte,
        Some(positions) => positions.index_of(text, byte),
    }
}

/// The code points `start..end`; no table means that the text is ASCII.
pub fn slice<'a>(
    text: &'a [u8],
    positions: Option<&Positions>,
    start: usize,
    end: usize,
) -> &'a [u8] {
    if start >= end {
        return &[];
    }
    &text[byte_of(text, positions, start)..byte_of(text, positions, end)]
}

/// The first `most` code points.
pub fn first(text: &[u8], most: usize) -> &[u8] {
    if text.len() <= most {
        return text;
    }
    &text[..walk(text, 0, most)]
}

/// The `length` code points at `start`, `start + step`, …, all inside the text (the slice's indices adjusted).
pub fn stride(
    text: &[u8],
    positions: Option<&Positions>,
    start: usize,
    step: isize,
    length: usize,
) -> Vec<u8> {
    let Some(last) = length.checked_sub(1) else {
        return Vec::new();
    };
    let span = step.unsigned_abs().saturating_mul(last);
    let mut out = Vec::with_capacity(length);
    if step >= 0 {
        let part = slice(
            text,
            positions,
            start,
            start.saturating_add(span).saturating_add(1),
        );
        let picked = code_points(part).step_by(step.unsigned_abs().max(1));
        picked.for_each(|code| push(&mut out, code));
    } else {
        let part = slice(text, positions, start.saturating_sub(span), start + 1);
        let picked = code_points(part).rev().step_by(step.unsigned_abs());
        picked.for_each(|code| push(&mut out, code));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `'aé€𝄞'` followed by a high and a low surrogate that Python keeps apart.
    fn sample() -> Vec<u8> {
        let mut text = "aé€𝄞".as_bytes().to_vec();
        push(&mut text, 0xD834);
        push(&mut text, 0xDD1E);
        text
    }

    #[test]
    fn code_points_go_both_ways() {
        let codes = [0x61, 0xE9, 0x20AC, 0x1D11E, 0xD834, 0xDD1E];
        let text = sample();
        assert_eq!(code_points(&text).collect::<Vec<_>>(), codes);
        let back: Vec<u32> = code_points(&text).rev().collect();
        assert!(back.iter().eq(codes.iter().rev()));
        assert_eq!(count(&text), 6);
        assert!(has_surrogates(&text) && !has_surrogates("퟿é€".as_bytes()));
        assert_eq!(as_str(&text), None);
        assert_eq!(to_str_lossy(&text), "aé€𝄞\u{FFFD}\u{FFFD}");
    }

    #[test]
    fn every_code_point_survives() {
        let mut text = Vec::new();
        for code in 0..0x110000 {
            text.clear();
            push(&mut text, code);
            assert_eq!(decode(&text, 0), Some((code, text.len())));
            assert_eq!(width(text[0]), text.len());
            if let Some(known) = char::from_u32(code) {
                assert_eq!(text, known.to_string().as_bytes());
            }
        }
    }

    #[test]
    fn positions_and_slices() {
        let text: Vec<u8> = sample().repeat(50);
        let codes: Vec<u32> = code_points(&text).collect();
        let positions = Positions::new(&text);
        for index in 0..=codes.len() {
            let byte = positions.byte_of(&text, index);
            assert_eq!(positions.index_of(&text, byte), index);
            assert_eq!(
                decode(&text, byte).map(|(code, _)| code),
                codes.get(index).copied()
            );
        }
        assert_eq!(positions.byte_of(&text, 1000), text.len());
        let part = slice(&text, Some(&positions), 63, 66);
        assert!(code_points(part).eq(codes[63..66].iter().copied()));
        assert_eq!(slice(b"hello", None, 1, 3), b"el");
        assert_eq!(slice(b"hello", None, 4, 2), b"");
        assert_eq!(slice(b"hello", None, 4, 200), b"o");
    }

    #[test]
    fn strides() {
        let text = "aé€𝄞z".as_bytes();
        let positions = Positions::new(text);
        let all = Some(&positions);
        assert_eq!(stride(text, all, 4, -1, 5), "z𝄞€éa".as_bytes());
        assert_eq!(stride(text, all, 0, 2, 3), "a€z".as_bytes());
        assert_eq!(stride(text, all, 3, -2, 2), "𝄞é".as_bytes());
        assert_eq!(stride(text, all, 3, isize::MAX, 1), "𝄞".as_bytes());
        assert_eq!(stride(b"abcdef", None, 5, -5, 2), b"fa");
        assert_eq!(stride(b"abc", None, 0, 1, 0), b"");
    }
}
