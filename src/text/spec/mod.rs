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
mod tests {
    use super::*;
    use crate::text::int::parse_str;

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

    fn text(outcome: Outcome<Vec<u8>>) -> String {
        shown(outcome.map(|bytes| String::from_utf8(bytes).expect("UTF-8")))
    }

    #[test]
    fn integers() {
        let rows = [
            ("1234", "", "1234"),
            ("1234", "d", "1234"),
            (
                "1234",
                ".3",
                "ValueError: Precision not allowed in integer format specifier",
            ),
            (
                "1234",
                "z",
                "ValueError: Negative zero coercion (z) not allowed in integer format specifier",
            ),
            ("1234", "c", "Ӓ"),
            (
                "1234",
                "+c",
                "ValueError: Sign not allowed with integer format specifier 'c'",
            ),
            (
                "1234",
                "#c",
                "ValueError: Alternate form (#) not allowed with integer format specifier 'c'",
            ),
            ("1234", "5c", "    Ӓ"),
            ("1234", "05c", "0000Ӓ"),
            ("1234", "<5c", "Ӓ    "),
            ("1234", ",c", "ValueError: Cannot specify ',' with 'c'."),
            ("1234", ",b", "ValueError: Cannot specify ',' with 'b'."),
            ("1234", "_b", "100_1101_0010"),
            ("1234", "#_x", "0x4d2"),
            ("1234", "#X", "0X4D2"),
            ("1234", "#b", "0b10011010010"),
            ("1234", "#010_x", "0x000_04d2"),
            ("1234", "10,", "     1,234"),
            ("1234", "010,", "00,001,234"),
            ("1234", "09,", "0,001,234"),
            ("1234", "08,", "0,001,234"),
            ("1234", "07,", "001,234"),
            ("1234", "+010,", "+0,001,234"),
            ("1234", "=10", "      1234"),
            ("1234", "^10", "   1234   "),
            ("1234", "e", "1.234000e+03"),
            ("1234", ".2e", "1.23e+03"),
            ("1234", "%", "123400.000000%"),
            ("1234", "n", "1234"),
            (
                "1234",
                "s",
                "ValueError: Unknown format code 's' for object of type 'int'",
            ),
            (
                "1234",
                "é",
                "ValueError: Unknown format code '\\xe9' for object of type 'int'",
            ),
            (
                "1234",
                "xx",
                "ValueError: Invalid format specifier 'xx' for object of type 'int'",
            ),
            (
                "1234",
                "10.",
                "ValueError: Format specifier missing precision",
            ),
            (
                "1234",
                "10.x",
                "ValueError: Format specifier missing precision",
            ),
            ("1234", ",_", "ValueError: Cannot specify both ',' and '_'."),
            ("1234", "_,", "ValueError: Cannot specify both ',' and '_'."),
            ("1234", ",,", "ValueError: Cannot specify ',' with ','."),
            (
                "1234",
                "99999999999999999999",
                "ValueError: Too many decimal digits in format string",
            ),
            ("1234", "9223372036854775807", "MemoryError: "),
            ("1234", "١٠", "      1234"),
            ("1234", "<010", "1234000000"),
            ("1234", "x<010", "1234xxxxxx"),
            ("1234", "0<10", "1234000000"),
            ("1234", " ", " 1234"),
            ("1234", "é^9", "éé1234ééé"),
            ("1234", " =+6", "+ 1234"),
            (
                "1234",
                "}",
                "ValueError: Unknown format code '}' for object of type 'int'",
            ),
            ("1234", ",n", "ValueError: Cannot specify ',' with 'n'."),
            ("1234", ".2147483648f", "ValueError: precision too big"),
            (
                "1234",
                "zz",
                "ValueError: Unknown format code 'z' for object of type 'int'",
            ),
            (
                "1234",
                "_\u{7f}",
                "ValueError: Cannot specify '_' with '\u{7f}'.",
            ),
            ("-1", "c", "OverflowError: %c arg not in range(0x110000)"),
            (
                "1114112",
                "c",
                "OverflowError: %c arg not in range(0x110000)",
            ),
            (
                "1000000000000000000000000000000",
                "c",
                "OverflowError: Python int too large to convert to C long",
            ),
            (
                "1000000000000000000000000000000",
                ",",
                "1,000,000,000,000,000,000,000,000,000,000",
            ),
            (
                "-1000000000000000000000000000000",
                "050,",
                "-0,000,001,000,000,000,000,000,000,000,000,000,000",
            ),
            ("-5", "05", "-0005"),
            ("-5", "x=5", "-xxx5"),
            ("-255", "#06x", "-0x0ff"),
            ("-255", "#x", "-0xff"),
            ("0", "04,", "0,000"),
            ("1", "05,", "0,001"),
        ];
        for (value, spec, expected) in rows {
            let value = parse_str(value.as_bytes(), 10, 0).expect("digits");
            let spec = Spec::parse(spec.as_bytes(), "int");
            let formatted = spec.and_then(|spec| format_int(&value, &spec, "int", 4300));
            assert_eq!(text(formatted), expected);
        }
    }

