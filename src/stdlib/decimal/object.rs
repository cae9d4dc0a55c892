//! Decimal numbers as scripts see them: the class, its operators, and how other values become one. The methods are `methods.rs`.

use super::context::{Context, context};
use super::methods::METHODS;
use super::number::{Dec, Kind, Work, flag};
use super::{arithmetic, transcendental};
use crate::interp::{Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::Ref;
use crate::objects::native::{getter, native};
use crate::objects::number::{Integer, Number};
use crate::objects::object::Object;
use crate::objects::str::Str;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use crate::stdlib::native_class::native_class;
use num_bigint::{BigInt, BigUint, Sign};
use num_traits::{Pow, ToPrimitive};
use snakelet_grammar::ast::{BinaryOp, CompareOp, UnaryOp};
use std::cmp::Ordering;

/// A decimal number as an object.
pub struct Decimal(pub Dec);

/// The object of a number.
pub fn wrap(number: Dec) -> Value {
    Value::from(Ref::new(Decimal(number)))
}

/// The number that an object is; `None`: it is none.
pub fn decimal_opt(vm: &Vm, value: &Value) -> Option<Dec> {
    vm.unwrapped(value)
        .downcast::<Decimal>()
        .map(|own| own.0.clone())
}

/// The number behind the receiver of a method.
pub fn of(vm: &Vm, value: &Value) -> Res<Dec> {
    decimal_opt(vm, value).ok_or_else(|| vm.descriptor_error("decimal.Decimal", value))
}

fn from_integer(number: &BigInt) -> Dec {
    Dec::finite(number.sign() == Sign::Minus, number.magnitude().clone(), 0)
}

/// A decimal number or an integer as an operand; `None`: it is neither.
pub fn operand_opt(vm: &Vm, value: &Value) -> Option<Dec> {
    let plain = vm.unwrapped(value);
    if let Some(own) = plain.downcast::<Decimal>() {
        return Some(own.0.clone());
    }
    Integer::of(&plain).map(|number| from_integer(&number.to_big()))
}

/// The operand that an argument is.
pub fn operand(vm: &Vm, value: &Value) -> Res<Dec> {
    operand_opt(vm, value).ok_or_else(|| {
        let class = vm.class_name(value);
        vm.type_error(&format!(
            "conversion from {class} to Decimal is not supported"
        ))
    })
}

/// The exact value of a float.
fn exact_float(number: f64) -> Dec {
    if number.is_nan() {
        return Dec::nan().signed(number.is_sign_negative());
    }
    if number.is_infinite() {
        return Dec::infinity(number < 0.0);
    }
    let bits = number.to_bits();
    let (raw, fraction) = ((bits >> 52 & 0x7ff) as i64, bits & ((1 << 52) - 1));
    let (mantissa, exponent) = match raw {
        0 => (fraction, -1074),
        raw => (fraction | 1 << 52, raw - 1075),
    };
    let negative = number.is_sign_negative();
    if mantissa == 0 {
        return Dec::zero(negative, 0);
    }
    let zeros = i64::from(mantissa.trailing_zeros()).min((-exponent).max(0));
    let (mantissa, exponent) = (BigUint::from(mantissa >> zeros), exponent + zeros);
    match exponent {
        0.. => Dec::finite(negative, mantissa << exponent, 0),
        _ => Dec::finite(
            negative,
            mantissa * BigUint::from(5u32).pow(exponent.unsigned_abs()),
            exponent,
        ),
    }
}

/// `from_float(f)`: a float or an integer.
pub fn from_float(vm: &Vm, value: &Value) -> Res<Dec> {
    match Number::of(&vm.unwrapped(value)) {
        Some(Number::Float(number)) => Ok(exact_float(number)),
        Some(Number::Int(number)) => Ok(from_integer(&number.to_big())),
        _ => Err(vm.type_error("argument must be int or float")),
    }
}

/// The exact number that a value stands for; `strict` allows neither spaces nor underscores.
pub fn convert(vm: &Vm, value: &Value, context: &Context, strict: bool) -> Res<Dec> {
    let plain = vm.unwrapped(value);
    if let Some(own) = plain.downcast::<Decimal>() {
        return Ok(own.0.clone());
    }
    match &plain {
        Value::Str(text) => {
            let cleaned = super::clean(&text.lossy(), strict);
            return match cleaned.as_deref().and_then(Dec::parse) {
                Some(number) => Ok(number),
                None => {
                    context.note(vm, flag::CONVERSION_SYNTAX)?;
                    Ok(Dec::nan())
                }
            };
        }
        Value::Tuple(parts) => return from_parts(vm, parts.items()),
        Value::List(parts) => return from_parts(vm, &parts.to_vec()),
        _ => {}
    }
    match Number::of(&plain) {
        Some(Number::Int(number)) => Ok(from_integer(&number.to_big())),
        Some(Number::Float(number)) => {
            context.note(vm, flag::FLOAT_OPERATION)?;
            Ok(exact_float(number))
        }
        _ => operand(vm, value),
    }
}

fn from_parts(vm: &Vm, parts: &[Value]) -> Res<Dec> {
    let [sign, digits, exponent] = parts else {
        return Err(vm.value_error("argument must be a sequence of length 3"));
    };
    let negative = match vm.unwrapped(sign) {
        Value::Int(sign @ (0 | 1)) => sign == 1,
        Value::Bool(sign) => sign == crate::objects::value::Flag::Yes,
        _ => return Err(vm.value_error("sign must be an integer with the value 0 or 1")),
    };
    let (kind, exponent) = match vm.unwrapped(exponent) {
        Value::Str(letter) => match letter.bytes() {
            b"F" => (Kind::Infinite, 0),
            b"n" => (Kind::Nan, 0),
            b"N" => (Kind::Signaling, 0),
            _ => {
                let message = "string argument in the third position must be 'F', 'n' or 'N'";
                return Err(vm.value_error(message));
            }
        },
        Value::Int(exponent) => (Kind::Finite, exponent),
        _ => return Err(vm.value_error("exponent must be an integer")),
    };
    let digits = match vm.unwrapped(digits) {
        Value::Tuple(digits) => digits.items().to_vec(),
        Value::List(digits) => digits.to_vec(),
        _ if kind == Kind::Infinite => Vec::new(),
        _ => return Err(vm.value_error("coefficient must be a tuple of digits")),
    };
    let mut text = String::with_capacity(digits.len());
    for digit in &digits {
        match vm.unwrapped(digit) {
            Value::Int(digit @ 0..10) => text.push(char::from(b'0' + digit as u8)),
            Value::Bool(digit) => text.push(if digit == crate::objects::value::Flag::Yes {
                '1'
            } else {
                '0'
            }),
            _ => return Err(vm.value_error("coefficient must be a tuple of digits")),
        }
    }
    if kind == Kind::Infinite {
        return Ok(Dec::infinity(negative));
    }
    let coefficient = BigUint::parse_bytes(text.as_bytes(), 10).unwrap_or_default();
    Ok(Dec {
        negative,
        kind,
        coefficient,
        exponent,
    })
}

/// `compare_total(a, b)`
pub fn compare_total(a: &Dec, b: &Dec, _work: &Work) -> Dec {
    Dec::from_i64(arithmetic::total_order(a, b) as i64)
}

/// `compare_total_mag(a, b)`
pub fn compare_total_mag(a: &Dec, b: &Dec, work: &Work) -> Dec {
    compare_total(&a.clone().signed(false), &b.clone().signed(false), work)
}

/// Whether a number has all its digits.
pub fn is_normal(a: &Dec, work: &Work) -> bool {
    a.is_finite() && !a.is_zero() && a.adjusted() >= work.least
}

/// Whether a number is too small to have all its digits.
pub fn is_subnormal(a: &Dec, work: &Work) -> bool {
    a.is_finite() && !a.is_zero() && a.adjusted() < work.least
}

/// The name of a number's class.
pub fn number_class(a: &Dec, work: &Work) -> &'static str {
    match (a.kind, a.negative) {
        (Kind::Signaling, _) => "sNaN",
        (Kind::Nan, _) => "NaN",
        (Kind::Infinite, true) => "-Infinity",
        (Kind::Infinite, false) => "+Infinity",
        (Kind::Finite, negative) => match (a.is_zero(), is_subnormal(a, work), negative) {
            (true, _, true) => "-Zero",
            (true, _, false) => "+Zero",
            (_, true, true) => "-Subnormal",
            (_, true, false) => "+Subnormal",
            (_, _, true) => "-Normal",
            _ => "+Normal",
        },
    }
}

