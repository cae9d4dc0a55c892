//! Every example of `README.md` and `docs/` does what the page says: `snakelet test` says so, and where a CPython 3.13 is found,
//! it prints the same. `SNAKELET_BLESS=1` has the outputs written into the pages.

use std::path::Path;
use std::process::Command;

#[path = "support/process.rs"]
mod process;
// What is told of the reference's library is of use to other tests.
#[allow(dead_code)]
#[path = "support/reference.rs"]
mod reference;

use reference::{Reference, snakelet};

const DOCUMENTS: [&str; 2] = ["README.md", "docs"];

fn test(arguments: &[String]) -> process::Outcome {
    let mut command: Command = snakelet();
    command
        .arg("test")
        .args(arguments)
        .args(DOCUMENTS)
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")));
    process::run(&mut command, "").expect("the binary starts")
}

#[test]
fn examples_print_what_the_pages_say() {
    if std::env::var_os("SNAKELET_BLESS").is_some_and(|value| value == "1") {
        test(&["--update".to_owned()]);
    }
    let outcome = test(&[]);
    assert_eq!(outcome.status, 0, "{}{}", outcome.stdout, outcome.stderr);
    let summary = outcome.stdout.lines().next_back().unwrap_or_default();
    let passed: usize = summary
        .split(' ')
        .next()
        .and_then(|number| number.parse().ok())
        .unwrap_or_default();
    assert!(passed >= 60, "{summary}");
}

#[test]
fn the_reference_prints_the_same() {
    let Some(reference) = Reference::find() else {
        return;
    };
    let python = reference.command().get_program().display().to_string();
    let outcome = test(&[format!("--reference={python}"), "--jobs=8".to_owned()]);
    assert_eq!(outcome.status, 0, "{}{}", outcome.stdout, outcome.stderr);
}
