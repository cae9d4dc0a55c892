//! `deque`: a queue with two ends.

use crate::interp::{Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::copying;
use crate::objects::counted::{CloneCell, Ref};
use crate::objects::generic_alias::CLASS_GETITEM;
use crate::objects::native::{NativeDef, getter, native};
use crate::objects::number::Integer;
use crate::objects::object::Object;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use crate::stdlib::native_class::native_class;
use snakelet_grammar::ast::{BinaryOp, CompareOp};
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::VecDeque;

const MUTATED: &str = "deque mutated during iteration";

/// A deque. No borrow of its items lives while a value may be dropped or script code may run.
#[derive(Default)]
pub struct Deque {
    items: RefCell<VecDeque<Value>>,
    /// How many items it keeps; the ones at the other end go.
    most: Cell<Option<usize>>,
    /// Counts changes of its length, so that iterators notice them.
    version: Cell<u64>,
}

#[derive(Default)]
struct Types {
    deque: OnceCell<Ref<Class>>,
}

/// The class.
pub fn class(vm: &Vm) -> Ref<Class> {
    let types = vm.extension::<Types>();
    let make = || Class::builtin(vm.name(TYPE.name), &TYPE, Some(&vm.types.object));
    types.deque.get_or_init(make).clone()
}

const TYPE: TypeDef = TypeDef {
    weakly_referable: true,
    name: "deque",
    module: "collections",
    doc: "A sequence that grows and shrinks quickly at both ends.",
    new: Some(native(
        "__new__",
        "(*args, **kwargs)",
        "Make a deque.",
        |_, _| Ok(Value::from(Ref::new(Deque::default()))),
    )),
    init: Some(native(
        "__init__",
        "(iterable=(), maxlen=None)",
        "Fill a deque.",
        init,
    )),
    methods: METHODS,
    class_methods: &[CLASS_GETITEM],
    getters: &[getter(
        "maxlen",
        "how many items it can have; None: any number",
        |vm, d| Ok(of(vm, d)?.most.get().map_or(Value::None, Value::from)),
    )],
    slots: &[
        "__repr__",
        "__add__",
        "__iadd__",
        "__mul__",
        "__rmul__",
        "__imul__",
        "__len__",
        "__iter__",
        "__getitem__",
        "__setitem__",
        "__delitem__",
        "__contains__",
        "__eq__",
        "__ne__",
        "__lt__",
        "__le__",
        "__gt__",
        "__ge__",
    ],
    is_base: true,
    unhashable: true,
    ..TypeDef::PLAIN
};

const METHODS: &[NativeDef] = &[
    native(
        "append",
        "(item, /)",
        "Put an item behind all others.",
        |vm, a| {
            of(vm, &a[0])?.push_back(a[1].clone());
            Ok(Value::None)
        },
    ),
    native(
        "appendleft",
        "(item, /)",
        "Put an item before all others.",
        |vm, a| {
            of(vm, &a[0])?.push_front(a[1].clone());
            Ok(Value::None)
        },
    ),
    native(
        "pop",
        "()",
        "Take the last item out and give it.",
        |vm, a| {
            let item = of(vm, &a[0])?.change(VecDeque::pop_back);
            item.ok_or_else(|| vm.index_error("pop from an empty deque"))
        },
    ),
    native(
        "popleft",
        "()",
        "Take the first item out and give it.",
        |vm, a| {
            let item = of(vm, &a[0])?.change(VecDeque::pop_front);
            item.ok_or_else(|| vm.index_error("pop from an empty deque"))
        },
    ),
    native(
        "extend",
        "(iterable, /)",
        "Extend the right side of the deque.",
        |vm, a| {
            extend(vm, &of(vm, &a[0])?, &a[1], Deque::push_back)?;
            Ok(Value::None)
        },
    ),
    native(
        "extendleft",
        "(iterable, /)",
        "Extend the left side of the deque.",
        |vm, a| {
            extend(vm, &of(vm, &a[0])?, &a[1], Deque::push_front)?;
            Ok(Value::None)
        },
    ),
    native("clear", "()", "Take all items out.", |vm, a| {
        let items = of(vm, &a[0])?.change(std::mem::take);
        drop(items);
        Ok(Value::None)
    }),
    native("copy", "()", "Another deque with the same items.", copy),
    native(
        "remove",
        "(value, /)",
        "Remove first occurrence of value.",
        remove,
    ),
    native(
        "count",
        "(value, /)",
        "How many items equal the value.",
        count,
    ),
    native(
        "index",
        "(value, start=<unrepresentable>, stop=<unrepresentable>, /)",
        "Return first index of value.",
        index,
    ),
    native(
        "insert",
        "(index, value, /)",
        "Insert value before index.",
        insert,
    ),
    native("reverse", "()", "Reverse *IN PLACE*.", |vm, a| {
        of(vm, &a[0])?
            .items
            .borrow_mut()
            .make_contiguous()
            .reverse();
        Ok(Value::None)
    }),
    native(
        "rotate",
        "(n=1, /)",
        "Move n items from the end to the beginning.",
        rotate,
    ),
    native("__copy__", "()", "Another deque with the same items.", copy),
    native(
        "__reduce__",
        "()",
        "Return state information for pickling.",
        |vm, a| {
            let most = of(vm, &a[0])?.most.get();
            let args = match most {
                Some(most) => vec![vm.empty_tuple(), Value::from(most)],
                None => Vec::new(),
            };
            let state = match &a[0] {
                Value::Instance(_) => vm.call_method(&a[0], &vm.name("__getstate__"), &[])?,
                _ => Value::None,
            };
            Ok(Value::from(Tuple::new(vec![
                Value::Class(vm.class_of(&a[0])),
                Value::from(Tuple::new(args)),
                state,
                vm.iter(&a[0])?,
            ])))
        },
    ),
    native(
        "__reversed__",
        "()",
        "The items from the last to the first.",
        |vm, a| Ok(DequeIterator::over(&of(vm, &a[0])?, true)),
    ),
];

fn of(vm: &Vm, value: &Value) -> Res<Ref<Deque>> {
    match vm.unwrapped(value).downcast::<Deque>() {
        Some(deque) => Ok(deque.clone()),
        None => Err(vm.descriptor_error("collections.deque", value)),
    }
}

impl Deque {
    fn change<T>(&self, change: impl FnOnce(&mut VecDeque<Value>) -> T) -> T {
        self.version.set(self.version.get() + 1);
        change(&mut self.items.borrow_mut())
    }

    fn push_back(&self, item: Value) {
        let old = self.change(|items| {
            items.push_back(item);
            let full = self.most.get().is_some_and(|most| items.len() > most);
            if full { items.pop_front() } else { None }
        });
        drop(old);
    }

    fn push_front(&self, item: Value) {
        let old = self.change(|items| {
            items.push_front(item);
            let full = self.most.get().is_some_and(|most| items.len() > most);
            if full { items.pop_back() } else { None }
        });
        drop(old);
    }

    fn get(&self, place: usize) -> Option<Value> {
        self.items.borrow().get(place).cloned()
    }

    fn find_between(
        &self,
        vm: &Vm,
        value: &Value,
        start: usize,
        stop: usize,
    ) -> Res<Option<usize>> {
        let version = self.version.get();
        let mut place = start;
        while place < stop
            && let Some(item) = self.get(place)
        {
            if item.is(value) || vm.equal(&item, value)? {
                return Ok(Some(place));
            }
            if version != self.version.get() {
                return Err(vm.runtime_error(MUTATED));
            }
            place += 1;
        }
        Ok(None)
    }

    /// Repeats the items in place.
    fn repeat(&self, vm: &Vm, times: &Value) -> Res<()> {
        let times = vm.index_usize(times)?;
        let items: Vec<Value> = self.items.borrow().iter().cloned().collect();
        if times <= 0 {
            let old = self.change(std::mem::take);
            drop(old);
            return Ok(());
        }
        let most = self.most.get().unwrap_or(usize::MAX).max(1);
        let count = items.len().saturating_mul(times as usize);
        let rounds = if count > most {
            (most / items.len().max(1) + 2).min(times as usize)
        } else {
            times as usize
        };
        let room = items.len().saturating_mul(rounds);
        let reserved = self.items.borrow_mut().try_reserve(room);
        if room > isize::MAX as usize / 16 || reserved.is_err() {
            return Err(vm.memory_error());
        }
        for _ in 1..rounds {
            items.iter().for_each(|item| self.push_back(item.clone()));
            vm.poll()?;
        }
        Ok(())
    }

    fn end(&self, place: usize, reversed: bool) -> Option<Value> {
        let items = self.items.borrow();
        let place = if reversed {
            items.len().checked_sub(place + 1)?
        } else {
            place
        };
        items.get(place).cloned()
    }

    /// The place that a script's index means.
    fn place(&self, vm: &Vm, index: &Value) -> Res<usize> {
        if !vm.is_index(index) {
            let class = vm.class_name(index);
            let message = format!("sequence index must be integer, not '{class}'");
            return Err(vm.type_error(&message));
        }
        let index = vm.index_usize(index)?;
        let length = self.items.borrow().len() as i64;
        let place = if index < 0 { index + length } else { index };
        if (0..length).contains(&place) {
            return Ok(place as usize);
        }
        Err(vm.index_error("deque index out of range"))
    }
}

fn init(vm: &Vm, a: &[Value]) -> Res {
    let deque = of(vm, &a[0])?;
    let most = match a.get(2).and_then(Value::given) {
        None | Some(Value::None) => None,
        Some(most) if Integer::of(&vm.unwrapped(most)).is_none() => {
            return Err(vm.type_error("an integer is required"));
        }
        Some(most) => match usize::try_from(vm.index_usize(most)?) {
            Ok(most) => Some(most),
            Err(_) => return Err(vm.value_error("maxlen must be non-negative")),
        },
    };
    deque.most.set(most);
    let old = deque.change(std::mem::take);
    drop(old);
    if let Some(iterable) = a.get(1).and_then(Value::given) {
        extend(vm, &deque, iterable, Deque::push_back)?;
    }
    Ok(Value::None)
}

/// Adds the items of an iterable one by one; its own as they were before.
fn extend(vm: &Vm, deque: &Ref<Deque>, iterable: &Value, push: fn(&Deque, Value)) -> Res<()> {
    let source = vm.unwrapped(iterable);
    if source
        .downcast::<Deque>()
        .is_some_and(|own| own.same(deque))
    {
        let items: Vec<Value> = deque.items.borrow().iter().cloned().collect();
        items.into_iter().for_each(|item| push(deque, item));
        return Ok(());
    }
    vm.for_each(iterable, |item| {
        if deque.items.borrow_mut().try_reserve(1).is_err() {
            return Err(vm.memory_error());
        }
        push(deque, item);
        Ok(true)
    })
}

fn remove(vm: &Vm, a: &[Value]) -> Res {
    let deque = of(vm, &a[0])?;
    let (version, mut place) = (deque.version.get(), 0);
    while let Some(item) = deque.get(place) {
        let found = item.is(&a[1]) || vm.equal(&item, &a[1])?;
        if version != deque.version.get() {
            return Err(vm.index_error(MUTATED));
        }
        if found {
            let item = deque.change(|items| items.remove(place));
            drop(item);
            return Ok(Value::None);
        }
        place += 1;
    }
    Err(vm.value_error(&format!("{} is not in deque", vm.repr(&a[1])?)))
}

/// A copy; of a subclass too, which is made by calling it.
fn copy(vm: &Vm, a: &[Value]) -> Res {
    let deque = of(vm, &a[0])?;
    if let Value::Instance(instance) = &a[0] {
        let class = Value::Class(instance.class_ref());
        let most = deque.most.get().map(Value::from);
        let mut args = vec![a[0].clone()];
        args.extend(most);
        return vm.call_with(&class, &args);
    }
    Ok(Value::from(Ref::new(Deque {
        items: RefCell::new(deque.items.borrow().clone()),
        most: Cell::new(deque.most.get()),
        version: Cell::new(0),
    })))
}

fn index(vm: &Vm, a: &[Value]) -> Res {
    let deque = of(vm, &a[0])?;
    let bound =
        |place: usize, default: i64| vm.slice_bound(a.get(place).and_then(Value::given), default);
    let bounds = (bound(2, 0)?, bound(3, i64::MAX)?);
    let length = deque.items.borrow().len() as i64;
    let settled = |bound: i64| {
        let turn = if bound < 0 { length } else { 0 };
        bound.saturating_add(turn).clamp(0, length)
    };
    let (start, stop) = (settled(bounds.0), settled(bounds.1));
    match deque.find_between(vm, &a[1], start as usize, stop as usize)? {
        Some(place) => Ok(Value::from(place)),
        None => Err(vm.value_error(&format!("{} is not in deque", vm.repr(&a[1])?))),
    }
}

fn count(vm: &Vm, a: &[Value]) -> Res {
    let deque = of(vm, &a[0])?;
    let (version, mut place, mut found) = (deque.version.get(), 0, 0usize);
    while let Some(item) = deque.get(place) {
        found += usize::from(item.is(&a[1]) || vm.equal(&item, &a[1])?);
        if version != deque.version.get() {
            return Err(vm.runtime_error(MUTATED));
        }
        place += 1;
    }
    Ok(Value::from(found))
}

fn insert(vm: &Vm, a: &[Value]) -> Res {
    let deque = of(vm, &a[0])?;
    let index = vm.index_usize(&a[1])?;
    let length = deque.items.borrow().len();
    if deque.most.get().is_some_and(|most| length >= most) {
        return Err(vm.index_error("deque already at its maximum size"));
    }
    let place = if index < 0 {
        (index + length as i64).max(0)
    } else {
        index
    };
    let place = (place as usize).min(length);
    deque.change(|items| items.insert(place, a[2].clone()));
    Ok(Value::None)
}

fn rotate(vm: &Vm, a: &[Value]) -> Res {
    let deque = of(vm, &a[0])?;
    let steps = match a.get(1).and_then(Value::given) {
        Some(steps) => vm.index_usize(steps)?,
        None => 1,
    };
    deque.change(|items| {
        if !items.is_empty() {
            let length = items.len();
            items.rotate_right(steps.rem_euclid(length as i64) as usize);
        }
    });
    Ok(Value::None)
}

impl Object for Deque {
    fn has_plain_methods(&self) -> bool {
        true
    }

    fn class(&self, vm: &Vm) -> Ref<Class> {
        class(vm)
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        self.items.borrow().iter().for_each(visit);
    }

    fn clear(&self) {
        let items = self.items.take();
        drop(items);
    }

    fn repr(&self, vm: &Vm, this: &Value) -> Res<Option<String>> {
        let address = this.address().unwrap_or(0);
        if vm.thread.in_repr.borrow().contains(&address) {
            return Ok(Some("[...]".to_owned()));
        }
        vm.thread.in_repr.borrow_mut().push(address);
        let items: Vec<Value> = self.items.borrow().iter().cloned().collect();
        let shown: Res<Vec<String>> =
            vm.nested(|| items.iter().map(|item| vm.repr(item)).collect());
        vm.thread.in_repr.borrow_mut().pop();
        let most = match self.most.get() {
            Some(most) => format!(", maxlen={most}"),
            None => String::new(),
        };
        let class = vm.class_of(this).name();
        Ok(Some(format!("{class}([{}]{most})", shown?.join(", "))))
    }

    fn binary(
        &self,
        vm: &Vm,
        this: &Value,
        op: BinaryOp,
        other: &Value,
        reflected: bool,
    ) -> Res<Option<Value>> {
        match op {
            BinaryOp::Mult if vm.is_index(other) => {
                let times = vm.index(other)?;
                let product = copy(vm, std::slice::from_ref(this))?;
                of(vm, &product)?.repeat(vm, &times)?;
                Ok(Some(product))
            }
            BinaryOp::Add if !reflected => {
                let Some(other) = vm.unwrapped(other).downcast::<Deque>().cloned() else {
                    let class = vm.class_name(other);
                    let message = format!("can only concatenate deque (not \"{class}\") to deque");
                    return Err(vm.type_error(&message));
                };
                let sum = copy(vm, std::slice::from_ref(this))?;
                let items = other.items.borrow().clone();
                let target = of(vm, &sum)?;
                items.into_iter().for_each(|item| target.push_back(item));
                Ok(Some(sum))
            }
            _ => Ok(None),
        }
    }

    fn in_place(&self, vm: &Vm, this: &Value, op: BinaryOp, other: &Value) -> Res<Option<Value>> {
        match op {
            BinaryOp::Add => {
                extend(vm, &of(vm, this)?, other, Deque::push_back)?;
                Ok(Some(this.clone()))
            }
            BinaryOp::Mult if vm.is_index(other) => {
                self.repeat(vm, other)?;
                Ok(Some(this.clone()))
            }
            _ => Ok(None),
        }
    }

    fn len(&self, _vm: &Vm, _this: &Value) -> Res<Option<usize>> {
        Ok(Some(self.items.borrow().len()))
    }

    fn contains(&self, vm: &Vm, _this: &Value, item: &Value) -> Res<Option<bool>> {
        let found = self.find_between(vm, item, 0, usize::MAX)?;
        Ok(Some(found.is_some()))
    }

    fn get_item(&self, vm: &Vm, _this: &Value, index: &Value) -> Res<Option<Value>> {
        let place = self.place(vm, index)?;
        Ok(self.get(place))
    }

    fn set_item(&self, vm: &Vm, _this: &Value, index: &Value, value: Option<Value>) -> Res<bool> {
        let place = self.place(vm, index)?;
        let old = match value {
            Some(value) => Some(std::mem::replace(
                &mut self.items.borrow_mut()[place],
                value,
            )),
            None => self.change(|items| items.remove(place)),
        };
        drop(old);
        Ok(true)
    }

    fn iter(&self, _vm: &Vm, this: &Value) -> Res<Option<Value>> {
        Ok(this
            .downcast::<Deque>()
            .map(|deque| DequeIterator::over(deque, false)))
    }

    fn compare(&self, vm: &Vm, _this: &Value, op: CompareOp, other: &Value) -> Res<Option<Value>> {
        let Some(other) = other.downcast::<Deque>() else {
            return Ok(None);
        };
        let lengths = (self.items.borrow().len(), other.items.borrow().len());
        if lengths.0 != lengths.1 && matches!(op, CompareOp::Eq | CompareOp::NotEq) {
            return Ok(Some(Value::bool(op == CompareOp::NotEq)));
        }
        let versions = (self.version.get(), other.version.get());
        vm.nested_while(" in comparison", || {
            for place in 0.. {
                if versions != (self.version.get(), other.version.get()) {
                    return Err(vm.runtime_error(MUTATED));
                }
                let (Some(a), Some(b)) = (self.get(place), other.get(place)) else {
                    break;
                };
                if !vm.same_or_equal(&a, &b)? {
                    return vm.compare(op, &a, &b).map(Some);
                }
                vm.poll()?;
            }
            let lengths = (self.items.borrow().len(), other.items.borrow().len());
            vm.compare(op, &Value::from(lengths.0), &Value::from(lengths.1))
                .map(Some)
        })
    }
}

/// An iterator over a deque.
struct DequeIterator {
    deque: CloneCell<Option<Ref<Deque>>>,
    place: Cell<usize>,
    /// How many items are left.
    left: Cell<usize>,
    version: u64,
    reversed: bool,
}

impl DequeIterator {
    fn over(deque: &Ref<Deque>, reversed: bool) -> Value {
        Value::from(Ref::new(DequeIterator {
            version: deque.version.get(),
            deque: CloneCell::new(Some(deque.clone())),
            place: Cell::new(0),
            left: Cell::new(deque.items.borrow().len()),
            reversed,
        }))
    }

    /// `type(iterator)(deque, passed)`: what copies are made by.
    fn make(vm: &Vm, a: &[Value], reversed: bool) -> Res {
        let Some(deque) = vm.unwrapped(&a[1]).downcast::<Deque>().cloned() else {
            let class = vm.class_name(&a[1]);
            return Err(vm.type_error(&format!(
                "argument 1 must be collections.deque, not {class}"
            )));
        };
        let passed = match a.get(2).and_then(Value::given) {
            Some(passed) => vm.index_size(passed)?,
            None => 0,
        };
        let iterator = DequeIterator::over(&deque, reversed);
        if let Some(own) = iterator.downcast::<DequeIterator>() {
            let passed = usize::try_from(passed).unwrap_or(0).min(own.left.get());
            own.place.set(passed);
            own.left.set(own.left.get() - passed);
        }
        Ok(iterator)
    }
}

impl Object for DequeIterator {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        let row = if self.reversed {
            &REVERSE_ITERATOR
        } else {
            &ITERATOR
        };
        native_class(vm, row)
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        if let Some(deque) = self.deque.get() {
            visit(&Value::from(deque));
        }
    }

    fn clear(&self) {
        drop(self.deque.take());
    }

    fn iter(&self, _vm: &Vm, this: &Value) -> Res<Option<Value>> {
        Ok(Some(this.clone()))
    }

    fn is_iterator(&self) -> bool {
        true
    }

    fn next(&self, vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        let Some(deque) = self.deque.get() else {
            return Ok(None);
        };
        if deque.version.get() != self.version {
            self.left.set(0);
            return Err(vm.runtime_error(MUTATED));
        }
        if self.left.get() == 0 {
            return Ok(None);
        }
        let passed = self.place.get();
        self.place.set(passed + 1);
        self.left.set(self.left.get() - 1);
        Ok(deque.end(passed, self.reversed))
    }
}

