//! Templates of `str.format`: literals, replacement fields, field names and their numbering.
//!
//! Everything is read lazily, since a template's error comes only after the fields before it were looked
//! up and formatted. Looking up, converting and formatting are the caller's; so is reading a format
//! specifier that itself holds fields as a template, at most [`MAX_DEPTH`] levels deep.

use super::{Fault, Outcome, unicode, wtf8};

/// The levels of templates: the whole one, and the one in a format specifier.
pub const MAX_DEPTH: usize = 2;

/// The error for a template nested deeper than [`MAX_DEPTH`].
pub fn too_deep() -> Fault {
    value_error("Max string recursion exceeded")
}

fn value_error(message: &str) -> Fault {
    Fault::Value(message.to_string())
}

/// A template being read.
#[derive(Clone, Debug)]
pub struct Template<'a> {
    rest: &'a [u8],
}

/// A literal and the field that follows it, if one does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// Text to copy. A doubled brace is one here, and ends the piece.
    pub literal: &'a [u8],
    /// The replacement field.
    pub field: Option<Field<'a>>,
}

/// `{name!conversion:spec}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field<'a> {
    /// What to look up; see [`field_name`].
    pub name: &'a [u8],
    /// The code point after `!`; see [`Field::conversion`].
    pub conversion_code: Option<u32>,
    /// The format specifier.
    pub spec: &'a [u8],
    /// Whether the specifier is a template itself.
    pub nested: bool,
}

/// What to do to a value before it is formatted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conversion {
    /// `!s`.
    Str,
    /// `!r`.
    Repr,
    /// `!a`.
    Ascii,
}

impl<'a> Template<'a> {
    /// Begins to read a template.
    pub fn new(text: &'a [u8]) -> Template<'a> {
        Template { rest: text }
    }

    /// The next piece; `None` at the end.
    pub fn next_piece(&mut self) -> Outcome<Option<Piece<'a>>> {
        if self.rest.is_empty() {
            return Ok(None);
        }
        let Some(at) = memchr::memchr2(b'{', b'}', self.rest) else {
            let literal = std::mem::take(&mut self.rest);
            return Ok(Some(Piece {
                literal,
                field: None,
            }));
        };
        let brace = self.rest[at];
        let doubled = self.rest.get(at + 1) == Some(&brace);
        if doubled {
            let literal = &self.rest[..=at];
            self.rest = &self.rest[at + 2..];
            return Ok(Some(Piece {
                literal,
                field: None,
            }));
        }
        if brace == b'}' {
            return Err(value_error("Single '}' encountered in format string"));
        }
        if at + 1 == self.rest.len() {
            return Err(value_error("Single '{' encountered in format string"));
        }
        let literal = &self.rest[..at];
        self.rest = &self.rest[at + 1..];
        let field = self.field()?;
        Ok(Some(Piece {
            literal,
            field: Some(field),
        }))
    }

    fn take(&mut self) -> Option<u32> {
        let (code, next) = wtf8::decode(self.rest, 0)?;
        self.rest = &self.rest[next..];
        Some(code)
    }

    /// Reads a field up to its closing brace, the opening one being read.
    fn field(&mut self) -> Outcome<Field<'a>> {
        let text = self.rest;
        let end = name_end(text)?;
        self.rest = &text[end + 1..];
        let mut field = Field {
            name: &text[..end],
            conversion_code: None,
            spec: &[],
            nested: false,
        };
        if text[end] == b'}' {
            return Ok(field);
        }
        if text[end] == b'!' {
            let message = "end of string while looking for conversion specifier";
            field.conversion_code = Some(self.take().ok_or_else(|| value_error(message))?);
            match self.take() {
                Some(0x7D) => return Ok(field),
                Some(0x3A) | None => {}
                Some(_) => {
                    return Err(value_error("expected ':' after conversion specifier"));
                }
            }
        }
        self.spec(&mut field)?;
        Ok(field)
    }

    /// Reads the format specifier up to the brace that closes the field.
    fn spec(&mut self, field: &mut Field<'a>) -> Outcome<()> {
        let text = self.rest;
        let mut open = 1;
        for at in memchr::memchr2_iter(b'{', b'}', text) {
            if text[at] == b'{' {
                field.nested = true;
                open += 1;
                continue;
            }
            open -= 1;
            if open == 0 {
                field.spec = &text[..at];
                self.rest = &text[at + 1..];
                return Ok(());
            }
        }
        Err(value_error("unmatched '{' in format spec"))
    }
}

