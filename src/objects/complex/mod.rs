//! The type `complex`. Operators are `arithmetic.rs`, reading a text is `parse.rs`.

mod arithmetic;
mod parse;

use super::class::{Class, TypeDef};
use super::counted::Ref;
use super::native::{GetterDef, NativeDef, getter, native};
use super::object::Object;
use super::tuple::Tuple;
use super::value::Value;
use crate::interp::{Args, Res, Vm, plain};

/// A complex number.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Complex {
    /// The real part.
    pub real: f64,
    /// The imaginary part.
    pub imaginary: f64,
}

impl From<f64> for Complex {
    fn from(real: f64) -> Complex {
        Complex {
            real,
            imaginary: 0.0,
        }
    }
}

impl Object for Complex {
    fn is_tracked() -> bool {
        false
    }

    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.complex.clone()
    }

    fn traverse(&self, _visit: &mut dyn FnMut(&Value)) {}

    fn clear(&self) {}
}

impl From<Complex> for Value {
    fn from(number: Complex) -> Value {
        Value::from(Ref::new(number))
    }
}

/// The row of `complex`.
pub const TYPE: TypeDef = TypeDef {
    name: "complex",
    doc: "Complex numbers: from a real and an imaginary part, or from a text.",
    new: Some(native(
        "__new__",
        "(real=0, imag=0)",
        "Makes a complex number.",
        new,
    )),
    methods: METHODS,
    getters: GETTERS,
    slots: &[
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
        "__pow__",
        "__rpow__",
        "__neg__",
        "__pos__",
        "__abs__",
        "__bool__",
        "__truediv__",
        "__rtruediv__",
    ],
    is_base: true,
    ..TypeDef::PLAIN
};

const METHODS: &[NativeDef] = &[
    native(
        "conjugate",
        "()",
        "The number with its imaginary part negated.",
        |vm, a| {
            let Complex { real, imaginary } = of(vm, &a[0])?;
            Ok(Value::from(Complex {
                real,
                imaginary: -imaginary,
            }))
        },
    ),
    native("__complex__", "()", "The number itself.", |vm, a| {
        of(vm, &a[0]).map(Value::from)
    }),
    native(
        "__getnewargs__",
        "()",
        "What a copy is made from.",
        |vm, a| {
            let Complex { real, imaginary } = of(vm, &a[0])?;
            let parts = vec![Value::float(real), Value::float(imaginary)];
            Ok(Value::from(Tuple::new(parts)))
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
    getter("real", "The real part.", |vm, object| {
        Ok(Value::float(of(vm, object)?.real))
    }),
    getter("imag", "The imaginary part.", |vm, object| {
        Ok(Value::float(of(vm, object)?.imaginary))
    }),
];

/// The complex number that a receiver is.
fn of(vm: &Vm, receiver: &Value) -> Res<Complex> {
    match vm.unwrapped(receiver).downcast::<Complex>() {
        Some(number) => Ok(**number),
        None => Err(vm.descriptor_error("complex", receiver)),
    }
}

fn new(vm: &Vm, a: &[Value]) -> Res {
    let real = a.get(1).and_then(Value::given);
    let imaginary = a.get(2).and_then(Value::given);
    if let Some(Value::Str(text)) = real.map(|real| vm.unwrapped(real)) {
        if imaginary.is_some() {
            return Err(vm.type_error("complex() can't take second arg if first is a string"));
        }
        return match parse::parse(text.bytes()) {
            Some(number) => Ok(Value::from(number)),
            None if parse::has_stray_underscore(text.bytes()) => {
                let shown = vm.repr(&Value::Str(text))?;
                let message = format!("could not convert string to complex: {shown}");
                Err(vm.value_error(&message))
            }
            None => Err(vm.value_error("complex() arg is a malformed string")),
        };
    }
    if let Some(Value::Str(_)) = imaginary.map(|imaginary| vm.unwrapped(imaginary)) {
        return Err(vm.type_error("complex() second arg can't be a string"));
    }
    if let (Some(real), None) = (real, imaginary)
        && real.downcast::<Complex>().is_some()
    {
        return Ok(real.clone());
    }
    let first = match real {
        Some(real) => match vm.special_complex(real)? {
            Some(number) => Part::Complex(number),
            None => part(
                vm,
                real,
                "complex() first argument must be a string or a number",
            )?,
        },
        None => Part::Complex(Complex::from(0.0)),
    };
    let second = imaginary
        .map(|own| part(vm, own, "complex() second argument must be a number"))
        .transpose()?;
    let mut number = first.value(vm)?;
    let Some(second) = second else {
        return Ok(Value::from(number));
    };
    // What is complex itself counts in both parts, but adds no zero to the sign of a plain one.
    let whole = second.value(vm)?;
    if matches!(second, Part::Complex(_)) {
        number.real -= whole.imaginary;
    }
    number.imaginary = match (first, real) {
        (Part::Complex(_), Some(_)) => number.imaginary + whole.real,
        _ => whole.real,
    };
    Ok(Value::from(number))
}

/// An argument of `complex()`.
enum Part<'a> {
    Complex(Complex),
    /// What `float()` takes, and has not been asked yet.
    Real(&'a Value),
}

impl Part<'_> {
    fn value(&self, vm: &Vm) -> Res<Complex> {
        match self {
            Part::Complex(number) => Ok(*number),
            Part::Real(value) => {
                let number = match vm.float_by_method(value)? {
                    None => vm.float_opt(value)?,
                    made => made,
                };
                Ok(Complex::from(number.unwrap_or_default()))
            }
        }
    }
}

fn part<'a>(vm: &Vm, value: &'a Value, otherwise: &str) -> Res<Part<'a>> {
    if let Some(number) = vm.unwrapped(value).downcast::<Complex>() {
        return Ok(Part::Complex(**number));
    }
    let names = &vm.names;
    let class = vm.class_of(value);
    if [&names.__float__, &names.__index__]
        .into_iter()
        .all(|name| class.lookup(vm, name).is_none())
    {
        let class = vm.class_name(value);
        return Err(vm.type_error(&format!("{otherwise}, not '{class}'")));
    }
    Ok(Part::Real(value))
}

impl Vm {
    /// The complex number that a number stands for, by `__complex__`, `__float__` or `__index__` too; `None`: it is none.
    pub fn complex_opt(&self, value: &Value) -> Res<Option<Complex>> {
        let plain = self.unwrapped(value);
        let scripted = self.script_class(value).is_some();
        if let (Some(number), false) = (plain.downcast::<Complex>(), scripted) {
            return Ok(Some(**number));
        }
        if let Some(number) = self.special_complex(value)? {
            return Ok(Some(number));
        }
        if let Some(number) = plain.downcast::<Complex>() {
            return Ok(Some(**number));
        }
        Ok(self.float_opt(value)?.map(Complex::from))
    }

    /// What the `__complex__` of a value gives, if it has one.
    fn special_complex(&self, value: &Value) -> Res<Option<Complex>> {
        let Some(method) = self.special_method(value, &self.names.__complex__) else {
            return Ok(None);
        };
        let made = self.call_bound(&method, value, Args::none())?;
        match self.unwrapped(&made).downcast::<Complex>() {
            Some(number) => {
                self.warn_of_subclass("__complex__ returned non-complex", &made, "complex")?;
                Ok(Some(**number))
            }
            None => {
                let class = self.class_name(&made);
                let message = format!("__complex__ returned non-complex (type {class})");
                Err(self.type_error(&message))
            }
        }
    }
}
