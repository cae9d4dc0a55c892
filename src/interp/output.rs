//! Standard output and standard error. All that is printed goes through here, so that an embedder sees it all.

use super::{Raised, Res, Vm};
use std::cell::{Cell, RefCell};
use std::io::{self, Write};

/// When standard output is handed on.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Buffering {
    /// When much has come together, and at the end.
    #[default]
    Block,
    /// At the end of each line.
    Line,
    /// At once.
    None,
}

/// How much is held back.
const BLOCK: usize = 8192;

/// Where text goes.
pub struct Output {
    out: RefCell<Box<dyn Write>>,
    err: RefCell<Box<dyn Write>>,
    held: RefCell<Vec<u8>>,
    buffering: Cell<Buffering>,
    failed: Cell<bool>,
}

impl Output {
    /// Output into two sinks.
    pub fn new(out: Box<dyn Write>, err: Box<dyn Write>) -> Output {
        Output {
            out: RefCell::new(out),
            err: RefCell::new(err),
            held: RefCell::default(),
            buffering: Cell::default(),
            failed: Cell::new(false),
        }
    }

    /// Says when standard output is handed on.
    pub fn set_buffering(&self, buffering: Buffering) {
        self.buffering.set(buffering);
    }

    /// When standard output is handed on.
    pub fn buffering(&self) -> Buffering {
        self.buffering.get()
    }

    /// Writes to standard output.
    pub fn out(&self, bytes: &[u8]) -> io::Result<()> {
        let mut held = self.held.borrow_mut();
        held.extend_from_slice(bytes);
        let is_due = match self.buffering.get() {
            Buffering::Block => held.len() >= BLOCK,
            Buffering::Line => held.len() >= BLOCK || memchr::memchr(b'\n', bytes).is_some(),
            Buffering::None => true,
        };
        drop(held);
        if is_due { self.hand_on() } else { Ok(()) }
    }

    fn hand_on(&self) -> io::Result<()> {
        let held = std::mem::take(&mut *self.held.borrow_mut());
        let result = self.out.borrow_mut().write_all(&held);
        if result.is_err() {
            self.failed.set(true);
        }
        result
    }

    /// Writes bytes to standard output before the text that is held back: they belong to the stream below it.
    pub fn below(&self, bytes: &[u8]) -> io::Result<()> {
        let result = self.out.borrow_mut().write_all(bytes);
        if result.is_err() {
            self.failed.set(true);
        }
        result
    }

    /// Hands on all of standard output that is held back; it is still held if that fails.
    pub fn flush(&self) -> io::Result<()> {
        let held = std::mem::take(&mut *self.held.borrow_mut());
        let result = {
            let mut out = self.out.borrow_mut();
            out.write_all(&held).and_then(|()| out.flush())
        };
        if result.is_err() {
            self.failed.set(true);
            self.held.borrow_mut().splice(0..0, held);
        }
        result
    }

    /// Whether standard output could not be written once: its reader has gone, or the disk is full.
    pub fn has_failed(&self) -> bool {
        self.failed.get()
    }

    /// Writes to standard error at once.
    pub fn err(&self, bytes: &[u8]) -> io::Result<()> {
        let mut err = self.err.borrow_mut();
        err.write_all(bytes)?;
        err.flush()
    }
}

impl Vm {
    /// Writes to standard output; a failure is raised.
    pub fn write_out(&self, bytes: &[u8]) -> Res<()> {
        self.output
            .out(bytes)
            .map_err(|error| self.output_error(&error))
    }

    /// Hands on all of standard output that is held back; a failure is raised.
    pub fn flush_out(&self) -> Res<()> {
        self.output
            .flush()
            .map_err(|error| self.output_error(&error))
    }

    /// Raises the exception for output that could not be written.
    #[cold]
    pub fn output_error(&self, error: &io::Error) -> Raised {
        self.os_error(error, None)
    }
}
