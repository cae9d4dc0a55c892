//! Calls. Arguments for a plain script function are evaluated straight into the slots of its frame.

use super::arguments::{Argument, collect};
use super::{BoxNode, noted};
use crate::interp::attribute::is_native;
use crate::interp::call::{ArgVec, undefined};
use crate::interp::coroutine::Begun;
use crate::interp::{Args, Node, Res, Slots, Vm};
use crate::objects::class::{Class, Making};
use crate::objects::counted::{CloneCell, Ref};
use crate::objects::exception::Exception;
use crate::objects::function::{CodeKind, Function};
use crate::objects::instance::Instance;
use crate::objects::module::Module;
use crate::objects::native::{AwaitedFn, Native, NativeKind};
use crate::objects::str::Name;
use crate::objects::value::Value;
use snakelet_grammar::source::Span;
use std::cell::Cell;
use std::rc::Rc;

/// `callee(a, b)`: positional arguments only.
pub struct Call {
    /// What is called.
    pub callee: BoxNode,
    /// The arguments.
    pub args: Box<[BoxNode]>,
    /// The whole expression.
    pub span: Span,
}

impl Node for Call {
    #[inline]
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let callee = self.callee.eval(vm, slots)?;
        self.call(vm, slots, callee)
    }

    fn eval_awaited(&self, vm: &Vm, slots: &mut Slots) -> Res<Begun> {
        let callee = self.callee.eval(vm, slots)?;
        match begins(&callee, self.args.len()) {
            Some(begin) => begin_on_stack(vm, begin, &self.args, slots, self.span),
            None => self.call(vm, slots, callee).map(Begun::Awaitable),
        }
    }
}

impl Call {
    #[inline(always)]
    fn call(&self, vm: &Vm, slots: &mut Slots, callee: Value) -> Res {
        if let Value::Function(function) = &callee
            && function.takes_directly(self.args.len())
        {
            let result = call_directly(vm, function, None, &self.args, slots, self.span);
            callee.discard();
            return result;
        }
        call_generally(vm, &callee, None, &self.args, slots, self.span)
    }
}

/// The code of a native function for a call with so many arguments that is awaited on the spot, if it has such code.
#[inline(always)]
fn begins(callee: &Value, count: usize) -> Option<AwaitedFn> {
    let Value::Native(native) = callee else {
        return None;
    };
    let begin = native.def.awaited?;
    let signature = native.signature();
    let fits = (signature.required..=signature.positional).contains(&count);
    (fits && count <= ON_STACK).then_some(begin)
}

/// Makes a call that is awaited on the spot.
fn begin_on_stack(
    vm: &Vm,
    begin: AwaitedFn,
    args: &[BoxNode],
    slots: &mut Slots,
    span: Span,
) -> Res<Begun> {
    let mut values = [const { Value::Undef }; ON_STACK];
    fill(vm, &mut values, None, args, slots)?;
    vm.thread.at.set(span.start);
    let begun = noted(vm, span, begin(vm, &values[..args.len()]));
    for value in values {
        value.discard();
    }
    begun
}

/// Calls a plain function whose parameters are exactly the arguments.
#[inline(always)]
fn call_directly(
    vm: &Vm,
    function: &Ref<Function>,
    first: Option<Value>,
    args: &[BoxNode],
    slots: &mut Slots,
    span: Span,
) -> Res {
    match function.slot_count() {
        0..=4 => call_on_stack::<4>(vm, function, first, args, slots, span),
        5..=8 => call_on_stack::<8>(vm, function, first, args, slots, span),
        9..=16 => call_with_more_slots(vm, function, first, args, slots, span),
        _ => call_with_heap_slots(vm, function, first, args, slots, span),
    }
}

#[inline(always)]
fn call_on_stack<const N: usize>(
    vm: &Vm,
    function: &Ref<Function>,
    first: Option<Value>,
    args: &[BoxNode],
    slots: &mut Slots,
    span: Span,
) -> Res {
    let mut frame = [const { Value::Undef }; N];
    fill(vm, &mut frame, first, args, slots)?;
    vm.thread.at.set(span.start);
    let result = noted(vm, span, vm.run_function(function, &mut frame));
    for slot in frame {
        slot.discard();
    }
    result
}

/// Apart from the others, so that they need no room on the native stack for so many slots.
#[inline(never)]
fn call_with_more_slots(
    vm: &Vm,
    function: &Ref<Function>,
    first: Option<Value>,
    args: &[BoxNode],
    slots: &mut Slots,
    span: Span,
) -> Res {
    call_on_stack::<16>(vm, function, first, args, slots, span)
}

#[inline(always)]
fn fill(
    vm: &Vm,
    frame: &mut [Value],
    first: Option<Value>,
    args: &[BoxNode],
    slots: &mut Slots,
) -> Res<()> {
    let offset = usize::from(first.is_some());
    if let Some(first) = first {
        frame[0] = first;
    }
    for (slot, arg) in frame[offset..].iter_mut().zip(args) {
        *slot = arg.eval(vm, slots)?;
    }
    Ok(())
}

