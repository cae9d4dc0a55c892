//! Frame objects: what a script sees of an activation (`sys._getframe`, `tb_frame`). The activations themselves are
//! `interp/frame.rs`. A frame object tells code and place as they were when it was made.

use super::class::{Class, TypeDef};
use super::code::CodeObject;
use super::counted::{CloneCell, Ref};
use super::dict::Dict;
use super::function::Code;
use super::native::{getter, native};
use super::object::Object;
use super::value::Value;
use crate::interp::frame::{Standing, published};
use crate::interp::{Res, Vm};
use std::rc::Rc;

/// An activation as it stood.
pub struct Frame {
    /// What it runs.
    pub code: Rc<Code>,
    at: u32,
    /// Its variables, as far as they were to be seen.
    locals: CloneCell<Value>,
    back: CloneCell<Option<Ref<Frame>>>,
}

/// The row of `frame`.
pub const TYPE: TypeDef = TypeDef {
    name: "frame",
    doc: "An activation of a function.",
    methods: &[native(
        "clear",
        "()",
        "Lets go of the variables.",
        |_, _| Ok(Value::None),
    )],
    getters: &[
        getter("f_code", "What it runs.", |vm, f| {
            Ok(CodeObject::of(&of(vm, f)?.code))
        }),
        getter("f_lineno", "The line it stands in.", |vm, f| {
            Ok(Value::Int(i64::from(of(vm, f)?.line())))
        }),
        getter("f_lasti", "The place in the code.", |vm, f| {
            Ok(Value::Int(i64::from(of(vm, f)?.at)))
        }),
        getter("f_back", "The frame that called it.", |vm, f| {
            Ok(of(vm, f)?.back.get().map_or(Value::None, Value::from))
        }),
        getter("f_globals", "The globals.", |vm, f| {
            Ok(Value::Dict(of(vm, f)?.code.globals.clone()))
        }),
        getter("f_builtins", "The built-in names.", |vm, _| {
            Ok(Value::Dict(vm.builtins.clone()))
        }),
        getter(
            "f_locals",
            "The variables, as far as they can be seen.",
            |vm, f| {
                let frame = of(vm, f)?;
                if let Some(locals) = frame.locals.get().given() {
                    return Ok(locals.clone());
                }
                Ok(Value::Dict(match frame.code.name.as_str() {
                    Some("<module>") => frame.code.globals.clone(),
                    _ => Dict::new(),
                }))
            },
        ),
        getter("f_trace", "Nothing traces.", |_, _| Ok(Value::None)),
    ],
    ..TypeDef::PLAIN
};

fn of<'a>(vm: &Vm, value: &'a Value) -> Res<&'a Ref<Frame>> {
    value
        .downcast::<Frame>()
        .ok_or_else(|| vm.descriptor_error("frame", value))
}

impl Frame {
    /// The frame of `code` that stands at an offset, with what is known of its variables; nothing is known of its caller.
    pub fn standing(code: &Rc<Code>, at: u32, locals: Option<Ref<Dict>>) -> Value {
        Value::from(Ref::new(Frame {
            code: code.clone(),
            at,
            locals: CloneCell::new(locals.map_or(Value::Undef, Value::Dict)),
            back: CloneCell::new(None),
        }))
    }

    /// The frame objects for running frames, given innermost first; nothing if there are none.
    pub fn chain(vm: &Vm, running: impl IntoIterator<Item = Standing>) -> Option<Value> {
        let standing: Vec<Standing> = running.into_iter().collect();
        let mut outer: Option<Ref<Frame>> = None;
        for Standing { code, at, key } in standing.into_iter().rev() {
            let back = CloneCell::new(outer.take());
            let locals = CloneCell::new(published(vm, key).unwrap_or_default());
            outer = Some(Ref::new(Frame {
                code,
                at,
                locals,
                back,
            }));
        }
        outer.map(Value::from)
    }

    /// This frame and those that called it, innermost first.
    pub fn standing_chain(&self) -> Vec<Standing> {
        let mut standing = vec![Standing {
            code: self.code.clone(),
            at: self.at,
            key: 0,
        }];
        let mut each = self.back.get();
        while let Some(frame) = each {
            standing.push(Standing {
                code: frame.code.clone(),
                at: frame.at,
                key: 0,
            });
            each = frame.back.get();
        }
        standing
    }

    fn line(&self) -> u32 {
        self.code.source.line_of(self.at)
    }
}

impl Object for Frame {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.frame.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.locals.get());
        if let Some(back) = self.back.get() {
            visit(&Value::from(back));
        }
    }

    fn clear(&self) {
        self.locals.set(Value::Undef);
        self.back.set(None);
    }

    fn repr(&self, _vm: &Vm, this: &Value) -> Res<Option<String>> {
        let (address, file) = (this.address().unwrap_or(0), &self.code.source.name);
        Ok(Some(format!(
            "<frame at 0x{address:x}, file '{file}', line {}, code {}>",
            self.line(),
            self.code.name.lossy()
        )))
    }
}
