//! The renderings that are ours alone, snippets for terminals and JSON for tools, and what is suggested.

use snakelet::diagnostics::fancy::Style;
use snakelet::diagnostics::{ErrorReport, FrameReport, WarningReport, fancy, json, suggest};
use snakelet_grammar::parse_module;
use snakelet_grammar::source::{Source, Span};
use std::rc::Rc;

const PROGRAM: &str = "\
def divide(a, b):
    return a / b

def again(n):
    again(n - 1) if n else divide(n, 0)

again(2)
";

const STYLE: Style = Style {
    width: 80,
    colour: false,
};

fn failed() -> ErrorReport {
    let source = Rc::new(Source::new("demo.py", PROGRAM));
    let frame = |function: &str, text: &str| {
        let at = PROGRAM.find(text).expect("the text is in the program") as u32;
        FrameReport::at(&source, function, Span::new(at, at + text.len() as u32))
    };
    ErrorReport {
        class_name: "ZeroDivisionError".to_owned(),
        message: Some("division by zero".to_owned()),
        frames: vec![
            frame("<module>", "again(2)"),
            frame("again", "again(n - 1)"),
            frame("again", "again(n - 1)"),
            frame("again", "divide(n, 0)"),
            frame("divide", "a / b"),
        ],
        ..ErrorReport::default()
    }
}

#[test]
fn the_failing_line_stands_out_and_callers_follow() {
    let expected = "\
ZeroDivisionError: division by zero
  × raised in divide
   ╭─[demo.py:2:12]
 1 │ def divide(a, b):
 2 │     return a / b
   ·            ──┬──
   ·              ╰── raised here
 3 │ 
   ╰────
  called from
    demo.py:5 in again (3 times)  again(n - 1) if n else divide(n, 0)
    demo.py:7 in <module>  again(2)
";
    assert_eq!(fancy::render(&failed(), STYLE), expected);
}

#[test]
fn what_led_to_an_error_follows_it() {
    let report = ErrorReport {
        class_name: "ValueError".to_owned(),
        suggestion: Some("Did you mean: 'x'?".to_owned()),
        message: Some("no y".to_owned()),
        context: Some(Box::new(failed())),
        ..ErrorReport::default()
    };
    let expected = "ValueError: no y. Did you mean: 'x'?\n\nwhile handling\n";
    assert_eq!(
        fancy::render(&report, STYLE),
        expected.to_owned() + &fancy::render(&failed(), STYLE)
    );
}

#[test]
fn members_of_a_group_stand_behind_a_margin() {
    let members = vec![ErrorReport {
        class_name: "KeyError".to_owned(),
        ..ErrorReport::default()
    }];
    let report = ErrorReport {
        class_name: "ExceptionGroup".to_owned(),
        members,
        ..ErrorReport::default()
    };
    assert_eq!(
        fancy::render(&report, STYLE),
        "ExceptionGroup\n\n  1 of 1\n  │ KeyError\n"
    );
}

#[test]
fn a_mistake_in_the_source_is_marked() {
    let source = Rc::new(Source::new("demo.py", "x = 1\ny = = 2\n"));
    let error = parse_module(&source).expect_err("this is no program");
    let expected = "\
SyntaxError: invalid syntax
  × this cannot be compiled
   ╭─[demo.py:2:5]
 1 │ x = 1
 2 │ y = = 2
   ·     ┬
   ·     ╰── here
   ╰────
";
    assert_eq!(
        fancy::render(&ErrorReport::of_syntax_error(&error, &source), STYLE),
        expected
    );
}

#[test]
fn a_line_too_long_to_show_is_only_named() {
    let source = Rc::new(Source::new(
        "demo.py",
        format!("x = {}1 / 0", "1 + ".repeat(1000)),
    ));
    let mut report = failed();
    report.frames = vec![FrameReport::at(&source, "<module>", Span::new(4, 8))];
    assert_eq!(
        fancy::render(&report, STYLE),
        "ZeroDivisionError: division by zero\n  × raised in <module>\n"
    );
}

#[test]
fn warnings_show_their_line() {
    let report = WarningReport {
        file: "demo.py".into(),
        line: 2,
        category: "SyntaxWarning".to_owned(),
        message: "odd".to_owned(),
        source: Some(Rc::new(Source::new("demo.py", PROGRAM))),
        span: None,
    };
    let expected = "\
demo.py:2: SyntaxWarning: odd
  ⚠ this may not be meant
   ╭─[demo.py:2:5]
 1 │ def divide(a, b):
 2 │     return a / b
   ·     ────────────
 3 │ 
   ╰────
";
    assert_eq!(fancy::render_warning(&report, STYLE), expected);
    let object = r#"{"kind": "warning", "class": "SyntaxWarning", "message": "odd", "file": "demo.py", "line": 2}"#;
    assert_eq!(json::render_warning(&report), format!("{object}\n"));
}

#[test]
fn tools_get_one_line_of_json() {
    let mut report = failed();
    report.frames.truncate(1);
    report.notes = vec!["a \"quoted\"\n\u{1}note".to_owned()];
    report.cause = Some(Box::new(ErrorReport {
        class_name: "KeyError".to_owned(),
        ..ErrorReport::default()
    }));
    let expected = concat!(
        r#"{"kind": "error", "class": "ZeroDivisionError", "message": "division by zero", "#,
        r#""notes": ["a \"quoted\"\n\u0001note"], "frames": [{"file": "demo.py", "function": "<module>", "#,
        r#""line": 7, "end_line": 7, "column": 0, "end_column": 8, "text": "again(2)"}], "#,
        r#""cause": {"class": "KeyError", "message": null, "frames": []}}"#,
        "\n"
    );
    assert_eq!(json::render(&report), expected);
}

#[test]
fn the_nearest_name_is_suggested() {
    assert_eq!(
        suggest::nearest("abcdeg", ["print", "abcdef", "abcdefg"]),
        Some("abcdef")
    );
    assert_eq!(suggest::nearest("Blech", ["blech", "Bleeh"]), Some("blech"));
    assert_eq!(suggest::nearest("x", ["y", "longer"]), None);
    assert_eq!(suggest::nearest("same", ["same"]), None);
    assert_eq!(
        suggest::name("valu", ["_valu", "value"], false),
        Some("value")
    );
    assert_eq!(suggest::name("valu", ["_valu"], true), Some("_valu"));
}

#[test]
fn modules_that_were_not_imported_are_named() {
    let sentence = |found, missing| suggest::sentence(found, missing);
    assert_eq!(
        sentence(None, Some("asyncio")).as_deref(),
        Some("Did you forget to import 'asyncio'?")
    );
    assert_eq!(
        sentence(Some("tim"), Some("time")).as_deref(),
        Some("Did you mean: 'tim'? Or did you forget to import 'time'?")
    );
    assert_eq!(
        sentence(Some("tim"), None).as_deref(),
        Some("Did you mean: 'tim'?")
    );
    assert_eq!(sentence(None, Some("tim")), None);
}
