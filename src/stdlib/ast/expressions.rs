//! Expressions as nodes.

use super::{Builder, list, number};
use crate::interp::Res;
use crate::objects::bytes::Bytes;
use crate::objects::complex::Complex;
use crate::objects::counted::Ref;
use crate::objects::str::Str;
use crate::objects::value::Value;
use snakelet_grammar::ast::{
    Arg, BinaryOp, BoolOp, CompareOp, Comprehension, Constant, Expr, ExprKind, FField, FPart,
    UnaryOp,
};
use snakelet_grammar::source::Span;

/// The contexts that names are used in.
const LOAD: &str = "Load";
pub(super) const STORE: &str = "Store";
pub(super) const DELETE: &str = "Del";

impl Builder<'_> {
    /// `Expression`
    pub(super) fn expression(&self, body: &Expr) -> Res {
        self.bare("Expression", vec![("body", self.expr(body)?)])
    }

    pub(super) fn expr(&self, expr: &Expr) -> Res {
        self.expr_in(expr, LOAD)
    }

    fn exprs(&self, exprs: &[Expr]) -> Res {
        self.list(exprs, Self::expr)
    }

    pub(super) fn optional_expr(&self, expr: Option<&Expr>) -> Res {
        self.optional(expr, Self::expr)
    }

    /// An expression as a target of an assignment or a deletion, or as a value.
    pub(super) fn expr_in(&self, expr: &Expr, context: &str) -> Res {
        self.vm.nested(|| self.expr_node(expr, context))
    }

    fn expr_node(&self, expr: &Expr, context: &str) -> Res {
        let ctx = || ("ctx", self.shared(context));
        let (class, fields) = match &expr.kind {
            ExprKind::Name(name) => {
                let name = Value::Str(self.vm.name(name));
                ("Name", vec![("id", name), ctx()])
            }
            ExprKind::Constant(constant) => return self.constant_node(constant, expr.span),
            ExprKind::JoinedStr(parts) => {
                let inside = self.between_quotes(expr.span);
                ("JoinedStr", vec![("values", self.parts(parts, inside)?)])
            }
            ExprKind::BoolOp { op, values } => {
                let op = match op {
                    BoolOp::And => "And",
                    BoolOp::Or => "Or",
                };
                let values = self.exprs(values)?;
                ("BoolOp", vec![("op", self.shared(op)), ("values", values)])
            }
            ExprKind::Named { target, value } => {
                let name = vec![("id", self.name(target)), ("ctx", self.shared(STORE))];
                let target = self.node("Name", target.span, name)?;
                let value = self.expr(value)?;
                ("NamedExpr", vec![("target", target), ("value", value)])
            }
            ExprKind::Binary { left, op, right } => {
                let left = self.expr(left)?;
                let op = self.shared(binary_name(*op));
                let right = self.expr(right)?;
                ("BinOp", vec![("left", left), ("op", op), ("right", right)])
            }
            ExprKind::Unary { op, operand } => {
                let op = self.shared(match op {
                    UnaryOp::Invert => "Invert",
                    UnaryOp::Not => "Not",
                    UnaryOp::UAdd => "UAdd",
                    UnaryOp::USub => "USub",
                });
                (
                    "UnaryOp",
                    vec![("op", op), ("operand", self.expr(operand)?)],
                )
            }
            ExprKind::Lambda { params, body } => {
                let args = self.arguments(params)?;
                ("Lambda", vec![("args", args), ("body", self.expr(body)?)])
            }
            ExprKind::IfExp { test, body, orelse } => {
                let (test, body) = (self.expr(test)?, self.expr(body)?);
                let orelse = self.expr(orelse)?;
                let fields = vec![("test", test), ("body", body), ("orelse", orelse)];
                ("IfExp", fields)
            }
            ExprKind::Dict(entries) => {
                let keys = self.list(entries, |this, (key, _)| this.optional_expr(key.as_ref()))?;
                let values = self.list(entries, |this, (_, value)| this.expr(value))?;
                ("Dict", vec![("keys", keys), ("values", values)])
            }
            ExprKind::Set(items) => ("Set", vec![("elts", self.exprs(items)?)]),
            ExprKind::List(items) => {
                let elts = self.list(items, |this, item| this.expr_in(item, context))?;
                ("List", vec![("elts", elts), ctx()])
            }
            ExprKind::Tuple { items, .. } => {
                let elts = self.list(items, |this, item| this.expr_in(item, context))?;
                ("Tuple", vec![("elts", elts), ctx()])
            }
            ExprKind::ListComp { element, clauses } => {
                self.comprehension("ListComp", element, clauses)?
            }
            ExprKind::SetComp { element, clauses } => {
                self.comprehension("SetComp", element, clauses)?
            }
            ExprKind::Generator { element, clauses } => {
                self.comprehension("GeneratorExp", element, clauses)?
            }
            ExprKind::DictComp {
                key,
                value,
                clauses,
            } => {
                let (key, value) = (self.expr(key)?, self.expr(value)?);
                let clauses = self.list(clauses, Self::clause)?;
                let fields = vec![("key", key), ("value", value), ("generators", clauses)];
                ("DictComp", fields)
            }
            ExprKind::Await(value) => ("Await", vec![("value", self.expr(value)?)]),
            ExprKind::Yield(value) => (
                "Yield",
                vec![("value", self.optional_expr(value.as_deref())?)],
            ),
            ExprKind::YieldFrom(value) => ("YieldFrom", vec![("value", self.expr(value)?)]),
            ExprKind::Compare { left, rest } => {
                let left = self.expr(left)?;
                let ops = rest.iter().map(|(op, _)| self.shared(compare_name(*op)));
                let ops = list(ops.collect());
                let others = self.list(rest, |this, (_, right)| this.expr(right))?;
                let fields = vec![("left", left), ("ops", ops), ("comparators", others)];
                ("Compare", fields)
            }
            ExprKind::Call { function, args } => {
                let function = self.expr(function)?;
                let (args, keywords) = self.call_arguments(args)?;
                let fields = vec![("func", function), ("args", args), ("keywords", keywords)];
                ("Call", fields)
            }
            ExprKind::Attribute { value, name } => {
                let value = self.expr(value)?;
                let fields = vec![("value", value), ("attr", self.name(name)), ctx()];
                ("Attribute", fields)
            }
            ExprKind::Subscript { value, index } => {
                let (value, index) = (self.expr(value)?, self.expr(index)?);
                ("Subscript", vec![("value", value), ("slice", index), ctx()])
            }
            ExprKind::Slice { lower, upper, step } => {
                let lower = self.optional_expr(lower.as_deref())?;
                let upper = self.optional_expr(upper.as_deref())?;
                let step = self.optional_expr(step.as_deref())?;
                (
                    "Slice",
                    vec![("lower", lower), ("upper", upper), ("step", step)],
                )
            }
            ExprKind::Starred(value) => {
                let value = self.expr_in(value, context)?;
                ("Starred", vec![("value", value), ctx()])
            }
        };
        self.node(class, expr.span, fields)
    }

    fn comprehension(
        &self,
        class: &'static str,
        element: &Expr,
        clauses: &[Comprehension],
    ) -> Res<(&'static str, super::Fields<'static>)> {
        let element = self.expr(element)?;
        let clauses = self.list(clauses, Self::clause)?;
        Ok((class, vec![("elt", element), ("generators", clauses)]))
    }

    fn clause(&self, clause: &Comprehension) -> Res {
        let fields = vec![
            ("target", self.expr_in(&clause.target, STORE)?),
            ("iter", self.expr(&clause.iter)?),
            ("ifs", self.exprs(&clause.conditions)?),
            ("is_async", number(clause.is_async.into())),
        ];
        self.bare("comprehension", fields)
    }

    /// The positional arguments of a call or the bases of a class, and those with names.
    pub(super) fn call_arguments(&self, args: &[Arg]) -> Res<(Value, Value)> {
        let (mut positional, mut keywords) = (Vec::new(), Vec::new());
        for arg in args {
            match arg {
                Arg::Positional(value) => positional.push(self.expr(value)?),
                Arg::Star(value) => {
                    let fields = vec![("value", self.expr(value)?), ("ctx", self.shared(LOAD))];
                    let span = self.starred(value.span, "*");
                    positional.push(self.node("Starred", span, fields)?);
                }
                Arg::Keyword { span, name, value } => {
                    let fields = vec![("arg", self.name(name)), ("value", self.expr(value)?)];
                    keywords.push(self.node("keyword", *span, fields)?);
                }
                Arg::DoubleStar(value) => {
                    let fields = vec![("arg", Value::None), ("value", self.expr(value)?)];
                    let span = self.starred(value.span, "**");
                    keywords.push(self.node("keyword", span, fields)?);
                }
            }
        }
        Ok((list(positional), list(keywords)))
    }

    fn constant_node(&self, constant: &Constant, span: Span) -> Res {
        let kind = match constant {
            Constant::Str { unicode: true, .. } => Value::str("u"),
            _ => Value::None,
        };
        let fields = vec![("value", self.constant(constant)), ("kind", kind)];
        self.node("Constant", span, fields)
    }

    /// The value of a literal.
    pub(super) fn constant(&self, constant: &Constant) -> Value {
        match constant {
            Constant::None => Value::None,
            Constant::True => Value::bool(true),
            Constant::False => Value::bool(false),
            Constant::Ellipsis => Value::Ellipsis,
            Constant::Int(number) => Value::Int(*number),
            Constant::BigInt(number) => Value::from((**number).clone()),
            Constant::Float(number) => Value::float(*number),
            Constant::Imaginary(number) => Value::from(Complex {
                real: 0.0,
                imaginary: *number,
            }),
            Constant::Str { text, .. } => text_value(text),
            Constant::Bytes(bytes) => Value::from(Bytes::new(bytes.to_vec())),
        }
    }

    /// The values of an f-string or a format spec, whose text stands in `inside`.
    fn parts(&self, parts: &[FPart], inside: Span) -> Res {
        let mut values = Vec::new();
        // Text that waits for what stands behind it: the text of `{x=}` belongs to the literal before it.
        let mut text: Vec<u8> = Vec::new();
        let mut start = inside.start;
        for part in parts {
            match part {
                FPart::Literal(literal) => text.extend_from_slice(literal),
                FPart::Field(field) => {
                    if let Some(debug) = &field.debug {
                        text.extend_from_slice(debug.as_bytes());
                    }
                    if !text.is_empty() {
                        let shown = field.debug.as_ref();
                        // Behind the brace, where its text ends.
                        let length = shown.map_or(0, |debug| debug.len() as u32 + 1);
                        let end = field.span.start + length;
                        values.push(self.plain(&text, Span::new(start.min(end), end))?);
                        text.clear();
                    }
                    values.push(self.field(field)?);
                    start = field.span.end;
                }
            }
        }
        if !text.is_empty() {
            let span = Span::new(start.min(inside.end), inside.end);
            values.push(self.plain(&text, span)?);
        }
        Ok(list(values))
    }

    fn plain(&self, text: &[u8], span: Span) -> Res {
        let fields = vec![("value", text_value(text)), ("kind", Value::None)];
        self.node("Constant", span, fields)
    }

    fn field(&self, field: &FField) -> Res {
        let conversion = match field.conversion {
            Some(letter) => i64::from(u32::from(letter)),
            None if field.debug.is_some() && field.spec.is_none() => i64::from(b'r'),
            None => -1,
        };
        let spec = match &field.spec {
            None => Value::None,
            Some(parts) => {
                let span = self.format_spec(field.span, field.value.span);
                let inside = Span::new((span.start + 1).min(span.end), span.end);
                let values = self.vm.nested(|| self.parts(parts, inside))?;
                self.node("JoinedStr", span, vec![("values", values)])?
            }
        };
        let fields = vec![
            ("value", self.expr(&field.value)?),
            ("conversion", Value::Int(conversion)),
            ("format_spec", spec),
        ];
        self.node("FormattedValue", field.span, fields)
    }
}

