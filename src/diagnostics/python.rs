//! The reference's own rendering, to the byte: tracebacks with chains and groups, warnings.
//! The lines of one frame are `python/frame.rs`, the marked part of an operation `python/anchors.rs`, the place of a
//! syntax error `python/syntax.rs`.

mod anchors;
mod frame;
mod layout;
mod syntax;

use super::{ErrorReport, FrameReport, WarningReport};
use layout::indent;

const CAUSE: &str = "\nThe above exception was the direct cause of the following exception:\n\n";
const CONTEXT: &str = "\nDuring handling of the above exception, another exception occurred:\n\n";

/// How many members of a group are shown.
const MAX_GROUP_WIDTH: usize = 15;

/// How deep groups in groups are shown.
const MAX_GROUP_DEPTH: usize = 10;

/// How often one line is shown when a function calls itself over and over.
const MAX_REPETITIONS: usize = 3;

/// The whole text for an uncaught exception: what led to it, frames, message, notes.
pub fn render(report: &ErrorReport, colour: bool) -> String {
    let mut printer = Printer {
        out: String::new(),
        depth: 0,
        need_close: false,
        paint: Paint { colour },
    };
    printer.chain(report);
    printer.out
}

/// The lines of the exception itself, without frames: place of a syntax error, message, notes.
pub fn render_exception_only(report: &ErrorReport, colour: bool) -> Vec<String> {
    exception_only(report, Paint { colour })
}

/// The lines of a frame whose place is shown as `line`, whatever it is in the source that the frame has.
pub fn render_frame(frame: &FrameReport, line: &str, colour: bool) -> String {
    frame::lines_at(frame, line, Paint { colour })
}

/// A warning: its place, class and text, and the line in question.
pub fn render_warning(report: &WarningReport) -> String {
    let WarningReport {
        file,
        line,
        category,
        message,
        source,
        span: _,
    } = report;
    let text = source
        .as_ref()
        .map_or("", |source| source.line_text(*line).trim());
    let shown = if text.is_empty() {
        String::new()
    } else {
        format!("  {text}\n")
    };
    format!("{file}:{line}: {category}: {message}\n{shown}")
}

/// The colours of the reference, or none.
#[derive(Clone, Copy)]
struct Paint {
    colour: bool,
}

impl Paint {
    const MAGENTA: &str = "\x1b[35m";
    const BOLD_MAGENTA: &str = "\x1b[1;35m";
    const RED: &str = "\x1b[31m";
    const BOLD_RED: &str = "\x1b[1;31m";
    const RESET: &str = "\x1b[0m";

    fn paint(self, style: &str, text: &str) -> String {
        if self.colour {
            format!("{style}{text}{}", Paint::RESET)
        } else {
            text.to_owned()
        }
    }
}

struct Printer {
    out: String,
    /// How many groups stand around the exception.
    depth: usize,
    /// Whether the line that closes the innermost group is still to come.
    need_close: bool,
    paint: Paint,
}

impl Printer {
    /// An exception after all that led to it.
    fn chain(&mut self, report: &ErrorReport) {
        let mut chain = vec![(None, report)];
        let mut at = report;
        while let Some((earlier, is_cause)) = at.earlier() {
            let last = chain.len() - 1;
            chain[last].0 = Some(if is_cause { CAUSE } else { CONTEXT });
            chain.push((None, earlier));
            at = earlier;
        }
        for (between, report) in chain.into_iter().rev() {
            if let Some(between) = between {
                self.emit(between, '|');
            }
            if report.members.is_empty() {
                self.single(report);
            } else if self.depth > MAX_GROUP_DEPTH {
                self.emit(
                    &format!("... (max_group_depth is {MAX_GROUP_DEPTH})\n"),
                    '|',
                );
            } else {
                self.group(report);
            }
        }
    }

    fn single(&mut self, report: &ErrorReport) {
        if !report.frames.is_empty() {
            self.emit("Traceback (most recent call last):\n", '|');
            self.emit_all(&stack(&report.frames, self.paint));
        }
        self.emit_all(&exception_only(report, self.paint));
    }

