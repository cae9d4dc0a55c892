//! Containers beside the built-in ones. So far the double-ended queue, under its internal module name.

pub mod deque;

use crate::interp::{Res, Vm};
use crate::objects::counted::Ref;
use crate::objects::module::Module;
use crate::objects::value::Value;

/// Fills the module `_collections`.
pub fn make(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    let class = Value::Class(deque::class(vm));
    module.dict.set_name(&vm.name("deque"), class);
    Ok(())
}