/// Whether two numbers have the same exponent, or are of the same kind.
pub fn same_quantum(a: &Dec, b: &Dec) -> bool {
    match (a.is_finite(), b.is_finite()) {
        (true, true) => a.exponent == b.exponent,
        _ => a.is_nan() && b.is_nan() || a.is_infinite() && b.is_infinite(),
    }
}

/// `divmod(a, b)` as a pair.
pub fn divide_both(vm: &Vm, context: &Context, a: &Dec, b: &Dec) -> Res {
    let work = context.work();
    let (whole, rest) = arithmetic::divide_both(a, b, &work);
    context.note(vm, work.raised.get())?;
    Ok(Value::from(Tuple::new(vec![wrap(whole), wrap(rest)])))
}

/// `pow(a, b, modulo)`
pub fn power(vm: &Vm, context: &Context, a: &Dec, b: &Dec, modulo: Option<&Value>) -> Res {
    match modulo
        .and_then(Value::given)
        .filter(|modulo| !modulo.is_none())
    {
        Some(modulo) => {
            let modulo = operand(vm, modulo)?;
            context.calculate(vm, |work| transcendental::power_mod(a, b, &modulo, work))
        }
        None => context.calculate(vm, |work| transcendental::power(a, b, work)),
    }
}

impl Object for Decimal {
    fn is_tracked() -> bool {
        false
    }

