//! A variable that outlives its frame because an inner function uses it.

use super::class::Class;
use super::counted::{CloneCell, Ref};
use super::object::Object;
use super::value::Value;
use crate::interp::{Res, Vm};
use snakelet_grammar::ast::CompareOp;

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

    fn repr(&self, vm: &Vm, this: &Value) -> Res<Option<String>> {
        let address = |value: &Value| value.address().unwrap_or(0);
        let own = address(this);
        Ok(Some(match self.0.get() {
            Value::Undef => format!("<cell at 0x{own:x}: empty>"),
            held => {
                let (class, at) = (vm.class_name(&held), address(&held));
                format!("<cell at 0x{own:x}: {class} object at 0x{at:x}>")
            }
        }))
    }

    /// As what they hold compares; one without a value comes first.
    fn compare(&self, vm: &Vm, _this: &Value, op: CompareOp, other: &Value) -> Res<Option<Value>> {
        let Value::Cell(other) = other else {
            return Ok(None);
        };
        let (own, other) = (self.0.get(), other.0.get());
        if !own.is_undef() && !other.is_undef() {
            return vm.compare(op, &own, &other).map(Some);
        }
        let (own, other) = (!own.is_undef(), !other.is_undef());
        Ok(match op {
            CompareOp::Eq => Some(own == other),
            CompareOp::NotEq => Some(own != other),
            CompareOp::Lt => Some(!own & other),
            CompareOp::LtE => Some(own <= other),
            CompareOp::Gt => Some(own & !other),
            CompareOp::GtE => Some(own >= other),
            _ => None,
        }
        .map(Value::bool))
    }

    fn clear(&self) {
        self.0.take().discard();
    }
}
