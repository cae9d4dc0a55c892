//! Writing outputs into documents: what is missing and what has changed, and nothing else.

use super::example::{Document, Example, Expected, Fence, Kind, Lines, Place, Stream};
use super::judge::{Failure, Verdict, answers, fits, turn_fits, written};
use super::keep::{kept, kept_line};
use super::matching;
use super::run::Outcome;
use super::session;
use std::io::{self, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};

/// A change of a document's text.
pub struct Edit {
    range: Range<usize>,
    text: String,
}

/// What an example's outcome changes.
#[derive(Default)]
pub struct Changes {
    /// In its document.
    pub edits: Vec<Edit>,
    /// In files beside it.
    pub files: Vec<(PathBuf, String)>,
    /// What is shown of the changes.
    pub shown: Vec<Failure>,
    /// Why something that differs was not written.
    pub refused: Option<String>,
}

impl Changes {
    fn refuse(&mut self, why: &str) {
        self.refused.get_or_insert_with(|| why.to_owned());
    }

    fn show(&mut self, text: &str, old: &str, new: &str, lines: Vec<usize>) {
        self.shown.push(Failure {
            text: text.to_owned(),
            difference: Some((old.to_owned(), new.to_owned())),
            lines,
        });
    }
}

/// The changes that an example's outcome asks for. `all`: also where the example failed otherwise.
pub fn changes(
    document: &Document,
    lines: &Lines,
    example: &Example,
    outcome: &Outcome,
    verdict: &Verdict,
    all: bool,
) -> Changes {
    let mut changes = Changes::default();
    let only_differs = match verdict {
        Verdict::Failed(failures) => failures.iter().all(|failure| failure.difference.is_some()),
        Verdict::Passed { .. } => true,
        Verdict::Skipped(_) => return changes,
    };
    if outcome.stopped.is_some() || outcome.stuck_before.is_some() {
        changes.refuse("it did not come to its end");
        return changes;
    }
    if !(only_differs || all) {
        changes.refuse("it failed (`--update=all` writes what it printed)");
        return changes;
    }
    let writer = Writer { document, lines };
    if example.kind == Kind::Session {
        writer.session(example, outcome, &mut changes);
        return changes;
    }
    for expected in &example.expected {
        let got = written(expected.stream, outcome);
        if !fits(example, expected, &got) {
            writer.replace(example, expected, &got, &mut changes);
        }
    }
    let is_new = !matching::normal(&outcome.out).trim().is_empty();
    if let Some((at, prefix)) = example.room.as_ref().filter(|_| is_new) {
        writer.add(*at, prefix, &outcome.out, &mut changes);
    }
    changes
}

struct Writer<'a> {
    document: &'a Document,
    lines: &'a Lines,
}

