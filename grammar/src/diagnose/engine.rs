//! The machine under the rules: the tokens and how far they were looked at, attempts that step back, results kept
//! for a second look, and errors that end everything.

use crate::error::{ErrorKind, SyntaxError};
use crate::lexer::Lexed;
use crate::source::{Source, Span};
use crate::token::{Token, TokenKind};
use rustc_hash::FxHashMap;

/// The most rules that may be open inside each other.
const MAX_NESTING: u32 = 4_000;
/// The most results kept for one statement before the search for better words is given up: each takes memory.
const MAX_KEPT: usize = 3_000_000;
/// The most rules tried for each token, on average, before it is given up: a guard only.
const MAX_STEPS: u64 = 2_000;

/// An error was raised; it is kept in the engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Raised;

/// What a rule found: `None` when it does not match.
pub type Parse<T = Node> = Result<Option<T>, Raised>;

/// Something that was read, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node(u32);

/// What messages call a thing that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Kind {
    Attribute,
    Subscript,
    Starred,
    Name,
    List,
    Tuple,
    Lambda,
    Call,
    Operation,
    Generator,
    Yield,
    Await,
    ListComp,
    SetComp,
    DictComp,
    Dict,
    Set,
    FString,
    None,
    True,
    False,
    Ellipsis,
    Literal,
    Imaginary,
    /// A comparison, and whether its first operator is `in`.
    Compare(bool),
    Conditional,
    Named,
    /// No expression: a slice, a pattern, a part of an argument list.
    Other,
}

impl Kind {
    /// The word of messages.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Attribute => "attribute",
            Kind::Subscript => "subscript",
            Kind::Starred => "starred",
            Kind::Name => "name",
            Kind::List => "list",
            Kind::Tuple => "tuple",
            Kind::Lambda => "lambda",
            Kind::Call => "function call",
            Kind::Operation => "expression",
            Kind::Generator => "generator expression",
            Kind::Yield => "yield expression",
            Kind::Await => "await expression",
            Kind::ListComp => "list comprehension",
            Kind::SetComp => "set comprehension",
            Kind::DictComp => "dict comprehension",
            Kind::Dict => "dict literal",
            Kind::Set => "set display",
            Kind::FString => "f-string expression",
            Kind::None => "None",
            Kind::True => "True",
            Kind::False => "False",
            Kind::Ellipsis => "ellipsis",
            Kind::Literal | Kind::Imaginary | Kind::Other => "literal",
            Kind::Compare(_) => "comparison",
            Kind::Conditional => "conditional expression",
            Kind::Named => "named expression",
        }
    }
}

/// A rule whose results are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Rule {
    SimpleStatement,
    Expression,
    StarExpression,
    Disjunction,
    Conjunction,
    Inversion,
    BitOr,
    BitXor,
    BitAnd,
    Shift,
    Sum,
    Term,
    Factor,
    AwaitPrimary,
    Primary,
    Strings,
    Arguments,
    StarTarget,
    TargetWithStarAtom,
    TargetPrimary,
    DelTarget,
    ClosedPattern,
    StarPattern,
    InvalidNamed,
    TypeParam,
}

struct Seen {
    kind: Kind,
    span: Span,
    children: Vec<Node>,
}

/// Tries rules over tokens.
pub struct Engine<'s> {
    pub(super) source: &'s Source,
    lexed: &'s Lexed,
    pub(super) pos: usize,
    furthest: usize,
    /// Whether the rules for mistakes are tried.
    pub(super) strict: bool,
    kept: FxHashMap<(Rule, u32), (Option<Node>, u32)>,
    /// The blocks among them, which are looked at again when the statements in them are long done.
    kept_blocks: FxHashMap<u32, (Option<Node>, u32)>,
    seen: Vec<Seen>,
    nesting: u32,
    steps: u64,
    error: Option<SyntaxError>,
    lexer_failed: bool,
    exhausted: bool,
}

