//! printf-style formats, `"%d of %s" % args`, for strings and bytes.
//!
//! [`format()`] reads the format and lays out; the object layer implements [`Arguments`], which fetches
//! and converts. Reading and fetching take turns, because `*` and `(key)` fetch in the middle of a
//! conversion and the first error in that order is the one to show.

use super::float::{self, Kind, Style};
use super::int::{self, Int};
use super::search::{Units, padded};
use super::{Fault, Outcome, room, wtf8};

/// Where the values come from. Each method may raise; [`Arguments::fault`] makes an error of ours raise.
pub trait Arguments {
    /// The caller's error.
    type Error;

    /// Turns a fault of the format into an error.
    fn fault(&mut self, fault: Fault) -> Self::Error;

    /// Checks that the arguments are a mapping ("format requires a mapping").
    fn require_mapping(&mut self) -> Result<(), Self::Error>;

    /// Looks `key` up in the mapping; what it finds is what the next [`Arguments::fetch`] gives.
    fn select(&mut self, key: &[u8]) -> Result<(), Self::Error>;

    /// Takes the next argument for a `*` ("not enough arguments for format string", "* wants int").
    fn star(&mut self) -> Result<Int, Self::Error>;

    /// Takes the next argument, for one of the methods below ("not enough arguments for format string").
    fn fetch(&mut self) -> Result<(), Self::Error>;

    /// The fetched argument as an integer for `d`, `i`, `u` (numbers are cut off), or `o`, `x`, `X`.
    fn integer(&mut self, letter: char) -> Result<Int, Self::Error>;

    /// The fetched argument as a float.
    fn float(&mut self) -> Result<f64, Self::Error>;

    /// The fetched argument as text for `s`, `r`, `a` and, for bytes, `b`.
    fn text(&mut self, letter: char) -> Result<Vec<u8>, Self::Error>;

    /// The fetched argument as one unit, for `c`.
    fn character(&mut self) -> Result<Vec<u8>, Self::Error>;
}

/// One conversion, `%(key)-+ #0width.precision type`.
#[derive(Clone, Copy, Debug, Default)]
struct Conversion {
    left: bool,
    plus: bool,
    blank: bool,
    alternate: bool,
    zero: bool,
    width: usize,
    precision: Option<usize>,
    letter: u32,
    /// Where the letter stands, in bytes.
    at: usize,
}

/// `format % arguments`. That none is left over is for the caller to check.
pub fn format<A: Arguments>(
    format: &[u8],
    units: Units,
    max_digits: usize,
    arguments: &mut A,
) -> Result<Vec<u8>, A::Error> {
    let mut out = Vec::with_capacity(format.len() + 16);
    let mut reader = Reader {
        format,
        at: 0,
        units,
    };
    while let Some(found) = memchr::memchr(b'%', &format[reader.at..]) {
        out.extend_from_slice(&format[reader.at..reader.at + found]);
        reader.at += found + 1;
        if reader.peek() == Some(b'%') {
            reader.at += 1;
            out.push(b'%');
            continue;
        }
        let conversion = reader.conversion(arguments)?;
        arguments.fetch()?;
        let text = convert(&conversion, &reader, max_digits, arguments)?;
        if out.try_reserve(text.len()).is_err() {
            return Err(arguments.fault(Fault::Memory));
        }
        out.extend_from_slice(&text);
    }
    out.extend_from_slice(&format[reader.at..]);
    Ok(out)
}

struct Reader<'a> {
    format: &'a [u8],
    at: usize,
    units: Units,
}

impl<'a> Reader<'a> {
    fn peek(&self) -> Option<u8> {
        self.format.get(self.at).copied()
    }

