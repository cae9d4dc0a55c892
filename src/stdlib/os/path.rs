//! Paths as scripts hand them over, names as the system gives them, and errors about both.

use crate::interp::{Raised, Res, Vm};
use crate::objects::bytes::Bytes;
use crate::objects::counted::Ref;
use crate::objects::str::Str;
use crate::objects::value::Value;
use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::{OsStrExt, OsStringExt};

/// A path that a script handed over.
pub struct Path {
    /// For the system.
    pub system: OsString,
    /// As errors show it.
    pub shown: Value,
    /// Whether it is bytes.
    pub is_bytes: bool,
}

/// A path or a descriptor.
pub enum Place {
    /// A path.
    Path(Path),
    /// A descriptor, and as errors show it.
    Descriptor(i32),
}

/// `os.fspath(value)`: a string or bytes.
pub fn fspath(vm: &Vm, value: &Value) -> Res {
    let is_path =
        |plain: &Value| matches!(plain, Value::Str(_)) || plain.downcast::<Bytes>().is_some();
    if is_path(&vm.unwrapped(value)) {
        return Ok(value.clone());
    }
    let method = vm.special_method(value, &vm.name("__fspath__"));
    let Some(method) = method.filter(|method| !method.is_none()) else {
        let class = vm.class_of(value).name();
        return Err(vm.type_error(&format!(
            "expected str, bytes or os.PathLike object, not {class}"
        )));
    };
    let made = vm.call_bound(&method, value, crate::interp::Args::none())?;
    if is_path(&vm.unwrapped(&made)) {
        return Ok(made);
    }
    let (class, got) = (vm.class_of(value).name(), vm.class_of(&made).name());
    Err(vm.type_error(&format!(
        "expected {class}.__fspath__() to return str or bytes, not {got}"
    )))
}

/// The path that a string, bytes or what `__fspath__` gives is for the system.
pub fn system_path(vm: &Vm, value: &Value) -> Res<OsString> {
    let shown = vm.unwrapped(&fspath(vm, value)?);
    let data = match &shown {
        Value::Str(text) => vm.encode(text, "utf-8", "surrogateescape")?,
        bytes => vm.expect_buffer(bytes)?,
    };
    Ok(OsString::from_vec(data))
}

fn is_pathlike(vm: &Vm, value: &Value) -> bool {
    let plain = vm.unwrapped(value);
    matches!(plain, Value::Str(_))
        || plain.downcast::<Bytes>().is_some()
        || vm.special_method(value, &vm.name("__fspath__")).is_some()
}

/// The path behind an argument of `function`, which calls it `name`.
pub fn path_named(vm: &Vm, value: &Value, function: &str, name: &str, kinds: &str) -> Res<Path> {
    if !is_pathlike(vm, value) {
        let class = vm.class_name(value);
        return Err(vm.type_error(&format!(
            "{function}: {name} should be {kinds}, not {class}"
        )));
    }
    let shown = fspath(vm, value)?;
    let is_bytes = !matches!(vm.unwrapped(&shown), Value::Str(_));
    let system = system_path(vm, &shown)?;
    if system.as_bytes().contains(&0) {
        return Err(vm.value_error(&format!("{function}: embedded null character in {name}")));
    }
    Ok(Path {
        system,
        shown,
        is_bytes,
    })
}

/// The path behind the argument `path` of `function`.
pub fn path(vm: &Vm, value: &Value, function: &str) -> Res<Path> {
    path_named(vm, value, function, "path", "string, bytes or os.PathLike")
}

/// The same, below the directory of a descriptor if that is given.
pub fn path_at(vm: &Vm, value: &Value, function: &str, directory: Option<&Value>) -> Res<Path> {
    path(vm, value, function)?.below(vm, directory)
}

