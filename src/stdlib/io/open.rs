//! `open`: what a mode means, and the objects it gives.

use super::bytes::{ByteFile, Kind};
use super::held::Held;
use super::text::{Newline, TextFile, TextOptions};
use crate::interp::{Res, Vm};
use crate::objects::complex::Complex;
use crate::objects::counted::Ref;
use crate::objects::native::{NativeDef, native};
use crate::objects::value::Value;
use crate::stdlib::os::descriptor::{adopted, with};
use crate::stdlib::os::path::{failed, fspath, system_path};
use crate::stdlib::permissions;
use rustix::fs::{FileType, OFlags};
use rustix::io::Errno;
use std::fs::OpenOptions;
use std::io::{Seek, SeekFrom};
use std::os::unix::ffi::OsStrExt;

/// The row of `open`.
pub const OPEN: NativeDef = native(
    "open",
    "(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)",
    "Open a file. OSError says why that cannot be done.",
    open,
);

/// The row of `io.open_code`.
pub const OPEN_CODE: NativeDef = native(
    "open_code",
    "(path)",
    "Open a file whose code will be run.",
    |vm, a| buffered(vm, &a[0], "rb", &How::PLAIN).map(Value::from),
);

/// The row of `io.text_encoding`.
pub const TEXT_ENCODING: NativeDef = native(
    "text_encoding",
    "(encoding, stacklevel=2, /)",
    "The encoding of a text file that names none.",
    |_, a| {
        Ok(match &a[0] {
            Value::None => Value::str("locale"),
            encoding => encoding.clone(),
        })
    },
);

fn open(vm: &Vm, a: &[Value]) -> Res {
    let argument = |place: usize| {
        a.get(place)
            .and_then(Value::given)
            .filter(|value| !value.is_none())
    };
    let mode = match a.get(1).and_then(Value::given) {
        Some(mode) => match vm.unwrapped(mode) {
            Value::Str(mode) => {
                vm.encode(&mode, "utf-8", "strict")?;
                mode.lossy().into_owned()
            }
            _ => {
                let class = vm.argument_class(mode);
                return Err(
                    vm.type_error(&format!("open() argument 'mode' must be str, not {class}"))
                );
            }
        },
        None => "r".to_owned(),
    };
    if mode.contains('\0') {
        return Err(vm.value_error("embedded null character"));
    }
    let buffering = match a.get(2).and_then(Value::given) {
        Some(buffering) => vm.index_size(buffering)?,
        None => -1,
    };
    for (place, name) in [(3, "encoding"), (4, "errors"), (5, "newline")] {
        let Some(text) = argument(place) else {
            continue;
        };
        if !matches!(vm.unwrapped(text), Value::Str(_)) {
            let class = vm.class_name(text);
            let message = format!("open() argument '{name}' must be str or None, not {class}");
            return Err(vm.type_error(&message));
        }
    }
    // A path is asked for once, and is the name of the file from then on.
    let file = match vm.unwrapped(&a[0]) {
        Value::Int(_) | Value::Bool(_) | Value::Big(_) | Value::Float(_) => a[0].clone(),
        // A number that is no descriptor is refused after the mode was looked at.
        plain if plain.downcast::<Complex>().is_some() => a[0].clone(),
        _ => fspath(vm, &a[0])?,
    };
    check_mode(vm, &mode)?;
    let how = How::of(vm, a.get(6), a.get(7))?;
    let is_binary = mode.contains('b');
    if is_binary {
        let refused = [(3, "encoding"), (4, "errors"), (5, "newline")];
        for (place, name) in refused {
            if argument(place).is_some() {
                let article = if name.starts_with('e') { "an" } else { "a" };
                return Err(vm.value_error(&format!(
                    "binary mode doesn't take {article} {name} argument"
                )));
            }
        }
        if buffering == 1 {
            let message = "line buffering (buffering=1) isn't supported in binary mode, \
                the default buffer size will be used";
            vm.warn(&vm.types.runtime_warning, message, 1)?;
        }
        return match buffering {
            0 => raw(vm, &file, &mode, &how).map(Value::from),
            _ => buffered(vm, &file, &mode, &how).map(Value::from),
        };
    }
    // The reference complains about what follows when the file is open already.
    let bytes = buffered(vm, &file, &mode, &how)?;
    if buffering == 0 {
        return Err(vm.value_error("can't have unbuffered text I/O"));
    }
    let newline = Newline::of(vm, argument(5))?;
    let text = |place: usize, default: &str| -> Res<String> {
        match argument(place) {
            Some(value) => vm.str(value),
            None => Ok(default.to_owned()),
        }
    };
    let options = TextOptions {
        encoding: match text(3, "UTF-8")? {
            locale if locale == "locale" => "UTF-8".to_owned(),
            encoding => encoding,
        },
        errors: text(4, "strict")?,
        newline,
        mode: shown_text_mode(&mode),
        line_buffering: buffering == 1,
        write_through: false,
    };
    TextFile::over(vm, bytes, options).map(Value::from)
}

