//! Functions of `os` that move bytes between descriptors, or at a place in one without moving its position.

use super::descriptor::with;
use super::descriptors::{on, size};
use super::path::{self, checked_plainly, given};
use crate::event_loop::baton::Threads;
use crate::event_loop::watch::{self, Side};
use crate::interp::{Res, Vm};
use crate::objects::bytes::Bytes;
use crate::objects::native::{NativeDef, native};
use crate::objects::value::Value;
use nix::fcntl::FcntlArg;
use rustix::fs::Advice;
use rustix::io::Errno;
use std::num::NonZeroU64;

fn count(vm: &Vm, result: Result<usize, Errno>) -> Res {
    checked_plainly(vm, result).map(Value::from)
}

/// Where a call begins that moves a position of its own; `None`: at the descriptor's.
fn start(vm: &Vm, a: &[Value], place: usize) -> Res<Option<u64>> {
    match given(a, place) {
        Some(value) => Ok(Some(size(vm, value)? as u64)),
        None => Ok(None),
    }
}

fn how_many(vm: &Vm, value: &Value) -> Res<usize> {
    usize::try_from(vm.index_size(value)?)
        .map_err(|_| vm.value_error("negative value for 'count' not allowed"))
}

/// Room for what is read.
fn room(vm: &Vm, length: usize) -> Res<Vec<u8>> {
    let mut data = crate::text::room(length).map_err(|fault| vm.fault(fault))?;
    data.resize(length, 0);
    Ok(data)
}

fn read_at(vm: &Vm, a: &[Value]) -> Res {
    let mut data = room(vm, size(vm, &a[1])?)?;
    let from = size(vm, &a[2])? as u64;
    let read = on(vm, a, |file| rustix::io::pread(file, &mut data[..], from))?;
    data.truncate(read);
    Ok(Value::from(Bytes::new(data)))
}

fn write_at(vm: &Vm, a: &[Value]) -> Res {
    let data = vm.expect_buffer(&a[1])?;
    let from = size(vm, &a[2])? as u64;
    let written = on(vm, a, |file| rustix::io::pwrite(file, &data, from))?;
    Ok(Value::from(written))
}

fn send_file(vm: &Vm, a: &[Value]) -> Res {
    let (out, source) = (path::descriptor(vm, &a[0])?, path::descriptor(vm, &a[1])?);
    let mut from = start(vm, a, 2)?;
    let wanted = size(vm, &a[3])?;
    watch::until_ready(vm, out, Side::Write)?;
    count(
        vm,
        with(out, |out| {
            with(source, |source| {
                rustix::fs::sendfile(out, source, from.as_mut(), wanted)
            })
        }),
    )
}

fn copy_range(vm: &Vm, a: &[Value]) -> Res {
    let (source, target) = (path::descriptor(vm, &a[0])?, path::descriptor(vm, &a[1])?);
    let wanted = how_many(vm, &a[2])?;
    let (mut from, mut to) = (start(vm, a, 3)?, start(vm, a, 4)?);
    count(
        vm,
        with(source, |source| {
            with(target, |target| {
                rustix::fs::copy_file_range(source, from.as_mut(), target, to.as_mut(), wanted)
            })
        }),
    )
}

fn splice(vm: &Vm, a: &[Value]) -> Res {
    let (source, target) = (path::descriptor(vm, &a[0])?, path::descriptor(vm, &a[1])?);
    let wanted = how_many(vm, &a[2])?;
    let (mut from, mut to) = (start(vm, a, 3)?, start(vm, a, 4)?);
    let flags = match a.get(5).and_then(Value::given) {
        Some(flags) => path::descriptor(vm, flags)? as u32,
        None => 0,
    };
    let flags = rustix::pipe::SpliceFlags::from_bits_retain(flags);
    watch::until_ready(vm, source, Side::Read)?;
    count(
        vm,
        with(source, |source| {
            with(target, |target| {
                rustix::pipe::splice(source, from.as_mut(), target, to.as_mut(), wanted, flags)
            })
        }),
    )
}

