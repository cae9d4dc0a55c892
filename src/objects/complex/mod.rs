//! The type `complex`.

mod arithmetic;

use super::class::{Class, TypeDef};
use super::counted::Ref;
use super::object::Object;
use super::value::Value;
use crate::interp::Vm;

/// A complex number.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Complex {
    /// The real part.
    pub real: f64,
    /// The imaginary part.
    pub imaginary: f64,
}

impl From<f64> for Complex {
    fn from(real: f64) -> Complex {
        Complex {
            real,
            imaginary: 0.0,
        }
    }
}

impl Object for Complex {
    fn is_tracked() -> bool {
        false
    }

    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.complex.clone()
    }

    fn traverse(&self, _visit: &mut dyn FnMut(&Value)) {}

    fn clear(&self) {}
}

impl From<Complex> for Value {
    fn from(number: Complex) -> Value {
        Value::from(Ref::new(number))
    }
}

/// The row of `complex`.
pub const TYPE: TypeDef = TypeDef {
    name: "complex",
    is_base: true,
    ..TypeDef::PLAIN
};
