//! The rules of literals, with what is said of wrong f-string fields. Escapes are decoded, since the reference
//! reports wrong ones as it meets them.

use super::engine::{Engine, Kind, Node, Parse, Rule, first, invalid, need};
use crate::error::{ErrorKind, SyntaxError};
use crate::literal;
use crate::source::Span;
use crate::token::TokenKind as T;

impl Engine<'_> {
    /// A number.
    pub fn number(&mut self) -> Parse {
        let span = need!(self.take(T::Number));
        let text = span.text(self.source);
        if let Err(message) = literal::number(text) {
            let mut error = SyntaxError::new(ErrorKind::Syntax, message, span);
            error.columns = Some((0, 0));
            error.carets = false;
            return Err(self.raise(error));
        }
        let kind = if text.ends_with(['j', 'J']) {
            Kind::Imaginary
        } else {
            Kind::Literal
        };
        self.node(kind, span)
    }

    /// Strings and f-strings side by side.
    pub fn strings(&mut self) -> Parse {
        self.keep(Rule::Strings, |p| {
            let start = p.peek()?.span;
            let (mut text, mut bytes, mut format) = (false, false, false);
            loop {
                let token = p.peek()?;
                match token.kind {
                    T::String => {
                        p.pos += 1;
                        match literal::string(token.span.text(p.source), token.span) {
                            Ok(literal) if literal.is_bytes => bytes = true,
                            Ok(_) => text = true,
                            Err(error) => return Err(p.raise(error)),
                        }
                    }
                    T::FStringStart => {
                        need!(p.format_string());
                        format = true;
                    }
                    _ => break,
                }
            }
            if bytes && (text || format) {
                return p.raise_last("cannot mix bytes and nonbytes literals");
            }
            p.node(
                if format { Kind::FString } else { Kind::Literal },
                p.since(start),
            )
        })
    }

    fn format_string(&mut self) -> Parse {
        let start = need!(self.take(T::FStringStart));
        let mut texts = Vec::new();
        loop {
            match self.peek()?.kind {
                T::FStringMiddle => {
                    texts.push(self.peek()?.span);
                    self.pos += 1;
                }
                T::FStringRawMiddle => self.pos += 1,
                _ => match self.attempt(Engine::field)? {
                    Some(_) => {}
                    None => break,
                },
            }
        }
        need!(self.take(T::FStringEnd));
        for span in texts {
            if let Err(error) = literal::middle(span.text(self.source), false, span) {
                return self.raise_last(error.message);
            }
        }
        self.node(Kind::FString, self.since(start))
    }

    fn field(&mut self) -> Parse {
        let found = self.nested(|p| p.attempt(Engine::plain_field))?;
        if found.is_none() {
            invalid!(self; Engine::invalid_field);
        }
        Ok(found)
    }

    fn plain_field(&mut self) -> Parse {
        let start = need!(self.take(T::LeftBrace));
        need!(self.value());
        self.take(T::Equal)?;
        let letter = self.attempt(Engine::conversion)?;
        self.attempt(Engine::specification)?;
        need!(self.take(T::RightBrace));
        let letter = letter.map(|letter| (letter, letter.text(self.source)));
        if let Some((letter, text)) = letter.filter(|(_, text)| !matches!(*text, "s" | "r" | "a")) {
            let message = format!(
                "f-string: invalid conversion character '{text}': expected 's', 'r', or 'a'"
            );
            return self.raise_at(letter, message);
        }
        self.node(Kind::Other, self.since(start))
    }

    fn conversion(&mut self) -> Parse<Span> {
        let mark = need!(self.take(T::Exclamation));
        let letter = need!(self.take(T::Name));
        if mark.end != letter.start {
            // The reference's spelling.
            let message = "f-string: conversion type must come right after the exclamanation mark";
            return self.raise_at(mark.to(letter), message);
        }
        Ok(Some(letter))
    }

    fn specification(&mut self) -> Parse<()> {
        need!(self.take(T::Colon));
        self.specification_parts()?;
        Ok(Some(()))
    }

    fn specification_parts(&mut self) -> Parse<()> {
        self.many(|p| {
            first!(p;
                |p| Ok(p.take_any(&[T::FStringMiddle, T::FStringRawMiddle])?.map(|_| ())),
                |p| Ok(p.field()?.map(|_| ())))
        })?;
        Ok(Some(()))
    }

    /// `{value` and perhaps `=`
    fn field_value(&mut self) -> Parse<()> {
        need!(self.take(T::LeftBrace));
        need!(self.value());
        Ok(Some(()))
    }

    /// `{value=!r`, of which all but the value may be missing.
    fn field_head(&mut self) -> Parse<()> {
        need!(self.field_value());
        self.take(T::Equal)?;
        self.attempt(|p| {
            need!(p.take(T::Exclamation));
            p.take(T::Name)
        })?;
        Ok(Some(()))
    }

    fn invalid_field(&mut self) -> Parse {
        self.attempt(|p| {
            need!(p.take(T::LeftBrace));
            let token = need!(p.take_any(&[T::Equal, T::Exclamation, T::Colon, T::RightBrace]));
            let sign = token.span.text(p.source);
            let message = format!("f-string: valid expression required before '{sign}'");
            p.raise_at::<Node>(token.span, message)
        })?;
        self.attempt(|p| {
            need!(p.take(T::LeftBrace));
            if p.sees(Engine::value)? {
                return Ok(None);
            }
            p.raise_next::<Node>("f-string: expecting a valid expression after '{'")
        })?;
        self.attempt(|p| {
            need!(p.field_value());
            if p.at(&[T::Equal, T::Exclamation, T::Colon, T::RightBrace])? {
                return Ok(None);
            }
            p.raise_next::<Node>("f-string: expecting '=', or '!', or ':', or '}'")
        })?;
        self.attempt(|p| {
            need!(p.field_value());
            need!(p.take(T::Equal));
            if p.at(&[T::Exclamation, T::Colon, T::RightBrace])? {
                return Ok(None);
            }
            p.raise_next::<Node>("f-string: expecting '!', or ':', or '}'")
        })?;
        self.attempt(|p| {
            need!(p.field_value());
            p.take(T::Equal)?;
            need!(p.take(T::Exclamation));
            if p.at(&[T::Colon, T::RightBrace])? {
                return p.raise_next::<Node>("f-string: missing conversion character");
            }
            if p.sees(|p| p.take(T::Name))? {
                return Ok(None);
            }
            p.raise_next("f-string: invalid conversion character")
        })?;
        self.attempt(|p| {
            need!(p.field_head());
            if p.at(&[T::Colon, T::RightBrace])? {
                return Ok(None);
            }
            p.raise_next::<Node>("f-string: expecting ':' or '}'")
        })?;
        self.attempt(|p| {
            need!(p.field_head());
            need!(p.take(T::Colon));
            p.specification_parts()?;
            if p.at(&[T::RightBrace])? {
                return Ok(None);
            }
            p.raise_next::<Node>("f-string: expecting '}', or format specs")
        })?;
        need!(self.field_head());
        if self.at(&[T::RightBrace])? {
            return Ok(None);
        }
        self.raise_next("f-string: expecting '}'")
    }
}
