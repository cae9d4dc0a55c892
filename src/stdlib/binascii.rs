//! `binascii`: bytes as text and back: hexadecimal digits, base 64, uuencode and quoted-printable.

use super::native_class::{add_functions, derived_class, set_doc};
use super::zlib::checksum::crc32;
use super::zlib::start;
use crate::interp::{Raised, Res, Vm};
use crate::objects::bytes::Bytes;
use crate::objects::bytes_methods::hex;
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::Ref;
use crate::objects::module::Module;
use crate::objects::native::{NativeDef, native};
use crate::objects::value::Value;

/// Fills the module.
pub fn make(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    set_doc(vm, module, "Bytes as text of several kinds, and back");
    add_functions(vm, module, "binascii", FUNCTIONS);
    let incomplete = derived_class(vm, &INCOMPLETE, |vm| vm.types.exception.clone());
    module
        .dict
        .set_name(&vm.name("Error"), Value::Class(error_class(vm)));
    module
        .dict
        .set_name(&vm.name("Incomplete"), Value::Class(incomplete));
    Ok(())
}

static ERROR: TypeDef = TypeDef {
    name: "Error",
    module: "binascii",
    is_base: true,
    like_base: true,
    ..TypeDef::PLAIN
};

static INCOMPLETE: TypeDef = TypeDef {
    name: "Incomplete",
    module: "binascii",
    is_base: true,
    like_base: true,
    ..TypeDef::PLAIN
};

fn error_class(vm: &Vm) -> Ref<Class> {
    derived_class(vm, &ERROR, |vm| vm.types.value_error.clone())
}

#[cold]
fn error(vm: &Vm, message: &str) -> Raised {
    vm.raise_new(&error_class(vm), message)
}

const HEXLIFY: NativeDef = native(
    "hexlify",
    "(data, sep=<unrepresentable>, bytes_per_sep=1)",
    "Hexadecimal representation of binary data.",
    |vm, a| {
        let data = vm.expect_buffer(&a[0])?;
        Ok(bytes(hex::written(vm, || Ok(data), a)?.into_bytes()))
    },
);

const UNHEXLIFY: NativeDef = native(
    "unhexlify",
    "(hexstr, /)",
    "Binary data of hexadecimal representation.",
    |vm, a| {
        let text = ascii(vm, &a[0])?;
        if text.len() % 2 == 1 {
            return Err(error(vm, "Odd-length string"));
        }
        let mut data = Vec::with_capacity(text.len() / 2);
        for pair in text.chunks_exact(2) {
            match (digit(pair[0]), digit(pair[1])) {
                (Some(high), Some(low)) => data.push(high << 4 | low),
                _ => return Err(error(vm, "Non-hexadecimal digit found")),
            }
        }
        Ok(bytes(data))
    },
);

const FUNCTIONS: &[NativeDef] = &[
    HEXLIFY,
    NativeDef {
        name: "b2a_hex",
        ..HEXLIFY
    },
    UNHEXLIFY,
    NativeDef {
        name: "a2b_hex",
        ..UNHEXLIFY
    },
    native(
        "a2b_base64",
        "(data, /, *, strict_mode=False)",
        "The bytes that a line of base 64 writes.",
        |vm, a| {
            let text = ascii(vm, &a[0])?;
            let strict = flag(vm, a.get(1))?;
            from_base64(vm, &text, strict).map(bytes)
        },
    ),
    native(
        "b2a_base64",
        "(data, /, *, newline=True)",
        "Base64-code line of data.",
        |vm, a| {
            let data = vm.expect_buffer(&a[0])?;
            let newline = match a.get(1).and_then(Value::given) {
                Some(newline) => vm.truth(newline)?,
                None => true,
            };
            Ok(bytes(to_base64(&data, newline)))
        },
    ),
    native(
        "a2b_uu",
        "(data, /)",
        "The bytes that a line of uuencode writes.",
        |vm, a| {
            let text = ascii(vm, &a[0])?;
            from_uu(vm, &text).map(bytes)
        },
    ),
    native(
        "b2a_uu",
        "(data, /, *, backtick=False)",
        "Uuencode line of data.",
        |vm, a| {
            let data = vm.expect_buffer(&a[0])?;
            let backtick = flag(vm, a.get(1))?;
            if data.len() > 45 {
                return Err(error(vm, "At most 45 bytes at once"));
            }
            Ok(bytes(to_uu(&data, backtick)))
        },
    ),
    native(
        "a2b_qp",
        "(data, header=False)",
        "The bytes that quoted-printable text writes.",
        |vm, a| {
            let text = ascii(vm, &a[0])?;
            let header = flag(vm, a.get(1))?;
            Ok(bytes(from_quoted(&text, header)))
        },
    ),
    native(
        "b2a_qp",
        "(data, quotetabs=False, istext=True, header=False)",
        "Bytes as quoted-printable text.",
        |vm, a| {
            let data = vm.expect_buffer(&a[0])?;
            let text = match a.get(2).and_then(Value::given) {
                Some(text) => vm.truth(text)?,
                None => true,
            };
            let (tabs, header) = (flag(vm, a.get(1))?, flag(vm, a.get(3))?);
            Ok(bytes(
                Quoter {
                    data: &data,
                    tabs,
                    text,
                    header,
                    written: Vec::new(),
                    column: 0,
                }
                .run(),
            ))
        },
    ),
    native(
        "crc32",
        "(data, crc=0, /)",
        "Compute CRC-32 incrementally.",
        |vm, a| {
            let (data, start) = (vm.expect_buffer(&a[0])?, start(vm, a.get(1), 0)?);
            Ok(Value::Int(i64::from(crc32(start, &data))))
        },
    ),
    native(
        "crc_hqx",
        "(data, crc, /)",
        "Compute CRC-CCITT incrementally.",
        |vm, a| {
            let (data, start) = (vm.expect_buffer(&a[0])?, start(vm, a.get(1), 0)?);
            let crc = data.iter().fold(start & 0xffff, |crc, byte| {
                (0..8).fold(crc ^ u32::from(*byte) << 8, |crc, _| {
                    let next = crc << 1;
                    if crc & 0x8000 == 0 {
                        next & 0xffff
                    } else {
                        (next ^ 0x1021) & 0xffff
                    }
                })
            });
            Ok(Value::Int(i64::from(crc)))
        },
    ),
];

