//! Functions implemented here: the rows of the method tables, and the object that a script sees for one.
//! Binding arguments to a row's signature, with the reference's messages, is `interp/arguments.rs`.

use super::asyncio_functions;
use super::class::Class;
use super::counted::Ref;
use super::object::Object;
use super::value::Value;
use crate::interp::coroutine::Begun;
use crate::interp::{Args, Res, Vm};
use std::cell::OnceCell;

/// The code of a native function. It gets one value for each parameter of its signature, in that order: `Undef`, or a
/// shorter slice, where an argument is absent; a tuple for `*args`; a dict for `**kwargs`. A method gets its object first.
pub type NativeFn = fn(&Vm, &[Value]) -> Res;

/// The code of a native coroutine function for a call that is awaited on the spot, so that no coroutine need be made.
pub type AwaitedFn = fn(&Vm, &[Value]) -> Res<Begun>;

/// A row of a table of functions or methods.
pub struct NativeDef {
    /// Its name.
    pub name: &'static str,
    /// Its parameters as `help()` shows them, without the object of a method: `(item, /)`.
    pub signature: &'static str,
    /// The first line of its `help()`.
    pub doc: &'static str,
    /// Its code.
    pub function: NativeFn,
    /// Its code for a call that is awaited on the spot, where that is another.
    pub awaited: Option<AwaitedFn>,
}

impl NativeDef {
    /// The same row, with other code for calls that are awaited on the spot.
    pub const fn awaited_by(self, awaited: AwaitedFn) -> NativeDef {
        NativeDef {
            awaited: Some(awaited),
            ..self
        }
    }
}

/// A row of a table of functions or methods.
pub const fn native(
    name: &'static str,
    signature: &'static str,
    doc: &'static str,
    function: NativeFn,
) -> NativeDef {
    NativeDef {
        name,
        signature,
        doc,
        function,
        awaited: None,
    }
}

/// Sets a computed attribute, or deletes it when there is no value.
pub type Setter = fn(&Vm, &Value, Option<&Value>) -> Res<()>;

/// A row of a table of computed attributes.
pub struct GetterDef {
    /// Its name.
    pub name: &'static str,
    /// The first line of its `help()`.
    pub doc: &'static str,
    /// Computes it for an object.
    pub get: fn(&Vm, &Value) -> Res,
    /// Sets it, or deletes it when there is no value; `None`: it cannot be written.
    pub set: Option<Setter>,
}

/// A row for a computed attribute that cannot be written.
pub const fn getter(
    name: &'static str,
    doc: &'static str,
    get: fn(&Vm, &Value) -> Res,
) -> GetterDef {
    GetterDef {
        name,
        doc,
        get,
        set: None,
    }
}

/// A row for a plain part of the object, which cannot be written.
pub const fn member(
    name: &'static str,
    doc: &'static str,
    get: fn(&Vm, &Value) -> Res,
) -> GetterDef {
    GetterDef {
        name,
        doc,
        get,
        set: Some(|vm, _, _| Err(vm.attribute_error("readonly attribute"))),
    }
}

/// How a native function is reached, which decides what it gets as first argument.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NativeKind {
    /// A function of a module: no object.
    Function,
    /// A method: binds to an instance.
    Method,
    /// A special method made from the operations of the protocol: a "slot wrapper".
    Slot,
    /// `__new__`: gets the class, which may be a subclass that a script defined.
    New,
    /// Binds to the class it is looked up on.
    ClassMethod,
    /// Never binds.
    StaticMethod,
}

/// What a signature says, parsed once.
pub struct Signature {
    /// The parameters in order.
    pub params: Vec<NativeParam>,
    /// Positional arguments that must be given.
    pub required: usize,
    /// Positional arguments that may be given, without `*args`.
    pub positional: usize,
    /// Whether all parameters are plain positional ones, so that the arguments can be passed as they come.
    pub plain: bool,
}

/// One parameter of a signature.
pub struct NativeParam {
    /// Its name.
    pub name: &'static str,
    /// How it takes arguments.
    pub kind: ParamKind,
    /// Whether it may be absent.
    pub optional: bool,
}

/// How a parameter takes arguments.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ParamKind {
    /// By position only.
    Positional,
    /// By position or keyword.
    Either,
    /// `*args`
    VarPositional,
    /// By keyword only.
    Keyword,
    /// `**kwargs`
    VarKeyword,
}

