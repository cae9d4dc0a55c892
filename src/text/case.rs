//! Case: upper, lower, title, swapped and folded strings, and the questions `islower`, `isupper`, `istitle`.
//!
//! The mappings are the full ones of the reference's Unicode 15.1: one code point may become three, and a
//! capital sigma at a word's end becomes `ς`. A mapping to a code point that 15.1 does not know is
//! none. What a single code point is stands in `unicode.rs`.

use super::unicode::{self, category, is_assigned, is_cased, is_lower, is_title, is_upper};
use super::wtf8::{code_points, push};
use unicode_properties::GeneralCategory;

const CAPITAL_SIGMA: u32 = 0x3A3;
const SMALL_SIGMA: u32 = 0x3C3;
const FINAL_SIGMA: u32 = 0x3C2;

/// `str.upper`.
pub fn upper(text: &[u8]) -> Vec<u8> {
    if text.is_ascii() {
        return text.to_ascii_uppercase();
    }
    let mut out = Vec::with_capacity(text.len());
    for code in code_points(text) {
        push_upper(&mut out, code);
    }
    out
}

/// `str.lower`.
pub fn lower(text: &[u8]) -> Vec<u8> {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut out = Vec::with_capacity(text.len());
    each_in_place(text, |code, before, after| {
        push_lower_at(&mut out, code, before, after);
    });
    out
}

/// `str.casefold`.
pub fn casefold(text: &[u8]) -> Vec<u8> {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut out = Vec::with_capacity(text.len());
    for code in code_points(text) {
        push_folded(&mut out, code);
    }
    out
}

/// `str.swapcase`.
pub fn swapcase(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    each_in_place(text, |code, before, after| {
        if is_upper(code) {
            push_lower_at(&mut out, code, before, after);
        } else if is_lower(code) {
            push_upper(&mut out, code);
        } else {
            push(&mut out, code);
        }
    });
    out
}

/// `str.capitalize`: the first code point in title case, the rest lower.
pub fn capitalize(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    each_in_place(text, |code, before, after| {
        if before.is_empty() {
            push_title(&mut out, code);
        } else {
            push_lower_at(&mut out, code, before, after);
        }
    });
    out
}

/// `str.title`: each run of cased code points begins in title case and goes on in lower case.
pub fn title(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut inside = false;
    each_in_place(text, |code, before, after| {
        if inside {
            push_lower_at(&mut out, code, before, after);
        } else {
            push_title(&mut out, code);
        }
        inside = is_cased(code);
    });
    out
}

/// `str.islower`: something is lower case and nothing upper or title.
pub fn all_lower(text: &[u8]) -> bool {
    let mut any = false;
    for code in code_points(text) {
        if is_upper(code) || is_title(code) {
            return false;
        }
        any |= is_lower(code);
    }
    any
}

/// `str.isupper`: something is upper case and nothing lower or title.
pub fn all_upper(text: &[u8]) -> bool {
    let mut any = false;
    for code in code_points(text) {
        if is_lower(code) || is_title(code) {
            return false;
        }
        any |= is_upper(code);
    }
    any
}

/// `str.istitle`: each run of cased code points has one upper or title case letter, at its start.
pub fn all_title(text: &[u8]) -> bool {
    let mut any = false;
    let mut inside = false;
    for code in code_points(text) {
        let starts = is_upper(code) || is_title(code);
        let cased = starts || is_lower(code);
        if cased && starts == inside {
            return false;
        }
        inside = cased;
        any |= cased;
    }
    any
}

/// Calls `visit` with each code point and the texts before and after it.
fn each_in_place(text: &[u8], mut visit: impl FnMut(u32, &[u8], &[u8])) {
    let mut points = code_points(text);
    loop {
        let before = &text[..text.len() - points.rest().len()];
        match points.next() {
            Some(code) => visit(code, before, points.rest()),
            None => return,
        }
    }
}

/// The case mapping of one code point in its full form. One that involves news is dropped.
fn push_mapped<I: Iterator<Item = char> + Clone>(
    out: &mut Vec<u8>,
    code: u32,
    map: impl Fn(char) -> I,
) {
    let mapped = char::from_u32(code).filter(|_| is_assigned(code)).map(map);
    match mapped {
        Some(mapped) if mapped.clone().all(|c| is_assigned(u32::from(c))) => {
            mapped.for_each(|c| push(out, u32::from(c)));
        }
        _ => push(out, code),
    }
}

