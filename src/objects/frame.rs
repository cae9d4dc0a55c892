//! Frame objects: what a script sees of an activation (`sys._getframe`, `tb_frame`, `gi_frame`). The activations
//! themselves, and which object stands for which, are `interp/frame.rs`; what `f_locals` gives is `frame_locals.rs`.
//!
//! A frame object is made when it is first asked for, or when an exception passes. While the activation runs, what can
//! be seen of its variables is what it publishes; those of a suspended one are read where they are; when an activation
//! ends and somebody else owns its object, the variables move into that.

use super::class::{Class, TypeDef};
use super::coroutine::{Coroutine, State};
use super::counted::{CloneCell, Ref};
use super::dict::Dict;
use super::frame_locals::FrameLocals;
use super::function::Code;
use super::native::{GetterDef, getter, native};
use super::object::Object;
use super::value::Value;
use super::weak::{self, Dying, WeakPointer};
use crate::interp::frame::{Published, published, running};
use crate::interp::{Res, Vm};
use std::cell::{Cell, RefCell};

/// An activation.
pub struct Frame {
    /// What it runs.
    pub code: Ref<Code>,
    /// Where it stood when it was left.
    at: Cell<u32>,
    /// What tells it from the other running frames; 0 while it does not run.
    key: Cell<usize>,
    /// The variables that it has left behind, by slot.
    kept: RefCell<Vec<Value>>,
    /// What scripts have added to the variables.
    pub added: CloneCell<Option<Ref<Dict>>>,
    /// Who called it, once it has been left.
    back: CloneCell<Option<Ref<Frame>>>,
    /// Whether it was left by an exception on its way, which will tell who called it.
    is_open: Cell<bool>,
    /// The suspended frame that this is the object of.
    owner: WeakPointer,
    trace: CloneCell<Value>,
}

/// The row of `frame`.
pub const TYPE: TypeDef = TypeDef {
    name: "frame",
    doc: "An activation of a function.",
    methods: &[native(
        "clear",
        "()",
        "Lets go of the variables.",
        |vm, a| of(vm, &a[0])?.let_go(vm),
    )],
    getters: &[
        getter("f_code", "What it runs.", |vm, f| {
            Ok(Value::from(of(vm, f)?.code.clone()))
        }),
        GetterDef {
            name: "f_lineno",
            doc: "The line it stands in.",
            get: |vm, f| Ok(Value::Int(i64::from(of(vm, f)?.line(vm)))),
            set: Some(|vm, f, value| {
                of(vm, f)?;
                if value.is_none() {
                    return Err(vm.attribute_error("cannot delete attribute"));
                }
                Err(vm.value_error("f_lineno can only be set in a trace function"))
            }),
        },
        getter("f_lasti", "The place in the code.", |vm, f| {
            Ok(Value::Int(i64::from(of(vm, f)?.stands_at(vm))))
        }),
        getter("f_back", "The frame that called it.", |vm, f| {
            Ok(of(vm, f)?.caller(vm).map_or(Value::None, Value::from))
        }),
        getter("f_globals", "The globals.", |vm, f| {
            Ok(Value::Dict(of(vm, f)?.code.globals.clone()))
        }),
        getter("f_builtins", "The built-in names.", |vm, _| {
            Ok(Value::Dict(vm.builtins.clone()))
        }),
        getter("f_locals", "The variables.", |vm, f| {
            Ok(Frame::locals(of(vm, f)?, vm))
        }),
        GetterDef {
            name: "f_trace",
            doc: "What is called while it is traced.",
            get: |vm, f| {
                let trace = of(vm, f)?.trace.get();
                Ok(trace.given().cloned().unwrap_or(Value::None))
            },
            set: Some(|vm, f, value| {
                let frame = of(vm, f)?;
                let trace = value.filter(|value| !value.is_none()).cloned();
                frame.trace.replace(trace.unwrap_or_default()).discard();
                Ok(())
            }),
        },
        getter("f_trace_lines", "Whether lines are traced.", |vm, f| {
            of(vm, f).map(|_| Value::bool(true))
        }),
        getter("f_trace_opcodes", "Nothing smaller is.", |vm, f| {
            of(vm, f).map(|_| Value::bool(false))
        }),
    ],
    ..TypeDef::PLAIN
};

