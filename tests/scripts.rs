//! Runs every script under `tests/` with the built binary, each a test named by its path, and compares with what the
//! script says it does. Where a CPython 3.13 is found the script is run there too, so that no expectation is merely what
//! our own code happens to say. Files whose names begin with `_` are parts of other scripts.
//! How scripts are written is told in `README.md` beside this file.

use libtest_mimic::{Arguments, Failed, Trial};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::sync::Arc;

#[path = "support/expectation.rs"]
mod expectation;
#[path = "support/process.rs"]
mod process;
#[path = "support/reference.rs"]
mod reference;
#[path = "support/tidy.rs"]
mod tidy;
#[path = "support/traceback.rs"]
mod traceback;

use expectation::{Expectation, Stderr, comment, golden_path, is_error_report};
use process::Outcome;
use reference::{Reference, snakelet};
use tidy::tidy;

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    // The reference sleeps in earnest, so more of its runs than there are cores fit beside each other.
    arguments.test_threads = arguments.test_threads.or(Some(8));
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut scripts = Vec::new();
    find_scripts(&root, &mut scripts);
    scripts.sort();
    let reference = Reference::find().map(Arc::new);
    if reference.is_none() {
        println!("no CPython 3.13 here: expectations are not confirmed by the reference");
    }
    if std::env::var_os("SNAKELET_BLESS").is_some_and(|value| value == "1") {
        let filter = arguments.filter.unwrap_or_default();
        return bless_all(&root, &scripts, &filter, reference.as_deref());
    }
    let trials = scripts
        .into_iter()
        .flat_map(|script| trials(&root, script, reference.as_ref()))
        .collect();
    libtest_mimic::run(&arguments, trials).exit_code()
}

/// Every script in a folder and the folders in it.
fn find_scripts(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            find_scripts(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "py")
            && !file_name(&path).starts_with('_')
        {
            found.push(path);
        }
    }
}

/// The tests of one script: with our binary, and with the reference if there is one and it agrees.
fn trials(root: &Path, script: PathBuf, reference: Option<&Arc<Reference>>) -> Vec<Trial> {
    let name = name_of(root, &script);
    let mut trials = Vec::new();
    if let Some(reference) =
        reference.filter(|_| Expectation::read(&script).is_ok_and(|said| said.reference_agrees))
    {
        let (script, reference) = (script.clone(), Arc::clone(reference));
        let run = move || {
            test(&script, |script, said| {
                run_reference(&reference, script, said)
            })
        };
        trials.push(Trial::test(name.clone(), run).with_kind("reference"));
    }
    trials.push(Trial::test(name, move || test(&script, run_snakelet)));
    trials
}

/// Run a script and compare.
fn test(
    script: &Path,
    run: impl Fn(&Path, &Expectation) -> Result<Outcome, String>,
) -> Result<(), Failed> {
    let said = Expectation::read(script)?;
    let outcome = run(script, &said)?;
    let mut wrong = String::new();
    compare("standard output", &said.stdout, &outcome.stdout, &mut wrong);
    match &said.stderr {
        Stderr::Exactly(text) => compare("standard error", text, &outcome.stderr, &mut wrong),
        Stderr::EndsWith(line) => {
            compare(
                "last line of standard error",
                line,
                outcome.stderr.lines().last().unwrap_or_default(),
                &mut wrong,
            );
            if !is_error_report(&outcome.stderr) {
                wrong.push_str(&format!(
                    "standard error is not one error report:\n{}\n",
                    outcome.stderr
                ));
            }
        }
    }
    if said.status != outcome.status {
        wrong.push_str(&format!(
            "exit status: expected {}, got {}\n",
            said.status, outcome.status
        ));
        if wrong.lines().count() == 1 {
            wrong.push_str(&outcome.stderr);
        }
    }
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(wrong.into())
    }
}

/// Run a script with our binary, in its folder.
fn run_snakelet(script: &Path, said: &Expectation) -> Result<Outcome, String> {
    let mut command = snakelet();
    command.args(&said.options);
    start(command, script, said)
}

