//! Editing: blocks, the margin, completion, signatures, vi's keys, wide characters.

use crate::terminal::{
    ALT_ENTER, BACKSPACE, DELETE, DOWN, END, ENTER, ESCAPE, HOME, LEFT, RIGHT, TAB, Terminal, UP,
    ctrl, file,
};

#[test]
fn blocks_are_indented_and_end_with_an_empty_line() {
    let mut terminal = Terminal::open(&["-q"]);
    terminal.keys("def f(a):\rif a:\rreturn 1\rreturn 2\r");
    terminal.until_end(">>> def f(a):\n...     if a:\n...         return 1\n...     return 2\n...");
    terminal.keys(ENTER);
    terminal.until_end("...     return 2\n...\n>>>");
    terminal.gives("f(1), f(0)", "(1, 2)");
}

#[test]
fn the_parser_decides_what_is_incomplete() {
    let mut terminal = Terminal::open(&["-q"]);
    terminal.keys("x = (1,\r");
    terminal.until_end("\n...");
    terminal.keys("2)\r");
    terminal.until_end("... 2)\n>>>");
    terminal.gives("x", "(1, 2)");
    terminal.keys("s = '''a\r");
    terminal.until_end("\n...");
    terminal.keys("b'''\r");
    terminal.until_end("\n>>>");
    terminal.gives("s", "'a\\nb'");
    terminal.keys("x = 1 +\r");
    terminal.until_it_says("SyntaxError");
}

#[test]
fn clauses_move_out_by_themselves() {
    let mut terminal = Terminal::open(&["-q"]);
    terminal
        .keys("try:\r1/0\rexcept ZeroDivisionError:\rprint('caught')\rfinally:\rprint('end')\r\r");
    terminal.until_end(
        ">>> try:\n...     1/0\n... except ZeroDivisionError:\n...     print('caught')\n... finally:\n...     \
         print('end')\n...\ncaught\nend\n>>>",
    );
}

#[test]
fn an_own_indentation_is_kept() {
    let mut terminal = Terminal::open(&["-q"]);
    terminal.keys("def g(a):\r  if a:\r    return 1\r  else:\r    return 2\r\r");
    terminal.until_end("...   else:\n...     return 2\n...\n>>>");
    terminal.gives("g(0)", "2");
}

#[test]
fn the_margin_stays_whole() {
    let mut terminal = Terminal::open(&["-q"]);
    terminal.keys("if 1:\rabc\r");
    terminal.until_end("...     abc\n...");
    // A level of indentation, the margin, and the line.
    terminal.keys(BACKSPACE);
    terminal.until_screen(|_, screen| screen.cursor_position() == (2, 4));
    terminal.keys(BACKSPACE);
    terminal.until_end(">>> if 1:\n...     abc");
    terminal.keys(HOME);
    terminal.until_screen(|_, screen| screen.cursor_position() == (1, 4));
    terminal.keys(LEFT);
    terminal.until_screen(|_, screen| screen.cursor_position() == (0, 9));
    terminal.keys(RIGHT);
    terminal.until_screen(|_, screen| screen.cursor_position() == (1, 4));
    terminal.keys(LEFT);
    terminal.keys(DELETE);
    terminal.until_end(">>> if 1:    abc");
    terminal.keys(&format!("{END}{}", ctrl('U')));
    terminal.until_end(">>>");
    terminal.keys("(1,\r23 + 45");
    terminal.until_end("... 23 + 45");
    terminal.keys(&ctrl('W'));
    terminal.until_end("... 23 +");
    terminal.keys(&ctrl('U'));
    terminal.until_end(">>> (1,\n...");
    terminal.keys("6)\r");
    terminal.until_end("... 6)\n(1, 6)\n>>>");
}

#[test]
fn a_line_in_the_middle_is_mended() {
    let mut terminal = Terminal::open(&["-q"]);
    terminal.keys("for i in range(2):\rj = i\rprint(j)");
    terminal.until_end("print(j)");
    terminal.keys(&format!("{UP}{END} * 10"));
    terminal.until_it_says("j = i * 10");
    // Enter there begins a line, Alt-Enter ends the text.
    terminal.keys(&format!("{ENTER}j += 1"));
    terminal.until_it_says("...     j += 1\n...     print(j)");
    terminal.keys(ALT_ENTER);
    terminal.until_end("\n1\n11\n>>>");
}

#[test]
fn names_attributes_and_keywords_are_completed() {
    let mut terminal = Terminal::open(&["-q"]);
    terminal.line("import asyncio; wonderful = 20");
    terminal.keys(&format!("wonderf{TAB} + 1\r"));
    terminal.until_end("wonderful + 1\n21\n>>>");
    terminal.keys(&format!("asyncio.create_ta{TAB}"));
    terminal.until_end(">>> asyncio.create_task");
    terminal.keys(&ctrl('C'));
    terminal.until_end("KeyboardInterrupt\n>>>");
    terminal.keys("def f(first, *, second=3): pass\r\r");
    terminal.until_end("pass\n...\n>>>");
    terminal.keys(&format!("f(seco{TAB}"));
    terminal.until_it_says(">>> f(second=");
    terminal.keys(&ctrl('C'));
    terminal.until_end("KeyboardInterrupt\n>>>");
    terminal.keys("class C:\rdef __init__(self, *, colour): pass\r\r");
    terminal.until_end("pass\n...\n>>>");
    terminal.keys(&format!("C(col{TAB}"));
    terminal.until_it_says(">>> C(colour=");
    terminal.keys(&ctrl('C'));
    terminal.until_end("KeyboardInterrupt\n>>>");
    // What has several ends shows them.
    terminal.keys(&format!("asyncio.get_{TAB}"));
    terminal
        .until(|screen| screen.contains("get_event_loop") && screen.contains("get_running_loop"));
}

