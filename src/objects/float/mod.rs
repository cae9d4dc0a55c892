//! The type `float`. Operators are `arithmetic.rs`.

pub mod arithmetic;
pub mod half;

use super::class::TypeDef;
use super::int::value_of;
use super::native::{GetterDef, NativeDef, getter, native};
use super::number::{Integer, Number};
use super::tuple::Tuple;
use super::value::Value;
use crate::interp::convert::bytes_of;
use crate::interp::{Args, Res, Vm, plain};
use crate::text;

/// The row of `float`.
pub const TYPE: TypeDef = TypeDef {
    name: "float",
    doc: "Floating-point numbers: from a number, or from a text.",
    new: Some(native(
        "__new__",
        "(x=0, /)",
        "Makes a float.",
        |vm, a| match a.get(1).and_then(Value::given) {
            Some(value) => vm.to_float(value).map(Value::float),
            None => Ok(Value::float(0.0)),
        },
    )),
    methods: METHODS,
    class_methods: &[
        native(
            "fromhex",
            "(string, /)",
            "The float that a hexadecimal text writes.",
            from_hex,
        ),
        native(
            "__getformat__",
            "(typestr, /)",
            "How floats are kept in memory.",
            get_format,
        ),
    ],
    getters: GETTERS,
    slots: SLOTS,
    is_base: true,
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
    "__int__",
    "__float__",
    "__floordiv__",
    "__rfloordiv__",
    "__truediv__",
    "__rtruediv__",
];

