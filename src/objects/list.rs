//! A list. Methods are in `list_methods.rs`, iterators in `iterators/`, assignment to slices in `list_slices.rs`.

use super::class::Class;
use super::counted::Ref;
use super::iterators::sequences::ItemIterator;
use super::list_slices;
use super::object::Object;
use super::sequence;
use super::slice::Slice;
use super::value::Value;
use crate::interp::{Res, Vm};
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

    /// Adds an item at the end.
    pub fn push(&self, vm: &Vm, item: Value) -> Res<()> {
        vm.push_to(&mut self.0.borrow_mut(), item)
    }

    /// Replaces or deletes the item at `place`.
    fn change(&self, vm: &Vm, place: Option<usize>, value: Option<Value>) -> Res<()> {
        let mut items = self.0.borrow_mut();
        let Some(place) = place.filter(|&place| place < items.len()) else {
            drop(items);
            return Err(vm.index_error("list assignment index out of range"));
        };
        let old = match value {
            Some(value) => std::mem::replace(&mut items[place], value),
            None => items.remove(place),
        };
        drop(items);
        old.discard();
        Ok(())
    }
}

impl Drop for List {
    fn drop(&mut self) {
        Value::discard_all(self.0.take());
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
        Value::discard_all(self.take());
    }

    fn len(&self, _vm: &Vm, _this: &Value) -> Res<Option<usize>> {
        Ok(Some(List::len(self)))
    }

    fn contains(&self, vm: &Vm, _this: &Value, item: &Value) -> Res<Option<bool>> {
        let found = sequence::find(vm, self, item, 0, usize::MAX)?;
        Ok(Some(found.is_some()))
    }

    fn get_item(&self, vm: &Vm, _this: &Value, index: &Value) -> Res<Option<Value>> {
        match sequence::position(vm, index, || List::len(self))? {
            Some(place) => match place.and_then(|place| self.get(place)) {
                Some(item) => Ok(Some(item)),
                None => Err(vm.index_error("list index out of range")),
            },
            None => match Slice::of(index) {
                Some(slice) => {
                    let bounds = slice.bounds(vm, || List::len(self))?;
                    let items = bounds.pick(&self.borrow());
                    Ok(Some(Value::from(List::new(items))))
                }
                None => Err(bad_index(vm, index)),
            },
        }
    }

    fn set_item(&self, vm: &Vm, this: &Value, index: &Value, value: Option<Value>) -> Res<bool> {
        match sequence::position(vm, index, || List::len(self))? {
            Some(place) => self.change(vm, place, value)?,
            None => match (Slice::of(index), value) {
                (None, _) => return Err(bad_index(vm, index)),
                (Some(slice), Some(value)) => {
                    list_slices::assign(vm, this, self, slice, &value)?;
                }
                (Some(slice), None) => list_slices::delete(vm, self, slice)?,
            },
        }
        Ok(true)
    }

    fn iter(&self, _vm: &Vm, this: &Value) -> Res<Option<Value>> {
        Ok(Some(ItemIterator::over_list(this)))
    }
}

#[cold]
fn bad_index(vm: &Vm, index: &Value) -> crate::interp::Raised {
    let class = vm.class_name(index);
    vm.type_error(&format!(
        "list indices must be integers or slices, not {class}"
    ))
}
