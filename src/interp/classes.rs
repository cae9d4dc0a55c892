//! Classes: made from `class` statements and `type(…)`, and called to make instances.

use super::{Args, Res, Vm};
use crate::objects::class::{Class, Making, TypeDef};
use crate::objects::counted::Ref;
use crate::objects::dict::Dict;
use crate::objects::exception::Exception;
use crate::objects::instance::Instance;
use crate::objects::late;
use crate::objects::native::{Native, NativeKind};
use crate::objects::str::Name;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;

/// What a `class` statement has before its body runs.
pub struct Prepared {
    /// The class of the new class.
    pub metaclass: Value,
    /// The bases, with `__mro_entries__` resolved.
    pub bases: Vec<Value>,
    /// The bases as written, if some were resolved.
    pub original_bases: Option<Value>,
    /// The namespace that the body fills: a dict, or what `__prepare__` gave.
    pub namespace: Value,
    /// The keywords but `metaclass`.
    pub keywords: Vec<(Name, Value)>,
}

impl Vm {
    /// `class(…)`
    pub fn instantiate(&self, class: &Ref<Class>, args: Args<'_>) -> Res {
        if let Some(metaclass) = class.metaclass()
            && let Some(call) = metaclass.lookup(self, &self.names.__call__)
            && !matches!(call, Value::Native(_))
        {
            return self.call_bound(&call, &Value::Class(class.clone()), args);
        }
        self.instantiate_plainly(class, args)
    }

    /// What calling a class comes to.
    #[inline]
    pub fn making(&self, class: &Ref<Class>) -> Making {
        class
            .making(self)
            .unwrap_or_else(|| self.find_making(class))
    }

    #[cold]
    fn find_making(&self, class: &Ref<Class>) -> Making {
        let (types, names) = (&self.types, &self.names);
        let is_of = |found: &Option<Value>, owner: &Ref<Class>| {
            matches!(found, Some(Value::Native(native))
                if native.owner.as_ref().is_some_and(|own| own.same(owner)))
        };
        let new = class.lookup(self, &names.__new__);
        let init = class.lookup(self, &names.__init__);
        let is_plain = std::ptr::eq(class.native(), types.object.native());
        let abstract_names = self.name("__abstractmethods__");
        let making = if is_of(&new, &types.base_exception) && is_of(&init, &types.base_exception) {
            Making::Exception
        } else if is_of(&new, &types.object)
            && is_plain
            && matches!(init, Some(Value::Function(_)))
            && class.dict(self).get_name(&abstract_names).is_none()
        {
            Making::Instance
        } else {
            Making::Generally
        };
        class.set_making(self, making);
        making
    }

    /// Refuses what an `__init__` must not give.
    pub fn check_init(&self, result: &Value) -> Res<()> {
        if result.is_none() {
            return Ok(());
        }
        let class = self.class_name(result);
        Err(self.type_error(&format!("__init__() should return None, not '{class}'")))
    }

