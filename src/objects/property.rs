//! `property`, `classmethod` and `staticmethod`: descriptors that wrap functions.

use super::class::{Class, TypeDef};
use super::counted::{CloneCell, Ref};
use super::dict::Dict;
use super::method::BoundMethod;
use super::native::{GetterDef, NativeDef, getter, member, native};
use super::object::Object;
use super::value::Value;
use crate::interp::{Args, Res, Vm};
use std::cell::Cell;

/// A computed attribute that a script defines.
pub struct Property {
    get: CloneCell<Value>,
    set: CloneCell<Value>,
    delete: CloneCell<Value>,
    doc: CloneCell<Value>,
    /// Whether the text is that of the getter, so that another getter brings another.
    doc_is_getters: Cell<bool>,
    name: CloneCell<Value>,
}

/// The row of `property`.
pub const TYPE: TypeDef = TypeDef {
    name: "property",
    doc: "An attribute that functions compute, set and delete.",
    new: Some(native(
        "__new__",
        "(*args, **kwargs)",
        "Makes one.",
        new_property,
    )),
    init: Some(native(
        "__init__",
        "(fget=None, fset=None, fdel=None, doc=None)",
        "Takes the functions.",
        init_property,
    )),
    methods: &[
        native(
            "getter",
            "(object, /)",
            "A copy with another getter.",
            |vm, a| changed(vm, a, Part::Get),
        ),
        native(
            "setter",
            "(object, /)",
            "A copy with another setter.",
            |vm, a| changed(vm, a, Part::Set),
        ),
        native(
            "deleter",
            "(object, /)",
            "A copy with another deleter.",
            |vm, a| changed(vm, a, Part::Delete),
        ),
        native(
            "__set_name__",
            "(*args)",
            "Hears what it is called.",
            |vm, a| {
                let Value::Tuple(given) = &a[1] else {
                    return Ok(Value::None);
                };
                let [_, name] = given.items() else {
                    let count = given.items().len();
                    return Err(vm.type_error(&format!(
                        "__set_name__() takes 2 positional arguments but {count} were given"
                    )));
                };
                property(vm, &a[0])?.name.set(name.clone());
                Ok(Value::None)
            },
        ),
    ],
    getters: &[
        member("fget", "The function that computes it.", |vm, p| {
            Ok(property(vm, p)?.get.get())
        }),
        member("fset", "The function that sets it.", |vm, p| {
            Ok(property(vm, p)?.set.get())
        }),
        member("fdel", "The function that deletes it.", |vm, p| {
            Ok(property(vm, p)?.delete.get())
        }),
        GetterDef {
            name: "__doc__",
            doc: "What it means.",
            get: |vm, p| Ok(property(vm, p)?.doc.get()),
            set: Some(|vm, p, value| {
                property(vm, p)?
                    .doc
                    .set(value.cloned().unwrap_or(Value::None));
                Ok(())
            }),
        },
        GetterDef {
            name: "__name__",
            doc: "Its name.",
            get: property_name,
            set: Some(|vm, p, value| {
                property(vm, p)?
                    .name
                    .set(value.cloned().unwrap_or_default());
                Ok(())
            }),
        },
        getter(
            "__isabstractmethod__",
            "Whether one of its functions is abstract.",
            |vm, p| {
                let own = property(vm, p)?;
                for part in [own.get.get(), own.set.get(), own.delete.get()] {
                    if is_abstract(vm, &part)? {
                        return Ok(Value::bool(true));
                    }
                }
                Ok(Value::bool(false))
            },
        ),
    ],
    slots: &["__get__", "__set__", "__delete__"],
    is_base: true,
    ..TypeDef::PLAIN
};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Get,
    Set,
    Delete,
}

fn property(vm: &Vm, value: &Value) -> Res<Ref<Property>> {
    let plain = vm.unwrapped(value);
    plain
        .downcast::<Property>()
        .cloned()
        .ok_or_else(|| vm.descriptor_error("property", value))
}

fn new_property(_vm: &Vm, _a: &[Value]) -> Res {
    let none = || CloneCell::new(Value::None);
    Ok(Value::from(Ref::new(Property {
        get: none(),
        set: none(),
        delete: none(),
        doc: none(),
        doc_is_getters: Cell::new(false),
        name: CloneCell::new(Value::Undef),
    })))
}

