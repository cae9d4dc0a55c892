//! The native part of `codecs`: the encodings of `text/codecs/` by name, whole or piece by piece, and the error
//! handlers. Looking up, registering and everything that is written in the language is `codecs.py`.

use crate::interp::codec::ErrorHandlers;
use crate::interp::{Raised, Res, Vm};
use crate::objects::bytes::Bytes;
use crate::objects::counted::Ref;
use crate::objects::exception::Exception;
use crate::objects::module::Module;
use crate::objects::native::{Native, NativeDef, native};
use crate::objects::str::Str;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use crate::text::codecs::{Codec, Errors, Failure, Handler, Problem, Replacement};
use crate::text::wtf8;

/// Fills the native part of the module.
pub fn make(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    for row in FUNCTIONS {
        let function = Value::Native(Native::function(row, "_codecs"));
        module.dict.set_name(&vm.name(row.name), function);
    }
    let handlers = vm.extension::<ErrorHandlers>();
    for (name, row) in HANDLERS {
        let function = Value::Native(Native::function(row, "_codecs"));
        module.dict.set_name(&vm.name(row.name), function.clone());
        handlers.register(name, function);
    }
    Ok(())
}

const FUNCTIONS: &[NativeDef] = &[
    native(
        "known",
        "(encoding, /)",
        "The name of an encoding that is built in, or None.",
        |vm, a| {
            let name = vm.str(&a[0])?;
            Ok(match Codec::by_name(&name) {
                Some(codec) => Value::str(&codec.canonical_name()),
                None => Value::None,
            })
        },
    ),
    native(
        "names_of_tables",
        "()",
        "The names of each encoding that has a table: its own, then its aliases.",
        |_, _| {
            let names = Codec::names_of_tables().map(|names| {
                let names = names.iter().map(|name| Value::str(name));
                Value::from(Tuple::new(names.collect()))
            });
            Ok(Value::from(Tuple::new(names.collect())))
        },
    ),
    native(
        "encode_text",
        "(text, encoding, errors, /)",
        "Encodes a string by an encoding that is built in.",
        encode_text,
    ),
    native(
        "decode_bytes",
        "(data, encoding, errors, final, /)",
        "Decodes bytes by an encoding that is built in: the text and how many bytes it took.",
        decode_bytes,
    ),
    native(
        "character_named",
        "(name, /)",
        "The character of a name, or None.",
        |vm, a| {
            let name = vm.str(&a[0])?;
            Ok(match unicode_names2::character(&name) {
                Some(character) => Value::from(character.to_string()),
                None => Value::None,
            })
        },
    ),
    native(
        "register_error",
        "(errors, handler, /)",
        "Let a function handle errors of codecs, by a name.",
        |vm, a| {
            let name = name_argument(vm, &a[0], "register_error() argument 1")?;
            if !vm.is_callable(&a[1]) {
                return Err(vm.type_error("handler must be callable"));
            }
            vm.extension::<ErrorHandlers>()
                .register(&name, a[1].clone());
            Ok(Value::None)
        },
    ),
    native(
        "lookup_error",
        "(name, /)",
        "Return the error handler for the specified error handling name.",
        |vm, a| {
            let name = name_argument(vm, &a[0], "lookup_error() argument")?;
            vm.extension::<ErrorHandlers>().find(&name).ok_or_else(|| {
                let message = format!("unknown error handler name '{name}'");
                vm.raise_new(&vm.types.lookup_error, &message)
            })
        },
    ),
];

/// The built-in error handlers by name.
const HANDLERS: &[(&str, NativeDef)] = &[
    (
        "strict",
        native(
            "strict_errors",
            "(exception, /)",
            "Implements the 'strict' error handling.",
            |vm, a| handle(vm, Errors::Strict, &a[0]),
        ),
    ),
    (
        "ignore",
        native(
            "ignore_errors",
            "(exception, /)",
            "Implements the 'ignore' error handling.",
            |vm, a| handle(vm, Errors::Ignore, &a[0]),
        ),
    ),
    (
        "replace",
        native(
            "replace_errors",
            "(exception, /)",
            "Implements the 'replace' error handling.",
            |vm, a| handle(vm, Errors::Replace, &a[0]),
        ),
    ),
    (
        "xmlcharrefreplace",
        native(
            "xmlcharrefreplace_errors",
            "(exception, /)",
            "Implements the 'xmlcharrefreplace' error handling.",
            |vm, a| handle(vm, Errors::XmlCharRefReplace, &a[0]),
        ),
    ),
    (
        "backslashreplace",
        native(
            "backslashreplace_errors",
            "(exception, /)",
            "Implements the 'backslashreplace' error handling.",
            |vm, a| handle(vm, Errors::BackslashReplace, &a[0]),
        ),
    ),
    (
        "namereplace",
        native(
            "namereplace_errors",
            "(exception, /)",
            "Implements the 'namereplace' error handling.",
            |vm, a| handle(vm, Errors::NameReplace, &a[0]),
        ),
    ),
    (
        "surrogateescape",
        native(
            "surrogateescape",
            "(exception, /)",
            "Implements the 'surrogateescape' error handling.",
            |vm, a| handle(vm, Errors::SurrogateEscape, &a[0]),
        ),
    ),
    (
        "surrogatepass",
        native(
            "surrogatepass",
            "(exception, /)",
            "Implements the 'surrogatepass' error handling.",
            |vm, a| handle(vm, Errors::SurrogatePass, &a[0]),
        ),
    ),
];

