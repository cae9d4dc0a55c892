//! Attributes and items: read, stored and deleted. Attribute nodes remember where they found an instance's attribute.

use super::operand::{Local, Operand, Shape};
use super::{BoxNode, noted};
use crate::interp::attribute::is_native;
use crate::interp::{Node, Res, Slots, Vm};
use crate::objects::counted::Ref;
use crate::objects::dict::Dict;
use crate::objects::instance::{DICTIONARY, Instance};
use crate::objects::module::Module;
use crate::objects::object::Object;
use crate::objects::str::Name;
use crate::objects::value::Value;
use snakelet_grammar::source::Span;
use std::cell::Cell;

/// Where an instance's attribute was found: valid for a shape while no class changes.
#[derive(Default)]
pub struct Cache {
    shape: Cell<u32>,
    epoch: Cell<u32>,
    place: Cell<u32>,
}

impl Cache {
    #[inline(always)]
    fn hit(&self, vm: &Vm, shape: u32) -> Option<usize> {
        (self.shape.get() == shape && self.epoch.get() == vm.epoch())
            .then(|| self.place.get() as usize)
    }

    /// Whether instances of a shape have the attribute from their class.
    fn is_on_class(&self, vm: &Vm, shape: u32) -> bool {
        self.hit(vm, shape) == Some(ON_CLASS as usize)
    }

    fn fill(&self, vm: &Vm, shape: u32, place: usize) {
        self.shape.set(shape);
        self.epoch.set(vm.epoch());
        self.place.set(place as u32);
    }
}

/// The place of an attribute that the class has, for all instances of a shape: it goes before their own, or they have none.
const ON_CLASS: u32 = u32::MAX;

/// `object.name`
pub struct GetAttribute<A> {
    /// The object.
    pub object: A,
    /// The name.
    pub name: Name,
    /// Where it was found.
    pub cache: Cache,
    /// The whole expression.
    pub span: Span,
}

impl<A: Operand> Node for GetAttribute<A> {
    #[inline]
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let kept = self.object.prepare(vm, slots)?;
        let object = self.object.borrow(slots, &kept);
        if let Value::Instance(instance) = object
            && let Some(place) = self.cache.hit(vm, instance.shape())
            && let Some(value) = instance.value_at(place)
        {
            A::done(kept);
            return Ok(value);
        }
        let object = object.clone();
        A::done(kept);
        self.find(vm, object)
    }
}

impl<A: Operand> GetAttribute<A> {
    #[inline(never)]
    fn find(&self, vm: &Vm, object: Value) -> Res {
        if let (Value::Undef, Some((slot, span))) = (&object, self.object.local()) {
            return Err(super::names::unbound(vm, slot, span));
        }
        if let Value::Instance(instance) = &object {
            let shape = instance.shape();
            if !self.cache.is_on_class(vm, shape) {
                learn(vm, instance, &self.name, &self.cache);
            }
            if self.cache.is_on_class(vm, shape) {
                let class = instance.class_ref();
                if let Some(found) = class.lookup(vm, &self.name) {
                    vm.thread.at.set(self.span.start);
                    let bound = vm.bind_descriptor(&found, Some(&object), &class);
                    return noted(vm, self.span, bound);
                }
            }
        } else if let Some(dict) = own_dict(&object, &self.name)
            && let Some(value) = dict.get_name_at(&self.cache.place, &self.name)
        {
            return Ok(value);
        }
        vm.thread.at.set(self.span.start);
        noted(vm, self.span, vm.get_attribute(&object, &self.name))
    }
}

/// The dictionary of a module or function, whose classes have nothing to say about a name but for those in underscores.
fn own_dict(object: &Value, name: &Name) -> Option<Ref<Dict>> {
    let dict = match object {
        Value::Function(function) => function.attributes(false)?,
        Value::Object(object) => {
            let module = object.downcast::<Module>()?;
            if module.own_class().is_some() {
                return None;
            }
            module.dict.clone()
        }
        _ => return None,
    };
    (!name.bytes().starts_with(b"__")).then_some(dict)
}

