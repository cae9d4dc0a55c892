//! The terminal's side of the prompt: a thread that edits lines with rustyline, and asks the interpreter's side for what
//! only that knows. A terminal that cannot move its cursor, and what is none, give lines as they come.

use super::colours;
use super::history::{self, Blocks};
use super::keys::{Edited, Keys};
use super::margin;
use super::paste;
use super::relay::Relay;
use super::resize;
use rustyline::completion::Completer;
use rustyline::error::ReadlineError;
use rustyline::highlight::{CmdKind, Highlighter};
use rustyline::hint::{Hint, Hinter};
use rustyline::validate::Validator;
use rustyline::{
    ColorMode, CompletionType, Config, Context, EditMode, Editor, Event, EventHandler,
    ExternalPrinter, Helper,
};
use std::borrow::Cow;
use std::cell::Cell;
use std::io::{self, BufRead, Write};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// How long an answer about completion is waited for: the interpreter may be busy.
const PATIENCE: Duration = Duration::from_millis(400);

/// The same for a signature, which is asked for at each key.
const GLANCE: Duration = Duration::from_millis(40);

/// How long no signature is asked for after one that did not come.
const PAUSE: Duration = Duration::from_secs(1);

/// How many texts the history keeps.
const HISTORY: usize = 10_000;

/// From which length on a text is not drawn anew at each key that moves the cursor.
const LONG: usize = 2_000;

/// From how many candidates on the editor may ask whether to go on with their list.
const MANY: usize = 60;

/// What the terminal tells the interpreter.
pub enum Told {
    /// A text was typed to its end. Several: they are run one after the other.
    Texts(Vec<String>),
    /// Ctrl-C: what was being typed is given up.
    Interrupted,
    /// Ctrl-D, or the terminal has gone.
    Ended,
    /// What may a word become? The text before the cursor, and where the answer goes: its start, and the words.
    Complete(String, Sender<(usize, Vec<String>)>),
    /// What is the signature of what is called? The text before the cursor, and where the answer goes.
    Signature(String, Sender<Option<String>>),
}

/// What the interpreter asks the terminal for.
pub enum Asked {
    /// A text to run, behind this prompt.
    Text(String),
    /// A line for the program, behind what it has written into the line; `None`: an interrupt.
    Line(String, Sender<Option<String>>),
}

/// How the terminal is used.
#[derive(Clone, Copy)]
pub struct Style {
    /// Whether in colours.
    pub coloured: bool,
    /// Whether keys are vi's.
    pub vi: bool,
}

/// The terminal, ready to be asked.
pub struct Terminal {
    editing: Option<Box<Editing>>,
}

/// What edits lines.
struct Editing {
    editor: Editor<Typing, Blocks>,
    /// As long as there is one, the editor waits for signals beside keys. Nothing is printed by it.
    _watched: Box<dyn ExternalPrinter + Send>,
    file: Option<PathBuf>,
    relay: Arc<Relay>,
    edited: Arc<Mutex<Edited>>,
}

impl Terminal {
    /// Takes the terminal over. What other threads print while a line is edited goes through the relay, if there is one.
    pub fn open(
        style: Style,
        telling: Sender<Told>,
    ) -> rustyline::Result<(Terminal, Option<Arc<Relay>>)> {
        if !can_edit() {
            return Ok((Terminal { editing: None }, None));
        }
        let config = config(style)?;
        let relay = Relay::open()?;
        resize::watch(relay.clone())?;
        let file = history::file();
        let (blocks, texts) = Blocks::open(&config, file.as_ref());
        let keys = Keys::new(relay.clone(), texts, config.grapheme_cluster_mode());
        let edited = keys.edited();
        let mut editor = Editor::with_history(config, blocks)?;
        editor.set_helper(Some(Typing {
            telling,
            relay: relay.clone(),
            edited: edited.clone(),
            late: Cell::new(None),
        }));
        editor.bind_sequence(Event::Any, EventHandler::Conditional(Box::new(keys)));
        let watched = Box::new(editor.create_external_printer()?);
        let editing = Editing {
            editor,
            _watched: watched,
            file,
            relay: relay.clone(),
            edited,
        };
        let terminal = Terminal {
            editing: Some(Box::new(editing)),
        };
        Ok((terminal, Some(relay)))
    }

