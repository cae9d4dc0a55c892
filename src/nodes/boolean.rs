//! Truth: `not`, `and`, `or`, conditional expressions.

use super::{BoxNode, noted};
use crate::interp::{Node, Res, Slots, Vm};
use crate::objects::value::Value;
use snakelet_grammar::source::Span;

/// `not operand`
pub struct Not(pub BoxNode, pub Span);

impl Node for Not {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        self.test(vm, slots).map(Value::bool)
    }

    #[inline]
    fn test(&self, vm: &Vm, slots: &mut Slots) -> Res<bool> {
        noted(vm, self.1, self.0.test(vm, slots)).map(|truth| !truth)
    }
}

/// `a and b and c`, or with `or` when `until` is true: evaluates until an operand's truth is `until`.
pub struct Junction {
    /// The operands.
    pub operands: Box<[BoxNode]>,
    /// The truth that ends it: false for `and`, true for `or`.
    pub until: bool,
    /// Where it stands.
    pub span: Span,
}

impl Node for Junction {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let last = self.operands.len() - 1;
        for operand in &self.operands[..last] {
            let value = operand.eval(vm, slots)?;
            if noted(vm, self.span, vm.truth(&value))? == self.until {
                return Ok(value);
            }
            value.discard();
        }
        self.operands[last].eval(vm, slots)
    }

    fn test(&self, vm: &Vm, slots: &mut Slots) -> Res<bool> {
        for operand in &self.operands {
            if noted(vm, self.span, operand.test(vm, slots))? == self.until {
                return Ok(self.until);
            }
        }
        Ok(!self.until)
    }
}

/// `body if test else orelse`
pub struct Conditional {
    /// The condition.
    pub test: BoxNode,
    /// If it holds.
    pub body: BoxNode,
    /// If not.
    pub orelse: BoxNode,
    /// The condition's place.
    pub span: Span,
}

impl Node for Conditional {
    #[inline]
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        if noted(vm, self.span, self.test.test(vm, slots))? {
            self.body.eval(vm, slots)
        } else {
            self.orelse.eval(vm, slots)
        }
    }
}
