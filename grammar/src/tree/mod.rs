//! Builds the syntax tree: one method per action of `python.lalrpop`, which may accept a little too much; what it
//! should not have accepted is refused here. This file has the expressions and what all share;
//! statements, patterns and strings have files of their own. Numbers and escapes are `literal.rs`.

mod parameters;
mod patterns;
mod statements;
mod strings;

pub use parameters::ParamItem;
pub use patterns::PatternArg;
pub use strings::{FormatPart, StringPart};

use crate::ast::*;
use crate::error::{ErrorKind, SyntaxError, SyntaxWarning};
use crate::literal;
use crate::source::{Source, Span};
use crate::word::normalized;
use std::rc::Rc;

/// What was parsed, by its start marker.
pub enum Root {
    /// A file's or one interactive line's statements.
    Module(Vec<Stmt>),
    /// One expression.
    Expression(Expr),
}

/// A binary operator and what stands behind it, from `l` to `r` with its parentheses.
pub struct Operation {
    /// The operator.
    pub op: BinaryOp,
    /// Where the operand begins.
    pub l: u32,
    /// The operand.
    pub right: Expr,
    /// Where it ends.
    pub r: u32,
}

/// An `and` or `or` and what stands behind it, from `l` to `r` with its parentheses.
pub struct Juncture {
    /// Which of the two.
    pub op: BoolOp,
    /// Where the value begins.
    pub l: u32,
    /// The value.
    pub value: Expr,
    /// Where it ends.
    pub r: u32,
}

/// How closely a binary operator binds.
fn rank(op: BinaryOp) -> u8 {
    match op {
        BinaryOp::BitOr => 1,
        BinaryOp::BitXor => 2,
        BinaryOp::BitAnd => 3,
        BinaryOp::LShift | BinaryOp::RShift => 4,
        BinaryOp::Add | BinaryOp::Sub => 5,
        BinaryOp::Mult | BinaryOp::Div | BinaryOp::FloorDiv | BinaryOp::Mod | BinaryOp::MatMult => {
            6
        }
        BinaryOp::Pow => 7,
    }
}

/// The arguments of a call, in the order written.
pub type Arguments = Vec<Arg>;

/// The builder. A fault does not stop the parser: the first one is kept and the tree is thrown away at the end.
pub struct Tree<'s> {
    source: &'s Source,
    fault: Option<SyntaxError>,
    /// Suspicions about literals.
    pub warnings: Vec<SyntaxWarning>,
}

impl<'s> Tree<'s> {
    /// A builder over `source`.
    pub fn new(source: &'s Source) -> Tree<'s> {
        Tree {
            source,
            fault: None,
            warnings: Vec::new(),
        }
    }

    /// The first fault found, once the parser is through.
    pub fn take_fault(&mut self) -> Option<SyntaxError> {
        self.fault.take()
    }

    /// Keeps `error` if it is the first.
    fn refuse(&mut self, error: SyntaxError) {
        self.fault.get_or_insert(error);
    }

    /// Refuses what stands at `span` with `message`.
    fn fail(&mut self, span: Span, message: impl Into<String>) {
        self.refuse(SyntaxError::new(ErrorKind::Syntax, message, span));
    }

    fn text(&self, l: u32, r: u32) -> &'s str {
        &self.source.text[l as usize..r as usize]
    }

    /// Makes an expression, unless it nests too deeply: trees are walked and dropped recursively.
    fn expr(&mut self, l: u32, kind: ExprKind, r: u32) -> Expr {
        let span = Span::new(l, r);
        let expr = Expr::new(span, kind);
        if expr.depth <= MAX_DEPTH {
            return expr;
        }
        self.refuse(SyntaxError::new(
            ErrorKind::TooDeep,
            too_deep(&expr.kind),
            span,
        ));
        Expr::new(span, ExprKind::Constant(Constant::None))
    }

    /// `items` with `item` behind them.
    pub fn push<T>(&mut self, mut items: Vec<T>, item: T) -> Vec<T> {
        items.push(item);
        items
    }

    /// `before` with `more` behind it.
    pub fn append<T>(&mut self, mut before: Vec<T>, mut more: Vec<T>) -> Vec<T> {
        before.append(&mut more);
        before
    }

