//! The types `int` and `bool`. Operators are `arithmetic.rs`, bytes from and to integers `bytes.rs`.

pub mod arithmetic;
mod bytes;

use super::class::TypeDef;
use super::native::{GetterDef, NativeDef, getter, native};
use super::number::Integer;
use super::tuple::Tuple;
use super::value::Value;
use crate::interp::convert::bytes_of;
use crate::interp::{Args, Res, Vm, plain};
use crate::text;
use num_bigint::BigInt;
use num_integer::Integer as _;
use num_traits::{Signed, Zero};

/// The row of `int`.
pub const TYPE: TypeDef = TypeDef {
    name: "int",
    doc: "Whole numbers of any size: from a number, or from the digits in a text.",
    new: Some(native(
        "__new__",
        "(x=0, /, base=10)",
        "Makes an integer.",
        new,
    )),
    methods: METHODS,
    class_methods: &[native(
        "from_bytes",
        "(bytes, byteorder='big', *, signed=False)",
        "The integer that bytes write.",
        bytes::from_bytes,
    )],
    getters: GETTERS,
    slots: SLOTS,
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `bool`.
pub const BOOL: TypeDef = TypeDef {
    name: "bool",
    doc: "True or False: the truth of an object.",
    new: Some(native(
        "__new__",
        "(object=False, /)",
        "Gives True or False.",
        |vm, a| match a.get(1).and_then(Value::given) {
            Some(object) => vm.truth(object).map(Value::bool),
            None => Ok(Value::bool(false)),
        },
    )),
    slots: &[
        "__repr__",
        "__invert__",
        "__and__",
        "__rand__",
        "__xor__",
        "__rxor__",
        "__or__",
        "__ror__",
    ],
    is_base: false,
    like_base: true,
    ..TypeDef::PLAIN
};

const SLOTS: &[&str] = &[
    "__repr__",
    "__hash__",
    "__lt__",
    "__le__",
    "__eq__",
    "__ne__",
    "__gt__",
    "__ge__",
    "__add__",
    "__radd__",
    "__sub__",
    "__rsub__",
    "__mul__",
    "__rmul__",
    "__mod__",
    "__rmod__",
    "__divmod__",
    "__rdivmod__",
    "__pow__",
    "__rpow__",
    "__neg__",
    "__pos__",
    "__abs__",
    "__bool__",
    "__invert__",
    "__lshift__",
    "__rlshift__",
    "__rshift__",
    "__rrshift__",
    "__and__",
    "__rand__",
    "__xor__",
    "__rxor__",
    "__or__",
    "__ror__",
    "__int__",
    "__float__",
    "__floordiv__",
    "__rfloordiv__",
    "__truediv__",
    "__rtruediv__",
    "__index__",
];

const METHODS: &[NativeDef] = &[
    native("conjugate", "()", "The integer itself.", itself),
    native(
        "bit_length",
        "()",
        "How many bits it takes, without sign and leading zeros.",
        |vm, a| with(vm, &a[0], |number| Ok(Value::Int(number.bits() as i64))),
    ),
    native(
        "bit_count",
        "()",
        "How many bits of its absolute value are one.",
        |vm, a| with(vm, &a[0], |number| Ok(Value::Int(bit_count(number)))),
    ),
    native(
        "to_bytes",
        "(length=1, byteorder='big', *, signed=False)",
        "The integer as bytes.",
        bytes::to_bytes,
    ),
    native(
        "as_integer_ratio",
        "()",
        "The integer and 1, whose ratio it is.",
        |vm, a| {
            let number = itself(vm, a)?;
            Ok(Value::from(Tuple::new(vec![number, Value::Int(1)])))
        },
    ),
    native("__trunc__", "()", "The integer itself.", itself),
    native("__floor__", "()", "The integer itself.", itself),
    native("__ceil__", "()", "The integer itself.", itself),
    native(
        "__round__",
        "(ndigits=<unrepresentable>, /)",
        "Rounded to a multiple of a power of ten, if ndigits is negative.",
        round,
    ),
    native(
        "__getnewargs__",
        "()",
        "What a copy is made from.",
        |vm, a| Ok(Value::from(Tuple::new(vec![itself(vm, a)?]))),
    ),
    native(
        "__format__",
        "(format_spec, /)",
        "Written as the specifier says.",
        |vm, a| {
            let spec = vm.format_spec(&a[1])?;
            plain::plain_format(vm, &a[0], &spec).map(Value::Str)
        },
    ),
    native("__sizeof__", "()", "How many bytes it takes.", |vm, a| {
        with(vm, &a[0], |number| {
            let digits = number.bits().div_ceil(30).max(1);
            Ok(Value::Int(24 + 4 * digits as i64))
        })
    }),
    native("is_integer", "()", "True.", |_, _| Ok(Value::bool(true))),
];

const GETTERS: &[GetterDef] = &[
    getter("real", "The integer itself.", |vm, object| {
        with(vm, object, |number| Ok(number.to_value()))
    }),
    getter("imag", "0", |_, _| Ok(Value::Int(0))),
    getter("numerator", "The integer itself.", |vm, object| {
        with(vm, object, |number| Ok(number.to_value()))
    }),
    getter("denominator", "1", |_, _| Ok(Value::Int(1))),
];

/// Calls `body` with the integer that a receiver is.
fn with(vm: &Vm, receiver: &Value, body: impl FnOnce(Integer<'_>) -> Res) -> Res {
    match Integer::of(&vm.unwrapped(receiver)) {
        Some(number) => body(number),
        None => Err(vm.descriptor_error("int", receiver)),
    }
}

fn itself(vm: &Vm, a: &[Value]) -> Res {
    with(vm, &a[0], |number| Ok(number.to_value()))
}

fn bit_count(number: Integer<'_>) -> i64 {
    match number {
        Integer::Small(small) => i64::from(small.unsigned_abs().count_ones()),
        Integer::Big(big) => {
            let words = big.iter_u64_digits();
            words.map(|word| i64::from(word.count_ones())).sum()
        }
    }
}

fn new(vm: &Vm, a: &[Value]) -> Res {
    let object = a.get(1).and_then(Value::given);
    let Some(base) = a.get(2).and_then(Value::given) else {
        return match object {
            Some(object) => vm.to_int(object),
            None => Ok(Value::Int(0)),
        };
    };
    let Some(object) = object else {
        return Err(vm.type_error("int() missing string argument"));
    };
    let base = match vm.index(base)? {
        Value::Int(base) => base,
        _ => -1,
    };
    if base != 0 && !(2..=36).contains(&base) {
        return Err(vm.value_error("int() base must be >= 2 and <= 36, or 0"));
    }
    let object = vm.unwrapped(object);
    let most = vm.max_str_digits();
    let parsed = match (&object, bytes_of(&object)) {
        (Value::Str(text), _) => text::int::parse_str(text.bytes(), base, most),
        (_, Some(data)) => text::int::parse_bytes(&data, base, most),
        _ => return Err(vm.type_error("int() can't convert non-string with explicit base")),
    };
    parsed.map(value_of).map_err(|fault| vm.fault(fault))
}

/// The value of an integer that a text function gave.
pub fn value_of(number: text::int::Int) -> Value {
    match number {
        text::int::Int::Small(small) => Value::Int(small),
        text::int::Int::Big(big) => Value::from(big),
    }
}

impl Vm {
    /// `int(value)`
    pub fn to_int(&self, value: &Value) -> Res {
        match value {
            Value::Int(_) | Value::Big(_) => return Ok(value.clone()),
            Value::Bool(flag) => return Ok(Value::Int(*flag as i64)),
            Value::Float(number) => return self.float_to_int(number.get()),
            _ => {}
        }
        if let Some(method) = self.special_method(value, &self.names.__int__) {
            let made = self.call_bound(&method, value, Args::none())?;
            return match Integer::of(&self.unwrapped(&made)) {
                Some(number) => {
                    self.warn_of_subclass("__int__ returned non-int", &made, "int")?;
                    Ok(number.to_value())
                }
                None => {
                    let class = self.class_name(&made);
                    Err(self.type_error(&format!("__int__ returned non-int (type {class})")))
                }
            };
        }
        let plain = self.unwrapped(value);
        if let Value::Float(number) = plain {
            return self.float_to_int(number.get());
        }
        if let Some(integer) = self.index_opt(value)? {
            return Ok(integer);
        }
        if let Some(method) = self.special_method(value, &self.names.__trunc__) {
            let message = "The delegation of int() to __trunc__ is deprecated.";
            self.warn(&self.types.deprecation_warning, message, 1)?;
            let made = self.call_bound(&method, value, Args::none())?;
            return match self.index_opt(&made)? {
                Some(integer) => Ok(integer),
                None => {
                    let class = self.class_name(&made);
                    let message = format!("__trunc__ returned non-Integral (type {class})");
                    Err(self.type_error(&message))
                }
            };
        }
        let most = self.max_str_digits();
        let parsed = match (&plain, bytes_of(&plain)) {
            (Value::Str(text), _) => text::int::parse_str(text.bytes(), 10, most),
            (_, Some(data)) => text::int::parse_bytes(&data, 10, most),
            _ => {
                let class = self.class_name(value);
                let message =
                    "int() argument must be a string, a bytes-like object or a real number";
                return Err(self.type_error(&format!("{message}, not '{class}'")));
            }
        };
        match (parsed, value) {
            (Ok(number), _) => Ok(value_of(number)),
            // A subclass of str is shown as it shows itself.
            (Err(text::Fault::Value(message)), Value::Instance(_))
                if message.starts_with("invalid literal") =>
            {
                let shown: String = self.repr(value)?.chars().take(200).collect();
                let message = format!("invalid literal for int() with base 10: {shown}");
                Err(self.value_error(&message))
            }
            (Err(fault), _) => Err(self.fault(fault)),
        }
    }

    /// The integer next to a float, towards zero.
    pub fn float_to_int(&self, number: f64) -> Res {
        let whole = text::float::to_int(number);
        whole.map(value_of).map_err(|fault| self.fault(fault))
    }
}

fn round(vm: &Vm, a: &[Value]) -> Res {
    let Some(digits) = a.get(1).and_then(Value::given) else {
        return itself(vm, a);
    };
    let places = match vm.index(digits)? {
        Value::Int(digits) if digits >= 0 => return itself(vm, a),
        Value::Int(digits) => digits.unsigned_abs(),
        Value::Big(digits) if digits.0.is_positive() => return itself(vm, a),
        _ => u64::MAX,
    };
    with(vm, &a[0], |number| {
        // More places than it has digits: nothing is left.
        if places > number.bits() / 3 + 2 {
            return Ok(Value::Int(0));
        }
        let number = number.to_big();
        let unit = BigInt::from(10).pow(places as u32);
        let (quotient, rest) = number.div_mod_floor(&unit);
        let twice: BigInt = &rest * 2 - &unit;
        let up = twice.is_positive() || twice.is_zero() && quotient.is_odd();
        Ok(Value::from((quotient + i32::from(up)) * unit))
    })
}
