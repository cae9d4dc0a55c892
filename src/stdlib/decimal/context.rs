//! Contexts as scripts see them: their settings, what happened, and the operations with them. The class that scripts
//! know derives from this one in `decimal.py`.

use super::number::{Dec, ROUNDINGS, Rounding, Work, flag};
use super::{arithmetic, object, transcendental};
use crate::interp::{Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::{CloneCell, Ref};
use crate::objects::native::{GetterDef, NativeDef, native};
use crate::objects::object::Object;
use crate::objects::value::Value;
use crate::stdlib::native_class::native_class;
use std::cell::Cell;

/// The greatest precision and the bounds of exponents.
pub const MOST: i64 = 999_999_999_999_999_999;

/// A context.
pub struct Context {
    precision: Cell<i64>,
    rounding: Cell<Rounding>,
    least: Cell<i64>,
    most: Cell<i64>,
    /// Whether exponents are written with a capital.
    pub capitals: Cell<bool>,
    clamp: Cell<bool>,
    /// Which flags raise an exception.
    pub traps: Cell<u32>,
    /// What happened so far.
    pub flags: Cell<u32>,
}

impl Context {
    /// What calculations follow.
    pub fn work(&self) -> Work {
        Work {
            precision: self.precision.get() as usize,
            rounding: self.rounding.get(),
            least: self.least.get(),
            most: self.most.get(),
            clamp: self.clamp.get(),
            raised: Cell::new(0),
        }
    }

    /// Takes note of what happened, and raises what is trapped.
    pub fn note(&self, vm: &Vm, flags: u32) -> Res<()> {
        self.flags.set(self.flags.get() | flags);
        let trapped = flags & self.traps.get();
        if trapped == 0 {
            return Ok(());
        }
        Err(super::raise(vm, trapped))
    }

    /// A calculation with this context: its result, if nothing that happened is trapped.
    pub fn calculate(&self, vm: &Vm, calculation: impl FnOnce(&Work) -> Dec) -> Res {
        let work = self.work();
        let made = calculation(&work);
        self.note(vm, work.raised.get())?;
        Ok(object::wrap(made))
    }
}

impl Object for Context {
    fn is_tracked() -> bool {
        false
    }

    fn class(&self, vm: &Vm) -> Ref<Class> {
        native_class(vm, &TYPE)
    }

    fn traverse(&self, _visit: &mut dyn FnMut(&Value)) {}

    fn clear(&self) {}
}

/// The context that a value is; `None`: it is none.
pub fn context_opt(vm: &Vm, value: &Value) -> Option<Ref<Context>> {
    vm.unwrapped(value).downcast::<Context>().cloned()
}

/// The context that an argument is, or the current one.
pub fn context(vm: &Vm, value: Option<&Value>) -> Res<Ref<Context>> {
    match value
        .and_then(Value::given)
        .filter(|value| !value.is_none())
    {
        Some(value) => context_opt(vm, value)
            .ok_or_else(|| vm.type_error("optional argument must be a context")),
        None => {
            let current = current(vm)?;
            context_opt(vm, &current).ok_or_else(|| vm.runtime_error("no decimal context"))
        }
    }
}

/// What `decimal.py` hands over: the variable that holds the current context, and what makes a new one.
#[derive(Default)]
pub struct Current {
    variable: CloneCell<Value>,
    make: CloneCell<Value>,
}

impl Current {
    /// Takes both.
    pub fn set(&self, variable: Value, make: Value) {
        self.variable.set(variable);
        self.make.set(make);
    }
}

/// The current context of the task or thread.
pub fn current(vm: &Vm) -> Res {
    let own = vm.extension::<Current>();
    let variable = own.variable.get();
    if variable.is_undef() {
        // Nobody has imported the module of the language yet.
        vm.import("decimal", 0)?;
        return current(vm);
    }
    let found = vm.call_method(&variable, &vm.name("get"), &[Value::None])?;
    if !found.is_none() {
        return Ok(found);
    }
    let made = vm.call_with(&own.make.get(), &[])?;
    vm.call_method(&variable, &vm.name("set"), std::slice::from_ref(&made))?;
    Ok(made)
}

fn of(vm: &Vm, value: &Value) -> Res<Ref<Context>> {
    context_opt(vm, value).ok_or_else(|| vm.descriptor_error("decimal.Context", value))
}

/// The way to round that a name means.
pub fn rounding(vm: &Vm, value: &Value) -> Res<Rounding> {
    if let Value::Str(name) = vm.unwrapped(value)
        && let Some((_, rounding)) = ROUNDINGS
            .iter()
            .find(|(own, _)| name.bytes() == own.as_bytes())
    {
        return Ok(*rounding);
    }
    Err(vm.type_error(
        "valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, \
         ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]",
    ))
}

fn rounding_name(rounding: Rounding) -> Value {
    let found = ROUNDINGS.iter().find(|(_, own)| *own == rounding);
    Value::str(found.map_or("", |(name, _)| name))
}

/// A setting that is an integer within bounds.
fn number(vm: &Vm, value: Option<&Value>, bounds: (i64, i64), message: &str) -> Res<i64> {
    let Some(value) = value else {
        return Err(vm.attribute_error("context attributes cannot be deleted"));
    };
    let plain = vm.unwrapped(value);
    match crate::objects::number::Integer::of(&plain).map(|number| number.to_value()) {
        Some(Value::Int(number)) if (bounds.0..=bounds.1).contains(&number) => Ok(number),
        Some(Value::Int(_)) => Err(vm.value_error(message)),
        Some(_) => Err(vm.overflow_error("Python int too large to convert to C ssize_t")),
        None => Err(vm.type_error("an integer is required")),
    }
}

macro_rules! setting {
    ($name:literal, $doc:literal, $get:expr, $set:expr) => {
        GetterDef {
            name: $name,
            doc: $doc,
            get: $get,
            set: Some($set),
        }
    };
}

const GETTERS: &[GetterDef] = &[
    setting!(
        "prec",
        "How many digits results have.",
        |vm, c| Ok(Value::Int(of(vm, c)?.precision.get())),
        |vm, c, v| {
            let new = number(vm, v, (1, MOST), "valid range for prec is [1, MAX_PREC]")?;
            of(vm, c)?.precision.set(new);
            Ok(())
        }
    ),
    setting!(
        "Emin",
        "The least exponent.",
        |vm, c| Ok(Value::Int(of(vm, c)?.least.get())),
        |vm, c, v| {
            let new = number(vm, v, (-MOST, 0), "valid range for Emin is [MIN_EMIN, 0]")?;
            of(vm, c)?.least.set(new);
            Ok(())
        }
    ),
    setting!(
        "Emax",
        "The greatest exponent.",
        |vm, c| Ok(Value::Int(of(vm, c)?.most.get())),
        |vm, c, v| {
            let new = number(vm, v, (0, MOST), "valid range for Emax is [0, MAX_EMAX]")?;
            of(vm, c)?.most.set(new);
            Ok(())
        }
    ),
    setting!(
        "capitals",
        "Whether exponents are written with E.",
        |vm, c| Ok(Value::Int(i64::from(of(vm, c)?.capitals.get()))),
        |vm, c, v| {
            let new = number(vm, v, (0, 1), "valid values for capitals are 0 or 1")?;
            of(vm, c)?.capitals.set(new == 1);
            Ok(())
        }
    ),
    setting!(
        "clamp",
        "Whether exponents are kept low.",
        |vm, c| Ok(Value::Int(i64::from(of(vm, c)?.clamp.get()))),
        |vm, c, v| {
            let new = number(vm, v, (0, 1), "valid values for clamp are 0 or 1")?;
            of(vm, c)?.clamp.set(new == 1);
            Ok(())
        }
    ),
    setting!(
        "rounding",
        "How results are rounded.",
        |vm, c| Ok(rounding_name(of(vm, c)?.rounding.get())),
        |vm, c, v| {
            match v {
                Some(v) => of(vm, c)?.rounding.set(rounding(vm, v)?),
                None => return Err(vm.attribute_error("context attributes cannot be deleted")),
            }
            Ok(())
        }
    ),
    setting!(
        "_flags",
        "What happened, as bits.",
        |vm, c| Ok(Value::Int(i64::from(of(vm, c)?.flags.get()))),
        |vm, c, v| {
            let new = number(vm, v, (0, i64::from(u32::MAX)), "no such flags")?;
            of(vm, c)?.flags.set(new as u32);
            Ok(())
        }
    ),
    setting!(
        "_traps",
        "What raises, as bits.",
        |vm, c| Ok(Value::Int(i64::from(of(vm, c)?.traps.get()))),
        |vm, c, v| {
            let new = number(vm, v, (0, i64::from(u32::MAX)), "no such traps")?;
            of(vm, c)?.traps.set(new as u32);
            Ok(())
        }
    ),
];

/// The row of the class that contexts derive from.
pub static TYPE: TypeDef = TypeDef {
    name: "_Context",
    module: "decimal",
    doc: "What calculations with decimal numbers follow.",
    new: Some(native(
        "__new__",
        "(*args, **kwargs)",
        "Makes a context with the usual settings.",
        |_, _| {
            Ok(Value::from(Ref::new(Context {
                precision: Cell::new(28),
                rounding: Cell::new(Rounding::HalfEven),
                least: Cell::new(-999_999),
                most: Cell::new(999_999),
                capitals: Cell::new(true),
                clamp: Cell::new(false),
                traps: Cell::new(flag::INVALID | flag::DIVISION_BY_ZERO | flag::OVERFLOW),
                flags: Cell::new(0),
            })))
        },
    )),
    methods: METHODS,
    getters: GETTERS,
    is_base: true,
    ..TypeDef::PLAIN
};

/// The operand that an argument is.
fn operand(vm: &Vm, value: &Value) -> Res<Dec> {
    object::operand(vm, value)
}

macro_rules! one {
    ($name:literal, $doc:literal, $op:expr) => {
        native($name, "(x, /)", $doc, |vm, a| {
            let (own, x) = (of(vm, &a[0])?, operand(vm, &a[1])?);
            own.calculate(vm, |work| $op(&x, work))
        })
    };
}

macro_rules! two {
    ($name:literal, $doc:literal, $op:expr) => {
        native($name, "(x, y, /)", $doc, |vm, a| {
            let own = of(vm, &a[0])?;
            let (x, y) = (operand(vm, &a[1])?, operand(vm, &a[2])?);
            own.calculate(vm, |work| $op(&x, &y, work))
        })
    };
}

macro_rules! test {
    ($name:literal, $doc:literal, $test:expr) => {
        native($name, "(x, /)", $doc, |vm, a| {
            let (own, x) = (of(vm, &a[0])?, operand(vm, &a[1])?);
            Ok(Value::bool($test(&x, &own.work())))
        })
    };
}

const METHODS: &[NativeDef] = &[
    one!("abs", "How far x is from 0.", arithmetic::abs),
    two!("add", "x + y, rounded by the context.", arithmetic::add),
    two!(
        "compare",
        "Compare x and y numerically.",
        arithmetic::compare
    ),
    two!(
        "compare_signal",
        "Compare x and y numerically.  All NaNs signal.",
        arithmetic::compare_signal
    ),
    two!(
        "compare_total",
        "Order x and y by value, then by exponent.",
        object::compare_total
    ),
    two!(
        "compare_total_mag",
        "Order x and y by value, then by exponent, without their signs.",
        object::compare_total_mag
    ),
    two!("divide", "Return x divided by y.", arithmetic::divide),
    two!(
        "divide_int",
        "x / y without what is behind the point.",
        arithmetic::divide_int
    ),
    one!("exp", "Return e ** x.", transcendental::exp),
    one!("ln", "The logarithm of x to base e.", transcendental::ln),
    one!(
        "log10",
        "The logarithm of x to base 10.",
        transcendental::log10
    ),
    one!("logb", "The exponent of the first digit.", arithmetic::logb),
    two!(
        "logical_and",
        "Both digits 1, place by place.",
        |x: &Dec, y: &Dec, work: &Work| arithmetic::logical_op(x, y, work, |a, b| a && b)
    ),
    one!(
        "logical_invert",
        "Invert all digits of x.",
        arithmetic::logical_invert
    ),
    two!(
        "logical_or",
        "One of both digits 1, place by place.",
        |x: &Dec, y: &Dec, work: &Work| arithmetic::logical_op(x, y, work, |a, b| a || b)
    ),
    two!(
        "logical_xor",
        "Just one of both digits 1, place by place.",
        |x: &Dec, y: &Dec, work: &Work| arithmetic::logical_op(x, y, work, |a, b| a != b)
    ),
    two!(
        "max",
        "The greater of two numbers.",
        |x: &Dec, y: &Dec, work: &Work| arithmetic::extreme(x, y, work, true, false)
    ),
    two!(
        "max_mag",
        "As they compare without their signs.",
        |x: &Dec, y: &Dec, work: &Work| arithmetic::extreme(x, y, work, true, true)
    ),
    two!(
        "min",
        "The lesser of two numbers.",
        |x: &Dec, y: &Dec, work: &Work| arithmetic::extreme(x, y, work, false, false)
    ),
    two!(
        "min_mag",
        "As they compare without their signs.",
        |x: &Dec, y: &Dec, work: &Work| arithmetic::extreme(x, y, work, false, true)
    ),
    one!("minus", "-x, rounded by the context.", arithmetic::minus),
    two!(
        "multiply",
        "x * y, rounded by the context.",
        arithmetic::multiply
    ),
    one!(
        "next_minus",
        "The greatest number of the context below x.",
        |x: &Dec, work: &Work| arithmetic::next(x, work, false)
    ),
    one!(
        "next_plus",
        "The least number of the context above x.",
        |x: &Dec, work: &Work| arithmetic::next(x, work, true)
    ),
    two!(
        "next_toward",
        "The neighbour of x on the side of y.",
        arithmetic::next_toward
    ),
    one!(
        "normalize",
        "x without zeros at its end.",
        arithmetic::normalize
    ),
    one!("plus", "+x, rounded by the context.", arithmetic::plus),
    two!(
        "quantize",
        "x with the exponent of y.",
        arithmetic::quantize
    ),
    two!("remainder", "What x // y leaves.", arithmetic::remainder),
    two!(
        "remainder_near",
        "Return x - y * n, where n is the integer nearest the exact value of x / y.",
        arithmetic::remainder_near
    ),
    two!(
        "rotate",
        "The digits of x, moved y places in a circle.",
        |x: &Dec, y: &Dec, work: &Work| arithmetic::shift(x, y, work, true)
    ),
    two!(
        "scaleb",
        "x times ten to the power of y.",
        arithmetic::scale
    ),
    two!(
        "shift",
        "The digits of x, moved y places; those that leave are lost.",
        |x: &Dec, y: &Dec, work: &Work| arithmetic::shift(x, y, work, false)
    ),
    one!(
        "sqrt",
        "The root of x, rounded by the context.",
        transcendental::sqrt
    ),
    two!(
        "subtract",
        "x - y, rounded by the context.",
        arithmetic::subtract
    ),
    one!(
        "to_integral",
        "Round to an integer.",
        |x: &Dec, work: &Work| arithmetic::to_integral(x, work, false)
    ),
    one!(
        "to_integral_exact",
        "x as an integer; the context is told if that is not the same.",
        |x: &Dec, work: &Work| arithmetic::to_integral(x, work, true)
    ),
    one!(
        "to_integral_value",
        "Round to an integer.",
        |x: &Dec, work: &Work| arithmetic::to_integral(x, work, false)
    ),
    one!("canonical", "x, made anew.", |x: &Dec, _: &Work| x.clone()),
    one!("copy_abs", "x with a plus sign.", |x: &Dec, _: &Work| x
        .clone()
        .signed(false)),
    one!("copy_decimal", "x as it is.", |x: &Dec, _: &Work| x.clone()),
    one!(
        "copy_negate",
        "x with the other sign.",
        |x: &Dec, _: &Work| x.clone().signed(!x.negative)
    ),
    two!(
        "copy_sign",
        "x with the sign of y.",
        |x: &Dec, y: &Dec, _: &Work| x.clone().signed(y.negative)
    ),
    test!(
        "is_canonical",
        "Whether x is written in the one way it can be.",
        |_: &Dec, _: &Work| true
    ),
    test!(
        "is_finite",
        "Whether x is a number and not infinite.",
        |x: &Dec, _: &Work| x.is_finite()
    ),
    test!(
        "is_infinite",
        "Whether x is infinite.",
        |x: &Dec, _: &Work| x.is_infinite()
    ),
    test!(
        "is_nan",
        "Whether x is no number, of either kind.",
        |x: &Dec, _: &Work| x.is_nan()
    ),
    test!(
        "is_normal",
        "Whether x is neither zero, tiny nor infinite.",
        object::is_normal
    ),
    test!(
        "is_qnan",
        "Whether x is no number, and may go on quietly.",
        |x: &Dec, _: &Work| x.kind == super::number::Kind::Nan
    ),
    test!(
        "is_signed",
        "Whether x has a minus sign.",
        |x: &Dec, _: &Work| x.negative
    ),
    test!(
        "is_snan",
        "Whether x is no number, and is to be told of.",
        |x: &Dec, _: &Work| x.kind == super::number::Kind::Signaling
    ),
    test!(
        "is_subnormal",
        "Whether x is too tiny for all of its digits.",
        object::is_subnormal
    ),
    test!("is_zero", "Whether x is 0.", |x: &Dec, _: &Work| x
        .is_zero()),
    native(
        "divmod",
        "(x, y, /)",
        "x // y and what that leaves.",
        |vm, a| {
            let own = of(vm, &a[0])?;
            let (x, y) = (operand(vm, &a[1])?, operand(vm, &a[2])?);
            object::divide_both(vm, &own, &x, &y)
        },
    ),
    native(
        "fma",
        "(x, y, z, /)",
        "x * y + z, rounded once.",
        |vm, a| {
            let own = of(vm, &a[0])?;
            let (x, y, z) = (
                operand(vm, &a[1])?,
                operand(vm, &a[2])?,
                operand(vm, &a[3])?,
            );
            own.calculate(vm, |work| arithmetic::fma(&x, &y, &z, work))
        },
    ),
    native(
        "power",
        "(a, b, modulo=None)",
        "Compute a**b.  If modulo is given, the result is reduced by it.",
        |vm, a| {
            let own = of(vm, &a[0])?;
            let (x, y) = (operand(vm, &a[1])?, operand(vm, &a[2])?);
            object::power(vm, &own, &x, &y, a.get(3))
        },
    ),
    native(
        "same_quantum",
        "(x, y, /)",
        "Whether both have one exponent.",
        |vm, a| {
            let (x, y) = (operand(vm, &a[1])?, operand(vm, &a[2])?);
            Ok(Value::bool(object::same_quantum(&x, &y)))
        },
    ),
    native(
        "number_class",
        "(x, /)",
        "What sort of number x is, in a word.",
        |vm, a| {
            let (own, x) = (of(vm, &a[0])?, operand(vm, &a[1])?);
            Ok(Value::str(object::number_class(&x, &own.work())))
        },
    ),
    native(
        "to_eng_string",
        "(x, /)",
        "x as text, with exponents that are multiples of 3.",
        |vm, a| {
            let (own, x) = (of(vm, &a[0])?, operand(vm, &a[1])?);
            Ok(Value::from(x.write(true, own.capitals.get())))
        },
    ),
    native(
        "to_sci_string",
        "(x, /)",
        "x as text, with an exponent if need be.",
        |vm, a| {
            let (own, x) = (of(vm, &a[0])?, operand(vm, &a[1])?);
            Ok(Value::from(x.write(false, own.capitals.get())))
        },
    ),
    native("radix", "()", "Return 10.", |_, _| {
        Ok(object::wrap(Dec::from_i64(10)))
    }),
    native(
        "Etiny",
        "()",
        "Return a value equal to Emin - prec + 1.",
        |vm, a| Ok(Value::Int(of(vm, &a[0])?.work().tiniest())),
    ),
    native(
        "Etop",
        "()",
        "The least exponent of a number that is too tiny.",
        |vm, a| Ok(Value::Int(of(vm, &a[0])?.work().top())),
    ),
    native(
        "create_decimal",
        "(num='0', /)",
        "A Decimal of num, rounded by this context.",
        |vm, a| {
            let own = of(vm, &a[0])?;
            match a.get(1).and_then(Value::given) {
                Some(value) => {
                    let exact = object::convert(vm, value, &own, true)?;
                    let is_long_nan = exact.is_nan()
                        && exact.digits() > own.work().precision
                        && exact.coefficient != num_bigint::BigUint::ZERO;
                    if is_long_nan {
                        return own.calculate(vm, |work| work.invalid(flag::CONVERSION_SYNTAX));
                    }
                    own.calculate(vm, |work| arithmetic::finish(exact, work))
                }
                None => Ok(object::wrap(Dec::zero(false, 0))),
            }
        },
    ),
    native(
        "create_decimal_from_float",
        "(f, /)",
        "A Decimal of the float f, rounded by this context.",
        |vm, a| {
            let own = of(vm, &a[0])?;
            let exact = object::from_float(vm, &a[1])?;
            own.calculate(vm, |work| arithmetic::finish(exact, work))
        },
    ),
    native(
        "_apply",
        "(x, /)",
        "The number, rounded as the context says.",
        |vm, a| {
            let (own, x) = (of(vm, &a[0])?, operand(vm, &a[1])?);
            own.calculate(vm, |work| arithmetic::finish(x, work))
        },
    ),
];
