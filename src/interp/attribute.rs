//! Attributes: found, bound, set and deleted by the rules of descriptors.

use super::{Args, Res, Vm};
use crate::objects::class::Class;
use crate::objects::counted::Ref;
use crate::objects::exception::Exception;
use crate::objects::method::BoundMethod;
use crate::objects::module::Module;
use crate::objects::native::NativeKind;
use crate::objects::str::Name;
use crate::objects::super_object::Super;
use crate::objects::value::Value;

impl Vm {
    /// `object.name`
    pub fn get_attribute(&self, object: &Value, name: &Name) -> Res {
        match self.find_attribute(object, name)? {
            Some(value) => Ok(value),
            None => Err(self.no_attribute(object, name)),
        }
    }

    /// `object.name`, or nothing if there is no such attribute, whoever says so.
    pub fn get_attribute_opt(&self, object: &Value, name: &Name) -> Res<Option<Value>> {
        match self.find_attribute(object, name) {
            Ok(found) => Ok(found),
            Err(raised) => self
                .catch(raised, &self.types.attribute_error)
                .map(|_| None),
        }
    }

    /// `object.name` by all rules; `None` where the default rules find nothing and no script code has raised for it.
    fn find_attribute(&self, object: &Value, name: &Name) -> Res<Option<Value>> {
        let Some(class) = self.scripted_class(object) else {
            return match object {
                Value::Class(class) => self.find_on_class(class, name),
                object => self.find_plainly(object, name),
            };
        };
        let found = match class.lookup(self, &self.names.__getattribute__) {
            Some(own) if !is_native(&own, &self.names.__getattribute__) => {
                let args = [Value::Str(name.clone())];
                self.call_bound(&own, object, Args::positional(&args))
                    .map(Some)
            }
            _ => match object {
                Value::Class(class) => self.find_on_class(class, name),
                object => self.find_plainly(object, name),
            },
        };
        let missing = match &found {
            Ok(Some(_)) => false,
            Ok(None) => true,
            Err(_) => self.raised_is(&self.types.attribute_error),
        };
        if missing && let Some(fallback) = class.lookup(self, &self.names.__getattr__) {
            if found.is_err() {
                drop(self.take_raised());
            }
            let args = [Value::Str(name.clone())];
            return self.nested(|| {
                self.call_bound(&fallback, object, Args::positional(&args))
                    .map(Some)
            });
        }
        found
    }

    /// The object's class if a script defined it, so that it may have a say in how attributes are found and changed.
    fn scripted_class(&self, object: &Value) -> Option<Ref<Class>> {
        match object {
            Value::Instance(instance) => Some(instance.class_ref()),
            Value::Class(class) => class.metaclass(),
            Value::Object(native) => {
                let class = match native.downcast::<Exception>() {
                    Some(exception) => exception.class_ref(),
                    None => native.downcast::<Module>()?.own_class()?,
                };
                class.def().is_none().then_some(class)
            }
            _ => None,
        }
    }

    /// `object.name` by the default rules (`object.__getattribute__`).
    pub fn find_plainly(&self, object: &Value, name: &Name) -> Res<Option<Value>> {
        let class = self.class_of(object);
        let on_class = class.lookup(self, name);
        if let Some(descriptor) = &on_class
            && self.is_data_descriptor(descriptor)
            && self.gives_value(descriptor)
        {
            return self
                .bind_descriptor(descriptor, Some(object), &class)
                .map(Some);
        }
        if let Some(own) = self.own_attribute(object, name)? {
            return Ok(Some(own));
        }
        match on_class {
            Some(found) => self.bind_descriptor(&found, Some(object), &class).map(Some),
            None => Ok(None),
        }
    }

    fn own_attribute(&self, object: &Value, name: &Name) -> Res<Option<Value>> {
        match object {
            Value::Instance(instance) => match instance.get(self, name) {
                Some(own) => Ok(Some(own)),
                None => match instance.native() {
                    Some(native @ Value::Object(_)) if native.downcast::<Super>().is_some() => {
                        self.own_attribute(&native, name)
                    }
                    _ => Ok(None),
                },
            },
            value => {
                let Some(object) = value.object() else {
                    return Ok(None);
                };
                if let Some(found) = object.get_attribute(self, value, name)? {
                    return Ok(Some(found));
                }
                Ok(object
                    .attributes(false)
                    .and_then(|dict| dict.get_name(name)))
            }
        }
    }

