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
        "(*args, **kws)",
        "Calls what PYTHONBREAKPOINT names: the debugger, unless it says otherwise.",
        break_here,
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

const DEBUGGER: &str = "pdb.set_trace";

/// What `breakpoint()` does unless a script says otherwise: calls what the environment names.
fn break_here(vm: &Vm, a: &[Value]) -> Res {
    let packed = PackedArgs::new(vm, &a[0], a.get(1).unwrap_or(&Value::None));
    let environment = vm.get_attribute(&vm.import("os", 0)?, &vm.name("environ"))?;
    let named = vm.call_method(
        &environment,
        &vm.name("get"),
        &[Value::str("PYTHONBREAKPOINT")],
    )?;
    let named = match named {
        Value::Str(named) if !named.is_empty() => named.lossy().into_owned(),
        _ => DEBUGGER.to_owned(),
    };
    if named == "0" {
        return Ok(Value::None);
    }
    match importable(vm, &named)? {
        Some(hook) => vm.call(&hook, packed.args()),
        None => {
            let text = format!("Ignoring unimportable $PYTHONBREAKPOINT: \"{named}\"");
            vm.warn(&vm.types.runtime_warning, &text, 1)?;
            Ok(Value::None)
        }
    }
}

/// What a dotted name stands for: something in a module, or among the built-in names.
fn importable(vm: &Vm, dotted: &str) -> Res<Option<Value>> {
    if dotted.split('.').any(str::is_empty) {
        return Ok(None);
    }
    let (module, name) = dotted.rsplit_once('.').unwrap_or(("builtins", dotted));
    match vm.import(module, 0) {
        Ok(module) => vm.get_attribute_opt(&module, &vm.name(name)),
        Err(raised) => vm.catch(raised, &vm.types.import_error).map(|_| None),
    }
}

impl Vm {
    /// Shows the value of a statement at the prompt, by the script's `sys.displayhook` if there is one.
    pub fn call_display_hook(&self, value: &Value) -> Res<()> {
        // As long as no script has imported `sys`, none can have changed it.
        let Some(sys) = self.modules.get_name(&self.names.sys) else {
            return self.display(value);
        };
        match self.get_attribute_opt(&sys, &self.name("displayhook"))? {
            Some(Value::Native(native)) if native.def.name == "displayhook" => self.display(value),
            Some(hook) => self
                .call_with(&hook, std::slice::from_ref(value))
                .map(Value::discard),
            None => Err(self.runtime_error("lost sys.displayhook")),
        }
    }
}

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
