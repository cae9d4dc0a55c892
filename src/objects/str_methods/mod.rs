//! The type `str`: its row, and how its methods get at their arguments. The methods stand by subject in the files of this
//! folder, the algorithms in `text/`; what a string is made of is `str.rs`.

mod build;
mod change;
mod find;
mod format;
pub mod percent;
mod split;
mod test;
mod translate;

pub(super) use change::tab_size;
pub use find::bounded;
pub use percent::percent;
pub(super) use split::limit;

use super::class::TypeDef;
use super::counted::Ref;
use super::native::{NativeDef, native};
use super::str::Str;
use super::tuple::Tuple;
use super::value::Value;
use crate::interp::{Raised, Res, Vm, plain};
use crate::text::{Fault, Outcome};

/// The row of `str`.
pub const TYPE: TypeDef = TypeDef {
    name: "str",
    doc: "Texts: of an object, or of bytes in an encoding.",
    new: Some(native(
        "__new__",
        "(object='', encoding='utf-8', errors='strict')",
        "Makes a string.",
        new,
    )),
    methods: METHODS,
    static_methods: &[native(
        "maketrans",
        "(x, y=<unrepresentable>, z=<unrepresentable>, /)",
        "A table for translate().",
        translate::make_table,
    )],
    slots: &[
        "__repr__",
        "__hash__",
        "__str__",
        "__lt__",
        "__le__",
        "__eq__",
        "__ne__",
        "__gt__",
        "__ge__",
        "__iter__",
        "__mod__",
        "__rmod__",
        "__len__",
        "__getitem__",
        "__add__",
        "__mul__",
        "__rmul__",
        "__contains__",
    ],
    is_base: true,
    ..TypeDef::PLAIN
};

