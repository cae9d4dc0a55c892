//! Wrong programs and what is said of them: `mistakes/*.txt` has programs, each followed by a line `==> ` with the
//! class, message and place that the reference gives (`confirm.py` checks that in the reference). With
//! `UPDATE_EXPECT=1` the lines are rewritten.

use snakelet_grammar::parse_module;
use snakelet_grammar::source::Source;
use std::path::Path;

#[path = "support/shown.rs"]
mod shown;

const MARK: &str = "==> ";

#[test]
fn mistakes_are_reported_as_the_reference_does() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mistakes");
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let mut wrong = String::new();
    for entry in std::fs::read_dir(folder).expect("the folder of mistakes") {
        let path = entry.expect("a file").path();
        if path.extension().is_none_or(|extension| extension != "txt") {
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("text");
        let mut updated = String::new();
        for (program, expected) in cases(&text) {
            let found = result(&program);
            if found != expected {
                wrong += &format!(
                    "{}\n{program}  expected {expected}\n  found    {found}\n",
                    path.display()
                );
            }
            updated += &format!("{program}{MARK}{found}\n");
        }
        if update {
            std::fs::write(&path, updated).expect("a writable file");
        }
    }
    assert!(update || wrong.is_empty(), "{wrong}");
}

fn cases(text: &str) -> Vec<(String, String)> {
    let (mut cases, mut program) = (Vec::new(), String::new());
    for line in text.split_inclusive('\n') {
        match line.strip_prefix(MARK) {
            Some(expected) => cases.push((
                std::mem::take(&mut program),
                expected.trim_end_matches('\n').into(),
            )),
            None => program += line,
        }
    }
    cases
}

fn result(program: &str) -> String {
    let source = Source::new("<file>", program);
    match parse_module(&source) {
        Ok(_) => "ok".into(),
        Err(error) => shown::shown(&source, &error),
    }
}
