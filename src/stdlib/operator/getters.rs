//! `itemgetter`, `attrgetter` and `methodcaller`.

use crate::interp::slots::PackedArgs;
use crate::interp::{Args, Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::Ref;
use crate::objects::dict::Dict;
use crate::objects::native::{GetterDef, getter, native};
use crate::objects::object::Object;
use crate::objects::str::Name;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use crate::stdlib::native_class::native_class;

const NEW: &str = "Make a new object. help(type) says what it takes.";

/// What the objects that these classes make are called with.
const CALLED_WITH: GetterDef = getter("__text_signature__", "How it is called.", |_, _| {
    Ok(Value::str("(obj, /)"))
});

const fn row(name: &'static str, doc: &'static str) -> TypeDef {
    TypeDef {
        name,
        doc,
        module: "operator",
        slots: &["__call__", "__repr__", "__getattribute__"],
        getters: &[CALLED_WITH],
        ..TypeDef::PLAIN
    }
}

/// The row of `itemgetter`.
pub static ITEMGETTER: TypeDef = TypeDef {
    new: Some(native("__new__", "(item, /, *items)", NEW, |_, a| {
        let mut keys = vec![a[1].clone()];
        if let Value::Tuple(rest) = &a[2] {
            keys.extend(rest.items().iter().cloned());
        }
        Ok(Value::from(Ref::new(ItemGetter(keys))))
    })),
    methods: &[native(
        "__reduce__",
        "()",
        "Return state information for pickling",
        |vm, a| match a[0].downcast::<ItemGetter>() {
            Some(getter) => Ok(reduced(
                Value::Class(native_class(vm, &ITEMGETTER)),
                getter.0.clone(),
            )),
            None => Err(vm.descriptor_error("operator.itemgetter", &a[0])),
        },
    )],
    ..row("itemgetter", "Gives items of its argument.")
};

/// The row of `attrgetter`.
pub static ATTRGETTER: TypeDef = TypeDef {
    new: Some(native("__new__", "(attr, /, *attrs)", NEW, new_attrgetter)),
    methods: &[native(
        "__reduce__",
        "()",
        "Return state information for pickling",
        |vm, a| match a[0].downcast::<AttrGetter>() {
            Some(getter) => Ok(reduced(
                Value::Class(native_class(vm, &ATTRGETTER)),
                getter.names(),
            )),
            None => Err(vm.descriptor_error("operator.attrgetter", &a[0])),
        },
    )],
    ..row("attrgetter", "Gives attributes of its argument.")
};

/// The row of `methodcaller`.
pub static METHODCALLER: TypeDef = TypeDef {
    new: Some(native(
        "__new__",
        "(*args, **kwargs)",
        NEW,
        new_methodcaller,
    )),
    methods: &[native(
        "__reduce__",
        "()",
        "Return state information for pickling",
        |vm, a| match a[0].downcast::<MethodCaller>() {
            Some(caller) => caller.reduce(vm),
            None => Err(vm.descriptor_error("operator.methodcaller", &a[0])),
        },
    )],
    ..row("methodcaller", "Calls a method of its argument.")
};

fn reduced(class: Value, args: Vec<Value>) -> Value {
    Value::from(Tuple::new(vec![class, Value::from(Tuple::new(args))]))
}

/// The one argument of a call.
fn only<'a>(vm: &Vm, name: &str, args: Args<'a>) -> Res<&'a Value> {
    if !args.names.is_empty() {
        return Err(vm.type_error(&format!("{name}() takes no keyword arguments")));
    }
    match args.values {
        [only] => Ok(only),
        values => Err(vm.type_error(&format!("{name} expected 1 argument, got {}", values.len()))),
    }
}

/// One result alone, or all in a tuple.
fn gathered(mut results: Vec<Value>) -> Value {
    match results.len() {
        1 => results.remove(0),
        _ => Value::from(Tuple::new(results)),
    }
}

struct ItemGetter(Vec<Value>);

impl Object for ItemGetter {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        native_class(vm, &ITEMGETTER)
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        self.0.iter().for_each(visit);
    }

    /// What it holds never changes: that is cleared instead.
    fn clear(&self) {}

    fn repr(&self, vm: &Vm, this: &Value) -> Res<Option<String>> {
        shown(vm, this, "itemgetter", &self.0, &[])
    }

    fn is_callable(&self) -> bool {
        true
    }

    fn call(&self, vm: &Vm, _this: &Value, args: Args<'_>) -> Res {
        let object = only(vm, "itemgetter", args)?;
        let items: Res<Vec<Value>> = self.0.iter().map(|key| vm.get_item(object, key)).collect();
        Ok(gathered(items?))
    }
}

/// `operator.name(arguments…)`
fn shown(
    vm: &Vm,
    this: &Value,
    name: &str,
    args: &[Value],
    keywords: &[(Name, Value)],
) -> Res<Option<String>> {
    let mut text = format!("operator.{name}(");
    let complete = vm.guard_repr(this, || {
        for (place, arg) in args.iter().enumerate() {
            if place > 0 {
                text.push_str(", ");
            }
            text.push_str(&vm.repr(arg)?);
        }
        for (name, value) in keywords {
            text.push_str(&format!(", {}={}", name.lossy(), vm.repr(value)?));
        }
        Ok(())
    })?;
    if !complete {
        text.push_str("...");
    }
    text.push(')');
    Ok(Some(text))
}

