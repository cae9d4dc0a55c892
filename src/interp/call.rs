//! Calling: anything that can be called, with frames for script functions on the native stack.

use super::frame::enter;
use super::{Args, Exit, Raised, Res, Vm};
use crate::objects::cell::CellVar;
use crate::objects::coroutine::Coroutine;
use crate::objects::counted::Ref;
use crate::objects::function::{Code, CodeKind, Function};
use crate::objects::str::Name;
use crate::objects::value::Value;
use smallvec::SmallVec;

/// Arguments on the native stack, for the usual numbers of them.
pub type ArgVec = SmallVec<[Value; 6]>;

impl Vm {
    /// Calls anything.
    pub fn call(&self, callee: &Value, args: Args<'_>) -> Res {
        match callee {
            Value::Function(function) => self.call_function(function, args),
            Value::Native(native) => self.call_native_unbound(native, args),
            Value::Class(class) => self.instantiate(class, args),
            Value::Instance(instance) => {
                match instance.class_ref().lookup(self, &self.names.__call__) {
                    Some(method) => self.nested(|| self.call_bound(&method, callee, args)),
                    None => Err(self.not_callable(callee)),
                }
            }
            value => match value.object() {
                Some(object) if object.is_callable() => object.call(self, value, args),
                _ => match self.scripted_special(value, &self.names.__call__) {
                    Some(method) => self.nested(|| self.call_bound(&method, callee, args)),
                    None => Err(self.not_callable(callee)),
                },
            },
        }
    }

    #[cold]
    fn not_callable(&self, callee: &Value) -> Raised {
        self.type_error(&format!(
            "'{}' object is not callable",
            self.class_name(callee)
        ))
    }

    /// Calls with positional arguments.
    #[inline]
    pub fn call_with(&self, callee: &Value, values: &[Value]) -> Res {
        self.call(callee, Args::positional(values))
    }

    /// Calls `callee` with `first` before the other arguments.
    pub fn call_with_first(&self, callee: &Value, first: &Value, args: Args<'_>) -> Res {
        let mut values = ArgVec::with_capacity(args.values.len() + 1);
        values.push(first.clone());
        values.extend(args.values.iter().cloned());
        let args = Args {
            values: &values,
            names: args.names,
        };
        match callee {
            Value::Native(native) => self.call_native(native, args),
            callee => self.call(callee, args),
        }
    }

    /// Calls a function found on a class as a method of `object`; other descriptors are bound first.
    pub fn call_bound(&self, method: &Value, object: &Value, args: Args<'_>) -> Res {
        match method {
            Value::Function(_) => self.call_with_first(method, object, args),
            Value::Native(native) if native.implicit() == 1 => {
                self.call_with_first(method, object, args)
            }
            _ => {
                let class = self.class_of(object);
                let bound = self.bind_descriptor(method, Some(object), &class)?;
                self.call(&bound, args)
            }
        }
    }

    /// Calls the method `name` of `object`.
    pub fn call_method(&self, object: &Value, name: &Name, values: &[Value]) -> Res {
        self.call_method_args(object, name, Args::positional(values))
    }

    /// Calls the method `name` of `object`, with keywords too.
    pub fn call_method_args(&self, object: &Value, name: &Name, args: Args<'_>) -> Res {
        let method = self.get_attribute(object, name)?;
        self.call(&method, args)
    }

    /// Calls the special method `name`, looked up on the class alone; `None`: there is none.
    pub fn call_special(
        &self,
        object: &Value,
        name: &Name,
        values: &[Value],
    ) -> Res<Option<Value>> {
        match self.class_of(object).lookup(self, name) {
            Some(method) => self
                .call_bound(&method, object, Args::positional(values))
                .map(Some),
            None => Ok(None),
        }
    }

