//! The format mini-language, `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.
//!
//! [`Spec::parse`] reads it; here is also its use on strings. Numbers are `number.rs`, complex ones
//! `complex.rs`. The templates of `str.format`, in which such specs stand, are `template.rs`.

mod complex;
mod number;

pub use complex::{format_complex, repr_complex};
pub use number::{format_float, format_int};

use super::search::padded;
use super::{Fault, Outcome, unicode, wtf8};

/// Where the fill goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// `<`: after the text.
    Left,
    /// `>`: before it.
    Right,
    /// `^`: on both sides.
    Center,
    /// `=`: between a number's sign and its digits.
    AfterSign,
}

/// A read format specifier. What is `None` was not written; its meaning depends on the formatted object.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spec {
    /// The code point to fill with.
    pub fill: Option<u32>,
    /// Where to fill.
    pub align: Option<Align>,
    /// `+`, `-` or a blank.
    pub sign: Option<u8>,
    /// `z`: what rounds to zero loses its minus sign.
    pub no_negative_zero: bool,
    /// `#`.
    pub alternate: bool,
    /// `0` before the width.
    pub zero: bool,
    /// The least number of code points.
    pub width: usize,
    /// `,` or `_` between groups of digits.
    pub grouping: Option<u8>,
    /// What stands after the point.
    pub precision: Option<usize>,
    /// The presentation type, any code point.
    pub kind: Option<u32>,
}

impl Spec {
    /// Reads a specifier; `type_name` is the formatted object's, for the errors.
    pub fn parse(spec: &[u8], type_name: &str) -> Outcome<Spec> {
        let mut cursor = Cursor { rest: spec };
        let mut read = Spec::default();
        cursor.fill_and_align(&mut read);
        read.sign = cursor.take_any(b"+- ");
        read.no_negative_zero = cursor.take(b'z');
        read.alternate = cursor.take(b'#');
        read.zero = read.fill.is_none() && cursor.take(b'0');
        read.width = cursor.number()?.unwrap_or(0);
        read.grouping = cursor.grouping()?;
        if cursor.take(b'.') {
            let missing = || Fault::Value("Format specifier missing precision".to_string());
            read.precision = Some(cursor.number()?.ok_or_else(missing)?);
        }
        let mut last = wtf8::code_points(cursor.rest);
        read.kind = last.next();
        if last.next().is_some() {
            let spec = wtf8::to_str_lossy(spec);
            return Err(Fault::Value(format!(
                "Invalid format specifier '{spec}' for object of type '{type_name}'"
            )));
        }
        Ok(read)
    }

    /// Checks that digits may be grouped in this presentation type, `default` standing for none.
    fn check_grouping(&self, default: u32) -> Outcome<()> {
        let Some(separator) = self.grouping else {
            return Ok(());
        };
        let kind = self.kind.unwrap_or(default);
        let allowed: &[u8] = match separator {
            b'_' => b"\0defgEFG%boxX",
            _ => b"\0defgEFG%",
        };
        if u8::try_from(kind).is_ok_and(|kind| allowed.contains(&kind)) {
            return Ok(());
        }
        let shown = show_kind(kind);
        let separator = char::from(separator);
        Err(Fault::Value(format!(
            "Cannot specify '{separator}' with '{shown}'."
        )))
    }

    /// The fill, a blank unless something else or `0` was written.
    fn fill_or_default(&self) -> u32 {
        let default = if self.zero { b'0' } else { b' ' };
        self.fill.unwrap_or(u32::from(default))
    }

    /// The alignment of a number: `0` alone means to fill after the sign.
    fn align_of_number(&self) -> Align {
        let default = if self.zero {
            Align::AfterSign
        } else {
            Align::Right
        };
        self.align.unwrap_or(default)
    }

    /// The error for a presentation type that the object does not know.
    fn unknown_kind(&self, type_name: &str) -> Fault {
        let shown = show_kind(self.kind.unwrap_or(0));
        Fault::Value(format!(
            "Unknown format code '{shown}' for object of type '{type_name}'"
        ))
    }

