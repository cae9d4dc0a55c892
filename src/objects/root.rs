//! `object`: what every object can do. The methods of `type` are `type_methods.rs`; the rows of methods and other
//! descriptors are `callables.rs`.

use super::class::{Class, TypeDef};
use super::counted::Ref;
use super::dict::Dict;
use super::dict_methods::update_from;
use super::instance::Instance;
use super::list::List;
use super::native::{GetterDef, NativeDef, getter, native};
use super::object::Object;
use super::reduce;
use super::slots_attribute;
use super::value::Value;
use crate::interp::hash::hash_identity;
use crate::interp::slots::{PackedArgs, change_attribute};
use crate::interp::{Res, Vm};

/// The row of `object`.
pub const TYPE: TypeDef = TypeDef {
    name: "object",
    doc: "What every class derives from.",
    new: Some(native(
        "__new__",
        "(*args, **kwargs)",
        "Makes an object.",
        new,
    )),
    init: Some(native(
        "__init__",
        "(*args, **kwargs)",
        "Fills a new object.",
        init,
    )),
    special: SPECIAL,
    slots: &["__getattribute__"],
    methods: METHODS,
    class_methods: CLASS_METHODS,
    getters: GETTERS,
    is_base: true,
    ..TypeDef::PLAIN
};

const SPECIAL: &[NativeDef] = &[
    native("__repr__", "()", "repr(self)", |vm, a| {
        Ok(Value::from(default_repr(vm, &a[0])))
    }),
    native("__str__", "()", "str(self)", |vm, a| {
        vm.unchecked_repr(&a[0])
    }),
    native("__hash__", "()", "hash(self)", |_, a| {
        Ok(Value::Int(hash_identity(&a[0])))
    }),
    native("__eq__", "(value, /)", "self == value", |_, a| {
        Ok(if a[0].is(&a[1]) {
            Value::bool(true)
        } else {
            Value::NotImplemented
        })
    }),
    native("__ne__", "(value, /)", "self != value", not_equal),
    native(
        "__setattr__",
        "(name, value, /)",
        "setattr(self, name, value)",
        |vm, a| {
            refuse_class(vm, &a[0], "__setattr__")?;
            change_attribute(vm, &a[0], &a[1], Some(&a[2]))
        },
    ),
    native(
        "__delattr__",
        "(name, /)",
        "delattr(self, name)",
        |vm, a| {
            refuse_class(vm, &a[0], "__delattr__")?;
            change_attribute(vm, &a[0], &a[1], None)
        },
    ),
    native("__lt__", "(value, /)", "self < value", not_implemented),
    native("__le__", "(value, /)", "self <= value", not_implemented),
    native("__gt__", "(value, /)", "self > value", not_implemented),
    native("__ge__", "(value, /)", "self >= value", not_implemented),
];

const METHODS: &[NativeDef] = &[
    native("__dir__", "()", "The names of all attributes.", |vm, a| {
        names_of(vm, &a[0]).map(|names| Value::from(List::new(names)))
    }),
    native(
        "__format__",
        "(format_spec, /)",
        "format(self, format_spec); only an empty one is understood.",
        format,
    ),
    native("__sizeof__", "()", "How many bytes it takes.", |_, _| {
        Ok(Value::Int(size_of::<Instance>() as i64))
    }),
    reduce::GET_STATE,
    reduce::REDUCE_EX,
    reduce::REDUCE,
];

const CLASS_METHODS: &[NativeDef] = &[
    native(
        "__init_subclass__",
        "(*args, **kwargs)",
        "Hears of every new subclass.",
        init_subclass,
    ),
    native(
        "__subclasshook__",
        "(object, /)",
        "What issubclass() asks first.",
        |_, _| Ok(Value::NotImplemented),
    ),
];

const GETTERS: &[GetterDef] = &[GetterDef {
    name: "__class__",
    doc: "The object's class.",
    get: |vm, object| Ok(Value::Class(vm.class_of(object))),
    set: Some(set_class),
}];

/// The row of `__dict__`, for classes whose instances have one.
pub const DICT: GetterDef = GetterDef {
    name: "__dict__",
    doc: "The object's own attributes.",
    get: |vm, object| match (object, attributes_of(vm, object)) {
        (Value::Class(class), _) => {
            let dict = Value::Dict(class.dict(vm).clone());
            Ok(super::mapping_proxy::MappingProxy::over(dict))
        }
        (Value::Instance(instance), Some(_)) => Ok(instance.dict_value(vm)),
        (_, Some(dict)) => Ok(Value::Dict(dict)),
        (_, None) => Err(vm.no_attribute(object, &vm.names.__dict__)),
    },
    set: Some(set_dict),
};

