//! The executable tree: nodes that evaluate themselves, by concern. `lower` builds it; nothing changes it afterwards
//! but the caches inside some nodes. Only resumable kinds know about suspension; all others pay nothing for it.

pub mod access;
pub mod arguments;
pub mod assign;
pub mod block;
pub mod boolean;
pub mod call;
pub mod compare;
pub mod definitions;
pub mod except_star;
pub mod exceptions;
pub mod generic;
pub mod import;
pub mod literals;
pub mod loops;
pub mod names;
pub mod operand;
pub mod operators;
pub mod owned;
pub mod patterns;
pub mod seeing;
pub mod suspend;
pub mod with;

use crate::interp::{Exit, Node, Res, Slots, Vm};
use crate::objects::value::Value;
use snakelet_grammar::source::Span;

/// A child in the tree.
pub type BoxNode = Box<dyn Node>;

/// The index of a slot in a frame.
pub type Slot = u32;

/// Adds the place to an exception that `result` lets through.
#[inline(always)]
pub fn noted<T>(vm: &Vm, span: Span, result: Res<T>) -> Res<T> {
    match result {
        Ok(value) => Ok(value),
        Err(_) => Err(vm.note(span)),
    }
}

/// The position that a resumable node has kept, when its frame is being entered again.
#[inline(always)]
pub fn resumed(vm: &Vm, slots: &Slots, slot: Slot) -> Option<i64> {
    if !vm.thread.resuming.get() {
        return None;
    }
    match slots[slot as usize] {
        Value::Int(position) => Some(position),
        _ => None,
    }
}

/// Keeps the position of a resumable node that is being left, if it will be entered again.
#[inline(always)]
pub fn keep(slots: &mut Slots, slot: Slot, position: i64, exit: Exit) {
    if exit.suspends() {
        slots[slot as usize].store(Value::Int(position));
    } else {
        slots[slot as usize].store(Value::Undef);
    }
}