fn init_property(vm: &Vm, a: &[Value]) -> Res {
    let own = property(vm, &a[0])?;
    let given = |index: usize| {
        a.get(index)
            .and_then(Value::given)
            .cloned()
            .unwrap_or(Value::None)
    };
    let get = given(1);
    let mut doc = given(4);
    let is_copied = doc.is_none();
    if is_copied && !get.is_none() {
        doc = vm
            .get_attribute_opt(&get, &vm.names.__doc__)?
            .unwrap_or(Value::None);
    }
    own.get.set(get);
    own.set.set(given(2));
    own.delete.set(given(3));
    own.doc_is_getters.set(is_copied && !doc.is_none());
    own.doc.set(doc.clone());
    if let Value::Instance(_) = &a[0] {
        // A subclass has a `__doc__` of its own, which hides the computed one; with `__slots__` there may be no place.
        if let Err(raised) = vm.set_attribute(&a[0], &vm.names.__doc__, doc) {
            let fault = vm.catch(raised, &vm.types.attribute_error)?;
            if own.doc_is_getters.get() {
                return Err(vm.rethrow(fault));
            }
        }
    }
    Ok(Value::None)
}

/// A copy with one function replaced; of the same class, so that subclasses stay what they are.
fn changed(vm: &Vm, a: &[Value], part: Part) -> Res {
    let own = property(vm, &a[0])?;
    let pick = |which: Part, cell: &CloneCell<Value>| {
        if which == part && !a[1].is_none() {
            a[1].clone()
        } else {
            cell.get()
        }
    };
    let get = pick(Part::Get, &own.get);
    let doc = if own.doc_is_getters.get() && !get.is_none() {
        Value::None
    } else {
        own.doc.get()
    };
    let values = [
        get,
        pick(Part::Set, &own.set),
        pick(Part::Delete, &own.delete),
        doc,
    ];
    let class = Value::Class(vm.class_of(&a[0]));
    let made = vm.call_with(&class, &values)?;
    if let Ok(copy) = property(vm, &made) {
        copy.name.set(own.name.get());
    }
    Ok(made)
}

fn property_name(vm: &Vm, value: &Value) -> Res {
    let own = property(vm, value)?;
    if let Some(name) = own.name.get().given() {
        return Ok(name.clone());
    }
    let found = match own.get.get() {
        Value::None => None,
        get => vm.get_attribute_opt(&get, &vm.names.__name__)?,
    };
    found.ok_or_else(|| vm.attribute_error("'property' object has no attribute '__name__'"))
}

fn is_abstract(vm: &Vm, function: &Value) -> Res<bool> {
    match vm.get_attribute_opt(function, &vm.names.__isabstractmethod__)? {
        Some(flag) => vm.truth(&flag),
        None => Ok(false),
    }
}

impl Property {
    /// `property 'x' of 'C' object has no setter`
    fn lacks(&self, vm: &Vm, this: &Value, instance: &Value, what: &str) -> crate::interp::Raised {
        let class = vm.class_of(instance).qualname();
        let class = class.lossy();
        match property_name(vm, this) {
            Ok(name) => {
                let name = vm.repr(&name).unwrap_or_default();
                vm.attribute_error(&format!(
                    "property {name} of '{class}' object has no {what}"
                ))
            }
            Err(_) => {
                drop(vm.take_raised());
                vm.attribute_error(&format!("property of '{class}' object has no {what}"))
            }
        }
    }
}

impl Object for Property {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.property.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        for cell in [&self.get, &self.set, &self.delete, &self.doc, &self.name] {
            visit(&cell.get());
        }
    }

    fn clear(&self) {
        for cell in [&self.get, &self.set, &self.delete, &self.doc] {
            cell.set(Value::None);
        }
    }

    fn bind(
        &self,
        vm: &Vm,
        this: &Value,
        instance: Option<&Value>,
        _owner: &Ref<Class>,
    ) -> Res<Option<Value>> {
        let Some(instance) = instance else {
            return Ok(Some(this.clone()));
        };
        match self.get.get() {
            Value::None => Err(self.lacks(vm, this, instance, "getter")),
            get => vm.call_with(&get, std::slice::from_ref(instance)).map(Some),
        }
    }

    fn is_data_descriptor(&self) -> bool {
        true
    }

    fn bind_set(
        &self,
        vm: &Vm,
        this: &Value,
        instance: &Value,
        value: Option<&Value>,
    ) -> Res<bool> {
        let (function, what) = match value {
            Some(_) => (self.set.get(), "setter"),
            None => (self.delete.get(), "deleter"),
        };
        if function.is_none() {
            return Err(self.lacks(vm, this, instance, what));
        }
        let mut args = vec![instance.clone()];
        args.extend(value.cloned());
        vm.call_with(&function, &args)?.discard();
        Ok(true)
    }
}

/// A function that binds to the class, or to nothing.
pub struct Wrapped {
    function: CloneCell<Value>,
    binds_to_class: bool,
    dict: CloneCell<Option<Ref<Dict>>>,
}

