//! Texts of several lines: whether one needs another line, how that is indented, and which lines of a burst belong to it for
//! sure.

use snakelet::embed::is_incomplete;

/// How many columns one level of a block is indented by.
pub const INDENT: &str = "    ";

/// Words that end a block.
const ENDS: &[&str] = &["return", "pass", "break", "continue", "raise"];

/// Words that go on with a statement one level further out.
const CLAUSES: &[&str] = &["elif", "else", "except", "finally", "case"];

/// Whether a text needs another line; one that was left empty ends a block.
pub fn needs_more(text: &str) -> bool {
    let kept = text.trim_end_matches([' ', '\t']);
    is_incomplete(kept)
}

/// The indentation of the line that follows `text`.
pub fn indent_behind(text: &str) -> String {
    Scan::of(text).indent_behind(last_line(text))
}

/// Whether a line goes on with a statement one level further out.
pub fn is_clause(line: &str) -> bool {
    first_word(line.trim_start()).is_some_and(|word| CLAUSES.contains(&word))
}

/// The last line of `text` one or more levels further out, if it is a clause such as `else:` that fits only there.
pub fn clause_moved_out(text: &str) -> Option<String> {
    let last = last_line(text);
    let code = last.trim_start();
    let own = blank_before(last);
    let before = &text[..text.len() - last.len()];
    if !is_clause(last) || is_incomplete(text) {
        return None;
    }
    let levels = own.len() / INDENT.len();
    (0..levels).rev().find_map(|level| {
        let line = format!("{}{code}", INDENT.repeat(level));
        is_incomplete(&format!("{before}{line}")).then_some(line)
    })
}

fn last_line(text: &str) -> &str {
    text.rsplit('\n').next().unwrap_or(text)
}

/// The blanks that begin a line.
pub fn blank_before(line: &str) -> &str {
    &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
}

fn first_word(code: &str) -> Option<&str> {
    code.split(|c: char| !c.is_alphanumeric() && c != '_')
        .next()
}

/// Where a text stands after its last line, told from its characters alone: what begins and ends strings, brackets and
/// comments. It goes on line by line, so that a burst of thousands of lines is not parsed anew at each.
#[derive(Default)]
pub struct Scan {
    /// How many brackets are open.
    depth: usize,
    /// The quotes of the string that is open.
    string: Option<(char, bool)>,
    /// Whether the last line ends with a backslash.
    continues: bool,
    /// Whether the last line ends with a colon outside brackets.
    ends_with_colon: bool,
    /// Whether a line before has.
    in_block: bool,
}

impl Scan {
    /// Where `text` ends.
    pub fn of(text: &str) -> Scan {
        let mut scan = Scan::default();
        for line in text.split('\n') {
            scan.go_on(line);
        }
        scan
    }

    /// Goes on over `line`; `true`: the text needs more lines for sure.
    pub fn go_on(&mut self, line: &str) -> bool {
        let was_open = self.is_open();
        let mut rest = line.chars().peekable();
        let mut last = ' ';
        self.continues = false;
        while let Some(c) = rest.next() {
            if let Some((quote, triple)) = self.string {
                if c == '\\' {
                    self.continues = rest.next().is_none();
                } else if c == quote && (!triple || takes_two(&mut rest, quote)) {
                    self.string = None;
                    last = c;
                }
                continue;
            }
            match c {
                '#' => break,
                '\'' | '"' => self.string = Some((c, takes_two(&mut rest, c))),
                '(' | '[' | '{' => self.depth += 1,
                ')' | ']' | '}' => self.depth = self.depth.saturating_sub(1),
                '\\' if rest.peek().is_none() => self.continues = true,
                _ => {}
            }
            if !c.is_whitespace() {
                last = c;
            }
        }
        // A string in single quotes ends with its line, unless that goes on.
        if !self.continues {
            self.string = self.string.filter(|(_, triple)| *triple);
        }
        self.ends_with_colon = self.depth == 0 && self.string.is_none() && last == ':';
        self.in_block |= self.ends_with_colon;
        let is_indented = line.starts_with([' ', '\t']) && !line.trim().is_empty();
        self.is_open() || self.in_block && (is_indented || was_open)
    }

    /// The indentation of the line that follows `line`, the last one.
    pub fn indent_behind(&self, line: &str) -> String {
        if self.string.is_some() {
            return String::new();
        }
        let own = blank_before(line);
        if self.ends_with_colon {
            return format!("{own}{INDENT}");
        }
        let ends_block = first_word(line.trim()).is_some_and(|word| ENDS.contains(&word));
        if self.depth == 0 && ends_block {
            return own.strip_suffix(INDENT).unwrap_or("").to_owned();
        }
        own.to_owned()
    }

    fn is_open(&self) -> bool {
        self.depth > 0 || self.string.is_some() || self.continues
    }
}

/// Whether two more of a quote follow, which are taken. Two alone, an empty string, are no beginning of three.
fn takes_two(rest: &mut std::iter::Peekable<std::str::Chars<'_>>, quote: char) -> bool {
    let mut ahead = rest.clone();
    let three = ahead.next() == Some(quote) && ahead.next() == Some(quote);
    if three {
        *rest = ahead;
    }
    three
}

#[cfg(test)]
mod tests {
    use super::{Scan, clause_moved_out, indent_behind, needs_more};

    #[test]
    fn blocks_go_on_until_an_empty_line() {
        for open in [
            "def f():",
            "def f():\n    pass",
            "x = (",
            "'''a",
            "if x:\n  y\nelse:",
            "@d",
        ] {
            assert!(needs_more(open), "{open}");
        }
        for done in [
            "x",
            "",
            "def f():\n    pass\n    ",
            "def f(): pass\n",
            "x = )",
            "a\nb",
            "x = 'a",
        ] {
            assert!(!needs_more(done), "{done}");
        }
    }

    #[test]
    fn lines_are_indented() {
        assert_eq!(indent_behind("def f():"), "    ");
        assert_eq!(indent_behind("def f():  # why"), "    ");
        assert_eq!(indent_behind("def f():\n    x = 1"), "    ");
        assert_eq!(indent_behind("def f():\n    return 1"), "");
        assert_eq!(indent_behind("x = (1,"), "");
        assert_eq!(indent_behind("x = {1:"), "");
        assert_eq!(indent_behind("def f():\n    '''a:"), "");
    }

    #[test]
    fn clauses_move_out() {
        let text = "if a:\n    for b in c:\n        d\n        else:";
        assert_eq!(clause_moved_out(text).as_deref(), Some("    else:"));
        assert_eq!(clause_moved_out("if a:\n    b\nelse:"), None);
        assert_eq!(clause_moved_out("if a:\n    else_ = 1"), None);
    }

    #[test]
    fn lines_that_go_on_are_told_from_characters() {
        let mut scan = Scan::of("def f(a='#', b=\"(\"):");
        assert!(scan.go_on("    x = '''one"));
        assert!(scan.go_on("two"));
        assert!(scan.go_on("three''' + \"\""));
        assert!(scan.go_on("    return x"));
        assert!(!scan.go_on(""));
        let mut scan = Scan::of("x = [");
        assert!(scan.go_on("1, # ]"));
        assert!(scan.go_on("'it\\'s', \\"));
        assert!(!scan.go_on("2]"));
    }
}
