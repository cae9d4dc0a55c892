//! Running suspended frames. Await chains are flat: the coroutine that is driven from outside keeps the list of those
//! it awaits, so that resuming touches the innermost frame alone, however deep it lies.

use super::frame::{Activation, Standing, awaited_by, enter};
use super::library_arguments::is_of_library;
use super::{Exit, Raised, Res, Vm};
use crate::objects::coroutine::{Chain, Coroutine, State};
use crate::objects::counted::Ref;
use crate::objects::exception::Exception;
use crate::objects::frame::Frame;
use crate::objects::function::CodeKind;
use crate::objects::value::Value;
use snakelet_grammar::source::Span;

/// What a suspended frame receives when it is entered again.
pub enum Resume {
    /// The value of its `await` or `yield`.
    Value(Value),
    /// An exception, thrown in at the place where it waits.
    Throw(Ref<Exception>),
}

/// How far a step went.
pub enum Stepped {
    /// Suspended; the value is for whoever drives.
    Yield(Value),
    /// An async generator yielded an item: the step is over, not the generator.
    Item(Value),
    /// It ended with a value.
    Return(Value),
    /// It ended with the exception on its way.
    Raise(Raised),
}

/// How an `await` has begun.
pub enum Begun {
    /// With the value that is to be awaited.
    Awaitable(Value),
    /// The first step is done: the object that waits, or `None` if whatever comes in next is for the frame; and what it
    /// has handed up.
    Waiting(Value, Value),
}

/// An exception that is being handled.
type Handled = Option<Ref<Exception>>;

/// How running one frame ended.
enum Ran {
    Awaits(Value),
    Yields(Value),
    Returned(Value),
    Raised,
}

/// Runs `root` and what it awaits until something has to be handed up.
pub fn drive(vm: &Vm, root: &Ref<Coroutine>, mut input: Resume) -> Stepped {
    match root.state.get() {
        State::Running => return Stepped::Raise(already_running(vm, root)),
        State::Finished => return finished(vm, root, input),
        State::Created => {}
        State::Suspended => root.state.set(State::Running),
    }
    let mut chain = root.chain.take();
    restore_chain(root, &mut chain);
    if let Resume::Throw(exit) = &input
        && chain.is_some()
        && root.kind() != CodeKind::AsyncGenerator
        && exit.class_ref().is_subclass(&vm.types.generator_exit)
        && let Some(error) = close_awaited(vm, root, chain.take())
    {
        input = Resume::Throw(error);
    }
    // What is thrown in goes through the frames that wait then, and what comes of it gets the exception that each handles as
    // its context: so many of them, from the root on, were not entered since.
    let mut throws = matches!(input, Resume::Throw(_));
    let mut passed = match &chain {
        Some(chain) if throws => chain.len(),
        _ => 0,
    };
    let stepped = loop {
        let current = innermost(root, &chain).clone();
        if let Some(value) = step_awaited(vm, &current, &mut input, throws) {
            break Stepped::Yield(value);
        }
        let awaited = chain.as_deref().filter(|chain| !chain.is_empty());
        throws = false;
        let ran = match awaited {
            None => run_frame(vm, &current, input),
            Some(awaited) => awaited_by(vm, root, awaited, || run_frame(vm, &current, input)),
        };
        let ran = match ran {
            Ran::Awaits(value) => {
                let handed_up = vm.thread.handed_up.take();
                if !handed_up.is_undef() {
                    current.awaiting.set(value);
                    break Stepped::Yield(handed_up);
                }
                input = delegate(vm, &mut chain, &current, value);
                root.state.set(State::Running);
                continue;
            }
            Ran::Yields(item) if current.kind() == CodeKind::AsyncGenerator => {
                break Stepped::Item(item);
            }
            Ran::Yields(item) => break Stepped::Yield(item),
            ended => ended,
        };
        let awaited = chain.as_mut().and_then(|chain| chain.pop());
        let entered = chain.as_ref().map_or(0, |chain| chain.len());
        let is_passed = entered < passed;
        passed = passed.min(entered);
        match (ran, awaited) {
            (Ran::Returned(value), None) => break Stepped::Return(value),
            (_, None) => break Stepped::Raise(Raised),
            (Ran::Returned(value), Some(_)) => input = Resume::Value(value),
            (_, Some(_)) => {
                input = Resume::Throw(vm.take_on());
                vm.thread.rethrown.set(!is_passed);
            }
        }
        innermost(root, &chain).awaiting.set(Value::Undef);
    };
    if root.state.get() == State::Running {
        root.state.set(State::Suspended);
    }
    root.chain.set(chain.filter(|chain| !chain.is_empty()));
    stepped
}

