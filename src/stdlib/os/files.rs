//! Functions of `os` that change or ask about files by path.

use super::descriptor;
use super::path::{self, Path, Place, checked, checked_plainly, failed, flag, given, path_named};
use crate::event_loop::clock::{SECOND, from_seconds};
use crate::interp::{Res, Vm};
use crate::objects::native::{NativeDef, native};
use crate::objects::number::Integer;
use crate::objects::value::Value;
use crate::stdlib::permissions;
use rustix::fs::{Access, AtFlags, CWD, Gid, Mode, Timespec, Timestamps, Uid};
use std::os::unix::fs::PermissionsExt;

fn done<T, E: Into<std::io::Error>>(vm: &Vm, result: Result<T, E>, path: &Path) -> Res {
    checked(vm, result, path).map(|_| Value::None)
}

/// Two paths: what a script hands over as `src` and `dst`.
fn pair(
    vm: &Vm,
    a: &[Value],
    function: &str,
    directories: [Option<&Value>; 2],
) -> Res<(Path, Path)> {
    let kinds = "string, bytes or os.PathLike";
    let [from, to] = directories;
    Ok((
        path_named(vm, &a[0], function, "src", kinds)?.below(vm, from)?,
        path_named(vm, &a[1], function, "dst", kinds)?.below(vm, to)?,
    ))
}

/// Asks whether a file may get another name, or a second one.
fn may_move(vm: &Vm, (from, to): &(Path, Path)) -> Res<()> {
    permissions::write(vm, &from.system, false)?;
    permissions::write(vm, &to.system, false)
}

fn done_with_both<E: Into<std::io::Error>>(
    vm: &Vm,
    result: Result<(), E>,
    (from, to): &(Path, Path),
) -> Res {
    match result {
        Ok(()) => Ok(Value::None),
        Err(error) => Err(failed(vm, &error.into(), &[&from.shown, &to.shown])),
    }
}

fn mode(vm: &Vm, a: &[Value], place: usize, default: u32) -> Res<Mode> {
    let mode = match a.get(place).and_then(Value::given) {
        Some(mode) => path::descriptor(vm, mode)? as u32,
        None => default,
    };
    Ok(Mode::from_raw_mode(mode))
}

fn rename(vm: &Vm, a: &[Value], function: &str) -> Res {
    let both = pair(vm, a, function, [a.get(2), a.get(3)])?;
    may_move(vm, &both)?;
    done_with_both(vm, std::fs::rename(&both.0.system, &both.1.system), &both)
}

fn remove(vm: &Vm, a: &[Value], function: &str) -> Res {
    let path = path::path_at(vm, &a[0], function, a.get(1))?;
    permissions::write(vm, &path.system, false)?;
    done(vm, rustix::fs::unlink(&path.system), &path)
}