    fn take(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    /// Reads a conversion, the percent sign being read.
    fn conversion<A: Arguments>(&mut self, arguments: &mut A) -> Result<Conversion, A::Error> {
        let mut conversion = Conversion::default();
        if self.take(b'(') {
            arguments.require_mapping()?;
            let key = self.key().map_err(|fault| arguments.fault(fault))?;
            arguments.select(key)?;
        }
        self.flags(&mut conversion);
        if self.take(b'*') {
            let star = arguments.star()?;
            let width = star_width(&star).map_err(|fault| arguments.fault(fault))?;
            conversion.left |= width < 0;
            conversion.width = width.unsigned_abs();
        } else {
            let width = self.number(isize::MAX as usize, "width too big");
            conversion.width = width.map_err(|fault| arguments.fault(fault))?;
        }
        if self.take(b'.') {
            let precision = if self.take(b'*') {
                star_precision(&arguments.star()?)
            } else {
                let message = match self.units {
                    Units::Text => "precision too big",
                    Units::Bytes => "prec too big",
                };
                self.number(i32::MAX as usize, message)
            };
            conversion.precision = Some(precision.map_err(|fault| arguments.fault(fault))?);
        }
        if matches!(self.peek(), Some(b'h' | b'l' | b'L')) {
            self.at += 1;
        }
        conversion.at = self.at;
        let (letter, next) = match self.units {
            Units::Text => wtf8::decode(self.format, self.at),
            Units::Bytes => self.peek().map(|byte| (u32::from(byte), self.at + 1)),
        }
        .ok_or_else(|| arguments.fault(Fault::Value("incomplete format".to_string())))?;
        conversion.letter = letter;
        self.at = next;
        Ok(conversion)
    }

    /// Reads a key up to its closing parenthesis; it may hold balanced ones.
    fn key(&mut self) -> Outcome<&'a [u8]> {
        let start = self.at;
        let mut open = 1;
        for (offset, byte) in self.format[start..].iter().enumerate() {
            match byte {
                b'(' => open += 1,
                b')' => open -= 1,
                _ => {}
            }
            if open == 0 {
                self.at = start + offset + 1;
                return Ok(&self.format[start..start + offset]);
            }
        }
        Err(Fault::Value("incomplete format key".to_string()))
    }

    fn flags(&mut self, conversion: &mut Conversion) {
        loop {
            match self.peek() {
                Some(b'-') => conversion.left = true,
                Some(b'+') => conversion.plus = true,
                Some(b' ') => conversion.blank = true,
                Some(b'#') => conversion.alternate = true,
                Some(b'0') => conversion.zero = true,
                _ => return,
            }
            self.at += 1;
        }
    }

    /// Reads ASCII digits, none counting as 0.
    fn number(&mut self, most: usize, too_big: &str) -> Outcome<usize> {
        let mut number = 0usize;
        while let Some(byte @ b'0'..=b'9') = self.peek() {
            number = number
                .checked_mul(10)
                .and_then(|number| number.checked_add(usize::from(byte - b'0')))
                .filter(|&number| number <= most)
                .ok_or_else(|| Fault::Value(too_big.to_string()))?;
            self.at += 1;
        }
        Ok(number)
    }

    /// The error for a letter that means nothing.
    fn unsupported(&self, conversion: &Conversion) -> Fault {
        let code = conversion.letter;
        let before = &self.format[..conversion.at];
        let (shown, index) = match self.units {
            Units::Text => (
                u8::try_from(code)
                    .ok()
                    .filter(|&byte| (31..127).contains(&byte)),
                { wtf8::count(before) },
            ),
            // The reference takes such a byte for a negative number, which is no character.
            Units::Bytes if code >= 0x80 => {
                let message = "character argument not in range(0x110000)";
                return Fault::Overflow(message.to_string());
            }
            Units::Bytes => (u8::try_from(code).ok(), before.len()),
        };
        let shown = char::from(shown.unwrap_or(b'?'));
        Fault::Value(format!(
            "unsupported format character '{shown}' (0x{code:x}) at index {index}"
        ))
    }
}

fn star_width(star: &Int) -> Outcome<isize> {
    match star {
        Int::Small(width) => Ok(*width as isize),
        Int::Big(_) => Err(Fault::Overflow(
            "Python int too large to convert to C ssize_t".to_string(),
        )),
    }
}

/// A negative precision counts as 0.
fn star_precision(star: &Int) -> Outcome<usize> {
    match star {
        Int::Small(precision) if i32::try_from(*precision).is_ok() => {
            Ok(usize::try_from(*precision).unwrap_or(0))
        }
        _ => Err(Fault::Overflow(
            "Python int too large to convert to C int".to_string(),
        )),
    }
}

