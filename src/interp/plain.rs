//! The operations of built-in types on plain values: what `int.__add__`, `str.__len__` and their kin do. An instance of a
//! subclass counts as the value it stands for, and no method of its class is ever asked; the dispatchers, which
//! do ask, are `arithmetic.rs`, `compare.rs`, `convert.rs` and `hash.rs`.

use super::convert::bytes_of;
use super::{Res, Vm, sequence};
use crate::objects::bytearray::ByteArray;
use crate::objects::bytes::Bytes;
use crate::objects::complex::Complex;
use crate::objects::counted::Ref;
use crate::objects::float::arithmetic as floats;
use crate::objects::int::arithmetic as ints;
use crate::objects::number::{Integer, Number};
use crate::objects::str::Str;
use crate::objects::tuple::Tuple;
use crate::objects::value::{Flag, Value};
use crate::text;
use snakelet_grammar::ast::{BinaryOp, CompareOp, UnaryOp};
use std::borrow::Cow;
use std::cmp::Ordering;

/// The plain value behind an instance of a subclass of a built-in type; the value itself otherwise.
fn plain(value: &Value) -> Cow<'_, Value> {
    if let Value::Instance(instance) = value
        && let Some(native) = instance.native()
    {
        return Cow::Owned(native);
    }
    Cow::Borrowed(value)
}

/// `a op b`, or `b op a` when `reflected`; `None`: `NotImplemented`. Sequences raise where they cannot.
pub fn plain_binary(
    vm: &Vm,
    op: BinaryOp,
    a: &Value,
    b: &Value,
    reflected: bool,
) -> Res<Option<Value>> {
    if let Some(value) = numeric_binary(vm, op, a, b, reflected)? {
        return Ok(Some(value));
    }
    let a = plain(a);
    match op {
        BinaryOp::Add if !reflected => sequence::concat(vm, &a, b),
        BinaryOp::Mult if sequence::is_sequence(&a) => sequence::repeat(vm, &a, b).map(Some),
        _ => Ok(None),
    }
}

/// As [`plain_binary`], without what sequences do last: joining and repeating.
pub fn numeric_binary(
    vm: &Vm,
    op: BinaryOp,
    a: &Value,
    b: &Value,
    reflected: bool,
) -> Res<Option<Value>> {
    let (left, right) = (a, b);
    let (a, b) = (plain(left), plain(right));
    if let (Value::Bool(x), Value::Bool(y)) = (&*a, &*b) {
        match op {
            BinaryOp::BitAnd => return Ok(Some(Value::bool(*x == Flag::Yes && x == y))),
            BinaryOp::BitOr => {
                let either = *x == Flag::Yes || *y == Flag::Yes;
                return Ok(Some(Value::bool(either)));
            }
            BinaryOp::BitXor => return Ok(Some(Value::bool(x != y))),
            _ => {}
        }
    }
    if let Some(own) = Number::of(&a) {
        return match Number::of(&b) {
            Some(other) if is_narrower(own, other) => Ok(None),
            Some(other) if reflected => number_binary(vm, op, other, own),
            Some(other) => number_binary(vm, op, own, other),
            None => Ok(None),
        };
    }
    match (&*a, &*b) {
        (Value::Str(_) | Value::List(_) | Value::Tuple(_), _) if op != BinaryOp::Mod => Ok(None),
        (Value::Str(_), Value::Str(format)) if reflected => {
            crate::objects::str_methods::percent(vm, format, left).map(Some)
        }
        (Value::Str(text), _) if !reflected => {
            crate::objects::str_methods::percent(vm, text, right).map(Some)
        }
        (a, _) if op == BinaryOp::Mod => match a.object() {
            Some(object) => object.binary(vm, a, op, right, reflected),
            None => Ok(None),
        },
        (a, b) => match a.object() {
            Some(object) => object.binary(vm, a, op, b, reflected),
            None => Ok(None),
        },
    }
}

/// Whether the kind of `own` leaves an operation with `other` to the kind of that.
fn is_narrower(own: Number<'_>, other: Number<'_>) -> bool {
    let width = |number| match number {
        Number::Int(_) => 0,
        Number::Float(_) => 1,
        Number::Complex(_) => 2,
    };
    width(own) < width(other)
}

fn number_binary(vm: &Vm, op: BinaryOp, a: Number<'_>, b: Number<'_>) -> Res<Option<Value>> {
    use Number::{Complex, Float, Int};
    match (a, b) {
        (Int(a), Int(b)) => ints::binary(vm, op, a, b),
        (Float(a), Float(b)) => floats::binary(vm, op, a, b),
        (Int(a), Float(b)) => floats::binary(vm, op, a.to_f64(vm)?, b),
        (Float(a), Int(b)) => floats::binary(vm, op, a, b.to_f64(vm)?),
        (Complex(a), b) => a.binary(vm, op, complex_from(vm, b)?),
        (a, Complex(b)) => complex_from(vm, a)?.binary(vm, op, b),
    }
}