/// Closes what `root` awaits, from the innermost outwards, before a `GeneratorExit` is thrown into it; gives the error
/// that one of them ended with instead.
#[cold]
fn close_awaited(vm: &Vm, root: &Ref<Coroutine>, chain: Chain) -> Option<Ref<Exception>> {
    let awaited = chain.map_or_else(Vec::new, |chain| *chain);
    let mut error = None;
    for (index, each) in awaited.iter().enumerate().rev() {
        let awaiter = index.checked_sub(1).map_or(root, |outer| &awaited[outer]);
        let closed = match error.take() {
            Some(error) => close_by(vm, each, error),
            None => close(vm, each).map(Value::discard),
        };
        error = closed.err().map(|_| vm.take_raised());
        awaiter.awaiting.take().discard();
    }
    error
}

/// The coroutine at the end of a chain of awaits.
#[inline(always)]
fn innermost<'a>(root: &'a Ref<Coroutine>, chain: &'a Chain) -> &'a Ref<Coroutine> {
    chain
        .as_ref()
        .and_then(|chain| chain.last())
        .unwrap_or(root)
}

/// Brings the list of awaited coroutines up to date, if a script has driven one of them by itself.
fn restore_chain(root: &Ref<Coroutine>, chain: &mut Chain) {
    let last = innermost(root, chain);
    if !last.awaiting.is_coroutine() && last.state.get() != State::Finished {
        return;
    }
    let mut restored = Vec::new();
    let mut each = root.clone();
    while let Value::Coroutine(next) = each.awaiting.get() {
        restored.push(next.clone());
        each = next;
    }
    *chain = Some(Box::new(restored));
}

/// Lets the object that `current` awaits take the input; `Some`: it hands a value up. Otherwise `input` is for the frame.
#[inline]
fn step_awaited(
    vm: &Vm,
    current: &Ref<Coroutine>,
    input: &mut Resume,
    throws: bool,
) -> Option<Value> {
    let awaited = current.awaiting.get();
    match awaited {
        Value::Undef => return None,
        // It only gave its turn away: nothing that is sent reaches the frame.
        Value::None => {
            current.awaiting.replace(Value::Undef).discard();
            if let Resume::Value(sent) = input {
                sent.store(Value::None);
            }
            return None;
        }
        _ => {}
    }
    let taken = std::mem::replace(input, Resume::Value(Value::None));
    let stepped = match current.handled_there() {
        None => step_object(vm, &awaited, taken),
        there => {
            let handled = vm.thread.handled.replace(there);
            let stepped = step_object(vm, &awaited, taken);
            vm.thread.handled.set(handled);
            stepped
        }
    };
    match stepped {
        Stepped::Yield(value) | Stepped::Item(value) => return Some(value),
        Stepped::Return(value) => *input = Resume::Value(value),
        Stepped::Raise(_) => {
            *input = Resume::Throw(vm.take_on());
            vm.thread.rethrown.set(!throws);
        }
    }
    current.awaiting.set(Value::Undef);
    drop(current.set_handled_there(None));
    None
}

