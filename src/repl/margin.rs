//! The margin: what stands before each further line of a text while it is edited. It is a part of the edited text, since the
//! editor takes columns from that, and is taken off what was typed before anything is made of it. Keys that would enter it or
//! tear it are looked after in `keys.rs`.

/// The second prompt.
pub const MARGIN: &str = "... ";

/// `text` with a margin before each line but the first.
pub fn with(text: &str) -> String {
    text.replace('\n', &format!("\n{MARGIN}"))
}

/// `text` without the margins.
pub fn without(text: &str) -> String {
    let mut lines = text.split('\n');
    let mut plain = lines.next().unwrap_or_default().to_owned();
    for line in lines {
        plain.push('\n');
        plain.push_str(&line[width(line)..]);
    }
    plain
}

/// The length of the margin that begins a line, as far as it is there.
fn width(line: &str) -> usize {
    if line.starts_with(MARGIN) {
        MARGIN.len()
    } else if line == MARGIN.trim_end() {
        line.len()
    } else {
        0
    }
}

/// The line that an offset of an edited text is in.
pub struct Line<'a> {
    /// Where it begins.
    pub start: usize,
    /// Where its margin ends.
    pub inner: usize,
    /// Where it ends.
    pub end: usize,
    /// What stands between its margin and the offset.
    pub before: &'a str,
}

/// The line that contains the offset `at` of `text`.
pub fn line(text: &str, at: usize) -> Line<'_> {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
    let inner = match start {
        0 => 0,
        _ => start + width(&text[start..end]),
    };
    Line {
        start,
        inner,
        end,
        before: text.get(inner..at).unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::{line, with, without};

    #[test]
    fn margins_come_and_go() {
        let text = "def f():\n    ...\n... x\n";
        assert_eq!(with(text), "def f():\n...     ...\n... ... x\n... ");
        assert_eq!(without(&with(text)), text);
        assert_eq!(without("a\n...\nb"), "a\n\nb");
    }

    #[test]
    fn lines_are_found() {
        let found = line("if a:\n...   b", 12);
        assert_eq!((found.start, found.inner, found.end), (6, 10, 13));
        assert_eq!(found.before, "  ");
        assert_eq!(line("if a:\n...   b", 8).before, "");
        assert_eq!(line("... a", 5).inner, 0);
    }
}
