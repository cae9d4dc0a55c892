//! The collector of cycles: frees objects that only own each other, which counting alone would keep for ever.
//!
//! It works by trial deletion, in three generations, so that its cost stays in proportion to what is made. For the blocks
//! it looks at, it takes from each one's count what the others among them own of it (`Object::traverse`). What is left
//! is owned from outside; what can be reached from there lives. The rest is garbage, unless a finaliser gives it an owner:
//! 1. Weak references to the garbage are severed, and callbacks of those that live are called.
//! 2. Finalisers run, oldest object first, each at most once in an object's life.
//! 3. What can be reached from outside again, with everything it leads to, is resurrected.
//! 4. The others let go of what they hold (`Object::clear`), and counting frees them.
//!
//! An edge that `traverse` does not show keeps its object alive; one that it shows twice would free what is in use.
//! When a collection is due is noted where blocks are made (`heap.rs`); it runs at the next call or turn of a loop,
//! since only there no container is borrowed.

use super::counted::{ObjectRef, place_of};
use super::heap::{GENERATIONS, Heap};
use super::weak;

/// Who hears of a collection, and what is kept of it.
pub trait Observer {
    /// Whether an object that was found counts: what scripts never see does not.
    fn counts(&self, object: &ObjectRef) -> bool;

    /// Keeps garbage for the script; `true`: it is not to be freed.
    fn keeps(&self, garbage: &[ObjectRef]) -> bool;
}

/// What a collection did.
#[derive(Default, Clone, Copy)]
pub struct Outcome {
    /// How many objects were found to be garbage.
    pub collected: usize,
}

/// The generation that is due: the oldest whose count is above its threshold.
pub fn due(heap: &Heap) -> Option<usize> {
    let plan = &heap.plan;
    let is_due = |generation: usize| {
        let count = match generation {
            0 => heap.made(),
            older => plan.looks[older].get(),
        };
        let threshold = plan.thresholds[generation].get();
        let is_worth_it =
            generation < GENERATIONS - 1 || plan.old_new.get() >= plan.old_total.get() / 4;
        count > threshold && is_worth_it
    };
    (0..GENERATIONS)
        .rev()
        .find(|&generation| is_due(generation))
}

/// Looks for garbage in a generation and all younger ones, and frees it. A collection within another does nothing.
pub fn collect(heap: &Heap, generation: usize, observer: &dyn Observer) -> Outcome {
    let plan = &heap.plan;
    if plan.is_collecting.replace(true) {
        return Outcome::default();
    }
    for looks in &plan.looks[..=generation] {
        looks.set(0);
    }
    if let Some(above) = plan.looks.get(generation + 1) {
        above.set(above.get() + 1);
    }
    let (garbage, survivors) = heap.hold(generation, |first, blocks| {
        let survivors = blocks.iter().flatten().count();
        let garbage = unreachable(first, blocks);
        (garbage, survivors)
    });
    heap.arm(true);
    heap.grow_old((generation + 1).min(GENERATIONS - 1));
    note_age(heap, generation, survivors - garbage.len());
    let outcome = dispose(heap, garbage, observer);
    plan.is_collecting.set(false);
    outcome
}

fn note_age(heap: &Heap, generation: usize, survivors: usize) {
    let plan = &heap.plan;
    match generation {
        0 => {}
        1 => plan.old_new.set(plan.old_new.get() + survivors),
        _ => {
            plan.old_new.set(0);
            plan.old_total.set(survivors);
        }
    }
}

/// Marks a block as reachable in the list of counts; no block can be owned so often.
const REACHED: u32 = u32::MAX;

/// The blocks, of those at the places from `first` on, that are owned by nobody but each other.
fn unreachable(first: usize, blocks: Vec<Option<ObjectRef>>) -> Vec<ObjectRef> {
    let index = |value: &_| {
        let index = place_of(value).wrapping_sub(first);
        (index < blocks.len()).then_some(index)
    };
    // The list itself owns one of each block's counts.
    let mut counts: Vec<u32> = blocks
        .iter()
        .map(|block| block.as_ref().map_or(0, |block| block.count() - 1))
        .collect();
    for block in blocks.iter().flatten() {
        block.object().traverse(&mut |value| {
            if let Some(index) = index(value) {
                counts[index] = counts[index].wrapping_sub(1);
            }
        });
    }
    let mut open: Vec<usize> = (0..blocks.len()).filter(|&each| counts[each] > 0).collect();
    for &each in &open {
        counts[each] = REACHED;
    }
    while let Some(each) = open.pop() {
        let Some(block) = &blocks[each] else { continue };
        block.object().traverse(&mut |value| {
            if let Some(index) = index(value)
                && counts[index] != REACHED
            {
                counts[index] = REACHED;
                open.push(index);
            }
        });
    }
    let unreached = blocks.into_iter().zip(counts);
    unreached
        .filter(|(_, count)| *count != REACHED)
        .filter_map(|(block, _)| block)
        .collect()
}

/// Does for garbage all that is to be done before it is freed, and frees what still is garbage after that.
fn dispose(heap: &Heap, garbage: Vec<ObjectRef>, observer: &dyn Observer) -> Outcome {
    if garbage.is_empty() {
        return Outcome::default();
    }
    tell_watchers(&garbage);
    let garbage = still_garbage(heap, finalized(garbage));
    let counted = garbage.iter().filter(|object| observer.counts(object));
    let collected = counted.count();
    if !observer.keeps(&garbage) {
        for object in &garbage {
            drop(weak::sever(object));
        }
        for object in &garbage {
            object.object().clear();
        }
    }
    Outcome { collected }
}

/// Runs the finalisers of garbage. What nobody owns any more after that, since a finaliser opened its cycle, is freed
/// at once, as if counting had found it; gives the others.
fn finalized(garbage: Vec<ObjectRef>) -> Vec<ObjectRef> {
    let mut owned = Vec::with_capacity(garbage.len());
    for object in garbage {
        object.finalize();
        if object.count() > 1 {
            owned.push(object);
        }
    }
    owned.retain(|object| object.count() > 1);
    owned
}

/// Severs the weak references to garbage, and calls the callbacks of those that are not garbage themselves.
fn tell_watchers(garbage: &[ObjectRef]) {
    let watched = garbage.iter().filter(|object| object.is_watched());
    let told: Vec<ObjectRef> = watched.flat_map(weak::sever).collect();
    if told.is_empty() {
        return;
    }
    let dying: rustc_hash::FxHashSet<usize> = garbage.iter().map(ObjectRef::address).collect();
    for watcher in told {
        if !dying.contains(&watcher.address()) {
            let value = watcher.into_value();
            if let Some(object) = value.object() {
                object.told(&value);
            }
        }
    }
}

/// What is garbage after finalisers have run: a second look, at the garbage alone.
fn still_garbage(heap: &Heap, garbage: Vec<ObjectRef>) -> Vec<ObjectRef> {
    let first = garbage.iter().map(ObjectRef::place).min().unwrap_or(0);
    let last = garbage.iter().map(ObjectRef::place).max().unwrap_or(0);
    heap.hold_places(|| {
        let mut blocks: Vec<Option<ObjectRef>> = Vec::new();
        blocks.resize_with(last + 1 - first, || None);
        for object in garbage {
            let place = object.place();
            blocks[place - first] = Some(object);
        }
        unreachable(first, blocks)
    })
}
