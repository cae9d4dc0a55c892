//! `list[int]`: a class with type arguments. It behaves as the class when called or asked for attributes.

use super::class::{Class, TypeDef};
use super::counted::{CloneCell, Ref};
use super::native::{NativeDef, getter, native};
use super::object::Object;
use super::str::Name;
use super::tuple::Tuple;
use super::type_params::TypeParam;
use super::value::Value;
use crate::interp::{Args, Res, Vm};
use snakelet_grammar::ast::{BinaryOp, CompareOp};

/// A class with type arguments.
pub struct GenericAlias {
    origin: Value,
    args: Ref<Tuple>,
    /// Whether it was unpacked: `*tuple[int, ...]`.
    starred: bool,
    /// The type variables among the arguments, once somebody has asked for them.
    parameters: CloneCell<Value>,
}

impl GenericAlias {
    fn make(origin: Value, args: Ref<Tuple>, starred: bool) -> Value {
        Value::from(Ref::new(GenericAlias {
            origin,
            args,
            starred,
            parameters: CloneCell::new(Value::Undef),
        }))
    }

    fn parameters(&self, vm: &Vm) -> Res {
        let known = self.parameters.get();
        if !known.is_undef() {
            return Ok(known);
        }
        let found = parameters(vm, self.args.items())?;
        self.parameters.set(found.clone());
        Ok(found)
    }
}

