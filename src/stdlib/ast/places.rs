//! Where the things stand that the syntax tree has no spans for: stars before arguments, and the plain text in f-strings.

use super::Builder;
use snakelet_grammar::source::Span;

impl Builder<'_> {
    fn bytes(&self) -> &[u8] {
        self.source.text.as_bytes()
    }

    /// The place of an argument behind `*` or `**`, from the stars to its end.
    pub(super) fn starred(&self, value: Span, stars: &str) -> Span {
        let before = &self.source.text[..value.start as usize];
        let start = before.rfind(stars).unwrap_or(before.len());
        let opened = before[start..].bytes().filter(|&byte| byte == b'(').count();
        let end = self.behind_parentheses(value.end as usize, opened);
        Span::new(start as u32, end as u32)
    }

    /// The offset behind so many closing parentheses.
    fn behind_parentheses(&self, mut at: usize, mut count: usize) -> usize {
        let bytes = self.bytes();
        let mut end = at;
        while count > 0 && at < bytes.len() {
            match bytes[at] {
                b')' => {
                    count -= 1;
                    end = at + 1;
                }
                b'#' => {
                    while at < bytes.len() && bytes[at] != b'\n' {
                        at += 1;
                    }
                    continue;
                }
                b' ' | b'\t' | b'\n' | b'\r' | b'\\' | b'\x0c' => {}
                _ => break,
            }
            at += 1;
        }
        end
    }

    /// What stands between the quotes of an f-string (or of the first and the last of those that are joined).
    pub(super) fn between_quotes(&self, whole: Span) -> Span {
        let text = whole.text(self.source).as_bytes();
        let prefix = text
            .iter()
            .take_while(|byte| byte.is_ascii_alphabetic())
            .count();
        let run = |bytes: &mut dyn Iterator<Item = &u8>| {
            let mut bytes = bytes.peekable();
            let Some(&&quote) = bytes.peek() else {
                return 0;
            };
            let count = bytes.take_while(|&&byte| byte == quote).count();
            if count >= 3 { 3 } else { 1 }
        };
        let opening = run(&mut text[prefix..].iter());
        let closing = run(&mut text.iter().rev()).min(opening);
        let start = whole.start + (prefix + opening) as u32;
        let end = whole.end.saturating_sub(closing as u32).max(start);
        Span::new(start, end)
    }

    /// From the colon of a replacement field to before its closing brace.
    pub(super) fn format_spec(&self, field: Span, value: Span) -> Span {
        let text = &self.source.text[value.end as usize..field.end as usize];
        let colon = text.find(':').unwrap_or(0) as u32;
        Span::new(value.end + colon, field.end.saturating_sub(1))
    }
}