/// One step of an awaited object that is no suspended frame of the chain.
pub fn step_object(vm: &Vm, awaited: &Value, input: Resume) -> Stepped {
    match awaited {
        Value::Coroutine(coroutine) => drive(vm, coroutine, input),
        Value::Instance(_) => step_iterator(vm, awaited, input),
        _ => match awaited.object() {
            Some(object) if object.steps_itself() => object.await_step(vm, awaited, input),
            _ => step_iterator(vm, awaited, input),
        },
    }
}

/// Makes `current` await `value`; gives what whoever runs next receives.
fn delegate(vm: &Vm, chain: &mut Chain, current: &Ref<Coroutine>, value: Value) -> Resume {
    let Value::Coroutine(next) = &value else {
        current.awaiting.set(value);
        return Resume::Value(Value::Undef);
    };
    let is_coroutine = next.kind() == CodeKind::Coroutine;
    let depth = chain.as_ref().map_or(0, |chain| chain.len() as u32);
    let fault = match next.state.get() {
        State::Running => Some(already_running(vm, next)),
        State::Finished if is_coroutine => {
            Some(vm.runtime_error("cannot reuse already awaited coroutine"))
        }
        State::Finished => return Resume::Value(Value::None),
        State::Suspended if is_coroutine && !next.awaiting.is_undef() => {
            Some(vm.runtime_error("coroutine is being awaited already"))
        }
        _ if depth + 1 + vm.thread.depth.get() >= vm.recursion_limit() => {
            abandon(next);
            Some(vm.raise_new(
                &vm.types.recursion_error,
                "maximum recursion depth exceeded",
            ))
        }
        _ => None,
    };
    if fault.is_some() {
        return Resume::Throw(vm.take_raised());
    }
    let awaited = chain.get_or_insert_default();
    awaited.push(next.clone());
    if let Some(mut further) = next.chain.take() {
        awaited.append(&mut further);
    }
    if current.is_special() {
        let there = current.set_handled_there(None);
        if there.is_some() {
            next.set_handled_around(there);
        }
    }
    current.awaiting.set(value);
    Resume::Value(Value::None)
}

/// Ends a frame that there is no room to enter: it was begun, as far as warnings go.
#[cold]
fn abandon(coroutine: &Ref<Coroutine>) {
    coroutine.state.set(State::Finished);
    drop(coroutine.slots.take());
}

/// Enters one frame and runs it until it suspends or ends.
fn run_frame(vm: &Vm, coroutine: &Ref<Coroutine>, input: Resume) -> Ran {
    let thread = &vm.thread;
    let state = coroutine.state.get();
    let is_new = matches!(state, State::Created | State::Finished);
    if is_new && check_begin(vm, coroutine, state, &input).is_err() {
        return Ran::Raised;
    }
    if vm.deeper().is_err() {
        abandon(coroutine);
        return Ran::Raised;
    }
    let Some(body) = coroutine.code.body.get() else {
        return Ran::Raised;
    };
    let mut slots = coroutine.slots.take();
    coroutine.state.set(State::Running);
    let around = coroutine.handled_around();
    let outer = around
        .is_some()
        .then(|| thread.handled.replace(around.clone()));
    if !is_new {
        if let Resume::Throw(_) = &input {
            thread.handled_there.set(thread.handled.get());
        }
        thread.resume.set(Some(input));
        thread.resuming.set(true);
    }
    let flow = enter(vm, &coroutine.code, |activation| {
        if coroutine.is_special() {
            stand_for(vm, activation, coroutine);
        }
        let flow = body.node.exec(vm, &mut slots);
        match flow {
            Err(Exit::Raise) => {
                vm.leave_by_raise(&coroutine.code, &mut slots, Some(activation));
                if stop_name(vm, coroutine).is_some() {
                    vm.end_trace_inside(activation);
                }
            }
            _ => coroutine.at.set(thread.at.get()),
        }
        if activation.has_object() {
            leave_or_suspend(vm, coroutine, activation, flow, &mut slots);
        }
        flow
    });
    if !thread.handled_there.is_none() {
        keep_handled(vm, coroutine, outer.as_ref(), flow);
    }
    if let Some(outer) = outer {
        thread.handled.set(outer);
    }
    vm.shallower();
    if let Err(exit @ (Exit::Await | Exit::Yield)) = flow {
        // What was there is an empty box.
        std::mem::forget(coroutine.slots.replace(slots));
        coroutine.state.set(State::Suspended);
        let out = thread.out.take();
        return if exit == Exit::Await {
            Ran::Awaits(out)
        } else {
            Ran::Yields(out)
        };
    }
    coroutine.state.set(State::Finished);
    let out = thread.out.take();
    if flow == Err(Exit::Raise) {
        // The slots go before the caller sees the exception, with everything in flight kept safe.
        let (raised, place) = (thread.raised.take(), thread.place.get());
        unwind(&mut slots, coroutine.code.layout().names.len());
        drop(slots);
        coroutine.set_handled_around(None);
        thread.raised.set(raised);
        thread.place.set(place);
        convert_stop(vm, coroutine);
        return Ran::Raised;
    }
    drop(slots);
    coroutine.set_handled_around(None);
    Ran::Returned(if flow == Err(Exit::Return) {
        out
    } else {
        Value::None
    })
}

