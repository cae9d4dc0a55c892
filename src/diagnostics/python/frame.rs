//! One frame of a traceback: file, line and function, then the source lines with the part that failed marked.

use super::Paint;
use super::anchors::{Anchors, anchors, covers_statement};
use super::layout::{characters_before, dedent, display_width, indent};
use crate::diagnostics::FrameReport;
use snakelet_grammar::source::Source;
use std::collections::BTreeSet;

/// The lines for one frame.
pub(super) fn lines(frame: &FrameReport, paint: Paint) -> String {
    lines_at(frame, &frame.line.to_string(), paint)
}

/// The lines for one frame, which is said to stand in `line`.
pub(super) fn lines_at(frame: &FrameReport, line: &str, paint: Paint) -> String {
    let file = if frame.file.starts_with("<stdin>-") {
        "<stdin>"
    } else {
        &frame.file
    };
    let head = format!(
        "  File {}, line {}, in {}\n",
        paint.paint(Paint::MAGENTA, &format!("\"{file}\"")),
        paint.paint(Paint::MAGENTA, line),
        paint.paint(Paint::MAGENTA, &frame.function),
    );
    head + &source_lines(frame, paint).unwrap_or_default()
}

fn source_lines(frame: &FrameReport, paint: Paint) -> Option<String> {
    let source = frame.source.as_deref()?;
    let original = original_lines(source, frame.line, frame.end_line);
    let dedented: Vec<String> = dedent(&original.join("\n"))
        .split('\n')
        .map(str::to_owned)
        .collect();
    if dedented.iter().all(|line| line.trim().is_empty()) {
        return None;
    }
    match (frame.column, frame.end_column) {
        (Some(column), Some(end_column)) => {
            let range = Range::new(&original, dedented, column, end_column)?;
            Some(range.lines(paint))
        }
        _ => Some(format!("    {}\n", original[0].trim())),
    }
}

fn original_lines(source: &Source, line: u32, end_line: u32) -> Vec<&str> {
    (line..=end_line.max(line))
        .map(|line| source.line_text(line).trim_end())
        .collect()
}

/// A marked range in dedented lines; offsets count characters.
struct Range {
    lines: Vec<String>,
    start: usize,
    end: usize,
}

/// What is drawn below the lines; offsets count columns of the terminal.
struct Marks {
    start: usize,
    end: usize,
    /// From the first to behind the last secondary mark, as line and column.
    inner: Option<((usize, usize), (usize, usize))>,
}

impl Range {
    fn new(original: &[&str], lines: Vec<String>, column: u32, end_column: u32) -> Option<Range> {
        let (first, last) = (original.first()?, original.last()?);
        let dedent = first.chars().count() - lines.first()?.chars().count();
        let start = characters_before(first, column).saturating_sub(dedent);
        let end = characters_before(last, end_column).saturating_sub(dedent);
        Some(Range { lines, start, end })
    }

    fn last(&self) -> usize {
        self.lines.len() - 1
    }

    fn lines(&self, paint: Paint) -> String {
        let anchors = anchors(&self.segment());
        let marks = self
            .shows_marks(anchors.is_some())
            .then(|| self.marks(anchors.as_ref()));
        let mut result = String::new();
        let mut previous: Option<usize> = None;
        for line in self.significant(anchors.as_ref()) {
            match previous.map(|previous| line - previous) {
                Some(2) => self.line(line - 1, marks.as_ref(), paint, &mut result),
                Some(between @ 3..) => result.push_str(&format!("...<{} lines>...\n", between - 1)),
                _ => {}
            }
            self.line(line, marks.as_ref(), paint, &mut result);
            previous = Some(line);
        }
        indent(&dedent(&result), "    ")
    }

    /// The marked text alone.
    fn segment(&self) -> String {
        let mut lines: Vec<String> = self.lines.clone();
        let last = self.last();
        lines[last] = lines[last].chars().take(self.end).collect();
        lines[0] = lines[0].chars().skip(self.start).collect();
        lines.join("\n")
    }