fn text_value(text: &[u8]) -> Value {
    Value::Str(Ref::new(Str::from_wtf8(text.to_vec())))
}

pub(super) fn binary_name(op: BinaryOp) -> &'static str {
    match op {
        BinaryOp::Add => "Add",
        BinaryOp::Sub => "Sub",
        BinaryOp::Mult => "Mult",
        BinaryOp::MatMult => "MatMult",
        BinaryOp::Div => "Div",
        BinaryOp::Mod => "Mod",
        BinaryOp::Pow => "Pow",
        BinaryOp::LShift => "LShift",
        BinaryOp::RShift => "RShift",
        BinaryOp::BitOr => "BitOr",
        BinaryOp::BitXor => "BitXor",
        BinaryOp::BitAnd => "BitAnd",
        BinaryOp::FloorDiv => "FloorDiv",
    }
}

fn compare_name(op: CompareOp) -> &'static str {
    match op {
        CompareOp::Eq => "Eq",
        CompareOp::NotEq => "NotEq",
        CompareOp::Lt => "Lt",
        CompareOp::LtE => "LtE",
        CompareOp::Gt => "Gt",
        CompareOp::GtE => "GtE",
        CompareOp::Is => "Is",
        CompareOp::IsNot => "IsNot",
        CompareOp::In => "In",
        CompareOp::NotIn => "NotIn",
    }
}