/// `DICT` where a reference to it is needed.
pub static DICT_ROW: GetterDef = DICT;

/// The row of `__weakref__`, for classes whose instances have one.
pub static WEAKREF_ROW: GetterDef = getter(
    "__weakref__",
    "Weak references to the object.",
    |_, this| {
        let first = super::weakref::all_of(this).into_iter().next();
        Ok(first.unwrap_or(Value::None))
    },
);

/// What `object()` gives.
pub struct PlainObject;

impl Object for PlainObject {
    fn is_tracked() -> bool {
        false
    }

    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.object.clone()
    }

    fn traverse(&self, _visit: &mut dyn FnMut(&Value)) {}

    fn clear(&self) {}
}

/// `<module.Class object at 0x…>`
pub fn default_repr(vm: &Vm, object: &Value) -> String {
    let name = vm.class_of(object).full_name(vm);
    format!("<{name} object at 0x{:x}>", object.address().unwrap_or(0))
}

/// The object's `__dict__`, if it has one.
pub fn attributes_of(vm: &Vm, object: &Value) -> Option<Ref<Dict>> {
    match object {
        Value::Instance(instance) => instance.class_ref().has_dict().then(|| instance.dict(vm)),
        value => value.object().and_then(|object| object.attributes(true)),
    }
}

/// The names of all attributes of an object, as `object.__dir__` gives them.
pub fn names_of(vm: &Vm, object: &Value) -> Res<Vec<Value>> {
    let names = Dict::new();
    let own = vm.get_attribute_opt(object, &vm.names.__dict__)?;
    if let Some(own) = own.filter(|own| matches!(vm.unwrapped(own), Value::Dict(_))) {
        update_from(vm, &names, &own)?;
    }
    if let Some(Value::Class(class)) = vm.get_attribute_opt(object, &vm.names.__class__)? {
        add_class_names(vm, &class, &names)?;
    }
    Ok(names.keys())
}

/// Adds the names that a class and its bases define.
pub fn add_class_names(vm: &Vm, class: &Ref<Class>, names: &Dict) -> Res<()> {
    for each in class.line() {
        names.update(vm, each.dict(vm))?;
    }
    Ok(())
}

/// What `object` does is not done to classes: `type` has methods of its own.
fn refuse_class(vm: &Vm, object: &Value, hook: &str) -> Res<()> {
    match object {
        Value::Class(_) => {
            let class = vm.class_name(object);
            let text = format!("can't apply this {hook} to {class} object");
            Err(vm.type_error(&text))
        }
        _ => Ok(()),
    }
}

fn new(vm: &Vm, a: &[Value]) -> Res {
    let Value::Class(class) = &a[0] else {
        return Err(vm.type_error("object.__new__(X): X is not a type object"));
    };
    let packed = PackedArgs::new(vm, &a[1], &a[2]);
    vm.new_object(class, packed.args())
}

fn init(vm: &Vm, a: &[Value]) -> Res {
    let packed = PackedArgs::new(vm, &a[1], &a[2]);
    if packed.args().values.is_empty() {
        return Ok(Value::None);
    }
    let class = vm.class_of(&a[0]);
    if !vm.is_objects_own(&class, &vm.names.__init__) {
        return Err(vm.type_error(
            "object.__init__() takes exactly one argument (the instance to initialize)",
        ));
    }
    if vm.is_objects_own(&class, &vm.names.__new__) {
        let name = class.name();
        return Err(vm.type_error(&format!(
            "{name}.__init__() takes exactly one argument (the instance to initialize)"
        )));
    }
    Ok(Value::None)
}

fn not_equal(vm: &Vm, a: &[Value]) -> Res {
    match vm.call_special(&a[0], &vm.names.__eq__, &a[1..2])? {
        None | Some(Value::NotImplemented) => Ok(Value::NotImplemented),
        Some(equal) => vm.truth(&equal).map(|equal| Value::bool(!equal)),
    }
}

fn not_implemented(_vm: &Vm, _a: &[Value]) -> Res {
    Ok(Value::NotImplemented)
}

fn format(vm: &Vm, a: &[Value]) -> Res {
    let class = vm.class_name(&a[0]);
    match vm.unwrapped(&a[1]) {
        Value::Str(spec) if spec.is_empty() => vm.to_str(&a[0]).map(Value::Str),
        Value::Str(_) => Err(vm.type_error(&format!(
            "unsupported format string passed to {class}.__format__"
        ))),
        other => {
            let given = vm.argument_class(&other);
            Err(vm.type_error(&format!("__format__() argument must be str, not {given}")))
        }
    }
}

