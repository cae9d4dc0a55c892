//! A variable that outlives its frame because an inner function uses it.

use super::class::Class;
use super::counted::{CloneCell, Ref};
use super::object::Object;
use super::value::Value;
use crate::interp::Vm;

/// The shared variable; `Undef` while it has no value.
pub struct CellVar(pub CloneCell<Value>);

impl CellVar {
    /// A variable that holds `value`.
    pub fn holding(value: Value) -> Ref<CellVar> {
        Ref::new(CellVar(CloneCell::new(value)))
    }
}

impl Object for CellVar {
    fn wrap(this: Ref<Self>) -> Value {
        Value::Cell(this)
    }

    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.cell.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.0.get());
    }

    fn clear(&self) {
        self.0.take().discard();
    }
}
