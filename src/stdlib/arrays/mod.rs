//! `array`: items of one type, kept as their bytes. What an item is stands in `item.rs`, the methods in `methods.rs`.

mod item;
mod methods;

use super::native_class::{add_functions, native_class, set_doc};
use crate::interp::{Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::copying;
use crate::objects::counted::{CloneCell, Ref};
use crate::objects::list::List;
use crate::objects::module::Module;
use crate::objects::native::{NativeDef, native};
use crate::objects::object::{Memory, Object};
use crate::objects::sequence;
use crate::objects::slice::Slice;
use crate::objects::str::Str;
use crate::objects::value::Value;
use item::Code;
use snakelet_grammar::ast::{BinaryOp, CompareOp};
use std::cell::{Cell, RefCell};

/// Fills the module.
pub fn make(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    set_doc(
        vm,
        module,
        "Arrays of characters, integers or floats that are kept as plain bytes.",
    );
    let class = Value::Class(native_class(vm, &methods::TYPE));
    module.dict.set_name(&vm.name("array"), class.clone());
    module.dict.set_name(&vm.name("ArrayType"), class.clone());
    module
        .dict
        .set_name(&vm.name("typecodes"), Value::str(item::ALL));
    add_functions(vm, module, "array", FUNCTIONS);
    let abstract_classes = vm.import("_collections_abc", 0)?;
    let sequence = vm.get_attribute(&abstract_classes, &vm.name("MutableSequence"))?;
    vm.call_method(&sequence, &vm.name("register"), &[class])?;
    Ok(())
}

const FUNCTIONS: &[NativeDef] = &[native(
    "_array_reconstructor",
    "(arraytype, typecode, mformat_code, items, /)",
    "An array from what a pickle keeps of it.",
    methods::rebuild,
)];

/// An array.
pub struct Array {
    code: Code,
    data: RefCell<Vec<u8>>,
    /// How many views look at the bytes, whose number cannot change then.
    views: Cell<usize>,
}

impl Array {
    fn new(code: Code, data: Vec<u8>) -> Ref<Array> {
        Ref::new(Array {
            code,
            data: RefCell::new(data),
            views: Cell::new(0),
        })
    }

    fn length(&self) -> usize {
        self.data.borrow().len() / self.code.size()
    }

    fn get(&self, place: usize) -> Option<Value> {
        let size = self.code.size();
        let data = self.data.borrow();
        Some(self.code.read(data.get(place * size..(place + 1) * size)?))
    }

    fn items(&self) -> Vec<Value> {
        let data = self.data.borrow();
        data.chunks_exact(self.code.size())
            .map(|item| self.code.read(item))
            .collect()
    }

    /// The bytes, to change how many there are; `BufferError` while a view looks at them.
    fn resizable(&self, vm: &Vm) -> Res<std::cell::RefMut<'_, Vec<u8>>> {
        if self.views.get() > 0 {
            let message = "cannot resize an array that is exporting buffers";
            return Err(vm.raise_new(&vm.types.buffer_error, message));
        }
        Ok(self.data.borrow_mut())
    }

    fn push(&self, vm: &Vm, value: &Value) -> Res<()> {
        let item = self.code.write(vm, value)?;
        self.resizable(vm)?
            .extend_from_slice(&item[..self.code.size()]);
        Ok(())
    }

    /// Adds the items of any iterable, or of an array of the same kind.
    fn extend(&self, vm: &Vm, items: &Value) -> Res<()> {
        if let Some(other) = vm.unwrapped(items).downcast::<Array>() {
            if other.code != self.code {
                return Err(vm.type_error("can only extend with array of same kind"));
            }
            let more = other.data.borrow().clone();
            if !more.is_empty() {
                self.resizable(vm)?.extend_from_slice(&more);
            }
            return Ok(());
        }
        vm.for_each(items, |item| {
            self.push(vm, &item)?;
            Ok(true)
        })
    }

    fn repeated(&self, vm: &Vm, times: &Value) -> Res<Vec<u8>> {
        let times = crate::interp::sequence::repetitions(vm, times)?;
        let data = crate::text::search::repeat(&self.data.borrow(), times);
        data.map_err(|fault| vm.fault(fault))
    }

    fn set_slice(&self, vm: &Vm, slice: &Slice, value: Option<Value>) -> Res<()> {
        let size = self.code.size();
        let new = match &value {
            None => Vec::new(),
            Some(value) => match vm.unwrapped(value).downcast::<Array>() {
                Some(other) if other.code == self.code => other.data.borrow().clone(),
                Some(_) => {
                    return Err(vm.type_error("bad argument type for built-in operation"));
                }
                None => {
                    let class = vm.class_name(value);
                    let message = format!("can only assign array (not \"{class}\") to array slice");
                    return Err(vm.type_error(&message));
                }
            },
        };
        let bounds = slice.bounds(vm, || self.length())?;
        let given = new.len() / size;
        if bounds.step == 1 {
            let start = bounds.start as usize * size;
            let end = start + bounds.count * size;
            if given == bounds.count {
                self.data.borrow_mut()[start..end].copy_from_slice(&new);
            } else {
                self.resizable(vm)?.splice(start..end, new);
            }
            return Ok(());
        }
        if value.is_none() {
            let mut gone = vec![false; self.length()];
            bounds.places().for_each(|place| gone[place] = true);
            let mut place = 0;
            self.resizable(vm)?.retain(|_| {
                place += 1;
                !gone[(place - 1) / size]
            });
            return Ok(());
        }
        if given != bounds.count {
            let count = bounds.count;
            return Err(vm.value_error(&format!(
                "attempt to assign array of size {given} to extended slice of size {count}"
            )));
        }
        let mut data = self.data.borrow_mut();
        for (place, item) in bounds.places().zip(new.chunks_exact(size)) {
            data[place * size..(place + 1) * size].copy_from_slice(item);
        }
        Ok(())
    }
}

