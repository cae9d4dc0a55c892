//! `UnicodeDecodeError`, `UnicodeEncodeError` and `UnicodeTranslateError`: what could not be converted, and where.

use super::{member, of, tuple};
use crate::interp::{Raised, Res, Vm};
use crate::objects::class::TypeDef;
use crate::objects::counted::Ref;
use crate::objects::native::{GetterDef, native};
use crate::objects::str::{Name, Str};
use crate::objects::value::Value;

/// The row of `UnicodeDecodeError`.
pub const UNICODE_DECODE_ERROR: TypeDef = TypeDef {
    name: "UnicodeDecodeError",
    doc: "Bytes that do not decode.",
    init: Some(native(
        "__init__",
        "(*args, **kwargs)",
        "Takes the arguments.",
        |vm, a| {
            let names = &vm.names;
            init(
                vm,
                a,
                &[
                    &names.encoding,
                    &names.object,
                    &names.start,
                    &names.end,
                    &names.reason,
                ],
                "bytes",
            )
        },
    )),
    special: &[native("__str__", "()", "str(self)", decode_text)],
    getters: WITH_ENCODING,
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `UnicodeEncodeError`.
pub const UNICODE_ENCODE_ERROR: TypeDef = TypeDef {
    name: "UnicodeEncodeError",
    doc: "Text that does not encode.",
    init: Some(native(
        "__init__",
        "(*args, **kwargs)",
        "Takes the arguments.",
        |vm, a| {
            let names = &vm.names;
            init(
                vm,
                a,
                &[
                    &names.encoding,
                    &names.object,
                    &names.start,
                    &names.end,
                    &names.reason,
                ],
                "str",
            )
        },
    )),
    special: &[native("__str__", "()", "str(self)", |vm, a| {
        let encoding = member(vm, &a[0], &vm.names.encoding)?;
        text_text(
            vm,
            a,
            &format!("'{}' codec can't encode", vm.str(&encoding)?),
        )
    })],
    getters: WITH_ENCODING,
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `UnicodeTranslateError`.
pub const UNICODE_TRANSLATE_ERROR: TypeDef = TypeDef {
    name: "UnicodeTranslateError",
    doc: "Text that does not translate.",
    init: Some(native(
        "__init__",
        "(*args, **kwargs)",
        "Takes the arguments.",
        |vm, a| {
            let names = &vm.names;
            init(
                vm,
                a,
                &[&names.object, &names.start, &names.end, &names.reason],
                "str",
            )
        },
    )),
    special: &[native("__str__", "()", "str(self)", |vm, a| {
        text_text(vm, a, "can't translate")
    })],
    getters: WITH_ENCODING,
    is_base: true,
    ..TypeDef::PLAIN
};

const WITH_ENCODING: &[GetterDef] = &[
    member_row!(encoding, "The encoding."),
    member_row!(object, "What was being converted."),
    member_row!(start, "Where the fault begins."),
    member_row!(end, "Where the fault ends."),
    member_row!(reason, "What is wrong."),
];

fn init(vm: &Vm, a: &[Value], places: &[&Name], object_type: &str) -> Res {
    let exception = of(vm, &a[0])?;
    super::refuse_keywords(vm, &exception.class_ref().name(), a.get(2))?;
    let args = tuple(&a[1]);
    exception.set_args(args.clone());
    if args.items().len() != places.len() {
        return Err(vm.type_error(&format!(
            "function takes exactly {} arguments ({} given)",
            places.len(),
            args.items().len()
        )));
    }
    for (index, (name, value)) in places.iter().zip(args.items()).enumerate() {
        check(vm, index + 1, name, value, object_type)?;
        exception.set_member(name, value.clone());
    }
    Ok(Value::None)
}

fn check(vm: &Vm, place: usize, name: &Name, value: &Value, object_type: &str) -> Res<()> {
    let names = &vm.names;
    let plain = vm.unwrapped(value);
    let is_number = name.same(&names.start) || name.same(&names.end);
    let given = vm.class_name(value);
    if is_number {
        return match plain {
            Value::Int(_) | Value::Bool(_) => Ok(()),
            _ => Err(vm.type_error(&format!(
                "'{given}' object cannot be interpreted as an integer"
            ))),
        };
    }
    if name.same(&names.object) && object_type == "bytes" {
        return match plain {
            Value::Str(_) => {
                Err(vm.type_error(&format!("a bytes-like object is required, not '{given}'")))
            }
            _ => Ok(()),
        };
    }
    match plain {
        Value::Str(_) => Ok(()),
        _ => Err(vm.type_error(&format!("argument {place} must be str, not {given}"))),
    }
}

fn number(vm: &Vm, exception: &Value, name: &Name) -> Res<i64> {
    Ok(match member(vm, exception, name)? {
        Value::Int(number) => number,
        _ => 0,
    })
}

fn decode_text(vm: &Vm, a: &[Value]) -> Res {
    let names = &vm.names;
    let object = member(vm, &a[0], &names.object)?;
    if object.is_none() {
        return Ok(vm.empty_str());
    }
    let (start, end) = (
        number(vm, &a[0], &names.start)?,
        number(vm, &a[0], &names.end)?,
    );
    let encoding = vm.str(&member(vm, &a[0], &names.encoding)?)?;
    let reason = vm.str(&member(vm, &a[0], &names.reason)?)?;
    let what = if end == start + 1 {
        match vm.get_item(&object, &Value::Int(start)) {
            Ok(Value::Int(byte)) => format!("byte 0x{byte:02x} in position {start}"),
            _ => {
                drop(vm.thread.raised.take());
                format!("bytes in position {start}-{}", end - 1)
            }
        }
    } else {
        format!("bytes in position {start}-{}", end - 1)
    };
    Ok(Value::from(format!(
        "'{encoding}' codec can't decode {what}: {reason}"
    )))
}

fn text_text(vm: &Vm, a: &[Value], fault: &str) -> Res {
    let names = &vm.names;
    let Value::Str(object) = vm.unwrapped(&member(vm, &a[0], &names.object)?) else {
        return Ok(vm.empty_str());
    };
    let (start, end) = (
        number(vm, &a[0], &names.start)?,
        number(vm, &a[0], &names.end)?,
    );
    let reason = vm.str(&member(vm, &a[0], &names.reason)?)?;
    let character = (end == start + 1)
        .then(|| code_point(&object, start))
        .flatten();
    let what = match character {
        Some(code) if code <= 0xFF => format!("character '\\x{code:02x}' in position {start}"),
        Some(code) if code <= 0xFFFF => format!("character '\\u{code:04x}' in position {start}"),
        Some(code) => format!("character '\\U{code:08x}' in position {start}"),
        None => format!("characters in position {start}-{}", end - 1),
    };
    Ok(Value::from(format!("{fault} {what}: {reason}")))
}

/// The number of the code point at `index`; lone surrogates have one too.
fn code_point(text: &Str, index: i64) -> Option<u32> {
    let index = usize::try_from(index)
        .ok()
        .filter(|&index| index < text.len())?;
    let one = text.slice(index, index + 1);
    match one.as_str() {
        Some(text) => text.chars().next().map(u32::from),
        None => match one.bytes() {
            [first, second, third] => Some(
                (u32::from(first & 0x0F) << 12)
                    | (u32::from(second & 0x3F) << 6)
                    | u32::from(third & 0x3F),
            ),
            _ => None,
        },
    }
}

impl Vm {
    /// Raises `UnicodeDecodeError` for `bytes`, a bytes object.
    #[cold]
    pub fn decode_error(
        &self,
        encoding: &str,
        bytes: Value,
        start: usize,
        end: usize,
        reason: &str,
    ) -> Raised {
        let class = &self.types.unicode_decode_error;
        let place = [Value::from(start), Value::from(end)];
        self.raise_made(
            class,
            [
                vec![Value::str(encoding), bytes],
                place.to_vec(),
                vec![Value::str(reason)],
            ]
            .concat(),
        )
    }

    /// Raises `UnicodeEncodeError` for `text`.
    #[cold]
    pub fn encode_error(
        &self,
        encoding: &str,
        text: &Ref<Str>,
        start: usize,
        end: usize,
        reason: &str,
    ) -> Raised {
        let class = &self.types.unicode_encode_error;
        let place = [Value::from(start), Value::from(end)];
        let first = vec![Value::str(encoding), Value::Str(text.clone())];
        self.raise_made(
            class,
            [first, place.to_vec(), vec![Value::str(reason)]].concat(),
        )
    }

    /// Raises an exception made by calling its class.
    #[cold]
    pub fn raise_made(
        &self,
        class: &Ref<crate::objects::class::Class>,
        args: Vec<Value>,
    ) -> Raised {
        match self.call_with(&Value::Class(class.clone()), &args) {
            Ok(made) => self.raise_value(&made),
            Err(raised) => raised,
        }
    }
}
