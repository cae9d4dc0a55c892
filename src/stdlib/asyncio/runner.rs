//! `asyncio.run`: a loop of its own for one coroutine, with all that belongs to its end.

use super::gather::gather;
use crate::event_loop::future::{Future, State};
use crate::event_loop::task::{Task, cancel_any};
use crate::event_loop::{Asyncio, EventLoop, awaitable, deadlock, loop_methods, open_tasks, run};
use crate::interp::{Raised, Res, Vm};
use crate::objects::counted::Ref;
use crate::objects::exception::Exception;
use crate::objects::native::{NativeDef, native};
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;

/// The row of the function.
pub const RUN: NativeDef = native(
    "run",
    "(main, *, debug=None, loop_factory=None)",
    "Run a coroutine in a loop made for it, and give its result.",
    |vm, a| Asyncio::of(vm).apart(|| run_once(vm, a)),
);

fn run_once(vm: &Vm, a: &[Value]) -> Res {
    if Asyncio::of(vm).running.get().is_some() {
        return Err(vm.runtime_error("asyncio.run() cannot be called from a running event loop"));
    }
    let (event_loop, is_current) = make_loop(vm, a.get(2).and_then(Value::given))?;
    if let Some(debug) = a
        .get(1)
        .and_then(Value::given)
        .filter(|debug| !debug.is_none())
    {
        let debug = vm.truth(debug)?;
        event_loop.set_debug(vm, debug)?;
    }
    let result = run_main(vm, &event_loop, &a[0], None);
    let kept = result.is_err().then(|| vm.take_raised());
    let closed = close(vm, &event_loop, is_current);
    match kept {
        None => closed.and(result),
        Some(exception) => Err(after(vm, closed, exception)),
    }
}

/// `Runner` is written in the language, on these three.
pub const OPEN: NativeDef = native(
    "_runner_open",
    "(loop_factory, /)",
    "A loop, and whether it is the current one.",
    |vm, a| {
        let (event_loop, is_current) = make_loop(vm, Some(&a[0]))?;
        Ok(Value::from(Tuple::new(vec![
            event_loop.value(),
            Value::bool(is_current),
        ])))
    },
);

/// `Runner.run`
pub const RUN_IN: NativeDef = native(
    "_runner_run",
    "(loop, main, context, /)",
    "Run a coroutine.",
    |vm, a| {
        let context = loop_methods::own_context_argument(vm, a.get(2))?;
        run_main(vm, &loop_methods::like(vm, &a[0]), &a[1], context)
    },
);

/// `Runner.close`
pub const CLOSE: NativeDef = native(
    "_runner_close",
    "(loop, is_current, /)",
    "End what is left.",
    |vm, a| {
        let is_current = vm.truth(&a[1])?;
        close(vm, &loop_methods::like(vm, &a[0]), is_current)?;
        Ok(Value::None)
    },
);

/// Sends `exception` on its way, unless closing the loop has raised another one, which it is then the context of.
fn after(vm: &Vm, closed: Res<()>, exception: Ref<Exception>) -> Raised {
    if closed.is_ok() {
        return vm.rethrow(exception);
    }
    let newer = vm.take_raised();
    if newer.context().is_none() && !newer.same(&exception) {
        newer.set_context(Some(exception));
    }
    vm.rethrow(newer)
}

/// A new loop, by the factory if there is one. Whether it was made the current one.
pub fn make_loop(vm: &Vm, factory: Option<&Value>) -> Res<(Ref<EventLoop>, bool)> {
    if let Some(factory) = factory.filter(|factory| !factory.is_none()) {
        let made = vm.call_with(factory, &[])?;
        return Ok((loop_methods::like(vm, &made), false));
    }
    let made = loop_methods::new_event_loop(vm)?;
    super::set_event_loop(vm, &made)?.discard();
    Ok((loop_methods::like(vm, &made), true))
}

