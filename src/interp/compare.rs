//! Comparisons: built-in types first, then what objects and script classes say.

use super::{Res, Vm};
use crate::objects::value::Value;
use snakelet_grammar::ast::CompareOp;

impl Vm {
    /// `a op b` as an object: script classes may give anything.
    pub fn compare(&self, op: CompareOp, a: &Value, b: &Value) -> Res {
        self.compare_test(op, a, b).map(Value::bool)
    }

    /// Whether `a op b`.
    pub fn compare_test(&self, op: CompareOp, a: &Value, b: &Value) -> Res<bool> {
        match (op, a, b) {
            (CompareOp::Lt, Value::Int(x), Value::Int(y)) => Ok(x < y),
            (CompareOp::Eq, a, b) => Ok(crate::objects::dict::known_equal(a, b).unwrap_or(false)),
            (CompareOp::Is, a, b) => Ok(a.is(b)),
            (CompareOp::IsNot, a, b) => Ok(!a.is(b)),
            _ => Err(self.type_error("not supported")),
        }
    }

    /// Whether `a == b`.
    pub fn equal(&self, a: &Value, b: &Value) -> Res<bool> {
        self.compare_test(CompareOp::Eq, a, b)
    }
}
