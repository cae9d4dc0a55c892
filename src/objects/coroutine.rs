//! Generators, coroutines and async generators: one kind of suspended frame with three faces. Running one is
//! `interp/coroutine.rs`; the methods that a script sees are `coroutine_methods.rs`.

use super::class::Class;
use super::counted::{CloneCell, Ref};
use super::exception::Exception;
use super::frame::Frame;
use super::function::{Code, CodeKind};
use super::object::Object;
use super::value::Value;
use crate::interp::{Res, Vm};
use std::cell::Cell;

/// Where a suspended frame stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// Its body has not begun.
    Created,
    /// It waits, at the statement that its slots tell.
    Suspended,
    /// It runs, or one that it awaits does.
    Running,
    /// Its body has ended.
    Finished,
}

/// Coroutines of which each awaits the next. Most frames that wait await none, so the list is made when needed.
#[allow(clippy::box_collection)]
pub type Chain = Option<Box<Vec<Ref<Coroutine>>>>;

/// A frame that can be left and entered again.
pub struct Coroutine {
    /// What it runs.
    pub code: Ref<Code>,
    /// The frame's slots, taken out while it runs.
    pub slots: Cell<Box<[Value]>>,
    /// Where it stands.
    pub state: Cell<State>,
    /// What it awaits or yields from; `Undef` if nothing.
    pub awaiting: CloneCell<Value>,
    /// If this one is driven from outside: the coroutines that it awaits, each awaited by the one before.
    pub chain: Cell<Chain>,
    /// The offset at which it is suspended.
    pub at: Cell<u32>,
    /// Whether a step has to look at `rare`, for a handled exception or a frame object.
    special: Cell<bool>,
    /// What few have.
    rare: Cell<Option<Box<Rare>>>,
}

/// What few suspended frames have.
#[derive(Default)]
pub struct Rare {
    /// The exception that is being handled where it is awaited, by whoever awaits it.
    handled_around: Option<Ref<Exception>>,
    /// The exception that is being handled where it waits, for what it awaits.
    handled_there: Option<Ref<Exception>>,
    /// The frame object that a script has seen, while it does not run.
    frame: Option<Ref<Frame>>,
    /// A name other than the code's.
    pub name: Value,
    /// A dotted name other than the code's.
    pub qualname: Value,
    /// For generators: whether `types.coroutine` lets them be awaited.
    pub marked_coroutine: bool,
    /// Where a coroutine was made, if that is tracked: a tuple of (file, line, function), innermost first.
    pub origin: Value,
    /// For async generators: what the loop's hooks noted.
    pub hooks_called: bool,
    /// For async generators: whether `aclose` has begun.
    pub closing: bool,
    /// For async generators: whether an `asend`, `athrow` or `aclose` runs.
    pub busy: bool,
    /// For async generators: called when it is dropped before its end.
    pub finalizer: Value,
}

impl Coroutine {
    /// A frame of `code` at its begin, with its arguments in `slots`.
    pub fn new(code: Ref<Code>, slots: Box<[Value]>) -> Ref<Coroutine> {
        Ref::new(Coroutine {
            code,
            slots: Cell::new(slots),
            state: Cell::new(State::Created),
            awaiting: CloneCell::new(Value::Undef),
            chain: Cell::new(None),
            at: Cell::new(0),
            special: Cell::new(false),
            rare: Cell::new(None),
        })
    }

    /// Which face it has.
    #[inline(always)]
    pub fn kind(&self) -> CodeKind {
        self.code.kind()
    }

    /// The object of a frame that does not run, made when first asked for.
    pub fn frame_object(this: &Ref<Coroutine>) -> Ref<Frame> {
        if let Some(known) = this.if_special(|rare| rare.frame.clone()) {
            return known;
        }
        let frame = Frame::suspended(this);
        this.set_frame(Some(frame.clone()));
        frame
    }

    /// Whether a step has more to look at than most: what the next methods give or change.
    #[inline(always)]
    pub fn is_special(&self) -> bool {
        self.special.get()
    }

    /// The exception that is being handled where it is awaited, by whoever awaits it.
    #[inline]
    pub fn handled_around(&self) -> Option<Ref<Exception>> {
        self.if_special(|rare| rare.handled_around.clone())
    }

    /// Sets the exception that is being handled where it is awaited.
    #[inline]
    pub fn set_handled_around(&self, exception: Option<Ref<Exception>>) {
        drop(self.exchange(|rare| &mut rare.handled_around, exception));
    }

    /// The exception that is being handled where it waits, for what it awaits.
    #[inline]
    pub fn handled_there(&self) -> Option<Ref<Exception>> {
        self.if_special(|rare| rare.handled_there.clone())
    }

    /// Sets the exception that is being handled where it waits; gives what was there.
    #[inline]
    pub fn set_handled_there(&self, exception: Option<Ref<Exception>>) -> Option<Ref<Exception>> {
        self.exchange(|rare| &mut rare.handled_there, exception)
    }

    /// Sets the frame object that a script has seen, while it does not run; gives what was there.
    pub fn set_frame(&self, frame: Option<Ref<Frame>>) -> Option<Ref<Frame>> {
        self.exchange(|rare| &mut rare.frame, frame)
    }

    #[inline]
    fn if_special<T>(&self, look: impl FnOnce(&Rare) -> Option<T>) -> Option<T> {
        if !self.special.get() {
            return None;
        }
        self.if_rare(look).flatten()
    }

