//! `type`: what a script can ask of a class and change about it. Making a class from its parts is `interp/classes.rs`.

use super::class::{Class, TypeDef};
use super::class_layout;
use super::counted::{ObjectRef, Ref};
use super::dict::Dict;
use super::list::List;
use super::mapping_proxy::MappingProxy;
use super::native::{GetterDef, NativeDef, getter, native};
use super::str::Name;
use super::tuple::Tuple;
use super::union_type;
use super::value::Value;
use crate::interp::slots::PackedArgs;
use crate::interp::{Res, Vm};

/// The row of `type`.
pub const TYPE: TypeDef = TypeDef {
    weakly_referable: true,
    name: "type",
    doc: "type(object): its class. type(name, bases, namespace): a new class.",
    new: Some(native(
        "__new__",
        "(*args, **kwargs)",
        "Makes a class.",
        new,
    )),
    init: Some(native(
        "__init__",
        "(*args, **kwargs)",
        "Fills a new class.",
        init,
    )),
    special: SPECIAL,
    slots: &["__setattr__", "__delattr__"],
    methods: METHODS,
    class_methods: CLASS_METHODS,
    getters: GETTERS,
    is_base: true,
    ..TypeDef::PLAIN
};

const SPECIAL: &[NativeDef] = &[
    native(
        "__call__",
        "(*args, **kwargs)",
        "Makes an instance.",
        |vm, a| {
            let packed = PackedArgs::new(vm, &a[1], &a[2]);
            vm.instantiate_plainly(of(vm, &a[0])?, packed.args())
        },
    ),
    native("__repr__", "()", "repr(self)", |vm, a| {
        Ok(Value::from(format!(
            "<class '{}'>",
            of(vm, &a[0])?.full_name(vm)
        )))
    }),
    native(
        "__getattribute__",
        "(name, /)",
        "getattr(self, name)",
        |vm, a| {
            let name = crate::interp::slots::attribute_name(vm, &a[1])?;
            match vm.find_on_class(of(vm, &a[0])?, &name)? {
                Some(value) => Ok(value),
                None => Err(vm.no_attribute(&a[0], &name)),
            }
        },
    ),
    native("__or__", "(value, /)", "self | value", |vm, a| {
        union_type::join(vm, &a[0], &a[1])
    }),
    native("__ror__", "(value, /)", "value | self", |vm, a| {
        union_type::join(vm, &a[1], &a[0])
    }),
];

const METHODS: &[NativeDef] = &[
    native(
        "mro",
        "()",
        "The method resolution order, computed anew.",
        |vm, a| {
            let line = vm.linearize(&of(vm, &a[0])?.bases())?;
            let line = line.into_iter().map(Value::Class);
            Ok(Value::from(List::new(
                std::iter::once(a[0].clone()).chain(line).collect(),
            )))
        },
    ),
    native("__subclasses__", "()", "The direct subclasses.", |vm, a| {
        let subclasses = living_subclasses(of(vm, &a[0])?);
        Ok(Value::from(List::new(
            subclasses.into_iter().map(Value::Class).collect(),
        )))
    }),
    native(
        "__instancecheck__",
        "(instance, /)",
        "Whether an object is an instance.",
        |vm, a| vm.is_plain_instance(&a[1], of(vm, &a[0])?).map(Value::bool),
    ),
    native(
        "__subclasscheck__",
        "(subclass, /)",
        "Whether a class derives from this one.",
        |vm, a| vm.is_plain_subclass(&a[1], &a[0]).map(Value::bool),
    ),
    native(
        "__dir__",
        "()",
        "The names that the class and its bases define.",
        |vm, a| {
            let names = Dict::new();
            super::root::add_class_names(vm, of(vm, &a[0])?, &names)?;
            Ok(Value::from(List::new(names.keys())))
        },
    ),
    native("__sizeof__", "()", "How many bytes it takes.", |_, _| {
        Ok(Value::Int(size_of::<Class>() as i64))
    }),
];

const CLASS_METHODS: &[NativeDef] = &[native(
    "__prepare__",
    "(*args, **kwargs)",
    "The namespace that a class statement fills.",
    |_, _| Ok(Value::Dict(Dict::new())),
)];

