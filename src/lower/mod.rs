//! From the syntax tree to the tree that runs: names become slots, cells or globals, sugar goes, and every suspension
//! inside an expression is hoisted into a statement of its own (`hoist.rs`), since only statements suspend.

mod attempt;
pub mod check;
mod class;
mod comprehension;
mod constant_set;
mod expr;
mod frame;
mod function;
mod generic;
mod hoist;
mod names;
mod pattern;
pub mod scope;
mod stmt;
mod suspends;
mod target;
mod unparse;

use crate::interp::Vm;
use crate::nodes::BoxNode;
use crate::nodes::block::{Block, One, Pass, ResumableBlock, Return};
use crate::objects::counted::Ref;
use crate::objects::dict::Dict;
use crate::objects::function::{Code, CodeKind, Layout};
use crate::objects::set::Set;
use crate::objects::value::Value;
use frame::Frame;
use scope::{Mode, ScopeId, ScopeTree};
use snakelet_grammar::ast::{Expr, Module};
use snakelet_grammar::error::{SyntaxError, SyntaxWarning};
use snakelet_grammar::source::{Source, Span};
use snakelet_grammar::{parse_expression, parse_interactive, parse_module};
use std::cell::{OnceCell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;
use suspends::Suspends;

/// What a source text is compiled as.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// Statements.
    Module,
    /// One statement whose value is displayed, as at a prompt.
    Interactive,
    /// Statements of which the last one's value is displayed: what is pasted at a prompt.
    Pasted,
    /// One expression, whose value is returned.
    Expression,
}

/// How a source text is compiled.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// As what.
    pub form: Form,
    /// Whether names are looked up in a namespace other than the globals: slot 0 of the frame holds it.
    pub with_locals: bool,
    /// Whether `await` is allowed outside functions; the code is a coroutine's if there is one.
    pub top_level_await: bool,
    /// Whether frames are left out of tracebacks.
    pub is_library: bool,
    /// Whether annotations are text, as `from __future__ import annotations` says: compiled code inherits it.
    pub future_annotations: bool,
    /// What is left out: assertions from 1 on, docstrings too at 2; `None`: what the command line says.
    pub optimize: Option<u8>,
}

impl Options {
    /// A script or module.
    pub const MODULE: Options = Options {
        form: Form::Module,
        with_locals: false,
        top_level_await: false,
        is_library: false,
        future_annotations: false,
        optimize: None,
    };
}

/// Compiles a source text to run with `globals`. Suspicions are added to `warnings`, also when it fails.
pub fn compile(
    vm: &Vm,
    source: &Rc<Source>,
    globals: &Ref<Dict>,
    options: Options,
    warnings: &mut Vec<SyntaxWarning>,
) -> Result<Rc<Code>, SyntaxError> {
    let mode = Mode {
        top_level_await: options.top_level_await,
    };
    if options.form == Form::Expression {
        let parsed = parse_expression(source)?;
        warnings.extend(parsed.warnings);
        let tree = scope::analyse_expression(&parsed.tree)?;
        check::check_expression(&parsed.tree, &tree, mode, warnings)?;
        let unit = Unit::new(
            source,
            globals,
            options,
            &tree,
            Suspends::of_expr(&parsed.tree),
        );
        return Lowering::root(vm, &unit).expression(&parsed.tree);
    }
    let parsed = match options.form {
        Form::Interactive => parse_interactive(source)?,
        Form::Module | Form::Pasted | Form::Expression => parse_module(source)?,
    };
    warnings.extend(parsed.warnings);
    let tree = scope::analyse(&parsed.tree, options.future_annotations)?;
    check::check(&parsed.tree, &tree, mode, warnings)?;
    let unit = Unit {
        displayed_from: match (options.form, parsed.tree.body.last()) {
            (Form::Interactive, _) => 0,
            (Form::Pasted, Some(last)) => last.span.start,
            _ => u32::MAX,
        },
        ..Unit::new(
            source,
            globals,
            options,
            &tree,
            Suspends::of_body(&parsed.tree.body),
        )
    };
    Lowering::root(vm, &unit).module(&parsed.tree)
}

/// Looks for the mistakes that the reference's compiler rejects, without lowering anything.
pub fn check_only(
    source: &Rc<Source>,
    warnings: &mut Vec<SyntaxWarning>,
) -> Result<(), SyntaxError> {
    let parsed = parse_module(source)?;
    warnings.extend(parsed.warnings);
    let tree = scope::analyse(&parsed.tree, false)?;
    let mode = Mode {
        top_level_await: false,
    };
    check::check(&parsed.tree, &tree, mode, warnings)
}

/// What all frames of one source text share.
struct Unit<'a> {
    source: &'a Rc<Source>,
    globals: &'a Ref<Dict>,
    options: Options,
    tree: &'a ScopeTree,
    suspends: Suspends,
    /// The frozensets made of set displays of constants, each once.
    constant_sets: RefCell<Vec<Ref<Set>>>,
    /// From which offset on the values of expression statements outside functions are displayed.
    displayed_from: u32,
    /// For each class around, innermost last: the attributes that its body and methods assign to `self`.
    static_attributes: RefCell<Vec<BTreeSet<Box<str>>>>,
    /// Whether the text looks into frame objects, so that variables must be visible while anything is called.
    is_watched: bool,
}

impl<'a> Unit<'a> {
    fn new(
        source: &'a Rc<Source>,
        globals: &'a Ref<Dict>,
        options: Options,
        tree: &'a ScopeTree,
        suspends: Suspends,
    ) -> Unit<'a> {
        Unit {
            source,
            globals,
            options,
            tree,
            suspends,
            constant_sets: RefCell::default(),
            displayed_from: u32::MAX,
            static_attributes: RefCell::default(),
            is_watched: source.text.contains("f_locals"),
        }
    }
}

