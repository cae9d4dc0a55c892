//! The attributes of an example: words behind the language of a fence, or in a comment before it.

use snakelet::event_loop::clock::Choice;

/// How an example is run.
#[derive(Clone, Default, PartialEq, Debug)]
pub struct Attributes {
    /// Not at all, and nothing is said against it.
    pub skip: bool,
    /// It is only compiled.
    pub no_run: bool,
    /// It ends with an error.
    pub error: bool,
    /// The status it ends with.
    pub exit: Option<i32>,
    /// It goes on where the program before has ended.
    pub continues: bool,
    /// It runs before each program of the document.
    pub hidden: bool,
    /// It is a file that the next programs find.
    pub file: Option<String>,
    /// What it reads.
    pub stdin: Option<String>,
    /// The clock.
    pub clock: Option<String>,
    /// The seed of string hashes.
    pub seed: Option<u32>,
    /// How many seconds it may take.
    pub timeout: Option<f64>,
    /// Whom it belongs to.
    pub group: Option<String>,
    /// The lines of its output come in any order.
    pub unordered: bool,
    /// The name in the transcript.
    pub name: Option<String>,
    /// The words behind that name.
    pub arguments: Vec<String>,
}

/// The longest time that `timeout=` may give, in seconds.
const LONGEST: f64 = 1e6;

/// Reads words such as `skip exit=3 clock=virtual:12:00:00` into `into`.
pub fn read(words: &str, into: &mut Attributes) -> Result<(), String> {
    let words = words.trim();
    let words = words
        .strip_prefix('{')
        .and_then(|inner| inner.strip_suffix('}'))
        .unwrap_or(words);
    let mut seen: Vec<String> = Vec::new();
    for word in split(words)? {
        let (name, value) = match word.split_once('=') {
            Some((name, value)) => (name, Some(value)),
            None => (&*word, None),
        };
        if seen.iter().any(|known| known == name) {
            return Err(format!("the attribute `{name}` stands there twice"));
        }
        seen.push(name.to_owned());
        read_one(name, value, into)?;
    }
    contradiction(into)
}

fn read_one(name: &str, value: Option<&str>, into: &mut Attributes) -> Result<(), String> {
    let flag = match name {
        "skip" => Some(&mut into.skip),
        "no-run" => Some(&mut into.no_run),
        "error" => Some(&mut into.error),
        "continue" => Some(&mut into.continues),
        "hidden" => Some(&mut into.hidden),
        "unordered" => Some(&mut into.unordered),
        _ => None,
    };
    if let Some(flag) = flag {
        if value.is_some() {
            return Err(format!("the attribute `{name}` takes no value"));
        }
        *flag = true;
        return Ok(());
    }
    let needed = || {
        value
            .map(str::to_owned)
            .filter(|value| !value.is_empty() || name == "stdin")
            .ok_or_else(|| format!("the attribute `{name}` needs a value: `{name}=…`"))
    };
    match name {
        "exit" => into.exit = Some(whole(name, &needed()?, 255)? as i32),
        "seed" => into.seed = Some(whole(name, &needed()?, u32::MAX)?),
        "timeout" => {
            let text = needed()?;
            let seconds = text.parse::<f64>().ok();
            into.timeout = Some(
                seconds
                    .filter(|seconds| *seconds > 0.0 && *seconds <= LONGEST)
                    .ok_or_else(|| format!("`timeout={text}`: a number of seconds is needed"))?,
            );
        }
        "file" => {
            let file = needed()?;
            let is_below = file.split('/').all(|part| !matches!(part, "" | "." | ".."));
            if !is_below || file.contains('\0') {
                return Err(format!(
                    "`file={file}`: only files below the example's own folder"
                ));
            }
            into.file = Some(file);
        }
        "stdin" => into.stdin = Some(unescaped(&needed()?)),
        "clock" => {
            let clock = needed()?;
            Choice::parse(&clock).map_err(|wrong| format!("`clock={clock}`: {wrong}"))?;
            into.clock = Some(clock);
        }
        "group" => into.group = Some(needed()?),
        _ => {
            return Err(format!(
                "`{name}` is no attribute: there are skip, no-run, error, exit=, continue, hidden, unordered, file=, \
                 stdin=, clock=, seed=, timeout=, group="
            ));
        }
    }
    Ok(())
}

