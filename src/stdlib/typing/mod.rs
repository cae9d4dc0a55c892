//! `_typing`: the part of `typing` that the interpreter itself makes objects of. The rest is Python code beside this file,
//! most of it loaded only when one of its names is asked for.

use super::{Make, ModuleDef};
use crate::interp::{Res, Vm, frame};
use crate::objects::counted::Ref;
use crate::objects::module::Module;
use crate::objects::native::{Native, NativeDef, native};
use crate::objects::type_params;
use crate::objects::value::Value;

/// A part of the module written in the language.
pub const fn part(name: &'static str, source: &'static str) -> ModuleDef {
    ModuleDef {
        name,
        make: Make::Source(source),
    }
}

/// Fills the module.
pub fn make(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    for (name, value) in type_params::exported(vm) {
        module.dict.set_name(&vm.name(name), value);
    }
    for row in &FUNCTIONS {
        let function = Value::Native(Native::function(row, "_typing"));
        module.dict.set_name(&vm.name(row.name), function);
    }
    Ok(())
}

static FUNCTIONS: [NativeDef; 2] = [
    native("_idfunc", "(x, /)", "Gives its argument.", |_, a| {
        Ok(a[0].clone())
    }),
    native(
        "_caller",
        "()",
        "The name of the innermost module outside typing whose code runs.",
        |vm, _| {
            let name =
                |standing: frame::Standing| standing.code.globals.get_name(&vm.names.__name__);
            let is_own =
                |name: &Value| matches!(name, Value::Str(name) if name.bytes() == b"typing");
            let found = frame::running(vm)
                .filter_map(name)
                .find(|name| !is_own(name));
            Ok(found.unwrap_or(Value::None))
        },
    ),
];
