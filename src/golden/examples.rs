//! The examples of documents beside each other: which of them, in which surroundings, and what becomes of each.

use super::Request;
use super::example::{Document, Example, Kind};
use super::judge::{Failure, Verdict, judge};
use super::markdown::{goes_on, is_torn};
use super::matching;
use super::reference::Reference;
use super::run::{Job, Outcome, Runner};
use super::session;
use std::io::{self, IsTerminal, Write};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// How many programs an example without marks may turn out to go on from.
const MOST_BEFORE: usize = 8;

/// After what time, or from how many examples on, a terminal shows how far it is.
const LONG: (Duration, usize) = (Duration::from_millis(500), 20);

/// What became of an example.
pub struct Result {
    /// The verdict.
    pub verdict: Verdict,
    /// How it ended, if it was run.
    pub outcome: Option<Outcome>,
}

impl Result {
    fn without_run(verdict: Verdict) -> Result {
        Result {
            verdict,
            outcome: None,
        }
    }

    fn skipped(why: impl Into<String>) -> Result {
        Result::without_run(Verdict::Skipped(why.into()))
    }
}

/// Who runs examples.
pub struct Runners {
    /// We.
    pub ours: Runner,
    /// A CPython, if it is asked, too.
    pub reference: Option<Reference>,
}

/// The examples that are asked for, by document and place in it.
pub fn chosen(request: &Request, documents: &[Document]) -> Vec<(usize, usize)> {
    let mut all = Vec::new();
    for (number, document) in documents.iter().enumerate() {
        for (index, example) in document.examples.iter().enumerate() {
            let is_wanted = request
                .filter
                .as_ref()
                .is_none_or(|filter| is_named(filter, document, example));
            if is_wanted && !example.attributes.hidden {
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

/// Whether a filter names an example: by a part of its place, or by `FILE:LINE`.
fn is_named(filter: &str, document: &Document, example: &Example) -> bool {
    let path = document.path.display().to_string();
    if let Some((file, line)) = filter.rsplit_once(':')
        && let Ok(line) = line.parse::<usize>()
    {
        return line == example.place() && path.contains(file);
    }
    format!("{path}:{}", example.place()).contains(filter)
}

/// Runs examples beside each other; the results are in their order.
pub fn run_all(
    request: &Request,
    documents: &[Document],
    chosen: &[(usize, usize)],
    runners: &Runners,
) -> Vec<Result> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let jobs = request.jobs.unwrap_or(cores).clamp(1, chosen.len().max(1));
    let next = AtomicUsize::new(0);
    let results: Vec<Mutex<Option<Result>>> = chosen.iter().map(|_| Mutex::new(None)).collect();
    let progress = Progress::new(request, chosen.len());
    std::thread::scope(|scope| {
        for _ in 0..jobs {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some((document, index)) = chosen.get(at) else {
                        break;
                    };
                    let document = &documents[*document];
                    let result = run_one(document, *index, runners);
                    if let Ok(mut slot) = results[at].lock() {
                        *slot = Some(result);
                    }
                    progress.one_more(document);
                }
            });
        }
    });
    let taken = results
        .into_iter()
        .map(|slot| slot.into_inner().ok().flatten());
    let mut results: Vec<Result> = taken
        .map(|result| result.unwrap_or_else(|| Result::skipped("it was not reached")))
        .collect();
    // Those that have met another at an address are run again, alone.
    for ((document, index), result) in chosen.iter().zip(&mut results) {
        let has_met = result
            .outcome
            .as_ref()
            .is_some_and(|outcome| outcome.met_another);
        if has_met && matches!(result.verdict, Verdict::Failed(_)) {
            *result = run_one(&documents[*document], *index, runners);
        }
    }
    progress.end();
    results
}

/// The line on a terminal that tells how far it is.
struct Progress {
    is_shown: bool,
    since: Instant,
    all: usize,
    done: AtomicUsize,
}

impl Progress {
    fn new(request: &Request, all: usize) -> Progress {
        Progress {
            is_shown: io::stderr().is_terminal() && request.format == super::Format::Human,
            since: Instant::now(),
            all,
            done: AtomicUsize::new(0),
        }
    }

