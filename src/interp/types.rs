//! The built-in classes, each from the row in its type's file.

use super::names::Names;
use crate::objects::class::{Class, Collection, TypeDef};
use crate::objects::counted::Ref;
use crate::objects::*;

macro_rules! types {
    ($root:ident: $root_def:path; $($field:ident: $def:path, $base:ident;)*) => {
        /// The built-in classes.
        #[allow(missing_docs)]
        pub struct Types {
            pub $root: Ref<Class>,
            $(pub $field: Ref<Class>,)*
        }

        impl Types {
    /// Which of them patterns take for sequences and mappings.
    fn tell_collections(&self) {
        for sequence in [&self.list, &self.tuple, &self.range, &self.memoryview] {
            sequence.set_collection(Collection::Sequence);
        }
        for mapping in [&self.dict, &self.mappingproxy, &self.frame_locals] {
            mapping.set_collection(Collection::Mapping);
        }
    }

            /// All built-in classes; their names are filled in when first looked up.
            pub fn new(names: &Names) -> Types {
                let make = |def: &'static TypeDef, base| Class::builtin(names.intern(def.name), def, base);
                let $root = make(&$root_def, None);
                $(let $field = make(&$def, Some(&$base));)*
                let types = Types { $root, $($field,)* };
                types.join_groups();
                types.tell_collections();
                types
            }
        }
    };
}

