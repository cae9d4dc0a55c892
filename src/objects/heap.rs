//! The list of the blocks that can be part of a cycle, oldest first, and when they are due for a look. One of the few
//! modules with `unsafe`. What a block is, is `counted.rs`; looking for cycles is `collector.rs`.
//!
//! A heap belongs to the threads that share objects, not to one of them: a block that one of them made may be dropped
//! by another. They take turns, and the heap goes from one to the next with the right to touch objects (`put_down`,
//! `take_up`). A thread that has none makes one with its first object.
//!
//! Invariants, which every `unsafe` block below relies on:
//! 1. A thread without the heap touches no block of it.
//! 2. A listed block is alive: it leaves the list before it is freed. Its marks tell its place in the list.
//! 3. `CURRENT` points to the heap that this thread's `OWNER` keeps, or is null.

#![allow(unsafe_code)]

use super::counted::{Header, ObjectRef};
use rustc_hash::FxHashMap;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::ptr::NonNull;
use std::rc::Rc;

/// How many generations there are: the young, the middle-aged and the old.
pub const GENERATIONS: usize = 3;

/// How many blocks more than died make a look at the young due, and how many looks at one generation make one at the
/// next due.
pub const THRESHOLDS: [usize; GENERATIONS] = [2000, 10, 10];

type Place = Option<NonNull<Header>>;

/// Those who point weakly to a block, by rank.
pub type Watchers = BTreeMap<u64, NonNull<Header>>;

/// The blocks that can be part of a cycle.
pub struct Heap {
    /// The blocks by age, with holes where some have died.
    blocks: RefCell<Vec<Place>>,
    /// Where each generation begins, the young first; what comes before the old is left alone.
    begins: [Cell<usize>; GENERATIONS],
    /// No hole is closed meanwhile, so that places stay.
    is_held: Cell<bool>,
    /// How many blocks were made and not freed again since the last collection.
    made: Cell<usize>,
    /// The number of made blocks beyond which a collection is asked for.
    limit: Cell<usize>,
    /// Asks for a collection; `false` if nobody is there to be asked.
    ask: Cell<Option<fn() -> bool>>,
    /// What the collector keeps.
    pub plan: Plan,
    /// For each block that is pointed to weakly, by whom.
    pub watchers: RefCell<FxHashMap<NonNull<Header>, Watchers>>,
    serial: Cell<u64>,
}

/// When which generation is looked at.
#[derive(Default)]
pub struct Plan {
    /// Whether collections come by themselves.
    pub is_enabled: Cell<bool>,
    /// Whether a collection is under way.
    pub is_collecting: Cell<bool>,
    /// How many looks at the generation below there have been since the last at this one; for the young, see `made`.
    pub looks: [Cell<usize>; GENERATIONS],
    /// The thresholds.
    pub thresholds: [Cell<usize>; GENERATIONS],
    /// How many blocks survived the last full collection.
    pub old_total: Cell<usize>,
    /// How many have grown old since then.
    pub old_new: Cell<usize>,
}

thread_local! {
    static CURRENT: Cell<*const Heap> = const { Cell::new(std::ptr::null()) };
    static OWNER: RefCell<Owner> = const { RefCell::new(Owner(None)) };
}

/// Keeps a thread's heap as long as the thread lives.
struct Owner(Option<Rc<Heap>>);

impl Drop for Owner {
    fn drop(&mut self) {
        CURRENT.set(std::ptr::null());
    }
}

/// Takes the heap from this thread, which touches no object until it takes one up.
pub fn put_down() -> Option<Rc<Heap>> {
    CURRENT.set(std::ptr::null());
    OWNER
        .try_with(|owner| owner.borrow_mut().0.take())
        .ok()
        .flatten()
}

/// Makes a heap that another thread has put down that of this one.
pub fn take_up(heap: Option<Rc<Heap>>) {
    let _ = OWNER.try_with(|owner| {
        CURRENT.set(heap.as_ref().map_or(std::ptr::null(), Rc::as_ptr));
        owner.borrow_mut().0 = heap;
    });
}

/// This thread's heap; nothing while the thread ends.
#[inline(always)]
pub fn current<'a>() -> Option<&'a Heap> {
    let heap = CURRENT.get();
    if heap.is_null() {
        return first();
    }
    // SAFETY: invariant 3. The result is used and forgotten within the caller's own call, and the thread lives longer.
    unsafe { Some(&*heap) }
}

