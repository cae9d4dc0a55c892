//! Locks between threads. One that is freed goes to whoever asks next, be it the thread that has freed it: those who wait
//! are woken in their order and try again, as in the reference.

use super::{TIMEOUT_MAX, handle, identity};
use crate::event_loop::baton::{Id, Kind, Threads, Woken};
use crate::event_loop::between_threads::{Wanted, noted};
use crate::event_loop::clock::{Clock, from_seconds};
use crate::event_loop::{deadlock, loop_methods};
use crate::interp::{Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::Ref;
use crate::objects::native::{NativeDef, native};
use crate::objects::object::Object;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::VecDeque;

/// The classes of this module.
#[derive(Default)]
pub struct Types {
    lock: OnceCell<Ref<Class>>,
    rlock: OnceCell<Ref<Class>>,
    handle: OnceCell<Ref<Class>>,
}

impl Types {
    /// `lock`
    pub fn lock(&self, vm: &Vm) -> Ref<Class> {
        self.lock.get_or_init(|| made(vm, &LOCK)).clone()
    }

    /// `RLock`
    pub fn rlock(&self, vm: &Vm) -> Ref<Class> {
        self.rlock.get_or_init(|| made(vm, &RLOCK)).clone()
    }

    /// `_ThreadHandle`
    pub fn handle(&self, vm: &Vm) -> Ref<Class> {
        self.handle
            .get_or_init(|| made(vm, &handle::HANDLE))
            .clone()
    }
}

fn made(vm: &Vm, def: &'static TypeDef) -> Ref<Class> {
    Class::builtin(vm.name(def.name), def, Some(&vm.types.object))
}

/// The threads that wait for something here.
#[derive(Default)]
pub struct Queue(RefCell<VecDeque<Id>>);

impl Queue {
    /// Wakes the first.
    pub fn wake_one(&self, vm: &Vm) {
        let first = self.0.borrow_mut().pop_front();
        if let Some(id) = first {
            Threads::of(vm).wake(id);
        }
    }

    /// Wakes all.
    pub fn wake_all(&self, vm: &Vm) {
        let all = self.0.take();
        for id in all {
            Threads::of(vm).wake(id);
        }
    }

    /// Waits until `is_there` says so, for some nanoseconds at most; whether it does in the end.
    pub fn wait(&self, vm: &Vm, timeout: Option<i64>, is_there: &dyn Fn() -> bool) -> Res<bool> {
        if is_there() {
            return Ok(true);
        }
        if timeout.is_some_and(|timeout| timeout <= 0) {
            return Ok(false);
        }
        let deadline = timeout.map(|span| vm.extension::<Clock>().now().saturating_add(span));
        let me = vm.thread.id.get();
        loop {
            self.0.borrow_mut().push_back(me);
            let woken = Threads::of(vm).wait(vm, deadline, Kind::Plain);
            self.0.borrow_mut().retain(|id| *id != me);
            if is_there() {
                return Ok(true);
            }
            match woken {
                Woken::Late => return Ok(false),
                Woken::Called => {}
                Woken::Interrupted => vm.poll()?,
                Woken::Stuck => return Err(deadlock::between_threads(vm)?),
            }
        }
    }
}

/// `Lock`
#[derive(Default)]
pub struct Lock {
    /// Who has taken it, which need not be who frees it.
    holder: Cell<Option<Id>>,
    queue: Queue,
}

/// `RLock`
#[derive(Default)]
pub struct ReentrantLock {
    owner: Cell<Option<Id>>,
    count: Cell<i64>,
    queue: Queue,
}

impl Lock {
    fn acquire(this: &Ref<Lock>, vm: &Vm, timeout: Option<i64>) -> Res<bool> {
        let me = vm.thread.id.get();
        let is_free = || this.holder.get().is_none();
        if is_free() {
            this.holder.set(Some(me));
            return Ok(true);
        }
        let wait = || this.queue.wait(vm, timeout, &is_free);
        let got = match timeout {
            None => {
                let lock = this.clone();
                let holder = Box::new(move || lock.holder.get());
                noted(vm, Wanted::Lock("Lock.acquire()", holder), wait)?
            }
            Some(_) => wait()?,
        };
        if got {
            this.holder.set(Some(me));
        }
        Ok(got)
    }

    fn release(&self, vm: &Vm) -> Res<()> {
        if self.holder.take().is_none() {
            return Err(vm.runtime_error("release unlocked lock"));
        }
        self.queue.wake_one(vm);
        Ok(())
    }
}

impl ReentrantLock {
    fn acquire(this: &Ref<ReentrantLock>, vm: &Vm, timeout: Option<i64>) -> Res<bool> {
        let me = vm.thread.id.get();
        if this.owner.get() == Some(me) {
            this.count.set(this.count.get() + 1);
            return Ok(true);
        }
        let is_free = || this.owner.get().is_none();
        let wait = || this.queue.wait(vm, timeout, &is_free);
        let got = match timeout {
            None if !is_free() => {
                let lock = this.clone();
                let owner = Box::new(move || lock.owner.get());
                noted(vm, Wanted::Lock("RLock.acquire()", owner), wait)?
            }
            _ => wait()?,
        };
        if got {
            this.owner.set(Some(me));
            this.count.set(1);
        }
        Ok(got)
    }

    fn release(&self, vm: &Vm) -> Res<()> {
        if self.owner.get() != Some(vm.thread.id.get()) {
            return Err(vm.runtime_error("cannot release un-acquired lock"));
        }
        self.count.set(self.count.get() - 1);
        if self.count.get() == 0 {
            self.free(vm);
        }
        Ok(())
    }

    fn free(&self, vm: &Vm) {
        self.owner.set(None);
        self.count.set(0);
        self.queue.wake_one(vm);
    }
}

/// A time-out in nanoseconds; `None`: without end.
pub fn timeout_argument(vm: &Vm, value: &Value) -> Res<Option<i64>> {
    let seconds = loop_methods::real_number(vm, value)?;
    if seconds.abs() > i64::MAX as f64 / 1e9 {
        return Err(vm.overflow_error("timestamp out of range for platform time_t"));
    }
    if seconds > TIMEOUT_MAX {
        return Err(vm.overflow_error("timeout value is too large"));
    }
    if seconds.is_nan() {
        return Err(vm.value_error("Invalid value NaN (not a number)"));
    }
    Ok(Some(from_seconds(seconds)))
}

/// The time-out that the arguments `blocking` and `timeout` mean.
fn patience(vm: &Vm, a: &[Value]) -> Res<Option<i64>> {
    let blocking = match a.get(1).and_then(Value::given) {
        None => true,
        Some(blocking) => vm.truth(blocking)?,
    };
    let timeout = match a.get(2).and_then(Value::given) {
        None => None,
        Some(timeout) => {
            let nanoseconds = timeout_argument(vm, timeout)?;
            let is_default = matches!(nanoseconds, Some(-1_000_000_000));
            nanoseconds.filter(|_| !is_default)
        }
    };
    match (blocking, timeout) {
        (false, Some(_)) => Err(vm.value_error("can't specify a timeout for a non-blocking call")),
        (true, Some(timeout)) if timeout < 0 => {
            Err(vm.value_error("timeout value must be a non-negative number"))
        }
        (true, timeout) => Ok(timeout),
        (false, None) => Ok(Some(0)),
    }
}

impl Object for Lock {
    fn is_tracked() -> bool {
        false
    }

    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.extension::<Types>().lock(vm)
    }

    fn traverse(&self, _visit: &mut dyn FnMut(&Value)) {}

    fn clear(&self) {}

    fn repr(&self, vm: &Vm, this: &Value) -> Res<Option<String>> {
        let state = if self.holder.get().is_some() {
            "locked"
        } else {
            "unlocked"
        };
        let class = vm.class_of(this).name();
        let address = this.address().unwrap_or(0);
        Ok(Some(format!("<{state} {class} object at 0x{address:x}>")))
    }
}

