//! Signals that are held back, and waiting for one. The process's own thread takes the signals of the system, so the mask is
//! kept here, one for the program: what comes while it is blocked stays pending.

use super::{handle_all, is_handled, watch};
use crate::event_loop::baton::{Kind, Threads, Woken};
use crate::event_loop::clock::{Clock, from_seconds};
use crate::event_loop::loop_methods::real_number;
use crate::interp::{Res, Vm};
use crate::objects::native::{NativeDef, native};
use crate::objects::value::Value;
use std::cell::Cell;

/// Which signals are blocked, and which of those have come: one bit each.
#[derive(Default)]
pub struct Mask {
    blocked: Cell<u64>,
    pending: Cell<u64>,
}

impl Mask {
    fn of(vm: &Vm) -> std::rc::Rc<Mask> {
        vm.extension::<Mask>()
    }
}

/// Whether a signal is held back.
pub fn is_blocked(vm: &Vm, number: i32) -> bool {
    Mask::of(vm).blocked.get() & bit(number) != 0
}

/// A signal that is held back has come.
pub fn keep(vm: &Vm, number: i32) {
    let mask = Mask::of(vm);
    mask.pending.set(mask.pending.get() | bit(number));
}

fn bit(number: i32) -> u64 {
    1u64.checked_shl(number as u32).unwrap_or(0)
}

fn bits(vm: &Vm, value: &Value) -> Res<u64> {
    Ok(vm.index_usize(value)? as u64)
}

fn change(vm: &Vm, a: &[Value]) -> Res {
    let mask = Mask::of(vm);
    let (before, given) = (mask.blocked.get(), bits(vm, &a[1])?);
    let after = match vm.index_usize(&a[0])? {
        0 => before | given,
        1 => before & !given,
        _ => given,
    };
    for number in (1..63).filter(|number| (after & !before) & bit(*number) != 0) {
        if !is_handled(vm, number) {
            // Some cannot be held back, which the system passes over as well.
            drop(watch(vm, number).map_err(|raised| vm.catch(raised, &vm.types.os_error)));
        }
    }
    mask.blocked.set(after);
    let free = mask.pending.get() & !after;
    mask.pending.set(mask.pending.get() & after);
    handle_all(vm, free)?;
    Ok(Value::Int(before as i64))
}

/// Waits until one of some signals is pending; gives its number, and 0 if none comes in time.
fn wait(vm: &Vm, a: &[Value]) -> Res {
    let wanted = bits(vm, &a[0])?;
    let deadline = match &a[1] {
        Value::None => None,
        seconds => {
            let span = from_seconds(real_number(vm, seconds)?);
            Some(vm.extension::<Clock>().now().saturating_add(span))
        }
    };
    let mask = Mask::of(vm);
    loop {
        vm.poll()?;
        let come = mask.pending.get() & wanted;
        if come != 0 {
            mask.pending
                .set(mask.pending.get() & !(1 << come.trailing_zeros()));
            return Ok(Value::Int(come.trailing_zeros().into()));
        }
        if wait_for_signal(vm, deadline) == Woken::Late {
            return Ok(Value::Int(0));
        }
    }
}

/// Waits until a signal comes, which may be one from outside.
fn wait_for_signal(vm: &Vm, deadline: Option<i64>) -> Woken {
    let threads = Threads::of(vm);
    threads.baton.count_sources(1);
    let woken = threads.wait(vm, deadline, Kind::Plain);
    threads.baton.count_sources(-1);
    woken
}

/// The rows of these functions.
pub const FUNCTIONS: &[NativeDef] = &[
    native("pause", "()", "Wait until a signal arrives.", |vm, _| {
        wait_for_signal(vm, None);
        vm.poll()?;
        Ok(Value::None)
    }),
    native(
        "_mask",
        "(how, signals, /)",
        "Change which signals are held back; give those that were.",
        change,
    ),
    native(
        "_pending",
        "()",
        "The signals that have come and are held back.",
        |vm, _| Ok(Value::Int(Mask::of(vm).pending.get() as i64)),
    ),
    native("_wait", "(signals, timeout, /)", "Wait for a signal.", wait),
];
