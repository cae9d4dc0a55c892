//! Examples in plain text without any marking: a program is a maximal run of lines that parses and that no prose would.

use super::comments;
use super::example::{Attributes, Document, Example, Expected, Kind, Stream};
use super::markdown::{transcript, transcript_name};
use snakelet_grammar::ast::{ExprKind, Stmt, StmtKind};
use snakelet_grammar::parse_module;
use snakelet_grammar::source::Source;

/// How many lines a program in a text may have.
const LONGEST: usize = 2_000;

/// Reads a document.
pub fn read(text: &str, document: &mut Document) {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let mut at = front_matter(&lines);
    let mut offset = lines[..at].iter().map(|line| line.len()).sum::<usize>();
    while at < lines.len() {
        let start = offset;
        let Some(length) = run(&lines[at..]) else {
            if let Some(length) = fragment(&lines[at..]) {
                let code: String = lines[at..at + length].concat();
                document
                    .examples
                    .push(example(at + 1, code, Vec::new(), Kind::Fragment));
                offset += lines[at..at + length]
                    .iter()
                    .map(|line| line.len())
                    .sum::<usize>();
                at += length;
                continue;
            }
            offset += lines[at].len();
            at += 1;
            continue;
        };
        let written: String = lines[at..at + length].concat();
        let code = dedented(&lines[at..at + length]);
        let mut expected = comments::expected(&code, start);
        if code != written {
            // Places in the program are not those in the document then: it is compared, but not written.
            expected.iter_mut().for_each(|each| each.range = 0..0);
        }
        let first_line = at + 1;
        offset += written.len();
        at += length;
        let mut found = example(first_line, code, Vec::new(), Kind::Program);
        let ahead = lines[at..]
            .iter()
            .take(3)
            .position(|line| line.starts_with('$'));
        if let Some(skipped) = ahead {
            let between: usize = lines[at..at + skipped].iter().map(|line| line.len()).sum();
            let rest = &text[offset + between..];
            if let (Some(name), Some((range, text))) = (transcript_name(rest), transcript(rest)) {
                let from = offset + between;
                found.attributes.name = Some(name);
                expected.push(Expected {
                    range: from + range.start..from + range.end,
                    prefix: String::new(),
                    text,
                    stream: Stream::Both,
                });
            }
        }
        found.expected = expected;
        document.examples.push(found);
    }
}

fn example(line: usize, code: String, expected: Vec<Expected>, kind: Kind) -> Example {
    Example {
        line,
        code,
        attributes: Attributes::default(),
        expected,
        kind,
        is_marked: false,
        room: None,
    }
}

/// How many lines from here on make the longest program.
fn run(lines: &[&str]) -> Option<usize> {
    let first = lines.first()?;
    if first.trim().is_empty() {
        return None;
    }
    let indent = indentation(first);
    let mut text = String::new();
    let mut best = None;
    for (index, line) in lines.iter().take(LONGEST).enumerate() {
        if !line.trim().is_empty() && !line.starts_with(indent) {
            break;
        }
        text.push_str(line.strip_prefix(indent).unwrap_or("\n"));
        if line.trim().is_empty() {
            continue;
        }
        match parse_module(&Source::new("<text>", &*text)) {
            Ok(parsed) => {
                // Prose of one word parses, too: a program does not end with it.
                if parsed.tree.body.last().is_none_or(is_telling) {
                    best = Some(index + 1);
                }
            }
            Err(error) if error.incomplete => {}
            Err(_) => break,
        }
    }
    let best = best?;
    is_code(&dedented(&lines[..best])).then_some(best)
}

/// The blanks that begin a line.
fn indentation(line: &str) -> &str {
    &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
}

/// Lines without the indentation of the first.
fn dedented(lines: &[&str]) -> String {
    let indent = lines.first().map_or("", |first| indentation(first));
    let lines = lines
        .iter()
        .map(|line| line.strip_prefix(indent).unwrap_or("\n"));
    lines.collect()
}

/// How many lines the settings take that some documents begin with, between two lines `---`.
fn front_matter(lines: &[&str]) -> usize {
    if lines.first().is_none_or(|first| first.trim_end() != "---") {
        return 0;
    }
    let end = lines[1..].iter().position(|line| line.trim_end() == "---");
    end.map_or(0, |end| end + 2)
}

/// Whether a text is a program that nobody would write as prose.
pub fn is_code(text: &str) -> bool {
    let parsed = parse_module(&Source::new("<text>", text));
    parsed.is_ok_and(|parsed| parsed.tree.body.iter().any(is_telling))
}

/// Whether prose would hardly parse as this.
fn is_telling(statement: &Stmt) -> bool {
    match &statement.kind {
        StmtKind::Expr(value) => matches!(
            value.kind,
            ExprKind::Call { .. }
                | ExprKind::Await(_)
                | ExprKind::Yield(_)
                | ExprKind::YieldFrom(_)
        ),
        _ => true,
    }
}

/// Whether a text has lines of a program and does not parse as one.
pub fn is_fragment(text: &str) -> bool {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let has_code = (0..lines.len()).any(|at| fragment(&lines[at..]).is_some());
    has_code && parse_module(&Source::new("<text>", text)).is_err()
}

/// How many lines from here on look like the beginning of a program that is none.
fn fragment(lines: &[&str]) -> Option<usize> {
    let first = lines.first()?;
    let opens = [
        "def ",
        "async def ",
        "class ",
        "import ",
        "from ",
        "async with ",
        "for ",
        "while ",
    ];
    let ends_as_code = first.trim_end().ends_with(':')
        || first.starts_with("import ")
        || first.starts_with("from ");
    let words = first.split_whitespace().count();
    if !opens.iter().any(|word| first.starts_with(word)) || !ends_as_code || words > 12 {
        return None;
    }
    let body = lines[1..]
        .iter()
        .take_while(|line| line.starts_with([' ', '\t']))
        .count();
    Some(1 + body)
}

#[cfg(test)]
mod tests {
    use super::{fragment, is_code, run};

    fn lines(text: &str) -> Vec<&str> {
        text.split_inclusive('\n').collect()
    }

    #[test]
    fn programs_end_where_prose_begins() {
        assert_eq!(
            run(&lines("x = 1\n\nprint(x)\nIn this example we see\n")),
            Some(3)
        );
        assert_eq!(
            run(&lines("def f():\n    return 1\nIntro\nHowever, x\n")),
            Some(2)
        );
        assert_eq!(run(&lines("Intro\n")), None);
        assert_eq!(run(&lines("Hello, world\n")), None);
        assert_eq!(run(&lines("# Key Terms\n")), None);
    }

    #[test]
    fn fragments_are_seen() {
        assert_eq!(
            fragment(&lines("async def main():\n    # Code here\nText\n")),
            Some(2)
        );
        assert_eq!(fragment(&lines("for example, this\n")), None);
        assert!(!is_code("Asyncio\n"));
    }
}
