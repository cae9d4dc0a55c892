//! The classes of files of bytes as scripts see them: their rows, methods and arguments.

use super::lent::Lent;
use super::{Backing, ByteFile, Kind};
use crate::interp::{Args, Res, Vm};
use crate::objects::bytes::Bytes;
use crate::objects::class::TypeDef;
use crate::objects::counted::Ref;
use crate::objects::late;
use crate::objects::list::List;
use crate::objects::native::{GetterDef, NativeDef, getter, native};
use crate::objects::value::Value;
use crate::stdlib::io::below::Opening;
use crate::stdlib::io::open::How;
use crate::stdlib::io::{closed, size, state, unsupported};
use std::io;

/// The row of `io.BytesIO`.
pub const BYTES_IO: TypeDef = TypeDef {
    weakly_referable: true,
    name: "BytesIO",
    module: "_io",
    doc: "A file of bytes that is in memory.",
    new: Some(native(
        "__new__",
        "(*args, **kwargs)",
        "Make a new object. help(type) says what it takes.",
        |_, _| {
            let nothing = Backing::Memory(Vec::new());
            let file = ByteFile::new(Kind::Memory, nothing, Value::None, "rb+");
            Ok(Value::from(file))
        },
    )),
    init: Some(native(
        "__init__",
        "(initial_bytes=b'')",
        "Fill the object.",
        |vm, a| {
            let given = a.get(1).and_then(Value::given);
            let data = match given.filter(|data| !data.is_none()) {
                Some(data) => vm.expect_buffer(data)?,
                None => Vec::new(),
            };
            let file = of(vm, &a[0])?;
            file.check_unseen(vm)?;
            file.hold(data, 0);
            Ok(Value::None)
        },
    )),
    methods: MEMORY_METHODS,
    getters: &[CLOSED],
    slots: &["__iter__", "__next__"],
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `io.FileIO`.
pub const FILE_IO: TypeDef = TypeDef {
    weakly_referable: true,
    name: "FileIO",
    module: "_io",
    doc: "Open a file.",
    new: Some(native(
        "__new__",
        "(file, mode='r', closefd=True, opener=None)",
        "Make a new object. help(type) says what it takes.",
        |vm, a| {
            let mode = match a.get(2).and_then(Value::given) {
                Some(mode) => {
                    let which = "FileIO() argument 'mode'";
                    crate::objects::str_methods::str_argument(vm, mode, which)?
                        .lossy()
                        .into_owned()
                }
                None => "r".to_owned(),
            };
            crate::stdlib::io::open::check_raw_mode(vm, &mode)?;
            let how = How::of(vm, a.get(3), a.get(4))?;
            crate::stdlib::io::open::raw(vm, &a[1], &mode, &how).map(Value::from)
        },
    )),
    init: Some(native(
        "__init__",
        "(file, mode='r', closefd=True, opener=None)",
        "Name the file.",
        |vm, a| {
            let or = |place: usize, default: Value| {
                a.get(place)
                    .and_then(Value::given)
                    .cloned()
                    .unwrap_or(default)
            };
            let values = [
                a[1].clone(),
                or(2, Value::str("r")),
                or(3, Value::bool(true)),
                or(4, Value::None),
            ];
            let args = Args {
                values: &values,
                names: &[],
            };
            late::fill(vm, &a[0], args)?;
            vm.set_attribute(&a[0], &vm.names.name, a[1].clone())?;
            Ok(Value::None)
        },
    )),
    is_late: true,
    methods: METHODS,
    getters: RAW_GETTERS,
    slots: &["__iter__", "__next__", "__repr__"],
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `io.BufferedReader`.
pub const READER: TypeDef = buffered(
    "BufferedReader",
    "Reads ahead from a file of bytes.",
    |vm, a| over_raw(vm, a, Kind::Reader),
);
/// The row of `io.BufferedWriter`.
pub const WRITER: TypeDef = buffered(
    "BufferedWriter",
    "Writes to a file of bytes, many at a time.",
    |vm, a| over_raw(vm, a, Kind::Writer),
);
/// The row of `io.BufferedRandom`.
pub const RANDOM: TypeDef = buffered(
    "BufferedRandom",
    "Reads ahead and writes later, at any place of a file of bytes.",
    |vm, a| over_raw(vm, a, Kind::Random),
);

const fn buffered(name: &'static str, doc: &'static str, new: fn(&Vm, &[Value]) -> Res) -> TypeDef {
    TypeDef {
        weakly_referable: true,
        name,
        module: "_io",
        doc,
        new: Some(native(
            "__new__",
            "(raw, buffer_size=8192)",
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
    }
}

const CLOSED: GetterDef = getter("closed", "Whether it is closed.", |vm, file| {
    of(vm, file)?.is_closed_for(vm).map(Value::bool)
});

const RAW_GETTERS: &[GetterDef] = &[CLOSED, MODE, CLOSEFD];

const MODE: GetterDef = getter("mode", "How the file was opened.", |vm, file| {
    let own = of(vm, file)?;
    match own.below() {
        Some(below) => vm.get_attribute(below.object(), &vm.name("mode")),
        None => Ok(Value::str(own.mode)),
    }
});

const CLOSEFD: GetterDef = getter(
    "closefd",
    "Whether close() closes the descriptor as well.",
    |vm, file| Ok(Value::bool(of(vm, file)?.closes_descriptor())),
);

const GETTERS: &[GetterDef] = &[
    CLOSED,
    MODE,
    CLOSEFD,
    getter("name", "The name of the file.", |vm, file| {
        let own = of(vm, file)?;
        if let Some(below) = own.below() {
            return vm.get_attribute(below.object(), &vm.names.name);
        }
        match own.name.clone() {
            Value::None => Err(vm.no_attribute(file, &vm.names.name)),
            name => Ok(name),
        }
    }),
    getter("raw", "The file without its buffer.", |vm, file| {
        let below = of(vm, file)?.below();
        Ok(below.map_or_else(|| file.clone(), |below| below.object().clone()))
    }),
];

macro_rules! shared_methods {
    ($($more:expr),* $(,)?) => {
        &[
            native("read", "(size=-1, /)", "Read and return up to size bytes.", |vm, a| {
                let file = readable(vm, &a[0], "read")?;
                let size = read_size(vm, &file, a)?;
                match file.read(vm, size) {
                    Err(raised) if file.kind.get() == Kind::Raw => {
                        // What never waits has nothing yet.
                        vm.catch(raised, &vm.types.blocking_io_error)?;
                        Ok(Value::None)
                    }
                    Ok(data) if data.is_empty() && file.waits.take() => Ok(Value::None),
                    data => bytes(data?),
                }
            }),
            native("read1", "(size=-1, /)", "Read and return up to size bytes, with at most one read() call.", |vm, a| {
                let file = readable(vm, &a[0], "read1")?;
                let size = size(vm, a, 1)?;
                bytes(match file.kind.get() {
                    Kind::Memory => file.read(vm, size)?,
                    _ => file.read_once(vm, size.unwrap_or(file.chunk))?,
                })
            }),
            native("readall", "()", "All bytes that are left.", |vm, a| {
                bytes(readable(vm, &a[0], "read")?.read(vm, None)?)
            }),
            native("readinto", "(buffer, /)", "Read bytes into a buffer.", read_into),
            native("readinto1", "(buffer, /)", "Read bytes into a buffer.", read_into_once),
            native("detach", "()", "Disconnect this buffer from its underlying raw stream.", |vm, a| of(vm, &a[0])?.detach(vm)),
            native("readline", "(size=-1, /)", "The next line, in bytes.", |vm, a| {
                let file = readable(vm, &a[0], "readline")?;
                let size = size(vm, a, 1)?;
                bytes(file.read_line(vm, size)?)
            }),
            native("readlines", "(size=None, /)", "The lines that are left, in a list of bytes.", read_lines),
            native("peek", "(size=0, /)", "Return bytes without moving on.", |vm, a| {
                bytes(readable(vm, &a[0], "peek")?.peek(vm)?)
            }),
            native("write", "(b, /)", "Write bytes to file.", |vm, a| {
                let file = writable(vm, &a[0], "write")?;
                let data = required_buffer(vm, &a[1])?;
                file.write(vm, &data)?;
                Ok(Value::from(data.len()))
            }),
            native("writelines", "(lines, /)", "Write lines to the file.", |vm, a| {
                let file = writable(vm, &a[0], "write")?;
                vm.for_each(&a[1], |line| {
                    file.write(vm, &required_buffer(vm, &line)?)?;
                    Ok(true)
                })?;
                Ok(Value::None)
            }),
            native("seek", "(offset, whence=0, /)", "Move to a new file position.", |vm, a| {
                let whence = match a.get(2).and_then(Value::given) {
                    Some(whence) => vm.index_size(whence)?,
                    None => 0,
                };
                let file = open_file(vm, &a[0])?;
                file.seek(vm, vm.index_size(&a[1])?, whence).map(Value::from)
            }),
            native("tell", "()", "Current file position.", |vm, a| {
                open_file(vm, &a[0])?.tell(vm).map(Value::from)
            }),
            native("truncate", "(size=None, /)", "Cut the file off at a size.", |vm, a| {
                let file = writable(vm, &a[0], "truncate")?;
                let size = match crate::stdlib::io::length(vm, a)? {
                    Ok(Some(size)) => size as u64,
                    Ok(None) => file.tell(vm)? as u64,
                    Err(negative) if file.kind.get() == Kind::Memory => {
                        return Err(vm.value_error(&format!("negative size value {negative}")));
                    }
                    Err(_) => return Err(vm.os_error(&io::Error::from_raw_os_error(22), None)),
                };
                file.truncate(vm, size)?;
                Ok(Value::from(size as usize))
            }),
            native("flush", "()", "Flush write buffers, if applicable.", |vm, a| {
                if let Some(below) = open_file(vm, &a[0])?.below() {
                    below.ask(vm, "flush")?.discard();
                }
                Ok(Value::None)
            }),
            native("close", "()", "Close the file.", |vm, a| {
                let file = of(vm, &a[0])?;
                if !file.is_closed_for(vm)? {
                    let flushed = match file.kind.get() {
                        Kind::Memory => Ok(()),
                        _ => vm.call_method(&a[0], &vm.names.flush, &[]).map(Value::discard),
                    };
                    vm.finally(flushed, || file.shut(vm))?;
                }
                Ok(Value::None)
            }),
            native("fileno", "()", "Return the underlying file descriptor.", |vm, a| attached(vm, &a[0])?.descriptor(vm)),
            native("isatty", "()", "Whether a terminal is at the other end.", |vm, a| {
                attached(vm, &a[0])?.is_terminal(vm).map(Value::bool)
            }),
            native("readable", "()", "Whether it was opened to read.", |vm, a| {
                let file = attached(vm, &a[0])?;
                file.says(vm, "readable", file.can_read())
            }),
            native("writable", "()", "Whether it was opened to write.", |vm, a| {
                let file = attached(vm, &a[0])?;
                file.says(vm, "writable", file.can_write())
            }),
            native("seekable", "()", "Whether one can go to any place of it.", |vm, a| {
                let file = attached(vm, &a[0])?;
                file.says(vm, "seekable", file.can_seek())
            }),
            native("__enter__", "()", "", |vm, a| {
                open_file(vm, &a[0])?;
                Ok(a[0].clone())
            }),
            native("__exit__", "(*args)", "", |vm, a| {
                vm.call_method(&a[0], &vm.names.close, &[])?.discard();
                Ok(Value::None)
            }),
            $($more,)*
        ]
    };
}

const METHODS: &[NativeDef] = shared_methods!();

const MEMORY_METHODS: &[NativeDef] = shared_methods!(
    native(
        "getvalue",
        "()",
        "All bytes, wherever the file stands.",
        |vm, a| bytes(open_file(vm, &a[0])?.held())
    ),
    native(
        "getbuffer",
        "()",
        "All bytes, seen where they are; what is written there is in the file.",
        |vm, a| {
            let file = open_file(vm, &a[0])?;
            file.forget_ahead(vm)?;
            let lent = Value::from(Ref::new(Lent(file)));
            vm.call_with(&Value::Class(vm.types.memoryview.clone()), &[lent])
        }
    ),
    native("__getstate__", "()", "How a copy is made.", |vm, a| {
        let file = open_file(vm, &a[0])?;
        let place = file.tell(vm)?;
        let (data, attributes) = (bytes(file.held())?, state::attributes(vm, &a[0]));
        Ok(vm.tuple(vec![data, Value::from(place), attributes]))
    }),
    native(
        "__setstate__",
        "(state, /)",
        "Take over what another was.",
        |vm, a| {
            let file = open_file(vm, &a[0])?;
            let parts = state::parts(vm, a, 3)?;
            let [data, place, attributes, ..] = parts.items() else {
                return Ok(Value::None);
            };
            let data = vm.expect_buffer(data)?;
            file.check_unseen(vm)?;
            file.hold(
                data,
                state::position(vm, place, "second item of state must be an integer, not")?,
            );
            state::set_attributes(vm, &a[0], attributes, "third")?;
            Ok(Value::None)
        }
    ),
);

/// A buffered file over a raw one of any class.
fn over_raw(vm: &Vm, a: &[Value], kind: Kind) -> Res {
    let (mode, needed): (_, &[&str]) = match kind {
        Kind::Reader => ("rb", &["readable"]),
        Kind::Writer => ("wb", &["writable"]),
        Kind::Memory | Kind::Raw | Kind::Random => ("rb+", &["seekable", "readable", "writable"]),
    };
    let Opening { below, chunk, name } = Opening::of(vm, a, needed)?;
    let backing = Backing::Below(below);
    Ok(Value::from(ByteFile::by_chunks(
        chunk, kind, backing, name, mode,
    )))
}

fn of(vm: &Vm, value: &Value) -> Res<Ref<ByteFile>> {
    ByteFile::of(vm, value).ok_or_else(|| vm.descriptor_error("_io.BufferedReader", value))
}

/// A file that has not given up what it stands on, which answers for itself.
fn attached(vm: &Vm, value: &Value) -> Res<Ref<ByteFile>> {
    let file = of(vm, value)?;
    if file.is_closed() {
        return Err(closed(vm));
    }
    Ok(file)
}

fn open_file(vm: &Vm, value: &Value) -> Res<Ref<ByteFile>> {
    let file = of(vm, value)?;
    if file.is_closed_for(vm)? {
        return Err(closed(vm));
    }
    Ok(file)
}

fn readable(vm: &Vm, value: &Value, what: &str) -> Res<Ref<ByteFile>> {
    let file = of(vm, value)?;
    if file.is_closed_for(vm)? {
        return Err(match file.kind.get() {
            Kind::Memory | Kind::Raw => closed(vm),
            _ => vm.value_error("read of closed file"),
        });
    }
    match file.kind.get() {
        _ if file.can_read() => Ok(file),
        Kind::Raw => Err(unsupported(vm, "File not open for reading")),
        _ => Err(unsupported(vm, what)),
    }
}

fn writable(vm: &Vm, value: &Value, what: &str) -> Res<Ref<ByteFile>> {
    let file = of(vm, value)?;
    if file.is_closed_for(vm)? {
        return Err(match file.kind.get() {
            Kind::Memory | Kind::Raw => closed(vm),
            _ => vm.value_error("write to closed file"),
        });
    }
    match file.kind.get() {
        _ if file.can_write() => Ok(file),
        Kind::Raw => Err(unsupported(vm, "File not open for writing")),
        _ => Err(unsupported(vm, what)),
    }
}

/// How many bytes `read` is asked for. What has a buffer takes no other negative number than -1 for all.
fn read_size(vm: &Vm, file: &ByteFile, a: &[Value]) -> Res<Option<usize>> {
    let size = size(vm, a, 1)?;
    let given = a.get(1).and_then(Value::given);
    if size.is_none()
        && !matches!(file.kind.get(), Kind::Memory | Kind::Raw)
        && given.is_some_and(|size| !matches!(size, Value::None | Value::Int(-1)))
    {
        return Err(vm.value_error("read length must be non-negative or -1"));
    }
    Ok(size)
}

fn required_buffer(vm: &Vm, value: &Value) -> Res<Vec<u8>> {
    match vm.buffer(&vm.unwrapped(value)) {
        Some(data) => Ok(data),
        None => {
            let class = vm.class_name(value);
            Err(vm.type_error(&format!("a bytes-like object is required, not '{class}'")))
        }
    }
}

fn bytes(data: Vec<u8>) -> Res {
    Ok(Value::from(Bytes::new(data)))
}

/// How many bytes a writable bytes-like object has room for.
pub fn room(vm: &Vm, target: &Value, method: &str) -> Res<usize> {
    let mut room = None;
    vm.lend_buffer(target, &mut |bytes| room = Some(bytes.len()));
    room.ok_or_else(|| {
        let class = vm.class_name(target);
        vm.type_error(&format!(
            "{method}() argument must be read-write bytes-like object, not {class}"
        ))
    })
}

/// Puts what was read at the beginning of a writable bytes-like object, which may have become smaller meanwhile.
pub fn put_into(vm: &Vm, target: &Value, data: &[u8]) -> Value {
    vm.lend_buffer(target, &mut |bytes| {
        let count = bytes.len().min(data.len());
        bytes[..count].copy_from_slice(&data[..count]);
    });
    Value::from(data.len())
}

/// `readinto(buffer)`
fn read_into(vm: &Vm, a: &[Value]) -> Res {
    let file = readable(vm, &a[0], "readinto")?;
    let room = room(vm, &a[1], "readinto")?;
    let data = match file.read(vm, Some(room)) {
        Err(raised) if file.kind.get() == Kind::Raw => {
            // What never waits has nothing yet.
            vm.catch(raised, &vm.types.blocking_io_error)?;
            return Ok(Value::None);
        }
        data => data?,
    };
    Ok(put_into(vm, &a[1], &data))
}

/// `readinto1(buffer)`
fn read_into_once(vm: &Vm, a: &[Value]) -> Res {
    let file = readable(vm, &a[0], "readinto1")?;
    let room = room(vm, &a[1], "readinto1")?;
    let data = match file.kind.get() {
        Kind::Memory => file.read(vm, Some(room))?,
        _ => file.read_once(vm, room)?,
    };
    Ok(put_into(vm, &a[1], &data))
}

fn read_lines(vm: &Vm, a: &[Value]) -> Res {
    let file = readable(vm, &a[0], "readline")?;
    let hint = size(vm, a, 1)?.filter(|&hint| hint > 0);
    let (mut lines, mut length) = (Vec::new(), 0);
    loop {
        let line = file.read_line(vm, None)?;
        if line.is_empty() {
            break;
        }
        length += line.len();
        lines.push(Value::from(Bytes::new(line)));
        if hint.is_some_and(|hint| length >= hint) {
            break;
        }
        vm.poll()?;
    }
    Ok(Value::from(List::new(lines)))
}
