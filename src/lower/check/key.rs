//! The literal keys of mapping patterns: which of them are equal, and how messages show them.

use crate::text::{float, repr};
use num_bigint::BigInt;
use num_traits::{FromPrimitive, ToPrimitive};
use snakelet_grammar::ast::{BinaryOp, Constant, Expr, ExprKind, UnaryOp};
use std::rc::Rc;

/// A key; equal keys find the same item.
#[derive(PartialEq, Eq, Hash)]
pub(super) enum Key {
    None,
    Number(Real, Imaginary),
    Str(Rc<[u8]>),
    Bytes(Rc<[u8]>),
}

/// A real number: an integer wherever it is one, since `1.0` equals `1`.
#[derive(PartialEq, Eq, Hash)]
pub(super) enum Real {
    Int(BigInt),
    /// The bits of a float that is no integer.
    Float(u64),
}

/// The bits of an imaginary part that is not `-0.0`.
#[derive(PartialEq, Eq, Hash)]
pub(super) struct Imaginary(u64);

impl Key {
    /// The value of a literal key; `None` for a name that is looked up.
    pub(super) fn of(expr: &Expr) -> Option<Key> {
        match &expr.kind {
            ExprKind::Constant(Constant::None) => Some(Key::None),
            ExprKind::Constant(Constant::Str { text, .. }) => Some(Key::Str(text.clone())),
            ExprKind::Constant(Constant::Bytes(bytes)) => Some(Key::Bytes(bytes.clone())),
            _ => {
                let Number { real, imaginary } = Number::of(expr)?;
                let real = match real {
                    Part::Int(int) => Real::Int(int),
                    Part::Float(float) if float.fract() == 0.0 => {
                        Real::Int(BigInt::from_f64(float)?)
                    }
                    Part::Float(float) => Real::Float(float.to_bits()),
                };
                Some(Key::Number(
                    real,
                    Imaginary((imaginary.unwrap_or(0.0) + 0.0).to_bits()),
                ))
            }
        }
    }
}

/// A literal key as `repr` shows its value.
pub(super) fn text(key: &Expr) -> String {
    match &key.kind {
        ExprKind::Constant(Constant::None) => "None".to_owned(),
        ExprKind::Constant(Constant::True) => "True".to_owned(),
        ExprKind::Constant(Constant::False) => "False".to_owned(),
        ExprKind::Constant(Constant::Str { text, .. }) => repr::repr_str(text),
        ExprKind::Constant(Constant::Bytes(bytes)) => repr::repr_bytes(bytes),
        _ => Number::of(key).map_or(String::new(), Number::text),
    }
}

/// A number as it is written: a sign, and two parts when it is complex.
struct Number {
    real: Part,
    imaginary: Option<f64>,
}

enum Part {
    Int(BigInt),
    Float(f64),
}

impl Number {
    fn of(expr: &Expr) -> Option<Number> {
        let number = |real, imaginary| Some(Number { real, imaginary });
        match &expr.kind {
            ExprKind::Constant(Constant::False) => number(Part::Int(0.into()), None),
            ExprKind::Constant(Constant::True) => number(Part::Int(1.into()), None),
            ExprKind::Constant(Constant::Int(int)) => number(Part::Int((*int).into()), None),
            ExprKind::Constant(Constant::BigInt(int)) => number(Part::Int((**int).clone()), None),
            ExprKind::Constant(Constant::Float(float)) => number(Part::Float(*float), None),
            ExprKind::Constant(Constant::Imaginary(imaginary)) => {
                number(Part::Float(0.0), Some(*imaginary))
            }
            ExprKind::Unary {
                op: UnaryOp::USub,
                operand,
            } => {
                let Number { real, imaginary } = Number::of(operand)?;
                let real = match real {
                    Part::Int(int) => Part::Int(-int),
                    Part::Float(float) => Part::Float(-float),
                };
                number(real, imaginary.map(|imaginary| -imaginary))
            }
            ExprKind::Binary { left, op, right } => {
                let real = match Number::of(left)?.real {
                    Part::Int(int) => int.to_f64().unwrap_or(f64::INFINITY),
                    Part::Float(float) => float,
                };
                // The imaginary number has a real part too, a positive zero.
                let imaginary = Number::of(right)?.imaginary?;
                let (real, imaginary) = match op {
                    BinaryOp::Sub => (real - 0.0, 0.0 - imaginary),
                    _ => (real + 0.0, 0.0 + imaginary),
                };
                number(Part::Float(real), Some(imaginary))
            }
            _ => None,
        }
    }

    fn text(self) -> String {
        match (self.real, self.imaginary) {
            (Part::Int(int), _) => int.to_string(),
            (Part::Float(float), None) => float::repr(float),
            (Part::Float(real), Some(imaginary)) if real == 0.0 && real.is_sign_positive() => {
                format!("{}j", complex_part(imaginary))
            }
            (Part::Float(real), Some(imaginary)) => {
                let plus = if imaginary.is_sign_negative() {
                    ""
                } else {
                    "+"
                };
                format!("({}{plus}{}j)", complex_part(real), complex_part(imaginary))
            }
        }
    }
}

/// A part of a complex number, which has no `.0`.
fn complex_part(value: f64) -> String {
    let text = float::repr(value);
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}
