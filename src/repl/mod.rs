//! The prompt: texts that are typed run in one conversation (`embed/session.rs`), whose tasks go on while the next line is
//! being typed. The terminal is edited on a thread of its own (`terminal.rs`), since both sides wait.

mod above;
mod block;
mod colours;
mod commands;
mod history;
mod input;
mod keys;
mod margin;
mod modes;
mod paste;
mod record;
mod relay;
mod resize;
mod terminal;

use record::Record;
use relay::Relay;
use snakelet::embed::{Ending, Interpreter, Next, Session};
use snakelet::interp::raise::Interrupt;
use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, OnceLock};
use std::time::Duration;
use terminal::{Asked, Terminal, Told};

pub use input::Input;
pub use resize::keep_back;
pub use terminal::Style;

/// The side of the interpreter: what is asked of the terminal, and what that tells.
pub struct Prompt {
    asking: Sender<Asked>,
    told: Receiver<Told>,
    busy: Arc<AtomicBool>,
    output: Rc<Shown>,
}

/// Where output goes: above the line that is being edited, if one is.
pub struct Shown {
    relay: Option<Arc<Relay>>,
    /// What was written while a line was edited, and is not a whole line yet.
    held: RefCell<Vec<u8>>,
    /// What stands in the line that was written last, if that has not been ended.
    tail: RefCell<Vec<u8>>,
    /// What a text has written to standard output, while it runs.
    recorded: RefCell<Option<Vec<u8>>>,
}

impl Shown {
    /// Writes `bytes` to `direct`, or above the line that is being edited, whole lines at a time.
    fn write(&self, bytes: &[u8], mut direct: impl Write) -> io::Result<()> {
        let mut held = self.held.borrow_mut();
        held.extend_from_slice(bytes);
        if let Some(relay) = &self.relay {
            let end = held.iter().rposition(|&byte| byte == b'\n');
            let lines = &held[..end.map_or(0, |end| end + 1)];
            if relay.show(lines) {
                held.drain(..end.map_or(0, |end| end + 1));
                return Ok(());
            }
            direct.write_all(&relay.take_output())?;
        }
        let bytes = std::mem::take(&mut *held);
        drop(held);
        let mut tail = self.tail.borrow_mut();
        if let Some(end) = bytes.iter().rposition(|&byte| byte == b'\n') {
            tail.clear();
            tail.extend_from_slice(&bytes[end + 1..]);
        } else {
            tail.extend_from_slice(&bytes);
        }
        direct.write_all(&bytes)
    }

    /// Types Ctrl-C for the line that is edited.
    fn interrupt(&self) {
        if let Some(relay) = &self.relay {
            relay.type_interrupt();
        }
    }

    /// A line is about to be asked for.
    fn expect(&self) {
        if let Some(relay) = &self.relay {
            relay.expect();
        }
    }

    /// A line has been typed: what is left of the output follows it.
    fn release(&self) -> io::Result<()> {
        self.tail.borrow_mut().clear();
        self.write(b"", io::stdout())?;
        io::stdout().flush()
    }

    /// What was written into the line that the cursor is in.
    fn take_tail(&self) -> Vec<u8> {
        self.tail.take()
    }
}

/// One of the two streams of output, by way of what is shown.
pub struct Stream {
    shown: Rc<Shown>,
    is_error: bool,
}

impl Write for Stream {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.is_error {
            self.shown.write(bytes, io::stderr())?;
        } else {
            if let Some(recorded) = &mut *self.shown.recorded.borrow_mut() {
                recorded.extend_from_slice(bytes);
            }
            self.shown.write(bytes, io::stdout())?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        io::stdout().flush()
    }
}

impl Prompt {
    /// Takes the terminal over; `interrupt` interrupts what the interpreter runs while a line is edited.
    pub fn open(style: Style, interrupt: impl Fn() + Send + 'static) -> rustyline::Result<Prompt> {
        let (telling, told) = channel();
        let (asking, asked) = channel();
        let busy = Arc::new(AtomicBool::new(false));
        let (terminal, relay) = Terminal::open(style, telling.clone())?;
        let seen = busy.clone();
        std::thread::Builder::new()
            .name("terminal".to_owned())
            .spawn(move || terminal.serve(&asked, &telling, &seen, interrupt))?;
        Ok(Prompt {
            asking,
            told,
            busy,
            output: Rc::new(Shown {
                relay,
                held: RefCell::default(),
                tail: RefCell::default(),
                recorded: RefCell::default(),
            }),
        })
    }

    /// Standard output and standard error for the interpreter.
    pub fn streams(&self) -> [Stream; 2] {
        [false, true].map(|is_error| Stream {
            shown: self.output.clone(),
            is_error,
        })
    }

