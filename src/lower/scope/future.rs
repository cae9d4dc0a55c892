//! What a module asks of the future: `from __future__ import …` at its beginning.

use super::builder::error;
use snakelet_grammar::ast::{Constant, Expr, ExprKind, Module, Stmt, StmtKind};
use snakelet_grammar::error::{Phase, SyntaxError};
use snakelet_grammar::source::Span;

const FEATURES: [&str; 10] = [
    "nested_scopes",
    "generators",
    "division",
    "absolute_import",
    "with_statement",
    "print_function",
    "unicode_literals",
    "barry_as_FLUFL",
    "generator_stop",
    "annotations",
];

/// Whether the module makes its annotations strings; an error when it asks for what does not exist.
pub(super) fn annotations(module: &Module) -> Result<bool, SyntaxError> {
    let mut found = false;
    for (stmt, features) in leading(module) {
        for feature in features {
            let name = &*feature.name.name;
            let place = Span::new(stmt.span.start, stmt.span.start);
            let message = match name {
                "braces" => "not a chance".to_owned(),
                name if FEATURES.contains(&name) => String::new(),
                name => format!("future feature {name} is not defined"),
            };
            if !message.is_empty() {
                return Err(SyntaxError {
                    phase: Phase::Features,
                    ..error(message, place)
                });
            }
            found |= name == "annotations";
        }
    }
    Ok(found)
}

/// The offset behind the last `from __future__` that stands where it may: after the docstring, before all else.
pub(in crate::lower) fn end_of_leading(module: &Module) -> u32 {
    leading(module).last().map_or(0, |(stmt, _)| stmt.span.end)
}

fn leading(module: &Module) -> impl Iterator<Item = (&Stmt, &[snakelet_grammar::ast::Alias])> {
    let docstring = module.body.first().is_some_and(is_docstring);
    module
        .body
        .iter()
        .skip(usize::from(docstring))
        .map_while(|stmt| match &stmt.kind {
            StmtKind::ImportFrom {
                module: Some(module),
                names,
                level: 0,
            } if &*module.name == "__future__" => Some((stmt, names.as_slice())),
            _ => None,
        })
}

fn is_docstring(stmt: &Stmt) -> bool {
    matches!(
        &stmt.kind,
        StmtKind::Expr(Expr {
            kind: ExprKind::Constant(Constant::Str { .. }),
            ..
        })
    )
}
