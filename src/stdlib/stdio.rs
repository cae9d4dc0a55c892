//! The standard streams as scripts see them: `sys.stdin`, `sys.stdout` and `sys.stderr`. What is written goes through
//! `interp/output.rs`, reading is `stdio/input.rs`; files are `io`.

mod input;

pub use input::read_line;

use crate::event_loop::baton::Id;
use crate::interp::output::Buffering;
use crate::interp::{Res, Vm};
use crate::objects::bytes::Bytes;
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::{CloneCell, Ref};
use crate::objects::dict::Dict;
use crate::objects::list::List;
use crate::objects::native::{GetterDef, NativeDef, getter, native};
use crate::objects::object::Object;
use crate::objects::str::{Name, Str};
use crate::objects::value::Value;
use crate::stdlib::io::unsupported_class;
use crate::stdlib::thread::lock::Queue;
use std::borrow::Cow;
use std::cell::{Cell, OnceCell, RefCell};
use std::io::BufRead;

/// Which of the standard streams.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Which {
    /// `sys.stdin`
    In,
    /// `sys.stdout`
    Out,
    /// `sys.stderr`
    Err,
}

/// What scripts hold of a standard stream.
pub struct Stream {
    which: Which,
    /// Whether it takes and gives bytes: `sys.stdout.buffer`.
    is_binary: bool,
    is_closed: Cell<bool>,
    /// Whether the script has taken the stream of bytes from below.
    is_detached: Cell<bool>,
    /// The encoding and what becomes of what cannot be encoded, where a script has changed them.
    coding: RefCell<Option<(String, String)>>,
    dict: CloneCell<Option<Ref<Dict>>>,
}

/// The streams of an interpreter.
#[derive(Default)]
pub struct Streams {
    text_class: OnceCell<Ref<Class>>,
    reader_class: OnceCell<Ref<Class>>,
    writer_class: OnceCell<Ref<Class>>,
    /// The objects made so far: of text, then of bytes.
    made: RefCell<[Value; 6]>,
    /// Taken while a thread reads.
    input: RefCell<Option<Box<dyn BufRead>>>,
    /// The thread that reads, while others wait for their turn.
    reads: Cell<Option<Id>>,
    turns: Queue,
    /// Whether bytes that are no text pass through standard input and output as lone surrogates.
    pub lets_surrogates_pass: Cell<bool>,
    /// Whether standard output is a terminal, as whoever started the interpreter says.
    pub out_is_terminal: Cell<bool>,
    /// Whether standard error is a terminal.
    pub err_is_terminal: Cell<bool>,
    /// Whether standard input is a terminal.
    pub in_is_terminal: Cell<bool>,
}

impl Streams {
    /// Where standard input comes from.
    pub fn set_input(&self, input: Box<dyn BufRead>) {
        *self.input.borrow_mut() = Some(input);
    }
}

/// The object of a standard stream.
pub fn stream(vm: &Vm, which: Which) -> Value {
    made(vm, which, false)
}

fn made(vm: &Vm, which: Which, is_binary: bool) -> Value {
    let streams = vm.extension::<Streams>();
    let mut made = streams.made.borrow_mut();
    let place = &mut made[which as usize + if is_binary { 3 } else { 0 }];
    if place.is_undef() {
        *place = Value::from(Ref::new(Stream {
            which,
            is_binary,
            is_closed: Cell::new(false),
            is_detached: Cell::new(false),
            coding: RefCell::default(),
            dict: CloneCell::new(None),
        }));
    }
    place.clone()
}

/// Whether a value is the interpreter's own object for a standard stream, open and as it was at first.
pub fn is_own(value: &Value, which: Which) -> bool {
    value.downcast::<Stream>().is_some_and(|stream| {
        stream.which == which
            && !stream.is_binary
            && !stream.is_closed.get()
            && !stream.is_detached.get()
            && stream.coding.borrow().is_none()
    })
}

