//! Functions of `os` on descriptors.

use super::descriptor::{take, with};
use super::path::{self, checked, checked_plainly};
use crate::event_loop::watch::{self, Side};
use crate::interp::{Res, Vm};
use crate::objects::bytes::Bytes;
use crate::objects::native::{NativeDef, native};
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use crate::stdlib::permissions;
use rustix::fs::{Mode, OFlags, SeekFrom};
use rustix::io::{Errno, FdFlags};
use std::os::fd::{BorrowedFd, IntoRawFd};

/// Runs a system call on the descriptor in the first argument.
pub(super) fn on<T>(
    vm: &Vm,
    a: &[Value],
    action: impl FnOnce(BorrowedFd<'_>) -> Result<T, Errno>,
) -> Res<T> {
    let number = path::descriptor(vm, &a[0])?;
    checked_plainly(vm, with(number, action))
}

/// The same where a truth value is taken for a mistake.
pub(super) fn on_file<T>(
    vm: &Vm,
    a: &[Value],
    action: impl FnOnce(BorrowedFd<'_>) -> Result<T, Errno>,
) -> Res<T> {
    path::warn_of_bool(vm, &a[0])?;
    on(vm, a, action)
}

/// A length, or where something begins.
pub(super) fn size(vm: &Vm, value: &Value) -> Res<usize> {
    let size = vm.index_size(value)?;
    match usize::try_from(size) {
        Ok(size) => Ok(size),
        Err(_) => Err(path::failed(
            vm,
            &std::io::Error::from_raw_os_error(22),
            &[],
        )),
    }
}

/// The rows of these functions.
pub const FUNCTIONS: &[NativeDef] = &[
    native(
        "open",
        "(path, flags, mode=511, *, dir_fd=None)",
        "Open a file; the system's number for it.",
        |vm, a| {
            let path = path::path_at(vm, &a[0], "open", a.get(3))?;
            let flags = path::descriptor(vm, &a[1])? as u32;
            let flags = OFlags::from_bits_retain(flags) | OFlags::CLOEXEC;
            let mode = match a.get(2).and_then(Value::given) {
                Some(mode) => path::descriptor(vm, mode)? as u32,
                None => 0o777,
            };
            let writes = OFlags::WRONLY | OFlags::RDWR | OFlags::CREATE | OFlags::TRUNC;
            if flags.intersects(writes) {
                let follows = !flags.contains(OFlags::NOFOLLOW);
                permissions::write(vm, &path.system, follows)?;
            }
            let file = rustix::fs::open(&path.system, flags, Mode::from_raw_mode(mode));
            let file = checked(vm, file, &path)?;
            Ok(Value::Int(file.into_raw_fd().into()))
        },
    ),
    native("close", "(fd)", "Close a file descriptor.", |vm, a| {
        let number = path::descriptor(vm, &a[0])?;
        drop(checked_plainly(vm, take(number))?);
        Ok(Value::None)
    }),
    native(
        "closerange",
        "(fd_low, fd_high, /)",
        "Close all file descriptors in [fd_low, fd_high).",
        |vm, a| {
            let (low, high) = (path::descriptor(vm, &a[0])?, path::descriptor(vm, &a[1])?);
            (low..high).for_each(|number| drop(take(number)));
            Ok(Value::None)
        },
    ),
    native(
        "read",
        "(fd, length, /)",
        "Read from a file descriptor.  Returns a bytes object.",
        |vm, a| {
            let length = size(vm, &a[1])?;
            let mut data = crate::text::room(length).map_err(|fault| vm.fault(fault))?;
            data.resize(length, 0);
            watch::until_ready(vm, path::descriptor(vm, &a[0])?, Side::Read)?;
            let read = on(vm, a, |file| rustix::io::read(file, &mut data[..]))?;
            data.truncate(read);
            Ok(Value::from(Bytes::new(data)))
        },
    ),
    native(
        "write",
        "(fd, data, /)",
        "Write bytes to an open file, and tell how many were taken.",
        |vm, a| {
            let data = vm.expect_buffer(&a[1])?;
            let number = path::descriptor(vm, &a[0])?;
            if number == 1 {
                vm.flush_out()?;
            }
            let written = watch::write(vm, number, &data)?;
            Ok(Value::from(checked_plainly(vm, written)?))
        },
    ),
    native(
        "lseek",
        "(fd, position, whence, /)",
        "Go to a place of an open file.",
        |vm, a| {
            let position = vm.index_size(&a[1])?;
            let to = match vm.index_size(&a[2])? {
                0 => SeekFrom::Start(u64::try_from(position).unwrap_or(u64::MAX)),
                1 => SeekFrom::Current(position),
                2 => SeekFrom::End(position),
                _ => {
                    return Err(path::failed(
                        vm,
                        &std::io::Error::from_raw_os_error(22),
                        &[],
                    ));
                }
            };
            Ok(Value::from(
                on(vm, a, |file| rustix::fs::seek(file, to))? as i64
            ))
        },
    ),
    native(
        "fsync",
        "(fd)",
        "Wait until an open file is on its disk.",
        |vm, a| on_file(vm, a, |file| rustix::fs::fsync(file)).map(|()| Value::None),
    ),
    native(
        "fdatasync",
        "(fd)",
        "Wait until the data of an open file is on its disk.",
        |vm, a| on_file(vm, a, |file| rustix::fs::fdatasync(file)).map(|()| Value::None),
    ),
    native(
        "ftruncate",
        "(fd, length, /)",
        "Cut an open file off at a length.",
        |vm, a| {
            let length = size(vm, &a[1])? as u64;
            on(vm, a, |file| rustix::fs::ftruncate(file, length)).map(|()| Value::None)
        },
    ),
    native(
        "dup",
        "(fd, /)",
        "Another number for an open file.",
        |vm, a| {
            let copy = on(vm, a, |file| rustix::io::fcntl_dupfd_cloexec(file, 0))?;
            Ok(Value::Int(copy.into_raw_fd().into()))
        },
    ),
    native(
        "dup2",
        "(fd, fd2, inheritable=True)",
        "Duplicate file descriptor.",
        |vm, a| {
            let number = path::descriptor(vm, &a[1])?;
            if number < 0 {
                return checked_plainly::<Value, _>(vm, Err(Errno::BADF));
            }
            if number == path::descriptor(vm, &a[0])? {
                return Ok(a[1].clone());
            }
            let is_inheritable = path::flag(vm, a, 2, true)?;
            let copy = on(vm, a, |file| {
                let mut target = match take(number) {
                    Ok(target) => target,
                    // The number is free: the lowest copy at or above it takes it.
                    Err(_) => rustix::io::fcntl_dupfd_cloexec(file, number)?,
                };
                rustix::io::dup2(file, &mut target)?;
                let mut flags = FdFlags::empty();
                flags.set(FdFlags::CLOEXEC, !is_inheritable);
                rustix::io::fcntl_setfd(&target, flags)?;
                Ok(target)
            })?;
            Ok(Value::Int(copy.into_raw_fd().into()))
        },
    ),
    native(
        "pipe",
        "()",
        "Two ends of a pipe: where it is read, where it is written",
        |vm, _| {
            let ends = checked_plainly(vm, rustix::pipe::pipe())?;
            for end in [&ends.0, &ends.1] {
                checked_plainly(vm, rustix::io::fcntl_setfd(end, FdFlags::CLOEXEC))?;
            }
            let numbers = [ends.0, ends.1].map(|end| Value::Int(end.into_raw_fd().into()));
            Ok(Value::from(Tuple::new(numbers.to_vec())))
        },
    ),
    native(
        "isatty",
        "(fd, /)",
        "Whether a terminal is at the other end.",
        |vm, a| {
            let number = path::descriptor(vm, &a[0])?;
            let is_terminal = with(number, |file| Ok(rustix::termios::isatty(file)));
            Ok(Value::bool(is_terminal.unwrap_or(false)))
        },
    ),
    native(
        "get_blocking",
        "(fd, /)",
        "Whether reading and writing waits.",
        |vm, a| {
            let flags = on(vm, a, |file| rustix::fs::fcntl_getfl(file))?;
            Ok(Value::bool(!flags.contains(OFlags::NONBLOCK)))
        },
    ),
    native(
        "set_blocking",
        "(fd, blocking, /)",
        "Say whether reading and writing waits.",
        |vm, a| {
            let blocking = vm.truth(&a[1])?;
            on(vm, a, |file| {
                let mut flags = rustix::fs::fcntl_getfl(file)?;
                flags.set(OFlags::NONBLOCK, !blocking);
                rustix::fs::fcntl_setfl(file, flags)
            })
            .map(|()| Value::None)
        },
    ),
    native(
        "get_inheritable",
        "(fd, /)",
        "Whether programs that are run get the descriptor.",
        |vm, a| {
            let flags = on(vm, a, |file| rustix::io::fcntl_getfd(file))?;
            Ok(Value::bool(!flags.contains(FdFlags::CLOEXEC)))
        },
    ),
    native(
        "set_inheritable",
        "(fd, inheritable, /)",
        "Say whether programs that are run get the descriptor.",
        |vm, a| {
            let inheritable = vm.truth(&a[1])?;
            on(vm, a, |file| {
                let mut flags = rustix::io::fcntl_getfd(file)?;
                flags.set(FdFlags::CLOEXEC, !inheritable);
                rustix::io::fcntl_setfd(file, flags)
            })
            .map(|()| Value::None)
        },
    ),
    native(
        "_terminal_size",
        "(fd, /)",
        "Columns and lines of a terminal.",
        |vm, a| {
            let size = on(vm, a, |file| rustix::termios::tcgetwinsize(file))?;
            let both = vec![
                Value::Int(size.ws_col.into()),
                Value::Int(size.ws_row.into()),
            ];
            Ok(Value::from(Tuple::new(both)))
        },
    ),
];
