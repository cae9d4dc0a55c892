//! What is pasted from a document: the prompts and outputs of a session are taken away.

/// The texts to run one after the other, if `text` is a session with prompts: each is what stood behind one `>>>`.
pub fn session(text: &str) -> Option<Vec<String>> {
    let first = text.lines().find(|line| !line.trim().is_empty())?;
    let indent = &first[..first.len() - first.trim_start().len()];
    after_prompt(first.trim_start(), ">>>")?;
    let mut texts: Vec<String> = Vec::new();
    for line in text.lines() {
        let line = line.strip_prefix(indent).unwrap_or(line);
        if let Some(code) = after_prompt(line, ">>>") {
            texts.push(format!("{code}\n"));
        } else if let (Some(code), Some(last)) = (after_prompt(line, "..."), texts.last_mut()) {
            last.push_str(code);
            last.push('\n');
        }
    }
    Some(texts)
}

/// What stands behind a prompt; `None`: there is no prompt.
fn after_prompt<'a>(line: &'a str, prompt: &str) -> Option<&'a str> {
    let rest = line.strip_prefix(prompt)?;
    match rest.strip_prefix(' ') {
        Some(code) => Some(code),
        None => rest.is_empty().then_some(""),
    }
}

#[cfg(test)]
mod tests {
    use super::session;

    #[test]
    fn prompts_and_outputs_go() {
        let text = "  >>> for x in (1, 2):\n  ...     print(x)\n  ...\n  1\n  2\n  >>> x\n  2\n";
        let texts = session(text).expect("a session");
        assert_eq!(texts, ["for x in (1, 2):\n    print(x)\n\n", "x\n"]);
    }

    #[test]
    fn programs_stay() {
        assert_eq!(session("x = 1\n>>> y\n"), None);
        assert_eq!(session(""), None);
    }
}
