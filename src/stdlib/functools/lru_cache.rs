//! The function with a cache that `lru_cache` makes. The entries stand in a dictionary; when each was used last is noted beside
//! it, so that using one changes nothing that a look-up may be in the midst of.

use crate::interp::{Args, Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::{CloneCell, Ref};
use crate::objects::dict::Dict;
use crate::objects::method::BoundMethod;
use crate::objects::native::{GetterDef, native};
use crate::objects::number::Integer;
use crate::objects::object::Object;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use crate::stdlib::native_class::native_class;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

/// The row of `_lru_cache_wrapper`.
pub static TYPE: TypeDef = TypeDef {
    weakly_referable: true,
    name: "_lru_cache_wrapper",
    module: "functools",
    doc: "A function that remembers what it gave.",
    new: Some(native(
        "__new__",
        "(user_function, maxsize, typed, cache_info_type)",
        "Make a new object. help(type) says what it takes.",
        new,
    )),
    methods: &[
        native("cache_info", "()", "Report cache statistics", |vm, a| {
            let cache = of(vm, &a[0])?;
            let count = |number: u64| Value::from(number as usize);
            let most = cache.most.map_or(Value::None, Value::from);
            let statistics = [
                count(cache.hits.get()),
                count(cache.misses.get()),
                most,
                Value::from(cache.entries.len()),
            ];
            vm.call_with(&cache.info_type, &statistics)
        }),
        native(
            "cache_clear",
            "()",
            "Forget all results, and how often they were of use",
            |vm, a| {
                let cache = of(vm, &a[0])?;
                cache.hits.set(0);
                cache.misses.set(0);
                cache.entries.clear_all();
                let uses = cache.uses.take();
                drop(uses);
                Ok(Value::None)
            },
        ),
        native("__copy__", "()", "The function itself.", |_, a| {
            Ok(a[0].clone())
        }),
        native(
            "__deepcopy__",
            "(memo, /)",
            "The function itself.",
            |_, a| Ok(a[0].clone()),
        ),
        native("__reduce__", "()", "Its qualified name.", |vm, a| {
            vm.get_attribute(&a[0], &vm.names.__qualname__)
        }),
    ],
    getters: &[GetterDef {
        name: "__dict__",
        doc: "",
        get: |vm, this| {
            let attributes = of(vm, this)?.attributes(true);
            Ok(attributes.map_or(Value::None, Value::Dict))
        },
        set: None,
    }],
    slots: &["__call__", "__get__"],
    ..TypeDef::PLAIN
};

struct Cache {
    function: CloneCell<Value>,
    /// How many entries it keeps; `None`: all.
    most: Option<usize>,
    /// Whether arguments of different types are different.
    typed: bool,
    info_type: Value,
    /// The entries by their keys.
    entries: Ref<Dict>,
    /// The keys with their hashes, the one not used for the longest time first; empty where all entries are kept.
    uses: RefCell<BTreeMap<u64, (i64, Value)>>,
    /// How many uses there were.
    used: Cell<u64>,
    hits: Cell<u64>,
    misses: Cell<u64>,
    /// What stands before keyword arguments in a key.
    mark: Value,
    attributes: CloneCell<Option<Ref<Dict>>>,
}

/// What is kept for a key.
struct Entry {
    result: Value,
    /// Which use of the cache was its last.
    used: Cell<u64>,
}

impl Object for Entry {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.object.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.result);
    }

    /// It never changes; the dictionary that holds it is cleared instead.
    fn clear(&self) {}
}

fn of(vm: &Vm, value: &Value) -> Res<Ref<Cache>> {
    match vm.unwrapped(value).downcast::<Cache>() {
        Some(cache) => Ok(cache.clone()),
        None => Err(vm.descriptor_error("functools._lru_cache_wrapper", value)),
    }
}

fn new(vm: &Vm, a: &[Value]) -> Res {
    if !vm.is_callable(&a[1]) {
        return Err(vm.type_error("the first argument must be callable"));
    }
    let most = match &a[2] {
        Value::None => None,
        most if Integer::of(&vm.unwrapped(most)).is_some() => {
            Some(vm.index_size(most)?.max(0) as usize)
        }
        _ => return Err(vm.type_error("maxsize should be integer or None")),
    };
    let object = Value::Class(vm.types.object.clone());
    Ok(Value::from(Ref::new(Cache {
        function: CloneCell::new(a[1].clone()),
        most,
        typed: vm.truth(&a[3])?,
        info_type: a[4].clone(),
        entries: Dict::new(),
        uses: RefCell::default(),
        used: Cell::new(0),
        hits: Cell::new(0),
        misses: Cell::new(0),
        mark: vm.call_with(&object, &[])?,
        attributes: CloneCell::default(),
    })))
}

