//! Iterators over parts of another one: `islice`, `pairwise`, `batched`.

use super::{iterator, row};
use crate::interp::{Raised, Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::{CloneCell, Ref};
use crate::objects::native::native;
use crate::objects::object::Object;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use std::cell::Cell;

const NEW: &str = "Make a new object. help(type) says what it takes.";

/// The row of `islice`.
pub static ISLICE: TypeDef = TypeDef {
    new: Some(native("__new__", "(*args)", NEW, new_slice)),
    ..row(
        "islice",
        "The items that a slice of the iterable would have.",
    )
};

/// The row of `pairwise`.
pub static PAIRWISE: TypeDef = TypeDef {
    new: Some(native("__new__", "(iterable, /)", NEW, |vm, a| {
        Ok(Value::from(Ref::new(Pairwise {
            iterator: CloneCell::new(vm.iter(&a[1])?),
            before: CloneCell::new(Value::Undef),
        })))
    })),
    ..row("pairwise", "Each item with the one after it.")
};

/// The row of `batched`.
pub static BATCHED: TypeDef = TypeDef {
    new: Some(native(
        "__new__",
        "(iterable, n, *, strict=False)",
        NEW,
        new_batched,
    )),
    ..row("batched", "Tuples of n items; the last one may be shorter.")
};

struct Slice {
    /// `Undef` when exhausted.
    iterator: CloneCell<Value>,
    next: Cell<i64>,
    stop: Option<i64>,
    step: i64,
    passed: Cell<i64>,
}

fn new_slice(vm: &Vm, a: &[Value]) -> Res {
    let args = vm.collect(&a[1])?;
    let wrong = |bound: &str, count: usize| {
        let given = args.len();
        vm.type_error(&format!(
            "islice expected at {bound} {count} arguments, got {given}"
        ))
    };
    let (start, stop, step) = match args.as_slice() {
        [_, stop] => (None, stop, None),
        [_, start, stop] => (Some(start), stop, None),
        [_, start, stop, step] => (Some(start), stop, Some(step)),
        [] | [_] => return Err(wrong("least", 2)),
        _ => return Err(wrong("most", 4)),
    };
    let bad_stop = || {
        vm.value_error(
            "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.",
        )
    };
    let stop = bound(vm, Some(stop), bad_stop)?;
    let start = bound(vm, start, || {
        vm.value_error("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    })?;
    let bad_step = || vm.value_error("Step for islice() must be a positive integer or None.");
    let step = bound(vm, step, bad_step)?.unwrap_or(1);
    if step < 1 {
        return Err(bad_step());
    }
    Ok(Value::from(Ref::new(Slice {
        iterator: CloneCell::new(vm.iter(&args[0])?),
        next: Cell::new(start.unwrap_or(0)),
        stop,
        step,
        passed: Cell::new(0),
    })))
}

fn bound(vm: &Vm, value: Option<&Value>, wrong: impl Fn() -> Raised) -> Res<Option<i64>> {
    let Some(value) = value.filter(|value| !value.is_none()) else {
        return Ok(None);
    };
    match vm.index_opt(value) {
        Ok(Some(Value::Int(number))) if number >= 0 => Ok(Some(number)),
        Ok(_) => Err(wrong()),
        Err(_) => {
            drop(vm.take_raised());
            Err(wrong())
        }
    }
}

impl Slice {
    /// The next item of the iterator below; it is let go of when that ends or fails.
    fn step_below(&self, vm: &Vm, iterator: &Value) -> Res<Option<Value>> {
        let item = vm.next_item(iterator);
        if !matches!(item, Ok(Some(_))) {
            self.iterator.take().discard();
        } else {
            self.passed.set(self.passed.get() + 1);
        }
        item
    }
}

impl Object for Slice {
    iterator!(ISLICE);

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.iterator.get());
    }

    fn clear(&self) {
        self.iterator.take().discard();
    }

    fn next(&self, vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        let iterator = self.iterator.get();
        if iterator.is_undef() {
            return Ok(None);
        }
        while self.passed.get() < self.next.get() {
            let Some(item) = self.step_below(vm, &iterator)? else {
                return Ok(None);
            };
            item.discard();
            vm.poll()?;
        }
        if self.stop.is_some_and(|stop| self.passed.get() >= stop) {
            self.iterator.take().discard();
            return Ok(None);
        }
        let Some(item) = self.step_below(vm, &iterator)? else {
            return Ok(None);
        };
        let most = self.stop.unwrap_or(i64::MAX);
        self.next
            .set(self.next.get().saturating_add(self.step).min(most));
        Ok(Some(item))
    }
}

struct Pairwise {
    /// `Undef` when exhausted.
    iterator: CloneCell<Value>,
    /// `Undef` before the first item.
    before: CloneCell<Value>,
}

impl Object for Pairwise {
    iterator!(PAIRWISE);

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.iterator.get());
        visit(&self.before.get());
    }

    fn clear(&self) {
        let old = (self.iterator.take(), self.before.take());
        drop(old);
    }

    fn next(&self, vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        let iterator = self.iterator.get();
        if iterator.is_undef() {
            return Ok(None);
        }
        if self.before.is_undef() {
            match vm.next_item(&iterator) {
                Ok(Some(first)) => self.before.set(first),
                other => {
                    self.clear();
                    return other;
                }
            }
            if self.iterator.is_undef() {
                self.before.take().discard();
                return Ok(None);
            }
        }
        let before = self.before.get();
        match vm.next_item(&iterator) {
            Ok(Some(item)) => {
                self.before.set(item.clone());
                Ok(Some(Value::from(Tuple::new(vec![before, item]))))
            }
            other => {
                self.clear();
                other
            }
        }
    }
}

struct Batched {
    /// `Undef` when exhausted.
    iterator: CloneCell<Value>,
    size: usize,
    strict: bool,
}

fn new_batched(vm: &Vm, a: &[Value]) -> Res {
    let size = vm.index_size(&a[2])?;
    let strict = match a.get(3).and_then(Value::given) {
        Some(strict) => vm.truth(strict)?,
        None => false,
    };
    if size < 1 {
        return Err(vm.value_error("n must be at least one"));
    }
    Ok(Value::from(Ref::new(Batched {
        iterator: CloneCell::new(vm.iter(&a[1])?),
        size: size as usize,
        strict,
    })))
}

impl Object for Batched {
    iterator!(BATCHED);

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.iterator.get());
    }

    fn clear(&self) {
        self.iterator.take().discard();
    }

    fn next(&self, vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        let iterator = self.iterator.get();
        if iterator.is_undef() {
            return Ok(None);
        }
        let mut items = Vec::new();
        while items.len() < self.size {
            match vm.next_item(&iterator) {
                Ok(Some(item)) => vm.push_to(&mut items, item)?,
                Ok(None) => {
                    self.clear();
                    if items.is_empty() {
                        return Ok(None);
                    }
                    if self.strict {
                        return Err(vm.value_error("batched(): incomplete batch"));
                    }
                    break;
                }
                Err(raised) => {
                    self.clear();
                    return Err(raised);
                }
            }
            vm.poll()?;
        }
        Ok(Some(Value::from(Tuple::new(items))))
    }
}
