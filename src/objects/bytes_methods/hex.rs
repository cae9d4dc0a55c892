//! Bytes as hexadecimal digits and back.

use super::Receiver;
use crate::interp::{Res, Vm};
use crate::objects::value::Value;
use crate::text::wtf8;

pub(crate) fn to_hex(vm: &Vm, a: &[Value]) -> Res {
    written(vm, || Ok(Receiver::of(vm, &a[0])?.data.to_vec()), a).map(Value::from)
}

/// `data.hex(sep, bytes_per_sep)`, with the arguments from the second value on.
pub fn written(vm: &Vm, data: impl FnOnce() -> Res<Vec<u8>>, a: &[Value]) -> Res<String> {
    let given = |at: usize| a.get(at).and_then(Value::given);
    let separator = match given(1) {
        Some(separator) => Some(separator_of(vm, separator)?),
        None => None,
    };
    let group = match given(2) {
        Some(group) => match vm.index(group)? {
            Value::Int(group) if i32::try_from(group).is_ok() => group,
            _ => return Err(vm.overflow_error("Python int too large to convert to C int")),
        },
        None => 1,
    };
    let data = data()?;
    let size = group.unsigned_abs() as usize;
    let mut out = String::new();
    if out.try_reserve(data.len().saturating_mul(2)).is_err() {
        return Err(vm.memory_error());
    }
    for (at, byte) in data.iter().enumerate() {
        let place = if group > 0 { data.len() - at } else { at };
        if let Some(separator) = separator.filter(|_| size > 0 && at > 0 && place % size == 0) {
            out.push(separator);
        }
        for digit in [byte >> 4, byte & 15] {
            out.push(char::from_digit(u32::from(digit), 16).unwrap_or('0'));
        }
    }
    Ok(out)
}

fn separator_of(vm: &Vm, value: &Value) -> Res<char> {
    let length = vm.len(value)?;
    if length != 1 {
        return Err(vm.value_error("sep must be length 1."));
    }
    let byte = match vm.unwrapped(value) {
        Value::Str(text) => {
            let code = wtf8::code_points(text.bytes()).next().unwrap_or(0);
            u8::try_from(code).unwrap_or(0xFF)
        }
        other => match vm.buffer(&other) {
            Some(data) => data.first().copied().unwrap_or(0),
            None => return Err(vm.type_error("sep must be str or bytes.")),
        },
    };
    if !byte.is_ascii() {
        return Err(vm.value_error("sep must be ASCII."));
    }
    Ok(char::from(byte))
}

/// `fromhex(text)`: pairs of digits, with white space between them.
pub fn read(vm: &Vm, value: &Value) -> Res<Vec<u8>> {
    let Value::Str(text) = vm.unwrapped(value) else {
        let class = vm.argument_class(value);
        let message = format!("fromhex() argument must be str, not {class}");
        return Err(vm.type_error(&message));
    };
    let codes: Vec<u32> = wtf8::code_points(text.bytes()).collect();
    let digit = |at: usize| -> Option<u8> {
        let code = char::from_u32(*codes.get(at)?)?;
        code.to_digit(16).map(|digit| digit as u8)
    };
    let refuse = |at: usize| {
        let message = "non-hexadecimal number found in fromhex() arg at position";
        Err(vm.value_error(&format!("{message} {at}")))
    };
    // A code point beyond ASCII is reported before anything else.
    if let Some(at) = codes.iter().position(|&code| code >= 0x80) {
        return refuse(at);
    }
    let mut data = Vec::with_capacity(codes.len() / 2);
    let mut at = 0;
    while at < codes.len() {
        if matches!(codes[at], 0x09..=0x0D | 0x20) {
            at += 1;
            continue;
        }
        let Some(high) = digit(at) else {
            return refuse(at);
        };
        let Some(low) = digit(at + 1) else {
            return refuse(at + 1);
        };
        data.push(high << 4 | low);
        at += 2;
    }
    Ok(data)
}
