//! From bytes to text: the byte order mark, the coding line of PEP 263, and bytes that are no text.

use crate::error::{ErrorKind, SyntaxError};
use crate::lexer::{self, Lexed};
use crate::parse::TOO_LARGE;
use crate::source::{Source, Span};
use crate::token::{Token, TokenKind};
use encoding_rs::Encoding;
use std::borrow::Cow;

/// Bytes that are no source text.
#[derive(Debug)]
pub struct Undecodable {
    /// Why not.
    pub error: SyntaxError,
    /// What can be read of them, for the error's line; its spans are in this text.
    pub source: Source,
}

/// The source text that the bytes of a file or of standard input hold.
pub fn decode(bytes: &[u8], name: &str) -> Result<Source, Box<Undecodable>> {
    read_bytes(bytes, name, false)
}

/// The source text in bytes that a program gives to `compile`, `eval` or `exec`: as if it said that it is UTF-8.
pub fn decode_string(bytes: &[u8], name: &str) -> Result<Source, Box<Undecodable>> {
    read_bytes(bytes, name, true)
}

fn read_bytes(bytes: &[u8], name: &str, is_string: bool) -> Result<Source, Box<Undecodable>> {
    if bytes.len() >= u32::MAX as usize {
        let error = SyntaxError::nowhere(ErrorKind::Syntax, TOO_LARGE);
        return Err(Box::new(Undecodable {
            error,
            source: Source::new(name, ""),
        }));
    }
    let (marked, bytes) = match bytes.strip_prefix(b"\xef\xbb\xbf") {
        Some(rest) => (true, rest),
        None => (false, bytes),
    };
    let refuse = |message: String| {
        let error = SyntaxError::nowhere(ErrorKind::Syntax, message);
        let source = Source::new(name, String::from_utf8_lossy(bytes));
        Err(Box::new(Undecodable { error, source }))
    };
    let cookie = cookie(bytes);
    let coding = cookie.as_deref().map(Coding::named);
    if let Some(name) = cookie
        .as_ref()
        .filter(|name| marked && !is_plain_utf8(name))
    {
        return refuse(format!("encoding problem: {} with BOM", canonical(name)));
    }
    let text = match coding {
        None | Some(Some(Coding::Utf8)) => {
            return utf8(bytes, name, is_string || coding.is_some() || marked);
        }
        Some(Some(coding)) => coding.text(bytes),
        Some(None) => None,
    };
    match text {
        Some(text) if text.len() < u32::MAX as usize => Ok(read(name, text)),
        _ => refuse(format!("encoding problem: {}", cookie.unwrap_or_default())),
    }
}

fn read(name: &str, text: impl Into<std::rc::Rc<str>>) -> Source {
    let mut source = Source::new(name, text);
    source.from_bytes = true;
    source
}

/// Text in UTF-8; `declared` when the text itself says that it is.
fn utf8(bytes: &[u8], name: &str, declared: bool) -> Result<Source, Box<Undecodable>> {
    let invalid = match std::str::from_utf8(bytes) {
        Ok(text) => return Ok(read(name, text)),
        Err(invalid) => invalid,
    };
    let source = read(name, String::from_utf8_lossy(bytes));
    let error = if declared {
        let lexed = lexer::lex(&source);
        // What cannot be cut into tokens before such a byte is the error then.
        let end = match &lexed.fault {
            Some(fault) => fault.error.span.start as usize,
            None => usize::MAX,
        };
        let fault = |(at, shown)| {
            (shown <= end)
                .then(|| fault_in_token(bytes, at, &source, shown, &lexed))
                .flatten()
        };
        match invalid_parts(bytes).find_map(fault) {
            Some(error) => error,
            None => return Ok(source),
        }
    } else {
        let at = invalid.valid_up_to();
        let (byte, line) = (bytes[at], source.line_of(at as u32));
        let message = format!(
            "Non-UTF-8 code starting with '\\x{byte:02x}' in file {name} on line {line}, but no encoding declared; \
             see https://peps.python.org/pep-0263/ for details"
        );
        SyntaxError::nowhere(ErrorKind::Syntax, message)
    };
    Err(Box::new(Undecodable { error, source }))
}

/// Where invalid parts of UTF-8 begin, in the bytes and in the text that shows each as one character.
fn invalid_parts(bytes: &[u8]) -> impl Iterator<Item = (usize, usize)> {
    let (mut at, mut shown) = (0, 0);
    bytes.utf8_chunks().filter_map(move |chunk| {
        let here = (at + chunk.valid().len(), shown + chunk.valid().len());
        (at, shown) = (
            here.0 + chunk.invalid().len(),
            here.1 + char::REPLACEMENT_CHARACTER.len_utf8(),
        );
        (!chunk.invalid().is_empty()).then_some(here)
    })
}

