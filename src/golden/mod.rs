//! `snakelet test`: the examples of documents are found, run and compared with the output that the documents show.

mod attributes;
mod blocks;
mod comments;
mod documents;
mod example;
mod examples;
mod folder;
mod judge;
mod keep;
mod markdown;
mod matching;
mod notes;
mod plain;
mod process;
mod reference;
mod report;
mod run;
mod session;
mod transcript;
mod update;

use documents::Reading;
use example::{Document, Fault, Lines};
use examples::Runners;
use judge::Verdict;
use reference::Reference;
use report::{Count, Line};
use run::Runner;
use std::io::{self, Write};
use std::path::PathBuf;
use std::time::Duration;

pub use folder::OWN as FOLDERS;
pub use notes::{FILE as NOTES, Writer as Notes};
pub use process::Limits;
pub use run::{Allowed, SEPARATOR, STOPPED};

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
    /// How much an example may do.
    pub limits: Limits,
    /// What it may do.
    pub allowed: Allowed,
    /// Whether again whenever a document changes.
    pub watch: bool,
    /// Whether in colours.
    pub coloured: bool,
}

impl Request {
    fn reading(&self) -> Reading {
        Reading {
            as_text: self.as_text,
            unmarked: self.unmarked,
        }
    }
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

/// How often documents are looked at while they are watched.
const PAUSE: Duration = Duration::from_millis(300);

/// Does what is asked for; the exit status.
pub fn test(request: &Request) -> u8 {
    if !request.watch {
        let status = once(request);
        folder::clean_up();
        return status;
    }
    let mut seen = None;
    loop {
        let now = changes(request);
        if seen.as_ref() != Some(&now) {
            once(request);
            // What `--update` has written is no change to react to.
            seen = Some(if request.update.is_some() {
                changes(request)
            } else {
                now
            });
        }
        std::thread::sleep(PAUSE);
    }
}

/// The documents, and when each was changed.
fn changes(request: &Request) -> Vec<(PathBuf, Option<std::time::SystemTime>)> {
    let (files, _) = documents::find(&request.paths, request.reading());
    let changed = |file: &PathBuf| {
        std::fs::metadata(file)
            .and_then(|data| data.modified())
            .ok()
    };
    files
        .into_iter()
        .map(|file| {
            let time = changed(&file);
            (file, time)
        })
        .collect()
}

fn once(request: &Request) -> u8 {
    let (documents, mut status) = read_all(request);
    let chosen = examples::chosen(request, &documents);
    if request.list {
        for (document, index) in &chosen {
            let document = &documents[*document];
            let place = document.examples[*index].place();
            say(&format!("{}:{place}\n", document.path.display()));
        }
        return status;
    }
    let runners = match runners(request) {
        Ok(runners) => runners,
        Err(text) => {
            complain(&text);
            return UNUSABLE;
        }
    };
    let results = examples::run_all(request, &documents, &chosen, &runners);
    let mut lines = Vec::new();
    let mut count = Count::default();
    let mut updates: Vec<Update> = documents
        .iter()
        .map(|document| Update::of(document))
        .collect();
    for ((document, index), result) in chosen.iter().zip(results) {
        let example = &documents[*document].examples[*index];
        let mut line = Line {
            document: documents[*document].path.display().to_string(),
            line: example.place(),
            verdict: result.verdict,
            written: Vec::new(),
        };
        if let (Some(all), Some(outcome)) = (request.update, &result.outcome) {
            let update = &mut updates[*document];
            let changes = update::changes(
                &documents[*document],
                &update.lines,
                example,
                outcome,
                &line.verdict,
                all,
            );
            update.take(changes, &mut line);
        }
        count.add(&line.verdict);
        lines.push(line);
    }
    tell(request, &documents, &lines, count);
    for update in updates {
        if !update.write() {
            status = UNUSABLE;
        }
    }
    match (status, count.failed) {
        (0, 0) => 0,
        (0, _) => FAILED,
        (status, _) => status,
    }
}

/// Reads all documents, and complains of what is wrong with them.
fn read_all(request: &Request) -> (Vec<Document>, u8) {
    let (files, mut unreadable) = documents::find(&request.paths, request.reading());
    let mut documents = Vec::new();
    let mut status = 0;
    for file in files {
        match documents::read(&file, request.reading()) {
            Ok(document) => documents.push(document),
            Err(error) => unreadable.push((file, error)),
        }
    }
    for (path, error) in unreadable {
        complain(&format!("{}: {error}", path.display()));
        status = UNUSABLE;
    }
    for document in &documents {
        for Fault { line, text } in &document.faults {
            complain(&format!("{}:{line}: {text}", document.path.display()));
            status = UNUSABLE;
        }
    }
    (documents, status)
}

fn runners(request: &Request) -> Result<Runners, String> {
    let program = std::env::current_exe()
        .map_err(|error| format!("cannot find the program that runs: {error}"))?;
    let reference = request.reference.clone().map(|program| Reference {
        program,
        limits: request.limits.clone(),
    });
    if let Some(reference) = &reference {
        let named = reference.program.display();
        reference
            .is_there()
            .map_err(|error| format!("cannot run {named}: {error}"))?;
    }
    Ok(Runners {
        ours: Runner {
            program,
            limits: request.limits.clone(),
            allowed: request.allowed,
        },
        reference,
    })
}

/// What is to be written into a document, and beside it.
struct Update<'a> {
    document: &'a Document,
    lines: Lines,
    edits: Vec<update::Edit>,
    count: usize,
    files: Vec<(PathBuf, String)>,
}

