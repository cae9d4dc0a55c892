//! The command line: what is run and with which arguments, exit statuses, signals, pipes, and the options.
//! What programs do is tested by scripts; input that tries to break us by `hostile.rs`.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};

#[path = "support/process.rs"]
mod process;
#[path = "support/program.rs"]
mod program;
#[path = "support/reference.rs"]
mod reference;
#[path = "support/traceback.rs"]
mod traceback;

use process::Outcome;
use program::{both, file, folder, ours};

const SHOW_ARGUMENTS: &str = "import sys; print(sys.argv[1:], __name__)";

#[test]
fn runs_a_file_with_arguments() {
    let script = file("arguments.py", SHOW_ARGUMENTS);
    assert_eq!(
        both(&[&script, "a", "b c"], "").stdout,
        "['a', 'b c'] __main__\n"
    );
}

#[test]
fn everything_behind_the_file_belongs_to_the_script() {
    let script = file("options_behind.py", SHOW_ARGUMENTS);
    let outcome = both(&[&script, "-c", "--clock=no", "--", "-V", "check"], "");
    assert_eq!(
        outcome.stdout,
        "['-c', '--clock=no', '--', '-V', 'check'] __main__\n"
    );
}

#[test]
fn the_first_argument_is_the_script_as_given() {
    let script = file("first.py", "import sys; print(sys.argv[0])");
    assert_eq!(both(&[&script], "").stdout, format!("{script}\n"));
}

#[test]
fn runs_code_from_the_command_line() {
    let outcome = both(
        &["-c", "import sys; print(sys.argv, __name__)", "x", "-c"],
        "",
    );
    assert_eq!(outcome.stdout, "['-c', 'x', '-c'] __main__\n");
}

#[test]
fn code_of_several_lines() {
    assert_eq!(
        both(&["-c", "for i in range(2):\n    print(i)\n"], "").stdout,
        "0\n1\n"
    );
}

#[test]
fn an_error_in_code_shows_its_line() {
    let outcome = both(&["-c", "x = 1\nx / 0"], "");
    assert_eq!(outcome.status, 1);
    assert!(outcome.stderr.starts_with(
        "Traceback (most recent call last):\n  File \"<string>\", line 2, in <module>\n"
    ));
}

#[test]
fn a_syntax_error_in_code() {
    let outcome = both(&["-c", "x = = 1"], "");
    assert_eq!(
        (outcome.status, outcome.stderr.lines().last()),
        (1, Some("SyntaxError: invalid syntax"))
    );
}

#[test]
fn runs_standard_input_for_a_dash() {
    assert_eq!(
        both(&["-", "a"], "import sys; print(sys.argv)").stdout,
        "['-', 'a']\n"
    );
}

#[test]
fn runs_a_pipe_without_arguments() {
    assert_eq!(both(&[], "import sys; print(sys.argv)").stdout, "['']\n");
}

#[test]
fn an_empty_pipe_is_an_empty_program() {
    assert_eq!(
        both(&[], ""),
        Outcome {
            stdout: String::new(),
            stderr: String::new(),
            status: 0
        }
    );
}

#[test]
fn an_error_in_standard_input_has_no_source_line() {
    let outcome = both(&["-"], "1 / 0\n");
    assert_eq!(outcome.stderr.lines().count(), 3);
}

#[test]
fn a_syntax_error_in_standard_input() {
    assert_eq!(both(&[], "def f(:\n").status, 1);
}

#[test]
fn tells_its_version() {
    for option in ["--version", "-V"] {
        let outcome = ours(&[option], "");
        assert!(
            outcome.stdout.to_lowercase().starts_with("snakelet "),
            "{outcome:?}"
        );
        assert_eq!((outcome.status, outcome.stderr.as_str()), (0, ""));
    }
}

#[test]
fn tells_its_usage() {
    for option in ["--help", "-h"] {
        let outcome = ours(&[option], "");
        for word in ["Usage", "--clock", "--errors", "--color", "check", "-c"] {
            assert!(
                outcome.stdout.contains(word),
                "{word} is missing in\n{}",
                outcome.stdout
            );
        }
        assert_eq!((outcome.status, outcome.stderr.as_str()), (0, ""));
    }
}

