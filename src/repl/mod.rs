//! The prompt: texts that are typed run in one conversation (`embed/session.rs`), whose tasks go on while the next line is
//! being typed. The terminal is edited on a thread of its own (`terminal.rs`), since both sides wait.

mod colours;
mod commands;
mod paste;
mod terminal;

use rustyline::ExternalPrinter;
use snakelet::embed::{Ending, Interpreter, Next, Session};
use std::cell::{Cell, RefCell};
use std::io::{self, Write};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;
use terminal::{Asked, Terminal, Told};

pub use terminal::Style;

const PROMPT: &str = ">>> ";
const MORE: &str = "... ";

/// How many turns of the loop come before the next text at least, if there is so much to do.
const TURNS: usize = 100;

/// The side of the interpreter: what is asked of the terminal, and what that tells.
pub struct Prompt {
    asking: Sender<Asked>,
    told: Receiver<Told>,
    busy: Arc<AtomicBool>,
    output: Rc<Shown>,
}

/// Where output goes: above the line that is being edited, if one is.
pub struct Shown {
    printer: RefCell<Option<Box<dyn ExternalPrinter + Send>>>,
    editing: Cell<bool>,
    held: RefCell<Vec<u8>>,
}

impl Shown {
    /// Writes `bytes` to `direct`, or above the line that is being edited, whole lines at a time.
    fn write(&self, bytes: &[u8], mut direct: impl Write) -> io::Result<()> {
        let mut printer = self.printer.borrow_mut();
        let Some(printer) = printer.as_mut().filter(|_| self.editing.get()) else {
            return direct.write_all(bytes);
        };
        let mut held = self.held.borrow_mut();
        held.extend_from_slice(bytes);
        let Some(end) = held.iter().rposition(|&byte| byte == b'\n') else {
            return Ok(());
        };
        let lines: Vec<u8> = held.drain(..=end).collect();
        let text = String::from_utf8_lossy(&lines).into_owned();
        printer.print(text).map_err(io::Error::other)
    }

    /// A line has been typed: what is left of an unfinished one follows it.
    fn release(&self) -> io::Result<()> {
        self.editing.set(false);
        let held = self.held.take();
        io::stdout().write_all(&held)?;
        io::stdout().flush()
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
        let (terminal, printer) = Terminal::open(style, telling.clone())?;
        let seen = busy.clone();
        std::thread::Builder::new()
            .name("terminal".to_owned())
            .spawn(move || terminal.serve(&asked, &telling, &seen, interrupt))?;
        Ok(Prompt {
            asking,
            told,
            busy,
            output: Rc::new(Shown {
                printer: RefCell::new(printer),
                editing: Cell::new(false),
                held: RefCell::default(),
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

    /// Says what this is, in one line.
    pub fn greet(&self) {
        let _ = writeln!(
            io::stdout(),
            "Snakelet {} (Python 3.13): await works here, `:help` tells more",
            env!("CARGO_PKG_VERSION")
        );
    }

    /// Converses until the end.
    pub fn converse(&self, interpreter: &Interpreter, session: Session<'_>) -> Ending {
        let mut typed: Vec<String> = Vec::new();
        let mut text = String::new();
        let ending = loop {
            let prompt = if text.is_empty() { PROMPT } else { MORE };
            match self.read(&session, prompt) {
                Told::Text(line) => text.push_str(&line),
                Told::Interrupted => {
                    text.clear();
                    let _ = writeln!(io::stderr(), "KeyboardInterrupt");
                    continue;
                }
                Told::Ended => break Ending::Status(0),
                Told::Complete(..) => continue,
            }
            if let Some(command) = text.trim().strip_prefix(':').map(str::to_owned) {
                text.clear();
                match commands::run(&command, interpreter, &session, &mut typed) {
                    Some(ending) => break ending,
                    None => continue,
                }
            }
            // A terminal that cannot edit gives one line at a time.
            if terminal::needs_more(&text) {
                text.push('\n');
                continue;
            }
            let whole = std::mem::take(&mut text);
            if let Some(ending) = run(&session, &whole) {
                break ending;
            }
            if !whole.trim().is_empty() {
                typed.push(whole);
            }
        };
        session.close(ending)
    }

    /// Lets the loop take a turn, which Ctrl-C in the line that is edited interrupts.
    fn turn(&self, session: &Session<'_>) {
        self.busy.store(true, Ordering::SeqCst);
        session.turn();
        self.busy.store(false, Ordering::SeqCst);
    }

    /// Asks for a text, and lets tasks go on until it has come.
    fn read(&self, session: &Session<'_>, prompt: &'static str) -> Told {
        if self.asking.send(Asked { prompt }).is_err() {
            return Told::Ended;
        }
        self.output.editing.set(true);
        // However fast the next text comes, tasks go on between two: a pasted program means what a typed one does.
        for _ in 0..TURNS {
            if session.next() != Next::Now {
                break;
            }
            self.turn(session);
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
                Ok(Told::Complete(before, answer)) => {
                    let completion = session.complete(&before);
                    // Nobody waits for it any more if it took too long.
                    let _ = answer.send((completion.start, completion.words));
                }
                Ok(told) => break told,
                Err(RecvTimeoutError::Timeout) => self.turn(session),
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
        "" => return None,
        "exit" | "quit" => return Some(Ending::Status(0)),
        _ => {}
    }
    match paste::session(text) {
        Some(texts) => texts.iter().find_map(|text| session.run(text)),
        None => session.run(text),
    }
}
