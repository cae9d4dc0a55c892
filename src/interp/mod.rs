//! The interpreter: the `Vm` that all share, the trait of nodes, and how control leaves them. It runs trees and calls
//! functions; it never sees the event loop: a suspended frame hands up a value, and whoever drives it knows its meaning.

pub mod arguments;
pub mod arithmetic;
pub mod attribute;
mod builtins;
pub mod call;
pub mod classes;
pub mod codec;
pub mod collect;
pub mod compare;
pub mod convert;
pub mod coroutine;
pub mod finalize;
pub mod frame;
pub mod hash;
pub mod import;
pub mod instances;
pub mod item;
pub mod iterate;
pub mod library_arguments;
pub mod limits;
pub mod names;
pub mod native_stack;
pub mod output;
pub mod plain;
pub mod raise;
mod recompile;
pub mod repr;
pub mod sequence;
pub mod slots;
mod trace;
pub mod types;
pub mod warnings;

use crate::objects::class::Class;
use crate::objects::counted::{CloneCell, Ref};
use crate::objects::dict::Dict;
use crate::objects::exception::Exception;
use crate::objects::instance::Shapes;
use crate::objects::str::Name;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use frame::Frames;
use names::Names;
use output::Output;
use rustc_hash::FxHashMap;
use std::any::{Any, TypeId};
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use std::sync::Arc;
use types::Types;

pub use arguments::Args;
use coroutine::Begun;
pub use coroutine::{Resume, Stepped};
pub use raise::Place;

/// Says that an exception is on its way; the exception itself waits in the `Vm`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Raised;

/// The result of whatever can raise; two registers wide for values.
pub type Res<T = Value> = Result<T, Raised>;

/// Why a statement did not run to its end. A value that goes along waits in the `Vm`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Exit {
    /// `break`
    Break,
    /// `continue`
    Continue,
    /// `return`, with the value in `out`.
    Return,
    /// An exception.
    Raise,
    /// `await` or `yield from`, with what is awaited in `out`.
    Await,
    /// `yield`, with the item in `out`.
    Yield,
}

impl Exit {
    /// Whether the frame will be entered again.
    #[inline(always)]
    pub fn suspends(self) -> bool {
        matches!(self, Exit::Await | Exit::Yield)
    }
}

impl From<Raised> for Exit {
    #[inline(always)]
    fn from(_: Raised) -> Exit {
        Exit::Raise
    }
}

/// The result of a statement; one byte.
pub type Flow = Result<(), Exit>;

/// The slots of a running frame.
pub type Slots = [Value];

/// What an interrupt does.
pub type Hook = fn(&Vm) -> Res<()>;

/// What handles signals that have come; one bit each.
pub type SignalHook = fn(&Vm, u64) -> Res<()>;

/// A node of the executable tree: it evaluates its children itself.
pub trait Node {
    /// The value of an expression.
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res;

    /// The truth of an expression.
    #[inline]
    fn test(&self, vm: &Vm, slots: &mut Slots) -> Res<bool> {
        let value = self.eval(vm, slots)?;
        match value {
            Value::Bool(flag) => Ok(flag == crate::objects::value::Flag::Yes),
            value => vm.truth(&value),
        }
    }

    /// The value of an expression that is awaited: a call may take the first step of what it makes.
    #[inline]
    fn eval_awaited(&self, vm: &Vm, slots: &mut Slots) -> Res<Begun> {
        self.eval(vm, slots).map(Begun::Awaitable)
    }

    /// Runs a statement, or an expression for its effect.
    #[inline]
    fn exec(&self, vm: &Vm, slots: &mut Slots) -> Flow {
        self.eval(vm, slots)?.discard();
        Ok(())
    }
}

