//! `_subprocess`: child processes, the pipes to them, and reading and writing descriptors by their numbers. What programs
//! use is `subprocess.py` and `asyncio.subprocess`.

mod child;

use crate::event_loop::clock::{Clock, from_seconds};
use crate::event_loop::loop_methods::{descriptor, real_number};
use crate::event_loop::watch::{self, Side};
use crate::interp::{Raised, Res, Vm};
use crate::objects::bytes::Bytes;
use crate::objects::counted::Ref;
use crate::objects::module::Module;
use crate::objects::native::{Native, NativeDef, native};
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use crate::stdlib::os::path::system_path;
use crate::stdlib::permissions;
use rustix::io::Errno;
use rustix::process::{self, Pid, PidfdFlags, Signal, WaitOptions};
use std::cell::RefCell;
use std::os::fd::{IntoRawFd, RawFd};
use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio};

/// What is done before a child gets this process's own standard input, by whoever has that: a prompt, say.
#[derive(Default)]
pub struct Lending(RefCell<Option<Box<dyn Fn()>>>);

impl Lending {
    /// Says what is done.
    pub fn set(&self, lend: impl Fn() + 'static) {
        self.0.replace(Some(Box::new(lend)));
    }
}

/// Fills the module.
pub fn make(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    for row in FUNCTIONS {
        let function = Value::Native(Native::function(row, "_subprocess"));
        module.dict.set_name(&vm.name(row.name), function);
    }
    Ok(())
}

fn failed(vm: &Vm, error: Errno) -> Raised {
    vm.os_error(&error.into(), None)
}

/// What stands for a stream of the child: a descriptor, or -1 for the one of this process.
fn stream(vm: &Vm, value: &Value) -> Res<Stdio> {
    let number = vm.index_usize(value)?;
    if number < 0 {
        return Ok(Stdio::inherit());
    }
    let number = number as RawFd;
    match watch::borrow(&number).try_clone_to_owned() {
        Ok(own) => Ok(Stdio::from(own)),
        Err(error) => Err(vm.os_error(&error, None)),
    }
}

fn spawn(vm: &Vm, a: &[Value]) -> Res {
    let words = vm.collect(&a[0])?;
    let Some(first) = words.first() else {
        return Err(vm.index_error("list index out of range"));
    };
    let first = system_path(vm, first)?;
    let program = match &a[1] {
        Value::None => first.clone(),
        program => system_path(vm, program)?,
    };
    permissions::run(vm, &program)?;
    let mut command = Command::new(&program);
    command.arg0(&first);
    for each in &words[1..] {
        command.arg(system_path(vm, each)?);
    }
    if !a[2].is_none() {
        command.current_dir(system_path(vm, &a[2])?);
    }
    if !a[3].is_none() {
        command.env_clear();
        for pair in vm.collect(&a[3])? {
            if let Value::Tuple(pair) = &pair
                && let [key, value] = pair.items()
            {
                command.env(system_path(vm, key)?, system_path(vm, value)?);
            }
        }
    }
    command.stdin(stream(vm, &a[4])?);
    if vm.index_usize(&a[4])? < 0
        && let Some(lend) = &*vm.extension::<Lending>().0.borrow()
    {
        lend();
    }
    command.stdout(stream(vm, &a[5])?);
    command.stderr(stream(vm, &a[6])?);
    let settings = settings(vm, &a[7])?;
    let own = || {
        // The child has no thread to hand over to.
        vm.interrupt.set_wanted(false);
        vm.call_with(&a[8], &[]).map(Value::discard).is_ok()
    };
    let own: Option<&dyn Fn() -> bool> = (!a[8].is_none()).then_some(&own);
    let _ = vm.output.flush();
    let error = match child::spawn(command, settings, own) {
        Ok(number) => return Ok(Value::Int(number.into())),
        Err(error) => error,
    };
    match child::fault(error) {
        child::Fault::Raised => Ok(Value::None),
        child::Fault::Setting(error) => Err(vm.os_error(&error, None)),
        child::Fault::Program(error) => {
            let shown = match (&a[2], error.raw_os_error()) {
                (Value::None, _) => program.to_string_lossy().into_owned(),
                (directory, Some(2 | 20))
                    if !std::path::Path::new(&system_path(vm, directory)?).is_dir() =>
                {
                    system_path(vm, directory)?.to_string_lossy().into_owned()
                }
                _ => program.to_string_lossy().into_owned(),
            };
            Err(vm.os_error(&error, Some(&shown)))
        }
    }
}

