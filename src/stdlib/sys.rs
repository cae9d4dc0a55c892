//! `sys`: what the interpreter says about itself, and the standard streams.
