//! The commands of the prompt, which begin with a colon.

use super::run as run_text;
use snakelet::embed::{Ending, Interpreter, Session};
use snakelet::event_loop::clock::Choice;
use std::io::Write;
use std::time::Instant;

/// What `:help` prints.
const HELP: &str = "\
Type Python; await works everywhere, and tasks run while you type.
  :tasks           the tasks that are not done, and what they wait for
  :cancel NAME     cancel a task
  :time EXPR       run something and say how long it took
  :clock KIND      real, virtual, or a factor such as 10x
  :step            with the virtual clock: on to the next deadline, one turn
  :advance SECONDS with the virtual clock: let so much time pass
  :explain         the last error once more, with labels and advice
  :doc NAME        what NAME is for
  :load FILE       run a file here
  :save FILE       keep what was typed, as a program or (.md) as a document
  :reset           forget all names
  :quit            leave
Ctrl-C gives a line up or interrupts, Ctrl-D leaves, Ctrl-R searches what was typed, Tab completes.
";

/// Runs a command; `typed` is what was typed before it. An ending, if it ends the conversation.
pub fn run(
    line: &str,
    interpreter: &Interpreter,
    session: &Session<'_>,
    typed: &mut Vec<String>,
) -> Option<Ending> {
    let (name, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let rest = rest.trim();
    match name {
        "help" | "h" | "?" => say(HELP),
        "tasks" => tell_tasks(session),
        "cancel" => {
            if session.cancel(rest) == 0 {
                say(&format!(
                    "there is no task called {rest:?}: `:tasks` lists them\n"
                ));
            }
        }
        "time" => {
            let start = Instant::now();
            let ending = run_text(session, rest);
            say(&format!("{:.6} s\n", start.elapsed().as_secs_f64()));
            return ending;
        }
        "clock" => match Choice::parse(rest) {
            Ok(choice) => session.choose_clock(choice),
            Err(wrong) => say(&format!("{wrong}\n")),
        },
        "step" => {
            if !session.step() {
                say("nothing waits for the virtual clock (`:clock virtual` chooses it)\n");
            }
        }
        "advance" => match rest.parse::<f64>() {
            Ok(seconds) if seconds >= 0.0 && seconds.is_finite() => {
                if !session.advance(seconds) {
                    say("the clock is real: `:clock virtual` chooses one that moves when told\n");
                }
            }
            _ => say("how many seconds? `:advance 2.5`\n"),
        },
        "explain" => match session.explained() {
            Some(text) => say(&text),
            None => say("nothing has failed yet\n"),
        },
        "doc" => return session.run(&format!("help({rest})")),
        "load" => match std::fs::read_to_string(rest) {
            Ok(text) => {
                let ending = session.run(&text);
                typed.push(text);
                return ending;
            }
            Err(error) => say(&format!("cannot read {rest:?}: {error}\n")),
        },
        "save" => match std::fs::write(rest, saved(rest, typed)) {
            Ok(()) => say(&format!("saved {} texts\n", typed.len())),
            Err(error) => say(&format!("cannot write {rest:?}: {error}\n")),
        },
        "reset" => {
            session.reset(interpreter);
            typed.clear();
        }
        "quit" | "q" | "exit" => return Some(Ending::Status(0)),
        _ => say(&format!(
            "there is no command :{name}; `:help` lists them\n"
        )),
    }
    None
}

fn tell_tasks(session: &Session<'_>) {
    let tasks = session.tasks();
    if tasks.is_empty() {
        say("no tasks\n");
    }
    for task in tasks {
        say(&format!("{task}\n"));
    }
}

/// What was typed, as a program, or as a document with one block for each text.
fn saved(file: &str, typed: &[String]) -> String {
    let texts = typed.iter().map(|text| text.trim_end());
    if file.ends_with(".md") {
        texts
            .map(|text| format!("```python continue\n{text}\n```\n\n"))
            .collect()
    } else {
        texts.map(|text| format!("{text}\n")).collect()
    }
}

fn say(text: &str) {
    // There is nowhere to complain if the terminal has gone.
    let _ = std::io::stderr().write_all(text.as_bytes());
}
