//! What scripts see of contexts and context variables: `Context`, `ContextVar`, `Token`.

use super::Asyncio;
use super::context::{self, Context};
use crate::interp::{Args, Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::Ref;
use crate::objects::generic_alias::CLASS_GETITEM;
use crate::objects::native::{getter, native};
use crate::objects::object::Object;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use snakelet_grammar::ast::CompareOp;
use std::cell::Cell;

/// The row of `Context`.
pub const CONTEXT: TypeDef = TypeDef {
    weakly_referable: true,
    name: "Context",
    module: "_contextvars",
    doc: "The values of context variables.",
    new: Some(native(
        "__new__",
        "(*args, **kwargs)",
        "An empty context.",
        |vm, a| match (positional(&a[1]), keyword_count(a.get(2))) {
            ([], 0) => Ok(Value::from(Ref::new(Context::default()))),
            _ => Err(vm.type_error("Context() does not accept any arguments")),
        },
    )),
    methods: &[
        native("run", "(*args, **kwargs)", "Call in this context.", run),
        native("copy", "()", "A copy of the context.", |vm, a| {
            Ok(Value::from(context_of(vm, &a[0])?.copy()))
        }),
        native(
            "get",
            "(key, default=None, /)",
            "The value of a variable, or the default.",
            |vm, a| {
                let context = context_of(vm, &a[0])?;
                let found = context.get(variable_argument(vm, &a[1])?);
                let default = || {
                    a.get(2)
                        .and_then(Value::given)
                        .cloned()
                        .unwrap_or(Value::None)
                };
                Ok(found.unwrap_or_else(default))
            },
        ),
        native("keys", "()", "The variables that are set.", |vm, a| {
            listed(vm, &a[0], |(variable, _)| variable)
        }),
        native("values", "()", "Their values.", |vm, a| {
            listed(vm, &a[0], |(_, value)| value)
        }),
        native(
            "items",
            "()",
            "The variables with their values.",
            |vm, a| {
                listed(vm, &a[0], |(variable, value)| {
                    Value::from(Tuple::new(vec![variable, value]))
                })
            },
        ),
    ],
    slots: &[
        "__getitem__",
        "__contains__",
        "__len__",
        "__iter__",
        "__eq__",
    ],
    unhashable: true,
    ..TypeDef::PLAIN
};

/// What `*args` gives.
fn positional(args: &Value) -> &[Value] {
    match args {
        Value::Tuple(args) => args.items(),
        _ => &[],
    }
}

/// How many there are of what `**kwargs` gives.
fn keyword_count(keywords: Option<&Value>) -> usize {
    match keywords {
        Some(Value::Dict(keywords)) => keywords.len(),
        _ => 0,
    }
}

fn listed(vm: &Vm, context: &Value, show: fn((Value, Value)) -> Value) -> Res {
    let entries = context_of(vm, context)?.entries();
    Ok(Value::from(Tuple::new(
        entries.into_iter().map(show).collect(),
    )))
}

fn context_of(vm: &Vm, value: &Value) -> Res<Ref<Context>> {
    match value.downcast::<Context>() {
        Some(context) => Ok(context.clone()),
        None => Err(vm.descriptor_error("Context", value)),
    }
}

/// The variable that an argument is.
pub fn variable_argument<'a>(vm: &Vm, value: &'a Value) -> Res<&'a Value> {
    if value.downcast::<ContextVar>().is_some() {
        return Ok(value);
    }
    let shown = vm.repr(value)?;
    Err(vm.type_error(&format!("a ContextVar key was expected, got {shown}")))
}

fn run(vm: &Vm, a: &[Value]) -> Res {
    let context = context_of(vm, &a[0])?;
    let [callable, rest @ ..] = positional(&a[1]) else {
        return Err(vm.type_error("run() missing 1 required positional argument"));
    };
    if context.enter() {
        let shown = vm.repr(&a[0])?;
        let message = format!("cannot enter context: {shown} is already entered");
        return Err(vm.runtime_error(&message));
    }
    let mut values = rest.to_vec();
    let mut names = Vec::new();
    if let Some(Value::Dict(keywords)) = a.get(2) {
        for (key, value) in keywords.entries() {
            if let Value::Str(key) = key {
                names.push(vm.names.intern_str(&key));
                values.push(value);
            }
        }
    }
    let args = Args {
        values: &values,
        names: &names,
    };
    let shared = Asyncio::of(vm).shared.clone();
    let result = context::run_in(&shared, Some(context.clone()), || vm.call(callable, args)).0;
    context.leave();
    result
}

