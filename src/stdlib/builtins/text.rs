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
        "What repr() gives, in ASCII alone.\n\nOther characters become escapes, as Python 2 showed them.",
        |vm, a| vm.ascii_object(&a[0]),
    ),
    native(
        "chr",
        "(i, /)",
        "The character of a code point, 0 to 0x10ffff.",
        chr,
    ),
    native(
        "format",
        "(value, format_spec='', /)",
        "A value as text, the way that a format says.\n\nWhat a format can say is for the value's class, by its __format__; without a format\nit is what str() gives.",
        format,
    ),
    native("ord", "(c, /)", "The code point of a character.", ord),
    native(
        "repr",
        "(obj, /)",
        "An object as text, for whoever writes programs.\n\nWhere it can be, it is what makes the object again.",
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
