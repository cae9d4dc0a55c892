//! `_abc`: what abstract base classes know of the classes registered with them. The metaclass is in `abc.py`.

use super::native_class::{add_functions, native_class};
use crate::interp::{Res, Vm};
use crate::objects::class::{Class, Collection, TypeDef};
use crate::objects::counted::Ref;
use crate::objects::module::Module;
use crate::objects::native::{NativeDef, native};
use crate::objects::object::Object;
use crate::objects::set::Set;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use rustc_hash::FxHashMap;
use std::cell::{Cell, RefCell};

/// Fills the module.
pub fn make(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    add_functions(vm, module, "_abc", FUNCTIONS);
    Ok(())
}

const FUNCTIONS: &[NativeDef] = &[
    native(
        "get_cache_token",
        "()",
        "A number that changes with each register().",
        |vm, _| Ok(Value::from(vm.extension::<Registrations>().0.get() as usize)),
    ),
    native(
        "_abc_init",
        "(self, /)",
        "Set up an abstract base class.",
        init,
    ),
    native(
        "_abc_register",
        "(self, subclass, /)",
        "Register a virtual subclass.",
        register,
    ),
    native(
        "_abc_instancecheck",
        "(self, instance, /)",
        "Whether an object is an instance of an abstract base class.",
        instance_check,
    ),
    native(
        "_abc_subclasscheck",
        "(self, subclass, /)",
        "Whether a class is a subclass of an abstract base class.",
        |vm, a| subclass_check(vm, &a[0], &a[1]).map(Value::bool),
    ),
    native(
        "_check_methods",
        "(cls, /, *methods)",
        "True if a class has all these methods, none of them blocked by None; else NotImplemented.",
        check_methods,
    ),
    native(
        "_reset_registry",
        "(self, /)",
        "Forget all registered classes.",
        |vm, a| {
            let old = data(vm, &a[0])?.registry.take();
            drop(old);
            Ok(Value::None)
        },
    ),
    native(
        "_reset_caches",
        "(self, /)",
        "Forget all answers.",
        |vm, a| {
            data(vm, &a[0])?.forget();
            Ok(Value::None)
        },
    ),
    native(
        "_get_dump",
        "(self, /)",
        "The registry and the caches.",
        |vm, a| {
            let data = data(vm, &a[0])?;
            let of = |classes: Vec<Value>| {
                Set::from_iterable(vm, &Value::from(Tuple::new(classes))).map(Value::from)
            };
            let registry = of(data.registry.borrow().clone())?;
            let (known, refused) = (data.answers(true), data.answers(false));
            let version = Value::from(data.version.get() as usize);
            Ok(Value::from(Tuple::new(vec![
                registry,
                of(known)?,
                of(refused)?,
                version,
            ])))
        },
    ),
];

/// Counts registrations: answers "no" from before the last one are stale.
#[derive(Default)]
struct Registrations(Cell<u64>);

/// How many answers a class keeps.
const MOST_ANSWERS: usize = 256;

static TYPE: TypeDef = TypeDef {
    name: "_abc_data",
    module: "_abc",
    doc: "What ABCMeta knows of a class.",
    ..TypeDef::PLAIN
};

/// What an abstract base class keeps.
#[derive(Default)]
struct Data {
    registry: RefCell<Vec<Value>>,
    /// The classes asked about, by address, and whether they are subclasses.
    answers: RefCell<FxHashMap<usize, (Value, bool)>>,
    /// The number of registrations that the answers "no" know of.
    version: Cell<u64>,
}

impl Data {
    fn answers(&self, wanted: bool) -> Vec<Value> {
        let answers = self.answers.borrow();
        let chosen = answers.values().filter(|(_, answer)| *answer == wanted);
        chosen.map(|(class, _)| class.clone()).collect()
    }

    fn answer(&self, vm: &Vm, class: &Value) -> Option<bool> {
        let current = vm.extension::<Registrations>().0.get();
        if self.version.get() != current {
            let mut refused = Vec::new();
            self.answers.borrow_mut().retain(|_, (class, answer)| {
                if !*answer {
                    refused.push(std::mem::take(class));
                }
                *answer
            });
            drop(refused);
            self.version.set(current);
        }
        let answers = self.answers.borrow();
        answers.get(&class.address()?).map(|(_, answer)| *answer)
    }

    fn remember(&self, class: &Value, answer: bool) -> bool {
        if let Some(address) = class.address() {
            if self.answers.borrow().len() >= MOST_ANSWERS {
                self.forget();
            }
            let old = self
                .answers
                .borrow_mut()
                .insert(address, (class.clone(), answer));
            drop(old);
        }
        answer
    }

    fn forget(&self) {
        let old = self.answers.take();
        drop(old);
    }
}

impl Object for Data {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        native_class(vm, &TYPE)
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        self.registry.borrow().iter().for_each(&mut *visit);
        let answers = self.answers.borrow();
        answers.values().for_each(|(class, _)| visit(class));
    }

    fn clear(&self) {
        let old = self.registry.take();
        drop(old);
        self.forget();
    }
}

fn data(vm: &Vm, class: &Value) -> Res<Ref<Data>> {
    let found = vm.get_attribute(class, &vm.name("_abc_impl"))?;
    match found.downcast::<Data>() {
        Some(data) => Ok(data.clone()),
        None => Err(vm.type_error("_abc_impl is set to a wrong type")),
    }
}

