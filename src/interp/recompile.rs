//! Compiling the text of existing code again: code is bound to its globals, and what it mentions is not kept.

use super::{Res, Vm};
use crate::lower;
use crate::objects::compiled::Mentioned;
use crate::objects::counted::Ref;
use crate::objects::dict::Dict;
use crate::objects::function::Code;

impl Vm {
    /// The same code bound to `globals`, and what it mentions.
    pub fn compile_again(
        &self,
        code: &Ref<Code>,
        globals: &Ref<Dict>,
    ) -> Res<(Ref<Code>, Mentioned)> {
        lower::compile_again(self, code, globals, code.options.with_locals)
            .map_err(|error| self.raise_syntax_error(&error, &code.source))
    }
}
