//! Examples in Markdown: fenced blocks of Python, and the blocks behind them that show what they print.

use super::attributes;
use super::example::{Attributes, Document, Example, Expected, Fault, Kind, Stream, line_of};
use super::session;
use super::{comments, plain};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use snakelet::embed::is_incomplete;
use std::ops::Range;

const PROGRAMS: &[&str] = &["python", "py", "python3", "pycon"];
const OUTPUTS: &[&str] = &["output", "text", "console", "txt"];

/// What opens a comment that holds attributes.
const COMMENT: &str = "<!-- snakelet:";

/// A block of code.
struct Block {
    language: String,
    words: String,
    /// Its lines in the document, without the fences.
    range: Range<usize>,
    /// Its text, without what the lists and quotes around it put before each line.
    text: String,
    /// What stands before each line.
    prefix: String,
    /// Where the next block could begin.
    end: usize,
    /// How many headings stand before it.
    section: usize,
}

/// Reads a document. `unmarked`: blocks without a language are programs, if they parse.
pub fn read(text: &str, unmarked: bool, document: &mut Document) {
    let (blocks, comments) = blocks(text);
    let mut hint = None;
    let mut taken = vec![false; blocks.len()];
    for (index, block) in blocks.iter().enumerate() {
        let marked = PROGRAMS.contains(&&*block.language);
        let unnamed = block.language.is_empty() && !taken[index];
        let is_session = session::is_session(&block.text);
        let is_fragment = unnamed && unmarked && plain::is_fragment(&block.text);
        if !marked
            && !(unnamed && (is_session || is_fragment || unmarked && plain::is_code(&block.text)))
        {
            continue;
        }
        let mut own = Attributes::default();
        let line = line_of(text, block.range.start);
        let before = comments
            .iter()
            .filter(|(range, _)| range.end <= block.range.start)
            .rfind(|(range, _)| text[range.end..block.range.start].lines().count() <= 3)
            .filter(|(range, _)| hint.replace(range.start) != Some(range.start));
        let words = before.map_or("", |(_, words)| words);
        let read = attributes::read(words, &mut own)
            .and_then(|()| attributes::read(&block.words, &mut own));
        if let Err(fault) = read {
            document.faults.push(Fault {
                line: line - 1,
                text: fault,
            });
            continue;
        }
        let kind = match () {
            () if is_session => Kind::Session,
            () if is_fragment => Kind::Fragment,
            () => Kind::Program,
        };
        let mut expected = match kind {
            Kind::Program => comments::expected(&block.text, block.range.start),
            _ => Vec::new(),
        };
        let mut end = block.end;
        if kind == Kind::Program {
            for (behind, next) in blocks.iter().enumerate().skip(index + 1) {
                let Some(output) = output(next, block.section) else {
                    break;
                };
                if expected.iter().any(|each| each.stream == output.stream) {
                    break;
                }
                if let Some(name) = transcript_name(&next.text) {
                    own.name = Some(name);
                }
                taken[behind] = true;
                end = next.end;
                expected.push(output);
            }
        }
        let room =
            (expected.is_empty() && kind == Kind::Program).then(|| (end, block.prefix.clone()));
        document.examples.push(Example {
            line,
            code: block.text.clone(),
            attributes: own,
            expected,
            kind,
            is_marked: marked,
            room,
        });
    }
}

/// What a block shows, if it is the output of a program in the same section.
fn output(block: &Block, section: usize) -> Option<Expected> {
    let words: Vec<&str> = block.words.split_whitespace().collect();
    let is_marked = OUTPUTS.contains(&&*block.language);
    let is_transcript = transcript_name(&block.text).is_some();
    if block.section != section || !(is_marked || is_transcript && block.language.is_empty()) {
        return None;
    }
    if is_transcript {
        let (range, text) = transcript(&block.text)?;
        let start = block.range.start;
        // With a prefix before each line the offsets within the block are others; then the whole block is compared only.
        let range = if block.prefix.is_empty() {
            start + range.start..start + range.end
        } else {
            0..0
        };
        return Some(Expected {
            range,
            prefix: block.prefix.clone(),
            text,
            stream: Stream::Both,
        });
    }
    Some(Expected {
        range: block.range.clone(),
        prefix: block.prefix.clone(),
        text: block.text.clone(),
        stream: if words.contains(&"error") {
            Stream::Err
        } else {
            Stream::Out
        },
    })
}

/// The name of the program in `$ python3 name.py`, the first line of a transcript.
pub fn transcript_name(text: &str) -> Option<String> {
    let first = text.trim_start().lines().next()?;
    let mut words = first.strip_prefix('$')?.split_whitespace();
    let interpreter = words.next()?;
    let known = ["python", "py", "snakelet"]
        .iter()
        .any(|name| interpreter.starts_with(name));
    let name = words.find(|word| word.ends_with(".py"))?;
    known.then(|| name.rsplit('/').next().unwrap_or(name).to_owned())
}

/// What stands between the first line of a transcript and its closing prompt.
pub fn transcript(text: &str) -> Option<(Range<usize>, String)> {
    let start = text.find('\n').map_or(text.len(), |end| end + 1);
    let mut end = start;
    for line in text[start..].split_inclusive('\n') {
        if line.trim_end() == "$" || line.starts_with("$ ") {
            break;
        }
        end += line.len();
    }
    Some((start..end, text[start..end].to_owned()))
}

/// The blocks of code of a document, and the comments that hold attributes, each with its place and words.
fn blocks(text: &str) -> (Vec<Block>, Vec<(Range<usize>, String)>) {
    let mut found: Vec<Block> = Vec::new();
    let mut comments = Vec::new();
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
                let (language, words) = info
                    .split_once(|c: char| c.is_whitespace() || c == '{' || c == ',')
                    .unwrap_or((&info, ""));
                open = Some((
                    Block {
                        language: language.to_lowercase(),
                        words: words.trim().to_owned(),
                        range: range.end..range.end,
                        text: String::new(),
                        prefix: String::new(),
                        end: range.end,
                        section,
                    },
                    matches!(kind, CodeBlockKind::Indented),
                ));
            }
            Event::Text(part) => {
                if let Some((block, _)) = &mut open {
                    if block.text.is_empty() {
                        let line = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
                        block.prefix = text[line..range.start].to_owned();
                        block.range.start = line;
                    }
                    block.text.push_str(&part);
                    block.range.end = range.end;
                }
            }
            Event::End(TagEnd::CodeBlock) => {
                if let Some((mut block, indented)) = open.take() {
                    block.end = after_line(text, range.end);
                    if block.text.is_empty() {
                        // An empty block: its one place is before the closing fence.
                        let fence = text[range.start..]
                            .find('\n')
                            .map_or(range.end, |at| range.start + at + 1);
                        block.range = fence..fence;
                    }
                    if indented {
                        block.prefix = String::new();
                    }
                    found.push(block);
                }
            }
            Event::Html(html) | Event::InlineHtml(html) => {
                if let Some(words) = html.trim().strip_prefix(COMMENT) {
                    let words = words.trim_end().trim_end_matches("-->").trim().to_owned();
                    comments.push((range, words));
                }
            }
            _ => {}
        }
    }
    (found, comments)
}

fn after_line(text: &str, at: usize) -> usize {
    if at == 0 || text[..at].ends_with('\n') {
        return at;
    }
    text[at..].find('\n').map_or(text.len(), |end| at + end + 1)
}

/// Whether a program is torn off at its end.
pub fn is_torn(code: &str) -> bool {
    is_incomplete(&format!("{}\n", code.trim_end()))
}
