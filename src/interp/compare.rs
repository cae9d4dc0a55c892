//! Comparisons: built-in types first, then what objects and script classes say.

use super::plain::{holds, plain_compare};
use super::{Args, Res, Vm};
use crate::objects::class::Class;
use crate::objects::counted::Ref;
use crate::objects::str::Name;
use crate::objects::value::{Flag, Value};
use snakelet_grammar::ast::CompareOp;

/// The operator that holds between `b` and `a` when `op` holds between `a` and `b`.
fn swapped(op: CompareOp) -> CompareOp {
    match op {
        CompareOp::Lt => CompareOp::Gt,
        CompareOp::LtE => CompareOp::GtE,
        CompareOp::Gt => CompareOp::Lt,
        CompareOp::GtE => CompareOp::LtE,
        op => op,
    }
}

/// The operator as it is written.
pub fn symbol(op: CompareOp) -> &'static str {
    match op {
        CompareOp::Eq => "==",
        CompareOp::NotEq => "!=",
        CompareOp::Lt => "<",
        CompareOp::LtE => "<=",
        CompareOp::Gt => ">",
        CompareOp::GtE => ">=",
        CompareOp::Is => "is",
        CompareOp::IsNot => "is not",
        CompareOp::In => "in",
        CompareOp::NotIn => "not in",
    }
}

impl Vm {
    /// Whether `a op b`.
    #[inline]
    pub fn compare_test(&self, op: CompareOp, a: &Value, b: &Value) -> Res<bool> {
        match (a, b) {
            (Value::Int(x), Value::Int(y)) => match op {
                CompareOp::In | CompareOp::NotIn => {}
                op => return Ok(holds(op, Some(x.cmp(y)))),
            },
            (Value::Str(x), Value::Str(y)) => match op {
                CompareOp::Eq => return Ok(x.same(y) || x.bytes() == y.bytes()),
                CompareOp::NotEq => return Ok(!x.same(y) && x.bytes() != y.bytes()),
                CompareOp::Lt | CompareOp::LtE | CompareOp::Gt | CompareOp::GtE => {
                    return Ok(holds(op, Some(x.bytes().cmp(y.bytes()))));
                }
                CompareOp::Is | CompareOp::IsNot | CompareOp::In | CompareOp::NotIn => {}
            },
            (Value::Float(x), Value::Float(y)) => match op {
                CompareOp::Is | CompareOp::IsNot | CompareOp::In | CompareOp::NotIn => {}
                op => return Ok(holds(op, x.get().partial_cmp(&y.get()))),
            },
            _ => {}
        }
        match self.compare(op, a, b)? {
            Value::Bool(flag) => Ok(flag == Flag::Yes),
            answer => self.truth(&answer),
        }
    }

    /// `a op b` as an object: script classes may give anything.
    pub fn compare(&self, op: CompareOp, a: &Value, b: &Value) -> Res {
        match op {
            CompareOp::Is => Ok(Value::bool(a.is(b))),
            CompareOp::IsNot => Ok(Value::bool(!a.is(b))),
            CompareOp::In => self.contains(b, a).map(Value::bool),
            CompareOp::NotIn => Ok(Value::bool(!self.contains(b, a)?)),
            _ => self.compare_richly(op, a, b),
        }
    }

    fn compare_richly(&self, op: CompareOp, a: &Value, b: &Value) -> Res {
        if let Some(answer) = self.compare_opt(op, a, b)? {
            return Ok(answer);
        }
        match op {
            CompareOp::Eq => Ok(Value::bool(a.is(b))),
            CompareOp::NotEq => Ok(Value::bool(!a.is(b))),
            op => Err(self.type_error(&format!(
                "'{}' not supported between instances of '{}' and '{}'",
                symbol(op),
                self.class_name(a),
                self.class_name(b)
            ))),
        }
    }

    /// What either side says; `None`: neither can tell. A subclass on the right is asked first.
    fn compare_opt(&self, op: CompareOp, a: &Value, b: &Value) -> Res<Option<Value>> {
        let (left, right) = (self.script_class(a), self.script_class(b));
        let mut right_asked = false;
        if let Some(right) = &right {
            let class = left.clone().unwrap_or_else(|| self.class_of(a));
            if !right.same(&class) && right.is_subclass(&class) {
                right_asked = true;
                if let Some(answer) = self.compare_side(swapped(op), b, Some(right), a)? {
                    return Ok(Some(answer));
                }
            }
        }
        if let Some(answer) = self.compare_side(op, a, left.as_ref(), b)? {
            return Ok(Some(answer));
        }
        if right_asked {
            return Ok(None);
        }
        self.compare_side(swapped(op), b, right.as_ref(), a)
    }

