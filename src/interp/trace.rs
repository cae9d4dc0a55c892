//! Tracebacks in the making: the frames that an exception on its way has left, and the one in which it is handled. What
//! an entry holds is `objects/exception.rs`; raising is `raise.rs`.
//!
//! Most exceptions are caught, dropped at the end of their handler, and nobody asks how they came. So the frame that
//! handles one gets neither an object nor an entry at first: the exception notes which it is, and the entry is made
//! (`settle`) when somebody asks for the traceback, when the handler ends and the exception lives on, or when another
//! thread goes on. Likewise a frame that was left hears who called it from the next entry, and is open until then.

use super::frame::{self, Activation, innermost, running};
use super::{Place, Vm};
use crate::objects::counted::Ref;
use crate::objects::exception::Exception;
use crate::objects::frame::Frame;
use crate::objects::function::Code;
use crate::objects::value::Value;
use snakelet_grammar::source::Span;

impl Vm {
    /// Takes the exception off its way for a handler in the running frame. `end_handling` has to follow.
    pub fn begin_handling(&self) -> Ref<Exception> {
        let place = self.thread.place.get();
        let exception = self.take_on();
        if let Place::At(span) = place {
            self.settle(&exception);
            innermost(self, |activation| {
                if activation.is_of_library() {
                    self.end_trace(&exception);
                } else {
                    exception.set_caught(activation.key(), span);
                }
            });
        }
        self.handle_again(exception.clone());
        exception
    }

    /// A handler goes on that has been left for a while. `end_handling` has to follow.
    pub fn handle_again(&self, exception: Ref<Exception>) {
        self.thread.handling.borrow_mut().push(exception);
    }

    /// A handler ends, for good or for a while. Its exception may be on its way again.
    pub fn end_handling(&self) {
        let handled = self.thread.handling.borrow_mut().pop();
        let Some(exception) = handled.filter(|exception| exception.is_caught()) else {
            return;
        };
        let is_raised = self.raises(&exception);
        if exception.count() > 1 + u32::from(is_raised) {
            self.settle(&exception);
        }
    }

    /// Whether this exception is on its way.
    fn raises(&self, exception: &Ref<Exception>) -> bool {
        let raised = self.thread.raised.take();
        let is_raised = raised.as_ref().is_some_and(|raised| raised.same(exception));
        self.thread.raised.set(raised);
        is_raised
    }

    /// Makes the entry of the frame that handles an exception, if that is still missing.
    pub fn settle(&self, exception: &Exception) {
        if let Some((key, span)) = exception.take_caught()
            && let Some(frame) = frame::object_of(self, key)
        {
            exception.push_trace(frame, span);
        }
    }

    /// Makes the missing entries of all that is being handled: others are going to see it.
    pub fn settle_all(&self) {
        let handling = self.thread.handling.borrow().clone();
        for exception in handling {
            self.settle(&exception);
        }
    }

    /// The exception goes no further: whoever called the frame that it has left last is the frame that runs.
    pub fn end_trace(&self, exception: &Exception) {
        self.settle(exception);
        if let Some(frame) = exception.open_frame() {
            frame.close(self.caller_object(None));
        }
    }

    /// The exception on its way leaves a frame of a generator or coroutine, and goes no further.
    #[cold]
    pub fn end_trace_inside(&self, activation: &Activation) {
        let raised = self.thread.raised.get();
        if let Some(frame) = raised.and_then(|exception| exception.open_frame()) {
            frame.close(self.caller_object(Some(activation)));
        }
    }

    /// Puts the noted place into the traceback of the exception on its way, which stays in the running frame for now.
    pub fn record_place(&self) {
        let place = self.thread.place.replace(Place::Recorded);
        let Some(exception) = self.thread.raised.get() else {
            return;
        };
        self.settle(&exception);
        if let Place::At(span) = place {
            innermost(self, |activation| {
                if !activation.is_of_library() {
                    exception.push_trace(activation.object(self), span);
                }
            });
        }
    }

    /// The exception on its way leaves the frame of `code`, whose variables live on in the traceback.
    #[cold]
    #[inline(never)]
    pub fn leave_by_raise(
        &self,
        code: &Ref<Code>,
        slots: &mut [Value],
        activation: Option<&Activation>,
    ) {
        let known = activation.and_then(|activation| activation.release(self));
        let place = self.thread.place.replace(Place::Unknown);
        let at = match place {
            Place::At(span) => span.start,
            Place::Recorded | Place::Unknown => self.thread.at.get(),
        };
        let exception = self.thread.raised.get();
        let caught = exception
            .as_ref()
            .and_then(|exception| self.caught_here(exception, activation));
        let left = match place {
            Place::At(span) if !code.is_library => Some(span),
            _ => None,
        };
        let is_known = known.is_some();
        let frame = match known {
            Some(frame) => frame,
            None if caught.is_some() || left.is_some() => Frame::left(code, at, slots),
            None => return,
        };
        if let Some(exception) = exception {
            for span in [caught, left].into_iter().flatten() {
                exception.push_trace(frame.clone(), span);
            }
        }
        if is_known && frame.count() > 1 {
            frame.leave(at, slots, true, self.caller_object(activation));
        }
    }

    /// Where an exception was raised in the frame of `activation`, if that has handled it and has no entry yet.
    #[inline]
    fn caught_here(&self, exception: &Exception, activation: Option<&Activation>) -> Option<Span> {
        let (key, span) = exception.caught()?;
        if activation.is_some_and(|activation| activation.key() == key) {
            exception.take_caught();
            return Some(span);
        }
        self.settle(exception);
        None
    }

    /// The innermost frame ends, whose object somebody may own.
    #[cold]
    #[inline(never)]
    pub fn leave_frame(&self, slots: &mut [Value], activation: &Activation) {
        if let Some(frame) = activation.release(self)
            && frame.count() > 1
        {
            let at = self.thread.at.get();
            frame.leave(at, slots, false, self.caller_object(Some(activation)));
        }
    }

    /// The object of the frame around the innermost one, or of that itself; library code is left out.
    fn caller_object(&self, innermost: Option<&Activation>) -> Option<Ref<Frame>> {
        if let Some(innermost) = innermost
            && !self.thread.frames.are_awaited()
        {
            return innermost.caller(self);
        }
        let mut all = running(self).skip(usize::from(innermost.is_some()));
        let caller = all.find(|standing| !standing.code.is_library)?;
        Some(caller.object(self))
    }
}