/// Whether a frame can begin with what comes in; otherwise an exception is on its way, and the frame has not been entered.
fn check_begin(vm: &Vm, coroutine: &Ref<Coroutine>, state: State, input: &Resume) -> Res<()> {
    if state == State::Finished {
        // A script has driven it to its end while it was awaited.
        return Err(vm.runtime_error("cannot reuse already awaited coroutine"));
    }
    match input {
        Resume::Throw(exception) => {
            coroutine.state.set(State::Finished);
            drop(coroutine.slots.take());
            vm.rethrow(exception.clone());
            // Its place is the line in which the function begins, no part of which is marked.
            let start = coroutine.code.span.start;
            vm.note(Span::new(start, start));
            drop(coroutine.set_frame(None));
            vm.leave_by_raise(&coroutine.code, &mut [], None);
            Err(Raised)
        }
        Resume::Value(Value::None | Value::Undef) => Ok(()),
        Resume::Value(_) => {
            let kind = kind_name(coroutine);
            Err(vm.type_error(&format!(
                "can't send non-None value to a just-started {kind}"
            )))
        }
    }
}

/// Keeps the exception that is handled where a frame waits for what it awaits, unless whoever drives it handles that.
/// `outer` is what was handled around the frame, if the frame changed that.
#[cold]
fn keep_handled(vm: &Vm, coroutine: &Ref<Coroutine>, outer: Option<&Handled>, flow: super::Flow) {
    let there = vm.thread.handled_there.take();
    let handled = outer.map_or_else(|| vm.thread.handled.get(), Clone::clone);
    let is_driver = match (&there, &handled) {
        (Some(there), Some(handled)) => there.same(handled),
        _ => false,
    };
    if flow == Err(Exit::Await) && (!is_driver || coroutine.handled_around().is_some()) {
        drop(coroutine.set_handled_there(there));
    }
}

/// The object that a script has seen stands for the frame while it runs.
#[cold]
fn stand_for(vm: &Vm, activation: &Activation, coroutine: &Ref<Coroutine>) {
    if let Some(frame) = coroutine.set_frame(None) {
        activation.stand_for(vm, frame);
    }
}

/// Tells the object of a frame that it is left, or belongs to the suspended frame from now on.
#[cold]
fn leave_or_suspend(
    vm: &Vm,
    coroutine: &Ref<Coroutine>,
    activation: &Activation,
    flow: super::Flow,
    slots: &mut [Value],
) {
    if !flow.is_err_and(Exit::suspends) {
        vm.leave_frame(slots, activation);
    } else if let Some(frame) = activation.release(vm)
        && frame.count() > 1
    {
        Frame::suspend(&frame, coroutine);
        drop(coroutine.set_frame(Some(frame)));
    }
}