/// Where a field's name ends: at a `!`, `:` or `}` outside of brackets.
fn name_end(text: &[u8]) -> Outcome<usize> {
    let mut at = 0;
    while let Some(&byte) = text.get(at) {
        match byte {
            b'{' => return Err(value_error("unexpected '{' in field name")),
            b'}' | b':' | b'!' => return Ok(at),
            b'[' => {
                let close = memchr::memchr(b']', &text[at..]);
                at = close.map_or(text.len(), |close| at + close);
            }
            _ => at += 1,
        }
    }
    Err(value_error("expected '}' before end of string"))
}

impl Field<'_> {
    /// The conversion, or the error for a letter that names none.
    pub fn conversion(&self) -> Outcome<Option<Conversion>> {
        let Some(code) = self.conversion_code else {
            return Ok(None);
        };
        match u8::try_from(code) {
            Ok(b's') => Ok(Some(Conversion::Str)),
            Ok(b'r') => Ok(Some(Conversion::Repr)),
            Ok(b'a') => Ok(Some(Conversion::Ascii)),
            Ok(byte @ 33..127) => Err(Fault::Value(format!(
                "Unknown conversion specifier {}",
                char::from(byte)
            ))),
            _ => Err(Fault::Value(format!(
                "Unknown conversion specifier \\x{code:x}"
            ))),
        }
    }
}

/// How the fields of one template are numbered: all by hand or all in turn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Numbering {
    /// No field has told yet.
    #[default]
    Unknown,
    /// Each names its number.
    Manual,
    /// None does; the number of the next.
    Automatic(usize),
}

impl Numbering {
    /// The number of a field without one.
    fn automatic(&mut self) -> Outcome<usize> {
        let number = match *self {
            Numbering::Unknown => 0,
            Numbering::Automatic(next) => next,
            Numbering::Manual => {
                return Err(value_error(
                    "cannot switch from manual field specification to automatic field numbering",
                ));
            }
        };
        *self = Numbering::Automatic(number + 1);
        Ok(number)
    }

    /// Notes a field with a number.
    fn manual(&mut self) -> Outcome<()> {
        if let Numbering::Automatic(_) = self {
            return Err(value_error(
                "cannot switch from automatic field numbering to manual field specification",
            ));
        }
        *self = Numbering::Manual;
        Ok(())
    }
}

/// Where a field's value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Root<'a> {
    /// A positional argument.
    Position(usize),
    /// A keyword argument.
    Name(&'a [u8]),
}

/// Splits a field's name into the argument it begins with and the steps from there.
pub fn field_name<'a>(name: &'a [u8], numbering: &mut Numbering) -> Outcome<(Root<'a>, Path<'a>)> {
    let (first, path) = split_name(name);
    let root = if first.is_empty() {
        Root::Position(numbering.automatic()?)
    } else if let Some(position) = index(first)? {
        numbering.manual()?;
        Root::Position(position)
    } else {
        Root::Name(first)
    };
    Ok((root, path))
}

/// Splits a field's name where its steps begin.
pub fn split_name(name: &[u8]) -> (&[u8], Path<'_>) {
    let end = memchr::memchr2(b'.', b'[', name).unwrap_or(name.len());
    let (first, rest) = name.split_at(end);
    (first, Path { rest })
}