    /// Answers what is asked until nobody asks any more. `busy`: the interpreter runs something while a line is edited,
    /// which `interrupt` ends.
    pub fn serve(
        mut self,
        asked: &Receiver<Asked>,
        telling: &Sender<Told>,
        busy: &Arc<AtomicBool>,
        interrupt: impl Fn(),
    ) {
        for asked in asked {
            let is_told = match asked {
                Asked::Text(prompt) => {
                    let told = self.text(&prompt, busy, &interrupt);
                    let ends = matches!(told, Told::Ended);
                    telling.send(told).is_ok() && !ends
                }
                Asked::Line(prompt, answering) => {
                    let line = match self.line(&prompt) {
                        Ok(line) => Some(line + "\n"),
                        Err(ReadlineError::Interrupted) => None,
                        Err(_) => Some(String::new()),
                    };
                    answering.send(line).is_ok()
                }
            };
            if !is_told {
                break;
            }
        }
        if let Some(editing) = &self.editing {
            editing.relay.give_back();
        }
    }

    fn text(&mut self, prompt: &str, busy: &AtomicBool, interrupt: &impl Fn()) -> Told {
        let (read, is_interrupted) = match &mut self.editing {
            Some(editing) => editing.read(prompt, false),
            None => (plain_line(prompt), false),
        };
        match read {
            Ok(text) => {
                let texts = match &mut self.editing {
                    Some(editing) => editing.finished(&text),
                    None => vec![text],
                };
                if is_interrupted && texts.iter().any(|text| !text.trim().is_empty()) {
                    interrupt();
                }
                Told::Texts(texts)
            }
            Err(ReadlineError::Interrupted) => {
                if busy.load(Ordering::SeqCst) {
                    interrupt();
                }
                Told::Interrupted
            }
            Err(_) => Told::Ended,
        }
    }

    fn line(&mut self, prompt: &str) -> rustyline::Result<String> {
        match &mut self.editing {
            Some(editing) => editing.read(prompt, true).0,
            None => plain_line(""),
        }
    }
}

/// Whether the terminal is one, and can move its cursor.
fn can_edit() -> bool {
    let is_dumb = std::env::var_os("TERM")
        .is_some_and(|name| ["dumb", "cons25", "emacs"].iter().any(|dumb| name == *dumb));
    let are_terminals = rustix::termios::isatty(rustix::stdio::stdin())
        && rustix::termios::isatty(rustix::stdio::stdout());
    are_terminals && !is_dumb
}

fn config(style: Style) -> rustyline::Result<Config> {
    let builder = Config::builder()
        .max_history_size(HISTORY)?
        .history_ignore_dups(true)?
        .completion_type(CompletionType::List)
        .completion_show_all_if_ambiguous(true)
        .completion_prompt_limit(usize::MAX)
        .color_mode(match style.coloured {
            true => ColorMode::Enabled,
            false => ColorMode::Disabled,
        })
        .edit_mode(match style.vi {
            true => EditMode::Vi,
            false => EditMode::Emacs,
        })
        .bracketed_paste(true);
    Ok(builder.build())
}

/// A line of a terminal that edits it itself. The prompt is none of the program's output.
fn plain_line(prompt: &str) -> rustyline::Result<String> {
    let mut shown = io::stderr();
    shown.write_all(prompt.as_bytes())?;
    shown.flush()?;
    let mut line = Vec::new();
    if io::stdin().lock().read_until(b'\n', &mut line)? == 0 {
        return Err(ReadlineError::Eof);
    }
    let line = String::from_utf8_lossy(&line);
    Ok(line.trim_end_matches(['\n', '\r']).to_owned())
}

impl Editing {
    fn edited(&self) -> MutexGuard<'_, Edited> {
        self.edited.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Has a line edited; `true`: an interrupt was typed behind it.
    fn read(&mut self, prompt: &str, is_input: bool) -> (rustyline::Result<String>, bool) {
        *self.edited() = Edited::begin(prompt, is_input);
        if let Err(error) = self.relay.begin() {
            return (Err(error.into()), false);
        }
        let read = self.editor.readline(prompt);
        (read, self.relay.rest())
    }

