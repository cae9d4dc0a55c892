//! The walk over the syntax tree that opens scopes and notes what each does with each name.
//! It reports what is wrong at the place where a name stands, in the order of the reference's walk; what a name
//! refers to is decided afterwards by `binding.rs`.

mod comprehension;
mod declare;
mod definition;

use super::{
    Scope, ScopeId, ScopeKind, ScopeTree, Symbol, SymbolMap, first_operand, mangle, mangle_in,
};
use snakelet_grammar::ast::{
    Alias, Arg, Expr, ExprKind, FPart, Handler, Identifier, MatchCase, Module, Name, Pattern,
    PatternKind, Stmt, StmtKind,
};
use snakelet_grammar::error::{ErrorKind, Phase, SyntaxError};
use snakelet_grammar::source::Span;

type Checked = Result<(), SyntaxError>;

/// Scopes whose names are collected but not yet bound.
pub(super) struct Draft {
    /// The scopes; every symbol still counts as global.
    pub tree: ScopeTree,
    /// For each scope the places that declared names `global` or `nonlocal`.
    pub directives: Vec<Vec<(Name, Span)>>,
}

/// Collects the scopes of a module; annotations are text in it if it says so or has `inherited` it.
pub(super) fn build(module: &Module, inherited: bool) -> Result<Draft, SyntaxError> {
    let mut builder = Builder::new(module_span(module));
    builder.tree.future_annotations = super::future::annotations(module)? || inherited;
    builder.body(&module.body)?;
    Ok(builder.finish())
}

/// Collects the scopes of a single expression.
pub(super) fn build_expression(expr: &Expr) -> Result<Draft, SyntaxError> {
    let mut builder = Builder::new(expr.span);
    builder.expr(expr)?;
    Ok(builder.finish())
}

/// An error with the reference's text at `span`.
pub(in crate::lower) fn error(message: impl Into<String>, span: Span) -> SyntaxError {
    SyntaxError {
        phase: Phase::Scopes,
        ..SyntaxError::new(ErrorKind::Syntax, message, span)
    }
}

fn module_span(module: &Module) -> Span {
    match module.body.as_slice() {
        [] => Span::default(),
        [first, .., last] => first.span.to(last.span),
        [only] => only.span,
    }
}

/// What a scope is needed for only while names are collected.
#[derive(Default)]
struct Progress {
    /// The places of its `global` and `nonlocal`.
    directives: Vec<(Name, Span)>,
    /// For comprehensions and generators: what messages call them.
    comprehension: Option<&'static str>,
    /// The target of a `for` clause is being visited.
    in_target: bool,
    /// How many iterables of comprehensions are being visited around this place.
    iterables: u32,
    /// For bounds and defaults of type parameters: what messages call them.
    bound_of: &'static str,
}

struct Builder {
    tree: ScopeTree,
    progress: Vec<Progress>,
    current: ScopeId,
    /// The class whose private names are mangled here.
    private: Option<Name>,
}

/// What a place does with a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Act {
    Use,
    Assign,
    Import,
    Annotate,
    Parameter,
    TypeParameter,
    Global,
    Nonlocal,
}

impl Builder {
    fn new(span: Span) -> Builder {
        let tree = ScopeTree {
            scopes: Vec::new(),
            places: Default::default(),
            future_annotations: false,
        };
        let mut builder = Builder {
            tree,
            progress: Vec::new(),
            current: ScopeId(0),
            private: None,
        };
        builder.open(ScopeKind::Module, span, None);
        builder
    }

    fn finish(self) -> Draft {
        let directives = self
            .progress
            .into_iter()
            .map(|progress| progress.directives)
            .collect();
        Draft {
            tree: self.tree,
            directives,
        }
    }

    fn open(&mut self, kind: ScopeKind, span: Span, parent: Option<ScopeId>) {
        let id = ScopeId(self.tree.scopes.len() as u32);
        let around = parent.map(|parent| self.tree.get(parent));
        // Inside the type parameters of a class only these are mangled, until a body begins.
        let mangles_only = around
            .filter(|_| kind != ScopeKind::Class)
            .and_then(|scope| scope.mangles_only);
        self.tree.scopes.push(Scope {
            kind,
            parent,
            span,
            symbols: SymbolMap::default(),
            free: Vec::new(),
            is_async: false,
            has_yield: false,
            has_await: false,
            needs_class_cell: false,
            needs_classdict: false,
            names_introspection: false,
            has_star_import: false,
            has_annotations: false,
            sees_class: false,
            private: self.private.clone(),
            mangles_only,
        });
        self.tree.places.insert((span, kind), id);
        let iterables = parent.map_or(0, |parent| self.progress[parent.0 as usize].iterables);
        self.progress.push(Progress {
            iterables,
            ..Progress::default()
        });
        self.current = id;
    }

