//! Another size of the terminal while a line is edited. Many terminals wrap what they show anew then, so that it takes other
//! rows than the editor believes, which would clear lines above away. So the signal is kept from it until the line has been
//! put where it believes it to be.
//!
//! The signal is blocked in all threads; one waits for it and sends a key, whose meaning is [`draw_anew`].

use super::above::{self, Rows};
use super::relay::Relay;
use nix::sys::signal::{SigSet, Signal, raise};
use rustyline::GraphemeClusterMode;
use std::io;
use std::sync::Arc;

/// Variables that terminals which wrap anew leave in the environment.
const WRAPS_ANEW: &[&str] = &[
    "TMUX",
    "VTE_VERSION",
    "KITTY_WINDOW_ID",
    "TERM_PROGRAM",
    "WT_SESSION",
    "KONSOLE_VERSION",
];

fn signals() -> SigSet {
    let mut signals = SigSet::empty();
    signals.add(Signal::SIGWINCH);
    signals
}

/// Whether the terminal wraps its lines anew.
fn wraps_anew() -> bool {
    WRAPS_ANEW
        .iter()
        .any(|name| std::env::var_os(name).is_some())
}

/// Keeps the signal from this thread and from those that it starts, if the terminal wraps anew.
pub fn keep_back() {
    if wraps_anew() {
        let _ = signals().thread_block();
    }
}

/// Tells the relay of each change.
pub fn watch(relay: Arc<Relay>) -> io::Result<()> {
    if !wraps_anew() {
        return Ok(());
    }
    let watching = move || {
        while signals().wait().is_ok() {
            relay.note_resize();
        }
    };
    let thread = std::thread::Builder::new().name("size".to_owned());
    thread.spawn(watching).map(drop)
}

/// Puts the line where an editor believes it to be that thinks the terminal has `columns`, and lets it know better. `before` is
/// the prompt and the text up to the cursor, `behind` the rest. The columns that there are.
pub fn draw_anew(before: &str, behind: &str, columns: usize, widths: GraphemeClusterMode) -> usize {
    let now = above::columns();
    if now == columns {
        return columns;
    }
    let actual = Rows::wrapped_anew(before, behind, now, widths);
    let believed = Rows::of(before, behind, columns, widths);
    above::put(b"", &actual, &believed);
    let signals = signals();
    let _ = signals.thread_unblock();
    let _ = raise(Signal::SIGWINCH);
    let _ = signals.thread_block();
    now
}
