//! Waiting: until a time, or until something outside wakes the program up. With nothing to watch, that is Ctrl-C alone,
//! and the interrupt flag's own wait serves. It knows no timers and no callbacks.

use super::clock::Clock;
use crate::interp::{Res, Vm};

/// How long one wait lasts at most; the reference caps it as well.
const LONGEST: i64 = 24 * 3600 * super::clock::SECOND;

/// Waits until `deadline` of the program's time, or until an interrupt, which is then handled.
pub fn wait_until(vm: &Vm, clock: &Clock, deadline: i64) -> Res<()> {
    if clock.is_virtual() {
        clock.jump_to(deadline);
        return vm.poll();
    }
    let span = deadline.saturating_sub(clock.now()).min(LONGEST);
    if span > 0 {
        vm.interrupt.sleep(clock.in_life(span));
    }
    vm.poll()
}
