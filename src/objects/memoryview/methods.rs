//! What scripts call on a memory view, and its iterator.

use super::format::Format;
use super::shape;
use super::{MemoryView, Shape};
use crate::interp::{Res, Vm};
use crate::objects::bytes::Bytes;
use crate::objects::bytes_methods::hex;
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::{CloneCell, Ref};
use crate::objects::list::List;
use crate::objects::native::{GetterDef, NativeDef, getter, native};
use crate::objects::object::Object;
use crate::objects::str_methods::str_argument;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use std::cell::Cell;

/// What `__buffer__` is asked for by whom wants to write.
const WRITABLE: i64 = 1;

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
    class_methods: &[native(
        "_from_flags",
        "(object, flags)",
        "Looks at an object that is asked for its bytes with these flags.",
        |vm, a| {
            let flags = vm.index_size(&a[2])?;
            expose(vm, &a[1], flags)
        },
    )],
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
        "__buffer__",
        "__release_buffer__",
    ],
    is_base: false,
    ..TypeDef::PLAIN
};

const METHODS: &[NativeDef] = &[
    native("release", "()", "Lets go of the object.", |vm, a| {
        view(vm, &a[0])?.release();
        Ok(Value::None)
    }),
    native("tobytes", "(order='C')", "A copy of the bytes.", to_bytes),
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
        view.format.expect_readable(vm)?;
        to_list(vm, &view, &owner, &view.shape)
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
            let mut part = view.part(view.shape.clone(), view.format);
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
        Ok(Value::from(lent(vm, object)?.0.size()))
    }),
    getter("readonly", "Whether it changes nothing.", |vm, object| {
        Ok(Value::bool(lent(vm, object)?.0.readonly))
    }),
    getter("itemsize", "How many bytes an item takes.", |vm, object| {
        Ok(Value::from(lent(vm, object)?.0.format.size()))
    }),
    getter("format", "What an item means.", |vm, object| {
        Ok(Value::from(lent(vm, object)?.0.format.text()))
    }),
    getter("ndim", "How many dimensions there are.", |vm, object| {
        let dimensions = lent(vm, object)?.0.shape.dimensions().len();
        Ok(Value::from(dimensions))
    }),
    getter(
        "shape",
        "How many items there are along each dimension.",
        |vm, object| {
            let view = lent(vm, object)?.0;
            let counts = view.shape.dimensions().iter().map(|own| own.count);
            Ok(Value::from(Tuple::new(counts.map(Value::from).collect())))
        },
    ),
    getter(
        "strides",
        "How far apart the items are along each dimension, in bytes.",
        |vm, object| {
            let view = lent(vm, object)?.0;
            let strides = view.shape.dimensions().iter().map(|own| own.stride as i64);
            Ok(Value::from(Tuple::new(strides.map(Value::Int).collect())))
        },
    ),
    getter(
        "suboffsets",
        "Nothing: there are no pointers.",
        |vm, object| lent(vm, object).map(|_| vm.empty_tuple()),
    ),
    getter(
        "c_contiguous",
        "Whether there are no gaps, the last dimension the fastest.",
        |vm, object| Ok(Value::bool(lent(vm, object)?.0.is_in_rows())),
    ),
    getter(
        "f_contiguous",
        "Whether there are no gaps, the first dimension the fastest.",
        |vm, object| Ok(Value::bool(is_in_columns(&lent(vm, object)?.0))),
    ),
    getter("contiguous", "Whether there are no gaps.", |vm, object| {
        let view = lent(vm, object)?.0;
        Ok(Value::bool(view.is_in_rows() || is_in_columns(&view)))
    }),
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

fn is_in_columns(view: &MemoryView) -> bool {
    view.shape.is_in_columns(view.format.size())
}

fn to_bytes(vm: &Vm, a: &[Value]) -> Res {
    let (view, _) = lent(vm, &a[0])?;
    let order = match a.get(1).and_then(Value::given) {
        None | Some(Value::None) => "C".to_owned(),
        Some(order) => match vm.unwrapped(order) {
            Value::Str(order) => order.lossy().into_owned(),
            _ => {
                let class = vm.class_name(order);
                return Err(vm.type_error(&format!(
                    "tobytes() argument 'order' must be str or None, not {class}"
                )));
            }
        },
    };
    let owner = view.owner(vm)?;
    let data = match order.as_str() {
        "C" | "A" => view.to_vec(&owner),
        "F" => view.gathered(&owner, view.shape.places_in_columns()),
        _ => return Err(vm.value_error("order must be 'C', 'F' or 'A'")),
    };
    Ok(Value::from(Bytes::new(data)))
}