    /// `type.__call__(class, …)`
    pub fn instantiate_plainly(&self, class: &Ref<Class>, args: Args<'_>) -> Res {
        match self.making(class) {
            Making::Exception if args.names.is_empty() => {
                return Ok(Value::from(Exception::new(class, args.values.to_vec())));
            }
            Making::Instance => {
                let made = Value::Instance(Instance::new(self, class));
                if let Some(init) = class.lookup(self, &self.names.__init__) {
                    let result = self.call_with_first(&init, &made, args)?;
                    self.check_init(&result)?;
                }
                return Ok(made);
            }
            Making::Exception | Making::Generally => {}
        }
        let class_value = Value::Class(class.clone());
        if class.same(&self.types.type_) && args.values.len() == 1 && args.names.is_empty() {
            return Ok(Value::Class(self.class_of(&args.values[0])));
        }
        let made = match class.lookup(self, &self.names.__new__) {
            Some(Value::Native(new))
                if new
                    .owner
                    .as_ref()
                    .is_some_and(|owner| owner.same(&self.types.object)) =>
            {
                self.new_object(class, args)?
            }
            Some(Value::Native(_)) if late::is_late(self, class) => late::unfilled(self, class),
            Some(Value::Native(new)) => {
                let mut values = super::call::ArgVec::with_capacity(args.values.len() + 1);
                values.push(class_value);
                values.extend(args.values.iter().cloned());
                self.call_native(
                    &new,
                    Args {
                        values: &values,
                        names: args.names,
                    },
                )?
            }
            Some(new) => {
                let new = self.bind_descriptor(&new, None, class)?;
                self.call_with_first(&new, &class_value, args)?
            }
            None => {
                return Err(self.type_error(&format!(
                    "cannot create '{}' instances",
                    class.full_name(self)
                )));
            }
        };
        let made_class = self.class_of(&made);
        if !made_class.is_subclass(class) {
            return Ok(made);
        }
        if let Some(init) = made_class.lookup(self, &self.names.__init__) {
            let trivial = matches!(&init, Value::Native(native)
                if native.owner.as_ref().is_some_and(|owner| owner.same(&self.types.object)));
            if !trivial {
                let result = self.call_bound(&init, &made, args)?;
                self.check_init(&result)?;
            }
        }
        Ok(made)
    }

    /// `object.__new__(class, …)`
    pub fn new_object(&self, class: &Ref<Class>, args: Args<'_>) -> Res {
        let object = &self.types.object;
        let native = class.native();
        if !std::ptr::eq(native, object.native()) && native.new.is_none() {
            let class = class.full_name(self);
            return Err(self.type_error(&format!("cannot create '{class}' instances")));
        }
        if !args.values.is_empty() {
            if !self.is_objects_own(class, &self.names.__new__) {
                return Err(self.type_error(
                    "object.__new__() takes exactly one argument (the type to instantiate)",
                ));
            }
            if self.is_objects_own(class, &self.names.__init__) {
                return Err(self.type_error(&format!("{}() takes no arguments", class.name())));
            }
        }
        if class.same(object) {
            return Ok(Value::from(Ref::new(crate::objects::root::PlainObject)));
        }
        if !std::ptr::eq(native, object.native()) {
            let (full, class, name) = (class.full_name(self), class.name(), native.name);
            return Err(self.type_error(&if native.new.is_none() {
                format!("cannot create '{full}' instances")
            } else {
                format!("object.__new__({class}) is not safe, use {name}.__new__()")
            }));
        }
        self.refuse_abstract(class)?;
        Ok(Value::Instance(Instance::new(self, class)))
    }

    /// Whether `name` on a class is still the method of `object`.
    pub fn is_objects_own(&self, class: &Ref<Class>, name: &Name) -> bool {
        matches!(class.lookup(self, name), Some(Value::Native(native))
            if native.owner.as_ref().is_some_and(|owner| owner.same(&self.types.object)))
    }

    /// Refuses to make an instance of a class with abstract methods left.
    fn refuse_abstract(&self, class: &Ref<Class>) -> Res<()> {
        let name = self.name("__abstractmethods__");
        let Some(abstract_names) = class.dict(self).get_name(&name) else {
            return Ok(());
        };
        let mut names = Vec::new();
        self.for_each(&abstract_names, |item| {
            names.push(format!("'{}'", self.str(&item)?));
            Ok(true)
        })?;
        if names.is_empty() {
            return Ok(());
        }
        names.sort();
        let plural = if names.len() == 1 { "" } else { "s" };
        Err(self.type_error(&format!(
            "Can't instantiate abstract class {} without an implementation for abstract method{plural} {}",
            class.name(),
            names.join(", ")
        )))
    }

