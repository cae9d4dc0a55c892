//! Stand-ins until the types they belong to arrive.
use super::counted::Ref;
use super::dict::Dict;
use super::exception::Exception;
use super::value::Value;
use crate::interp::{Res, Vm};

pub fn is_registered(_vm: &Vm, _v: &Value, _what: &str) -> bool {
    false
}
pub fn traceback(_vm: &Vm, e: &Ref<Exception>) -> Value {
    super::traceback::of_exception(e)
}
pub fn imaginary(imaginary: f64) -> Value {
    Value::from(super::complex::Complex {
        real: 0.0,
        imaginary,
    })
}
pub fn bytes(data: &[u8]) -> Value {
    Value::from(super::bytes::Bytes::new(data.to_vec()))
}
pub fn import(vm: &Vm, name: &str, level: u32, _g: &Ref<Dict>) -> Res {
    vm.import_module(name, level, Some(_g))
}
pub fn import_star(vm: &Vm, m: &Value, g: &Ref<Dict>) -> Res<()> {
    vm.import_star(m, g)
}
pub fn display(vm: &Vm, value: Value) -> Res<()> {
    vm.display(&value)
}
pub fn ascii(vm: &Vm, value: &Value) -> Res<String> {
    vm.ascii(value)
}
