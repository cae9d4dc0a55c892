//! The frame that is being laid out while its code is lowered: which slot holds which variable, and hidden slots for
//! what the nodes keep to themselves. Hidden slots are handed out like a stack: a statement gives its own back.

use super::scope::{Binding, ScopeId, ScopeKind, ScopeTree};
use crate::nodes::Slot;
use crate::nodes::owned::Owned;
use crate::objects::compiled::Mentioned;
use crate::objects::function::CodeKind;
use rustc_hash::FxHashMap;
use snakelet_grammar::ast::Name;
use std::cell::RefCell;

/// What stands for the slot of a node that is never left and entered again.
const NEVER_USED: Slot = Slot::MAX;

/// A frame in the making.
pub struct Frame {
    /// The scope whose frame it is.
    pub scope: ScopeId,
    /// What running it gives.
    pub kind: CodeKind,
    /// The slot of the namespace that names are looked up in: a class body, `exec` with locals of its own.
    pub namespace: Option<Slot>,
    /// The line that its code begins in, where that is not the one of its text: that of the first decorator.
    pub first_line: Option<u32>,
    /// In a class body, the slot of the cell that its functions know as `__class__`.
    pub class_cell: Option<Slot>,
    /// The dotted name that definitions inside begin with.
    pub qualname: String,
    /// Names of the visible slots.
    pub names: Vec<Name>,
    /// Slots with a cell of their own.
    pub cells: Vec<Slot>,
    /// Slots for the cells of the closure.
    pub free: Vec<Slot>,
    /// How many parameters are positional: what `super()` and layouts ask.
    pub positional: usize,
    /// What the code mentions, if somebody wants to know.
    pub mentioned: RefCell<Mentioned>,
    /// What its nodes own that can lead back to them.
    pub owned: RefCell<Owned>,
    slots: FxHashMap<(ScopeId, Name), Slot>,
    next: Slot,
    most: Slot,
    high: Slot,
}

impl Frame {
    /// A frame without slots.
    pub fn new(scope: ScopeId, kind: CodeKind, qualname: String) -> Frame {
        Frame {
            scope,
            kind,
            namespace: None,
            first_line: None,
            class_cell: None,
            qualname,
            names: Vec::new(),
            cells: Vec::new(),
            free: Vec::new(),
            positional: 0,
            mentioned: RefCell::default(),
            owned: RefCell::default(),
            slots: FxHashMap::default(),
            next: 0,
            most: 0,
            high: 0,
        }
    }

    /// Adds a visible slot for a variable of `scope`. All visible slots come before all hidden ones.
    pub fn declare(&mut self, scope: ScopeId, name: &Name) -> Slot {
        let slot = self.hidden();
        self.names.push(name.clone());
        self.slots.insert((scope, name.clone()), slot);
        slot
    }

    /// Gives a variable of a comprehension a hidden slot.
    pub fn declare_hidden(&mut self, scope: ScopeId, name: &Name) -> Slot {
        let slot = self.hidden();
        self.slots.insert((scope, name.clone()), slot);
        slot
    }

    /// Slots for the locals that are no parameters, and for what is taken from functions around.
    pub fn declare_symbols(&mut self, tree: &ScopeTree) {
        let scope = tree.get(self.scope);
        for (name, symbol) in &scope.symbols {
            let own = match symbol.binding {
                Binding::Local => scope.kind.is_function_like(),
                Binding::Cell => true,
                Binding::Free | Binding::GlobalExplicit | Binding::GlobalImplicit => false,
            };
            if !own {
                continue;
            }
            let slot = match self.slot_of(self.scope, name) {
                Some(slot) => slot,
                None => self.declare(self.scope, name),
            };
            if symbol.binding == Binding::Cell {
                self.cells.push(slot);
            }
        }
        if scope.kind == ScopeKind::Class && scope.needs_class_cell {
            let slot = match self.slot_of(self.scope, &"__class__".into()) {
                Some(slot) => slot,
                None => {
                    let slot = self.declare(self.scope, &"__class__".into());
                    self.cells.push(slot);
                    slot
                }
            };
            self.class_cell = Some(slot);
        }
        if scope.kind == ScopeKind::Class && scope.needs_classdict {
            self.declare(self.scope, &"__classdict__".into());
        }
        for name in &scope.free {
            let slot = self.declare(self.scope, name);
            self.free.push(slot);
        }
    }

    /// The variables of `scope`, with their slots.
    pub fn declared(&self, scope: ScopeId) -> impl Iterator<Item = (&Name, Slot)> {
        let mut own: Vec<_> = self
            .slots
            .iter()
            .filter(|((each, _), _)| *each == scope)
            .collect();
        own.sort_by_key(|(_, slot)| **slot);
        own.into_iter().map(|((_, name), slot)| (name, *slot))
    }

    /// The slot of a variable of `scope`.
    pub fn slot_of(&self, scope: ScopeId, name: &Name) -> Option<Slot> {
        self.slots.get(&(scope, name.clone())).copied()
    }

    /// A hidden slot.
    pub fn hidden(&mut self) -> Slot {
        let slot = self.next;
        self.next += 1;
        self.most = self.most.max(self.next);
        self.high = self.high.max(self.next);
        slot
    }

    /// A hidden slot for what a node keeps while the frame is left; a frame that is never left needs none.
    pub fn resumable(&mut self) -> Slot {
        match self.kind {
            CodeKind::Plain => NEVER_USED,
            CodeKind::Generator | CodeKind::Coroutine | CodeKind::AsyncGenerator => self.hidden(),
        }
    }

    /// How far hidden slots are handed out.
    pub fn mark(&self) -> Slot {
        self.next
    }

    /// Takes all hidden slots from `mark` on back.
    pub fn release(&mut self, mark: Slot) {
        self.next = mark;
    }

    /// Runs `body` and gives the range of the slots that it used and gave back.
    pub fn high_water(&mut self) -> Slot {
        std::mem::replace(&mut self.high, self.next)
    }

    /// Ends what `high_water` began: the first slot that was not used since.
    pub fn end_high_water(&mut self, before: Slot) -> Slot {
        let high = self.high;
        self.high = high.max(before);
        high
    }

    /// How many slots the frame has.
    pub fn size(&self) -> usize {
        self.most as usize
    }
}
