//! Raising: exceptions made and sent on their way, the places they came from, and the interrupt flag.

use super::{Raised, Res, Vm};
use crate::objects::class::Class;
use crate::objects::counted::Ref;
use crate::objects::exception::Exception;
use crate::objects::str::{Name, Str};
use crate::objects::value::Value;
use snakelet_grammar::source::Span;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};

/// Where the exception on its way was raised in the frame that it is leaving.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Place {
    /// Not noted yet.
    #[default]
    Unknown,
    /// At this expression or statement.
    At(Span),
    /// The traceback already has an entry for this frame.
    Recorded,
}

/// What the flag says.
const INTERRUPT: u32 = 1;
const WANTED: u32 = 2;
const SIGNALLED: u32 = 4;
const COLLECTION: u32 = 8;
const COUNTED: u32 = 16;

/// What is called when something was asked for from outside, to wake up a program that waits.
type Alarm = Box<dyn Fn() + Send>;

/// What is called to have a signal of the system noted here.
type Watch = Box<dyn Fn(i32) -> std::io::Result<()> + Send>;

/// The flag that asks a busy interpreter to do something else first, set from another thread: to end, to handle signals,
/// to let another script thread run, or to collect cycles.
#[derive(Default)]
pub struct Interrupt {
    flag: AtomicU32,
    /// The signals that have come and were not handled yet, one bit each.
    signals: AtomicU64,
    alarm: Mutex<Option<Alarm>>,
    watch: Mutex<Option<Watch>>,
}

impl Interrupt {
    /// Asks for a `KeyboardInterrupt`.
    pub fn request(&self) {
        self.flag.fetch_or(INTERRUPT, Ordering::SeqCst);
        self.sound();
    }

    /// Notes that a signal of the system has come.
    pub fn signal(&self, number: i32) {
        if let Ok(bit) = u32::try_from(number)
            && bit < 64
        {
            self.signals.fetch_or(1 << bit, Ordering::SeqCst);
            self.flag.fetch_or(SIGNALLED, Ordering::SeqCst);
            self.sound();
        }
    }

    fn sound(&self) {
        if let Ok(alarm) = self.alarm.lock()
            && let Some(alarm) = &*alarm
        {
            alarm();
        }
    }

    /// Says what wakes up a program that waits.
    pub fn set_alarm(&self, alarm: impl Fn() + Send + 'static) {
        if let Ok(mut slot) = self.alarm.lock() {
            *slot = Some(Box::new(alarm));
        }
    }

    /// Says how a signal of the system comes to be noted here: the process belongs to whoever started the interpreter.
    pub fn set_watch(&self, watch: impl Fn(i32) -> std::io::Result<()> + Send + 'static) {
        if let Ok(mut slot) = self.watch.lock() {
            *slot = Some(Box::new(watch));
        }
    }

    /// Has a signal of the system noted here from now on.
    pub fn watch(&self, number: i32) -> std::io::Result<()> {
        let watch = self.watch.lock();
        match watch.ok().as_deref() {
            Some(Some(watch)) => watch(number),
            _ => Ok(()),
        }
    }

    /// Whether an interrupt was requested.
    #[inline]
    pub fn is_requested(&self) -> bool {
        self.flag.load(Ordering::Relaxed) & (INTERRUPT | SIGNALLED) != 0
    }

    /// Asks for a collection of cycles, by the thread that runs.
    pub fn request_collection(&self) {
        self.flag.fetch_or(COLLECTION, Ordering::Relaxed);
    }

    /// Has every look at the flag counted: see `limits.rs`.
    pub fn count_looks(&self) {
        self.flag.fetch_or(COUNTED, Ordering::Relaxed);
    }

    /// Takes the request for a collection back; `true` if there was one.
    fn take_collection(&self) -> bool {
        self.flag.load(Ordering::Relaxed) & COLLECTION != 0
            && self.flag.fetch_and(!COLLECTION, Ordering::Relaxed) & COLLECTION != 0
    }

    /// Whether another script thread wants to run.
    #[inline]
    pub fn is_wanted(&self) -> bool {
        self.flag.load(Ordering::Relaxed) & WANTED != 0
    }

    /// Says whether another script thread wants to run.
    pub fn set_wanted(&self, wanted: bool) {
        if wanted {
            self.flag.fetch_or(WANTED, Ordering::Relaxed);
        } else {
            self.flag.fetch_and(!WANTED, Ordering::Relaxed);
        }
    }

    /// Whether anything was asked for.
    #[inline(always)]
    fn is_set(&self) -> bool {
        self.flag.load(Ordering::Relaxed) != 0
    }

    /// Takes the request for an interrupt back; `true` if there was one.
    pub fn take(&self) -> bool {
        self.flag.fetch_and(!INTERRUPT, Ordering::SeqCst) & INTERRUPT != 0
    }

