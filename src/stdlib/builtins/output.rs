//! `print` and `input`.

use super::{given, rest};
use crate::interp::{Res, Vm};
use crate::objects::counted::Ref;
use crate::objects::module::Module;
use crate::objects::native::{NativeDef, native};
use crate::objects::str::{Name, Str};
use crate::objects::value::Value;
use crate::stdlib::stdio::{self, Which, encoded, is_own, write_text};

/// The rows.
pub const FUNCTIONS: &[NativeDef] = &[
    native(
        "print",
        "(*args, sep=' ', end='\\n', file=None, flush=False)",
        "Write values as text, and end the line.\n\n  sep\n    what stands between two of them; a space\n  end\n    what stands behind the last; a newline\n  file\n    where it is written; sys.stdout\n  flush\n    whether it is to arrive at once",
        print,
    ),
    native(
        "input",
        "(prompt='', /)",
        "Read a line of standard input; its end is left off.\n\nA prompt is written to standard output before.\n\nEOFError where the input is at its end.",
        input,
    ),
];

/// Where `print` writes.
enum Target {
    /// Standard output as it was at first.
    Standard,
    /// An object with `write`.
    File(Value),
    /// `sys.stdout` is `None`.
    Nowhere,
}

fn print(vm: &Vm, a: &[Value]) -> Res {
    let separator = text_option(vm, given(a, 1), "sep", " ")?;
    let end = text_option(vm, given(a, 2), "end", "\n")?;
    let flush = match given(a, 4) {
        Some(flush) => vm.truth(flush)?,
        None => false,
    };
    let file = given(a, 3).filter(|file| !file.is_none());
    let target = match file {
        Some(file) => Target::File(file.clone()),
        None => standard_output(vm)?,
    };
    match target {
        Target::Nowhere => return Ok(Value::None),
        Target::Standard => {
            let mut line = Vec::new();
            let whole = put_line(vm, rest(a, 0), &separator, &end, &mut line);
            // What stands before a text that cannot be written is written.
            vm.write_out(&line)?;
            whole?;
            if flush {
                vm.flush_out()?;
            }
        }
        Target::File(file) => {
            let write = vm.get_attribute(&file, &vm.names.write)?;
            let put = |text: Value| vm.call_with(&write, &[text]).map(Value::discard);
            for (place, item) in rest(a, 0).iter().enumerate() {
                if place > 0 {
                    put(Value::Str(vm.to_str(&separator)?))?;
                }
                put(Value::Str(vm.to_str(item)?))?;
            }
            put(Value::Str(vm.to_str(&end)?))?;
            if flush {
                vm.call_method(&file, &vm.names.flush, &[])?.discard();
            }
        }
    }
    Ok(Value::None)
}

/// Collects what `print` writes. Items whose own code runs find the line so far written, since it may print or fail.
fn put_line(
    vm: &Vm,
    items: &[Value],
    separator: &Value,
    end: &Value,
    line: &mut Vec<u8>,
) -> Res<()> {
    for (place, item) in items.iter().enumerate() {
        if place > 0 {
            put_item(vm, separator, line)?;
        }
        put_item(vm, item, line)?;
    }
    put_item(vm, end, line)
}

fn put_item(vm: &Vm, item: &Value, line: &mut Vec<u8>) -> Res<()> {
    if let Value::Str(text) = item {
        return put(vm, text, line);
    }
    if !item.is_plain() && !line.is_empty() {
        vm.write_out(&std::mem::take(line))?;
    }
    put(vm, &vm.to_str(item)?, line)
}

fn text_option(vm: &Vm, value: Option<&Value>, name: &str, default: &str) -> Res {
    let Some(value) = value.filter(|value| !value.is_none()) else {
        return Ok(Value::Str(vm.name(default)));
    };
    match vm.unwrapped(value) {
        Value::Str(_) => Ok(value.clone()),
        _ => {
            let class = vm.class_name(value);
            Err(vm.type_error(&format!("{name} must be None or a string, not {class}")))
        }
    }
}

/// Adds text to a line for standard output.
fn put(vm: &Vm, text: &Ref<Str>, line: &mut Vec<u8>) -> Res<()> {
    line.extend_from_slice(&encoded(vm, Which::Out, text)?);
    Ok(())
}

/// What `sys.name` is, if `sys` was imported and has it.
fn system_attribute(vm: &Vm, name: &Name) -> Option<Value> {
    let sys = vm.modules.get_name(&vm.names.sys)?;
    Module::of(&sys)?.dict.get_name(name)
}

fn standard_output(vm: &Vm) -> Res<Target> {
    if vm.modules.get_name(&vm.names.sys).is_none() {
        return Ok(Target::Standard);
    }
    match system_attribute(vm, &vm.names.stdout) {
        Some(Value::None) => Ok(Target::Nowhere),
        Some(file) => Ok(if is_own(&file, Which::Out) {
            Target::Standard
        } else {
            Target::File(file)
        }),
        None => Err(vm.runtime_error("lost sys.stdout")),
    }
}

/// Writes `text` to `sys.stdout`, whatever that is now.
pub fn write_object(vm: &Vm, text: &Value) -> Res<()> {
    match (standard_output(vm)?, text) {
        (Target::Nowhere, _) => Ok(()),
        (Target::Standard, Value::Str(text)) => write_text(vm, Which::Out, text),
        (Target::Standard, _) => Ok(()),
        (Target::File(file), text) => vm
            .call_method(&file, &vm.names.write, std::slice::from_ref(text))
            .map(Value::discard),
    }
}

fn input(vm: &Vm, a: &[Value]) -> Res {
    if let Some(prompt) = given(a, 0) {
        let prompt = Value::Str(vm.to_str(prompt)?);
        write_object(vm, &prompt)?;
    }
    vm.flush_out()?;
    let line = match system_attribute(vm, &vm.names.stdin) {
        Some(Value::None) => return Err(vm.runtime_error("input(): lost sys.stdin")),
        Some(file) => vm.call_method(&file, &vm.name("readline"), &[])?,
        None => read_line(vm)?,
    };
    let Value::Str(line) = vm.unwrapped(&line) else {
        return Err(vm.type_error("object.readline() returned non-string"));
    };
    if line.is_empty() {
        return Err(vm.raise_new(&vm.types.eof_error, "EOF when reading a line"));
    }
    let length = line.len() - usize::from(line.bytes().ends_with(b"\n"));
    Ok(Value::from(Ref::new(line.slice(0, length))))
}

fn read_line(vm: &Vm) -> Res {
    stdio::text(vm, stdio::read_line(vm)?)
}
