//! Reading bytes, prompts and single expressions; warnings, limits and tokens. Expectations are the reference's.

use snakelet_grammar::error::ErrorKind;
use snakelet_grammar::source::Source;
use snakelet_grammar::token::TokenKind;
use snakelet_grammar::{decode, parse_expression, parse_module, parse_typed, tokens};

#[path = "support/shown.rs"]
mod shown;

fn decoded(bytes: &[u8]) -> String {
    match decode(bytes, "file.py") {
        Ok(source) => source.text.to_string(),
        Err(undecodable) => {
            let error = undecodable.error;
            let place = error
                .located
                .then(|| shown::shown(&undecodable.source, &error));
            format!("error: {}", place.unwrap_or(error.message))
        }
    }
}

#[test]
fn codings() {
    assert_eq!(decoded(b""), "");
    assert_eq!(decoded("é".as_bytes()), "é");
    assert_eq!(decoded(b"\xef\xbb\xbfx"), "x");
    assert_eq!(
        decoded(b"# coding: latin-1\n\xe9\x85"),
        "# coding: latin-1\né\u{85}"
    );
    assert_eq!(
        decoded(b"#!/bin/sh\n# -*- coding: koi8-r -*-\n\xc1"),
        "#!/bin/sh\n# -*- coding: koi8-r -*-\nа"
    );
    assert_eq!(
        decoded(b"\n#vim: coding=cp1252\n\x80"),
        "\n#vim: coding=cp1252\n€"
    );
    assert_eq!(
        decoded(b"# coding: iso-8859-15\n\xa4"),
        "# coding: iso-8859-15\n€"
    );
    assert_eq!(
        decoded(b"# coding: UTF_8-x\n\xc3\xa9"),
        "# coding: UTF_8-x\né"
    );
}

#[test]
fn bytes_that_are_no_text() {
    assert_eq!(
        decoded(b"x=1\ny='\xff'\n"),
        "error: Non-UTF-8 code starting with '\\xff' in file file.py on line 2, but no encoding declared; see \
         https://peps.python.org/pep-0263/ for details"
    );
    // A coding line below code is a comment.
    assert!(decoded(b"x=1\n# coding: latin-1\ny='\xff'\n").starts_with("error: Non-UTF-8"));
    assert_eq!(
        decoded(b"# coding: utf-8\ny='\xff'\n"),
        "error: SyntaxError: (unicode error) 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte \
         [2:3-2:4]"
    );
    assert_eq!(
        decoded(b"# coding: foobar\n"),
        "error: encoding problem: foobar"
    );
    assert_eq!(
        decoded(b"# coding: ascii\n\xff"),
        "error: encoding problem: ascii"
    );
    assert_eq!(
        decoded(b"\xef\xbb\xbf# coding: latin-1\n"),
        "error: encoding problem: iso-8859-1 with BOM"
    );
}

fn read(text: &str) -> String {
    let source = Source::new("<stdin>", text);
    match parse_typed(&source) {
        Ok(_) => "ok".into(),
        Err(error) if error.incomplete => "more".into(),
        Err(error) => shown::shown(&source, &error),
    }
}

#[test]
fn prompts() {
    for right in [
        "x",
        "x;y",
        "x\n# c\n",
        "if x: pass\n",
        "if x:\n  y\n",
        "x = (\n1)",
    ] {
        assert_eq!(read(right), "ok", "{right:?}");
    }
    let unfinished = [
        // No statement yet.
        "",
        "\n",
        "# c",
        "x = (",
        "x = (1,\n",
        "'''abc",
        "f'''{x",
        "f'''",
        "f'{x",
        "[1,2\n\n",
        "def f():",
        "def f():\n",
        "@a",
        "@a\n",
        "x \\",
        "x \\\n",
        "if x: pass",
        "if x:\n  y",
        "if x:\n  y\nelse:",
        "try:\n  x",
        "try:\n  x\n",
        "if x:\n# c\n",
        "match x:\n",
        "match x:\n  case 1:\n",
        "if x: y\nelse: z",
        "{1:",
    ];
    for unfinished in unfinished {
        assert_eq!(read(unfinished), "more", "{unfinished:?}");
    }
    assert_eq!(read("x y"), "SyntaxError: invalid syntax [1:3-1:4]");
    assert_eq!(read("if x\n"), "SyntaxError: expected ':' [1:5-1:6]");
    assert_eq!(
        read("  x"),
        "IndentationError: unexpected indent [1:2-1:-1]"
    );
    assert_eq!(
        read("\"abc"),
        "SyntaxError: unterminated string literal (detected at line 1) [1:1-1:1]"
    );
    assert_eq!(
        read("x\ny"),
        "SyntaxError: multiple statements found while compiling a single statement [1:2-1:3]"
    );
    assert_eq!(
        read("if 1:\n pass\nx\n"),
        "SyntaxError: invalid syntax [3:1-3:2]"
    );
}

#[test]
fn single_expressions() {
    let evaluated = |text: &str| {
        let source = Source::new("<string>", text);
        parse_expression(&source)
            .map(|_| "ok".into())
            .unwrap_or_else(|error| shown::shown(&source, &error))
    };
    assert_eq!(evaluated("1, 2\n\n"), "ok");
    assert_eq!(evaluated("(yield)"), "ok");
    assert_eq!(evaluated("x = 1"), "SyntaxError: invalid syntax [1:3-1:4]");
    assert_eq!(evaluated("x; y"), "SyntaxError: invalid syntax [1:2-1:3]");
    assert_eq!(
        evaluated("f(a b)"),
        "SyntaxError: invalid syntax. Perhaps you forgot a comma? [1:3-1:6]"
    );
    assert_eq!(
        evaluated(" x"),
        "IndentationError: unexpected indent [1:1-1:-1]"
    );
}

