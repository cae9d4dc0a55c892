//! Indenting, dedenting and measuring text as the reference's `textwrap` and `traceback` do.

use unicode_width::UnicodeWidthChar;

/// The lines of `text` with their ends, at every line end that the language knows.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let is_end = |char: char| {
        matches!(
            char,
            '\n' | '\r' | '\x0b' | '\x0c' | '\x1c'..='\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}'
        )
    };
    let mut rest = text;
    std::iter::from_fn(move || {
        let at = match rest.find(is_end) {
            Some(at) if rest[at..].starts_with("\r\n") => at + 2,
            Some(at) => at + rest[at..].chars().next().map_or(0, char::len_utf8),
            None => rest.len(),
        };
        let (line, after) = rest.split_at(at);
        rest = after;
        (!line.is_empty()).then_some(line)
    })
}

/// `text` with `margin` before every line.
pub(super) fn indent(text: &str, margin: &str) -> String {
    lines(text).flat_map(|line| [margin, line]).collect()
}

/// `text` without the blanks that all its lines begin with; lines of blanks become empty.
pub(super) fn dedent(text: &str) -> String {
    let is_blank = |char: char| char == ' ' || char == '\t';
    let blanked: Vec<&str> = text
        .split('\n')
        .map(|line| if line.chars().all(is_blank) { "" } else { line })
        .collect();
    let mut margin: Option<&str> = None;
    for line in blanked.iter().filter(|line| !line.is_empty()) {
        let indent = &line[..line.len() - line.trim_start_matches(is_blank).len()];
        margin = Some(match margin {
            None => indent,
            Some(margin) => {
                let common = margin
                    .bytes()
                    .zip(indent.bytes())
                    .take_while(|(left, right)| left == right);
                &margin[..common.count()]
            }
        });
    }
    let margin = margin.unwrap_or_default();
    let dedented: Vec<&str> = blanked
        .iter()
        .map(|line| line.strip_prefix(margin).unwrap_or(line))
        .collect();
    dedented.join("\n")
}

/// How many columns the first `count` characters of `line` take on a terminal, where wide ones take two.
pub(super) fn display_width(line: &str, count: usize) -> usize {
    if line.is_ascii() {
        return count;
    }
    line.chars()
        .take(count)
        .map(|char| if char.width() == Some(2) { 2 } else { 1 })
        .sum()
}

/// How many characters of `line` begin before the byte at `column`.
pub(super) fn characters_before(line: &str, column: u32) -> usize {
    line.char_indices()
        .take_while(|(at, _)| *at < column as usize)
        .count()
}
