//! Syntax trees with the place of every node: `trees/*.py` and beside each the tree that the reference builds, as
//! `reference.py` writes it.

use snakelet_grammar::parse_module;
use snakelet_grammar::source::Source;
use std::path::Path;

#[path = "support/dump.rs"]
mod dump;

fn check(name: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/trees")
        .join(name);
    let text = std::fs::read_to_string(path.with_extension("py")).expect("a program");
    let expected = std::fs::read_to_string(path.with_extension("tree")).expect("its tree");
    let source = Source::new(name, text);
    let parsed = parse_module(&source).expect("a right program");
    let found = dump::dump(&source, &parsed.tree);
    for (number, (found, expected)) in found.lines().zip(expected.lines()).enumerate() {
        assert_eq!(found, expected, "{name}.tree, line {}", number + 1);
    }
    assert_eq!(found.len(), expected.len(), "{name}.tree");
}

#[test]
fn statements() {
    check("statements");
}

#[test]
fn definitions() {
    check("definitions");
}

#[test]
fn expressions() {
    check("expressions");
}

#[test]
fn strings() {
    check("strings");
}

#[test]
fn patterns() {
    check("patterns");
}