/// The number, if the text consists of decimal digits.
pub fn index(text: &[u8]) -> Outcome<Option<usize>> {
    let mut number = 0usize;
    for code in wtf8::code_points(text) {
        let Some(digit) = unicode::decimal_value(code) else {
            return Ok(None);
        };
        number = number
            .checked_mul(10)
            .and_then(|number| number.checked_add(digit as usize))
            .filter(|&number| number <= isize::MAX as usize)
            .ok_or_else(|| value_error("Too many decimal digits in format string"))?;
    }
    Ok((!text.is_empty()).then_some(number))
}

/// The error for a positional field where there are no positional arguments at all (`format_map`).
pub fn no_positions() -> Fault {
    value_error("Format string contains positional fields")
}

/// The steps `.name` and `[key]` of a field's name, not yet read.
#[derive(Clone, Debug)]
pub struct Path<'a> {
    rest: &'a [u8],
}

/// One step from a value to a part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step<'a> {
    /// `.name`.
    Attribute(&'a [u8]),
    /// `[12]`: an integer key.
    Index(usize),
    /// `[key]`: a string key.
    Key(&'a [u8]),
}

impl<'a> Path<'a> {
    /// The next step; `None` at the end.
    pub fn next_step(&mut self) -> Outcome<Option<Step<'a>>> {
        let Some((&mark, after)) = self.rest.split_first() else {
            return Ok(None);
        };
        let name;
        match mark {
            b'.' => {
                let end = memchr::memchr2(b'.', b'[', after).unwrap_or(after.len());
                (name, self.rest) = after.split_at(end);
            }
            b'[' => {
                let end = memchr::memchr(b']', after)
                    .ok_or_else(|| value_error("Missing ']' in format string"))?;
                name = &after[..end];
                self.rest = &after[end + 1..];
            }
            _ => {
                return Err(value_error(
                    "Only '.' or '[' may follow ']' in format field specifier",
                ));
            }
        }
        if name.is_empty() {
            return Err(value_error("Empty attribute in format string"));
        }
        Ok(Some(match mark {
            b'.' => Step::Attribute(name),
            _ => index(name)?.map_or(Step::Key(name), Step::Index),
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A template's pieces, or its first error, as one line.
    fn read(text: &str) -> String {
        let mut out = Vec::new();
        let mut template = Template::new(text.as_bytes());
        loop {
            match template.next_piece() {
                Ok(Some(piece)) => out.push(show(&piece)),
                Ok(None) => return out.join(" "),
                Err(fault) => return fault.to_string(),
            }
        }
    }

    fn show(piece: &Piece<'_>) -> String {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let Some(field) = &piece.field else {
            return text(piece.literal);
        };
        let conversion = match field.conversion_code {
            Some(code) => char::from_u32(code).map_or(String::new(), |c| c.to_string()),
            None => "-".to_string(),
        };
        [piece.literal, field.name, field.spec].map(text).join("|") + "|" + &conversion
    }

    #[test]
    fn pieces() {
        let rows = [
            ("", ""),
            ("abc", "abc"),
            ("a{}b", "a|||- b"),
            ("{0!r:>{w}}", "|0|>{w}|r"),
            ("{{x}}", "{ x}"),
            ("{a[b].c!s}", "|a[b].c||s"),
            ("{:{}}", "||{}|-"),
            ("{", "Single '{' encountered in format string"),
            ("}", "Single '}' encountered in format string"),
            ("{}}", "Single '}' encountered in format string"),
            ("{{}", "Single '}' encountered in format string"),
            ("{0", "expected '}' before end of string"),
            (
                "{0!",
                "end of string while looking for conversion specifier",
            ),
            ("{0!r", "unmatched '{' in format spec"),
            ("{0!}", "unmatched '{' in format spec"),
            ("{0!rs}", "expected ':' after conversion specifier"),
            ("{0:", "unmatched '{' in format spec"),
            ("{0:{", "unmatched '{' in format spec"),
            ("{0:{}", "unmatched '{' in format spec"),
            ("{a{b}", "unexpected '{' in field name"),
            ("{a[}]}", "|a[}]||-"),
            ("{a[{]}", "|a[{]||-"),
            ("{a[", "expected '}' before end of string"),
            ("{0:}}", "Single '}' encountered in format string"),
            ("{0:{{}}}", "|0|{{}}|-"),
            ("{0!é}", "|0||é"),
            ("é{é}€", "é|é||- €"),
            ("{[}", "expected '}' before end of string"),
            ("{!r}", "|||r"),
            ("{:!r}", "||!r|-"),
            ("{0!r:", "unmatched '{' in format spec"),
        ];
        for (text, expected) in rows {
            assert_eq!(read(text), expected);
        }
    }

    #[test]
    fn conversions() {
        let of = |text: &str| {
            let piece = Template::new(text.as_bytes()).next_piece();
            let field = piece.ok().flatten().and_then(|piece| piece.field);
            field.map(|field| field.conversion().map_err(|fault| fault.to_string()))
        };
        assert_eq!(of("{}"), Some(Ok(None)));
        assert_eq!(of("{!s}"), Some(Ok(Some(Conversion::Str))));
        assert_eq!(of("{!r}"), Some(Ok(Some(Conversion::Repr))));
        assert_eq!(of("{!a}"), Some(Ok(Some(Conversion::Ascii))));
        let unknown = |what| Some(Err(format!("Unknown conversion specifier {what}")));
        assert_eq!(of("{!x}"), unknown("x"));
        assert_eq!(of("{!é}"), unknown("\\xe9"));
    }

    /// A field's name in steps, or its first error.
    fn walk(name: &str) -> Outcome<String> {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let (first, mut path) = split_name(name.as_bytes());
        let mut out = vec![match index(first)? {
            Some(position) => position.to_string(),
            None => text(first),
        }];
        while let Some(step) = path.next_step()? {
            out.push(match step {
                Step::Attribute(name) => format!(".{}", text(name)),
                Step::Index(index) => format!("[{index}]"),
                Step::Key(key) => format!("[\"{}\"]", text(key)),
            });
        }
        Ok(out.join(" "))
    }

    #[test]
    fn field_names() {
        let rows = [
            ("a", "a"),
            ("0", "0"),
            ("00", "0"),
            ("-1", "-1"),
            ("a b", "a b"),
            ("a.b", "a .b"),
            ("a[0].b[x]", "a [0] .b [\"x\"]"),
            ("a[-1]", "a [\"-1\"]"),
            ("a[ 1]", "a [\" 1\"]"),
            ("0[١]", "0 [1]"),
            ("a.", "Empty attribute in format string"),
            ("a..b", "Empty attribute in format string"),
            ("a[]", "Empty attribute in format string"),
            (
                "a[0]x",
                "Only '.' or '[' may follow ']' in format field specifier",
            ),
            ("a[0", "Missing ']' in format string"),
            ("a.b]", "a .b]"),
            (
                "99999999999999999999",
                "Too many decimal digits in format string",
            ),
            (
                "0[99999999999999999999]",
                "Too many decimal digits in format string",
            ),
        ];
        for (name, expected) in rows {
            let walked = walk(name).unwrap_or_else(|fault| fault.to_string());
            assert_eq!(walked, expected);
        }
    }

    #[test]
    fn numbering() {
        let mut numbering = Numbering::default();
        let mut root = |name: &'static str| {
            let split = field_name(name.as_bytes(), &mut numbering);
            split
                .map(|(root, _)| root)
                .map_err(|fault| fault.to_string())
        };
        assert_eq!(root("x"), Ok(Root::Name(b"x")));
        assert_eq!(root(""), Ok(Root::Position(0)));
        assert_eq!(root(".a"), Ok(Root::Position(1)));
        assert_eq!(
            root("0").unwrap_err(),
            "cannot switch from automatic field numbering to manual field specification"
        );
        let mut manual = Numbering::Manual;
        assert_eq!(
            field_name(b"", &mut manual)
                .map(|_| ())
                .unwrap_err()
                .to_string(),
            "cannot switch from manual field specification to automatic field numbering"
        );
    }
}
