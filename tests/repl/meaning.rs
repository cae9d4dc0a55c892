//! What texts mean: values, `await`, tasks between lines, input.

use crate::terminal::{ENTER, Terminal};

#[test]
fn values_are_displayed_and_kept() {
    let mut terminal = Terminal::open(&["-q"]);
    terminal.line("6 * 7");
    terminal.line("None");
    assert_eq!(
        terminal.line("_ + 1"),
        ">>> 6 * 7\n42\n>>> None\n>>> _ + 1\n43\n>>>"
    );
}

#[test]
fn the_display_hook_is_the_programs() {
    let mut terminal = Terminal::open(&["-q"]);
    terminal.line("import sys; sys.displayhook = lambda value: print('<', value, '>')");
    terminal.gives("1 + 1", "< 2 >");
    terminal.keys("for n in (3,): n\r\r");
    terminal.until_end("...\n< 3 >\n>>>");
}

#[test]
fn await_works_at_the_prompt_beside_asyncio_run() {
    let mut terminal = Terminal::open(&["-q", "--clock=virtual"]);
    terminal.line("import asyncio");
    terminal.gives("await asyncio.sleep(1000, 'slept')", "'slept'");
    terminal.gives("asyncio.run(asyncio.sleep(5, 'ran'))", "'ran'");
    terminal.gives("await asyncio.sleep(1, 'again')", "'again'");
}

#[test]
fn all_that_awaits_works_at_the_prompt() {
    let mut terminal = Terminal::open(&["-q", "--clock=virtual"]);
    terminal.line("import asyncio, contextlib");
    terminal.keys("async def count():\rfor n in range(3):\rawait asyncio.sleep(1)\ryield n\r\r");
    terminal.until_end("yield n\n...\n>>>");
    terminal.gives("[n async for n in count()]", "[0, 1, 2]");
    terminal.gives("[await asyncio.sleep(1, n) for n in range(2)]", "[0, 1]");
    terminal.keys("async for n in count():\rprint('n', n)\r\r");
    terminal.until_end("...\nn 0\nn 1\nn 2\n>>>");
    terminal.keys("async with asyncio.timeout(1):\rawait asyncio.sleep(0.5)\rprint('in time')\r\r");
    terminal.until_end("...\nin time\n>>>");
    terminal.keys("async with asyncio.TaskGroup() as group:\rt = group.create_task(asyncio.sleep(9, 'both'))\r\r");
    terminal.until_end("...\n>>>");
    terminal.gives("t.result()", "'both'");
}

#[test]
fn tasks_run_while_a_line_is_typed() {
    let mut terminal = Terminal::open(&["-q"]);
    terminal.line("import asyncio");
    terminal.line("go = asyncio.Event()");
    terminal
        .keys("async def tick():\rawait go.wait()\rawait asyncio.sleep(0.05)\rprint('tick')\r\r");
    terminal.until_end("print('tick')\n...\n>>>");
    terminal.line("t = asyncio.create_task(tick())");
    terminal.keys("go.set()\r12 + 3");
    let shown = terminal.until(|screen| screen.contains("\ntick\n") && screen.ends_with("12 + 3"));
    assert!(
        shown.ends_with("\n>>> go.set()\ntick\n>>> 12 + 3"),
        "{shown}"
    );
    terminal.keys("0\r");
    terminal.until_end("\n>>> 12 + 30\n42\n>>>");
}

#[test]
fn output_stands_above_a_block() {
    let mut terminal = Terminal::open(&["-q"]);
    terminal.line("import asyncio");
    terminal.keys(
        "async def tick():\rfor n in range(3):\rawait asyncio.sleep(0.05)\rprint('tick', n)\r\r",
    );
    terminal.until_end("print('tick', n)\n...\n>>>");
    terminal.keys("t = asyncio.create_task(tick())\rdef f():\rif 1:\rreturn 5\r\x7f\x1b[A");
    let block = ">>> def f():\n...     if 1:\n...         return 5\n...";
    let end = format!("(tick())\ntick 0\ntick 1\ntick 2\n{block}");
    terminal.until_end(&end);
    terminal.keys("\x1b\r");
    terminal.until_it_says("return 5\n...\n>>>");
    terminal.gives("f()", "5");
}

#[test]
fn a_task_that_prints_much_stops_nobody() {
    let mut terminal = Terminal::open(&["-q"]);
    terminal.line("import asyncio");
    terminal.keys(
        "async def flood():\rfor n in range(2000):\rprint('line', n)\rawait asyncio.sleep(0)\r\r",
    );
    terminal.until_end("asyncio.sleep(0)\n...\n>>>");
    terminal.keys("t = asyncio.create_task(flood())\rx = 1\rx + 41\r");
    terminal.until(|screen| screen.contains("line 1999") || screen.contains("\n42\n"));
    terminal.keys("await t\r'do' + 'ne'\r");
    terminal.until_end("'done'\n>>>");
}

