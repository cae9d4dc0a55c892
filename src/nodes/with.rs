//! `with` and `async with`.

use super::{BoxNode, Slot, block::statement, exceptions::record, noted};
use crate::interp::{Exit, Flow, Node, Raised, Res, Slots, Vm};
use crate::objects::exception::Exception;
use crate::objects::value::Value;
use snakelet_grammar::source::Span;

/// Finds the manager's two methods, and gives what entering gives: a value, or what has to be awaited for it.
pub struct EnterContext {
    /// The manager.
    pub manager: BoxNode,
    /// Where the bound exit method goes.
    pub exit: Slot,
    /// Whether it is an `async with`.
    pub is_async: bool,
    /// The manager's place.
    pub span: Span,
}

impl Node for EnterContext {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let manager = self.manager.eval(vm, slots)?;
        vm.thread.at.set(self.span.start);
        let (exit, entered) = noted(vm, self.span, self.enter(vm, &manager))?;
        slots[self.exit as usize].store(exit);
        Ok(entered)
    }
}

impl EnterContext {
    fn enter(&self, vm: &Vm, manager: &Value) -> Res<(Value, Value)> {
        let names = &vm.names;
        let (enter_name, exit_name) = if self.is_async {
            (&names.__aenter__, &names.__aexit__)
        } else {
            (&names.__enter__, &names.__exit__)
        };
        let class = vm.class_of(manager);
        let enter = class.lookup(vm, enter_name);
        let exit = class.lookup(vm, exit_name);
        let (Some(enter), Some(exit)) = (enter.clone(), exit.clone()) else {
            return Err(self.no_manager(vm, manager, enter.is_none(), exit_name.lossy().as_ref()));
        };
        let exit = vm.bind_descriptor(&exit, Some(manager), &class)?;
        let entered = vm.call_bound(&enter, manager, crate::interp::Args::none())?;
        Ok((exit, entered))
    }

    #[cold]
    fn no_manager(&self, vm: &Vm, manager: &Value, no_enter: bool, exit_name: &str) -> Raised {
        let class = vm.class_name(manager);
        let kind = if self.is_async {
            "asynchronous context manager"
        } else {
            "context manager"
        };
        let missed = if no_enter {
            String::new()
        } else {
            format!(" (missed {exit_name} method)")
        };
        vm.type_error(&format!(
            "'{class}' object does not support the {kind} protocol{missed}"
        ))
    }
}

/// The body of a `with`: the exit method is called however it is left.
pub struct WithBody {
    /// The slot of the bound exit method.
    pub exit: Slot,
    /// Assigns the target and runs the statements.
    pub body: BoxNode,
    /// Calls the exit method with the exception in `exception` (`Undef`: none), into `result`; may suspend.
    pub call_exit: BoxNode,
    /// Where the exception waits.
    pub exception: Slot,
    /// Where the exit method's result comes.
    pub result: Slot,
    /// For frames that are entered again.
    pub kept: Option<super::exceptions::Kept>,
    /// The manager's place.
    pub span: Span,
}

const IN_BODY: i64 = 0;
const IN_EXIT: i64 = 1;

impl Node for WithBody {
    statement!();

    fn exec(&self, vm: &Vm, slots: &mut Slots) -> Flow {
        let phase = match self.kept {
            Some(kept) => super::resumed(vm, slots, kept.phase).unwrap_or(IN_BODY),
            None => IN_BODY,
        };
        let (pending, out) = if phase == IN_BODY {
            let flow = self.body.exec(vm, slots);
            let mut out = Value::Undef;
            match flow {
                Err(exit) if exit.suspends() => {
                    if let Some(kept) = self.kept {
                        super::keep(slots, kept.phase, IN_BODY, exit);
                    }
                    return flow;
                }
                Err(Exit::Raise) => {
                    record(vm);
                    slots[self.exception as usize].store(Value::from(vm.take_raised()));
                }
                Err(Exit::Return) => out = vm.thread.out.take(),
                _ => {}
            }
            (flow, out)
        } else {
            self.pending_again(slots)
        };
        vm.thread.at.set(self.span.start);
        let exception = Exception::of(&slots[self.exception as usize]).cloned();
        let before = exception
            .clone()
            .map(|exception| vm.thread.handled.replace(Some(exception)));
        let flow = self.call_exit.exec(vm, slots);
        if flow == Err(Exit::Raise) {
            record(vm);
        }
        let swallowed = match flow {
            Ok(()) if exception.is_some() => {
                let result = slots[self.result as usize].take();
                vm.thread.at.set(self.span.start);
                noted(vm, self.span, vm.truth(&result))
            }
            _ => Ok(false),
        };
        if let Some(before) = before {
            vm.thread.handled.set(before);
        }
        if let Err(exit) = flow
            && let Some(kept) = self.kept
        {
            if exit.suspends() {
                self.keep_pending(slots, kept, pending, out);
                return flow;
            }
            slots[kept.phase as usize].store(Value::Undef);
        }
        slots[self.exit as usize].store(Value::Undef);
        slots[self.exception as usize].store(Value::Undef);
        flow?;
        let swallowed = swallowed?;
        match (pending, exception) {
            (Err(Exit::Raise), Some(_)) if swallowed => Ok(()),
            (Err(Exit::Raise), Some(exception)) => {
                if let Some(at) = exception.left_at() {
                    vm.thread.at.set(at);
                }
                vm.rethrow(exception);
                vm.thread.place.set(crate::interp::Place::Recorded);
                pending
            }
            (Err(Exit::Return), _) => {
                vm.thread.out.set(out);
                pending
            }
            _ => pending,
        }
    }
}

impl WithBody {
    fn keep_pending(
        &self,
        slots: &mut Slots,
        kept: super::exceptions::Kept,
        pending: Flow,
        out: Value,
    ) {
        let code = match pending {
            Ok(()) => 0,
            Err(Exit::Break) => 1,
            Err(Exit::Continue) => 2,
            Err(Exit::Return) => 3,
            Err(_) => 4,
        };
        slots[kept.phase as usize].store(Value::Int(IN_EXIT));
        slots[kept.exit as usize].store(Value::Int(code));
        slots[kept.out as usize].store(out);
    }

    fn pending_again(&self, slots: &mut Slots) -> (Flow, Value) {
        let Some(kept) = self.kept else {
            return (Ok(()), Value::Undef);
        };
        let flow = match slots[kept.exit as usize].take() {
            Value::Int(1) => Err(Exit::Break),
            Value::Int(2) => Err(Exit::Continue),
            Value::Int(3) => Err(Exit::Return),
            Value::Int(4) => Err(Exit::Raise),
            _ => Ok(()),
        };
        (flow, slots[kept.out as usize].take())
    }
}

/// `exit(type, exception, traceback)` with the exception in a slot, or with three times `None`.
pub struct CallExit {
    /// The slot of the bound exit method.
    pub exit: Slot,
    /// The slot of the exception.
    pub exception: Slot,
    /// The manager's place.
    pub span: Span,
}

impl Node for CallExit {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let exit = slots[self.exit as usize].clone();
        let args = match Exception::of(&slots[self.exception as usize]) {
            Some(exception) => {
                let traceback = crate::objects::traceback::of_exception(vm, exception);
                [
                    Value::Class(exception.class_ref()),
                    Value::from(exception.clone()),
                    traceback,
                ]
            }
            None => [Value::None, Value::None, Value::None],
        };
        noted(vm, self.span, vm.call_with(&exit, &args))
    }
}
