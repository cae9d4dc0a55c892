//! The type's rows.

use super::class::TypeDef;

/// The row of `object`.
pub const TYPE: TypeDef = TypeDef {
    name: "object",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `type`.
pub const TYPE_OF_TYPES: TypeDef = TypeDef {
    name: "type",
    is_base: true,
    ..TypeDef::PLAIN
};

/// The row of `cell`.
pub const CELL: TypeDef = TypeDef {
    name: "cell",
    is_base: false,
    ..TypeDef::PLAIN
};

/// The row of `method`.
pub const METHOD: TypeDef = TypeDef {
    name: "method",
    is_base: false,
    ..TypeDef::PLAIN
};

/// The row of `builtin_function_or_method`.
pub const BUILTIN: TypeDef = TypeDef {
    name: "builtin_function_or_method",
    is_base: false,
    ..TypeDef::PLAIN
};

/// The row of `method_descriptor`.
pub const METHOD_DESCRIPTOR: TypeDef = TypeDef {
    name: "method_descriptor",
    is_base: false,
    ..TypeDef::PLAIN
};

/// The row of `wrapper_descriptor`.
pub const WRAPPER_DESCRIPTOR: TypeDef = TypeDef {
    name: "wrapper_descriptor",
    is_base: false,
    ..TypeDef::PLAIN
};

/// The row of `method-wrapper`.
pub const METHOD_WRAPPER: TypeDef = TypeDef {
    name: "method-wrapper",
    is_base: false,
    ..TypeDef::PLAIN
};

/// The row of `classmethod_descriptor`.
pub const CLASSMETHOD_DESCRIPTOR: TypeDef = TypeDef {
    name: "classmethod_descriptor",
    is_base: false,
    ..TypeDef::PLAIN
};

/// The row of `getset_descriptor`.
pub const GETSET_DESCRIPTOR: TypeDef = TypeDef {
    name: "getset_descriptor",
    is_base: false,
    ..TypeDef::PLAIN
};

/// What `object()` gives.
pub struct PlainObject;

impl super::object::Object for PlainObject {
    fn is_tracked() -> bool {
        false
    }

    fn class(&self, vm: &crate::interp::Vm) -> super::counted::Ref<super::class::Class> {
        vm.types.object.clone()
    }

    fn traverse(&self, _visit: &mut dyn FnMut(&super::value::Value)) {}

    fn clear(&self) {}
}
