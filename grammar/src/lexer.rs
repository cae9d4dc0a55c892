//! Cuts source text into tokens: words, numbers, signs, strings, f-strings with their nested fields, and the layout
//! tokens that `layout.rs` decides on. The first mistake ends the tokens; everything before it is kept, since a
//! mistake of the grammar that stands earlier is reported first.

use crate::error::{ErrorKind, SyntaxError, SyntaxWarning};
use crate::layout::{self, Begin, Change, Layout};
use crate::number;
use crate::source::{Source, Span};
use crate::token::{Token, TokenKind};
use crate::word;
use logos::Logos;

/// The most brackets that may be open at once.
const MAX_BRACKETS: usize = 200;
/// The most f-strings that may be open at once.
const MAX_FORMATS: usize = 149;
/// The most fields that may be open in one f-string, each in the specification of another.
const MAX_FIELDS: usize = 3;

/// What the lexer found.
pub struct Lexed {
    /// The tokens up to the end or the first mistake.
    pub tokens: Vec<Token>,
    /// The comments.
    pub comments: Vec<Span>,
    /// What ended the tokens early.
    pub fault: Option<Box<Fault>>,
    /// Suspicions about numbers.
    pub warnings: Vec<SyntaxWarning>,
}

/// What ended the tokens early.
#[derive(Clone, Debug)]
pub struct Fault {
    /// The error.
    pub error: SyntaxError,
    /// How it stands to mistakes of the grammar before it.
    pub kind: FaultKind,
    /// The innermost bracket that was open, as the error of one never closed.
    pub unclosed: Option<SyntaxError>,
}

impl Fault {
    fn new(kind: FaultKind, error: SyntaxError) -> Box<Fault> {
        Box::new(Fault {
            error,
            kind,
            unclosed: None,
        })
    }
}

/// The kinds of [`Fault`]s: when a mistake of the grammar stands before one, which of the two is reported? If that is
/// the other, an open bracket on an earlier line comes before it still.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// A mistake that the reference's lexer raises at once: this one.
    Raised,
    /// A mistake that it tells its parser by a number, or does not notice: the other.
    Coded,
    /// The source ended in an open bracket or behind a backslash: the other.
    Ended,
}

