//! The hierarchy of exceptions: `BaseException` and what all exceptions can do, and the classes that add nothing to it.
//! Classes with attributes of their own are `exceptions/named.rs`, `os_error.rs`, `syntax.rs`, `unicode.rs` and `group.rs`.

/// A row for an attribute that is a member.
macro_rules! member_row {
    ($name:ident, $doc:literal) => {
        GetterDef {
            name: stringify!($name),
            doc: $doc,
            get: |vm, e| super::member(vm, e, &vm.names.$name),
            set: Some(|vm, e, value| super::set_member(vm, e, &vm.names.$name, value)),
        }
    };
}

/// A row for an attribute that is a member and never changes.
macro_rules! fixed_row {
    ($name:ident, $doc:literal) => {
        GetterDef {
            name: stringify!($name),
            doc: $doc,
            get: |vm, e| super::member(vm, e, &vm.names.$name),
            set: Some(|vm, _, _| Err(vm.attribute_error("readonly attribute"))),
        }
    };
}

pub mod group;
pub mod named;
pub mod os_error;
pub mod syntax;
pub mod unicode;

use super::class::TypeDef;
use super::counted::Ref;
use super::dict::Dict;
use super::exception::Exception;
use super::list::List;
use super::native::{GetterDef, NativeDef, native};
use super::str::{Name, Str};
use super::traceback;
use super::tuple::Tuple;
use super::value::Value;
use crate::interp::{Res, Vm};

macro_rules! plain {
    ($($row:ident $name:literal $doc:literal;)*) => {$(
        #[doc = concat!("The row of `", $name, "`.")]
        pub const $row: TypeDef = TypeDef {
            name: $name,
            doc: $doc,
            is_base: true,
            like_base: true,
            ..TypeDef::PLAIN
        };
    )*};
}

plain! {
    ARITHMETIC_ERROR "ArithmeticError" "A calculation failed.";
    FLOATING_POINT_ERROR "FloatingPointError" "A calculation with floats failed.";
    OVERFLOW_ERROR "OverflowError" "A result is too large.";
    ZERO_DIVISION_ERROR "ZeroDivisionError" "A division by zero.";
    ASSERTION_ERROR "AssertionError" "An `assert` did not hold.";
    BUFFER_ERROR "BufferError" "A buffer cannot be used so.";
    EOF_ERROR "EOFError" "The input has ended.";
    LOOKUP_ERROR "LookupError" "A key or an index is not there.";
    INDEX_ERROR "IndexError" "An index is out of range.";
    MEMORY_ERROR "MemoryError" "There is not enough memory.";
    UNBOUND_LOCAL_ERROR "UnboundLocalError" "A local variable has no value yet.";
    MODULE_NOT_FOUND_ERROR "ModuleNotFoundError" "There is no such module.";
    BLOCKING_IO_ERROR "BlockingIOError" "An operation would have to wait.";
    CHILD_PROCESS_ERROR "ChildProcessError" "A child process failed.";
    CONNECTION_ERROR "ConnectionError" "A connection failed.";
    BROKEN_PIPE_ERROR "BrokenPipeError" "The reader of a pipe has gone.";
    CONNECTION_ABORTED_ERROR "ConnectionAbortedError" "A connection was aborted.";
    CONNECTION_REFUSED_ERROR "ConnectionRefusedError" "A connection was refused.";
    CONNECTION_RESET_ERROR "ConnectionResetError" "A connection was reset by the other side.";
    FILE_EXISTS_ERROR "FileExistsError" "The file is there already.";
    FILE_NOT_FOUND_ERROR "FileNotFoundError" "There is no such file.";
    INTERRUPTED_ERROR "InterruptedError" "A signal interrupted a call.";
    IS_A_DIRECTORY_ERROR "IsADirectoryError" "A directory where a file is needed.";
    NOT_A_DIRECTORY_ERROR "NotADirectoryError" "A file where a directory is needed.";
    PERMISSION_ERROR "PermissionError" "It is not permitted.";
    PROCESS_LOOKUP_ERROR "ProcessLookupError" "There is no such process.";
    TIMEOUT_ERROR "TimeoutError" "It took too long.";
    REFERENCE_ERROR "ReferenceError" "The object behind a weak proxy has gone.";
    RUNTIME_ERROR "RuntimeError" "Something went wrong while running.";
    NOT_IMPLEMENTED_ERROR "NotImplementedError" "A subclass has to implement this.";
    PYTHON_FINALIZATION_ERROR "PythonFinalizationError" "The interpreter is ending.";
    RECURSION_ERROR "RecursionError" "Calls nest too deeply.";
    STOP_ASYNC_ITERATION "StopAsyncIteration" "An async iterator has no more items.";
    INCOMPLETE_INPUT_ERROR "_IncompleteInputError" "The source ends too early.";
    INDENTATION_ERROR "IndentationError" "The indentation is wrong.";
    TAB_ERROR "TabError" "Tabs and spaces are mixed in indentation.";
    SYSTEM_ERROR "SystemError" "The interpreter is at fault.";
    TYPE_ERROR "TypeError" "An object of the wrong type.";
    VALUE_ERROR "ValueError" "The right type, but a wrong value.";
    UNICODE_ERROR "UnicodeError" "Text that cannot be encoded or decoded.";
    WARNING "Warning" "What all warnings derive from.";
    BYTES_WARNING "BytesWarning" "A suspicious mix of bytes and text.";
    DEPRECATION_WARNING "DeprecationWarning" "Something will go away; for programmers.";
    ENCODING_WARNING "EncodingWarning" "An encoding was left out.";
    FUTURE_WARNING "FutureWarning" "Something will change; for users.";
    IMPORT_WARNING "ImportWarning" "A suspicious import.";
    PENDING_DEPRECATION_WARNING "PendingDeprecationWarning" "Something may go away one day.";
    RESOURCE_WARNING "ResourceWarning" "A resource was not given back.";
    RUNTIME_WARNING "RuntimeWarning" "Something suspicious while running.";
    SYNTAX_WARNING "SyntaxWarning" "Suspicious source.";
    UNICODE_WARNING "UnicodeWarning" "Suspicious text.";
    USER_WARNING "UserWarning" "A warning of the program's own.";
    EXCEPTION "Exception" "What all exceptions that programs handle derive from.";
    GENERATOR_EXIT "GeneratorExit" "A generator is being closed.";
    KEYBOARD_INTERRUPT "KeyboardInterrupt" "The user interrupts the program.";
}

