//! A tuple: values that stay. Methods are in `tuple_methods.rs`.

use super::class::Class;
use super::counted::Ref;
use super::iterators::sequences::ItemIterator;
use super::object::Object;
use super::sequence;
use super::slice::Slice;
use super::value::Value;
use crate::interp::{Res, Vm};
use snakelet_grammar::ast::{BinaryOp, CompareOp};

/// A tuple.
pub struct Tuple(Box<[Value]>);

impl Tuple {
    /// A tuple of `items`.
    pub fn new(items: Vec<Value>) -> Ref<Tuple> {
        Ref::new(Tuple(items.into_boxed_slice()))
    }

    /// Its items.
    #[inline(always)]
    pub fn items(&self) -> &[Value] {
        &self.0
    }
}

impl Object for Tuple {
    fn wrap(this: Ref<Self>) -> Value {
        Value::Tuple(this)
    }

    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.tuple.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        self.0.iter().for_each(visit)
    }

    /// A tuple can only be in a cycle through something that changes, which is cleared instead.
    fn clear(&self) {}

    fn repr(&self, vm: &Vm, this: &Value) -> Res<Option<String>> {
        let text = sequence::guarded_repr(vm, this, "(...)", || {
            let mut text = String::from("(");
            sequence::repr_items(vm, self, &mut text)?;
            text.push_str(if self.0.len() == 1 { ",)" } else { ")" });
            Ok(text)
        });
        text.map(Some)
    }

    fn hash(&self, vm: &Vm, _this: &Value) -> Res<Option<i64>> {
        let hashes = vm.nested(|| {
            let hashes = self.0.iter().map(|item| vm.hash(item));
            hashes.collect::<Res<Vec<i64>>>()
        });
        Ok(Some(crate::text::hash::tuple(hashes?)))
    }

    fn compare(&self, vm: &Vm, _this: &Value, op: CompareOp, other: &Value) -> Res<Option<Value>> {
        match other {
            Value::Tuple(other) => sequence::compare(vm, op, self, &**other),
            _ => Ok(None),
        }
    }

    fn binary(
        &self,
        vm: &Vm,
        this: &Value,
        op: BinaryOp,
        other: &Value,
        reflected: bool,
    ) -> Res<Option<Value>> {
        match op {
            BinaryOp::Add if !reflected => match other {
                Value::Tuple(right) if self.0.is_empty() => Ok(Some(Value::from(right.clone()))),
                Value::Tuple(right) if right.items().is_empty() => Ok(Some(this.clone())),
                Value::Tuple(right) => Ok(Some(Value::from(Tuple::new(
                    [&self.0, right.items()].concat(),
                )))),
                other => sequence::refuse_concat(vm, "tuple", other),
            },
            BinaryOp::Mult => {
                let Some(count) = sequence::multiplier(vm, other)? else {
                    return Ok(None);
                };
                if count == 1 {
                    return Ok(Some(this.clone()));
                }
                sequence::repeated(vm, &self.0, count).map(|items| Some(vm.tuple(items)))
            }
            _ => Ok(None),
        }
    }

    fn truth(&self, _vm: &Vm, _this: &Value) -> Res<Option<bool>> {
        Ok(Some(!self.0.is_empty()))
    }

    fn len(&self, _vm: &Vm, _this: &Value) -> Res<Option<usize>> {
        Ok(Some(self.0.len()))
    }

    fn contains(&self, vm: &Vm, _this: &Value, item: &Value) -> Res<Option<bool>> {
        let found = sequence::find(vm, self, item, 0, usize::MAX)?;
        Ok(Some(found.is_some()))
    }

    fn get_item(&self, vm: &Vm, this: &Value, index: &Value) -> Res<Option<Value>> {
        match sequence::position(vm, index, self.0.len())? {
            Some(Some(place)) => Ok(Some(self.0[place].clone())),
            Some(None) => Err(vm.index_error("tuple index out of range")),
            None => match Slice::of(index) {
                Some(slice) => {
                    let bounds = slice.bounds(vm, || self.0.len())?;
                    if bounds.step == 1 && bounds.count == self.0.len() {
                        return Ok(Some(this.clone()));
                    }
                    Ok(Some(vm.tuple(bounds.pick(&self.0))))
                }
                None => {
                    let class = vm.class_name(index);
                    Err(vm.type_error(&format!(
                        "tuple indices must be integers or slices, not {class}"
                    )))
                }
            },
        }
    }

    fn iter(&self, _vm: &Vm, this: &Value) -> Res<Option<Value>> {
        Ok(Some(ItemIterator::over_tuple(this)))
    }
}

impl Vm {
    /// A tuple of `items`; there is one empty tuple.
    pub fn tuple(&self, items: Vec<Value>) -> Value {
        if items.is_empty() {
            self.empty_tuple()
        } else {
            Value::from(Tuple::new(items))
        }
    }
}
