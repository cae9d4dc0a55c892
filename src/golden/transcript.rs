//! Transcripts: commands behind a prompt, and what a terminal shows behind each. Of interest are those that run a program.

use std::ops::Range;

/// A command that runs a program, and what comes back.
pub struct Run {
    /// The name of the program's file.
    pub name: String,
    /// The words behind it.
    pub arguments: Vec<String>,
    /// Where the command's line begins.
    pub at: usize,
    /// Where its output stands.
    pub range: Range<usize>,
    /// The status that `echo $?` shows behind it.
    pub status: Option<i32>,
}

/// Programs that are no interpreters, though the name of a script may stand behind them.
const OTHERS: &[&str] = &[
    "cat", "less", "more", "head", "tail", "ls", "vi", "vim", "nvim", "nano", "emacs", "code",
    "touch", "rm", "mv", "cp", "chmod", "wc", "diff", "echo", "git", "black", "ruff", "mypy",
    "pylint", "flake8", "pip", "pip3", "curl", "wget", "grep", "sed", "mkdir", "cd", "isort",
    "pyright", "pytest", "tree", "file", "stat", "open", "bat", "ed", "subl", "gedit",
];

/// The commands of a transcript that run programs; none, if the text does not begin with such a command.
pub fn runs(text: &str) -> Vec<Run> {
    let start = text.len() - text.trim_start().len();
    let Some((prompt, _)) = text[start..].lines().next().and_then(first_command) else {
        return Vec::new();
    };
    let prompt = prompt.to_owned();
    let mut runs: Vec<Run> = Vec::new();
    let mut is_open = false;
    let mut asks_status = false;
    let mut offset = start;
    for line in super::example::lines(&text[start..]) {
        let plain = line.trim_end();
        let command = if plain == prompt.trim_end() {
            Some("")
        } else {
            plain.strip_prefix(&prompt)
        };
        match command {
            Some(command) => {
                is_open = false;
                asks_status = command.trim() == "echo $?";
                if let Some((name, arguments)) = program(command) {
                    is_open = true;
                    let end = offset + line.len();
                    runs.push(Run {
                        name,
                        arguments,
                        at: offset,
                        range: end..end,
                        status: None,
                    });
                }
            }
            None if is_open => {
                if let Some(run) = runs.last_mut() {
                    run.range.end = offset + line.len();
                }
            }
            None if asks_status => {
                if let (Some(run), Ok(status)) = (runs.last_mut(), plain.trim().parse()) {
                    run.status = Some(status);
                }
                asks_status = false;
            }
            None => {}
        }
        offset += line.len();
    }
    runs
}

/// Whether a text begins with a command that runs a program.
pub fn is_transcript(text: &str) -> bool {
    text.trim_start()
        .lines()
        .next()
        .is_some_and(|line| first_command(line).is_some())
}

/// The prompt of a line, and the command behind it that runs a program: `(venv) me@home:~$ python3 x.py`.
fn first_command(line: &str) -> Option<(&str, &str)> {
    let mut from = 0;
    if line.starts_with('(') {
        from = line.find(") ")? + 2;
    }
    let sign = from + line[from..].find(['$', '%'])?;
    let before = &line[from..sign];
    let is_prompt = (before.is_empty() || before.contains(['@', '~', ':', '/']))
        && !before.contains(char::is_whitespace)
        && line[sign + 1..].starts_with(' ');
    if !is_prompt {
        return None;
    }
    let (prompt, command) = line.split_at(sign + 2);
    program(command).map(|_| (prompt, command))
}

/// The name of the program that a command runs, and its arguments.
fn program(command: &str) -> Option<(String, Vec<String>)> {
    let words: Vec<&str> = command.split_whitespace().collect();
    let at = words
        .iter()
        .position(|word| word.ends_with(".py") && !word.starts_with('-'))?;
    let base = |word: &str| word.rsplit('/').next().unwrap_or(word).to_owned();
    let first = base(words[0]);
    let is_interpreter = at > 0 && !OTHERS.contains(&&*first) || words[0].starts_with("./");
    if !is_interpreter {
        return None;
    }
    let ends = |word: &&&str| !["|", ">", "<", "&&", ";", "&", "2>&1", "||", ">>"].contains(word);
    let arguments = words[at + 1..].iter().take_while(ends);
    let arguments = arguments.map(|word| word.trim_matches(['"', '\'']).to_owned());
    Some((base(words[at]), arguments.collect()))
}

#[cfg(test)]
mod tests {
    use super::{is_transcript, runs};

    #[test]
    fn commands_and_their_outputs() {
        let text = "$ python3 a.py x 'y'\nout\n$ cat a.py\nnothing\n$ ./a.py\n$ echo $?\n3\n$\n";
        let found = runs(text);
        assert_eq!(found.len(), 2);
        assert_eq!(
            (&*found[0].name, &*found[0].arguments),
            ("a.py", &["x".to_owned(), "y".to_owned()][..])
        );
        assert_eq!(&text[found[0].range.clone()], "out\n");
        assert_eq!(
            (&text[found[1].range.clone()], found[1].status),
            ("", Some(3))
        );
    }

    #[test]
    fn prompts_and_interpreters() {
        for line in [
            "$ pypy3 x.py",
            "% py -3 x.py",
            "(venv) me@home:~/a$ uv run x.py",
            "$ ./x.py",
        ] {
            assert!(is_transcript(line), "{line}");
        }
        for line in [
            "$ cat x.py",
            "python3 x.py",
            "It costs 3 $ for x.py",
            "$ pip install x",
            "100% of x.py",
        ] {
            assert!(!is_transcript(line), "{line}");
        }
    }
}
