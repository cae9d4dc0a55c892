//! Standard input of the program at the prompt: a line that it asks for is edited as its own texts are, and what was typed
//! ahead is found there.

use super::Shown;
use super::terminal::Asked;
use std::io::{self, BufRead, Read};
use std::rc::Rc;
use std::sync::mpsc::{Sender, channel};

/// Lines, asked for when they are wanted.
pub struct Input {
    asking: Sender<Asked>,
    shown: Rc<Shown>,
    interrupt: Box<dyn Fn()>,
    line: Vec<u8>,
    read: usize,
}

impl Input {
    /// `interrupt` interrupts the program that waits for a line.
    pub fn new(asking: Sender<Asked>, shown: Rc<Shown>, interrupt: impl Fn() + 'static) -> Input {
        Input {
            asking,
            shown,
            interrupt: Box::new(interrupt),
            line: Vec::new(),
            read: 0,
        }
    }

    fn ask(&self) -> io::Result<Vec<u8>> {
        let (answering, answer) = channel();
        let prompt = String::from_utf8_lossy(&self.shown.take_tail()).into_owned();
        self.shown.expect();
        let gone = |_| io::Error::from(io::ErrorKind::UnexpectedEof);
        if self.asking.send(Asked::Line(prompt, answering)).is_err() {
            return Ok(Vec::new());
        }
        let line = answer.recv().map_err(gone)?;
        self.shown.release()?;
        match line {
            Some(line) => Ok(line.into_bytes()),
            None => {
                (self.interrupt)();
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
