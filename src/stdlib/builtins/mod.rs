//! The built-in functions and names, by subject. The built-in classes are in `objects/`; here they get their names.

mod attributes;
mod code;
mod iteration;
mod namespaces;
mod numbers;
mod output;
mod site;
mod text;

use crate::interp::Vm;
use crate::objects::class::Class;
use crate::objects::counted::Ref;
use crate::objects::module::Module;
use crate::objects::native::{Native, NativeDef};
use crate::objects::value::Value;
use crate::stdlib::io::OPEN;

pub use code::{raise_syntax_error, source_of};
pub use output::write_object;
pub use site::{HELPER, PRINTER, QUITTER};

/// Puts all built-in names into the interpreter.
pub fn install(vm: &Vm) {
    let put = |name: &str, value: Value| vm.builtins.set_name(&vm.name(name), value);
    put("__name__", Value::str("builtins"));
    put(
        "__doc__",
        Value::str(
            "What every module can name without importing it.\n\nbuiltins.len is len even where a module has a len of its own.",
        ),
    );
    for absent in ["__package__", "__loader__", "__spec__"] {
        put(absent, Value::None);
    }
    for row in tables().into_iter().flatten() {
        put(row.name, Value::Native(Native::function(row, "builtins")));
    }
    put("open", Value::Native(Native::function(&OPEN, "_io")));
    put("None", Value::None);
    put("Ellipsis", Value::Ellipsis);
    put("NotImplemented", Value::NotImplemented);
    put("False", Value::bool(false));
    put("True", Value::bool(true));
    put("__debug__", Value::bool(true));
    for class in classes(vm) {
        vm.builtins
            .set_name(&class.name_ref(), Value::Class(class.clone()));
    }
    for alias in ["EnvironmentError", "IOError"] {
        put(alias, Value::Class(vm.types.os_error.clone()));
    }
    site::install(vm);
    let module = Value::from(Module::over(vm.builtins.clone()));
    vm.modules.set_name(&vm.names.builtins, module);
}

fn tables() -> [&'static [NativeDef]; 7] {
    [
        attributes::FUNCTIONS,
        code::FUNCTIONS,
        iteration::FUNCTIONS,
        namespaces::FUNCTIONS,
        numbers::FUNCTIONS,
        output::FUNCTIONS,
        text::FUNCTIONS,
    ]
}

/// The classes that have a built-in name.
fn classes(vm: &Vm) -> Vec<&Ref<Class>> {
    let types = &vm.types;
    vec![
        &types.bool,
        &types.bytearray,
        &types.bytes,
        &types.classmethod,
        &types.complex,
        &types.dict,
        &types.enumerate,
        &types.filter,
        &types.float,
        &types.frozenset,
        &types.property,
        &types.int,
        &types.list,
        &types.map,
        &types.memoryview,
        &types.object,
        &types.range,
        &types.reversed,
        &types.set,
        &types.slice,
        &types.staticmethod,
        &types.str,
        &types.super_,
        &types.tuple,
        &types.type_,
        &types.zip,
        &types.base_exception,
        &types.exception,
        &types.base_exception_group,
        &types.exception_group,
        &types.generator_exit,
        &types.keyboard_interrupt,
        &types.system_exit,
        &types.arithmetic_error,
        &types.floating_point_error,
        &types.overflow_error,
        &types.zero_division_error,
        &types.assertion_error,
        &types.attribute_error,
        &types.buffer_error,
        &types.eof_error,
        &types.import_error,
        &types.module_not_found_error,
        &types.lookup_error,
        &types.index_error,
        &types.key_error,
        &types.memory_error,
        &types.name_error,
        &types.unbound_local_error,
        &types.os_error,
        &types.blocking_io_error,
        &types.child_process_error,
        &types.connection_error,
        &types.broken_pipe_error,
        &types.connection_aborted_error,
        &types.connection_refused_error,
        &types.connection_reset_error,
        &types.file_exists_error,
        &types.file_not_found_error,
        &types.interrupted_error,
        &types.is_a_directory_error,
        &types.not_a_directory_error,
        &types.permission_error,
        &types.process_lookup_error,
        &types.timeout_error,
        &types.reference_error,
        &types.runtime_error,
        &types.not_implemented_error,
        &types.python_finalization_error,
        &types.recursion_error,
        &types.stop_async_iteration,
        &types.stop_iteration,
        &types.syntax_error,
        &types.incomplete_input_error,
        &types.indentation_error,
        &types.tab_error,
        &types.system_error,
        &types.type_error,
        &types.value_error,
        &types.unicode_error,
        &types.unicode_decode_error,
        &types.unicode_encode_error,
        &types.unicode_translate_error,
        &types.warning,
        &types.bytes_warning,
        &types.deprecation_warning,
        &types.encoding_warning,
        &types.future_warning,
        &types.import_warning,
        &types.pending_deprecation_warning,
        &types.resource_warning,
        &types.runtime_warning,
        &types.syntax_warning,
        &types.unicode_warning,
        &types.user_warning,
    ]
}

/// The argument at `place`, if it was given.
fn given(args: &[Value], place: usize) -> Option<&Value> {
    args.get(place).and_then(Value::given)
}

/// The items that came as `*args` at `place`.
fn rest(args: &[Value], place: usize) -> &[Value] {
    match args.get(place) {
        Some(Value::Tuple(items)) => items.items(),
        _ => &[],
    }
}
