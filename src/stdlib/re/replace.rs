//! `sub`, `subn`, `split`, and `Match.expand`.

use super::found::{Match, span};
use super::pattern::{Pattern, codes_of, encoded, raise};
use super::subject::Subject;
use super::template::{self, Part};
use crate::interp::{Res, Vm};
use crate::objects::counted::Ref;
use crate::objects::list::List;
use crate::objects::value::Value;

/// A replacement.
enum Replacement {
    Parts(Vec<Ready>),
    /// Called with each match.
    Function(Value),
}

/// A part of a template, ready to be written.
enum Ready {
    Text(Vec<u8>),
    Group(usize),
}

fn read_template(vm: &Vm, pattern: &Pattern, value: &Value) -> Res<Vec<Ready>> {
    let plain = vm.unwrapped(value);
    let Some((codes, is_text)) = codes_of(&plain) else {
        let class = vm.class_name(value);
        return Err(vm.type_error(&format!(
            "decoding to str: need a bytes-like object, {class} found"
        )));
    };
    let parts =
        template::parse(&codes, is_text, pattern).map_err(|wrong| raise(vm, wrong, value))?;
    let has_text = parts.iter().any(|part| matches!(part, Part::Text(_)));
    if has_text && is_text != pattern.is_text {
        let message = match is_text {
            true => "sequence item 0: expected a bytes-like object, str found".to_owned(),
            false => format!(
                "sequence item 0: expected str instance, {} found",
                vm.class_name(value)
            ),
        };
        return Err(vm.type_error(&message));
    }
    let ready = |part| match part {
        Part::Text(codes) => Ready::Text(encoded(&codes, is_text)),
        Part::Group(group) => Ready::Group(group),
    };
    Ok(parts.into_iter().map(ready).collect())
}

fn write(ready: &[Ready], slots: &[usize], subject: &Subject, out: &mut Vec<u8>) {
    for part in ready {
        match part {
            Ready::Text(text) => out.extend_from_slice(text),
            Ready::Group(group) => {
                if let Some((start, end)) = span(slots, *group) {
                    out.extend_from_slice(subject.raw(start, end));
                }
            }
        }
    }
}

/// A count that an argument gives.
fn count(vm: &Vm, value: Option<&Value>) -> Res<usize> {
    match value.and_then(Value::given) {
        None => Ok(0),
        // A negative one allows nothing to be done.
        Some(count) => Ok(usize::try_from(vm.index_size(count)?).unwrap_or(usize::MAX)),
    }
}

/// The text with replacements, and their number: the pattern, the replacement, the text, the largest number.
pub fn sub(vm: &Vm, a: &[Value]) -> Res<(Value, usize)> {
    let pattern = Pattern::of(vm, &a[0])?;
    let most = count(vm, a.get(3))?;
    let replacement = if vm.is_callable(&a[1]) {
        Replacement::Function(a[1].clone())
    } else {
        Replacement::Parts(Vec::new())
    };
    let subject = Subject::new(vm, &a[2], pattern.is_text)?;
    let replacement = match replacement {
        Replacement::Parts(_) => {
            let plain = vm.unwrapped(&a[1]);
            let mismatch = codes_of(&plain).is_some_and(|(codes, is_text)| {
                is_text != pattern.is_text && !codes.contains(&u32::from('\\'))
            });
            // A template of the wrong kind is noticed when it is used.
            if mismatch {
                Replacement::Parts(Vec::new())
            } else {
                Replacement::Parts(read_template(vm, &pattern, &a[1])?)
            }
        }
        function => function,
    };
    let bounds = (0, subject.length);
    let (mut out, mut last, mut done, mut items) = (Vec::new(), 0, 0, 0usize);
    if most == usize::MAX {
        return Ok((subject.slice(vm, 0, subject.length), 0));
    }
    subject.find_all(vm, &pattern.program, bounds, &mut |slots| {
        let (start, end) = (slots[0], slots[1]);
        if last < start {
            out.extend_from_slice(subject.raw(last, start));
            items += 1;
        }
        match &replacement {
            Replacement::Parts(parts) if parts.is_empty() => {
                read_template(vm, &pattern, &a[1])?;
            }
            Replacement::Parts(parts) => write(parts, slots, &subject, &mut out),
            Replacement::Function(function) => {
                let found = Match::made(&pattern, &subject, slots.to_vec(), bounds);
                let made = vm.call_with(function, &[found])?;
                add(vm, &pattern, &made, items, &mut out)?;
            }
        }
        items += 1;
        last = end;
        done += 1;
        Ok(most == 0 || done < most)
    })?;
    if done == 0 {
        return Ok((subject.slice(vm, 0, subject.length), 0));
    }
    out.extend_from_slice(subject.raw(last, subject.length));
    Ok((subject.made(out), done))
}

/// Adds what a function gave.
fn add(vm: &Vm, pattern: &Pattern, made: &Value, place: usize, out: &mut Vec<u8>) -> Res<()> {
    let plain = vm.unwrapped(made);
    match &plain {
        Value::None => return Ok(()),
        Value::Str(text) if pattern.is_text => {
            out.extend_from_slice(text.bytes());
            return Ok(());
        }
        _ if !pattern.is_text => {
            if let Some(bytes) = vm.buffer(&plain) {
                out.extend_from_slice(&bytes);
                return Ok(());
            }
        }
        _ => {}
    }
    let class = vm.class_name(made);
    let wanted = if pattern.is_text {
        "str instance"
    } else {
        "a bytes-like object"
    };
    Err(vm.type_error(&format!(
        "sequence item {place}: expected {wanted}, {class} found"
    )))
}

/// The pieces between matches, and the groups of these: the pattern, the text, the largest number of cuts.
pub fn split(vm: &Vm, a: &[Value]) -> Res {
    let pattern = Pattern::of(vm, &a[0])?;
    let most = count(vm, a.get(2))?;
    let subject = Subject::new(vm, &a[1], pattern.is_text)?;
    let (mut items, mut last, mut done) = (Vec::new(), 0, 0);
    if most != usize::MAX {
        subject.find_all(vm, &pattern.program, (0, subject.length), &mut |slots| {
            vm.push_to(&mut items, subject.slice(vm, last, slots[0]))?;
            for group in 1..=pattern.program.groups {
                let item = match span(slots, group) {
                    Some((start, end)) => subject.slice(vm, start, end),
                    None => Value::None,
                };
                vm.push_to(&mut items, item)?;
            }
            last = slots[1];
            done += 1;
            Ok(most == 0 || done < most)
        })?;
    }
    items.push(subject.slice(vm, last, subject.length));
    Ok(Value::from(List::new(items)))
}

/// `Match.expand`
pub fn expand(vm: &Vm, found: &Ref<Match>, value: &Value) -> Res {
    let ready = read_template(vm, &found.pattern, value)?;
    let subject = found.subject(vm)?;
    let mut out = Vec::new();
    write(&ready, &found.slots, &subject, &mut out);
    Ok(subject.made(out))
}