#[cold]
#[inline(never)]
fn first<'a>() -> Option<&'a Heap> {
    let made = OWNER.try_with(|owner| {
        let heap = Rc::new(Heap::new());
        CURRENT.set(Rc::as_ptr(&heap));
        owner.borrow_mut().0 = Some(heap);
    });
    // SAFETY: as in `current`.
    made.ok().and_then(|()| unsafe { CURRENT.get().as_ref() })
}

/// Puts a new block into the list.
#[inline(always)]
pub fn track(block: NonNull<Header>) {
    if let Some(heap) = current() {
        heap.push(block);
    }
}

/// Takes a block out of the list.
///
/// # Safety
/// The block is alive.
#[inline(always)]
pub unsafe fn untrack(block: NonNull<Header>) {
    // SAFETY: the caller's promise.
    let place = unsafe { block.as_ref().place() };
    let heap = CURRENT.get();
    if place == 0 || heap.is_null() {
        return;
    }
    // SAFETY: invariant 3.
    unsafe { (*heap).remove(place - 1) }
}

impl Heap {
    fn new() -> Heap {
        let plan = Plan::default();
        plan.is_enabled.set(true);
        for (cell, threshold) in plan.thresholds.iter().zip(THRESHOLDS) {
            cell.set(threshold);
        }
        Heap {
            blocks: RefCell::default(),
            begins: Default::default(),
            is_held: Cell::new(false),
            made: Cell::new(0),
            limit: Cell::new(THRESHOLDS[0]),
            ask: Cell::new(None),
            plan,
            watchers: RefCell::default(),
            serial: Cell::new(0),
        }
    }

    #[inline(always)]
    fn push(&self, block: NonNull<Header>) {
        let mut blocks = self.blocks.borrow_mut();
        if blocks.len() == blocks.capacity() {
            self.make_room(&mut blocks);
        }
        blocks.push(Some(block));
        // SAFETY: the block was made just now.
        unsafe { block.as_ref().set_place(blocks.len()) };
        let made = self.made.get() + 1;
        self.made.set(made);
        if made > self.limit.get() {
            self.ask_for_collection();
        }
    }

    #[inline(always)]
    fn remove(&self, index: usize) {
        let mut blocks = self.blocks.borrow_mut();
        if index + 1 == blocks.len() {
            blocks.pop();
            if index < self.begins[0].get() {
                self.trim(index);
            }
        } else {
            blocks[index] = None;
        }
        self.made.set(self.made.get().saturating_sub(1));
    }

    #[cold]
    #[inline(never)]
    fn trim(&self, length: usize) {
        for begin in &self.begins {
            begin.set(begin.get().min(length));
        }
    }

    /// Closes the holes if that gives room enough; grows otherwise.
    #[cold]
    #[inline(never)]
    fn make_room(&self, blocks: &mut Vec<Place>) {
        if !self.is_held.get() {
            self.close_holes(blocks, 0);
        }
        if blocks.len() * 2 >= blocks.capacity() {
            let more = blocks.capacity().max(64);
            blocks.reserve(more);
        }
    }

    /// Moves the blocks from a place on together, so that there is no hole between them.
    fn close_holes(&self, blocks: &mut Vec<Place>, first: usize) {
        let mut begins = self.begins.each_ref().map(Cell::get);
        let mut to = first;
        for from in first..blocks.len() {
            for (begin, cell) in begins.iter_mut().zip(&self.begins) {
                if cell.get() == from {
                    *begin = to;
                }
            }
            if let Some(block) = blocks[from] {
                if from != to {
                    blocks[to] = Some(block);
                    // SAFETY: invariant 2.
                    unsafe { block.as_ref().set_place(to + 1) };
                }
                to += 1;
            }
        }
        for (begin, cell) in begins.iter().zip(&self.begins) {
            cell.set(if cell.get() >= blocks.len() {
                to
            } else {
                *begin
            });
        }
        blocks.truncate(to);
    }

    #[cold]
    #[inline(never)]
    fn ask_for_collection(&self) {
        let asked = self.ask.get().is_some_and(|ask| ask());
        let limit = if asked {
            usize::MAX
        } else {
            self.made.get() + self.plan.thresholds[0].get()
        };
        self.limit.set(limit);
    }

    /// Sets what asks for a collection; it must neither make nor drop objects.
    pub fn on_due(&self, ask: fn() -> bool) {
        self.ask.set(Some(ask));
    }

    /// Begins to count made blocks anew, if `again`, and lets a collection be asked for when it is due.
    pub fn arm(&self, again: bool) {
        if again {
            self.made.set(0);
        }
        let threshold = self.plan.thresholds[0].get();
        let is_on = self.plan.is_enabled.get() && threshold > 0;
        self.limit.set(if is_on { threshold } else { usize::MAX });
    }

