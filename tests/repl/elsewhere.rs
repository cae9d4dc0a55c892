//! Where there is no terminal, or one that can do little: scripts on standard input, `-i`, `TERM=dumb`.

use crate::terminal::{Terminal, file};
use std::io::Write;
use std::process::{Command, Output, Stdio};

fn run(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_snakelet"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all(input.as_bytes()).expect("it reads");
    drop(stdin);
    child.wait_with_output().expect("it ends")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn a_script_on_standard_input_is_as_a_file() {
    for (name, script) in [
        (
            "fine",
            "import asyncio\nasync def main():\n\n    print('main')\n    return 3\n\nx = asyncio.run(main())\nx\nprint(x)\n",
        ),
        (
            "failing",
            "def f():\n\n    1/0\nprint('before')\nf()\nprint('never')\n",
        ),
        ("mistaken", "print('never')\nawait x\n"),
        ("prompts", ">>> 1 + 1\n"),
        ("exiting", "import sys\nprint('x', end='')\nsys.exit(3)\n"),
    ] {
        let path = file(&format!("repl_input_{name}.py"));
        std::fs::write(&path, script).expect("a file");
        let path = path.to_str().expect("a path of text");
        let from_file = run(&[path], "");
        let from_input = run(&[], script);
        let from_dash = run(&["-"], script);
        let named = text(&from_file.stderr).replace(path, "<stdin>");
        for other in [from_input, from_dash] {
            assert_eq!(text(&other.stdout), text(&from_file.stdout), "{name}");
            assert_eq!(other.status.code(), from_file.status.code(), "{name}");
            // Without a file there are no lines to show.
            let last = |text: &str| text.lines().last().map(str::to_owned);
            assert_eq!(last(&text(&other.stderr)), last(&named), "{name}");
        }
    }
}

#[test]
fn a_program_stays_with_its_names() {
    let path = file("repl_stays.py");
    std::fs::write(&path, "answer = 42\nprint('ran')\n").expect("a file");
    let mut terminal = Terminal::open(&["-q", "-i", path.to_str().expect("a path of text")]);
    assert_eq!(terminal.line("answer"), "ran\n>>> answer\n42\n>>>");
    let path = file("repl_fails.py");
    std::fs::write(&path, "answer = 43\nanswer / 0\n").expect("a file");
    let mut terminal = Terminal::open(&["-q", "-i", path.to_str().expect("a path of text")]);
    terminal.until(|screen| screen.contains("ZeroDivisionError") && screen.ends_with(">>>"));
    terminal.gives("answer", "43");
    let mut terminal = Terminal::open(&["-q", "-i", "-c", "answer = 44"]);
    terminal.gives("answer", "44");
}

#[test]
fn only_the_programs_output_reaches_standard_output() {
    let ran = run(
        &["-i", "-c", "print('ran')"],
        "x = 5\nx + 1\n:tasks\nfor i in range(2):\n    i\n\n",
    );
    assert_eq!(text(&ran.stdout), "ran\n6\n0\n1\n");
    assert!(
        text(&ran.stderr).contains("no tasks"),
        "{}",
        text(&ran.stderr)
    );
    assert_eq!(ran.status.code(), Some(0));
}

#[test]
fn a_dumb_terminal_is_enough() {
    let mut terminal = Terminal::with(&["-q"], 80, &[("TERM", "dumb")]);
    terminal.keys("def f():\n    return 8\n\nf()\n");
    terminal.until_end("8\n>>>");
    terminal.keys("import asyncio\n");
    terminal.until_end("import asyncio\n>>>");
    terminal.keys("await asyncio.sleep(0, 'plain')\n");
    terminal.until_end("'plain'\n>>>");
    terminal.keys(":tasks\n");
    terminal.until_end("no tasks\n>>>");
    assert_eq!(terminal.leave(), Some(0));
}