/// The rows of these functions.
pub const FUNCTIONS: &[NativeDef] = &[
    native(
        "mkdir",
        "(path, mode=511, *, dir_fd=None)",
        "Create a directory.",
        |vm, a| {
            let path = path::path_at(vm, &a[0], "mkdir", a.get(2))?;
            let mode = mode(vm, a, 1, 0o777)?;
            permissions::write(vm, &path.system, false)?;
            done(vm, rustix::fs::mkdir(&path.system, mode), &path)
        },
    ),
    native(
        "rmdir",
        "(path, *, dir_fd=None)",
        "Remove a directory.",
        |vm, a| {
            let path = path::path_at(vm, &a[0], "rmdir", a.get(1))?;
            permissions::write(vm, &path.system, false)?;
            done(vm, rustix::fs::rmdir(&path.system), &path)
        },
    ),
    native(
        "remove",
        "(path, *, dir_fd=None)",
        "Delete a file, as unlink() does.",
        |vm, a| remove(vm, a, "remove"),
    ),
    native(
        "unlink",
        "(path, *, dir_fd=None)",
        "Delete a file, as remove() does.",
        |vm, a| remove(vm, a, "unlink"),
    ),
    native(
        "rename",
        "(src, dst, *, src_dir_fd=None, dst_dir_fd=None)",
        "Rename a file or directory.",
        |vm, a| rename(vm, a, "rename"),
    ),
    native(
        "replace",
        "(src, dst, *, src_dir_fd=None, dst_dir_fd=None)",
        "Rename, over what may be there.",
        |vm, a| rename(vm, a, "replace"),
    ),
    native(
        "link",
        "(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True)",
        "Give a file another name.",
        |vm, a| {
            let both = pair(vm, a, "link", [a.get(2), a.get(3)])?;
            may_move(vm, &both)?;
            done_with_both(vm, rustix::fs::link(&both.0.system, &both.1.system), &both)
        },
    ),
    native(
        "symlink",
        "(src, dst, target_is_directory=False, *, dir_fd=None)",
        "Make a symbolic link called dst that leads to src.",
        |vm, a| {
            let both = pair(vm, a, "symlink", [None, a.get(3)])?;
            permissions::write(vm, &both.1.system, false)?;
            done_with_both(
                vm,
                rustix::fs::symlink(&both.0.system, &both.1.system),
                &both,
            )
        },
    ),
    native(
        "readlink",
        "(path, *, dir_fd=None)",
        "Where a symbolic link leads.",
        |vm, a| {
            let path = path::path_at(vm, &a[0], "readlink", a.get(1))?;
            let target = checked(vm, std::fs::read_link(&path.system), &path)?;
            path::name(vm, target.as_os_str(), path.is_bytes)
        },
    ),
    native(
        "chmod",
        "(path, mode, *, dir_fd=None, follow_symlinks=True)",
        "Say who may do what with a file.",
        |vm, a| {
            let mode = mode(vm, a, 1, 0)?;
            if !flag(vm, a, 3, true)? {
                let text = "chmod: follow_symlinks unavailable on this platform";
                return Err(vm.raise_new(&vm.types.not_implemented_error, text));
            }
            match path::place_at(vm, &a[0], "chmod", a.get(2))? {
                Place::Path(path) => {
                    permissions::write(vm, &path.system, true)?;
                    done(vm, rustix::fs::chmod(&path.system, mode), &path)
                }
                Place::Descriptor(number) => {
                    permissions::change(vm, number)?;
                    let result = descriptor::with(number, |file| rustix::fs::fchmod(file, mode));
                    checked_plainly(vm, result).map(|()| Value::None)
                }
            }
        },
    ),
    native(
        "chown",
        "(path, uid, gid, *, dir_fd=None, follow_symlinks=True)",
        "Say which user and group a file belongs to.",
        |vm, a| {
            let id = |value: &Value| -> Res<Option<u32>> {
                Ok(u32::try_from(vm.index_size(value)?).ok())
            };
            let owner = id(&a[1])?.map(Uid::from_raw);
            let group = id(&a[2])?.map(Gid::from_raw);
            let path = match path::place_at(vm, &a[0], "chown", a.get(3))? {
                Place::Path(path) => path,
                Place::Descriptor(number) => {
                    permissions::change(vm, number)?;
                    let result =
                        descriptor::with(number, |file| rustix::fs::fchown(file, owner, group));
                    return checked_plainly(vm, result).map(|()| Value::None);
                }
            };
            let follows = flag(vm, a, 4, true)?;
            permissions::write(vm, &path.system, follows)?;
            let flags = if follows {
                AtFlags::empty()
            } else {
                AtFlags::SYMLINK_NOFOLLOW
            };
            let result = rustix::fs::chownat(CWD, &path.system, owner, group, flags);
            done(vm, result, &path)
        },
    ),
    native(
        "access",
        "(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)",
        "Whether whoever runs the program may read, write or run a file.",
        |vm, a| {
            let path = path::path_at(vm, &a[0], "access", a.get(2))?;
            let mode = Access::from_bits_truncate(path::descriptor(vm, &a[1])? as u32);
            let mut flags = AtFlags::empty();
            flags.set(AtFlags::EACCESS, flag(vm, a, 3, false)?);
            flags.set(AtFlags::SYMLINK_NOFOLLOW, !flag(vm, a, 4, true)?);
            let answer = if flags.is_empty() {
                rustix::fs::access(&path.system, mode)
            } else {
                rustix::fs::accessat(CWD, &path.system, mode, flags)
            };
            Ok(Value::bool(answer.is_ok()))
        },
    ),
    native(
        "getcwd",
        "()",
        "The directory that relative paths begin at.",
        |vm, _| {
            let path = checked_plainly(vm, std::env::current_dir())?;
            path::name(vm, path.as_os_str(), false)
        },
    ),
    native(
        "getcwdb",
        "()",
        "The directory that relative paths begin at, in bytes.",
        |vm, _| {
            let path = checked_plainly(vm, std::env::current_dir())?;
            path::name(vm, path.as_os_str(), true)
        },
    ),
    native(
        "chdir",
        "(path)",
        "Let relative paths begin at another directory.",
        |vm, a| {
            let path = path::path(vm, &a[0], "chdir")?;
            done(vm, std::env::set_current_dir(&path.system), &path)
        },
    ),
    native(
        "truncate",
        "(path, length)",
        "Cut a file off at a length.",
        |vm, a| {
            let length = u64::try_from(vm.index_size(&a[1])?).unwrap_or(u64::MAX);
            match path::place(vm, &a[0], "truncate")? {
                Place::Path(path) => {
                    permissions::write(vm, &path.system, true)?;
                    let file = std::fs::OpenOptions::new().write(true).open(&path.system);
                    let result = file.and_then(|file| file.set_len(length));
                    done(vm, result, &path)
                }
                Place::Descriptor(number) => {
                    let result =
                        descriptor::with(number, |file| rustix::fs::ftruncate(file, length));
                    checked_plainly(vm, result).map(|()| Value::None)
                }
            }
        },
    ),
    native(
        "utime",
        "(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True)",
        "Say when a file was read and changed last.",
        utime,
    ),
    native(
        "umask",
        "(mask, /)",
        "Say which permissions new files are not given; what was said before.",
        |vm, a| {
            let mask = Mode::from_raw_mode(path::descriptor(vm, &a[0])? as u32);
            Ok(Value::Int(
                rustix::process::umask(mask).as_raw_mode().into(),
            ))
        },
    ),
    native(
        "fspath",
        "(path)",
        "A path as text or bytes: what its __fspath__ gives, or itself.",
        |vm, a| path::fspath(vm, &a[0]),
    ),
    native(
        "_is_executable",
        "(path, /)",
        "Whether someone may run the file.",
        |vm, a| {
            let path = path::path(vm, &a[0], "access")?;
            let data = std::fs::metadata(&path.system);
            Ok(Value::bool(
                data.is_ok_and(|data| data.permissions().mode() & 0o111 != 0),
            ))
        },
    ),
];

