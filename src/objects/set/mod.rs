//! `set` and `frozenset`: one object, which says which of the two it is. The slot table is `table.rs`, operations of two
//! sets are `algebra.rs`, the methods `methods.rs`.

mod algebra;
mod iterator;
mod methods;
mod table;

pub use algebra::intersection_with;
pub use iterator::{ITERATOR, SetIterator};
pub use methods::{FROZEN, TYPE, repr};

use super::class::Class;
use super::counted::Ref;
use super::object::Object;
use super::value::Value;
use crate::interp::{Res, Vm};
use snakelet_grammar::ast::{BinaryOp, CompareOp};
use std::cell::Cell;
use table::Table;

/// A set or a frozenset.
pub struct Set {
    table: Table,
    frozen: bool,
    /// The hash of a frozenset, once computed.
    hash: Cell<Option<i64>>,
}

impl Set {
    fn made(frozen: bool) -> Ref<Set> {
        Ref::new(Set {
            table: Table::default(),
            frozen,
            hash: Cell::new(None),
        })
    }

    /// An empty set.
    pub fn new() -> Ref<Set> {
        Set::made(false)
    }

    /// An empty frozenset, to be filled before anybody else sees it.
    pub fn new_frozen() -> Ref<Set> {
        Set::made(true)
    }

    /// A set of the items of an iterable, as `set(iterable)` makes it.
    pub fn from_iterable(vm: &Vm, iterable: &Value) -> Res<Ref<Set>> {
        let set = Set::new();
        set.update(vm, iterable)?;
        Ok(set)
    }

    /// The set or frozenset behind a value, or behind an instance of a subclass.
    pub fn of(vm: &Vm, value: &Value) -> Option<Ref<Set>> {
        match value {
            Value::Object(object) => object.downcast::<Set>().cloned(),
            Value::Instance(_) => vm.unwrapped(value).downcast::<Set>().cloned(),
            _ => None,
        }
    }

    /// Whether it is a frozenset.
    pub fn is_frozen(&self) -> bool {
        self.frozen
    }

    /// How many items there are.
    pub fn len(&self) -> usize {
        self.table.len()
    }

    /// Whether it is empty.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The items in order.
    pub fn items(&self) -> Vec<Value> {
        self.table.items()
    }

    /// The first item at or behind `place`, with its hash and the place behind it.
    pub fn item_from(&self, place: usize) -> Option<(usize, i64, Value)> {
        self.table.item_from(place)
    }

    /// Adds an item.
    pub fn add(&self, vm: &Vm, item: &Value) -> Res<()> {
        self.table.add(vm, vm.hash(item)?, item)
    }

    /// Adds an item whose hash is known.
    pub fn add_hashed(&self, vm: &Vm, hash: i64, item: &Value) -> Res<()> {
        self.table.add(vm, hash, item)
    }

    /// Whether an item is there. A set, which has no hash, is looked for as the frozenset of its items.
    pub fn has(&self, vm: &Vm, item: &Value) -> Res<bool> {
        let (hash, item) = self.hash_to_find(vm, item)?;
        self.table.contains(vm, hash, &item)
    }

    /// Removes an item; `false`: it is not there.
    pub fn discard(&self, vm: &Vm, item: &Value) -> Res<bool> {
        let (hash, item) = self.hash_to_find(vm, item)?;
        self.table.discard(vm, hash, &item)
    }

    /// Removes and gives an item.
    pub fn pop(&self) -> Option<Value> {
        self.table.pop()
    }

    /// Removes all items.
    pub fn clear_all(&self) {
        self.table.clear();
    }

    fn hash_to_find(&self, vm: &Vm, item: &Value) -> Res<(i64, Value)> {
        let raised = match vm.hash(item) {
            Ok(hash) => return Ok((hash, item.clone())),
            Err(raised) => raised,
        };
        match Set::of(vm, item) {
            Some(set) if !set.frozen => {
                drop(vm.catch(raised, &vm.types.type_error)?);
                let frozen = Value::from(set.copied(vm, true)?);
                Ok((vm.hash(&frozen)?, frozen))
            }
            _ => Err(raised),
        }
    }

