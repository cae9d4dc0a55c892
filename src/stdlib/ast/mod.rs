//! `_ast_tree`: syntax trees as objects of the classes of `ast`, which are written in the language beside this file. Here
//! the text is read and the walk begins; statements are `statements.rs`, expressions `expressions.rs`, and where the
//! things stand that the syntax tree has no spans for is `places.rs`.

mod expressions;
mod places;
mod statements;

use super::builtins::{raise_syntax_error, source_of};
use super::native_class::{add_functions, set_doc};
use crate::interp::{Res, Vm};
use crate::lower::Form;
use crate::objects::counted::Ref;
use crate::objects::dict::Dict;
use crate::objects::instance::Instance;
use crate::objects::list::List;
use crate::objects::module::Module;
use crate::objects::native::{NativeDef, native};
use crate::objects::value::Value;
use snakelet_grammar::ast::Identifier;
use snakelet_grammar::error::SyntaxError;
use snakelet_grammar::source::{Source, Span};
use snakelet_grammar::{parse_expression, parse_module, parse_typed};
use std::rc::Rc;

/// Fills the module.
pub fn make(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    set_doc(vm, module, "Syntax trees as objects.");
    add_functions(vm, module, "_ast_tree", &FUNCTIONS);
    Ok(())
}

static FUNCTIONS: [NativeDef; 2] = [
    native(
        "tree",
        "(source, filename, mode, classes, /)",
        "The tree of a text, of objects of the classes (or the very objects) that a dictionary gives for the names of nodes.",
        tree,
    ),
    native(
        "is_complete",
        "(source, mode, /)",
        "Whether a text can be read: true, false where it is wrong, `None` where more of it may make it right.",
        is_complete,
    ),
];

fn is_complete(vm: &Vm, a: &[Value]) -> Res {
    let mode = vm.to_str(&a[1])?;
    let form = form(mode.as_str());
    let Some(source) = source_of(vm, &a[0], "<input>", form)? else {
        return Err(vm.type_error("a string or bytes are expected"));
    };
    let fault = match form {
        Form::Expression => parse_expression(&source).err(),
        Form::Interactive | Form::Pasted => parse_typed(&source).err(),
        Form::Module => parse_module(&source).err(),
    };
    Ok(match fault {
        None => Value::bool(true),
        Some(error) if error.incomplete => Value::None,
        Some(_) => Value::bool(false),
    })
}

/// What a text is read as, by the name of the mode.
fn form(mode: Option<&str>) -> Form {
    match mode {
        Some("exec") => Form::Module,
        Some("eval") => Form::Expression,
        _ => Form::Interactive,
    }
}

fn tree(vm: &Vm, a: &[Value]) -> Res {
    let file = vm.to_str(&a[1])?.lossy().into_owned();
    let mode = vm.to_str(&a[2])?;
    let form = form(mode.as_str());
    let Value::Dict(classes) = vm.unwrapped(&a[3]) else {
        return Err(vm.type_error("classes must be a dictionary"));
    };
    let Some(source) = source_of(vm, &a[0], &file, form)? else {
        return Err(vm.type_error("compile() arg 1 must be a string, bytes or AST object"));
    };
    let builder = Builder {
        vm,
        source: &source,
        classes: &classes,
    };
    let result = match form {
        Form::Expression => parse_expression(&source).map(|parsed| {
            let warnings = parsed.warnings;
            (builder.expression(&parsed.tree), warnings)
        }),
        Form::Interactive | Form::Pasted => parse_typed(&source).map(|parsed| {
            let warnings = parsed.warnings;
            (builder.interactive(&parsed.tree.body), warnings)
        }),
        Form::Module => parse_module(&source).map(|parsed| {
            let warnings = parsed.warnings;
            (builder.module(&parsed.tree.body), warnings)
        }),
    };
    let (made, warnings) =
        result.map_err(|error: SyntaxError| raise_syntax_error(vm, &error, &source, form))?;
    for warning in &warnings {
        vm.warn_syntax(warning, &source)?;
    }
    made
}

/// What is needed to make nodes.
struct Builder<'a> {
    vm: &'a Vm,
    source: &'a Rc<Source>,
    classes: &'a Ref<Dict>,
}

/// The fields of a node with their values.
type Fields<'a> = Vec<(&'a str, Value)>;

impl Builder<'_> {
    /// A node without a place.
    fn bare(&self, class: &str, fields: Fields<'_>) -> Res {
        let found = self.classes.get_name(&self.vm.name(class));
        let Some(Value::Class(class)) = found else {
            let text = format!("there is no class for {class}");
            return Err(self.vm.type_error(&text));
        };
        let node = Value::Instance(Instance::new(self.vm, &class));
        for (name, value) in fields {
            self.vm.set_attribute(&node, &self.vm.name(name), value)?;
        }
        Ok(node)
    }

    /// A node with its place in the text.
    fn node(&self, class: &str, span: Span, mut fields: Fields<'_>) -> Res {
        let start = self.source.position(span.start);
        let end = self.source.position(span.end);
        fields.push(("lineno", number(start.line)));
        fields.push(("col_offset", number(start.column)));
        fields.push(("end_lineno", number(end.line)));
        fields.push(("end_col_offset", number(end.column)));
        self.bare(class, fields)
    }

    /// The one object that stands for an operator or a context.
    fn shared(&self, name: &str) -> Value {
        let found = self.classes.get_name(&self.vm.name(name));
        found.unwrap_or(Value::None)
    }

    fn list<T>(&self, items: &[T], make: impl Fn(&Self, &T) -> Res) -> Res {
        let items: Vec<Value> = items
            .iter()
            .map(|item| make(self, item))
            .collect::<Res<_>>()?;
        Ok(list(items))
    }

    fn optional<T>(&self, item: Option<&T>, make: impl Fn(&Self, &T) -> Res) -> Res {
        item.map_or(Ok(Value::None), |item| make(self, item))
    }

    fn name(&self, name: &Identifier) -> Value {
        Value::Str(self.vm.name(&name.name))
    }

    fn optional_name(&self, name: Option<&Identifier>) -> Value {
        name.map_or(Value::None, |name| self.name(name))
    }
}

fn number(value: u32) -> Value {
    Value::Int(i64::from(value))
}

fn list(items: Vec<Value>) -> Value {
    Value::List(List::new(items))
}
