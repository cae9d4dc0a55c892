//! What a code point is: letter, digit, space, printable, part of an identifier.
//!
//! The answers are those of the reference's Unicode 15.1. The tables of the crates and of the standard
//! library are newer; a code point that 15.1 has not assigned (`unassigned.rs`) has no property here, and
//! the few whose properties changed since are named where they matter. Case mapping is in `case.rs`.

use super::unassigned::BOUNDARIES;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

/// Whether the reference's Unicode has assigned this code point (a surrogate or private one counts).
pub fn is_assigned(code: u32) -> bool {
    BOUNDARIES.partition_point(|&boundary| boundary <= code) % 2 == 0
}

/// The `char`, if the code point is assigned and no surrogate.
fn known(code: u32) -> Option<char> {
    char::from_u32(code).filter(|_| is_assigned(code))
}

/// The general category.
pub fn category(code: u32) -> GeneralCategory {
    let Some(c) = char::from_u32(code) else {
        return GeneralCategory::Surrogate;
    };
    match code {
        // Two whose category later versions changed.
        0x295 => GeneralCategory::LowercaseLetter,
        0x1171E => GeneralCategory::NonspacingMark,
        _ if is_assigned(code) => c.general_category(),
        _ => GeneralCategory::Unassigned,
    }
}

/// Whether `repr` shows the code point as itself.
pub fn is_printable(code: u32) -> bool {
    use GeneralCategory as C;
    match code {
        0..0x20 | 0x7F..0xA1 | 0xAD => false,
        0x20..0x7F | 0xA1..0x100 => true,
        _ => !matches!(
            category(code),
            C::Control
                | C::Format
                | C::Surrogate
                | C::PrivateUse
                | C::Unassigned
                | C::LineSeparator
                | C::ParagraphSeparator
                | C::SpaceSeparator
        ),
    }
}

/// Whether `str.isspace` holds, `str.strip` strips it and `str.split` splits at it.
pub fn is_space(code: u32) -> bool {
    matches!(
        code,
        0x09..=0x0D | 0x1C..=0x20 | 0x85 | 0xA0 | 0x1680 | 0x2000..=0x200A | 0x2028 | 0x2029
            | 0x202F | 0x205F | 0x3000
    )
}

/// Whether it is a letter.
pub fn is_alpha(code: u32) -> bool {
    use GeneralCategory as C;
    if code < 0x80 {
        return (code as u8).is_ascii_alphabetic();
    }
    matches!(
        category(code),
        C::UppercaseLetter
            | C::LowercaseLetter
            | C::TitlecaseLetter
            | C::ModifierLetter
            | C::OtherLetter
    )
}

/// Whether it is a letter or has any numeric value.
pub fn is_alnum(code: u32) -> bool {
    is_alpha(code) || is_numeric(code)
}

/// Whether it is a decimal digit.
pub fn is_decimal(code: u32) -> bool {
    decimal_value(code).is_some()
}

/// Whether it is a digit, a superscript or circled one too.
pub fn is_digit(code: u32) -> bool {
    digit_value(code).is_some()
}

/// Whether it has a numeric value: digits, fractions, Roman and Han numerals.
pub fn is_numeric(code: u32) -> bool {
    use GeneralCategory as C;
    if code < 0x80 {
        return (code as u8).is_ascii_digit();
    }
    match category(code) {
        C::DecimalNumber | C::LetterNumber | C::OtherNumber => true,
        C::OtherLetter => HAN_NUMERALS.binary_search(&code).is_ok(),
        _ => false,
    }
}

/// The value 0 to 9 of a decimal digit of any script.
pub fn decimal_value(code: u32) -> Option<u32> {
    if code < 0x80 {
        return code.checked_sub(0x30).filter(|&value| value < 10);
    }
    let run = DECIMAL_ZEROS.partition_point(|&zero| zero <= code);
    let zero = DECIMAL_ZEROS[run.checked_sub(1)?];
    Some(code - zero).filter(|&value| value < 10)
}

/// The value 0 to 9 of a decimal digit, or of a superscript, circled or similar one.
pub fn digit_value(code: u32) -> Option<u32> {
    decimal_value(code).or_else(|| {
        let run = OTHER_DIGITS
            .iter()
            .find(|(first, last, _)| (*first..=*last).contains(&code))?;
        Some(code - run.0 + run.2)
    })
}

/// Whether it has the property Lowercase (of which the lowercase letters are a part).
pub fn is_lower(code: u32) -> bool {
    code == 0x295 || known(code).is_some_and(char::is_lowercase)
}

/// Whether it has the property Uppercase (of which the uppercase letters are a part).
pub fn is_upper(code: u32) -> bool {
    known(code).is_some_and(char::is_uppercase)
}

/// Whether it is a titlecase letter such as `ǅ`.
pub fn is_title(code: u32) -> bool {
    code >= 0x1C5 && category(code) == GeneralCategory::TitlecaseLetter
}

/// Whether it has an upper, lower or title case at all.
pub fn is_cased(code: u32) -> bool {
    is_lower(code) || is_upper(code) || is_title(code)
}

/// Whether an identifier may begin with it.
pub fn is_identifier_start(code: u32) -> bool {
    code == 0x5F || known(code).is_some_and(unicode_ident::is_xid_start)
}

