//! Stand-ins until the types they belong to arrive.
use super::counted::Ref;
use super::dict::Dict;
use super::exception::Exception;
use super::value::Value;
use crate::interp::{Res, Vm};

pub fn is_registered(_vm: &Vm, _v: &Value, _what: &str) -> bool {
    false
}
pub fn traceback(_vm: &Vm, _e: &Ref<Exception>) -> Value {
    Value::None
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
    vm.import(name, level)
}
pub fn import_star(vm: &Vm, _m: &Value, _g: &Ref<Dict>) -> Res<()> {
    Err(vm.type_error("import *"))
}
pub fn display(vm: &Vm, value: Value) -> Res<()> {
    let text = vm.repr(&value)?;
    let _ = vm.output.out(format!("{text}\n").as_bytes());
    Ok(())
}
pub fn ascii(vm: &Vm, value: &Value) -> Res<String> {
    vm.ascii(value)
}
