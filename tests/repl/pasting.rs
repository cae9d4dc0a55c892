//! Pastes: programs, sessions with their prompts and outputs, from terminals that mark pastes and from those that do not.

use crate::terminal::{ENTER, Terminal, UP, paste};

const SESSION: &str = "\
>>> x = 2
>>> x + 1
3
>>> for i in 'ab':
...     print(i)
...
a
b
>>> undefined
Traceback (most recent call last):
  File \"<stdin>\", line 1, in <module>
NameError: name 'undefined' is not defined
>>> x * 50
100
";

#[test]
fn a_session_loses_its_prompts_and_outputs() {
    let mut terminal = Terminal::open(&["-q", "--errors=python"]);
    terminal.keys(&paste(SESSION));
    terminal.until_end(">>> x = 2\n... x + 1\n... for i in 'ab':\n...     print(i)\n...\n... undefined\n... x * 50\n...");
    terminal.keys(ENTER);
    terminal
        .until(|screen| screen.contains("\n3\na\nb\nTraceback ") && screen.ends_with("\n100\n>>>"));
    // In the history each text stands by itself.
    terminal.keys(&format!("{UP}{UP}"));
    terminal.until_end("\n>>> undefined");
}

#[test]
fn a_session_that_comes_line_by_line_does_too() {
    let mut terminal = Terminal::open(&["-q", "--errors=python"]);
    terminal.keys(&SESSION.replace('\n', "\r"));
    terminal.until(|screen| screen.contains("\na\nb\n>>>") && screen.ends_with("\n100\n>>>"));
    let shown = terminal.shown();
    assert_eq!(shown.matches("Error").count(), 1, "{shown}");
}

#[test]
fn several_statements_are_one_text() {
    let mut terminal = Terminal::open(&["-q"]);
    terminal.keys(&paste("def g():\n    return 5\n\ny = g()\ny * 2\n"));
    terminal.until_end("... y * 2\n...");
    terminal.keys(ENTER);
    terminal.until_end("\n10\n>>>");
    terminal.keys(UP);
    terminal.until_end(">>> def g():\n...     return 5\n...\n... y = g()\n... y * 2");
}

#[test]
fn a_program_that_comes_line_by_line_keeps_its_indentation() {
    let mut terminal = Terminal::open(&["-q"]);
    let program = "class Shape:\n  def area(self):\n    if self:\n      return 7\n    else:\n      return 8\n\nShape().area()\n";
    terminal.keys(&program.replace('\n', "\r"));
    terminal.until_end(">>> Shape().area()\n7\n>>>");
}

#[test]
fn what_is_indented_as_a_whole_moves_out() {
    let mut terminal = Terminal::open(&["-q"]);
    terminal.keys(&paste("    if True:\n        z = 3\n    z + 1\n"));
    terminal.until_end(">>> if True:\n...     z = 3\n... z + 1\n...");
    terminal.keys(ENTER);
    terminal.until_end("\n4\n>>>");
}

#[test]
fn a_tutorial_is_pasted_whole() {
    let mut terminal = Terminal::open(&["-q", "--clock=virtual"]);
    let tutorial = "\
import asyncio
import time

async def say_after(delay, what):
    await asyncio.sleep(delay)
    print(what)

async def main():
    task1 = asyncio.create_task(
        say_after(1, 'hello'))

    task2 = asyncio.create_task(
        say_after(2, 'world'))

    # Both run at the same time.
    started = time.monotonic()
    await task1
    await task2
    print(f\"finished after {time.monotonic() - started:.0f} s\")

asyncio.run(main())
";
    terminal.keys(&paste(tutorial));
    terminal.keys(ENTER);
    terminal.until_end("\nhello\nworld\nfinished after 2 s\n>>>");
    terminal.keys(&tutorial.replace('\n', "\r"));
    terminal.until_end(">>> asyncio.run(main())\nhello\nworld\nfinished after 2 s\n>>>");
}
