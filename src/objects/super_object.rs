//! `super`: attributes as the classes behind one in the method resolution order define them.

use super::class::{Class, TypeDef};
use super::counted::Ref;
use super::native::{getter, native};
use super::object::Object;
use super::str::Name;
use super::value::Value;
use crate::interp::{Res, Vm};
use std::cell::RefCell;

/// What `super(class, object)` gives.
pub struct Super(RefCell<State>);

/// What it was made of, which `__init__` may say anew.
#[derive(Clone, Default)]
struct State {
    /// The class behind which the search begins; `None`: `__init__` has not run.
    class: Option<Ref<Class>>,
    /// The object, and the class in whose resolution order the search goes on; `None`: not bound.
    bound: Option<(Value, Ref<Class>)>,
}

/// The row of `super`.
pub const TYPE: TypeDef = TypeDef {
    name: "super",
    doc: "Attributes as the next classes in the resolution order define them.",
    new: Some(native(
        "__new__",
        "(*args, **kwargs)",
        "An object that __init__ fills.",
        |_, _| Ok(Value::from(Ref::new(Super(RefCell::default())))),
    )),
    init: Some(native(
        "__init__",
        "(type=None, object=None, /)",
        "super(class, object)",
        init,
    )),
    getters: &[
        getter(
            "__thisclass__",
            "The class behind which the search begins.",
            |vm, this| {
                let class = of(vm, this)?.state().class;
                Ok(class.map_or(Value::None, Value::Class))
            },
        ),
        getter(
            "__self__",
            "The object it is bound to, or None.",
            |vm, this| {
                let bound = of(vm, this)?.state().bound;
                Ok(bound.map_or(Value::None, |(object, _)| object))
            },
        ),
        getter(
            "__self_class__",
            "The class in whose resolution order it searches, or None.",
            |vm, this| {
                let bound = of(vm, this)?.state().bound;
                Ok(bound.map_or(Value::None, |(_, class)| Value::Class(class)))
            },
        ),
    ],
    slots: &["__get__", "__repr__"],
    is_base: true,
    ..TypeDef::PLAIN
};

fn of(vm: &Vm, value: &Value) -> Res<Ref<Super>> {
    let plain = vm.unwrapped(value);
    plain
        .downcast::<Super>()
        .cloned()
        .ok_or_else(|| vm.descriptor_error("super", value))
}

fn init(vm: &Vm, a: &[Value]) -> Res {
    let class = match a.get(1).and_then(Value::given) {
        Some(Value::Class(class)) => class,
        Some(other) => {
            let given = vm.class_name(other);
            return Err(vm.type_error(&format!("super() argument 1 must be a type, not {given}")));
        }
        None => return Err(vm.runtime_error("super(): no arguments")),
    };
    let object = a
        .get(2)
        .filter(|object| !object.is_none() && !object.is_undef());
    let filled = State::new(vm, class, object)?;
    let old = of(vm, &a[0])?.0.replace(filled);
    drop(old);
    Ok(Value::None)
}

impl State {
    fn new(vm: &Vm, class: &Ref<Class>, object: Option<&Value>) -> Res<State> {
        let bound = match object {
            Some(object) => Some((object.clone(), line_for(vm, class, object)?)),
            None => None,
        };
        Ok(State {
            class: Some(class.clone()),
            bound,
        })
    }
}

impl Super {
    fn state(&self) -> State {
        self.0.borrow().clone()
    }
}

/// `super(class, object)`
pub fn make(vm: &Vm, class: &Ref<Class>, object: Option<&Value>) -> Res {
    let state = State::new(vm, class, object)?;
    Ok(Value::from(Ref::new(Super(RefCell::new(state)))))
}

/// The class in whose resolution order attributes of `object` are searched.
fn line_for(vm: &Vm, class: &Ref<Class>, object: &Value) -> Res<Ref<Class>> {
    if let Value::Class(own) = object
        && own.is_subclass(class)
    {
        return Ok(own.clone());
    }
    let own = vm.class_of(object);
    if own.is_subclass(class) {
        return Ok(own);
    }
    if let Some(Value::Class(claimed)) = vm.get_attribute_opt(object, &vm.names.__class__)?
        && claimed.is_subclass(class)
    {
        return Ok(claimed);
    }
    let kind = match object {
        Value::Class(own) => format!("type {}", own.name()),
        _ => format!("instance of {}", own.name()),
    };
    Err(vm.type_error(&format!(
        "super(type, obj): obj ({kind}) is not an instance or subtype of type ({}).",
        class.name()
    )))
}

/// `super(class, object).name` without the object between, which is what most programs write.
pub fn find(vm: &Vm, class: &Ref<Class>, object: &Value, name: &Name) -> Res<Option<Value>> {
    let line = line_for(vm, class, object)?;
    find_in(vm, class, object, &line, name)
}

fn find_in(
    vm: &Vm,
    class: &Ref<Class>,
    object: &Value,
    line: &Ref<Class>,
    name: &Name,
) -> Res<Option<Value>> {
    let Some(found) = line.lookup_after(vm, class, name) else {
        return Ok(None);
    };
    let is_class_itself = matches!(object, Value::Class(own) if own.same(line));
    let instance = (!is_class_itself).then_some(object);
    vm.bind_descriptor(&found, instance, line).map(Some)
}

impl Object for Super {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.super_.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        let state = self.0.borrow();
        if let Some(class) = &state.class {
            visit(&Value::Class(class.clone()));
        }
        if let Some((object, class)) = &state.bound {
            visit(object);
            visit(&Value::Class(class.clone()));
        }
    }

    fn clear(&self) {
        drop(self.0.take());
    }

    fn repr(&self, _vm: &Vm, _this: &Value) -> Res<Option<String>> {
        let state = self.state();
        let class = state.class.map_or("NULL".to_owned(), |class| class.name());
        Ok(Some(match &state.bound {
            Some((_, own)) => format!("<super: <class '{class}'>, <{} object>>", own.name()),
            None => format!("<super: <class '{class}'>, NULL>"),
        }))
    }

    fn get_attribute(&self, vm: &Vm, _this: &Value, name: &Name) -> Res<Option<Value>> {
        match self.state() {
            State {
                class: Some(class),
                bound: Some((object, line)),
            } => find_in(vm, &class, &object, &line, name),
            _ => Ok(None),
        }
    }

    fn bind(
        &self,
        vm: &Vm,
        this: &Value,
        instance: Option<&Value>,
        _owner: &Ref<Class>,
    ) -> Res<Option<Value>> {
        match (self.state(), instance) {
            (
                State {
                    class: Some(class),
                    bound: None,
                },
                Some(instance),
            ) => match this {
                // A script's subclass makes one of its own.
                Value::Instance(_) => {
                    let own = Value::Class(vm.class_of(this));
                    vm.call_with(&own, &[Value::Class(class), instance.clone()])
                        .map(Some)
                }
                _ => make(vm, &class, Some(instance)).map(Some),
            },
            _ => Ok(Some(this.clone())),
        }
    }
}
