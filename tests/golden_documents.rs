//! Documents as people write them, each tested, its outputs written, tested again and written again: the right results, at the
//! right lines, and nothing else touched.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

#[path = "support/golden.rs"]
mod golden;
#[path = "support/process.rs"]
mod process;

use golden::{document, run, summary};

/// A document in three states: as its author left it, what is said of it, and as it is when its outputs are written.
struct Written<'a> {
    test: &'a str,
    name: &'a str,
    text: &'a str,
    /// What is said before anything is written.
    said: &'a str,
    /// The document afterwards.
    after: &'a str,
    /// How many examples pass then.
    count: usize,
}

impl Written<'_> {
    fn check(&self) {
        let path = document(self.test, self.name, self.text);
        let before = run(&[], &path);
        let (said, _) = before
            .stdout
            .rsplit_once(&format!("{}: ", self.name))
            .expect("a summary");
        assert_eq!(said, self.said, "{}", before.stderr);
        let update = run(&["--update"], &path);
        assert_eq!(update.status, 0, "{}{}", update.stdout, update.stderr);
        let written = fs::read_to_string(&path).expect("the document");
        assert_eq!(written, self.after);
        stays(&path, self.count);
    }
}

/// A document whose outputs are written passes, and writing them once more changes nothing.
fn stays(path: &Path, count: usize) {
    let written = fs::read(path).expect("the document");
    let after = run(&[], path);
    let wanted = format!("{count} passed, 0 failed, 0 skipped");
    assert_eq!(
        (summary(&after), after.status),
        (&*wanted, 0),
        "{}",
        after.stdout
    );
    let again = run(&["--update"], path);
    assert!(!again.stdout.contains("wrote"), "{}", again.stdout);
    assert_eq!(fs::read(path).expect("the document"), written);
}

#[test]
fn a_readme_with_transcripts() {
    let text = "# Greeter\n\nInstall it:\n\n```console\n$ pip install greeter\n```\n\nThen:\n\n```python\nimport sys, time\n\nname = sys.argv[1] if len(sys.argv) > 1 else 'you'\n\
                print(time.strftime('%X'), 'Hello', name)\nif name == 'nobody':\n    sys.exit('nobody is here')\n```\n\nIt is run so:\n\n```console\n$ python3 greet.py\n\
                09:30:00 Hello there\n$ python3 greet.py Ada\n...\n$ python3 greet.py nobody\n<time> Hello nobody\nnobody is there\n$ echo $?\n1\n$\n```\n";
    Written {
        test: "readme",
        name: "README.md",
        text,
        said: "README.md:12: what a terminal shows differs\n    24 - 09:30:00 Hello there\n       + 09:30:00 Hello you\n\
               README.md:27: what a terminal shows differs\n    28 - <time> Hello nobody\n    29 - nobody is there\n       + 00:00:00 Hello nobody\n       + nobody is here\n",
        after: &text.replace("Hello there", "Hello you").replace("is there", "is here"),
        count: 3,
    }
    .check();
}

#[test]
fn a_tutorial_with_sessions() {
    let text = "Tutorial\n========\n\n```pycon\n>>> import asyncio\n>>> async def double(x):\n...     await asyncio.sleep(1)\n...     return 2 * x\n...\n>>> await double(4)\n9\n```\n\n\
                Errors, addresses and empty lines:\n\n```pycon continue\n>>> await asyncio.gather(double(1), double('a'))\n>>> double\n<function double at 0x7f0000000001>\n>>> 1 / 0\n\
                Traceback (most recent call last):\n  ...\nZeroDivisionError: division by zero\n>>> print('a\\n\\nb')\na\n<BLANKLINE>\nb\n\n>>> for i in range(3):\n...     print('line', i)\n...\n\
                line [..]\n...\nline 5\n```\n\n1. In a list:\n\n   ```pycon\n   >>> print(\"x\\n y\")\n   ```\n";
    Written {
        test: "tutorial",
        name: "tutorial.md",
        text,
        said: "tutorial.md:5: `await double(4)` gives something else\n    11 - 9\n       + 8\n\
               tutorial.md:17: `await asyncio.gather(double(1), double('a'))` gives something else\n       + [2, 'aa']\n\
               tutorial.md:17: `for i in range(3):` gives something else\n    32 - line [..]\n    33 - ...\n    34 - line 5\n       + line 0\n       + line 1\n       + line 2\n\
               tutorial.md:40: `print(\"x\\n y\")` gives something else\n       + x\n       +  y\n",
        after: &text
            .replace("\n9\n", "\n8\n")
            .replace("double('a'))\n", "double('a'))\n[2, 'aa']\n")
            .replace("line 5", "line 2")
            .replace("y\")\n", "y\")\n   x\n    y\n"),
        count: 3,
    }
    .check();
}

