//! The methods of `Decimal`, those of its operators with special names among them.

use super::context::{self, context};
use super::number::{Dec, Kind, Rounding, Work, ten};
use super::object::{
    compare_total, compare_total_mag, divide_both, is_normal, is_subnormal, number_class, of,
    operand, operand_opt, power, same_quantum, wrap,
};
use super::{arithmetic, format, transcendental};
use crate::interp::{Res, Vm};
use crate::objects::copying;
use crate::objects::native::{NativeDef, native};
use crate::objects::number::Integer;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use num_bigint::{BigInt, BigUint, Sign};
use num_integer::Integer as _;
use num_traits::{One, Zero};

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

/// The rows.
pub const METHODS: &[NativeDef] = &[
    two!("compare", "Compare self to other.", arithmetic::compare),
    two!(
        "compare_signal",
        "As compare(), but what is no number is told of.",
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
    one!("ln", "The logarithm to base e.", transcendental::ln),
    one!("log10", "The logarithm to base 10.", transcendental::log10),
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
        "The root, rounded by the context.",
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
        "The exponent of the first digit.",
        |vm, a| {
            let own = of(vm, &a[0])?;
            Ok(Value::Int(if own.is_finite() { own.adjusted() } else { 0 }))
        },
    ),
    native(
        "canonical",
        "()",
        "The number as it is: it is written in one way only.",
        |_, a| Ok(a[0].clone()),
    ),
    native("conjugate", "()", "Return self.", |_, a| Ok(a[0].clone())),
    native("radix", "()", "Return Decimal(10).", |_, _| {
        Ok(wrap(Dec::from_i64(10)))
    }),
    native("copy_abs", "()", "The number with a plus sign.", |vm, a| {
        Ok(wrap(of(vm, &a[0])?.signed(false)))
    }),
    native(
        "copy_negate",
        "()",
        "The number with the other sign.",
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
        "What sort of number it is, in a word.",
        |vm, a| {
            let (own, context) = (of(vm, &a[0])?, context(vm, a.get(1))?);
            Ok(Value::str(number_class(&own, &context.work())))
        },
    ),
    native(
        "to_eng_string",
        "(context=None)",
        "The number as text, with exponents that are multiples of 3.",
        |vm, a| {
            let (own, context) = (of(vm, &a[0])?, context(vm, a.get(1))?);
            Ok(Value::from(own.write(true, context.capitals.get())))
        },
    ),
    native("as_tuple", "()", "Sign, digits and exponent.", as_tuple),
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
