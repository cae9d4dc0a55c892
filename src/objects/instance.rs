//! An instance of a class that a script defined: attribute values in the order of a shape shared by its siblings,
//! until something asks for its `__dict__`. Finding attributes is `interp/attribute.rs`.

use super::class::Class;
use super::counted::{CloneCell, Ref};
use super::dict::Dict;
use super::object::Object;
use super::str::Name;
use super::value::Value;
use crate::interp::Vm;
use rustc_hash::FxHashMap;
use std::cell::{Cell, RefCell};

/// The shape of an instance whose attributes live in a dictionary.
pub const DICTIONARY: u32 = u32::MAX;

/// How many attributes fit a shape; an instance with more uses a dictionary.
const MOST: usize = 64;

/// An instance.
pub struct Instance {
    class: CloneCell<Ref<Class>>,
    shape: Cell<u32>,
    values: RefCell<Vec<Value>>,
    rare: RefCell<Option<Box<Rare>>>,
}

/// What few instances have.
#[derive(Default)]
struct Rare {
    /// The attributes, once something asked for them as a dictionary.
    dict: Option<Ref<Dict>>,
    /// What was assigned as `__dict__`, where that is of a subclass of `dict`: an instance that stands for `dict`.
    assigned: Value,
    /// The value that an instance of a subclass of a built-in type stands for.
    native: Value,
    /// The values of `__slots__`, those of the bases first; `Undef` where there is none.
    slots: Vec<Value>,
}

/// All shapes: which attribute has which place. A shape belongs to the instances of one class.
#[derive(Default)]
pub struct Shapes {
    shapes: Vec<Shape>,
}

#[derive(Default)]
struct Shape {
    names: Vec<Name>,
    next: FxHashMap<usize, u32>,
}

impl Shapes {
    /// A shape without attributes. Shape 0 is never given out.
    pub fn root(&mut self) -> u32 {
        if self.shapes.is_empty() {
            self.shapes.push(Shape::default());
        }
        self.shapes.push(Shape::default());
        self.shapes.len() as u32 - 1
    }

    /// The place of `name` in a shape.
    pub fn place(&self, shape: u32, name: &Name) -> Option<usize> {
        self.shapes[shape as usize]
            .names
            .iter()
            .position(|each| each.same(name))
    }

    /// The shape with `name` behind the attributes of `shape`; `None`: too many for a shape.
    pub fn with(&mut self, shape: u32, name: &Name) -> Option<u32> {
        if let Some(&next) = self.shapes[shape as usize].next.get(&name.address()) {
            return Some(next);
        }
        let mut names = self.shapes[shape as usize].names.clone();
        if names.len() >= MOST {
            return None;
        }
        names.push(name.clone());
        let next = self.shapes.len() as u32;
        self.shapes.push(Shape {
            names,
            next: FxHashMap::default(),
        });
        self.shapes[shape as usize]
            .next
            .insert(name.address(), next);
        Some(next)
    }

    /// The names of a shape in order.
    pub fn names(&self, shape: u32) -> &[Name] {
        &self.shapes[shape as usize].names
    }
}

impl Instance {
    /// A new instance of `class` without attributes.
    pub fn new(vm: &Vm, class: &Ref<Class>) -> Ref<Instance> {
        let mut shape = class.root_shape().get();
        if shape == 0 {
            shape = vm.shapes.borrow_mut().root();
            class.root_shape().set(shape);
        }
        Ref::new(Instance {
            class: CloneCell::new(class.clone()),
            shape: Cell::new(shape),
            values: RefCell::default(),
            rare: RefCell::new(None),
        })
    }

    /// A new instance of `class`, a subclass of a built-in type, that stands for `native`.
    pub fn wrapping(vm: &Vm, class: &Ref<Class>, native: Value) -> Ref<Instance> {
        let instance = Instance::new(vm, class);
        *instance.rare.borrow_mut() = Some(Box::new(Rare {
            native,
            ..Rare::default()
        }));
        instance
    }

    /// Its class.
    #[inline(always)]
    pub fn class_ref(&self) -> Ref<Class> {
        self.class.get()
    }

    /// Moves it to another class (`__class__ = …`). Its attributes go into a dictionary, since shapes belong to classes.
    pub fn set_class(&self, vm: &Vm, class: Ref<Class>) {
        self.dict(vm);
        self.class.set(class);
    }

    /// Its shape, for caches; `DICTIONARY` if it has none.
    #[inline(always)]
    pub fn shape(&self) -> u32 {
        self.shape.get()
    }

    /// The value of the built-in type that it stands for.
    pub fn native(&self) -> Option<Value> {
        let rare = self.rare.borrow();
        rare.as_ref().and_then(|rare| rare.native.given().cloned())
    }

    /// Lets it stand for a value of the built-in type.
    pub fn stand_for(&self, native: Value) {
        let mut rare = self.rare.borrow_mut();
        let old = std::mem::replace(&mut rare.get_or_insert_default().native, native);
        drop(rare);
        drop(old);
    }

    /// The value of the `index`th of its `__slots__`.
    pub fn slot(&self, index: usize) -> Option<Value> {
        let rare = self.rare.borrow();
        let value = rare.as_ref()?.slots.get(index)?;
        value.given().cloned()
    }

    /// Puts `value`, or `Undef` for none, into the `index`th of its `__slots__`; gives what was there.
    pub fn set_slot(&self, index: usize, value: Value) -> Value {
        let mut rare = self.rare.borrow_mut();
        let slots = &mut rare.get_or_insert_default().slots;
        if slots.len() <= index {
            slots.resize(index + 1, Value::Undef);
        }
        std::mem::replace(&mut slots[index], value)
    }

