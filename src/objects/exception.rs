//! An exception object, with what it carries: arguments, the exceptions it is chained to, and the way it came.
//! The hierarchy of classes and their attributes is `exceptions.rs`; raising is `interp/raise.rs`.

use super::class::Class;
use super::counted::{CloneCell, Ref};
use super::dict::Dict;
use super::frame::Frame;
use super::object::Object;
use super::str::{Name, Str};
use super::traceback::Traceback;
use super::tuple::Tuple;
use super::value::Value;
use crate::interp::{Res, Vm};
use smallvec::SmallVec;
use snakelet_grammar::source::Span;
use std::cell::{Cell, RefCell};

/// An exception.
pub struct Exception {
    class: CloneCell<Ref<Class>>,
    /// A tuple.
    args: CloneCell<Value>,
    cause: CloneCell<Option<Ref<Exception>>>,
    context: CloneCell<Option<Ref<Exception>>>,
    suppress_context: Cell<bool>,
    traceback: RefCell<Trace>,
    /// The running frame that handles it and has no entry yet: what tells it from others (0: none), and what raised there.
    caught: Cell<(usize, Span)>,
    /// The traceback object that a script has seen, and how many of the frames left it stands for.
    shown: CloneCell<Option<Ref<Traceback>>>,
    shown_frames: Cell<usize>,
    dict: CloneCell<Option<Ref<Dict>>>,
    /// Attributes that the class computes when it is made (`errno`, `exceptions`, `name`), hidden from `__dict__`.
    members: RefCell<Vec<(Name, Value)>>,
}

/// The frames that an exception has left, innermost first. Most have few.
pub type Trace = SmallVec<[TraceEntry; 1]>;

/// One frame that an exception has left.
#[derive(Clone)]
pub struct TraceEntry {
    /// The frame.
    pub frame: Ref<Frame>,
    /// The expression or statement that raised.
    pub span: Span,
}

/// Shows the frames that a trace owns.
pub fn visit_trace(trace: &[TraceEntry], visit: &mut dyn FnMut(&Value)) {
    for entry in trace {
        visit(&Value::from(entry.frame.clone()));
    }
}

impl Exception {
    /// An exception of `class` with `args`.
    pub fn new(class: &Ref<Class>, args: Vec<Value>) -> Ref<Exception> {
        Exception::with_args(class, Tuple::new(args))
    }

    /// An exception of `class` with a tuple of arguments.
    pub fn with_args(class: &Ref<Class>, args: Ref<Tuple>) -> Ref<Exception> {
        Ref::new(Exception {
            class: CloneCell::new(class.clone()),
            args: CloneCell::new(Value::Tuple(args)),
            cause: CloneCell::new(None),
            context: CloneCell::new(None),
            suppress_context: Cell::new(false),
            traceback: RefCell::default(),
            caught: Cell::default(),
            shown: CloneCell::new(None),
            shown_frames: Cell::new(0),
            dict: CloneCell::new(None),
            members: RefCell::default(),
        })
    }

    /// Its class.
    pub fn class_ref(&self) -> Ref<Class> {
        self.class.get()
    }

    /// Its arguments.
    pub fn args(&self) -> Vec<Value> {
        match self.args.get() {
            Value::Tuple(args) => args.items().to_vec(),
            _ => Vec::new(),
        }
    }

    /// Its first argument.
    pub fn first_arg(&self) -> Option<Value> {
        match self.args.get() {
            Value::Tuple(args) => args.items().first().cloned(),
            _ => None,
        }
    }

    /// Replaces its arguments.
    pub fn set_args(&self, args: Ref<Tuple>) {
        self.args.set(Value::Tuple(args));
    }

    /// Its arguments as the tuple that a script sees.
    pub fn args_value(&self) -> Value {
        self.args.get()
    }

    /// `__cause__`
    pub fn cause(&self) -> Option<Ref<Exception>> {
        self.cause.get()
    }

    /// Sets `__cause__`, which also hides the context.
    pub fn set_cause(&self, cause: Option<Ref<Exception>>) {
        self.suppress_context.set(true);
        self.cause.set(cause);
    }

    /// `__context__`
    pub fn context(&self) -> Option<Ref<Exception>> {
        self.context.get()
    }

    /// Sets `__context__`.
    pub fn set_context(&self, context: Option<Ref<Exception>>) {
        self.context.set(context);
    }

    /// `__suppress_context__`
    pub fn suppresses_context(&self) -> bool {
        self.suppress_context.get()
    }

    /// Sets `__suppress_context__`.
    pub fn set_suppress_context(&self, suppress: bool) {
        self.suppress_context.set(suppress);
    }

    /// Notes that the exception has left a frame, which has called the one that it left before.
    pub fn push_trace(&self, frame: Ref<Frame>, span: Span) {
        let mut trace = self.traceback.borrow_mut();
        if let Some(last) = trace.last()
            && last.frame.is_open()
            && !last.frame.same(&frame)
        {
            last.frame.close(Some(frame.clone()));
        }
        trace.push(TraceEntry { frame, span });
    }

    /// The frame it has left last, if nobody has told yet who called that.
    pub fn open_frame(&self) -> Option<Ref<Frame>> {
        let trace = self.traceback.borrow();
        let last = trace.last().filter(|last| last.frame.is_open())?;
        Some(last.frame.clone())
    }

    /// Notes which running frame handles it.
    #[inline]
    pub fn set_caught(&self, key: usize, span: Span) {
        self.caught.set((key, span));
    }

    /// Whether a running frame handles it that has no entry yet.
    #[inline]
    pub fn is_caught(&self) -> bool {
        self.caught.get().0 != 0
    }

