//! Operations of a set with another set or any iterable. Which operand is gone through, and whether the result is a copy
//! with items taken out or is built item by item, decides the order of the result, so each follows the reference.

use super::Set;
use crate::interp::{Res, Vm};
use crate::objects::counted::Ref;
use crate::objects::dict::Dict;
use crate::objects::value::Value;
use snakelet_grammar::ast::BinaryOp;

/// What the other operand is.
enum Other {
    Set(Ref<Set>),
    /// A dictionary, whose keys count; of no subclass.
    Dict(Ref<Dict>),
    Iterable,
}

impl Other {
    fn of(vm: &Vm, value: &Value) -> Other {
        match (Set::of(vm, value), value) {
            (Some(set), _) => Other::Set(set),
            (None, Value::Dict(dict)) => Other::Dict(dict.clone()),
            (None, _) => Other::Iterable,
        }
    }
}

/// `set.intersection(other)` of the same kind as `set`.
pub fn intersection_with(vm: &Vm, set: &Ref<Set>, other: &Value) -> Res {
    set.intersection(vm, other).map(Value::from)
}

impl Set {
    /// A copy as a set or a frozenset.
    pub fn copied(&self, vm: &Vm, frozen: bool) -> Res<Ref<Set>> {
        let copy = Set::made(frozen);
        copy.table.merge(vm, &self.table)?;
        Ok(copy)
    }

    fn copy(&self, vm: &Vm) -> Res<Ref<Set>> {
        self.copied(vm, self.frozen)
    }

    fn same_as(&self, other: &Value) -> bool {
        other
            .downcast::<Set>()
            .is_some_and(|other| std::ptr::eq(self, &**other))
    }

    /// Calls `visit` with each item and its hash until it gives `false`.
    fn each(&self, mut visit: impl FnMut(i64, Value) -> Res<bool>) -> Res<()> {
        let mut place = 0;
        while let Some((next, hash, item)) = self.item_from(place) {
            place = next;
            if !visit(hash, item)? {
                break;
            }
        }
        Ok(())
    }

    /// `self op other` of two sets; `None`: no operator of sets.
    pub fn combine(&self, vm: &Vm, op: BinaryOp, right: &Ref<Set>) -> Res<Option<Value>> {
        let other = Value::from(right.clone());
        let result = match op {
            BinaryOp::BitOr => {
                let result = self.copy(vm)?;
                if !self.same_as(&other) {
                    result.update(vm, &other)?;
                }
                result
            }
            BinaryOp::BitAnd => self.intersection(vm, &other)?,
            BinaryOp::Sub => self.difference(vm, &other)?,
            BinaryOp::BitXor => self.symmetric_difference(vm, &other)?,
            _ => return Ok(None),
        };
        Ok(Some(Value::from(result)))
    }

    /// Adds all items of an iterable.
    pub fn update(&self, vm: &Vm, other: &Value) -> Res<()> {
        match Other::of(vm, other) {
            Other::Set(set) => self.table.merge(vm, &set.table),
            Other::Dict(dict) => {
                self.table.reserve(vm, dict.len())?;
                let mut place = 0;
                while let Some((next, hash, key)) = dict.key_from(place) {
                    place = next;
                    self.table.add(vm, hash, &key)?;
                }
                Ok(())
            }
            Other::Iterable => vm.for_each(other, |item| {
                self.add(vm, &item)?;
                Ok(true)
            }),
        }
    }

    /// The items that are in `other` too.
    pub fn intersection(&self, vm: &Vm, other: &Value) -> Res<Ref<Set>> {
        if self.same_as(other) {
            return self.copy(vm);
        }
        let result = Set::made(self.frozen);
        if let Some(other) = Set::of(vm, other) {
            let (asked, items) = if other.len() > self.len() {
                (&*other, self)
            } else {
                (self, &*other)
            };
            items.each(|hash, item| {
                if asked.table.contains(vm, hash, &item)? {
                    result.table.add(vm, hash, &item)?;
                }
                Ok(true)
            })?;
            return Ok(result);
        }
        vm.for_each(other, |item| {
            let hash = vm.hash(&item)?;
            if self.table.contains(vm, hash, &item)? {
                result.table.add(vm, hash, &item)?;
                return Ok(result.len() < self.len());
            }
            Ok(true)
        })?;
        Ok(result)
    }

    /// Keeps the items that are in `other` too.
    pub fn intersection_update(&self, vm: &Vm, other: &Value) -> Res<()> {
        let result = self.intersection(vm, other)?;
        self.take_over(&result);
        Ok(())
    }

    /// Takes over the items of another set, which gets those of this one.
    pub fn take_over(&self, other: &Set) {
        self.table.swap(&other.table);
    }