const GETTERS: &[GetterDef] = &[
    class_layout::BASIC_SIZE,
    class_layout::ITEM_SIZE,
    class_layout::DICT_OFFSET,
    class_layout::WEAK_OFFSET,
    getter(
        "__text_signature__",
        "The parameters it is called with, as text.",
        |vm, class| {
            Ok(match super::signatures::of_class(of(vm, class)?) {
                Some(params) => Value::from(params),
                None => Value::None,
            })
        },
    ),
    GetterDef {
        name: "__name__",
        doc: "The class's name.",
        get: |vm, class| Ok(Value::Str(of(vm, class)?.name_ref())),
        set: Some(|vm, class, value| {
            let name = text_for(vm, class, "__name__", value)?;
            if name.bytes().contains(&0) {
                return Err(vm.value_error("type name must not contain null characters"));
            }
            of(vm, class)?.set_name(name);
            Ok(())
        }),
    },
    GetterDef {
        name: "__qualname__",
        doc: "The dotted name within the module.",
        get: |vm, class| Ok(Value::Str(of(vm, class)?.qualname())),
        set: Some(|vm, class, value| {
            let name = text_for(vm, class, "__qualname__", value)?;
            of(vm, class)?.set_qualname(name);
            Ok(())
        }),
    },
    GetterDef {
        name: "__module__",
        doc: "The name of the module that defines it.",
        get: |vm, class| Ok(of(vm, class)?.module(vm)),
        set: Some(|vm, class, value| {
            let value = changeable(vm, class, "__module__", value)?;
            let names = of(vm, class)?.dict(vm);
            names.set_name(&vm.names.__module__, value);
            // It would be a line of another module.
            names.remove_name(&vm.name("__firstlineno__"));
            Ok(())
        }),
    },
    GetterDef {
        name: "__doc__",
        doc: "The docstring.",
        get: doc,
        set: Some(|vm, class, value| {
            let value = changeable(vm, class, "__doc__", value)?;
            of(vm, class)?.dict(vm).set_name(&vm.names.__doc__, value);
            Ok(())
        }),
    },
    GetterDef {
        name: "__bases__",
        doc: "The classes it derives from.",
        get: |vm, class| Ok(classes(of(vm, class)?.bases())),
        set: Some(set_bases),
    },
    getter(
        "__base__",
        "The base that instances are made of.",
        |vm, class| {
            Ok(match vm.main_base(of(vm, class)?) {
                Some(base) => Value::Class(base),
                None => Value::None,
            })
        },
    ),
    getter("__mro__", "The method resolution order.", |vm, class| {
        Ok(classes(of(vm, class)?.line()))
    }),
    getter(
        "__dict__",
        "The names that the class itself defines.",
        |vm, class| {
            Ok(MappingProxy::over(Value::Dict(
                of(vm, class)?.dict(vm).clone(),
            )))
        },
    ),
    GetterDef {
        name: "__annotations__",
        doc: "A dict of the annotations.",
        get: annotations,
        set: Some(set_annotations),
    },
    GetterDef {
        name: "__type_params__",
        doc: "A tuple of the type parameters.",
        get: |vm, class| {
            let class = of(vm, class)?;
            // `type` has the descriptor itself under this name.
            let own = match class.def() {
                Some(_) => None,
                None => class.dict(vm).get_name(&vm.names.__type_params__),
            };
            Ok(own.unwrap_or_else(|| vm.empty_tuple()))
        },
        set: Some(|vm, class, value| {
            let value = changeable(vm, class, "__type_params__", value)?;
            of(vm, class)?
                .dict(vm)
                .set_name(&vm.names.__type_params__, value);
            Ok(())
        }),
    },
    GetterDef {
        name: "__abstractmethods__",
        doc: "The names of abstract methods without an implementation.",
        get: |vm, class| {
            let name = vm.name("__abstractmethods__");
            let class = of(vm, class)?;
            // `type` has the descriptor itself under this name.
            let own = match class.def() {
                Some(_) => None,
                None => class.dict(vm).get_name(&name),
            };
            own.ok_or_else(|| vm.attribute_error("__abstractmethods__"))
        },
        set: Some(set_abstract_methods),
    },
    getter(
        "__flags__",
        "Bits that tell what kind of class it is.",
        flags,
    ),
];

fn of<'a>(vm: &Vm, value: &'a Value) -> Res<&'a Ref<Class>> {
    match value {
        Value::Class(class) => Ok(class),
        other => Err(vm.descriptor_error("type", other)),
    }
}

fn classes(classes: Vec<Ref<Class>>) -> Value {
    Value::from(Tuple::new(classes.into_iter().map(Value::Class).collect()))
}

