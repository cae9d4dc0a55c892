//! The interpreter as a Rust program uses it: built with its outputs, clock and settings, then given programs to run.
