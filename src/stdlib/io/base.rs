//! The abstract classes of files: what all of them can do by the few operations that each has of its own. Classes of
//! scripts may derive from them.

use super::bytes::{ByteFile, put_into, room};
use super::text::TextFile;
use super::{closed, size, unsupported};
use crate::interp::{Res, Vm};
use crate::objects::bytes::Bytes;
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::{CloneCell, Ref};
use crate::objects::dict::Dict;
use crate::objects::list::List;
use crate::objects::native::{GetterDef, NativeDef, getter, native};
use crate::objects::object::Object;
use crate::objects::value::Value;
use std::cell::Cell;

/// The row of `io.IOBase`.
pub const BASE: TypeDef = TypeDef {
    name: "_IOBase",
    module: "_io",
    doc: "What all files have in common.",
    new: Some(NEW),
    methods: METHODS,
    getters: &[CLOSED],
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `io.RawIOBase`.
pub const RAW_BASE: TypeDef = TypeDef {
    name: "_RawIOBase",
    module: "_io",
    doc: "Files of bytes right above the system.",
    methods: &[
        native("read", "(size=-1, /)", "Read up to size bytes.", raw_read),
        native("readall", "()", "Read until EOF.", |vm, a| {
            let mut all = Vec::new();
            loop {
                let part = vm.call_method(&a[0], &vm.name("read"), &[Value::from(super::CHUNK)])?;
                if part.is_none() && all.is_empty() {
                    return Ok(Value::None);
                }
                let part = match part.is_none() {
                    true => Vec::new(),
                    false => vm.expect_buffer(&part)?,
                };
                if part.is_empty() {
                    return Ok(Value::from(Bytes::new(all)));
                }
                all.extend(part);
            }
        }),
    ],
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `io.BufferedIOBase`.
pub const BUFFERED_BASE: TypeDef = TypeDef {
    name: "_BufferedIOBase",
    module: "_io",
    doc: "Files of bytes that are read ahead and written later.",
    methods: &[
        native(
            "read",
            "(size=-1, /)",
            "At most n bytes, as many as come at once.",
            |vm, _| Err(unsupported(vm, "read")),
        ),
        native(
            "read1",
            "(size=-1, /)",
            "Read and return up to size bytes, with at most one read() call.",
            |vm, _| Err(unsupported(vm, "read1")),
        ),
        native(
            "readinto",
            "(buffer, /)",
            "Read bytes into a buffer.",
            |vm, a| read_into(vm, a, "readinto", "read"),
        ),
        native(
            "readinto1",
            "(buffer, /)",
            "Read bytes into a buffer.",
            |vm, a| read_into(vm, a, "readinto1", "read1"),
        ),
        native(
            "write",
            "(b, /)",
            "Write bytes, and tell how many were taken.",
            |vm, _| Err(unsupported(vm, "write")),
        ),
        native(
            "detach",
            "()",
            "Disconnect this buffer from its underlying raw stream.",
            |vm, _| Err(unsupported(vm, "detach")),
        ),
    ],
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `io.TextIOBase`.
pub const TEXT_BASE: TypeDef = TypeDef {
    name: "_TextIOBase",
    module: "_io",
    doc: "Files of text.",
    methods: &[
        native(
            "read",
            "(size=-1, /)",
            "At most so many characters.",
            |vm, _| Err(unsupported(vm, "read")),
        ),
        native(
            "readline",
            "(size=-1, /)",
            "Read until newline or EOF.",
            |vm, _| Err(unsupported(vm, "readline")),
        ),
        native("write", "(s, /)", "Write string s to stream.", |vm, _| {
            Err(unsupported(vm, "write"))
        }),
    ],
    getters: &[
        getter("encoding", "Encoding of the text stream.", |_, _| {
            Ok(Value::None)
        }),
        getter(
            "errors",
            "What becomes of bytes and characters that cannot be coded.",
            |_, _| Ok(Value::None),
        ),
        getter("newlines", "Line endings translated so far.", |_, _| {
            Ok(Value::None)
        }),
    ],
    is_base: true,
    ..TypeDef::PLAIN
};

const NEW: NativeDef = native(
    "__new__",
    "(*args, **kwargs)",
    "Make a new object. help(type) says what it takes.",
    |_, a| {
        let Value::Class(class) = &a[0] else {
            return Ok(Value::None);
        };
        Ok(Value::from(Ref::new(Plain {
            class: class.clone(),
            is_closed: Cell::new(false),
            dict: CloneCell::new(None),
        })))
    },
);

const CLOSED: GetterDef = getter("closed", "Whether the file is closed.", |vm, file| {
    Ok(Value::bool(of(vm, file)?.is_closed.get()))
});

const METHODS: &[NativeDef] = &[
    native("__iter__", "()", "Implement iter(self).", |vm, a| {
        check_open(vm, &a[0])?;
        Ok(a[0].clone())
    }),
    native("__next__", "()", "Implement next(self).", |vm, a| {
        let line = vm.call_method(&a[0], &vm.name("readline"), &[])?;
        if vm.truth(&line)? {
            Ok(line)
        } else {
            Err(vm.stop_iteration(Value::None))
        }
    }),
    native(
        "close",
        "()",
        "Write what is kept back, and close the file.\n\nIt can be closed already.",
        |vm, a| {
            let file = of(vm, &a[0])?;
            if file.is_closed.get() {
                return Ok(Value::None);
            }
            let flushed = vm.call_method(&a[0], &vm.names.flush, &[]);
            file.is_closed.set(true);
            flushed.map(|_| Value::None)
        },
    ),
    native(
        "flush",
        "()",
        "Flush write buffers, if applicable.",
        |vm, a| {
            check_open(vm, &a[0])?;
            Ok(Value::None)
        },
    ),
    native(
        "fileno",
        "()",
        "The number that the system knows the file by.",
        |vm, _| Err(unsupported(vm, "fileno")),
    ),
    native(
        "seek",
        "(offset, whence=0, /)",
        "Go to a place of the file, and tell which it is.",
        |vm, _| Err(unsupported(vm, "seek")),
    ),
    native("tell", "()", "Return current stream position.", |vm, a| {
        vm.call_method(&a[0], &vm.name("seek"), &[Value::Int(0), Value::Int(1)])
    }),
    native(
        "truncate",
        "(size=None, /)",
        "Truncate file to size bytes.",
        |vm, _| Err(unsupported(vm, "truncate")),
    ),
    native(
        "isatty",
        "()",
        "Whether somebody sits at the other end.",
        no,
    ),
    native("readable", "()", "Whether it can be read.", no),
    native("writable", "()", "Whether it can be written.", no),
    native(
        "seekable",
        "()",
        "Whether one can go to any place of it.",
        no,
    ),
    native("__del__", "()", "Closes what nobody closed.", |vm, a| {
        close_dropped(vm, &a[0]);
        Ok(Value::None)
    }),
    native("__enter__", "()", "", |vm, a| {
        check_open(vm, &a[0])?;
        Ok(a[0].clone())
    }),
    native("__exit__", "(*args)", "", |vm, a| {
        vm.call_method(&a[0], &vm.names.close, &[])?.discard();
        Ok(Value::None)
    }),
    native(
        "readline",
        "(size=-1, /)",
        "The next line, with its end.",
        read_line,
    ),
    native(
        "readlines",
        "(hint=-1, /)",
        "The lines that are left, in a list.",
        |vm, a| {
            let hint = size(vm, a, 1)?.filter(|&hint| hint > 0);
            let (mut lines, mut length) = (Vec::new(), 0);
            vm.for_each(&a[0], |line| {
                length += vm.len(&line)?;
                lines.push(line);
                Ok(hint.is_none_or(|hint| length < hint))
            })?;
            Ok(Value::from(List::new(lines)))
        },
    ),
    native(
        "writelines",
        "(lines, /)",
        "Write texts one after the other, as they are.",
        |vm, a| {
            check_open(vm, &a[0])?;
            vm.for_each(&a[1], |line| {
                vm.call_method(&a[0], &vm.names.write, &[line])?.discard();
                Ok(true)
            })?;
            Ok(Value::None)
        },
    ),
];

/// The object behind an instance of a script's class that derives from an abstract one.
struct Plain {
    class: Ref<Class>,
    is_closed: Cell<bool>,
    dict: CloneCell<Option<Ref<Dict>>>,
}

impl Object for Plain {
    fn class(&self, _vm: &Vm) -> Ref<Class> {
        self.class.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&Value::Class(self.class.clone()));
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
}

fn of(vm: &Vm, value: &Value) -> Res<Ref<Plain>> {
    vm.unwrapped(value)
        .downcast::<Plain>()
        .cloned()
        .ok_or_else(|| vm.descriptor_error("_io._IOBase", value))
}

/// Refuses to go on with a closed file, whatever its class says about that.
fn check_open(vm: &Vm, file: &Value) -> Res<()> {
    let state = vm.get_attribute(file, &vm.name("closed"))?;
    if vm.truth(&state)? {
        return Err(closed(vm));
    }
    Ok(())
}

/// Closes a file that nobody refers to any more, by its own method. What goes wrong then can only be reported.
pub fn close_dropped(vm: &Vm, file: &Value) {
    let is_closed = vm
        .get_attribute(file, &vm.name("closed"))
        .and_then(|state| vm.truth(&state));
    match is_closed {
        Ok(true) => return,
        Ok(false) => {}
        // What never was a whole file cannot say so.
        Err(_) => return vm.forget_raised(),
    }
    let plain = vm.unwrapped(file);
    if let Some(bytes) = plain.downcast::<ByteFile>() {
        bytes.warn_left_open(vm, file);
    } else if let Some(text) = plain.downcast::<TextFile>()
        && let Some(bytes) = text.bytes()
    {
        bytes.warn_left_open(vm, file);
    }
    match vm.call_method(file, &vm.names.close, &[]) {
        Ok(result) => result.discard(),
        Err(_) => vm.report_unraisable(&vm.take_raised(), file),
    }
}

fn no(_vm: &Vm, _a: &[Value]) -> Res {
    Ok(Value::bool(false))
}

fn raw_read(vm: &Vm, a: &[Value]) -> Res {
    let Some(size) = size(vm, a, 1)? else {
        return vm.call_method(&a[0], &vm.name("readall"), &[]);
    };
    let buffer = crate::objects::bytearray::ByteArray::new(vec![0; size]);
    let count = vm.call_method(&a[0], &vm.name("readinto"), &[Value::from(buffer.clone())])?;
    if count.is_none() {
        return Ok(Value::None);
    }
    let count = usize::try_from(vm.index_size(&count)?).unwrap_or(0);
    let data: Vec<u8> = buffer.borrow().iter().copied().take(count).collect();
    Ok(Value::from(Bytes::new(data)))
}

/// Fills a buffer by a method that gives bytes.
fn read_into(vm: &Vm, a: &[Value], method: &str, source: &str) -> Res {
    let room = room(vm, &a[1], method)?;
    let given = vm.call_method(&a[0], &vm.name(source), &[Value::from(room)])?;
    let Some(data) = crate::interp::convert::bytes_of(&vm.unwrapped(&given)) else {
        return Err(vm.type_error("read() should return bytes"));
    };
    let count = data.len();
    if count > room {
        return Err(vm.value_error(&format!(
            "read() returned too much data: {room} bytes requested, {count} returned"
        )));
    }
    Ok(put_into(vm, &a[1], &data))
}

/// A line, byte by byte by `read`.
fn read_line(vm: &Vm, a: &[Value]) -> Res {
    let most = size(vm, a, 1)?;
    let mut line = Vec::new();
    while most.is_none_or(|most| line.len() < most) {
        let part = vm.call_method(&a[0], &vm.name("read"), &[Value::Int(1)])?;
        let Some(part) = vm.buffer(&part) else {
            let class = vm.class_name(&part);
            return Err(vm.raise_new(
                &vm.types.os_error,
                &format!("read() should have returned a bytes object, not '{class}'"),
            ));
        };
        line.extend_from_slice(&part);
        if part.is_empty() || part.ends_with(b"\n") {
            break;
        }
        vm.poll()?;
    }
    Ok(Value::from(Bytes::new(line)))
}