/// The direct subclasses that still exist, oldest first.
pub fn living_subclasses(class: &Ref<Class>) -> Vec<Ref<Class>> {
    let derives = |each: &Ref<Class>| each.bases().iter().any(|base| base.same(class));
    let class_in = |object: ObjectRef| match object.into_value() {
        Value::Class(each) => Some(each),
        _ => None,
    };
    let mut living: Vec<Ref<Class>> = Vec::new();
    if class.def().is_some() {
        // Types that are implemented here, which derive from such types alone, are not noted.
        let all = super::counted::tracked().into_iter().filter_map(class_in);
        living.extend(all.filter(|each| each.def().is_some() && derives(each)));
    }
    let known = class.subclasses();
    let noted = known.iter().filter_map(super::weakref::target);
    living.extend(noted.filter_map(class_in).filter(derives));
    living
}

/// `type(object)` and `type(name, bases, namespace, **keywords)`; gets the metaclass first.
fn new(vm: &Vm, a: &[Value]) -> Res {
    let packed = PackedArgs::new(vm, &a[1], &a[2]);
    let args = packed.args();
    let metaclass = of(vm, &a[0])?;
    let [name, bases, namespace] = args.leading() else {
        return Err(if metaclass.same(&vm.types.type_) {
            vm.type_error("type() takes 1 or 3 arguments")
        } else {
            let given = args.leading().len();
            vm.type_error(&format!(
                "type.__new__() takes exactly 3 arguments ({given} given)"
            ))
        });
    };
    let wrong = |place: u32, expected: &str, given: &Value| {
        let class = vm.argument_class(given);
        vm.type_error(&format!(
            "type.__new__() argument {place} must be {expected}, not {class}"
        ))
    };
    let Value::Str(text) = vm.unwrapped(name) else {
        return Err(wrong(1, "str", name));
    };
    let Value::Tuple(bases) = vm.unwrapped(bases) else {
        return Err(wrong(2, "tuple", bases));
    };
    let Value::Dict(namespace) = vm.unwrapped(namespace) else {
        return Err(wrong(3, "dict", namespace));
    };
    for base in bases.items() {
        if !matches!(base, Value::Class(_))
            && vm
                .get_attribute_opt(base, &vm.names.__mro_entries__)?
                .is_some()
        {
            return Err(
                vm.type_error("type() doesn't support MRO entry resolution; use types.new_class()")
            );
        }
    }
    let winner = vm.most_derived(Some(a[0].clone()), bases.items())?;
    if let Value::Class(winner) = &winner
        && !winner.same(metaclass)
        && let Some(own) = winner.lookup(vm, &vm.names.__new__)
        && !matches!(&own, Value::Native(native)
            if native.owner.as_ref().is_some_and(|owner| owner.same(&vm.types.type_)))
    {
        let own = vm.bind_descriptor(&own, None, winner)?;
        return vm.call_with_first(&own, &Value::Class(winner.clone()), args);
    }
    let keywords: Vec<(Name, Value)> = args
        .keywords()
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    refuse_surrogates(vm, name)?;
    if text.bytes().contains(&0) {
        return Err(vm.value_error("type name must not contain null characters"));
    }
    if let Some(doc) = namespace.get_name(&vm.names.__doc__) {
        refuse_surrogates(vm, &doc)?;
    }
    let name = vm.names.intern_str(&text);
    vm.new_class(metaclass, &name, bases.items(), &namespace, &keywords)
}

/// Refuses a text that UTF-8 cannot hold.
fn refuse_surrogates(vm: &Vm, value: &Value) -> Res<()> {
    match value {
        Value::Str(text) if text.as_str().is_none() => vm
            .call_method(value, &vm.name("encode"), &[])
            .map(Value::discard),
        _ => Ok(()),
    }
}

fn init(vm: &Vm, a: &[Value]) -> Res {
    let packed = PackedArgs::new(vm, &a[1], &a[2]);
    match packed.args().leading().len() {
        1 if !packed.args().names.is_empty() => {
            Err(vm.type_error("type.__init__() takes no keyword arguments"))
        }
        1 | 3 => Ok(Value::None),
        _ => Err(vm.type_error("type.__init__() takes 1 or 3 arguments")),
    }
}

/// Refuses to change a built-in class or to delete; the new value otherwise.
fn changeable(vm: &Vm, class: &Value, name: &str, value: Option<&Value>) -> Res {
    let class = of(vm, class)?;
    let shown = class.name();
    match value {
        Some(_) if class.def().is_some() => Err(vm.type_error(&format!(
            "cannot set '{name}' attribute of immutable type '{shown}'"
        ))),
        None => Err(vm.type_error(&format!(
            "cannot delete '{name}' attribute of immutable type '{shown}'"
        ))),
        Some(value) => Ok(value.clone()),
    }
}

