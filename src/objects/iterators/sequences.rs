//! Iterators over lists, tuples and strings.

use super::row;
use crate::interp::{Res, Vm};
use crate::objects::bytearray::ByteArray;
use crate::objects::bytes::Bytes;
use crate::objects::class::{Class, TypeDef};
use crate::objects::copying;
use crate::objects::counted::Ref;
use crate::objects::list::List;
use crate::objects::native::{NativeDef, native};
use crate::objects::object::Object;
use crate::objects::str::Str;
use crate::objects::value::Value;
use crate::text::wtf8;
use std::cell::{Cell, RefCell};

/// The row of `list_iterator`.
pub const LIST: TypeDef = row("list_iterator", METHODS);
/// The row of `list_reverseiterator`.
pub const LIST_REVERSE: TypeDef = row("list_reverseiterator", METHODS);
/// The row of `tuple_iterator`.
pub const TUPLE: TypeDef = row("tuple_iterator", METHODS);
/// The row of `str_ascii_iterator`.
pub const STR_ASCII: TypeDef = row("str_ascii_iterator", METHODS);
/// The row of `str_iterator`.
pub const STR: TypeDef = row("str_iterator", METHODS);

/// The row of `bytes_iterator`.
pub const BYTES: TypeDef = row("bytes_iterator", METHODS);
/// The row of `bytearray_iterator`.
pub const BYTE_ARRAY: TypeDef = row("bytearray_iterator", METHODS);

const METHODS: &[NativeDef] = &[
    native(
        "__length_hint__",
        "()",
        "How many items are left, as far as that is known.",
        length_hint,
    ),
    copying::reduce(reduce),
    copying::set_state(set_state),
];

/// An iterator over a list, a tuple or a string.
pub struct ItemIterator {
    /// `Undef` when exhausted.
    sequence: RefCell<Value>,
    /// The place of the next item: for strings in bytes.
    next: Cell<usize>,
    class: fn(&Vm) -> &Ref<Class>,
}

impl ItemIterator {
    /// An iterator over a list.
    pub fn over_list(list: &Value) -> Value {
        ItemIterator::over(list, |vm| &vm.types.list_iterator)
    }

    /// An iterator over a tuple.
    pub fn over_tuple(tuple: &Value) -> Value {
        ItemIterator::over(tuple, |vm| &vm.types.tuple_iterator)
    }

    /// An iterator over the characters of a string.
    pub fn over_str(text: &Ref<Str>) -> Value {
        let class: fn(&Vm) -> &Ref<Class> = if text.is_ascii() {
            |vm| &vm.types.str_ascii_iterator
        } else {
            |vm| &vm.types.str_iterator
        };
        ItemIterator::over(&Value::Str(text.clone()), class)
    }

    /// An iterator over the characters of an instance of a class derived from `str`.
    pub fn over_derived_str(text: &Ref<Str>) -> Value {
        ItemIterator::over(&Value::Str(text.clone()), |vm| &vm.types.str_iterator)
    }

    /// An iterator over the bytes of a `bytes` or `bytearray` object.
    pub fn over_bytes(bytes: &Value) -> Value {
        let class: fn(&Vm) -> &Ref<Class> = match bytes.downcast::<ByteArray>() {
            Some(_) => |vm| &vm.types.bytearray_iterator,
            None => |vm| &vm.types.bytes_iterator,
        };
        ItemIterator::over(bytes, class)
    }

    fn over(sequence: &Value, class: fn(&Vm) -> &Ref<Class>) -> Value {
        Value::from(Ref::new(ItemIterator {
            sequence: RefCell::new(sequence.clone()),
            next: Cell::new(0),
            class,
        }))
    }

    #[inline]
    fn step(&self, vm: &Vm) -> Option<Value> {
        let at = self.next.get();
        match &*self.sequence.borrow() {
            Value::List(list) => {
                self.next.set(at + 1);
                list.get(at)
            }
            Value::Tuple(tuple) => {
                self.next.set(at + 1);
                tuple.items().get(at).cloned()
            }
            Value::Str(text) => {
                let rest = &text.bytes()[at..];
                let width = wtf8::width(*rest.first()?).min(rest.len());
                self.next.set(at + width);
                Some(character(vm, &rest[..width]))
            }
            Value::Object(_) => {
                self.next.set(at + 1);
                byte_at(&self.sequence.borrow(), at)
            }
            _ => None,
        }
    }
}

/// The byte at a place of a `bytes` or `bytearray` object.
fn byte_at(sequence: &Value, at: usize) -> Option<Value> {
    let byte = match sequence.downcast::<Bytes>() {
        Some(bytes) => bytes.data().get(at).copied(),
        None => sequence.downcast::<ByteArray>()?.borrow().get(at).copied(),
    };
    byte.map(|byte| Value::Int(i64::from(byte)))
}

/// A string of the bytes of one character.
fn character(vm: &Vm, bytes: &[u8]) -> Value {
    let text = match bytes {
        [ascii] => return vm.character(char::from(*ascii)),
        bytes => std::str::from_utf8(bytes),
    };
    match text.ok().and_then(|text| text.chars().next()) {
        Some(character) => vm.character(character),
        None => Value::from(Ref::new(Str::from_wtf8(bytes.to_vec()))),
    }
}