fn utime(vm: &Vm, a: &[Value]) -> Res {
    let place = path::place_at(vm, &a[0], "utime", a.get(3))?;
    let (times, nanoseconds) = (given(a, 1), given(a, 2));
    if times.is_some() && nanoseconds.is_some() {
        let text = "utime: you may specify either 'times' or 'ns' but not both";
        return Err(vm.value_error(text));
    }
    let whole = |value: &Value, unit: i64| -> Res<i64> {
        let plain = vm.unwrapped(value);
        if let (Value::Float(number), true) = (&plain, unit == SECOND) {
            let seconds = number.get().floor();
            let part = ((number.get() - seconds) * SECOND as f64).floor() as i64;
            return Ok(from_seconds(seconds).saturating_add(part));
        }
        match Integer::of(&vm.index(value)?) {
            Some(Integer::Small(number)) => Ok(number.saturating_mul(unit)),
            _ => Err(vm.overflow_error("timestamp out of range for platform time_t")),
        }
    };
    let both = |value: &Value, unit: i64, name: &str| -> Res<[i64; 2]> {
        match vm.unwrapped(value) {
            Value::Tuple(pair) if pair.items().len() == 2 => Ok([
                whole(&pair.items()[0], unit)?,
                whole(&pair.items()[1], unit)?,
            ]),
            _ => Err(vm.type_error(&format!(
                "utime: '{name}' must be {}",
                if unit == SECOND {
                    "either a tuple of two ints or None"
                } else {
                    "a tuple of two ints"
                }
            ))),
        }
    };
    let times = match (times, nanoseconds) {
        (Some(times), _) => both(times, SECOND, "times")?,
        (None, Some(times)) => both(times, 1, "ns")?,
        (None, None) => {
            let now = vm
                .extension::<crate::event_loop::clock::Clock>()
                .read_wall();
            [now, now]
        }
    };
    let [last_access, last_modification] = times.map(|time| Timespec {
        tv_sec: time.div_euclid(SECOND),
        tv_nsec: time.rem_euclid(SECOND) as _,
    });
    let times = Timestamps {
        last_access,
        last_modification,
    };
    let path = match place {
        Place::Path(path) => path,
        Place::Descriptor(number) => {
            permissions::change(vm, number)?;
            let result = descriptor::with(number, |file| rustix::fs::futimens(file, &times));
            return checked_plainly(vm, result).map(|()| Value::None);
        }
    };
    let follows = flag(vm, a, 4, true)?;
    permissions::write(vm, &path.system, follows)?;
    let flags = if follows {
        AtFlags::empty()
    } else {
        AtFlags::SYMLINK_NOFOLLOW
    };
    done(
        vm,
        rustix::fs::utimensat(CWD, &path.system, &times, flags),
        &path,
    )
}