#[test]
fn a_page_with_set_up_and_several_files() {
    let text = "<!-- snakelet: hidden -->\n```python\nimport asyncio\nBASE = 40\n```\n\n`shop/prices.py`:\n\n```python file=shop/prices.py\nPRICES = {'tea': 2}\n\ndef price(name):\n    \
                return PRICES[name]\n```\n\n```python file=shop/__init__.py\n```\n\n```toml file=shop.toml\nname = \"Shop\"\n```\n\nThe program:\n\n```python\nimport tomllib\nfrom shop.prices import price\n\n\
                async def main():\n    with open('shop.toml', 'rb') as file:\n        print(tomllib.load(file)['name'], BASE + price('tea'))\n\nasyncio.run(main())\n```\n\n\
                ```text\nShop 41\n```\n\n```python continue\nprint(price('tea') * BASE)\n```\n\n```python continue error\nprice('coal')\n```\n\n```text error\n...\nKeyError: 'coke'\n```\n";
    let path = document("several", "page.md", text);
    let outcome = run(&[], &path);
    let wanted = "page.md:10: skipped: a file for the next program: shop/prices.py\npage.md:17: skipped: a file for the next program: shop/__init__.py\n\
                  page.md:20: skipped: a file for the next program: shop.toml\npage.md:26: the output differs\n    37 - Shop 41\n       + Shop 42\n\
                  page.md:45: standard error differs\n    49 - ...\n    50 - KeyError: 'coke'\n       + Traceback (most recent call last):\n";
    assert!(outcome.stdout.starts_with(wanted), "{}", outcome.stdout);
    assert_eq!(run(&["--update"], &path).status, 0);
    let after = text
        .replace("Shop 41", "Shop 42")
        .replace("BASE)\n```\n", "BASE)\n```\n\n```output\n80\n```\n")
        .replace("coke", "coal");
    assert_eq!(fs::read_to_string(&path).expect("the page"), after);
    let again = run(&["--update"], &path);
    assert_eq!(summary(&again), "3 passed, 0 failed, 3 skipped");
    assert_eq!(fs::read_to_string(&path).expect("the page"), after);
}

#[test]
fn a_page_in_chinese() {
    let text = "# 异步编程\n\n协程是可以暂停的函数。\n\n```python\nimport asyncio\n\nasync def 问候(名字):\n    await asyncio.sleep(1)\n    print(f'你好,{名字}!😀')  # -> 你好\n\n\
                asyncio.run(问候('世界'))\n```\n\n会话:\n\n```pycon\n>>> '中文'.encode()\n```\n\n> 引用:\n>\n> ```python\n> print('引号「」')\n> ```\n";
    Written {
        test: "chinese",
        name: "教程.md",
        text,
        said: "教程.md:6: the output differs\n    10 - 你好\n       + 你好,世界!😀\n教程.md:18: `'中文'.encode()` gives something else\n       + b'\\xe4\\xb8\\xad\\xe6\\x96\\x87'\n",
        after: &(text
            .replace("# -> 你好\n", "# -> 你好,世界!😀\n")
            .replace(".encode()\n", ".encode()\nb'\\xe4\\xb8\\xad\\xe6\\x96\\x87'\n")
            + ">\n> ```output\n> 引号「」\n> ```\n"),
        count: 3,
    }
    .check();
}

