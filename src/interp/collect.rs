//! Collections of cycles as the interpreter runs them: when they are due, who hears of them, and what `gc` tells.
//! Finding the garbage is `objects/collector.rs`; the functions of `gc` are `stdlib/gc.rs`.

use super::finalize::aside;
use super::{Res, Vm};
use crate::objects::collector::{self, Observer};
use crate::objects::counted::{ObjectRef, Ref, place_of};
use crate::objects::dict::Dict;
use crate::objects::function::Code;
use crate::objects::heap::{self, GENERATIONS};
use crate::objects::list::List;
use crate::objects::value::Value;
use std::cell::Cell;

/// Says which collection begins.
pub const DEBUG_STATS: u32 = 1;
/// Says what is freed.
pub const DEBUG_COLLECTABLE: u32 = 2;
/// Keeps what would be freed in `gc.garbage`.
pub const DEBUG_SAVEALL: u32 = 32;

/// What `gc` keeps.
pub struct Collections {
    /// `gc.callbacks`
    pub callbacks: Ref<List>,
    /// `gc.garbage`
    pub garbage: Ref<List>,
    /// `gc.get_debug()`
    pub debug: Cell<u32>,
    /// For each generation: how many collections there were, and how many objects they found.
    pub stats: [Cell<(usize, usize)>; GENERATIONS],
}

impl Default for Collections {
    fn default() -> Self {
        Collections {
            callbacks: List::new(Vec::new()),
            garbage: List::new(Vec::new()),
            debug: Cell::new(0),
            stats: Default::default(),
        }
    }
}

impl Vm {
    /// Has collections come by themselves on this thread, at the next `poll` after one is due.
    pub fn watch_heap(&self) {
        if let Some(heap) = heap::current() {
            heap.on_due(|| match Vm::current() {
                Some(vm) => {
                    vm.interrupt.request_collection();
                    true
                }
                None => false,
            });
        }
    }

    /// Runs the collection that is due, if one is.
    pub fn collect_due(&self) {
        let Some(heap) = heap::current() else { return };
        if heap.plan.is_collecting.get() {
            return heap.arm(false);
        }
        match collector::due(heap) {
            Some(generation) if heap.plan.is_enabled.get() => {
                self.collect_garbage(generation);
            }
            _ => heap.arm(false),
        }
    }

    /// Collects the garbage of a generation and of all younger ones; gives how many objects were found.
    pub fn collect_garbage(&self, generation: usize) -> usize {
        let Some(heap) = heap::current() else {
            return 0;
        };
        if heap.plan.is_collecting.get() {
            return 0;
        }
        let kept = self.extension::<Collections>();
        let mut found = 0;
        aside(|vm| {
            vm.tell_of_collection("start", generation, 0);
            if kept.debug.get() & DEBUG_STATS != 0 {
                let sizes: Vec<String> = (0..GENERATIONS)
                    .map(|each| heap.of_generation(each).len().to_string())
                    .collect();
                vm.say_of_collection(&format!("collecting generation {generation}..."));
                vm.say_of_collection(&format!("objects in each generation: {}", sizes.join(" ")));
            }
            found = collector::collect(heap, generation, vm).collected;
            if kept.debug.get() & DEBUG_STATS != 0 {
                vm.say_of_collection(&format!(
                    "done, {found} unreachable, 0 uncollectable, 0.0000s elapsed"
                ));
            }
            let stats = &kept.stats[generation];
            let (collections, collected) = stats.get();
            stats.set((collections + 1, collected + found));
            vm.tell_of_collection("stop", generation, found);
        });
        found
    }

    fn say_of_collection(&self, text: &str) {
        if self.write_err(&format!("gc: {text}\n")).is_err() {
            drop(self.take_raised());
        }
    }

    /// Calls `gc.callbacks`.
    fn tell_of_collection(&self, phase: &str, generation: usize, found: usize) {
        let callbacks = self.extension::<Collections>().callbacks.to_vec();
        for callback in callbacks {
            let info = Dict::new();
            info.set_name(&self.name("generation"), Value::from(generation));
            info.set_name(&self.name("collected"), Value::from(found));
            info.set_name(&self.name("uncollectable"), Value::Int(0));
            let args = [Value::str(phase), Value::Dict(info)];
            if self.call_with(&callback, &args).is_err() {
                let exception = self.take_raised();
                self.report_unraisable(&exception, &callback);
            }
        }
    }

    /// Whether the reference's collector would know an object: what holds only atoms is left out.
    pub fn is_gc_tracked(&self, value: &Value) -> Res<bool> {
        if place_of(value) == 0 {
            return Ok(false);
        }
        Ok(match value {
            Value::Tuple(tuple) => self.any_gc_tracked(tuple.items())?,
            Value::Dict(dict) => self.any_gc_tracked(
                &dict
                    .entries()
                    .into_iter()
                    .map(|(_, value)| value)
                    .collect::<Vec<_>>(),
            )?,
            Value::Class(class) => class.def().is_none(),
            value => value.downcast::<Code>().is_none(),
        })
    }

    fn any_gc_tracked(&self, values: &[Value]) -> Res<bool> {
        for value in values {
            let is_tracked = match value {
                Value::Tuple(_) => self.nested_while("", || self.is_gc_tracked(value))?,
                // An empty dictionary may be filled later: the one that holds it is tracked.
                Value::Dict(_) => true,
                value => self.is_gc_tracked(value)?,
            };
            if is_tracked {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

impl Observer for Vm {
    fn counts(&self, object: &ObjectRef) -> bool {
        let value = object.clone().into_value();
        let is_hidden = value
            .object()
            .is_some_and(|object| object.class(self).same(&self.types.object));
        !is_hidden
            && self.is_gc_tracked(&value).unwrap_or_else(|_| {
                drop(self.take_raised());
                true
            })
    }

    fn keeps(&self, garbage: &[ObjectRef]) -> bool {
        let kept = self.extension::<Collections>();
        let debug = kept.debug.get();
        if debug & (DEBUG_COLLECTABLE | DEBUG_SAVEALL) == 0 {
            return false;
        }
        for object in garbage.iter().filter(|object| self.counts(object)) {
            let value = object.clone().into_value();
            if debug & DEBUG_COLLECTABLE != 0 {
                let (class, address) = (self.class_name(&value), object.address());
                self.say_of_collection(&format!("collectable <{class} 0x{address:x}>"));
            }
            if debug & DEBUG_SAVEALL != 0 && kept.garbage.push(self, value).is_err() {
                drop(self.take_raised());
            }
        }
        debug & DEBUG_SAVEALL != 0
    }
}
