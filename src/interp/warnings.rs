//! Warnings: which are shown, how often, and as what; and errors that nobody can catch. The module that scripts import
//! is `stdlib/warnings.rs`; how a warning looks is `diagnostics`.

use super::frame::{self, Standing};
use super::{Res, Vm, finalize};
use crate::diagnostics::WarningReport;
use crate::lower::check::suspicion::WHILE_COMPILING;
use crate::objects::class::Class;
use crate::objects::coroutine::Coroutine;
use crate::objects::counted::{CloneCell, Ref};
use crate::objects::exception::Exception;
use crate::objects::list::List;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use snakelet_grammar::error::SyntaxWarning;
use snakelet_grammar::source::{Source, Span};
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::HashSet;
use std::rc::Rc;

/// What becomes of warnings.
#[derive(Default)]
pub struct Warnings {
    /// `warnings.filters`: a list of `(action, message, category, module, line)`, the first that fits decides.
    filters: OnceCell<Ref<List>>,
    /// `warnings.filters` after a script has put another list in its place.
    replaced: CloneCell<Value>,
    /// What the script wants to be called with each warning that is shown.
    pub hook: CloneCell<Value>,
    seen: RefCell<HashSet<(String, usize, String, u32)>>,
    busy: Cell<bool>,
}

/// Where a warning is about.
pub struct Where {
    /// The file as it stands in messages.
    pub file: Rc<str>,
    /// The line.
    pub line: u32,
    /// The `__name__` of the module.
    pub module: String,
    /// The source, if its lines can be shown.
    pub source: Option<Rc<Source>>,
    /// The place in the line, when it is known.
    pub span: Option<Span>,
}

impl Where {
    fn standing(vm: &Vm, standing: &Standing) -> Where {
        let source = &standing.code.source;
        let module = match standing.code.globals.get_name(&vm.names.__name__) {
            Some(Value::Str(name)) => name.lossy().into_owned(),
            _ => "<string>".to_owned(),
        };
        Where {
            file: source.name.clone(),
            line: standing.line(),
            module,
            source: source.shown(),
            span: None,
        }
    }

    fn nowhere() -> Where {
        Where {
            file: "<sys>".into(),
            line: 0,
            module: "sys".to_owned(),
            source: None,
            span: None,
        }
    }
}

impl Warnings {
    /// The state of an interpreter.
    pub fn of(vm: &Vm) -> Rc<Warnings> {
        vm.extension::<Warnings>()
    }

    /// The list of filters.
    pub fn filters(&self, vm: &Vm) -> Value {
        match self.replaced.get().given() {
            Some(replaced) => replaced.clone(),
            None => Value::List(self.filters.get_or_init(|| first_filters(vm)).clone()),
        }
    }

    /// Puts another list of filters in place.
    pub fn set_filters(&self, filters: Value) {
        self.replaced.set(filters);
    }

    /// Forgets which warnings were shown: filters have changed.
    pub fn forget_seen(&self) {
        self.seen.borrow_mut().clear();
    }
}

/// The filters that a program starts with: those of the command line and the environment first.
fn first_filters(vm: &Vm) -> Ref<List> {
    let types = &vm.types;
    let row = |action: &str, class: &Ref<Class>, module: Value| {
        let items = vec![
            Value::str(action),
            Value::None,
            Value::Class(class.clone()),
            module,
            Value::Int(0),
        ];
        Value::from(Tuple::new(items))
    };
    let mut rows = Vec::new();
    for asked in vm.settings.borrow().warnings.iter().rev() {
        match parse_filter(vm, asked) {
            Ok(row) => rows.push(row),
            Err(fault) => {
                let _ = vm
                    .output
                    .err(format!("Invalid -W option ignored: {fault}\n").as_bytes());
            }
        }
    }
    rows.extend([
        row(
            "default",
            &types.deprecation_warning,
            Value::str("__main__"),
        ),
        row("ignore", &types.deprecation_warning, Value::None),
        row("ignore", &types.pending_deprecation_warning, Value::None),
        row("ignore", &types.import_warning, Value::None),
        row("ignore", &types.resource_warning, Value::None),
    ]);
    List::new(rows)
}

