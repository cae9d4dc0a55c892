//! The timer heap: what to do, and when. Ordered by deadline, then by creation. Knows deadlines only; the clock is
//! `clock.rs`, what is due goes to the ready queue by `mod.rs`.

use super::future::Future;
use super::handle::Handle;
use crate::objects::counted::Ref;
use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// From how many timers on the cancelled ones are swept out when they are more than half.
const SWEEP_FROM: usize = 100;

/// What a timer does when it is due.
pub enum Target {
    /// Gives a future the result it was made with, unless it is done: `sleep`.
    Resolve(Ref<Future>),
    /// Runs a handle: `call_later`, `call_at`.
    Run(Ref<Handle>),
}

impl Target {
    fn is_cancelled(&self) -> bool {
        match self {
            Target::Resolve(future) => future.is_done(),
            Target::Run(handle) => handle.is_cancelled(),
        }
    }
}

struct Timer {
    deadline: i64,
    order: u64,
    target: Target,
}

impl PartialEq for Timer {
    fn eq(&self, other: &Timer) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Timer {}

impl PartialOrd for Timer {
    fn partial_cmp(&self, other: &Timer) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Timer {
    /// The soonest is the greatest: the heap gives the greatest first.
    fn cmp(&self, other: &Timer) -> Ordering {
        (other.deadline, other.order).cmp(&(self.deadline, self.order))
    }
}

/// All timers of a loop. Targets that leave it are handed out, so that none is dropped while it is borrowed.
#[derive(Default)]
pub struct Timers {
    heap: BinaryHeap<Timer>,
    made: u64,
    cancelled: usize,
}

impl Timers {
    /// Adds a timer.
    pub fn add(&mut self, deadline: i64, target: Target) {
        self.made += 1;
        self.heap.push(Timer {
            deadline,
            order: self.made,
            target,
        });
    }

    /// Moves all deadlines: another clock tells the time from now on.
    pub fn shift(&mut self, span: i64) {
        let timers = std::mem::take(&mut self.heap).into_iter();
        let shifted = timers.map(|timer| Timer {
            deadline: timer.deadline.saturating_add(span),
            ..timer
        });
        self.heap = shifted.collect();
    }

    /// Notes that a timer in the heap was cancelled.
    pub fn note_cancelled(&mut self) {
        self.cancelled += 1;
    }

    /// Takes out cancelled timers: all of them if they are many, else those that would be due first.
    pub fn sweep(&mut self) -> Vec<Target> {
        let mut swept = Vec::new();
        if self.heap.len() > SWEEP_FROM && self.cancelled * 2 > self.heap.len() {
            let timers = std::mem::take(&mut self.heap).into_vec();
            let (cancelled, kept): (Vec<Timer>, Vec<Timer>) = timers
                .into_iter()
                .partition(|timer| timer.target.is_cancelled());
            self.heap = BinaryHeap::from(kept);
            self.heap.shrink_to(self.heap.len() * 2);
            self.cancelled = 0;
            swept.extend(cancelled.into_iter().map(|timer| timer.target));
        }
        while self
            .heap
            .peek()
            .is_some_and(|timer| timer.target.is_cancelled())
        {
            self.cancelled = self.cancelled.saturating_sub(1);
            swept.extend(self.heap.pop().map(|timer| timer.target));
        }
        swept
    }

    /// The deadline of the first timer.
    pub fn next_deadline(&self) -> Option<i64> {
        self.heap.peek().map(|timer| timer.deadline)
    }

    /// Takes out the first timer, if it is due.
    pub fn pop_due(&mut self, now: i64) -> Option<Target> {
        if self.next_deadline()? > now {
            return None;
        }
        self.heap.pop().map(|timer| timer.target)
    }

    /// Takes out all timers.
    pub fn take_all(&mut self) -> Vec<Target> {
        let timers = std::mem::take(&mut self.heap).into_vec();
        timers.into_iter().map(|timer| timer.target).collect()
    }

    /// Shows the targets to `visit`.
    pub fn for_each(&self, visit: &mut dyn FnMut(&Target)) {
        self.heap.iter().for_each(|timer| visit(&timer.target));
    }
}
