//! Examples in Markdown: fenced blocks of Python, and the blocks behind them that show what they print.

use super::attributes::{self, Attributes};
use super::blocks::{Block, Comment, blocks};
use super::example::{Document, Example, Expected, Fault, Kind, Lines, Place, Stream};
use super::{comments, plain, session, transcript};
use snakelet::embed::is_incomplete;

const PROGRAMS: &[&str] = &["python", "py", "python3", "pycon"];
const SESSIONS: &[&str] = &["pycon", "doctest", "python-repl", "console"];
const OUTPUTS: &[&str] = &["output", "text", "console", "txt"];
const SHELLS: &[&str] = &[
    "bash",
    "sh",
    "shell",
    "zsh",
    "shell-session",
    "shellsession",
    "console",
    "",
];

/// Reads a document. `unmarked`: blocks without a language are programs, if they parse.
pub fn read(text: &str, unmarked: bool, document: &mut Document) {
    let lines = Lines::of(text);
    let (blocks, comments) = blocks(text, &lines);
    let mut reader = Reader {
        text,
        lines: &lines,
        unmarked,
        blocks: &blocks,
        taken: vec![false; blocks.len()],
        document,
    };
    let mut hints = comments.iter().peekable();
    for index in 0..blocks.len() {
        let mut hint = None;
        while let Some(comment) = hints.next_if(|each| each.range.start < blocks[index].all.start) {
            if let Some(lonely) = hint.replace(comment) {
                reader.lonely(lonely);
            }
        }
        let is_before = |comment: &&Comment| {
            let between =
                &text[comment.range.end.min(blocks[index].all.start)..blocks[index].all.start];
            between.chars().all(|c| c.is_whitespace() || c == '>')
        };
        let near = hint.filter(is_before);
        if let Some(lonely) = hint.filter(|_| near.is_none()) {
            reader.lonely(lonely);
        }
        let was_used = reader.block(index, near);
        if let Some(lonely) = near.filter(|_| !was_used) {
            reader.lonely(lonely);
        }
    }
    for comment in hints {
        reader.lonely(comment);
    }
}

struct Reader<'a> {
    text: &'a str,
    lines: &'a Lines,
    unmarked: bool,
    blocks: &'a [Block],
    /// The blocks that are outputs of programs before them.
    taken: Vec<bool>,
    document: &'a mut Document,
}

