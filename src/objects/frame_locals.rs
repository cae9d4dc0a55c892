//! The view of a function's variables that `f_locals` gives: what is set there is set in the frame. A frame that runs
//! gets it when the call during which it was set returns.

use super::class::{Class, TypeDef};
use super::counted::Ref;
use super::dict::Dict;
use super::frame::{Frame, Place};
use super::list::List;
use super::native::{NativeDef, native};
use super::object::Object;
use super::str::Name;
use super::tuple::Tuple;
use super::value::Value;
use crate::interp::frame::Published;
use crate::interp::{Raised, Res, Vm};
use snakelet_grammar::ast::{BinaryOp, CompareOp};

/// A view of a frame's variables.
pub struct FrameLocals {
    frame: Ref<Frame>,
}

/// The row of the class.
pub const TYPE: TypeDef = TypeDef {
    name: "FrameLocalsProxy",
    doc: "The variables of a frame.",
    new: Some(native(
        "__new__",
        "(*args)",
        "The variables of a frame.",
        |vm, a| {
            let Value::Tuple(args) = &a[1] else {
                return Ok(Value::None);
            };
            match args.items() {
                [frame] => match frame.downcast::<Frame>() {
                    Some(frame) => Ok(FrameLocals::of(frame.clone())),
                    None => {
                        let class = vm.class_name(frame);
                        Err(vm.type_error(&format!("expect frame, not {class}")))
                    }
                },
                args => {
                    let count = args.len();
                    Err(vm.type_error(&format!(
                        "FrameLocalsProxy expected 1 argument, got {count}"
                    )))
                }
            }
        },
    )),
    methods: METHODS,
    slots: &[
        "__eq__",
        "__ne__",
        "__lt__",
        "__le__",
        "__gt__",
        "__ge__",
        "__repr__",
        "__len__",
        "__getitem__",
        "__setitem__",
        "__delitem__",
        "__contains__",
        "__iter__",
        "__or__",
        "__ror__",
        "__ior__",
    ],
    unhashable: true,
    ..TypeDef::PLAIN
};

const METHODS: &[NativeDef] = &[
    native(
        "get",
        "(key, default=None, /)",
        "The value of a variable, or the default.",
        |vm, a| {
            let found = of(vm, &a[0])?.read(vm, &a[1])?;
            Ok(found.unwrap_or_else(|| default(a)))
        },
    ),
    native(
        "setdefault",
        "(key, default=None, /)",
        "The value of a variable, which gets the default if it has none.",
        |vm, a| {
            let locals = of(vm, &a[0])?;
            if let Some(found) = locals.read(vm, &a[1])? {
                return Ok(found);
            }
            locals.write(vm, &a[1], default(a))?;
            Ok(default(a))
        },
    ),
    native("keys", "()", "The names.", |vm, a| {
        let entries = of(vm, &a[0])?.entries(vm);
        Ok(list(entries.into_iter().map(|(name, _)| name)))
    }),
    native("values", "()", "The values.", |vm, a| {
        let entries = of(vm, &a[0])?.entries(vm);
        Ok(list(entries.into_iter().map(|(_, value)| value)))
    }),
    native("items", "()", "Names and values.", |vm, a| {
        let entries = of(vm, &a[0])?.entries(vm);
        let pair = |(name, value)| Value::from(Tuple::new(vec![name, value]));
        Ok(list(entries.into_iter().map(pair)))
    }),
    native("copy", "()", "A dict of all.", |vm, a| {
        of(vm, &a[0])?.dict(vm).map(Value::Dict)
    }),
    native(
        "update",
        "(other, /)",
        "Sets variables.",
        |vm, a| match of(vm, &a[0])?.update(vm, &a[1])? {
            true => Ok(Value::None),
            false => {
                Err(vm.type_error("update() argument must be dict or another FrameLocalsProxy"))
            }
        },
    ),
    native(
        "__reversed__",
        "()",
        "The names from the last one on.",
        |vm, a| {
            let entries = of(vm, &a[0])?.entries(vm);
            Ok(list(entries.into_iter().rev().map(|(name, _)| name)))
        },
    ),
];

fn default(a: &[Value]) -> Value {
    let given = a.get(2).and_then(Value::given);
    given.cloned().unwrap_or(Value::None)
}

fn list(items: impl Iterator<Item = Value>) -> Value {
    Value::from(List::new(items.collect()))
}