/// The interpreter's state. Everything is reached through `&Vm`: dropping a value may run script code at any time.
pub struct Vm {
    me: Weak<Vm>,
    /// The built-in classes.
    pub types: Types,
    /// Interned names.
    pub names: Names,
    /// The shapes of instances.
    pub shapes: RefCell<Shapes>,
    /// What `import builtins` gives the names of.
    pub builtins: Ref<Dict>,
    /// `sys.modules`
    pub modules: Ref<Dict>,
    /// What belongs to the thread of execution that runs now.
    pub thread: Thread,
    /// Standard output and standard error.
    pub output: Output,
    /// Rises whenever any class changes, which makes all caches stale.
    epoch: Cell<u32>,
    empty_tuple: Value,
    /// The strings of one character below U+0100, made when first needed.
    characters: RefCell<Vec<Value>>,
    empty_str: Value,
    recursion_limit: Cell<u32>,
    /// Set from outside to interrupt: see `raise.rs`.
    pub interrupt: Arc<raise::Interrupt>,
    /// How much the program may do.
    pub limits: limits::Limits,
    /// What an interrupt does instead of raising `KeyboardInterrupt` at once.
    pub interrupt_hook: Cell<Option<Hook>>,
    /// What an interrupt does because the script says so; goes before `interrupt_hook`.
    pub own_interrupt_hook: Cell<Option<Hook>>,
    /// What calls the script's handlers of signals; it gets one bit for each signal.
    pub signal_hook: Cell<Option<SignalHook>>,
    /// What lets other script threads run when they have waited long enough.
    pub handover_hook: Cell<Option<Hook>>,
    /// The native modules that `import` finds.
    registry: &'static [crate::stdlib::ModuleDef],
    /// State that native modules keep for themselves, by its type.
    extensions: RefCell<FxHashMap<TypeId, Rc<dyn Any>>>,
    /// The seed of string hashes, as `PYTHONHASHSEED` gives it.
    pub hash_seed: u32,
    /// What the program was started with.
    pub settings: RefCell<Settings>,
    /// How many frames a coroutine notes of its origin.
    pub origin_depth: Cell<usize>,
}

/// What the door that started the interpreter has to say.
#[derive(Default, Clone)]
pub struct Settings {
    /// `sys.argv`
    pub argv: Vec<String>,
    /// `sys.orig_argv`
    pub original_argv: Vec<String>,
    /// `sys.executable`
    pub executable: String,
    /// `sys.path`
    pub path: Vec<String>,
    /// How errors are shown.
    pub look: crate::report::Look,
    /// What `-W` and `PYTHONWARNINGS` ask for, in their order.
    pub warnings: Vec<String>,
    /// What `-X` says.
    pub extra: Vec<String>,
    /// What other options ask for.
    pub flags: Flags,
}

/// Options that `sys.flags` tells of.
#[derive(Default, Clone, Copy)]
pub struct Flags {
    /// `-i`
    pub inspect: bool,
    /// `-O`: 1 leaves out `assert`, 2 docstrings too.
    pub optimize: u8,
    /// `-B`
    pub no_bytecode: bool,
    /// `-s`
    pub no_user_site: bool,
    /// `-S`
    pub no_site: bool,
    /// `-E`
    pub ignore_environment: bool,
    /// `-q`
    pub quiet: bool,
    /// `-I`
    pub isolated: bool,
    /// `-X dev`
    pub dev_mode: bool,
    /// `-P`
    pub safe_path: bool,
}

