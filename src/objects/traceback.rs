//! Traceback objects: what a script sees of the frames that an exception has left. The exception itself keeps plain
//! entries (`exception.rs`); objects are made from them when asked for, and turned back when one is set.

use super::class::{Class, TypeDef};
use super::counted::{CloneCell, Ref};
use super::exception::{Exception, Trace, TraceEntry};
use super::frame::Frame;
use super::list::List;
use super::native::{GetterDef, getter, native};
use super::object::Object;
use super::value::Value;
use crate::interp::{Res, Vm};
use snakelet_grammar::source::Span;

/// One frame that an exception has left, and the frames below it.
pub struct Traceback {
    entry: TraceEntry,
    line: u32,
    /// The place in the code, if a script has given it.
    place: Option<i64>,
    next: CloneCell<Option<Ref<Traceback>>>,
}

/// The row of `traceback`.
pub const TYPE: TypeDef = TypeDef {
    name: "traceback",
    doc: "The frames that an exception has left.",
    new: Some(native(
        "__new__",
        "(tb_next, tb_frame, tb_lasti, tb_lineno)",
        "Makes one.",
        new,
    )),
    methods: &[native(
        "__dir__",
        "()",
        "The names of its attributes.",
        |_, _| {
            let names = ["tb_frame", "tb_next", "tb_lasti", "tb_lineno"];
            Ok(Value::from(List::new(names.map(Value::str).to_vec())))
        },
    )],
    getters: &[
        getter("tb_frame", "The frame.", |vm, this| {
            Ok(Value::from(of(vm, this)?.entry.frame.clone()))
        }),
        getter("tb_lineno", "The line.", |vm, this| {
            Ok(Value::Int(i64::from(of(vm, this)?.line)))
        }),
        getter("tb_lasti", "The place in the code.", |vm, this| {
            let this = of(vm, this)?;
            let own = i64::from(this.entry.span.start);
            Ok(Value::Int(this.place.unwrap_or(own)))
        }),
        GetterDef {
            name: "tb_next",
            doc: "The frame that it called.",
            get: |vm, this| Ok(of(vm, this)?.next.get().map_or(Value::None, Value::from)),
            set: Some(set_next),
        },
    ],
    ..TypeDef::PLAIN
};

fn of<'a>(vm: &Vm, value: &'a Value) -> Res<&'a Ref<Traceback>> {
    value
        .downcast::<Traceback>()
        .ok_or_else(|| vm.descriptor_error("traceback", value))
}

/// `exception.__traceback__`
pub fn of_exception(vm: &Vm, exception: &Exception) -> Value {
    let mut outer = exception.shown();
    for entry in exception.unshown(vm) {
        let line = entry.frame.code.source.line_of(entry.span.start);
        outer = Some(Ref::new(Traceback {
            entry,
            line,
            place: None,
            next: CloneCell::new(outer.take()),
        }));
    }
    exception.show(outer.clone());
    outer.map_or(Value::None, Value::from)
}

/// Makes a traceback object, or `None`, that of an exception; `false`: the value is neither.
pub fn give(exception: &Exception, value: &Value) -> bool {
    let traceback = match value {
        Value::None => None,
        value => match value.downcast::<Traceback>() {
            Some(traceback) => Some(traceback.clone()),
            None => return false,
        },
    };
    exception.set_trace(traceback.clone().map_or_else(Trace::new, entries_from));
    exception.show(traceback);
    true
}

/// The entries that a traceback stands for.
pub fn entries_from(traceback: Ref<Traceback>) -> Trace {
    let mut each = Some(traceback);
    let mut trace = Trace::new();
    while let Some(traceback) = each {
        trace.push(traceback.entry.clone());
        each = traceback.next.get();
    }
    trace.reverse();
    trace
}

/// The entries that a traceback object or `None` stands for; nothing for other values.
pub fn entries(value: &Value) -> Option<Trace> {
    if value.is_none() {
        return Some(Trace::new());
    }
    value.downcast::<Traceback>().cloned().map(entries_from)
}

fn new(vm: &Vm, a: &[Value]) -> Res {
    let next = match &a[1] {
        Value::None => None,
        value => match value.downcast::<Traceback>() {
            Some(next) => Some(next.clone()),
            None => {
                let given = vm.class_name(value);
                return Err(
                    vm.type_error(&format!("expected traceback object or None, got '{given}'"))
                );
            }
        },
    };
    let Some(frame) = a[2].downcast::<Frame>() else {
        let given = vm.class_name(&a[2]);
        return Err(vm.type_error(&format!(
            "traceback() argument 'tb_frame' must be frame, not {given}"
        )));
    };
    let line = u32::try_from(vm.index_usize(&a[4])?).unwrap_or(0);
    let start = frame.code.source.line_start(line);
    let entry = TraceEntry {
        frame: frame.clone(),
        span: Span::new(start, start),
    };
    let place = match vm.index(&a[3])? {
        Value::Int(place) => Some(place),
        _ => return Err(vm.overflow_error("Python int too large to convert to C int")),
    };
    Ok(Value::from(Ref::new(Traceback {
        entry,
        line,
        place,
        next: CloneCell::new(next),
    })))
}

fn set_next(vm: &Vm, this: &Value, value: Option<&Value>) -> Res<()> {
    let this = of(vm, this)?;
    let next = match value {
        None => return Err(vm.type_error("can't delete tb_next attribute")),
        Some(Value::None) => None,
        Some(value) => match value.downcast::<Traceback>() {
            Some(next) => Some(next.clone()),
            None => {
                let given = vm.class_name(value);
                return Err(vm.type_error(&format!("expected traceback object, got '{given}'")));
            }
        },
    };
    let mut each = next.clone();
    while let Some(traceback) = each {
        if traceback.same(this) {
            return Err(vm.value_error("traceback loop detected"));
        }
        each = traceback.next.get();
    }
    this.next.set(next);
    Ok(())
}

impl Object for Traceback {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.traceback.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        if let Some(next) = self.next.get() {
            visit(&Value::from(next));
        }
        visit(&Value::from(self.entry.frame.clone()));
    }

    fn clear(&self) {
        self.next.set(None);
    }
}
