//! A list. Methods are in `list_methods.rs`, iterators in `iterator.rs`.

use super::class::Class;
use super::counted::Ref;
use super::object::Object;
use super::value::Value;
use crate::interp::Vm;
use std::cell::{Ref as Borrowed, RefCell, RefMut};

/// A list. Invariant of all who touch it: no borrow lives while a value may be dropped or script code may run.
#[derive(Default)]
pub struct List(RefCell<Vec<Value>>);

impl List {
    /// A list of `items`.
    pub fn new(items: Vec<Value>) -> Ref<List> {
        Ref::new(List(RefCell::new(items)))
    }

    /// The items for reading. Clone what is needed and end the borrow.
    #[inline(always)]
    pub fn borrow(&self) -> Borrowed<'_, Vec<Value>> {
        self.0.borrow()
    }

    /// The items for changing. Move removed values out and drop them after the borrow.
    #[inline(always)]
    pub fn borrow_mut(&self) -> RefMut<'_, Vec<Value>> {
        self.0.borrow_mut()
    }

    /// How many items there are.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.0.borrow().len()
    }

    /// Whether it is empty.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The item at `index`, if there is one.
    #[inline(always)]
    pub fn get(&self, index: usize) -> Option<Value> {
        self.0.borrow().get(index).cloned()
    }

    /// A copy of the items.
    pub fn to_vec(&self) -> Vec<Value> {
        self.0.borrow().clone()
    }

    /// The items, leaving the list empty.
    pub fn take(&self) -> Vec<Value> {
        self.0.take()
    }
}

impl Object for List {
    fn wrap(this: Ref<Self>) -> Value {
        Value::List(this)
    }

    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.list.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        self.0.borrow().iter().for_each(visit);
    }

    fn clear(&self) {
        drop(self.take());
    }
}
