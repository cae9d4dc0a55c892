//! Snakelet.
