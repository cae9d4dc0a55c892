//! The binary: a thin layer on the library. What it is asked to do is `cli.rs`.

mod allocator;
mod cli;
mod golden;
mod repl;

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: allocator::Bounded = allocator::Bounded;

fn main() -> ExitCode {
    cli::main()
}
