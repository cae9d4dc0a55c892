//! A dictionary on an index map: insertion order, keys compared as the language says. Methods are in `dict_methods.rs`,
//! views and iterators in `dict_views.rs`.
//!
//! Keys of built-in types are compared inside the map. Keys that need script code to compare are only noted there and
//! compared afterwards, with no borrow alive, since that code may change this very dictionary.

use super::class::Class;
use super::counted::Ref;
use super::dict_views::DictIterator;
use super::object::Object;
use super::str::Name;
use super::value::Value;
use crate::interp::{Res, Vm};
use indexmap::map::MutableKeys;
use indexmap::{Equivalent, IndexMap};
use snakelet_grammar::ast::{BinaryOp, CompareOp};
use std::cell::{Cell, RefCell};
use std::hash::{BuildHasherDefault, Hash, Hasher};

/// A dictionary. An entry whose key is `Undef` is dead: deleting keeps the others' places.
#[derive(Default)]
pub struct Dict {
    map: RefCell<Map>,
    dead: Cell<usize>,
    /// Changes whenever a key comes or goes.
    version: Cell<u32>,
}

/// What the hashes of dead entries are made from.
const DEAD_HASH: i64 = 0x6A09_E667_F3BC_C908;

type Map = IndexMap<Key, Value, BuildHasherDefault<MixingHasher>>;

/// A key with its hash in the language's sense.
#[derive(Clone)]
pub struct Key {
    hash: i64,
    value: Value,
}

impl Hash for Key {
    #[inline(always)]
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_i64(self.hash);
    }
}

impl PartialEq for Key {
    fn eq(&self, other: &Key) -> bool {
        self.hash == other.hash && self.value.is(&other.value) && !self.value.is_undef()
    }
}

impl Eq for Key {}

/// Spreads hashes over all bits: small ints are their own hash, and multiples of a power of two would share a bucket.
#[derive(Default)]
pub struct MixingHasher(u64);

impl Hasher for MixingHasher {
    #[inline(always)]
    fn write_i64(&mut self, hash: i64) {
        self.0 = (hash as u64)
            .wrapping_mul(0x9E37_79B9_7F4A_7C15)
            .rotate_left(26);
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_i64(self.0 as i64 ^ i64::from(byte));
        }
    }

    #[inline(always)]
    fn finish(&self) -> u64 {
        self.0
    }
}

/// A key to look for; notes entries that only script code can compare.
struct Probe<'a> {
    hash: i64,
    key: &'a Value,
    unsure: &'a Cell<bool>,
}

impl Hash for Probe<'_> {
    #[inline(always)]
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_i64(self.hash);
    }
}

impl Equivalent<Key> for Probe<'_> {
    #[inline(always)]
    fn equivalent(&self, entry: &Key) -> bool {
        if self.hash != entry.hash {
            return false;
        }
        match (self.key, &entry.value) {
            (_, Value::Undef) => false,
            (Value::Str(a), Value::Str(b)) => a.same(b) || a.bytes() == b.bytes(),
            (Value::Int(a), Value::Int(b)) => a == b,
            (a, b) => a.is(b) || self.compare_slowly(b),
        }
    }
}

impl Probe<'_> {
    fn compare_slowly(&self, other: &Value) -> bool {
        known_equal(self.key, other).unwrap_or_else(|| {
            self.unsure.set(true);
            false
        })
    }
}

