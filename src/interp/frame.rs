//! The chain of running frames, so that warnings, tracebacks and `sys._getframe` can tell who called whom and where each
//! stands. One of the few modules with `unsafe`: the records live on the native stack, linked by plain pointers.
//! The frame objects that scripts see are `objects/frame.rs`; which of them stand for running frames is kept here.
//!
//! Invariant: `Frames::top` points to the `Activation` of the innermost `enter` that has not returned, and each record's
//! `previous` to the one around it; records are made and unmade by `enter` alone, strictly nested. The same holds for
//! `Frames::awaiters` and `awaited_by`; what an `Awaiters` points to is borrowed by its `awaited_by` until that returns.

#![allow(unsafe_code)]

use super::Vm;
use crate::objects::coroutine::Coroutine;
use crate::objects::counted::Ref;
use crate::objects::frame::Frame;
use crate::objects::function::Code;
use crate::objects::str::Name;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use std::cell::{Cell, RefCell};
use std::ptr;
use std::rc::Rc;

/// The running frames of one thread of execution.
pub struct Frames {
    top: Cell<*const Activation>,
    awaiters: Cell<*const Awaiters>,
    /// The objects of those running frames that have one.
    objects: RefCell<Vec<Ref<Frame>>>,
}

impl Default for Frames {
    fn default() -> Frames {
        Frames {
            top: Cell::new(ptr::null()),
            awaiters: Cell::new(ptr::null()),
            objects: RefCell::default(),
        }
    }
}

impl Frames {
    /// Exchanges two chains: another thread of execution runs.
    pub fn swap(&self, other: &Frames) {
        self.top.swap(&other.top);
        self.awaiters.swap(&other.awaiters);
        self.objects.swap(&other.objects);
    }

    /// Whether some of the frames that run are awaited by others, which stand between them and their callers.
    pub fn are_awaited(&self) -> bool {
        !self.awaiters.get().is_null()
    }

    /// What tells the innermost frame from the other running ones.
    pub fn key(&self) -> usize {
        self.top.get().addr()
    }
}

/// The record of a running frame.
pub struct Activation {
    code: *const Ref<Code>,
    /// The offset at which the frame around this one stands.
    caller_at: u32,
    has_object: Cell<bool>,
    previous: *const Activation,
}

impl Activation {
    /// Whether a frame object stands for it, which has to be told when it ends.
    #[inline(always)]
    pub fn has_object(&self) -> bool {
        self.has_object.get()
    }

    /// What tells it from the other running frames.
    #[inline(always)]
    pub fn key(&self) -> usize {
        ptr::from_ref(self).addr()
    }

    /// Whether it runs library code, which no traceback shows.
    pub fn is_of_library(&self) -> bool {
        // SAFETY: the code is owned by the callee's owner while it runs.
        unsafe { &*self.code }.is_library
    }

    /// The frame object that stands for it, made when first asked for.
    pub fn object(&self, vm: &Vm) -> Ref<Frame> {
        let key = self.key();
        let objects = &vm.thread.frames.objects;
        if self.has_object.get() {
            let known = objects.borrow();
            if let Some(frame) = known.iter().rev().find(|frame| frame.key() == key) {
                return frame.clone();
            }
        }
        // SAFETY: the code is owned by the callee's owner while it runs.
        let code = unsafe { &*self.code };
        let frame = Frame::running(code, key);
        self.stand_for(vm, frame.clone());
        frame
    }

    /// Says that `frame` stands for it.
    pub fn stand_for(&self, vm: &Vm, frame: Ref<Frame>) {
        frame.set_key(self.key());
        self.has_object.set(true);
        vm.thread.frames.objects.borrow_mut().push(frame);
    }

    /// The object of the frame around it, where that is a plain caller; library code is left out.
    pub fn caller(&self, vm: &Vm) -> Option<Ref<Frame>> {
        let mut next = self.previous;
        // SAFETY: by the invariant the chain holds live records only, and nothing returns meanwhile.
        while let Some(activation) = unsafe { next.as_ref() } {
            if !activation.is_of_library() {
                return Some(activation.object(vm));
            }
            next = activation.previous;
        }
        None
    }

