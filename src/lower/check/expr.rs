//! The expressions of the checking walk: as values, as targets, deleted.

use super::{Block, Checked, Checker, mistake, suspicion};
use crate::lower::scope::{ScopeKind, first_operand};
use snakelet_grammar::ast::{Arg, Comprehension, Expr, ExprKind, FPart, UnaryOp};
use snakelet_grammar::source::Span;

impl<'a> Checker<'a> {
    /// Refuses to bind the one name that is a constant.
    pub(super) fn bind(&mut self, name: &str, span: Span) -> Checked {
        if name == "__debug__" {
            mistake("cannot assign to __debug__", span)
        } else {
            Ok(())
        }
    }

    pub(super) fn loads(&mut self, exprs: &'a [Expr]) -> Checked {
        exprs.iter().try_for_each(|expr| self.load(expr))
    }

    pub(super) fn optional(&mut self, expr: Option<&'a Expr>) -> Checked {
        expr.map_or(Ok(()), |expr| self.load(expr))
    }

    /// Walks an expression whose value is used. Chains that grow to the left are walked without recursion.
    pub(super) fn load(&mut self, expr: &'a Expr) -> Checked {
        let mut around = Vec::new();
        let mut at = expr;
        while let Some(first) = first_operand(at) {
            self.before_operands(at)?;
            around.push(at);
            at = first;
        }
        self.rest(at)?;
        around
            .into_iter()
            .rev()
            .try_for_each(|expr| self.rest(expr))
    }

    /// What is wrong or suspicious about an expression as a whole.
    fn before_operands(&mut self, expr: &'a Expr) -> Checked {
        match &expr.kind {
            ExprKind::Call { function, args } => {
                self.keywords(args)?;
                suspicion::call(function, expr.span, self.warnings);
            }
            ExprKind::Compare { left, rest } => {
                let negated = self.negated.take_if(|(at, _)| *at == expr.span);
                let negated = negated.is_some_and(|(_, negated)| negated);
                suspicion::identity(left, rest, negated, expr.span, self.warnings)
            }
            ExprKind::Subscript { value, index } => {
                suspicion::subscript(value, index, expr.span, self.warnings);
            }
            ExprKind::Unary { op, operand } => {
                suspicion::inversion(*op, operand, expr.span, self.warnings);
                self.note_negation(expr);
            }
            _ => {}
        }
        Ok(())
    }

    /// `not a is b` is generated as `a is not b`: notes that for a comparison behind so many `not`.
    fn note_negation(&mut self, expr: &'a Expr) {
        let (mut at, mut negated) = (expr, false);
        while let ExprKind::Unary {
            op: UnaryOp::Not,
            operand,
        } = &at.kind
        {
            (at, negated) = (operand, !negated);
        }
        let is_compared = matches!(&at.kind, ExprKind::Compare { rest, .. } if rest.len() == 1);
        if is_compared && self.negated.is_none_or(|(span, _)| span != at.span) {
            self.negated = Some((at.span, negated));
        }
    }

    /// Walks an expression but for its first operand.
    fn rest(&mut self, expr: &'a Expr) -> Checked {
        match &expr.kind {
            ExprKind::Name(_)
            | ExprKind::Constant(_)
            | ExprKind::Unary { .. }
            | ExprKind::Attribute { .. } => Ok(()),
            ExprKind::JoinedStr(parts) => self.parts(parts),
            ExprKind::BoolOp { op: _, values } => self.loads(values),
            ExprKind::Named { target, value } => {
                self.load(value)?;
                self.bind(&target.name, target.span)
            }
            ExprKind::Binary {
                left: _,
                op: _,
                right,
            } => self.load(right),
            ExprKind::Lambda { params, body } => self.lambda(params, body, expr.span),
            ExprKind::IfExp { test, body, orelse } => {
                self.load(test)?;
                self.load(body)?;
                self.load(orelse)
            }
            ExprKind::Dict(items) => items.iter().try_for_each(|(key, value)| {
                self.optional(key.as_ref())?;
                self.load(value)
            }),
            ExprKind::Set(items) | ExprKind::List(items) | ExprKind::Tuple { items, .. } => {
                self.items(items)
            }
            ExprKind::ListComp { element, clauses } | ExprKind::SetComp { element, clauses } => {
                self.comprehension(expr.span, clauses, &[element])
            }
            ExprKind::DictComp {
                key,
                value,
                clauses,
            } => self.comprehension(expr.span, clauses, &[key, value]),
            ExprKind::Generator { element, clauses } => self.generator(expr.span, clauses, element),
            ExprKind::Await(value) => self.awaits(value, expr.span),
            ExprKind::Yield(value) => {
                if !self.unit().kind.is_function_like() {
                    return mistake("'yield' outside function", expr.span);
                }
                self.optional(value.as_deref())
            }
            ExprKind::YieldFrom(value) => {
                if !self.unit().kind.is_function_like() {
                    return mistake("'yield from' outside function", expr.span);
                }
                if self.in_async_function() {
                    return mistake("'yield from' inside async function", expr.span);
                }
                self.load(value)
            }
            ExprKind::Compare { left: _, rest } => {
                rest.iter().try_for_each(|(_, operand)| self.load(operand))
            }
            ExprKind::Call { function: _, args } => self.args(args),
            ExprKind::Subscript { value: _, index } => self.load(index),
            ExprKind::Slice { lower, upper, step } => [lower, upper, step]
                .into_iter()
                .try_for_each(|bound| self.optional(bound.as_deref())),
            ExprKind::Starred(_) => mistake("can't use starred expression here", expr.span),
        }
    }

