//! The syntax tree: what was written, as plain data. Names are unresolved, sugar is kept, parentheses are gone.
//! Building it is `tree.rs`; what it means is decided by the interpreter's `lower`.

use crate::source::Span;
use num_bigint::BigInt;
use std::rc::Rc;

/// An identifier after NFKC normalisation.
pub type Name = Rc<str>;

/// An identifier with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Identifier {
    /// Where it stands.
    pub span: Span,
    /// What it says.
    pub name: Name,
}

/// A whole source text.
#[derive(Debug)]
pub struct Module {
    /// Its statements in order.
    pub body: Vec<Stmt>,
}

/// A statement.
#[derive(Debug)]
pub struct Stmt {
    /// From its first to its last byte, without the line end. A decorated definition starts at `def` or `class`.
    pub span: Span,
    /// What it is.
    pub kind: StmtKind,
}

/// The kinds of statements. Fields are named after what the reference's grammar calls them.
#[derive(Debug)]
#[allow(missing_docs)]
pub enum StmtKind {
    /// An expression for its effect.
    Expr(Expr),
    /// `a = b = value`
    Assign {
        targets: Vec<Expr>,
        value: Box<Expr>,
    },
    /// `target += value`
    AugAssign {
        target: Box<Expr>,
        op: BinaryOp,
        value: Box<Expr>,
    },
    /// `target: annotation = value`; `simple` when the target is a name without parentheses.
    AnnAssign {
        target: Box<Expr>,
        annotation: Box<Expr>,
        value: Option<Box<Expr>>,
        simple: bool,
    },
    /// `return value`
    Return(Option<Expr>),
    /// `del a, b[c]`
    Delete(Vec<Expr>),
    /// `pass`
    Pass,
    /// The statements of a function behind its docstring, which were only skipped; whether they name the class around.
    Unread { names_class: bool },
    /// `break`
    Break,
    /// `continue`
    Continue,
    /// `raise exception from cause`
    Raise {
        exception: Option<Box<Expr>>,
        cause: Option<Box<Expr>>,
    },
    /// `assert test, message`
    Assert {
        test: Box<Expr>,
        message: Option<Box<Expr>>,
    },
    /// `global a, b`
    Global(Vec<Identifier>),
    /// `nonlocal a, b`
    Nonlocal(Vec<Identifier>),
    /// `import a.b as c, d`
    Import(Vec<Alias>),
    /// `from ..module import a as b`; `level` counts the dots; the name `*` stands alone.
    ImportFrom {
        module: Option<Identifier>,
        names: Vec<Alias>,
        level: u32,
    },
    /// `if test: body else: orelse`; an `elif` is an `If` alone in `orelse`.
    If {
        test: Box<Expr>,
        body: Vec<Stmt>,
        orelse: Vec<Stmt>,
    },
    /// `while test: body else: orelse`
    While {
        test: Box<Expr>,
        body: Vec<Stmt>,
        orelse: Vec<Stmt>,
    },
    /// `for target in iter: body else: orelse`
    For {
        target: Box<Expr>,
        iter: Box<Expr>,
        body: Vec<Stmt>,
        orelse: Vec<Stmt>,
        is_async: bool,
    },
    /// `with a as b, c: body`
    With {
        items: Vec<WithItem>,
        body: Vec<Stmt>,
        is_async: bool,
    },
    /// `try` with `except` (or `except*` when `star`), `else` and `finally`.
    Try {
        body: Vec<Stmt>,
        handlers: Vec<Handler>,
        orelse: Vec<Stmt>,
        finalbody: Vec<Stmt>,
        star: bool,
    },
    /// `match subject: case …`
    Match {
        subject: Box<Expr>,
        cases: Vec<MatchCase>,
    },
    /// `def` or `async def`
    Function(Box<FunctionDef>),
    /// `class`
    Class(Box<ClassDef>),
    /// `type Name[T] = value`
    TypeAlias {
        name: Identifier,
        type_params: Vec<TypeParam>,
        value: Box<Expr>,
    },
}