/// `action:message:category:module:line`
fn parse_filter(vm: &Vm, text: &str) -> Result<Value, String> {
    let parts: Vec<&str> = text.split(':').map(str::trim).collect();
    if parts.len() > 5 {
        return Err(format!("too many fields (max 5): '{text}'"));
    }
    let part = |index: usize| parts.get(index).copied().filter(|part| !part.is_empty());
    let wanted = part(0).unwrap_or("default");
    let wanted = if wanted == "all" { "always" } else { wanted };
    let action = ["default", "always", "ignore", "module", "once", "error"]
        .into_iter()
        .find(|action| action.starts_with(wanted))
        .ok_or_else(|| format!("invalid action: '{wanted}'"))?;
    let class = match part(2) {
        None => vm.types.warning.clone(),
        Some(name) => match vm.builtins.get_name(&vm.name(name)) {
            Some(Value::Class(class)) if class.is_subclass(&vm.types.warning) => class,
            _ => return Err(format!("unknown warning category: '{name}'")),
        },
    };
    let line = match part(4) {
        None => 0,
        Some(line) => line
            .parse::<u32>()
            .map_err(|_| format!("invalid lineno '{line}'"))?,
    };
    let optional = |part: Option<&str>| part.map_or(Value::None, Value::str);
    Ok(Value::from(Tuple::new(vec![
        Value::str(action),
        optional(part(1)),
        Value::Class(class),
        optional(part(3)),
        Value::Int(line.into()),
    ])))
}

impl Vm {
    /// Warns about the line where the frame `level` steps up from the innermost one stands; 1 is the innermost.
    pub fn warn(&self, class: &Ref<Class>, message: &str, level: u32) -> Res<()> {
        let place = self.warning_place(level);
        self.warn_at(class, &Value::str(message), &place, &Value::None)
    }

    /// Where the frame `level` steps up from the innermost one stands.
    pub fn warning_place(&self, level: u32) -> Where {
        let steps = level.saturating_sub(1) as usize;
        let is_script = |standing: &Standing| !standing.code.is_library;
        let mut frames = frame::running(self).peekable();
        let found = match frames.peek().is_some_and(is_script) {
            true => frames.filter(is_script).nth(steps),
            // The library counts its own frames.
            false => frames.skip(steps).find(is_script),
        };
        found.map_or_else(Where::nowhere, |standing| Where::standing(self, &standing))
    }

    /// Warns with a text or an exception, about a place; `source` is the object that the warning is about.
    pub fn warn_at(
        &self,
        class: &Ref<Class>,
        message: &Value,
        place: &Where,
        source: &Value,
    ) -> Res<()> {
        let text = self.str(message)?;
        let state = Warnings::of(self);
        let action = self.warning_action(&state, class, &text, place)?;
        let key = |file: &str, line| (text.clone(), class.address(), file.to_owned(), line);
        let key = match action.as_str() {
            "ignore" => return Ok(()),
            "error" => {
                let exception = match Exception::of(message) {
                    Some(_) => message.clone(),
                    None => {
                        self.call_with(&Value::Class(class.clone()), std::slice::from_ref(message))?
                    }
                };
                return Err(self.raise_value(&exception));
            }
            "always" | "all" => None,
            // What the compiler warns of belongs to no module that could remember it.
            "default" | "module" if place.span.is_some() => None,
            "default" => Some(key(&place.file, place.line)),
            "module" => Some(key(&place.file, 0)),
            "once" => Some(key("", 0)),
            other => {
                let shown = self.repr(&Value::str(other))?;
                return Err(self.runtime_error(&format!(
                    "Unrecognized action ({shown}) in warnings.filters"
                )));
            }
        };
        let is_new = key.is_none_or(|key| state.seen.borrow_mut().insert(key));
        if is_new {
            self.show_warning(&state, class, message, place, source)
        } else {
            Ok(())
        }
    }

