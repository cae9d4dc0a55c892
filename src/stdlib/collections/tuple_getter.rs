//! The descriptor of a named tuple's field, and counting for `Counter`.

use crate::interp::{Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::{CloneCell, Ref};
use crate::objects::native::{GetterDef, NativeDef, native};
use crate::objects::object::Object;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use crate::stdlib::native_class::native_class;
use snakelet_grammar::ast::BinaryOp;

/// The row of `_tuplegetter`.
pub static TYPE: TypeDef = TypeDef {
    name: "_tuplegetter",
    module: "collections",
    new: Some(native(
        "__new__",
        "(index, doc, /)",
        "Make a new object. help(type) says what it takes.",
        |vm, a| {
            let place = vm.index_size(&a[1])?;
            Ok(Value::from(Ref::new(TupleGetter {
                place: place.max(0) as usize,
                doc: CloneCell::new(a[2].clone()),
            })))
        },
    )),
    methods: &[native(
        "__reduce__",
        "()",
        "How a copy is made.",
        |vm, a| {
            let getter = of(vm, &a[0])?;
            let args = vec![Value::from(getter.place), getter.doc.get()];
            Ok(Value::from(Tuple::new(vec![
                Value::Class(native_class(vm, &TYPE)),
                Value::from(Tuple::new(args)),
            ])))
        },
    )],
    getters: &[GetterDef {
        name: "__doc__",
        doc: "",
        get: |vm, this| Ok(of(vm, this)?.doc.get()),
        set: Some(|vm, this, value| {
            let doc = value.cloned().unwrap_or(Value::None);
            of(vm, this)?.doc.set(doc);
            Ok(())
        }),
    }],
    slots: &["__get__", "__set__", "__delete__", "__repr__"],
    ..TypeDef::PLAIN
};

/// The functions behind `Counter`.
pub const FUNCTIONS: &[NativeDef] = &[native(
    "_count_elements",
    "(mapping, iterable, /)",
    "Count the items of an iterable in a mapping.",
    count_elements,
)];

struct TupleGetter {
    place: usize,
    doc: CloneCell<Value>,
}

fn of(vm: &Vm, value: &Value) -> Res<Ref<TupleGetter>> {
    match value.downcast::<TupleGetter>() {
        Some(getter) => Ok(getter.clone()),
        None => Err(vm.descriptor_error("collections._tuplegetter", value)),
    }
}

impl Object for TupleGetter {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        native_class(vm, &TYPE)
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.doc.get());
    }

    fn clear(&self) {
        self.doc.set(Value::None);
    }

    fn repr(&self, vm: &Vm, _this: &Value) -> Res<Option<String>> {
        let doc = vm.repr(&self.doc.get())?;
        Ok(Some(format!("_tuplegetter({}, {doc})", self.place)))
    }

    fn bind(
        &self,
        vm: &Vm,
        this: &Value,
        instance: Option<&Value>,
        _owner: &Ref<Class>,
    ) -> Res<Option<Value>> {
        let Some(instance) = instance else {
            return Ok(Some(this.clone()));
        };
        let Value::Tuple(items) = vm.unwrapped(instance) else {
            let (place, class) = (self.place, vm.class_name(instance));
            return Err(vm.type_error(&format!(
                "descriptor for index '{place}' for tuple subclasses doesn't apply to '{class}' object"
            )));
        };
        match items.items().get(self.place) {
            Some(item) => Ok(Some(item.clone())),
            None => Err(vm.index_error("tuple index out of range")),
        }
    }

    fn is_data_descriptor(&self) -> bool {
        true
    }

    fn bind_set(
        &self,
        vm: &Vm,
        _this: &Value,
        _instance: &Value,
        value: Option<&Value>,
    ) -> Res<bool> {
        Err(vm.attribute_error(match value {
            Some(_) => "can't set attribute",
            None => "can't delete attribute",
        }))
    }
}

/// Adds one for each item. A plain counter is counted in place; other mappings are asked by their methods.
fn count_elements(vm: &Vm, a: &[Value]) -> Res {
    let names = [vm.name("get"), vm.names.__setitem__.clone()];
    let own = vm.class_of(&a[0]);
    let is_plain = names.iter().all(|name| {
        let method = own.lookup(vm, name);
        let of_dict = vm.types.dict.lookup(vm, name);
        matches!((method, of_dict), (Some(method), Some(of_dict)) if method.is(&of_dict))
    });
    if let (Value::Dict(counts), true) = (vm.unwrapped(&a[0]), is_plain) {
        vm.for_each(&a[1], |item| {
            let hash = vm.hash(&item)?;
            let before = counts.get_hashed(vm, hash, &item)?;
            let count = match before {
                None => Value::Int(1),
                Some(before) => vm.binary(BinaryOp::Add, &before, &Value::Int(1))?,
            };
            counts.set_hashed(vm, hash, &item, count)?;
            Ok(true)
        })?;
        return Ok(Value::None);
    }
    vm.for_each(&a[1], |item| {
        let before = vm.call_method(&a[0], &names[0], &[item.clone(), Value::Int(0)])?;
        let count = vm.binary(BinaryOp::Add, &before, &Value::Int(1))?;
        vm.set_item(&a[0], &item, count)?;
        Ok(true)
    })?;
    Ok(Value::None)
}
