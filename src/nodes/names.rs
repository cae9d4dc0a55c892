//! Names: locals, cells, globals and the namespace of a class body; read, stored and deleted.

use super::owned::Globals;
use super::{BoxNode, Slot};
use crate::interp::{Flow, Node, Raised, Res, Slots, Vm};
use crate::objects::cell::CellVar;
use crate::objects::counted::Ref;
use crate::objects::exception::Exception;
use crate::objects::str::Name;
use crate::objects::value::Value;
use snakelet_grammar::source::Span;
use std::cell::Cell;

/// Raises for a local variable without a value.
#[cold]
#[inline(never)]
pub fn unbound(vm: &Vm, slot: Slot, span: Span) -> Raised {
    let name = crate::interp::frame::running(vm)
        .next()
        .and_then(|standing| standing.code.layout().names.get(slot as usize).cloned())
        .unwrap_or_else(|| vm.name("?"));
    unbound_name(vm, &name, span)
}

#[cold]
fn unbound_name(vm: &Vm, name: &Name, span: Span) -> Raised {
    let text = format!(
        "cannot access local variable '{}' where it is not associated with a value",
        name.lossy()
    );
    let exception = Exception::new(&vm.types.unbound_local_error, vec![Value::from(text)]);
    vm.raise(exception);
    vm.note(span)
}

/// Reads a local variable.
pub struct LoadLocal {
    /// Its slot.
    pub slot: Slot,
    /// Where it stands.
    pub span: Span,
}

impl Node for LoadLocal {
    #[inline]
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        match &slots[self.slot as usize] {
            Value::Undef => Err(unbound(vm, self.slot, self.span)),
            value => Ok(value.clone()),
        }
    }
}

/// Moves a hidden slot's value out: it is used once.
pub struct Take(pub Slot);

impl Node for Take {
    #[inline]
    fn eval(&self, _vm: &Vm, slots: &mut Slots) -> Res {
        Ok(slots[self.0 as usize].take())
    }
}

/// Copies a hidden slot's value.
pub struct Peek(pub Slot);

impl Node for Peek {
    #[inline]
    fn eval(&self, _vm: &Vm, slots: &mut Slots) -> Res {
        Ok(slots[self.0 as usize].clone())
    }
}

/// Stores into a local variable or hidden slot.
pub struct StoreLocal {
    /// The slot.
    pub slot: Slot,
    /// What is stored.
    pub value: BoxNode,
}

impl Node for StoreLocal {
    #[inline]
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        self.exec_store(vm, slots)?;
        Ok(Value::None)
    }

    #[inline]
    fn exec(&self, vm: &Vm, slots: &mut Slots) -> Flow {
        self.exec_store(vm, slots)?;
        Ok(())
    }
}

impl StoreLocal {
    #[inline(always)]
    fn exec_store(&self, vm: &Vm, slots: &mut Slots) -> Res<()> {
        let value = self.value.eval(vm, slots)?;
        slots[self.slot as usize].store(value);
        Ok(())
    }
}

/// Deletes a local variable; quietly if `quiet` (a handler's name at the handler's end).
pub struct DeleteLocal {
    /// Its slot.
    pub slot: Slot,
    /// Whether it may be unbound.
    pub quiet: bool,
    /// Where it stands.
    pub span: Span,
}

impl Node for DeleteLocal {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let old = slots[self.slot as usize].take();
        if old.is_undef() && !self.quiet {
            return Err(unbound(vm, self.slot, self.span));
        }
        old.discard();
        Ok(Value::None)
    }
}

fn cell(slots: &Slots, slot: Slot) -> Option<&Ref<CellVar>> {
    match &slots[slot as usize] {
        Value::Cell(cell) => Some(cell),
        _ => None,
    }
}

/// Makes fresh cells for variables of a comprehension that an inner function captures.
pub struct MakeCells(pub Box<[Slot]>);

impl Node for MakeCells {
    fn eval(&self, _vm: &Vm, slots: &mut Slots) -> Res {
        for &slot in &self.0 {
            slots[slot as usize].store(Value::Cell(CellVar::holding(Value::Undef)));
        }
        Ok(Value::None)
    }
}

/// Reads a variable shared with other functions.
pub struct LoadCell {
    /// The slot of its cell.
    pub slot: Slot,
    /// Its name.
    pub name: Name,
    /// Whether it belongs to a function around this one.
    pub free: bool,
    /// Where it stands.
    pub span: Span,
}

