//! What is pasted from a document: the prompts and outputs of a session are taken away, and so is an indentation that all
//! lines have.

use super::block::blank_before;

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

/// The texts of the sessions and programs of a document, block by block.
pub fn sessions_of_document(text: &str) -> Vec<String> {
    let mut texts = Vec::new();
    let mut block: Option<String> = None;
    for line in text.lines() {
        let fence = line.trim_start().strip_prefix("```");
        match (&mut block, fence) {
            (Some(_), Some(_)) => {
                let code = block.take().unwrap_or_default();
                texts.extend(session(&code).unwrap_or_else(|| vec![code]));
            }
            (Some(code), None) => {
                code.push_str(line);
                code.push('\n');
            }
            (None, Some(language)) => {
                let name = language.split([' ', '{']).next().unwrap_or_default();
                // What is in another language is left out.
                let is_code = matches!(name, "python" | "py" | "python3" | "pycon");
                block = Some(String::new()).filter(|_| is_code);
            }
            (None, None) => {}
        }
    }
    texts
}

/// The text that a session ends with; what is no session as it is.
pub fn last_of_session(text: String) -> String {
    match session(&text).and_then(|mut texts| texts.pop()) {
        // Its last line is still being typed.
        Some(last) => {
            last.trim_end_matches('\n').to_owned() + if text.ends_with("...") { "\n" } else { "" }
        }
        None => text,
    }
}

/// `text` without the indentation that its first line has, if all lines have it.
pub fn moved_out(text: &str) -> String {
    let full = || text.split('\n').filter(|line| !line.trim().is_empty());
    let indent = full().next().map_or("", blank_before);
    if indent.is_empty() || !full().all(|line| line.starts_with(indent)) {
        return text.to_owned();
    }
    let lines = text.split('\n');
    let lines: Vec<&str> = lines
        .map(|line| line.strip_prefix(indent).unwrap_or_default())
        .collect();
    lines.join("\n")
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
    use super::{moved_out, session};

    #[test]
    fn prompts_and_outputs_go() {
        let text = "  >>> for x in (1, 2):\n  ...     print(x)\n  ...\n  1\n  2\n  >>> x\n  2\n";
        let texts = session(text).expect("a session");
        assert_eq!(texts, ["for x in (1, 2):\n    print(x)\n\n", "x\n"]);
    }

    #[test]
    fn what_all_lines_have_goes() {
        assert_eq!(moved_out("  a:\n    b\n\n  c"), "a:\n  b\n\nc");
        assert_eq!(moved_out("  a\nb"), "  a\nb");
    }

    #[test]
    fn programs_stay() {
        assert_eq!(session("x = 1\n>>> y\n"), None);
        assert_eq!(session(""), None);
    }
}
