//! The blocks of code of a Markdown document, each with its place, and the comments between them that hold attributes.

use super::comments::Mapping;
use super::example::{Fence, Lines, lines};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use std::borrow::Cow;
use std::ops::Range;

/// What opens a comment that holds attributes.
const COMMENT: &str = "<!-- snakelet:";

/// A block of code.
pub struct Block {
    /// The language, in small letters.
    pub language: String,
    /// The words behind it.
    pub words: String,
    /// All of it, with its fences.
    pub all: Range<usize>,
    /// Its lines in the document, without the fences.
    pub range: Range<usize>,
    /// Its text, without what the lists and quotes around it put before each line.
    pub text: String,
    /// Where the parts of the text stand.
    pub mapping: Mapping,
    /// What stands before each line.
    pub prefix: String,
    /// What stands before the lines of blocks beside it.
    pub outer: String,
    /// Where the next block could begin; `None`: it has no end of its own.
    pub end: Option<usize>,
    /// Its fences, if it has both.
    pub fence: Option<Fence>,
    /// How many headings stand before it.
    pub section: usize,
}

/// A comment that holds attributes.
pub struct Comment {
    /// Where it stands.
    pub range: Range<usize>,
    /// What it says.
    pub words: String,
}

/// The blocks and the comments of a document.
pub fn blocks(text: &str, starts: &Lines) -> (Vec<Block>, Vec<Comment>) {
    let text = &*with_line_feeds(text);
    let mut found: Vec<Block> = Vec::new();
    let mut found_comments = Vec::new();
    let mut section = 0;
    let mut open: Option<(Block, bool)> = None;
    for (event, range) in Parser::new_ext(text, Options::all()).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { .. }) => section += 1,
            Event::Start(Tag::CodeBlock(kind)) => {
                let info = match &kind {
                    CodeBlockKind::Fenced(info) => info.to_string(),
                    CodeBlockKind::Indented => String::new(),
                };
                let (language, words) = named(&info);
                open = Some((
                    Block {
                        language: language.to_lowercase(),
                        words: words.trim().to_owned(),
                        range: range.end..range.end,
                        all: range,
                        text: String::new(),
                        mapping: Mapping(Vec::new()),
                        prefix: String::new(),
                        outer: String::new(),
                        end: None,
                        fence: None,
                        section,
                    },
                    matches!(kind, CodeBlockKind::Fenced(_)),
                ));
            }
            Event::Text(part) => {
                if let Some((block, _)) = &mut open {
                    if block.text.is_empty() {
                        let line = starts.start(range.start);
                        text[line..range.start].clone_into(&mut block.prefix);
                        block.range.start = line;
                    }
                    block.mapping.0.push((block.text.len(), range.start));
                    block.text.push_str(&part);
                    block.range.end = starts.next(range.end - 1, text.len());
                }
            }
            Event::End(TagEnd::CodeBlock) => {
                if let Some((mut block, is_fenced)) = open.take() {
                    close(&mut block, is_fenced, text, starts);
                    match is_fenced || !is_framed(text, block.all.start) {
                        true => found.push(block),
                        false => found.extend(within(&block, text, starts)),
                    }
                }
            }
            Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_) => {
                comments(text, range, &mut found_comments);
            }
            _ => {}
        }
    }
    (found, found_comments)
}

/// Whether what is indented at a place belongs to a frame of the dialects in which `!!! note` or `=== "Tab"` opens one: then
/// it is no code.
fn is_framed(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end();
    let last = &before[before.rfind('\n').map_or(0, |end| end + 1)..];
    let opens = ["!!! ", "??? ", "???+ ", "=== \"", "!!!", "???"];
    opens
        .iter()
        .any(|sign| last.trim_start_matches(['>', ' ']).starts_with(sign))
}

/// The blocks that stand in an indented one.
fn within(block: &Block, text: &str, starts: &Lines) -> Vec<Block> {
    let (mut inner, _) = blocks(&block.text, &Lines::of(&block.text));
    let at = |offset: usize| block.mapping.at(offset);
    // Whole lines stay whole lines.
    let line = |offset: usize| match offset {
        0 => block.range.start,
        _ => starts.next(at(offset - 1), text.len()),
    };
    let prefixed = |own: &str| format!("{}{own}", block.prefix);
    for each in &mut inner {
        each.all = at(each.all.start)..at(each.all.end.saturating_sub(1)) + 1;
        each.range = line(each.range.start)..line(each.range.end);
        each.mapping = Mapping(
            each.mapping
                .0
                .iter()
                .map(|(own, place)| (*own, at(*place)))
                .collect(),
        );
        each.prefix = prefixed(&each.prefix);
        each.outer = prefixed(&each.outer);
        each.end = each.end.map(line);
        each.section = block.section;
        if let Some(fence) = &mut each.fence {
            for place in [&mut fence.open, &mut fence.close] {
                *place = at(place.start)..at(place.start) + place.len();
            }
        }
    }
    inner
}

/// A text whose lines end with CR alone, with LF instead: the places stay the same.
fn with_line_feeds(text: &str) -> Cow<'_, str> {
    let mut rest = text.match_indices('\r');
    if !rest.any(|(at, _)| !text[at + 1..].starts_with('\n')) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for line in lines(text) {
        match line.strip_suffix('\r') {
            Some(line) => {
                out.push_str(line);
                out.push('\n');
            }
            None => out.push_str(line),
        }
    }
    Cow::Owned(out)
}

