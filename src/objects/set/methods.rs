//! The methods of `set` and `frozenset`.

use super::Set;
use crate::interp::{Res, Vm};
use crate::objects::class::TypeDef;
use crate::objects::copying;
use crate::objects::counted::Ref;
use crate::objects::generic_alias::CLASS_GETITEM;
use crate::objects::native::{NativeDef, native};
use crate::objects::value::Value;

/// The row of `set`.
pub const TYPE: TypeDef = TypeDef {
    weakly_referable: true,
    name: "set",
    doc: "Items without an order, each once.",
    new: Some(native(
        "__new__",
        "(*args, **kwargs)",
        "Make a new object. help(type) says what it takes.",
        |_, _| Ok(Value::from(Set::new())),
    )),
    init: Some(native(
        "__init__",
        "(iterable=(), /)",
        "Prepare a new object. help(type(self)) says what it takes.",
        init,
    )),
    methods: METHODS,
    class_methods: &[CLASS_GETITEM],
    slots: &[
        "__eq__",
        "__ne__",
        "__lt__",
        "__le__",
        "__gt__",
        "__ge__",
        "__repr__",
        "__len__",
        "__contains__",
        "__iter__",
        "__and__",
        "__rand__",
        "__or__",
        "__ror__",
        "__sub__",
        "__rsub__",
        "__xor__",
        "__rxor__",
        "__iand__",
        "__ior__",
        "__isub__",
        "__ixor__",
    ],
    is_base: true,
    unhashable: true,
    ..TypeDef::PLAIN
};

/// The row of `frozenset`.
pub const FROZEN: TypeDef = TypeDef {
    weakly_referable: true,
    name: "frozenset",
    doc: "A set that cannot change.",
    new: Some(native(
        "__new__",
        "(iterable=(), /)",
        "Make a new object. help(type) says what it takes.",
        new_frozen,
    )),
    methods: FROZEN_METHODS,
    class_methods: &[CLASS_GETITEM],
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
        "__contains__",
        "__iter__",
        "__and__",
        "__rand__",
        "__or__",
        "__ror__",
        "__sub__",
        "__rsub__",
        "__xor__",
        "__rxor__",
    ],
    is_base: true,
    ..TypeDef::PLAIN
};

const COPY: NativeDef = native("copy", "()", "Another set with the same items.", copy);
const DIFFERENCE: NativeDef = native(
    "difference",
    "(*others)",
    "A set of what is in none of the others.",
    difference,
);
const INTERSECTION: NativeDef = native(
    "intersection",
    "(*others)",
    "A set of what is in all of them.",
    |vm, a| Ok(Value::from(intersection(vm, a)?)),
);
const IS_DISJOINT: NativeDef = native(
    "isdisjoint",
    "(other, /)",
    "Whether no item is in both.",
    |vm, a| of(vm, &a[0])?.is_disjoint(vm, &a[1]).map(Value::bool),
);
const IS_SUBSET: NativeDef = native(
    "issubset",
    "(other, /)",
    "Whether all items are in the other too.",
    |vm, a| of(vm, &a[0])?.is_subset(vm, &a[1]).map(Value::bool),
);
const IS_SUPERSET: NativeDef = native(
    "issuperset",
    "(other, /)",
    "Whether all items of the other are in this set too.",
    |vm, a| of(vm, &a[0])?.is_superset(vm, &a[1]).map(Value::bool),
);
const SYMMETRIC_DIFFERENCE: NativeDef = native(
    "symmetric_difference",
    "(other, /)",
    "A set of what is in one of the two only.",
    |vm, a| {
        of(vm, &a[0])?
            .symmetric_difference(vm, &a[1])
            .map(Value::from)
    },
);
const REDUCE: NativeDef = copying::reduce(|vm, a| {
    let items = copying::listed(of(vm, &a[0])?.items());
    let state = vm.call_method(&a[0], &vm.name("__getstate__"), &[])?;
    let class = Value::Class(vm.class_of(&a[0]));
    Ok(copying::parts(class, vec![items], Some(state)))
});
const UNION: NativeDef = native(
    "union",
    "(*others)",
    "A set of what is in any of them.",
    union,
);

const FROZEN_METHODS: &[NativeDef] = &[
    REDUCE,
    COPY,
    DIFFERENCE,
    INTERSECTION,
    IS_DISJOINT,
    IS_SUBSET,
    IS_SUPERSET,
    SYMMETRIC_DIFFERENCE,
    UNION,
];

