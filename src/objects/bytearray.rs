//! `bytearray`: bytes that can be changed.

use super::class::{Class, TypeDef};
use super::counted::Ref;
use super::object::Object;
use super::value::Value;
use crate::interp::{Res, Vm};
use std::cell::{Cell, Ref as Borrowed, RefCell, RefMut};

/// A `bytearray` object.
#[derive(Default)]
pub struct ByteArray {
    data: RefCell<Vec<u8>>,
    /// How many views look at the bytes, whose number cannot change then.
    views: Cell<usize>,
}

impl ByteArray {
    /// A `bytearray` object of `data`.
    pub fn new(data: Vec<u8>) -> Ref<ByteArray> {
        Ref::new(ByteArray {
            data: RefCell::new(data),
            views: Cell::new(0),
        })
    }

    /// Its bytes for reading. No script code may run while they are lent out.
    #[inline(always)]
    pub fn borrow(&self) -> Borrowed<'_, Vec<u8>> {
        self.data.borrow()
    }

    /// Its bytes for changing their number; `BufferError` while a view looks at them.
    pub fn resizable(&self, vm: &Vm) -> Res<RefMut<'_, Vec<u8>>> {
        if self.views.get() > 0 {
            let message = "Existing exports of data: object cannot be re-sized";
            return Err(vm.raise_new(&vm.types.buffer_error, message));
        }
        Ok(self.borrow_mut())
    }

    /// Counts a view that begins (`1`) or ends (`-1`) to look at the bytes.
    pub fn count_view(&self, change: isize) {
        self.views
            .set(self.views.get().saturating_add_signed(change));
    }

    /// Its bytes for changing. No script code may run while they are lent out.
    #[inline(always)]
    pub fn borrow_mut(&self) -> RefMut<'_, Vec<u8>> {
        self.data.borrow_mut()
    }
}

impl Object for ByteArray {
    fn is_tracked() -> bool {
        false
    }

    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.bytearray.clone()
    }

    fn traverse(&self, _visit: &mut dyn FnMut(&Value)) {}

    fn clear(&self) {}
}

/// The row of `bytearray`.
pub const TYPE: TypeDef = TypeDef {
    name: "bytearray",
    is_base: true,
    unhashable: true,
    ..TypeDef::PLAIN
};
