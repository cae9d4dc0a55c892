//! What lists, tuples, strings, bytes and ranges have in common: places from indexes, and the search for an item. Slices
//! are `slice.rs`; `+`, `*` and comparisons of sequences are in `interp/`.

use super::list::List;
use super::tuple::Tuple;
use super::value::Value;
use crate::interp::{Res, Vm};
use num_traits::Signed;

/// An index as a number, cut to 64 bits: `None` if the value is no integer and has no `__index__`.
pub fn as_clamped_index(vm: &Vm, value: &Value) -> Res<Option<i64>> {
    if let Value::Int(number) = value {
        return Ok(Some(*number));
    }
    if !is_integer_like(vm, value) {
        return Ok(None);
    }
    Ok(Some(match vm.index(value)? {
        Value::Int(number) => number,
        Value::Bool(flag) => flag as i64,
        Value::Big(big) if big.0.is_negative() => i64::MIN,
        _ => i64::MAX,
    }))
}

/// Whether a value is an integer or has `__index__`.
pub fn is_integer_like(vm: &Vm, value: &Value) -> bool {
    match value {
        Value::Int(_) | Value::Big(_) | Value::Bool(_) => true,
        Value::Instance(instance) => {
            instance
                .class_ref()
                .lookup(vm, &vm.names.__index__)
                .is_some()
                || instance
                    .native()
                    .is_some_and(|native| is_integer_like(vm, &native))
        }
        // An exception or a class can have one as well.
        Value::Object(_) | Value::Class(_) => vm.is_index(value),
        _ => false,
    }
}

/// The place that an index means in a sequence of `len` items, which is asked for when the index has become a number:
/// `__index__` may change it. `None`: the index is no integer, so that the caller tries a slice; `Some(None)`: out of range.
#[inline]
pub fn position(vm: &Vm, index: &Value, len: impl FnOnce() -> usize) -> Res<Option<Option<usize>>> {
    let index = match index {
        Value::Int(number) => *number,
        other if is_integer_like(vm, other) => match vm.index(other)? {
            Value::Int(number) => number,
            Value::Bool(flag) => flag as i64,
            _ => {
                let class = vm.class_name(other);
                return Err(
                    vm.index_error(&format!("cannot fit '{class}' into an index-sized integer"))
                );
            }
        },
        _ => return Ok(None),
    };
    let len = len();
    let place = if index < 0 {
        index.wrapping_add(len as i64)
    } else {
        index
    };
    Ok(Some(usize::try_from(place).ok().filter(|&at| at < len)))
}

/// Items that can be looked at one by one while script code may change how many there are.
pub trait Items {
    /// The item at `place`, if it still exists.
    fn item(&self, place: usize) -> Option<Value>;
}

impl Items for List {
    fn item(&self, place: usize) -> Option<Value> {
        self.get(place)
    }
}

impl Items for Tuple {
    fn item(&self, place: usize) -> Option<Value> {
        self.items().get(place).cloned()
    }
}

/// The first place from `start` to before `stop` where `item` stands.
pub fn find<A: Items>(
    vm: &Vm,
    items: &A,
    item: &Value,
    start: usize,
    stop: usize,
) -> Res<Option<usize>> {
    let mut place = start;
    while place < stop {
        let Some(each) = items.item(place) else { break };
        if vm.same_or_equal(&each, item)? {
            return Ok(Some(place));
        }
        place += 1;
    }
    Ok(None)
}

/// How often `item` stands among the items.
pub fn count<A: Items>(vm: &Vm, items: &A, item: &Value) -> Res {
    let (mut place, mut found) = (0, 0);
    while let Some(each) = items.item(place) {
        found += i64::from(vm.same_or_equal(&each, item)?);
        place += 1;
    }
    Ok(Value::Int(found))
}

/// The bounds that `index(item, start, stop)` takes, cut to a sequence of `len` items.
pub fn search_bounds(vm: &Vm, args: &[Value], len: usize) -> Res<(usize, usize)> {
    let bound = |at: usize, default: usize| -> Res<usize> {
        let Some(value) = args.get(at).and_then(Value::given) else {
            return Ok(default);
        };
        let Some(index) = as_clamped_index(vm, value)? else {
            return Err(vm.type_error("slice indices must be integers or have an __index__ method"));
        };
        let place = if index < 0 {
            index.saturating_add(len as i64).max(0)
        } else {
            index
        };
        Ok(usize::try_from(place).unwrap_or(0))
    };
    Ok((bound(2, 0)?, bound(3, usize::MAX)?))
}