    /// Calls a native `__new__` for a class that may be a subclass a script defined.
    pub fn call_new(&self, native: &Native, bound: &[Value]) -> Res {
        let Some(owner) = &native.owner else {
            return (native.def.function)(self, bound);
        };
        let Value::Class(class) = &bound[0] else {
            let name = owner.name();
            let class = self.class_name(&bound[0]);
            return Err(self.type_error(&format!(
                "{name}.__new__(X): X is not a type object ({class})"
            )));
        };
        if !class.is_subclass(owner) {
            let (name, class) = (owner.name(), class.name());
            let message = format!("{name}.__new__({class}): {class} is not a subtype of {name}");
            return Err(self.type_error(&message));
        }
        if let Some(nearest) = &class.native().new
            && !std::ptr::fn_addr_eq(nearest.function, native.def.function)
            && !owner.same(&self.types.object)
        {
            let (name, class, safe) = (owner.name(), class.name(), class.native().name);
            let message = format!("{name}.__new__({class}) is not safe, use {safe}.__new__()");
            return Err(self.type_error(&message));
        }
        let made = (native.def.function)(self, bound)?;
        if class.def().is_some() || matches!(made, Value::Instance(_) | Value::Class(_)) {
            return Ok(made);
        }
        if Exception::of(&made).is_some() {
            return Ok(made);
        }
        // The attributes that it has already, as modules and namespaces do, are the instance's.
        let names = made.object().and_then(|object| object.attributes(false));
        let instance = Instance::wrapping(self, class, made.clone());
        if let Some(object) = made.object() {
            object.wrapped(&made, &Value::Instance(instance.clone()));
        }
        if let Some(names) = names {
            instance.set_dict(names);
        }
        Ok(Value::Instance(instance))
    }

    /// What a `class` statement does before its body runs.
    pub fn prepare_class(
        &self,
        name: &Name,
        bases: Vec<Value>,
        keywords: Vec<(Name, Value)>,
    ) -> Res<Prepared> {
        let mut resolved = Vec::new();
        let mut changed = false;
        for base in &bases {
            if !matches!(base, Value::Class(_))
                && let Some(entries) = self.get_attribute_opt(base, &self.names.__mro_entries__)?
            {
                let all = Value::from(Tuple::new(bases.clone()));
                let entries = self.call_with(&entries, &[all])?;
                let Value::Tuple(entries) = entries else {
                    return Err(self.type_error("__mro_entries__ must return a tuple"));
                };
                resolved.extend_from_slice(entries.items());
                changed = true;
                continue;
            }
            resolved.push(base.clone());
        }
        let original_bases = changed.then(|| Value::from(Tuple::new(bases)));
        let mut metaclass = None;
        let mut rest = Vec::new();
        for (keyword, value) in keywords {
            if keyword.same(&self.names.metaclass) {
                metaclass = Some(value);
            } else {
                rest.push((keyword, value));
            }
        }
        let metaclass = self.most_derived(metaclass, &resolved)?;
        let mut namespace = None;
        if !metaclass.is(&Value::Class(self.types.type_.clone()))
            && let Some(prepare) = self.get_attribute_opt(&metaclass, &self.names.__prepare__)?
        {
            let mut values = vec![
                Value::Str(name.clone()),
                Value::from(Tuple::new(resolved.clone())),
            ];
            values.extend(rest.iter().map(|(_, value)| value.clone()));
            let names: Vec<Name> = rest.iter().map(|(name, _)| name.clone()).collect();
            namespace = Some(self.call(
                &prepare,
                Args {
                    values: &values,
                    names: &names,
                },
            )?);
        }
        let namespace = match namespace {
            None => Value::Dict(Dict::new()),
            Some(namespace @ Value::Dict(_)) => namespace,
            Some(other) => self.checked_namespace(&metaclass, other)?,
        };
        Ok(Prepared {
            metaclass,
            bases: resolved,
            original_bases,
            namespace,
            keywords: rest,
        })
    }

