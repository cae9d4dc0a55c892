//! The native part of `warnings`: the state that decides, and the doors into it. The rest is `warnings.py`.

use crate::interp::warnings::{Warnings, Where};
use crate::interp::{Res, Vm, frame};
use crate::objects::class::Class;
use crate::objects::counted::Ref;
use crate::objects::exception::Exception;
use crate::objects::module::Module;
use crate::objects::native::{Native, NativeDef, native};
use crate::objects::value::Value;

/// Fills the native part of the module.
pub fn make(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    for row in FUNCTIONS {
        module.dict.set_name(
            &vm.name(row.name),
            Value::Native(Native::function(row, "_warnings")),
        );
    }
    module
        .dict
        .set_name(&vm.name("filters"), Warnings::of(vm).filters(vm));
    Ok(())
}

const FUNCTIONS: &[NativeDef] = &[
    native(
        "warn",
        "(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=())",
        "Issues a warning, or maybe ignores it, or raises it.",
        warn,
    ),
    native(
        "warn_explicit",
        "(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None)",
        "Issues a warning about a place that is given.",
        warn_explicit,
    ),
    native(
        "_get_filters",
        "()",
        "The list of filters that decides.",
        |vm, _| Ok(Warnings::of(vm).filters(vm)),
    ),
    native(
        "_set_filters",
        "(filters, /)",
        "Lets another list of filters decide.",
        |vm, a| {
            Warnings::of(vm).set_filters(a[0].clone());
            Ok(Value::None)
        },
    ),
    native(
        "_set_hook",
        "(hook, /)",
        "Has a function called with each warning that is shown.",
        |vm, a| {
            let hook = if a[0].is_none() {
                Value::Undef
            } else {
                a[0].clone()
            };
            Warnings::of(vm).hook.set(hook);
            Ok(Value::None)
        },
    ),
    native(
        "_filters_mutated",
        "()",
        "Forgets which warnings were shown.",
        |vm, _| {
            Warnings::of(vm).forget_seen();
            Ok(Value::None)
        },
    ),
    native(
        "_line",
        "(file, line, /)",
        "The text of a line of a file that runs, or of one on disk.",
        |vm, a| {
            let file = vm.str(&a[0])?;
            let line = u32::try_from(vm.index_usize(&a[1])?).unwrap_or(0);
            let running = frame::running(vm).find(|standing| *standing.code.source.name == *file);
            Ok(match running {
                Some(standing) if standing.code.source.is_shown => {
                    Value::str(standing.code.source.line_text(line))
                }
                _ => match std::fs::read_to_string(&file) {
                    Ok(text) => Value::str(
                        text.lines()
                            .nth(line.saturating_sub(1) as usize)
                            .unwrap_or(""),
                    ),
                    Err(_) => vm.empty_str(),
                },
            })
        },
    ),
];

/// The class of a warning: that of the message if it is one, else the category.
fn class_of(vm: &Vm, message: &Value, category: Option<&Value>) -> Res<Ref<Class>> {
    if let Some(exception) = Exception::of(message) {
        let class = exception.class_ref();
        if class.is_subclass(&vm.types.warning) {
            return Ok(class);
        }
    }
    match category {
        None | Some(Value::None) => Ok(vm.types.user_warning.clone()),
        Some(Value::Class(class)) if class.is_subclass(&vm.types.warning) => Ok(class.clone()),
        Some(Value::Class(class)) => {
            let name = vm.class_name(&Value::Class(class.clone()));
            Err(vm.type_error(&format!(
                "category must be a Warning subclass, not '{name}'"
            )))
        }
        Some(other) => {
            let name = vm.class_name(other);
            Err(vm.type_error(&format!(
                "category must be a Warning subclass, not '{name}'"
            )))
        }
    }
}

fn warn(vm: &Vm, a: &[Value]) -> Res {
    let given = |index: usize| a.get(index).and_then(Value::given);
    let class = class_of(vm, &a[0], given(1))?;
    let level = match given(2) {
        Some(level) => u32::try_from(vm.index_usize(level)?.max(1)).unwrap_or(u32::MAX),
        None => 1,
    };
    let source = given(3).cloned().unwrap_or(Value::None);
    let place = vm.warning_place(level);
    vm.warn_at(&class, &a[0], &place, &source)?;
    Ok(Value::None)
}

fn warn_explicit(vm: &Vm, a: &[Value]) -> Res {
    let given = |index: usize| a.get(index).and_then(Value::given);
    let class = class_of(vm, &a[0], given(1))?;
    let file = vm.str(&a[2])?;
    let module = match given(4) {
        Some(Value::Str(module)) => module.lossy().into_owned(),
        _ => file.strip_suffix(".py").unwrap_or(&file).to_owned(),
    };
    let running = frame::running(vm).find(|standing| *standing.code.source.name == *file);
    let place = Where {
        file: file.into(),
        line: u32::try_from(vm.index_usize(&a[3])?).unwrap_or(0),
        module,
        source: running.and_then(|standing| standing.code.source.shown()),
        span: None,
    };
    vm.warn_at(&class, &a[0], &place, given(7).unwrap_or(&Value::None))?;
    Ok(Value::None)
}