impl Object for ReentrantLock {
    fn is_tracked() -> bool {
        false
    }

    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.extension::<Types>().rlock(vm)
    }

    fn traverse(&self, _visit: &mut dyn FnMut(&Value)) {}

    fn clear(&self) {}

    fn repr(&self, vm: &Vm, this: &Value) -> Res<Option<String>> {
        let count = self.count.get();
        let state = if count > 0 { "locked" } else { "unlocked" };
        let owner = self.owner.get().map_or(0, identity);
        let class = vm.class_of(this).name();
        let address = this.address().unwrap_or(0);
        Ok(Some(format!(
            "<{state} {class} object owner={owner} count={count} at 0x{address:x}>"
        )))
    }
}

fn lock(vm: &Vm, value: &Value) -> Res<Ref<Lock>> {
    match vm.unwrapped(value).downcast::<Lock>() {
        Some(lock) => Ok(lock.clone()),
        None => Err(vm.descriptor_error("_thread.lock", value)),
    }
}

fn rlock(vm: &Vm, value: &Value) -> Res<Ref<ReentrantLock>> {
    match vm.unwrapped(value).downcast::<ReentrantLock>() {
        Some(lock) => Ok(lock.clone()),
        None => Err(vm.descriptor_error("_thread.RLock", value)),
    }
}

const fn acquiring(name: &'static str, function: fn(&Vm, &[Value]) -> Res) -> NativeDef {
    native(
        name,
        "(blocking=True, timeout=-1)",
        "Take the lock; wait for it if that is asked for.",
        function,
    )
}

fn acquire_lock(vm: &Vm, a: &[Value]) -> Res {
    let timeout = patience(vm, a)?;
    Lock::acquire(&lock(vm, &a[0])?, vm, timeout).map(Value::bool)
}

fn release_lock(vm: &Vm, a: &[Value]) -> Res {
    lock(vm, &a[0])?.release(vm)?;
    Ok(Value::None)
}

