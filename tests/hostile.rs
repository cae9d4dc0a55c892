//! Input that tries to break it: files that are no programs, source that nests without end, recursion through every
//! door, sizes that no machine has. Each must end in a clear error or a right answer, with the reference's status where
//! it has one, and never in a panic.

use std::fmt::Write;
use std::process::Command;

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

/// The last line of standard error.
fn last(outcome: &Outcome) -> &str {
    outcome.stderr.lines().last().unwrap_or_default()
}

/// Either it ran and said `output`, or it was refused with one of these exception classes.
fn runs_or_refuses(name: &str, source: &str, output: &str, refusals: &[&str]) {
    let outcome = ours(&[&file(name, source)], "");
    let ran = outcome.status == 0 && outcome.stdout == output && outcome.stderr.is_empty();
    let refused = outcome.status == 1
        && refusals
            .iter()
            .any(|refusal| last(&outcome).starts_with(refusal));
    assert!(
        ran || refused,
        "status {}, {} … {}",
        outcome.status,
        head(&outcome.stdout),
        head(last(&outcome))
    );
}

/// The first characters of a text that may be long.
fn head(text: &str) -> String {
    text.chars().take(300).collect()
}

#[test]
fn empty_file() {
    assert_eq!(
        both(&[&file("empty.py", "")], ""),
        Outcome {
            stdout: String::new(),
            stderr: String::new(),
            status: 0
        }
    );
}

#[test]
fn only_comments_and_blank_lines() {
    assert_eq!(
        both(&[&file("blank.py", "\n\n# nothing\n   \n\t\n\u{c}\n")], "").status,
        0
    );
}

#[test]
fn binary_file() {
    let outcome = ours(
        &[&file(
            "binary.py",
            b"\x7fELF\x02\x01\x01\x00\x00\x00\x00\xff\xfe\n\x00",
        )],
        "",
    );
    assert_eq!(outcome.status, 1);
    assert!(
        last(&outcome).starts_with("SyntaxError: "),
        "{}",
        outcome.stderr
    );
}

#[test]
fn null_bytes() {
    let outcome = ours(&[&file("null.py", "print(1)\nx = \0\n")], "");
    assert_eq!(
        (outcome.status, last(&outcome)),
        (1, "SyntaxError: source code cannot contain null bytes")
    );
}

#[test]
fn invalid_utf8_is_named_with_its_line() {
    let script = file("invalid.py", b"x = 1\ny = '\xff'\n");
    let outcome = both(&[&script], "");
    let expected = format!(
        "SyntaxError: Non-UTF-8 code starting with '\\xff' in file {script} on line 2, but no encoding declared; \
         see https://peps.python.org/pep-0263/ for details"
    );
    assert_eq!((outcome.status, last(&outcome)), (1, expected.as_str()));
}

#[test]
fn a_directory_and_a_missing_file() {
    let missing = folder().join("missing.py").display().to_string();
    for (path, status) in [(folder().display().to_string(), 1), (missing, 2)] {
        let outcome = ours(&[&path], "");
        assert_eq!((outcome.status, outcome.stdout.as_str()), (status, ""));
        assert!(outcome.stderr.contains(&path), "{}", outcome.stderr);
    }
}

#[test]
fn a_line_of_ten_megabytes() {
    let source = format!("x = '{}'\nprint(len(x))\n", "a".repeat(10_000_000));
    assert_eq!(
        both(&[&file("long_line.py", source)], "").stdout,
        "10000000\n"
    );
    let source = format!("x = 1{}\nprint(len([x]))\n", " ".repeat(10_000_000));
    assert_eq!(ours(&[&file("long_blank.py", source)], "").stdout, "1\n");
}

#[test]
fn many_nested_brackets() {
    for (name, open, close) in [
        ("round", "(", ")"),
        ("square", "[", "]"),
        ("curly", "{", "}"),
        ("calls", "f(", ")"),
    ] {
        let source = format!("{}{}\n", open.repeat(100_000), close.repeat(100_000));
        let outcome = ours(&[&file(&format!("nested_{name}.py"), source)], "");
        assert_eq!(
            (outcome.status, last(&outcome)),
            (1, "SyntaxError: too many nested parentheses"),
            "{name}"
        );
    }
}

#[test]
fn brackets_that_only_open() {
    let outcome = ours(&[&file("only_open.py", "[".repeat(100_000))], "");
    assert_eq!(
        (outcome.status, last(&outcome)),
        (1, "SyntaxError: too many nested parentheses")
    );
}