/// Whether two keys are equal, if that can be told without running script code.
pub fn known_equal(a: &Value, b: &Value) -> Option<bool> {
    use Value::*;
    if a.is(b) {
        return Some(true);
    }
    match (a, b) {
        (Str(a), Str(b)) => Some(a.bytes() == b.bytes()),
        (Big(a), Big(b)) => Some(a.0 == b.0),
        (Float(a), Float(b)) => Some(a.get() == b.get()),
        (Int(a), Float(b)) | (Float(b), Int(a)) => {
            Some(b.get() == *a as f64 && b.get() as i64 == *a)
        }
        (Bool(a), Bool(b)) => Some(a == b),
        (Bool(a), Int(b)) | (Int(b), Bool(a)) => Some(*a as i64 == *b),
        (Bool(a), Float(b)) | (Float(b), Bool(a)) => Some(*a as u64 as f64 == b.get()),
        (Tuple(a), Tuple(b)) => {
            if a.items().len() != b.items().len() {
                return Some(false);
            }
            a.items()
                .iter()
                .zip(b.items())
                .try_fold(true, |equal, (a, b)| Some(equal && known_equal(a, b)?))
        }
        (None | NotImplemented | Ellipsis | Bool(_) | Int(_) | Float(_) | Str(_) | Tuple(_), _)
            if b.is_plain() || matches!(b, Str(_) | Tuple(_)) =>
        {
            Some(false)
        }
        (Big(_) | Str(_), Big(_) | Str(_)) => Some(false),
        (
            Class(_) | Function(_) | Native(_),
            Class(_) | Function(_) | Native(_) | Str(_) | Tuple(_),
        ) => Some(false),
        _ => Option::None,
    }
}

/// Collects the keys of one hash.
struct Candidates {
    hash: i64,
    found: RefCell<Vec<Value>>,
}

impl Hash for Candidates {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_i64(self.hash);
    }
}

impl Equivalent<Key> for Candidates {
    fn equivalent(&self, entry: &Key) -> bool {
        if self.hash == entry.hash && !entry.value.is_undef() {
            self.found.borrow_mut().push(entry.value.clone());
        }
        false
    }
}

/// A plain string to look for.
struct Text<'a>(i64, &'a [u8]);

impl Hash for Text<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_i64(self.0);
    }
}

impl Equivalent<Key> for Text<'_> {
    fn equivalent(&self, entry: &Key) -> bool {
        self.0 == entry.hash && matches!(&entry.value, Value::Str(text) if text.bytes() == self.1)
    }
}

impl Dict {
    /// An empty dictionary with room for `capacity` entries.
    pub fn with_capacity(capacity: usize) -> Ref<Dict> {
        let map = RefCell::new(Map::with_capacity_and_hasher(
            capacity,
            BuildHasherDefault::default(),
        ));
        Ref::new(Dict {
            map,
            dead: Cell::new(0),
            version: Cell::new(0),
        })
    }

    /// An empty dictionary.
    pub fn new() -> Ref<Dict> {
        Ref::new(Dict::default())
    }

    /// How many keys there are.
    #[inline]
    pub fn len(&self) -> usize {
        self.map.borrow().len() - self.dead.get()
    }

    /// Whether it is empty.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// A number that changes whenever a key comes or goes.
    #[inline(always)]
    pub fn version(&self) -> u32 {
        self.version.get()
    }

    fn key_set_changed(&self) {
        self.version.set(self.version.get().wrapping_add(1));
    }

    /// The place of `key`, comparing as the language says.
    fn find(&self, vm: &Vm, hash: i64, key: &Value) -> Res<Option<usize>> {
        let unsure = Cell::new(false);
        let place = self.map.borrow().get_index_of(&Probe {
            hash,
            key,
            unsure: &unsure,
        });
        if place.is_some() || !unsure.get() {
            return Ok(place);
        }
        self.find_slowly(vm, hash, key)
    }

