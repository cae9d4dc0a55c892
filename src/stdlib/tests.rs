//! What the sources of the library must keep to, since their functions are only skipped when a module is read.

use super::{Make, REGISTRY};
use snakelet_grammar::ast::{FunctionDef, Stmt, StmtKind};
use snakelet_grammar::source::Source;
use snakelet_grammar::{parse_definition, parse_module, parse_outline};

/// The definitions of functions that stand in no other function.
fn definitions<'t>(body: &'t [Stmt], out: &mut Vec<(&'t Stmt, &'t FunctionDef)>) {
    for stmt in body {
        match &stmt.kind {
            StmtKind::Function(function) => out.push((stmt, function)),
            StmtKind::Class(class) => definitions(&class.body, out),
            StmtKind::With { body, .. } => definitions(body, out),
            StmtKind::If { body, orelse, .. }
            | StmtKind::While { body, orelse, .. }
            | StmtKind::For { body, orelse, .. } => {
                definitions(body, out);
                definitions(orelse, out);
            }
            StmtKind::Try {
                body,
                handlers,
                orelse,
                finalbody,
                ..
            } => {
                definitions(body, out);
                for handler in handlers {
                    definitions(&handler.body, out);
                }
                definitions(orelse, out);
                definitions(finalbody, out);
            }
            _ => {}
        }
    }
}

#[test]
fn functions_read_later_are_those_that_were_skipped() {
    let mut skipped = 0;
    for row in REGISTRY {
        let Make::Source(text) = row.make else {
            continue;
        };
        let source = Source::new(row.name, text);
        let (whole, outline) = (parse_module(&source), parse_outline(&source));
        let (whole, outline) = (whole.unwrap().tree, outline.unwrap().tree);
        let (mut wanted, mut found) = (Vec::new(), Vec::new());
        definitions(&whole.body, &mut wanted);
        definitions(&outline.body, &mut found);
        assert_eq!(wanted.len(), found.len(), "functions in {}", row.name);
        for ((stmt, function), (other, outlined)) in wanted.into_iter().zip(found) {
            let place = format!("{} in {}", function.name.name, row.name);
            assert_eq!(stmt.span.start, other.span.start, "{place}");
            let Some(StmtKind::Unread { .. }) = outlined.body.last().map(|last| &last.kind) else {
                assert_eq!(
                    format!("{:?}", function.body),
                    format!("{:?}", outlined.body)
                );
                continue;
            };
            skipped += 1;
            assert!(
                function.type_params.is_empty(),
                "{place} has type parameters"
            );
            let later = parse_definition(&source, other.span).unwrap().tree;
            let [
                Stmt {
                    kind: StmtKind::Function(later),
                    ..
                },
            ] = &later.body[..]
            else {
                panic!("{place} is no function when it is read later");
            };
            assert_eq!(format!("{:?}", function.body), format!("{:?}", later.body));
        }
    }
    assert!(skipped > 1_000, "only {skipped} functions are skipped");
}
