//! The module `time`: reading the program's clock, sleeping, and calendars. The clock itself is `event_loop/clock.rs`.

pub mod civil;
pub mod format;
pub mod struct_time;
pub mod zone;

use crate::event_loop::clock::{Clock, SECOND, from_seconds, to_seconds};
use crate::event_loop::poller;
use crate::interp::{Res, Vm};
use crate::objects::counted::Ref;
use crate::objects::module::Module;
use crate::objects::native::{Native, NativeDef, native};
use crate::objects::number::Integer;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use civil::Civil;
use rustix::io::Errno;
use std::rc::Rc;

/// Fills the module.
pub fn make(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    let put = |name: &str, value: Value| module.dict.set_name(&vm.name(name), value);
    for row in FUNCTIONS {
        put(row.name, Value::Native(Native::function(row, "time")));
    }
    put("struct_time", Value::Class(struct_time::class(vm)));
    // How many items a `struct_time` has by name.
    put("_STRUCT_TM_ITEMS", Value::Int(11));
    for (name, id) in CLOCKS {
        put(name, Value::Int(*id));
    }
    put_zone(vm, module);
    Ok(())
}

/// What the module says of the zone.
fn put_zone(vm: &Vm, module: &Ref<Module>) {
    let put = |name: &str, value: Value| module.dict.set_name(&vm.name(name), value);
    let [winter, summer] = seasons(vm);
    put("timezone", Value::Int(-winter.offset));
    put("altzone", Value::Int(-summer.offset));
    put(
        "daylight",
        Value::Int(i64::from(winter.zone != summer.zone)),
    );
    let names = vec![Value::from(winter.zone), Value::from(summer.zone)];
    put("tzname", Value::from(Tuple::new(names)));
}

const CLOCKS: &[(&str, i64)] = &[
    ("CLOCK_REALTIME", 0),
    ("CLOCK_MONOTONIC", 1),
    ("CLOCK_PROCESS_CPUTIME_ID", 2),
    ("CLOCK_THREAD_CPUTIME_ID", 3),
    ("CLOCK_MONOTONIC_RAW", 4),
    ("CLOCK_BOOTTIME", 7),
    ("CLOCK_TAI", 11),
];

/// How far atomic time is ahead of the time of day since 2017.
const LEAP_SECONDS: i64 = 37;

/// January and July of this year where the program lives: first the one without daylight saving time.
fn seasons(vm: &Vm) -> [Civil; 2] {
    let zone = zone::zone(vm);
    let year = Civil::utc(clock(vm).wall() / SECOND).year;
    let in_month = |month| Civil::local(&zone, civil::days_from_civil(year, month, 1) * 86_400);
    let (january, july) = (in_month(1), in_month(7));
    if january.dst > 0 {
        [july, january]
    } else {
        [january, july]
    }
}

fn clock(vm: &Vm) -> Rc<Clock> {
    vm.extension::<Clock>()
}

fn seconds(nanoseconds: i64) -> Res {
    Ok(Value::float(to_seconds(nanoseconds)))
}

