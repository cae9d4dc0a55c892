//! Which scope each name belongs to: the symbol tables of a module, computed before anything is lowered.
//! The walk that collects names is `builder.rs`, the decision what they refer to is `binding.rs`; mistakes that
//! need no names are `lower/check.rs`. Slots are numbered by the lowering.

mod binding;
mod builder;
pub(in crate::lower) mod future;

pub(in crate::lower) use builder::error;

use indexmap::IndexMap;
use rustc_hash::{FxBuildHasher, FxHashMap};
use snakelet_grammar::ast::{Expr, ExprKind, Module, Name};
use snakelet_grammar::error::SyntaxError;
use snakelet_grammar::source::Span;

/// Names to symbols, in order of first appearance.
pub type SymbolMap = IndexMap<Name, Symbol, FxBuildHasher>;

/// A scope of one [`ScopeTree`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ScopeId(u32);

/// What opened a scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ScopeKind {
    /// The module, or the single expression of `eval`.
    Module,
    /// A `def`; found by the statement's span.
    Function,
    /// A `lambda`; found by the expression's span.
    Lambda,
    /// A class body; found by the statement's span.
    Class,
    /// A list, set or dict comprehension: names of its own, slots in the enclosing frame.
    Comprehension,
    /// A generator expression: a frame of its own.
    Generator,
    /// The type parameters of a function, class or alias; found by the span of that statement.
    TypeParams,
    /// The value of a `type` statement; found by the statement's span.
    TypeAlias,
    /// The bound or default of a type parameter; found by the span of that expression.
    TypeBound,
    /// An annotation that is never evaluated, under `from __future__ import annotations`.
    Annotation,
}

impl ScopeKind {
    /// Whether names assigned here can be captured by inner scopes: all but modules and classes.
    pub fn is_function_like(self) -> bool {
        !matches!(self, ScopeKind::Module | ScopeKind::Class)
    }
}

/// How a name is reached from a scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Binding {
    /// A variable of this scope (of the namespace, in a module or class).
    Local,
    /// A variable of this scope that an inner frame captures.
    Cell,
    /// A variable of an enclosing scope.
    Free,
    /// Declared `global`.
    GlobalExplicit,
    /// Bound nowhere in sight: a global or builtin. In a class body the class's namespace comes first.
    GlobalImplicit,
}

/// What one scope knows of one name.
#[derive(Clone, Debug)]
pub struct Symbol {
    /// How it is reached.
    pub binding: Binding,
    /// It is a parameter.
    pub parameter: bool,
    /// It is bound by an assignment, definition, import, pattern, loop or handler.
    pub assigned: bool,
    /// It has an annotation here.
    pub annotated: bool,
    /// It is read.
    pub used: bool,
    /// It is bound by an import.
    pub imported: bool,
    /// It is declared `global`, here or by a walrus in a comprehension.
    pub declared_global: bool,
    /// It is declared `nonlocal`, here or by a walrus in a comprehension.
    pub declared_nonlocal: bool,
    /// It is a type parameter.
    pub type_parameter: bool,
    /// It is a target of a comprehension's `for`.
    pub iteration: bool,
    /// A class binds this name, and its methods use the variable of that name around the class.
    pub passes_through: bool,
}

impl Symbol {
    /// A name of which nothing is known yet.
    fn unknown() -> Symbol {
        Symbol {
            binding: Binding::GlobalImplicit,
            parameter: false,
            assigned: false,
            annotated: false,
            used: false,
            imported: false,
            declared_global: false,
            declared_nonlocal: false,
            type_parameter: false,
            iteration: false,
            passes_through: false,
        }
    }

    /// Whether this scope binds the name itself.
    fn is_bound(&self) -> bool {
        self.parameter || self.assigned || self.type_parameter
    }
}

/// One scope with its names.
#[derive(Debug)]
pub struct Scope {
    /// What opened it.
    pub kind: ScopeKind,
    /// The scope around it.
    pub parent: Option<ScopeId>,
    /// Where it stands.
    pub span: Span,
    /// Its names (mangled): parameters first (keyword-only ones before `*args`), then as they appear.
    pub symbols: SymbolMap,
    /// The variables that it takes from around it, for itself or for inner scopes, sorted.
    pub free: Vec<Name>,
    /// An `async def`; a comprehension or generator with `async for` or `await` in it.
    pub is_async: bool,
    /// It contains `yield` or `yield from`.
    pub has_yield: bool,
    /// It contains `await`, `async for`, `async with` or an asynchronous comprehension.
    pub has_await: bool,
    /// A class whose methods use `super` or `__class__`.
    pub needs_class_cell: bool,
    /// A class whose type parameters or aliases look into its namespace.
    pub needs_classdict: bool,
    /// The body names `locals`, `vars`, `dir`, `eval`, `exec` or `_getframe`.
    pub names_introspection: bool,
    /// It contains `from module import *`.
    pub has_star_import: bool,
    /// Annotations stand directly in it.
    pub has_annotations: bool,
    /// Type parameters, aliases and bounds in a class body: names are looked up in the class first.
    pub sees_class: bool,
    /// The class that mangles private names here.
    private: Option<Name>,
    /// When set, only the type parameters of that scope are mangled.
    mangles_only: Option<ScopeId>,
}

