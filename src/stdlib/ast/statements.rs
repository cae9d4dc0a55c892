//! Statements, patterns and parameters as nodes.

use super::expressions::{DELETE, STORE, binary_name};
use super::{Builder, Fields, list, number};
use crate::interp::Res;
use crate::objects::value::Value;
use snakelet_grammar::ast::{
    Alias, ClassDef, Expr, FunctionDef, Handler, Identifier, MatchCase, Param, Params, Pattern,
    PatternKind, Stmt, StmtKind, TypeParam, TypeParamKind, WithItem,
};

impl Builder<'_> {
    /// `Module`
    pub(super) fn module(&self, body: &[Stmt]) -> Res {
        let fields = vec![
            ("body", self.body(body)?),
            ("type_ignores", list(Vec::new())),
        ];
        self.bare("Module", fields)
    }

    /// `Interactive`
    pub(super) fn interactive(&self, body: &[Stmt]) -> Res {
        self.bare("Interactive", vec![("body", self.body(body)?)])
    }

    fn body(&self, body: &[Stmt]) -> Res {
        self.list(body, Self::stmt)
    }

    fn stmt(&self, stmt: &Stmt) -> Res {
        self.vm.nested(|| {
            let (class, fields) = self.stmt_fields(stmt)?;
            self.node(class, stmt.span, fields)
        })
    }

    fn target(&self, target: &Expr) -> Res {
        self.expr_in(target, STORE)
    }

    fn stmt_fields(&self, stmt: &Stmt) -> Res<(&'static str, Fields<'static>)> {
        Ok(match &stmt.kind {
            StmtKind::Expr(value) => ("Expr", vec![("value", self.expr(value)?)]),
            StmtKind::Assign { targets, value } => {
                let targets = self.list(targets, Self::target)?;
                let value = self.expr(value)?;
                let comment = ("type_comment", Value::None);
                (
                    "Assign",
                    vec![("targets", targets), ("value", value), comment],
                )
            }
            StmtKind::AugAssign { target, op, value } => {
                let target = self.target(target)?;
                let op = self.shared(binary_name(*op));
                let value = self.expr(value)?;
                (
                    "AugAssign",
                    vec![("target", target), ("op", op), ("value", value)],
                )
            }
            StmtKind::AnnAssign {
                target,
                annotation,
                value,
                simple,
            } => {
                let fields = vec![
                    ("target", self.target(target)?),
                    ("annotation", self.expr(annotation)?),
                    ("value", self.optional_expr(value.as_deref())?),
                    ("simple", number((*simple).into())),
                ];
                ("AnnAssign", fields)
            }
            StmtKind::Return(value) => (
                "Return",
                vec![("value", self.optional_expr(value.as_ref())?)],
            ),
            StmtKind::Delete(targets) => {
                let targets = self.list(targets, |this, target| this.expr_in(target, DELETE))?;
                ("Delete", vec![("targets", targets)])
            }
            StmtKind::Pass | StmtKind::Unread { .. } => ("Pass", Vec::new()),
            StmtKind::Break => ("Break", Vec::new()),
            StmtKind::Continue => ("Continue", Vec::new()),
            StmtKind::Raise { exception, cause } => {
                let exception = self.optional_expr(exception.as_deref())?;
                let cause = self.optional_expr(cause.as_deref())?;
                ("Raise", vec![("exc", exception), ("cause", cause)])
            }
            StmtKind::Assert { test, message } => {
                let test = self.expr(test)?;
                let message = self.optional_expr(message.as_deref())?;
                ("Assert", vec![("test", test), ("msg", message)])
            }
            StmtKind::Global(names) => ("Global", vec![("names", self.names(names))]),
            StmtKind::Nonlocal(names) => ("Nonlocal", vec![("names", self.names(names))]),
            StmtKind::Import(names) => ("Import", vec![("names", self.list(names, Self::alias)?)]),
            StmtKind::ImportFrom {
                module,
                names,
                level,
            } => {
                let fields = vec![
                    ("module", self.optional_name(module.as_ref())),
                    ("names", self.list(names, Self::alias)?),
                    ("level", number(*level)),
                ];
                ("ImportFrom", fields)
            }
            StmtKind::If { test, body, orelse } => ("If", self.branches(test, body, orelse)?),
            StmtKind::While { test, body, orelse } => ("While", self.branches(test, body, orelse)?),
            StmtKind::For {
                target,
                iter,
                body,
                orelse,
                is_async,
            } => {
                let fields = vec![
                    ("target", self.target(target)?),
                    ("iter", self.expr(iter)?),
                    ("body", self.body(body)?),
                    ("orelse", self.body(orelse)?),
                    ("type_comment", Value::None),
                ];
                (if *is_async { "AsyncFor" } else { "For" }, fields)
            }
            StmtKind::With {
                items,
                body,
                is_async,
            } => {
                let fields = vec![
                    ("items", self.list(items, Self::with_item)?),
                    ("body", self.body(body)?),
                    ("type_comment", Value::None),
                ];
                (if *is_async { "AsyncWith" } else { "With" }, fields)
            }
            StmtKind::Try {
                body,
                handlers,
                orelse,
                finalbody,
                star,
            } => {
                let fields = vec![
                    ("body", self.body(body)?),
                    ("handlers", self.list(handlers, Self::handler)?),
                    ("orelse", self.body(orelse)?),
                    ("finalbody", self.body(finalbody)?),
                ];
                (if *star { "TryStar" } else { "Try" }, fields)
            }
            StmtKind::Match { subject, cases } => {
                let subject = self.expr(subject)?;
                let cases = self.list(cases, Self::case)?;
                ("Match", vec![("subject", subject), ("cases", cases)])
            }
            StmtKind::Function(function) => self.function(function)?,
            StmtKind::Class(class) => self.class(class)?,
            StmtKind::TypeAlias {
                name,
                type_params,
                value,
            } => {
                let id = vec![("id", self.name(name)), ("ctx", self.shared(STORE))];
                let fields = vec![
                    ("name", self.node("Name", name.span, id)?),
                    ("type_params", self.list(type_params, Self::type_param)?),
                    ("value", self.expr(value)?),
                ];
                ("TypeAlias", fields)
            }
        })
    }

    fn names(&self, names: &[Identifier]) -> Value {
        list(names.iter().map(|name| self.name(name)).collect())
    }

    fn alias(&self, alias: &Alias) -> Res {
        let name = ("name", self.name(&alias.name));
        let fields = vec![name, ("asname", self.optional_name(alias.asname.as_ref()))];
        self.node("alias", alias.span, fields)
    }

    fn branches(&self, test: &Expr, body: &[Stmt], orelse: &[Stmt]) -> Res<Fields<'static>> {
        Ok(vec![
            ("test", self.expr(test)?),
            ("body", self.body(body)?),
            ("orelse", self.body(orelse)?),
        ])
    }

    fn with_item(&self, item: &WithItem) -> Res {
        let fields = vec![
            ("context_expr", self.expr(&item.context)?),
            (
                "optional_vars",
                self.optional(item.target.as_deref(), Self::target)?,
            ),
        ];
        self.bare("withitem", fields)
    }

    fn handler(&self, handler: &Handler) -> Res {
        let fields = vec![
            ("type", self.optional_expr(handler.exception.as_deref())?),
            ("name", self.optional_name(handler.name.as_ref())),
            ("body", self.body(&handler.body)?),
        ];
        self.node("ExceptHandler", handler.span, fields)
    }

    fn function(&self, function: &FunctionDef) -> Res<(&'static str, Fields<'static>)> {
        let fields = vec![
            ("name", self.name(&function.name)),
            ("args", self.arguments(&function.params)?),
            ("body", self.body(&function.body)?),
            (
                "decorator_list",
                self.list(&function.decorators, Self::expr)?,
            ),
            ("returns", self.optional_expr(function.returns.as_ref())?),
            ("type_comment", Value::None),
            (
                "type_params",
                self.list(&function.type_params, Self::type_param)?,
            ),
        ];
        let class = match function.is_async {
            true => "AsyncFunctionDef",
            false => "FunctionDef",
        };
        Ok((class, fields))
    }

    fn class(&self, class: &ClassDef) -> Res<(&'static str, Fields<'static>)> {
        let (bases, keywords) = self.call_arguments(&class.args)?;
        let fields = vec![
            ("name", self.name(&class.name)),
            ("bases", bases),
            ("keywords", keywords),
            ("body", self.body(&class.body)?),
            ("decorator_list", self.list(&class.decorators, Self::expr)?),
            (
                "type_params",
                self.list(&class.type_params, Self::type_param)?,
            ),
        ];
        Ok(("ClassDef", fields))
    }

    fn type_param(&self, param: &TypeParam) -> Res {
        let default = self.optional_expr(param.default.as_deref())?;
        let mut fields = vec![("name", self.name(&param.name))];
        let class = match param.kind {
            TypeParamKind::TypeVar => {
                fields.push(("bound", self.optional_expr(param.bound.as_deref())?));
                "TypeVar"
            }
            TypeParamKind::TypeVarTuple => "TypeVarTuple",
            TypeParamKind::ParamSpec => "ParamSpec",
        };
        fields.push(("default_value", default));
        self.node(class, param.span, fields)
    }

    /// The parameters of a function.
    pub(super) fn arguments(&self, params: &Params) -> Res {
        let defaults = params.positional_only.iter().chain(&params.regular);
        let defaults: Vec<Value> = defaults
            .filter_map(|param| param.default.as_ref())
            .map(|default| self.expr(default))
            .collect::<Res<_>>()?;
        let fields = vec![
            (
                "posonlyargs",
                self.list(&params.positional_only, Self::param)?,
            ),
            ("args", self.list(&params.regular, Self::param)?),
            (
                "vararg",
                self.optional(params.var_positional.as_ref(), Self::param)?,
            ),
            ("kwonlyargs", self.list(&params.keyword_only, Self::param)?),
            (
                "kw_defaults",
                self.list(&params.keyword_only, |this, param| {
                    this.optional_expr(param.default.as_deref())
                })?,
            ),
            (
                "kwarg",
                self.optional(params.var_keyword.as_ref(), Self::param)?,
            ),
            ("defaults", list(defaults)),
        ];
        self.bare("arguments", fields)
    }

    fn param(&self, param: &Param) -> Res {
        let fields = vec![
            ("arg", self.name(&param.name)),
            (
                "annotation",
                self.optional_expr(param.annotation.as_deref())?,
            ),
            ("type_comment", Value::None),
        ];
        self.node("arg", param.span, fields)
    }

    fn case(&self, case: &MatchCase) -> Res {
        let fields = vec![
            ("pattern", self.pattern(&case.pattern)?),
            ("guard", self.optional_expr(case.guard.as_deref())?),
            ("body", self.body(&case.body)?),
        ];
        self.bare("match_case", fields)
    }

    fn pattern(&self, pattern: &Pattern) -> Res {
        self.vm.nested(|| {
            let (class, fields) = self.pattern_fields(pattern)?;
            self.node(class, pattern.span, fields)
        })
    }

    fn pattern_fields(&self, pattern: &Pattern) -> Res<(&'static str, Fields<'static>)> {
        Ok(match &pattern.kind {
            PatternKind::Value(value) => ("MatchValue", vec![("value", self.expr(value)?)]),
            PatternKind::Singleton(constant) => {
                ("MatchSingleton", vec![("value", self.constant(constant))])
            }
            PatternKind::Sequence(patterns) => {
                let patterns = self.list(patterns, Self::pattern)?;
                ("MatchSequence", vec![("patterns", patterns)])
            }
            PatternKind::Mapping {
                keys,
                patterns,
                rest,
            } => {
                let fields = vec![
                    ("keys", self.list(keys, Self::expr)?),
                    ("patterns", self.list(patterns, Self::pattern)?),
                    ("rest", self.optional_name(rest.as_ref())),
                ];
                ("MatchMapping", fields)
            }
            PatternKind::Class {
                class,
                patterns,
                keywords,
            } => {
                let names = keywords.iter().map(|(name, _)| self.name(name)).collect();
                let named = self.list(keywords, |this, (_, pattern)| this.pattern(pattern))?;
                let fields = vec![
                    ("cls", self.expr(class)?),
                    ("patterns", self.list(patterns, Self::pattern)?),
                    ("kwd_attrs", list(names)),
                    ("kwd_patterns", named),
                ];
                ("MatchClass", fields)
            }
            PatternKind::Star(name) => (
                "MatchStar",
                vec![("name", self.optional_name(name.as_ref()))],
            ),
            PatternKind::As { pattern, name } => {
                let pattern = self.optional(pattern.as_deref(), Self::pattern)?;
                let name = self.optional_name(name.as_ref());
                ("MatchAs", vec![("pattern", pattern), ("name", name)])
            }
            PatternKind::Or(patterns) => (
                "MatchOr",
                vec![("patterns", self.list(patterns, Self::pattern)?)],
            ),
        })
    }
}
