//! `try` statements: handlers, `except*`, `else` and `finally`.

use super::{Lowered, Lowering, Steps};
use crate::nodes::block::{If, Reraise};
use crate::nodes::except_star::{StarHandler, StarKept, TryExceptStar};
use crate::nodes::exceptions::{Handler, Kept, TryExcept, TryFinally};
use crate::nodes::names::Take;
use crate::nodes::{BoxNode, Slot};
use snakelet_grammar::ast::{Handler as HandlerTree, Stmt};
use snakelet_grammar::source::Span;

/// A statement's parts that `try` is made of.
pub(super) struct TryParts<'t> {
    pub body: &'t [Stmt],
    pub handlers: &'t [HandlerTree],
    pub orelse: &'t [Stmt],
    pub finalbody: &'t [Stmt],
    /// Whether the handlers are `except*`.
    pub star: bool,
}

impl Lowering<'_> {
    pub(super) fn kept(&mut self) -> Kept {
        Kept {
            phase: self.frame.resumable(),
            exception: self.frame.resumable(),
            out: self.frame.resumable(),
            exit: self.frame.resumable(),
        }
    }

    pub(super) fn try_statement(&mut self, parts: &TryParts<'_>, out: &mut Steps) -> Lowered<()> {
        if parts.finalbody.is_empty() {
            return self.guarded(parts, out);
        }
        let slots = self.kept();
        let first = self.frame.mark();
        let before = self.frame.high_water();
        let at = out.at;
        let (body, body_suspends) = if parts.handlers.is_empty() {
            self.body(parts.body)?
        } else {
            self.sub_block(at, |this, inner| this.guarded(parts, inner))?
        };
        let scratch = first..self.frame.end_high_water(before);
        let (finalbody, final_suspends) = self.body(parts.finalbody)?;
        let suspends = body_suspends || final_suspends;
        let kept = suspends.then_some(slots);
        let node = Box::new(TryFinally {
            body,
            finalbody,
            kept,
            scratch,
        });
        out.push_step(node, suspends);
        Ok(())
    }

    /// A `try` with handlers, apart from its `finally`.
    fn guarded(&mut self, parts: &TryParts<'_>, out: &mut Steps) -> Lowered<()> {
        if parts.star {
            self.try_except_star(parts, out)
        } else {
            self.try_except(parts, out)
        }
    }

    fn try_except_star(&mut self, parts: &TryParts<'_>, out: &mut Steps) -> Lowered<()> {
        let slots = StarKept {
            phase: self.frame.resumable(),
            handled: self.frame.resumable(),
            original: self.frame.resumable(),
            rest: self.frame.resumable(),
            raised: self.frame.resumable(),
        };
        let caught = self.frame.hidden();
        let first = self.frame.mark();
        let before = self.frame.high_water();
        let (body, mut suspends) = self.body(parts.body)?;
        let scratch = first..self.frame.end_high_water(before);
        let (orelse, orelse_suspends) = self.optional_body(parts.orelse)?;
        suspends |= orelse_suspends;
        let mut handlers = Vec::with_capacity(parts.handlers.len());
        for handler in parts.handlers {
            let (lowered, handler_suspends) = self.star_handler(handler, caught)?;
            suspends |= handler_suspends;
            handlers.push(lowered);
        }
        let node = Box::new(TryExceptStar {
            body,
            handlers: handlers.into_boxed_slice(),
            orelse,
            caught,
            kept: suspends.then_some(slots),
            scratch,
        });
        out.push_step(node, suspends);
        Ok(())
    }

    fn star_handler(
        &mut self,
        handler: &HandlerTree,
        caught: Slot,
    ) -> Lowered<(StarHandler, bool)> {
        let mut classes = self.none();
        let (prelude, prelude_suspends) = self.sub_block(handler.span.start, |this, inner| {
            if let Some(exception) = &handler.exception {
                classes = this.expr(exception, inner)?;
            }
            Ok(())
        })?;
        let (bind, unbind) = self.handler_name(handler, caught)?;
        let (body, suspends) = self.body(&handler.body)?;
        let lowered = StarHandler {
            prelude: prelude_suspends.then_some(prelude),
            classes,
            span: handler.span,
            bind,
            body,
            unbind,
        };
        Ok((lowered, suspends | prelude_suspends))
    }

    fn try_except(&mut self, parts: &TryParts<'_>, out: &mut Steps) -> Lowered<()> {
        let slots = self.kept();
        let caught = self.frame.hidden();
        let first = self.frame.mark();
        let before = self.frame.high_water();
        let (body, mut suspends) = self.body(parts.body)?;
        let scratch = first..self.frame.end_high_water(before);
        let (orelse, orelse_suspends) = self.optional_body(parts.orelse)?;
        suspends |= orelse_suspends;
        let mut handlers = Vec::with_capacity(parts.handlers.len());
        for (index, handler) in parts.handlers.iter().enumerate() {
            if handler
                .exception
                .as_ref()
                .is_some_and(|classes| self.suspends(classes))
            {
                let (rest, _) = self.sub_block(handler.span.start, |this, inner| {
                    this.suspending_handlers(&parts.handlers[index..], caught, inner)
                })?;
                handlers.push(Handler {
                    classes: None,
                    span: handler.span,
                    bind: None,
                    body: rest,
                    unbind: None,
                });
                suspends = true;
                break;
            }
            let (lowered, handler_suspends) = self.handler(handler, caught)?;
            suspends |= handler_suspends;
            handlers.push(lowered);
        }
        let kept = suspends.then_some(slots);
        let node = Box::new(TryExcept {
            body,
            handlers: handlers.into_boxed_slice(),
            orelse,
            caught,
            kept,
            scratch,
        });
        out.push_step(node, suspends);
        Ok(())
    }

    fn handler(&mut self, handler: &HandlerTree, caught: Slot) -> Lowered<(Handler, bool)> {
        let mut none = Steps::default();
        let classes = match &handler.exception {
            Some(classes) => Some(self.expr(classes, &mut none)?),
            None => None,
        };
        let span = handler.span;
        let (bind, unbind) = self.handler_name(handler, caught)?;
        let (body, suspends) = self.body(&handler.body)?;
        Ok((
            Handler {
                classes,
                span,
                bind,
                body,
                unbind,
            },
            suspends,
        ))
    }

    #[allow(clippy::type_complexity)]
    fn handler_name(
        &mut self,
        handler: &HandlerTree,
        caught: Slot,
    ) -> Lowered<(Option<BoxNode>, Option<BoxNode>)> {
        let Some(name) = &handler.name else {
            return Ok((None, None));
        };
        let bind = self.store_name(&name.name, Box::new(Take(caught)), name.span)?;
        let unbind = self.delete_name(&name.name, name.span, true)?;
        Ok((Some(bind), Some(unbind)))
    }

    /// Handlers of which the first suspends while its classes are evaluated: tests in the body of one that catches all.
    fn suspending_handlers(
        &mut self,
        handlers: &[HandlerTree],
        caught: Slot,
        out: &mut Steps,
    ) -> Lowered<()> {
        let Some((handler, rest)) = handlers.split_first() else {
            out.push(Box::new(Reraise {
                span: Span::default(),
            }));
            return Ok(());
        };
        let span = handler.span;
        let test: BoxNode = match &handler.exception {
            Some(classes) => {
                let classes = self.expr(classes, out)?;
                Box::new(crate::nodes::exceptions::Catches { classes, span })
            }
            None => Box::new(crate::nodes::literals::Literal(
                crate::objects::value::Value::bool(true),
            )),
        };
        let name = self.handler_name(handler, caught)?;
        let (body, _) = self.sub_block(handler.span.start, |this, inner| {
            let (bind, unbind) = name;
            if let Some(bind) = bind {
                inner.push(Box::new(crate::nodes::exceptions::HandledInto(caught)));
                inner.push(bind);
            }
            let Some(unbind) = unbind else {
                return this.statements(&handler.body, inner);
            };
            let slots = this.kept();
            let first = this.frame.mark();
            let before = this.frame.high_water();
            let (body, suspends) = this.body(&handler.body)?;
            let scratch = first..this.frame.end_high_water(before);
            let kept = suspends.then_some(slots);
            let node = Box::new(TryFinally {
                body,
                finalbody: unbind,
                kept,
                scratch,
            });
            inner.push_step(node, suspends);
            Ok(())
        })?;
        let (orelse, _) = self.sub_block(handler.span.start, |this, inner| {
            this.suspending_handlers(rest, caught, inner)
        })?;
        let slot = self.frame.hidden();
        out.push_suspending(Box::new(If::<true> {
            test,
            body,
            orelse: Some(orelse),
            slot,
            span,
        }));
        Ok(())
    }
}
