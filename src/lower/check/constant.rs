//! What the reference knows of constants when it compiles: the type of an expression that it folds. Values are followed as
//! far as it depends on them whether something is folded: integers, and the lengths of sequences. Lowering computes values.

use crate::text::wtf8;
use num_bigint::{BigInt, Sign};
use num_traits::{Signed, ToPrimitive, Zero};
use snakelet_grammar::ast::{BinaryOp, Constant, Expr, ExprKind, UnaryOp};

/// Deeper expressions are not folded.
const MAX_DEPTH: u32 = 100;

/// Integers are not folded where they might grow beyond so many bits.
const MAX_BITS: u64 = 128;

/// Strings are not repeated beyond this length.
const MAX_TEXT: usize = 4096;

/// Tuples are not repeated beyond this length.
const MAX_ITEMS: usize = 256;

/// A constant, or what becomes one.
struct Known {
    /// The name of its type.
    name: &'static str,
    value: Value,
}

/// What decides whether an operation with a constant is folded.
enum Value {
    Int(BigInt),
    Float(f64),
    /// A sequence of this length.
    Length(usize),
    /// Nothing does.
    Other,
}

impl Known {
    fn plain(name: &'static str) -> Known {
        Known {
            name,
            value: Value::Other,
        }
    }

    fn int(value: BigInt) -> Known {
        Known {
            name: "int",
            value: Value::Int(value),
        }
    }

    fn sequence(name: &'static str, length: usize) -> Known {
        Known {
            name,
            value: Value::Length(length),
        }
    }

    fn as_float(&self) -> Option<f64> {
        match &self.value {
            Value::Int(value) => value.to_f64(),
            Value::Float(value) => Some(*value),
            _ => None,
        }
    }

    fn as_int(&self) -> Option<&BigInt> {
        match &self.value {
            Value::Int(value) => Some(value),
            _ => None,
        }
    }
}

/// The type of an expression that is a constant, or becomes one when the reference folds it.
pub(super) fn type_of(expr: &Expr) -> Option<&'static str> {
    known(expr).map(|known| known.name)
}

fn known(expr: &Expr) -> Option<Known> {
    if expr.depth > MAX_DEPTH {
        return None;
    }
    match &expr.kind {
        ExprKind::Constant(value) => Some(constant(value)),
        ExprKind::Name(name) if &**name == "__debug__" => Some(boolean(true)),
        ExprKind::Tuple { items, .. } => items
            .iter()
            .all(|item| known(item).is_some())
            .then(|| Known::sequence("tuple", items.len())),
        ExprKind::Unary { op, operand } => unary(*op, known(operand)?),
        ExprKind::Binary { left, op, right } => binary(&known(left)?, *op, &known(right)?),
        ExprKind::Subscript { value, index } => {
            let text = known(value)?.name == "str" && known(index)?.name == "int";
            text.then(|| Known::sequence("str", 1))
        }
        _ => None,
    }
}

fn boolean(value: bool) -> Known {
    Known {
        name: "bool",
        value: Value::Int(BigInt::from(u8::from(value))),
    }
}

fn constant(value: &Constant) -> Known {
    match value {
        Constant::None => Known::plain("NoneType"),
        Constant::True => boolean(true),
        Constant::False => boolean(false),
        Constant::Ellipsis => Known::plain("ellipsis"),
        Constant::Int(value) => Known::int(BigInt::from(*value)),
        Constant::BigInt(value) => Known::int((**value).clone()),
        Constant::Float(value) => Known {
            name: "float",
            value: Value::Float(*value),
        },
        Constant::Imaginary(_) => Known::plain("complex"),
        Constant::Str { text, .. } => Known::sequence("str", wtf8::code_points(text).count()),
        Constant::Bytes(value) => Known::sequence("bytes", value.len()),
    }
}

fn unary(op: UnaryOp, operand: Known) -> Option<Known> {
    let Known { name, value } = operand;
    match (op, name, value) {
        (UnaryOp::Not, ..) => Some(Known::plain("bool")),
        (UnaryOp::Invert, "int", Value::Int(value)) => Some(Known::int(!value)),
        (UnaryOp::UAdd, "int" | "bool", Value::Int(value)) => Some(Known::int(value)),
        (UnaryOp::USub, "int" | "bool", Value::Int(value)) => Some(Known::int(-value)),
        (UnaryOp::UAdd | UnaryOp::USub, "int" | "bool", _) => Some(Known::plain("int")),
        (UnaryOp::USub, "float", Value::Float(value)) => Some(Known {
            name,
            value: Value::Float(-value),
        }),
        (UnaryOp::UAdd | UnaryOp::USub, "float" | "complex", value) => Some(Known { name, value }),
        _ => None,
    }
}