const TEXT: TypeDef = TypeDef {
    weakly_referable: true,
    name: "TextIOWrapper",
    module: "_io",
    doc: "A stream of text.",
    methods: METHODS,
    getters: &[
        NAME,
        MODE,
        CLOSED,
        getter("encoding", "The encoding.", |vm, s| {
            Ok(Value::str(&of(vm, s)?.coding(vm).0))
        }),
        getter(
            "errors",
            "What becomes of what cannot be encoded.",
            |vm, s| Ok(Value::str(&of(vm, s)?.coding(vm).1)),
        ),
        getter("_CHUNK_SIZE", "How many bytes are read at once.", |_, _| {
            Ok(Value::Int(8192))
        }),
        getter("newlines", "Which line ends were met.", |_, _| {
            Ok(Value::None)
        }),
        getter(
            "line_buffering",
            "Whether each line is handed on at once.",
            |vm, s| {
                Ok(Value::bool(match of(vm, s)?.which {
                    Which::In => false,
                    Which::Out => vm.output.buffering() == Buffering::Line,
                    Which::Err => true,
                }))
            },
        ),
        getter(
            "write_through",
            "Whether all is handed on at once.",
            |vm, s| {
                let is_out = of(vm, s)?.which == Which::Out;
                Ok(Value::bool(
                    is_out && vm.output.buffering() == Buffering::None,
                ))
            },
        ),
        getter("buffer", "The stream of bytes below.", |vm, s| {
            Ok(made(vm, of(vm, s)?.which, true))
        }),
    ],
    slots: &["__iter__", "__next__", "__repr__"],
    ..TypeDef::PLAIN
};

const WRITER: TypeDef = TypeDef {
    weakly_referable: true,
    name: "BufferedWriter",
    module: "_io",
    doc: "A stream of bytes.",
    methods: METHODS,
    getters: &[NAME, MODE, CLOSED],
    slots: &["__iter__", "__next__", "__repr__"],
    ..TypeDef::PLAIN
};

const READER: TypeDef = TypeDef {
    weakly_referable: true,
    name: "BufferedReader",
    ..WRITER
};

const NAME: GetterDef = getter("name", "Its name.", |vm, s| {
    Ok(Value::str(of(vm, s)?.name()))
});

const MODE: GetterDef = getter("mode", "How it was opened.", |vm, s| {
    let stream = of(vm, s)?;
    Ok(Value::str(match (stream.which, stream.is_binary) {
        (Which::In, false) => "r",
        (Which::In, true) => "rb",
        (_, false) => "w",
        (_, true) => "wb",
    }))
});

const CLOSED: GetterDef = getter("closed", "Whether it is closed.", |vm, s| {
    Ok(Value::bool(of(vm, s)?.is_closed.get()))
});

