//! What `keys()`, `values()` and `items()` give, and the iterators over dictionaries. The set operations of views are
//! those of sets, in `set/`.

use super::class::{Class, TypeDef};
use super::counted::Ref;
use super::dict::Dict;
use super::iterators::row;
use super::native::{GetterDef, NativeDef, getter, native};
use super::object::Object;
use super::set::{self, Set};
use super::tuple::Tuple;
use super::value::Value;
use crate::interp::{Res, Vm};
use snakelet_grammar::ast::{BinaryOp, CompareOp};
use std::cell::{Cell, RefCell};

/// The row of `dict_keys`.
pub const KEYS: TypeDef = TypeDef {
    name: "dict_keys",
    methods: SET_METHODS,
    getters: GETTERS,
    slots: SET_SLOTS,
    unhashable: true,
    ..TypeDef::PLAIN
};

/// The row of `dict_values`.
pub const VALUES: TypeDef = TypeDef {
    name: "dict_values",
    methods: &[REVERSED],
    getters: GETTERS,
    slots: &["__repr__", "__len__", "__iter__"],
    ..TypeDef::PLAIN
};

/// The row of `dict_items`.
pub const ITEMS: TypeDef = TypeDef {
    name: "dict_items",
    methods: SET_METHODS,
    getters: GETTERS,
    slots: SET_SLOTS,
    unhashable: true,
    ..TypeDef::PLAIN
};

const SET_SLOTS: &[&str] = &[
    "__eq__",
    "__ne__",
    "__lt__",
    "__le__",
    "__gt__",
    "__ge__",
    "__repr__",
    "__len__",
    "__contains__",
    "__iter__",
    "__and__",
    "__rand__",
    "__or__",
    "__ror__",
    "__sub__",
    "__rsub__",
    "__xor__",
    "__rxor__",
];

const REVERSED: NativeDef = native(
    "__reversed__",
    "()",
    "Return a reverse iterator over the view.",
    |vm, a| {
        let view = of(vm, &a[0])?;
        Ok(DictIterator::reversed(&view.dict, view.part))
    },
);

const SET_METHODS: &[NativeDef] = &[
    REVERSED,
    native(
        "isdisjoint",
        "(other, /)",
        "Whether no item of the iterable is in the view.",
        is_disjoint,
    ),
];

const GETTERS: &[GetterDef] = &[getter(
    "mapping",
    "the dictionary that is seen, read-only",
    |vm, a| {
        let dict = Value::Dict(of(vm, a)?.dict.clone());
        Ok(super::mapping_proxy::MappingProxy::over(dict))
    },
)];

/// The row of `dict_keyiterator`.
pub const KEY_ITERATOR: TypeDef = row("dict_keyiterator", ITERATOR_METHODS);
/// The row of `dict_valueiterator`.
pub const VALUE_ITERATOR: TypeDef = row("dict_valueiterator", ITERATOR_METHODS);
/// The row of `dict_itemiterator`.
pub const ITEM_ITERATOR: TypeDef = row("dict_itemiterator", ITERATOR_METHODS);
/// The row of `dict_reversekeyiterator`.
pub const REVERSE_KEY_ITERATOR: TypeDef = row("dict_reversekeyiterator", ITERATOR_METHODS);
/// The row of `dict_reversevalueiterator`.
pub const REVERSE_VALUE_ITERATOR: TypeDef = row("dict_reversevalueiterator", ITERATOR_METHODS);
/// The row of `dict_reverseitemiterator`.
pub const REVERSE_ITEM_ITERATOR: TypeDef = row("dict_reverseitemiterator", ITERATOR_METHODS);

