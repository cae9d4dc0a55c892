//! Functions of `os` on processes, their groups and sessions, how urgent they are and where they run.

use super::descriptors::on;
use super::path::{self, checked_plainly, failed};
use crate::interp::{Raised, Res, Vm};
use crate::objects::list::List;
use crate::objects::native::{NativeDef, native};
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use crate::stdlib::permissions;
use nix::sched::{self, CloneFlags, CpuSet};
use rustix::io::Errno;
use rustix::process::{self, Pid, PidfdFlags, Resource, Rlimit, Signal, Uid};
use std::ffi::OsStr;
use std::os::fd::IntoRawFd;

fn invalid(vm: &Vm) -> Raised {
    failed(vm, &std::io::Error::from_raw_os_error(libc::EINVAL), &[])
}

/// A process by its number; `None` is this one.
fn process_of(vm: &Vm, value: &Value) -> Res<Option<Pid>> {
    match path::descriptor(vm, value)? {
        number if number < 0 => Err(failed(vm, &Errno::SRCH.into(), &[])),
        number => Ok(Pid::from_raw(number)),
    }
}

fn done(vm: &Vm, result: Result<(), Errno>) -> Res {
    checked_plainly(vm, result).map(|()| Value::None)
}

fn number(vm: &Vm, result: Result<Pid, Errno>) -> Res {
    let pid = checked_plainly(vm, result)?;
    Ok(Value::Int(pid.as_raw_nonzero().get().into()))
}

/// What is asked to change other programs' surroundings needs the leave to start programs.
fn may_change(vm: &Vm, what: &str) -> Res<()> {
    permissions::run(vm, OsStr::new(what))
}

fn priority(vm: &Vm, a: &[Value]) -> Res<i32> {
    let result = match path::descriptor(vm, &a[0])? {
        0 => process::getpriority_process(process_of(vm, &a[1])?),
        1 => process::getpriority_pgrp(process_of(vm, &a[1])?),
        2 => process::getpriority_user(Uid::from_raw(path::descriptor(vm, &a[1])? as u32)),
        _ => return Err(invalid(vm)),
    };
    checked_plainly(vm, result)
}

fn set_priority(vm: &Vm, a: &[Value]) -> Res {
    let priority = path::descriptor(vm, &a[2])?;
    permissions::signal(vm, path::descriptor(vm, &a[1])?)?;
    done(
        vm,
        match path::descriptor(vm, &a[0])? {
            0 => process::setpriority_process(process_of(vm, &a[1])?, priority),
            1 => process::setpriority_pgrp(process_of(vm, &a[1])?, priority),
            2 => {
                let user = Uid::from_raw(path::descriptor(vm, &a[1])? as u32);
                process::setpriority_user(user, priority)
            }
            _ => return Err(invalid(vm)),
        },
    )
}

fn affinity(vm: &Vm, a: &[Value]) -> Res {
    let pid = nix::unistd::Pid::from_raw(path::descriptor(vm, &a[0])?);
    let found = checked_plainly(vm, sched::sched_getaffinity(pid))?;
    let all = (0..CpuSet::count()).filter(|each| found.is_set(*each).unwrap_or(false));
    vm.call_with(
        &Value::Class(vm.types.set.clone()),
        &[Value::from(List::new(all.map(Value::from).collect()))],
    )
}

fn set_affinity(vm: &Vm, a: &[Value]) -> Res {
    let number = path::descriptor(vm, &a[0])?;
    permissions::signal(vm, number)?;
    let mut wanted = CpuSet::new();
    for each in vm.collect(&a[1])? {
        let Ok(place) = usize::try_from(vm.index_size(&each)?) else {
            return Err(vm.value_error("negative CPU number"));
        };
        if wanted.set(place).is_err() {
            return Err(invalid(vm));
        }
    }
    let pid = nix::unistd::Pid::from_raw(number);
    checked_plainly(vm, sched::sched_setaffinity(pid, &wanted)).map(|()| Value::None)
}

