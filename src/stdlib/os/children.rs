//! Functions of `os` that wait for children, and that become another program.

use super::path::{self, checked, checked_plainly};
use crate::event_loop::baton::Threads;
use crate::interp::{Res, Vm};
use crate::objects::native::{NativeDef, native};
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use crate::stdlib::permissions;
use nix::sys::resource::{self, UsageWho};
use nix::sys::wait::{Id, WaitPidFlag, WaitStatus, waitid};
use rustix::io::Errno;
use rustix::process::{self, Pid, WaitOptions};
use std::os::unix::process::CommandExt;
use std::process::Command;
use std::time::Duration;

/// How long nothing is asked between two questions about several children, of which no descriptor tells.
const PAUSE: Duration = Duration::from_millis(2);

/// Asks until there is an answer, an error or an interrupt, while others run.
fn until_answered<T>(
    vm: &Vm,
    waits: bool,
    ask: impl Fn() -> Result<Option<T>, Errno>,
) -> Res<Option<T>> {
    loop {
        match ask() {
            Ok(None) if waits => Threads::of(vm).outside(vm, || std::thread::sleep(PAUSE)),
            Err(Errno::INTR) => {}
            answer => return checked_plainly(vm, answer),
        }
        vm.poll()?;
    }
}

/// `(pid, status)` of a child, or `(0, 0)`.
fn wait(vm: &Vm, a: &[Value]) -> Res {
    let number = path::descriptor(vm, &a[0])?;
    let options = WaitOptions::from_bits_retain(path::descriptor(vm, &a[1])? as u32);
    let waits = !options.contains(WaitOptions::NOHANG);
    let options = options | WaitOptions::NOHANG;
    let answer = until_answered(vm, waits, || match number {
        -1 => process::wait(options),
        number if number > 0 => process::waitpid(Pid::from_raw(number), options),
        number => process::waitpgid(
            Pid::from_raw(-number).unwrap_or_else(process::getpgrp),
            options,
        ),
    })?;
    let (pid, status) = match answer {
        Some((pid, status)) => (pid.as_raw_nonzero().get(), status.as_raw()),
        None => (0, 0),
    };
    let both = [i64::from(pid), i64::from(status)].map(Value::Int);
    Ok(Value::from(Tuple::new(both.to_vec())))
}

/// `(pid, status, code)` of a child that `waitid` tells of; the code says how it changed.
fn wait_for_id(vm: &Vm, a: &[Value]) -> Res {
    let number = path::descriptor(vm, &a[1])?;
    let pid = nix::unistd::Pid::from_raw(number);
    let kind = path::descriptor(vm, &a[0])?;
    let options = WaitPidFlag::from_bits_retain(path::descriptor(vm, &a[2])?);
    let waits = !options.contains(WaitPidFlag::WNOHANG);
    let options = options | WaitPidFlag::WNOHANG;
    let ask = || {
        let told = match kind {
            0 => waitid(Id::All, options),
            1 => waitid(Id::Pid(pid), options),
            2 => waitid(Id::PGid(pid), options),
            3 => super::descriptor::with(number, |file| Ok(waitid(Id::PIDFd(file), options)))?,
            _ => return Err(Errno::INVAL),
        };
        match told {
            Ok(told) => Ok(changed(told)),
            Err(error) => Err(Errno::from_raw_os_error(error as i32)),
        }
    };
    let Some(items) = until_answered(vm, waits, ask)? else {
        return Ok(Value::None);
    };
    let items = items.map(|each| Value::Int(each.into()));
    Ok(Value::from(Tuple::new(items.to_vec())))
}

/// What has happened to a child, if anything has.
fn changed(told: WaitStatus) -> Option<[i32; 3]> {
    let (status, code) = match told {
        WaitStatus::Exited(_, status) => (status, libc::CLD_EXITED),
        WaitStatus::Signaled(_, signal, false) => (signal as i32, libc::CLD_KILLED),
        WaitStatus::Signaled(_, signal, true) => (signal as i32, libc::CLD_DUMPED),
        WaitStatus::Stopped(_, signal) => (signal as i32, libc::CLD_STOPPED),
        WaitStatus::Continued(_) => (libc::SIGCONT, libc::CLD_CONTINUED),
        _ => return None,
    };
    Some([told.pid()?.as_raw(), status, code])
}

/// The resources that children which have ended took, as `resource.struct_rusage` has them.
fn usage(vm: &Vm, a: &[Value]) -> Res {
    let who = match path::descriptor(vm, &a[0])? {
        -1 => UsageWho::RUSAGE_CHILDREN,
        1 => UsageWho::RUSAGE_THREAD,
        _ => UsageWho::RUSAGE_SELF,
    };
    let used = checked_plainly(vm, resource::getrusage(who))?;
    let seconds = |time: nix::sys::time::TimeVal| {
        Value::float(time.tv_sec() as f64 + time.tv_usec() as f64 * 1e-6)
    };
    let mut items = vec![seconds(used.user_time()), seconds(used.system_time())];
    let counts = [
        used.max_rss(),
        used.shared_integral(),
        used.unshared_data_integral(),
        used.unshared_stack_integral(),
        used.minor_page_faults(),
        used.major_page_faults(),
        used.full_swaps(),
        used.block_reads(),
        used.block_writes(),
        used.ipc_sends(),
        used.ipc_receives(),
        used.signals(),
        used.voluntary_context_switches(),
        used.involuntary_context_switches(),
    ];
    items.extend(counts.map(Value::Int));
    Ok(Value::from(Tuple::new(items)))
}

/// Becomes another program: `(path, arguments, environment or None)`.
fn become_program(vm: &Vm, a: &[Value]) -> Res {
    let path = path::path(vm, &a[0], "execve")?;
    permissions::run(vm, &path.system)?;
    // A name without a slash is a file of this folder, and nothing is looked for.
    let program = match path.system.as_encoded_bytes().contains(&b'/') {
        true => path.system.clone(),
        false => [std::ffi::OsStr::new("./"), &path.system]
            .into_iter()
            .collect(),
    };
    let words = vm.collect(&a[1])?;
    let Some((first, rest)) = words.split_first() else {
        return Err(vm.value_error("execve: argv must not be empty"));
    };
    let mut command = Command::new(program);
    command.arg0(path::system_path(vm, first)?);
    for each in rest {
        command.arg(path::system_path(vm, each)?);
    }
    command.env_clear();
    for pair in vm.collect(&a[2])? {
        if let Value::Tuple(pair) = &pair
            && let [name, value] = pair.items()
        {
            command.env(path::system_path(vm, name)?, path::system_path(vm, value)?);
        }
    }
    let error = command.exec();
    checked::<(), _>(vm, Err(error), &path).map(|()| Value::None)
}

/// The rows of these functions.
pub const FUNCTIONS: &[NativeDef] = &[
    native(
        "waitpid",
        "(pid, options, /)",
        "Wait until a child changes its state; which one it was, and what became of it.",
        wait,
    ),
    native(
        "_waitid",
        "(idtype, id, options, /)",
        "What is known of a child that has changed.",
        wait_for_id,
    ),
    native(
        "_usage",
        "(who, /)",
        "The resources that this process or its children took.",
        usage,
    ),
    native(
        "_become",
        "(path, argv, env, /)",
        "Become another program.",
        become_program,
    ),
];
