//! `memoryview`: a look at the bytes of another object, without a copy. What the items mean is `format.rs`, where they lie
//! `shape.rs`, and what scripts call `methods.rs`.

mod format;
mod methods;
mod shape;

use super::class::Class;
use super::counted::{CloneCell, Ref};
use super::object::{Memory, Object};
use super::sequence;
use super::slice::Slice;
use super::tuple::Tuple;
use super::value::Value;
use crate::interp::{Res, Vm};
use format::Format;
use shape::Shape;
use snakelet_grammar::ast::CompareOp;
use std::cell::Cell;

pub use methods::{ITERATOR, TYPE, expose, take_back};

/// What `__buffer__` is asked for by whom any bytes will do: all that describes them, read only.
const FULL_READ_ONLY: i64 = 0x11c;

/// A memory view.
pub struct MemoryView {
    /// The object that owns the bytes; `Undef` once the view is released.
    owner: CloneCell<Value>,
    shape: Shape,
    format: Format,
    readonly: bool,
    hash: Cell<Option<i64>>,
}

impl MemoryView {
    /// A view of the bytes of an object, or `TypeError`.
    pub fn over(vm: &Vm, object: &Value) -> Res<Ref<MemoryView>> {
        let plain = vm.unwrapped(object);
        if let Some(view) = plain.downcast::<MemoryView>() {
            view.owner(vm)?;
            return Ok(view.part(view.shape.clone(), view.format));
        }
        let mut lent = None;
        if let Some(object) = plain.object() {
            object.memory(&mut |memory| {
                let readonly = matches!(memory, Memory::Fixed(_));
                lent = Some((memory.bytes().len(), readonly));
            });
        }
        let (Some((length, readonly)), Some(lender)) = (lent, plain.object()) else {
            return MemoryView::over_own(vm, object);
        };
        lender.count_view(1);
        let format = Format::of_letter(lender.item_format());
        let size = format.size();
        Ok(Ref::new(MemoryView {
            owner: CloneCell::new(plain),
            shape: Shape::row(0, length / size, size),
            format,
            readonly,
            hash: Cell::default(),
        }))
    }

    /// A view of what the `__buffer__` of a script's object gives.
    fn over_own(vm: &Vm, object: &Value) -> Res<Ref<MemoryView>> {
        let flags = [Value::Int(FULL_READ_ONLY)];
        let Some(given) = vm.call_special(object, &vm.name("__buffer__"), &flags)? else {
            let class = vm.class_name(object);
            return Err(vm.type_error(&format!(
                "memoryview: a bytes-like object is required, not '{class}'"
            )));
        };
        let Some(view) = given.downcast::<MemoryView>() else {
            return Err(vm.type_error("__buffer__ returned non-memoryview object"));
        };
        view.owner(vm)?;
        Ok(view.part(view.shape.clone(), view.format))
    }

    /// Another view of the same object.
    fn part(&self, shape: Shape, format: Format) -> Ref<MemoryView> {
        let owner = self.owner.get();
        if let Some(lender) = owner.object() {
            lender.count_view(1);
        }
        Ref::new(MemoryView {
            owner: CloneCell::new(owner),
            shape,
            format,
            readonly: self.readonly,
            hash: Cell::default(),
        })
    }

    /// The object that owns the bytes; `ValueError` once the view is released.
    fn owner(&self, vm: &Vm) -> Res {
        match self.owner.get() {
            Value::Undef => {
                Err(vm.value_error("operation forbidden on released memoryview object"))
            }
            owner => Ok(owner),
        }
    }

    fn release(&self) {
        let owner = self.owner.take();
        if let Some(lender) = owner.object() {
            lender.count_view(-1);
        }
    }

    /// How many bytes the items take.
    fn size(&self) -> usize {
        self.shape.items() * self.format.size()
    }

    fn is_in_rows(&self) -> bool {
        self.shape.is_in_rows(self.format.size())
    }

