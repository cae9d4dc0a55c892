//! A function bound to an object: what `object.method` gives when it is not called at once.

use super::asyncio_functions;
use super::class::Class;
use super::counted::Ref;
use super::object::Object;
use super::str::Name;
use super::value::Value;
use crate::interp::{Args, Res, Vm};
use snakelet_grammar::ast::CompareOp;

/// A bound method; of a native function too.
pub struct BoundMethod {
    /// The function.
    pub function: Value,
    /// The object that becomes the first argument.
    pub object: Value,
}

impl BoundMethod {
    /// `function` bound to `object`.
    pub fn bind(function: Value, object: Value) -> Value {
        Value::from(Ref::new(BoundMethod { function, object }))
    }
}

impl Object for BoundMethod {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        match &self.function {
            Value::Native(native) if native.kind == super::native::NativeKind::Slot => {
                vm.types.method_wrapper.clone()
            }
            Value::Native(_) => vm.types.builtin_function_or_method.clone(),
            _ => vm.types.method.clone(),
        }
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.function);
        visit(&self.object);
    }

    /// A bound method never changes; the objects it joins are cleared instead.
    fn clear(&self) {}

    fn repr(&self, vm: &Vm, _this: &Value) -> Res<Option<String>> {
        let address = self.object.address().unwrap_or(0);
        Ok(Some(match &self.function {
            Value::Native(native) if asyncio_functions::is_written(native) => {
                let name = native.qualified_name();
                format!("<bound method {name} of {}>", vm.repr(&self.object)?)
            }
            Value::Native(native) => {
                let (name, class) = (native.def.name, vm.class_name(&self.object));
                match native.kind {
                    super::native::NativeKind::Slot => {
                        format!("<method-wrapper '{name}' of {class} object at 0x{address:x}>")
                    }
                    _ if matches!(self.object, Value::Class(_)) => {
                        format!("<built-in method {name} of type object at 0x{address:x}>")
                    }
                    _ => format!("<built-in method {name} of {class} object at 0x{address:x}>"),
                }
            }
            function => {
                let mut name = "?".to_owned();
                for each in [&vm.names.__qualname__, &vm.names.__name__] {
                    if let Some(Value::Str(found)) = vm.get_attribute_opt(function, each)? {
                        name = found.lossy().into_owned();
                        break;
                    }
                }
                format!("<bound method {name} of {}>", vm.repr(&self.object)?)
            }
        }))
    }

    fn hash(&self, vm: &Vm, _this: &Value) -> Res<Option<i64>> {
        Ok(Some(
            crate::interp::hash::hash_identity(&self.object) ^ vm.hash(&self.function)?,
        ))
    }

    fn compare(&self, vm: &Vm, _this: &Value, op: CompareOp, other: &Value) -> Res<Option<Value>> {
        let Some(other) = other.downcast::<BoundMethod>() else {
            return Ok(None);
        };
        let equal = self.object.is(&other.object) && vm.equal(&self.function, &other.function)?;
        Ok(match op {
            CompareOp::Eq => Some(Value::bool(equal)),
            CompareOp::NotEq => Some(Value::bool(!equal)),
            _ => None,
        })
    }

    fn is_callable(&self) -> bool {
        true
    }

    fn call(&self, vm: &Vm, _this: &Value, args: Args<'_>) -> Res {
        vm.call_with_first(&self.function, &self.object, args)
    }

    fn get_attribute(&self, vm: &Vm, _this: &Value, name: &Name) -> Res<Option<Value>> {
        let names = &vm.names;
        if name.same(&names.__self__) {
            return Ok(Some(self.object.clone()));
        }
        if name.same(&names.__func__) && !matches!(self.function, Value::Native(_)) {
            return Ok(Some(self.function.clone()));
        }
        if let (Value::Native(native), true) = (&self.function, name.same(&names.__qualname__)) {
            return Ok(Some(Value::from(native.qualified_name())));
        }
        if self.class(vm).lookup(vm, name).is_some() && !name.same(&names.__doc__) {
            return Ok(None);
        }
        vm.get_attribute_opt(&self.function, name)
    }
}