fn complex_from(vm: &Vm, number: Number<'_>) -> Res<Complex> {
    Ok(match number {
        Number::Int(number) => Complex::from(number.to_f64(vm)?),
        Number::Float(number) => Complex::from(number),
        Number::Complex(number) => number,
    })
}

/// `a op= b` done in place; `None`: the type has no such operation, or it gave `NotImplemented`.
pub fn plain_in_place(vm: &Vm, op: BinaryOp, a: &Value, b: &Value) -> Res<Option<Value>> {
    if let Some(value) = numeric_in_place(vm, op, a, b)? {
        return Ok(Some(value));
    }
    sequence::in_place(vm, op, &plain(a), b)
}

/// As [`plain_in_place`], without what sequences do last.
pub fn numeric_in_place(vm: &Vm, op: BinaryOp, a: &Value, b: &Value) -> Res<Option<Value>> {
    let (a, b) = (plain(a), plain(b));
    match a.object() {
        Some(object) => object.in_place(vm, &a, op, &b),
        None => Ok(None),
    }
}

/// `pow(a, b, modulo)`, or `pow(b, a, modulo)` when `reflected`; `None`: `NotImplemented`.
pub fn plain_power(
    vm: &Vm,
    a: &Value,
    b: &Value,
    modulo: &Value,
    reflected: bool,
) -> Res<Option<Value>> {
    if matches!(modulo, Value::None | Value::Undef) {
        return numeric_binary(vm, BinaryOp::Pow, a, b, reflected);
    }
    let (a, b) = if reflected { (b, a) } else { (a, b) };
    let (a, b, modulo) = (plain(a), plain(b), plain(modulo));
    let (x, y) = (Number::of(&a), Number::of(&b));
    // The type of each of the three is asked, in this order; floats refuse without looking at the others.
    for number in [x, y, Number::of(&modulo)].into_iter().flatten() {
        match (number, x, y, Number::of(&modulo)) {
            (
                Number::Int(_),
                Some(Number::Int(x)),
                Some(Number::Int(y)),
                Some(Number::Int(modulo)),
            ) => return ints::power_modulo(vm, x, y, modulo).map(Some),
            (Number::Complex(_), Some(_), Some(_), _) => {
                return Err(vm.value_error("complex modulo"));
            }
            (Number::Float(_), ..) => {
                let message = "pow() 3rd argument not allowed unless all arguments are integers";
                return Err(vm.type_error(message));
            }
            (Number::Int(_) | Number::Complex(_), ..) => {}
        }
    }
    Ok(None)
}

/// `divmod(a, b)`, or `divmod(b, a)` when `reflected`; `None`: `NotImplemented`.
pub fn plain_divmod(vm: &Vm, a: &Value, b: &Value, reflected: bool) -> Res<Option<Value>> {
    if let (Some(own), Some(other)) = (Number::of(&plain(a)), Number::of(&plain(b)))
        && is_narrower(own, other)
    {
        return Ok(None);
    }
    let (a, b) = if reflected { (b, a) } else { (a, b) };
    let (a, b) = (plain(a), plain(b));
    let (quotient, rest) = match (Number::of(&a), Number::of(&b)) {
        (Some(Number::Int(a)), Some(Number::Int(b))) => ints::divide(vm, a, b)?,
        (Some(Number::Complex(_)), _) | (_, Some(Number::Complex(_))) => return Ok(None),
        (Some(a), Some(b)) => {
            let (a, b) = (complex_from(vm, a)?.real, complex_from(vm, b)?.real);
            if b == 0.0 {
                return Err(vm.zero_division("float divmod()"));
            }
            let (quotient, rest) = floats::divide(a, b);
            (Value::float(quotient), Value::float(rest))
        }
        _ => return Ok(None),
    };
    Ok(Some(Value::from(Tuple::new(vec![quotient, rest]))))
}

/// `op a`; `None`: unsupported.
pub fn plain_unary(vm: &Vm, op: UnaryOp, a: &Value) -> Res<Option<Value>> {
    let a = plain(a);
    if let (UnaryOp::Invert, Value::Bool(_)) = (op, &*a) {
        vm.warn(&vm.types.deprecation_warning, INVERTED_BOOL, 1)?;
    }
    match (Number::of(&a), a.object()) {
        (Some(Number::Int(number)), _) => Ok(Some(ints::unary(op, number))),
        (Some(Number::Float(number)), _) => Ok(floats::unary(op, number)),
        (Some(Number::Complex(number)), _) => Ok(number.unary(op)),
        (None, Some(object)) => object.unary(vm, &a, op),
        (None, None) => Ok(None),
    }
}