impl Object for ItemIterator {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        (self.class)(vm).clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.sequence.borrow());
    }

    fn clear(&self) {
        let old = self.sequence.take();
        drop(old);
    }

    fn is_iterator(&self) -> bool {
        true
    }

    fn next(&self, vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        let item = self.step(vm);
        if item.is_none() {
            self.clear();
        }
        Ok(item)
    }
}

/// An iterator over a list from its end.
pub struct ListReverseIterator {
    /// `None` when exhausted.
    list: RefCell<Option<Ref<List>>>,
    /// The place behind the next item.
    left: Cell<usize>,
}

impl ListReverseIterator {
    /// An iterator over the items that the list has now, last first.
    pub fn over(list: &Ref<List>) -> Value {
        Value::from(Ref::new(ListReverseIterator {
            left: Cell::new(list.len()),
            list: RefCell::new(Some(list.clone())),
        }))
    }
}

impl Object for ListReverseIterator {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.list_reverseiterator.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        if let Some(list) = &*self.list.borrow() {
            visit(&Value::List(list.clone()));
        }
    }

    fn clear(&self) {
        let old = self.list.take();
        drop(old);
    }

    fn is_iterator(&self) -> bool {
        true
    }

    fn next(&self, _vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        let item = self.left.get().checked_sub(1).and_then(|place| {
            self.left.set(place);
            let list = self.list.borrow();
            list.as_ref().and_then(|list| list.get(place))
        });
        if item.is_none() {
            self.clear();
        }
        Ok(item)
    }
}

fn length_hint(vm: &Vm, a: &[Value]) -> Res {
    if let Some(iterator) = a[0].downcast::<ListReverseIterator>() {
        let list = iterator.list.borrow();
        let longest = list.as_ref().map_or(0, |list| list.len());
        let left = iterator.left.get();
        return Ok(Value::from(if left > longest { 0 } else { left }));
    }
    let Some(iterator) = a[0].downcast::<ItemIterator>() else {
        return Err(vm.descriptor_error("iterator", &a[0]));
    };
    let at = iterator.next.get();
    let left = match &*iterator.sequence.borrow() {
        Value::List(list) => list.len().saturating_sub(at),
        Value::Tuple(tuple) => tuple.items().len().saturating_sub(at),
        Value::Str(text) => text.len() - text.index_of(at),
        value @ Value::Object(_) => {
            let length = value.object().map(|object| object.len(vm, value));
            length
                .transpose()?
                .flatten()
                .unwrap_or(0)
                .saturating_sub(at)
        }
        _ => 0,
    };
    Ok(Value::from(left))
}

fn reduce(vm: &Vm, a: &[Value]) -> Res {
    if let Some(iterator) = a[0].downcast::<ListReverseIterator>() {
        let list = iterator.list.borrow().clone();
        let reversed = Value::Class(vm.types.reversed.clone());
        return Ok(match list {
            Some(list) => {
                let place = Value::Int(iterator.left.get() as i64 - 1);
                copying::parts(reversed, vec![Value::List(list)], Some(place))
            }
            None => copying::parts(reversed, vec![copying::listed(Vec::new())], None),
        });
    }
    let Some(iterator) = a[0].downcast::<ItemIterator>() else {
        return Err(vm.descriptor_error("iterator", &a[0]));
    };
    let sequence = iterator.sequence.borrow().clone();
    if !sequence.is_undef() {
        let at = iterator.next.get();
        let place = match &sequence {
            Value::Str(text) => text.index_of(at),
            _ => at,
        };
        return copying::by_builtin(vm, "iter", vec![sequence], Some(Value::from(place)));
    }
    let class = vm.class_of(&a[0]);
    let empty = if class.same(&vm.types.list_iterator) {
        copying::listed(Vec::new())
    } else if class.same(&vm.types.str_iterator) || class.same(&vm.types.str_ascii_iterator) {
        vm.empty_str()
    } else {
        Value::Tuple(copying::nothing())
    };
    copying::by_builtin(vm, "iter", vec![empty], None)
}

fn set_state(vm: &Vm, a: &[Value]) -> Res {
    let place = copying::place(vm, &a[1])?;
    if let Some(iterator) = a[0].downcast::<ListReverseIterator>() {
        let list = iterator.list.borrow();
        if let Some(list) = &*list {
            let last = list.len() as i64 - 1;
            iterator.left.set((place.clamp(-1, last) + 1) as usize);
        }
        return Ok(Value::None);
    }
    let Some(iterator) = a[0].downcast::<ItemIterator>() else {
        return Err(vm.descriptor_error("iterator", &a[0]));
    };
    let sequence = iterator.sequence.borrow().clone();
    let length = match &sequence {
        Value::Undef => return Ok(Value::None),
        // A place before the beginning of a list is behind its end.
        Value::List(list) if place < 0 => list.len(),
        other => vm.len(other)?,
    };
    let place = usize::try_from(place).map_or(0, |place| place.min(length));
    iterator.next.set(match &sequence {
        Value::Str(text) => text.offset_of(place),
        Value::List(list) if copying::place(vm, &a[1])? < 0 => list.len(),
        _ => place,
    });
    Ok(Value::None)
}