#[test]
fn warnings() {
    let warned = |text: &str| {
        let source = Source::new("<string>", text);
        let parsed = parse_module(&source).expect("a right program");
        let shown = |warning: &snakelet_grammar::error::SyntaxWarning| {
            format!(
                "{} {}: {}",
                source.line_of(warning.span.start),
                warning.category,
                warning.message
            )
        };
        parsed.warnings.iter().map(shown).collect::<Vec<_>>()
    };
    assert_eq!(
        warned(r"'\d\e'"),
        [r"1 SyntaxWarning: invalid escape sequence '\d'"]
    );
    assert_eq!(
        warned("x = '''\n\\d'''"),
        [r"1 SyntaxWarning: invalid escape sequence '\d'"]
    );
    assert_eq!(
        warned(r"b'\400'"),
        [r"1 SyntaxWarning: invalid octal escape sequence '\400'"]
    );
    assert_eq!(
        warned("f'''\n{x}\\d\n'''"),
        [r"3 SyntaxWarning: invalid escape sequence '\d'"]
    );
    assert_eq!(
        warned("1if x else 2"),
        ["1 SyntaxWarning: invalid decimal literal"]
    );
    assert_eq!(
        warned("0x1for x in y"),
        ["1 SyntaxWarning: invalid hexadecimal literal"]
    );
    assert!(warned(r"'\é', rb'\d', '\x41'").is_empty());
}

#[test]
fn line_ends_and_form_feeds() {
    for text in [
        "if x:\r\n  y\r\n  z\r\n",
        "if x:\r  y\r  z\r",
        "\x0cif x:\n\x0c  y\n  \x0c  z",
        "if x:\n\ty\n\tz",
    ] {
        let source = Source::new("<string>", text);
        let parsed =
            parse_module(&source).unwrap_or_else(|error| panic!("{text:?}: {}", error.message));
        assert_eq!(parsed.tree.body.len(), 1, "{text:?}");
    }
}

/// What is said of a text that must neither overflow an ordinary stack nor take long.
fn refused(text: String) -> (ErrorKind, String) {
    let thread = std::thread::Builder::new().stack_size(8 << 20);
    let read = move || {
        let source = Source::new("<string>", text);
        parse_module(&source)
            .map(|_| ())
            .map_err(|error| (error.kind, error.message))
    };
    let result = thread
        .spawn(read)
        .expect("a thread")
        .join()
        .expect("no overflow");
    result.expect_err("a text that is refused")
}

#[test]
fn deep_texts() {
    const LEFT: &str = "maximum recursion depth exceeded during compilation";
    const RIGHT: &str = "Parser stack overflowed - Python source too complex to parse";
    const BRACKETS: &str = "too many nested parentheses";
    let deep = |message: &str| (ErrorKind::TooDeep, message.to_string());
    assert_eq!(
        refused("(".repeat(100_000)),
        (ErrorKind::Syntax, BRACKETS.into())
    );
    assert_eq!(
        refused("f(".repeat(100_000)),
        (ErrorKind::Syntax, BRACKETS.into())
    );
    assert_eq!(refused("-".repeat(200_000) + "1"), deep(RIGHT));
    assert_eq!(refused("not ".repeat(100_000) + "1"), deep(RIGHT));
    assert_eq!(refused("lambda: ".repeat(100_000) + "1"), deep(RIGHT));
    assert_eq!(refused("1".to_string() + &"+1".repeat(100_000)), deep(LEFT));
    assert_eq!(refused("x".to_string() + &".a".repeat(100_000)), deep(LEFT));
    assert_eq!(
        refused("if x: y\n".to_string() + &"elif x: y\n".repeat(100_000)),
        deep(LEFT)
    );
    let blocks: String = (0..101)
        .map(|depth| " ".repeat(depth) + "if x:\n")
        .collect();
    assert_eq!(
        refused(blocks),
        (
            ErrorKind::Indentation,
            "too many levels of indentation".into()
        )
    );
}

#[test]
fn zero_bytes() {
    let source = Source::new("<string>", "x\0y");
    let error = parse_module(&source).expect_err("a text that is refused");
    assert_eq!(error.message, "source code cannot contain null bytes");
}

#[test]
fn tokens_for_colouring() {
    let source = Source::new(
        "<string>",
        "match x:  # c\n  case f'{y}': type T = 1\nmatch = '",
    );
    let kinds: Vec<TokenKind> = tokens(&source)
        .into_iter()
        .map(|token| token.kind)
        .collect();
    use TokenKind as T;
    let expected = [
        T::Match,
        T::Name,
        T::Colon,
        T::Comment,
        T::Newline,
        T::Indent,
        T::Case,
        T::FStringStart,
        T::LeftBrace,
        T::Name,
        T::RightBrace,
        T::FStringEnd,
        T::Colon,
        T::Type,
        T::Name,
        T::Equal,
        T::Number,
        T::Newline,
        T::Dedent,
        T::Name,
        T::Equal,
    ];
    assert_eq!(kinds, expected);
}
