//! `try`: handlers, `else`, `finally`. One node serves plain and resumable frames; the latter keep their phase in a slot.

use super::{BoxNode, Slot, block::statement, noted};
use crate::interp::{Exit, Flow, Node, Raised, Res, Slots, Vm};
use crate::objects::counted::Ref;
use crate::objects::exception::Exception;
use crate::objects::value::Value;
use snakelet_grammar::source::Span;

/// The code of the running frame's exception goes into its traceback: the exception stays in this frame for now.
pub fn record(vm: &Vm) {
    vm.record_place();
}

/// One `except`.
pub struct Handler {
    /// What it catches; `None`: all.
    pub classes: Option<BoxNode>,
    /// Its place.
    pub span: Span,
    /// Binds the exception, which waits in the hidden slot `caught`.
    pub bind: Option<BoxNode>,
    /// Its statements.
    pub body: BoxNode,
    /// Unbinds the name.
    pub unbind: Option<BoxNode>,
}

/// Where a `try` that suspends keeps things: consecutive hidden slots.
#[derive(Clone, Copy)]
pub struct Kept {
    /// The phase.
    pub phase: Slot,
    /// The handled exception, or the one that waits for `finally` to end.
    pub exception: Slot,
    /// The value of a `return` that waits for `finally` to end.
    pub out: Slot,
    /// How the statement will be left after `finally`.
    pub exit: Slot,
}

/// `try` with `except` and `else`.
pub struct TryExcept {
    /// The body.
    pub body: BoxNode,
    /// The handlers.
    pub handlers: Box<[Handler]>,
    /// If the body raised nothing.
    pub orelse: Option<BoxNode>,
    /// Where the caught exception waits for `bind`.
    pub caught: Slot,
    /// For frames that are entered again.
    pub kept: Option<Kept>,
    /// Hidden slots that the body may have left values in.
    pub scratch: std::ops::Range<Slot>,
}

const IN_BODY: i64 = 0;
const IN_ELSE: i64 = 1;
const IN_HANDLER: i64 = 2;

impl Node for TryExcept {
    statement!();

    #[inline]
    fn exec(&self, vm: &Vm, slots: &mut Slots) -> Flow {
        let phase = match self.kept {
            Some(kept) => super::resumed(vm, slots, kept.phase).unwrap_or(IN_BODY),
            None => IN_BODY,
        };
        if phase >= IN_HANDLER {
            return self.enter_handler_again(vm, slots, (phase - IN_HANDLER) as usize);
        }
        if phase == IN_BODY {
            match self.body.exec(vm, slots) {
                Ok(()) => {}
                Err(Exit::Raise) => return self.handle(vm, slots),
                Err(exit) => return self.leave(slots, IN_BODY, exit),
            }
        }
        match &self.orelse {
            None => Ok(()),
            Some(orelse) => match orelse.exec(vm, slots) {
                Ok(()) => Ok(()),
                Err(exit) => self.leave(slots, IN_ELSE, exit),
            },
        }
    }
}

impl TryExcept {
    #[inline(always)]
    fn leave(&self, slots: &mut Slots, phase: i64, exit: Exit) -> Flow {
        if let Some(kept) = self.kept {
            super::keep(slots, kept.phase, phase, exit);
        }
        Err(exit)
    }

    /// Finds the handler for the exception on its way and runs it.
    #[cold]
    #[inline(never)]
    fn handle(&self, vm: &Vm, slots: &mut Slots) -> Flow {
        if let Some(kept) = self.kept {
            slots[kept.phase as usize].store(Value::Undef);
        }
        let exception = vm.begin_handling();
        for slot in self.scratch.clone() {
            slots[slot as usize].take().discard();
        }
        let before = vm.thread.handled.replace(Some(exception.clone()));
        for (index, handler) in self.handlers.iter().enumerate() {
            let caught = match &handler.classes {
                None => Ok(true),
                Some(classes) => {
                    vm.thread.at.set(handler.span.start);
                    let matched = classes
                        .eval(vm, slots)
                        .and_then(|classes| matches(vm, &exception, &classes));
                    noted(vm, handler.span, matched)
                }
            };
            match caught {
                Ok(false) => continue,
                Ok(true) => {
                    let flow = self.run_handler(vm, slots, index, exception, None);
                    return self.finish_handler(vm, slots, index, flow, before);
                }
                Err(_) => {
                    vm.thread.handled.set(before);
                    drop(exception);
                    vm.end_handling();
                    return Err(Exit::Raise);
                }
            }
        }
        vm.thread.handled.set(before);
        vm.rethrow(exception);
        vm.thread.place.set(crate::interp::Place::Recorded);
        vm.end_handling();
        Err(Exit::Raise)
    }

