//! `itertools`: iterators made of other iterators. Endless ones are in `endless.rs`, those that pass on some or all items
//! in `passing.rs`, those that join several in `joining.rs`, groups, shared iterators and combinations apart.

mod combinations;
mod endless;
mod groups;
mod joining;
mod passing;
mod product;
mod slicing;
mod tee;

use super::native_class::{add_classes, add_functions, set_doc};
use crate::interp::{Res, Vm};
use crate::objects::class::TypeDef;
use crate::objects::counted::Ref;
use crate::objects::module::Module;

/// Fills the module.
pub fn make(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    set_doc(
        vm,
        module,
        "Functional tools for making and combining iterators.",
    );
    let rows: &[&'static TypeDef] = &[
        &passing::ACCUMULATE,
        &slicing::BATCHED,
        &joining::CHAIN,
        &combinations::COMBINATIONS,
        &combinations::WITH_REPLACEMENT,
        &joining::COMPRESS,
        &endless::COUNT,
        &endless::CYCLE,
        &passing::DROP_WHILE,
        &passing::FILTER_FALSE,
        &groups::GROUP_BY,
        &groups::GROUPER,
        &slicing::ISLICE,
        &slicing::PAIRWISE,
        &combinations::PERMUTATIONS,
        &product::PRODUCT,
        &endless::REPEAT,
        &passing::STAR_MAP,
        &passing::TAKE_WHILE,
        &tee::TEE,
        &tee::CHUNK,
        &joining::ZIP_LONGEST,
    ];
    add_classes(vm, module, rows);
    add_functions(vm, module, "itertools", tee::FUNCTIONS);
    Ok(())
}

/// The row of an iterator of this module.
const fn row(name: &'static str, doc: &'static str) -> TypeDef {
    TypeDef {
        name,
        doc,
        module: "itertools",
        slots: &["__iter__", "__next__", "__getattribute__"],
        is_base: true,
        ..TypeDef::PLAIN
    }
}

/// What all iterators of this module say of themselves; `$row` describes the class.
macro_rules! iterator {
    ($row:expr) => {
        fn class(&self, vm: &Vm) -> Ref<Class> {
            $crate::stdlib::native_class::native_class(vm, &$row)
        }

        fn is_iterator(&self) -> bool {
            true
        }
    };
}
use iterator;