fn push_upper(out: &mut Vec<u8>, code: u32) {
    push_mapped(out, code, char::to_uppercase);
}

fn push_lower(out: &mut Vec<u8>, code: u32) {
    push_mapped(out, code, char::to_lowercase);
}

/// Lower case in its place: capital sigma depends on what stands around it.
fn push_lower_at(out: &mut Vec<u8>, code: u32, before: &[u8], after: &[u8]) {
    if code != CAPITAL_SIGMA {
        return push_lower(out, code);
    }
    let cased = |mut points: &mut dyn Iterator<Item = u32>| {
        (&mut points)
            .find(|&code| !is_case_ignorable(code))
            .is_some_and(is_cased)
    };
    let last = cased(&mut code_points(before).rev()) && !cased(&mut code_points(after));
    push(out, if last { FINAL_SIGMA } else { SMALL_SIGMA });
}

/// Whether the final-sigma rule looks through this code point: marks, formats and marks inside words.
fn is_case_ignorable(code: u32) -> bool {
    use GeneralCategory as C;
    match code {
        0x27 | 0x2E | 0x3A | 0xB7 | 0x387 | 0x55F | 0x5F4 | 0x2018 | 0x2019 | 0x2024 | 0x2027
        | 0xFE13 | 0xFE52 | 0xFE55 | 0xFF07 | 0xFF0E | 0xFF1A => true,
        _ => matches!(
            category(code),
            C::NonspacingMark
                | C::EnclosingMark
                | C::Format
                | C::ModifierLetter
                | C::ModifierSymbol
        ),
    }
}

/// Title case: the upper case with what follows its first code point lowered, except where a letter of
/// its own exists or the script (Georgian) has no title case.
fn push_title(out: &mut Vec<u8>, code: u32) {
    match code {
        // The digraphs Ǆ ǅ ǆ and their like.
        0x1C4..=0x1CC => push(out, 0x1C5 + (code - 0x1C4) / 3 * 3),
        0x1F1..=0x1F3 => push(out, 0x1F2),
        0x10D0..=0x10FA | 0x10FD..=0x10FF => push(out, code),
        // Greek vowels with an iota below.
        0x1F80..=0x1FAF => push(out, code | 8),
        0x1FB3 | 0x1FBC => push(out, 0x1FBC),
        0x1FC3 | 0x1FCC => push(out, 0x1FCC),
        0x1FF3 | 0x1FFC => push(out, 0x1FFC),
        0x149 => push_upper(out, code),
        _ => {
            let mut mapped = Vec::new();
            push_upper(&mut mapped, code);
            for (index, code) in code_points(&mapped).enumerate() {
                match (index, code) {
                    (0, _) => push(out, code),
                    // The iota stays below its vowel.
                    (_, 0x399) => push(out, 0x345),
                    _ => push_lower(out, code),
                }
            }
        }
    }
}

/// Case folding: lower case of upper case, with four exceptions.
fn push_folded(out: &mut Vec<u8>, code: u32) {
    match code {
        0x131 => push(out, code),
        0x1E9E => out.extend_from_slice(b"ss"),
        // Cherokee folds to its older, upper case letters.
        0x13A0..=0x13F5 | 0x13F8..=0x13FD | 0xAB70..=0xABBF => push_upper(out, code),
        _ => {
            let mut mapped = Vec::new();
            push_upper(&mut mapped, code);
            code_points(&mapped).for_each(|code| push_lower(out, code));
        }
    }
}

