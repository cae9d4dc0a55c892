//! `memoryview`: a look at the bytes of another object, without a copy. One dimension only; what items mean is a format
//! letter of `struct`.

use super::bytes::Bytes;
use super::bytes_methods::hex;
use super::class::{Class, TypeDef};
use super::counted::{CloneCell, Ref};
use super::iterator::SequenceIterator;
use super::list::List;
use super::native::{GetterDef, NativeDef, getter, native};
use super::number::Integer;
use super::object::{Memory, Object};
use super::sequence;
use super::slice::Slice;
use super::str_methods::str_argument;
use super::tuple::Tuple;
use super::value::Value;
use crate::interp::{Raised, Res, Vm};
use num_traits::ToPrimitive;
use snakelet_grammar::ast::CompareOp;

/// A memory view.
pub struct MemoryView {
    /// The object that owns the bytes; `Undef` once the view is released.
    owner: CloneCell<Value>,
    /// Where the first item begins, in bytes.
    start: usize,
    /// How far apart the items are, in bytes.
    stride: isize,
    /// How many items there are.
    count: usize,
    format: Format,
    readonly: bool,
}

/// What an item means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Format(u8);

impl Format {
    fn of(text: &str) -> Option<Format> {
        let letter = text.strip_prefix('@').unwrap_or(text);
        match letter.as_bytes() {
            [letter] if b"cbB?hHiIlLqQnNfd".contains(letter) => Some(Format(*letter)),
            _ => None,
        }
    }

    fn size(self) -> usize {
        match self.0 {
            b'h' | b'H' => 2,
            b'i' | b'I' | b'f' | b'w' | b'u' => 4,
            b'l' | b'L' | b'q' | b'Q' | b'n' | b'N' | b'd' => 8,
            _ => 1,
        }
    }

    fn is_bytes(self) -> bool {
        matches!(self.0, b'b' | b'B' | b'c')
    }

    /// The value of an item.
    fn read(self, item: &[u8]) -> Value {
        let mut wide = [0; 8];
        wide[..item.len()].copy_from_slice(item);
        let unsigned = u64::from_le_bytes(wide);
        let unused = 64 - 8 * item.len() as u32;
        let signed = (unsigned << unused) as i64 >> unused;
        match self.0 {
            b'c' => Value::from(Bytes::new(item.to_vec())),
            b'?' => Value::bool(unsigned != 0),
            b'f' => Value::float(f64::from(f32::from_bits(unsigned as u32))),
            b'd' => Value::float(f64::from_bits(unsigned)),
            b'b' | b'h' | b'i' | b'l' | b'q' | b'n' => Value::Int(signed),
            _ => Value::from(num_bigint::BigInt::from(unsigned)),
        }
    }

    /// The bytes of a value.
    fn write(self, vm: &Vm, value: &Value) -> Res<Vec<u8>> {
        let letter = char::from(self.0);
        let wrong_type =
            |vm: &Vm| vm.type_error(&format!("memoryview: invalid type for format '{letter}'"));
        let wrong_value =
            |vm: &Vm| vm.value_error(&format!("memoryview: invalid value for format '{letter}'"));
        match self.0 {
            b'c' => match vm.buffer(value) {
                Some(data) if data.len() == 1 => Ok(data),
                Some(_) => Err(wrong_value(vm)),
                None => Err(wrong_type(vm)),
            },
            b'?' => Ok(vec![u8::from(vm.truth(value)?)]),
            b'f' | b'd' => {
                let Some(number) = vm.float_opt(value)? else {
                    return Err(wrong_type(vm));
                };
                Ok(match self.0 {
                    b'f' => (number as f32).to_le_bytes().to_vec(),
                    _ => number.to_le_bytes().to_vec(),
                })
            }
            _ => {
                let Some(index) = vm.index_opt(value)? else {
                    return Err(wrong_type(vm));
                };
                let Some(number) = Integer::of(&index).and_then(|number| number.to_big().to_i128())
                else {
                    return Err(wrong_value(vm));
                };
                let bits = 8 * self.size() as u32;
                let range = if self.0.is_ascii_lowercase() {
                    -(1 << (bits - 1))..1 << (bits - 1)
                } else {
                    0..1i128 << bits
                };
                if !range.contains(&number) {
                    return Err(wrong_value(vm));
                }
                Ok(number.to_le_bytes()[..self.size()].to_vec())
            }
        }
    }
}