    fn run_handler(
        &self,
        vm: &Vm,
        slots: &mut Slots,
        index: usize,
        exception: Ref<Exception>,
        entered: Option<()>,
    ) -> Flow {
        let handler = &self.handlers[index];
        if entered.is_none()
            && let Some(bind) = &handler.bind
        {
            slots[self.caught as usize].store(Value::from(exception));
            bind.exec(vm, slots)?;
        }
        handler.body.exec(vm, slots)
    }

    fn finish_handler(
        &self,
        vm: &Vm,
        slots: &mut Slots,
        index: usize,
        flow: Flow,
        before: Option<Ref<Exception>>,
    ) -> Flow {
        if let Err(exit) = flow
            && exit.suspends()
        {
            if let Some(kept) = self.kept {
                let handled = vm.thread.handled.replace(before);
                slots[kept.exception as usize].store(handled.map_or(Value::Undef, Value::from));
                slots[kept.phase as usize].store(Value::Int(IN_HANDLER + index as i64));
            }
            vm.end_handling();
            return flow;
        }
        if let Some(kept) = self.kept {
            slots[kept.phase as usize].store(Value::Undef);
        }
        if let Some(unbind) = &self.handlers[index].unbind {
            let raised = vm.thread.raised.take();
            let place = vm.thread.place.get();
            let unbound = unbind.exec(vm, slots);
            debug_assert!(unbound.is_ok());
            vm.thread.raised.set(raised);
            vm.thread.place.set(place);
        }
        vm.thread.handled.set(before);
        vm.end_handling();
        flow
    }

    fn enter_handler_again(&self, vm: &Vm, slots: &mut Slots, index: usize) -> Flow {
        let Some(kept) = self.kept else { return Ok(()) };
        let handled = slots[kept.exception as usize].take();
        let exception = Exception::of(&handled).cloned();
        if let Some(exception) = &exception {
            vm.handle_again(exception.clone());
        }
        drop(handled);
        let before = vm.thread.handled.replace(exception);
        let flow = self.handlers[index].body.exec(vm, slots);
        self.finish_handler(vm, slots, index, flow, before)
    }
}

/// Whether an `except` with `classes` catches the exception.
pub fn matches(vm: &Vm, exception: &Ref<Exception>, classes: &Value) -> Res<bool> {
    match classes {
        Value::Class(class) if class.is_subclass(&vm.types.base_exception) => {
            Ok(exception.class_ref().is_subclass(class))
        }
        Value::Tuple(tuple) => {
            // All are checked before any is compared.
            for each in tuple.items() {
                if !matches!(each, Value::Class(class) if class.is_subclass(&vm.types.base_exception))
                {
                    return Err(not_exceptions(vm));
                }
            }
            for each in tuple.items() {
                if matches(vm, exception, each)? {
                    return Ok(true);
                }
            }
            Ok(false)
        }
        other => match vm.unwrapped(other) {
            tuple @ Value::Tuple(_) => matches(vm, exception, &tuple),
            _ => Err(not_exceptions(vm)),
        },
    }
}

#[cold]
fn not_exceptions(vm: &Vm) -> Raised {
    vm.type_error("catching classes that do not inherit from BaseException is not allowed")
}

/// `try` with `finally`; handlers, if any, are in the body.
pub struct TryFinally {
    /// The body.
    pub body: BoxNode,
    /// Runs however the body is left.
    pub finalbody: BoxNode,
    /// For frames that are entered again.
    pub kept: Option<Kept>,
    /// Hidden slots that the body may have left values in.
    pub scratch: std::ops::Range<Slot>,
}

const IN_FINALLY: i64 = 1;

/// How a `finally` block's statement is going to be left.
struct Pending {
    flow: Flow,
    exception: Option<Ref<Exception>>,
    out: Value,
    before: Option<Option<Ref<Exception>>>,
}

impl Node for TryFinally {
    statement!();