/// A piece of text, before strings, numbers and layout are looked at closely.
#[derive(Logos, Clone, Copy, Debug, PartialEq)]
enum Raw {
    #[regex(r"[ \t\x0c]+")]
    Blank,
    #[regex(r"#[^\r\n]*", allow_greedy = true)]
    Comment,
    #[regex(r"\r\n|\n|\r")]
    LineEnd,
    #[regex(r"\\(\r\n|\n|\r)")]
    Join,
    #[token("\\")]
    Backslash,
    #[regex(r"[A-Za-z_\u{80}-\u{10FFFF}][A-Za-z0-9_\u{80}-\u{10FFFF}]*")]
    Word,
    #[regex(r"[0-9]|\.[0-9]")]
    Number,
    #[regex(r#"([rRuUbB]|[bB][rR]|[rR][bB])?['"]"#)]
    String,
    #[regex(r#"([fF]|[fF][rR]|[rR][fF])['"]"#)]
    Format,
    #[token("(", |_| TokenKind::LeftParen)]
    #[token("[", |_| TokenKind::LeftBracket)]
    #[token("{", |_| TokenKind::LeftBrace)]
    Open(TokenKind),
    #[token(")", |_| TokenKind::RightParen)]
    #[token("]", |_| TokenKind::RightBracket)]
    #[token("}", |_| TokenKind::RightBrace)]
    Close(TokenKind),
    #[token(":")]
    Colon,
    #[token(",", |_| TokenKind::Comma)]
    #[token(";", |_| TokenKind::Semicolon)]
    #[token("+", |_| TokenKind::Plus)]
    #[token("-", |_| TokenKind::Minus)]
    #[token("*", |_| TokenKind::Star)]
    #[token("/", |_| TokenKind::Slash)]
    #[token("|", |_| TokenKind::Bar)]
    #[token("&", |_| TokenKind::Ampersand)]
    #[token("<", |_| TokenKind::Less)]
    #[token(">", |_| TokenKind::Greater)]
    #[token("=", |_| TokenKind::Equal)]
    #[token(".", |_| TokenKind::Dot)]
    #[token("%", |_| TokenKind::Percent)]
    #[token("==", |_| TokenKind::EqualEqual)]
    #[token("!=", |_| TokenKind::NotEqual)]
    #[token("<>", |_| TokenKind::Unknown)]
    #[token("<=", |_| TokenKind::LessEqual)]
    #[token(">=", |_| TokenKind::GreaterEqual)]
    #[token("~", |_| TokenKind::Tilde)]
    #[token("^", |_| TokenKind::Caret)]
    #[token("<<", |_| TokenKind::LeftShift)]
    #[token(">>", |_| TokenKind::RightShift)]
    #[token("**", |_| TokenKind::DoubleStar)]
    #[token("+=", |_| TokenKind::PlusEqual)]
    #[token("-=", |_| TokenKind::MinusEqual)]
    #[token("*=", |_| TokenKind::StarEqual)]
    #[token("/=", |_| TokenKind::SlashEqual)]
    #[token("%=", |_| TokenKind::PercentEqual)]
    #[token("&=", |_| TokenKind::AmpersandEqual)]
    #[token("|=", |_| TokenKind::BarEqual)]
    #[token("^=", |_| TokenKind::CaretEqual)]
    #[token("<<=", |_| TokenKind::LeftShiftEqual)]
    #[token(">>=", |_| TokenKind::RightShiftEqual)]
    #[token("**=", |_| TokenKind::DoubleStarEqual)]
    #[token("//", |_| TokenKind::DoubleSlash)]
    #[token("//=", |_| TokenKind::DoubleSlashEqual)]
    #[token("@", |_| TokenKind::At)]
    #[token("@=", |_| TokenKind::AtEqual)]
    #[token("->", |_| TokenKind::Arrow)]
    #[token("...", |_| TokenKind::Ellipsis)]
    #[token(":=", |_| TokenKind::ColonEqual)]
    #[token("!", |_| TokenKind::Exclamation)]
    Sign(TokenKind),
}

/// Cuts `source` into tokens.
pub fn lex(source: &Source) -> Lexed {
    Lexer::new(source, Span::new(0, source.text.len() as u32)).lex()
}

/// The same for one definition in it, which begins where `span` does and ends with it.
pub fn lex_definition(source: &Source, span: Span) -> Lexed {
    Lexer::new(source, span).lex()
}

/// The same, but what functions do is left for later: behind its docstring, the body of each is one token. Only for
/// text without mistakes whose strings and brackets in functions are indented at least as far as the statements.
pub fn lex_outline(source: &Source) -> Lexed {
    let mut lexer = Lexer::new(source, Span::new(0, source.text.len() as u32));
    lexer.outline = Some(Outline::Outside);
    lexer.lex()
}

/// The comments of a text that stands in brackets.
pub fn comments_in_brackets(source: &Source) -> Vec<Span> {
    let mut lexer = Lexer::new(source, Span::new(0, source.text.len() as u32));
    lexer.brackets.push((TokenKind::LeftBrace, Span::default()));
    // What is wrong in it was found when the whole was read.
    let _ = lexer.run();
    lexer.out.comments
}

/// An f-string that is open.
struct Format {
    /// The place of its prefix and quotes.
    span: Span,
    /// One quote or three.
    quotes: &'static str,
    raw: bool,
    /// The fields that are open, each in the specification of the one before.
    fields: Vec<Field>,
}

/// A replacement field that is open.
struct Field {
    /// The number of brackets open in it, its own included.
    depth: usize,
    in_spec: bool,
}

