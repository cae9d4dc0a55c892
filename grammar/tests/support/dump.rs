//! Writes a syntax tree as text, one node a line with its place, in a form that `trees/reference.py` writes too from
//! the reference's `ast`.

use snakelet_grammar::ast::*;
use snakelet_grammar::source::{Source, Span};
use std::borrow::Borrow;

/// The text of a module's tree.
pub fn dump(source: &Source, module: &Module) -> String {
    let mut dump = Dump {
        source,
        depth: 0,
        out: String::new(),
    };
    dump.statements("body", &module.body);
    dump.out
}

struct Dump<'s> {
    source: &'s Source,
    depth: usize,
    out: String,
}

impl Dump<'_> {
    fn line(&mut self, text: impl AsRef<str>) {
        self.out.push_str(&" ".repeat(self.depth));
        self.out.push_str(text.as_ref());
        self.out.push('\n');
    }

    fn node(&mut self, name: &str, span: Span, children: impl FnOnce(&mut Self)) {
        let [start, end] = [span.start, span.end].map(|at| self.source.position(at));
        self.line(format!(
            "{name} {}:{}-{}:{}",
            start.line, start.column, end.line, end.column
        ));
        self.depth += 1;
        children(self);
        self.depth -= 1;
    }

    fn group(&mut self, name: &str, children: impl FnOnce(&mut Self)) {
        self.line(name);
        self.depth += 1;
        children(self);
        self.depth -= 1;
    }

    fn statements(&mut self, name: &str, body: &[Stmt]) {
        if !body.is_empty() {
            self.group(name, |d| {
                body.iter().for_each(|statement| d.statement(statement))
            });
        }
    }

    fn exprs<'e, E: Borrow<Expr> + 'e>(&mut self, items: impl IntoIterator<Item = &'e E>) {
        items.into_iter().for_each(|item| self.expr(item.borrow()));
    }

    fn alias(&mut self, alias: &Alias) {
        self.node("alias", alias.span, |d| {
            d.line(&alias.name.name);
            if let Some(name) = &alias.asname {
                d.line(format!("as {}", name.name));
            }
        });
    }

    fn statement(&mut self, statement: &Stmt) {
        let span = statement.span;
        match &statement.kind {
            StmtKind::Expr(value) => self.node("Expr", span, |d| d.expr(value)),
            StmtKind::Assign { targets, value } => self.node("Assign", span, |d| {
                d.exprs(targets);
                d.expr(value);
            }),
            StmtKind::AugAssign { target, op, value } => self.node("AugAssign", span, |d| {
                d.expr(target);
                d.line(format!("{op:?}"));
                d.expr(value);
            }),
            StmtKind::AnnAssign {
                target,
                annotation,
                value,
                simple,
            } => self.node("AnnAssign", span, |d| {
                d.expr(target);
                d.expr(annotation);
                d.exprs(value);
                d.line(if *simple { "1" } else { "0" });
            }),
            StmtKind::Return(value) => self.node("Return", span, |d| d.exprs(value)),
            StmtKind::Delete(targets) => self.node("Delete", span, |d| d.exprs(targets)),
            StmtKind::Unread { .. } => self.node("Unread", span, |_| ()),
            StmtKind::Pass => self.node("Pass", span, |_| ()),
            StmtKind::Break => self.node("Break", span, |_| ()),
            StmtKind::Continue => self.node("Continue", span, |_| ()),
            StmtKind::Raise { exception, cause } => self.node("Raise", span, |d| {
                d.exprs(exception);
                d.exprs(cause);
            }),
            StmtKind::Assert { test, message } => self.node("Assert", span, |d| {
                d.expr(test);
                d.exprs(message);
            }),
            StmtKind::Global(names) => {
                self.node("Global", span, |d| {
                    names.iter().for_each(|name| d.line(&name.name))
                });
            }
            StmtKind::Nonlocal(names) => {
                self.node("Nonlocal", span, |d| {
                    names.iter().for_each(|name| d.line(&name.name))
                });
            }
            StmtKind::Import(names) => {
                self.node("Import", span, |d| {
                    names.iter().for_each(|name| d.alias(name))
                });
            }
            StmtKind::ImportFrom {
                module,
                names,
                level,
            } => self.node("ImportFrom", span, |d| {
                d.line(module.as_ref().map_or("None", |module| &module.name));
                names.iter().for_each(|name| d.alias(name));
                d.line(level.to_string());
            }),
            StmtKind::If { test, body, orelse } => self.node("If", span, |d| {
                d.expr(test);
                d.statements("body", body);
                d.statements("orelse", orelse);
            }),
            StmtKind::While { test, body, orelse } => self.node("While", span, |d| {
                d.expr(test);
                d.statements("body", body);
                d.statements("orelse", orelse);
            }),
            StmtKind::For {
                target,
                iter,
                body,
                orelse,
                is_async,
            } => {
                self.node(if *is_async { "AsyncFor" } else { "For" }, span, |d| {
                    d.expr(target);
                    d.expr(iter);
                    d.statements("body", body);
                    d.statements("orelse", orelse);
                });
            }
            StmtKind::With {
                items,
                body,
                is_async,
            } => {
                self.node(if *is_async { "AsyncWith" } else { "With" }, span, |d| {
                    for item in items {
                        d.group("withitem", |d| {
                            d.expr(&item.context);
                            d.exprs(&item.target);
                        });
                    }
                    d.statements("body", body);
                });
            }
            StmtKind::Try {
                body,
                handlers,
                orelse,
                finalbody,
                star,
            } => {
                self.node(if *star { "TryStar" } else { "Try" }, span, |d| {
                    d.statements("body", body);
                    for handler in handlers {
                        d.node("ExceptHandler", handler.span, |d| {
                            d.exprs(&handler.exception);
                            if let Some(name) = &handler.name {
                                d.line(&name.name);
                            }
                            d.statements("body", &handler.body);
                        });
                    }
                    d.statements("orelse", orelse);
                    d.statements("finalbody", finalbody);
                });
            }
            StmtKind::Match { subject, cases } => self.node("Match", span, |d| {
                d.expr(subject);
                for case in cases {
                    d.group("match_case", |d| {
                        d.pattern(&case.pattern);
                        d.exprs(&case.guard);
                        d.statements("body", &case.body);
                    });
                }
            }),
            StmtKind::Function(function) => {
                self.node(
                    if function.is_async {
                        "AsyncFunctionDef"
                    } else {
                        "FunctionDef"
                    },
                    span,
                    |d| {
                        d.line(&function.name.name);
                        d.params(&function.params);
                        d.statements("body", &function.body);
                        d.exprs(&function.decorators);
                        d.exprs(&function.returns);
                        d.type_params(&function.type_params);
                    },
                );
            }
            StmtKind::Class(class) => self.node("ClassDef", span, |d| {
                d.line(&class.name.name);
                d.args(&class.args);
                d.statements("body", &class.body);
                d.exprs(&class.decorators);
                d.type_params(&class.type_params);
            }),
            StmtKind::TypeAlias {
                name,
                type_params,
                value,
            } => self.node("TypeAlias", span, |d| {
                d.node("Name", name.span, |d| d.line(&name.name));
                d.type_params(type_params);
                d.expr(value);
            }),
        }
    }

    fn params(&mut self, params: &Params) {
        self.group("arguments", |d| {
            let mut group = |name: &str, items: &mut dyn Iterator<Item = &Param>| {
                d.group(name, |d| {
                    for param in items {
                        d.node("arg", param.span, |d| {
                            d.line(&param.name.name);
                            d.exprs(&param.annotation);
                        });
                        d.exprs(&param.default);
                    }
                });
            };
            group("posonlyargs", &mut params.positional_only.iter());
            group("args", &mut params.regular.iter());
            group("vararg", &mut params.var_positional.iter());
            group("kwonlyargs", &mut params.keyword_only.iter());
            group("kwarg", &mut params.var_keyword.iter());
        });
    }

    fn type_params(&mut self, params: &[TypeParam]) {
        for param in params {
            self.node(&format!("{:?}", param.kind), param.span, |d| {
                d.line(&param.name.name);
                d.exprs(&param.bound);
                d.exprs(&param.default);
            });
        }
    }

    /// Positional ones first, then keywords, as the reference's tree has them.
    fn args(&mut self, args: &[Arg]) {
        for arg in args {
            match arg {
                Arg::Positional(value) => self.expr(value),
                Arg::Star(value) => self.group("Starred", |d| d.expr(value)),
                Arg::Keyword { .. } | Arg::DoubleStar(_) => {}
            }
        }
        for arg in args {
            match arg {
                Arg::Positional(_) | Arg::Star(_) => {}
                Arg::Keyword { span, name, value } => self.node("keyword", *span, |d| {
                    d.line(&name.name);
                    d.expr(value);
                }),
                Arg::DoubleStar(value) => self.group("keyword", |d| d.expr(value)),
            }
        }
    }

    fn pattern(&mut self, pattern: &Pattern) {
        let span = pattern.span;
        let name = |d: &mut Self, name: &Option<Identifier>| {
            d.line(name.as_ref().map_or("None", |name| &name.name))
        };
        match &pattern.kind {
            PatternKind::Value(value) => self.node("MatchValue", span, |d| d.expr(value)),
            PatternKind::Singleton(value) => {
                self.node("MatchSingleton", span, |d| d.constant(value))
            }
            PatternKind::Sequence(items) => {
                self.node("MatchSequence", span, |d| {
                    items.iter().for_each(|item| d.pattern(item))
                });
            }
            PatternKind::Mapping {
                keys,
                patterns,
                rest,
            } => self.node("MatchMapping", span, |d| {
                d.exprs(keys);
                patterns.iter().for_each(|item| d.pattern(item));
                name(d, rest);
            }),
            PatternKind::Class {
                class,
                patterns,
                keywords,
            } => self.node("MatchClass", span, |d| {
                d.expr(class);
                patterns.iter().for_each(|item| d.pattern(item));
                keywords.iter().for_each(|(name, _)| d.line(&name.name));
                keywords.iter().for_each(|(_, item)| d.pattern(item));
            }),
            PatternKind::Star(rest) => self.node("MatchStar", span, |d| name(d, rest)),
            PatternKind::As {
                pattern,
                name: target,
            } => self.node("MatchAs", span, |d| {
                pattern.iter().for_each(|item| d.pattern(item));
                name(d, target);
            }),
            PatternKind::Or(items) => {
                self.node("MatchOr", span, |d| {
                    items.iter().for_each(|item| d.pattern(item))
                });
            }
        }
    }

    fn constant(&mut self, value: &Constant) {
        let hex = |bytes: &[u8]| {
            bytes
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .collect::<String>()
        };
        self.line(match value {
            Constant::None => "None".into(),
            Constant::True => "True".into(),
            Constant::False => "False".into(),
            Constant::Ellipsis => "Ellipsis".into(),
            Constant::Int(int) => int.to_string(),
            Constant::BigInt(int) => int.to_string(),
            Constant::Float(float) => format!("float {:016x}", float.to_bits()),
            Constant::Imaginary(float) => format!("complex {:016x}", float.to_bits()),
            Constant::Str { text, unicode } => {
                format!("{}{}", if *unicode { "u " } else { "s " }, hex(text))
            }
            Constant::Bytes(bytes) => format!("b {}", hex(bytes)),
        });
    }

    fn clauses(&mut self, clauses: &[Comprehension]) {
        for clause in clauses {
            self.group(
                if clause.is_async {
                    "async comprehension"
                } else {
                    "comprehension"
                },
                |d| {
                    d.expr(&clause.target);
                    d.expr(&clause.iter);
                    d.exprs(&clause.conditions);
                },
            );
        }
    }

    fn parts(&mut self, parts: &[FPart]) {
        let mut text = Vec::new();
        for part in parts {
            match part {
                FPart::Literal(literal) => text.extend_from_slice(literal),
                FPart::Field(field) => {
                    text.extend_from_slice(field.debug.as_deref().unwrap_or_default().as_bytes());
                    self.text(&mut text);
                    self.node("FormattedValue", field.span, |d| {
                        d.expr(&field.value);
                        let implied = if field.debug.is_some() && field.spec.is_none() {
                            'r'
                        } else {
                            '-'
                        };
                        d.line(field.conversion.unwrap_or(implied).to_string());
                        if let Some(spec) = &field.spec {
                            d.group("spec", |d| d.parts(spec));
                        }
                    });
                }
            }
        }
        self.text(&mut text);
    }

    /// The reference joins a debug text with the text before it.
    fn text(&mut self, text: &mut Vec<u8>) {
        if !text.is_empty() {
            self.constant(&Constant::Str {
                text: std::mem::take(text).into(),
                unicode: false,
            });
        }
    }

    fn expr(&mut self, expr: &Expr) {
        let span = expr.span;
        match &expr.kind {
            ExprKind::Name(name) => self.node("Name", span, |d| d.line(name)),
            ExprKind::Constant(value) => self.node("Constant", span, |d| d.constant(value)),
            ExprKind::JoinedStr(parts) => self.node("JoinedStr", span, |d| d.parts(parts)),
            ExprKind::BoolOp { op, values } => self.node("BoolOp", span, |d| {
                d.line(format!("{op:?}"));
                d.exprs(values);
            }),
            ExprKind::Named { target, value } => self.node("NamedExpr", span, |d| {
                d.node("Name", target.span, |d| d.line(&target.name));
                d.expr(value);
            }),
            ExprKind::Binary { left, op, right } => self.node("BinOp", span, |d| {
                d.expr(left);
                d.line(format!("{op:?}"));
                d.expr(right);
            }),
            ExprKind::Unary { op, operand } => self.node("UnaryOp", span, |d| {
                d.line(format!("{op:?}"));
                d.expr(operand);
            }),
            ExprKind::Lambda { params, body } => self.node("Lambda", span, |d| {
                d.params(params);
                d.expr(body);
            }),
            ExprKind::IfExp { test, body, orelse } => self.node("IfExp", span, |d| {
                d.exprs([&**test, &**body, &**orelse]);
            }),
            ExprKind::Dict(items) => self.node("Dict", span, |d| {
                for (key, value) in items {
                    match key {
                        Some(key) => d.expr(key),
                        None => d.line("None"),
                    }
                    d.expr(value);
                }
            }),
            ExprKind::Set(items) => self.node("Set", span, |d| d.exprs(items)),
            ExprKind::List(items) => self.node("List", span, |d| d.exprs(items)),
            ExprKind::Tuple { items, .. } => self.node("Tuple", span, |d| d.exprs(items)),
            ExprKind::ListComp { element, clauses } => self.node("ListComp", span, |d| {
                d.expr(element);
                d.clauses(clauses);
            }),
            ExprKind::SetComp { element, clauses } => self.node("SetComp", span, |d| {
                d.expr(element);
                d.clauses(clauses);
            }),
            ExprKind::DictComp {
                key,
                value,
                clauses,
            } => self.node("DictComp", span, |d| {
                d.expr(key);
                d.expr(value);
                d.clauses(clauses);
            }),
            ExprKind::Generator { element, clauses } => self.node("GeneratorExp", span, |d| {
                d.expr(element);
                d.clauses(clauses);
            }),
            ExprKind::Await(value) => self.node("Await", span, |d| d.expr(value)),
            ExprKind::Yield(value) => self.node("Yield", span, |d| d.exprs(value.as_deref())),
            ExprKind::YieldFrom(value) => self.node("YieldFrom", span, |d| d.expr(value)),
            ExprKind::Compare { left, rest } => self.node("Compare", span, |d| {
                d.expr(left);
                for (op, right) in rest {
                    d.line(format!("{op:?}"));
                    d.expr(right);
                }
            }),
            ExprKind::Call { function, args } => self.node("Call", span, |d| {
                d.expr(function);
                d.args(args);
            }),
            ExprKind::Attribute { value, name } => self.node("Attribute", span, |d| {
                d.expr(value);
                d.line(&name.name);
            }),
            ExprKind::Subscript { value, index } => self.node("Subscript", span, |d| {
                d.expr(value);
                d.expr(index);
            }),
            ExprKind::Slice { lower, upper, step } => self.node("Slice", span, |d| {
                for part in [lower, upper, step] {
                    match part {
                        Some(part) => d.expr(part),
                        None => d.line("None"),
                    }
                }
            }),
            ExprKind::Starred(value) => self.node("Starred", span, |d| d.expr(value)),
        }
    }
}
