//! What keys mean: where a text ends, how its lines are indented, how the margin is kept whole, what the arrows bring back.
//! Every key is seen here first; `None` leaves it to the editor.
//!
//! The editor gives a command that is made here the repeat count of the user's, so that movements by several characters are
//! made by sending the key again.

use super::above::{self, Rows};
use super::block::{
    INDENT, Scan, blank_before, clause_moved_out, indent_behind, is_clause, needs_more,
};
use super::history::{Texts, Walk};
use super::margin::{self, Line, MARGIN};
use super::paste;
use super::relay::Relay;
use super::resize;
use rustyline::{
    Cmd, ConditionalEventHandler, EditMode, Event, EventContext, GraphemeClusterMode, InputMode,
    KeyCode, KeyEvent, Modifiers, Movement, RepeatCount,
};
use std::sync::{Arc, Mutex, PoisonError};

const LEFT: &str = "\x1b[D";
const RIGHT: &str = "\x1b[C";
const BACKSPACE: &str = "\x7f";
const DELETE: &str = "\x1b[3~";

/// A key that nobody has, F10: what replaces a text that was just taken away comes now.
const REPLACE: &str = "\x1b[21~";

/// What the keys have led to in the line that is edited.
#[derive(Default)]
pub struct Edited {
    /// The prompt before it.
    prompt: String,
    /// How many columns the editor believes the terminal to have.
    columns: usize,
    /// Whether it is a line for the program, which is no code.
    pub is_input: bool,
    /// What is shown behind it.
    pub hint: String,
    /// The session that was pasted into it: its texts, and how they stand there.
    pub session: Option<(Vec<String>, String)>,
    /// Whether the history is searched.
    is_searching: bool,
    /// Whether its lines bring their own indentation.
    is_indented: bool,
    /// What replaces what was just taken away.
    replacing: String,
    /// How many keys to leave to the editor.
    left: usize,
    walk: Option<Walk>,
}

impl Edited {
    /// An empty line behind a prompt.
    pub fn begin(prompt: &str, is_input: bool) -> Edited {
        Edited {
            prompt: prompt.to_owned(),
            columns: above::columns(),
            is_input,
            ..Edited::default()
        }
    }
}

/// The keys, and what they work on.
pub struct Keys {
    relay: Arc<Relay>,
    edited: Arc<Mutex<Edited>>,
    texts: Texts,
    widths: GraphemeClusterMode,
}

impl ConditionalEventHandler for Keys {
    fn handle(
        &self,
        event: &Event,
        _: RepeatCount,
        _: bool,
        context: &EventContext,
    ) -> Option<Cmd> {
        self.relay.see();
        let mut edited = self.edited.lock().unwrap_or_else(PoisonError::into_inner);
        let command = event
            .get(0)
            .and_then(|key| self.command(*key, context, &mut edited));
        self.relay.handled();
        command
    }
}

/// What a key asks for, in either of the two ways of editing.
enum Asked {
    Enter,
    AcceptAnyhow,
    Up {
        within: bool,
    },
    Down {
        within: bool,
    },
    Left,
    Right,
    Home,
    Backspace,
    Delete,
    KillToEnd,
    KillToStart,
    KillWord,
    Indent,
    Dedent,
    Search,
    EndOfInput,
    Interrupt,
    Suspend,
    /// Keys that make the editor take the next one.
    Prefix,
    Plain(char),
    Other,
}

