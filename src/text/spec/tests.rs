//! Numbers and strings under format specifiers.
//! The expectations are what the reference prints.

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
        let formatted = parsed.and_then(|spec| format_complex(real, imaginary, &spec, "complex"));
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
