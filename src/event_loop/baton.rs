//! The baton: script threads are threads of the system, and exactly one of them runs at a time: the one that has the
//! baton. It hands it over at every call that waits, and every few thousand loop turns if others want it. One of the few
//! modules with `unsafe`: a new thread is given things that must not be touched by two threads at once.
//!
//! Invariant: the interpreter, and every value, is touched only by the thread that has the baton. `State::holder` names
//! it, changes only under the lock (which orders what one thread did before what the next one does), and a thread goes
//! past `until_mine` only when it reads its own name there. What is thread-local to us (the current interpreter, the
//! blocks of `objects/counted.rs`) is put down before the baton is given away and taken up after it has come.

#![allow(unsafe_code)]

use super::clock::{Clock, SECOND};
use crate::interp::native_stack::NativeStack;
use crate::interp::raise::Interrupt;
use crate::interp::{Thread, Vm};
use crate::objects::counted;
use polling::{Events, Poller};
use rustc_hash::FxHashMap;
use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// What a thread is known by; the main one is 0.
pub type Id = u64;

/// The thread that the program began on.
pub const MAIN: Id = 0;

/// How long one wait lasts at most; the reference caps it as well.
const LONGEST: i64 = 24 * 3600 * SECOND;

/// After how many looks at the flag a thread lets others run that stand in line.
const PATIENCE: u32 = 20_000;

/// What that many looks take of a virtual clock's time, if others sleep by it: a thread that computes for ever would never let
/// them wake.
const WORK: i64 = SECOND / 1000;

/// Why a wait is over.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Woken {
    /// Someone has called.
    Called,
    /// The deadline has come.
    Late,
    /// The program is interrupted.
    Interrupted,
    /// No thread can ever run again, and nothing outside can wake one.
    Stuck,
}

/// What kind of wait it is, for choosing whom to tell that nothing can ever run again.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Kind {
    /// In a lock, a sleep, a call.
    Plain,
    /// A loop that has nothing to do.
    Loop,
}

/// The baton of one interpreter, and who waits for it or for something else.
#[derive(Default)]
pub struct Baton {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// Who has it; `None`: everyone waits.
    holder: Option<Id>,
    /// Who wants it, in the order of asking.
    line: VecDeque<Id>,
    waiting: FxHashMap<Id, Waiting>,
    bells: FxHashMap<Id, Arc<Condvar>>,
    /// The pollers of those who wait for something outside.
    pollers: FxHashMap<Id, Arc<Poller>>,
    /// How many wait for something outside.
    outside: usize,
    /// What else could wake a thread: handlers of signals.
    sources: usize,
    /// The virtual clock's time while nobody has the baton.
    now: i64,
    is_virtual: bool,
    /// Since when everyone waits, something outside among it: a virtual clock goes on in life meanwhile.
    free_since: Option<Instant>,
    made: Id,
    waits: u64,
    /// The flag that tells the one who runs whether others stand in line.
    flag: Option<Arc<Interrupt>>,
    /// What belongs to values and is thread-local to us, while nobody has the baton.
    heap: Option<Carried<counted::Blocks>>,
}

/// A wait for a call or a deadline.
struct Waiting {
    deadline: Option<i64>,
    order: u64,
    woken: Option<Woken>,
    kind: Kind,
}

/// Something that goes from thread to thread with the baton.
struct Carried<T>(T);

// SAFETY: by the module's invariant, only the thread that has the baton looks inside.
unsafe impl<T> Send for Carried<T> {}

impl<T> Carried<T> {
    fn open(self) -> T {
        self.0
    }
}

impl State {
    fn give(&mut self, id: Id) {
        self.holder = Some(id);
        self.note_line();
        self.ring(id);
    }

    fn line_up(&mut self, id: Id) {
        self.line.push_back(id);
        self.note_line();
    }

    /// Says in the flag whether others stand in line, or sleep by a clock that moves only if everyone waits.
    fn note_line(&self) {
        if let Some(flag) = &self.flag {
            let sleeps = self.is_virtual && self.first_sleeper().is_some();
            flag.set_wanted(!self.line.is_empty() || sleeps);
        }
    }

    fn ring(&self, id: Id) {
        if let Some(bell) = self.bells.get(&id) {
            bell.notify_one();
        }
    }

    /// Ends a wait: the thread goes on when its turn comes.
    fn wake(&mut self, id: Id, why: Woken) {
        let Some(waiting) = self.waiting.get_mut(&id).filter(|w| w.woken.is_none()) else {
            return;
        };
        waiting.woken = Some(why);
        self.line_up(id);
    }

