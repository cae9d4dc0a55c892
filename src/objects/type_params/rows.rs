//! The tables of the three kinds of type parameters: constructors, attributes, substitution.

use super::super::class::TypeDef;
use super::super::native::{GetterDef, NativeDef, getter, native};
use super::super::tuple::Tuple;
use super::super::value::Value;
use super::*;

/// The row of `TypeVar`.
pub const TYPE_VAR: TypeDef = TypeDef {
    weakly_referable: true,
    name: "TypeVar",
    module: "typing",
    doc: "Type variable.",
    new: Some(native(
        "__new__",
        "(name, *constraints, bound=None, default=typing.NoDefault, covariant=False, contravariant=False, infer_variance=False)",
        "Makes a type variable.",
        new_type_var,
    )),
    methods: &[
        HAS_DEFAULT,
        REDUCE,
        native(
            "__typing_subst__",
            "(arg, /)",
            "Checks what replaces it.",
            |vm, a| call_typing(vm, "_typevar_subst", &a[..2]),
        ),
        native(
            "__typing_prepare_subst__",
            "(alias, args, /)",
            "Completes type arguments by its default.",
            prepare_type_var,
        ),
        native(
            "__mro_entries__",
            "(bases, /)",
            "Refused: it is no class.",
            |vm, _| Err(vm.type_error("Cannot subclass an instance of TypeVar")),
        ),
    ],
    getters: &[
        super::super::root::DICT,
        NAME,
        BOUND,
        getter(
            "__constraints__",
            "The types that it may stand for.",
            |vm, this| {
                Ok(match of(vm, this)?.constraints.get(vm)? {
                    Value::Undef => vm.empty_tuple(),
                    value => value,
                })
            },
        ),
        DEFAULT,
        COVARIANT,
        CONTRAVARIANT,
        INFER,
    ],
    slots: &["__repr__", "__or__", "__ror__"],
    ..TypeDef::PLAIN
};

/// The row of `TypeVarTuple`.
pub const TYPE_VAR_TUPLE: TypeDef = TypeDef {
    weakly_referable: true,
    name: "TypeVarTuple",
    module: "typing",
    doc: "A type variable that stands for any number of types.",
    new: Some(native(
        "__new__",
        "(name, *, default=typing.NoDefault)",
        "Makes a type variable tuple.",
        |vm, a| {
            let default = a.get(2).and_then(Value::given).cloned();
            made(
                vm,
                "typevartuple",
                Kind::TypeVarTuple,
                &a[1],
                None,
                Vec::new(),
                default,
                Variance::default(),
            )
        },
    )),
    methods: &[
        HAS_DEFAULT,
        REDUCE,
        native(
            "__typing_subst__",
            "(arg, /)",
            "Refused: it must be unpacked.",
            |vm, _| Err(vm.type_error("Substitution of bare TypeVarTuple is not supported")),
        ),
        native(
            "__typing_prepare_subst__",
            "(alias, args, /)",
            "Gathers the type arguments that it stands for.",
            |vm, a| call_typing(vm, "_typevartuple_prepare_subst", &a[..3]),
        ),
        native(
            "__mro_entries__",
            "(bases, /)",
            "Refused: it is no class.",
            |vm, _| Err(vm.type_error("Cannot subclass an instance of TypeVarTuple")),
        ),
    ],
    getters: &[super::super::root::DICT, NAME, DEFAULT],
    slots: &["__repr__", "__iter__"],
    ..TypeDef::PLAIN
};

/// The row of `ParamSpec`.
pub const PARAM_SPEC: TypeDef = TypeDef {
    weakly_referable: true,
    name: "ParamSpec",
    module: "typing",
    doc: "A variable for the parameters of a function.",
    new: Some(native(
        "__new__",
        "(name, *, bound=None, default=typing.NoDefault, covariant=False, contravariant=False, infer_variance=False)",
        "Makes a parameter specification.",
        |vm, a| {
            let bound = a
                .get(2)
                .and_then(Value::given)
                .filter(|bound| !bound.is_none());
            let default = a.get(3).and_then(Value::given).cloned();
            let variance = variance(vm, a.get(4..).unwrap_or_default())?;
            made(
                vm,
                "paramspec",
                Kind::ParamSpec,
                &a[1],
                bound.cloned(),
                Vec::new(),
                default,
                variance,
            )
        },
    )),
    methods: &[
        HAS_DEFAULT,
        REDUCE,
        native(
            "__typing_subst__",
            "(arg, /)",
            "Checks what replaces it.",
            |vm, a| call_typing(vm, "_paramspec_subst", &a[..2]),
        ),
        native(
            "__typing_prepare_subst__",
            "(alias, args, /)",
            "Gathers the type arguments that it stands for.",
            |vm, a| call_typing(vm, "_paramspec_prepare_subst", &a[..3]),
        ),
        native(
            "__mro_entries__",
            "(bases, /)",
            "Refused: it is no class.",
            |vm, _| Err(vm.type_error("Cannot subclass an instance of ParamSpec")),
        ),
    ],
    getters: &[
        super::super::root::DICT,
        NAME,
        BOUND,
        DEFAULT,
        COVARIANT,
        CONTRAVARIANT,
        INFER,
        getter(
            "args",
            "What stands for the positional arguments.",
            |vm, this| {
                of(vm, this)?;
                Ok(parts::part(this.clone(), false))
            },
        ),
        getter(
            "kwargs",
            "What stands for the keyword arguments.",
            |vm, this| {
                of(vm, this)?;
                Ok(parts::part(this.clone(), true))
            },
        ),
    ],
    slots: &["__repr__", "__or__", "__ror__"],
    ..TypeDef::PLAIN
};