/// How far a function is read whose body is left for later.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outline {
    /// None begins yet.
    Outside,
    /// Its first line, and blank lines behind it.
    Signature,
    /// Its docstring.
    Docstring,
}

struct Lexer<'s> {
    source: &'s Source,
    text: &'s str,
    raw: logos::Lexer<'s, Raw>,
    layout: Layout,
    brackets: Vec<(TokenKind, Span)>,
    formats: Vec<Format>,
    /// Whether the line so far has no token.
    blank: bool,
    /// Where the line begins; lines joined by a backslash or in one string count as one.
    line_start: usize,
    /// Where in a function the text is, if bodies are left for later.
    outline: Option<Outline>,
    out: Lexed,
}

impl<'s> Lexer<'s> {
    fn new(source: &'s Source, span: Span) -> Lexer<'s> {
        let text = &source.text[..span.end as usize];
        let mut raw = Raw::lexer(text);
        raw.bump(span.start as usize);
        Lexer {
            source,
            text,
            raw,
            layout: Layout::new(),
            brackets: Vec::new(),
            formats: Vec::new(),
            blank: false,
            line_start: span.start as usize,
            outline: None,
            out: Lexed {
                tokens: Vec::new(),
                comments: Vec::new(),
                fault: None,
                warnings: Vec::new(),
            },
        }
    }

    fn lex(mut self) -> Lexed {
        self.out.fault = self.run().err().map(|fault| self.seen(fault));
        self.out
    }

    fn run(&mut self) -> Result<(), Box<Fault>> {
        self.begin_line()?;
        loop {
            if self.in_text() {
                self.format_text()?;
                continue;
            }
            match self.raw.next() {
                Some(raw) => self.token(raw)?,
                None => return self.end(),
            }
        }
    }

    /// The fault as the reference notes it.
    fn seen(&self, mut fault: Box<Fault>) -> Box<Fault> {
        let in_format = !self.formats.is_empty();
        let unclosed = self.unclosed();
        match (fault.kind, &unclosed) {
            // It takes no notice of mistakes in an f-string that its parser does not reach.
            (FaultKind::Raised, _) if in_format => fault.kind = FaultKind::Coded,
            (FaultKind::Ended, Some(error)) => fault.error = error.clone(),
            _ => {}
        }
        fault.unclosed = unclosed.filter(|_| !in_format && fault.kind != FaultKind::Raised);
        fault
    }

    /// The error for the innermost open bracket.
    fn unclosed(&self) -> Option<SyntaxError> {
        let &(kind, span) = self.brackets.last()?;
        let message = format!("'{}' was never closed", sign(kind));
        let mut error = SyntaxError::new(ErrorKind::Syntax, message, span);
        error.columns = Some((self.source.character_column(span.start) as i32 + 1, 0));
        error.incomplete = true;
        Some(error)
    }

    /// The offset behind what was read.
    fn at(&self) -> usize {
        self.raw.span().end
    }

    fn span(&self) -> Span {
        let range = self.raw.span();
        Span::new(range.start as u32, range.end as u32)
    }

    fn emit(&mut self, kind: TokenKind, span: Span) {
        self.blank = false;
        self.out.tokens.push(Token {
            kind,
            span,
            level: self.brackets.len() as u16,
        });
    }

    /// An error at `at`. The reference marks a point, not a range.
    fn wrong<T>(&self, message: impl Into<String>, at: u32) -> Result<T, Box<Fault>> {
        let error = SyntaxError::new(ErrorKind::Syntax, message, Span::new(at, at));
        Err(Fault::new(FaultKind::Raised, error))
    }

    fn token(&mut self, raw: Result<Raw, ()>) -> Result<(), Box<Fault>> {
        let span = self.span();
        match raw {
            Ok(Raw::Blank) => {}
            Ok(Raw::Comment) => self.out.comments.push(span),
            Ok(Raw::LineEnd) => {
                self.line_start = self.at();
                if self.brackets.is_empty() {
                    if !self.blank {
                        self.newline(span.start);
                    }
                    self.begin_line()?;
                    if self.outline.is_some() {
                        self.leave_for_later();
                    }
                }
            }
            Ok(Raw::Join) => {
                if self.at() == self.text.len() {
                    return Err(self.ended());
                }
            }
            Ok(Raw::Backslash) if self.at() == self.text.len() => return Err(self.ended()),
            Ok(Raw::Backslash) => return self.stray_backslash(span.end),
            Ok(Raw::Word) => self.word(span)?,
            Ok(Raw::Number) => self.number(span)?,
            Ok(Raw::String) => self.string(span)?,
            Ok(Raw::Format) => self.format(span)?,
            Ok(Raw::Open(kind)) => self.open(kind, span)?,
            Ok(Raw::Close(kind)) => self.close(kind, span)?,
            Ok(Raw::Colon) => self.colon(span),
            Ok(Raw::Sign(TokenKind::ColonEqual)) if self.at_field() => {
                self.colon(Span::new(span.start, span.start + 1));
                self.rewind(span.start as usize + 1);
            }
            Ok(Raw::Sign(kind)) => self.emit(kind, span),
            Err(()) => self.unknown(span)?,
        }
        Ok(())
    }

    /// The end of a logical line, which begins with the comment before it, if any.
    fn newline(&mut self, at: u32) {
        let comment = self.out.comments.last().filter(|comment| comment.end == at);
        let start = comment.map_or(at, |comment| comment.start);
        self.emit(TokenKind::Newline, Span::new(start, at));
    }

    /// Goes on reading at `at`.
    fn rewind(&mut self, at: usize) {
        self.raw = Raw::lexer(self.text);
        self.raw.bump(at);
    }

    /// Reads the blank of a new line and opens or closes blocks.
    fn begin_line(&mut self) -> Result<(), Box<Fault>> {
        let start = self.at();
        let (length, begin) = layout::measure(&self.text[start..]);
        self.raw.bump(length);
        let at = (start + length) as u32;
        self.blank = true;
        let width = match begin {
            Begin::Blank => return Ok(()),
            Begin::Line(width) => width,
            Begin::StrayBackslash if at as usize + 1 == self.text.len() => return Err(self.ended()),
            Begin::StrayBackslash => return self.stray_backslash(at + 1),
            Begin::EndOfSource => return Err(self.ended()),
        };
        let here = Span::new(at, at);
        match self.layout.enter(width) {
            Ok(Change::Same) => {}
            Ok(Change::Indent) => self.emit(TokenKind::Indent, Span::new(start as u32, at)),
            Ok(Change::Dedent(count)) => {
                (0..count).for_each(|_| self.emit(TokenKind::Dedent, here))
            }
            Err((kind, message)) => return Err(self.misplaced(kind, message, start as u32, at)),
        }
        Ok(())
    }

    /// A line, begun at `start`, whose indentation, which ends at `at`, is wrong.
    fn misplaced(&self, kind: ErrorKind, message: &str, start: u32, at: u32) -> Box<Fault> {
        let line = self.source.line_text(self.source.line_of(at));
        let unindented = kind == ErrorKind::Indentation && message.starts_with("unindent");
        let mut error = SyntaxError::new(kind, message, Span::new(start, start));
        error.columns = Some(match unindented {
            true => (line.chars().count() as i32 + 1, -1),
            false => (1, 0),
        });
        if unindented {
            let begin = self.text[..at as usize].rfind(['\n', '\r']);
            let end = (begin.map_or(0, |begin| begin + 1) + line.len()) as u32;
            error.span = Span::new(end, end);
        }
        Fault::new(FaultKind::Coded, error)
    }

    /// A backslash, ending at `at`, that joins no line.
    fn stray_backslash<T>(&self, at: u32) -> Result<T, Box<Fault>> {
        let message = "unexpected character after line continuation character";
        let mut error = SyntaxError::new(ErrorKind::Syntax, message, Span::new(at, at));
        let column = self.text[self.line_start..at as usize].chars().count();
        error.columns = Some((column as i32 + 1, 0));
        Err(Fault::new(FaultKind::Coded, error))
    }

    fn ended(&self) -> Box<Fault> {
        let end = self.text.len() as u32;
        let message = "unexpected EOF while parsing";
        let mut error = SyntaxError::at_layout(self.source, ErrorKind::Syntax, message, end);
        // Unlike the other errors at the end of a file, this one has a column.
        let column = self.source.character_column(error.span.start);
        error.columns = Some((column as i32 + 1, -1));
        error.incomplete = true;
        Fault::new(FaultKind::Ended, error)
    }

    /// The end of the source: closes the last line and all blocks.
    fn end(&mut self) -> Result<(), Box<Fault>> {
        if !self.brackets.is_empty() {
            return Err(self.ended());
        }
        let end = self.text.len() as u32;
        let here = Span::new(end, end);
        let unfinished = self.out.tokens.last().is_some_and(|last| {
            !matches!(
                last.kind,
                TokenKind::Newline | TokenKind::Indent | TokenKind::Dedent
            )
        });
        if unfinished {
            self.newline(end);
        }
        (0..self.layout.depth()).for_each(|_| self.emit(TokenKind::Dedent, here));
        self.emit(TokenKind::End, here);
        Ok(())
    }

    fn word(&mut self, span: Span) -> Result<(), Box<Fault>> {
        let text = span.text(self.source);
        if !text.is_ascii() {
            let mut chars = text.char_indices();
            let invalid = chars.find(|&(at, c)| {
                !(if at == 0 {
                    word::starts(c)
                } else {
                    word::continues(c)
                })
            });
            if let Some((at, c)) = invalid {
                return self.invalid_character(span.start + at as u32, c);
            }
        }
        let kind = TokenKind::keyword(text).unwrap_or(TokenKind::Name);
        if kind == TokenKind::Def && self.outline.is_some() {
            self.outline = Some(Outline::Signature);
        }
        self.emit(kind, span);
        Ok(())
    }

    /// At the begin of a line: skips what a function does if that begins here.
    fn leave_for_later(&mut self) {
        let here = self.at();
        let rest = &self.text.as_bytes()[here..];
        let stage = self.outline;
        if stage == Some(Outline::Outside) || matches!(rest.first(), None | Some(b'#' | b'\n')) {
            return;
        }
        let last = self.out.tokens.last().map(|token| token.kind);
        let is_inside = match stage {
            Some(Outline::Signature) => last == Some(TokenKind::Indent),
            _ => last != Some(TokenKind::Dedent),
        };
        if is_inside
            && stage == Some(Outline::Signature)
            && matches!(rest, [b'"' | b'\'', ..] | [b'r', b'"', ..])
        {
            self.outline = Some(Outline::Docstring);
            return;
        }
        self.outline = Some(Outline::Outside);
        if is_inside {
            let indent = here - self.line_start;
            let end = layout::block_end(self.text, here, indent);
            self.raw.bump(end - here);
            self.emit(TokenKind::Unread, Span::new(here as u32, end as u32));
        }
    }

    fn invalid_character<T>(&self, at: u32, c: char) -> Result<T, Box<Fault>> {
        let code = c as u32;
        let message = if word::is_printable(c) {
            format!("invalid character '{c}' (U+{code:04X})")
        } else {
            format!("invalid non-printable character U+{code:04X}")
        };
        self.wrong(message, at)
    }

    fn unknown(&mut self, span: Span) -> Result<(), Box<Fault>> {
        match span.text(self.source).chars().next() {
            Some(c) if !word::is_printable(c) => self.invalid_character(span.start, c),
            _ => {
                self.emit(TokenKind::Unknown, span);
                Ok(())
            }
        }
    }

    fn number(&mut self, span: Span) -> Result<(), Box<Fault>> {
        let start = span.start as usize;
        match number::cut(&self.text[start..]) {
            Ok(number::Cut { length, touching }) => {
                self.raw.bump(length - self.raw.slice().len());
                let span = self.span();
                self.emit(TokenKind::Number, span);
                self.out.warnings.extend(touching.map(|kind| SyntaxWarning {
                    category: "SyntaxWarning",
                    message: format!("invalid {kind} literal"),
                    span,
                }));
                Ok(())
            }
            Err(fault) => {
                let (from, to) = fault.marked;
                let span = Span::new((start + from) as u32, (start + to) as u32);
                Err(Fault::new(
                    FaultKind::Raised,
                    SyntaxError::new(ErrorKind::Syntax, fault.message, span),
                ))
            }
        }
    }

    /// One quote or three, of the string whose prefix and first quote were read; reads the others.
    fn quotes(&mut self) -> &'static str {
        let rest = self.raw.remainder();
        let (single, triple) = if self.raw.slice().ends_with('"') {
            ("\"", "\"\"\"")
        } else {
            ("'", "'''")
        };
        if rest.starts_with(&triple[1..]) {
            self.raw.bump(2);
            return triple;
        }
        single
    }

