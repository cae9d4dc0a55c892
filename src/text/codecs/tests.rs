//! Texts and bytes coded by every encoding and handler, and the words of what cannot be.
//! The expectations are what the reference prints.

use super::*;

/// A literal in which the private U+F000 to U+F7FF stand for the surrogates.
fn wtf8(text: &str) -> Vec<u8> {
    let mut out = Vec::new();
    for c in text.chars().map(u32::from) {
        push(
            &mut out,
            if (0xF000..0xF800).contains(&c) {
                c - 0x1800
            } else {
                c
            },
        );
    }
    out
}

fn codec(name: &str) -> Codec {
    Codec::by_name(name).expect("a known encoding")
}

fn errors(name: &str) -> Errors {
    Errors::by_name(name).expect("a known handler")
}

#[test]
fn encoding() {
    let rows = [
        ("é€𝄞", "utf-8", "strict", &b"\xC3\xA9\xE2\x82\xAC\xF0\x9D\x84\x9E"[..]),
        ("é€𝄞", "utf-8-sig", "strict", &b"\xEF\xBB\xBF\xC3\xA9\xE2\x82\xAC\xF0\x9D\x84\x9E"[..]),
        ("é€𝄞", "utf-16", "strict", &b"\xFF\xFE\xE9\x00\xAC 4\xD8\x1E\xDD"[..]),
        ("é€𝄞", "utf-16-be", "strict", &b"\x00\xE9 \xAC\xD84\xDD\x1E"[..]),
        ("é€𝄞", "utf-32", "strict", &b"\xFF\xFE\x00\x00\xE9\x00\x00\x00\xAC \x00\x00\x1E\xD1\x01\x00"[..]),
        ("é€𝄞", "utf-32-be", "strict", &b"\x00\x00\x00\xE9\x00\x00 \xAC\x00\x01\xD1\x1E"[..]),
        ("é€", "cp1252", "strict", &b"\xE9\x80"[..]),
        ("é€𝄞", "cp1252", "replace", &b"\xE9\x80?"[..]),
        ("é€𝄞", "ascii", "xmlcharrefreplace", &b"&#233;&#8364;&#119070;"[..]),
        ("é€𝄞\u{80}", "ascii", "backslashreplace", &b"\x5Cxe9\x5Cu20ac\x5CU0001d11e\x5Cx80"[..]),
        ("é𝄞一가\u{80}\u{1c89}", "ascii", "namereplace", &b"\x5CN{LATIN SMALL LETTER E WITH ACUTE}\x5CN{MUSICAL SYMBOL G CLEF}\x5CN{CJK UNIFIED IDEOGRAPH-4E00}\x5CN{HANGUL SYLLABLE GA}\x5Cx80\x5Cu1c89"[..]),
        ("aéb", "ascii", "ignore", &b"ab"[..]),
        ("я", "koi8-r", "strict", &b"\xD1"[..]),
        ("€", "iso8859-15", "strict", &b"\xA4"[..]),
        ("\u{f480}\u{f4ff}", "utf-8", "surrogateescape", &b"\x80\xFF"[..]),
        ("\u{f481}é", "cp1252", "surrogateescape", &b"\x81\xE9"[..]),
        ("\u{f000}x", "utf-8", "surrogatepass", &b"\xED\xA0\x80x"[..]),
        ("\u{f000}", "utf-16", "surrogatepass", &b"\xFF\xFE\x00\xD8"[..]),
        ("\u{f400}", "utf-32-be", "surrogatepass", &b"\x00\x00\xDC\x00"[..]),
        ("a\u{f000}b\u{f001}", "utf-8", "replace", &b"a?b?"[..]),
        ("a\u{f000}", "utf-16-be", "backslashreplace", &b"\x00a\x00\x5C\x00u\x00d\x008\x000\x000"[..]),
    ];
    for (text, name, handler, expected) in rows {
        let encoded = encode(&wtf8(text), codec(name), &mut errors(handler));
        assert_eq!(encoded.as_deref(), Ok(expected), "{text} {name} {handler}");
    }
}

