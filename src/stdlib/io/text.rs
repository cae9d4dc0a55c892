//! Files of text: characters over a file of bytes.

use super::below::Below;
use super::bytes::ByteFile;
use super::{CHUNK, closed, size, unsupported};
use crate::interp::{Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::{CloneCell, Ref};
use crate::objects::dict::Dict;
use crate::objects::late;
use crate::objects::list::List;
use crate::objects::native::{GetterDef, NativeDef, getter, native};
use crate::objects::object::Object;
use crate::objects::str::{Name, Str};
use crate::objects::value::Value;
use crate::text::codecs::Codec;
use crate::text::wtf8;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The row of `io.TextIOWrapper`.
pub const TEXT_WRAPPER: TypeDef = TypeDef {
    weakly_referable: true,
    name: "TextIOWrapper",
    module: "_io",
    doc: "Text in a file of bytes.",
    new: Some(native(
        "__new__",
        "(buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False)",
        "Make a new object. help(type) says what it takes.",
        new,
    )),
    init: Some(late::INIT),
    is_late: true,
    methods: METHODS,
    getters: GETTERS,
    slots: &["__iter__", "__next__", "__repr__"],
    is_base: true,
    ..TypeDef::PLAIN
};

const GETTERS: &[GetterDef] = &[
    getter("closed", "Whether it is closed.", |vm, file| {
        of(vm, file)?.is_closed(vm).map(Value::bool)
    }),
    getter("name", "The name of the file.", |vm, file| {
        vm.get_attribute(&of(vm, file)?.buffer(), &vm.names.name)
    }),
    getter("encoding", "The encoding.", |vm, file| {
        Ok(Value::str(&of(vm, file)?.encoding()))
    }),
    getter(
        "errors",
        "What becomes of what cannot be encoded or decoded.",
        |vm, file| Ok(Value::str(&of(vm, file)?.errors())),
    ),
    getter("newlines", "The line ends met so far.", |vm, file| {
        Ok(of(vm, file)?.met.shown(vm))
    }),
    getter("buffer", "The file of bytes below.", |vm, file| {
        Ok(of(vm, file)?.buffer())
    }),
    getter(
        "line_buffering",
        "Whether each line is handed on at once.",
        |vm, file| Ok(Value::bool(of(vm, file)?.line_buffering.get())),
    ),
    getter(
        "write_through",
        "Whether all is handed on at once.",
        |vm, file| Ok(Value::bool(of(vm, file)?.write_through.get())),
    ),
];

const METHODS: &[NativeDef] = &[
    native(
        "read",
        "(size=-1, /)",
        "At most so many characters.",
        |vm, a| {
            let file = readable(vm, &a[0])?;
            let size = size(vm, a, 1)?;
            file.read(vm, size)
        },
    ),
    native(
        "readline",
        "(size=-1, /)",
        "Read until newline or EOF.",
        |vm, a| {
            let file = readable(vm, &a[0])?;
            let size = size(vm, a, 1)?;
            file.read_line(vm, size)
        },
    ),
    native(
        "readlines",
        "(hint=-1, /)",
        "The lines that are left, in a list.",
        |vm, a| {
            let file = readable(vm, &a[0])?;
            let hint = size(vm, a, 1)?.filter(|&hint| hint > 0);
            let (mut lines, mut length) = (Vec::new(), 0);
            loop {
                let line = file.read_line(vm, None)?;
                let count = vm.len(&line)?;
                if count == 0 {
                    return Ok(Value::from(List::new(lines)));
                }
                lines.push(line);
                length += count;
                if hint.is_some_and(|hint| length >= hint) {
                    return Ok(Value::from(List::new(lines)));
                }
                vm.poll()?;
            }
        },
    ),
    native(
        "write",
        "(text, /)",
        "Write text, and tell how many characters that were.",
        |vm, a| writable(vm, &a[0])?.write(vm, &a[1]),
    ),
    native(
        "writelines",
        "(lines, /)",
        "Write texts one after the other, as they are.",
        |vm, a| {
            let file = writable(vm, &a[0])?;
            vm.for_each(&a[1], |line| file.write(vm, &line).map(|_| true))?;
            Ok(Value::None)
        },
    ),
    native(
        "seek",
        "(cookie, whence=0, /)",
        "Go to a place that tell() gave, and tell it again.",
        seek,
    ),
    native(
        "tell",
        "()",
        "A number for the place, which seek() understands.",
        |vm, a| {
            let file = open_file(vm, &a[0])?;
            if file.is_iterated.get() {
                return Err(vm.raise_new(
                    &vm.types.os_error,
                    "telling position disabled by next() call",
                ));
            }
            file.tell(vm).map(Value::from)
        },
    ),
    native(
        "truncate",
        "(pos=None, /)",
        "Truncate the file to at most pos bytes.",
        |vm, a| {
            let file = open_file(vm, &a[0])?;
            let place = match size(vm, a, 1)? {
                Some(place) => place,
                None => file.tell(vm)?,
            };
            vm.call_method(
                &Value::from(file.bytes.clone()),
                &vm.name("truncate"),
                &[Value::from(place)],
            )
        },
    ),
    native(
        "flush",
        "()",
        "Flush write buffers, if applicable.",
        |vm, a| {
            if let Some(below) = open_file(vm, &a[0])?.outside() {
                below.ask(vm, "flush")?.discard();
            }
            Ok(Value::None)
        },
    ),
    native("close", "()", "Close the file.", |vm, a| {
        let file = of(vm, &a[0])?;
        if !file.is_detached.get() && !file.is_closed(vm)? {
            let flushed = vm.call_method(&a[0], &vm.names.flush, &[]);
            vm.finally(flushed.map(Value::discard), || {
                vm.call_method(&file.buffer(), &vm.names.close, &[])
                    .map(Value::discard)
            })?;
        }
        Ok(Value::None)
    }),
    native(
        "detach",
        "()",
        "Separate the underlying buffer and return it.",
        |vm, a| {
            let file = open_file(vm, &a[0])?;
            let buffer = file.buffer();
            if let Some(below) = file.outside() {
                below.ask(vm, "flush")?.discard();
            }
            file.is_detached.set(true);
            if file.outside().is_some() {
                file.bytes.close();
            }
            Ok(buffer)
        },
    ),
    native(
        "fileno",
        "()",
        "The number that the system knows the file by.",
        |vm, a| open_file(vm, &a[0])?.bytes.descriptor(vm),
    ),
    native(
        "isatty",
        "()",
        "Whether somebody sits at the other end.",
        |vm, a| open_file(vm, &a[0])?.bytes.is_terminal(vm).map(Value::bool),
    ),
    native("readable", "()", "Whether it can be read.", |vm, a| {
        Ok(Value::bool(open_file(vm, &a[0])?.bytes.can_read()))
    }),
    native("writable", "()", "Whether it can be written.", |vm, a| {
        Ok(Value::bool(open_file(vm, &a[0])?.bytes.can_write()))
    }),
    native(
        "seekable",
        "()",
        "Whether one can go to any place of it.",
        |vm, a| Ok(Value::bool(open_file(vm, &a[0])?.bytes.can_seek())),
    ),
    native(
        "reconfigure",
        "(*, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None)",
        "Change how text is coded from here on.",
        |vm, a| {
            open_file(vm, &a[0])?.reconfigure(vm, a)?;
            Ok(Value::None)
        },
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

/// How line ends are read and written.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Newline {
    /// All kinds are read as `\n`.
    Universal,
    /// All kinds end a line, untouched.
    Untouched,
    /// Only `\n`.
    #[default]
    Feed,
    /// Only `\r`, written for `\n`.
    Return,
    /// Only `\r\n`, written for `\n`.
    Both,
}

impl Newline {
    /// What the argument `newline` says.
    pub fn of(vm: &Vm, value: Option<&Value>) -> Res<Newline> {
        let Some(value) = value.filter(|value| !value.is_none()) else {
            return Ok(Newline::Universal);
        };
        let plain = vm.unwrapped(value);
        let Value::Str(text) = &plain else {
            let class = vm.class_name(value);
            return Err(vm.type_error(&format!(
                "open() argument 'newline' must be str or None, not {class}"
            )));
        };
        match text.bytes() {
            b"" => Ok(Newline::Untouched),
            b"\n" => Ok(Newline::Feed),
            b"\r" => Ok(Newline::Return),
            b"\r\n" => Ok(Newline::Both),
            _ => Err(vm.value_error(&format!("illegal newline value: {}", text.lossy()))),
        }
    }

    /// The length of the first line of `text` with its end; `None`: no end in sight. `at_end`: nothing follows the text.
    pub fn line_length(self, text: &[u8], at_end: bool) -> Option<usize> {
        match self {
            Newline::Feed => memchr::memchr(b'\n', text).map(|at| at + 1),
            Newline::Return => memchr::memchr(b'\r', text).map(|at| at + 1),
            Newline::Both => memchr::memmem::find(text, b"\r\n").map(|at| at + 2),
            Newline::Universal | Newline::Untouched => {
                let at = memchr::memchr2(b'\n', b'\r', text)?;
                match (text[at], text.get(at + 1)) {
                    (b'\r', Some(b'\n')) => Some(at + 2),
                    // What follows decides whether the line ends here.
                    (b'\r', None) if !at_end => None,
                    _ => Some(at + 1),
                }
            }
        }
    }

    /// Text as the reader gets it.
    pub fn read(self, text: Vec<u8>) -> Vec<u8> {
        if self != Newline::Universal || memchr::memchr(b'\r', &text).is_none() {
            return text;
        }
        let mut translated = Vec::with_capacity(text.len());
        for (at, &byte) in text.iter().enumerate() {
            match byte {
                b'\n' if at > 0 && text[at - 1] == b'\r' => {}
                b'\r' => translated.push(b'\n'),
                byte => translated.push(byte),
            }
        }
        translated
    }

    /// Text as it is written.
    pub fn written(self, text: &[u8]) -> Vec<u8> {
        let end: &[u8] = match self {
            Newline::Return => b"\r",
            Newline::Both => b"\r\n",
            Newline::Universal | Newline::Untouched | Newline::Feed => return text.to_vec(),
        };
        let mut all = Vec::with_capacity(text.len());
        for &byte in text {
            match byte {
                b'\n' => all.extend_from_slice(end),
                byte => all.push(byte),
            }
        }
        all
    }
}

/// Which line ends were met: `\r`, `\n`, `\r\n`.
#[derive(Default)]
pub struct LineEnds(Cell<[bool; 3]>);

impl LineEnds {
    /// Notes those in a text.
    pub fn note(&self, text: &[u8]) {
        let mut met = self.0.get();
        let mut rest = text;
        while let Some(at) = memchr::memchr2(b'\n', b'\r', rest) {
            let both = rest[at..].starts_with(b"\r\n");
            let kind = if both {
                2
            } else {
                usize::from(rest[at] == b'\n')
            };
            met[kind] = true;
            rest = &rest[at + 1 + usize::from(both)..];
            if met == [true; 3] {
                break;
            }
        }
        self.0.set(met);
    }

    /// What the attribute `newlines` says.
    pub fn shown(&self, vm: &Vm) -> Value {
        let [returned, fed, both] = self.0.get();
        let mut met = Vec::new();
        for (is_met, text) in [(returned, "\r"), (fed, "\n"), (both, "\r\n")] {
            if is_met {
                met.push(Value::str(text));
            }
        }
        match met.len() {
            0 => Value::None,
            1 => met.remove(0),
            _ => vm.tuple(met),
        }
    }

    /// Forgets them.
    pub fn forget(&self) {
        self.0.set([false; 3]);
    }
}

/// A file of text.
pub struct TextFile {
    bytes: Ref<ByteFile>,
    encoding: RefCell<Rc<str>>,
    errors: RefCell<Rc<str>>,
    newline: Cell<Newline>,
    /// Whether something was read, after which neither of these changes.
    is_read: Cell<bool>,
    /// Characters that were decoded and not read yet, their line ends as they were.
    pending: RefCell<Vec<u8>>,
    /// Bytes that begin a character whose end was not read yet.
    partial: RefCell<Vec<u8>>,
    at_end: Cell<bool>,
    /// Whether the file of bytes was given back.
    is_detached: Cell<bool>,
    is_iterated: Cell<bool>,
    met: LineEnds,
    mode: &'static str,
    /// What was asked for; here all is handed on at once.
    line_buffering: Cell<bool>,
    write_through: Cell<bool>,
    dict: CloneCell<Option<Ref<Dict>>>,
}

/// How a file of text is opened.
pub struct TextOptions {
    /// The encoding as messages name it.
    pub encoding: String,
    /// The error handler.
    pub errors: String,
    /// The line ends.
    pub newline: Newline,
    /// The mode as `repr` shows it.
    pub mode: &'static str,
    /// Whether each line is handed on at once.
    pub line_buffering: bool,
    /// Whether all is handed on at once.
    pub write_through: bool,
}

impl TextFile {
    /// Text over a file of bytes.
    pub fn over(vm: &Vm, bytes: Ref<ByteFile>, options: TextOptions) -> Res<Ref<TextFile>> {
        vm.require_encoding(&options.encoding)?;
        Ok(Ref::new(TextFile {
            bytes,
            encoding: RefCell::new(options.encoding.into()),
            errors: RefCell::new(options.errors.into()),
            newline: Cell::new(options.newline),
            is_read: Cell::new(false),
            pending: RefCell::default(),
            partial: RefCell::default(),
            at_end: Cell::new(false),
            is_detached: Cell::new(false),
            is_iterated: Cell::new(false),
            met: LineEnds::default(),
            mode: options.mode,
            line_buffering: Cell::new(options.line_buffering),
            write_through: Cell::new(options.write_through),
            dict: CloneCell::new(None),
        }))
    }

    /// Whether what it stands on is closed.
    fn is_closed(&self, vm: &Vm) -> Res<bool> {
        match self.outside() {
            Some(below) => {
                let state = vm.get_attribute(below.object(), &vm.name("closed"))?;
                vm.truth(&state)
            }
            None => Ok(self.bytes.is_closed()),
        }
    }

    /// The file of bytes, which it closes.
    pub fn bytes(&self) -> Option<&Ref<ByteFile>> {
        (!self.is_detached.get()).then_some(&self.bytes)
    }

    fn encoding(&self) -> Rc<str> {
        self.encoding.borrow().clone()
    }

    fn errors(&self) -> Rc<str> {
        self.errors.borrow().clone()
    }

    /// The object of another class that it stands on.
    fn outside(&self) -> Option<Below> {
        self.bytes.below().filter(Below::is_buffered)
    }

    /// What it stands on.
    fn buffer(&self) -> Value {
        match self.outside() {
            Some(below) => below.object().clone(),
            None => Value::from(self.bytes.clone()),
        }
    }

    /// `reconfigure(*, encoding, errors, newline, line_buffering, write_through)`
    fn reconfigure(&self, vm: &Vm, a: &[Value]) -> Res<()> {
        let given = |place: usize| a.get(place).and_then(Value::given);
        let text = |place: usize, name: &str| match given(place).filter(|value| !value.is_none()) {
            Some(value) => match vm.unwrapped(value) {
                Value::Str(text) => Ok(Some(Rc::from(&*text.lossy()))),
                _ => {
                    let class = vm.class_name(value);
                    let message =
                        format!("reconfigure() argument '{name}' must be str or None, not {class}");
                    Err(vm.type_error(&message))
                }
            },
            None => Ok(None),
        };
        let (encoding, errors) = (text(1, "encoding")?, text(2, "errors")?);
        let newline = given(3)
            .map(|value| Newline::of(vm, Some(value)))
            .transpose()?;
        let changes = encoding.is_some() || errors.is_some() || newline.is_some();
        if changes && self.is_read.get() {
            return Err(unsupported(
                vm,
                "It is not possible to set the encoding or newline of stream after the first read",
            ));
        }
        if let Some(encoding) = encoding {
            let encoding = if &*encoding == "locale" {
                Rc::from("UTF-8")
            } else {
                encoding
            };
            vm.require_encoding(&encoding)?;
            *self.encoding.borrow_mut() = encoding;
            *self.errors.borrow_mut() = "strict".into();
        }
        if let Some(errors) = errors {
            *self.errors.borrow_mut() = errors;
        }
        if let Some(newline) = newline {
            self.newline.set(newline);
        }
        for (place, own) in [(4, &self.line_buffering), (5, &self.write_through)] {
            if let Some(value) = given(place).filter(|value| !value.is_none()) {
                own.set(vm.truth(value)?);
            }
        }
        if let Some(below) = self.outside() {
            below.ask(vm, "flush")?.discard();
        }
        Ok(())
    }

    /// Decodes more of the file; `false` at its end.
    fn fill(&self, vm: &Vm) -> Res<bool> {
        if self.at_end.get() {
            return Ok(false);
        }
        self.is_read.set(true);
        let encoding = self.encoding();
        let codec = Codec::by_name(&encoding);
        let by_chunks = matches!(codec, Some(Codec::Utf8 | Codec::Ascii | Codec::Latin1));
        let mut data = self.partial.take();
        let read = if by_chunks {
            self.bytes.read_once(vm, CHUNK)?
        } else {
            self.bytes.read(vm, None)?
        };
        let ended = read.is_empty() || !by_chunks;
        data.extend(read);
        let keep = match codec {
            Some(codec) if !ended => codec.incomplete(&data),
            _ => 0,
        };
        let rest = data.split_off(data.len() - keep);
        *self.partial.borrow_mut() = rest;
        if ended {
            self.at_end.set(true);
        }
        let text = vm.decode(&data, &encoding, &self.errors())?;
        if matches!(self.newline.get(), Newline::Universal | Newline::Untouched) {
            self.met.note(&text);
        }
        let is_some = !text.is_empty();
        self.pending.borrow_mut().extend(text);
        Ok(is_some || !ended)
    }

    /// Takes the first `length` bytes of what is pending.
    fn take(&self, length: usize) -> Vec<u8> {
        let mut pending = self.pending.borrow_mut();
        let rest = pending.split_off(length);
        std::mem::replace(&mut *pending, rest)
    }

    fn text(&self, raw: Vec<u8>) -> Value {
        let text = self.newline.get().read(raw);
        Value::from(Ref::new(Str::from_wtf8(text)))
    }

    fn read(&self, vm: &Vm, most: Option<usize>) -> Res {
        let Some(most) = most else {
            while self.fill(vm)? {
                vm.poll()?;
            }
            let length = self.pending.borrow().len();
            return Ok(self.text(self.take(length)));
        };
        loop {
            let found = prefix(&self.pending.borrow(), most, self.newline.get());
            let ends_open = {
                let pending = self.pending.borrow();
                found.is_some_and(|length| {
                    pending[..length].ends_with(b"\r") && length == pending.len()
                })
            };
            match found {
                Some(length) if !ends_open || self.at_end.get() => {
                    return Ok(self.text(self.take(length)));
                }
                _ => {}
            }
            if !self.fill(vm)? && self.at_end.get() {
                let length = prefix(&self.pending.borrow(), most, self.newline.get());
                let all = self.pending.borrow().len();
                return Ok(self.text(self.take(length.unwrap_or(all))));
            }
        }
    }

    fn read_line(&self, vm: &Vm, most: Option<usize>) -> Res {
        loop {
            let length = {
                let pending = self.pending.borrow();
                let line = self.newline.get().line_length(&pending, self.at_end.get());
                let cut = most.and_then(|most| prefix(&pending, most, self.newline.get()));
                match (line, cut) {
                    (Some(line), Some(cut)) => Some(line.min(cut)),
                    (line, cut) => line.or(cut),
                }
            };
            if let Some(length) = length {
                return Ok(self.text(self.take(length)));
            }
            if !self.fill(vm)? && self.at_end.get() {
                let pending = self.pending.borrow();
                let length = self
                    .newline
                    .get()
                    .line_length(&pending, true)
                    .unwrap_or(pending.len());
                drop(pending);
                return Ok(self.text(self.take(length)));
            }
        }
    }

    fn write(&self, vm: &Vm, value: &Value) -> Res {
        let plain = vm.unwrapped(value);
        let Value::Str(text) = &plain else {
            let class = vm.class_name(value);
            return Err(vm.type_error(&format!("write() argument must be str, not {class}")));
        };
        let translated = Ref::new(Str::from_wtf8(self.newline.get().written(text.bytes())));
        let data = vm.encode(&translated, &self.writing_encoding(vm)?, &self.errors())?;
        drop(self.pending.take());
        drop(self.partial.take());
        self.at_end.set(false);
        self.bytes.write(vm, &data)?;
        Ok(Value::from(text.len()))
    }

    /// The encoding of what is written here: a mark of the byte order stands at the beginning only.
    fn writing_encoding(&self, vm: &Vm) -> Res<Rc<str>> {
        let encoding = self.encoding();
        let unmarked = match Codec::by_name(&encoding) {
            Some(Codec::Utf16) => "utf-16-le",
            Some(Codec::Utf32) => "utf-32-le",
            Some(Codec::Utf8Sig) => "utf-8",
            _ => return Ok(encoding),
        };
        let is_begun = self.bytes.can_seek() && self.bytes.tell(vm)? > 0;
        Ok(if is_begun { unmarked.into() } else { encoding })
    }

    /// The place in the file of bytes.
    fn tell(&self, vm: &Vm) -> Res<usize> {
        let place = self.bytes.tell(vm)?;
        let pending = Ref::new(Str::from_wtf8(self.pending.borrow().clone()));
        let ahead = vm.encode(&pending, &self.encoding(), &self.errors())?.len();
        Ok(place.saturating_sub(ahead + self.partial.borrow().len()))
    }
}

/// The length of the first `most` characters as the reader counts them; `None`: there are fewer.
fn prefix(text: &[u8], most: usize, newline: Newline) -> Option<usize> {
    let (mut at, mut count) = (0, 0);
    while count < most {
        let lead = *text.get(at)?;
        let both = newline == Newline::Universal && text[at..].starts_with(b"\r\n");
        at += if both { 2 } else { wtf8::width(lead) };
        count += 1;
    }
    Some(at.min(text.len()))
}

/// The name that a file shows, if it has one; a file whose buffer is gone has none.
pub fn shown_name(vm: &Vm, file: &Value) -> Res<Option<Value>> {
    match vm.get_attribute_opt(file, &vm.names.name) {
        Err(raised) => {
            vm.catch(raised, &vm.types.value_error)?;
            Ok(None)
        }
        name => name,
    }
}

fn of(vm: &Vm, value: &Value) -> Res<Ref<TextFile>> {
    vm.unwrapped(value)
        .downcast::<TextFile>()
        .cloned()
        .ok_or_else(|| vm.descriptor_error("_io.TextIOWrapper", value))
}

fn open_file(vm: &Vm, value: &Value) -> Res<Ref<TextFile>> {
    let file = of(vm, value)?;
    if file.is_detached.get() {
        return Err(vm.value_error("underlying buffer has been detached"));
    }
    if file.bytes.is_closed() {
        return Err(closed(vm));
    }
    Ok(file)
}

fn readable(vm: &Vm, value: &Value) -> Res<Ref<TextFile>> {
    let file = open_file(vm, value)?;
    if !file.bytes.can_read() {
        return Err(unsupported(vm, "not readable"));
    }
    Ok(file)
}

fn writable(vm: &Vm, value: &Value) -> Res<Ref<TextFile>> {
    let file = open_file(vm, value)?;
    if !file.bytes.can_write() {
        return Err(unsupported(vm, "not writable"));
    }
    Ok(file)
}

fn seek(vm: &Vm, a: &[Value]) -> Res {
    let file = open_file(vm, &a[0])?;
    if !file.bytes.can_seek() {
        return Err(unsupported(vm, "underlying stream is not seekable"));
    }
    let whence = match a.get(2).and_then(Value::given) {
        Some(whence) => vm.index_size(whence)?,
        None => 0,
    };
    let offset = vm.index_size(&a[1])?;
    let target = match whence {
        0 if offset < 0 => {
            return Err(vm.value_error(&format!("negative seek position {offset}")));
        }
        0 => offset,
        1 if offset != 0 => return Err(unsupported(vm, "can't do nonzero cur-relative seeks")),
        1 => file.tell(vm)? as i64,
        2 if offset != 0 => return Err(unsupported(vm, "can't do nonzero end-relative seeks")),
        2 => 0,
        _ => {
            return Err(vm.value_error(&format!("invalid whence ({whence}, should be 0, 1 or 2)")));
        }
    };
    drop(file.pending.take());
    drop(file.partial.take());
    file.at_end.set(false);
    file.is_iterated.set(false);
    let whence = if whence == 2 { 2 } else { 0 };
    file.bytes.seek(vm, target, whence).map(Value::from)
}

fn new(vm: &Vm, a: &[Value]) -> Res {
    // A class of the script may have methods of its own.
    let bytes = match a[1].downcast::<ByteFile>() {
        Some(bytes) => bytes.clone(),
        None => ByteFile::over_buffer(vm, &a[1])?,
    };
    let text = |place: usize, default: &str| -> Res<String> {
        match a
            .get(place)
            .and_then(Value::given)
            .filter(|value| !value.is_none())
        {
            Some(value) => vm.str(value),
            None => Ok(default.to_owned()),
        }
    };
    let flag = |place: usize| match a.get(place).and_then(Value::given) {
        Some(value) => vm.truth(value),
        None => Ok(false),
    };
    let options = TextOptions {
        encoding: match text(2, "UTF-8")? {
            encoding if encoding == "locale" => "UTF-8".to_owned(),
            encoding => encoding,
        },
        errors: text(3, "strict")?,
        newline: Newline::of(vm, a.get(4).and_then(Value::given))?,
        mode: "",
        line_buffering: flag(5)?,
        write_through: flag(6)?,
    };
    TextFile::over(vm, bytes, options).map(Value::from)
}

impl Object for TextFile {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.text_io_wrapper.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&Value::from(self.bytes.clone()));
        if let Some(dict) = self.dict.get() {
            visit(&Value::Dict(dict));
        }
    }

    fn clear(&self) {
        drop(self.dict.take());
    }

    #[inline(always)]
    fn wants_finalizer(&self) -> bool {
        !self.is_detached.get() && !self.bytes.is_closed()
    }

    fn finalize(&self, this: &Value) {
        crate::interp::finalize::aside(|vm| super::base::close_dropped(vm, this));
    }

    fn attributes(&self, create: bool) -> Option<Ref<Dict>> {
        if create && self.dict.get().is_none() {
            self.dict.set(Some(Dict::new()));
        }
        self.dict.get()
    }

    fn get_attribute(&self, _vm: &Vm, _this: &Value, name: &Name) -> Res<Option<Value>> {
        let is_mode = name.as_str() == Some("mode") && !self.mode.is_empty();
        let own = self.dict.get().and_then(|dict| dict.get_name(name));
        Ok(own.or_else(|| is_mode.then(|| Value::str(self.mode))))
    }

    fn repr(&self, vm: &Vm, this: &Value) -> Res<Option<String>> {
        let class = vm.class_name(this);
        let _shown = super::Shown::enter(vm, this)?;
        let name = match shown_name(vm, this)? {
            Some(name) => format!(" name={}", vm.repr(&name)?),
            None => String::new(),
        };
        let mode = if self.mode.is_empty() {
            String::new()
        } else {
            format!(" mode='{}'", self.mode)
        };
        Ok(Some(format!(
            "<{class}{name}{mode} encoding='{}'>",
            self.encoding()
        )))
    }

    fn iter(&self, vm: &Vm, this: &Value) -> Res<Option<Value>> {
        if self.bytes.is_closed() {
            return Err(closed(vm));
        }
        Ok(Some(this.clone()))
    }

    fn is_iterator(&self) -> bool {
        true
    }

    fn next(&self, vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        if self.bytes.is_closed() {
            return Err(closed(vm));
        }
        if !self.bytes.can_read() {
            return Err(unsupported(vm, "not readable"));
        }
        self.is_iterated.set(true);
        let line = self.read_line(vm, None)?;
        if vm.len(&line)? == 0 {
            self.is_iterated.set(false);
            return Ok(None);
        }
        Ok(Some(line))
    }
}