/// The row of `types.GenericAlias`.
pub const TYPE: TypeDef = TypeDef {
    weakly_referable: true,
    name: "GenericAlias",
    module: "types",
    doc: "A class with type arguments.",
    new: Some(native(
        "__new__",
        "(origin, args, /)",
        "origin[args]",
        |_, a| Ok(of_class(a[1].clone(), &a[2])),
    )),
    methods: &[
        super::copying::reduce(|vm, a| {
            let alias = of(vm, &a[0])?;
            let class = Value::Class(vm.types.generic_alias.clone());
            let arguments = vec![alias.origin.clone(), Value::Tuple(alias.args.clone())];
            if alias.starred {
                // The starred alias is what iterating over the plain one gives.
                let plain = vm.call_with(&class, &arguments)?;
                return super::copying::by_builtin(vm, "next", vec![vm.iter(&plain)?], None);
            }
            Ok(super::copying::parts(class, arguments, None))
        }),
        native(
            "__mro_entries__",
            "(object, /)",
            "The classes that stand for it among bases.",
            |vm, a| Ok(Value::from(Tuple::new(vec![of(vm, &a[0])?.origin.clone()]))),
        ),
        native(
            "__instancecheck__",
            "(object, /)",
            "Refused: arguments are not checked.",
            |vm, _| Err(vm.type_error("isinstance() argument 2 cannot be a parameterized generic")),
        ),
        native(
            "__subclasscheck__",
            "(object, /)",
            "Refused: arguments are not checked.",
            |vm, _| Err(vm.type_error("issubclass() argument 2 cannot be a parameterized generic")),
        ),
    ],
    getters: &[
        getter("__origin__", "The class.", |vm, this| {
            Ok(of(vm, this)?.origin.clone())
        }),
        getter("__args__", "The type arguments.", |vm, this| {
            Ok(Value::Tuple(of(vm, this)?.args.clone()))
        }),
        getter(
            "__parameters__",
            "The type variables among the arguments.",
            |vm, this| of(vm, this)?.parameters(vm),
        ),
        getter(
            "__typing_unpacked_tuple_args__",
            "The items of an unpacked tuple type.",
            |vm, this| {
                let alias = of(vm, this)?;
                let of_tuple = alias.origin.is(&Value::Class(vm.types.tuple.clone()));
                Ok(match alias.starred && of_tuple {
                    true => Value::Tuple(alias.args.clone()),
                    false => Value::None,
                })
            },
        ),
        getter("__unpacked__", "Whether it was unpacked.", |vm, this| {
            Ok(Value::bool(of(vm, this)?.starred))
        }),
    ],
    slots: &[
        "__call__",
        "__eq__",
        "__ne__",
        "__getitem__",
        "__hash__",
        "__iter__",
        "__or__",
        "__ror__",
        "__repr__",
    ],
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row that makes a built-in class generic.
pub const CLASS_GETITEM: NativeDef = native(
    "__class_getitem__",
    "(object, /)",
    "A class with type arguments.",
    |_, a| Ok(of_class(a[0].clone(), &a[1])),
);

/// `origin[item]`
pub fn of_class(origin: Value, item: &Value) -> Value {
    let args = match item {
        Value::Tuple(args) => args.clone(),
        one => Tuple::new(vec![one.clone()]),
    };
    GenericAlias::make(origin, args, false)
}

fn of(vm: &Vm, value: &Value) -> Res<Ref<GenericAlias>> {
    vm.unwrapped(value)
        .downcast::<GenericAlias>()
        .cloned()
        .ok_or_else(|| vm.descriptor_error("types.GenericAlias", value))
}

/// How a type is shown inside another: a class by its name, anything else by its `repr`.
pub fn repr_of_type(vm: &Vm, value: &Value) -> Res<String> {
    match value {
        Value::Ellipsis => Ok("...".to_owned()),
        // A metaclass of a script may have a say.
        Value::Class(class) if vm.class_of(value).def().is_some() => Ok(class.full_name(vm)),
        Value::List(list) => {
            let items: Res<Vec<String>> = list
                .to_vec()
                .iter()
                .map(|item| repr_of_type(vm, item))
                .collect();
            Ok(format!("[{}]", items?.join(", ")))
        }
        value => {
            let names = &vm.names;
            // What has an origin and arguments shows them itself.
            let own = [vm.name("__origin__"), vm.name("__args__")];
            let mut is_alias = true;
            for name in &own {
                is_alias = is_alias && vm.get_attribute_opt(value, name)?.is_some();
            }
            if is_alias {
                return vm.repr(value);
            }
            let parts = [names.__qualname__.clone(), names.__module__.clone()];
            let parts = parts.map(|name| vm.get_attribute_opt(value, &name));
            match parts {
                [Ok(Some(qualname)), Ok(Some(module))] if !module.is_none() => {
                    let (qualname, module) = (vm.str(&qualname)?, vm.str(&module)?);
                    Ok(match module.as_str() {
                        "builtins" => qualname,
                        _ => format!("{module}.{qualname}"),
                    })
                }
                [Err(raised), _] | [_, Err(raised)] => Err(raised),
                _ => vm.repr(value),
            }
        }
    }
}

/// The type variables among type arguments, each once, as a tuple.
pub fn parameters(vm: &Vm, args: &[Value]) -> Res {
    let mut found: Vec<Value> = Vec::new();
    let mut add = |value: &Value| {
        if !found.iter().any(|each| each.is(value)) {
            found.push(value.clone());
        }
    };
    for arg in args {
        if matches!(arg, Value::Class(_)) {
            continue;
        }
        let is_variable = vm
            .get_attribute_opt(arg, &vm.name("__typing_subst__"))?
            .is_some();
        if is_variable {
            add(arg);
            continue;
        }
        let name = vm.name("__parameters__");
        let inner = vm.nested_while("", || vm.get_attribute_opt(arg, &name))?;
        if let Some(Value::Tuple(inner)) = inner {
            inner.items().iter().for_each(&mut add);
        }
    }
    Ok(Value::from(Tuple::new(found)))
}

/// `args` with their type variables replaced by the items of `index`, in order.
pub fn substitute(vm: &Vm, this: &Value, args: &[Value], index: &Value) -> Res<Vec<Value>> {
    let Value::Tuple(variables) = parameters(vm, args)? else {
        return Ok(args.to_vec());
    };
    let variables = variables.items();
    if variables.is_empty() {
        return Err(vm.type_error(&format!("{} is not a generic class", vm.repr(this)?)));
    }
    let mut given = unpacked_arguments(vm, index)?;
    for variable in variables {
        let prepare = vm.get_attribute_opt(variable, &vm.name("__typing_prepare_subst__"))?;
        if let Some(prepare) = prepare.filter(|prepare| !prepare.is_none()) {
            let args = Value::from(Tuple::new(given));
            given = match vm.call_with(&prepare, &[this.clone(), args])? {
                Value::Tuple(prepared) => prepared.items().to_vec(),
                one => vec![one],
            };
        }
    }
    let (wanted, count) = (variables.len(), given.len());
    if wanted != count {
        let many = if count > wanted { "many" } else { "few" };
        return Err(vm.type_error(&format!(
            "Too {many} arguments for {}; actual {count}, expected {wanted}",
            vm.repr(this)?
        )));
    }
    let replacement = |variable: &Value| {
        let place = variables.iter().position(|each| each.is(variable))?;
        Some(given[place].clone())
    };
    let mut replaced = Vec::new();
    for arg in args {
        if matches!(arg, Value::Class(_)) {
            replaced.push(arg.clone());
            continue;
        }
        let substitute = vm.get_attribute_opt(arg, &vm.name("__typing_subst__"))?;
        let new = match (substitute, replacement(arg)) {
            (Some(substitute), Some(value)) => vm.call_with(&substitute, &[value])?,
            _ => substituted_inside(vm, arg, replacement)?,
        };
        let is_unpacked =
            match vm.get_attribute_opt(arg, &vm.name("__typing_is_unpacked_typevartuple__"))? {
                Some(answer) => vm.truth(&answer)?,
                None => false,
            };
        match new {
            Value::Tuple(all) if is_unpacked => replaced.extend_from_slice(all.items()),
            one => replaced.push(one),
        }
    }
    Ok(replaced)
}

/// Type arguments with unpacked tuples of a known length replaced by their items.
fn unpacked_arguments(vm: &Vm, index: &Value) -> Res<Vec<Value>> {
    let given = match index {
        Value::Tuple(items) => items.items(),
        one => std::slice::from_ref(one),
    };
    let mut all = Vec::with_capacity(given.len());
    for arg in given {
        let inner = match arg {
            Value::Class(_) => None,
            arg => vm.get_attribute_opt(arg, &vm.name("__typing_unpacked_tuple_args__"))?,
        };
        match inner {
            Some(Value::Tuple(items)) if !matches!(items.items().last(), Some(Value::Ellipsis)) => {
                all.extend_from_slice(items.items());
            }
            _ => all.push(arg.clone()),
        }
    }
    Ok(all)
}

/// A type argument that is itself generic, with the variables in it replaced.
fn substituted_inside(vm: &Vm, arg: &Value, replacement: impl Fn(&Value) -> Option<Value>) -> Res {
    let inner = match vm.get_attribute_opt(arg, &vm.name("__parameters__"))? {
        Some(Value::Tuple(inner)) if !inner.items().is_empty() => inner,
        _ => return Ok(arg.clone()),
    };
    let mut items = Vec::new();
    for variable in inner.items() {
        match replacement(variable) {
            Some(Value::Tuple(several))
                if variable
                    .downcast::<TypeParam>()
                    .is_some_and(|param| param.is_several()) =>
            {
                items.extend_from_slice(several.items());
            }
            Some(one) => items.push(one),
            None => items.push(variable.clone()),
        }
    }
    let items = Value::from(Tuple::new(items));
    vm.nested_while("", || vm.get_item(arg, &items))
}

/// Attributes of the alias itself; all others are the class's.
const OWN: &[&str] = &[
    "__class__",
    "__origin__",
    "__args__",
    "__parameters__",
    "__unpacked__",
    "__typing_unpacked_tuple_args__",
    "__mro_entries__",
    "__instancecheck__",
    "__subclasscheck__",
    "__reduce_ex__",
    "__reduce__",
    "__copy__",
    "__deepcopy__",
];

impl Object for GenericAlias {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.generic_alias.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.origin);
        visit(&Value::Tuple(self.args.clone()));
        visit(&self.parameters.get());
    }

    fn clear(&self) {
        self.parameters.take().discard();
    }

    fn repr(&self, vm: &Vm, _this: &Value) -> Res<Option<String>> {
        let args: Res<Vec<String>> = self
            .args
            .items()
            .iter()
            .map(|arg| repr_of_type(vm, arg))
            .collect();
        let args = match args?.join(", ") {
            none if none.is_empty() => "()".to_owned(),
            some => some,
        };
        let star = if self.starred { "*" } else { "" };
        Ok(Some(format!(
            "{star}{}[{args}]",
            repr_of_type(vm, &self.origin)?
        )))
    }

    fn hash(&self, vm: &Vm, _this: &Value) -> Res<Option<i64>> {
        let args = vm.hash(&Value::Tuple(self.args.clone()))?;
        Ok(Some(vm.hash(&self.origin)? ^ args))
    }

    fn compare(&self, vm: &Vm, _this: &Value, op: CompareOp, other: &Value) -> Res<Option<Value>> {
        let (Some(other), CompareOp::Eq | CompareOp::NotEq) =
            (other.downcast::<GenericAlias>(), op)
        else {
            return Ok(None);
        };
        let args = [&self.args, &other.args].map(|args| Value::Tuple(args.clone()));
        let equal = self.starred == other.starred
            && vm.equal(&self.origin, &other.origin)?
            && vm.equal(&args[0], &args[1])?;
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
        super::union_type::binary(vm, this, op, other, reflected)
    }

    fn get_item(&self, vm: &Vm, this: &Value, index: &Value) -> Res<Option<Value>> {
        let args = substitute(vm, this, self.args.items(), index)?;
        let args = Tuple::new(args);
        Ok(Some(GenericAlias::make(
            self.origin.clone(),
            args,
            self.starred,
        )))
    }

    /// `*alias` among type arguments gives the starred form once.
    fn iter(&self, vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        let starred = GenericAlias::make(self.origin.clone(), self.args.clone(), true);
        vm.iter(&Value::from(Tuple::new(vec![starred]))).map(Some)
    }

    fn is_callable(&self) -> bool {
        true
    }

    fn call(&self, vm: &Vm, this: &Value, args: Args<'_>) -> Res {
        let made = vm.call(&self.origin, args)?;
        if matches!(made, Value::Instance(_)) {
            let name = vm.name("__orig_class__");
            if let Err(raised) = vm.set_attribute(&made, &name, this.clone()) {
                vm.catch(raised, &vm.types.attribute_error)?;
            }
        }
        Ok(made)
    }

    fn get_attribute(&self, vm: &Vm, _this: &Value, name: &Name) -> Res<Option<Value>> {
        if name.as_str().is_some_and(|name| OWN.contains(&name)) {
            return Ok(None);
        }
        vm.get_attribute(&self.origin, name).map(Some)
    }
}