#[test]
fn encoding_fails() {
    let rows = [
        (
            "aéé€b",
            "ascii",
            "strict",
            1,
            4,
            "'ascii' codec can't encode characters in position 1-3: ordinal not in range(128)",
        ),
        (
            "a€𝄞b",
            "latin-1",
            "strict",
            1,
            3,
            "'latin-1' codec can't encode characters in position 1-2: ordinal not in range(256)",
        ),
        (
            "a\u{f000}\u{f400}b",
            "utf-8",
            "strict",
            1,
            3,
            "'utf-8' codec can't encode characters in position 1-2: surrogates not allowed",
        ),
        (
            "𝄞\u{f000}\u{f001}",
            "utf-16",
            "strict",
            1,
            2,
            "'utf-16' codec can't encode character '\\ud800' in position 1: surrogates not allowed",
        ),
        (
            "\u{f000}",
            "utf-32",
            "strict",
            0,
            1,
            "'utf-32' codec can't encode character '\\ud800' in position 0: surrogates not allowed",
        ),
        (
            "é€𝄞\u{81}",
            "cp1252",
            "strict",
            2,
            4,
            "'charmap' codec can't encode characters in position 2-3: character maps to <undefined>",
        ),
        (
            "\u{f480}\u{f000}",
            "ascii",
            "surrogateescape",
            1,
            2,
            "'ascii' codec can't encode character '\\ud800' in position 1: ordinal not in range(128)",
        ),
        (
            "\u{f480}\u{f000}",
            "cp1252",
            "surrogateescape",
            0,
            2,
            "'charmap' codec can't encode characters in position 0-1: character maps to <undefined>",
        ),
        (
            "\u{f480}",
            "utf-16",
            "surrogateescape",
            0,
            1,
            "'utf-16' codec can't encode character '\\udc80' in position 0: surrogates not allowed",
        ),
        (
            "\u{f000}é",
            "ascii",
            "surrogatepass",
            0,
            2,
            "'ascii' codec can't encode characters in position 0-1: ordinal not in range(128)",
        ),
        (
            "\u{10ffff}",
            "ascii",
            "strict",
            0,
            1,
            "'ascii' codec can't encode character '\\U0010ffff' in position 0: ordinal not in range(128)",
        ),
        (
            "ā",
            "ascii",
            "strict",
            0,
            1,
            "'ascii' codec can't encode character '\\u0101' in position 0: ordinal not in range(128)",
        ),
    ];
    for (text, name, handler, start, end, message) in rows {
        let text = wtf8(text);
        let Err(Failure::Problem(problem)) = encode(&text, codec(name), &mut errors(handler))
        else {
            panic!("{message}");
        };
        assert_eq!((problem.start, problem.end), (start, end), "{message}");
        let code = wtf8::code_points(&text).nth(start);
        let encoding = problem.codec.name();
        assert_eq!(
            encode_message(encoding, code, start, end, problem.reason),
            message
        );
    }
}

#[test]
fn decoding() {
    let rows = [
        (&b"\xC3\xA9\xF0\x9D\x84\x9E"[..], "utf-8", "strict", "é𝄞"),
        (&b"\xEF\xBB\xBFa"[..], "utf-8-sig", "strict", "a"),
        (&b"\xEF\xBB\xBFa"[..], "utf-8", "strict", "\u{feff}a"),
        (&b"\xFF\xFEa\x004\xD8\x1E\xDD"[..], "utf-16", "strict", "a𝄞"),
        (&b"\xFE\xFF\x00a"[..], "utf-16", "strict", "a"),
        (&b"a\x00"[..], "utf-16", "strict", "a"),
        (
            &b"\x00\x00\xFE\xFF\x00\x00\x00a"[..],
            "utf-32",
            "strict",
            "a",
        ),
        (&b"\x80\xE9"[..], "cp1252", "strict", "€é"),
        (&b"a\xFF\xFEb"[..], "ascii", "replace", "a��b"),
        (
            &b"a\xFF\xFEb"[..],
            "ascii",
            "backslashreplace",
            "a\\xff\\xfeb",
        ),
        (
            &b"a\xFF\xFEb"[..],
            "ascii",
            "surrogateescape",
            "a\u{f4ff}\u{f4fe}b",
        ),
        (&b"\xED\xA0\x80"[..], "utf-8", "replace", "���"),
        (&b"\xED\xA0\x80"[..], "utf-8", "surrogatepass", "\u{f000}"),
        (&b"\xF0\x9D\x84x\xE2\x82"[..], "utf-8", "replace", "�x�"),
        (
            &b"\xF0\x9D\x84x\xE2\x82"[..],
            "utf-8",
            "surrogateescape",
            "\u{f4f0}\u{f49d}\u{f484}x\u{f4e2}\u{f482}",
        ),
        (&b"\xF0\x9D\x84x\xE2\x82"[..], "utf-8", "ignore", "x"),
        (
            &b"\x00\xD8a\x00"[..],
            "utf-16-le",
            "surrogatepass",
            "\u{f000}a",
        ),
        (
            &b"\x00\xD8\x00\xD8\x00\xDC"[..],
            "utf-16-le",
            "replace",
            "�𐀀",
        ),
        (
            &b"\x00\x00\x11\x00a\x00\x00\x00"[..],
            "utf-32-le",
            "replace",
            "�a",
        ),
        (&b"\x81\x80"[..], "cp1252", "replace", "�€"),
    ];
    for (data, name, handler, expected) in rows {
        let decoded = decode(data, codec(name), &mut errors(handler));
        assert_eq!(decoded, Ok(wtf8(expected)), "{data:?} {name} {handler}");
    }
    let failed = decode(b"\xFF", Codec::Ascii, &mut Errors::NameReplace);
    assert_eq!(failed, Err(Failure::OnlyEncodes));
}

