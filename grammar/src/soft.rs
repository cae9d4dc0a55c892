//! Decides between lexer and grammar which words are soft keywords, and which bracket behind `with` holds items.
//! Looking ahead, which the grammar cannot, is enough: `match` opens a statement when its line ends in a colon and
//! a block that begins with `case` follows; `case` is a keyword where such a block's lines begin; `type` when a
//! name follows it.

use crate::source::Source;
use crate::token::{Token, TokenKind};

/// Replaces the kinds of soft keywords in `tokens`.
pub fn decide(source: &Source, tokens: &mut [Token]) {
    let mut blocks: Vec<bool> = Vec::new();
    let mut opens_match = false;
    let mut line_start = true;
    for at in 0..tokens.len() {
        let token = tokens[at];
        let begins = line_start;
        line_start = false;
        match token.kind {
            TokenKind::Newline => line_start = true,
            TokenKind::Indent => {
                blocks.push(std::mem::take(&mut opens_match));
                line_start = true;
            }
            TokenKind::Dedent => {
                blocks.pop();
                line_start = true;
            }
            TokenKind::Name => match token.span.text(source) {
                "match" if begins && opens_cases(source, &tokens[at..]) => {
                    tokens[at].kind = TokenKind::Match;
                    opens_match = true;
                }
                "case" if begins && blocks.last() == Some(&true) => {
                    tokens[at].kind = TokenKind::Case
                }
                "type" if matches!(tokens.get(at + 1), Some(next) if next.kind == TokenKind::Name) =>
                {
                    tokens[at].kind = TokenKind::Type;
                }
                _ => {}
            },
            TokenKind::With => mark_items(&mut tokens[at + 1..]),
            _ => {}
        }
    }
}

/// Whether the line with which `tokens` begins ends in a colon and a block of cases follows.
fn opens_cases(source: &Source, tokens: &[Token]) -> bool {
    let Some(end) = tokens
        .iter()
        .position(|token| token.kind == TokenKind::Newline)
    else {
        return false;
    };
    let [.., subject, colon] = tokens[..end] else {
        return false;
    };
    let [indent, case] = [1, 2].map(|behind| tokens.get(end + behind));
    colon.kind == TokenKind::Colon
        && subject.kind != TokenKind::Match
        && indent.is_some_and(|token| token.kind == TokenKind::Indent)
        && case
            .is_some_and(|token| token.kind == TokenKind::Name && token.span.text(source) == "case")
}

/// Marks the bracket with which `tokens` begin, if an `as` stands directly in it.
fn mark_items(tokens: &mut [Token]) {
    let Some(&Token {
        kind: TokenKind::LeftParen,
        level,
        ..
    }) = tokens.first()
    else {
        return;
    };
    let inside = tokens.iter().take_while(|token| token.level >= level);
    if inside
        .into_iter()
        .any(|token| token.kind == TokenKind::As && token.level == level)
    {
        tokens[0].kind = TokenKind::WithParen;
    }
}
