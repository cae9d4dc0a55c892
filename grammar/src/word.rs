//! Words: which characters make an identifier, and its NFKC form.

use std::rc::Rc;
use unicode_normalization::{UnicodeNormalization, is_nfkc};

/// The NFKC form of an identifier, under which names are compared.
pub fn normalized(word: &str) -> Rc<str> {
    if word.is_ascii() || is_nfkc(word) {
        word.into()
    } else {
        word.nfkc().collect::<String>().into()
    }
}

/// Whether an identifier may begin with `c`.
pub fn starts(c: char) -> bool {
    c == '_' || unicode_ident::is_xid_start(c)
}

/// Whether an identifier may go on with `c`.
pub fn continues(c: char) -> bool {
    unicode_ident::is_xid_continue(c)
}

/// Whether the reference's `str.isprintable` holds.
pub fn is_printable(c: char) -> bool {
    c == ' ' || !(c.is_control() || c.is_whitespace() || is_invisible(c))
}

/// Whether `c` is a format, private or unassigned character.
fn is_invisible(c: char) -> bool {
    use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};
    matches!(
        c.general_category(),
        GeneralCategory::Format
            | GeneralCategory::PrivateUse
            | GeneralCategory::Unassigned
            | GeneralCategory::Surrogate
            | GeneralCategory::LineSeparator
            | GeneralCategory::ParagraphSeparator
            | GeneralCategory::SpaceSeparator
    )
}
