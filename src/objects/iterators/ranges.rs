//! Iterators over ranges.

use super::row;
use crate::interp::{Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::copying;
use crate::objects::counted::Ref;
use crate::objects::native::{NativeDef, native};
use crate::objects::object::Object;
use crate::objects::range::{BigRange, Range};
use crate::objects::value::Value;
use num_bigint::BigInt;
use num_traits::{ToPrimitive, Zero};
use std::cell::{Cell, RefCell};

/// The row of `range_iterator`.
pub const SMALL: TypeDef = row("range_iterator", METHODS);
/// The row of `longrange_iterator`.
pub const BIG: TypeDef = row("longrange_iterator", METHODS);

const METHODS: &[NativeDef] = &[
    native(
        "__length_hint__",
        "()",
        "How many items are left, as far as that is known.",
        length_hint,
    ),
    copying::reduce(reduce),
    copying::set_state(set_state),
];

/// An iterator over a range of machine words.
pub struct RangeIterator {
    next: Cell<i64>,
    left: Cell<u64>,
    step: i64,
}

impl RangeIterator {
    /// An iterator over a range.
    pub fn over(range: &Range) -> Value {
        match range {
            Range::Small(range) => RangeIterator::from_parts(range.start, range.count, range.step),
            Range::Big(range) => BigRangeIterator::over((**range).clone()),
        }
    }

    /// An iterator over a range from its end.
    pub fn reversed(range: &Range) -> Value {
        match range {
            Range::Small(range) => RangeIterator::from_parts(
                range.at(range.count.wrapping_sub(1)),
                range.count,
                range.step.wrapping_neg(),
            ),
            Range::Big(range) => {
                let last = &range.start + (&range.count - 1) * &range.step;
                BigRangeIterator::over(BigRange {
                    start: last,
                    step: -&range.step,
                    ..(**range).clone()
                })
            }
        }
    }

    fn from_parts(start: i64, count: u64, step: i64) -> Value {
        Value::from(Ref::new(RangeIterator {
            next: Cell::new(start),
            left: Cell::new(count),
            step,
        }))
    }
}

impl RangeIterator {
    /// The next number, if there is one.
    #[inline(always)]
    pub fn advance(&self) -> Option<i64> {
        self.left.set(self.left.get().checked_sub(1)?);
        let item = self.next.get();
        self.next.set(item.wrapping_add(self.step));
        Some(item)
    }
}

impl Object for RangeIterator {
    fn is_tracked() -> bool {
        false
    }

    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.range_iterator.clone()
    }

    fn traverse(&self, _visit: &mut dyn FnMut(&Value)) {}

    fn clear(&self) {}

    fn is_iterator(&self) -> bool {
        true
    }

    fn next(&self, _vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        Ok(self.advance().map(Value::Int))
    }
}

/// An iterator over a range of integers of any size.
pub struct BigRangeIterator {
    next: RefCell<BigInt>,
    left: RefCell<BigInt>,
    step: BigInt,
}

impl BigRangeIterator {
    fn over(range: BigRange) -> Value {
        Value::from(Ref::new(BigRangeIterator {
            next: RefCell::new(range.start),
            left: RefCell::new(range.count),
            step: range.step,
        }))
    }
}

impl Object for BigRangeIterator {
    fn is_tracked() -> bool {
        false
    }

    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.longrange_iterator.clone()
    }

    fn traverse(&self, _visit: &mut dyn FnMut(&Value)) {}

    fn clear(&self) {}

    fn is_iterator(&self) -> bool {
        true
    }

    fn next(&self, _vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        let mut left = self.left.borrow_mut();
        if left.is_zero() {
            return Ok(None);
        }
        *left -= 1;
        let mut next = self.next.borrow_mut();
        let item = next.clone();
        *next += &self.step;
        Ok(Some(Value::from(item)))
    }
}

fn length_hint(vm: &Vm, a: &[Value]) -> Res {
    if let Some(iterator) = a[0].downcast::<RangeIterator>() {
        return Ok(Value::from(BigInt::from(iterator.left.get())));
    }
    match a[0].downcast::<BigRangeIterator>() {
        Some(iterator) => Ok(Value::from(iterator.left.borrow().clone())),
        None => Err(vm.descriptor_error("range_iterator", &a[0])),
    }
}

/// The next number, the number of those that are left, and their distance.
fn state(vm: &Vm, iterator: &Value) -> Res<(BigInt, BigInt, BigInt)> {
    if let Some(iterator) = iterator.downcast::<RangeIterator>() {
        let next = BigInt::from(iterator.next.get());
        return Ok((next, iterator.left.get().into(), iterator.step.into()));
    }
    match iterator.downcast::<BigRangeIterator>() {
        Some(iterator) => {
            let (next, left) = (iterator.next.borrow(), iterator.left.borrow());
            Ok((next.clone(), left.clone(), iterator.step.clone()))
        }
        None => Err(vm.descriptor_error("range_iterator", iterator)),
    }
}

/// The range of what is left.
fn reduce(vm: &Vm, a: &[Value]) -> Res {
    let (next, left, step) = state(vm, &a[0])?;
    let stop = &next + left * &step;
    let range = Value::from(Ref::new(Range::new(next, stop, step)));
    copying::by_builtin(vm, "iter", vec![range], Some(Value::None))
}

/// Skips as many numbers as the state says.
fn set_state(vm: &Vm, a: &[Value]) -> Res {
    let skipped = match vm.index(&a[1])? {
        Value::Int(number) => BigInt::from(number),
        Value::Big(number) => number.0.clone(),
        _ => BigInt::zero(),
    };
    let (next, left, step) = state(vm, &a[0])?;
    let skipped = skipped.clamp(BigInt::zero(), left.clone());
    let (next, left) = (next + &skipped * step, left - skipped);
    if let Some(iterator) = a[0].downcast::<RangeIterator>() {
        // The number behind the last one may not fit; it is never given.
        iterator.next.set(next.to_i64().unwrap_or_default());
        iterator.left.set(left.to_u64().unwrap_or_default());
    } else if let Some(iterator) = a[0].downcast::<BigRangeIterator>() {
        iterator.next.replace(next);
        iterator.left.replace(left);
    }
    Ok(Value::None)
}