fn bytes(data: Vec<u8>) -> Value {
    Value::from(Bytes::new(data))
}

fn flag(vm: &Vm, value: Option<&Value>) -> Res<bool> {
    match value.and_then(Value::given) {
        Some(value) => vm.truth(value),
        None => Ok(false),
    }
}

/// The bytes of a bytes-like object, or of a string of ASCII characters.
fn ascii(vm: &Vm, value: &Value) -> Res<Vec<u8>> {
    match vm.unwrapped(value) {
        Value::Str(text) if text.is_ascii() => Ok(text.bytes().to_vec()),
        Value::Str(_) => {
            Err(vm.value_error("string argument should contain only ASCII characters"))
        }
        plain => vm.buffer(&plain).ok_or_else(|| {
            let class = vm.class_name(value);
            vm.type_error(&format!(
                "argument should be bytes, buffer or ASCII string, not '{class}'"
            ))
        }),
    }
}

fn digit(letter: u8) -> Option<u8> {
    char::from(letter).to_digit(16).map(|digit| digit as u8)
}

const BASE64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn to_base64(data: &[u8], newline: bool) -> Vec<u8> {
    let mut text = Vec::with_capacity(data.len() / 3 * 4 + 5);
    for group in data.chunks(3) {
        let byte = |place: usize| u32::from(group.get(place).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let letter = BASE64[(bits >> (18 - 6 * place) & 63) as usize];
            text.push(if place <= group.len() { letter } else { b'=' });
        }
    }
    if newline {
        text.push(b'\n');
    }
    text
}

fn sextet(letter: u8) -> Option<u8> {
    Some(match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    })
}

fn from_base64(vm: &Vm, text: &[u8], strict: bool) -> Res<Vec<u8>> {
    let mut data = Vec::with_capacity(text.len() / 4 * 3 + 3);
    if strict && text.first() == Some(&b'=') {
        return Err(error(vm, "Leading padding not allowed"));
    }
    // `place` counts the letters of a group of four, `left` holds the bits that make no byte yet.
    let (mut place, mut left, mut pads, mut padded) = (0, 0u8, 0, false);
    for (at, letter) in text.iter().enumerate() {
        if *letter == b'=' {
            padded = true;
            if strict && place == 0 {
                return Err(error(vm, "Excess padding not allowed"));
            }
            if place >= 2 {
                pads += 1;
                if place + pads >= 4 {
                    if strict && at + 1 < text.len() {
                        return Err(error(vm, "Excess data after padding"));
                    }
                    return Ok(data);
                }
            }
            continue;
        }
        let Some(bits) = sextet(*letter) else {
            if strict {
                return Err(error(vm, "Only base64 data is allowed"));
            }
            continue;
        };
        if strict && padded {
            return Err(error(vm, "Discontinuous padding not allowed"));
        }
        pads = 0;
        match place {
            0 => {}
            1 => data.push(left << 2 | bits >> 4),
            2 => data.push(left << 4 | bits >> 2),
            _ => data.push(left << 6 | bits),
        }
        left = match place {
            0 => bits,
            1 => bits & 15,
            2 => bits & 3,
            _ => 0,
        };
        place = (place + 1) % 4;
    }
    match place {
        0 => Ok(data),
        1 => {
            let count = data.len() / 3 * 4 + 1;
            Err(error(
                vm,
                &format!(
                    "Invalid base64-encoded string: number of data characters ({count}) cannot be 1 more than a multiple \
                     of 4"
                ),
            ))
        }
        _ => Err(error(vm, "Incorrect padding")),
    }
}

