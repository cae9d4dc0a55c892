//! `bytes`: bytes that stay. The methods are in `bytes_methods/`.

use super::bytes_methods::{Receiver, build, change, find, hex, make, shared_methods, split, test};
use super::class::{Class, TypeDef};
use super::counted::Ref;
use super::iterators::sequences::ItemIterator;
use super::native::{NativeDef, native};
use super::object::{Memory, Object};
use super::sequence;
use super::slice::Slice;
use super::tuple::Tuple;
use super::value::Value;
use crate::interp::{Res, Vm};
use crate::text::search::{self, Units};
use snakelet_grammar::ast::BinaryOp;

/// A `bytes` object.
pub struct Bytes(Box<[u8]>);

impl Bytes {
    /// A `bytes` object of `data`.
    pub fn new(data: Vec<u8>) -> Ref<Bytes> {
        Ref::new(Bytes(data.into_boxed_slice()))
    }

    /// Its bytes.
    #[inline(always)]
    pub fn data(&self) -> &[u8] {
        &self.0
    }
}

impl Object for Bytes {
    fn is_tracked() -> bool {
        false
    }

    fn has_plain_methods(&self) -> bool {
        true
    }

    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.bytes.clone()
    }

    fn traverse(&self, _visit: &mut dyn FnMut(&Value)) {}

    fn clear(&self) {}

    fn memory(&self, access: &mut dyn FnMut(Memory<'_>)) -> bool {
        access(Memory::Fixed(self.data()));
        true
    }

    fn buffer(&self) -> Option<Vec<u8>> {
        Some(self.0.to_vec())
    }

    fn len(&self, _vm: &Vm, _this: &Value) -> Res<Option<usize>> {
        Ok(Some(self.0.len()))
    }

    fn iter(&self, _vm: &Vm, this: &Value) -> Res<Option<Value>> {
        Ok(Some(ItemIterator::over_bytes(this)))
    }

    fn contains(&self, vm: &Vm, _this: &Value, item: &Value) -> Res<Option<bool>> {
        contains(vm, item, |needle| search::find(&self.0, needle).is_some()).map(Some)
    }

    fn get_item(&self, vm: &Vm, _this: &Value, index: &Value) -> Res<Option<Value>> {
        if let Some(place) = sequence::position(vm, index, || self.0.len())? {
            return match place {
                Some(place) => Ok(Some(Value::Int(i64::from(self.0[place])))),
                None => Err(vm.index_error("index out of range")),
            };
        }
        match Slice::of(index) {
            Some(slice) => {
                let bounds = slice.bounds(vm, || self.0.len())?;
                Ok(Some(Value::from(Bytes::new(bounds.pick(&self.0)))))
            }
            None => {
                let class = vm.class_name(index);
                let message = format!("byte indices must be integers or slices, not {class}");
                Err(vm.type_error(&message))
            }
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
        let data = super::str_methods::percent::format(vm, &self.0, other, Units::Bytes)?;
        Ok(Some(Value::from(Bytes::new(data))))
    }
}

/// Whether `search` finds the bytes, or the one byte, that `item` stands for.
pub(super) fn contains(vm: &Vm, item: &Value, search: impl FnOnce(&[u8]) -> bool) -> Res<bool> {
    if vm.is_index(item) {
        let byte = vm.byte(item, "byte must be in range(0, 256)")?;
        return Ok(search(&[byte]));
    }
    Ok(search(&vm.expect_buffer(item)?))
}

/// The row of `bytes`.
pub const TYPE: TypeDef = TypeDef {
    name: "bytes",
    doc: "Bytes that stay: from numbers, from a text in an encoding, or so many zeros.",
    new: Some(native(
        "__new__",
        "(source=b'', encoding='utf-8', errors='strict')",
        "Makes bytes.",
        |vm, a| {
            if let Some(given) = make::given_whole(vm, a)? {
                return Ok(given);
            }
            let data = make::data(vm, "bytes", a)?;
            Ok(Value::from(Bytes::new(data)))
        },
    )),
    methods: METHODS,
    class_methods: &[native(
        "fromhex",
        "(string, /)",
        "The bytes that hexadecimal digits write.",
        |vm, a| {
            let made = Value::from(Bytes::new(hex::read(vm, &a[1])?));
            match &a[0] {
                Value::Class(class) if !class.same(&vm.types.bytes) => vm.call_with(&a[0], &[made]),
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
        "__hash__",
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
        "__add__",
        "__mul__",
        "__rmul__",
        "__contains__",
        "__buffer__",
    ],
    is_base: true,
    ..TypeDef::PLAIN
};

const METHODS: &[NativeDef] = shared_methods![
    native("__bytes__", "()", "The bytes themselves.", |vm, a| {
        let receiver = Receiver::of(vm, &a[0])?;
        Ok(Value::from(Bytes::new(receiver.data.to_vec())))
    }),
    native(
        "__getnewargs__",
        "()",
        "What a copy is made from.",
        |vm, a| {
            let data = vm.unwrapped(&a[0]);
            Ok(Value::from(Tuple::new(vec![data])))
        }
    ),
];
