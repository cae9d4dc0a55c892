//! `SyntaxError`: a message with its place in a source text.

use super::{member, of, tuple};
use crate::interp::{Res, Vm};
use crate::objects::class::TypeDef;
use crate::objects::native::{GetterDef, native};
use crate::objects::value::Value;

/// The row of `SyntaxError`.
pub const SYNTAX_ERROR: TypeDef = TypeDef {
    name: "SyntaxError",
    doc: "The source is wrong.",
    init: Some(native(
        "__init__",
        "(*args, **kwargs)",
        "Takes the message and the place.",
        init,
    )),
    special: &[native("__str__", "()", "str(self)", text)],
    getters: &[
        member_row!(msg, "The message."),
        member_row!(filename, "The file."),
        member_row!(lineno, "The line."),
        member_row!(offset, "The column, from 1."),
        member_row!(text, "The line's text."),
        member_row!(end_lineno, "The last line."),
        member_row!(end_offset, "The column behind the place."),
        member_row!(print_file_and_line, "Whether the place is shown."),
    ],
    is_base: true,
    ..TypeDef::PLAIN
};

fn init(vm: &Vm, a: &[Value]) -> Res {
    let exception = of(vm, &a[0])?;
    super::refuse_keywords(vm, &exception.class_ref().name(), a.get(2))?;
    let args = tuple(&a[1]);
    exception.set_args(args.clone());
    let names = &vm.names;
    if let Some(message) = args.items().first() {
        exception.set_member(&names.msg, message.clone());
    }
    let [_, details] = args.items() else {
        return Ok(Value::None);
    };
    let details = vm.collect(details)?;
    let places = [
        &names.filename,
        &names.lineno,
        &names.offset,
        &names.text,
        &names.end_lineno,
        &names.end_offset,
    ];
    let count = details.len();
    let fault = match count {
        4 | 6 => None,
        5 => Some("end_offset must be provided when end_lineno is provided".to_owned()),
        0..4 => Some(format!(
            "function takes at least 4 arguments ({count} given)"
        )),
        _ => Some(format!(
            "function takes at most 6 arguments ({count} given)"
        )),
    };
    if let Some(fault) = fault {
        return Err(vm.type_error(&fault));
    }
    for (name, value) in places.into_iter().zip(details) {
        exception.set_member(name, value);
    }
    Ok(Value::None)
}

fn text(vm: &Vm, a: &[Value]) -> Res {
    let names = &vm.names;
    let message = vm.str(&member(vm, &a[0], &names.msg)?)?;
    let file = match member(vm, &a[0], &names.filename)? {
        Value::Str(file) => {
            let file = file.lossy().into_owned();
            Some(file.rsplit('/').next().unwrap_or(&file).to_owned())
        }
        _ => None,
    };
    let line = match member(vm, &a[0], &names.lineno)? {
        Value::Int(line) => Some(line),
        _ => None,
    };
    Ok(Value::from(match (file, line) {
        (Some(file), Some(line)) => format!("{message} ({file}, line {line})"),
        (Some(file), None) => format!("{message} ({file})"),
        (None, Some(line)) => format!("{message} (line {line})"),
        (None, None) => message,
    }))
}
