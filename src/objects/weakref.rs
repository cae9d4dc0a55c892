//! `weakref.ref`: a reference that does not keep its object alive. The pointer itself is `weak.rs`, proxies are
//! `weak_proxy.rs`, what is written in the language is `stdlib/weakref.py`.

use super::class::{Class, TypeDef};
use super::counted::{CloneCell, ObjectRef, Ref};
use super::generic_alias;
use super::native::{NativeDef, getter, native};
use super::object::Object;
use super::value::Value;
use super::weak::{self, Dying, WeakPointer};
use super::weak_proxy::Proxy;
use crate::interp::finalize::call_weak_callback;
use crate::interp::{Args, Res, Vm};
use snakelet_grammar::ast::CompareOp;
use std::cell::Cell;

/// The place, among those who point weakly to an object, of the one plain reference without a callback.
const PLAIN: u64 = 0;

/// The place of the one proxy without a callback.
const PLAIN_PROXY: u64 = 1;

/// A weak reference.
pub struct WeakRef {
    /// What it refers to.
    pub target: WeakPointer,
    /// The instance of a script's class that stands for it.
    instance: WeakPointer,
    is_wrapped: Cell<bool>,
    callback: CloneCell<Value>,
    hash: Cell<Option<i64>>,
}

/// The row of `weakref.ref`.
pub const TYPE: TypeDef = TypeDef {
    name: "ReferenceType",
    module: "weakref",
    doc: "A reference that does not keep its object alive.",
    new: Some(native(
        "__new__",
        "(*args, **kwargs)",
        "Make a new object. help(type) says what it takes.",
        new,
    )),
    init: Some(native(
        "__init__",
        "(*args, **kwargs)",
        "Initialize self.",
        |vm, a| check_count(vm, "__init__", &a[1]).map(|()| Value::None),
    )),
    class_methods: &[generic_alias::CLASS_GETITEM],
    getters: &[getter("__callback__", "What is called.", |vm, this| {
        Ok(callback_of(&of(vm, this)?.callback))
    })],
    slots: &["__call__", "__eq__", "__ne__", "__hash__", "__repr__"],
    is_base: true,
    ..TypeDef::PLAIN
};

fn callback_of(callback: &CloneCell<Value>) -> Value {
    match callback.get() {
        Value::Undef => Value::None,
        callback => callback,
    }
}

fn of(vm: &Vm, value: &Value) -> Res<Ref<WeakRef>> {
    let plain = vm.unwrapped(value);
    match plain.downcast::<WeakRef>() {
        Some(reference) => Ok(reference.clone()),
        None => Err(vm.descriptor_error("weakref.ReferenceType", value)),
    }
}

fn items(value: &Value) -> &[Value] {
    match value {
        Value::Tuple(items) => items.items(),
        _ => &[],
    }
}

fn check_count(vm: &Vm, name: &str, args: &Value) -> Res<()> {
    let message = match items(args).len() {
        0 => format!("{name} expected at least 1 argument, got 0"),
        1 | 2 => return Ok(()),
        count => format!("{name} expected at most 2 arguments, got {count}"),
    };
    Err(vm.type_error(&message))
}

fn new(vm: &Vm, a: &[Value]) -> Res {
    let is_plain = matches!(&a[0], Value::Class(class) if class.same(&vm.types.weakref));
    if is_plain && matches!(&a[2], Value::Dict(keywords) if !keywords.is_empty()) {
        return Err(vm.type_error("ref() takes no keyword arguments"));
    }
    check_count(vm, "__new__", &a[1])?;
    let args = items(&a[1]);
    let target = referable(vm, &args[0])?;
    let callback = args.get(1).filter(|callback| !callback.is_none());
    Ok(match is_plain && callback.is_none() {
        true => plain(&target),
        false => pointing(
            &target,
            weak::newest_rank(),
            callback.cloned().unwrap_or_default(),
        )
        .into(),
    })
}

/// What a weak reference points to, if that still lives.
pub fn target(reference: &Value) -> Option<ObjectRef> {
    reference.downcast::<WeakRef>()?.target.get()
}

