//! The zone that a program lives in: what `TZ` says, else the system's; UTC with a virtual clock. `tzset` reads `TZ` again, from
//! `os.environ`, since the program's own changes stand there.

use crate::event_loop::clock::Clock;
use crate::interp::{Res, Vm};
use crate::objects::value::Value;
use jiff::tz::TimeZone;
use std::cell::RefCell;

/// When daylight saving time begins and ends where a description of a zone names it and does not say so.
const USUAL_RULES: &str = ",M3.2.0,M11.1.0";

/// The zone, once it was asked for.
#[derive(Default)]
struct Zone(RefCell<Option<TimeZone>>);

/// The zone that the program lives in.
pub fn zone(vm: &Vm) -> TimeZone {
    let kept = vm.extension::<Zone>();
    let mut kept = kept.0.borrow_mut();
    let made =
        kept.get_or_insert_with(|| of(std::env::var("TZ").ok().as_deref(), &super::clock(vm)));
    made.clone()
}

/// Reads `TZ` again.
pub fn set(vm: &Vm) -> Res<()> {
    let mut name = std::env::var("TZ").ok();
    if let Some(os) = vm.modules.get_name(&vm.name("os")) {
        let environ = vm.get_attribute(&os, &vm.name("environ"))?;
        let own = vm.call_method(&environ, &vm.name("get"), &[Value::str("TZ")])?;
        name = match own {
            Value::None => None,
            own => Some(vm.str(&own)?),
        };
    }
    let zone = of(name.as_deref(), &super::clock(vm));
    *vm.extension::<Zone>().0.borrow_mut() = Some(zone);
    Ok(())
}

/// The zone of the system: what its file says, since looking through all zones for the name of this one takes long.
fn system() -> TimeZone {
    let file = std::fs::read("/etc/localtime").ok();
    file.and_then(|data| TimeZone::tzif("", &data).ok())
        .or_else(|| TimeZone::try_system().ok())
        .unwrap_or(TimeZone::UTC)
}

/// The zone of a name or of a description such as `EST+05EDT`; what is neither means UTC.
fn of(name: Option<&str>, clock: &Clock) -> TimeZone {
    let Some(name) = name else {
        return match clock.is_virtual() {
            true => TimeZone::UTC,
            false => system(),
        };
    };
    let name = name.strip_prefix(':').unwrap_or(name);
    if name.is_empty() {
        return TimeZone::UTC;
    }
    let found = TimeZone::get(name)
        .or_else(|_| TimeZone::posix(name))
        .or_else(|_| TimeZone::posix(&format!("{name}{USUAL_RULES}")))
        .or_else(|_| TimeZone::tzif(name, &std::fs::read(name).unwrap_or_default()));
    found.unwrap_or(TimeZone::UTC)
}