const METHODS: &[NativeDef] = &[
    native("conjugate", "()", "The float itself.", |vm, a| {
        of(vm, &a[0]).map(Value::float)
    }),
    native(
        "__trunc__",
        "()",
        "The integer next to it, towards zero.",
        |vm, a| vm.float_to_int(of(vm, &a[0])?),
    ),
    native(
        "__floor__",
        "()",
        "The next integer that is not above it.",
        |vm, a| vm.float_to_int(of(vm, &a[0])?.floor()),
    ),
    native(
        "__ceil__",
        "()",
        "The next integer that is not below it.",
        |vm, a| vm.float_to_int(of(vm, &a[0])?.ceil()),
    ),
    native(
        "__round__",
        "(ndigits=None, /)",
        "Rounded half to even: to an integer, or to ndigits places.",
        round,
    ),
    native(
        "as_integer_ratio",
        "()",
        "Two integers whose ratio is exactly the float.",
        as_integer_ratio,
    ),
    native("hex", "()", "The float as a hexadecimal text.", |vm, a| {
        Ok(Value::from(text::float::hex(of(vm, &a[0])?)))
    }),
    native(
        "is_integer",
        "()",
        "Whether it is a whole number.",
        |vm, a| {
            let number = of(vm, &a[0])?;
            Ok(Value::bool(number.is_finite() && number.floor() == number))
        },
    ),
    native(
        "__getnewargs__",
        "()",
        "What a copy is made from.",
        |vm, a| {
            let number = Value::float(of(vm, &a[0])?);
            Ok(Value::from(Tuple::new(vec![number])))
        },
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
];

const GETTERS: &[GetterDef] = &[
    getter("real", "The float itself.", |vm, object| {
        of(vm, object).map(Value::float)
    }),
    getter("imag", "0.0", |_, _| Ok(Value::float(0.0))),
];

/// The float that a receiver is.
fn of(vm: &Vm, receiver: &Value) -> Res<f64> {
    match vm.unwrapped(receiver) {
        Value::Float(number) => Ok(number.get()),
        _ => Err(vm.descriptor_error("float", receiver)),
    }
}

fn round(vm: &Vm, a: &[Value]) -> Res {
    let number = of(vm, &a[0])?;
    let digits = match a.get(1).and_then(Value::given) {
        None | Some(Value::None) => {
            let whole = text::float::round_to_int(number);
            return whole.map(value_of).map_err(|fault| vm.fault(fault));
        }
        Some(digits) => vm.slice_bound(Some(&vm.index(digits)?), 0)?,
    };
    let rounded = text::float::round(number, digits);
    rounded.map(Value::float).map_err(|fault| vm.fault(fault))
}

fn as_integer_ratio(vm: &Vm, a: &[Value]) -> Res {
    let ratio = text::float::as_integer_ratio(of(vm, &a[0])?);
    let (numerator, denominator) = ratio.map_err(|fault| vm.fault(fault))?;
    let parts = vec![Value::from(numerator), Value::from(denominator)];
    Ok(Value::from(Tuple::new(parts)))
}

fn from_hex(vm: &Vm, a: &[Value]) -> Res {
    let Value::Str(text) = vm.unwrapped(&a[1]) else {
        return Err(vm.type_error("bad argument type for built-in operation"));
    };
    vm.encode(&text, "utf-8", "strict")?;
    let number = text::float_parse::from_hex(text.bytes()).map_err(|fault| vm.fault(fault))?;
    let number = Value::float(number);
    match &a[0] {
        Value::Class(class) if !class.same(&vm.types.float) => vm.call_with(&a[0], &[number]),
        _ => Ok(number),
    }
}

fn get_format(vm: &Vm, a: &[Value]) -> Res {
    let Value::Str(kind) = vm.unwrapped(&a[1]) else {
        let class = vm.class_name(&a[1]);
        let message = format!("__getformat__() argument must be str, not {class}");
        return Err(vm.type_error(&message));
    };
    match kind.bytes() {
        b"float" | b"double" if cfg!(target_endian = "little") => {
            Ok(Value::str("IEEE, little-endian"))
        }
        b"float" | b"double" => Ok(Value::str("IEEE, big-endian")),
        _ => Err(vm.value_error("__getformat__() argument 1 must be 'double' or 'float'")),
    }
}

impl Vm {
    /// `float(value)`
    pub fn to_float(&self, value: &Value) -> Res<f64> {
        if let Some(number) = self.float_by_method(value)? {
            return Ok(number);
        }
        if let Some(number) = self.float_opt(value)? {
            return Ok(number);
        }
        let plain = self.unwrapped(value);
        let parsed = match (&plain, bytes_of(&plain)) {
            (Value::Str(text), _) => text::float_parse::parse_str(text.bytes()),
            (_, Some(data)) => text::float_parse::parse_bytes(&data),
            _ => {
                let class = self.class_name(value);
                let message = "float() argument must be a string or a real number";
                return Err(self.type_error(&format!("{message}, not '{class}'")));
            }
        };
        match parsed {
            Ok(number) => Ok(number),
            Err(_) => {
                let shown = self.repr(value)?;
                Err(self.value_error(&format!("could not convert string to float: {shown}")))
            }
        }
    }

    /// The float that a real number stands for, where no text will do: what the functions of `math` take.
    pub fn real(&self, value: &Value) -> Res<f64> {
        match self.float_opt(value)? {
            Some(number) => Ok(number),
            None => {
                let class = self.class_name(value);
                Err(self.type_error(&format!("must be real number, not {class}")))
            }
        }
    }

    /// The float that a number stands for by itself, by `__float__` or by `__index__`; `None`: it is none.
    pub fn float_opt(&self, value: &Value) -> Res<Option<f64>> {
        // What a derived class makes of itself does not count.
        if let Value::Float(number) = self.unwrapped(value) {
            return Ok(Some(number.get()));
        }
        if let Some(number) = self.float_by_method(value)? {
            return Ok(Some(number));
        }
        match Number::of(&self.unwrapped(value)) {
            Some(Number::Int(number)) => number.to_f64(self).map(Some),
            Some(Number::Float(number)) => Ok(Some(number)),
            Some(Number::Complex(_)) => Ok(None),
            None => match self.index_opt(value)? {
                Some(integer) => match Integer::of(&integer) {
                    Some(integer) => integer.to_f64(self).map(Some),
                    None => Ok(None),
                },
                None => Ok(None),
            },
        }
    }

    /// The float that `__float__` gives; `None`: there is no such method.
    pub fn float_by_method(&self, value: &Value) -> Res<Option<f64>> {
        if let Some(method) = self.special_method(value, &self.names.__float__) {
            let made = self.call_bound(&method, value, Args::none())?;
            return match self.unwrapped(&made) {
                Value::Float(number) => {
                    let own = self.class_name(value);
                    let what = format!("{own}.__float__ returned non-float");
                    self.warn_of_subclass(&what, &made, "float")?;
                    Ok(Some(number.get()))
                }
                _ => {
                    let (own, other) = (self.class_name(value), self.class_name(&made));
                    let message = format!("{own}.__float__ returned non-float (type {other})");
                    Err(self.type_error(&message))
                }
            };
        }
        Ok(None)
    }
}