    /// The items that are not in `other`.
    pub fn difference(&self, vm: &Vm, other: &Value) -> Res<Ref<Set>> {
        let kind = Other::of(vm, other);
        let size = match &kind {
            Other::Set(set) => set.len(),
            Other::Dict(dict) => dict.len(),
            Other::Iterable => 0,
        };
        if matches!(kind, Other::Iterable) || self.len() >> 2 > size {
            let result = self.copy(vm)?;
            result.difference_update(vm, other)?;
            return Ok(result);
        }
        let result = Set::made(self.frozen);
        self.each(|hash, item| {
            let found = match &kind {
                Other::Set(set) => set.table.contains(vm, hash, &item)?,
                Other::Dict(dict) => dict.contains_hashed(vm, hash, &item)?,
                Other::Iterable => false,
            };
            if !found {
                result.table.add(vm, hash, &item)?;
            }
            Ok(true)
        })?;
        Ok(result)
    }

    /// Removes the items that are in `other`.
    pub fn difference_update(&self, vm: &Vm, other: &Value) -> Res<()> {
        if self.same_as(other) {
            self.clear_all();
            return Ok(());
        }
        match Set::of(vm, other) {
            Some(mut other) => {
                if other.len() >> 3 > self.len() {
                    other = self.intersection(vm, &Value::from(other))?;
                }
                other.each(|hash, item| {
                    self.table.discard(vm, hash, &item)?;
                    Ok(true)
                })?;
            }
            None => vm.for_each(other, |item| {
                self.table.discard(vm, vm.hash(&item)?, &item)?;
                Ok(true)
            })?,
        }
        self.table.tidy(vm)
    }

    /// The items that are in one of both only.
    pub fn symmetric_difference(&self, vm: &Vm, other: &Value) -> Res<Ref<Set>> {
        let result = Set::made(self.frozen);
        result.update(vm, other)?;
        result.toggle(vm, self)?;
        Ok(result)
    }

    /// Removes the items that are in `other` too, and adds its others.
    pub fn symmetric_difference_update(&self, vm: &Vm, other: &Value) -> Res<()> {
        if self.same_as(other) {
            self.clear_all();
            return Ok(());
        }
        match Other::of(vm, other) {
            Other::Set(other) => self.toggle(vm, &other),
            Other::Dict(dict) => {
                let mut place = 0;
                while let Some((next, hash, key)) = dict.key_from(place) {
                    place = next;
                    self.toggle_one(vm, hash, &key)?;
                }
                Ok(())
            }
            Other::Iterable => {
                let items = Set::made(self.frozen);
                items.update(vm, other)?;
                self.toggle(vm, &items)
            }
        }
    }

    fn toggle(&self, vm: &Vm, other: &Set) -> Res<()> {
        if std::ptr::eq(self, other) {
            self.clear_all();
            return Ok(());
        }
        other.each(|hash, item| {
            self.toggle_one(vm, hash, &item)?;
            Ok(true)
        })
    }

    fn toggle_one(&self, vm: &Vm, hash: i64, item: &Value) -> Res<()> {
        if !self.table.discard(vm, hash, item)? {
            self.table.add(vm, hash, item)?;
        }
        Ok(())
    }

    /// Whether all items are in `other`.
    pub fn is_subset_of(&self, vm: &Vm, other: &Set) -> Res<bool> {
        if self.len() > other.len() {
            return Ok(false);
        }
        let mut all = true;
        self.each(|hash, item| {
            all = other.table.contains(vm, hash, &item)?;
            Ok(all)
        })?;
        Ok(all)
    }

    /// `self.issubset(other)` for any iterable.
    pub fn is_subset(&self, vm: &Vm, other: &Value) -> Res<bool> {
        match Set::of(vm, other) {
            Some(other) => self.is_subset_of(vm, &other),
            None => Ok(self.intersection(vm, other)?.len() == self.len()),
        }
    }

    /// `self.issuperset(other)` for any iterable.
    pub fn is_superset(&self, vm: &Vm, other: &Value) -> Res<bool> {
        if let Some(other) = Set::of(vm, other) {
            return other.is_subset_of(vm, self);
        }
        let mut all = true;
        vm.for_each(other, |item| {
            all = self.has(vm, &item)?;
            Ok(all)
        })?;
        Ok(all)
    }

    /// Whether no item is in `other`.
    pub fn is_disjoint(&self, vm: &Vm, other: &Value) -> Res<bool> {
        if self.same_as(other) {
            return Ok(self.is_empty());
        }
        let mut disjoint = true;
        if let Some(other) = Set::of(vm, other) {
            let (asked, items) = if other.len() > self.len() {
                (&*other, self)
            } else {
                (self, &*other)
            };
            items.each(|hash, item| {
                disjoint = !asked.table.contains(vm, hash, &item)?;
                Ok(disjoint)
            })?;
            return Ok(disjoint);
        }
        vm.for_each(other, |item| {
            disjoint = !self.table.contains(vm, vm.hash(&item)?, &item)?;
            Ok(disjoint)
        })?;
        Ok(disjoint)
    }
}
