//! `json`: the native part of it. Writing is `encode.rs`, reading `decode.rs`; classes and functions with their many
//! options are `json.py`, `encoder.py` and `decoder.py`.

mod decode;
mod encode;

use crate::interp::{Res, Vm};
use crate::objects::counted::Ref;
use crate::objects::module::Module;
use crate::objects::native::{Native, NativeDef, native};
use crate::objects::str::Str;
use crate::objects::value::Value;

/// Fills the module `_json`.
pub fn make(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    let put = |name: &str, value: Value| module.dict.set_name(&vm.name(name), value);
    for row in FUNCTIONS {
        put(row.name, Value::Native(Native::function(row, "_json")));
    }
    put("make_scanner", Value::Class(decode::class(vm)));
    Ok(())
}

const FUNCTIONS: &[NativeDef] = &[
    native(
        "encode",
        "(encoder, value, level, /)",
        "The text for a value as an encoder's attributes say.",
        encode::encode,
    ),
    native(
        "encode_basestring",
        "(string, /)",
        "A text as JSON writes it",
        |vm, a| quoted(vm, &a[0], false),
    ),
    native(
        "encode_basestring_ascii",
        "(string, /)",
        "A text as JSON writes it in ASCII alone",
        |vm, a| quoted(vm, &a[0], true),
    ),
    native(
        "scanstring",
        "(string, end, strict=True, /)",
        "Read the rest of a JSON string: its text, and where it ends.",
        decode::scan_string,
    ),
];

fn quoted(vm: &Vm, value: &Value, ascii: bool) -> Res {
    let Value::Str(text) = vm.unwrapped(value) else {
        let class = vm.class_name(value);
        return Err(vm.type_error(&format!("first argument must be a string, not {class}")));
    };
    let mut out = Vec::new();
    encode::quote(&text, ascii, &mut out);
    Ok(Value::from(Ref::new(Str::from_wtf8(out))))
}