impl Node for LoadCell {
    #[inline]
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        match cell(slots, self.slot).map(|cell| cell.0.get()) {
            Some(Value::Undef) | None => Err(self.unbound(vm)),
            Some(value) => Ok(value),
        }
    }
}

impl LoadCell {
    #[cold]
    fn unbound(&self, vm: &Vm) -> Raised {
        if !self.free {
            return unbound_name(vm, &self.name, self.span);
        }
        let name = self.name.lossy();
        let text = format!(
            "cannot access free variable '{name}' where it is not associated with a value in enclosing scope"
        );
        let exception = Exception::new(&vm.types.name_error, vec![Value::from(text)]);
        exception.set_member(&vm.names.name, Value::Str(self.name.clone()));
        vm.raise(exception);
        vm.note(self.span)
    }
}

/// Stores into a variable shared with other functions.
pub struct StoreCell {
    /// The slot of its cell.
    pub slot: Slot,
    /// What is stored.
    pub value: BoxNode,
}

impl Node for StoreCell {
    #[inline]
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let value = self.value.eval(vm, slots)?;
        if let Some(cell) = cell(slots, self.slot) {
            cell.0.replace(value).discard();
        }
        Ok(Value::None)
    }
}

/// Deletes a variable shared with other functions.
pub struct DeleteCell {
    /// How it is read, which tells what is missing.
    pub load: LoadCell,
    /// Whether it may be unbound.
    pub quiet: bool,
}

impl Node for DeleteCell {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let old = cell(slots, self.load.slot)
            .map(|cell| cell.0.take())
            .unwrap_or_default();
        if old.is_undef() && !self.quiet {
            return Err(self.load.unbound(vm));
        }
        old.discard();
        Ok(Value::None)
    }
}

/// Reads a global or built-in name. Its place in the dictionary is remembered.
pub struct LoadGlobal {
    /// The module's globals.
    pub globals: Globals,
    /// The name.
    pub name: Name,
    /// Where it stood in the globals.
    pub place: Cell<u32>,
    /// Where it stood in the built-in names, as long as the globals have no such key.
    pub builtin: Cell<(u32, u32)>,
    /// Where it stands.
    pub span: Span,
}

const NOWHERE: u32 = u32::MAX;

impl LoadGlobal {
    /// A node that has found nothing yet.
    pub fn new(globals: Globals, name: Name, span: Span) -> LoadGlobal {
        LoadGlobal {
            globals,
            name,
            place: Cell::new(NOWHERE),
            builtin: Cell::new((0, NOWHERE)),
            span,
        }
    }

    /// The built-in name, if that was found before.
    #[inline(never)]
    fn eval_builtin(&self, vm: &Vm) -> Res {
        let (version, place) = self.builtin.get();
        if place != NOWHERE
            && self.place.get() == NOWHERE
            && version == self.globals.version()
            && let Some(value) = vm.builtins.get_at(place as usize, &self.name)
        {
            return Ok(value);
        }
        self.find(vm)
    }

    #[cold]
    #[inline(never)]
    fn find(&self, vm: &Vm) -> Res {
        if let Some(place) = self.globals.place_of(&self.name) {
            self.place.set(place as u32);
            if let Some(value) = self.globals.get_at(place, &self.name) {
                return Ok(value);
            }
            // The key may be an equal string that is not the interned one.
            if let Some(value) = self.globals.get_name(&self.name) {
                return Ok(value);
            }
        }
        let found = match vm.own_builtins(&self.globals) {
            Some(own) => super::noted(vm, self.span, vm.look_up_builtin(&own, &self.name))?,
            None => {
                if let Some(place) = vm.builtins.place_of(&self.name) {
                    self.place.set(NOWHERE);
                    self.builtin.set((self.globals.version(), place as u32));
                }
                vm.builtins.get_name(&self.name)
            }
        };
        match found {
            Some(value) => Ok(value),
            None => {
                vm.name_not_defined(&self.name);
                Err(vm.note(self.span))
            }
        }
    }
}

impl Node for LoadGlobal {
    #[inline]
    fn eval(&self, vm: &Vm, _slots: &mut Slots) -> Res {
        // Nothing ever stands at `NOWHERE`.
        match self.globals.get_at(self.place.get() as usize, &self.name) {
            Some(value) => Ok(value),
            None => self.eval_builtin(vm),
        }
    }
}

/// Stores a global name.
pub struct StoreGlobal {
    /// The module's globals.
    pub globals: Globals,
    /// The name.
    pub name: Name,
    /// Where it stood.
    pub place: Cell<u32>,
    /// What is stored.
    pub value: BoxNode,
}

