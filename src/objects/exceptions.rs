//! The hierarchy of exceptions: classes, attributes, texts.

use super::class::TypeDef;
use super::counted::Ref;
use super::exception::Exception;
use super::value::Value;
use crate::interp::{Res, Vm};

/// `repr()` of an exception.
pub fn repr(vm: &Vm, exception: &Exception) -> Res<String> {
    let args: Res<Vec<String>> = exception.args().iter().map(|arg| vm.repr(arg)).collect();
    Ok(format!(
        "{}({})",
        exception.class_ref().name(),
        args?.join(", ")
    ))
}

/// `str()` of an exception.
pub fn str(vm: &Vm, exception: &Exception, _this: &Value) -> Res<String> {
    match exception.first_arg() {
        Some(arg) => vm.str(&arg),
        None => Ok(String::new()),
    }
}

/// `exception.add_note(note)`
pub fn add_note(vm: &Vm, exception: &Ref<Exception>, note: Value) {
    let _ = (vm, exception, note);
}

/// The row of `BaseException`.
pub const BASE_EXCEPTION: TypeDef = TypeDef {
    name: "BaseException",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `Exception`.
pub const EXCEPTION: TypeDef = TypeDef {
    name: "Exception",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `BaseExceptionGroup`.
pub const BASE_EXCEPTION_GROUP: TypeDef = TypeDef {
    name: "BaseExceptionGroup",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `GeneratorExit`.
pub const GENERATOR_EXIT: TypeDef = TypeDef {
    name: "GeneratorExit",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `KeyboardInterrupt`.
pub const KEYBOARD_INTERRUPT: TypeDef = TypeDef {
    name: "KeyboardInterrupt",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `SystemExit`.
pub const SYSTEM_EXIT: TypeDef = TypeDef {
    name: "SystemExit",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `ArithmeticError`.
pub const ARITHMETIC_ERROR: TypeDef = TypeDef {
    name: "ArithmeticError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `FloatingPointError`.
pub const FLOATING_POINT_ERROR: TypeDef = TypeDef {
    name: "FloatingPointError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `OverflowError`.
pub const OVERFLOW_ERROR: TypeDef = TypeDef {
    name: "OverflowError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `ZeroDivisionError`.
pub const ZERO_DIVISION_ERROR: TypeDef = TypeDef {
    name: "ZeroDivisionError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `AssertionError`.
pub const ASSERTION_ERROR: TypeDef = TypeDef {
    name: "AssertionError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `AttributeError`.
pub const ATTRIBUTE_ERROR: TypeDef = TypeDef {
    name: "AttributeError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `BufferError`.
pub const BUFFER_ERROR: TypeDef = TypeDef {
    name: "BufferError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `EOFError`.
pub const EOF_ERROR: TypeDef = TypeDef {
    name: "EOFError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `ImportError`.
pub const IMPORT_ERROR: TypeDef = TypeDef {
    name: "ImportError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `ModuleNotFoundError`.
pub const MODULE_NOT_FOUND_ERROR: TypeDef = TypeDef {
    name: "ModuleNotFoundError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `LookupError`.
pub const LOOKUP_ERROR: TypeDef = TypeDef {
    name: "LookupError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `IndexError`.
pub const INDEX_ERROR: TypeDef = TypeDef {
    name: "IndexError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `KeyError`.
pub const KEY_ERROR: TypeDef = TypeDef {
    name: "KeyError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `MemoryError`.
pub const MEMORY_ERROR: TypeDef = TypeDef {
    name: "MemoryError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `NameError`.
pub const NAME_ERROR: TypeDef = TypeDef {
    name: "NameError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `UnboundLocalError`.
pub const UNBOUND_LOCAL_ERROR: TypeDef = TypeDef {
    name: "UnboundLocalError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `OSError`.
pub const OS_ERROR: TypeDef = TypeDef {
    name: "OSError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `BlockingIOError`.
pub const BLOCKING_IO_ERROR: TypeDef = TypeDef {
    name: "BlockingIOError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `ChildProcessError`.
pub const CHILD_PROCESS_ERROR: TypeDef = TypeDef {
    name: "ChildProcessError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `ConnectionError`.
pub const CONNECTION_ERROR: TypeDef = TypeDef {
    name: "ConnectionError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `BrokenPipeError`.
pub const BROKEN_PIPE_ERROR: TypeDef = TypeDef {
    name: "BrokenPipeError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `ConnectionAbortedError`.
pub const CONNECTION_ABORTED_ERROR: TypeDef = TypeDef {
    name: "ConnectionAbortedError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `ConnectionRefusedError`.
pub const CONNECTION_REFUSED_ERROR: TypeDef = TypeDef {
    name: "ConnectionRefusedError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `ConnectionResetError`.
pub const CONNECTION_RESET_ERROR: TypeDef = TypeDef {
    name: "ConnectionResetError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `FileExistsError`.
pub const FILE_EXISTS_ERROR: TypeDef = TypeDef {
    name: "FileExistsError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `FileNotFoundError`.
pub const FILE_NOT_FOUND_ERROR: TypeDef = TypeDef {
    name: "FileNotFoundError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `InterruptedError`.
pub const INTERRUPTED_ERROR: TypeDef = TypeDef {
    name: "InterruptedError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `IsADirectoryError`.
pub const IS_A_DIRECTORY_ERROR: TypeDef = TypeDef {
    name: "IsADirectoryError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `NotADirectoryError`.
pub const NOT_A_DIRECTORY_ERROR: TypeDef = TypeDef {
    name: "NotADirectoryError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `PermissionError`.
pub const PERMISSION_ERROR: TypeDef = TypeDef {
    name: "PermissionError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `ProcessLookupError`.
pub const PROCESS_LOOKUP_ERROR: TypeDef = TypeDef {
    name: "ProcessLookupError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `TimeoutError`.
pub const TIMEOUT_ERROR: TypeDef = TypeDef {
    name: "TimeoutError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `ReferenceError`.
pub const REFERENCE_ERROR: TypeDef = TypeDef {
    name: "ReferenceError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `RuntimeError`.
pub const RUNTIME_ERROR: TypeDef = TypeDef {
    name: "RuntimeError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `NotImplementedError`.
pub const NOT_IMPLEMENTED_ERROR: TypeDef = TypeDef {
    name: "NotImplementedError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `PythonFinalizationError`.
pub const PYTHON_FINALIZATION_ERROR: TypeDef = TypeDef {
    name: "PythonFinalizationError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `RecursionError`.
pub const RECURSION_ERROR: TypeDef = TypeDef {
    name: "RecursionError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `StopAsyncIteration`.
pub const STOP_ASYNC_ITERATION: TypeDef = TypeDef {
    name: "StopAsyncIteration",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `StopIteration`.
pub const STOP_ITERATION: TypeDef = TypeDef {
    name: "StopIteration",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `SyntaxError`.
pub const SYNTAX_ERROR: TypeDef = TypeDef {
    name: "SyntaxError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `_IncompleteInputError`.
pub const INCOMPLETE_INPUT_ERROR: TypeDef = TypeDef {
    name: "_IncompleteInputError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `IndentationError`.
pub const INDENTATION_ERROR: TypeDef = TypeDef {
    name: "IndentationError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `TabError`.
pub const TAB_ERROR: TypeDef = TypeDef {
    name: "TabError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `SystemError`.
pub const SYSTEM_ERROR: TypeDef = TypeDef {
    name: "SystemError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `TypeError`.
pub const TYPE_ERROR: TypeDef = TypeDef {
    name: "TypeError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `ValueError`.
pub const VALUE_ERROR: TypeDef = TypeDef {
    name: "ValueError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `UnicodeError`.
pub const UNICODE_ERROR: TypeDef = TypeDef {
    name: "UnicodeError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `UnicodeDecodeError`.
pub const UNICODE_DECODE_ERROR: TypeDef = TypeDef {
    name: "UnicodeDecodeError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `UnicodeEncodeError`.
pub const UNICODE_ENCODE_ERROR: TypeDef = TypeDef {
    name: "UnicodeEncodeError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `UnicodeTranslateError`.
pub const UNICODE_TRANSLATE_ERROR: TypeDef = TypeDef {
    name: "UnicodeTranslateError",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `Warning`.
pub const WARNING: TypeDef = TypeDef {
    name: "Warning",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `BytesWarning`.
pub const BYTES_WARNING: TypeDef = TypeDef {
    name: "BytesWarning",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `DeprecationWarning`.
pub const DEPRECATION_WARNING: TypeDef = TypeDef {
    name: "DeprecationWarning",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `EncodingWarning`.
pub const ENCODING_WARNING: TypeDef = TypeDef {
    name: "EncodingWarning",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `FutureWarning`.
pub const FUTURE_WARNING: TypeDef = TypeDef {
    name: "FutureWarning",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `ImportWarning`.
pub const IMPORT_WARNING: TypeDef = TypeDef {
    name: "ImportWarning",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `PendingDeprecationWarning`.
pub const PENDING_DEPRECATION_WARNING: TypeDef = TypeDef {
    name: "PendingDeprecationWarning",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `ResourceWarning`.
pub const RESOURCE_WARNING: TypeDef = TypeDef {
    name: "ResourceWarning",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `RuntimeWarning`.
pub const RUNTIME_WARNING: TypeDef = TypeDef {
    name: "RuntimeWarning",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `SyntaxWarning`.
pub const SYNTAX_WARNING: TypeDef = TypeDef {
    name: "SyntaxWarning",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `UnicodeWarning`.
pub const UNICODE_WARNING: TypeDef = TypeDef {
    name: "UnicodeWarning",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `UserWarning`.
pub const USER_WARNING: TypeDef = TypeDef {
    name: "UserWarning",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `ExceptionGroup`.
pub const EXCEPTION_GROUP: TypeDef = TypeDef {
    name: "ExceptionGroup",
    is_base: true,
    ..TypeDef::PLAIN
};
