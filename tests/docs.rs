//! Runs every example of `README.md` and `docs/`: a fenced `python` block and the output that stands below it.
//!
//! The next fenced block in the same section belongs to the example when it is a `text` block: standard output, or standard error
//! if it says `text error`; both may follow. A `python` block may name options behind its language (`python --clock=virtual:12:00:00`);
//! without a block of output it is only checked, for what it shows need not be whole. Where a CPython 3.13 is found, the examples
//! without options are run there too. With `SNAKELET_BLESS=1` the outputs are rewritten, from the reference where it is here.

use libtest_mimic::{Arguments, Failed, Trial};
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::sync::Arc;

#[path = "support/process.rs"]
mod process;
#[path = "support/reference.rs"]
mod reference;
#[path = "support/tidy.rs"]
mod tidy;
#[path = "support/traceback.rs"]
mod traceback;

use process::Outcome;
use reference::{Reference, snakelet};
use tidy::tidy;

/// An example: a program and what it writes.
struct Example {
    /// The document and the line of the program's first line in it.
    name: String,
    /// The program.
    source: String,
    /// Options for our binary.
    options: Vec<String>,
    /// Its standard output and standard error, where the document shows them.
    shown: [Option<Shown>; 2],
}

/// What a document shows of an output.
struct Shown {
    /// Where: lines counted from 0.
    lines: Range<usize>,
    /// What stands there.
    text: String,
}

/// A fenced block of a document.
struct Block {
    /// What stands behind the opening fence.
    info: String,
    /// Its lines in the document, counted from 0, without the fences.
    lines: Range<usize>,
}

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    // The reference sleeps in earnest, so more of its runs than there are cores fit beside each other.
    arguments.test_threads = arguments.test_threads.or(Some(8));
    let reference = Reference::find().map(Arc::new);
    let documents = documents(Path::new(env!("CARGO_MANIFEST_DIR")));
    if std::env::var_os("SNAKELET_BLESS").is_some_and(|value| value == "1") {
        documents
            .iter()
            .for_each(|(name, path)| bless(name, path, reference.as_deref()));
        return ExitCode::SUCCESS;
    }
    let read = |(name, path): &(String, PathBuf)| {
        examples(name, &fs::read_to_string(path).unwrap_or_default())
    };
    let examples = documents.iter().flat_map(read);
    let trials = examples
        .flat_map(|example| trials(Arc::new(example), reference.as_ref()))
        .collect();
    libtest_mimic::run(&arguments, trials).exit_code()
}

/// The documents: `README.md` and everything in `docs/`, each with the name by which its tests are called.
fn documents(root: &Path) -> Vec<(String, PathBuf)> {
    let mut found = vec![root.join("README.md")];
    let mut folders = vec![root.join("docs")];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder)
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path())
        {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "md") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
        .into_iter()
        .map(|path| {
            (
                path.strip_prefix(root)
                    .unwrap_or(&path)
                    .display()
                    .to_string(),
                path,
            )
        })
        .collect()
}

/// The fenced blocks of a document.
fn blocks(lines: &[&str]) -> Vec<Block> {
    let mut found = Vec::new();
    let mut open: Option<(usize, &str)> = None;
    for (number, line) in lines.iter().enumerate() {
        match (open, line.strip_prefix("```")) {
            (None, Some(info)) => open = Some((number + 1, info)),
            (Some((start, info)), Some("")) => {
                found.push(Block {
                    info: info.trim().to_owned(),
                    lines: start..number,
                });
                open = None;
            }
            _ => {}
        }
    }
    found
}

/// The examples of a document.
fn examples(name: &str, text: &str) -> Vec<Example> {
    let lines: Vec<&str> = text.lines().collect();
    let content = |range: &Range<usize>| {
        lines[range.clone()]
            .iter()
            .map(|line| format!("{line}\n"))
            .collect()
    };
    let blocks = blocks(&lines);
    let mut found = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        let Some(options) = block.info.strip_prefix("python") else {
            continue;
        };
        let mut shown = [None, None];
        let mut end = block.lines.end;
        for output in &blocks[index + 1..] {
            let stream = ["text", "text error"]
                .iter()
                .position(|info| *info == output.info);
            let other_section = lines[end..output.lines.start]
                .iter()
                .any(|line| line.starts_with('#'));
            let Some(stream) = stream.filter(|&stream| !other_section && shown[stream].is_none())
            else {
                break;
            };
            shown[stream] = Some(Shown {
                lines: output.lines.clone(),
                text: content(&output.lines),
            });
            end = output.lines.end;
        }
        found.push(Example {
            name: format!("{name}:{}", block.lines.start + 1),
            source: content(&block.lines),
            options: options.split_whitespace().map(str::to_owned).collect(),
            shown,
        });
    }
    found
}

