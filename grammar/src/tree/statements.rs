//! Builds statements.

use super::{Arguments, Tree};
use crate::ast::*;
use crate::source::Span;

impl Tree<'_> {
    /// A statement from `l` to `r`.
    pub fn statement(&mut self, l: u32, kind: StmtKind, r: u32) -> Stmt {
        Stmt {
            span: Span::new(l, r),
            kind,
        }
    }

    /// `a = b = value`
    pub fn assign(&mut self, targets: Vec<Expr>, value: Expr) -> StmtKind {
        targets.iter().for_each(|target| self.check_target(target));
        StmtKind::Assign {
            targets,
            value: Box::new(value),
        }
    }

    /// `target += value`
    pub fn augmented(&mut self, target: Expr, op: BinaryOp, value: Expr) -> StmtKind {
        self.check_single_target(&target, "is an illegal expression for augmented assignment");
        StmtKind::AugAssign {
            target: Box::new(target),
            op,
            value: Box::new(value),
        }
    }

    /// `target: annotation = value`, with the target written from `l`.
    pub fn annotated(
        &mut self,
        l: u32,
        target: Expr,
        annotation: Expr,
        value: Option<Expr>,
    ) -> StmtKind {
        self.check_single_target(&target, "cannot be annotated");
        let simple = target.span.start == l && matches!(target.kind, ExprKind::Name(_));
        StmtKind::AnnAssign {
            target: Box::new(target),
            annotation: Box::new(annotation),
            value: value.map(Box::new),
            simple,
        }
    }

    fn check_single_target(&mut self, target: &Expr, message: &str) {
        match target.kind {
            ExprKind::Name(_) | ExprKind::Attribute { .. } | ExprKind::Subscript { .. } => {}
            _ => self.fail(target.span, message),
        }
    }

    /// `del a, b[c]`
    pub fn delete(&mut self, targets: Expr) -> StmtKind {
        self.check_deleted(&targets);
        match targets {
            Expr {
                kind:
                    ExprKind::Tuple {
                        items,
                        parenthesized: false,
                    },
                ..
            } => StmtKind::Delete(items),
            target => StmtKind::Delete(vec![target]),
        }
    }

    fn check_deleted(&mut self, target: &Expr) {
        match &target.kind {
            ExprKind::Name(_) | ExprKind::Attribute { .. } | ExprKind::Subscript { .. } => {}
            ExprKind::Tuple { items, .. } | ExprKind::List(items) => {
                items.iter().for_each(|item| self.check_deleted(item));
            }
            _ => self.fail(target.span, "cannot delete expression"),
        }
    }

    /// `from ..module import names`
    pub fn import_from(
        &mut self,
        dots: Vec<u32>,
        module: Option<Identifier>,
        names: Vec<Alias>,
    ) -> StmtKind {
        let level = dots.iter().sum();
        if level == 0 && module.is_none() {
            let at = names.first().map_or(Span::default(), |alias| alias.span);
            self.fail(at, "invalid syntax");
        }
        StmtKind::ImportFrom {
            module,
            names,
            level,
        }
    }

    /// `a.b.c` as one name
    pub fn dotted(&mut self, l: u32, mut names: Vec<Identifier>, r: u32) -> Identifier {
        if names.len() == 1 {
            return names.remove(0);
        }
        let parts: Vec<&str> = names.iter().map(|part| &*part.name).collect();
        Identifier {
            span: Span::new(l, r),
            name: parts.join(".").into(),
        }
    }

    /// `name as asname`
    pub fn alias(&mut self, l: u32, name: Identifier, asname: Option<Identifier>, r: u32) -> Alias {
        Alias {
            span: Span::new(l, r),
            name,
            asname,
        }
    }

    /// The `*` of `from module import *`
    pub fn import_all(&mut self, l: u32, r: u32) -> Vec<Alias> {
        let span = Span::new(l, r);
        vec![Alias {
            span,
            name: Identifier {
                span,
                name: "*".into(),
            },
            asname: None,
        }]
    }

    /// `if … elif … else …`, ending at `r`: each `elif` is an `if` alone in the `else` of the one before.
    pub fn if_statement(
        &mut self,
        test: Expr,
        body: Vec<Stmt>,
        elifs: Vec<(u32, Expr, Vec<Stmt>)>,
        orelse: Vec<Stmt>,
        r: u32,
    ) -> StmtKind {
        let orelse = elifs
            .into_iter()
            .rev()
            .fold(orelse, |orelse, (l, test, body)| {
                vec![Stmt {
                    span: Span::new(l, r),
                    kind: StmtKind::If {
                        test: Box::new(test),
                        body,
                        orelse,
                    },
                }]
            });
        StmtKind::If {
            test: Box::new(test),
            body,
            orelse,
        }
    }

    /// `for target in iter`
    pub fn for_statement(
        &mut self,
        is_async: bool,
        target: Expr,
        iter: Expr,
        body: Vec<Stmt>,
        orelse: Vec<Stmt>,
    ) -> StmtKind {
        self.check_target(&target);
        StmtKind::For {
            target: Box::new(target),
            iter: Box::new(iter),
            body,
            orelse,
            is_async,
        }
    }

    /// `with a as b, c`. Brackets around all items were read as one tuple.
    pub fn with_statement(
        &mut self,
        is_async: bool,
        mut items: Vec<WithItem>,
        body: Vec<Stmt>,
    ) -> StmtKind {
        if items.len() == 1 && is_bracketed_items(&items[0]) {
            let only = items.remove(0).context;
            if let ExprKind::Tuple {
                items: contexts, ..
            } = only.kind
            {
                items = contexts
                    .into_iter()
                    .map(|context| WithItem {
                        context,
                        target: None,
                    })
                    .collect();
            }
        }
        StmtKind::With {
            items,
            body,
            is_async,
        }
    }

    /// `with (a as b, c)`
    pub fn with_items(
        &mut self,
        is_async: bool,
        items: Vec<WithItem>,
        body: Vec<Stmt>,
    ) -> StmtKind {
        StmtKind::With {
            items,
            body,
            is_async,
        }
    }

    /// `context as target`
    pub fn with_item(&mut self, context: Expr, target: Option<Expr>) -> WithItem {
        if let Some(target) = &target {
            self.check_target(target);
        }
        WithItem {
            context,
            target: target.map(Box::new),
        }
    }

    /// `try … finally …`
    pub fn try_finally(&mut self, body: Vec<Stmt>, finalbody: Vec<Stmt>) -> StmtKind {
        StmtKind::Try {
            body,
            handlers: Vec::new(),
            orelse: Vec::new(),
            finalbody,
            star: false,
        }
    }

    /// `try … except … else … finally …`
    pub fn try_except(
        &mut self,
        body: Vec<Stmt>,
        handlers: Vec<(bool, Handler)>,
        orelse: Vec<Stmt>,
        finalbody: Option<Vec<Stmt>>,
    ) -> StmtKind {
        let star = handlers.first().is_some_and(|(star, _)| *star);
        if let Some((_, odd)) = handlers.iter().find(|(other, _)| *other != star) {
            self.fail(
                odd.span,
                "cannot have both 'except' and 'except*' on the same 'try'",
            );
        }
        let handlers = handlers.into_iter().map(|(_, handler)| handler).collect();
        StmtKind::Try {
            body,
            handlers,
            orelse,
            finalbody: finalbody.unwrap_or_default(),
            star,
        }
    }

    /// `except exception as name: body`
    pub fn handler(
        &mut self,
        l: u32,
        star: bool,
        exception: Option<Expr>,
        name: Option<Identifier>,
        body: Vec<Stmt>,
        r: u32,
    ) -> (bool, Handler) {
        (
            star,
            Handler {
                span: Span::new(l, r),
                exception: exception.map(Box::new),
                name,
                body,
            },
        )
    }

    /// `while test`
    pub fn while_statement(&mut self, test: Expr, body: Vec<Stmt>, orelse: Vec<Stmt>) -> StmtKind {
        StmtKind::While {
            test: Box::new(test),
            body,
            orelse,
        }
    }

    /// `match subject`
    pub fn match_statement(&mut self, subject: Expr, cases: Vec<MatchCase>) -> StmtKind {
        StmtKind::Match {
            subject: Box::new(subject),
            cases,
        }
    }

    /// `case pattern if guard`
    pub fn match_case(
        &mut self,
        pattern: Pattern,
        guard: Option<Expr>,
        body: Vec<Stmt>,
    ) -> MatchCase {
        MatchCase {
            pattern,
            guard: guard.map(Box::new),
            body,
        }
    }

    /// `type Name[T] = value`
    pub fn type_alias(
        &mut self,
        name: Identifier,
        type_params: Vec<TypeParam>,
        value: Expr,
    ) -> StmtKind {
        StmtKind::TypeAlias {
            name,
            type_params,
            value: Box::new(value),
        }
    }

    /// `raise exception from cause`
    pub fn raise(&mut self, exception: Expr, cause: Option<Expr>) -> StmtKind {
        StmtKind::Raise {
            exception: Some(Box::new(exception)),
            cause: cause.map(Box::new),
        }
    }

    /// `assert test, message`
    pub fn assert(&mut self, test: Expr, message: Option<Expr>) -> StmtKind {
        StmtKind::Assert {
            test: Box::new(test),
            message: message.map(Box::new),
        }
    }

    /// What a function does, left for later.
    pub fn unread(&mut self, l: u32, r: u32) -> StmtKind {
        let text = self.text(l, r).as_bytes();
        let mentions = |word: &str| memchr::memmem::find(text, word.as_bytes()).is_some();
        StmtKind::Unread {
            names_class: mentions("super") || mentions("__class__"),
        }
    }

    /// `def name[types](params) -> returns: body`
    #[allow(clippy::too_many_arguments)] // One per part of the statement.
    pub fn function(
        &mut self,
        is_async: bool,
        name: Identifier,
        type_params: Vec<TypeParam>,
        params: Box<Params>,
        returns: Option<Expr>,
        body: Vec<Stmt>,
    ) -> StmtKind {
        StmtKind::Function(Box::new(FunctionDef {
            name,
            is_async,
            decorators: Vec::new(),
            type_params,
            params,
            returns,
            body,
        }))
    }

    /// `class name[types](args): body`
    pub fn class(
        &mut self,
        name: Identifier,
        type_params: Vec<TypeParam>,
        args: Option<Arguments>,
        body: Vec<Stmt>,
    ) -> StmtKind {
        let args = args.unwrap_or_default();
        StmtKind::Class(Box::new(ClassDef {
            name,
            decorators: Vec::new(),
            type_params,
            args,
            body,
        }))
    }

    /// A definition with what stands behind each `@` above it.
    pub fn definition(
        &mut self,
        l: u32,
        decorators: Vec<Expr>,
        mut kind: StmtKind,
        r: u32,
    ) -> Stmt {
        match &mut kind {
            StmtKind::Function(function) => function.decorators = decorators,
            StmtKind::Class(class) => class.decorators = decorators,
            _ => unreachable!("the grammar decorates functions and classes only"),
        }
        self.statement(l, kind, r)
    }
}

/// Whether the only item of a `with` is a tuple in brackets that could as well be a bracketed list of items.
fn is_bracketed_items(item: &WithItem) -> bool {
    let ExprKind::Tuple {
        items,
        parenthesized: true,
    } = &item.context.kind
    else {
        return false;
    };
    let plain = |item: &Expr| !matches!(item.kind, ExprKind::Starred(_) | ExprKind::Named { .. });
    item.target.is_none() && !items.is_empty() && items.iter().all(plain)
}
