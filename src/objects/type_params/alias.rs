//! `TypeAliasType`: what a `type` statement makes. Its value is computed when somebody asks for it.

use super::super::class::{Class, TypeDef};
use super::super::counted::Ref;
use super::super::native::{getter, native};
use super::super::object::Object;
use super::super::str::Name;
use super::super::value::Value;
use super::{Lazy, calling_module, class, unpacked};
use crate::interp::{Res, Vm};
use snakelet_grammar::ast::BinaryOp;

/// An alias.
pub struct TypeAlias {
    name: Value,
    /// A tuple, or `Undef` when the alias is not generic.
    params: Value,
    value: Lazy,
    /// The module that defines it; `Undef`: that of the function that computes the value.
    module: Value,
}

/// The row of `TypeAliasType`.
pub const TYPE: TypeDef = TypeDef {
    name: "TypeAliasType",
    module: "typing",
    doc: "Type alias.",
    new: Some(native(
        "__new__",
        "(name, value, *, type_params=())",
        "Makes a type alias.",
        new,
    )),
    methods: &[native(
        "__reduce__",
        "()",
        "How a copy is made.",
        |vm, a| Ok(of(vm, &a[0])?.name.clone()),
    )],
    getters: &[
        getter("__name__", "Its name.", |vm, this| {
            Ok(of(vm, this)?.name.clone())
        }),
        getter("__value__", "What it stands for.", |vm, this| {
            of(vm, this)?.value.get(vm)
        }),
        getter("__type_params__", "Its type parameters.", |vm, this| {
            Ok(of(vm, this)?.params_or_empty(vm))
        }),
        getter(
            "__parameters__",
            "Its type parameters, unpacked.",
            |vm, this| unpacked(vm, &of(vm, this)?.params_or_empty(vm)),
        ),
        getter(
            "__module__",
            "The name of the module that defines it.",
            |vm, this| {
                let alias = of(vm, this)?;
                if let Value::Function(function) = alias.value.function.get() {
                    return vm.get_attribute(&Value::Function(function), &vm.names.__module__);
                }
                Ok(alias.module.clone())
            },
        ),
    ],
    slots: &["__repr__", "__or__", "__ror__", "__getitem__"],
    ..TypeDef::PLAIN
};

/// What the statement `type name = …` makes; `value` is a function, `params` a tuple or `Undef`.
pub fn from_syntax(name: &Name, value: Value, params: Value) -> Value {
    let module = match &value {
        Value::Function(function) => function.module(),
        _ => Value::None,
    };
    Value::from(Ref::new(TypeAlias {
        name: Value::Str(name.clone()),
        params,
        value: Lazy::computed_by(Some(value)),
        module,
    }))
}

fn new(vm: &Vm, a: &[Value]) -> Res {
    if !matches!(vm.unwrapped(&a[1]), Value::Str(_)) {
        let given = vm.class_name(&a[1]);
        return Err(vm.type_error(&format!(
            "typealias() argument 'name' must be str, not {given}"
        )));
    }
    let params = match a.get(3).and_then(Value::given) {
        None => Value::Undef,
        Some(tuple @ Value::Tuple(params)) => match params.items().is_empty() {
            true => Value::Undef,
            false => tuple.clone(),
        },
        Some(_) => return Err(vm.type_error("type_params must be a tuple")),
    };
    Ok(Value::from(Ref::new(TypeAlias {
        name: a[1].clone(),
        params,
        value: Lazy::known(a[2].clone()),
        module: calling_module(vm),
    })))
}

fn of<'a>(vm: &Vm, value: &'a Value) -> Res<&'a Ref<TypeAlias>> {
    value
        .downcast::<TypeAlias>()
        .ok_or_else(|| vm.descriptor_error("typing.TypeAliasType", value))
}

impl TypeAlias {
    fn params_or_empty(&self, vm: &Vm) -> Value {
        self.params
            .given()
            .cloned()
            .unwrap_or_else(|| vm.empty_tuple())
    }
}

impl Object for TypeAlias {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        class(vm, |c| &c.alias, &TYPE)
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.params);
        self.value.traverse(visit);
    }

    fn clear(&self) {
        self.value.clear();
    }

    fn repr(&self, vm: &Vm, _this: &Value) -> Res<Option<String>> {
        vm.str(&self.name).map(Some)
    }

    fn binary(
        &self,
        vm: &Vm,
        this: &Value,
        op: BinaryOp,
        other: &Value,
        reflected: bool,
    ) -> Res<Option<Value>> {
        super::super::union_type::binary(vm, this, op, other, reflected)
    }

    fn get_item(&self, vm: &Vm, this: &Value, index: &Value) -> Res<Option<Value>> {
        if self.params.is_undef() {
            return Err(vm.type_error("Only generic type aliases are subscriptable"));
        }
        Ok(Some(super::super::generic_alias::of_class(
            this.clone(),
            index,
        )))
    }
}
