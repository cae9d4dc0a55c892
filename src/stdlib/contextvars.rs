//! The module `contextvars`: variables whose values belong to a task or callback. Contexts and variables themselves are
//! `event_loop/context.rs` and `event_loop/context_methods.rs`.

use crate::event_loop::Asyncio;
use crate::event_loop::context::{self, Context};
use crate::interp::{Res, Vm};
use crate::objects::counted::Ref;
use crate::objects::module::Module;
use crate::objects::native::{Native, NativeDef, native};
use crate::objects::value::Value;

/// Fills the module.
pub fn make(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    let asyncio = Asyncio::of(vm);
    let types = asyncio.types(vm);
    for (name, class) in [
        ("Context", &types.context),
        ("ContextVar", &types.context_var),
        ("Token", &types.token),
    ] {
        module
            .dict
            .set_name(&vm.name(name), Value::Class(class.clone()));
    }
    let all = ["Context", "ContextVar", "Token", "copy_context"];
    let all = vm.tuple(all.map(|name| Value::Str(vm.name(name))).to_vec());
    module.dict.set_name(&vm.name("__all__"), all);
    let copy = Value::Native(Native::function(&COPY, "_contextvars"));
    module.dict.set_name(&vm.name("copy_context"), copy);
    Ok(())
}

const COPY: NativeDef = native(
    "copy_context",
    "()",
    "A copy of the current context.",
    |vm, _| {
        let copy = context::copy_of(&Asyncio::of(vm).shared.context);
        Ok(Value::from(
            copy.unwrap_or_else(|| Ref::new(Context::default())),
        ))
    },
);
