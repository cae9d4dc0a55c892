//! A class: names, bases, method resolution order, and what instances look like. Making one from a `class` statement
//! is `interp/classes.rs`; finding attributes on an object is `interp/attribute.rs`.

use super::counted::{CloneCell, Ref};
use super::dict::Dict;
use super::native::{GetterDef, Native, NativeDef, NativeKind};
use super::object::Object;
use super::str::Name;
use super::value::Value;
use crate::interp::{Args, Res, Vm};
use rustc_hash::FxHashMap;
use snakelet_grammar::ast::BinaryOp;
use std::cell::{Cell, RefCell};

/// The static description of a type implemented here: one row for each thing that a script can find on it.
pub struct TypeDef {
    /// Its name.
    pub name: &'static str,
    /// The module that messages name with it; `builtins` is left out.
    pub module: &'static str,
    /// The first line of its `help()`.
    pub doc: &'static str,
    /// `__new__`: gets the class and the arguments, and makes a plain value; a subclass's instance is wrapped around it.
    pub new: Option<NativeDef>,
    /// `__init__`: gets the object and the arguments, for types that are filled after they are made.
    pub init: Option<NativeDef>,
    /// Methods.
    pub methods: &'static [NativeDef],
    /// Class methods.
    pub class_methods: &'static [NativeDef],
    /// Static methods.
    pub static_methods: &'static [NativeDef],
    /// Computed attributes.
    pub getters: &'static [GetterDef],
    /// The special methods that the type's operations in the protocol give, by name (`__add__`, `__len__`).
    pub slots: &'static [&'static str],
    /// Special methods with code of their own.
    pub special: &'static [NativeDef],
    /// Whether a script may derive from it.
    pub is_base: bool,
    /// Whether its objects hold what those of its base do, so that several such types can be bases of one class.
    pub like_base: bool,
    /// Whether `hash` refuses it.
    pub unhashable: bool,
    /// Whether there may be weak references to its objects.
    pub weakly_referable: bool,
    /// Whether instances of subclasses with an `__init__` of their own are made by that: see `late.rs`.
    pub is_late: bool,
}

impl TypeDef {
    /// A type with nothing on it, to be filled with `..TypeDef::PLAIN`.
    pub const PLAIN: TypeDef = TypeDef {
        name: "",
        module: "builtins",
        doc: "",
        new: None,
        init: None,
        methods: &[],
        class_methods: &[],
        static_methods: &[],
        getters: &[],
        slots: &[],
        special: &[],
        is_base: false,
        like_base: false,
        unhashable: false,
        weakly_referable: false,
        is_late: false,
    };
}

/// A class.
pub struct Class {
    name: CloneCell<Name>,
    qualname: CloneCell<Name>,
    bases: RefCell<Vec<Ref<Class>>>,
    /// The method resolution order, without the class itself if it leads.
    mro: RefCell<Vec<Ref<Class>>>,
    /// Whether the class is the first of its resolution order: only a metaclass's own `mro()` says otherwise.
    leads: Cell<bool>,
    dict: Ref<Dict>,
    /// A script's class itself: like in the reference, only the collector frees one.
    own: CloneCell<Option<Ref<Class>>>,
    metaclass: CloneCell<Option<Ref<Class>>>,
    /// The description of a type implemented here; `None`: a script defined it.
    def: Option<&'static TypeDef>,
    /// The description of the nearest type implemented here: what instances are made of.
    native: &'static TypeDef,
    populated: Cell<bool>,
    has_del: Cell<bool>,
    has_dict: Cell<bool>,
    root_shape: Cell<u32>,
    slot_count: Cell<u32>,
    cache: RefCell<FxHashMap<usize, Value>>,
    cache_epoch: Cell<u32>,
    /// Weak references to direct subclasses that scripts made; some may have died, or have other bases now.
    subclasses: RefCell<Vec<Value>>,
    collection: Cell<Collection>,
    /// Whether messages name a script's class with its module.
    is_dotted: Cell<bool>,
    /// What calling it comes to, and the epoch in which that was found out.
    making: Cell<(u32, Making)>,
}