/// The row of `KeyError`.
pub const KEY_ERROR: TypeDef = TypeDef {
    name: "KeyError",
    doc: "A key is not there.",
    special: &[native("__str__", "()", "str(self)", |vm, a| {
        let exception = of(vm, &a[0])?;
        match exception.args().as_slice() {
            [key] => vm.repr(key).map(Value::from),
            _ => str(vm, &exception).map(Value::Str),
        }
    })],
    is_base: true,
    like_base: true,
    ..TypeDef::PLAIN
};

/// The row of `BaseException`.
pub const BASE_EXCEPTION: TypeDef = TypeDef {
    name: "BaseException",
    doc: "What all exceptions derive from.",
    new: Some(native(
        "__new__",
        "(*args, **kwargs)",
        "Makes an exception.",
        new,
    )),
    init: Some(native(
        "__init__",
        "(*args, **kwargs)",
        "Takes the arguments.",
        init,
    )),
    special: &[
        native("__repr__", "()", "repr(self)", |vm, a| {
            repr(vm, &*of(vm, &a[0])?).map(Value::from)
        }),
        native("__str__", "()", "str(self)", |vm, a| {
            str(vm, &*of(vm, &a[0])?).map(Value::Str)
        }),
    ],
    methods: METHODS,
    getters: GETTERS,
    is_base: true,
    ..TypeDef::PLAIN
};

