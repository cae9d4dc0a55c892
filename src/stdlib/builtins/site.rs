//! The names that are there for people at a prompt: `exit`, `quit`, `copyright`, `credits`, `license`, `help`,
//! `breakpoint`.

use super::given;
use super::output::write_object;
use crate::interp::{Args, Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::Ref;
use crate::objects::native::{Native, NativeDef, native};
use crate::objects::object::Object;
use crate::objects::value::Value;

/// The row of `exit` and `quit`.
pub const QUITTER: TypeDef = TypeDef {
    name: "Quitter",
    module: "_sitebuiltins",
    slots: &["__call__", "__repr__"],
    ..TypeDef::PLAIN
};

/// The row of `copyright` and its like.
pub const PRINTER: TypeDef = TypeDef {
    name: "_Printer",
    module: "_sitebuiltins",
    slots: &["__call__", "__repr__"],
    ..TypeDef::PLAIN
};

/// The row of `help`.
pub const HELPER: TypeDef = TypeDef {
    name: "_Helper",
    module: "_sitebuiltins",
    slots: &["__call__", "__repr__"],
    ..TypeDef::PLAIN
};

const BREAKPOINT: NativeDef = native(
    "breakpoint",
    "(*args, **kws)",
    "Stop here for a debugger: what sys.breakpointhook does with the arguments.",
    breakpoint,
);

/// Which kind of name an object stands for.
enum Kind {
    Quitter,
    Printer(&'static str),
    Helper,
}

/// An object that does something when it is called or shown.
pub struct SiteName {
    name: &'static str,
    kind: Kind,
}

/// Puts the names into the interpreter.
pub fn install(vm: &Vm) {
    let texts = [
        (
            "copyright",
            "Snakelet runs Python programs. Python is copyright (c) 2001 Python Software Foundation.\nAll Rights Reserved.",
        ),
        (
            "credits",
            "Thanks to all who made and make Python. See www.python.org for more information.",
        ),
        (
            "license",
            "Snakelet may be used under the MIT License or the Apache License, Version 2.0.",
        ),
    ];
    let texts = texts.map(|(name, text)| (name, Kind::Printer(text)));
    let others = [
        ("exit", Kind::Quitter),
        ("quit", Kind::Quitter),
        ("help", Kind::Helper),
    ];
    for (name, kind) in texts.into_iter().chain(others) {
        let object = Value::from(Ref::new(SiteName { name, kind }));
        vm.builtins.set_name(&vm.name(name), object);
    }
    vm.builtins.set_name(
        &vm.name("breakpoint"),
        Value::Native(Native::function(&BREAKPOINT, "builtins")),
    );
}

fn breakpoint(vm: &Vm, a: &[Value]) -> Res {
    let packed =
        crate::interp::slots::PackedArgs::new(vm, &a[0], given(a, 1).unwrap_or(&Value::None));
    let sys = vm.import("sys", 0)?;
    match vm.get_attribute_opt(&sys, &vm.name("breakpointhook"))? {
        Some(hook) => vm.call(&hook, packed.args()),
        None => Err(vm.runtime_error("lost sys.breakpointhook")),
    }
}

impl SiteName {
    fn text(&self) -> String {
        match self.kind {
            Kind::Quitter => format!("Use {}() or Ctrl-D (i.e. EOF) to exit", self.name),
            Kind::Printer(text) => text.to_owned(),
            Kind::Helper => {
                "Type help() for interactive help, or help(object) for help about object."
                    .to_owned()
            }
        }
    }
}

impl Object for SiteName {
    fn is_tracked() -> bool {
        false
    }

    fn class(&self, vm: &Vm) -> Ref<Class> {
        match self.kind {
            Kind::Quitter => vm.types.quitter.clone(),
            Kind::Printer(_) => vm.types.site_printer.clone(),
            Kind::Helper => vm.types.site_helper.clone(),
        }
    }

    fn traverse(&self, _visit: &mut dyn FnMut(&Value)) {}

    fn clear(&self) {}

    fn repr(&self, _vm: &Vm, _this: &Value) -> Res<Option<String>> {
        Ok(Some(self.text()))
    }

    fn is_callable(&self) -> bool {
        true
    }

    fn call(&self, vm: &Vm, _this: &Value, args: Args<'_>) -> Res {
        match (&self.kind, args.values) {
            (Kind::Quitter, values) => {
                let code = values.first().cloned().unwrap_or(Value::None);
                Err(vm.raise_with(&vm.types.system_exit, vec![code]))
            }
            (Kind::Helper, objects) => help(vm, objects),
            _ => {
                write_object(vm, &Value::from(format!("{}\n", self.text())))?;
                Ok(Value::None)
            }
        }
    }
}

/// Prints what an object says about itself; without one, asks for names.
fn help(vm: &Vm, objects: &[Value]) -> Res {
    let pydoc = vm.import("pydoc", 0)?;
    vm.call_method(&pydoc, &vm.name("help"), objects)
}
