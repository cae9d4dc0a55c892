//! `product`: all tuples of one item from each iterable.

use super::{iterator, row};
use crate::interp::{Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::Ref;
use crate::objects::native::native;
use crate::objects::object::Object;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The row of `product`.
pub static PRODUCT: TypeDef = TypeDef {
    new: Some(native(
        "__new__",
        "(*iterables, repeat=1)",
        "Make a new object. help(type) says what it takes.",
        new,
    )),
    ..row("product", "All tuples with one item from each iterable.")
};

struct Product {
    pools: RefCell<Vec<Rc<Vec<Value>>>>,
    /// The places of the tuple that was given last; empty at first.
    places: RefCell<Vec<usize>>,
    started: Cell<bool>,
    ended: Cell<bool>,
}

fn new(vm: &Vm, a: &[Value]) -> Res {
    let repeat = match a.get(2).and_then(Value::given) {
        Some(repeat) => vm.index_size(repeat)?,
        None => 1,
    };
    if repeat < 0 {
        return Err(vm.value_error("repeat argument cannot be negative"));
    }
    let iterables = vm.collect(&a[1])?;
    let count = iterables.len().checked_mul(repeat as usize);
    let Some(count) = count.filter(|count| *count <= isize::MAX as usize / 8) else {
        return Err(vm.overflow_error("repeat argument too large"));
    };
    let mut once = Vec::new();
    if repeat > 0 {
        for iterable in &iterables {
            once.push(Rc::new(vm.collect(iterable)?));
        }
    }
    let mut pools = Vec::new();
    if pools.try_reserve_exact(count).is_err() {
        return Err(vm.memory_error());
    }
    for _ in 0..if once.is_empty() { 0 } else { repeat } {
        pools.extend(once.iter().cloned());
    }
    Ok(Value::from(Ref::new(Product {
        pools: RefCell::new(pools),
        places: RefCell::default(),
        started: Cell::new(false),
        ended: Cell::new(false),
    })))
}

impl Product {
    /// Moves on to the next tuple; `false`: there is none.
    fn advance(&self) -> bool {
        let pools = self.pools.borrow();
        let mut places = self.places.borrow_mut();
        if !self.started.replace(true) {
            *places = vec![0; pools.len()];
            return pools.iter().all(|pool| !pool.is_empty());
        }
        for (place, pool) in places.iter_mut().zip(pools.iter()).rev() {
            *place += 1;
            if *place < pool.len() {
                return true;
            }
            *place = 0;
        }
        false
    }
}

impl Object for Product {
    iterator!(PRODUCT);

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        for pool in self.pools.borrow().iter() {
            pool.iter().for_each(&mut *visit);
        }
    }

    fn clear(&self) {
        self.ended.set(true);
        let old = self.pools.take();
        drop(old);
    }

    fn next(&self, _vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        if self.ended.get() || !self.advance() {
            self.ended.set(true);
            return Ok(None);
        }
        let pools = self.pools.borrow();
        let places = self.places.borrow();
        let items = pools.iter().zip(places.iter());
        let items = items.map(|(pool, place)| pool[*place].clone()).collect();
        Ok(Some(Value::from(Tuple::new(items))))
    }
}
