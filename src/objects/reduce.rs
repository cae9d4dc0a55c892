//! `object.__reduce_ex__`: how an object of a class that does not say so itself is copied and pickled. What the classes that
//! do say so share is `copying.rs`.

use super::copying::{parts, place};
use super::counted::Ref;
use super::dict::Dict;
use super::native::{NativeDef, native};
use super::str::Name;
use super::tuple::Tuple;
use super::value::Value;
use crate::interp::{Res, Vm};

/// `object.__getstate__`
pub const GET_STATE: NativeDef = native("__getstate__", "()", "How a copy is made.", |vm, a| {
    state_of(vm, &a[0])
});

/// `object.__reduce_ex__`
pub const REDUCE_EX: NativeDef = native(
    "__reduce_ex__",
    "(protocol, /)",
    "How a copy is made.",
    |vm, a| {
        let protocol = place(vm, &a[1])?;
        let own = vm.name("__reduce__");
        if !vm.is_objects_own(&vm.class_of(&a[0]), &own) {
            return vm.call_method(&a[0], &own, &[]);
        }
        reduced(vm, &a[0], protocol)
    },
);

/// `object.__reduce__`
pub const REDUCE: NativeDef = native("__reduce__", "()", "How a copy is made.", |vm, a| {
    reduced(vm, &a[0], 0)
});

fn reduced(vm: &Vm, object: &Value, protocol: i64) -> Res {
    if protocol < 2 {
        by_base(vm, object)
    } else {
        by_new(vm, object)
    }
}

fn from_copyreg(vm: &Vm, name: &str) -> Res {
    let module = vm.import("copyreg", 0)?;
    vm.get_attribute(&module, &vm.name(name))
}

/// What copying has to carry over: the attributes, with those in slots beside them.
fn state_of(vm: &Vm, object: &Value) -> Res {
    let Value::Instance(instance) = object else {
        return Ok(match super::root::attributes_of(vm, object) {
            Some(dict) if !dict.is_empty() => Value::Dict(dict),
            _ => Value::None,
        });
    };
    let class = instance.class_ref();
    let own = match class.has_dict().then(|| instance.dict(vm)) {
        Some(dict) if !dict.is_empty() => instance.dict_value(vm),
        _ => Value::None,
    };
    let slots = Dict::new();
    for name in super::slots_attribute::names_of(vm, &class) {
        if let Some(value) = vm.get_attribute_opt(object, &name)? {
            slots.set_name(&name, value);
        }
    }
    Ok(if slots.is_empty() {
        own
    } else {
        Value::from(Tuple::new(vec![own, Value::Dict(slots)]))
    })
}

/// Protocols 0 and 1: an object of the nearest built-in base that tells the value, and the attributes.
fn by_base(vm: &Vm, object: &Value) -> Res {
    let class = vm.class_of(object);
    let base = class
        .line()
        .into_iter()
        .find(|class| class.def().is_some())
        .unwrap_or_else(|| vm.types.object.clone());
    let value = if base.same(&vm.types.object) {
        Value::None
    } else if base.same(&class) {
        let name = class.name();
        return Err(vm.type_error(&format!("cannot pickle '{name}' object")));
    } else {
        vm.call_with(&Value::Class(base.clone()), std::slice::from_ref(object))?
    };
    let getstate = vm.name("__getstate__");
    let has_slots = match vm.get_attribute_opt(object, &vm.name("__slots__"))? {
        Some(slots) => vm.truth(&slots)?,
        None => false,
    };
    if has_slots && vm.is_objects_own(&class, &getstate) {
        return Err(vm.type_error(
            "a class that defines __slots__ without defining __getstate__ cannot be pickled",
        ));
    }
    let state = vm.call_method(object, &getstate, &[])?;
    let state = vm.truth(&state)?.then_some(state);
    let arguments = vec![Value::Class(class.clone()), Value::Class(base), value];
    Ok(parts(from_copyreg(vm, "_reconstructor")?, arguments, state))
}

/// The arguments that `__new__` wants beside the class.
struct NewArguments {
    positional: Ref<Tuple>,
    /// Empty without any.
    keywords: Option<Ref<Dict>>,
}

