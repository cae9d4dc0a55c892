//! `re`: regular expressions. A pattern is parsed (`parse.rs`) to a syntax tree, compiled (`program.rs`) to instructions,
//! and run (`matcher.rs`) over code points or bytes. Flags as a class and the error class are `re.py`.

mod charset;
mod found;
mod matcher;
mod parse;
mod pattern;
mod program;
mod replace;
mod source;
mod subject;
mod syntax;
mod template;

use crate::interp::{Res, Vm};
use crate::objects::counted::Ref;
use crate::objects::module::Module;
use crate::objects::native::{Native, NativeDef, native};
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use pattern::Pattern;
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use subject::How;

/// How many compiled patterns are kept.
const MOST_KEPT: usize = 512;

/// Patterns by what they were compiled from: the bytes, then whether they are text, and the flags.
#[derive(Default)]
struct Kept {
    patterns: RefCell<FxHashMap<Box<[u8]>, Vec<Row>>>,
}

type Row = (bool, u32, Ref<Pattern>);

/// Fills the native part of the module.
pub fn make(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    let put = |name: &str, value: Value| module.dict.set_name(&vm.name(name), value);
    for row in FUNCTIONS {
        put(row.name, Value::Native(Native::function(row, "re")));
    }
    put("Pattern", Value::Class(pattern::class(vm)));
    put("Match", Value::Class(found::class(vm)));
    put("MAGIC", Value::Int(20_230_502));
    put("CODESIZE", Value::Int(4));
    put("MAXREPEAT", Value::Int(syntax::MAX_REPEAT.into()));
    put("MAXGROUPS", Value::Int(1_073_741_823));
    Ok(())
}

const FUNCTIONS: &[NativeDef] = &[
    native(
        "match",
        "(pattern, string, flags=0)",
        "What the pattern finds at the beginning of the text, or None.",
        |vm, a| one(vm, a, How::Match),
    ),
    native(
        "fullmatch",
        "(pattern, string, flags=0)",
        "What the pattern finds if it is to fit the whole text, or None.",
        |vm, a| one(vm, a, How::Full),
    ),
    native(
        "search",
        "(pattern, string, flags=0)",
        "What the pattern finds first anywhere in the text, or None.",
        |vm, a| one(vm, a, How::Search),
    ),
    native(
        "sub",
        "(pattern, repl, string, *args, count=0, flags=0)",
        "The text with another in place of each that the pattern finds.",
        |vm, a| Ok(sub(vm, a, "sub")?.0),
    ),
    native(
        "subn",
        "(pattern, repl, string, *args, count=0, flags=0)",
        "The same as sub(), and how many were replaced.",
        |vm, a| {
            let (text, count) = sub(vm, a, "subn")?;
            Ok(Value::from(Tuple::new(vec![text, Value::from(count)])))
        },
    ),
    native(
        "split",
        "(pattern, string, *args, maxsplit=0, flags=0)",
        "The parts of the text between what the pattern finds.",
        |vm, a| {
            let (most, flags) = count_and_flags(vm, a, "split", "maxsplit", 2)?;
            let pattern = compiled(vm, &a[0], &flags)?;
            replace::split(vm, &[Value::from(pattern), a[1].clone(), most])
        },
    ),
    native(
        "findall",
        "(pattern, string, flags=0)",
        "All that the pattern finds, in a list.",
        |vm, a| by_method(vm, a, "findall"),
    ),
    native(
        "finditer",
        "(pattern, string, flags=0)",
        "All that the pattern finds, one by one.",
        |vm, a| by_method(vm, a, "finditer"),
    ),
    native(
        "compile",
        "(pattern, flags=0)",
        "A pattern made ready to search with.",
        |vm, a| Ok(Value::from(compiled(vm, &a[0], &flags_argument(a, 1))?)),
    ),
    native(
        "_compile",
        "(pattern, flags)",
        "Compile a regular expression pattern.",
        |vm, a| Ok(Value::from(compiled(vm, &a[0], &a[1])?)),
    ),
    native(
        "purge",
        "()",
        "Clear the regular expression caches",
        |vm, _| {
            let old = vm.extension::<Kept>().patterns.take();
            drop(old);
            Ok(Value::None)
        },
    ),
    native(
        "escape",
        "(pattern)",
        "A pattern that finds just this text.",
        escape,
    ),
];

fn flags_argument(a: &[Value], place: usize) -> Value {
    let given = a.get(place).and_then(Value::given);
    given.cloned().unwrap_or(Value::Int(0))
}