    /// What the first filter that fits says.
    fn warning_action(
        &self,
        state: &Warnings,
        class: &Ref<Class>,
        text: &str,
        place: &Where,
    ) -> Res<String> {
        for filter in self.collect(&state.filters(self))? {
            let Value::Tuple(filter) = filter else {
                continue;
            };
            let [action, message, category, module, line] = filter.items() else {
                continue;
            };
            let fits = matches!(line, Value::Int(line) if *line == 0 || *line == i64::from(place.line))
                && matches!(category, Value::Class(category) if class.is_subclass(category))
                && self.pattern_fits(message, text, false)?
                && self.pattern_fits(module, &place.module, true)?;
            if fits {
                return self.str(action);
            }
        }
        Ok("default".to_owned())
    }

    /// Whether a filter's text, or compiled pattern, fits; a module's name has to be the whole of it.
    fn pattern_fits(&self, pattern: &Value, text: &str, whole: bool) -> Res<bool> {
        match pattern {
            Value::None => Ok(true),
            Value::Str(pattern) => {
                let pattern = pattern.lossy();
                Ok(if whole {
                    text == pattern
                } else {
                    text.to_lowercase().starts_with(&pattern.to_lowercase())
                })
            }
            pattern => {
                let found = self.call_method(pattern, &self.name("match"), &[Value::str(text)])?;
                self.truth(&found)
            }
        }
    }

    fn show_warning(
        &self,
        state: &Warnings,
        class: &Ref<Class>,
        message: &Value,
        place: &Where,
        source: &Value,
    ) -> Res<()> {
        let hook = state.hook.get();
        if let (Some(hook), false) = (hook.given(), state.busy.get()) {
            let message = match Exception::of(message) {
                Some(_) => message.clone(),
                None => {
                    self.call_with(&Value::Class(class.clone()), std::slice::from_ref(message))?
                }
            };
            let args = [
                message,
                Value::Class(class.clone()),
                Value::str(&place.file),
                Value::Int(place.line.into()),
                source.clone(),
            ];
            state.busy.set(true);
            let result = self.call_with(hook, &args);
            state.busy.set(false);
            return result.map(Value::discard);
        }
        let report = WarningReport {
            file: place.file.clone(),
            line: place.line,
            category: class.name(),
            message: self.str(message)?,
            source: place.source.clone(),
            span: place.span,
        };
        let look = self.settings.borrow().look;
        let mut text = look.warning(&report);
        if !source.is_none() && place.line > 0 && look.rendering == crate::report::Rendering::Python
        {
            let class = class.name();
            text.push_str(&format!(
                "{class}: Enable tracemalloc to get the object allocation traceback\n"
            ));
        }
        self.write_err(&text)
    }

    /// A suspicion that the compiler has.
    pub fn warn_syntax(&self, warning: &SyntaxWarning, source: &Rc<Source>) -> Res<()> {
        let class = match warning.category {
            WHILE_COMPILING => return Ok(()),
            "DeprecationWarning" => &self.types.deprecation_warning,
            _ => &self.types.syntax_warning,
        };
        let place = Where {
            file: source.name.clone(),
            line: source.line_of(warning.span.start),
            module: module_of_file(&source.name),
            source: source.shown(),
            span: Some(warning.span),
        };
        let warned = self.warn_at(class, &Value::str(&warning.message), &place, &Value::None);
        let Err(raised) = warned else { return Ok(()) };
        // A warning that is to be an error is one of the source.
        self.catch(raised, class)?;
        let error = snakelet_grammar::error::SyntaxError::new(
            snakelet_grammar::error::ErrorKind::Syntax,
            warning.message.clone(),
            warning.span,
        );
        Err(self.raise_syntax_error(&error, source))
    }

    /// "coroutine '…' was never awaited", at the line that lets it go.
    pub fn warn_never_awaited(&self, coroutine: &Ref<Coroutine>) {
        let name = self.str(&coroutine.qualname()).unwrap_or_default();
        let source = Value::Coroutine(coroutine.clone());
        let mut message = format!("coroutine '{name}' was never awaited");
        let origin = coroutine.if_rare(|rare| rare.origin.given().cloned());
        if let Some(origin) = origin.flatten() {
            match self.shown_origin(&origin) {
                Ok(shown) => message.push_str(&shown),
                Err(_) => drop(self.take_raised()),
            }
        }
        self.warn_dropped(&message, &source);
    }

