//! `snakelet test`: documents of many kinds, what is said of them, and what is written into them.

use std::fs;
use std::path::{Path, PathBuf};

#[path = "support/process.rs"]
mod process;

use process::Outcome;

/// A document in a folder of the test's own.
fn document(test: &str, name: &str, text: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("golden")
        .join(test);
    fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join(name);
    fs::write(&path, text).expect("a file");
    path
}

fn run(arguments: &[&str], path: &Path) -> Outcome {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_snakelet"));
    command
        .arg("test")
        .args(arguments)
        .arg(path.file_name().expect("a name"))
        .current_dir(path.parent().expect("a folder"))
        .env("NO_COLOR", "1");
    process::run(&mut command, "").expect("the binary starts")
}

fn summary(outcome: &Outcome) -> &str {
    outcome.stdout.lines().next_back().unwrap_or_default()
}

/// Tests a document that is as it should be.
fn passes(test: &str, text: &str, arguments: &[&str], count: usize) {
    let path = document(test, "page.md", text);
    let outcome = run(arguments, &path);
    let wanted = format!("{count} passed, 0 failed, 0 skipped");
    assert_eq!(
        (summary(&outcome), outcome.status),
        (&*wanted, 0),
        "{}{}",
        outcome.stdout,
        outcome.stderr
    );
}

#[test]
fn outputs_behind_programs() {
    let text = "# A\n\n```python\nprint(1)\n```\n\nIt prints:\n\n```output\n1\n```\n\n```py\nimport sys\nprint(2)\nprint(3, file=sys.stderr)\n```\n\n```text\n2\n```\n\n```text error\n3\n```\n";
    passes("outputs", text, &[], 2);
}

#[test]
fn a_difference_stands_at_its_line() {
    let text = "# A\n\n```python\nprint('a')\nprint('b')\n```\n\n```text\na\nc\n```\n";
    let path = document("difference", "page.md", text);
    let outcome = run(&[], &path);
    assert_eq!(outcome.status, 1);
    assert_eq!(
        outcome.stdout,
        "page.md:4: the output differs\n     9   a\n    10 - c\n       + b\npage.md: 0 passed, 1 failed, 0 skipped\n\
         0 passed, 1 failed, 0 skipped\n"
    );
}

#[test]
fn transcripts() {
    let text = "```python\nimport time, asyncio\nprint(time.strftime('%X'))\nasyncio.sleep(1)\n```\n\n```\n$ python3 some_code.py\n15:34:02\n\
                /home/user/some_code.py:3: RuntimeWarning: coroutine 'sleep' was never awaited\n  asyncio.sleep(1)\n\
                RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n$\n```\n";
    passes("transcripts", text, &[], 1);
}

#[test]
fn sessions_await() {
    let text = "```pycon\n>>> import asyncio\n>>> await asyncio.sleep(100, 'x')\n'x'\n>>> for i in range(2):\n...     print(i)\n...\n0\n1\n\
                >>> 1/0\nTraceback (most recent call last):\n  File \"<stdin>\", line 1, in <module>\nZeroDivisionError: division by zero\n>>> [1]\n[1]\n```\n";
    passes("sessions", text, &[], 1);
}

#[test]
fn marks_in_the_program() {
    let text = "```python\nprint(1)  # -> 1\nprint(2)\nprint(3)  # Output - 3\n```\n\n```python\nprint('a')\nprint('b')\n\n# output:\n# a\n# b\n```\n\n\
                ```python\nprint(5)  # expect: 5\nraise ValueError('x')  # expect error: ValueError: x\n```\n";
    passes("marks", text, &[], 3);
    let wrong = document(
        "marks_wrong",
        "page.md",
        "```python\nprint(1)  # -> 2\n```\n",
    );
    assert_eq!(run(&[], &wrong).status, 1);
}