/// Writes the fetched argument as the conversion says.
fn convert<A: Arguments>(
    conversion: &Conversion,
    reader: &Reader<'_>,
    max_digits: usize,
    arguments: &mut A,
) -> Result<Vec<u8>, A::Error> {
    let letter = char::from_u32(conversion.letter).unwrap_or('\0');
    let bytes = reader.units == Units::Bytes;
    let written = match letter {
        'd' | 'i' | 'u' | 'o' | 'x' | 'X' => {
            let value = arguments.integer(letter)?;
            write_int(conversion, letter, &value, max_digits)
        }
        'e' | 'E' | 'f' | 'F' | 'g' | 'G' => {
            let value = arguments.float()?;
            write_float(conversion, letter, value)
        }
        'c' => {
            let unit = arguments.character()?;
            conversion.pad(&unit, reader.units)
        }
        's' | 'r' | 'a' | 'b' if letter != 'b' || bytes => {
            let text = arguments.text(letter)?;
            conversion.pad(conversion.cut(&text, reader.units), reader.units)
        }
        _ => Err(reader.unsupported(conversion)),
    };
    written.map_err(|fault| arguments.fault(fault))
}

fn write_int(
    conversion: &Conversion,
    letter: char,
    value: &Int,
    max_digits: usize,
) -> Outcome<Vec<u8>> {
    let base = match letter {
        'o' => 8,
        'x' | 'X' => 16,
        _ => 10,
    };
    let digits = match value {
        Int::Big(big) if base == 10 => int::decimal(big, max_digits)?,
        _ => int::to_base(value, base)?,
    };
    let digits = match letter {
        'X' => digits.to_ascii_uppercase(),
        _ => digits,
    };
    let prefix = match letter {
        'o' if conversion.alternate => "0o",
        'x' if conversion.alternate => "0x",
        'X' if conversion.alternate => "0X",
        _ => "",
    };
    let (negative, digits) = split_sign(&digits);
    let precision = conversion.precision.unwrap_or(0);
    if precision > i32::MAX as usize - 3 {
        return Err(Fault::Overflow("precision too large".to_string()));
    }
    let zeros = precision.saturating_sub(digits.len());
    let digits = padded(digits.as_bytes(), b"0", zeros, 0)?;
    conversion.lay_out(negative, prefix, &digits)
}

fn write_float(conversion: &Conversion, letter: char, value: f64) -> Outcome<Vec<u8>> {
    let kind = match letter {
        'e' | 'E' => Kind::Exponent,
        'f' | 'F' => Kind::Fixed,
        _ => Kind::General,
    };
    let style = Style {
        upper: letter.is_ascii_uppercase(),
        alternate: conversion.alternate,
        ..Style::new(kind, conversion.precision.unwrap_or(6))
    };
    let text = float::format(value, &style)?;
    let (negative, digits) = split_sign(&text);
    conversion.lay_out(negative, "", digits.as_bytes())
}

fn split_sign(digits: &str) -> (bool, &str) {
    match digits.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, digits),
    }
}

impl Conversion {
    /// A number with its sign, filled to the width: zeros go between the prefix and the digits.
    fn lay_out(&self, negative: bool, prefix: &str, digits: &[u8]) -> Outcome<Vec<u8>> {
        let sign = match negative {
            true => "-",
            false if self.plus => "+",
            false if self.blank => " ",
            false => "",
        };
        let length = sign.len() + prefix.len() + digits.len();
        let free = self.width.saturating_sub(length);
        let (before, zeros, after) = match (self.left, self.zero) {
            (true, _) => (0, 0, free),
            (false, true) => (0, free, 0),
            (false, false) => (free, 0, 0),
        };
        let mut out = room(length.saturating_add(free))?;
        out.resize(before, b' ');
        out.extend_from_slice(sign.as_bytes());
        out.extend_from_slice(prefix.as_bytes());
        out.resize(out.len() + zeros, b'0');
        out.extend_from_slice(digits);
        out.resize(out.len() + after, b' ');
        Ok(out)
    }