impl<'s> Engine<'s> {
    /// An engine at the first token, for the plain reading.
    pub fn new(source: &'s Source, lexed: &'s Lexed) -> Engine<'s> {
        Engine {
            source,
            lexed,
            pos: 0,
            furthest: 0,
            strict: false,
            kept: FxHashMap::default(),
            kept_blocks: FxHashMap::default(),
            seen: Vec::new(),
            nesting: 0,
            steps: 0,
            error: None,
            lexer_failed: false,
            exhausted: false,
        }
    }

    /// Goes back to the first token, for the reading that looks for mistakes.
    pub fn restart(&mut self) {
        self.pos = 0;
        self.strict = true;
        self.nesting = 0;
        self.forget_all();
    }

    /// Forgets what was kept: behind a whole statement no rule looks back into it.
    pub fn forget(&mut self) {
        if self.kept.capacity() > 10_000 {
            self.kept = FxHashMap::default();
        } else {
            self.kept.clear();
        }
    }

    /// Forgets all that was read: behind a statement that stands in no other nothing refers to it.
    pub fn forget_all(&mut self) {
        self.forget();
        self.kept_blocks.clear();
        self.seen.clear();
        self.steps = 0;
    }

    /// Whether the search was given up.
    pub fn exhausted(&self) -> bool {
        self.exhausted
    }

    /// All tokens.
    pub fn tokens(&self) -> &'s [Token] {
        &self.lexed.tokens
    }

    /// The number of the last token that was looked at.
    pub fn furthest(&self) -> usize {
        self.furthest
    }

    /// The error that was raised.
    pub fn take_error(&mut self) -> SyntaxError {
        self.error
            .take()
            .unwrap_or_else(|| SyntaxError::nowhere(ErrorKind::Syntax, "invalid syntax"))
    }

    /// Whether the error is the lexer's.
    pub fn lexer_failed(&self) -> bool {
        self.lexer_failed
    }

    /// Whether the end of the source was looked at: more text could still make it right.
    pub fn at_end(&self) -> bool {
        if self.lexer_failed {
            return self
                .lexed
                .fault
                .as_ref()
                .is_some_and(|fault| fault.error.incomplete);
        }
        let end = self.source.text.len() as u32;
        self.tokens()
            .get(self.furthest)
            .is_some_and(|last| match last.kind {
                TokenKind::End => true,
                TokenKind::Dedent => last.span.end >= end,
                _ => false,
            })
    }

    /// Whether a token opens or ends a block.
    pub fn is_indentation(&self, at: usize) -> bool {
        let kind = self.tokens().get(at).map(|token| token.kind);
        matches!(kind, Some(TokenKind::Indent | TokenKind::Dedent))
    }

    /// The line of the last token that was looked at.
    pub fn last_line(&self) -> u32 {
        self.tokens()
            .get(self.furthest)
            .map_or(0, |token| self.line_of(token.span))
    }

    /// The offset of the last byte that was read.
    pub fn end_of_last(&self) -> u32 {
        let end = self.source.text.len().saturating_sub(1) as u32;
        let last = self.tokens().get(self.furthest).or(self.tokens().last());
        last.map_or(0, |token| {
            let last_byte = token.span.end.saturating_sub(1).max(token.span.start);
            last_byte.min(end)
        })
    }

    /// The line in which `span` begins.
    pub fn line_of(&self, span: Span) -> u32 {
        self.source.line_of(span.start)
    }

    // ---- tokens

    /// The next token. Where the lexer stopped early, its error is raised.
    pub fn peek(&mut self) -> Result<Token, Raised> {
        if let Some(&token) = self.lexed.tokens.get(self.pos) {
            self.furthest = self.furthest.max(self.pos);
            return Ok(token);
        }
        match &self.lexed.fault {
            Some(fault) => {
                let error = fault.error.clone();
                self.lexer_failed = true;
                Err(self.raise(error))
            }
            // Rules stop at the end token; asking behind it matches nothing.
            None => Ok(Token {
                kind: TokenKind::End,
                span: self.end_span(),
                level: 0,
            }),
        }
    }

    fn end_span(&self) -> Span {
        let end = self.source.text.len() as u32;
        Span::new(end, end)
    }

    /// Whether the next token is one of `kinds`.
    pub fn at(&mut self, kinds: &[TokenKind]) -> Result<bool, Raised> {
        Ok(kinds.contains(&self.peek()?.kind))
    }

    /// Takes the next token if it is a `kind`; the soft keywords' tokens are names.
    pub fn take(&mut self, kind: TokenKind) -> Parse<Span> {
        let token = self.peek()?;
        if plain(token.kind) != kind {
            return Ok(None);
        }
        self.pos += 1;
        Ok(Some(token.span))
    }

    /// Takes the next token if it is one of `kinds`.
    pub fn take_any(&mut self, kinds: &[TokenKind]) -> Parse<Token> {
        let token = self.peek()?;
        if !kinds.contains(&plain(token.kind)) {
            return Ok(None);
        }
        self.pos += 1;
        Ok(Some(token))
    }

    /// Takes the next token if it is the soft keyword `word`.
    pub fn take_word(&mut self, word: &str) -> Parse<Span> {
        let token = self.peek()?;
        if plain(token.kind) != TokenKind::Name || token.span.text(self.source) != word {
            return Ok(None);
        }
        self.pos += 1;
        Ok(Some(token.span))
    }

    /// Takes the next token, which must be a `kind`; the second reading insists on it.
    pub fn force(&mut self, kind: TokenKind, sign: &str) -> Parse<Span> {
        match self.take(kind)? {
            Some(span) => Ok(Some(span)),
            None if !self.strict => Ok(None),
            None => {
                let error = self.error_at_token(self.pos, format!("expected '{sign}'"));
                Err(self.raise(error))
            }
        }
    }

    /// The last token taken.
    pub fn previous(&self) -> Token {
        self.tokens()[self.pos - 1]
    }

    // ---- attempts

    /// Tries a rule; when it does not match, steps back.
    pub fn attempt<T>(&mut self, rule: impl FnOnce(&mut Self) -> Parse<T>) -> Parse<T> {
        let before = self.pos;
        let found = rule(self)?;
        if found.is_none() {
            self.pos = before;
        }
        Ok(found)
    }

    /// Whether a rule would match here.
    pub fn sees<T>(&mut self, rule: impl FnOnce(&mut Self) -> Parse<T>) -> Result<bool, Raised> {
        let before = self.pos;
        let found = rule(self)?;
        self.pos = before;
        Ok(found.is_some())
    }

    /// What a rule finds as often as it matches.
    pub fn many<T>(
        &mut self,
        mut rule: impl FnMut(&mut Self) -> Parse<T>,
    ) -> Result<Vec<T>, Raised> {
        let mut found = Vec::new();
        while let Some(item) = self.attempt(&mut rule)? {
            found.push(item);
        }
        Ok(found)
    }

    /// What a rule finds as often as it matches, at least once.
    pub fn some<T>(&mut self, rule: impl FnMut(&mut Self) -> Parse<T>) -> Parse<Vec<T>> {
        Ok(Some(self.many(rule)?).filter(|found| !found.is_empty()))
    }

    /// What a rule finds between commas, at least once; a comma behind the last is left.
    pub fn commas<T>(&mut self, mut rule: impl FnMut(&mut Self) -> Parse<T>) -> Parse<Vec<T>> {
        let Some(first) = self.attempt(&mut rule)? else {
            return Ok(None);
        };
        let mut found = vec![first];
        while let Some(item) = self.attempt(|p| match p.take(TokenKind::Comma)? {
            Some(_) => rule(p),
            None => Ok(None),
        })? {
            found.push(item);
        }
        Ok(Some(found))
    }

    /// Tries a rule whose result is kept.
    pub fn keep(&mut self, rule: Rule, body: fn(&mut Self) -> Parse) -> Parse {
        let key = (rule, self.pos as u32);
        if let Some(&(found, behind)) = self.kept.get(&key) {
            self.pos = behind as usize;
            return Ok(found);
        }
        self.nested(|p| {
            let found = p.attempt(body)?;
            p.kept.insert(key, (found, p.pos as u32));
            Ok(found)
        })
    }

    /// Tries the rule of blocks, whose results are kept for longer.
    pub fn keep_block(&mut self, body: fn(&mut Self) -> Parse) -> Parse {
        let key = self.pos as u32;
        if let Some(&(found, behind)) = self.kept_blocks.get(&key) {
            self.pos = behind as usize;
            return Ok(found);
        }
        let found = self.nested(|p| p.attempt(body))?;
        self.kept_blocks.insert(key, (found, self.pos as u32));
        Ok(found)
    }

    /// Counts a rule inside others.
    pub fn nested<T>(&mut self, body: impl FnOnce(&mut Self) -> Parse<T>) -> Parse<T> {
        self.nesting += 1;
        self.steps += 1;
        if self.nesting > MAX_NESTING {
            let message = "Parser stack overflowed - Python source too complex to parse";
            let error = SyntaxError::nowhere(ErrorKind::TooDeep, message);
            return Err(self.raise(error));
        }
        if self.kept.len() > MAX_KEPT
            || self.steps > MAX_STEPS * (self.tokens().len() as u64 + 1_000)
        {
            self.exhausted = true;
            return Err(Raised);
        }
        let found = body(self)?;
        self.nesting -= 1;
        Ok(found)
    }

    // ---- what was read

    /// Notes something that was read.
    pub fn node(&mut self, kind: Kind, span: Span) -> Parse {
        self.parent(kind, span, Vec::new())
    }

    /// Notes something that was read, with parts that can be looked into.
    pub fn parent(&mut self, kind: Kind, span: Span, children: Vec<Node>) -> Parse {
        self.seen.push(Seen {
            kind,
            span,
            children,
        });
        Ok(Some(Node(self.seen.len() as u32 - 1)))
    }

    /// What a node is.
    pub fn kind(&self, node: Node) -> Kind {
        self.seen[node.0 as usize].kind
    }

    /// Where a node stands.
    pub fn span(&self, node: Node) -> Span {
        self.seen[node.0 as usize].span
    }

    /// A node's parts.
    pub fn children(&self, node: Node) -> &[Node] {
        &self.seen[node.0 as usize].children
    }

    /// From `start` to the last token taken.
    pub fn since(&self, start: Span) -> Span {
        start.to(self.previous().span)
    }

    // ---- errors

    /// Ends everything with `error`.
    pub fn raise(&mut self, error: SyntaxError) -> Raised {
        self.error.get_or_insert(error);
        Raised
    }

    /// Ends everything with an error at `span`.
    pub fn raise_at<T>(&mut self, span: Span, message: impl Into<String>) -> Parse<T> {
        let mut error = SyntaxError::new(ErrorKind::Syntax, message, span);
        let [start, end] = [span.start, span.end].map(|at| self.source.position(at));
        if start.line != end.line {
            // The reference looks the end's column up in the first line.
            let first = self.source.line_text(start.line);
            let within = first
                .char_indices()
                .take_while(|(at, _)| *at <= end.column as usize)
                .count();
            let beyond = end.column as usize >= first.len();
            let column = self.source.character_column(span.start) + 1;
            error.columns = Some((column as i32, (within + usize::from(beyond)) as i32));
        }
        Err(self.raise(error))
    }

    /// Ends everything with an error from `start` to where the lexer stands.
    pub fn raise_from<T>(&mut self, start: Span, message: impl Into<String>) -> Parse<T> {
        let last = self.tokens()[self.furthest];
        let end = match last.kind {
            TokenKind::Newline => last.span.end,
            _ => last.span.end.saturating_sub(1),
        };
        self.raise_at(Span::new(start.start, end.max(start.start)), message)
    }

    /// Ends everything with an error at the last token that was looked at.
    pub fn raise_last<T>(&mut self, message: impl Into<String>) -> Parse<T> {
        let error = self.error_at_last(ErrorKind::Syntax, message);
        Err(self.raise(error))
    }

    /// Ends everything with an error at the next token.
    pub fn raise_next<T>(&mut self, message: impl Into<String>) -> Parse<T> {
        self.peek()?;
        let error = self.error_at(self.pos, ErrorKind::Syntax, message);
        Err(self.raise(error))
    }

    /// An error at the last token that was looked at.
    pub fn error_at_last(&self, kind: ErrorKind, message: impl Into<String>) -> SyntaxError {
        self.error_at(self.furthest, kind, message)
    }

    /// An error at a token. Blocks' tokens have no place of their own; the reference marks where its lexer stands.
    fn error_at(&self, at: usize, kind: ErrorKind, message: impl Into<String>) -> SyntaxError {
        match self.tokens().get(at) {
            Some(token) if is_placeless(token.kind) => {
                SyntaxError::at_layout(self.source, kind, message, token.span.end)
            }
            _ => SyntaxError {
                kind,
                ..self.error_at_token(at, message)
            },
        }
    }

    /// An error at a token that is expected to have a place; for others the columns are 0.
    pub fn error_at_token(&self, at: usize, message: impl Into<String>) -> SyntaxError {
        let Some(token) = self.tokens().get(at) else {
            return SyntaxError::new(ErrorKind::Syntax, message, self.end_span());
        };
        if is_placeless(token.kind) {
            let error =
                SyntaxError::at_layout(self.source, ErrorKind::Syntax, message, token.span.end);
            return SyntaxError {
                columns: Some((0, 0)),
                ..error
            };
        }
        let mut error = SyntaxError::new(ErrorKind::Syntax, message, token.span);
        if token.kind == TokenKind::Newline {
            let [start, end] = [token.span.start, token.span.end]
                .map(|at| self.source.character_column(at) as i32);
            error.columns = Some((start + 1, end + 2));
        }
        error
    }
}

fn is_placeless(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Indent | TokenKind::Dedent | TokenKind::End)
}

/// The kind of a token before soft keywords were decided, which rules here do for themselves.
fn plain(kind: TokenKind) -> TokenKind {
    match kind {
        TokenKind::Match | TokenKind::Case | TokenKind::Type => TokenKind::Name,
        TokenKind::WithParen => TokenKind::LeftParen,
        kind => kind,
    }
}

/// The next part of a rule: what it found, or the rule does not match.
macro_rules! need {
    ($found:expr) => {
        match $found? {
            Some(found) => found,
            None => return Ok(None),
        }
    };
}

/// The first of several attempts that matches.
macro_rules! first {
    ($engine:expr; $($rule:expr),+ $(,)?) => {{
        $(if let Some(found) = $engine.attempt($rule)? {
            return Ok(Some(found));
        })+
        Ok(None)
    }};
}

/// A rule for a mistake: it is tried in the second reading only.
macro_rules! invalid {
    ($engine:expr; $rule:expr) => {
        if $engine.strict {
            $engine.attempt($rule)?;
        }
    };
}

pub(super) use {first, invalid, need};
