//! Set displays of constants. The reference makes a frozenset of them when it compiles, once for all displays of the same
//! constants in a source text, and copies it where a set is wanted, uncopied where it is only iterated or searched. That
//! shows in the order of the items.

use super::{BoxNode, Lowered, Lowering, Steps};
use crate::nodes::literals::{ConstantSet, Literal};
use crate::objects::counted::Ref;
use crate::objects::set::Set;
use crate::objects::value::Value;
use snakelet_grammar::ast::{Expr, ExprKind};

/// From how many items on a display of constants is made when compiling.
const FOLDED: usize = 3;

impl Lowering<'_> {
    /// The node of a set display, if all its items are constants.
    pub(super) fn constant_set_display(&self, items: &[Expr]) -> Option<BoxNode> {
        let constants = self.constant_tuple(items)?;
        let set = self.frozenset_of(&constants)?;
        let set = if items.len() < FOLDED {
            set
        } else {
            self.shared(set)
        };
        Some(Box::new(ConstantSet(set)))
    }

    /// An expression that is only iterated or searched: a set display of constants is not copied there.
    pub(super) fn iterated(&mut self, expr: &Expr, out: &mut Steps) -> Lowered {
        if let ExprKind::Set(items) = &expr.kind {
            let constants = self.constant_tuple(items);
            if let Some(set) = constants.and_then(|constants| self.frozenset_of(&constants)) {
                return Ok(Box::new(Literal(Value::from(self.shared(set)))));
            }
        }
        self.expr(expr, out)
    }

    fn frozenset_of(&self, constants: &Value) -> Option<Ref<Set>> {
        let items = self.vm.collect(constants).ok()?;
        self.frozenset(&items)
    }

    fn frozenset(&self, items: &[Value]) -> Option<Ref<Set>> {
        let set = Set::new_frozen();
        for item in items {
            set.add(self.vm, item).ok()?;
        }
        Some(set)
    }

    /// The first set of the source text with the same constants.
    fn shared(&self, set: Ref<Set>) -> Ref<Set> {
        let mut sets = self.unit.constant_sets.borrow_mut();
        if let Some(first) = sets.iter().find(|first| self.is_same(first, &set)) {
            return first.clone();
        }
        // The reference makes the shared one anew from the items in their order.
        let set = self.frozenset(&set.items()).unwrap_or(set);
        sets.push(set.clone());
        set
    }

    fn is_same(&self, a: &Set, b: &Set) -> bool {
        let same_class = |x: &Value, y: &Value| self.vm.class_of(x).same(&self.vm.class_of(y));
        let items = b.items();
        a.len() == items.len()
            && a.is_subset_of(self.vm, b) == Ok(true)
            && a.items().iter().all(|item| {
                items
                    .iter()
                    .any(|other| same_class(item, other) && self.vm.equal(item, other) == Ok(true))
            })
    }
}