/// Whether an identifier may go on with it.
pub fn is_identifier_continue(code: u32) -> bool {
    known(code).is_some_and(unicode_ident::is_xid_continue)
}

/// The zero of each run of ten decimal digits.
static DECIMAL_ZEROS: [u32; 68] = [
    0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66,
    0xde6, 0xe50, 0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90,
    0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10,
    0x104a0, 0x10d30, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650,
    0x116c0, 0x11730, 0x118e0, 0x11950, 0x11c50, 0x11d50, 0x11da0, 0x11f50, 0x16a60, 0x16ac0,
    0x16b50, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e4f0, 0x1e950,
    0x1fbf0,
];

/// Runs of digits that are not decimal: first, last, value of the first.
static OTHER_DIGITS: [(u32, u32, u32); 21] = [
    (0xb2, 0xb3, 2),
    (0xb9, 0xb9, 1),
    (0x1369, 0x1371, 1),
    (0x19da, 0x19da, 1),
    (0x2070, 0x2070, 0),
    (0x2074, 0x2079, 4),
    (0x2080, 0x2089, 0),
    (0x2460, 0x2468, 1),
    (0x2474, 0x247c, 1),
    (0x2488, 0x2490, 1),
    (0x24ea, 0x24ea, 0),
    (0x24f5, 0x24fd, 1),
    (0x24ff, 0x24ff, 0),
    (0x2776, 0x277e, 1),
    (0x2780, 0x2788, 1),
    (0x278a, 0x2792, 1),
    (0x10a40, 0x10a43, 1),
    (0x10e60, 0x10e68, 1),
    (0x11052, 0x1105a, 1),
    (0x1f100, 0x1f100, 0),
    (0x1f101, 0x1f10a, 0),
];

/// Letters with a numeric value: ideographs, all in category Lo.
static HAN_NUMERALS: [u32; 91] = [
    0x3405, 0x3483, 0x382a, 0x3b4d, 0x4e00, 0x4e03, 0x4e07, 0x4e09, 0x4e24, 0x4e5d, 0x4e8c, 0x4e94,
    0x4e96, 0x4eac, 0x4ebf, 0x4ec0, 0x4edf, 0x4ee8, 0x4f0d, 0x4f70, 0x4fe9, 0x5006, 0x5104, 0x5146,
    0x5169, 0x516b, 0x516d, 0x5341, 0x5343, 0x5344, 0x5345, 0x534c, 0x53c1, 0x53c2, 0x53c3, 0x53c4,
    0x56db, 0x58f1, 0x58f9, 0x5e7a, 0x5efe, 0x5eff, 0x5f0c, 0x5f0d, 0x5f0e, 0x5f10, 0x62d0, 0x62fe,
    0x634c, 0x67d2, 0x6d1e, 0x6f06, 0x7396, 0x767e, 0x7695, 0x79ed, 0x8086, 0x842c, 0x8cae, 0x8cb3,
    0x8d30, 0x920e, 0x94a9, 0x9621, 0x9646, 0x964c, 0x9678, 0x96f6, 0xf96b, 0xf973, 0xf978, 0xf9b2,
    0xf9d1, 0xf9d3, 0xf9fd, 0x20001, 0x20064, 0x200e2, 0x20121, 0x2092a, 0x20983, 0x2098c, 0x2099c,
    0x20aea, 0x20afd, 0x20b19, 0x22390, 0x22998, 0x23b1b, 0x2626d, 0x2f890,
];

/// Whether there is a code point and each has the property: `str.isalpha` and its kin.
pub fn all(text: &[u8], property: fn(u32) -> bool) -> bool {
    !text.is_empty() && super::wtf8::code_points(text).all(property)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::hash;

    /// The reference's `hash` of a bitmap of all code points, under seed 0.
    fn digest(property: fn(u32) -> bool) -> i64 {
        let mut bitmap = vec![0u8; 0x110000 / 8];
        for code in (0..0x110000).filter(|&code| property(code)) {
            bitmap[code as usize / 8] |= 1 << (code % 8);
        }
        hash::bytes(hash::Key::default(), &bitmap)
    }

    #[test]
    fn every_code_point_is_what_the_reference_says() {
        assert_eq!(digest(is_alpha), -7887075859161713418);
        assert_eq!(digest(is_digit), -6701243637886963218);
        assert_eq!(digest(is_decimal), 1626092728376015507);
        assert_eq!(digest(is_numeric), -6526672573895833835);
        assert_eq!(digest(is_alnum), 7643729967769549205);
        assert_eq!(digest(is_space), 5307439867007139986);
        assert_eq!(digest(is_printable), 6294116951810478599);
        assert_eq!(digest(is_identifier_start), 6935122373302967952);
        assert_eq!(digest(is_identifier_continue), -4950209017520049626);
        assert_eq!(digest(is_lower), 4292363871496466697);
        assert_eq!(digest(is_upper), -2868890131662166935);
    }

    #[test]
    fn digits_have_values() {
        assert_eq!(decimal_value(0x37), Some(7));
        assert_eq!(decimal_value(0x669), Some(9));
        assert_eq!(decimal_value(0x1FBF9), Some(9));
        assert_eq!(decimal_value(0xB2), None);
        assert_eq!(digit_value(0xB2), Some(2));
        assert_eq!(digit_value(0x2793), None);
        assert_eq!(digit_value(0x2792), Some(9));
        assert_eq!(digit_value(0xBD), None);
    }
}
