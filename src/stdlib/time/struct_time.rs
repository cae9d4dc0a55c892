//! `time.struct_time`: a tuple of nine numbers whose items have names too.

use super::civil::Civil;
use crate::interp::{Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::Ref;
use crate::objects::dict::Dict;
use crate::objects::instance::Instance;
use crate::objects::native::{GetterDef, getter, native};
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use std::cell::OnceCell;

#[derive(Default)]
struct StructTime(OnceCell<Ref<Class>>);

const TYPE: TypeDef = TypeDef {
    name: "struct_time",
    module: "time",
    doc: "The time value as returned by gmtime(), localtime(), and strptime().",
    new: Some(native(
        "__new__",
        "(sequence, dict={})",
        "Name the items of a sequence.",
        new,
    )),
    methods: &[
        native("__repr__", "()", "Return repr(self).", repr),
        native("__reduce__", "()", "How a copy is made.", |vm, a| {
            let Value::Tuple(items) = vm.unwrapped(&a[0]) else {
                return Err(vm.descriptor_error("time.struct_time", &a[0]));
            };
            let rest = Dict::new();
            for name in REST {
                rest.set_name(&vm.name(name), told(vm, &a[0], name)?);
            }
            let args = vm.tuple(vec![Value::Tuple(items), Value::Dict(rest)]);
            Ok(vm.tuple(vec![Value::Class(class(vm)), args]))
        }),
    ],
    getters: GETTERS,
    ..TypeDef::PLAIN
};

const NAMES: [&str; 9] = [
    "tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst",
];

/// What has a name and no place among the items.
const REST: [&str; 2] = ["tm_zone", "tm_gmtoff"];

const GETTERS: &[GetterDef] = &[
    getter("tm_year", "year, for example, 1993", |vm, t| item(vm, t, 0)),
    getter("tm_mon", "the month, from 1", |vm, t| item(vm, t, 1)),
    getter("tm_mday", "the day of the month, from 1", |vm, t| {
        item(vm, t, 2)
    }),
    getter("tm_hour", "hours, range [0, 23]", |vm, t| item(vm, t, 3)),
    getter("tm_min", "minutes, range [0, 59]", |vm, t| item(vm, t, 4)),
    getter("tm_sec", "seconds, range [0, 61])", |vm, t| item(vm, t, 5)),
    getter(
        "tm_wday",
        "the day of the week, from 0 for Monday",
        |vm, t| item(vm, t, 6),
    ),
    getter("tm_yday", "the day of the year, from 1", |vm, t| {
        item(vm, t, 7)
    }),
    getter(
        "tm_isdst",
        "whether it is summer time: 1, 0, or -1 for unknown",
        |vm, t| item(vm, t, 8),
    ),
    getter("tm_zone", "abbreviation of timezone name", |vm, t| {
        told(vm, t, "tm_zone")
    }),
    getter("tm_gmtoff", "offset from UTC in seconds", |vm, t| {
        told(vm, t, "tm_gmtoff")
    }),
];

/// What is not among the nine.
fn told(vm: &Vm, value: &Value, name: &str) -> Res {
    match value {
        Value::Instance(instance) => Ok(instance.get(vm, &vm.name(name)).unwrap_or(Value::None)),
        _ => Err(vm.descriptor_error("time.struct_time", value)),
    }
}

/// The class.
pub fn class(vm: &Vm) -> Ref<Class> {
    let made = vm.extension::<StructTime>();
    let make = || {
        let class = Class::builtin(vm.name(TYPE.name), &TYPE, Some(&vm.types.tuple));
        let counts = [
            ("n_fields", 11),
            ("n_sequence_fields", 9),
            ("n_unnamed_fields", 0),
        ];
        for (name, count) in counts {
            class.dict(vm).set_name(&vm.name(name), Value::Int(count));
        }
        let names = NAMES.map(Value::str).to_vec();
        class
            .dict(vm)
            .set_name(&vm.names.__match_args__, Value::from(Tuple::new(names)));
        class
    };
    made.0.get_or_init(make).clone()
}

fn item(vm: &Vm, value: &Value, index: usize) -> Res {
    match vm.unwrapped(value) {
        Value::Tuple(items) => Ok(items.items().get(index).cloned().unwrap_or(Value::None)),
        _ => Err(vm.descriptor_error("time.struct_time", value)),
    }
}

fn make(vm: &Vm, items: Vec<Value>, zone: Value, offset: Value) -> Value {
    let instance = Instance::wrapping(vm, &class(vm), Value::from(Tuple::new(items)));
    instance.set(vm, &vm.name("tm_zone"), zone);
    instance.set(vm, &vm.name("tm_gmtoff"), offset);
    Value::Instance(instance)
}

/// The object for a moment.
pub fn of(vm: &Vm, time: &Civil) -> Value {
    let fields = [
        time.year,
        time.month,
        time.day,
        time.hour,
        time.minute,
        time.second,
        time.weekday,
        time.yearday,
        time.dst,
    ];
    let items = fields.into_iter().map(Value::Int).collect();
    make(vm, items, Value::str(&time.zone), Value::Int(time.offset))
}

fn new(vm: &Vm, a: &[Value]) -> Res {
    let mut items = match vm.collect(&a[1]) {
        Ok(items) => items,
        Err(raised) => {
            vm.catch(raised, &vm.types.type_error)?;
            return Err(vm.type_error("constructor requires a sequence"));
        }
    };
    let count = items.len();
    if !(9..=11).contains(&count) {
        let (least, limit) = if count < 9 {
            ("least", 9)
        } else {
            ("most", 11)
        };
        return Err(vm.type_error(&format!(
            "time.struct_time() takes an at {least} {limit}-sequence ({count}-sequence given)"
        )));
    }
    let mut rest = items.split_off(9);
    rest.extend(named(vm, a.get(2), rest.len())?);
    let [zone, offset] = [0, 1].map(|place| rest.get(place).cloned().unwrap_or(Value::None));
    Ok(make(vm, items, zone, offset))
}

/// What a dictionary says of what the sequence had no items for, of which `taken` are there.
fn named(vm: &Vm, names: Option<&Value>, taken: usize) -> Res<Vec<Value>> {
    let Some(names) = names.and_then(Value::given) else {
        return Ok(Vec::new());
    };
    let Value::Dict(names) = vm.unwrapped(names) else {
        let message = "time.struct_time() takes a dict as second arg, if any";
        return Err(vm.type_error(message));
    };
    let found = |name: &&str| names.get_name(&vm.name(name));
    let given: Vec<_> = REST[taken..].iter().map(found).collect();
    if given.iter().flatten().count() < names.len() {
        let message = "time.struct_time() got duplicate or unexpected field name(s)";
        return Err(vm.type_error(message));
    }
    let given = given.into_iter();
    Ok(given.map(|value| value.unwrap_or(Value::None)).collect())
}

fn repr(vm: &Vm, a: &[Value]) -> Res {
    let mut parts = Vec::new();
    for (index, name) in NAMES.iter().enumerate() {
        parts.push(format!("{name}={}", vm.repr(&item(vm, &a[0], index)?)?));
    }
    Ok(Value::from(format!(
        "time.struct_time({})",
        parts.join(", ")
    )))
}

/// The moment that a tuple of nine numbers describes.
pub fn fields(vm: &Vm, value: &Value, message: &str) -> Res<Civil> {
    let Value::Tuple(items) = vm.unwrapped(value) else {
        return Err(vm.type_error("Tuple or struct_time argument required"));
    };
    if items.items().len() < 9 {
        return Err(vm.type_error(message));
    }
    let mut numbers = [0; 9];
    for (number, item) in numbers.iter_mut().zip(items.items()) {
        *number = vm.index_usize(item)?;
        if i32::try_from(*number).is_err() {
            let (than, which) = match *number > 0 {
                true => ("greater", "maximum"),
                false => ("less", "minimum"),
            };
            return Err(vm.overflow_error(&format!("signed integer is {than} than {which}")));
        }
    }
    if numbers[0] < i64::from(i32::MIN) + 1900 {
        return Err(vm.overflow_error("year out of range"));
    }
    let [
        year,
        month,
        day,
        hour,
        minute,
        second,
        weekday,
        yearday,
        dst,
    ] = numbers;
    let mut time = Civil {
        year,
        month,
        day,
        hour,
        minute,
        second,
        weekday,
        yearday,
        dst,
        zone: String::new(),
        offset: 0,
    };
    let zone = super::zone::zone(vm);
    let there = Civil::local(&zone, time.as_local_seconds(&zone));
    (time.zone, time.offset) = (there.zone, there.offset);
    if let Value::Instance(instance) = value {
        if let Some(Value::Str(zone)) = instance.get(vm, &vm.name("tm_zone")) {
            time.zone = zone.lossy().into_owned();
        }
        if let Some(Value::Int(offset)) = instance.get(vm, &vm.name("tm_gmtoff")) {
            time.offset = offset;
        }
    }
    Ok(time)
}

/// Checks the ranges that `strftime` and `asctime` insist on, and lets zeros stand for ones.
pub fn check(vm: &Vm, time: &mut Civil) -> Res<()> {
    let ranges = [
        (time.month, 0, 12, "month out of range"),
        (time.day, 0, 31, "day of month out of range"),
        (time.hour, 0, 23, "hour out of range"),
        (time.minute, 0, 59, "minute out of range"),
        (time.second, 0, 61, "seconds out of range"),
        (time.weekday, -1, i64::MAX, "day of week out of range"),
        (time.yearday, 0, 366, "day of year out of range"),
    ];
    let wrong = ranges
        .iter()
        .find(|(number, least, most, _)| number < least || number > most);
    if let Some((.., message)) = wrong {
        return Err(vm.value_error(message));
    }
    for field in [&mut time.month, &mut time.day, &mut time.yearday] {
        *field = (*field).max(1);
    }
    time.weekday = time.weekday.rem_euclid(7);
    Ok(())
}
