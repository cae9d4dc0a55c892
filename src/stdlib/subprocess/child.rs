//! What a child does between its birth and its program: settings that the system's spawning has no word for. One of the few
//! modules with `unsafe`.
//!
//! Invariant: between the two, only calls of the system are made here, on memory that was there before: nothing is allocated
//! and no lock is taken. The one exception is the script's own `preexec_fn`, which runs on the copy of the thread that
//! started the child, while that thread waits; the child has no other thread, and ends or becomes the program after it.

#![allow(unsafe_code)]

use std::ffi::c_int;
use std::io::{Error, Result};
use std::os::fd::RawFd;
use std::os::unix::process::CommandExt;
use std::process::Command;

/// What is added to an error's number if it came before the program was looked for.
const BEFORE: i32 = 1 << 16;

/// What tells that the script's own function has raised.
const RAISED: i32 = 1 << 17;

/// The settings, in the order in which they are made.
pub struct Settings {
    /// The permissions that its files do not get, unless they are this process's.
    pub mask: Option<u32>,
    /// Whether the signals that are ignored here are not ignored there.
    pub restores_signals: bool,
    /// Whether it leads a session of its own.
    pub session: bool,
    /// The process group that it joins; 0: one of its own.
    pub process_group: Option<i32>,
    /// The groups besides its own.
    pub groups: Option<Vec<u32>>,
    /// The group that it belongs to.
    pub group: Option<u32>,
    /// The user that it belongs to.
    pub user: Option<u32>,
    /// The descriptors that it keeps under their numbers, in order; `None`: all that may be inherited.
    pub kept: Option<Vec<RawFd>>,
}

/// Why a child did not become its program.
pub enum Fault {
    /// The system refused one of the settings.
    Setting(Error),
    /// The script's own function raised.
    Raised,
    /// The program could not be run, or the directory not be entered.
    Program(Error),
}

/// Says which fault the system's spawning has told of.
pub fn fault(error: Error) -> Fault {
    match error.raw_os_error() {
        Some(RAISED) => Fault::Raised,
        Some(number) if number >= BEFORE => {
            Fault::Setting(Error::from_raw_os_error(number - BEFORE))
        }
        _ => Fault::Program(error),
    }
}

/// What a call of the system answers, as a result.
fn done(answer: c_int) -> Result<()> {
    if answer == 0 {
        return Ok(());
    }
    let number = Error::last_os_error()
        .raw_os_error()
        .unwrap_or(libc::EINVAL);
    Err(Error::from_raw_os_error(number + BEFORE))
}

impl Settings {
    fn make(&self) -> Result<()> {
        // SAFETY: calls of the system with numbers, and with one list that is as long as is said.
        unsafe {
            if let Some(mask) = self.mask {
                libc::umask(mask as libc::mode_t);
            }
            if !self.restores_signals {
                // The standard library restores this one, which this process ignores.
                libc::signal(libc::SIGPIPE, libc::SIG_IGN);
            }
            if self.session && libc::setsid() < 0 {
                return done(-1);
            }
            if let Some(group) = self.process_group {
                done(libc::setpgid(0, group))?;
            }
            if let Some(groups) = &self.groups {
                done(libc::setgroups(groups.len() as _, groups.as_ptr()))?;
            }
            if let Some(group) = self.group {
                done(libc::setregid(group, group))?;
            }
            if let Some(user) = self.user {
                done(libc::setreuid(user, user))?;
            }
        }
        Ok(())
    }

    /// Lets the program have the descriptors that it keeps, and none besides.
    fn sort_descriptors(&self, inheritable: &[RawFd]) -> Result<()> {
        let Some(kept) = &self.kept else {
            return Ok(());
        };
        // SAFETY: calls of the system with numbers; it answers for one that is not open.
        unsafe {
            for descriptor in inheritable.iter().filter(|each| !kept.contains(each)) {
                libc::fcntl(*descriptor, libc::F_SETFD, libc::FD_CLOEXEC);
            }
            for descriptor in kept {
                done(libc::fcntl(*descriptor, libc::F_SETFD, 0).min(0))?;
            }
        }
        Ok(())
    }
}

/// The descriptors above the standard ones that a child would have.
fn inheritable() -> Vec<RawFd> {
    let Ok(entries) = std::fs::read_dir("/proc/self/fd") else {
        return Vec::new();
    };
    let numbers = entries.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok());
    // SAFETY: a call of the system with a number; it answers for one that is not open.
    let is_inherited = |number: &RawFd| unsafe { libc::fcntl(*number, libc::F_GETFD) } == 0;
    numbers
        .filter(|number| *number > 2)
        .filter(is_inherited)
        .collect()
}

/// The script's own function, which is called in the child: whether it returned.
struct Own(&'static dyn Fn() -> bool);

// SAFETY: the closure that has it runs in the child alone, on the copy of the thread that made it.
unsafe impl Send for Own {}
// SAFETY: as above.
unsafe impl Sync for Own {}

impl Own {
    fn call(&self) -> bool {
        (self.0)()
    }
}

/// Starts the child with these settings; `own` is called in it before its program begins.
pub fn spawn(
    mut command: Command,
    settings: Settings,
    own: Option<&dyn Fn() -> bool>,
) -> Result<u32> {
    let inheritable = match &settings.kept {
        Some(_) => inheritable(),
        None => Vec::new(),
    };
    // SAFETY: the command keeps the closure, and is dropped before this function returns: `own` outlives both.
    let own = own.map(|own| {
        Own(unsafe { std::mem::transmute::<&dyn Fn() -> bool, &'static dyn Fn() -> bool>(own) })
    });
    let prepare = move || {
        settings.make()?;
        if own.as_ref().is_some_and(|own| !own.call()) {
            return Err(Error::from_raw_os_error(RAISED));
        }
        settings.sort_descriptors(&inheritable)
    };
    // SAFETY: by the module's invariant the closure does only what is allowed between fork and exec.
    unsafe {
        command.pre_exec(prepare);
    }
    command.spawn().map(|child| child.id())
}
