//! Builds strings, bytes and f-strings, joining those that stand side by side.

use super::{Tree, shared};
use crate::ast::*;
use crate::error::SyntaxWarning;
use crate::lexer;
use crate::literal::{self, Literal};
use crate::source::{Source, Span};
use std::rc::Rc;

/// One of several literals that stand side by side.
pub enum StringPart {
    /// A string's text in WTF-8, and whether it has a `u` prefix.
    Text(Vec<u8>, bool),
    /// A bytes literal's value.
    Bytes(Vec<u8>),
    /// The parts of an f-string.
    Format(Vec<FPart>),
}

/// A part of an f-string, and what is suspicious about its text.
pub type FormatPart = (FPart, Option<String>);

impl Tree<'_> {
    fn suspect(&mut self, span: Span, suspicion: Option<String>) {
        let category = "SyntaxWarning";
        let warn = |message| SyntaxWarning {
            category,
            message,
            span,
        };
        self.warnings.extend(suspicion.map(warn));
    }

    /// A string or bytes literal.
    pub fn plain_string(&mut self, l: u32, r: u32) -> StringPart {
        let span = Span::new(l, r);
        let literal = literal::string(self.text(l, r), span).unwrap_or_else(|error| {
            self.refuse(error);
            Literal::default()
        });
        self.suspect(span, literal.suspicion);
        if literal.is_bytes {
            StringPart::Bytes(literal.value)
        } else {
            StringPart::Text(literal.value, literal.unicode)
        }
    }

    /// Text of an f-string.
    pub fn middle(&mut self, l: u32, raw: bool, r: u32) -> FormatPart {
        let decoded = literal::middle(self.text(l, r), raw, Span::new(l, r));
        let literal = decoded.unwrap_or_else(|error| {
            self.refuse(error);
            Literal::default()
        });
        (FPart::Literal(shared(literal.value)), literal.suspicion)
    }

    /// An f-string, whose closing quotes stand from `l` to `r`: there the reference warns of its text.
    /// Escapes in the text of `{value = }` mean what they mean elsewhere in the string that `start` opens.
    pub fn format(&mut self, start: Span, parts: Vec<FormatPart>, l: u32, r: u32) -> StringPart {
        let is_raw = self.text(start.start, start.end).contains(['r', 'R']);
        let mut format = Vec::with_capacity(parts.len());
        for (mut part, suspicion) in parts {
            self.suspect(Span::new(l, r), suspicion);
            if let FPart::Field(field) = &mut part
                && let Some(text) = field.debug.as_mut().filter(|_| !is_raw)
                && text.contains('\\')
            {
                match literal::unescaped(text, field.span) {
                    Ok(plain) => *text = plain.into(),
                    Err(error) => self.refuse(error),
                }
            }
            format.push(part);
        }
        StringPart::Format(format)
    }

    /// A part of a format specification, of which the reference warns at once.
    pub fn specified(&mut self, l: u32, (part, suspicion): FormatPart, r: u32) -> FPart {
        self.suspect(Span::new(l, r), suspicion);
        part
    }

    /// `{value=!conversion:spec}`; with `=`, `debug` is where its text ends.
    pub fn field(
        &mut self,
        l: u32,
        value: Expr,
        debug: Option<u32>,
        conversion: Option<Identifier>,
        spec: Option<Vec<FPart>>,
        r: u32,
    ) -> FormatPart {
        let debug = debug.map(|end| self.debug_text(l + 1, end));
        let conversion = conversion.and_then(|name| self.conversion(&name));
        let spec = spec.map(|parts| joined(vec![StringPart::Format(parts)]));
        let span = Span::new(l, r);
        let field = FField {
            span,
            value,
            debug,
            conversion,
            spec,
        };
        (FPart::Field(Box::new(field)), None)
    }

    /// The text of `{value = }` between `l` and `r`, without comments.
    fn debug_text(&self, l: u32, r: u32) -> Rc<str> {
        let text = literal::normalized_lines(self.text(l, r));
        if !text.contains('#') {
            return text.into();
        }
        let source = Source::new("", &*text);
        let (mut kept, mut at) = (String::new(), 0);
        for comment in lexer::comments_in_brackets(&source) {
            kept.push_str(&text[at..comment.start as usize]);
            at = comment.end as usize;
        }
        kept.push_str(&text[at..]);
        kept.into()
    }

    /// The letter behind `!`, which must follow it at once.
    fn conversion(&mut self, name: &Identifier) -> Option<char> {
        let letter = match &*name.name {
            "s" => 's',
            "r" => 'r',
            "a" => 'a',
            _ => {
                self.fail(name.span, "f-string: invalid conversion character");
                return None;
            }
        };
        if !self.text(0, name.span.start).ends_with('!') {
            self.fail(
                name.span,
                "f-string: conversion type must come right after the exclamation mark",
            );
        }
        Some(letter)
    }

    /// The literals from `l` to `r`, joined.
    pub fn strings(&mut self, l: u32, parts: Vec<StringPart>, r: u32) -> Expr {
        let bytes = parts
            .iter()
            .filter(|part| matches!(part, StringPart::Bytes(_)))
            .count();
        if bytes != 0 && bytes != parts.len() {
            self.fail(Span::new(l, r), "cannot mix bytes and nonbytes literals");
        }
        let unicode = matches!(parts.first(), Some(StringPart::Text(_, true)));
        if parts
            .iter()
            .any(|part| matches!(part, StringPart::Format(_)))
        {
            return self.expr(l, ExprKind::JoinedStr(joined(parts)), r);
        }
        let text = parts.into_iter().flat_map(|part| match part {
            StringPart::Text(text, _) => text,
            StringPart::Bytes(bytes) => bytes,
            StringPart::Format(_) => Vec::new(),
        });
        let text = shared(text.collect());
        let value = if bytes == 0 {
            Constant::Str { text, unicode }
        } else {
            Constant::Bytes(text)
        };
        self.constant(l, value, r)
    }
}

/// The parts of strings that stand side by side; texts that meet become one, empty ones vanish.
fn joined(parts: Vec<StringPart>) -> Vec<FPart> {
    let (mut out, mut text) = (Vec::new(), Vec::new());
    let flush = |out: &mut Vec<FPart>, text: &mut Vec<u8>| {
        if !text.is_empty() {
            out.push(FPart::Literal(shared(std::mem::take(text))));
        }
    };
    for part in parts {
        let parts = match part {
            StringPart::Text(more, _) => {
                text.extend(more);
                continue;
            }
            StringPart::Bytes(_) => continue,
            StringPart::Format(parts) => parts,
        };
        for part in parts {
            match part {
                FPart::Literal(more) => text.extend_from_slice(&more),
                field => {
                    flush(&mut out, &mut text);
                    out.push(field);
                }
            }
        }
    }
    flush(&mut out, &mut text);
    out
}
