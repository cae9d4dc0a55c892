//! `types.SimpleNamespace`: attributes and nothing else.

use super::class::{Class, TypeDef};
use super::counted::Ref;
use super::dict::Dict;
use super::native::native;
use super::object::Object;
use super::value::Value;
use crate::interp::{Res, Vm};
use snakelet_grammar::ast::CompareOp;

/// Attributes and nothing else.
pub struct Namespace {
    dict: Ref<Dict>,
}

/// The row of `types.SimpleNamespace`.
pub const TYPE: TypeDef = TypeDef {
    name: "SimpleNamespace",
    module: "types",
    doc: "Attributes and nothing else.",
    new: Some(native(
        "__new__",
        "(*args, **kwargs)",
        "Makes one.",
        |_, _| Ok(Namespace::of(Dict::new())),
    )),
    init: Some(native(
        "__init__",
        "(mapping=None, /, **kwargs)",
        "Takes the attributes.",
        init,
    )),
    methods: &[
        super::copying::reduce(|vm, a| {
            let attributes = Value::Dict(of(vm, &a[0])?.dict.clone());
            let class = Value::Class(vm.class_of(&a[0]));
            Ok(super::copying::parts(class, Vec::new(), Some(attributes)))
        }),
        native(
            "__replace__",
            "(**changes)",
            "A copy with some attributes changed.",
            |vm, a| {
                let copy = of(vm, &a[0])?.dict.copy();
                if let Some(Value::Dict(changes)) = a.get(1) {
                    copy.update(vm, changes)?;
                }
                let class = Value::Class(vm.class_of(&a[0]));
                vm.call_with(&class, &[Value::Dict(copy)])
            },
        ),
    ],
    getters: &[super::root::DICT],
    slots: &["__eq__", "__ne__", "__repr__"],
    is_base: true,
    unhashable: true,
    ..TypeDef::PLAIN
};

impl Namespace {
    /// A namespace with the attributes in `dict`.
    pub fn of(dict: Ref<Dict>) -> Value {
        Value::from(Ref::new(Namespace { dict }))
    }
}

fn of(vm: &Vm, value: &Value) -> Res<Ref<Namespace>> {
    let plain = vm.unwrapped(value);
    plain
        .downcast::<Namespace>()
        .cloned()
        .ok_or_else(|| vm.descriptor_error("types.SimpleNamespace", value))
}

fn init(vm: &Vm, a: &[Value]) -> Res {
    let dict = match &a[0] {
        Value::Instance(instance) => instance.dict(vm),
        other => of(vm, other)?.dict.clone(),
    };
    if let Some(first) = a
        .get(1)
        .and_then(Value::given)
        .filter(|first| !first.is_none())
    {
        let made = vm.call_with(
            &Value::Class(vm.types.dict.clone()),
            std::slice::from_ref(first),
        )?;
        if let Value::Dict(given) = made {
            for (key, value) in given.entries() {
                let name = crate::interp::slots::attribute_name(vm, &key).map_err(|_| {
                    drop(vm.take_raised());
                    vm.type_error("keywords must be strings")
                })?;
                dict.set_name(&name, value);
            }
        }
    }
    if let Some(Value::Dict(keywords)) = a.get(2) {
        dict.update(vm, keywords)?;
    }
    Ok(Value::None)
}

impl Object for Namespace {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.simple_namespace.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&Value::Dict(self.dict.clone()));
    }

    /// Whoever else has the dictionary keeps it; garbage is cleared on its own.
    fn clear(&self) {}

    fn repr(&self, vm: &Vm, this: &Value) -> Res<Option<String>> {
        let name = match this {
            Value::Instance(instance) => instance.class_ref().name(),
            _ => "namespace".to_owned(),
        };
        let address = this.address().unwrap_or(0);
        if vm.thread.in_repr.borrow().contains(&address) {
            return Ok(Some(format!("{name}(...)")));
        }
        vm.thread.in_repr.borrow_mut().push(address);
        let parts: Res<Vec<String>> = self
            .dict
            .entries()
            .iter()
            .map(|(key, value)| {
                Ok(format!(
                    "{}={}",
                    vm.str(key)?,
                    vm.nested(|| vm.repr(value))?
                ))
            })
            .collect();
        vm.thread.in_repr.borrow_mut().pop();
        Ok(Some(format!("{name}({})", parts?.join(", "))))
    }

    fn compare(&self, vm: &Vm, _this: &Value, op: CompareOp, other: &Value) -> Res<Option<Value>> {
        let (Some(other), CompareOp::Eq | CompareOp::NotEq) = (other.downcast::<Namespace>(), op)
        else {
            return Ok(None);
        };
        let dicts = [&self.dict, &other.dict].map(|dict| Value::Dict(dict.clone()));
        let equal = vm.equal(&dicts[0], &dicts[1])?;
        Ok(Some(Value::bool(equal == (op == CompareOp::Eq))))
    }

    fn attributes(&self, _create: bool) -> Option<Ref<Dict>> {
        Some(self.dict.clone())
    }
}
