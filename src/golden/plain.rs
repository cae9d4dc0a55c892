//! Examples in plain text without any marking: a program is a maximal run of lines that parses and that no prose would.

use super::attributes::Attributes;
use super::comments::{self, Mapping};
use super::example::{Document, Example, Expected, Fault, Kind, Lines, Place, Stream, lines};
use super::{session, transcript};
use snakelet_grammar::ast::{ExprKind, Stmt, StmtKind};
use snakelet_grammar::parse_module;
use snakelet_grammar::source::Source;
use snakelet_grammar::token::TokenKind;
use snakelet_grammar::tokens;
use std::cell::Cell;

/// How many lines of prose may stand between a program and the transcript that shows what it prints.
const NEAR: usize = 3;

/// How many lines a transcript has at most before its closing prompt.
const LONGEST_TRANSCRIPT: usize = 500;

/// From this length on, a statement is read only where it may end.
const LONG: usize = 64;

/// How many lines a statement may have.
const LONGEST: usize = 5_000;

/// Words that go on with a statement above them.
const GOING_ON: &[&str] = &["else", "elif", "except", "finally", "case"];

/// Reads a document.
pub fn read(text: &str, document: &mut Document) {
    let all: Vec<&str> = lines(text).collect();
    let mut starts = Vec::with_capacity(all.len() + 1);
    let mut offset = 0;
    for line in &all {
        starts.push(offset);
        offset += line.len();
    }
    starts.push(offset);
    let reader = Reader {
        text,
        all: &all,
        starts: &starts,
        lines: Lines::of(text),
        effort: Effort::of(all.len()),
    };
    let mut at = front_matter(&all);
    while at < all.len() {
        let was_over = reader.effort.is_over();
        at = reader.take(at, document);
        if reader.effort.is_over() && !was_over {
            let text = "too many lines begin like programs that never end: below, programs of one line alone are found";
            document.faults.push(Fault {
                line: at,
                text: text.to_owned(),
            });
        }
    }
}

struct Reader<'a> {
    text: &'a str,
    all: &'a [&'a str],
    /// Where each line begins, and where the last ends.
    starts: &'a [usize],
    lines: Lines,
    effort: Effort,
}

impl Reader<'_> {
    /// Takes what begins in a line; the line behind it.
    fn take(&self, at: usize, document: &mut Document) -> usize {
        let rest = &self.all[at..];
        if transcript::is_transcript(rest[0]) {
            let end = at + transcript_length(rest);
            document
                .examples
                .push(self.example(at, end, Kind::Transcript));
            return end;
        }
        if rest[0].trim_start().starts_with(">>> ") {
            let end = at + session_length(rest);
            let mut found = self.example(at, end, Kind::Session);
            let prefix = session::indent(&found.code).to_owned();
            found.body = Some((self.starts[at]..self.starts[end], prefix));
            document.examples.push(found);
            return end;
        }
        if is_prose(rest[0]) {
            return at + 1;
        }
        if let Some(length) = run(rest, &self.effort) {
            return self.program(at, at + length, document);
        }
        match fragment(rest) {
            Some(length) => {
                document
                    .examples
                    .push(self.example(at, at + length, Kind::Fragment));
                at + length
            }
            None => at + 1,
        }
    }

    /// Takes a program, and the transcript behind it if there is one.
    fn program(&self, at: usize, end: usize, document: &mut Document) -> usize {
        let mut found = self.example(at, end, Kind::Program);
        found.code = dedented(&self.all[at..end]);
        let indent = indentation(self.all[at]).len();
        let mut parts = Vec::new();
        let mut offset = 0;
        for (line, start) in self.all[at..end].iter().zip(&self.starts[at..]) {
            let own = line.strip_prefix(indentation(self.all[at]));
            parts.push((offset, start + own.map_or(0, |_| indent)));
            offset += own.map_or(1, str::len);
        }
        found.expected = comments::expected(&found.code, &Mapping(parts), self.text, &self.lines);
        let near = self.all[end..].iter().take(NEAR);
        let Some(between) = near
            .clone()
            .position(|line| transcript::is_transcript(line))
        else {
            document.examples.push(found);
            return end;
        };
        let from = end + between;
        let last = from + transcript_length(&self.all[from..]);
        let start = self.starts[from];
        for (index, run) in transcript::runs(&self.text[start..self.starts[last]])
            .iter()
            .enumerate()
        {
            let mut own = found.clone();
            own.attributes.name = Some(run.name.clone());
            own.attributes.arguments.clone_from(&run.arguments);
            own.attributes.exit = run.status;
            if index > 0 {
                own.again = Some(self.lines.number(start + run.at));
            }
            let range = start + run.range.start..start + run.range.end;
            own.expected.push(Expected {
                text: self.text[range.clone()].to_owned(),
                stream: Stream::Both,
                lines: vec![self.lines.number(start + run.at) + 1],
                place: Place::Lines {
                    range,
                    prefix: String::new(),
                    fence: None,
                },
            });
            document.examples.push(own);
        }
        last
    }

    fn example(&self, at: usize, end: usize, kind: Kind) -> Example {
        Example {
            line: at + 1,
            code: self.all[at..end].concat(),
            attributes: Attributes::default(),
            expected: Vec::new(),
            kind,
            is_marked: kind == Kind::Session,
            room: None,
            body: None,
            again: None,
        }
    }
}