/// The scopes of one source text.
#[derive(Debug)]
pub struct ScopeTree {
    scopes: Vec<Scope>,
    places: FxHashMap<(Span, ScopeKind), ScopeId>,
    future_annotations: bool,
}

/// How a source text is compiled.
#[derive(Clone, Copy, Debug, Default)]
pub struct Mode {
    /// `await` is allowed outside functions, as in the REPL.
    pub top_level_await: bool,
}

/// The scopes of a module, or the first mistake in its use of names.
pub fn analyse(module: &Module, inherited: bool) -> Result<ScopeTree, SyntaxError> {
    builder::build(module, inherited).and_then(binding::bind)
}

/// The scopes of an expression that stands alone, as for `eval`.
pub fn analyse_expression(expr: &Expr) -> Result<ScopeTree, SyntaxError> {
    builder::build_expression(expr).and_then(binding::bind)
}

impl ScopeTree {
    /// The scope of the module.
    pub fn root(&self) -> ScopeId {
        ScopeId(0)
    }

    /// The scope called `id`.
    pub fn get(&self, id: ScopeId) -> &Scope {
        &self.scopes[id.0 as usize]
    }

    /// The scope opened by the syntax node of this span and kind.
    ///
    /// # Panics
    /// When no such node was analysed.
    pub fn of(&self, span: Span, kind: ScopeKind) -> ScopeId {
        *self
            .places
            .get(&(span, kind))
            .expect("every scope of the tree was analysed")
    }

    /// What `scope` knows of `name` as written there; `None` when the name does not occur in it.
    pub fn lookup(&self, scope: ScopeId, name: &str) -> Option<&Symbol> {
        let symbols = &self.get(scope).symbols;
        if is_private(name) {
            symbols.get(&self.mangled(scope, &name.into()))
        } else {
            symbols.get(name)
        }
    }

    /// `name` as written in `scope`, mangled if it is private to a class.
    pub fn mangled(&self, scope: ScopeId, name: &Name) -> Name {
        mangle_in(&self.scopes, scope, name)
    }

    /// The scope whose frame holds the slots of `scope`: itself, or what surrounds a comprehension.
    pub fn frame_of(&self, mut scope: ScopeId) -> ScopeId {
        while let (ScopeKind::Comprehension, Some(parent)) =
            (self.get(scope).kind, self.get(scope).parent)
        {
            scope = parent;
        }
        scope
    }

    /// The scope that holds the variable `name` (as written in `scope`) in the frame of `scope`, and how it is reached
    /// there: comprehensions are looked through up to their frame. `Free` means that the frame captures it.
    pub fn resolve(&self, scope: ScopeId, name: &str) -> Option<(ScopeId, Binding)> {
        let mangled = self.mangled(scope, &name.into());
        let (mut at, mut symbol) = (scope, self.get(scope).symbols.get(&mangled)?);
        while symbol.binding == Binding::Free && self.get(at).kind == ScopeKind::Comprehension {
            at = self.get(at).parent?;
            symbol = self.get(at).symbols.get(&mangled)?;
        }
        // A comprehension in a class body does not see the class's own variable of that name.
        let holder = self.get(at);
        let hidden = at != scope
            && symbol.passes_through
            && (holder.kind == ScopeKind::Class || holder.sees_class);
        Some((
            at,
            if hidden {
                Binding::Free
            } else {
                symbol.binding
            },
        ))
    }

    /// Whether `from __future__ import annotations` makes annotations strings.
    pub fn future_annotations(&self) -> bool {
        self.future_annotations
    }
}

/// `name` as it is stored when written in the body of `class`: `__x` in `C` is `_C__x`.
pub fn mangle(class: Option<&str>, name: &Name) -> Name {
    let Some(class) = class
        .map(|class| class.trim_start_matches('_'))
        .filter(|class| !class.is_empty())
    else {
        return name.clone();
    };
    if is_private(name) {
        format!("_{class}{name}").into()
    } else {
        name.clone()
    }
}

fn is_private(name: &str) -> bool {
    name.starts_with("__") && !name.ends_with("__") && !name.contains('.')
}

fn mangle_in(scopes: &[Scope], scope: ScopeId, name: &Name) -> Name {
    if !is_private(name) {
        return name.clone();
    }
    let scope = &scopes[scope.0 as usize];
    let mangled = mangle(scope.private.as_deref(), name);
    match scope.mangles_only {
        Some(owner)
            if !scopes[owner.0 as usize]
                .symbols
                .get(&mangled)
                .is_some_and(|symbol| symbol.type_parameter) =>
        {
            name.clone()
        }
        Some(_) | None => mangled,
    }
}

/// The operand with which an expression of a chain begins: chains may be long, so walks follow them in a loop.
pub(in crate::lower) fn first_operand(expr: &Expr) -> Option<&Expr> {
    match &expr.kind {
        ExprKind::Binary { left: first, .. }
        | ExprKind::Unary { operand: first, .. }
        | ExprKind::Compare { left: first, .. }
        | ExprKind::Call {
            function: first, ..
        }
        | ExprKind::Attribute { value: first, .. }
        | ExprKind::Subscript { value: first, .. } => Some(first),
        _ => None,
    }
}
