//! `snakelet test`: the examples of documents are found, run and compared with the output that the documents show.

mod attributes;
mod comments;
mod example;
mod judge;
mod markdown;
mod matching;
mod plain;
mod report;
mod run;
mod session;
mod update;

use example::{Document, Example, Fault, Kind};
use judge::{Failure, Verdict, judge};
use report::{Count, Line};
use run::{Job, Outcome, Runner};
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

pub use run::SEPARATOR;

/// The status when an example fails.
const FAILED: u8 = 1;

/// The status when something cannot be read or makes no sense.
const UNUSABLE: u8 = 2;

/// What is asked for.
pub struct Request {
    /// Files and folders.
    pub paths: Vec<PathBuf>,
    /// Documents are plain text without marks.
    pub as_text: bool,
    /// Blocks without a language are programs, if they parse.
    pub unmarked: bool,
    /// Outputs are written into the documents; `Some(true)`: also those of examples that failed otherwise.
    pub update: Option<bool>,
    /// Examples are listed, not run.
    pub list: bool,
    /// Only examples whose place contains this.
    pub filter: Option<String>,
    /// How many run beside each other.
    pub jobs: Option<usize>,
    /// Only each `of`th example, from the `index`th on, counted from 1.
    pub shard: Option<(usize, usize)>,
    /// How it is told.
    pub format: Format,
    /// A CPython that is asked, too.
    pub reference: Option<PathBuf>,
    /// How long an example may take.
    pub timeout: Option<Duration>,
    /// Whether again whenever a document changes.
    pub watch: bool,
    /// Whether in colours.
    pub coloured: bool,
}

/// How results are told.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// For people.
    Human,
    /// As JSON.
    Json,
    /// As JUnit's XML.
    Junit,
}

/// Does what is asked for; the exit status.
pub fn test(request: &Request) -> u8 {
    if !request.watch {
        return once(request);
    }
    let mut seen = None;
    loop {
        let now = changes(&request.paths);
        if seen.as_ref() != Some(&now) {
            once(request);
            // What `--update` has written is no change to react to.
            seen = Some(changes(&request.paths));
        }
        std::thread::sleep(Duration::from_millis(300));
    }
}

/// When the documents were changed.
fn changes(paths: &[PathBuf]) -> Vec<Option<std::time::SystemTime>> {
    let files = paths
        .iter()
        .flat_map(|path| files(path).unwrap_or_default());
    files
        .map(|file| {
            std::fs::metadata(file)
                .and_then(|data| data.modified())
                .ok()
        })
        .collect()
}