    fn string(&mut self, span: Span) -> Result<(), Box<Fault>> {
        let quotes = self.quotes();
        let bytes = self.text.as_bytes();
        let mut at = self.at();
        let mut escaped = false;
        loop {
            match bytes.get(at) {
                Some(b'\\')
                    if bytes.get(at + 1) == Some(&b'\r') && bytes.get(at + 2) == Some(&b'\n') =>
                {
                    at += 3
                }
                Some(b'\\') => {
                    escaped |= bytes.get(at + 1) == quotes.as_bytes().first();
                    at += 2;
                }
                Some(b'\n' | b'\r') if quotes.len() == 1 => {
                    return Err(self.unterminated_string(span, quotes, at, escaped));
                }
                Some(_) if bytes[at..].starts_with(quotes.as_bytes()) => break,
                Some(_) => at += 1,
                None => return Err(self.unterminated_string(span, quotes, at, escaped)),
            }
        }
        self.raw.bump(at + quotes.len() - self.at());
        self.emit(TokenKind::String, self.span());
        Ok(())
    }

    /// The same as [`Lexer::unterminated`], for a string with perhaps an escaped quote.
    fn unterminated_string(
        &self,
        opened: Span,
        quotes: &str,
        at: usize,
        escaped: bool,
    ) -> Box<Fault> {
        let mut fault = self.unterminated(opened, quotes, "", at);
        if escaped && fault.error.message.starts_with("unterminated string") {
            fault.error.message += "; perhaps you escaped the end quote?";
        }
        fault
    }