    /// How many blocks were made and not freed again since the last collection.
    pub fn made(&self) -> usize {
        self.made.get()
    }

    /// A number that no call before has given, above 0.
    pub fn serial(&self) -> u64 {
        let next = self.serial.get() + 1;
        self.serial.set(next);
        next
    }

    /// How many blocks are listed.
    pub fn count(&self) -> usize {
        self.blocks.borrow().iter().flatten().count()
    }

    /// How many blocks are left alone.
    pub fn frozen(&self) -> usize {
        let blocks = self.blocks.borrow();
        blocks[..self.begins[GENERATIONS - 1].get()]
            .iter()
            .flatten()
            .count()
    }

    /// Leaves all blocks alone that exist now.
    pub fn freeze(&self) {
        self.grow_old(GENERATIONS);
    }

    /// Looks again at the blocks that were left alone: they are old.
    pub fn unfreeze(&self) {
        self.begins[GENERATIONS - 1].set(0);
    }

    /// All blocks of the youngest generations become part of the one above them.
    pub fn grow_old(&self, generations: usize) {
        let length = self.blocks.borrow().len();
        for begin in &self.begins[..generations] {
            begin.set(length);
        }
    }

    /// The places of the blocks of a generation.
    fn range(&self, generation: usize) -> (usize, usize) {
        let end = match generation {
            0 => self.blocks.borrow().len(),
            older => self.begins[older - 1].get(),
        };
        (self.begins[generation].get(), end)
    }

    /// Owners of the blocks of one generation, oldest first.
    pub fn of_generation(&self, generation: usize) -> Vec<ObjectRef> {
        let (begin, end) = self.range(generation);
        self.owners(begin, end).into_iter().flatten().collect()
    }

    /// Owners of all blocks, oldest first.
    pub fn all(&self) -> Vec<ObjectRef> {
        let end = self.blocks.borrow().len();
        self.owners(0, end).into_iter().flatten().collect()
    }

    /// Runs `look` on the blocks of a generation and all younger ones. It gets the place of the first, and an owner of
    /// the block at each place; nothing changes its place meanwhile. It must run no script code.
    pub fn hold<T>(
        &self,
        generation: usize,
        look: impl FnOnce(usize, Vec<Option<ObjectRef>>) -> T,
    ) -> T {
        let begin = self.begins[generation].get();
        self.close_holes(&mut self.blocks.borrow_mut(), begin);
        let end = self.blocks.borrow().len();
        let owners = self.owners(begin, end);
        self.hold_places(|| look(begin + 1, owners))
    }

    /// Runs `look` while no block changes its place. It must run no script code.
    pub fn hold_places<T>(&self, look: impl FnOnce() -> T) -> T {
        let before = self.is_held.replace(true);
        let result = look();
        self.is_held.set(before);
        result
    }

    fn owners(&self, begin: usize, end: usize) -> Vec<Option<ObjectRef>> {
        let blocks = self.blocks.borrow();
        blocks[begin..end]
            .iter()
            // SAFETY: invariant 2.
            .map(|place| place.and_then(|block| unsafe { ObjectRef::of_living(block) }))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::current;
    use crate::objects::counted::{Blocks, Ref, put_down, take_up};
    use crate::objects::list::List;

    /// What goes to another thread and back.
    struct Parcel(Blocks, Ref<List>);
    // SAFETY: the test's threads take turns.
    unsafe impl Send for Parcel {}

    impl Parcel {
        fn open(self) -> (Blocks, Ref<List>) {
            (self.0, self.1)
        }
    }

    fn listed() -> usize {
        current().map_or(0, |heap| heap.count())
    }

    #[test]
    fn a_block_may_be_dropped_by_another_thread() {
        let kept = List::new(Vec::new());
        let sent = List::new(Vec::new());
        assert_eq!(listed(), 2);
        let parcel = Parcel(put_down(), sent);
        let other = std::thread::spawn(move || {
            let (blocks, received) = parcel.open();
            take_up(blocks);
            drop(received);
            assert_eq!(listed(), 1);
            let made = List::new(Vec::new());
            Parcel(put_down(), made)
        });
        let Ok(parcel) = other.join() else {
            panic!("the other thread has failed");
        };
        let (blocks, returned) = parcel.open();
        take_up(blocks);
        assert_eq!(listed(), 2);
        drop(returned);
        drop(kept);
        assert_eq!(listed(), 0);
    }
}
