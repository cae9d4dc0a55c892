//! The normal forms of texts, in the present version and in 3.2.0.

use super::database::combining;
use super::old::{OldTables, corrected};
use crate::text::{unicode, wtf8};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{compose, decompose_canonical, decompose_compatible};

/// A normal form.
#[derive(Clone, Copy)]
pub(super) enum Form {
    Nfc,
    Nfd,
    Nfkc,
    Nfkd,
}

/// A text in a normal form. What is no character, and what was none in this version, stays as it is.
pub(super) fn normalized(text: &[u8], form: Form) -> Vec<u8> {
    if text.is_ascii() {
        return text.to_vec();
    }
    let mut made = Vec::with_capacity(text.len());
    let mut part = String::new();
    let close = |part: &mut String, made: &mut Vec<u8>| {
        let normal: String = match form {
            Form::Nfc => part.nfc().collect(),
            Form::Nfd => part.nfd().collect(),
            Form::Nfkc => part.nfkc().collect(),
            Form::Nfkd => part.nfkd().collect(),
        };
        made.extend_from_slice(normal.as_bytes());
        part.clear();
    };
    for code in wtf8::code_points(text) {
        match char::from_u32(code).filter(|_| unicode::is_assigned(code)) {
            Some(letter) => part.push(letter),
            None => {
                close(&mut part, &mut made);
                wtf8::push(&mut made, code);
            }
        }
    }
    close(&mut part, &mut made);
    made
}

/// A text in a normal form of Unicode 3.2.0: what came later is not taken apart, but marks keep today's order, and what
/// can be put together today is.
pub(super) fn normalized_old(tables: &OldTables, text: &[u8], form: Form) -> Vec<u8> {
    if text.is_ascii() {
        return text.to_vec();
    }
    let mut codes = Vec::new();
    for code in wtf8::code_points(text) {
        let push = |letter| codes.push(u32::from(letter));
        let letter = char::from_u32(code)
            .filter(|_| unicode::is_assigned(code) && !tables.is_later(code))
            .map(|letter| corrected(code).unwrap_or(letter));
        match (letter, form) {
            (Some(letter), Form::Nfc | Form::Nfd) => decompose_canonical(letter, push),
            (Some(letter), Form::Nfkc | Form::Nfkd) => decompose_compatible(letter, push),
            (None, _) => codes.push(code),
        }
    }
    for marks in codes.chunk_by_mut(|_, next| combining(*next) != 0) {
        // What a run begins with may be a mark too, at the beginning of the text.
        let first = usize::from(combining(marks[0]) == 0);
        marks[first..].sort_by_key(|mark| combining(*mark));
    }
    if let Form::Nfc | Form::Nfkc = form {
        codes = composed(&codes);
    }
    let mut made = Vec::with_capacity(text.len());
    codes
        .into_iter()
        .for_each(|code| wtf8::push(&mut made, code));
    made
}

/// Puts marks together with what they are on, unless others between keep them from it.
fn composed(codes: &[u32]) -> Vec<u32> {
    let mut made: Vec<u32> = Vec::with_capacity(codes.len());
    let mut base = None;
    let mut last = 0;
    for &code in codes {
        let class = combining(code);
        if let Some(at) = base
            && (last < class || at + 1 == made.len())
            && let Some(both) = pair(made[at], code)
        {
            made[at] = both;
            continue;
        }
        if class == 0 {
            base = Some(made.len());
        }
        last = class;
        made.push(code);
    }
    made
}

/// The character that two make together in the present version.
fn pair(first: u32, second: u32) -> Option<u32> {
    let both = compose(char::from_u32(first)?, char::from_u32(second)?)?;
    Some(u32::from(both)).filter(|both| unicode::is_assigned(*both))
}