    /// Who waits for the deadline that comes first.
    fn first_sleeper(&self) -> Option<(i64, Id)> {
        let sleepers = self.waiting.iter().filter_map(|(id, waiting)| {
            let deadline = waiting.deadline.filter(|_| waiting.woken.is_none())?;
            Some((deadline, waiting.order, *id))
        });
        sleepers.min().map(|(deadline, _, id)| (deadline, id))
    }

    /// Gives the baton to whoever can go on; to nobody, if that is something outside or the time to decide.
    fn pass_on(&mut self) {
        self.holder = None;
        if let Some(next) = self.line.pop_front() {
            self.note_line();
            return self.give(next);
        }
        let sleeper = self.first_sleeper();
        if self.outside > 0 {
            self.free_since = Some(Instant::now());
            // A sleeper on a virtual clock has to look at life now.
            if let Some((_, id)) = sleeper {
                self.ring(id);
            }
            return;
        }
        match sleeper {
            Some((deadline, id)) if self.is_virtual => {
                self.now = self.now.max(deadline);
                self.wake(id, Woken::Late);
                self.pass_on();
            }
            Some(_) => {}
            None => self.tell_stuck(),
        }
    }

    fn tell_stuck(&mut self) {
        if self.sources > 0 {
            return;
        }
        let waiting = self.waiting.iter().filter(|(_, w)| w.woken.is_none());
        let all = waiting.map(|(id, waiting)| (std::cmp::Reverse(waiting.kind), *id));
        if let Some((_, id)) = all.min() {
            self.wake(id, Woken::Stuck);
            self.pass_on();
        }
    }

    /// What time has passed while nobody had the baton, on a virtual clock.
    fn flowed(&self) -> i64 {
        match self.free_since {
            Some(since) => i64::try_from(since.elapsed().as_nanos()).unwrap_or(0),
            None => 0,
        }
    }

    /// Takes the baton, if nobody has it.
    fn take_if_free(&mut self, id: Id) {
        if self.holder.is_none() {
            self.settle();
            self.line.retain(|each| *each != id);
            self.holder = Some(id);
            self.note_line();
        }
    }

    fn settle(&mut self) {
        self.now = self.now.saturating_add(self.flowed());
        self.free_since = None;
    }
}

/// What the threads of an interpreter share, for the one that runs.
#[derive(Default)]
pub struct Threads {
    /// The baton.
    pub baton: Arc<Baton>,
    /// How many threads there are besides the main one.
    pub others: std::cell::Cell<usize>,
    /// How many looks at the flag this thread has had while others stood in line.
    steps: std::cell::Cell<u32>,
    /// How much of a virtual clock's time it has worked while the others slept.
    worked: std::cell::Cell<i64>,
}

/// What a thread that waits puts aside.
struct Aside {
    thread: Thread,
    asyncio: super::PerThread,
}

impl Baton {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// An interrupt was requested: the main thread wakes up, wherever it waits.
    pub fn interrupt(&self) {
        let mut state = self.lock();
        state.wake(MAIN, Woken::Interrupted);
        if state.holder.is_none() && !state.line.is_empty() {
            state.settle();
            state.pass_on();
        }
        if let Some(poller) = state.pollers.get(&MAIN) {
            let _ = poller.notify();
        }
    }

    /// How many handlers of signals there are changes by `change`.
    pub fn count_sources(&self, change: isize) {
        let mut state = self.lock();
        state.sources = state.sources.saturating_add_signed(change);
    }
}

impl Threads {
    /// Those of an interpreter.
    pub fn of(vm: &Vm) -> std::rc::Rc<Threads> {
        vm.extension::<Threads>()
    }

    /// Has interrupts wake up the main thread, and others run when they have waited long enough.
    pub fn attend(&self, vm: &Vm) {
        let baton = self.baton.clone();
        vm.interrupt.set_alarm(move || baton.interrupt());
        vm.handover_hook.set(Some(|vm| {
            let threads = Threads::of(vm);
            let steps = threads.steps.get() + 1;
            threads.steps.set(steps % PATIENCE);
            if steps == PATIENCE {
                threads.work_on(vm);
                threads.let_others_run(vm);
            }
            Ok(())
        }));
    }

