//! The methods of `dict`.

use super::class::TypeDef;
use super::counted::Ref;
use super::dict::Dict;
use super::dict_views::{DictIterator, DictView, Part};
use super::native::{NativeDef, native};
use super::set::Set;
use super::tuple::Tuple;
use super::value::Value;
use crate::interp::{Raised, Res, Vm};

/// The row of `dict`.
pub const TYPE: TypeDef = TypeDef {
    name: "dict",
    doc: "A new dictionary: empty, or with the pairs of a mapping or of an iterable of pairs, and with the keyword arguments.",
    new: Some(native(
        "__new__",
        "(*args, **kwargs)",
        "Make a new object. help(type) says what it takes.",
        |_, _| Ok(Value::from(Dict::new())),
    )),
    init: Some(native(
        "__init__",
        "(*args, **kwargs)",
        "Prepare a new object. help(type(self)) says what it takes.",
        |vm, a| update(vm, a, "dict"),
    )),
    methods: METHODS,
    class_methods: &[
        super::generic_alias::CLASS_GETITEM,
        native(
            "fromkeys",
            "(iterable, value=None, /)",
            "A dictionary with these keys, and one value for all of them.",
            from_keys,
        ),
    ],
    slots: &[
        "__eq__",
        "__ne__",
        "__lt__",
        "__le__",
        "__gt__",
        "__ge__",
        "__repr__",
        "__len__",
        "__getitem__",
        "__setitem__",
        "__delitem__",
        "__contains__",
        "__iter__",
        "__or__",
        "__ror__",
        "__ior__",
    ],
    is_base: true,
    unhashable: true,
    ..TypeDef::PLAIN
};

const METHODS: &[NativeDef] = &[
    native(
        "get",
        "(key, default=None, /)",
        "What the key stands for, or the default where it is not there.",
        get,
    ),
    native(
        "setdefault",
        "(key, default=None, /)",
        "What the key stands for; where it is not there it is put in, with the default.",
        |vm, a| {
            of(vm, &a[0])?.get_or_set(
                vm,
                &a[1],
                a.get(2).and_then(Value::given).unwrap_or(&Value::None),
            )
        },
    ),
    native(
        "pop",
        "(key, default=<unrepresentable>, /)",
        "D.pop(key[, default]): take a key out and give what it stood for.\n\nThe default is for a key that is not there; without one, that is a KeyError.",
        pop,
    ),
    native(
        "popitem",
        "()",
        "Take the newest pair out.\n\nOf an empty dictionary: KeyError.",
        pop_item,
    ),
    native(
        "keys",
        "()",
        "D.keys(): a view of the keys, which is like a set",
        |vm, a| Ok(DictView::of(&of(vm, &a[0])?, Part::Keys)),
    ),
    native(
        "values",
        "()",
        "D.values(): a view of the values",
        |vm, a| Ok(DictView::of(&of(vm, &a[0])?, Part::Values)),
    ),
    native(
        "items",
        "()",
        "D.items(): a view of the pairs, which is like a set",
        |vm, a| Ok(DictView::of(&of(vm, &a[0])?, Part::Items)),
    ),
    native(
        "update",
        "(*args, **kwargs)",
        "D.update([E, ]**F): set what E has, a mapping or an iterable of pairs,\nthen the keyword arguments.",
        |vm, a| update(vm, a, "update"),
    ),
    native("clear", "()", "Take all pairs out.", |vm, a| {
        of(vm, &a[0])?.clear_all();
        Ok(Value::None)
    }),
    native(
        "copy",
        "()",
        "Another dictionary with the same pairs.",
        |vm, a| Ok(Value::from(of(vm, &a[0])?.try_copy(vm)?)),
    ),
    native(
        "__reversed__",
        "()",
        "The keys, the newest first.",
        |vm, a| Ok(DictIterator::reversed(&of(vm, &a[0])?, Part::Keys)),
    ),
];

fn of(vm: &Vm, value: &Value) -> Res<Ref<Dict>> {
    match vm.unwrapped(value) {
        Value::Dict(dict) => Ok(dict),
        _ => Err(vm.descriptor_error("dict", value)),
    }
}

fn get(vm: &Vm, a: &[Value]) -> Res {
    let found = of(vm, &a[0])?.get(vm, &a[1])?;
    Ok(found.unwrap_or_else(|| {
        a.get(2)
            .and_then(Value::given)
            .cloned()
            .unwrap_or(Value::None)
    }))
}

fn pop(vm: &Vm, a: &[Value]) -> Res {
    let dict = of(vm, &a[0])?;
    // An empty dictionary does not ask for the hash.
    let found = if dict.is_empty() {
        None
    } else {
        dict.remove(vm, &a[1])?
    };
    match (found, a.get(2).and_then(Value::given)) {
        (Some(value), _) => Ok(value),
        (None, Some(default)) => Ok(default.clone()),
        (None, None) => Err(vm.key_error(&a[1])),
    }
}