impl MemoryView {
    fn over(vm: &Vm, object: &Value) -> Res<Ref<MemoryView>> {
        let plain = vm.unwrapped(object);
        if let Some(view) = plain.downcast::<MemoryView>() {
            view.owner(vm)?;
            return Ok(view.part(view.start, view.stride, view.count, view.format));
        }
        let mut lent = None;
        if let Some(object) = plain.object() {
            object.memory(&mut |memory| {
                let readonly = matches!(memory, Memory::Fixed(_));
                lent = Some((memory.bytes().len(), readonly));
            });
        }
        let (Some((length, readonly)), Some(lender)) = (lent, plain.object()) else {
            let class = vm.class_name(object);
            return Err(vm.type_error(&format!(
                "memoryview: a bytes-like object is required, not '{class}'"
            )));
        };
        lender.count_view(1);
        let format = Format(lender.item_format());
        Ok(Ref::new(MemoryView {
            owner: CloneCell::new(plain),
            start: 0,
            stride: format.size() as isize,
            count: length / format.size(),
            format,
            readonly,
        }))
    }

    /// Another view of the same object.
    fn part(&self, start: usize, stride: isize, count: usize, format: Format) -> Ref<MemoryView> {
        let owner = self.owner.get();
        if let Some(lender) = owner.object() {
            lender.count_view(1);
        }
        Ref::new(MemoryView {
            owner: CloneCell::new(owner),
            start,
            stride,
            count,
            format,
            readonly: self.readonly,
        })
    }

    /// The object that owns the bytes; `ValueError` once the view is released.
    fn owner(&self, vm: &Vm) -> Res {
        match self.owner.get() {
            Value::Undef => {
                Err(vm.value_error("operation forbidden on released memoryview object"))
            }
            owner => Ok(owner),
        }
    }

    fn release(&self) {
        let owner = self.owner.take();
        if let Some(lender) = owner.object() {
            lender.count_view(-1);
        }
    }

    fn place(&self, index: usize) -> usize {
        self.start.wrapping_add_signed(self.stride * index as isize)
    }

    /// Calls `body` with all bytes of the owner.
    fn with_bytes<T>(owner: &Value, body: impl FnOnce(&[u8]) -> T) -> Option<T> {
        let (mut body, mut made) = (Some(body), None);
        owner.object()?.memory(&mut |memory| {
            made = body.take().map(|body| body(memory.bytes()));
        });
        made
    }

    fn item(&self, owner: &Value, index: usize) -> Option<Value> {
        let place = self.place(index);
        let range = place..place + self.format.size();
        MemoryView::with_bytes(owner, |data| {
            data.get(range).map(|item| self.format.read(item))
        })?
    }

    /// The bytes of the items, in their order.
    fn to_vec(&self, owner: &Value) -> Vec<u8> {
        let size = self.format.size();
        let copy = |data: &[u8]| {
            let items = (0..self.count).filter_map(|index| {
                let place = self.place(index);
                data.get(place..place + size)
            });
            items.flatten().copied().collect()
        };
        MemoryView::with_bytes(owner, copy).unwrap_or_default()
    }

    fn store(&self, vm: &Vm, owner: &Value, index: usize, item: &[u8]) -> Res<()> {
        let place = self.place(index);
        let mut stored = false;
        if let Some(lender) = owner.object() {
            lender.memory(&mut |memory| {
                if let Memory::Writable(data) = memory {
                    stored = true;
                    if let Some(own) = data.get_mut(place..place + item.len()) {
                        own.copy_from_slice(item);
                    }
                }
            });
        }
        if stored {
            return Ok(());
        }
        Err(vm.type_error("cannot modify read-only memory"))
    }