const ITERATOR_METHODS: &[NativeDef] = &[
    native(
        "__length_hint__",
        "()",
        "How many items are left, as far as that is known.",
        |vm, a| match a[0].downcast::<DictIterator>() {
            Some(iterator) => Ok(Value::from(iterator.hint())),
            None => Err(vm.descriptor_error("dict_keyiterator", &a[0])),
        },
    ),
    super::copying::reduce(|vm, a| {
        let Some(this) = a[0].downcast::<DictIterator>() else {
            return Err(vm.descriptor_error("dict_keyiterator", &a[0]));
        };
        let rest = Ref::new(DictIterator {
            dict: RefCell::new(this.dict.borrow().clone()),
            part: this.part,
            reversed: this.reversed,
            place: this.place.clone(),
            size: this.size,
            left: this.left.clone(),
        });
        super::copying::by_items(vm, vm.collect(&Value::from(rest))?)
    }),
];

/// Which part of the entries a view or an iterator shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// The keys.
    Keys,
    /// The values.
    Values,
    /// Pairs of both.
    Items,
}

impl Part {
    fn pick(self, key: Value, value: Value) -> Value {
        match self {
            Part::Keys => key,
            Part::Values => value,
            Part::Items => Value::from(Tuple::new(vec![key, value])),
        }
    }
}

/// A view.
pub struct DictView {
    /// What it shows.
    pub dict: Ref<Dict>,
    /// Which part of it.
    pub part: Part,
}

impl DictView {
    /// A view of `dict`.
    pub fn of(dict: &Ref<Dict>, part: Part) -> Value {
        Value::from(Ref::new(DictView {
            dict: dict.clone(),
            part,
        }))
    }

    /// The view behind a value, if it is one with set operations.
    pub fn set_like(value: &Value) -> Option<&Ref<DictView>> {
        value
            .downcast::<DictView>()
            .filter(|view| view.part != Part::Values)
    }

    fn has(&self, vm: &Vm, item: &Value) -> Res<bool> {
        match self.part {
            Part::Keys => self.dict.contains(vm, item),
            Part::Values => Ok(false),
            Part::Items => {
                let pair = match vm.unwrapped(item) {
                    Value::Tuple(pair) if pair.items().len() == 2 => pair,
                    _ => return Ok(false),
                };
                match self.dict.get(vm, &pair.items()[0])? {
                    Some(value) => vm.same_or_equal(&value, &pair.items()[1]),
                    None => Ok(false),
                }
            }
        }
    }
}

/// The set that an operator of views begins with: the keys of a dictionary are added as those of the dictionary itself,
/// which makes room for all at once.
fn begun_with(vm: &Vm, operand: &Value) -> Res<Ref<Set>> {
    match operand.downcast::<DictView>() {
        Some(view) if view.part == Part::Keys => {
            Set::from_iterable(vm, &Value::Dict(view.dict.clone()))
        }
        _ => Set::from_iterable(vm, operand),
    }
}

fn of<'a>(vm: &Vm, value: &'a Value) -> Res<&'a Ref<DictView>> {
    value
        .downcast::<DictView>()
        .ok_or_else(|| vm.descriptor_error("dict_keys", value))
}

fn is_disjoint(vm: &Vm, a: &[Value]) -> Res {
    let view = of(vm, &a[0])?;
    if a[0].is(&a[1]) {
        return Ok(Value::bool(view.dict.is_empty()));
    }
    let (mut asked, mut items) = (a[0].clone(), a[1].clone());
    if (Set::of(vm, &items).is_some() || DictView::set_like(&items).is_some())
        && vm.len(&items)? > view.dict.len()
    {
        std::mem::swap(&mut asked, &mut items);
    }
    let mut disjoint = true;
    vm.for_each(&items, |item| {
        disjoint = !vm.contains(&asked, &item)?;
        Ok(disjoint)
    })?;
    Ok(Value::bool(disjoint))
}

