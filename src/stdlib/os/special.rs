//! Functions of `os` that make and ask about what is no plain file: pipes and devices with names, terminals, counters and
//! timers behind descriptors, file systems and extended attributes.

use super::descriptor;
use super::descriptors::{on, on_file};
use super::path::{self, Path, Place, checked, checked_plainly, flag, given};
use crate::event_loop::clock::{SECOND, from_seconds};
use crate::event_loop::loop_methods::real_number;
use crate::interp::{Res, Vm};
use crate::objects::bytes::Bytes;
use crate::objects::list::List;
use crate::objects::native::{NativeDef, native};
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use crate::stdlib::permissions;
use rustix::event::EventfdFlags;
use rustix::fs::{CWD, FileType, MemfdFlags, Mode, StatVfs, Timespec, XattrFlags};
use rustix::io::Errno;
use rustix::pipe::PipeFlags;
use rustix::pty::OpenptFlags;
use rustix::time::{Itimerspec, TimerfdClockId, TimerfdFlags, TimerfdTimerFlags};
use std::os::fd::{IntoRawFd, OwnedFd};

fn opened(vm: &Vm, result: Result<OwnedFd, Errno>) -> Res {
    let file = checked_plainly(vm, result)?;
    Ok(Value::Int(file.into_raw_fd().into()))
}

fn number(vm: &Vm, a: &[Value], place: usize, default: i32) -> Res<i32> {
    match a.get(place).and_then(Value::given) {
        Some(value) => path::descriptor(vm, value),
        None => Ok(default),
    }
}

/// Makes a file of a kind, with permissions and, for a device, its number.
fn make(vm: &Vm, path: &Path, kind: FileType, mode: i32, device: u64) -> Res {
    permissions::write(vm, &path.system, false)?;
    let mode = Mode::from_raw_mode(mode as u32 & 0o7777);
    let made = rustix::fs::mknodat(CWD, &path.system, kind, mode, device);
    checked(vm, made, path).map(|()| Value::None)
}

fn of_file_system(told: &StatVfs) -> Value {
    let numbers = [
        told.f_bsize,
        told.f_frsize,
        told.f_blocks,
        told.f_bfree,
        told.f_bavail,
        told.f_files,
        told.f_ffree,
        told.f_favail,
        // One bit says only that the others are told.
        told.f_flag.bits() & !0x20,
        told.f_namemax,
        told.f_fsid,
    ];
    let items = numbers.map(|each| Value::from(each as usize));
    Value::from(Tuple::new(items.to_vec()))
}

fn file_system(vm: &Vm, a: &[Value]) -> Res {
    let told = match path::place(vm, &a[0], "statvfs")? {
        Place::Path(path) => checked(vm, rustix::fs::statvfs(&path.system), &path)?,
        Place::Descriptor(number) => {
            let told = descriptor::with(number, |file| rustix::fs::fstatvfs(file));
            checked_plainly(vm, told)?
        }
    };
    Ok(of_file_system(&told))
}

/// A path for calls on extended attributes: what is behind a descriptor has one too.
fn attributed(vm: &Vm, value: &Value, function: &str) -> Res<Path> {
    match path::place(vm, value, function)? {
        Place::Path(path) => Ok(path),
        Place::Descriptor(number) => {
            let shown = value.clone();
            let system = format!("/proc/self/fd/{number}").into();
            Ok(Path {
                system,
                shown,
                is_bytes: false,
            })
        }
    }
}

/// Asks the system how much there is, and then for that much.
fn sized(vm: &Vm, path: &Path, ask: impl Fn(&mut [u8]) -> Result<usize, Errno>) -> Res<Vec<u8>> {
    let mut data = vec![0; 1 << 16];
    let length = checked(vm, ask(&mut data), path)?;
    data.truncate(length);
    Ok(data)
}

fn get_attribute(vm: &Vm, a: &[Value]) -> Res {
    let path = attributed(vm, &a[0], "getxattr")?;
    let name = path::system_path(vm, &a[1])?;
    let follows = flag(vm, a, 2, true)?;
    let data = sized(vm, &path, |room| match follows {
        true => rustix::fs::getxattr(&path.system, &name, room),
        false => rustix::fs::lgetxattr(&path.system, &name, room),
    })?;
    Ok(Value::from(Bytes::new(data)))
}

fn set_attribute(vm: &Vm, a: &[Value]) -> Res {
    let path = attributed(vm, &a[0], "setxattr")?;
    let name = path::system_path(vm, &a[1])?;
    let value = vm.expect_buffer(&a[2])?;
    let flags = XattrFlags::from_bits_retain(number(vm, a, 3, 0)? as u32);
    let follows = flag(vm, a, 4, true)?;
    permissions::write(vm, &path.system, follows)?;
    let done = match follows {
        true => rustix::fs::setxattr(&path.system, &name, &value, flags),
        false => rustix::fs::lsetxattr(&path.system, &name, &value, flags),
    };
    checked(vm, done, &path).map(|()| Value::None)
}

