//! Decimal numbers as scripts see them: the class, its operators and methods, and how other values become one.

use super::context::{self, Context, context};
use super::number::{Dec, Kind, Rounding, Work, flag, ten};
use super::{arithmetic, format, transcendental};
use crate::interp::{Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::copying;
use crate::objects::counted::Ref;
use crate::objects::list::List;
use crate::objects::native::{NativeDef, getter, native};
use crate::objects::number::{Integer, Number};
use crate::objects::object::Object;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use crate::stdlib::native_class::native_class;
use num_bigint::{BigInt, BigUint, Sign};
use num_integer::Integer as _;
use num_traits::{One, Pow, ToPrimitive, Zero};
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

fn of(vm: &Vm, value: &Value) -> Res<Dec> {
    decimal_opt(vm, value).ok_or_else(|| vm.descriptor_error("decimal.Decimal", value))
}

fn from_integer(number: &BigInt) -> Dec {
    Dec::finite(number.sign() == Sign::Minus, number.magnitude().clone(), 0)
}

/// A decimal number or an integer as an operand; `None`: it is neither.
fn operand_opt(vm: &Vm, value: &Value) -> Option<Dec> {
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

    fn str(&self, vm: &Vm, _this: &Value) -> Res<Option<String>> {
        Ok(Some(self.0.write(false, context(vm, None)?.capitals.get())))
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
    doc: "Construct a new Decimal object. 'value' can be an integer, string, tuple, or another Decimal object.",
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
        "Class method that converts a float to a decimal number, exactly.",
        |vm, a| {
            let made = wrap(from_float(vm, &a[1])?);
            match &a[0] {
                Value::Class(class) if class.def().is_none() => vm.call_with(&a[0], &[made]),
                _ => Ok(made),
            }
        },
    )],
    getters: &[
        getter("real", "the real part of a complex number", |_, d| {
            Ok(d.clone())
        }),
        getter("imag", "the imaginary part of a complex number", |_, _| {
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

macro_rules! one {
    ($name:literal, $doc:literal, $op:expr) => {
        native($name, "(context=None)", $doc, |vm, a| {
            let own = of(vm, &a[0])?;
            context(vm, a.get(1))?.calculate(vm, |work| $op(&own, work))
        })
    };
}

macro_rules! two {
    ($name:literal, $doc:literal, $op:expr) => {
        native($name, "(other, context=None)", $doc, |vm, a| {
            let (own, context) = (of(vm, &a[0])?, context(vm, a.get(2))?);
            let other = operand(vm, &a[1])?;
            context.calculate(vm, |work| $op(&own, &other, work))
        })
    };
}

macro_rules! test {
    ($name:literal, $signature:literal, $doc:literal, $test:expr) => {
        native($name, $signature, $doc, |vm, a| {
            let (own, context) = (of(vm, &a[0])?, context(vm, a.get(1))?);
            Ok(Value::bool($test(&own, &context.work())))
        })
    };
}

macro_rules! integral {
    ($name:literal, $exact:literal) => {
        native(
            $name,
            "(rounding=None, context=None)",
            "Round to the nearest integer.",
            |vm, a| {
                let (own, context) = (of(vm, &a[0])?, context(vm, a.get(2))?);
                let rounding = chosen_rounding(vm, a.get(1))?;
                context.calculate(vm, |work| {
                    let work = rounded(work, rounding);
                    let made = arithmetic::to_integral(&own, &work, $exact);
                    context.flags.set(context.flags.get() | work.raised.get());
                    made
                })
            },
        )
    };
}

fn chosen_rounding(vm: &Vm, value: Option<&Value>) -> Res<Option<Rounding>> {
    match value
        .and_then(Value::given)
        .filter(|value| !value.is_none())
    {
        Some(value) => context::rounding(vm, value).map(Some),
        None => Ok(None),
    }
}

fn rounded(work: &Work, rounding: Option<Rounding>) -> Work {
    Work {
        rounding: rounding.unwrap_or(work.rounding),
        ..work.clone()
    }
}

const METHODS: &[NativeDef] = &[
    two!("compare", "Compare self to other.", arithmetic::compare),
    two!(
        "compare_signal",
        "Identical to compare, except that all NaNs signal.",
        arithmetic::compare_signal
    ),
    two!(
        "compare_total",
        "Compare two operands using their abstract representation.",
        compare_total
    ),
    two!(
        "compare_total_mag",
        "Compare two operands using their abstract representation, ignoring sign.",
        compare_total_mag
    ),
    one!(
        "exp",
        "Return the value of the (natural) exponential function e**x.",
        transcendental::exp
    ),
    one!(
        "ln",
        "Return the natural (base e) logarithm of the operand.",
        transcendental::ln
    ),
    one!(
        "log10",
        "Return the base ten logarithm of the operand.",
        transcendental::log10
    ),
    one!(
        "logb",
        "Return the adjusted exponent of the operand as a Decimal instance.",
        arithmetic::logb
    ),
    two!(
        "logical_and",
        "Digit-wise and.",
        |a: &Dec, b: &Dec, work: &Work| arithmetic::logical_op(a, b, work, |a, b| a && b)
    ),
    one!(
        "logical_invert",
        "Digit-wise inversion.",
        arithmetic::logical_invert
    ),
    two!(
        "logical_or",
        "Digit-wise or.",
        |a: &Dec, b: &Dec, work: &Work| arithmetic::logical_op(a, b, work, |a, b| a || b)
    ),
    two!(
        "logical_xor",
        "Digit-wise exclusive or.",
        |a: &Dec, b: &Dec, work: &Work| arithmetic::logical_op(a, b, work, |a, b| a != b)
    ),
    two!(
        "max",
        "Maximum of self and other.",
        |a: &Dec, b: &Dec, work: &Work| arithmetic::extreme(a, b, work, true, false)
    ),
    two!(
        "max_mag",
        "Like max, by the absolute values.",
        |a: &Dec, b: &Dec, work: &Work| arithmetic::extreme(a, b, work, true, true)
    ),
    two!(
        "min",
        "Minimum of self and other.",
        |a: &Dec, b: &Dec, work: &Work| arithmetic::extreme(a, b, work, false, false)
    ),
    two!(
        "min_mag",
        "Like min, by the absolute values.",
        |a: &Dec, b: &Dec, work: &Work| arithmetic::extreme(a, b, work, false, true)
    ),
    one!(
        "next_minus",
        "The largest number that is smaller.",
        |a: &Dec, work: &Work| arithmetic::next(a, work, false)
    ),
    one!(
        "next_plus",
        "The smallest number that is larger.",
        |a: &Dec, work: &Work| arithmetic::next(a, work, true)
    ),
    two!(
        "next_toward",
        "The number closest to the first operand, in the direction of the second.",
        arithmetic::next_toward
    ),
    one!(
        "normalize",
        "Normalize the number by stripping trailing 0s.",
        arithmetic::normalize
    ),
    two!(
        "remainder_near",
        "Return the remainder from dividing self by other, nearest to zero.",
        arithmetic::remainder_near
    ),
    two!(
        "rotate",
        "Rotate the digits by so many places.",
        |a: &Dec, b: &Dec, work: &Work| arithmetic::shift(a, b, work, true)
    ),
    two!(
        "scaleb",
        "The first operand with the exponent adjusted by the second.",
        arithmetic::scale
    ),
    two!(
        "shift",
        "Shift the digits by so many places.",
        |a: &Dec, b: &Dec, work: &Work| arithmetic::shift(a, b, work, false)
    ),
    one!(
        "sqrt",
        "Return the square root of the argument to full precision.",
        transcendental::sqrt
    ),
    integral!("to_integral", false),
    integral!("to_integral_value", false),
    integral!("to_integral_exact", true),
    native(
        "quantize",
        "(exp, rounding=None, context=None)",
        "Return a value equal to the first operand after rounding and having the exponent of the second.",
        |vm, a| {
            let (own, context) = (of(vm, &a[0])?, context(vm, a.get(3))?);
            let (like, rounding) = (operand(vm, &a[1])?, chosen_rounding(vm, a.get(2))?);
            let work = rounded(&context.work(), rounding);
            let made = arithmetic::quantize(&own, &like, &work);
            context.note(vm, work.raised.get())?;
            Ok(wrap(made))
        },
    ),
    native(
        "fma",
        "(other, third, context=None)",
        "Fused multiply-add.  Return self*other+third with no rounding of the intermediate product.",
        |vm, a| {
            let (own, context) = (of(vm, &a[0])?, context(vm, a.get(3))?);
            let (other, third) = (operand(vm, &a[1])?, operand(vm, &a[2])?);
            context.calculate(vm, |work| arithmetic::fma(&own, &other, &third, work))
        },
    ),
    test!(
        "is_normal",
        "(context=None)",
        "Return True if the argument is a normal finite number.",
        is_normal
    ),
    test!(
        "is_subnormal",
        "(context=None)",
        "Return True if the argument is subnormal.",
        is_subnormal
    ),
    test!(
        "is_canonical",
        "()",
        "Return True if the argument is canonical.",
        |_: &Dec, _: &Work| true
    ),
    test!(
        "is_finite",
        "()",
        "Return True if the argument is a finite number.",
        |a: &Dec, _: &Work| a.is_finite()
    ),
    test!(
        "is_infinite",
        "()",
        "Return True if the argument is an infinity.",
        |a: &Dec, _: &Work| a.is_infinite()
    ),
    test!(
        "is_nan",
        "()",
        "Return True if the argument is a NaN.",
        |a: &Dec, _: &Work| a.is_nan()
    ),
    test!(
        "is_qnan",
        "()",
        "Return True if the argument is a quiet NaN.",
        |a: &Dec, _: &Work| a.kind == Kind::Nan
    ),
    test!(
        "is_signed",
        "()",
        "Return True if the argument has a negative sign.",
        |a: &Dec, _: &Work| a.negative
    ),
    test!(
        "is_snan",
        "()",
        "Return True if the argument is a signaling NaN.",
        |a: &Dec, _: &Work| a.kind == Kind::Signaling
    ),
    test!(
        "is_zero",
        "()",
        "Return True if the argument is a zero.",
        |a: &Dec, _: &Work| a.is_zero()
    ),
    native(
        "adjusted",
        "()",
        "Return the adjusted exponent of the number.",
        |vm, a| {
            let own = of(vm, &a[0])?;
            Ok(Value::Int(if own.is_finite() { own.adjusted() } else { 0 }))
        },
    ),
    native(
        "canonical",
        "()",
        "Return the canonical encoding of the argument.",
        |_, a| Ok(a[0].clone()),
    ),
    native("conjugate", "()", "Return self.", |_, a| Ok(a[0].clone())),
    native("radix", "()", "Return Decimal(10).", |_, _| {
        Ok(wrap(Dec::from_i64(10)))
    }),
    native(
        "copy_abs",
        "()",
        "Return the absolute value of the argument.",
        |vm, a| Ok(wrap(of(vm, &a[0])?.signed(false))),
    ),
    native(
        "copy_negate",
        "()",
        "Return the negation of the argument.",
        |vm, a| {
            let own = of(vm, &a[0])?;
            let negative = own.negative;
            Ok(wrap(own.signed(!negative)))
        },
    ),
    native(
        "copy_sign",
        "(other, context=None)",
        "Return a copy of the first operand with the sign of the second.",
        |vm, a| {
            context(vm, a.get(2))?;
            let sign = operand(vm, &a[1])?.negative;
            Ok(wrap(of(vm, &a[0])?.signed(sign)))
        },
    ),
    native(
        "same_quantum",
        "(other, context=None)",
        "Test whether self and other have the same exponent.",
        |vm, a| {
            context(vm, a.get(2))?;
            Ok(Value::bool(same_quantum(
                &of(vm, &a[0])?,
                &operand(vm, &a[1])?,
            )))
        },
    ),
    native(
        "number_class",
        "(context=None)",
        "Return a string describing the class of the operand.",
        |vm, a| {
            let (own, context) = (of(vm, &a[0])?, context(vm, a.get(1))?);
            Ok(Value::str(number_class(&own, &context.work())))
        },
    ),
    native(
        "to_eng_string",
        "(context=None)",
        "Convert to an engineering-type string.",
        |vm, a| {
            let (own, context) = (of(vm, &a[0])?, context(vm, a.get(1))?);
            Ok(Value::from(own.write(true, context.capitals.get())))
        },
    ),
    native(
        "as_tuple",
        "()",
        "Return a tuple representation of the number.",
        as_tuple,
    ),
    native(
        "as_integer_ratio",
        "()",
        "Decimal.as_integer_ratio() -> (int, int)",
        as_ratio,
    ),
    native("__abs__", "()", "abs(self)", |vm, a| {
        let own = of(vm, &a[0])?;
        context(vm, None)?.calculate(vm, |work| arithmetic::abs(&own, work))
    }),
    native(
        "__divmod__",
        "(value, /)",
        "Return divmod(self, value).",
        |vm, a| {
            let own = of(vm, &a[0])?;
            match operand_opt(vm, &a[1]) {
                Some(other) => divide_both(vm, &*context(vm, None)?, &own, &other),
                None => Ok(Value::NotImplemented),
            }
        },
    ),
    native(
        "__rdivmod__",
        "(value, /)",
        "Return divmod(value, self).",
        |vm, a| {
            let own = of(vm, &a[0])?;
            match operand_opt(vm, &a[1]) {
                Some(other) => divide_both(vm, &*context(vm, None)?, &other, &own),
                None => Ok(Value::NotImplemented),
            }
        },
    ),
    native(
        "__pow__",
        "(value, mod=None, /)",
        "Return pow(self, value, mod).",
        |vm, a| {
            let own = of(vm, &a[0])?;
            match operand_opt(vm, &a[1]) {
                Some(other) => power(vm, &*context(vm, None)?, &own, &other, a.get(2)),
                None => Ok(Value::NotImplemented),
            }
        },
    ),
    native(
        "__rpow__",
        "(value, mod=None, /)",
        "Return pow(value, self, mod).",
        |vm, a| {
            let own = of(vm, &a[0])?;
            match operand_opt(vm, &a[1]) {
                Some(other) => power(vm, &*context(vm, None)?, &other, &own, a.get(2)),
                None => Ok(Value::NotImplemented),
            }
        },
    ),
    native("__int__", "()", "int(self)", |vm, a| {
        to_integer(vm, &of(vm, &a[0])?, Rounding::Down)
    }),
    native("__trunc__", "()", "Truncate.", |vm, a| {
        to_integer(vm, &of(vm, &a[0])?, Rounding::Down)
    }),
    native("__floor__", "()", "The integer below.", |vm, a| {
        to_integer(vm, &of(vm, &a[0])?, Rounding::Floor)
    }),
    native("__ceil__", "()", "The integer above.", |vm, a| {
        to_integer(vm, &of(vm, &a[0])?, Rounding::Ceiling)
    }),
    native(
        "__round__",
        "(ndigits=None, /)",
        "Round to so many digits behind the point.",
        |vm, a| {
            let own = of(vm, &a[0])?;
            let Some(places) = a
                .get(1)
                .and_then(Value::given)
                .filter(|places| !places.is_none())
            else {
                return to_integer(vm, &own, Rounding::HalfEven);
            };
            if Integer::of(&vm.unwrapped(places)).is_none() {
                return Err(vm.type_error("optional arg must be an integer"));
            }
            let places = vm.index_size(places)?;
            let like = Dec::finite(false, BigUint::one(), places.saturating_neg());
            context(vm, None)?.calculate(vm, |work| arithmetic::quantize(&own, &like, work))
        },
    ),
    native("__float__", "()", "float(self)", |vm, a| {
        to_float(vm, &of(vm, &a[0])?)
    }),
    native("__complex__", "()", "complex(self)", |vm, a| {
        let real = to_float(vm, &of(vm, &a[0])?)?;
        vm.call_with(&Value::Class(vm.types.complex.clone()), &[real])
    }),
    native(
        "__format__",
        "(format_spec, override=<unrepresentable>, /)",
        "Formats the Decimal according to format_spec.",
        |vm, a| {
            let spec = vm.format_spec(&a[1])?;
            let context = context(vm, None)?;
            let made = format::format(vm, &of(vm, &a[0])?, &spec.lossy(), &context)?;
            Ok(Value::from(made))
        },
    ),
    native("__copy__", "()", "A copy.", |_, a| Ok(a[0].clone())),
    native("__deepcopy__", "(memo, /)", "A copy.", |_, a| {
        Ok(a[0].clone())
    }),
    copying::reduce(|vm, a| {
        let text = Value::from(of(vm, &a[0])?.write(false, true));
        Ok(copying::same_class(vm, &a[0], vec![text]))
    }),
    native("__sizeof__", "()", "How many bytes it takes.", |_, _| {
        Ok(Value::Int(104))
    }),
];

fn signed(negative: bool, size: BigUint) -> Value {
    let sign = if negative { Sign::Minus } else { Sign::Plus };
    Value::from(BigInt::from_biguint(sign, size))
}

fn to_integer(vm: &Vm, own: &Dec, rounding: Rounding) -> Res {
    match own.kind {
        Kind::Infinite => return Err(vm.overflow_error("cannot convert Infinity to integer")),
        Kind::Nan | Kind::Signaling => {
            return Err(vm.value_error("cannot convert NaN to integer"));
        }
        Kind::Finite => {}
    }
    if own.exponent > 100_000_000 {
        return Err(vm.memory_error());
    }
    let work = Work {
        rounding,
        ..Work::exact()
    };
    let whole = arithmetic::to_integral(own, &work, false);
    Ok(signed(whole.negative, whole.integer_part()))
}

fn to_float(vm: &Vm, own: &Dec) -> Res {
    if own.kind == Kind::Signaling {
        return Err(vm.value_error("cannot convert signaling NaN to float"));
    }
    if own.is_nan() {
        return Ok(Value::float(if own.negative {
            -f64::NAN
        } else {
            f64::NAN
        }));
    }
    let number: f64 = own
        .write(false, true)
        .replace("Infinity", "inf")
        .parse()
        .unwrap_or(f64::NAN);
    Ok(Value::float(number))
}

fn as_tuple(vm: &Vm, a: &[Value]) -> Res {
    let own = of(vm, &a[0])?;
    let exponent = match own.kind {
        Kind::Finite => Value::Int(own.exponent),
        Kind::Infinite => Value::str("F"),
        Kind::Nan => Value::str("n"),
        Kind::Signaling => Value::str("N"),
    };
    let digits = match own.kind {
        Kind::Nan | Kind::Signaling if own.coefficient.is_zero() => String::new(),
        _ => own.coefficient.to_string(),
    };
    let digits = digits
        .bytes()
        .map(|digit| Value::Int(i64::from(digit - b'0')))
        .collect();
    let parts = [
        Value::Int(i64::from(own.negative)),
        vm.tuple(digits),
        exponent,
    ];
    let module = vm.import("decimal", 0)?;
    let class = vm.get_attribute(&module, &vm.name("DecimalTuple"))?;
    vm.call_with(&class, &parts)
}

fn as_ratio(vm: &Vm, a: &[Value]) -> Res {
    let own = of(vm, &a[0])?;
    match own.kind {
        Kind::Infinite => {
            return Err(vm.overflow_error("cannot convert Infinity to integer ratio"));
        }
        Kind::Nan | Kind::Signaling => {
            return Err(vm.value_error("cannot convert NaN to integer ratio"));
        }
        Kind::Finite => {}
    }
    let (numerator, denominator) = match own.exponent {
        0.. => (
            &own.coefficient * ten(own.exponent as usize),
            BigUint::one(),
        ),
        _ if own.is_zero() => (BigUint::zero(), BigUint::one()),
        _ => {
            let below = ten(own.exponent.unsigned_abs() as usize);
            let common = own.coefficient.gcd(&below);
            (&own.coefficient / &common, below / common)
        }
    };
    let pair = vec![signed(own.negative, numerator), signed(false, denominator)];
    Ok(Value::from(Tuple::new(pair)))
}

/// A list of objects, for the exceptions.
pub fn listed(items: Vec<Value>) -> Value {
    Value::from(List::new(items))
}
