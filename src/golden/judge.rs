//! The verdict on an example: what it was to print against what it printed.

use super::example::{Attributes, Example, Expected, Kind, Stream};
use super::matching::{self, matches, occurs};
use super::run::{Outcome, SEPARATOR};
use super::session;

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

/// One thing that is not as the document says.
pub struct Failure {
    /// What is wrong, in a line.
    pub text: String,
    /// What the document shows and what came, if that is it, and in which line the document shows it.
    pub difference: Option<(String, String, Option<usize>)>,
}

impl Failure {
    /// A failure without a difference.
    pub fn plain(text: impl Into<String>) -> Failure {
        Failure {
            text: text.into(),
            difference: None,
        }
    }
}

/// Compares. `line_of` tells the line of an offset in the document.
pub fn judge(example: &Example, outcome: &Outcome, line_of: impl Fn(usize) -> usize) -> Verdict {
    let mut failures = Vec::new();
    if let Some(stopped) = &outcome.stopped {
        failures.push(Failure::plain(stopped.clone()));
    }
    if example.kind == Kind::Session {
        failures.extend(judge_session(example, outcome));
        return verdict(failures, false);
    }
    let shows_error = shows_error(example, outcome);
    if let Some(failure) = judge_status(&example.attributes, outcome, shows_error) {
        failures.push(failure);
    }
    let mut normalised = false;
    for expected in &example.expected {
        let got = written(expected.stream, outcome);
        normalised |= matching::is_normalised(&expected.text);
        if fits(example, expected, &got) {
            continue;
        }
        let what = match expected.stream {
            Stream::Err | Stream::Error => "standard error differs",
            Stream::Both => "what a terminal shows differs",
            Stream::Out | Stream::Some | Stream::Lines => "the output differs",
        };
        let line = (expected.range.end > 0).then(|| line_of(expected.range.start));
        failures.push(Failure {
            text: what.to_owned(),
            difference: Some((expected.text.clone(), got, line)),
        });
    }
    verdict(failures, normalised)
}

fn verdict(failures: Vec<Failure>, normalised: bool) -> Verdict {
    if failures.is_empty() {
        Verdict::Passed { normalised }
    } else {
        Verdict::Failed(failures)
    }
}

/// Whether what the document shows contains the error that the program ends with.
fn shows_error(example: &Example, outcome: &Outcome) -> bool {
    let written = if outcome.err.is_empty() {
        &outcome.both
    } else {
        &outcome.err
    };
    let Some(last) = written.trim_end().lines().next_back() else {
        return false;
    };
    example
        .expected
        .iter()
        .any(|expected| match expected.stream {
            Stream::Err | Stream::Error => true,
            Stream::Both | Stream::Out => {
                expected.text.lines().any(|line| line.trim() == last.trim())
            }
            Stream::Some | Stream::Lines => false,
        })
}

fn judge_status(own: &Attributes, outcome: &Outcome, shows_error: bool) -> Option<Failure> {
    if outcome.stopped.is_some() {
        return None;
    }
    let status = outcome.status;
    let wanted = match (own.exit, own.error) {
        (Some(wanted), _) => status == Some(wanted),
        (None, true) => status != Some(0),
        (None, false) => status == Some(0) || shows_error,
    };
    if wanted {
        return None;
    }
    let last = [&outcome.err, &outcome.both]
        .into_iter()
        .find_map(|text| text.trim_end().lines().next_back())
        .unwrap_or("");
    let ended = match status {
        Some(status) => format!("it ended with the status {status}"),
        None => "it was ended by a signal".to_owned(),
    };
    Some(Failure::plain(match (own.exit, own.error) {
        (Some(wanted), _) => format!("{ended}, not {wanted}: {last}"),
        (None, true) => "it ended without the error that `error` promises".to_owned(),
        (None, false) => format!("{ended}: {last}"),
    }))
}

/// What the program has written where this is shown.
pub fn written(stream: Stream, outcome: &Outcome) -> String {
    match stream {
        Stream::Out | Stream::Some | Stream::Lines => outcome.out.clone(),
        Stream::Err => outcome.err.clone(),
        Stream::Error => outcome
            .err
            .trim_end()
            .lines()
            .next_back()
            .unwrap_or("")
            .to_owned(),
        Stream::Both => outcome.both.clone(),
    }
}

fn fits(example: &Example, expected: &Expected, got: &str) -> bool {
    let unordered = example.attributes.unordered;
    match expected.stream {
        Stream::Some => {
            let lines: Vec<String> = expected.text.lines().map(str::to_owned).collect();
            occurs(&lines, got)
        }
        Stream::Out | Stream::Err | Stream::Both | Stream::Lines | Stream::Error => {
            matches(&expected.text, got, unordered)
        }
    }
}

fn judge_session(example: &Example, outcome: &Outcome) -> Vec<Failure> {
    let turns = session::turns(&example.code);
    let mut parts: Vec<&str> = outcome.out.split(SEPARATOR).collect();
    // What follows the last turn is what is printed at the end.
    parts.pop();
    let before = parts.len().saturating_sub(turns.len());
    let mut failures = Vec::new();
    for (turn, got) in turns.iter().zip(&parts[before..]) {
        let got = session::without_frames(got);
        let shown = session::without_frames(&turn.shown);
        if !matches(&shown, &got, example.attributes.unordered) {
            failures.push(Failure {
                text: format!(
                    "`{}` gives something else",
                    turn.code.trim_end().lines().next().unwrap_or("")
                ),
                difference: Some((turn.shown.clone(), got, Some(example.line + turn.line + 1))),
            });
        }
    }
    if parts.len() < turns.len() && outcome.stopped.is_none() {
        failures.push(Failure::plain("the session ended early"));
    }
    failures
}