fn binary(left: &Known, op: BinaryOp, right: &Known) -> Option<Known> {
    let rank = |known: &Known| {
        ["bool", "int", "float", "complex"]
            .iter()
            .position(|name| *name == known.name)
    };
    if let (Some(left_rank), Some(right_rank)) = (rank(left), rank(right)) {
        let rank = left_rank.max(right_rank);
        if rank < 2
            && let (Some(a), Some(b)) = (left.as_int(), right.as_int())
        {
            return integers(a, op, b, rank == 0);
        }
        return numbers(left, op, right, rank).map(Known::plain);
    }
    match op {
        BinaryOp::Add => match (&left.value, &right.value) {
            (Value::Length(a), Value::Length(b)) if left.name == right.name => {
                Some(Known::sequence(left.name, a + b))
            }
            _ => None,
        },
        BinaryOp::Mult => match (&left.value, &right.value) {
            (Value::Length(length), Value::Int(times)) => repeated(left.name, *length, times),
            (Value::Int(times), Value::Length(length)) => repeated(right.name, *length, times),
            _ => None,
        },
        _ => None,
    }
}

/// The type of what two numbers give that are not both integers of known value; `rank` is the wider one's.
fn numbers(left: &Known, op: BinaryOp, right: &Known, rank: usize) -> Option<&'static str> {
    let divides = matches!(op, BinaryOp::Div | BinaryOp::FloorDiv | BinaryOp::Mod);
    if divides && right.as_float() == Some(0.0) {
        return None;
    }
    if let (BinaryOp::Pow, Some(base), Some(exponent)) = (op, left.as_float(), right.as_float()) {
        return power(base, exponent);
    }
    match op {
        BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mult | BinaryOp::Pow => {
            Some(["int", "int", "float", "complex"][rank])
        }
        BinaryOp::Div => Some(["float", "float", "float", "complex"][rank]),
        BinaryOp::FloorDiv | BinaryOp::Mod => [Some("int"), Some("int"), Some("float"), None][rank],
        BinaryOp::LShift | BinaryOp::RShift => (rank < 2).then_some("int"),
        BinaryOp::BitOr | BinaryOp::BitXor | BinaryOp::BitAnd => {
            [Some("bool"), Some("int"), None, None][rank]
        }
        BinaryOp::MatMult => None,
    }
}

/// The type of a power of floats.
fn power(base: f64, exponent: f64) -> Option<&'static str> {
    if base < 0.0 && base.is_finite() && exponent.is_finite() && exponent.fract() != 0.0 {
        return Some("complex");
    }
    let overflows = base.powf(exponent).is_infinite() && base.is_finite() && exponent.is_finite();
    (!overflows).then_some("float")
}

/// What two integers give; `are_bools`: both are.
fn integers(a: &BigInt, op: BinaryOp, b: &BigInt, are_bools: bool) -> Option<Known> {
    let bits = |value: &BigInt| value.bits();
    let bitwise = |value: BigInt| match are_bools {
        true => boolean(!value.is_zero()),
        false => Known::int(value),
    };
    Some(match op {
        BinaryOp::Add => Known::int(a + b),
        BinaryOp::Sub => Known::int(a - b),
        BinaryOp::Mult if a.is_zero() || b.is_zero() => Known::int(BigInt::ZERO),
        BinaryOp::Mult if bits(a) + bits(b) > MAX_BITS => return None,
        BinaryOp::Mult => Known::int(a * b),
        BinaryOp::Div | BinaryOp::FloorDiv | BinaryOp::Mod if b.is_zero() => return None,
        BinaryOp::Div => Known::plain("float"),
        BinaryOp::FloorDiv => Known::int(num_integer::Integer::div_floor(a, b)),
        BinaryOp::Mod => Known::int(num_integer::Integer::mod_floor(a, b)),
        BinaryOp::Pow if b.is_negative() && a.is_zero() => return None,
        BinaryOp::Pow if b.is_negative() => Known::plain("float"),
        BinaryOp::Pow => {
            let times = b.to_u32()?;
            if a.sign() == Sign::Plus && times > 0 && bits(a) > MAX_BITS / u64::from(times) {
                return None;
            }
            // What a power of a negative number is makes no difference here once it is large.
            match a.sign() == Sign::Minus && bits(a) * u64::from(times) > MAX_BITS {
                true => Known::plain("int"),
                false => Known::int(a.pow(times)),
            }
        }
        BinaryOp::LShift if b.is_negative() => return None,
        BinaryOp::LShift if a.is_zero() || b.is_zero() => Known::int(a.clone()),
        BinaryOp::LShift => {
            let by = b
                .to_u64()
                .filter(|by| by.saturating_add(bits(a)) <= MAX_BITS)?;
            Known::int(a << by)
        }
        BinaryOp::RShift if b.is_negative() => return None,
        BinaryOp::RShift => match b.to_u64() {
            Some(by) => Known::int(a >> by),
            None => Known::plain("int"),
        },
        BinaryOp::BitOr => bitwise(a | b),
        BinaryOp::BitXor => bitwise(a ^ b),
        BinaryOp::BitAnd => bitwise(a & b),
        BinaryOp::MatMult => return None,
    })
}

/// A sequence so many times.
fn repeated(name: &'static str, length: usize, times: &BigInt) -> Option<Known> {
    if length == 0 {
        return Some(Known::sequence(name, 0));
    }
    let most = if name == "tuple" { MAX_ITEMS } else { MAX_TEXT };
    let times = times.to_usize().filter(|times| *times <= most / length)?;
    Some(Known::sequence(name, length * times))
}
