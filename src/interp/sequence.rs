//! `+` and `*` on sequences: they come last, when no number and no script class has an answer, and they raise
//! rather than give `NotImplemented`.

use super::{Raised, Res, Vm};
use crate::objects::bytearray::ByteArray;
use crate::objects::bytes::Bytes;
use crate::objects::counted::Ref;
use crate::objects::list::List;
use crate::objects::object::Object;
use crate::objects::str::{Name, Str};
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use crate::text;
use snakelet_grammar::ast::BinaryOp;

/// Whether a value has what sequences have, though not `*`: `value *= other` then does not ask what the
/// other makes of it.
pub fn is_no_factor(vm: &Vm, value: &Value, other: &Value) -> bool {
    if multiplies_itself(vm, other) {
        return false;
    }
    let class = vm.class_of(value);
    let names = &vm.names;
    let has = |name| class.lookup(vm, name).is_some();
    !is_sequence(&vm.unwrapped(value))
        && (matches!(value, Value::Instance(_))
            || !matches!(value, Value::Class(_))
                && [&names.__contains__, &names.__len__, &names.__getitem__]
                    .into_iter()
                    .any(has))
}

/// `a op b`; `None`: no sequence is concerned.
pub fn binary(vm: &Vm, op: BinaryOp, a: &Value, b: &Value) -> Res<Option<Value>> {
    let names = &vm.names;
    match op {
        BinaryOp::Add if vm.scripted_special(a, &names.__add__).is_some() => Ok(None),
        BinaryOp::Add => concat(vm, &vm.unwrapped(a), b),
        BinaryOp::Mult => {
            let (mul, rmul) = (&names.__mul__, &names.__rmul__);
            match repeat_unless(vm, a, b, [mul, rmul])? {
                None => repeat_unless(vm, b, a, [rmul, mul]),
                repeated => Ok(repeated),
            }
        }
        _ => Ok(None),
    }
}

/// `sequence * times` by what the type does, unless the class has a method for it, which has been asked then. A method of
/// the class for the other side makes it the type's method that is asked, not the type.
fn repeat_unless(
    vm: &Vm,
    sequence: &Value,
    times: &Value,
    [asked, other]: [&Name; 2],
) -> Res<Option<Value>> {
    let own = vm.unwrapped(sequence);
    if !is_sequence(&own) || vm.scripted_special(sequence, asked).is_some() {
        return Ok(None);
    }
    if asked.same(&vm.names.__mul__) && multiplies_itself(vm, times) {
        return Err(refuse_right_factor(vm, sequence, times));
    }
    if vm.scripted_special(sequence, other).is_some() {
        return repeat(vm, &own, times).map(Some);
    }
    repeat_by(vm, &own, times).map(Some)
}

/// Whether a plain value can be repeated here.
pub fn is_sequence(value: &Value) -> bool {
    match value {
        Value::Str(_) | Value::List(_) | Value::Tuple(_) => true,
        Value::Object(_) => {
            value.downcast::<Bytes>().is_some() || value.downcast::<ByteArray>().is_some()
        }
        _ => false,
    }
}

/// `a + b` for a plain sequence `a`; `None`: it is none.
pub fn concat(vm: &Vm, a: &Value, b: &Value) -> Res<Option<Value>> {
    Ok(Some(match (a, &vm.unwrapped(b)) {
        (Value::Str(a), Value::Str(b)) => concat_str(vm, a, b)?,
        (Value::List(a), Value::List(b)) => {
            let mut items = Vec::new();
            let count = a.len() + b.len();
            if items.try_reserve_exact(count).is_err() {
                return Err(vm.memory_error());
            }
            items.extend_from_slice(&a.borrow());
            items.extend_from_slice(&b.borrow());
            Value::from(List::new(items))
        }
        (Value::Tuple(a), Value::Tuple(b)) => match (a.items(), b.items()) {
            (_, []) => Value::Tuple(a.clone()),
            ([], _) => Value::Tuple(b.clone()),
            (a, b) => {
                vm.expect_room(2 * (size_of_val(a) + size_of_val(b)))?;
                Value::from(Tuple::new([a, b].concat()))
            }
        },
        (Value::Str(_) | Value::List(_) | Value::Tuple(_), _) => {
            let (own, other) = (vm.class_name(a), vm.class_name(b));
            let message = format!("can only concatenate {own} (not \"{other}\") to {own}");
            return Err(vm.type_error(&message));
        }
        (Value::Object(_), _) => return concat_bytes(vm, a, b),
        _ => return Ok(None),
    }))
}