    /// The error for a string that was opened at `opened` and not closed before `at`.
    fn unterminated(&self, opened: Span, quotes: &str, format: &str, at: usize) -> Box<Fault> {
        let closes_outer = format.is_empty()
            && self
                .formats
                .last()
                .is_some_and(|outer| outer.quotes == quotes);
        if closes_outer {
            let here = Span::new(opened.start, opened.start);
            let error = SyntaxError::new(ErrorKind::Syntax, "f-string: expecting '}'", here);
            return Fault::new(FaultKind::Raised, error);
        }
        let triple = if quotes.len() == 3 {
            "triple-quoted "
        } else {
            ""
        };
        let line = self.source.line_of(at.min(self.text.len()) as u32);
        let line = if at >= self.text.len() && self.text.ends_with(['\n', '\r']) {
            line - 1
        } else {
            line
        };
        let message =
            format!("unterminated {triple}{format}string literal (detected at line {line})");
        let here = Span::new(opened.start, opened.start);
        let mut error = SyntaxError::new(ErrorKind::Syntax, message, here);
        error.incomplete = quotes.len() == 3;
        Fault::new(FaultKind::Raised, error)
    }

    fn open(&mut self, kind: TokenKind, span: Span) -> Result<(), Box<Fault>> {
        if self.brackets.len() >= MAX_BRACKETS {
            return self.wrong("too many nested parentheses", span.start);
        }
        self.brackets.push((kind, span));
        self.emit(kind, span);
        Ok(())
    }