const FUNCTIONS: &[NativeDef] = &[
    native("time", "()", "Seconds since 1970.", |vm, _| {
        seconds(clock(vm).read_wall())
    }),
    native("time_ns", "()", "Nanoseconds since 1970.", |vm, _| {
        Ok(Value::Int(clock(vm).read_wall()))
    }),
    native(
        "monotonic",
        "()",
        "A clock that cannot go backward.",
        |vm, _| seconds(clock(vm).read()),
    ),
    native("monotonic_ns", "()", "The same in nanoseconds.", |vm, _| {
        Ok(Value::Int(clock(vm).read()))
    }),
    native(
        "perf_counter",
        "()",
        "A clock for benchmarking.",
        |vm, _| seconds(clock(vm).read()),
    ),
    native(
        "perf_counter_ns",
        "()",
        "The same in nanoseconds.",
        |vm, _| Ok(Value::Int(clock(vm).read())),
    ),
    native(
        "process_time",
        "()",
        "The processor time of the process.",
        |vm, _| seconds(clock(vm).processor(false)),
    ),
    native(
        "process_time_ns",
        "()",
        "The same in nanoseconds.",
        |vm, _| Ok(Value::Int(clock(vm).processor(false))),
    ),
    native(
        "thread_time",
        "()",
        "The processor time of the thread.",
        |vm, _| seconds(clock(vm).processor(true)),
    ),
    native(
        "thread_time_ns",
        "()",
        "The same in nanoseconds.",
        |vm, _| Ok(Value::Int(clock(vm).processor(true))),
    ),
    native(
        "clock_gettime",
        "(clk_id, /)",
        "The time of a clock.",
        |vm, a| seconds(by_number(vm, &a[0])?),
    ),
    native(
        "clock_gettime_ns",
        "(clk_id, /)",
        "The same in nanoseconds.",
        |vm, a| by_number(vm, &a[0]).map(Value::Int),
    ),
    native(
        "clock_getres",
        "(clk_id, /)",
        "The resolution of a clock.",
        |vm, a| {
            by_number(vm, &a[0])?;
            Ok(Value::float(1e-9))
        },
    ),
    native(
        "clock_settime",
        "(clk_id, time, /)",
        "Set the time of a clock.",
        |vm, a| {
            let time = from_seconds(crate::event_loop::loop_methods::real_number(vm, &a[1])?);
            set_by_number(vm, &a[0], time)
        },
    ),
    native(
        "clock_settime_ns",
        "(clk_id, time, /)",
        "The same in nanoseconds.",
        |vm, a| set_by_number(vm, &a[0], vm.index_size(&a[1])?),
    ),
    native(
        "get_clock_info",
        "(name, /)",
        "What is known about a clock.",
        clock_info,
    ),
    native("sleep", "(seconds, /)", "Wait for some seconds.", sleep),
    native(
        "gmtime",
        "(seconds=None, /)",
        "A moment in UTC.",
        |vm, a| {
            let moment = moment(vm, a.first())?;
            Ok(struct_time::of(vm, &Civil::utc(moment)))
        },
    ),
    native(
        "localtime",
        "(seconds=None, /)",
        "A moment where the program lives.",
        |vm, a| {
            let moment = moment(vm, a.first())?;
            Ok(struct_time::of(vm, &local(vm, moment)))
        },
    ),
    native(
        "mktime",
        "(tuple, /)",
        "Seconds since 1970 of a local time.",
        |vm, a| {
            let time = struct_time::fields(vm, &a[0], "mktime(): illegal time tuple argument")?;
            let seconds = time.as_local_seconds(&zone::zone(vm));
            Ok(Value::float(seconds as f64))
        },
    ),
    native(
        "strftime",
        "(format, time_tuple=None, /)",
        "A moment by a format.",
        strftime,
    ),
    native(
        "strptime",
        "(string, format='%a %b %d %H:%M:%S %Y', /)",
        "The time that a text writes in a format.",
        |vm, a| {
            let module = vm.import("_strptime", 0)?;
            vm.call_method(&module, &vm.name("_strptime_time"), a)
        },
    ),
    native(
        "asctime",
        "(time_tuple=None, /)",
        "A moment like 'Sat Jun 06 16:26:11 1998'.",
        |vm, a| {
            let time = time_argument(vm, a.first(), "asctime(): illegal time tuple argument")?;
            Ok(Value::from(format::format("%a %b %e %H:%M:%S %Y", &time)))
        },
    ),
    native(
        "ctime",
        "(seconds=None, /)",
        "A moment like 'Sat Jun 06 16:26:11 1998'.",
        |vm, a| {
            let time = local(vm, moment(vm, a.first())?);
            Ok(Value::from(format::format("%a %b %e %H:%M:%S %Y", &time)))
        },
    ),
    native("tzset", "()", "Read TZ again.", |vm, _| {
        zone::set(vm)?;
        if let Some(module) = vm.modules.get_name(&vm.name("time"))
            && let Some(module) = module.downcast::<Module>()
        {
            put_zone(vm, module);
        }
        Ok(Value::None)
    }),
];

fn by_number(vm: &Vm, number: &Value) -> Res<i64> {
    let clock = clock(vm);
    match vm.index_usize(number)? {
        0 => Ok(clock.read_wall()),
        1 | 4 | 7 => Ok(clock.read()),
        2 => Ok(clock.processor(false)),
        3 => Ok(clock.processor(true)),
        // Atomic time is ahead by the leap seconds so far.
        11 => Ok(clock.read_wall() + LEAP_SECONDS * SECOND),
        _ => {
            let text = Value::str("Invalid argument");
            Err(vm.raise_with(&vm.types.os_error, vec![Value::Int(22), text]))
        }
    }
}

/// Sets a clock of the machine, which a program on a clock of its own does not see.
fn set_by_number(vm: &Vm, number: &Value, time: i64) -> Res {
    let wanted = match vm.index_usize(number)? {
        0 if clock(vm).is_virtual() => Err(Errno::PERM),
        0 => Ok(rustix::time::ClockId::Realtime),
        _ => Err(Errno::INVAL),
    };
    crate::stdlib::permissions::run(vm, std::ffi::OsStr::new("clock_settime"))?;
    let time = rustix::time::Timespec {
        tv_sec: time.div_euclid(SECOND),
        tv_nsec: time.rem_euclid(SECOND) as _,
    };
    match wanted.and_then(|id| rustix::time::clock_settime(id, time)) {
        Ok(()) => Ok(Value::None),
        Err(error) => Err(vm.os_error(&error.into(), None)),
    }
}

