//! What the methods of async generators give: awaitables that run the generator to its next item or its end. Also the
//! hooks that an event loop sets to hear of generators that begin, and of those dropped before their end.

use super::class::Class;
use super::coroutine::{Coroutine, State};
use super::coroutine_methods::thrown;
use super::counted::{CloneCell, Ref};
use super::exception::Exception;
use super::object::Object;
use super::value::Value;
use crate::interp::coroutine::drive;
use crate::interp::{Raised, Res, Resume, Stepped, Vm};
use std::cell::Cell;
use std::rc::Rc;

/// `sys.set_asyncgen_hooks`: `None` or a callable each.
pub struct Hooks {
    /// Called with a generator when it is first iterated.
    pub first_iteration: CloneCell<Value>,
    /// Called with a generator that is dropped before its end.
    pub finalizer: CloneCell<Value>,
}

impl Default for Hooks {
    fn default() -> Hooks {
        Hooks {
            first_iteration: CloneCell::new(Value::None),
            finalizer: CloneCell::new(Value::None),
        }
    }
}

/// The hooks of an interpreter.
pub fn hooks(vm: &Vm) -> Rc<Hooks> {
    vm.extension::<Hooks>()
}

/// What a step does when it begins.
enum Begin {
    /// `asend(value)`, `__anext__()`
    Send(Value),
    /// `athrow(…)`: what the arguments mean is found out when the step begins.
    Throw(Vec<Value>),
    /// `aclose()`
    Close,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Created,
    Begun,
    Over,
}

/// One awaitable step of an async generator.
pub struct AsyncStep {
    generator: Ref<Coroutine>,
    begin: Begin,
    stage: Cell<Stage>,
}

/// `generator.__anext__()`, `generator.asend(value)`
pub fn send(vm: &Vm, generator: &Ref<Coroutine>, value: Value) -> Res {
    make(vm, generator, Begin::Send(value))
}

/// `generator.athrow(…)`
pub fn throw(vm: &Vm, generator: &Ref<Coroutine>, args: &[Value]) -> Res {
    make(vm, generator, Begin::Throw(args.to_vec()))
}

/// `generator.aclose()`
pub fn close(vm: &Vm, generator: &Ref<Coroutine>) -> Res {
    make(vm, generator, Begin::Close)
}

fn make(vm: &Vm, generator: &Ref<Coroutine>, begin: Begin) -> Res {
    call_hooks(vm, generator)?;
    Ok(Value::from(Ref::new(AsyncStep {
        generator: generator.clone(),
        begin,
        stage: Cell::new(Stage::Created),
    })))
}

fn call_hooks(vm: &Vm, generator: &Ref<Coroutine>) -> Res<()> {
    if generator.with_rare(|rare| std::mem::replace(&mut rare.hooks_called, true)) {
        return Ok(());
    }
    let hooks = hooks(vm);
    let finalizer = hooks.finalizer.get();
    if !finalizer.is_none() {
        let old = generator.with_rare(|rare| std::mem::replace(&mut rare.finalizer, finalizer));
        old.discard();
    }
    let first = hooks.first_iteration.get();
    if !first.is_none() {
        vm.call_with(&first, &[Value::Coroutine(generator.clone())])?
            .discard();
    }
    Ok(())
}

/// Whether a step of the generator runs.
pub fn is_busy(generator: &Coroutine) -> bool {
    generator.if_rare(|rare| rare.busy).unwrap_or(false)
}

fn set_busy(generator: &Coroutine, busy: bool) {
    generator.with_rare(|rare| rare.busy = busy);
}

fn is_closing(generator: &Coroutine) -> bool {
    generator.if_rare(|rare| rare.closing).unwrap_or(false)
}

fn set_closing(generator: &Coroutine) {
    generator.with_rare(|rare| rare.closing = true);
}