    fn close(&mut self, kind: TokenKind, span: Span) -> Result<(), Box<Fault>> {
        let Some(&(opened, opened_at)) = self.brackets.last() else {
            return self.wrong(format!("unmatched '{}'", sign(kind)), span.start);
        };
        if closing(opened) != kind {
            let in_field = self
                .field()
                .is_some_and(|field| field.depth == self.brackets.len());
            if in_field {
                return self.wrong(format!("f-string: unmatched '{}'", sign(kind)), span.start);
            }
            let (line, opened_line) = (
                self.source.line_of(span.start),
                self.source.line_of(opened_at.start),
            );
            let place = if line == opened_line {
                String::new()
            } else {
                format!(" on line {opened_line}")
            };
            let message = format!(
                "closing parenthesis '{}' does not match opening parenthesis '{}'{place}",
                sign(kind),
                sign(opened)
            );
            return self.wrong(message, span.start);
        }
        let ends_field = self
            .field()
            .is_some_and(|field| field.depth == self.brackets.len());
        self.brackets.pop();
        if let (true, Some(format)) = (ends_field, self.formats.last_mut()) {
            format.fields.pop();
        }
        self.emit(kind, span);
        Ok(())
    }

    /// The innermost open field of the innermost open f-string.
    fn field(&self) -> Option<&Field> {
        self.formats.last()?.fields.last()
    }