    fn checked_namespace(&self, metaclass: &Value, namespace: Value) -> Res {
        let class = self.class_of(&namespace);
        if class.lookup(self, &self.names.__getitem__).is_some() {
            return Ok(namespace);
        }
        let maker = match metaclass {
            Value::Class(class) => class.name(),
            _ => "<metaclass>".to_owned(),
        };
        Err(self.type_error(&format!(
            "{maker}.__prepare__() must return a mapping, not {}",
            class.name()
        )))
    }

    /// The class of a new class: the given one or `type`, unless a base's is more derived.
    pub fn most_derived(&self, given: Option<Value>, bases: &[Value]) -> Res {
        let mut winner = match given {
            None => match bases.first() {
                Some(base) => self.class_of(base),
                None => self.types.type_.clone(),
            },
            Some(Value::Class(class)) => class,
            Some(other) => return Ok(other),
        };
        for base in bases {
            let metaclass = self.class_of(base);
            if winner.is_subclass(&metaclass) {
                continue;
            }
            if !metaclass.is_subclass(&winner) {
                return Err(self.type_error(
                    "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases",
                ));
            }
            winner = metaclass;
        }
        Ok(Value::Class(winner))
    }

    /// What a `class` statement does after its body has filled the namespace.
    pub fn finish_class(&self, name: &Name, prepared: Prepared) -> Res {
        if let (Some(original), Value::Dict(namespace)) =
            (prepared.original_bases, &prepared.namespace)
        {
            namespace.set_name(&self.names.__orig_bases__, original);
        }
        let bases = Value::from(Tuple::new(prepared.bases));
        let mut values = vec![Value::Str(name.clone()), bases, prepared.namespace];
        values.extend(prepared.keywords.iter().map(|(_, value)| value.clone()));
        let names: Vec<Name> = prepared
            .keywords
            .iter()
            .map(|(name, _)| name.clone())
            .collect();
        self.call(
            &prepared.metaclass,
            Args {
                values: &values,
                names: &names,
            },
        )
    }

