//! Builds the patterns of `case`.

use super::{StringPart, Tree};
use crate::ast::*;
use crate::source::Span;

/// An argument of a class pattern: its keyword, if any, and its pattern.
pub type PatternArg = (Option<Identifier>, Pattern);

impl Tree<'_> {
    /// A pattern from `l` to `r`.
    pub fn pattern(&mut self, l: u32, kind: PatternKind, r: u32) -> Pattern {
        Pattern {
            span: Span::new(l, r),
            kind,
        }
    }

    /// `*name`, `*_`
    pub fn star_pattern(&mut self, l: u32, name: Identifier, r: u32) -> Pattern {
        self.pattern(l, PatternKind::Star(Some(name).filter(is_bound)), r)
    }

    /// `pattern as name`
    pub fn as_pattern(&mut self, l: u32, pattern: Pattern, name: Identifier, r: u32) -> Pattern {
        if !is_bound(&name) {
            self.fail(name.span, "cannot use '_' as a target");
        }
        let pattern = Some(Box::new(pattern));
        self.pattern(
            l,
            PatternKind::As {
                pattern,
                name: Some(name),
            },
            r,
        )
    }

    /// A capture, or the wildcard.
    pub fn capture(&mut self, name: Identifier) -> Pattern {
        let Span { start, end } = name.span;
        self.pattern(
            start,
            PatternKind::As {
                pattern: None,
                name: Some(name).filter(is_bound),
            },
            end,
        )
    }

    /// A string compared with the subject.
    pub fn string_pattern(&mut self, l: u32, parts: Vec<StringPart>, r: u32) -> PatternKind {
        PatternKind::Value(self.strings(l, parts, r))
    }

    /// `{key: pattern, **rest}`
    #[allow(clippy::vec_box)] // The parser moves each of its values about, whose size is that of the largest kind.
    pub fn mapping_pattern(
        &mut self,
        items: Vec<Box<(Expr, Pattern)>>,
        rest: Option<Identifier>,
    ) -> PatternKind {
        if let Some(rest) = rest.as_ref().filter(|rest| !is_bound(rest)) {
            self.fail(rest.span, "invalid syntax");
        }
        let (keys, patterns) = items.into_iter().map(|item| *item).unzip();
        PatternKind::Mapping {
            keys,
            patterns,
            rest,
        }
    }

    /// `Class(pattern, name=pattern)`
    pub fn class_pattern(&mut self, class: Expr, args: Vec<PatternArg>) -> PatternKind {
        let (mut patterns, mut keywords) = (Vec::new(), Vec::new());
        for (name, pattern) in args {
            match name {
                Some(name) => keywords.push((name, pattern)),
                None if keywords.is_empty() => patterns.push(pattern),
                None => self.fail(pattern.span, "positional patterns follow keyword patterns"),
            }
        }
        PatternKind::Class {
            class: Box::new(class),
            patterns,
            keywords,
        }
    }

    /// `first.name`
    pub fn dotted_value(&mut self, l: u32, first: Identifier, name: Identifier, r: u32) -> Expr {
        let value = self.name(first);
        self.attribute(l, value, name, r)
    }

    /// `1 + 2j`, `-1 - 2j`
    pub fn complex(&mut self, l: u32, left: Expr, op: BinaryOp, right: Expr, r: u32) -> Expr {
        let real = match &left.kind {
            ExprKind::Unary { operand, .. } => operand,
            _ => &left,
        };
        if matches!(real.kind, ExprKind::Constant(Constant::Imaginary(_))) {
            self.fail(real.span, "real number required in complex literal");
        } else if !matches!(right.kind, ExprKind::Constant(Constant::Imaginary(_))) {
            self.fail(right.span, "imaginary number required in complex literal");
        }
        self.binary(l, left, op, right, r)
    }
}

/// Whether a capture of that name binds anything.
fn is_bound(name: &Identifier) -> bool {
    &*name.name != "_"
}