impl Asked {
    fn of(key: KeyEvent, in_commands: bool) -> Asked {
        let KeyEvent(code, modifiers) = key;
        match (code, modifiers) {
            (KeyCode::Char(c), Modifiers::NONE) if in_commands => match c {
                'k' | '-' => Asked::Up { within: true },
                'j' | '+' => Asked::Down { within: true },
                'h' => Asked::Left,
                'l' | ' ' => Asked::Right,
                '0' | '^' => Asked::Home,
                'd' | 'c' | 'y' | '<' | '>' | 'f' | 'F' | 't' | 'T' | 'r' => Asked::Prefix,
                _ => Asked::Other,
            },
            (KeyCode::Char(c), Modifiers::NONE) => Asked::Plain(c),
            (KeyCode::Enter | KeyCode::Char('\r'), Modifiers::ALT) => Asked::AcceptAnyhow,
            (KeyCode::Enter, _) => Asked::Enter,
            (KeyCode::Up, Modifiers::NONE) => Asked::Up { within: true },
            (KeyCode::Down, Modifiers::NONE) => Asked::Down { within: true },
            (KeyCode::Left, Modifiers::NONE) => Asked::Left,
            (KeyCode::Right, Modifiers::NONE) => Asked::Right,
            (KeyCode::Home, Modifiers::NONE) => Asked::Home,
            (KeyCode::Backspace, Modifiers::NONE) if !in_commands => Asked::Backspace,
            (KeyCode::Delete, Modifiers::NONE) => Asked::Delete,
            (KeyCode::Tab, Modifiers::NONE) => Asked::Indent,
            (KeyCode::BackTab, _) => Asked::Dedent,
            (KeyCode::Char(c), Modifiers::CTRL) => match c {
                'J' => Asked::Enter,
                'P' => Asked::Up { within: false },
                'N' => Asked::Down { within: false },
                'B' => Asked::Left,
                'F' => Asked::Right,
                'A' => Asked::Home,
                'H' => Asked::Backspace,
                'K' => Asked::KillToEnd,
                'U' => Asked::KillToStart,
                'W' => Asked::KillWord,
                'R' | 'S' => Asked::Search,
                'D' => Asked::EndOfInput,
                'C' | '\\' => Asked::Interrupt,
                'Z' => Asked::Suspend,
                'V' | 'Q' | 'X' | ']' => Asked::Prefix,
                _ => Asked::Other,
            },
            _ => Asked::Other,
        }
    }
}

impl Keys {
    /// The keys of a terminal.
    pub fn new(relay: Arc<Relay>, texts: Texts, widths: GraphemeClusterMode) -> Keys {
        Keys {
            relay,
            edited: Arc::default(),
            texts,
            widths,
        }
    }

    /// What is known of the line that is edited.
    pub fn edited(&self) -> Arc<Mutex<Edited>> {
        self.edited.clone()
    }

    fn command(&self, key: KeyEvent, context: &EventContext, edited: &mut Edited) -> Option<Cmd> {
        match key.0 {
            KeyCode::F(12) => return Some(self.show_output(context, edited)),
            KeyCode::F(9) => return Some(self.resize(context, edited)),
            KeyCode::F(10) => {
                let text = std::mem::take(&mut edited.replacing);
                return (!text.is_empty()).then_some(Cmd::Insert(1, text));
            }
            KeyCode::F(11) => return Some(self.paste(context, edited)),
            _ => {}
        }
        if edited.left > 0 {
            edited.left -= 1;
            return None;
        }
        let in_commands =
            context.mode() == EditMode::Vi && context.input_mode() == InputMode::Command;
        let asked = Asked::of(key, in_commands);
        if context.mode() == EditMode::Vi {
            self.relay
                .set_digits_count(stays_in_commands(key, in_commands));
        }
        if edited.is_searching {
            match asked {
                Asked::Plain(_) | Asked::Search => return None,
                Asked::Backspace => return None,
                _ => {
                    edited.is_searching = false;
                    self.relay.set_asking(false);
                    if matches!(asked, Asked::Enter) {
                        return Some(self.accept());
                    }
                }
            }
        }
        self.relay.set_asking(false);
        if !matches!(asked, Asked::Up { .. } | Asked::Down { .. }) {
            edited.walk = None;
        }
        self.asked(&asked, context, edited)
    }

