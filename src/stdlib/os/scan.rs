//! `os.listdir` and `os.scandir`.

use super::path::{self, Path, checked, failed, flag, given};
use super::stat;
use crate::interp::{Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::Ref;
use crate::objects::generic_alias::CLASS_GETITEM;
use crate::objects::list::List;
use crate::objects::native::{NativeDef, getter, native};
use crate::objects::object::Object;
use crate::objects::value::Value;
use std::cell::{OnceCell, RefCell};
use std::ffi::OsString;
use std::fs::{DirEntry, FileType, ReadDir};

#[derive(Default)]
struct Types {
    entry: OnceCell<Ref<Class>>,
    iterator: OnceCell<Ref<Class>>,
}

/// The directory that an optional argument names.
fn directory(vm: &Vm, a: &[Value], function: &str) -> Res<Path> {
    match given(a, 0) {
        Some(value) if vm.is_index(value) => {
            let number = path::descriptor(vm, value)?;
            let found = super::descriptor::with(number, |file| rustix::io::fcntl_getfd(file));
            path::checked_plainly(vm, found)?;
            Ok(Path {
                system: OsString::from(format!("/dev/fd/{number}")),
                shown: value.clone(),
                is_bytes: false,
            })
        }
        Some(value) => {
            let kinds = "string, bytes, os.PathLike, integer or None";
            path::path_named(vm, value, function, "path", kinds)
        }
        None => Ok(Path {
            system: OsString::from("."),
            shown: Value::str("."),
            is_bytes: false,
        }),
    }
}

/// The rows of these functions.
pub const FUNCTIONS: &[NativeDef] = &[
    native(
        "listdir",
        "(path=None)",
        "The names in a directory, in a list.",
        |vm, a| {
            let path = directory(vm, a, "listdir")?;
            let entries = checked(vm, std::fs::read_dir(&path.system), &path)?;
            let mut names = Vec::new();
            for entry in entries {
                let entry = checked(vm, entry, &path)?;
                names.push(path::name(vm, &entry.file_name(), path.is_bytes)?);
            }
            Ok(Value::from(List::new(names)))
        },
    ),
    native(
        "scandir",
        "(path=None)",
        "The entries of a directory, one by one.",
        |vm, a| {
            let path = directory(vm, a, "scandir")?;
            let entries = checked(vm, std::fs::read_dir(&path.system), &path)?;
            Ok(Value::from(Ref::new(Scan {
                entries: RefCell::new(Some(entries)),
                path,
            })))
        },
    ),
];

/// `os.DirEntry`
pub fn entry_class(vm: &Vm) -> Ref<Class> {
    let make = || Class::builtin(vm.name(ENTRY.name), &ENTRY, Some(&vm.types.object));
    vm.extension::<Types>().entry.get_or_init(make).clone()
}

/// An iterator over a directory.
struct Scan {
    entries: RefCell<Option<ReadDir>>,
    path: Path,
}

impl Scan {
    fn of(vm: &Vm, value: &Value) -> Res<Ref<Scan>> {
        match value.downcast::<Scan>() {
            Some(scan) => Ok(scan.clone()),
            None => Err(vm.descriptor_error("posix.ScandirIterator", value)),
        }
    }

    fn close(vm: &Vm, value: &Value) -> Res {
        let old = Scan::of(vm, value)?.entries.take();
        drop(old);
        Ok(Value::None)
    }
}

const SCAN: TypeDef = TypeDef {
    name: "ScandirIterator",
    module: "posix",
    methods: &[
        native("close", "()", "Close the iterator.", |vm, a| {
            Scan::close(vm, &a[0])
        }),
        native("__enter__", "()", "The iterator itself.", |_, a| {
            Ok(a[0].clone())
        }),
        native("__exit__", "(*args)", "Close the iterator.", |vm, a| {
            Scan::close(vm, &a[0])
        }),
    ],
    slots: &["__iter__", "__next__"],
    ..TypeDef::PLAIN
};

impl Object for Scan {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        let make = || Class::builtin(vm.name(SCAN.name), &SCAN, Some(&vm.types.object));
        vm.extension::<Types>().iterator.get_or_init(make).clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.path.shown);
    }

    /// A path closes no cycle.
    fn clear(&self) {}

    fn iter(&self, _vm: &Vm, this: &Value) -> Res<Option<Value>> {
        Ok(Some(this.clone()))
    }

    fn is_iterator(&self) -> bool {
        true
    }

    fn next(&self, vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        let entry = match self.entries.borrow_mut().as_mut() {
            Some(entries) => entries.next(),
            None => None,
        };
        let Some(entry) = entry else {
            let old = self.entries.take();
            drop(old);
            return Ok(None);
        };
        let entry = checked(vm, entry, &self.path)?;
        let is_bytes = self.path.is_bytes;
        let name = path::name(vm, &entry.file_name(), is_bytes)?;
        // Below a descriptor there is no path but the name.
        let path = match &self.path.shown {
            Value::Int(_) => name.clone(),
            _ => path::name(vm, entry.path().as_os_str(), is_bytes)?,
        };
        Ok(Some(Value::from(Ref::new(Entry {
            name,
            path,
            kind: entry.file_type().ok(),
            entry,
            stats: RefCell::default(),
        }))))
    }
}

