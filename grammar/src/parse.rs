//! The way from source text to syntax tree: tokens, soft keywords, the grammar, and the choice among the mistakes
//! that these find.

use crate::ast::{Expr, ExprKind, Module, Stmt};
use crate::diagnose;
use crate::error::{ErrorKind, SyntaxError, SyntaxWarning};
use crate::lexer::{self, Lexed};
use crate::nesting;
use crate::python::StartParser;
use crate::soft;
use crate::source::{Source, Span};
use crate::token::{Token, TokenKind};
use crate::tree::{Root, Tree};

/// The message for a text whose places spans cannot say.
pub(crate) const TOO_LARGE: &str = "source code is too large";

/// A syntax tree and the suspicions about its text.
#[derive(Debug)]
pub struct Parsed<T> {
    /// The tree.
    pub tree: T,
    /// What does not stop the program, in the order of the text.
    pub warnings: Vec<SyntaxWarning>,
}

/// What a source text is read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// A file.
    Module,
    /// One statement, as at a prompt.
    Interactive,
    /// One expression, as for `eval`.
    Expression,
}

/// Reads `source` as a file.
pub fn parse_module(source: &Source) -> Result<Parsed<Module>, SyntaxError> {
    statements(source, Mode::Module)
}

/// The same for a text without mistakes, and what its functions do is left for later: behind the docstring stands
/// [`StmtKind::Unread`](crate::ast::StmtKind::Unread). Nothing in a function may be indented less than its statements.
pub fn parse_outline(source: &Source) -> Result<Parsed<Module>, SyntaxError> {
    let (root, warnings) = grown(source, lexer::lex_outline(source), Mode::Module)?;
    Ok(module(root, warnings))
}

/// Reads the definition of a function or class in `source` that begins where `span` does and ends with it.
pub fn parse_definition(source: &Source, span: Span) -> Result<Parsed<Module>, SyntaxError> {
    let (root, warnings) = grown(source, lexer::lex_definition(source, span), Mode::Module)?;
    Ok(module(root, warnings))
}

/// Reads `source` as one statement, or one line of simple ones. A compound statement whose last line is not indented
/// needs the end of that line.
pub fn parse_interactive(source: &Source) -> Result<Parsed<Module>, SyntaxError> {
    let last = source.text.lines().last().unwrap_or_default();
    statement(source, last.starts_with([' ', '\t']))
}

/// The same for what is typed at a prompt so far. A compound statement is incomplete until a line end closes its last
/// line: a prompt that joins lines by line ends sees that as an empty line.
pub fn parse_typed(source: &Source) -> Result<Parsed<Module>, SyntaxError> {
    statement(source, false)
}

fn statement(source: &Source, may_be_open: bool) -> Result<Parsed<Module>, SyntaxError> {
    if may_be_open
        && let Some(error) = blank_indent(source).filter(|_| source.text.trim().is_empty())
    {
        return Err(error);
    }
    let parsed = statements(source, Mode::Interactive)?;
    let compound = parsed
        .tree
        .body
        .first()
        .is_some_and(|first| first.kind.is_compound());
    if compound && !may_be_open && !source.text.ends_with(['\n', '\r']) {
        let end = source.text.len() as u32;
        let error = SyntaxError::new(ErrorKind::Syntax, "invalid syntax", Span::new(end, end));
        return Err(SyntaxError {
            columns: Some((0, 0)),
            incomplete: true,
            ..error
        });
    }
    Ok(parsed)
}

/// Reads `source` as one expression.
pub fn parse_expression(source: &Source) -> Result<Parsed<Expr>, SyntaxError> {
    let indent = blank_indent(source);
    if let Some(error) = indent.clone().filter(|_| source.text.trim().is_empty()) {
        return Err(error);
    }
    let (root, warnings) = parse(source, Mode::Expression)?;
    if let Some(error) = indent {
        return Err(error);
    }
    match root {
        Root::Expression(tree) => match stray_star(&tree) {
            Some(star) => Err(SyntaxError::new(ErrorKind::Syntax, "invalid syntax", star)),
            None => Ok(Parsed { tree, warnings }),
        },
        Root::Module(_) => unreachable!("the marker asks for an expression"),
    }
}

/// The error for a last line of blanks alone: where nothing ends it, it is a line like any other, with an indentation.
fn blank_indent(source: &Source) -> Option<SyntaxError> {
    let line = source.line_count();
    let blanks = source.line_text(line);
    if blanks.is_empty() || !blanks.bytes().all(|byte| matches!(byte, b' ' | b'\t')) {
        return None;
    }
    let end = source.text.len() as u32;
    let here = Span::new(end - 1, end);
    let mut error = SyntaxError::new(ErrorKind::Indentation, "unexpected indent", here);
    error.columns = Some((blanks.len() as i32, -1));
    Some(error)
}