/// A function definition.
#[derive(Debug)]
pub struct FunctionDef {
    /// Its name.
    pub name: Identifier,
    /// Whether it is `async def`.
    pub is_async: bool,
    /// What stands behind each `@`, outermost first.
    pub decorators: Vec<Expr>,
    /// `[T: bound = default]`
    pub type_params: Vec<TypeParam>,
    /// Its parameters.
    pub params: Box<Params>,
    /// The annotation behind `->`.
    pub returns: Option<Expr>,
    /// Its statements.
    pub body: Vec<Stmt>,
}

/// A class definition.
#[derive(Debug)]
pub struct ClassDef {
    /// Its name.
    pub name: Identifier,
    /// What stands behind each `@`, outermost first.
    pub decorators: Vec<Expr>,
    /// `[T: bound = default]`
    pub type_params: Vec<TypeParam>,
    /// Bases and keywords, in the order written.
    pub args: Vec<Arg>,
    /// Its statements.
    pub body: Vec<Stmt>,
}

/// The parameters of a function or lambda, in the order written.
#[derive(Debug, Default)]
pub struct Params {
    /// Before `/`.
    pub positional_only: Vec<Param>,
    /// Positional or keyword.
    pub regular: Vec<Param>,
    /// `*args`
    pub var_positional: Option<Param>,
    /// Behind `*` or `*args`.
    pub keyword_only: Vec<Param>,
    /// `**kwargs`
    pub var_keyword: Option<Param>,
}

/// One parameter.
#[derive(Debug)]
pub struct Param {
    /// The name with its annotation, without the default.
    pub span: Span,
    /// Its name.
    pub name: Identifier,
    /// The annotation; `*args: *Ts` gives a `Starred`.
    pub annotation: Option<Box<Expr>>,
    /// The default.
    pub default: Option<Box<Expr>>,
}

/// `[T: bound = default]`, `[*Ts]`, `[**P]`
#[derive(Debug)]
pub struct TypeParam {
    /// Where it stands.
    pub span: Span,
    /// Its name.
    pub name: Identifier,
    /// Plain, starred or double starred.
    pub kind: TypeParamKind,
    /// Behind the colon.
    pub bound: Option<Box<Expr>>,
    /// Behind `=`.
    pub default: Option<Box<Expr>>,
}

/// The kinds of type parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypeParamKind {
    /// `T`
    TypeVar,
    /// `*Ts`
    TypeVarTuple,
    /// `**P`
    ParamSpec,
}

/// `name as asname` in an import.
#[derive(Debug)]
pub struct Alias {
    /// The whole of it.
    pub span: Span,
    /// The dotted name, or `*`.
    pub name: Identifier,
    /// The name behind `as`.
    pub asname: Option<Identifier>,
}

/// `context as target`
#[derive(Debug)]
pub struct WithItem {
    /// The context manager.
    pub context: Expr,
    /// The target behind `as`.
    pub target: Option<Box<Expr>>,
}

/// `except exception as name: body`
#[derive(Debug)]
pub struct Handler {
    /// From `except` to the end of its body.
    pub span: Span,
    /// What is caught; `None` catches all.
    pub exception: Option<Box<Expr>>,
    /// The name behind `as`.
    pub name: Option<Identifier>,
    /// Its statements.
    pub body: Vec<Stmt>,
}

/// `case pattern if guard: body`
#[derive(Debug)]
pub struct MatchCase {
    /// The pattern.
    pub pattern: Pattern,
    /// The condition behind `if`.
    pub guard: Option<Box<Expr>>,
    /// Its statements.
    pub body: Vec<Stmt>,
}

/// A pattern of a `case`.
#[derive(Debug)]
pub struct Pattern {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: PatternKind,
}