#[test]
fn lines_end_as_they_do() {
    let text = "# A\n\n```python\nx = '''a\nb'''\nprint(repr(x))\n```\n\n```pycon\n>>> 1 + 1\n```\n\n- ```python\n  print('in a list')\n  # output:\n  # 1\n  ```\n";
    let after = "# A\n\n```python\nx = '''a\nb'''\nprint(repr(x))\n```\n\n```output\n'a\\nb'\n```\n\n```pycon\n>>> 1 + 1\n2\n```\n\n- ```python\n  print('in a list')\n  # output:\n  # in a list\n  ```\n";
    for (test, ending, mark) in [
        ("lf", "\n", ""),
        ("crlf", "\r\n", ""),
        ("cr", "\r", ""),
        ("bom", "\r\n", "\u{feff}"),
    ] {
        let of = |text: &str| format!("{mark}{}", text.replace('\n', ending));
        Written {
            test,
            name: "page.md",
            text: &of(text),
            said: "page.md:10: `1 + 1` gives something else\n       + 2\npage.md:14: the output differs\n    16 - 1\n       + in a list\n",
            after: &of(after),
            count: 3,
        }
        .check();
    }
}

#[test]
fn fences_in_fences_lists_and_quotes() {
    let text = "````markdown\n```python\n1/0\n```\n````\n\n~~~python\nprint('```')\n~~~\n\n```output\nold\n```\n\n1. one\n   - two\n\n     ```python\n     print(2)\n\n     print(3)\n     ```\n\n     \
                > ```python\n     > print(4)\n     >\n     > print('# x')\n     > ```\n     >\n     > ```text\n     > 4\n     >\n     > 5\n     > ```\n\n-\ttab\n\n\t```python\n\tif 1:\n\t\tprint('a\tb')\n\t```\n\n\
                ```python\nprint('````')\n```\n\n    indented = 1/0\n\n```python\nprint('last')";
    let after = text
        .replace("```output\nold\n```", "````output\n```\n````")
        .replace(
            "print(3)\n     ```\n",
            "print(3)\n     ```\n\n     ```output\n     2\n     3\n     ```\n",
        )
        .replace("     >\n     > 5\n", "     > # x\n")
        .replace("b')\n\t```\n", "b')\n\t```\n\n\t```output\n\ta\tb\n\t```\n")
        .replace(
            "print('````')\n```\n",
            "print('````')\n```\n\n`````output\n````\n`````\n",
        );
    Written {
        test: "fences",
        name: "page.md",
        text,
        said: "page.md:8: the output differs\n    12 - old\n       + ```\npage.md:25: the output differs\n    31   4\n    32 - \n    33 - 5\n       + # x\n",
        after: &after,
        count: 6,
    }
    .check();
}

#[test]
fn outputs_of_all_kinds() {
    let programs = [
        "print('a\\rb', 'x   ', '\\x1b[31mred\\x1b[0m')",
        "print('\\n\\nlead\\n\\n')",
        "print('   ')",
        "print('<b>&amp; *x*'); print('\\ttab'); print('---'); print('# h'); print('> q'); print('$ python3 x.py')",
        "print('é\\u2028x\\x0b\\x0c\\x85', '\\0')",
        "import sys; sys.stdout.buffer.write(b'\\xff\\xfe')",
        "print('~~~'); print('   ```'); print('````x')",
        "import sys; print('out'); print('err', file=sys.stderr)",
        "import tempfile; print(tempfile.mkdtemp(), object())",
    ];
    let text: String = programs
        .iter()
        .map(|code| format!("```python\n{code}\n```\n\n- item\n\n"))
        .collect();
    let path = document("outputs", "page.md", text);
    assert_eq!(run(&["--update"], &path).status, 0);
    stays(&path, programs.len());
}