/// Runs `main` in a loop. The first interrupt cancels it, the second is raised wherever the program is.
pub fn run_main(
    vm: &Vm,
    event_loop: &Ref<EventLoop>,
    main: &Value,
    context: Option<Ref<crate::event_loop::context::Context>>,
) -> Res {
    if !awaitable::is_coroutine(vm, main) {
        let shown = vm.repr(main)?;
        return Err(vm.value_error(&format!("a coroutine was expected, got {shown}")));
    }
    let task = loop_methods::create_task(vm, event_loop, main.clone(), Value::None, context)?;
    event_loop.main_task.set(task.clone());
    event_loop.interrupts.set(0);
    let outer_hook = vm.interrupt_hook.replace(Some(interrupted));
    let result = run::run_until_done(vm, event_loop, &task, false);
    vm.interrupt_hook.set(outer_hook);
    event_loop.main_task.take().discard();
    if let (Err(_), Some(task)) = (&result, Task::of(vm, &task)) {
        // Whoever gets the exception now has asked for the task's outcome.
        task.future.log_traceback.set(false);
    }
    let cancelled_error = Asyncio::of(vm).types(vm).cancelled_error.clone();
    if result.is_err() && event_loop.interrupts.get() > 0 && vm.raised_is(&cancelled_error) {
        // A task of another make that does not count its requests stays cancelled.
        let taken_back = Task::of(vm, &task).is_some_and(|task| task.uncancel() == 0);
        if taken_back {
            let cancelled = vm.take_raised();
            let interrupt = Exception::new(&vm.types.keyboard_interrupt, Vec::new());
            interrupt.set_context(Some(cancelled));
            return Err(vm.rethrow(interrupt));
        }
    }
    result
}

/// What an interrupt does while a main task runs.
fn interrupted(vm: &Vm) -> Res<()> {
    if let Some(event_loop) = Asyncio::of(vm).running.get() {
        let count = event_loop.interrupts.get() + 1;
        event_loop.interrupts.set(count);
        let main = event_loop.main_task.get();
        let waits = match Task::of(vm, &main) {
            Some(task) => !task.future.is_done(),
            None if main.is_undef() => false,
            None => {
                let done = vm.call_method(&main, &vm.name("done"), &[])?;
                !vm.truth(&done)?
            }
        };
        if count == 1 && waits {
            return cancel_any(vm, &main, &Value::None).map(drop);
        }
    }
    Err(vm.raise_with(&vm.types.keyboard_interrupt, Vec::new()))
}

/// Ends what `run_main` has left: tasks, async generators, the loop.
pub fn close(vm: &Vm, event_loop: &Ref<EventLoop>, is_current: bool) -> Res<()> {
    let result = cancel_all_tasks(vm, event_loop)
        .and_then(|()| run_method(vm, event_loop, "shutdown_asyncgens"))
        .and_then(|()| run_method(vm, event_loop, "shutdown_default_executor"));
    let forgotten = match is_current {
        true => super::set_event_loop(vm, &Value::None),
        false => Ok(Value::None),
    };
    let closed = match event_loop.overriding(vm, "close") {
        Ok(None) if event_loop.default_executor.get().is_none() && !event_loop.debug.get() => {
            event_loop.close();
            Ok(Value::None)
        }
        Ok(_) => vm.call_method(&event_loop.value(), &vm.name("close"), &[]),
        Err(raised) => Err(raised),
    };
    result.and(forgotten).and(closed).map(Value::discard)
}

fn run_method(vm: &Vm, event_loop: &Ref<EventLoop>, name: &str) -> Res<()> {
    let coroutine = vm.call_method(&event_loop.value(), &vm.name(name), &[])?;
    if event_loop.foreign.get() {
        return run::run_until_done(vm, event_loop, &coroutine, true).map(Value::discard);
    }
    let task = loop_methods::create_task(vm, event_loop, coroutine, Value::None, None)?;
    run::run_until_done(vm, event_loop, &task, true).map(Value::discard)
}

fn cancel_all_tasks(vm: &Vm, event_loop: &Ref<EventLoop>) -> Res<()> {
    let tasks = open_tasks(vm, event_loop);
    if tasks.is_empty() {
        return Ok(());
    }
    for task in &tasks {
        if let Err(raised) = cancel_any(vm, task, &Value::None) {
            if !vm.extension::<deadlock::Met>().has_happened() {
                return Err(raised);
            }
            // They wait for each other in a circle, which was reported: they end with the program.
            drop(vm.take_raised());
            return Ok(());
        }
    }
    let all = gather(vm, &tasks, true)?;
    run::run_until_done(vm, event_loop, &all, false)?.discard();
    for task in &tasks {
        let plain = vm.unwrapped(task);
        let Some(future) = Future::of(&plain).filter(|future| future.state() == State::Failed)
        else {
            continue;
        };
        let message = "unhandled exception during asyncio.run() shutdown";
        future.log_traceback.set(false);
        let context = [
            ("message", Value::str(message)),
            ("exception", future.outcome()),
            ("task", task.clone()),
        ];
        event_loop.report_aside(vm, &context);
    }
    Ok(())
}
