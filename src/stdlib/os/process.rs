//! Functions of `os` about the process, its user and its machine.

use super::path::{self, checked_plainly};
use crate::interp::Res;
use crate::objects::bytes::Bytes;
use crate::objects::exceptions::os_error::describe;
use crate::objects::native::{NativeDef, native};
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use crate::stdlib::permissions;
use rustix::process::{Pid, Signal};
use std::os::unix::ffi::OsStringExt;

fn id(number: u32) -> Res {
    Ok(Value::Int(number.into()))
}

fn processors() -> Value {
    std::thread::available_parallelism().map_or(Value::None, |count| Value::from(count.get()))
}

/// The rows of these functions.
pub const FUNCTIONS: &[NativeDef] = &[
    native("getpid", "()", "Return the current process id.", |_, _| {
        id(std::process::id())
    }),
    native(
        "getppid",
        "()",
        "Return the parent's process id.",
        |_, _| {
            Ok(Value::Int(
                rustix::process::getppid().map_or(0, |pid| pid.as_raw_nonzero().get().into()),
            ))
        },
    ),
    native("getuid", "()", "Which user runs the program.", |_, _| {
        id(rustix::process::getuid().as_raw())
    }),
    native(
        "geteuid",
        "()",
        "Which user the program acts as.",
        |_, _| id(rustix::process::geteuid().as_raw()),
    ),
    native(
        "getgid",
        "()",
        "Which group the program is run by.",
        |_, _| id(rustix::process::getgid().as_raw()),
    ),
    native(
        "getegid",
        "()",
        "Which group the program acts as.",
        |_, _| id(rustix::process::getegid().as_raw()),
    ),
    native(
        "cpu_count",
        "()",
        "How many processors the machine has.",
        |_, _| Ok(processors()),
    ),
    native(
        "process_cpu_count",
        "()",
        "How many processors the program may use.",
        |_, _| Ok(processors()),
    ),
    native(
        "urandom",
        "(size, /)",
        "Bytes that nobody can foresee.",
        |vm, a| {
            let Ok(size) = usize::try_from(vm.index_size(&a[0])?) else {
                return Err(vm.value_error("negative argument not allowed"));
            };
            let mut data = crate::text::room(size).map_err(|fault| vm.fault(fault))?;
            data.resize(size, 0);
            let mut done = 0;
            while done < size {
                let flags = rustix::rand::GetRandomFlags::empty();
                done += checked_plainly(vm, rustix::rand::getrandom(&mut data[done..], flags))?;
            }
            Ok(Value::from(Bytes::new(data)))
        },
    ),
    native(
        "strerror",
        "(code, /)",
        "What an error number means, in words.",
        |vm, a| Ok(Value::from(describe(path::descriptor(vm, &a[0])?))),
    ),
    native(
        "kill",
        "(pid, signal, /)",
        "Send a signal to a process.",
        |vm, a| {
            let (pid, signal) = (path::descriptor(vm, &a[0])?, path::descriptor(vm, &a[1])?);
            let invalid = || path::failed(vm, &std::io::Error::from_raw_os_error(22), &[]);
            permissions::signal(vm, pid)?;
            let pid = Pid::from_raw(pid).ok_or_else(invalid)?;
            if pid == rustix::process::getpid()
                && vm.thread.id.get() == 0
                && Signal::from_named_raw(signal).is_some()
                && crate::stdlib::signal::is_handled(vm, signal)
            {
                // It is handled before the call returns.
                return crate::stdlib::signal::send_to_self(vm, signal).map(|()| Value::None);
            }
            let result = match Signal::from_named_raw(signal) {
                Some(signal) => rustix::process::kill_process(pid, signal),
                None if signal == 0 => rustix::process::test_kill_process(pid),
                None => return Err(invalid()),
            };
            checked_plainly(vm, result).map(|()| Value::None)
        },
    ),
    native(
        "_exit",
        "(status)",
        "End the program on the spot.",
        |vm, a| std::process::exit(path::descriptor(vm, &a[0])?),
    ),
    native(
        "_uname",
        "()",
        "What the system says about itself.",
        |_, _| {
            let uname = rustix::system::uname();
            let texts = [
                uname.sysname(),
                uname.nodename(),
                uname.release(),
                uname.version(),
                uname.machine(),
            ];
            let items = texts.map(|text| Value::str(&text.to_string_lossy()));
            Ok(Value::from(Tuple::new(items.to_vec())))
        },
    ),
    native(
        "_times",
        "()",
        "User and system time of the process, of its children, and the elapsed time.",
        |vm, _| {
            let clock = vm.extension::<crate::event_loop::clock::Clock>();
            let user = crate::event_loop::clock::to_seconds(clock.processor(false));
            let elapsed = crate::event_loop::clock::to_seconds(clock.now());
            let items = [user, 0.0, 0.0, 0.0, elapsed].map(Value::float);
            Ok(Value::from(Tuple::new(items.to_vec())))
        },
    ),
    native(
        "getloadavg",
        "()",
        "How many processes were ready on average in 1, 5 and 15 minutes.",
        |vm, _| {
            let text = checked_plainly(vm, std::fs::read_to_string("/proc/loadavg"))?;
            let numbers = text
                .split(' ')
                .take(3)
                .map(|number| Value::float(number.parse().unwrap_or(0.0)));
            Ok(Value::from(Tuple::new(numbers.collect())))
        },
    ),
    native(
        "_environ",
        "()",
        "Pairs of names and values in the environment, as bytes.",
        |_, _| {
            let pair = |(name, value): (std::ffi::OsString, std::ffi::OsString)| {
                let both = [name, value].map(|text| Value::from(Bytes::new(text.into_vec())));
                Value::from(Tuple::new(both.to_vec()))
            };
            Ok(Value::from(Tuple::new(
                std::env::vars_os().map(pair).collect(),
            )))
        },
    ),
    native(
        "_user_name",
        "(uid, /)",
        "The name of a user by number.",
        |vm, a| {
            let wanted = vm.str(&a[0])?;
            let users = std::fs::read_to_string("/etc/passwd").unwrap_or_default();
            let fields = users
                .lines()
                .map(|line| line.split(':').collect::<Vec<_>>());
            let mut found = fields.filter(|row| row.len() > 5 && row[2] == wanted);
            Ok(found.next().map_or(Value::None, |row| Value::str(row[0])))
        },
    ),
];