impl Signature {
    /// Parses `(a, b=1, /, c, *args, d, **kwargs)`. `[, x]` is not used: write `x=None` or `x=<unrepresentable>`.
    pub fn parse(text: &'static str) -> Signature {
        let inner = text.trim_start_matches('(').trim_end_matches(')');
        let mut params: Vec<NativeParam> = Vec::new();
        let mut after_star = false;
        for part in inner
            .split(',')
            .map(str::trim)
            .filter(|part| !part.is_empty())
        {
            if part == "/" {
                params
                    .iter_mut()
                    .for_each(|param| param.kind = ParamKind::Positional);
                continue;
            }
            if part == "*" {
                after_star = true;
                continue;
            }
            let (name, optional) = match part.split_once('=') {
                Some((name, _)) => (name, true),
                None => (part, false),
            };
            let param = if let Some(name) = name.strip_prefix("**") {
                NativeParam {
                    name,
                    kind: ParamKind::VarKeyword,
                    optional: true,
                }
            } else if let Some(name) = name.strip_prefix('*') {
                after_star = true;
                NativeParam {
                    name,
                    kind: ParamKind::VarPositional,
                    optional: true,
                }
            } else if after_star {
                NativeParam {
                    name,
                    kind: ParamKind::Keyword,
                    optional,
                }
            } else {
                NativeParam {
                    name,
                    kind: ParamKind::Either,
                    optional,
                }
            };
            params.push(param);
        }
        let by_position =
            |param: &&NativeParam| matches!(param.kind, ParamKind::Positional | ParamKind::Either);
        let positional = params.iter().filter(by_position).count();
        let required = params
            .iter()
            .filter(by_position)
            .filter(|param| !param.optional)
            .count();
        let plain = positional == params.len();
        Signature {
            params,
            required,
            positional,
            plain,
        }
    }
}

/// A native function as a script sees it.
pub struct Native {
    /// Its row.
    pub def: &'static NativeDef,
    /// How it is reached.
    pub kind: NativeKind,
    /// The class in whose table it stands.
    pub owner: Option<Ref<Class>>,
    /// The module that offers it.
    pub module: &'static str,
    signature: OnceCell<Signature>,
}

impl Native {
    /// A native function of `module`.
    pub fn function(def: &'static NativeDef, module: &'static str) -> Ref<Native> {
        Ref::new(Native {
            def,
            kind: NativeKind::Function,
            owner: None,
            module,
            signature: OnceCell::new(),
        })
    }

    /// A native method of `owner`.
    pub fn method(def: &'static NativeDef, kind: NativeKind, owner: &Ref<Class>) -> Ref<Native> {
        Ref::new(Native {
            def,
            kind,
            owner: Some(owner.clone()),
            module: "",
            signature: OnceCell::new(),
        })
    }

    /// The parsed signature.
    #[inline]
    pub fn signature(&self) -> &Signature {
        self.signature
            .get_or_init(|| Signature::parse(self.def.signature))
    }

    /// The number of leading arguments that the signature does not name: the object of a method.
    #[inline]
    pub fn implicit(&self) -> usize {
        usize::from(!matches!(
            self.kind,
            NativeKind::Function | NativeKind::StaticMethod
        ))
    }

    /// The name as messages give it: `list.append`, `len`.
    pub fn qualified_name(&self) -> String {
        match &self.owner {
            Some(owner) => format!("{}.{}", owner.name(), self.def.name),
            None => self.def.name.to_owned(),
        }
    }
}

impl Object for Native {
    fn wrap(this: Ref<Self>) -> Value {
        Value::Native(this)
    }

    fn class(&self, vm: &Vm) -> Ref<Class> {
        match self.kind {
            NativeKind::Method => vm.types.method_descriptor.clone(),
            NativeKind::Slot => vm.types.wrapper_descriptor.clone(),
            NativeKind::ClassMethod => vm.types.classmethod_descriptor.clone(),
            NativeKind::Function | NativeKind::New | NativeKind::StaticMethod => {
                vm.types.builtin_function_or_method.clone()
            }
        }
    }

    fn traverse(&self, _visit: &mut dyn FnMut(&Value)) {}

    fn clear(&self) {}

    fn repr(&self, _vm: &Vm, this: &Value) -> Res<Option<String>> {
        let name = self.def.name;
        let owner = self
            .owner
            .as_ref()
            .map(|owner| owner.name().to_string())
            .unwrap_or_default();
        Ok(Some(match self.kind {
            // Where the reference has functions written in the language, that shows nowhere but here.
            NativeKind::Function if asyncio_functions::is_written(self) => {
                format!("<function {name} at 0x{:x}>", this.address().unwrap_or(0))
            }
            NativeKind::Function | NativeKind::StaticMethod => {
                format!("<built-in function {name}>")
            }
            NativeKind::New => {
                format!(
                    "<built-in method __new__ of type object at 0x{:x}>",
                    this.address().unwrap_or(0)
                )
            }
            NativeKind::Method if asyncio_functions::is_written(self) => {
                let address = this.address().unwrap_or(0);
                format!("<function {owner}.{name} at 0x{address:x}>")
            }
            NativeKind::Method | NativeKind::ClassMethod => {
                format!("<method '{name}' of '{owner}' objects>")
            }
            NativeKind::Slot => format!("<slot wrapper '{name}' of '{owner}' objects>"),
        }))
    }

    fn is_callable(&self) -> bool {
        true
    }

    fn call(&self, vm: &Vm, _this: &Value, args: Args<'_>) -> Res {
        vm.call_native(self, args)
    }

    fn bind(
        &self,
        vm: &Vm,
        this: &Value,
        instance: Option<&Value>,
        owner: &Ref<Class>,
    ) -> Res<Option<Value>> {
        let object = match (self.kind, instance) {
            (NativeKind::Method | NativeKind::Slot, Some(instance)) => instance.clone(),
            (NativeKind::ClassMethod, _) => Value::Class(owner.clone()),
            _ => return Ok(None),
        };
        let _ = vm;
        Ok(Some(super::method::BoundMethod::bind(this.clone(), object)))
    }
}