const METHODS: &[NativeDef] = &[
    REDUCE,
    COPY,
    DIFFERENCE,
    INTERSECTION,
    IS_DISJOINT,
    IS_SUBSET,
    IS_SUPERSET,
    SYMMETRIC_DIFFERENCE,
    UNION,
    native(
        "add",
        "(object, /)",
        "Put an item in.\n\nIt can be there already.",
        |vm, a| {
            of(vm, &a[0])?.add(vm, &a[1])?;
            Ok(Value::None)
        },
    ),
    native("clear", "()", "Take all items out.", |vm, a| {
        of(vm, &a[0])?.clear_all();
        Ok(Value::None)
    }),
    native(
        "discard",
        "(object, /)",
        "Take an item out if it is there.\n\nWhere it is not, remove() raises KeyError, and this does nothing.",
        |vm, a| {
            of(vm, &a[0])?.discard(vm, &a[1])?;
            Ok(Value::None)
        },
    ),
    native(
        "remove",
        "(object, /)",
        "Take an item out.\n\nKeyError where it is not there.",
        |vm, a| {
            if of(vm, &a[0])?.discard(vm, &a[1])? {
                return Ok(Value::None);
            }
            Err(vm.key_error(&a[1]))
        },
    ),
    native(
        "pop",
        "()",
        "Take any item out and give it.\n\nKeyError where there is none.",
        |vm, a| match of(vm, &a[0])?.pop() {
            Some(item) => Ok(item),
            None => Err(vm.key_error(&Value::str("pop from an empty set"))),
        },
    ),
    native(
        "update",
        "(*others)",
        "Put in what is in any of the others.",
        |vm, a| for_others(vm, a, Set::update),
    ),
    native(
        "difference_update",
        "(*others)",
        "Take out what is in any of the others.",
        |vm, a| for_others(vm, a, Set::difference_update),
    ),
    native(
        "intersection_update",
        "(*others)",
        "Take out what is not in all of the others.",
        intersection_update,
    ),
    native(
        "symmetric_difference_update",
        "(other, /)",
        "Put in what only the other has, and take out what both have.",
        |vm, a| {
            of(vm, &a[0])?.symmetric_difference_update(vm, &a[1])?;
            Ok(Value::None)
        },
    ),
];

fn of(vm: &Vm, value: &Value) -> Res<Ref<Set>> {
    Set::of(vm, value).ok_or_else(|| vm.descriptor_error("set", value))
}

fn others(a: &[Value]) -> &[Value] {
    match a.get(1) {
        Some(Value::Tuple(others)) => others.items(),
        _ => &[],
    }
}

fn for_others(vm: &Vm, a: &[Value], change: fn(&Set, &Vm, &Value) -> Res<()>) -> Res {
    let set = of(vm, &a[0])?;
    for other in others(a) {
        change(&set, vm, other)?;
    }
    Ok(Value::None)
}

fn init(vm: &Vm, a: &[Value]) -> Res {
    let set = of(vm, &a[0])?;
    set.clear_all();
    if let Some(iterable) = a.get(1).and_then(Value::given) {
        set.update(vm, iterable)?;
    }
    Ok(Value::None)
}

fn new_frozen(vm: &Vm, a: &[Value]) -> Res {
    let set = Set::new_frozen();
    if let Some(iterable) = a.get(1).and_then(Value::given) {
        let exact = matches!(&a[0], Value::Class(class) if class.same(&vm.types.frozenset));
        if let (true, Some(same)) = (exact, iterable.downcast::<Set>())
            && same.is_frozen()
        {
            return Ok(iterable.clone());
        }
        set.update(vm, iterable)?;
    }
    Ok(Value::from(set))
}

fn copy(vm: &Vm, a: &[Value]) -> Res {
    match a[0].downcast::<Set>() {
        Some(same) if same.is_frozen() => Ok(a[0].clone()),
        _ => {
            let set = of(vm, &a[0])?;
            set.copied(vm, set.is_frozen()).map(Value::from)
        }
    }
}

fn union(vm: &Vm, a: &[Value]) -> Res {
    let set = of(vm, &a[0])?;
    let result = set.copied(vm, set.is_frozen())?;
    for other in others(a) {
        if !other.is(&a[0]) {
            result.update(vm, other)?;
        }
    }
    Ok(Value::from(result))
}

fn intersection(vm: &Vm, a: &[Value]) -> Res<Ref<Set>> {
    let set = of(vm, &a[0])?;
    let Some((first, rest)) = others(a).split_first() else {
        return set.copied(vm, set.is_frozen());
    };
    let mut result = set.intersection(vm, first)?;
    for other in rest {
        result = result.intersection(vm, other)?;
    }
    Ok(result)
}

fn intersection_update(vm: &Vm, a: &[Value]) -> Res {
    let result = intersection(vm, a)?;
    of(vm, &a[0])?.take_over(&result);
    Ok(Value::None)
}

fn difference(vm: &Vm, a: &[Value]) -> Res {
    let set = of(vm, &a[0])?;
    let Some((first, rest)) = others(a).split_first() else {
        return set.copied(vm, set.is_frozen()).map(Value::from);
    };
    let result = set.difference(vm, first)?;
    for other in rest {
        result.difference_update(vm, other)?;
    }
    Ok(Value::from(result))
}

/// The text of a set whose class is called `name`.
pub fn repr(vm: &Vm, this: &Value, set: &Set, name: &str) -> Res<String> {
    if set.is_empty() {
        return Ok(format!("{name}()"));
    }
    let mut text = format!("{name}(...)");
    vm.guard_repr(this, || {
        let items = set.items();
        let texts = items.iter().map(|item| vm.repr(item));
        let inner = texts.collect::<Res<Vec<String>>>()?.join(", ");
        text = if name == "set" {
            format!("{{{inner}}}")
        } else {
            format!("{name}({{{inner}}})")
        };
        Ok(())
    })?;
    Ok(text)
}