    /// Whether the next character belongs to a field itself and to no bracket in it.
    fn at_field(&self) -> bool {
        self.field()
            .is_some_and(|field| field.depth == self.brackets.len())
    }

    fn colon(&mut self, span: Span) {
        let at_field = self.at_field();
        self.emit(TokenKind::Colon, span);
        if let (true, Some(field)) = (
            at_field,
            self.formats
                .last_mut()
                .and_then(|format| format.fields.last_mut()),
        ) {
            field.in_spec = true;
        }
    }

    fn format(&mut self, span: Span) -> Result<(), Box<Fault>> {
        let raw = self.raw.slice().contains(['r', 'R']);
        let quotes = self.quotes();
        let span = Span::new(span.start, self.at() as u32);
        if self.formats.len() >= MAX_FORMATS {
            return self.wrong("too many nested f-strings", span.start);
        }
        self.emit(TokenKind::FStringStart, span);
        self.formats.push(Format {
            span,
            quotes,
            raw,
            fields: Vec::new(),
        });
        Ok(())
    }

    /// Whether text of an f-string comes next.
    fn in_text(&self) -> bool {
        self.formats
            .last()
            .is_some_and(|format| format.fields.last().is_none_or(|field| field.in_spec))
    }

    /// Reads text of an f-string, and what ends it.
    fn format_text(&mut self) -> Result<(), Box<Fault>> {
        let Some(format) = self.formats.last() else {
            return Ok(());
        };
        let (span, quotes, raw, in_spec) = (
            format.span,
            format.quotes,
            format.raw,
            !format.fields.is_empty(),
        );
        let bytes = self.text.as_bytes();
        let start = self.at();
        let mut at = start;
        loop {
            match bytes.get(at) {
                // A last line without an end is read as if it had one.
                None if in_spec && quotes.len() == 1 => break,
                None => return Err(self.unterminated(span, quotes, "f-", at)),
                Some(_) if bytes[at..].starts_with(quotes.as_bytes()) => break,
                Some(b'\n' | b'\r') if in_spec && quotes.len() == 1 => break,
                Some(b'\n' | b'\r') if quotes.len() == 1 => {
                    return Err(self.unterminated(span, quotes, "f-", at));
                }
                Some(b'{') if !in_spec && bytes.get(at + 1) == Some(&b'{') => at += 2,
                Some(b'}') if !in_spec && bytes.get(at + 1) == Some(&b'}') => at += 2,
                Some(b'{' | b'}') => break,
                Some(b'\\') => at += escape_length(&bytes[at..], raw),
                Some(_) => at += 1,
            }
        }
        let here = |from: usize, to: usize| Span::new(from as u32, to as u32);
        // A specification has a text even where it is empty, unless a field begins it or the string ends.
        let ends_spec = in_spec && matches!(bytes.get(at), None | Some(b'}' | b'\n' | b'\r'));
        if at > start || ends_spec {
            let kind = if raw {
                TokenKind::FStringRawMiddle
            } else {
                TokenKind::FStringMiddle
            };
            self.emit(kind, here(start, at));
        }
        self.raw.bump(at - start);
        match bytes.get(at) {
            Some(b'{') => {
                self.raw.bump(1);
                if self
                    .formats
                    .last()
                    .is_some_and(|format| format.fields.len() >= MAX_FIELDS)
                {
                    return self.wrong("f-string: expressions nested too deeply", at as u32 - 1);
                }
                self.open(TokenKind::LeftBrace, here(at, at + 1))?;
                let depth = self.brackets.len();
                if let Some(format) = self.formats.last_mut() {
                    format.fields.push(Field {
                        depth,
                        in_spec: false,
                    });
                }
            }
            Some(b'}') => {
                self.raw.bump(1);
                if !in_spec {
                    return self.wrong("f-string: single '}' is not allowed", at as u32);
                }
                self.close(TokenKind::RightBrace, here(at, at + 1))?;
            }
            None | Some(b'\n' | b'\r') => {
                // The field goes on behind the line end; its specification does not.
                if let Some(field) = self
                    .formats
                    .last_mut()
                    .and_then(|format| format.fields.last_mut())
                {
                    field.in_spec = false;
                }
            }
            _ => {
                self.raw.bump(quotes.len());
                self.formats.pop();
                self.emit(TokenKind::FStringEnd, here(at, at + quotes.len()));
            }
        }
        Ok(())
    }
}