#[test]
fn a_task_that_fails_is_told_of_once() {
    let mut terminal = Terminal::open(&["-q", "--errors=python"]);
    terminal.line("import asyncio");
    terminal.keys("async def bad():\r1/0\r\r");
    terminal.until_end("1/0\n...\n>>>");
    terminal.keys("t = asyncio.create_task(bad(), name='worst')\rtyped");
    terminal.until(|screen| screen.contains("ZeroDivisionError") && screen.ends_with(">>> typed"));
    terminal.keys(" = 1\r");
    terminal.until_end("typed = 1\n>>>");
    terminal.line("del t; import gc; gc.collect() and None");
    let shown = terminal.shown();
    assert_eq!(shown.matches("ZeroDivisionError").count(), 1, "{shown}");
    assert_eq!(
        shown.matches("Task worst has failed:").count(),
        1,
        "{shown}"
    );
}

#[test]
fn a_server_is_called_from_where_it_runs() {
    let mut terminal = Terminal::open(&["-q"]);
    terminal.line("import asyncio");
    terminal.keys(
        "async def answer(reader, writer):\rline = await reader.readline()\rwriter.write(line.upper())\r\
         await writer.drain()\rwriter.close()\r\r",
    );
    terminal.until_end("writer.close()\n...\n>>>");
    terminal.line("server = await asyncio.start_server(answer, '127.0.0.1', 0)");
    terminal.line("port = server.sockets[0].getsockname()[1]");
    terminal.line("reader, writer = await asyncio.open_connection('127.0.0.1', port)");
    terminal.line("writer.write(b'hello\\n')");
    terminal.gives("await reader.readline()", "b'HELLO\\n'");
    terminal.line("writer.close(); server.close()");
    assert_eq!(terminal.leave(), Some(0));
}

#[test]
fn errors_show_what_was_typed() {
    let mut terminal = Terminal::open(&["-q", "--errors=python"]);
    terminal.keys("def f(n):\rreturn 1 / n\r\r");
    terminal.until_end("...\n>>>");
    let shown = terminal.line("f(0)");
    assert!(
        shown.ends_with(
            "Traceback (most recent call last):\n  File \"<python-input-1>\", line 1, in <module>\n    f(0)\n    \
             ~^^^\n  File \"<python-input-0>\", line 2, in f\n    return 1 / n\n           \
             ~~^~~\nZeroDivisionError: division by zero\n>>>"
        ),
        "{shown}"
    );
    let shown = terminal.line("x x");
    assert!(
        shown.ends_with("line 1\n    x x\n      ^\nSyntaxError: invalid syntax\n>>>"),
        "{shown}"
    );
}

#[test]
fn programs_may_ask_for_lines() {
    let mut terminal = Terminal::open(&["-q"]);
    terminal.keys("name = input('who? ')\r");
    terminal.until_end("\nwho?");
    terminal.keys("Bob and\x7f\x7f\x7fAnn");
    terminal.until_end("\nwho? Bob Ann");
    terminal.keys(ENTER);
    terminal.until_end("\nwho? Bob Ann\n>>>");
    terminal.gives("name", "'Bob Ann'");
    // What was typed ahead is what is asked for.
    terminal.keys("n = input()\rahead\rn * 2\r");
    terminal.until_end("'aheadahead'\n>>>");
    terminal.keys("input('give up? ')\r");
    terminal.until_end("give up?");
    terminal.keys("\x03");
    terminal.until_end("\nKeyboardInterrupt\n>>>");
    terminal.gives("1 + 1", "2");
}

#[test]
fn an_unfinished_line_stays() {
    let mut terminal = Terminal::open(&["-q"]);
    terminal.keys("print('no end', end='')\r");
    terminal.until_end("\nno end\n>>>");
}

#[test]
fn the_prompts_are_the_programs() {
    let mut terminal = Terminal::open(&["-q"]);
    terminal.line("import sys");
    terminal.gives("sys.ps1, sys.ps2", "('>>> ', '... ')");
    terminal.keys("sys.ps1 = 'me> '\r");
    terminal.until_end("\nme>");
    terminal.keys("1 + 1\r");
    terminal.until_end("\nme> 1 + 1\n2\nme>");
}

#[test]
fn a_child_gets_the_terminal() {
    let mut terminal = Terminal::with(&["-q"], 100, &[("PATH", "/usr/bin:/bin")]);
    terminal.line("import subprocess");
    terminal.keys("subprocess.run(['sh', '-c', 'echo ready; read line; echo got $line'])\r");
    terminal.until_end("\nready");
    terminal.keys("some words\r");
    terminal.until(|screen| {
        screen.contains("\nready\nsome words\ngot some words\n")
            && screen.ends_with("returncode=0)\n>>>")
    });
    terminal.gives("1 + 1", "2");
}