/// Empties the hidden slots, innermost first: what an exception leaves, an iterator of a loop say, goes before the variables.
#[cold]
fn unwind(slots: &mut [Value], visible: usize) {
    for slot in slots[visible..].iter_mut().rev() {
        drop(std::mem::take(slot));
    }
}

/// A `StopIteration` that leaves a generator or coroutine becomes a `RuntimeError` (PEP 479).
fn convert_stop(vm: &Vm, coroutine: &Ref<Coroutine>) {
    let types = &vm.types;
    let Some(name) = stop_name(vm, coroutine) else {
        return;
    };
    let stop = vm.take_raised();
    let kind = match coroutine.kind() {
        CodeKind::Plain | CodeKind::Generator => "generator",
        CodeKind::Coroutine => "coroutine",
        CodeKind::AsyncGenerator => "async generator",
    };
    let message = Value::from(format!("{kind} raised {name}"));
    let error = Exception::new(&types.runtime_error, vec![message]);
    error.set_cause(Some(stop.clone()));
    error.set_context(Some(stop));
    vm.rethrow(error);
}

/// The name of the exception on its way, if it is one that must not leave a generator or coroutine.
fn stop_name(vm: &Vm, coroutine: &Ref<Coroutine>) -> Option<&'static str> {
    let types = &vm.types;
    let is_async = coroutine.kind() == CodeKind::AsyncGenerator;
    if vm.raised_is(&types.stop_iteration) {
        Some("StopIteration")
    } else if is_async && vm.raised_is(&types.stop_async_iteration) {
        Some("StopAsyncIteration")
    } else {
        None
    }
}

fn kind_name(coroutine: &Ref<Coroutine>) -> &'static str {
    match coroutine.kind() {
        CodeKind::Plain | CodeKind::Generator => "generator",
        CodeKind::Coroutine => "coroutine",
        CodeKind::AsyncGenerator => "async generator",
    }
}

#[cold]
fn already_running(vm: &Vm, coroutine: &Ref<Coroutine>) -> Raised {
    vm.value_error(&format!("{} already executing", kind_name(coroutine)))
}

/// A step of a frame that has ended.
fn finished(vm: &Vm, coroutine: &Ref<Coroutine>, input: Resume) -> Stepped {
    match (coroutine.kind(), input) {
        (CodeKind::Coroutine, _) => {
            Stepped::Raise(vm.runtime_error("cannot reuse already awaited coroutine"))
        }
        (_, Resume::Throw(exception)) => Stepped::Raise(vm.rethrow(exception)),
        (_, Resume::Value(_)) => Stepped::Return(Value::None),
    }
}

/// Whether it runs, or one that it awaits does.
pub fn is_running(coroutine: &Ref<Coroutine>) -> bool {
    let mut each = coroutine.clone();
    loop {
        match (each.state.get(), each.awaiting.get()) {
            (State::Running, _) => return true,
            (State::Suspended, Value::Coroutine(next)) => each = next,
            _ => return false,
        }
    }
}

/// The offset in the source at which a frame stands that has not ended.
pub fn stands_at(vm: &Vm, coroutine: &Ref<Coroutine>) -> u32 {
    if let Some(standing) = runs_at(vm, coroutine) {
        return standing.at;
    }
    match coroutine.state.get() {
        State::Created => coroutine.code.span.start,
        _ => coroutine.at.get(),
    }
}

/// Where a frame stands that runs itself.
pub fn runs_at(vm: &Vm, coroutine: &Ref<Coroutine>) -> Option<Standing> {
    if coroutine.state.get() != State::Running || !coroutine.awaiting.is_undef() {
        return None;
    }
    let mut running = super::frame::running(vm);
    running.find(|standing| standing.key != 0 && standing.code.same(&coroutine.code))
}