/// `str.isidentifier`: the shape only; keywords have it too.
pub fn is_identifier(text: &[u8]) -> bool {
    let mut points = code_points(text);
    points.next().is_some_and(unicode::is_identifier_start)
        && points.all(unicode::is_identifier_continue)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::hash;

    /// The reference's `hash` of all code points mapped and joined, under seed 0.
    fn digest(map: fn(&[u8]) -> Vec<u8>) -> i64 {
        let mut all = Vec::new();
        let mut one = Vec::new();
        for code in 0..0x110000 {
            one.clear();
            push(&mut one, code);
            all.extend(map(&one));
        }
        hash::bytes(hash::Key::default(), &all)
    }

    #[test]
    fn every_code_point_maps_as_in_the_reference() {
        assert_eq!(digest(upper), -3127486379179108878);
        assert_eq!(digest(lower), 904346745906895074);
        assert_eq!(digest(title), -2265970103639970665);
        assert_eq!(digest(capitalize), -2265970103639970665);
        assert_eq!(digest(swapcase), 2420345263241415958);
        assert_eq!(digest(casefold), 8681288408511917727);
    }

    #[test]
    fn sigma_looks_around() {
        let mut all = Vec::new();
        for code in 0..0x110000 {
            let mut one = Vec::new();
            push(&mut one, code);
            let after = lower(&["aΣ".as_bytes(), &one, b"a"].concat());
            let before = lower(&[&one[..], "Σ".as_bytes()].concat());
            let behind = lower(&[b"a", &one[..], "Σ".as_bytes()].concat());
            all.extend_from_slice(&behind[behind.len() - 2..]);
            all.extend_from_slice(&before[before.len() - 2..]);
            all.extend_from_slice(&after[1..3]);
        }
        let digest = hash::bytes(hash::Key::default(), &all);
        assert_eq!(digest, 891951880991486808);
    }

    #[test]
    fn words() {
        let rows = [
            ["ΑΣ", "ΑΣ", "ας", "Ας", "Ας", "ας", "ασ"],
            ["ΑΣΑ", "ΑΣΑ", "ασα", "Ασα", "Ασα", "ασα", "ασα"],
            ["Σ", "Σ", "σ", "Σ", "Σ", "σ", "σ"],
            ["ΑΣ'Α", "ΑΣ'Α", "ασ'α", "Ασ'Α", "Ασ'α", "ασ'α", "ασ'α"],
            [
                "ΟΔΥΣΣΕΥΣ. ΣΑΣ",
                "ΟΔΥΣΣΕΥΣ. ΣΑΣ",
                "οδυσσευς. σας",
                "Οδυσσευς. Σας",
                "Οδυσσευς. σας",
                "οδυσσευς. σας",
                "οδυσσευσ. σασ",
            ],
            [
                "ǆ ǅx ß ŉ ﬁn",
                "Ǆ ǄX SS ʼN FIN",
                "ǆ ǆx ß ŉ ﬁn",
                "ǅ ǅx Ss ʼN Fin",
                "ǅ ǆx ß ŉ ﬁn",
                "Ǆ ǅX SS ʼN FIN",
                "ǆ ǆx ss ʼn fin",
            ],
            [
                "they're bill's",
                "THEY'RE BILL'S",
                "they're bill's",
                "They'Re Bill'S",
                "They're bill's",
                "THEY'RE BILL'S",
                "they're bill's",
            ],
            [
                "İstanbul",
                "İSTANBUL",
                "i̇stanbul",
                "İstanbul",
                "İstanbul",
                "i̇STANBUL",
                "i̇stanbul",
            ],
            [
                "1a b2c", "1A B2C", "1a b2c", "1A B2C", "1a b2c", "1A B2C", "1a b2c",
            ],
        ];
        for [text, rest @ ..] in rows {
            let maps = [upper, lower, title, capitalize, swapcase, casefold];
            let mapped = maps.map(|map| String::from_utf8(map(text.as_bytes())).expect("UTF-8"));
            assert_eq!(mapped.each_ref().map(String::as_str), rest);
        }
    }

    #[test]
    fn questions() {
        let rows = [
            ("", [false, false, false]),
            ("a", [true, false, false]),
            ("A", [false, true, true]),
            ("aB", [false, false, false]),
            ("A1", [false, true, true]),
            ("1", [false, false, false]),
            ("Ab Cd", [false, false, true]),
            ("AB", [false, true, false]),
            ("Ab cd", [false, false, false]),
            ("ǅ", [false, false, true]),
            ("ǅa", [false, false, true]),
            ("aǅ", [false, false, false]),
            ("A'S", [false, true, true]),
            ("É", [false, true, true]),
            ("ªº", [true, false, false]),
            ("Ⅷ", [false, true, true]),
        ];
        for (text, expected) in rows {
            let text = text.as_bytes();
            assert_eq!(
                [all_lower(text), all_upper(text), all_title(text)],
                expected
            );
        }
        assert!(is_identifier("_é9".as_bytes()) && is_identifier("ℙ".as_bytes()));
        assert!(!is_identifier(b"9a") && !is_identifier(b"") && !is_identifier(b"a-b"));
    }
}
