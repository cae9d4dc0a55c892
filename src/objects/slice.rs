//! `slice`: what `a[start:stop:step]` hands to `a`, and which places it means.

use super::class::{Class, TypeDef};
use super::counted::Ref;
use super::native::{NativeDef, getter, native};
use super::object::Object;
use super::sequence::as_clamped_index;
use super::tuple::Tuple;
use super::value::Value;
use crate::interp::{Res, Vm};
use num_bigint::BigInt;
use num_traits::{Signed, Zero};
use snakelet_grammar::ast::CompareOp;

/// The row of `slice`.
pub const TYPE: TypeDef = TypeDef {
    name: "slice",
    doc: "slice(stop)\nslice(start, stop[, step])\n\nWhat stands between brackets in a[0:10:2].",
    new: Some(native(
        "__new__",
        "(*args)",
        "Make a new object. help(type) says what it takes.",
        new,
    )),
    methods: METHODS,
    getters: &[
        getter("start", "Where it begins.", |vm, a| {
            Ok(of(vm, a)?.start.clone())
        }),
        getter("stop", "Before what it ends.", |vm, a| {
            Ok(of(vm, a)?.stop.clone())
        }),
        getter("step", "How far apart its places are.", |vm, a| {
            Ok(of(vm, a)?.step.clone())
        }),
    ],
    slots: &[
        "__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__hash__", "__repr__",
    ],
    ..TypeDef::PLAIN
};

const METHODS: &[NativeDef] = &[
    super::copying::reduce(|vm, a| {
        let slice = of(vm, &a[0])?;
        let parts = vec![slice.start.clone(), slice.stop.clone(), slice.step.clone()];
        Ok(super::copying::same_class(vm, &a[0], parts))
    }),
    native(
        "indices",
        "(object, /)",
        "Return (start, stop, stride) for a sequence of length len, out-of-bounds indices clipped.",
        indices,
    ),
];

/// A slice. Absent parts are `None`.
pub struct Slice {
    /// Where it begins.
    pub start: Value,
    /// Before what it ends.
    pub stop: Value,
    /// How far apart its places are.
    pub step: Value,
}

/// The places of a slice in a sequence of known length.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// The first place.
    pub start: i64,
    /// The place before which it ends, or behind which for a negative step.
    pub stop: i64,
    /// The distance of two places; not 0.
    pub step: i64,
    /// How many places there are.
    pub count: usize,
}

impl Bounds {
    /// The places in the order of the slice.
    pub fn places(self) -> impl Iterator<Item = usize> + Clone {
        (0..self.count as i64).map(move |at| (self.start + at * self.step) as usize)
    }

    /// The items at the places.
    pub fn pick<T: Clone>(self, items: &[T]) -> Vec<T> {
        if self.step == 1 {
            let start = self.start as usize;
            return items[start..start + self.count].to_vec();
        }
        self.places().map(|place| items[place].clone()).collect()
    }
}

impl Slice {
    /// A slice of any three values.
    #[allow(clippy::new_ret_no_self)]
    pub fn new(start: Value, stop: Value, step: Value) -> Value {
        Value::from(Ref::new(Slice { start, stop, step }))
    }

    /// The slice behind a value, if it is one.
    pub fn of(value: &Value) -> Option<&Ref<Slice>> {
        value.downcast::<Slice>()
    }

    /// The places it means in a sequence whose length is asked for when the parts are known: they may be script code.
    pub fn bounds(&self, vm: &Vm, len: impl FnOnce() -> usize) -> Res<Bounds> {
        Ok(self.numbers(vm)?.clipped(len()))
    }

    /// Its parts as numbers.
    pub fn numbers(&self, vm: &Vm) -> Res<Numbers> {
        let step = part(vm, &self.step)?.unwrap_or(1);
        if step == 0 {
            return Err(vm.value_error("slice step cannot be zero"));
        }
        Ok(Numbers {
            step: step.max(-i64::MAX),
            start: part(vm, &self.start)?,
            stop: part(vm, &self.stop)?,
        })
    }

    fn parts(&self) -> Ref<Tuple> {
        Tuple::new(vec![
            self.start.clone(),
            self.stop.clone(),
            self.step.clone(),
        ])
    }
}

/// The parts of a slice as numbers, before the length of a sequence is known.
#[derive(Clone, Copy, Debug)]
pub struct Numbers {
    start: Option<i64>,
    stop: Option<i64>,
    /// Not 0.
    pub step: i64,
}

impl Numbers {
    /// The places in a sequence of `len` items.
    pub fn clipped(self, len: usize) -> Bounds {
        let (step, len) = (self.step, len as i64);
        let (lowest, highest) = if step < 0 { (-1, len - 1) } else { (0, len) };
        let clip = |bound: i64| {
            let place = if bound < 0 {
                bound.saturating_add(len)
            } else {
                bound
            };
            place.clamp(lowest, highest)
        };
        let (first, last) = if step < 0 {
            (highest, lowest)
        } else {
            (lowest, highest)
        };
        let start = self.start.map_or(first, clip);
        let stop = self.stop.map_or(last, clip);
        let distance = if step < 0 { start - stop } else { stop - start };
        let count = if distance <= 0 {
            0
        } else {
            (distance - 1) / step.abs() + 1
        };
        Bounds {
            start,
            stop,
            step,
            count: count as usize,
        }
    }
}

