//! Snakelet.
pub mod lower;
