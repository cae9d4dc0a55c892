//! The reference: where CPython 3.13 is, if it is here at all, and how it is started.
//! Which of its words are compared, and how, is `scripts.rs`.

use std::path::{Path, PathBuf};
use std::process::Command;

/// A CPython 3.13.
pub struct Reference {
    program: PathBuf,
    /// Its folder of library modules.
    pub library: String,
}

/// The variable that names the reference's program.
const VARIABLE: &str = "SNAKELET_REFERENCE";

impl Reference {
    /// The program that the variable names, else the first one on `PATH` that is a CPython 3.13.
    pub fn find() -> Option<Self> {
        let named = std::env::var_os(VARIABLE).map(PathBuf::from);
        let usual = ["python3.13", "python3"].map(PathBuf::from);
        named.into_iter().chain(usual).find_map(Self::ask)
    }

    /// Ask a program whether it is one.
    fn ask(program: PathBuf) -> Option<Self> {
        let question = "import sys, sysconfig; print(sys.implementation.name, *sys.version_info[:2]); \
                        print(sysconfig.get_path('stdlib'))";
        let answer = Command::new(&program)
            .args(["-I", "-c", question])
            .output()
            .ok()?;
        let answer = String::from_utf8(answer.stdout).ok()?;
        let (version, library) = answer.split_once('\n')?;
        (version == "cpython 3 13").then(|| Self {
            program,
            library: library.trim_end().to_owned(),
        })
    }

    /// A command that starts it as the tests want it: the same hashes every time, nothing left behind in the folder.
    pub fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        quiet(&mut command)
            .env("PYTHONHASHSEED", "0")
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .env("PYTHONUTF8", "1");
        command
    }
}

/// A command that starts the built binary.
pub fn snakelet() -> Command {
    let mut command = Command::new(Path::new(env!("CARGO_BIN_EXE_snakelet")));
    quiet(&mut command);
    command
}

/// Take away what the surroundings could change: colours, the time zone, the variables of Python.
fn quiet(command: &mut Command) -> &mut Command {
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("PYTHON") {
            command.env_remove(name);
        }
    }
    command
        .env("NO_COLOR", "1")
        .env("TZ", "UTC")
        .env_remove("FORCE_COLOR")
}