/// One entry of a directory.
struct Entry {
    name: Value,
    path: Value,
    kind: Option<FileType>,
    entry: DirEntry,
    /// The answers of `stat`: following links, and not.
    stats: RefCell<[Option<Value>; 2]>,
}

impl Entry {
    fn of(vm: &Vm, value: &Value) -> Res<Ref<Entry>> {
        match value.downcast::<Entry>() {
            Some(entry) => Ok(entry.clone()),
            None => Err(vm.descriptor_error("os.DirEntry", value)),
        }
    }

    /// The kind of file, following links if so; `None`: there is no such file.
    fn kind(&self, follow: bool) -> Option<FileType> {
        match self.kind {
            Some(kind) if !follow || !kind.is_symlink() => Some(kind),
            _ if follow => {
                let data = std::fs::metadata(self.entry.path()).ok()?;
                Some(data.file_type())
            }
            _ => self.entry.file_type().ok(),
        }
    }

    fn stat(vm: &Vm, a: &[Value]) -> Res {
        let entry = Entry::of(vm, &a[0])?;
        let follow = flag(vm, a, 1, true)?;
        if let Some(known) = &entry.stats.borrow()[usize::from(follow)] {
            return Ok(known.clone());
        }
        let path = entry.entry.path();
        let answer = if follow {
            rustix::fs::stat(&path)
        } else {
            rustix::fs::lstat(&path)
        };
        let answer = answer.map_err(|error| failed(vm, &error.into(), &[&entry.path]))?;
        let made = stat::result(vm, &answer);
        let old = entry.stats.borrow_mut()[usize::from(follow)].replace(made.clone());
        drop(old);
        Ok(made)
    }
}

const ENTRY: TypeDef = TypeDef {
    name: "DirEntry",
    module: "posix",
    methods: &[
        native(
            "is_dir",
            "(*, follow_symlinks=True)",
            "Whether it is a directory; asked once.",
            |vm, a| {
                let kind = Entry::of(vm, &a[0])?.kind(flag(vm, a, 1, true)?);
                Ok(Value::bool(kind.is_some_and(|kind| kind.is_dir())))
            },
        ),
        native(
            "is_file",
            "(*, follow_symlinks=True)",
            "Whether it is a file; asked once.",
            |vm, a| {
                let kind = Entry::of(vm, &a[0])?.kind(flag(vm, a, 1, true)?);
                Ok(Value::bool(kind.is_some_and(|kind| kind.is_file())))
            },
        ),
        native(
            "is_symlink",
            "()",
            "Whether it is a symbolic link; asked once.",
            |vm, a| {
                let kind = Entry::of(vm, &a[0])?.kind(false);
                Ok(Value::bool(kind.is_some_and(|kind| kind.is_symlink())))
            },
        ),
        native("is_junction", "()", "Return False.", |_, _| {
            Ok(Value::bool(false))
        }),
        native(
            "stat",
            "(*, follow_symlinks=True)",
            "What stat() tells of it; asked once.",
            Entry::stat,
        ),
        native(
            "inode",
            "()",
            "Return inode of the entry; cached per entry.",
            |vm, a| {
                use std::os::unix::fs::DirEntryExt;
                Ok(Value::from(Entry::of(vm, &a[0])?.entry.ino() as usize))
            },
        ),
        native(
            "__fspath__",
            "()",
            "Return the path for the entry.",
            |vm, a| Ok(Entry::of(vm, &a[0])?.path.clone()),
        ),
    ],
    class_methods: &[CLASS_GETITEM],
    getters: &[
        getter("name", "the entry's base filename", |vm, e| {
            Ok(Entry::of(vm, e)?.name.clone())
        }),
        getter("path", "the entry's full path name", |vm, e| {
            Ok(Entry::of(vm, e)?.path.clone())
        }),
    ],
    slots: &["__repr__"],
    ..TypeDef::PLAIN
};

impl Object for Entry {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        entry_class(vm)
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.name);
        visit(&self.path);
    }

    /// Names close no cycle.
    fn clear(&self) {}

    fn repr(&self, vm: &Vm, _this: &Value) -> Res<Option<String>> {
        Ok(Some(format!("<DirEntry {}>", vm.repr(&self.name)?)))
    }
}
