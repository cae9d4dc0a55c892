//! Documents for `snakelet test`, each in a folder of its own, and what is said of them.

use crate::process::{self, Outcome};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder of a test, empty.
pub fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("golden")
        .join(test);
    // There may be none yet.
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// A document in the folder of a test.
pub fn document(test: &str, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
    let path = folder(test).join(name);
    fs::write(&path, text).expect("a file");
    path
}

/// `snakelet test` with arguments, in a folder.
pub fn command(arguments: &[&str], folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_snakelet"));
    command
        .arg("test")
        .args(arguments)
        .current_dir(folder)
        .env("NO_COLOR", "1");
    command
}

/// `snakelet test` of a document, or of a folder.
pub fn run(arguments: &[&str], path: &Path) -> Outcome {
    let mut command = command(arguments, path.parent().expect("a folder"));
    command.arg(path.file_name().expect("a name"));
    process::run(&mut command, "").expect("the binary starts")
}

/// The last line of what was said.
pub fn summary(outcome: &Outcome) -> &str {
    outcome.stdout.lines().next_back().unwrap_or_default()
}
