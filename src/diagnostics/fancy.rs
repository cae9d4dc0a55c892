//! Errors for people at a terminal: the reference's final line first, then the source that failed with the place
//! marked, how it was reached, and what led to it.

use super::{ErrorReport, FrameReport, SyntaxDetails, WarningReport};
use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError,
    MietteSpanContents, Severity, SourceCode, SourceSpan, SpanContents,
};
use snakelet_grammar::source::{Source, Span};
use std::fmt;

/// Longer lines are not shown.
const MAX_LINE: usize = 2000;

/// How many callers are listed on each side when there are too many.
const MAX_CALLERS: usize = 8;

/// How many members of a group are shown, and how deep groups in groups.
const MAX_MEMBERS: usize = 15;
const MAX_GROUP_DEPTH: usize = 10;

/// How wide the terminal is, and whether it shows colours.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// Its columns.
    pub width: usize,
    /// Whether colours are wanted.
    pub colour: bool,
}

/// An error, what led to it below.
pub fn render(report: &ErrorReport, style: Style) -> String {
    chain(report, style, 0)
}

/// An error inside `depth` groups.
fn chain(report: &ErrorReport, style: Style, depth: usize) -> String {
    let mut out = String::new();
    let mut at = Some(report);
    while let Some(report) = at {
        single(report, style, depth, &mut out);
        at = report.earlier().map(|(earlier, is_cause)| {
            out.push_str(if is_cause {
                "\ncaused by\n"
            } else {
                "\nwhile handling\n"
            });
            earlier
        });
    }
    out
}

/// A warning with its place.
pub fn render_warning(report: &WarningReport, style: Style) -> String {
    let WarningReport {
        file,
        line,
        category,
        message,
        source,
        span,
    } = report;
    let mut out = format!("{file}:{line}: {category}: {message}\n");
    if let Some(source) = source {
        let span = span.unwrap_or_else(|| line_span(source, *line));
        let labels = vec![(span, String::new())];
        let title = "this may not be meant".to_owned();
        snippet(
            Snippet {
                title,
                severity: Severity::Warning,
                source,
                labels,
                help: None,
            },
            style,
            &mut out,
        );
    }
    out
}

fn single(report: &ErrorReport, style: Style, depth: usize, out: &mut String) {
    out.push_str(&paint(&report.headline(), "1;31", style));
    out.push('\n');
    for note in &report.notes {
        out.extend([note, "\n"]);
    }
    if let Some(syntax) = &report.syntax {
        syntax_place(syntax, style, out);
    }
    if let Some((innermost, callers)) = report.frames.split_last() {
        frame(innermost, report.help.as_ref(), style, out);
        list_callers(callers, style, out);
    }
    if depth < MAX_GROUP_DEPTH {
        list_members(&report.members, style, depth, out);
    }
}

fn list_members(members: &[ErrorReport], style: Style, depth: usize, out: &mut String) {
    let narrow = Style {
        width: style.width.saturating_sub(4).max(20),
        ..style
    };
    for (index, member) in members.iter().enumerate().take(MAX_MEMBERS) {
        out.push_str(&format!(
            "
  {} of {}
",
            index + 1,
            members.len()
        ));
        for line in chain(member, narrow, depth + 1).lines() {
            out.extend([
                "  │ ", line, "
",
            ]);
        }
    }
    if let Some(more @ 1..) = members.len().checked_sub(MAX_MEMBERS) {
        out.push_str(&format!(
            "
  and {more} more
"
        ));
    }
}

fn syntax_place(details: &SyntaxDetails, style: Style, out: &mut String) {
    let Some(origin) = &details.origin else {
        // The error was made by a script: only its attributes are known.
        if let (Some(line), Some(text)) = (details.line, &details.text) {
            let file = details.file.as_deref().unwrap_or("<string>");
            out.push_str(&format!("  {file}:{line}  {}\n", text.trim()));
        }
        return;
    };
    let mut labels = vec![(origin.span, "here".to_owned())];
    labels.extend(origin.related.clone());
    let title = "this cannot be compiled".to_owned();
    let help = origin.help.clone();
    snippet(
        Snippet {
            title,
            severity: Severity::Error,
            source: &origin.source,
            labels,
            help,
        },
        style,
        out,
    );
}

/// The frame that raised, with its source.
fn frame(frame: &FrameReport, help: Option<&String>, style: Style, out: &mut String) {
    let Some((source, span)) = frame.span() else {
        out.push_str(&format!(
            "  × raised in {} ({}:{})\n",
            frame.function, frame.file, frame.line
        ));
        return;
    };
    let title = format!("raised in {}", frame.function);
    let labels = vec![(span, "raised here".to_owned())];
    snippet(
        Snippet {
            title,
            severity: Severity::Error,
            source,
            labels,
            help: help.cloned(),
        },
        style,
        out,
    );
}