/// What calling a class comes to.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Making {
    /// `__new__` and `__init__`, whatever they are.
    #[default]
    Generally,
    /// An exception with its arguments: both are those of `BaseException`.
    Exception,
    /// An instance that an `__init__` of the script's fills: `__new__` is that of `object`.
    Instance,
}

/// What patterns take the instances of a class for, if it says so or was registered.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Collection {
    /// Neither.
    #[default]
    Neither,
    /// A sequence.
    Sequence,
    /// A mapping.
    Mapping,
}

/// The modules whose classes the reference makes when it runs them, so that messages do not name the module.
const WRITTEN_IN_PYTHON: [&str; 5] = [
    "io",
    "socket",
    "_frozen_importlib",
    "_frozen_importlib_external",
    "_sitebuiltins",
];

impl Class {
    /// A type implemented here, derived from `base` (only `object` has none).
    pub fn builtin(name: Name, def: &'static TypeDef, base: Option<&Ref<Class>>) -> Ref<Class> {
        let mut mro = Vec::new();
        if let Some(base) = base {
            mro.push(base.clone());
            mro.extend(base.mro.borrow().iter().cloned());
        }
        Ref::new(Class {
            qualname: CloneCell::new(name.clone()),
            name: CloneCell::new(name),
            bases: RefCell::new(base.cloned().into_iter().collect()),
            mro: RefCell::new(mro),
            leads: Cell::new(true),
            dict: Dict::new(),
            own: CloneCell::new(None),
            metaclass: CloneCell::new(None),
            def: Some(def),
            native: def,
            populated: Cell::new(false),
            has_del: Cell::new(false),
            has_dict: Cell::new(false),
            root_shape: Cell::new(0),
            slot_count: Cell::new(0),
            cache: RefCell::default(),
            cache_epoch: Cell::new(0),
            subclasses: RefCell::default(),
            collection: Cell::default(),
            is_dotted: Cell::new(false),
            making: Cell::default(),
        })
    }

    /// A class that a script defined. `mro` is without the class itself.
    pub fn scripted(
        name: Name,
        qualname: Name,
        bases: Vec<Ref<Class>>,
        mro: Vec<Ref<Class>>,
        dict: Ref<Dict>,
        metaclass: Option<Ref<Class>>,
        native: &'static TypeDef,
    ) -> Ref<Class> {
        let class = Ref::new(Class {
            name: CloneCell::new(name),
            qualname: CloneCell::new(qualname),
            bases: RefCell::new(bases),
            mro: RefCell::new(mro),
            leads: Cell::new(true),
            dict,
            own: CloneCell::new(None),
            metaclass: CloneCell::new(metaclass),
            def: None,
            native,
            populated: Cell::new(true),
            has_del: Cell::new(false),
            has_dict: Cell::new(true),
            root_shape: Cell::new(0),
            slot_count: Cell::new(0),
            cache: RefCell::default(),
            cache_epoch: Cell::new(0),
            subclasses: RefCell::default(),
            collection: Cell::default(),
            is_dotted: Cell::new(false),
            making: Cell::default(),
        });
        class.own.set(Some(class.clone()));
        class
    }

    /// Its name.
    pub fn name(&self) -> String {
        self.name.get().lossy().into_owned()
    }

    /// Its name as an interned string.
    pub fn name_ref(&self) -> Name {
        self.name.get()
    }

    /// The name of the module that defines it.
    pub fn module(&self, vm: &Vm) -> Value {
        match self.def {
            Some(def) => Value::Str(vm.name(def.module)),
            None => self
                .dict
                .get_name(&vm.names.__module__)
                .unwrap_or_else(|| Value::str("builtins")),
        }
    }

