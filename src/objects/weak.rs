//! Pointing weakly to a block: without owning it, and hearing when it dies. One of the few modules with `unsafe`.
//! The weak references that a script sees are `weakref.rs`.
//!
//! Who points to a block stands in a table of the heap, not in the block: most blocks are pointed to by nobody, and a
//! mark in the block says so.
//!
//! Invariants, which every `unsafe` block below relies on:
//! 1. A pointer that is set points to a block that has not been freed: the death of a block takes its entry out of the
//!    table and unsets the pointers.
//! 2. A block in the table, as target or as watcher, has not been freed: a watcher leaves when its pointer is dropped.

#![allow(unsafe_code)]

use super::counted::{Header, ObjectRef};
use super::heap::{self, Heap, Watchers};
use std::cell::Cell;
use std::ptr::NonNull;

/// A field of an object that points weakly to another one.
#[derive(Default)]
pub struct WeakPointer(Cell<Option<Link>>);

#[derive(Clone, Copy)]
struct Link {
    target: NonNull<Header>,
    watcher: NonNull<Header>,
    rank: u64,
}

impl WeakPointer {
    /// Points to `target`. `watcher` is the object that this is a field of; `rank` is its place among the watchers of
    /// that target, where nobody else may be.
    pub fn point(&self, target: &ObjectRef, watcher: &ObjectRef, rank: u64) {
        self.leave();
        let link = Link {
            target: target.block(),
            watcher: watcher.block(),
            rank,
        };
        let Some(heap) = heap::current() else { return };
        let mut table = heap.watchers.borrow_mut();
        table
            .entry(link.target)
            .or_default()
            .insert(rank, link.watcher);
        // SAFETY: the caller owns the block.
        unsafe { link.target.as_ref().set_watched(true) };
        self.0.set(Some(link));
    }

    /// An owner of what it points to, if that is still there.
    pub fn get(&self) -> Option<ObjectRef> {
        let link = self.0.get()?;
        // SAFETY: invariant 1.
        unsafe { ObjectRef::of_living(link.target) }
    }

    /// Whether it points to `target`.
    pub fn points_to(&self, target: &Dying) -> bool {
        self.0.get().is_some_and(|link| link.target == target.0)
    }

    /// Points nowhere from now on.
    pub fn forget(&self) {
        self.0.set(None);
    }

    /// Points nowhere from now on, and does not hear of the death.
    pub fn leave(&self) {
        let (Some(link), Some(heap)) = (self.0.take(), heap::current()) else {
            return;
        };
        let mut table = heap.watchers.borrow_mut();
        let Some(watchers) = table.get_mut(&link.target) else {
            return;
        };
        // The target may have died, and another block may live at its address.
        if watchers.get(&link.rank) != Some(&link.watcher) {
            return;
        }
        watchers.remove(&link.rank);
        if watchers.is_empty() {
            table.remove(&link.target);
            // SAFETY: invariant 2.
            unsafe { link.target.as_ref().set_watched(false) };
        }
    }
}

impl Drop for WeakPointer {
    fn drop(&mut self) {
        self.leave();
    }
}

/// The block that is dying, as its watchers hear of it.
pub struct Dying(NonNull<Header>);

/// Those who point weakly to an object and are alive, by rank.
pub fn watchers(target: &ObjectRef) -> Vec<ObjectRef> {
    let Some(heap) = heap::current() else {
        return Vec::new();
    };
    let table = heap.watchers.borrow();
    table.get(&target.block()).map(living).unwrap_or_default()
}

fn living(watchers: &Watchers) -> Vec<ObjectRef> {
    watchers
        .values()
        // SAFETY: invariant 2.
        .filter_map(|&watcher| unsafe { ObjectRef::of_living(watcher) })
        .collect()
}

/// The one at a certain place among those who point weakly to an object.
pub fn watcher_at(target: &ObjectRef, rank: u64) -> Option<ObjectRef> {
    let heap = heap::current()?;
    let table = heap.watchers.borrow();
    let watcher = table.get(&target.block())?.get(&rank)?;
    // SAFETY: invariant 2.
    unsafe { ObjectRef::of_living(*watcher) }
}

/// The middle of all ranks: the newest go before the older ones there, or behind them.
const MIDDLE: u64 = u64::MAX / 2;

/// A rank before all that were given in this way.
pub fn newest_rank() -> u64 {
    MIDDLE - heap::current().map_or(0, Heap::serial)
}

/// A rank behind all others.
pub fn last_rank() -> u64 {
    MIDDLE + heap::current().map_or(0, Heap::serial)
}

/// Lets all who point weakly to an object point nowhere; gives those who want to be told.
pub fn sever(target: &ObjectRef) -> Vec<ObjectRef> {
    sever_block(target.block())
}

fn sever_block(block: NonNull<Header>) -> Vec<ObjectRef> {
    let Some(heap) = heap::current() else {
        return Vec::new();
    };
    let mut told = take(heap, block);
    let dying = Dying(block);
    told.retain(|watcher| watcher.object().lose(&dying));
    told
}

fn take(heap: &Heap, block: NonNull<Header>) -> Vec<ObjectRef> {
    let mut table = heap.watchers.borrow_mut();
    let Some(watchers) = table.remove(&block) else {
        return Vec::new();
    };
    // SAFETY: invariant 2.
    unsafe { block.as_ref().set_watched(false) };
    living(&watchers)
}

/// What is due when the last owner of a block that is pointed to weakly has gone: first all pointers are unset, then
/// the watchers are told.
///
/// # Safety
/// The block has not been freed, and its count is 0.
pub unsafe fn death(block: NonNull<Header>) {
    for watcher in sever_block(block) {
        let value = watcher.into_value();
        if let Some(object) = value.object() {
            object.told(&value);
        }
    }
}
