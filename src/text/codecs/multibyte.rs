//! The encodings of East Asia, with several bytes for a character.
//!
//! The tables are those of `encoding_rs`, which are the web's, with what the reference has otherwise: `multibyte.txt`. That
//! was made by decoding every sequence of bytes and encoding every code point with both. Below the name of an encoding it has,
//! in hexadecimal and with runs of neighbours: sequences without a meaning (`8740-879c!`), what sequences mean (`a145=2022`),
//! and code points that are written otherwise than the first sequence which means them, or only written (`a5>5c`).

use encoding_rs::Encoding;
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// An encoding with several bytes for a character.
pub struct Multibyte {
    /// Its name and aliases, in lower case with underscores.
    names: &'static [&'static str],
    /// The encoding of the web that it is like.
    base: &'static Encoding,
    kind: Kind,
    tables: OnceLock<Tables>,
}

/// What an encoding has beside single bytes and pairs of them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Nothing.
    Pairs,
    /// Nothing, and bytes that begin no pair.
    ShiftJis,
    /// Three bytes behind 8F.
    EucJp,
    /// Syllables that are spelled with four letters of two bytes.
    EucKr,
    /// Four bytes for everything else.
    Gb18030,
}

/// What sequences of bytes, as numbers, mean, and the other way round. ASCII is in neither.
struct Tables {
    codes: FxHashMap<u32, u32>,
    sequences: FxHashMap<u32, u32>,
}

/// Why bytes or a character cannot be coded.
pub(super) const ILLEGAL: &str = "illegal multibyte sequence";

const INCOMPLETE: &str = "incomplete multibyte sequence";

