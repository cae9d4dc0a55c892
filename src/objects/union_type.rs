//! `X | Y` of classes: a union type. Parameterized classes are `generic_alias.rs`.

use super::class::{Class, TypeDef};
use super::counted::Ref;
use super::generic_alias::{self, GenericAlias};
use super::native::{getter, native};
use super::object::Object;
use super::tuple::Tuple;
use super::type_params::alias::TypeAlias;
use super::value::Value;
use crate::interp::{Res, Vm};
use snakelet_grammar::ast::{BinaryOp, CompareOp};

/// A union of classes and whatever else stands for a type.
pub struct UnionType {
    /// Its members, each once, without unions among them.
    members: Ref<Tuple>,
}

/// The row of `types.UnionType`.
pub const TYPE: TypeDef = TypeDef {
    name: "UnionType",
    module: "types",
    doc: "int | str: any of several types.",
    methods: &[
        native(
            "__instancecheck__",
            "(instance, /)",
            "Whether an object is an instance of a member.",
            |vm, a| check(vm, &a[0], &a[1], "isinstance", Vm::is_instance_of),
        ),
        native(
            "__subclasscheck__",
            "(subclass, /)",
            "Whether a class derives from a member.",
            |vm, a| check(vm, &a[0], &a[1], "issubclass", Vm::is_subclass_of),
        ),
    ],
    getters: &[
        getter("__args__", "The members.", |vm, this| {
            Ok(Value::Tuple(of(vm, this)?.members.clone()))
        }),
        getter(
            "__parameters__",
            "The type variables among the members.",
            |vm, this| generic_alias::parameters(vm, of(vm, this)?.members.items()),
        ),
    ],
    slots: &[
        "__or__",
        "__ror__",
        "__eq__",
        "__ne__",
        "__hash__",
        "__repr__",
        "__getitem__",
    ],
    ..TypeDef::PLAIN
};

fn of<'a>(vm: &Vm, value: &'a Value) -> Res<&'a Ref<UnionType>> {
    value
        .downcast::<UnionType>()
        .ok_or_else(|| vm.descriptor_error("types.UnionType", value))
}

/// What an operator gives for something that stands for a type: `|` a union, others nothing.
pub fn binary(
    vm: &Vm,
    this: &Value,
    op: BinaryOp,
    other: &Value,
    reflected: bool,
) -> Res<Option<Value>> {
    if op != BinaryOp::BitOr {
        return Ok(None);
    }
    let joined = if reflected {
        join(vm, other, this)?
    } else {
        join(vm, this, other)?
    };
    Ok(Some(joined).filter(|joined| !matches!(joined, Value::NotImplemented)))
}

/// `left | right` where one is a class; `NotImplemented` unless both stand for types.
pub fn join(vm: &Vm, left: &Value, right: &Value) -> Res {
    if !stands_for_type(left) || !stands_for_type(right) {
        return Ok(Value::NotImplemented);
    }
    let mut all = Vec::new();
    for side in [left, right] {
        match side.downcast::<UnionType>() {
            Some(union) => all.extend_from_slice(union.members.items()),
            None if side.is_none() => all.push(Value::Class(vm.types.none_type.clone())),
            None => all.push(side.clone()),
        }
    }
    from_members(vm, all)
}

/// The union of `all`; the member itself when there is one only.
pub fn from_members(vm: &Vm, all: Vec<Value>) -> Res {
    let mut members: Vec<Value> = Vec::new();
    for each in all {
        let mut known = false;
        for member in &members {
            let is_alias = |value: &Value| value.downcast::<GenericAlias>().is_some();
            let both = is_alias(member) && is_alias(&each);
            known = known || member.is(&each) || both && vm.equal(member, &each)?;
        }
        if !known {
            members.push(each);
        }
    }
    if let [one] = members.as_slice() {
        return Ok(one.clone());
    }
    Ok(Value::from(Ref::new(UnionType {
        members: Tuple::new(members),
    })))
}

/// The members of a union, if the value is one.
pub fn members(value: &Value) -> Option<&[Value]> {
    value
        .downcast::<UnionType>()
        .map(|union| union.members.items())
}

fn stands_for_type(value: &Value) -> bool {
    match value {
        Value::None | Value::Class(_) => true,
        other => {
            other.downcast::<UnionType>().is_some()
                || other.downcast::<GenericAlias>().is_some()
                || other.downcast::<TypeAlias>().is_some()
        }
    }
}

fn check(
    vm: &Vm,
    union: &Value,
    value: &Value,
    function: &str,
    test: fn(&Vm, &Value, &Value) -> Res<bool>,
) -> Res {
    let members = of(vm, union)?.members.clone();
    for member in members.items() {
        if member.downcast::<GenericAlias>().is_some() {
            return Err(vm.type_error(&format!(
                "{function}() argument 2 cannot be a parameterized generic"
            )));
        }
    }
    for member in members.items() {
        if test(vm, value, member)? {
            return Ok(Value::bool(true));
        }
    }
    Ok(Value::bool(false))
}

impl Object for UnionType {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.union_type.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&Value::Tuple(self.members.clone()));
    }

    /// A union never changes.
    fn clear(&self) {}

    fn repr(&self, vm: &Vm, _this: &Value) -> Res<Option<String>> {
        let members: Res<Vec<String>> = self
            .members
            .items()
            .iter()
            .map(|member| match member {
                Value::Class(class) if class.same(&vm.types.none_type) => Ok("None".to_owned()),
                member => generic_alias::repr_of_type(vm, member),
            })
            .collect();
        Ok(Some(members?.join(" | ")))
    }

    fn hash(&self, vm: &Vm, _this: &Value) -> Res<Option<i64>> {
        let mut hash = 0;
        for member in self.members.items() {
            hash ^= vm.hash(member)?.wrapping_mul(0x9E37_79B9);
        }
        Ok(Some(hash))
    }

    fn compare(&self, vm: &Vm, _this: &Value, op: CompareOp, other: &Value) -> Res<Option<Value>> {
        let (Some(other), CompareOp::Eq | CompareOp::NotEq) = (other.downcast::<UnionType>(), op)
        else {
            return Ok(None);
        };
        let mut equal = self.members.items().len() == other.members.items().len();
        for member in self.members.items() {
            let mut found = false;
            for each in other.members.items() {
                found = found || vm.equal(member, each)?;
            }
            equal = equal && found;
        }
        Ok(Some(Value::bool(equal == (op == CompareOp::Eq))))
    }

    fn binary(
        &self,
        vm: &Vm,
        this: &Value,
        op: BinaryOp,
        other: &Value,
        reflected: bool,
    ) -> Res<Option<Value>> {
        binary(vm, this, op, other, reflected)
    }

    fn get_item(&self, vm: &Vm, this: &Value, index: &Value) -> Res<Option<Value>> {
        let replaced = generic_alias::substitute(vm, this, self.members.items(), index)?;
        let mut joined: Option<Value> = None;
        for member in replaced {
            joined = Some(match joined {
                None => member,
                Some(left) => vm.binary(BinaryOp::BitOr, &left, &member)?,
            });
        }
        Ok(joined)
    }
}
