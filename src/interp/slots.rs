//! The special methods of types implemented here, as scripts see and call them: `int.__add__`, `list.__len__`. Each
//! takes the plain value behind its object and asks the operation of the protocol; a type names those it has in its
//! row. What operators do with values is `arithmetic.rs`, `compare.rs`, `item.rs`, `iterate.rs` and `convert.rs`.

use super::{Args, Res, Vm};
use crate::objects::native::{NativeDef, native};
use crate::objects::str::Name;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use snakelet_grammar::ast::{BinaryOp, CompareOp, UnaryOp};

/// The row of the special method `name`.
pub fn find(name: &str) -> Option<&'static NativeDef> {
    let tables = [OPERATORS, COMPARISONS, UNARY, OTHERS];
    tables.into_iter().flatten().find(|row| row.name == name)
}

macro_rules! operators {
    ($($op:ident $name:literal $reflected:literal $in_place:literal $symbol:literal;)*) => {
        const OPERATORS: &[NativeDef] = &[$(
            native($name, "(value, /)", concat!("Return self", $symbol, "value."), |vm, a| {
                binary(vm, BinaryOp::$op, &a[0], &a[1])
            }),
            native($reflected, "(value, /)", concat!("Return value", $symbol, "self."), |vm, a| {
                binary(vm, BinaryOp::$op, &a[1], &a[0])
            }),
            native($in_place, "(value, /)", concat!("Return self", $symbol, "=value."), |vm, a| {
                in_place(vm, BinaryOp::$op, a)
            }),
        )*];
    };
}

operators! {
    Add "__add__" "__radd__" "__iadd__" "+";
    Sub "__sub__" "__rsub__" "__isub__" "-";
    Mult "__mul__" "__rmul__" "__imul__" "*";
    MatMult "__matmul__" "__rmatmul__" "__imatmul__" "@";
    Div "__truediv__" "__rtruediv__" "__itruediv__" "/";
    FloorDiv "__floordiv__" "__rfloordiv__" "__ifloordiv__" "//";
    Mod "__mod__" "__rmod__" "__imod__" "%";
    LShift "__lshift__" "__rlshift__" "__ilshift__" "<<";
    RShift "__rshift__" "__rrshift__" "__irshift__" ">>";
    BitAnd "__and__" "__rand__" "__iand__" "&";
    BitXor "__xor__" "__rxor__" "__ixor__" "^";
    BitOr "__or__" "__ror__" "__ior__" "|";
}

macro_rules! comparisons {
    ($($op:ident $name:literal $symbol:literal;)*) => {
        const COMPARISONS: &[NativeDef] = &[$(
            native($name, "(value, /)", concat!("Return self", $symbol, "value."), |vm, a| {
                compare(vm, CompareOp::$op, a)
            }),
        )*];
    };
}

comparisons! {
    Eq "__eq__" "==";
    NotEq "__ne__" "!=";
    Lt "__lt__" "<";
    LtE "__le__" "<=";
    Gt "__gt__" ">";
    GtE "__ge__" ">=";
}

macro_rules! unary {
    ($($op:ident $name:literal $doc:literal;)*) => {
        const UNARY: &[NativeDef] = &[$(
            native($name, "()", $doc, |vm, a| vm.unary(UnaryOp::$op, &vm.unwrapped(&a[0]))),
        )*];
    };
}

unary! {
    USub "__neg__" "-self";
    UAdd "__pos__" "+self";
    Invert "__invert__" "~self";
}