fn of<'a>(vm: &Vm, value: &'a Value) -> Res<&'a Ref<FrameLocals>> {
    value
        .downcast::<FrameLocals>()
        .ok_or_else(|| vm.descriptor_error("FrameLocalsProxy", value))
}

/// What a slot holds, with that of a cell taken out of it.
fn held(slot: &Value) -> Value {
    match slot {
        Value::Cell(cell) => cell.0.get(),
        value => value.clone(),
    }
}

/// The value of a variable of a frame, as far as it can be seen.
pub fn variable(vm: &Vm, frame: &Ref<Frame>, name: &str) -> Option<Value> {
    let locals = FrameLocals {
        frame: frame.clone(),
    };
    let own = locals.variables(&frame.place(vm));
    let mut named = own
        .into_iter()
        .filter(|(each, _)| each.as_str() == Some(name));
    named.next().map(|(_, value)| value)
}

impl FrameLocals {
    /// A view of the variables of a frame.
    pub fn of(frame: Ref<Frame>) -> Value {
        Value::from(Ref::new(FrameLocals { frame }))
    }

    /// The frame's own variables that have a value.
    fn variables(&self, place: &Place) -> Vec<(Name, Value)> {
        if let Place::Running(Some(Published::Variables(seen))) = place {
            let values = seen.values.borrow();
            let given = values.iter().filter(|(_, value)| !value.is_undef());
            return given.cloned().collect();
        }
        let names = &self.frame.code.layout().names;
        self.frame.with_slots(place, |slots| {
            let all = names.iter().zip(slots.iter());
            let visible = all.filter(|(name, _)| !name.bytes().starts_with(b"."));
            let read = visible.map(|(name, slot)| (name.clone(), held(slot)));
            read.filter(|(_, value)| !value.is_undef()).collect()
        })
    }

    fn entries(&self, vm: &Vm) -> Vec<(Value, Value)> {
        let own = self.variables(&self.frame.place(vm));
        let mut entries: Vec<(Value, Value)> = own
            .into_iter()
            .map(|(name, value)| (Value::Str(name), value))
            .collect();
        if let Some(added) = self.frame.added.get() {
            entries.extend(added.entries());
        }
        entries
    }

    /// All as a dict.
    pub fn dict(&self, vm: &Vm) -> Res<Ref<Dict>> {
        let dict = Dict::new();
        for (name, value) in self.entries(vm) {
            dict.set(vm, &name, value)?;
        }
        Ok(dict)
    }

    /// The variable that a key names: equal to its name, if it is no string itself.
    fn named(&self, vm: &Vm, key: &Value) -> Res<Option<Name>> {
        let hash = vm.hash(key)?;
        let mut names = self.frame.code.layout().names.iter();
        if let Value::Str(wanted) = key {
            let found = names.find(|name| name.bytes() == wanted.bytes());
            return Ok(Some(found.unwrap_or(wanted).clone()));
        }
        for name in names {
            let value = Value::Str(name.clone());
            if vm.hash(&value)? == hash && vm.equal(&value, key)? {
                return Ok(Some(name.clone()));
            }
        }
        Ok(None)
    }

    /// The slot of a variable.
    fn slot(&self, wanted: &Name) -> Option<usize> {
        let mut names = self.frame.code.layout().names.iter();
        names.position(|name| name.same(wanted))
    }

    fn read(&self, vm: &Vm, key: &Value) -> Res<Option<Value>> {
        let named = self.named(vm, key)?;
        let place = self.frame.place(vm);
        if let Some(wanted) = named {
            let own = self.variables(&place).into_iter();
            let mut found = own.filter(|(name, _)| name.bytes() == wanted.bytes());
            if let Some((_, value)) = found.next() {
                return Ok(Some(value));
            }
        }
        match self.frame.added.get() {
            Some(added) => added.get(vm, key),
            None => Ok(None),
        }
    }

    fn write(&self, vm: &Vm, key: &Value, mut value: Value) -> Res<()> {
        let named = self.named(vm, key)?;
        let place = self.frame.place(vm);
        let slot = named.as_ref().and_then(|name| self.slot(name));
        let is_running = matches!(place, Place::Running(_));
        if let (Place::Running(Some(Published::Variables(seen))), Some(wanted)) = (&place, named) {
            match seen.set(wanted.bytes(), value) {
                Ok(old) => {
                    old.discard();
                    return Ok(());
                }
                Err(back) => value = back,
            }
        } else if let (Some(slot), false) = (slot, is_running) {
            let old = self
                .frame
                .with_slots(&place, |slots| match slots.get_mut(slot) {
                    Some(Value::Cell(cell)) => cell.0.replace(value),
                    Some(slot) => std::mem::replace(slot, value),
                    None => value,
                });
            old.discard();
            return Ok(());
        }
        let added = self.frame.added.get().unwrap_or_else(|| {
            let added = Dict::new();
            self.frame.added.set(Some(added.clone()));
            added
        });
        added.set(vm, key, value)
    }