/// `a + b` for strings.
pub fn concat_str(vm: &Vm, a: &Ref<Str>, b: &Ref<Str>) -> Res {
    if b.is_empty() {
        return Ok(Value::Str(a.clone()));
    }
    if a.is_empty() {
        return Ok(Value::Str(b.clone()));
    }
    vm.expect_room(a.bytes().len() + b.bytes().len())?;
    Ok(Value::from(Ref::new(a.concat(b))))
}

fn concat_bytes(vm: &Vm, a: &Value, b: &Value) -> Res<Option<Value>> {
    let array = a.downcast::<ByteArray>();
    if array.is_none() && a.downcast::<Bytes>().is_none() {
        return Ok(None);
    }
    let Some(tail) = vm.buffer(b) else {
        let (own, other) = (vm.class_name(a), vm.class_name(b));
        return Err(vm.type_error(&format!("can't concat {other} to {own}")));
    };
    let mut data = super::convert::bytes_of(a).unwrap_or_default();
    vm.expect_room(2 * (data.len() + tail.len()))?;
    data.extend_from_slice(&tail);
    Ok(Some(match array {
        Some(_) => Value::from(ByteArray::new(data)),
        None => Value::from(Bytes::new(data)),
    }))
}

/// `sequence * times`, where `times` may be anything.
fn repeat_by(vm: &Vm, sequence: &Value, times: &Value) -> Res {
    if !vm.is_index(times) {
        return Err(refuse_factor(vm, times));
    }
    repeat(vm, sequence, times)
}

/// `sequence * times`, where `times` is an integer or has `__index__`; how `__mul__` of a sequence works.
pub fn repeat(vm: &Vm, sequence: &Value, times: &Value) -> Res {
    let times = repetitions(vm, times)?;
    match sequence {
        Value::Str(_) if times == 1 => Ok(sequence.clone()),
        Value::Str(text) => {
            if text.bytes().len().checked_mul(times).is_none_or(too_long) {
                return Err(vm.overflow_error("repeated string is too long"));
            }
            let repeated = text::search::repeat(text.bytes(), times);
            let repeated = repeated.map_err(|fault| vm.fault(fault))?;
            Ok(Value::from(Ref::new(Str::from_wtf8(repeated))))
        }
        Value::List(list) => Ok(Value::from(List::new(repeat_items(
            vm,
            &list.borrow(),
            times,
        )?))),
        Value::Tuple(_) if times == 1 => Ok(sequence.clone()),
        Value::Tuple(tuple) => Ok(Value::from(Tuple::new(repeat_items(
            vm,
            tuple.items(),
            times,
        )?))),
        _ => {
            let data = super::convert::bytes_of(sequence).unwrap_or_default();
            let repeated = text::search::repeat(&data, times).map_err(|fault| vm.fault(fault))?;
            Ok(match sequence.downcast::<ByteArray>() {
                Some(_) => Value::from(ByteArray::new(repeated)),
                None => Value::from(Bytes::new(repeated)),
            })
        }
    }
}

fn too_long(size: usize) -> bool {
    i64::try_from(size).is_err()
}

/// How often to repeat: a negative number means never.
pub fn repetitions(vm: &Vm, times: &Value) -> Res<usize> {
    match vm.index(times)? {
        Value::Int(times) => Ok(usize::try_from(times).unwrap_or(0)),
        _ => {
            let class = vm.class_name(times);
            let message = format!("cannot fit '{class}' into an index-sized integer");
            Err(vm.overflow_error(&message))
        }
    }
}

