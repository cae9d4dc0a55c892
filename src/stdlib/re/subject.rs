//! The text that a pattern is matched with: what a script handed over, as characters in a row.

use super::matcher::{Matcher, Task, Units};
use super::program::Program;
use crate::interp::{Res, Vm};
use crate::objects::bytes::Bytes;
use crate::objects::counted::Ref;
use crate::objects::str::Str;
use crate::objects::value::Value;
use crate::text::wtf8;
use std::cell::RefCell;
use std::rc::Rc;

/// A text.
pub struct Subject {
    /// What the script handed over.
    pub value: Value,
    data: Data,
    /// The number of characters.
    pub length: usize,
}

enum Data {
    Ascii(Ref<Str>),
    Wide(Ref<Str>, Rc<[u32]>),
    Bytes(Ref<Bytes>),
    Buffer(Vec<u8>),
}

/// The last text beyond ASCII, as code points: a scanner asks for the same one over and over.
#[derive(Default)]
struct LastWide(RefCell<Option<WideText>>);

type WideText = (Ref<Str>, Rc<[u32]>);

fn wide(vm: &Vm, text: &Ref<Str>) -> Rc<[u32]> {
    let last = vm.extension::<LastWide>();
    if let Some((known, codes)) = &*last.0.borrow()
        && known.same(text)
    {
        return codes.clone();
    }
    let codes: Rc<[u32]> = wtf8::code_points(text.bytes()).collect();
    let old = last.0.replace(Some((text.clone(), codes.clone())));
    drop(old);
    codes
}

/// What happens with each match: its slots; `false` ends the search.
pub type Visit<'a> = &'a mut dyn FnMut(&[usize]) -> Res<bool>;

/// How a match is looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// At the start.
    Match,
    /// At the start, up to the end.
    Full,
    /// Anywhere.
    Search,
}

impl Subject {
    /// The text behind a value, for a pattern of text or of bytes.
    pub fn new(vm: &Vm, value: &Value, is_text: bool) -> Res<Subject> {
        let data = match vm.unwrapped(value) {
            Value::Str(text) if text.is_ascii() => Data::Ascii(text),
            Value::Str(text) => {
                let codes = wide(vm, &text);
                Data::Wide(text, codes)
            }
            plain => match plain.downcast::<Bytes>() {
                Some(bytes) => Data::Bytes(bytes.clone()),
                None => match vm.buffer(&plain) {
                    Some(buffer) => Data::Buffer(buffer),
                    None => {
                        let class = vm.class_name(value);
                        return Err(vm.type_error(&format!(
                            "expected string or bytes-like object, got '{class}'"
                        )));
                    }
                },
            },
        };
        let subject = Subject {
            value: value.clone(),
            length: match &data {
                Data::Ascii(text) | Data::Wide(text, _) => text.len(),
                Data::Bytes(bytes) => bytes.data().len(),
                Data::Buffer(bytes) => bytes.len(),
            },
            data,
        };
        match (subject.is_text(), is_text) {
            (true, false) => {
                Err(vm.type_error("cannot use a bytes pattern on a string-like object"))
            }
            (false, true) => {
                Err(vm.type_error("cannot use a string pattern on a bytes-like object"))
            }
            _ => Ok(subject),
        }
    }

    /// Whether it is text rather than bytes.
    pub fn is_text(&self) -> bool {
        matches!(self.data, Data::Ascii(_) | Data::Wide(..))
    }

    /// The characters between two positions, as a script sees them.
    pub fn slice(&self, vm: &Vm, start: usize, end: usize) -> Value {
        match &self.data {
            Data::Ascii(text) | Data::Wide(text, _) => {
                if start == end {
                    return vm.empty_str();
                }
                if end - start == text.len() {
                    return Value::Str(text.clone());
                }
                if end - start == 1
                    && let Data::Ascii(text) = &self.data
                {
                    return vm.character(char::from(text.bytes()[start]));
                }
                Value::from(Ref::new(text.slice(start, end)))
            }
            Data::Bytes(bytes) if end - start == bytes.data().len() => Value::from(bytes.clone()),
            Data::Bytes(_) | Data::Buffer(_) => {
                Value::from(Bytes::new(self.raw(start, end).to_vec()))
            }
        }
    }

    /// The characters between two positions, as they are kept: WTF-8 or bytes.
    pub fn raw(&self, start: usize, end: usize) -> &[u8] {
        match &self.data {
            Data::Ascii(text) => &text.bytes()[start..end],
            Data::Wide(text, _) => &text.bytes()[text.offset_of(start)..text.offset_of(end)],
            Data::Bytes(bytes) => &bytes.data()[start..end],
            Data::Buffer(bytes) => &bytes[start..end],
        }
    }

    /// A text of what is kept as this one is.
    pub fn made(&self, data: Vec<u8>) -> Value {
        if self.is_text() {
            Value::from(Ref::new(Str::from_wtf8(data)))
        } else {
            Value::from(Bytes::new(data))
        }
    }

    /// Looks for one match; its slots.
    pub fn find(
        &self,
        vm: &Vm,
        program: &Program,
        (start, end): (usize, usize),
        how: How,
        advance: bool,
    ) -> Res<Option<Vec<usize>>> {
        let task = Task {
            start,
            end,
            full: how == How::Full,
            advance,
        };
        if start > end {
            return Ok(None);
        }
        match &self.data {
            Data::Ascii(text) => find(vm, program, &text.bytes()[..end], task, how),
            Data::Wide(_, codes) => find(vm, program, &codes[..end], task, how),
            Data::Bytes(bytes) => find(vm, program, &bytes.data()[..end], task, how),
            Data::Buffer(bytes) => find(vm, program, &bytes[..end], task, how),
        }
    }

    /// Visits all matches that do not overlap.
    pub fn find_all(
        &self,
        vm: &Vm,
        program: &Program,
        (start, end): (usize, usize),
        visit: Visit<'_>,
    ) -> Res<()> {
        let task = Task {
            start,
            end,
            full: false,
            advance: false,
        };
        match &self.data {
            Data::Ascii(text) => find_all(vm, program, &text.bytes()[..end], task, visit),
            Data::Wide(_, codes) => find_all(vm, program, &codes[..end], task, visit),
            Data::Bytes(bytes) => find_all(vm, program, &bytes.data()[..end], task, visit),
            Data::Buffer(bytes) => find_all(vm, program, &bytes[..end], task, visit),
        }
    }
}

fn find<U: Units>(
    vm: &Vm,
    program: &Program,
    text: U,
    task: Task,
    how: How,
) -> Res<Option<Vec<usize>>> {
    let mut matcher = Matcher::new(vm, program, text);
    let found = match how {
        How::Search => matcher.search(task)?,
        How::Match | How::Full => matcher.run(task)?,
    };
    Ok(found.then_some(matcher.slots))
}

fn find_all<U: Units>(
    vm: &Vm,
    program: &Program,
    text: U,
    mut task: Task,
    visit: Visit<'_>,
) -> Res<()> {
    let mut matcher = Matcher::new(vm, program, text);
    while task.start <= task.end && matcher.search(task)? {
        if !visit(&matcher.slots)? {
            break;
        }
        let [start, end] = [matcher.slots[0], matcher.slots[1]];
        task.start = end;
        task.advance = start == end;
    }
    Ok(())
}