/// What belongs to one thread of execution, swapped as a whole when another one runs.
#[derive(Default)]
pub struct Thread {
    /// The exception on its way, while `Raised` travels.
    pub raised: CloneCell<Option<Ref<Exception>>>,
    /// Where it was raised in the frame that it is leaving.
    pub place: Cell<Place>,
    /// The exception that the running handler handles: the context of new ones.
    pub handled: CloneCell<Option<Ref<Exception>>>,
    /// The exceptions whose handlers run, innermost last: see `trace.rs`.
    pub handling: RefCell<Vec<Ref<Exception>>>,
    /// The exception that was being handled where a frame has just begun to wait; while one is thrown in, that which
    /// whoever throws handles.
    pub handled_there: CloneCell<Option<Ref<Exception>>>,
    /// Whether the exception thrown into a frame comes from a frame that it awaits, and keeps its context.
    pub rethrown: Cell<bool>,
    /// The value that goes along with an `Exit`.
    pub out: CloneCell<Value>,
    /// What an awaited object has handed up in its first step, which is taken before the frame that awaits it is left.
    pub handed_up: CloneCell<Value>,
    /// What a frame that is entered again receives.
    pub resume: Cell<Option<Resume>>,
    /// Whether a frame is being entered again: followed down by resumable nodes, taken by the leaf that waits.
    pub resuming: Cell<bool>,
    /// How many calls deep execution is.
    pub depth: Cell<u32>,
    /// How deep native code has called itself: see `Vm::nested_while`.
    pub native_depth: Cell<u32>,
    /// The lowest address the native stack may reach.
    pub stack_limit: Cell<usize>,
    /// The byte offset of the statement or call that runs, in the running frame's source.
    pub at: Cell<u32>,
    /// The running frames.
    pub frames: Frames,
    /// The variables of running frames that may be asked for them, innermost last, with the frame's key.
    pub published: RefCell<Vec<(usize, frame::Published)>>,
    /// Objects whose `repr` is being made, against endless recursion.
    pub in_repr: RefCell<Vec<usize>>,
    /// What it is known by; the main thread is 0.
    pub id: Cell<u64>,
}

impl Thread {
    /// Exchanges everything with another one.
    pub fn swap(&self, other: &Thread) {
        fn exchange<T: crate::objects::counted::PureClone + Default>(
            a: &CloneCell<T>,
            b: &CloneCell<T>,
        ) {
            a.set(b.replace(a.take()));
        }
        exchange(&self.raised, &other.raised);
        self.place.swap(&other.place);
        exchange(&self.handled, &other.handled);
        self.handling.swap(&other.handling);
        exchange(&self.handled_there, &other.handled_there);
        self.rethrown.swap(&other.rethrown);
        exchange(&self.out, &other.out);
        self.resume.swap(&other.resume);
        self.resuming.swap(&other.resuming);
        self.depth.swap(&other.depth);
        self.native_depth.swap(&other.native_depth);
        self.stack_limit.swap(&other.stack_limit);
        self.at.swap(&other.at);
        self.frames.swap(&other.frames);
        self.published.swap(&other.published);
        self.in_repr.swap(&other.in_repr);
        self.id.swap(&other.id);
    }
}

thread_local! {
    static CURRENT: RefCell<Weak<Vm>> = const { RefCell::new(Weak::new()) };
}

impl Vm {
    /// An interpreter whose `import` finds the native modules of `registry`.
    pub fn new(
        registry: &'static [crate::stdlib::ModuleDef],
        output: Output,
        hash_seed: u32,
    ) -> Rc<Vm> {
        hash::set_seed(hash_seed);
        let names = Names::new(hash_seed);
        let types = Types::new(&names);
        let vm = Rc::new_cyclic(|me| Vm {
            me: me.clone(),
            types,
            names,
            shapes: RefCell::default(),
            builtins: Dict::new(),
            modules: Dict::new(),
            thread: Thread::default(),
            output,
            epoch: Cell::new(1),
            empty_tuple: Value::from(Tuple::new(Vec::new())),
            empty_str: Value::str(""),
            characters: RefCell::default(),
            recursion_limit: Cell::new(1000),
            interrupt: Arc::default(),
            limits: limits::Limits::default(),
            interrupt_hook: Cell::new(None),
            own_interrupt_hook: Cell::new(None),
            signal_hook: Cell::new(None),
            handover_hook: Cell::new(None),
            registry,
            extensions: RefCell::default(),
            hash_seed,
            settings: RefCell::default(),
            origin_depth: Cell::new(0),
        });
        vm.enter();
        crate::stdlib::builtins::install(&vm);
        vm
    }

    /// Makes this the interpreter that finalisers on this thread find.
    pub fn enter(&self) {
        CURRENT.set(self.me.clone());
        self.watch_heap();
        hash::set_seed(self.hash_seed);
    }

    /// This thread has no interpreter any more.
    pub fn leave() {
        CURRENT.set(Weak::new());
    }