/// The row of `lock`.
const LOCK: TypeDef = TypeDef {
    weakly_referable: true,
    name: "lock",
    module: "_thread",
    doc: "A lock that one thread holds at a time.",
    new: Some(native("__new__", "()", "Make a lock.", |_, _| {
        Ok(Value::from(Ref::new(Lock::default())))
    })),
    methods: &[
        acquiring("acquire", acquire_lock),
        acquiring("acquire_lock", acquire_lock),
        acquiring("__enter__", acquire_lock),
        native("release", "()", "Free the lock.", release_lock),
        native("release_lock", "()", "Free the lock.", release_lock),
        native("__exit__", "(*exc_info)", "Free the lock.", release_lock),
        native("locked", "()", "Whether someone holds it.", |vm, a| {
            Ok(Value::bool(lock(vm, &a[0])?.holder.get().is_some()))
        }),
        native("locked_lock", "()", "Whether someone holds it.", |vm, a| {
            Ok(Value::bool(lock(vm, &a[0])?.holder.get().is_some()))
        }),
        native("_at_fork_reinit", "()", "Free it in a child.", |vm, a| {
            lock(vm, &a[0])?.holder.set(None);
            Ok(Value::None)
        }),
    ],
    slots: &["__repr__"],
    ..TypeDef::PLAIN
};

fn new_rlock(vm: &Vm, a: &[Value]) -> Res {
    let is_plain = matches!(&a[0], Value::Class(class) if class.def().is_some());
    let has_any = match (&a[1], a.get(2)) {
        (Value::Tuple(args), _) if !args.items().is_empty() => true,
        (_, Some(Value::Dict(keywords))) => !keywords.is_empty(),
        _ => false,
    };
    if is_plain && has_any {
        let text = "Passing arguments to RLock is deprecated and will be removed in 3.15";
        vm.warn(&vm.types.deprecation_warning, text, 1)?;
    }
    Ok(Value::from(Ref::new(ReentrantLock::default())))
}

fn acquire_rlock(vm: &Vm, a: &[Value]) -> Res {
    let timeout = patience(vm, a)?;
    ReentrantLock::acquire(&rlock(vm, &a[0])?, vm, timeout).map(Value::bool)
}

fn release_rlock(vm: &Vm, a: &[Value]) -> Res {
    rlock(vm, &a[0])?.release(vm)?;
    Ok(Value::None)
}

/// The row of `RLock`.
const RLOCK: TypeDef = TypeDef {
    weakly_referable: true,
    name: "RLock",
    module: "_thread",
    doc: "A lock that its holder can take again.",
    new: Some(native(
        "__new__",
        "(*args, **kwargs)",
        "Make a lock.",
        new_rlock,
    )),
    methods: &[
        acquiring("acquire", acquire_rlock),
        acquiring("__enter__", acquire_rlock),
        native("release", "()", "Free the lock once.", release_rlock),
        native(
            "__exit__",
            "(*exc_info)",
            "Free the lock once.",
            release_rlock,
        ),
        native(
            "_is_owned",
            "()",
            "Whether this thread holds it.",
            |vm, a| {
                let owner = rlock(vm, &a[0])?.owner.get();
                Ok(Value::bool(owner == Some(vm.thread.id.get())))
            },
        ),
        native(
            "_recursion_count",
            "()",
            "How often this thread holds it.",
            |vm, a| {
                let lock = rlock(vm, &a[0])?;
                let is_mine = lock.owner.get() == Some(vm.thread.id.get());
                Ok(Value::Int(if is_mine { lock.count.get() } else { 0 }))
            },
        ),
        native(
            "_release_save",
            "()",
            "Free it wholly; give how often it was held.",
            |vm, a| {
                let lock = rlock(vm, &a[0])?;
                if lock.count.get() == 0 {
                    return Err(vm.runtime_error("cannot release un-acquired lock"));
                }
                let saved = vec![
                    Value::Int(lock.count.get()),
                    Value::Int(identity(vm.thread.id.get())),
                ];
                lock.free(vm);
                Ok(Value::from(Tuple::new(saved)))
            },
        ),
        native(
            "_acquire_restore",
            "(state, /)",
            "Take it as often again.",
            |vm, a| {
                let lock = rlock(vm, &a[0])?;
                ReentrantLock::acquire(&lock, vm, None)?;
                if let Value::Tuple(saved) = &a[1]
                    && let Some(Value::Int(count)) = saved.items().first()
                {
                    lock.count.set(*count);
                }
                Ok(Value::None)
            },
        ),
        native("_at_fork_reinit", "()", "Free it in a child.", |vm, a| {
            let lock = rlock(vm, &a[0])?;
            lock.owner.set(None);
            lock.count.set(0);
            Ok(Value::None)
        }),
    ],
    slots: &["__repr__"],
    is_base: true,
    ..TypeDef::PLAIN
};
