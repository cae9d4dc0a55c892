//! Outputs that stand in the program itself: marks behind its lines, and a block of comments at its end.

use super::example::{Expected, Stream};

/// Marks that all lines of standard output have.
const ALL: &str = "# expect:";

/// A mark of the error that ends the program.
const ERROR: &str = "# expect error:";

/// Marks of some lines, as documents write them.
const SOME: &[&str] = &[
    "# Output - ",
    "# output - ",
    "# Output: ",
    "# -> ",
    "#> ",
    "# => ",
    "# prints: ",
];

/// What opens a block of comments that holds all of standard output.
const BLOCK: &[&str] = &["# output:", "# Output:"];

/// What `code`, which begins at the offset `start` of its document, says of its output.
pub fn expected(code: &str, start: usize) -> Vec<Expected> {
    if let Some(block) = block(code, start) {
        return vec![block];
    }
    let mut all = Vec::new();
    let mut some = Vec::new();
    let mut found = Vec::new();
    for line in code.lines() {
        if let Some(at) = line.find(ERROR) {
            found.push(expectation(&line[at + ERROR.len()..], Stream::Error));
        } else if let Some(at) = line.find(ALL) {
            all.push(line[at + ALL.len()..].trim().to_owned());
        } else if let Some((at, mark)) = mark(line) {
            some.push(line[at + mark.len()..].trim().to_owned());
        }
    }
    if !all.is_empty() {
        found.push(expectation(&all.join("\n"), Stream::Lines));
    } else if !some.is_empty() {
        found.push(expectation(&some.join("\n"), Stream::Some));
    }
    found
}

fn expectation(text: &str, stream: Stream) -> Expected {
    Expected {
        range: 0..0,
        prefix: String::new(),
        text: text.trim().to_owned(),
        stream,
    }
}

/// A mark behind code, or in a line of its own.
fn mark(line: &str) -> Option<(usize, &'static str)> {
    SOME.iter()
        .filter_map(|mark| line.rfind(mark).map(|at| (at, *mark)))
        .min()
}

/// The comments behind `# output:` at the end of a program.
fn block(code: &str, start: usize) -> Option<Expected> {
    let mut offset = 0;
    let mut opened: Option<usize> = None;
    for line in code.split_inclusive('\n') {
        let text = line.trim_end();
        if BLOCK.contains(&text) {
            opened = Some(offset + line.len());
        } else if !text.starts_with('#') && !text.is_empty() {
            opened = None;
        }
        offset += line.len();
    }
    let from = opened?;
    let text: Vec<&str> = code[from..]
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| line.trim_start_matches('#'))
        .collect();
    let indent = text
        .iter()
        .filter(|line| !line.is_empty())
        .map(|line| line.len() - line.trim_start_matches(' ').len());
    let indent = indent.min().unwrap_or(0);
    let text: Vec<&str> = text
        .iter()
        .map(|line| line.get(indent..).unwrap_or(""))
        .collect();
    Some(Expected {
        range: start + from..start + code.len(),
        prefix: "# ".to_owned(),
        text: text.join("\n"),
        stream: Stream::Out,
    })
}

#[cfg(test)]
mod tests {
    use super::expected;
    use crate::golden::example::Stream;

    #[test]
    fn marks_and_blocks() {
        let found = expected("print(1)  # expect: 1\nf()  # expect error: E: x\n", 0);
        assert_eq!(found.len(), 2);
        assert_eq!((found[1].stream, &*found[1].text), (Stream::Lines, "1"));
        let found = expected("print(1)\n# output:\n# 1\n# 2\n", 10);
        assert_eq!((&*found[0].text, found[0].range.clone()), ("1\n2", 29..37));
        let found = expected("print(main())  # Output - <coroutine>\nx = 1  #> no", 0);
        assert_eq!(
            (found[0].stream, &*found[0].text),
            (Stream::Some, "<coroutine>\nno")
        );
    }
}
