//! Arithmetic and bit operators: numbers first, then what objects and script classes say.

use super::{Res, Vm};
use crate::objects::value::Value;
use snakelet_grammar::ast::{BinaryOp, UnaryOp};

impl Vm {
    /// `a op b`
    pub fn binary(&self, op: BinaryOp, a: &Value, b: &Value) -> Res {
        match (op, a, b) {
            (BinaryOp::Add, Value::Int(x), Value::Int(y)) => Ok(Value::Int(x + y)),
            (BinaryOp::Sub, Value::Int(x), Value::Int(y)) => Ok(Value::Int(x - y)),
            (BinaryOp::Mult, Value::Int(x), Value::Int(y)) => Ok(Value::Int(x * y)),
            (BinaryOp::Add, Value::Str(x), Value::Str(y)) => {
                Ok(Value::from(crate::objects::counted::Ref::new(x.concat(y))))
            }
            _ => Err(self.type_error("unsupported operand type(s)")),
        }
    }

    /// `a op= b`
    pub fn in_place(&self, op: BinaryOp, a: Value, b: &Value) -> Res {
        self.binary(op, &a, b)
    }

    /// `op a`
    pub fn unary(&self, op: UnaryOp, a: &Value) -> Res {
        match (op, a) {
            (UnaryOp::USub, Value::Int(x)) => Ok(Value::Int(-x)),
            _ => Err(self.type_error("bad operand type for unary operator")),
        }
    }
}