    /// Calls `body` with all bytes of the owner.
    fn with_bytes<T>(owner: &Value, body: impl FnOnce(&[u8]) -> T) -> Option<T> {
        let (mut body, mut made) = (Some(body), None);
        owner.object()?.memory(&mut |memory| {
            made = body.take().map(|body| body(memory.bytes()));
        });
        made
    }

    /// The item at a place; `NotImplementedError` if its format cannot be read.
    fn item(&self, vm: &Vm, owner: &Value, place: usize) -> Res {
        self.format.expect_readable(vm)?;
        let item = MemoryView::with_bytes(owner, |data| {
            let item = data.get(place..place + self.format.size())?;
            Some(self.format.read(item))
        });
        match item.flatten() {
            Some(item) => Ok(item),
            None => Err(vm.index_error("index out of bounds on dimension 1")),
        }
    }

    /// The bytes of the items, in the order of some places.
    fn gathered(&self, owner: &Value, places: impl Iterator<Item = usize>) -> Vec<u8> {
        let size = self.format.size();
        let copy = |data: &[u8]| {
            let items = places.filter_map(|place| data.get(place..place + size));
            items.flatten().copied().collect()
        };
        MemoryView::with_bytes(owner, copy).unwrap_or_default()
    }

    /// The bytes of the items, in their order.
    fn to_vec(&self, owner: &Value) -> Vec<u8> {
        if !self.is_in_rows() {
            return self.gathered(owner, self.shape.places());
        }
        let range = self.shape.start()..self.shape.start() + self.size();
        let copy = |data: &[u8]| data.get(range).map(<[u8]>::to_vec);
        MemoryView::with_bytes(owner, copy)
            .flatten()
            .unwrap_or_default()
    }

    fn store(&self, vm: &Vm, owner: &Value, place: usize, item: &[u8]) -> Res<()> {
        let mut stored = false;
        if let Some(lender) = owner.object() {
            lender.memory(&mut |memory| {
                if let Memory::Writable(data) = memory {
                    stored = true;
                    if let Some(own) = data.get_mut(place..place + item.len()) {
                        own.copy_from_slice(item);
                    }
                }
            });
        }
        if stored {
            return Ok(());
        }
        Err(vm.type_error("cannot modify read-only memory"))
    }

    /// Stores a value at a place that `find` knows once the format is found writable.
    fn store_value(&self, vm: &Vm, value: &Value, find: impl FnOnce() -> Res<usize>) -> Res<()> {
        let place = find()?;
        let item = self.format.write(vm, value)?;
        self.store(vm, &self.owner(vm)?, place, &item)
    }

    fn store_slice(&self, vm: &Vm, slice: &Slice, value: &Value) -> Res<()> {
        let Ok(source) = MemoryView::over(vm, value) else {
            drop(vm.take_raised());
            return vm.expect_buffer(value).map(drop);
        };
        let part = self.sliced(vm, slice)?;
        let owner = &self.owner(vm)?;
        if source.format.letter() != self.format.letter() || !source.shape.is_like(&part) {
            let message = "memoryview assignment: lvalue and rvalue have different structures";
            return Err(vm.value_error(message));
        }
        let data = source.to_vec(&source.owner(vm)?);
        for (place, item) in part.places().zip(data.chunks(self.format.size())) {
            self.store(vm, owner, place, item)?;
        }
        Ok(())
    }

    fn sliced(&self, vm: &Vm, slice: &Slice) -> Res<Shape> {
        let length = || self.shape.dimensions().first().map_or(0, |own| own.count);
        Ok(self.shape.sliced(&slice.bounds(vm, length)?))
    }

    /// The items, the last dimension the fastest.
    fn items(&self, vm: &Vm, owner: &Value) -> Res<Vec<Value>> {
        self.format.expect_readable(vm)?;
        let data = self.to_vec(owner);
        let items = data.chunks_exact(self.format.size());
        Ok(items.map(|item| self.format.read(item)).collect())
    }

