//! The built-in functions and names.

use crate::interp::{Res, Vm};
use crate::objects::native::{Native, NativeDef, native};
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;

/// Puts all built-in names into the interpreter.
pub fn install(vm: &Vm) {
    for row in FUNCTIONS {
        vm.builtins.set_name(
            &vm.name(row.name),
            Value::Native(Native::function(row, "builtins")),
        );
    }
}

const FUNCTIONS: &[NativeDef] = &[native(
    "print",
    "(*args, sep=' ', end='\\n', file=None, flush=False)",
    "Print.",
    print,
)];

fn print(vm: &Vm, args: &[Value]) -> Res {
    let mut line = String::new();
    if let Value::Tuple(items) = &args[0] {
        let items: &Tuple = items;
        for (index, item) in items.items().iter().enumerate() {
            if index > 0 {
                line.push(' ');
            }
            line.push_str(&vm.str(item)?);
        }
    }
    line.push('\n');
    let _ = vm.output.out(line.as_bytes());
    Ok(Value::None)
}
