//! The prompt, in a pseudo-terminal: keys go in, and what stands on the screen is looked at.

use pty_process::Size;
use pty_process::blocking::{Command, Pty, open};
use std::io::{Read, Write};
use std::process::Child;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

const ROWS: u16 = 40;

/// How long something is waited for that comes at once, unless the machine is busy.
const PATIENCE: Duration = Duration::from_secs(60);

const ENTER: &str = "\r";
const CTRL_C: &str = "\x03";
const CTRL_D: &str = "\x04";
const UP: &str = "\x1b[A";

/// A prompt, and the screen that it is on.
struct Terminal {
    pty: Pty,
    output: Receiver<Vec<u8>>,
    screen: vt100::Parser,
    child: Child,
}

impl Terminal {
    fn open(arguments: &[&str]) -> Terminal {
        Terminal::with_size(arguments, 100, &[])
    }

    fn with_size(arguments: &[&str], columns: u16, variables: &[(&str, &str)]) -> Terminal {
        let (pty, pts) = open().expect("a pseudo-terminal");
        pty.resize(Size::new(ROWS, columns)).expect("a size");
        let mut command = Command::new(env!("CARGO_BIN_EXE_snakelet"))
            .args(arguments)
            .env_clear()
            .env("TERM", "xterm")
            .env("NO_COLOR", "1")
            .env("SNAKELET_HISTORY", "");
        for (name, value) in variables {
            command = command.env(name, value);
        }
        let child = command.spawn(pts).expect("the binary starts");
        let (sending, output) = channel();
        // Reading shares the terminal with writing.
        let mut reader = std::fs::File::from(
            std::os::fd::AsFd::as_fd(&pty)
                .try_clone_to_owned()
                .expect("a second descriptor"),
        );
        std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if sending.send(buffer[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        let mut terminal = Terminal {
            pty,
            output,
            screen: vt100::Parser::new(ROWS, columns, 0),
            child,
        };
        terminal.until(|screen| screen.ends_with(">>>"));
        terminal
    }

    fn keys(&mut self, keys: &str) {
        self.pty.write_all(keys.as_bytes()).expect("keys go in");
    }

    /// Types a line, and waits for the next prompt.
    fn line(&mut self, line: &str) -> String {
        let before = self.count_of_prompts();
        self.keys(&format!("{line}{ENTER}"));
        self.until(|screen| screen.ends_with(">>>") && prompts(screen) > before)
    }

    fn count_of_prompts(&mut self) -> usize {
        prompts(&self.shown())
    }

    /// What stands on the screen, without blanks at the ends of lines.
    fn shown(&mut self) -> String {
        while let Ok(bytes) = self.output.try_recv() {
            self.screen.process(&bytes);
        }
        let text = self.screen.screen().contents();
        let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
        lines.join("\n").trim_end().to_owned()
    }

    /// Waits until the screen is as wanted, and gives it.
    fn until(&mut self, wanted: impl Fn(&str) -> bool) -> String {
        let start = Instant::now();
        loop {
            let shown = self.shown();
            if wanted(&shown) {
                return shown;
            }
            assert!(start.elapsed() < PATIENCE, "the screen stays:\n{shown}");
            if let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(50)) {
                self.screen.process(&bytes);
            }
        }
    }

    fn until_it_says(&mut self, text: &str) -> String {
        self.until(|screen| screen.contains(text))
    }

    /// Leaves by Ctrl-D; the exit status.
    fn leave(mut self) -> Option<i32> {
        self.keys(CTRL_D);
        self.child.wait().expect("it ends").code()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // It has ended already where all went well.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn prompts(screen: &str) -> usize {
    screen
        .lines()
        .filter(|line| line.starts_with(">>>"))
        .count()
}

#[test]
fn the_banner_is_one_line() {
    let mut terminal = Terminal::open(&[]);
    let shown = terminal.shown();
    assert_eq!(shown.lines().count(), 2, "{shown}");
    assert!(shown.starts_with("Snakelet"), "{shown}");
    assert_eq!(terminal.leave(), Some(0));
    assert_eq!(Terminal::open(&["-q"]).shown(), ">>>");
}

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
fn await_works_at_the_prompt_beside_asyncio_run() {
    let mut terminal = Terminal::open(&["-q", "--clock=virtual"]);
    terminal.line("import asyncio");
    let shown = terminal.line("await asyncio.sleep(1000, 'slept')");
    assert!(shown.ends_with("\n'slept'\n>>>"), "{shown}");
    let shown = terminal.line("asyncio.run(asyncio.sleep(5, 'ran'))");
    assert!(shown.ends_with("\n'ran'\n>>>"), "{shown}");
    let shown = terminal.line("[await asyncio.sleep(1, n) for n in range(3)]");
    assert!(shown.ends_with("\n[0, 1, 2]\n>>>"), "{shown}");
}

#[test]
fn blocks_are_indented_and_end_with_an_empty_line() {
    let mut terminal = Terminal::open(&["-q"]);
    terminal.keys("def f(a):\rif a:\rreturn 1\r");
    terminal.until_it_says("return 1");
    terminal.line("");
    let shown = terminal.line("f(1)");
    assert!(shown.ends_with("\n1\n>>>"), "{shown}");
    assert!(shown.contains("\n        return 1"), "{shown}");
}

#[test]
fn tasks_run_while_a_line_is_typed() {
    let mut terminal = Terminal::open(&["-q"]);
    terminal.line("import asyncio");
    terminal.keys("async def tick():\rawait asyncio.sleep(0.05); print('tick')\r\r");
    terminal.until(|screen| screen.contains("print('tick')") && screen.ends_with(">>>"));
    terminal.keys("t = asyncio.create_task(tick())\r12 + 3");
    let shown = terminal.until(|screen| screen.contains("\ntick\n") && screen.ends_with("12 + 3"));
    assert!(shown.ends_with("\ntick\n>>> 12 + 3"), "{shown}");
    let shown = terminal.line("0");
    assert!(shown.ends_with("\n>>> 12 + 30\n42\n>>>"), "{shown}");
}

#[test]
fn a_task_that_fails_is_told_of_once() {
    let mut terminal = Terminal::open(&["-q", "--errors=python"]);
    terminal.line("import asyncio");
    terminal.keys("async def bad():\r1/0\r\r");
    terminal.until(|screen| screen.contains("1/0") && screen.ends_with(">>>"));
    terminal.keys("t = asyncio.create_task(bad())\rtyped");
    terminal.until(|screen| screen.contains("ZeroDivisionError") && screen.ends_with(">>> typed"));
    terminal.line(" = 1");
    let shown = terminal.line("del t");
    assert_eq!(shown.matches("ZeroDivisionError").count(), 1, "{shown}");
}

#[test]
fn ctrl_c_clears_a_line_and_interrupts() {
    let mut terminal = Terminal::open(&["-q"]);
    terminal.keys("half a li");
    terminal.until_it_says("half a li");
    terminal.keys(CTRL_C);
    terminal.until(|screen| screen.ends_with("KeyboardInterrupt\n>>>"));
    terminal.line("import asyncio; started = 1");
    for busy in ["await asyncio.sleep(10000)", "while True: pass\r"] {
        let before = terminal.shown().matches("KeyboardInterrupt").count();
        terminal.keys(&format!("{busy}{ENTER}"));
        let typed = busy.trim_end();
        terminal.until(|screen| !screen.ends_with(">>>") && screen.contains(typed));
        std::thread::sleep(Duration::from_millis(300));
        terminal.keys(CTRL_C);
        terminal.until(|screen| {
            screen.ends_with(">>>") && screen.matches("KeyboardInterrupt").count() > before
        });
    }
    let shown = terminal.line("started");
    assert!(shown.ends_with("\n1\n>>>"), "{shown}");
}

#[test]
fn names_attributes_and_keywords_are_completed() {
    let mut terminal = Terminal::open(&["-q"]);
    terminal.line("import asyncio; wonderful = 20");
    terminal.keys("wonderf\t + 1\r");
    terminal.until(|screen| screen.ends_with("wonderful + 1\n21\n>>>"));
    terminal.keys("asyncio.create_ta\t");
    terminal.until(|screen| screen.ends_with(">>> asyncio.create_task"));
    terminal.keys(CTRL_C);
    terminal.until(|screen| screen.ends_with("KeyboardInterrupt\n>>>"));
    terminal.keys("def f(first, second): pass\r\rf(seco\t");
    terminal.until(|screen| screen.ends_with(">>> f(second="));
}

#[test]
fn whole_blocks_come_back_from_history() {
    let mut terminal = Terminal::open(&["-q"]);
    terminal.keys("for i in range(2):\rprint(i)\r\r");
    terminal.until(|screen| screen.ends_with("\n0\n1\n>>>"));
    terminal.keys(UP);
    terminal.until(|screen| screen.ends_with(">>> for i in range(2):\n    print(i)"));
    terminal.keys(&format!("{ENTER}{ENTER}"));
    terminal.until(|screen| screen.matches("\n0\n1\n>>>").count() == 2);
}

#[test]
fn sessions_and_programs_are_pasted() {
    let paste = |text: &str| format!("\x1b[200~{text}\x1b[201~");
    let mut terminal = Terminal::open(&["-q"]);
    terminal.keys(&paste(
        ">>> x = 2\n>>> x + 1\n3\n>>> for i in 'ab':\n...     print(i)\n...\na\nb\n",
    ));
    terminal.line("");
    let shown = terminal.shown();
    assert!(shown.contains("\n3\na\nb\n"), "{shown}");
    terminal.keys(&paste("def g():\n    return 5\n\ny = g()\ny * x"));
    let shown = terminal.line("");
    assert!(shown.ends_with("\n10\n>>>"), "{shown}");
}

#[test]
fn a_burst_of_lines_loses_nothing() {
    let mut terminal = Terminal::open(&["-q"]);
    let lines: String = (0..200)
        .map(|n| format!("total = {n}; n = {n}\r"))
        .collect();
    terminal.keys(&format!("{lines}print('sum', total + n)\r"));
    terminal.until_it_says("\nsum 398");
}

#[test]
fn a_narrow_terminal_is_enough() {
    let mut terminal = Terminal::with_size(&["-q"], 20, &[]);
    terminal.keys("print('one', 'two', 'three')\r");
    terminal.until(|screen| screen.ends_with("one two three\n>>>"));
}

#[test]
fn a_dumb_terminal_is_enough() {
    let mut terminal = Terminal::with_size(&["-q"], 80, &[("TERM", "dumb")]);
    terminal.keys("def f():\n    return 8\n\nf()\n");
    terminal.until(|screen| screen.ends_with("8\n>>>"));
}

#[test]
fn the_virtual_clock_moves_when_told() {
    let mut terminal = Terminal::open(&["-q", "--clock=virtual"]);
    terminal.line("import asyncio");
    terminal.line("t = asyncio.create_task(asyncio.sleep(10, 'woke'), name='sleeper')");
    let shown = terminal.line(":tasks");
    assert!(shown.contains("\nsleeper: "), "{shown}");
    terminal.line(":advance 9.5");
    let shown = terminal.line("t.done()");
    assert!(shown.ends_with("\nFalse\n>>>"), "{shown}");
    terminal.line(":advance 1");
    let shown = terminal.line("t.result()");
    assert!(shown.ends_with("\n'woke'\n>>>"), "{shown}");
    terminal.line("u = asyncio.create_task(asyncio.sleep(99), name='other')");
    terminal.line(":cancel other");
    let shown = terminal.line(":tasks");
    assert!(shown.ends_with("\nno tasks\n>>>"), "{shown}");
}

#[test]
fn what_was_typed_is_saved_and_loaded() {
    let file = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("repl_saved.py");
    let path = file.to_str().expect("a path of text");
    let mut terminal = Terminal::open(&["-q"]);
    terminal.line("kept = 11");
    terminal.line(&format!(":save {path}"));
    terminal.line(":reset");
    let shown = terminal.line("'kept' in globals()");
    assert!(shown.ends_with("\nFalse\n>>>"), "{shown}");
    terminal.line(&format!(":load {path}"));
    let shown = terminal.line("kept");
    assert!(shown.ends_with("\n11\n>>>"), "{shown}");
}

#[test]
fn exit_leaves_with_a_status() {
    for (line, status) in [
        ("exit", 0),
        ("quit()", 0),
        ("raise SystemExit(3)", 3),
        ("import sys; sys.exit(4)", 4),
    ] {
        let mut terminal = Terminal::open(&["-q"]);
        terminal.keys(&format!("{line}{ENTER}"));
        let ended = terminal.child.wait().expect("it ends");
        assert_eq!(ended.code(), Some(status), "{line}");
    }
}

#[test]
fn a_program_stays_with_its_names() {
    let file = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("repl_stays.py");
    std::fs::write(&file, "answer = 42\nprint('ran')\n").expect("a file");
    let mut terminal = Terminal::open(&["-q", "-i", file.to_str().expect("a path of text")]);
    assert_eq!(terminal.line("answer"), "ran\n>>> answer\n42\n>>>");
}

#[test]
fn leaving_cancels_tasks() {
    let mut terminal = Terminal::open(&["-q"]);
    terminal.line("import asyncio");
    terminal.keys(
        "async def f():\rtry:\rawait asyncio.sleep(1000)\r\x7ffinally:\rprint('cleaned')\r\r",
    );
    terminal.until(|screen| screen.contains("print('cleaned')") && screen.ends_with(">>>"));
    terminal.line("t = asyncio.create_task(f())");
    terminal.line("1");
    terminal.keys(CTRL_D);
    terminal.until_it_says("\ncleaned");
    assert_eq!(terminal.child.wait().expect("it ends").code(), Some(0));
}