    fn asked(&self, asked: &Asked, context: &EventContext, edited: &mut Edited) -> Option<Cmd> {
        let (text, at) = (context.line(), context.pos());
        let line = margin::line(text, at);
        // The cursor stands in the margin, where vi's commands may put it: it goes on.
        let in_margin = at < line.inner;
        match asked {
            Asked::Enter => self.enter(text, at, edited),
            Asked::AcceptAnyhow => Some(self.accept()),
            Asked::Up { within } if !within || line.start == 0 => self.back(text, at, edited),
            Asked::Down { within } if !within || line.end == text.len() => self.forth(text, edited),
            Asked::Left if line.start > 0 && at == line.inner => {
                self.relay.inject(LEFT);
                edited.left = 1;
                Some(Cmd::Move(Movement::BeginningOfLine))
            }
            Asked::Right if in_margin => {
                if at + 1 < line.inner {
                    self.relay.inject(RIGHT);
                }
                None
            }
            Asked::Right if at == line.end && line.end < text.len() => {
                if margin::line(text, at + 1).inner > at + 1 {
                    self.relay.inject(RIGHT);
                }
                None
            }
            Asked::Home if line.inner > line.start => {
                self.relay.inject(RIGHT);
                if at == line.start {
                    return Some(Cmd::Noop);
                }
                Some(Cmd::Move(Movement::BeginningOfLine))
            }
            Asked::Backspace if line.start > 0 && at <= line.inner => {
                if at == line.start {
                    return None;
                }
                // Without its margin the line is joined with the one before.
                self.relay.inject(BACKSPACE);
                edited.left = 1;
                Some(Cmd::Kill(Movement::BeginningOfLine))
            }
            Asked::Backspace | Asked::Dedent if is_blank(line.before) && !edited.is_input => {
                let kept = (line.before.len() - 1) / INDENT.len() * INDENT.len();
                let kept = &line.before[..kept];
                Some(self.replace_line(text, &line, kept, edited))
            }
            Asked::Dedent => Some(Cmd::Noop),
            Asked::Delete | Asked::KillToEnd | Asked::EndOfInput
                if at == line.end && line.end < text.len() =>
            {
                let behind = margin::line(text, at + 1);
                edited.left = behind.inner - behind.start;
                for _ in 0..edited.left {
                    self.relay.inject(DELETE);
                }
                None
            }
            Asked::EndOfInput if text.is_empty() => {
                self.relay.end_line();
                None
            }
            Asked::KillToStart if line.inner > line.start && !in_margin => {
                Some(self.replace_line(text, &line, "", edited))
            }
            Asked::KillWord if line.inner > line.start && !line.before.is_empty() => {
                let kept = line.before.trim_end();
                let kept = kept.trim_end_matches(|c: char| !c.is_whitespace());
                Some(self.replace_line(text, &line, kept, edited))
            }
            Asked::Indent if edited.is_input || line.before.trim().is_empty() => {
                if edited.is_indented || edited.is_input {
                    return Some(Cmd::Insert(1, "\t".to_owned()));
                }
                let columns = INDENT.len() - line.before.len() % INDENT.len();
                Some(Cmd::Insert(1, " ".repeat(columns)))
            }
            Asked::Search if !edited.is_input => {
                edited.is_searching = !self.is_history_empty();
                self.relay.set_asking(edited.is_searching);
                None
            }
            Asked::Interrupt => {
                self.relay.end_line();
                None
            }
            Asked::Suspend => {
                self.relay.suspend();
                Some(Cmd::Repaint)
            }
            Asked::Prefix => {
                self.relay.leave_next_key();
                None
            }
            Asked::Plain(c) => self.plain(*c, in_margin, context),
            _ => None,
        }
    }

    fn is_history_empty(&self) -> bool {
        let texts = self.texts.lock().unwrap_or_else(PoisonError::into_inner);
        texts.is_empty()
    }

