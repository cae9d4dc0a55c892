//! Classes: the frame of the body, whose names live in a namespace.

use super::frame::Frame;
use super::scope::ScopeKind;
use super::{Lowered, Lowering, Steps};
use crate::nodes::arguments::Argument;
use crate::nodes::definitions::{Decorate, MakeClass};
use crate::nodes::generic::GenericBase;
use crate::nodes::literals::Literal;
use crate::nodes::names::{LoadGlobal, LoadNamespace, Peek, StoreNamespace, Take};
use crate::nodes::{BoxNode, Slot};
use crate::objects::function::{CodeKind, Layout};
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use snakelet_grammar::ast::{ClassDef, Stmt};
use snakelet_grammar::source::Span;
use std::collections::BTreeSet;

impl Lowering<'_> {
    /// The statement `class`, with its decorators.
    pub(super) fn class(&mut self, stmt: &Stmt, class: &ClassDef, out: &mut Steps) -> Lowered<()> {
        let mut decorators = self.decorators(&class.decorators, stmt, out)?;
        let symbol = self.unit.tree.lookup(self.scope, &class.name.name);
        let declared_global = symbol.is_some_and(|symbol| symbol.declared_global);
        let qualname = self.inner_qualname(&class.name.name, declared_global);
        let mut value = if class.type_params.is_empty() {
            self.made_class(stmt, class, &qualname, None, out)?
        } else {
            let mut generic = self.enter_generic(&class.type_params, stmt.span)?;
            let params = Some(generic.params);
            let value =
                generic
                    .lowering
                    .made_class(stmt, class, &qualname, params, &mut generic.steps)?;
            self.leave_generic(generic, &class.name.name, value, stmt.span)
        };
        while let Some((decorator, span)) = decorators.pop() {
            value = Box::new(Decorate {
                decorator,
                target: value,
                span,
            });
        }
        let store = self.store_name(&class.name.name, value, class.name.span)?;
        out.push(store);
        Ok(())
    }

    /// The class itself, inside the scope of its type parameters, which a hidden slot holds.
    fn made_class(
        &mut self,
        stmt: &Stmt,
        class: &ClassDef,
        qualname: &str,
        type_params: Option<Slot>,
        out: &mut Steps,
    ) -> Lowered {
        let mut args = self.arguments(&class.args, out)?;
        if let Some(params) = type_params {
            let mut with_base = args.into_vec();
            let is_positional =
                |arg: &Argument| matches!(arg, Argument::Positional(_) | Argument::Star(..));
            let place = with_base.iter().rposition(is_positional);
            let base = Argument::Positional(Box::new(GenericBase(params)));
            with_base.insert(place.map_or(0, |place| place + 1), base);
            args = with_base.into_boxed_slice();
        }
        let scope = self.unit.tree.of(stmt.span, ScopeKind::Class);
        let mut frame = Frame::new(scope, CodeKind::Plain, qualname.to_owned());
        frame.namespace = Some(frame.declare(scope, &".namespace".into()));
        frame.declare_symbols(self.unit.tree);
        let known = self.unit.tree.get(scope);
        let cell = |name: &str| frame.slot_of(scope, &name.into());
        let class_cell = frame.class_cell;
        let classdict_cell = cell("__classdict__").filter(|_| known.needs_classdict);
        let captured = self.captured(scope);
        let waiting = type_params.map(|_| frame.hidden());
        let mut inner = Lowering::new(self.vm, self.unit, frame);
        let mut steps = Steps::at(stmt.span.start);
        let position = inner.frame.hidden();
        inner.class_prologue(stmt, class, qualname, waiting, &mut steps)?;
        self.unit
            .static_attributes
            .borrow_mut()
            .push(BTreeSet::new());
        let lowered = inner.statements(&class.body, &mut steps);
        let assigned = self.unit.static_attributes.borrow_mut().pop();
        lowered?;
        inner.class_epilogue(assigned.unwrap_or_default(), stmt.span, &mut steps);
        let block = super::finish(steps, position);
        inner.frame.first_line = self.decorated_line(&class.decorators);
        let code = inner.code(
            &class.name.name,
            Layout::default(),
            Value::None,
            stmt.span,
            block,
        );
        let code = self.adopt(code);
        self.mention_constant(&Value::str(&class.name.name));
        let peek = |params| Box::new(Peek(params)) as BoxNode;
        Ok(Box::new(MakeClass {
            code,
            captured,
            name: self.vm.name(&class.name.name),
            args,
            class_cell,
            classdict_cell,
            type_params: type_params.map(peek).zip(waiting),
            span: stmt.span,
        }))
    }

    /// What stands in a class's namespace after its last statement.
    fn class_epilogue(&mut self, assigned: BTreeSet<Box<str>>, span: Span, steps: &mut Steps) {
        let Some(namespace) = self.frame.namespace else {
            return;
        };
        let names = assigned.iter().map(|name| Value::str(name)).collect();
        let names = Value::from(Tuple::new(names));
        self.mention_constant(&names);
        steps.push(Box::new(StoreNamespace {
            namespace,
            name: self.attribute_name("__static_attributes__"),
            value: Box::new(Literal(names)),
            span,
        }));
    }

    /// What stands in a class's namespace before its first statement.
    fn class_prologue(
        &mut self,
        stmt: &Stmt,
        class: &ClassDef,
        qualname: &str,
        type_params: Option<Slot>,
        steps: &mut Steps,
    ) -> Lowered<()> {
        let Some(namespace) = self.frame.namespace else {
            return Ok(());
        };
        let span = stmt.span;
        let line = self
            .decorated_line(&class.decorators)
            .unwrap_or_else(|| self.unit.source.line_of(span.start));
        let name = self.vm.names.__name__.clone();
        let module = Box::new(LoadNamespace {
            namespace,
            name: name.clone(),
            otherwise: Box::new(LoadGlobal::new(self.globals(), name, span)),
            span,
        });
        self.mention_name(&self.vm.names.__name__);
        let mut store = |name: &str, value| {
            let name = self.attribute_name(name);
            steps.push(Box::new(StoreNamespace {
                namespace,
                name,
                value,
                span,
            }));
        };
        store("__module__", module);
        self.mention_constant(&Value::str(qualname));
        self.mention_constant(&Value::Int(i64::from(line)));
        store("__qualname__", Box::new(Literal(Value::str(qualname))));
        store(
            "__firstlineno__",
            Box::new(Literal(Value::Int(i64::from(line)))),
        );
        if let Some(slot) = type_params {
            store("__type_params__", Box::new(Take(slot)));
        }
        let doc = self.docstring(&class.body);
        if !doc.is_none() {
            store("__doc__", Box::new(Literal(doc)));
        }
        if self.unit.tree.get(self.frame.scope).has_annotations {
            self.set_up_annotations(steps);
        }
        Ok(())
    }
}