/// The kinds of patterns. Fields are named after what the reference's grammar calls them.
#[derive(Debug)]
#[allow(missing_docs)]
pub enum PatternKind {
    /// A number, string, or dotted name, compared with `==`.
    Value(Expr),
    /// `None`, `True`, `False`, compared with `is`.
    Singleton(Constant),
    /// `[a, *rest]`
    Sequence(Vec<Pattern>),
    /// `{key: pattern, **rest}`
    Mapping {
        keys: Vec<Expr>,
        patterns: Vec<Pattern>,
        rest: Option<Identifier>,
    },
    /// `Class(pattern, name=pattern)`
    Class {
        class: Box<Expr>,
        patterns: Vec<Pattern>,
        keywords: Vec<(Identifier, Pattern)>,
    },
    /// `*name` or `*_` (no name) in a sequence.
    Star(Option<Identifier>),
    /// `pattern as name`; a capture has no pattern, the wildcard `_` neither.
    As {
        pattern: Option<Box<Pattern>>,
        name: Option<Identifier>,
    },
    /// `a | b`
    Or(Vec<Pattern>),
}

/// An expression. Build it with [`Expr::new`], which keeps `depth` true.
#[derive(Debug)]
pub struct Expr {
    /// From its first to its last byte, without parentheses around it.
    pub span: Span,
    /// How deeply it nests: 1 for a leaf.
    pub depth: u32,
    /// What it is.
    pub kind: ExprKind,
}

/// The kinds of expressions. Fields are named after what the reference's grammar calls them.
#[derive(Debug)]
#[allow(missing_docs)]
pub enum ExprKind {
    /// `name`
    Name(Name),
    /// A literal.
    Constant(Constant),
    /// An f-string, with the strings it is joined with.
    JoinedStr(Vec<FPart>),
    /// `a and b and c` / `a or b`
    BoolOp { op: BoolOp, values: Vec<Expr> },
    /// `name := value`
    Named {
        target: Identifier,
        value: Box<Expr>,
    },
    /// `left + right`
    Binary {
        left: Box<Expr>,
        op: BinaryOp,
        right: Box<Expr>,
    },
    /// `-operand`
    Unary { op: UnaryOp, operand: Box<Expr> },
    /// `lambda params: body`
    Lambda {
        params: Box<Params>,
        body: Box<Expr>,
    },
    /// `body if test else orelse`
    IfExp {
        test: Box<Expr>,
        body: Box<Expr>,
        orelse: Box<Expr>,
    },
    /// `{key: value, **mapping}`: a `None` key marks `**`.
    Dict(Vec<(Option<Expr>, Expr)>),
    /// `{a, *b}`
    Set(Vec<Expr>),
    /// `[a, *b]`
    List(Vec<Expr>),
    /// `a, *b` with or without parentheses.
    Tuple {
        items: Vec<Expr>,
        parenthesized: bool,
    },
    /// `[element for … if …]`
    ListComp {
        element: Box<Expr>,
        clauses: Vec<Comprehension>,
    },
    /// `{element for … if …}`
    SetComp {
        element: Box<Expr>,
        clauses: Vec<Comprehension>,
    },
    /// `{key: value for … if …}`
    DictComp {
        key: Box<Expr>,
        value: Box<Expr>,
        clauses: Vec<Comprehension>,
    },
    /// `(element for … if …)`; the span includes the parentheses (or the call's).
    Generator {
        element: Box<Expr>,
        clauses: Vec<Comprehension>,
    },
    /// `await value`
    Await(Box<Expr>),
    /// `yield value`
    Yield(Option<Box<Expr>>),
    /// `yield from value`
    YieldFrom(Box<Expr>),
    /// `left < b <= c`
    Compare {
        left: Box<Expr>,
        rest: Vec<(CompareOp, Expr)>,
    },
    /// `function(args)`
    Call { function: Box<Expr>, args: Vec<Arg> },
    /// `value.name`
    Attribute { value: Box<Expr>, name: Identifier },
    /// `value[index]`
    Subscript { value: Box<Expr>, index: Box<Expr> },
    /// `lower:upper:step` in a subscript.
    Slice {
        lower: Option<Box<Expr>>,
        upper: Option<Box<Expr>>,
        step: Option<Box<Expr>>,
    },
    /// `*value`
    Starred(Box<Expr>),
}

