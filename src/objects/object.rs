//! The protocol of objects: what a type implemented here can be asked to do. Each operation defaults to
//! "unsupported"; the messages for that come from `interp/`, which also knows the classes that scripts define.

use super::class::Class;
use super::counted::Ref;
use super::str::Str;
use super::value::Value;
use crate::interp::{Args, Res, Resume, Stepped, Vm};
use snakelet_grammar::ast::{BinaryOp, CompareOp, UnaryOp};

/// The bytes that a bytes-like object lends.
pub enum Memory<'a> {
    /// Bytes that never change.
    Fixed(&'a [u8]),
    /// Bytes that can be changed, but not their number.
    Writable(&'a mut [u8]),
}

impl Memory<'_> {
    /// The bytes for reading.
    pub fn bytes(&self) -> &[u8] {
        match self {
            Memory::Fixed(bytes) => bytes,
            Memory::Writable(bytes) => bytes,
        }
    }
}

/// An object that a counted pointer can hold. `this` is always the value that stands for `self`.
pub trait Object: 'static {
    /// Whether the collector of cycles must know it: it can hold other objects.
    fn is_tracked() -> bool
    where
        Self: Sized,
    {
        true
    }

    /// The value for this object: its own variant for hot types.
    fn wrap(this: Ref<Self>) -> Value
    where
        Self: Sized,
    {
        Value::Object(this.erase())
    }

    /// The object's class.
    fn class(&self, vm: &Vm) -> Ref<Class>;

    /// Shows every value that this object owns to `visit`.
    fn traverse(&self, visit: &mut dyn FnMut(&Value));

    /// Lets go of every value that could close a cycle.
    fn clear(&self);

    /// Whether `finalize` has something to do when the last owner goes.
    #[inline(always)]
    fn wants_finalizer(&self) -> bool {
        false
    }

    /// Runs when the last owner goes; storing `this` somewhere keeps the object alive. Runs once at most.
    fn finalize(&self, _this: &Value) {}

    /// The target of a weak pointer of this object dies: the pointer is to be unset (`WeakPointer::forget`). Tells whether
    /// `told` has something to do after that.
    fn lose(&self, _target: &super::weak::Dying) -> bool {
        false
    }

    /// Runs after a weak pointer of this object was unset because its target died.
    fn told(&self, _this: &Value) {}

    /// `instance`, of a class that a script defined, now stands for this object.
    fn wrapped(&self, _this: &Value, _instance: &Value) {}

    /// `repr()`; `None`: the default with class and address.
    fn repr(&self, _vm: &Vm, _this: &Value) -> Res<Option<String>> {
        Ok(None)
    }

    /// `str()`; `None`: as `repr`.
    fn str(&self, _vm: &Vm, _this: &Value) -> Res<Option<Ref<Str>>> {
        Ok(None)
    }

    /// `hash()`; `None`: by identity. Types without a hash say so with `TypeDef::unhashable`.
    fn hash(&self, _vm: &Vm, _this: &Value) -> Res<Option<i64>> {
        Ok(None)
    }

    /// A comparison; `None` stands for `NotImplemented`.
    fn compare(
        &self,
        _vm: &Vm,
        _this: &Value,
        _op: CompareOp,
        _other: &Value,
    ) -> Res<Option<Value>> {
        Ok(None)
    }

    /// A binary operator with this object on the left, or on the right when `reflected`; `None`: `NotImplemented`.
    fn binary(
        &self,
        _vm: &Vm,
        _this: &Value,
        _op: BinaryOp,
        _other: &Value,
        _reflected: bool,
    ) -> Res<Option<Value>> {
        Ok(None)
    }

    /// An augmented assignment done in place; `None`: as the binary operator.
    fn in_place(
        &self,
        _vm: &Vm,
        _this: &Value,
        _op: BinaryOp,
        _other: &Value,
    ) -> Res<Option<Value>> {
        Ok(None)
    }

    /// A unary operator; `None`: unsupported.
    fn unary(&self, _vm: &Vm, _this: &Value, _op: UnaryOp) -> Res<Option<Value>> {
        Ok(None)
    }

    /// Its truth; `None`: by `len`, else true.
    fn truth(&self, _vm: &Vm, _this: &Value) -> Res<Option<bool>> {
        Ok(None)
    }

    /// `len()`; `None`: unsupported.
    fn len(&self, _vm: &Vm, _this: &Value) -> Res<Option<usize>> {
        Ok(None)
    }

    /// `item in self`; `None`: by iteration.
    fn contains(&self, _vm: &Vm, _this: &Value, _item: &Value) -> Res<Option<bool>> {
        Ok(None)
    }

    /// `self[index]`; `None`: unsupported.
    fn get_item(&self, _vm: &Vm, _this: &Value, _index: &Value) -> Res<Option<Value>> {
        Ok(None)
    }

    /// `self[index] = value`, or `del self[index]` without a value; `false`: unsupported.
    fn set_item(
        &self,
        _vm: &Vm,
        _this: &Value,
        _index: &Value,
        _value: Option<Value>,
    ) -> Res<bool> {
        Ok(false)
    }

    /// A copy of the bytes that a bytes-like object lends; `None`: it is none.
    fn buffer(&self) -> Option<Vec<u8>> {
        None
    }

    /// Lets `access` work on the bytes that a bytes-like object lends, without a copy; `false`: it is none. `access` runs
    /// no script code.
    fn memory(&self, _access: &mut dyn FnMut(Memory<'_>)) -> bool {
        false
    }

    /// Whether its `__length_hint__` asks another object, which may be a script's.
    fn hint_asks_others(&self) -> bool {
        false
    }

    /// What an item of the bytes means: a format letter of `struct`.
    fn item_format(&self) -> u8 {
        b'B'
    }

    /// Counts a view that begins (`1`) or ends (`-1`) to look at the bytes.
    fn count_view(&self, _change: isize) {}

    /// `iter()`; `None`: unsupported.
    fn iter(&self, _vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        Ok(None)
    }

    /// Whether `next` works: the object is an iterator.
    fn is_iterator(&self) -> bool {
        false
    }

    /// The next item of an iterator; `None`: exhausted. A `StopIteration` with a value is raised as such.
    fn next(&self, _vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        Ok(None)
    }

    /// Whether `call` works.
    fn is_callable(&self) -> bool {
        false
    }

    /// `self(…)`.
    fn call(&self, vm: &Vm, this: &Value, _args: Args<'_>) -> Res {
        Err(vm.type_error(&format!("'{}' object is not callable", vm.class_name(this))))
    }

    /// An attribute that no table row describes; `None`: look into the class and the `attributes`.
    fn get_attribute(&self, _vm: &Vm, _this: &Value, _name: &Ref<Str>) -> Res<Option<Value>> {
        Ok(None)
    }

    /// Sets or deletes an attribute that no table row describes; `false`: do the usual.
    fn set_attribute(
        &self,
        _vm: &Vm,
        _this: &Value,
        _name: &Ref<Str>,
        _value: Option<&Value>,
    ) -> Res<bool> {
        Ok(false)
    }

    /// The object's own `__dict__`, made if `create`; `None`: it has none.
    fn attributes(&self, _create: bool) -> Option<Ref<super::dict::Dict>> {
        None
    }

    /// Binds a descriptor found in a class: to `instance`, or to the class itself when there is none; `None`: no descriptor.
    fn bind(
        &self,
        _vm: &Vm,
        _this: &Value,
        _instance: Option<&Value>,
        _owner: &Ref<Class>,
    ) -> Res<Option<Value>> {
        Ok(None)
    }

    /// Whether a descriptor goes before the instance's own attributes.
    fn is_data_descriptor(&self) -> bool {
        false
    }

    /// Stores into or deletes from `instance` through a data descriptor; `false`: unsupported.
    fn bind_set(
        &self,
        _vm: &Vm,
        _this: &Value,
        _instance: &Value,
        _value: Option<&Value>,
    ) -> Res<bool> {
        Ok(false)
    }

    /// Whether a method of its class is always what its name means, unless `attributes` has the name, so that calls may
    /// remember it.
    fn has_plain_methods(&self) -> bool {
        false
    }

    /// Whether `await_step` works: the object is awaited without an iterator of its own.
    fn steps_itself(&self) -> bool {
        false
    }

    /// One step of an `await` on this object: entered with `Undef` first, later with what is sent or thrown in.
    fn await_step(&self, vm: &Vm, this: &Value, _input: Resume) -> Stepped {
        Stepped::Raise(vm.type_error(&format!(
            "object {} can't be used in 'await' expression",
            vm.class_name(this)
        )))
    }

    /// What is awaited instead, from now on, by the frame to which `await_step` has just handed something up.
    fn takes_its_place(&self) -> Option<Value> {
        None
    }
}