types! {
    object: root::TYPE;
    type_: type_methods::TYPE, object;
    none_type: singletons::NONE, object;
    not_implemented_type: singletons::NOT_IMPLEMENTED, object;
    ellipsis: singletons::ELLIPSIS, object;
    int: int::TYPE, object;
    bool: int::BOOL, int;
    float: float::TYPE, object;
    complex: complex::TYPE, object;
    str: str_methods::TYPE, object;
    bytes: bytes::TYPE, object;
    bytearray: bytearray::TYPE, object;
    memoryview: memoryview::TYPE, object;
    memory_iterator: memoryview::ITERATOR, object;
    tuple: tuple_methods::TYPE, object;
    list: list_methods::TYPE, object;
    dict: dict_methods::TYPE, object;
    dict_keys: dict_views::KEYS, object;
    dict_values: dict_views::VALUES, object;
    dict_items: dict_views::ITEMS, object;
    mappingproxy: mapping_proxy::TYPE, object;
    weakref: weakref::TYPE, object;
    weak_proxy: weak_proxy::TYPE, object;
    weak_callable_proxy: weak_proxy::CALLABLE, object;
    set: set::TYPE, object;
    frozenset: set::FROZEN, object;
    range: range::TYPE, object;
    slice: slice::TYPE, object;
    iterator: iterator::TYPE, object;
    list_iterator: iterators::sequences::LIST, object;
    list_reverseiterator: iterators::sequences::LIST_REVERSE, object;
    tuple_iterator: iterators::sequences::TUPLE, object;
    str_ascii_iterator: iterators::sequences::STR_ASCII, object;
    str_iterator: iterators::sequences::STR, object;
    bytes_iterator: iterators::sequences::BYTES, object;
    bytearray_iterator: iterators::sequences::BYTE_ARRAY, object;
    range_iterator: iterators::ranges::SMALL, object;
    longrange_iterator: iterators::ranges::BIG, object;
    dict_keyiterator: dict_views::KEY_ITERATOR, object;
    dict_valueiterator: dict_views::VALUE_ITERATOR, object;
    dict_itemiterator: dict_views::ITEM_ITERATOR, object;
    dict_reversekeyiterator: dict_views::REVERSE_KEY_ITERATOR, object;
    dict_reversevalueiterator: dict_views::REVERSE_VALUE_ITERATOR, object;
    dict_reverseitemiterator: dict_views::REVERSE_ITEM_ITERATOR, object;
    set_iterator: set::ITERATOR, object;
    enumerate: iterators::enumerates::TYPE, object;
    zip: iterators::zips::TYPE, object;
    map: iterators::adapters::MAP, object;
    filter: iterators::adapters::FILTER, object;
    callable_iterator: iterators::adapters::CALLABLE, object;
    reversed: iterators::reversing::TYPE, object;
    anext_awaitable: anext_awaitable::TYPE, object;
    io_base: crate::stdlib::io::BASE, object;
    raw_io_base: crate::stdlib::io::RAW_BASE, io_base;
    buffered_io_base: crate::stdlib::io::BUFFERED_BASE, io_base;
    text_io_base: crate::stdlib::io::TEXT_BASE, io_base;
    file_io: crate::stdlib::io::FILE_IO, raw_io_base;
    bytes_io: crate::stdlib::io::BYTES_IO, buffered_io_base;
    bytes_io_buffer: crate::stdlib::io::BYTES_IO_BUFFER, object;
    buffered_reader: crate::stdlib::io::READER, buffered_io_base;
    buffered_writer: crate::stdlib::io::WRITER, buffered_io_base;
    buffered_random: crate::stdlib::io::RANDOM, buffered_io_base;
    text_io_wrapper: crate::stdlib::io::TEXT_WRAPPER, text_io_base;
    string_io: crate::stdlib::io::STRING_IO, text_io_base;
    quitter: crate::stdlib::builtins::QUITTER, object;
    site_printer: crate::stdlib::builtins::PRINTER, object;
    site_helper: crate::stdlib::builtins::HELPER, object;
    function: function::TYPE, object;
    code: code::TYPE, object;
    cell: callables::CELL, object;
    method: callables::METHOD, object;
    builtin_function_or_method: callables::BUILTIN, object;
    method_descriptor: callables::METHOD_DESCRIPTOR, object;
    wrapper_descriptor: callables::WRAPPER_DESCRIPTOR, object;
    method_wrapper: callables::METHOD_WRAPPER, object;
    classmethod_descriptor: callables::CLASSMETHOD_DESCRIPTOR, object;
    getset_descriptor: callables::GETSET_DESCRIPTOR, object;
    member_descriptor: callables::MEMBER_DESCRIPTOR, object;
    union_type: union_type::TYPE, object;
    generic_alias: generic_alias::TYPE, object;
    simple_namespace: namespace::TYPE, object;
    property: property::TYPE, object;
    classmethod: property::CLASSMETHOD, object;
    staticmethod: property::STATICMETHOD, object;
    super_: super_object::TYPE, object;
    module: module::TYPE, object;
    module_spec: module_spec::TYPE, object;
    source_file_loader: source_loader::TYPE, object;
    builtin_importer: importers::BUILT_IN, object;
    frozen_importer: importers::FROZEN, object;
    path_finder: importers::PATH, object;
    generator: coroutine_methods::GENERATOR, object;
    coroutine: coroutine_methods::COROUTINE, object;
    async_generator: coroutine_methods::ASYNC_GENERATOR, object;
    coroutine_wrapper: coroutine_methods::COROUTINE_WRAPPER, object;
    async_generator_asend: coroutine_methods::ASYNC_GENERATOR_ASEND, object;
    async_generator_athrow: coroutine_methods::ASYNC_GENERATOR_ATHROW, object;
    traceback: traceback::TYPE, object;
    frame: frame::TYPE, object;
    frame_locals: frame_locals::TYPE, object;
    base_exception: exceptions::BASE_EXCEPTION, object;
    exception: exceptions::EXCEPTION, base_exception;
    base_exception_group: exceptions::group::BASE_EXCEPTION_GROUP, base_exception;
    generator_exit: exceptions::GENERATOR_EXIT, base_exception;
    keyboard_interrupt: exceptions::KEYBOARD_INTERRUPT, base_exception;
    system_exit: exceptions::named::SYSTEM_EXIT, base_exception;
    arithmetic_error: exceptions::ARITHMETIC_ERROR, exception;
    floating_point_error: exceptions::FLOATING_POINT_ERROR, arithmetic_error;
    overflow_error: exceptions::OVERFLOW_ERROR, arithmetic_error;
    zero_division_error: exceptions::ZERO_DIVISION_ERROR, arithmetic_error;
    assertion_error: exceptions::ASSERTION_ERROR, exception;
    attribute_error: exceptions::named::ATTRIBUTE_ERROR, exception;
    buffer_error: exceptions::BUFFER_ERROR, exception;
    eof_error: exceptions::EOF_ERROR, exception;
    import_error: exceptions::named::IMPORT_ERROR, exception;
    module_not_found_error: exceptions::MODULE_NOT_FOUND_ERROR, import_error;
    lookup_error: exceptions::LOOKUP_ERROR, exception;
    index_error: exceptions::INDEX_ERROR, lookup_error;
    key_error: exceptions::KEY_ERROR, lookup_error;
    memory_error: exceptions::MEMORY_ERROR, exception;
    name_error: exceptions::named::NAME_ERROR, exception;
    unbound_local_error: exceptions::UNBOUND_LOCAL_ERROR, name_error;
    os_error: exceptions::os_error::OS_ERROR, exception;
    blocking_io_error: exceptions::BLOCKING_IO_ERROR, os_error;
    child_process_error: exceptions::CHILD_PROCESS_ERROR, os_error;
    connection_error: exceptions::CONNECTION_ERROR, os_error;
    broken_pipe_error: exceptions::BROKEN_PIPE_ERROR, connection_error;
    connection_aborted_error: exceptions::CONNECTION_ABORTED_ERROR, connection_error;
    connection_refused_error: exceptions::CONNECTION_REFUSED_ERROR, connection_error;
    connection_reset_error: exceptions::CONNECTION_RESET_ERROR, connection_error;
    file_exists_error: exceptions::FILE_EXISTS_ERROR, os_error;
    file_not_found_error: exceptions::FILE_NOT_FOUND_ERROR, os_error;
    interrupted_error: exceptions::INTERRUPTED_ERROR, os_error;
    is_a_directory_error: exceptions::IS_A_DIRECTORY_ERROR, os_error;
    not_a_directory_error: exceptions::NOT_A_DIRECTORY_ERROR, os_error;
    permission_error: exceptions::PERMISSION_ERROR, os_error;
    process_lookup_error: exceptions::PROCESS_LOOKUP_ERROR, os_error;
    timeout_error: exceptions::TIMEOUT_ERROR, os_error;
    reference_error: exceptions::REFERENCE_ERROR, exception;
    runtime_error: exceptions::RUNTIME_ERROR, exception;
    not_implemented_error: exceptions::NOT_IMPLEMENTED_ERROR, runtime_error;
    python_finalization_error: exceptions::PYTHON_FINALIZATION_ERROR, runtime_error;
    recursion_error: exceptions::RECURSION_ERROR, runtime_error;
    stop_async_iteration: exceptions::STOP_ASYNC_ITERATION, exception;
    stop_iteration: exceptions::named::STOP_ITERATION, exception;
    syntax_error: exceptions::syntax::SYNTAX_ERROR, exception;
    incomplete_input_error: exceptions::INCOMPLETE_INPUT_ERROR, syntax_error;
    indentation_error: exceptions::INDENTATION_ERROR, syntax_error;
    tab_error: exceptions::TAB_ERROR, indentation_error;
    system_error: exceptions::SYSTEM_ERROR, exception;
    type_error: exceptions::TYPE_ERROR, exception;
    value_error: exceptions::VALUE_ERROR, exception;
    unicode_error: exceptions::UNICODE_ERROR, value_error;
    unicode_decode_error: exceptions::unicode::UNICODE_DECODE_ERROR, unicode_error;
    unicode_encode_error: exceptions::unicode::UNICODE_ENCODE_ERROR, unicode_error;
    unicode_translate_error: exceptions::unicode::UNICODE_TRANSLATE_ERROR, unicode_error;
    warning: exceptions::WARNING, exception;
    bytes_warning: exceptions::BYTES_WARNING, warning;
    deprecation_warning: exceptions::DEPRECATION_WARNING, warning;
    encoding_warning: exceptions::ENCODING_WARNING, warning;
    future_warning: exceptions::FUTURE_WARNING, warning;
    import_warning: exceptions::IMPORT_WARNING, warning;
    pending_deprecation_warning: exceptions::PENDING_DEPRECATION_WARNING, warning;
    resource_warning: exceptions::RESOURCE_WARNING, warning;
    runtime_warning: exceptions::RUNTIME_WARNING, warning;
    syntax_warning: exceptions::SYNTAX_WARNING, warning;
    unicode_warning: exceptions::UNICODE_WARNING, warning;
    user_warning: exceptions::USER_WARNING, warning;
    exception_group: exceptions::group::EXCEPTION_GROUP, base_exception_group;
}

impl Types {
    /// `ExceptionGroup` is the one built-in class with two bases.
    fn join_groups(&self) {
        let bases = vec![self.base_exception_group.clone(), self.exception.clone()];
        let own = &self.exception_group;
        let line = [
            own,
            &bases[0],
            &bases[1],
            &self.base_exception,
            &self.object,
        ];
        own.set_line(line.into_iter().cloned().collect());
        own.set_bases(bases);
    }
}
