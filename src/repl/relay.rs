//! The way of the keys from the terminal to the line editor. Keys are read here, made valid text, and handed on one at a time
//! through a pseudo-terminal that stands in for standard input while a line is edited. So nothing that comes in a burst is
//! lost when a line ends, a burst is not drawn key by key, and output finds the moment when the editor rests.
//!
//! The editor's side answers each key by [`Relay::handled`] (`keys.rs`), which knows what the keys mean.

use super::modes::{Mode, Modes, make_raw};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fd::{AsFd, OwnedFd};
use rustix::io::{FdFlags, fcntl_setfd};
use std::collections::VecDeque;
use std::io::{self, PipeReader, PipeWriter, Read, Write};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// A key that nobody has, which says that output waits: F12.
const OUTPUT: &str = "\x1b[24~";

/// A key that nobody has, which says that the terminal has another size: F9.
const RESIZED: &str = "\x1b[20~";

/// A key that nobody has, which says that a paste waits: F11.
const PASTE: &str = "\x1b[23~";

const PASTE_BEGINS: &str = "\x1b[200~";
const PASTE_ENDS: &str = "\x1b[201~";

/// How long the rest of the sequence of a key is waited for.
const REST_OF_KEY: Timespec = Timespec {
    tv_sec: 0,
    tv_nsec: 50_000_000,
};

/// How long the rest of a burst is waited for.
const BURST: Timespec = Timespec {
    tv_sec: 0,
    tv_nsec: 20_000_000,
};

const NOW: Timespec = Timespec {
    tv_sec: 0,
    tv_nsec: 0,
};

/// How long a key is waited for to be seen: some are taken by the editor within a command, which tells nobody.
const ANSWER: Duration = Duration::from_secs(1);

/// How many characters are read ahead at most.
const AHEAD: usize = 1 << 20;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    /// No line is edited: nothing is read.
    Resting,
    /// A line is edited.
    Editing,
    /// The editor is about to begin or to end: nothing goes to it.
    Between,
}

/// Keys on their way.
pub struct Relay {
    state: Mutex<State>,
    changed: Condvar,
    /// Where the reading thread is woken up.
    waker: Mutex<PipeWriter>,
    terminal: OwnedFd,
    modes: Modes,
    /// What the editor has for a standard input.
    inner: OwnedFd,
}

struct State {
    phase: Phase,
    /// Whether the answer to a key is waited for.
    awaiting: bool,
    /// Whether that key has been seen, and the answer is on its way.
    is_seen: bool,
    /// Whether digits are a repeat count, which the editor takes without an answer.
    digits_count: bool,
    /// Whether a repeat count is being typed.
    is_counting: bool,
    /// What was typed and not handed on.
    queue: VecDeque<char>,
    /// Bytes of a character that is not complete.
    part: Vec<u8>,
    /// Keys that come before those.
    injected: VecDeque<&'static str>,
    /// What is being pasted, as far as it has come.
    pasting: Option<String>,
    /// What was pasted.
    pasted: Option<String>,
    /// What is to be shown above the line.
    output: Vec<u8>,
    /// Whether the terminal has another size, and the editor does not know.
    is_resized: bool,
    /// Whether the editor asks for keys of its own, between which nothing can be shown.
    is_asking: bool,
    /// Whether the editor takes the next key without an answer.
    next_is_taken: bool,
    /// Whether the terminal has gone.
    has_gone: bool,
}

/// What the reading thread does next.
enum Step {
    /// Hands keys on.
    Feed(String),
    /// Reads more; `true`: only for a while, since a sequence is incomplete.
    Listen(bool),
    /// Ends, with the terminal.
    End,
}