fn check_mode(vm: &Vm, mode: &str) -> Res<()> {
    let mut seen = [false; 128];
    for character in mode.chars() {
        let known = matches!(character, 'x' | 'r' | 'w' | 'a' | '+' | 't' | 'b');
        if !known || std::mem::replace(&mut seen[character as usize & 127], true) {
            return Err(vm.value_error(&format!("invalid mode: '{mode}'")));
        }
    }
    if mode.contains('t') && mode.contains('b') {
        return Err(vm.value_error("can't have text and binary mode at once"));
    }
    match mode
        .chars()
        .filter(|c| matches!(c, 'x' | 'r' | 'w' | 'a'))
        .count()
    {
        1 => Ok(()),
        0 => Err(vm.value_error(
            "Must have exactly one of create/read/write/append mode and at most one plus",
        )),
        _ => Err(vm.value_error("must have exactly one of create/read/write/append mode")),
    }
}

/// Checks the mode of a file without a buffer, which knows fewer letters.
pub fn check_raw_mode(vm: &Vm, mode: &str) -> Res<()> {
    if !mode
        .chars()
        .all(|letter| matches!(letter, 'x' | 'r' | 'w' | 'a' | '+' | 'b'))
    {
        return Err(vm.value_error(&format!("invalid mode: {mode}")));
    }
    let count = |letters: &str| {
        mode.chars()
            .filter(|&letter| letters.contains(letter))
            .count()
    };
    if count("xrwa") != 1 || count("+") > 1 {
        return Err(vm.value_error(
            "Must have exactly one of create/read/write/append mode and at most one plus",
        ));
    }
    Ok(())
}

/// What `open` says of descriptors.
pub struct How {
    /// Whether a descriptor that was given is closed with the file.
    closes: bool,
    /// What opens the file, if it is the script's own.
    opener: Option<Value>,
}

impl How {
    const PLAIN: How = How {
        closes: true,
        opener: None,
    };

    /// What the arguments `closefd` and `opener` say.
    pub fn of(vm: &Vm, closes: Option<&Value>, opener: Option<&Value>) -> Res<How> {
        let closes = match closes.and_then(Value::given) {
            Some(value) => vm.truth(value)?,
            None => true,
        };
        let opener = opener
            .and_then(Value::given)
            .filter(|value| !value.is_none());
        Ok(How {
            closes,
            opener: opener.cloned(),
        })
    }
}

/// The file of the system that `file` names: a path, something with `__fspath__`, or the number of a descriptor.
fn open_system(vm: &Vm, file: &Value, mode: &str, how: &How) -> Res<Held> {
    if matches!(file, Value::Bool(_)) {
        let message = "bool is used as a file descriptor";
        vm.warn(&vm.types.runtime_warning, message, 1)?;
        return adopt(vm, file, i32::from(vm.truth(file)?), mode, how.closes);
    }
    if let Value::Int(number) = vm.unwrapped(file) {
        return match i32::try_from(number) {
            Ok(number) if number >= 0 => adopt(vm, file, number, mode, how.closes),
            Err(_) if number > 0 => {
                Err(vm.overflow_error("Python int too large to convert to C int"))
            }
            _ => Err(vm.value_error("negative file descriptor")),
        };
    }
    let path = system_path(vm, file)?;
    if path.as_bytes().contains(&0) {
        return Err(vm.value_error("embedded null byte"));
    }
    if !how.closes {
        return Err(vm.value_error("Cannot use closefd=False with file name"));
    }
    if let Some(opener) = &how.opener {
        let flags = Value::Int(flags(mode).bits().into());
        let made = vm.call_with(opener, &[file.clone(), flags])?;
        let Value::Int(number) = vm.unwrapped(&made) else {
            return Err(vm.type_error("expected integer from opener"));
        };
        return match i32::try_from(number) {
            Ok(number) if number >= 0 => adopt(vm, file, number, mode, true),
            _ => Err(vm.value_error(&format!("opener returned {number}"))),
        };
    }
    if mode.contains(['w', 'a', 'x', '+']) {
        permissions::write(vm, &path, true)?;
    }
    let mut options = OpenOptions::new();
    let more = mode.contains('+');
    match mode.chars().find(|c| matches!(c, 'r' | 'w' | 'a' | 'x')) {
        Some('w') => options.write(true).create(true).truncate(true).read(more),
        Some('a') => options.append(true).create(true).read(more),
        Some('x') => options.write(true).create_new(true).read(more),
        _ => options.read(true).write(more),
    };
    let opened = options.open(&path).and_then(|mut file| {
        if file.metadata()?.is_dir() {
            return Err(std::io::Error::from_raw_os_error(21));
        }
        if mode.contains('a') {
            // What is no file of the disk has no end.
            let _ = file.seek(SeekFrom::End(0));
        }
        Ok(file)
    });
    match opened {
        Ok(opened) => Ok(Held::new(opened, true)),
        Err(error) => Err(vm.os_error(&error, Some(&path.to_string_lossy()))),
    }
}

