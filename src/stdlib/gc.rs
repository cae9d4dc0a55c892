//! `gc`: the collector of cycles as scripts see it. How it works is `objects/collector.rs`; when it runs,
//! `interp/collect.rs`.

use crate::interp::collect::{Collections, DEBUG_COLLECTABLE, DEBUG_SAVEALL, DEBUG_STATS};
use crate::interp::{Res, Vm};
use crate::objects::counted::{ObjectRef, Ref, tracked};
use crate::objects::dict::Dict;
use crate::objects::heap::{self, GENERATIONS, Heap};
use crate::objects::list::List;
use crate::objects::module::Module;
use crate::objects::native::{Native, NativeDef, native};
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use rustc_hash::FxHashSet;

/// Says what cannot be freed: nothing ever.
const DEBUG_UNCOLLECTABLE: u32 = 4;

/// Fills the module.
pub fn make(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    let dict = &module.dict;
    for row in FUNCTIONS {
        let function = Native::function(row, "gc");
        dict.set_name(&vm.name(row.name), Value::Native(function));
    }
    let constants = [
        ("DEBUG_STATS", DEBUG_STATS),
        ("DEBUG_COLLECTABLE", DEBUG_COLLECTABLE),
        ("DEBUG_UNCOLLECTABLE", DEBUG_UNCOLLECTABLE),
        ("DEBUG_SAVEALL", DEBUG_SAVEALL),
        (
            "DEBUG_LEAK",
            DEBUG_COLLECTABLE | DEBUG_UNCOLLECTABLE | DEBUG_SAVEALL,
        ),
    ];
    for (name, number) in constants {
        dict.set_name(&vm.name(name), Value::Int(i64::from(number)));
    }
    let kept = vm.extension::<Collections>();
    dict.set_name(&vm.name("callbacks"), Value::from(kept.callbacks.clone()));
    dict.set_name(&vm.name("garbage"), Value::from(kept.garbage.clone()));
    Ok(())
}

const FUNCTIONS: &[NativeDef] = &[
    native(
        "collect",
        "(generation=2)",
        "Run the garbage collector; returns the number of unreachable objects.",
        |vm, a| {
            let generation = match a.first().and_then(Value::given) {
                Some(generation) => vm.index_usize(generation)?,
                None => GENERATIONS as i64 - 1,
            };
            match usize::try_from(generation) {
                Ok(generation) if generation < GENERATIONS => {
                    Ok(Value::from(vm.collect_garbage(generation)))
                }
                _ => Err(vm.value_error("invalid generation")),
            }
        },
    ),
    native("enable", "()", "Enable automatic collections.", |vm, _| {
        switch(vm, true)
    }),
    native(
        "disable",
        "()",
        "Disable automatic collections.",
        |vm, _| switch(vm, false),
    ),
    native(
        "isenabled",
        "()",
        "Whether collections come by themselves.",
        |vm, _| Ok(Value::bool(heap(vm)?.plan.is_enabled.get())),
    ),
    native(
        "get_threshold",
        "()",
        "The current thresholds of the generations.",
        |vm, _| {
            let thresholds = heap(vm)?.plan.thresholds.each_ref();
            Ok(counts(thresholds.map(|cell| cell.get())))
        },
    ),
    native(
        "set_threshold",
        "(threshold0, threshold1=<unrepresentable>, threshold2=<unrepresentable>, /)",
        "Set the thresholds of the generations; 0 disables collections.",
        |vm, a| {
            let heap = heap(vm)?;
            for (cell, value) in heap.plan.thresholds.iter().zip(a) {
                if let Some(value) = value.given() {
                    let threshold = usize::try_from(vm.index_usize(value)?);
                    cell.set(threshold.unwrap_or(usize::MAX));
                }
            }
            heap.arm(false);
            Ok(Value::None)
        },
    ),
    native(
        "get_count",
        "()",
        "The current counts of the generations.",
        |vm, _| {
            let heap = heap(vm)?;
            let [_, middle, old] = heap.plan.looks.each_ref().map(|cell| cell.get());
            Ok(counts([heap.made(), middle, old]))
        },
    ),
    native(
        "get_objects",
        "(generation=None)",
        "The objects that the collector knows, of one generation or of all.",
        get_objects,
    ),
    native(
        "get_referrers",
        "(*objs)",
        "The objects that directly refer to any of objs.",
        get_referrers,
    ),
    native(
        "get_referents",
        "(*objs)",
        "The objects that any of objs directly refers to.",
        get_referents,
    ),
    native(
        "is_tracked",
        "(obj, /)",
        "Whether the collector knows the object.",
        |vm, a| vm.is_gc_tracked(&a[0]).map(Value::bool),
    ),
    native(
        "is_finalized",
        "(obj, /)",
        "Whether the object's finaliser has run.",
        |_, a| {
            let object = a[0].to_object_ref();
            Ok(Value::bool(
                object.is_some_and(|object| object.is_finalized()),
            ))
        },
    ),
    native(
        "freeze",
        "()",
        "Leave all objects that exist now alone in later collections.",
        |vm, _| {
            heap(vm)?.freeze();
            Ok(Value::None)
        },
    ),
    native(
        "unfreeze",
        "()",
        "Look at the objects again that were left alone.",
        |vm, _| {
            heap(vm)?.unfreeze();
            Ok(Value::None)
        },
    ),
    native(
        "get_freeze_count",
        "()",
        "How many objects are left alone.",
        |vm, _| Ok(Value::from(heap(vm)?.frozen())),
    ),
    native(
        "get_stats",
        "()",
        "For each generation, a dictionary of what its collections did.",
        |vm, _| {
            let kept = vm.extension::<Collections>();
            let rows = kept.stats.iter().map(|stats| {
                let (collections, collected) = stats.get();
                let row = Dict::new();
                row.set_name(&vm.name("collections"), Value::from(collections));
                row.set_name(&vm.name("collected"), Value::from(collected));
                row.set_name(&vm.name("uncollectable"), Value::Int(0));
                Value::Dict(row)
            });
            Ok(Value::from(List::new(rows.collect())))
        },
    ),
    native(
        "set_debug",
        "(flags, /)",
        "Set the flags that say what collections tell.",
        |vm, a| {
            let flags = vm.index_usize(&a[0])?;
            vm.extension::<Collections>().debug.set(flags as u32);
            Ok(Value::None)
        },
    ),
    native(
        "get_debug",
        "()",
        "The flags that say what collections tell.",
        |vm, _| {
            let flags = vm.extension::<Collections>().debug.get();
            Ok(Value::Int(i64::from(flags)))
        },
    ),
];