    fn one_more(&self, document: &Document) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if self.is_shown && (self.all > LONG.1 || self.since.elapsed() > LONG.0) {
            let name = document.path.display();
            let _ = write!(io::stderr(), "\r{done} of {}: {name}\x1b[K", self.all);
        }
    }

    fn end(&self) {
        if self.is_shown {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}

fn run_one(document: &Document, index: usize, runners: &Runners) -> Result {
    let example = &document.examples[index];
    let own = &example.attributes;
    if let Some(why) = skipped(document, index) {
        return Result::skipped(why);
    }
    if own.no_run {
        return Result::without_run(match runners.ours.check(example) {
            Ok(None) => Verdict::Passed { normalised: false },
            Ok(Some(text)) => Verdict::Failed(vec![Failure::plain(text.trim_end())]),
            Err(error) => unstarted(&error),
        });
    }
    let mut job = job(document, index);
    let (outcome, verdict) = match run_and_judge(document, index, &mut job, runners) {
        Ok(done) => done,
        Err(error) => return Result::without_run(unstarted(&error)),
    };
    let is_bare = !example.is_marked && example.expected.is_empty();
    if is_bare && matches!(verdict, Verdict::Failed(_)) {
        if let Some(line) = part_of(document, index) {
            return Result::skipped(format!("a part of the program at line {line}"));
        }
        if awaits_outside(&outcome) {
            return Result::skipped("a fragment: it awaits outside a function");
        }
    }
    let verdict = match &runners.reference {
        // Who sets the clock means ours.
        Some(reference) if own.clock.is_none() => reference.verdict(&job, &outcome, verdict),
        _ => verdict,
    };
    Result {
        verdict,
        outcome: Some(outcome),
    }
}

/// Runs an example; once more where the first time has shown what it needs.
fn run_and_judge<'a>(
    document: &'a Document,
    index: usize,
    job: &mut Job<'a>,
    runners: &Runners,
) -> io::Result<(Outcome, Verdict)> {
    let example = job.example;
    let mut outcome = runners.ours.run(job)?;
    let mut verdict = judge(example, &outcome);
    if !example.is_marked {
        let mut longer = job.clone();
        let mut next = missing(document, index, &longer, &outcome);
        while let Some(before) = next {
            longer.before.push(before);
            longer.before.sort_by_key(|example| example.line);
            let again = runners.ours.run(&longer)?;
            // One of those before it may miss a name, too.
            next = missing(document, index, &longer, &again);
            if again.stuck_before.is_none() {
                verdict = judge(example, &again);
                outcome = again;
                *job = longer.clone();
            }
        }
    }
    if let Some(clock) = other_start(job, &outcome, &verdict) {
        let mut later = job.clone();
        later.clock = Some(clock);
        let again = runners.ours.run(&later)?;
        let judged = judge(example, &again);
        if matches!(judged, Verdict::Passed { .. }) {
            *job = later;
            return Ok((again, judged));
        }
    }
    Ok((outcome, verdict))
}

/// Why an example is not run.
fn skipped(document: &Document, index: usize) -> Option<String> {
    let example = &document.examples[index];
    let own = &example.attributes;
    let file = own.file.as_deref().unwrap_or_default();
    match example.kind {
        _ if own.skip => Some("its attributes say so".to_owned()),
        Kind::File => Some(format!("a file for the next program: {file}")),
        Kind::Transcript => Some("what a program prints that is not shown before it".to_owned()),
        Kind::Fragment if is_torn(&example.code) => {
            Some("a fragment: it ends before its last block does".to_owned())
        }
        Kind::Fragment => Some("a fragment: it does not parse".to_owned()),
        Kind::Program
            if own.file.is_some() && example.expected.is_empty() && is_used(document, index) =>
        {
            Some(format!("a file for the next program: {file}"))
        }
        Kind::Program | Kind::Session => None,
    }
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

/// The line of an earlier program that has the lines of this one.
fn part_of(document: &Document, index: usize) -> Option<usize> {
    let lines = |code: &str| -> Vec<String> {
        let lines = code.lines().map(|line| line.trim().to_owned());
        lines.filter(|line| !line.is_empty()).collect()
    };
    let own = lines(&document.examples[index].code);
    let earlier = document.examples[..index].iter();
    earlier
        .filter(|other| other.kind == Kind::Program)
        .find(|other| {
            let all = lines(&other.code);
            all.len() > own.len() && all.windows(own.len().max(1)).any(|part| part == own)
        })
        .map(|other| other.line)
}

/// The program before an example without marks that has the name which it misses.
fn missing<'a>(
    document: &'a Document,
    index: usize,
    job: &Job<'a>,
    outcome: &Outcome,
) -> Option<&'a Example> {
    let text = if outcome.err.is_empty() {
        &outcome.both
    } else {
        &outcome.err
    };
    let last = text.trim_end().lines().next_back()?;
    let name = last.strip_prefix("NameError: name '")?.split('\'').next()?;
    let is_new = |other: &&Example| !job.before.iter().any(|known| known.line == other.line);
    if job.before.len() >= MOST_BEFORE {
        return None;
    }
    document.examples[..index]
        .iter()
        .rev()
        .filter(|other| other.kind == Kind::Program && other.again.is_none())
        .find(|other| binds(&other.code, name))
        .filter(is_new)
}

