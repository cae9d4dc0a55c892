//! The iterators of built-in types, and those that the built-in functions make of other iterators. The one over anything
//! with `__getitem__` is `../iterator.rs`; the dictionary's are in `../dict_views.rs`, the set's in `../set/`.

pub mod adapters;
pub mod enumerates;
pub mod ranges;
pub mod reversing;
pub mod sequences;
pub mod zips;

use super::class::TypeDef;
use super::native::NativeDef;

/// The row of an iterator type that scripts cannot make themselves.
pub const fn row(name: &'static str, methods: &'static [NativeDef]) -> TypeDef {
    TypeDef {
        name,
        methods,
        slots: &["__iter__", "__next__"],
        ..TypeDef::PLAIN
    }
}