    /// Its dotted name with its module, which is left out for built-in classes.
    pub fn full_name(&self, vm: &Vm) -> String {
        let qualname = self.qualname();
        match self.module(vm) {
            Value::Str(module) if module.bytes() != b"builtins" => {
                format!("{}.{}", module.lossy(), qualname.lossy())
            }
            _ => qualname.lossy().into_owned(),
        }
    }

    /// Its name as messages have it: dotted if the reference implements it in a native module.
    pub fn message_name(&self, vm: &Vm) -> String {
        let is_dotted = match self.def {
            Some(def) => {
                def.module != "builtins"
                    && !def.module.starts_with("asyncio.")
                    && !WRITTEN_IN_PYTHON.contains(&def.module)
            }
            None => self.is_dotted.get(),
        };
        if is_dotted {
            self.full_name(vm)
        } else {
            self.name()
        }
    }

    /// Says that messages name it with its module: a class of a native module that is written in the language here.
    pub fn name_with_module(&self) {
        self.is_dotted.set(true);
    }

    /// Its dotted name with its module, which is left out for built-in classes and those of the script.
    pub fn qualified_name(&self, vm: &Vm) -> String {
        match self.module(vm) {
            Value::Str(module) if module.bytes() == b"__main__" => {
                self.qualname().lossy().into_owned()
            }
            _ => self.full_name(vm),
        }
    }

    /// What patterns take its instances for: as it or the nearest class above it says.
    pub fn collection(&self) -> Collection {
        let own = self.collection.get();
        if own != Collection::Neither {
            return own;
        }
        let mro = self.mro.borrow();
        let kinds = std::iter::once(self.collection.get())
            .chain(mro.iter().map(|class| class.collection.get()));
        kinds
            .into_iter()
            .find(|kind| *kind != Collection::Neither)
            .unwrap_or_default()
    }

    /// Says what patterns take its instances for.
    pub fn set_collection(&self, kind: Collection) {
        self.collection.set(kind);
    }

    /// Renames it (`__name__`).
    pub fn set_name(&self, name: Name) {
        self.name.set(name);
    }

    /// Its dotted name within its module.
    pub fn qualname(&self) -> Name {
        self.qualname.get()
    }

    /// Sets `__qualname__`.
    pub fn set_qualname(&self, name: Name) {
        self.qualname.set(name);
    }

    /// The classes it derives from.
    pub fn bases(&self) -> Vec<Ref<Class>> {
        self.bases.borrow().clone()
    }

    /// Replaces the classes it derives from (`__bases__`).
    pub fn set_bases(&self, bases: Vec<Ref<Class>>) {
        let old = self.bases.replace(bases);
        drop(old);
    }

    /// The class of this class, if it is not `type`.
    pub fn metaclass(&self) -> Option<Ref<Class>> {
        self.metaclass.get()
    }

    /// Sets the class of this class.
    pub fn set_metaclass(&self, metaclass: Option<Ref<Class>>) {
        self.metaclass.set(metaclass);
    }

