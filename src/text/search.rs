//! Finding, counting, replacing, splitting, stripping and padding in strings and bytes.
//!
//! Positions here are byte offsets; callers turn a script's code-point indices into them and back
//! (`wtf8.rs`). A search for a non-empty needle is the same for strings and bytes; where it matters what
//! stands between two positions, [`Units`] tells code points from bytes.

use super::{Outcome, room, unicode, wtf8};
use memchr::memmem;

/// What a sequence is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Units {
    /// Code points of a WTF-8 string.
    Text,
    /// Bytes.
    Bytes,
}

impl Units {
    /// The number of units.
    pub fn count(self, data: &[u8]) -> usize {
        match self {
            Units::Text => wtf8::count(data),
            Units::Bytes => data.len(),
        }
    }

    /// The end of the unit that begins at `at`.
    fn next(self, data: &[u8], at: usize) -> usize {
        match self {
            Units::Text => (at + wtf8::width(data[at])).min(data.len()),
            Units::Bytes => at + 1,
        }
    }
}

/// The first place of `needle`, as a byte offset; an empty one is found at 0.
pub fn find(data: &[u8], needle: &[u8]) -> Option<usize> {
    match needle {
        [byte] => memchr::memchr(*byte, data),
        _ => memmem::find(data, needle),
    }
}

/// The last place of `needle`; an empty one is found at the end.
pub fn rfind(data: &[u8], needle: &[u8]) -> Option<usize> {
    match needle {
        [byte] => memchr::memrchr(*byte, data),
        _ => memmem::rfind(data, needle),
    }
}

/// How often `needle` stands in `data` without overlapping; an empty one stands around every unit.
pub fn count(data: &[u8], needle: &[u8], units: Units) -> usize {
    match needle {
        [] => units.count(data) + 1,
        [byte] => memchr::memchr_iter(*byte, data).count(),
        _ => memmem::find_iter(data, needle).count(),
    }
}

/// `data` with the first `most` places of `old` (all without a limit) replaced by `new`.
pub fn replace(
    data: &[u8],
    old: &[u8],
    new: &[u8],
    most: Option<usize>,
    units: Units,
) -> Outcome<Vec<u8>> {
    let times = count(data, old, units).min(most.unwrap_or(usize::MAX));
    let size = times
        .checked_mul(new.len())
        .and_then(|size| size.checked_add(data.len() - times * old.len()));
    let mut out = room(size.unwrap_or(usize::MAX))?;
    let mut done = 0;
    if old.is_empty() {
        for turn in 0..times {
            out.extend_from_slice(new);
            if turn + 1 < times {
                let next = units.next(data, done);
                out.extend_from_slice(&data[done..next]);
                done = next;
            }
        }
    } else {
        for at in memmem::find_iter(data, old).take(times) {
            out.extend_from_slice(&data[done..at]);
            out.extend_from_slice(new);
            done = at + old.len();
        }
    }
    out.extend_from_slice(&data[done..]);
    Ok(out)
}

/// `split(separator, most)` for a separator that is not empty.
pub fn split<'a>(data: &'a [u8], separator: &[u8], most: Option<usize>) -> Vec<&'a [u8]> {
    let mut parts = Vec::new();
    let mut done = 0;
    let mut cut = |at: usize| {
        parts.push(&data[done..at]);
        done = at + separator.len();
    };
    let most = most.unwrap_or(usize::MAX);
    match separator {
        [byte] => memchr::memchr_iter(*byte, data)
            .take(most)
            .for_each(&mut cut),
        _ => memmem::find_iter(data, separator)
            .take(most)
            .for_each(&mut cut),
    }
    parts.push(&data[done..]);
    parts
}

/// `rsplit(separator, most)` for a separator that is not empty: the last places count.
pub fn rsplit<'a>(data: &'a [u8], separator: &[u8], most: Option<usize>) -> Vec<&'a [u8]> {
    let mut parts = Vec::new();
    let mut end = data.len();
    let places = memmem::FinderRev::new(separator);
    let most = most.unwrap_or(usize::MAX);
    for at in places.rfind_iter(data).take(most) {
        parts.push(&data[at + separator.len()..end]);
        end = at;
    }
    parts.push(&data[..end]);
    parts.reverse();
    parts
}

