//! The characters of a pattern or template, one escaped pair at a time, and what is found wrong with them.

use crate::text::repr;
use crate::text::unicode;
use crate::text::wtf8;

/// What is wrong with a pattern.
#[derive(Debug)]
pub enum Mistake {
    /// `re.PatternError` with its message and position.
    Syntax(String, usize),
    /// `ValueError`
    Value(String),
    /// `OverflowError`
    Overflow(String),
    /// `IndexError`
    Index(String),
    /// `re.PatternError` without a position.
    Pattern(&'static str),
    /// Groups that nest too deeply.
    TooDeep,
}

/// What to warn of.
#[derive(Debug)]
pub enum Warned {
    /// `FutureWarning`
    Future(String),
}

/// A character, or one behind a backslash.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    /// The character.
    pub code: u32,
    /// Whether a backslash stands before it.
    pub escaped: bool,
}

impl Token {
    /// Whether it is this character without a backslash.
    pub fn is(self, character: char) -> bool {
        !self.escaped && self.code == u32::from(character)
    }

    /// How many characters it takes.
    pub fn length(self) -> usize {
        1 + usize::from(self.escaped)
    }

    /// White space that a verbose pattern leaves out.
    pub fn is_verbose_space(self) -> bool {
        !self.escaped && matches!(self.code, 9..=13 | 32)
    }

    /// The character, if it is a plain ASCII one.
    pub fn ascii(self) -> Option<char> {
        match self.code {
            0..128 if !self.escaped => char::from_u32(self.code),
            _ => None,
        }
    }
}

/// Where reading stands.
pub struct Source<'a> {
    codes: &'a [u32],
    /// Whether it is text rather than bytes.
    pub is_text: bool,
    index: usize,
    next: Option<Token>,
}

impl<'a> Source<'a> {
    /// At the first character.
    pub fn new(codes: &'a [u32], is_text: bool) -> Result<Source<'a>, Mistake> {
        let mut source = Source {
            codes,
            is_text,
            index: 0,
            next: None,
        };
        source.advance()?;
        Ok(source)
    }

    /// The character that comes next.
    pub fn next(&self) -> Option<Token> {
        self.next
    }

    /// The plain ASCII character that comes next.
    pub fn next_ascii(&self) -> Option<char> {
        self.next.and_then(Token::ascii)
    }

    /// Goes one on.
    pub fn advance(&mut self) -> Result<(), Mistake> {
        let Some(&code) = self.codes.get(self.index) else {
            self.next = None;
            return Ok(());
        };
        let escaped = code == u32::from('\\');
        let mut token = Token { code, escaped };
        if escaped {
            self.index += 1;
            match self.codes.get(self.index) {
                Some(&code) => token.code = code,
                None => {
                    let text = "bad escape (end of pattern)".to_owned();
                    return Err(Mistake::Syntax(text, self.codes.len() - 1));
                }
            }
        }
        self.index += 1;
        self.next = Some(token);
        Ok(())
    }

    /// The character that comes next, going one on.
    pub fn get(&mut self) -> Result<Option<Token>, Mistake> {
        let this = self.next;
        self.advance()?;
        Ok(this)
    }

    /// Goes over `character` if it comes next.
    pub fn skip(&mut self, character: char) -> Result<bool, Mistake> {
        let found = self.next.is_some_and(|next| next.is(character));
        if found {
            self.advance()?;
        }
        Ok(found)
    }

    /// The position of what comes next.
    pub fn tell(&self) -> usize {
        self.index - self.next.map_or(0, Token::length)
    }

    /// Goes to a position.
    pub fn seek(&mut self, index: usize) -> Result<(), Mistake> {
        self.index = index;
        self.advance()
    }

    /// Up to `most` characters that `belongs` accepts.
    pub fn while_is(
        &mut self,
        most: usize,
        belongs: impl Fn(char) -> bool,
    ) -> Result<String, Mistake> {
        let mut taken = String::new();
        while taken.len() < most
            && let Some(next) = self.next_ascii()
            && belongs(next)
        {
            taken.push(next);
            self.advance()?;
        }
        Ok(taken)
    }

    /// The decimal digits that come next.
    pub fn digits(&mut self) -> Result<String, Mistake> {
        self.while_is(usize::MAX, |digit| digit.is_ascii_digit())
    }

    /// What stands before `terminator`, which is passed; `name` is what the message calls it.
    pub fn until(&mut self, terminator: char, name: &str) -> Result<Vec<u32>, Mistake> {
        let mut taken = Vec::new();
        loop {
            let Some(this) = self.get()? else {
                return Err(if taken.is_empty() {
                    self.error(&format!("missing {name}"), 0)
                } else {
                    let message = format!("missing {terminator}, unterminated name");
                    self.error(&message, taken.len())
                });
            };
            if this.is(terminator) {
                if taken.is_empty() {
                    return Err(self.error(&format!("missing {name}"), 1));
                }
                return Ok(taken);
            }
            if this.escaped {
                taken.push('\\'.into());
            }
            taken.push(this.code);
        }
    }

    /// The characters between two positions, for messages.
    pub fn text(&self, start: usize, end: usize) -> String {
        let codes = &self.codes[start.min(end)..end.min(self.codes.len())];
        lossy(codes)
    }

    /// A mistake `back` characters before the position.
    pub fn error(&self, message: &str, back: usize) -> Mistake {
        let message = if self.is_text {
            message.to_owned()
        } else {
            repr::ascii(message.as_bytes())
        };
        Mistake::Syntax(message, self.tell().saturating_sub(back))
    }

    /// Checks that a group can have this name.
    pub fn check_name(&self, name: &[u32], back: usize) -> Result<String, Mistake> {
        let bytes = to_wtf8(name);
        let is_ascii = name.iter().all(|code| *code < 128);
        let bad = |shown: String| {
            let message = format!("bad character in group name {shown}");
            Err(self.error(&message, name.len() + back))
        };
        let shown = repr::repr_str(&bytes);
        if !self.is_text && !is_ascii {
            return bad(repr::ascii(shown.as_bytes()));
        }
        match String::from_utf8(bytes) {
            Ok(text) if crate::text::case::is_identifier(text.as_bytes()) => Ok(text),
            _ => bad(shown),
        }
    }
}

/// Code points as WTF-8.
pub fn to_wtf8(codes: &[u32]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(codes.len());
    codes.iter().for_each(|&code| wtf8::push(&mut bytes, code));
    bytes
}

/// Code points as text for messages.
pub fn lossy(codes: &[u32]) -> String {
    wtf8::to_str_lossy(&to_wtf8(codes)).into_owned()
}

/// Whether a name is a number in ASCII digits.
pub fn is_number(name: &[u32]) -> bool {
    name.iter()
        .all(|&code| code < 128 && unicode::is_decimal(code))
}