#[test]
fn wildcards_and_order() {
    let text = "```python unordered\nprint('b')\nprint('a')\nprint(object())\n```\n\n```text\na\nb\n<object object at 0x7f0000000000>\n```\n\n\
                ```python\nfor i in range(9): print('line', i)\n```\n\n```text\nline 0\n...\nline [..]\n```\n";
    passes("wildcards", text, &[], 2);
}

#[test]
fn programs_go_on_and_find_files() {
    let text = "<!-- snakelet: hidden -->\n```python\nbase = 40\n```\n\n```python file=helper.py\ndef two():\n    return 2\n```\n\n\
                ```python\nimport helper\nx = base + helper.two()\nprint(x)\n```\n\n```text\n42\n```\n\n```python continue\nprint(x + 1)\n```\n\n```text\n43\n```\n";
    let path = document("continue", "page.md", text);
    let outcome = run(&[], &path);
    assert_eq!(
        summary(&outcome),
        "2 passed, 0 failed, 1 skipped",
        "{}",
        outcome.stdout
    );
}

#[test]
fn attributes_are_obeyed() {
    let text = "```python skip\n1/0\n```\n\n```python no-run\n1/0\n```\n\n```python error\n1/0\n```\n\n```python exit=3\nraise SystemExit(3)\n```\n\n\
                ```python stdin=\"Ada\\n\"\nprint('hi', input())\n```\n\n```text\nhi Ada\n```\n\n```python clock=virtual:09:00:00\nimport time\nprint(time.strftime('%H'))\n```\n\n```text\n09\n```\n";
    let path = document("attributes", "page.md", text);
    let outcome = run(&[], &path);
    assert_eq!(
        summary(&outcome),
        "5 passed, 0 failed, 1 skipped",
        "{}",
        outcome.stdout
    );
}

#[test]
fn attributes_that_make_no_sense_are_errors() {
    for words in [
        "skipp",
        "exit=x",
        "skip exit=1",
        "error exit=0",
        "file=/etc/x",
    ] {
        let path = document(
            "faults",
            "page.md",
            &format!("\n```python {words}\n1\n```\n"),
        );
        let outcome = run(&[], &path);
        assert_eq!(outcome.status, 2, "{words}");
        assert!(
            outcome.stderr.starts_with("snakelet: page.md:2: "),
            "{}",
            outcome.stderr
        );
    }
    let missing = Path::new(env!("CARGO_TARGET_TMPDIR")).join("missing.md");
    assert_eq!(run(&[], &missing).status, 2);
    let binary = document("faults", "binary.md", "");
    fs::write(&binary, [0xFF, 0xFE]).expect("a file");
    assert_eq!(run(&[], &binary).status, 2);
}

#[test]
fn a_hostile_example_stops_nobody() {
    let text = "```python timeout=0.5\nwhile True: pass\n```\n\n```python\nwhile True: print('x' * 1000)\n```\n\n```python\nimport os, signal\n\
                def f(): f()\nf()\n```\n\n```python\nprint('fine')\n```\n\n```text\nfine\n```\n";
    let path = document("hostile", "page.md", text);
    let outcome = run(&[], &path);
    assert_eq!(
        summary(&outcome),
        "1 passed, 3 failed, 0 skipped",
        "{}",
        outcome.stdout
    );
    assert!(
        outcome.stdout.contains("page.md:2: took more than 0.5 s"),
        "{}",
        outcome.stdout
    );
}

#[test]
fn plain_text() {
    let text = "Intro\n\nHere is a program.\nimport asyncio\n\nasync def main():\n    print('Hello')\n\nasyncio.run(main())\nWhen you run this:\n\
                $ python3 code.py\nHello\n$\nAnd a torn one:\nasync def broken():\n    # Code here\nThe end.\n";
    let path = document("text", "page.txt", text);
    let outcome = run(&["--text"], &path);
    assert_eq!(
        summary(&outcome),
        "1 passed, 0 failed, 1 skipped",
        "{}",
        outcome.stdout
    );
    assert!(
        outcome
            .stdout
            .starts_with("page.txt:15: skipped: a fragment"),
        "{}",
        outcome.stdout
    );
}