    /// The description of a type implemented here; `None`: a script defined it.
    #[inline]
    pub fn def(&self) -> Option<&'static TypeDef> {
        self.def
    }

    /// The description of the nearest type implemented here.
    #[inline]
    pub fn native(&self) -> &'static TypeDef {
        self.native
    }

    /// Whether instances run `__del__`.
    #[inline]
    pub fn has_del(&self) -> bool {
        self.has_del.get()
    }

    /// Says whether instances run `__del__`.
    pub fn set_has_del(&self, has_del: bool) {
        self.has_del.set(has_del);
    }

    /// Whether instances have a `__dict__`: not with `__slots__` alone.
    #[inline]
    pub fn has_dict(&self) -> bool {
        self.has_dict.get()
    }

    /// Says whether instances have a `__dict__`.
    pub fn set_has_dict(&self, has_dict: bool) {
        self.has_dict.set(has_dict);
    }

    /// The shape of a new instance; 0 until the first instance asks for one.
    #[inline]
    pub fn root_shape(&self) -> &Cell<u32> {
        &self.root_shape
    }

    /// How many values instances keep for `__slots__`, those of the bases included.
    #[inline]
    pub fn slot_count(&self) -> usize {
        self.slot_count.get() as usize
    }

    /// Says how many values instances keep for `__slots__`.
    pub fn set_slot_count(&self, count: usize) {
        self.slot_count.set(count as u32);
    }

    /// What calling it comes to, if that was found out and no class has changed since.
    #[inline(always)]
    pub fn making(&self, vm: &Vm) -> Option<Making> {
        let (epoch, making) = self.making.get();
        (epoch == vm.epoch()).then_some(making)
    }

    /// Notes what calling it comes to until a class changes.
    pub fn set_making(&self, vm: &Vm, making: Making) {
        self.making.set((vm.epoch(), making));
    }

    /// Weak references to the direct subclasses that scripts made, in the order in which they came to derive from it.
    pub fn subclasses(&self) -> Vec<Value> {
        self.subclasses.borrow().clone()
    }

    /// Notes that a script's class derives from it.
    pub fn add_subclass(&self, class: &Ref<Class>) {
        let reference = super::weakref::plain(&class.clone().erase());
        if self.subclasses.borrow().len().is_power_of_two() {
            self.keep_subclasses(|each| super::weakref::target(each).is_some());
        }
        self.subclasses.borrow_mut().push(reference);
    }

    /// Notes that a class derives from it no more.
    pub fn remove_subclass(&self, class: &Ref<Class>) {
        let reference = super::weakref::plain(&class.clone().erase());
        self.keep_subclasses(|each| !each.is(&reference));
    }

    fn keep_subclasses(&self, wanted: impl Fn(&Value) -> bool) {
        let all = self.subclasses.take();
        let (kept, gone): (Vec<Value>, Vec<Value>) = all.into_iter().partition(wanted);
        self.subclasses.replace(kept);
        drop(gone);
    }
}

impl Ref<Class> {
    /// Its own names, filled from the tables first.
    pub fn dict(&self, vm: &Vm) -> &Ref<Dict> {
        self.populate(vm);
        &self.dict
    }

    /// The method resolution order.
    pub fn line(&self) -> Vec<Ref<Class>> {
        let own = self.leads.get().then(|| self.clone());
        own.into_iter()
            .chain(self.mro.borrow().iter().cloned())
            .collect()
    }

    /// Replaces the method resolution order.
    pub fn set_line(&self, mut line: Vec<Ref<Class>>) {
        let leads = line.first().is_some_and(|first| first.same(self));
        if leads {
            drop(line.remove(0));
        }
        self.leads.set(leads);
        let old = self.mro.replace(line);
        drop(old);
    }

    /// Whether this is `other` or derives from it.
    pub fn is_subclass(&self, other: &Ref<Class>) -> bool {
        self.same(other) && self.leads.get()
            || self.mro.borrow().iter().any(|class| class.same(other))
    }

    /// What `name` means on the class, found along its resolution order; descriptors are not bound.
    #[inline]
    pub fn lookup(&self, vm: &Vm, name: &Name) -> Option<Value> {
        if self.cache_epoch.get() == vm.epoch()
            && let Some(found) = self.cache.borrow().get(&name.address())
        {
            return found.given().cloned();
        }
        self.lookup_slowly(vm, name)
    }

    #[cold]
    fn lookup_slowly(&self, vm: &Vm, name: &Name) -> Option<Value> {
        let found = self.lookup_uncached(vm, name);
        if self.cache_epoch.get() != vm.epoch() {
            let old = self.cache.take();
            self.cache_epoch.set(vm.epoch());
            drop(old);
        }
        let old = self
            .cache
            .borrow_mut()
            .insert(name.address(), found.clone().unwrap_or_default());
        drop(old);
        // A cached address must stay this name's: names live as long as the interpreter.
        debug_assert!(name.is_interned());
        found
    }

