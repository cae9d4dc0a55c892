//! The slot table of a set. The order of slots is the order in which scripts see the items, so every rule here is the
//! reference's: where a probe begins and goes on, which dummy is reused, when the table grows and to which size.

use crate::interp::{Res, Vm};
use crate::objects::dict::known_equal;
use crate::objects::value::Value;
use std::cell::{Cell, RefCell};

/// The smallest table.
const MIN_SIZE: usize = 8;
/// How many slots behind the first of a probe are looked at before it jumps.
const LINEAR_PROBES: usize = 9;
/// The hash of a slot whose item was removed.
const DUMMY: i64 = -1;

/// A slot: an item, nothing, or the mark of a removed item.
#[derive(Clone, Default)]
struct Slot {
    hash: i64,
    /// `Undef` unless there is an item.
    item: Value,
}

impl Slot {
    fn is_empty(&self) -> bool {
        self.item.is_undef() && self.hash != DUMMY
    }
}

/// The items of a set. No borrow lives while script code runs or a value is dropped.
pub struct Table {
    slots: RefCell<Vec<Slot>>,
    /// Slots that are not empty, dummies included.
    fill: Cell<usize>,
    used: Cell<usize>,
    /// Where `pop` goes on.
    finger: Cell<usize>,
    /// Changes whenever the slots are replaced as a whole.
    generation: Cell<u32>,
}

impl Default for Table {
    fn default() -> Self {
        Table {
            slots: RefCell::new(vec![Slot::default(); MIN_SIZE]),
            fill: Cell::new(0),
            used: Cell::new(0),
            finger: Cell::new(0),
            generation: Cell::new(0),
        }
    }
}

/// The sequence of places at which an item may stand.
#[derive(Clone)]
struct Probe {
    mask: usize,
    /// Where the jump began.
    base: usize,
    /// How many of the linear steps are left, and the place they are at.
    left: usize,
    at: usize,
    perturb: usize,
}

impl Probe {
    fn new(hash: i64, mask: usize) -> Probe {
        let base = hash as usize & mask;
        Probe {
            mask,
            base,
            left: Probe::steps(base, mask),
            at: base,
            perturb: hash as usize,
        }
    }

    fn steps(base: usize, mask: usize) -> usize {
        if base + LINEAR_PROBES <= mask {
            LINEAR_PROBES
        } else {
            0
        }
    }

    fn advance(&mut self) {
        if self.left > 0 {
            self.left -= 1;
            self.at += 1;
            return;
        }
        self.perturb >>= 5;
        self.base = self
            .base
            .wrapping_mul(5)
            .wrapping_add(1)
            .wrapping_add(self.perturb)
            & self.mask;
        self.at = self.base;
        self.left = Probe::steps(self.base, self.mask);
    }
}

/// Where a search ended.
enum Found {
    /// The item stands here.
    Item(usize),
    /// It is absent; here it would go: the last dummy met, if any, else the empty slot.
    Absent { place: usize, reuses: bool },
}

/// Where a search has to ask script code.
enum Step {
    Done(Found),
    Ask(Probe, Value),
}

impl Table {
    /// How many items there are.
    pub fn len(&self) -> usize {
        self.used.get()
    }

    /// The number of slots less one.
    pub fn mask(&self) -> usize {
        self.slots.borrow().len() - 1
    }

    /// The first item at or behind `place`, with its hash and the place behind it.
    pub fn item_from(&self, place: usize) -> Option<(usize, i64, Value)> {
        let slots = self.slots.borrow();
        let rest = slots.get(place..)?.iter().enumerate();
        let mut items = rest.filter(|(_, slot)| !slot.item.is_undef());
        items
            .next()
            .map(|(at, slot)| (place + at + 1, slot.hash, slot.item.clone()))
    }

    /// All items in order.
    pub fn items(&self) -> Vec<Value> {
        let slots = self.slots.borrow();
        let items = slots.iter().filter(|slot| !slot.item.is_undef());
        items.map(|slot| slot.item.clone()).collect()
    }