/// Run a script with the reference, in its folder, and take the frames of its library out of its tracebacks.
fn run_reference(
    reference: &Reference,
    script: &Path,
    said: &Expectation,
) -> Result<Outcome, String> {
    let mut command = reference.command();
    command.args(
        said.options
            .iter()
            .filter(|option| !option.starts_with("--")),
    );
    if said.reference_jumps {
        let support = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/support");
        command.arg(support.join("_jumping_clock.py"));
    }
    let outcome = start(command, script, said)?;
    Ok(Outcome {
        stderr: traceback::without_library_frames(&outcome.stderr, &reference.library),
        ..outcome
    })
}

/// Run a script, and make its words the same wherever the folder lies and whatever addresses its objects have.
fn start(mut command: Command, script: &Path, said: &Expectation) -> Result<Outcome, String> {
    let folder = script.parent().unwrap_or(Path::new("."));
    command
        .arg(file_name(script))
        .args(&said.args)
        .current_dir(folder)
        .envs(said.env.iter().cloned());
    let outcome = process::run(&mut command, &said.stdin)?;
    Ok(Outcome {
        stdout: tidy(&outcome.stdout, folder),
        stderr: tidy(&outcome.stderr, folder),
        status: outcome.status,
    })
}

/// Note where two texts differ.
fn compare(what: &str, expected: &str, got: &str, wrong: &mut String) {
    if expected != got {
        wrong.push_str(&format!("{what}: expected\n{expected}\n  got\n{got}\n"));
    }
}

/// Rewrite what the chosen scripts expect: as the reference does it where it is here and agrees, else as we do.
fn bless_all(
    root: &Path,
    scripts: &[PathBuf],
    filter: &str,
    reference: Option<&Reference>,
) -> ExitCode {
    let mut code = ExitCode::SUCCESS;
    for script in scripts
        .iter()
        .filter(|script| name_of(root, script).contains(filter))
    {
        if let Err(problem) = bless(script, reference) {
            println!("{}: {problem}", name_of(root, script));
            code = ExitCode::FAILURE;
        }
    }
    code
}

/// Rewrite what one script expects: its golden files where it has some, else the texts of its comments.
fn bless(script: &Path, reference: Option<&Reference>) -> Result<(), String> {
    let said = Expectation::read(script)?;
    let outcome = match reference.filter(|_| said.reference_agrees) {
        Some(reference) => run_reference(reference, script, &said)?,
        None => run_snakelet(script, &said)?,
    };
    let status = format!("{}\n", outcome.status);
    for (stream, text) in [
        ("stdout", &outcome.stdout),
        ("stderr", &outcome.stderr),
        ("status", &status),
    ] {
        let path = golden_path(script, stream);
        if path.exists() {
            fs::write(path, text).map_err(|error| error.to_string())?;
        }
    }
    if golden_path(script, "stdout").exists() {
        Ok(())
    } else {
        bless_comments(script, &outcome)
    }
}

/// Rewrite the texts of a script's comments; their number must be right already.
fn bless_comments(script: &Path, outcome: &Outcome) -> Result<(), String> {
    let source = fs::read_to_string(script).map_err(|error| error.to_string())?;
    let mut lines = outcome.stdout.lines();
    let mut blessed = String::new();
    for line in source.lines() {
        if let Some((before, _)) = comment(line, "expect:") {
            let text = lines
                .next()
                .ok_or("more `# expect:` comments than lines of output")?;
            blessed.push_str(format!("{before}# expect: {text}").trim_end());
        } else if let Some((before, _)) = comment(line, "expect error:") {
            let text = outcome.stderr.lines().last().unwrap_or_default();
            blessed.push_str(format!("{before}# expect error: {text}").trim_end());
        } else {
            blessed.push_str(line);
        }
        blessed.push('\n');
    }
    if lines.next().is_some() {
        return Err("fewer `# expect:` comments than lines of output".to_owned());
    }
    fs::write(script, blessed).map_err(|error| error.to_string())
}

/// A script's name as a test: its path below `tests/`.
fn name_of(root: &Path, script: &Path) -> String {
    script
        .strip_prefix(root)
        .unwrap_or(script)
        .display()
        .to_string()
}

/// A file's name without its folder.
fn file_name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}
