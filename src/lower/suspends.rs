//! Which expressions and statements contain a suspension: `await`, `yield`, `async for`, `async with`. Computed once for
//! a source text, since every step of lowering asks.

use rustc_hash::FxHashSet;
use snakelet_grammar::ast::{
    Arg, ClassDef, Comprehension, Expr, ExprKind, FPart, FunctionDef, Params, Pattern, PatternKind,
    Stmt, StmtKind,
};
use std::borrow::Borrow;

/// The parts of a tree that suspend, by address: the tree does not move while it is lowered.
#[derive(Default)]
pub struct Suspends {
    found: FxHashSet<usize>,
}

impl Suspends {
    /// Looks through a module's statements.
    pub fn of_body(body: &[Stmt]) -> Suspends {
        let mut suspends = Suspends::default();
        suspends.body(body);
        suspends
    }

    /// Looks through one expression.
    pub fn of_expr(expr: &Expr) -> Suspends {
        let mut suspends = Suspends::default();
        suspends.expr(expr);
        suspends
    }

    /// Whether evaluating the expression can suspend the frame it stands in.
    pub fn in_expr(&self, expr: &Expr) -> bool {
        self.found.contains(&(std::ptr::from_ref(expr) as usize))
    }

    /// Whether running the statement can suspend the frame it stands in.
    pub fn in_stmt(&self, stmt: &Stmt) -> bool {
        self.found.contains(&(std::ptr::from_ref(stmt) as usize))
    }

    fn body(&mut self, body: &[Stmt]) -> bool {
        body.iter().fold(false, |any, stmt| self.stmt(stmt) | any)
    }

    fn exprs<'a, E: Borrow<Expr> + 'a>(&mut self, exprs: impl IntoIterator<Item = &'a E>) -> bool {
        exprs
            .into_iter()
            .fold(false, |any, expr| self.expr(expr.borrow()) | any)
    }

    fn stmt(&mut self, stmt: &Stmt) -> bool {
        let suspends = match &stmt.kind {
            StmtKind::Expr(value) => self.expr(value),
            StmtKind::Assign { targets, value } => self.exprs(targets) | self.expr(value),
            StmtKind::AugAssign { target, value, .. } => self.expr(target) | self.expr(value),
            StmtKind::AnnAssign {
                target,
                annotation,
                value,
                ..
            } => self.expr(target) | self.expr(annotation) | self.exprs(value),
            StmtKind::Return(value) => self.exprs(value),
            StmtKind::Delete(targets) => self.exprs(targets),
            StmtKind::Raise { exception, cause } => self.exprs(exception) | self.exprs(cause),
            StmtKind::Assert { test, message } => self.expr(test) | self.exprs(message),
            StmtKind::If { test, body, orelse } | StmtKind::While { test, body, orelse } => {
                self.expr(test) | self.body(body) | self.body(orelse)
            }
            StmtKind::For {
                target,
                iter,
                body,
                orelse,
                is_async,
            } => {
                self.expr(target) | self.expr(iter) | self.body(body) | self.body(orelse) | is_async
            }
            StmtKind::With {
                items,
                body,
                is_async,
            } => {
                let managers = items.iter().fold(false, |any, item| {
                    self.expr(&item.context) | self.exprs(&item.target) | any
                });
                managers | self.body(body) | is_async
            }
            StmtKind::Try {
                body,
                handlers,
                orelse,
                finalbody,
                ..
            } => {
                let handled = handlers.iter().fold(false, |any, handler| {
                    self.exprs(&handler.exception) | self.body(&handler.body) | any
                });
                self.body(body) | handled | self.body(orelse) | self.body(finalbody)
            }
            StmtKind::Match { subject, cases } => {
                let chosen = cases.iter().fold(false, |any, case| {
                    self.pattern(&case.pattern)
                        | self.exprs(&case.guard)
                        | self.body(&case.body)
                        | any
                });
                self.expr(subject) | chosen
            }
            StmtKind::Function(function) => self.function(function),
            StmtKind::Class(class) => self.class(class),
            StmtKind::TypeAlias { value, .. } => {
                self.expr(value);
                false
            }
            StmtKind::Pass
            | StmtKind::Unread { .. }
            | StmtKind::Break
            | StmtKind::Continue
            | StmtKind::Global(_)
            | StmtKind::Nonlocal(_)
            | StmtKind::Import(_)
            | StmtKind::ImportFrom { .. } => false,
        };
        self.note(std::ptr::from_ref(stmt) as usize, suspends)
    }

    fn note(&mut self, address: usize, suspends: bool) -> bool {
        if suspends {
            self.found.insert(address);
        }
        suspends
    }

    /// The parts of a definition that its own frame evaluates are looked through too, but belong to no one outside.
    fn function(&mut self, function: &FunctionDef) -> bool {
        self.body(&function.body);
        self.exprs(&function.decorators)
            | self.params(&function.params)
            | self.exprs(&function.returns)
    }

