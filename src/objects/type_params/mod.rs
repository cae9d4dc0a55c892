//! Type parameters: `TypeVar`, `TypeVarTuple` and `ParamSpec`, made by `typing` or by the syntax `[T: bound = default]`.
//! Aliases made by `type` are `alias.rs`, `Generic` is `generic.rs`. What only checks and formats is Python code in `typing`.

pub mod alias;
pub mod generic;
mod parts;
mod rows;

pub use parts::no_default;

use super::class::{Class, TypeDef};
use super::counted::{CloneCell, Ref};
use super::dict::Dict;
use super::object::Object;
use super::str::Name;
use super::tuple::Tuple;
use super::value::Value;
use crate::interp::{Res, Vm};
use snakelet_grammar::ast::BinaryOp;
use std::cell::OnceCell;

/// The kinds of type parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `T`
    TypeVar,
    /// `T: (A, B)`
    ConstrainedTypeVar,
    /// `*Ts`
    TypeVarTuple,
    /// `**P`
    ParamSpec,
}

/// A value that may be computed when it is first asked for.
#[derive(Default)]
pub struct Lazy {
    /// The value; `Undef`: there is none, or it is not computed yet.
    value: CloneCell<Value>,
    /// The function that computes it.
    function: CloneCell<Value>,
}

impl Lazy {
    fn known(value: Value) -> Lazy {
        let lazy = Lazy::default();
        lazy.value.set(value);
        lazy
    }

    fn computed_by(function: Option<Value>) -> Lazy {
        let lazy = Lazy::default();
        lazy.function.set(function.unwrap_or(Value::Undef));
        lazy
    }

    /// The value, computed now if need be; `Undef` when there is none.
    fn get(&self, vm: &Vm) -> Res {
        let (value, function) = (self.value.get(), self.function.get());
        if !value.is_undef() || function.is_undef() {
            return Ok(value);
        }
        let computed = vm.nested(|| vm.call_with(&function, &[]))?;
        self.value.set(computed.clone());
        self.function.set(Value::Undef);
        Ok(computed)
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.value.get());
        visit(&self.function.get());
    }

    fn clear(&self) {
        self.value.take().discard();
        self.function.take().discard();
    }
}

/// How a type variable varies with the type that it stands in.
#[derive(Clone, Copy, Default)]
pub struct Variance {
    covariant: bool,
    contravariant: bool,
    infer: bool,
}

/// A type parameter.
pub struct TypeParam {
    kind: Kind,
    name: Value,
    bound: Lazy,
    constraints: Lazy,
    default: Lazy,
    variance: Variance,
    dict: CloneCell<Option<Ref<Dict>>>,
}

/// A type parameter of a definition. `bound` and `default` are functions.
pub fn from_syntax(kind: Kind, name: &Name, bound: Option<Value>, default: Option<Value>) -> Value {
    let (bound, constraints) = match kind {
        Kind::ConstrainedTypeVar => (None, bound),
        Kind::TypeVar | Kind::TypeVarTuple | Kind::ParamSpec => (bound, None),
    };
    Value::from(Ref::new(TypeParam {
        kind,
        name: Value::Str(name.clone()),
        bound: Lazy::computed_by(bound),
        constraints: Lazy::computed_by(constraints),
        default: Lazy::computed_by(default),
        variance: Variance {
            infer: true,
            ..Variance::default()
        },
        dict: CloneCell::new(None),
    }))
}

/// The classes of this folder, made when first needed.
#[derive(Default)]
struct Classes {
    type_var: OnceCell<Ref<Class>>,
    type_var_tuple: OnceCell<Ref<Class>>,
    param_spec: OnceCell<Ref<Class>>,
    args: OnceCell<Ref<Class>>,
    kwargs: OnceCell<Ref<Class>>,
    alias: OnceCell<Ref<Class>>,
    no_default: OnceCell<Ref<Class>>,
    no_default_object: OnceCell<Value>,
    generic: OnceCell<Ref<Class>>,
}

fn class(
    vm: &Vm,
    cell: impl Fn(&Classes) -> &OnceCell<Ref<Class>>,
    def: &'static TypeDef,
) -> Ref<Class> {
    let classes = vm.extension::<Classes>();
    let make = || {
        let class = Class::builtin(vm.name(def.name), def, Some(&vm.types.object));
        // Objects without a module of their own find that of the class.
        if def.module == "typing" && !def.getters.iter().any(|row| row.name == "__module__") {
            class
                .dict(vm)
                .set_name(&vm.names.__module__, Value::str(def.module));
        }
        class
    };
    cell(&classes).get_or_init(make).clone()
}