    /// Marks say nothing when they cover all that is shown, or the one call that a simple statement makes.
    fn shows_marks(&self, has_anchors: bool) -> bool {
        if covers_statement(
            &self.lines.join("\n"),
            self.lines.len(),
            self.start,
            self.end,
        ) {
            return false;
        }
        let before: String = self.lines[0].chars().take(self.start).collect();
        let after: String = self.lines[self.last()].chars().skip(self.end).collect();
        has_anchors || !before.trim_start().is_empty() || !after.trim_end().is_empty()
    }

    fn marks(&self, anchors: Option<&Anchors>) -> Marks {
        let column = |(line, offset): (usize, usize)| {
            // Anchors count from the beginning of the range, which begins somewhere in its first line.
            let offset = if line == 0 {
                offset + self.start
            } else {
                offset
            };
            (line, display_width(&self.lines[line], offset))
        };
        Marks {
            start: display_width(&self.lines[0], self.start),
            end: display_width(&self.lines[self.last()], self.end),
            inner: anchors.map(|anchors| (column(anchors.left), column(anchors.right))),
        }
    }

    /// The lines that are shown in any case: the first, the last, and those around the anchors.
    fn significant(&self, anchors: Option<&Anchors>) -> BTreeSet<usize> {
        let mut lines = BTreeSet::from([0, self.last()]);
        for (line, _) in anchors
            .into_iter()
            .flat_map(|anchors| [anchors.left, anchors.right])
        {
            lines.extend(line.saturating_sub(1)..=(line + 1).min(self.last()));
        }
        lines
    }

    fn line(&self, number: usize, marks: Option<&Marks>, paint: Paint, result: &mut String) {
        let line = &self.lines[number];
        let carets = marks.map(|marks| self.carets(number, marks));
        match carets {
            Some(carets) if paint.colour => push_painted(line, &carets, paint, result),
            Some(carets) => result.extend([line, "\n", &carets, "\n"]),
            None => result.extend([line, "\n"]),
        }
    }

    fn carets(&self, number: usize, marks: &Marks) -> String {
        let line = &self.lines[number];
        let length = line.chars().count();
        let indent = length - line.trim_start().chars().count();
        let end = if number == self.last() {
            marks.end
        } else {
            display_width(line, length)
        };
        let caret = |column: usize| {
            let place = (number, column);
            match marks.inner {
                _ if column < indent || (number == 0 && column < marks.start) => ' ',
                Some((left, right)) if place >= left && place < right => '^',
                Some(_) => '~',
                None => '^',
            }
        };
        (0..end).map(caret).collect()
    }
}

/// Adds a line and its carets, both red where they are marked.
fn push_painted(line: &str, carets: &str, paint: Paint, result: &mut String) {
    let style = |caret| match caret {
        Some('^') => Some(Paint::BOLD_RED),
        Some('~') => Some(Paint::RED),
        _ => None,
    };
    let carets: Vec<char> = carets.chars().collect();
    let count = (line.chars().count() + 1).max(carets.len());
    let mut text = line.chars().chain(['\n']);
    let (mut upper, mut lower) = (String::new(), String::new());
    let mut at = 0;
    while at < count {
        let kind = carets.get(at).copied();
        let length = (at..count)
            .take_while(|&at| carets.get(at).copied() == kind)
            .count();
        let covered: String = text.by_ref().take(length).collect();
        let below: String = carets.iter().skip(at).take(length).collect();
        match style(kind) {
            Some(style) => {
                upper.push_str(&paint.paint(style, &covered));
                lower.push_str(&paint.paint(style, &below));
            }
            None => {
                upper.push_str(&covered);
                lower.push_str(&below);
            }
        }
        at += length;
    }
    result.extend([upper.as_str(), &lower, "\n"]);
}