    fn exchange<T>(&self, part: fn(&mut Rare) -> &mut Option<T>, new: Option<T>) -> Option<T> {
        if new.is_none() && !self.special.get() {
            return None;
        }
        self.with_rare(|rare| {
            let old = std::mem::replace(part(rare), new);
            self.special.set(rare.is_special());
            old
        })
    }

    /// The innermost coroutine that it awaits, if it is driven from outside and awaits any.
    pub fn innermost(&self) -> Option<Ref<Coroutine>> {
        self.awaited().pop()
    }

    /// Those that it awaits, from the outermost to the innermost.
    pub fn awaited(&self) -> Vec<Ref<Coroutine>> {
        let chain = self.chain.take();
        let all = chain.as_ref().map(|chain| chain.to_vec());
        self.chain.set(chain);
        all.unwrap_or_default()
    }

    /// Shows what the slots of a suspended frame hold to `visit`.
    pub fn each_slot(&self, visit: &mut dyn FnMut(&Value)) {
        let slots = self.slots.take();
        slots.iter().for_each(visit);
        self.slots.set(slots);
    }

    /// Its name.
    pub fn name(&self) -> Value {
        let own = self.if_rare(|rare| rare.name.given().cloned());
        own.flatten()
            .unwrap_or_else(|| Value::Str(self.code.name.clone()))
    }

    /// Its dotted name.
    pub fn qualname(&self) -> Value {
        let own = self.if_rare(|rare| rare.qualname.given().cloned());
        own.flatten()
            .unwrap_or_else(|| Value::Str(self.code.qualname.clone()))
    }

    /// What few frames have, if this one has it. `look` must run no script code.
    pub fn if_rare<T>(&self, look: impl FnOnce(&Rare) -> T) -> Option<T> {
        let rare = self.rare.take()?;
        let seen = look(&rare);
        self.rare.set(Some(rare));
        Some(seen)
    }

    /// Changes what few frames have. `change` must run no script code and drop no value.
    pub fn with_rare<T>(&self, change: impl FnOnce(&mut Rare) -> T) -> T {
        let mut rare = self.rare.take().unwrap_or_default();
        let result = change(&mut rare);
        self.rare.set(Some(rare));
        result
    }
}

impl Rare {
    fn is_special(&self) -> bool {
        self.handled_around.is_some() || self.handled_there.is_some() || self.frame.is_some()
    }
}

impl Object for Coroutine {
    fn wrap(this: Ref<Self>) -> Value {
        Value::Coroutine(this)
    }

    fn class(&self, vm: &Vm) -> Ref<Class> {
        match self.kind() {
            CodeKind::Generator | CodeKind::Plain => vm.types.generator.clone(),
            CodeKind::Coroutine => vm.types.coroutine.clone(),
            CodeKind::AsyncGenerator => vm.types.async_generator.clone(),
        }
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        let slots = self.slots.take();
        slots.iter().for_each(&mut *visit);
        self.slots.set(slots);
        visit(&Value::from(self.code.clone()));
        visit(&self.awaiting.get());
        self.if_special(|rare| {
            if let Some(frame) = &rare.frame {
                visit(&Value::from(frame.clone()));
            }
            let handled = [&rare.handled_around, &rare.handled_there];
            for exception in handled.into_iter().flatten() {
                visit(&Value::from(exception.clone()));
            }
            Some(())
        });
        let chain = self.chain.take();
        for each in chain.iter().flat_map(|chain| chain.iter()) {
            visit(&Value::Coroutine(each.clone()));
        }
        self.chain.set(chain);
    }

    fn clear(&self) {
        if self.state.get() != State::Running {
            self.state.set(State::Finished);
            let old = (
                self.slots.take(),
                self.awaiting.take(),
                self.chain.take(),
                self.set_frame(None),
                self.exchange(|rare| &mut rare.handled_around, None),
                self.set_handled_there(None),
            );
            drop(old);
        }
    }

    #[inline(always)]
    fn wants_finalizer(&self) -> bool {
        match self.state.get() {
            State::Suspended => true,
            State::Created => self.kind() == CodeKind::Coroutine,
            State::Running | State::Finished => false,
        }
    }

    fn finalize(&self, this: &Value) {
        crate::interp::finalize::close_dropped(this);
    }

    fn repr(&self, vm: &Vm, this: &Value) -> Res<Option<String>> {
        let name = vm.str(&self.qualname())?;
        let kind = match self.kind() {
            CodeKind::Generator | CodeKind::Plain => "generator",
            CodeKind::Coroutine => "coroutine",
            CodeKind::AsyncGenerator => "async_generator",
        };
        Ok(Some(format!(
            "<{kind} object {name} at 0x{:x}>",
            this.address().unwrap_or(0)
        )))
    }

    fn iter(&self, _vm: &Vm, this: &Value) -> Res<Option<Value>> {
        Ok((self.kind() == CodeKind::Generator).then(|| this.clone()))
    }

    fn is_iterator(&self) -> bool {
        self.kind() == CodeKind::Generator
    }

    fn next(&self, vm: &Vm, this: &Value) -> Res<Option<Value>> {
        match this {
            Value::Coroutine(generator) => crate::interp::coroutine::next(vm, generator),
            _ => Ok(None),
        }
    }
}