/// The items, `times` times over.
pub fn repeat_items(vm: &Vm, items: &[Value], times: usize) -> Res<Vec<Value>> {
    if items.is_empty() {
        return Ok(Vec::new());
    }
    let mut repeated = Vec::new();
    let count = items.len().checked_mul(times);
    let room = count.and_then(|count| repeated.try_reserve_exact(count).ok());
    if room.is_none() {
        return Err(vm.memory_error());
    }
    match items {
        [item] => repeated.resize(times, item.clone()),
        _ => (0..times).for_each(|_| repeated.extend_from_slice(items)),
    }
    Ok(repeated)
}

/// `a op= b` of a list or bytearray in place; `None`: it is none, or has no such operator.
pub fn in_place(vm: &Vm, op: BinaryOp, a: &Value, b: &Value) -> Res<Option<Value>> {
    match (op, a) {
        (BinaryOp::Add, Value::List(list)) => extend(vm, list, b).map(|()| Some(a.clone())),
        (BinaryOp::Mult, Value::List(list)) => {
            if !vm.is_index(b) {
                return Err(refuse_right_factor(vm, a, b));
            }
            let times = repetitions(vm, b)?;
            let repeated = repeat_items(vm, &list.borrow(), times)?;
            let old = std::mem::replace(&mut *list.borrow_mut(), repeated);
            drop(old);
            Ok(Some(a.clone()))
        }
        (BinaryOp::Add, Value::Object(_)) => {
            let Some(array) = a.downcast::<ByteArray>() else {
                return Ok(None);
            };
            let Some(tail) = vm.buffer(b) else {
                let other = vm.class_name(b);
                return Err(vm.type_error(&format!("can't concat {other} to bytearray")));
            };
            let len = array.borrow().len() + tail.len();
            // What is added is looked at meanwhile, even if that is the array itself.
            let is_own = b.downcast::<ByteArray>().is_some_and(|b| b.same(array));
            array.count_view(isize::from(is_own));
            let extended = array
                .resizable_to(vm, len)
                .map(|mut data| data.extend_from_slice(&tail));
            array.count_view(-isize::from(is_own));
            extended?;
            Ok(Some(a.clone()))
        }
        (BinaryOp::Mult, Value::Object(_)) => {
            let Some(array) = a.downcast::<ByteArray>() else {
                return Ok(None);
            };
            if !vm.is_index(b) {
                return Err(refuse_right_factor(vm, a, b));
            }
            let times = repetitions(vm, b)?;
            let data = text::search::repeat(&array.borrow(), times);
            let data = data.map_err(|fault| vm.fault(fault))?;
            let len = data.len();
            *array.resizable_to(vm, len)? = data;
            Ok(Some(a.clone()))
        }
        _ => Ok(None),
    }
}

/// Whether a factor is a sequence that multiplies in its own way, but has inherited what it does on the right side.
fn multiplies_itself(vm: &Vm, factor: &Value) -> bool {
    let has = |name| vm.scripted_special(factor, name).is_some();
    has(&vm.names.__mul__) && !has(&vm.names.__rmul__) && is_sequence(&vm.unwrapped(factor))
}

/// The refusal of a factor on the right of a sequence. One that multiplies in its own way is asked first, and what it has
/// inherited for that wants an integer.
#[cold]
fn refuse_right_factor(vm: &Vm, sequence: &Value, factor: &Value) -> Raised {
    if multiplies_itself(vm, factor) {
        let class = vm.class_name(sequence);
        return vm.type_error(&format!(
            "'{class}' object cannot be interpreted as an integer"
        ));
    }
    refuse_factor(vm, factor)
}

#[cold]
fn refuse_factor(vm: &Vm, factor: &Value) -> Raised {
    let class = vm.class_name(factor);
    vm.type_error(&format!(
        "can't multiply sequence by non-int of type '{class}'"
    ))
}

/// `list.extend(iterable)`
pub fn extend(vm: &Vm, list: &Ref<List>, iterable: &Value) -> Res<()> {
    crate::objects::list_methods::extend_by(vm, list, iterable)
}
