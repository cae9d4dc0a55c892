//! The methods of `list`. Sorting is `sort.rs`.

use super::class::TypeDef;
use super::counted::Ref;
use super::iterators::sequences::ListReverseIterator;
use super::list::List;
use super::native::{NativeDef, native};
use super::sequence;
use super::value::Value;
use crate::interp::{Res, Vm};

/// The row of `list`.
pub const TYPE: TypeDef = TypeDef {
    name: "list",
    doc: "Built-in mutable sequence.\n\nIf no argument is given, the constructor creates a new empty list.\nThe argument must be an iterable if specified.",
    new: Some(native(
        "__new__",
        "(*args, **kwargs)",
        "Create and return a new object.",
        new,
    )),
    init: Some(native(
        "__init__",
        "(iterable=(), /)",
        "Initialize self.  See help(type(self)) for accurate signature.",
        init,
    )),
    methods: METHODS,
    class_methods: &[super::generic_alias::CLASS_GETITEM],
    slots: &[
        "__eq__",
        "__ne__",
        "__lt__",
        "__le__",
        "__gt__",
        "__ge__",
        "__repr__",
        "__len__",
        "__getitem__",
        "__setitem__",
        "__delitem__",
        "__contains__",
        "__iter__",
        "__add__",
        "__mul__",
        "__rmul__",
        "__iadd__",
        "__imul__",
    ],
    is_base: true,
    unhashable: true,
    ..TypeDef::PLAIN
};

const METHODS: &[NativeDef] = &[
    native(
        "append",
        "(object, /)",
        "Append object to the end of the list.",
        append,
    ),
    native(
        "extend",
        "(iterable, /)",
        "Extend list by appending elements from the iterable.",
        extend,
    ),
    native(
        "insert",
        "(index, object, /)",
        "Insert object before index.",
        insert,
    ),
    native(
        "pop",
        "(index=-1, /)",
        "Remove and return item at index (default last).\n\nRaises IndexError if list is empty or index is out of range.",
        pop,
    ),
    native(
        "remove",
        "(value, /)",
        "Remove first occurrence of value.\n\nRaises ValueError if the value is not present.",
        remove,
    ),
    native("clear", "()", "Remove all items from list.", clear),
    native("copy", "()", "Return a shallow copy of the list.", copy),
    native(
        "count",
        "(value, /)",
        "Return number of occurrences of value.",
        |vm, a| sequence::count(vm, &*of(vm, &a[0])?, &a[1]),
    ),
    native(
        "index",
        "(value, start=0, stop=sys.maxsize, /)",
        "Return first index of value.\n\nRaises ValueError if the value is not present.",
        index,
    ),
    native("reverse", "()", "Reverse *IN PLACE*.", |vm, a| {
        of(vm, &a[0])?.borrow_mut().reverse();
        Ok(Value::None)
    }),
    native(
        "sort",
        "(*, key=None, reverse=False)",
        "Sort the list in ascending order and return None.\n\nThe sort is in-place (i.e. the list itself is modified) and stable (i.e. the\norder of two equal elements is maintained).\n\nIf a key function is given, apply it once to each list item and sort them,\nascending or descending, according to their function values.\n\nThe reverse flag can be set to sort in descending order.",
        sort,
    ),
    native(
        "__reversed__",
        "()",
        "Return a reverse iterator over the list.",
        |vm, a| Ok(ListReverseIterator::over(&of(vm, &a[0])?)),
    ),
];

fn of(vm: &Vm, value: &Value) -> Res<Ref<List>> {
    match vm.unwrapped(value) {
        Value::List(list) => Ok(list),
        _ => Err(vm.descriptor_error("list", value)),
    }
}

fn new(_vm: &Vm, _a: &[Value]) -> Res {
    Ok(Value::from(List::new(Vec::new())))
}

fn init(vm: &Vm, a: &[Value]) -> Res {
    let list = of(vm, &a[0])?;
    Value::discard_all(list.take());
    if let Some(iterable) = a.get(1).and_then(Value::given) {
        extend_by(vm, &list, iterable)?;
    }
    Ok(Value::None)
}

