//! What Unicode 3.2.0 said otherwise than the present version does, for `ucd_3_2_0`.
//!
//! Made from the reference by comparing `unicodedata` with `unicodedata.ucd_3_2_0` over all code points: `old_categories.txt`
//! has the categories that differ, `old_bidirectional.txt` the directions of characters that there were then; both are runs
//! as `database.rs` reads them. The few other differences stand here. Of a character that came later nothing is said, and what
//! is no character to this day has what the present version gives it.

use super::database::{self, Runs, Tables};
use crate::text::unicode;
use std::ops::RangeInclusive;

/// The tables of what differs, read when they are first asked for.
#[derive(Default)]
pub(super) struct OldTables {
    categories: Runs,
    bidirectional: Runs,
}

impl OldTables {
    /// The category.
    pub(super) fn category(&self, code: u32) -> &'static str {
        self.other_category(code)
            .unwrap_or_else(|| database::category(code))
    }

    /// Whether a character came later than this version.
    pub(super) fn is_later(&self, code: u32) -> bool {
        self.other_category(code) == Some("Cn")
    }

    /// The direction of writing.
    pub(super) fn bidirectional(&self, tables: &Tables, code: u32) -> &'static str {
        if self.is_later(code) {
            return "";
        }
        let text = include_str!("old_bidirectional.txt");
        let other = self.bidirectional.find(text, code);
        other.unwrap_or_else(|| tables.bidirectional(code))
    }

    /// The width in East Asian text.
    pub(super) fn width(&self, tables: &Tables, code: u32) -> &'static str {
        if self.is_later(code) || is_among(NEUTRAL, code) {
            return "N";
        }
        tables.width(code)
    }

    /// Whether a character is turned around in text from right to left.
    pub(super) fn is_mirrored(&self, tables: &Tables, code: u32) -> bool {
        !self.is_later(code) && tables.is_mirrored(code) != is_among(TURNED_OTHERWISE, code)
    }

    /// The value of a decimal digit; raised and lowered ones were such.
    pub(super) fn decimal(&self, code: u32) -> Option<u32> {
        if self.is_later(code) {
            return None;
        }
        if is_among(DECIMALS, code) {
            return unicode::digit_value(code);
        }
        unicode::decimal_value(code)
    }

    fn other_category(&self, code: u32) -> Option<&'static str> {
        let text = include_str!("old_categories.txt");
        self.categories.find(text, code)
    }
}

/// What a character was made of where that was corrected later.
pub(super) fn corrected(code: u32) -> Option<char> {
    match code {
        0x2F868 => Some('\u{2136A}'),
        0x2F874 => Some('\u{5F33}'),
        0x2F91F => Some('\u{43AB}'),
        0x2F95F => Some('\u{7AAE}'),
        0x2F9BF => Some('\u{4D57}'),
        _ => None,
    }
}

/// What became wide later.
const NEUTRAL: &[RangeInclusive<u32>] = &[0x231A..=0x231B, 0x25FD..=0x25FE, 0x2648..=0x2653];

/// What is mirrored in one of both versions only.
const TURNED_OTHERWISE: &[RangeInclusive<u32>] = &[
    0xF3A..=0xF3D,
    0x169B..=0x169C,
    0x29A1..=0x29A1,
    0xFE59..=0xFE5E,
    0xFE64..=0xFE65,
    0x1D6DB..=0x1D6DB,
    0x1D715..=0x1D715,
    0x1D74F..=0x1D74F,
    0x1D789..=0x1D789,
    0x1D7C3..=0x1D7C3,
];

/// Digits that are decimal ones no more.
const DECIMALS: &[RangeInclusive<u32>] = &[
    0xB2..=0xB3,
    0xB9..=0xB9,
    0x1369..=0x1371,
    0x2070..=0x2070,
    0x2074..=0x2079,
    0x2080..=0x2089,
];

fn is_among(runs: &[RangeInclusive<u32>], code: u32) -> bool {
    runs.iter().any(|run| run.contains(&code))
}