fn set_abstract_methods(vm: &Vm, class: &Value, value: Option<&Value>) -> Res<()> {
    let name = vm.name("__abstractmethods__");
    let target = of(vm, class)?;
    match value {
        Some(value) => {
            vm.truth(value)?;
            let value = changeable(vm, class, "__abstractmethods__", Some(value))?;
            target.dict(vm).set_name(&name, value);
        }
        None => {
            if target.def().is_some() || target.dict(vm).remove_name(&name).is_none() {
                return Err(vm.attribute_error("__abstractmethods__"));
            }
        }
    }
    vm.class_changed();
    Ok(())
}

fn text_for(vm: &Vm, class: &Value, name: &str, value: Option<&Value>) -> Res<Name> {
    let value = changeable(vm, class, name, value)?;
    match vm.unwrapped(&value) {
        Value::Str(text) => Ok(vm.names.intern_str(&text)),
        other => {
            let (class, given) = (of(vm, class)?.name(), vm.class_name(&other));
            Err(vm.type_error(&format!(
                "can only assign string to {class}.{name}, not '{given}'"
            )))
        }
    }
}

fn doc(vm: &Vm, class: &Value) -> Res {
    let class = of(vm, class)?;
    if class
        .def()
        .is_some_and(|def| def.getters.iter().any(|row| row.name == "__doc__"))
    {
        return Ok(class.def().map_or(Value::None, |def| Value::str(def.doc)));
    }
    match class.dict(vm).get_name(&vm.names.__doc__) {
        Some(found) => vm.bind_descriptor(&found, None, class),
        None => Ok(Value::None),
    }
}

fn set_bases(vm: &Vm, class: &Value, value: Option<&Value>) -> Res<()> {
    let value = changeable(vm, class, "__bases__", value)?;
    let class = of(vm, class)?;
    let name = class.name();
    let Value::Tuple(bases) = vm.unwrapped(&value) else {
        let given = vm.class_name(&value);
        return Err(vm.type_error(&format!(
            "can only assign tuple to {name}.__bases__, not {given}"
        )));
    };
    if bases.items().is_empty() {
        return Err(vm.type_error(&format!(
            "can only assign non-empty tuple to {name}.__bases__, not ()"
        )));
    }
    let mut new = Vec::new();
    for base in bases.items() {
        let Value::Class(base) = base else {
            let given = vm.class_name(base);
            return Err(vm.type_error(&format!(
                "{name}.__bases__ must be tuple of classes, not '{given}'"
            )));
        };
        if base.is_subclass(class) {
            return Err(vm.type_error("a __bases__ item causes an inheritance cycle"));
        }
        new.push(base.clone());
    }
    vm.rebase(class, new)
}

fn annotations(vm: &Vm, class: &Value) -> Res {
    let target = of(vm, class)?;
    let name = &vm.names.__annotations__;
    if target.def().is_some() {
        return Err(vm.no_attribute(class, name));
    }
    let dict = target.dict(vm);
    if let Some(found) = dict.get_name(name) {
        return vm.bind_descriptor(&found, None, target);
    }
    let made = Value::Dict(Dict::new());
    dict.set_name(name, made.clone());
    Ok(made)
}

fn set_annotations(vm: &Vm, class: &Value, value: Option<&Value>) -> Res<()> {
    let target = of(vm, class)?;
    let name = &vm.names.__annotations__;
    match value {
        Some(_) => {
            let value = changeable(vm, class, "__annotations__", value)?;
            target.dict(vm).set_name(name, value);
        }
        None if target.def().is_none() => {
            if target.dict(vm).remove_name(name).is_none() {
                return Err(vm.attribute_error("__annotations__"));
            }
        }
        None => {
            changeable(vm, class, "__annotations__", value)?;
        }
    }
    vm.class_changed();
    Ok(())
}

fn flags(vm: &Vm, class: &Value) -> Res {
    const HEAP: i64 = 1 << 9;
    const BASE: i64 = 1 << 10;
    const ABSTRACT: i64 = 1 << 20;
    let class = of(vm, class)?;
    let is_abstract = match class.dict(vm).get_name(&vm.name("__abstractmethods__")) {
        Some(names) if class.def().is_none() => vm.truth(&names)?,
        _ => false,
    };
    let mut bits = 0;
    match class.def() {
        None => bits |= HEAP | BASE,
        Some(def) if def.is_base => bits |= BASE,
        Some(_) => {}
    }
    if is_abstract {
        bits |= ABSTRACT;
    }
    Ok(Value::Int(bits))
}
