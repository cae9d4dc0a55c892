//! Integers as bytes: `int.to_bytes` and `int.from_bytes`.

use super::super::number::Integer;
use super::super::value::Value;
use crate::interp::{Res, Vm};
use crate::objects::bytes::Bytes;
use num_bigint::{BigInt, Sign};
use num_traits::One;

/// Whether the most significant byte comes last.
fn is_little(vm: &Vm, function: &str, order: Option<&Value>) -> Res<bool> {
    let Some(order) = order else { return Ok(false) };
    let Value::Str(order) = vm.unwrapped(order) else {
        let class = vm.argument_class(order);
        let message = format!("{function}() argument 'byteorder' must be str, not {class}");
        return Err(vm.type_error(&message));
    };
    match order.bytes() {
        b"little" => Ok(true),
        b"big" => Ok(false),
        _ => Err(vm.value_error("byteorder must be either 'little' or 'big'")),
    }
}

fn flag(vm: &Vm, value: Option<&Value>) -> Res<bool> {
    value.map_or(Ok(false), |value| vm.truth(value))
}

pub(super) fn to_bytes(vm: &Vm, a: &[Value]) -> Res {
    let given = |at: usize| a.get(at).and_then(Value::given);
    let length = given(1).map_or(Ok(1), |length| vm.index_size(length))?;
    let little = is_little(vm, "to_bytes", given(2))?;
    let signed = flag(vm, given(3))?;
    let Ok(length) = usize::try_from(length) else {
        return Err(vm.value_error("length argument must be non-negative"));
    };
    let receiver = vm.unwrapped(&a[0]);
    let Some(number) = Integer::of(&receiver) else {
        return Err(vm.descriptor_error("int", &a[0]));
    };
    if number.is_negative() && !signed {
        return Err(vm.overflow_error("can't convert negative int to unsigned"));
    }
    let mut data = if signed {
        number.to_big().to_signed_bytes_le()
    } else {
        number.to_big().to_bytes_le().1
    };
    let fill = if number.is_negative() { 0xFF } else { 0 };
    // No bytes at all are enough for 0 and, to the reference, for -1.
    if number.is_zero() || length == 0 && number.is_negative() && data == [0xFF] {
        data.clear();
    }
    if data.len() > length {
        return Err(vm.overflow_error("int too big to convert"));
    }
    if data.try_reserve_exact(length - data.len()).is_err() {
        return Err(vm.memory_error());
    }
    data.resize(length, fill);
    if !little {
        data.reverse();
    }
    Ok(Value::from(Bytes::new(data)))
}

pub(super) fn from_bytes(vm: &Vm, a: &[Value]) -> Res {
    let given = |at: usize| a.get(at).and_then(Value::given);
    let little = is_little(vm, "from_bytes", given(2))?;
    let signed = flag(vm, given(3))?;
    let data = vm.to_bytes(&a[1])?;
    let mut number = if little {
        BigInt::from_bytes_le(Sign::Plus, &data)
    } else {
        BigInt::from_bytes_be(Sign::Plus, &data)
    };
    let first = if little { data.last() } else { data.first() };
    if signed && first.is_some_and(|byte| byte & 0x80 != 0) {
        number -= BigInt::one() << (8 * data.len());
    }
    let number = Value::from(number);
    match &a[0] {
        Value::Class(class) if !class.same(&vm.types.int) => vm.call_with(&a[0], &[number]),
        _ => Ok(number),
    }
}