const METHODS: &[NativeDef] = &[
    native(
        "encode",
        "(encoding='utf-8', errors='strict')",
        "The string as bytes.",
        encode,
    ),
    native(
        "replace",
        "(old, new, /, count=-1)",
        "A copy with another string in place of each occurrence.",
        change::replace,
    ),
    native(
        "split",
        "(sep=None, maxsplit=-1)",
        "The parts between separators.",
        split::split,
    ),
    native(
        "rsplit",
        "(sep=None, maxsplit=-1)",
        "The parts between separators, counted from the end.",
        split::rsplit,
    ),
    native(
        "join",
        "(iterable, /)",
        "All strings of an iterable, with this one between them.",
        build::join,
    ),
    native(
        "capitalize",
        "()",
        "The first character in upper case, the rest in lower case.",
        change::capitalize,
    ),
    native(
        "casefold",
        "()",
        "The string for comparisons that ignore case.",
        change::casefold,
    ),
    native(
        "title",
        "()",
        "Each word begins in upper case.",
        change::title,
    ),
    native(
        "center",
        "(width, fillchar=' ', /)",
        "The string amid fill characters.",
        build::center,
    ),
    native(
        "count",
        "(sub, start=None, end=None, /)",
        "How often a string occurs, without overlapping.",
        find::count,
    ),
    native(
        "expandtabs",
        "(tabsize=8)",
        "Blanks up to the next column in place of each tab.",
        change::expand_tabs,
    ),
    native(
        "find",
        "(sub, start=None, end=None, /)",
        "Where a string occurs first; -1 if nowhere.",
        find::find,
    ),
    native(
        "partition",
        "(sep, /)",
        "What stands before, at and after the first separator.",
        split::partition,
    ),
    native(
        "index",
        "(sub, start=None, end=None, /)",
        "Where a string occurs first; an error if nowhere.",
        find::index,
    ),
    native(
        "ljust",
        "(width, fillchar=' ', /)",
        "The string before fill characters.",
        build::ljust,
    ),
    native("lower", "()", "The string in lower case.", change::lower),
    native(
        "lstrip",
        "(chars=None, /)",
        "Without white space, or given characters, at the start.",
        change::strip_start,
    ),
    native(
        "rfind",
        "(sub, start=None, end=None, /)",
        "Where a string occurs last; -1 if nowhere.",
        find::rfind,
    ),
    native(
        "rindex",
        "(sub, start=None, end=None, /)",
        "Where a string occurs last; an error if nowhere.",
        find::rindex,
    ),
    native(
        "rjust",
        "(width, fillchar=' ', /)",
        "The string behind fill characters.",
        build::rjust,
    ),
    native(
        "rstrip",
        "(chars=None, /)",
        "Without white space, or given characters, at the end.",
        change::strip_end,
    ),
    native(
        "rpartition",
        "(sep, /)",
        "What stands before, at and after the last separator.",
        split::rpartition,
    ),
    native(
        "splitlines",
        "(keepends=False)",
        "The lines, with or without their ends.",
        split::split_lines,
    ),
    native(
        "strip",
        "(chars=None, /)",
        "Without white space, or given characters, at both ends.",
        change::strip,
    ),
    native(
        "swapcase",
        "()",
        "Upper case in lower case and the other way round.",
        change::swapcase,
    ),
    native(
        "translate",
        "(table, /)",
        "Each character as a table maps it.",
        translate::translate,
    ),
    native("upper", "()", "The string in upper case.", change::upper),
    native(
        "startswith",
        "(prefix, start=None, end=None, /)",
        "Whether it begins with a string, or with one of a tuple.",
        find::starts_with,
    ),
    native(
        "endswith",
        "(suffix, start=None, end=None, /)",
        "Whether it ends with a string, or with one of a tuple.",
        find::ends_with,
    ),
    native(
        "removeprefix",
        "(prefix, /)",
        "Without a string at the start, if it is there.",
        change::remove_prefix,
    ),
    native(
        "removesuffix",
        "(suffix, /)",
        "Without a string at the end, if it is there.",
        change::remove_suffix,
    ),
    native(
        "isascii",
        "()",
        "Whether all of it is ASCII.",
        test::is_ascii,
    ),
    native(
        "islower",
        "()",
        "Whether its letters are all in lower case.",
        test::is_lower,
    ),
    native(
        "isupper",
        "()",
        "Whether its letters are all in upper case.",
        test::is_upper,
    ),
    native(
        "istitle",
        "()",
        "Whether each word begins in upper case.",
        test::is_title,
    ),
    native(
        "isspace",
        "()",
        "Whether all of it is white space.",
        test::is_space,
    ),
    native(
        "isdecimal",
        "()",
        "Whether all of it are decimal digits.",
        test::is_decimal,
    ),
    native(
        "isdigit",
        "()",
        "Whether all of it are digits.",
        test::is_digit,
    ),
    native(
        "isnumeric",
        "()",
        "Whether all of it has a numeric value.",
        test::is_numeric,
    ),
    native(
        "isalpha",
        "()",
        "Whether all of it are letters.",
        test::is_alpha,
    ),
    native(
        "isalnum",
        "()",
        "Whether all of it are letters or numbers.",
        test::is_alnum,
    ),
    native(
        "isidentifier",
        "()",
        "Whether it could be a name.",
        test::is_identifier,
    ),
    native(
        "isprintable",
        "()",
        "Whether repr() shows it as it is.",
        test::is_printable,
    ),
    native(
        "zfill",
        "(width, /)",
        "The string behind zeros, which come after a sign.",
        build::zfill,
    ),
    native(
        "format",
        "(*args, **kwargs)",
        "The string with its fields filled in.",
        format::format,
    ),
    native(
        "format_map",
        "(mapping, /)",
        "The string with its fields filled in from a mapping.",
        format::format_map,
    ),
    native(
        "__format__",
        "(format_spec, /)",
        "Written as the specifier says.",
        |vm, a| {
            let spec = vm.format_spec(&a[1])?;
            plain::plain_format(vm, &a[0], &spec).map(Value::Str)
        },
    ),
    native("__sizeof__", "()", "How many bytes it takes.", |vm, a| {
        let text = of(vm, &a[0])?;
        let size = if text.is_ascii() { 41 } else { 57 };
        Ok(Value::Int(size + text.bytes().len() as i64))
    }),
    native(
        "__getnewargs__",
        "()",
        "What a copy is made from.",
        |vm, a| {
            let text = made(of(vm, &a[0])?.bytes().to_vec());
            Ok(Value::from(Tuple::new(vec![text])))
        },
    ),
];