    /// `type.__new__(metaclass, name, bases, namespace, **keywords)`
    pub fn new_class(
        &self,
        metaclass: &Ref<Class>,
        name: &Name,
        bases: &[Value],
        namespace: &Ref<Dict>,
        keywords: &[(Name, Value)],
    ) -> Res {
        let names = &self.names;
        let winner = match self.most_derived(Some(Value::Class(metaclass.clone())), bases)? {
            Value::Class(winner) => winner,
            _ => metaclass.clone(),
        };
        let metaclass = &winner;
        let mut base_classes = Vec::new();
        for base in bases {
            let Value::Class(base) = base else {
                return Err(self.type_error("bases must be types"));
            };
            if base.def().is_some_and(|def| !def.is_base) {
                return Err(self.type_error(&format!(
                    "type '{}' is not an acceptable base type",
                    base.full_name(self)
                )));
            }
            base_classes.push(base.clone());
        }
        if base_classes.is_empty() {
            base_classes.push(self.types.object.clone());
        }
        let native = self.layout_of(&base_classes)?;
        let mro = match self.linearize(&base_classes) {
            Err(raised) if self.has_own_line(metaclass) => {
                drop(self.catch(raised, &self.types.type_error)?);
                base_classes.clone()
            }
            line => line?,
        };
        let dict = namespace.copy();
        let qualname = match dict.remove_name(&names.__qualname__) {
            Some(Value::Str(qualname)) => names.intern_str(&qualname),
            Some(other) => {
                let class = self.class_name(&other);
                return Err(
                    self.type_error(&format!("type __qualname__ must be a str, not {class}"))
                );
            }
            None => name.clone(),
        };
        if dict.get_name(&names.__module__).is_none()
            && let Some(module) = self
                .current_globals()
                .and_then(|globals| globals.get_name(&names.__name__))
        {
            dict.set_name(&names.__module__, module);
        }
        if dict.get_name(&names.__eq__).is_some() && dict.get_name(&names.__hash__).is_none() {
            dict.set_name(&names.__hash__, Value::None);
        }
        for special in [&names.__init_subclass__, &names.__class_getitem__] {
            if let Some(function @ Value::Function(_)) = dict.get_name(special) {
                dict.set_name(special, crate::objects::property::class_method(function));
            }
        }
        if let Some(function @ Value::Function(_)) = dict.get_name(&names.__new__) {
            dict.set_name(
                &names.__new__,
                crate::objects::property::static_method(function),
            );
        }
        let dict_cell = dict.remove_name(&names.__classdictcell__);
        let cell = match dict.remove_name(&names.__classcell__) {
            None => None,
            Some(Value::Cell(cell)) => Some(cell),
            Some(other) => {
                let given = self.repr(&Value::Class(self.class_of(&other)))?;
                return Err(self.type_error(&format!(
                    "__classcell__ must be a nonlocal cell, not {given}"
                )));
            }
        };
        let own_metaclass = (!metaclass.same(&self.types.type_)).then(|| metaclass.clone());
        let class = Class::scripted(
            name.clone(),
            qualname,
            base_classes.clone(),
            mro,
            dict,
            own_metaclass,
            native,
        );
        if let Some(cell) = cell {
            cell.0.set(Value::Class(class.clone()));
        }
        if let Some(line) = self.own_line(&class)? {
            class.set_line(line);
            self.class_changed();
        }
        class.set_has_del(class.lookup(self, &names.__del__).is_some());
        crate::objects::slots_attribute::apply(self, &class, &base_classes)?;
        if class.dict(self).get_name(&names.__doc__).is_none() {
            class.dict(self).set_name(&names.__doc__, Value::None);
        }
        if class
            .dict(self)
            .keys()
            .iter()
            .any(|key| !matches!(self.unwrapped(key), Value::Str(_)))
        {
            let class = class.name();
            let text = format!("non-string key in the __dict__ of class {class}");
            self.warn(&self.types.runtime_warning, &text, 1)?;
        }
        for base in &base_classes {
            base.add_subclass(&class);
        }
        if let Some(Value::Cell(cell)) = dict_cell {
            cell.0.set(Value::Dict(class.dict(self).clone()));
        }
        self.name_members(&class)?;
        self.tell_parents(&class, keywords)?;
        Ok(Value::Class(class))
    }

    /// Calls `__set_name__` of the members that have it.
    fn name_members(&self, class: &Ref<Class>) -> Res<()> {
        for (key, value) in class.dict(self).entries() {
            if value.is_plain() || matches!(value, Value::Function(_) | Value::Str(_)) {
                continue;
            }
            let hook = self.class_of(&value).lookup(self, &self.names.__set_name__);
            if let Some(hook) = hook {
                let args = [Value::Class(class.clone()), key.clone()];
                if let Err(raised) = self.call_bound(&hook, &value, Args::positional(&args)) {
                    let exception = self.take_raised();
                    let note = format!(
                        "Error calling __set_name__ on '{}' instance {} in '{}'",
                        self.class_name(&value),
                        self.repr(&key)?,
                        class.name()
                    );
                    crate::objects::exceptions::add_note(self, &exception, Value::from(note))?;
                    self.rethrow(exception);
                    return Err(raised);
                }
            }
        }
        Ok(())
    }

    /// Calls `__init_subclass__` of the next class in the resolution order.
    fn tell_parents(&self, class: &Ref<Class>, keywords: &[(Name, Value)]) -> Res<()> {
        if !class.is_subclass(class) {
            let name = class.name();
            return Err(self.type_error(&format!(
                "super(type, obj): obj (type {name}) is not an instance or subtype of type ({name})."
            )));
        }
        let hook = class.lookup_after(self, class, &self.names.__init_subclass__);
        let Some(hook) = hook else { return Ok(()) };
        let bound = self.bind_descriptor(&hook, None, class)?;
        let values: Vec<Value> = keywords.iter().map(|(_, value)| value.clone()).collect();
        let names: Vec<Name> = keywords.iter().map(|(name, _)| name.clone()).collect();
        self.call(
            &bound,
            Args {
                values: &values,
                names: &names,
            },
        )
        .map(Value::discard)
    }

