//! `P.args` and `P.kwargs` of a `ParamSpec`, and `NoDefault`.

use super::super::class::{Class, TypeDef};
use super::super::counted::Ref;
use super::super::native::{GetterDef, NativeDef, getter, native};
use super::super::object::Object;
use super::super::value::Value;
use super::{Classes, class};
use crate::interp::{Res, Vm};
use snakelet_grammar::ast::CompareOp;

/// One part of a `ParamSpec`.
struct Part {
    origin: Value,
    kwargs: bool,
}

const ORIGIN: GetterDef = getter("__origin__", "The ParamSpec.", |vm, this| {
    Ok(of(vm, this)?.origin.clone())
});

/// The row of `ParamSpecArgs`.
pub const ARGS: TypeDef = TypeDef {
    weakly_referable: true,
    name: "ParamSpecArgs",
    module: "typing",
    doc: "The positional arguments that a ParamSpec stands for.",
    new: Some(native(
        "__new__",
        "(origin)",
        "The args of a ParamSpec.",
        |_, a| Ok(part(a[1].clone(), false)),
    )),
    methods: &[refusal(
        "Cannot subclass an instance of ParamSpecArgs",
        |vm, _| Err(vm.type_error("Cannot subclass an instance of ParamSpecArgs")),
    )],
    getters: &[ORIGIN],
    slots: &["__repr__", "__eq__", "__ne__"],
    unhashable: true,
    ..TypeDef::PLAIN
};

/// The row of `ParamSpecKwargs`.
pub const KWARGS: TypeDef = TypeDef {
    weakly_referable: true,
    name: "ParamSpecKwargs",
    module: "typing",
    doc: "The keyword arguments that a ParamSpec stands for.",
    new: Some(native(
        "__new__",
        "(origin)",
        "The kwargs of a ParamSpec.",
        |_, a| Ok(part(a[1].clone(), true)),
    )),
    methods: &[refusal(
        "Cannot subclass an instance of ParamSpecKwargs",
        |vm, _| Err(vm.type_error("Cannot subclass an instance of ParamSpecKwargs")),
    )],
    getters: &[ORIGIN],
    slots: &["__repr__", "__eq__", "__ne__"],
    unhashable: true,
    ..TypeDef::PLAIN
};

const fn refusal(doc: &'static str, function: super::super::native::NativeFn) -> NativeDef {
    native("__mro_entries__", "(bases, /)", doc, function)
}

/// `origin.args` or `origin.kwargs`
pub fn part(origin: Value, kwargs: bool) -> Value {
    Value::from(Ref::new(Part { origin, kwargs }))
}

fn of<'a>(vm: &Vm, value: &'a Value) -> Res<&'a Ref<Part>> {
    value
        .downcast::<Part>()
        .ok_or_else(|| vm.descriptor_error("typing.ParamSpecArgs", value))
}

impl Object for Part {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        if self.kwargs {
            class(vm, |c| &c.kwargs, &KWARGS)
        } else {
            class(vm, |c| &c.args, &ARGS)
        }
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.origin);
    }

    /// A part never changes.
    fn clear(&self) {}

    fn repr(&self, vm: &Vm, _this: &Value) -> Res<Option<String>> {
        let origin = match self.origin.downcast::<super::TypeParam>() {
            Some(param) => vm.str(&param.name)?,
            None => vm.repr(&self.origin)?,
        };
        let part = if self.kwargs { "kwargs" } else { "args" };
        Ok(Some(format!("{origin}.{part}")))
    }

    fn compare(&self, vm: &Vm, _this: &Value, op: CompareOp, other: &Value) -> Res<Option<Value>> {
        let (Some(other), CompareOp::Eq | CompareOp::NotEq) = (other.downcast::<Part>(), op) else {
            return Ok(None);
        };
        if self.kwargs != other.kwargs {
            return Ok(None);
        }
        let equal = vm.equal(&self.origin, &other.origin)?;
        Ok(Some(Value::bool(equal == (op == CompareOp::Eq))))
    }
}

/// What stands for the absence of a default.
struct NoDefault;

/// The row of its class.
const NO_DEFAULT: TypeDef = TypeDef {
    name: "NoDefaultType",
    doc: "The type of NoDefault.",
    new: Some(native(
        "__new__",
        "(*args, **kwargs)",
        "Gives the one object.",
        |vm, a| {
            let given = |index: usize| match a.get(index) {
                Some(Value::Tuple(args)) => !args.items().is_empty(),
                Some(Value::Dict(keywords)) => !keywords.is_empty(),
                _ => false,
            };
            if given(1) || given(2) {
                return Err(vm.type_error("NoDefaultType takes no arguments"));
            }
            Ok(no_default(vm))
        },
    )),
    methods: &[native("__reduce__", "()", "How a copy is made.", |_, _| {
        Ok(Value::str("NoDefault"))
    })],
    slots: &["__repr__"],
    ..TypeDef::PLAIN
};

/// `typing.NoDefault`
pub fn no_default(vm: &Vm) -> Value {
    let classes = vm.extension::<Classes>();
    let make = || Value::from(Ref::new(NoDefault));
    classes.no_default_object.get_or_init(make).clone()
}

impl Object for NoDefault {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        class(vm, |c| &c.no_default, &NO_DEFAULT)
    }

    fn traverse(&self, _visit: &mut dyn FnMut(&Value)) {}

    fn clear(&self) {}

    fn repr(&self, _vm: &Vm, _this: &Value) -> Res<Option<String>> {
        Ok(Some("typing.NoDefault".to_owned()))
    }
}
