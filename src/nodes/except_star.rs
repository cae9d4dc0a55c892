//! `try` with `except*`: each handler gets the part of the exception that it catches, as a group; what the handlers raise
//! and what none of them catches goes on as one exception. Plain `try` is `exceptions.rs`.

use super::exceptions::record;
use super::{BoxNode, Slot, block::statement, noted};
use crate::interp::{Exit, Flow, Node, Raised, Res, Slots, Vm};
use crate::objects::counted::Ref;
use crate::objects::exception::Exception;
use crate::objects::exceptions::group;
use crate::objects::list::List;
use crate::objects::value::Value;
use snakelet_grammar::source::Span;

/// One `except*`.
pub struct StarHandler {
    /// The steps before its classes can be evaluated, if these suspend.
    pub prelude: Option<BoxNode>,
    /// What it catches.
    pub classes: BoxNode,
    /// Its place.
    pub span: Span,
    /// Binds the group, which waits in the hidden slot `caught`.
    pub bind: Option<BoxNode>,
    /// Its statements.
    pub body: BoxNode,
    /// Unbinds the name.
    pub unbind: Option<BoxNode>,
}

/// The hidden slots of a `try` that suspends.
#[derive(Clone, Copy)]
pub struct StarKept {
    /// The phase.
    pub phase: Slot,
    /// The exception being handled where the frame was left.
    pub handled: Slot,
    /// The exception that the body raised.
    pub original: Slot,
    /// What no handler has caught so far, or `None`.
    pub rest: Slot,
    /// The list of what handlers have raised.
    pub raised: Slot,
}

/// `try` with `except*` and `else`.
pub struct TryExceptStar {
    /// The body.
    pub body: BoxNode,
    /// The handlers.
    pub handlers: Box<[StarHandler]>,
    /// If the body raised nothing.
    pub orelse: Option<BoxNode>,
    /// Where the caught group waits for `bind`.
    pub caught: Slot,
    /// For frames that are entered again.
    pub kept: Option<StarKept>,
    /// Hidden slots that the body may have left values in.
    pub scratch: std::ops::Range<Slot>,
}

const IN_BODY: i64 = 0;
const IN_ELSE: i64 = 1;
/// From here on: twice the handler's index, and one more inside its statements.
const IN_HANDLERS: i64 = 2;

/// An exception on its way through the handlers.
struct Handling {
    original: Ref<Exception>,
    rest: Option<Ref<Exception>>,
    raised: Vec<Ref<Exception>>,
    /// What was being handled before.
    before: Option<Ref<Exception>>,
}

impl Node for TryExceptStar {
    statement!();