fn iterator(vm: &Vm, value: &Value) -> Res<Ref<DequeIterator>> {
    match value.downcast::<DequeIterator>() {
        Some(iterator) => Ok(iterator.clone()),
        None => Err(vm.descriptor_error("collections._deque_iterator", value)),
    }
}

const ITERATOR_METHODS: &[NativeDef] = &[
    native(
        "__length_hint__",
        "()",
        "How many items are left, as far as that is known.",
        |vm, a| Ok(Value::from(iterator(vm, &a[0])?.left.get())),
    ),
    copying::reduce(|vm, a| {
        let own = iterator(vm, &a[0])?;
        let deque = own
            .deque
            .get()
            .unwrap_or_else(|| Ref::new(Deque::default()));
        let passed = deque.items.borrow().len().saturating_sub(own.left.get());
        let arguments = vec![Value::from(deque), Value::from(passed)];
        Ok(copying::same_class(vm, &a[0], arguments))
    }),
];

const SIGNATURE: &str = "(deque, index=0, /)";

/// The row of reversed iterators.
pub static REVERSE_ITERATOR: TypeDef = TypeDef {
    name: "_deque_reverse_iterator",
    module: "collections",
    new: Some(native(
        "__new__",
        SIGNATURE,
        "Iterate backwards.",
        |vm, a| DequeIterator::make(vm, a, true),
    )),
    methods: ITERATOR_METHODS,
    slots: &["__iter__", "__next__"],
    ..TypeDef::PLAIN
};

/// The row of iterators.
pub static ITERATOR: TypeDef = TypeDef {
    name: "_deque_iterator",
    module: "collections",
    new: Some(native("__new__", SIGNATURE, "Iterate.", |vm, a| {
        DequeIterator::make(vm, a, false)
    })),
    methods: ITERATOR_METHODS,
    slots: &["__iter__", "__next__"],
    ..TypeDef::PLAIN
};
