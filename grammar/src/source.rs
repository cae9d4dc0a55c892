//! Everyone's idea of "where": spans in bytes, and the source text that turns them into lines and columns.
//! Decoding bytes into text (byte order mark, `# -*- coding` lines, invalid UTF-8) is `decode.rs`.

use std::rc::Rc;

/// A half-open range of bytes in one source text.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Hash)]
pub struct Span {
    /// The offset of the first byte.
    pub start: u32,
    /// The offset behind the last byte.
    pub end: u32,
}

impl Span {
    /// The span from `start` to before `end`, both in bytes.
    pub const fn new(start: u32, end: u32) -> Span {
        Span { start, end }
    }

    /// The smallest span that covers `self` and `other`.
    pub fn to(self, other: Span) -> Span {
        Span {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// The text that the span covers in `source`.
    pub fn text(self, source: &Source) -> &str {
        &source.text[self.start as usize..self.end as usize]
    }
}

/// A line and a column. Lines count from 1; columns count from 0, in bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Position {
    /// The line, from 1.
    pub line: u32,
    /// The byte offset in the line, from 0.
    pub column: u32,
}

/// One source text with its name and the offsets at which its lines begin.
#[derive(Debug)]
pub struct Source {
    /// The name as it stands in messages: a path, `<string>`, `<stdin>`.
    pub name: Rc<str>,
    /// The whole text, decoded, its line ends as they were (`\n`, `\r\n` or `\r`).
    pub text: Rc<str>,
    /// Whether it was a file's bytes. The reference reads scripts line by line and knows no column at their end.
    pub from_bytes: bool,
    /// Whether tracebacks show its lines: not those of what a script compiles from a string, nor of standard input.
    pub is_shown: bool,
    line_starts: Vec<u32>,
    /// Which lines its own say they are, where it was written from a syntax tree.
    claims: Option<Rc<[u32]>>,
}

impl Source {
    /// A source text named `name`. Lines end at `\n`, `\r\n` and a lone `\r`.
    pub fn new(name: impl Into<Rc<str>>, text: impl Into<Rc<str>>) -> Source {
        let text: Rc<str> = text.into();
        let bytes = text.as_bytes();
        let ends = memchr::memchr2_iter(b'\n', b'\r', bytes)
            .filter(|&at| bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n'));
        let line_starts = std::iter::once(0)
            .chain(ends.map(|at| at as u32 + 1))
            .collect();
        Source {
            name: name.into(),
            text,
            from_bytes: false,
            is_shown: true,
            line_starts,
            claims: None,
        }
    }

    /// The same text, its lines not shown in tracebacks.
    pub fn unshown(self) -> Source {
        Source {
            is_shown: false,
            ..self
        }
    }

    /// The same text, each of its lines taken for the one that `lines` says.
    pub fn claiming(self, lines: Rc<[u32]>) -> Source {
        Source {
            claims: Some(lines),
            ..self
        }
    }

    /// Whether its lines are those that it claims, so that columns mean nothing to a reader.
    pub fn is_written_from_tree(&self) -> bool {
        self.claims.is_some()
    }

    /// The same text under another name.
    pub fn renamed(&self, name: &str) -> Source {
        Source {
            name: name.into(),
            text: self.text.clone(),
            line_starts: self.line_starts.clone(),
            claims: self.claims.clone(),
            ..*self
        }
    }

    /// The text whose lines tracebacks and warnings show: this one, or for a text that a script compiled what stands in the
    /// file that it was named after, if there is one.
    pub fn shown(self: &Rc<Source>) -> Option<Rc<Source>> {
        if self.is_shown {
            return Some(self.clone());
        }
        if self.name.starts_with('<') {
            return None;
        }
        let text = std::fs::read_to_string(&*self.name).ok()?;
        if *text == *self.text {
            return Some(self.clone());
        }
        Some(Rc::new(Source::new(self.name.clone(), text)))
    }

    /// The number of lines; a text that ends with a line end has an empty last line.
    pub fn line_count(&self) -> u32 {
        self.line_starts.len() as u32
    }

    /// The line (from 1) in which the byte at `offset` stands, or the one that this claims to be.
    pub fn line_of(&self, offset: u32) -> u32 {
        let own = self.own_line_of(offset);
        let claimed = self
            .claims
            .as_ref()
            .and_then(|claims| claims.get(own as usize - 1));
        claimed.copied().unwrap_or(own)
    }

    fn own_line_of(&self, offset: u32) -> u32 {
        self.line_starts.partition_point(|&start| start <= offset) as u32
    }

    /// The line and column of the byte at `offset`.
    pub fn position(&self, offset: u32) -> Position {
        let line = self.own_line_of(offset);
        Position {
            line,
            column: offset - self.line_starts[line as usize - 1],
        }
    }

    /// The column of the byte at `offset`, from 0, in characters.
    pub fn character_column(&self, offset: u32) -> u32 {
        let Position { line, column } = self.position(offset);
        let start = self.line_start(line) as usize;
        let text = self.text.as_bytes();
        let before = &text[start..(start + column as usize).min(text.len())];
        // A byte that is no continuation begins a character.
        before.iter().filter(|&&byte| byte & 0xc0 != 0x80).count() as u32
    }

    /// The offset at which `line` (from 1) begins; the end of the text when there is no such line.
    pub fn line_start(&self, line: u32) -> u32 {
        let index = (line as usize).saturating_sub(1);
        self.line_starts
            .get(index)
            .copied()
            .unwrap_or(self.text.len() as u32)
    }

    /// The text of `line` (from 1) without its line end; empty when there is no such line.
    pub fn line_text(&self, line: u32) -> &str {
        let (start, end) = (
            self.line_start(line) as usize,
            self.line_start(line + 1) as usize,
        );
        self.text[start..end].trim_end_matches(['\n', '\r'])
    }
}
