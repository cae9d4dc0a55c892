//! What is said of the examples: for people, as JSON, as JUnit's XML.

use super::judge::{Failure, Verdict};
use similar::{ChangeTag, TextDiff};
use std::fmt::Write;

/// An example's name and what became of it.
pub struct Line {
    /// The document.
    pub document: String,
    /// The line in it.
    pub line: usize,
    /// What became of it.
    pub verdict: Verdict,
    /// What was written into the document.
    pub written: Vec<Failure>,
}

/// How many of which.
#[derive(Clone, Copy, Default)]
pub struct Count {
    /// Do what the document says.
    pub passed: usize,
    /// Do not.
    pub failed: usize,
    /// Were not run.
    pub skipped: usize,
}

impl Count {
    /// Counts one more.
    pub fn add(&mut self, verdict: &Verdict) {
        match verdict {
            Verdict::Passed { .. } => self.passed += 1,
            Verdict::Failed(_) => self.failed += 1,
            Verdict::Skipped(_) => self.skipped += 1,
        }
    }

    /// The line that closes a report.
    pub fn summary(&self) -> String {
        format!(
            "{} passed, {} failed, {} skipped",
            self.passed, self.failed, self.skipped
        )
    }
}

/// What people read of one example: nothing, if it passed.
pub fn human(line: &Line, coloured: bool) -> String {
    let mut out = String::new();
    let place = format!("{}:{}", line.document, line.line);
    match &line.verdict {
        Verdict::Passed { .. } => {}
        Verdict::Skipped(why) => {
            let _ = writeln!(out, "{place}: skipped: {why}");
        }
        Verdict::Failed(failures) => {
            for failure in failures {
                let _ = writeln!(out, "{place}: {}", harmless(&failure.text));
                out.push_str(&difference(failure, coloured));
            }
        }
    }
    for written in &line.written {
        let _ = writeln!(out, "{place}: {}", written.text);
        out.push_str(&difference(written, coloured));
    }
    out
}

/// What the document shows against what came, with the document's line numbers.
fn difference(failure: &Failure, coloured: bool) -> String {
    let Some((shown, got)) = &failure.difference else {
        return String::new();
    };
    let (red, green, plain) = if coloured {
        ("\x1b[31m", "\x1b[32m", "\x1b[0m")
    } else {
        ("", "", "")
    };
    let mut out = String::new();
    let (shown, got) = (ended(shown), ended(got));
    let diff = TextDiff::from_lines(&shown, &got);
    for group in diff.grouped_ops(2) {
        for op in group {
            for change in diff.iter_changes(&op) {
                let line = change.old_index().and_then(|index| failure.line(index));
                let number = line.map_or_else(|| " ".repeat(6), |line| format!("{line:>6}"));
                let text = harmless(change.value().trim_end_matches('\n'));
                let _ = match change.tag() {
                    ChangeTag::Equal => writeln!(out, "{number}   {text}"),
                    ChangeTag::Delete => writeln!(out, "{number} {red}- {text}{plain}"),
                    ChangeTag::Insert => writeln!(out, "{number} {green}+ {text}{plain}"),
                };
            }
        }
    }
    out
}

/// A text whose control characters are written out: a terminal would obey them.
fn harmless(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\t' | '\n' => out.push(character),
            control if control.is_control() => {
                let _ = write!(out, "\\x{:02x}", u32::from(control));
            }
            other => out.push(other),
        }
    }
    out
}

fn ended(text: &str) -> String {
    let text = text.trim_end();
    if text.is_empty() {
        String::new()
    } else {
        format!("{text}\n")
    }
}

/// All of it as JSON, one object for each example in a line, and the counts in the last.
pub fn json(lines: &[Line], count: Count) -> String {
    let mut out = String::new();
    for line in lines {
        let (status, text) = status_of(line);
        let _ = writeln!(
            out,
            "{{\"document\":{},\"line\":{},\"status\":\"{status}\",\"message\":{}}}",
            quoted(&line.document),
            line.line,
            quoted(&text)
        );
    }
    let _ = writeln!(
        out,
        "{{\"passed\":{},\"failed\":{},\"skipped\":{}}}",
        count.passed, count.failed, count.skipped
    );
    out
}

/// All of it as JUnit's XML.
pub fn junit(lines: &[Line], count: Count) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ = writeln!(
        out,
        "<testsuite name=\"snakelet test\" tests=\"{}\" failures=\"{}\" skipped=\"{}\">",
        lines.len(),
        count.failed,
        count.skipped
    );
    for line in lines {
        let (status, text) = status_of(line);
        let inner = match status {
            "failed" => format!("<failure>{}</failure>", escaped(&text)),
            "skipped" => format!("<skipped message=\"{}\"/>", escaped(&text)),
            _ => String::new(),
        };
        let _ = writeln!(
            out,
            "  <testcase classname=\"{}\" name=\"line {}\">{inner}</testcase>",
            escaped(&line.document),
            line.line
        );
    }
    out.push_str("</testsuite>\n");
    out
}

fn status_of(line: &Line) -> (&'static str, String) {
    match &line.verdict {
        Verdict::Passed { .. } => ("passed", String::new()),
        Verdict::Skipped(why) => ("skipped", why.clone()),
        Verdict::Failed(_) => ("failed", human(line, false)),
    }
}

fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            control if control < ' ' => {
                let _ = write!(out, "\\u{:04x}", u32::from(control));
            }
            other => out.push(other),
        }
    }
    out.push('"');
    out
}

fn escaped(text: &str) -> String {
    text.chars()
        // XML has no way to write the others.
        .filter(|character| match character {
            '\n' | '\t' => true,
            '\u{fffe}' | '\u{ffff}' => false,
            other => *other >= ' ',
        })
        .map(|character| match character {
            '<' => "&lt;".to_owned(),
            '>' => "&gt;".to_owned(),
            '&' => "&amp;".to_owned(),
            '"' => "&quot;".to_owned(),
            other => other.to_string(),
        })
        .collect()
}
