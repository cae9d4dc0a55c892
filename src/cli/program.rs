//! The program to run: where it is read from, under which name errors show it, and what it sees of that.

use super::USAGE;
use super::options::{Options, What};
use snakelet::embed::{self, Ending, Interpreter};
use snakelet::objects::exceptions::os_error;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// A program that has been read.
pub enum Program {
    /// A file.
    File {
        /// Its name as given, which is `sys.argv[0]`.
        given: String,
        /// Its name as messages show it.
        name: String,
        /// The directory that its imports begin in.
        place: String,
        /// What it holds.
        bytes: Vec<u8>,
    },
    /// Text from elsewhere.
    Text {
        /// Its name as messages show it.
        name: &'static str,
        /// `sys.argv[0]`
        given: &'static str,
        /// The text.
        bytes: Vec<u8>,
    },
    /// A module that has yet to be found.
    Module(String),
}

/// Why a program cannot be run.
pub struct Refusal {
    /// What to say.
    pub text: String,
    /// The exit status.
    pub status: u8,
}

/// Reads the program that the command line names.
pub fn read(options: &Options) -> Result<Program, Refusal> {
    match &options.what {
        What::File(file) => read_file(Path::new(file), options.skips_first_line),
        What::Code(code) => Ok(Program::Text {
            name: "<string>",
            given: "-c",
            bytes: format!("{code}\n").into_bytes(),
        }),
        What::Module(name) => Ok(Program::Module(name.clone())),
        What::Input { dash } => {
            let bytes = standard_input().map_err(|error| Refusal {
                text: format!("can't read standard input: {}", in_words(&error)),
                status: USAGE,
            })?;
            Ok(Program::Text {
                name: "<stdin>",
                given: if *dash { "-" } else { "" },
                bytes,
            })
        }
        What::Check(_) | What::Test(_) | What::Session(_) | What::Prompt => Err(Refusal {
            text: "nothing to run".to_owned(),
            status: USAGE,
        }),
    }
}

/// All of standard input.
pub fn standard_input() -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn read_file(file: &Path, skips_first_line: bool) -> Result<Program, Refusal> {
    let given = file.display().to_string();
    let directory = absolute(&given);
    let is_directory = Path::new(&directory).is_dir();
    let name = if is_directory {
        format!("{}/__main__.py", directory.trim_end_matches('/'))
    } else {
        directory.clone()
    };
    let bytes = match std::fs::read(&name) {
        Ok(bytes) if skips_first_line => without_first_line(bytes),
        Ok(bytes) => bytes,
        Err(error) if is_directory && error.kind() == io::ErrorKind::NotFound => {
            return Err(Refusal {
                text: format!("can't find '__main__' module in '{directory}'"),
                status: 1,
            });
        }
        Err(error) => return Err(unreadable(&name, &error)),
    };
    let place = if is_directory {
        directory
    } else {
        folder_of(&name)
    };
    Ok(Program::File {
        given,
        name,
        place,
        bytes,
    })
}

/// The text below its first line, which stays as an empty one so that lines keep their numbers.
fn without_first_line(bytes: Vec<u8>) -> Vec<u8> {
    match bytes.iter().position(|&byte| byte == b'\n') {
        Some(end) => bytes[end..].to_vec(),
        None => Vec::new(),
    }
}

/// The refusal of a file that cannot be read.
pub fn unreadable(name: &str, error: &io::Error) -> Refusal {
    Refusal {
        text: format!("can't open file '{name}': {}", in_words(error)),
        status: USAGE,
    }
}

/// An error of the system as the reference writes it.
fn in_words(error: &io::Error) -> String {
    match error.raw_os_error() {
        Some(number) => format!("[Errno {number}] {}", os_error::describe(number)),
        None => error.to_string(),
    }
}

/// A path from the root; parts like `.` stay as they were written.
pub fn absolute(path: &str) -> String {
    match std::env::current_dir() {
        Ok(here) if !path.starts_with('/') => format!(
            "{}/{path}",
            here.display().to_string().trim_end_matches('/')
        ),
        _ => path.to_owned(),
    }
}

/// The directory of a script, behind links, without parts like `.`.
fn folder_of(name: &str) -> String {
    let real = std::fs::canonicalize(name).unwrap_or_else(|_| PathBuf::from(name));
    real.parent()
        .map_or_else(String::new, |folder| folder.display().to_string())
}

impl Program {
    /// `sys.argv[0]`
    pub fn first_argument(&self) -> String {
        match self {
            Program::File { given, .. } => given.clone(),
            Program::Text { given, .. } => (*given).to_owned(),
            Program::Module(_) => "-m".to_owned(),
        }
    }

    /// The directory where modules are looked for first.
    pub fn place(&self) -> Option<String> {
        match self {
            Program::File { place, .. } => Some(place.clone()),
            Program::Text { .. } => Some(String::new()),
            Program::Module(_) => std::env::current_dir()
                .ok()
                .map(|here| here.display().to_string()),
        }
    }

    /// No program: what is typed at a prompt has these surroundings.
    pub fn nothing() -> Program {
        Program::Text {
            name: "<stdin>",
            given: "",
            bytes: Vec::new(),
        }
    }

    /// Runs it to its end.
    pub fn run(&self, interpreter: &Interpreter) -> Ending {
        match self {
            Program::Module(name) => interpreter.run_module(name),
            Program::File { .. } | Program::Text { .. } => {
                self.with_text(|text| interpreter.run(text))
            }
        }
    }

    /// Its text, as the interpreter takes it; a module that has yet to be found has none.
    pub fn with_text<R>(&self, take: impl FnOnce(&embed::Program<'_>) -> R) -> R {
        let (name, bytes, file, is_shown) = match self {
            Program::File { name, bytes, .. } => (&**name, &**bytes, Some(&**name), true),
            Program::Text { name, bytes, .. } => {
                let is_input = *name == "<stdin>";
                (*name, &**bytes, is_input.then_some(*name), !is_input)
            }
            Program::Module(name) => (&**name, &[][..], None, false),
        };
        take(&embed::Program {
            name,
            bytes,
            file,
            is_shown,
        })
    }
}
