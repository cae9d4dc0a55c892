//! What the database says of single characters, in its present version: tables and the crates'.
//!
//! The tables beside this file have runs of characters: how far behind the last one a run begins, how much longer than one
//! it is, and what is said of it.

use crate::text::unicode;
use std::cell::OnceCell;
use unicode_normalization::char::canonical_combining_class;

/// A table: the runs with what is said of them.
#[derive(Default)]
pub(super) struct Runs(OnceCell<Vec<(u32, u32, &'static str)>>);

impl Runs {
    /// What is said of a character; `None`: nothing.
    pub(super) fn find(&self, text: &'static str, code: u32) -> Option<&'static str> {
        let runs = self.0.get_or_init(|| parse(text));
        let place = runs.partition_point(|(first, _, _)| *first <= code);
        let (_, last, said) = runs.get(place.checked_sub(1)?)?;
        (code <= *last).then_some(*said)
    }
}

fn parse(text: &'static str) -> Vec<(u32, u32, &'static str)> {
    let (mut runs, mut last) = (Vec::new(), 0);
    for run in text.split_ascii_whitespace() {
        let (place, said) = run.split_once('=').unwrap_or((run, ""));
        let (step, more) = place.split_once('+').unwrap_or((place, "0"));
        let number = |digits: &str| u32::from_str_radix(digits, 16).unwrap_or(0);
        let first = last + number(step);
        last = first + number(more);
        runs.push((first, last, said));
    }
    runs
}

/// The tables, read when they are first asked for.
#[derive(Default)]
pub(super) struct Tables {
    bidirectional: Runs,
    widths: Runs,
    mirrored: Runs,
    numerics: Runs,
    decompositions: Runs,
}

impl Tables {
    /// In which direction a character is written.
    pub(super) fn bidirectional(&self, code: u32) -> &'static str {
        let said = self
            .bidirectional
            .find(include_str!("bidirectional.txt"), code);
        said.unwrap_or("")
    }

    /// How wide a character is in East Asian text.
    pub(super) fn width(&self, code: u32) -> &'static str {
        let said = self.widths.find(include_str!("widths.txt"), code);
        said.unwrap_or("N")
    }

    /// Whether a character is turned around in text from right to left.
    pub(super) fn is_mirrored(&self, code: u32) -> bool {
        let found = self.mirrored.find(include_str!("mirrored.txt"), code);
        found.is_some()
    }

    /// The number that a character stands for.
    pub(super) fn numeric(&self, code: u32) -> Option<f64> {
        let said = self.numerics.find(include_str!("numerics.txt"), code)?;
        let (above, below) = said.split_once('/').unwrap_or((said, "1"));
        Some(above.parse::<f64>().ok()? / below.parse::<f64>().ok()?)
    }

    /// What a character is made of.
    pub(super) fn decomposition(&self, code: u32) -> String {
        let said = self
            .decompositions
            .find(include_str!("decompositions.txt"), code);
        said.unwrap_or("").replace(',', " ")
    }
}

/// How a mark combines with what it is on.
pub(super) fn combining(code: u32) -> u8 {
    match char::from_u32(code).filter(|_| unicode::is_assigned(code)) {
        Some(letter) => canonical_combining_class(letter),
        None => 0,
    }
}

/// The category of a character, in two letters.
pub(super) fn category(code: u32) -> &'static str {
    use unicode_properties::GeneralCategory as Category;
    match unicode::category(code) {
        Category::UppercaseLetter => "Lu",
        Category::LowercaseLetter => "Ll",
        Category::TitlecaseLetter => "Lt",
        Category::ModifierLetter => "Lm",
        Category::OtherLetter => "Lo",
        Category::NonspacingMark => "Mn",
        Category::SpacingMark => "Mc",
        Category::EnclosingMark => "Me",
        Category::DecimalNumber => "Nd",
        Category::LetterNumber => "Nl",
        Category::OtherNumber => "No",
        Category::ConnectorPunctuation => "Pc",
        Category::DashPunctuation => "Pd",
        Category::OpenPunctuation => "Ps",
        Category::ClosePunctuation => "Pe",
        Category::InitialPunctuation => "Pi",
        Category::FinalPunctuation => "Pf",
        Category::OtherPunctuation => "Po",
        Category::MathSymbol => "Sm",
        Category::CurrencySymbol => "Sc",
        Category::ModifierSymbol => "Sk",
        Category::OtherSymbol => "So",
        Category::SpaceSeparator => "Zs",
        Category::LineSeparator => "Zl",
        Category::ParagraphSeparator => "Zp",
        Category::Control => "Cc",
        Category::Format => "Cf",
        Category::Surrogate => "Cs",
        Category::PrivateUse => "Co",
        Category::Unassigned => "Cn",
    }
}
