//! Expressions as text: what annotations are under `from __future__ import annotations`, in the reference's own spelling.

use super::Lowering;
use snakelet_grammar::ast::{
    Arg, BinaryOp, BoolOp, CompareOp, Comprehension, Constant, Expr, ExprKind, FPart, Param,
    Params, UnaryOp,
};
use std::fmt::Write;

/// How tightly an expression binds; what binds less tightly than its place asks for is put in parentheses.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Tuple,
    Test,
    Or,
    And,
    Not,
    Compare,
    BitOr,
    BitXor,
    BitAnd,
    Shift,
    Arithmetic,
    Term,
    Factor,
    Power,
    Await,
    Atom,
}

impl Level {
    /// The next tighter one.
    fn tighter(self) -> Level {
        match self {
            Level::Tuple => Level::Test,
            Level::Test => Level::Or,
            Level::Or => Level::And,
            Level::And => Level::Not,
            Level::Not => Level::Compare,
            Level::Compare => Level::BitOr,
            Level::BitOr => Level::BitXor,
            Level::BitXor => Level::BitAnd,
            Level::BitAnd => Level::Shift,
            Level::Shift => Level::Arithmetic,
            Level::Arithmetic => Level::Term,
            Level::Term => Level::Factor,
            Level::Factor => Level::Power,
            Level::Power => Level::Await,
            Level::Await | Level::Atom => Level::Atom,
        }
    }
}

fn binary(op: BinaryOp) -> (&'static str, Level) {
    match op {
        BinaryOp::Add => (" + ", Level::Arithmetic),
        BinaryOp::Sub => (" - ", Level::Arithmetic),
        BinaryOp::Mult => (" * ", Level::Term),
        BinaryOp::MatMult => (" @ ", Level::Term),
        BinaryOp::Div => (" / ", Level::Term),
        BinaryOp::Mod => (" % ", Level::Term),
        BinaryOp::FloorDiv => (" // ", Level::Term),
        BinaryOp::LShift => (" << ", Level::Shift),
        BinaryOp::RShift => (" >> ", Level::Shift),
        BinaryOp::BitOr => (" | ", Level::BitOr),
        BinaryOp::BitXor => (" ^ ", Level::BitXor),
        BinaryOp::BitAnd => (" & ", Level::BitAnd),
        BinaryOp::Pow => (" ** ", Level::Power),
    }
}

fn comparison(op: CompareOp) -> &'static str {
    match op {
        CompareOp::Eq => " == ",
        CompareOp::NotEq => " != ",
        CompareOp::Lt => " < ",
        CompareOp::LtE => " <= ",
        CompareOp::Gt => " > ",
        CompareOp::GtE => " >= ",
        CompareOp::Is => " is ",
        CompareOp::IsNot => " is not ",
        CompareOp::In => " in ",
        CompareOp::NotIn => " not in ",
    }
}

impl Lowering<'_> {
    /// The text of an annotation.
    pub(super) fn unparse(&self, expr: &Expr) -> String {
        let mut text = Text {
            lowering: self,
            out: String::new(),
        };
        text.expr(expr, Level::Test);
        text.out
    }
}

struct Text<'l> {
    lowering: &'l Lowering<'l>,
    out: String,
}