const HAS_DEFAULT: NativeDef = native("has_default", "()", "Whether it has a default.", |vm, a| {
    Ok(Value::bool(of(vm, &a[0])?.has_default(vm)))
});

const REDUCE: NativeDef = native("__reduce__", "()", "How a copy is made.", |vm, a| {
    Ok(of(vm, &a[0])?.name.clone())
});

const NAME: GetterDef = getter("__name__", "Its name.", |vm, this| {
    Ok(of(vm, this)?.name.clone())
});

const BOUND: GetterDef = getter("__bound__", "The type that it is bound to.", |vm, this| {
    Ok(match of(vm, this)?.bound.get(vm)? {
        Value::Undef => Value::None,
        value => value,
    })
});

const DEFAULT: GetterDef = getter(
    "__default__",
    "The type that it stands for by default.",
    |vm, this| of(vm, this)?.default_value(vm),
);

const COVARIANT: GetterDef = getter("__covariant__", "Whether it is covariant.", |vm, this| {
    Ok(Value::bool(of(vm, this)?.variance.covariant))
});

const CONTRAVARIANT: GetterDef = getter(
    "__contravariant__",
    "Whether it is contravariant.",
    |vm, this| Ok(Value::bool(of(vm, this)?.variance.contravariant)),
);

const INFER: GetterDef = getter(
    "__infer_variance__",
    "Whether type checkers find its variance out.",
    |vm, this| Ok(Value::bool(of(vm, this)?.variance.infer)),
);

fn of<'a>(vm: &Vm, value: &'a Value) -> Res<&'a Ref<TypeParam>> {
    value
        .downcast::<TypeParam>()
        .ok_or_else(|| vm.descriptor_error("typing.TypeVar", value))
}

/// The three keywords of variance, checked.
fn variance(vm: &Vm, given: &[Value]) -> Res<Variance> {
    let flag = |index: usize| match given.get(index).and_then(Value::given) {
        Some(value) => vm.truth(value),
        None => Ok(false),
    };
    let (covariant, contravariant, infer) = (flag(0)?, flag(1)?, flag(2)?);
    if covariant && contravariant {
        return Err(vm.value_error("Bivariant types are not supported."));
    }
    if infer && (covariant || contravariant) {
        return Err(vm.value_error("Variance cannot be specified with infer_variance."));
    }
    Ok(Variance {
        covariant,
        contravariant,
        infer,
    })
}

fn new_type_var(vm: &Vm, a: &[Value]) -> Res {
    let constraints = match a.get(2) {
        Some(Value::Tuple(constraints)) => constraints.items().to_vec(),
        _ => Vec::new(),
    };
    let bound = a
        .get(3)
        .and_then(Value::given)
        .filter(|bound| !bound.is_none());
    let default = a.get(4).and_then(Value::given).cloned();
    let variance = variance(vm, a.get(5..).unwrap_or_default())?;
    made(
        vm,
        "typevar",
        Kind::TypeVar,
        &a[1],
        bound.cloned(),
        constraints,
        default,
        variance,
    )
}

#[allow(clippy::too_many_arguments)]
fn made(
    vm: &Vm,
    called: &str,
    kind: Kind,
    name: &Value,
    bound: Option<Value>,
    constraints: Vec<Value>,
    default: Option<Value>,
    variance: Variance,
) -> Res {
    if !matches!(vm.unwrapped(name), Value::Str(_)) {
        let given = vm.class_name(name);
        return Err(vm.type_error(&format!(
            "{called}() argument 'name' must be str, not {given}"
        )));
    }
    let bound = match bound {
        Some(bound) => call_typing(
            vm,
            "_type_check",
            &[bound, Value::str("Bound must be a type.")],
        )?,
        None => Value::Undef,
    };
    if constraints.len() == 1 {
        return Err(vm.type_error("A single constraint is not allowed"));
    }
    if !constraints.is_empty() && !bound.is_undef() {
        return Err(vm.type_error("Constraints cannot be combined with bound=..."));
    }
    let constraints = match constraints.is_empty() {
        true => Value::Undef,
        false => Value::from(Tuple::new(constraints)),
    };
    let param = TypeParam {
        kind,
        name: name.clone(),
        bound: Lazy::known(bound),
        constraints: Lazy::known(constraints),
        default: Lazy::known(default.unwrap_or(Value::Undef)),
        variance,
        dict: CloneCell::new(None),
    };
    let dict = Dict::new();
    dict.set_name(&vm.names.__module__, calling_module(vm));
    param.dict.set(Some(dict));
    Ok(Value::from(Ref::new(param)))
}

/// `args` for the parameters of `alias`, with the default of a variable that they end before.
fn prepare_type_var(vm: &Vm, a: &[Value]) -> Res {
    let (this, alias, args) = (&a[0], &a[1], &a[2]);
    let params = vm.collect(&vm.get_attribute(alias, &vm.name("__parameters__"))?)?;
    let mut given = vm.collect(args)?;
    let Some(index) = params.iter().position(|param| param.is(this)) else {
        return Err(vm.value_error("sequence.index(x): x not in sequence"));
    };
    if index < given.len() {
        return Ok(args.clone());
    }
    let own = of(vm, this)?;
    if index > given.len() || !own.has_default(vm) {
        let (actual, least) = (given.len(), index + 1);
        return Err(vm.type_error(&format!(
            "Too few arguments for {}; actual {actual}, expected at least {least}",
            vm.str(alias)?
        )));
    }
    given.push(own.default_value(vm)?);
    Ok(Value::from(Tuple::new(given)))
}
