//! The type's rows.

use super::class::TypeDef;

/// The row of `generator`.
pub const GENERATOR: TypeDef = TypeDef {
    name: "generator",
    is_base: false,
    ..TypeDef::PLAIN
};

/// The row of `coroutine`.
pub const COROUTINE: TypeDef = TypeDef {
    name: "coroutine",
    is_base: false,
    ..TypeDef::PLAIN
};

/// The row of `async_generator`.
pub const ASYNC_GENERATOR: TypeDef = TypeDef {
    name: "async_generator",
    is_base: false,
    ..TypeDef::PLAIN
};

/// The row of `coroutine_wrapper`.
pub const COROUTINE_WRAPPER: TypeDef = TypeDef {
    name: "coroutine_wrapper",
    is_base: false,
    ..TypeDef::PLAIN
};

/// The row of `async_generator_asend`.
pub const ASYNC_GENERATOR_ASEND: TypeDef = TypeDef {
    name: "async_generator_asend",
    is_base: false,
    ..TypeDef::PLAIN
};

/// The row of `async_generator_athrow`.
pub const ASYNC_GENERATOR_ATHROW: TypeDef = TypeDef {
    name: "async_generator_athrow",
    is_base: false,
    ..TypeDef::PLAIN
};
