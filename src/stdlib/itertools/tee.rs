//! `tee`: several iterators over the items of one. The items wait in chunks that the iterators share; a chunk goes when
//! the last iterator has passed it.

use super::{iterator, row};
use crate::interp::{Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::{CloneCell, Ref};
use crate::objects::native::{NativeDef, native};
use crate::objects::object::Object;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use crate::stdlib::native_class::native_class;
use std::cell::{Cell, RefCell};

/// How many items a chunk holds.
const CHUNK_SIZE: usize = 57;

/// The functions of the module.
pub const FUNCTIONS: &[NativeDef] = &[native(
    "tee",
    "(iterable, n=2, /)",
    "A tuple of n iterators over the items of one iterable.",
    tee,
)];

/// The row of `_tee`.
pub static TEE: TypeDef = TypeDef {
    new: Some(native(
        "__new__",
        "(iterable, /)",
        "Make a new object. help(type) says what it takes.",
        |vm, a| Tee::over(vm, &a[1]),
    )),
    methods: &[native(
        "__copy__",
        "()",
        "Another iterator that goes on from here.",
        |vm, a| match a[0].downcast::<Tee>() {
            Some(tee) => Ok(tee.copy()),
            None => Err(vm.descriptor_error("itertools._tee", &a[0])),
        },
    )],
    is_base: false,
    weakly_referable: true,
    ..row("_tee", "One of several iterators over the items of one.")
};

/// The row of `_tee_dataobject`.
pub static CHUNK: TypeDef = TypeDef {
    name: "_tee_dataobject",
    module: "itertools",
    doc: "Items that several iterators share.",
    ..TypeDef::PLAIN
};

struct Tee {
    chunk: CloneCell<Option<Ref<Chunk>>>,
    place: Cell<usize>,
}

impl Tee {
    fn over(vm: &Vm, iterable: &Value) -> Res {
        let iterator = vm.iter(iterable)?;
        if let Some(tee) = iterator.downcast::<Tee>() {
            return Ok(tee.copy());
        }
        Ok(Value::from(Ref::new(Tee {
            chunk: CloneCell::new(Some(Chunk::of(iterator))),
            place: Cell::new(0),
        })))
    }

    fn copy(&self) -> Value {
        Value::from(Ref::new(Tee {
            chunk: CloneCell::new(self.chunk.get()),
            place: Cell::new(self.place.get()),
        }))
    }
}

fn tee(vm: &Vm, a: &[Value]) -> Res {
    let count = match a.get(1).and_then(Value::given) {
        Some(count) => vm.index_size(count)?,
        None => 2,
    };
    if count < 0 {
        return Err(vm.value_error("n must be >= 0"));
    }
    let mut made = Vec::new();
    if count == 0 {
        return Ok(vm.empty_tuple());
    }
    let iterator = vm.iter(&a[0])?;
    let copy = vm.name("__copy__");
    let first = match vm.get_attribute_opt(&iterator, &copy)? {
        Some(_) => iterator,
        None => Tee::over(vm, &iterator)?,
    };
    vm.push_to(&mut made, first.clone())?;
    for _ in 1..count {
        let next = vm.call_method(&first, &copy, &[])?;
        vm.push_to(&mut made, next)?;
        vm.poll()?;
    }
    Ok(Value::from(Tuple::new(made)))
}

impl Object for Tee {
    iterator!(TEE);

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        if let Some(chunk) = self.chunk.get() {
            visit(&Value::from(chunk));
        }
    }

    fn clear(&self) {
        drop(self.chunk.take());
    }

    fn next(&self, vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        let Some(mut chunk) = self.chunk.get() else {
            return Ok(None);
        };
        if self.place.get() >= CHUNK_SIZE {
            chunk = chunk.following();
            self.chunk.set(Some(chunk.clone()));
            self.place.set(0);
        }
        let item = chunk.item(vm, self.place.get())?;
        if item.is_some() {
            self.place.set(self.place.get() + 1);
        }
        Ok(item)
    }
}

struct Chunk {
    iterator: CloneCell<Value>,
    items: RefCell<Vec<Value>>,
    next: CloneCell<Option<Ref<Chunk>>>,
    /// Whether the iterator is being asked.
    running: Cell<bool>,
}

impl Chunk {
    fn of(iterator: Value) -> Ref<Chunk> {
        Ref::new(Chunk {
            iterator: CloneCell::new(iterator),
            items: RefCell::default(),
            next: CloneCell::default(),
            running: Cell::new(false),
        })
    }

    /// The chunk behind a full one.
    fn following(&self) -> Ref<Chunk> {
        if let Some(next) = self.next.get() {
            return next;
        }
        let next = Chunk::of(self.iterator.get());
        self.next.set(Some(next.clone()));
        next
    }

    fn item(&self, vm: &Vm, place: usize) -> Res<Option<Value>> {
        if let Some(item) = self.items.borrow().get(place) {
            return Ok(Some(item.clone()));
        }
        if self.running.get() {
            return Err(vm.runtime_error("cannot re-enter the tee iterator"));
        }
        self.running.set(true);
        let item = vm.next_item(&self.iterator.get());
        self.running.set(false);
        let item = item?;
        if let Some(item) = &item {
            vm.push_to(&mut self.items.borrow_mut(), item.clone())?;
        }
        Ok(item)
    }
}

impl Object for Chunk {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        native_class(vm, &CHUNK)
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.iterator.get());
        self.items.borrow().iter().for_each(&mut *visit);
        if let Some(next) = self.next.get() {
            visit(&Value::from(next));
        }
    }

    fn clear(&self) {
        self.iterator.set(Value::None);
        let old = (self.items.take(), self.next.take());
        drop(old);
    }
}
