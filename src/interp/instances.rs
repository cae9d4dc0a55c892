//! `isinstance` and `issubclass`, by the class, by what metaclasses say, and by tuples and unions of classes.

use super::{Res, Vm};
use crate::objects::class::Class;
use crate::objects::counted::Ref;
use crate::objects::generic_alias::GenericAlias;
use crate::objects::str::Name;
use crate::objects::value::Value;

impl Vm {
    /// `isinstance(value, class)`, where `class` may be a tuple or a union.
    pub fn is_instance_of(&self, value: &Value, class: &Value) -> Res<bool> {
        if let Value::Class(class) = class {
            if self.class_of(value).same(class) {
                return Ok(true);
            }
            if class.metaclass().is_none() {
                return self.is_plain_instance(value, class);
            }
        }
        if let Some(truth) = self.any_of(value, class, Vm::is_instance_of)? {
            return Ok(truth);
        }
        let hook = &self.names.__instancecheck__;
        match self.ask_class(class, hook, value)? {
            Some(truth) => Ok(truth),
            None => match class {
                Value::Class(class) => self.is_plain_instance(value, class),
                _ => self.is_instance_by_bases(value, class),
            },
        }
    }

    /// `issubclass(value, class)`, where `class` may be a tuple or a union.
    pub fn is_subclass_of(&self, value: &Value, class: &Value) -> Res<bool> {
        if let (Value::Class(value), Value::Class(class)) = (value, class)
            && class.metaclass().is_none()
        {
            return Ok(value.is_subclass(class));
        }
        if let Some(truth) = self.any_of(value, class, Vm::is_subclass_of)? {
            return Ok(truth);
        }
        let hook = &self.names.__subclasscheck__;
        match self.ask_class(class, hook, value)? {
            Some(truth) => Ok(truth),
            None => self.is_plain_subclass(value, class),
        }
    }

    /// The answer for a tuple of classes, if `class` is one.
    fn any_of(
        &self,
        value: &Value,
        class: &Value,
        test: fn(&Vm, &Value, &Value) -> Res<bool>,
    ) -> Res<Option<bool>> {
        let Value::Tuple(classes) = self.unwrapped(class) else {
            return Ok(None);
        };
        self.nested(|| {
            for class in classes.items() {
                if test(self, value, class)? {
                    return Ok(Some(true));
                }
            }
            Ok(Some(false))
        })
    }

    /// What the class of `class` says by `hook`, if it has one.
    fn ask_class(&self, class: &Value, hook: &Name, value: &Value) -> Res<Option<bool>> {
        let answer = self.nested(|| self.call_special(class, hook, std::slice::from_ref(value)))?;
        match answer {
            Some(answer) => self.truth(&answer).map(Some),
            None => Ok(None),
        }
    }

    /// Whether `value` is a `class` by its class alone, or by the `__class__` that it claims.
    pub fn is_plain_instance(&self, value: &Value, class: &Ref<Class>) -> Res<bool> {
        let own = self.class_of(value);
        if own.is_subclass(class) {
            return Ok(true);
        }
        if own.def().is_some() && !matches!(value, Value::Object(_)) {
            return Ok(false);
        }
        Ok(
            match self.get_attribute_opt(value, &self.names.__class__)? {
                Some(Value::Class(claimed)) => !claimed.same(&own) && claimed.is_subclass(class),
                _ => false,
            },
        )
    }

    /// Whether the class that `value` claims derives from `class`, which is no class but has `__bases__` as one.
    fn is_instance_by_bases(&self, value: &Value, class: &Value) -> Res<bool> {
        if self.bases_of(class)?.is_none() {
            let message = "isinstance() arg 2 must be a type, a tuple of types, or a union";
            return Err(self.type_error(message));
        }
        match self.get_attribute_opt(value, &self.names.__class__)? {
            Some(claimed) => self.derives(&claimed, class),
            None => Ok(false),
        }
    }

    /// Whether `value` derives from `class` by their resolution orders, or by the `__bases__` that they claim.
    pub fn is_plain_subclass(&self, value: &Value, class: &Value) -> Res<bool> {
        if let (Value::Class(value), Value::Class(class)) = (value, class) {
            return Ok(value.is_subclass(class));
        }
        // An alias with arguments has the bases of its origin, and yet is no class.
        let is_alias = value.downcast::<GenericAlias>().is_some();
        if is_alias || self.bases_of(value)?.is_none() {
            return Err(self.type_error("issubclass() arg 1 must be a class"));
        }
        if self.bases_of(class)?.is_none() {
            return Err(self
                .type_error("issubclass() arg 2 must be a class, a tuple of classes, or a union"));
        }
        self.derives(value, class)
    }

    fn derives(&self, value: &Value, class: &Value) -> Res<bool> {
        if value.is(class) {
            return Ok(true);
        }
        for base in self.bases_of(value)?.unwrap_or_default() {
            if self.nested(|| self.derives(&base, class))? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The `__bases__` of a value, if it has them as a class has.
    fn bases_of(&self, value: &Value) -> Res<Option<Vec<Value>>> {
        let bases = self.get_attribute_opt(value, &self.names.__bases__)?;
        Ok(match bases {
            Some(Value::Tuple(bases)) => Some(bases.items().to_vec()),
            _ => None,
        })
    }

    /// `callable(value)`
    pub fn is_callable(&self, value: &Value) -> bool {
        match value {
            Value::Function(_) | Value::Native(_) | Value::Class(_) => true,
            Value::Instance(instance) => instance
                .class_ref()
                .lookup(self, &self.names.__call__)
                .is_some(),
            value => {
                value.object().is_some_and(|object| object.is_callable())
                    || self.scripted_special(value, &self.names.__call__).is_some()
            }
        }
    }
}