/// Remembers the place of the attribute: the instance's own if nothing on its class goes before it, or its class.
fn learn(vm: &Vm, instance: &Ref<Instance>, name: &Name, cache: &Cache) {
    let shape = instance.shape();
    if shape == DICTIONARY {
        return;
    }
    let class = instance.class_ref();
    let own = class.lookup(vm, &vm.names.__getattribute__);
    if own.is_some_and(|found| !is_native(&found, &vm.names.__getattribute__)) {
        return;
    }
    let on_class = class.lookup(vm, name);
    let goes_first = on_class
        .as_ref()
        .is_some_and(|found| vm.is_data_descriptor(found));
    let place = vm.shapes.borrow().place(shape, name);
    match place {
        Some(place) if !goes_first => cache.fill(vm, shape, place),
        // A descriptor that only sets, a method that is asked for what is missing, and an object of a built-in type
        // inside are left to the long way.
        Some(_) => {}
        None if on_class.is_some()
            && instance.native().is_none()
            && class.lookup(vm, &vm.names.__getattr__).is_none() =>
        {
            cache.fill(vm, shape, ON_CLASS as usize);
        }
        None => {}
    }
}

/// `object.name = value`
pub struct SetAttribute<A> {
    /// The object; evaluated after the value.
    pub object: A,
    /// The name.
    pub name: Name,
    /// The value.
    pub value: BoxNode,
    /// Where an existing attribute was found.
    pub cache: Cache,
    /// The shape that adding the attribute gave.
    pub next: Cell<u32>,
    /// The target.
    pub span: Span,
}

const ADDED: u32 = u32::MAX;

impl<A: Operand> Node for SetAttribute<A> {
    #[inline]
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let value = self.value.eval(vm, slots)?;
        let kept = self.object.prepare(vm, slots)?;
        let object = self.object.borrow(slots, &kept);
        if let Value::Instance(instance) = object
            && let Some(place) = self.cache.hit(vm, instance.shape())
        {
            if place == ADDED as usize {
                instance.push_value(self.next.get(), value);
            } else {
                instance.set_value_at(place, value);
            }
            A::done(kept);
            return Ok(Value::None);
        }
        let object = object.clone();
        A::done(kept);
        self.store(vm, object, value)
    }
}

impl<A: Operand> SetAttribute<A> {
    #[inline(never)]
    fn store(&self, vm: &Vm, object: Value, value: Value) -> Res {
        if let (Value::Undef, Some((slot, span))) = (&object, self.object.local()) {
            return Err(super::names::unbound(vm, slot, span));
        }
        let value = match own_dict(&object, &self.name) {
            Some(dict) => {
                let place = self.cache.place.get() as usize;
                match dict.set_at(place, &self.name, value) {
                    Ok(()) => return Ok(Value::None),
                    Err(value) => {
                        dict.note_place(&self.cache.place, &self.name);
                        value
                    }
                }
            }
            None => value,
        };
        if let Value::Instance(instance) = &object {
            self.learn(vm, instance);
        }
        vm.thread.at.set(self.span.start);
        noted(vm, self.span, vm.set_attribute(&object, &self.name, value))?;
        Ok(Value::None)
    }

    fn learn(&self, vm: &Vm, instance: &Ref<Instance>) {
        let shape = instance.shape();
        let class = instance.class_ref();
        if shape == DICTIONARY || !class.has_dict() {
            return;
        }
        let own = class.lookup(vm, &vm.names.__setattr__);
        if own.is_some_and(|found| !is_native(&found, &vm.names.__setattr__)) {
            return;
        }
        if class
            .lookup(vm, &self.name)
            .is_some_and(|found| vm.is_data_descriptor(&found))
        {
            return;
        }
        let mut shapes = vm.shapes.borrow_mut();
        if let Some(place) = shapes.place(shape, &self.name) {
            self.cache.fill(vm, shape, place);
        } else if let Some(next) = shapes.with(shape, &self.name) {
            self.cache.fill(vm, shape, ADDED as usize);
            self.next.set(next);
        }
    }
}

/// `del object.name`
pub struct DeleteAttribute {
    /// The object.
    pub object: BoxNode,
    /// The name.
    pub name: Name,
    /// The target.
    pub span: Span,
}

impl Node for DeleteAttribute {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let object = self.object.eval(vm, slots)?;
        noted(vm, self.span, vm.delete_attribute(&object, &self.name))?;
        Ok(Value::None)
    }
}

/// `object[index]`
pub struct GetItem {
    /// The object.
    pub object: BoxNode,
    /// The index.
    pub index: BoxNode,
    /// The whole expression.
    pub span: Span,
}

impl Node for GetItem {
    #[inline]
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let object = self.object.eval(vm, slots)?;
        let index = self.index.eval(vm, slots)?;
        get_item(vm, &object, &index, self.span)
    }
}