fn to_uu(data: &[u8], backtick: bool) -> Vec<u8> {
    let letter = |bits: u8| {
        if backtick && bits == 0 {
            b'`'
        } else {
            bits + b' '
        }
    };
    let mut text = vec![letter(data.len() as u8)];
    for group in data.chunks(3) {
        let byte = |place: usize| u32::from(group.get(place).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        text.extend((0..4).map(|place| letter((bits >> (18 - 6 * place) & 63) as u8)));
    }
    text.push(b'\n');
    text
}

fn from_uu(vm: &Vm, text: &[u8]) -> Res<Vec<u8>> {
    let length = usize::from(text.first().copied().unwrap_or(0).wrapping_sub(b' ') & 63);
    let (mut data, mut bits, mut count) = (Vec::with_capacity(length), 0u32, 0);
    let mut letters = text.get(1..).unwrap_or_default().iter().copied();
    while data.len() < length {
        let sextet = match letters.next() {
            None | Some(b'\n' | b'\r') => 0,
            Some(letter @ b' '..=b'`') => (letter - b' ') & 63,
            Some(_) => return Err(error(vm, "Illegal char")),
        };
        bits = bits << 6 | u32::from(sextet);
        count += 6;
        if count >= 8 {
            count -= 8;
            data.push((bits >> count) as u8);
            bits &= (1 << count) - 1;
        }
    }
    if letters.any(|letter| !matches!(letter, b' ' | b'`' | b'\n' | b'\r')) {
        return Err(error(vm, "Trailing garbage"));
    }
    Ok(data)
}

fn from_quoted(text: &[u8], header: bool) -> Vec<u8> {
    let (mut data, mut place) = (Vec::with_capacity(text.len()), 0);
    while let Some(letter) = text.get(place).copied() {
        place += 1;
        match letter {
            b'_' if header => data.push(b' '),
            b'=' => match text.get(place).copied() {
                None => break,
                Some(b'\n' | b'\r') => {
                    let end = text[place..].iter().position(|letter| *letter == b'\n');
                    place = end.map_or(text.len(), |end| place + end + 1);
                }
                // Some encoders write an equals sign so.
                Some(b'=') => {
                    data.push(b'=');
                    place += 1;
                }
                Some(high) => {
                    match (digit(high), text.get(place + 1).and_then(|low| digit(*low))) {
                        (Some(high), Some(low)) => {
                            data.push(high << 4 | low);
                            place += 2;
                        }
                        _ => data.push(b'='),
                    }
                }
            },
            letter => data.push(letter),
        }
    }
    data
}

/// Writes quoted-printable text, in lines of 76 characters at most.
struct Quoter<'a> {
    data: &'a [u8],
    tabs: bool,
    text: bool,
    header: bool,
    written: Vec<u8>,
    column: usize,
}

impl Quoter<'_> {
    const MOST: usize = 76;

    fn run(mut self) -> Vec<u8> {
        // The first end of a line tells how all are written.
        let first = self.data.iter().position(|byte| *byte == b'\n');
        let end: &[u8] = match first {
            Some(at) if at > 0 && self.data[at - 1] == b'\r' => b"\r\n",
            _ => b"\n",
        };
        let mut place = 0;
        while place < self.data.len() {
            let byte = self.data[place];
            let next = self.data.get(place + 1).copied();
            if self.is_quoted(byte, next) {
                if self.column + 3 >= Quoter::MOST {
                    self.soft_break(end);
                }
                self.quote(byte);
                self.column += 3;
                place += 1;
            } else if self.text && (byte == b'\n' || byte == b'\r' && next == Some(b'\n')) {
                if let Some(space @ (b' ' | b'\t')) = self.written.last().copied() {
                    self.written.pop();
                    self.quote(space);
                }
                self.written.extend_from_slice(end);
                self.column = 0;
                place += if byte == b'\r' { 2 } else { 1 };
            } else {
                if next.is_some_and(|next| next != b'\n') && self.column + 1 >= Quoter::MOST {
                    self.soft_break(end);
                }
                self.column += 1;
                self.written.push(if self.header && byte == b' ' {
                    b'_'
                } else {
                    byte
                });
                place += 1;
            }
        }
        self.written
    }

    fn is_quoted(&self, byte: u8, next: Option<u8>) -> bool {
        match byte {
            127.. | b'=' => true,
            b'_' => self.header,
            b'.' => self.column == 0 && matches!(next, None | Some(b'\n' | b'\r' | 0)),
            b'\r' | b'\n' => !self.text,
            b'\t' | b' ' => next.is_none() || self.tabs,
            0..33 => true,
            _ => false,
        }
    }

    fn soft_break(&mut self, end: &[u8]) {
        self.written.push(b'=');
        self.written.extend_from_slice(end);
        self.column = 0;
    }

    fn quote(&mut self, byte: u8) {
        self.written
            .extend_from_slice(format!("={byte:02X}").as_bytes());
    }
}
