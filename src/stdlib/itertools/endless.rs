//! `count`, `cycle` and `repeat`.

use super::{iterator, row};
use crate::interp::{Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::{CloneCell, Ref};
use crate::objects::native::native;
use crate::objects::number::{Integer, Number};
use crate::objects::object::Object;
use crate::objects::value::Value;
use snakelet_grammar::ast::BinaryOp;
use std::cell::{Cell, RefCell};

/// The row of `count`.
pub static COUNT: TypeDef = TypeDef {
    new: Some(native(
        "__new__",
        "(start=0, step=1)",
        "Make a new object. help(type) says what it takes.",
        new_count,
    )),
    slots: &["__iter__", "__next__", "__repr__", "__getattribute__"],
    ..row(
        "count",
        "Numbers from start on, each the one before plus step.",
    )
};

/// The row of `cycle`.
pub static CYCLE: TypeDef = TypeDef {
    new: Some(native(
        "__new__",
        "(iterable, /)",
        "Make a new object. help(type) says what it takes.",
        |vm, a| {
            Ok(Value::from(Ref::new(Cycle {
                iterator: CloneCell::new(vm.iter(&a[1])?),
                saved: RefCell::default(),
                next: Cell::new(0),
            })))
        },
    )),
    ..row("cycle", "The items of an iterable, over and over.")
};

/// The row of `repeat`.
pub static REPEAT: TypeDef = TypeDef {
    new: Some(native(
        "__new__",
        "(object, times=None)",
        "Make a new object. help(type) says what it takes.",
        new_repeat,
    )),
    slots: &["__iter__", "__next__", "__repr__", "__getattribute__"],
    methods: &[native(
        "__length_hint__",
        "()",
        "How many times are left.",
        |vm, a| match of_repeat(vm, &a[0])?.left.get() {
            Some(left) => Ok(Value::Int(left)),
            None => Err(vm.type_error("len() of unsized object")),
        },
    )],
    ..row("repeat", "One object, a number of times or without end.")
};

/// `count(start, step)`
struct Count {
    next: CloneCell<Value>,
    step: Value,
}

fn new_count(vm: &Vm, a: &[Value]) -> Res {
    let given = |place: usize, default: i64| {
        let value = a.get(place).and_then(Value::given).cloned();
        value.unwrap_or(Value::Int(default))
    };
    let (start, step) = (given(1, 0), given(2, 1));
    for number in [&start, &step] {
        if !is_number(vm, number) {
            return Err(vm.type_error("a number is required"));
        }
    }
    let start = match start {
        Value::Bool(_) if matches!(step, Value::Int(1)) => vm.index(&start)?,
        start => start,
    };
    Ok(Value::from(Ref::new(Count {
        next: CloneCell::new(start),
        step,
    })))
}

/// Whether a value is a number or turns into one.
fn is_number(vm: &Vm, value: &Value) -> bool {
    let names = &vm.names;
    Number::of(&vm.unwrapped(value)).is_some()
        || [&names.__index__, &names.__int__, &names.__float__]
            .iter()
            .any(|name| vm.special_method(value, name).is_some())
}

impl Object for Count {
    iterator!(COUNT);

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.next.get());
        visit(&self.step);
    }

    fn clear(&self) {
        self.next.set(Value::Int(0));
    }

    fn repr(&self, vm: &Vm, _this: &Value) -> Res<Option<String>> {
        let next = vm.repr(&self.next.get())?;
        Ok(Some(match Integer::of(&vm.unwrapped(&self.step)) {
            Some(Integer::Small(1)) => format!("count({next})"),
            _ => format!("count({next}, {})", vm.repr(&self.step)?),
        }))
    }

    fn next(&self, vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        let number = self.next.get();
        let next = vm.binary(BinaryOp::Add, &number, &self.step)?;
        self.next.set(next);
        Ok(Some(number))
    }
}

/// `cycle(iterable)`
struct Cycle {
    /// `Undef` once all items are saved.
    iterator: CloneCell<Value>,
    saved: RefCell<Vec<Value>>,
    next: Cell<usize>,
}

impl Object for Cycle {
    iterator!(CYCLE);

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.iterator.get());
        self.saved.borrow().iter().for_each(visit);
    }

    fn clear(&self) {
        let old = (self.iterator.take(), self.saved.take());
        drop(old);
    }

    fn next(&self, vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        let iterator = self.iterator.get();
        if !iterator.is_undef() {
            if let Some(item) = vm.next_item(&iterator)? {
                vm.push_to(&mut self.saved.borrow_mut(), item.clone())?;
                return Ok(Some(item));
            }
            self.iterator.take().discard();
        }
        let saved = self.saved.borrow();
        let place = self.next.get();
        let item = saved.get(place).cloned();
        self.next.set(if place + 1 >= saved.len() {
            0
        } else {
            place + 1
        });
        Ok(item)
    }
}

/// `repeat(object, times)`
struct Repeat {
    object: Value,
    /// `None`: without end.
    left: Cell<Option<i64>>,
}

fn new_repeat(vm: &Vm, a: &[Value]) -> Res {
    let left = match a.get(2).and_then(Value::given) {
        Some(times) => Some(vm.index_size(times)?.max(0)),
        None => None,
    };
    Ok(Value::from(Ref::new(Repeat {
        object: a[1].clone(),
        left: Cell::new(left),
    })))
}

fn of_repeat(vm: &Vm, value: &Value) -> Res<Ref<Repeat>> {
    match vm.unwrapped(value).downcast::<Repeat>() {
        Some(repeat) => Ok(repeat.clone()),
        None => Err(vm.descriptor_error("itertools.repeat", value)),
    }
}

impl Object for Repeat {
    iterator!(REPEAT);

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.object);
    }

    /// What it holds never changes: that is cleared instead.
    fn clear(&self) {}

    fn repr(&self, vm: &Vm, _this: &Value) -> Res<Option<String>> {
        let object = vm.repr(&self.object)?;
        Ok(Some(match self.left.get() {
            Some(left) => format!("repeat({object}, {left})"),
            None => format!("repeat({object})"),
        }))
    }

    fn next(&self, _vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        match self.left.get() {
            Some(0) => return Ok(None),
            Some(left) => self.left.set(Some(left - 1)),
            None => {}
        }
        Ok(Some(self.object.clone()))
    }
}
