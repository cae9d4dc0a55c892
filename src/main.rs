//! The binary: a thin layer on the library. What it is asked to do is `cli.rs`.

mod allocator;
mod cli;

#[global_allocator]
static ALLOCATOR: allocator::Bounded = allocator::Bounded;

fn main() {
    cli::main()
}