/// `for target in iter if condition …`
#[derive(Debug)]
pub struct Comprehension {
    /// What is assigned.
    pub target: Box<Expr>,
    /// What is iterated.
    pub iter: Box<Expr>,
    /// The conditions.
    pub conditions: Vec<Expr>,
    /// `async for`
    pub is_async: bool,
}

/// An argument of a call.
#[derive(Debug)]
#[allow(missing_docs)]
pub enum Arg {
    /// `value`
    Positional(Expr),
    /// `*value`
    Star(Expr),
    /// `name=value`; the span covers both.
    Keyword {
        span: Span,
        name: Identifier,
        value: Expr,
    },
    /// `**value`
    DoubleStar(Expr),
}

/// A literal's value.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum Constant {
    /// `None`
    None,
    /// `True`
    True,
    /// `False`
    False,
    /// `...`
    Ellipsis,
    /// An integer that fits 64 bits.
    Int(i64),
    /// A larger integer.
    BigInt(Rc<BigInt>),
    /// A float.
    Float(f64),
    /// An imaginary number's imaginary part.
    Imaginary(f64),
    /// A string in WTF-8 (lone surrogates as three bytes). `unicode` tells a `u` prefix.
    Str { text: Rc<[u8]>, unicode: bool },
    /// A bytes literal.
    Bytes(Rc<[u8]>),
}

/// A part of an f-string.
#[derive(Debug)]
pub enum FPart {
    /// Plain text in WTF-8.
    Literal(Rc<[u8]>),
    /// `{value!r:spec}`
    Field(Box<FField>),
}

/// A replacement field of an f-string.
#[derive(Debug)]
pub struct FField {
    /// From `{` to `}`.
    pub span: Span,
    /// The expression.
    pub value: Expr,
    /// For `{value = }`: the text up to and with the equals sign, as written.
    pub debug: Option<Rc<str>>,
    /// What stands behind `!`: `s`, `r` or `a`. Without it, a field with `debug` and no `spec` means `r`.
    pub conversion: Option<char>,
    /// What stands behind `:`.
    pub spec: Option<Vec<FPart>>,
}

/// `and`, `or`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum BoolOp {
    And,
    Or,
}

/// The binary operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum BinaryOp {
    Add,
    Sub,
    Mult,
    MatMult,
    Div,
    Mod,
    Pow,
    LShift,
    RShift,
    BitOr,
    BitXor,
    BitAnd,
    FloorDiv,
}

/// The unary operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum UnaryOp {
    Invert,
    Not,
    UAdd,
    USub,
}

/// The comparison operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum CompareOp {
    Eq,
    NotEq,
    Lt,
    LtE,
    Gt,
    GtE,
    Is,
    IsNot,
    In,
    NotIn,
}

/// The deepest [`Expr::depth`] that the parser builds. Recursion over a tree needs stack for that many levels.
pub const MAX_DEPTH: u32 = 6_000;

impl Expr {
    /// An expression with its depth computed from its children's.
    pub fn new(span: Span, kind: ExprKind) -> Expr {
        let depth = kind.children_depth() + 1;
        Expr { span, depth, kind }
    }
}

fn deepest<'a>(children: impl IntoIterator<Item = &'a Expr>) -> u32 {
    children
        .into_iter()
        .map(|child| child.depth)
        .max()
        .unwrap_or(0)
}

fn deepest_clause(clauses: &[Comprehension]) -> u32 {
    let depth = |clause: &Comprehension| {
        clause
            .target
            .depth
            .max(clause.iter.depth)
            .max(deepest(&clause.conditions))
    };
    clauses.iter().map(depth).max().unwrap_or(0)
}

fn deepest_part(parts: &[FPart]) -> u32 {
    let depth = |part: &FPart| match part {
        FPart::Literal(_) => 0,
        FPart::Field(field) => field
            .value
            .depth
            .max(1 + field.spec.as_deref().map_or(0, deepest_part)),
    };
    parts.iter().map(depth).max().unwrap_or(0)
}