impl Multibyte {
    const fn new(names: &'static [&'static str], base: &'static Encoding, kind: Kind) -> Multibyte {
        Multibyte {
            names,
            base,
            kind,
            tables: OnceLock::new(),
        }
    }

    /// Finds one by its normalised name.
    pub(super) fn by_name(name: &str) -> Option<&'static Multibyte> {
        ENCODINGS.iter().find(|own| own.names.contains(&name))
    }

    /// The names of each.
    pub(super) fn all_names() -> impl Iterator<Item = &'static [&'static str]> {
        ENCODINGS.iter().map(|own| own.names)
    }

    /// Its name, in errors as well.
    pub(super) fn name(&self) -> &'static str {
        self.names[0]
    }

    /// Decodes the character at byte `at`, or tells where what is wrong ends and why.
    pub(super) fn take(
        &self,
        data: &[u8],
        at: usize,
    ) -> Result<(u32, usize), (usize, &'static str)> {
        let illegal = Err((at + 1, ILLEGAL));
        let rest = &data[at..];
        let lead = rest[0];
        if lead < 0x80 {
            return Ok((u32::from(lead), at + 1));
        }
        let codes = &self.tables().codes;
        if let Some(code) = codes.get(&u32::from(lead)) {
            return Ok((*code, at + 1));
        }
        if self.kind == Kind::ShiftJis && !matches!(lead, 0x81..0xA0 | 0xE0..0xEB) {
            return illegal;
        }
        let length = self.length(rest);
        let Some(sequence) = rest.get(..length) else {
            return Err((data.len(), INCOMPLETE));
        };
        let code = match (self.kind, length) {
            (Kind::EucKr, 8) => syllable(sequence),
            (Kind::Gb18030, 4) => {
                let known = codes.get(&number(sequence)).copied();
                known.or_else(|| self.only(sequence))
            }
            _ => codes.get(&number(sequence)).copied(),
        };
        code.map_or(illegal, |code| Ok((code, at + length)))
    }

    /// How many bytes the sequence has that `rest` begins with.
    fn length(&self, rest: &[u8]) -> usize {
        match (self.kind, rest) {
            (Kind::EucJp, [0x8F, ..]) => 3,
            (Kind::EucKr, [LETTERS, FILLER, ..]) => 8,
            (Kind::Gb18030, [_, b'0'..=b'9', ..]) => 4,
            _ => 2,
        }
    }

    /// Writes a character; says whether there is a sequence for it.
    pub(super) fn put(&self, out: &mut Vec<u8>, code: u32) -> bool {
        if code < 0x80 {
            out.push(code as u8);
            return true;
        }
        if let Some(sequence) = self.tables().sequences.get(&code) {
            let bytes = sequence.to_be_bytes();
            let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
            out.extend_from_slice(&bytes[zeros..]);
            return true;
        }
        match (self.kind, char::from_u32(code)) {
            (Kind::EucKr, Some('가'..='힣')) => {
                out.extend_from_slice(&spelled(code));
                true
            }
            (Kind::Gb18030, Some(letter)) => {
                let mut text = [0; 4];
                let (bytes, _, failed) = self.base.encode(letter.encode_utf8(&mut text));
                out.extend_from_slice(&bytes);
                !failed
            }
            _ => false,
        }
    }

    /// How many bytes at the end only begin a character.
    pub(super) fn incomplete(&self, data: &[u8]) -> usize {
        let mut at = 0;
        while at < data.len() {
            at = match self.take(data, at) {
                Ok((_, next)) => next,
                Err((_, INCOMPLETE)) => return data.len() - at,
                Err((next, _)) => next,
            };
        }
        0
    }

    /// The one character that the web's encoding reads from bytes.
    fn only(&self, bytes: &[u8]) -> Option<u32> {
        let text = self
            .base
            .decode_without_bom_handling_and_without_replacement(bytes)?;
        let mut letters = text.chars();
        let letter = letters.next().filter(|_| letters.next().is_none())?;
        Some(u32::from(letter))
    }

    fn tables(&self) -> &Tables {
        self.tables.get_or_init(|| {
            let mut codes = FxHashMap::default();
            for lead in 0x80..=u8::MAX {
                if let Some(code) = self.only(&[lead]) {
                    codes.insert(u32::from(lead), code);
                    continue;
                }
                for trail in 0..=u8::MAX {
                    self.read(&mut codes, &[lead, trail]);
                    if self.kind == Kind::EucJp && trail > 0xA0 {
                        let ends = 0xA1..=u8::MAX;
                        ends.for_each(|end| self.read(&mut codes, &[0x8F, trail, end]));
                    }
                }
            }
            self.corrected(codes)
        })
    }

    fn read(&self, codes: &mut FxHashMap<u32, u32>, bytes: &[u8]) {
        if let Some(code) = self.only(bytes) {
            codes.insert(number(bytes), code);
        }
    }

    /// The tables with what the reference has otherwise.
    fn corrected(&self, mut codes: FxHashMap<u32, u32>) -> Tables {
        let mut lines = include_str!("multibyte.txt").lines();
        lines.find(|line| *line == self.names[0]);
        let own = lines.take_while(|line| line.starts_with(' '));
        let mut written = Vec::new();
        for word in own.flat_map(str::split_ascii_whitespace) {
            let at = word.find(['!', '=', '>']).unwrap_or(word.len());
            let (first, last) = run(&word[..at]);
            let value = hexadecimal(word.get(at + 1..).unwrap_or(""));
            let pairs = (first..=last).map(|key| (key, value + (key - first)));
            match word.as_bytes().get(at) {
                Some(b'=') => codes.extend(pairs),
                Some(b'>') => written.extend(pairs),
                _ => (first..=last).for_each(|key| {
                    codes.remove(&key);
                }),
            }
        }
        let mut sequences: FxHashMap<u32, u32> = FxHashMap::default();
        for (sequence, code) in &codes {
            let known = sequences.entry(*code).or_insert(*sequence);
            *known = (*known).min(*sequence);
        }
        sequences.extend(written);
        Tables { codes, sequences }
    }
}

impl PartialEq for Multibyte {
    fn eq(&self, other: &Multibyte) -> bool {
        self.names == other.names
    }
}

impl Eq for Multibyte {}

