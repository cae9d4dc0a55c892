//! A prompt in a pseudo-terminal, and the screen that it is on.

use pty_process::Size;
use pty_process::blocking::{Command, Pty, open};
use std::io::{Read, Write};
use std::os::fd::AsFd;
use std::path::PathBuf;
use std::process::Child;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

pub const ROWS: u16 = 40;
const COLUMNS: u16 = 100;

/// How long something is waited for that comes at once, unless the machine is busy.
const PATIENCE: Duration = Duration::from_secs(120);

pub const ENTER: &str = "\r";
pub const ALT_ENTER: &str = "\x1b\r";
pub const ESCAPE: &str = "\x1b";
pub const TAB: &str = "\t";
pub const BACKSPACE: &str = "\x7f";
pub const DELETE: &str = "\x1b[3~";
pub const HOME: &str = "\x1b[H";
pub const END: &str = "\x1b[F";
pub const UP: &str = "\x1b[A";
pub const DOWN: &str = "\x1b[B";
pub const RIGHT: &str = "\x1b[C";
pub const LEFT: &str = "\x1b[D";

/// A key with Ctrl.
pub fn ctrl(letter: char) -> String {
    char::from(letter as u8 & 0x1f).to_string()
}

/// A paste, as terminals send one.
pub fn paste(text: &str) -> String {
    format!("\x1b[200~{text}\x1b[201~")
}

/// A file of a test's own.
pub fn file(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name)
}

/// A prompt, and the screen that it is on.
pub struct Terminal {
    pty: Pty,
    output: Receiver<Vec<u8>>,
    screen: vt100::Parser,
    child: Child,
}

impl Terminal {
    /// A prompt on a screen that is wide enough.
    pub fn open(arguments: &[&str]) -> Terminal {
        Terminal::with(arguments, COLUMNS, &[])
    }

    /// A prompt with variables of the environment.
    pub fn with(arguments: &[&str], columns: u16, variables: &[(&str, &str)]) -> Terminal {
        let mut terminal = Terminal::start(arguments, columns, variables);
        terminal.until(|screen| screen.ends_with(">>>"));
        terminal
    }

    /// The same, not waited for.
    pub fn start(arguments: &[&str], columns: u16, variables: &[(&str, &str)]) -> Terminal {
        let (pty, pts) = open().expect("a pseudo-terminal");
        pty.resize(Size::new(ROWS, columns)).expect("a size");
        let is_coloured = variables.iter().any(|(name, _)| *name == "FORCE_COLOR");
        let mut command = Command::new(env!("CARGO_BIN_EXE_snakelet"))
            .args(arguments)
            .env_clear()
            .env("TERM", "xterm")
            .env("SNAKELET_HISTORY", "");
        if !is_coloured {
            command = command.env("NO_COLOR", "1");
        }
        for (name, value) in variables {
            command = command.env(name, value);
        }
        let child = command.spawn(pts).expect("the binary starts");
        let (sending, output) = channel();
        // Reading shares the terminal with writing.
        let own = pty.as_fd().try_clone_to_owned();
        let mut reader = std::fs::File::from(own.expect("a second descriptor"));
        std::thread::spawn(move || {
            let mut buffer = [0; 1 << 16];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if sending.send(buffer[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        Terminal {
            pty,
            output,
            screen: vt100::Parser::new(ROWS, columns, 0),
            child,
        }
    }

    /// Types keys.
    pub fn keys(&mut self, keys: &str) {
        self.bytes(keys.as_bytes());
    }

    /// Types bytes.
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.pty.write_all(bytes).expect("keys go in");
    }

    /// Types a line, and waits for the next prompt.
    pub fn line(&mut self, line: &str) -> String {
        let before = prompts(&self.shown());
        self.keys(&format!("{line}{ENTER}"));
        self.until(|screen| screen.ends_with(">>>") && prompts(screen) > before)
    }

    /// Another size.
    pub fn resize(&mut self, rows: u16, columns: u16) {
        self.shown();
        self.screen.screen_mut().set_size(rows, columns);
        self.pty.resize(Size::new(rows, columns)).expect("a size");
    }

    /// What stands on the screen, without blanks at the ends of lines.
    pub fn shown(&mut self) -> String {
        while let Ok(bytes) = self.output.try_recv() {
            self.screen.process(&bytes);
        }
        let text = self.screen.screen().contents();
        let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
        lines.join("\n").trim_end().to_owned()
    }

    /// Waits until the screen is as wanted, and gives it.
    pub fn until(&mut self, wanted: impl Fn(&str) -> bool) -> String {
        self.until_screen(|shown, _| wanted(shown))
    }

    /// The same for whoever looks at the cursor, too: its row and column.
    pub fn until_screen(&mut self, wanted: impl Fn(&str, &vt100::Screen) -> bool) -> String {
        let start = Instant::now();
        loop {
            let shown = self.shown();
            if wanted(&shown, self.screen.screen()) {
                return shown;
            }
            assert!(start.elapsed() < PATIENCE, "the screen stays:\n{shown}");
            if let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(50)) {
                self.screen.process(&bytes);
            }
        }
    }

    /// Waits until the screen ends so.
    pub fn until_end(&mut self, end: &str) -> String {
        self.until(|screen| screen.ends_with(end))
    }

    /// Waits until the screen says so somewhere.
    pub fn until_it_says(&mut self, text: &str) -> String {
        self.until(|screen| screen.contains(text))
    }

    /// Types a line, and waits for what it gives.
    pub fn gives(&mut self, line: &str, result: &str) {
        self.keys(&format!("{line}{ENTER}"));
        self.until_end(&format!(">>> {line}\n{result}\n>>>"));
    }

    /// Waits for the end; the status.
    pub fn status(&mut self) -> Option<i32> {
        self.child.wait().expect("it ends").code()
    }

    /// Leaves by Ctrl-D; the status.
    pub fn leave(mut self) -> Option<i32> {
        self.keys(&ctrl('D'));
        self.status()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // It has ended already where all went well.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// How many lines begin with the prompt.
pub fn prompts(screen: &str) -> usize {
    let lines = screen.lines();
    lines.filter(|line| line.starts_with(">>>")).count()
}
