//! Colours for what is being typed, from the tokens of the lexer.

use super::margin;
use snakelet_grammar::source::Source;
use snakelet_grammar::token::TokenKind;
use snakelet_grammar::tokens;

const RESET: &str = "\x1b[0m";
const KEYWORD: &str = "\x1b[1;34m";
const TEXT: &str = "\x1b[32m";
const NUMBER: &str = "\x1b[36m";
const COMMENT: &str = "\x1b[90m";
const MATCHING: &str = "\x1b[1;7m";

/// An edited text with colours, its margins faint.
pub fn edited(text: &str, cursor: usize) -> String {
    let plain = margin::without(text);
    let cursor = margin::without(&text[..cursor]).len();
    let lines = coloured(&plain, cursor);
    let mut out = String::with_capacity(lines.len() + text.len());
    for (index, (line, (own, code))) in lines
        .split('\n')
        .zip(text.split('\n').zip(plain.split('\n')))
        .enumerate()
    {
        if index > 0 {
            out.push('\n');
            out.push_str(&faint(&own[..own.len() - code.len()]));
        }
        out.push_str(line);
    }
    out
}

/// `text` in the colour of what is less important.
pub fn faint(text: &str) -> String {
    format!("{COMMENT}{text}{RESET}")
}

/// `line` with colours, and the bracket that matches the one at the cursor marked.
fn coloured(line: &str, cursor: usize) -> String {
    let marked = matching(line, cursor);
    let source = Source::new("<input>", line);
    let mut out = String::with_capacity(line.len() * 2);
    let mut at = 0;
    for token in tokens(&source) {
        let (start, end) = (token.span.start as usize, token.span.end as usize);
        // A text that lacks its last line end gets one; layout tokens may overlap what was written.
        let (Some(gap), Some(text)) = (line.get(at..start), line.get(start..end)) else {
            continue;
        };
        out.push_str(gap);
        let colour = match marked.filter(|marked| (start..end).contains(marked) && end - start == 1)
        {
            Some(_) => Some(MATCHING),
            None => colour_of(token.kind),
        };
        match colour {
            Some(colour) if !text.is_empty() => {
                // Each line by itself, since the editor draws it so.
                let lines: Vec<String> = text
                    .split('\n')
                    .map(|part| format!("{colour}{part}{RESET}"))
                    .collect();
                out.push_str(&lines.join("\n"));
            }
            _ => out.push_str(text),
        }
        at = end;
    }
    out.push_str(&line[at..]);
    out
}

fn colour_of(kind: TokenKind) -> Option<&'static str> {
    match kind {
        TokenKind::String
        | TokenKind::FStringStart
        | TokenKind::FStringMiddle
        | TokenKind::FStringEnd => Some(TEXT),
        TokenKind::Number => Some(NUMBER),
        TokenKind::Comment => Some(COMMENT),
        kind if kind.is_keyword() => Some(KEYWORD),
        _ => None,
    }
}

/// The offset of the bracket that belongs to the one before or at the cursor. Text within strings is not told apart.
fn matching(line: &str, cursor: usize) -> Option<usize> {
    let bytes = line.as_bytes();
    let is_bracket = |at: &usize| bytes.get(*at).is_some_and(|byte| b"()[]{}".contains(byte));
    let own = [cursor.checked_sub(1), Some(cursor)]
        .into_iter()
        .flatten()
        .find(is_bracket)?;
    let opens = b"([{".contains(&bytes[own]);
    let mut depth = 0usize;
    let step = |at: usize| {
        if opens {
            Some(at + 1)
        } else {
            at.checked_sub(1)
        }
    };
    let mut at = own;
    loop {
        match bytes.get(at)? {
            b'(' | b'[' | b'{' if opens => depth += 1,
            b')' | b']' | b'}' if opens => depth -= 1,
            b')' | b']' | b'}' => depth += 1,
            b'(' | b'[' | b'{' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at);
        }
        at = step(at)?;
    }
}

#[cfg(test)]
mod tests {
    use super::{coloured, matching};

    #[test]
    fn brackets_match() {
        assert_eq!(matching("f(a[1])", 7), Some(1));
        assert_eq!(matching("f(a[1])", 1), Some(6));
        assert_eq!(matching("f(a", 2), None);
        assert_eq!(matching("ä", 1), None);
    }

    #[test]
    fn nothing_but_colours_is_added() {
        for text in [
            "for x in 'é', 1: # ok\n  f'{x!r}'",
            "'open",
            "(\n",
            "\t\u{0}x",
            "é = '''a\nb'''",
        ] {
            let plain = strip(&coloured(text, 0));
            assert_eq!(plain, text);
        }
    }

    fn strip(text: &str) -> String {
        let mut parts = text.split("\x1b[");
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |all, part| {
            all + part.split_once('m').map_or("", |(_, rest)| rest)
        })
    }
}