/// Whether a line begins with two words of which the first is none of the language's: no program does.
fn is_prose(line: &str) -> bool {
    let mut words = line.split(' ');
    let (Some(first), Some(second)) = (words.next(), words.next()) else {
        return false;
    };
    let is_word = |word: &str| !word.is_empty() && word.chars().all(char::is_alphabetic);
    is_word(first) && is_word(second.trim_end_matches([',', '.', '\r', '\n'])) && !is_keyword(first)
}

fn is_keyword(word: &str) -> bool {
    let source = Source::new("<text>", word);
    let first = tokens(&source).into_iter().next();
    first.is_none_or(|token| token.kind != TokenKind::Name)
        || ["match", "case", "type"].contains(&word)
}

/// How many lines a transcript has: up to its closing prompt, else up to an empty line.
fn transcript_length(lines: &[&str]) -> usize {
    let mut length = 1;
    let mut at_empty = None;
    for line in lines[1..].iter().take(LONGEST_TRANSCRIPT) {
        length += 1;
        match line.trim() {
            "$" | "%" => return length,
            "" if at_empty.is_none() => at_empty = Some(length - 1),
            _ => {}
        }
    }
    at_empty.unwrap_or(length)
}

/// How many lines a session has: up to an empty line that no prompt follows.
fn session_length(lines: &[&str]) -> usize {
    let mut length = 0;
    while let Some(line) = lines.get(length) {
        let next = lines[length..].iter().find(|line| !line.trim().is_empty());
        let goes_on = next.is_some_and(|next| next.trim_start().starts_with(">>>"));
        if line.trim().is_empty() && !goes_on {
            break;
        }
        length += 1;
    }
    length
}

/// What may still be spent on lines that turn out to be no programs. A text that begins like one over and over and never ends
/// would take for ever otherwise.
struct Effort {
    left: Cell<usize>,
    /// What the lines that are being read have cost, which counts if they are no program.
    spent: Cell<usize>,
}

impl Effort {
    fn of(lines: usize) -> Effort {
        Effort {
            left: Cell::new(2 * lines + 2_000),
            spent: Cell::new(0),
        }
    }

    /// Whether a statement of this length may be read once more.
    fn may_read(&self, lines: usize, bytes: usize) -> bool {
        let left = self.left.get();
        let cost = if lines > LONG { 1 + bytes / 1024 } else { 0 };
        self.left.set(left.saturating_sub(cost));
        self.spent.set(self.spent.get() + 1 + bytes / 1024);
        lines == 1 || left > cost + self.spent.get()
    }

    /// A run of lines is over.
    fn settle(&self, is_program: bool) {
        let spent = self.spent.take();
        if !is_program {
            self.left.set(self.left.get().saturating_sub(spent));
        }
    }

    fn is_over(&self) -> bool {
        self.left.get() <= LONG
    }
}

/// How many lines from here on make the longest program.
fn run(all: &[&str], effort: &Effort) -> Option<usize> {
    let found = longest(all, effort);
    effort.settle(found.is_some());
    found.filter(|length| is_code(&dedented(&all[..*length])))
}

fn longest(all: &[&str], effort: &Effort) -> Option<usize> {
    let first = all.first()?;
    if first.trim().is_empty() {
        return None;
    }
    let indent = indentation(first);
    // The statement that is being read, which is over when it parses and the next line does not go on with it.
    let mut statement = String::new();
    let mut length = 0;
    let mut is_whole = false;
    let mut best = None;
    for (index, line) in all.iter().enumerate() {
        let is_blank = line.trim().is_empty();
        if !is_blank && !line.starts_with(indent) {
            break;
        }
        let own = line.strip_prefix(indent).unwrap_or("\n");
        if is_blank {
            statement.push_str(own);
            continue;
        }
        if is_whole && !goes_on(own) {
            statement.clear();
            length = 0;
        }
        statement.push_str(own);
        length += 1;
        if length > LONG {
            let next = all[index + 1..].iter().find(|line| !line.trim().is_empty());
            let next = next.and_then(|next| next.strip_prefix(indent));
            let ends = own.contains([')', ']', '}', '\'', '"']);
            if length <= LONGEST && (next.is_some_and(goes_on) || !is_whole && !ends) {
                continue;
            }
        }
        if length > LONGEST || !effort.may_read(length, statement.len()) {
            break;
        }
        let source = Source::new("<text>", &*statement);
        if is_open(&source) {
            is_whole = false;
            continue;
        }
        match parse_module(&source) {
            Ok(parsed) => {
                // Prose of one word parses, too: a program ends before it.
                if parsed.tree.body.last().is_some_and(is_heading) {
                    break;
                }
                is_whole = true;
                if parsed.tree.body.last().is_none_or(is_telling) {
                    best = Some(index + 1);
                }
            }
            Err(error) if error.incomplete => is_whole = false,
            Err(_) => break,
        }
    }
    best
}

