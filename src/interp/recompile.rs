//! Compiling the text of existing code: again, since code is bound to its globals and what it mentions is not kept, or for
//! the first time, where the library's functions were only skipped.

use super::{Res, Vm};
use crate::lower;
use crate::objects::compiled::Mentioned;
use crate::objects::counted::Ref;
use crate::objects::dict::Dict;
use crate::objects::function::{Code, Function};

impl Vm {
    /// Reads what a piece of code does, if that was left for later.
    pub fn read_code(&self, code: &Code) -> Res<()> {
        if code.body.get().is_none() {
            let body = self.nested(|| Ok(lower::read_body(self, code)))?;
            let body = body.map_err(|error| self.raise_syntax_error(&error, &code.source))?;
            // Nothing runs while a body is read, so that the cell is still empty.
            let _ = code.body.set(body);
        }
        Ok(())
    }

    /// The same for what a function runs, which is then ready to be called.
    #[cold]
    pub fn read_function(&self, function: &Function) -> Res<()> {
        self.read_code(&function.code)?;
        function.settle();
        Ok(())
    }

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