    /// `class.name` (`type.__getattribute__`).
    pub fn find_on_class(&self, class: &Ref<Class>, name: &Name) -> Res<Option<Value>> {
        let object = Value::Class(class.clone());
        let metaclass = self.class_of(&object);
        let on_metaclass = metaclass.lookup(self, name);
        if let Some(descriptor) = &on_metaclass
            && self.is_data_descriptor(descriptor)
            && self.gives_value(descriptor)
        {
            return self
                .bind_descriptor(descriptor, Some(&object), &metaclass)
                .map(Some);
        }
        if let Some(found) = class.lookup(self, name) {
            return self.bind_descriptor(&found, None, class).map(Some);
        }
        match on_metaclass {
            Some(found) => self
                .bind_descriptor(&found, Some(&object), &metaclass)
                .map(Some),
            None => Ok(None),
        }
    }

    /// Whether a value found on a class goes before the instance's own attributes.
    pub fn is_data_descriptor(&self, value: &Value) -> bool {
        match value {
            Value::Object(object) => object.object().is_data_descriptor(),
            Value::Instance(instance) => {
                let class = instance.class_ref();
                class.lookup(self, &self.names.__set__).is_some()
                    || class.lookup(self, &self.names.__delete__).is_some()
            }
            _ => false,
        }
    }

    /// Whether a data descriptor has a say when the attribute is read: one that only sets leaves that to what is set.
    fn gives_value(&self, descriptor: &Value) -> bool {
        match descriptor {
            Value::Instance(instance) => instance
                .class_ref()
                .lookup(self, &self.names.__get__)
                .is_some(),
            _ => true,
        }
    }

    /// What a value found on a class gives for `instance`, or for the class itself.
    #[inline]
    pub fn bind_descriptor(
        &self,
        found: &Value,
        instance: Option<&Value>,
        owner: &Ref<Class>,
    ) -> Res {
        match (found, instance) {
            (Value::Function(_), Some(instance)) => {
                Ok(BoundMethod::bind(found.clone(), instance.clone()))
            }
            (Value::Function(_), None) => Ok(found.clone()),
            (Value::Instance(descriptor), _) => {
                match descriptor.class_ref().lookup(self, &self.names.__get__) {
                    Some(get) => {
                        let args = [
                            instance.cloned().unwrap_or(Value::None),
                            Value::Class(owner.clone()),
                        ];
                        self.call_bound(&get, found, Args::positional(&args))
                    }
                    None => Ok(found.clone()),
                }
            }
            (Value::Native(_) | Value::Object(_), _) => match found.object() {
                Some(object) => Ok(object
                    .bind(self, found, instance, owner)?
                    .unwrap_or_else(|| found.clone())),
                None => Ok(found.clone()),
            },
            _ => Ok(found.clone()),
        }
    }

    /// `object.name = value`
    pub fn set_attribute(&self, object: &Value, name: &Name, value: Value) -> Res<()> {
        self.change_attribute(object, name, Some(&value))
    }

    /// `del object.name`
    pub fn delete_attribute(&self, object: &Value, name: &Name) -> Res<()> {
        self.change_attribute(object, name, None)
    }

    fn change_attribute(&self, object: &Value, name: &Name, value: Option<&Value>) -> Res<()> {
        let hook = if value.is_some() {
            &self.names.__setattr__
        } else {
            &self.names.__delattr__
        };
        let class = self.scripted_class(object);
        if let Some(own) = class.and_then(|class| class.lookup(self, hook))
            && !is_native(&own, hook)
        {
            let mut args = vec![Value::Str(name.clone())];
            args.extend(value.cloned());
            return self
                .call_bound(&own, object, Args::positional(&args))
                .map(Value::discard);
        }
        self.change_plainly(object, name, value)
    }

