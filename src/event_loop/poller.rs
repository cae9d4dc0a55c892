//! Waiting in the program's time: until a deadline, or until a call or an interrupt. It knows no timers and no callbacks;
//! descriptors are `watch.rs`, other threads `baton.rs`.

use super::baton::{Kind, Threads, Woken};
use super::clock::Clock;
use crate::interp::limits::Limit;
use crate::interp::{Res, Vm};

/// Waits until `deadline` of the program's time, or until an interrupt, which is then handled.
pub fn wait_until(vm: &Vm, clock: &Clock, deadline: i64) -> Res<()> {
    wait(vm, clock, deadline, Kind::Plain)?;
    Ok(())
}

/// The same, for a wait of any kind; why it is over.
pub fn wait(vm: &Vm, clock: &Clock, deadline: i64, kind: Kind) -> Res<Woken> {
    let threads = Threads::of(vm);
    if clock.is_virtual() && threads.others.get() == 0 {
        clock.jump_to(deadline);
        keep_to_limit(vm, clock);
        vm.poll()?;
        return Ok(Woken::Late);
    }
    if deadline <= clock.now() {
        vm.poll()?;
        return Ok(Woken::Late);
    }
    let woken = threads.wait(vm, Some(deadline), kind);
    keep_to_limit(vm, clock);
    vm.poll()?;
    Ok(woken)
}

/// Tells when the time that a program may take in a virtual clock is over.
fn keep_to_limit(vm: &Vm, clock: &Clock) {
    if let Some(seconds) = clock.passed_limit() {
        vm.exceed(Limit::VirtualTime(seconds));
    }
}
