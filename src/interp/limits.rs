//! How much a program may do: steps, which are its looks at the interrupt flag (a call, a turn of a loop), and time of a
//! virtual clock. Steps cost nothing where they are not counted. What happens at a limit is said by whoever set it; a program
//! cannot catch it.

use std::cell::{Cell, OnceCell};

/// What has come to its end.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Limit {
    /// So many steps.
    Steps(u64),
    /// So many seconds of virtual time.
    VirtualTime(u64),
}

/// What happens at a limit: it ends the process, or the thread, or lets the program go on.
pub type Exceeded = Box<dyn Fn(&super::Vm, Limit)>;

/// The limits of one interpreter.
#[derive(Default)]
pub struct Limits {
    most: Cell<u64>,
    taken: Cell<u64>,
    exceeded: OnceCell<Exceeded>,
}

impl super::Vm {
    /// Sets the limits, for good: the most steps (none: any number), and what happens at any limit.
    pub fn limit(&self, steps: Option<u64>, exceeded: Exceeded) {
        if self.limits.exceeded.set(exceeded).is_ok()
            && let Some(steps) = steps
        {
            self.limits.most.set(steps);
            self.interrupt.count_looks();
        }
    }

    /// One more step.
    pub(super) fn count_step(&self) {
        let limits = &self.limits;
        let taken = limits.taken.get() + 1;
        limits.taken.set(taken);
        let most = limits.most.get();
        if most > 0 && taken > most {
            limits.taken.set(0);
            self.exceed(Limit::Steps(most));
        }
    }

    /// A limit has been reached.
    pub fn exceed(&self, limit: Limit) {
        if let Some(exceeded) = self.limits.exceeded.get() {
            exceeded(self, limit);
        }
    }
}