fn remove_attribute(vm: &Vm, a: &[Value]) -> Res {
    let path = attributed(vm, &a[0], "removexattr")?;
    let name = path::system_path(vm, &a[1])?;
    let follows = flag(vm, a, 2, true)?;
    permissions::write(vm, &path.system, follows)?;
    let done = match follows {
        true => rustix::fs::removexattr(&path.system, &name),
        false => rustix::fs::lremovexattr(&path.system, &name),
    };
    checked(vm, done, &path).map(|()| Value::None)
}

fn list_attributes(vm: &Vm, a: &[Value]) -> Res {
    let here = Value::str(".");
    let place = given(a, 0).unwrap_or(&here);
    let path = attributed(vm, place, "listxattr")?;
    let follows = flag(vm, a, 1, true)?;
    let data = sized(vm, &path, |room| match follows {
        true => rustix::fs::listxattr(&path.system, room),
        false => rustix::fs::llistxattr(&path.system, room),
    })?;
    let names = data
        .split(|byte| *byte == 0)
        .filter(|name| !name.is_empty());
    let names: Res<Vec<Value>> = names
        .map(|name| {
            let name: &std::ffi::OsStr = std::os::unix::ffi::OsStrExt::from_bytes(name);
            path::name(vm, name, false)
        })
        .collect();
    Ok(Value::from(List::new(names?)))
}

/// A span in nanoseconds: seconds, or a whole number of nanoseconds.
fn span(vm: &Vm, value: &Value, is_whole: bool) -> Res<Timespec> {
    let time = match is_whole {
        true => vm.index_size(value)?,
        false => from_seconds(real_number(vm, value)?),
    };
    Ok(Timespec {
        tv_sec: time.div_euclid(SECOND),
        tv_nsec: time.rem_euclid(SECOND) as _,
    })
}

/// `(next expiration, interval)` of a timer, in nanoseconds.
fn timer(spec: &Itimerspec) -> Value {
    let both = [&spec.it_value, &spec.it_interval].map(|time| {
        let whole = time.tv_sec.saturating_mul(SECOND);
        Value::Int(whole.saturating_add(time.tv_nsec))
    });
    Value::from(Tuple::new(both.to_vec()))
}

fn set_timer(vm: &Vm, a: &[Value]) -> Res {
    let flags = TimerfdTimerFlags::from_bits_retain(path::descriptor(vm, &a[1])? as u32);
    let is_whole = vm.truth(&a[4])?;
    let wanted = Itimerspec {
        it_value: span(vm, &a[2], is_whole)?,
        it_interval: span(vm, &a[3], is_whole)?,
    };
    let old = on(vm, a, |file| {
        rustix::time::timerfd_settime(file, flags, &wanted)
    })?;
    Ok(timer(&old))
}

fn terminal_name(vm: &Vm, a: &[Value]) -> Res {
    let name = on(vm, a, |file| rustix::termios::ttyname(file, Vec::new()))?;
    Ok(Value::str(&name.to_string_lossy()))
}

