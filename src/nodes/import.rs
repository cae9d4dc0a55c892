//! Import statements.

use super::owned::Globals;
use super::{BoxNode, Slot, noted};
use crate::interp::{Node, Res, Slots, Vm};
use crate::objects::counted::Ref;
use crate::objects::dict::Dict;
use crate::objects::str::Name;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use snakelet_grammar::source::Span;

/// `import a.b.c`: gives the top package, or the module itself when it is bound by `as`.
pub struct Import {
    /// The dotted name.
    pub name: Box<str>,
    /// Whether the module itself is wanted.
    pub whole: bool,
    /// The globals that a relative name is resolved in.
    pub globals: Globals,
    /// The statement.
    pub span: Span,
}

impl Node for Import {
    fn eval(&self, vm: &Vm, _slots: &mut Slots) -> Res {
        vm.thread.at.set(self.span.start);
        if let Some(own) = noted(vm, self.span, replaced(vm, &self.globals))? {
            return noted(vm, self.span, self.ask(vm, &own));
        }
        let module = noted(
            vm,
            self.span,
            vm.import_module(&self.name, 0, Some(&self.globals)),
        )?;
        let Some((top, rest)) = self.name.split_once('.') else {
            return Ok(module);
        };
        let mut found = noted(vm, self.span, vm.import_module(top, 0, Some(&self.globals)))?;
        if self.whole {
            // It is what the package has by that name, which need not be the module.
            for part in rest.split('.') {
                found = noted(vm, self.span, vm.import_from(&found, &vm.name(part)))?;
            }
        }
        Ok(found)
    }
}

impl Import {
    /// Asks the script's own `__import__`, which gives the top package.
    fn ask(&self, vm: &Vm, own: &Value) -> Res {
        let mut module = ask(vm, own, &self.name, &self.globals, Value::None, 0)?;
        if self.whole {
            for part in self.name.split('.').skip(1) {
                module = vm.import_from(&module, &vm.name(part))?;
            }
        }
        Ok(module)
    }
}

/// What a script has put in the place of `builtins.__import__`, there or in built-in names of its own.
fn replaced(vm: &Vm, globals: &Ref<Dict>) -> Res<Option<Value>> {
    let import = match vm.own_builtins(globals) {
        Some(own) => vm.look_up_builtin(&own, &vm.names.__import__)?,
        None => vm.builtins.get_name(&vm.names.__import__),
    };
    match import {
        Some(Value::Native(_)) => Ok(None),
        Some(import) => Ok(Some(import)),
        None => Err(vm.raise_new(&vm.types.import_error, "__import__ not found")),
    }
}

fn ask(vm: &Vm, own: &Value, name: &str, globals: &Ref<Dict>, wanted: Value, level: u32) -> Res {
    let globals = Value::Dict(globals.clone());
    let level = Value::Int(i64::from(level));
    vm.call_with(
        own,
        &[Value::str(name), globals, Value::None, wanted, level],
    )
}

/// `from a import …`: gives the module.
pub struct ImportModule {
    /// The dotted name, empty for `from . import`.
    pub name: Box<str>,
    /// How many dots lead.
    pub level: u32,
    /// The names that are wanted from it.
    pub names: Box<[Name]>,
    /// The globals that a relative name is resolved in.
    pub globals: Globals,
    /// The statement.
    pub span: Span,
}

impl Node for ImportModule {
    fn eval(&self, vm: &Vm, _slots: &mut Slots) -> Res {
        vm.thread.at.set(self.span.start);
        if let Some(own) = noted(vm, self.span, replaced(vm, &self.globals))? {
            let names = self.names.iter().cloned().map(Value::Str).collect();
            let names = Value::from(Tuple::new(names));
            let asked = ask(vm, &own, &self.name, &self.globals, names, self.level);
            return noted(vm, self.span, asked);
        }
        noted(
            vm,
            self.span,
            vm.import_module(&self.name, self.level, Some(&self.globals)),
        )
    }
}

/// One name of `from module import name`, with the module in a hidden slot.
pub struct ImportName {
    /// The slot of the module.
    pub module: Slot,
    /// The name.
    pub name: Name,
    /// The statement.
    pub span: Span,
}

impl Node for ImportName {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let module = slots[self.module as usize].clone();
        noted(vm, self.span, vm.import_from(&module, &self.name))
    }
}

/// `from module import *`
pub struct ImportStar {
    /// The module.
    pub module: BoxNode,
    /// Where the names go, unless there is a namespace.
    pub globals: Globals,
    /// The slot of the namespace that they go into, for code that is executed with one.
    pub namespace: Option<Slot>,
    /// The statement.
    pub span: Span,
}

impl Node for ImportStar {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let module = self.module.eval(vm, slots)?;
        let Some(slot) = self.namespace else {
            noted(vm, self.span, vm.import_star(&module, &self.globals))?;
            return Ok(Value::None);
        };
        let (namespace, names) = (slots[slot as usize].clone(), Dict::new());
        noted(vm, self.span, vm.import_star(&module, &names))?;
        for (name, value) in names.entries() {
            noted(vm, self.span, vm.set_item(&namespace, &name, value))?;
        }
        Ok(Value::None)
    }
}