    /// Opens a scope inside the current one.
    fn enter(&mut self, kind: ScopeKind, span: Span) {
        self.open(kind, span, Some(self.current));
    }

    /// Goes back to the scope around the current one.
    fn leave(&mut self) {
        self.current = self
            .scope()
            .parent
            .expect("only scopes that were entered are left");
    }

    fn scope(&mut self) -> &mut Scope {
        &mut self.tree.scopes[self.current.0 as usize]
    }

    fn progress(&mut self) -> &mut Progress {
        &mut self.progress[self.current.0 as usize]
    }

    fn body(&mut self, body: &[Stmt]) -> Checked {
        body.iter().try_for_each(|stmt| self.stmt(stmt))
    }

    fn stmt(&mut self, stmt: &Stmt) -> Checked {
        match &stmt.kind {
            StmtKind::Function(def) => self.function(def, stmt.span),
            StmtKind::Class(def) => self.class(def, stmt.span),
            StmtKind::TypeAlias {
                name,
                type_params,
                value,
            } => self.type_alias(name, type_params, value, stmt.span),
            StmtKind::Expr(value) => self.expr(value),
            StmtKind::Return(value) => self.optional(value.as_ref()),
            // Deleting a name makes it a variable of the scope too.
            StmtKind::Delete(targets) => targets.iter().try_for_each(|target| self.target(target)),
            StmtKind::Assign { targets, value } => {
                targets.iter().try_for_each(|target| self.target(target))?;
                self.expr(value)
            }
            StmtKind::AugAssign {
                target,
                op: _,
                value,
            } => {
                self.target(target)?;
                self.expr(value)
            }
            StmtKind::AnnAssign {
                target,
                annotation,
                value,
                simple,
            } => self.annotated_assignment(stmt, target, annotation, value.as_deref(), *simple),
            StmtKind::Pass | StmtKind::Break | StmtKind::Continue => Ok(()),
            StmtKind::Unread { names_class } => match names_class {
                true => self.add(&"__class__".into(), Act::Use, stmt.span),
                false => Ok(()),
            },
            StmtKind::Raise { exception, cause } => {
                self.optional(exception.as_deref())?;
                self.optional(cause.as_deref())
            }
            StmtKind::Assert { test, message } => {
                self.expr(test)?;
                self.optional(message.as_deref())
            }
            StmtKind::Global(names) => names
                .iter()
                .try_for_each(|name| self.declare(name, Act::Global, stmt.span)),
            StmtKind::Nonlocal(names) => names
                .iter()
                .try_for_each(|name| self.declare(name, Act::Nonlocal, stmt.span)),
            StmtKind::Import(names) | StmtKind::ImportFrom { names, .. } => {
                names.iter().try_for_each(|alias| self.alias(alias))
            }
            StmtKind::If { test, body, orelse } => self.conditional(test, body, orelse),
            StmtKind::While { test, body, orelse } => {
                self.expr(test)?;
                self.body(body)?;
                self.body(orelse)
            }
            StmtKind::For {
                target,
                iter,
                body,
                orelse,
                is_async,
            } => {
                self.scope().has_await |= is_async;
                self.target(target)?;
                self.expr(iter)?;
                self.body(body)?;
                self.body(orelse)
            }
            StmtKind::With {
                items,
                body,
                is_async,
            } => {
                self.scope().has_await |= is_async;
                for item in items {
                    self.expr(&item.context)?;
                    item.target
                        .iter()
                        .try_for_each(|target| self.target(target))?;
                }
                self.body(body)
            }
            StmtKind::Try {
                body,
                handlers,
                orelse,
                finalbody,
                star: _,
            } => {
                self.body(body)?;
                handlers
                    .iter()
                    .try_for_each(|handler| self.handler(handler))?;
                self.body(orelse)?;
                self.body(finalbody)
            }
            StmtKind::Match { subject, cases } => {
                self.expr(subject)?;
                cases.iter().try_for_each(|case| self.case(case))
            }
        }
    }

