//! `mappingproxy`: a mapping that can only be read, such as the names of a class.

use super::class::{Class, TypeDef};
use super::counted::Ref;
use super::native::{NativeDef, native};
use super::object::Object;
use super::str::Str;
use super::value::Value;
use crate::interp::{Res, Vm};
use snakelet_grammar::ast::{BinaryOp, CompareOp};

/// The row of `mappingproxy`.
pub const TYPE: TypeDef = TypeDef {
    name: "mappingproxy",
    doc: "A mapping that can be looked at, not changed.",
    new: Some(native(
        "__new__",
        "(mapping)",
        "Make a new object. help(type) says what it takes.",
        new,
    )),
    methods: METHODS,
    class_methods: &[super::generic_alias::CLASS_GETITEM],
    slots: &[
        "__eq__",
        "__ne__",
        "__lt__",
        "__le__",
        "__gt__",
        "__ge__",
        "__hash__",
        "__repr__",
        "__str__",
        "__len__",
        "__getitem__",
        "__contains__",
        "__iter__",
        "__or__",
        "__ror__",
    ],
    ..TypeDef::PLAIN
};

const METHODS: &[NativeDef] = &[
    native(
        "get",
        "(key, default=None, /)",
        "What the key stands for, or the default where it is not there.",
        |vm, a| {
            let default = a.get(2).and_then(Value::given).cloned();
            forward(
                vm,
                a,
                "get",
                &[a[1].clone(), default.unwrap_or(Value::None)],
            )
        },
    ),
    native(
        "keys",
        "()",
        "D.keys(): a view of the keys, which is like a set",
        |vm, a| forward(vm, a, "keys", &[]),
    ),
    native(
        "values",
        "()",
        "D.values(): a view of the values",
        |vm, a| forward(vm, a, "values", &[]),
    ),
    native(
        "items",
        "()",
        "D.items(): a view of the pairs, which is like a set",
        |vm, a| forward(vm, a, "items", &[]),
    ),
    native(
        "copy",
        "()",
        "D.copy(): what the copy() of the mapping gives",
        |vm, a| forward(vm, a, "copy", &[]),
    ),
    native(
        "__reversed__",
        "()",
        "D.__reversed__() -> reverse iterator",
        |vm, a| {
            let reversed = Value::Class(vm.types.reversed.clone());
            vm.call_with(&reversed, &[of(vm, &a[0])?.mapping.clone()])
        },
    ),
];

/// A mapping that can only be read.
pub struct MappingProxy {
    mapping: Value,
}

impl MappingProxy {
    /// A proxy of a mapping.
    pub fn over(mapping: Value) -> Value {
        Value::from(Ref::new(MappingProxy { mapping }))
    }

    /// The mapping behind it.
    pub fn mapping(&self) -> &Value {
        &self.mapping
    }
}

fn of<'a>(vm: &Vm, value: &'a Value) -> Res<&'a Ref<MappingProxy>> {
    value
        .downcast::<MappingProxy>()
        .ok_or_else(|| vm.descriptor_error("mappingproxy", value))
}

fn new(vm: &Vm, a: &[Value]) -> Res {
    let mapping = &a[1];
    let unfit = matches!(vm.unwrapped(mapping), Value::List(_) | Value::Tuple(_));
    let class = vm.class_of(mapping);
    if unfit || class.lookup(vm, &vm.names.__getitem__).is_none() {
        let class = class.name();
        return Err(vm.type_error(&format!(
            "mappingproxy() argument must be a mapping, not {class}"
        )));
    }
    Ok(MappingProxy::over(mapping.clone()))
}

fn forward(vm: &Vm, a: &[Value], name: &str, args: &[Value]) -> Res {
    vm.call_method(&of(vm, &a[0])?.mapping, &vm.name(name), args)
}

/// The mapping behind a proxy; any other value itself.
fn behind(value: &Value) -> Value {
    match value.downcast::<MappingProxy>() {
        Some(proxy) => proxy.mapping.clone(),
        None => value.clone(),
    }
}

impl Object for MappingProxy {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.mappingproxy.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.mapping);
    }

    /// The mapping behind it is cleared instead.
    fn clear(&self) {}

    fn repr(&self, vm: &Vm, _this: &Value) -> Res<Option<String>> {
        Ok(Some(format!("mappingproxy({})", vm.repr(&self.mapping)?)))
    }

    fn str(&self, vm: &Vm, _this: &Value) -> Res<Option<Ref<Str>>> {
        vm.to_str(&self.mapping).map(Some)
    }

    fn hash(&self, vm: &Vm, _this: &Value) -> Res<Option<i64>> {
        vm.hash(&self.mapping).map(Some)
    }

    fn compare(&self, vm: &Vm, _this: &Value, op: CompareOp, other: &Value) -> Res<Option<Value>> {
        vm.compare(op, &self.mapping, &behind(other)).map(Some)
    }

    fn binary(
        &self,
        vm: &Vm,
        _this: &Value,
        op: BinaryOp,
        other: &Value,
        reflected: bool,
    ) -> Res<Option<Value>> {
        if op != BinaryOp::BitOr {
            return Ok(None);
        }
        let other = behind(other);
        let (left, right) = if reflected {
            (&other, &self.mapping)
        } else {
            (&self.mapping, &other)
        };
        vm.binary(op, left, right).map(Some)
    }

    fn in_place(&self, vm: &Vm, this: &Value, op: BinaryOp, _other: &Value) -> Res<Option<Value>> {
        if op != BinaryOp::BitOr {
            return Ok(None);
        }
        let class = vm.class_name(this);
        Err(vm.type_error(&format!(
            "'|=' is not supported by {class}; use '|' instead"
        )))
    }

    fn truth(&self, vm: &Vm, _this: &Value) -> Res<Option<bool>> {
        Ok(Some(vm.len(&self.mapping)? > 0))
    }

    fn len(&self, vm: &Vm, _this: &Value) -> Res<Option<usize>> {
        vm.len(&self.mapping).map(Some)
    }

    fn contains(&self, vm: &Vm, _this: &Value, item: &Value) -> Res<Option<bool>> {
        vm.contains(&self.mapping, item).map(Some)
    }

    fn get_item(&self, vm: &Vm, _this: &Value, index: &Value) -> Res<Option<Value>> {
        vm.get_item(&self.mapping, index).map(Some)
    }

    fn iter(&self, vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        vm.iter(&self.mapping).map(Some)
    }
}
