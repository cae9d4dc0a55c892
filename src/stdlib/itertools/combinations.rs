//! `combinations`, `combinations_with_replacement` and `permutations`.

use super::{iterator, row};
use crate::interp::{Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::Ref;
use crate::objects::native::native;
use crate::objects::number::Integer;
use crate::objects::object::Object;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use std::cell::{Cell, RefCell};

const NEW: &str = "Make a new object. help(type) says what it takes.";

/// The row of `combinations`.
pub static COMBINATIONS: TypeDef = TypeDef {
    new: Some(native("__new__", "(iterable, r)", NEW, |vm, a| {
        let (pool, size) = (vm.collect(&a[1])?, size(vm, &a[2])?);
        let ended = size > pool.len();
        let selection = Selection::new(vm, pool, if ended { 0 } else { size }, ended, true)?;
        Ok(Value::from(Ref::new(Combinations(selection))))
    })),
    ..row("combinations", "All sorted selections of r items.")
};

/// The row of `combinations_with_replacement`.
pub static WITH_REPLACEMENT: TypeDef = TypeDef {
    new: Some(native("__new__", "(iterable, r)", NEW, |vm, a| {
        let (pool, size) = (vm.collect(&a[1])?, size(vm, &a[2])?);
        let ended = pool.is_empty() && size > 0;
        let selection = Selection::new(vm, pool, size, ended, false)?;
        Ok(Value::from(Ref::new(WithReplacement(selection))))
    })),
    ..row(
        "combinations_with_replacement",
        "All sorted selections of r items, where an item may come again.",
    )
};

/// The row of `permutations`.
pub static PERMUTATIONS: TypeDef = TypeDef {
    new: Some(native(
        "__new__",
        "(iterable, r=None)",
        NEW,
        new_permutations,
    )),
    ..row("permutations", "All orders of r items.")
};

/// The places of the items that the next tuple has.
struct Selection {
    pool: RefCell<Vec<Value>>,
    places: RefCell<Vec<usize>>,
    started: Cell<bool>,
    ended: Cell<bool>,
}

fn size(vm: &Vm, value: &Value) -> Res<usize> {
    let size = vm.index_size(value)?;
    usize::try_from(size).map_err(|_| vm.value_error("r must be non-negative"))
}

impl Selection {
    fn new(vm: &Vm, pool: Vec<Value>, size: usize, ended: bool, rising: bool) -> Res<Selection> {
        let mut places = Vec::new();
        if places.try_reserve_exact(size).is_err() {
            return Err(vm.memory_error());
        }
        places.extend((0..size).map(|place| if rising { place } else { 0 }));
        Ok(Selection {
            pool: RefCell::new(pool),
            places: RefCell::new(places),
            started: Cell::new(false),
            ended: Cell::new(ended),
        })
    }

    /// The next tuple, after `advance` has moved the places; that gives `false` when there is none.
    fn next(
        &self,
        size: usize,
        advance: impl FnOnce(&mut [usize], usize) -> bool,
    ) -> Option<Value> {
        if self.ended.get() {
            return None;
        }
        let pool = self.pool.borrow();
        let mut places = self.places.borrow_mut();
        if self.started.replace(true) && !advance(&mut places, pool.len()) {
            self.ended.set(true);
            return None;
        }
        let items = places[..size].iter().map(|place| pool[*place].clone());
        Some(Value::from(Tuple::new(items.collect())))
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        self.pool.borrow().iter().for_each(visit);
    }

    fn clear(&self) {
        self.ended.set(true);
        let old = self.pool.take();
        drop(old);
    }

    fn len(&self) -> usize {
        self.places.borrow().len()
    }
}

struct Combinations(Selection);

impl Object for Combinations {
    iterator!(COMBINATIONS);

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        self.0.traverse(visit);
    }

    fn clear(&self) {
        self.0.clear();
    }

    fn next(&self, _vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        let count = self.0.len();
        Ok(self.0.next(count, |places, items| {
            let movable = (0..count)
                .rev()
                .find(|at| places[*at] != at + items - count);
            let Some(at) = movable else { return false };
            let first = places[at] + 1;
            for (offset, place) in places[at..].iter_mut().enumerate() {
                *place = first + offset;
            }
            true
        }))
    }
}

struct WithReplacement(Selection);

impl Object for WithReplacement {
    iterator!(WITH_REPLACEMENT);

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        self.0.traverse(visit);
    }

    fn clear(&self) {
        self.0.clear();
    }

    fn next(&self, _vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        let count = self.0.len();
        Ok(self.0.next(count, |places, items| {
            let movable = (0..count).rev().find(|at| places[*at] + 1 < items);
            let Some(at) = movable else { return false };
            let next = places[at] + 1;
            places[at..].fill(next);
            true
        }))
    }
}

struct Permutations {
    selection: Selection,
    /// How many orders of the rest are left, for each place.
    cycles: RefCell<Vec<usize>>,
}

fn new_permutations(vm: &Vm, a: &[Value]) -> Res {
    let pool = vm.collect(&a[1])?;
    let count = pool.len();
    let size = match a.get(2).and_then(Value::given) {
        None | Some(Value::None) => count,
        Some(value) => {
            if Integer::of(&vm.unwrapped(value)).is_none() {
                return Err(vm.type_error("Expected int as r"));
            }
            size(vm, value)?
        }
    };
    let ended = size > count;
    let cycles = if ended {
        Vec::new()
    } else {
        (0..size).map(|place| count - place).collect()
    };
    Ok(Value::from(Ref::new(Permutations {
        selection: Selection::new(vm, pool, count, ended, true)?,
        cycles: RefCell::new(cycles),
    })))
}

impl Object for Permutations {
    iterator!(PERMUTATIONS);

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        self.selection.traverse(visit);
    }

    fn clear(&self) {
        self.selection.clear();
    }

    fn next(&self, _vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        let mut cycles = self.cycles.borrow_mut();
        Ok(self.selection.next(cycles.len(), |places, count| {
            for at in (0..cycles.len()).rev() {
                cycles[at] -= 1;
                if cycles[at] == 0 {
                    places[at..].rotate_left(1);
                    cycles[at] = count - at;
                } else {
                    let other = count - cycles[at];
                    places.swap(at, other);
                    return true;
                }
            }
            false
        }))
    }
}