fn advise(vm: &Vm, a: &[Value]) -> Res {
    let (from, length) = (size(vm, &a[1])? as u64, size(vm, &a[2])? as u64);
    let advice = match path::descriptor(vm, &a[3])? {
        0 => Advice::Normal,
        1 => Advice::Random,
        2 => Advice::Sequential,
        3 => Advice::WillNeed,
        4 => Advice::DontNeed,
        5 => Advice::NoReuse,
        _ => return checked_plainly::<Value, _>(vm, Err(Errno::INVAL)),
    };
    let length = NonZeroU64::new(length);
    on(vm, a, |file| {
        rustix::fs::fadvise(file, from, length, advice)
    })
    .map(|()| Value::None)
}

/// Locks, unlocks or tests what lies from the position on.
fn lock(vm: &Vm, a: &[Value]) -> Res {
    let wanted = |kind: i32, length: i64| libc::flock {
        l_type: kind as _,
        l_whence: libc::SEEK_CUR as _,
        l_start: 0,
        l_len: length,
        l_pid: 0,
    };
    let number = path::descriptor(vm, &a[0])?;
    let length = vm.index_size(&a[2])?;
    let mut range = wanted(libc::F_WRLCK, length);
    let answer = match path::descriptor(vm, &a[1])? {
        libc::F_ULOCK => {
            range = wanted(libc::F_UNLCK, length);
            controlled(number, FcntlArg::F_SETLK(&range))
        }
        libc::F_LOCK => {
            Threads::of(vm).outside(vm, || controlled(number, FcntlArg::F_SETLKW(&range)))
        }
        libc::F_TLOCK => controlled(number, FcntlArg::F_SETLK(&range)),
        libc::F_TEST => controlled(number, FcntlArg::F_GETLK(&mut range)).and_then(|()| {
            let is_free = i32::from(range.l_type) == libc::F_UNLCK;
            if is_free { Ok(()) } else { Err(Errno::ACCESS) }
        }),
        _ => Err(Errno::INVAL),
    };
    checked_plainly(vm, answer).map(|()| Value::None)
}

fn controlled(number: i32, wanted: FcntlArg) -> Result<(), Errno> {
    with(number, |file| match nix::fcntl::fcntl(file, wanted) {
        Ok(_) => Ok(()),
        Err(error) => Err(Errno::from_raw_os_error(error as i32)),
    })
}

/// The rows of these functions.
pub const FUNCTIONS: &[NativeDef] = &[
    native(
        "pread",
        "(fd, length, offset, /)",
        "Read bytes at a place of an open file, and stay where one is.",
        read_at,
    ),
    native(
        "pwrite",
        "(fd, buffer, offset, /)",
        "Write bytes at a place of an open file, and stay where one is.",
        write_at,
    ),
    native(
        "sendfile",
        "(out_fd, in_fd, offset, count)",
        "Let the system copy from one open file to another.",
        send_file,
    ),
    native(
        "copy_file_range",
        "(src, dst, count, offset_src=None, offset_dst=None)",
        "Let the system copy between open files of one disk.",
        copy_range,
    ),
    native(
        "splice",
        "(src, dst, count, offset_src=None, offset_dst=None, flags=0)",
        "Let the system move bytes between a pipe and an open file.",
        splice,
    ),
    native(
        "posix_fadvise",
        "(fd, offset, length, advice, /)",
        "Tell the system in what order a file will be read.",
        advise,
    ),
    native(
        "posix_fallocate",
        "(fd, offset, length, /)",
        "Let a file have its place on the disk at once.",
        |vm, a| {
            let (from, length) = (size(vm, &a[1])? as u64, size(vm, &a[2])? as u64);
            let flags = rustix::fs::FallocateFlags::empty();
            on(vm, a, |file| {
                rustix::fs::fallocate(file, flags, from, length)
            })
            .map(|()| Value::None)
        },
    ),
    native(
        "lockf",
        "(fd, command, length, /)",
        "Lock a part of an open file, or look whether it is locked.",
        lock,
    ),
    native(
        "sync",
        "()",
        "Wait until all files are on their disks.",
        |_, _| {
            rustix::fs::sync();
            Ok(Value::None)
        },
    ),
];
