//! Mistakes that are neither of the grammar nor of names.