/// What stands before, at and after the first place of `separator`; all before if there is none.
pub fn partition<'a>(data: &'a [u8], separator: &[u8]) -> [&'a [u8]; 3] {
    match find(data, separator) {
        Some(at) => cut_at(data, at, separator.len()),
        None => [data, &[], &[]],
    }
}

/// What stands before, at and after the last place of `separator`; all after if there is none.
pub fn rpartition<'a>(data: &'a [u8], separator: &[u8]) -> [&'a [u8]; 3] {
    match rfind(data, separator) {
        Some(at) => cut_at(data, at, separator.len()),
        None => [&[], &[], data],
    }
}

fn cut_at(data: &[u8], at: usize, length: usize) -> [&[u8]; 3] {
    [&data[..at], &data[at..at + length], &data[at + length..]]
}

/// Whether a unit is white space: Unicode's for text, six ASCII bytes for bytes.
fn is_space(units: Units, code: u32) -> bool {
    match units {
        Units::Text => unicode::is_space(code),
        Units::Bytes => matches!(code, 0x09..=0x0D | 0x20),
    }
}

/// The unit before byte `end` and where it begins.
fn unit_before(data: &[u8], end: usize, units: Units) -> Option<(u32, usize)> {
    match units {
        Units::Text => {
            let start = wtf8::previous(data, end)?;
            Some((wtf8::decode(data, start)?.0, start))
        }
        Units::Bytes => end
            .checked_sub(1)
            .map(|start| (u32::from(data[start]), start)),
    }
}

/// The unit at byte `at` and where it ends.
fn unit_at(data: &[u8], at: usize, units: Units) -> Option<(u32, usize)> {
    match units {
        Units::Text => wtf8::decode(data, at),
        Units::Bytes => data.get(at).map(|&byte| (u32::from(byte), at + 1)),
    }
}

/// How many bytes at the start consist of units that `strip` names.
fn leading(data: &[u8], units: Units, strip: impl Fn(u32) -> bool) -> usize {
    let mut at = 0;
    while let Some((_, next)) = unit_at(data, at, units).filter(|&(code, _)| strip(code)) {
        at = next;
    }
    at
}

/// Where the units at the end that `strip` names begin.
fn trailing(data: &[u8], units: Units, strip: impl Fn(u32) -> bool) -> usize {
    let mut end = data.len();
    while let Some((_, start)) = unit_before(data, end, units).filter(|&(code, _)| strip(code)) {
        end = start;
    }
    end
}

/// `lstrip`: without the white space at the start, or the units that stand in `chars`.
pub fn strip_start<'a>(data: &'a [u8], chars: Option<&[u8]>, units: Units) -> &'a [u8] {
    match chars {
        None => &data[leading(data, units, |code| is_space(units, code))..],
        Some(chars) => &data[leading(data, units, |code| contains(chars, units, code))..],
    }
}

/// `rstrip`: without the white space at the end, or the units that stand in `chars`.
pub fn strip_end<'a>(data: &'a [u8], chars: Option<&[u8]>, units: Units) -> &'a [u8] {
    match chars {
        None => &data[..trailing(data, units, |code| is_space(units, code))],
        Some(chars) => &data[..trailing(data, units, |code| contains(chars, units, code))],
    }
}

/// `strip`: both.
pub fn strip<'a>(data: &'a [u8], chars: Option<&[u8]>, units: Units) -> &'a [u8] {
    strip_end(strip_start(data, chars, units), chars, units)
}

fn contains(chars: &[u8], units: Units, code: u32) -> bool {
    match units {
        Units::Text => wtf8::code_points(chars).any(|c| c == code),
        Units::Bytes => chars.iter().any(|&byte| u32::from(byte) == code),
    }
}