#[test]
fn a_file_that_is_not_there() {
    let outcome = ours(&["no-such-file.py"], "");
    assert_eq!((outcome.status, outcome.stdout.as_str()), (2, ""));
    assert!(
        outcome.stderr.contains("can't open file '"),
        "{}",
        outcome.stderr
    );
    assert!(
        outcome
            .stderr
            .ends_with("no-such-file.py': [Errno 2] No such file or directory\n"),
        "{}",
        outcome.stderr
    );
}

#[test]
fn a_directory() {
    let outcome = ours(&[&folder().display().to_string()], "");
    assert_eq!((outcome.status, outcome.stdout.as_str()), (1, ""));
    assert!(
        outcome.stderr.contains("can't find '__main__' module in '"),
        "{}",
        outcome.stderr
    );
}

#[test]
fn unknown_options() {
    for arguments in [
        &["--bogus"][..],
        &["-Z"],
        &["--clock"],
        &["--clock=sundial"],
        &["--clock=virtual:25:00:00"],
    ] {
        let outcome = ours(arguments, "");
        assert_eq!(
            (outcome.status, outcome.stdout.as_str()),
            (2, ""),
            "{arguments:?}"
        );
        assert_ne!(outcome.stderr, "", "{arguments:?}");
    }
    for arguments in [
        &["--errors=pretty", "-c", "1"][..],
        &["--color=pink", "-c", "1"],
        &["-c"],
    ] {
        assert_eq!(ours(arguments, "").status, 2, "{arguments:?}");
    }
}

#[test]
fn exit_statuses() {
    let cases = [
        ("pass", 0, ""),
        ("import sys; sys.exit()", 0, ""),
        ("import sys; sys.exit(None)", 0, ""),
        ("import sys; sys.exit(0)", 0, ""),
        ("import sys; sys.exit(3)", 3, ""),
        ("import sys; sys.exit(True)", 1, ""),
        ("import sys; sys.exit(-1)", 255, ""),
        ("import sys; sys.exit(256)", 0, ""),
        ("import sys; sys.exit('text')", 1, "text\n"),
        ("import sys; sys.exit(2.5)", 1, "2.5\n"),
        ("import sys; sys.exit((1, 2))", 1, "(1, 2)\n"),
        ("import sys; sys.exit([])", 1, "[]\n"),
        ("raise SystemExit", 0, ""),
        ("raise SystemExit(4)", 4, ""),
        ("raise SystemExit('a', 'b')", 1, "('a', 'b')\n"),
        (
            "import asyncio, sys\nasync def main(): sys.exit(5)\nasyncio.run(main())",
            5,
            "",
        ),
        ("try:\n    raise SystemExit(6)\nfinally:\n    pass", 6, ""),
    ];
    for (code, status, stderr) in cases {
        let outcome = both(&["-c", code], "");
        assert_eq!(
            (outcome.status, outcome.stderr.as_str()),
            (status, stderr),
            "{code}"
        );
    }
    assert_eq!(both(&["-c", "raise ValueError"], "").status, 1);
}

#[test]
fn output_is_written_before_the_error() {
    let outcome = both(&["-c", "print('out', end='')\nraise KeyError('k')"], "");
    assert_eq!((outcome.stdout.as_str(), outcome.status), ("out", 1));
}

#[test]
fn reads_its_input() {
    let script = file(
        "input.py",
        "print(input() + '!')\nimport sys\nprint(sys.stdin.read())",
    );
    assert_eq!(
        both(&[&script], "first\nsecond\nthird").stdout,
        "first!\nsecond\nthird\n"
    );
}

#[test]
fn takes_the_options_of_the_reference() {
    for option in [
        "-u", "-B", "-E", "-s", "-I", "-O", "-q", "-Wignore", "-Xdev",
    ] {
        assert_eq!(
            both(&[option, "-c", "print(1)"], "").stdout,
            "1\n",
            "{option}"
        );
    }
    assert_eq!(
        both(&["-W", "ignore", "-X", "utf8", "-c", "print(2)"], "").stdout,
        "2\n"
    );
    assert_eq!(both(&["-uB", "-c", "print(3)"], "").stdout, "3\n");
}

#[test]
fn warnings_can_be_ignored() {
    let code = "async def f(): pass\nf()";
    assert_ne!(both(&["-c", code], "").stderr, "");
    assert_eq!(both(&["-W", "ignore", "-c", code], "").stderr, "");
}