    /// The built-in type that instances are made of: all bases must agree.
    fn layout_of(&self, bases: &[Ref<Class>]) -> Res<&'static TypeDef> {
        Ok(self.winning_base(bases)?.native())
    }

    /// The base whose instances hold what those of all others do.
    fn winning_base(&self, bases: &[Ref<Class>]) -> Res<Ref<Class>> {
        let mut winner = &bases[0];
        let mut solid = self.solid_base(winner);
        for base in &bases[1..] {
            let candidate = self.solid_base(base);
            if solid.is_subclass(&candidate) {
                continue;
            }
            if !candidate.is_subclass(&solid) {
                return Err(self.type_error("multiple bases have instance lay-out conflict"));
            }
            (winner, solid) = (base, candidate);
        }
        Ok(winner.clone())
    }

    /// The nearest class, itself included, that adds something to what its instances hold.
    fn solid_base(&self, class: &Ref<Class>) -> Ref<Class> {
        let line = class.line();
        let mut each = class;
        for next in line.iter().filter(|each| !each.same(class)) {
            let adds = match each.def() {
                Some(def) => !def.like_base,
                None => {
                    each.slot_count()
                        > each
                            .bases()
                            .iter()
                            .map(|base| base.slot_count())
                            .max()
                            .unwrap_or(0)
                }
            };
            if adds {
                break;
            }
            each = next;
        }
        each.clone()
    }

    /// The base that instances are made of (`__base__`).
    pub fn main_base(&self, class: &Ref<Class>) -> Option<Ref<Class>> {
        let bases = class.bases();
        if bases.is_empty() {
            return None;
        }
        self.winning_base(&bases).ok()
    }

    /// Gives a class other bases (`__bases__ = …`).
    pub fn rebase(&self, class: &Ref<Class>, bases: Vec<Ref<Class>>) -> Res<()> {
        let winner = self.winning_base(&bases)?;
        let old = self.main_base(class);
        let fits = old.as_ref().is_some_and(|old| {
            self.solid_base(old).same(&self.solid_base(&winner))
                && old.has_dict() == winner.has_dict()
        });
        if !fits {
            let is_alike = old
                .as_ref()
                .is_some_and(|old| self.is_collected(old) == self.is_collected(&winner));
            let what = if is_alike {
                "object layout"
            } else {
                "deallocator"
            };
            let old = old.map_or_else(|| "object".to_owned(), |old| old.name());
            let message = format!(
                "__bases__ assignment: '{}' {what} differs from '{old}'",
                winner.name()
            );
            return Err(self.type_error(&message));
        }
        let old_bases = class.bases();
        class.set_bases(bases.clone());
        let mut before = Vec::new();
        let done = self.realign(class, &mut before);
        if done.is_ok() {
            for base in &old_bases {
                base.remove_subclass(class);
            }
            for base in &bases {
                base.add_subclass(class);
            }
        } else if class.bases().len() == bases.len()
            && class.bases().iter().zip(&bases).all(|(a, b)| a.same(b))
        {
            class.set_bases(old_bases);
            for (class, line) in before.into_iter().rev() {
                class.set_line(line);
            }
        }
        self.class_changed();
        done
    }

    /// Computes the resolution orders of a class and of all below it anew; `before` gets those that they had.
    fn realign(
        &self,
        class: &Ref<Class>,
        before: &mut Vec<(Ref<Class>, Vec<Ref<Class>>)>,
    ) -> Res<()> {
        let line = match self.own_line(class)? {
            Some(line) => line,
            None => {
                let tail = self.linearize(&class.bases())?;
                std::iter::once(class.clone()).chain(tail).collect()
            }
        };
        before.push((class.clone(), class.line()));
        class.set_line(line);
        self.class_changed();
        for subclass in crate::objects::type_methods::living_subclasses(class) {
            self.nested(|| self.realign(&subclass, before))?;
        }
        Ok(())
    }

    /// Whether the reference's collector looks at the instances of a class: not at those of `object` and of plain values.
    fn is_collected(&self, class: &Ref<Class>) -> bool {
        let types = &self.types;
        let plain = [
            &types.object,
            &types.int,
            &types.float,
            &types.complex,
            &types.str,
            &types.bytes,
        ];
        class.has_dict()
            || !plain
                .iter()
                .any(|plain| plain.same(&self.solid_base(class)))
    }

    /// The C3 linearisation of a class with these bases, without the class itself.
    pub fn linearize(&self, bases: &[Ref<Class>]) -> Res<Vec<Ref<Class>>> {
        for (index, base) in bases.iter().enumerate() {
            if bases[..index].iter().any(|other| other.same(base)) {
                return Err(self.type_error(&format!("duplicate base class {}", base.name())));
            }
        }
        let mut lines: Vec<Vec<Ref<Class>>> = bases.iter().map(Ref::<Class>::line).collect();
        lines.push(bases.to_vec());
        let mut merged = Vec::new();
        loop {
            lines.retain(|line| !line.is_empty());
            if lines.is_empty() {
                return Ok(merged);
            }
            let in_tail = |class: &Ref<Class>| {
                lines
                    .iter()
                    .any(|line| line[1..].iter().any(|each| each.same(class)))
            };
            let Some(next) = lines
                .iter()
                .map(|line| line[0].clone())
                .find(|class| !in_tail(class))
            else {
                // Those that are named are the first of what is left of each line.
                let mut heads: Vec<&Ref<Class>> = Vec::new();
                for line in &lines {
                    if !heads.iter().any(|head| head.same(&line[0])) {
                        heads.push(&line[0]);
                    }
                }
                let names: Vec<String> = heads.iter().map(|class| class.name()).collect();
                return Err(self.type_error(&format!(
                    "Cannot create a consistent method resolution order (MRO) for bases {}",
                    names.join(", ")
                )));
            };
            for line in &mut lines {
                if line[0].same(&next) {
                    line.remove(0);
                }
            }
            merged.push(next);
        }
    }

    /// Whether a metaclass has a method `mro` of its own.
    fn has_own_line(&self, metaclass: &Ref<Class>) -> bool {
        metaclass
            .lookup(self, &self.name("mro"))
            .is_some_and(|method| !matches!(method, Value::Native(_)))
    }

    /// The resolution order that the metaclass's own `mro` gives for a class.
    fn own_line(&self, class: &Ref<Class>) -> Res<Option<Vec<Ref<Class>>>> {
        let value = Value::Class(class.clone());
        if !self.has_own_line(&self.class_of(&value)) {
            return Ok(None);
        }
        let given = self
            .call_special(&value, &self.name("mro"), &[])?
            .unwrap_or(Value::None);
        let mut line = Vec::new();
        for each in self.collect(&given)? {
            let Value::Class(each) = each else {
                let given = self.class_name(&each);
                return Err(self.type_error(&format!("mro() returned a non-class ('{given}')")));
            };
            if !self.solid_base(class).is_subclass(&self.solid_base(&each)) {
                return Err(self.type_error(&format!(
                    "mro() returned base with unsuitable layout ('{}')",
                    each.name()
                )));
            }
            line.push(each);
        }
        Ok(Some(line))
    }

    /// The globals of the innermost running frame.
    pub fn current_globals(&self) -> Option<Ref<Dict>> {
        super::frame::running(self)
            .next()
            .map(|standing| standing.code.globals.clone())
    }

    /// The `Native` behind a value found on a class, if it is a special method implemented here.
    pub fn as_slot<'a>(&self, value: &'a Value) -> Option<&'a Ref<Native>> {
        match value {
            Value::Native(native) if native.kind == NativeKind::Slot => Some(native),
            _ => None,
        }
    }
}