    fn exec(&self, vm: &Vm, slots: &mut Slots) -> Flow {
        let phase = match self.kept {
            Some(kept) => super::resumed(vm, slots, kept.phase).unwrap_or(IN_BODY),
            None => IN_BODY,
        };
        if phase >= IN_HANDLERS {
            return self.enter_again(vm, slots, phase - IN_HANDLERS);
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

impl TryExceptStar {
    fn leave(&self, slots: &mut Slots, phase: i64, exit: Exit) -> Flow {
        if let Some(kept) = self.kept {
            super::keep(slots, kept.phase, phase, exit);
        }
        Err(exit)
    }

    #[cold]
    fn handle(&self, vm: &Vm, slots: &mut Slots) -> Flow {
        record(vm);
        if let Some(kept) = self.kept {
            slots[kept.phase as usize].store(Value::Undef);
        }
        let original = vm.take_raised();
        for slot in self.scratch.clone() {
            slots[slot as usize].take().discard();
        }
        let handling = Handling {
            rest: Some(original.clone()),
            raised: Vec::new(),
            before: vm.thread.handled.replace(Some(original.clone())),
            original,
        };
        self.run_handlers(vm, slots, handling, 0, false)
    }

    /// Runs the handlers from `index` on; the first one only from its statements on when `inside`.
    fn run_handlers(
        &self,
        vm: &Vm,
        slots: &mut Slots,
        mut handling: Handling,
        mut index: usize,
        mut inside: bool,
    ) -> Flow {
        while let Some(handler) = self.handlers.get(index) {
            if !inside {
                match self.enter_handler(vm, slots, handler, &mut handling) {
                    Ok(true) => {}
                    Ok(false) => {
                        index += 1;
                        continue;
                    }
                    Err(exit) if exit.suspends() => {
                        return self.suspend(vm, slots, handling, 2 * index as i64, exit);
                    }
                    Err(exit) => {
                        if exit == Exit::Raise {
                            record(vm);
                        }
                        return self.finish(vm, slots, handling, Err(exit));
                    }
                }
            }
            inside = false;
            let flow = handler.body.exec(vm, slots);
            match flow {
                Ok(()) => {}
                Err(exit) if exit.suspends() => {
                    return self.suspend(vm, slots, handling, 2 * index as i64 + 1, exit);
                }
                Err(Exit::Raise) => {
                    record(vm);
                    handling.raised.push(vm.take_raised());
                }
                Err(exit) => return self.finish(vm, slots, handling, Err(exit)),
            }
            if let Some(unbind) = &handler.unbind {
                let unbound = unbind.exec(vm, slots);
                debug_assert!(unbound.is_ok());
            }
            index += 1;
        }
        let flow = self.join(vm, &handling);
        self.finish(vm, slots, handling, flow)
    }

    /// Finds what a handler catches; `false`: nothing.
    fn enter_handler(
        &self,
        vm: &Vm,
        slots: &mut Slots,
        handler: &StarHandler,
        handling: &mut Handling,
    ) -> Result<bool, Exit> {
        if let Some(prelude) = &handler.prelude {
            prelude.exec(vm, slots)?;
        }
        vm.thread.at.set(handler.span.start);
        let classes = handler.classes.eval(vm, slots)?;
        let split = noted(vm, handler.span, split(vm, &classes, handling))?;
        let Some(matching) = split else {
            return Ok(false);
        };
        vm.thread.handled.set(Some(matching.clone()));
        if let Some(bind) = &handler.bind {
            slots[self.caught as usize].store(Value::from(matching));
            bind.exec(vm, slots)?;
        }
        Ok(true)
    }

    /// What goes on when all handlers are through.
    fn join(&self, vm: &Vm, handling: &Handling) -> Flow {
        let raised = handling.raised.clone();
        let rest = handling.rest.clone();
        match group::join_after_handlers(vm, &handling.original, raised, rest)? {
            None => Ok(()),
            Some(exception) => {
                vm.rethrow(exception);
                vm.thread.place.set(crate::interp::Place::Recorded);
                Err(Exit::Raise)
            }
        }
    }

    fn finish(&self, vm: &Vm, slots: &mut Slots, handling: Handling, flow: Flow) -> Flow {
        if let Some(kept) = self.kept {
            slots[kept.phase as usize].store(Value::Undef);
        }
        vm.thread.handled.set(handling.before);
        flow
    }

    fn suspend(
        &self,
        vm: &Vm,
        slots: &mut Slots,
        handling: Handling,
        position: i64,
        exit: Exit,
    ) -> Flow {
        let handled = vm.thread.handled.replace(handling.before);
        if let Some(kept) = self.kept {
            let or_none =
                |exception: Option<Ref<Exception>>| exception.map_or(Value::None, Value::from);
            let raised = handling.raised.into_iter().map(Value::from).collect();
            slots[kept.phase as usize].store(Value::Int(IN_HANDLERS + position));
            slots[kept.handled as usize].store(or_none(handled));
            slots[kept.original as usize].store(Value::from(handling.original));
            slots[kept.rest as usize].store(or_none(handling.rest));
            slots[kept.raised as usize].store(Value::from(List::new(raised)));
        }
        Err(exit)
    }

    fn enter_again(&self, vm: &Vm, slots: &mut Slots, position: i64) -> Flow {
        let Some(kept) = self.kept else { return Ok(()) };
        let mut taken = |slot: Slot| {
            let value = slots[slot as usize].take();
            Exception::of(&value).cloned()
        };
        let (handled, original, rest) =
            (taken(kept.handled), taken(kept.original), taken(kept.rest));
        let Some(original) = original else {
            return Ok(());
        };
        let raised = match slots[kept.raised as usize].take() {
            Value::List(list) => list.to_vec(),
            _ => Vec::new(),
        };
        let handling = Handling {
            original,
            rest,
            raised: raised.iter().filter_map(Exception::of).cloned().collect(),
            before: vm.thread.handled.replace(handled),
        };
        self.run_handlers(
            vm,
            slots,
            handling,
            (position / 2) as usize,
            position % 2 == 1,
        )
    }
}

/// What `except* classes` catches of what is left.
fn split(vm: &Vm, classes: &Value, handling: &mut Handling) -> Res<Option<Ref<Exception>>> {
    group::check_handler_classes(vm, classes)?;
    let Some(rest) = handling.rest.clone() else {
        return Ok(None);
    };
    let (matching, left) = group::split_for_handler(vm, &rest, classes)?;
    handling.rest = left;
    Ok(matching)
}