#[test]
fn source_with_byte_order_mark_and_carriage_returns() {
    let script = file(
        "windows.py",
        "\u{feff}print('a')\r\nif True:\r\n    print('''b\r\nc''')\r\n",
    );
    assert_eq!(both(&[&script], "").stdout, "a\nb\nc\n");
}

#[test]
fn source_in_another_encoding() {
    let script = file(
        "latin.py",
        b"# -*- coding: latin-1 -*-\nprint('\xe9', len('\xe9'))\n",
    );
    assert_eq!(both(&[&script], "").stdout, "é 1\n");
    let script = file("unknown_encoding.py", "# coding: klingon\nprint(1)\n");
    assert_eq!(
        both(&[&script], "").stderr.lines().last(),
        Some("SyntaxError: encoding problem: klingon")
    );
}

#[test]
fn hash_seeds_are_honoured() {
    let run = |seed: &str| {
        let mut command = reference::snakelet();
        command
            .env("PYTHONHASHSEED", seed)
            .args(["-c", "print(hash('a'))"]);
        process::run(&mut command, "").expect("it ends").stdout
    };
    assert_eq!(run("1"), "-3012895188637184397\n");
    assert_eq!(ours(&["-c", "print(hash('a'))"], "").stdout, run("0"));
    assert_ne!(run("2"), run("3"));
}

#[test]
fn check_accepts_and_rejects() {
    let good = file("good.py", "x = 1\nprint(x)\n");
    let wrong = file("wrong.py", "x = = 1\n");
    let outcome = ours(&["check", &good], "");
    assert_eq!(
        (
            outcome.status,
            outcome.stdout.as_str(),
            outcome.stderr.as_str()
        ),
        (0, "", "")
    );
    let outcome = ours(&["check", &wrong], "");
    assert_eq!((outcome.status, outcome.stdout.as_str()), (1, ""));
    assert!(
        outcome.stderr.contains("SyntaxError: invalid syntax"),
        "{}",
        outcome.stderr
    );
    assert_eq!(ours(&["check", &good, &wrong, &good], "").status, 1);
    assert_eq!(ours(&["check", &good, &good], "").status, 0);
    assert_ne!(ours(&["check", "no-such-file.py"], "").status, 0);
}

#[test]
fn check_runs_nothing() {
    let script = file("effects.py", "print('ran')\n");
    assert_eq!(ours(&["check", &script], "").stdout, "");
}

#[test]
fn a_script_named_like_a_command() {
    fs::write(folder().join("check"), "print('the script')").expect("written");
    let mut command = reference::snakelet();
    command.arg("./check").current_dir(folder());
    assert_eq!(
        process::run(&mut command, "").expect("it ends").stdout,
        "the script\n"
    );
}

#[test]
fn the_virtual_clock_jumps() {
    let code = "import asyncio, time\nt = time.time()\nasyncio.run(asyncio.sleep(1e6))\nprint(time.time() - t)";
    assert_eq!(
        ours(&["--clock=virtual", "-c", code], "").stdout,
        "1000000.0\n"
    );
    let code = "import time\nprint(time.strftime('%X'))";
    assert_eq!(
        ours(&["--clock=virtual:15:34:02", "-c", code], "").stdout,
        "15:34:02\n"
    );
}

#[test]
fn errors_in_other_renderings() {
    let code = "def f():\n    return 1 / 0\nf()";
    let python = ours(&["--errors=python", "-c", code], "");
    assert!(
        python
            .stderr
            .starts_with("Traceback (most recent call last):\n"),
        "{}",
        python.stderr
    );
    let fancy = ours(&["--errors=fancy", "-c", code], "");
    assert!(
        fancy.stderr.contains("ZeroDivisionError: division by zero"),
        "{}",
        fancy.stderr
    );
    assert!(!fancy.stderr.contains("Traceback"), "{}", fancy.stderr);
    let json = ours(&["--errors=json", "-c", code], "");
    assert!(
        json.stderr.starts_with('{') && json.stderr.trim_end().ends_with('}'),
        "{}",
        json.stderr
    );
    for outcome in [python, fancy, json] {
        assert_eq!((outcome.status, outcome.stdout.as_str()), (1, ""));
        assert!(
            !outcome.stderr.contains('\u{1b}'),
            "colours off a terminal: {}",
            outcome.stderr
        );
    }
}

