//! Snakelet.
pub mod lower;

/// Text and numbers as the language writes and reads them.
pub mod text;
