//! What stands behind a backslash, outside of sets and in them.

use super::{Parse, Parser};
use crate::stdlib::re::source::{lossy, to_wtf8};
use crate::stdlib::re::syntax::{At, Category, Node, SetItem};
use crate::text::repr;

/// The characters of escapes with one letter.
pub(in crate::stdlib::re) fn simple(code: u32) -> Option<u32> {
    Some(match char::from_u32(code)? {
        'a' => 7,
        'b' => 8,
        'f' => 12,
        'n' => 10,
        'r' => 13,
        't' => 9,
        'v' => 11,
        '\\' => 92,
        _ => return None,
    })
}

fn category(code: u32) -> Option<SetItem> {
    Some(match char::from_u32(code)? {
        'd' => SetItem::Category(Category::Digit, false),
        'D' => SetItem::Category(Category::Digit, true),
        's' => SetItem::Category(Category::Space, false),
        'S' => SetItem::Category(Category::Space, true),
        'w' => SetItem::Category(Category::Word, false),
        'W' => SetItem::Category(Category::Word, true),
        _ => return None,
    })
}

fn place(code: u32) -> Option<At> {
    Some(match char::from_u32(code)? {
        'A' => At::BeginningOfString,
        'b' => At::Boundary,
        'B' => At::NoBoundary,
        'Z' => At::EndOfString,
        _ => return None,
    })
}

pub(in crate::stdlib::re) fn is_octal(character: char) -> bool {
    ('0'..='7').contains(&character)
}

fn octal(digits: &str) -> u32 {
    u32::from_str_radix(digits, 8).unwrap_or(0)
}

impl Parser<'_> {
    /// An escape outside of sets.
    pub(super) fn escape(&mut self, code: u32) -> Parse<Node> {
        if let Some(item) = category(code) {
            return Ok(Node::Set(false, vec![item]));
        }
        if let Some(at) = place(code) {
            return Ok(Node::At(at));
        }
        if let Some(code) = simple(code) {
            return Ok(Node::Literal(code));
        }
        let Some(digit @ '0'..='9') = char::from_u32(code) else {
            return self.character(code).map(Node::Literal);
        };
        if digit == '0' {
            let more = self.source.while_is(2, is_octal)?;
            return Ok(Node::Literal(octal(&more)));
        }
        let mut text = String::from(digit);
        if self
            .source
            .next_ascii()
            .is_some_and(|next| next.is_ascii_digit())
        {
            text.push_str(&self.source.while_is(1, |next| next.is_ascii_digit())?);
            let third = self.source.next_ascii().is_some_and(is_octal);
            if text.chars().all(is_octal) && third {
                text.push_str(&self.source.while_is(1, is_octal)?);
                return self.checked_octal(&text).map(Node::Literal);
            }
        }
        let group: usize = text.parse().unwrap_or(usize::MAX);
        if group < self.widths.len() {
            if !self.is_closed(group) {
                let back = text.len() + 1;
                return Err(self.source.error("cannot refer to an open group", back));
            }
            self.check_behind(group)?;
            return Ok(Node::Reference(group));
        }
        let message = format!("invalid group reference {group}");
        Err(self.source.error(&message, text.len()))
    }

    /// An escape in a set.
    pub(super) fn set_escape(&mut self, code: u32) -> Parse<SetItem> {
        if let Some(item) = category(code) {
            return Ok(item);
        }
        let code = match (simple(code), char::from_u32(code)) {
            (Some(code), _) => code,
            (None, Some(digit)) if is_octal(digit) => {
                let more = self.source.while_is(2, is_octal)?;
                self.checked_octal(&format!("{digit}{more}"))?
            }
            _ => self.character(code)?,
        };
        Ok(SetItem::Range(code, code))
    }

    fn checked_octal(&self, digits: &str) -> Parse<u32> {
        match octal(digits) {
            code @ 0..=0o377 => Ok(code),
            _ => {
                let message = format!("octal escape value \\{digits} outside of range 0-0o377");
                Err(self.source.error(&message, digits.len() + 1))
            }
        }
    }

    /// An escape that stands for one character.
    fn character(&mut self, code: u32) -> Parse<u32> {
        let letter = char::from_u32(code).unwrap_or('\u{fffd}');
        let digits = match letter {
            'x' => 2,
            'u' if self.source.is_text => 4,
            'U' if self.source.is_text => 8,
            'N' if self.source.is_text => return self.named(),
            letter if letter.is_ascii_alphanumeric() => {
                let message = format!("bad escape \\{letter}");
                return Err(self.source.error(&message, 2));
            }
            _ => return Ok(code),
        };
        let text = self
            .source
            .while_is(digits, |digit| digit.is_ascii_hexdigit())?;
        let back = text.len() + 2;
        if text.len() != digits {
            let message = format!("incomplete escape \\{letter}{text}");
            return Err(self.source.error(&message, back));
        }
        match u32::from_str_radix(&text, 16) {
            Ok(code @ 0..=0x10_FFFF) => Ok(code),
            _ => {
                let message = format!("bad escape \\{letter}{text}");
                Err(self.source.error(&message, back))
            }
        }
    }

    /// `\N{name}`
    fn named(&mut self) -> Parse<u32> {
        if !self.source.skip('{')? {
            return Err(self.source.error("missing {", 0));
        }
        let name = self.source.until('}', "character name")?;
        match unicode_names2::character(&lossy(&name)) {
            Some(character) => Ok(character.into()),
            None => {
                let shown = repr::repr_str(&to_wtf8(&name));
                let message = format!("undefined character name {shown}");
                Err(self.source.error(&message, name.len() + 4))
            }
        }
    }
}