impl Writer<'_> {
    /// How lines end around an offset.
    fn ending(&self, at: usize) -> &'static str {
        let text = &self.document.text;
        let before = match text[..at].rfind(['\n', '\r']) {
            Some(before) => Some(before),
            None => text
                .find(['\n', '\r'])
                .map(|at| at + usize::from(text[at..].starts_with("\r\n"))),
        };
        match before {
            Some(at) if text[..=at].ends_with("\r\n") => "\r\n",
            Some(at) if text[at..].starts_with('\r') => "\r",
            _ => "\n",
        }
    }

    /// Writes an output over the one that differs.
    fn replace(&self, example: &Example, expected: &Expected, got: &str, changes: &mut Changes) {
        let got = matching::plain_lines(got);
        match &expected.place {
            Place::Lines {
                range,
                prefix,
                fence,
            } => {
                let own = kept(&expected.text, &got, example.attributes.unordered);
                let is_open =
                    fence.is_none() && own.iter().any(|line| matches!(line.trim(), "$" | "%"));
                if is_open && expected.stream == Stream::Both {
                    changes.refuse("a line of its output looks like a prompt");
                    return;
                }
                self.lines_at(range, prefix, fence.as_ref(), &own, changes);
                changes.show(
                    "wrote the output",
                    &expected.text,
                    &own.join("\n"),
                    expected.lines.clone(),
                );
            }
            Place::Marks(places) => {
                if places.len() != got.len() || expected.stream == Stream::Error && places.len() > 1
                {
                    changes.refuse("it prints more or fewer lines than it has marks");
                    return;
                }
                let shown: Vec<&str> = expected.text.lines().collect();
                let mut own = Vec::new();
                for ((place, line), shown) in places.iter().zip(&got).zip(shown) {
                    let line = kept_line(shown, line.trim());
                    changes.edits.push(Edit {
                        range: place.clone(),
                        text: line.to_owned(),
                    });
                    own.push(line);
                }
                changes.show(
                    "wrote the output",
                    &expected.text,
                    &own.join("\n"),
                    expected.lines.clone(),
                );
            }
            Place::Beside(path) => {
                let own = kept(&expected.text, &got, example.attributes.unordered);
                let text: String = own.iter().map(|line| format!("{line}\n")).collect();
                let what = format!("wrote {}", path.display());
                changes.show(&what, &expected.text, &text, Vec::new());
                changes.files.push((path.clone(), text));
            }
        }
    }

    /// Puts lines in the place of others; their fences grow where the lines would close them.
    fn lines_at(
        &self,
        range: &Range<usize>,
        prefix: &str,
        fence: Option<&Fence>,
        own: &[String],
        changes: &mut Changes,
    ) {
        let ending = self.ending(range.start);
        let mut text = prefixed(own, prefix, ending);
        if range.start > 0
            && !self.document.text[..range.start].ends_with(['\n', '\r'])
            && !text.is_empty()
        {
            text.insert_str(0, ending);
        }
        changes.edits.push(Edit {
            range: range.clone(),
            text,
        });
        let Some(fence) = fence else { return };
        let needed = longest_run(own, fence.mark) + 1;
        if needed > fence.open.len() && needed > 3 {
            for place in [&fence.open, &fence.close] {
                changes.edits.push(Edit {
                    range: place.clone(),
                    text: fence.mark.to_string().repeat(needed),
                });
            }
        }
    }

    /// Adds a block with an output that the document does not show.
    fn add(&self, at: usize, prefix: &str, out: &str, changes: &mut Changes) {
        let ending = self.ending(at);
        let own = matching::plain_lines(out);
        let fence = "`".repeat(longest_run(&own, '`').max(2) + 1);
        let mut text = String::new();
        if at > 0 && !self.document.text[..at].ends_with(['\n', '\r']) {
            text.push_str(ending);
        }
        text.push_str(&format!(
            "{}{ending}{prefix}{fence}output{ending}",
            prefix.trim_end()
        ));
        text.push_str(&prefixed(&own, prefix, ending));
        text.push_str(&format!("{prefix}{fence}{ending}"));
        let line = self.lines.number(at.saturating_sub(1)) + 3;
        changes.show("added the output", "", &own.join("\n"), vec![line]);
        changes.edits.push(Edit {
            range: at..at,
            text,
        });
    }

    /// Writes what the turns of a session give behind them.
    fn session(&self, example: &Example, outcome: &Outcome, changes: &mut Changes) {
        let Some((range, prefix)) = &example.body else {
            changes.refuse("it stands where nothing can be written");
            return;
        };
        let first = self.lines.number(range.start);
        for (turn, got) in answers(example, outcome) {
            if turn_fits(example, &turn, got) {
                continue;
            }
            let own = kept(
                &turn.shown,
                &matching::plain_lines(got),
                example.attributes.unordered,
            );
            if own.iter().any(|line| line.starts_with(">>>"))
                || own.first().is_some_and(|line| line.starts_with("... "))
            {
                changes.refuse("a line of its output looks like a prompt");
                continue;
            }
            // Without the empty lines before the next turn.
            let count = turn.shown.trim_end().lines().count();
            let start = self.start_of(first + turn.shown_at, range.end);
            let end = self.start_of(first + turn.shown_at + count, range.end);
            self.lines_at(&(start..end), prefix, None, &own, changes);
            let lines = vec![example.line + turn.shown_at];
            changes.show(
                "wrote the output",
                turn.shown.trim_end(),
                &own.join("\n"),
                lines,
            );
        }
        if session::turns(&example.code).len() > answers(example, outcome).len() {
            changes.refuse("the session ended early");
        }
    }

    /// Where a line begins, or `end`.
    fn start_of(&self, line: usize, end: usize) -> usize {
        self.lines.nth(line).map_or(end, |start| start.min(end))
    }
}

/// The longest run of a fence's characters that begins a line.
fn longest_run(lines: &[String], mark: char) -> usize {
    let run = |line: &String| {
        let line = line.trim_start();
        line.chars().take_while(|c| *c == mark).count()
    };
    lines.iter().map(run).max().unwrap_or(0)
}

fn prefixed(lines: &[String], prefix: &str, ending: &str) -> String {
    lines
        .iter()
        .map(|line| format!("{}{ending}", format!("{prefix}{line}").trim_end()))
        .collect()
}

/// The text with the changes.
pub fn changed(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        // Several examples may want the same change, such as a longer fence.
        if edit.range.start < at {
            continue;
        }
        out.push_str(&text[at..edit.range.start]);
        out.push_str(&edit.text);
        at = edit.range.end;
    }
    out.push_str(&text[at..]);
    out
}

/// Writes a file so that it holds either the old text or the new one, whatever happens. `old`: what it must hold still.
pub fn write(path: &Path, old: Option<&[u8]>, text: &str) -> io::Result<()> {
    // A link stays one.
    let path = match std::fs::canonicalize(path) {
        Ok(path) => path,
        Err(_) => path.to_owned(),
    };
    if let Some(old) = old
        && std::fs::read(&path)? != old
    {
        return Err(io::Error::other(
            "it has changed meanwhile, and was left as it is",
        ));
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside = path.with_file_name(format!(".{name}.{}.new", std::process::id()));
    let written = write_beside(&beside, &path, text);
    if written.is_err() {
        // It may not have come to be.
        let _ = std::fs::remove_file(&beside);
    }
    written
}

fn write_beside(beside: &Path, path: &Path, text: &str) -> io::Result<()> {
    let mut file = std::fs::File::create(beside)?;
    file.write_all(text.as_bytes())?;
    if let Ok(data) = std::fs::metadata(path) {
        std::fs::set_permissions(beside, data.permissions())?;
    }
    // It is on the disk before it takes the name of the old one.
    file.sync_all()?;
    std::fs::rename(beside, path)
}
