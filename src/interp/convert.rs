//! Conversions that many need: text of an object, truth, length, integers for indexes.

use super::{Res, Vm};
use crate::objects::counted::Ref;
use crate::objects::str::Str;
use crate::objects::value::Value;

impl Vm {
    /// `repr(value)`
    pub fn repr(&self, value: &Value) -> Res<String> {
        match value {
            Value::None => Ok("None".into()),
            Value::Int(number) => Ok(number.to_string()),
            Value::Str(text) => Ok(format!("'{}'", text.lossy())),
            value => match value.object() {
                Some(object) => Ok(object.repr(self, value)?.unwrap_or_default()),
                None => Ok("?".into()),
            },
        }
    }

    /// `str(value)` as a string object: lone surrogates are kept.
    pub fn to_str(&self, value: &Value) -> Res<Ref<Str>> {
        match value {
            Value::Str(text) => Ok(text.clone()),
            value => Ok(Ref::new(Str::from(self.repr(value)?))),
        }
    }

    /// `str(value)` as text for messages and output.
    pub fn str(&self, value: &Value) -> Res<String> {
        Ok(self.to_str(value)?.lossy().into_owned())
    }

    /// `format(value, spec)`
    pub fn format(&self, value: &Value, _spec: &Ref<Str>) -> Res<Ref<Str>> {
        self.to_str(value)
    }

    /// `bool(value)`
    pub fn truth(&self, value: &Value) -> Res<bool> {
        Ok(!matches!(
            value,
            Value::None | Value::Int(0) | Value::Bool(crate::objects::value::Flag::No)
        ))
    }

    /// `len(value)`
    pub fn len(&self, value: &Value) -> Res<usize> {
        match value {
            Value::List(list) => Ok(list.len()),
            _ => Err(self.type_error("no len")),
        }
    }

    /// An integer of any size from an `int` or what `__index__` gives (`operator.index`).
    pub fn index(&self, value: &Value) -> Res {
        Ok(value.clone())
    }

    /// An index that fits a machine word; `IndexError` or `OverflowError` otherwise, as for sequence indexes.
    pub fn index_usize(&self, value: &Value) -> Res<i64> {
        match value {
            Value::Int(number) => Ok(*number),
            _ => Err(self.type_error("not an index")),
        }
    }
}