impl Object for Array {
    fn is_tracked() -> bool {
        false
    }

    fn class(&self, vm: &Vm) -> Ref<Class> {
        native_class(vm, &methods::TYPE)
    }

    fn traverse(&self, _visit: &mut dyn FnMut(&Value)) {}

    fn clear(&self) {}

    fn repr(&self, vm: &Vm, this: &Value) -> Res<Option<String>> {
        let class = vm.class_of(this).name();
        let letter = char::from(self.code.0);
        if self.length() == 0 {
            return Ok(Some(format!("{class}('{letter}')")));
        }
        let shown = if self.code.is_text() {
            vm.repr(&methods::text(vm, self)?)?
        } else {
            vm.repr(&Value::from(List::new(self.items())))?
        };
        Ok(Some(format!("{class}('{letter}', {shown})")))
    }

    fn buffer(&self) -> Option<Vec<u8>> {
        Some(self.data.borrow().clone())
    }

    fn memory(&self, access: &mut dyn FnMut(Memory<'_>)) -> bool {
        access(Memory::Writable(&mut self.data.borrow_mut()));
        true
    }

    fn item_format(&self) -> u8 {
        if self.code.0 == b'u' {
            b'w'
        } else {
            self.code.0
        }
    }

    fn count_view(&self, change: isize) {
        self.views
            .set(self.views.get().saturating_add_signed(change));
    }

    fn len(&self, _vm: &Vm, _this: &Value) -> Res<Option<usize>> {
        Ok(Some(self.length()))
    }

    fn iter(&self, _vm: &Vm, this: &Value) -> Res<Option<Value>> {
        Ok(this.downcast::<Array>().map(ArrayIterator::over))
    }

    fn contains(&self, vm: &Vm, _this: &Value, item: &Value) -> Res<Option<bool>> {
        Ok(Some(
            methods::find(vm, self, item, 0, usize::MAX)?.is_some(),
        ))
    }

    fn get_item(&self, vm: &Vm, _this: &Value, index: &Value) -> Res<Option<Value>> {
        if let Some(place) = sequence::position(vm, index, || self.length())? {
            return match place.and_then(|place| self.get(place)) {
                Some(item) => Ok(Some(item)),
                None => Err(vm.index_error("array index out of range")),
            };
        }
        let Some(slice) = Slice::of(index) else {
            return Err(vm.type_error("array indices must be integers"));
        };
        let bounds = slice.bounds(vm, || self.length())?;
        let size = self.code.size();
        let data = self.data.borrow();
        let places = bounds.places();
        let part = places.flat_map(|place| data[place * size..(place + 1) * size].iter().copied());
        Ok(Some(Value::from(Array::new(self.code, part.collect()))))
    }

    fn set_item(&self, vm: &Vm, _this: &Value, index: &Value, value: Option<Value>) -> Res<bool> {
        let size = self.code.size();
        if let Some(place) = sequence::position(vm, index, || self.length())? {
            let outside = || vm.index_error("array assignment index out of range");
            let place = place.ok_or_else(outside)?;
            let range = place * size..(place + 1) * size;
            match value {
                None => drop(self.resizable(vm)?.drain(range)),
                Some(value) => {
                    let item = self.code.write(vm, &value)?;
                    match self.data.borrow_mut().get_mut(range) {
                        Some(own) => own.copy_from_slice(&item[..size]),
                        None => return Err(outside()),
                    }
                }
            }
            return Ok(true);
        }
        match Slice::of(index) {
            Some(slice) => self.set_slice(vm, slice, value).map(|()| true),
            None => Err(vm.type_error("array indices must be integers")),
        }
    }

    fn compare(&self, vm: &Vm, _this: &Value, op: CompareOp, other: &Value) -> Res<Option<Value>> {
        let plain = vm.unwrapped(other);
        let Some(other) = plain.downcast::<Array>() else {
            return Ok(None);
        };
        // Items are new objects each time they are got: only what `==` says counts, and a nan differs from itself.
        let same = |a: &Value, b: &Value| vm.compare_test(CompareOp::Eq, a, b);
        vm.compare_items_by(op, |place| self.get(place), |place| other.get(place), same)
            .map(Some)
    }

    fn binary(
        &self,
        vm: &Vm,
        _this: &Value,
        op: BinaryOp,
        other: &Value,
        reflected: bool,
    ) -> Res<Option<Value>> {
        match op {
            BinaryOp::Mult if vm.is_index(other) => Ok(Some(Value::from(Array::new(
                self.code,
                self.repeated(vm, other)?,
            )))),
            BinaryOp::Mult => Err(methods::refuse_factor(vm, other)),
            BinaryOp::Add if !reflected => {
                let plain = vm.unwrapped(other);
                let Some(other) = plain.downcast::<Array>() else {
                    let class = vm.class_name(other);
                    let message = format!("can only append array (not \"{class}\") to array");
                    return Err(vm.type_error(&message));
                };
                if other.code != self.code {
                    return Err(vm.type_error("bad argument type for built-in operation"));
                }
                let sum = [
                    self.data.borrow().as_slice(),
                    other.data.borrow().as_slice(),
                ]
                .concat();
                Ok(Some(Value::from(Array::new(self.code, sum))))
            }
            _ => Ok(None),
        }
    }

    fn in_place(&self, vm: &Vm, this: &Value, op: BinaryOp, other: &Value) -> Res<Option<Value>> {
        match op {
            BinaryOp::Add => {
                if vm.unwrapped(other).downcast::<Array>().is_none() {
                    let class = vm.class_name(other);
                    let message = format!("can only extend array with array (not \"{class}\")");
                    return Err(vm.type_error(&message));
                }
                self.extend(vm, other)?;
            }
            BinaryOp::Mult if vm.is_index(other) => {
                let data = self.repeated(vm, other)?;
                if data.len() != self.data.borrow().len() {
                    *self.resizable(vm)? = data;
                }
            }
            BinaryOp::Mult => return Err(methods::refuse_factor(vm, other)),
            _ => return Ok(None),
        }
        Ok(Some(this.clone()))
    }
}

/// An iterator over an array.
struct ArrayIterator {
    array: CloneCell<Option<Ref<Array>>>,
    place: Cell<usize>,
}

impl ArrayIterator {
    fn over(array: &Ref<Array>) -> Value {
        Value::from(Ref::new(ArrayIterator {
            array: CloneCell::new(Some(array.clone())),
            place: Cell::new(0),
        }))
    }
}

static ITERATOR: TypeDef = TypeDef {
    name: "arrayiterator",
    module: "array",
    slots: &["__iter__", "__next__"],
    methods: &[
        copying::reduce(|vm, a| {
            let iterator = iterator(vm, &a[0])?;
            match iterator.array.get() {
                Some(array) => {
                    let place = Value::from(iterator.place.get());
                    copying::by_builtin(vm, "iter", vec![Value::from(array)], Some(place))
                }
                None => {
                    copying::by_builtin(vm, "iter", vec![Value::Tuple(copying::nothing())], None)
                }
            }
        }),
        copying::set_state(|vm, a| {
            let iterator = iterator(vm, &a[0])?;
            let most = iterator.array.get().map_or(0, |array| array.length()) as i64;
            let place = copying::place(vm, &a[1])?.clamp(0, most);
            iterator.place.set(place as usize);
            Ok(Value::None)
        }),
    ],
    ..TypeDef::PLAIN
};

fn iterator<'a>(vm: &Vm, value: &'a Value) -> Res<&'a Ref<ArrayIterator>> {
    value
        .downcast::<ArrayIterator>()
        .ok_or_else(|| vm.descriptor_error("array.arrayiterator", value))
}

impl Object for ArrayIterator {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        native_class(vm, &ITERATOR)
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        if let Some(array) = self.array.get() {
            visit(&Value::from(array));
        }
    }

    fn clear(&self) {
        drop(self.array.take());
    }

    fn iter(&self, _vm: &Vm, this: &Value) -> Res<Option<Value>> {
        Ok(Some(this.clone()))
    }

    fn is_iterator(&self) -> bool {
        true
    }

    fn next(&self, _vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        let Some(array) = self.array.get() else {
            return Ok(None);
        };
        let place = self.place.get();
        let item = array.get(place);
        match item {
            Some(_) => self.place.set(place + 1),
            None => drop(self.array.take()),
        }
        Ok(item)
    }
}

/// A string of the code points that an array of characters holds.
fn string(points: impl Iterator<Item = u32>) -> Value {
    let mut text = Vec::new();
    points.for_each(|point| crate::text::wtf8::push(&mut text, point));
    Value::from(Ref::new(Str::from_wtf8(text)))
}