impl Text<'_> {
    fn put(&mut self, text: &str) {
        self.out.push_str(text);
    }

    /// Writes with parentheses around it if its place asks for something that binds more tightly.
    fn grouped(&mut self, own: Level, place: Level, write: impl FnOnce(&mut Self)) {
        let open = place > own;
        if open {
            self.put("(");
        }
        write(self);
        if open {
            self.put(")");
        }
    }

    fn expr(&mut self, expr: &Expr, level: Level) {
        match &expr.kind {
            ExprKind::Name(name) => self.put(name),
            ExprKind::Constant(constant) => self.constant(constant),
            ExprKind::JoinedStr(parts) => {
                let body = self.body_of(parts);
                let quoted = crate::text::repr::repr_str(body.as_bytes());
                self.put("f");
                self.put(&quoted);
            }
            ExprKind::BoolOp { op, values } => {
                let (own, word) = match op {
                    BoolOp::And => (Level::And, " and "),
                    BoolOp::Or => (Level::Or, " or "),
                };
                self.grouped(own, level, |text| {
                    text.joined(values, word, own.tighter());
                });
            }
            ExprKind::Named { target, value } => self.grouped(Level::Tuple, level, |text| {
                text.put(&target.name);
                text.put(" := ");
                text.expr(value, Level::Atom);
            }),
            ExprKind::Binary { left, op, right } => {
                let (symbol, own) = binary(*op);
                let to_right = *op == BinaryOp::Pow;
                let side = |tighter: bool| if tighter { own.tighter() } else { own };
                self.grouped(own, level, |text| {
                    text.expr(left, side(to_right));
                    text.put(symbol);
                    text.expr(right, side(!to_right));
                });
            }
            ExprKind::Unary { op, operand } => {
                let (symbol, own) = match op {
                    UnaryOp::Invert => ("~", Level::Factor),
                    UnaryOp::Not => ("not ", Level::Not),
                    UnaryOp::UAdd => ("+", Level::Factor),
                    UnaryOp::USub => ("-", Level::Factor),
                };
                self.grouped(own, level, |text| {
                    text.put(symbol);
                    text.expr(operand, own);
                });
            }
            ExprKind::Lambda { params, body } => self.grouped(Level::Test, level, |text| {
                let positional = !params.positional_only.is_empty() || !params.regular.is_empty();
                text.put(if positional { "lambda " } else { "lambda" });
                text.params(params);
                text.put(": ");
                text.expr(body, Level::Test);
            }),
            ExprKind::IfExp { test, body, orelse } => self.grouped(Level::Test, level, |text| {
                text.expr(body, Level::Or);
                text.put(" if ");
                text.expr(test, Level::Or);
                text.put(" else ");
                text.expr(orelse, Level::Test);
            }),
            ExprKind::Dict(items) => {
                self.put("{");
                for (index, (key, value)) in items.iter().enumerate() {
                    self.comma(index);
                    self.pair(key.as_ref(), value);
                }
                self.put("}");
            }
            ExprKind::Set(items) => self.enclosed("{", items, "}"),
            ExprKind::List(items) => self.enclosed("[", items, "]"),
            ExprKind::Tuple { items, .. } if items.is_empty() => self.put("()"),
            ExprKind::Tuple { items, .. } => self.grouped(Level::Tuple, level, |text| {
                text.joined(items, ", ", Level::Test);
                if items.len() == 1 {
                    text.put(",");
                }
            }),
            ExprKind::ListComp { element, clauses } => {
                self.comprehension("[", None, element, clauses, "]");
            }
            ExprKind::SetComp { element, clauses } => {
                self.comprehension("{", None, element, clauses, "}");
            }
            ExprKind::Generator { element, clauses } => {
                self.comprehension("(", None, element, clauses, ")");
            }
            ExprKind::DictComp {
                key,
                value,
                clauses,
            } => self.comprehension("{", Some(key), value, clauses, "}"),
            ExprKind::Await(value) => self.grouped(Level::Await, level, |text| {
                text.put("await ");
                text.expr(value, Level::Atom);
            }),
            ExprKind::Yield(None) => self.put("(yield)"),
            ExprKind::Yield(Some(value)) => self.wrapped("(yield ", value),
            ExprKind::YieldFrom(value) => self.wrapped("(yield from ", value),
            ExprKind::Compare { left, rest } => self.grouped(Level::Compare, level, |text| {
                text.expr(left, Level::BitOr);
                for (op, operand) in rest {
                    text.put(comparison(*op));
                    text.expr(operand, Level::BitOr);
                }
            }),
            ExprKind::Call { function, args } => self.call(function, args),
            ExprKind::Attribute { value, name } => {
                self.expr(value, Level::Atom);
                let is_int = matches!(
                    value.kind,
                    ExprKind::Constant(Constant::Int(_) | Constant::BigInt(_))
                );
                self.put(if is_int { " ." } else { "." });
                self.put(&name.name);
            }
            ExprKind::Subscript { value, index } => {
                self.expr(value, Level::Atom);
                self.put("[");
                self.expr(index, Level::Tuple);
                self.put("]");
            }
            ExprKind::Slice { lower, upper, step } => {
                self.optional(lower.as_deref());
                self.put(":");
                self.optional(upper.as_deref());
                if step.is_some() {
                    self.put(":");
                    self.optional(step.as_deref());
                }
            }
            ExprKind::Starred(value) => {
                self.put("*");
                self.expr(value, Level::BitOr);
            }
        }
    }

    fn optional(&mut self, expr: Option<&Expr>) {
        if let Some(expr) = expr {
            self.expr(expr, Level::Test);
        }
    }

    fn wrapped(&mut self, open: &str, value: &Expr) {
        self.put(open);
        self.expr(value, Level::Test);
        self.put(")");
    }

    fn comma(&mut self, index: usize) {
        if index > 0 {
            self.put(", ");
        }
    }

    fn joined(&mut self, items: &[Expr], between: &str, level: Level) {
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.put(between);
            }
            self.expr(item, level);
        }
    }

    fn enclosed(&mut self, open: &str, items: &[Expr], close: &str) {
        self.put(open);
        self.joined(items, ", ", Level::Test);
        self.put(close);
    }

    fn pair(&mut self, key: Option<&Expr>, value: &Expr) {
        match key {
            Some(key) => {
                self.expr(key, Level::Test);
                self.put(": ");
                self.expr(value, Level::Test);
            }
            None => {
                self.put("**");
                self.expr(value, Level::BitOr);
            }
        }
    }

    fn comprehension(
        &mut self,
        open: &str,
        key: Option<&Expr>,
        element: &Expr,
        clauses: &[Comprehension],
        close: &str,
    ) {
        self.put(open);
        match key {
            Some(key) => self.pair(Some(key), element),
            None => self.expr(element, Level::Test),
        }
        for clause in clauses {
            self.put(if clause.is_async {
                " async for "
            } else {
                " for "
            });
            self.expr(&clause.target, Level::Tuple);
            self.put(" in ");
            self.expr(&clause.iter, Level::Or);
            for condition in &clause.conditions {
                self.put(" if ");
                self.expr(condition, Level::Or);
            }
        }
        self.put(close);
    }

    fn call(&mut self, function: &Expr, args: &[Arg]) {
        self.expr(function, Level::Atom);
        if let [Arg::Positional(only)] = args
            && matches!(only.kind, ExprKind::Generator { .. })
        {
            return self.expr(only, Level::Test);
        }
        self.put("(");
        let is_positional = |arg: &&Arg| matches!(arg, Arg::Positional(_) | Arg::Star(_));
        let named = args.iter().filter(|arg| !is_positional(arg));
        for (index, arg) in args.iter().filter(is_positional).chain(named).enumerate() {
            self.comma(index);
            match arg {
                Arg::Positional(value) => self.expr(value, Level::Test),
                Arg::Star(value) => {
                    self.put("*");
                    self.expr(value, Level::BitOr);
                }
                Arg::Keyword { name, value, .. } => {
                    self.put(&name.name);
                    self.put("=");
                    self.expr(value, Level::Test);
                }
                Arg::DoubleStar(value) => self.pair(None, value),
            }
        }
        self.put(")");
    }

    fn params(&mut self, params: &Params) {
        let mut index = 0;
        let mut param = |text: &mut Self, star: &str, param: &Param| {
            text.comma(index);
            index += 1;
            text.put(star);
            text.put(&param.name.name);
            if let Some(default) = &param.default {
                text.put("=");
                text.expr(default, Level::Test);
            }
        };
        for each in &params.positional_only {
            param(self, "", each);
        }
        if !params.positional_only.is_empty() {
            self.put(", /");
        }
        for each in &params.regular {
            param(self, "", each);
        }
        if let Some(rest) = &params.var_positional {
            param(self, "*", rest);
        } else if !params.keyword_only.is_empty() {
            let first = params.positional_only.is_empty() && params.regular.is_empty();
            self.put(if first { "*" } else { ", *" });
        }
        let bare_star = params.var_positional.is_none()
            && params.positional_only.is_empty()
            && params.regular.is_empty();
        for (place, each) in params.keyword_only.iter().enumerate() {
            if bare_star && place == 0 {
                self.put(", ");
            }
            param(self, "", each);
        }
        if let Some(rest) = &params.var_keyword {
            param(self, "**", rest);
        }
    }

    fn constant(&mut self, constant: &Constant) {
        match constant {
            Constant::Ellipsis => self.put("..."),
            Constant::Str { unicode: true, .. } => {
                self.put("u");
                self.value(constant);
            }
            Constant::Float(_) | Constant::Imaginary(_) => {
                let start = self.out.len();
                self.value(constant);
                let number = self.out.split_off(start);
                // An infinite number has no name; a literal that is too large means it.
                self.put(&number.replace("inf", "1e309"));
            }
            _ => self.value(constant),
        }
    }

    fn value(&mut self, constant: &Constant) {
        let value = self.lowering.constant(constant);
        // The repr of a literal's value raises nothing.
        let text = self.lowering.vm.repr(&value).unwrap_or_default();
        self.put(&text);
    }

    /// What stands between the quotes of an f-string.
    fn body_of(&self, parts: &[FPart]) -> String {
        let mut body = String::new();
        for part in parts {
            match part {
                FPart::Literal(text) => {
                    let text = String::from_utf8_lossy(text);
                    body.push_str(&text.replace('{', "{{").replace('}', "}}"));
                }
                FPart::Field(field) => {
                    let mut inner = Text {
                        lowering: self.lowering,
                        out: String::new(),
                    };
                    inner.expr(&field.value, Level::Or);
                    if let Some(debug) = &field.debug {
                        body.push_str(&debug.replace('{', "{{").replace('}', "}}"));
                    }
                    body.push_str(if inner.out.starts_with('{') {
                        "{ "
                    } else {
                        "{"
                    });
                    body.push_str(&inner.out);
                    let implied = field.debug.is_some() && field.spec.is_none();
                    if let Some(conversion) = field.conversion.or(implied.then_some('r')) {
                        let _ = write!(body, "!{conversion}");
                    }
                    if let Some(spec) = &field.spec {
                        body.push(':');
                        body.push_str(&self.body_of(spec));
                    }
                    body.push('}');
                }
            }
        }
        body
    }
}