impl Relay {
    /// Takes over the terminal that standard input is.
    pub fn open() -> io::Result<Arc<Relay>> {
        let terminal = rustix::stdio::stdin().try_clone_to_owned()?;
        let modes = Modes::of(terminal.try_clone()?)?;
        let pair = nix::pty::openpty(None, None)?;
        make_raw(&pair.slave)?;
        // Children are not to hold it open.
        for end in [&pair.master, &pair.slave] {
            fcntl_setfd(end, FdFlags::CLOEXEC)?;
        }
        let (wakes, waker) = io::pipe()?;
        let relay = Arc::new(Relay {
            state: Mutex::new(State {
                phase: Phase::Resting,
                awaiting: false,
                is_seen: false,
                digits_count: false,
                is_counting: false,
                queue: VecDeque::new(),
                part: Vec::new(),
                injected: VecDeque::new(),
                pasting: None,
                pasted: None,
                output: Vec::new(),
                is_resized: false,
                is_asking: false,
                next_is_taken: false,
                has_gone: false,
            }),
            changed: Condvar::new(),
            waker: Mutex::new(waker),
            terminal,
            modes,
            inner: pair.slave,
        });
        let own = relay.clone();
        let editor = std::fs::File::from(pair.master);
        std::thread::Builder::new()
            .name("keys".to_owned())
            .spawn(move || own.carry(editor, wakes))?;
        Ok(relay)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Carries keys as long as there is a terminal.
    fn carry(&self, mut editor: impl Write, mut wakes: PipeReader) {
        loop {
            let fed = match self.next_step() {
                Step::Feed(keys) => editor.write_all(keys.as_bytes()),
                Step::Listen(briefly) => self.listen(&mut wakes, briefly),
                Step::End => return,
            };
            if fed.is_err() {
                self.state().has_gone = true;
            }
        }
    }

    fn next_step(&self) -> Step {
        let mut state = self.state();
        loop {
            if state.phase != Phase::Editing {
                state = self.wait(state);
            } else if state.awaiting {
                let waited = self.changed.wait_timeout(state, ANSWER);
                let (next, timeout) = waited.unwrap_or_else(PoisonError::into_inner);
                state = next;
                if timeout.timed_out() && !state.is_seen && self.is_taken() {
                    state.awaiting = false;
                }
            } else {
                return state.next_step();
            }
        }
    }

    fn wait<'a>(&self, state: MutexGuard<'a, State>) -> MutexGuard<'a, State> {
        self.changed
            .wait(state)
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether the editor has taken all keys.
    fn is_taken(&self) -> bool {
        rustix::io::ioctl_fionread(&self.inner).is_ok_and(|count| count == 0)
    }

    /// Waits for keys, or to be woken up; reads what has come.
    fn listen(&self, wakes: &mut PipeReader, briefly: bool) -> io::Result<()> {
        let wakes_fd = wakes.as_fd().try_clone_to_owned()?;
        let mut wanted = [
            PollFd::new(&self.terminal, PollFlags::IN),
            PollFd::new(&wakes_fd, PollFlags::IN),
        ];
        let count = match poll(&mut wanted, briefly.then_some(&REST_OF_KEY)) {
            Err(rustix::io::Errno::INTR) => return Ok(()),
            count => count?,
        };
        let [keys, woken] = wanted.map(|each| !each.revents().is_empty());
        if woken {
            let _ = wakes.read(&mut [0; 64])?;
        }
        let mut state = self.state();
        if keys && state.phase == Phase::Editing {
            self.read(&mut state);
        } else if count == 0 {
            // The sequence was none: its beginning is a key.
            state.hand_on_a_part();
        }
        Ok(())
    }

    /// Reads all that has come.
    fn read(&self, state: &mut State) {
        let mut buffer = [0; 1 << 14];
        while state.queue.len() < AHEAD {
            match rustix::io::read(&self.terminal, &mut buffer) {
                Ok(0) | Err(_) => {
                    state.has_gone = true;
                    return;
                }
                Ok(count) => state.take(&buffer[..count]),
            }
            let mut wanted = [PollFd::new(&self.terminal, PollFlags::IN)];
            if !poll(&mut wanted, Some(&NOW)).is_ok_and(|ready| ready > 0) {
                return;
            }
        }
    }

    fn wake(&self) {
        self.changed.notify_all();
        if let Ok(mut waker) = self.waker.lock() {
            let _ = waker.write_all(b"w");
        }
    }

    /// Types Ctrl-C before all that waits.
    pub fn type_interrupt(&self) {
        self.state().queue.push_front('\x03');
        self.wake();
    }

    /// A line is about to be asked for: what is shown waits until it is edited.
    pub fn expect(&self) {
        self.state().phase = Phase::Between;
    }

    /// A line is about to be edited: keys go to the editor now.
    pub fn begin(&self) -> io::Result<()> {
        self.modes.choose_anew(Mode::Raw);
        rustix::stdio::dup2_stdin(&self.inner)?;
        let mut state = self.state();
        state.phase = Phase::Editing;
        state.awaiting = false;
        state.is_asking = false;
        state.digits_count = false;
        self.changed.notify_all();
        Ok(())
    }

    /// A line has been edited: standard input is the terminal again, and its keys wait. `true`: an interrupt was typed behind
    /// the line, and taken.
    pub fn rest(&self) -> bool {
        let mut state = self.state();
        state.phase = Phase::Resting;
        let _ = rustix::stdio::dup2_stdin(&self.terminal);
        self.modes.choose(Mode::Quiet);
        // What came before the mode was chosen came as keys.
        let mut wanted = [PollFd::new(&self.terminal, PollFlags::IN)];
        if poll(&mut wanted, Some(&NOW)).is_ok_and(|ready| ready > 0) {
            self.read(&mut state);
        }
        let interrupts = state.queue.front() == Some(&'\x03');
        if interrupts {
            state.queue.pop_front();
        }
        interrupts
    }

