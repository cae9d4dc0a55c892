//! `bytes`: bytes that stay.

use super::class::{Class, TypeDef};
use super::counted::Ref;
use super::object::Object;
use super::value::Value;
use crate::interp::Vm;

/// A `bytes` object.
pub struct Bytes(Box<[u8]>);

impl Bytes {
    /// A `bytes` object of `data`.
    pub fn new(data: Vec<u8>) -> Ref<Bytes> {
        Ref::new(Bytes(data.into_boxed_slice()))
    }

    /// Its bytes.
    #[inline(always)]
    pub fn data(&self) -> &[u8] {
        &self.0
    }
}

impl Object for Bytes {
    fn is_tracked() -> bool {
        false
    }

    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.bytes.clone()
    }

    fn traverse(&self, _visit: &mut dyn FnMut(&Value)) {}

    fn clear(&self) {}
}

/// The row of `bytes`.
pub const TYPE: TypeDef = TypeDef {
    name: "bytes",
    is_base: true,
    ..TypeDef::PLAIN
};