/// The flags of the system's `open` that a mode means.
fn flags(mode: &str) -> OFlags {
    let access = match (mode.contains('+'), mode.contains('r')) {
        (true, _) => OFlags::RDWR,
        (false, true) => OFlags::RDONLY,
        (false, false) => OFlags::WRONLY,
    };
    let more = match mode.chars().find(|c| matches!(c, 'w' | 'a' | 'x')) {
        Some('w') => OFlags::CREATE | OFlags::TRUNC,
        Some('a') => OFlags::CREATE | OFlags::APPEND,
        Some(_) => OFlags::CREATE | OFlags::EXCL,
        None => OFlags::empty(),
    };
    access | more | OFlags::CLOEXEC
}

/// A file over a descriptor that is open.
fn adopt(vm: &Vm, file: &Value, number: i32, mode: &str, closes: bool) -> Res<Held> {
    let known = with(number, |own| rustix::fs::fstat(own));
    let known = known.map_err(|error| vm.os_error(&error.into(), None))?;
    if FileType::from_raw_mode(known.st_mode) == FileType::Directory {
        return Err(failed(vm, &Errno::ISDIR.into(), &[file]));
    }
    if mode.contains('a') {
        let _ = with(number, |own| {
            rustix::fs::seek(own, rustix::fs::SeekFrom::End(0))
        });
    }
    Ok(Held::new(adopted(number), closes))
}

/// A file without a buffer of its own.
pub fn raw(vm: &Vm, file: &Value, mode: &str, how: &How) -> Res<Ref<ByteFile>> {
    let opened = open_system(vm, file, mode, how)?;
    let made = ByteFile::over(Kind::Raw, opened, file.clone(), shown_mode(mode));
    made.name_itself(vm);
    Ok(made)
}

fn buffered(vm: &Vm, file: &Value, mode: &str, how: &How) -> Res<Ref<ByteFile>> {
    let kind = if mode.contains('+') {
        Kind::Random
    } else if mode.contains('r') {
        Kind::Reader
    } else {
        Kind::Writer
    };
    let opened = open_system(vm, file, mode, how)?;
    Ok(ByteFile::over(kind, opened, file.clone(), shown_mode(mode)))
}

/// The mode that a file of bytes shows.
fn shown_mode(mode: &str) -> &'static str {
    match (
        mode.chars().find(|c| matches!(c, 'r' | 'w' | 'a' | 'x')),
        mode.contains('+'),
    ) {
        (Some('w' | 'r'), true) => "rb+",
        (Some('a'), true) => "ab+",
        (Some('x'), true) => "xb+",
        (Some('w'), false) => "wb",
        (Some('a'), false) => "ab",
        (Some('x'), false) => "xb",
        _ => "rb",
    }
}

/// The mode that a file of text shows: as it was given.
fn shown_text_mode(mode: &str) -> &'static str {
    const MODES: [&str; 24] = [
        "r", "w", "a", "x", "r+", "w+", "a+", "x+", "+r", "+w", "+a", "+x", "rt", "wt", "at", "xt",
        "rt+", "wt+", "at+", "xt+", "r+t", "w+t", "a+t", "x+t",
    ];
    MODES.into_iter().find(|each| *each == mode).unwrap_or("r")
}