    fn group(&mut self, report: &ErrorReport) {
        let is_outermost = self.depth == 0;
        if is_outermost {
            self.depth = 1;
        }
        if !report.frames.is_empty() {
            let margin = if is_outermost { '+' } else { '|' };
            self.emit(
                "Exception Group Traceback (most recent call last):\n",
                margin,
            );
            self.emit_all(&stack(&report.frames, self.paint));
        }
        self.emit_all(&exception_only(report, self.paint));
        let count = report.members.len();
        let shown = count.min(MAX_GROUP_WIDTH + 1);
        self.need_close = false;
        for (index, member) in report.members.iter().take(shown).enumerate() {
            let is_last = index + 1 == shown;
            // A group that is the last member closes this one too.
            if is_last {
                self.need_close = true;
            }
            let beyond = index >= MAX_GROUP_WIDTH;
            let title = if beyond {
                "...".to_owned()
            } else {
                (index + 1).to_string()
            };
            let corner = if index == 0 { "+-" } else { "  " };
            let margin = self.margin();
            self.out.push_str(&format!(
                "{margin}{corner}+---------------- {title} ----------------\n"
            ));
            self.depth += 1;
            if beyond {
                let rest = count - MAX_GROUP_WIDTH;
                let plural = if rest > 1 { "s" } else { "" };
                self.emit(&format!("and {rest} more exception{plural}\n"), '|');
            } else {
                // The reference shows members without colours.
                let paint = std::mem::replace(&mut self.paint, Paint { colour: false });
                self.chain(member);
                self.paint = paint;
            }
            if is_last && self.need_close {
                let margin = self.margin();
                self.out
                    .push_str(&format!("{margin}+------------------------------------\n"));
                self.need_close = false;
            }
            self.depth -= 1;
        }
        if is_outermost {
            self.depth = 0;
        }
    }

    fn margin(&self) -> String {
        " ".repeat(2 * self.depth)
    }

    fn emit_all(&mut self, texts: &[String]) {
        texts.iter().for_each(|text| self.emit(text, '|'));
    }

    /// Adds lines, behind the margin of the groups around them.
    fn emit(&mut self, text: &str, margin: char) {
        if self.depth == 0 {
            self.out.push_str(text);
        } else {
            let margin = format!("{}{margin} ", self.margin());
            self.out.push_str(&indent(text, &margin));
        }
    }
}

fn exception_only(report: &ErrorReport, paint: Paint) -> Vec<String> {
    let mut lines = match &report.syntax {
        Some(details) => syntax::lines(report, details, paint),
        None => {
            let class = paint.paint(Paint::BOLD_MAGENTA, &report.class_name);
            vec![match report.full_message() {
                Some(message) => format!("{class}: {}\n", paint.paint(Paint::MAGENTA, &message)),
                None => format!("{class}\n"),
            }]
        }
    };
    for note in &report.notes {
        lines.extend(note.split('\n').map(|line| format!("{line}\n")));
    }
    lines
}

fn stack(frames: &[FrameReport], paint: Paint) -> Vec<String> {
    let mut result = Vec::new();
    let mut last: Option<&FrameReport> = None;
    let mut count = 0;
    for frame in frames {
        let same = last.is_some_and(|last| {
            last.line == frame.line && last.file == frame.file && last.function == frame.function
        });
        if !same {
            result.extend(repetitions(count));
            last = Some(frame);
            count = 0;
        }
        count += 1;
        if count <= MAX_REPETITIONS {
            result.push(frame::lines(frame, paint));
        }
    }
    result.extend(repetitions(count));
    result
}

fn repetitions(count: usize) -> Option<String> {
    let more = count
        .checked_sub(MAX_REPETITIONS)
        .filter(|more| *more > 0)?;
    let plural = if more > 1 { "s" } else { "" };
    Some(format!(
        "  [Previous line repeated {more} more time{plural}]\n"
    ))
}