    /// A character, and those that have come behind it.
    fn plain(&self, c: char, in_margin: bool, context: &EventContext) -> Option<Cmd> {
        if in_margin {
            self.relay.put_back(c);
            self.relay.inject(RIGHT);
            return Some(Cmd::Noop);
        }
        if context.mode() == EditMode::Vi && context.input_mode() != InputMode::Insert {
            return None;
        }
        let behind = self.relay.take_plain();
        (!behind.is_empty()).then(|| Cmd::Insert(1, format!("{c}{behind}")))
    }

    fn accept(&self) -> Cmd {
        self.relay.end_line();
        Cmd::AcceptLine
    }

    /// Enter: the text is done, or goes on in a new line that is indented as the block asks.
    fn enter(&self, text: &str, at: usize, edited: &mut Edited) -> Option<Cmd> {
        if edited.is_input || text.starts_with(':') {
            return Some(self.accept());
        }
        let is_at_end = text[at..].trim().is_empty();
        let code = paste::last_of_session(margin::without(text));
        let is_one_line = !text.contains('\n');
        let before = margin::without(&text[..at]);
        if is_at_end && clause_moved_out(&before).is_some() {
            return Some(self.go_on(text, at, &before, edited));
        }
        // A block of a burst goes on behind an empty line, if that is followed by a line which belongs to it.
        let goes_on =
            || edited.is_indented && before.ends_with('\n') && self.relay.indents_next(true);
        if (is_at_end || is_one_line) && !needs_more(&code) && !goes_on() {
            return Some(self.accept());
        }
        if !is_at_end {
            let last = before.rsplit('\n').next().unwrap_or_default();
            let own = blank_before(last);
            return Some(Cmd::Insert(1, format!("\n{MARGIN}{own}")));
        }
        Some(self.go_on(text, at, &before, edited))
    }

    /// Begins a new line behind `before`.
    fn go_on(&self, text: &str, at: usize, before: &str, edited: &mut Edited) -> Cmd {
        let is_session = paste::session(before).is_some();
        edited.is_indented |= is_session || self.relay.indents_next(false);
        if is_session {
            return Cmd::Insert(1, format!("\n{MARGIN}"));
        }
        if edited.is_indented {
            return Cmd::Insert(1, format!("\n{MARGIN}{}", self.lines_behind(before)));
        }
        let line = margin::line(text, at);
        let Some(moved) = clause_moved_out(before) else {
            let indent = indent_behind(before);
            let lines = self.lines_behind_indented(before, &indent);
            return Cmd::Insert(1, format!("\n{MARGIN}{indent}{lines}"));
        };
        let indent = indent_behind(&moved);
        let kept = format!("{moved}\n{MARGIN}{indent}");
        self.replace_line(text, &line, &kept, edited)
    }

    /// The lines of a burst that belong to the text for sure, each with the beginning of the next.
    fn lines_behind(&self, before: &str) -> String {
        if !self.relay.has_more() {
            return String::new();
        }
        let mut scan = Scan::of(before);
        let lines = self.relay.take_lines(|line| scan.go_on(line));
        lines
            .iter()
            .map(|line| format!("{line}\n{MARGIN}"))
            .collect()
    }

    /// The same for lines that rely on being indented.
    fn lines_behind_indented(&self, before: &str, indent: &str) -> String {
        if !self.relay.has_more() {
            return String::new();
        }
        let mut scan = Scan::of(before);
        let mut indents = vec![indent.to_owned()];
        let lines = self.relay.take_lines(|line| {
            let line = format!("{}{line}", indents[indents.len() - 1]);
            let goes_on = !is_clause(&line) && scan.go_on(&line);
            if goes_on {
                indents.push(scan.indent_behind(&line));
            }
            goes_on
        });
        let behind = lines.iter().zip(&indents[1..]);
        behind
            .map(|(line, indent)| format!("{line}\n{MARGIN}{indent}"))
            .collect()
    }