    fn store_slice(&self, vm: &Vm, slice: &Slice, value: &Value) -> Res<()> {
        let source = MemoryView::over(vm, value)?;
        let bounds = slice.bounds(vm, || self.count)?;
        let owner = &self.owner(vm)?;
        if source.format != self.format || source.count != bounds.count {
            let message = "memoryview assignment: lvalue and rvalue have different structures";
            return Err(vm.value_error(message));
        }
        let data = source.to_vec(&source.owner(vm)?);
        for (index, item) in bounds.places().zip(data.chunks(self.format.size())) {
            self.store(vm, owner, index, item)?;
        }
        Ok(())
    }

    fn items(&self, owner: &Value) -> Vec<Value> {
        let items = (0..self.count).filter_map(|index| self.item(owner, index));
        items.collect()
    }
}

impl Drop for MemoryView {
    fn drop(&mut self) {
        self.release();
    }
}

impl Object for MemoryView {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.memoryview.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.owner.get());
    }

    fn clear(&self) {
        self.release();
    }

    fn repr(&self, _vm: &Vm, this: &Value) -> Res<Option<String>> {
        let address = this.address().unwrap_or(0);
        let released = if self.owner.get().is_undef() {
            "released memory"
        } else {
            "memory"
        };
        Ok(Some(format!("<{released} at 0x{address:x}>")))
    }

    fn memory(&self, access: &mut dyn FnMut(Memory<'_>)) -> bool {
        let owner = self.owner.get();
        if owner.is_undef() {
            return false;
        }
        let mut items = self.to_vec(&owner);
        if self.readonly {
            access(Memory::Fixed(&items));
            return true;
        }
        access(Memory::Writable(&mut items));
        let size = self.format.size();
        let Some(lender) = owner.object() else {
            return false;
        };
        lender.memory(&mut |memory| {
            let Memory::Writable(data) = memory else {
                return;
            };
            for (index, item) in items.chunks_exact(size).enumerate() {
                let place = self.place(index);
                if let Some(own) = data.get_mut(place..place + size) {
                    own.copy_from_slice(item);
                }
            }
        });
        true
    }

    fn item_format(&self) -> u8 {
        self.format.0
    }

    fn buffer(&self) -> Option<Vec<u8>> {
        let owner = self.owner.get();
        (!owner.is_undef()).then(|| self.to_vec(&owner))
    }

    fn hash(&self, vm: &Vm, _this: &Value) -> Res<Option<i64>> {
        let owner = self.owner(vm)?;
        if !self.readonly {
            return Err(vm.value_error("cannot hash writable memoryview object"));
        }
        if !self.format.is_bytes() {
            let message = "memoryview: hashing is restricted to formats 'B', 'b' or 'c'";
            return Err(vm.value_error(message));
        }
        let data = self.to_vec(&owner);
        Ok(Some(crate::interp::hash::hash_bytes(&data)))
    }

    fn compare(&self, vm: &Vm, this: &Value, op: CompareOp, other: &Value) -> Res<Option<Value>> {
        if !matches!(op, CompareOp::Eq | CompareOp::NotEq) {
            return Ok(None);
        }
        let same = match (self.owner(vm), MemoryView::over(vm, other)) {
            (Ok(owner), Ok(other)) => {
                let theirs = other.items(&other.owner(vm)?);
                let ours = self.items(&owner);
                let pairs = ours.iter().zip(&theirs);
                let mut same = ours.len() == theirs.len();
                for (a, b) in pairs {
                    same = same && vm.equal(a, b)?;
                }
                same
            }
            _ => {
                drop(vm.take_raised());
                if vm.unwrapped(other).downcast::<MemoryView>().is_none() {
                    return Ok(None);
                }
                this.is(other)
            }
        };
        Ok(Some(Value::bool(same == (op == CompareOp::Eq))))
    }

    fn len(&self, vm: &Vm, _this: &Value) -> Res<Option<usize>> {
        self.owner(vm)?;
        Ok(Some(self.count))
    }

    fn iter(&self, vm: &Vm, this: &Value) -> Res<Option<Value>> {
        self.owner(vm)?;
        Ok(Some(SequenceIterator::over(this.clone())))
    }

    fn get_item(&self, vm: &Vm, this: &Value, index: &Value) -> Res<Option<Value>> {
        self.owner(vm)?;
        if let Value::Ellipsis = index {
            return Ok(Some(this.clone()));
        }
        if let Some(place) = sequence::position(vm, index, || self.count)? {
            // Its `__index__` may have released the view.
            let owner = self.owner(vm)?;
            return match place.and_then(|place| self.item(&owner, place)) {
                Some(item) => Ok(Some(item)),
                None => Err(vm.index_error("index out of bounds on dimension 1")),
            };
        }
        match Slice::of(index) {
            Some(slice) => {
                let bounds = slice.bounds(vm, || self.count)?;
                let start = self
                    .start
                    .wrapping_add_signed(self.stride * bounds.start as isize);
                let stride = self.stride * bounds.step as isize;
                let part = self.part(start, stride, bounds.count, self.format);
                Ok(Some(Value::from(part)))
            }
            None => Err(vm.type_error("memoryview: invalid slice key")),
        }
    }

    fn set_item(&self, vm: &Vm, _this: &Value, index: &Value, value: Option<Value>) -> Res<bool> {
        self.owner(vm)?;
        if self.readonly {
            return Err(vm.type_error("cannot modify read-only memory"));
        }
        let Some(value) = value else {
            return Err(vm.type_error("cannot delete memory"));
        };
        if let Some(place) = sequence::position(vm, index, || self.count)? {
            let Some(place) = place else {
                return Err(vm.index_error("index out of bounds on dimension 1"));
            };
            let item = self.format.write(vm, &value)?;
            self.store(vm, &self.owner(vm)?, place, &item)?;
            return Ok(true);
        }
        match Slice::of(index) {
            Some(slice) => self.store_slice(vm, slice, &value).map(|()| true),
            None => Err(vm.type_error("memoryview: invalid slice key")),
        }
    }
}

