//! The standard streams as scripts see them: `sys.stdin`, `sys.stdout` and `sys.stderr`. Text goes through
//! `interp/output.rs`; files are another module's.

use crate::interp::{Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::{CloneCell, Ref};
use crate::objects::dict::Dict;
use crate::objects::list::List;
use crate::objects::native::{GetterDef, NativeDef, getter, native};
use crate::objects::object::Object;
use crate::objects::str::{Name, Str};
use crate::objects::value::Value;
use crate::text::wtf8;
use std::cell::{Cell, OnceCell, RefCell};
use std::io::{self, BufRead, BufReader, Read};

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
    dict: CloneCell<Option<Ref<Dict>>>,
}

/// The streams of an interpreter.
#[derive(Default)]
pub struct Streams {
    text_class: OnceCell<Ref<Class>>,
    binary_class: OnceCell<Ref<Class>>,
    made: RefCell<[Value; 3]>,
    input: RefCell<Option<Box<dyn BufRead>>>,
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
    let streams = vm.extension::<Streams>();
    let mut made = streams.made.borrow_mut();
    let place = &mut made[which as usize];
    if place.is_undef() {
        *place = new(which, false);
    }
    place.clone()
}

fn new(which: Which, is_binary: bool) -> Value {
    Value::from(Ref::new(Stream {
        which,
        is_binary,
        is_closed: Cell::new(false),
        dict: CloneCell::new(None),
    }))
}

/// Whether a value is the interpreter's own object for a standard stream, and open.
pub fn is_own(value: &Value, which: Which) -> bool {
    value
        .downcast::<Stream>()
        .is_some_and(|stream| stream.which == which && !stream.is_binary && !stream.is_closed.get())
}

const TEXT: TypeDef = TypeDef {
    name: "TextIOWrapper",
    module: "_io",
    doc: "A stream of text.",
    methods: METHODS,
    getters: &[
        NAME,
        MODE,
        CLOSED,
        getter("encoding", "The encoding.", |_, _| Ok(Value::str("utf-8"))),
        getter(
            "errors",
            "What becomes of what cannot be encoded.",
            |vm, s| {
                Ok(Value::str(if of(vm, s)?.which == Which::Err {
                    "backslashreplace"
                } else {
                    "strict"
                }))
            },
        ),
        getter("newlines", "Which line ends were met.", |_, _| {
            Ok(Value::None)
        }),
        getter(
            "line_buffering",
            "Whether each line is handed on at once.",
            |vm, s| {
                Ok(Value::bool(match of(vm, s)?.which {
                    Which::In => false,
                    Which::Out => vm.output.buffering() == crate::interp::output::Buffering::Line,
                    Which::Err => true,
                }))
            },
        ),
        getter(
            "write_through",
            "Whether all is handed on at once.",
            |_, _| Ok(Value::bool(false)),
        ),
        getter("buffer", "The stream of bytes below.", |vm, s| {
            Ok(new(of(vm, s)?.which, true))
        }),
    ],
    slots: &["__iter__", "__next__", "__repr__"],
    ..TypeDef::PLAIN
};

const BINARY: TypeDef = TypeDef {
    name: "BufferedWriter",
    module: "_io",
    doc: "A stream of bytes.",
    methods: METHODS,
    getters: &[NAME, MODE, CLOSED],
    slots: &["__iter__", "__next__", "__repr__"],
    ..TypeDef::PLAIN
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
        "Reads so many characters, or all.",
        |vm, a| {
            let stream = readable(vm, &a[0])?;
            let size = match a.get(1).and_then(Value::given) {
                None | Some(Value::None) => -1,
                Some(size) => vm.index_usize(size)?,
            };
            stream.result(vm, read(vm, usize::try_from(size).ok())?)
        },
    ),
    native("readline", "(size=-1, /)", "Reads one line.", |vm, a| {
        let stream = readable(vm, &a[0])?;
        stream.result(vm, read_line(vm)?)
    }),
    native("readlines", "(hint=-1, /)", "Reads all lines.", |vm, a| {
        let stream = readable(vm, &a[0])?;
        let mut lines = Vec::new();
        loop {
            let line = read_line(vm)?;
            if line.is_empty() {
                return Ok(Value::from(List::new(lines)));
            }
            lines.push(stream.result(vm, line)?);
        }
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
    Ok(stream)
}

fn readable<'a>(vm: &Vm, value: &'a Value) -> Res<&'a Ref<Stream>> {
    let stream = open(vm, value)?;
    if stream.which != Which::In {
        let io = vm
            .import("io", 0)
            .and_then(|io| vm.get_attribute(&io, &vm.name("UnsupportedOperation")));
        return Err(match io {
            Ok(Value::Class(class)) => vm.raise_new(&class, "not readable"),
            _ => {
                drop(vm.thread.raised.take());
                vm.raise_new(&vm.types.os_error, "not readable")
            }
        });
    }
    Ok(stream)
}

fn write(vm: &Vm, stream: &Stream, value: &Value) -> Res {
    if stream.which == Which::In {
        return Err(vm.raise_new(&vm.types.os_error, "not writable"));
    }
    let plain = vm.unwrapped(value);
    let count = match (&plain, stream.is_binary) {
        (Value::Str(text), false) => {
            write_text(vm, stream.which, text)?;
            text.len()
        }
        (Value::Str(_), true) => {
            return Err(vm.type_error("a bytes-like object is required, not 'str'"));
        }
        (_, false) => {
            let class = vm.class_name(value);
            return Err(vm.type_error(&format!("write() argument must be str, not {class}")));
        }
        (_, true) => {
            let mut bytes = Vec::new();
            for item in vm.collect(&plain)? {
                bytes.push(u8::try_from(vm.index_usize(&item)?).unwrap_or(0));
            }
            write_bytes(vm, stream.which, &bytes)?;
            bytes.len()
        }
    };
    Ok(Value::from(count))
}