    /// Sets what a dict or another view holds; `false`: it is neither.
    fn update(&self, vm: &Vm, other: &Value) -> Res<bool> {
        let Some(other) = self.as_dict(vm, other)? else {
            return Ok(false);
        };
        for (key, value) in other.entries() {
            self.write(vm, &key, value)?;
        }
        Ok(true)
    }

    fn as_dict(&self, vm: &Vm, value: &Value) -> Res<Option<Ref<Dict>>> {
        if let Some(other) = value.downcast::<FrameLocals>() {
            return other.dict(vm).map(Some);
        }
        match vm.unwrapped(value) {
            Value::Dict(dict) => Ok(Some(dict)),
            _ => Ok(None),
        }
    }

    #[cold]
    fn missing(&self, vm: &Vm, key: &Value) -> Raised {
        match vm.repr(key) {
            Ok(shown) => {
                let text = Value::from(format!("local variable '{shown}' is not defined"));
                vm.key_error(&text)
            }
            Err(raised) => raised,
        }
    }
}

impl Object for FrameLocals {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.frame_locals.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&Value::from(self.frame.clone()));
    }

    fn clear(&self) {}

    fn repr(&self, vm: &Vm, this: &Value) -> Res<Option<String>> {
        let address = this.address().unwrap_or(0);
        if vm.thread.in_repr.borrow().contains(&address) {
            return Ok(Some("{...}".to_owned()));
        }
        let dict = Value::Dict(self.dict(vm)?);
        vm.thread.in_repr.borrow_mut().push(address);
        let shown = vm.repr(&dict);
        vm.thread
            .in_repr
            .borrow_mut()
            .retain(|each| *each != address);
        shown.map(Some)
    }

    fn len(&self, vm: &Vm, _this: &Value) -> Res<Option<usize>> {
        Ok(Some(self.entries(vm).len()))
    }

    fn contains(&self, vm: &Vm, _this: &Value, item: &Value) -> Res<Option<bool>> {
        Ok(Some(self.read(vm, item)?.is_some()))
    }

    fn get_item(&self, vm: &Vm, _this: &Value, index: &Value) -> Res<Option<Value>> {
        match self.read(vm, index)? {
            Some(value) => Ok(Some(value)),
            None => Err(self.missing(vm, index)),
        }
    }

    fn set_item(&self, vm: &Vm, _this: &Value, index: &Value, value: Option<Value>) -> Res<bool> {
        match value {
            Some(value) => self.write(vm, index, value).map(|()| true),
            None => Err(vm.type_error("cannot remove variables from FrameLocalsProxy")),
        }
    }

    fn iter(&self, vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        let names = self.entries(vm).into_iter().map(|(name, _)| name);
        vm.iter(&list(names)).map(Some)
    }

    fn compare(&self, vm: &Vm, _this: &Value, op: CompareOp, other: &Value) -> Res<Option<Value>> {
        if !matches!(op, CompareOp::Eq | CompareOp::NotEq) {
            return Ok(None);
        }
        if let Some(other) = other.downcast::<FrameLocals>() {
            let same = self.frame.same(&other.frame);
            return Ok(Some(Value::bool(same == (op == CompareOp::Eq))));
        }
        match self.as_dict(vm, other)? {
            Some(other) => {
                let own = Value::Dict(self.dict(vm)?);
                vm.compare(op, &own, &Value::Dict(other)).map(Some)
            }
            None => Ok(None),
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
        let (BinaryOp::BitOr, Some(other)) = (op, self.as_dict(vm, other)?) else {
            return Ok(None);
        };
        let own = self.dict(vm)?;
        let (first, second) = if reflected {
            (other, own)
        } else {
            (own, other)
        };
        let both = first.copy();
        both.update(vm, &second)?;
        Ok(Some(Value::Dict(both)))
    }

    fn in_place(&self, vm: &Vm, this: &Value, op: BinaryOp, other: &Value) -> Res<Option<Value>> {
        if op == BinaryOp::BitOr && self.update(vm, other)? {
            return Ok(Some(this.clone()));
        }
        Ok(None)
    }
}
