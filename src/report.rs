//! From an exception object to what is shown of it: the plain data of `diagnostics`, with suggestions made from the names
//! that are at hand; and the choice of a rendering for it.

use crate::diagnostics::{ErrorReport, FrameReport, SyntaxDetails, fancy, json, python, suggest};
use crate::interp::Vm;
use crate::interp::frame::running;
use crate::objects::class::Class;
use crate::objects::counted::Ref;
use crate::objects::exception::{Exception, TraceEntry};
use crate::objects::exceptions::group;
use crate::objects::frame_locals;
use crate::objects::function::Code;
use crate::objects::module::Module;
use crate::objects::str::Name;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use crate::stdlib::REGISTRY;
use crate::stdlib::module_names::STANDARD;
use crate::text::wtf8;
use snakelet_grammar::error::{Shown, SyntaxError};
use snakelet_grammar::source::{Source, Span};
use std::collections::HashSet;
use std::rc::Rc;

/// How errors and warnings are shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Rendering {
    /// The reference's text.
    #[default]
    Python,
    /// Snippets for a terminal.
    Fancy,
    /// One JSON object in each line.
    Json,
}

/// How errors are shown, and on what.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Look {
    /// The rendering.
    pub rendering: Rendering,
    /// Whether in colour.
    pub colour: bool,
    /// How many columns there are.
    pub width: usize,
}

impl Default for Look {
    fn default() -> Look {
        Look {
            rendering: Rendering::Python,
            colour: false,
            width: 80,
        }
    }
}

impl Look {
    /// The text for an error.
    pub fn error(self, report: &ErrorReport) -> String {
        match self.rendering {
            Rendering::Python => python::render(report, self.colour),
            Rendering::Fancy => fancy::render(report, self.style()),
            Rendering::Json => json::render(report),
        }
    }

    /// The text for a warning.
    pub fn warning(self, report: &crate::diagnostics::WarningReport) -> String {
        match self.rendering {
            Rendering::Python => python::render_warning(report),
            Rendering::Fancy => fancy::render_warning(report, self.style()),
            Rendering::Json => json::render_warning(report),
        }
    }

    fn style(self) -> fancy::Style {
        fancy::Style {
            width: self.width,
            colour: self.colour,
        }
    }
}

/// The report of an exception with all that led to it.
pub fn of_exception(vm: &Vm, exception: &Ref<Exception>) -> ErrorReport {
    describe(vm, exception, &mut HashSet::new())
}

fn describe(vm: &Vm, exception: &Ref<Exception>, seen: &mut HashSet<usize>) -> ErrorReport {
    seen.insert(exception.address());
    let mut report = alone(vm, exception);
    let mut linked = |link: Option<Ref<Exception>>| {
        let link = link.filter(|link| !seen.contains(&link.address()))?;
        Some(Box::new(describe(vm, &link, seen)))
    };
    report.cause = linked(exception.cause());
    report.context = linked(exception.context());
    report.suppress_context = exception.suppresses_context();
    report.members = group::members(vm, exception)
        .iter()
        .map(|member| describe(vm, member, seen))
        .collect();
    report
}

/// The report of an exception without those that led to it.
pub fn alone(vm: &Vm, exception: &Ref<Exception>) -> ErrorReport {
    let value = Value::from(exception.clone());
    let class = exception.class_ref();
    let class_name = class_name(vm, &class);
    let is_syntax_error = class.is_subclass(&vm.types.syntax_error);
    let message = if is_syntax_error {
        syntax_member(exception, &vm.names.msg).and_then(|message| text_of(vm, &message))
    } else {
        Some(text_of(vm, &value).unwrap_or_else(|| "<exception str() failed>".to_owned()))
    };
    let mut frames: Vec<FrameReport> = exception.trace(vm).iter().rev().map(frame).collect();
    if vm.is_finalizing() {
        // Files are not read any more by then.
        frames.iter_mut().for_each(|frame| frame.source = None);
    }
    ErrorReport {
        class_name,
        message: message.filter(|message| !message.is_empty()),
        notes: notes(vm, &value),
        syntax: is_syntax_error.then(|| syntax_details(vm, exception)),
        frames,
        suggestion: suggestion(vm, exception),
        help: missing_module(vm, exception),
        ..ErrorReport::default()
    }
}

/// How the class of an exception is named: with its module, unless that goes without saying.
fn class_name(vm: &Vm, class: &Ref<Class>) -> String {
    if !matches!(class.module(vm), Value::Str(_)) {
        return format!("<unknown>.{}", class.qualname().lossy());
    }
    let full = class.full_name(vm);
    full.strip_prefix("__main__.").unwrap_or(&full).to_owned()
}