impl Stmt {
    /// A class of this name without bases around `body`, for what is read apart from the class that it stands in.
    pub fn class_around(name: &str, span: Span, body: Vec<Stmt>) -> Stmt {
        let name = Identifier {
            span,
            name: name.into(),
        };
        let kind = StmtKind::Class(Box::new(ClassDef {
            name,
            decorators: Vec::new(),
            type_params: Vec::new(),
            args: Vec::new(),
            body,
        }));
        Stmt { span, kind }
    }
}

impl Params {
    /// Leaves only the names: no annotations and no defaults.
    pub fn forget_values(&mut self) {
        let positional = self.positional_only.iter_mut().chain(&mut self.regular);
        let all = positional
            .chain(&mut self.var_positional)
            .chain(&mut self.keyword_only)
            .chain(&mut self.var_keyword);
        for param in all {
            (param.annotation, param.default) = (None, None);
        }
    }

    /// All parameters, in the order written.
    pub fn iter(&self) -> impl Iterator<Item = &Param> {
        let positional = self
            .positional_only
            .iter()
            .chain(&self.regular)
            .chain(&self.var_positional);
        positional
            .chain(&self.keyword_only)
            .chain(&self.var_keyword)
    }
}

impl Arg {
    /// The argument's expression.
    pub fn value(&self) -> &Expr {
        match self {
            Arg::Positional(value)
            | Arg::Star(value)
            | Arg::DoubleStar(value)
            | Arg::Keyword { value, .. } => value,
        }
    }
}

impl StmtKind {
    /// Whether it has blocks.
    pub fn is_compound(&self) -> bool {
        matches!(
            self,
            StmtKind::If { .. }
                | StmtKind::While { .. }
                | StmtKind::For { .. }
                | StmtKind::With { .. }
                | StmtKind::Try { .. }
                | StmtKind::Match { .. }
                | StmtKind::Function(_)
                | StmtKind::Class(_)
        )
    }
}

impl ExprKind {
    /// The depth of the deepest child; 0 when there is none.
    fn children_depth(&self) -> u32 {
        match self {
            ExprKind::Name(_) | ExprKind::Constant(_) => 0,
            ExprKind::JoinedStr(parts) => deepest_part(parts),
            ExprKind::BoolOp { values, .. } => deepest(values),
            ExprKind::Binary { left, right, .. } => left.depth.max(right.depth),
            ExprKind::Lambda { params, body } => body.depth.max(deepest(
                params.iter().filter_map(|param| param.default.as_deref()),
            )),
            ExprKind::IfExp { test, body, orelse } => test.depth.max(body.depth).max(orelse.depth),
            ExprKind::Dict(items) => {
                let depth = |(key, value): &(Option<Expr>, Expr)| deepest(key).max(value.depth);
                items.iter().map(depth).max().unwrap_or(0)
            }
            ExprKind::Set(items) | ExprKind::List(items) | ExprKind::Tuple { items, .. } => {
                deepest(items)
            }
            ExprKind::ListComp { element, clauses }
            | ExprKind::SetComp { element, clauses }
            | ExprKind::Generator { element, clauses } => {
                element.depth.max(deepest_clause(clauses))
            }
            ExprKind::DictComp {
                key,
                value,
                clauses,
            } => key.depth.max(value.depth).max(deepest_clause(clauses)),
            ExprKind::Yield(value) => value.as_ref().map_or(0, |value| value.depth),
            ExprKind::Await(value)
            | ExprKind::YieldFrom(value)
            | ExprKind::Starred(value)
            | ExprKind::Named { value, .. }
            | ExprKind::Unary { operand: value, .. }
            | ExprKind::Attribute { value, .. } => value.depth,
            ExprKind::Compare { left, rest } => rest
                .iter()
                .map(|(_, right)| right.depth)
                .fold(left.depth, u32::max),
            ExprKind::Call { function, args } => args
                .iter()
                .map(|arg| arg.value().depth)
                .fold(function.depth, u32::max),
            ExprKind::Subscript { value, index } => value.depth.max(index.depth),
            ExprKind::Slice { lower, upper, step } => [lower, upper, step]
                .into_iter()
                .flatten()
                .map(|part| part.depth)
                .max()
                .unwrap_or(0),
        }
    }
}