#[inline(always)]
fn get_item(vm: &Vm, object: &Value, index: &Value, span: Span) -> Res {
    let quick = match (object, index) {
        (Value::List(list), Value::Int(at)) if *at >= 0 => list.get(*at as usize),
        (Value::Tuple(tuple), Value::Int(at)) if *at >= 0 => {
            tuple.items().get(*at as usize).cloned()
        }
        _ => None,
    };
    match quick {
        Some(value) => Ok(value),
        None => get_item_slowly(vm, object, index, span),
    }
}

#[inline(never)]
fn get_item_slowly(vm: &Vm, object: &Value, index: &Value, span: Span) -> Res {
    vm.thread.at.set(span.start);
    noted(vm, span, vm.get_item(object, index))
}

/// `local[index]` with both in slots or constant: nothing is copied.
pub struct GetItemIn<A, B> {
    /// The object.
    pub object: A,
    /// The index.
    pub index: B,
    /// The whole expression.
    pub span: Span,
}

impl<A: Operand, B: Operand> Node for GetItemIn<A, B> {
    #[inline]
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let kept_a = self.object.prepare(vm, slots)?;
        let kept_b = self.index.prepare(vm, slots)?;
        let (object, index) = (
            self.object.borrow(slots, &kept_a),
            self.index.borrow(slots, &kept_b),
        );
        let quick = match (object, index) {
            (Value::List(list), Value::Int(at)) if *at >= 0 => list.get(*at as usize),
            (Value::Tuple(tuple), Value::Int(at)) if *at >= 0 => {
                tuple.items().get(*at as usize).cloned()
            }
            _ => None,
        };
        let result = match quick {
            Some(value) => Ok(value),
            None => {
                super::operators::check_bound(
                    vm,
                    object,
                    index,
                    (self.object.local(), self.index.local()),
                )?;
                let (object, index) = (object.clone(), index.clone());
                get_item_slowly(vm, &object, &index, self.span)
            }
        };
        A::done(kept_a);
        B::done(kept_b);
        result
    }
}

/// `object[index] = value`
pub struct SetItem {
    /// The value; evaluated first.
    pub value: BoxNode,
    /// The object.
    pub object: BoxNode,
    /// The index.
    pub index: BoxNode,
    /// The target.
    pub span: Span,
}

impl Node for SetItem {
    #[inline]
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let value = self.value.eval(vm, slots)?;
        let object = self.object.eval(vm, slots)?;
        let index = self.index.eval(vm, slots)?;
        if let (Value::List(list), Value::Int(at)) = (&object, &index)
            && *at >= 0
            && (*at as usize) < list.len()
        {
            let old = std::mem::replace(&mut list.borrow_mut()[*at as usize], value);
            old.discard();
            return Ok(Value::None);
        }
        vm.thread.at.set(self.span.start);
        noted(vm, self.span, vm.set_item(&object, &index, value))?;
        Ok(Value::None)
    }
}

/// `del object[index]`
pub struct DeleteItem {
    /// The object.
    pub object: BoxNode,
    /// The index.
    pub index: BoxNode,
    /// The target.
    pub span: Span,
}

impl Node for DeleteItem {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let object = self.object.eval(vm, slots)?;
        let index = self.index.eval(vm, slots)?;
        noted(vm, self.span, vm.delete_item(&object, &index))?;
        Ok(Value::None)
    }
}

/// Chooses the node for `object.name` from how the object was lowered.
pub fn get_attribute(object: Shape, name: Name, span: Span) -> BoxNode {
    fn node<A: Operand>(object: A, name: Name, span: Span) -> BoxNode {
        let cache = Cache::default();
        Box::new(GetAttribute {
            object,
            name,
            cache,
            span,
        })
    }
    match object {
        Shape::Local(slot, at) => node(Local(slot, at), name, span),
        object => node(object.into_node(), name, span),
    }
}

/// Chooses the node for `object.name = value` from how the object was lowered.
pub fn set_attribute(object: Shape, name: Name, value: BoxNode, span: Span) -> BoxNode {
    fn node<A: Operand>(object: A, name: Name, value: BoxNode, span: Span) -> BoxNode {
        Box::new(SetAttribute {
            object,
            name,
            value,
            cache: Cache::default(),
            next: Cell::new(0),
            span,
        })
    }
    match object {
        Shape::Local(slot, at) => node(Local(slot, at), name, value, span),
        object => node(object.into_node(), name, value, span),
    }
}