fn part(vm: &Vm, value: &Value) -> Res<Option<i64>> {
    if value.is_none() {
        return Ok(None);
    }
    match as_clamped_index(vm, value)? {
        Some(number) => Ok(Some(number)),
        None => Err(not_an_index(vm)),
    }
}

fn not_an_index(vm: &Vm) -> crate::interp::Raised {
    vm.type_error("slice indices must be integers or None or have an __index__ method")
}

fn of<'a>(vm: &Vm, value: &'a Value) -> Res<&'a Ref<Slice>> {
    Slice::of(value).ok_or_else(|| vm.descriptor_error("slice", value))
}

fn new(vm: &Vm, a: &[Value]) -> Res {
    let Value::Tuple(args) = &a[1] else {
        return Err(vm.descriptor_error("slice", &a[1]));
    };
    let none = Value::None;
    let (start, stop, step) = match args.items() {
        [stop] => (&none, stop, &none),
        [start, stop] => (start, stop, &none),
        [start, stop, step] => (start, stop, step),
        [] => return Err(vm.type_error("slice expected at least 1 argument, got 0")),
        more => {
            let count = more.len();
            return Err(vm.type_error(&format!("slice expected at most 3 arguments, got {count}")));
        }
    };
    Ok(Slice::new(start.clone(), stop.clone(), step.clone()))
}

/// `slice.indices`: lengths and parts of any size.
fn indices(vm: &Vm, a: &[Value]) -> Res {
    let this = of(vm, &a[0])?;
    let len = big(vm, &a[1])?;
    if len.is_negative() {
        return Err(vm.value_error("length should not be negative"));
    }
    let bound = |value: &Value| -> Res<Option<BigInt>> {
        if value.is_none() {
            return Ok(None);
        }
        if !super::sequence::is_integer_like(vm, value) {
            return Err(not_an_index(vm));
        }
        big(vm, value).map(Some)
    };
    let step = bound(&this.step)?.unwrap_or_else(|| BigInt::from(1));
    if step.is_zero() {
        return Err(vm.value_error("slice step cannot be zero"));
    }
    let (lowest, highest) = if step.is_negative() {
        (BigInt::from(-1), &len - 1)
    } else {
        (BigInt::zero(), len.clone())
    };
    let clip = |bound: BigInt| {
        let place = if bound.is_negative() {
            bound + &len
        } else {
            bound
        };
        place.clamp(lowest.clone(), highest.clone())
    };
    let (first, last) = if step.is_negative() {
        (highest.clone(), lowest.clone())
    } else {
        (lowest.clone(), highest.clone())
    };
    let start = bound(&this.start)?.map_or(first, clip);
    let stop = bound(&this.stop)?.map_or(last, clip);
    Ok(Value::from(Tuple::new(vec![
        Value::from(start),
        Value::from(stop),
        Value::from(step),
    ])))
}

/// An integer of any size.
pub fn big(vm: &Vm, value: &Value) -> Res<BigInt> {
    Ok(match vm.index(value)? {
        Value::Int(number) => BigInt::from(number),
        Value::Bool(flag) => BigInt::from(flag as i64),
        Value::Big(number) => number.0.clone(),
        _ => BigInt::zero(),
    })
}

impl Object for Slice {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.slice.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        [&self.start, &self.stop, &self.step]
            .into_iter()
            .for_each(visit);
    }

    /// A slice never changes: it can only be in a cycle through something that does.
    fn clear(&self) {}

    fn repr(&self, vm: &Vm, _this: &Value) -> Res<Option<String>> {
        let (start, stop, step) = (
            vm.repr(&self.start)?,
            vm.repr(&self.stop)?,
            vm.repr(&self.step)?,
        );
        Ok(Some(format!("slice({start}, {stop}, {step})")))
    }

    fn hash(&self, vm: &Vm, _this: &Value) -> Res<Option<i64>> {
        let members = [
            vm.hash(&self.start)?,
            vm.hash(&self.stop)?,
            vm.hash(&self.step)?,
        ];
        Ok(Some(crate::text::hash::slice(members)))
    }

    fn compare(&self, vm: &Vm, _this: &Value, op: CompareOp, other: &Value) -> Res<Option<Value>> {
        let Some(right) = Slice::of(other) else {
            return Ok(None);
        };
        let (left, right) = (self.parts(), right.parts());
        let items = |parts: &Ref<Tuple>, at: usize| parts.items().get(at).cloned();
        vm.compare_items(op, |at| items(&left, at), |at| items(&right, at))
            .map(Some)
    }
}