    /// Takes the signals that have come; one bit each.
    pub fn take_signals(&self) -> u64 {
        if self.flag.fetch_and(!SIGNALLED, Ordering::SeqCst) & SIGNALLED == 0 {
            return 0;
        }
        self.signals.swap(0, Ordering::SeqCst)
    }
}

/// How deep native code may call itself, whatever `sys.setrecursionlimit` says.
const MOST_NATIVE_DEPTH: u32 = 10_000;

impl Vm {
    /// Sends `exception` on its way. The exception being handled becomes its context.
    pub fn raise(&self, exception: Ref<Exception>) -> Raised {
        let thread = &self.thread;
        if let Some(handled) = thread.handled.get()
            && !handled.same(&exception)
        {
            self.set_context_of(&exception, handled);
        }
        self.rethrow(exception)
    }

    /// Makes `context` the context of `exception`, breaking a cycle that this would close.
    fn set_context_of(&self, exception: &Ref<Exception>, context: Ref<Exception>) {
        let mut each = context.clone();
        // Follows at half the speed: a script may have closed a cycle that does not lead here.
        let mut behind = context.clone();
        let mut steps = 0u32;
        while let Some(next) = each.context() {
            if next.same(exception) {
                each.set_context(None);
                break;
            }
            each = next;
            if each.same(&behind) {
                break;
            }
            steps += 1;
            if steps.is_multiple_of(2)
                && let Some(next) = behind.context()
            {
                behind = next;
            }
        }
        exception.set_context(Some(context));
    }

    /// Sends `exception` on its way without touching its context.
    pub fn rethrow(&self, exception: Ref<Exception>) -> Raised {
        self.thread.place.set(Place::Unknown);
        self.thread.raised.set(Some(exception));
        Raised
    }

    /// Raises a value as `raise` does: an exception, or a class that makes one.
    pub fn raise_value(&self, value: &Value) -> Raised {
        match self.exception_from(value) {
            Ok(exception) => self.raise(exception),
            Err(raised) => raised,
        }
    }

    /// The exception that `raise value` means.
    pub fn exception_from(&self, value: &Value) -> Res<Ref<Exception>> {
        if let Some(exception) = Exception::of(value) {
            return Ok(exception.clone());
        }
        if let Value::Class(class) = value
            && class.is_subclass(&self.types.base_exception)
        {
            let made = self.call(value, super::Args::none())?;
            return match Exception::of(&made) {
                Some(exception) => Ok(exception.clone()),
                None => Err(self.type_error(&format!(
                    "calling {} should have returned an instance of BaseException, not {}",
                    self.repr(value)?,
                    self.repr(&Value::Class(self.class_of(&made)))?
                ))),
            };
        }
        Err(self.type_error("exceptions must derive from BaseException"))
    }

    /// Raises a new exception of `class` with a message.
    #[cold]
    pub fn raise_new(&self, class: &Ref<Class>, message: &str) -> Raised {
        self.raise(Exception::new(class, vec![Value::str(message)]))
    }

    /// Raises a new exception of `class` with arguments.
    #[cold]
    pub fn raise_with(&self, class: &Ref<Class>, args: Vec<Value>) -> Raised {
        self.raise(Exception::new(class, args))
    }

    /// Raises `TypeError`.
    #[cold]
    pub fn type_error(&self, message: &str) -> Raised {
        self.raise_new(&self.types.type_error, message)
    }

    /// Raises `ValueError`.
    #[cold]
    pub fn value_error(&self, message: &str) -> Raised {
        self.raise_new(&self.types.value_error, message)
    }

    /// Raises `IndexError`.
    #[cold]
    pub fn index_error(&self, message: &str) -> Raised {
        self.raise_new(&self.types.index_error, message)
    }

    /// Raises `KeyError` for a key.
    #[cold]
    pub fn key_error(&self, key: &Value) -> Raised {
        self.raise_with(&self.types.key_error, vec![key.clone()])
    }

    /// Raises `OverflowError`.
    #[cold]
    pub fn overflow_error(&self, message: &str) -> Raised {
        self.raise_new(&self.types.overflow_error, message)
    }

    /// Raises `ZeroDivisionError`.
    #[cold]
    pub fn zero_division(&self, message: &str) -> Raised {
        self.raise_new(&self.types.zero_division_error, message)
    }

    /// Raises the `OverflowError` of a float result beyond the range of floats.
    #[cold]
    pub fn out_of_range(&self) -> Raised {
        let message = Value::str("Numerical result out of range");
        self.raise_with(&self.types.overflow_error, vec![Value::Int(34), message])
    }