/// `split(None, most)`: the words between runs of white space; what is left over keeps its end.
pub fn split_words(data: &[u8], most: Option<usize>, units: Units) -> Vec<&[u8]> {
    let space = |code| is_space(units, code);
    let mut words = Vec::new();
    let mut rest = strip_start(data, None, units);
    while !rest.is_empty() {
        if most == Some(words.len()) {
            words.push(rest);
            break;
        }
        let (word, after) = rest.split_at(leading(rest, units, |code| !space(code)));
        words.push(word);
        rest = strip_start(after, None, units);
    }
    words
}

/// `rsplit(None, most)`: the same from the end.
pub fn rsplit_words(data: &[u8], most: Option<usize>, units: Units) -> Vec<&[u8]> {
    let space = |code| is_space(units, code);
    let mut words = Vec::new();
    let mut rest = strip_end(data, None, units);
    while !rest.is_empty() {
        if most == Some(words.len()) {
            words.push(rest);
            break;
        }
        let (before, word) = rest.split_at(trailing(rest, units, |code| !space(code)));
        words.push(word);
        rest = strip_end(before, None, units);
    }
    words.reverse();
    words
}

/// `splitlines(keep)`: text also ends lines at form feeds, separators and U+2028; `\r\n` is one end.
pub fn split_lines(data: &[u8], keep: bool, units: Units) -> Vec<&[u8]> {
    let ends_line = |code: u32| match units {
        Units::Text => matches!(code, 0x0A..=0x0D | 0x1C..=0x1E | 0x85 | 0x2028 | 0x2029),
        Units::Bytes => matches!(code, 0x0A | 0x0D),
    };
    let mut lines = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some((code, next)) = unit_at(data, at, units) {
        let end = at;
        at = next;
        if ends_line(code) {
            if code == 0x0D && data.get(at) == Some(&b'\n') {
                at += 1;
            }
            lines.push(&data[start..if keep { at } else { end }]);
            start = at;
        }
    }
    if start < data.len() {
        lines.push(&data[start..]);
    }
    lines
}

/// `expandtabs(size)`: each tab becomes blanks up to the next multiple of `size`, counted from the line's start.
pub fn expand_tabs(data: &[u8], size: usize, units: Units) -> Outcome<Vec<u8>> {
    let mut out = room(data.len())?;
    let mut column = 0;
    let mut at = 0;
    while let Some((code, next)) = unit_at(data, at, units) {
        match code {
            0x09 => {
                let blanks = if size == 0 { 0 } else { size - column % size };
                column += blanks;
                pad(&mut out, b" ", blanks)?;
            }
            _ => {
                column = if matches!(code, 0x0A | 0x0D) {
                    0
                } else {
                    column + 1
                };
                out.extend_from_slice(&data[at..next]);
            }
        }
        at = next;
    }
    Ok(out)
}

/// Adds `times` copies of `fill`.
fn pad(out: &mut Vec<u8>, fill: &[u8], times: usize) -> Outcome<()> {
    let size = fill.len().saturating_mul(times);
    out.try_reserve(size).map_err(|_| super::Fault::Memory)?;
    match fill {
        [byte] => out.resize(out.len() + times, *byte),
        _ => (0..times).for_each(|_| out.extend_from_slice(fill)),
    }
    Ok(())
}

/// `data` between `left` and `right` copies of `fill`.
pub fn padded(data: &[u8], fill: &[u8], left: usize, right: usize) -> Outcome<Vec<u8>> {
    let copies = left.saturating_add(right);
    let mut out = room(copies.saturating_mul(fill.len()).saturating_add(data.len()))?;
    pad(&mut out, fill, left)?;
    out.extend_from_slice(data);
    pad(&mut out, fill, right)?;
    Ok(out)
}

/// `center(width)`'s margins for something of `length` units: the odd one goes left if `width` is odd.
pub fn margins(length: usize, width: usize) -> (usize, usize) {
    let free = width.saturating_sub(length);
    let left = free / 2 + (free & width & 1);
    (left, free - left)
}

