//! Compiles the sources in `diagnostics/recorded_mistakes.txt` as far as their mistakes are found, and compares the
//! warnings and errors with what the reference said. The file is made by `diagnostics/_record_mistakes.py`.

use snakelet::diagnostics::{ErrorReport, WarningReport, python};
use snakelet::lower::check::check;
use snakelet::lower::scope::{Mode, analyse};
use snakelet_grammar::error::{SyntaxError, SyntaxWarning};
use snakelet_grammar::parse_module;
use snakelet_grammar::source::Source;
use std::rc::Rc;

const RECORDED: &str = include_str!("diagnostics/recorded_mistakes.txt");

#[test]
fn mistakes_are_those_of_the_reference() {
    let mut failed = Vec::new();
    let cases: Vec<&str> = RECORDED.split("=== \n").skip(1).collect();
    for case in &cases {
        let (text, expected) = case.split_once("---\n").expect("a case has an answer");
        let source = Rc::new(Source::new("case.py", text));
        let mut warnings = Vec::new();
        let outcome = compile(&source, &mut warnings);
        let mut said: String = warnings
            .iter()
            .map(|warning| {
                python::render_warning(&WarningReport::of_syntax_warning(warning, &source))
            })
            .collect();
        if let Err(error) = outcome {
            said += &python::render(&ErrorReport::of_syntax_error(&error, &source), false);
        }
        if said != expected {
            failed.push(format!(
                "=== \n{text}--- expected\n{expected}--- said\n{said}"
            ));
        }
    }
    assert!(
        failed.is_empty(),
        "{} of {} differ:\n{}",
        failed.len(),
        cases.len(),
        failed.join("\n")
    );
}

fn compile(source: &Source, warnings: &mut Vec<SyntaxWarning>) -> Result<(), SyntaxError> {
    let parsed = parse_module(source)?;
    warnings.extend(parsed.warnings);
    let scopes = analyse(&parsed.tree, false)?;
    check(&parsed.tree, &scopes, Mode::default(), warnings)
}
