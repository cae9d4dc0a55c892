//! `_io`: files of bytes and of text, in the file system and in memory. What programs import is `io.py`; the standard
//! streams are `stdio.rs`.

mod base;
mod below;
mod bytes;
mod held;
mod open;
mod state;
mod string;
mod text;

pub use base::{BASE, BUFFERED_BASE, RAW_BASE, TEXT_BASE};
pub use bytes::{BYTES_IO, BYTES_IO_BUFFER, FILE_IO, RANDOM, READER, WRITER};
pub use open::OPEN;
pub use string::STRING_IO;
pub use text::TEXT_WRAPPER;

use crate::interp::{Raised, Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::Ref;
use crate::objects::module::Module;
use crate::objects::native::Native;
use crate::objects::value::Value;
use std::cell::OnceCell;

/// How many bytes a file reads at a time.
pub const CHUNK: usize = 8192;

const UNSUPPORTED: TypeDef = TypeDef {
    name: "UnsupportedOperation",
    module: "io",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The exception class, which derives from two others.
#[derive(Default)]
struct Unsupported(OnceCell<Ref<Class>>);

/// `io.UnsupportedOperation`
pub fn unsupported_class(vm: &Vm) -> Ref<Class> {
    let made = vm.extension::<Unsupported>();
    let class = made.0.get_or_init(|| {
        let types = &vm.types;
        let class = Class::builtin(
            vm.name(UNSUPPORTED.name),
            &UNSUPPORTED,
            Some(&types.os_error),
        );
        let bases = vec![types.os_error.clone(), types.value_error.clone()];
        let mut order = vec![class.clone()];
        order.extend(bases.iter().cloned());
        order.extend([
            types.exception.clone(),
            types.base_exception.clone(),
            types.object.clone(),
        ]);
        class.set_line(order);
        class.set_bases(bases);
        class
    });
    class.clone()
}

/// Raises `io.UnsupportedOperation`.
#[cold]
fn unsupported(vm: &Vm, what: &str) -> Raised {
    vm.raise_new(&unsupported_class(vm), what)
}

/// Raises the error for an operation on a closed file.
#[cold]
fn closed(vm: &Vm) -> Raised {
    vm.value_error("I/O operation on closed file.")
}

/// A file whose `repr` is being made: it must not be asked for within itself.
struct Shown<'a>(&'a Vm);

impl<'a> Shown<'a> {
    fn enter(vm: &'a Vm, file: &Value) -> Res<Shown<'a>> {
        let address = file.address().unwrap_or(0);
        if vm.thread.in_repr.borrow().contains(&address) {
            let class = vm.class_name(file);
            let message = format!("reentrant call inside {class}.__repr__");
            return Err(vm.raise_new(&vm.types.runtime_error, &message));
        }
        vm.thread.in_repr.borrow_mut().push(address);
        Ok(Shown(vm))
    }
}

impl Drop for Shown<'_> {
    fn drop(&mut self) {
        self.0.thread.in_repr.borrow_mut().pop();
    }
}

/// The number in an optional argument; `None`: absent, `None` or negative.
fn size(vm: &Vm, args: &[Value], place: usize) -> Res<Option<usize>> {
    match args.get(place).and_then(Value::given) {
        None | Some(Value::None) => Ok(None),
        Some(size) if vm.is_index(size) => Ok(usize::try_from(vm.index_size(size)?).ok()),
        Some(other) => {
            let class = vm.class_name(other);
            Err(vm.type_error(&format!(
                "argument should be integer or None, not '{class}'"
            )))
        }
    }
}

/// The argument of `truncate`: a length, or the negative number that was given.
fn length(vm: &Vm, a: &[Value]) -> Res<Result<Option<usize>, i64>> {
    match a
        .get(1)
        .and_then(Value::given)
        .filter(|length| !length.is_none())
    {
        None => Ok(Ok(None)),
        Some(length) => {
            let number = vm.index_size(length)?;
            Ok(usize::try_from(number).map(Some).map_err(|_| number))
        }
    }
}

/// Fills the module.
pub fn make(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    let put = |name: &str, value: Value| module.dict.set_name(&vm.name(name), value);
    let types = &vm.types;
    let classes = [
        ("_IOBase", &types.io_base),
        ("_RawIOBase", &types.raw_io_base),
        ("_BufferedIOBase", &types.buffered_io_base),
        ("_TextIOBase", &types.text_io_base),
        ("FileIO", &types.file_io),
        ("BytesIO", &types.bytes_io),
        ("StringIO", &types.string_io),
        ("BufferedReader", &types.buffered_reader),
        ("BufferedWriter", &types.buffered_writer),
        ("BufferedRandom", &types.buffered_random),
        ("TextIOWrapper", &types.text_io_wrapper),
    ];
    for (name, class) in classes {
        put(name, Value::Class(class.clone()));
    }
    put("UnsupportedOperation", Value::Class(unsupported_class(vm)));
    put(
        "BlockingIOError",
        Value::Class(types.blocking_io_error.clone()),
    );
    // The same object as the built-in function: it is pickled by its place here.
    let built_in = vm.builtins.get_name(&vm.name("open"));
    put(
        "open",
        built_in.unwrap_or_else(|| Value::Native(Native::function(&OPEN, "_io"))),
    );
    put(
        "open_code",
        Value::Native(Native::function(&open::OPEN_CODE, "_io")),
    );
    put(
        "text_encoding",
        Value::Native(Native::function(&open::TEXT_ENCODING, "_io")),
    );
    put("DEFAULT_BUFFER_SIZE", Value::from(CHUNK));
    for (number, name) in ["SEEK_SET", "SEEK_CUR", "SEEK_END"].into_iter().enumerate() {
        put(name, Value::from(number));
    }
    Ok(())
}
