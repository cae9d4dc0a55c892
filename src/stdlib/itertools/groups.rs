//! `groupby`: neighbours with equal keys.

use super::{iterator, row};
use crate::interp::{Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::{CloneCell, Ref};
use crate::objects::native::native;
use crate::objects::object::Object;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use std::cell::Cell;

/// The row of `groupby`.
pub static GROUP_BY: TypeDef = TypeDef {
    new: Some(native(
        "__new__",
        "(iterable, key=None)",
        "Make a new object. help(type) says what it takes.",
        |vm, a| {
            let key = a.get(2).and_then(Value::given).cloned();
            Ok(Value::from(Ref::new(GroupBy {
                iterator: vm.iter(&a[1])?,
                key_function: key.unwrap_or(Value::None),
                target: CloneCell::default(),
                key: CloneCell::default(),
                item: CloneCell::default(),
                group: Cell::new(0),
            })))
        },
    )),
    ..row(
        "groupby",
        "Keys, each with an iterator over the neighbours that have it.",
    )
};

/// The row of `_grouper`.
pub static GROUPER: TypeDef = TypeDef {
    new: Some(native(
        "__new__",
        "(parent, tgtkey, /)",
        "Make a new object. help(type) says what it takes.",
        |vm, a| match a[1].downcast::<GroupBy>() {
            Some(parent) => Ok(parent.new_group(a[2].clone())),
            None => Err(vm.type_error("incorrect usage of internal _grouper")),
        },
    )),
    is_base: false,
    ..row("_grouper", "The items of one group.")
};

struct GroupBy {
    iterator: Value,
    /// `None`: the item itself.
    key_function: Value,
    /// The key of the group that was given last; `Undef` at first.
    target: CloneCell<Value>,
    /// The key of the item that was read last; `Undef` when that item was given.
    key: CloneCell<Value>,
    item: CloneCell<Value>,
    /// The number of the group that may go on.
    group: Cell<u64>,
}

impl GroupBy {
    /// Reads an item; `false`: there is none.
    fn step(&self, vm: &Vm) -> Res<bool> {
        let Some(item) = vm.next_item(&self.iterator)? else {
            return Ok(false);
        };
        let key = if self.key_function.is_none() {
            item.clone()
        } else {
            match vm.call_with(&self.key_function, std::slice::from_ref(&item)) {
                Ok(key) => key,
                Err(raised) => return vm.end_of_iteration(raised).map(|_| false),
            }
        };
        self.item.set(item);
        self.key.set(key);
        Ok(true)
    }
}

impl Ref<GroupBy> {
    fn new_group(&self, target: Value) -> Value {
        self.group.set(self.group.get() + 1);
        Value::from(Ref::new(Grouper {
            parent: self.clone(),
            target,
            number: self.group.get(),
        }))
    }
}

impl Object for GroupBy {
    iterator!(GROUP_BY);

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.iterator);
        visit(&self.key_function);
        for cell in [&self.target, &self.key, &self.item] {
            visit(&cell.get());
        }
    }

    fn clear(&self) {
        let old = (self.target.take(), self.key.take(), self.item.take());
        drop(old);
    }

    fn next(&self, vm: &Vm, this: &Value) -> Res<Option<Value>> {
        self.group.set(self.group.get() + 1);
        loop {
            let (key, target) = (self.key.get(), self.target.get());
            if !key.is_undef() && (target.is_undef() || !vm.equal(&target, &key)?) {
                break;
            }
            if !self.step(vm)? {
                return Ok(None);
            }
            vm.poll()?;
        }
        let key = self.key.get();
        self.target.set(key.clone());
        let Some(this) = this.downcast::<GroupBy>() else {
            return Ok(None);
        };
        let group = this.new_group(key.clone());
        Ok(Some(Value::from(Tuple::new(vec![key, group]))))
    }
}

struct Grouper {
    parent: Ref<GroupBy>,
    target: Value,
    number: u64,
}

impl Object for Grouper {
    iterator!(GROUPER);

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&Value::from(self.parent.clone()));
        visit(&self.target);
    }

    /// What it holds never changes: that is cleared instead.
    fn clear(&self) {}

    fn next(&self, vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        let parent = &self.parent;
        if parent.group.get() != self.number {
            return Ok(None);
        }
        if parent.item.is_undef() && !parent.step(vm)? {
            return Ok(None);
        }
        let key = parent.key.get();
        if !vm.equal(&self.target, &key)? {
            return Ok(None);
        }
        let item = parent.item.take();
        parent.key.take().discard();
        Ok((!item.is_undef()).then_some(item))
    }
}