    /// Lends the terminal to a child until the next line is edited.
    pub fn lend(&self) {
        if self.state().phase == Phase::Resting {
            self.modes.choose(Mode::Found);
        }
    }

    /// Gives the terminal back as it was found.
    pub fn give_back(&self) {
        self.modes.choose_anew(Mode::Found);
    }

    /// The editor has seen a key.
    pub fn see(&self) {
        self.state().is_seen = true;
    }

    /// Digits are a repeat count from now on, or are none.
    pub fn set_digits_count(&self, digits_count: bool) {
        self.state().digits_count = digits_count;
    }

    /// The editor has seen a key, and what belongs to it has been taken.
    pub fn handled(&self) {
        self.state().awaiting = false;
        self.changed.notify_all();
    }

    /// The line ends: what follows belongs to the next one.
    pub fn end_line(&self) {
        self.state().phase = Phase::Between;
    }

    /// Puts a character back, before what was typed.
    pub fn put_back(&self, c: char) {
        self.state().queue.push_front(c);
    }

    /// Puts a key before what was typed.
    pub fn inject(&self, key: &'static str) {
        self.state().injected.push_back(key);
    }

    /// The editor asks for keys of its own until it is said otherwise.
    pub fn set_asking(&self, is_asking: bool) {
        self.state().is_asking = is_asking;
    }

    /// The editor takes the next key by itself.
    pub fn leave_next_key(&self) {
        self.state().next_is_taken = true;
    }

    /// Whether more has been typed than was handed on.
    pub fn has_more(&self) -> bool {
        !self.state().queue.is_empty()
    }

    /// Whether the line that comes next in a burst begins with a blank; lines that are empty are looked past, if they may be.
    pub fn indents_next(&self, past_empty: bool) -> bool {
        let mut state = self.state();
        if state.queue.is_empty() && state.awaiting {
            // The burst may have been read up to here.
            let patience = if past_empty { &BURST } else { &NOW };
            let mut wanted = [PollFd::new(&self.terminal, PollFlags::IN)];
            if poll(&mut wanted, Some(patience)).is_ok_and(|ready| ready > 0) {
                self.read(&mut state);
            }
        }
        let mut next = state
            .queue
            .iter()
            .skip_while(|c| past_empty && is_line_end(**c));
        matches!(next.next(), Some(' ' | '\t'))
    }

    /// The plain characters that come next, up to a key with a meaning.
    pub fn take_plain(&self) -> String {
        let mut state = self.state();
        let mut taken = String::new();
        // The answer is no longer waited for: another key may be on its way, before those.
        if state.awaiting && state.injected.is_empty() {
            while let Some(c) = state.queue.front().copied().filter(|c| !c.is_control()) {
                state.queue.pop_front();
                taken.push(c);
            }
        }
        taken
    }

    /// The lines that come next, as long as they are wanted, without their ends. The one that is not wanted is left.
    pub fn take_lines(&self, mut is_wanted: impl FnMut(&str) -> bool) -> Vec<String> {
        let mut state = self.state();
        let mut lines = Vec::new();
        if state.phase == Phase::Editing && !(state.awaiting && state.injected.is_empty()) {
            return lines;
        }
        loop {
            let mut line = String::new();
            let mut length = 0;
            for &c in &state.queue {
                length += 1;
                match c {
                    '\r' | '\n' => break,
                    '\t' => line.push(c),
                    c if c.is_control() => return lines,
                    c => line.push(c),
                }
            }
            let is_whole = length > 0 && is_line_end(state.queue[length - 1]);
            if !is_whole || !is_wanted(&line) {
                return lines;
            }
            state.queue.drain(..length);
            lines.push(line);
        }
    }

    /// What was pasted.
    pub fn take_paste(&self) -> String {
        self.state().pasted.take().unwrap_or_default()
    }

    /// Shows text above the line that is edited, if one is; else it is given back.
    pub fn show(&self, text: &[u8]) -> bool {
        let mut state = self.state();
        if state.phase == Phase::Resting {
            return false;
        }
        state.output.extend_from_slice(text);
        drop(state);
        self.wake();
        true
    }

    /// Notes that the terminal has another size. An editor that begins learns so by itself.
    pub fn note_resize(&self) {
        let mut state = self.state();
        state.is_resized = state.phase == Phase::Editing;
        drop(state);
        self.wake();
    }

