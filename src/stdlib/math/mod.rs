//! `math`: functions of real numbers, exact where the reference is: what the C library offers comes from there, the rest
//! follows the reference's own formulas.

pub mod elementary;
mod erf;
mod floats;
mod integers;
mod special;
mod sums;
mod vectors;

use super::native_class::{add_functions, set_doc};
use crate::interp::{Raised, Res, Vm};
use crate::objects::counted::Ref;
use crate::objects::module::Module;
use crate::objects::value::Value;

/// Fills the module.
pub fn make(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    set_doc(
        vm,
        module,
        "Functions of numbers, as C has them\nand a few more.",
    );
    for table in [
        elementary::FUNCTIONS,
        special::FUNCTIONS,
        floats::FUNCTIONS,
        integers::FUNCTIONS,
        sums::FUNCTIONS,
        vectors::FUNCTIONS,
    ] {
        add_functions(vm, module, "math", table);
    }
    for (name, number) in [
        ("pi", std::f64::consts::PI),
        ("e", std::f64::consts::E),
        ("tau", std::f64::consts::TAU),
        ("inf", f64::INFINITY),
        ("nan", f64::NAN),
    ] {
        module.dict.set_name(&vm.name(name), Value::float(number));
    }
    Ok(())
}

/// Where a function has no value.
#[cold]
pub fn domain_error(vm: &Vm) -> Raised {
    vm.value_error("math domain error")
}

/// A value beyond the range of floats.
#[cold]
pub fn range_error(vm: &Vm) -> Raised {
    vm.overflow_error("math range error")
}
