//! The verdict on an example: what it was to print against what it printed.

use super::example::{Example, Expected, Kind, Stream};
use super::matching::{self, matches, occurs};
use super::run::{Outcome, SEPARATOR};
use super::session::{self, Turn};

/// What became of an example.
pub enum Verdict {
    /// It does what the document says.
    Passed {
        /// What the document shows was compared without what changes from run to run.
        normalised: bool,
    },
    /// It was not run, and why.
    Skipped(String),
    /// It does not.
    Failed(Vec<Failure>),
}

impl Verdict {
    /// The same with one more failure.
    pub fn and(self, failure: Failure) -> Verdict {
        let mut failures = match self {
            Verdict::Failed(failures) => failures,
            Verdict::Passed { .. } | Verdict::Skipped(_) => Vec::new(),
        };
        failures.push(failure);
        Verdict::Failed(failures)
    }
}

/// One thing that is not as the document says.
pub struct Failure {
    /// What is wrong, in a line.
    pub text: String,
    /// What the document shows and what came, if that is it.
    pub difference: Option<(String, String)>,
    /// The lines of the document that show it; the first alone, if the others follow it.
    pub lines: Vec<usize>,
}

impl Failure {
    /// A failure without a difference.
    pub fn plain(text: impl Into<String>) -> Failure {
        Failure {
            text: text.into(),
            difference: None,
            lines: Vec::new(),
        }
    }
}

impl Failure {
    /// The line of the document in which a line of the difference stands.
    pub fn line(&self, index: usize) -> Option<usize> {
        match &self.lines[..] {
            [] => None,
            [first] => Some(first + index),
            each => each.get(index).copied(),
        }
    }
}

/// Compares.
pub fn judge(example: &Example, outcome: &Outcome) -> Verdict {
    let mut failures = Vec::new();
    failures.extend(outcome.stopped.clone().map(Failure::plain));
    let mut normalised = false;
    if outcome.stuck_before.is_some() {
        let text = format!(
            "a program that it goes on from has failed: {}",
            last_line(outcome)
        );
        failures.push(Failure::plain(text));
    } else if example.kind == Kind::Session {
        failures.extend(judge_session(example, outcome, &mut normalised));
    } else {
        failures.extend(judge_status(example, outcome));
        for expected in &example.expected {
            normalised |= matching::is_normalised(&expected.text);
            let got = written(expected.stream, outcome);
            if !fits(example, expected, &got) {
                failures.push(differs(expected, got));
            }
        }
    }
    if failures.is_empty() {
        return Verdict::Passed { normalised };
    }
    failures.extend(outcome.refused.iter().map(Failure::plain));
    Verdict::Failed(failures)
}

fn differs(expected: &Expected, got: String) -> Failure {
    let what = match expected.stream {
        Stream::Err | Stream::Error => "standard error differs",
        Stream::Both => "what a terminal shows differs",
        Stream::Out | Stream::Some | Stream::Lines => "the output differs",
    };
    Failure {
        text: what.to_owned(),
        lines: expected.lines.clone(),
        difference: Some((expected.text.clone(), got)),
    }
}

/// Whether what the document shows contains the error that the program ends with.
fn shows_error(example: &Example, outcome: &Outcome) -> bool {
    let last = last_line(outcome);
    let shows = |expected: &Expected| match expected.stream {
        Stream::Err | Stream::Error => true,
        Stream::Both | Stream::Out => {
            let mut lines = expected.text.lines();
            !last.is_empty() && lines.any(|line| matches(line, last, false))
        }
        Stream::Some | Stream::Lines => false,
    };
    example.expected.iter().any(shows)
}

fn last_line(outcome: &Outcome) -> &str {
    [&outcome.err, &outcome.both, &outcome.out]
        .into_iter()
        .find_map(|text| text.trim_end().lines().next_back())
        .unwrap_or("")
}

fn judge_status(example: &Example, outcome: &Outcome) -> Option<Failure> {
    if outcome.stopped.is_some() {
        return None;
    }
    let own = &example.attributes;
    let status = outcome.status;
    let wanted = match (own.exit, own.error) {
        (Some(wanted), _) => status == Some(wanted),
        (None, true) => status != Some(0),
        (None, false) => status == Some(0) || shows_error(example, outcome),
    };
    if wanted {
        return None;
    }
    let ended = match (status, outcome.signal) {
        (Some(status), _) => format!("it ended with the status {status}"),
        (None, signal) => format!("it was ended by {}", signal_name(signal.unwrap_or(0))),
    };
    Some(Failure::plain(match (own.exit, own.error) {
        (Some(wanted), _) => format!("{ended}, not {wanted}{}", reason(example, outcome)),
        (None, true) => "it ended without the error that `error` promises".to_owned(),
        (None, false) => format!("{ended}{}", reason(example, outcome)),
    }))
}