fn pop_item(vm: &Vm, a: &[Value]) -> Res {
    match of(vm, &a[0])?.pop_last() {
        Some((key, value)) => Ok(Value::from(Tuple::new(vec![key, value]))),
        None => Err(vm.key_error(&Value::str("popitem(): dictionary is empty"))),
    }
}

fn update(vm: &Vm, a: &[Value], name: &str) -> Res {
    let dict = of(vm, &a[0])?;
    if let Some(Value::Tuple(args)) = a.get(1) {
        match args.items() {
            [] => {}
            [other] => update_from(vm, &dict, other)?,
            more => {
                let count = more.len();
                return Err(
                    vm.type_error(&format!("{name} expected at most 1 argument, got {count}"))
                );
            }
        }
    }
    if let Some(Value::Dict(keywords)) = a.get(2) {
        dict.update(vm, keywords)?;
    }
    Ok(Value::None)
}

/// Takes over all entries of a mapping, or all pairs of an iterable (`dict.update`).
pub fn update_from(vm: &Vm, dict: &Dict, other: &Value) -> Res<()> {
    if merge_mapping(vm, dict, other)? {
        return Ok(());
    }
    update_from_pairs(vm, dict, other)
}

/// Takes over all entries of a mapping; `false`: it has no `keys`.
pub fn merge_mapping(vm: &Vm, dict: &Dict, other: &Value) -> Res<bool> {
    if let Value::Dict(other) = other {
        dict.update(vm, other)?;
        return Ok(true);
    }
    let own_iteration = vm.class_of(other).lookup(vm, &vm.names.__iter__);
    if let (Value::Dict(plain), Some(Value::Native(_))) = (vm.unwrapped(other), own_iteration) {
        dict.update(vm, &plain)?;
        return Ok(true);
    }
    let Some(keys) = vm.get_attribute_opt(other, &vm.names.keys)? else {
        return Ok(false);
    };
    let keys = vm.call_with(&keys, &[])?;
    vm.for_each(&keys, |key| {
        let value = vm.get_item(other, &key)?;
        dict.set(vm, &key, value)?;
        Ok(true)
    })?;
    Ok(true)
}

fn update_from_pairs(vm: &Vm, dict: &Dict, pairs: &Value) -> Res<()> {
    let mut number = 0;
    vm.for_each(pairs, |pair| {
        let items = match vm.collect(&pair) {
            Ok(items) => items,
            Err(raised) => return Err(not_a_pair(vm, raised, number)),
        };
        let [key, value] = items.as_slice() else {
            let length = items.len();
            return Err(vm.value_error(&format!(
                "dictionary update sequence element #{number} has length {length}; 2 is required"
            )));
        };
        dict.set(vm, key, value.clone())?;
        number += 1;
        Ok(true)
    })
}

fn not_a_pair(vm: &Vm, raised: Raised, number: usize) -> Raised {
    match vm.catch(raised, &vm.types.type_error) {
        Ok(_) => vm.type_error(&format!(
            "cannot convert dictionary update sequence element #{number} to a sequence"
        )),
        Err(raised) => raised,
    }
}

fn from_keys(vm: &Vm, a: &[Value]) -> Res {
    let value = a
        .get(2)
        .and_then(Value::given)
        .cloned()
        .unwrap_or(Value::None);
    let made = vm.call_with(&a[0], &[])?;
    if let (Value::Dict(dict), Value::Dict(_)) = (vm.unwrapped(&made), &made) {
        set_all(vm, &dict, &a[1], &value)?;
        return Ok(made);
    }
    vm.for_each(&a[1], |key| {
        vm.set_item(&made, &key, value.clone())?;
        Ok(true)
    })?;
    Ok(made)
}

/// Sets all keys of an iterable to one value; those of a set or a dictionary are not hashed again.
fn set_all(vm: &Vm, dict: &Ref<Dict>, keys: &Value, value: &Value) -> Res<()> {
    let mut place = 0;
    if let Value::Dict(keys) = keys {
        while let Some((next, hash, key)) = keys.key_from(place) {
            place = next;
            dict.set_hashed(vm, hash, &key, value.clone())?;
        }
        return Ok(());
    }
    if let Some(keys) = keys.downcast::<Set>() {
        while let Some((next, hash, key)) = keys.item_from(place) {
            place = next;
            dict.set_hashed(vm, hash, &key, value.clone())?;
        }
        return Ok(());
    }
    vm.for_each(keys, |key| {
        dict.set(vm, &key, value.clone())?;
        Ok(true)
    })
}
