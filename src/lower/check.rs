//! Mistakes that are neither of the grammar nor of names: `return` outside a function, `break` outside a loop, two
//! stars in one target, a pattern that can never be reached. The walk follows the order in which the reference
//! generates code, since the first mistake in that order is the one reported. Suspicions are `suspicion.rs`.

mod constant;
mod expr;
mod key;
mod pattern;
mod statement;
pub mod suspicion;

use super::scope::{Mode, ScopeId, ScopeKind, ScopeTree, future};
use rustc_hash::FxHashMap;
use snakelet_grammar::ast::{Expr, Module, Stmt};
use snakelet_grammar::error::{Phase, SyntaxError, SyntaxWarning};
use snakelet_grammar::source::Span;

type Checked = Result<(), SyntaxError>;

/// How many blocks may stand inside each other in one function.
const MAX_BLOCKS: usize = 21;

/// How many warnings repeated code may bring: nested `finally` bodies multiply them.
const MAX_WARNINGS: usize = 100_000;

/// Finds the first mistake in a module, and adds what is suspicious before it to `warnings`.
pub fn check(
    module: &Module,
    scopes: &ScopeTree,
    mode: Mode,
    warnings: &mut Vec<SyntaxWarning>,
) -> Checked {
    let known = warnings.len();
    let mut checker = Checker::new(scopes, mode, warnings);
    checker.future_end = future::end_of_leading(module);
    let checked = checker.body(&module.body);
    suspicion::constants_first(&mut warnings[known..]);
    checked
}

/// Finds the first mistake in an expression that stands alone, and adds what is suspicious before it to `warnings`.
pub fn check_expression(
    expr: &Expr,
    scopes: &ScopeTree,
    mode: Mode,
    warnings: &mut Vec<SyntaxWarning>,
) -> Checked {
    let known = warnings.len();
    let checked = Checker::new(scopes, mode, warnings).load(expr);
    suspicion::constants_first(&mut warnings[known..]);
    checked
}

/// What stands around a statement in its function.
#[derive(Clone, Copy)]
enum Block<'a> {
    /// A loop, which `break` and `continue` leave.
    Loop,
    /// The handlers of `except*`, which nothing may leave.
    Group,
    /// A `try` with this `finally`, which is generated once more wherever the `try` is left.
    Finally(&'a [Stmt]),
    /// A block that only counts.
    Other,
}

/// The code that is being walked: a module, function, class or generator expression.
struct Unit<'a> {
    scope: ScopeId,
    kind: ScopeKind,
    is_async: bool,
    blocks: Vec<Block<'a>>,
    /// The most blocks there have been since it was last set.
    deepest: usize,
}

/// A `finally` body that has been walked.
struct Final {
    /// What was suspicious in it.
    warnings: Vec<SyntaxWarning>,
    /// How many blocks it nests.
    height: usize,
}

struct Checker<'a> {
    tree: &'a ScopeTree,
    mode: Mode,
    units: Vec<Unit<'a>>,
    warnings: &'a mut Vec<SyntaxWarning>,
    /// The `finally` bodies that have been walked, by address.
    finals: FxHashMap<usize, Final>,
    /// A comparison that stands behind `not`, and whether that turns it round.
    negated: Option<(Span, bool)>,
    /// The offset behind the imports from `__future__` that stand where they may.
    future_end: u32,
}

/// An error with the reference's text at `span`.
fn mistake<T>(message: impl Into<String>, span: Span) -> Result<T, SyntaxError> {
    Err(SyntaxError {
        phase: Phase::Code,
        ..super::scope::error(message, span)
    })
}

/// For each of several names the place of the next one that is the same.
fn repetitions<'n>(
    names: impl DoubleEndedIterator<Item = &'n str> + ExactSizeIterator,
) -> Vec<Option<usize>> {
    let mut later = FxHashMap::default();
    let mut next: Vec<_> = names
        .enumerate()
        .rev()
        .map(|(index, name)| later.insert(name, index))
        .collect();
    next.reverse();
    next
}