    /// The items of a display, which may be starred.
    fn items(&mut self, items: &'a [Expr]) -> Checked {
        items.iter().try_for_each(|item| match &item.kind {
            ExprKind::Starred(inner) => self.load(inner),
            _ => self.load(item),
        })
    }

    pub(super) fn args(&mut self, args: &'a [Arg]) -> Checked {
        for arg in args {
            if let Arg::Positional(value) | Arg::Star(value) = arg {
                self.load(value)?;
            }
        }
        for arg in args {
            if let Arg::Keyword { value, .. } | Arg::DoubleStar(value) = arg {
                self.load(value)?;
            }
        }
        Ok(())
    }

    fn parts(&mut self, parts: &'a [FPart]) -> Checked {
        for part in parts {
            if let FPart::Field(field) = part {
                self.load(&field.value)?;
                field.spec.iter().try_for_each(|spec| self.parts(spec))?;
            }
        }
        Ok(())
    }

    fn awaits(&mut self, value: &'a Expr, span: Span) -> Checked {
        if !self.at_awaiting_top() {
            match self.unit().kind {
                ScopeKind::Function | ScopeKind::Lambda => {
                    if !self.in_async_function() {
                        return mistake("'await' outside async function", span);
                    }
                }
                ScopeKind::Generator => {}
                ScopeKind::Module
                | ScopeKind::Class
                | ScopeKind::Comprehension
                | ScopeKind::TypeParams
                | ScopeKind::TypeAlias
                | ScopeKind::TypeBound
                | ScopeKind::Annotation => return mistake("'await' outside function", span),
            }
        }
        self.load(value)
    }

    /// A list, set or dict comprehension: part of the code around it.
    fn comprehension(
        &mut self,
        span: Span,
        clauses: &'a [Comprehension],
        elements: &[&'a Expr],
    ) -> Checked {
        clauses
            .first()
            .into_iter()
            .try_for_each(|first| self.load(&first.iter))?;
        let is_async = self
            .tree
            .get(self.tree.of(span, ScopeKind::Comprehension))
            .is_async;
        let allowed = self.in_async_function()
            || self.unit().kind == ScopeKind::Generator
            || self.at_awaiting_top();
        if is_async && !allowed {
            return mistake(
                "asynchronous comprehension outside of an asynchronous function",
                span,
            );
        }
        self.clauses(span, clauses, elements)
    }

    /// A generator expression: code of its own, generated before its first iterable.
    fn generator(
        &mut self,
        span: Span,
        clauses: &'a [Comprehension],
        element: &'a Expr,
    ) -> Checked {
        self.within(span, ScopeKind::Generator, |checker| {
            checker.clauses(span, clauses, &[element])
        })?;
        clauses
            .first()
            .into_iter()
            .try_for_each(|first| self.load(&first.iter))
    }

    fn clauses(
        &mut self,
        span: Span,
        clauses: &'a [Comprehension],
        elements: &[&'a Expr],
    ) -> Checked {
        for (index, clause) in clauses.iter().enumerate() {
            if index > 0 {
                self.load(&clause.iter)?;
            }
            if clause.is_async {
                self.push(Block::Other, span)?;
            }
            self.store(&clause.target)?;
            self.loads(&clause.conditions)?;
        }
        elements.iter().try_for_each(|element| self.load(element))?;
        clauses
            .iter()
            .filter(|clause| clause.is_async)
            .for_each(|_| self.pop());
        Ok(())
    }

    /// Walks an expression that is assigned to.
    pub(super) fn store(&mut self, target: &'a Expr) -> Checked {
        match &target.kind {
            ExprKind::Name(name) => self.bind(name, target.span),
            ExprKind::Attribute { value, name } => {
                self.load(value)?;
                self.bind(&name.name, target.span)
            }
            ExprKind::Tuple { items, .. } | ExprKind::List(items) => {
                self.unpack(items, target.span)
            }
            ExprKind::Starred(_) => mistake(
                "starred assignment target must be in a list or tuple",
                target.span,
            ),
            _ => self.operands_of_target(target),
        }
    }

    fn unpack(&mut self, items: &'a [Expr], span: Span) -> Checked {
        let starred = |item: &Expr| matches!(item.kind, ExprKind::Starred(_));
        if let Some(first) = items.iter().position(starred) {
            if first >= 1 << 8 || items.len() - first > 1 << 23 {
                return mistake("too many expressions in star-unpacking assignment", span);
            }
            if items[first + 1..].iter().any(starred) {
                return mistake("multiple starred expressions in assignment", span);
            }
        }
        items.iter().try_for_each(|item| match &item.kind {
            ExprKind::Starred(inner) => self.store(inner),
            _ => self.store(item),
        })
    }

    /// The values that a target is made of: the object of an attribute, object and index of a subscript.
    pub(super) fn operands_of_target(&mut self, target: &'a Expr) -> Checked {
        match &target.kind {
            ExprKind::Attribute { value, .. } => self.load(value),
            ExprKind::Subscript { value, index } => {
                self.load(value)?;
                self.load(index)
            }
            _ => self.load(target),
        }
    }

    pub(super) fn delete(&mut self, target: &'a Expr) -> Checked {
        match &target.kind {
            ExprKind::Name(name) if &**name == "__debug__" => {
                mistake("cannot delete __debug__", target.span)
            }
            ExprKind::Name(_) => Ok(()),
            ExprKind::Tuple { items, .. } | ExprKind::List(items) => {
                items.iter().try_for_each(|item| self.delete(item))
            }
            _ => self.operands_of_target(target),
        }
    }
}
