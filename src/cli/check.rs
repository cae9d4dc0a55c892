//! `snakelet check`: what the compiler has against files, without running them.

use super::options::Options;
use super::program::{absolute, standard_input, unreadable};
use super::{complain, look, process};
use snakelet::diagnostics::{ErrorReport, WarningReport};
use snakelet::report::Look;
use snakelet_grammar::error::SyntaxError;
use snakelet_grammar::source::Source;
use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;
use std::rc::Rc;

/// The status when a file is rejected.
const REJECTED: u8 = 1;

/// The status when a file cannot be read.
const UNREADABLE: u8 = super::USAGE;

/// Checks all files, on a thread with the stack that deep source needs.
pub fn check(files: &[OsString], options: &Options) -> ExitCode {
    let files: Vec<String> = files
        .iter()
        .map(|file| file.to_string_lossy().into_owned())
        .collect();
    let look = look::look(options);
    let status = process::on_large_stack(move || {
        files
            .iter()
            .map(|file| check_file(file, look))
            .max()
            .unwrap_or(0)
    });
    match status.map(std::thread::JoinHandle::join) {
        Ok(Ok(status)) => ExitCode::from(status),
        Ok(Err(_)) => ExitCode::from(process::BUG),
        Err(error) => process::refuse(&error),
    }
}

/// The status for one file, whose faults are shown.
fn check_file(file: &str, look: Look) -> u8 {
    let read = match file {
        "-" => standard_input().map(|bytes| ("<stdin>".to_owned(), bytes)),
        file => std::fs::read(file).map(|bytes| (file.to_owned(), bytes)),
    };
    let (name, bytes) = match read {
        Ok(read) => read,
        Err(error) => {
            complain(&unreadable(&absolute(file), &error).text);
            return UNREADABLE;
        }
    };
    let source = match snakelet_grammar::decode(&bytes, &name) {
        Ok(source) => Rc::new(source),
        Err(wrong) => return reject(&wrong.error, &Rc::new(wrong.source), look),
    };
    let mut warnings = Vec::new();
    let result = snakelet::lower::check_only(&source, &mut warnings);
    for warning in &warnings {
        say(&look.warning(&WarningReport::of_syntax_warning(warning, &source)));
    }
    match result {
        Ok(()) => 0,
        Err(error) => reject(&error, &source, look),
    }
}

fn reject(error: &SyntaxError, source: &Rc<Source>, look: Look) -> u8 {
    say(&look.error(&ErrorReport::of_syntax_error(error, source)));
    REJECTED
}

fn say(text: &str) {
    // There is nowhere to complain that standard error is gone.
    let _ = io::stderr().write_all(text.as_bytes());
}