    /// What the method of `a` says.
    fn compare_side(
        &self,
        op: CompareOp,
        a: &Value,
        class: Option<&Ref<Class>>,
        b: &Value,
    ) -> Res<Option<Value>> {
        let Some(class) = class else {
            return plain_compare(self, op, a, b);
        };
        let name = self.comparison_name(op);
        match class.lookup(self, name) {
            Some(Value::Native(native)) if self.belongs_to_object(&native) => {
                self.compare_default(op, a, class, b)
            }
            Some(method) if !self.is_inherited(&method, name) => {
                let args = [b.clone()];
                let args = Args::positional(&args);
                let answer = match &method {
                    Value::Function(_) | Value::Native(_) => {
                        self.nested(|| self.call_bound(&method, a, args))?
                    }
                    _ => match self.bound_comparison(&method, a, class)? {
                        Some(bound) => self.nested(|| self.call(&bound, args))?,
                        None => return Ok(None),
                    },
                };
                Ok((!matches!(answer, Value::NotImplemented)).then_some(answer))
            }
            Some(_) => plain_compare(self, op, a, b),
            None => match plain_compare(self, op, a, b)? {
                Some(answer) => Ok(Some(answer)),
                None => self.compare_default(op, a, class, b),
            },
        }
    }

    /// What a descriptor in a comparison's place gives; `None`: it gives nothing, which says nothing of the objects.
    #[cold]
    fn bound_comparison(
        &self,
        method: &Value,
        a: &Value,
        class: &Ref<Class>,
    ) -> Res<Option<Value>> {
        match self.bind_descriptor(method, Some(a), class) {
            Ok(method) => Ok(Some(method)),
            Err(raised) => {
                drop(self.catch(raised, &self.types.exception)?);
                Ok(None)
            }
        }
    }

    /// What `object` says: `!=` is the opposite of a `__eq__`.
    fn compare_default(
        &self,
        op: CompareOp,
        a: &Value,
        class: &Ref<Class>,
        b: &Value,
    ) -> Res<Option<Value>> {
        if op != CompareOp::NotEq || class.lookup(self, &self.names.__eq__).is_none() {
            return Ok(None);
        }
        match self.compare_side(CompareOp::Eq, a, Some(class), b)? {
            Some(answer) => Ok(Some(Value::bool(!self.truth(&answer)?))),
            None => Ok(None),
        }
    }

    fn comparison_name(&self, op: CompareOp) -> &Name {
        match op {
            CompareOp::NotEq => &self.names.__ne__,
            CompareOp::Lt => &self.names.__lt__,
            CompareOp::LtE => &self.names.__le__,
            CompareOp::Gt => &self.names.__gt__,
            CompareOp::GtE => &self.names.__ge__,
            _ => &self.names.__eq__,
        }
    }

    /// Whether `a` is `b` or `a == b`: how containers compare what they hold.
    #[inline]
    pub fn equal(&self, a: &Value, b: &Value) -> Res<bool> {
        if a.is(b) {
            return Ok(true);
        }
        self.compare_test(CompareOp::Eq, a, b)
    }

    /// Compares two sequences item by item; the first pair that differs decides. They may change meanwhile.
    pub fn compare_items(
        &self,
        op: CompareOp,
        left: impl Fn(usize) -> Option<Value>,
        right: impl Fn(usize) -> Option<Value>,
    ) -> Res {
        self.compare_items_by(op, left, right, |a, b| self.equal(a, b))
    }

    /// Compares two sequences item by item as [`Vm::compare_items`] does, where `same` says what differs.
    pub fn compare_items_by(
        &self,
        op: CompareOp,
        left: impl Fn(usize) -> Option<Value>,
        right: impl Fn(usize) -> Option<Value>,
        same: impl Fn(&Value, &Value) -> Res<bool>,
    ) -> Res {
        self.nested_while(" in comparison", || {
            let mut at = 0;
            loop {
                let (a, b) = match (left(at), right(at)) {
                    (Some(a), Some(b)) => (a, b),
                    (a, b) => {
                        return Ok(Value::bool(holds(op, Some(a.is_some().cmp(&b.is_some())))));
                    }
                };
                if !same(&a, &b)? {
                    // The comparison may have put other items there; where it has shortened one of them, the lengths decide.
                    if let (Some(a), Some(b)) = (left(at), right(at)) {
                        return match op {
                            CompareOp::Eq => Ok(Value::bool(false)),
                            CompareOp::NotEq => Ok(Value::bool(true)),
                            op => self.compare(op, &a, &b),
                        };
                    }
                    continue;
                }
                self.poll()?;
                at += 1;
            }
        })
    }
}
