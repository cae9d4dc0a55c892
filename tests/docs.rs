//! Every example of `README.md` and `docs/` does what the page says: `snakelet test` says so, and where a CPython 3.13 is found,
//! it prints the same. `SNAKELET_BLESS=1` has the outputs written into the pages.

use std::path::Path;
use std::process::Command;

#[path = "support/process.rs"]
mod process;
// What is told of the reference's library is of use to other tests.
#[allow(dead_code)]
#[path = "support/reference.rs"]
mod reference;

use reference::{Reference, snakelet};

const DOCUMENTS: [&str; 2] = ["README.md", "docs"];

fn test(arguments: &[String]) -> process::Outcome {
    let mut command: Command = snakelet();
    command
        .arg("test")
        .args(arguments)
        .args(DOCUMENTS)
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")));
    process::run(&mut command, "").expect("the binary starts")
}

#[test]
fn examples_print_what_the_pages_say() {
    if std::env::var_os("SNAKELET_BLESS").is_some_and(|value| value == "1") {
        test(&["--update".to_owned()]);
    }
    let outcome = test(&[]);
    assert_eq!(outcome.status, 0, "{}{}", outcome.stdout, outcome.stderr);
    let summary = outcome.stdout.lines().next_back().unwrap_or_default();
    let passed: usize = summary
        .split(' ')
        .next()
        .and_then(|number| number.parse().ok())
        .unwrap_or_default();
    assert!(passed >= 60, "{summary}");
}

#[test]
fn the_reference_prints_the_same() {
    let Some(reference) = Reference::find() else {
        return;
    };
    let python = reference.command().get_program().display().to_string();
    let outcome = test(&[format!("--reference={python}"), "--jobs=8".to_owned()]);
    assert_eq!(outcome.status, 0, "{}{}", outcome.stdout, outcome.stderr);
}

#[test]
fn the_reference_runs_sessions_and_programs_that_go_on() {
    let Some(reference) = Reference::find() else {
        return;
    };
    let text = "```pycon\n>>> import asyncio\n>>> await asyncio.sleep(0.01, 'x')\n'x'\n>>> def f(x):\n...     return x\n...\n>>> f(3)\n3\n>>> 1/0\nTraceback (most recent call last):\n  ...\n\
                ZeroDivisionError: division by zero\n```\n\n```pycon continue\n>>> f([1])\n[1]\n>>> print('a')\nb\n>>> raise SystemExit(3)\n```\n\n<!-- snakelet: hidden -->\n```python\nimport sys\nprint('noise')\n```\n\n\
                ```python\nx = 5\n```\n\n```python continue error\nprint(x, __name__, __file__)\nx.y\n```\n\n```text\n5 __main__ example.py\n```\n\n```text error\nTraceback (most recent call last):\n  File \"example.py\", line 2, in <module>\n    x.y\n\
                AttributeError: 'int' object has no attribute 'y'\n```\n\n```python\nprint(sys.implementation.name)\n```\n\n```python stdin=\"a\\nb\\n\" seed=5\nprint(input(), sys.stdin.read(), hash('abc'))\n```\n\n\
                ```python\nprint(sys.argv)\nsys.exit(3)\n```\n\n```console\n$ python3 x.py a\n['x.py', 'a']\n$ echo $?\n3\n```\n";
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("reference_page");
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(folder.join("page.md"), text).expect("a file");
    let python = reference.command().get_program().display().to_string();
    let mut command = snakelet();
    command
        .args(["test", &format!("--reference={python}"), "page.md"])
        .current_dir(&folder);
    let outcome = process::run(&mut command, "").expect("the binary starts");
    assert_eq!(
        outcome.stdout,
        "page.md:17: `print('a')` gives something else\n    20 - b\n       + a\npage.md:17: CPython does the same: it is the page that differs\n\
         page.md:51: CPython and Snakelet differ, though both do what the page says (- CPython, + Snakelet)\n       - cpython\n       + snakelet\n\
         page.md: 5 passed, 2 failed, 0 skipped (1 without comparing addresses and places)\n5 passed, 2 failed, 0 skipped\n"
    );
}