/// How the innermost frame was reached, the nearest caller first.
fn list_callers(callers: &[FrameReport], style: Style, out: &mut String) {
    if callers.is_empty() {
        return;
    }
    out.push_str("  called from\n");
    let lines = caller_lines(callers, style);
    let hidden = lines.len().saturating_sub(2 * MAX_CALLERS);
    for (index, line) in lines.iter().enumerate() {
        if hidden > 0 && index == MAX_CALLERS {
            out.push_str(&format!("    … {hidden} more …\n"));
        }
        if hidden == 0 || !(MAX_CALLERS..MAX_CALLERS + hidden).contains(&index) {
            out.push_str(line);
        }
    }
}

/// One line for each place that was called from; a place that repeats itself is counted.
fn caller_lines(callers: &[FrameReport], style: Style) -> Vec<String> {
    let same = |left: &FrameReport, right: &FrameReport| {
        left.line == right.line && left.file == right.file && left.function == right.function
    };
    let places = callers.chunk_by(same).rev();
    places
        .map(|repeated| {
            let frame = &repeated[0];
            let times = if repeated.len() > 1 {
                format!(" ({} times)", repeated.len())
            } else {
                String::new()
            };
            let place = format!("{}:{} in {}{times}", frame.file, frame.line, frame.function);
            let text = frame
                .source
                .as_ref()
                .map_or("", |source| source.line_text(frame.line).trim());
            let shown: String = text
                .chars()
                .take(style.width.saturating_sub(place.len() + 6))
                .collect();
            format!("    {}  {shown}\n", paint(&place, "36", style))
        })
        .collect()
}

fn paint(text: &str, code: &str, style: Style) -> String {
    if style.colour {
        format!("\x1b[{code}m{text}\x1b[0m")
    } else {
        text.to_owned()
    }
}

fn line_span(source: &Source, line: u32) -> Span {
    let start = source.line_start(line);
    let text = source.line_text(line);
    let indent = (text.len() - text.trim_start().len()) as u32;
    Span::new(start + indent, start + text.trim_end().len() as u32)
}

/// A piece of source with labels, in the form that miette draws.
struct Snippet<'a> {
    title: String,
    severity: Severity,
    source: &'a Source,
    labels: Vec<(Span, String)>,
    help: Option<String>,
}

fn snippet(snippet: Snippet<'_>, style: Style, out: &mut String) {
    let Snippet {
        title,
        severity,
        source,
        labels,
        help,
    } = snippet;
    let too_long = |span: &Span| {
        (source.line_of(span.start)..=source.line_of(span.end))
            .any(|line| source.line_text(line).len() > MAX_LINE)
    };
    if labels.iter().any(|(span, _)| too_long(span)) {
        out.push_str(&format!("  × {title}\n"));
        return;
    }
    let labels = labels.iter().enumerate().map(|(index, (span, text))| {
        let text = Some(text.clone()).filter(|text| !text.is_empty());
        let place = (
            span.start as usize,
            span.end.saturating_sub(span.start) as usize,
        );
        if index == 0 {
            LabeledSpan::new_primary_with_span(text, place)
        } else {
            LabeledSpan::new_with_span(text, place)
        }
    });
    let drawn = Drawn {
        title,
        severity,
        text: Text {
            name: &source.name,
            text: &source.text,
        },
        labels: labels.collect(),
        help,
    };
    let theme = if style.colour {
        GraphicalTheme::unicode()
    } else {
        GraphicalTheme::unicode_nocolor()
    };
    let handler = GraphicalReportHandler::new_themed(theme)
        .with_width(style.width.max(20))
        .with_links(false)
        .with_context_lines(1);
    if handler.render_report(out, &drawn).is_err() {
        out.push_str(&format!("  × {}\n", drawn.title));
    }
}

/// What miette is shown.
#[derive(Debug)]
struct Drawn<'a> {
    title: String,
    severity: Severity,
    text: Text<'a>,
    labels: Vec<LabeledSpan>,
    help: Option<String>,
}

impl fmt::Display for Drawn<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.title)
    }
}

impl std::error::Error for Drawn<'_> {}

impl Diagnostic for Drawn<'_> {
    fn severity(&self) -> Option<Severity> {
        Some(self.severity)
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.help
            .as_ref()
            .map(|help| Box::new(help) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.text)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.labels.iter().cloned()))
    }
}

/// A source text with its name.
#[derive(Debug)]
struct Text<'a> {
    name: &'a str,
    text: &'a str,
}

impl SourceCode for Text<'_> {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let contents = self.text.read_span(span, before, after)?;
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.to_owned(),
            contents.data(),
            *contents.span(),
            contents.line(),
            contents.column(),
            contents.line_count(),
        )))
    }
}
