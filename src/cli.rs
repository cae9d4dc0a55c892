//! The command line: reads what is asked for (`cli/options.rs`) and does it, in a process of its own kind
//! (`cli/process.rs`). Running a program is `embed.rs`; here it only gets its surroundings.

mod check;
mod look;
mod options;
mod process;
mod program;
mod surroundings;

use options::{Options, What};
use std::process::ExitCode;

/// The status of a command line that cannot be understood, or of a file that cannot be read.
const USAGE: u8 = 2;

/// Does what the command line of this process asks for.
pub fn main() -> ExitCode {
    process::speak_of_bugs();
    let options = match options::parse(std::env::args_os()) {
        Ok(options) => options,
        Err(said) => {
            // Help and version go to standard output and succeed; there is nowhere to complain if that is closed.
            let _ = said.print();
            return ExitCode::from(if said.use_stderr() { USAGE } else { 0 });
        }
    };
    match &options.what {
        What::Check(files) => check::check(files, &options),
        What::Prompt => {
            let text = "there is no interactive prompt yet: give a FILE, -c CODE or a program on standard input";
            complain(text);
            ExitCode::from(USAGE)
        }
        What::File(_) | What::Input { .. } | What::Code(_) | What::Module(_) => run(options),
    }
}

/// Runs a program.
fn run(options: Options) -> ExitCode {
    let hash_seed = match surroundings::hash_seed(&options) {
        Ok(seed) => seed,
        Err(text) => {
            complain(&text);
            return ExitCode::FAILURE;
        }
    };
    let program = match program::read(&options) {
        Ok(program) => program,
        Err(refusal) => {
            complain(&refusal.text);
            return ExitCode::from(refusal.status);
        }
    };
    process::run(move |announce| {
        let interpreter = surroundings::interpreter(&options, &program, hash_seed);
        announce(interpreter.interrupt());
        let ending = program.run(&interpreter);
        // The process ends: its memory goes at once, and all that shows at the end has been shown.
        std::mem::forget(interpreter);
        ending
    })
}

/// Says on standard error what is wrong with the command line.
fn complain(text: &str) {
    use std::io::Write;
    let _ = writeln!(std::io::stderr(), "snakelet: {text}");
}