    /// Calls a script function.
    pub fn call_function(&self, function: &Ref<Function>, args: Args<'_>) -> Res {
        if let Some(next) = function.successor() {
            return self.call_function(&next, args);
        }
        if function.code.body.get().is_none() {
            self.read_function(function)?;
        }
        let layout = function.code.layout();
        if function.code.kind() != CodeKind::Plain {
            let mut slots = undefined(layout.slots);
            self.fill(function, args, &mut slots)?;
            return Ok(self.suspended(function, slots));
        }
        match layout.slots {
            0..=4 => self.call_on_stack::<4>(function, args),
            5..=8 => self.call_on_stack::<8>(function, args),
            9..=16 => self.call_on_stack::<16>(function, args),
            count => {
                let mut slots = undefined(count);
                self.fill(function, args, &mut slots)?;
                self.run_function(function, &mut slots)
            }
        }
    }

    #[inline(never)]
    fn call_on_stack<const N: usize>(&self, function: &Ref<Function>, args: Args<'_>) -> Res {
        let mut slots = [const { Value::Undef }; N];
        self.fill(function, args, &mut slots)?;
        self.run_function(function, &mut slots)
    }

    #[inline(always)]
    fn fill(&self, function: &Ref<Function>, args: Args<'_>, slots: &mut [Value]) -> Res<()> {
        let layout = function.code.layout();
        if layout.simple && args.names.is_empty() && args.values.len() == layout.positional {
            for (slot, value) in slots.iter_mut().zip(args.values) {
                *slot = value.clone();
            }
            return Ok(());
        }
        self.bind(function, args, slots)
    }

    /// Makes the cells of a frame and copies those of the closure.
    #[inline(always)]
    pub fn prepare_cells(&self, function: &Function, slots: &mut [Value]) {
        let layout = function.code.layout();
        for &slot in &layout.cells {
            let slot = &mut slots[slot as usize];
            *slot = Value::Cell(CellVar::holding(slot.take()));
        }
        for (&slot, cell) in layout.free.iter().zip(&function.closure) {
            slots[slot as usize] = Value::Cell(cell.clone());
        }
    }

    /// The generator, coroutine or async generator that a call gives.
    pub fn suspended(&self, function: &Ref<Function>, mut slots: Box<[Value]>) -> Value {
        self.prepare_cells(function, &mut slots);
        let coroutine = Coroutine::new(function.code.clone(), slots);
        if !function
            .qualname()
            .is(&Value::Str(function.code.qualname.clone()))
        {
            coroutine.with_rare(|rare| {
                rare.name = function.name();
                rare.qualname = function.qualname();
            });
        }
        if function.code.gives_awaitables.get() {
            coroutine.with_rare(|rare| rare.marked_coroutine = true);
        }
        if self.origin_depth.get() > 0 && coroutine.kind() == CodeKind::Coroutine {
            let origin = super::frame::origin(self, self.origin_depth.get());
            coroutine.with_rare(|rare| rare.origin = origin);
        }
        Value::Coroutine(coroutine)
    }

    /// Runs the body of a plain function whose parameters are in `slots`.
    #[inline(always)]
    pub fn run_function(&self, function: &Ref<Function>, slots: &mut [Value]) -> Res {
        self.deeper()?;
        self.prepare_cells(function, slots);
        let result = self.run_code(&function.code, slots);
        self.shallower();
        result
    }

    /// Runs code that is no generator in a new frame.
    #[inline(always)]
    pub fn run_code(&self, code: &Ref<Code>, slots: &mut [Value]) -> Res {
        let Some(body) = code.body.get() else {
            return Err(self.raise_new(&self.types.system_error, "code without a body"));
        };
        let flow = enter(self, code, |activation| {
            let flow = self
                .poll()
                .map_err(Exit::from)
                .and_then(|()| body.node.exec(self, slots));
            if flow == Err(Exit::Raise) {
                self.leave_by_raise(code, slots, Some(activation));
            } else if activation.has_object() {
                self.leave_frame(slots, activation);
            }
            flow
        });
        match flow {
            Ok(()) => Ok(Value::None),
            Err(Exit::Return) => Ok(self.thread.out.take()),
            Err(_) => Err(Raised),
        }
    }
}

/// Slots without values, on the heap.
pub fn undefined(count: usize) -> Box<[Value]> {
    std::iter::repeat_with(|| Value::Undef)
        .take(count)
        .collect()
}
