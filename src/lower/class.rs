//! Classes: the frame of the body, whose names live in a namespace.

use super::frame::Frame;
use super::scope::ScopeKind;
use super::{Lowered, Lowering, Steps, not_run_yet};
use crate::nodes::definitions::{Decorate, MakeClass};
use crate::nodes::literals::Literal;
use crate::nodes::names::StoreNamespace;
use crate::objects::function::{CodeKind, Layout};
use crate::objects::value::Value;
use snakelet_grammar::ast::{ClassDef, Stmt};

impl Lowering<'_> {
    /// The statement `class`, with its decorators.
    pub(super) fn class(&mut self, stmt: &Stmt, class: &ClassDef, out: &mut Steps) -> Lowered<()> {
        if let Some(param) = class.type_params.first() {
            return Err(not_run_yet(param.span, "type parameters are"));
        }
        let mut decorators = self.decorators(&class.decorators, stmt, out)?;
        let args = self.arguments(&class.args, out)?;
        let scope = self.unit.tree.of(stmt.span, ScopeKind::Class);
        let symbol = self.unit.tree.lookup(self.scope, &class.name.name);
        let declared_global = symbol.is_some_and(|symbol| symbol.declared_global);
        let qualname = self.inner_qualname(&class.name.name, declared_global);
        let mut frame = Frame::new(scope, CodeKind::Plain, qualname.clone());
        frame.namespace = Some(frame.declare(scope, &".namespace".into()));
        frame.declare_symbols(self.unit.tree);
        let class_cell = frame.slot_of(scope, &"__class__".into());
        let class_cell = class_cell.filter(|_| self.unit.tree.get(scope).needs_class_cell);
        let captured = self.captured(scope);
        let mut inner = Lowering::new(self.vm, self.unit, frame);
        let mut steps = Steps::at(stmt.span.start);
        let position = inner.frame.hidden();
        inner.class_prologue(stmt, class, &qualname, &mut steps)?;
        inner.statements(&class.body, &mut steps)?;
        let block = super::finish(steps, position);
        let code = inner.code(
            &class.name.name,
            Layout::default(),
            Value::None,
            stmt.span,
            block,
        );
        let mut value: crate::nodes::BoxNode = Box::new(MakeClass {
            code,
            captured,
            name: self.vm.name(&class.name.name),
            args,
            class_cell,
            type_params: None,
            span: stmt.span,
        });
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

    /// What stands in a class's namespace before its first statement.
    fn class_prologue(
        &mut self,
        stmt: &Stmt,
        class: &ClassDef,
        qualname: &str,
        steps: &mut Steps,
    ) -> Lowered<()> {
        let Some(namespace) = self.frame.namespace else {
            return Ok(());
        };
        let span = stmt.span;
        let line = self.unit.source.line_of(
            class
                .decorators
                .first()
                .map_or(span.start, |first| first.span.start),
        );
        let module = Box::new(crate::nodes::names::LoadGlobal::new(
            self.unit.globals.clone(),
            self.vm.names.__name__.clone(),
            span,
        ));
        let mut store = |name: &str, value| {
            let name = self.vm.name(name);
            steps.push(Box::new(StoreNamespace {
                namespace,
                name,
                value,
                span,
            }));
        };
        store("__module__", module);
        store("__qualname__", Box::new(Literal(Value::str(qualname))));
        store(
            "__firstlineno__",
            Box::new(Literal(Value::Int(i64::from(line)))),
        );
        let doc = super::function::docstring(self.vm, &class.body);
        if !doc.is_none() {
            store("__doc__", Box::new(Literal(doc)));
        }
        if self.unit.tree.get(self.frame.scope).has_annotations {
            self.set_up_annotations(steps);
        }
        Ok(())
    }
}
