//! Descriptors that scripts name by number. One of the few modules with `unsafe`: a number says nothing about who owns the
//! descriptor, and the language lets a script use any.
//!
//! Invariants: a number is borrowed for one system call only, nothing here keeps it, and a number that is not open gives the
//! system's own error. No memory depends on what a descriptor refers to.

#![allow(unsafe_code)]

use rustix::io::Errno;
use std::os::fd::{BorrowedFd, FromRawFd, OwnedFd};

/// Runs one system call on the descriptor with a number.
pub fn with<T>(
    number: i32,
    action: impl FnOnce(BorrowedFd<'_>) -> Result<T, Errno>,
) -> Result<T, Errno> {
    if number < 0 {
        return Err(Errno::BADF);
    }
    // SAFETY: the number is not -1, and the borrow ends with the call.
    action(unsafe { BorrowedFd::borrow_raw(number) })
}

/// A file over the descriptor with a number, which is open; whoever has the file gives the number up, or lets go of it.
pub fn adopted(number: i32) -> std::fs::File {
    // SAFETY: the caller has just asked the system about the number; the file lets go of it by the number again, and closes it
    // only if it is still open (`stdlib/io/held.rs`).
    unsafe { std::fs::File::from_raw_fd(number) }
}

/// The descriptor with a number, to be closed by its new owner.
pub fn take(number: i32) -> Result<OwnedFd, Errno> {
    with(number, |descriptor| {
        rustix::io::fcntl_getfd(descriptor).map(drop)
    })?;
    // SAFETY: the number is open, and the script gives it up.
    Ok(unsafe { OwnedFd::from_raw_fd(number) })
}