impl Update<'_> {
    fn of(document: &Document) -> Update<'_> {
        Update {
            document,
            lines: Lines::of(&document.text),
            edits: Vec::new(),
            count: 0,
            files: Vec::new(),
        }
    }

    /// Takes the changes of an example, which then is as the document says, unless something was refused.
    fn take(&mut self, changes: update::Changes, line: &mut Line) {
        self.count += changes.shown.len();
        self.edits.extend(changes.edits);
        self.files.extend(changes.files);
        line.written = changes.shown;
        let Verdict::Failed(failures) = &mut line.verdict else {
            return;
        };
        match changes.refused {
            Some(why) => {
                failures.push(judge::Failure::plain(format!("nothing was written: {why}")))
            }
            None => failures.retain(|failure| failure.difference.is_none()),
        }
        if failures.is_empty() {
            line.verdict = Verdict::Passed { normalised: false };
        }
    }

    /// Writes; whether that was possible.
    fn write(self) -> bool {
        let document = self.document;
        let name = document.path.display();
        let mut written = Ok(());
        for (path, text) in &self.files {
            written = written.and(update::write(path, None, text));
        }
        if !self.edits.is_empty() {
            let mark = if document.has_mark { "\u{feff}" } else { "" };
            let old = format!("{mark}{}", document.text);
            let text = format!("{mark}{}", update::changed(&document.text, self.edits));
            written = written.and(update::write(&document.path, Some(old.as_bytes()), &text));
        }
        match written {
            Ok(()) if self.count > 0 => {
                let outputs = if self.count == 1 { "output" } else { "outputs" };
                say(&format!("{name}: wrote {} {outputs}\n", self.count));
                true
            }
            Ok(()) => true,
            Err(error) => {
                complain(&format!("{name}: {error}"));
                false
            }
        }
    }
}

fn tell(request: &Request, documents: &[Document], lines: &[Line], count: Count) {
    match request.format {
        Format::Json => say(&report::json(lines, count)),
        Format::Junit => say(&report::junit(lines, count)),
        Format::Human => {
            let mut rest = lines;
            for document in documents {
                let name = document.path.display().to_string();
                let mut own = Count::default();
                let mut normalised = 0;
                // Examples are in the order of their documents.
                let end = rest.iter().position(|line| line.document != name);
                let (of_document, others) = rest.split_at(end.unwrap_or(rest.len()));
                rest = others;
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
