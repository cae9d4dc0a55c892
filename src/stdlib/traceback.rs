//! The native part of `traceback`: exceptions and frames as text. The rest is `traceback.py`.

use crate::diagnostics::{FrameReport, python};
use crate::interp::frame;
use crate::interp::{Res, Vm};
use crate::objects::counted::Ref;
use crate::objects::exceptions;
use crate::objects::frame::Frame;
use crate::objects::function::Code;
use crate::objects::list::List;
use crate::objects::module::Module;
use crate::objects::native::{Native, NativeDef, native};
use crate::objects::traceback;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use crate::report;
use snakelet_grammar::source::{Source, Span};
use std::rc::Rc;

/// Fills the module.
pub fn make(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    for row in FUNCTIONS {
        module.dict.set_name(
            &vm.name(row.name),
            Value::Native(Native::function(row, "_traceback")),
        );
    }
    Ok(())
}

const FUNCTIONS: &[NativeDef] = &[
    native(
        "describe",
        "(exc, /)",
        "What an exception says, with what may have been meant, and the lines for it without its frames: plain, and in colour.",
        |vm, a| {
            // Asked for once: its `__str__` may be a script's.
            let report = report::alone(vm, &exceptions::of(vm, &a[0])?);
            let lines = |colour| {
                let lines = python::render_exception_only(&report, colour);
                Value::from(List::new(lines.into_iter().map(Value::from).collect()))
            };
            let message = Value::from(report.full_message().unwrap_or_default());
            let described = vec![message, lines(false), lines(true)];
            Ok(Value::from(Tuple::new(described)))
        },
    ),
    native(
        "entries",
        "(traceback, /)",
        "What is known of each frame of a traceback, outermost first.",
        |vm, a| {
            let Some(mut trace) = traceback::entries(&a[0]) else {
                return Err(vm.type_error("a traceback or None is expected"));
            };
            trace.reverse();
            let reports = trace.iter().map(report::frame).collect();
            rows(reports)
        },
    ),
    native(
        "stack",
        "(frame, /)",
        "What is known of each running frame, innermost first.",
        |vm, a| {
            let reports: Vec<FrameReport> = match a[0].downcast::<Frame>() {
                Some(frame) => {
                    let around = |frame: &Ref<Frame>| frame.caller(vm);
                    let all = std::iter::successors(Some(frame.clone()), around);
                    all.map(|frame| standing_report(&frame.code, frame.stands_at(vm)))
                        .collect()
                }
                None => frame::running(vm)
                    .filter(|standing| !standing.code.is_library)
                    .map(|standing| standing_report(&standing.code, standing.at))
                    .collect(),
            };
            rows(reports)
        },
    ),
    native(
        "frame",
        "(file, line, function, text, column, end_column, colour, /)",
        "The lines for a frame.",
        frame_lines,
    ),
];

/// A running frame: the line is known, the place in it is not shown.
fn standing_report(code: &Code, at: u32) -> FrameReport {
    report::frame_at(code, Span::new(at, at))
}

/// The lines for a frame, as a script describes it.
fn frame_lines(vm: &Vm, a: &[Value]) -> Res {
    let [file, line, function] = [0, 1, 2].map(|part| vm.str(&a[part]));
    let (file, line, function) = (file?, line?, function?);
    let text = match &a[3] {
        Value::None => None,
        text => Some(vm.str(text)?),
    };
    let column = |value: &Value| match value {
        Value::Int(column) => u32::try_from(*column).ok(),
        _ => None,
    };
    let lines = text.as_deref().map_or(1, |text| text.split('\n').count());
    let frame = FrameReport {
        file: file.as_str().into(),
        function: function.as_str().into(),
        line: 1,
        end_line: lines as u32,
        column: column(&a[4]),
        end_column: column(&a[5]),
        source: text.map(|text| Rc::new(Source::new(file.clone(), text))),
    };
    let colour = vm.truth(&a[6])?;
    Ok(Value::from(python::render_frame(&frame, &line, colour)))
}

/// `(file, line, function, text of the lines, end line, column, end column)` for each frame.
fn rows(frames: Vec<FrameReport>) -> Res {
    let number =
        |number: Option<u32>| number.map_or(Value::None, |number| Value::Int(number.into()));
    let row = |frame: &FrameReport| {
        let lines = frame.line..=frame.end_line.max(frame.line);
        let text = frame.source.as_ref().map(|source| {
            let lines: Vec<&str> = lines
                .map(|line| source.line_text(line).trim_end())
                .collect();
            lines.join("\n")
        });
        Value::from(Tuple::new(vec![
            Value::str(&frame.file),
            Value::Int(frame.line.into()),
            Value::str(&frame.function),
            Value::from(text.unwrap_or_default()),
            Value::Int(frame.end_line.into()),
            number(frame.column),
            number(frame.end_column),
        ]))
    };
    Ok(Value::from(List::new(frames.iter().map(row).collect())))
}