    /// An `if` with its `elif`s, which nest in the tree but need not nest here.
    fn conditional(&mut self, test: &Expr, body: &[Stmt], orelse: &[Stmt]) -> Checked {
        self.expr(test)?;
        self.body(body)?;
        let mut rest = orelse;
        while let [
            Stmt {
                kind: StmtKind::If { test, body, orelse },
                ..
            },
        ] = rest
        {
            self.expr(test)?;
            self.body(body)?;
            rest = orelse;
        }
        self.body(rest)
    }

    fn alias(&mut self, alias: &Alias) -> Checked {
        if &*alias.name.name == "*" {
            if self.scope().kind != ScopeKind::Module {
                return Err(error("import * only allowed at module level", alias.span));
            }
            self.scope().has_star_import = true;
            return Ok(());
        }
        self.note_introspection(&alias.name.name);
        let bound = alias.asname.as_ref().unwrap_or(&alias.name);
        let first: Name = match bound.name.split_once('.') {
            Some((first, _)) => first.into(),
            None => bound.name.clone(),
        };
        self.add(&first, Act::Import, alias.span)
    }

    fn handler(&mut self, handler: &Handler) -> Checked {
        self.optional(handler.exception.as_deref())?;
        self.assign(handler.name.as_ref(), handler.span)?;
        self.body(&handler.body)
    }

    fn case(&mut self, case: &MatchCase) -> Checked {
        self.pattern(&case.pattern)?;
        self.optional(case.guard.as_deref())?;
        self.body(&case.body)
    }

    fn pattern(&mut self, pattern: &Pattern) -> Checked {
        match &pattern.kind {
            PatternKind::Value(value) => self.expr(value),
            PatternKind::Singleton(_) => Ok(()),
            PatternKind::Sequence(patterns) | PatternKind::Or(patterns) => self.patterns(patterns),
            PatternKind::Mapping {
                keys,
                patterns,
                rest,
            } => {
                self.exprs(keys)?;
                self.patterns(patterns)?;
                self.assign(rest.as_ref(), pattern.span)
            }
            PatternKind::Class {
                class,
                patterns,
                keywords,
            } => {
                self.expr(class)?;
                self.patterns(patterns)?;
                keywords
                    .iter()
                    .try_for_each(|(_, pattern)| self.pattern(pattern))
            }
            PatternKind::Star(name) => self.assign(name.as_ref(), pattern.span),
            PatternKind::As {
                pattern: inner,
                name,
            } => {
                inner.iter().try_for_each(|inner| self.pattern(inner))?;
                self.assign(name.as_ref(), pattern.span)
            }
        }
    }

    fn patterns(&mut self, patterns: &[Pattern]) -> Checked {
        patterns
            .iter()
            .try_for_each(|pattern| self.pattern(pattern))
    }

    fn assign(&mut self, name: Option<&Identifier>, span: Span) -> Checked {
        name.map_or(Ok(()), |name| self.add(&name.name, Act::Assign, span))
    }

    fn exprs(&mut self, exprs: &[Expr]) -> Checked {
        exprs.iter().try_for_each(|expr| self.expr(expr))
    }

    fn optional(&mut self, expr: Option<&Expr>) -> Checked {
        expr.map_or(Ok(()), |expr| self.expr(expr))
    }

    /// An expression that is assigned to: names in it are bound, all else is only used.
    fn target(&mut self, target: &Expr) -> Checked {
        match &target.kind {
            ExprKind::Name(name) => self.add(name, Act::Assign, target.span),
            ExprKind::Tuple { items, .. } | ExprKind::List(items) => {
                items.iter().try_for_each(|item| self.target(item))
            }
            ExprKind::Starred(inner) => self.target(inner),
            _ => self.expr(target),
        }
    }

    /// Visits an expression. Chains that grow to the left may be very long: their spine is walked without recursion.
    fn expr(&mut self, expr: &Expr) -> Checked {
        let mut around = Vec::new();
        let mut at = expr;
        while let Some(first) = first_operand(at) {
            around.push(at);
            at = first;
        }
        self.rest(at)?;
        around
            .into_iter()
            .rev()
            .try_for_each(|expr| self.rest(expr))
    }

