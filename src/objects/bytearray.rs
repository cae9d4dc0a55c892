//! `bytearray`: bytes that can be changed. The methods it shares with `bytes` are in `bytes_methods/`.

use super::bytes::Bytes;
use super::bytes_methods::{Receiver, build, change, find, hex, make, shared_methods, split, test};
use super::class::{Class, TypeDef};
use super::copying;
use super::counted::Ref;
use super::iterators::sequences::ItemIterator;
use super::native::{NativeDef, native};
use super::number::Number;
use super::object::{Memory, Object};
use super::sequence;
use super::slice::{Bounds, Slice};
use super::value::Value;
use crate::interp::{Res, Vm};
use crate::text::search::{self, Units};
use snakelet_grammar::ast::BinaryOp;
use std::cell::{Cell, Ref as Borrowed, RefCell, RefMut};

/// A `bytearray` object.
#[derive(Default)]
pub struct ByteArray {
    data: RefCell<Vec<u8>>,
    /// How many views look at the bytes, whose number cannot change then.
    views: Cell<usize>,
}

impl ByteArray {
    /// A `bytearray` object of `data`.
    pub fn new(data: Vec<u8>) -> Ref<ByteArray> {
        Ref::new(ByteArray {
            data: RefCell::new(data),
            views: Cell::new(0),
        })
    }

    /// Its bytes for reading. No script code may run while they are lent out.
    #[inline(always)]
    pub fn borrow(&self) -> Borrowed<'_, Vec<u8>> {
        self.data.borrow()
    }

    /// Its bytes for changing their number; `BufferError` while a view looks at them.
    pub fn resizable(&self, vm: &Vm) -> Res<RefMut<'_, Vec<u8>>> {
        if self.views.get() > 0 {
            let message = "Existing exports of data: object cannot be re-sized";
            return Err(vm.raise_new(&vm.types.buffer_error, message));
        }
        Ok(self.borrow_mut())
    }

    /// The same for a change that leaves `len` bytes: one that keeps their number is no resizing.
    pub fn resizable_to(&self, vm: &Vm, len: usize) -> Res<RefMut<'_, Vec<u8>>> {
        if len == self.len() {
            return Ok(self.borrow_mut());
        }
        self.resizable(vm)
    }

    /// Its bytes for changing. No script code may run while they are lent out.
    #[inline(always)]
    pub fn borrow_mut(&self) -> RefMut<'_, Vec<u8>> {
        self.data.borrow_mut()
    }

    fn len(&self) -> usize {
        self.data.borrow().len()
    }

    fn set_place(&self, vm: &Vm, place: Option<usize>, value: Option<Value>) -> Res<()> {
        let outside = || vm.index_error("bytearray index out of range");
        let Some(value) = value else {
            let place = place.ok_or_else(outside)?;
            self.resizable(vm)?.remove(place);
            return Ok(());
        };
        let byte = vm.byte(&value, "byte must be in range(0, 256)")?;
        match self.borrow_mut().get_mut(place.ok_or_else(outside)?) {
            Some(own) => *own = byte,
            None => return Err(vm.index_error("bytearray index out of range")),
        }
        Ok(())
    }

    fn set_slice(&self, vm: &Vm, slice: &Slice, value: Option<Value>) -> Res<()> {
        let mut bounds = slice.bounds(vm, || self.len())?;
        let new = match &value {
            Some(value) => {
                let new = self.replacement(vm, value)?;
                let is_other_array = vm
                    .unwrapped(value)
                    .downcast::<ByteArray>()
                    .is_some_and(|other| !std::ptr::eq(&**other, self));
                if !is_other_array {
                    // What the value gave was made first, which may have changed how many bytes there are.
                    bounds = slice.bounds(vm, || self.len())?;
                }
                new
            }
            None => Vec::new(),
        };
        if bounds.step == 1 {
            let start = bounds.start as usize;
            if new.len() == bounds.count {
                self.borrow_mut()[start..start + new.len()].copy_from_slice(&new);
            } else {
                let mut data = self.resizable(vm)?;
                data.splice(start..start + bounds.count, new);
            }
            return Ok(());
        }
        if new.is_empty() {
            return self.delete_places(vm, bounds);
        }
        if new.len() != bounds.count {
            return Err(vm.value_error(&format!(
                "attempt to assign bytes of size {} to extended slice of size {}",
                new.len(),
                bounds.count
            )));
        }
        let mut data = self.borrow_mut();
        for (place, byte) in bounds.places().zip(new) {
            data[place] = byte;
        }
        Ok(())
    }

    fn delete_places(&self, vm: &Vm, bounds: Bounds) -> Res<()> {
        let mut gone = vec![false; self.len()];
        bounds.places().for_each(|place| gone[place] = true);
        let mut gone = gone.into_iter();
        self.resizable(vm)?
            .retain(|_| !gone.next().unwrap_or(false));
        Ok(())
    }

    /// What a slice is assigned: bytes, or an iterable of numbers.
    fn replacement(&self, vm: &Vm, value: &Value) -> Res<Vec<u8>> {
        if let Some(data) = vm.buffer(value) {
            return Ok(data);
        }
        match vm.unwrapped(value) {
            plain if matches!(plain, Value::Str(_)) || Number::of(&plain).is_some() => {
                let message =
                    "can assign only bytes, buffers, or iterables of ints in range(0, 256)";
                Err(vm.type_error(message))
            }
            _ => make::data(vm, "bytearray", &[Value::None, value.clone()]),
        }
    }
}