    /// Sets or deletes by the default rules (`object.__setattr__`, `type.__setattr__`).
    pub fn change_plainly(&self, object: &Value, name: &Name, value: Option<&Value>) -> Res<()> {
        if let Value::Class(target) = object {
            self.refuse_immutable(target, name)?;
        }
        let class = self.class_of(object);
        let on_class = class.lookup(self, name);
        if let Some(descriptor) = &on_class
            && self.change_through(descriptor, object, value)?
        {
            return Ok(());
        }
        match object {
            Value::Instance(instance) if class.has_dict() => {
                match value {
                    Some(value) => instance.set(self, name, value.clone()),
                    None if instance.delete(self, name) => {}
                    None => return Err(self.no_attribute(object, name)),
                }
                Ok(())
            }
            Value::Class(target) => self.change_class(target, name, value),
            _ => {
                let Some(native) = object.object() else {
                    return Err(self.read_only(object, &on_class, name));
                };
                if native.set_attribute(self, object, name, value)? {
                    return Ok(());
                }
                match (native.attributes(true), value) {
                    (Some(dict), Some(value)) => dict.set_name(name, value.clone()),
                    (Some(dict), None) if dict.remove_name(name).is_some() => {}
                    (None, _) => return Err(self.read_only(object, &on_class, name)),
                    (Some(_), None) => {
                        let (class, name_text) = (self.class_name(object), name.lossy());
                        let message = format!("'{class}' object has no attribute '{name_text}'");
                        return Err(self.attribute_error_for(&message, object, name));
                    }
                }
                Ok(())
            }
        }
    }

    fn change_through(
        &self,
        descriptor: &Value,
        object: &Value,
        value: Option<&Value>,
    ) -> Res<bool> {
        match descriptor {
            Value::Object(native) => native.object().bind_set(self, descriptor, object, value),
            Value::Instance(instance) => {
                let names = &self.names;
                let (hook, args) = match value {
                    Some(value) => (&names.__set__, vec![object.clone(), value.clone()]),
                    None => (&names.__delete__, vec![object.clone()]),
                };
                match instance.class_ref().lookup(self, hook) {
                    Some(method) => {
                        self.call_bound(&method, descriptor, Args::positional(&args))?
                            .discard();
                        Ok(true)
                    }
                    None if self.is_data_descriptor(descriptor) => {
                        Err(self.attribute_error(&hook.lossy()))
                    }
                    None => Ok(false),
                }
            }
            _ => Ok(false),
        }
    }

    #[cold]
    fn read_only(&self, object: &Value, on_class: &Option<Value>, name: &Name) -> super::Raised {
        let (class, text) = (self.class_name(object), name.lossy());
        // A class with a hook of its own may well know what to do with other names.
        let has_hook = |hook| {
            let own = self.class_of(object).lookup(self, hook);
            !matches!(own, None | Some(Value::Native(_)))
        };
        let message = match on_class {
            Some(_) => format!("'{class}' object attribute '{text}' is read-only"),
            None if has_hook(&self.names.__setattr__) || has_hook(&self.names.__delattr__) => {
                format!("'{class}' object has no attribute '{text}'")
            }
            None => format!(
                "'{class}' object has no attribute '{text}' and no __dict__ for setting new attributes"
            ),
        };
        self.attribute_error_for(&message, object, name)
    }

    fn refuse_immutable(&self, class: &Ref<Class>, name: &Name) -> Res<()> {
        if class.def().is_some() {
            let shown = self.repr(&Value::Str(name.clone()))?;
            let message = format!(
                "cannot set {shown} attribute of immutable type '{}'",
                class.name()
            );
            return Err(self.type_error(&message));
        }
        Ok(())
    }

    fn change_class(&self, class: &Ref<Class>, name: &Name, value: Option<&Value>) -> Res<()> {
        match value {
            Some(value) => class.dict(self).set_name(name, value.clone()),
            None => {
                if class.dict(self).remove_name(name).is_none() {
                    return Err(self.no_attribute(&Value::Class(class.clone()), name));
                }
            }
        }
        self.class_changed();
        if name.same(&self.names.__del__) {
            class.set_has_del(class.lookup(self, name).is_some());
        }
        Ok(())
    }

    /// `isinstance(value, class)` by the class alone.
    pub fn is_instance(&self, value: &Value, class: &Ref<Class>) -> bool {
        self.class_of(value).is_subclass(class)
    }
}

/// Whether a special method found on a class is the one implemented here, and not another under its name.
pub fn is_native(method: &Value, name: &Name) -> bool {
    matches!(method, Value::Native(native)
        if matches!(native.kind, NativeKind::Slot | NativeKind::Method)
            && name.as_str() == Some(native.def.name))
}