    #[cold]
    fn find_slowly(&self, vm: &Vm, hash: i64, key: &Value) -> Res<Option<usize>> {
        'again: loop {
            let version = self.version();
            let candidates = Candidates {
                hash,
                found: RefCell::default(),
            };
            self.map.borrow().get_index_of(&candidates);
            for candidate in candidates.found.into_inner() {
                let equal = candidate.is(key) || vm.equal(&candidate, key)?;
                if equal {
                    let place = self.map.borrow().get_index_of(&Key {
                        hash,
                        value: candidate,
                    });
                    // The comparison may have moved it, which says nothing against it, or taken it away.
                    if place.is_some() {
                        return Ok(place);
                    }
                }
                if self.version() != version {
                    continue 'again;
                }
            }
            return Ok(None);
        }
    }

    /// The value of `key`.
    pub fn get(&self, vm: &Vm, key: &Value) -> Res<Option<Value>> {
        let hash = vm.hash(key)?;
        self.get_hashed(vm, hash, key)
    }

    /// The value of `key`, whose hash is known.
    #[inline]
    pub fn get_hashed(&self, vm: &Vm, hash: i64, key: &Value) -> Res<Option<Value>> {
        let Some(place) = self.find(vm, hash, key)? else {
            return Ok(None);
        };
        Ok(self
            .map
            .borrow()
            .get_index(place)
            .map(|(_, value)| value.clone()))
    }

    /// The stored key that equals `key`, with its value.
    pub fn get_entry(&self, vm: &Vm, key: &Value) -> Res<Option<(Value, Value)>> {
        let Some(place) = self.find(vm, vm.hash(key)?, key)? else {
            return Ok(None);
        };
        Ok(self
            .map
            .borrow()
            .get_index(place)
            .map(|(key, value)| (key.value.clone(), value.clone())))
    }

    /// Whether `key` is there.
    pub fn contains(&self, vm: &Vm, key: &Value) -> Res<bool> {
        Ok(self.find(vm, vm.hash(key)?, key)?.is_some())
    }

    /// Sets the value of `key`.
    pub fn set(&self, vm: &Vm, key: &Value, value: Value) -> Res<()> {
        let hash = vm.hash(key)?;
        self.set_hashed(vm, hash, key, value)
    }

    /// Sets the value of `key`, whose hash is known.
    pub fn set_hashed(&self, vm: &Vm, hash: i64, key: &Value, value: Value) -> Res<()> {
        match self.find(vm, hash, key)? {
            Some(place) => drop(self.replace_at(place, value)),
            None => {
                self.make_room(vm)?;
                self.insert_new(hash, key.clone(), value);
            }
        }
        Ok(())
    }

    fn replace_at(&self, place: usize, value: Value) -> Option<Value> {
        self.map
            .borrow_mut()
            .get_index_mut(place)
            .map(|(_, old)| std::mem::replace(old, value))
    }

    /// Refuses one entry more where a large dictionary cannot grow.
    #[inline]
    fn make_room(&self, vm: &Vm) -> Res<()> {
        const LARGE: usize = 1 << 16;
        if self.map.borrow().len() < LARGE {
            return Ok(());
        }
        self.make_much_room(vm)
    }

    #[cold]
    fn make_much_room(&self, vm: &Vm) -> Res<()> {
        let mut map = self.map.borrow_mut();
        let has_room = map.len() < map.capacity() || map.try_reserve(1).is_ok();
        drop(map);
        if has_room {
            return Ok(());
        }
        Err(vm.memory_error())
    }

    /// Adds a key that is known to be absent.
    fn insert_new(&self, hash: i64, key: Value, value: Value) {
        self.key_set_changed();
        let mut map = self.map.borrow_mut();
        if self.dead.get() > 8 && self.dead.get() * 2 > map.len() && map.len() == map.capacity() {
            map.retain(|key, _| !key.value.is_undef());
            self.dead.set(0);
        }
        map.insert(Key { hash, value: key }, value);
    }

    /// Removes `key` and gives its value.
    pub fn remove(&self, vm: &Vm, key: &Value) -> Res<Option<Value>> {
        self.remove_hashed(vm, vm.hash(key)?, key)
    }

    /// Removes `key`, whose hash is known, and gives its value.
    pub fn remove_hashed(&self, vm: &Vm, hash: i64, key: &Value) -> Res<Option<Value>> {
        let Some(place) = self.find(vm, hash, key)? else {
            return Ok(None);
        };
        Ok(self.remove_at(place).map(|(_, value)| value))
    }

    /// Removes the entry at `place`, if it is alive.
    pub fn remove_at(&self, place: usize) -> Option<(Value, Value)> {
        let mut map = self.map.borrow_mut();
        let (key, value) = map.get_index_mut2(place)?;
        if key.value.is_undef() {
            return None;
        }
        let value = value.take();
        // A dead entry gets a hash of its own: one key deleted and set over and over would leave a chain to search.
        let dead = Key {
            hash: DEAD_HASH ^ place as i64,
            value: Value::Undef,
        };
        let key = map.replace_index(place, dead).ok()?;
        self.key_set_changed();
        self.dead.set(self.dead.get() + 1);
        Some((key.value, value))
    }

    /// Removes the newest entry.
    pub fn pop_last(&self) -> Option<(Value, Value)> {
        loop {
            let (key, value) = self.map.borrow_mut().pop()?;
            if key.value.is_undef() {
                self.dead.set(self.dead.get() - 1);
                continue;
            }
            self.key_set_changed();
            return Some((key.value, value));
        }
    }

    /// Removes everything.
    pub fn clear_all(&self) {
        self.key_set_changed();
        self.dead.set(0);
        let old = self.map.take();
        drop(old);
    }

    /// The first living entry at or behind `place`, with the place behind it. For iterators.
    pub fn entry_from(&self, place: usize) -> Option<(usize, Value, Value)> {
        let map = self.map.borrow();
        for at in place..map.len() {
            let (key, value) = map.get_index(at)?;
            if !key.value.is_undef() {
                return Some((at + 1, key.value.clone(), value.clone()));
            }
        }
        None
    }

    /// The last living entry before `place`, with its place. For reversed iterators.
    pub fn entry_before(&self, place: usize) -> Option<(usize, Value, Value)> {
        let map = self.map.borrow();
        for at in (0..place.min(map.len())).rev() {
            let (key, value) = map.get_index(at)?;
            if !key.value.is_undef() {
                return Some((at, key.value.clone(), value.clone()));
            }
        }
        None
    }

    /// The number of places, dead ones included.
    pub fn places(&self) -> usize {
        self.map.borrow().len()
    }

    /// A copy of all entries in order.
    pub fn entries(&self) -> Vec<(Value, Value)> {
        let map = self.map.borrow();
        let alive = map.iter().filter(|(key, _)| !key.value.is_undef());
        alive
            .map(|(key, value)| (key.value.clone(), value.clone()))
            .collect()
    }

    /// A copy of all keys in order.
    pub fn keys(&self) -> Vec<Value> {
        let map = self.map.borrow();
        map.keys()
            .filter(|key| !key.value.is_undef())
            .map(|key| key.value.clone())
            .collect()
    }

    /// A dictionary with the same entries; no key is hashed or compared.
    pub fn copy(&self) -> Ref<Dict> {
        Ref::new(Dict {
            map: RefCell::new(self.copied()),
            dead: Cell::new(0),
            version: Cell::new(0),
        })
    }

    /// A copy, if there is room for one.
    pub fn try_copy(&self, vm: &Vm) -> Res<Ref<Dict>> {
        self.expect_room_for_copy(vm)?;
        Ok(self.copy())
    }

    fn expect_room_for_copy(&self, vm: &Vm) -> Res<()> {
        // The table of places is up to twice as long as the list of entries.
        const ENTRY: usize = size_of::<(u64, Key, Value)>() + 2 * size_of::<usize>();
        vm.expect_room(self.len().saturating_mul(ENTRY))
    }

    fn copied(&self) -> Map {
        let map = self.map.borrow();
        let mut copy = Map::with_capacity_and_hasher(self.len(), BuildHasherDefault::default());
        copy.extend(
            map.iter()
                .filter(|(key, _)| !key.value.is_undef())
                .map(|(k, v)| (k.clone(), v.clone())),
        );
        copy
    }

    /// Takes over all entries of `other`. The keys' hashes are reused.
    pub fn update(&self, vm: &Vm, other: &Dict) -> Res<()> {
        if std::ptr::eq(self, other) || other.is_empty() {
            return Ok(());
        }
        if self.is_empty() {
            other.expect_room_for_copy(vm)?;
            let copy = other.copied();
            self.key_set_changed();
            self.dead.set(0);
            let old = self.map.replace(copy);
            drop(old);
            return Ok(());
        }
        let (places, mut at) = (other.places(), 0);
        while let Some((next, hash, key)) = other.key_from(at) {
            at = next;
            let Some(value) = other.value_at(next - 1) else {
                break;
            };
            self.set_hashed(vm, hash, &key, value)?;
            if other.places() != places {
                return Err(vm.runtime_error("dict mutated during update"));
            }
        }
        Ok(())
    }

    /// The value of `key`; sets it to `value` first if the key is absent. Hashes and compares once.
    pub fn get_or_set(&self, vm: &Vm, key: &Value, value: &Value) -> Res {
        let hash = vm.hash(key)?;
        if let Some(found) = self.get_hashed(vm, hash, key)? {
            return Ok(found);
        }
        self.make_room(vm)?;
        self.insert_new(hash, key.clone(), value.clone());
        Ok(value.clone())
    }

    /// Whether `key`, whose hash is known, is there.
    pub fn contains_hashed(&self, vm: &Vm, hash: i64, key: &Value) -> Res<bool> {
        Ok(self.find(vm, hash, key)?.is_some())
    }

    /// The first living key at or behind `place` with its hash, and the place behind it. For iterators.
    pub fn key_from(&self, place: usize) -> Option<(usize, i64, Value)> {
        let map = self.map.borrow();
        for at in place..map.len() {
            let (key, _) = map.get_index(at)?;
            if !key.value.is_undef() {
                return Some((at + 1, key.hash, key.value.clone()));
            }
        }
        None
    }

    /// Whether both have the same keys with equal values.
    fn equals(&self, vm: &Vm, other: &Dict) -> Res<bool> {
        if self.len() != other.len() {
            return Ok(false);
        }
        vm.nested_while(" in comparison", || {
            let mut place = 0;
            while let Some((next, hash, key)) = self.key_from(place) {
                place = next;
                let Some(value) = self.value_at(next - 1) else {
                    continue;
                };
                let Some(right) = other.get_hashed(vm, hash, &key)? else {
                    return Ok(false);
                };
                if !vm.same_or_equal(&value, &right)? {
                    return Ok(false);
                }
            }
            Ok(true)
        })
    }

    fn value_at(&self, place: usize) -> Option<Value> {
        let map = self.map.borrow();
        map.get_index(place).map(|(_, value)| value.clone())
    }

    /// The value of an interned name. Runs no script code.
    #[inline]
    pub fn get_name(&self, name: &Name) -> Option<Value> {
        self.place_of(name).and_then(|place| {
            self.map
                .borrow()
                .get_index(place)
                .map(|(_, value)| value.clone())
        })
    }

    /// The place of an interned name, for caches.
    #[inline]
    pub fn place_of(&self, name: &Name) -> Option<usize> {
        self.map
            .borrow()
            .get_index_of(&Text(crate::interp::hash::hash_str(name), name.bytes()))
    }

    /// The value at `place`, if `name` still stands there. For caches.
    #[inline(always)]
    pub fn get_at(&self, place: usize, name: &Name) -> Option<Value> {
        match self.map.borrow().get_index(place) {
            Some((
                Key {
                    value: Value::Str(key),
                    ..
                },
                value,
            )) if key.same(name) => Some(value.clone()),
            _ => None,
        }
    }

    /// The value of an interned name, which is likely to stand at `place`; that is brought up to date.
    #[inline]
    pub fn get_name_at(&self, place: &Cell<u32>, name: &Name) -> Option<Value> {
        if let Some(value) = self.get_at(place.get() as usize, name) {
            return Some(value);
        }
        self.note_place(place, name);
        self.get_at(place.get() as usize, name)
    }

    /// Notes the place of an interned name, if it has one.
    pub fn note_place(&self, place: &Cell<u32>, name: &Name) {
        if let Some(found) = self.place_of(name) {
            place.set(found as u32);
        }
    }

    /// Replaces the value at `place`, if `name` still stands there; gives `value` back otherwise.
    #[inline(always)]
    pub fn set_at(&self, place: usize, name: &Name, value: Value) -> Result<(), Value> {
        let old = match self.map.borrow_mut().get_index_mut(place) {
            Some((
                Key {
                    value: Value::Str(key),
                    ..
                },
                old,
            )) if key.same(name) => std::mem::replace(old, value),
            _ => return Err(value),
        };
        old.discard();
        Ok(())
    }

    /// Sets the value of an interned name. Runs no script code but the old value's finaliser.
    pub fn set_name(&self, name: &Name, value: Value) {
        match self.place_of(name) {
            Some(place) => drop(self.replace_at(place, value)),
            None => self.insert_new(
                crate::interp::hash::hash_str(name),
                Value::Str(name.clone()),
                value,
            ),
        }
    }

    /// Removes an interned name and gives its value.
    pub fn remove_name(&self, name: &Name) -> Option<Value> {
        let place = self.place_of(name)?;
        self.remove_at(place).map(|(_, value)| value)
    }
}