    /// Which running frame handles it that has no entry yet, and what raised there.
    #[inline]
    pub fn caught(&self) -> Option<(usize, Span)> {
        Some(self.caught.get()).filter(|(key, _)| *key != 0)
    }

    /// As `caught`, for whoever makes the entry.
    pub fn take_caught(&self) -> Option<(usize, Span)> {
        let caught = self.caught();
        self.caught.take();
        caught
    }

    /// Where the frame stood that it has left last.
    pub fn left_at(&self) -> Option<u32> {
        let trace = self.traceback.borrow();
        trace.last().map(|entry| entry.span.start)
    }

    /// The frames it has left, innermost first.
    pub fn trace(&self, vm: &Vm) -> Trace {
        vm.settle(self);
        let Some(shown) = self.shown.get() else {
            return self.traceback.borrow().clone();
        };
        // A script may have changed the object.
        let mut trace = super::traceback::entries_from(shown);
        trace.extend(self.unshown(vm));
        trace
    }

    /// The frames left since a script has seen the traceback.
    pub fn unshown(&self, vm: &Vm) -> Trace {
        vm.settle(self);
        let trace = self.traceback.borrow();
        let unshown = trace.get(self.shown_frames.get()..);
        unshown.unwrap_or_default().iter().cloned().collect()
    }

    /// The traceback object that a script has seen.
    pub fn shown(&self) -> Option<Ref<Traceback>> {
        self.shown.get()
    }

    /// Keeps the traceback object that stands for all frames left.
    pub fn show(&self, traceback: Option<Ref<Traceback>>) {
        self.shown_frames.set(self.traceback.borrow().len());
        self.shown.set(traceback);
    }

    /// Whether nothing but members tells it from `other`: the same frames left, the same cause and context.
    pub fn came_the_same_way(&self, vm: &Vm, other: &Exception) -> bool {
        vm.settle(self);
        vm.settle(other);
        let same = |a: Option<Ref<Exception>>, b: Option<Ref<Exception>>| match (a, b) {
            (Some(a), Some(b)) => a.same(&b),
            (a, b) => a.is_none() && b.is_none(),
        };
        let (trace, others) = (self.traceback.borrow(), other.traceback.borrow());
        trace.len() == others.len()
            && trace
                .iter()
                .zip(others.iter())
                .all(|(a, b)| a.frame.code.same(&b.frame.code) && a.span == b.span)
            && same(self.cause.get(), other.cause.get())
            && same(self.context.get(), other.context.get())
    }

    /// Whether it has left any frame.
    pub fn has_trace(&self) -> bool {
        self.is_caught() || !self.traceback.borrow().is_empty()
    }

    /// Replaces the frames it has left.
    pub fn set_trace(&self, trace: Trace) {
        self.shown_frames.set(0);
        self.caught.take();
        let old = (self.traceback.replace(trace), self.shown.take());
        drop(old);
    }

    /// An attribute that the class computed.
    pub fn member(&self, name: &Name) -> Option<Value> {
        let members = self.members.borrow();
        members
            .iter()
            .find(|(each, _)| each.same(name))
            .map(|(_, value)| value.clone())
    }

    /// Sets an attribute that the class computes.
    pub fn set_member(&self, name: &Name, value: Value) {
        let mut members = self.members.borrow_mut();
        let old = match members.iter_mut().find(|(each, _)| each.same(name)) {
            Some((_, old)) => std::mem::replace(old, value),
            None => {
                members.push((name.clone(), value));
                Value::Undef
            }
        };
        drop(members);
        old.discard();
    }

    /// Forgets an attribute that the class computes.
    pub fn forget_member(&self, name: &Name) {
        let mut members = self.members.borrow_mut();
        let place = members.iter().position(|(each, _)| each.same(name));
        let old = place.map(|place| members.remove(place));
        drop(members);
        drop(old);
    }

    /// The exception behind a value, if it is one.
    pub fn of(value: &Value) -> Option<&Ref<Exception>> {
        value.downcast::<Exception>()
    }
}

impl Object for Exception {
    fn class(&self, _vm: &Vm) -> Ref<Class> {
        self.class.get()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.args.get());
        for link in [self.cause.get(), self.context.get()].into_iter().flatten() {
            visit(&Value::from(link));
        }
        if let Some(dict) = self.dict.get() {
            visit(&Value::Dict(dict));
        }
        if let Some(shown) = self.shown.get() {
            visit(&Value::from(shown));
        }
        visit_trace(&self.traceback.borrow(), visit);
        self.members
            .borrow()
            .iter()
            .for_each(|(_, value)| visit(value));
    }

    fn clear(&self) {
        let old = (
            self.cause.take(),
            self.context.take(),
            self.dict.take(),
            self.shown.take(),
            self.traceback.take(),
            self.members.take(),
        );
        drop(old);
        self.args.set(Value::None);
    }

    fn repr(&self, vm: &Vm, _this: &Value) -> Res<Option<String>> {
        super::exceptions::repr(vm, self).map(Some)
    }

    /// What the nearest class implemented here says: some classes of exceptions have a text of their own.
    fn str(&self, vm: &Vm, this: &Value) -> Res<Option<Ref<Str>>> {
        let class = self.class_ref();
        let own = class.line().into_iter();
        let native = own
            .filter(|class| class.def().is_some())
            .find_map(|class| class.dict(vm).get_name(&vm.names.__str__));
        match native {
            Some(method) => vm
                .to_str(&vm.call_with(&method, std::slice::from_ref(this))?)
                .map(Some),
            None => super::exceptions::str(vm, self).map(Some),
        }
    }

    fn attributes(&self, create: bool) -> Option<Ref<Dict>> {
        if create && self.dict.get().is_none() {
            self.dict.set(Some(Dict::new()));
        }
        self.dict.get()
    }
}