fn heap<'a>(vm: &Vm) -> Res<&'a Heap> {
    heap::current().ok_or_else(|| vm.runtime_error("the thread is ending"))
}

fn switch(vm: &Vm, is_enabled: bool) -> Res {
    let heap = heap(vm)?;
    heap.plan.is_enabled.set(is_enabled);
    heap.arm(false);
    Ok(Value::None)
}

fn counts(counts: [usize; GENERATIONS]) -> Value {
    Value::from(Tuple::new(counts.map(Value::from).to_vec()))
}

/// Those objects among `objects` that scripts can see and the reference tracks.
fn visible(vm: &Vm, objects: Vec<ObjectRef>) -> Res {
    let mut values = Vec::new();
    for object in objects {
        let value = object.into_value();
        if vm.is_gc_tracked(&value)? {
            values.push(value);
        }
    }
    Ok(Value::from(List::new(values)))
}

fn get_objects(vm: &Vm, a: &[Value]) -> Res {
    let generation = match a.first().and_then(Value::given) {
        None | Some(Value::None) => return visible(vm, tracked()),
        Some(generation) => vm.index_usize(generation)?,
    };
    match usize::try_from(generation) {
        Ok(generation) if generation < GENERATIONS => {
            visible(vm, heap(vm)?.of_generation(generation))
        }
        Ok(_) => Err(vm.value_error(
            "generation parameter must be less than the number of available generations (3)",
        )),
        Err(_) => Err(vm.value_error("generation parameter cannot be negative")),
    }
}

fn get_referrers(vm: &Vm, a: &[Value]) -> Res {
    let Value::Tuple(sought) = &a[0] else {
        return Ok(Value::None);
    };
    let addresses: FxHashSet<usize> = sought.items().iter().filter_map(Value::address).collect();
    let mut found = tracked();
    found.retain(|object| {
        let mut refers = false;
        object.object().traverse(&mut |value| {
            refers = refers
                || value
                    .address()
                    .is_some_and(|each| addresses.contains(&each));
        });
        refers && object.address() != sought.address()
    });
    visible(vm, found)
}

fn get_referents(_: &Vm, a: &[Value]) -> Res {
    let Value::Tuple(objects) = &a[0] else {
        return Ok(Value::None);
    };
    let mut found = Vec::new();
    for object in objects.items() {
        let first = found.len();
        match object {
            // Strings as keys are not shown if there are no other keys.
            Value::Dict(dict) => {
                let entries = dict.entries();
                let are_strings = entries.iter().all(|(key, _)| matches!(key, Value::Str(_)));
                for (key, value) in entries {
                    found.push(value);
                    found.extend(Some(key).filter(|_| !are_strings));
                }
            }
            object => {
                if let Some(object) = object.object() {
                    object.traverse(&mut |value| found.push(value.clone()));
                }
            }
        }
        if matches!(object, Value::List(_) | Value::Tuple(_)) {
            found[first..].reverse();
        }
    }
    found.retain(|value| !value.is_undef());
    Ok(Value::from(List::new(found)))
}
