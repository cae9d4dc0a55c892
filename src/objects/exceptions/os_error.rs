//! `OSError`: an error number of the system picks the subclass, and file names are kept beside the arguments.

use super::{class_of, member, of, str, tuple};
use crate::interp::{Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::Ref;
use crate::objects::exception::Exception;
use crate::objects::native::{GetterDef, native};
use crate::objects::object::Object;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use rustix::io::Errno;

/// The row of `OSError`.
pub const OS_ERROR: TypeDef = TypeDef {
    name: "OSError",
    doc: "The system refuses.",
    new: Some(native(
        "__new__",
        "(*args, **kwargs)",
        "Makes an exception, of the subclass that the error number says.",
        new,
    )),
    init: Some(native(
        "__init__",
        "(*args, **kwargs)",
        "Takes the arguments.",
        |vm, a| {
            let exception = of(vm, &a[0])?;
            let class = exception.class_ref();
            if parses_in_init(vm, &class) {
                super::refuse_keywords(vm, &class.name(), a.get(2))?;
                take_arguments(vm, &exception, &tuple(&a[1]));
            }
            Ok(Value::None)
        },
    )),
    special: &[native("__str__", "()", "str(self)", text)],
    methods: &[native("__reduce__", "()", "How a copy is made.", reduce)],
    getters: &[
        member_row!(errno, "The error number."),
        member_row!(strerror, "What it means."),
        member_row!(filename, "The file."),
        member_row!(filename2, "The second file."),
        GetterDef {
            name: "characters_written",
            doc: "How much was written before it would have had to wait.",
            get: |vm, e| match of(vm, e)?.member(&vm.names.characters_written) {
                Some(count) => Ok(count),
                None => Err(vm.attribute_error("characters_written")),
            },
            set: Some(set_characters_written),
        },
    ],
    is_base: true,
    ..TypeDef::PLAIN
};

impl Vm {
    /// Raises the `OSError` for an error of the system, with the file it is about.
    pub fn os_error(&self, error: &std::io::Error, file: Option<&str>) -> crate::interp::Raised {
        let Some(number) = error.raw_os_error() else {
            return self.raise_new(&self.types.os_error, &error.to_string());
        };
        let mut args = vec![Value::Int(i64::from(number)), Value::from(describe(number))];
        args.extend(file.map(Value::str));
        let class = Value::Class(self.types.os_error.clone());
        match self.call_with(&class, &args) {
            Ok(made) => self.raise_value(&made),
            Err(raised) => raised,
        }
    }
}

/// What an error number means, in the system's words (`os.strerror`).
pub fn describe(number: i32) -> String {
    let text = std::io::Error::from_raw_os_error(number).to_string();
    match text.rfind(" (os error ") {
        Some(end) => text[..end].to_owned(),
        None => text,
    }
}

/// Whether the arguments are looked at by `__init__`: a script's class overrides it but not `__new__`.
fn parses_in_init(vm: &Vm, class: &Ref<Class>) -> bool {
    let is_own = |name| {
        matches!(class.lookup(vm, name), Some(Value::Native(native))
            if native.owner.as_ref().is_some_and(|owner| owner.same(&vm.types.os_error)))
    };
    !is_own(&vm.names.__init__) && is_own(&vm.names.__new__)
}

fn new(vm: &Vm, a: &[Value]) -> Res {
    let class = class_of(vm, &a[0])?;
    let args = tuple(&a[1]);
    if parses_in_init(vm, class) {
        return Ok(Value::from(Exception::new(class, Vec::new())));
    }
    super::refuse_keywords(vm, &class.name(), a.get(2))?;
    let mut class = class.clone();
    if let ([Value::Int(number), _, ..], true) = (args.items(), class.same(&vm.types.os_error))
        && args.items().len() <= 5
    {
        class = subclass_for(vm, *number).unwrap_or(class);
    }
    let exception = Exception::with_args(&class, args.clone());
    take_arguments(vm, &exception, &args);
    Ok(Value::from(exception))
}

fn take_arguments(vm: &Vm, exception: &Exception, args: &Ref<Tuple>) {
    let names = &vm.names;
    exception.set_args(args.clone());
    let items = args.items();
    if !(2..=5).contains(&items.len()) {
        return;
    }
    exception.set_member(&names.errno, items[0].clone());
    exception.set_member(&names.strerror, items[1].clone());
    let Some(file) = items.get(2).filter(|file| !file.is_none()) else {
        return;
    };
    let is_blocking = exception
        .class_ref()
        .is_subclass(&vm.types.blocking_io_error);
    if is_blocking && matches!(file, Value::Int(_)) {
        exception.set_member(&names.characters_written, file.clone());
        return;
    }
    exception.set_member(&names.filename, file.clone());
    if let Some(second) = items.get(4) {
        exception.set_member(&names.filename2, second.clone());
    }
    exception.set_args(Tuple::new(items[..2].to_vec()));
}

/// The file names go to the copy as the arguments that they came by.
fn reduce(vm: &Vm, a: &[Value]) -> Res {
    let exception = of(vm, &a[0])?;
    let mut args = exception.args();
    if let (2, Some(file)) = (args.len(), exception.member(&vm.names.filename)) {
        args.push(file);
        if let Some(second) = exception.member(&vm.names.filename2) {
            args.extend([Value::None, second]);
        }
    }
    let dict = Object::attributes(&*exception, false);
    let args = Value::from(Tuple::new(args));
    Ok(super::reduced(&exception, args, dict))
}

/// Unlike other members it is gone when it is deleted.
fn set_characters_written(vm: &Vm, e: &Value, value: Option<&Value>) -> Res<()> {
    let (exception, name) = (of(vm, e)?, &vm.names.characters_written);
    match value {
        Some(value) => exception.set_member(name, vm.index(value)?),
        None if exception.member(name).is_none() => {
            return Err(vm.attribute_error("characters_written"));
        }
        None => exception.forget_member(name),
    }
    Ok(())
}

fn text(vm: &Vm, a: &[Value]) -> Res {
    let names = &vm.names;
    let exception = of(vm, &a[0])?;
    let file = exception
        .member(&names.filename)
        .filter(|file| !file.is_none());
    let head = |vm: &Vm| -> Res<String> {
        let number = vm.str(&member(vm, &a[0], &names.errno)?)?;
        let meaning = vm.str(&member(vm, &a[0], &names.strerror)?)?;
        Ok(format!("[Errno {number}] {meaning}"))
    };
    if let Some(file) = file {
        let (head, file) = (head(vm)?, vm.repr(&file)?);
        let second = exception
            .member(&names.filename2)
            .filter(|file| !file.is_none());
        return Ok(Value::from(match second {
            Some(second) => format!("{head}: {file} -> {}", vm.repr(&second)?),
            None => format!("{head}: {file}"),
        }));
    }
    let truth = |name| -> Res<bool> { vm.truth(&member(vm, &a[0], name)?) };
    if truth(&names.errno)? && truth(&names.strerror)? {
        return head(vm).map(Value::from);
    }
    str(vm, &exception).map(Value::Str)
}

/// The subclass of `OSError` for an error number.
fn subclass_for(vm: &Vm, number: i64) -> Option<Ref<Class>> {
    let types = &vm.types;
    let error = Errno::from_raw_os_error(i32::try_from(number).ok()?);
    let class = match error {
        Errno::AGAIN | Errno::ALREADY | Errno::INPROGRESS => &types.blocking_io_error,
        Errno::CHILD => &types.child_process_error,
        Errno::PIPE | Errno::SHUTDOWN => &types.broken_pipe_error,
        Errno::CONNABORTED => &types.connection_aborted_error,
        Errno::CONNREFUSED => &types.connection_refused_error,
        Errno::CONNRESET => &types.connection_reset_error,
        Errno::EXIST => &types.file_exists_error,
        Errno::NOENT => &types.file_not_found_error,
        Errno::INTR => &types.interrupted_error,
        Errno::ISDIR => &types.is_a_directory_error,
        Errno::NOTDIR => &types.not_a_directory_error,
        Errno::ACCESS | Errno::PERM => &types.permission_error,
        Errno::SRCH => &types.process_lookup_error,
        Errno::TIMEDOUT => &types.timeout_error,
        _ => return None,
    };
    Some(class.clone())
}
