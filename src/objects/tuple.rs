//! A tuple: values that stay. Methods are in `tuple_methods.rs`.

use super::class::Class;
use super::counted::Ref;
use super::iterators::sequences::ItemIterator;
use super::object::Object;
use super::sequence;
use super::slice::Slice;
use super::value::Value;
use crate::interp::{Res, Vm};

/// A tuple.
pub struct Tuple(Box<[Value]>);

impl Tuple {
    /// A tuple of `items`.
    pub fn new(items: Vec<Value>) -> Ref<Tuple> {
        Ref::new(Tuple(items.into_boxed_slice()))
    }

    /// Its items.
    #[inline(always)]
    pub fn items(&self) -> &[Value] {
        &self.0
    }
}

impl Drop for Tuple {
    fn drop(&mut self) {
        Value::discard_all(std::mem::take(&mut self.0).into_vec());
    }
}

impl Object for Tuple {
    fn wrap(this: Ref<Self>) -> Value {
        Value::Tuple(this)
    }

    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.tuple.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        self.0.iter().for_each(visit)
    }

    /// A tuple can only be in a cycle through something that changes, which is cleared instead.
    fn clear(&self) {}

    fn len(&self, _vm: &Vm, _this: &Value) -> Res<Option<usize>> {
        Ok(Some(self.0.len()))
    }

    fn contains(&self, vm: &Vm, _this: &Value, item: &Value) -> Res<Option<bool>> {
        let found = sequence::find(vm, self, item, 0, usize::MAX)?;
        Ok(Some(found.is_some()))
    }

    fn get_item(&self, vm: &Vm, this: &Value, index: &Value) -> Res<Option<Value>> {
        match sequence::position(vm, index, || self.0.len())? {
            Some(Some(place)) => Ok(Some(self.0[place].clone())),
            Some(None) => Err(vm.index_error("tuple index out of range")),
            None => match Slice::of(index) {
                Some(slice) => {
                    let bounds = slice.bounds(vm, || self.0.len())?;
                    if bounds.step == 1 && bounds.count == self.0.len() {
                        return Ok(Some(this.clone()));
                    }
                    Ok(Some(vm.tuple(bounds.pick(&self.0))))
                }
                None => {
                    let class = vm.class_name(index);
                    Err(vm.type_error(&format!(
                        "tuple indices must be integers or slices, not {class}"
                    )))
                }
            },
        }
    }

    fn iter(&self, _vm: &Vm, this: &Value) -> Res<Option<Value>> {
        Ok(Some(ItemIterator::over_tuple(this)))
    }
}

impl Vm {
    /// A tuple of `items`; there is one empty tuple.
    pub fn tuple(&self, items: Vec<Value>) -> Value {
        if items.is_empty() {
            self.empty_tuple()
        } else {
            Value::from(Tuple::new(items))
        }
    }
}