/// The items of a part of a view: lists in lists, or the one item that has no dimension.
fn to_list(vm: &Vm, view: &MemoryView, owner: &Value, shape: &Shape) -> Res {
    let Some(first) = shape.dimensions().first() else {
        return view.item(vm, owner, shape.start());
    };
    let parts = (0..first.count).filter_map(|at| shape.behind(at));
    let items: Res<Vec<Value>> = parts.map(|part| to_list(vm, view, owner, &part)).collect();
    Ok(Value::from(List::new(items?)))
}

fn cast(vm: &Vm, a: &[Value]) -> Res {
    let text = str_argument(vm, &a[1], "cast() argument 'format'")?;
    let (view, _) = lent(vm, &a[0])?;
    if !view.is_in_rows() {
        let message = "memoryview: casts are restricted to C-contiguous views";
        return Err(vm.type_error(message));
    }
    let dimensions = view.shape.dimensions();
    let given = a.get(2).and_then(Value::given);
    if (given.is_some() || dimensions.len() != 1) && dimensions.iter().any(|own| own.count == 0) {
        let message = "memoryview: cannot cast view with zeros in shape or strides";
        return Err(vm.type_error(message));
    }
    let elements = match given {
        Some(given) => Some(shape::elements(vm, given, dimensions.len())?),
        None => None,
    };
    if !text.is_ascii() {
        let ascii = [Value::str("ascii")];
        vm.call_method(&a[1], &vm.name("encode"), &ascii)?;
    }
    let Some(format) = Format::of(&text.lossy()) else {
        let message = "memoryview: destination format must be a native single character format prefixed with an optional '@'";
        return Err(vm.value_error(message));
    };
    if !view.format.is_bytes() && !format.is_bytes() {
        let message = "memoryview: cannot cast between two non-byte formats";
        return Err(vm.type_error(message));
    }
    let mut shape = view.shape.recast(vm, view.size(), format.size())?;
    if let Some(elements) = elements {
        shape = shape.folded(vm, &elements, format.size())?;
    }
    Ok(Value::from(view.part(shape, format)))
}

/// `__buffer__`: a view of what an object lends.
pub fn expose(vm: &Vm, object: &Value, flags: i64) -> Res {
    let view = MemoryView::over(vm, object)?;
    if flags & WRITABLE != 0 && view.readonly {
        let message = match vm.unwrapped(object).downcast::<MemoryView>() {
            Some(_) => "memoryview: underlying buffer is not writable",
            None => "Object is not writable.",
        };
        return Err(vm.raise_new(&vm.types.buffer_error, message));
    }
    Ok(Value::from(view))
}

/// `__release_buffer__`: lets go of a view that the object has given.
pub fn take_back(vm: &Vm, object: &Value, given: &Value) -> Res {
    let Some(view) = given.downcast::<MemoryView>() else {
        return Err(vm.type_error("expected a memoryview object"));
    };
    let owner = view.owner.get();
    if !owner.is_undef() {
        if !owner.is(&vm.unwrapped(object)) {
            return Err(vm.value_error("memoryview's buffer is not this object"));
        }
        view.release();
    }
    Ok(Value::None)
}

/// An iterator over a view of one dimension.
pub fn iterator(vm: &Vm, this: &Value, view: &MemoryView) -> Res {
    view.owner(vm)?;
    let [only] = view.shape.dimensions() else {
        if view.shape.dimensions().is_empty() {
            return Err(vm.type_error("invalid indexing of 0-dim memory"));
        }
        let message = "multi-dimensional sub-views are not implemented";
        return Err(vm.raise_new(&vm.types.not_implemented_error, message));
    };
    Ok(Value::from(Ref::new(MemoryIterator {
        view: CloneCell::new(this.clone()),
        count: only.count,
        next: Cell::new(0),
    })))
}

/// An iterator over a view.
struct MemoryIterator {
    /// `Undef` when exhausted.
    view: CloneCell<Value>,
    count: usize,
    next: Cell<usize>,
}

/// The row of `memory_iterator`.
pub const ITERATOR: TypeDef = TypeDef {
    name: "memory_iterator",
    slots: &["__iter__", "__next__"],
    is_base: false,
    ..TypeDef::PLAIN
};

impl Object for MemoryIterator {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.memory_iterator.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.view.get());
    }

    fn clear(&self) {
        self.view.take().discard();
    }

    fn is_iterator(&self) -> bool {
        true
    }

    fn next(&self, vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        let held = self.view.get();
        let Some(view) = held.downcast::<MemoryView>() else {
            return Ok(None);
        };
        let at = self.next.get();
        if at >= self.count {
            self.view.take().discard();
            return Ok(None);
        }
        let owner = view.owner(vm)?;
        self.next.set(at + 1);
        let place = view.shape.behind(at).map_or(0, |part| part.start());
        view.item(vm, &owner, place).map(Some)
    }
}