    /// An identifier, NFKC-normalised.
    pub fn identifier(&mut self, l: u32, r: u32) -> Identifier {
        Identifier {
            span: Span::new(l, r),
            name: normalized(self.text(l, r)),
        }
    }

    /// A name as an expression.
    pub fn name(&mut self, identifier: Identifier) -> Expr {
        self.expr(
            identifier.span.start,
            ExprKind::Name(identifier.name),
            identifier.span.end,
        )
    }

    /// A literal.
    pub fn constant(&mut self, l: u32, value: Constant, r: u32) -> Expr {
        self.expr(l, ExprKind::Constant(value), r)
    }

    /// A number.
    pub fn number(&mut self, l: u32, r: u32) -> Expr {
        let value = literal::number(self.text(l, r)).unwrap_or_else(|message| {
            self.fail(Span::new(l, r), message);
            Constant::None
        });
        self.constant(l, value, r)
    }

    /// A tuple.
    pub fn tuple(&mut self, l: u32, items: Vec<Expr>, parenthesized: bool, r: u32) -> Expr {
        self.expr(
            l,
            ExprKind::Tuple {
                items,
                parenthesized,
            },
            r,
        )
    }

    /// A tuple without brackets of `items` and `last`.
    pub fn tuple_with(&mut self, l: u32, mut items: Vec<Expr>, last: Expr, r: u32) -> Expr {
        items.push(last);
        self.tuple(l, items, false, r)
    }

    /// A tuple in brackets of `items` and `last`.
    pub fn group_tuple(&mut self, l: u32, mut items: Vec<Expr>, last: Expr, r: u32) -> Expr {
        items.push(last);
        self.tuple(l, items, true, r)
    }

    /// `*value`
    pub fn starred(&mut self, l: u32, value: Expr, r: u32) -> Expr {
        self.expr(l, ExprKind::Starred(Box::new(value)), r)
    }

    /// `yield value`
    pub fn yield_value(&mut self, l: u32, value: Option<Expr>, r: u32) -> Expr {
        self.expr(l, ExprKind::Yield(value.map(Box::new)), r)
    }

    /// `yield from value`
    pub fn yield_from(&mut self, l: u32, value: Expr, r: u32) -> Expr {
        self.expr(l, ExprKind::YieldFrom(Box::new(value)), r)
    }

    /// `target := value`
    pub fn named(&mut self, l: u32, target: Identifier, value: Expr, r: u32) -> Expr {
        self.expr(
            l,
            ExprKind::Named {
                target,
                value: Box::new(value),
            },
            r,
        )
    }

    /// `body if test else orelse`
    pub fn conditional(&mut self, l: u32, body: Expr, test: Expr, orelse: Expr, r: u32) -> Expr {
        let (test, body, orelse) = (Box::new(test), Box::new(body), Box::new(orelse));
        self.expr(l, ExprKind::IfExp { test, body, orelse }, r)
    }

    /// `lambda params: body`
    pub fn lambda(&mut self, l: u32, params: Box<Params>, body: Expr, r: u32) -> Expr {
        self.expr(
            l,
            ExprKind::Lambda {
                params,
                body: Box::new(body),
            },
            r,
        )
    }

    /// `first or b and c`: the values of each `and` and of each `or` in one list.
    pub fn junctions(&mut self, l: u32, first: Expr, r: u32, rest: Vec<Juncture>) -> Expr {
        let (mut all, mut end) = (Vec::new(), r);
        let (mut group, mut start) = (vec![first], l);
        for Juncture { op, l, value, r } in rest {
            if op == BoolOp::Or {
                let done = std::mem::take(&mut group);
                all.push(self.bool_op(start, BoolOp::And, done, end));
                start = l;
            }
            group.push(value);
            end = r;
        }
        all.push(self.bool_op(start, BoolOp::And, group, end));
        self.bool_op(l, BoolOp::Or, all, end)
    }

    /// `a and b and c`, `a or b or c`; one value alone is that.
    fn bool_op(&mut self, l: u32, op: BoolOp, mut values: Vec<Expr>, r: u32) -> Expr {
        if values.len() == 1 {
            return values.swap_remove(0);
        }
        self.expr(l, ExprKind::BoolOp { op, values }, r)
    }

