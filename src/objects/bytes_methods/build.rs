//! Bytes built: joined, and filled up to a width.

use super::Receiver;
use crate::interp::{Res, Vm};
use crate::objects::bytearray::ByteArray;
use crate::objects::object::Object;
use crate::objects::value::Value;
use crate::text::search::{self, Units};

pub(crate) fn join(vm: &Vm, a: &[Value]) -> Res {
    // While the iterable gives its items, a bytearray cannot change its size.
    let array = vm.unwrapped(&a[0]).downcast::<ByteArray>().cloned();
    let count = |change| {
        if let Some(array) = &array {
            array.count_view(change);
        }
    };
    count(1);
    let items = vm.items_to_join(&a[1]);
    count(-1);
    let items = items?;
    let receiver = Receiver::of(vm, &a[0])?;
    let mut joined = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let Some(data) = vm.buffer(item) else {
            let class = vm.class_name(item);
            let message =
                format!("sequence item {at}: expected a bytes-like object, {class} found");
            return Err(vm.type_error(&message));
        };
        let between = if at > 0 { receiver.data.len() } else { 0 };
        if joined.try_reserve(between + data.len()).is_err() {
            return Err(vm.memory_error());
        }
        joined.extend_from_slice(&receiver.data[..between]);
        joined.extend_from_slice(&data);
    }
    Ok(receiver.made(joined))
}

fn fill(vm: &Vm, a: &[Value], name: &str, margins: fn(usize, usize) -> (usize, usize)) -> Res {
    let width = vm.index_size(&a[1])?;
    let fill = match a.get(2).and_then(Value::given) {
        Some(fill) => match vm.buffer(fill) {
            Some(data) if data.len() == 1 => data,
            _ => {
                let class = vm.argument_class(fill);
                let message =
                    format!("{name}() argument 2 must be a byte string of length 1, not {class}");
                return Err(vm.type_error(&message));
            }
        },
        None => vec![b' '],
    };
    let width = usize::try_from(width).unwrap_or(0);
    let receiver = Receiver::of(vm, &a[0])?;
    let length = receiver.data.len();
    let (left, right) = if width > length {
        margins(length, width)
    } else {
        (0, 0)
    };
    let padded = search::padded(&receiver.data, &fill, left, right);
    receiver.outcome(vm, padded)
}

pub(crate) fn center(vm: &Vm, a: &[Value]) -> Res {
    fill(vm, a, "center", search::margins)
}

pub(crate) fn ljust(vm: &Vm, a: &[Value]) -> Res {
    fill(vm, a, "ljust", |length, width| (0, width - length))
}

pub(crate) fn rjust(vm: &Vm, a: &[Value]) -> Res {
    fill(vm, a, "rjust", |length, width| (width - length, 0))
}

pub(crate) fn zfill(vm: &Vm, a: &[Value]) -> Res {
    let width = usize::try_from(vm.index_size(&a[1])?).unwrap_or(0);
    let receiver = Receiver::of(vm, &a[0])?;
    let filled = search::zfill(&receiver.data, width, Units::Bytes);
    receiver.outcome(vm, filled)
}
