//! `__slots__`: instances with a fixed set of attributes, each reached through a descriptor of the class.

use super::class::Class;
use super::counted::Ref;
use super::getset::GetSet;
use super::native::{GetterDef, getter};
use super::object::Object;
use super::root;
use super::str::Name;
use super::value::Value;
use crate::interp::{Res, Vm};

/// The descriptor of one slot.
pub struct Member {
    name: Name,
    owner: Ref<Class>,
    index: usize,
}

/// Obeys `__slots__` of a new class, or gives its instances a `__dict__` when there is none.
pub fn apply(vm: &Vm, class: &Ref<Class>, bases: &[Ref<Class>]) -> Res<()> {
    let names = &vm.names;
    let dict = class.dict(vm).clone();
    let base_count = bases
        .iter()
        .map(|base| base.slot_count())
        .max()
        .unwrap_or(0);
    class.set_slot_count(base_count);
    let base_has_dict = bases.iter().any(|base| gives_dict(vm, base));
    // Objects of a size of their own have no place for it.
    let base_has_weakref = ["int", "tuple", "bytes"].contains(&class.native().name)
        || bases.iter().any(|base| {
            base.native().weakly_referable || base.lookup(vm, &names.__weakref__).is_some()
        });
    let Some(declared) = dict.get_name(&names.__slots__) else {
        class.set_has_dict(true);
        if !base_has_dict {
            add_row(class, vm, &root::DICT_ROW);
        }
        if !base_has_weakref {
            add_row(class, vm, &root::WEAKREF_ROW);
        }
        return Ok(());
    };
    let (mut wants_dict, mut wants_weakref) = (base_has_dict, base_has_weakref);
    let mut members = Vec::new();
    let declared = declared_names(vm, &declared)?;
    if !declared.is_empty() && has_items(class) {
        let native = class.native().name;
        let bases = class.bases();
        let base = bases.iter().find(|base| base.native().name == native);
        let base = base.map_or_else(|| native.to_owned(), |base| base.name());
        return Err(vm.type_error(&format!(
            "nonempty __slots__ not supported for subtype of '{base}'"
        )));
    }
    for item in declared {
        let Value::Str(text) = vm.unwrapped(&item) else {
            let given = vm.class_name(&item);
            return Err(vm.type_error(&format!("__slots__ items must be strings, not '{given}'")));
        };
        if !is_identifier(&text.lossy()) {
            return Err(vm.type_error("__slots__ must be identifiers"));
        }
        if text.bytes() == b"__dict__" {
            if wants_dict {
                return Err(vm.type_error("__dict__ slot disallowed: we already got one"));
            }
            wants_dict = true;
            add_row(class, vm, &root::DICT_ROW);
            continue;
        }
        if text.bytes() == b"__weakref__" {
            if wants_weakref {
                return Err(vm.type_error("__weakref__ slot disallowed: we already got one"));
            }
            wants_weakref = true;
            add_row(class, vm, &root::WEAKREF_ROW);
            continue;
        }
        let name = vm.name(&mangled(&class.name(), &text.lossy()));
        if dict.get_name(&name).is_some()
            && ![&names.__qualname__, &names.__classcell__]
                .iter()
                .any(|each| each.same(&name))
        {
            return Err(vm.value_error(&format!(
                "'{}' in __slots__ conflicts with class variable",
                name.lossy()
            )));
        }
        members.push(name);
    }
    members.sort_by(|a, b| a.bytes().cmp(b.bytes()));
    class.set_has_dict(wants_dict);
    class.set_slot_count(base_count + members.len());
    for (index, name) in members.into_iter().enumerate() {
        let member = Member {
            name: name.clone(),
            owner: class.clone(),
            index: base_count + index,
        };
        dict.set_name(&name, Value::from(Ref::new(member)));
    }
    Ok(())
}

/// The names of all slots of a class, those of its bases included.
pub fn names_of(vm: &Vm, class: &Ref<Class>) -> Vec<Name> {
    let mut names = Vec::new();
    for each in class.line() {
        for (_, value) in each.dict(vm).entries() {
            if let Some(member) = value.downcast::<Member>() {
                names.push(member.name.clone());
            }
        }
    }
    names
}

/// Whether instances of a base have a `__dict__` already.
fn gives_dict(vm: &Vm, base: &Ref<Class>) -> bool {
    match base.def() {
        None => base.has_dict(),
        Some(_) => base.lookup(vm, &vm.names.__dict__).is_some(),
    }
}