impl Object for ByteArray {
    fn is_tracked() -> bool {
        false
    }

    fn has_plain_methods(&self) -> bool {
        true
    }

    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.bytearray.clone()
    }

    fn traverse(&self, _visit: &mut dyn FnMut(&Value)) {}

    fn clear(&self) {}

    fn memory(&self, access: &mut dyn FnMut(Memory<'_>)) -> bool {
        access(Memory::Writable(&mut self.data.borrow_mut()));
        true
    }

    fn count_view(&self, change: isize) {
        self.views
            .set(self.views.get().saturating_add_signed(change));
    }

    fn buffer(&self) -> Option<Vec<u8>> {
        Some(self.data.borrow().clone())
    }

    fn len(&self, _vm: &Vm, _this: &Value) -> Res<Option<usize>> {
        Ok(Some(self.len()))
    }

    fn iter(&self, _vm: &Vm, this: &Value) -> Res<Option<Value>> {
        Ok(Some(ItemIterator::over_bytes(this)))
    }

    fn contains(&self, vm: &Vm, _this: &Value, item: &Value) -> Res<Option<bool>> {
        let found = |needle: &[u8]| search::find(&self.data.borrow(), needle).is_some();
        super::bytes::contains(vm, item, found).map(Some)
    }

    fn get_item(&self, vm: &Vm, _this: &Value, index: &Value) -> Res<Option<Value>> {
        if let Some(place) = sequence::position(vm, index, || self.len())? {
            let byte = place.and_then(|place| self.data.borrow().get(place).copied());
            return match byte {
                Some(byte) => Ok(Some(Value::Int(i64::from(byte)))),
                None => Err(vm.index_error("bytearray index out of range")),
            };
        }
        match Slice::of(index) {
            Some(slice) => {
                let bounds = slice.bounds(vm, || self.len())?;
                let part = bounds.pick(&self.data.borrow());
                Ok(Some(Value::from(ByteArray::new(part))))
            }
            None => Err(refuse_index(vm, index)),
        }
    }

    fn set_item(&self, vm: &Vm, _this: &Value, index: &Value, value: Option<Value>) -> Res<bool> {
        if let Some(place) = sequence::position(vm, index, || self.len())? {
            self.set_place(vm, place, value)?;
            return Ok(true);
        }
        match Slice::of(index) {
            Some(slice) => self.set_slice(vm, slice, value).map(|()| true),
            None => Err(refuse_index(vm, index)),
        }
    }

    fn binary(
        &self,
        vm: &Vm,
        _this: &Value,
        op: BinaryOp,
        other: &Value,
        reflected: bool,
    ) -> Res<Option<Value>> {
        if op != BinaryOp::Mod || reflected {
            return Ok(None);
        }
        let format = self.data.borrow().clone();
        let data = super::str_methods::percent::format(vm, &format, other, Units::Bytes)?;
        Ok(Some(Value::from(ByteArray::new(data))))
    }
}