    #[test]
    fn floats() {
        let rows = [
            (1.5, "", "1.5"),
            (1.5, ".3f", "1.500"),
            (1.5, ".0", "2e+00"),
            (1.5, "#.0f", "2."),
            (1.5, "g", "1.5"),
            (1.5, "e", "1.500000e+00"),
            (1.5, "E", "1.500000E+00"),
            (1.5, "%", "150.000000%"),
            (1.5, ".1%", "150.0%"),
            (1.5, "010", "00000001.5"),
            (1.5, "+", "+1.5"),
            (1.5, " ", " 1.5"),
            (
                1.5,
                "s",
                "ValueError: Unknown format code 's' for object of type 'float'",
            ),
            (
                1.5,
                "c",
                "ValueError: Unknown format code 'c' for object of type 'float'",
            ),
            (
                1.5,
                ".3,",
                "ValueError: Unknown format code ',' for object of type 'float'",
            ),
            (1.5, ",x", "ValueError: Cannot specify ',' with 'x'."),
            (
                1.5,
                "b",
                "ValueError: Unknown format code 'b' for object of type 'float'",
            ),
            (1.5, ".0g", "2"),
            (1.5, "#.3g", "1.50"),
            (
                1.5,
                "xyz",
                "ValueError: Invalid format specifier 'xyz' for object of type 'float'",
            ),
            (
                1.5,
                ".99999999999999999999f",
                "ValueError: Too many decimal digits in format string",
            ),
            (1.5, "=+12", "+        1.5"),
            (1.5, "é>10", "ééééééé1.5"),
            (1234567.891, "", "1234567.891"),
            (1234567.891, ",", "1,234,567.891"),
            (1234567.891, "_", "1_234_567.891"),
            (1234567.891, "_.2f", "1_234_567.89"),
            (1234567.891, ",.3e", "1.235e+06"),
            (1234567.891, "020,.2f", "0,000,001,234,567.89"),
            (1234567.891, "z.1f", "1234567.9"),
            (1234567.891, "n", "1.23457e+06"),
            (1234567.891, ".3", "1.23e+06"),
            (1234567.891, "16,.0f", "       1,234,568"),
            (1234567.891, "015,.0f", "000,001,234,568"),
            (-0.04, ".1f", "-0.0"),
            (-0.04, "z.1f", "0.0"),
            (-0.04, "z.0%", "-4%"),
            (f64::NAN, "010", "0000000nan"),
            (f64::NEG_INFINITY, "010", "-000000inf"),
            (f64::INFINITY, "+F", "+INF"),
            (f64::NAN, "+", "+nan"),
            (100.0, ".3", "1e+02"),
            (1e+16, "", "1e+16"),
            (1e+100, ",", "1e+100"),
            (1e-05, "g", "1e-05"),
            (10000000000.0, "n", "1e+10"),
        ];
        for (value, spec, expected) in rows {
            let parsed = Spec::parse(spec.as_bytes(), "float");
            let formatted = parsed.and_then(|spec| format_float(value, &spec, "float"));
            assert_eq!(text(formatted), expected, "{value} {spec}");
        }
    }