    #[inline]
    fn exec(&self, vm: &Vm, slots: &mut Slots) -> Flow {
        let phase = match self.kept {
            Some(kept) => super::resumed(vm, slots, kept.phase).unwrap_or(IN_BODY),
            None => IN_BODY,
        };
        let pending = if phase == IN_BODY {
            let flow = self.body.exec(vm, slots);
            match flow {
                Ok(()) => return self.run_finally(vm, slots, Pending::after(Ok(()))),
                Err(exit) if exit.suspends() => {
                    if let Some(kept) = self.kept {
                        super::keep(slots, kept.phase, IN_BODY, exit);
                    }
                    return flow;
                }
                Err(Exit::Raise) => {
                    let exception = vm.begin_handling();
                    for slot in self.scratch.clone() {
                        slots[slot as usize].take().discard();
                    }
                    let before = vm.thread.handled.replace(Some(exception.clone()));
                    Pending {
                        exception: Some(exception),
                        before: Some(before),
                        ..Pending::after(flow)
                    }
                }
                Err(Exit::Return) => Pending {
                    out: vm.thread.out.take(),
                    ..Pending::after(flow)
                },
                Err(_) => Pending::after(flow),
            }
        } else {
            self.pending_again(vm, slots)
        };
        self.run_finally(vm, slots, pending)
    }
}

impl Pending {
    fn after(flow: Flow) -> Pending {
        Pending {
            flow,
            exception: None,
            out: Value::Undef,
            before: None,
        }
    }
}

impl TryFinally {
    fn run_finally(&self, vm: &Vm, slots: &mut Slots, pending: Pending) -> Flow {
        let flow = self.finalbody.exec(vm, slots);
        if let (Err(exit), Some(kept)) = (flow, self.kept) {
            if exit.suspends() {
                self.keep_pending(vm, slots, kept, pending);
                return flow;
            }
            slots[kept.phase as usize].store(Value::Undef);
        }
        let is_handled = pending.before.is_some();
        if let Some(before) = pending.before {
            vm.thread.handled.set(before);
        }
        match (flow, pending.exception) {
            (Ok(()), Some(exception)) if pending.flow == Err(Exit::Raise) => {
                vm.rethrow(exception);
                vm.thread.place.set(crate::interp::Place::Recorded);
            }
            (_, exception) => drop(exception),
        }
        if is_handled {
            vm.end_handling();
        }
        flow?;
        if pending.flow == Err(Exit::Return) {
            vm.thread.out.set(pending.out);
        }
        pending.flow
    }

    fn keep_pending(&self, vm: &Vm, slots: &mut Slots, kept: Kept, pending: Pending) {
        let code = match pending.flow {
            Ok(()) => 0,
            Err(Exit::Break) => 1,
            Err(Exit::Continue) => 2,
            Err(Exit::Return) => 3,
            Err(_) => 4,
        };
        slots[kept.phase as usize].store(Value::Int(IN_FINALLY));
        slots[kept.exit as usize].store(Value::Int(code));
        slots[kept.out as usize].store(pending.out);
        slots[kept.exception as usize].store(pending.exception.map_or(Value::Undef, Value::from));
        if let Some(before) = pending.before {
            vm.thread.handled.set(before);
            vm.end_handling();
        }
    }

    fn pending_again(&self, vm: &Vm, slots: &mut Slots) -> Pending {
        let Some(kept) = self.kept else {
            return Pending::after(Ok(()));
        };
        let flow = match slots[kept.exit as usize].take() {
            Value::Int(1) => Err(Exit::Break),
            Value::Int(2) => Err(Exit::Continue),
            Value::Int(3) => Err(Exit::Return),
            Value::Int(4) => Err(Exit::Raise),
            _ => Ok(()),
        };
        let out = slots[kept.out as usize].take();
        let waiting = slots[kept.exception as usize].take();
        let exception = Exception::of(&waiting).cloned();
        let before = exception.clone().map(|exception| {
            vm.handle_again(exception.clone());
            vm.thread.handled.replace(Some(exception))
        });
        Pending {
            flow,
            exception,
            out,
            before,
        }
    }
}

/// Whether the handled exception is one of some classes: for handlers whose classes are awaited.
pub struct Catches {
    /// The classes.
    pub classes: BoxNode,
    /// Their place.
    pub span: Span,
}

impl Node for Catches {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let classes = self.classes.eval(vm, slots)?;
        match vm.thread.handled.get() {
            Some(exception) => {
                noted(vm, self.span, matches(vm, &exception, &classes)).map(Value::bool)
            }
            None => Ok(Value::bool(false)),
        }
    }
}

/// Puts the handled exception into a hidden slot.
pub struct HandledInto(pub Slot);

impl Node for HandledInto {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let handled = vm.thread.handled.get().map_or(Value::Undef, Value::from);
        slots[self.0 as usize].store(handled);
        Ok(Value::None)
    }
}
