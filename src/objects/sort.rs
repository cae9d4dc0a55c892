//! Sorting a list: keys, the list being empty meanwhile, and the fast ways for keys of one simple type. The algorithm
//! that asks `<` of script code is `sort/timsort.rs`: which questions it asks, and in which order, shows.

mod timsort;

use super::list::List;
use super::value::Value;
use crate::interp::Args;
use crate::interp::{Res, Vm};
use snakelet_grammar::ast::CompareOp;

/// `list.sort(key=key, reverse=reverse)`. Whatever happens, the list keeps all its items.
pub fn sort_list(vm: &Vm, list: &List, key: Option<&Value>, reverse: bool) -> Res<()> {
    let mut items = list.take();
    let sorted = sort_items(vm, &mut items, key, reverse);
    let intruders = {
        let mut borrowed = list.borrow_mut();
        std::mem::replace(&mut *borrowed, items)
    };
    let modified = intruders.capacity() > 0;
    drop(intruders);
    sorted?;
    if modified {
        return Err(vm.value_error("list modified during sort"));
    }
    Ok(())
}

/// Sorts items in place. After an error they are in some order, none is lost.
pub fn sort_items(vm: &Vm, items: &mut [Value], key: Option<&Value>, reverse: bool) -> Res<()> {
    let keys = match key {
        Some(key) => {
            let mut keys = Vec::with_capacity(items.len());
            for item in items.iter() {
                keys.push(vm.call_with(key, std::slice::from_ref(item))?);
            }
            keys
        }
        None => items.to_vec(),
    };
    if keys.len() < 2 {
        return Ok(());
    }
    let mut order: Vec<u32> = (0..keys.len() as u32).collect();
    // Equal items keep their order in a reversed sort too: reversing before and after does that.
    if reverse {
        order.reverse();
    }
    let sorted = sort_order(vm, &keys, &mut order);
    if reverse {
        order.reverse();
    }
    let old: Vec<Value> = items.iter_mut().map(Value::take).collect();
    let mut old: Vec<Option<Value>> = old.into_iter().map(Some).collect();
    for (target, &place) in items.iter_mut().zip(&order) {
        *target = old[place as usize].take().unwrap_or_default();
    }
    sorted
}

fn sort_order(vm: &Vm, keys: &[Value], order: &mut [u32]) -> Res<()> {
    if let Some(numbers) = all(keys, |key| match key {
        Value::Int(number) => Some(*number),
        _ => None,
    }) {
        order.sort_by_key(|&place| numbers[place as usize]);
        return Ok(());
    }
    if let Some(numbers) = all(keys, |key| match key {
        Value::Float(number) => Some(number.get()).filter(|number| !number.is_nan()),
        _ => None,
    }) {
        let number = |place: &u32| numbers[*place as usize];
        order.sort_by(|a, b| {
            number(a)
                .partial_cmp(&number(b))
                .unwrap_or(std::cmp::Ordering::Equal)
        });
        return Ok(());
    }
    // In WTF-8 the order of bytes is the order of code points.
    if let Some(texts) = all(keys, |key| match key {
        Value::Str(text) => Some(text.bytes()),
        _ => None,
    }) {
        order.sort_by_key(|&place| texts[place as usize]);
        return Ok(());
    }
    let class = vm.class_of(&keys[0]);
    let method = match class.lookup(vm, &vm.names.__lt__) {
        Some(method) if keys.iter().all(|key| vm.class_of(key).same(&class)) => Some(method),
        _ => None,
    };
    timsort::sort(order, |a, b| {
        let (a, b) = (&keys[a as usize], &keys[b as usize]);
        // Keys of one class are compared by its method alone; one that has no answer is asked again, as by `<`.
        if let Some(method) = &method
            && let Value::Function(_) = method
        {
            let answer = vm.call_bound(method, a, Args::positional(std::slice::from_ref(b)))?;
            if !matches!(answer, Value::NotImplemented) {
                return vm.truth(&answer);
            }
        }
        vm.compare_test(CompareOp::Lt, a, b)
    })
}

fn all<'a, T>(keys: &'a [Value], simple: impl Fn(&'a Value) -> Option<T>) -> Option<Vec<T>> {
    simple(&keys[0])?;
    keys.iter().map(simple).collect()
}
