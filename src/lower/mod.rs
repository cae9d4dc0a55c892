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
use crate::nodes::block::{Block, One, Pass, ResumableBlock, Return, Statements};
use crate::nodes::owned::Globals;
use crate::objects::compiled::{Constant as Mention, Mentioned};
pub use crate::objects::compiled::{Form, Options};
use crate::objects::counted::Ref;
use crate::objects::dict::Dict;
use crate::objects::function::{Body, Code, CodeKind, Layout, Place};
use crate::objects::set::Set;
use crate::objects::value::Value;
use frame::Frame;
use scope::{Mode, ScopeId, ScopeTree};
use snakelet_grammar::ast::{Expr, Module, Stmt, StmtKind};
use snakelet_grammar::error::{ErrorKind, SyntaxError, SyntaxWarning};
use snakelet_grammar::source::{Source, Span};
use snakelet_grammar::{
    parse_definition, parse_expression, parse_interactive, parse_module, parse_outline,
};
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;
use suspends::Suspends;

/// Compiles a source text to run with `globals`. Suspicions are added to `warnings`, also when it fails.
pub fn compile(
    vm: &Vm,
    source: &Rc<Source>,
    globals: &Ref<Dict>,
    options: Options,
    warnings: &mut Vec<SyntaxWarning>,
) -> Result<Ref<Code>, SyntaxError> {
    compile_for(vm, source, globals, options, &Wanted::default(), warnings)
}

/// Compiles the text of `code` again, to run with `globals`: gives the code that stands where it does, and what it mentions.
pub fn compile_again(
    vm: &Vm,
    code: &Code,
    globals: &Ref<Dict>,
    with_locals: bool,
) -> Result<(Ref<Code>, Mentioned), SyntaxError> {
    let options = Options {
        with_locals,
        ..code.options
    };
    let wanted = Wanted::at(code.place.clone());
    // What the compiler suspects has been said.
    let whole = compile_for(vm, &code.source, globals, options, &wanted, &mut Vec::new())?;
    let found = wanted.found.take();
    Ok(found.unwrap_or_else(|| (whole, Mentioned::default())))
}

/// What `code` does, whose text was only skipped when its module was read.
pub fn read_body(vm: &Vm, code: &Code) -> Result<Body, SyntaxError> {
    let source = &code.source;
    let mut tree = parse_definition(source, code.span)?.tree;
    if let Some(Stmt {
        kind: StmtKind::Function(function),
        ..
    }) = tree.body.first_mut()
    {
        function.returns = None;
        function.params.forget_values();
    }
    // Names mean what they mean in the classes around, of which the dotted name tells.
    let dotted = code.qualname.lossy();
    for (depth, name) in (1..).zip(dotted.rsplit('.').skip(1)) {
        // Scopes are found by their spans, which have to differ.
        let span = Span::new(code.span.start.saturating_sub(depth), code.span.end);
        tree = Module {
            body: vec![Stmt::class_around(name, span, tree.body)],
        };
    }
    let scopes = scope::analyse(&tree, code.future_annotations)?;
    let wanted = Wanted::at(code.place.clone());
    let unit = Unit::new(
        source,
        &code.globals,
        code.options,
        &scopes,
        &wanted,
        Suspends::of_body(&tree.body),
    );
    Lowering::root(vm, &unit).module(&tree)?;
    let found = wanted.found.take();
    let body = found.and_then(|(mut code, _)| code.get_mut()?.body.take());
    body.ok_or_else(|| SyntaxError::nowhere(ErrorKind::Syntax, "a function that is not there"))
}

/// The piece of a text that begins at this place and has this name, if there is one.
pub fn compile_piece(
    vm: &Vm,
    source: &Rc<Source>,
    globals: &Ref<Dict>,
    options: Options,
    place: Place,
) -> Result<Option<Ref<Code>>, SyntaxError> {
    let wanted = Wanted::at(place);
    compile_for(vm, source, globals, options, &wanted, &mut Vec::new())?;
    Ok(wanted.found.take().map(|(code, _)| code))
}

/// Which code of a text is looked for, if any; what it mentions is written down.
#[derive(Default)]
struct Wanted {
    place: Option<Place>,
    found: RefCell<Option<(Ref<Code>, Mentioned)>>,
}

impl Wanted {
    fn at(place: Place) -> Wanted {
        Wanted {
            place: Some(place),
            found: RefCell::default(),
        }
    }
}

