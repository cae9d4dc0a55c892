//! What lists, tuples, strings, bytes and ranges have in common: positions from indexes, comparison item by item,
//! repetition, and text that does not run in circles. Slices are `slice.rs`.

use super::list::List;
use super::tuple::Tuple;
use super::value::Value;
use crate::interp::{Res, Vm};
use num_traits::Signed;
use snakelet_grammar::ast::CompareOp;

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
        _ => false,
    }
}

/// The place that an index means in a sequence of `len` items. `None`: the index is no integer, so that the caller tries
/// a slice; `Some(None)`: out of range.
pub fn position(vm: &Vm, index: &Value, len: usize) -> Res<Option<Option<usize>>> {
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
    let place = if index < 0 {
        index.wrapping_add(len as i64)
    } else {
        index
    };
    Ok(Some(usize::try_from(place).ok().filter(|&at| at < len)))
}

/// How often a sequence is to be repeated: negative counts give 0. `None`: `value` is no integer.
pub fn repetitions(vm: &Vm, value: &Value) -> Res<Option<usize>> {
    if !is_integer_like(vm, value) {
        return Ok(None);
    }
    match vm.index(value)? {
        Value::Int(number) => Ok(Some(usize::try_from(number).unwrap_or(0))),
        Value::Bool(flag) => Ok(Some(flag as usize)),
        _ => {
            let class = vm.class_name(value);
            Err(vm.overflow_error(&format!("cannot fit '{class}' into an index-sized integer")))
        }
    }
}

/// The operand of `sequence * value` as a count; `None`: leave it to the other operand, whose class has the operator.
pub fn multiplier(vm: &Vm, value: &Value) -> Res<Option<usize>> {
    if let Some(count) = repetitions(vm, value)? {
        return Ok(Some(count));
    }
    if has_own(vm, value, &vm.names.__rmul__) {
        return Ok(None);
    }
    let class = vm.class_name(value);
    Err(vm.type_error(&format!(
        "can't multiply sequence by non-int of type '{class}'"
    )))
}

/// Refuses `sequence + value`; `None`: leave it to the other operand, whose class has the operator.
pub fn refuse_concat(vm: &Vm, kind: &str, value: &Value) -> Res<Option<Value>> {
    if has_own(vm, value, &vm.names.__radd__) {
        return Ok(None);
    }
    let class = vm.class_name(value);
    Err(vm.type_error(&format!(
        "can only concatenate {kind} (not \"{class}\") to {kind}"
    )))
}

fn has_own(vm: &Vm, value: &Value, name: &super::str::Name) -> bool {
    matches!(value, Value::Instance(instance) if instance.class_ref().lookup(vm, name).is_some())
}

/// `items * count`
pub fn repeated(vm: &Vm, items: &[Value], count: usize) -> Res<Vec<Value>> {
    let mut all = Vec::new();
    let size = items.len().checked_mul(count);
    match size.filter(|&size| size <= isize::MAX as usize / 16) {
        Some(size) if all.try_reserve_exact(size).is_ok() => {}
        _ => return Err(vm.memory_error()),
    }
    for _ in 0..count {
        if items.is_empty() {
            break;
        }
        all.extend_from_slice(items);
        vm.poll()?;
    }
    Ok(all)
}

/// Items that can be looked at one by one while script code may change how many there are.
pub trait Items {
    /// How many items there are now.
    fn count(&self) -> usize;
    /// The item at `place`, if it still exists.
    fn item(&self, place: usize) -> Option<Value>;
}

impl Items for List {
    fn count(&self) -> usize {
        self.len()
    }

    fn item(&self, place: usize) -> Option<Value> {
        self.get(place)
    }
}

impl Items for Tuple {
    fn count(&self) -> usize {
        self.items().len()
    }

    fn item(&self, place: usize) -> Option<Value> {
        self.items().get(place).cloned()
    }
}

/// `a op b` item by item: the first pair that differs decides.
pub fn compare<A: Items, B: Items>(vm: &Vm, op: CompareOp, a: &A, b: &B) -> Res<Option<Value>> {
    let by_equality = matches!(op, CompareOp::Eq | CompareOp::NotEq);
    if by_equality && a.count() != b.count() {
        return Ok(Some(Value::bool(op == CompareOp::NotEq)));
    }
    vm.nested(|| {
        let mut place = 0;
        while let (Some(x), Some(y)) = (a.item(place), b.item(place)) {
            if !vm.same_or_equal(&x, &y)? {
                return match op {
                    CompareOp::Eq => Ok(Some(Value::bool(false))),
                    CompareOp::NotEq => Ok(Some(Value::bool(true))),
                    op => vm.compare(op, &x, &y).map(Some),
                };
            }
            place += 1;
        }
        let (a, b) = (a.count(), b.count());
        Ok(ordered(op, &a, &b).map(Value::bool))
    })
}

/// `a op b` for things that Rust can order; `None`: the operator is none of the six comparisons.
pub fn ordered<T: PartialOrd>(op: CompareOp, a: &T, b: &T) -> Option<bool> {
    Some(match op {
        CompareOp::Eq => a == b,
        CompareOp::NotEq => a != b,
        CompareOp::Lt => a < b,
        CompareOp::LtE => a <= b,
        CompareOp::Gt => a > b,
        CompareOp::GtE => a >= b,
        CompareOp::Is | CompareOp::IsNot | CompareOp::In | CompareOp::NotIn => return None,
    })
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

/// Makes the text of a container with `body`, or gives `cyclic` if that is being done already further out.
pub fn guarded_repr(
    vm: &Vm,
    this: &Value,
    cyclic: &str,
    body: impl FnOnce() -> Res<String>,
) -> Res<String> {
    let address = this.address().unwrap_or(0);
    if vm.thread.in_repr.borrow().contains(&address) {
        return Ok(cyclic.to_owned());
    }
    vm.thread.in_repr.borrow_mut().push(address);
    let text = vm.nested(body);
    vm.thread.in_repr.borrow_mut().pop();
    text
}

/// The texts of items, joined by commas.
pub fn repr_items<A: Items>(vm: &Vm, items: &A, text: &mut String) -> Res<()> {
    let mut place = 0;
    while let Some(item) = items.item(place) {
        if place > 0 {
            text.push_str(", ");
        }
        text.push_str(&vm.repr(&item)?);
        place += 1;
    }
    Ok(())
}