/// The rows of these functions.
pub const FUNCTIONS: &[NativeDef] = &[
    native(
        "mkfifo",
        "(path, mode=438, *, dir_fd=None)",
        "Make a pipe that has a name.",
        |vm, a| {
            let path = path::path_at(vm, &a[0], "mkfifo", a.get(2))?;
            make(vm, &path, FileType::Fifo, number(vm, a, 1, 0o666)?, 0)
        },
    ),
    native(
        "mknod",
        "(path, mode=384, device=0, *, dir_fd=None)",
        "Make a file of any kind.",
        |vm, a| {
            let path = path::path_at(vm, &a[0], "mknod", a.get(3))?;
            let mode = number(vm, a, 1, 0o600)?;
            let kind = match mode as u32 & libc::S_IFMT {
                0 => FileType::RegularFile,
                _ => FileType::from_raw_mode(mode as u32),
            };
            let device = match a.get(2).and_then(Value::given) {
                Some(device) => vm.index_size(device)? as u64,
                None => 0,
            };
            make(vm, &path, kind, mode, device)
        },
    ),
    native(
        "major",
        "(device, /)",
        "Which driver a device number means.",
        |vm, a| {
            let device = vm.index_size(&a[0])? as u64;
            Ok(Value::Int(rustix::fs::major(device).into()))
        },
    ),
    native(
        "minor",
        "(device, /)",
        "Which device of its driver a number means.",
        |vm, a| {
            let device = vm.index_size(&a[0])? as u64;
            Ok(Value::Int(rustix::fs::minor(device).into()))
        },
    ),
    native(
        "makedev",
        "(major, minor, /)",
        "The number of a device of a driver.",
        |vm, a| {
            let (major, minor) = (path::descriptor(vm, &a[0])?, path::descriptor(vm, &a[1])?);
            let device = rustix::fs::makedev(major as u32, minor as u32);
            Ok(Value::from(device as usize))
        },
    ),
    native(
        "_statvfs",
        "(path, /)",
        "What a file system says about itself.",
        file_system,
    ),
    native(
        "getxattr",
        "(path, attribute, *, follow_symlinks=True)",
        "What an extra attribute of a file holds.",
        get_attribute,
    ),
    native(
        "setxattr",
        "(path, attribute, value, flags=0, *, follow_symlinks=True)",
        "Give a file an extra attribute.",
        set_attribute,
    ),
    native(
        "removexattr",
        "(path, attribute, *, follow_symlinks=True)",
        "Take an extra attribute from a file.",
        remove_attribute,
    ),
    native(
        "listxattr",
        "(path=None, *, follow_symlinks=True)",
        "The names of a file's extra attributes.",
        list_attributes,
    ),
    native(
        "chroot",
        "(path)",
        "Change root directory to path.",
        |vm, a| {
            let path = path::path(vm, &a[0], "chroot")?;
            permissions::run(vm, &path.system)?;
            checked(vm, rustix::process::chroot(&path.system), &path).map(|()| Value::None)
        },
    ),
    native(
        "fchdir",
        "(fd)",
        "Let relative paths begin at an open directory.",
        |vm, a| on_file(vm, a, |file| rustix::process::fchdir(file)).map(|()| Value::None),
    ),
    native(
        "pipe2",
        "(flags, /)",
        "A pipe whose ends have flags from the start.",
        |vm, a| {
            let flags = PipeFlags::from_bits_retain(path::descriptor(vm, &a[0])? as u32);
            let ends = checked_plainly(vm, rustix::pipe::pipe_with(flags))?;
            let numbers = [ends.0, ends.1].map(|end| Value::Int(end.into_raw_fd().into()));
            Ok(Value::from(Tuple::new(numbers.to_vec())))
        },
    ),
    native(
        "eventfd",
        "(initval, flags=524288)",
        "A descriptor that counts, and wakes who waits for it.",
        |vm, a| {
            let count = path::descriptor(vm, &a[0])? as u32;
            let flags = number(vm, a, 1, libc::EFD_CLOEXEC)? as u32;
            let flags = EventfdFlags::from_bits_retain(flags);
            opened(vm, rustix::event::eventfd(count, flags))
        },
    ),
    native(
        "memfd_create",
        "(name, flags=1)",
        "A file that is in memory only.",
        |vm, a| {
            let name = path::system_path(vm, &a[0])?;
            let flags = number(vm, a, 1, 1)? as u32;
            let flags = MemfdFlags::from_bits_retain(flags);
            opened(vm, rustix::fs::memfd_create(name, flags))
        },
    ),
    native(
        "timerfd_create",
        "(clockid, /, *, flags=0)",
        "A descriptor that becomes readable at times.",
        |vm, a| {
            let clock = match path::descriptor(vm, &a[0])? {
                0 => TimerfdClockId::Realtime,
                1 => TimerfdClockId::Monotonic,
                7 => TimerfdClockId::Boottime,
                8 => TimerfdClockId::RealtimeAlarm,
                9 => TimerfdClockId::BoottimeAlarm,
                _ => return checked_plainly::<Value, _>(vm, Err(Errno::INVAL)),
            };
            let flags = (number(vm, a, 1, 0)? | libc::TFD_CLOEXEC) as u32;
            let flags = TimerfdFlags::from_bits_retain(flags);
            opened(vm, rustix::time::timerfd_create(clock, flags))
        },
    ),
    native(
        "_timerfd_settime",
        "(fd, flags, initial, interval, is_whole, /)",
        "Set a timer; give what it was set to.",
        set_timer,
    ),
    native(
        "_timerfd_gettime",
        "(fd, /)",
        "What a timer is set to.",
        |vm, a| {
            let spec = on(vm, a, |file| rustix::time::timerfd_gettime(file))?;
            Ok(timer(&spec))
        },
    ),
    native(
        "posix_openpt",
        "(oflag, /)",
        "Open a terminal that a program plays.",
        |vm, a| {
            let flags = OpenptFlags::from_bits_retain(path::descriptor(vm, &a[0])? as u32);
            opened(vm, rustix::pty::openpt(flags))
        },
    ),
    native(
        "grantpt",
        "(fd, /)",
        "Let the other end of a played terminal be opened by its user.",
        |vm, a| on(vm, a, |file| rustix::pty::grantpt(file)).map(|()| Value::None),
    ),
    native(
        "unlockpt",
        "(fd, /)",
        "Let the other end of a played terminal be opened.",
        |vm, a| on(vm, a, |file| rustix::pty::unlockpt(file)).map(|()| Value::None),
    ),
    native(
        "ptsname",
        "(fd, /)",
        "The name of the other end of a played terminal.",
        |vm, a| {
            let name = on(vm, a, |file| rustix::pty::ptsname(file, Vec::new()))?;
            Ok(Value::str(&name.to_string_lossy()))
        },
    ),
    native(
        "ttyname",
        "(fd, /)",
        "The name of an open terminal.",
        terminal_name,
    ),
    native(
        "_control_terminal",
        "(fd, /)",
        "Make a terminal the one of this session.",
        |vm, a| on(vm, a, |file| rustix::process::ioctl_tiocsctty(file)).map(|()| Value::None),
    ),
];