fn add_row(class: &Ref<Class>, vm: &Vm, row: &'static GetterDef) {
    let (dict, name) = (class.dict(vm), vm.name(row.name));
    // What the body says goes before.
    if dict.get_name(&name).is_none() {
        dict.set_name(&name, Value::from(GetSet::new(row, class)));
    }
}

/// The items of `__slots__`; a string is one name.
fn declared_names(vm: &Vm, declared: &Value) -> Res<Vec<Value>> {
    match declared {
        Value::Str(_) => Ok(vec![declared.clone()]),
        other => vm.collect(other),
    }
}

fn is_identifier(text: &str) -> bool {
    let mut characters = text.chars();
    characters
        .next()
        .is_some_and(|first| first == '_' || unicode_ident::is_xid_start(first))
        && characters.all(unicode_ident::is_xid_continue)
}

/// A private name as it is known outside the class.
fn mangled(class: &str, name: &str) -> String {
    let class = class.trim_start_matches('_');
    if name.starts_with("__") && !name.ends_with("__") && !class.is_empty() {
        format!("_{class}{name}")
    } else {
        name.to_owned()
    }
}

/// The computed attributes of a slot's descriptor.
pub const GETTERS: &[GetterDef] = &[
    getter("__name__", "Its name.", |vm, m| {
        Ok(Value::Str(of(vm, m)?.name.clone()))
    }),
    getter("__qualname__", "Its dotted name.", |vm, m| {
        let member = of(vm, m)?;
        let owner = member.owner.qualname();
        Ok(Value::from(format!(
            "{}.{}",
            owner.lossy(),
            member.name.lossy()
        )))
    }),
    getter("__objclass__", "The class that has it.", |vm, m| {
        Ok(Value::Class(of(vm, m)?.owner.clone()))
    }),
    getter("__doc__", "Nothing is known.", |_, _| Ok(Value::None)),
];

fn of<'a>(vm: &Vm, value: &'a Value) -> Res<&'a Ref<Member>> {
    value
        .downcast::<Member>()
        .ok_or_else(|| vm.descriptor_error("member_descriptor", value))
}

impl Member {
    fn refuse(&self, vm: &Vm, instance: &Value) -> crate::interp::Raised {
        vm.type_error(&format!(
            "descriptor '{}' for '{}' objects doesn't apply to a '{}' object",
            self.name.lossy(),
            self.owner.name(),
            vm.class_name(instance)
        ))
    }
}

impl Object for Member {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.member_descriptor.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&Value::Class(self.owner.clone()));
    }

    /// It never changes; the class that holds it is cleared instead.
    fn clear(&self) {}

    fn repr(&self, _vm: &Vm, _this: &Value) -> Res<Option<String>> {
        Ok(Some(format!(
            "<member '{}' of '{}' objects>",
            self.name.lossy(),
            self.owner.name()
        )))
    }

    fn bind(
        &self,
        vm: &Vm,
        this: &Value,
        instance: Option<&Value>,
        _owner: &Ref<Class>,
    ) -> Res<Option<Value>> {
        let Some(object) = instance else {
            return Ok(Some(this.clone()));
        };
        match object {
            Value::Instance(instance) if instance.class_ref().is_subclass(&self.owner) => {
                match instance.slot(self.index) {
                    Some(value) => Ok(Some(value)),
                    None => {
                        let class = vm.class_of(object).qualified_name(vm);
                        let name = self.name.lossy();
                        let text = format!("'{class}' object has no attribute '{name}'");
                        Err(vm.attribute_error_for(&text, object, &self.name))
                    }
                }
            }
            other => Err(self.refuse(vm, other)),
        }
    }

    fn is_data_descriptor(&self) -> bool {
        true
    }

    fn bind_set(&self, vm: &Vm, _this: &Value, object: &Value, value: Option<&Value>) -> Res<bool> {
        match object {
            Value::Instance(instance) if instance.class_ref().is_subclass(&self.owner) => {
                let old = instance.set_slot(self.index, value.cloned().unwrap_or_default());
                if value.is_none() && old.is_undef() {
                    return Err(vm.attribute_error(&self.name.lossy()));
                }
                Ok(true)
            }
            other => Err(self.refuse(vm, other)),
        }
    }
}

/// Whether instances are as long as what they hold, which leaves no room for slots.
fn has_items(class: &Class) -> bool {
    ["int", "tuple", "bytes", "type"].contains(&class.native().name)
}
