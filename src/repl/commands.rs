//! The commands of the prompt, which begin with a colon.

use super::record::Record;
use super::{paste, run as run_text};
use snakelet::embed::{Ending, Interpreter, Session};
use snakelet::event_loop::clock::Choice;
use std::io::Write;
use std::path::{Path, PathBuf};
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
    typed: &mut Record,
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
            let (start, virtual_start) = (Instant::now(), session.virtual_seconds());
            let ending = run_text(session, rest);
            let span = start.elapsed().as_secs_f64();
            match (virtual_start, session.virtual_seconds()) {
                (Some(start), Some(end)) => {
                    say(&format!(
                        "{:.6} s on the virtual clock, {span:.6} s in life\n",
                        end - start
                    ));
                }
                _ => say(&format!("{span:.6} s\n")),
            }
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
        "doc" if rest.is_empty() => say("of what? `:doc asyncio.sleep`\n"),
        "doc" => return session.run(&session.help_text(rest)),
        "load" => return load(rest, session, typed),
        "save" => save(rest, typed),
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
        return say("no tasks\n");
    }
    let ages: Vec<String> = tasks
        .iter()
        .map(|task| format!("{:.1} s", task.age))
        .collect();
    let widest = |lengths: &mut dyn Iterator<Item = usize>| lengths.max().unwrap_or(0);
    let names = widest(&mut tasks.iter().map(|task| task.name.chars().count()));
    let spans = widest(&mut ages.iter().map(String::len));
    for (task, age) in tasks.iter().zip(&ages) {
        let (name, waits, place) = (&task.name, &task.waits, &task.place);
        say(&format!(
            "{name:names$}  {age:>spans$}  waits for {waits}, in {place}\n"
        ));
    }
}

/// Runs the texts of a file as if they were typed: a session, or a program.
fn load(file: &str, session: &Session<'_>, typed: &mut Record) -> Option<Ending> {
    let text = match std::fs::read(home(file)) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(error) => {
            say(&format!("cannot read {file:?}: {error}\n"));
            return None;
        }
    };
    let texts = match Path::new(file).extension().is_some_and(|name| name == "md") {
        true => paste::sessions_of_document(&text),
        false => paste::session(&text).unwrap_or_else(|| vec![text]),
    };
    for text in texts {
        let ending = session.run(&text);
        if ending.is_some() {
            return ending;
        }
        typed.keep(&text, b"", session.outcome());
    }
    None
}

/// Keeps what was typed: as a document, if the name ends so, else as a program.
fn save(file: &str, typed: &Record) {
    if file.is_empty() {
        return say("where to? `:save FILE.py` or `:save FILE.md`\n");
    }
    let saved = match Path::new(file).extension().is_some_and(|name| name == "md") {
        true => typed.document(),
        false => typed.program(),
    };
    if let Err(error) = std::fs::write(home(file), &saved.content) {
        return say(&format!("cannot write {file:?}: {error}\n"));
    }
    let count = saved.count;
    let texts = if count == 1 { "text" } else { "texts" };
    say(&format!("saved {count} {texts} to {file}\n"));
    if saved.awaits {
        say(
            "they await outside of functions, which only the prompt allows: `:load` runs them there\n",
        );
    }
}

/// A path, in which `~` stands for the user's folder.
fn home(file: &str) -> PathBuf {
    match (file.strip_prefix("~/"), std::env::var_os("HOME")) {
        (Some(rest), Some(home)) => PathBuf::from(home).join(rest),
        _ => PathBuf::from(file),
    }
}

fn say(text: &str) {
    // There is nowhere to complain if the terminal has gone.
    let _ = std::io::stderr().write_all(text.as_bytes());
}
