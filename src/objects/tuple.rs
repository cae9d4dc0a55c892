//! A tuple: values that stay. Methods are in `tuple_methods.rs`.

use super::class::Class;
use super::counted::Ref;
use super::object::Object;
use super::value::Value;
use crate::interp::Vm;

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
}
