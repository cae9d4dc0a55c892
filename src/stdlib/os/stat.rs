//! `os.stat` and its kin, and what they give.

use super::descriptor;
use super::path::{self, Place, checked, checked_plainly, flag, no_directory};
use crate::interp::{Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::Ref;
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
    doc: "stat_result: Result from stat, fstat, or lstat.",
    new: Some(native(
        "__new__",
        "(sequence, dict=None, /)",
        "Name the items of a sequence.",
        |vm, a| {
            let items = vm.collect(&a[1])?;
            if items.len() < 10 {
                let count = items.len();
                return Err(vm.type_error(&format!(
                    "os.stat_result() takes an at least 10-sequence ({count}-sequence given)"
                )));
            }
            Ok(Value::from(Tuple::new(items[..10].to_vec())))
        },
    )),
    methods: &[native("__repr__", "()", "Return repr(self).", |vm, a| {
        let mut parts = Vec::new();
        for (place, name) in NAMES.iter().enumerate() {
            parts.push(format!("{name}={}", vm.repr(&item(vm, &a[0], place)?)?));
        }
        Ok(Value::from(format!("os.stat_result({})", parts.join(", "))))
    })],
    getters: GETTERS,
    ..TypeDef::PLAIN
};

const GETTERS: &[GetterDef] = &[
    getter("st_mode", "protection bits", |vm, s| item(vm, s, 0)),
    getter("st_ino", "inode", |vm, s| item(vm, s, 1)),
    getter("st_dev", "device", |vm, s| item(vm, s, 2)),
    getter("st_nlink", "number of hard links", |vm, s| item(vm, s, 3)),
    getter("st_uid", "user ID of owner", |vm, s| item(vm, s, 4)),
    getter("st_gid", "group ID of owner", |vm, s| item(vm, s, 5)),
    getter("st_size", "total size, in bytes", |vm, s| item(vm, s, 6)),
];

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
    no_directory(vm, a, &[2])?;
    let answer = match path::place(vm, &a[1], "stat")? {
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
        "Perform a stat system call on the given path.",
        |vm, a| stat(vm, &[&[Value::None], a].concat()),
    ),
    native(
        "lstat",
        "(path, *, dir_fd=None)",
        "Perform a stat system call on the given path, without following symbolic links.",
        |vm, a| {
            no_directory(vm, a, &[1])?;
            let path = path::path(vm, &a[0], "lstat")?;
            let answer = checked(vm, rustix::fs::lstat(&path.system), &path)?;
            Ok(result(vm, &answer))
        },
    ),
    native(
        "fstat",
        "(fd)",
        "Perform a stat system call on the given file descriptor.",
        |vm, a| {
            let number = path::descriptor(vm, &a[0])?;
            Ok(result(vm, &fstat(vm, number)?))
        },
    ),
];
