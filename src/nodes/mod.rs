//! The executable tree: nodes that evaluate themselves, by concern.

use crate::interp::Node;

/// A child in the tree.
pub type BoxNode = Box<dyn Node>;