impl AsyncStep {
    /// The method that gave it.
    pub fn method(&self) -> &'static str {
        match self.begin {
            Begin::Send(_) => "asend",
            Begin::Throw(_) => "athrow",
            Begin::Close => "aclose",
        }
    }

    fn step(&self, vm: &Vm, input: Resume) -> Stepped {
        if self.stage.get() == Stage::Over {
            return Stepped::Raise(vm.runtime_error(match self.begin {
                Begin::Send(_) => "cannot reuse already awaited __anext__()/asend()",
                _ => "cannot reuse already awaited aclose()/athrow()",
            }));
        }
        let input = match self.stage.replace(Stage::Begun) {
            Stage::Created => match self.begun(vm, input) {
                Ok(Some(input)) => input,
                Ok(None) => return Stepped::Return(Value::None),
                Err(raised) => {
                    self.stage.set(Stage::Over);
                    return Stepped::Raise(raised);
                }
            },
            _ => input,
        };
        match drive(vm, &self.generator, input) {
            Stepped::Yield(value) => Stepped::Yield(value),
            Stepped::Item(item) => {
                self.over();
                match self.begin {
                    Begin::Close => {
                        Stepped::Raise(vm.runtime_error("async generator ignored GeneratorExit"))
                    }
                    _ => Stepped::Return(item),
                }
            }
            Stepped::Return(_) => {
                self.over();
                match self.begin {
                    Begin::Close => Stepped::Return(Value::None),
                    _ => {
                        set_closing(&self.generator);
                        Stepped::Raise(vm.raise_with(&vm.types.stop_async_iteration, Vec::new()))
                    }
                }
            }
            Stepped::Raise(raised) => self.ended_by(vm, raised),
        }
    }

    /// What the generator receives first; `None`: there is nothing to run.
    fn begun(&self, vm: &Vm, input: Resume) -> Res<Option<Resume>> {
        let generator = &self.generator;
        let is_send = matches!(self.begin, Begin::Send(_));
        if !is_send && generator.state.get() == State::Finished {
            self.stage.set(Stage::Over);
            return match input {
                Resume::Throw(exception) => Err(vm.rethrow(exception)),
                Resume::Value(_) => Ok(None),
            };
        }
        if is_busy(generator) {
            let method = if is_send { "anext" } else { self.method() };
            let message = format!("{method}(): asynchronous generator is already running");
            return Err(vm.runtime_error(&message));
        }
        if !is_send && is_closing(generator) {
            return Err(vm.raise_with(&vm.types.stop_async_iteration, Vec::new()));
        }
        let input = match (input, &self.begin) {
            (Resume::Throw(exception), _) => Resume::Throw(exception),
            (Resume::Value(Value::None | Value::Undef), Begin::Send(value)) => {
                Resume::Value(value.clone())
            }
            (Resume::Value(value), Begin::Send(_)) => Resume::Value(value),
            (Resume::Value(Value::None | Value::Undef), Begin::Throw(args)) => {
                Resume::Throw(thrown(vm, args)?)
            }
            (Resume::Value(Value::None | Value::Undef), Begin::Close) => {
                set_closing(generator);
                Resume::Throw(Exception::new(&vm.types.generator_exit, Vec::new()))
            }
            (Resume::Value(_), _) => {
                return Err(
                    vm.runtime_error("can't send non-None value to a just-started coroutine")
                );
            }
        };
        set_busy(generator, true);
        Ok(Some(input))
    }

    fn over(&self) {
        self.stage.set(Stage::Over);
        set_busy(&self.generator, false);
    }

    /// The generator has ended with the exception on its way.
    fn ended_by(&self, vm: &Vm, raised: Raised) -> Stepped {
        self.over();
        let types = &vm.types;
        if vm.raised_is(&types.stop_async_iteration) || vm.raised_is(&types.generator_exit) {
            set_closing(&self.generator);
            if matches!(self.begin, Begin::Close) {
                drop(vm.take_raised());
                return Stepped::Return(Value::None);
            }
        }
        Stepped::Raise(raised)
    }

    /// `close()` of the awaitable.
    pub fn close(&self, vm: &Vm) -> Res {
        if self.stage.get() == Stage::Over {
            return Ok(Value::None);
        }
        if self.stage.get() == Stage::Created && !is_busy(&self.generator) {
            self.stage.set(Stage::Over);
            return Ok(Value::None);
        }
        let exit = Exception::new(&vm.types.generator_exit, Vec::new());
        match self.step(vm, Resume::Throw(exit)) {
            Stepped::Yield(_) | Stepped::Item(_) => {
                Err(vm.runtime_error("coroutine ignored GeneratorExit"))
            }
            Stepped::Return(_) => Ok(Value::None),
            Stepped::Raise(raised) => {
                let types = &vm.types;
                let ends = [
                    &types.stop_async_iteration,
                    &types.stop_iteration,
                    &types.generator_exit,
                ];
                if ends.iter().any(|class| vm.raised_is(class)) {
                    drop(vm.take_raised());
                    return Ok(Value::None);
                }
                Err(raised)
            }
        }
    }
}

impl Object for AsyncStep {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        match self.begin {
            Begin::Send(_) => vm.types.async_generator_asend.clone(),
            _ => vm.types.async_generator_athrow.clone(),
        }
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&Value::Coroutine(self.generator.clone()));
        match &self.begin {
            Begin::Send(value) => visit(value),
            Begin::Throw(args) => args.iter().for_each(visit),
            Begin::Close => {}
        }
    }

    /// The generator is cleared instead.
    fn clear(&self) {}

    #[inline(always)]
    fn wants_finalizer(&self) -> bool {
        self.stage.get() == Stage::Created
    }

    fn finalize(&self, _this: &Value) {
        crate::interp::finalize::aside(|vm| {
            let generator = vm.str(&self.generator.qualname()).unwrap_or_default();
            let method = self.method();
            vm.warn_unawaited(&format!(
                "coroutine method '{method}' of '{generator}' was never awaited"
            ));
        });
    }

    fn iter(&self, _vm: &Vm, this: &Value) -> Res<Option<Value>> {
        Ok(Some(this.clone()))
    }

    fn is_iterator(&self) -> bool {
        true
    }

    fn next(&self, vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        super::coroutine_methods::next_of(vm, self.step(vm, Resume::Value(Value::None)))
    }

    fn steps_itself(&self) -> bool {
        true
    }

    fn await_step(&self, vm: &Vm, _this: &Value, input: Resume) -> Stepped {
        self.step(vm, input)
    }
}
