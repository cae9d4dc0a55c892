//! Writing outputs into a document: what is missing and what has changed, and nothing else.

use super::example::{Document, Example, Stream};
use super::judge::{Verdict, written};
use super::matching::matches;
use super::run::Outcome;
use std::io;
use std::path::Path;

/// A change of a document's text.
pub struct Edit {
    range: std::ops::Range<usize>,
    text: String,
}

/// The changes that an example's outcome asks for. `all`: also where the example failed otherwise.
pub fn edits(
    document: &Document,
    example: &Example,
    outcome: &Outcome,
    verdict: &Verdict,
    all: bool,
) -> Vec<Edit> {
    let only_differs = match verdict {
        Verdict::Failed(failures) => failures.iter().all(|failure| failure.difference.is_some()),
        Verdict::Passed { .. } => true,
        Verdict::Skipped(_) => return Vec::new(),
    };
    if !(only_differs || all) || outcome.stopped.is_some() {
        return Vec::new();
    }
    let ending = if document.text.contains("\r\n") {
        "\r\n"
    } else {
        "\n"
    };
    let mut edits = Vec::new();
    for expected in &example.expected {
        let writable = matches!(expected.stream, Stream::Out | Stream::Err | Stream::Both);
        let got = written(expected.stream, outcome);
        if !writable
            || expected.range.end == 0
            || matches(&expected.text, &got, example.attributes.unordered)
        {
            continue;
        }
        let kept = keep_wildcards(&expected.text, &got);
        edits.push(Edit {
            range: expected.range.clone(),
            text: prefixed(&kept, &expected.prefix, ending),
        });
    }
    if let Some((at, prefix)) = &example.room
        && !outcome.out.is_empty()
    {
        let fence = fence_for(&outcome.out);
        let mut text = format!("{}{ending}{prefix}{fence}output{ending}", prefix.trim_end());
        if *at > 0 && !document.text[..*at].ends_with('\n') {
            text.insert_str(0, ending);
        }
        text.push_str(&prefixed(&outcome.out, prefix, ending));
        text.push_str(&format!("{prefix}{fence}{ending}"));
        edits.push(Edit {
            range: *at..*at,
            text,
        });
    }
    edits
}

/// A fence that is longer than any in the text.
fn fence_for(text: &str) -> String {
    let longest = text
        .lines()
        .map(|line| line.len() - line.trim_start_matches('`').len())
        .max();
    "`".repeat(longest.unwrap_or(0).max(2) + 1)
}

/// Lines of `got`, but those of `shown` that still match where they stand.
fn keep_wildcards(shown: &str, got: &str) -> String {
    let shown: Vec<&str> = shown.lines().collect();
    let got: Vec<&str> = got.trim_end().lines().collect();
    if shown.len() != got.len() {
        return format!("{}\n", got.join("\n"));
    }
    let lines = shown.iter().zip(&got).map(|(shown, got)| {
        let keeps = shown.trim() != "..." && matches(shown, got, false);
        if keeps { *shown } else { *got }
    });
    lines.map(|line| format!("{line}\n")).collect()
}

fn prefixed(text: &str, prefix: &str, ending: &str) -> String {
    text.trim_end()
        .lines()
        .map(|line| format!("{}{ending}", format!("{prefix}{line}").trim_end()))
        .collect()
}

/// The text with the changes.
pub fn changed(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|edit| edit.range.start);
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        out.push_str(&text[at..edit.range.start]);
        out.push_str(&edit.text);
        at = edit.range.end;
    }
    out.push_str(&text[at..]);
    out
}

/// Writes a file so that it holds either the old text or the new one, whatever happens.
pub fn write(path: &Path, text: &str) -> io::Result<()> {
    let beside = path.with_extension("snakelet-new");
    std::fs::write(&beside, text)?;
    std::fs::set_permissions(&beside, std::fs::metadata(path)?.permissions())?;
    std::fs::rename(&beside, path)
}
