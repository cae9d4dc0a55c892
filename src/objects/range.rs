//! `range`: an arithmetic progression, in machine words where they do and in big integers otherwise. Its iterators are
//! in `iterators/ranges.rs`.

use super::class::{Class, TypeDef};
use super::counted::Ref;
use super::iterators::ranges::RangeIterator;
use super::native::{NativeDef, getter, native};
use super::object::Object;
use super::sequence;
use super::slice::{self, Slice};
use super::tuple::Tuple;
use super::value::Value;
use crate::interp::{Res, Vm};
use num_bigint::BigInt;
use num_traits::{One, Signed, ToPrimitive, Zero};
use snakelet_grammar::ast::CompareOp;

/// The row of `range`.
pub const TYPE: TypeDef = TypeDef {
    name: "range",
    doc: "range(stop)\nrange(start, stop[, step])\n\nThe integers from start, or 0, by step, or 1, that come before stop.",
    new: Some(native(
        "__new__",
        "(*args)",
        "Make a new object. help(type) says what it takes.",
        new,
    )),
    methods: METHODS,
    getters: &[
        getter("start", "The first number.", |vm, a| Ok(of(vm, a)?.start())),
        getter("stop", "The number before which it ends.", |vm, a| {
            Ok(of(vm, a)?.stop())
        }),
        getter("step", "The distance of two numbers.", |vm, a| {
            Ok(of(vm, a)?.step())
        }),
    ],
    slots: &[
        "__eq__",
        "__ne__",
        "__lt__",
        "__le__",
        "__gt__",
        "__ge__",
        "__hash__",
        "__repr__",
        "__len__",
        "__getitem__",
        "__contains__",
        "__iter__",
        "__bool__",
    ],
    ..TypeDef::PLAIN
};

const METHODS: &[NativeDef] = &[
    super::copying::reduce(|vm, a| {
        of(vm, &a[0])?;
        let part = |name: &str| vm.get_attribute(&a[0], &vm.name(name));
        let parts = vec![part("start")?, part("stop")?, part("step")?];
        Ok(super::copying::same_class(vm, &a[0], parts))
    }),
    native(
        "__reversed__",
        "()",
        "Return a reverse iterator.",
        |vm, a| Ok(RangeIterator::reversed(of(vm, &a[0])?)),
    ),
    native(
        "count",
        "(object, /)",
        "rangeobject.count(value): how often the value is in it, once or never",
        count,
    ),
    native(
        "index",
        "(object, /)",
        "rangeobject.index(value): at which place the value is.\nValueError where it is not in it.",
        index,
    ),
];

/// A range.
pub enum Range {
    /// All numbers, the one behind the last included, fit 64 bits.
    Small(SmallRange),
    /// A larger one.
    Big(Box<BigRange>),
}

/// A range of machine words.
#[derive(Clone, Copy, Debug)]
pub struct SmallRange {
    /// The first number.
    pub start: i64,
    /// The number before which it ends.
    pub stop: i64,
    /// The distance of two numbers.
    pub step: i64,
    /// How many numbers there are.
    pub count: u64,
}

/// A range of integers of any size.
#[derive(Clone)]
pub struct BigRange {
    /// The first number.
    pub start: BigInt,
    /// The number before which it ends.
    pub stop: BigInt,
    /// The distance of two numbers.
    pub step: BigInt,
    /// How many numbers there are.
    pub count: BigInt,
}

/// The first number, how many there are, and their distance: if the value is a range of machine words.
#[inline]
pub fn small(value: &Value) -> Option<(i64, u64, i64)> {
    match &**value.downcast::<Range>()? {
        Range::Small(range) => Some((range.start, range.count, range.step)),
        Range::Big(_) => None,
    }
}

impl SmallRange {
    fn new(start: i64, stop: i64, step: i64) -> SmallRange {
        let distance = if step < 0 {
            i128::from(start) - i128::from(stop)
        } else {
            i128::from(stop) - i128::from(start)
        };
        let count = if distance <= 0 {
            0
        } else {
            (distance - 1) / i128::from(step).abs() + 1
        };
        SmallRange {
            start,
            stop,
            step,
            count: count as u64,
        }
    }

    /// The number at `place`, which has to be one of the range's.
    pub fn at(&self, place: u64) -> i64 {
        self.start
            .wrapping_add(self.step.wrapping_mul(place as i64))
    }
}

