//! Indentation: how wide the blank at the begin of a line is, and which blocks it opens and closes.
//! Tabs are measured twice, to eight columns and to one; where the two disagree the text is ambiguous.

use crate::error::ErrorKind;

/// The most blocks that may be open at once.
const MAX_INDENTS: usize = 100;

/// The blank at the begin of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Width {
    /// With tabs that go to the next multiple of eight.
    column: u32,
    /// With tabs that count one.
    narrow: u32,
}

/// What a line's indentation means for the blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// The line goes on in the same block.
    Same,
    /// It opens a block.
    Indent,
    /// It closes so many blocks.
    Dedent(usize),
}

/// What stands at the begin of a line.
pub enum Begin {
    /// Nothing that counts: a comment, or only blank.
    Blank,
    /// So many bytes of blank, then a token.
    Line(Width),
    /// A backslash that joins no line.
    StrayBackslash,
    /// A backslash at the end of the source.
    EndOfSource,
}

/// The open blocks.
#[derive(Debug)]
pub struct Layout {
    open: Vec<Width>,
}

impl Layout {
    /// No block but the outermost.
    pub fn new() -> Layout {
        Layout {
            open: vec![Width::default()],
        }
    }

    /// The number of blocks open beside the outermost.
    pub fn depth(&self) -> usize {
        self.open.len() - 1
    }

    /// Moves to the block of a line that is indented by `width`.
    pub fn enter(&mut self, width: Width) -> Result<Change, (ErrorKind, &'static str)> {
        const TABS: (ErrorKind, &str) = (
            ErrorKind::Tab,
            "inconsistent use of tabs and spaces in indentation",
        );
        let current = self.open[self.open.len() - 1];
        if width.column == current.column {
            return if width.narrow == current.narrow {
                Ok(Change::Same)
            } else {
                Err(TABS)
            };
        }
        if width.column > current.column {
            if self.open.len() >= MAX_INDENTS {
                return Err((ErrorKind::Indentation, "too many levels of indentation"));
            }
            if width.narrow <= current.narrow {
                return Err(TABS);
            }
            self.open.push(width);
            return Ok(Change::Indent);
        }
        let before = self.open.len();
        while self.open.len() > 1 && width.column < self.open[self.open.len() - 1].column {
            self.open.pop();
        }
        let current = self.open[self.open.len() - 1];
        if width.column != current.column {
            return Err((
                ErrorKind::Indentation,
                "unindent does not match any outer indentation level",
            ));
        }
        if width.narrow != current.narrow {
            return Err(TABS);
        }
        Ok(Change::Dedent(before - self.open.len()))
    }
}

/// Measures the blank with which `line` begins; returns its length in bytes too. A blank split by backslashes is as
/// wide as its first part.
pub fn measure(line: &str) -> (usize, Begin) {
    let bytes = line.as_bytes();
    let mut width = Width::default();
    let mut joined: Option<Width> = None;
    let mut at = 0;
    loop {
        match bytes.get(at) {
            Some(b' ') => {
                width.column += 1;
                width.narrow += 1;
            }
            Some(b'\t') => {
                width.column = (width.column / 8 + 1) * 8;
                width.narrow += 1;
            }
            Some(b'\x0c') => width = Width::default(),
            Some(b'\\') => {
                if width.column > 0 {
                    joined.get_or_insert(width);
                }
                at += match &bytes[at + 1..] {
                    [b'\r', b'\n', ..] => 2,
                    [b'\n' | b'\r', ..] => 1,
                    _ => return (at, Begin::StrayBackslash),
                };
                if at + 1 == bytes.len() {
                    return (at + 1, Begin::EndOfSource);
                }
            }
            None | Some(b'#' | b'\n' | b'\r') => return (at, Begin::Blank),
            Some(_) => return (at, Begin::Line(joined.unwrap_or(width))),
        }
        at += 1;
    }
}

/// Where the block of lines indented by at least `indent` blanks ends that `text` has at `start`: behind its last line
/// that is neither blank nor a comment.
pub fn block_end(text: &str, start: usize, indent: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = start;
    let mut line = start;
    loop {
        let length = memchr::memchr(b'\n', &bytes[line..]).unwrap_or(bytes.len() - line);
        let blanks = bytes[line..line + length]
            .iter()
            .take_while(|&&byte| byte == b' ')
            .count();
        match bytes[line..line + length].get(blanks) {
            None | Some(b'#') => {}
            Some(_) if line > start && blanks < indent => return end,
            Some(_) => end = line + length,
        }
        line += length + 1;
        if line >= bytes.len() {
            return end;
        }
    }
}