fn send_to_group(vm: &Vm, a: &[Value]) -> Res {
    let (group, signal) = (path::descriptor(vm, &a[0])?, path::descriptor(vm, &a[1])?);
    permissions::signal(vm, -group)?;
    let Some(pid) = Pid::from_raw(group) else {
        return Err(invalid(vm));
    };
    done(
        vm,
        match Signal::from_named_raw(signal) {
            Some(signal) => process::kill_process_group(pid, signal),
            None if signal == 0 => process::test_kill_process_group(pid),
            None => return Err(invalid(vm)),
        },
    )
}

fn namespaces(vm: &Vm, value: Option<&Value>) -> Res<CloneFlags> {
    let bits = match value {
        Some(value) => path::descriptor(vm, value)?,
        None => 0,
    };
    Ok(CloneFlags::from_bits_retain(bits))
}

/// The resources in the order of their numbers.
const RESOURCES: [Resource; 16] = [
    Resource::Cpu,
    Resource::Fsize,
    Resource::Data,
    Resource::Stack,
    Resource::Core,
    Resource::Rss,
    Resource::Nproc,
    Resource::Nofile,
    Resource::Memlock,
    Resource::As,
    Resource::Locks,
    Resource::Sigpending,
    Resource::Msgqueue,
    Resource::Nice,
    Resource::Rtprio,
    Resource::Rttime,
];

fn limit(vm: &Vm, a: &[Value]) -> Res {
    let pid = process_of(vm, &a[0])?;
    let place = usize::try_from(path::descriptor(vm, &a[1])?).unwrap_or(usize::MAX);
    let resource = *RESOURCES.get(place).ok_or_else(|| invalid(vm))?;
    let new = match &a[2] {
        Value::None => None,
        both => {
            let both = vm.collect(both)?;
            let one = |value: &Value| Ok(u64::try_from(vm.index_size(value)?).ok());
            let (current, maximum) = (one(&both[0])?, one(&both[1])?);
            may_change(vm, "setrlimit")?;
            Some(Rlimit { current, maximum })
        }
    };
    let old = match new {
        Some(new) => process::prlimit(pid, resource, new),
        None if pid.is_none() => Ok(process::getrlimit(resource)),
        None => Err(Errno::NOSYS),
    };
    let old = match old {
        Err(Errno::PERM) => return Err(vm.value_error("not allowed to raise maximum limit")),
        Err(Errno::INVAL) => return Err(vm.value_error("current limit exceeds maximum limit")),
        old => checked_plainly(vm, old)?,
    };
    let shown = |number: Option<u64>| Value::Int(number.map_or(-1, |number| number as i64));
    Ok(Value::from(Tuple::new(vec![
        shown(old.current),
        shown(old.maximum),
    ])))
}

