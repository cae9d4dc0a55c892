//! The modules that scripts import: the registry of native ones and of those written in the language.

pub mod asyncio;
pub mod builtins;
pub mod contextvars;
pub mod time;

use crate::interp::Res;
use crate::interp::Vm;
use crate::objects::counted::Ref;
use crate::objects::module::Module;

/// One module that `import` finds.
pub struct ModuleDef {
    /// Its dotted name.
    pub name: &'static str,
    /// How it comes to be.
    pub make: Make,
}

/// How a module comes to be.
pub enum Make {
    /// Filled by native code.
    Native(fn(&Vm, &Ref<Module>) -> Res<()>),
    /// Source text in the language, run when first imported.
    Source(&'static str),
}

/// All modules of the standard library.
pub const REGISTRY: &[ModuleDef] = &[
    ModuleDef {
        name: "asyncio",
        make: Make::Native(asyncio::make),
    },
    ModuleDef {
        name: "contextvars",
        make: Make::Native(contextvars::make),
    },
    ModuleDef {
        name: "time",
        make: Make::Native(time::make),
    },
];