/// The one reference without a callback to an object.
pub fn plain(target: &ObjectRef) -> Value {
    match weak::watcher_at(target, PLAIN) {
        Some(known) => known.into_value(),
        None => pointing(target, PLAIN, Value::Undef).into(),
    }
}

fn pointing(target: &ObjectRef, rank: u64, callback: Value) -> Ref<WeakRef> {
    let reference = Ref::new(WeakRef {
        target: WeakPointer::default(),
        instance: WeakPointer::default(),
        is_wrapped: Cell::new(false),
        callback: CloneCell::new(callback),
        hash: Cell::new(None),
    });
    let watcher = reference.clone().erase();
    reference.target.point(target, &watcher, rank);
    reference
}

/// The object that weak references to a value point to, if its class allows them.
fn referable(vm: &Vm, value: &Value) -> Res<ObjectRef> {
    let class = vm.class_of(value);
    if is_referable(vm, &class)
        && let Some(object) = value.to_object_ref()
    {
        return Ok(object);
    }
    let name = match class.def() {
        Some(_) => class.full_name(vm),
        None => class.message_name(vm),
    };
    Err(vm.type_error(&format!("cannot create weak reference to '{name}' object")))
}

fn is_referable(vm: &Vm, class: &Ref<Class>) -> bool {
    class.native().weakly_referable || class.lookup(vm, &vm.names.__weakref__).is_some()
}

/// All weak references and proxies of an object, in the reference's order.
pub fn all_of(value: &Value) -> Vec<Value> {
    let Some(target) = value.to_object_ref() else {
        return Vec::new();
    };
    if !target.is_watched() {
        return Vec::new();
    }
    let of_target = |watcher: ObjectRef| {
        let pointed = if let Some(reference) = watcher.downcast::<WeakRef>() {
            reference.target.get()
        } else {
            watcher.downcast::<Proxy>()?.target.get()
        };
        let instance = watcher
            .downcast::<WeakRef>()
            .and_then(|reference| reference.instance.get());
        pointed
            .filter(|pointed| pointed.same(&target))
            .map(|_| instance.unwrap_or(watcher).into_value())
    };
    weak::watchers(&target)
        .into_iter()
        .filter_map(of_target)
        .collect()
}

/// `weakref.proxy(object, callback)`
pub fn proxy(vm: &Vm, object: &Value, callback: Option<&Value>) -> Res {
    let target = referable(vm, object)?;
    let callback = callback.filter(|callback| !callback.is_none());
    if callback.is_none()
        && let Some(known) = weak::watcher_at(&target, PLAIN_PROXY)
    {
        return Ok(known.into_value());
    }
    let rank = match callback {
        None => PLAIN_PROXY,
        Some(_) => weak::newest_rank(),
    };
    let is_callable = vm.is_callable(object);
    Ok(Proxy::to(
        &target,
        rank,
        is_callable,
        callback.cloned().unwrap_or_default(),
    ))
}

/// The rows of the functions of `_weakref`.
pub const FUNCTIONS: &[NativeDef] = &[
    native(
        "getweakrefcount",
        "(object, /)",
        "How many weak references there are to an object.",
        |_, a| Ok(Value::from(all_of(&a[0]).len())),
    ),
    native(
        "getweakrefs",
        "(object, /)",
        "All weak references to an object, in a list.",
        |_, a| Ok(Value::from(super::list::List::new(all_of(&a[0])))),
    ),
    native(
        "proxy",
        "(object, callback=None, /)",
        "A stand-in for an object that does not keep it alive.",
        |vm, a| proxy(vm, &a[0], a.get(1).and_then(Value::given)),
    ),
    native(
        "_remove_dead_weakref",
        "(dct, key, /)",
        "Delete key from dict if it now points to a dead weakref.",
        |vm, a| {
            let Value::Dict(dict) = vm.unwrapped(&a[0]) else {
                let given = vm.class_name(&a[0]);
                return Err(vm.type_error(&format!(
                    "_remove_dead_weakref() argument 1 must be dict, not {given}"
                )));
            };
            let found = dict.get(vm, &a[1])?;
            let is_dead = match found.map(|found| vm.unwrapped(&found)) {
                Some(found) => match found.downcast::<WeakRef>() {
                    Some(reference) => reference.target.get().is_none(),
                    None => return Err(vm.type_error("not a weakref")),
                },
                None => false,
            };
            if is_dead {
                drop(dict.remove(vm, &a[1])?);
            }
            Ok(Value::None)
        },
    ),
];

