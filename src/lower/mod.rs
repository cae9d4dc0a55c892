//! From the syntax tree to the tree that runs: names become slots, cells or globals, sugar goes.
pub mod check;
pub mod scope;
