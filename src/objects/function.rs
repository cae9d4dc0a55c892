//! A function that a script defined, and the code that it runs. Calling is `interp/call.rs`.

use super::cell::CellVar;
use super::class::Class;
use super::class::TypeDef;
use super::compiled::Options;
use super::counted::{CloneCell, Ref};
use super::dict::Dict;
use super::native::{GetterDef, member, native};
use super::object::Object;
use super::str::Name;
use super::tuple::Tuple;
use super::value::Value;
use crate::interp::{Args, Res, Vm};
use crate::nodes::BoxNode;
use crate::nodes::owned::Owned;
use snakelet_grammar::source::{Source, Span};
use std::cell::{Cell, OnceCell};
use std::rc::Rc;

/// What calling a function gives.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CodeKind {
    /// The body runs at once.
    Plain,
    /// A generator.
    Generator,
    /// A coroutine.
    Coroutine,
    /// An async generator.
    AsyncGenerator,
}

/// The unit that lowering makes of a module, function, lambda, class body or generator expression. It is bound to the
/// globals of its module; running the same source with other globals lowers it again.
pub struct Code {
    /// Its name as tracebacks show it: `f`, `<module>`, `<lambda>`.
    pub name: Name,
    /// Its dotted name: `C.f.<locals>.g`.
    pub qualname: Name,
    /// Where it was written.
    pub source: Rc<Source>,
    /// The whole definition.
    pub span: Span,
    /// The globals of its module.
    pub globals: Ref<Dict>,
    /// The docstring, or `None`.
    pub doc: Value,
    /// Whether its frames are left out of tracebacks: library code written in the language.
    pub is_library: bool,
    /// Whether annotations are text in it.
    pub future_annotations: bool,
    /// How its text was compiled.
    pub options: Options,
    /// The line it claims to begin in, where a script has replaced that.
    pub first_line: Option<u32>,
    /// Whether `types.coroutine` has marked it: its generators can be awaited, and may delegate to coroutines.
    pub gives_awaitables: Cell<bool>,
    /// Where its text finds it.
    pub place: Place,
    /// The parameters of code whose body is left for later, with nothing else in the frame.
    pub signature: Layout,
    /// What it does. Code of the library gets it when it is first called or looked into, all other at once.
    pub body: OnceCell<Body>,
}

/// Where in its text a piece of code begins, and its name: no other piece has both.
#[derive(Clone)]
pub struct Place {
    /// The first byte of the definition.
    pub start: u32,
    /// The name as written there.
    pub name: Name,
}

impl PartialEq for Place {
    fn eq(&self, other: &Place) -> bool {
        self.start == other.start && self.name.same(&other.name)
    }
}

/// What a piece of code does.
pub struct Body {
    /// The statements.
    pub node: BoxNode,
    /// What calling it gives.
    pub kind: CodeKind,
    /// The frame's layout.
    pub layout: Layout,
    /// What its nodes own that can lead back to it.
    pub owned: Owned,
}

/// How the slots of a frame are used: parameters, other locals and hidden slots, in this order.
#[derive(Default)]
pub struct Layout {
    /// How many slots a frame has.
    pub slots: usize,
    /// The names of the visible slots; hidden ones lie behind them.
    pub names: Vec<Name>,
    /// Positional-only parameters.
    pub positional_only: usize,
    /// All positional parameters, positional-only ones included.
    pub positional: usize,
    /// Keyword-only parameters; their slots follow the positional ones.
    pub keyword_only: usize,
    /// Whether there is `*args`; its slot follows the keyword-only ones.
    pub var_positional: bool,
    /// Whether there is `**kwargs`; its slot is the last of the parameters.
    pub var_keyword: bool,
    /// Slots that hold a cell of their own, made at entry; a parameter's value goes into it.
    pub cells: Vec<u32>,
    /// Slots that get the cells of the closure, in its order.
    pub free: Vec<u32>,
    /// The slot of the namespace in which names are stored: a class body, `exec` with locals of its own.
    pub namespace: Option<u32>,
    /// Whether entering needs no more than copying positional arguments.
    pub simple: bool,
}

impl Code {
    /// Whether it is a module's, or what `eval` runs, and no definition's.
    pub fn is_root(&self) -> bool {
        self.name.as_str() == Some("<module>")
    }