/// The compiled pattern for a string, bytes or a compiled pattern.
fn compiled(vm: &Vm, source: &Value, flags: &Value) -> Res<Ref<Pattern>> {
    if let Some(pattern) = source.downcast::<Pattern>() {
        if vm.truth(flags)? {
            let text = "cannot process flags argument with a compiled pattern";
            return Err(vm.value_error(text));
        }
        return Ok(pattern.clone());
    }
    let flags = match vm.index(flags)? {
        Value::Int(flags) => flags as u32,
        _ => 0,
    };
    let plain = vm.unwrapped(source);
    let buffer;
    let (key, is_text): (&[u8], bool) = match &plain {
        Value::Str(text) => (text.bytes(), true),
        plain => match plain.downcast::<crate::objects::bytes::Bytes>() {
            Some(bytes) => {
                buffer = bytes.clone();
                (buffer.data(), false)
            }
            None => {
                let text = "first argument must be string or compiled pattern";
                return Err(vm.type_error(text));
            }
        },
    };
    let kept = vm.extension::<Kept>();
    if let Some(patterns) = kept.patterns.borrow().get(key) {
        let found = patterns
            .iter()
            .find(|(text, known, _)| *text == is_text && *known == flags);
        if let Some((_, _, pattern)) = found {
            return Ok(pattern.clone());
        }
    }
    let pattern = pattern::compile(vm, source, flags)?;
    let is_full = kept.patterns.borrow().len() >= MOST_KEPT;
    if is_full {
        let old = kept.patterns.take();
        drop(old);
    }
    let mut patterns = kept.patterns.borrow_mut();
    let row = patterns.entry(key.into()).or_default();
    row.push((is_text, flags, pattern.clone()));
    Ok(pattern)
}

fn one(vm: &Vm, a: &[Value], how: How) -> Res {
    let pattern = compiled(vm, &a[0], &flags_argument(a, 2))?;
    pattern::one(vm, &[Value::from(pattern), a[1].clone()], how)
}

fn by_method(vm: &Vm, a: &[Value], name: &str) -> Res {
    let pattern = Value::from(compiled(vm, &a[0], &flags_argument(a, 2))?);
    vm.call_method(&pattern, &vm.name(name), &a[1..2])
}

fn sub(vm: &Vm, a: &[Value], name: &str) -> Res<(Value, usize)> {
    let (count, flags) = count_and_flags(vm, a, name, "count", 3)?;
    let pattern = compiled(vm, &a[0], &flags)?;
    replace::sub(
        vm,
        &[Value::from(pattern), a[1].clone(), a[2].clone(), count],
    )
}

/// The count and the flags, which should be given by keyword.
fn count_and_flags(
    vm: &Vm,
    a: &[Value],
    name: &str,
    count_name: &str,
    first: usize,
) -> Res<(Value, Value)> {
    let given = |place: usize| a.get(place).and_then(Value::given).cloned();
    let (count, flags) = (given(first + 1), given(first + 2));
    let extra = match &a[first] {
        Value::Tuple(extra) => extra.items(),
        _ => &[],
    };
    let twice = |keyword: &str| {
        let message = format!("{name}() got multiple values for argument '{keyword}'");
        Err(vm.type_error(&message))
    };
    let zero = || Value::Int(0);
    match extra {
        [] => return Ok((count.unwrap_or_else(zero), flags.unwrap_or_else(zero))),
        _ if count.is_some() => return twice(count_name),
        [_, _, ..] if flags.is_some() => return twice("flags"),
        [_, _, _, ..] => {
            let message = format!(
                "{name}() takes from {first} to {} positional arguments but {} were given",
                first + 2,
                first + extra.len()
            );
            return Err(vm.type_error(&message));
        }
        _ => {}
    }
    let message = format!("'{count_name}' is passed as positional argument");
    vm.warn(&vm.types.deprecation_warning, &message, 1)?;
    let flags = extra.get(1).cloned().or(flags);
    Ok((extra[0].clone(), flags.unwrap_or_else(zero)))
}

fn escape(vm: &Vm, a: &[Value]) -> Res {
    let escaped = |data: &[u8]| {
        let mut out = Vec::with_capacity(data.len() + 8);
        for &byte in data {
            if b"()[]{}?*+-|^$\\.&~# \t\n\r\x0b\x0c".contains(&byte) {
                out.push(b'\\');
            }
            out.push(byte);
        }
        out
    };
    let plain = vm.unwrapped(&a[0]);
    match &plain {
        Value::Str(text) => Ok(Value::from(Ref::new(crate::objects::str::Str::from_wtf8(
            escaped(text.bytes()),
        )))),
        plain => match vm.buffer(plain) {
            Some(data) => Ok(pattern::bytes(escaped(&data))),
            None => {
                let class = vm.class_name(&a[0]);
                let message = format!("decoding to str: need a bytes-like object, {class} found");
                Err(vm.type_error(&message))
            }
        },
    }
}