    /// Gives up what this thread must not touch without the baton.
    fn put_down<'a>(&'a self, vm: &Vm) -> (MutexGuard<'a, State>, Aside) {
        vm.settle_all();
        let aside = Aside {
            thread: Thread::default(),
            asyncio: super::PerThread::take(vm),
        };
        vm.thread.swap(&aside.thread);
        let clock = vm.extension::<Clock>();
        let mut state = self.baton.lock();
        if state.flag.is_none() {
            state.flag = Some(vm.interrupt.clone());
        }
        state.is_virtual = clock.is_virtual();
        state.now = clock.now();
        let id = aside.thread.id.get();
        state.bells.entry(id).or_default();
        state.heap = Some(Carried(counted::put_down()));
        (state, aside)
    }

    /// Takes up again what `put_down` has given up.
    fn take_up(&self, vm: &Vm, mut state: MutexGuard<'_, State>, aside: Aside) {
        if let Some(heap) = state.heap.take() {
            counted::take_up(heap.open());
        }
        let now = state.now;
        drop(state);
        vm.extension::<Clock>().jump_to(now);
        vm.thread.swap(&aside.thread);
        aside.asyncio.put(vm);
    }

    /// Whether there are other threads than the first.
    pub fn has_several(&self) -> bool {
        self.baton.lock().bells.keys().any(|id| *id != MAIN)
    }

    /// Waits until someone calls, or until `deadline` of the program's time.
    pub fn wait(&self, vm: &Vm, deadline: Option<i64>, kind: Kind) -> Woken {
        let clock = vm.extension::<Clock>();
        let pace = clock.pace();
        let (mut state, aside) = self.put_down(vm);
        let id = aside.thread.id.get();
        state.waits += 1;
        let waiting = Waiting {
            deadline,
            order: state.waits,
            woken: None,
            kind,
        };
        state.waiting.insert(id, waiting);
        if id == MAIN && vm.interrupt.is_requested() {
            state.wake(MAIN, Woken::Interrupted);
        }
        state.pass_on();
        let bell = state.bells.entry(id).or_default().clone();
        while state.holder != Some(id) {
            let left =
                deadline.filter(|_| state.waiting.get(&id).is_some_and(|w| w.woken.is_none()));
            let left = left.and_then(|deadline| match state.is_virtual {
                false => Some(deadline.saturating_sub(pace.now())),
                true if state.free_since.is_some() => {
                    Some(deadline.saturating_sub(state.now.saturating_add(state.flowed())))
                }
                true => None,
            });
            match left {
                Some(left) if left <= 0 => {
                    state.wake(id, Woken::Late);
                    if state.holder.is_none() {
                        state.settle();
                        state.now = state.now.max(deadline.unwrap_or(0));
                        state.pass_on();
                    }
                }
                Some(left) => {
                    let span = pace.in_life(left.min(LONGEST));
                    state = match bell.wait_timeout(state, span) {
                        Ok((state, _)) => state,
                        Err(poisoned) => poisoned.into_inner().0,
                    };
                }
                None => state = bell.wait(state).unwrap_or_else(PoisonError::into_inner),
            }
        }
        let woken = state.waiting.remove(&id).and_then(|waiting| waiting.woken);
        self.take_up(vm, state, aside);
        woken.unwrap_or(Woken::Called)
    }

    /// Runs `body`, which waits for something outside and touches no value, while others run.
    pub fn outside<T>(&self, vm: &Vm, body: impl FnOnce() -> T) -> T {
        self.outside_with(vm, None, body)
    }

    fn outside_with<T>(
        &self,
        vm: &Vm,
        poller: Option<&Arc<Poller>>,
        body: impl FnOnce() -> T,
    ) -> T {
        let (mut state, aside) = self.put_down(vm);
        let id = aside.thread.id.get();
        if let Some(poller) = poller {
            state.pollers.insert(id, poller.clone());
        }
        state.outside += 1;
        state.pass_on();
        drop(state);
        let result = body();
        let mut state = self.baton.lock();
        state.outside -= 1;
        state.pollers.remove(&id);
        state = until_mine(state, id);
        self.take_up(vm, state, aside);
        result
    }

    /// Waits until `poller` sees something, for `span` at most, or until someone calls or interrupts.
    pub fn wait_for_events(
        &self,
        vm: &Vm,
        poller: &Arc<Poller>,
        events: &mut Events,
        span: Option<Duration>,
    ) -> std::io::Result<usize> {
        if vm.interrupt.is_requested() {
            return poller.wait(events, Some(Duration::ZERO));
        }
        self.outside_with(vm, Some(poller), || poller.wait(events, span))
    }

    /// Ends the wait of another thread.
    pub fn wake(&self, id: Id) {
        let mut state = self.baton.lock();
        state.wake(id, Woken::Called);
        if let Some(poller) = state.pollers.get(&id) {
            let _ = poller.notify();
        }
    }

    /// This thread has worked for a while: on a virtual clock, the first sleeper wakes if that was long enough.
    fn work_on(&self, vm: &Vm) {
        let clock = vm.extension::<Clock>();
        let mut state = self.baton.lock();
        if !state.line.is_empty() || !clock.is_virtual() {
            return;
        }
        let Some((deadline, id)) = state.first_sleeper() else {
            return;
        };
        self.worked.set(self.worked.get() + WORK);
        if deadline.saturating_sub(clock.now()) <= self.worked.get() {
            self.worked.set(0);
            clock.jump_to(deadline);
            state.wake(id, Woken::Late);
        }
    }

    /// Lets those go first who stand in line.
    pub fn let_others_run(&self, vm: &Vm) {
        if !vm.interrupt.is_wanted() || self.baton.lock().line.is_empty() {
            return;
        }
        let (mut state, aside) = self.put_down(vm);
        let id = aside.thread.id.get();
        state.line_up(id);
        state.pass_on();
        state = until_mine(state, id);
        self.take_up(vm, state, aside);
    }

    /// Starts a thread that runs `body`; gives its name.
    pub fn start(&self, vm: &Vm, body: impl FnOnce(&Vm) + 'static) -> std::io::Result<Id> {
        let Some(owner) = vm.rc() else {
            return Err(std::io::Error::other("the interpreter has ended"));
        };
        let id = {
            let mut state = self.baton.lock();
            state.made += 1;
            let id = state.made;
            state.bells.insert(id, Arc::default());
            id
        };
        let carried = Carried((owner, body));
        let stack = NativeStack::of_thread();
        let baton = self.baton.clone();
        // The interpreter lives on, and its flag hears of interrupts, as long as the thread does.
        let started = std::thread::Builder::new()
            .name(format!("script-{id}"))
            .stack_size(stack.size())
            .spawn(move || run(&baton, id, stack.usable, carried));
        let mut state = self.baton.lock();
        match started {
            Ok(_) => {
                self.others.set(self.others.get() + 1);
                state.flag = Some(vm.interrupt.clone());
                state.line_up(id);
                Ok(id)
            }
            Err(error) => {
                state.bells.remove(&id);
                Err(error)
            }
        }
    }
}

