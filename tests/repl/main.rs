//! The prompt, in a pseudo-terminal: keys go in, and what stands on the screen is looked at. Nothing is waited for but what
//! the screen shows, so that these tests pass on a busy machine, too.

mod commands;
mod editing;
mod elsewhere;
mod history;
mod interrupting;
mod looks;
mod meaning;
mod pasting;
mod robust;
mod terminal;