/// The length of a backslash in an f-string's text with what belongs to it; a brace keeps its own meaning, but for
/// those of a character's name.
fn escape_length(bytes: &[u8], raw: bool) -> usize {
    match bytes.get(1) {
        Some(b'{' | b'}') => 1,
        Some(b'\r') if bytes.get(2) == Some(&b'\n') => 3,
        Some(b'N') if !raw && bytes.get(2) == Some(&b'{') => {
            let ends = |b: &u8| matches!(b, b'{' | b'}' | b'\'' | b'"' | b'\n' | b'\r' | b'\\');
            let name = bytes[3..].iter().take_while(|b| !ends(b)).count();
            if bytes.get(3 + name) == Some(&b'}') {
                4 + name
            } else {
                3
            }
        }
        Some(_) => 2,
        None => 1,
    }
}

fn closing(kind: TokenKind) -> TokenKind {
    match kind {
        TokenKind::LeftParen => TokenKind::RightParen,
        TokenKind::LeftBracket => TokenKind::RightBracket,
        _ => TokenKind::RightBrace,
    }
}

/// A bracket as it is written.
fn sign(kind: TokenKind) -> char {
    match kind {
        TokenKind::LeftParen => '(',
        TokenKind::RightParen => ')',
        TokenKind::LeftBracket => '[',
        TokenKind::RightBracket => ']',
        TokenKind::LeftBrace => '{',
        _ => '}',
    }
}