fn of<'a>(vm: &Vm, value: &'a Value) -> Res<&'a Ref<Frame>> {
    value
        .downcast::<Frame>()
        .ok_or_else(|| vm.descriptor_error("frame", value))
}

/// Where the variables of a frame are.
pub enum Place {
    /// In the object: the frame has been left.
    Kept,
    /// In the frame, which is suspended.
    Suspended(Ref<Coroutine>),
    /// In the frame, which runs, and publishes what can be seen of them.
    Running(Option<Published>),
}

impl Frame {
    fn new(code: &Ref<Code>, at: u32, key: usize, kept: Vec<Value>, is_open: bool) -> Ref<Frame> {
        Ref::new(Frame {
            code: code.clone(),
            at: Cell::new(at),
            key: Cell::new(key),
            kept: RefCell::new(kept),
            added: CloneCell::new(None),
            back: CloneCell::new(None),
            is_open: Cell::new(is_open),
            owner: WeakPointer::default(),
            trace: CloneCell::new(Value::Undef),
        })
    }

    /// The object of a frame of `code` that runs and is known by `key`.
    pub fn running(code: &Ref<Code>, key: usize) -> Ref<Frame> {
        Frame::new(code, code.span.start, key, Vec::new(), false)
    }

    /// The object of a frame of `code` that an exception leaves at an offset, with the variables in its slots. Who called
    /// it has to be told yet.
    pub fn left(code: &Ref<Code>, at: u32, slots: &mut [Value]) -> Ref<Frame> {
        let visible = code.layout().names.len().min(slots.len());
        let kept = slots[..visible].iter_mut().map(std::mem::take).collect();
        Frame::new(code, at, 0, kept, true)
    }

    /// Whether nobody has told yet who called it.
    #[inline]
    pub fn is_open(&self) -> bool {
        self.is_open.get()
    }

    /// Tells who called it.
    pub fn close(&self, back: Option<Ref<Frame>>) {
        self.is_open.set(false);
        self.back.set(back);
    }

    /// The object of a suspended frame.
    pub fn suspended(coroutine: &Ref<Coroutine>) -> Ref<Frame> {
        let frame = Frame::new(&coroutine.code, coroutine.at.get(), 0, Vec::new(), false);
        Frame::belong_to(&frame, coroutine);
        frame
    }

    /// What tells it from the other running frames; 0 while it does not run.
    #[inline]
    pub fn key(&self) -> usize {
        self.key.get()
    }

    /// Says which running frame it stands for.
    pub fn set_key(&self, key: usize) {
        self.key.set(key);
    }

    /// Whether it is the object of this suspended frame.
    pub fn is_of(&self, coroutine: &Ref<Coroutine>) -> bool {
        self.owner
            .get()
            .is_some_and(|owner| owner.same(&coroutine.clone().erase()))
    }

    /// The frame that it stands for is left for good; the variables in its slots are kept if `moves`, or copied.
    pub fn leave(&self, at: u32, slots: &mut [Value], moves: bool, back: Option<Ref<Frame>>) {
        self.at.set(at);
        let visible = self.code.layout().names.len().min(slots.len());
        let variables = slots[..visible].iter_mut();
        let variables = match moves {
            true => variables.map(std::mem::take).collect(),
            false => variables.map(|value| value.clone()).collect(),
        };
        let old = self.kept.replace(variables);
        drop(old);
        self.back.set(back);
        self.owner.leave();
    }

    /// Where the variables are.
    pub fn place(&self, vm: &Vm) -> Place {
        if self.key.get() != 0 {
            return Place::Running(published(vm, self.key.get()));
        }
        let owner = self.owner.get().and_then(|owner| match owner.into_value() {
            Value::Coroutine(owner) => Some(owner),
            _ => None,
        });
        match owner {
            Some(owner) => Place::Suspended(owner),
            None => Place::Kept,
        }
    }

    /// Looks at or changes the slots that are not those of a running frame. `look` must run no script code and drop no
    /// value.
    pub fn with_slots<T>(&self, place: &Place, look: impl FnOnce(&mut [Value]) -> T) -> T {
        match place {
            Place::Suspended(coroutine) => {
                let mut slots = coroutine.slots.take();
                let seen = look(&mut slots);
                coroutine.slots.set(slots);
                seen
            }
            Place::Kept | Place::Running(_) => look(&mut self.kept.borrow_mut()),
        }
    }