    /// `op operand`
    pub fn unary(&mut self, l: u32, op: UnaryOp, operand: Expr, r: u32) -> Expr {
        self.expr(
            l,
            ExprKind::Unary {
                op,
                operand: Box::new(operand),
            },
            r,
        )
    }

    /// `left op right`
    pub fn binary(&mut self, l: u32, left: Expr, op: BinaryOp, right: Expr, r: u32) -> Expr {
        self.expr(
            l,
            ExprKind::Binary {
                left: Box::new(left),
                op,
                right: Box::new(right),
            },
            r,
        )
    }

    /// `first + b * c`: operators of any ranks, in the order written.
    pub fn operations(&mut self, l: u32, first: Expr, rest: Vec<Operation>) -> Expr {
        let mut open = vec![(l, first, l)];
        let mut waiting: Vec<BinaryOp> = Vec::new();
        let close = |tree: &mut Self, open: &mut Vec<(u32, Expr, u32)>, op: BinaryOp| {
            if let (Some((_, right, r)), Some((l, left, _))) = (open.pop(), open.pop()) {
                let made = tree.binary(l, left, op, right, r);
                open.push((l, made, r));
            }
        };
        for Operation { op, l, right, r } in rest {
            while let Some(before) = waiting.pop_if(|before| rank(*before) >= rank(op)) {
                close(self, &mut open, before);
            }
            waiting.push(op);
            open.push((l, right, r));
        }
        while let Some(op) = waiting.pop() {
            close(self, &mut open, op);
        }
        open.swap_remove(0).1
    }

    /// `left < b <= c`
    pub fn compare(&mut self, l: u32, left: Expr, rest: Vec<(CompareOp, Expr)>, r: u32) -> Expr {
        self.expr(
            l,
            ExprKind::Compare {
                left: Box::new(left),
                rest,
            },
            r,
        )
    }

    /// `await value`
    pub fn await_value(&mut self, l: u32, value: Expr, r: u32) -> Expr {
        self.expr(l, ExprKind::Await(Box::new(value)), r)
    }

    /// `value.name`
    pub fn attribute(&mut self, l: u32, value: Expr, name: Identifier, r: u32) -> Expr {
        self.expr(
            l,
            ExprKind::Attribute {
                value: Box::new(value),
                name,
            },
            r,
        )
    }

    /// `value[index]`
    pub fn subscript(&mut self, l: u32, value: Expr, index: Expr, r: u32) -> Expr {
        self.expr(
            l,
            ExprKind::Subscript {
                value: Box::new(value),
                index: Box::new(index),
            },
            r,
        )
    }

    /// `lower:upper:step`
    pub fn slice(
        &mut self,
        l: u32,
        lower: Option<Expr>,
        upper: Option<Expr>,
        step: Option<Expr>,
        r: u32,
    ) -> Expr {
        let [lower, upper, step] = [lower, upper, step].map(|part| part.map(Box::new));
        self.expr(l, ExprKind::Slice { lower, upper, step }, r)
    }

    /// `function(args)`
    pub fn call(&mut self, l: u32, function: Expr, args: Arguments, r: u32) -> Expr {
        self.expr(
            l,
            ExprKind::Call {
                function: Box::new(function),
                args,
            },
            r,
        )
    }

    /// `function(element for …)`: the generator's place includes the call's brackets.
    pub fn call_generator(
        &mut self,
        l: u32,
        function: Expr,
        open: u32,
        element: Expr,
        clauses: Vec<Comprehension>,
        r: u32,
    ) -> Expr {
        let generator = self.generator(open, element, clauses, r);
        self.call(l, function, vec![Arg::Positional(generator)], r)
    }

    /// Checks the order of arguments.
    pub fn arguments(&mut self, items: Vec<Arg>) -> Arguments {
        let (mut keyword, mut mapping) = (false, false);
        for item in &items {
            match item {
                Arg::Positional(value) if mapping => {
                    self.fail(
                        value.span,
                        "positional argument follows keyword argument unpacking",
                    );
                }
                Arg::Positional(value) if keyword => {
                    self.fail(value.span, "positional argument follows keyword argument");
                }
                Arg::Star(value) if mapping => {
                    self.fail(
                        value.span,
                        "iterable argument unpacking follows keyword argument unpacking",
                    );
                }
                Arg::Positional(_) | Arg::Star(_) => {}
                Arg::Keyword { .. } => keyword = true,
                Arg::DoubleStar(_) => mapping = true,
            }
        }
        items
    }