#[inline(never)]
fn call_with_heap_slots(
    vm: &Vm,
    function: &Ref<Function>,
    first: Option<Value>,
    args: &[BoxNode],
    slots: &mut Slots,
    span: Span,
) -> Res {
    let mut frame = undefined(function.code.layout().slots);
    fill(vm, &mut frame, first, args, slots)?;
    vm.thread.at.set(span.start);
    noted(vm, span, vm.run_function(function, &mut frame))
}

/// Calls anything with positional arguments.
#[inline(never)]
fn call_generally(
    vm: &Vm,
    callee: &Value,
    first: Option<Value>,
    args: &[BoxNode],
    slots: &mut Slots,
    span: Span,
) -> Res {
    if let Value::Function(function) = callee {
        let layout = function.code.layout();
        let count = args.len() + usize::from(first.is_some());
        if function.code.kind() != CodeKind::Plain && layout.simple && layout.positional == count {
            let mut frame = undefined(layout.slots);
            fill(vm, &mut frame, first, args, slots)?;
            vm.thread.at.set(span.start);
            return Ok(vm.suspended(function, frame));
        }
    }
    if let (Value::Class(class), None) = (callee, &first)
        && args.len() < MADE_ON_STACK
    {
        return make_on_stack(vm, class, args, slots, span);
    }
    if let Value::Native(native) = callee
        && args.len() < ON_STACK
        && (first.is_some() || !matches!(native.kind, NativeKind::Method | NativeKind::Slot))
    {
        return call_native_on_stack(vm, native, first, args, slots, span);
    }
    let mut values = ArgVec::with_capacity(args.len() + 1);
    values.extend(first);
    for arg in args {
        values.push(arg.eval(vm, slots)?);
    }
    vm.thread.at.set(span.start);
    noted(vm, span, vm.call(callee, Args::positional(&values)))
}

/// How many slots the frame of an `__init__` may have for its arguments to be evaluated straight into it.
const MADE_ON_STACK: usize = 8;

/// Calls a class.
#[inline(never)]
fn make_on_stack(
    vm: &Vm,
    class: &Ref<Class>,
    args: &[BoxNode],
    slots: &mut Slots,
    span: Span,
) -> Res {
    let mut frame = [const { Value::Undef }; MADE_ON_STACK];
    fill(vm, &mut frame[1..], None, args, slots)?;
    vm.thread.at.set(span.start);
    let made = noted(vm, span, make(vm, class, &mut frame, args.len()));
    for slot in frame {
        slot.discard();
    }
    made
}

/// Makes an object of `class` with the `count` arguments that stand behind the first slot of `frame`.
#[inline(always)]
fn make(vm: &Vm, class: &Ref<Class>, frame: &mut [Value; MADE_ON_STACK], count: usize) -> Res {
    let is_left_to_class = class.metaclass().is_none();
    match vm.making(class) {
        Making::Exception if is_left_to_class => {
            let args = frame[1..=count].iter_mut().map(Value::take).collect();
            return Ok(Value::from(Exception::new(class, args)));
        }
        Making::Instance if is_left_to_class => {
            if let Some(Value::Function(init)) = class.lookup(vm, &vm.names.__init__)
                && init.takes_directly(count + 1)
                && init.slot_count() <= MADE_ON_STACK
            {
                let made = Value::Instance(Instance::new(vm, class));
                frame[0] = made.clone();
                let result = vm.run_function(&init, frame)?;
                vm.check_init(&result)?;
                return Ok(made);
            }
        }
        Making::Exception | Making::Instance | Making::Generally => {}
    }
    vm.instantiate(class, Args::positional(&frame[1..=count]))
}

/// How many arguments of a native function go on the native stack at once.
const ON_STACK: usize = 4;

/// Calls a native function whose object, if it is a method, is known to be of its class.
#[inline(always)]
fn call_native_on_stack(
    vm: &Vm,
    native: &Native,
    first: Option<Value>,
    args: &[BoxNode],
    slots: &mut Slots,
    span: Span,
) -> Res {
    let count = args.len() + usize::from(first.is_some());
    let mut values = [const { Value::Undef }; ON_STACK];
    fill(vm, &mut values, first, args, slots)?;
    vm.thread.at.set(span.start);
    let args = Args::positional(&values[..count]);
    let result = noted(vm, span, vm.call_native(native, args));
    for value in values {
        value.discard();
    }
    result
}

/// `object.name(a, b)`: no bound method is made.
pub struct CallMethod {
    /// The object.
    pub object: BoxNode,
    /// The method's name.
    pub name: Name,
    /// The arguments.
    pub args: Box<[BoxNode]>,
    /// What was found, and for what.
    pub cache: Rc<MethodCache>,
    /// The `object.name` part.
    pub attribute_span: Span,
    /// The whole expression.
    pub span: Span,
}

