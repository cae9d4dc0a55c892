//! Renders the exceptions recorded in `diagnostics/recorded.txt` and compares with what the reference printed for them.
//! The file is made by `diagnostics/_record.py`, so this test needs no Python.

use snakelet::diagnostics::{ErrorReport, FrameReport, SyntaxDetails, python};
use snakelet_grammar::source::Source;
use std::iter::Peekable;
use std::rc::Rc;

const RECORDED: &str = include_str!("diagnostics/recorded.txt");

#[test]
fn tracebacks_are_those_of_the_reference() {
    let mut failed = Vec::new();
    let cases: Vec<&str> = RECORDED.split("=== ").skip(1).collect();
    for case in &cases {
        let (name, rest) = case.split_once('\n').expect("a case has a name");
        let (source, rest) = rest
            .split_once("--- report\n")
            .expect("a case has a report");
        let (report, rest) = rest.split_once("--- text\n").expect("a case has a text");
        let (text, coloured) = rest
            .split_once("--- coloured\n")
            .expect("a case has a coloured text");
        let source = Rc::new(Source::new("case.py", source));
        let report = read_report(&mut report.lines().peekable(), 0, &source);
        for (expected, colour) in [(text, false), (coloured, true)] {
            let rendered = python::render(&report, colour).replace('\x1b', "␛");
            if rendered != expected {
                failed.push(format!(
                    "=== {name}\n--- expected\n{expected}--- rendered\n{rendered}"
                ));
                break;
            }
        }
    }
    assert!(
        failed.is_empty(),
        "{} of {} differ:\n{}",
        failed.len(),
        cases.len(),
        failed.join("\n")
    );
}

fn read_report<'a>(
    lines: &mut Peekable<impl Iterator<Item = &'a str>>,
    depth: usize,
    source: &Rc<Source>,
) -> ErrorReport {
    let mut report = ErrorReport::default();
    let margin = "  ".repeat(depth);
    while let Some(line) = lines.peek().and_then(|line| line.strip_prefix(&margin)) {
        let (key, rest) = line.split_once(' ').unwrap_or((line, ""));
        if key == "class" && !report.class_name.is_empty() {
            break;
        }
        lines.next();
        let mut words = Words { rest };
        match key {
            "class" => report.class_name = rest.to_owned(),
            "message" => report.message = words.text(),
            "suggestion" => report.suggestion = words.text(),
            "note" => report.notes.extend(words.text()),
            "suppress" => report.suppress_context = true,
            "frame" => report.frames.push(words.frame(source)),
            "syntax" => report.syntax = Some(words.syntax()),
            "cause" => report.cause = Some(Box::new(read_report(lines, depth + 1, source))),
            "context" => report.context = Some(Box::new(read_report(lines, depth + 1, source))),
            "member" => report.members.push(read_report(lines, depth + 1, source)),
            _ => panic!("unknown line: {line}"),
        }
    }
    report
}

/// The numbers and quoted texts of a line; `-` stands for nothing.
struct Words<'a> {
    rest: &'a str,
}

impl Words<'_> {
    fn number(&mut self) -> Option<i64> {
        let (word, rest) = self.rest.split_once(' ').unwrap_or((self.rest, ""));
        self.rest = rest;
        (word != "-").then(|| word.parse().expect("a number"))
    }

    fn small(&mut self) -> Option<u32> {
        self.number()
            .map(|number| u32::try_from(number).expect("a small number"))
    }

    fn text(&mut self) -> Option<String> {
        let Some(rest) = self.rest.strip_prefix('"') else {
            self.rest = self.rest.trim_start_matches(['-', ' ']);
            return None;
        };
        let mut text = String::new();
        let mut chars = rest.chars();
        loop {
            match chars.next().expect("a closing quote") {
                '"' => break,
                '\\' => match chars.next().expect("an escape") {
                    'n' => text.push('\n'),
                    'u' => {
                        let digits: String = chars
                            .by_ref()
                            .skip(1)
                            .take_while(|char| *char != '}')
                            .collect();
                        let code = u32::from_str_radix(&digits, 16).expect("a code");
                        text.push(char::from_u32(code).expect("a character"));
                    }
                    char => text.push(char),
                },
                char => text.push(char),
            }
        }
        self.rest = chars.as_str().trim_start();
        Some(text)
    }

    fn frame(&mut self, source: &Rc<Source>) -> FrameReport {
        let line = self.small().expect("a line");
        let end_line = self.small().unwrap_or(line);
        let (column, end_column) = (self.small(), self.small());
        let file: Rc<str> = self.text().expect("a file").into();
        let function = self.text().expect("a function").into();
        let source = Some(source.clone()).filter(|source| source.name == file);
        FrameReport {
            file,
            function,
            line,
            end_line,
            column,
            end_column,
            source,
        }
    }

    fn syntax(&mut self) -> SyntaxDetails {
        SyntaxDetails {
            is_argument: true,
            line: self.small(),
            offset: self.number(),
            end_line: self.small(),
            end_offset: self.number(),
            file: self.text(),
            text: self.text(),
            origin: None,
        }
    }
}