    /// What calling it gives, once its body has been read.
    #[inline(always)]
    pub fn kind(&self) -> CodeKind {
        self.body.get().map_or(CodeKind::Plain, |body| body.kind)
    }

    /// The frame's layout; until the body has been read that of its parameters.
    #[inline(always)]
    pub fn layout(&self) -> &Layout {
        match self.body.get() {
            Some(body) => &body.layout,
            None => &self.signature,
        }
    }

    /// The line it begins in.
    pub fn line(&self) -> u32 {
        self.first_line
            .unwrap_or_else(|| self.source.line_of(self.span.start))
    }
}

impl Layout {
    /// How many slots are parameters.
    pub fn params(&self) -> usize {
        self.positional
            + self.keyword_only
            + usize::from(self.var_positional)
            + usize::from(self.var_keyword)
    }
}

/// An arity that no call has.
const NEVER: u32 = u32::MAX;

/// A function.
pub struct Function {
    /// What it runs.
    pub code: Ref<Code>,
    /// The variables it shares with the functions around it.
    pub closure: Box<[Ref<CellVar>]>,
    /// The defaults of the last positional parameters.
    defaults: CloneCell<Value>,
    /// A dict of the defaults of keyword-only parameters, or `None`.
    kw_defaults: CloneCell<Value>,
    /// How many defaults there are, to be compared at each call.
    default_count: Cell<u32>,
    /// The function that runs instead since a script has assigned `__code__`: one arity never fits then.
    successor: CloneCell<Option<Ref<Function>>>,
    /// How many arguments go straight into the slots of a plain body's frame; `NEVER`: binding is needed.
    arity: Cell<u32>,
    /// How many slots the frame has.
    slots: Cell<u32>,
    name: CloneCell<Value>,
    qualname: CloneCell<Value>,
    doc: CloneCell<Value>,
    module: CloneCell<Value>,
    annotations: CloneCell<Value>,
    type_params: CloneCell<Value>,
    dict: CloneCell<Option<Ref<Dict>>>,
}

impl Function {
    /// A function for `code`. `defaults` is a tuple or `None`, `kw_defaults` and `annotations` a dict or `None`.
    pub fn new(
        vm: &Vm,
        code: Ref<Code>,
        closure: Box<[Ref<CellVar>]>,
        defaults: Value,
        kw_defaults: Value,
        annotations: Value,
    ) -> Ref<Function> {
        let module = code
            .globals
            .get_name(&vm.names.__name__)
            .unwrap_or(Value::None);
        let function = Function {
            name: CloneCell::new(Value::Str(code.name.clone())),
            qualname: CloneCell::new(Value::Str(code.qualname.clone())),
            doc: CloneCell::new(code.doc.clone()),
            module: CloneCell::new(module),
            defaults: CloneCell::new(Value::None),
            kw_defaults: CloneCell::new(kw_defaults),
            default_count: Cell::new(0),
            annotations: CloneCell::new(annotations),
            type_params: CloneCell::new(Value::Undef),
            dict: CloneCell::new(None),
            successor: CloneCell::new(None),
            arity: Cell::new(NEVER),
            slots: Cell::new(0),
            code,
            closure,
        };
        function.set_defaults(defaults);
        function.settle();
        Ref::new(function)
    }

    /// Takes over what is known of the frame.
    pub fn settle(&self) {
        let layout = self.code.layout();
        self.slots.set(layout.slots as u32);
        if self.code.kind() == CodeKind::Plain && layout.simple {
            self.arity.set(layout.positional as u32);
        }
    }

    /// Whether `count` positional arguments go straight into the slots of a plain body's frame.
    #[inline(always)]
    pub fn takes_directly(&self, count: usize) -> bool {
        self.arity.get() as usize == count
    }

    /// How many slots its frame has.
    #[inline(always)]
    pub fn slot_count(&self) -> usize {
        self.slots.get() as usize
    }

    /// The tuple of defaults, or `None`.
    pub fn defaults(&self) -> Value {
        self.defaults.get()
    }

    /// Replaces the defaults by a tuple or `None`.
    pub fn set_defaults(&self, defaults: Value) {
        let count = match &defaults {
            Value::Tuple(tuple) => tuple.items().len() as u32,
            _ => 0,
        };
        self.default_count.set(count);
        self.defaults.set(defaults);
    }