/// What helps who has imported a module that is not here.
fn missing_module(vm: &Vm, exception: &Ref<Exception>) -> Option<String> {
    if !exception
        .class_ref()
        .is_subclass(&vm.types.module_not_found_error)
    {
        return None;
    }
    let name = text_of(vm, &syntax_member(exception, &vm.names.name)?)?;
    let top = name.split('.').next().unwrap_or(&name);
    let known = |name: &str| REGISTRY.iter().any(|module| module.name == name);
    Some(match (STANDARD.contains(&top), known(top)) {
        (true, false) => format!("Snakelet has no module '{top}' yet, which CPython has"),
        (_, true) => return None,
        (false, false) => format!(
            "no file or folder '{top}' lies along sys.path; packages for CPython cannot be installed here"
        ),
    })
}

/// The report of an exception that nobody could catch: what led to it is not shown, nor what may have been meant.
pub fn of_ignored(vm: &Vm, exception: &Ref<Exception>) -> ErrorReport {
    let mut report = ErrorReport {
        notes: Vec::new(),
        suggestion: None,
        ..alone(vm, exception)
    };
    if report.frames.is_empty()
        && let Some(standing) = running(vm).find(|standing| !standing.code.is_library)
    {
        // What was raised by no line of the program shows the one that it came between.
        let here = Span::new(standing.at, standing.at);
        report.frames.push(frame_at(&standing.code, here));
    }
    // Only what is read from a file is shown then, and no part of a line is marked.
    for frame in &mut report.frames {
        (frame.column, frame.end_column) = (None, None);
        frame.end_line = frame.line;
        frame.source.take_if(|source| source.name.starts_with('<'));
    }
    report
}

/// One frame of a traceback.
pub fn frame(entry: &TraceEntry) -> FrameReport {
    frame_at(&entry.frame.code, entry.span)
}

/// A frame of `code` that stands at a place.
pub fn frame_at(code: &Code, span: Span) -> FrameReport {
    let mut report = FrameReport::at(&code.source, &*code.name.lossy(), span);
    if span.start == span.end {
        (report.column, report.end_column) = (None, None);
    }
    report.source = code.source.shown();
    report
}

/// `str(value)`, or nothing if that fails.
fn text_of(vm: &Vm, value: &Value) -> Option<String> {
    match vm.to_str(value) {
        Ok(text) => Some(printable(text.bytes())),
        Err(_) => {
            drop(vm.take_raised());
            None
        }
    }
}

/// Text for standard error, where lone surrogates are written as escapes.
fn printable(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for code in wtf8::code_points(bytes) {
        match char::from_u32(code) {
            Some(character) => text.push(character),
            None => text.push_str(&format!("\\u{code:04x}")),
        }
    }
    text
}

fn notes(vm: &Vm, value: &Value) -> Vec<String> {
    let notes = match vm.get_attribute_opt(value, &vm.names.__notes__) {
        Ok(Some(notes)) if !notes.is_none() => notes,
        Ok(_) => return Vec::new(),
        Err(_) => {
            let error = Value::from(vm.take_raised());
            let shown = notes_failed(vm, &error);
            return vec![format!("Ignored error getting __notes__: {shown}")];
        }
    };
    let items = match vm.unwrapped(&notes) {
        Value::List(list) => list.to_vec(),
        Value::Tuple(tuple) => tuple.items().to_vec(),
        _ => return vec![notes_failed(vm, &notes)],
    };
    let text = |note: &Value| text_of(vm, note).unwrap_or_else(|| "<note str() failed>".to_owned());
    items.iter().map(text).collect()
}

/// How notes that are no list of notes are shown.
fn notes_failed(vm: &Vm, value: &Value) -> String {
    vm.repr(value).unwrap_or_else(|_| {
        drop(vm.take_raised());
        "<__notes__ repr() failed>".to_owned()
    })
}

fn syntax_member(exception: &Exception, name: &Name) -> Option<Value> {
    exception.member(name).filter(|value| !value.is_none())
}

fn syntax_details(vm: &Vm, exception: &Ref<Exception>) -> SyntaxDetails {
    if let Some(origin) = vm.syntax_origin(exception) {
        return origin;
    }
    let names = &vm.names;
    let number = |name| match syntax_member(exception, name) {
        Some(Value::Int(number)) => Some(number),
        _ => None,
    };
    let text = |name| match syntax_member(exception, name) {
        Some(Value::Str(text)) => Some(text.lossy().into_owned()),
        _ => None,
    };
    let line = |name| number(name).and_then(|line| u32::try_from(line).ok());
    SyntaxDetails {
        is_argument: true,
        file: text(&names.filename),
        line: line(&names.lineno),
        offset: number(&names.offset),
        end_line: line(&names.end_lineno),
        end_offset: number(&names.end_offset),
        text: text(&names.text),
        origin: None,
    }
}

