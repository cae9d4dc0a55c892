//! The process: the main thread owns the signals, the program runs on a thread with a large stack; how either ends is how
//! the process ends.

use signal_hook::consts::SIGINT;
use signal_hook::iterator::{Handle, Signals};
use snakelet::embed::Ending;
use snakelet::interp::native_stack::NativeStack;
use snakelet::interp::raise::Interrupt;
use std::io::{self, Write};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc;
use std::thread::{Builder, JoinHandle};

/// The status of a process that a bug of ours has ended.
pub const BUG: u8 = 101;

/// The status that a shell shows for a process which SIGINT has ended.
const INTERRUPTED: u8 = 130;

/// Makes a panic say whose fault it is.
pub fn speak_of_bugs() {
    std::panic::set_hook(Box::new(|panic| {
        let _ = writeln!(
            io::stderr(),
            "snakelet: internal error: {panic}\nThis is a bug in Snakelet, not in your program. Please report it."
        );
    }));
}

/// Runs `program` on a thread of its own, interrupted by Ctrl-C; the program announces how to interrupt it.
pub fn run(program: impl FnOnce(&dyn Fn(Arc<Interrupt>)) -> Ending + Send + 'static) -> ExitCode {
    let mut signals = match Signals::new([SIGINT]) {
        Ok(signals) => signals,
        Err(error) => return refuse(&error),
    };
    let (sender, receiver) = mpsc::channel();
    let end = EndOfSignals(signals.handle());
    let thread = on_large_stack(move || {
        let _end = end;
        program(&|interrupt| drop(sender.send(interrupt)))
    });
    let thread = match thread {
        Ok(thread) => thread,
        Err(error) => return refuse(&error),
    };
    // Nothing is announced by a program that has ended before it began.
    if let Ok(interrupt) = receiver.recv() {
        let handle = signals.handle();
        interrupt.set_watch(move |number| handle.add_signal(number));
        for number in signals.forever() {
            if number == SIGINT {
                interrupt.request();
            } else {
                interrupt.signal(number);
            }
        }
    }
    end_as(thread)
}

/// Starts a thread with a stack for deep recursion.
pub fn on_large_stack<T: Send + 'static>(
    body: impl FnOnce() -> T + Send + 'static,
) -> io::Result<JoinHandle<T>> {
    Builder::new()
        .name("program".to_owned())
        .stack_size(NativeStack::of_program().size())
        .spawn(body)
}

/// Ends the wait for signals when the program has ended, by a panic too.
struct EndOfSignals(Handle);

impl Drop for EndOfSignals {
    fn drop(&mut self) {
        self.0.close();
    }
}

/// Ends the process as the program has ended.
fn end_as(thread: JoinHandle<Ending>) -> ExitCode {
    match thread.join() {
        Ok(Ending::Status(status)) => ExitCode::from(status),
        Ok(Ending::Interrupted) => {
            // Whoever waits for this process sees that Ctrl-C has ended it.
            let _ = signal_hook::low_level::emulate_default_handler(SIGINT);
            ExitCode::from(INTERRUPTED)
        }
        Err(_) => ExitCode::from(BUG),
    }
}

/// Says that nothing could be started.
pub fn refuse(error: &io::Error) -> ExitCode {
    super::complain(&format!("cannot start: {error}"));
    ExitCode::FAILURE
}