/// The row of `memoryview`.
pub const TYPE: TypeDef = TypeDef {
    weakly_referable: true,
    name: "memoryview",
    doc: "A look at the bytes of another object, without a copy.",
    new: Some(native(
        "__new__",
        "(object)",
        "Looks at an object.",
        |vm, a| MemoryView::over(vm, &a[1]).map(Value::from),
    )),
    methods: METHODS,
    getters: GETTERS,
    slots: &[
        "__repr__",
        "__hash__",
        "__lt__",
        "__le__",
        "__eq__",
        "__ne__",
        "__gt__",
        "__ge__",
        "__iter__",
        "__len__",
        "__getitem__",
        "__setitem__",
        "__delitem__",
    ],
    is_base: false,
    ..TypeDef::PLAIN
};

const METHODS: &[NativeDef] = &[
    native("release", "()", "Lets go of the object.", |vm, a| {
        view(vm, &a[0])?.release();
        Ok(Value::None)
    }),
    native("tobytes", "(order='C')", "A copy of the bytes.", |vm, a| {
        let (view, owner) = lent(vm, &a[0])?;
        Ok(Value::from(Bytes::new(view.to_vec(&owner))))
    }),
    native(
        "hex",
        "(sep=<unrepresentable>, bytes_per_sep=1)",
        "The bytes as hexadecimal digits.",
        |vm, a| {
            lent(vm, &a[0])?;
            let data = || lent(vm, &a[0]).map(|(view, owner)| view.to_vec(&owner));
            hex::written(vm, data, a).map(Value::from)
        },
    ),
    native("tolist", "()", "The items as a list.", |vm, a| {
        let (view, owner) = lent(vm, &a[0])?;
        Ok(Value::from(List::new(view.items(&owner))))
    }),
    native(
        "cast",
        "(format, shape=<unrepresentable>)",
        "The same bytes as items of another format.",
        cast,
    ),
    native(
        "toreadonly",
        "()",
        "A view that changes nothing.",
        |vm, a| {
            let (view, _) = lent(vm, &a[0])?;
            let mut part = view.part(view.start, view.stride, view.count, view.format);
            if let Some(part) = part.get_mut() {
                part.readonly = true;
            }
            Ok(Value::from(part))
        },
    ),
    native("__enter__", "()", "The view itself.", |vm, a| {
        lent(vm, &a[0])?;
        Ok(a[0].clone())
    }),
    native(
        "__exit__",
        "(*exc_info)",
        "Lets go of the object.",
        |vm, a| {
            view(vm, &a[0])?.release();
            Ok(Value::None)
        },
    ),
];