    fn params(&mut self, params: &Params) -> bool {
        let all = params
            .positional_only
            .iter()
            .chain(&params.regular)
            .chain(&params.var_positional);
        let all = all.chain(&params.keyword_only).chain(&params.var_keyword);
        all.fold(false, |any, param| {
            self.exprs(&param.annotation) | self.exprs(&param.default) | any
        })
    }

    fn class(&mut self, class: &ClassDef) -> bool {
        self.body(&class.body);
        self.exprs(&class.decorators) | self.args(&class.args)
    }

    fn args(&mut self, args: &[Arg]) -> bool {
        args.iter()
            .fold(false, |any, arg| self.expr(arg_value(arg)) | any)
    }

    fn pattern(&mut self, pattern: &Pattern) -> bool {
        match &pattern.kind {
            PatternKind::Value(value) => self.expr(value),
            PatternKind::Singleton(_) | PatternKind::Star(_) => false,
            PatternKind::Sequence(patterns) | PatternKind::Or(patterns) => self.patterns(patterns),
            PatternKind::Mapping { keys, patterns, .. } => {
                self.exprs(keys) | self.patterns(patterns)
            }
            PatternKind::Class {
                class,
                patterns,
                keywords,
            } => {
                let named = keywords
                    .iter()
                    .fold(false, |any, (_, pattern)| self.pattern(pattern) | any);
                self.expr(class) | self.patterns(patterns) | named
            }
            PatternKind::As { pattern, .. } => pattern
                .as_ref()
                .is_some_and(|pattern| self.pattern(pattern)),
        }
    }

    fn patterns(&mut self, patterns: &[Pattern]) -> bool {
        patterns
            .iter()
            .fold(false, |any, pattern| self.pattern(pattern) | any)
    }

    fn expr(&mut self, expr: &Expr) -> bool {
        let suspends = match &expr.kind {
            ExprKind::Await(value) | ExprKind::YieldFrom(value) => {
                self.expr(value);
                true
            }
            ExprKind::Yield(value) => {
                self.exprs(value.as_deref());
                true
            }
            ExprKind::Name(_) | ExprKind::Constant(_) => false,
            ExprKind::JoinedStr(parts) => self.parts(parts),
            ExprKind::BoolOp { values, .. } => self.exprs(values),
            ExprKind::Named { value, .. } | ExprKind::Starred(value) => self.expr(value),
            ExprKind::Binary { left, right, .. } => self.expr(left) | self.expr(right),
            ExprKind::Unary { operand, .. } => self.expr(operand),
            ExprKind::Lambda { params, body } => {
                self.expr(body);
                self.params(params)
            }
            ExprKind::IfExp { test, body, orelse } => {
                self.expr(test) | self.expr(body) | self.expr(orelse)
            }
            ExprKind::Dict(entries) => entries.iter().fold(false, |any, (key, value)| {
                self.exprs(key) | self.expr(value) | any
            }),
            ExprKind::Set(items) | ExprKind::List(items) | ExprKind::Tuple { items, .. } => {
                self.exprs(items)
            }
            ExprKind::ListComp { element, clauses } | ExprKind::SetComp { element, clauses } => {
                self.expr(element) | self.clauses(clauses)
            }
            ExprKind::DictComp {
                key,
                value,
                clauses,
            } => self.expr(key) | self.expr(value) | self.clauses(clauses),
            ExprKind::Generator { element, clauses } => {
                self.expr(element);
                self.clauses(clauses);
                clauses
                    .first()
                    .is_some_and(|clause| self.in_expr(&clause.iter))
            }
            ExprKind::Compare { left, rest } => {
                self.expr(left) | self.exprs(rest.iter().map(|(_, expr)| expr))
            }
            ExprKind::Call { function, args } => self.expr(function) | self.args(args),
            ExprKind::Attribute { value, .. } => self.expr(value),
            ExprKind::Subscript { value, index } => self.expr(value) | self.expr(index),
            ExprKind::Slice { lower, upper, step } => {
                self.exprs(lower.as_deref())
                    | self.exprs(upper.as_deref())
                    | self.exprs(step.as_deref())
            }
        };
        self.note(std::ptr::from_ref(expr) as usize, suspends)
    }

    fn clauses(&mut self, clauses: &[Comprehension]) -> bool {
        clauses.iter().fold(false, |any, clause| {
            let parts = self.expr(&clause.target)
                | self.expr(&clause.iter)
                | self.exprs(&clause.conditions);
            parts | clause.is_async | any
        })
    }

    fn parts(&mut self, parts: &[FPart]) -> bool {
        parts.iter().fold(false, |any, part| {
            let suspends = match part {
                FPart::Literal(_) => false,
                FPart::Field(field) => {
                    self.expr(&field.value)
                        | field.spec.as_ref().is_some_and(|spec| self.parts(spec))
                }
            };
            suspends | any
        })
    }
}

/// The expression of an argument.
pub fn arg_value(arg: &Arg) -> &Expr {
    match arg {
        Arg::Positional(value)
        | Arg::Star(value)
        | Arg::DoubleStar(value)
        | Arg::Keyword { value, .. } => value,
    }
}
