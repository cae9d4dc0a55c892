//! Standard input of the program at the prompt: a line that it asks for is edited as its own texts are, and what was typed
//! ahead is found there.

use super::Shown;
use super::terminal::Asked;
use snakelet::interp::raise::Interrupt;
use std::io::{self, BufRead, Read};
use std::rc::Rc;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

/// How often it is looked whether the program was interrupted meanwhile.
const LOOK: Duration = Duration::from_millis(50);

/// Lines, asked for when they are wanted.
pub struct Input {
    asking: Sender<Asked>,
    shown: Rc<Shown>,
    interrupt: Arc<OnceLock<Arc<Interrupt>>>,
    line: Vec<u8>,
    read: usize,
}

impl Input {
    /// `interrupt` interrupts the program that waits for a line.
    pub fn new(
        asking: Sender<Asked>,
        shown: Rc<Shown>,
        interrupt: Arc<OnceLock<Arc<Interrupt>>>,
    ) -> Input {
        Input {
            asking,
            shown,
            interrupt,
            line: Vec::new(),
            read: 0,
        }
    }

    fn is_interrupted(&self) -> bool {
        let interrupt = self.interrupt.get();
        interrupt.is_some_and(|interrupt| interrupt.is_requested())
    }

    fn ask(&self) -> io::Result<Vec<u8>> {
        let (answering, answer) = channel();
        let prompt = String::from_utf8_lossy(&self.shown.take_tail()).into_owned();
        self.shown.expect();
        let gone = |()| io::Error::from(io::ErrorKind::UnexpectedEof);
        if self.asking.send(Asked::Line(prompt, answering)).is_err() {
            return Ok(Vec::new());
        }
        let mut told = false;
        let line = loop {
            match answer.recv_timeout(LOOK) {
                Ok(line) => break line,
                Err(RecvTimeoutError::Disconnected) => return Err(gone(())),
                // Ctrl-C came as a signal, before the line was edited: the editor is told of it.
                Err(RecvTimeoutError::Timeout) if !told && self.is_interrupted() => {
                    told = true;
                    self.shown.interrupt();
                }
                Err(RecvTimeoutError::Timeout) => {}
            }
        };
        self.shown.release()?;
        match line {
            Some(line) => Ok(line.into_bytes()),
            None => {
                if let Some(interrupt) = self.interrupt.get() {
                    interrupt.request();
                }
                Err(io::Error::other("interrupted"))
            }
        }
    }
}

impl Read for Input {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.fill_buf()?.read(buffer)?;
        self.consume(count);
        Ok(count)
    }
}

impl BufRead for Input {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.read == self.line.len() {
            self.line = self.ask()?;
            self.read = 0;
        }
        Ok(&self.line[self.read..])
    }

    fn consume(&mut self, count: usize) {
        self.read += count;
    }
}