fn whole(name: &str, text: &str, most: u32) -> Result<u32, String> {
    text.parse()
        .ok()
        .filter(|number| *number <= most)
        .ok_or_else(|| format!("`{name}={text}`: a whole number up to {most} is needed"))
}

/// Text in which `\n`, `\t` and `\\` are what they are in strings.
fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        match (character, character == '\\') {
            (_, true) => match characters.next() {
                Some('n') => out.push('\n'),
                Some('t') => out.push('\t'),
                Some('\\') | None => out.push('\\'),
                Some(other) => out.extend(['\\', other]),
            },
            (character, false) => out.push(character),
        }
    }
    out
}

fn contradiction(own: &Attributes) -> Result<(), String> {
    let ends = own.error || own.exit.is_some();
    let reads = own.stdin.is_some();
    let is_timed = own.clock.is_some() || own.timeout.is_some() || own.seed.is_some();
    let both = |a: &str, b: &str| Err(format!("`{a}` and `{b}` contradict each other"));
    match own {
        _ if own.skip && (own.no_run || ends || reads || is_timed || own.unordered) => {
            Err("`skip` runs nothing, so that no other attribute makes sense".to_owned())
        }
        _ if own.skip && own.continues => both("skip", "continue"),
        _ if own.skip && own.hidden => both("skip", "hidden"),
        _ if own.no_run && (ends || reads || is_timed || own.unordered) => {
            Err("`no-run` ends in no way, reads nothing and takes no time".to_owned())
        }
        _ if own.no_run && own.continues => both("no-run", "continue"),
        _ if own.no_run && own.hidden => both("no-run", "hidden"),
        _ if own.error && own.exit == Some(0) => both("error", "exit=0"),
        _ if own.hidden && ends => Err(
            "`hidden` runs before other programs, so that it has to end without an error"
                .to_owned(),
        ),
        _ if own.hidden && own.file.is_some() => both("hidden", "file="),
        _ if own.hidden && (reads || is_timed || own.unordered) => Err(
            "`hidden` is part of other programs: their own attributes say how they run".to_owned(),
        ),
        _ if own.continues && own.file.is_some() => both("continue", "file="),
        _ => Ok(()),
    }
}

/// Words at blanks and commas; quotes keep one together.
fn split(text: &str) -> Result<Vec<String>, String> {
    let mut words = vec![String::new()];
    let mut quote = None;
    for character in text.chars() {
        match quote {
            Some(open) if character == open => quote = None,
            None if character == '"' || character == '\'' => quote = Some(character),
            None if character.is_whitespace() || character == ',' => words.push(String::new()),
            _ => {
                if let Some(word) = words.last_mut() {
                    word.push(character);
                }
            }
        }
    }
    if let Some(quote) = quote {
        return Err(format!("a quote {quote} is not closed"));
    }
    words.retain(|word| !word.is_empty());
    Ok(words)
}

#[cfg(test)]
mod tests {
    use super::{Attributes, read};

    fn attributes(words: &str) -> Result<Attributes, String> {
        let mut attributes = Attributes::default();
        read(words, &mut attributes).map(|()| attributes)
    }

    #[test]
    fn words_are_read() {
        let read = attributes("exit=3, stdin='a b\\n\\\\n' clock=virtual:12:00:00 unordered")
            .expect("right");
        assert_eq!(
            (read.exit, read.stdin.as_deref()),
            (Some(3), Some("a b\n\\n"))
        );
        assert_eq!(read.clock.as_deref(), Some("virtual:12:00:00"));
        assert!(read.unordered && !read.skip);
        assert!(attributes("{seed=7 timeout=2.5}").is_ok());
    }

    #[test]
    fn mistakes_are_named() {
        for wrong in [
            "skipp",
            "exit",
            "exit=x",
            "exit=1.5",
            "exit=256",
            "exit=-1",
            "exit=1 exit=2",
            "skip=1",
            "skip exit=1",
            "skip continue",
            "error exit=0",
            "file=../x",
            "file=a//b",
            "file=/x",
            "timeout=0",
            "timeout=inf",
            "timeout=nan",
            "timeout=1e300",
            "seed=x",
            "seed=4294967296",
            "clock=noon",
            "clock=virtual:25:00:00",
            "stdin='x",
            "no-run stdin=x",
            "hidden error",
            "hidden file=x",
            "continue file=x",
            "group",
            "group=",
        ] {
            assert!(attributes(wrong).is_err(), "{wrong}");
        }
    }
}
