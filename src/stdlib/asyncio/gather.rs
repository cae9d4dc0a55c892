//! `asyncio.gather`: one future for the results of many.

use crate::event_loop::awaitable::{ensure_future, is_future};
use crate::event_loop::future::{Future, Kind, State};
use crate::event_loop::task::{Task, cancel_any};
use crate::event_loop::{Asyncio, EventLoop, loop_methods};
use crate::interp::{Args, Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::{CloneCell, Ref};
use crate::objects::exception::Exception;
use crate::objects::list::List;
use crate::objects::native::{NativeDef, getter, native};
use crate::objects::object::Object;
use crate::objects::value::Value;
use rustc_hash::FxHashMap;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

/// The row of the function.
pub const GATHER: NativeDef = native(
    "gather",
    "(*coros_or_futures, return_exceptions=False)",
    "Await several things at once: their results in one list.",
    |vm, a| {
        let arguments = match &a[0] {
            Value::Tuple(arguments) => arguments.items(),
            _ => &[],
        };
        let return_exceptions = match a.get(1).and_then(Value::given) {
            Some(value) => vm.truth(value)?,
            None => false,
        };
        gather(vm, arguments, return_exceptions)
    },
);

/// The classes of the future that `gather` gives, and of what listens to its children.
#[derive(Default)]
struct Types {
    future: OnceCell<Ref<Class>>,
    listener: OnceCell<Ref<Class>>,
}

const GATHERING_FUTURE: TypeDef = TypeDef {
    name: "_GatheringFuture",
    module: "asyncio.tasks",
    doc: "Helper for gather().",
    slots: &["__repr__"],
    ..TypeDef::PLAIN
};

const LISTENER: TypeDef = TypeDef {
    name: "function",
    getters: &[getter("__qualname__", "Its dotted name.", |_, _| {
        Ok(Value::str("gather.<locals>._done_callback"))
    })],
    slots: &["__call__"],
    ..TypeDef::PLAIN
};

/// What a call of `gather` knows.
struct Gathering {
    children: RefCell<Vec<Value>>,
    /// How many different children there are.
    different: Cell<usize>,
    finished: Cell<usize>,
    return_exceptions: bool,
    cancel_requested: Cell<bool>,
}

impl Kind for Gathering {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        let types = vm.extension::<Types>();
        let make = || {
            let base = Asyncio::of(vm).types(vm).future.clone();
            Class::builtin(
                vm.name(GATHERING_FUTURE.name),
                &GATHERING_FUTURE,
                Some(&base),
            )
        };
        types.future.get_or_init(make).clone()
    }

    fn cancel(&self, vm: &Vm, message: &Value) -> Res<bool> {
        let children = self.children.borrow().clone();
        let mut any = false;
        for child in &children {
            any |= cancel_any(vm, child, message)?;
        }
        if any {
            // All children may still end in another way; then this is what remembers the request.
            self.cancel_requested.set(true);
        }
        Ok(any)
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        self.children.borrow().iter().for_each(visit);
    }
}

/// `asyncio.gather(*arguments, return_exceptions=return_exceptions)`
pub fn gather(vm: &Vm, arguments: &[Value], return_exceptions: bool) -> Res {
    if arguments.is_empty() {
        let event_loop = loop_methods::get_event_loop(vm)?;
        let outer = Value::from(Ref::new(Future::new(Some(event_loop))));
        if let Some(future) = Future::of(&outer) {
            future.set_result(vm, &outer, Value::List(List::new(Vec::new())))?;
        }
        return Ok(outer);
    }
    let gathering = Rc::new(Gathering {
        children: RefCell::default(),
        different: Cell::new(0),
        finished: Cell::new(0),
        return_exceptions,
        cancel_requested: Cell::new(false),
    });
    let listener = Ref::new(Listener {
        outer: CloneCell::new(Value::Undef),
        gathering: gathering.clone(),
    });
    let mut event_loop: Option<Ref<EventLoop>> = None;
    let mut children: Vec<Value> = Vec::with_capacity(arguments.len());
    let mut known: FxHashMap<usize, usize> = FxHashMap::default();
    let mut done = Vec::new();
    for (index, argument) in arguments.iter().enumerate() {
        let address = argument.address().unwrap_or(0);
        if let Some(&first) = known.get(&address).filter(|_| arguments.len() > 1) {
            children.push(children[first].clone());
            continue;
        }
        let child = ensure_future(vm, argument, event_loop.as_ref())?;
        if event_loop.is_none() {
            event_loop = Some(loop_of(vm, &child)?);
        }
        known.insert(address, index);
        if let (Some(task), false) = (Task::of(vm, &child), child.is(argument)) {
            task.future.log_destroyed.set(false);
        }
        gathering.different.set(gathering.different.get() + 1);
        listen(vm, &child, &listener, &mut done)?;
        children.push(child);
    }
    *gathering.children.borrow_mut() = children;
    let future = Future::new(event_loop);
    future.set_kind(gathering);
    let outer = Value::from(Ref::new(future));
    listener.outer.set(outer.clone());
    for child in done {
        listener.child_done(vm, &child)?;
    }
    Ok(outer)
}