#[test]
fn colours_when_asked_for() {
    let outcome = ours(&["--errors=fancy", "--color=always", "-c", "1 / 0"], "");
    assert!(outcome.stderr.contains('\u{1b}'), "{}", outcome.stderr);
}

#[test]
fn an_output_that_is_closed_ends_it_quietly() {
    let code = "while True: print('line')";
    let mut child = reference::snakelet()
        .args(["-c", code])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    assert_eq!(first_line(&mut child), "line");
    let outcome = process::finish(child).expect("it ends");
    assert!(!outcome.stderr.contains("panic"), "{}", outcome.stderr);
    assert_ne!(outcome.status, 101);
}

/// Read a line from a program and close its output.
fn first_line(child: &mut Child) -> String {
    let mut line = String::new();
    let mut reader = BufReader::new(child.stdout.take().expect("a pipe"));
    reader.read_line(&mut line).expect("a line");
    line.trim_end().to_owned()
}

/// Start a program, wait for its first line, interrupt it, and see how it ends; what it wrote before does not matter.
#[cfg(unix)]
fn interrupt(code: &str) -> Outcome {
    let mut child = reference::snakelet()
        .args(["-c", code])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut reader = BufReader::new(child.stdout.take().expect("a pipe"));
    let mut line = String::new();
    reader.read_line(&mut line).expect("a line");
    assert_eq!(line, "ready\n");
    std::thread::sleep(std::time::Duration::from_millis(100));
    let id = child.id().to_string();
    let sent = std::process::Command::new("kill")
        .args(["-INT", &id])
        .status()
        .expect("kill runs");
    assert!(sent.success());
    let outcome = process::finish(child).expect("it ends");
    let mut stdout = String::new();
    std::io::Read::read_to_string(&mut reader, &mut stdout).expect("text");
    Outcome { stdout, ..outcome }
}

const SIGINT: i32 = -2;

#[test]
#[cfg(unix)]
fn ctrl_c_ends_a_busy_loop() {
    let outcome = interrupt("print('ready', flush=True)\nwhile True: pass");
    assert_eq!(
        (outcome.status, outcome.stderr.lines().last()),
        (SIGINT, Some("KeyboardInterrupt"))
    );
}

#[test]
#[cfg(unix)]
fn ctrl_c_ends_a_blocking_sleep() {
    let outcome = interrupt("import time\nprint('ready', flush=True)\ntime.sleep(50)");
    assert_eq!(
        (outcome.status, outcome.stderr.lines().last()),
        (SIGINT, Some("KeyboardInterrupt"))
    );
}

#[test]
#[cfg(unix)]
fn ctrl_c_cancels_the_main_task() {
    let code = "import asyncio
async def main():
    try:
        print('ready', flush=True)
        await asyncio.sleep(50)
    except asyncio.CancelledError:
        print('cancelled')
        raise
    finally:
        await asyncio.sleep(0.01)
        print('cleaned')
asyncio.run(main())";
    let outcome = interrupt(code);
    assert_eq!(outcome.stdout, "cancelled\ncleaned\n");
    assert_eq!(
        (outcome.status, outcome.stderr.lines().last()),
        (SIGINT, Some("KeyboardInterrupt"))
    );
}

#[test]
#[cfg(unix)]
fn ctrl_c_can_be_caught() {
    let code = "import time
try:
    print('ready', flush=True)
    time.sleep(50)
except KeyboardInterrupt:
    print('caught')
print('end')";
    let outcome = interrupt(code);
    assert_eq!(
        (
            outcome.status,
            outcome.stdout.as_str(),
            outcome.stderr.as_str()
        ),
        (0, "caught\nend\n", "")
    );
}

#[test]
#[cfg(unix)]
fn ctrl_c_runs_finally_blocks() {
    let outcome = interrupt(
        "try:\n    print('ready', flush=True)\n    while True: pass\nfinally:\n    print('cleaned')",
    );
    assert_eq!(
        (outcome.status, outcome.stdout.as_str()),
        (SIGINT, "cleaned\n")
    );
}