/// `zfill(width)`: zeros after the sign, if there is one.
pub fn zfill(data: &[u8], width: usize, units: Units) -> Outcome<Vec<u8>> {
    let zeros = width.saturating_sub(units.count(data));
    let sign = usize::from(matches!(data.first(), Some(b'+' | b'-')));
    let mut out = room(data.len().saturating_add(zeros))?;
    out.extend_from_slice(&data[..sign]);
    pad(&mut out, b"0", zeros)?;
    out.extend_from_slice(&data[sign..]);
    Ok(out)
}

/// `data` written `times` times.
pub fn repeat(data: &[u8], times: usize) -> Outcome<Vec<u8>> {
    if data.is_empty() {
        return Ok(Vec::new());
    }
    let mut out = room(data.len().saturating_mul(times))?;
    pad(&mut out, data, times)?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pieces between bars.
    fn barred(pieces: Vec<&[u8]>) -> String {
        String::from_utf8(pieces.join(&b"|"[..])).expect("UTF-8")
    }

    #[test]
    fn replacing() {
        let rows = [
            ("aaa", "a", "bc", None, "bcbcbc"),
            ("aaa", "a", "", Some(2), "a"),
            ("aaaa", "aa", "b", None, "bb"),
            ("é€", "", "-", None, "-é-€-"),
            ("é€", "", "-", Some(2), "-é-€"),
            ("", "", "x", None, "x"),
            ("", "", "x", Some(0), ""),
            ("abc", "x", "y", None, "abc"),
            ("aé€a", "é€", "𝄞", None, "a𝄞a"),
        ];
        for (text, old, new, most, expected) in rows {
            let replaced = replace(
                text.as_bytes(),
                old.as_bytes(),
                new.as_bytes(),
                most,
                Units::Text,
            );
            assert_eq!(replaced.as_deref(), Ok(expected.as_bytes()));
        }
        let replaced = replace("é".as_bytes(), b"", b"-", None, Units::Bytes);
        assert_eq!(replaced.as_deref(), Ok(&b"-\xC3-\xA9-"[..]));
        let huge = vec![b'x'; 1 << 20];
        let text = vec![b'a'; 1 << 20];
        let limit = usize::MAX / 2;
        assert!(repeat(&huge, limit).is_err() && padded(&text, &huge, limit, 0).is_err());
    }

    #[test]
    fn splitting() {
        let rows = [
            ("a,b,c", ",", None, "a|b|c", "a|b|c"),
            ("a,b,c", ",", Some(1), "a|b,c", "a,b|c"),
            ("a,b,c", ",", Some(0), "a,b,c", "a,b,c"),
            (",,", ",", None, "||", "||"),
            ("", ",", None, "", ""),
            ("a<>b<>c", "<>", Some(1), "a|b<>c", "a<>b|c"),
            ("aaa", "aa", None, "|a", "a|"),
        ];
        for (text, separator, most, left, right) in rows {
            let (text, separator) = (text.as_bytes(), separator.as_bytes());
            assert_eq!(barred(split(text, separator, most)), left);
            assert_eq!(barred(rsplit(text, separator, most)), right);
        }
        let rows = [
            ("  a b  c ", None, "a|b|c", "a|b|c"),
            ("  a b  c ", Some(1), "a|b  c ", "  a b|c"),
            ("  a b  c ", Some(0), "a b  c ", "  a b  c"),
            ("", None, "", ""),
            ("   ", Some(1), "", ""),
            ("a\u{3000}b\u{1c}c\u{85}d", None, "a|b|c|d", "a|b|c|d"),
            ("a b ", Some(1), "a|b ", "a|b"),
        ];
        for (text, most, left, right) in rows {
            let text = text.as_bytes();
            assert_eq!(barred(split_words(text, most, Units::Text)), left);
            assert_eq!(barred(rsplit_words(text, most, Units::Text)), right);
        }
        let rows = [
            ("a\nb\r\nc\rd", "a|b|c|d", "a\n|b\r\n|c\r|d", "a|b|c|d"),
            ("a\n\nb\n", "a||b", "a\n|\n|b\n", "a||b"),
            ("", "", "", ""),
            ("\n", "", "\n", ""),
            (
                "a\u{b}b\u{c}c\u{1c}d\u{85}e\u{2028}f",
                "a|b|c|d|e|f",
                "a\u{b}|b\u{c}|c\u{1c}|d\u{85}|e\u{2028}|f",
                "a\u{b}b\u{c}c\u{1c}d\u{85}e\u{2028}f",
            ),
            ("a\r", "a", "a\r", "a"),
        ];
        for (text, plain, kept, bytes) in rows {
            let text = text.as_bytes();
            assert_eq!(barred(split_lines(text, false, Units::Text)), plain);
            assert_eq!(barred(split_lines(text, true, Units::Text)), kept);
            assert_eq!(barred(split_lines(text, false, Units::Bytes)), bytes);
        }
        assert_eq!(partition(b"a,b,c", b","), [&b"a"[..], b",", b"b,c"]);
        assert_eq!(rpartition(b"a,b,c", b","), [&b"a,b"[..], b",", b"c"]);
        assert_eq!(partition(b"abc", b"x"), [&b"abc"[..], b"", b""]);
        assert_eq!(rpartition(b"abc", b"x"), [&b""[..], b"", b"abc"]);
    }

    #[test]
    fn stripping() {
        let text = " \u{3000}é a\u{1c}";
        assert_eq!(strip(text.as_bytes(), None, Units::Text), "é a".as_bytes());
        assert_eq!(strip(b" \x1ca\x0b", None, Units::Bytes), b"\x1ca");
        let strips = "é€".as_bytes();
        assert_eq!(strip("€é€a€".as_bytes(), Some(strips), Units::Text), b"a");
        assert_eq!(strip_start(b"xxax", Some(b"x"), Units::Bytes), b"ax");
        assert_eq!(strip_end(b"xxax", Some(b"x"), Units::Bytes), b"xxa");
        assert_eq!(strip(b"", None, Units::Text), b"");
    }

    #[test]
    fn finding() {
        let text = "aé€aé".as_bytes();
        assert_eq!(find(text, "é".as_bytes()), Some(1));
        assert_eq!(rfind(text, "é".as_bytes()), Some(7));
        assert_eq!((find(text, b""), rfind(text, b"")), (Some(0), Some(9)));
        assert_eq!((find(text, b"x"), rfind(text, b"ab")), (None, None));
        assert_eq!(count(text, b"", Units::Text), 6);
        assert_eq!(count(text, b"", Units::Bytes), 10);
        assert_eq!(count(b"aaaa", b"aa", Units::Text), 2);
    }

    #[test]
    fn padding() {
        let rows = [
            ("ab", 5, "ééabé", "000ab", "ab"),
            ("abc", 6, "éabcéé", "000abc", "abc"),
            ("ab", 7, "éééabéé", "00000ab", "ab"),
            ("-1", 5, "éé-1é", "-0001", "-1"),
            ("+é", 4, "é+éé", "+00é", "+é"),
            ("", 3, "ééé", "000", ""),
            ("a\tb\t\tc", 4, "a\tb\t\tc", "a\tb\t\tc", "a   b       c"),
            (
                "é\t1\n\t2\r\t3",
                8,
                "é\t1\n\t2\r\t3",
                "é\t1\n\t2\r\t3",
                "é       1\n        2\r        3",
            ),
            ("\t", 0, "\t", "\t", ""),
            ("abcd", 2, "abcd", "abcd", "abcd"),
        ];
        for (text, width, centred, zeros, tabs) in rows {
            let data = text.as_bytes();
            let (left, right) = margins(Units::Text.count(data), width);
            let padded = padded(data, "é".as_bytes(), left, right);
            assert_eq!(padded.as_deref(), Ok(centred.as_bytes()));
            assert_eq!(
                zfill(data, width, Units::Text).as_deref(),
                Ok(zeros.as_bytes())
            );
            assert_eq!(
                expand_tabs(data, width, Units::Text).as_deref(),
                Ok(tabs.as_bytes())
            );
        }
    }
}