/// The error behind a status, with its line in the document.
fn reason(example: &Example, outcome: &Outcome) -> String {
    let last = match (&*outcome.err, &*outcome.both) {
        ("", "") => return String::new(),
        _ => last_line(outcome),
    };
    let text = if outcome.err.is_empty() {
        &outcome.both
    } else {
        &outcome.err
    };
    let name = example
        .attributes
        .file
        .as_deref()
        .or(example.attributes.name.as_deref());
    let mark = format!("File \"{}\", line ", name.unwrap_or("example.py"));
    let number = text.rsplit_once(&*mark).and_then(|(_, rest)| {
        let digits = rest.split(|c: char| !c.is_ascii_digit()).next()?;
        digits.parse::<usize>().ok().filter(|number| *number > 0)
    });
    match number {
        Some(number) => format!(" (line {}): {last}", example.line + number - 1),
        None => format!(": {last}"),
    }
}

/// A signal as people call it.
fn signal_name(number: i32) -> String {
    match signal_hook::low_level::signal_name(number) {
        Some(name) => name.to_owned(),
        None => format!("the signal {number}"),
    }
}

/// What the program has written where this is shown.
pub fn written(stream: Stream, outcome: &Outcome) -> String {
    let or_both = |own: &str| {
        let own = if own.is_empty() { &outcome.both } else { own };
        own.to_owned()
    };
    match stream {
        Stream::Out | Stream::Some | Stream::Lines => or_both(&outcome.out),
        Stream::Err => or_both(&outcome.err),
        Stream::Error => {
            let text = or_both(&outcome.err);
            text.trim_end().lines().next_back().unwrap_or("").to_owned()
        }
        Stream::Both => outcome.both.clone(),
    }
}

/// Whether an output is as it is shown.
pub fn fits(example: &Example, expected: &Expected, got: &str) -> bool {
    match expected.stream {
        Stream::Some => {
            let lines: Vec<String> = expected.text.lines().map(str::to_owned).collect();
            occurs(&lines, got)
        }
        Stream::Out | Stream::Err | Stream::Both | Stream::Lines | Stream::Error => {
            matches(&expected.text, got, example.attributes.unordered)
        }
    }
}

/// The turns of a session, each with what came back, as far as it came.
pub fn answers<'a>(example: &Example, outcome: &'a Outcome) -> Vec<(Turn, &'a str)> {
    let turns = session::turns(&example.code);
    let mut parts: Vec<&str> = outcome.out.split(SEPARATOR).collect();
    // What follows the last turn is what is printed at the end.
    parts.pop();
    let own = parts.into_iter().skip(outcome.texts_before);
    turns.into_iter().zip(own).collect()
}

/// Whether a turn gives what is shown behind it.
pub fn turn_fits(example: &Example, turn: &Turn, got: &str) -> bool {
    let got = session::without_frames(got);
    let shown = session::without_frames(&session::with_blank_lines(&turn.shown));
    matches(&shown, &got, example.attributes.unordered)
}

fn judge_session(example: &Example, outcome: &Outcome, normalised: &mut bool) -> Vec<Failure> {
    let mut failures = Vec::new();
    let answers = answers(example, outcome);
    for (turn, got) in &answers {
        *normalised |= matching::is_normalised(&turn.shown);
        if !turn_fits(example, turn, got) {
            let first = turn.code.trim_end().lines().next().unwrap_or("");
            failures.push(Failure {
                text: format!("`{first}` gives something else"),
                difference: Some((turn.shown.clone(), (*got).to_owned())),
                lines: vec![example.line + turn.shown_at],
            });
        }
    }
    if answers.len() < session::turns(&example.code).len() && outcome.stopped.is_none() {
        let ended = match outcome.signal {
            Some(signal) => format!(": it was ended by {}", signal_name(signal)),
            None => String::new(),
        };
        failures.push(Failure::plain(format!("the session ended early{ended}")));
    }
    failures
}