const GETTERS: &[GetterDef] = &[
    getter("obj", "The object.", |vm, object| Ok(lent(vm, object)?.1)),
    getter("nbytes", "How many bytes the items take.", |vm, object| {
        let view = lent(vm, object)?.0;
        Ok(Value::from(view.count * view.format.size()))
    }),
    getter("readonly", "Whether it changes nothing.", |vm, object| {
        Ok(Value::bool(lent(vm, object)?.0.readonly))
    }),
    getter("itemsize", "How many bytes an item takes.", |vm, object| {
        Ok(Value::from(lent(vm, object)?.0.format.size()))
    }),
    getter("format", "What an item means.", |vm, object| {
        let letter = char::from(lent(vm, object)?.0.format.0);
        Ok(Value::from(letter.to_string()))
    }),
    getter("ndim", "How many dimensions there are: 1.", |vm, object| {
        lent(vm, object).map(|_| Value::Int(1))
    }),
    getter(
        "shape",
        "How many items each dimension has.",
        |vm, object| {
            let count = Value::from(lent(vm, object)?.0.count);
            Ok(Value::from(Tuple::new(vec![count])))
        },
    ),
    getter("strides", "How far apart the items are.", |vm, object| {
        let stride = lent(vm, object)?.0.stride as i64;
        Ok(Value::from(Tuple::new(vec![Value::Int(stride)])))
    }),
    getter(
        "suboffsets",
        "Nothing: there are no pointers.",
        |vm, object| lent(vm, object).map(|_| vm.empty_tuple()),
    ),
    getter("c_contiguous", "Whether there are no gaps.", contiguous),
    getter("f_contiguous", "Whether there are no gaps.", contiguous),
    getter("contiguous", "Whether there are no gaps.", contiguous),
];

/// The view that a receiver is.
fn view(vm: &Vm, receiver: &Value) -> Res<Ref<MemoryView>> {
    match receiver.downcast::<MemoryView>() {
        Some(view) => Ok(view.clone()),
        None => Err(vm.descriptor_error("memoryview", receiver)),
    }
}

/// The view that a receiver is, and the object it looks at.
fn lent(vm: &Vm, receiver: &Value) -> Res<(Ref<MemoryView>, Value)> {
    let view = view(vm, receiver)?;
    let owner = view.owner(vm)?;
    Ok((view, owner))
}

fn contiguous(vm: &Vm, object: &Value) -> Res {
    Ok(Value::bool(is_contiguous(&lent(vm, object)?.0)))
}

fn is_contiguous(view: &MemoryView) -> bool {
    view.count <= 1 || view.stride == view.format.size() as isize
}

fn cast(vm: &Vm, a: &[Value]) -> Res {
    let (view, _) = lent(vm, &a[0])?;
    let text = str_argument(vm, &a[1], "cast() argument 'format'")?;
    let refuse = |vm: &Vm, message: &str| -> Raised { vm.type_error(message) };
    let Some(format) = Format::of(&text.lossy()) else {
        let message = "memoryview: destination format must be a native single character format prefixed with an optional '@'";
        return Err(vm.value_error(message));
    };
    if !is_contiguous(&view) {
        return Err(refuse(
            vm,
            "memoryview: casts are restricted to C-contiguous views",
        ));
    }
    if !view.format.is_bytes() && !format.is_bytes() {
        let message = "memoryview: cannot cast between two non-byte formats";
        return Err(refuse(vm, message));
    }
    let bytes = view.count * view.format.size();
    if bytes % format.size() != 0 {
        return Err(refuse(
            vm,
            "memoryview: length is not a multiple of itemsize",
        ));
    }
    let count = bytes / format.size();
    if let Some(shape) = a.get(2).and_then(Value::given) {
        let shape = vm.collect(shape)?;
        let [length] = shape.as_slice() else {
            let message = "memoryview: views of several dimensions are not supported";
            return Err(vm.raise_new(&vm.types.not_implemented_error, message));
        };
        if !vm.equal(length, &Value::from(count))? {
            let message = "memoryview: product(shape) * itemsize != buffer size";
            return Err(refuse(vm, message));
        }
    }
    let part = view.part(view.start, format.size() as isize, count, format);
    Ok(Value::from(part))
}