    /// Raises what a function on text and numbers found wrong.
    #[cold]
    pub fn fault(&self, fault: crate::text::Fault) -> Raised {
        use crate::text::Fault;
        match fault {
            Fault::Value(message) => self.value_error(&message),
            Fault::Overflow(message) => self.overflow_error(&message),
            Fault::Type(message) => self.type_error(&message),
            Fault::Memory => self.memory_error(),
        }
    }

    /// Raises `MemoryError` without a message.
    #[cold]
    pub fn memory_error(&self) -> Raised {
        self.raise_with(&self.types.memory_error, Vec::new())
    }

    /// Refuses what would take more bytes than are to be had; a few millions are taken for granted.
    pub fn expect_room(&self, bytes: usize) -> Res<()> {
        crate::text::expect_room(bytes).map_err(|fault| self.fault(fault))
    }

    /// Raises `RuntimeError`.
    #[cold]
    pub fn runtime_error(&self, message: &str) -> Raised {
        self.raise_new(&self.types.runtime_error, message)
    }

    /// Raises `AttributeError` with a message only.
    #[cold]
    pub fn attribute_error(&self, message: &str) -> Raised {
        self.raise_new(&self.types.attribute_error, message)
    }

    /// Raises `AttributeError` for a name that `object` lacks, which suggestions are made from.
    #[cold]
    pub fn no_attribute(&self, object: &Value, name: &Name) -> Raised {
        let text = name.lossy();
        let message = match object {
            Value::Class(class) => {
                format!(
                    "type object '{}' has no attribute '{text}'",
                    class.message_name(self)
                )
            }
            value => match crate::objects::module::Module::of(value) {
                Some(module) => match module.name(self) {
                    Some(own) => self.missing_in_module(module, &own, &text),
                    None => format!("module has no attribute '{text}'"),
                },
                None => format!(
                    "'{}' object has no attribute '{text}'",
                    self.class_name(object)
                ),
            },
        };
        self.attribute_error_for(&message, object, name)
    }

    /// Raises `AttributeError` with a message, and with what suggestions are made from.
    #[cold]
    pub fn attribute_error_for(&self, message: &str, object: &Value, name: &Name) -> Raised {
        let message = message_naming(message, name);
        let exception = Exception::new(&self.types.attribute_error, vec![message]);
        exception.set_member(&self.names.name, Value::Str(name.clone()));
        exception.set_member(&self.names.obj, object.clone());
        self.raise(exception)
    }

    /// Raises `TypeError` with a message in which a name stands in quotes.
    #[cold]
    pub fn type_error_naming(&self, message: &str, name: &Name) -> Raised {
        let message = message_naming(message, name);
        self.raise(Exception::new(&self.types.type_error, vec![message]))
    }

    /// Raises `TypeError` for a native method that is called on an object of another type.
    #[cold]
    pub fn descriptor_error(&self, owner: &str, object: &Value) -> Raised {
        let class = self.class_name(object);
        self.type_error(&format!(
            "descriptor requires a '{owner}' object but received a '{class}'"
        ))
    }

    /// Raises `NameError` for a name that is nowhere defined.
    #[cold]
    pub fn name_not_defined(&self, name: &Name) -> Raised {
        let message = Value::from(format!("name '{}' is not defined", name.lossy()));
        let exception = Exception::new(&self.types.name_error, vec![message]);
        exception.set_member(&self.names.name, Value::Str(name.clone()));
        self.raise(exception)
    }

    /// Raises `StopIteration` with the value that a generator returned.
    #[cold]
    pub fn stop_iteration(&self, value: Value) -> Raised {
        let args = if value.is_none() {
            Vec::new()
        } else {
            vec![value]
        };
        self.raise_with(&self.types.stop_iteration, args)
    }

    /// Takes the exception off its way: it is handled natively, or kept for later.
    pub fn take_raised(&self) -> Ref<Exception> {
        let exception = self.take_on();
        self.end_trace(&exception);
        exception
    }

    /// Runs `last` whatever became of what was done before, whose exception goes on; one that `last` raises has it as its context.
    pub fn finally(&self, before: Res<()>, last: impl FnOnce() -> Res<()>) -> Res<()> {
        let Err(_) = before else {
            return last();
        };
        let first = self.take_raised();
        match last() {
            Ok(()) => Err(self.rethrow(first)),
            Err(_) => {
                let second = self.take_raised();
                if second.context().is_none() {
                    second.set_context(Some(first));
                }
                Err(self.rethrow(second))
            }
        }
    }

    /// Drops the exception on its way: it was expected, and says nothing.
    pub fn forget_raised(&self) {
        let exception = self.take_on();
        if exception.count() > 1 {
            self.end_trace(&exception);
        }
    }