impl Object for DictView {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        match self.part {
            Part::Keys => vm.types.dict_keys.clone(),
            Part::Values => vm.types.dict_values.clone(),
            Part::Items => vm.types.dict_items.clone(),
        }
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&Value::Dict(self.dict.clone()));
    }

    /// The dictionary is cleared instead.
    fn clear(&self) {}

    fn repr(&self, vm: &Vm, this: &Value) -> Res<Option<String>> {
        let mut text = String::from("...");
        vm.guard_repr(this, || {
            let items = super::list::List::new(vm.collect(this)?);
            let items = vm.repr(&Value::from(items))?;
            text = format!("{}({items})", vm.class_of(this).name());
            Ok(())
        })?;
        Ok(Some(text))
    }

    fn compare(&self, vm: &Vm, this: &Value, op: CompareOp, other: &Value) -> Res<Option<Value>> {
        if self.part == Part::Values {
            return Ok(None);
        }
        if Set::of(vm, other).is_none() && DictView::set_like(other).is_none() {
            return Ok(None);
        }
        let (ours, theirs) = (self.dict.len(), vm.len(other)?);
        let answer = match op {
            CompareOp::Eq | CompareOp::NotEq => {
                let equal = ours == theirs && all_contained(vm, this, other)?;
                equal == (op == CompareOp::Eq)
            }
            CompareOp::Lt => ours < theirs && all_contained(vm, this, other)?,
            CompareOp::LtE => ours <= theirs && all_contained(vm, this, other)?,
            CompareOp::Gt => ours > theirs && all_contained(vm, other, this)?,
            CompareOp::GtE => ours >= theirs && all_contained(vm, other, this)?,
            _ => return Ok(None),
        };
        Ok(Some(Value::bool(answer)))
    }

    fn binary(
        &self,
        vm: &Vm,
        this: &Value,
        op: BinaryOp,
        other: &Value,
        reflected: bool,
    ) -> Res<Option<Value>> {
        if self.part == Part::Values {
            return Ok(None);
        }
        let (left, right) = if reflected {
            (other, this)
        } else {
            (this, other)
        };
        match op {
            BinaryOp::BitAnd => self.intersection(vm, this, other).map(Some),
            BinaryOp::BitOr => {
                let result = begun_with(vm, left)?;
                result.update(vm, right)?;
                Ok(Some(Value::from(result)))
            }
            BinaryOp::Sub => {
                let result = begun_with(vm, left)?;
                result.difference_update(vm, right)?;
                Ok(Some(Value::from(result)))
            }
            BinaryOp::BitXor => self.symmetric_difference(vm, left, right).map(Some),
            _ => Ok(None),
        }
    }

    fn len(&self, _vm: &Vm, _this: &Value) -> Res<Option<usize>> {
        Ok(Some(self.dict.len()))
    }

    fn contains(&self, vm: &Vm, _this: &Value, item: &Value) -> Res<Option<bool>> {
        if self.part == Part::Values {
            return Ok(None);
        }
        self.has(vm, item).map(Some)
    }

    fn iter(&self, _vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        Ok(Some(DictIterator::over(&self.dict, self.part)))
    }
}

impl DictView {
    /// The common items, in the order of the smaller operand; a view on the right stands for the larger one.
    fn intersection(&self, vm: &Vm, this: &Value, other: &Value) -> Res {
        let (mut asked, mut items) = (this, other);
        if let Some(view) = DictView::set_like(other)
            && view.dict.len() > self.dict.len()
        {
            (asked, items) = (other, this);
        }
        let result = Set::new();
        if let Some(set) =
            Set::of(vm, items).filter(|set| !set.is_frozen() && set.len() >= self.dict.len())
            && matches!(items, Value::Object(_))
        {
            return set::intersection_with(vm, &set, asked);
        }
        vm.for_each(items, |item| {
            if vm.contains(asked, &item)? {
                result.add(vm, &item)?;
            }
            Ok(true)
        })?;
        Ok(Value::from(result))
    }

    fn symmetric_difference(&self, vm: &Vm, left: &Value, right: &Value) -> Res {
        if let (Some(a), Some(b)) = (left.downcast::<DictView>(), right.downcast::<DictView>())
            && a.part == Part::Items
            && b.part == Part::Items
        {
            return items_symmetric_difference(vm, &a.dict, &b.dict);
        }
        let result = begun_with(vm, left)?;
        result.symmetric_difference_update(vm, right)?;
        Ok(Value::from(result))
    }
}