/// Whether a program gives a name a meaning outside of its functions.
fn binds(code: &str, name: &str) -> bool {
    let is_name = |text: &str| {
        text.strip_prefix(name)
            .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
    };
    code.lines().any(|line| {
        let defined = ["def ", "async def ", "class "]
            .iter()
            .any(|word| line.strip_prefix(word).is_some_and(is_name));
        let assigned = is_name(line) && line[name.len()..].trim_start().starts_with(['=', ':']);
        let imported = (line.starts_with("import ") || line.starts_with("from "))
            && line
                .split(|c: char| !(c.is_alphanumeric() || c == '_'))
                .any(|word| word == name);
        defined || assigned || imported
    })
}

/// An example with what it needs from those before it.
fn job(document: &Document, index: usize) -> Job<'_> {
    let example = &document.examples[index];
    let same = |other: &&Example| other.attributes.group == example.attributes.group;
    let earlier = || document.examples[..index].iter().filter(same);
    let mut before: Vec<&Example> = earlier().filter(|other| other.attributes.hidden).collect();
    if example.attributes.continues {
        let mut chain = Vec::new();
        for other in earlier().rev().filter(|other| goes_on(other)) {
            chain.push(other);
            if !other.attributes.continues {
                break;
            }
        }
        before.extend(chain.into_iter().rev());
    }
    let turns = match example.kind {
        Kind::Session => session::turns(&example.code),
        _ => Vec::new(),
    };
    let mut shown = example
        .expected
        .iter()
        .map(|expected| expected.text.as_str())
        .chain(turns.iter().map(|turn| turn.shown.as_str()));
    let clock = shown.find_map(matching::first_time);
    Job {
        example,
        before,
        files: earlier()
            .filter(|other| other.attributes.file.is_some())
            .collect(),
        clock: clock.map(|time| format!("virtual:{time}")),
    }
}

/// The time to begin at so that the first time of day which is printed is the one that the page shows: a program may have
/// waited before.
fn other_start(job: &Job<'_>, outcome: &Outcome, verdict: &Verdict) -> Option<String> {
    const DAY: i64 = 24 * 3600;
    if !matches!(verdict, Verdict::Failed(_)) || job.example.attributes.clock.is_some() {
        return None;
    }
    let shown = seconds(job.clock.as_deref()?.strip_prefix("virtual:")?)?;
    let texts = [&outcome.out, &outcome.both];
    let got = texts
        .into_iter()
        .find_map(|text| matching::first_time(text))?;
    let ahead = seconds(&got)? - shown;
    let start = (shown - ahead).rem_euclid(DAY);
    let (hours, minutes) = (start / 3600, start / 60 % 60);
    (ahead != 0).then(|| format!("virtual:{hours:02}:{minutes:02}:{:02}", start % 60))
}

fn seconds(time: &str) -> Option<i64> {
    let parts = time.split(':').map(|part| part.parse::<i64>().ok());
    let parts: Vec<i64> = parts.collect::<Option<_>>()?;
    Some(parts.iter().fold(0, |sum, part| sum * 60 + part))
}