/// Waits for the baton.
fn until_mine(mut state: MutexGuard<'_, State>, id: Id) -> MutexGuard<'_, State> {
    state.take_if_free(id);
    if state.holder != Some(id) && !state.line.contains(&id) {
        state.line_up(id);
    }
    let bell = state.bells.entry(id).or_default().clone();
    while state.holder != Some(id) {
        state = bell.wait(state).unwrap_or_else(PoisonError::into_inner);
    }
    state
}

/// The life of a thread.
fn run(
    baton: &Baton,
    id: Id,
    stack: usize,
    carried: Carried<(std::rc::Rc<Vm>, impl FnOnce(&Vm) + 'static)>,
) {
    let mut state = baton.lock();
    let bell = state.bells.entry(id).or_default().clone();
    while state.holder != Some(id) {
        state = bell.wait(state).unwrap_or_else(PoisonError::into_inner);
    }
    let (vm, body) = carried.open();
    let here = 0u8;
    let thread = Thread::default();
    thread.id.set(id);
    let top = &raw const here as usize;
    thread.stack_limit.set(top.saturating_sub(stack));
    let aside = Aside {
        thread,
        asyncio: super::PerThread::default(),
    };
    let threads = Threads::of(&vm);
    threads.take_up(&vm, state, aside);
    vm.enter();
    let ran = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| body(&vm)));
    if ran.is_err() {
        // A bug of ours, which the panic has told already: nothing that runs on could be trusted.
        std::process::abort();
    }
    threads.others.set(threads.others.get().saturating_sub(1));
    let (mut state, aside) = threads.put_down(&vm);
    if let Some(heap) = state.heap.take() {
        counted::take_up(heap.open());
    }
    drop(state);
    drop(aside);
    drop(threads);
    Vm::leave();
    drop(vm);
    let mut state = baton.lock();
    state.heap = Some(Carried(counted::put_down()));
    state.bells.remove(&id);
    state.pass_on();
}