const OTHERS: &[NativeDef] = &[
    native(
        "__pow__",
        "(value, mod=None, /)",
        "Return pow(self, value, mod).",
        |vm, a| power(vm, &a[0], &a[1], a.get(2)),
    ),
    native(
        "__rpow__",
        "(value, mod=None, /)",
        "Return pow(value, self, mod).",
        |vm, a| power(vm, &a[1], &a[0], a.get(2)),
    ),
    native("__ipow__", "(value, /)", "Return self**=value.", |vm, a| {
        in_place(vm, BinaryOp::Pow, a)
    }),
    native(
        "__divmod__",
        "(value, /)",
        "Return divmod(self, value).",
        |vm, a| division(vm, &a[0], &a[1]),
    ),
    native(
        "__rdivmod__",
        "(value, /)",
        "Return divmod(value, self).",
        |vm, a| division(vm, &a[1], &a[0]),
    ),
    native("__abs__", "()", "abs(self)", |vm, a| {
        plain_abs(vm, &vm.unwrapped(&a[0]))
    }),
    native("__bool__", "()", "True if self else False", |vm, a| {
        vm.truth(&vm.unwrapped(&a[0])).map(Value::bool)
    }),
    native("__int__", "()", "int(self)", |vm, a| {
        plain_int(vm, &vm.unwrapped(&a[0]))
    }),
    native("__float__", "()", "float(self)", |vm, a| {
        plain_float(vm, &vm.unwrapped(&a[0]))
    }),
    native(
        "__index__",
        "()",
        "Return self converted to an integer, if self is suitable for use as an index into a list.",
        |vm, a| vm.index(&vm.unwrapped(&a[0])),
    ),
    native("__repr__", "()", "Return repr(self).", |vm, a| {
        plain_repr(vm, &a[0]).map(Value::from)
    }),
    native("__str__", "()", "Return str(self).", |vm, a| {
        plain_str(vm, &a[0]).map(Value::from)
    }),
    native("__hash__", "()", "Return hash(self).", |vm, a| {
        plain_hash(vm, &vm.unwrapped(&a[0])).map(Value::Int)
    }),
    native("__len__", "()", "Return len(self).", |vm, a| {
        plain_len(vm, &vm.unwrapped(&a[0])).map(Value::from)
    }),
    native("__getitem__", "(key, /)", "Return self[key].", |vm, a| {
        plain_get_item(vm, &a[0], &a[1])
    }),
    native(
        "__setitem__",
        "(key, value, /)",
        "Set self[key] to value.",
        |vm, a| {
            plain_set_item(vm, &a[0], &a[1], a[2].clone())?;
            Ok(Value::None)
        },
    ),
    native("__delitem__", "(key, /)", "Delete self[key].", |vm, a| {
        plain_delete_item(vm, &a[0], &a[1])?;
        Ok(Value::None)
    }),
    native(
        "__contains__",
        "(key, /)",
        "Return bool(key in self).",
        |vm, a| plain_contains(vm, &vm.unwrapped(&a[0]), &a[1]).map(Value::bool),
    ),
    native("__iter__", "()", "Implement iter(self).", |vm, a| {
        plain_iter(vm, &vm.unwrapped(&a[0]))
    }),
    native("__next__", "()", "Implement next(self).", next),
    native(
        "__call__",
        "(*args, **kwargs)",
        "Call self as a function.",
        call,
    ),
    native(
        "__get__",
        "(instance, owner=None, /)",
        "Return an attribute of instance, which is of type owner.",
        get,
    ),
    native(
        "__set__",
        "(instance, value, /)",
        "Set an attribute of instance to value.",
        |vm, a| set(vm, &a[0], &a[1], Some(&a[2])),
    ),
    native(
        "__delete__",
        "(instance, /)",
        "Delete an attribute of instance.",
        |vm, a| set(vm, &a[0], &a[1], None),
    ),
    native(
        "__getattribute__",
        "(name, /)",
        "Return getattr(self, name).",
        get_attribute,
    ),
    native(
        "__setattr__",
        "(name, value, /)",
        "Implement setattr(self, name, value).",
        |vm, a| change_attribute(vm, &a[0], &a[1], Some(&a[2])),
    ),
    native(
        "__delattr__",
        "(name, /)",
        "Implement delattr(self, name).",
        |vm, a| change_attribute(vm, &a[0], &a[1], None),
    ),
    native(
        "__await__",
        "()",
        "Return an iterator to be used in await expression.",
        |_, a| Ok(a[0].clone()),
    ),
    native(
        "__aiter__",
        "()",
        "Return an awaitable, that resolves in asynchronous iterator.",
        |_, a| Ok(a[0].clone()),
    ),
    native(
        "__del__",
        "()",
        "Called when the instance is about to be destroyed.",
        |_, _| Ok(Value::None),
    ),
];