impl Range {
    /// A range; `step` is not 0.
    pub fn new(start: BigInt, stop: BigInt, step: BigInt) -> Range {
        if let (Some(start), Some(stop), Some(step)) =
            (start.to_i64(), stop.to_i64(), step.to_i64())
        {
            return Range::Small(SmallRange::new(start, stop, step));
        }
        let distance = if step.is_negative() {
            &start - &stop
        } else {
            &stop - &start
        };
        let count = if distance.is_positive() {
            (distance - 1) / step.abs() + 1
        } else {
            BigInt::zero()
        };
        Range::Big(Box::new(BigRange {
            start,
            stop,
            step,
            count,
        }))
    }

    /// Its first number.
    pub fn start(&self) -> Value {
        match self {
            Range::Small(range) => Value::Int(range.start),
            Range::Big(range) => Value::from(range.start.clone()),
        }
    }

    /// The number before which it ends.
    pub fn stop(&self) -> Value {
        match self {
            Range::Small(range) => Value::Int(range.stop),
            Range::Big(range) => Value::from(range.stop.clone()),
        }
    }

    /// The distance of two numbers.
    pub fn step(&self) -> Value {
        match self {
            Range::Small(range) => Value::Int(range.step),
            Range::Big(range) => Value::from(range.step.clone()),
        }
    }

    /// How many numbers there are.
    pub fn count(&self) -> BigInt {
        match self {
            Range::Small(range) => BigInt::from(range.count),
            Range::Big(range) => range.count.clone(),
        }
    }

    /// Its parts as integers of any size.
    pub fn to_big(&self) -> BigRange {
        match self {
            Range::Small(range) => BigRange {
                start: BigInt::from(range.start),
                stop: BigInt::from(range.stop),
                step: BigInt::from(range.step),
                count: BigInt::from(range.count),
            },
            Range::Big(range) => (**range).clone(),
        }
    }

    /// The place of an integer; `None`: it is none of the range's.
    fn place(&self, number: &BigInt) -> Option<BigInt> {
        let range = self.to_big();
        let distance = number - &range.start;
        let place = &distance / &range.step;
        let exact = (&place * &range.step) == distance;
        (exact && !place.is_negative() && place < range.count).then_some(place)
    }

    fn contains_small(&self, number: i64) -> bool {
        match self {
            Range::Small(range) => {
                let distance = i128::from(number) - i128::from(range.start);
                let step = i128::from(range.step);
                distance % step == 0 && (0..i128::from(range.count)).contains(&(distance / step))
            }
            Range::Big(_) => self.place(&BigInt::from(number)).is_some(),
        }
    }
}

fn of<'a>(vm: &Vm, value: &'a Value) -> Res<&'a Ref<Range>> {
    value
        .downcast::<Range>()
        .ok_or_else(|| vm.descriptor_error("range", value))
}

fn new(vm: &Vm, a: &[Value]) -> Res {
    let Value::Tuple(args) = &a[1] else {
        return Err(vm.descriptor_error("range", &a[1]));
    };
    match args.items() {
        [stop] => make(vm, &Value::Int(0), stop, &Value::Int(1)),
        [start, stop] => make(vm, start, stop, &Value::Int(1)),
        [start, stop, step] => make(vm, start, stop, step),
        [] => Err(vm.type_error("range expected at least 1 argument, got 0")),
        more => {
            let count = more.len();
            Err(vm.type_error(&format!("range expected at most 3 arguments, got {count}")))
        }
    }
}

fn make(vm: &Vm, start: &Value, stop: &Value, step: &Value) -> Res {
    if let (Value::Int(start), Value::Int(stop), Value::Int(step @ ..=-1 | step @ 1..)) =
        (start, stop, step)
    {
        let range = SmallRange::new(*start, *stop, *step);
        return Ok(Value::from(Ref::new(Range::Small(range))));
    }
    let (start, stop, step) = (
        slice::big(vm, start)?,
        slice::big(vm, stop)?,
        slice::big(vm, step)?,
    );
    if step.is_zero() {
        return Err(vm.value_error("range() arg 3 must not be zero"));
    }
    Ok(Value::from(Ref::new(Range::new(start, stop, step))))
}

fn count(vm: &Vm, a: &[Value]) -> Res {
    let this = of(vm, &a[0])?;
    if let Some(number) = exact_integer(&a[1]) {
        return Ok(Value::Int(i64::from(this.place(&number).is_some())));
    }
    let mut found = 0;
    vm.for_each(&a[0], |item| {
        found += i64::from(vm.same_or_equal(&item, &a[1])?);
        Ok(true)
    })?;
    Ok(Value::Int(found))
}