    /// Standard input for the interpreter, if lines are edited; `interrupt` interrupts the program that waits for one.
    pub fn input(&self, interrupt: Arc<OnceLock<Arc<Interrupt>>>) -> Option<Input> {
        let is_edited = self.output.relay.is_some();
        is_edited.then(|| Input::new(self.asking.clone(), self.output.clone(), interrupt))
    }

    /// What is done before a child gets the terminal.
    pub fn lending(&self) -> impl Fn() + 'static {
        let relay = self.output.relay.clone();
        move || {
            if let Some(relay) = &relay {
                relay.lend();
            }
        }
    }

    /// Says what this is, in one line.
    pub fn greet(&self) {
        let _ = writeln!(
            io::stderr(),
            "Snakelet {} (Python 3.13): await works here, `:help` tells more",
            env!("CARGO_PKG_VERSION")
        );
    }

    /// Converses until the end.
    pub fn converse(&self, interpreter: &Interpreter, session: Session<'_>) -> Ending {
        let mut typed = Record::default();
        // A terminal that cannot edit gives one line at a time.
        let mut text = String::new();
        let ending = loop {
            let prompt = session.prompt(!text.is_empty());
            match self.read(&session, prompt) {
                Told::Texts(texts) if self.output.relay.is_some() => {
                    let ending = texts
                        .iter()
                        .find_map(|text| self.run(interpreter, &session, text, &mut typed));
                    if let Some(ending) = ending {
                        break ending;
                    }
                }
                Told::Texts(lines) => {
                    text.push_str(&lines.concat());
                    if !text.starts_with(':') && block::needs_more(&text) {
                        text.push('\n');
                        continue;
                    }
                    let whole = std::mem::take(&mut text);
                    if let Some(ending) = self.run(interpreter, &session, &whole, &mut typed) {
                        break ending;
                    }
                }
                Told::Interrupted => {
                    text.clear();
                    let _ = writeln!(io::stderr(), "KeyboardInterrupt");
                }
                Told::Ended => break Ending::Status(0),
                Told::Complete(..) | Told::Signature(..) => {}
            }
        };
        let ending = session.close(ending);
        if let Some(relay) = &self.output.relay {
            relay.give_back();
        }
        ending
    }

    /// Runs a text, or a command.
    fn run(
        &self,
        interpreter: &Interpreter,
        session: &Session<'_>,
        text: &str,
        typed: &mut Record,
    ) -> Option<Ending> {
        if let Some(command) = text.trim().strip_prefix(':') {
            return commands::run(command, interpreter, session, typed);
        }
        self.output.recorded.replace(Some(Vec::new()));
        let ending = run(session, text);
        self.busily(|| session.settle());
        let shown = self.output.recorded.take().unwrap_or_default();
        if ending.is_none() && !text.trim().is_empty() {
            typed.keep(text, &shown, session.outcome());
        }
        ending
    }

    /// Lets the loop do something, which Ctrl-C in the line that is edited interrupts.
    fn busily(&self, body: impl FnOnce()) {
        self.busy.store(true, Ordering::SeqCst);
        body();
        self.busy.store(false, Ordering::SeqCst);
    }

    /// Asks for a text, and lets tasks go on until it has come.
    fn read(&self, session: &Session<'_>, prompt: String) -> Told {
        self.busily(|| session.settle());
        // What was written into this line stays there.
        if !self.output.take_tail().is_empty() {
            let _ = writeln!(io::stdout());
        }
        self.output.expect();
        if self.asking.send(Asked::Text(prompt)).is_err() {
            return Told::Ended;
        }
        let told = loop {
            let span = match session.next() {
                Next::Now => Some(Duration::ZERO),
                Next::After(span) => Some(span),
                Next::Nothing => None,
            };
            let told = session.outside(|| match span {
                Some(span) => self.told.recv_timeout(span),
                None => self.told.recv().map_err(|_| RecvTimeoutError::Disconnected),
            });
            match told {
                // Nobody waits for an answer any more if it took too long.
                Ok(Told::Complete(before, answer)) => {
                    let completion = session.complete(&before);
                    let _ = answer.send((completion.start, completion.words));
                }
                Ok(Told::Signature(before, answer)) => {
                    let _ = answer.send(session.signature(&before));
                }
                Ok(told) => break told,
                Err(RecvTimeoutError::Timeout) => self.busily(|| session.turn()),
                Err(RecvTimeoutError::Disconnected) => break Told::Ended,
            }
        };
        // An output that has gone ends the conversation at the next line.
        match self.output.release() {
            Ok(()) => told,
            Err(_) => Told::Ended,
        }
    }
}

/// Runs what was typed or pasted.
pub fn run(session: &Session<'_>, text: &str) -> Option<Ending> {
    match text.trim() {
        "" => None,
        "exit" | "quit" if !session.defines(text.trim()) => Some(Ending::Status(0)),
        _ => session.run(text),
    }
}
