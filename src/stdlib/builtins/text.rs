//! Built-in functions that make text of objects: `ascii`, `chr`, `format`, `ord`, `repr`.

use super::given;
use crate::interp::{Res, Vm};
use crate::objects::bytearray::ByteArray;
use crate::objects::bytes::Bytes;
use crate::objects::counted::Ref;
use crate::objects::native::{NativeDef, native};
use crate::objects::str::Str;
use crate::objects::value::Value;
use crate::text::wtf8;

/// The rows.
pub const FUNCTIONS: &[NativeDef] = &[
    native(
        "ascii",
        "(obj, /)",
        "Return an ASCII-only representation of an object.\n\nAs repr(), return a string containing a printable representation of an\nobject, but escape the non-ASCII characters in the string returned by\nrepr() using \\\\x, \\\\u or \\\\U escapes. This generates a string similar\nto that returned by repr() in Python 2.",
        |vm, a| vm.ascii_object(&a[0]),
    ),
    native(
        "chr",
        "(i, /)",
        "Return a Unicode string of one character with ordinal i; 0 <= i <= 0x10ffff.",
        chr,
    ),
    native(
        "format",
        "(value, format_spec='', /)",
        "Return type(value).__format__(value, format_spec)\n\nMany built-in types implement format_spec according to the\nFormat Specification Mini-language. See help('FORMATTING').\n\nIf type(value) does not supply a method named __format__\nand format_spec is empty, then str(value) is returned.",
        format,
    ),
    native(
        "ord",
        "(c, /)",
        "Return the Unicode code point for a one-character string.",
        ord,
    ),
    native(
        "repr",
        "(obj, /)",
        "Return the canonical string representation of the object.\n\nFor many object types, including most builtins, eval() will return\nan equal object.",
        |vm, a| vm.repr_object(&a[0]),
    ),
];

fn chr(vm: &Vm, a: &[Value]) -> Res {
    let code = match vm.index(&a[0])? {
        Value::Int(code) => u32::try_from(code).ok(),
        _ => None,
    };
    match code.filter(|&code| code <= 0x10_FFFF) {
        Some(code) => Ok(Value::from(Ref::new(Str::from_wtf8(wtf8::encode(code))))),
        None => Err(vm.value_error("chr() arg not in range(0x110000)")),
    }
}

fn ord(vm: &Vm, a: &[Value]) -> Res {
    let (code, length) = match vm.unwrapped(&a[0]) {
        Value::Str(text) => {
            let code = wtf8::decode(text.bytes(), 0).map(|(code, _)| i64::from(code));
            (code, text.len())
        }
        // Other objects of bytes are no characters.
        value => match vm.buffer(&value).filter(|_| {
            value.downcast::<Bytes>().is_some() || value.downcast::<ByteArray>().is_some()
        }) {
            Some(data) => (data.first().map(|&byte| i64::from(byte)), data.len()),
            None => {
                let class = vm.class_name(&a[0]);
                return Err(vm.type_error(&format!(
                    "ord() expected string of length 1, but {class} found"
                )));
            }
        },
    };
    match code.filter(|_| length == 1) {
        Some(code) => Ok(Value::Int(code)),
        None => Err(vm.type_error(&format!(
            "ord() expected a character, but string of length {length} found"
        ))),
    }
}

fn format(vm: &Vm, a: &[Value]) -> Res {
    let spec = match given(a, 1) {
        None => vm.empty_str(),
        Some(spec) => vm.unwrapped(spec),
    };
    let Value::Str(spec) = spec else {
        let class = vm.argument_class(&a[1]);
        return Err(vm.type_error(&format!("format() argument 2 must be str, not {class}")));
    };
    vm.format_object_of(&a[0], &spec)
}