/// Writes text to one of the output streams. Lone surrogates are refused by standard output, escaped by standard error.
pub fn write_text(vm: &Vm, which: Which, text: &Ref<Str>) -> Res<()> {
    if text.as_str().is_some() {
        return write_bytes(vm, which, text.bytes());
    }
    let mut escaped = String::new();
    for (index, code) in wtf8::code_points(text.bytes()).enumerate() {
        match char::from_u32(code) {
            Some(character) => escaped.push(character),
            None if which == Which::Err => escaped.push_str(&format!("\\u{code:04x}")),
            None => {
                return Err(vm.encode_error(
                    "utf-8",
                    text,
                    index,
                    index + 1,
                    "surrogates not allowed",
                ));
            }
        }
    }
    write_bytes(vm, which, escaped.as_bytes())
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

fn reconfigure(vm: &Vm, a: &[Value]) -> Res {
    use crate::interp::output::Buffering;
    if of(vm, &a[0])?.which == Which::Out {
        if let Some(wanted) = a
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
    }
    Ok(Value::None)
}

/// Runs `action` on standard input; output that is held back goes out first, as one who answers has to see the question.
fn with_input<T>(vm: &Vm, action: impl FnOnce(&mut dyn BufRead) -> io::Result<T>) -> Res<T> {
    let streams = vm.extension::<Streams>();
    let mut input = streams.input.borrow_mut();
    let reader = input.get_or_insert_with(|| Box::new(BufReader::new(Interruptible)));
    let result = action(&mut **reader);
    drop(input);
    match result {
        Ok(read) => Ok(read),
        Err(_) if vm.interrupt.is_requested() => {
            vm.poll()?;
            Err(vm.raise_with(&vm.types.keyboard_interrupt, Vec::new()))
        }
        Err(error) => Err(vm.output_error(&error)),
    }
}

/// Standard input, given up when an interrupt is requested.
struct Interruptible;

impl Read for Interruptible {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let stdin = rustix::stdio::stdin();
        loop {
            let mut wanted = [rustix::event::PollFd::new(
                &stdin,
                rustix::event::PollFlags::IN,
            )];
            let span = rustix::event::Timespec {
                tv_sec: 0,
                tv_nsec: 50_000_000,
            };
            let ready = rustix::event::poll(&mut wanted, Some(&span))?;
            let interrupted = Vm::current().is_some_and(|vm| vm.interrupt.is_requested());
            if interrupted {
                return Err(io::Error::other("interrupted"));
            }
            if ready > 0 {
                return Ok(rustix::io::read(stdin, buffer)?);
            }
        }
    }
}

/// One line of standard input with its end; empty at the end of the input.
pub fn read_line(vm: &Vm) -> Res<Vec<u8>> {
    with_input(vm, |input| {
        let mut line = Vec::new();
        input.read_until(b'\n', &mut line)?;
        Ok(line)
    })
}

/// So many characters of standard input, or all that is left.
fn read(vm: &Vm, size: Option<usize>) -> Res<Vec<u8>> {
    with_input(vm, |input| {
        let mut bytes = Vec::new();
        let Some(size) = size else {
            input.read_to_end(&mut bytes)?;
            return Ok(bytes);
        };
        let mut left = size;
        while left > 0 {
            let mut first = [0];
            if input.read(&mut first)? == 0 {
                break;
            }
            bytes.push(first[0]);
            for _ in 1..wtf8::width(first[0]) {
                let mut more = [0];
                if input.read(&mut more)? == 0 {
                    break;
                }
                bytes.push(more[0]);
            }
            left -= 1;
        }
        Ok(bytes)
    })
}

impl Stream {
    fn name(&self) -> &'static str {
        match self.which {
            Which::In => "<stdin>",
            Which::Out => "<stdout>",
            Which::Err => "<stderr>",
        }
    }

    /// What was read, as the stream gives it.
    fn result(&self, vm: &Vm, bytes: Vec<u8>) -> Res {
        if self.is_binary {
            return Ok(crate::objects::pending::bytes(&bytes));
        }
        let text = String::from_utf8(bytes).map_err(|error| {
            let at = error.utf8_error().valid_up_to();
            let bytes = crate::objects::pending::bytes(error.as_bytes());
            vm.decode_error("utf-8", bytes, at, at + 1, "invalid start byte")
        })?;
        Ok(Value::from(if text.contains('\r') {
            text.replace("\r\n", "\n").replace('\r', "\n")
        } else {
            text
        }))
    }
}

impl Object for Stream {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        let streams = vm.extension::<Streams>();
        let (cell, def): (_, &'static TypeDef) = if self.is_binary {
            (&streams.binary_class, &BINARY)
        } else {
            (&streams.text_class, &TEXT)
        };
        cell.get_or_init(|| Class::builtin(vm.name(def.name), def, Some(&vm.types.object)))
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

    fn repr(&self, _vm: &Vm, _this: &Value) -> Res<Option<String>> {
        let name = self.name();
        Ok(Some(match (self.which, self.is_binary) {
            (Which::In, false) => {
                format!("<_io.TextIOWrapper name='{name}' mode='r' encoding='utf-8'>")
            }
            (_, false) => format!("<_io.TextIOWrapper name='{name}' mode='w' encoding='utf-8'>"),
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