impl Object for WeakRef {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.weakref.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.callback.get());
    }

    fn clear(&self) {
        self.target.leave();
        self.callback.take().discard();
    }

    fn lose(&self, target: &Dying) -> bool {
        if self.instance.points_to(target) {
            self.instance.forget();
            return false;
        }
        self.target.forget();
        !self.callback.is_undef()
    }

    fn told(&self, this: &Value) {
        let callback = self.callback.take();
        let this = match (self.is_wrapped.get(), self.instance.get()) {
            (false, _) => this.clone(),
            (true, Some(instance)) => instance.into_value(),
            (true, None) => return,
        };
        call_weak_callback(&callback, &this);
    }

    fn wrapped(&self, this: &Value, instance: &Value) {
        if let (Some(this), Some(instance)) = (this.to_object_ref(), instance.to_object_ref()) {
            self.is_wrapped.set(true);
            self.instance.point(&instance, &this, weak::last_rank());
        }
    }

    fn repr(&self, vm: &Vm, this: &Value) -> Res<Option<String>> {
        let address = this.address().unwrap_or(0);
        let Some(target) = self.target.get() else {
            return Ok(Some(format!("<weakref at 0x{address:x}; dead>")));
        };
        let at = target.address();
        let target = target.into_value();
        // What its class says, as of special methods: the object's own `__getattr__` is not asked.
        let kind = vm.class_of(&target);
        let found = match kind.lookup(vm, &vm.names.__name__) {
            Some(found) => Some(vm.bind_descriptor(&found, Some(&target), &kind)?),
            None => None,
        };
        let name = match found {
            Some(Value::Str(name)) => format!(" ({})", name.lossy()),
            _ => String::new(),
        };
        let class = vm.class_name(&target);
        Ok(Some(format!(
            "<weakref at 0x{address:x}; to '{class}' at 0x{at:x}{name}>"
        )))
    }

    fn hash(&self, vm: &Vm, _this: &Value) -> Res<Option<i64>> {
        if let Some(hash) = self.hash.get() {
            return Ok(Some(hash));
        }
        let Some(target) = self.target.get() else {
            return Err(vm.type_error("weak object has gone away"));
        };
        let hash = vm.hash(&target.into_value())?;
        self.hash.set(Some(hash));
        Ok(Some(hash))
    }

    fn compare(&self, vm: &Vm, this: &Value, op: CompareOp, other: &Value) -> Res<Option<Value>> {
        if !matches!(op, CompareOp::Eq | CompareOp::NotEq) {
            return Ok(None);
        }
        let other = vm.unwrapped(other);
        let Some(second) = other.downcast::<WeakRef>() else {
            return Ok(None);
        };
        match (self.target.get(), second.target.get()) {
            (Some(a), Some(b)) => vm.compare(op, &a.into_value(), &b.into_value()).map(Some),
            _ => {
                let same = vm.unwrapped(this).is(&other);
                Ok(Some(Value::bool(same == (op == CompareOp::Eq))))
            }
        }
    }

    fn is_callable(&self) -> bool {
        true
    }

    fn call(&self, vm: &Vm, _this: &Value, args: Args<'_>) -> Res {
        if args.values.is_empty() {
            let target = self.target.get();
            return Ok(target.map_or(Value::None, ObjectRef::into_value));
        }
        if args.names.is_empty() {
            let count = args.values.len();
            return Err(vm.type_error(&format!("weakref expected 0 arguments, got {count}")));
        }
        Err(vm.type_error("weakref() takes no keyword arguments"))
    }
}