/// The error for a byte at `at` that is no UTF-8 although the text says it is. The reference decodes token by token,
/// and comments not at all.
fn fault_in_token(
    bytes: &[u8],
    at: usize,
    source: &Source,
    shown: usize,
    lexed: &Lexed,
) -> Option<SyntaxError> {
    let covers = |span: Span| shown < span.end as usize;
    let comments = lexed
        .comments
        .partition_point(|span| span.start as usize <= shown);
    if lexed.comments[..comments]
        .last()
        .is_some_and(|span| covers(*span))
    {
        return None;
    }
    let tokens = lexed
        .tokens
        .partition_point(|token| token.span.start as usize <= shown);
    let token = lexed.tokens[..tokens]
        .last()
        .filter(|token| covers(token.span));
    let (from, length, start) = match token {
        Some(Token {
            kind: TokenKind::String,
            span,
            ..
        }) => {
            let text = span.text(source);
            let open = text.find(['"', '\'']).unwrap_or(0);
            let quote = text.as_bytes()[open];
            let quotes = text[open..]
                .bytes()
                .take(3)
                .take_while(|&byte| byte == quote)
                .count();
            let quotes = if quotes == 2 { 1 } else { quotes };
            let from = at - (shown - span.start as usize - open - quotes);
            let rest = bytes[at..]
                .iter()
                .position(|&byte| byte == quote || byte == b'\n');
            (
                from,
                at - from + rest.unwrap_or(bytes.len() - at),
                span.start as usize,
            )
        }
        _ => {
            let is_word =
                |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_' || !byte.is_ascii();
            let before = bytes[..at]
                .iter()
                .rev()
                .take_while(|byte| is_word(byte))
                .count();
            let length = bytes[at - before..]
                .iter()
                .take_while(|byte| is_word(byte))
                .count();
            (at - before, length, shown)
        }
    };
    let invalid = std::str::from_utf8(&bytes[from..from + length]).err()?;
    let (position, byte) = (invalid.valid_up_to(), bytes[at]);
    let last = position + invalid.error_len().unwrap_or(length - position) - 1;
    let reason = match (byte, invalid.error_len()) {
        (0x80..=0xc1 | 0xf5..=0xff, _) => "invalid start byte",
        (_, None) => "unexpected end of data",
        (_, Some(_)) => "invalid continuation byte",
    };
    let place = if position == last {
        format!("byte 0x{byte:02x} in position {position}")
    } else {
        format!("bytes in position {position}-{last}")
    };
    let text = &source.text[start..];
    let is_string = token.is_some_and(|token| token.kind == TokenKind::String);
    let quote = text.find(['"', '\'']).filter(|_| is_string);
    let is_bytes = quote.is_some_and(|quote| text[..quote].contains(['b', 'B']));
    let marked = if is_string { length } else { 1 };
    let width: usize = text.chars().take(marked).map(char::len_utf8).sum();
    let message = if is_bytes {
        "bytes can only contain ASCII literal characters".to_owned()
    } else {
        format!("(unicode error) 'utf-8' codec can't decode {place}: {reason}")
    };
    let span = Span::new(start as u32, (start + width) as u32);
    let column = source.character_column(start as u32) as i32 + 1;
    // The end of a string is counted in the bytes as they are, then looked for in the text that is shown.
    let end = quote.map_or(-1, |quote| {
        let closing =
            (from + length..bytes.len()).take_while(|&at| bytes[at] == text.as_bytes()[quote]);
        let raw = from + length + closing.take(3).count() - (at - (shown - start));
        column
            + text
                .char_indices()
                .take_while(|(byte, c)| byte + c.len_utf8() <= raw && *c != '\n')
                .count() as i32
    });
    Some(SyntaxError {
        columns: Some((column, end)),
        ..SyntaxError::new(ErrorKind::Syntax, message, span)
    })
}

/// The name that a coding comment gives in one of the first two lines; in the second only below a blank or a comment.
fn cookie(bytes: &[u8]) -> Option<String> {
    for line in bytes.split(|&byte| byte == b'\n').take(2) {
        let line = &line[..line
            .iter()
            .position(|&byte| byte == b'\r')
            .unwrap_or(line.len())];
        let text = line.trim_ascii_start();
        let Some(comment) = text.strip_prefix(b"#") else {
            if text.is_empty() || text == b"\x0c" {
                continue;
            }
            return None;
        };
        if let Some(name) = coding_of(comment) {
            return Some(name);
        }
    }
    None
}