/// The result of a step that can refuse something.
type Lowered<T = BoxNode> = Result<T, SyntaxError>;

/// One statement of a block in the making.
struct Step {
    node: BoxNode,
    at: u32,
    suspends: bool,
}

/// The steps of a block in the making.
#[derive(Default)]
struct Steps {
    steps: Vec<Step>,
    /// Where in the source the next steps come from.
    at: u32,
}

impl Steps {
    fn at(at: u32) -> Steps {
        Steps {
            steps: Vec::new(),
            at,
        }
    }

    fn push(&mut self, node: BoxNode) {
        self.steps.push(Step {
            node,
            at: self.at,
            suspends: false,
        });
    }

    fn push_suspending(&mut self, node: BoxNode) {
        self.steps.push(Step {
            node,
            at: self.at,
            suspends: true,
        });
    }

    fn suspends(&self) -> bool {
        self.steps.iter().any(|step| step.suspends)
    }

    /// The statements alone, for a place where none suspends.
    fn into_nodes(self) -> Box<[BoxNode]> {
        self.steps.into_iter().map(|step| step.node).collect()
    }
}

/// The lowering of one frame.
struct Lowering<'a> {
    vm: &'a Vm,
    unit: &'a Unit<'a>,
    frame: Frame,
    /// The scope that names are looked up from: the frame's, or that of a comprehension in it.
    scope: ScopeId,
}

impl<'a> Lowering<'a> {
    fn new(vm: &'a Vm, unit: &'a Unit<'a>, frame: Frame) -> Lowering<'a> {
        let scope = frame.scope;
        Lowering {
            vm,
            unit,
            frame,
            scope,
        }
    }

    /// What is left out of the code, as `-O` says it.
    fn optimize(&self) -> u8 {
        let given = self.unit.options.optimize;
        given.unwrap_or_else(|| self.vm.settings.borrow().flags.optimize)
    }

    fn root(vm: &'a Vm, unit: &'a Unit<'a>) -> Lowering<'a> {
        let root = unit.tree.root();
        let is_coroutine = unit.options.top_level_await && unit.tree.get(root).has_await;
        let kind = if is_coroutine {
            CodeKind::Coroutine
        } else {
            CodeKind::Plain
        };
        let mut frame = Frame::new(root, kind, String::new());
        if unit.options.with_locals {
            frame.namespace = Some(frame.hidden());
        }
        Lowering::new(vm, unit, frame)
    }

    fn module(mut self, module: &Module) -> Lowered<Rc<Code>> {
        let mut out = Steps::default();
        let slot = self.frame.hidden();
        if self.unit.tree.get(self.scope).has_annotations {
            self.set_up_annotations(&mut out);
        }
        if self.unit.options.form == Form::Module {
            let doc = self.docstring(&module.body);
            if !doc.is_none() {
                let value = Box::new(crate::nodes::literals::Literal(doc));
                let store = self.store_name("__doc__", value, Span::default())?;
                out.push(store);
            }
        }
        self.statements(&module.body, &mut out)?;
        let body = finish(out, slot);
        let end = self.unit.source.text.len() as u32;
        Ok(self.code(
            "<module>",
            Layout::default(),
            Value::None,
            Span::new(0, end),
            body,
        ))
    }

    fn expression(mut self, expr: &Expr) -> Lowered<Rc<Code>> {
        let mut out = Steps::at(expr.span.start);
        let slot = self.frame.hidden();
        let value = self.expr(expr, &mut out)?;
        out.push(Box::new(Return(value)));
        let body = finish(out, slot);
        Ok(self.code("<module>", Layout::default(), Value::None, expr.span, body))
    }

    /// The code of the frame, when all of it is lowered. `layout` says what the parameters are.
    fn code(self, name: &str, layout: Layout, doc: Value, span: Span, body: BoxNode) -> Rc<Code> {
        let vm = self.vm;
        let frame = self.frame;
        let qualname = if frame.qualname.is_empty() {
            name
        } else {
            &frame.qualname
        };
        let plain = layout.keyword_only == 0 && !layout.var_positional && !layout.var_keyword;
        let layout = Layout {
            slots: frame.size(),
            names: frame.names.iter().map(|name| vm.name(name)).collect(),
            cells: frame.cells,
            free: frame.free,
            namespace: frame.namespace,
            simple: plain,
            ..layout
        };
        let code = Code {
            name: vm.name(name),
            qualname: vm.name(qualname),
            source: self.unit.source.clone(),
            span,
            kind: frame.kind,
            layout,
            globals: self.unit.globals.clone(),
            doc,
            is_library: self.unit.options.is_library,
            future_annotations: self.unit.tree.future_annotations(),
            body: OnceCell::new(),
        };
        // The cell is new, so that setting it cannot fail.
        let _ = code.body.set(body);
        Rc::new(code)
    }
}

/// The block of some steps; resumable, with its position in `slot`, if one of them suspends.
fn finish(out: Steps, slot: crate::nodes::Slot) -> BoxNode {
    let suspends = out.suspends();
    if out.steps.len() == 1 {
        // A single step that suspends is simply entered again.
        let step = out.steps.into_iter().next();
        return step.map_or(
            Box::new(Pass),
            |Step {
                 node: statement,
                 at,
                 ..
             }| Box::new(One { statement, at }),
        );
    }
    if !suspends {
        return Box::new(Block(
            out.steps
                .into_iter()
                .map(|step| (step.node, step.at))
                .collect(),
        ));
    }
    let at = out.steps.iter().map(|step| step.at).collect();
    Box::new(ResumableBlock {
        statements: out.into_nodes(),
        at,
        slot,
    })
}
