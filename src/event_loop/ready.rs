//! The ready queue: what the next turn runs, first in first out. Running an entry is `mod.rs`.

use super::context::Context;
use super::future::Future;
use super::handle::Handle;
use crate::objects::counted::{ObjectRef, Ref};
use crate::objects::exception::Exception;
use crate::objects::value::Value;
use std::cell::RefCell;
use std::collections::VecDeque;

/// How much room an empty queue keeps.
const ROOM: usize = 1024;

/// One thing to run. A task is the value that stands for it: an instance, if its class is one that a script defined.
pub enum Entry {
    /// Go on with a task.
    Step(Value),
    /// Go on with a task whose awaited future is done.
    WakeUp(Value),
    /// Throw an exception into a task.
    Throw(Value, Ref<Exception>),
    /// Call a future's callback in an empty context.
    Done(Value, ObjectRef),
    /// Call a future's callback in its context.
    DoneIn(Box<DoneIn>),
    /// Give a future the result it was made with, unless it is done.
    Resolve(Ref<Future>),
    /// Run what `call_soon` and its kin were given.
    Run(Ref<Handle>),
}

/// A future's callback with its context.
pub struct DoneIn {
    /// The callback.
    pub callback: Value,
    /// The future.
    pub future: Value,
    /// The context.
    pub context: Ref<Context>,
}

/// The queue.
#[derive(Default)]
pub struct Ready(RefCell<VecDeque<Entry>>);

impl Ready {
    /// Adds an entry at the end.
    #[inline]
    pub fn push(&self, entry: Entry) {
        self.0.borrow_mut().push_back(entry);
    }

    /// Takes the first entry.
    #[inline]
    pub fn pop(&self) -> Option<Entry> {
        self.0.borrow_mut().pop_front()
    }

    /// How many entries there are.
    #[inline]
    pub fn len(&self) -> usize {
        self.0.borrow().len()
    }

    /// Whether there is none.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.0.borrow().is_empty()
    }

    /// Gives memory back after a burst.
    pub fn trim(&self) {
        let mut queue = self.0.borrow_mut();
        if queue.is_empty() && queue.capacity() > ROOM {
            queue.shrink_to(ROOM);
        }
    }

    /// Takes all entries.
    pub fn take_all(&self) -> VecDeque<Entry> {
        self.0.take()
    }

    /// Shows the entries to `visit`.
    pub fn for_each(&self, visit: &mut dyn FnMut(&Entry)) {
        self.0.borrow().iter().for_each(visit);
    }

    /// Shows the values in it to `visit`.
    pub fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        for entry in self.0.borrow().iter() {
            match entry {
                Entry::Step(task) | Entry::WakeUp(task) => visit(task),
                Entry::Throw(task, exception) => {
                    visit(task);
                    visit(&Value::from(exception.clone()));
                }
                Entry::Done(callback, future) => {
                    visit(callback);
                    visit(&future.clone().into_value());
                }
                Entry::DoneIn(done) => {
                    visit(&done.callback);
                    visit(&done.future);
                    visit(&Value::from(done.context.clone()));
                }
                Entry::Resolve(future) => visit(&Value::from(future.clone())),
                Entry::Run(handle) => visit(&Value::from(handle.clone())),
            }
        }
    }
}
