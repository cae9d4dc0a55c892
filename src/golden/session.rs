//! Sessions: what somebody typed behind `>>>`, and what came back.

use super::example::lines;
use snakelet::embed::is_incomplete;

/// One text and what came back.
pub struct Turn {
    /// The text.
    pub code: String,
    /// What the document shows behind it.
    pub shown: String,
    /// In which line of the session what it shows begins, counted from 0.
    pub shown_at: usize,
}

/// Whether a text begins as a session.
pub fn is_session(text: &str) -> bool {
    let first = text.lines().find(|line| !line.trim().is_empty());
    first.is_some_and(is_prompt)
}

/// Whether a session begins somewhere in a text.
pub fn has_prompt(text: &str) -> bool {
    text.lines().any(is_prompt)
}

fn is_prompt(line: &str) -> bool {
    line.trim_start().starts_with(">>> ")
}

/// What stands before each line of a session.
pub fn indent(text: &str) -> &str {
    let first = text.lines().find(|line| is_prompt(line)).unwrap_or("");
    &first[..first.len() - first.trim_start().len()]
}

/// The turns of a session.
pub fn turns(text: &str) -> Vec<Turn> {
    let indent = indent(text);
    let mut turns: Vec<Turn> = Vec::new();
    for (number, line) in lines(text).enumerate() {
        let line = line.trim_end_matches(['\n', '\r']);
        let line = line.strip_prefix(indent).unwrap_or(line);
        let behind = |prompt: &str| {
            let rest = line.strip_prefix(prompt)?;
            rest.strip_prefix(' ')
                .or_else(|| rest.is_empty().then_some(""))
        };
        if let Some(code) = behind(">>>") {
            turns.push(Turn {
                code: format!("{code}\n"),
                shown: String::new(),
                shown_at: number + 1,
            });
        } else if let Some(last) = turns.last_mut() {
            match behind("...").filter(|code| last.shown.is_empty() && goes_on(&last.code, code)) {
                Some(code) => {
                    last.code.push_str(code);
                    last.code.push('\n');
                    last.shown_at = number + 1;
                }
                None => {
                    last.shown.push_str(line);
                    last.shown.push('\n');
                }
            }
        }
    }
    turns
}

/// Whether a line behind `...` belongs to what was typed. A bare `...` behind a whole statement stands for any output.
fn goes_on(code: &str, line: &str) -> bool {
    !line.is_empty() || code.lines().count() > 1 || is_incomplete(code)
}

/// What an error looks like in a session, where only its first and last lines count.
pub fn without_frames(text: &str) -> String {
    let Some(at) = text.find("Traceback (most recent call last):") else {
        return text.to_owned();
    };
    let mut lines: Vec<&str> = text[..at].lines().collect();
    lines.push("Traceback (most recent call last):");
    lines.extend(
        text[at..]
            .lines()
            .skip(1)
            .filter(|line| !line.starts_with(' ') && line.trim() != "..."),
    );
    lines.join("\n")
}

/// What a document shows, with the empty lines that are written out in it.
pub fn with_blank_lines(shown: &str) -> String {
    let lines = shown.lines().map(|line| match line.trim() {
        "<BLANKLINE>" => "",
        _ => line,
    });
    lines.map(|line| format!("{line}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::turns;

    #[test]
    fn turns_and_what_they_show() {
        let text = "  >>> for i in x:\n  ...     i\n  ...\n  0\n\n  >>> f()\n  ...\n  end\n";
        let turns = turns(text);
        assert_eq!(
            (&*turns[0].code, &*turns[0].shown),
            ("for i in x:\n    i\n\n", "0\n\n")
        );
        assert_eq!((&*turns[1].code, &*turns[1].shown), ("f()\n", "...\nend\n"));
        assert_eq!(turns[1].shown_at, 6);
    }
}
