//! `bisect`: places in sorted sequences.

use super::native_class::{add_functions, set_doc};
use crate::interp::{Res, Vm};
use crate::objects::counted::Ref;
use crate::objects::module::Module;
use crate::objects::native::{NativeDef, native};
use crate::objects::value::Value;
use snakelet_grammar::ast::CompareOp;

/// Fills the module.
pub fn make(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    set_doc(vm, module, "Bisection algorithms.");
    add_functions(vm, module, "_bisect", FUNCTIONS);
    Ok(())
}

const FUNCTIONS: &[NativeDef] = &[
    native(
        "bisect_right",
        "(a, x, lo=0, hi=None, *, key=None)",
        "Where x belongs in the sorted list a, behind what equals it.",
        |vm, a| search(vm, a, &a[1], true).map(Value::Int),
    ),
    native(
        "bisect_left",
        "(a, x, lo=0, hi=None, *, key=None)",
        "Where x belongs in the sorted list a, before what equals it.",
        |vm, a| search(vm, a, &a[1], false).map(Value::Int),
    ),
    native(
        "insort_right",
        "(a, x, lo=0, hi=None, *, key=None)",
        "Put x where it belongs in the sorted list a, behind what equals it.",
        |vm, a| insert(vm, a, true),
    ),
    native(
        "insort_left",
        "(a, x, lo=0, hi=None, *, key=None)",
        "Put x where it belongs in the sorted list a, before what equals it.",
        |vm, a| insert(vm, a, false),
    ),
];

/// The function that gives the sort key of an item, if there is one.
fn key(a: &[Value]) -> Option<&Value> {
    a.get(4).filter(|key| !key.is_undef() && !key.is_none())
}

fn search(vm: &Vm, a: &[Value], wanted: &Value, behind: bool) -> Res<i64> {
    let given = |place: usize| {
        a.get(place)
            .and_then(Value::given)
            .filter(|value| !value.is_none())
    };
    let mut low = match given(2) {
        Some(low) => vm.index_size(low)?,
        None => 0,
    };
    if low < 0 {
        return Err(vm.value_error("lo must be non-negative"));
    }
    let high = match given(3) {
        Some(high) => vm.index_size(high)?,
        None => -1,
    };
    let mut high = match high {
        -1 => vm.len(&a[0])? as i64,
        high => high,
    };
    while low < high {
        let middle = ((low as u64 + high as u64) / 2) as i64;
        let mut item = vm.get_item(&a[0], &Value::Int(middle))?;
        if let Some(key) = key(a) {
            item = vm.call_with(key, std::slice::from_ref(&item))?;
        }
        let goes_left = if behind {
            vm.compare_test(CompareOp::Lt, wanted, &item)?
        } else {
            !vm.compare_test(CompareOp::Lt, &item, wanted)?
        };
        if goes_left {
            high = middle;
        } else {
            low = middle + 1;
        }
        vm.poll()?;
    }
    Ok(low)
}

fn insert(vm: &Vm, a: &[Value], behind: bool) -> Res {
    let place = match key(a) {
        Some(key) => {
            let wanted = vm.call_with(key, std::slice::from_ref(&a[1]))?;
            search(vm, a, &wanted, behind)?
        }
        None => search(vm, a, &a[1], behind)?,
    };
    vm.call_method(
        &a[0],
        &vm.name("insert"),
        &[Value::Int(place), a[1].clone()],
    )?
    .discard();
    Ok(Value::None)
}