#[test]
fn odd_documents() {
    let huge = format!(
        "{}\n\n```python\nx = '{}'\nprint(len(x))\n```\n\n```text\n7\n```\n",
        "x ".repeat(500_000),
        "a".repeat(1_000_000)
    );
    let cases: [(&str, &[u8], i32, &str); 7] = [
        ("empty", b"", 0, "0 passed, 0 failed, 0 skipped"),
        (
            "unclosed",
            b"```python\nprint(1)",
            0,
            "1 passed, 0 failed, 0 skipped",
        ),
        (
            "no_end",
            b"```python\nprint(1)\n```\n\n```text\n1\n```",
            0,
            "1 passed, 0 failed, 0 skipped",
        ),
        (
            "nul",
            b"```python\nprint('a\\0b')\n```\n\n```text\na\0b\n```\n",
            0,
            "1 passed, 0 failed, 0 skipped",
        ),
        (
            "binary",
            &[0x89, b'P', b'N', b'G', 0, 0xff],
            2,
            "0 passed, 0 failed, 0 skipped",
        ),
        (
            "utf16",
            b"\xff\xfe`\0`\0`\0",
            2,
            "0 passed, 0 failed, 0 skipped",
        ),
        ("huge", huge.as_bytes(), 1, "0 passed, 1 failed, 0 skipped"),
    ];
    for (name, text, status, wanted) in cases {
        let outcome = run(&[], &document("odd", &format!("{name}.md"), text));
        assert_eq!(
            (summary(&outcome), outcome.status),
            (wanted, status),
            "{name}: {}",
            outcome.stdout
        );
    }
}

/// A megabyte of text and code is read in much less than the time that its examples take.
#[test]
fn two_megabytes() {
    let mut text = String::new();
    let mut lines = Vec::new();
    for section in 0.. {
        if text.len() > 2 << 20 {
            break;
        }
        text.push_str(&format!("## Section {section}\n\n"));
        text.push_str(&"Some *words*, `code` and [links](x) that fill the page.\n".repeat(120));
        text.push_str("\n- an item\n\n```js\nlet x = 1\n```\n\n<!-- a comment -->\n\n");
        if section % 30 == 0 {
            text.push_str("```python\n");
            lines.push(text.matches('\n').count() + 1);
            text.push_str(&format!(
                "print({section})\n```\n\n```text\n{}\n```\n\n",
                section + section % 60
            ));
        }
    }
    let path = document("megabytes", "page.md", &text);
    let start = Instant::now();
    let listed = run(&["--list"], &path).stdout;
    assert!(
        start.elapsed() < Duration::from_secs(20),
        "{:?}",
        start.elapsed()
    );
    let wanted: String = lines
        .iter()
        .map(|line| format!("page.md:{line}\n"))
        .collect();
    assert_eq!(listed, wanted);
    let outcome = run(&[], &path);
    assert_eq!(
        outcome.stdout.matches(": the output differs").count(),
        lines.len() / 2
    );
    assert_eq!(run(&["--update"], &path).status, 0);
    stays(&path, lines.len());
}

#[test]
fn a_thousand_examples() {
    let of = |output: &dyn Fn(usize) -> String| -> String {
        let examples = (0..1000).map(|n| {
            format!(
                "Example {n}.\n\n```python\nprint({n}, 'é')\n```\n\n{}",
                output(n)
            )
        });
        examples.collect()
    };
    let text = of(&|n| {
        if n % 2 == 0 {
            String::new()
        } else {
            format!("```text\n{n} é\n```\n\n")
        }
    });
    let path = document("thousand", "page.md", &text);
    let outcome = run(&["--update"], &path);
    assert_eq!(
        summary(&outcome),
        "page.md: wrote 500 outputs",
        "{}",
        outcome.stderr
    );
    let written = fs::read_to_string(&path).expect("the page");
    let wanted = of(&|n| {
        format!(
            "```{}\n{n} é\n```\n\n",
            if n % 2 == 0 { "output" } else { "text" }
        )
    });
    assert_eq!(written, wanted);
    // A part of them is enough to see that they stay.
    let again = run(&["--update", "--shard=3/20"], &path);
    assert_eq!(summary(&again), "50 passed, 0 failed, 0 skipped");
    assert_eq!(fs::read_to_string(&path).expect("the page"), written);
    assert_eq!(
        run(&["--list"], &path).stdout.lines().last(),
        Some("page.md:9994")
    );
}
