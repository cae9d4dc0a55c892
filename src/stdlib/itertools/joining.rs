//! Iterators over several iterables: `chain`, `compress`, `zip_longest`.

use super::{iterator, row};
use crate::interp::{Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::{CloneCell, Ref};
use crate::objects::generic_alias::CLASS_GETITEM;
use crate::objects::native::native;
use crate::objects::object::Object;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use std::cell::RefCell;

const NEW: &str = "Make a new object. help(type) says what it takes.";

/// The row of `chain`.
pub static CHAIN: TypeDef = TypeDef {
    new: Some(native("__new__", "(*iterables)", NEW, |vm, a| {
        Ok(Chain::over(vm.iter(&a[1])?))
    })),
    class_methods: &[
        native(
            "from_iterable",
            "(iterable, /)",
            "A chain over the iterables that an iterable gives.",
            |vm, a| {
                let chain = Chain::over(vm.iter(&a[1])?);
                match &a[0] {
                    Value::Class(class) if class.def().is_none() => Ok(Value::Instance(
                        crate::objects::instance::Instance::wrapping(vm, class, chain),
                    )),
                    _ => Ok(chain),
                }
            },
        ),
        CLASS_GETITEM,
    ],
    ..row("chain", "The items of one iterable after the other.")
};

/// The row of `compress`.
pub static COMPRESS: TypeDef = TypeDef {
    new: Some(native("__new__", "(data, selectors)", NEW, |vm, a| {
        Ok(Value::from(Ref::new(Compress {
            data: vm.iter(&a[1])?,
            selectors: vm.iter(&a[2])?,
        })))
    })),
    ..row("compress", "The data whose selectors are true.")
};

/// The row of `zip_longest`.
pub static ZIP_LONGEST: TypeDef = TypeDef {
    new: Some(native("__new__", "(*iterables, **kwargs)", NEW, new_zip)),
    ..row(
        "zip_longest",
        "Tuples of one item each, until the longest iterable ends.",
    )
};

struct Chain {
    /// Gives the iterables; `Undef` when all is over.
    iterables: CloneCell<Value>,
    /// The iterator that runs; `Undef`: none.
    running: CloneCell<Value>,
}

impl Chain {
    fn over(iterables: Value) -> Value {
        Value::from(Ref::new(Chain {
            iterables: CloneCell::new(iterables),
            running: CloneCell::new(Value::Undef),
        }))
    }

    fn next_iterable(&self, vm: &Vm, iterables: &Value) -> Res<Option<Value>> {
        match vm.next_item(iterables)? {
            Some(iterable) => vm.iter(&iterable).map(Some),
            None => Ok(None),
        }
    }
}

impl Object for Chain {
    iterator!(CHAIN);

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.iterables.get());
        visit(&self.running.get());
    }

    fn clear(&self) {
        let old = (self.iterables.take(), self.running.take());
        drop(old);
    }

    fn next(&self, vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        loop {
            let iterables = self.iterables.get();
            if iterables.is_undef() {
                return Ok(None);
            }
            let running = self.running.get();
            if running.is_undef() {
                match self.next_iterable(vm, &iterables) {
                    Ok(Some(iterator)) => self.running.set(iterator),
                    other => {
                        self.iterables.take().discard();
                        return other;
                    }
                }
                continue;
            }
            if let Some(item) = vm.next_item(&running)? {
                return Ok(Some(item));
            }
            self.running.take().discard();
            vm.poll()?;
        }
    }
}

struct Compress {
    data: Value,
    selectors: Value,
}

impl Object for Compress {
    iterator!(COMPRESS);

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.data);
        visit(&self.selectors);
    }

    /// What it holds never changes: that is cleared instead.
    fn clear(&self) {}

    fn next(&self, vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        while let Some(item) = vm.next_item(&self.data)? {
            let Some(selector) = vm.next_item(&self.selectors)? else {
                return Ok(None);
            };
            if vm.truth(&selector)? {
                return Ok(Some(item));
            }
            vm.poll()?;
        }
        Ok(None)
    }
}

struct ZipLongest {
    /// `Undef` in the places of those that ended.
    iterators: RefCell<Vec<Value>>,
    fill: CloneCell<Value>,
}

fn new_zip(vm: &Vm, a: &[Value]) -> Res {
    let mut fill = Value::None;
    if let Some(Value::Dict(keywords)) = a.get(2) {
        for (name, value) in keywords.entries() {
            if !matches!(&name, Value::Str(name) if name.bytes() == b"fillvalue") {
                return Err(vm.type_error("zip_longest() got an unexpected keyword argument"));
            }
            fill = value;
        }
    }
    let iterables = vm.collect(&a[1])?;
    let iterators: Res<Vec<Value>> = iterables.iter().map(|each| vm.iter(each)).collect();
    Ok(Value::from(Ref::new(ZipLongest {
        iterators: RefCell::new(iterators?),
        fill: CloneCell::new(fill),
    })))
}

impl Object for ZipLongest {
    iterator!(ZIP_LONGEST);

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        self.iterators.borrow().iter().for_each(&mut *visit);
        visit(&self.fill.get());
    }

    fn clear(&self) {
        let old = (self.iterators.take(), self.fill.take());
        drop(old);
    }

    fn next(&self, vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        let iterators = self.iterators.borrow().clone();
        let mut active = iterators.iter().filter(|each| !each.is_undef()).count();
        if active == 0 {
            return Ok(None);
        }
        let mut items = Vec::with_capacity(iterators.len());
        for (place, iterator) in iterators.iter().enumerate() {
            if iterator.is_undef() {
                items.push(self.fill.get());
                continue;
            }
            match vm.next_item(iterator) {
                Ok(Some(item)) => items.push(item),
                Ok(None) => {
                    active -= 1;
                    if active == 0 {
                        self.end();
                        return Ok(None);
                    }
                    items.push(self.fill.get());
                    let old = self.iterators.borrow_mut().get_mut(place).map(Value::take);
                    drop(old);
                }
                Err(raised) => {
                    self.end();
                    return Err(raised);
                }
            }
        }
        Ok(Some(Value::from(Tuple::new(items))))
    }
}

impl ZipLongest {
    fn end(&self) {
        let old = self.iterators.take();
        drop(old);
    }
}
