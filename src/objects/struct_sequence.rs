//! Tuples whose items have names too: `sys.version_info` and its kin.

use super::class::Class;
use super::counted::Ref;
use super::instance::Instance;
use super::native::{Native, NativeDef, NativeKind, native};
use super::object::Object;
use super::tuple::Tuple;
use super::value::Value;
use crate::interp::{Res, Vm};

/// The descriptor of one named item.
struct Field {
    name: &'static str,
    index: usize,
    owner: Ref<Class>,
}

/// A class of tuples with these names for their items.
pub fn class(vm: &Vm, module: &str, name: &str, fields: &[&'static str]) -> Res<Ref<Class>> {
    let namespace = super::dict::Dict::new();
    namespace.set_name(&vm.names.__module__, Value::str(module));
    namespace.set_name(&vm.names.__slots__, vm.empty_tuple());
    let names = fields.iter().map(|field| Value::str(field)).collect();
    namespace.set_name(&vm.names.__match_args__, Value::from(Tuple::new(names)));
    for (key, count) in [
        ("n_fields", fields.len()),
        ("n_sequence_fields", fields.len()),
        ("n_unnamed_fields", 0),
    ] {
        namespace.set_name(&vm.name(key), Value::from(count));
    }
    let base = [Value::Class(vm.types.tuple.clone())];
    let made = vm.new_class(&vm.types.type_, &vm.name(name), &base, &namespace, &[])?;
    let Value::Class(class) = made else {
        return Err(vm.type_error("a class is no class"));
    };
    for (index, name) in fields.iter().copied().enumerate() {
        let field = Field {
            name,
            index,
            owner: class.clone(),
        };
        class
            .dict(vm)
            .set_name(&vm.name(name), Value::from(Ref::new(field)));
    }
    let repr = Native::method(&REPR, NativeKind::Method, &class);
    class
        .dict(vm)
        .set_name(&vm.names.__repr__, Value::Native(repr));
    Ok(class)
}

/// A tuple of such a class.
pub fn make(vm: &Vm, class: &Ref<Class>, items: Vec<Value>) -> Value {
    Value::Instance(Instance::wrapping(
        vm,
        class,
        Value::from(Tuple::new(items)),
    ))
}

/// A single tuple of a class of its own.
pub fn single(vm: &Vm, module: &str, name: &str, items: &[(&'static str, Value)]) -> Res {
    let fields: Vec<&'static str> = items.iter().map(|(name, _)| *name).collect();
    let class = class(vm, module, name, &fields)?;
    let new = Native::method(&NO_NEW, NativeKind::New, &class);
    class
        .dict(vm)
        .set_name(&vm.names.__new__, Value::Native(new));
    Ok(make(
        vm,
        &class,
        items.iter().map(|(_, value)| value.clone()).collect(),
    ))
}

/// There is one tuple of such a class.
static NO_NEW: NativeDef = native("__new__", "(*args, **kwargs)", "Refuses.", |vm, a| {
    let name = match &a[0] {
        Value::Class(class) => class.full_name(vm),
        other => vm.class_name(other),
    };
    Err(vm.type_error(&format!("cannot create '{name}' instances")))
});

static REPR: NativeDef = native("__repr__", "()", "repr(self)", |vm, a| {
    let class = vm.class_of(&a[0]);
    let names = class.lookup(vm, &vm.names.__match_args__);
    let (Some(Value::Tuple(names)), Value::Tuple(items)) = (names, vm.unwrapped(&a[0])) else {
        return Ok(Value::from(super::root::default_repr(vm, &a[0])));
    };
    let mut parts = Vec::new();
    for (name, item) in names.items().iter().zip(items.items()) {
        parts.push(format!("{}={}", vm.str(name)?, vm.repr(item)?));
    }
    Ok(Value::from(format!(
        "{}({})",
        class.full_name(vm),
        parts.join(", ")
    )))
});

impl Object for Field {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.member_descriptor.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&Value::Class(self.owner.clone()));
    }

    /// It never changes; the class that holds it is cleared instead.
    fn clear(&self) {}

    fn repr(&self, _vm: &Vm, _this: &Value) -> Res<Option<String>> {
        Ok(Some(format!(
            "<member '{}' of '{}' objects>",
            self.name,
            self.owner.name()
        )))
    }

    fn bind(
        &self,
        vm: &Vm,
        this: &Value,
        instance: Option<&Value>,
        _owner: &Ref<Class>,
    ) -> Res<Option<Value>> {
        Ok(match instance.map(|instance| vm.unwrapped(instance)) {
            Some(Value::Tuple(items)) => items.items().get(self.index).cloned(),
            _ => Some(this.clone()),
        })
    }

    fn is_data_descriptor(&self) -> bool {
        true
    }

    fn bind_set(
        &self,
        vm: &Vm,
        _this: &Value,
        _instance: &Value,
        _value: Option<&Value>,
    ) -> Res<bool> {
        Err(vm.attribute_error("readonly attribute"))
    }
}