    /// Where a coroutine was made, as its warning has it.
    fn shown_origin(&self, origin: &Value) -> Res<String> {
        let lines = self.import("linecache", 0)?;
        let mut shown = "\nCoroutine created at (most recent call last)".to_owned();
        for place in self.collect(origin)?.into_iter().rev() {
            let Value::Tuple(place) = place else { continue };
            let [file, line, function] = place.items() else {
                continue;
            };
            let text =
                self.call_method(&lines, &self.name("getline"), &[file.clone(), line.clone()])?;
            let (file, line) = (self.str(file)?, self.str(line)?);
            let function = self.str(function)?;
            shown.push_str(&format!("\n  File \"{file}\", line {line}, in {function}"));
            let text = self.str(&text)?;
            if !text.trim().is_empty() {
                shown.push_str(&format!("\n    {}", text.trim()));
            }
        }
        Ok(shown)
    }

    /// `RuntimeWarning` about something that was dropped before it was awaited.
    pub fn warn_unawaited(&self, message: &str) {
        self.warn_dropped(message, &Value::bool(true));
    }

    /// `ResourceWarning` about something that was dropped before it was closed.
    pub fn warn_unclosed(&self, message: &str, source: &Value) {
        let class = self.types.resource_warning.clone();
        self.warn_dropped_as(&class, message, source);
    }

    fn warn_dropped(&self, message: &str, source: &Value) {
        let class = self.types.runtime_warning.clone();
        self.warn_dropped_as(&class, message, source);
    }

    fn warn_dropped_as(&self, class: &Ref<Class>, message: &str, source: &Value) {
        let place = self.warning_place(1);
        if self
            .warn_at(class, &Value::str(message), &place, source)
            .is_err()
        {
            let exception = self.take_raised();
            self.report_unraisable(&exception, source);
        }
    }

    /// "Exception ignored in: …": an exception that has nowhere to go.
    pub fn report_unraisable(&self, exception: &Ref<Exception>, source: &Value) {
        self.report_ignored(exception, None, source);
    }

    /// As `report_unraisable`, with a message of its own instead of the object that it happened in.
    pub fn report_ignored(
        &self,
        exception: &Ref<Exception>,
        message: Option<&str>,
        source: &Value,
    ) {
        finalize::aside(|vm| {
            if crate::stdlib::sys::hooks::hear_unraisable(vm, exception, message, source) {
                return;
            }
            let headline = match message {
                Some(message) => format!("{message}:"),
                None => {
                    let shown = vm.repr(source).unwrap_or_else(|_| {
                        drop(vm.take_raised());
                        "<object repr() failed>".to_owned()
                    });
                    format!("Exception ignored in: {shown}")
                }
            };
            let report = crate::report::of_ignored(vm, exception);
            let look = vm.settings.borrow().look;
            let text = format!("{headline}\n{}", look.error(&report));
            if vm.write_err(&text).is_err() {
                drop(vm.take_raised());
            }
        });
    }

    /// Writes text to what `sys.stderr` is at the moment.
    pub fn write_err(&self, text: &str) -> Res<()> {
        let names = &self.names;
        let sys = self.modules.get_name(&names.sys);
        let replaced = match sys {
            Some(sys) => self.get_attribute_opt(&sys, &names.stderr)?,
            None => None,
        };
        match replaced {
            Some(Value::None) => Ok(()),
            Some(stream)
                if !crate::stdlib::stdio::is_own(&stream, crate::stdlib::stdio::Which::Err) =>
            {
                self.call_method(&stream, &names.write, &[Value::str(text)])
                    .map(Value::discard)
            }
            _ => {
                // There is nowhere to complain that standard error is gone.
                let _ = self.output.err(text.as_bytes());
                Ok(())
            }
        }
    }

    /// As `write_err`, from where no exception can leave: what `sys.stderr` refuses goes to the process's own.
    pub fn write_err_aside(&self, text: &str) {
        if self.write_err(text).is_err() {
            drop(self.take_raised());
            let _ = self.output.err(text.as_bytes());
        }
    }
}

/// The module name that a file's warnings are filtered by.
fn module_of_file(file: &str) -> String {
    match file.strip_suffix(".py") {
        Some(module) => module.to_owned(),
        None => file.to_owned(),
    }
}
