//! Starting programs for the tests that are written in Rust: ours, and the reference beside it where it is here.
//! Running a program to its end is `process.rs`; scripts with expectations of their own are `scripts.rs`.

use crate::process::{self, Outcome};
use crate::reference::{Reference, snakelet};
use crate::traceback::without_library_frames;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// Run our binary.
pub fn ours(arguments: &[&str], stdin: &str) -> Outcome {
    start(snakelet().args(arguments), stdin)
}

/// Run our binary, and hold what it did against what the reference does, where the reference is here.
pub fn both(arguments: &[&str], stdin: &str) -> Outcome {
    let outcome = ours(arguments, stdin);
    if let Some(reference) = reference() {
        let mut expected = start(reference.command().args(arguments), stdin);
        expected.stderr = without_library_frames(&expected.stderr, &reference.library);
        assert_eq!(
            outcome, expected,
            "ours on the left, the reference on the right: {arguments:?}"
        );
    }
    outcome
}

/// The reference, looked for once.
fn reference() -> Option<&'static Reference> {
    static FOUND: OnceLock<Option<Reference>> = OnceLock::new();
    FOUND.get_or_init(Reference::find).as_ref()
}

/// Run a program; that it starts and ends is the least it must do.
fn start(command: &mut Command, stdin: &str) -> Outcome {
    process::run(command, stdin).unwrap_or_else(|problem| panic!("{problem}"))
}

/// A file for a test, under a name of its own.
pub fn file(name: &str, content: impl AsRef<[u8]>) -> String {
    let path = folder().join(name);
    fs::write(&path, content).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    path.display().to_string()
}

/// The folder of these files.
pub fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(env!("CARGO_CRATE_NAME"));
    fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    folder
}
