//! From bytes to text: the byte order mark, the coding line of PEP 263, and bytes that are no text.

use crate::error::{ErrorKind, SyntaxError};
use crate::source::{Source, Span};
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
    if bytes.len() >= u32::MAX as usize {
        let error = SyntaxError::nowhere(ErrorKind::Syntax, "source code is too large");
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
    if let (true, Some(name), false) = (
        marked,
        &cookie,
        matches!(coding, Some(Some(Coding::Utf8)) | None),
    ) {
        return refuse(format!("encoding problem: {} with BOM", canonical(name)));
    }
    let text = match coding {
        None | Some(Some(Coding::Utf8)) => return utf8(bytes, name, coding.is_some() || marked),
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
    let at = invalid.valid_up_to();
    let source = Source::new(name, String::from_utf8_lossy(bytes));
    let byte = bytes[at];
    let here = Span::new(at as u32, at as u32 + '\u{fffd}'.len_utf8() as u32);
    let error = if declared {
        let reason = match (byte, invalid.error_len()) {
            (0x80..=0xc1 | 0xf5..=0xff, _) => "invalid start byte",
            (_, None) => "unexpected end of data",
            (_, Some(_)) => "invalid continuation byte",
        };
        // The reference decodes token by token here, so that the position is almost always the token's first byte.
        let message = format!(
            "(unicode error) 'utf-8' codec can't decode byte 0x{byte:02x} in position 0: {reason}"
        );
        SyntaxError::new(ErrorKind::Syntax, message, here)
    } else {
        let line = source.line_of(at as u32);
        SyntaxError::nowhere(
            ErrorKind::Syntax,
            format!(
                "Non-UTF-8 code starting with '\\x{byte:02x}' in file {name} on line {line}, but no encoding declared; \
                 see https://peps.python.org/pep-0263/ for details"
            ),
        )
    };
    Err(Box::new(Undecodable { error, source }))
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
