//! Slices of a list as targets: `a[i:j] = items`, `del a[i:j:k]`.

use super::counted::Ref;
use super::list::List;
use super::slice::{Bounds, Slice};
use super::value::Value;
use crate::interp::{Res, Vm};

/// `list[slice] = value`
pub fn assign(vm: &Vm, this: &Value, list: &List, slice: &Ref<Slice>, value: &Value) -> Res<()> {
    let numbers = slice.numbers(vm)?;
    let is_simple = numbers.step == 1;
    let mut bounds = numbers.clipped(list.len());
    let items = new_items(vm, this, value)?;
    if is_simple {
        // Script code may have changed the list while the items were collected.
        let len = list.len() as i64;
        bounds.start = bounds.start.min(len);
        let stop = bounds.stop.clamp(bounds.start, len);
        let (start, stop) = (bounds.start as usize, stop as usize);
        let mut borrowed = list.borrow_mut();
        let more = items.len().saturating_sub(stop - start);
        if borrowed.try_reserve(more).is_err() {
            drop(borrowed);
            return Err(vm.memory_error());
        }
        let old: Vec<Value> = borrowed.splice(start..stop, items).collect();
        drop(borrowed);
        Value::discard_all(old);
        return Ok(());
    }
    bounds = numbers.clipped(list.len());
    if items.len() != bounds.count {
        let (given, wanted) = (items.len(), bounds.count);
        return Err(vm.value_error(&format!(
            "attempt to assign sequence of size {given} to extended slice of size {wanted}"
        )));
    }
    let mut old = items;
    {
        let mut borrowed = list.borrow_mut();
        for (place, item) in bounds.places().zip(&mut old) {
            if let Some(target) = borrowed.get_mut(place) {
                std::mem::swap(target, item);
            }
        }
    }
    drop(old);
    Ok(())
}

fn new_items(vm: &Vm, this: &Value, value: &Value) -> Res<Vec<Value>> {
    if value.is(this) {
        return vm.collect(this);
    }
    match vm.unwrapped(value) {
        Value::List(list) => return Ok(list.to_vec()),
        Value::Tuple(tuple) => return Ok(tuple.items().to_vec()),
        _ => {}
    }
    let iterator = match vm.iter(value) {
        Ok(iterator) => iterator,
        Err(raised) => {
            drop(vm.catch(raised, &vm.types.type_error)?);
            return Err(vm.type_error("must assign iterable to extended slice"));
        }
    };
    vm.collect_from(value, &iterator)
}

/// `del list[slice]`
pub fn delete(vm: &Vm, list: &List, slice: &Ref<Slice>) -> Res<()> {
    let bounds = slice.bounds(vm, || list.len())?;
    if bounds.count == 0 {
        return Ok(());
    }
    if bounds.step == 1 {
        let start = bounds.start as usize;
        let old: Vec<Value> = {
            let mut items = list.borrow_mut();
            items.drain(start..start + bounds.count).collect()
        };
        Value::discard_all(old);
        return Ok(());
    }
    let old = remove_spread(&mut list.borrow_mut(), bounds);
    drop(old);
    Ok(())
}

fn remove_spread(items: &mut Vec<Value>, bounds: Bounds) -> Vec<Value> {
    let mut places: Vec<usize> = bounds.places().collect();
    if bounds.step < 0 {
        places.reverse();
    }
    let mut removed = Vec::with_capacity(places.len());
    let mut next = places.into_iter().peekable();
    let all = std::mem::take(items);
    for (place, item) in all.into_iter().enumerate() {
        if next.next_if_eq(&place).is_some() {
            removed.push(item);
        } else {
            items.push(item);
        }
    }
    removed
}
