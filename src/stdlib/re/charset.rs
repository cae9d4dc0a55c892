//! Which characters one place of a pattern accepts: single ones, sets, and upper and lower case taken as one.

use super::syntax::{Category, SetItem};
use crate::text::unicode;

/// How case is ignored.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fold {
    /// It is not.
    None,
    /// For ASCII letters.
    Ascii,
    /// For all letters.
    Unicode,
}

/// Lower-case letters that have the same upper-case one.
const SAME_UPPER: &[&[u32]] = &[
    &[105, 305],
    &[115, 383],
    &[181, 956],
    &[837, 953, 8126],
    &[912, 8147],
    &[944, 8163],
    &[946, 976],
    &[949, 1013],
    &[952, 977],
    &[954, 1008],
    &[960, 982],
    &[961, 1009],
    &[962, 963],
    &[966, 981],
    &[1074, 7296],
    &[1076, 7297],
    &[1086, 7298],
    &[1089, 7299],
    &[1090, 7300, 7301],
    &[1098, 7302],
    &[1123, 7303],
    &[7304, 42571],
    &[7777, 7835],
    &[64261, 64262],
];

/// The letters that are one with a lower-case letter.
pub fn same_upper(code: u32) -> &'static [u32] {
    let found = SAME_UPPER.iter().find(|group| group.contains(&code));
    found.copied().unwrap_or(&[])
}

impl Fold {
    /// The lower-case letter.
    #[inline]
    pub fn lower(self, code: u32) -> u32 {
        match self {
            Fold::None => code,
            Fold::Ascii => ascii_lower(code),
            Fold::Unicode if code < 128 => ascii_lower(code),
            Fold::Unicode => unicode_lower(code),
        }
    }

    /// Whether the letter has another case.
    pub fn is_cased(self, code: u32) -> bool {
        match self {
            Fold::None => false,
            Fold::Ascii => code < 128 && (code as u8).is_ascii_alphabetic(),
            Fold::Unicode => {
                unicode_lower(code) != code
                    || char::from_u32(code)
                        .is_some_and(|letter| !letter.to_uppercase().eq([letter]))
            }
        }
    }
}

fn ascii_lower(code: u32) -> u32 {
    match code {
        65..=90 => code + 32,
        _ => code,
    }
}

fn unicode_lower(code: u32) -> u32 {
    let Some(letter) = char::from_u32(code) else {
        return code;
    };
    letter.to_lowercase().next().map_or(code, u32::from)
}

/// Whether a character belongs to a class; `ascii` leaves out all beyond ASCII.
pub fn belongs(category: Category, ascii: bool, code: u32) -> bool {
    if code < 128 {
        let byte = code as u8;
        return match category {
            Category::Digit => byte.is_ascii_digit(),
            Category::Space => matches!(byte, 9..=13 | 32) || !ascii && matches!(byte, 28..=31),
            Category::Word => byte.is_ascii_alphanumeric() || byte == b'_',
        };
    }
    !ascii
        && match category {
            Category::Digit => unicode::is_decimal(code),
            Category::Space => unicode::is_space(code),
            Category::Word => unicode::is_alnum(code),
        }
}

/// A set of characters.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct CharSet {
    /// The answers below 256.
    bits: [u64; 4],
    negate: bool,
    ascii: bool,
    fold_unicode: bool,
    ranges: Vec<(u32, u32)>,
    categories: Vec<(u8, bool)>,
}

fn number(category: Category) -> u8 {
    match category {
        Category::Digit => 0,
        Category::Space => 1,
        Category::Word => 2,
    }
}

fn category(number: u8) -> Category {
    match number {
        0 => Category::Digit,
        1 => Category::Space,
        _ => Category::Word,
    }
}

impl CharSet {
    /// A set of these items.
    pub fn new(negate: bool, items: &[SetItem], ascii: bool, fold: Fold) -> CharSet {
        let mut set = CharSet {
            bits: [0; 4],
            negate,
            ascii,
            fold_unicode: fold == Fold::Unicode,
            ranges: Vec::new(),
            categories: Vec::new(),
        };
        for item in items {
            match *item {
                SetItem::Category(category, not) => set.categories.push((number(category), not)),
                SetItem::Range(low, high) => set.add_range(low, high, fold),
            }
        }
        set.ranges.sort_unstable();
        set.ranges.dedup();
        for code in 0..256 {
            if set.slow(fold.lower(code)) {
                set.bits[code as usize >> 6] |= 1 << (code & 63);
            }
        }
        set
    }

    fn add_range(&mut self, low: u32, high: u32, fold: Fold) {
        if fold == Fold::None {
            self.ranges.push((low, high));
            return;
        }
        // Letters beyond these blocks are few and far; ranges over them keep their own characters too.
        const MOST: u32 = 0x1_E943;
        for code in low..=high.min(MOST) {
            let lower = fold.lower(code);
            match self.ranges.last_mut() {
                Some((_, end)) if *end + 1 == lower => *end = lower,
                Some((start, end)) if (*start..=*end).contains(&lower) => {}
                _ => self.ranges.push((lower, lower)),
            }
            if fold == Fold::Unicode {
                for &same in same_upper(lower).iter().filter(|same| **same != lower) {
                    self.ranges.insert(0, (same, same));
                }
            }
        }
        if high > MOST {
            self.ranges.push((low.max(MOST), high));
        }
    }

    fn slow(&self, code: u32) -> bool {
        let within = self
            .ranges
            .iter()
            .any(|(low, high)| (*low..=*high).contains(&code));
        let found = within
            || self
                .categories
                .iter()
                .any(|&(of, not)| belongs(category(of), self.ascii, code) != not);
        found != self.negate
    }

    /// Whether it accepts a character.
    #[inline(always)]
    pub fn has(&self, code: u32) -> bool {
        if code < 256 {
            return self.bits[code as usize >> 6] >> (code & 63) & 1 != 0;
        }
        self.slow(if self.fold_unicode {
            unicode_lower(code)
        } else {
            code
        })
    }
}