impl Cache {
    /// What stands for the arguments in the cache.
    fn key(&self, vm: &Vm, args: Args<'_>) -> Value {
        if let ([only @ (Value::Int(_) | Value::Str(_))], [], false) =
            (args.leading(), args.names, self.typed)
        {
            return only.clone();
        }
        let mut parts = args.leading().to_vec();
        if !args.names.is_empty() {
            parts.push(self.mark.clone());
        }
        for (name, value) in args.keywords() {
            parts.push(Value::Str(name.clone()));
            parts.push(value.clone());
        }
        if self.typed {
            let types = args
                .values
                .iter()
                .map(|value| Value::Class(vm.class_of(value)));
            parts.extend(types);
        }
        Value::from(Tuple::new(parts))
    }

    /// The result for a key that is there, which becomes the newest.
    fn found(&self, vm: &Vm, hash: i64, key: &Value) -> Res<Option<Value>> {
        let Some(found) = self.entries.get_hashed(vm, hash, key)? else {
            return Ok(None);
        };
        self.hits.set(self.hits.get() + 1);
        let Some(entry) = found.downcast::<Entry>() else {
            return Ok(Some(found));
        };
        let used = self.next_use();
        let mut uses = self.uses.borrow_mut();
        if let Some(kept) = uses.remove(&entry.used.replace(used)) {
            uses.insert(used, kept);
        }
        drop(uses);
        Ok(Some(entry.result.clone()))
    }

    fn next_use(&self) -> u64 {
        self.used.set(self.used.get() + 1);
        self.used.get()
    }

    /// Keeps a result as the newest of a bounded number.
    fn keep(&self, vm: &Vm, hash: i64, key: &Value, result: Value) -> Res<()> {
        let used = self.next_use();
        let entry = Value::from(Ref::new(Entry {
            result,
            used: Cell::new(used),
        }));
        self.entries.set_hashed(vm, hash, key, entry)?;
        let kept = self.uses.borrow_mut().insert(used, (hash, key.clone()));
        drop(kept);
        Ok(())
    }

    /// Drops the entry not used for the longest time; whether there was one.
    fn drop_oldest(&self, vm: &Vm) -> Res<bool> {
        let oldest = self.uses.borrow_mut().pop_first();
        let Some((_, (hash, key))) = oldest else {
            return Ok(false);
        };
        let gone = self.entries.remove_hashed(vm, hash, &key)?;
        drop(gone);
        Ok(true)
    }
}

impl Object for Cache {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        native_class(vm, &TYPE)
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.function.get());
        visit(&self.info_type);
        visit(&Value::Dict(self.entries.clone()));
        for (_, key) in self.uses.borrow().values() {
            visit(key);
        }
        if let Some(own) = self.attributes.get() {
            visit(&Value::Dict(own));
        }
    }

    fn clear(&self) {
        self.function.set(Value::None);
        let uses = self.uses.take();
        drop(uses);
        drop(self.attributes.take());
    }

    fn is_callable(&self) -> bool {
        true
    }

    fn call(&self, vm: &Vm, _this: &Value, args: Args<'_>) -> Res {
        let function = self.function.get();
        if self.most == Some(0) {
            self.misses.set(self.misses.get() + 1);
            return vm.nested(|| vm.call(&function, args));
        }
        let key = self.key(vm, args);
        let hash = vm.hash(&key)?;
        if let Some(result) = self.found(vm, hash, &key)? {
            return Ok(result);
        }
        self.misses.set(self.misses.get() + 1);
        let result = vm.nested(|| vm.call(&function, args))?;
        let Some(most) = self.most else {
            self.entries.set_hashed(vm, hash, &key, result.clone())?;
            return Ok(result);
        };
        // The call may have added the same key.
        if self.entries.contains_hashed(vm, hash, &key)? {
            return Ok(result);
        }
        while self.entries.len() >= most && self.drop_oldest(vm)? {}
        self.keep(vm, hash, &key, result.clone())?;
        Ok(result)
    }

    fn attributes(&self, create: bool) -> Option<Ref<Dict>> {
        if create && self.attributes.get().is_none() {
            self.attributes.set(Some(Dict::new()));
        }
        self.attributes.get()
    }

    fn bind(
        &self,
        _vm: &Vm,
        this: &Value,
        instance: Option<&Value>,
        _owner: &Ref<Class>,
    ) -> Res<Option<Value>> {
        Ok(instance.map(|instance| BoundMethod::bind(this.clone(), instance.clone())))
    }
}