    /// Shows all items.
    pub fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        self.slots
            .borrow()
            .iter()
            .for_each(|slot| visit(&slot.item));
    }

    /// The place of an item, or of where it would go. Who is `adding` it is content with an equal one, whatever the
    /// comparison made of that; others look again.
    fn search(&self, vm: &Vm, hash: i64, item: &Value, adding: bool) -> Res<Found> {
        'again: loop {
            let generation = self.generation.get();
            let mut dummy = None;
            let mut probe = Probe::new(hash, self.mask());
            loop {
                match self.search_on(probe, hash, item, &mut dummy) {
                    Step::Done(found) => return Ok(found),
                    Step::Ask(at, candidate) => {
                        let equal = vm.equal(&candidate, item)?;
                        if equal && adding {
                            return Ok(Found::Item(at.at));
                        }
                        if self.generation.get() != generation || !self.stands(at.at, &candidate) {
                            continue 'again;
                        }
                        if equal {
                            return Ok(Found::Item(at.at));
                        }
                        probe = at;
                        probe.advance();
                    }
                }
            }
        }
    }

    fn search_on(
        &self,
        mut probe: Probe,
        hash: i64,
        item: &Value,
        dummy: &mut Option<usize>,
    ) -> Step {
        let slots = self.slots.borrow();
        loop {
            let slot = &slots[probe.at];
            if slot.item.is_undef() {
                if slot.hash != DUMMY {
                    return Step::Done(Found::Absent {
                        place: dummy.unwrap_or(probe.at),
                        reuses: dummy.is_some(),
                    });
                }
                *dummy = Some(probe.at);
            } else if slot.hash == hash {
                match known_equal(&slot.item, item) {
                    Some(true) => return Step::Done(Found::Item(probe.at)),
                    Some(false) => {}
                    None => return Step::Ask(probe, slot.item.clone()),
                }
            }
            probe.advance();
        }
    }

    fn stands(&self, place: usize, item: &Value) -> bool {
        let slots = self.slots.borrow();
        slots.get(place).is_some_and(|slot| slot.item.is(item))
    }

    /// Whether an item is there.
    pub fn contains(&self, vm: &Vm, hash: i64, item: &Value) -> Res<bool> {
        Ok(matches!(
            self.search(vm, hash, item, false)?,
            Found::Item(_)
        ))
    }

    /// Adds an item, unless an equal one is there.
    pub fn add(&self, vm: &Vm, hash: i64, item: &Value) -> Res<()> {
        let Found::Absent { place, reuses } = self.search(vm, hash, item, true)? else {
            return Ok(());
        };
        {
            let mut slots = self.slots.borrow_mut();
            if !slots[place].item.is_undef() {
                // A comparison has put another item into the dummy that was met before.
                drop(slots);
                return self.add(vm, hash, item);
            }
            slots[place] = Slot {
                hash,
                item: item.clone(),
            };
        }
        self.used.set(self.used.get() + 1);
        if reuses {
            return Ok(());
        }
        self.fill.set(self.fill.get() + 1);
        if self.fill.get() * 5 < self.mask() * 3 {
            return Ok(());
        }
        self.resize(vm, self.grown())
    }

    fn grown(&self) -> usize {
        let used = self.used.get();
        if used > 50_000 { used * 2 } else { used * 4 }
    }

    /// Removes an item; `false`: it is not there.
    pub fn discard(&self, vm: &Vm, hash: i64, item: &Value) -> Res<bool> {
        match self.search(vm, hash, item, false)? {
            Found::Item(place) => {
                drop(self.vacate(place));
                Ok(true)
            }
            Found::Absent { .. } => Ok(false),
        }
    }

    fn vacate(&self, place: usize) -> Value {
        let mut slots = self.slots.borrow_mut();
        let slot = &mut slots[place];
        slot.hash = DUMMY;
        self.used.set(self.used.get() - 1);
        slot.item.take()
    }

    /// Removes the item that `pop` gives.
    pub fn pop(&self) -> Option<Value> {
        if self.used.get() == 0 {
            return None;
        }
        let mask = self.mask();
        let mut place = self.finger.get() & mask;
        while self.slots.borrow()[place].item.is_undef() {
            place = if place >= mask { 0 } else { place + 1 };
        }
        self.finger.set(place + 1);
        Some(self.vacate(place))
    }

    /// Removes all items.
    pub fn clear(&self) {
        let old = self.slots.replace(vec![Slot::default(); MIN_SIZE]);
        self.generation.set(self.generation.get().wrapping_add(1));
        self.fill.set(0);
        self.used.set(0);
        drop(old);
    }

    /// Gives the table the first size above `least` and drops its dummies.
    fn resize(&self, vm: &Vm, least: usize) -> Res<()> {
        let mut size = MIN_SIZE;
        while size <= least {
            size *= 2;
        }
        if size == MIN_SIZE && self.mask() + 1 == MIN_SIZE && self.fill.get() == self.used.get() {
            return Ok(());
        }
        let mut fresh = Vec::new();
        if fresh.try_reserve_exact(size).is_err() {
            return Err(vm.memory_error());
        }
        fresh.resize(size, Slot::default());
        let old = self.slots.take();
        for slot in old {
            if !slot.item.is_undef() {
                insert_clean(&mut fresh, slot);
            }
        }
        *self.slots.borrow_mut() = fresh;
        self.fill.set(self.used.get());
        self.generation.set(self.generation.get().wrapping_add(1));
        Ok(())
    }

    /// Makes room for `more` items at once, before they are added one by one.
    pub fn reserve(&self, vm: &Vm, more: usize) -> Res<()> {
        if (self.fill.get() + more) * 5 >= self.mask() * 3 {
            return self.resize(vm, (self.used.get() + more) * 2);
        }
        Ok(())
    }

    /// Adds all items of another table.
    pub fn merge(&self, vm: &Vm, other: &Table) -> Res<()> {
        if std::ptr::eq(self, other) || other.len() == 0 {
            return Ok(());
        }
        self.reserve(vm, other.len())?;
        if self.fill.get() == 0 {
            let theirs = other.slots.borrow().clone();
            let old = if theirs.len() == self.mask() + 1 && other.fill.get() == other.used.get() {
                self.slots.replace(theirs)
            } else {
                let mut slots = self.slots.borrow_mut();
                let items = theirs.into_iter().filter(|slot| !slot.item.is_undef());
                items.for_each(|slot| insert_clean(&mut slots, slot));
                Vec::new()
            };
            drop(old);
            self.fill.set(other.used.get());
            self.used.set(other.used.get());
            return Ok(());
        }
        let mut place = 0;
        while let Some((next, hash, item)) = other.item_from(place) {
            place = next;
            self.add(vm, hash, &item)?;
        }
        Ok(())
    }

    /// Drops dummies, if there are many.
    pub fn tidy(&self, vm: &Vm) -> Res<()> {
        if self.fill.get() - self.used.get() <= self.mask() / 4 {
            return Ok(());
        }
        self.resize(vm, self.grown())
    }

    /// Takes over the items of another table, which gets those of this one.
    pub fn swap(&self, other: &Table) {
        self.slots.swap(&other.slots);
        self.fill.swap(&other.fill);
        self.used.swap(&other.used);
        for table in [self, other] {
            table.generation.set(table.generation.get().wrapping_add(1));
        }
    }
}

/// Puts an item that is not there yet into a table without dummies and with room.
fn insert_clean(slots: &mut [Slot], slot: Slot) {
    let mut probe = Probe::new(slot.hash, slots.len() - 1);
    while !slots[probe.at].is_empty() {
        probe.advance();
    }
    slots[probe.at] = slot;
}