    fn class(&self, vm: &Vm) -> Ref<Class> {
        native_class(vm, &TYPE)
    }

    fn traverse(&self, _visit: &mut dyn FnMut(&Value)) {}

    fn clear(&self) {}

    fn repr(&self, vm: &Vm, _this: &Value) -> Res<Option<String>> {
        let text = self.0.write(false, context(vm, None)?.capitals.get());
        Ok(Some(format!("Decimal('{text}')")))
    }

    fn str(&self, vm: &Vm, _this: &Value) -> Res<Option<Ref<Str>>> {
        let text = self.0.write(false, context(vm, None)?.capitals.get());
        Ok(Some(Ref::new(Str::from(text))))
    }

    fn hash(&self, vm: &Vm, this: &Value) -> Res<Option<i64>> {
        let modulus = BigUint::from((1u64 << 61) - 1);
        let size = match self.0.kind {
            Kind::Signaling => return Err(vm.type_error("Cannot hash a signaling NaN value")),
            Kind::Nan => return Ok(Some(crate::interp::hash::hash_identity(this))),
            Kind::Infinite => 314_159,
            Kind::Finite => {
                let base = match self.0.exponent {
                    0.. => BigUint::from(10u32),
                    // The inverse of 10.
                    _ => BigUint::from(10u32).modpow(&(&modulus - 2u32), &modulus),
                };
                let power = base.modpow(&BigUint::from(self.0.exponent.unsigned_abs()), &modulus);
                (&self.0.coefficient * power % &modulus)
                    .to_i64()
                    .unwrap_or(0)
            }
        };
        let hash = if self.0.negative { -size } else { size };
        Ok(Some(if hash == -1 { -2 } else { hash }))
    }

    fn truth(&self, _vm: &Vm, _this: &Value) -> Res<Option<bool>> {
        Ok(Some(!self.0.is_zero()))
    }

    fn compare(&self, vm: &Vm, _this: &Value, op: CompareOp, other: &Value) -> Res<Option<Value>> {
        let context = context(vm, None)?;
        let is_equality = matches!(op, CompareOp::Eq | CompareOp::NotEq);
        let plain = vm.unwrapped(other);
        let other = match Number::of(&plain) {
            Some(Number::Float(number)) => {
                if is_equality {
                    context
                        .flags
                        .set(context.flags.get() | flag::FLOAT_OPERATION);
                } else {
                    context.note(vm, flag::FLOAT_OPERATION)?;
                }
                exact_float(number)
            }
            Some(Number::Complex(number)) if is_equality && number.imaginary == 0.0 => {
                context
                    .flags
                    .set(context.flags.get() | flag::FLOAT_OPERATION);
                exact_float(number.real)
            }
            _ => match operand_opt(vm, &plain) {
                Some(other) => other,
                None => return self.compare_ratio(vm, op, other),
            },
        };
        self.compare_with(vm, &context, op, &self.0, &other)
            .map(Some)
    }

    fn binary(
        &self,
        vm: &Vm,
        _this: &Value,
        op: BinaryOp,
        other: &Value,
        reflected: bool,
    ) -> Res<Option<Value>> {
        let Some(other) = operand_opt(vm, other) else {
            return Ok(None);
        };
        let (a, b) = if reflected {
            (&other, &self.0)
        } else {
            (&self.0, &other)
        };
        let calculation: fn(&Dec, &Dec, &Work) -> Dec = match op {
            BinaryOp::Add => arithmetic::add,
            BinaryOp::Sub => arithmetic::subtract,
            BinaryOp::Mult => arithmetic::multiply,
            BinaryOp::Div => arithmetic::divide,
            BinaryOp::FloorDiv => arithmetic::divide_int,
            BinaryOp::Mod => arithmetic::remainder,
            BinaryOp::Pow => transcendental::power,
            _ => return Ok(None),
        };
        context(vm, None)?
            .calculate(vm, |work| calculation(a, b, work))
            .map(Some)
    }

