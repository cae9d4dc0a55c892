//! Where a number ends, and what is wrong with it. What it is worth is `literal.rs`.

/// A number that was cut.
pub struct Cut {
    /// Its length in bytes.
    pub length: usize,
    /// What it is called, when a keyword follows it at once: a suspicion.
    pub touching: Option<&'static str>,
}

/// A number that is none.
pub struct Fault {
    /// The reference's message.
    pub message: String,
    /// The marked bytes, from the number's begin.
    pub marked: (usize, usize),
}

/// Cuts the number with which `text` begins.
pub fn cut(text: &str) -> Result<Cut, Fault> {
    Scanner {
        bytes: text.as_bytes(),
        at: 0,
    }
    .number()
}

struct Scanner<'t> {
    bytes: &'t [u8],
    at: usize,
}

impl Scanner<'_> {
    fn peek(&self) -> u8 {
        self.bytes.get(self.at).copied().unwrap_or(0)
    }

    fn skip(&mut self, accepted: fn(u8) -> bool) -> bool {
        let found = accepted(self.peek());
        if found {
            self.at += 1;
        }
        found
    }

    /// A fault at the character before the place where scanning stopped; the reference marks a point.
    fn fault<T>(&self, message: impl Into<String>) -> Result<T, Fault> {
        Err(Fault {
            message: message.into(),
            marked: (self.at.saturating_sub(1), self.at.saturating_sub(1)),
        })
    }

    fn number(mut self) -> Result<Cut, Fault> {
        if self.peek() != b'0' {
            if self.peek() != b'.' {
                self.decimal_tail()?;
            }
            return self.fraction();
        }
        self.at += 1;
        match self.peek() {
            b'x' | b'X' => self.based("hexadecimal", |b| b.is_ascii_hexdigit()),
            b'o' | b'O' => self.based("octal", |b| matches!(b, b'0'..=b'7')),
            b'b' | b'B' => self.based("binary", |b| matches!(b, b'0' | b'1')),
            _ => self.zeros(),
        }
    }

    fn based(&mut self, kind: &'static str, digit: fn(u8) -> bool) -> Result<Cut, Fault> {
        self.at += 1;
        loop {
            self.skip(|b| b == b'_');
            if !digit(self.peek()) {
                return self.odd_digit(kind);
            }
            while self.skip(digit) {}
            if self.peek() != b'_' {
                break;
            }
        }
        if self.peek().is_ascii_digit() {
            return self.odd_digit(kind);
        }
        self.end(kind)
    }

    fn odd_digit<T>(&mut self, kind: &str) -> Result<T, Fault> {
        let found = self.peek();
        if found.is_ascii_digit() {
            self.at += 1;
            return self.fault(format!(
                "invalid digit '{}' in {kind} literal",
                found as char
            ));
        }
        self.fault(format!("invalid {kind} literal"))
    }

    /// Behind a first zero: more zeros, then perhaps other digits, which only a fraction or exponent makes right.
    fn zeros(&mut self) -> Result<Cut, Fault> {
        loop {
            if self.skip(|b| b == b'_') && !self.peek().is_ascii_digit() {
                return self.fault("invalid decimal literal");
            }
            if !self.skip(|b| b == b'0') {
                break;
            }
        }
        let zeros = self.at;
        let nonzero = self.peek().is_ascii_digit();
        if nonzero {
            self.decimal_tail()?;
        }
        match self.peek() {
            b'.' | b'e' | b'E' | b'j' | b'J' => self.fraction(),
            _ if nonzero => Err(Fault {
                message: "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal \
                          integers"
                    .into(),
                marked: (0, zeros),
            }),
            _ => self.end("decimal"),
        }
    }

    fn decimal_tail(&mut self) -> Result<(), Fault> {
        loop {
            while self.skip(|b| b.is_ascii_digit()) {}
            if !self.skip(|b| b == b'_') {
                return Ok(());
            }
            if !self.peek().is_ascii_digit() {
                return self.fault("invalid decimal literal");
            }
        }
    }

    fn fraction(&mut self) -> Result<Cut, Fault> {
        if self.skip(|b| b == b'.') && self.peek().is_ascii_digit() {
            self.decimal_tail()?;
        }
        if matches!(self.peek(), b'e' | b'E') {
            let before = self.at;
            self.at += 1;
            if self.skip(|b| matches!(b, b'+' | b'-')) {
                if !self.peek().is_ascii_digit() {
                    return self.fault("invalid decimal literal");
                }
            } else if !self.peek().is_ascii_digit() {
                self.at = before;
                return self.end("decimal");
            }
            self.decimal_tail()?;
        }
        if self.skip(|b| matches!(b, b'j' | b'J')) {
            return self.end("imaginary");
        }
        self.end("decimal")
    }

    /// Checks what follows: a keyword may, another word may not.
    fn end(&mut self, kind: &'static str) -> Result<Cut, Fault> {
        const WHOLE: [&[u8]; 5] = [b"and", b"else", b"for", b"or", b"not"];
        const BEGUN: [&[u8]; 3] = [b"if", b"in", b"is"];
        let rest = &self.bytes[self.at..];
        let goes_on = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_' || !byte.is_ascii();
        let whole = |keyword: &&[u8]| {
            rest.starts_with(keyword) && !rest.get(keyword.len()).is_some_and(goes_on)
        };
        let touching =
            WHOLE.iter().any(whole) || BEGUN.iter().any(|keyword| rest.starts_with(keyword));
        if !touching && (self.peek().is_ascii_alphanumeric() || self.peek() == b'_') {
            return self.fault(format!("invalid {kind} literal"));
        }
        Ok(Cut {
            length: self.at,
            touching: touching.then_some(kind),
        })
    }
}