impl Node for StoreGlobal {
    #[inline]
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let value = self.value.eval(vm, slots)?;
        if let Err(value) = self
            .globals
            .set_at(self.place.get() as usize, &self.name, value)
        {
            self.globals.set_name(&self.name, value);
            self.place.set(
                self.globals
                    .place_of(&self.name)
                    .map_or(NOWHERE, |place| place as u32),
            );
        }
        Ok(Value::None)
    }
}

/// Deletes a global name.
pub struct DeleteGlobal {
    /// The module's globals.
    pub globals: Globals,
    /// The name.
    pub name: Name,
    /// Whether it may be absent.
    pub quiet: bool,
    /// Where it stands.
    pub span: Span,
}

impl Node for DeleteGlobal {
    fn eval(&self, vm: &Vm, _slots: &mut Slots) -> Res {
        match self.globals.remove_name(&self.name) {
            Some(old) => old.discard(),
            None if self.quiet => {}
            None => {
                vm.name_not_defined(&self.name);
                return Err(vm.note(self.span));
            }
        }
        Ok(Value::None)
    }
}

/// Reads a name in a namespace that a slot holds (a class body, `exec` with locals), else by `otherwise`.
pub struct LoadNamespace {
    /// The slot of the namespace.
    pub namespace: Slot,
    /// The name.
    pub name: Name,
    /// What else it can be: a global, or a variable of a function around the class.
    pub otherwise: BoxNode,
    /// Where it stands.
    pub span: Span,
}

impl Node for LoadNamespace {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        match &slots[self.namespace as usize] {
            Value::Dict(namespace) => {
                if let Some(value) = namespace.get_name(&self.name) {
                    return Ok(value);
                }
            }
            other => {
                let namespace = other.clone();
                match vm.get_item(&namespace, &Value::Str(self.name.clone())) {
                    Ok(value) => return Ok(value),
                    Err(raised) => {
                        drop(super::noted(
                            vm,
                            self.span,
                            vm.catch(raised, &vm.types.key_error),
                        )?);
                    }
                }
            }
        }
        self.otherwise.eval(vm, slots)
    }
}

/// Stores a name in a namespace that a slot holds.
pub struct StoreNamespace {
    /// The slot of the namespace.
    pub namespace: Slot,
    /// The name.
    pub name: Name,
    /// What is stored.
    pub value: BoxNode,
    /// Where it stands.
    pub span: Span,
}

impl Node for StoreNamespace {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let value = self.value.eval(vm, slots)?;
        match slots[self.namespace as usize].clone() {
            Value::Dict(namespace) => namespace.set_name(&self.name, value),
            other => super::noted(
                vm,
                self.span,
                vm.set_item(&other, &Value::Str(self.name.clone()), value),
            )?,
        }
        Ok(Value::None)
    }
}

/// Deletes a name from a namespace that a slot holds.
pub struct DeleteNamespace {
    /// The slot of the namespace.
    pub namespace: Slot,
    /// The name.
    pub name: Name,
    /// Whether it may be absent.
    pub quiet: bool,
    /// Where it stands.
    pub span: Span,
}

impl Node for DeleteNamespace {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let removed = match slots[self.namespace as usize].clone() {
            Value::Dict(namespace) => namespace.remove_name(&self.name).is_some(),
            other => match vm.delete_item(&other, &Value::Str(self.name.clone())) {
                Ok(()) => true,
                Err(raised) => {
                    drop(super::noted(
                        vm,
                        self.span,
                        vm.catch(raised, &vm.types.key_error),
                    )?);
                    false
                }
            },
        };
        if !removed && !self.quiet {
            vm.name_not_defined(&self.name);
            return Err(vm.note(self.span));
        }
        Ok(Value::None)
    }
}

/// Drops what hidden slots hold.
pub struct Forget(pub std::ops::Range<Slot>);

impl Node for Forget {
    fn eval(&self, _vm: &Vm, slots: &mut Slots) -> Res {
        for slot in self.0.clone() {
            slots[slot as usize].take().discard();
        }
        Ok(Value::None)
    }
}

/// Runs a step unless a name is bound: for what a module or class has from the start.
pub struct Unless {
    /// Reads the name.
    pub present: BoxNode,
    /// The step.
    pub otherwise: BoxNode,
}

impl Node for Unless {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        match self.present.eval(vm, slots) {
            Ok(value) => value.discard(),
            Err(raised) => {
                drop(vm.catch(raised, &vm.types.name_error)?);
                self.otherwise.eval(vm, slots)?.discard();
            }
        }
        Ok(Value::None)
    }
}