    fn belong_to(this: &Ref<Frame>, coroutine: &Ref<Coroutine>) {
        let (target, watcher) = (coroutine.clone().erase(), this.clone().erase());
        this.owner.point(&target, &watcher, weak::last_rank());
    }

    /// The frame that it stands for is suspended and belongs to `coroutine`.
    pub fn suspend(this: &Ref<Frame>, coroutine: &Ref<Coroutine>) {
        this.at.set(coroutine.at.get());
        if !this.is_of(coroutine) {
            Frame::belong_to(this, coroutine);
        }
    }

    /// The offset at which it stands.
    pub fn stands_at(&self, vm: &Vm) -> u32 {
        if self.key.get() != 0
            && let Some(standing) = running(vm).find(|standing| standing.is_of(self))
        {
            return standing.at;
        }
        match self.place(vm) {
            Place::Suspended(coroutine) => crate::interp::coroutine::stands_at(vm, &coroutine),
            Place::Kept | Place::Running(_) => self.at.get(),
        }
    }

    /// The line it stands in.
    pub fn line(&self, vm: &Vm) -> u32 {
        self.code.source.line_of(self.stands_at(vm))
    }

    /// The frame that called it; library code is left out.
    pub fn caller(&self, vm: &Vm) -> Option<Ref<Frame>> {
        if let Some(back) = self.back.get() {
            return Some(back);
        }
        let mut around = running(vm).skip_while(|standing| !standing.is_of(self));
        around.next()?;
        let caller = around.find(|standing| !standing.code.is_library)?;
        Some(caller.object(vm))
    }

    /// `f_locals`: the namespace of a module or class, a view of a function's variables.
    pub fn locals(this: &Ref<Frame>, vm: &Vm) -> Value {
        let place = this.place(vm);
        if let Place::Running(Some(Published::Mapping(namespace))) = &place {
            return namespace.clone();
        }
        if let Some(slot) = this.code.layout().namespace {
            let namespace = this.with_slots(&place, |slots| slots.get(slot as usize).cloned());
            if let Some(namespace) = namespace.filter(|namespace| !namespace.is_undef()) {
                return namespace;
            }
        }
        match this.code.name.as_str() {
            Some("<module>") => Value::Dict(this.code.globals.clone()),
            _ => FrameLocals::of(this.clone()),
        }
    }

    fn let_go(&self, vm: &Vm) -> Res {
        if self.key.get() != 0 {
            return Err(vm.runtime_error("cannot clear an executing frame"));
        }
        if let Place::Suspended(coroutine) = self.place(vm) {
            match coroutine.state.get() {
                State::Running => {
                    return Err(vm.runtime_error("cannot clear an executing frame"));
                }
                State::Suspended => {
                    return Err(vm.runtime_error("cannot clear a suspended frame"));
                }
                State::Created | State::Finished => {
                    crate::interp::finalize::close_dropped(&Value::Coroutine(coroutine.clone()));
                    coroutine.state.set(State::Finished);
                    let old = coroutine.slots.take();
                    drop(old);
                }
            }
        }
        let old = (self.kept.take(), self.added.take());
        drop(old);
        Ok(Value::None)
    }
}

impl Object for Frame {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.frame.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        self.kept.borrow().iter().for_each(&mut *visit);
        visit(&Value::from(self.code.clone()));
        if let Some(added) = self.added.get() {
            visit(&Value::Dict(added));
        }
        if let Some(back) = self.back.get() {
            visit(&Value::from(back));
        }
        visit(&self.trace.get());
    }

    fn clear(&self) {
        let old = (
            self.kept.take(),
            self.added.take(),
            self.back.take(),
            self.trace.take(),
        );
        drop(old);
    }

    fn lose(&self, target: &Dying) -> bool {
        if self.owner.points_to(target) {
            self.owner.forget();
        }
        false
    }

    fn repr(&self, vm: &Vm, this: &Value) -> Res<Option<String>> {
        let (address, file) = (this.address().unwrap_or(0), &self.code.source.name);
        Ok(Some(format!(
            "<frame at 0x{address:x}, file '{file}', line {}, code {}>",
            self.line(vm),
            self.code.name.lossy()
        )))
    }
}
