//! `StringIO`: a file of text in memory.

use super::text::{LineEnds, Newline};
use super::{size, state, unsupported};
use crate::interp::{Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::{CloneCell, Ref};
use crate::objects::dict::Dict;
use crate::objects::list::List;
use crate::objects::native::{NativeDef, getter, native};
use crate::objects::object::Object;
use crate::objects::str::Str;
use crate::objects::value::Value;
use crate::text::wtf8;
use std::cell::{Cell, RefCell};

/// The row of `io.StringIO`.
pub const STRING_IO: TypeDef = TypeDef {
    weakly_referable: true,
    name: "StringIO",
    module: "_io",
    doc: "A file of text that is in memory.",
    new: Some(native(
        "__new__",
        "(*args, **kwargs)",
        "Make a new object. help(type) says what it takes.",
        |_, _| Ok(Value::from(Ref::new(StringFile::default()))),
    )),
    init: Some(native(
        "__init__",
        "(initial_value='', newline='\\n')",
        "Fill the object.",
        init,
    )),
    methods: METHODS,
    getters: &[
        getter("closed", "Whether it is closed.", |vm, file| {
            Ok(Value::bool(of(vm, file)?.is_closed.get()))
        }),
        getter(
            "line_buffering",
            "Whether each line is handed on at once.",
            |_, _| Ok(Value::bool(false)),
        ),
        getter("encoding", "There is none.", |_, _| Ok(Value::None)),
        getter("errors", "There are none.", |_, _| Ok(Value::None)),
        getter("newlines", "The line ends met so far.", |vm, file| {
            Ok(open_file(vm, file)?.met.shown(vm))
        }),
    ],
    slots: &["__iter__", "__next__"],
    is_base: true,
    ..TypeDef::PLAIN
};

const METHODS: &[NativeDef] = &[
    native(
        "getvalue",
        "()",
        "All of the text, wherever the file stands.",
        |vm, a| {
            let file = open_file(vm, &a[0])?;
            let text = file.text.borrow().clone();
            Ok(file.value(text))
        },
    ),
    native(
        "read",
        "(size=-1, /)",
        "At most so many characters.",
        |vm, a| {
            let file = open_file(vm, &a[0])?;
            let size = size(vm, a, 1)?;
            Ok(file.read(size))
        },
    ),
    native(
        "readline",
        "(size=-1, /)",
        "Read until newline or EOF.",
        |vm, a| {
            let file = open_file(vm, &a[0])?;
            let size = size(vm, a, 1)?;
            Ok(file.read_line(size))
        },
    ),
    native(
        "readlines",
        "(hint=-1, /)",
        "The lines that are left, in a list.",
        |vm, a| {
            let file = open_file(vm, &a[0])?;
            let hint = size(vm, a, 1)?.filter(|&hint| hint > 0);
            let (mut lines, mut length) = (Vec::new(), 0);
            loop {
                let line = file.read_line(None);
                let count = vm.len(&line)?;
                if count == 0 {
                    return Ok(Value::from(List::new(lines)));
                }
                lines.push(line);
                length += count;
                if hint.is_some_and(|hint| length >= hint) {
                    return Ok(Value::from(List::new(lines)));
                }
            }
        },
    ),
    native(
        "write",
        "(text, /)",
        "Write text, and tell how many characters that were.",
        |vm, a| open_file(vm, &a[0])?.write(vm, &a[1]),
    ),
    native(
        "writelines",
        "(lines, /)",
        "Write texts one after the other, as they are.",
        |vm, a| {
            let file = open_file(vm, &a[0])?;
            vm.for_each(&a[1], |line| file.write(vm, &line).map(|_| true))?;
            Ok(Value::None)
        },
    ),
    native(
        "seek",
        "(pos, whence=0, /)",
        "Change stream position.",
        seek,
    ),
    native("tell", "()", "Tell the current file position.", |vm, a| {
        Ok(Value::from(open_file(vm, &a[0])?.at.get()))
    }),
    native(
        "truncate",
        "(pos=None, /)",
        "Truncate size to pos.",
        |vm, a| {
            let file = open_file(vm, &a[0])?;
            let place = match super::length(vm, a)? {
                Ok(place) => place.unwrap_or(file.at.get()),
                Err(negative) => {
                    return Err(vm.value_error(&format!("Negative size value {negative}")));
                }
            };
            file.truncate(place);
            Ok(Value::from(place))
        },
    ),
    native(
        "flush",
        "()",
        "Flush write buffers, if applicable.",
        |vm, a| {
            open_file(vm, &a[0])?;
            Ok(Value::None)
        },
    ),
    native("__getstate__", "()", "How a copy is made.", |vm, a| {
        let file = open_file(vm, &a[0])?;
        let text = file.value(file.text.borrow().clone());
        let newline = match file.newline.get() {
            Newline::Universal => Value::None,
            Newline::Untouched => Value::str(""),
            Newline::Feed => Value::str("\n"),
            Newline::Return => Value::str("\r"),
            Newline::Both => Value::str("\r\n"),
        };
        let place = Value::from(file.at.get());
        Ok(vm.tuple(vec![text, newline, place, state::attributes(vm, &a[0])]))
    }),
    native(
        "__setstate__",
        "(state, /)",
        "Take over what another was.",
        set_state,
    ),
    native("close", "()", "Close the IO object.", |vm, a| {
        let file = of(vm, &a[0])?;
        file.is_closed.set(true);
        drop(file.text.take());
        Ok(Value::None)
    }),
    native("fileno", "()", "There is none.", |vm, _| {
        Err(unsupported(vm, "fileno"))
    }),
    native("detach", "()", "There is nothing below.", |vm, _| {
        Err(unsupported(vm, "detach"))
    }),
    native(
        "isatty",
        "()",
        "Whether somebody sits at the other end.",
        |vm, a| {
            open_file(vm, &a[0])?;
            Ok(Value::bool(false))
        },
    ),
    native("readable", "()", "True: it can be read.", yes),
    native("writable", "()", "True: it can be written.", yes),
    native(
        "seekable",
        "()",
        "True: one can go to any place of it.",
        yes,
    ),
    native("__enter__", "()", "", |vm, a| {
        open_file(vm, &a[0])?;
        Ok(a[0].clone())
    }),
    native("__exit__", "(*args)", "", |vm, a| {
        vm.call_method(&a[0], &vm.names.close, &[])?.discard();
        Ok(Value::None)
    }),
];

/// Text in memory.
#[derive(Default)]
pub struct StringFile {
    text: RefCell<Vec<u8>>,
    /// How many characters there are.
    length: Cell<usize>,
    /// The place in characters, and, if known, in bytes.
    at: Cell<usize>,
    byte_at: Cell<Option<usize>>,
    newline: Cell<Newline>,
    /// The line ends met, where all kinds are read.
    met: LineEnds,
    is_closed: Cell<bool>,
    dict: CloneCell<Option<Ref<Dict>>>,
}

fn of(vm: &Vm, value: &Value) -> Res<Ref<StringFile>> {
    vm.unwrapped(value)
        .downcast::<StringFile>()
        .cloned()
        .ok_or_else(|| vm.descriptor_error("_io.StringIO", value))
}

fn open_file(vm: &Vm, value: &Value) -> Res<Ref<StringFile>> {
    let file = of(vm, value)?;
    if file.is_closed.get() {
        return Err(vm.value_error("I/O operation on closed file"));
    }
    Ok(file)
}

fn yes(vm: &Vm, a: &[Value]) -> Res {
    open_file(vm, &a[0])?;
    Ok(Value::bool(true))
}

fn init(vm: &Vm, a: &[Value]) -> Res {
    let newline = match a.get(2).and_then(Value::given) {
        None => Newline::Feed,
        newline => Newline::of(vm, newline)?,
    };
    let file = of(vm, &a[0])?;
    file.newline.set(newline);
    file.met.forget();
    file.hold(Vec::new());
    file.is_closed.set(false);
    if let Some(initial) = a
        .get(1)
        .and_then(Value::given)
        .filter(|text| !text.is_none())
    {
        let plain = vm.unwrapped(initial);
        if !matches!(plain, Value::Str(_)) {
            let class = vm.class_name(initial);
            return Err(vm.type_error(&format!("initial_value must be str or None, not {class}")));
        }
        file.write(vm, &plain)?;
        file.at.set(0);
        file.byte_at.set(Some(0));
    }
    Ok(Value::None)
}

/// The text is taken as it is, its line ends were translated when it was written.
fn set_state(vm: &Vm, a: &[Value]) -> Res {
    let file = open_file(vm, &a[0])?;
    let parts = state::parts(vm, a, 4)?;
    let [text, newline, place, attributes, ..] = parts.items() else {
        return Ok(Value::None);
    };
    init(vm, &[a[0].clone(), text.clone(), newline.clone()])?;
    if let Value::Str(text) = vm.unwrapped(text) {
        file.hold(text.bytes().to_vec());
    }
    file.at.set(state::position(
        vm,
        place,
        "third item of state must be an integer, got",
    )?);
    file.byte_at.set(None);
    state::set_attributes(vm, &a[0], attributes, "fourth")?;
    Ok(Value::None)
}

fn seek(vm: &Vm, a: &[Value]) -> Res {
    let file = open_file(vm, &a[0])?;
    let whence = match a.get(2).and_then(Value::given) {
        Some(whence) => vm.index_size(whence)?,
        None => 0,
    };
    let offset = vm.index_size(&a[1])?;
    let place = match whence {
        0 if offset < 0 => {
            return Err(vm.value_error(&format!("Negative seek position {offset}")));
        }
        0 => offset as usize,
        1 | 2 if offset != 0 => {
            return Err(vm.raise_new(&vm.types.os_error, "Can't do nonzero cur-relative seeks"));
        }
        1 => file.at.get(),
        2 => file.length.get(),
        _ => {
            return Err(vm.value_error(&format!("Invalid whence ({whence}, should be 0, 1 or 2)")));
        }
    };
    file.at.set(place);
    file.byte_at.set(None);
    Ok(Value::from(place))
}

impl StringFile {
    /// Holds another text from now on.
    fn hold(&self, text: Vec<u8>) {
        self.length.set(wtf8::code_points(&text).count());
        self.at.set(0);
        self.byte_at.set(Some(0));
        drop(self.text.replace(text));
    }

    fn value(&self, text: Vec<u8>) -> Value {
        Value::from(Ref::new(Str::from_wtf8(text)))
    }

    /// The offset of the place in bytes; the end of the text if it lies behind.
    fn offset(&self) -> usize {
        if let Some(offset) = self.byte_at.get() {
            return offset;
        }
        let text = self.text.borrow();
        let offset = if self.length.get() == text.len() {
            self.at.get().min(text.len())
        } else {
            let starts = text
                .iter()
                .enumerate()
                .filter(|(_, byte)| **byte & 0xC0 != 0x80);
            starts
                .map(|(at, _)| at)
                .nth(self.at.get())
                .unwrap_or(text.len())
        };
        self.byte_at.set(Some(offset));
        offset
    }

    /// Takes `count` bytes from the place on.
    fn take(&self, count: usize) -> Value {
        let start = self.offset();
        let part = self.text.borrow()[start..start + count].to_vec();
        self.at.set(self.at.get() + wtf8::count(&part));
        self.byte_at.set(Some(start + count));
        self.value(part)
    }

    fn read(&self, most: Option<usize>) -> Value {
        let length = {
            let text = self.text.borrow();
            let rest = &text[self.offset()..];
            match most {
                None => rest.len(),
                Some(most) if self.length.get() == text.len() => most.min(rest.len()),
                Some(most) => characters(rest, most),
            }
        };
        self.take(length)
    }

    fn read_line(&self, most: Option<usize>) -> Value {
        let length = {
            let text = self.text.borrow();
            let rest = &text[self.offset()..];
            let ends = match self.newline.get() {
                // The text holds no other line ends.
                Newline::Universal => Newline::Feed,
                other => other,
            };
            let line = ends.line_length(rest, true).unwrap_or(rest.len());
            match most {
                Some(most) => line.min(characters(rest, most)),
                None => line,
            }
        };
        self.take(length)
    }

    fn write(&self, vm: &Vm, value: &Value) -> Res {
        let plain = vm.unwrapped(value);
        let Value::Str(text) = &plain else {
            let class = vm.class_name(value);
            return Err(vm.type_error(&format!("string argument expected, got '{class}'")));
        };
        if matches!(self.newline.get(), Newline::Universal | Newline::Untouched) {
            self.met.note(text.bytes());
        }
        let new = self
            .newline
            .get()
            .written(&self.newline.get().read(text.bytes().to_vec()));
        if new.is_empty() {
            return Ok(Value::from(text.len()));
        }
        let count = wtf8::count(&new);
        let mut all = self.text.borrow_mut();
        let missing = self.at.get().saturating_sub(self.length.get());
        if all.try_reserve(new.len().saturating_add(missing)).is_err() {
            drop(all);
            return Err(vm.memory_error());
        }
        drop(all);
        let start = self.offset();
        all = self.text.borrow_mut();
        if self.at.get() >= self.length.get() {
            let padded = all.len() + missing;
            all.resize(padded, 0);
            all.extend_from_slice(&new);
            self.length.set(self.at.get() + count);
        } else {
            let replaced = characters(&all[start..], count);
            let gone = wtf8::count(&all[start..start + replaced]);
            all.splice(start..start + replaced, new.iter().copied());
            self.length.set(self.length.get() - gone + count);
        }
        self.byte_at.set(Some(start + missing + new.len()));
        self.at.set(self.at.get() + count);
        Ok(Value::from(text.len()))
    }

    fn truncate(&self, place: usize) {
        if place >= self.length.get() {
            return;
        }
        let mut text = self.text.borrow_mut();
        let length = characters(&text, place);
        text.truncate(length);
        self.length.set(place);
        self.byte_at.set(None);
    }
}

/// The length in bytes of the first `count` characters.
fn characters(text: &[u8], count: usize) -> usize {
    let starts = text
        .iter()
        .enumerate()
        .filter(|(_, byte)| **byte & 0xC0 != 0x80);
    starts.map(|(at, _)| at).nth(count).unwrap_or(text.len())
}

impl Object for StringFile {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.string_io.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        if let Some(dict) = self.dict.get() {
            visit(&Value::Dict(dict));
        }
    }

    fn clear(&self) {
        drop(self.dict.take());
    }

    fn attributes(&self, create: bool) -> Option<Ref<Dict>> {
        if create && self.dict.get().is_none() {
            self.dict.set(Some(Dict::new()));
        }
        self.dict.get()
    }

    fn is_iterator(&self) -> bool {
        true
    }

    fn next(&self, vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        if self.is_closed.get() {
            return Err(vm.value_error("I/O operation on closed file"));
        }
        let line = self.read_line(None);
        Ok((vm.len(&line)? > 0).then_some(line))
    }
}
