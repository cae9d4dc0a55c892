//! Iterators that ask a function about each item: `accumulate`, `dropwhile`, `takewhile`, `filterfalse`, `starmap`.

use super::{iterator, row};
use crate::interp::{Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::{CloneCell, Ref};
use crate::objects::native::native;
use crate::objects::object::Object;
use crate::objects::value::Value;
use snakelet_grammar::ast::BinaryOp;
use std::cell::Cell;

const NEW: &str = "Make a new object. help(type) says what it takes.";

/// The row of `accumulate`.
pub static ACCUMULATE: TypeDef = TypeDef {
    new: Some(native(
        "__new__",
        "(iterable, func=None, *, initial=None)",
        NEW,
        |vm, a| {
            let or_none = |place: usize| {
                let value = a.get(place).and_then(Value::given).cloned();
                value.unwrap_or(Value::None)
            };
            Ok(Value::from(Ref::new(Accumulate {
                iterator: vm.iter(&a[1])?,
                function: or_none(2),
                initial: CloneCell::new(or_none(3)),
                total: CloneCell::new(Value::Undef),
            })))
        },
    )),
    ..row("accumulate", "The running totals of the items.")
};

/// A row for an iterator that is made of a function and an iterable.
macro_rules! asking {
    ($(#[$doc:meta])* $row:ident, $type:ident, $name:literal, $signature:literal, $text:literal) => {
        $(#[$doc])*
        pub static $row: TypeDef = TypeDef {
            new: Some(native("__new__", $signature, NEW, |vm, a| {
                let asking = Asking::new(vm, a)?;
                Ok(Value::from(Ref::new($type(asking))))
            })),
            ..row($name, $text)
        };
    };
}

asking!(
    /// The row of `dropwhile`.
    DROP_WHILE,
    DropWhile,
    "dropwhile",
    "(predicate, iterable, /)",
    "The items from the first on for which the predicate fails."
);

asking!(
    /// The row of `takewhile`.
    TAKE_WHILE,
    TakeWhile,
    "takewhile",
    "(predicate, iterable, /)",
    "The items before the first for which the predicate fails."
);

asking!(
    /// The row of `filterfalse`.
    FILTER_FALSE,
    FilterFalse,
    "filterfalse",
    "(function, iterable, /)",
    "The items for which the function fails."
);

asking!(
    /// The row of `starmap`.
    STAR_MAP,
    StarMap,
    "starmap",
    "(function, iterable, /)",
    "What the function gives for each tuple of arguments."
);

/// A function and the iterator whose items it is asked about.
struct Asking {
    function: Value,
    iterator: Value,
    /// Whether the predicate failed once.
    failed: Cell<bool>,
}

impl Asking {
    fn new(vm: &Vm, a: &[Value]) -> Res<Asking> {
        Ok(Asking {
            function: a[1].clone(),
            iterator: vm.iter(&a[2])?,
            failed: Cell::new(false),
        })
    }

    fn holds(&self, vm: &Vm, item: &Value) -> Res<bool> {
        let answer = vm.call_with(&self.function, std::slice::from_ref(item))?;
        vm.truth(&answer)
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.function);
        visit(&self.iterator);
    }
}

struct DropWhile(Asking);

impl Object for DropWhile {
    iterator!(DROP_WHILE);

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        self.0.traverse(visit);
    }

    /// What it holds never changes: that is cleared instead.
    fn clear(&self) {}

    fn next(&self, vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        let asking = &self.0;
        while let Some(item) = vm.next_item(&asking.iterator)? {
            if asking.failed.get() {
                return Ok(Some(item));
            }
            match asking.holds(vm, &item) {
                Ok(true) => vm.poll()?,
                Ok(false) => {
                    asking.failed.set(true);
                    return Ok(Some(item));
                }
                Err(raised) => return vm.end_of_iteration(raised),
            }
        }
        Ok(None)
    }
}

struct TakeWhile(Asking);

impl Object for TakeWhile {
    iterator!(TAKE_WHILE);

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        self.0.traverse(visit);
    }

    /// What it holds never changes: that is cleared instead.
    fn clear(&self) {}

    fn next(&self, vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        let asking = &self.0;
        if asking.failed.get() {
            return Ok(None);
        }
        let Some(item) = vm.next_item(&asking.iterator)? else {
            return Ok(None);
        };
        match asking.holds(vm, &item) {
            Ok(true) => Ok(Some(item)),
            Ok(false) => {
                asking.failed.set(true);
                Ok(None)
            }
            Err(raised) => vm.end_of_iteration(raised),
        }
    }
}

struct FilterFalse(Asking);

impl Object for FilterFalse {
    iterator!(FILTER_FALSE);

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        self.0.traverse(visit);
    }

    /// What it holds never changes: that is cleared instead.
    fn clear(&self) {}

    fn next(&self, vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        let asking = &self.0;
        let function = &asking.function;
        let by_truth = function.is_none()
            || matches!(function, Value::Class(class) if class.same(&vm.types.bool));
        while let Some(item) = vm.next_item(&asking.iterator)? {
            let holds = if by_truth {
                vm.truth(&item)
            } else {
                asking.holds(vm, &item)
            };
            match holds {
                Ok(true) => vm.poll()?,
                Ok(false) => return Ok(Some(item)),
                Err(raised) => return vm.end_of_iteration(raised),
            }
        }
        Ok(None)
    }
}

struct StarMap(Asking);

impl Object for StarMap {
    iterator!(STAR_MAP);

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        self.0.traverse(visit);
    }

    /// What it holds never changes: that is cleared instead.
    fn clear(&self) {}

    fn next(&self, vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        let Some(item) = vm.next_item(&self.0.iterator)? else {
            return Ok(None);
        };
        let args = vm.collect(&item)?;
        match vm.call_with(&self.0.function, &args) {
            Ok(made) => Ok(Some(made)),
            Err(raised) => vm.end_of_iteration(raised),
        }
    }
}

struct Accumulate {
    iterator: Value,
    /// `None`: addition.
    function: Value,
    /// What comes first; `None`: nothing, or it was given already.
    initial: CloneCell<Value>,
    /// `Undef` before the first item.
    total: CloneCell<Value>,
}

impl Object for Accumulate {
    iterator!(ACCUMULATE);

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.iterator);
        visit(&self.function);
        visit(&self.initial.get());
        visit(&self.total.get());
    }

    fn clear(&self) {
        let old = (self.initial.take(), self.total.take());
        drop(old);
    }

    fn next(&self, vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        let initial = self.initial.get();
        if !initial.is_none() {
            self.initial.set(Value::None);
            self.total.set(initial.clone());
            return Ok(Some(initial));
        }
        let Some(item) = vm.next_item(&self.iterator)? else {
            return Ok(None);
        };
        let before = self.total.get();
        let total = if before.is_undef() {
            Ok(item)
        } else if self.function.is_none() {
            vm.binary(BinaryOp::Add, &before, &item)
        } else {
            vm.call_with(&self.function, &[before, item])
        };
        match total {
            Ok(total) => {
                self.total.set(total.clone());
                Ok(Some(total))
            }
            Err(raised) => vm.end_of_iteration(raised),
        }
    }
}