/// The row of `classmethod`.
pub const CLASSMETHOD: TypeDef = TypeDef {
    name: "classmethod",
    doc: "A function that binds to the class.",
    new: Some(native(
        "__new__",
        "(*args, **kwargs)",
        "Makes one.",
        |_, _| Ok(wrapper(Value::None, true)),
    )),
    init: INIT_WRAPPED,
    getters: WRAPPED_GETTERS,
    slots: &["__get__", "__repr__"],
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `staticmethod`.
pub const STATICMETHOD: TypeDef = TypeDef {
    name: "staticmethod",
    doc: "A function that binds to nothing.",
    new: Some(native(
        "__new__",
        "(*args, **kwargs)",
        "Makes one.",
        |_, _| Ok(wrapper(Value::None, false)),
    )),
    init: INIT_WRAPPED,
    getters: WRAPPED_GETTERS,
    slots: &["__get__", "__call__", "__repr__"],
    is_base: true,
    ..TypeDef::PLAIN
};

const INIT_WRAPPED: Option<NativeDef> = Some(native(
    "__init__",
    "(function, /)",
    "Takes the functions.",
    |vm, a| {
        wrapped(vm, &a[0])?.wrap(vm, a[1].clone())?;
        Ok(Value::None)
    },
));

const WRAPPED_GETTERS: &[GetterDef] = &[
    member("__func__", "The function.", |vm, w| {
        Ok(wrapped(vm, w)?.function.get())
    }),
    member("__wrapped__", "The function.", |vm, w| {
        Ok(wrapped(vm, w)?.function.get())
    }),
    getter(
        "__isabstractmethod__",
        "Whether the function is abstract.",
        |vm, w| is_abstract(vm, &wrapped(vm, w)?.function.get()).map(Value::bool),
    ),
    super::root::DICT,
];

fn wrapped(vm: &Vm, value: &Value) -> Res<Ref<Wrapped>> {
    let plain = vm.unwrapped(value);
    plain
        .downcast::<Wrapped>()
        .cloned()
        .ok_or_else(|| vm.descriptor_error("classmethod", value))
}

fn wrapper(function: Value, binds_to_class: bool) -> Value {
    Value::from(Ref::new(Wrapped {
        function: CloneCell::new(function),
        binds_to_class,
        dict: CloneCell::new(None),
    }))
}

/// `classmethod(function)`
pub fn class_method(function: Value) -> Value {
    wrapper(function, true)
}

/// `staticmethod(function)`
pub fn static_method(function: Value) -> Value {
    wrapper(function, false)
}

impl Wrapped {
    /// Takes over the function and what tells of it.
    fn wrap(&self, vm: &Vm, function: Value) -> Res<()> {
        let dict = Dict::new();
        for name in [
            "__module__",
            "__name__",
            "__qualname__",
            "__doc__",
            "__annotations__",
        ] {
            let name = vm.name(name);
            if let Some(value) = vm.get_attribute_opt(&function, &name)? {
                dict.set_name(&name, value);
            }
        }
        self.dict.set(Some(dict));
        self.function.set(function);
        Ok(())
    }
}

impl Object for Wrapped {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        if self.binds_to_class {
            vm.types.classmethod.clone()
        } else {
            vm.types.staticmethod.clone()
        }
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.function.get());
        if let Some(dict) = self.dict.get() {
            visit(&Value::Dict(dict));
        }
    }

    fn clear(&self) {
        self.function.set(Value::None);
        drop(self.dict.take());
    }

    fn repr(&self, vm: &Vm, _this: &Value) -> Res<Option<String>> {
        let kind = if self.binds_to_class {
            "classmethod"
        } else {
            "staticmethod"
        };
        Ok(Some(format!(
            "<{kind}({})>",
            vm.repr(&self.function.get())?
        )))
    }

    fn bind(
        &self,
        _vm: &Vm,
        _this: &Value,
        _instance: Option<&Value>,
        owner: &Ref<Class>,
    ) -> Res<Option<Value>> {
        let function = self.function.get();
        Ok(Some(if self.binds_to_class {
            BoundMethod::bind(function, Value::Class(owner.clone()))
        } else {
            function
        }))
    }

    fn is_callable(&self) -> bool {
        !self.binds_to_class
    }

    fn call(&self, vm: &Vm, this: &Value, args: Args<'_>) -> Res {
        if self.binds_to_class {
            let class = vm.class_name(this);
            return Err(vm.type_error(&format!("'{class}' object is not callable")));
        }
        vm.call(&self.function.get(), args)
    }

    fn attributes(&self, create: bool) -> Option<Ref<Dict>> {
        if create && self.dict.get().is_none() {
            self.dict.set(Some(Dict::new()));
        }
        self.dict.get()
    }
}