const METHODS: &[NativeDef] = &[
    native(
        "with_traceback",
        "(object, /)",
        "Sets __traceback__ and gives the exception back.",
        |vm, a| {
            set_traceback(vm, &a[0], Some(&a[1]))?;
            Ok(a[0].clone())
        },
    ),
    native(
        "add_note",
        "(object, /)",
        "Adds a note, shown behind the message.",
        |vm, a| {
            let Value::Str(_) = vm.unwrapped(&a[1]) else {
                let class = vm.class_name(&a[1]);
                return Err(vm.type_error(&format!("note must be a str, not '{class}'")));
            };
            add_note(vm, &of(vm, &a[0])?, a[1].clone())?;
            Ok(Value::None)
        },
    ),
    native(
        "__setstate__",
        "(object, /)",
        "Sets attributes from a dict.",
        |vm, a| {
            match vm.unwrapped(&a[1]) {
                Value::None => {}
                Value::Dict(state) => {
                    for (key, value) in state.entries() {
                        let name = crate::interp::slots::attribute_name(vm, &key)?;
                        vm.set_attribute(&a[0], &name, value)?;
                    }
                }
                _ => return Err(vm.type_error("state is not a dictionary")),
            }
            Ok(Value::None)
        },
    ),
    native("__reduce__", "()", "How a copy is made.", |vm, a| {
        let exception = of(vm, &a[0])?;
        let dict = super::object::Object::attributes(&*exception, false);
        Ok(reduced(&exception, exception.args_value(), dict))
    }),
];

const GETTERS: &[GetterDef] = &[
    super::root::DICT,
    GetterDef {
        name: "args",
        doc: "The arguments.",
        get: |vm, e| Ok(of(vm, e)?.args_value()),
        set: Some(|vm, e, value| match value {
            Some(value) => {
                let items = vm.collect(value)?;
                of(vm, e)?.set_args(Tuple::new(items));
                Ok(())
            }
            None => Err(vm.type_error("args may not be deleted")),
        }),
    },
    GetterDef {
        name: "__traceback__",
        doc: "The frames it has left.",
        get: |vm, e| Ok(traceback::of_exception(vm, &*of(vm, e)?)),
        set: Some(set_traceback),
    },
    GetterDef {
        name: "__cause__",
        doc: "What `raise … from` named.",
        get: |vm, e| Ok(link(of(vm, e)?.cause())),
        set: Some(|vm, e, value| {
            let cause = linked(vm, value, "__cause__", "exception cause")?;
            of(vm, e)?.set_cause(cause);
            Ok(())
        }),
    },
    GetterDef {
        name: "__context__",
        doc: "The exception that was being handled.",
        get: |vm, e| Ok(link(of(vm, e)?.context())),
        set: Some(|vm, e, value| {
            let context = linked(vm, value, "__context__", "exception context")?;
            of(vm, e)?.set_context(context);
            Ok(())
        }),
    },
    GetterDef {
        name: "__suppress_context__",
        doc: "Whether the context is hidden.",
        get: |vm, e| Ok(Value::bool(of(vm, e)?.suppresses_context())),
        set: Some(|vm, e, value| match value {
            Some(Value::Bool(flag)) => {
                of(vm, e)?.set_suppress_context(*flag == super::value::Flag::Yes);
                Ok(())
            }
            Some(_) => Err(vm.type_error("attribute value type must be bool")),
            None => Err(vm.type_error("can't delete numeric/char attribute")),
        }),
    },
];

/// What `__reduce__` gives: the class, its arguments, and the attributes that the copy is to have.
fn reduced(exception: &Exception, args: Value, state: Option<Ref<Dict>>) -> Value {
    let mut parts = vec![Value::Class(exception.class_ref()), args];
    parts.extend(state.map(Value::Dict));
    Value::from(Tuple::new(parts))
}

/// The attributes of an exception with those of its members that are set, as a dict of its own.
fn state_with(exception: &Exception, names: &[&Name]) -> Option<Ref<Dict>> {
    let dict = super::object::Object::attributes(exception, false);
    let members: Vec<(&Name, Value)> = names
        .iter()
        .filter_map(|name| Some((*name, exception.member(name)?)))
        .filter(|(_, value)| !value.is_none())
        .collect();
    if members.is_empty() {
        return dict;
    }
    let state = dict.map_or_else(Dict::new, |dict| dict.copy());
    for (name, value) in members {
        state.set_name(name, value);
    }
    Some(state)
}

/// The exception that a method was called on.
pub fn of(vm: &Vm, value: &Value) -> Res<Ref<Exception>> {
    Exception::of(value)
        .cloned()
        .ok_or_else(|| vm.descriptor_error("BaseException", value))
}

