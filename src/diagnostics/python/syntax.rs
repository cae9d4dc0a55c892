//! The place of a syntax error: file, line, the text with carets below it.

use super::Paint;
use crate::diagnostics::{ErrorReport, SyntaxDetails};

/// The lines for a syntax error, the message last.
pub(super) fn lines(report: &ErrorReport, details: &SyntaxDetails, paint: Paint) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(line) = details.line {
        let file = details
            .file
            .as_deref()
            .filter(|file| !file.is_empty())
            .unwrap_or("<string>");
        let file = paint.paint(Paint::MAGENTA, &format!("\"{file}\""));
        lines.push(format!(
            "  File {file}, line {}\n",
            paint.paint(Paint::MAGENTA, &line.to_string())
        ));
    }
    if let Some(text) = &details.text {
        lines.extend(marked(text, details, paint));
    }
    let class = paint.paint(Paint::BOLD_MAGENTA, &report.class_name);
    let message = report.message.as_deref().unwrap_or("<no detail available>");
    let place = match (details.line, &details.file) {
        (None, Some(file)) => format!(" ({file})"),
        _ => String::new(),
    };
    lines.push(format!(
        "{class}: {}{place}\n",
        paint.paint(Paint::MAGENTA, message)
    ));
    lines
}

/// The text without its indentation, and the carets below it when the place is in it.
fn marked(text: &str, details: &SyntaxDetails, paint: Paint) -> Vec<String> {
    let length = text.chars().count() as i64;
    let text = text.trim_end_matches('\n');
    let stripped = text.trim_start_matches([' ', '\n', '\x0c']);
    let visible = text.chars().count() as i64;
    let indent = visible - stripped.chars().count() as i64;
    let Some(offset) = details.offset else {
        return vec![format!("    {stripped}\n")];
    };
    let (mut start, mut end) = (offset, visible + 1);
    if details.line == details.end_line {
        end = details.end_offset.filter(|end| *end != 0).unwrap_or(offset);
    }
    if length > 0 && start > length {
        start = visible + 1;
    }
    if length > 0 && end > length {
        end = visible + 1;
    }
    if start >= end || end < 0 {
        end = start + 1;
    }
    let column = start - 1 - indent;
    let Ok(column) = usize::try_from(column) else {
        return vec![format!("    {stripped}\n")];
    };
    let carets = "^".repeat((end - start) as usize);
    let before: String = stripped.chars().take(column).collect();
    // Tabs stay tabs, so that the carets stand below what they mark.
    let padding: String = before
        .chars()
        .map(|char| if char.is_whitespace() { char } else { ' ' })
        .collect();
    let covered: String = stripped.chars().skip(column).take(carets.len()).collect();
    let after: String = stripped.chars().skip(column + carets.len()).collect();
    let covered = paint.paint(Paint::BOLD_RED, &covered);
    vec![
        format!("    {before}{covered}{after}\n"),
        format!("    {padding}{}\n", paint.paint(Paint::BOLD_RED, &carets)),
    ]
}
