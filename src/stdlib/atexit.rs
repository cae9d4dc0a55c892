//! `atexit`: functions to call when the program ends.

use crate::interp::slots::PackedArgs;
use crate::interp::{Res, Vm};
use crate::objects::counted::Ref;
use crate::objects::module::Module;
use crate::objects::native::{Native, NativeDef, native};
use crate::objects::value::Value;
use std::cell::RefCell;

/// The functions with their arguments, in the order in which they were given.
#[derive(Default)]
struct Registered(RefCell<Vec<(Value, Value, Value)>>);

/// Fills the module.
pub fn make(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    for row in FUNCTIONS {
        module.dict.set_name(
            &vm.name(row.name),
            Value::Native(Native::function(row, "atexit")),
        );
    }
    Ok(())
}

const FUNCTIONS: &[NativeDef] = &[
    native(
        "register",
        "(func, /, *args, **kwargs)",
        "Has a function called at the end; gives the function.",
        |vm, a| {
            if !vm.is_callable(&a[0]) {
                return Err(vm.type_error("the first argument must be callable"));
            }
            let row = (a[0].clone(), a[1].clone(), a[2].clone());
            vm.extension::<Registered>().0.borrow_mut().push(row);
            Ok(a[0].clone())
        },
    ),
    native(
        "unregister",
        "(func, /)",
        "Has a function not called after all.",
        |vm, a| {
            let registered = vm.extension::<Registered>();
            let all = registered.0.borrow().clone();
            let mut kept = Vec::new();
            for row in all {
                if !vm.equal(&row.0, &a[0])? {
                    kept.push(row);
                }
            }
            let old = registered.0.replace(kept);
            drop(old);
            Ok(Value::None)
        },
    ),
    native("_clear", "()", "Forgets all functions.", |vm, _| {
        let old = vm.extension::<Registered>().0.take();
        drop(old);
        Ok(Value::None)
    }),
    native(
        "_run_exitfuncs",
        "()",
        "Calls all functions now.",
        |vm, _| {
            run(vm);
            Ok(Value::None)
        },
    ),
];

/// Calls the functions, the newest first.
pub fn run(vm: &Vm) {
    let registered = vm.extension::<Registered>();
    loop {
        let newest = registered.0.borrow_mut().pop();
        let Some((function, args, keywords)) = newest else {
            return;
        };
        let packed = PackedArgs::new(vm, &args, &keywords);
        if vm.call(&function, packed.args()).is_err() {
            let exception = vm.take_raised();
            let shown = vm.repr(&function).unwrap_or_else(|_| {
                drop(vm.take_raised());
                "<object repr() failed>".to_owned()
            });
            let message = format!("Exception ignored in atexit callback {shown}");
            vm.report_ignored(&exception, Some(&message), &Value::None);
        }
    }
}