/// The class that `__new__` was called with.
fn class_of<'a>(vm: &Vm, value: &'a Value) -> Res<&'a Ref<super::class::Class>> {
    match value {
        Value::Class(class) => Ok(class),
        other => Err(vm.descriptor_error("type", other)),
    }
}

fn new(vm: &Vm, a: &[Value]) -> Res {
    Ok(Value::from(Exception::with_args(
        class_of(vm, &a[0])?,
        tuple(&a[1]),
    )))
}

/// The positional arguments that `(*args, …)` gives.
fn tuple(args: &Value) -> Ref<Tuple> {
    match args {
        Value::Tuple(args) => args.clone(),
        _ => Tuple::new(Vec::new()),
    }
}

fn init(vm: &Vm, a: &[Value]) -> Res {
    let exception = of(vm, &a[0])?;
    refuse_keywords(vm, &exception.class_ref().name(), a.get(2))?;
    exception.set_args(tuple(&a[1]));
    Ok(Value::None)
}

/// Refuses the keywords in a dict, if there are any.
fn refuse_keywords(vm: &Vm, name: &str, keywords: Option<&Value>) -> Res<()> {
    match keywords {
        Some(Value::Dict(keywords)) if !keywords.is_empty() => {
            Err(vm.type_error(&format!("{name}() takes no keyword arguments")))
        }
        _ => Ok(()),
    }
}

fn link(exception: Option<Ref<Exception>>) -> Value {
    exception.map_or(Value::None, Value::from)
}

fn linked(vm: &Vm, value: Option<&Value>, name: &str, what: &str) -> Res<Option<Ref<Exception>>> {
    match value {
        None => Err(vm.type_error(&format!("{name} may not be deleted"))),
        Some(Value::None) => Ok(None),
        Some(value) => match Exception::of(value) {
            Some(exception) => Ok(Some(exception.clone())),
            None => {
                Err(vm.type_error(&format!("{what} must be None or derive from BaseException")))
            }
        },
    }
}

fn set_traceback(vm: &Vm, exception: &Value, value: Option<&Value>) -> Res<()> {
    let Some(value) = value else {
        return Err(vm.type_error("__traceback__ may not be deleted"));
    };
    if !traceback::give(&*of(vm, exception)?, value) {
        return Err(vm.type_error("__traceback__ must be a traceback or None"));
    }
    Ok(())
}

/// `repr()` of an exception, without asking its class.
pub fn repr(vm: &Vm, exception: &Exception) -> Res<String> {
    let args: Res<Vec<String>> = exception.args().iter().map(|arg| vm.repr(arg)).collect();
    let name = exception.class_ref().name();
    Ok(format!("{name}({})", args?.join(", ")))
}

/// `str()` of an exception by its arguments, without asking its class.
pub fn str(vm: &Vm, exception: &Exception) -> Res<Ref<Str>> {
    match exception.args().as_slice() {
        [] => Ok(Ref::new(Str::from(""))),
        [arg] => vm.to_str(arg),
        _ => vm.repr_str(&exception.args_value()),
    }
}

/// `exception.add_note(note)`
pub fn add_note(vm: &Vm, exception: &Ref<Exception>, note: Value) -> Res<()> {
    let value = Value::from(exception.clone());
    let notes = match vm.get_attribute_opt(&value, &vm.names.__notes__)? {
        Some(notes) => notes,
        None => {
            let notes = Value::from(List::new(Vec::new()));
            vm.set_attribute(&value, &vm.names.__notes__, notes.clone())?;
            notes
        }
    };
    match vm.unwrapped(&notes) {
        Value::List(notes) => {
            notes.borrow_mut().push(note);
            Ok(())
        }
        _ => Err(vm.type_error("Cannot add note: __notes__ is not a list")),
    }
}

/// A member of an exception; `None` where it was never set.
pub fn member(vm: &Vm, exception: &Value, name: &Name) -> Res {
    Ok(of(vm, exception)?.member(name).unwrap_or(Value::None))
}

/// Sets a member of an exception, or forgets it.
pub fn set_member(vm: &Vm, exception: &Value, name: &Name, value: Option<&Value>) -> Res<()> {
    of(vm, exception)?.set_member(name, value.cloned().unwrap_or(Value::None));
    Ok(())
}
