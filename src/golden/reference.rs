//! CPython, asked how it runs an example, and what that says of the page and of us.

use super::example::{Example, Kind};
use super::folder::Folder;
use super::judge::{Failure, Verdict, judge};
use super::matching::{matches, without_times};
use super::process::Limits;
use super::run::{BEFORE, Job, Outcome, SEPARATOR, finish, surround};
use super::session;
use std::io;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

/// Runs what takes more than a file.
const DRIVER: &str = include_str!("reference_driver.py");

/// How long it has for an example at least, since it really sleeps.
const PATIENCE: Duration = Duration::from_secs(60);

/// How often it is asked before it differs.
const CHANCES: usize = 3;

/// A CPython.
pub struct Reference {
    /// Its program.
    pub program: PathBuf,
    /// How much an example may do: the time is real.
    pub limits: Limits,
}

impl Reference {
    /// Whether it is there; what is wrong otherwise.
    pub fn is_there(&self) -> Result<(), String> {
        let asked = Command::new(&self.program).arg("--version").output();
        match asked {
            Ok(answer) if answer.status.success() => Ok(()),
            Ok(answer) => Err(format!("it says {}", answer.status)),
            Err(error) => Err(error.to_string()),
        }
    }

    /// How it runs an example.
    fn run(&self, job: &Job<'_>) -> io::Result<Outcome> {
        let folder = Folder::new()?;
        let work = job.lay_out(&folder)?;
        let own = &job.example.attributes;
        let mut command = Command::new(&self.program);
        let is_session = job.example.kind == Kind::Session;
        if is_session || !job.before.is_empty() {
            let driver = folder.path().join("driver.py");
            std::fs::write(&driver, DRIVER)?;
            let kind = if is_session { "session" } else { "programs" };
            command
                .arg(driver)
                .arg(kind)
                .arg(folder.path().join(BEFORE));
        }
        command.arg(job.name()).args(&own.arguments);
        surround(&mut command, &folder, &work);
        command
            .env("PYTHONHASHSEED", own.seed.unwrap_or(0).to_string())
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .env("PYTHONUTF8", "1")
            .env("PYTHONUNBUFFERED", "1");
        let mut limits = self.limits.clone();
        limits.time = limits.time.max(PATIENCE);
        if let Some(seconds) = own.timeout {
            limits.time = Duration::from_secs_f64(seconds);
        }
        finish(command, job, &folder, &limits)
    }

    /// How it runs an example, and whether that is `right`: since its clock is real, a busy machine gets more than one chance.
    fn run_until(
        &self,
        job: &Job<'_>,
        right: impl Fn(&Outcome) -> bool,
    ) -> io::Result<(Outcome, bool)> {
        let mut left = CHANCES;
        loop {
            let theirs = self.run(job)?;
            left -= 1;
            let is_right = right(&theirs);
            if is_right || left == 0 || theirs.stopped.is_some() {
                return Ok((theirs, is_right));
            }
        }
    }

    /// What it says of an example that we have run.
    pub fn verdict(&self, job: &Job<'_>, ours: &Outcome, verdict: Verdict) -> Verdict {
        // Their clock is another one.
        let plain = without_times;
        let asked = self.run_until(job, |theirs| agrees(job.example, ours, theirs, plain));
        let (theirs, agrees) = match asked {
            Ok(answer) => answer,
            Err(error) => {
                let text = format!("CPython cannot be started: {error}");
                return verdict.and(Failure::plain(text));
            }
        };
        if let Some(stopped) = &theirs.stopped {
            return verdict.and(Failure::plain(format!("CPython {stopped}")));
        }
        match (&verdict, agrees) {
            (Verdict::Passed { .. } | Verdict::Skipped(_), true) => verdict,
            (Verdict::Failed(_), true) => verdict.and(Failure::plain(
                "CPython does the same: it is the page that differs",
            )),
            (_, false) => {
                let timeless = timeless(job.example, plain);
                let of_page = judge(&timeless, &changed(&theirs, plain));
                let text = match (&verdict, of_page) {
                    (Verdict::Failed(_), Verdict::Passed { .. }) => {
                        "CPython does what the page says: it is Snakelet that differs"
                    }
                    (Verdict::Failed(_), _) => "the page, CPython and Snakelet all differ",
                    (_, Verdict::Passed { .. }) => {
                        "CPython and Snakelet differ, though both do what the page says"
                    }
                    (_, _) => "CPython differs from the page and from Snakelet",
                };
                verdict.and(difference(text, ours, &theirs))
            }
        }
    }
}

/// Whether both have done the same.
fn agrees(
    example: &Example,
    ours: &Outcome,
    theirs: &Outcome,
    plain: impl Fn(&str) -> String,
) -> bool {
    let unordered = example.attributes.unordered;
    if example.kind == Kind::Session {
        let turns = |outcome: &Outcome| -> Vec<String> {
            let parts = outcome.out.split(SEPARATOR);
            parts
                .map(|part| plain(&session::without_frames(part)))
                .collect()
        };
        let (ours_of, theirs_of) = (turns(ours), turns(theirs));
        let mut pairs = ours_of.iter().zip(&theirs_of);
        return ours_of.len() == theirs_of.len()
            && ours.status == theirs.status
            && pairs.all(|(ours, theirs)| matches(ours, theirs, unordered));
    }
    let same = |a: &str, b: &str| matches(&plain(a), &plain(b), unordered);
    // Warnings and tracebacks have frames of the library there, so that their last lines are compared.
    let last = |text: &str| text.trim_end().lines().next_back().unwrap_or("").to_owned();
    ours.status == theirs.status
        && same(&ours.out, &theirs.out)
        && (ours.both == theirs.both
            || same(&ours.both, &theirs.both)
            || ours.status != Some(0) && last(&ours.both) == last(&theirs.both))
        && (ours.err.is_empty() == theirs.err.is_empty() || ours.status == Some(0))
        && (ours.status == Some(0) || same(&last(&ours.err), &last(&theirs.err)))
}

/// An example whose outputs show no times of day.
fn timeless(example: &Example, plain: impl Fn(&str) -> String) -> Example {
    let mut example = example.clone();
    for expected in &mut example.expected {
        expected.text = plain(&expected.text);
    }
    if example.kind == Kind::Session {
        example.code = plain(&example.code);
    }
    example
}

fn changed(outcome: &Outcome, plain: impl Fn(&str) -> String) -> Outcome {
    Outcome {
        out: plain(&outcome.out),
        err: plain(&outcome.err),
        both: plain(&outcome.both),
        status: outcome.status,
        signal: outcome.signal,
        texts_before: outcome.texts_before,
        ..Outcome::default()
    }
}

fn difference(text: &str, ours: &Outcome, theirs: &Outcome) -> Failure {
    let of = |outcome: &Outcome| {
        let mut all = format!("{}{}{}", outcome.out, outcome.both, outcome.err);
        all = all.replace(SEPARATOR, "");
        match outcome.status {
            Some(0) => all,
            Some(status) => format!("{}\n(status {status})", all.trim_end()),
            None => format!("{}\n(ended by a signal)", all.trim_end()),
        }
    };
    let (ours, theirs) = (of(ours), of(theirs));
    Failure {
        text: format!("{text} (- CPython, + Snakelet)"),
        difference: Some((theirs, ours)),
        lines: Vec::new(),
    }
}