/// `a.items() ^ b.items()`: pairs of which the other side has no equal.
fn items_symmetric_difference(vm: &Vm, a: &Ref<Dict>, b: &Ref<Dict>) -> Res {
    let rest = a.copy();
    let result = Set::new();
    let pair =
        |key: &Value, value: &Value| Value::from(Tuple::new(vec![key.clone(), value.clone()]));
    for (key, value) in b.entries() {
        let equal = match rest.get(vm, &key)? {
            Some(other) => vm.same_or_equal(&other, &value)?,
            None => false,
        };
        if equal {
            drop(rest.remove(vm, &key)?);
        } else {
            result.add(vm, &pair(&key, &value))?;
        }
    }
    for (key, value) in rest.entries() {
        result.add(vm, &pair(&key, &value))?;
    }
    Ok(Value::from(result))
}

fn all_contained(vm: &Vm, items: &Value, asked: &Value) -> Res<bool> {
    let mut all = true;
    vm.for_each(items, |item| {
        all = vm.contains(asked, &item)?;
        Ok(all)
    })?;
    Ok(all)
}

/// An iterator over a dictionary, from its beginning or from its end.
pub struct DictIterator {
    /// `None` when exhausted.
    dict: RefCell<Option<Ref<Dict>>>,
    part: Part,
    reversed: bool,
    /// The place where the search for the next entry begins, or before which it ends if reversed.
    place: Cell<usize>,
    /// How many entries there were at first.
    size: usize,
    /// How many entries are still expected.
    left: Cell<usize>,
}

impl DictIterator {
    /// An iterator over the keys.
    pub fn keys(dict: &Ref<Dict>) -> Value {
        DictIterator::over(dict, Part::Keys)
    }

    /// An iterator over a part of the entries.
    pub fn over(dict: &Ref<Dict>, part: Part) -> Value {
        DictIterator::start(dict, part, false, 0)
    }

    /// An iterator over a part of the entries, newest first.
    pub fn reversed(dict: &Ref<Dict>, part: Part) -> Value {
        DictIterator::start(dict, part, true, dict.places())
    }

    fn start(dict: &Ref<Dict>, part: Part, reversed: bool, place: usize) -> Value {
        Value::from(Ref::new(DictIterator {
            dict: RefCell::new(Some(dict.clone())),
            part,
            reversed,
            place: Cell::new(place),
            size: dict.len(),
            left: Cell::new(dict.len()),
        }))
    }

    fn hint(&self) -> usize {
        match &*self.dict.borrow() {
            Some(dict) if dict.len() == self.size => self.left.get(),
            _ => 0,
        }
    }
}

impl Object for DictIterator {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        let types = &vm.types;
        match (self.part, self.reversed) {
            (Part::Keys, false) => &types.dict_keyiterator,
            (Part::Values, false) => &types.dict_valueiterator,
            (Part::Items, false) => &types.dict_itemiterator,
            (Part::Keys, true) => &types.dict_reversekeyiterator,
            (Part::Values, true) => &types.dict_reversevalueiterator,
            (Part::Items, true) => &types.dict_reverseitemiterator,
        }
        .clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        if let Some(dict) = &*self.dict.borrow() {
            visit(&Value::Dict(dict.clone()));
        }
    }

    fn clear(&self) {
        let old = self.dict.take();
        drop(old);
    }

    fn is_iterator(&self) -> bool {
        true
    }

    fn next(&self, vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        let found = {
            let dict = self.dict.borrow();
            let Some(dict) = &*dict else {
                return Ok(None);
            };
            if dict.len() != self.size {
                None
            } else if self.reversed {
                Some(dict.entry_before(self.place.get()))
            } else {
                Some(dict.entry_from(self.place.get()))
            }
        };
        let Some(found) = found else {
            self.left.set(0);
            return Err(vm.runtime_error("dictionary changed size during iteration"));
        };
        let Some((place, key, value)) = found else {
            self.clear();
            return Ok(None);
        };
        if self.left.get() == 0 {
            self.clear();
            return Err(vm.runtime_error("dictionary keys changed during iteration"));
        }
        self.left.set(self.left.get() - 1);
        self.place.set(place);
        Ok(Some(self.part.pick(key, value)))
    }
}
