//! Items: `a[i]`, `a[i] = x`, `del a[i]`, `x in a`.

use super::{Res, Vm};
use crate::objects::value::Value;

impl Vm {
    /// `object[index]`
    pub fn get_item(&self, object: &Value, index: &Value) -> Res {
        match (object, index) {
            (Value::List(list), Value::Int(at)) => list
                .get(*at as usize)
                .ok_or_else(|| self.index_error("list index out of range")),
            (Value::Dict(dict), key) => dict.get(self, key)?.ok_or_else(|| self.key_error(key)),
            _ => Err(self.type_error("object is not subscriptable")),
        }
    }

    /// `object[index] = value`
    pub fn set_item(&self, object: &Value, index: &Value, value: Value) -> Res<()> {
        match object {
            Value::Dict(dict) => dict.set(self, index, value),
            _ => Err(self.type_error("object does not support item assignment")),
        }
    }

    /// `del object[index]`
    pub fn delete_item(&self, object: &Value, index: &Value) -> Res<()> {
        let _ = (object, index);
        Err(self.type_error("object doesn't support item deletion"))
    }

    /// `item in container`
    pub fn contains(&self, container: &Value, item: &Value) -> Res<bool> {
        match container {
            Value::Dict(dict) => dict.contains(self, item),
            _ => Err(self.type_error("argument is not iterable")),
        }
    }
}