fn compile_for(
    vm: &Vm,
    source: &Rc<Source>,
    globals: &Ref<Dict>,
    options: Options,
    wanted: &Wanted,
    warnings: &mut Vec<SyntaxWarning>,
) -> Result<Ref<Code>, SyntaxError> {
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
            wanted,
            Suspends::of_expr(&parsed.tree),
        );
        return Lowering::root(vm, &unit).expression(&parsed.tree);
    }
    let parsed = match options.form {
        Form::Interactive => parse_interactive(source)?,
        Form::Module if options.is_library && wanted.place.is_none() => parse_outline(source)?,
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
            wanted,
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
    wanted: &'a Wanted,
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
        wanted: &'a Wanted,
        suspends: Suspends,
    ) -> Unit<'a> {
        Unit {
            source,
            globals,
            options,
            tree,
            wanted,
            suspends,
            constant_sets: RefCell::default(),
            displayed_from: u32::MAX,
            static_attributes: RefCell::default(),
            is_watched: !options.is_library
                && ["f_locals", "getargvalues"].iter().any(|name| {
                    memchr::memmem::find(source.text.as_bytes(), name.as_bytes()).is_some()
                }),
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
        self.push_step(node, false);
    }

    fn push_suspending(&mut self, node: BoxNode) {
        self.push_step(node, true);
    }

    fn push_step(&mut self, node: BoxNode, suspends: bool) {
        self.steps.push(Step {
            node,
            at: self.at,
            suspends,
        });
    }

    fn suspends(&self) -> bool {
        self.steps.iter().any(|step| step.suspends)
    }

    /// The statements, each with its byte offset.
    fn into_statements(self) -> Box<[(BoxNode, u32)]> {
        let steps = self.steps.into_iter();
        steps.map(|step| (step.node, step.at)).collect()
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

    /// Writes down what the code mentions, if somebody wants to know.
    fn mention(&self, write: impl FnOnce(&mut Mentioned)) {
        if self.unit.wanted.place.is_some() {
            write(&mut self.frame.mentioned.borrow_mut());
        }
    }

    fn mention_name(&self, name: &crate::objects::str::Name) {
        self.mention(|mentioned| {
            if !mentioned.names.iter().any(|each| each.same(name)) {
                mentioned.names.push(name.clone());
            }
        });
    }

    fn mention_constant(&self, value: &Value) {
        self.mention(|mentioned| mentioned.constants.push(Mention::Value(value.clone())));
    }

    /// The code of a definition inside, for its node to keep.
    fn adopt(&self, code: Ref<Code>) -> Rc<Ref<Code>> {
        self.mention(|mentioned| mentioned.constants.push(Mention::Code(code.clone())));
        self.frame.owned.borrow_mut().inner(code)
    }

    /// The globals, for a node of this frame to keep.
    fn globals(&self) -> Globals {
        self.frame.owned.borrow().globals(self.unit.globals)
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

    fn module(mut self, module: &Module) -> Lowered<Ref<Code>> {
        let mut out = Steps::default();
        let slot = self.frame.resumable();
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

    fn expression(mut self, expr: &Expr) -> Lowered<Ref<Code>> {
        let mut out = Steps::at(expr.span.start);
        let slot = self.frame.resumable();
        let value = self.expr(expr, &mut out)?;
        out.push(Box::new(Return(value)));
        let body = finish(out, slot);
        Ok(self.code("<module>", Layout::default(), Value::None, expr.span, body))
    }

    /// The code of the frame, when all of it is lowered. `layout` says what the parameters are.
    fn code(self, name: &str, layout: Layout, doc: Value, span: Span, node: BoxNode) -> Ref<Code> {
        self.code_of(name, layout, doc, span, Some(node))
    }

    /// The same, where the body may be left for later.
    fn code_of(
        self,
        name: &str,
        layout: Layout,
        doc: Value,
        span: Span,
        node: Option<BoxNode>,
    ) -> Ref<Code> {
        let vm = self.vm;
        let frame = self.frame;
        let qualname = if frame.qualname.is_empty() {
            name
        } else {
            &frame.qualname
        };
        let mentioned = frame.mentioned.take();
        let plain = layout.keyword_only == 0 && !layout.var_positional && !layout.var_keyword;
        let layout = Layout {
            slots: frame.size(),
            names: frame.names.iter().map(|name| vm.name(name)).collect(),
            cells: frame.cells,
            free: frame.free,
            namespace: frame.namespace,
            simple: plain && node.is_some(),
            ..layout
        };
        let (signature, body) = match node {
            None => (layout, None),
            Some(node) => {
                let body = Body {
                    node,
                    kind: frame.kind,
                    layout,
                    owned: frame.owned.into_inner(),
                };
                (Layout::default(), Some(body))
            }
        };
        let code = Code {
            name: vm.name(name),
            qualname: vm.name(qualname),
            source: self.unit.source.clone(),
            span,
            globals: self.unit.globals.clone(),
            doc,
            is_library: self.unit.options.is_library,
            future_annotations: self.unit.tree.future_annotations(),
            options: self.unit.options,
            first_line: frame.first_line,
            gives_awaitables: Cell::new(false),
            place: Place {
                start: span.start,
                name: vm.name(name),
            },
            signature,
            body: body.map_or_else(OnceCell::new, OnceCell::from),
        };
        let wanted = self.unit.wanted;
        let is_wanted = wanted.place.as_ref() == Some(&code.place);
        let code = Ref::new(code);
        if is_wanted {
            wanted.found.replace(Some((code.clone(), mentioned)));
        }
        code
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
    let statements = out.into_statements();
    if suspends {
        let statements = Statements(statements);
        Box::new(ResumableBlock { statements, slot })
    } else {
        Box::new(Block(statements))
    }
}
