//! Snakelet runs Python's async programs. This crate is the interpreter; the binary is a thin layer on it.
//!
//! Data flows one way: source text, tokens and a syntax tree (the crate `snakelet-grammar`), `lower`, a tree of nodes
//! that runs itself (`nodes`), on objects (`objects`), with the event loop on top (`event_loop`).

pub mod text;

pub mod diagnostics;

pub mod objects;

pub mod interp;

pub mod nodes;

pub mod lower;

pub mod event_loop;

pub mod stdlib;

pub mod report;

pub mod embed;