/// Whether a text ends in an open bracket: the lexer sees that, and the parser would say nothing else.
fn is_open(source: &Source) -> bool {
    let tokens = tokens(source);
    let mut last = tokens.iter().rev();
    let last =
        last.find(|token| token.kind != TokenKind::Comment && !token.span.text(source).is_empty());
    last.is_some_and(|last| last.level > 0)
}

/// Whether a line belongs to the statement above it, if that can be.
fn goes_on(line: &str) -> bool {
    let word = line.split(|c: char| !c.is_alphanumeric()).next();
    line.starts_with([' ', '\t', ')', ']', '}'])
        || word.is_some_and(|word| GOING_ON.contains(&word))
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
                | ExprKind::ListComp { .. }
                | ExprKind::SetComp { .. }
                | ExprKind::DictComp { .. }
        ),
        // `Note: this`
        StmtKind::AnnAssign { value, .. } => value.is_some(),
        _ => true,
    }
}

/// Whether a line of prose may parse as this: a word, or a few with signs between.
fn is_heading(statement: &Stmt) -> bool {
    let is_text =
        |value: &ExprKind| matches!(value, ExprKind::Constant(_) | ExprKind::JoinedStr(_));
    !is_telling(statement)
        && !matches!(&statement.kind, StmtKind::Expr(value) if is_text(&value.kind))
}

/// Whether a text has lines of a program and does not parse as one.
pub fn is_fragment(text: &str) -> bool {
    let all: Vec<&str> = lines(text).collect();
    let has_code = (0..all.len()).any(|at| fragment(&all[at..]).is_some());
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
    use super::{Effort, fragment, is_code, lines, run};

    fn of(text: &str) -> Vec<&str> {
        lines(text).collect()
    }

    #[test]
    fn programs_end_where_prose_begins() {
        let cases = [
            ("x = 1\n\nprint(x)\nIn this example we see\n", Some(3)),
            ("def f():\n    return 1\nIntro\nHowever, x\n", Some(2)),
            (
                "if x:\n    f()\n\nelse:\n    g()\nprint(\n1)\nNow, see\n",
                Some(7),
            ),
            ("try:\n    f()\nfinally:\n    g()\nThe end.\n", Some(4)),
            ("s = '''\nNow, see\n'''\nThe end.\n", Some(3)),
            ("@a\ndef f():\n    pass\n", Some(3)),
            ("x = 1\nNote: this\n", Some(1)),
            ("x = 1\n- an\nprint(x)\n", Some(1)),
            ("x: int = 1\n[f(y) for y in x]\n", Some(2)),
            ("Tools\nimport x\n", None),
            ("'''What it does.'''\nimport x\n", Some(2)),
            ("Intro\n", None),
            ("Hello, world\n", None),
            ("# Key Terms\n", None),
        ];
        for (text, length) in cases {
            assert_eq!(run(&of(text), &Effort::of(9)), length, "{text}");
        }
        // A long statement is read where it may end, as long as that is not too much.
        let body: String = (0..200).map(|n| format!("    x{n} = {n}\n")).collect();
        let long = format!("def f():\n{body}\nf()\nThe end.\n");
        assert_eq!(run(&of(&long), &Effort::of(203)), Some(203));
    }

    #[test]
    fn hostile_texts_are_read_in_time() {
        let text = "x = '''\n".repeat(1_001) + &"y = (\n".repeat(300) + &"if x:\n ".repeat(100);
        let mut document = crate::golden::example::Document {
            path: "page.txt".into(),
            text: String::new(),
            has_mark: false,
            examples: Vec::new(),
            faults: Vec::new(),
        };
        super::read(&text, &mut document);
        assert!(document.examples.len() < 1_000);
    }

    #[test]
    fn fragments_are_seen() {
        assert_eq!(
            fragment(&of("async def main():\n    # Code here\nText\n")),
            Some(2)
        );
        assert_eq!(fragment(&of("for example, this\n")), None);
        assert!(!is_code("Asyncio\n"));
    }
}
