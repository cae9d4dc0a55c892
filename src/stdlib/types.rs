//! `types`: names for the classes of things that have no name of their own; `coroutine`. What is written in the language
//! itself is `types.py`.

use crate::interp::{Res, Vm};
use crate::objects::asyncio_functions::is_coroutine_function;
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::Ref;
use crate::objects::method::BoundMethod;
use crate::objects::module::Module;
use crate::objects::native::{Native, NativeDef, native};
use crate::objects::value::Value;

/// Fills the native part of the module.
pub fn make(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    let types = &vm.types;
    let classes: &[(&str, &Ref<Class>)] = &[
        ("AsyncGeneratorType", &types.async_generator),
        ("BuiltinFunctionType", &types.builtin_function_or_method),
        ("BuiltinMethodType", &types.builtin_function_or_method),
        ("CellType", &types.cell),
        ("ClassMethodDescriptorType", &types.classmethod_descriptor),
        ("CodeType", &types.code),
        ("CoroutineType", &types.coroutine),
        ("EllipsisType", &types.ellipsis),
        ("FrameType", &types.frame),
        ("_FrameLocals", &types.frame_locals),
        ("FunctionType", &types.function),
        ("GeneratorType", &types.generator),
        ("GenericAlias", &types.generic_alias),
        ("GetSetDescriptorType", &types.getset_descriptor),
        ("LambdaType", &types.function),
        ("MappingProxyType", &types.mappingproxy),
        ("MemberDescriptorType", &types.member_descriptor),
        ("MethodDescriptorType", &types.method_descriptor),
        ("MethodType", &types.method),
        ("MethodWrapperType", &types.method_wrapper),
        ("ModuleType", &types.module),
        ("NoneType", &types.none_type),
        ("NotImplementedType", &types.not_implemented_type),
        ("SimpleNamespace", &types.simple_namespace),
        ("TracebackType", &types.traceback),
        ("UnionType", &types.union_type),
        ("WrapperDescriptorType", &types.wrapper_descriptor),
    ];
    for (name, class) in classes {
        module
            .dict
            .set_name(&vm.name(name), Value::Class((*class).clone()));
    }
    super::native_class::add_classes(vm, module, &[&CAPSULE]);
    for row in FUNCTIONS {
        module.dict.set_name(
            &vm.name(row.name),
            Value::Native(Native::function(row, "_types")),
        );
    }
    Ok(())
}

/// What native modules hand each other; those here need none.
const CAPSULE: TypeDef = TypeDef {
    name: "PyCapsule",
    module: "builtins",
    doc: "Capsule objects let one native module use what another offers.",
    ..TypeDef::PLAIN
};

const FUNCTIONS: &[NativeDef] = &[
    native(
        "_mark_coroutine",
        "(function, /)",
        "Lets the generators of a function be awaited; gives the function.",
        |vm, a| match &a[0] {
            Value::Function(function) => {
                function.current_code().gives_awaitables.set(true);
                Ok(a[0].clone())
            }
            other => Err(vm.descriptor_error("function", other)),
        },
    ),
    native(
        "_gives_coroutines",
        "(function, /)",
        "Whether a native function gives coroutines.",
        |_, a| match &a[0] {
            Value::Native(native) => Ok(Value::bool(is_coroutine_function(native))),
            Value::Object(_) if let Some(method) = a[0].downcast::<BoundMethod>() => {
                let gives = match method.function.clone() {
                    Value::Native(native) => is_coroutine_function(&native),
                    _ => false,
                };
                Ok(Value::bool(gives))
            }
            _ => Ok(Value::bool(false)),
        },
    ),
    native(
        "_new_class",
        "(name, bases, keywords, exec_body, /)",
        "Makes a class as a class statement does.",
        new_class,
    ),
    native(
        "_prepare_class",
        "(name, bases, keywords, /)",
        "What a class statement does before its body.",
        |vm, a| {
            let prepared = prepare(vm, a)?;
            let keywords = crate::objects::dict::Dict::new();
            for (name, value) in prepared.keywords {
                keywords.set_name(&name, value);
            }
            let parts = vec![
                prepared.metaclass,
                prepared.namespace,
                Value::Dict(keywords),
            ];
            Ok(Value::from(crate::objects::tuple::Tuple::new(parts)))
        },
    ),
];

fn prepare(vm: &Vm, a: &[Value]) -> Res<crate::interp::classes::Prepared> {
    let name = crate::interp::slots::attribute_name(vm, &a[0])?;
    let bases = vm.collect(&a[1])?;
    let mut keywords = Vec::new();
    if let Value::Dict(given) = vm.unwrapped(&a[2]) {
        for (key, value) in given.entries() {
            keywords.push((crate::interp::slots::attribute_name(vm, &key)?, value));
        }
    }
    vm.prepare_class(&name, bases, keywords)
}

fn new_class(vm: &Vm, a: &[Value]) -> Res {
    let prepared = prepare(vm, a)?;
    if let Some(body) = a.get(3).filter(|body| !body.is_none()) {
        vm.call_with(body, std::slice::from_ref(&prepared.namespace))?
            .discard();
    }
    let name = crate::interp::slots::attribute_name(vm, &a[0])?;
    vm.finish_class(&name, prepared)
}