/// The tests of an example: ours, and the reference's if there is one and the example asks for nothing of ours.
fn trials(example: Arc<Example>, reference: Option<&Arc<Reference>>) -> Vec<Trial> {
    let mut trials = Vec::new();
    if let Some(reference) = reference.filter(|_| example.is_for_the_reference()) {
        let (example, reference) = (Arc::clone(&example), Arc::clone(reference));
        let name = example.name.clone();
        let run = move || {
            compare(
                &example,
                &start(reference.command(), &example, Some(&reference))?,
            )
        };
        trials.push(Trial::test(name, run).with_kind("reference"));
    }
    let name = example.name.clone();
    trials.push(Trial::test(name, move || {
        if example.is_shown_only() {
            check(&example)
        } else {
            run(&example)
        }
    }));
    trials
}

impl Example {
    /// Whether the document shows no output, so that it is not run.
    fn is_shown_only(&self) -> bool {
        self.shown.iter().all(Option::is_none)
    }

    /// Whether the reference can run it too.
    fn is_for_the_reference(&self) -> bool {
        self.options.is_empty() && !self.is_shown_only()
    }
}

/// Run an example with our binary and compare.
fn run(example: &Example) -> Result<(), Failed> {
    let mut command = snakelet();
    if !example
        .options
        .iter()
        .any(|option| option.starts_with("--clock"))
    {
        command.arg("--clock=virtual");
    }
    command.args(&example.options);
    compare(example, &start(command, example, None)?)
}

/// See that an example that is not run is a program all the same.
fn check(example: &Example) -> Result<(), Failed> {
    let mut command = snakelet();
    command.arg("check");
    let outcome = start(command, example, None)?;
    if outcome.status == 0 {
        Ok(())
    } else {
        Err(outcome.stderr.into())
    }
}

/// Run an example as `example.py` in a folder of its own.
fn start(
    mut command: Command,
    example: &Example,
    reference: Option<&Reference>,
) -> Result<Outcome, String> {
    let kind = if reference.is_some() {
        "reference"
    } else {
        "ours"
    };
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("docs")
        .join(kind)
        .join(example.name.replace(['/', ':'], "_"));
    fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    fs::write(folder.join("example.py"), &example.source).map_err(|error| error.to_string())?;
    command.arg("example.py").current_dir(&folder);
    let outcome = process::run(&mut command, "")?;
    let stderr = match reference {
        Some(reference) => traceback::without_library_frames(&outcome.stderr, &reference.library),
        None => outcome.stderr,
    };
    Ok(Outcome {
        stdout: tidy(&outcome.stdout, &folder),
        stderr: tidy(&stderr, &folder),
        status: outcome.status,
    })
}

/// Hold what was written against what the document shows; what it does not show must be empty.
fn compare(example: &Example, outcome: &Outcome) -> Result<(), Failed> {
    let mut wrong = String::new();
    for (shown, (stream, got)) in example.shown.iter().zip([
        ("standard output", &outcome.stdout),
        ("standard error", &outcome.stderr),
    ]) {
        let expected = shown.as_ref().map_or("", |shown| &shown.text);
        if expected != got {
            wrong.push_str(&format!(
                "{stream}: the document shows\n{expected}\n  got\n{got}\n"
            ));
        }
    }
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(wrong.into())
    }
}

/// Rewrite the outputs that a document shows: as the reference writes them where it is here and can, else as we do.
fn bless(name: &str, path: &Path, reference: Option<&Reference>) {
    let text = fs::read_to_string(path).unwrap_or_default();
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for example in examples(name, &text)
        .iter()
        .rev()
        .filter(|example| !example.is_shown_only())
    {
        let outcome = match reference.filter(|_| example.is_for_the_reference()) {
            Some(reference) => start(reference.command(), example, Some(reference)),
            None => {
                let mut command = snakelet();
                command.args(&example.options);
                start(command, example, None)
            }
        };
        let Ok(outcome) = outcome else { continue };
        for (shown, got) in example
            .shown
            .iter()
            .zip([outcome.stdout, outcome.stderr])
            .rev()
        {
            if let Some(shown) = shown {
                lines.splice(shown.lines.clone(), got.lines().map(str::to_owned));
            }
        }
    }
    if let Err(error) = fs::write(path, lines.join("\n") + "\n") {
        println!("{name}: {error}");
    }
}
