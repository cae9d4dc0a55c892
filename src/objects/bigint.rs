//! An integer beyond 64 bits. Arithmetic is `interp/arithmetic.rs`, methods are `int.rs`.

use super::class::Class;
use super::counted::Ref;
use super::object::Object;
use super::value::Value;
use crate::interp::Vm;
use num_bigint::BigInt;
use num_traits::ToPrimitive;

/// A large integer; never one that fits 64 bits.
pub struct Big(pub BigInt);

impl Object for Big {
    fn is_tracked() -> bool {
        false
    }

    fn wrap(this: Ref<Self>) -> Value {
        Value::Big(this)
    }

    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.int.clone()
    }

    fn traverse(&self, _visit: &mut dyn FnMut(&Value)) {}

    fn clear(&self) {}
}

impl From<BigInt> for Value {
    /// The value of an integer of any size, in its only form.
    fn from(number: BigInt) -> Value {
        match number.to_i64() {
            Some(small) => Value::Int(small),
            None => Value::Big(Ref::new(Big(number))),
        }
    }
}