fn append(vm: &Vm, a: &[Value]) -> Res {
    of(vm, &a[0])?.push(vm, a[1].clone())?;
    Ok(Value::None)
}

fn extend(vm: &Vm, a: &[Value]) -> Res {
    extend_by(vm, &*of(vm, &a[0])?, &a[1])?;
    Ok(Value::None)
}

/// Adds all items of an iterable, one after the other: who looks in between sees those that came so far.
pub fn extend_by(vm: &Vm, list: &List, iterable: &Value) -> Res<()> {
    if let Value::List(_) | Value::Tuple(_) = iterable {
        let items = vm.collect(iterable)?;
        let mut borrowed = list.borrow_mut();
        if borrowed.try_reserve(items.len()).is_err() {
            drop(borrowed);
            return Err(vm.memory_error());
        }
        borrowed.extend(items);
        return Ok(());
    }
    let iterator = vm.iter(iterable)?;
    let expected = vm.length_hint(iterable)?;
    if list.borrow_mut().try_reserve(expected).is_err() {
        return Err(vm.memory_error());
    }
    while let Some(item) = vm.next_item(&iterator)? {
        list.push(vm, item)?;
        vm.poll()?;
    }
    Ok(())
}

fn insert(vm: &Vm, a: &[Value]) -> Res {
    let list = of(vm, &a[0])?;
    let index = vm.index_size(&a[1])?;
    let mut items = list.borrow_mut();
    let len = items.len() as i64;
    let place = if index < 0 {
        index.saturating_add(len).max(0)
    } else {
        index.min(len)
    };
    if items.try_reserve(1).is_err() {
        drop(items);
        return Err(vm.memory_error());
    }
    items.insert(place as usize, a[2].clone());
    Ok(Value::None)
}

fn pop(vm: &Vm, a: &[Value]) -> Res {
    let list = of(vm, &a[0])?;
    let index = match a.get(1).and_then(Value::given) {
        Some(index) => vm.index_size(index)?,
        None => -1,
    };
    let len = list.len();
    if len == 0 {
        return Err(vm.index_error("pop from empty list"));
    }
    let place = if index < 0 {
        index.wrapping_add(len as i64)
    } else {
        index
    };
    match usize::try_from(place).ok().filter(|&place| place < len) {
        Some(place) => Ok(list.borrow_mut().remove(place)),
        None => Err(vm.index_error("pop index out of range")),
    }
}

fn remove(vm: &Vm, a: &[Value]) -> Res {
    let list = of(vm, &a[0])?;
    let Some(place) = sequence::find(vm, &*list, &a[1], 0, usize::MAX)? else {
        return Err(vm.value_error("list.remove(x): x not in list"));
    };
    let old = {
        let mut items = list.borrow_mut();
        // The comparison may have made the list shorter.
        (place < items.len()).then(|| items.remove(place))
    };
    drop(old);
    Ok(Value::None)
}

fn clear(vm: &Vm, a: &[Value]) -> Res {
    Value::discard_all(of(vm, &a[0])?.take());
    Ok(Value::None)
}

fn copy(vm: &Vm, a: &[Value]) -> Res {
    Ok(Value::from(List::new(of(vm, &a[0])?.to_vec())))
}

fn index(vm: &Vm, a: &[Value]) -> Res {
    let list = of(vm, &a[0])?;
    let (start, stop) = sequence::search_bounds(vm, a, list.len())?;
    match sequence::find(vm, &*list, &a[1], start, stop)? {
        Some(place) => Ok(Value::from(place)),
        None => Err(vm.value_error(&format!("{} is not in list", vm.repr(&a[1])?))),
    }
}

fn sort(vm: &Vm, a: &[Value]) -> Res {
    let list = of(vm, &a[0])?;
    let key = a.get(1).and_then(Value::given).filter(|key| !key.is_none());
    let reverse = match a.get(2).and_then(Value::given) {
        Some(reverse) => vm.truth(reverse)?,
        None => false,
    };
    super::sort::sort_list(vm, &list, key, reverse)?;
    Ok(Value::None)
}
