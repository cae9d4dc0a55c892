//! The methods of `tuple`.

use super::class::TypeDef;
use super::counted::Ref;
use super::native::{NativeDef, native};
use super::sequence;
use super::tuple::Tuple;
use super::value::Value;
use crate::interp::{Res, Vm};

/// The row of `tuple`.
pub const TYPE: TypeDef = TypeDef {
    name: "tuple",
    doc: "A sequence that cannot change.\n\nIts items are those of the iterable; without one it is empty.\n\nOf a tuple it is that tuple.",
    new: Some(native(
        "__new__",
        "(iterable=(), /)",
        "Make a new object. help(type) says what it takes.",
        new,
    )),
    methods: METHODS,
    class_methods: &[super::generic_alias::CLASS_GETITEM],
    slots: &[
        "__eq__",
        "__ne__",
        "__lt__",
        "__le__",
        "__gt__",
        "__ge__",
        "__hash__",
        "__repr__",
        "__len__",
        "__getitem__",
        "__contains__",
        "__iter__",
        "__add__",
        "__mul__",
        "__rmul__",
    ],
    is_base: true,
    ..TypeDef::PLAIN
};

const METHODS: &[NativeDef] = &[
    native(
        "count",
        "(value, /)",
        "How many items equal the value.",
        |vm, a| sequence::count(vm, &*of(vm, &a[0])?, &a[1]),
    ),
    native(
        "index",
        "(value, start=0, stop=sys.maxsize, /)",
        "The index of the first item that equals the value.\n\nValueError where there is none.",
        index,
    ),
    native("__getnewargs__", "()", "", |vm, a| {
        Ok(vm.tuple(vec![Value::Tuple(of(vm, &a[0])?)]))
    }),
];

fn of(vm: &Vm, value: &Value) -> Res<Ref<Tuple>> {
    match vm.unwrapped(value) {
        Value::Tuple(tuple) => Ok(tuple),
        _ => Err(vm.descriptor_error("tuple", value)),
    }
}

fn new(vm: &Vm, a: &[Value]) -> Res {
    match a.get(1).and_then(Value::given) {
        None => Ok(vm.empty_tuple()),
        Some(tuple @ Value::Tuple(_)) => Ok(tuple.clone()),
        Some(iterable) => vm.collect(iterable).map(|items| vm.tuple(items)),
    }
}

fn index(vm: &Vm, a: &[Value]) -> Res {
    let tuple = of(vm, &a[0])?;
    let (start, stop) = sequence::search_bounds(vm, a, tuple.items().len())?;
    match sequence::find(vm, &*tuple, &a[1], start, stop)? {
        Some(place) => Ok(Value::from(place)),
        None => Err(vm.value_error("tuple.index(x): x not in tuple")),
    }
}
