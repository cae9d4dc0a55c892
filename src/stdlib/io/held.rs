//! A file of the system as a script's file object holds it: its descriptor may be the script's own and stay open, or be closed
//! by its number behind the object's back.

use crate::stdlib::os::descriptor::take;
use rustix::io::Errno;
use std::fs::File;
use std::os::fd::{AsRawFd, IntoRawFd, RawFd};

/// The file.
pub struct Held {
    /// Taken when it is closed.
    file: Option<File>,
    closes: bool,
}

impl Held {
    /// Holds a file; `closes`: its descriptor ends with it.
    pub fn new(file: File, closes: bool) -> Held {
        Held {
            file: Some(file),
            closes,
        }
    }

    /// Whether its descriptor ends with it.
    pub fn closes(&self) -> bool {
        self.closes
    }

    /// The number of its descriptor.
    pub fn number(&self) -> RawFd {
        self.file.as_ref().map_or(-1, File::as_raw_fd)
    }

    /// The file itself.
    pub fn file(&mut self) -> std::io::Result<&mut File> {
        match &mut self.file {
            Some(file) => Ok(file),
            None => Err(Errno::BADF.into()),
        }
    }

    /// Lets go of the file.
    pub fn close(&mut self) -> Result<(), Errno> {
        let Some(file) = self.file.take() else {
            return Ok(());
        };
        // Somebody may have closed the number, which only the system can tell.
        let number = file.into_raw_fd();
        match self.closes {
            true => take(number).map(drop),
            false => Ok(()),
        }
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        let _ = self.close();
    }
}
