//! `snakelet test`: documents of many kinds, what is said of them, and what is written into them.

use std::fs;

#[path = "support/golden.rs"]
mod golden;
#[path = "support/process.rs"]
mod process;

use golden::{command, document, folder, run, summary};
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
            format!("\n```python {words}\n1\n```\n"),
        );
        let outcome = run(&[], &path);
        assert_eq!(outcome.status, 2, "{words}");
        assert!(
            outcome.stderr.starts_with("snakelet: page.md:2: "),
            "{}",
            outcome.stderr
        );
    }
}

#[test]
fn attributes_are_judged_where_they_stand() {
    // The words of a fence, those of a comment, and the line that is complained of.
    let cases = [
        ("```python continue\n1\n```\n", 1, "no program before it"),
        (
            "<!-- snakelet: nosuch -->\n\n```python\n1\n```\n",
            1,
            "`nosuch` is no attribute",
        ),
        (
            "\n<!-- snakelet:\n  skip\n-->\n\nText.\n\n```python\n1\n```\n",
            2,
            "stand right before no program",
        ),
        (
            "```python\n1\n```\n\n<!-- snakelet: skip -->\n",
            5,
            "stand right before no program",
        ),
        (
            "<!-- snakelet: skip -->\n```js\n1\n```\n",
            1,
            "stand right before no program",
        ),
        (
            "<!-- snakelet: skip -->\n```python error\n1\n```\n",
            2,
            "no other attribute makes sense",
        ),
        (
            "```pycon exit=3\n>>> 1\n```\n",
            1,
            "a session shows its errors itself",
        ),
        (
            "```pycon\n>>> 1\n```\n\n```python continue\n1\n```\n",
            5,
            "cannot go on from a session",
        ),
        (
            "```python clock=noon\n1\n```\n",
            1,
            "`clock=noon`: 'noon' is no clock",
        ),
        ("```python exit=1 exit=2\n1\n```\n", 1, "stands there twice"),
        ("```python stdin=\"x\n1\n```\n", 1, "is not closed"),
        (
            "```python\n1\n```\n\n```text error=1\n1\n```\n",
            5,
            "no attribute of an output",
        ),
    ];
    for (text, line, said) in cases {
        let path = document("places", "page.md", text);
        let outcome = run(&[], &path);
        let place = format!("snakelet: page.md:{line}: ");
        let is_said = outcome.stderr.starts_with(&place) && outcome.stderr.contains(said);
        assert!(is_said && outcome.status == 2, "{text}{}", outcome.stderr);
    }
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
fn torn_blocks_without_a_language_are_named() {
    let text =
        "```\nasync def main():\n```\n\n```\nimport x\nfor y in\n```\n\n```\nplain words\n```\n";
    let outcome = run(&["--unmarked"], &document("torn", "page.md", text));
    assert_eq!(
        outcome.stdout,
        "page.md:2: skipped: a fragment: it ends before its last block does\npage.md:6: skipped: a fragment: it does not parse\n\
         page.md: 0 passed, 0 failed, 2 skipped\n0 passed, 0 failed, 2 skipped\n"
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

#[test]
fn plain_text_with_parts_of_programs() {
    let text = "Tools\nimport asyncio\n\nasync def main():\n    await asyncio.sleep(1)\n    print('Hello')\n\nasyncio.run(main())\n\n\
                The second line, again:\nawait asyncio.sleep(1)\nIt could be called otherwise:\nasyncio.run(main())\n\n\
                With main() alone.\n\nA line of prose.\n\n$ python3 code.py\nRuntimeWarning: coroutine\n  main()\n$\nAnd a session.\n>>> 1 + 1\n2\n\nThe end.\n";
    let path = document("text_parts", "page.txt", text);
    let outcome = run(&[], &path);
    assert_eq!(
        outcome.stdout,
        "page.txt:11: skipped: a part of the program at line 2\n\
         page.txt:19: skipped: what a program prints that is not shown before it\n\
         page.txt: 3 passed, 0 failed, 2 skipped\n3 passed, 0 failed, 2 skipped\n"
    );
}

#[test]
fn transcripts_run_programs_more_than_once() {
    let text = "```python\nimport sys\nprint(sys.argv[1:])\nsys.exit(len(sys.argv) - 1)\n```\n\n```bash\npython3 args.py\n```\n\n\
                ```console\n(venv) me@here:~/x$ uv run args.py\n[]\n(venv) me@here:~/x$ uv run ./args.py a 'b'\n['a', 'c']\n\
                (venv) me@here:~/x$ echo $?\n2\n(venv) me@here:~/x$\n```\n";
    let path = document("again", "page.md", text);
    let outcome = run(&[], &path);
    let wanted =
        "page.md:14: what a terminal shows differs\n    15 - ['a', 'c']\n       + ['a', 'b']\n";
    assert!(outcome.stdout.starts_with(wanted), "{}", outcome.stdout);
    assert_eq!(summary(&outcome), "1 passed, 1 failed, 0 skipped");
    run(&["--update"], &path);
    let written = fs::read_to_string(&path).expect("the document");
    assert_eq!(written, text.replace("'c'", "'b'"));
    assert_eq!(run(&[], &path).status, 0);
}

#[test]
fn errors_name_their_lines() {
    let text = "# A\n\n```python\nx = 1\n\nx.y\n```\n";
    let path = document("error_line", "page.md", text);
    let outcome = run(&[], &path);
    let wanted = "page.md:4: it ended with the status 1 (line 6): AttributeError: 'int' object has no attribute 'y'\n";
    assert!(outcome.stdout.starts_with(wanted), "{}", outcome.stdout);
}

#[test]
fn pages_show_what_time_it_is() {
    // The first time that is printed comes after a sleep; a session shows one, too.
    let text = "```python\nimport time\ntime.sleep(90)\nprint(time.strftime('%X'))\n```\n\n```text\n00:00:30\n```\n\n\
                ```pycon\n>>> import time\n>>> time.strftime('%H:%M:%S')\n'23:59:59'\n```\n";
    passes("times", text, &[], 2);
}

#[test]
fn files_of_all_kinds_and_groups() {
    let text = "```json file=data/x.json\n{\"a\": 1}\n```\n\n<!-- snakelet: file=y.txt -->\n```\nplain\n```\n\n\
                ```python\nimport json\nprint(json.load(open('data/x.json')), open('y.txt').read())\n```\n\n```text\n{'a': 1} plain\n```\n\n\
                ```python group=b\nx = 1\n```\n\n```python\nx = 2\n```\n\n```python group=b continue\nprint(x)\nprint(__file__)\n```\n\n```text\n1\nexample.py\n```\n";
    let path = document("kinds", "page.md", text);
    let outcome = run(&[], &path);
    assert_eq!(
        summary(&outcome),
        "4 passed, 0 failed, 2 skipped",
        "{}",
        outcome.stdout
    );
}

#[test]
fn programs_that_go_on_keep_their_lines() {
    let text = "```python\ndef f():\n    1 / 0\n\nprint('before')\n```\n\n```python continue\nprint('now')\nf()\n```\n\n```text\nnow\n```\n\n\
                ```text error\nTraceback (most recent call last):\n  File \"example.py\", line 2, in <module>\n    f()\n    ~^^\n  \
                File \"example.py\", line 2, in f\n    1 / 0\n    ~~^~~\nZeroDivisionError: division by zero\n```\n";
    passes("lines", text, &[], 2);
    let broken = "```python error\n1 / 0\n```\n\n```python continue\nprint('now')\n```\n";
    let path = document("lines_broken", "page.md", broken);
    let said = run(&[], &path).stdout;
    let wanted = "page.md:6: a program that it goes on from has failed: ZeroDivisionError";
    assert!(said.starts_with(wanted), "{said}");
}

#[test]
fn what_is_unusable_stops_nothing_else() {
    let home = folder("unusable");
    fs::create_dir_all(home.join("docs/sub")).expect("a folder");
    fs::create_dir_all(home.join("docs/.hidden")).expect("a folder");
    let good = "```python\nprint(1)\n```\n";
    fs::write(home.join("docs/good.md"), good).expect("a file");
    fs::write(home.join("docs/sub/other.markdown"), good).expect("a file");
    fs::write(home.join("docs/.hidden/not.md"), good).expect("a file");
    fs::write(home.join("docs/binary.md"), [b'\n', 0xFF, 0xFE]).expect("a file");
    std::os::unix::fs::symlink("..", home.join("docs/sub/loop")).expect("a link");
    std::os::unix::fs::symlink("nowhere", home.join("docs/gone.md")).expect("a link");
    let mut asked = command(&["docs", "docs/good.md", "missing.md", "/dev/null"], &home);
    let outcome = process::run(&mut asked, "").expect("the binary starts");
    assert_eq!(
        outcome.stderr,
        "snakelet: missing.md: No such file or directory (os error 2)\nsnakelet: /dev/null: is neither a file nor a folder\n\
         snakelet: docs/binary.md: line 2 is no text in UTF-8\n"
    );
    assert_eq!(
        outcome.stdout,
        "docs/good.md: 1 passed, 0 failed, 0 skipped\ndocs/sub/other.markdown: 1 passed, 0 failed, 0 skipped\n2 passed, 0 failed, 0 skipped\n"
    );
    assert_eq!(outcome.status, 2);
    for wrong in [
        &["--shard=0/2"][..],
        &["--shard=3/2"],
        &["--limit=time=x"],
        &["--limit=no=1"],
        &["--allow=fly"],
        &["--format=xml"],
        &[],
    ] {
        let mut asked = command(wrong, &home);
        if !wrong.is_empty() {
            asked.arg("docs");
        }
        let outcome = process::run(&mut asked, "").expect("the binary starts");
        assert_eq!(outcome.status, 2, "{wrong:?}");
    }
}

#[test]
fn updates_are_careful() {
    // A link stays one, rights stay, and so do failed examples, with a word on why.
    let home = folder("careful");
    let text = "```python\nprint(1)\n```\n\n```text\n2\n```\n\n```python\nprint(1); 1/0\n```\n\n```text\n2\n```\n";
    fs::write(home.join("real.md"), text).expect("a file");
    let rights = std::os::unix::fs::PermissionsExt::from_mode(0o640);
    fs::set_permissions(home.join("real.md"), rights).expect("rights");
    std::os::unix::fs::symlink("real.md", home.join("page.md")).expect("a link");
    let outcome = run(&["--update"], &home.join("page.md"));
    assert_eq!(
        outcome.stdout,
        "page.md:2: wrote the output\n     6 - 2\n       + 1\npage.md:10: it ended with the status 1 (line 10): ZeroDivisionError: division by zero\n\
         page.md:10: the output differs\n    14 - 2\n       + 1\n\
         page.md:10: nothing was written: it failed (`--update=all` writes what it printed)\n\
         page.md: 1 passed, 1 failed, 0 skipped\n1 passed, 1 failed, 0 skipped\npage.md: wrote 1 output\n"
    );
    assert_eq!(outcome.status, 1);
    assert!(
        fs::symlink_metadata(home.join("page.md"))
            .expect("a link")
            .is_symlink()
    );
    let data = fs::metadata(home.join("real.md")).expect("a file");
    let rights: u32 = std::os::unix::fs::PermissionsExt::mode(&data.permissions());
    assert_eq!(rights & 0o777, 0o640);
    assert_eq!(fs::read_dir(&home).expect("a folder").count(), 2);
}

#[test]
fn a_document_that_changes_meanwhile_is_left_alone() {
    let text = "```python\nimport os\nopen(os.environ['PAGE'], 'a').write('more')\nprint(1)\n```\n";
    let path = document("meanwhile", "page.md", text);
    let mut asked = command(
        &["--update", "--allow=write", "page.md"],
        path.parent().expect("a folder"),
    );
    let outcome = process::run(asked.env("PAGE", &path), "").expect("the binary starts");
    assert_eq!(
        outcome.stderr,
        "snakelet: page.md: it has changed meanwhile, and was left as it is\n"
    );
    assert_eq!(outcome.status, 2);
    assert_eq!(
        fs::read_to_string(&path).expect("a file"),
        format!("{text}more")
    );
}

#[test]
fn scripts_and_their_outputs_beside_them() {
    let path = document(
        "script",
        "page.py",
        "import sys\nprint(1)\nprint(2, file=sys.stderr)\n",
    );
    fs::write(path.with_extension("stdout"), "old\n").expect("a file");
    fs::write(path.with_extension("stderr"), "2\n").expect("a file");
    assert_eq!(run(&[], &path).status, 1);
    let outcome = run(&["--update"], &path);
    assert!(
        outcome.stdout.starts_with("page.py:1: wrote page.stdout\n"),
        "{}",
        outcome.stdout
    );
    assert_eq!(
        fs::read_to_string(path.with_extension("stdout")).expect("a file"),
        "1\n"
    );
    assert_eq!(run(&[], &path).status, 0);
    let ends = document("script_status", "page.py", "raise SystemExit(3)\n");
    assert_eq!(run(&[], &ends).status, 1);
    fs::write(ends.with_extension("status"), "3\n").expect("a file");
    assert_eq!(run(&[], &ends).status, 0);
    let marks = document(
        "script_marks",
        "page.py",
        "print(1)  # expect: 3\nraise ValueError('x')  # expect error: ValueError: y\n",
    );
    assert_eq!(run(&["--update=all"], &marks).status, 0);
    let written = fs::read_to_string(&marks).expect("a file");
    assert_eq!(
        written,
        "print(1)  # expect: 1\nraise ValueError('x')  # expect error: ValueError: x\n"
    );
}

#[test]
fn results_are_what_tools_can_read() {
    let text = "```python\nprint('a\\t\\x01\\x1b\\\\\"é')\n```\n\n```text\nx\n```\n";
    let path = document("tools", "page.md", text);
    let json = run(&["--format=json"], &path).stdout;
    fs::write(path.with_file_name("results.jsonl"), &json).expect("a file");
    let reading =
        "import json\nfor line in open('results.jsonl'):\n    print(sorted(json.loads(line)))\n";
    let reader = document("tools_reader", "read.py", reading);
    fs::write(reader.with_file_name("results.jsonl"), &json).expect("a file");
    let mut asked = std::process::Command::new(env!("CARGO_BIN_EXE_snakelet"));
    asked
        .arg("read.py")
        .current_dir(reader.parent().expect("a folder"));
    let read = process::run(&mut asked, "").expect("the binary starts");
    assert_eq!(
        read.stdout, "['document', 'line', 'message', 'status']\n['failed', 'passed', 'skipped']\n",
        "{}",
        read.stderr
    );
    let junit = run(&["--format=junit"], &path).stdout;
    assert!(
        !junit.chars().any(|c| c < ' ' && c != '\n' && c != '\t'),
        "{junit:?}"
    );
    assert!(junit.contains("+ a\t\\x01\\x1b\\&quot;é"), "{junit}");
    let coloured = run(&["--color=always"], &path).stdout;
    assert!(coloured.contains("\x1b[31m- x\x1b[0m"), "{coloured:?}");
}

#[test]
fn filters_name_one_example_or_many() {
    let text: String = (0..12)
        .map(|n| format!("```python\nprint({n})\n```\n\n"))
        .collect();
    let path = document("filters", "page.md", text);
    for (filter, count) in [
        ("page.md:2", 1),
        ("page.md:22", 1),
        ("page", 12),
        (":4", 0),
        ("other", 0),
    ] {
        let listed = run(&["--list", &format!("--filter={filter}")], &path).stdout;
        assert_eq!(listed.lines().count(), count, "{filter}");
    }
    let parts = (1..=5).map(|part| run(&["--list", &format!("--shard={part}/5")], &path).stdout);
    let mut all: Vec<String> = parts
        .flat_map(|part| part.lines().map(str::to_owned).collect::<Vec<_>>())
        .collect();
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 12);
}

#[test]
fn watched_documents_are_tested_again() {
    let path = document(
        "watch",
        "page.md",
        "```python\nprint(1)\n```\n\n```text\n1\n```\n",
    );
    let mut asked = command(&["--watch", "page.md"], path.parent().expect("a folder"));
    let mut child = asked
        .stdout(std::process::Stdio::piped())
        .spawn()
        .expect("the binary starts");
    let stdout = child.stdout.take().expect("a pipe");
    let mut lines = std::io::BufRead::lines(std::io::BufReader::new(stdout)).map_while(Result::ok);
    let mut until = |wanted: &str| lines.by_ref().any(|line| line == wanted);
    assert!(until("1 passed, 0 failed, 0 skipped"));
    fs::write(&path, "```python\nprint(1)\n```\n\n```text\n2\n```\n").expect("a file");
    let is_seen = until("0 passed, 1 failed, 0 skipped");
    child.kill().expect("it runs");
    child.wait().expect("it ends");
    assert!(is_seen);
}

#[test]
fn the_reference_is_asked() {
    // A stand-in that prints the same whatever it is asked to run.
    let path = document(
        "asked",
        "page.md",
        "```python\nprint(1)\n```\n\n```text\n1\n```\n\n```python\nprint(2)\n```\n\n```text\n1\n```\n\n```python\nprint(3)\n```\n\n```text\n4\n```\n",
    );
    let python = path.with_file_name("python");
    fs::write(&python, "#!/bin/sh\necho 1\n").expect("a file");
    fs::set_permissions(&python, std::os::unix::fs::PermissionsExt::from_mode(0o755))
        .expect("rights");
    let outcome = run(&[&format!("--reference={}", python.display())], &path);
    assert_eq!(
        outcome.stdout,
        "page.md:10: the output differs\n    14 - 1\n       + 2\n\
         page.md:10: CPython does what the page says: it is Snakelet that differs (- CPython, + Snakelet)\n       - 1\n       + 2\n\
         page.md:18: the output differs\n    22 - 4\n       + 3\n\
         page.md:18: the page, CPython and Snakelet all differ (- CPython, + Snakelet)\n       - 1\n       + 3\n\
         page.md: 1 passed, 2 failed, 0 skipped\n1 passed, 2 failed, 0 skipped\n"
    );
    let missing = run(&["--reference=/no/such/python"], &path);
    assert_eq!(missing.status, 2);
    assert!(
        missing
            .stderr
            .starts_with("snakelet: cannot run /no/such/python: "),
        "{}",
        missing.stderr
    );
}

#[test]
fn a_terminal_shows_how_far_it_is() {
    let text: String = (0..25)
        .map(|n| format!("```python\nprint({n})\n```\n\n"))
        .collect();
    let path = document("progress", "page.md", text);
    let home = path.parent().expect("a folder");
    let (pty, pts) = pty_process::blocking::open().expect("a pseudo-terminal");
    pty.resize(pty_process::Size::new(24, 80)).expect("a size");
    let mut child = pty_process::blocking::Command::new(env!("CARGO_BIN_EXE_snakelet"))
        .args(["test", "page.md"])
        .current_dir(home)
        .spawn(pts)
        .expect("the binary starts");
    let mut shown = Vec::new();
    // The terminal is gone when the program has ended.
    let _ = std::io::Read::read_to_end(&mut &pty, &mut shown);
    assert!(child.wait().expect("it ends").success());
    let shown = String::from_utf8_lossy(&shown);
    assert!(shown.contains("\r25 of 25: page.md\x1b[K"), "{shown:?}");
    assert!(shown.contains("\r\x1b[Kpage.md: 25 passed"), "{shown:?}");
    // Elsewhere there is nothing to see.
    assert_eq!(run(&[], &path).stderr, "");
}

#[test]
fn plain_text_goes_on_from_what_it_needs() {
    let text = "Asyncio in five minutes\n\nIntroduction\nNote: this needs Python 3.11.\n- First item\n\nA coroutine:\n\nasync def greet(name):\n    await asyncio.sleep(1)\n    return f\"Hello, {name}\"\n\n\
                To run it:\n\nimport asyncio\n\nprint(asyncio.run(greet(\"Ada\")))\n\nOutput: Hello, Ada\n\nNow two:\n\nasync def main():\n    print(*await asyncio.gather(greet(\"Ada\"), greet(\"Bob\")))\n\n\
                asyncio.run(main())\n\n$ python3 greet.py\nHello, Ada Hello, Bob\n$\nAnd that is unknown:\nunknown()\n";
    let outcome = run(&[], &document("goes_on", "page.txt", text));
    assert_eq!(
        outcome.stdout,
        "page.txt:32: it ended with the status 1 (line 32): NameError: name 'unknown' is not defined\n\
         page.txt: 3 passed, 1 failed, 0 skipped\n3 passed, 1 failed, 0 skipped\n"
    );
}
