//! Bytes made from other objects, and texts made from bytes.

use super::Receiver;
use crate::interp::{Args, Res, Vm};
use crate::objects::bytes::Bytes;
use crate::objects::counted::Ref;
use crate::objects::str::Str;
use crate::objects::str_methods::coding_argument;
use crate::objects::value::Value;
use crate::text;

/// The data for `bytes(source, encoding, errors)` and the same of `bytearray`, whose name goes into messages.
pub fn data(vm: &Vm, type_name: &str, a: &[Value]) -> Res<Vec<u8>> {
    let given = |at: usize| a.get(at).and_then(Value::given);
    let source = given(1);
    let text = match source.map(|source| vm.unwrapped(source)) {
        Some(Value::Str(text)) => Some(text),
        _ => None,
    };
    if given(2).is_some() || given(3).is_some() {
        let which = |name: &str| format!("{type_name}() argument '{name}'");
        let encoding = coding_argument(vm, given(2), &which("encoding"), "utf-8")?;
        let errors = coding_argument(vm, given(3), &which("errors"), "strict")?;
        return match text {
            Some(text) if given(2).is_some() => vm.encode(&text, &encoding, &errors),
            Some(_) => Err(vm.type_error("string argument without an encoding")),
            None if given(2).is_some() => Err(vm.type_error("encoding without a string argument")),
            None => Err(vm.type_error("errors without a string argument")),
        };
    }
    let has_own = |source| vm.special_method(source, &vm.names.__bytes__).is_some();
    if text.is_some() && !(type_name == "bytes" && source.is_some_and(has_own)) {
        return Err(vm.type_error("string argument without an encoding"));
    }
    match source {
        Some(source) => from_object(vm, type_name, source),
        None => Ok(Vec::new()),
    }
}

/// What `bytes(source)` gives as it is: a plain `bytes` object, or what `__bytes__` gives, of whatever subclass. `None`: bytes are made.
pub fn given_whole(vm: &Vm, a: &[Value]) -> Res<Option<Value>> {
    let given = |at: usize| a.get(at).and_then(Value::given);
    let is_plain = matches!(&a[0], Value::Class(class) if class.same(&vm.types.bytes));
    let (Some(source), None, None) = (given(1), given(2), given(3)) else {
        return Ok(None);
    };
    if !is_plain {
        return Ok(None);
    }
    if source.downcast::<Bytes>().is_some() {
        return Ok(Some(source.clone()));
    }
    let Some(method) = vm.special_method(source, &vm.names.__bytes__) else {
        return Ok(None);
    };
    let made = vm.call_bound(&method, source, Args::none())?;
    if vm.unwrapped(&made).downcast::<Bytes>().is_some() {
        return Ok(Some(made));
    }
    let class = vm.class_name(&made);
    let message = format!("__bytes__ returned non-bytes (type {class})");
    Err(vm.type_error(&message))
}

/// The most bytes whose object has a size that the reference can count.
const LARGEST: usize = isize::MAX as usize - 33;

fn from_object(vm: &Vm, type_name: &str, source: &Value) -> Res<Vec<u8>> {
    let own = vm.special_method(source, &vm.names.__bytes__);
    if type_name == "bytes" && own.is_some() {
        return vm.to_bytes(source);
    }
    if let Some(data) = vm.buffer(source) {
        return Ok(data);
    }
    let count = match vm.index_opt(source) {
        Ok(count) => count,
        Err(raised) => {
            // What is no count may still have items.
            drop(vm.catch(raised, &vm.types.type_error)?);
            None
        }
    };
    if let Some(count) = count {
        let Value::Int(count) = count else {
            let class = vm.class_name(source);
            let message = format!("cannot fit '{class}' into an index-sized integer");
            return Err(vm.overflow_error(&message));
        };
        let Ok(count) = usize::try_from(count) else {
            return Err(vm.value_error("negative count"));
        };
        if type_name == "bytes" && count > LARGEST {
            return Err(vm.overflow_error("byte string is too large"));
        }
        return text::search::repeat(&[0], count).map_err(|fault| vm.fault(fault));
    }
    let iterator = match vm.iter(source) {
        Ok(iterator) => iterator,
        Err(raised) => {
            vm.catch(raised, &vm.types.type_error)?;
            let class = vm.class_name(source);
            let message = format!("cannot convert '{class}' object to {type_name}");
            return Err(vm.type_error(&message));
        }
    };
    let (range, room) = match type_name {
        "bytes" => ("bytes must be in range(0, 256)", vm.length_hint(source)?),
        _ => ("byte must be in range(0, 256)", 0),
    };
    let mut data = Vec::new();
    if data.try_reserve(room).is_err() {
        return Err(vm.memory_error());
    }
    while let Some(item) = vm.next_item(&iterator)? {
        data.push(vm.byte(&item, range)?);
        vm.poll()?;
    }
    Ok(data)
}

pub(crate) fn decode(vm: &Vm, a: &[Value]) -> Res {
    let receiver = Receiver::of(vm, &a[0])?;
    let given = |at: usize| a.get(at).and_then(Value::given);
    let encoding = coding_argument(vm, given(1), "decode() argument 'encoding'", "utf-8")?;
    let errors = coding_argument(vm, given(2), "decode() argument 'errors'", "strict")?;
    let text = vm.decode(&receiver.data, &encoding, &errors)?;
    Ok(Value::from(Ref::new(Str::from_wtf8(text))))
}

pub(crate) fn make_table(vm: &Vm, a: &[Value]) -> Res {
    let from = vm.expect_buffer(&a[0])?;
    let to = vm.expect_buffer(&a[1])?;
    if from.len() != to.len() {
        return Err(vm.value_error("maketrans arguments must have same length"));
    }
    let mut table: Vec<u8> = (0..=255).collect();
    for (from, to) in from.into_iter().zip(to) {
        table[usize::from(from)] = to;
    }
    Ok(Value::from(Bytes::new(table)))
}