/// A binary operator on plain values; `NotImplemented` if the types have none.
fn binary(vm: &Vm, op: BinaryOp, left: &Value, right: &Value) -> Res {
    let found = plain_binary(vm, op, &vm.unwrapped(left), &vm.unwrapped(right))?;
    Ok(found.unwrap_or(Value::NotImplemented))
}

/// An augmented assignment. What changes in place gives the object itself, an instance of a subclass too.
fn in_place(vm: &Vm, op: BinaryOp, a: &[Value]) -> Res {
    let this = vm.unwrapped(&a[0]);
    let found = match this.object() {
        Some(object) => object.in_place(vm, &this, op, &vm.unwrapped(&a[1]))?,
        None => None,
    };
    Ok(match found {
        Some(same) if same.is(&this) => a[0].clone(),
        Some(other) => other,
        None => Value::NotImplemented,
    })
}

fn compare(vm: &Vm, op: CompareOp, a: &[Value]) -> Res {
    let found = plain_compare(vm, op, &vm.unwrapped(&a[0]), &vm.unwrapped(&a[1]))?;
    Ok(found.unwrap_or(Value::NotImplemented))
}

fn power(vm: &Vm, base: &Value, exponent: &Value, modulus: Option<&Value>) -> Res {
    match modulus.filter(|modulus| !modulus.is_none()) {
        None => binary(vm, BinaryOp::Pow, base, exponent),
        Some(modulus) => {
            let all = [base, exponent, modulus].map(|value| vm.unwrapped(value));
            let pow = vm.builtins.get_name(&vm.name("pow"));
            vm.call_with(&pow.unwrap_or(Value::None), &all)
        }
    }
}

fn division(vm: &Vm, left: &Value, right: &Value) -> Res {
    let quotient = binary(vm, BinaryOp::FloorDiv, left, right)?;
    if matches!(quotient, Value::NotImplemented) {
        return Ok(quotient);
    }
    let remainder = binary(vm, BinaryOp::Mod, left, right)?;
    Ok(Value::from(Tuple::new(vec![quotient, remainder])))
}

fn next(vm: &Vm, a: &[Value]) -> Res {
    match vm.next(&vm.unwrapped(&a[0]))? {
        Some(item) => Ok(item),
        None => Err(vm.stop_iteration(Value::None)),
    }
}

fn call(vm: &Vm, a: &[Value]) -> Res {
    let packed = PackedArgs::new(vm, &a[1], &a[2]);
    vm.call(&vm.unwrapped(&a[0]), packed.args())
}

/// Arguments from the tuple and the dict that `(*args, **kwargs)` gives.
pub struct PackedArgs {
    values: Vec<Value>,
    names: Vec<Name>,
}

impl PackedArgs {
    /// The arguments in `positional`, a tuple, and `keywords`, a dict; either may be absent.
    pub fn new(vm: &Vm, positional: &Value, keywords: &Value) -> PackedArgs {
        let mut values = match positional {
            Value::Tuple(tuple) => tuple.items().to_vec(),
            _ => Vec::new(),
        };
        let mut names = Vec::new();
        if let Value::Dict(dict) = keywords {
            for (key, value) in dict.entries() {
                if let Value::Str(name) = &key {
                    names.push(vm.names.intern_str(name));
                    values.push(value);
                }
            }
        }
        PackedArgs { values, names }
    }

    /// The arguments as a call takes them.
    pub fn args(&self) -> Args<'_> {
        Args {
            values: &self.values,
            names: &self.names,
        }
    }
}

fn get(vm: &Vm, a: &[Value]) -> Res {
    let instance = a.get(1).filter(|instance| !instance.is_none());
    let owner = match a.get(2).and_then(Value::given) {
        Some(Value::Class(owner)) => owner.clone(),
        _ => match instance {
            Some(instance) => vm.class_of(instance),
            None => return Err(vm.type_error("__get__(None, None) is invalid")),
        },
    };
    let this = vm.unwrapped(&a[0]);
    let bound = match this.object() {
        Some(object) => object.bind(vm, &this, instance, &owner)?,
        None => None,
    };
    Ok(bound.unwrap_or_else(|| a[0].clone()))
}