    /// `name=value`
    pub fn keyword(&mut self, l: u32, name: Identifier, value: Expr, r: u32) -> Arg {
        Arg::Keyword {
            span: Span::new(l, r),
            name,
            value,
        }
    }

    /// `for target in iter if …`
    pub fn clause(
        &mut self,
        is_async: bool,
        target: Expr,
        iter: Expr,
        conditions: Vec<Expr>,
    ) -> Comprehension {
        self.check_target(&target);
        Comprehension {
            target: Box::new(target),
            iter: Box::new(iter),
            conditions,
            is_async,
        }
    }

    /// `(element for …)`
    pub fn generator(
        &mut self,
        l: u32,
        element: Expr,
        clauses: Vec<Comprehension>,
        r: u32,
    ) -> Expr {
        self.expr(
            l,
            ExprKind::Generator {
                element: Box::new(element),
                clauses,
            },
            r,
        )
    }

    /// `[element for …]`
    pub fn list_comprehension(
        &mut self,
        l: u32,
        element: Expr,
        clauses: Vec<Comprehension>,
        r: u32,
    ) -> Expr {
        self.expr(
            l,
            ExprKind::ListComp {
                element: Box::new(element),
                clauses,
            },
            r,
        )
    }

    /// `{element for …}`
    pub fn set_comprehension(
        &mut self,
        l: u32,
        element: Expr,
        clauses: Vec<Comprehension>,
        r: u32,
    ) -> Expr {
        self.expr(
            l,
            ExprKind::SetComp {
                element: Box::new(element),
                clauses,
            },
            r,
        )
    }

    /// `{key: value for …}`
    pub fn dict_comprehension(
        &mut self,
        l: u32,
        key: Expr,
        value: Expr,
        clauses: Vec<Comprehension>,
        r: u32,
    ) -> Expr {
        self.expr(
            l,
            ExprKind::DictComp {
                key: Box::new(key),
                value: Box::new(value),
                clauses,
            },
            r,
        )
    }

    /// `[a, *b]`
    pub fn list(&mut self, l: u32, items: Vec<Expr>, r: u32) -> Expr {
        self.expr(l, ExprKind::List(items), r)
    }

    /// `{a, *b}`
    pub fn set(&mut self, l: u32, items: Vec<Expr>, r: u32) -> Expr {
        self.expr(l, ExprKind::Set(items), r)
    }

    /// `{key: value, **mapping}`
    pub fn dict(&mut self, l: u32, items: Vec<(Option<Expr>, Expr)>, r: u32) -> Expr {
        self.expr(l, ExprKind::Dict(items), r)
    }

    /// Refuses what cannot be assigned to.
    fn check_target(&mut self, target: &Expr) {
        match &target.kind {
            ExprKind::Name(_) | ExprKind::Attribute { .. } | ExprKind::Subscript { .. } => {}
            ExprKind::Tuple { items, .. } | ExprKind::List(items) => {
                items.iter().for_each(|item| self.check_target(item));
            }
            ExprKind::Starred(value) => self.check_target(value),
            _ => self.fail(target.span, "cannot assign to expression"),
        }
    }
}

/// The reference's text for a tree that is too deep: its parser gives up on what opens from the left, its compiler
/// on what grows to the left.
fn too_deep(kind: &ExprKind) -> &'static str {
    match kind {
        ExprKind::Binary {
            op: BinaryOp::Pow, ..
        }
        | ExprKind::Unary { .. }
        | ExprKind::Lambda { .. }
        | ExprKind::IfExp { .. } => "Parser stack overflowed - Python source too complex to parse",
        _ => "maximum recursion depth exceeded during compilation",
    }
}

/// Bytes shared by the tree.
fn shared(bytes: Vec<u8>) -> Rc<[u8]> {
    bytes.into()
}
