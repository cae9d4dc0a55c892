//! The special methods of types implemented here, as scripts see and call them: `int.__add__`, `list.__len__`. Each
//! takes the plain value behind its object and asks the operation of the protocol; a type names those it has in its
//! row. What operators do with values is `arithmetic.rs`, `compare.rs`, `item.rs`, `iterate.rs` and `convert.rs`.

use super::{Args, Res, Vm, plain};
use crate::objects::memoryview;
use crate::objects::native::{NativeDef, native};
use crate::objects::str::Name;
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
            native($name, "(value, /)", concat!("self ", $symbol, " value"), |vm, a| {
                binary(vm, BinaryOp::$op, a, false)
            }),
            native($reflected, "(value, /)", concat!("value ", $symbol, " self"), |vm, a| {
                binary(vm, BinaryOp::$op, a, true)
            }),
            native($in_place, "(value, /)", concat!("self ", $symbol, "= value"), |vm, a| {
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
            native($name, "(value, /)", concat!("self ", $symbol, " value"), |vm, a| {
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
            native($name, "()", $doc, |vm, a| unary(vm, UnaryOp::$op, a)),
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
        "pow(self, value, mod)",
        |vm, a| power(vm, a, false),
    ),
    native(
        "__rpow__",
        "(value, mod=None, /)",
        "pow(value, self, mod)",
        |vm, a| power(vm, a, true),
    ),
    native("__ipow__", "(value, /)", "self **= value", |vm, a| {
        in_place(vm, BinaryOp::Pow, a)
    }),
    native(
        "__divmod__",
        "(value, /)",
        "divmod(self, value)",
        |vm, a| division(vm, a, false),
    ),
    native(
        "__rdivmod__",
        "(value, /)",
        "divmod(value, self)",
        |vm, a| division(vm, a, true),
    ),
    native("__abs__", "()", "abs(self)", |vm, a| {
        plain::plain_abs(vm, &a[0]).map(or_not_implemented)
    }),
    native("__bool__", "()", "bool(self)", |vm, a| {
        plain::plain_truth(vm, &a[0]).map(Value::bool)
    }),
    native("__int__", "()", "int(self)", int),
    native("__float__", "()", "float(self)", float),
    native(
        "__index__",
        "()",
        "The integer that self stands for as an index.",
        index,
    ),
    native("__repr__", "()", "repr(self)", |vm, a| {
        plain::plain_repr(vm, &a[0]).map(Value::Str)
    }),
    native("__str__", "()", "str(self)", |vm, a| {
        plain::plain_str(vm, &a[0]).map(Value::Str)
    }),
    native("__hash__", "()", "hash(self)", |vm, a| {
        plain::plain_hash(vm, &a[0]).map(Value::Int)
    }),
    native("__len__", "()", "len(self)", len),
    native("__getitem__", "(key, /)", "self[key]", get_item),
    native(
        "__setitem__",
        "(key, value, /)",
        "self[key] = value",
        |vm, a| {
            vm.set_item(&vm.unwrapped(&a[0]), &a[1], a[2].clone())?;
            Ok(Value::None)
        },
    ),
    native("__delitem__", "(key, /)", "del self[key]", |vm, a| {
        vm.delete_item(&vm.unwrapped(&a[0]), &a[1])?;
        Ok(Value::None)
    }),
    native("__contains__", "(key, /)", "key in self", |vm, a| {
        vm.contains(&vm.unwrapped(&a[0]), &a[1]).map(Value::bool)
    }),
    native("__iter__", "()", "iter(self)", |vm, a| {
        vm.iter(&vm.unwrapped(&a[0]))
    }),
    native("__next__", "()", "next(self)", next),
    native(
        "__call__",
        "(*args, **kwargs)",
        "self(*args, **kwargs)",
        call,
    ),
    native(
        "__buffer__",
        "(flags, /)",
        "A memory view of the bytes that the object lends.",
        |vm, a| memoryview::expose(vm, &a[0], vm.index_size(&a[1])?),
    ),
    native(
        "__release_buffer__",
        "(buffer, /)",
        "Lets go of a memory view that the object has given.",
        |vm, a| memoryview::take_back(vm, &a[0], &a[1]),
    ),
    native(
        "__get__",
        "(instance, owner=None, /)",
        "What this descriptor gives for an instance or its class.",
        get,
    ),
    native(
        "__set__",
        "(instance, value, /)",
        "Sets the attribute of an instance.",
        |vm, a| set(vm, &a[0], &a[1], Some(&a[2])),
    ),
    native(
        "__delete__",
        "(instance, /)",
        "Deletes the attribute of an instance.",
        |vm, a| set(vm, &a[0], &a[1], None),
    ),
    native(
        "__getattribute__",
        "(name, /)",
        "getattr(self, name)",
        get_attribute,
    ),
    native(
        "__setattr__",
        "(name, value, /)",
        "setattr(self, name, value)",
        |vm, a| change_attribute(vm, &a[0], &a[1], Some(&a[2])),
    ),
    native(
        "__delattr__",
        "(name, /)",
        "delattr(self, name)",
        |vm, a| change_attribute(vm, &a[0], &a[1], None),
    ),
    native(
        "__await__",
        "()",
        "What `await self` steps through.",
        |_, a| Ok(a[0].clone()),
    ),
    native("__aiter__", "()", "The async iterator: self.", |_, a| {
        Ok(a[0].clone())
    }),
    native(
        "__del__",
        "()",
        "Runs when nobody refers to self any more.",
        |_, _| Ok(Value::None),
    ),
];

/// What a special method gives where an operation has no answer.
fn or_not_implemented(found: Option<Value>) -> Value {
    found.unwrap_or(Value::NotImplemented)
}

fn binary(vm: &Vm, op: BinaryOp, a: &[Value], reflected: bool) -> Res {
    plain::plain_binary(vm, op, &a[0], &a[1], reflected).map(or_not_implemented)
}

/// An augmented assignment. What changes in place gives the object itself, an instance of a subclass too.
fn in_place(vm: &Vm, op: BinaryOp, a: &[Value]) -> Res {
    Ok(match plain::plain_in_place(vm, op, &a[0], &a[1])? {
        Some(same) if same.is(&vm.unwrapped(&a[0])) => a[0].clone(),
        other => or_not_implemented(other),
    })
}

fn compare(vm: &Vm, op: CompareOp, a: &[Value]) -> Res {
    plain::plain_compare(vm, op, &a[0], &a[1]).map(or_not_implemented)
}

fn unary(vm: &Vm, op: UnaryOp, a: &[Value]) -> Res {
    plain::plain_unary(vm, op, &a[0]).map(or_not_implemented)
}

fn power(vm: &Vm, a: &[Value], reflected: bool) -> Res {
    let modulo = a
        .get(2)
        .and_then(Value::given)
        .cloned()
        .unwrap_or(Value::None);
    plain::plain_power(vm, &a[0], &a[1], &modulo, reflected).map(or_not_implemented)
}

fn division(vm: &Vm, a: &[Value], reflected: bool) -> Res {
    plain::plain_divmod(vm, &a[0], &a[1], reflected).map(or_not_implemented)
}

fn index(vm: &Vm, a: &[Value]) -> Res {
    plain::plain_index(vm, &a[0]).map(or_not_implemented)
}

fn int(vm: &Vm, a: &[Value]) -> Res {
    match vm.unwrapped(&a[0]) {
        Value::Float(_) => {
            let class = Value::Class(vm.types.int.clone());
            vm.call_with(&class, &[vm.unwrapped(&a[0])])
        }
        _ => index(vm, a),
    }
}

fn float(vm: &Vm, a: &[Value]) -> Res {
    let found = plain::plain_float(vm, &a[0])?;
    Ok(or_not_implemented(found.map(Value::float)))
}

fn len(vm: &Vm, a: &[Value]) -> Res {
    let found = plain::plain_len(vm, &a[0])?;
    Ok(or_not_implemented(found.map(Value::from)))
}

/// `self[key]`; a subclass of `dict` may say what a missing key gives.
fn get_item(vm: &Vm, a: &[Value]) -> Res {
    let plain = vm.unwrapped(&a[0]);
    let (Value::Dict(dict), Value::Instance(_)) = (&plain, &a[0]) else {
        return vm.get_item(&plain, &a[1]);
    };
    if let Some(found) = dict.get(vm, &a[1])? {
        return Ok(found);
    }
    match vm.call_special(&a[0], &vm.names.__missing__, &a[1..2])? {
        Some(made) => Ok(made),
        None => Err(vm.key_error(&a[1])),
    }
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
    // The object asked may be of a subclass.
    let bound = match this.object() {
        Some(object) => object.bind(vm, &a[0], instance, &owner)?,
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
        None => {
            let message = format!(
                "'{}' object has no attribute '{}'",
                vm.class_name(&a[0]),
                name.lossy()
            );
            Err(vm.attribute_error_for(&message, &a[0], &name))
        }
    }
}

/// Sets or deletes an attribute by the default rules, as a special method does it.
pub fn change_attribute(vm: &Vm, object: &Value, name: &Value, value: Option<&Value>) -> Res {
    let name = attribute_name(vm, name)?;
    vm.change_plainly(object, &name, value)?;
    Ok(Value::None)
}