impl Object for Dict {
    fn wrap(this: Ref<Self>) -> Value {
        Value::Dict(this)
    }

    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.dict.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        for (key, value) in self.map.borrow().iter() {
            visit(&key.value);
            visit(value);
        }
    }

    fn clear(&self) {
        self.clear_all();
    }

    fn compare(&self, vm: &Vm, _this: &Value, op: CompareOp, other: &Value) -> Res<Option<Value>> {
        let Value::Dict(other) = other else {
            return Ok(None);
        };
        Ok(match op {
            CompareOp::Eq => Some(Value::bool(self.equals(vm, other)?)),
            CompareOp::NotEq => Some(Value::bool(!self.equals(vm, other)?)),
            _ => None,
        })
    }

    fn binary(
        &self,
        vm: &Vm,
        _this: &Value,
        op: BinaryOp,
        other: &Value,
        reflected: bool,
    ) -> Res<Option<Value>> {
        match (op, other) {
            (BinaryOp::BitOr, Value::Dict(other)) => {
                let (left, right) = if reflected {
                    (&**other, self)
                } else {
                    (self, &**other)
                };
                let union = left.try_copy(vm)?;
                union.update(vm, right)?;
                Ok(Some(Value::from(union)))
            }
            _ => Ok(None),
        }
    }

    fn in_place(&self, vm: &Vm, this: &Value, op: BinaryOp, other: &Value) -> Res<Option<Value>> {
        if op != BinaryOp::BitOr {
            return Ok(None);
        }
        super::dict_methods::update_from(vm, self, other)?;
        Ok(Some(this.clone()))
    }

    fn len(&self, _vm: &Vm, _this: &Value) -> Res<Option<usize>> {
        Ok(Some(Dict::len(self)))
    }

    fn contains(&self, vm: &Vm, _this: &Value, item: &Value) -> Res<Option<bool>> {
        Dict::contains(self, vm, item).map(Some)
    }

    fn get_item(&self, vm: &Vm, _this: &Value, index: &Value) -> Res<Option<Value>> {
        match self.get(vm, index)? {
            Some(value) => Ok(Some(value)),
            None => Err(vm.key_error(index)),
        }
    }

    fn set_item(&self, vm: &Vm, _this: &Value, index: &Value, value: Option<Value>) -> Res<bool> {
        match value {
            Some(value) => self.set(vm, index, value)?,
            None => match self.remove(vm, index)? {
                Some(old) => old.discard(),
                None => return Err(vm.key_error(index)),
            },
        }
        Ok(true)
    }

    fn iter(&self, _vm: &Vm, this: &Value) -> Res<Option<Value>> {
        match this {
            Value::Dict(dict) => Ok(Some(DictIterator::keys(dict))),
            _ => Ok(None),
        }
    }
}
