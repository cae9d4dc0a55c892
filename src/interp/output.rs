//! Standard output and standard error. All that is printed goes through here, so that an embedder sees it all.

use std::cell::RefCell;
use std::io::{self, Write};

/// Where text goes.
pub struct Output {
    out: RefCell<Box<dyn Write>>,
    err: RefCell<Box<dyn Write>>,
}

impl Output {
    /// Output into two sinks.
    pub fn new(out: Box<dyn Write>, err: Box<dyn Write>) -> Output {
        Output {
            out: RefCell::new(out),
            err: RefCell::new(err),
        }
    }

    /// Writes to standard output.
    pub fn out(&self, bytes: &[u8]) -> io::Result<()> {
        self.out.borrow_mut().write_all(bytes)
    }

    /// Flushes standard output.
    pub fn flush(&self) -> io::Result<()> {
        self.out.borrow_mut().flush()
    }

    /// Writes to standard error, flushing standard output never.
    pub fn err(&self, bytes: &[u8]) -> io::Result<()> {
        let mut err = self.err.borrow_mut();
        err.write_all(bytes)?;
        err.flush()
    }
}