const METHODS: &[NativeDef] = &[
    native(
        "write",
        "(text, /)",
        "Writes text; gives how many characters.",
        |vm, a| {
            let stream = open(vm, &a[0])?;
            write(vm, stream, &a[1])
        },
    ),
    native(
        "writelines",
        "(lines, /)",
        "Writes all items of an iterable.",
        |vm, a| {
            let stream = open(vm, &a[0])?;
            vm.for_each(&a[1], |line| write(vm, stream, &line).map(|_| true))?;
            Ok(Value::None)
        },
    ),
    native("flush", "()", "Hands on what is held back.", |vm, a| {
        if open(vm, &a[0])?.which == Which::Out {
            vm.flush_out()?;
        }
        Ok(Value::None)
    }),
    native(
        "read",
        "(size=-1, /)",
        "Reads so many characters or bytes, or all.",
        |vm, a| {
            let stream = readable(vm, &a[0])?;
            let size = size(vm, a)?;
            let read = match (stream.is_binary, size) {
                (_, None) => input::read_all(vm)?,
                (true, Some(size)) => input::read_bytes(vm, size)?,
                (false, Some(size)) => input::read_characters(vm, size)?,
            };
            stream.result(vm, read)
        },
    ),
    native("readline", "(size=-1, /)", "Reads one line.", |vm, a| {
        let stream = readable(vm, &a[0])?;
        let read = match size(vm, a)? {
            None => read_line(vm)?,
            Some(size) => input::read_part_of_line(vm, size)?,
        };
        stream.result(vm, read)
    }),
    native("readlines", "(hint=-1, /)", "Reads all lines.", |vm, a| {
        let stream = readable(vm, &a[0])?;
        let enough = size(vm, a)?.filter(|&hint| hint > 0);
        let (mut lines, mut total) = (Vec::new(), 0);
        loop {
            let line = read_line(vm)?;
            total += line.len();
            if line.is_empty() {
                break;
            }
            lines.push(stream.result(vm, line)?);
            if enough.is_some_and(|enough| total >= enough) {
                break;
            }
        }
        Ok(Value::from(List::new(lines)))
    }),
    native("close", "()", "Closes it for the script.", |vm, a| {
        let stream = of(vm, &a[0])?;
        if !stream.is_closed.replace(true) && stream.which == Which::Out {
            vm.flush_out()?;
        }
        Ok(Value::None)
    }),
    native("isatty", "()", "Whether it is a terminal.", |vm, a| {
        let streams = vm.extension::<Streams>();
        Ok(Value::bool(match open(vm, &a[0])?.which {
            Which::In => streams.in_is_terminal.get(),
            Which::Out => streams.out_is_terminal.get(),
            Which::Err => streams.err_is_terminal.get(),
        }))
    }),
    native(
        "fileno",
        "()",
        "The number of its file descriptor.",
        |vm, a| Ok(Value::Int(open(vm, &a[0])?.which as i64)),
    ),
    native("readable", "()", "Whether it can be read.", |vm, a| {
        Ok(Value::bool(open(vm, &a[0])?.which == Which::In))
    }),
    native("writable", "()", "Whether it can be written.", |vm, a| {
        Ok(Value::bool(open(vm, &a[0])?.which != Which::In))
    }),
    native("seekable", "()", "Whether it can go back.", |_, _| {
        Ok(Value::bool(false))
    }),
    native(
        "reconfigure",
        "(*, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None)",
        "Changes how lines are handed on.",
        reconfigure,
    ),
    native("tell", "()", "The place in the stream.", no_place),
    native(
        "seek",
        "(offset, whence=0, /)",
        "Goes to a place in the stream.",
        no_place,
    ),
    native(
        "truncate",
        "(size=None, /)",
        "Cuts the stream off.",
        |vm, a| {
            open(vm, &a[0])?;
            Err(vm.raise_new(&unsupported_class(vm), "truncate"))
        },
    ),
    native(
        "detach",
        "()",
        "Gives the stream of bytes below, and is of no use after it.",
        |vm, a| {
            let stream = open(vm, &a[0])?;
            if stream.is_binary {
                return Err(vm.raise_new(&unsupported_class(vm), "detach"));
            }
            if stream.which == Which::Out {
                vm.flush_out()?;
            }
            stream.is_detached.set(true);
            Ok(made(vm, stream.which, true))
        },
    ),
    native("__enter__", "()", "Gives itself.", |_, a| Ok(a[0].clone())),
    native("__exit__", "(*args)", "Closes it.", |vm, a| {
        vm.call_method(&a[0], &vm.names.close, &[])
    }),
];

fn of<'a>(vm: &Vm, value: &'a Value) -> Res<&'a Ref<Stream>> {
    value
        .downcast::<Stream>()
        .ok_or_else(|| vm.descriptor_error("_io.TextIOWrapper", value))
}

fn open<'a>(vm: &Vm, value: &'a Value) -> Res<&'a Ref<Stream>> {
    let stream = of(vm, value)?;
    if stream.is_closed.get() {
        return Err(vm.value_error("I/O operation on closed file."));
    }
    if stream.is_detached.get() {
        return Err(vm.value_error("underlying buffer has been detached"));
    }
    Ok(stream)
}

/// Standard streams are read and written in one go.
fn no_place(vm: &Vm, a: &[Value]) -> Res {
    open(vm, &a[0])?;
    let message = "underlying stream is not seekable";
    Err(vm.raise_new(&unsupported_class(vm), message))
}

fn readable<'a>(vm: &Vm, value: &'a Value) -> Res<&'a Ref<Stream>> {
    let stream = open(vm, value)?;
    if stream.which != Which::In {
        return Err(vm.raise_new(&unsupported_class(vm), "not readable"));
    }
    Ok(stream)
}