/// What `Popen` says about the child: (process group, session, umask, user, group, groups, descriptors, restores signals).
fn settings(vm: &Vm, value: &Value) -> Res<child::Settings> {
    let parts = vm.collect(value)?;
    let number = |place: usize| match &parts[place] {
        Value::None => Ok(None),
        value => vm.index_usize(value).map(Some),
    };
    let numbers = |place: usize| match &parts[place] {
        Value::None => Ok(None),
        value => {
            let values = vm.collect(value)?;
            let all: Res<Vec<i64>> = values.iter().map(|each| vm.index_usize(each)).collect();
            all.map(Some)
        }
    };
    Ok(child::Settings {
        process_group: number(0)?.map(|number| number as i32),
        session: vm.truth(&parts[1])?,
        mask: number(2)?.map(|number| number as u32),
        user: number(3)?.map(|number| number as u32),
        group: number(4)?.map(|number| number as u32),
        groups: numbers(5)?.map(|all| all.iter().map(|&each| each as u32).collect()),
        kept: numbers(6)?.map(|all| all.iter().map(|&each| each as RawFd).collect()),
        restores_signals: vm.truth(&parts[7])?,
    })
}

fn pid_argument(vm: &Vm, value: &Value) -> Res<Pid> {
    let number = vm.index_usize(value)?;
    match Pid::from_raw(number as i32) {
        Some(pid) if number > 0 => Ok(pid),
        _ => Err(failed(vm, Errno::CHILD)),
    }
}

/// The status of a child that has ended, as `Popen.returncode` tells it; `None`: it runs.
fn status(vm: &Vm, pid: Pid) -> Res {
    match process::waitpid(Some(pid), WaitOptions::NOHANG) {
        Ok(None) => Ok(Value::None),
        Ok(Some((_, status))) => Ok(match (status.exit_status(), status.terminating_signal()) {
            (Some(code), _) => Value::Int(code.into()),
            (None, Some(signal)) => Value::Int(-i64::from(signal)),
            (None, None) => Value::None,
        }),
        Err(error) => Err(failed(vm, error)),
    }
}

fn wait(vm: &Vm, a: &[Value]) -> Res {
    let pid = pid_argument(vm, &a[0])?;
    let clock = vm.extension::<Clock>();
    let deadline = match a.get(1).and_then(Value::given) {
        None | Some(Value::None) => None,
        Some(seconds) => {
            let span = from_seconds(real_number(vm, seconds)?);
            Some(clock.now().saturating_add(span))
        }
    };
    loop {
        let ended = status(vm, pid)?;
        if !ended.is_none() {
            return Ok(ended);
        }
        let own = process::pidfd_open(pid, PidfdFlags::empty()).map_err(|e| failed(vm, e))?;
        let number = own.into_raw_fd();
        let ready = watch::wait_for(vm, number, Side::Read, deadline);
        watch::close(number);
        if !ready? {
            return status(vm, pid);
        }
    }
}

fn read(vm: &Vm, a: &[Value]) -> Res {
    let number = descriptor(vm, &a[0])?;
    let size = vm.index_usize(&a[1])?.clamp(0, 1 << 30) as usize;
    let mut buffer = vec![0; size];
    loop {
        match rustix::io::read(watch::borrow(&number), &mut buffer[..]) {
            Ok(count) => {
                buffer.truncate(count);
                return Ok(Value::from(Bytes::new(buffer)));
            }
            Err(Errno::INTR) => vm.poll()?,
            Err(error) => return Err(failed(vm, error)),
        }
    }
}

fn write(vm: &Vm, a: &[Value]) -> Res {
    let number = descriptor(vm, &a[0])?;
    let Some(bytes) = vm.bytes_opt(&a[1])? else {
        let class = vm.class_name(&a[1]);
        return Err(vm.type_error(&format!("a bytes-like object is required, not '{class}'")));
    };
    loop {
        match rustix::io::write(watch::borrow(&number), &bytes) {
            Ok(count) => return Ok(Value::from(count)),
            Err(Errno::INTR) => vm.poll()?,
            Err(error) => return Err(failed(vm, error)),
        }
    }
}