fn is_abstract(vm: &Vm, value: &Value) -> Res<bool> {
    match vm.get_attribute_opt(value, &vm.names.__isabstractmethod__)? {
        Some(marked) => vm.truth(&marked),
        None => Ok(false),
    }
}

/// Finds the abstract methods of a new class, and notes what its instances are in patterns.
fn init(vm: &Vm, a: &[Value]) -> Res {
    let Value::Class(class) = &a[0] else {
        return Err(vm.type_error("_abc_init() argument must be a class"));
    };
    let mut names = Vec::new();
    for (name, value) in class.dict(vm).entries() {
        if is_abstract(vm, &value)? {
            names.push(name);
        }
    }
    let abstracts = vm.name("__abstractmethods__");
    for base in class.bases() {
        let Some(inherited) = vm.get_attribute_opt(&Value::Class(base), &abstracts)? else {
            continue;
        };
        for name in vm.collect(&inherited)? {
            let key = crate::interp::slots::attribute_name(vm, &name)?;
            if let Some(value) = vm.get_attribute_opt(&a[0], &key)?
                && is_abstract(vm, &value)?
            {
                names.push(name);
            }
        }
    }
    let frozenset = Value::Class(vm.types.frozenset.clone());
    let names = Value::from(Tuple::new(names));
    let names = vm.call_with(&frozenset, &[names])?;
    vm.set_attribute(&a[0], &abstracts, names)?;
    let data = Value::from(Ref::new(Data::default()));
    vm.set_attribute(&a[0], &vm.name("_abc_impl"), data)?;
    let flags = class.dict(vm).remove_name(&vm.name("__abc_tpflags__"));
    match flags {
        Some(Value::Int(32)) => class.set_collection(Collection::Sequence),
        Some(Value::Int(64)) => class.set_collection(Collection::Mapping),
        _ => {}
    }
    Ok(Value::None)
}

fn register(vm: &Vm, a: &[Value]) -> Res {
    let Value::Class(subclass) = &a[1] else {
        return Err(vm.type_error("Can only register classes"));
    };
    if vm.is_subclass_of(&a[1], &a[0])? {
        return Ok(a[1].clone());
    }
    if vm.is_subclass_of(&a[0], &a[1])? {
        return Err(vm.runtime_error("Refusing to create an inheritance cycle"));
    }
    data(vm, &a[0])?.registry.borrow_mut().push(a[1].clone());
    let registrations = vm.extension::<Registrations>();
    registrations.0.set(registrations.0.get() + 1);
    if let Value::Class(class) = &a[0]
        && class.collection() != Collection::Neither
        && ![&vm.types.str, &vm.types.bytes, &vm.types.bytearray]
            .into_iter()
            .any(|text| text.same(subclass))
    {
        subclass.set_collection(class.collection());
    }
    Ok(a[1].clone())
}

fn instance_check(vm: &Vm, a: &[Value]) -> Res {
    let data = data(vm, &a[0])?;
    let subclass = vm.get_attribute(&a[1], &vm.names.__class__)?;
    if let Some(answer) = data.answer(vm, &subclass)
        && (answer || subclass.is(&Value::Class(vm.class_of(&a[1]))))
    {
        return Ok(Value::bool(answer));
    }
    let check = &vm.names.__subclasscheck__;
    let answer = vm.call_method(&a[0], check, std::slice::from_ref(&subclass))?;
    let class = Value::Class(vm.class_of(&a[1]));
    if subclass.is(&class) || vm.truth(&answer)? {
        return Ok(answer);
    }
    vm.call_method(&a[0], check, std::slice::from_ref(&class))
}

fn check_methods(vm: &Vm, a: &[Value]) -> Res {
    let Value::Class(class) = &a[0] else {
        return Err(vm.type_error("a class is needed"));
    };
    for method in vm.collect(&a[1])? {
        let name = crate::interp::slots::attribute_name(vm, &method)?;
        if class
            .lookup(vm, &name)
            .is_none_or(|provided| provided.is_none())
        {
            return Ok(Value::NotImplemented);
        }
    }
    Ok(Value::bool(true))
}

fn subclass_check(vm: &Vm, class: &Value, subclass: &Value) -> Res<bool> {
    let Value::Class(lower) = subclass else {
        return Err(vm.type_error("issubclass() arg 1 must be a class"));
    };
    let data = data(vm, class)?;
    if let Some(answer) = data.answer(vm, subclass) {
        return Ok(answer);
    }
    let hook = vm.name("__subclasshook__");
    match vm.call_method(class, &hook, std::slice::from_ref(subclass))? {
        Value::NotImplemented => {}
        answer => return Ok(data.remember(subclass, vm.truth(&answer)?)),
    }
    if let Value::Class(class) = class
        && lower.is_subclass(class)
    {
        return Ok(data.remember(subclass, true));
    }
    let registered = data.registry.borrow().clone();
    for other in registered {
        if vm.nested(|| vm.is_subclass_of(subclass, &other))? {
            return Ok(data.remember(subclass, true));
        }
    }
    let below = vm.call_method(class, &vm.name("__subclasses__"), &[])?;
    for other in vm.collect(&below)? {
        if vm.nested(|| vm.is_subclass_of(subclass, &other))? {
            return Ok(data.remember(subclass, true));
        }
    }
    Ok(data.remember(subclass, false))
}
