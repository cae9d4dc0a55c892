//! `_heapq`: heaps in lists. What is written in the language itself is `heapq.py`. Comparing runs script code, which may
//! change the list: its length is watched.

use super::native_class::add_functions;
use crate::interp::{Res, Vm};
use crate::objects::counted::Ref;
use crate::objects::list::List;
use crate::objects::module::Module;
use crate::objects::native::{NativeDef, native};
use crate::objects::value::Value;
use snakelet_grammar::ast::CompareOp;

/// Fills the module.
pub fn make(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    add_functions(vm, module, "_heapq", FUNCTIONS);
    Ok(())
}

const FUNCTIONS: &[NativeDef] = &[
    native(
        "heappush",
        "(heap, item, /)",
        "Put an item into a heap.",
        |vm, a| {
            let heap = Heap::of(vm, "heappush", &a[0], false)?;
            heap.list.push(vm, a[1].clone())?;
            heap.rise(vm, 0, heap.list.len() - 1)?;
            Ok(Value::None)
        },
    ),
    native(
        "heappop",
        "(heap, /)",
        "Take the least item out of a heap.",
        |vm, a| Heap::of(vm, "heappop", &a[0], false)?.pop(vm),
    ),
    native(
        "heapreplace",
        "(heap, item, /)",
        "Take the least item out of a heap, then put another in.",
        |vm, a| Heap::of(vm, "heapreplace", &a[0], false)?.replace(vm, &a[1]),
    ),
    native(
        "heappushpop",
        "(heap, item, /)",
        "Put an item into a heap, then take the least out.",
        |vm, a| {
            let heap = Heap::of(vm, "heappushpop", &a[0], false)?;
            match heap.list.get(0) {
                Some(least) if vm.compare_test(CompareOp::Lt, &least, &a[1])? => {
                    if heap.list.is_empty() {
                        return Err(vm.index_error("index out of range"));
                    }
                    heap.replace(vm, &a[1])
                }
                _ => Ok(a[1].clone()),
            }
        },
    ),
    native(
        "heapify",
        "(heap, /)",
        "Make a list into a heap.",
        |vm, a| {
            Heap::of(vm, "heapify", &a[0], false)?.order(vm)?;
            Ok(Value::None)
        },
    ),
    native(
        "_heappop_max",
        "(heap, /)",
        "Maxheap variant of heappop.",
        |vm, a| Heap::of(vm, "_heappop_max", &a[0], true)?.pop(vm),
    ),
    native(
        "_heapreplace_max",
        "(heap, item, /)",
        "Maxheap variant of heapreplace.",
        |vm, a| Heap::of(vm, "_heapreplace_max", &a[0], true)?.replace(vm, &a[1]),
    ),
    native(
        "_heapify_max",
        "(heap, /)",
        "Maxheap variant of heapify.",
        |vm, a| {
            Heap::of(vm, "_heapify_max", &a[0], true)?.order(vm)?;
            Ok(Value::None)
        },
    ),
];

/// A list as a heap: the least item first, or the greatest.
struct Heap {
    list: Ref<List>,
    greatest_first: bool,
}

impl Heap {
    fn of(vm: &Vm, function: &str, value: &Value, greatest_first: bool) -> Res<Heap> {
        match vm.unwrapped(value) {
            Value::List(list) => Ok(Heap {
                list,
                greatest_first,
            }),
            _ => {
                let class = vm.class_name(value);
                Err(vm.type_error(&format!("{function}() argument must be list, not {class}")))
            }
        }
    }

    /// Whether `a` comes before `b`; the list must stay as long as it is.
    fn before(&self, vm: &Vm, a: &Value, b: &Value) -> Res<bool> {
        let length = self.list.len();
        let (a, b) = if self.greatest_first { (b, a) } else { (a, b) };
        let before = vm.compare_test(CompareOp::Lt, a, b)?;
        if self.list.len() != length {
            return Err(vm.runtime_error("list changed size during iteration"));
        }
        Ok(before)
    }

    fn swap(&self, a: usize, b: usize) {
        let mut items = self.list.borrow_mut();
        if a.max(b) < items.len() {
            items.swap(a, b);
        }
    }

    /// Moves the item at `place` up to where it belongs, not beyond `start`.
    fn rise(&self, vm: &Vm, start: usize, mut place: usize) -> Res<()> {
        while place > start {
            let above = (place - 1) / 2;
            let (Some(item), Some(parent)) = (self.list.get(place), self.list.get(above)) else {
                break;
            };
            if !self.before(vm, &item, &parent)? {
                break;
            }
            self.swap(place, above);
            place = above;
        }
        Ok(())
    }

    /// Moves the item at `start` down to a leaf, along the children that come first, then up to where it belongs.
    fn sink(&self, vm: &Vm, start: usize) -> Res<()> {
        let end = self.list.len();
        let mut place = start;
        while place < end / 2 {
            let mut child = 2 * place + 1;
            if child + 1 < end
                && let (Some(left), Some(right)) = (self.list.get(child), self.list.get(child + 1))
                && !self.before(vm, &left, &right)?
            {
                child += 1;
            }
            self.swap(place, child);
            place = child;
        }
        self.rise(vm, start, place)
    }

    fn pop(&self, vm: &Vm) -> Res {
        let Some(last) = self.list.borrow_mut().pop() else {
            return Err(vm.index_error("index out of range"));
        };
        if self.list.is_empty() {
            return Ok(last);
        }
        let first = std::mem::replace(&mut self.list.borrow_mut()[0], last);
        self.sink(vm, 0)?;
        Ok(first)
    }

    fn replace(&self, vm: &Vm, item: &Value) -> Res {
        if self.list.is_empty() {
            return Err(vm.index_error("index out of range"));
        }
        let first = std::mem::replace(&mut self.list.borrow_mut()[0], item.clone());
        self.sink(vm, 0)?;
        Ok(first)
    }

    fn order(&self, vm: &Vm) -> Res<()> {
        for place in (0..self.list.len() / 2).rev() {
            self.sink(vm, place)?;
            vm.poll()?;
        }
        Ok(())
    }
}