    fn unary(&self, vm: &Vm, _this: &Value, op: UnaryOp) -> Res<Option<Value>> {
        let calculation: fn(&Dec, &Work) -> Dec = match op {
            UnaryOp::UAdd => arithmetic::plus,
            UnaryOp::USub => arithmetic::minus,
            _ => return Ok(None),
        };
        context(vm, None)?
            .calculate(vm, |work| calculation(&self.0, work))
            .map(Some)
    }
}

impl Decimal {
    fn compare_with(&self, vm: &Vm, context: &Context, op: CompareOp, a: &Dec, b: &Dec) -> Res {
        if a.is_nan() || b.is_nan() {
            let signaling = a.kind == Kind::Signaling || b.kind == Kind::Signaling;
            if signaling || !matches!(op, CompareOp::Eq | CompareOp::NotEq) {
                context.note(vm, flag::INVALID_OPERATION)?;
            }
            return Ok(Value::bool(op == CompareOp::NotEq));
        }
        let order = arithmetic::order(a, b);
        Ok(Value::bool(match op {
            CompareOp::Eq => order == Ordering::Equal,
            CompareOp::NotEq => order != Ordering::Equal,
            CompareOp::Lt => order == Ordering::Less,
            CompareOp::LtE => order != Ordering::Greater,
            CompareOp::Gt => order == Ordering::Greater,
            _ => order != Ordering::Less,
        }))
    }

    /// A comparison with another rational number, by its numerator and denominator.
    fn compare_ratio(&self, vm: &Vm, op: CompareOp, other: &Value) -> Res<Option<Value>> {
        if !matches!(other, Value::Instance(_)) {
            return Ok(None);
        }
        let numbers = vm.import("numbers", 0)?;
        let rational = vm.get_attribute(&numbers, &vm.name("Rational"))?;
        if !vm.is_instance_of(other, &rational)? {
            return Ok(None);
        }
        let part =
            |name: &str| -> Res<Dec> { operand(vm, &vm.get_attribute(other, &vm.name(name))?) };
        let (numerator, denominator) = (part("numerator")?, part("denominator")?);
        let own = match self.0.is_finite() {
            true => arithmetic::multiply(&self.0, &denominator, &Work::exact()),
            false => self.0.clone(),
        };
        self.compare_with(vm, &*context(vm, None)?, op, &own, &numerator)
            .map(Some)
    }
}

/// The row of `Decimal`.
pub static TYPE: TypeDef = TypeDef {
    name: "Decimal",
    module: "decimal",
    doc: "A number with decimal digits, from an integer, a text, a float, a tuple of sign, digits and exponent, or another one.",
    new: Some(native(
        "__new__",
        "(value='0', context=None)",
        "Makes a number.",
        |vm, a| {
            let context = context(vm, a.get(2))?;
            match a.get(1).and_then(Value::given) {
                Some(value) => {
                    let plain = vm.unwrapped(value);
                    let is_own = matches!(&a[0], Value::Class(class) if class.def().is_some());
                    if is_own && plain.downcast::<Decimal>().is_some() {
                        return Ok(plain);
                    }
                    convert(vm, value, &context, false).map(wrap)
                }
                None => Ok(wrap(Dec::zero(false, 0))),
            }
        },
    )),
    methods: METHODS,
    class_methods: &[native(
        "from_float",
        "(f, /)",
        "The exact value of a float.",
        |vm, a| {
            let made = wrap(from_float(vm, &a[1])?);
            match &a[0] {
                Value::Class(class) if class.def().is_none() => vm.call_with(&a[0], &[made]),
                _ => Ok(made),
            }
        },
    )],
    getters: &[
        getter("real", "the number itself", |_, d| Ok(d.clone())),
        getter("imag", "0, since it is no complex number", |_, _| {
            Ok(wrap(Dec::zero(false, 0)))
        }),
    ],
    slots: &[
        "__repr__",
        "__str__",
        "__hash__",
        "__bool__",
        "__eq__",
        "__ne__",
        "__lt__",
        "__le__",
        "__gt__",
        "__ge__",
        "__add__",
        "__radd__",
        "__sub__",
        "__rsub__",
        "__mul__",
        "__rmul__",
        "__truediv__",
        "__rtruediv__",
        "__floordiv__",
        "__rfloordiv__",
        "__mod__",
        "__rmod__",
        "__neg__",
        "__pos__",
    ],
    is_base: true,
    ..TypeDef::PLAIN
};
