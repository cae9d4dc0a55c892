//! The history: whole blocks, by arrows, by what they begin with, by what is in them, over several sessions.

use crate::terminal::{DOWN, END, ENTER, Terminal, UP, ctrl, file};

#[test]
fn whole_blocks_come_back() {
    let mut terminal = Terminal::open(&["-q"]);
    terminal.keys("for i in range(2):\rprint(i)\r\r");
    terminal.until_end("\n0\n1\n>>>");
    terminal.keys(UP);
    terminal.until_end(">>> for i in range(2):\n...     print(i)");
    terminal.keys(&format!("{ENTER}{ENTER}"));
    terminal.until(|screen| screen.matches("\n0\n1\n>>>").count() == 2);
}

#[test]
fn a_mistake_in_a_block_of_ten_lines_is_mended() {
    let mut terminal = Terminal::open(&["-q", "--errors=python"]);
    terminal
        .keys("def total(numbers):\rsum = 0\rfor number in numbers:\rif number < 0:\rcontinue\r");
    terminal.until_end("continue\n...");
    terminal.keys("sum += numbr\rif sum > 100:\rbreak\rprint(sum)\rreturn sum\r\r");
    terminal.until_it_says("return sum\n...\n>>>");
    let before = terminal.line("total([1, 2])");
    assert!(before.contains("NameError"), "{before}");
    // The call, the lines of the block from the last one, up to the mistake.
    terminal.keys(&ctrl('P'));
    terminal.until_end(">>> total([1, 2])");
    terminal.keys(&ctrl('P'));
    terminal.until_end("return sum");
    terminal.keys(&UP.repeat(4));
    terminal.keys(END);
    terminal.keys("\x7f\x7fber");
    terminal.until_it_says("sum += number");
    terminal.keys("\x1b\r");
    terminal.until_end("\n>>>");
    terminal.keys("total([1, 2])\r");
    terminal.until_end(">>> total([1, 2])\n1\n1\n>>>");
}

#[test]
fn arrows_find_what_begins_as_typed() {
    let mut terminal = Terminal::open(&["-q"]);
    for line in ["alpha = 1", "beta = 2", "alpha = 3", "gamma = 4"] {
        terminal.line(line);
    }
    terminal.keys(&format!("al{UP}"));
    terminal.until_end(">>> alpha = 3");
    terminal.keys(UP);
    terminal.until_end(">>> alpha = 1");
    terminal.keys(DOWN);
    terminal.until_end(">>> alpha = 3");
    terminal.keys(DOWN);
    terminal.until_end(">>> al");
    terminal.keys(&ctrl('U'));
    terminal.keys(&format!("{UP}{UP}"));
    terminal.until_end(">>> gamma = 4\n>>> alpha = 3");
}

#[test]
fn ctrl_r_finds_what_is_in_them() {
    let mut terminal = Terminal::open(&["-q"]);
    for line in ["first = 'needle'", "second = 2", "third = 3"] {
        terminal.line(line);
    }
    terminal.keys(&format!("{}need", ctrl('R')));
    terminal.until_it_says("(reverse-i-search)`need': first = 'needle'");
    terminal.keys(ENTER);
    terminal.until_end(">>> first = 'needle'\n>>>");
    terminal.keys(&format!("{}nd =", ctrl('R')));
    terminal.until_it_says("`nd =': second = 2");
    terminal.keys(END);
    terminal.until_end(">>> second = 2");
    terminal.keys("0\r");
    terminal.until_end(">>> second = 20\n>>>");
    terminal.gives("second", "20");
}

#[test]
fn it_outlives_a_session() {
    let kept = file("repl_history");
    let _ = std::fs::remove_file(&kept);
    let path = kept.to_str().expect("a path of text");
    let open = || Terminal::with(&["-q"], 100, &[("SNAKELET_HISTORY", path)]);
    let mut terminal = open();
    terminal.keys("def kept():\rreturn 'back'\r\r");
    terminal.until_end("...\n>>>");
    assert_eq!(terminal.leave(), Some(0));
    let mut terminal = open();
    terminal.keys(UP);
    terminal.until_end(">>> def kept():\n...     return 'back'");
    terminal.keys(&format!("{ENTER}{ENTER}"));
    terminal.until_end("...\n>>>");
    terminal.gives("kept()", "'back'");
}