#[test]
fn blocks_without_a_language() {
    let text = "```\nprint(7)\n```\n\n```text\n7\n```\n\n    x = 1\n    print(x)\n\nProse.\n\n```\nnot a program at all\n```\n";
    passes("unmarked", text, &["--unmarked"], 2);
    passes("unmarked_off", text, &[], 0);
}

#[test]
fn updates_write_what_is_missing_and_changed() {
    let text = "# A\n\n```python\nprint(1)\n```\n\n# B\n\n- item:\n\n  ```python\n  print(2)\n  ```\n\n  ```text\n  old\n  ```\n\n\
                ```python\nfor i in range(3): print('took', i)\n```\n\n```text\ntook [..]\nwrong\ntook 2\n```\n";
    let path = document("update", "page.md", text);
    let outcome = run(&["--update"], &path);
    let written = fs::read_to_string(&path).expect("the document");
    let wanted = "# A\n\n```python\nprint(1)\n```\n\n```output\n1\n```\n\n# B\n\n- item:\n\n  ```python\n  print(2)\n  ```\n\n  ```text\n  2\n  ```\n\n\
                  ```python\nfor i in range(3): print('took', i)\n```\n\n```text\ntook [..]\ntook 1\ntook 2\n```\n";
    assert_eq!(written, wanted, "{}", outcome.stdout);
    assert_eq!(run(&[], &path).status, 0);
    run(&["--update"], &path);
    assert_eq!(fs::read_to_string(&path).expect("the document"), wanted);
}

#[test]
fn updates_keep_line_ends_and_failed_examples() {
    let text = "```python\r\nprint('中文')\r\n```\r\n\r\n```text\r\nalt\r\n```\r\n\r\n```python\r\nprint(1); 1/0\r\n```\r\n\r\n```text\r\n2\r\n```\r\n";
    let path = document("update_crlf", "page.md", text);
    run(&["--update"], &path);
    let written = fs::read_to_string(&path).expect("the document");
    assert_eq!(written, text.replace("alt", "中文"));
    run(&["--update=all"], &path);
    let written = fs::read_to_string(&path).expect("the document");
    assert_eq!(
        written,
        text.replace("alt", "中文").replace("\n2\r", "\n1\r")
    );
}

#[test]
fn many_examples_in_parts() {
    let text: String = (0..60)
        .map(|n| format!("```python\nprint({n})\n```\n\n```text\n{n}\n```\n\n"))
        .collect();
    passes("many", &text, &["--jobs=4"], 60);
    passes("shard", &text, &["--shard=2/7"], 9);
    passes("filter", &text, &["--filter=page.md:98"], 1);
    let path = document("list", "page.md", &text);
    let outcome = run(&["--list"], &path);
    assert_eq!(outcome.stdout.lines().count(), 60);
    assert!(
        outcome.stdout.starts_with("page.md:2\npage.md:10\n"),
        "{}",
        outcome.stdout
    );
}

#[test]
fn results_for_tools() {
    let text = "```python\nprint('<1>')\n```\n\n```text\n2\n```\n\n```python skip\n1\n```\n";
    let path = document("formats", "page.md", text);
    let json = run(&["--format=json"], &path).stdout;
    let lines: Vec<&str> = json.lines().collect();
    assert!(
        lines[0].starts_with("{\"document\":\"page.md\",\"line\":2,\"status\":\"failed\""),
        "{json}"
    );
    assert_eq!(lines[2], "{\"passed\":0,\"failed\":1,\"skipped\":1}");
    let junit = run(&["--format=junit"], &path).stdout;
    assert!(
        junit.contains("tests=\"2\" failures=\"1\" skipped=\"1\""),
        "{junit}"
    );
    assert!(junit.contains("+ &lt;1&gt;"), "{junit}");
}