/// The first star of an expression that stands outside brackets, where only statements may have one.
fn stray_star(tree: &Expr) -> Option<Span> {
    let items = match &tree.kind {
        ExprKind::Tuple {
            items,
            parenthesized: false,
        } => items.as_slice(),
        _ => std::slice::from_ref(tree),
    };
    let starred = items
        .iter()
        .find(|item| matches!(item.kind, ExprKind::Starred(_)))?;
    Some(Span::new(starred.span.start, starred.span.start + 1))
}

/// The tokens of `source` up to the first mistake, comments among them, for colouring.
pub fn tokens(source: &Source) -> Vec<Token> {
    let Lexed {
        mut tokens,
        comments,
        ..
    } = lexer::lex(source);
    soft::decide(source, &mut tokens);
    // The end of a line takes the comment before it along; here that is a token of its own.
    for token in tokens
        .iter_mut()
        .filter(|token| token.kind == TokenKind::Newline)
    {
        token.span.start = token.span.end;
    }
    tokens.extend(comments.into_iter().map(|span| Token {
        kind: TokenKind::Comment,
        span,
        level: 0,
    }));
    tokens.sort_by_key(|token| token.span.start);
    tokens
}

fn statements(source: &Source, mode: Mode) -> Result<Parsed<Module>, SyntaxError> {
    let (root, warnings) = parse(source, mode)?;
    Ok(module(root, warnings))
}

fn module(root: Root, warnings: Vec<SyntaxWarning>) -> Parsed<Module> {
    let body: Vec<Stmt> = match root {
        Root::Module(body) => body,
        Root::Expression(_) => unreachable!("the marker asks for statements"),
    };
    Parsed {
        tree: Module { body },
        warnings,
    }
}

fn parse(source: &Source, mode: Mode) -> Result<(Root, Vec<SyntaxWarning>), SyntaxError> {
    if source.text.len() >= u32::MAX as usize {
        return Err(SyntaxError::nowhere(ErrorKind::Syntax, TOO_LARGE));
    }
    if let Some(at) = source.text.find('\0') {
        let here = Span::new(at as u32, at as u32);
        let mut error = SyntaxError::new(
            ErrorKind::Syntax,
            "source code cannot contain null bytes",
            here,
        );
        error.carets = false;
        return Err(error);
    }
    grown(source, lexer::lex(source), mode)
}

/// The tree that grows from tokens.
fn grown(
    source: &Source,
    mut lexed: Lexed,
    mode: Mode,
) -> Result<(Root, Vec<SyntaxWarning>), SyntaxError> {
    soft::decide(source, &mut lexed.tokens);
    if let Some(token) = nesting::excess(&lexed.tokens) {
        let message = "maximum recursion depth exceeded during compilation";
        return Err(SyntaxError::new(ErrorKind::TooDeep, message, token.span));
    }
    let mut tree = Tree::new(source);
    let result = StartParser::new().parse(&mut tree, feed(&lexed, mode));
    let fault = tree.take_fault();
    match result {
        Ok(root) if fault.is_none() => {
            let mut warnings = lexed.warnings;
            warnings.append(&mut tree.warnings);
            warnings.sort_by_key(|warning| warning.span.start);
            Ok((root, warnings))
        }
        result => Err(diagnose::explain(source, &lexed, mode)
            .or(fault)
            .unwrap_or_else(|| plain_error(result.err(), &lexed))),
    }
}

type Located = (u32, TokenKind, u32);
type ParseError = lalrpop_util::ParseError<u32, TokenKind, ()>;

/// The tokens as the grammar wants them: the marker first, and layout tokens at the end of the text before them.
fn feed(lexed: &Lexed, mode: Mode) -> impl Iterator<Item = Result<Located, ()>> {
    let marker = match mode {
        Mode::Module => TokenKind::StartModule,
        Mode::Interactive => TokenKind::StartInteractive,
        Mode::Expression => TokenKind::StartExpression,
    };
    let mut end = 0;
    let tokens = lexed.tokens.iter().map(move |token| match token.kind {
        TokenKind::Newline | TokenKind::Indent | TokenKind::Dedent | TokenKind::End => {
            (end, token.kind, end)
        }
        kind => {
            end = token.span.end;
            (token.span.start, kind, end)
        }
    });
    let fault = lexed.fault.iter().map(|_| Err(()));
    std::iter::once(Ok((0, marker, 0)))
        .chain(tokens.map(Ok))
        .chain(fault)
}

/// The error where the grammar gave up, without better words.
fn plain_error(error: Option<ParseError>, lexed: &Lexed) -> SyntaxError {
    let span = match error {
        Some(ParseError::UnrecognizedToken { token, .. } | ParseError::ExtraToken { token }) => {
            Span::new(token.0, token.2)
        }
        Some(
            ParseError::InvalidToken { location } | ParseError::UnrecognizedEof { location, .. },
        ) => Span::new(location, location),
        Some(ParseError::User { .. }) | None => Span::default(),
    };
    let faulty = lexed.fault.as_ref().filter(|_| span == Span::default());
    faulty.map_or_else(
        || SyntaxError::new(ErrorKind::Syntax, "invalid syntax", span),
        |fault| fault.error.clone(),
    )
}