    #[test]
    fn complex_numbers() {
        let rows = [
            (1.0, 2.0, "", "(1+2j)"),
            (-0.0, -0.0, "", "(-0-0j)"),
            (0.0, 2.0, "", "2j"),
            (0.0, -2.0, "", "-2j"),
            (f64::NAN, f64::INFINITY, "", "(nan+infj)"),
            (1e+16, -1e-05, "", "(1e+16-1e-05j)"),
            (1.0, 2.0, ".2f", "1.00+2.00j"),
            (1.0, 2.0, "+", "(+1+2j)"),
            (0.0, 2.0, "+", "+2j"),
            (1.0, 2.0, "^12", "   (1+2j)   "),
            (
                1.0,
                2.0,
                "012",
                "ValueError: Zero padding is not allowed in complex format specifier",
            ),
            (
                1.0,
                2.0,
                "=12",
                "ValueError: '=' alignment flag is not allowed in complex format specifier",
            ),
            (
                1.0,
                2.0,
                "%",
                "ValueError: Unknown format code '%' for object of type 'complex'",
            ),
            (
                1.0,
                2.0,
                "d",
                "ValueError: Unknown format code 'd' for object of type 'complex'",
            ),
            (1.0, 2.0, "e", "1.000000e+00+2.000000e+00j"),
            (1.0, 2.0, "#", "(1.+2.j)"),
            (1234567.5, -0.04, ",.1f", "1,234,567.5-0.0j"),
            (1234567.5, -0.04, "z.1f", "1234567.5+0.0j"),
            (1234567.5, -0.04, ".3", "(1.23e+06-0.04j)"),
            (0.0, 0.0, ".1f", "0.0+0.0j"),
            (f64::NAN, f64::INFINITY, "G", "NAN+INFj"),
        ];
        for (real, imaginary, spec, expected) in rows {
            let parsed = Spec::parse(spec.as_bytes(), "complex");
            let formatted =
                parsed.and_then(|spec| format_complex(real, imaginary, &spec, "complex"));
            assert_eq!(text(formatted), expected, "{real} {imaginary} {spec}");
            if spec.is_empty() {
                assert_eq!(repr_complex(real, imaginary), expected);
            }
        }
    }

    #[test]
    fn strings() {
        let rows = [
            ("é€𝄞", "", "é€𝄞"),
            ("é€𝄞", "5", "é€𝄞  "),
            ("é€𝄞", ">5", "  é€𝄞"),
            ("é€𝄞", "^6", " é€𝄞  "),
            (
                "é€𝄞",
                "=5",
                "ValueError: '=' alignment not allowed in string format specifier",
            ),
            ("é€𝄞", "05", "é€𝄞00"),
            (
                "é€𝄞",
                "+",
                "ValueError: Sign not allowed in string format specifier",
            ),
            (
                "é€𝄞",
                "-",
                "ValueError: Sign not allowed in string format specifier",
            ),
            (
                "é€𝄞",
                " ",
                "ValueError: Space not allowed in string format specifier",
            ),
            (
                "é€𝄞",
                "z",
                "ValueError: Negative zero coercion (z) not allowed in string format specifier",
            ),
            (
                "é€𝄞",
                "#",
                "ValueError: Alternate form (#) not allowed in string format specifier",
            ),
            ("é€𝄞", ",", "ValueError: Cannot specify ',' with 's'."),
            ("é€𝄞", "_", "ValueError: Cannot specify '_' with 's'."),
            ("é€𝄞", ".2", "é€"),
            ("é€𝄞", ".0", ""),
            ("é€𝄞", "5.2", "é€   "),
            ("é€𝄞", "é<7", "é€𝄞éééé"),
            ("é€𝄞", "s", "é€𝄞"),
            (
                "é€𝄞",
                "d",
                "ValueError: Unknown format code 'd' for object of type 'str'",
            ),
            ("é€𝄞", ".1s", "é"),
            (
                "é€𝄞",
                "xs",
                "ValueError: Invalid format specifier 'xs' for object of type 'str'",
            ),
            ("é€𝄞", "<05", "é€𝄞00"),
            (
                "é€𝄞",
                "10.",
                "ValueError: Format specifier missing precision",
            ),
            ("é€𝄞", "_s", "ValueError: Cannot specify '_' with 's'."),
            ("é€𝄞", "𝄞^9", "𝄞𝄞𝄞é€𝄞𝄞𝄞𝄞"),
            (
                "é€𝄞",
                "99999999999999999999",
                "ValueError: Too many decimal digits in format string",
            ),
            ("é€𝄞", "<9223372036854775807", "MemoryError: "),
            (
                "é€𝄞",
                "+d",
                "ValueError: Unknown format code 'd' for object of type 'str'",
            ),
        ];
        for (value, spec, expected) in rows {
            let parsed = Spec::parse(spec.as_bytes(), "str");
            let formatted = parsed.and_then(|spec| format_str(value.as_bytes(), &spec, "str"));
            assert_eq!(text(formatted), expected, "{value} {spec}");
        }
    }
}