fn loop_of(vm: &Vm, future: &Value) -> Res<Ref<EventLoop>> {
    if let Some(future) = Future::of(&vm.unwrapped(future)) {
        return future.event_loop(vm);
    }
    let event_loop = match vm.get_attribute_opt(future, &vm.name("get_loop"))? {
        Some(get) => vm.call_with(&get, &[])?,
        None => vm.get_attribute(future, &vm.name("_loop"))?,
    };
    loop_methods::of(vm, &event_loop)
}

fn listen(vm: &Vm, child: &Value, listener: &Ref<Listener>, done: &mut Vec<Value>) -> Res<()> {
    let plain = vm.unwrapped(child);
    let listening = Value::from(listener.clone());
    let Some(future) = Future::of(&plain) else {
        if is_future(vm, child)? && vm.truth(&vm.call_method(child, &vm.name("done"), &[])?)? {
            done.push(child.clone());
            return Ok(());
        }
        return vm
            .call_method(child, &vm.name("add_done_callback"), &[listening])
            .map(Value::discard);
    };
    if future.is_done() {
        done.push(child.clone());
        return Ok(());
    }
    future.add_callback(vm, child, listening, None)
}

/// What hears of each child's end.
struct Listener {
    outer: CloneCell<Value>,
    gathering: Rc<Gathering>,
}

impl Listener {
    fn child_done(&self, vm: &Vm, child: &Value) -> Res<()> {
        let gathering = &self.gathering;
        gathering.finished.set(gathering.finished.get() + 1);
        let this = self.outer.get();
        let plain = vm.unwrapped(child);
        let child = match Future::of(&plain) {
            Some(child) => child,
            None => return Err(vm.type_error("gather() needs futures of asyncio")),
        };
        let Some(outer) = Future::of(&this).filter(|outer| !outer.is_done()) else {
            child.log_traceback.set(false);
            return Ok(());
        };
        if !gathering.return_exceptions
            && let Some(exception) = ended_badly(vm, child)
        {
            return outer.set_exception(vm, &this, exception);
        }
        if gathering.finished.get() < gathering.different.get() {
            return Ok(());
        }
        let children = gathering.children.borrow().clone();
        let results: Vec<Value> = children.iter().map(|child| outcome(vm, child)).collect();
        if gathering.cancel_requested.get() {
            let exception = child.cancelled_error(vm);
            return outer.set_exception(vm, &this, exception);
        }
        outer.set_result(vm, &this, Value::List(List::new(results)))
    }
}

/// The exception with which a child has ended.
fn ended_badly(vm: &Vm, child: &Future) -> Option<Ref<Exception>> {
    match child.state() {
        State::Cancelled => Some(child.cancelled_error(vm)),
        State::Failed => {
            child.log_traceback.set(false);
            child.failure()
        }
        State::Pending | State::Finished => None,
    }
}

/// What stands for a child in the list of results.
fn outcome(vm: &Vm, child: &Value) -> Value {
    let plain = vm.unwrapped(child);
    let Some(child) = Future::of(&plain) else {
        return Value::None;
    };
    match child.state() {
        State::Cancelled => {
            let message = match child.cancel_message() {
                Value::None => vm.empty_str(),
                message => message,
            };
            let class = Asyncio::of(vm).types(vm).cancelled_error.clone();
            Value::from(Exception::new(&class, vec![message]))
        }
        State::Failed => {
            child.log_traceback.set(false);
            child.outcome()
        }
        State::Pending | State::Finished => child.outcome(),
    }
}

impl Object for Listener {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        let types = vm.extension::<Types>();
        let make = || Class::builtin(vm.name(LISTENER.name), &LISTENER, Some(&vm.types.object));
        types.listener.get_or_init(make).clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.outer.get());
    }

    fn clear(&self) {
        self.outer.take().discard();
    }

    fn is_callable(&self) -> bool {
        true
    }

    fn call(&self, vm: &Vm, _this: &Value, args: Args<'_>) -> Res {
        if let Some(child) = args.values.first() {
            self.child_done(vm, child)?;
        }
        Ok(Value::None)
    }
}