    /// How many positional defaults there are.
    #[inline(always)]
    pub fn default_count(&self) -> usize {
        self.default_count.get() as usize
    }

    /// The dict of keyword-only defaults, or `None`.
    pub fn kw_defaults(&self) -> Value {
        self.kw_defaults.get()
    }

    /// Its current `__qualname__`.
    pub fn qualname(&self) -> Value {
        self.qualname.get()
    }

    /// Its current `__name__`.
    pub fn name(&self) -> Value {
        self.name.get()
    }

    /// Its current `__module__`.
    pub fn module(&self) -> Value {
        self.module.get()
    }

    /// The function that runs in its place, if a script has assigned `__code__`.
    #[inline(always)]
    pub fn successor(&self) -> Option<Ref<Function>> {
        if self.arity.get() != NEVER {
            return None;
        }
        let next = self.successor.get()?;
        next.set_defaults(self.defaults());
        next.kw_defaults.set(self.kw_defaults());
        Some(next)
    }

    /// What it runs now.
    pub fn current_code(&self) -> Ref<Code> {
        match self.successor.get() {
            Some(next) => next.code.clone(),
            None => self.code.clone(),
        }
    }

    /// Replaces `__dict__`.
    pub fn set_dict(&self, dict: Ref<Dict>) {
        self.dict.set(Some(dict));
    }

    /// Sets `__type_params__`.
    pub fn set_type_params(&self, params: Value) {
        self.type_params.set(params);
    }
}

impl Object for Function {
    fn wrap(this: Ref<Self>) -> Value {
        Value::Function(this)
    }

    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.function.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&Value::from(self.code.clone()));
        for cell in &self.closure {
            visit(&Value::Cell(cell.clone()));
        }
        for field in [
            &self.defaults,
            &self.kw_defaults,
            &self.annotations,
            &self.doc,
            &self.type_params,
        ] {
            visit(&field.get());
        }
        if let Some(dict) = self.dict.get() {
            visit(&Value::Dict(dict));
        }
        if let Some(next) = self.successor.get() {
            visit(&Value::Function(next));
        }
    }

    /// The closure's cells are cleared on their own.
    fn clear(&self) {
        self.defaults.take().discard();
        self.kw_defaults.take().discard();
        self.annotations.take().discard();
        drop(self.dict.take());
        drop(self.successor.take());
    }

    fn repr(&self, vm: &Vm, this: &Value) -> Res<Option<String>> {
        let name = vm.str(&self.qualname.get())?;
        Ok(Some(format!(
            "<function {name} at 0x{:x}>",
            this.address().unwrap_or(0)
        )))
    }

    fn is_callable(&self) -> bool {
        true
    }

    fn call(&self, vm: &Vm, this: &Value, args: Args<'_>) -> Res {
        vm.call(this, args)
    }

    fn attributes(&self, create: bool) -> Option<Ref<Dict>> {
        if create && self.dict.get().is_none() {
            self.dict.set(Some(Dict::new()));
        }
        self.dict.get()
    }

    fn bind(
        &self,
        _vm: &Vm,
        this: &Value,
        instance: Option<&Value>,
        _owner: &Ref<Class>,
    ) -> Res<Option<Value>> {
        Ok(instance
            .map(|instance| super::method::BoundMethod::bind(this.clone(), instance.clone())))
    }
}

/// The type's row.
pub const TYPE: TypeDef = TypeDef {
    weakly_referable: true,
    name: "function",
    doc: "Create a function object.",
    new: Some(native(
        "__new__",
        "(code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)",
        "Makes one.",
        new,
    )),
    methods: &[],
    getters: GETTERS,
    slots: &["__call__", "__get__", "__repr__"],
    ..TypeDef::PLAIN
};

