//! How large the reference's instances of a class are, and where they keep what they have: `__basicsize__` and its like, which
//! programs print. Here instances are laid out in another way; the numbers are those of CPython 3.13 on 64-bit machines.

use super::class::Class;
use super::counted::Ref;
use super::native::{GetterDef, getter};
use super::value::Value;
use crate::interp::{Res, Vm};

/// The numbers of a class.
#[derive(Clone, Copy)]
struct Layout {
    /// The bytes of an instance without items.
    basic: i64,
    /// The bytes of an item.
    item: i64,
    /// Where the dictionary is: -1 if the interpreter keeps it, 0 if there is none.
    dict: i64,
    /// Where the list of weak references is: -32 if the interpreter keeps it, 0 if there is none.
    weak: i64,
}

/// What a class of the language adds: kept in front of the instance.
const KEPT_DICT: i64 = -1;
const KEPT_WEAK: i64 = -32;

/// The built-in types whose numbers differ from those of `object`.
const KNOWN: &[(&str, [i64; 4])] = &[
    ("type", [928, 40, 264, 368]),
    ("int", [24, 4, 0, 0]),
    ("bool", [24, 4, 0, 0]),
    ("float", [24, 0, 0, 0]),
    ("complex", [32, 0, 0, 0]),
    ("str", [64, 0, 0, 0]),
    ("bytes", [33, 1, 0, 0]),
    ("bytearray", [56, 0, 0, 0]),
    ("memoryview", [144, 8, 0, 136]),
    ("list", [40, 0, 0, 0]),
    ("tuple", [24, 8, 0, 0]),
    ("dict", [48, 0, 0, 0]),
    ("set", [200, 0, 0, 192]),
    ("frozenset", [200, 0, 0, 192]),
    ("range", [48, 0, 0, 0]),
    ("slice", [40, 0, 0, 0]),
    ("function", [144, 0, 88, 96]),
    ("builtin_function_or_method", [56, 0, 0, 40]),
    ("generator", [144, 8, 0, 16]),
    ("module", [56, 0, 16, 40]),
    ("property", [64, 0, 0, 0]),
    ("classmethod", [32, 0, 24, 0]),
    ("staticmethod", [32, 0, 24, 0]),
    ("super", [40, 0, 0, 0]),
    ("enumerate", [56, 0, 0, 0]),
    ("zip", [48, 0, 0, 0]),
    ("map", [32, 0, 0, 0]),
    ("filter", [32, 0, 0, 0]),
    ("reversed", [32, 0, 0, 0]),
    ("list_iterator", [32, 0, 0, 0]),
    ("dict_keys", [24, 0, 0, 0]),
    ("dict_values", [24, 0, 0, 0]),
    ("dict_items", [24, 0, 0, 0]),
    ("OSError", [112, 0, 16, 0]),
    ("SyntaxError", [136, 0, 16, 0]),
    ("StopIteration", [80, 0, 16, 0]),
    ("UnicodeDecodeError", [112, 0, 16, 0]),
    ("UnicodeEncodeError", [112, 0, 16, 0]),
    ("UnicodeTranslateError", [112, 0, 16, 0]),
    ("ImportError", [104, 0, 16, 0]),
    ("AttributeError", [88, 0, 16, 0]),
    ("NameError", [80, 0, 16, 0]),
    ("SystemExit", [80, 0, 16, 0]),
    ("BaseExceptionGroup", [88, 0, 16, 0]),
    ("BaseException", [72, 0, 16, 0]),
    ("object", [16, 0, 0, 0]),
];

/// The row of `__basicsize__`.
pub const BASIC_SIZE: GetterDef = getter(
    "__basicsize__",
    "How many bytes an instance takes in CPython, without its items.",
    |vm, class| of(vm, class).map(|layout| Value::Int(layout.basic)),
);

/// The row of `__itemsize__`.
pub const ITEM_SIZE: GetterDef = getter(
    "__itemsize__",
    "How many bytes each item of an instance takes in CPython.",
    |vm, class| of(vm, class).map(|layout| Value::Int(layout.item)),
);

/// The row of `__dictoffset__`.
pub const DICT_OFFSET: GetterDef = getter(
    "__dictoffset__",
    "Where instances have their dictionary in CPython; 0 if they have none.",
    |vm, class| of(vm, class).map(|layout| Value::Int(layout.dict)),
);

/// The row of `__weakrefoffset__`.
pub const WEAK_OFFSET: GetterDef = getter(
    "__weakrefoffset__",
    "Where instances have their weak references in CPython; 0 if they have none.",
    |vm, class| of(vm, class).map(|layout| Value::Int(layout.weak)),
);

fn of(vm: &Vm, class: &Value) -> Res<Layout> {
    match class {
        Value::Class(class) => Ok(layout(vm, class)),
        other => Err(vm.descriptor_error("type", other)),
    }
}

fn layout(vm: &Vm, class: &Ref<Class>) -> Layout {
    let line = class.line();
    // Built-in types that are not listed are as large as the nearest base that is.
    let known = line.iter().filter(|each| each.def().is_some());
    let numbers = known
        .filter_map(|each| KNOWN.iter().find(|(name, _)| *name == each.name()))
        .next();
    let [basic, item, dict, weak] = numbers.map_or([16, 0, 0, 0], |(_, numbers)| *numbers);
    let native = Layout {
        basic,
        item,
        dict,
        weak,
    };
    if class.def().is_some() {
        return native;
    }
    let has_weak = class.lookup(vm, &vm.names.__weakref__).is_some();
    Layout {
        basic: basic + 8 * class.slot_count() as i64,
        item,
        dict: if dict == 0 && class.has_dict() {
            KEPT_DICT
        } else {
            dict
        },
        weak: if weak == 0 && has_weak && item == 0 {
            KEPT_WEAK
        } else {
            weak
        },
    }
}