impl Reader<'_> {
    fn fault(&mut self, offset: usize, text: impl Into<String>) {
        self.document.faults.push(Fault {
            line: self.lines.number(offset),
            text: text.into(),
        });
    }

    fn lonely(&mut self, comment: &Comment) {
        let text = "these attributes stand right before no program";
        self.fault(comment.range.start, text);
    }

    /// Takes a block for what it is; whether a comment before it has had a meaning.
    fn block(&mut self, index: usize, hint: Option<&Comment>) -> bool {
        let block = &self.blocks[index];
        let marked = PROGRAMS.contains(&&*block.language);
        let unnamed = block.language.is_empty() && !self.taken[index];
        let is_session = session::is_session(&block.text)
            && (marked || unnamed || SESSIONS.contains(&&*block.language))
            || block.language == "pycon" && session::has_prompt(&block.text);
        let is_fragment = unnamed && self.unmarked && plain::is_fragment(&block.text);
        let is_code = || unnamed && self.unmarked && plain::is_code(&block.text);
        let is_program = marked || is_session || is_fragment || is_code();
        let says_file = |words: &str| words.contains("file=");
        let is_file = !is_program
            && !self.taken[index]
            && (says_file(&block.words) || hint.is_some_and(|hint| says_file(&hint.words)));
        if !is_program && !is_file {
            if unnamed && transcript::is_transcript(&block.text) {
                self.push(index, Kind::Transcript, Attributes::default());
            }
            return false;
        }
        let mut own = Attributes::default();
        if let Some(hint) = hint
            && let Err(fault) = attributes::read(&hint.words, &mut own)
        {
            self.fault(hint.range.start, fault);
            return true;
        }
        if let Err(fault) = attributes::read(&block.words, &mut own) {
            self.fault(block.all.start, fault);
            return true;
        }
        let kind = match () {
            () if is_file => Kind::File,
            () if is_session => Kind::Session,
            () if is_fragment => Kind::Fragment,
            () => Kind::Program,
        };
        self.push(index, kind, own);
        true
    }

    /// Adds the example that a block is.
    fn push(&mut self, index: usize, kind: Kind, own: Attributes) {
        let block = &self.blocks[index];
        let line = self.lines.number(block.range.start);
        if let Some(fault) = senseless(&self.document.examples, kind, &own) {
            self.fault(block.all.start, fault);
            return;
        }
        let mut example = Example {
            line,
            code: block.text.clone(),
            attributes: own,
            expected: Vec::new(),
            kind,
            is_marked: PROGRAMS.contains(&&*block.language) || kind == Kind::Session,
            room: None,
            body: None,
            again: None,
        };
        if kind == Kind::Session {
            let prefix = format!("{}{}", block.prefix, session::indent(&block.text));
            example.body = Some((block.range.clone(), prefix));
        }
        if kind != Kind::Program {
            self.document.examples.push(example);
            return;
        }
        example.expected = comments::expected(&block.text, &block.mapping, self.text, self.lines);
        if example.attributes.hidden {
            self.document.examples.push(example);
            return;
        }
        let mut end = block.end;
        let mut more = Vec::new();
        for (behind, next) in self.blocks.iter().enumerate().skip(index + 1) {
            if next.section != block.section {
                break;
            }
            let runs = transcript::runs(&next.text);
            let is_shell = SHELLS.contains(&&*next.language);
            if let [first, others @ ..] = &runs[..]
                && (is_shell || OUTPUTS.contains(&&*next.language))
            {
                if example
                    .expected
                    .iter()
                    .any(|each| each.stream == Stream::Both)
                {
                    break;
                }
                self.taken[behind] = true;
                end = next.end;
                self.shows(&mut example, next, first);
                for run in others {
                    let mut again = example.clone();
                    // With other arguments it prints something else than its comments say.
                    again.expected.clear();
                    again.attributes.exit = None;
                    again.room = None;
                    self.shows(&mut again, next, run);
                    again.again = Some(self.lines.number(next.mapping.at(run.at)));
                    more.push(again);
                }
                continue;
            }
            // How it is started needs no answer.
            if is_shell && !next.language.is_empty() && next.language != "console" {
                continue;
            }
            let Some(stream) = self.output(next) else {
                break;
            };
            if example.expected.iter().any(|each| each.stream == stream) {
                break;
            }
            self.taken[behind] = true;
            end = next.end;
            example.expected.push(Expected {
                text: next.text.clone(),
                stream,
                place: Place::Lines {
                    range: next.range.clone(),
                    prefix: next.prefix.clone(),
                    fence: next.fence.clone(),
                },
                lines: vec![self.lines.number(next.range.start)],
            });
        }
        if example.expected.is_empty() {
            example.room = end.map(|end| (end, block.outer.clone()));
        }
        self.document.examples.push(example);
        self.document.examples.append(&mut more);
    }

    /// Whose output a block shows, if it is one.
    fn output(&mut self, block: &Block) -> Option<Stream> {
        if !OUTPUTS.contains(&&*block.language) || session::is_session(&block.text) {
            return None;
        }
        match &*block.words {
            "" => Some(Stream::Out),
            "error" => Some(Stream::Err),
            words => {
                let text = format!(
                    "`{words}` is no attribute of an output: there is `error`, for standard error"
                );
                self.fault(block.all.start, text);
                None
            }
        }
    }

    /// Adds what a command of a transcript shows to the program that it runs.
    fn shows(&self, example: &mut Example, block: &Block, run: &transcript::Run) {
        let own = &mut example.attributes;
        own.name = Some(run.name.clone());
        own.arguments.clone_from(&run.arguments);
        if own.exit.is_none() && !own.error {
            own.exit = run.status;
        }
        let text = &block.text[run.range.clone()];
        // The line behind the command, and the line behind the last one of its output.
        let start = self.lines.next(block.mapping.at(run.at), self.text.len());
        let end = match run.range.is_empty() {
            true => start,
            false => self
                .lines
                .next(block.mapping.at(run.range.end - 1), self.text.len()),
        };
        example.expected.push(Expected {
            text: text.to_owned(),
            stream: Stream::Both,
            place: Place::Lines {
                range: start..end,
                prefix: block.prefix.clone(),
                fence: block.fence.clone(),
            },
            lines: vec![self.lines.number(start)],
        });
    }
}

/// What makes no sense in the attributes of an example behind those before it.
fn senseless(before: &[Example], kind: Kind, own: &Attributes) -> Option<String> {
    if kind == Kind::Session && (own.error || own.exit.is_some() || own.file.is_some()) {
        return Some("a session shows its errors itself, and is no file: `error`, `exit=` and `file=` are for programs".to_owned());
    }
    if !own.continues {
        return None;
    }
    let last = before
        .iter()
        .rfind(|other| other.attributes.group == own.group && goes_on(other));
    match last {
        None => Some("`continue` has no program before it to go on from".to_owned()),
        Some(last) if last.kind == Kind::Session && kind == Kind::Program => Some(
            "a program cannot go on from a session: `continue` is for a session here".to_owned(),
        ),
        Some(_) => None,
    }
}

/// Whether another example could go on from this one.
pub fn goes_on(example: &Example) -> bool {
    let own = &example.attributes;
    let runs = matches!(example.kind, Kind::Program | Kind::Session);
    runs && !own.skip && !own.no_run && !own.hidden && own.file.is_none() && example.again.is_none()
}

/// Whether a program is torn off at its end.
pub fn is_torn(code: &str) -> bool {
    is_incomplete(&format!("{}\n", code.trim_end()))
}