#[test]
fn decoding_fails() {
    let rows = [
        (
            &b"a\xFF"[..],
            "ascii",
            "strict",
            Some(0xFF),
            1,
            2,
            "'ascii' codec can't decode byte 0xff in position 1: ordinal not in range(128)",
        ),
        (
            &b"a\xFF\xFEb"[..],
            "utf-8",
            "strict",
            Some(0xFF),
            1,
            2,
            "'utf-8' codec can't decode byte 0xff in position 1: invalid start byte",
        ),
        (
            &b"\xE2\x82"[..],
            "utf-8",
            "strict",
            Some(0xE2),
            0,
            2,
            "'utf-8' codec can't decode bytes in position 0-1: unexpected end of data",
        ),
        (
            &b"\xE2\x82a"[..],
            "utf-8",
            "strict",
            Some(0xE2),
            0,
            2,
            "'utf-8' codec can't decode bytes in position 0-1: invalid continuation byte",
        ),
        (
            &b"\xC0\x80"[..],
            "utf-8",
            "strict",
            Some(0xC0),
            0,
            1,
            "'utf-8' codec can't decode byte 0xc0 in position 0: invalid start byte",
        ),
        (
            &b"\xE0\x80\x80"[..],
            "utf-8",
            "strict",
            Some(0xE0),
            0,
            1,
            "'utf-8' codec can't decode byte 0xe0 in position 0: invalid continuation byte",
        ),
        (
            &b"\xED\xA0\x80"[..],
            "utf-8",
            "strict",
            Some(0xED),
            0,
            1,
            "'utf-8' codec can't decode byte 0xed in position 0: invalid continuation byte",
        ),
        (
            &b"\xF0\x9D\x84x"[..],
            "utf-8",
            "strict",
            Some(0xF0),
            0,
            3,
            "'utf-8' codec can't decode bytes in position 0-2: invalid continuation byte",
        ),
        (
            &b"\xF4\x90\x80\x80"[..],
            "utf-8",
            "strict",
            Some(0xF4),
            0,
            1,
            "'utf-8' codec can't decode byte 0xf4 in position 0: invalid continuation byte",
        ),
        (
            &b"\xF5\x80"[..],
            "utf-8",
            "strict",
            Some(0xF5),
            0,
            1,
            "'utf-8' codec can't decode byte 0xf5 in position 0: invalid start byte",
        ),
        (
            &b"a"[..],
            "utf-16",
            "strict",
            Some(0x61),
            0,
            1,
            "'utf-16-le' codec can't decode byte 0x61 in position 0: truncated data",
        ),
        (
            &b"\x00\xD8"[..],
            "utf-16-le",
            "strict",
            Some(0x00),
            0,
            2,
            "'utf-16-le' codec can't decode bytes in position 0-1: unexpected end of data",
        ),
        (
            &b"\x00\xD8\x00"[..],
            "utf-16-le",
            "strict",
            Some(0x00),
            0,
            3,
            "'utf-16-le' codec can't decode bytes in position 0-2: unexpected end of data",
        ),
        (
            &b"\x00\xD8a\x00"[..],
            "utf-16-le",
            "strict",
            Some(0x00),
            0,
            2,
            "'utf-16-le' codec can't decode bytes in position 0-1: illegal UTF-16 surrogate",
        ),
        (
            &b"\x00\xDCa\x00"[..],
            "utf-16-le",
            "strict",
            Some(0x00),
            0,
            2,
            "'utf-16-le' codec can't decode bytes in position 0-1: illegal encoding",
        ),
        (
            &b"\xFE\xFFa"[..],
            "utf-16",
            "strict",
            Some(0x61),
            2,
            3,
            "'utf-16-be' codec can't decode byte 0x61 in position 2: truncated data",
        ),
        (
            &b"abc"[..],
            "utf-32",
            "strict",
            Some(0x61),
            0,
            3,
            "'utf-32-le' codec can't decode bytes in position 0-2: truncated data",
        ),
        (
            &b"\x00\xD8\x00\x00"[..],
            "utf-32-le",
            "strict",
            Some(0x00),
            0,
            4,
            "'utf-32-le' codec can't decode bytes in position 0-3: code point in surrogate code point range(0xd800, 0xe000)",
        ),
        (
            &b"\x00\x00\x11\x00"[..],
            "utf-32-le",
            "strict",
            Some(0x00),
            0,
            4,
            "'utf-32-le' codec can't decode bytes in position 0-3: code point not in range(0x110000)",
        ),
        (
            &b"\x81"[..],
            "cp1252",
            "strict",
            Some(0x81),
            0,
            1,
            "'charmap' codec can't decode byte 0x81 in position 0: character maps to <undefined>",
        ),
        (
            &b"\x00\xD8"[..],
            "utf-16-le",
            "surrogateescape",
            Some(0x00),
            0,
            2,
            "'utf-16-le' codec can't decode bytes in position 0-1: unexpected end of data",
        ),
        (
            &b"\xFF"[..],
            "ascii",
            "surrogatepass",
            Some(0xFF),
            0,
            1,
            "'ascii' codec can't decode byte 0xff in position 0: ordinal not in range(128)",
        ),
        (
            &b"\xEF\xBB\xBF\xFF"[..],
            "utf-8-sig",
            "strict",
            Some(0xFF),
            0,
            1,
            "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte",
        ),
    ];
    for (data, name, handler, byte, start, end, message) in rows {
        let Err(Failure::Problem(problem)) = decode(data, codec(name), &mut errors(handler)) else {
            panic!("{message}");
        };
        assert_eq!((problem.start, problem.end), (start, end), "{message}");
        let encoding = problem.codec.name();
        assert_eq!(
            decode_message(encoding, byte, start, end, problem.reason),
            message
        );
    }
}