    /// Visits an expression but for its first operand.
    fn rest(&mut self, expr: &Expr) -> Checked {
        match &expr.kind {
            ExprKind::Name(name) => self.name(name, expr.span),
            ExprKind::Constant(_) | ExprKind::Unary { .. } => Ok(()),
            ExprKind::JoinedStr(parts) => self.parts(parts),
            ExprKind::BoolOp { op: _, values } => self.exprs(values),
            ExprKind::Named { target, value } => self.named(target, value, expr.span),
            ExprKind::Binary {
                left: _,
                op: _,
                right,
            } => self.expr(right),
            ExprKind::Lambda { params, body } => self.lambda(params, body, expr.span),
            ExprKind::IfExp { test, body, orelse } => {
                self.expr(test)?;
                self.expr(body)?;
                self.expr(orelse)
            }
            ExprKind::Dict(items) => {
                items
                    .iter()
                    .try_for_each(|(key, _)| self.optional(key.as_ref()))?;
                items.iter().try_for_each(|(_, value)| self.expr(value))
            }
            ExprKind::Set(items) | ExprKind::List(items) | ExprKind::Tuple { items, .. } => {
                self.exprs(items)
            }
            ExprKind::ListComp { element, clauses } => {
                self.comprehension(expr.span, "list comprehension", clauses, &[element])
            }
            ExprKind::SetComp { element, clauses } => {
                self.comprehension(expr.span, "set comprehension", clauses, &[element])
            }
            ExprKind::DictComp {
                key,
                value,
                clauses,
            } => self.comprehension(expr.span, "dict comprehension", clauses, &[value, key]),
            ExprKind::Generator { element, clauses } => {
                self.comprehension(expr.span, comprehension::GENERATOR, clauses, &[element])
            }
            ExprKind::Await(value) => {
                self.refuse_in_annotation("await expression", expr.span)?;
                self.scope().has_await = true;
                self.expr(value)
            }
            ExprKind::Yield(value) => self.yields(value.as_deref(), expr.span),
            ExprKind::YieldFrom(value) => self.yields(Some(value), expr.span),
            ExprKind::Compare { left: _, rest } => {
                rest.iter().try_for_each(|(_, operand)| self.expr(operand))
            }
            ExprKind::Call { function: _, args } => self.args(args),
            ExprKind::Attribute { value: _, name } => {
                self.note_introspection(&name.name);
                Ok(())
            }
            ExprKind::Subscript { value: _, index } => self.expr(index),
            ExprKind::Slice { lower, upper, step } => [lower, upper, step]
                .into_iter()
                .try_for_each(|bound| self.optional(bound.as_deref())),
            ExprKind::Starred(value) => self.expr(value),
        }
    }

    fn name(&mut self, name: &Name, span: Span) -> Checked {
        self.note_introspection(name);
        self.add(name, Act::Use, span)?;
        // `super()` without arguments finds the class through the cell `__class__`.
        if &**name == "super" && self.scope().kind.is_function_like() {
            self.add(&"__class__".into(), Act::Use, span)?;
        }
        Ok(())
    }

    fn yields(&mut self, value: Option<&Expr>, span: Span) -> Checked {
        self.refuse_in_annotation("yield expression", span)?;
        self.optional(value)?;
        self.scope().has_yield = true;
        match self.progress().comprehension {
            Some(what) => Err(error(format!("'yield' inside {what}"), span)),
            None => Ok(()),
        }
    }

    fn parts(&mut self, parts: &[FPart]) -> Checked {
        for part in parts {
            if let FPart::Field(field) = part {
                self.expr(&field.value)?;
                field.spec.iter().try_for_each(|spec| self.parts(spec))?;
            }
        }
        Ok(())
    }

    /// Arguments: positional ones first, as the reference does.
    fn args(&mut self, args: &[Arg]) -> Checked {
        for arg in args {
            if let Arg::Positional(value) | Arg::Star(value) = arg {
                self.expr(value)?;
            }
        }
        for arg in args {
            if let Arg::Keyword { value, .. } | Arg::DoubleStar(value) = arg {
                self.expr(value)?;
            }
        }
        Ok(())
    }
}