fn once(request: &Request) -> u8 {
    let mut status = 0;
    let mut documents = Vec::new();
    for path in &request.paths {
        match files(path) {
            Ok(found) => {
                for file in found {
                    match read(&file, request) {
                        Ok(document) => documents.push(document),
                        Err(error) => {
                            complain(&format!("{}: {error}", file.display()));
                            status = UNUSABLE;
                        }
                    }
                }
            }
            Err(error) => {
                complain(&format!("{}: {error}", path.display()));
                status = UNUSABLE;
            }
        }
    }
    for document in &documents {
        for Fault { line, text } in &document.faults {
            complain(&format!("{}:{line}: {text}", document.path.display()));
            status = UNUSABLE;
        }
    }
    let chosen = chosen(request, &documents);
    if request.list {
        for (document, index) in &chosen {
            let example = &documents[*document].examples[*index];
            say(&format!(
                "{}:{}\n",
                documents[*document].path.display(),
                example.line
            ));
        }
        return status;
    }
    let Ok(program) = run::ourselves() else {
        complain("cannot find the program that runs");
        return UNUSABLE;
    };
    let timeout = request.timeout.unwrap_or(run::TIMEOUT);
    let runners = Runners {
        ours: Runner {
            program,
            is_ours: true,
            timeout,
        },
        reference: request.reference.clone().map(|program| Runner {
            program,
            is_ours: false,
            timeout,
        }),
    };
    let results = run_all(request, &documents, &chosen, &runners);
    let mut lines = Vec::new();
    let mut count = Count::default();
    let mut edits: Vec<Vec<update::Edit>> = documents.iter().map(|_| Vec::new()).collect();
    for ((document, index), (verdict, outcome, reference)) in chosen.iter().zip(results) {
        let (place, example) = (*document, &documents[*document].examples[*index]);
        if let (Some(all), Some(outcome)) = (request.update, &outcome) {
            let own = update::edits(&documents[place], example, outcome, &verdict, all);
            edits[place].extend(own);
        }
        count.add(&verdict);
        lines.push(Line {
            document: documents[place].path.display().to_string(),
            line: example.line,
            verdict,
            reference,
        });
    }
    tell(request, &documents, &lines, count);
    for (document, edits) in documents.iter().zip(edits) {
        if edits.is_empty() {
            continue;
        }
        let number = edits.len();
        let text = update::changed(&document.text, edits);
        match update::write(&document.path, &text) {
            Ok(()) => say(&format!(
                "{}: wrote {number} outputs\n",
                document.path.display()
            )),
            Err(error) => {
                complain(&format!("{}: {error}", document.path.display()));
                status = UNUSABLE;
            }
        }
    }
    match (status, count.failed) {
        (0, 0) => 0,
        (0, _) => FAILED,
        (status, _) => status,
    }
}

struct Runners {
    ours: Runner,
    reference: Option<Runner>,
}

/// The examples that are asked for, by document and place in it.
fn chosen(request: &Request, documents: &[Document]) -> Vec<(usize, usize)> {
    let mut all = Vec::new();
    for (number, document) in documents.iter().enumerate() {
        for (index, example) in document.examples.iter().enumerate() {
            let place = format!("{}:{}", document.path.display(), example.line);
            let wanted = request
                .filter
                .as_ref()
                .is_none_or(|filter| place.contains(filter));
            if wanted && !example.attributes.hidden {
                all.push((number, index));
            }
        }
    }
    if let Some((index, of)) = request.shard {
        let mut number = 0;
        all.retain(|_| {
            number += 1;
            (number - 1) % of == index - 1
        });
    }
    all
}

type Result = (Verdict, Option<Outcome>, Option<String>);

/// Runs examples beside each other; the results are in their order.
fn run_all(
    request: &Request,
    documents: &[Document],
    chosen: &[(usize, usize)],
    runners: &Runners,
) -> Vec<Result> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let jobs = request.jobs.unwrap_or(cores).clamp(1, chosen.len().max(1));
    let next = AtomicUsize::new(0);
    let done = AtomicUsize::new(0);
    let results: Vec<Mutex<Option<Result>>> = chosen.iter().map(|_| Mutex::new(None)).collect();
    let shows_progress =
        io::stderr().is_terminal() && request.format == Format::Human && chosen.len() > 20;
    std::thread::scope(|scope| {
        for _ in 0..jobs {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some((document, index)) = chosen.get(at) else {
                        break;
                    };
                    let result = run_one(&documents[*document], *index, runners);
                    if let Ok(mut slot) = results[at].lock() {
                        *slot = Some(result);
                    }
                    let finished = done.fetch_add(1, Ordering::Relaxed) + 1;
                    if shows_progress {
                        let _ = write!(io::stderr(), "\r{finished} of {}", chosen.len());
                    }
                }
            });
        }
    });
    if shows_progress {
        let _ = write!(io::stderr(), "\r\x1b[K");
    }
    let taken = results
        .into_iter()
        .map(|slot| slot.into_inner().ok().flatten());
    taken
        .map(|result| {
            result.unwrap_or_else(|| {
                (
                    Verdict::Skipped("it was not reached".to_owned()),
                    None,
                    None,
                )
            })
        })
        .collect()
}

