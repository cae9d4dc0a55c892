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
    doc: "A sequence that can change.\n\nIts items are those of the iterable; without one it is empty.",
    new: Some(native(
        "__new__",
        "(*args, **kwargs)",
        "Make a new object. help(type) says what it takes.",
        new,
    )),
    init: Some(native(
        "__init__",
        "(iterable=(), /)",
        "Prepare a new object. help(type(self)) says what it takes.",
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
        "Put an item behind all others.",
        append,
    ),
    native(
        "extend",
        "(iterable, /)",
        "Put all items of an iterable behind.",
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
        "Take an item out and give it: the last one, if no index says otherwise.\n\nIndexError where there is none.",
        pop,
    ),
    native(
        "remove",
        "(value, /)",
        "Take out the first item that equals the value.\n\nValueError where there is none.",
        remove,
    ),
    native("clear", "()", "Remove all items from list.", clear),
    native("copy", "()", "Another list with the same items.", copy),
    native(
        "count",
        "(value, /)",
        "How many items equal the value.",
        |vm, a| sequence::count(vm, &*of(vm, &a[0])?, &a[1]),
    ),
    native(
        "index",
        "(value, start=0, stop=sys.maxsize, /)",
        "The index of the first item that equals the value.\n\nValueError where there is none.",
        index,
    ),
    native("reverse", "()", "Reverse *IN PLACE*.", |vm, a| {
        of(vm, &a[0])?.borrow_mut().reverse();
        Ok(Value::None)
    }),
    native(
        "sort",
        "(*, key=None, reverse=False)",
        "Put the items in order, in the list itself; equal ones stay in theirs.\n\nkey gives what is compared instead of each item, and is called once for each.\nreverse puts the greatest first.",
        sort,
    ),
    native(
        "__reversed__",
        "()",
        "The items from the last to the first.",
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