/// A context variable.
pub struct ContextVar {
    name: Value,
    default: Value,
}

impl Object for ContextVar {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        Asyncio::of(vm).types(vm).context_var.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.default);
    }

    /// A variable never changes.
    fn clear(&self) {}

    fn repr(&self, vm: &Vm, this: &Value) -> Res<Option<String>> {
        let default = match self.default.given() {
            Some(default) => format!(" default={}", vm.repr(default)?),
            None => String::new(),
        };
        let (name, address) = (vm.repr(&self.name)?, this.address().unwrap_or(0));
        Ok(Some(format!(
            "<ContextVar name={name}{default} at 0x{address:x}>"
        )))
    }
}

/// The row of `ContextVar`.
pub const CONTEXT_VAR: TypeDef = TypeDef {
    name: "ContextVar",
    module: "_contextvars",
    doc: "A variable whose value belongs to a context.",
    new: Some(native(
        "__new__",
        "(*args, **kwargs)",
        "Make a variable.",
        new_variable,
    )),
    methods: &[
        native(
            "get",
            "(default=<unrepresentable>, /)",
            "Its value in the current context.",
            get,
        ),
        native(
            "set",
            "(value, /)",
            "Set its value in the current context.",
            set,
        ),
        native(
            "reset",
            "(token, /)",
            "Take back what gave the token.",
            reset,
        ),
    ],
    class_methods: &[CLASS_GETITEM],
    getters: &[getter("name", "Its name.", |vm, v| {
        Ok(variable(vm, v)?.name.clone())
    })],
    slots: &["__repr__"],
    ..TypeDef::PLAIN
};

/// `ContextVar(name, *, default=…)`, with the messages that the reference has for this one.
fn new_variable(vm: &Vm, a: &[Value]) -> Res {
    let (given, by_name) = (positional(&a[1]), keyword_count(a.get(2)));
    let count = given.len();
    if count + by_name > 2 {
        return Err(vm.type_error(&format!(
            "ContextVar() takes at most 2 arguments ({} given)",
            count + by_name
        )));
    }
    if count != 1 {
        let how = if count == 0 { "exactly" } else { "at most" };
        return Err(vm.type_error(&format!(
            "ContextVar() takes {how} 1 positional argument ({count} given)"
        )));
    }
    let mut default = Value::Undef;
    if let Some(Value::Dict(keywords)) = a.get(2) {
        for (key, value) in keywords.entries() {
            if !matches!(&key, Value::Str(key) if key.bytes() == b"default") {
                let key = vm.str(&key)?;
                return Err(vm.type_error(&format!(
                    "ContextVar() got an unexpected keyword argument '{key}'"
                )));
            }
            default = value;
        }
    }
    let Value::Str(_) = &given[0] else {
        return Err(vm.type_error("context variable name must be a str"));
    };
    Ok(Value::from(Ref::new(ContextVar {
        name: given[0].clone(),
        default,
    })))
}

fn variable(vm: &Vm, value: &Value) -> Res<Ref<ContextVar>> {
    match value.downcast::<ContextVar>() {
        Some(variable) => Ok(variable.clone()),
        None => Err(vm.descriptor_error("ContextVar", value)),
    }
}

fn get(vm: &Vm, a: &[Value]) -> Res {
    let variable = variable(vm, &a[0])?;
    let context = Asyncio::of(vm).shared.context.get();
    if let Some(value) = context.and_then(|context| context.get(&a[0])) {
        return Ok(value);
    }
    let default = a
        .get(1)
        .and_then(Value::given)
        .or_else(|| variable.default.given());
    match default {
        Some(default) => Ok(default.clone()),
        None => Err(vm.raise_with(&vm.types.lookup_error, vec![a[0].clone()])),
    }
}

fn set(vm: &Vm, a: &[Value]) -> Res {
    variable(vm, &a[0])?;
    let context = context::materialized(&Asyncio::of(vm).shared.context);
    let old = context.set(&a[0], Some(a[1].clone()));
    Ok(Value::from(Ref::new(Token {
        context,
        variable: a[0].clone(),
        old: old.unwrap_or_default(),
        used: Cell::new(false),
    })))
}