    /// The object stands for it no longer.
    pub fn release(&self, vm: &Vm) -> Option<Ref<Frame>> {
        if !self.has_object.replace(false) {
            return None;
        }
        let mut objects = vm.thread.frames.objects.borrow_mut();
        let place = objects
            .iter()
            .rposition(|frame| frame.key() == self.key())?;
        let frame = objects.remove(place);
        frame.set_key(0);
        Some(frame)
    }
}

/// The coroutines that await, one the other, a frame that runs: resuming touches the innermost alone.
struct Awaiters {
    root: *const Ref<Coroutine>,
    chain: *const [Ref<Coroutine>],
    /// The frame in which the innermost one was entered.
    inside: *const Activation,
    previous: *const Awaiters,
}

/// Runs the last of a chain of coroutines that begins with `root`: the others are seen as its callers meanwhile.
pub fn awaited_by<R>(
    vm: &Vm,
    root: &Ref<Coroutine>,
    chain: &[Ref<Coroutine>],
    body: impl FnOnce() -> R,
) -> R {
    struct Unlink<'a>(&'a Frames, *const Awaiters);
    impl Drop for Unlink<'_> {
        fn drop(&mut self) {
            self.0.awaiters.set(self.1);
        }
    }
    let frames = &vm.thread.frames;
    let awaiters = Awaiters {
        root,
        chain,
        inside: frames.top.get(),
        previous: frames.awaiters.get(),
    };
    frames.awaiters.set(&raw const awaiters);
    let _unlink = Unlink(frames, awaiters.previous);
    body()
}

/// Pops the record when the frame is left, by a panic too.
struct Guard<'a> {
    vm: &'a Vm,
    activation: *const Activation,
}

impl Drop for Guard<'_> {
    #[inline(always)]
    fn drop(&mut self) {
        // SAFETY: the record outlives the guard, which `enter` declares after it.
        let activation = unsafe { &*self.activation };
        self.vm.thread.at.set(activation.caller_at);
        self.vm.thread.frames.top.set(activation.previous);
    }
}

/// Runs `body` as a frame of `code`.
#[inline(always)]
pub fn enter<R>(vm: &Vm, code: &Ref<Code>, body: impl FnOnce(&Activation) -> R) -> R {
    let thread = &vm.thread;
    let activation = Activation {
        code,
        caller_at: thread.at.get(),
        has_object: Cell::new(false),
        previous: thread.frames.top.get(),
    };
    thread.frames.top.set(&raw const activation);
    let _guard = Guard {
        vm,
        activation: &raw const activation,
    };
    body(&activation)
}

/// Where a frame stands that runs, or that awaits one that runs.
#[derive(Clone)]
pub struct Standing {
    /// What it runs.
    pub code: Ref<Code>,
    /// The byte offset of its current statement or call.
    pub at: u32,
    /// What tells it from the other running frames.
    pub key: usize,
    /// If it only awaits: the coroutine.
    awaiting: Option<Ref<Coroutine>>,
}

impl Standing {
    /// The line it stands in.
    pub fn line(&self) -> u32 {
        self.code.source.line_of(self.at)
    }

    /// Whether `frame` stands for it.
    pub fn is_of(&self, frame: &Frame) -> bool {
        match &self.awaiting {
            Some(coroutine) => frame.is_of(coroutine),
            None => frame.key() == self.key,
        }
    }

    /// The frame object that stands for it. It must still run.
    pub fn object(&self, vm: &Vm) -> Ref<Frame> {
        if let Some(coroutine) = &self.awaiting {
            return Coroutine::frame_object(coroutine);
        }
        object_of(vm, self.key).unwrap_or_else(|| Frame::left(&self.code, self.at, &mut []))
    }
}

/// The object of the running frame known by `key`.
pub fn object_of(vm: &Vm, key: usize) -> Option<Ref<Frame>> {
    let mut next = vm.thread.frames.top.get();
    // SAFETY: by the invariant the chain holds live records only, and nothing returns meanwhile.
    while let Some(activation) = unsafe { next.as_ref() } {
        if activation.key() == key {
            return Some(activation.object(vm));
        }
        next = activation.previous;
    }
    None
}

