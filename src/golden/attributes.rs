//! The attributes of an example: words behind the language of a fence, or in a comment before it.

use super::example::Attributes;

/// Reads words such as `skip exit=3 clock=virtual:12:00:00` into `into`.
pub fn read(words: &str, into: &mut Attributes) -> Result<(), String> {
    let words = words.trim().trim_start_matches('{').trim_end_matches('}');
    for word in split(words) {
        let (name, value) = match word.split_once('=') {
            Some((name, value)) => (name, Some(value.trim_matches(['"', '\'']))),
            None => (&*word, None),
        };
        read_one(name, value, into)?;
    }
    contradiction(into)
}

fn read_one(name: &str, value: Option<&str>, into: &mut Attributes) -> Result<(), String> {
    let needed = || {
        value
            .map(str::to_owned)
            .filter(|value| !value.is_empty())
            .ok_or_else(|| format!("the attribute `{name}` needs a value: `{name}=…`"))
    };
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
    let number = |text: String| {
        text.parse::<f64>()
            .ok()
            .filter(|number| *number >= 0.0)
            .ok_or_else(|| format!("`{name}={text}`: a number is needed"))
    };
    match name {
        "exit" => into.exit = Some(number(needed()?)? as i32),
        "seed" => into.seed = Some(number(needed()?)? as u32),
        "timeout" => into.timeout = Some(number(needed()?)?),
        "file" => {
            let file = needed()?;
            if file.starts_with('/') || file.split('/').any(|part| part == "..") {
                return Err(format!(
                    "`file={file}`: only files below the example's own folder"
                ));
            }
            into.file = Some(file);
        }
        "stdin" => into.stdin = Some(needed()?.replace("\\n", "\n")),
        "clock" => into.clock = Some(needed()?),
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

fn contradiction(attributes: &Attributes) -> Result<(), String> {
    let ends = attributes.error || attributes.exit.is_some();
    match attributes {
        Attributes { skip: true, .. } if ends || attributes.continues || attributes.hidden => {
            Err("`skip` runs nothing, so that no other attribute makes sense".to_owned())
        }
        Attributes { no_run: true, .. } if ends || attributes.stdin.is_some() => {
            Err("`no-run` ends in no way and reads nothing".to_owned())
        }
        Attributes {
            error: true,
            exit: Some(0),
            ..
        } => Err("`error` and `exit=0` contradict each other".to_owned()),
        _ => Ok(()),
    }
}

/// Words at blanks and commas; quotes keep one together.
fn split(text: &str) -> Vec<String> {
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
    words.retain(|word| !word.is_empty());
    words
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
        let read =
            attributes("exit=3, stdin='a b\\n' clock=virtual:12:00:00 unordered").expect("right");
        assert_eq!((read.exit, read.stdin.as_deref()), (Some(3), Some("a b\n")));
        assert_eq!(read.clock.as_deref(), Some("virtual:12:00:00"));
        assert!(read.unordered && !read.skip);
    }

    #[test]
    fn mistakes_are_named() {
        for wrong in [
            "skipp",
            "exit",
            "exit=x",
            "skip=1",
            "skip exit=1",
            "error exit=0",
            "file=../x",
        ] {
            assert!(attributes(wrong).is_err(), "{wrong}");
        }
    }
}
