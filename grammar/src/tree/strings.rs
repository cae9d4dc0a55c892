//! Builds strings, bytes and f-strings, joining those that stand side by side.

use super::{Tree, shared};
use crate::ast::*;
use crate::literal::{self, Literal};
use crate::source::Span;

/// One of several literals that stand side by side.
pub enum StringPart {
    /// A string's text in WTF-8, and whether it has a `u` prefix.
    Text(Vec<u8>, bool),
    /// A bytes literal's value.
    Bytes(Vec<u8>),
    /// The parts of an f-string.
    Format(Vec<FPart>),
}

impl Tree<'_> {
    /// A string or bytes literal.
    pub fn plain_string(&mut self, l: u32, r: u32) -> StringPart {
        let span = Span::new(l, r);
        match literal::string(self.text(l, r), span, &mut self.warnings) {
            Ok(Literal {
                value,
                is_bytes: true,
                ..
            }) => StringPart::Bytes(value),
            Ok(Literal { value, unicode, .. }) => StringPart::Text(value, unicode),
            Err(error) => {
                self.refuse(error);
                StringPart::Text(Vec::new(), false)
            }
        }
    }

    /// Text of an f-string.
    pub fn middle(&mut self, l: u32, raw: bool, r: u32) -> FPart {
        let decoded = literal::middle(self.text(l, r), raw, Span::new(l, r), &mut self.warnings);
        FPart::Literal(shared(decoded.unwrap_or_else(|error| {
            self.refuse(error);
            Vec::new()
        })))
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
    ) -> FPart {
        let debug = debug.map(|end| literal::normalized_lines(self.text(l + 1, end)).into());
        let conversion = conversion.and_then(|name| self.conversion(&name));
        let spec = spec.map(|parts| joined(parts, Vec::new()));
        FPart::Field(Box::new(FField {
            span: Span::new(l, r),
            value,
            debug,
            conversion,
            spec,
        }))
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
        if !parts
            .iter()
            .any(|part| matches!(part, StringPart::Format(_)))
        {
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
            return self.constant(l, value, r);
        }
        let joined = parts
            .into_iter()
            .fold(Vec::new(), |before, part| match part {
                StringPart::Text(text, _) => joined(vec![FPart::Literal(shared(text))], before),
                StringPart::Bytes(_) => before,
                StringPart::Format(parts) => joined(parts, before),
            });
        self.expr(l, ExprKind::JoinedStr(joined), r)
    }
}

/// `before` with `parts` behind it; texts that meet become one, empty ones vanish.
fn joined(parts: Vec<FPart>, mut before: Vec<FPart>) -> Vec<FPart> {
    for part in parts {
        match (part, before.last_mut()) {
            (FPart::Literal(text), _) if text.is_empty() => {}
            (FPart::Literal(text), Some(FPart::Literal(last))) => {
                *last = shared([&last[..], &text[..]].concat());
            }
            (part, _) => before.push(part),
        }
    }
    before
}
