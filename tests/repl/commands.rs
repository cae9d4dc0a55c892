//! The commands.

use crate::terminal::{Terminal, file};
use std::process::Command;

fn with_clock(arguments: &[&str]) -> Terminal {
    let mut all = vec!["-q", "--clock=virtual", "--errors=python"];
    all.extend(arguments);
    let mut terminal = Terminal::open(&all);
    terminal.line("import asyncio");
    terminal
}

#[test]
fn help_lists_all() {
    let mut terminal = Terminal::open(&["-q"]);
    let shown = terminal.line(":help");
    for name in [
        "tasks", "cancel", "time", "clock", "step", "advance", "explain", "doc", "load", "save",
        "reset", "quit",
    ] {
        assert!(shown.contains(&format!("\n  :{name}")), "{name}: {shown}");
    }
    let shown = terminal.line(":hlep");
    assert!(shown.contains("there is no command :hlep"), "{shown}");
}

#[test]
fn tasks_tells_name_age_place_and_what_is_waited_for() {
    let mut terminal = with_clock(&[]);
    terminal.keys("async def nap(n):\rprint('nap')\rawait asyncio.sleep(n)\r\r");
    terminal.until_end("sleep(n)\n...\n>>>");
    terminal.line("first = asyncio.create_task(nap(10), name='first')");
    terminal.line(":advance 2.5");
    terminal.line("lock = asyncio.Lock(); await lock.acquire() and None");
    terminal.line("second = asyncio.create_task(lock.acquire(), name='the second')");
    terminal.keys(":tasks\r");
    terminal.until_end(
        "\nfirst       2.5 s  waits for a sleep, in nap() running at <python-input-1>:3\n\
         the second  0.0 s  waits for Lock.acquire(), in Lock.acquire()\n>>>",
    );
    terminal.line(":cancel the second");
    terminal.line(":cancel first");
    terminal.keys(":tasks\r");
    terminal.until_end("\nno tasks\n>>>");
    terminal.keys(":cancel third\r");
    terminal.until_it_says("there is no task called \"third\"");
}

#[test]
fn the_virtual_clock_moves_when_told() {
    let mut terminal = with_clock(&[]);
    terminal.line("t = asyncio.create_task(asyncio.sleep(10, 'woke'), name='sleeper')");
    terminal.line(":advance 9.5");
    terminal.gives("t.done()", "False");
    terminal.line(":advance 1");
    terminal.gives("t.result()", "'woke'");
    terminal.keys(
        "async def steps():\rfor n in range(3):\rprint('step', n)\rawait asyncio.sleep(3600)\r\r",
    );
    terminal.until_end("sleep(3600)\n...\n>>>");
    terminal.keys("t = asyncio.create_task(steps())\r");
    terminal.until_end("(steps())\nstep 0\n>>>");
    terminal.keys(":step\r");
    terminal.until_end(":step\nstep 1\n>>>");
    terminal.keys(":step\r");
    terminal.until_end(":step\nstep 2\n>>>");
    terminal.keys(":advance nonsense\r");
    terminal.until_it_says("how many seconds?");
}

#[test]
fn another_clock_is_chosen() {
    let mut terminal = Terminal::open(&["-q"]);
    terminal.line("import asyncio");
    terminal.line("t = asyncio.create_task(asyncio.sleep(5000, 'woke'))");
    terminal.keys(":advance 1\r");
    terminal.until_it_says("the clock is real");
    terminal.line(":clock virtual");
    terminal.line(":advance 4000");
    terminal.gives("t.done()", "False");
    terminal.line(":advance 1000");
    terminal.gives("t.result()", "'woke'");
    terminal.line(":clock real");
    terminal.keys(":step\r");
    terminal.until_it_says("nothing waits for the virtual clock");
    terminal.keys(":clock sundial\r");
    terminal.until_it_says("'sundial' is no clock");
}

#[test]
fn time_is_taken() {
    let mut terminal = with_clock(&[]);
    terminal.keys(":time await asyncio.sleep(90, 'slept')\r");
    terminal.until(|screen| {
        screen.contains("\n'slept'\n90.000000 s on the virtual clock, 0.")
            && screen.ends_with(" s in life\n>>>")
    });
}

#[test]
fn the_last_error_is_explained() {
    let mut terminal = with_clock(&[]);
    terminal.keys(":explain\r");
    terminal.until_end("nothing has failed yet\n>>>");
    terminal.line("pritn(1)");
    terminal.keys(":explain\r");
    terminal.until(|screen| screen.contains("╰── raised here") && screen.ends_with(">>>"));
}

#[test]
fn names_are_explained() {
    let mut terminal = with_clock(&[]);
    terminal.keys(":doc asyncio.sleep\r");
    terminal.until(|screen| {
        screen.contains("sleep(delay, result=None)\n    ") && screen.ends_with(">>>")
    });
    terminal.keys(":doc nothing_like_this\r");
    terminal.until_it_says("nothing_like_this");
    terminal.keys("'still' + ' here'\r");
    terminal.until_end("'still here'\n>>>");
}

#[test]
fn what_was_typed_is_saved_and_loaded() {
    let program = file("repl_saved.py");
    let path = program.to_str().expect("a path of text");
    let mut terminal = Terminal::open(&["-q"]);
    terminal.line("kept = 11");
    terminal.keys("def twice(n):\rreturn 2 * n\r\r");
    terminal.until_end("...\n>>>");
    terminal.line("1/0");
    terminal.line("kept += 1");
    terminal.keys(&format!(":save {path}\r"));
    terminal.until_it_says("saved 3 texts");
    let saved = std::fs::read_to_string(&program).expect("a file");
    assert_eq!(
        saved,
        "kept = 11\ndef twice(n):\n    return 2 * n\n\nkept += 1\n"
    );
    terminal.line(":reset");
    terminal.gives("'kept' in globals()", "False");
    terminal.line(&format!(":load {path}"));
    terminal.gives("twice(kept)", "24");
    terminal.keys(":load /nowhere\r");
    terminal.until_it_says("cannot read \"/nowhere\"");
}

#[test]
fn a_saved_document_is_one_that_tests_accept() {
    let document = file("repl_saved.md");
    let path = document.to_str().expect("a path of text");
    let mut terminal = with_clock(&[]);
    terminal.keys("async def f(n):\rprint('in f')\rawait asyncio.sleep(n)\r\rreturn\r");
    terminal.keys("t = asyncio.create_task(f(3))\r");
    terminal.until_it_says("(f(3))\nin f\n>>>");
    for line in [
        "await f(5)",
        "[n * n for n in range(3)]",
        "print('no end', end='')",
        "{}['key']",
        "x x",
    ] {
        terminal.line(line);
    }
    terminal.line(&format!(":save {path}"));
    let tested = Command::new(env!("CARGO_BIN_EXE_snakelet"))
        .args(["test", path])
        .output()
        .expect("the binary runs");
    let said = String::from_utf8_lossy(&tested.stdout).into_owned();
    let text = std::fs::read_to_string(&document).expect("a file");
    assert!(tested.status.success(), "{said}\n{text}");
    assert!(text.contains(">>> await f(5)\nin f\n>>> [n"), "{text}");
    assert!(text.contains("KeyError: 'key'\n"), "{text}");
    terminal.line(":reset");
    terminal.keys(&format!(":load {path}\r"));
    terminal.until_end("KeyError: 'key'\n>>>");
    terminal.gives("t.done()", "True");
}