#[test]
fn names() {
    let same = ["utf-8", "UTF_8", " utf8", "Utf--8", "U8", "cp65001"];
    assert!(
        same.iter()
            .all(|name| Codec::by_name(name) == Some(Codec::Utf8))
    );
    assert_eq!(Codec::by_name("ISO-8859-1"), Some(Codec::Latin1));
    assert_eq!(Codec::by_name("windows-1252"), Codec::by_name("1252"));
    let unknown = ["foo", "utf.8", "utf16-le", "cp-1252", ""];
    assert!(unknown.iter().all(|name| Codec::by_name(name).is_none()));
}

/// A handler of a script's: puts a text of its own, or goes back to a place of its own.
struct Own(&'static str);

impl Handler for Own {
    type Error = Problem;

    fn encode(&mut self, _: &[u8], problem: &Problem) -> Result<(Replacement, usize), Problem> {
        let text = self.0.as_bytes().to_vec();
        Ok((Replacement::Text(text), problem.end))
    }

    fn decode(&mut self, _: &[u8], problem: &Problem) -> Result<(Vec<u8>, usize), Problem> {
        Ok((self.0.as_bytes().to_vec(), problem.end))
    }

    fn fail(&mut self, problem: Problem) -> Problem {
        problem
    }
}

#[test]
fn own_handlers() {
    let text = "aé€b".as_bytes();
    assert_eq!(
        encode(text, Codec::Ascii, &mut Own("-")).as_deref(),
        Ok(&b"a-b"[..])
    );
    assert!(encode(text, Codec::Ascii, &mut Own("é")).is_err());
    assert_eq!(
        encode(text, Codec::Latin1, &mut Own("é")).as_deref(),
        Ok(&b"a\xE9\xE9b"[..])
    );
    let decoded = decode(b"a\xFFb", Codec::Utf8, &mut Own("€"));
    assert_eq!(decoded.as_deref(), Ok("a€b".as_bytes()));
}