fn refuse_index(vm: &Vm, index: &Value) -> crate::interp::Raised {
    let class = vm.class_name(index);
    vm.type_error(&format!(
        "bytearray indices must be integers or slices, not {class}"
    ))
}

/// The row of `bytearray`.
pub const TYPE: TypeDef = TypeDef {
    name: "bytearray",
    doc: "Bytes that can be changed: from numbers, from a text in an encoding, or so many zeros.",
    new: Some(native(
        "__new__",
        "(*args, **kwargs)",
        "Makes an empty bytearray.",
        |_, _| Ok(Value::from(ByteArray::new(Vec::new()))),
    )),
    init: Some(native(
        "__init__",
        "(source=b'', encoding='utf-8', errors='strict')",
        "Fills the bytearray.",
        |vm, a| {
            let array = array(vm, &a[0])?;
            array.resizable_to(vm, 0)?.clear();
            let data = make::data(vm, "bytearray", a)?;
            array
                .resizable_to(vm, array.len() + data.len())?
                .extend(data);
            Ok(Value::None)
        },
    )),
    methods: METHODS,
    class_methods: &[native(
        "fromhex",
        "(string, /)",
        "The bytearray that hexadecimal digits write.",
        |vm, a| {
            let made = Value::from(ByteArray::new(hex::read(vm, &a[1])?));
            match &a[0] {
                Value::Class(class) if !class.same(&vm.types.bytearray) => {
                    vm.call_with(&a[0], &[made])
                }
                _ => Ok(made),
            }
        },
    )],
    static_methods: &[native(
        "maketrans",
        "(frm, to, /)",
        "A table for translate().",
        make::make_table,
    )],
    slots: &[
        "__repr__",
        "__str__",
        "__lt__",
        "__le__",
        "__eq__",
        "__ne__",
        "__gt__",
        "__ge__",
        "__iter__",
        "__mod__",
        "__rmod__",
        "__len__",
        "__getitem__",
        "__setitem__",
        "__delitem__",
        "__add__",
        "__mul__",
        "__rmul__",
        "__contains__",
        "__iadd__",
        "__imul__",
        "__buffer__",
        "__release_buffer__",
    ],
    is_base: true,
    unhashable: true,
    ..TypeDef::PLAIN
};

const METHODS: &[NativeDef] = shared_methods![
    native(
        "__alloc__",
        "()",
        "How many bytes there is room for.",
        |vm, a| {
            let array = array(vm, &a[0])?;
            let room = array.borrow().capacity();
            Ok(Value::from(room))
        }
    ),
    copying::reduce(|vm, a| reduce(vm, a, 2)),
    native(
        "__reduce_ex__",
        "(proto=0, /)",
        "How a copy is made.",
        |vm, a| {
            let protocol = match a.get(1).and_then(Value::given) {
                Some(protocol) => vm.index_size(protocol)?,
                None => 0,
            };
            reduce(vm, a, protocol)
        }
    ),
    native("__sizeof__", "()", "How many bytes it takes.", |vm, a| {
        let array = array(vm, &a[0])?;
        let room = array.borrow().capacity();
        Ok(Value::from(56 + room))
    }),
    native("append", "(item, /)", "Adds a byte at the end.", |vm, a| {
        let byte = vm.byte(&a[1], "byte must be in range(0, 256)")?;
        array(vm, &a[0])?.resizable(vm)?.push(byte);
        Ok(Value::None)
    }),
    native("clear", "()", "Removes all bytes.", |vm, a| {
        array(vm, &a[0])?.resizable_to(vm, 0)?.clear();
        Ok(Value::None)
    }),
    native("copy", "()", "A copy.", |vm, a| {
        let data = Receiver::of(vm, &a[0])?.data;
        Ok(Value::from(ByteArray::new(data.to_vec())))
    }),
    native(
        "extend",
        "(iterable_of_ints, /)",
        "Adds bytes at the end.",
        extend
    ),
    native(
        "insert",
        "(index, item, /)",
        "Puts a byte before a place.",
        insert
    ),
    native("pop", "(index=-1, /)", "Removes a byte and gives it.", pop),
    native(
        "remove",
        "(value, /)",
        "Removes the first such byte.",
        remove
    ),
    native("reverse", "()", "Turns the bytes round.", |vm, a| {
        array(vm, &a[0])?.borrow_mut().reverse();
        Ok(Value::None)
    }),
];