const FUNCTIONS: &[NativeDef] = &[
    native(
        "spawn",
        "(args, executable, cwd, env, stdin, stdout, stderr, settings, preexec_fn, /)",
        "Start a child; give its number, or None if preexec_fn has raised.",
        spawn,
    ),
    native(
        "status",
        "(pid, /)",
        "How a child has ended, or None.",
        |vm, a| status(vm, pid_argument(vm, &a[0])?),
    ),
    native(
        "wait",
        "(pid, timeout=None, /)",
        "Wait until a child has ended.",
        wait,
    ),
    native(
        "kill",
        "(pid, signal, /)",
        "Send a signal to a process.",
        |vm, a| {
            let pid = pid_argument(vm, &a[0])?;
            permissions::signal(vm, pid.as_raw_nonzero().get())?;
            let number = vm.index_usize(&a[1])? as i32;
            if pid == process::getpid() && crate::stdlib::signal::is_handled(vm, number) {
                crate::stdlib::signal::send_to_self(vm, number)?;
                return Ok(Value::None);
            }
            let outcome = match Signal::from_named_raw(number) {
                Some(signal) => process::kill_process(pid, signal),
                None if number == 0 => process::test_kill_process(pid),
                None => Err(Errno::INVAL),
            };
            match outcome {
                Ok(()) => Ok(Value::None),
                Err(error) => Err(failed(vm, error)),
            }
        },
    ),
    native(
        "pidfd_open",
        "(pid, /)",
        "A descriptor that is ready when a child has ended.",
        |vm, a| {
            let pid = pid_argument(vm, &a[0])?;
            match process::pidfd_open(pid, PidfdFlags::empty()) {
                Ok(own) => Ok(Value::Int(own.into_raw_fd().into())),
                Err(error) => Err(failed(vm, error)),
            }
        },
    ),
    native(
        "pipe",
        "()",
        "The numbers of the two ends of a pipe.",
        |vm, _| match rustix::pipe::pipe_with(rustix::pipe::PipeFlags::CLOEXEC) {
            Ok((reading, writing)) => Ok(Value::from(Tuple::new(vec![
                Value::Int(reading.into_raw_fd().into()),
                Value::Int(writing.into_raw_fd().into()),
            ]))),
            Err(error) => Err(failed(vm, error)),
        },
    ),
    native("read", "(fd, size, /)", "Read bytes.", read),
    native(
        "write",
        "(fd, data, /)",
        "Write bytes; give how many.",
        write,
    ),
    native("close", "(fd, /)", "Close a descriptor.", |vm, a| {
        watch::close(descriptor(vm, &a[0])?);
        Ok(Value::None)
    }),
    native(
        "set_blocking",
        "(fd, blocking, /)",
        "Say whether calls of the system wait.",
        |vm, a| {
            let number = descriptor(vm, &a[0])?;
            let waits = vm.truth(&a[1])?;
            match rustix::io::ioctl_fionbio(watch::borrow(&number), !waits) {
                Ok(()) => Ok(Value::None),
                Err(error) => Err(failed(vm, error)),
            }
        },
    ),
    native(
        "kind",
        "(fd, /)",
        "What a descriptor is: 'pipe', 'socket', 'character device', 'file' or ''.",
        |vm, a| {
            use rustix::fs::FileType;
            let number = descriptor(vm, &a[0])?;
            match rustix::fs::fstat(watch::borrow(&number)) {
                Ok(known) => Ok(Value::str(match FileType::from_raw_mode(known.st_mode) {
                    FileType::Fifo => "pipe",
                    FileType::Socket => "socket",
                    FileType::CharacterDevice => "character device",
                    FileType::RegularFile => "file",
                    _ => "",
                })),
                Err(error) => Err(failed(vm, error)),
            }
        },
    ),
    native(
        "wait_readable",
        "(fd, timeout=None, /)",
        "Wait until something can be read.",
        |vm, a| wait_for(vm, a, Side::Read),
    ),
    native(
        "wait_writable",
        "(fd, timeout=None, /)",
        "Wait until something can be written.",
        |vm, a| wait_for(vm, a, Side::Write),
    ),
    native(
        "remove_socket",
        "(path, /)",
        "Remove the file of a socket, if there is one.",
        |vm, a| {
            use std::os::unix::fs::FileTypeExt;
            let path = system_path(vm, &a[0])?;
            let known = std::fs::symlink_metadata(&path);
            if known.is_ok_and(|known| known.file_type().is_socket()) {
                permissions::write(vm, &path, false)?;
                let _ = std::fs::remove_file(&path);
            }
            Ok(Value::None)
        },
    ),
    native(
        "null",
        "(writes, /)",
        "A descriptor that leads nowhere.",
        |vm, a| {
            let writes = vm.truth(&a[0])?;
            let opened = std::fs::OpenOptions::new()
                .read(!writes)
                .write(writes)
                .open("/dev/null");
            match opened {
                Ok(file) => Ok(Value::Int(file.into_raw_fd().into())),
                Err(error) => Err(vm.os_error(&error, None)),
            }
        },
    ),
];

fn wait_for(vm: &Vm, a: &[Value], side: Side) -> Res {
    let number = descriptor(vm, &a[0])?;
    let deadline = match a.get(1).and_then(Value::given) {
        None | Some(Value::None) => None,
        Some(seconds) => {
            let span = from_seconds(real_number(vm, seconds)?);
            Some(vm.extension::<Clock>().now().saturating_add(span))
        }
    };
    watch::wait_for(vm, number, side, deadline).map(Value::bool)
}