/// The next item of a generator, for `for` loops and `next()`.
#[inline]
pub fn next(vm: &Vm, generator: &Ref<Coroutine>) -> Res<Option<Value>> {
    let simple = generator.awaiting.is_undef();
    if simple && matches!(generator.state.get(), State::Created | State::Suspended) {
        match run_frame(vm, generator, Resume::Value(Value::None)) {
            Ran::Yields(item) => return Ok(Some(item)),
            Ran::Returned(Value::None) => return Ok(None),
            Ran::Returned(value) => return Err(vm.stop_iteration(value)),
            Ran::Raised => return Err(Raised),
            Ran::Awaits(value) => {
                // The frame is suspended at the delegation; the driver takes it from there.
                generator.awaiting.set(Value::Undef);
                return resume_delegating(vm, generator, value);
            }
        }
    }
    stepped_to_next(vm, drive(vm, generator, Resume::Value(Value::None)))
}

fn resume_delegating(vm: &Vm, generator: &Ref<Coroutine>, value: Value) -> Res<Option<Value>> {
    let mut chain = None;
    let input = delegate(vm, &mut chain, generator, value);
    generator.chain.set(chain);
    stepped_to_next(vm, drive(vm, generator, input))
}

fn stepped_to_next(vm: &Vm, stepped: Stepped) -> Res<Option<Value>> {
    match stepped {
        Stepped::Yield(item) | Stepped::Item(item) => Ok(Some(item)),
        Stepped::Return(Value::None) => Ok(None),
        Stepped::Return(value) => Err(vm.stop_iteration(value)),
        Stepped::Raise(raised) => Err(raised),
    }
}

/// `generator.send(value)`, `coroutine.throw(…)`: the item, or `StopIteration`.
pub fn step_for_script(vm: &Vm, coroutine: &Ref<Coroutine>, input: Resume) -> Res {
    match drive(vm, coroutine, input) {
        Stepped::Yield(item) | Stepped::Item(item) => Ok(item),
        Stepped::Return(value) => Err(vm.stop_iteration(value)),
        Stepped::Raise(raised) => Err(raised),
    }
}

/// `close()`: throws `GeneratorExit` in, unless the body has not begun or has ended. Gives what the body returned.
pub fn close(vm: &Vm, coroutine: &Ref<Coroutine>) -> Res {
    match coroutine.state.get() {
        State::Finished => return Ok(Value::None),
        State::Created => {
            coroutine.state.set(State::Finished);
            drop(coroutine.slots.take());
            return Ok(Value::None);
        }
        State::Running => return Err(already_running(vm, coroutine)),
        State::Suspended => {}
    }
    let exit = Exception::new(&vm.types.generator_exit, Vec::new());
    match drive(vm, coroutine, Resume::Throw(exit)) {
        Stepped::Return(value) => Ok(value),
        stepped => ended(vm, coroutine, stepped).map(|()| Value::None),
    }
}

/// Throws in the error that closing what it awaits has ended with.
fn close_by(vm: &Vm, coroutine: &Ref<Coroutine>, error: Ref<Exception>) -> Res<()> {
    let stepped = drive(vm, coroutine, Resume::Throw(error));
    ended(vm, coroutine, stepped)
}

/// Whether a frame that had to end has done so.
fn ended(vm: &Vm, coroutine: &Ref<Coroutine>, stepped: Stepped) -> Res<()> {
    match stepped {
        Stepped::Return(_) => Ok(()),
        Stepped::Yield(_) | Stepped::Item(_) => {
            let kind = kind_name(coroutine);
            Err(vm.runtime_error(&format!("{kind} ignored GeneratorExit")))
        }
        Stepped::Raise(raised) => {
            let types = &vm.types;
            if vm.raised_is(&types.generator_exit) || vm.raised_is(&types.stop_iteration) {
                drop(vm.take_raised());
                return Ok(());
            }
            Err(raised)
        }
    }
}

