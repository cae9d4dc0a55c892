//! Errors and warnings as JSON, one object in one line each, for tools.

use super::{ErrorReport, FrameReport, SyntaxDetails, WarningReport};
use std::fmt::Write;

/// How deep causes and members are told.
const MAX_DEPTH: usize = 50;

/// An error with its frames, cause and members.
pub fn render(report: &ErrorReport) -> String {
    let mut out = Object::new("error");
    fill(&mut out, report, 0);
    out.end() + "\n"
}

/// A warning.
pub fn render_warning(report: &WarningReport) -> String {
    let mut out = Object::new("warning");
    out.text("class", &report.category);
    out.text("message", &report.message);
    out.text("file", &report.file);
    out.number("line", report.line);
    if let (Some(source), Some(span)) = (&report.source, report.span) {
        let (start, end) = (source.position(span.start), source.position(span.end));
        out.number("column", start.column);
        out.number("end_line", end.line);
        out.number("end_column", end.column);
    }
    out.end() + "\n"
}

fn fill(out: &mut Object, report: &ErrorReport, depth: usize) {
    out.text("class", &report.class_name);
    out.optional("message", report.message.as_deref());
    if let Some(suggestion) = &report.suggestion {
        out.text("suggestion", suggestion);
    }
    if !report.notes.is_empty() {
        out.raw("notes", &list(report.notes.iter().map(|note| quote(note))));
    }
    if let Some(syntax) = &report.syntax {
        out.raw("syntax", &place(syntax));
    }
    out.raw("frames", &list(report.frames.iter().map(frame)));
    if depth == MAX_DEPTH {
        return;
    }
    if let Some((earlier, is_cause)) = report.earlier() {
        out.raw(
            if is_cause { "cause" } else { "context" },
            &nested(earlier, depth + 1),
        );
    }
    if !report.members.is_empty() {
        out.raw(
            "members",
            &list(
                report
                    .members
                    .iter()
                    .map(|member| nested(member, depth + 1)),
            ),
        );
    }
}

fn nested(report: &ErrorReport, depth: usize) -> String {
    let mut out = Object::default();
    fill(&mut out, report, depth);
    out.end()
}

fn frame(frame: &FrameReport) -> String {
    let mut out = Object::default();
    out.text("file", &frame.file);
    out.text("function", &frame.function);
    out.number("line", frame.line);
    out.number("end_line", frame.end_line);
    if let (Some(column), Some(end_column)) = (frame.column, frame.end_column) {
        out.number("column", column);
        out.number("end_column", end_column);
    }
    if let Some(source) = &frame.source {
        out.text("text", source.line_text(frame.line).trim());
    }
    out.end()
}

fn place(details: &SyntaxDetails) -> String {
    let mut out = Object::default();
    out.optional("file", details.file.as_deref());
    for (key, line) in [("line", details.line), ("end_line", details.end_line)] {
        line.into_iter().for_each(|line| out.number(key, line));
    }
    for (key, offset) in [
        ("offset", details.offset),
        ("end_offset", details.end_offset),
    ] {
        offset
            .into_iter()
            .for_each(|offset| out.number(key, offset));
    }
    out.optional("text", details.text.as_deref());
    if let Some(origin) = &details.origin {
        if let Some(help) = &origin.help {
            out.text("help", help);
        }
        if let Some((span, why)) = &origin.related {
            let mut related = Object::default();
            related.number("line", origin.source.line_of(span.start));
            related.text("message", why);
            out.raw("related", &related.end());
        }
    }
    out.end()
}

/// An object that is being written.
#[derive(Default)]
struct Object {
    out: String,
}

impl Object {
    fn new(kind: &str) -> Object {
        let mut object = Object::default();
        object.text("kind", kind);
        object
    }

    fn raw(&mut self, key: &str, value: &str) {
        let comma = if self.out.is_empty() { "" } else { ", " };
        self.out.extend([comma, &quote(key), ": ", value]);
    }

    fn text(&mut self, key: &str, value: &str) {
        self.raw(key, &quote(value));
    }

    fn optional(&mut self, key: &str, value: Option<&str>) {
        self.raw(key, &value.map_or("null".to_owned(), quote));
    }

    fn number(&mut self, key: &str, value: impl Into<i64>) {
        self.raw(key, &value.into().to_string());
    }

    fn end(self) -> String {
        format!("{{{}}}", self.out)
    }
}

fn list(items: impl Iterator<Item = String>) -> String {
    format!("[{}]", items.collect::<Vec<_>>().join(", "))
}

fn quote(text: &str) -> String {
    let mut out = String::from("\"");
    for char in text.chars() {
        match char {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            _ if char < ' ' => {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\u{:04x}", u32::from(char));
            }
            _ => out.push(char),
        }
    }
    out.push('"');
    out
}
