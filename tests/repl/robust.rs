//! Input as nobody types it: bursts, thousands of lines, a line without end, bytes that are no text, small screens.

use crate::terminal::{BACKSPACE, ENTER, Terminal, UP, paste};

#[test]
fn a_burst_of_lines_loses_nothing() {
    let mut terminal = Terminal::open(&["-q"]);
    let lines: String = (0..200)
        .map(|n| format!("total = {n}; n = {n}\r"))
        .collect();
    terminal.keys(&format!("{lines}print('sum', total + n)\r"));
    terminal.until_end("\nsum 398\n>>>");
}

#[test]
fn a_burst_is_drawn_line_by_line() {
    let mut terminal = Terminal::open(&["-q"]);
    terminal.keys("import time\rtime.sleep(0.2)\rx = 'typed'\rdef f():\r    return x\r\rf()\r");
    terminal.until_end(
        ">>> import time\n>>> time.sleep(0.2)\n>>> x = 'typed'\n>>> def f():\n...     return x\n...\n>>> f()\n'typed'\n>>>",
    );
}

#[test]
fn five_thousand_lines_are_run() {
    let mut terminal = Terminal::open(&["-q"]);
    let lines: String = (0..5000).map(|n| format!("x{n} = {n}\r")).collect();
    terminal.keys(&format!(
        "{lines}sum(v for k, v in globals().copy().items() if k[0] == 'x')\r"
    ));
    terminal.until_end("\n12497500\n>>>");
}

#[test]
fn five_thousand_lines_are_pasted() {
    let mut terminal = Terminal::open(&["-q"]);
    let lines: String = (0..5000).map(|n| format!("x{n} = {n}\n")).collect();
    terminal.keys(&paste(&lines));
    terminal.keys(ENTER);
    terminal.until_end("\n>>>");
    terminal.keys("x0 + x4999\r");
    terminal.until_end("\n4999\n>>>");
}

#[test]
fn a_block_of_five_thousand_lines_comes_line_by_line() {
    let mut terminal = Terminal::open(&["-q"]);
    for indent in ["    ", ""] {
        let lines: String = (0..5000).map(|n| format!("{indent}x = {n}\r")).collect();
        terminal.keys(&format!("def f():\r{lines}{indent}return x\r\rf()\r"));
        terminal.until_end("\n>>> f()\n4999\n>>>");
    }
}

#[test]
fn a_line_of_a_hundred_thousand_characters_is_read() {
    let mut terminal = Terminal::open(&["-q"]);
    let long = "é".repeat(100_000);
    terminal.keys(&format!("s = '{long}'\rlen(s), set(s)\r"));
    terminal.until_end("\n(100000, {'é'})\n>>>");
    terminal.keys(&paste(&format!("t = '{long}'")));
    terminal.keys("\rt == s\r");
    terminal.until_end("\nTrue\n>>>");
}

#[test]
fn bytes_that_are_no_text_are_marked() {
    let mut terminal = Terminal::open(&["-q"]);
    terminal.bytes(b"s = 'a\xff\xfeb\xc3(\xe6\xbc'\rascii(s)\r");
    terminal.until_end("\n\"'a\\\\ufffd\\\\ufffdb\\\\ufffd(\\\\ufffd'\"\n>>>");
    // A character that comes in parts is one.
    terminal.bytes(b"'\xe6\xbc");
    terminal.bytes(b"\xa2'\r");
    terminal.until_end("\n'漢'\n>>>");
}

#[test]
fn a_narrow_terminal_is_enough() {
    let mut terminal = Terminal::with(&["-q"], 20, &[]);
    terminal.keys("print('one', 'two', 'three')\r");
    terminal.until_end("one two three\n>>>");
    terminal.keys("def f(number):\rreturn number * 1000000\r\r");
    terminal.until_end("...\n>>>");
    terminal.keys("f(7)\r");
    terminal.until_end(">>> f(7)\n7000000\n>>>");
    terminal.keys(&format!("{UP}{UP}"));
    // The line is one that wraps.
    terminal.until_end(">>> def f(number):\n...     return number * 1000000");
    terminal.keys(&format!("{BACKSPACE}1{ENTER}{ENTER}"));
    terminal.until_end("...\n>>>");
    terminal.keys("f(7)\r");
    terminal.until_end("7000007\n>>>");
}

#[test]
fn output_stands_above_a_line_that_wraps() {
    let mut terminal = Terminal::with(&["-q"], 20, &[]);
    terminal.line("import asyncio");
    terminal.keys("async def late(): await asyncio.sleep(0.1); print('late')\r\r");
    terminal.until_end("\n...\n>>>");
    terminal.keys("asyncio.create_task(late()); x = 'a text that takes three rows'");
    terminal.keys("\ry = 'another that takes three rows also'");
    terminal
        .until(|screen| screen.contains("\nlate\n>>> y = 'another") && screen.ends_with("also'"));
    terminal.keys("\r");
    terminal.until_end("also'\n>>>");
    terminal.keys("len(x + y)\r");
    terminal.until_end("\n62\n>>>");
}

#[test]
fn the_size_may_change_while_a_line_is_typed() {
    let mut terminal = Terminal::open(&["-q"]);
    terminal.keys("def f():\rvalue = 'one two three four five'");
    terminal.until_end("four five'");
    for (rows, columns) in [(30, 60), (24, 80), (40, 25), (40, 100)] {
        terminal.resize(rows, columns);
        terminal.keys("#");
        let hashes = terminal.shown();
        terminal.until(|screen| screen != hashes || screen.ends_with('#'));
    }
    terminal.keys("\rreturn value\r\r");
    terminal.until_end("\n...\n>>>");
    terminal.keys("f()\r");
    terminal.until_end(">>> f()\n'one two three four five'\n>>>");
}
