//! Sessions: what somebody typed behind `>>>`, and what came back.

/// One text and what came back.
pub struct Turn {
    /// The text.
    pub code: String,
    /// What the document shows behind it.
    pub shown: String,
    /// In which line of the session it begins, counted from 0.
    pub line: usize,
}

/// Whether a text is a session.
pub fn is_session(text: &str) -> bool {
    let first = text.lines().find(|line| !line.trim().is_empty());
    first.is_some_and(|line| line.trim_start().starts_with(">>> "))
}

/// The turns of a session.
pub fn turns(text: &str) -> Vec<Turn> {
    let first = text
        .lines()
        .find(|line| !line.trim().is_empty())
        .unwrap_or("");
    let indent = &first[..first.len() - first.trim_start().len()];
    let mut turns: Vec<Turn> = Vec::new();
    for (number, line) in text.lines().enumerate() {
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
                line: number,
            });
        } else if let Some(last) = turns.last_mut() {
            match behind("...").filter(|_| last.shown.is_empty()) {
                Some(code) => {
                    last.code.push_str(code);
                    last.code.push('\n');
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
            .filter(|line| !line.starts_with(' ')),
    );
    lines.join("\n")
}
