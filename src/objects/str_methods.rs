//! The type `str`.

use super::class::TypeDef;
use super::counted::Ref;
use super::str::Str;
use super::value::Value;
use crate::interp::{Res, Vm};

/// `text % values`
pub fn percent(vm: &Vm, text: &Ref<Str>, values: &Value) -> Res {
    let _ = (text, values);
    Err(vm.type_error("not all arguments converted during string formatting"))
}

/// The row of `str`.
pub const TYPE: TypeDef = TypeDef {
    name: "str",
    is_base: true,
    ..TypeDef::PLAIN
};
