//! What is found in a document: programs, what they are to print, and how they are to be run.

use std::ops::Range;
use std::path::PathBuf;

/// A document that has been read.
pub struct Document {
    /// Where it is.
    pub path: PathBuf,
    /// Its text.
    pub text: String,
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
}

/// An output that the document shows.
pub struct Expected {
    /// Where its text stands in the document, in bytes; whole lines.
    pub range: Range<usize>,
    /// What stands before each of its lines, which is no part of it.
    pub prefix: String,
    /// The text.
    pub text: String,
    /// Whose text it is.
    pub stream: Stream,
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

/// How an example is run.
#[derive(Clone, Default, PartialEq, Debug)]
pub struct Attributes {
    /// Not at all, and nothing is said against it.
    pub skip: bool,
    /// It is only compiled.
    pub no_run: bool,
    /// It ends with an error.
    pub error: bool,
    /// The status it ends with.
    pub exit: Option<i32>,
    /// It goes on where the program before has ended.
    pub continues: bool,
    /// It runs before each program of the document.
    pub hidden: bool,
    /// It is a file that the next programs find.
    pub file: Option<String>,
    /// What it reads.
    pub stdin: Option<String>,
    /// The clock.
    pub clock: Option<String>,
    /// The seed of string hashes.
    pub seed: Option<u32>,
    /// How many seconds it may take.
    pub timeout: Option<f64>,
    /// Whom it belongs to.
    pub group: Option<String>,
    /// The lines of its output come in any order.
    pub unordered: bool,
    /// The name in the transcript.
    pub name: Option<String>,
}

impl Document {
    /// The line of an offset, counted from 1.
    pub fn line_of(&self, offset: usize) -> usize {
        line_of(&self.text, offset)
    }
}

/// The line of an offset in a text, counted from 1.
pub fn line_of(text: &str, offset: usize) -> usize {
    text.as_bytes()[..offset.min(text.len())]
        .iter()
        .filter(|&&byte| byte == b'\n')
        .count()
        + 1
}