#[test]
fn nested_subscripts_and_lambdas() {
    for (name, part) in [
        ("lambdas", "lambda: "),
        ("subscripts", "x["),
        ("strings", "f'{"),
        ("conditionals", "1 if 1 else "),
    ] {
        let outcome = ours(
            &[&file(&format!("nested_{name}.py"), part.repeat(50_000))],
            "",
        );
        assert_eq!(outcome.status, 1, "{name}: {}", head(last(&outcome)));
        let refusals = ["SyntaxError: ", "MemoryError", "RecursionError"];
        assert!(
            refusals
                .iter()
                .any(|refusal| last(&outcome).starts_with(refusal)),
            "{name}: {}",
            head(last(&outcome))
        );
    }
}

#[test]
fn many_unary_operators() {
    let refusals = ["MemoryError", "RecursionError", "SyntaxError: "];
    runs_or_refuses(
        "minuses.py",
        &format!("print({}1)\n", "-".repeat(200_000)),
        "1\n",
        &refusals,
    );
    runs_or_refuses(
        "nots.py",
        &format!("print({}1)\n", "not ".repeat(100_000)),
        "True\n",
        &refusals,
    );
}

#[test]
fn long_chains() {
    let refusals = ["MemoryError", "RecursionError", "SyntaxError: "];
    runs_or_refuses(
        "sum.py",
        &format!("print({})\n", vec!["1"; 100_000].join("+")),
        "100000\n",
        &refusals,
    );
    runs_or_refuses(
        "powers.py",
        &format!("print({})\n", vec!["1"; 50_000].join("**")),
        "1\n",
        &refusals,
    );
    runs_or_refuses(
        "and.py",
        &format!("print({})\n", vec!["1"; 100_000].join(" and ")),
        "1\n",
        &refusals,
    );
    runs_or_refuses(
        "compare.py",
        &format!("print({})\n", vec!["1"; 100_000].join(" == ")),
        "True\n",
        &refusals,
    );
    let class = "class A: pass\nx = A()\nx.a = x\n";
    runs_or_refuses(
        "attributes.py",
        &format!("{class}print(x{} is x)\n", ".a".repeat(100_000)),
        "True\n",
        &refusals,
    );
    let calls = format!("def f(): return f\nprint(f{} is f)\n", "()".repeat(50_000));
    runs_or_refuses("calls_in_a_row.py", &calls, "True\n", &refusals);
}

#[test]
fn long_lists_of_things() {
    let items = vec!["1"; 200_000].join(",");
    assert_eq!(
        ours(&[&file("items.py", format!("print(len([{items}]))"))], "").stdout,
        "200000\n"
    );
    let mut branches = "x = 4999\nif x == -1: pass\n".to_owned();
    for i in 0..5_000 {
        writeln!(branches, "elif x == {i}: print({i})").expect("a string grows");
    }
    runs_or_refuses(
        "elif.py",
        &branches,
        "4999\n",
        &["RecursionError", "MemoryError", "SyntaxError: "],
    );
    let statements = "x = 1\n".repeat(200_000) + "print(x)\n";
    assert_eq!(
        ours(&[&file("statements.py", statements)], "").stdout,
        "1\n"
    );
}

#[test]
fn too_many_indents() {
    let mut source = String::new();
    for i in 0..101 {
        writeln!(source, "{}if 1:", " ".repeat(i)).expect("a string grows");
    }
    let outcome = both(
        &[&file("indents.py", source + &" ".repeat(101) + "pass\n")],
        "",
    );
    assert_eq!(
        (outcome.status, last(&outcome)),
        (1, "IndentationError: too many levels of indentation")
    );
}

#[test]
fn too_many_nested_blocks() {
    let mut source = String::new();
    for i in 0..25 {
        writeln!(source, "{}for x in y:", " ".repeat(i)).expect("a string grows");
    }
    let outcome = both(
        &[&file("blocks.py", source + &" ".repeat(25) + "pass\n")],
        "",
    );
    assert_eq!(
        (outcome.status, last(&outcome)),
        (1, "SyntaxError: too many statically nested blocks")
    );
}

#[test]
fn sizes_that_no_machine_has() {
    for code in [
        "'x' * 10**13",
        "[0] * 10**13",
        "(0,) * 10**13",
        "b'x' * 10**13",
        "'ab' * (2**62)",
        "bytes(10**14)",
        "bytearray(10**14)",
        "'x'.ljust(10**13)",
        "'%10000000000000d' % 1",
        "f'{1:10000000000000}'",
        "'x'.zfill(10**13)",
    ] {
        let outcome = ours(
            &[
                "-c",
                &format!(
                    "try:\n    {code}\nexcept (MemoryError, OverflowError, ValueError): print('refused')"
                ),
            ],
            "",
        );
        assert_eq!(
            (outcome.stdout.as_str(), outcome.status),
            ("refused\n", 0),
            "{code}: {}",
            outcome.stderr
        );
    }
    assert_eq!(last(&both(&["-c", "x = 'x' * 10**13"], "")), "MemoryError");
    assert_eq!(
        last(&ours(&["-c", "1 << 10**12"], "")).split(':').next(),
        Some("MemoryError")
    );
}

