//! Weak proxies: objects that do whatever their target does, as long as it lives. Making one is `weakref.rs`.

use super::class::{Class, TypeDef};
use super::counted::{CloneCell, ObjectRef, Ref};
use super::native::{GetterDef, NativeDef, native};
use super::object::Object;
use super::str::Str;
use super::value::Value;
use super::weak::{Dying, WeakPointer};
use crate::interp::finalize::call_weak_callback;
use crate::interp::{Args, Res, Vm};
use snakelet_grammar::ast::{BinaryOp, CompareOp, UnaryOp};

/// A proxy.
pub struct Proxy {
    /// What it stands for.
    pub target: WeakPointer,
    is_callable: bool,
    callback: CloneCell<Value>,
}

/// The row of `weakref.ProxyType`.
pub const TYPE: TypeDef = TypeDef {
    name: "ProxyType",
    module: "weakref",
    doc: "Stands for an object without keeping it alive.",
    methods: METHODS,
    getters: GETTERS,
    special: SPECIAL,
    slots: SLOTS,
    unhashable: true,
    ..TypeDef::PLAIN
};

/// The row of `weakref.CallableProxyType`.
pub const CALLABLE: TypeDef = TypeDef {
    name: "CallableProxyType",
    module: "weakref",
    doc: "Stands for a callable object without keeping it alive.",
    methods: METHODS,
    getters: GETTERS,
    special: SPECIAL,
    slots: CALLABLE_SLOTS,
    unhashable: true,
    ..TypeDef::PLAIN
};

macro_rules! slots {
    ($($more:literal)*) => {
        &[
            $($more,)*
            "__abs__", "__add__", "__and__", "__bool__", "__contains__", "__delitem__", "__divmod__", "__eq__",
            "__floordiv__", "__ge__", "__getitem__", "__gt__", "__iadd__", "__iand__", "__ifloordiv__",
            "__ilshift__", "__imatmul__", "__imod__", "__imul__", "__invert__", "__ior__", "__ipow__",
            "__irshift__", "__isub__", "__iter__", "__itruediv__", "__ixor__", "__le__", "__len__", "__lshift__",
            "__lt__", "__matmul__", "__mod__", "__mul__", "__ne__", "__neg__", "__next__", "__or__", "__pos__",
            "__pow__", "__radd__", "__rand__", "__rdivmod__", "__repr__", "__rfloordiv__", "__rlshift__",
            "__rmatmul__", "__rmod__", "__rmul__", "__ror__", "__rpow__", "__rrshift__", "__rshift__", "__rsub__",
            "__rtruediv__", "__rxor__", "__setitem__", "__str__", "__sub__", "__truediv__", "__xor__",
        ]
    };
}

const SLOTS: &[&str] = slots!();
const CALLABLE_SLOTS: &[&str] = slots!("__call__");

const GETTERS: &[GetterDef] = &[GetterDef {
    name: "__class__",
    doc: "The class of the object that it stands for.",
    get: |vm, this| {
        let target = of(vm, this)?.target(vm)?;
        vm.get_attribute(&target, &vm.names.__class__)
    },
    set: Some(|vm, this, value| {
        let target = of(vm, this)?.target(vm)?;
        change(vm, &target, &vm.names.__class__, value)
    }),
}];

/// Special methods that have no operation in the protocol: the target's own are called.
const SPECIAL: &[NativeDef] = &[
    native("__int__", "()", "int(self)", |vm, a| {
        vm.call_with(&Value::Class(vm.types.int.clone()), &[behind(vm, &a[0])?])
    }),
    native("__float__", "()", "float(self)", |vm, a| {
        vm.call_with(&Value::Class(vm.types.float.clone()), &[behind(vm, &a[0])?])
    }),
];

/// Special methods that are looked for by name.
const METHODS: &[NativeDef] = &[
    native("__index__", "()", "The integer it stands for.", |vm, a| {
        vm.index(&behind(vm, &a[0])?)
    }),
    native("__bytes__", "()", "bytes(self)", |vm, a| {
        vm.call_method(&behind(vm, &a[0])?, &vm.name("__bytes__"), &[])
    }),
    native("__reversed__", "()", "reversed(self)", |vm, a| {
        vm.call_method(&behind(vm, &a[0])?, &vm.name("__reversed__"), &[])
    }),
];

fn of<'a>(vm: &Vm, value: &'a Value) -> Res<&'a Ref<Proxy>> {
    value
        .downcast::<Proxy>()
        .ok_or_else(|| vm.descriptor_error("weakref.ProxyType", value))
}

/// What a proxy stands for; any other value itself.
fn behind(vm: &Vm, value: &Value) -> Res {
    match value.downcast::<Proxy>() {
        Some(proxy) => proxy.target(vm),
        None => Ok(value.clone()),
    }
}

fn change(vm: &Vm, target: &Value, name: &Ref<Str>, value: Option<&Value>) -> Res<()> {
    match value {
        Some(value) => vm.set_attribute(target, name, value.clone()),
        None => vm.delete_attribute(target, name),
    }
}