/// What `~True` is warned of.
pub const INVERTED_BOOL: &str = "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. \
    This returns the bitwise inversion of the underlying int object and is usually not what you expect from \
    negating a bool. Use the 'not' operator for boolean negation or ~int(x) if you really want the bitwise \
    inversion of the underlying int.";

/// `abs(a)` of a number; `None`: unsupported.
pub fn plain_abs(vm: &Vm, a: &Value) -> Res<Option<Value>> {
    Ok(Some(match Number::of(&plain(a)) {
        Some(Number::Int(number)) => ints::absolute(number),
        Some(Number::Float(number)) => Value::float(number.abs()),
        Some(Number::Complex(number)) => Value::float(number.absolute(vm)?),
        None => return Ok(None),
    }))
}

/// `a op b` for `==`, `!=`, `<`, `<=`, `>` and `>=`; `None`: `NotImplemented`.
pub fn plain_compare(vm: &Vm, op: CompareOp, a: &Value, b: &Value) -> Res<Option<Value>> {
    let (a, b) = (plain(a), plain(b));
    if let Some(own) = Number::of(&a) {
        let Some(other) = Number::of(&b).filter(|&other| !is_narrower(own, other)) else {
            return Ok(None);
        };
        let ordered = !matches!(op, CompareOp::Eq | CompareOp::NotEq);
        if ordered
            && matches!(
                (own, other),
                (Number::Complex(_), _) | (_, Number::Complex(_))
            )
        {
            return Ok(None);
        }
        return Ok(Some(Value::bool(holds(op, order(own, other)))));
    }
    match (&*a, &*b) {
        (Value::Str(x), Value::Str(y)) => {
            Ok(Some(Value::bool(holds(op, Some(x.bytes().cmp(y.bytes()))))))
        }
        (Value::Tuple(x), Value::Tuple(y)) => vm
            .compare_items(
                op,
                |at| x.items().get(at).cloned(),
                |at| y.items().get(at).cloned(),
            )
            .map(Some),
        (Value::List(x), Value::List(y)) => {
            if matches!(op, CompareOp::Eq | CompareOp::NotEq) && x.len() != y.len() {
                return Ok(Some(Value::bool(op == CompareOp::NotEq)));
            }
            vm.compare_items(op, |at| x.get(at), |at| y.get(at))
                .map(Some)
        }
        (Value::Str(_) | Value::Tuple(_) | Value::List(_), _) => Ok(None),
        (Value::Object(_), _) if is_bytes(&a) => {
            // Bytes leave a bytearray or a view on the other side to that.
            let alike = a.downcast::<Bytes>().is_none() || b.downcast::<Bytes>().is_some();
            Ok(match (bytes_of(&a), bytes_of(&b).filter(|_| alike)) {
                (Some(x), Some(y)) => Some(Value::bool(holds(op, Some(x.cmp(&y))))),
                _ => None,
            })
        }
        (a, b) => {
            let own = match a.object() {
                Some(object) => object.compare(vm, a, op, b)?,
                None => None,
            };
            // What can tell nothing else still is itself.
            let same = match op {
                CompareOp::Eq if a.is(b) => Some(true),
                CompareOp::NotEq if a.is(b) => Some(false),
                _ => None,
            };
            Ok(own.or(same.map(Value::bool)))
        }
    }
}

fn is_bytes(value: &Value) -> bool {
    value.downcast::<Bytes>().is_some() || value.downcast::<ByteArray>().is_some()
}

/// How two numbers stand to each other; complex ones are equal or not. `None`: in no order.
fn order(a: Number<'_>, b: Number<'_>) -> Option<Ordering> {
    use Number::{Complex, Float, Int};
    match (a, b) {
        (Int(a), Int(b)) => Some(a.order(b)),
        (Float(a), Float(b)) => a.partial_cmp(&b),
        (Int(a), Float(b)) => a.order_float(b),
        (Float(a), Int(b)) => b.order_float(a).map(Ordering::reverse),
        (Complex(a), Complex(b)) => (a == b).then_some(Ordering::Equal),
        (Complex(a), b) | (b, Complex(a)) if a.imaginary == 0.0 => {
            order(Float(a.real), b).filter(|order| order.is_eq())
        }
        (Complex(_), _) | (_, Complex(_)) => None,
    }
}

/// Whether an order is what `op` asks for.
#[inline]
pub fn holds(op: CompareOp, order: Option<Ordering>) -> bool {
    let Some(order) = order else {
        return op == CompareOp::NotEq;
    };
    match op {
        CompareOp::Eq | CompareOp::Is | CompareOp::In => order.is_eq(),
        CompareOp::NotEq | CompareOp::IsNot | CompareOp::NotIn => order.is_ne(),
        CompareOp::Lt => order.is_lt(),
        CompareOp::LtE => order.is_le(),
        CompareOp::Gt => order.is_gt(),
        CompareOp::GtE => order.is_ge(),
    }
}

