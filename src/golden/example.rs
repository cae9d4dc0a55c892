//! What is found in a document: programs, what they are to print, and how they are to be run.

use super::attributes::Attributes;
use std::ops::Range;
use std::path::PathBuf;

/// A document that has been read.
pub struct Document {
    /// Where it is.
    pub path: PathBuf,
    /// Its text.
    pub text: String,
    /// Whether a mark of its encoding stands before that.
    pub has_mark: bool,
    /// Its examples, in order.
    pub examples: Vec<Example>,
    /// What is wrong with the document itself.
    pub faults: Vec<Fault>,
}

/// Something wrong at a line.
pub struct Fault {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong.
    pub text: String,
}

/// A program in a document.
#[derive(Clone)]
pub struct Example {
    /// The line of its first line, counted from 1.
    pub line: usize,
    /// The program, or the session with its prompts.
    pub code: String,
    /// How it is run.
    pub attributes: Attributes,
    /// What it is to print.
    pub expected: Vec<Expected>,
    /// What it is.
    pub kind: Kind,
    /// Whether the document says that it is Python.
    pub is_marked: bool,
    /// Where an output could be written that does not stand there yet: an offset, and what begins each line.
    pub room: Option<(usize, String)>,
    /// Where the lines of a session stand in the document, and what begins each: its outputs are written there.
    pub body: Option<(Range<usize>, String)>,
    /// The line of the command in a transcript that runs it once more.
    pub again: Option<usize>,
}

/// What an example is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A program.
    Program,
    /// What somebody typed at a prompt, and what came back.
    Session,
    /// Something that begins like a program and is none.
    Fragment,
    /// A file that is no program.
    File,
    /// What a program prints that the document does not show.
    Transcript,
}

/// An output that the document shows.
#[derive(Clone)]
pub struct Expected {
    /// The text.
    pub text: String,
    /// Whose text it is.
    pub stream: Stream,
    /// Where it stands.
    pub place: Place,
    /// The lines of the document that its lines stand in, counted from 1; the first alone, if the others follow it.
    pub lines: Vec<usize>,
}

/// Where an output stands.
#[derive(Clone)]
pub enum Place {
    /// Lines of the document.
    Lines {
        /// In bytes; whole lines.
        range: Range<usize>,
        /// What stands before each line, which is no part of it.
        prefix: String,
        /// The fences around them.
        fence: Option<Fence>,
    },
    /// A mark in the program for each line: where its text stands.
    Marks(Vec<Range<usize>>),
    /// A file.
    Beside(PathBuf),
}

/// The fences of a block.
#[derive(Clone)]
pub struct Fence {
    /// The characters of the opening one.
    pub open: Range<usize>,
    /// Those of the closing one.
    pub close: Range<usize>,
    /// The character that they are made of.
    pub mark: char,
}

/// Whose text an output is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stream {
    /// Standard output.
    Out,
    /// Standard error.
    Err,
    /// Both, as a terminal shows them.
    Both,
    /// Lines of standard output in this order, with others between them.
    Some,
    /// All lines of standard output, one for each mark in the program.
    Lines,
    /// The last line of standard error.
    Error,
}

impl Example {
    /// The line that names it in reports.
    pub fn place(&self) -> usize {
        self.again.unwrap_or(self.line)
    }
}

/// The lines of a text: where each begins. A line ends with LF, CR LF or CR.
pub struct Lines(Vec<usize>);

impl Lines {
    /// Those of a text.
    pub fn of(text: &str) -> Lines {
        let mut starts = vec![0];
        let bytes = text.as_bytes();
        for (at, byte) in bytes.iter().enumerate() {
            let ends = *byte == b'\n' || *byte == b'\r' && bytes.get(at + 1) != Some(&b'\n');
            if ends {
                starts.push(at + 1);
            }
        }
        Lines(starts)
    }

    /// The line of an offset, counted from 1.
    pub fn number(&self, offset: usize) -> usize {
        self.0.partition_point(|start| *start <= offset)
    }

    /// Where the line with this number begins.
    pub fn nth(&self, number: usize) -> Option<usize> {
        self.0.get(number.checked_sub(1)?).copied()
    }

    /// Where the line of an offset begins.
    pub fn start(&self, offset: usize) -> usize {
        self.0[self.number(offset) - 1]
    }

    /// Where the line behind that of an offset begins, or `end`.
    pub fn next(&self, offset: usize, end: usize) -> usize {
        self.0.get(self.number(offset)).copied().unwrap_or(end)
    }
}

/// The lines of a text with their ends.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = match rest.find(['\n', '\r']) {
            Some(at) if rest[at..].starts_with("\r\n") => at + 2,
            Some(at) => at + 1,
            None => rest.len(),
        };
        let (line, behind) = rest.split_at(end);
        rest = behind;
        Some(line)
    })
}

#[cfg(test)]
mod tests {
    use super::{Lines, lines};

    #[test]
    fn lines_end_in_three_ways() {
        let text = "a\r\nb\rc\n\nd";
        let all: Vec<&str> = lines(text).collect();
        assert_eq!(all, ["a\r\n", "b\r", "c\n", "\n", "d"]);
        let lines = Lines::of(text);
        let numbers: Vec<usize> = (0..text.len()).map(|at| lines.number(at)).collect();
        assert_eq!(numbers, [1, 1, 1, 2, 2, 3, 3, 4, 5]);
        assert_eq!(
            (lines.start(4), lines.next(4, 9), lines.next(8, 9)),
            (3, 5, 9)
        );
    }
}