    /// The first units of a text, as many as the precision says.
    fn cut<'t>(&self, text: &'t [u8], units: Units) -> &'t [u8] {
        match (self.precision, units) {
            (None, _) => text,
            (Some(most), Units::Text) => wtf8::first(text, most),
            (Some(most), Units::Bytes) => &text[..most.min(text.len())],
        }
    }

    /// A text filled with blanks to the width.
    fn pad(&self, text: &[u8], units: Units) -> Outcome<Vec<u8>> {
        let free = match self.width {
            0 => 0,
            width => width.saturating_sub(units.count(text)),
        };
        let (before, after) = if self.left { (0, free) } else { (free, 0) };
        padded(text, b" ", before, after)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The answer, or the exception as a traceback's last line has it.
    fn shown(outcome: Outcome<String>) -> String {
        match outcome {
            Ok(text) => text,
            Err(Fault::Value(message)) => format!("ValueError: {message}"),
            Err(Fault::Overflow(message)) => format!("OverflowError: {message}"),
            Err(Fault::Type(message)) => format!("TypeError: {message}"),
            Err(Fault::Memory) => "MemoryError: ".to_string(),
        }
    }

    /// Arguments of three types, fetched in turn; there is no mapping.
    enum Value {
        Int(&'static str),
        Float(f64),
        Text(&'static str),
    }

    struct Values<'a> {
        values: std::slice::Iter<'a, Value>,
        current: Option<&'a Value>,
    }

    fn wrong(message: &str) -> Fault {
        Fault::Type(message.to_string())
    }

    impl Arguments for Values<'_> {
        type Error = Fault;

        fn fault(&mut self, fault: Fault) -> Fault {
            fault
        }

        fn require_mapping(&mut self) -> Outcome<()> {
            Err(wrong("format requires a mapping"))
        }

        fn select(&mut self, _key: &[u8]) -> Outcome<()> {
            Ok(())
        }

        fn star(&mut self) -> Outcome<Int> {
            self.fetch()?;
            match self.current {
                Some(Value::Int(digits)) => int::parse_str(digits.as_bytes(), 10, 0),
                _ => Err(wrong("* wants int")),
            }
        }

        fn fetch(&mut self) -> Outcome<()> {
            let missing = || wrong("not enough arguments for format string");
            self.current = Some(self.values.next().ok_or_else(missing)?);
            Ok(())
        }

        fn integer(&mut self, _letter: char) -> Outcome<Int> {
            match self.current {
                Some(Value::Int(digits)) => int::parse_str(digits.as_bytes(), 10, 0),
                Some(Value::Float(value)) => float::to_int(*value),
                _ => Err(wrong("%d format: a real number is required, not str")),
            }
        }

        fn float(&mut self) -> Outcome<f64> {
            match self.current {
                Some(Value::Float(value)) => Ok(*value),
                _ => int::to_float(&self.integer('d')?),
            }
        }

        fn text(&mut self, _letter: char) -> Outcome<Vec<u8>> {
            match self.current {
                Some(Value::Text(text) | Value::Int(text)) => Ok(text.as_bytes().to_vec()),
                _ => Ok(b"float".to_vec()),
            }
        }

        fn character(&mut self) -> Outcome<Vec<u8>> {
            self.text('s')
        }
    }

    #[test]
    fn conversions() {
        use Value::{Float, Int, Text};
        let rows: [(&str, &[Value], &str); 65] = [
            ("%d%%", &[Int("5")], "5%"),
            ("%", &[], "ValueError: incomplete format"),
            ("a%", &[Int("1")], "ValueError: incomplete format"),
            (
                "%y",
                &[Int("1")],
                "ValueError: unsupported format character 'y' (0x79) at index 1",
            ),
            (
                "a%zb",
                &[Int("1")],
                "ValueError: unsupported format character 'z' (0x7a) at index 2",
            ),
            (
                "é%y",
                &[Int("1")],
                "ValueError: unsupported format character 'y' (0x79) at index 2",
            ),
            (
                "%é",
                &[Int("1")],
                "ValueError: unsupported format character '?' (0xe9) at index 1",
            ),
            (
                "%\u{7f}",
                &[Int("1")],
                "ValueError: unsupported format character '?' (0x7f) at index 1",
            ),
            (
                "%5%",
                &[],
                "TypeError: not enough arguments for format string",
            ),
            (
                "%5%",
                &[Int("1")],
                "ValueError: unsupported format character '%' (0x25) at index 2",
            ),
            (
                "%b",
                &[Int("1")],
                "ValueError: unsupported format character 'b' (0x62) at index 1",
            ),
            ("%(a", &[Int("1")], "TypeError: format requires a mapping"),
            ("%(a)s", &[Int("1")], "TypeError: format requires a mapping"),
            (
                "%s",
                &[],
                "TypeError: not enough arguments for format string",
            ),
            ("%*d", &[Int("5"), Int("3")], "    3"),
            ("%*d", &[Int("-5"), Int("3")], "3    "),
            ("%*d", &[Text("a"), Int("3")], "TypeError: * wants int"),
            (
                "%*d",
                &[Int("1000000000000000000000000000000"), Int("3")],
                "OverflowError: Python int too large to convert to C ssize_t",
            ),
            ("%.*f", &[Int("2"), Float(7.14159)], "7.14"),
            ("%.*f", &[Int("-2"), Float(7.14159)], "7"),
            (
                "%.*f",
                &[Int("1000000000000000000000000000000"), Float(1.0)],
                "OverflowError: Python int too large to convert to C int",
            ),
            (
                "%*",
                &[],
                "TypeError: not enough arguments for format string",
            ),
            ("%*", &[Int("1")], "ValueError: incomplete format"),
            (
                "%99999999999999999999d",
                &[Int("3")],
                "ValueError: width too big",
            ),
            (
                "%.99999999999999999999d",
                &[Int("3")],
                "ValueError: precision too big",
            ),
            (
                "%.2147483647d",
                &[Int("3")],
                "OverflowError: precision too large",
            ),
            ("%ld", &[Int("3")], "3"),
            (
                "%lld",
                &[Int("3")],
                "ValueError: unsupported format character 'l' (0x6c) at index 2",
            ),
            ("%l", &[Int("3")], "ValueError: incomplete format"),
            ("%d", &[Float(3.99)], "3"),
            (
                "%d",
                &[Text("a")],
                "TypeError: %d format: a real number is required, not str",
            ),
            (
                "%d",
                &[Float(f64::NAN)],
                "ValueError: cannot convert float NaN to integer",
            ),
            ("%5c|", &[Text("x")], "    x|"),
            ("%-5c|", &[Text("é")], "é    |"),
            ("%.2s", &[Text("é€𝄞")], "é€"),
            ("%5.1s|", &[Text("é€𝄞")], "    é|"),
            ("%05s", &[Text("a")], "    a"),
            ("%+d", &[Int("5")], "+5"),
            ("% d", &[Int("5")], " 5"),
            ("%+ d", &[Int("5")], "+5"),
            ("%05d", &[Int("-3")], "-0003"),
            ("%-05d|", &[Int("-3")], "-3   |"),
            ("%.5d", &[Int("-3")], "-00003"),
            ("%8.5d", &[Int("-3")], "  -00003"),
            ("%08.5d", &[Int("-3")], "-0000003"),
            ("%-8.5d|", &[Int("-3")], "-00003  |"),
            ("%#x", &[Int("255")], "0xff"),
            ("%#X", &[Int("-255")], "-0XFF"),
            ("%#o", &[Int("8")], "0o10"),
            ("%#08x", &[Int("255")], "0x0000ff"),
            ("%#.8x", &[Int("255")], "0x000000ff"),
            ("%#12.8x", &[Int("255")], "  0x000000ff"),
            ("%012x", &[Int("-255")], "-000000000ff"),
            ("%+#012x", &[Int("255")], "+0x0000000ff"),
            ("%-#12x|", &[Int("255")], "0xff        |"),
            (
                "%x",
                &[Int("-1000000000000000000000000000000")],
                "-c9f2c9cd04674edea40000000",
            ),
            ("%e", &[Float(1234.5)], "1.234500e+03"),
            ("%G", &[Float(1e-10)], "1E-10"),
            ("%F", &[Float(f64::NAN)], "NAN"),
            ("%05f", &[Float(f64::INFINITY)], "00inf"),
            ("%010f", &[Float(-3.5)], "-03.500000"),
            ("%+.1f", &[Float(3.25)], "+3.2"),
            ("%#.0f", &[Int("3")], "3."),
            (
                "%f",
                &[Int("1000000000000000000000000000000")],
                "1000000000000000019884624838656.000000",
            ),
            ("%9999999999999d", &[Int("3")], "MemoryError: "),
        ];
        for (text, values, expected) in rows {
            let mut values = Values {
                values: values.iter(),
                current: None,
            };
            let formatted = format(text.as_bytes(), Units::Text, 4300, &mut values);
            let formatted = formatted.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
            assert_eq!(shown(formatted), expected, "{text}");
        }
    }
}