/// The number in the first argument; `None`: absent, `None` or negative.
fn size(vm: &Vm, a: &[Value]) -> Res<Option<usize>> {
    match a.get(1).and_then(Value::given) {
        None | Some(Value::None) => Ok(None),
        Some(size) => Ok(usize::try_from(vm.index_size(size)?).ok()),
    }
}

fn write(vm: &Vm, stream: &Stream, value: &Value) -> Res {
    if stream.which == Which::In {
        return Err(vm.raise_new(&unsupported_class(vm), "not writable"));
    }
    let count = match (vm.unwrapped(value), stream.is_binary) {
        (Value::Str(text), false) => {
            let changed = stream.coding.borrow().clone();
            match changed {
                None => write_text(vm, stream.which, &text)?,
                Some((encoding, errors)) => {
                    let bytes = vm.encode(&text, &encoding, &errors)?;
                    write_bytes(vm, stream.which, &bytes)?;
                }
            }
            text.len()
        }
        (_, false) => {
            let class = vm.class_name(value);
            return Err(vm.type_error(&format!("write() argument must be str, not {class}")));
        }
        (plain, true) => {
            let bytes = vm.expect_buffer(&plain)?;
            let written = match stream.which {
                Which::Err => vm.output.err(&bytes),
                Which::In | Which::Out => vm.output.below(&bytes),
            };
            written.map_err(|error| vm.output_error(&error))?;
            bytes.len()
        }
    };
    Ok(Value::from(count))
}

/// Writes text to one of the output streams.
pub fn write_text(vm: &Vm, which: Which, text: &Ref<Str>) -> Res<()> {
    let bytes = encoded(vm, which, text)?;
    write_bytes(vm, which, &bytes)
}

fn write_bytes(vm: &Vm, which: Which, bytes: &[u8]) -> Res<()> {
    match which {
        Which::Err => vm
            .output
            .err(bytes)
            .map_err(|error| vm.output_error(&error)),
        Which::In | Which::Out => vm.write_out(bytes),
    }
}

/// The bytes of text on a stream: lone surrogates are escaped, pass as the bytes they stand for, or are refused.
pub fn encoded<'a>(vm: &Vm, which: Which, text: &'a Ref<Str>) -> Res<Cow<'a, [u8]>> {
    if text.as_str().is_some() {
        return Ok(Cow::Borrowed(text.bytes()));
    }
    vm.encode(text, "utf-8", errors(vm, which)).map(Cow::Owned)
}

/// What becomes of what cannot be encoded.
fn errors(vm: &Vm, which: Which) -> &'static str {
    match which {
        Which::Err => "backslashreplace",
        _ if vm.extension::<Streams>().lets_surrogates_pass.get() => "surrogateescape",
        _ => "strict",
    }
}

fn reconfigure(vm: &Vm, a: &[Value]) -> Res {
    let stream = open(vm, &a[0])?;
    let text = |place: usize| match a.get(place).and_then(Value::given) {
        None | Some(Value::None) => Ok(None),
        Some(name) => vm.str(name).map(Some),
    };
    let (encoding, errors) = (text(1)?, text(2)?);
    if encoding.is_some() || errors.is_some() {
        if stream.which == Which::Out {
            vm.flush_out()?;
        }
        let old = stream.coding(vm);
        // Another encoding is strict unless it is said otherwise.
        let errors = errors.unwrap_or(match encoding {
            Some(_) => "strict".to_owned(),
            None => old.1,
        });
        let encoding = encoding.unwrap_or(old.0);
        vm.encode(&Ref::new(Str::from("")), &encoding, &errors)?;
        *stream.coding.borrow_mut() = Some((encoding, errors));
    }
    if stream.which == Which::Out
        && let Some(wanted) = a
            .get(4)
            .and_then(Value::given)
            .filter(|wanted| !wanted.is_none())
    {
        vm.flush_out()?;
        let line = vm.truth(wanted)?;
        vm.output.set_buffering(if line {
            Buffering::Line
        } else {
            Buffering::Block
        });
    }
    Ok(Value::None)
}