fn index(vm: &Vm, a: &[Value]) -> Res {
    let this = of(vm, &a[0])?;
    if let Some(number) = exact_integer(&a[1]) {
        return match this.place(&number) {
            Some(place) => Ok(Value::from(place)),
            None => Err(vm.value_error(&format!("{} is not in range", vm.repr(&a[1])?))),
        };
    }
    let (mut place, mut found) = (0, false);
    vm.for_each(&a[0], |item| {
        found = vm.same_or_equal(&item, &a[1])?;
        place += 1;
        Ok(!found)
    })?;
    if found {
        return Ok(Value::Int(place - 1));
    }
    Err(vm.value_error("sequence.index(x): x not in sequence"))
}

fn exact_integer(value: &Value) -> Option<BigInt> {
    match value {
        Value::Int(number) => Some(BigInt::from(*number)),
        Value::Bool(flag) => Some(BigInt::from(*flag as i64)),
        Value::Big(number) => Some(number.0.clone()),
        _ => None,
    }
}

/// The range that a slice picks out of a range.
fn sliced(vm: &Vm, range: &Range, slice: &Ref<Slice>) -> Res {
    let all = range.to_big();
    let limits = vm.call_method(
        &Value::from(slice.clone()),
        &vm.name("indices"),
        &[Value::from(all.count)],
    )?;
    let Value::Tuple(limits) = limits else {
        return Err(vm.type_error("slice.indices gave no tuple"));
    };
    let part = |at: usize| slice::big(vm, &limits.items()[at]);
    let (start, stop, step) = (part(0)?, part(1)?, part(2)?);
    let number = |place: BigInt| &all.start + place * &all.step;
    let range = Range::new(number(start), number(stop), step * &all.step);
    Ok(Value::from(Ref::new(range)))
}

impl Object for Range {
    fn is_tracked() -> bool {
        false
    }

    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.range.clone()
    }

    fn traverse(&self, _visit: &mut dyn FnMut(&Value)) {}

    fn clear(&self) {}

    fn repr(&self, vm: &Vm, _this: &Value) -> Res<Option<String>> {
        let (start, stop) = (vm.repr(&self.start())?, vm.repr(&self.stop())?);
        Ok(Some(match self.step() {
            Value::Int(1) => format!("range({start}, {stop})"),
            step => format!("range({start}, {stop}, {})", vm.repr(&step)?),
        }))
    }

    fn hash(&self, vm: &Vm, _this: &Value) -> Res<Option<i64>> {
        let count = self.count();
        let mut parts = vec![Value::from(count.clone()), Value::None, Value::None];
        if !count.is_zero() {
            parts[1] = self.start();
            if !count.is_one() {
                parts[2] = self.step();
            }
        }
        vm.hash(&Value::from(Tuple::new(parts))).map(Some)
    }

    fn compare(&self, _vm: &Vm, _this: &Value, op: CompareOp, other: &Value) -> Res<Option<Value>> {
        let Some(other) = other.downcast::<Range>() else {
            return Ok(None);
        };
        let (a, b) = (self.to_big(), other.to_big());
        let equal = a.count == b.count
            && (a.count.is_zero() || a.start == b.start && (a.count.is_one() || a.step == b.step));
        Ok(match op {
            CompareOp::Eq => Some(Value::bool(equal)),
            CompareOp::NotEq => Some(Value::bool(!equal)),
            _ => None,
        })
    }

    fn truth(&self, _vm: &Vm, _this: &Value) -> Res<Option<bool>> {
        Ok(Some(!self.count().is_zero()))
    }

    fn len(&self, vm: &Vm, _this: &Value) -> Res<Option<usize>> {
        match self.count().to_i64() {
            Some(count) => Ok(Some(count as usize)),
            None => Err(vm.overflow_error("Python int too large to convert to C ssize_t")),
        }
    }

    fn contains(&self, _vm: &Vm, _this: &Value, item: &Value) -> Res<Option<bool>> {
        Ok(match item {
            Value::Int(number) => Some(self.contains_small(*number)),
            item => exact_integer(item).map(|number| self.place(&number).is_some()),
        })
    }

    fn get_item(&self, vm: &Vm, _this: &Value, index: &Value) -> Res<Option<Value>> {
        if let Some(slice) = Slice::of(index) {
            return sliced(vm, self, slice).map(Some);
        }
        if !sequence::is_integer_like(vm, index) {
            let class = vm.class_name(index);
            return Err(vm.type_error(&format!(
                "range indices must be integers or slices, not {class}"
            )));
        }
        let range = self.to_big();
        let mut place = slice::big(vm, index)?;
        if place.is_negative() {
            place += &range.count;
        }
        if place.is_negative() || place >= range.count {
            return Err(vm.index_error("range object index out of range"));
        }
        Ok(Some(Value::from(range.start + place * range.step)))
    }

    fn iter(&self, _vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        Ok(Some(RangeIterator::over(self)))
    }
}