fn name_argument(vm: &Vm, value: &Value, which: &str) -> Res<String> {
    let name = crate::objects::str_methods::str_argument(vm, value, which)?;
    Ok(name.lossy().into_owned())
}

/// The name of an error handler, `None` meaning the strict one.
fn errors_argument(vm: &Vm, value: &Value) -> Res<String> {
    match value {
        Value::None => Ok("strict".to_owned()),
        other => name_argument(vm, other, "argument 2"),
    }
}

fn encode_text(vm: &Vm, a: &[Value]) -> Res {
    let text = crate::objects::str_methods::str_argument(vm, &a[0], "argument 1")?;
    let (encoding, errors) = (vm.str(&a[1])?, errors_argument(vm, &a[2])?);
    let data = vm.encode(&text, &encoding, &errors)?;
    Ok(Value::from(Bytes::new(data)))
}

fn decode_bytes(vm: &Vm, a: &[Value]) -> Res {
    let data = vm.expect_buffer(&a[0])?;
    let (encoding, errors) = (vm.str(&a[1])?, errors_argument(vm, &a[2])?);
    let codec = vm.codec(&encoding)?;
    let whole = if vm.truth(&a[3])? {
        data.len()
    } else {
        data.len() - codec.incomplete(&data)
    };
    // What begins a character and is not there yet shows in no error but those of encodings that look ahead.
    let seen = match codec {
        Codec::Multibyte(_) => &data[..],
        _ => &data[..whole],
    };
    let text = vm.decode_until(seen, whole, &encoding, &errors)?;
    let text = Value::from(Ref::new(Str::from_wtf8(text)));
    Ok(Value::from(Tuple::new(vec![text, Value::from(whole)])))
}

/// What a built-in error handler makes of an exception: a replacement and where to go on.
fn handle(vm: &Vm, mut errors: Errors, error: &Value) -> Res {
    let types = &vm.types;
    let is_a = |class| vm.class_of(error).is_subclass(class);
    if errors == Errors::Strict {
        let Some(exception) = Exception::of(error).cloned() else {
            return Err(vm.type_error("codec must pass exception instance"));
        };
        return Err(vm.raise(exception));
    }
    let get = |name: &str| vm.get_attribute(error, &vm.name(name));
    let decoding = is_a(&types.unicode_decode_error);
    let translating = is_a(&types.unicode_translate_error);
    if !decoding && !translating && !is_a(&types.unicode_encode_error) {
        return Err(cannot_handle(vm, error));
    }
    let object = get("object")?;
    let length = vm.len(&object)?;
    // The attributes may say anything.
    let start = place(vm, &get("start")?)?.min(length);
    let end = place(vm, &get("end")?)?.clamp(start, length);
    let codec = if translating {
        None
    } else {
        Codec::by_name(&vm.str(&get("encoding")?)?)
    };
    let problem = Problem {
        codec: codec.unwrap_or(Codec::Ascii),
        start,
        end,
        reason: "",
    };
    let answer = if decoding {
        let data = vm.expect_buffer(&object)?;
        let decoded = errors.decode(&data, &problem);
        decoded.map(|(text, at)| (Replacement::Text(text), at))
    } else {
        let Value::Str(text) = vm.unwrapped(&object) else {
            return Err(cannot_handle(vm, error));
        };
        let (from, to) = (text.offset_of(start), text.offset_of(end));
        let is_for_encoding = matches!(
            errors,
            Errors::XmlCharRefReplace
                | Errors::NameReplace
                | Errors::SurrogateEscape
                | Errors::SurrogatePass
        );
        match errors {
            _ if translating && is_for_encoding => return Err(cannot_handle(vm, error)),
            Errors::Replace if translating => {
                let marks = wtf8::encode(0xFFFD).repeat(end - start);
                Ok((Replacement::Text(marks), end))
            }
            _ => errors.encode(&text.bytes()[from..to], &problem),
        }
    };
    match answer {
        Ok((replacement, at)) => {
            let made = match replacement {
                Replacement::Text(text) => Value::from(Ref::new(Str::from_wtf8(text))),
                Replacement::Bytes(data) => Value::from(Bytes::new(data)),
            };
            Ok(Value::from(Tuple::new(vec![made, Value::from(at)])))
        }
        Err(Failure::OnlyEncodes) => Err(cannot_handle(vm, error)),
        Err(Failure::Problem(_)) => match Exception::of(error).cloned() {
            Some(exception) => Err(vm.raise(exception)),
            None => Err(cannot_handle(vm, error)),
        },
    }
}

fn place(vm: &Vm, value: &Value) -> Res<usize> {
    Ok(usize::try_from(vm.index_size(value)?).unwrap_or(0))
}

fn cannot_handle(vm: &Vm, error: &Value) -> Raised {
    let class = vm.class_name(error);
    vm.type_error(&format!(
        "don't know how to handle {class} in error callback"
    ))
}
