//! Items: `a[i]`, `a[i] = x`, `del a[i]`, `x in a`. What a type does with its own items is the type's file; here is who
//! gets asked. The functions named `plain_…` ask the built-in type alone, never a method of a script's class.

use super::{Args, Raised, Res, Vm};
use crate::objects::bytes::Bytes;
use crate::objects::dict_views::DictView;
use crate::objects::generic_alias;
use crate::objects::mapping_proxy::MappingProxy;
use crate::objects::native::NativeKind;
use crate::objects::range::Range;
use crate::objects::set::Set;
use crate::objects::str::Name;
use crate::objects::value::Value;

impl Vm {
    /// `object[index]`
    #[inline]
    pub fn get_item(&self, object: &Value, index: &Value) -> Res {
        match (object, index) {
            (Value::List(list), Value::Int(at)) => {
                let items = list.borrow();
                let place = if *at < 0 {
                    at.wrapping_add(items.len() as i64)
                } else {
                    *at
                };
                if let Some(item) = items.get(place as usize) {
                    return Ok(item.clone());
                }
                drop(items);
                Err(self.index_error("list index out of range"))
            }
            (Value::Dict(dict), key) => match dict.get(self, key)? {
                Some(value) => Ok(value),
                None => Err(self.key_error(key)),
            },
            _ => self.get_item_slowly(object, index),
        }
    }

    fn get_item_slowly(&self, object: &Value, index: &Value) -> Res {
        let names = &self.names;
        if let Some(method) = self.scripted_special(object, &names.__getitem__) {
            return self.call_bound(
                &method,
                object,
                Args::positional(std::slice::from_ref(index)),
            );
        }
        if let Some(item) = plain_get_item(self, object, index)? {
            return Ok(item);
        }
        if let Value::Class(class) = object {
            let get = match self.get_attribute_opt(object, &names.__class_getitem__)? {
                None if class.same(&self.types.type_) => {
                    return Ok(generic_alias::of_class(object.clone(), index));
                }
                found => found,
            };
            return match get {
                Some(get) => self.call_with(&get, std::slice::from_ref(index)),
                None => {
                    Err(self.type_error(&format!("type '{}' is not subscriptable", class.name())))
                }
            };
        }
        Err(self.unsupported(object, "is not subscriptable"))
    }

    /// `object[index] = value`
    #[inline]
    pub fn set_item(&self, object: &Value, index: &Value, value: Value) -> Res<()> {
        match (object, index) {
            (Value::List(list), Value::Int(at)) => {
                let mut items = list.borrow_mut();
                let place = if *at < 0 {
                    at.wrapping_add(items.len() as i64)
                } else {
                    *at
                };
                if let Some(item) = items.get_mut(place as usize) {
                    let old = std::mem::replace(item, value);
                    drop(items);
                    old.discard();
                    return Ok(());
                }
                drop(items);
                Err(self.index_error("list assignment index out of range"))
            }
            (Value::Dict(dict), key) => dict.set(self, key, value),
            _ => self.change_item(object, index, Some(value)),
        }
    }

    /// `del object[index]`
    pub fn delete_item(&self, object: &Value, index: &Value) -> Res<()> {
        self.change_item(object, index, None)
    }

    fn change_item(&self, object: &Value, index: &Value, value: Option<Value>) -> Res<()> {
        let names = &self.names;
        let (hook, other) = match value {
            Some(_) => (&names.__setitem__, &names.__delitem__),
            None => (&names.__delitem__, &names.__setitem__),
        };
        if let Some(method) = self.scripted_special(object, hook) {
            let mut args = vec![index.clone()];
            args.extend(value);
            return self
                .call_bound(&method, object, Args::positional(&args))
                .map(Value::discard);
        }
        let deletes = value.is_none();
        if plain_change_item(self, object, index, value)? {
            return Ok(());
        }
        if self.scripted_special(object, other).is_some() {
            return Err(self.attribute_error(&hook.lossy()));
        }
        let by_place = self.is_index(index)
            && (is_sequence_like(object) || self.script_class(object).is_some());
        if by_place {
            self.index_usize(index)?;
        }
        Err(if !deletes {
            self.unsupported(object, "does not support item assignment")
        } else if by_place {
            self.unsupported(object, "doesn't support item deletion")
        } else {
            self.unsupported(object, "does not support item deletion")
        })
    }

