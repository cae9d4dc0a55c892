//! `_select`: waiting for several descriptors at once. What programs use is `select.py`, `selectors.py` and the loop.

use crate::event_loop::baton::Threads;
use crate::event_loop::clock::{Clock, from_seconds};
use crate::event_loop::loop_methods::{descriptor, real_number};
use crate::event_loop::watch;
use crate::interp::{Res, Vm};
use crate::objects::counted::Ref;
use crate::objects::list::List;
use crate::objects::module::Module;
use crate::objects::native::{Native, NativeDef, native};
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use std::os::fd::RawFd;

/// Fills the module.
pub fn make(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    let function = Value::Native(Native::function(&POLL, "_select"));
    module.dict.set_name(&vm.name("poll"), function);
    Ok(())
}

const POLL: NativeDef = native(
    "poll",
    "(wanted, timeout, /)",
    "Wait for some seconds at most; give the descriptors that are ready with what they are ready for.",
    |vm, a| {
        let mut wanted = Vec::new();
        for pair in vm.collect(&a[0])? {
            let Value::Tuple(pair) = pair else {
                return Err(vm.type_error("pairs of a descriptor and events are expected"));
            };
            if let [file, events] = pair.items() {
                let events = vm.index_usize(events)? as u16;
                wanted.push((descriptor(vm, file)?, PollFlags::from_bits_retain(events)));
            }
        }
        let clock = vm.extension::<Clock>();
        let deadline = match &a[1] {
            Value::None => None,
            seconds => {
                let span = from_seconds(real_number(vm, seconds)?);
                Some(clock.now().saturating_add(span))
            }
        };
        loop {
            let ready = look(vm, &wanted)?;
            let left = deadline.map(|deadline| deadline.saturating_sub(clock.now()));
            if !ready.is_empty() || left.is_some_and(|left| left <= 0) {
                let rows = ready.into_iter().map(|(number, events)| {
                    let events = Value::Int(events.bits().into());
                    Value::from(Tuple::new(vec![Value::Int(number.into()), events]))
                });
                return Ok(Value::from(List::new(rows.collect())));
            }
            let span = left.map(|left| clock.pace().in_life(left));
            if wanted.is_empty() {
                let Some(deadline) = deadline else {
                    return Err(vm.value_error("there is nothing to wait for"));
                };
                crate::event_loop::poller::wait_until(vm, &clock, deadline)?;
                continue;
            }
            watch::wait_for_any(vm, &wanted, span)?;
        }
    },
);

/// The descriptors that are ready now.
fn look(vm: &Vm, wanted: &[(RawFd, PollFlags)]) -> Res<Vec<(RawFd, PollFlags)>> {
    if vm.interrupt.is_wanted() {
        Threads::of(vm).let_others_run(vm);
    }
    let descriptors: Vec<_> = wanted
        .iter()
        .map(|(number, events)| (watch::borrow(number), *events))
        .collect();
    let mut asked: Vec<PollFd<'_>> = descriptors
        .iter()
        .map(|(own, events)| PollFd::from_borrowed_fd(*own, *events))
        .collect();
    let now = Timespec {
        tv_sec: 0,
        tv_nsec: 0,
    };
    if let Err(error) = poll(&mut asked, Some(&now)) {
        return Err(vm.os_error(&error.into(), None));
    }
    let answers = wanted.iter().zip(asked.iter());
    Ok(answers
        .map(|((number, _), asked)| (*number, asked.revents()))
        .filter(|(_, events)| !events.is_empty())
        .collect())
}