fn init_subclass(vm: &Vm, a: &[Value]) -> Res {
    let packed = PackedArgs::new(vm, &a[1], &a[2]);
    let args = packed.args();
    let name = match &a[0] {
        Value::Class(class) => class.name(),
        _ => String::new(),
    };
    if !args.names.is_empty() {
        return Err(vm.type_error(&format!(
            "{name}.__init_subclass__() takes no keyword arguments"
        )));
    }
    if !args.values.is_empty() {
        return Err(vm.type_error(&format!(
            "{name}.__init_subclass__() takes no arguments ({} given)",
            args.values.len()
        )));
    }
    Ok(Value::None)
}

fn set_class(vm: &Vm, object: &Value, value: Option<&Value>) -> Res<()> {
    let new = match value {
        Some(Value::Class(new)) => new,
        Some(other) => {
            let class = vm.class_name(other);
            return Err(vm.type_error(&format!(
                "__class__ must be set to a class, not '{class}' object"
            )));
        }
        None => return Err(vm.type_error("can't delete __class__ attribute")),
    };
    if let Some(module) = super::module::Module::of(object)
        && new.is_subclass(&vm.types.module)
        && new.slot_count() == 0
    {
        module.set_class((!new.same(&vm.types.module)).then(|| new.clone()));
        return Ok(());
    }
    let (Value::Instance(instance), None) = (object, new.def()) else {
        return Err(vm.type_error(
            "__class__ assignment only supported for mutable types or ModuleType subclasses",
        ));
    };
    let old = instance.class_ref();
    if !is_same_layout(vm, &old, new) {
        let (new, old) = (new.name(), old.name());
        return Err(vm.type_error(&format!(
            "__class__ assignment: '{new}' object layout differs from '{old}'"
        )));
    }
    instance.set_class(vm, new.clone());
    Ok(())
}

/// Whether instances of either class can be of the other: both go back to one class, or add the same slots to one.
fn is_same_layout(vm: &Vm, old: &Ref<Class>, new: &Ref<Class>) -> bool {
    let has_weakrefs = |class: &Ref<Class>| class.lookup(vm, &vm.names.__weakref__).is_some();
    let adding = |class: &Ref<Class>| {
        let mut class = class.clone();
        while let Some(base) = vm.main_base(&class)
            && class.def().is_none()
            && base.slot_count() == class.slot_count()
            && base.has_dict() == class.has_dict()
            && has_weakrefs(&base) == has_weakrefs(&class)
        {
            class = base;
        }
        class
    };
    let (old, new) = (adding(old), adding(new));
    if old.same(&new) {
        return true;
    }
    let (Some(old_base), Some(new_base)) = (vm.main_base(&old), vm.main_base(&new)) else {
        return false;
    };
    let old_slots = slots_attribute::names_of(vm, &old);
    let new_slots = slots_attribute::names_of(vm, &new);
    std::ptr::eq(old.native(), new.native())
        && old_base.same(&new_base)
        && old.has_dict() == new.has_dict()
        && has_weakrefs(&old) == has_weakrefs(&new)
        && (old_slots.iter().map(Ref::address)).eq(new_slots.iter().map(Ref::address))
}

fn set_dict(vm: &Vm, object: &Value, value: Option<&Value>) -> Res<()> {
    if super::module::Module::of(&vm.unwrapped(object)).is_some() {
        return Err(vm.attribute_error("readonly attribute"));
    }
    let dict = match value.map(|value| vm.unwrapped(value)) {
        Some(Value::Dict(dict)) => dict,
        Some(other) => {
            let class = vm.class_name(&other);
            return Err(vm.type_error(&format!(
                "__dict__ must be set to a dictionary, not a '{class}'"
            )));
        }
        None => match object {
            Value::Instance(_) => Dict::new(),
            _ => return Err(vm.type_error("cannot delete __dict__")),
        },
    };
    match object {
        Value::Instance(instance) => {
            let is_derived = matches!(value, Some(Value::Instance(_)));
            let assigned = value.filter(|_| is_derived).cloned();
            instance.assign_dict(dict, assigned.unwrap_or_default());
        }
        Value::Function(function) => function.set_dict(dict),
        other => {
            let Some(own) = attributes_of(vm, other) else {
                return Err(vm.no_attribute(object, &vm.names.__dict__));
            };
            own.clear_all();
            own.update(vm, &dict)?;
        }
    }
    Ok(())
}