impl std::fmt::Debug for Multibyte {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

/// Bytes as one number.
fn number(bytes: &[u8]) -> u32 {
    bytes
        .iter()
        .fold(0, |number, byte| number << 8 | u32::from(*byte))
}

fn run(word: &str) -> (u32, u32) {
    let (first, last) = word.split_once('-').unwrap_or((word, word));
    (hexadecimal(first), hexadecimal(last))
}

fn hexadecimal(digits: &str) -> u32 {
    u32::from_str_radix(digits, 16).unwrap_or(0)
}

/// The row of the Korean letters, and the letter that stands for none.
const LETTERS: u8 = 0xA4;
const FILLER: u8 = 0xD4;

/// The letters that a syllable may begin and end with, as the second bytes that they have in their row.
const INITIALS: [u8; 19] = [
    0xA1, 0xA2, 0xA4, 0xA7, 0xA8, 0xA9, 0xB1, 0xB2, 0xB3, 0xB5, 0xB6, 0xB7, 0xB8, 0xB9, 0xBA, 0xBB,
    0xBC, 0xBD, 0xBE,
];
const FINALS: [u8; 28] = [
    FILLER, 0xA1, 0xA2, 0xA3, 0xA4, 0xA5, 0xA6, 0xA7, 0xA9, 0xAA, 0xAB, 0xAC, 0xAD, 0xAE, 0xAF,
    0xB0, 0xB1, 0xB2, 0xB4, 0xB5, 0xB6, 0xB7, 0xB8, 0xBA, 0xBB, 0xBC, 0xBD, 0xBE,
];
/// The first of the vowels, which follow each other.
const VOWELS: u8 = 0xBF;

/// A syllable spelled with its letters.
fn spelled(code: u32) -> [u8; 8] {
    let place = code - u32::from('가');
    let initial = INITIALS[(place / 588) as usize % INITIALS.len()];
    let vowel = VOWELS + (place / 28 % 21) as u8;
    let last = FINALS[(place % 28) as usize];
    [
        LETTERS, FILLER, LETTERS, initial, LETTERS, vowel, LETTERS, last,
    ]
}

/// The syllable that is spelled so.
fn syllable(sequence: &[u8]) -> Option<u32> {
    let &[
        LETTERS,
        FILLER,
        LETTERS,
        initial,
        LETTERS,
        vowel,
        LETTERS,
        last,
    ] = sequence
    else {
        return None;
    };
    let initial = INITIALS.iter().position(|letter| *letter == initial)? as u32;
    let vowel = u32::from(vowel.checked_sub(VOWELS).filter(|vowel| *vowel < 21)?);
    let last = FINALS.iter().position(|letter| *letter == last)? as u32;
    Some(u32::from('가') + (initial * 21 + vowel) * 28 + last)
}

static ENCODINGS: [Multibyte; 10] = [
    Multibyte::new(
        &["big5", "big5_tw", "csbig5", "x_mac_trad_chinese"],
        encoding_rs::BIG5,
        Kind::Pairs,
    ),
    Multibyte::new(
        &[
            "cp932",
            "932",
            "ms932",
            "mskanji",
            "ms_kanji",
            "windows_31j",
        ],
        encoding_rs::SHIFT_JIS,
        Kind::Pairs,
    ),
    Multibyte::new(
        &["cp949", "949", "ms949", "uhc"],
        encoding_rs::EUC_KR,
        Kind::Pairs,
    ),
    Multibyte::new(&["cp950", "950", "ms950"], encoding_rs::BIG5, Kind::Pairs),
    Multibyte::new(
        &["euc_jp", "eucjp", "ujis", "u_jis"],
        encoding_rs::EUC_JP,
        Kind::EucJp,
    ),
    Multibyte::new(
        &[
            "euc_kr",
            "euckr",
            "korean",
            "ksc5601",
            "ks_c_5601",
            "ks_c_5601_1987",
            "ksx1001",
            "ks_x_1001",
            "x_mac_korean",
        ],
        encoding_rs::EUC_KR,
        Kind::EucKr,
    ),
    Multibyte::new(
        &["gb18030", "gb18030_2000"],
        encoding_rs::GB18030,
        Kind::Gb18030,
    ),
    Multibyte::new(
        &[
            "gb2312",
            "chinese",
            "csiso58gb231280",
            "euc_cn",
            "euccn",
            "eucgb2312_cn",
            "gb2312_1980",
            "gb2312_80",
            "iso_ir_58",
            "x_mac_simp_chinese",
        ],
        encoding_rs::GBK,
        Kind::Pairs,
    ),
    Multibyte::new(
        &["gbk", "936", "cp936", "ms936"],
        encoding_rs::GBK,
        Kind::Pairs,
    ),
    Multibyte::new(
        &[
            "shift_jis",
            "csshiftjis",
            "shiftjis",
            "sjis",
            "s_jis",
            "x_mac_japanese",
        ],
        encoding_rs::SHIFT_JIS,
        Kind::ShiftJis,
    ),
];