/// The running frames, innermost first, with the coroutines that await them.
pub fn running(vm: &Vm) -> impl Iterator<Item = Standing> {
    let mut next = vm.thread.frames.top.get();
    let mut at = vm.thread.at.get();
    let mut awaiters = vm.thread.frames.awaiters.get();
    let mut waiting: Vec<Ref<Coroutine>> = Vec::new();
    std::iter::from_fn(move || {
        if let Some(coroutine) = waiting.pop() {
            return Some(Standing {
                code: coroutine.code.clone(),
                at: coroutine.at.get(),
                key: 0,
                awaiting: Some(coroutine),
            });
        }
        // SAFETY: by the invariant the chains hold live records only; nothing returns from a frame while this iterates,
        // since the iterator is used up by callers below the innermost frame. The code is owned by the callee's owner.
        let activation = unsafe { next.as_ref() }?;
        // SAFETY: as above; what the record points to is borrowed while it is linked.
        if let Some(found) = unsafe { awaiters.as_ref() }
            && found.inside == activation.previous
        {
            let (root, chain) = unsafe { (&*found.root, &*found.chain) };
            waiting.push(root.clone());
            waiting.extend(chain.iter().rev().skip(1).rev().cloned());
            awaiters = found.previous;
        }
        // SAFETY: as above.
        let code = unsafe { (*activation.code).clone() };
        let standing = Standing {
            code,
            at,
            key: activation.key(),
            awaiting: None,
        };
        at = activation.caller_at;
        next = activation.previous;
        Some(standing)
    })
}

/// The innermost frames of scripts as (file, line, function), at most `depth` of them.
pub fn origin(vm: &Vm, depth: usize) -> Value {
    let frames = running(vm).filter(|standing| !standing.code.is_library);
    let shown = frames.take(depth).map(|standing| {
        Value::from(Tuple::new(vec![
            Value::str(&standing.code.source.name),
            Value::from(standing.line() as usize),
            Value::Str(standing.code.name.clone()),
        ]))
    });
    Value::from(Tuple::new(shown.collect()))
}

/// The record of the innermost frame.
pub fn innermost<T>(vm: &Vm, look: impl FnOnce(&Activation) -> T) -> Option<T> {
    // SAFETY: by the invariant; the frame does not return before `look` does.
    unsafe { vm.thread.frames.top.get().as_ref() }.map(look)
}

/// The innermost frame that is not library code.
pub fn current(vm: &Vm) -> Option<Standing> {
    running(vm).find(|standing| !standing.code.is_library)
}

/// The object of the innermost frame, of those that `skip` leaves, that is not library code.
pub fn current_object(vm: &Vm, skip: usize) -> Option<Ref<Frame>> {
    let mut seen = running(vm).filter(|standing| !standing.code.is_library);
    let standing = seen.nth(skip)?;
    Some(standing.object(vm))
}

/// What a running frame has published of its variables.
#[derive(Clone)]
pub enum Published {
    /// A namespace that holds them.
    Mapping(Value),
    /// A copy of them.
    Variables(Rc<Variables>),
}

/// A copy of a running frame's variables, from which those that were changed go back into the frame.
pub struct Variables {
    /// Names and values; `Undef` for one without.
    pub values: RefCell<Vec<(Name, Value)>>,
    /// The places of those that were changed here.
    pub changed: RefCell<Vec<usize>>,
}

impl Variables {
    /// Changes one; gives what it was, or the value back if there is no such variable.
    pub fn set(&self, name: &[u8], value: Value) -> Result<Value, Value> {
        let mut values = self.values.borrow_mut();
        let Some(place) = values.iter().position(|(each, _)| each.bytes() == name) else {
            return Err(value);
        };
        self.changed.borrow_mut().push(place);
        Ok(std::mem::replace(&mut values[place].1, value))
    }

    /// Shows another value of one; gives what was shown.
    pub fn show(&self, name: &[u8], value: Value) -> Value {
        let mut values = self.values.borrow_mut();
        match values.iter_mut().find(|(each, _)| each.bytes() == name) {
            Some((_, shown)) => std::mem::replace(shown, value),
            None => value,
        }
    }
}

/// The variables that the running frame known by `key` has published.
pub fn published(vm: &Vm, key: usize) -> Option<Published> {
    let all = vm.thread.published.borrow();
    let last = all.iter().rev().find(|(each, _)| *each == key);
    last.map(|(_, seen)| seen.clone())
}