const GETTERS: &[GetterDef] = &[
    super::root::DICT,
    GetterDef {
        name: "__name__",
        doc: "The function's name.",
        get: |vm, f| Ok(of(vm, f)?.name.get()),
        set: Some(|vm, f, value| set_text(vm, "__name__", &of(vm, f)?.name, value)),
    },
    GetterDef {
        name: "__qualname__",
        doc: "The dotted name within the module.",
        get: |vm, f| Ok(of(vm, f)?.qualname.get()),
        set: Some(|vm, f, value| set_text(vm, "__qualname__", &of(vm, f)?.qualname, value)),
    },
    GetterDef {
        name: "__doc__",
        doc: "The docstring.",
        get: |vm, f| Ok(of(vm, f)?.doc.get()),
        set: Some(|vm, f, value| {
            let _: () = of(vm, f)?.doc.set(value.cloned().unwrap_or(Value::None));
            Ok(())
        }),
    },
    GetterDef {
        name: "__module__",
        doc: "The name of the module that defines it.",
        get: |vm, f| Ok(of(vm, f)?.module.get()),
        set: Some(|vm, f, value| {
            let _: () = of(vm, f)?.module.set(value.cloned().unwrap_or(Value::None));
            Ok(())
        }),
    },
    GetterDef {
        name: "__defaults__",
        doc: "A tuple of the defaults of positional parameters.",
        get: |vm, f| Ok(of(vm, f)?.defaults.get()),
        set: Some(|vm, f, value| match value {
            None | Some(Value::None | Value::Tuple(_)) => {
                of(vm, f)?.set_defaults(value.cloned().unwrap_or(Value::None));
                Ok(())
            }
            Some(_) => Err(vm.type_error("__defaults__ must be set to a tuple object")),
        }),
    },
    GetterDef {
        name: "__kwdefaults__",
        doc: "A dict of the defaults of keyword-only parameters.",
        get: |vm, f| Ok(of(vm, f)?.kw_defaults.get()),
        set: Some(|vm, f, value| match value {
            None | Some(Value::None | Value::Dict(_)) => {
                of(vm, f)?
                    .kw_defaults
                    .set(value.cloned().unwrap_or(Value::None));
                Ok(())
            }
            Some(_) => Err(vm.type_error("__kwdefaults__ must be set to a dict object")),
        }),
    },
    GetterDef {
        name: "__annotations__",
        doc: "A dict of the annotations.",
        get: |vm, f| {
            let f = of(vm, f)?;
            if !matches!(f.annotations.get(), Value::Dict(_)) {
                f.annotations.set(Value::Dict(Dict::new()));
            }
            Ok(f.annotations.get())
        },
        set: Some(|vm, f, value| match value {
            None | Some(Value::None | Value::Dict(_)) => {
                of(vm, f)?
                    .annotations
                    .set(value.cloned().unwrap_or(Value::None));
                Ok(())
            }
            Some(_) => Err(vm.type_error("__annotations__ must be set to a dict object")),
        }),
    },
    GetterDef {
        name: "__type_params__",
        doc: "A tuple of the type parameters.",
        get: |vm, f| {
            Ok(of(vm, f)?
                .type_params
                .get()
                .given()
                .cloned()
                .unwrap_or_else(|| vm.empty_tuple()))
        },
        set: Some(|vm, f, value| match value {
            Some(tuple @ Value::Tuple(_)) => {
                of(vm, f)?.type_params.set(tuple.clone());
                Ok(())
            }
            _ => Err(vm.type_error("__type_params__ must be set to a tuple")),
        }),
    },
    member(
        "__closure__",
        "A tuple of the shared variables, or None.",
        |vm, f| {
            let f = of(vm, f)?;
            if f.closure.is_empty() {
                return Ok(Value::None);
            }
            Ok(Value::from(Tuple::new(
                f.closure.iter().cloned().map(Value::Cell).collect(),
            )))
        },
    ),
    member(
        "__globals__",
        "The globals of the module that defines it.",
        |vm, f| Ok(Value::Dict(of(vm, f)?.code.globals.clone())),
    ),
    member("__builtins__", "The built-in names.", |vm, f| {
        let own = vm.own_builtins(&of(vm, f)?.code.globals);
        Ok(own.unwrap_or_else(|| Value::Dict(vm.builtins.clone())))
    }),
    GetterDef {
        name: "__code__",
        doc: "The code that it runs.",
        get: |vm, f| {
            let function = of(vm, f)?;
            if function.code.body.get().is_none() {
                vm.read_function(function)?;
            }
            Ok(Value::from(function.current_code()))
        },
        set: Some(set_code),
    },
];

