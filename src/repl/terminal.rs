//! The terminal's side of the prompt: a thread that edits lines with rustyline, and asks the interpreter's side for what
//! only that knows.

use super::colours;
use rustyline::completion::Completer;
use rustyline::error::ReadlineError;
use rustyline::highlight::{CmdKind, Highlighter};
use rustyline::hint::Hinter;
use rustyline::history::FileHistory;
use rustyline::validate::Validator;
use rustyline::{
    Cmd, ColorMode, CompletionType, ConditionalEventHandler, Config, Context, EditMode, Editor,
    Event, EventContext, EventHandler, ExternalPrinter, Helper, KeyCode, KeyEvent, Modifiers,
    Movement, RepeatCount,
};
use snakelet::embed::is_incomplete;
use std::borrow::Cow;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

/// How many columns one level of a block is indented by.
const INDENT: &str = "    ";

/// How long an answer about completion is waited for: the interpreter may be busy.
const PATIENCE: Duration = Duration::from_millis(400);

/// How many texts the history keeps.
const HISTORY: usize = 10_000;

/// What the terminal tells the interpreter.
pub enum Told {
    /// A text was typed to its end.
    Text(String),
    /// Ctrl-C: what was being typed is given up.
    Interrupted,
    /// Ctrl-D, or the terminal has gone.
    Ended,
    /// What may a word become? The text before the cursor, and where the answer goes: its start, and the words.
    Complete(String, Sender<(usize, Vec<String>)>),
}

/// What the interpreter asks the terminal for.
pub struct Asked {
    /// The prompt.
    pub prompt: &'static str,
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
    editor: Editor<Typing, FileHistory>,
    history: Option<PathBuf>,
}

impl Terminal {
    /// Takes the terminal over. What other threads print while a line is edited goes through the printer.
    pub fn open(
        style: Style,
        telling: Sender<Told>,
    ) -> rustyline::Result<(Terminal, Option<Box<dyn ExternalPrinter + Send>>)> {
        let config = Config::builder()
            .max_history_size(HISTORY)?
            .history_ignore_dups(true)?
            .completion_type(CompletionType::List)
            .color_mode(if style.coloured {
                ColorMode::Enabled
            } else {
                ColorMode::Disabled
            })
            .edit_mode(if style.vi {
                EditMode::Vi
            } else {
                EditMode::Emacs
            })
            .bracketed_paste(true)
            .indent_size(INDENT.len() as u8)
            .build();
        let mut editor = Editor::with_config(config)?;
        editor.set_helper(Some(Typing {
            telling,
            coloured: style.coloured,
        }));
        let bind = |code| KeyEvent(code, Modifiers::NONE);
        editor.bind_sequence(
            bind(KeyCode::Enter),
            EventHandler::Conditional(Box::new(Enter)),
        );
        editor.bind_sequence(bind(KeyCode::Tab), EventHandler::Conditional(Box::new(Tab)));
        editor.bind_sequence(
            bind(KeyCode::Backspace),
            EventHandler::Conditional(Box::new(Dedent)),
        );
        // In a line that nothing was typed into, up and down go through the history; else through what begins like it.
        editor.bind_sequence(KeyEvent::alt('p'), Cmd::HistorySearchBackward);
        editor.bind_sequence(KeyEvent::alt('n'), Cmd::HistorySearchForward);
        let history = history_file();
        if let Some(file) = &history {
            // The first time there is none.
            let _ = editor.load_history(file);
        }
        // A terminal that cannot move its cursor has no line to keep intact.
        let printer = editor.create_external_printer().ok();
        let printer = printer.map(|printer| Box::new(printer) as Box<dyn ExternalPrinter + Send>);
        Ok((Terminal { editor, history }, printer))
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
        for Asked { prompt } in asked {
            let told = match self.editor.readline(prompt) {
                Ok(text) => {
                    self.remember(&text);
                    Told::Text(text)
                }
                Err(ReadlineError::Interrupted) => {
                    if busy.load(Ordering::SeqCst) {
                        interrupt();
                    }
                    Told::Interrupted
                }
                // What is no text is given up like a line that was interrupted.
                Err(ReadlineError::Io(error))
                    if error.kind() == std::io::ErrorKind::InvalidData =>
                {
                    Told::Interrupted
                }
                Err(_) => Told::Ended,
            };
            let ends = matches!(told, Told::Ended);
            if telling.send(told).is_err() || ends {
                break;
            }
        }
    }

    fn remember(&mut self, text: &str) {
        let text = text.trim_end();
        if text.is_empty() {
            return;
        }
        // A history that cannot be kept is no reason to stop.
        let _ = self.editor.add_history_entry(text);
        if let Some(file) = &self.history {
            let _ = self.editor.append_history(file);
        }
    }
}

/// Where the history is kept: `SNAKELET_HISTORY`, which may be empty for nowhere, or a file of the user's.
fn history_file() -> Option<PathBuf> {
    if let Some(file) = std::env::var_os("SNAKELET_HISTORY") {
        return (!file.is_empty()).then(|| file.into());
    }
    let home = std::env::var_os("HOME").filter(|home| !home.is_empty())?;
    Some(PathBuf::from(home).join(".snakelet_history"))
}