fn reset(vm: &Vm, a: &[Value]) -> Res {
    let Some(token) = a[1].downcast::<Token>() else {
        let shown = vm.repr(&a[1])?;
        return Err(vm.type_error(&format!("expected an instance of Token, got {shown}")));
    };
    let shown = vm.repr(&a[1])?;
    if token.used.get() {
        return Err(vm.runtime_error(&format!("{shown} has already been used once")));
    }
    if !token.variable.is(&a[0]) {
        return Err(vm.value_error(&format!("{shown} was created by a different ContextVar")));
    }
    let current = Asyncio::of(vm).shared.context.get();
    if !current.is_some_and(|current| current.same(&token.context)) {
        return Err(vm.value_error(&format!("{shown} was created in a different Context")));
    }
    token.used.set(true);
    let old = token.context.set(&a[0], token.old.given().cloned());
    drop(old);
    Ok(Value::None)
}

/// What `set` gives, to take it back.
pub struct Token {
    context: Ref<Context>,
    variable: Value,
    old: Value,
    used: Cell<bool>,
}

impl Object for Token {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        Asyncio::of(vm).types(vm).token.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&Value::from(self.context.clone()));
        visit(&self.variable);
        visit(&self.old);
    }

    /// A token never changes; the context is cleared instead.
    fn clear(&self) {}

    fn repr(&self, vm: &Vm, this: &Value) -> Res<Option<String>> {
        let used = if self.used.get() { " used" } else { "" };
        let (variable, address) = (vm.repr(&self.variable)?, this.address().unwrap_or(0));
        Ok(Some(format!(
            "<Token{used} var={variable} at 0x{address:x}>"
        )))
    }

    fn compare(&self, _vm: &Vm, this: &Value, op: CompareOp, other: &Value) -> Res<Option<Value>> {
        Ok(match op {
            CompareOp::Eq => Some(Value::bool(this.is(other))),
            CompareOp::NotEq => Some(Value::bool(!this.is(other))),
            _ => None,
        })
    }
}

/// The row of `Token`.
pub const TOKEN: TypeDef = TypeDef {
    name: "Token",
    module: "_contextvars",
    doc: "What takes a change of a context variable back.",
    getters: &[
        getter("var", "The variable.", |vm, t| {
            Ok(token(vm, t)?.variable.clone())
        }),
        getter("old_value", "Its value before.", |vm, t| {
            let token = token(vm, t)?;
            match token.old.given() {
                Some(old) => Ok(old.clone()),
                None => vm.get_attribute(&Value::Class(token.class(vm)), &vm.name("MISSING")),
            }
        }),
    ],
    new: Some(native(
        "__new__",
        "(*args, **kwargs)",
        "Not for scripts.",
        |vm, _| Err(vm.runtime_error("Tokens can only be created by ContextVars")),
    )),
    slots: &["__repr__", "__eq__"],
    unhashable: true,
    ..TypeDef::PLAIN
};

/// `Token.MISSING`: the value before of a variable that had none.
pub struct Missing {
    class: Ref<Class>,
}

/// The row of its class.
pub const MISSING: TypeDef = TypeDef {
    name: "MISSING",
    module: "Token",
    doc: "The value before of a variable that had none.",
    slots: &["__repr__"],
    ..TypeDef::PLAIN
};

impl Missing {
    /// Gives the class of tokens its attribute.
    pub fn put_into(vm: &Vm, token: &Ref<Class>, class: Ref<Class>) {
        let missing = Value::from(Ref::new(Missing { class }));
        token.dict(vm).set_name(&vm.name("MISSING"), missing);
    }
}

impl Object for Missing {
    fn class(&self, _vm: &Vm) -> Ref<Class> {
        self.class.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&Value::Class(self.class.clone()));
    }

    /// It never changes; the class that holds it is cleared instead.
    fn clear(&self) {}

    fn repr(&self, _vm: &Vm, _this: &Value) -> Res<Option<String>> {
        Ok(Some("<Token.MISSING>".to_owned()))
    }
}

fn token(vm: &Vm, value: &Value) -> Res<Ref<Token>> {
    match value.downcast::<Token>() {
        Some(token) => Ok(token.clone()),
        None => Err(vm.descriptor_error("Token", value)),
    }
}