impl<'a> Checker<'a> {
    fn new(tree: &'a ScopeTree, mode: Mode, warnings: &'a mut Vec<SyntaxWarning>) -> Checker<'a> {
        let root = Unit {
            scope: tree.root(),
            kind: ScopeKind::Module,
            is_async: false,
            blocks: Vec::new(),
            deepest: 0,
        };
        Checker {
            tree,
            mode,
            units: vec![root],
            warnings,
            finals: FxHashMap::default(),
            negated: None,
            future_end: 0,
        }
    }

    fn unit(&mut self) -> &mut Unit<'a> {
        self.units
            .last_mut()
            .expect("the module's unit is never left")
    }

    /// Walks the code of the scope that opens at `span` with `walk`.
    fn within(
        &mut self,
        span: Span,
        kind: ScopeKind,
        walk: impl FnOnce(&mut Self) -> Checked,
    ) -> Checked {
        let scope = self.tree.of(span, kind);
        let known = self.tree.get(scope);
        // The body of a generator or coroutine stands in a block of its own.
        let wrapped = kind == ScopeKind::Function && (known.is_async || known.has_yield);
        let blocks = if wrapped {
            vec![Block::Other]
        } else {
            Vec::new()
        };
        self.units.push(Unit {
            scope,
            kind,
            is_async: known.is_async,
            blocks,
            deepest: 0,
        });
        walk(self)?;
        self.units.pop();
        Ok(())
    }

    /// Whether `await` may stand here because the top level allows it.
    fn at_awaiting_top(&mut self) -> bool {
        self.mode.top_level_await && self.unit().kind == ScopeKind::Module
    }

    /// Whether the code here belongs to an `async def`.
    fn in_async_function(&mut self) -> bool {
        let unit = self.unit();
        unit.kind == ScopeKind::Function && unit.is_async
    }

    /// Opens a block; `span` is named when there are too many.
    fn push(&mut self, block: Block<'a>, span: Span) -> Checked {
        let blocks = &mut self.unit().blocks;
        if blocks.len() >= MAX_BLOCKS {
            return mistake("too many statically nested blocks", span);
        }
        blocks.push(block);
        let unit = self.unit();
        unit.deepest = unit.deepest.max(unit.blocks.len());
        Ok(())
    }

    fn pop(&mut self) {
        self.unit().blocks.pop();
    }

    /// Leaves blocks from the inside out: up to the nearest loop, or all. Tells whether a loop was found.
    fn unwind(&mut self, to_loop: bool, span: Span) -> Result<bool, SyntaxError> {
        let mut left = Vec::new();
        let mut found = false;
        while let Some(block) = self.unit().blocks.pop() {
            left.push(block);
            match block {
                Block::Loop if to_loop => {
                    found = true;
                    break;
                }
                Block::Group => {
                    let message =
                        "'break', 'continue' and 'return' cannot appear in an except* block";
                    return mistake(message, span);
                }
                Block::Finally(body) => self.finally(body)?,
                Block::Loop | Block::Other => {}
            }
        }
        left.reverse();
        self.unit().blocks.extend(left);
        Ok(found)
    }

    /// Walks a `finally` body, or repeats what was suspicious in it when it is generated once more.
    fn finally(&mut self, body: &'a [Stmt]) -> Checked {
        let key = body.as_ptr() as usize;
        let depth = self.unit().blocks.len();
        if let Some(known) = self
            .finals
            .get(&key)
            .filter(|known| depth + known.height <= MAX_BLOCKS)
        {
            let room = MAX_WARNINGS.saturating_sub(self.warnings.len());
            self.warnings
                .extend(known.warnings.iter().take(room).cloned());
            return Ok(());
        }
        let start = self.warnings.len();
        let outer = std::mem::replace(&mut self.unit().deepest, depth);
        self.body(body)?;
        let height = self.unit().deepest - depth;
        self.unit().deepest = outer.max(depth + height);
        let warnings = self.warnings[start..].to_vec();
        self.finals.insert(key, Final { warnings, height });
        Ok(())
    }
}