/// The function that a name means for instances of one shape, or objects of one built-in class.
#[derive(Default)]
pub struct MethodCache {
    key: Cell<usize>,
    epoch: Cell<u32>,
    function: CloneCell<Value>,
    /// Where a module held the name.
    place: Cell<u32>,
}

impl MethodCache {
    /// The function that is remembered, or `Undef`.
    pub fn function(&self) -> Value {
        self.function.get()
    }

    /// Remembers nothing any more.
    pub fn forget(&self) {
        self.key.set(0);
        self.function.take().discard();
    }
}

impl Node for CallMethod {
    #[inline]
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let object = self.object.eval(vm, slots)?;
        self.call(vm, slots, object)
    }

    fn eval_awaited(&self, vm: &Vm, slots: &mut Slots) -> Res<Begun> {
        let object = self.object.eval(vm, slots)?;
        let begin = self
            .find_in_module(&object)
            .and_then(|found| begins(&found, self.args.len()));
        match begin {
            Some(begin) => begin_on_stack(vm, begin, &self.args, slots, self.span),
            None => self.call(vm, slots, object).map(Begun::Awaitable),
        }
    }
}

impl CallMethod {
    /// Calls the method of an object.
    #[inline(always)]
    fn call(&self, vm: &Vm, slots: &mut Slots, object: Value) -> Res {
        if let Some(function) = self.find(vm, &object) {
            if let Value::Function(function) = &function
                && function.takes_directly(self.args.len() + 1)
            {
                return call_directly(vm, function, Some(object), &self.args, slots, self.span);
            }
            return call_generally(vm, &function, Some(object), &self.args, slots, self.span);
        }
        let callee = match self.find_in_module(&object) {
            Some(found) => found,
            None => noted(
                vm,
                self.attribute_span,
                vm.get_attribute(&object, &self.name),
            )?,
        };
        object.discard();
        if let Value::Function(function) = &callee
            && function.takes_directly(self.args.len())
        {
            return call_directly(vm, function, None, &self.args, slots, self.span);
        }
        call_generally(vm, &callee, None, &self.args, slots, self.span)
    }

    /// The function to be called with the object first, if the name means a method of its class.
    #[inline(always)]
    fn find(&self, vm: &Vm, object: &Value) -> Option<Value> {
        let key = match object {
            Value::Instance(instance) => instance.shape() as usize,
            Value::List(_) => vm.types.list.address(),
            Value::Str(_) => vm.types.str.address(),
            Value::Dict(_) => vm.types.dict.address(),
            Value::Object(native) => {
                let object = native.object();
                if !object.has_plain_methods() || object.attributes(false).is_some() {
                    return None;
                }
                object.class(vm).address()
            }
            _ => return None,
        };
        if self.cache.key.get() == key && self.cache.epoch.get() == vm.epoch() {
            return Some(self.cache.function.get());
        }
        self.learn(vm, object, key)
    }

    /// What a module holds under the name, at the place where it stood before.
    #[inline(always)]
    fn find_in_module(&self, object: &Value) -> Option<Value> {
        let module = Module::of(object).filter(|module| module.own_class().is_none())?;
        if let Some(found) = module
            .dict
            .get_at(self.cache.place.get() as usize, &self.name)
        {
            return Some(found);
        }
        // Names that the class of modules could have something to say about take the long way.
        if self.name.bytes().starts_with(b"__") {
            return None;
        }
        let place = module.dict.place_of(&self.name)?;
        self.cache.place.set(place as u32);
        module.dict.get_at(place, &self.name)
    }

    #[inline(never)]
    fn learn(&self, vm: &Vm, object: &Value, key: usize) -> Option<Value> {
        let class = vm.class_of(object);
        let found = class.lookup(vm, &self.name)?;
        match &found {
            Value::Function(_) => {}
            Value::Native(native)
                if matches!(native.kind, NativeKind::Method | NativeKind::Slot) => {}
            _ => return None,
        }
        if let Value::Instance(instance) = object {
            let own = class.lookup(vm, &vm.names.__getattribute__);
            if own.is_some_and(|found| !is_native(&found, &vm.names.__getattribute__))
                || instance.get(vm, &self.name).is_some()
            {
                return None;
            }
            if key == crate::objects::instance::DICTIONARY as usize {
                return Some(found);
            }
        }
        self.cache.key.set(key);
        self.cache.epoch.set(vm.epoch());
        self.cache.function.set(found.clone());
        Some(found)
    }
}

/// A call with keywords or unpacked arguments.
pub struct CallWith {
    /// What is called.
    pub callee: BoxNode,
    /// The arguments in the order written.
    pub args: Box<[Argument]>,
    /// The whole expression.
    pub span: Span,
}

impl Node for CallWith {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let callee = self.callee.eval(vm, slots)?;
        let (values, names) = collect(vm, slots, &callee, &self.args, self.span)?;
        vm.thread.at.set(self.span.start);
        noted(
            vm,
            self.span,
            vm.call(
                &callee,
                Args {
                    values: &values,
                    names: &names,
                },
            ),
        )
    }
}