/// The string that a receiver is.
pub(super) fn of(vm: &Vm, receiver: &Value) -> Res<Ref<Str>> {
    match vm.unwrapped(receiver) {
        Value::Str(text) => Ok(text),
        _ => Err(vm.descriptor_error("str", receiver)),
    }
}

/// An argument, unless it is absent.
pub(super) fn given(a: &[Value], at: usize) -> Option<&Value> {
    a.get(at).and_then(Value::given)
}

/// The string that an argument has to be; `which` names it for the error: `find() argument 1`.
pub fn str_argument(vm: &Vm, value: &Value, which: &str) -> Res<Ref<Str>> {
    match vm.unwrapped(value) {
        Value::Str(text) => Ok(text),
        _ => {
            let class = vm.argument_class(value);
            Err(vm.type_error(&format!("{which} must be str, not {class}")))
        }
    }
}

/// A string of a WTF-8 text.
pub(super) fn made(text: Vec<u8>) -> Value {
    Value::from(Ref::new(Str::from_wtf8(text)))
}

/// A string of what a text function gave.
pub(super) fn outcome(vm: &Vm, text: Outcome<Vec<u8>>) -> Res {
    text.map(made).map_err(|fault| fault_of(vm, fault))
}

#[cold]
fn fault_of(vm: &Vm, fault: Fault) -> Raised {
    vm.fault(fault)
}

/// The part of `text` that stands in `part`; the string itself if that is all of it.
pub(super) fn part_of(text: &Ref<Str>, part: &[u8]) -> Value {
    if part.len() == text.bytes().len() {
        Value::Str(text.clone())
    } else {
        Value::from(Ref::new(Str::copied(part)))
    }
}

fn new(vm: &Vm, a: &[Value]) -> Res {
    let (object, encoding, errors) = (given(a, 1), given(a, 2), given(a, 3));
    let Some(object) = object else {
        return Ok(vm.empty_str());
    };
    if encoding.is_none() && errors.is_none() {
        let text = vm.str_object(object)?;
        // What `__str__` gives may be of a subclass; another subclass makes a string of its own of it.
        return Ok(match &a[0] {
            Value::Class(class) if !class.same(&vm.types.str) => vm.unwrapped(&text),
            _ => text,
        });
    }
    for (name, value) in [("encoding", encoding), ("errors", errors)] {
        // Unlike elsewhere, `None` is named by its class.
        if value.is_some_and(Value::is_none) {
            let message = format!("str() argument '{name}' must be str, not NoneType");
            return Err(vm.type_error(&message));
        }
    }
    let encoding = coding_argument(vm, encoding, "str() argument 'encoding'", "utf-8")?;
    let errors = coding_argument(vm, errors, "str() argument 'errors'", "strict")?;
    if let Value::Str(_) = vm.unwrapped(object) {
        return Err(vm.type_error("decoding str is not supported"));
    }
    let Some(data) = vm.buffer(object) else {
        let class = vm.class_name(object);
        let message = format!("decoding to str: need a bytes-like object, {class} found");
        return Err(vm.type_error(&message));
    };
    vm.decode(&data, &encoding, &errors).map(made)
}

fn encode(vm: &Vm, a: &[Value]) -> Res {
    let text = of(vm, &a[0])?;
    let encoding = coding_argument(vm, given(a, 1), "encode() argument 'encoding'", "utf-8")?;
    let errors = coding_argument(vm, given(a, 2), "encode() argument 'errors'", "strict")?;
    let data = vm.encode(&text, &encoding, &errors)?;
    Ok(Value::from(super::bytes::Bytes::new(data)))
}

/// The name of an encoding or error handler.
pub fn coding_argument(vm: &Vm, value: Option<&Value>, which: &str, default: &str) -> Res<String> {
    let Some(value) = value else {
        return Ok(default.to_owned());
    };
    let name = str_argument(vm, value, which)?;
    if name.bytes().contains(&0) {
        return Err(vm.value_error("embedded null character"));
    }
    if name.as_str().is_none() {
        // It is passed on in UTF-8, which has no lone surrogates.
        vm.encode(&name, "utf-8", "strict")?;
    }
    Ok(name.lossy().into_owned())
}
