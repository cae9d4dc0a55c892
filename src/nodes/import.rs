//! Import statements.

use super::{BoxNode, Slot, noted};
use crate::interp::{Node, Res, Slots, Vm};
use crate::objects::counted::Ref;
use crate::objects::dict::Dict;
use crate::objects::str::Name;
use crate::objects::value::Value;
use snakelet_grammar::source::Span;

/// `import a.b.c`: gives the top package, or the module itself when it is bound by `as`.
pub struct Import {
    /// The dotted name.
    pub name: Box<str>,
    /// Whether the module itself is wanted.
    pub whole: bool,
    /// The globals that a relative name is resolved in.
    pub globals: Ref<Dict>,
    /// The statement.
    pub span: Span,
}

impl Node for Import {
    fn eval(&self, vm: &Vm, _slots: &mut Slots) -> Res {
        vm.thread.at.set(self.span.start);
        let module = noted(
            vm,
            self.span,
            vm.import_module(&self.name, 0, Some(&self.globals)),
        )?;
        if self.whole {
            return Ok(module);
        }
        match self.name.split_once('.') {
            None => Ok(module),
            Some((top, _)) => noted(vm, self.span, vm.import_module(top, 0, Some(&self.globals))),
        }
    }
}

/// `from a import …`: gives the module.
pub struct ImportModule {
    /// The dotted name, empty for `from . import`.
    pub name: Box<str>,
    /// How many dots lead.
    pub level: u32,
    /// The globals that a relative name is resolved in.
    pub globals: Ref<Dict>,
    /// The statement.
    pub span: Span,
}

impl Node for ImportModule {
    fn eval(&self, vm: &Vm, _slots: &mut Slots) -> Res {
        vm.thread.at.set(self.span.start);
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
    /// Where the names go.
    pub globals: Ref<Dict>,
    /// The statement.
    pub span: Span,
}

impl Node for ImportStar {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let module = self.module.eval(vm, slots)?;
        noted(vm, self.span, vm.import_star(&module, &self.globals))?;
        Ok(Value::None)
    }
}