/// What may have been meant where a name, an attribute or an imported name was not found.
fn suggestion(vm: &Vm, exception: &Ref<Exception>) -> Option<String> {
    let (types, names) = (&vm.types, &vm.names);
    let class = exception.class_ref();
    let text = |name| match exception.member(name) {
        Some(Value::Str(text)) => Some(text.lossy().into_owned()),
        _ => None,
    };
    if class.is_subclass(&types.import_error) {
        let wrong = text(&names.name_from)?;
        let module = vm.modules.get_name(&vm.name(&text(&names.name)?))?;
        let found = nearest(&wrong, directory(vm, &module), false);
        return suggest::sentence(found.as_deref(), None);
    }
    let wrong = text(&names.name)?;
    if class.is_subclass(&types.attribute_error) {
        let object = exception.member(&names.obj)?;
        // A method may mean what is hidden from others.
        let innermost = exception.trace(vm).first().cloned();
        let own = innermost.and_then(|entry| frame_locals::variable(vm, &entry.frame, "self"));
        let is_own = own.is_some_and(|own| own.is(&object));
        let found = nearest(&wrong, directory(vm, &object), is_own);
        return suggest::sentence(found.as_deref(), None);
    }
    if class.is_subclass(&types.name_error) {
        let innermost = exception.trace(vm).first().cloned();
        let frame = innermost.as_ref().map(|entry| &entry.frame);
        if let Some(object) = frame.and_then(|frame| frame_locals::variable(vm, frame, "self")) {
            let has = vm.get_attribute_opt(&object, &vm.name(&wrong));
            match has {
                Ok(Some(_)) => return Some(format!("Did you mean: 'self.{wrong}'?")),
                Ok(None) => {}
                Err(_) => drop(vm.take_raised()),
            }
        }
        let found = nearest(&wrong, visible_names(vm, innermost.as_ref(), &wrong), false);
        return suggest::sentence(found.as_deref(), Some(&wrong));
    }
    None
}

fn nearest(wrong: &str, names: Vec<String>, hidden_too: bool) -> Option<String> {
    suggest::name(wrong, names.iter().map(String::as_str), hidden_too).map(str::to_owned)
}

/// `dir(object)`, sorted; nothing if that fails.
fn directory(vm: &Vm, object: &Value) -> Vec<String> {
    let listed = vm.call_special(object, &vm.names.__dir__, &[]);
    let listed = listed.and_then(|names| names.map_or(Ok(Vec::new()), |names| vm.collect(&names)));
    let Ok(listed) = listed else {
        drop(vm.take_raised());
        return Vec::new();
    };
    let mut names: Vec<String> = listed
        .iter()
        .filter_map(|name| match name {
            Value::Str(name) => Some(name.lossy().into_owned()),
            _ => None,
        })
        .collect();
    names.sort();
    names
}

/// The names that the frame could have meant: its variables, the globals, the built-in names.
fn visible_names(vm: &Vm, entry: Option<&TraceEntry>, wrong: &str) -> Vec<String> {
    let text = |name: &Value| match name {
        Value::Str(name) => Some(name.lossy().into_owned()),
        _ => None,
    };
    let mut names = Vec::new();
    if let Some(entry) = entry {
        let code = &entry.frame.code;
        let own = code
            .layout()
            .names
            .iter()
            .map(|name| name.lossy().into_owned());
        names.extend(own.filter(|name| name != wrong));
        names.extend(code.globals.keys().iter().filter_map(text));
    }
    names.extend(vm.builtins.keys().iter().filter_map(text));
    names
}

/// Leaves the innermost frames, of the exceptions that led to one too.
fn shorten(report: &mut ErrorReport, most: usize) {
    let surplus = report.frames.len().saturating_sub(most);
    report.frames.drain(..surplus);
    let earlier = [&mut report.cause, &mut report.context];
    for earlier in earlier.into_iter().flatten() {
        shorten(earlier, most);
    }
    for member in &mut report.members {
        shorten(member, most);
    }
}

impl Vm {
    /// The traceback of an exception, as it is printed when nobody catches it.
    pub fn traceback_text(&self, exception: &Ref<Exception>) -> String {
        let look = self.settings.borrow().look;
        let mut report = of_exception(self, exception);
        if let Some(most) = self.traceback_limit() {
            shorten(&mut report, most);
        }
        look.error(&report)
    }

    /// How many frames `sys.tracebacklimit` allows.
    fn traceback_limit(&self) -> Option<usize> {
        let sys = self.modules.get_name(&self.names.sys)?;
        let limit = Module::of(&sys)?
            .dict
            .get_name(&self.name("tracebacklimit"))?;
        match limit {
            Value::Int(limit) => Some(usize::try_from(limit).unwrap_or(0)),
            _ => None,
        }
    }

