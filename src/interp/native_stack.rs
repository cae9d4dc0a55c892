//! How much native stack threads get. It is address space only, since memory is taken as it is used; but where the system
//! limits a process's address space, a part of what is left has to do.

use rustix::process::{Resource, getrlimit};
use std::sync::OnceLock;

/// The stack of a thread, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NativeStack {
    /// What a program may use.
    pub usable: usize,
    /// What stays free below that: for what runs between two looks at the stack, in debug builds too.
    pub margin: usize,
}

/// What the thread that a program begins on gets, at best.
const PROGRAM: NativeStack = NativeStack {
    usable: 900 << 20,
    margin: 124 << 20,
};

/// What each thread that a script starts gets, at best.
const THREAD: NativeStack = NativeStack {
    usable: 256 << 20,
    margin: 96 << 20,
};

/// What such a thread gets at least; where that is not to be had, none can be started.
const LEAST: usize = 8 << 20;

impl NativeStack {
    /// The stack of the thread that a program begins on: the same at every call.
    pub fn of_program() -> NativeStack {
        static FOUND: OnceLock<NativeStack> = OnceLock::new();
        *FOUND.get_or_init(|| PROGRAM.within(left().map(|left| left / 8)))
    }

    /// The stack of a thread that a script starts.
    pub fn of_thread() -> NativeStack {
        THREAD.within(left().map(|left| (left / 32).max(LEAST)))
    }

    /// How large it is as a whole.
    pub fn size(self) -> usize {
        self.usable + self.margin
    }

    /// As much of it as there is room for.
    fn within(self, room: Option<usize>) -> NativeStack {
        match room {
            Some(room) if room < self.size() => NativeStack {
                usable: room / 4 * 3,
                margin: room / 4,
            },
            _ => self,
        }
    }
}

/// How much more address space this process may take; `None`: as much as it likes.
fn left() -> Option<usize> {
    let limit = usize::try_from(getrlimit(Resource::As).current?).ok()?;
    Some(limit.saturating_sub(used().unwrap_or(0)))
}

/// The address space that this process has, where the system tells.
fn used() -> Option<usize> {
    let told = std::fs::read_to_string("/proc/self/status").ok()?;
    let size = told.lines().find_map(|line| line.strip_prefix("VmSize:"))?;
    let kibibytes: usize = size.split_whitespace().next()?.parse().ok()?;
    kibibytes.checked_mul(1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn little_room_makes_it_smaller() {
        assert_eq!(PROGRAM.within(None), PROGRAM);
        assert_eq!(PROGRAM.within(Some(2 << 30)), PROGRAM);
        let small = PROGRAM.within(Some(64 << 20));
        assert_eq!((small.usable, small.margin), (48 << 20, 16 << 20));
    }
}
