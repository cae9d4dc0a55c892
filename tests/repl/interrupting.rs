//! Ctrl-C in its three situations, and the ways to leave.

use crate::terminal::{ENTER, Terminal, ctrl};

#[test]
fn ctrl_c_clears_a_line() {
    let mut terminal = Terminal::open(&["-q"]);
    terminal.keys("half a li");
    terminal.until_it_says("half a li");
    terminal.keys(&ctrl('C'));
    terminal.until_end("half a li\nKeyboardInterrupt\n>>>");
    terminal.keys("def f():\rpass");
    terminal.until_end("...     pass");
    terminal.keys(&ctrl('C'));
    terminal.until_end("...     pass\nKeyboardInterrupt\n>>>");
    terminal.gives("2 + 2", "4");
}

#[test]
fn ctrl_c_cancels_what_is_awaited_and_nothing_else() {
    let mut terminal = Terminal::open(&["-q"]);
    terminal.line("import asyncio");
    terminal.line("other = asyncio.create_task(asyncio.sleep(10000, 1), name='other')");
    terminal.keys("async def wait():\rprint('waiting')\rtry:\rawait asyncio.sleep(10000)\r");
    terminal.until_end("sleep(10000)\n...");
    terminal.keys("finally:\rprint('cleaned up')\r\r");
    terminal.until_end("cleaned up')\n...\n>>>");
    terminal.keys("await wait()\r");
    terminal.until_end("\nwaiting");
    terminal.keys(&ctrl('C'));
    terminal.until_end("\nwaiting\ncleaned up\nKeyboardInterrupt\n>>>");
    terminal.gives("other.done()", "False");
}

#[test]
fn ctrl_c_interrupts_a_busy_loop() {
    let mut terminal = Terminal::open(&["-q"]);
    terminal.line("kept = 5");
    terminal.keys("exec(\"print('busy')\\nwhile True: pass\")\r");
    terminal.until_end("\nbusy");
    terminal.keys(&ctrl('C'));
    terminal.until_end("\nbusy\nKeyboardInterrupt\n>>>");
    terminal.gives("kept", "5");
}

#[test]
fn ctrl_c_that_was_typed_ahead_counts() {
    let mut terminal = Terminal::open(&["-q"]);
    terminal.keys(&format!("while True: pass\r\r{}", ctrl('C')));
    terminal.until_end("KeyboardInterrupt\n>>>");
    terminal.gives("1 + 1", "2");
}

#[test]
fn ctrl_c_ends_a_task_that_never_rests() {
    let mut terminal = Terminal::open(&["-q"]);
    terminal.line("import asyncio, time");
    terminal.keys("async def runaway():\rprint('running away')\rwhile True: pass\r\r");
    terminal.until_end("pass\n...\n>>>");
    terminal.keys("t = asyncio.create_task(runaway())\r");
    terminal.until_it_says("\nrunning away");
    // Whether the loop had its turn before the prompt or behind it: it is interrupted.
    terminal.keys(&ctrl('C'));
    terminal.until(|screen| screen.ends_with(">>>") && screen.contains("running away"));
    terminal.keys("'go' + 'es on'\r");
    terminal.until_end("'goes on'\n>>>");
}

#[test]
fn a_runaway_task_is_cancelled() {
    let mut terminal = Terminal::open(&["-q"]);
    terminal.line("import asyncio");
    terminal.keys("async def forever():\rwhile True:\rawait asyncio.sleep(0)\r\r");
    terminal.until_end("sleep(0)\n...\n>>>");
    terminal.line("t = asyncio.create_task(forever(), name='runaway')");
    let shown = terminal.line(":tasks");
    assert!(shown.contains("\nrunaway  "), "{shown}");
    terminal.line(":cancel runaway");
    let shown = terminal.line(":tasks");
    assert!(shown.ends_with("\nno tasks\n>>>"), "{shown}");
}

#[test]
fn exit_leaves_with_a_status() {
    for (line, status) in [
        ("exit", 0),
        ("quit()", 0),
        ("exit(7)", 7),
        ("raise SystemExit(3)", 3),
        ("import sys; sys.exit(4)", 4),
        (":quit", 0),
    ] {
        let mut terminal = Terminal::open(&["-q"]);
        terminal.keys(&format!("{line}{ENTER}"));
        assert_eq!(terminal.status(), Some(status), "{line}");
    }
    let mut terminal = Terminal::open(&["-q"]);
    terminal.line("exit = 'a name like others'");
    terminal.gives("exit", "'a name like others'");
    assert_eq!(terminal.leave(), Some(0));
}

#[test]
fn leaving_cancels_tasks() {
    let mut terminal = Terminal::open(&["-q"]);
    terminal.line("import asyncio");
    terminal
        .keys("async def f():\rtry:\rawait asyncio.sleep(1000)\rfinally:\rprint('cleaned')\r\r");
    terminal.until_end("print('cleaned')\n...\n>>>");
    terminal.line("t = asyncio.create_task(f())");
    terminal.keys(&ctrl('D'));
    terminal.until_it_says("\ncleaned");
    assert_eq!(terminal.status(), Some(0));
}