struct AttrGetter(Vec<Vec<Name>>);

fn new_attrgetter(vm: &Vm, a: &[Value]) -> Res {
    let mut given = vec![a[1].clone()];
    if let Value::Tuple(rest) = &a[2] {
        given.extend(rest.items().iter().cloned());
    }
    let mut paths = Vec::new();
    for name in &given {
        let Value::Str(text) = vm.unwrapped(name) else {
            return Err(vm.type_error("attribute name must be a string"));
        };
        paths.push(text.lossy().split('.').map(|part| vm.name(part)).collect());
    }
    Ok(Value::from(Ref::new(AttrGetter(paths))))
}

impl AttrGetter {
    fn names(&self) -> Vec<Value> {
        let joined = |path: &Vec<Name>| {
            let parts: Vec<String> = path.iter().map(|part| part.lossy().into_owned()).collect();
            Value::from(parts.join("."))
        };
        self.0.iter().map(joined).collect()
    }
}

impl Object for AttrGetter {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        native_class(vm, &ATTRGETTER)
    }

    fn traverse(&self, _visit: &mut dyn FnMut(&Value)) {}

    fn clear(&self) {}

    fn repr(&self, vm: &Vm, this: &Value) -> Res<Option<String>> {
        shown(vm, this, "attrgetter", &self.names(), &[])
    }

    fn is_callable(&self) -> bool {
        true
    }

    fn call(&self, vm: &Vm, _this: &Value, args: Args<'_>) -> Res {
        let object = only(vm, "attrgetter", args)?;
        let mut found = Vec::with_capacity(self.0.len());
        for path in &self.0 {
            let mut value = object.clone();
            for name in path {
                value = vm.get_attribute(&value, name)?;
            }
            found.push(value);
        }
        Ok(gathered(found))
    }
}

struct MethodCaller {
    name: Name,
    args: Vec<Value>,
    keywords: Vec<(Name, Value)>,
}

fn new_methodcaller(vm: &Vm, a: &[Value]) -> Res {
    let args = vm.collect(&a[1])?;
    let Some((name, rest)) = args.split_first() else {
        return Err(vm.type_error("methodcaller needs at least one argument, the method name"));
    };
    let Value::Str(name) = vm.unwrapped(name) else {
        return Err(vm.type_error("method name must be a string"));
    };
    let packed = PackedArgs::new(vm, &Value::None, &a[2]);
    let keywords = packed.args();
    let keywords = keywords.keywords();
    Ok(Value::from(Ref::new(MethodCaller {
        name: vm.names.intern_str(&name),
        args: rest.to_vec(),
        keywords: keywords
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect(),
    })))
}

impl MethodCaller {
    /// The class and its arguments; keywords are bound by a `partial`.
    fn reduce(&self, vm: &Vm) -> Res {
        let class = Value::Class(native_class(vm, &METHODCALLER));
        let name = Value::Str(self.name.clone());
        if self.keywords.is_empty() {
            let mut args = vec![name];
            args.extend(self.args.iter().cloned());
            return Ok(reduced(class, args));
        }
        let keywords = Dict::new();
        for (name, value) in &self.keywords {
            keywords.set_name(name, value.clone());
        }
        let functools = vm.import("functools", 0)?;
        let partial = vm.get_attribute(&functools, &vm.name("partial"))?;
        let first = Value::from(Tuple::new(vec![class, name]));
        let packed = PackedArgs::new(vm, &first, &Value::Dict(keywords));
        let made = vm.call(&partial, packed.args())?;
        Ok(reduced(made, self.args.clone()))
    }
}

impl Object for MethodCaller {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        native_class(vm, &METHODCALLER)
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        self.args.iter().for_each(&mut *visit);
        self.keywords.iter().for_each(|(_, value)| visit(value));
    }

    /// What it holds never changes: that is cleared instead.
    fn clear(&self) {}

    fn repr(&self, vm: &Vm, this: &Value) -> Res<Option<String>> {
        let mut args = vec![Value::Str(self.name.clone())];
        args.extend(self.args.iter().cloned());
        shown(vm, this, "methodcaller", &args, &self.keywords)
    }

    fn is_callable(&self) -> bool {
        true
    }

    fn call(&self, vm: &Vm, _this: &Value, args: Args<'_>) -> Res {
        let object = only(vm, "methodcaller", args)?;
        let mut values = self.args.clone();
        let names: Vec<Name> = self.keywords.iter().map(|(name, _)| name.clone()).collect();
        values.extend(self.keywords.iter().map(|(_, value)| value.clone()));
        let args = Args {
            values: &values,
            names: &names,
        };
        vm.call_method_args(object, &self.name, args)
    }
}