/// What `__getnewargs_ex__` or `__getnewargs__` say; `None`: there is neither.
fn new_arguments(vm: &Vm, object: &Value) -> Res<Option<NewArguments>> {
    if let Some(method) = vm.get_attribute_opt(object, &vm.name("__getnewargs_ex__"))? {
        let made = vm.call_with(&method, &[])?;
        let Value::Tuple(pair) = vm.unwrapped(&made) else {
            let class = vm.class_name(&made);
            let message = format!("__getnewargs_ex__ should return a tuple, not '{class}'");
            return Err(vm.type_error(&message));
        };
        let [positional, keywords] = pair.items() else {
            let length = pair.items().len();
            let message =
                format!("__getnewargs_ex__ should return a tuple of length 2, not {length}");
            return Err(vm.value_error(&message));
        };
        let wrong = |place: &str, wanted: &str, found: &Value| {
            let class = vm.class_name(found);
            vm.type_error(&format!(
                "{place} item of the tuple returned by __getnewargs_ex__ must be a {wanted}, not '{class}'"
            ))
        };
        let Value::Tuple(own) = vm.unwrapped(positional) else {
            return Err(wrong("first", "tuple", positional));
        };
        let Value::Dict(named) = vm.unwrapped(keywords) else {
            return Err(wrong("second", "dict", keywords));
        };
        return Ok(Some(NewArguments {
            positional: own,
            keywords: Some(named),
        }));
    }
    let Some(method) = vm.get_attribute_opt(object, &vm.name("__getnewargs__"))? else {
        return Ok(None);
    };
    let made = vm.call_with(&method, &[])?;
    let Value::Tuple(positional) = vm.unwrapped(&made) else {
        let class = vm.class_name(&made);
        let message = format!("__getnewargs__ should return a tuple, not '{class}'");
        return Err(vm.type_error(&message));
    };
    Ok(Some(NewArguments {
        positional,
        keywords: None,
    }))
}

/// Refuses an object that holds more than attributes and items can tell.
fn refuse_hidden_state(vm: &Vm, object: &Value) -> Res<()> {
    let class = vm.class_of(object);
    let native = class.native();
    let types = &vm.types;
    let open = [
        &types.object,
        &types.none_type,
        &types.list,
        &types.dict,
        &types.io_base,
        &types.raw_io_base,
        &types.buffered_io_base,
        &types.text_io_base,
    ];
    let is_open = open
        .iter()
        .any(|class| class.def().is_some_and(|def| std::ptr::eq(def, native)));
    let overrides = !vm.is_objects_own(&class, &vm.name("__getstate__"));
    if is_open || overrides {
        return Ok(());
    }
    if class.same(&vm.types.memoryview) {
        return Err(vm.type_error("cannot pickle memoryview objects"));
    }
    let name = match class.def() {
        Some(_) => class.full_name(vm),
        None => class.name(),
    };
    Err(vm.type_error(&format!("cannot pickle '{name}' object")))
}

/// Later protocols: `(function, arguments, state, items, pairs)`, with the class's own `__new__`.
fn by_new(vm: &Vm, object: &Value) -> Res {
    let class = Value::Class(vm.class_of(object));
    let arguments = new_arguments(vm, object)?;
    if arguments.is_none() {
        refuse_hidden_state(vm, object)?;
    }
    let (positional, keywords) = match arguments {
        Some(arguments) => (arguments.positional.items().to_vec(), arguments.keywords),
        None => (Vec::new(), None),
    };
    let (function, own) = match keywords.filter(|keywords| !keywords.is_empty()) {
        Some(keywords) => {
            let own = vec![
                class,
                Value::from(Tuple::new(positional)),
                Value::Dict(keywords),
            ];
            (from_copyreg(vm, "__newobj_ex__")?, own)
        }
        None => {
            let own = std::iter::once(class).chain(positional).collect();
            (from_copyreg(vm, "__newobj__")?, own)
        }
    };
    let getstate: Name = vm.name("__getstate__");
    let state = vm.call_method(object, &getstate, &[])?;
    let items = match vm.unwrapped(object) {
        Value::List(_) => vm.iter(object)?,
        _ => Value::None,
    };
    let pairs = match vm.unwrapped(object) {
        Value::Dict(_) => {
            let pairs = vm.call_method(object, &vm.name("items"), &[])?;
            vm.iter(&pairs)?
        }
        _ => Value::None,
    };
    let parts = vec![function, Value::from(Tuple::new(own)), state, items, pairs];
    Ok(Value::from(Tuple::new(parts)))
}