fn set(vm: &Vm, descriptor: &Value, instance: &Value, value: Option<&Value>) -> Res {
    let this = vm.unwrapped(descriptor);
    if let Some(object) = this.object() {
        object.bind_set(vm, &this, instance, value)?;
    }
    Ok(Value::None)
}

/// The name in an argument, which has to be a string.
pub fn attribute_name(vm: &Vm, value: &Value) -> Res<Name> {
    match vm.unwrapped(value) {
        Value::Str(text) => Ok(vm.names.intern_str(&text)),
        other => {
            let class = vm.class_name(&other);
            Err(vm.type_error(&format!("attribute name must be string, not '{class}'")))
        }
    }
}

fn get_attribute(vm: &Vm, a: &[Value]) -> Res {
    let name = attribute_name(vm, &a[1])?;
    match vm.find_plainly(&a[0], &name)? {
        Some(value) => Ok(value),
        None => Err(vm.no_attribute(&a[0], &name)),
    }
}

fn change_attribute(vm: &Vm, object: &Value, name: &Value, value: Option<&Value>) -> Res {
    let name = attribute_name(vm, name)?;
    vm.change_plainly(object, &name, value)?;
    Ok(Value::None)
}

// The operations on plain values.

fn plain_binary(vm: &Vm, op: BinaryOp, left: &Value, right: &Value) -> Res<Option<Value>> {
    if let Some(object) = left.object() {
        if let Some(found) = object.binary(vm, left, op, right, false)? {
            return Ok(Some(found));
        }
    }
    match right.object() {
        Some(object) => object.binary(vm, right, op, left, true),
        None => Ok(None),
    }
}

fn plain_compare(vm: &Vm, op: CompareOp, left: &Value, right: &Value) -> Res<Option<Value>> {
    match left.object() {
        Some(object) => object.compare(vm, left, op, right),
        None => Ok(None),
    }
}

fn plain_repr(vm: &Vm, value: &Value) -> Res<String> {
    vm.repr(&vm.unwrapped(value))
}

fn plain_str(vm: &Vm, value: &Value) -> Res<String> {
    vm.str(&vm.unwrapped(value))
}

fn plain_hash(vm: &Vm, value: &Value) -> Res<i64> {
    vm.hash(value)
}

fn plain_len(vm: &Vm, value: &Value) -> Res<usize> {
    vm.len(value)
}

fn plain_get_item(vm: &Vm, object: &Value, index: &Value) -> Res {
    let plain = vm.unwrapped(object);
    if let (Value::Dict(dict), Value::Instance(_)) = (&plain, object) {
        return match dict.get(vm, index)? {
            Some(found) => Ok(found),
            None => match vm.call_special(object, &vm.names.__missing__, &[index.clone()])? {
                Some(made) => Ok(made),
                None => Err(vm.key_error(index)),
            },
        };
    }
    vm.get_item(&plain, index)
}

fn plain_set_item(vm: &Vm, object: &Value, index: &Value, value: Value) -> Res<()> {
    vm.set_item(&vm.unwrapped(object), index, value)
}

fn plain_delete_item(vm: &Vm, object: &Value, index: &Value) -> Res<()> {
    vm.delete_item(&vm.unwrapped(object), index)
}

fn plain_contains(vm: &Vm, object: &Value, item: &Value) -> Res<bool> {
    vm.contains(object, item)
}

fn plain_iter(vm: &Vm, object: &Value) -> Res {
    vm.iter(object)
}

fn plain_abs(vm: &Vm, value: &Value) -> Res {
    let abs = vm.builtins.get_name(&vm.name("abs"));
    vm.call_with(&abs.unwrap_or(Value::None), &[value.clone()])
}

fn plain_int(vm: &Vm, value: &Value) -> Res {
    let int = Value::Class(vm.types.int.clone());
    vm.call_with(&int, &[value.clone()])
}

fn plain_float(vm: &Vm, value: &Value) -> Res {
    let float = Value::Class(vm.types.float.clone());
    vm.call_with(&float, &[value.clone()])
}
