//! Iteration: `iter`, `next`, and loops in native code.

use super::{Res, Vm};
use crate::objects::value::Value;

impl Vm {
    /// `iter(value)`
    pub fn iter(&self, value: &Value) -> Res {
        match value.object() {
            Some(object) => match object.iter(self, value)? {
                Some(iterator) => Ok(iterator),
                None => Err(self.type_error("object is not iterable")),
            },
            None => Err(self.type_error("object is not iterable")),
        }
    }

    /// The next item; `None`: exhausted. Only a `StopIteration` that carries a value may be raised instead.
    pub fn next(&self, iterator: &Value) -> Res<Option<Value>> {
        match iterator.object() {
            Some(object) => object.next(self, iterator),
            None => Err(self.type_error("object is not an iterator")),
        }
    }

    /// Whether `next` works on a value.
    pub fn is_iterator(&self, value: &Value) -> bool {
        value.object().is_some_and(|object| object.is_iterator())
    }

    /// Calls `visit` for each item until it gives `false`.
    pub fn for_each(&self, iterable: &Value, mut visit: impl FnMut(Value) -> Res<bool>) -> Res<()> {
        let iterator = self.iter(iterable)?;
        while let Some(item) = self.next(&iterator)? {
            if !visit(item)? {
                break;
            }
        }
        Ok(())
    }

    /// All items of an iterable.
    pub fn collect(&self, iterable: &Value) -> Res<Vec<Value>> {
        match iterable {
            Value::List(list) => Ok(list.to_vec()),
            Value::Tuple(tuple) => Ok(tuple.items().to_vec()),
            _ => {
                let mut items = Vec::new();
                self.for_each(iterable, |item| {
                    items.push(item);
                    Ok(true)
                })?;
                Ok(items)
            }
        }
    }
}