    /// The same with labels and advice, however errors are shown otherwise.
    pub fn explained_text(&self, exception: &Ref<Exception>) -> String {
        let look = Look {
            rendering: Rendering::Fancy,
            ..self.settings.borrow().look
        };
        look.error(&of_exception(self, exception))
    }

    /// What an exception is and says: its report without what leads to it.
    pub fn last_lines_text(&self, exception: &Ref<Exception>) -> String {
        let look = Look {
            rendering: Rendering::Python,
            colour: false,
            ..self.settings.borrow().look
        };
        let text = look.error(&of_exception(self, exception));
        let lines = text.lines().filter(|line| !line.starts_with(' '));
        let lines: Vec<&str> = lines.collect();
        let start = lines.iter().position(|line| line.starts_with("Traceback"));
        lines[start.map_or(0, |start| start + 1)..].join("\n")
    }

    /// Raises the exception for a mistake in a source text.
    pub fn raise_syntax_error(
        &self,
        error: &SyntaxError,
        source: &Rc<Source>,
    ) -> crate::interp::Raised {
        self.raise_syntax_error_in(error, source, false)
    }

    /// Raises the exception for a mistake in a text that is no file; `is_open`: in its last line, which does not end.
    pub fn raise_syntax_error_in(
        &self,
        error: &SyntaxError,
        source: &Rc<Source>,
        is_open: bool,
    ) -> crate::interp::Raised {
        let mut report = ErrorReport::of_syntax_error(error, source);
        if let Some(text) = report.syntax.as_mut().and_then(|it| it.text.as_mut()) {
            if is_open || error.shown == Shown::Bare {
                text.truncate(text.trim_end_matches('\n').len());
            }
            if let Shown::From(start) = error.shown {
                let line = source.line_start(source.line_of(error.span.start));
                text.insert_str(0, &source.text[start as usize..line as usize]);
            }
        }
        // What is found after parsing shows the line of the file that is named, if there is such a file.
        if let Some(details) = report.syntax.as_mut()
            && details.text.is_none()
            && let (Some(file), Some(line)) = (&details.file, details.line)
        {
            let text = std::fs::read_to_string(file).unwrap_or_default();
            let line = text.lines().nth(line.saturating_sub(1) as usize);
            details.text = line.map(|line| format!("{line}\n"));
        }
        let types = &self.types;
        let class = match report.class_name.as_str() {
            "SyntaxError" => &types.syntax_error,
            "IndentationError" => &types.indentation_error,
            "TabError" => &types.tab_error,
            "RecursionError" => &types.recursion_error,
            _ => &types.memory_error,
        };
        let message = Value::str(&error.message);
        let Some(details) = report.syntax else {
            return self.raise_with(class, vec![message]);
        };
        let text = |text: &Option<String>| text.as_deref().map_or(Value::None, Value::str);
        let line = |line: Option<u32>| line.map_or(Value::None, |line| Value::Int(line.into()));
        let number = |number: Option<i64>| number.map_or(Value::None, Value::Int);
        let place = vec![
            text(&details.file),
            line(details.line),
            number(details.offset),
            text(&details.text),
            line(details.end_line),
            number(details.end_offset),
        ];
        let place = Value::from(Tuple::new(place));
        let made = match self.call_with(&Value::Class(class.clone()), &[message.clone(), place]) {
            Ok(made) => made,
            Err(raised) => return raised,
        };
        if let (Some(exception), false) = (Exception::of(&made), details.is_argument) {
            exception.set_args(Tuple::new(vec![message]));
        }
        if let (Some(exception), true) = (Exception::of(&made), details.origin.is_some()) {
            let known = self.extension::<SyntaxOrigins>();
            *known.0.borrow_mut() = Some((exception.address(), details));
        }
        self.raise_value(&made)
    }

    /// What our own phases know of a syntax error beyond its attributes.
    fn syntax_origin(&self, exception: &Ref<Exception>) -> Option<SyntaxDetails> {
        let known = self.extension::<SyntaxOrigins>();
        let known = known.0.borrow();
        let (address, details) = known.as_ref()?;
        let line = match exception.member(&self.names.lineno) {
            Some(Value::Int(line)) => u32::try_from(line).ok(),
            _ => None,
        };
        (*address == exception.address() && line == details.line).then(|| details.clone())
    }
}

/// The newest syntax error that our own phases found, by the address of its exception.
#[derive(Default)]
struct SyntaxOrigins(std::cell::RefCell<Option<(usize, SyntaxDetails)>>);
