//! `partial`: a function with some of its arguments.

use crate::interp::{Args, Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::{CloneCell, Ref};
use crate::objects::dict::Dict;
use crate::objects::generic_alias::CLASS_GETITEM;
use crate::objects::native::{GetterDef, getter, native};
use crate::objects::object::Object;
use crate::objects::str::Name;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use crate::stdlib::native_class::native_class;

/// The row of `partial`.
pub static TYPE: TypeDef = TypeDef {
    weakly_referable: true,
    name: "partial",
    module: "functools",
    doc: "A function with some of its arguments already given.",
    new: Some(native(
        "__new__",
        "(*args, **keywords)",
        "Make a new object. help(type) says what it takes.",
        new,
    )),
    methods: &[
        native("__reduce__", "()", "How a copy is made.", reduce),
        native(
            "__setstate__",
            "(state, /)",
            "Take over the state of a copy.",
            set_state,
        ),
    ],
    class_methods: &[CLASS_GETITEM],
    getters: &[
        getter("func", "the function that will be called", |vm, this| {
            Ok(of(vm, this)?.function.get())
        }),
        getter(
            "args",
            "the arguments that are given already, by place",
            |vm, this| Ok(of(vm, this)?.args.get()),
        ),
        getter(
            "keywords",
            "the arguments that are given already, by name",
            |vm, this| Ok(of(vm, this)?.keywords.get()),
        ),
        GetterDef {
            name: "__dict__",
            doc: "",
            get: |vm, this| match this {
                Value::Instance(instance) => Ok(Value::Dict(instance.dict(vm))),
                this => {
                    let attributes = of(vm, this)?.attributes(true);
                    Ok(attributes.map_or(Value::None, Value::Dict))
                }
            },
            set: Some(set_dict),
        },
    ],
    slots: &["__call__", "__get__", "__repr__"],
    is_base: true,
    ..TypeDef::PLAIN
};

/// A function with some of its arguments.
struct Partial {
    function: CloneCell<Value>,
    /// A tuple.
    args: CloneCell<Value>,
    /// A dict.
    keywords: CloneCell<Value>,
    attributes: CloneCell<Option<Ref<Dict>>>,
}

fn set_dict(vm: &Vm, this: &Value, value: Option<&Value>) -> Res<()> {
    let Some(value) = value else {
        return Err(vm.type_error("cannot delete __dict__"));
    };
    let Value::Dict(own) = vm.unwrapped(value) else {
        let class = vm.class_name(value);
        return Err(vm.type_error(&format!(
            "__dict__ must be set to a dictionary, not a '{class}'"
        )));
    };
    match this {
        Value::Instance(instance) => instance.set_dict(own),
        this => of(vm, this)?.attributes.set(Some(own)),
    }
    Ok(())
}

fn of(vm: &Vm, value: &Value) -> Res<Ref<Partial>> {
    match vm.unwrapped(value).downcast::<Partial>() {
        Some(partial) => Ok(partial.clone()),
        None => Err(vm.descriptor_error("functools.partial", value)),
    }
}

fn new(vm: &Vm, a: &[Value]) -> Res {
    let given = vm.collect(&a[1])?;
    let Some((function, args)) = given.split_first() else {
        return Err(vm.type_error("type 'partial' takes at least one argument"));
    };
    if !vm.is_callable(function) {
        return Err(vm.type_error("the first argument must be callable"));
    }
    let keywords = match &a[2] {
        Value::Dict(keywords) => keywords.clone(),
        _ => Dict::new(),
    };
    // A plain partial of a partial becomes one.
    let is_plain = matches!(&a[0], Value::Class(class) if class.same(&native_class(vm, &TYPE)));
    let inner = function.downcast::<Partial>();
    let inner =
        inner.filter(|inner| is_plain && inner.attributes.get().is_none_or(|own| own.is_empty()));
    let Some(inner) = inner else {
        return Ok(made(function.clone(), args.to_vec(), keywords));
    };
    let mut all = vm.collect(&inner.args.get())?;
    all.extend(args.iter().cloned());
    let joined = match inner.keywords.get() {
        Value::Dict(own) => own.copy(),
        _ => Dict::new(),
    };
    joined.update(vm, &keywords)?;
    Ok(made(inner.function.get(), all, joined))
}

fn made(function: Value, args: Vec<Value>, keywords: Ref<Dict>) -> Value {
    Value::from(Ref::new(Partial {
        function: CloneCell::new(function),
        args: CloneCell::new(Value::from(Tuple::new(args))),
        keywords: CloneCell::new(Value::Dict(keywords)),
        attributes: CloneCell::default(),
    }))
}

fn reduce(vm: &Vm, a: &[Value]) -> Res {
    let partial = of(vm, &a[0])?;
    let function = partial.function.get();
    let attributes = match &a[0] {
        Value::Instance(instance) => Value::Dict(instance.dict(vm)),
        _ => partial.attributes.get().map_or(Value::None, Value::Dict),
    };
    let state = vec![
        function.clone(),
        partial.args.get(),
        partial.keywords.get(),
        attributes,
    ];
    Ok(Value::from(Tuple::new(vec![
        Value::Class(vm.class_of(&a[0])),
        Value::from(Tuple::new(vec![function])),
        Value::from(Tuple::new(state)),
    ])))
}

fn set_state(vm: &Vm, a: &[Value]) -> Res {
    let partial = of(vm, &a[0])?;
    let wrong = || vm.type_error("invalid partial state");
    let Value::Tuple(state) = vm.unwrapped(&a[1]) else {
        return Err(wrong());
    };
    let [function, args, keywords, attributes] = state.items() else {
        return Err(wrong());
    };
    let Value::Tuple(args) = vm.unwrapped(args) else {
        return Err(wrong());
    };
    let keywords = match vm.unwrapped(keywords) {
        Value::None => Dict::new(),
        Value::Dict(keywords) => match &state.items()[2] {
            Value::Dict(_) => keywords,
            _ => keywords.copy(),
        },
        _ => return Err(wrong()),
    };
    if !vm.is_callable(function) {
        return Err(wrong());
    }
    partial.function.set(function.clone());
    partial.args.set(Value::Tuple(args));
    partial.keywords.set(Value::Dict(keywords));
    match (vm.unwrapped(attributes), &a[0]) {
        (Value::Dict(own), Value::Instance(instance)) => instance.set_dict(own),
        (Value::Dict(own), _) => partial.attributes.set(Some(own)),
        (_, Value::Instance(instance)) => instance.set_dict(Dict::new()),
        _ => partial.attributes.set(None),
    }
    Ok(Value::None)
}

impl Object for Partial {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        native_class(vm, &TYPE)
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.function.get());
        visit(&self.args.get());
        visit(&self.keywords.get());
        if let Some(own) = self.attributes.get() {
            visit(&Value::Dict(own));
        }
    }

    fn clear(&self) {
        self.function.set(Value::None);
        self.args.set(Value::None);
        self.keywords.set(Value::None);
        drop(self.attributes.take());
    }

    fn repr(&self, vm: &Vm, this: &Value) -> Res<Option<String>> {
        let name = vm.class_of(this).full_name(vm);
        let mut text = String::new();
        let complete = vm.guard_repr(this, || {
            text = format!("{name}({}", vm.repr(&self.function.get())?);
            for arg in vm.collect(&self.args.get())? {
                text.push_str(&format!(", {}", vm.repr(&arg)?));
            }
            if let Value::Dict(keywords) = self.keywords.get() {
                for (name, value) in keywords.entries() {
                    text.push_str(&format!(", {}={}", vm.str(&name)?, vm.repr(&value)?));
                }
            }
            text.push(')');
            Ok(())
        })?;
        Ok(Some(if complete { text } else { "...".to_owned() }))
    }

    fn is_callable(&self) -> bool {
        true
    }

    fn call(&self, vm: &Vm, _this: &Value, args: Args<'_>) -> Res {
        let mut values = match self.args.get() {
            Value::Tuple(own) => own.items().to_vec(),
            _ => Vec::new(),
        };
        values.extend(args.leading().iter().cloned());
        let mut names: Vec<Name> = Vec::new();
        let mut named: Vec<Value> = Vec::new();
        if let Value::Dict(keywords) = self.keywords.get() {
            for (name, value) in keywords.entries() {
                names.push(crate::interp::slots::attribute_name(vm, &name)?);
                named.push(value);
            }
        }
        for (name, value) in args.keywords() {
            match names.iter().position(|own| own.bytes() == name.bytes()) {
                Some(place) => named[place] = value.clone(),
                None => {
                    names.push(name.clone());
                    named.push(value.clone());
                }
            }
        }
        values.append(&mut named);
        let args = Args {
            values: &values,
            names: &names,
        };
        vm.nested(|| vm.call(&self.function.get(), args))
    }

    fn attributes(&self, create: bool) -> Option<Ref<Dict>> {
        if create && self.attributes.get().is_none() {
            self.attributes.set(Some(Dict::new()));
        }
        self.attributes.get()
    }

    fn bind(
        &self,
        vm: &Vm,
        this: &Value,
        instance: Option<&Value>,
        _owner: &Ref<Class>,
    ) -> Res<Option<Value>> {
        if instance.is_some() {
            let message = "functools.partial will be a method descriptor in future Python versions; \
                           wrap it in staticmethod() if you want to preserve the old behavior";
            vm.warn(&vm.types.future_warning, message, 1)?;
        }
        Ok(Some(this.clone()))
    }
}