/// The bytearray that a receiver is.
fn array(vm: &Vm, receiver: &Value) -> Res<Ref<ByteArray>> {
    match vm.unwrapped(receiver).downcast::<ByteArray>() {
        Some(array) => Ok(array.clone()),
        None => Err(vm.descriptor_error("bytearray", receiver)),
    }
}

/// Up to protocol 2 the bytes are told as text, since pickles have no bytes there.
fn reduce(vm: &Vm, a: &[Value], protocol: i64) -> Res {
    let data = array(vm, &a[0])?.borrow().clone();
    let args = match protocol {
        _ if data.is_empty() => Vec::new(),
        ..3 => {
            let text: String = data.iter().map(|&byte| char::from(byte)).collect();
            vec![Value::from(text), Value::str("latin-1")]
        }
        _ => vec![Value::from(Bytes::new(data))],
    };
    let state = vm.call_method(&a[0], &vm.name("__getstate__"), &[])?;
    let class = Value::Class(vm.class_of(&a[0]));
    Ok(copying::parts(class, args, Some(state)))
}

fn extend(vm: &Vm, a: &[Value]) -> Res {
    let array = array(vm, &a[0])?;
    if let Some(data) = vm.buffer(&a[1]) {
        array
            .resizable_to(vm, array.len() + data.len())?
            .extend_from_slice(&data);
        return Ok(Value::None);
    }
    let iterator = match vm.iter(&a[1]) {
        Ok(iterator) => iterator,
        Err(raised) => {
            vm.catch(raised, &vm.types.type_error)?;
            let class = vm.class_name(&a[1]);
            return Err(vm.type_error(&format!("can't extend bytearray with {class}")));
        }
    };
    let mut data = Vec::new();
    if data.try_reserve(vm.length_hint(&a[1])?).is_err() {
        return Err(vm.memory_error());
    }
    while let Some(item) = vm.next_item(&iterator)? {
        match vm.byte(&item, "byte must be in range(0, 256)") {
            Ok(byte) => data.push(byte),
            Err(raised) if matches!(vm.unwrapped(&a[1]), Value::Str(_)) => {
                vm.catch(raised, &vm.types.type_error)?;
                let class = vm.class_name(&item);
                return Err(
                    vm.type_error(&format!("expected iterable of integers; got: '{class}'"))
                );
            }
            Err(raised) => return Err(raised),
        }
        vm.poll()?;
    }
    array
        .resizable_to(vm, array.len() + data.len())?
        .extend_from_slice(&data);
    Ok(Value::None)
}

fn insert(vm: &Vm, a: &[Value]) -> Res {
    let array = array(vm, &a[0])?;
    let index = vm.index_size(&a[1])?;
    let byte = vm.byte(&a[2], "byte must be in range(0, 256)")?;
    let mut data = array.resizable(vm)?;
    let length = data.len() as i64;
    let place = if index < 0 {
        index.saturating_add(length)
    } else {
        index
    };
    data.insert(place.clamp(0, length) as usize, byte);
    Ok(Value::None)
}

fn pop(vm: &Vm, a: &[Value]) -> Res {
    let array = array(vm, &a[0])?;
    let index = match a.get(1).and_then(Value::given) {
        Some(index) => vm.index_size(index)?,
        None => -1,
    };
    let length = array.len() as i64;
    if length == 0 {
        return Err(vm.index_error("pop from empty bytearray"));
    }
    let place = if index < 0 {
        index.saturating_add(length)
    } else {
        index
    };
    if !(0..length).contains(&place) {
        return Err(vm.index_error("pop index out of range"));
    }
    let byte = array.resizable(vm)?.remove(place as usize);
    Ok(Value::Int(i64::from(byte)))
}

fn remove(vm: &Vm, a: &[Value]) -> Res {
    let array = array(vm, &a[0])?;
    let byte = vm.byte(&a[1], "byte must be in range(0, 256)")?;
    let place = array.borrow().iter().position(|&own| own == byte);
    match place {
        Some(place) => {
            array.resizable(vm)?.remove(place);
            Ok(Value::None)
        }
        None => Err(vm.value_error("value not found in bytearray")),
    }
}
