//! The encodings of one byte per character: what their bytes mean, and the names they go by.
//!
//! `charmaps.txt` was made from the reference by decoding every byte with each of its codecs. It has the name and the aliases
//! of each, and below, indented, what the bytes from 0 on mean: code points, ascending runs of them, and `!` with a count
//! for bytes without a meaning. Where several bytes mean the same, the last one is written.

use std::sync::LazyLock;

/// An encoding of one byte per character.
#[derive(Debug, PartialEq, Eq)]
pub struct Charmap {
    /// Its name and aliases, in lower case with underscores.
    names: Vec<&'static str>,
    /// The code points of the bytes.
    codes: Vec<Option<u16>>,
    /// The bytes of the code points, in the order of these.
    bytes: Vec<(u16, u8)>,
    /// Whether all of ASCII means itself.
    has_ascii: bool,
}

impl Charmap {
    /// Finds one by its normalised name.
    pub(super) fn by_name(name: &str) -> Option<&'static Charmap> {
        CHARMAPS.iter().find(|map| map.names.contains(&name))
    }

    /// The names of each.
    pub(super) fn all_names() -> impl Iterator<Item = &'static [&'static str]> {
        CHARMAPS.iter().map(|map| map.names.as_slice())
    }

    /// The name that the registry gives it.
    pub(super) fn name(&self) -> String {
        self.names[0].replace('_', "-")
    }

    /// Whether texts of ASCII are encoded as they are.
    pub(super) fn has_ascii(&self) -> bool {
        self.has_ascii
    }

    /// The code point of a byte.
    pub(super) fn decode(&self, byte: u8) -> Option<u32> {
        self.codes[usize::from(byte)].map(u32::from)
    }

    /// The byte of a code point.
    pub(super) fn encode(&self, code: u32) -> Option<u8> {
        let code = u16::try_from(code).ok()?;
        let found = self.bytes.binary_search_by_key(&code, |(code, _)| *code);
        Some(self.bytes[found.ok()?].1)
    }

    fn new(names: &'static str, table: &[&'static str]) -> Charmap {
        let mut codes = Vec::with_capacity(256);
        for word in table.iter().flat_map(|line| line.split_ascii_whitespace()) {
            match word.strip_prefix('!') {
                Some(count) => {
                    let count = count.parse().unwrap_or(1);
                    codes.extend(std::iter::repeat_n(None, count));
                }
                None => {
                    let (first, last) = word.split_once('-').unwrap_or((word, word));
                    let number = |digits| u16::from_str_radix(digits, 16).unwrap_or(0);
                    codes.extend((number(first)..=number(last)).map(Some));
                }
            }
        }
        codes.resize(256, None);
        let meant = (0..=u8::MAX).zip(&codes).rev();
        let mut bytes: Vec<(u16, u8)> = meant
            .filter_map(|(byte, code)| Some(((*code)?, byte)))
            .collect();
        // The sort is stable: of several bytes the last one comes first, and stays.
        bytes.sort_by_key(|(code, _)| *code);
        bytes.dedup_by_key(|(code, _)| *code);
        let ascii = (0..0x80).map(|byte| (u16::from(byte), byte));
        Charmap {
            names: names.split_ascii_whitespace().collect(),
            has_ascii: ascii.eq(bytes.iter().take(0x80).copied()),
            codes,
            bytes,
        }
    }
}

static CHARMAPS: LazyLock<Vec<Charmap>> = LazyLock::new(|| {
    let lines: Vec<&str> = include_str!("charmaps.txt").lines().collect();
    let records = lines.chunk_by(|_, next| next.starts_with(' '));
    let parts = records.filter_map(<[&str]>::split_first);
    parts
        .map(|(names, table)| Charmap::new(names, table))
        .collect()
});