    /// Whether both show the same values in the same shape. Items that cannot be read are not equal to anything.
    fn shows_the_same(&self, vm: &Vm, other: &MemoryView) -> Res<bool> {
        let owners = (self.owner(vm)?, other.owner(vm)?);
        if !self.shape.is_like(&other.shape) {
            return Ok(false);
        }
        let readable = |view: &MemoryView| view.format.expect_readable(vm).is_ok();
        if !readable(self) || !readable(other) {
            drop(vm.take_raised());
            return Ok(false);
        }
        let ours = self.items(vm, &owners.0)?;
        let theirs = other.items(vm, &owners.1)?;
        for (a, b) in ours.iter().zip(&theirs) {
            if !vm.equal(a, b)? {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// The one index of a view without dimensions: `()`.
fn is_empty_tuple(index: &Value) -> bool {
    matches!(index, Value::Tuple(tuple) if tuple.items().is_empty())
}

/// The elements of a tuple that are all integers.
fn indices(vm: &Vm, index: &Value) -> Option<Ref<Tuple>> {
    let Value::Tuple(tuple) = vm.unwrapped(index) else {
        return None;
    };
    let items = tuple.items().iter();
    let all = items
        .into_iter()
        .all(|item| sequence::is_integer_like(vm, item));
    all.then_some(tuple)
}

/// Whether an index is a tuple of slices.
fn is_slices(vm: &Vm, index: &Value) -> bool {
    match vm.unwrapped(index) {
        Value::Tuple(tuple) => {
            let items = tuple.items();
            !items.is_empty() && items.iter().all(|item| Slice::of(item).is_some())
        }
        _ => false,
    }
}

impl Drop for MemoryView {
    fn drop(&mut self) {
        self.release();
    }
}

impl Object for MemoryView {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.memoryview.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.owner.get());
    }

    fn clear(&self) {
        self.release();
    }

    fn repr(&self, _vm: &Vm, this: &Value) -> Res<Option<String>> {
        let address = this.address().unwrap_or(0);
        let released = if self.owner.get().is_undef() {
            "released memory"
        } else {
            "memory"
        };
        Ok(Some(format!("<{released} at 0x{address:x}>")))
    }

    fn memory(&self, access: &mut dyn FnMut(Memory<'_>)) -> bool {
        let owner = self.owner.get();
        if owner.is_undef() {
            return false;
        }
        let mut items = self.to_vec(&owner);
        if self.readonly {
            access(Memory::Fixed(&items));
            return true;
        }
        access(Memory::Writable(&mut items));
        let size = self.format.size();
        let Some(lender) = owner.object() else {
            return false;
        };
        lender.memory(&mut |memory| {
            let Memory::Writable(data) = memory else {
                return;
            };
            for (place, item) in self.shape.places().zip(items.chunks_exact(size)) {
                if let Some(own) = data.get_mut(place..place + size) {
                    own.copy_from_slice(item);
                }
            }
        });
        true
    }

    fn item_format(&self) -> u8 {
        self.format.letter()
    }

    fn buffer(&self) -> Option<Vec<u8>> {
        let owner = self.owner.get();
        (!owner.is_undef()).then(|| self.to_vec(&owner))
    }

    fn hash(&self, vm: &Vm, _this: &Value) -> Res<Option<i64>> {
        // A hash that was told once stays, whatever became of the bytes.
        if let Some(told) = self.hash.get() {
            return Ok(Some(told));
        }
        let owner = self.owner(vm)?;
        if !self.readonly {
            return Err(vm.value_error("cannot hash writable memoryview object"));
        }
        if !self.format.is_bytes() {
            let message = "memoryview: hashing is restricted to formats 'B', 'b' or 'c'";
            return Err(vm.value_error(message));
        }
        vm.hash(&owner)?;
        let hash = crate::interp::hash::hash_bytes(&self.to_vec(&owner));
        self.hash.set(Some(hash));
        Ok(Some(hash))
    }

    fn compare(&self, vm: &Vm, this: &Value, op: CompareOp, other: &Value) -> Res<Option<Value>> {
        if !matches!(op, CompareOp::Eq | CompareOp::NotEq) {
            return Ok(None);
        }
        let plain = vm.unwrapped(other);
        let theirs = plain.downcast::<MemoryView>();
        let released = |view: &MemoryView| view.owner.get().is_undef();
        let same = if released(self) || theirs.is_some_and(|view| released(view)) {
            this.is(other)
        } else {
            match MemoryView::over(vm, other) {
                Ok(other) => self.shows_the_same(vm, &other)?,
                Err(_) => {
                    drop(vm.take_raised());
                    return Ok(None);
                }
            }
        };
        Ok(Some(Value::bool(same == (op == CompareOp::Eq))))
    }

    fn len(&self, vm: &Vm, _this: &Value) -> Res<Option<usize>> {
        self.owner(vm)?;
        match self.shape.dimensions() {
            [] => Err(vm.type_error("0-dim memory has no length")),
            [first, ..] => Ok(Some(first.count)),
        }
    }

    fn iter(&self, vm: &Vm, this: &Value) -> Res<Option<Value>> {
        methods::iterator(vm, this, self).map(Some)
    }

    fn get_item(&self, vm: &Vm, this: &Value, index: &Value) -> Res<Option<Value>> {
        let owner = self.owner(vm)?;
        let dimensions = self.shape.dimensions();
        if dimensions.is_empty() {
            return match index {
                Value::Ellipsis => Ok(Some(this.clone())),
                index if is_empty_tuple(index) => {
                    self.item(vm, &owner, self.shape.start()).map(Some)
                }
                _ => Err(vm.type_error("invalid indexing of 0-dim memory")),
            };
        }
        if sequence::is_integer_like(vm, index) {
            if dimensions.len() > 1 {
                vm.index_usize(index)?;
                let message = "multi-dimensional sub-views are not implemented";
                return Err(vm.raise_new(&vm.types.not_implemented_error, message));
            }
            let place = self.shape.place(vm, std::slice::from_ref(index))?;
            // Its `__index__` may have released the view.
            return self.item(vm, &self.owner(vm)?, place).map(Some);
        }
        if let Some(slice) = Slice::of(index) {
            let shape = self.sliced(vm, slice)?;
            return Ok(Some(Value::from(self.part(shape, self.format))));
        }
        if let Some(indices) = indices(vm, index) {
            let place = self.shape.place(vm, indices.items())?;
            return self.item(vm, &self.owner(vm)?, place).map(Some);
        }
        if is_slices(vm, index) {
            let message = "multi-dimensional slicing is not implemented";
            return Err(vm.raise_new(&vm.types.not_implemented_error, message));
        }
        Err(vm.type_error("memoryview: invalid slice key"))
    }

    fn set_item(&self, vm: &Vm, _this: &Value, index: &Value, value: Option<Value>) -> Res<bool> {
        self.owner(vm)?;
        self.format.expect_readable(vm)?;
        if self.readonly {
            return Err(vm.type_error("cannot modify read-only memory"));
        }
        let Some(value) = value else {
            return Err(vm.type_error("cannot delete memory"));
        };
        let dimensions = self.shape.dimensions().len();
        if dimensions == 0 {
            if !matches!(index, Value::Ellipsis) && !is_empty_tuple(index) {
                return Err(vm.type_error("invalid indexing of 0-dim memory"));
            }
            self.store_value(vm, &value, || Ok(self.shape.start()))?;
        } else if sequence::is_integer_like(vm, index) {
            if dimensions > 1 {
                let message = "sub-views are not implemented";
                return Err(vm.raise_new(&vm.types.not_implemented_error, message));
            }
            let find = || self.shape.place(vm, std::slice::from_ref(index));
            self.store_value(vm, &value, find)?;
        } else if let (Some(slice), 1) = (Slice::of(index), dimensions) {
            self.store_slice(vm, slice, &value)?;
        } else if let Some(indices) = indices(vm, index) {
            self.store_value(vm, &value, || self.shape.place(vm, indices.items()))?;
        } else if Slice::of(index).is_some() || is_slices(vm, index) {
            let message = "memoryview slice assignments are currently restricted to ndim = 1";
            return Err(vm.raise_new(&vm.types.not_implemented_error, message));
        } else {
            return Err(vm.type_error("memoryview: invalid slice key"));
        }
        Ok(true)
    }
}
