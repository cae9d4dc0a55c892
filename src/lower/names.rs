//! Names: how each is reached from where it stands, and the nodes that read, store and delete it.

use super::scope::{Binding, ScopeKind};
use super::{Lowered, Lowering};
use crate::nodes::names::{
    DeleteCell, DeleteGlobal, DeleteLocal, DeleteNamespace, LoadCell, LoadGlobal, LoadLocal,
    LoadNamespace, StoreCell, StoreGlobal, StoreLocal, StoreNamespace,
};
use crate::nodes::owned::Globals;
use crate::nodes::{BoxNode, Slot};
use crate::objects::str;
use snakelet_grammar::ast::Name;
use snakelet_grammar::error::SyntaxError;
use snakelet_grammar::source::Span;
use std::cell::Cell;

/// How a name is reached.
pub(super) enum Access {
    /// In a slot.
    Local(Slot),
    /// In the cell that a slot holds; `free` when it belongs to a function around.
    Cell { slot: Slot, free: bool },
    /// In the module's globals, else among the built-in names.
    Global,
    /// In the namespace that a slot holds, else as the inner access says.
    Namespace(Slot, Box<Access>),
}

impl Lowering<'_> {
    /// How `name`, as written, is reached from the current scope.
    pub(super) fn access(&self, name: &str) -> Access {
        let tree = self.unit.tree;
        let mangled = tree.mangled(self.scope, &name.into());
        let in_frame = self.scope == self.frame.scope;
        let with_namespace = |otherwise: Access| match self.frame.namespace {
            Some(slot) if in_frame => Access::Namespace(slot, Box::new(otherwise)),
            _ => otherwise,
        };
        let Some((at, binding)) = tree.resolve(self.scope, name) else {
            return with_namespace(Access::Global);
        };
        let kind = tree.get(at).kind;
        match binding {
            Binding::GlobalExplicit => Access::Global,
            Binding::GlobalImplicit => with_namespace(Access::Global),
            Binding::Local if kind.is_function_like() => match self.frame.slot_of(at, &mangled) {
                Some(slot) => Access::Local(slot),
                None => Access::Global,
            },
            Binding::Local => match self.frame.namespace {
                Some(slot) => Access::Namespace(slot, Box::new(Access::Global)),
                None => Access::Global,
            },
            Binding::Cell => match self.frame.slot_of(at, &mangled) {
                Some(slot) if kind == ScopeKind::Class => {
                    with_namespace(Access::Cell { slot, free: false })
                }
                Some(slot) => Access::Cell { slot, free: false },
                None => Access::Global,
            },
            Binding::Free => match self.frame.slot_of(self.frame.scope, &mangled) {
                Some(slot) => {
                    let cell = Access::Cell { slot, free: true };
                    if kind == ScopeKind::Class || tree.get(at).sees_class {
                        with_namespace(cell)
                    } else {
                        cell
                    }
                }
                None => Access::Global,
            },
        }
    }

    /// The interned form of `name`, mangled if it is private to a class.
    pub(super) fn stored_name(&self, name: &str) -> str::Name {
        let mangled: Name = self.unit.tree.mangled(self.scope, &name.into());
        self.vm.name(&mangled)
    }

    /// The name of an attribute.
    pub(super) fn attribute_name(&self, name: &str) -> str::Name {
        let stored = self.stored_name(name);
        self.mention_name(&stored);
        stored
    }

    /// Reads a name.
    pub(super) fn load_name(&self, name: &str, span: Span) -> BoxNode {
        self.load(self.access(name), name, span)
    }

    fn load(&self, access: Access, name: &str, span: Span) -> BoxNode {
        let stored = self.stored_name(name);
        match access {
            Access::Local(slot) => Box::new(LoadLocal { slot, span }),
            Access::Cell { slot, free } => Box::new(LoadCell {
                slot,
                name: stored,
                free,
                span,
            }),
            Access::Global => {
                self.mention_name(&stored);
                Box::new(LoadGlobal::new(self.globals(), stored, span))
            }
            Access::Namespace(namespace, otherwise) => {
                self.mention_name(&stored);
                let otherwise = self.load(*otherwise, name, span);
                Box::new(LoadNamespace {
                    namespace,
                    name: stored,
                    otherwise,
                    span,
                })
            }
        }
    }

    /// Reads a name of a module or class body that is not looked for in the scopes around it.
    pub(super) fn load_own_name(&self, name: &str) -> BoxNode {
        let stored = self.stored_name(name);
        match self.access(name) {
            Access::Namespace(namespace, _) => Box::new(LoadNamespace {
                namespace,
                name: stored.clone(),
                otherwise: Box::new(LoadGlobal::new(Globals::empty(), stored, Span::default())),
                span: Span::default(),
            }),
            own => self.load(own, name, Span::default()),
        }
    }

    /// Stores a value under a name.
    pub(super) fn store_name(&self, name: &str, value: BoxNode, span: Span) -> Lowered {
        let stored = self.stored_name(name);
        let access = self.access(name);
        if matches!(access, Access::Global | Access::Namespace(..)) {
            self.mention_name(&stored);
        }
        Ok(match access {
            Access::Local(slot) => Box::new(StoreLocal { slot, value }),
            Access::Cell { slot, .. } => Box::new(StoreCell { slot, value }),
            Access::Global => Box::new(StoreGlobal {
                globals: self.globals(),
                name: stored,
                place: Cell::new(u32::MAX),
                value,
            }),
            Access::Namespace(namespace, otherwise) => match *otherwise {
                // A class body may declare a variable of a function around it `nonlocal`.
                Access::Cell { slot, free: true } if self.is_declared_nonlocal(name) => {
                    Box::new(StoreCell { slot, value })
                }
                _ => Box::new(StoreNamespace {
                    namespace,
                    name: stored,
                    value,
                    span,
                }),
            },
        })
    }

    fn is_declared_nonlocal(&self, name: &str) -> bool {
        self.unit
            .tree
            .lookup(self.scope, name)
            .is_some_and(|symbol| symbol.declared_nonlocal)
    }

    /// Deletes a name; quietly at the end of a handler, where the script may have deleted it before.
    pub(super) fn delete_name(
        &self,
        name: &str,
        span: Span,
        quiet: bool,
    ) -> Result<BoxNode, SyntaxError> {
        let stored = self.stored_name(name);
        let access = self.access(name);
        if matches!(access, Access::Global | Access::Namespace(..)) {
            self.mention_name(&stored);
        }
        Ok(match access {
            Access::Local(slot) => Box::new(DeleteLocal { slot, quiet, span }),
            Access::Cell { slot, free } => Box::new(DeleteCell {
                load: LoadCell {
                    slot,
                    name: stored,
                    free,
                    span,
                },
                quiet,
            }),
            Access::Global => Box::new(DeleteGlobal {
                globals: self.globals(),
                name: stored,
                quiet,
                span,
            }),
            Access::Namespace(namespace, _) => Box::new(DeleteNamespace {
                namespace,
                name: stored,
                quiet,
                span,
            }),
        })
    }
}