#[test]
fn little_address_space() {
    let script = file(
        "little.py",
        "import asyncio, threading
def f(n): return n and 1 + f(n - 1)
threads = [threading.Thread(target=f, args=(200,)) for _ in range(4)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
print(f(900), asyncio.run(asyncio.sleep(0, 'slept')))
try: f(10**6)
except RecursionError as e: print(e)
try: 'x' * 10**9
except MemoryError: print('refused')
",
    );
    for kibibytes in [700_000, 1_300_000] {
        let command = format!("ulimit -v {kibibytes}; exec \"$0\" \"$1\"");
        let mut limited = Command::new("sh");
        limited
            .args(["-c", &command])
            .arg(reference::snakelet().get_program());
        let outcome = process::run(limited.arg(&script), "").expect("sh starts");
        assert_eq!(
            (outcome.stdout.as_str(), outcome.stderr.as_str()),
            ("900 slept\nmaximum recursion depth exceeded\nrefused\n", ""),
            "{kibibytes} KiB"
        );
    }
}

#[test]
fn growing_until_there_is_no_memory() {
    for (start, step) in [
        ("x = 'a' * 999", "x += x"),
        ("x = 'a' * 999", "x = x + x[1:]"),
        ("x = 'a' * 999", "x = f'{x}{x}'"),
        ("x = b'a' * 999", "x = x + x"),
        ("x = [0] * 999", "x += x"),
        ("x = [0] * 999", "x = [*x, *x]"),
        ("x = (0,) * 999", "x = x + x"),
        ("x = 3 ** 999", "x = x * x"),
        ("x = {0: 0}", "x[len(x)] = 0"),
        (
            "x = {0: 0}; y = dict.fromkeys(range(10**6))",
            "x = [x, y | {}]",
        ),
        ("x = []", "x = [i for i in range(10**9)]"),
    ] {
        let code =
            format!("{start}\ntry:\n    while True: {step}\nexcept MemoryError: print('refused')");
        let mut limited = Command::new("sh");
        limited.args(["-c", "ulimit -v 300000; exec \"$0\" -c \"$1\""]);
        limited.arg(reference::snakelet().get_program());
        let outcome = process::run(limited.arg(&code), "").expect("sh starts");
        let got = (outcome.stdout.as_str(), outcome.stderr.as_str());
        assert_eq!(got, ("refused\n", ""), "{code}");
    }
}

#[test]
fn recursion_without_end() {
    let script = file(
        "recursion.py",
        "import asyncio
class Attribute:
    def __getattr__(self, name): return getattr(self, name + 'x')
class Repr:
    def __repr__(self): return repr(self)
class Equal:
    def __eq__(self, other): return self == other
class Less:
    def __lt__(self, other): return self < other
class Length:
    def __len__(self): return len(self)
class Add:
    def __add__(self, other): return self + other
class Iter:
    def __iter__(self): return iter(self)
class Hash:
    def __hash__(self): return hash(self)
class Call:
    def __call__(self): return self()
class Str:
    def __str__(self): return f'{self}'
class Bool:
    def __bool__(self): return not self
class Item:
    def __getitem__(self, key): return self[key]
def call(): call()
def generator(): yield from generator()
async def wait(): await wait()
def nested_call(): return [nested_call() for _ in range(1)]
def sort(): sorted([2, 1], key=lambda x: sort())
for attempt in (
    call, lambda: Attribute().x, lambda: repr(Repr()), lambda: Equal() == 1, lambda: Less() < 1, lambda: len(Length()),
    lambda: Add() + 1, lambda: iter(Iter()), lambda: hash(Hash()), lambda: Call()(), lambda: str(Str()),
    lambda: bool(Bool()), lambda: Item()[0], lambda: list(generator()), lambda: asyncio.run(wait()), nested_call, sort,
):
    try:
        attempt()
        print('no error')
    except RecursionError as error:
        print('RecursionError')
print('alive')
",
    );
    let outcome = ours(&[&script], "");
    assert_eq!(outcome.stdout, "RecursionError\n".repeat(17) + "alive\n");
    assert_eq!((outcome.status, outcome.stderr.as_str()), (0, ""));
}

#[test]
fn recursion_with_a_limit_out_of_reach() {
    let code = "import sys
sys.setrecursionlimit(10**6)
def f(n): return f(n + 1)
class A:
    def __repr__(self): return repr([self])
for g in (lambda: f(0), lambda: repr(A())):
    try: g()
    except RecursionError: print('RecursionError')";
    let outcome = ours(&["-c", code], "");
    assert_eq!(
        (outcome.stdout.as_str(), outcome.status),
        ("RecursionError\nRecursionError\n", 0),
        "{}",
        outcome.stderr
    );
}

#[test]
fn deep_structures_are_dropped_and_compared() {
    let code = "a = []
for i in range(1_000_000): a = [a]
del a
t = ()
for i in range(1_000_000): t = (t,)
t = None
d = {}
for i in range(300_000): d = {1: d}
d = None
class Node: pass
n = None
for i in range(300_000):
    m = Node()
    m.next = n
    n = m
n = m = None
def chain(g):
    yield from g
g = iter(())
for i in range(100_000): g = chain(g)
g = None
print('dropped')
a, b = [], []
for i in range(100_000): a, b = [a], [b]
for f in (lambda: repr(a), lambda: a == b, lambda: a < b):
    try:
        f()
        print('fine')
    except RecursionError:
        print('RecursionError')
x = []
x.append(x)
y = [x]
try: x == y
except RecursionError: pass
print(x)";
    let outcome = ours(&["-c", code], "");
    assert_eq!(
        outcome.stdout, "dropped\nRecursionError\nRecursionError\nRecursionError\n[[...]]\n",
        "{}",
        outcome.stderr
    );
    assert_eq!((outcome.status, outcome.stderr.as_str()), (0, ""));
}

#[test]
fn finalizers_that_misbehave() {
    let code = "class Bad:
    def __del__(self):
        items.clear()
        raise ValueError
items = []
items.extend([Bad(), Bad()])
items[0] = 1
items.clear()
d = {1: Bad()}
d[1] = 2
d = {1: Bad()}
del d[1]
print(items, d)";
    let outcome = ours(&["-c", code], "");
    assert_eq!(
        (outcome.stdout.as_str(), outcome.status),
        ("[] {}\n", 0),
        "{}",
        outcome.stderr
    );
    assert_eq!(
        outcome.stderr.matches("Exception ignored in: ").count(),
        4,
        "{}",
        outcome.stderr
    );
}

#[test]
fn containers_that_change_underneath() {
    let code = "class K:
    def __init__(self, n): self.n = n
    def __hash__(self): return 1
    def __eq__(self, other):
        d.clear(); s.clear(); a.clear()
        return False
d, s, a = {}, set(), []
for i in range(5):
    d[K(i)] = i
    s.add(K(i))
    a.append(K(i))
    K(9) in d, K(9) in s, K(9) in a
a += [K(1), K(2)]
a == [K(1), K(2)]
a.count(K(1))
try: a.remove(K(3))
except ValueError: pass
class L:
    def __lt__(self, other):
        b.append(1)
        return True
b = [L(), L(), L()]
try: b.sort()
except ValueError as error: print(error)
c = [1, 2, 3]
for x in c:
    c.clear()
print(len(c))";
    let outcome = both(&["-c", code], "");
    assert_eq!(
        (outcome.stdout.as_str(), outcome.status),
        ("list modified during sort\n0\n", 0),
        "{}",
        outcome.stderr
    );
}

#[test]
fn coroutines_misused() {
    let code = "import asyncio
async def f():
    await asyncio.sleep(0)
c = f()
async def again():
    try: await c
    except RuntimeError as error: print(error)
async def main():
    await asyncio.gather(again(), again())
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.add_done_callback(lambda f: future.cancel())
    future.set_result(1)
    print(await future)
asyncio.run(main())
g = (g.send(None) for _ in [1])
try: next(g)
except ValueError as error: print(error)";
    let outcome = both(&["-c", code], "");
    assert_eq!(
        outcome.stdout, "coroutine is being awaited already\n1\ngenerator already executing\n",
        "{}",
        outcome.stderr
    );
}

#[test]
fn lone_surrogates_and_odd_text() {
    let code = "s = '\\ud800'\nprint(repr(s), len(s), ascii('\\udfff'))\ntry: print(s)\nexcept UnicodeEncodeError as error: print(error)";
    let outcome = both(&["-c", code], "");
    assert_eq!(outcome.status, 0, "{}", outcome.stderr);
    assert_eq!(
        both(&["-c", "print('\\0a\\x7f\u{202e}b')"], "").stdout,
        "\0a\u{7f}\u{202e}b\n"
    );
}