    /// Takes the exception off its way for a moment: it goes on in the frame around the one that it has left last.
    pub fn take_on(&self) -> Ref<Exception> {
        self.thread.place.set(Place::Unknown);
        match self.thread.raised.take() {
            Some(exception) => exception,
            None => Exception::new(
                &self.types.system_error,
                vec![Value::str("error return without exception set")],
            ),
        }
    }

    /// Whether the exception on its way is a `class`.
    pub fn raised_is(&self, class: &Ref<Class>) -> bool {
        self.thread
            .raised
            .get()
            .is_some_and(|exception| exception.class_ref().is_subclass(class))
    }

    /// Takes the exception off its way if it is a `class`; hands it on otherwise.
    pub fn catch(&self, raised: Raised, class: &Ref<Class>) -> Res<Ref<Exception>> {
        if self.raised_is(class) {
            Ok(self.take_raised())
        } else {
            Err(raised)
        }
    }

    /// Notes where in the running frame the exception on its way was raised, unless that is known already.
    #[cold]
    #[inline(never)]
    pub fn note(&self, span: Span) -> Raised {
        if self.thread.place.get() == Place::Unknown {
            self.thread.place.set(Place::At(span));
        }
        Raised
    }

    /// Looks at the interrupt flag; called at calls and loop back edges.
    #[inline(always)]
    pub fn poll(&self) -> Res<()> {
        if self.interrupt.is_set() {
            self.interrupted()
        } else {
            Ok(())
        }
    }

    #[cold]
    #[inline(never)]
    fn interrupted(&self) -> Res<()> {
        self.count_step();
        if self.interrupt.is_wanted()
            && let Some(hand_over) = self.handover_hook.get()
        {
            hand_over(self)?;
        }
        if self.interrupt.take_collection() {
            self.collect_due();
        }
        // Interrupts and signals are the main thread's.
        if self.thread.id.get() != 0 || !self.interrupt.is_requested() {
            return Ok(());
        }
        let signals = self.interrupt.take_signals();
        if signals != 0
            && let Some(hook) = self.signal_hook.get()
        {
            hook(self, signals)?;
        }
        if self.interrupt.take() {
            let own = self.own_interrupt_hook.get();
            if let Some(hook) = own.or_else(|| self.interrupt_hook.get()) {
                return hook(self);
            }
            return Err(self.raise_with(&self.types.keyboard_interrupt, Vec::new()));
        }
        Ok(())
    }

    /// Checks that another call fits the recursion limit and the native stack, and counts it.
    #[inline(always)]
    pub fn deeper(&self) -> Res<()> {
        let thread = &self.thread;
        let depth = thread.depth.get() + 1;
        let here = 0u8;
        let address = &raw const here as usize;
        if depth > self.recursion_limit() || address < thread.stack_limit.get() {
            return Err(self.too_deep());
        }
        thread.depth.set(depth);
        Ok(())
    }

    /// Takes back one `deeper`.
    #[inline(always)]
    pub fn shallower(&self) {
        self.thread.depth.set(self.thread.depth.get() - 1);
    }

    #[cold]
    #[inline(never)]
    fn too_deep(&self) -> Raised {
        self.raise_new(
            &self.types.recursion_error,
            "maximum recursion depth exceeded",
        )
    }

    /// Runs `body` one level deeper in native code that calls itself for what containers hold: bounded apart from calls,
    /// and by the native stack. `what` tells the error what went on: " in comparison".
    pub fn nested_while<T>(&self, what: &str, body: impl FnOnce() -> Res<T>) -> Res<T> {
        let thread = &self.thread;
        let depth = thread.native_depth.get() + 1;
        let here = 0u8;
        if depth > MOST_NATIVE_DEPTH || (&raw const here as usize) < thread.stack_limit.get() {
            let message = format!("maximum recursion depth exceeded{what}");
            return Err(self.raise_new(&self.types.recursion_error, &message));
        }
        thread.native_depth.set(depth);
        let result = body();
        thread.native_depth.set(depth - 1);
        result
    }

    /// Runs `body` one level deeper: for native code that can recurse through script code (`repr`, comparisons).
    pub fn nested<T>(&self, body: impl FnOnce() -> Res<T>) -> Res<T> {
        self.deeper()?;
        let result = body();
        self.shallower();
        result
    }
}

/// A message that was written with a name in quotes, as it is: lone surrogates in the name are U+FFFD in what was written.
fn message_naming(written: &str, name: &Name) -> Value {
    if name.as_str().is_none() {
        let lossy = name.lossy();
        if let Some(at) = written.rfind(&format!("'{lossy}'")) {
            let (before, rest) = written.split_at(at + 1);
            let after = &rest[lossy.len()..];
            let whole = [before.as_bytes(), name.bytes(), after.as_bytes()].concat();
            return Value::from(Ref::new(Str::from_wtf8(whole)));
        }
    }
    Value::str(written)
}