    /// The attribute at `place` of its shape.
    #[inline(always)]
    pub fn value_at(&self, place: usize) -> Option<Value> {
        self.values
            .borrow()
            .get(place)
            .and_then(Value::given)
            .cloned()
    }

    /// Replaces the attribute at `place` of its shape.
    #[inline(always)]
    pub fn set_value_at(&self, place: usize, value: Value) {
        let old = std::mem::replace(&mut self.values.borrow_mut()[place], value);
        old.discard();
    }

    /// Adds an attribute behind the others, which makes its shape `shape`.
    #[inline]
    pub fn push_value(&self, shape: u32, value: Value) {
        self.values.borrow_mut().push(value);
        self.shape.set(shape);
    }

    /// Its own attribute `name`.
    pub fn get(&self, vm: &Vm, name: &Name) -> Option<Value> {
        if self.shape.get() == DICTIONARY {
            return self.dict(vm).get_name(name);
        }
        let place = vm.shapes.borrow().place(self.shape.get(), name)?;
        self.value_at(place)
    }

    /// Sets its own attribute `name`.
    pub fn set(&self, vm: &Vm, name: &Name, value: Value) {
        if self.shape.get() == DICTIONARY {
            return self.dict(vm).set_name(name, value);
        }
        let place = vm.shapes.borrow().place(self.shape.get(), name);
        if let Some(place) = place {
            return self.set_value_at(place, value);
        }
        let next = vm.shapes.borrow_mut().with(self.shape.get(), name);
        match next {
            Some(shape) => self.push_value(shape, value),
            None => self.dict(vm).set_name(name, value),
        }
    }

    /// Deletes its own attribute `name`; `false`: there is none.
    pub fn delete(&self, vm: &Vm, name: &Name) -> bool {
        self.get(vm, name).is_some() && self.dict(vm).remove_name(name).is_some()
    }

    /// Its attributes as a dictionary, which from now on is where they live.
    pub fn dict(&self, vm: &Vm) -> Ref<Dict> {
        if let Some(Rare {
            dict: Some(dict), ..
        }) = self.rare.borrow().as_deref()
        {
            return dict.clone();
        }
        let dict = Dict::new();
        let values = self.values.take();
        if self.shape.get() != DICTIONARY {
            let names = vm.shapes.borrow().names(self.shape.get()).to_vec();
            for (name, value) in names.iter().zip(values) {
                if !value.is_undef() {
                    dict.set_name(name, value);
                }
            }
        }
        self.shape.set(DICTIONARY);
        self.rare.borrow_mut().get_or_insert_default().dict = Some(dict.clone());
        dict
    }

    /// Its `__dict__`: its attributes as a dictionary, or what was assigned.
    pub fn dict_value(&self, vm: &Vm) -> Value {
        if let Some(rare) = self.rare.borrow().as_deref()
            && let Some(assigned) = rare.assigned.given()
        {
            return assigned.clone();
        }
        Value::Dict(self.dict(vm))
    }

    /// Makes `dict` its attributes.
    pub fn set_dict(&self, dict: Ref<Dict>) {
        self.assign_dict(dict, Value::Undef);
    }

    /// Makes `dict` its attributes (`__dict__ = assigned`). Attributes are found in the dictionary, whatever methods an
    /// `assigned` of a subclass overrides; one that is the dictionary itself is `Undef`.
    pub fn assign_dict(&self, dict: Ref<Dict>, assigned: Value) {
        let values = self.values.take();
        self.shape.set(DICTIONARY);
        let mut rare = self.rare.borrow_mut();
        let known = rare.get_or_insert_default();
        let old = known.dict.replace(dict);
        let old_assigned = std::mem::replace(&mut known.assigned, assigned);
        drop(rare);
        drop((values, old, old_assigned));
    }
}

impl Instance {
    /// Whether it wraps an object that has something to do at its end, which then is told of this instance.
    #[inline]
    fn stands_for_finalized(&self) -> bool {
        match self.rare.borrow().as_deref() {
            Some(Rare {
                native: Value::Object(native),
                ..
            }) => native.object().wants_finalizer(),
            _ => false,
        }
    }
}

impl Object for Instance {
    fn wrap(this: Ref<Self>) -> Value {
        Value::Instance(this)
    }

    fn class(&self, _vm: &Vm) -> Ref<Class> {
        self.class.get()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        self.values.borrow().iter().for_each(&mut *visit);
        if let Some(rare) = self.rare.borrow().as_deref() {
            visit(&rare.native);
            visit(&rare.assigned);
            rare.slots.iter().for_each(&mut *visit);
            if let Some(dict) = &rare.dict {
                visit(&Value::Dict(dict.clone()));
            }
        }
        visit(&Value::Class(self.class.get()));
    }

    fn clear(&self) {
        let values = self.values.take();
        let rare = self.rare.borrow_mut().as_mut().map(|rare| {
            (
                rare.dict.take(),
                std::mem::take(&mut rare.assigned),
                std::mem::take(&mut rare.slots),
            )
        });
        self.shape.set(DICTIONARY);
        drop((values, rare));
    }

    #[inline(always)]
    fn wants_finalizer(&self) -> bool {
        self.class.get().has_del() || self.stands_for_finalized()
    }

    fn finalize(&self, this: &Value) {
        if self.class.get().has_del() {
            crate::interp::finalize::run_del(this);
        }
        if self.stands_for_finalized()
            && let Some(Value::Object(native)) = self.native()
        {
            native.object().finalize(this);
        }
    }
}
