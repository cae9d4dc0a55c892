//! The chain of running frames, so that warnings, tracebacks and `sys._getframe` can tell who called whom and where each
//! stands. One of the few modules with `unsafe`: the records live on the native stack, linked by plain pointers.
//!
//! Invariant: `Frames::top` points to the `Activation` of the innermost `enter` that has not returned, and each record's
//! `previous` to the one around it; records are made and unmade by `enter` alone, strictly nested.

#![allow(unsafe_code)]

use super::Vm;
use crate::objects::function::Code;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use std::cell::Cell;
use std::ptr;
use std::rc::Rc;

/// The running frames of one thread of execution.
pub struct Frames {
    top: Cell<*const Activation>,
}

impl Default for Frames {
    fn default() -> Frames {
        Frames {
            top: Cell::new(ptr::null()),
        }
    }
}

impl Frames {
    /// Exchanges two chains: another thread of execution runs.
    pub fn swap(&self, other: &Frames) {
        self.top.swap(&other.top);
    }
}

struct Activation {
    code: *const Rc<Code>,
    /// The offset at which the frame around this one stands.
    caller_at: u32,
    previous: *const Activation,
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
pub fn enter<R>(vm: &Vm, code: &Rc<Code>, body: impl FnOnce() -> R) -> R {
    let thread = &vm.thread;
    let activation = Activation {
        code,
        caller_at: thread.at.get(),
        previous: thread.frames.top.get(),
    };
    thread.frames.top.set(&raw const activation);
    let _guard = Guard {
        vm,
        activation: &raw const activation,
    };
    body()
}

/// Where a running frame stands.
#[derive(Clone)]
pub struct Standing {
    /// What it runs.
    pub code: Rc<Code>,
    /// The byte offset of its current statement or call.
    pub at: u32,
    /// What tells it from the other running frames.
    pub key: usize,
}

impl Frames {
    /// What tells the innermost frame from the other running ones.
    pub fn key(&self) -> usize {
        self.top.get().addr()
    }
}

impl Standing {
    /// The line it stands in.
    pub fn line(&self) -> u32 {
        self.code.source.line_of(self.at)
    }
}

/// The running frames, innermost first.
pub fn running(vm: &Vm) -> impl Iterator<Item = Standing> {
    let mut next = vm.thread.frames.top.get();
    let mut at = vm.thread.at.get();
    std::iter::from_fn(move || {
        if next.is_null() {
            return None;
        }
        // SAFETY: by the invariant the chain holds live records only; nothing returns from a frame while this iterates,
        // since the iterator is used up by callers below the innermost frame. The code is owned by the callee's owner.
        let (code, caller_at, previous) =
            unsafe { ((*(*next).code).clone(), (*next).caller_at, (*next).previous) };
        let key = next.addr();
        let standing = Standing { code, at, key };
        next = previous;
        at = caller_at;
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

/// The innermost frame that is not library code.
pub fn current(vm: &Vm) -> Option<Standing> {
    running(vm).find(|standing| !standing.code.is_library)
}

/// The variables that the running frame known by `key` has published.
pub fn published(vm: &Vm, key: usize) -> Option<Value> {
    let all = vm.thread.published.borrow();
    let last = all.iter().rev().find(|(each, _)| *each == key);
    last.map(|(_, seen)| seen.clone())
}
