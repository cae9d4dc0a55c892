//! What the reference knows of constants when it compiles: the type of an expression that it folds, and the keys of
//! mapping patterns. Nothing is folded here; lowering computes values.

use crate::text::{float, repr};
use snakelet_grammar::ast::{BinaryOp, Constant, Expr, ExprKind, UnaryOp};

/// Deeper expressions are not folded.
const MAX_DEPTH: u32 = 100;

/// The type of an expression that is a constant, or becomes one when the reference folds it.
pub(super) fn type_of(expr: &Expr) -> Option<&'static str> {
    if expr.depth > MAX_DEPTH {
        return None;
    }
    match &expr.kind {
        ExprKind::Constant(value) => Some(type_of_constant(value)),
        ExprKind::Name(name) if &**name == "__debug__" => Some("bool"),
        ExprKind::Tuple { items, .. } => items
            .iter()
            .all(|item| type_of(item).is_some())
            .then_some("tuple"),
        ExprKind::Unary { op, operand } => type_of_unary(*op, type_of(operand)?),
        ExprKind::Binary { left, op, right } => {
            type_of_binary(type_of(left)?, *op, type_of(right)?, right)
        }
        ExprKind::Subscript { value, index } => {
            matches!((type_of(value)?, type_of(index)?), ("str", "int")).then_some("str")
        }
        _ => None,
    }
}

fn type_of_constant(value: &Constant) -> &'static str {
    match value {
        Constant::None => "NoneType",
        Constant::True | Constant::False => "bool",
        Constant::Ellipsis => "ellipsis",
        Constant::Int(_) | Constant::BigInt(_) => "int",
        Constant::Float(_) => "float",
        Constant::Imaginary(_) => "complex",
        Constant::Str { .. } => "str",
        Constant::Bytes(_) => "bytes",
    }
}

fn type_of_unary(op: UnaryOp, operand: &'static str) -> Option<&'static str> {
    match (op, operand) {
        (UnaryOp::Not, _) => Some("bool"),
        (UnaryOp::Invert, "int") => Some("int"),
        (UnaryOp::UAdd | UnaryOp::USub, "int" | "bool") => Some("int"),
        (UnaryOp::UAdd | UnaryOp::USub, "float" | "complex") => Some(operand),
        _ => None,
    }
}

fn type_of_binary(
    left: &'static str,
    op: BinaryOp,
    right: &'static str,
    divisor: &Expr,
) -> Option<&'static str> {
    let divides = matches!(op, BinaryOp::Div | BinaryOp::FloorDiv | BinaryOp::Mod);
    if divides && is_zero(divisor) {
        return None;
    }
    let rank = |name| {
        ["bool", "int", "float", "complex"]
            .iter()
            .position(|known| *known == name)
    };
    if let (Some(left_rank), Some(right_rank)) = (rank(left), rank(right)) {
        let rank = left_rank.max(right_rank);
        return match op {
            BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mult => {
                Some(["int", "int", "float", "complex"][rank])
            }
            BinaryOp::Pow => Some(["int", "int", "float", "complex"][rank]),
            BinaryOp::Div => Some(["float", "float", "float", "complex"][rank]),
            BinaryOp::FloorDiv | BinaryOp::Mod => {
                [Some("int"), Some("int"), Some("float"), None][rank]
            }
            BinaryOp::LShift | BinaryOp::RShift => (rank < 2).then_some("int"),
            BinaryOp::BitOr | BinaryOp::BitXor | BinaryOp::BitAnd => {
                [Some("bool"), Some("int"), None, None][rank]
            }
            BinaryOp::MatMult => None,
        };
    }
    match (left, op, right) {
        ("str" | "bytes" | "tuple", BinaryOp::Add, _) if left == right => Some(left),
        ("str" | "bytes" | "tuple", BinaryOp::Mult, "int") => Some(left),
        ("int", BinaryOp::Mult, "str" | "bytes" | "tuple") => Some(right),
        _ => None,
    }
}

fn is_zero(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Constant(Constant::Int(0) | Constant::False) => true,
        ExprKind::Constant(Constant::Float(value)) => *value == 0.0,
        _ => false,
    }
}

/// A key of a mapping pattern, comparable as its value is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Key {
    None,
    /// An integer, float or complex number.
    Number(Number, f64),
    Str(Vec<u8>),
    Bytes(Vec<u8>),
}

