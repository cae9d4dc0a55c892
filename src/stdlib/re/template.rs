//! Replacement templates: `\1`, `\g<name>` and escapes.

use super::parse::escape::{is_octal, simple};
use super::pattern::Pattern;
use super::source::{Mistake, Source, is_number, lossy, to_wtf8};
use crate::text::repr;

/// A part of a template.
#[derive(Debug)]
pub enum Part {
    /// Characters, as code points.
    Text(Vec<u32>),
    /// What a group matched.
    Group(usize),
}

/// Reads a template for the groups of `pattern`.
pub fn parse(codes: &[u32], is_text: bool, pattern: &Pattern) -> Result<Vec<Part>, Mistake> {
    let mut source = Source::new(codes, is_text)?;
    let mut parts = Vec::new();
    let mut literal = Vec::new();
    while let Some(this) = source.get()? {
        if !this.escaped {
            literal.push(this.code);
            continue;
        }
        let letter = char::from_u32(this.code).unwrap_or('\u{fffd}');
        match letter {
            'g' => {
                let group = named(&mut source, pattern)?;
                parts.push(Part::Text(std::mem::take(&mut literal)));
                parts.push(Part::Group(group));
            }
            '0' => {
                let digits = source.while_is(2, is_octal)?;
                literal.push(u32::from_str_radix(&digits, 8).unwrap_or(0) & 0xFF);
            }
            '1'..='9' => {
                let mut digits = String::from(letter);
                digits.push_str(&source.while_is(1, |next| next.is_ascii_digit())?);
                let third = source.next_ascii().is_some_and(is_octal);
                if digits.len() == 2 && digits.chars().all(is_octal) && third {
                    digits.push_str(&source.while_is(1, is_octal)?);
                    match u32::from_str_radix(&digits, 8) {
                        Ok(code @ 0..=0o377) => literal.push(code),
                        _ => {
                            let message =
                                format!("octal escape value \\{digits} outside of range 0-0o377");
                            return Err(source.error(&message, digits.len() + 1));
                        }
                    }
                    continue;
                }
                let group = digits.parse().unwrap_or(usize::MAX);
                check(&source, group, pattern, digits.len())?;
                parts.push(Part::Text(std::mem::take(&mut literal)));
                parts.push(Part::Group(group));
            }
            _ => match simple(this.code) {
                Some(code) => literal.push(code),
                None if letter.is_ascii_alphabetic() => {
                    return Err(source.error(&format!("bad escape \\{letter}"), 2));
                }
                None => literal.extend(['\\'.into(), this.code]),
            },
        }
    }
    parts.push(Part::Text(literal));
    parts.retain(|part| !matches!(part, Part::Text(text) if text.is_empty()));
    Ok(parts)
}

fn check(source: &Source<'_>, group: usize, pattern: &Pattern, back: usize) -> Result<(), Mistake> {
    if group > pattern.program.groups {
        let message = format!("invalid group reference {group}");
        return Err(source.error(&message, back));
    }
    Ok(())
}

/// `\g<name>`
fn named(source: &mut Source<'_>, pattern: &Pattern) -> Result<usize, Mistake> {
    if !source.skip('<')? {
        return Err(source.error("missing <", 0));
    }
    let name = source.until('>', "group name")?;
    let back = name.len() + 1;
    if !is_number(&name) {
        let text = source.check_name(&name, 1)?;
        return match pattern.group_named(&text) {
            Some(group) => Ok(group),
            None => {
                let shown = repr::repr_str(&to_wtf8(&name));
                Err(Mistake::Index(format!("unknown group name {shown}")))
            }
        };
    }
    let group = lossy(&name).parse().unwrap_or(usize::MAX);
    if group >= 1_073_741_823 {
        let message = format!("invalid group reference {}", lossy(&name));
        return Err(source.error(&message, back));
    }
    check(source, group, pattern, back)?;
    Ok(group)
}