/// `repr(a)`
pub fn plain_repr(vm: &Vm, a: &Value) -> Res<Ref<Str>> {
    let mut out = Vec::new();
    super::repr::write_plain(vm, &plain(a), a, &mut out)?;
    Ok(Ref::new(Str::from_wtf8(out)))
}

/// `str(a)`: its own text for a string, what the type says else, its `repr` at last.
pub fn plain_str(vm: &Vm, a: &Value) -> Res<Ref<Str>> {
    match &*plain(a) {
        Value::Str(text) => Ok(text.clone()),
        value => match value.object() {
            Some(object) => match object.str(vm, value)? {
                Some(text) => Ok(text),
                None => vm.repr_str(a),
            },
            None => vm.repr_str(a),
        },
    }
}

/// `format(a, spec)` of strings and numbers; for other types any specifier but the empty one is an error.
pub fn plain_format(vm: &Vm, a: &Value, spec: &Ref<Str>) -> Res<Ref<Str>> {
    if spec.is_empty() {
        return vm.to_str(a);
    }
    let value = plain(a);
    let class = match a {
        Value::Int(_) => Cow::Borrowed("int"),
        Value::Float(_) => Cow::Borrowed("float"),
        Value::Str(_) => Cow::Borrowed("str"),
        a => Cow::Owned(vm.class_name(a)),
    };
    let number = Number::of(&value);
    if number.is_none() && !matches!(&*value, Value::Str(_)) {
        let message = format!("unsupported format string passed to {class}.__format__");
        return Err(vm.type_error(&message));
    }
    let format = || {
        let read = text::spec::Spec::parse(spec.bytes(), &class)?;
        match (number, &*value) {
            (Some(Number::Int(number)), _) => {
                let most = vm.max_str_digits();
                text::spec::format_int(&number.to_text(), &read, &class, most)
            }
            (Some(Number::Float(number)), _) => text::spec::format_float(number, &read, &class),
            (Some(Number::Complex(number)), _) => {
                text::spec::format_complex(number.real, number.imaginary, &read, &class)
            }
            (None, Value::Str(text)) => text::spec::format_str(text.bytes(), &read, &class),
            (None, _) => Ok(Vec::new()),
        }
    };
    let written = format().map_err(|fault| vm.fault(fault))?;
    Ok(Ref::new(Str::from_wtf8(written)))
}

/// `hash(a)`
pub fn plain_hash(vm: &Vm, a: &Value) -> Res<i64> {
    super::hash::of_plain(vm, &plain(a), a)
}

/// `bool(a)`
pub fn plain_truth(vm: &Vm, a: &Value) -> Res<bool> {
    let a = plain(a);
    Ok(match &*a {
        Value::None => false,
        Value::NotImplemented => {
            let message = "NotImplemented should not be used in a boolean context";
            vm.warn(&vm.types.deprecation_warning, message, 1)?;
            true
        }
        value => match Number::of(value) {
            Some(Number::Int(number)) => !number.is_zero(),
            Some(Number::Float(number)) => number != 0.0,
            Some(Number::Complex(number)) => !number.is_zero(),
            None => {
                if let Some(object) = value.object()
                    && let Some(truth) = object.truth(vm, value)?
                {
                    return Ok(truth);
                }
                plain_len(vm, value)?.is_none_or(|len| len > 0)
            }
        },
    })
}

/// `len(a)`; `None`: it has no length.
pub fn plain_len(vm: &Vm, a: &Value) -> Res<Option<usize>> {
    let a = plain(a);
    match &*a {
        Value::Str(text) => Ok(Some(text.len())),
        Value::List(list) => Ok(Some(list.len())),
        Value::Tuple(tuple) => Ok(Some(tuple.items().len())),
        Value::Dict(dict) => Ok(Some(dict.len())),
        value => match value.object() {
            Some(object) => object.len(vm, value),
            None => Ok(None),
        },
    }
}

/// `operator.index(a)` of an integer; `None`: it is none.
pub fn plain_index(vm: &Vm, a: &Value) -> Res<Option<Value>> {
    let _ = vm;
    Ok(Integer::of(&plain(a)).map(Integer::to_value))
}

/// `float(a)` of an integer or float; `None`: it is none.
pub fn plain_float(vm: &Vm, a: &Value) -> Res<Option<f64>> {
    match Number::of(&plain(a)) {
        Some(Number::Int(number)) => number.to_f64(vm).map(Some),
        Some(Number::Float(number)) => Ok(Some(number)),
        Some(Number::Complex(_)) | None => Ok(None),
    }
}