#[test]
fn imports_are_completed() {
    let folder = file("repl_imports");
    std::fs::create_dir_all(folder.join("shapes")).expect("a folder");
    std::fs::write(folder.join("shapes/__init__.py"), "").expect("a file");
    std::fs::write(folder.join("shapes/circles.py"), "def area(r): pass\n").expect("a file");
    let path = folder.to_str().expect("a path of text");
    let mut terminal = Terminal::with(&["-q"], 100, &[("PYTHONPATH", path)]);
    for (typed, completed) in [
        ("import asyn", "import asyncio"),
        ("from asyncio.que", "from asyncio.queues"),
        (
            "from asyncio import create_ta",
            "from asyncio import create_task",
        ),
        ("import shap", "import shapes"),
        ("import shapes.circ", "import shapes.circles"),
        ("from shapes import circ", "from shapes import circles"),
        (
            "from shapes.circles import ar",
            "from shapes.circles import area",
        ),
    ] {
        terminal.keys(&format!("{typed}{TAB}"));
        terminal.until_end(&format!(">>> {completed}"));
        terminal.keys(&ctrl('U'));
        terminal.until_end(">>>");
    }
}

#[test]
fn signatures_are_hints() {
    let mut terminal = Terminal::open(&["-q"]);
    terminal.line("import asyncio");
    terminal.keys("asyncio.sleep(");
    terminal.until_end(">>> asyncio.sleep(  # asyncio.sleep(delay, result=None)");
    terminal.keys("0, 'back')");
    terminal.until_end(">>> asyncio.sleep(0, 'back')");
    terminal.keys(&ctrl('C'));
    terminal.until_end("KeyboardInterrupt\n>>>");
    terminal.keys("def f(a, /, b=2, *rest, key=None, **more): pass\r\r");
    terminal.until_end("pass\n...\n>>>");
    terminal.keys("f(1, len('x'), ");
    terminal.until_end("# f(a, /, b=2, *rest, key=None, **more)");
    // It is no part of the text.
    terminal.keys("3)\r");
    terminal.until_end(">>> f(1, len('x'), 3)\n>>>");
}

#[test]
fn keys_may_be_those_of_vi() {
    let mut terminal = Terminal::with(&["-q"], 100, &[("SNAKELET_KEYS", "vi")]);
    terminal.keys("abc = 12");
    terminal.until_end("abc = 12");
    terminal.keys(ESCAPE);
    terminal.until_screen(|_, screen| screen.cursor_position() == (0, 11));
    terminal.keys("bx");
    terminal.until_end("abc = 2");
    terminal.keys("i34");
    terminal.until_end("abc = 342");
    terminal.keys(ENTER);
    terminal.until_end("abc = 342\n>>>");
    // Escape and a letter that come at once may be one key of the terminal's.
    terminal.keys(ESCAPE);
    std::thread::sleep(std::time::Duration::from_millis(700));
    terminal.keys("k");
    terminal.until_end(">>> abc = 342\n>>> abc = 342");
    terminal.keys("0cwxyz");
    terminal.until_end(">>> xyz = 342");
    terminal.keys(ENTER);
    terminal.until_end(">>> xyz = 342\n>>>");
    terminal.gives("xyz", "342");
    // Text that vi's commands put into the margin goes behind it.
    terminal.keys("if xyz:\rpass");
    terminal.until_end("...     pass");
    terminal.keys(ESCAPE);
    terminal.until_screen(|_, screen| screen.cursor_position().1 == 11);
    terminal.keys("I'v';");
    terminal.until_end("... 'v';    pass");
}

#[test]
fn wide_characters_take_their_columns() {
    let mut terminal = Terminal::open(&["-q"]);
    terminal.keys("s = '漢字é'");
    terminal.until_screen(|shown, screen| {
        shown.ends_with("s = '漢字é'") && screen.cursor_position() == (0, 15)
    });
    terminal.keys(&format!("{LEFT}{LEFT}{LEFT}"));
    terminal.until_screen(|_, screen| screen.cursor_position() == (0, 11));
    terminal.keys(BACKSPACE);
    terminal.until_screen(|shown, screen| {
        shown.ends_with("s = '字é'") && screen.cursor_position() == (0, 9)
    });
    terminal.keys(ENTER);
    terminal.until_end("\n>>>");
    terminal.gives("s", "'字é'");
}

#[test]
fn arrows_move_within_a_block() {
    let mut terminal = Terminal::open(&["-q"]);
    terminal.keys("if 1:\rab\rcd");
    terminal.until_end("...     cd");
    terminal.keys(UP);
    terminal.until_screen(|_, screen| screen.cursor_position() == (1, 10));
    terminal.keys(DOWN);
    terminal.until_screen(|_, screen| screen.cursor_position() == (2, 10));
}