/// The names that `_typing` offers, with what they mean.
pub fn exported(vm: &Vm) -> Vec<(&'static str, Value)> {
    vec![
        (
            "TypeVar",
            Value::Class(class(vm, |c| &c.type_var, &rows::TYPE_VAR)),
        ),
        (
            "TypeVarTuple",
            Value::Class(class(vm, |c| &c.type_var_tuple, &rows::TYPE_VAR_TUPLE)),
        ),
        (
            "ParamSpec",
            Value::Class(class(vm, |c| &c.param_spec, &rows::PARAM_SPEC)),
        ),
        (
            "ParamSpecArgs",
            Value::Class(class(vm, |c| &c.args, &parts::ARGS)),
        ),
        (
            "ParamSpecKwargs",
            Value::Class(class(vm, |c| &c.kwargs, &parts::KWARGS)),
        ),
        (
            "TypeAliasType",
            Value::Class(class(vm, |c| &c.alias, &alias::TYPE)),
        ),
        ("Generic", Value::Class(generic::class(vm))),
        ("NoDefault", no_default(vm)),
    ]
}

/// A function of the module `typing`, called.
fn call_typing(vm: &Vm, function: &str, args: &[Value]) -> Res {
    let module = vm.import("typing", 0)?;
    let function = vm.get_attribute(&module, &vm.name(function))?;
    vm.call_with(&function, args)
}

/// The name of the module whose code runs.
fn calling_module(vm: &Vm) -> Value {
    let globals = vm.current_globals();
    let name = globals.and_then(|globals| globals.get_name(&vm.names.__name__));
    name.unwrap_or(Value::None)
}

/// A tuple of type parameters with those that stand for several unpacked.
fn unpacked(vm: &Vm, params: &Value) -> Res {
    let Value::Tuple(params) = params else {
        return Ok(params.clone());
    };
    let mut all = Vec::new();
    for param in params.items() {
        match param.downcast::<TypeParam>() {
            Some(own) if own.kind == Kind::TypeVarTuple => all.extend(vm.collect(param)?),
            _ => all.push(param.clone()),
        }
    }
    Ok(Value::from(Tuple::new(all)))
}

impl TypeParam {
    /// Whether it stands for any number of types.
    pub fn is_several(&self) -> bool {
        self.kind == Kind::TypeVarTuple
    }

    fn default_value(&self, vm: &Vm) -> Res {
        Ok(match self.default.get(vm)? {
            Value::Undef => no_default(vm),
            value => value,
        })
    }

    fn has_default(&self, vm: &Vm) -> bool {
        let (value, function) = (self.default.value.get(), self.default.function.get());
        !function.is_undef() || !(value.is_undef() || value.is(&no_default(vm)))
    }
}

impl Object for TypeParam {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        match self.kind {
            Kind::TypeVar | Kind::ConstrainedTypeVar => class(vm, |c| &c.type_var, &rows::TYPE_VAR),
            Kind::TypeVarTuple => class(vm, |c| &c.type_var_tuple, &rows::TYPE_VAR_TUPLE),
            Kind::ParamSpec => class(vm, |c| &c.param_spec, &rows::PARAM_SPEC),
        }
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        [&self.bound, &self.constraints, &self.default]
            .into_iter()
            .for_each(|lazy| lazy.traverse(visit));
        if let Some(dict) = self.dict.get() {
            visit(&Value::Dict(dict));
        }
    }

    fn clear(&self) {
        self.bound.clear();
        self.constraints.clear();
        self.default.clear();
        drop(self.dict.take());
    }

    fn repr(&self, vm: &Vm, _this: &Value) -> Res<Option<String>> {
        let name = vm.str(&self.name)?;
        let Variance {
            covariant,
            contravariant,
            infer,
        } = self.variance;
        let sign = match self.kind {
            Kind::TypeVarTuple => "",
            _ if infer => "",
            _ if covariant => "+",
            _ if contravariant => "-",
            _ => "~",
        };
        Ok(Some(format!("{sign}{name}")))
    }

    fn binary(
        &self,
        vm: &Vm,
        this: &Value,
        op: BinaryOp,
        other: &Value,
        reflected: bool,
    ) -> Res<Option<Value>> {
        if op != BinaryOp::BitOr || self.kind == Kind::TypeVarTuple {
            return Ok(None);
        }
        let sides = if reflected {
            [other, this]
        } else {
            [this, other]
        };
        call_typing(vm, "_make_union", &sides.map(Value::clone)).map(Some)
    }

    /// A parameter that stands for several types can be unpacked among type arguments.
    fn iter(&self, vm: &Vm, this: &Value) -> Res<Option<Value>> {
        if self.kind != Kind::TypeVarTuple {
            return Ok(None);
        }
        let unpack = vm.get_attribute(&vm.import("typing", 0)?, &vm.name("Unpack"))?;
        let one = vm.get_item(&unpack, this)?;
        vm.iter(&Value::from(Tuple::new(vec![one]))).map(Some)
    }

    fn attributes(&self, create: bool) -> Option<Ref<Dict>> {
        if create && self.dict.get().is_none() {
            self.dict.set(Some(Dict::new()));
        }
        self.dict.get()
    }
}
