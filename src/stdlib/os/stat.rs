//! `os.stat` and its kin, and what they give.

use super::descriptor;
use super::path::{self, Place, checked, checked_plainly, flag, given};
use crate::interp::{Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::Ref;
use crate::objects::dict::Dict;
use crate::objects::instance::Instance;
use crate::objects::native::{GetterDef, NativeDef, getter, native};
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use rustix::fs::Stat;
use std::cell::OnceCell;

#[derive(Default)]
struct StatResult(OnceCell<Ref<Class>>);

const NAMES: [&str; 10] = [
    "st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "st_atime",
    "st_mtime", "st_ctime",
];

const TYPE: TypeDef = TypeDef {
    name: "stat_result",
    module: "os",
    doc: "What the system tells of a file.",
    new: Some(native(
        "__new__",
        "(sequence, dict=None, /)",
        "Name the items of a sequence.",
        named,
    )),
    methods: &[
        native("__reduce__", "()", "How it is made again.", reduced),
        native("__repr__", "()", "Return repr(self).", |vm, a| {
            let mut parts = Vec::new();
            for (place, name) in NAMES.iter().enumerate() {
                parts.push(format!("{name}={}", vm.repr(&item(vm, &a[0], place)?)?));
            }
            Ok(Value::from(format!("os.stat_result({})", parts.join(", "))))
        }),
    ],
    getters: GETTERS,
    ..TypeDef::PLAIN
};

/// How a result is made again.
fn reduced(vm: &Vm, a: &[Value]) -> Res {
    let more = Dict::new();
    for name in MORE {
        more.set_name(&vm.name(name), told(vm, &a[0], name)?);
    }
    let arguments = vec![vm.unwrapped(&a[0]), Value::from(more)];
    let class = Value::Class(vm.class_of(&a[0]));
    Ok(Value::from(Tuple::new(vec![
        class,
        Value::from(Tuple::new(arguments)),
    ])))
}

/// What is told beside the items, in the order in which a longer sequence gives it.
const MORE: [&str; 9] = [
    "st_atime",
    "st_mtime",
    "st_ctime",
    "st_atime_ns",
    "st_mtime_ns",
    "st_ctime_ns",
    "st_blksize",
    "st_blocks",
    "st_rdev",
];

/// `os.stat_result(sequence, dict={})`
fn named(vm: &Vm, a: &[Value]) -> Res {
    let items = vm.collect(&a[1])?;
    let count = items.len();
    let (kind, wanted) = if count < NAMES.len() {
        ("least", NAMES.len())
    } else {
        ("most", NAMES.len() + MORE.len())
    };
    if count < NAMES.len() || count > wanted {
        return Err(vm.type_error(&format!(
            "os.stat_result() takes an at {kind} {wanted}-sequence ({count}-sequence given)"
        )));
    }
    let Value::Class(class) = &a[0] else {
        return Err(vm.descriptor_error("type", &a[0]));
    };
    let tuple = Value::from(Tuple::new(items[..NAMES.len()].to_vec()));
    let made = Instance::wrapping(vm, class, tuple);
    for (name, value) in MORE.iter().zip(&items[NAMES.len()..]) {
        made.set(vm, &vm.name(name), value.clone());
    }
    if let Some(more) = given(a, 2) {
        for name in MORE {
            if vm.contains(more, &Value::str(name))? {
                let value = vm.get_item(more, &Value::str(name))?;
                made.set(vm, &vm.name(name), value);
            }
        }
    }
    Ok(Value::Instance(made))
}

const GETTERS: &[GetterDef] = &[
    getter("st_mode", "protection bits", |vm, s| item(vm, s, 0)),
    getter("st_ino", "inode", |vm, s| item(vm, s, 1)),
    getter("st_dev", "device", |vm, s| item(vm, s, 2)),
    getter("st_nlink", "number of hard links", |vm, s| item(vm, s, 3)),
    getter("st_uid", "user ID of owner", |vm, s| item(vm, s, 4)),
    getter("st_gid", "group ID of owner", |vm, s| item(vm, s, 5)),
    getter("st_size", "total size, in bytes", |vm, s| item(vm, s, 6)),
    getter("st_atime", "time of last access", |vm, s| {
        timed(vm, s, "st_atime", 7)
    }),
    getter("st_mtime", "time of last modification", |vm, s| {
        timed(vm, s, "st_mtime", 8)
    }),
    getter("st_ctime", "time of last change", |vm, s| {
        timed(vm, s, "st_ctime", 9)
    }),
    getter(
        "st_atime_ns",
        "when it was read last, in nanoseconds",
        |vm, s| told(vm, s, "st_atime_ns"),
    ),
    getter(
        "st_mtime_ns",
        "when it was written last, in nanoseconds",
        |vm, s| told(vm, s, "st_mtime_ns"),
    ),
    getter(
        "st_ctime_ns",
        "when anything of it was changed last, in nanoseconds",
        |vm, s| told(vm, s, "st_ctime_ns"),
    ),
    getter("st_blksize", "blocksize for filesystem I/O", |vm, s| {
        told(vm, s, "st_blksize")
    }),
    getter("st_blocks", "number of blocks allocated", |vm, s| {
        told(vm, s, "st_blocks")
    }),
    getter("st_rdev", "device type (if inode device)", |vm, s| {
        told(vm, s, "st_rdev")
    }),
];

/// What is not among the items; `None` where nobody told it.
fn told(vm: &Vm, value: &Value, name: &str) -> Res {
    match value {
        Value::Instance(instance) => Ok(instance.get(vm, &vm.name(name)).unwrap_or(Value::None)),
        _ => Ok(Value::None),
    }
}

/// A time with its fraction, else the whole seconds among the items.
fn timed(vm: &Vm, value: &Value, name: &str, place: usize) -> Res {
    match told(vm, value, name)? {
        Value::None => item(vm, value, place),
        time => Ok(time),
    }
}

fn item(vm: &Vm, value: &Value, place: usize) -> Res {
    match vm.unwrapped(value) {
        Value::Tuple(items) => Ok(items.items().get(place).cloned().unwrap_or(Value::None)),
        _ => Err(vm.descriptor_error("os.stat_result", value)),
    }
}

/// `os.stat_result`
pub fn class(vm: &Vm) -> Ref<Class> {
    let made = vm.extension::<StatResult>();
    let make = || Class::builtin(vm.name(TYPE.name), &TYPE, Some(&vm.types.tuple));
    let make = || {
        let class = make();
        for (name, count) in [
            ("n_fields", 19),
            ("n_sequence_fields", 10),
            ("n_unnamed_fields", 3),
        ] {
            class.dict(vm).set_name(&vm.name(name), Value::Int(count));
        }
        class
    };
    made.0.get_or_init(make).clone()
}

/// What a script sees of the system's answer.
pub fn result(vm: &Vm, stat: &Stat) -> Value {
    let times = [
        ("st_atime", stat.st_atime, stat.st_atime_nsec as i64),
        ("st_mtime", stat.st_mtime, stat.st_mtime_nsec as i64),
        ("st_ctime", stat.st_ctime, stat.st_ctime_nsec as i64),
    ];
    let mut items = vec![
        Value::Int(stat.st_mode.into()),
        Value::from(stat.st_ino as usize),
        Value::from(stat.st_dev as usize),
        Value::from(stat.st_nlink as usize),
        Value::Int(stat.st_uid.into()),
        Value::Int(stat.st_gid.into()),
        Value::Int(stat.st_size),
    ];
    items.extend(times.iter().map(|(_, seconds, _)| Value::Int(*seconds)));
    let instance = Instance::wrapping(vm, &class(vm), Value::from(Tuple::new(items)));
    for (name, seconds, nanoseconds) in times {
        let float = seconds as f64 + nanoseconds as f64 * 1e-9;
        instance.set(vm, &vm.name(name), Value::float(float));
        let whole = seconds
            .saturating_mul(1_000_000_000)
            .saturating_add(nanoseconds);
        instance.set(vm, &vm.name(&format!("{name}_ns")), Value::Int(whole));
    }
    let more = [
        ("st_blksize", stat.st_blksize),
        ("st_blocks", stat.st_blocks),
        ("st_rdev", stat.st_rdev as i64),
    ];
    for (name, number) in more {
        instance.set(vm, &vm.name(name), Value::Int(number));
    }
    Value::Instance(instance)
}

fn stat(vm: &Vm, a: &[Value]) -> Res {
    let answer = match path::place_at(vm, &a[1], "stat", a.get(2))? {
        Place::Path(path) if flag(vm, a, 3, true)? => {
            checked(vm, rustix::fs::stat(&path.system), &path)?
        }
        Place::Path(path) => checked(vm, rustix::fs::lstat(&path.system), &path)?,
        Place::Descriptor(number) => fstat(vm, number)?,
    };
    Ok(result(vm, &answer))
}

fn fstat(vm: &Vm, number: i32) -> Res<Stat> {
    checked_plainly(vm, descriptor::with(number, |file| rustix::fs::fstat(file)))
}

/// The rows of these functions.
pub const FUNCTIONS: &[NativeDef] = &[
    native(
        "stat",
        "(path, *, dir_fd=None, follow_symlinks=True)",
        "What the system tells of a file by its path.",
        |vm, a| stat(vm, &[&[Value::None], a].concat()),
    ),
    native(
        "lstat",
        "(path, *, dir_fd=None)",
        "What the system tells of a path itself, be it a link.",
        |vm, a| {
            let path = path::path_at(vm, &a[0], "lstat", a.get(1))?;
            let answer = checked(vm, rustix::fs::lstat(&path.system), &path)?;
            Ok(result(vm, &answer))
        },
    ),
    native(
        "fstat",
        "(fd)",
        "What the system tells of an open file.",
        |vm, a| {
            let number = path::descriptor(vm, &a[0])?;
            Ok(result(vm, &fstat(vm, number)?))
        },
    ),
];