/// What `await value` waits on: a coroutine, an object that steps itself, or the iterator that `__await__` gives.
pub fn awaitable(vm: &Vm, value: Value) -> Res {
    match &value {
        Value::Coroutine(coroutine)
            if coroutine.kind() == CodeKind::Coroutine || is_marked(coroutine) =>
        {
            return Ok(value);
        }
        Value::Instance(_) | Value::Coroutine(_) => {}
        _ => {
            if value.object().is_some_and(|object| object.steps_itself()) {
                return Ok(value);
            }
        }
    }
    let Some(iterator) = vm.call_special(&value, &vm.names.__await__, &[])? else {
        let class = match &value {
            Value::Native(native) if is_of_library(native) => "function".to_owned(),
            value => vm.class_name(value),
        };
        return Err(vm.type_error(&format!(
            "object {class} can't be used in 'await' expression"
        )));
    };
    if matches!(&iterator, Value::Coroutine(coroutine) if coroutine.kind() == CodeKind::Coroutine) {
        return Err(vm.type_error("__await__() returned a coroutine"));
    }
    if !vm.is_iterator(&iterator) {
        let class = vm.class_name(&iterator);
        return Err(vm.type_error(&format!(
            "__await__() returned non-iterator of type '{class}'"
        )));
    }
    Ok(iterator)
}

/// Whether `types.coroutine` has marked a generator's function.
fn is_marked(coroutine: &Coroutine) -> bool {
    coroutine
        .if_rare(|rare| rare.marked_coroutine)
        .unwrap_or(false)
}

/// Whether the innermost frame is of a function that `types.coroutine` has marked.
fn runs_marked(vm: &Vm) -> bool {
    super::frame::running(vm)
        .next()
        .is_some_and(|standing| standing.code.gives_awaitables.get())
}

/// What `yield from value` delegates to.
pub fn delegated(vm: &Vm, value: Value, in_coroutine: bool) -> Res {
    match &value {
        Value::Coroutine(inner)
            if inner.kind() == CodeKind::Coroutine && !in_coroutine && !runs_marked(vm) =>
        {
            Err(vm
                .type_error("cannot 'yield from' a coroutine object in a non-coroutine generator"))
        }
        Value::Coroutine(inner) if inner.kind() != CodeKind::AsyncGenerator => Ok(value),
        _ => vm.iter(&value),
    }
}

/// One step of any iterator, by `next`, `send` and `throw`.
fn step_iterator(vm: &Vm, iterator: &Value, input: Resume) -> Stepped {
    let result = match input {
        Resume::Value(Value::None | Value::Undef) => match vm.next(iterator) {
            Ok(Some(item)) => return Stepped::Yield(item),
            Ok(None) => return Stepped::Return(Value::None),
            Err(raised) => Err(raised),
        },
        Resume::Value(value) => vm.call_method(iterator, &vm.names.send, &[value]),
        Resume::Throw(exception) if exception.class_ref().is_subclass(&vm.types.generator_exit) => {
            match vm.get_attribute_opt(iterator, &vm.names.close) {
                Ok(Some(close)) => match vm.call_with(&close, &[]) {
                    Ok(_) => Err(vm.rethrow(exception)),
                    Err(raised) => Err(raised),
                },
                Ok(None) => Err(vm.rethrow(exception)),
                Err(_) => {
                    let fault = vm.take_raised();
                    vm.report_unraisable(&fault, iterator);
                    Err(vm.rethrow(exception))
                }
            }
        }
        Resume::Throw(exception) => match vm.get_attribute_opt(iterator, &vm.names.throw) {
            Ok(Some(throw)) => vm.call_with(&throw, &[Value::from(exception)]),
            Ok(None) => Err(vm.rethrow(exception)),
            Err(raised) => Err(raised),
        },
    };
    match result {
        Ok(item) => Stepped::Yield(item),
        Err(raised) => match vm.catch(raised, &vm.types.stop_iteration) {
            Ok(stop) => Stepped::Return(stop.first_arg().unwrap_or(Value::None)),
            Err(raised) => Stepped::Raise(raised),
        },
    }
}
