//! Outputs that stand in the program itself: marks behind its lines, and a block of comments at its end.

use super::example::{Expected, Lines, Place, Stream, lines};
use snakelet_grammar::source::Source;
use snakelet_grammar::token::TokenKind;
use snakelet_grammar::tokens;
use std::ops::Range;

/// A mark that all lines of standard output have.
const ALL: &str = "# expect:";

/// A mark of the error that ends the program.
const ERROR: &str = "# expect error:";

/// Marks of some lines, as documents write them.
const SOME: &[&str] = &[
    "# Output - ",
    "# output - ",
    "# Output: ",
    "# output: ",
    "# -> ",
    "#> ",
    "# => ",
    "# prints: ",
];

/// What opens a block of comments that holds all of standard output.
const BLOCK: &[&str] = &["# output:", "# Output:"];

/// Where the parts of a program stand in its document: each part begins at an offset of the program and one of the document.
pub struct Mapping(pub Vec<(usize, usize)>);

impl Mapping {
    /// A program that is a part of the document as it stands, from an offset on.
    pub fn from(start: usize) -> Mapping {
        Mapping(vec![(0, start)])
    }

    /// Where an offset of the program is in the document.
    pub fn at(&self, offset: usize) -> usize {
        let part = self.0.partition_point(|(start, _)| *start <= offset);
        let (start, place) = self.0[part.saturating_sub(1)];
        place + offset.saturating_sub(start)
    }
}

/// The program whose comments are read, and where it stands.
struct Program<'a> {
    code: &'a str,
    mapping: &'a Mapping,
    document: &'a str,
    lines: &'a Lines,
}

/// What `code` says of its output.
pub fn expected(code: &str, mapping: &Mapping, document: &str, lines: &Lines) -> Vec<Expected> {
    if !code.contains('#') {
        return Vec::new();
    }
    let program = Program {
        code,
        mapping,
        document,
        lines,
    };
    let spans: Vec<Range<usize>> = tokens(&Source::new("<text>", code))
        .iter()
        .filter(|token| matches!(token.kind, TokenKind::Comment))
        .map(|token| token.span.start as usize..token.span.end as usize)
        .collect();
    if let Some(block) = program.block(&spans) {
        return vec![block];
    }
    let mut marked: [Vec<Range<usize>>; 3] = Default::default();
    for span in spans {
        let comment = &code[span.clone()];
        let found = match (comment.find(ERROR), comment.find(ALL)) {
            (Some(at), _) => Some((0, at + ERROR.len())),
            (None, Some(at)) => Some((1, at + ALL.len())),
            (None, None) => mark(comment).map(|end| (2, end)),
        };
        if let Some((kind, end)) = found {
            let shown = comment[end..].trim();
            let from = span.end - comment[end..].trim_start().len();
            marked[kind].push(from..from + shown.len());
        }
    }
    let [error, all, some] = marked;
    let mut found = Vec::new();
    for each in &error {
        found.push(program.marks(std::slice::from_ref(each), Stream::Error));
    }
    if !all.is_empty() {
        found.push(program.marks(&all, Stream::Lines));
    } else if !some.is_empty() {
        found.push(program.marks(&some, Stream::Some));
    }
    found
}

/// Where the mark of a comment ends.
fn mark(comment: &str) -> Option<usize> {
    SOME.iter()
        .filter_map(|mark| comment.rfind(mark).map(|at| (at, at + mark.len())))
        .min()
        .map(|(_, end)| end)
}

impl Program<'_> {
    fn marks(&self, marks: &[Range<usize>], stream: Stream) -> Expected {
        let texts: Vec<&str> = marks.iter().map(|mark| &self.code[mark.clone()]).collect();
        let places = marks.iter().map(|mark| {
            let start = self.mapping.at(mark.start);
            start..start + mark.len()
        });
        let places: Vec<Range<usize>> = places.collect();
        Expected {
            text: texts.join("\n"),
            stream,
            lines: places
                .iter()
                .map(|place| self.lines.number(place.start))
                .collect(),
            place: Place::Marks(places),
        }
    }

    /// The comments behind `# output:` at the end of the program.
    fn block(&self, comments: &[Range<usize>]) -> Option<Expected> {
        let mut offset = 0;
        // Where the line that opens it begins, and where the last comment behind that ends.
        let mut opened: Option<(usize, usize)> = None;
        for line in lines(self.code) {
            let text = line.trim();
            let end = offset + line.len();
            let sign = offset + line.len() - line.trim_start().len();
            let is_comment = || comments.iter().any(|comment| comment.start == sign);
            if BLOCK.contains(&text) && is_comment() {
                opened = Some((offset, end));
            } else if let Some((_, last)) = opened.as_mut().filter(|_| text.starts_with('#')) {
                *last = end;
            } else if !text.is_empty() {
                opened = None;
            }
            offset = end;
        }
        let (opening, end) = opened?;
        let head = lines(&self.code[opening..]).next().unwrap_or_default();
        let blanks = head.len() - head.trim_start().len();
        let from = opening + head.len();
        let shown: Vec<&str> = lines(&self.code[from..end])
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .map(|line| &line[1..])
            .collect();
        let indent = shown
            .iter()
            .filter(|line| !line.trim().is_empty())
            .map(|line| line.len() - line.trim_start_matches(' ').len())
            .min();
        let text: Vec<&str> = shown
            .iter()
            .map(|line| line.get(indent.unwrap_or(0)..).unwrap_or(""))
            .collect();
        let sign = self.mapping.at(opening + blanks);
        let start = self.lines.next(sign, self.document.len());
        let last = match end > from {
            true => self
                .lines
                .next(self.mapping.at(end - 1), self.document.len()),
            false => start,
        };
        let before = &self.document[self.lines.start(sign)..sign];
        Some(Expected {
            text: text.join("\n"),
            stream: Stream::Out,
            place: Place::Lines {
                range: start..last,
                prefix: format!("{before}#{}", " ".repeat(indent.unwrap_or(1))),
                fence: None,
            },
            lines: vec![self.lines.number(sign) + 1],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Expected, Mapping, expected};
    use crate::golden::example::{Lines, Place, Stream};

    fn found(code: &str) -> Vec<Expected> {
        expected(code, &Mapping::from(0), code, &Lines::of(code))
    }

    #[test]
    fn marks_and_blocks() {
        let all = found("print(1)  # expect: 1\nf()  # expect error: E: x\n");
        assert_eq!(all.len(), 2);
        assert_eq!((all[1].stream, &*all[1].text), (Stream::Lines, "1"));
        let code = "print(1)\n# output:\n#   1\n#   2\n";
        let block = found(code).remove(0);
        let Place::Lines { range, prefix, .. } = block.place else {
            panic!("lines");
        };
        assert_eq!(
            (&*block.text, &code[range], &*prefix),
            ("1\n2", "#   1\n#   2\n", "#   ")
        );
        let some = found("print(main())  # Output - <coroutine>\nx = 1  #> no").remove(0);
        assert_eq!(
            (some.stream, &*some.text),
            (Stream::Some, "<coroutine>\nno")
        );
        assert_eq!(some.lines, [1, 2]);
    }

    #[test]
    fn strings_are_no_comments() {
        assert!(found("print('# -> x')\nprint(\"\"\"\n# output:\n# y\"\"\")\n").is_empty());
    }
}
