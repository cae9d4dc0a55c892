//! `_weakref`: references that do not keep their objects alive. What is written in the language itself is `weakref.py`.

use crate::interp::{Res, Vm};
use crate::objects::counted::Ref;
use crate::objects::module::Module;
use crate::objects::native::Native;
use crate::objects::value::Value;
use crate::objects::weakref::FUNCTIONS;

/// Fills the module.
pub fn make(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    let types = &vm.types;
    let classes = [
        ("ref", &types.weakref),
        ("ReferenceType", &types.weakref),
        ("ProxyType", &types.weak_proxy),
        ("CallableProxyType", &types.weak_callable_proxy),
    ];
    for (name, class) in classes {
        module
            .dict
            .set_name(&vm.name(name), Value::Class(class.clone()));
    }
    for row in FUNCTIONS {
        let function = Native::function(row, "_weakref");
        module
            .dict
            .set_name(&vm.name(row.name), Value::Native(function));
    }
    Ok(())
}