fn clock_info(vm: &Vm, a: &[Value]) -> Res {
    let name = vm.str(&a[0])?;
    let (implementation, monotonic, adjustable) = match &*name {
        "time" => ("clock_gettime(CLOCK_REALTIME)", false, true),
        "monotonic" | "perf_counter" => ("clock_gettime(CLOCK_MONOTONIC)", true, false),
        "process_time" => ("clock_gettime(CLOCK_PROCESS_CPUTIME_ID)", true, false),
        "thread_time" => ("clock_gettime(CLOCK_THREAD_CPUTIME_ID)", true, false),
        _ => return Err(vm.value_error("unknown clock")),
    };
    let types = vm.import("types", 0)?;
    let namespace = vm.get_attribute(&types, &vm.name("SimpleNamespace"))?;
    let values = [
        Value::str(implementation),
        Value::bool(monotonic),
        Value::bool(adjustable),
        Value::float(1e-9),
    ];
    let names =
        ["implementation", "monotonic", "adjustable", "resolution"].map(|name| vm.name(name));
    let args = crate::interp::Args {
        values: &values,
        names: &names,
    };
    vm.call(&namespace, args)
}

/// A span or moment in nanoseconds, from an `int` or `float` of seconds.
fn nanoseconds(vm: &Vm, value: &Value) -> Res<i64> {
    let out_of_range = || vm.overflow_error("timestamp out of range for platform time_t");
    let plain = vm.unwrapped(value);
    if let Value::Float(number) = plain {
        let number = number.get();
        if number.is_nan() {
            return Err(vm.value_error("Invalid value NaN (not a number)"));
        }
        if number.abs() >= i64::MAX as f64 {
            return Err(out_of_range());
        }
        return Ok(from_seconds(number));
    }
    let whole = vm.index(value)?;
    match Integer::of(&whole) {
        Some(Integer::Small(whole)) => Ok(whole.saturating_mul(SECOND)),
        _ => Err(out_of_range()),
    }
}

fn sleep(vm: &Vm, a: &[Value]) -> Res {
    let span = nanoseconds(vm, &a[0])?;
    if span < 0 {
        return Err(vm.value_error("sleep length must be non-negative"));
    }
    let clock = clock(vm);
    let deadline = clock.now().saturating_add(span);
    while clock.now() < deadline {
        poller::wait_until(vm, &clock, deadline)?;
    }
    clock.new_turn();
    vm.poll()?;
    Ok(Value::None)
}

/// The moment that an argument names, in whole seconds; now if there is none.
fn moment(vm: &Vm, value: Option<&Value>) -> Res<i64> {
    let nanoseconds = match value.and_then(Value::given) {
        None | Some(Value::None) => clock(vm).read_wall(),
        Some(value) => {
            let plain = vm.unwrapped(value);
            if let Value::Float(number) = plain
                && number.get().is_finite()
                && number.get().abs() < 6e16
            {
                return Ok(number.get().floor() as i64);
            }
            if let Value::Int(whole) = vm.index_opt(value)?.unwrap_or_default() {
                if whole.abs() < 60_000_000_000_000_000 {
                    return Ok(whole);
                }
                return Err(vm.overflow_error("timestamp out of range for platform time_t"));
            }
            nanoseconds(vm, value)?
        }
    };
    Ok(nanoseconds.div_euclid(SECOND))
}

fn local(vm: &Vm, seconds: i64) -> Civil {
    Civil::local(&zone::zone(vm), seconds)
}

fn time_argument(vm: &Vm, value: Option<&Value>, message: &str) -> Res<Civil> {
    match value.and_then(Value::given) {
        None | Some(Value::None) => Ok(local(vm, clock(vm).read_wall().div_euclid(SECOND))),
        Some(value) => {
            let mut time = struct_time::fields(vm, value, message)?;
            struct_time::check(vm, &mut time)?;
            Ok(time)
        }
    }
}

fn strftime(vm: &Vm, a: &[Value]) -> Res {
    let Value::Str(pattern) = vm.unwrapped(&a[0]) else {
        let class = vm.class_name(&a[0]);
        return Err(vm.type_error(&format!("strftime() argument 1 must be str, not {class}")));
    };
    let time = time_argument(vm, a.get(1), "strftime(): illegal time tuple argument")?;
    Ok(Value::from(format::format(&pattern.lossy(), &time)))
}