    /// Takes away what a movement goes over, and has `text` take its place.
    fn replace(&self, movement: Movement, text: String, edited: &mut Edited) -> Cmd {
        edited.replacing = text;
        self.relay.inject(REPLACE);
        Cmd::Kill(movement)
    }

    /// Replaces the line up to the cursor by `kept`, behind its margin.
    fn replace_line(&self, text: &str, line: &Line, kept: &str, edited: &mut Edited) -> Cmd {
        let kept = format!("{}{kept}", &text[line.start..line.inner]);
        self.replace(Movement::BeginningOfLine, kept, edited)
    }

    /// An arrow upwards, in the first line: the text before.
    fn back(&self, text: &str, at: usize, edited: &mut Edited) -> Option<Cmd> {
        if edited.is_input {
            return Some(Cmd::Noop);
        }
        let mut walk = edited.walk.take().unwrap_or_else(|| {
            let prefix = text[..at].to_owned();
            Walk::begin(&self.texts, text, &prefix)
        });
        let found = walk.back(&self.texts, text);
        edited.walk = Some(walk);
        let found = found.map(|found| self.replace(Movement::WholeBuffer, found, edited));
        Some(found.unwrap_or(Cmd::Noop))
    }

    /// An arrow downwards, in the last line: the text behind.
    fn forth(&self, text: &str, edited: &mut Edited) -> Option<Cmd> {
        let mut walk = edited.walk.take()?;
        let (found, is_typed) = walk.forth(&self.texts, text);
        if !is_typed {
            edited.walk = Some(walk);
        }
        Some(self.replace(Movement::WholeBuffer, found, edited))
    }

    /// Shows what has been printed meanwhile.
    fn show_output(&self, context: &EventContext, edited: &Edited) -> Cmd {
        let (before, behind) = context.line().split_at(context.pos());
        let before = format!("{}{before}", edited.prompt);
        let behind = format!("{behind}{}", edited.hint);
        let rows = Rows::of(&before, &behind, edited.columns, self.widths);
        above::put(&self.relay.take_output(), &rows, &rows);
        Cmd::Repaint
    }

    /// The terminal has another size, which the editor is told now.
    fn resize(&self, context: &EventContext, edited: &mut Edited) -> Cmd {
        let (before, behind) = context.line().split_at(context.pos());
        let before = format!("{}{before}", edited.prompt);
        let behind = format!("{behind}{}", edited.hint);
        edited.columns = resize::draw_anew(&before, &behind, edited.columns, self.widths);
        Cmd::Noop
    }

    /// What was pasted, without the prompts and outputs of a session.
    fn paste(&self, context: &EventContext, edited: &mut Edited) -> Cmd {
        let pasted = self.relay.take_paste();
        let pasted = pasted.replace("\r\n", "\n").replace('\r', "\n");
        let plain: String = pasted
            .chars()
            .filter(|c| matches!(c, '\n' | '\t') || !c.is_control())
            .collect();
        if edited.is_input {
            return Cmd::Insert(1, plain.replace('\n', " "));
        }
        let Some(texts) = paste::session(&plain) else {
            edited.session = None;
            let plain = match context.line() {
                "" => paste::moved_out(&plain),
                _ => plain,
            };
            return Cmd::Insert(1, margin::with(&plain));
        };
        let joined: String = texts.concat();
        let shown = margin::with(&joined);
        edited.session = Some((texts, joined));
        Cmd::Insert(1, shown)
    }
}

/// Whether a key of vi's leaves the editor where keys are commands.
fn stays_in_commands(key: KeyEvent, in_commands: bool) -> bool {
    match key.0 {
        KeyCode::Esc => true,
        KeyCode::Char(c) if key.1 == Modifiers::NONE => in_commands && !"aAcCiIRsS".contains(c),
        KeyCode::Char('R' | 'S') if key.1 == Modifiers::CTRL => false,
        _ => in_commands,
    }
}

fn is_blank(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte == b' ')
}