impl Proxy {
    /// A proxy for `target`, at a place among those who point to it.
    pub fn to(target: &ObjectRef, rank: u64, is_callable: bool, callback: Value) -> Value {
        let proxy = Ref::new(Proxy {
            target: WeakPointer::default(),
            is_callable,
            callback: CloneCell::new(callback),
        });
        let watcher = proxy.clone().erase();
        proxy.target.point(target, &watcher, rank);
        Value::from(proxy)
    }

    /// What it stands for, if that lives.
    pub fn target(&self, vm: &Vm) -> Res {
        match self.target.get() {
            Some(target) => Ok(target.into_value()),
            None => Err(vm.raise_new(
                &vm.types.reference_error,
                "weakly-referenced object no longer exists",
            )),
        }
    }
}

impl Object for Proxy {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        if self.is_callable {
            vm.types.weak_callable_proxy.clone()
        } else {
            vm.types.weak_proxy.clone()
        }
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.callback.get());
    }

    fn clear(&self) {
        self.target.leave();
        self.callback.take().discard();
    }

    fn lose(&self, _target: &Dying) -> bool {
        self.target.forget();
        !self.callback.is_undef()
    }

    fn told(&self, this: &Value) {
        let callback = self.callback.take();
        call_weak_callback(&callback, this);
    }

    fn repr(&self, vm: &Vm, this: &Value) -> Res<Option<String>> {
        let address = this.address().unwrap_or(0);
        Ok(Some(match self.target.get() {
            None => format!("<weakproxy at 0x{address:x}; dead>"),
            Some(target) => {
                let at = target.address();
                let class = vm.class_name(&target.into_value());
                format!("<weakproxy at 0x{address:x}; to '{class}' at 0x{at:x}>")
            }
        }))
    }

    fn str(&self, vm: &Vm, _this: &Value) -> Res<Option<Ref<Str>>> {
        vm.to_str(&self.target(vm)?).map(Some)
    }

    fn compare(&self, vm: &Vm, _this: &Value, op: CompareOp, other: &Value) -> Res<Option<Value>> {
        let target = self.target(vm)?;
        vm.compare(op, &target, &behind(vm, other)?).map(Some)
    }

    fn binary(
        &self,
        vm: &Vm,
        _this: &Value,
        op: BinaryOp,
        other: &Value,
        reflected: bool,
    ) -> Res<Option<Value>> {
        let target = self.target(vm)?;
        let other = behind(vm, other)?;
        if reflected {
            vm.binary(op, &other, &target).map(Some)
        } else {
            vm.binary(op, &target, &other).map(Some)
        }
    }

    fn in_place(&self, vm: &Vm, _this: &Value, op: BinaryOp, other: &Value) -> Res<Option<Value>> {
        let target = self.target(vm)?;
        vm.in_place(op, target, &behind(vm, other)?).map(Some)
    }

    fn unary(&self, vm: &Vm, _this: &Value, op: UnaryOp) -> Res<Option<Value>> {
        let target = self.target(vm)?;
        vm.unary(op, &target).map(Some)
    }

    fn truth(&self, vm: &Vm, _this: &Value) -> Res<Option<bool>> {
        vm.truth(&self.target(vm)?).map(Some)
    }

    fn len(&self, vm: &Vm, _this: &Value) -> Res<Option<usize>> {
        vm.len(&self.target(vm)?).map(Some)
    }

    fn contains(&self, vm: &Vm, _this: &Value, item: &Value) -> Res<Option<bool>> {
        vm.contains(&self.target(vm)?, item).map(Some)
    }

    fn get_item(&self, vm: &Vm, _this: &Value, index: &Value) -> Res<Option<Value>> {
        vm.get_item(&self.target(vm)?, index).map(Some)
    }

    fn set_item(&self, vm: &Vm, _this: &Value, index: &Value, value: Option<Value>) -> Res<bool> {
        let target = self.target(vm)?;
        match value {
            Some(value) => vm.set_item(&target, index, value)?,
            None => vm.delete_item(&target, index)?,
        }
        Ok(true)
    }

    fn iter(&self, vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        vm.iter(&self.target(vm)?).map(Some)
    }

    fn is_iterator(&self) -> bool {
        true
    }

    fn next(&self, vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        let target = self.target(vm)?;
        if !vm.is_iterator(&target) {
            let class = vm.class_name(&target);
            return Err(vm.type_error(&format!(
                "Weakref proxy referenced a non-iterator '{class}' object"
            )));
        }
        vm.next(&target)
    }

    fn is_callable(&self) -> bool {
        self.is_callable
    }

    fn call(&self, vm: &Vm, _this: &Value, args: Args<'_>) -> Res {
        if !self.is_callable {
            return Err(vm.type_error("'weakref.ProxyType' object is not callable"));
        }
        vm.call(&self.target(vm)?, args)
    }

    fn get_attribute(&self, vm: &Vm, _this: &Value, name: &Ref<Str>) -> Res<Option<Value>> {
        vm.get_attribute(&self.target(vm)?, name).map(Some)
    }

    fn set_attribute(
        &self,
        vm: &Vm,
        _this: &Value,
        name: &Ref<Str>,
        value: Option<&Value>,
    ) -> Res<bool> {
        change(vm, &self.target(vm)?, name, value)?;
        Ok(true)
    }
}
