//! What the reference knows of constants when it compiles: the type of an expression that it folds.
//! Nothing is folded here; lowering computes values.

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