fn run_one(document: &Document, index: usize, runners: &Runners) -> Result {
    let example = &document.examples[index];
    let own = &example.attributes;
    if own.skip {
        return (
            Verdict::Skipped("its attributes say so".to_owned()),
            None,
            None,
        );
    }
    if example.kind == Kind::Fragment {
        let why = if markdown::is_torn(&example.code) {
            "a fragment: it ends before its last block does"
        } else {
            "a fragment: it does not parse"
        };
        return (Verdict::Skipped(why.to_owned()), None, None);
    }
    if own.file.is_some() && example.expected.is_empty() && is_used(document, index) {
        return (
            Verdict::Skipped(format!(
                "a file for the next program: {}",
                own.file.as_deref().unwrap_or("")
            )),
            None,
            None,
        );
    }
    if own.no_run {
        return match runners.ours.check(example) {
            Ok(None) => (Verdict::Passed { normalised: false }, None, None),
            Ok(Some(text)) => (
                Verdict::Failed(vec![Failure::plain(text.trim_end())]),
                None,
                None,
            ),
            Err(error) => (unstarted(&error), None, None),
        };
    }
    let job = job(document, index);
    let outcome = match runners.ours.run(&job) {
        Ok(outcome) => outcome,
        Err(error) => return (unstarted(&error), None, None),
    };
    if !example.is_marked && example.expected.is_empty() && awaits_outside(&outcome) {
        let why = "a fragment: it awaits outside a function".to_owned();
        return (Verdict::Skipped(why), None, None);
    }
    let verdict = judge(example, &outcome, |offset| document.line_of(offset));
    let reference = runners
        .reference
        .as_ref()
        .filter(|_| example.kind == Kind::Program && own.clock.is_none())
        .and_then(|runner| differs(runner, &job, &outcome));
    (verdict, Some(outcome), reference)
}

/// Whether a program was refused since it awaits outside a function, as parts of longer ones do.
fn awaits_outside(outcome: &Outcome) -> bool {
    outcome
        .err
        .trim_end()
        .ends_with("SyntaxError: 'await' outside function")
}

fn unstarted(error: &io::Error) -> Verdict {
    Verdict::Failed(vec![Failure::plain(format!(
        "it cannot be started: {error}"
    ))])
}

/// Whether a later program of the group finds this one as a file.
fn is_used(document: &Document, index: usize) -> bool {
    let group = &document.examples[index].attributes.group;
    document.examples[index + 1..]
        .iter()
        .any(|later| later.attributes.group == *group)
}

/// An example with what it needs from those before it.
fn job(document: &Document, index: usize) -> Job<'_> {
    let example = &document.examples[index];
    let same = |other: &&Example| other.attributes.group == example.attributes.group;
    let earlier = || document.examples[..index].iter().filter(same);
    let mut before: Vec<&Example> = earlier().filter(|other| other.attributes.hidden).collect();
    if example.attributes.continues {
        let mut chain = Vec::new();
        for other in earlier().rev() {
            let usable =
                other.kind == Kind::Program && !other.attributes.skip && !other.attributes.hidden;
            if usable && other.attributes.file.is_none() {
                chain.push(other);
                if !other.attributes.continues {
                    break;
                }
            }
        }
        before.extend(chain.into_iter().rev());
    }
    let shown = example
        .expected
        .iter()
        .map(|expected| expected.text.as_str());
    Job {
        example,
        before,
        files: earlier()
            .filter(|other| other.attributes.file.is_some())
            .collect(),
        clock: shown
            .into_iter()
            .find_map(matching::first_time)
            .map(|time| format!("virtual:{time}")),
    }
}

