//! The built-in names that code sees: the interpreter's own, unless its globals name others under `__builtins__`, as
//! scripts that run untrusted text make them.

use super::{Res, Vm};
use crate::objects::counted::Ref;
use crate::objects::dict::Dict;
use crate::objects::module::Module;
use crate::objects::str::Name;
use crate::objects::value::Value;

impl Vm {
    /// What `globals` name as built-in names, if that is not the interpreter's own.
    pub fn own_builtins(&self, globals: &Ref<Dict>) -> Option<Value> {
        let named = match globals.get_name(&self.names.__builtins__)? {
            Value::Dict(names) => Value::Dict(names),
            other => match Module::of(&other) {
                Some(module) => Value::Dict(module.dict.clone()),
                None => other,
            },
        };
        (!named.is(&Value::Dict(self.builtins.clone()))).then_some(named)
    }

    /// A name among those: any mapping may hold them.
    pub fn look_up_builtin(&self, builtins: &Value, name: &Name) -> Res<Option<Value>> {
        if let Value::Dict(names) = builtins {
            return Ok(names.get_name(name));
        }
        match self.get_item(builtins, &Value::Str(name.clone())) {
            Ok(found) => Ok(Some(found)),
            Err(raised) => self.catch(raised, &self.types.key_error).map(|_| None),
        }
    }

    /// Refuses a `class` statement where the globals' own built-in names have no `__build_class__`.
    pub fn expect_build_class(&self, globals: &Ref<Dict>) -> Res<()> {
        let Some(own) = self.own_builtins(globals) else {
            return Ok(());
        };
        match self.look_up_builtin(&own, &self.names.__build_class__)? {
            Some(_) => Ok(()),
            None => {
                let text = "__build_class__ not found";
                Err(self.raise_new(&self.types.name_error, text))
            }
        }
    }
}