fn set_code(vm: &Vm, function: &Value, value: Option<&Value>) -> Res<()> {
    let function = of(vm, function)?;
    let Some(object) = value.and_then(|value| value.downcast::<Code>()) else {
        return Err(vm.type_error("__code__ must be set to a code object"));
    };
    vm.read_code(object)?;
    vm.read_code(&function.code)?;
    let (wanted, given) = (function.closure.len(), object.layout().free.len());
    if wanted != given {
        let name = vm.str(&function.name())?;
        return Err(vm.value_error(&format!(
            "{name}() requires a code object with {wanted} free vars, not {given}"
        )));
    }
    if object.kind() != function.current_code().kind() {
        let text = "Assigning a code object of non-matching type is deprecated (e.g., from a generator to a plain function)";
        vm.warn(&vm.types.deprecation_warning, text, 1)?;
    }
    let globals = &function.code.globals;
    let code = match object.globals.same(globals) {
        true => object.clone(),
        false => vm.compile_again(object, globals)?.0,
    };
    let next = Function::new(
        vm,
        code,
        function.closure.clone(),
        function.defaults(),
        function.kw_defaults(),
        Value::None,
    );
    next.name.set(function.name());
    next.qualname.set(function.qualname());
    function.arity.set(NEVER);
    function.successor.set(Some(next));
    Ok(())
}

/// `types.FunctionType(…)`
fn new(vm: &Vm, a: &[Value]) -> Res {
    let given = |index: usize| {
        let value = a.get(index).and_then(Value::given);
        value.filter(|value| !value.is_none()).cloned()
    };
    let wrong = |name: &str, expected: &str, value: &Value| {
        let class = vm.class_name(value);
        vm.type_error(&format!(
            "function() argument '{name}' must be {expected}, not {class}"
        ))
    };
    let Some(code) = a[1].downcast::<Code>() else {
        return Err(wrong("code", "code", &a[1]));
    };
    vm.read_code(code)?;
    let mut code = code.clone();
    let Value::Dict(globals) = vm.unwrapped(&a[2]) else {
        return Err(wrong("globals", "dict", &a[2]));
    };
    let name = match given(3) {
        None => None,
        Some(name @ Value::Str(_)) => Some(name),
        Some(_) => return Err(vm.type_error("arg 3 (name) must be None or string")),
    };
    let defaults = match given(4) {
        None => Value::None,
        Some(defaults @ Value::Tuple(_)) => defaults,
        Some(_) => return Err(vm.type_error("arg 4 (defaults) must be None or tuple")),
    };
    let needed = code.layout().free.len();
    let cells = match given(5) {
        Some(Value::Tuple(cells)) => cells.items().to_vec(),
        None if needed == 0 => Vec::new(),
        None => return Err(vm.type_error("arg 5 (closure) must be tuple")),
        Some(_) => return Err(vm.type_error("arg 5 (closure) must be None or tuple")),
    };
    if cells.len() != needed {
        let (name, given) = (code.name.lossy(), cells.len());
        let text = format!("{name} requires closure of length {needed}, not {given}");
        return Err(vm.value_error(&text));
    }
    let mut closure = Vec::with_capacity(needed);
    for cell in cells {
        let Value::Cell(cell) = cell else {
            let class = vm.class_name(&cell);
            let text = format!("arg 5 (closure) expected cell, found {class}");
            return Err(vm.type_error(&text));
        };
        closure.push(cell);
    }
    if !code.globals.same(&globals) {
        code = vm.compile_again(&code, &globals)?.0;
    }
    let kw_defaults = given(6).unwrap_or(Value::None);
    let closure = closure.into_boxed_slice();
    let function = Function::new(vm, code, closure, defaults, kw_defaults, Value::None);
    if let Some(name) = name {
        function.name.set(name);
    }
    Ok(Value::from(function))
}

fn of<'a>(vm: &Vm, value: &'a Value) -> Res<&'a Ref<Function>> {
    match value {
        Value::Function(function) => Ok(function),
        other => Err(vm.descriptor_error("function", other)),
    }
}

fn set_text(vm: &Vm, name: &str, cell: &CloneCell<Value>, value: Option<&Value>) -> Res<()> {
    match value {
        Some(text @ Value::Str(_)) => {
            cell.set(text.clone());
            Ok(())
        }
        _ => Err(vm.type_error(&format!("{name} must be set to a string object"))),
    }
}
