//! The binary: a thin layer on the library. What it is asked to do is `cli.rs`.

mod cli;

/// Many small blocks come and go: this allocator is faster at that than the system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    cli::main()
}
