//! Hooks that a script can put into `sys`: for async generators, for exceptions that nobody can catch, and for
//! `breakpoint()`.

use crate::interp::slots::PackedArgs;
use crate::interp::{Res, Vm};
use crate::objects::async_generator;
use crate::objects::counted::Ref;
use crate::objects::exception::Exception;
use crate::objects::native::{NativeDef, native};
use crate::objects::struct_sequence;
use crate::objects::value::Value;

/// The rows.
pub const FUNCTIONS: &[NativeDef] = &[
    native(
        "breakpointhook",
        "(*args, **kwargs)",
        "Calls what the environment variable PYTHONBREAKPOINT names.",
        breakpoint_hook,
    ),
    native(
        "get_asyncgen_hooks",
        "()",
        "What is called when async generators begin and are dropped.",
        |vm, _| {
            let hooks = async_generator::hooks(vm);
            let items = [
                ("firstiter", hooks.first_iteration.get()),
                ("finalizer", hooks.finalizer.get()),
            ];
            struct_sequence::single(vm, "builtins", "asyncgen_hooks", &items)
        },
    ),
    native(
        "set_asyncgen_hooks",
        "(firstiter=<unrepresentable>, finalizer=<unrepresentable>)",
        "Says what is called when async generators begin and are dropped.",
        |vm, a| {
            let hooks = async_generator::hooks(vm);
            let cells = [&hooks.first_iteration, &hooks.finalizer];
            for (place, name) in ["firstiter", "finalizer"].into_iter().enumerate() {
                let Some(hook) = a.get(place).and_then(Value::given) else {
                    continue;
                };
                if !hook.is_none() && !vm.is_callable(hook) {
                    let class = vm.class_name(hook);
                    return Err(vm.type_error(&format!("callable {name} expected, got {class}")));
                }
            }
            for (place, cell) in cells.into_iter().enumerate() {
                if let Some(hook) = a.get(place).and_then(Value::given) {
                    cell.set(hook.clone());
                }
            }
            Ok(Value::None)
        },
    ),
];

/// Lets the script's `sys.unraisablehook` hear of an exception; whether there is one.
pub fn hear_unraisable(
    vm: &Vm,
    exception: &Ref<Exception>,
    message: Option<&str>,
    object: &Value,
) -> bool {
    let Some(sys) = vm.modules.get_name(&vm.names.sys) else {
        return false;
    };
    let hook = vm.get_attribute_opt(&sys, &vm.name("unraisablehook"));
    let Ok(Some(hook)) = hook else {
        drop(vm.thread.raised.take());
        return false;
    };
    if matches!(hook, Value::Native(_)) {
        return false;
    }
    let called = arguments(vm, exception, message, object)
        .and_then(|arguments| vm.call_with(&hook, &[arguments]));
    if called.is_err() {
        let second = vm.take_raised();
        let report = crate::report::of_ignored(vm, &second);
        let look = vm.settings.borrow().look;
        let hook = vm.repr(&hook).unwrap_or_default();
        let text = format!(
            "Exception ignored in sys.unraisablehook: {hook}\n{}",
            look.error(&report)
        );
        if vm.write_err(&text).is_err() {
            drop(vm.take_raised());
        }
    }
    true
}

fn arguments(vm: &Vm, exception: &Ref<Exception>, message: Option<&str>, object: &Value) -> Res {
    let value = Value::from(exception.clone());
    let traceback = vm.get_attribute(&value, &vm.names.__traceback__)?;
    let items = [
        ("exc_type", Value::Class(exception.class_ref())),
        ("exc_value", value),
        ("exc_traceback", traceback),
        ("err_msg", message.map_or(Value::None, Value::str)),
        ("object", object.clone()),
    ];
    struct_sequence::single(vm, "sys", "UnraisableHookArgs", &items)
}

/// There is no debugger here: without the variable that is said.
fn breakpoint_hook(vm: &Vm, a: &[Value]) -> Res {
    let os = vm.import("os", 0)?;
    let environment = vm.get_attribute(&os, &vm.name("environ"))?;
    let variable = [Value::str("PYTHONBREAKPOINT"), Value::str("")];
    let named = vm.call_method(&environment, &vm.name("get"), &variable)?;
    let named = vm.str(&named)?;
    let (module, function) = match named.as_str() {
        "0" => return Ok(Value::None),
        "" => {
            let message = "breakpoint() needs a debugger, and pdb is not supported: \
                PYTHONBREAKPOINT or sys.breakpointhook can name another";
            return Err(vm.raise_new(&vm.types.runtime_error, message));
        }
        named => named.rsplit_once('.').unwrap_or(("builtins", named)),
    };
    let hook = vm
        .import(module, 0)
        .and_then(|module| vm.get_attribute(&module, &vm.name(function)));
    let hook = match hook {
        Ok(hook) => hook,
        Err(raised) => {
            let types = &vm.types;
            if !vm.raised_is(&types.import_error) && !vm.raised_is(&types.attribute_error) {
                return Err(raised);
            }
            drop(vm.take_raised());
            let message = format!("Ignoring unimportable $PYTHONBREAKPOINT: \"{named}\"");
            vm.warn(&vm.types.runtime_warning, &message, 1)?;
            return Ok(Value::None);
        }
    };
    let none = Value::None;
    let packed = PackedArgs::new(vm, &a[0], a.get(1).and_then(Value::given).unwrap_or(&none));
    vm.call(&hook, packed.args())
}
