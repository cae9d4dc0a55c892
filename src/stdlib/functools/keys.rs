//! What `cmp_to_key` gives: sort keys that a function of two arguments orders.

use crate::interp::{Args, Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::Ref;
use crate::objects::native::getter;
use crate::objects::object::Object;
use crate::objects::value::Value;
use crate::stdlib::native_class::native_class;
use snakelet_grammar::ast::CompareOp;

static TYPE: TypeDef = TypeDef {
    name: "KeyWrapper",
    module: "functools",
    doc: "A key that a comparison function orders.",
    getters: &[
        getter(
            "obj",
            "Value wrapped by a key function.",
            |vm, this| match this.downcast::<KeyWrapper>() {
                Some(key) if !key.object.is_undef() => Ok(key.object.clone()),
                _ => Err(vm.attribute_error("obj")),
            },
        ),
        getter("__text_signature__", "How it is called.", |_, _| {
            Ok(Value::str("(obj)"))
        }),
    ],
    slots: &[
        "__call__", "__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__",
    ],
    unhashable: true,
    ..TypeDef::PLAIN
};

/// A key, or without an object the function that makes keys.
pub struct KeyWrapper {
    compare: Value,
    object: Value,
}

impl KeyWrapper {
    /// The function that makes keys ordered by `compare`.
    pub fn maker(compare: Value) -> Value {
        Value::from(Ref::new(KeyWrapper {
            compare,
            object: Value::Undef,
        }))
    }
}

impl Object for KeyWrapper {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        native_class(vm, &TYPE)
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.compare);
        visit(&self.object);
    }

    /// What it holds never changes: that is cleared instead.
    fn clear(&self) {}

    fn is_callable(&self) -> bool {
        true
    }

    fn call(&self, vm: &Vm, _this: &Value, args: Args<'_>) -> Res {
        let object = match (args.leading(), args.names) {
            ([object], []) => object,
            ([], [name]) if name.as_str() == Some("obj") => &args.values[0],
            ([], _) => return Err(vm.type_error("K() missing required argument 'obj' (pos 1)")),
            _ => {
                let given = args.values.len();
                return Err(vm.type_error(&format!("K() takes at most 1 argument ({given} given)")));
            }
        };
        Ok(Value::from(Ref::new(KeyWrapper {
            compare: self.compare.clone(),
            object: object.clone(),
        })))
    }

    fn compare(&self, vm: &Vm, _this: &Value, op: CompareOp, other: &Value) -> Res<Option<Value>> {
        let Some(other) = other.downcast::<KeyWrapper>() else {
            return Err(vm.type_error("other argument must be K instance"));
        };
        if self.object.is_undef() || other.object.is_undef() {
            return Err(vm.attribute_error("object"));
        }
        let order = vm.call_with(&self.compare, &[self.object.clone(), other.object.clone()])?;
        vm.compare(op, &order, &Value::Int(0)).map(Some)
    }
}
