//! Characters and their names. What has a name in a list only, aliases and sequences, stands in the table beside this file.

use crate::text::unicode;

/// The name of a character.
pub(super) fn name(code: u32) -> Option<String> {
    let letter = char::from_u32(code).filter(|_| unicode::is_assigned(code))?;
    unicode_names2::name(letter).map(|name| name.to_string())
}

/// The character that has a name.
pub(super) fn character(name: &str) -> Option<char> {
    unicode_names2::character(name).filter(|letter| is_name(*letter, name))
}

/// The character, or the sequence of characters, that has a name or an alias.
pub(super) fn characters(name: &str) -> Option<String> {
    if let Some(letter) = character(name) {
        return Some(letter.to_string());
    }
    let others = include_str!("other_names.txt").lines();
    let mut pairs = others.filter_map(|line| line.split_once(';'));
    let (_, codes) = pairs.find(|(own, _)| own.eq_ignore_ascii_case(name))?;
    let numbers = codes.split(' ').map(|code| u32::from_str_radix(code, 16));
    numbers.map(|number| char::from_u32(number.ok()?)).collect()
}

/// Whether that is the name of a character. Only those that stand in no list have to be in capitals.
fn is_name(letter: char, name: &str) -> bool {
    let Some(own) = unicode_names2::name(letter) else {
        return false;
    };
    let own = own.to_string();
    let listed = ["CJK UNIFIED IDEOGRAPH-", "HANGUL SYLLABLE "]
        .iter()
        .all(|start| !own.starts_with(start));
    unicode::is_assigned(u32::from(letter))
        && (own == name || listed && own.eq_ignore_ascii_case(name))
}