/// The rows of these functions.
pub const FUNCTIONS: &[NativeDef] = &[
    native(
        "getpgid",
        "(pid)",
        "The group that a process belongs to.",
        |vm, a| {
            let pid = process_of(vm, &a[0])?;
            number(vm, process::getpgid(pid))
        },
    ),
    native(
        "getpgrp",
        "()",
        "The group that this process belongs to.",
        |_, _| Ok(Value::Int(process::getpgrp().as_raw_nonzero().get().into())),
    ),
    native(
        "getsid",
        "(pid, /)",
        "The session that a process belongs to.",
        |vm, a| {
            let pid = process_of(vm, &a[0])?;
            number(vm, process::getsid(pid))
        },
    ),
    native("setsid", "()", "Call the system call setsid().", |vm, _| {
        may_change(vm, "setsid")?;
        checked_plainly(vm, process::setsid()).map(|_| Value::None)
    }),
    native(
        "setpgid",
        "(pid, pgrp, /)",
        "Put a process into a group.",
        |vm, a| {
            may_change(vm, "setpgid")?;
            let (pid, group) = (process_of(vm, &a[0])?, process_of(vm, &a[1])?);
            done(vm, process::setpgid(pid, group))
        },
    ),
    native(
        "setpgrp",
        "()",
        "Begin a group with this process.",
        |vm, _| {
            may_change(vm, "setpgrp")?;
            done(vm, process::setpgid(None, None))
        },
    ),
    native(
        "killpg",
        "(pgid, signal, /)",
        "Send a signal to all processes of a group.",
        send_to_group,
    ),
    native(
        "tcgetpgrp",
        "(fd, /)",
        "The group that a terminal listens to.",
        |vm, a| {
            let group = on(vm, a, |file| rustix::termios::tcgetpgrp(file))?;
            Ok(Value::Int(group.as_raw_nonzero().get().into()))
        },
    ),
    native(
        "tcsetpgrp",
        "(fd, pgid, /)",
        "Let a terminal listen to another group.",
        |vm, a| {
            on(vm, a, |file| rustix::io::fcntl_getfd(file))?;
            let group = process_of(vm, &a[1])?.ok_or_else(|| invalid(vm))?;
            on(vm, a, |file| rustix::termios::tcsetpgrp(file, group)).map(|()| Value::None)
        },
    ),
    native(
        "getpriority",
        "(which, who)",
        "Return program scheduling priority.",
        |vm, a| Ok(Value::Int(priority(vm, a)?.into())),
    ),
    native(
        "setpriority",
        "(which, who, priority)",
        "Set program scheduling priority.",
        set_priority,
    ),
    native(
        "nice",
        "(increment, /)",
        "Let others go before this process, so much more; how much that is now.",
        |vm, a| {
            let step = path::descriptor(vm, &a[0])?;
            Ok(Value::Int(checked_plainly(vm, process::nice(step))?.into()))
        },
    ),
    native(
        "sched_yield",
        "()",
        "Voluntarily relinquish the CPU.",
        |vm, _| {
            crate::event_loop::baton::Threads::of(vm).outside(vm, std::thread::yield_now);
            Ok(Value::None)
        },
    ),
    native(
        "sched_getaffinity",
        "(pid, /)",
        "The processors that a process may run on; 0 is this one.",
        affinity,
    ),
    native(
        "sched_setaffinity",
        "(pid, mask, /)",
        "Say which processors a process may run on.",
        set_affinity,
    ),
    native(
        "unshare",
        "(flags)",
        "Leave what is shared with other processes.",
        |vm, a| {
            may_change(vm, "unshare")?;
            checked_plainly(vm, sched::unshare(namespaces(vm, a.first())?)).map(|()| Value::None)
        },
    ),
    native(
        "setns",
        "(fd, nstype=0)",
        "Enter what other processes share.",
        |vm, a| {
            may_change(vm, "setns")?;
            let kind = namespaces(vm, a.get(1).and_then(Value::given))?;
            on(vm, a, |file| {
                sched::setns(file, kind).map_err(|error| Errno::from_raw_os_error(error as i32))
            })
            .map(|()| Value::None)
        },
    ),
    native(
        "pidfd_open",
        "(pid, flags=0)",
        "A descriptor that stands for a process.",
        |vm, a| {
            let pid = process_of(vm, &a[0])?.ok_or_else(|| invalid(vm))?;
            let flags = match a.get(1).and_then(Value::given) {
                Some(flags) => path::descriptor(vm, flags)? as u32,
                None => 0,
            };
            let flags = PidfdFlags::from_bits_retain(flags);
            let file = checked_plainly(vm, process::pidfd_open(pid, flags))?;
            Ok(Value::Int(file.into_raw_fd().into()))
        },
    ),
    native(
        "_pidfd_send_signal",
        "(pidfd, signal, /)",
        "Send a signal to the process that a descriptor stands for.",
        |vm, a| {
            may_change(vm, "pidfd_send_signal")?;
            let signal = path::descriptor(vm, &a[1])?;
            let signal = Signal::from_named_raw(signal).ok_or_else(|| invalid(vm))?;
            on(vm, a, |file| process::pidfd_send_signal(file, signal)).map(|()| Value::None)
        },
    ),
    native(
        "_limit",
        "(pid, resource, limits, /)",
        "The limits of a resource, and what they are from now on.",
        limit,
    ),
    native(
        "_sethostname",
        "(name, /)",
        "Say what this machine is called.",
        |vm, a| {
            may_change(vm, "sethostname")?;
            let name = path::system_path(vm, &a[0])?;
            checked_plainly(vm, nix::unistd::sethostname(name)).map(|()| Value::None)
        },
    ),
];