/// A real number; integers that a float holds exactly compare equal to it.
#[derive(Clone, Debug)]
pub(super) enum Number {
    Int(num_bigint::BigInt),
    Float(f64),
}

impl PartialEq for Number {
    fn eq(&self, other: &Number) -> bool {
        match (self, other) {
            (Number::Int(left), Number::Int(right)) => left == right,
            (Number::Float(left), Number::Float(right)) => left == right,
            (Number::Int(int), Number::Float(float)) | (Number::Float(float), Number::Int(int)) => {
                float.fract() == 0.0
                    && num_traits::FromPrimitive::from_f64(*float).as_ref() == Some(int)
            }
        }
    }
}

impl Key {
    /// The value of a literal key, with its text; `None` for attribute look-ups.
    pub(super) fn of(expr: &Expr) -> Option<(Key, String)> {
        match &expr.kind {
            ExprKind::Constant(Constant::None) => Some((Key::None, "None".to_owned())),
            ExprKind::Constant(Constant::True) => {
                Some((Key::Number(Number::Int(1.into()), 0.0), "True".to_owned()))
            }
            ExprKind::Constant(Constant::False) => {
                Some((Key::Number(Number::Int(0.into()), 0.0), "False".to_owned()))
            }
            ExprKind::Constant(Constant::Str { text, .. }) => {
                Some((Key::Str(text.to_vec()), repr::repr_str(text)))
            }
            ExprKind::Constant(Constant::Bytes(bytes)) => {
                Some((Key::Bytes(bytes.to_vec()), repr::repr_bytes(bytes)))
            }
            ExprKind::Binary { left, op, right } => {
                let (real, (_, imaginary)) = (number(left)?.0, number(right)?);
                let imaginary = if *op == BinaryOp::Sub {
                    -imaginary
                } else {
                    imaginary
                };
                let real = match real {
                    Number::Int(int) => {
                        num_traits::ToPrimitive::to_f64(&int).unwrap_or(f64::INFINITY)
                    }
                    Number::Float(float) => float,
                };
                let text = format!(
                    "({}{}{}j)",
                    complex_part(real),
                    if imaginary.is_sign_negative() {
                        ""
                    } else {
                        "+"
                    },
                    complex_part(imaginary)
                );
                Some((Key::Number(Number::Float(real), imaginary), text))
            }
            _ => {
                let (real, imaginary) = number(expr)?;
                let is_complex = matches!(
                    &strip_sign(expr).kind,
                    ExprKind::Constant(Constant::Imaginary(_))
                );
                let text = match &real {
                    _ if is_complex && imaginary.is_sign_negative() => {
                        format!("(-0{}j)", complex_part(imaginary))
                    }
                    _ if is_complex => format!("{}j", complex_part(imaginary)),
                    Number::Int(int) => int.to_string(),
                    Number::Float(float) => float::repr(*float),
                };
                Some((Key::Number(real, imaginary), text))
            }
        }
    }
}

fn strip_sign(expr: &Expr) -> &Expr {
    match &expr.kind {
        ExprKind::Unary {
            op: UnaryOp::USub,
            operand,
        } => operand,
        _ => expr,
    }
}

/// The real and imaginary part of a number with or without a minus.
fn number(expr: &Expr) -> Option<(Number, f64)> {
    let negative = matches!(
        &expr.kind,
        ExprKind::Unary {
            op: UnaryOp::USub,
            ..
        }
    );
    let ExprKind::Constant(value) = &strip_sign(expr).kind else {
        return None;
    };
    let (real, imaginary) = match value {
        Constant::Int(int) => (Number::Int((*int).into()), 0.0),
        Constant::BigInt(int) => (Number::Int((**int).clone()), 0.0),
        Constant::Float(float) => (Number::Float(*float), 0.0),
        Constant::Imaginary(imaginary) => (Number::Int(0.into()), *imaginary),
        _ => return None,
    };
    if !negative {
        return Some((real, imaginary));
    }
    let real = match real {
        Number::Int(int) => Number::Int(-int),
        Number::Float(float) => Number::Float(-float),
    };
    Some((real, -imaginary))
}

fn complex_part(value: f64) -> String {
    let text = float::repr(value);
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}
