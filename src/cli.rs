//! The command line: reads what is asked for (`cli/options.rs`) and does it, in a process of its own kind
//! (`cli/process.rs`). Running a program is `embed.rs`; here it only gets its surroundings.

mod check;
mod look;
mod options;
mod process;
mod program;
mod surroundings;

use crate::golden;
use crate::repl::{self, Prompt, Style};
use options::{Options, What};
use program::Program;
use snakelet::embed::{self, Ending, Interpreter};
use snakelet::interp::raise::Interrupt;
use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;
use std::sync::{Arc, OnceLock};

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
        What::Test(request) => ExitCode::from(golden::test(request)),
        What::Session(file) => replay(file.clone(), options),
        What::Prompt => converse(options, None),
        What::Input { dash: false } if options.flags.inspect => converse(options, None),
        What::File(_) | What::Code(_) if options.flags.inspect => match program::read(&options) {
            Ok(program) => converse(options, Some(program)),
            Err(refusal) => {
                complain(&refusal.text);
                ExitCode::from(refusal.status)
            }
        },
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
        let before = options.example.as_ref().and_then(|own| own.before.as_ref());
        let ending = match before {
            Some(file) => run_after(file, &program, &interpreter),
            None => program.run(&interpreter),
        };
        // The process ends: its memory goes at once, and all that shows at the end has been shown.
        std::mem::forget(interpreter);
        ending
    })
}

/// Runs a program behind those of a file, in the same `__main__`, and says where the one ends and the next begins.
fn run_after(file: &Path, program: &Program, interpreter: &Interpreter) -> Ending {
    let texts = match std::fs::read_to_string(file) {
        Ok(texts) => texts,
        Err(error) => {
            complain(&format!("can't open file '{}': {error}", file.display()));
            return Ending::Status(USAGE);
        }
    };
    program.with_text(|program| {
        let before = texts.split(golden::SEPARATOR).map(|text| embed::Program {
            bytes: text.as_bytes(),
            ..*program
        });
        let before: Vec<_> = before.collect();
        interpreter.run_after(&before, program, |interpreter| {
            interpreter.print(golden::SEPARATOR.encode_utf8(&mut [0; 4]));
        })
    })
}

/// Runs the turns of a session, and says where one ends.
fn replay(file: OsString, options: Options) -> ExitCode {
    let text = match std::fs::read_to_string(&file) {
        Ok(text) => text,
        Err(error) => {
            complain(&format!("can't open file '{}': {error}", file.display()));
            return ExitCode::from(USAGE);
        }
    };
    process::run(move |announce| {
        let nothing = Program::nothing();
        let hash_seed = surroundings::hash_seed(&options).unwrap_or_default();
        let interpreter = surroundings::replaying(&options, &nothing, hash_seed);
        announce(interpreter.interrupt());
        let session = interpreter.converse(None);
        let mut ending = Ending::Status(0);
        for turn in text.split(golden::SEPARATOR) {
            let ended = session.run(turn);
            session.settle();
            session.print(golden::SEPARATOR.encode_utf8(&mut [0; 4]));
            if let Some(ended) = ended {
                ending = ended;
                break;
            }
        }
        let ending = session.close(ending);
        std::mem::forget(interpreter);
        ending
    })
}

/// Shows a prompt, behind a program if there is one.
fn converse(options: Options, program: Option<Program>) -> ExitCode {
    let hash_seed = match surroundings::hash_seed(&options) {
        Ok(seed) => seed,
        Err(text) => {
            complain(&text);
            return ExitCode::FAILURE;
        }
    };
    repl::keep_back();
    process::run(move |announce| {
        // Known when there is an interpreter, which needs the terminal first.
        let interrupt: Arc<OnceLock<Arc<Interrupt>>> = Arc::default();
        let known = interrupt.clone();
        let style = Style {
            coloured: look::look(&options).colour,
            vi: std::env::var_os("SNAKELET_KEYS").is_some_and(|keys| keys == "vi"),
        };
        let prompt = match Prompt::open(style, move || {
            if let Some(interrupt) = known.get() {
                interrupt.request();
            }
        }) {
            Ok(prompt) => prompt,
            Err(error) => {
                complain(&format!("cannot use the terminal: {error}"));
                return Ending::Status(1);
            }
        };
        let [out, err] = prompt.streams();
        let nothing = Program::nothing();
        let mut builder =
            surroundings::builder(&options, program.as_ref().unwrap_or(&nothing), hash_seed)
                .stdout(out)
                .stderr(err);
        builder = builder.lending(prompt.lending());
        if let Some(input) = prompt.input(interrupt.clone()) {
            builder = builder.stdin(input);
        }
        let interpreter = builder.build();
        let _ = interrupt.set(interpreter.interrupt());
        announce(interpreter.interrupt());
        if !options.flags.quiet {
            prompt.greet();
        }
        let session = match &program {
            Some(program) => program.with_text(|text| interpreter.converse(Some(text))),
            None => interpreter.converse(None),
        };
        let ending = prompt.converse(&interpreter, session);
        std::mem::forget(interpreter);
        ending
    })
}

/// Says on standard error what is wrong with the command line.
fn complain(text: &str) {
    use std::io::Write;
    let _ = writeln!(std::io::stderr(), "snakelet: {text}");
}