    /// Fills `text` of `length` code points up to the width, to the left of it, right or both.
    fn pad(&self, text: &[u8], length: usize, align: Align) -> Outcome<Vec<u8>> {
        let free = self.width.saturating_sub(length);
        let (left, right) = match align {
            Align::Left => (0, free),
            Align::Right | Align::AfterSign => (free, 0),
            Align::Center => (free / 2, free - free / 2),
        };
        padded(text, &wtf8::encode(self.fill_or_default()), left, right)
    }
}

/// A presentation type in an error: itself if it is visible ASCII, else its number.
fn show_kind(kind: u32) -> String {
    match u8::try_from(kind) {
        Ok(byte @ 33..128) => char::from(byte).to_string(),
        _ => format!("\\x{kind:x}"),
    }
}

/// What of a specifier is not yet read.
struct Cursor<'a> {
    rest: &'a [u8],
}

impl Cursor<'_> {
    fn take(&mut self, byte: u8) -> bool {
        self.take_any(&[byte]).is_some()
    }

    fn take_any(&mut self, bytes: &[u8]) -> Option<u8> {
        let (&first, rest) = self.rest.split_first()?;
        bytes.contains(&first).then(|| {
            self.rest = rest;
            first
        })
    }

    fn fill_and_align(&mut self, read: &mut Spec) {
        if let Some((fill, next)) = wtf8::decode(self.rest, 0) {
            let mut after = Cursor {
                rest: &self.rest[next..],
            };
            if let Some(align) = after.align() {
                self.rest = after.rest;
                read.fill = Some(fill);
                read.align = Some(align);
                return;
            }
        }
        read.align = self.align();
    }

    fn align(&mut self) -> Option<Align> {
        Some(match self.take_any(b"<>^=")? {
            b'<' => Align::Left,
            b'>' => Align::Right,
            b'^' => Align::Center,
            _ => Align::AfterSign,
        })
    }

    /// A number in decimal digits of any script.
    fn number(&mut self) -> Outcome<Option<usize>> {
        let mut number = None;
        while let Some((code, next)) = wtf8::decode(self.rest, 0) {
            let Some(digit) = unicode::decimal_value(code) else {
                break;
            };
            let longer = number.unwrap_or(0usize).checked_mul(10);
            number = longer
                .and_then(|longer| longer.checked_add(digit as usize))
                .filter(|&number| number <= isize::MAX as usize);
            if number.is_none() {
                let message = "Too many decimal digits in format string";
                return Err(Fault::Value(message.to_string()));
            }
            self.rest = &self.rest[next..];
        }
        Ok(number)
    }

    fn grouping(&mut self) -> Outcome<Option<u8>> {
        let comma = self.take(b',');
        let underscore = self.take(b'_');
        if underscore && (comma || self.rest.first() == Some(&b',')) {
            let message = "Cannot specify both ',' and '_'.";
            return Err(Fault::Value(message.to_string()));
        }
        Ok(match (comma, underscore) {
            (true, _) => Some(b','),
            (_, true) => Some(b'_'),
            _ => None,
        })
    }
}

/// `format(str, spec)`: cut to the precision, filled to the width, left-aligned unless told otherwise.
pub fn format_str(text: &[u8], spec: &Spec, type_name: &str) -> Outcome<Vec<u8>> {
    spec.check_grouping(u32::from(b's'))?;
    if spec.kind.is_some_and(|kind| kind != u32::from(b's')) {
        return Err(spec.unknown_kind(type_name));
    }
    let refused = match spec.sign {
        Some(b' ') => Some("Space not allowed"),
        Some(_) => Some("Sign not allowed"),
        None if spec.no_negative_zero => Some("Negative zero coercion (z) not allowed"),
        None if spec.alternate => Some("Alternate form (#) not allowed"),
        None if spec.align == Some(Align::AfterSign) => Some("'=' alignment not allowed"),
        None => None,
    };
    if let Some(refused) = refused {
        return Err(Fault::Value(format!(
            "{refused} in string format specifier"
        )));
    }
    let text = match spec.precision {
        Some(most) => wtf8::first(text, most),
        None => text,
    };
    let length = if spec.width == 0 {
        0
    } else {
        wtf8::count(text)
    };
    spec.pad(text, length, spec.align.unwrap_or(Align::Left))
}

#[cfg(test)]
mod tests;