    fn frozen_hash(&self) -> i64 {
        if let Some(hash) = self.hash.get() {
            return hash;
        }
        let mut hashes = Vec::with_capacity(self.len());
        let mut place = 0;
        while let Some((next, hash, _)) = self.item_from(place) {
            hashes.push(hash);
            place = next;
        }
        let hash = crate::text::hash::frozenset(hashes);
        self.hash.set(Some(hash));
        hash
    }
}

impl Object for Set {
    fn has_plain_methods(&self) -> bool {
        true
    }

    fn class(&self, vm: &Vm) -> Ref<Class> {
        if self.frozen {
            vm.types.frozenset.clone()
        } else {
            vm.types.set.clone()
        }
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        self.table.traverse(visit);
    }

    fn clear(&self) {
        self.table.clear();
    }

    fn hash(&self, _vm: &Vm, _this: &Value) -> Res<Option<i64>> {
        Ok(self.frozen.then(|| self.frozen_hash()))
    }

    fn compare(&self, vm: &Vm, _this: &Value, op: CompareOp, other: &Value) -> Res<Option<Value>> {
        match Set::of(vm, other) {
            Some(other) => self.compare_to(vm, op, &other),
            None => Ok(None),
        }
    }

    fn binary(
        &self,
        vm: &Vm,
        this: &Value,
        op: BinaryOp,
        other: &Value,
        reflected: bool,
    ) -> Res<Option<Value>> {
        let (Some(this), Some(other)) = (Set::of(vm, this), Set::of(vm, other)) else {
            return Ok(None);
        };
        let (left, right) = if reflected {
            (other, this)
        } else {
            (this, other)
        };
        left.combine(vm, op, &right)
    }

    fn in_place(&self, vm: &Vm, this: &Value, op: BinaryOp, other: &Value) -> Res<Option<Value>> {
        if self.frozen || Set::of(vm, other).is_none() {
            return Ok(None);
        }
        match op {
            BinaryOp::BitOr => self.update(vm, other)?,
            BinaryOp::BitAnd => self.intersection_update(vm, other)?,
            BinaryOp::Sub => self.difference_update(vm, other)?,
            BinaryOp::BitXor => self.symmetric_difference_update(vm, other)?,
            _ => return Ok(None),
        }
        Ok(Some(this.clone()))
    }

    fn truth(&self, _vm: &Vm, _this: &Value) -> Res<Option<bool>> {
        Ok(Some(!self.is_empty()))
    }

    fn len(&self, _vm: &Vm, _this: &Value) -> Res<Option<usize>> {
        Ok(Some(Set::len(self)))
    }

    fn contains(&self, vm: &Vm, _this: &Value, item: &Value) -> Res<Option<bool>> {
        self.has(vm, item).map(Some)
    }

    fn iter(&self, _vm: &Vm, this: &Value) -> Res<Option<Value>> {
        Ok(this.downcast::<Set>().map(SetIterator::over))
    }
}

impl Set {
    fn compare_to(&self, vm: &Vm, op: CompareOp, other: &Set) -> Res<Option<Value>> {
        let (ours, theirs) = (self.len(), other.len());
        let answer = match op {
            CompareOp::Eq => self.equals(vm, other)?,
            CompareOp::NotEq => !self.equals(vm, other)?,
            CompareOp::LtE => self.is_subset_of(vm, other)?,
            CompareOp::GtE => other.is_subset_of(vm, self)?,
            CompareOp::Lt => ours < theirs && self.is_subset_of(vm, other)?,
            CompareOp::Gt => theirs < ours && other.is_subset_of(vm, self)?,
            CompareOp::Is | CompareOp::IsNot | CompareOp::In | CompareOp::NotIn => return Ok(None),
        };
        Ok(Some(Value::bool(answer)))
    }

    fn equals(&self, vm: &Vm, other: &Set) -> Res<bool> {
        if self.len() != other.len() {
            return Ok(false);
        }
        if let (Some(a), Some(b)) = (self.hash.get(), other.hash.get())
            && a != b
        {
            return Ok(false);
        }
        vm.nested_while(" in comparison", || self.is_subset_of(vm, other))
    }
}
