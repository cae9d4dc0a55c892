//! Types whose objects are made by `__init__` where a subclass of the script's has an `__init__` of its own: until that calls
//! the type's, with arguments of its choice, the instance stands for nothing.

use super::class::Class;
use super::counted::Ref;
use super::dict::Dict;
use super::instance::Instance;
use super::native::{NativeDef, native};
use super::tuple::Tuple;
use super::value::Value;
use crate::interp::{Args, Res, Vm};

/// The `__init__` of such a type.
pub const INIT: NativeDef = native(
    "__init__",
    "(*args, **kwargs)",
    "Prepare a new object. help(type(self)) says what it takes.",
    |vm, a| {
        let args = match a.get(1) {
            Some(Value::Tuple(args)) => args.clone(),
            _ => Tuple::new(Vec::new()),
        };
        let keywords = match a.get(2) {
            Some(Value::Dict(keywords)) => keywords.clone(),
            _ => Dict::new(),
        };
        let (mut values, mut names) = (args.items().to_vec(), Vec::new());
        for (name, value) in keywords.entries() {
            names.push(vm.name(&vm.str(&name)?));
            values.push(value);
        }
        let args = Args {
            values: &values,
            names: &names,
        };
        fill(vm, &a[0], args)?;
        Ok(Value::None)
    },
);

/// Makes what an instance stands for, if it stands for nothing yet.
pub fn fill(vm: &Vm, object: &Value, args: Args<'_>) -> Res<()> {
    let Value::Instance(instance) = object else {
        return Ok(());
    };
    if instance.native().is_some() {
        return Ok(());
    }
    let line = instance.class_ref().line();
    let Some(native) = line.into_iter().find(|class| class.def().is_some()) else {
        return Ok(());
    };
    let made = vm.call(&Value::Class(native), args)?;
    instance.stand_for(made.clone());
    if let Some(native) = made.object() {
        native.wrapped(&made, object);
    }
    Ok(())
}

/// Whether instances of a class are made so.
pub fn is_late(vm: &Vm, class: &Ref<Class>) -> bool {
    let init = class.lookup(vm, &vm.names.__init__);
    class.native().is_late
        && class.def().is_none()
        && !matches!(init, None | Some(Value::Native(_)))
}

/// An instance that stands for nothing yet.
pub fn unfilled(vm: &Vm, class: &Ref<Class>) -> Value {
    Value::Instance(Instance::wrapping(vm, class, Value::Undef))
}