    /// What waits to be shown.
    pub fn take_output(&self) -> Vec<u8> {
        std::mem::take(&mut self.state().output)
    }

    /// Leaves the process to the shell until that goes on with it.
    pub fn suspend(&self) {
        self.modes.choose_anew(Mode::Found);
        let _ = rustix::process::kill_current_process_group(rustix::process::Signal::TSTP);
        self.modes.choose_anew(Mode::Raw);
    }
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\r' | '\n')
}

impl State {
    /// Makes text of what was read: what is no text becomes the mark that stands for it.
    fn take(&mut self, bytes: &[u8]) {
        self.part.extend_from_slice(bytes);
        let part = std::mem::take(&mut self.part);
        let mut rest = &part[..];
        while !rest.is_empty() {
            match std::str::from_utf8(rest) {
                Ok(text) => {
                    self.queue.extend(text.chars());
                    return;
                }
                Err(error) => {
                    let (valid, behind) = rest.split_at(error.valid_up_to());
                    self.queue.extend(String::from_utf8_lossy(valid).chars());
                    let Some(wrong) = error.error_len() else {
                        self.part = behind.to_vec();
                        return;
                    };
                    self.queue.push_back(char::REPLACEMENT_CHARACTER);
                    rest = &behind[wrong..];
                }
            }
        }
    }

    fn next_step(&mut self) -> Step {
        if let Some(key) = self.injected.pop_front() {
            return self.feed(key.to_owned());
        }
        if !self.is_asking && !self.next_is_taken {
            if std::mem::take(&mut self.is_resized) {
                return self.feed(RESIZED.to_owned());
            }
            if !self.output.is_empty() {
                return self.feed(OUTPUT.to_owned());
            }
        }
        if self.pasting.is_some() {
            return self.paste();
        }
        match self.key_length() {
            Some(0) if self.has_gone => Step::End,
            Some(0) => Step::Listen(false),
            Some(length) => {
                let key: String = self.queue.drain(..length).collect();
                if key == PASTE_BEGINS {
                    self.pasting = Some(String::new());
                    return self.paste();
                }
                self.feed(key)
            }
            None if self.has_gone => {
                self.hand_on_a_part();
                Step::Listen(true)
            }
            None => Step::Listen(true),
        }
    }

    fn feed(&mut self, key: String) -> Step {
        let is_digit = |text: &str, first: char| {
            let mut chars = text.chars();
            chars.next().is_some_and(|c| (first..='9').contains(&c)) && chars.next().is_none()
        };
        // A count begins with a digit where that is no text, or with Alt.
        self.is_counting = match key.strip_prefix('\x1b') {
            Some(rest) => is_digit(rest, '0') || rest == "-",
            None => {
                self.is_counting && is_digit(&key, '0') || self.digits_count && is_digit(&key, '1')
            }
        };
        self.awaiting = !std::mem::take(&mut self.next_is_taken) && !self.is_counting;
        self.is_seen = false;
        Step::Feed(key)
    }

    /// Takes what is pasted, up to its end.
    fn paste(&mut self) -> Step {
        let mut text = self.pasting.take().unwrap_or_default();
        while let Some(c) = self.queue.pop_front() {
            text.push(c);
            if c == '~' && text.ends_with(PASTE_ENDS) {
                text.truncate(text.len() - PASTE_ENDS.len());
                self.pasted = Some(text);
                return self.feed(PASTE.to_owned());
            }
        }
        self.pasting = Some(text);
        if self.has_gone {
            return Step::End;
        }
        Step::Listen(false)
    }

    /// How many characters the next key has; `None`: it is not complete.
    fn key_length(&self) -> Option<usize> {
        let at = |index: usize| self.queue.get(index).copied();
        let Some(first) = at(0) else { return Some(0) };
        if first != '\x1b' {
            return Some(1);
        }
        // A second escape adds a modifier to the sequence that it begins.
        let start = if at(1) == Some('\x1b') { 2 } else { 1 };
        match at(start)? {
            'O' => at(start + 1).map(|_| start + 2),
            '[' => {
                let mut index = start + 1;
                // The console of Linux has a second bracket in its function keys.
                if at(index) == Some('[') {
                    index += 1;
                }
                while !('@'..='~').contains(&at(index)?) && at(index) != Some('$') {
                    index += 1;
                }
                Some(index + 1)
            }
            _ => Some(start + 1),
        }
    }

    /// Hands the beginning of a sequence on as it is.
    fn hand_on_a_part(&mut self) {
        if self.key_length().is_none() && self.queue.pop_front().is_some() {
            self.injected.push_back("\x1b");
        }
    }
}
