//! Targets: what stands on the left of an assignment, behind `del`, or as a loop's variable.

use super::expr::binds;
use super::names::Access;
use super::{Lowered, Lowering, Steps};
use crate::nodes::access::{
    DeleteAttribute, DeleteItem, GetItem, SetItem, get_attribute, set_attribute,
};
use crate::nodes::assign::Unpack;
use crate::nodes::names::{Peek, StoreLocal, Take};
use crate::nodes::operand::Shape;
use crate::nodes::operators::{InPlace, update_local};
use crate::nodes::{BoxNode, Slot};
use snakelet_grammar::ast::{BinaryOp, Expr, ExprKind};
use snakelet_grammar::source::Span;

impl Lowering<'_> {
    /// Assigns a value to a target.
    pub(super) fn assign(&mut self, target: &Expr, value: BoxNode, out: &mut Steps) -> Lowered<()> {
        let span = target.span;
        // The value comes first; it waits if the target itself suspends.
        let value = if self.suspends(target) {
            self.spill(value, out)
        } else {
            value
        };
        match &target.kind {
            ExprKind::Name(name) => {
                let store = self.store_name(name, value, span)?;
                out.push(store);
            }
            ExprKind::Attribute {
                value: object,
                name,
            } => {
                if matches!(&object.kind, ExprKind::Name(object) if &**object == "self")
                    && let Some(class) = self.unit.static_attributes.borrow_mut().last_mut()
                {
                    class.insert((*name.name).into());
                }
                let object = self.shape(object, out)?;
                let name = self.attribute_name(&name.name);
                out.push(set_attribute(
                    object,
                    name,
                    value,
                    self.attribute_span(target),
                ));
            }
            ExprKind::Subscript {
                value: object,
                index,
            } => {
                let mut parts = self.in_order(&[object, index], out)?.into_iter();
                if let (Some(object), Some(index)) = (parts.next(), parts.next()) {
                    out.push(Box::new(SetItem {
                        value,
                        object,
                        index,
                        span,
                    }));
                }
            }
            ExprKind::Tuple { items, .. } | ExprKind::List(items) => {
                self.unpack(items, value, span, out)?
            }
            // Whatever else stands here was refused by the grammar.
            _ => out.push(value),
        }
        Ok(())
    }

    /// `a, *b = value`: into slots first, then each target in order.
    fn unpack(
        &mut self,
        items: &[Expr],
        value: BoxNode,
        span: Span,
        out: &mut Steps,
    ) -> Lowered<()> {
        let mut slots = Vec::with_capacity(items.len());
        let mut later = Vec::new();
        let mut star = None;
        // Locals can be filled directly only while no other target is assigned between them.
        for (index, item) in items.iter().enumerate() {
            let target = match &item.kind {
                ExprKind::Starred(target) => {
                    star = Some(index);
                    &**target
                }
                _ => item,
            };
            let direct = match &target.kind {
                ExprKind::Name(name) => match self.access(name) {
                    Access::Local(slot) if later.is_empty() && !slots.contains(&slot) => Some(slot),
                    _ => None,
                },
                _ => None,
            };
            let slot = direct.unwrap_or_else(|| self.frame.hidden());
            slots.push(slot);
            if direct.is_none() {
                later.push((slot, target));
            }
        }
        out.push(Box::new(Unpack {
            value,
            slots: slots.into_boxed_slice(),
            star,
            span,
        }));
        for (slot, target) in later {
            self.assign(target, Box::new(Take(slot)), out)?;
        }
        Ok(())
    }

    /// The slot for a loop's item, and what assigns it to a target that is no local variable.
    #[allow(clippy::type_complexity)]
    pub(super) fn loop_target(
        &mut self,
        target: &Expr,
        at: u32,
    ) -> Lowered<(Slot, Option<(BoxNode, bool)>)> {
        if let ExprKind::Name(name) = &target.kind
            && let Access::Local(slot) = self.access(name)
        {
            return Ok((slot, None));
        }
        let slot = self.frame.hidden();
        let assign = self.sub_block(at, |this, inner| {
            this.assign(target, Box::new(Take(slot)), inner)
        })?;
        Ok((slot, Some(assign)))
    }

    /// `target op= value`
    pub(super) fn augment(
        &mut self,
        target: &Expr,
        op: BinaryOp,
        value: &Expr,
        span: Span,
        out: &mut Steps,
    ) -> Lowered<()> {
        let suspends = self.suspends(value);
        match &target.kind {
            ExprKind::Attribute {
                value: object,
                name,
            } => {
                let name = self.attribute_name(&name.name);
                let at = self.attribute_span(target);
                let shape = self.shape(object, out)?;
                let (get, set) = match shape {
                    Shape::Local(slot, span) if !suspends && !binds(value) => {
                        (Shape::Local(slot, span), Shape::Local(slot, span))
                    }
                    object => {
                        let slot = self.spill_slot(object.into_node(), out);
                        (
                            Shape::Node(Box::new(Peek(slot))),
                            Shape::Node(Box::new(Take(slot))),
                        )
                    }
                };
                let a = get_attribute(get, name.clone(), at);
                let value = self.in_place(op, a, value, span, suspends, out)?;
                out.push(set_attribute(set, name, value, at));
            }
            ExprKind::Subscript {
                value: object,
                index,
            } => {
                let mut parts = self.in_order(&[object, index], out)?.into_iter();
                let (Some(object), Some(index)) = (parts.next(), parts.next()) else {
                    return Ok(());
                };
                let object = self.spill_slot(object, out);
                let index = self.spill_slot(index, out);
                let a = Box::new(GetItem {
                    object: Box::new(Peek(object)),
                    index: Box::new(Peek(index)),
                    span: target.span,
                });
                let value = self.in_place(op, a, value, span, suspends, out)?;
                let (object, index) = (Box::new(Take(object)), Box::new(Take(index)));
                out.push(Box::new(SetItem {
                    value,
                    object,
                    index,
                    span: target.span,
                }));
            }
            ExprKind::Name(name) => {
                if let (Access::Local(slot), false) = (self.access(name), suspends) {
                    let b = self.shape(value, out)?;
                    out.push(update_local(op, slot, target.span, b, span));
                    return Ok(());
                }
                let a = self.load_name(name, target.span);
                let value = self.in_place(op, a, value, span, suspends, out)?;
                let store = self.store_name(name, value, target.span)?;
                out.push(store);
            }
            _ => {
                let value = self.expr(value, out)?;
                out.push(value);
            }
        }
        Ok(())
    }

    fn in_place(
        &mut self,
        op: BinaryOp,
        a: BoxNode,
        b: &Expr,
        span: Span,
        suspends: bool,
        out: &mut Steps,
    ) -> Lowered {
        let a = if suspends { self.spill(a, out) } else { a };
        let b = self.expr(b, out)?;
        Ok(Box::new(InPlace { op, a, b, span }))
    }

    /// `del target`
    pub(super) fn delete(&mut self, target: &Expr, out: &mut Steps) -> Lowered<()> {
        let span = target.span;
        match &target.kind {
            ExprKind::Name(name) => {
                let node = self.delete_name(name, span, false)?;
                out.push(node);
            }
            ExprKind::Attribute { value, name } => {
                let object = self.expr(value, out)?;
                out.push(Box::new(DeleteAttribute {
                    object,
                    name: self.attribute_name(&name.name),
                    span: self.attribute_span(target),
                }));
            }
            ExprKind::Subscript { value, index } => {
                let mut parts = self.in_order(&[value, index], out)?.into_iter();
                if let (Some(object), Some(index)) = (parts.next(), parts.next()) {
                    out.push(Box::new(DeleteItem {
                        object,
                        index,
                        span,
                    }));
                }
            }
            ExprKind::Tuple { items, .. } | ExprKind::List(items) => {
                for item in items {
                    self.delete(item, out)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Keeps a value for several uses: copies, and the last one moves it out.
    pub(super) fn copies(&mut self, value: BoxNode, count: usize, out: &mut Steps) -> Vec<BoxNode> {
        let slot = self.frame.hidden();
        out.push(Box::new(StoreLocal { slot, value }));
        let copy = |index| -> BoxNode {
            if index + 1 == count {
                Box::new(Take(slot))
            } else {
                Box::new(Peek(slot))
            }
        };
        (0..count).map(copy).collect()
    }
}