/// Finds where a block ends, and its fences.
fn close(block: &mut Block, is_fenced: bool, text: &str, lines: &Lines) {
    let all = block.all.clone();
    if !is_fenced {
        let outer = block
            .prefix
            .strip_suffix('\t')
            .or_else(|| block.prefix.strip_suffix("    "));
        block.outer = outer.unwrap_or_default().to_owned();
        block.end = Some(end_of_line(text, lines, all.end));
        return;
    }
    let mark = text[all.start..].chars().next().unwrap_or('`');
    let run = |at: usize| at..at + text[at..].len() - text[at..].trim_start_matches(mark).len();
    let opening = run(all.start);
    let last = lines.start(all.end.saturating_sub(1));
    // Behind the signs of quotes.
    let blanks = text[last..all.end].len()
        - text[last..all.end]
            .trim_start_matches(['>', ' ', '\t'])
            .len();
    let closing = run(last + blanks);
    let is_closed = last > all.start
        && closing.len() >= opening.len()
        && text[closing.end..all.end].trim().is_empty();
    if block.text.is_empty() {
        // The one place of an empty block is before its closing fence.
        let inside = lines.next(all.start, text.len());
        block.range = inside..inside;
        if is_closed {
            text[last..last + blanks].clone_into(&mut block.prefix);
        }
    }
    block.outer.clone_from(&block.prefix);
    if is_closed {
        block.end = Some(end_of_line(text, lines, all.end));
        block.fence = Some(Fence {
            open: opening,
            close: closing,
            mark,
        });
    }
}

/// The end of the line that ends before an offset or goes on there.
fn end_of_line(text: &str, lines: &Lines, at: usize) -> usize {
    if at == 0 || lines.start(at) == at {
        return at;
    }
    lines.next(at, text.len())
}

/// The language of a fence and the words behind it: `python skip`, `{.python skip}`, `{code-cell} python`.
fn named(info: &str) -> (&str, &str) {
    let info = info.trim();
    if let Some(inner) = info.strip_prefix('{') {
        let (inside, behind) = inner.split_once('}').unwrap_or((inner, ""));
        let (first, words) = inside
            .split_once(char::is_whitespace)
            .unwrap_or((inside, ""));
        return match first {
            "code-cell" | "code-block" | "code" => named(behind),
            _ => (first.trim_start_matches('.'), words),
        };
    }
    let (language, words) = match info.find(|c: char| c.is_whitespace() || c == '{' || c == ',') {
        Some(end) => info.split_at(end),
        None => (info, ""),
    };
    (language, words.trim_start_matches(','))
}

/// The comments with attributes in a piece of HTML.
fn comments(text: &str, range: Range<usize>, into: &mut Vec<Comment>) {
    let mut at = range.start;
    while let Some(found) = text[at..range.end].find(COMMENT) {
        let start = at + found;
        let from = start + COMMENT.len();
        let end = text[from..range.end]
            .find("-->")
            .map_or(range.end, |end| from + end);
        into.push(Comment {
            range: start..(end + 3).min(range.end),
            words: text[from..end].trim().to_owned(),
        });
        at = end;
    }
}

#[cfg(test)]
mod tests {
    use super::{blocks, named};
    use crate::golden::example::Lines;

    #[test]
    fn languages_are_written_in_many_ways() {
        for info in [
            "python skip",
            "{.python skip}",
            "{python skip}",
            "{code-cell} python skip",
            "python,skip",
        ] {
            assert_eq!(
                named(info),
                (
                    "python",
                    if info == "python skip" || info.ends_with("n skip") {
                        " skip"
                    } else {
                        "skip"
                    }
                ),
                "{info}"
            );
        }
        assert_eq!(named("python {skip}"), ("python", " {skip}"));
        assert_eq!(named(""), ("", ""));
    }

    #[test]
    fn fences_in_quotes_and_lists() {
        let text = "> ```py\n> a\n> ```\n\n- x\n\n  ~~~~\n  b\n\n  c\n  ~~~~\n\n```\nopen\n";
        let (found, _) = blocks(text, &Lines::of(text));
        assert_eq!(found.len(), 3);
        assert_eq!((&*found[0].prefix, &*found[0].text), ("> ", "a\n"));
        let fence = found[0].fence.as_ref().expect("closed");
        assert_eq!(
            (&text[fence.open.clone()], &text[fence.close.clone()]),
            ("```", "```")
        );
        assert_eq!((&*found[1].prefix, &*found[1].text), ("  ", "b\n\nc\n"));
        assert_eq!(found[1].mapping.at(3), text.find('c').expect("c"));
        assert!(found[2].fence.is_none() && found[2].end.is_none());
    }

    #[test]
    fn frames_are_no_code() {
        let text = "!!! note\n\n    Text.\n\n    ```py\n    a\n\n      b\n    ```\n\n    ```text\n    ```\n\nEnd.\n\n    ```py\n    c\n    ```\n";
        let (found, _) = blocks(text, &Lines::of(text));
        assert_eq!(found.len(), 3);
        assert_eq!(
            (&*found[0].language, &*found[0].text, &*found[0].prefix),
            ("py", "a\n\n  b\n", "    ")
        );
        assert_eq!(&text[found[0].range.clone()], "    a\n\n      b\n");
        assert_eq!(
            found[1].range.start,
            text.find("    ```\n\nEnd").expect("the fence")
        );
        assert_eq!(found[1].end, Some(text.find("\nEnd").expect("the end")));
        assert_eq!(
            (&*found[2].language, found[2].text.starts_with("```py")),
            ("", true)
        );
    }
}