    /// The interpreter of this thread, for code that gets no argument: finalisers.
    pub fn current() -> Option<Rc<Vm>> {
        CURRENT
            .try_with(|current| current.borrow().upgrade())
            .ok()
            .flatten()
    }

    /// The interpreter as an owner.
    pub fn rc(&self) -> Option<Rc<Vm>> {
        self.me.upgrade()
    }

    /// A number that rises whenever any class changes.
    #[inline(always)]
    pub fn epoch(&self) -> u32 {
        self.epoch.get()
    }

    /// Makes all caches of class attributes stale.
    pub fn class_changed(&self) {
        self.epoch.set(self.epoch.get().wrapping_add(1));
    }

    /// `()`
    pub fn empty_tuple(&self) -> Value {
        self.empty_tuple.clone()
    }

    /// `''`
    pub fn empty_str(&self) -> Value {
        self.empty_str.clone()
    }

    /// The string of one character; there is one object for each below U+0100.
    #[inline]
    pub fn character(&self, character: char) -> Value {
        let code = character as usize;
        if code < 256 {
            if let Some(value) = self.characters.borrow().get(code) {
                return value.clone();
            }
            let all = (0..=255u8)
                .map(|byte| Value::Str(self.name(char::from(byte).encode_utf8(&mut [0; 2]))));
            *self.characters.borrow_mut() = all.collect();
            return self.character(character);
        }
        Value::Str(Ref::new(crate::objects::str::Str::from(character)))
    }

    /// `sys.getrecursionlimit()`
    pub fn recursion_limit(&self) -> u32 {
        self.recursion_limit.get()
    }

    /// `sys.setrecursionlimit()`
    pub fn set_recursion_limit(&self, limit: u32) {
        self.recursion_limit.set(limit);
    }

    /// The native modules that `import` finds.
    pub fn registry(&self) -> &'static [crate::stdlib::ModuleDef] {
        self.registry
    }

    /// State that a native module keeps in the interpreter, made when first asked for.
    pub fn extension<T: Default + 'static>(&self) -> Rc<T> {
        let id = TypeId::of::<T>();
        if let Some(found) = self.extensions.borrow().get(&id)
            && let Ok(found) = found.clone().downcast::<T>()
        {
            return found;
        }
        let made = Rc::new(T::default());
        self.extensions.borrow_mut().insert(id, made.clone());
        made
    }

    /// The class of a value.
    #[inline]
    pub fn class_of(&self, value: &Value) -> Ref<Class> {
        match value {
            Value::Undef | Value::None => self.types.none_type.clone(),
            Value::NotImplemented => self.types.not_implemented_type.clone(),
            Value::Ellipsis => self.types.ellipsis.clone(),
            Value::Bool(_) => self.types.bool.clone(),
            Value::Int(_) => self.types.int.clone(),
            Value::Float(_) => self.types.float.clone(),
            value => match value.object() {
                Some(object) => object.class(self),
                None => self.types.object.clone(),
            },
        }
    }

    /// The name of a value's class as messages have it: with its module if that is a native one.
    pub fn class_name(&self, value: &Value) -> String {
        self.class_of(value).message_name(self)
    }

    /// The name of an argument's class, as messages about arguments that must be of another have it.
    pub fn argument_class(&self, value: &Value) -> String {
        if value.is_none() {
            return "None".to_owned();
        }
        let class = self.class_of(value);
        match class.module(self) {
            Value::Str(module) if module.bytes() == b"__main__" => {
                class.qualname().lossy().into_owned()
            }
            _ => class.full_name(self),
        }
    }

    /// The interned name for a text.
    pub fn name(&self, text: &str) -> Name {
        self.names.intern(text)
    }

    /// The plain value behind an instance of a subclass of a built-in type; the value itself otherwise.
    pub fn unwrapped(&self, value: &Value) -> Value {
        match value {
            Value::Instance(instance) => instance.native().unwrap_or_else(|| value.clone()),
            _ => value.clone(),
        }
    }
}