    /// `item in container`
    pub fn contains(&self, container: &Value, item: &Value) -> Res<bool> {
        match (container, item) {
            (Value::Dict(dict), key) => return dict.contains(self, key),
            (Value::Str(text), Value::Str(part)) => {
                if let (Some(text), Some(part)) = (text.as_str(), part.as_str()) {
                    return Ok(match part.as_bytes() {
                        [byte] => memchr::memchr(*byte, text.as_bytes()).is_some(),
                        _ => text.contains(part),
                    });
                }
            }
            _ => {}
        }
        if let Some(method) = self.scripted_special(container, &self.names.__contains__) {
            if method.is_none() {
                return Err(self.unsupported(container, "is not a container"));
            }
            let found = self.call_bound(
                &method,
                container,
                Args::positional(std::slice::from_ref(item)),
            )?;
            return self.truth(&found);
        }
        let own_iteration = self
            .scripted_special(container, &self.names.__iter__)
            .is_some();
        if (!own_iteration || self.has_native_special(container, &self.names.__contains__))
            && let Some(found) = plain_contains(self, container, item)?
        {
            return Ok(found);
        }
        self.contains_by_iteration(container, item)
    }

    fn contains_by_iteration(&self, container: &Value, item: &Value) -> Res<bool> {
        let iterator = match self.iter(container) {
            Ok(iterator) => iterator,
            Err(raised) => {
                self.catch(raised, &self.types.type_error)?;
                let class = self.class_name(container);
                return Err(self.type_error(&format!("argument of type '{class}' is not iterable")));
            }
        };
        while let Some(each) = self.next_item(&iterator)? {
            if self.same_or_equal(&each, item)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether both are one object or equal: how containers compare.
    #[inline]
    pub fn same_or_equal(&self, a: &Value, b: &Value) -> Res<bool> {
        Ok(a.is(b) || self.equal(a, b)?)
    }

    /// What a script's class, or the metaclass of a class, says a special method is; nothing where the built-in type's
    /// own operation stands.
    pub(super) fn scripted_special(&self, object: &Value, name: &Name) -> Option<Value> {
        let class = match object {
            Value::Class(class) => class.metaclass()?,
            object => self.script_class(object)?,
        };
        let found = class.lookup(self, name)?;
        match &found {
            Value::Native(native)
                if native.kind == NativeKind::Slot && name.as_str() == Some(native.def.name) =>
            {
                None
            }
            _ => Some(found),
        }
    }

    fn has_native_special(&self, object: &Value, name: &Name) -> bool {
        match object {
            Value::Instance(instance) => instance.class_ref().lookup(self, name).is_some(),
            _ => true,
        }
    }

    #[cold]
    fn unsupported(&self, object: &Value, complaint: &str) -> Raised {
        self.type_error(&format!("'{}' object {complaint}", self.class_name(object)))
    }
}

/// Whether the reference's type has operations of sequences, as all classes of scripts have: it words a message after it.
fn is_sequence_like(object: &Value) -> bool {
    match object {
        Value::Str(_) | Value::Tuple(_) | Value::Instance(_) => true,
        Value::Object(object) => {
            object.downcast::<Range>().is_some()
                || object.downcast::<Bytes>().is_some()
                || object.downcast::<Set>().is_some()
                || object.downcast::<DictView>().is_some()
                || object.downcast::<MappingProxy>().is_some()
        }
        _ => false,
    }
}

/// `object[index]` of a built-in type; `None`: it has no items. The class of a dictionary's instance is still asked for
/// `__missing__`.
pub fn plain_get_item(vm: &Vm, object: &Value, index: &Value) -> Res<Option<Value>> {
    let plain = vm.unwrapped(object);
    if let (Value::Dict(dict), Value::Instance(_)) = (&plain, object) {
        if let Some(found) = dict.get(vm, index)? {
            return Ok(Some(found));
        }
        return match vm.call_special(object, &vm.names.__missing__, std::slice::from_ref(index))? {
            Some(made) => Ok(Some(made)),
            None => Err(vm.key_error(index)),
        };
    }
    match plain.object() {
        Some(native) => native.get_item(vm, &plain, index),
        None => Ok(None),
    }
}

/// `object[index] = value` of a built-in type; `false`: its items cannot be set.
pub fn plain_set_item(vm: &Vm, object: &Value, index: &Value, value: Value) -> Res<bool> {
    plain_change_item(vm, object, index, Some(value))
}

/// `del object[index]` of a built-in type; `false`: its items cannot be deleted.
pub fn plain_delete_item(vm: &Vm, object: &Value, index: &Value) -> Res<bool> {
    plain_change_item(vm, object, index, None)
}

fn plain_change_item(vm: &Vm, object: &Value, index: &Value, value: Option<Value>) -> Res<bool> {
    let plain = vm.unwrapped(object);
    match plain.object() {
        Some(native) => native.set_item(vm, &plain, index, value),
        None => Ok(false),
    }
}

/// `item in object` by the built-in type's own test; `None`: it has none, and iteration tells.
pub fn plain_contains(vm: &Vm, object: &Value, item: &Value) -> Res<Option<bool>> {
    let plain = vm.unwrapped(object);
    match plain.object() {
        Some(native) => native.contains(vm, &plain, item),
        None => Ok(None),
    }
}