/// What CPython does otherwise, in words.
fn differs(runner: &Runner, job: &Job<'_>, ours: &Outcome) -> Option<String> {
    let theirs = match runner.run(job) {
        Ok(theirs) => theirs,
        Err(error) => return Some(format!("cannot be started: {error}")),
    };
    if theirs.stopped.is_some() {
        return theirs.stopped;
    }
    let same = |a: &str, b: &str| matching::matches(a, b, job.example.attributes.unordered);
    if theirs.status != ours.status {
        return Some(format!("another status: {:?}", theirs.status));
    }
    if !same(&theirs.out, &ours.out) || !same(&theirs.both, &ours.both) && ours.err.is_empty() {
        return Some("another output".to_owned());
    }
    None
}

/// The documents that a path names: itself, or what a folder holds.
fn files(path: &Path) -> io::Result<Vec<PathBuf>> {
    if !path.is_dir() {
        std::fs::metadata(path)?;
        return Ok(vec![path.to_owned()]);
    }
    let mut found = Vec::new();
    let mut entries: Vec<PathBuf> = std::fs::read_dir(path)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<_>>()?;
    entries.sort();
    for entry in entries {
        let hidden = entry
            .file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with('.'));
        let is_document = entry
            .extension()
            .is_some_and(|extension| ["md", "markdown"].iter().any(|known| extension == *known));
        if hidden {
            continue;
        }
        if entry.is_dir() {
            found.extend(files(&entry)?);
        } else if is_document {
            found.push(entry);
        }
    }
    Ok(found)
}

/// Reads a document.
fn read(path: &Path, request: &Request) -> io::Result<Document> {
    let text = String::from_utf8(std::fs::read(path)?).map_err(|error| {
        io::Error::new(
            io::ErrorKind::InvalidData,
            format!("is no text in UTF-8: {error}"),
        )
    })?;
    let mut document = Document {
        path: path.to_owned(),
        text,
        examples: Vec::new(),
        faults: Vec::new(),
    };
    let text = document.text.clone();
    let is = |wanted: &str| {
        path.extension()
            .is_some_and(|extension| extension == wanted)
    };
    if is("py") {
        script(&text, &mut document);
    } else if request.as_text || is("txt") && !text.contains("```") {
        plain::read(&text, &mut document);
    } else {
        markdown::read(&text, request.unmarked || is("txt"), &mut document);
    }
    Ok(document)
}

/// A script whose outputs stand in its comments, or in files beside it.
fn script(text: &str, document: &mut Document) {
    let mut expected = comments::expected(text, 0);
    let beside = document.path.with_extension("stdout");
    if let Ok(shown) = std::fs::read_to_string(beside) {
        expected.push(example::Expected {
            range: 0..0,
            prefix: String::new(),
            text: shown,
            stream: example::Stream::Out,
        });
    }
    document.examples.push(Example {
        line: 1,
        code: text.to_owned(),
        attributes: example::Attributes {
            name: document
                .path
                .file_name()
                .map(|name| name.to_string_lossy().into_owned()),
            ..Default::default()
        },
        expected,
        kind: Kind::Program,
        is_marked: true,
        room: None,
    });
}

fn tell(request: &Request, documents: &[Document], lines: &[Line], count: Count) {
    match request.format {
        Format::Json => say(&report::json(lines, count)),
        Format::Junit => say(&report::junit(lines, count)),
        Format::Human => {
            for document in documents {
                let name = document.path.display().to_string();
                let mut own = Count::default();
                let mut normalised = 0;
                let of_document = lines.iter().filter(|line| line.document == name);
                for line in of_document {
                    own.add(&line.verdict);
                    normalised +=
                        usize::from(matches!(line.verdict, Verdict::Passed { normalised: true }));
                    say(&report::human(line, request.coloured));
                }
                let note = match normalised {
                    0 => String::new(),
                    number => format!(" ({number} without comparing addresses and places)"),
                };
                say(&format!("{name}: {}{note}\n", own.summary()));
            }
            say(&format!("{}\n", count.summary()));
        }
    }
}

fn say(text: &str) {
    // A reader that has gone wants no more.
    let _ = io::stdout().write_all(text.as_bytes());
}

fn complain(text: &str) {
    let _ = writeln!(io::stderr(), "snakelet: {text}");
}