impl Path {
    /// This path, below the directory of a descriptor if that is given: the system knows that by a path too.
    pub fn below(mut self, vm: &Vm, directory: Option<&Value>) -> Res<Path> {
        let directory = directory.and_then(Value::given);
        let Some(directory) = directory.filter(|value| !value.is_none()) else {
            return Ok(self);
        };
        if cfg!(not(target_os = "linux")) {
            let text = "dir_fd unavailable on this platform";
            return Err(vm.raise_new(&vm.types.not_implemented_error, text));
        }
        if !vm.is_index(directory) {
            let class = vm.class_name(directory);
            let text = format!("argument should be integer or None, not {class}");
            return Err(vm.type_error(&text));
        }
        let number = descriptor(vm, directory)?;
        let found = super::descriptor::with(number, |file| rustix::io::fcntl_getfd(file));
        checked(vm, found, &self)?;
        if !std::path::Path::new(&self.system).is_absolute() {
            let mut system = OsString::from(format!("/proc/self/fd/{number}/"));
            system.push(&self.system);
            self.system = system;
        }
        Ok(self)
    }
}

/// The path or descriptor behind the argument `path` of `function`, the path below the directory of a descriptor if that is
/// given.
pub fn place_at(vm: &Vm, value: &Value, function: &str, directory: Option<&Value>) -> Res<Place> {
    match place(vm, value, function)? {
        Place::Path(path) => path.below(vm, directory).map(Place::Path),
        descriptor => Ok(descriptor),
    }
}

/// The path or descriptor behind the argument `path` of `function`.
pub fn place(vm: &Vm, value: &Value, function: &str) -> Res<Place> {
    if vm.is_index(value) {
        warn_of_bool(vm, value)?;
        return descriptor(vm, value).map(Place::Descriptor);
    }
    let kinds = "string, bytes, os.PathLike or integer";
    path_named(vm, value, function, "path", kinds).map(Place::Path)
}

/// Warns of a truth value that is used as a descriptor.
pub fn warn_of_bool(vm: &Vm, value: &Value) -> Res<()> {
    if let Value::Bool(_) = value {
        let text = "bool is used as a file descriptor";
        vm.warn(&vm.types.runtime_warning, text, 1)?;
    }
    Ok(())
}

/// A descriptor's number.
pub fn descriptor(vm: &Vm, value: &Value) -> Res<i32> {
    let number = match vm.index(value)? {
        Value::Int(number) => i32::try_from(number).ok(),
        _ => None,
    };
    number.ok_or_else(|| vm.overflow_error("Python int too large to convert to C int"))
}

/// A name that the system gave, as text or bytes.
pub fn name(vm: &Vm, name: &OsStr, is_bytes: bool) -> Res {
    if is_bytes {
        return Ok(Value::from(Bytes::new(name.as_bytes().to_vec())));
    }
    let text = vm.decode(name.as_bytes(), "utf-8", "surrogateescape")?;
    Ok(Value::from(Ref::new(Str::from_wtf8(text))))
}

/// Raises the `OSError` for a system error, with the files it is about.
#[cold]
pub fn failed(vm: &Vm, error: &std::io::Error, files: &[&Value]) -> Raised {
    let Some(number) = error.raw_os_error() else {
        return vm.raise_new(&vm.types.os_error, &error.to_string());
    };
    let text = crate::objects::exceptions::os_error::describe(number);
    let mut args = vec![Value::Int(number.into()), Value::from(text)];
    if let Some(first) = files.first() {
        args.push((*first).clone());
    }
    if let Some(second) = files.get(1) {
        args.extend([Value::None, (*second).clone()]);
    }
    match vm.call_with(&Value::Class(vm.types.os_error.clone()), &args) {
        Ok(made) => vm.raise_value(&made),
        Err(raised) => raised,
    }
}

/// What a system call gave, or its error with the path.
pub fn checked<T, E: Into<std::io::Error>>(vm: &Vm, result: Result<T, E>, path: &Path) -> Res<T> {
    result.map_err(|error| failed(vm, &error.into(), &[&path.shown]))
}

/// What a system call gave, or its error without a path.
pub fn checked_plainly<T, E: Into<std::io::Error>>(vm: &Vm, result: Result<T, E>) -> Res<T> {
    result.map_err(|error| failed(vm, &error.into(), &[]))
}

/// The argument at a place, unless it is absent or `None`.
pub fn given(a: &[Value], place: usize) -> Option<&Value> {
    let argument = a.get(place).and_then(Value::given);
    argument.filter(|value| !value.is_none())
}

/// The truth of an optional argument.
pub fn flag(vm: &Vm, a: &[Value], place: usize, default: bool) -> Res<bool> {
    match a.get(place).and_then(Value::given) {
        Some(value) => vm.truth(value),
        None => Ok(default),
    }
}