/// The name behind the first `coding:` or `coding=` of a comment.
fn coding_of(comment: &[u8]) -> Option<String> {
    let mut rest = comment;
    while let Some(at) = rest.windows(6).position(|window| window == b"coding") {
        rest = &rest[at + 6..];
        let Some(b':' | b'=') = rest.first() else {
            continue;
        };
        let value = rest[1..].trim_ascii_start();
        let is_part = |byte: &&u8| byte.is_ascii_alphanumeric() || b"-_.".contains(byte);
        let name: Vec<u8> = value.iter().take_while(is_part).copied().collect();
        if !name.is_empty() {
            return String::from_utf8(name).ok();
        }
    }
    None
}

/// Whether a coding's name may stand behind a byte order mark: no short form may.
fn is_plain_utf8(name: &str) -> bool {
    let name = name.to_ascii_lowercase().replace('_', "-");
    name == "utf-8" || name.starts_with("utf-8-")
}

/// The reference's spelling of a coding's name in messages.
fn canonical(name: &str) -> Cow<'_, str> {
    if Coding::named(name).is_some_and(|coding| matches!(coding, Coding::Latin1)) {
        "iso-8859-1".into()
    } else {
        name.into()
    }
}

/// A way to read bytes.
enum Coding {
    Utf8,
    Ascii,
    /// Each byte is the character of that number, which is not what the web calls latin-1.
    Latin1,
    Other(&'static Encoding),
}

impl Coding {
    fn named(name: &str) -> Option<Coding> {
        let name = name.to_ascii_lowercase().replace('_', "-");
        let is = |base: &str| {
            name == base
                || name
                    .strip_prefix(base)
                    .is_some_and(|rest| rest.starts_with('-'))
        };
        Some(match &*name {
            "u8" | "utf" | "utf8" | "cp65001" | "utf-8-sig" => Coding::Utf8,
            "ascii" | "us-ascii" | "646" | "iso646-us" | "ansi-x3.4-1968" => Coding::Ascii,
            "latin1" | "l1" | "8859" | "cp819" | "iso8859-1" | "iso8859" | "latin" => {
                Coding::Latin1
            }
            _ if is("utf-8") => Coding::Utf8,
            _ if is("latin-1") || is("iso-8859-1") || is("iso-latin-1") => Coding::Latin1,
            _ => Coding::Other(other(&name)?),
        })
    }

    fn text(&self, bytes: &[u8]) -> Option<String> {
        match self {
            Coding::Utf8 => String::from_utf8(bytes.to_vec()).ok(),
            Coding::Ascii => bytes
                .is_ascii()
                .then(|| bytes.iter().map(|&byte| byte as char).collect()),
            Coding::Latin1 => Some(bytes.iter().map(|&byte| byte as char).collect()),
            Coding::Other(encoding) => encoding
                .decode_without_bom_handling_and_without_replacement(bytes)
                .map(Cow::into_owned),
        }
    }
}

/// An encoding by the reference's names, where the web's names differ or mean something else.
fn other(name: &str) -> Option<&'static Encoding> {
    let label = match name {
        "koi8-r" | "koi8-u" | "big5" | "gbk" | "gb18030" | "gb2312" | "euc-jp" | "euc-kr"
        | "shift-jis" => name,
        "shiftjis" | "sjis" | "s-jis" => "shift-jis",
        "eucjp" | "ujis" => "euc-jp",
        "euckr" => "euc-kr",
        "936" | "cp936" | "ms936" => "gbk",
        "iso2022-jp" | "iso-2022-jp" => "iso-2022-jp",
        "mac-roman" | "macroman" | "macintosh" => "macintosh",
        "866" | "cp866" | "ibm866" => "ibm866",
        "latin9" | "l9" | "iso-8859-15" | "iso8859-15" => "iso-8859-15",
        "latin2" | "l2" => "iso-8859-2",
        _ => {
            let part = ["iso-8859-", "iso8859-"]
                .iter()
                .find_map(|prefix| name.strip_prefix(prefix));
            if let Some(part) = part.filter(|part| !matches!(*part, "1" | "9" | "11")) {
                return Encoding::for_label(format!("iso-8859-{part}").as_bytes());
            }
            let page = ["windows-", "cp"]
                .iter()
                .find_map(|prefix| name.strip_prefix(prefix))
                .unwrap_or(name);
            let known = page.len() == 4 && page.starts_with("125");
            return known
                .then(|| Encoding::for_label(format!("windows-{page}").as_bytes()))
                .flatten();
        }
    };
    Encoding::for_label(label.replace("shift-jis", "shift_jis").as_bytes())
}
