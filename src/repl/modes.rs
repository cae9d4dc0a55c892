//! The modes of the terminal: raw while a line is edited, quiet while something runs, and as they were found elsewhere.

use rustix::fd::{AsFd, OwnedFd};
use rustix::termios::{LocalModes, OptionalActions, OutputModes, Termios, tcgetattr, tcsetattr};
use std::io;
use std::sync::Mutex;

/// How the terminal behaves.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// As it was found: lines are echoed and edited by the system.
    Found,
    /// Nothing is echoed or held back, and Ctrl-C is a signal: what is typed ahead tears no output, and is not lost.
    Quiet,
    /// Every key comes as it is.
    Raw,
}

/// A terminal whose mode can be chosen.
pub struct Modes {
    terminal: OwnedFd,
    found: Termios,
    mode: Mutex<Mode>,
}

impl Modes {
    /// Learns how the terminal is now.
    pub fn of(terminal: OwnedFd) -> io::Result<Modes> {
        let found = tcgetattr(&terminal)?;
        Ok(Modes {
            terminal,
            found,
            mode: Mutex::new(Mode::Found),
        })
    }

    /// Chooses a mode. A terminal that has gone keeps none.
    pub fn choose(&self, mode: Mode) {
        let Ok(mut current) = self.mode.lock() else {
            return;
        };
        if *current != mode {
            *current = mode;
            let _ = tcsetattr(&self.terminal, OptionalActions::Now, &self.modes(mode));
        }
    }

    /// Chooses a mode though it seems to be chosen: others may have changed it.
    pub fn choose_anew(&self, mode: Mode) {
        if let Ok(mut current) = self.mode.lock() {
            *current = mode;
            let _ = tcsetattr(&self.terminal, OptionalActions::Now, &self.modes(mode));
        }
    }

    fn modes(&self, mode: Mode) -> Termios {
        let mut modes = self.found.clone();
        match mode {
            Mode::Found => {}
            Mode::Quiet => modes.local_modes -= LocalModes::ECHO | LocalModes::ICANON,
            Mode::Raw => {
                modes.make_raw();
                // Line ends of the output still go to the first column.
                modes.output_modes |=
                    self.found.output_modes & (OutputModes::OPOST | OutputModes::ONLCR);
            }
        }
        modes
    }
}

impl Drop for Modes {
    fn drop(&mut self) {
        self.choose(Mode::Found);
    }
}

/// Makes a terminal raw for good.
pub fn make_raw(terminal: impl AsFd) -> io::Result<()> {
    let mut modes = tcgetattr(&terminal)?;
    modes.make_raw();
    Ok(tcsetattr(&terminal, OptionalActions::Now, &modes)?)
}