/// What rustyline asks while a line is edited.
struct Typing {
    telling: Sender<Told>,
    coloured: bool,
}

impl Helper for Typing {}

impl Validator for Typing {}

impl Hinter for Typing {
    type Hint = String;
}

impl Highlighter for Typing {
    fn highlight<'l>(&self, line: &'l str, pos: usize) -> Cow<'l, str> {
        if !self.coloured || line.starts_with(':') {
            return Cow::Borrowed(line);
        }
        Cow::Owned(colours::coloured(line, pos))
    }

    fn highlight_char(&self, line: &str, _pos: usize, kind: CmdKind) -> bool {
        // A line of a hundred thousand characters is not coloured anew at each key.
        const LONG: usize = 20_000;
        self.coloured && line.len() < LONG && kind != CmdKind::ForcedRefresh
    }
}

impl Completer for Typing {
    type Candidate = String;

    fn complete(
        &self,
        line: &str,
        pos: usize,
        _context: &Context<'_>,
    ) -> rustyline::Result<(usize, Vec<String>)> {
        let (answering, answer) = channel();
        let before = line[..pos].to_owned();
        if self
            .telling
            .send(Told::Complete(before, answering))
            .is_err()
        {
            return Ok((pos, Vec::new()));
        }
        Ok(answer.recv_timeout(PATIENCE).unwrap_or((pos, Vec::new())))
    }
}

/// Enter: the text is done, or goes on in a new line that is indented as the block asks.
struct Enter;

impl ConditionalEventHandler for Enter {
    fn handle(&self, _: &Event, _: RepeatCount, _: bool, context: &EventContext) -> Option<Cmd> {
        let (line, at) = (context.line(), context.pos());
        if at < line.trim_end().len() {
            // In the middle of a text of several lines a line end is just that.
            return line.contains('\n').then(|| Cmd::Insert(1, "\n".to_owned()));
        }
        if line.starts_with(':') || !needs_more(line) {
            return Some(Cmd::AcceptLine);
        }
        Some(Cmd::Insert(1, format!("\n{}", indent_behind(line))))
    }
}

/// Whether a text needs another line; one that was left empty ends a block.
pub fn needs_more(text: &str) -> bool {
    let kept = text.trim_end_matches([' ', '\t']);
    is_incomplete(kept)
}

/// The indentation of the line that follows `text`.
fn indent_behind(text: &str) -> String {
    let last = text.rsplit('\n').next().unwrap_or(text);
    let blank = last.len() - last.trim_start_matches([' ', '\t']).len();
    let own = &last[..blank];
    let code = last.trim_end();
    let ends_block = ["return", "pass", "break", "continue", "raise"]
        .iter()
        .any(|word| code.trim_start().split([' ', '(']).next() == Some(word));
    if code.ends_with(':') {
        format!("{own}{INDENT}")
    } else if ends_block {
        own.strip_suffix(INDENT).unwrap_or("").to_owned()
    } else {
        own.to_owned()
    }
}

/// Tab: indents where nothing stands before the cursor, completes elsewhere.
struct Tab;

impl ConditionalEventHandler for Tab {
    fn handle(&self, _: &Event, _: RepeatCount, _: bool, context: &EventContext) -> Option<Cmd> {
        let before = &context.line()[..context.pos()];
        let line = before.rsplit('\n').next().unwrap_or(before);
        line.trim()
            .is_empty()
            .then(|| Cmd::Insert(1, INDENT.to_owned()))
    }
}

/// Backspace: takes a whole level of indentation away.
struct Dedent;

impl ConditionalEventHandler for Dedent {
    fn handle(&self, _: &Event, _: RepeatCount, _: bool, context: &EventContext) -> Option<Cmd> {
        let (text, at) = (context.line(), context.pos());
        let line = text[..at].rsplit('\n').next().unwrap_or(text);
        let blank = !line.is_empty() && line.bytes().all(|byte| byte == b' ');
        (blank && at == text.len()).then_some(Cmd::Dedent(Movement::EndOfLine))
    }
}

#[cfg(test)]
mod tests {
    use super::{indent_behind, needs_more};

    #[test]
    fn blocks_go_on_until_an_empty_line() {
        for open in [
            "def f():",
            "def f():\n    pass",
            "x = (",
            "'''a",
            "if x:\n  y\nelse:",
            "@d",
        ] {
            assert!(needs_more(open), "{open}");
        }
        for done in [
            "x",
            "",
            "def f():\n    pass\n    ",
            "def f(): pass\n",
            "x = )",
            "a\nb",
            "x = 'a",
        ] {
            assert!(!needs_more(done), "{done}");
        }
    }

    #[test]
    fn lines_are_indented() {
        assert_eq!(indent_behind("def f():"), "    ");
        assert_eq!(indent_behind("def f():\n    x = 1"), "    ");
        assert_eq!(indent_behind("def f():\n    return 1"), "");
        assert_eq!(indent_behind("x = (1,"), "");
    }
}