    /// What an edited text stands for, which is remembered.
    fn finished(&mut self, edited: &str) -> Vec<String> {
        let text = margin::without(edited);
        let session = self.edited().session.take();
        let texts = match session {
            Some((texts, joined)) if joined.trim_end() == text.trim_end() => texts,
            _ => match paste::session(&text) {
                Some(texts) => {
                    // What comes in the same burst up to the next prompt is output.
                    self.relay
                        .take_lines(|line| !line.trim_start().starts_with(">>>"));
                    texts
                }
                None => vec![text],
            },
        };
        for text in &texts {
            self.remember(text.trim_end());
        }
        texts
    }

    fn remember(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        // A history that cannot be kept is no reason to stop.
        let is_new = self.editor.history_mut().remember(text);
        if let (true, Some(file)) = (is_new, &self.file) {
            let _ = self.editor.append_history(file);
        }
    }
}

/// What rustyline asks while a line is edited.
struct Typing {
    telling: Sender<Told>,
    relay: Arc<Relay>,
    edited: Arc<Mutex<Edited>>,
    /// When a signature did not come in time.
    late: Cell<Option<Instant>>,
}

impl Typing {
    fn edited(&self) -> MutexGuard<'_, Edited> {
        self.edited.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The signature of what is called before the end of `text`.
    fn signature(&self, text: &str) -> Option<String> {
        let is_asked = text.len() < LONG && text.contains('(') && !self.relay.has_more();
        if !is_asked || self.late.get().is_some_and(|late| late.elapsed() < PAUSE) {
            return None;
        }
        let (answering, answer) = channel();
        let text = margin::without(text);
        self.telling.send(Told::Signature(text, answering)).ok()?;
        match answer.recv_timeout(GLANCE) {
            Ok(signature) => signature,
            Err(_) => {
                self.late.set(Some(Instant::now()));
                None
            }
        }
    }
}

impl Helper for Typing {}

impl Validator for Typing {}

/// A signature, shown behind what is typed. It is no part of that.
struct Signature(String);

impl Hint for Signature {
    fn display(&self) -> &str {
        &self.0
    }

    fn completion(&self) -> Option<&str> {
        None
    }
}

impl Hinter for Typing {
    type Hint = Signature;

    fn hint(&self, line: &str, pos: usize, _: &Context<'_>) -> Option<Signature> {
        let is_code = !line.starts_with(':') && !self.edited().is_input;
        let signature = match is_code && pos == line.len() {
            true => self.signature(line),
            false => None,
        };
        let hint = signature.map(|signature| format!("  # {signature}"));
        self.edited().hint = hint.clone().unwrap_or_default();
        hint.map(Signature)
    }
}

impl Highlighter for Typing {
    fn highlight<'l>(&self, line: &'l str, pos: usize) -> Cow<'l, str> {
        if line.starts_with(':') || self.edited().is_input {
            return Cow::Borrowed(line);
        }
        Cow::Owned(colours::edited(line, pos))
    }

    fn highlight_char(&self, line: &str, _pos: usize, kind: CmdKind) -> bool {
        line.len() < LONG && kind != CmdKind::ForcedRefresh
    }

    fn highlight_hint<'h>(&self, hint: &'h str) -> Cow<'h, str> {
        Cow::Owned(colours::faint(hint))
    }
}

impl Completer for Typing {
    type Candidate = String;

    fn complete(
        &self,
        line: &str,
        pos: usize,
        _: &Context<'_>,
    ) -> rustyline::Result<(usize, Vec<String>)> {
        let nothing = (pos, Vec::new());
        let before = margin::without(&line[..pos]);
        let length = before.len();
        let (answering, answer) = channel();
        if self
            .telling
            .send(Told::Complete(before, answering))
            .is_err()
        {
            return Ok(nothing);
        }
        let Ok((start, words)) = answer.recv_timeout(PATIENCE) else {
            return Ok(nothing);
        };
        self.relay.set_asking(words.len() > MANY);
        Ok((pos - (length - start), words))
    }
}
