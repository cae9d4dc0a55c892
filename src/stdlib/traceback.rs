//! The native part of `traceback`: exceptions and frames as text. The rest is `traceback.py`.

use crate::diagnostics::{ErrorReport, FrameReport, python};
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
use snakelet_grammar::source::Span;

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
        "exception",
        "(exc, limit, chain, /)",
        "The lines for an exception, each frame's as one.",
        |vm, a| {
            let mut report = report::of_exception(vm, &exceptions::of(vm, &a[0])?);
            if !vm.truth(&a[2])? {
                report.cause = None;
                report.context = None;
            }
            apply_limit(&mut report, limit(vm, &a[1])?);
            Ok(chunks(&python::render(&report, false)))
        },
    ),
    native(
        "exception_only",
        "(exc, /)",
        "The lines for an exception without its frames.",
        |vm, a| {
            let report = report::of_exception(vm, &exceptions::of(vm, &a[0])?);
            Ok(chunks(&python::render_exception_only(&report, false)))
        },
    ),
    native(
        "entries",
        "(traceback, limit, /)",
        "What is known of each frame of a traceback, outermost first.",
        |vm, a| {
            let Some(mut trace) = traceback::entries(&a[0]) else {
                return Err(vm.type_error("a traceback or None is expected"));
            };
            trace.reverse();
            let reports = trace.iter().map(report::frame).collect();
            rows(vm, limited(reports, limit(vm, &a[1])?))
        },
    ),
    native(
        "stack",
        "(frame, limit, /)",
        "What is known of each running frame, outermost first.",
        |vm, a| {
            let mut reports: Vec<FrameReport> = match a[0].downcast::<Frame>() {
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
            reports.reverse();
            // The innermost frames are the ones that a limit keeps.
            let limit = limit(vm, &a[1])?.map(|limit| -limit);
            rows(vm, limited(reports, limit))
        },
    ),
];

/// A running frame: the line is known, the place in it is not shown.
fn standing_report(code: &Code, at: u32) -> FrameReport {
    report::frame_at(code, Span::new(at, at))
}

fn limit(vm: &Vm, value: &Value) -> Res<Option<i64>> {
    if value.is_none() {
        Ok(None)
    } else {
        vm.index_usize(value).map(Some)
    }
}

/// The first frames, or the last for a negative limit.
fn limited(mut frames: Vec<FrameReport>, limit: Option<i64>) -> Vec<FrameReport> {
    match limit {
        None => {}
        Some(limit) if limit >= 0 => frames.truncate(limit as usize),
        Some(limit) => {
            let keep = usize::try_from(limit.unsigned_abs()).unwrap_or(usize::MAX);
            let skip = frames.len().saturating_sub(keep);
            frames.drain(..skip);
        }
    }
    frames
}

fn apply_limit(report: &mut ErrorReport, limit: Option<i64>) {
    report.frames = limited(std::mem::take(&mut report.frames), limit);
    for earlier in [&mut report.cause, &mut report.context]
        .into_iter()
        .flatten()
    {
        apply_limit(earlier, limit);
    }
    report
        .members
        .iter_mut()
        .for_each(|member| apply_limit(member, limit));
}

/// `(file, line, function, text of the line, whole text, end line, column, end column)` for each frame.
fn rows(_vm: &Vm, frames: Vec<FrameReport>) -> Res {
    let number =
        |number: Option<u32>| number.map_or(Value::None, |number| Value::Int(number.into()));
    let row = |frame: &FrameReport| {
        let text = frame
            .source
            .as_ref()
            .map_or("", |source| source.line_text(frame.line));
        let whole = python::render_frames(std::slice::from_ref(frame), false).concat();
        Value::from(Tuple::new(vec![
            Value::str(&frame.file),
            Value::Int(frame.line.into()),
            Value::str(&frame.function),
            Value::str(text),
            Value::from(whole),
            Value::Int(frame.end_line.into()),
            number(frame.column),
            number(frame.end_column),
        ]))
    };
    Ok(Value::from(List::new(frames.iter().map(row).collect())))
}

/// A rendering in pieces: the lines of a frame stay together.
fn chunks(text: &str) -> Value {
    let mut pieces: Vec<String> = Vec::new();
    let mut in_frame = false;
    for line in text.split_inclusive('\n') {
        let begins_frame = line.starts_with("  File \"") && line.contains(", in ");
        match pieces.last_mut() {
            Some(last) if in_frame && line.starts_with("    ") => last.push_str(line),
            _ => {
                pieces.push(line.to_owned());
                in_frame = begins_frame;
            }
        }
    }
    Value::from(List::new(pieces.into_iter().map(Value::from).collect()))
}