    fn lookup_uncached(&self, vm: &Vm, name: &Name) -> Option<Value> {
        let line = self.line();
        line.iter().find_map(|class| class.dict(vm).get_name(name))
    }

    /// As `lookup`, starting behind `class` in the resolution order of this class: what `super()` finds.
    pub fn lookup_after(&self, vm: &Vm, class: &Ref<Class>, name: &Name) -> Option<Value> {
        let line = self.line();
        let at = line.iter().position(|each| each.same(class))?;
        line[at + 1..]
            .iter()
            .find_map(|class| class.dict(vm).get_name(name))
    }

    /// The class in whose own names `name` is found first.
    pub fn definer(&self, vm: &Vm, name: &Name) -> Option<Ref<Class>> {
        self.line()
            .into_iter()
            .find(|class| class.dict(vm).get_name(name).is_some())
    }

    /// Puts the rows of the tables into the names, when they are first asked for: most types never are.
    fn populate(&self, vm: &Vm) {
        if self.populated.replace(true) {
            return;
        }
        let Some(def) = self.def else { return };
        let put = |name: &str, value: Value| self.dict.set_name(&vm.names.intern(name), value);
        let method = |def: &'static NativeDef, kind| Value::Native(Native::method(def, kind, self));
        if let Some(new) = &def.new {
            put("__new__", method(new, NativeKind::New));
        }
        for name in def.slots {
            if let Some(slot) = crate::interp::slots::find(name) {
                put(name, method(slot, NativeKind::Slot));
            }
        }
        if let Some(init) = &def.init {
            put("__init__", method(init, NativeKind::Slot));
        }
        for row in def.special {
            put(row.name, method(row, NativeKind::Slot));
        }
        for row in def.methods {
            put(row.name, method(row, NativeKind::Method));
        }
        for row in def.class_methods {
            put(row.name, method(row, NativeKind::ClassMethod));
        }
        for row in def.static_methods {
            put(row.name, method(row, NativeKind::StaticMethod));
        }
        for row in def.getters {
            put(row.name, Value::from(super::getset::GetSet::new(row, self)));
        }
        if def.unhashable {
            put("__hash__", Value::None);
        }
        if def.getters.iter().any(|row| row.name == "__doc__") {
            return;
        }
        put(
            "__doc__",
            if def.doc.is_empty() {
                Value::None
            } else {
                Value::str(def.doc)
            },
        );
    }
}

impl Object for Class {
    fn wrap(this: Ref<Self>) -> Value {
        Value::Class(this)
    }

    fn class(&self, vm: &Vm) -> Ref<Class> {
        self.metaclass
            .get()
            .unwrap_or_else(|| vm.types.type_.clone())
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&Value::Dict(self.dict.clone()));
        for class in self.bases.borrow().iter().chain(self.mro.borrow().iter()) {
            visit(&Value::Class(class.clone()));
        }
        for value in self.cache.borrow().values() {
            visit(value);
        }
        self.subclasses.borrow().iter().for_each(&mut *visit);
        let more = [self.metaclass.get(), self.own.get()];
        more.into_iter()
            .flatten()
            .for_each(|class| visit(&Value::Class(class)));
    }

    fn clear(&self) {
        let old = (self.cache.take(), self.bases.take(), self.mro.take());
        self.dict.clear_all();
        drop(old);
        let own = self.own.take();
        drop(own);
    }

    fn repr(&self, vm: &Vm, _this: &Value) -> Res<Option<String>> {
        Ok(Some(format!("<class '{}'>", self.full_name(vm))))
    }

    fn binary(
        &self,
        vm: &Vm,
        this: &Value,
        op: BinaryOp,
        other: &Value,
        reflected: bool,
    ) -> Res<Option<Value>> {
        super::union_type::binary(vm, this, op, other, reflected)
    }

    fn is_callable(&self) -> bool {
        true
    }

    fn call(&self, vm: &Vm, this: &Value, args: Args<'_>) -> Res {
        vm.call(this, args)
    }
}
