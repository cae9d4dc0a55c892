//! What is legal and probably not meant: `is` with a literal, a literal that is called or indexed like something
//! else, an assertion of a tuple. These become `SyntaxWarning`s. `~True`, which is computed here, is deprecated.

use super::constant;
use crate::interp::plain::INVERTED_BOOL;
use snakelet_grammar::ast::{CompareOp, Constant, Expr, ExprKind, UnaryOp};
use snakelet_grammar::error::SyntaxWarning;
use snakelet_grammar::source::Span;

type Warnings = Vec<SyntaxWarning>;

fn warn(warnings: &mut Warnings, message: String, span: Span) {
    warnings.push(SyntaxWarning {
        category: "SyntaxWarning",
        message,
        span,
    });
}

/// The category of what computing a constant warns of: as running it would, at the line that has it compiled.
pub const WHILE_COMPILING: &str = "DeprecationWarning while compiling";

/// Puts what computing constants warned of before the rest: it is done to the whole tree before that is looked at further.
pub(super) fn constants_first(warnings: &mut [SyntaxWarning]) {
    warnings.sort_by_key(|warning| warning.category != WHILE_COMPILING);
}

/// `~True`
pub(super) fn inversion(op: UnaryOp, operand: &Expr, span: Span, warnings: &mut Warnings) {
    let truth = matches!(
        operand.kind,
        ExprKind::Constant(Constant::True | Constant::False)
    );
    if op == UnaryOp::Invert && truth {
        warnings.push(SyntaxWarning {
            category: WHILE_COMPILING,
            message: INVERTED_BOOL.to_owned(),
            span,
        });
    }
}

/// `assert (test, message)`
pub(super) fn assertion(test: &Expr, span: Span, warnings: &mut Warnings) {
    if matches!(&test.kind, ExprKind::Tuple { items, .. } if !items.is_empty()) {
        warn(
            warnings,
            "assertion is always true, perhaps remove parentheses?".to_owned(),
            span,
        );
    }
}

/// `x is 1`; `negated`: behind a `not`, which turns it round.
pub(super) fn identity(
    left: &Expr,
    rest: &[(CompareOp, Expr)],
    negated: bool,
    span: Span,
    warnings: &mut Warnings,
) {
    let mut left = left;
    for (op, right) in rest {
        if let CompareOp::Is | CompareOp::IsNot = op
            && let Some(literal) = compared_literal(left).or_else(|| compared_literal(right))
        {
            let (word, instead) = if (*op == CompareOp::Is) != negated {
                ("is", "==")
            } else {
                ("is not", "!=")
            };
            let message =
                format!("\"{word}\" with '{literal}' literal. Did you mean \"{instead}\"?");
            return warn(warnings, message, span);
        }
        left = right;
    }
}

/// The type of a literal for which identity means little; `None`, `True`, `False` and `...` are unique.
fn compared_literal(expr: &Expr) -> Option<&'static str> {
    constant::type_of(expr).filter(|name| !matches!(*name, "NoneType" | "bool" | "ellipsis"))
}

/// `"text"(x)`
pub(super) fn call(function: &Expr, span: Span, warnings: &mut Warnings) {
    if matches!(function.kind, ExprKind::Lambda { .. }) {
        return;
    }
    if let Some(name) = display_type(function) {
        warn(
            warnings,
            format!("'{name}' object is not callable; perhaps you missed a comma?"),
            span,
        );
    }
}

/// `1[0]`, `[1, 2]["a"]`
pub(super) fn subscript(value: &Expr, index: &Expr, span: Span, warnings: &mut Warnings) {
    let Some(name) = display_type(value) else {
        return;
    };
    match name {
        "str" | "bytes" | "tuple" | "list" => {
            if let Some(index) =
                display_type(index).filter(|index| !matches!(*index, "int" | "bool"))
            {
                let rule = "indices must be integers or slices, not";
                warn(
                    warnings,
                    format!("{name} {rule} {index}; perhaps you missed a comma?"),
                    span,
                );
            }
        }
        "dict" => {}
        _ => warn(
            warnings,
            format!("'{name}' object is not subscriptable; perhaps you missed a comma?"),
            span,
        ),
    }
}

/// The type that an expression has whatever happens.
fn display_type(expr: &Expr) -> Option<&'static str> {
    match &expr.kind {
        ExprKind::Tuple { .. } => Some("tuple"),
        ExprKind::List(_) | ExprKind::ListComp { .. } => Some("list"),
        ExprKind::Dict(_) | ExprKind::DictComp { .. } => Some("dict"),
        ExprKind::Set(_) | ExprKind::SetComp { .. } => Some("set"),
        ExprKind::Generator { .. } => Some("generator"),
        ExprKind::Lambda { .. } => Some("function"),
        ExprKind::JoinedStr(_) | ExprKind::Constant(Constant::Str { .. }) => Some("str"),
        _ => constant::type_of(expr),
    }
}