impl Stream {
    fn name(&self) -> &'static str {
        match self.which {
            Which::In => "<stdin>",
            Which::Out => "<stdout>",
            Which::Err => "<stderr>",
        }
    }

    /// The encoding, and what becomes of what cannot be encoded.
    fn coding(&self, vm: &Vm) -> (String, String) {
        let usual = || ("utf-8".to_owned(), errors(vm, self.which).to_owned());
        self.coding.borrow().clone().unwrap_or_else(usual)
    }

    /// What was read, as the stream gives it.
    fn result(&self, vm: &Vm, bytes: Vec<u8>) -> Res {
        if self.is_binary {
            return Ok(Value::from(Bytes::new(bytes)));
        }
        let changed = self.coding.borrow().clone();
        if let Some((encoding, errors)) = changed {
            let text = vm.decode(&bytes, &encoding, &errors)?;
            return Ok(Value::from(Ref::new(Str::from_wtf8(text))));
        }
        text(vm, bytes)
    }
}

/// Bytes of standard input as text.
pub fn text(vm: &Vm, bytes: Vec<u8>) -> Res {
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Value::from(text)),
        Err(error) => {
            let text = vm.decode(error.as_bytes(), "utf-8", errors(vm, Which::In))?;
            Ok(Value::from(Ref::new(Str::from_wtf8(text))))
        }
    }
}

impl Object for Stream {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        let streams = vm.extension::<Streams>();
        let types = &vm.types;
        let (cell, def, base): (_, &'static TypeDef, _) = match (self.is_binary, self.which) {
            (false, _) => (&streams.text_class, &TEXT, &types.text_io_wrapper),
            (true, Which::In) => (&streams.reader_class, &READER, &types.buffered_reader),
            (true, _) => (&streams.writer_class, &WRITER, &types.buffered_writer),
        };
        cell.get_or_init(|| Class::builtin(vm.name(def.name), def, Some(base)))
            .clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        if let Some(dict) = self.dict.get() {
            visit(&Value::Dict(dict));
        }
    }

    fn clear(&self) {
        drop(self.dict.take());
    }

    fn repr(&self, vm: &Vm, _this: &Value) -> Res<Option<String>> {
        let (name, encoding) = (self.name(), self.coding(vm).0);
        Ok(Some(match (self.which, self.is_binary) {
            (Which::In, false) => {
                format!("<_io.TextIOWrapper name='{name}' mode='r' encoding='{encoding}'>")
            }
            (_, false) => {
                format!("<_io.TextIOWrapper name='{name}' mode='w' encoding='{encoding}'>")
            }
            (Which::In, true) => format!("<_io.BufferedReader name='{name}'>"),
            (_, true) => format!("<_io.BufferedWriter name='{name}'>"),
        }))
    }

    fn iter(&self, _vm: &Vm, this: &Value) -> Res<Option<Value>> {
        Ok(Some(this.clone()))
    }

    fn is_iterator(&self) -> bool {
        true
    }

    fn next(&self, vm: &Vm, this: &Value) -> Res<Option<Value>> {
        readable(vm, this)?;
        let line = read_line(vm)?;
        if line.is_empty() {
            Ok(None)
        } else {
            self.result(vm, line).map(Some)
        }
    }

    fn attributes(&self, create: bool) -> Option<Ref<Dict>> {
        if create && self.dict.get().is_none() {
            self.dict.set(Some(Dict::new()));
        }
        self.dict.get()
    }
}

impl Vm {
    /// What `sys.stdout`, `sys.stderr` or `sys.stdin` is now; nothing if the script has not touched it.
    pub fn replaced_stream(&self, which: Which) -> Res<Option<Value>> {
        let names = &self.names;
        let Some(sys) = self.modules.get_name(&names.sys) else {
            return Ok(None);
        };
        let name: &Name = match which {
            Which::In => &names.stdin,
            Which::Out => &names.stdout,
            Which::Err => &names.stderr,
        };
        let found = self.get_attribute_opt(&sys, name)?;
        Ok(found.filter(|stream| !is_own(stream, which)))
    }
}
