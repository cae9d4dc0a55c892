//! Which part of an operation is to blame: the operator between its operands, the brackets of a call or subscript.
//! The text of the operation is parsed again for that, as the reference does.

use snakelet_grammar::ast::{Expr, ExprKind, Module, Stmt, StmtKind};
use snakelet_grammar::source::{Position, Source};

/// The part of an operation that is marked apart; lines and characters count from 0.
#[derive(Debug, PartialEq)]
pub(super) struct Anchors {
    /// Where it begins.
    pub left: (usize, usize),
    /// Where it ends.
    pub right: (usize, usize),
}

/// What parsing puts around the operation, so that it may have several lines.
const OPENING: &str = "(\n";

/// The anchors of the operation that `segment` is, if it is one.
pub(super) fn anchors(segment: &str) -> Option<Anchors> {
    let source = Source::new("", format!("{OPENING}{segment}\n)"));
    let module = parse(&source)?;
    let [
        Stmt {
            kind: StmtKind::Expr(expr),
            ..
        },
    ] = module.body.as_slice()
    else {
        return None;
    };
    let text = Text {
        source: &source,
        lines: segment.lines().map(|line| line.chars().collect()).collect(),
    };
    match &expr.kind {
        ExprKind::Binary { left, right, .. } => text.operator(left, right),
        ExprKind::Subscript { value, .. } => text.brackets(value, '[', expr),
        ExprKind::Call { function, .. } => text.brackets(function, '(', expr),
        _ => None,
    }
}

/// Whether `return f(…)` or `name = f(…)` is all that stands in the `count` lines of `text`, and the range from `start`
/// to `end` is that call.
pub(super) fn covers_statement(text: &str, count: usize, start: usize, end: usize) -> bool {
    let source = Source::new("", text);
    let Some(module) = parse(&source) else {
        return false;
    };
    let Some(first) = module.body.first() else {
        return true;
    };
    let value = match &first.kind {
        StmtKind::Return(Some(value)) if calls_name(value) => value,
        StmtKind::Assign { targets, value } if matches!(value.kind, ExprKind::Call { .. }) => {
            match targets.as_slice() {
                [
                    Expr {
                        kind: ExprKind::Name(_),
                        ..
                    },
                ] => value,
                _ => return false,
            }
        }
        _ => return false,
    };
    let place = |line: u32, column| Position {
        line,
        column: column as u32,
    };
    source.position(value.span.start) == place(1, start)
        && source.position(value.span.end) == place(count as u32, end)
}

fn calls_name(expr: &Expr) -> bool {
    matches!(&expr.kind, ExprKind::Call { function, .. } if matches!(function.kind, ExprKind::Name(_)))
}

fn parse(source: &Source) -> Option<Module> {
    Some(snakelet_grammar::parse_module(source).ok()?.tree)
}

/// The lines of an operation, with the source in which it was parsed.
struct Text<'a> {
    source: &'a Source,
    lines: Vec<Vec<char>>,
}

impl Text<'_> {
    /// The operator: one or two characters between its operands.
    fn operator(&self, left: &Expr, right: &Expr) -> Option<Anchors> {
        let behind = self.settle(self.place(left.span.end)?)?;
        let (line, column) = self.seek(behind, |char| !char.is_whitespace() && char != ')')?;
        let right = self.place(right.span.start)?;
        let second = self.lines[line].get(column + 1);
        let has_two = (line, column + 1) < right
            && second.is_some_and(|char| !char.is_whitespace() && !matches!(char, '\\' | '#'));
        Some(Anchors {
            left: (line, column),
            right: (line, column + 1 + usize::from(has_two)),
        })
    }

    /// The brackets behind `value` up to the end of the operation.
    fn brackets(&self, value: &Expr, opening: char, whole: &Expr) -> Option<Anchors> {
        let behind = self.settle(self.place(value.span.end)?)?;
        Some(Anchors {
            left: self.seek(behind, |char| char == opening)?,
            right: self.place(whole.span.end)?,
        })
    }

    /// The line and character of the byte at `offset` of the parsed source.
    fn place(&self, offset: u32) -> Option<(usize, usize)> {
        let Position { line, column } = self.source.position(offset);
        let characters = super::layout::characters_before(self.source.line_text(line), column);
        Some(((line as usize).checked_sub(2)?, characters))
    }

    /// The place itself, or the first character of a later line when its line ends there.
    fn settle(&self, (mut line, mut column): (usize, usize)) -> Option<(usize, usize)> {
        while column >= self.lines.get(line)?.len() {
            (line, column) = (line + 1, 0);
        }
        Some((line, column))
    }

    /// The first character from `place` on that `stop` accepts, outside comments.
    fn seek(&self, place: (usize, usize), stop: impl Fn(char) -> bool) -> Option<(usize, usize)> {
        let (mut line, mut column) = place;
        loop {
            let char = self.lines[line][column];
            if matches!(char, '\\' | '#') {
                (line, column) = self.settle((line + 1, 0))?;
            } else if stop(char) {
                return Some((line, column));
            } else {
                (line, column) = self.settle((line, column + 1))?;
            }
        }
    }
}
