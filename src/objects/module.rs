//! A module: a name and its globals. Finding and running one is `interp/import.rs`.

use super::class::{Class, TypeDef};
use super::counted::{CloneCell, Ref};
use super::dict::Dict;
use super::list::List;
use super::native::{GetterDef, native};
use super::object::Object;
use super::str::Name;
use super::value::Value;
use crate::interp::{Args, Res, Vm};

/// The row of `module`.
pub const TYPE: TypeDef = TypeDef {
    weakly_referable: true,
    name: "module",
    doc: "A module: names that import gives access to.",
    new: Some(native(
        "__new__",
        "(*args, **kwargs)",
        "Makes a module.",
        |_, _| Ok(Value::from(Module::over(Dict::new()))),
    )),
    init: Some(native(
        "__init__",
        "(name, doc=None)",
        "Gives it its first names.",
        init,
    )),
    methods: &[native("__dir__", "()", "The names in it.", dir)],
    getters: &[
        super::root::DICT,
        GetterDef {
            name: "__annotations__",
            doc: "A dict of the annotations.",
            get: annotations,
            set: Some(set_annotations),
        },
    ],
    slots: &["__repr__"],
    is_base: true,
    ..TypeDef::PLAIN
};

/// A module.
pub struct Module {
    /// Its names.
    pub dict: Ref<Dict>,
    /// The subclass that a script has put it into (`__class__ = …`).
    class: CloneCell<Option<Ref<Class>>>,
}

impl Module {
    /// A module named `name` with its first attributes.
    pub fn new(vm: &Vm, name: &str, doc: Value) -> Ref<Module> {
        let module = Module::over(Dict::new());
        // Classes take the name of their module from it, and pickles note what is the same once.
        module.begin(vm, Value::Str(vm.names.intern(name)), doc);
        module
    }

    /// A module whose names are those of `dict`.
    pub fn over(dict: Ref<Dict>) -> Ref<Module> {
        Ref::new(Module {
            dict,
            class: CloneCell::new(None),
        })
    }

    /// The subclass that a script has put it into.
    pub fn own_class(&self) -> Option<Ref<Class>> {
        self.class.get()
    }

    /// Puts it into a subclass.
    pub fn set_class(&self, class: Option<Ref<Class>>) {
        self.class.set(class);
    }

    fn begin(&self, vm: &Vm, name: Value, doc: Value) {
        let names = &vm.names;
        self.dict.set_name(&names.__name__, name);
        self.dict.set_name(&names.__doc__, doc);
        for name in [&names.__package__, &names.__loader__, &names.__spec__] {
            self.dict.set_name(name, Value::None);
        }
    }

    /// The module behind a value, if it is one.
    pub fn of(value: &Value) -> Option<&Ref<Module>> {
        value.downcast::<Module>()
    }

    /// Its `__name__`, if that is a string.
    pub fn name(&self, vm: &Vm) -> Option<String> {
        match self.dict.get_name(&vm.names.__name__) {
            Some(Value::Str(name)) => Some(name.lossy().into_owned()),
            _ => None,
        }
    }
}

fn init(vm: &Vm, a: &[Value]) -> Res {
    let plain = vm.unwrapped(&a[0]);
    let Some(module) = Module::of(&plain) else {
        return Err(vm.descriptor_error("module", &a[0]));
    };
    if !matches!(vm.unwrapped(&a[1]), Value::Str(_)) {
        let class = vm.class_name(&a[1]);
        return Err(vm.type_error(&format!(
            "module() argument 'name' must be str, not {class}"
        )));
    }
    let doc = a
        .get(2)
        .and_then(Value::given)
        .cloned()
        .unwrap_or(Value::None);
    module.begin(vm, a[1].clone(), doc);
    Ok(Value::None)
}

fn names_of(vm: &Vm, value: &Value) -> Res<Ref<Dict>> {
    let plain = vm.unwrapped(value);
    match Module::of(&plain) {
        Some(module) => Ok(module.dict.clone()),
        None => Err(vm.descriptor_error("module", value)),
    }
}

fn annotations(vm: &Vm, module: &Value) -> Res {
    let names = names_of(vm, module)?;
    if let Some(found) = names.get_name(&vm.names.__annotations__) {
        return Ok(found);
    }
    let made = Value::Dict(Dict::new());
    names.set_name(&vm.names.__annotations__, made.clone());
    Ok(made)
}

fn set_annotations(vm: &Vm, module: &Value, value: Option<&Value>) -> Res<()> {
    let names = names_of(vm, module)?;
    match value {
        Some(value) => names.set_name(&vm.names.__annotations__, value.clone()),
        None => {
            if names.remove_name(&vm.names.__annotations__).is_none() {
                return Err(vm.attribute_error("__annotations__"));
            }
        }
    }
    Ok(())
}

fn dir(vm: &Vm, a: &[Value]) -> Res {
    names_of(vm, &a[0])?;
    let Value::Dict(names) = vm.get_attribute(&a[0], &vm.names.__dict__)? else {
        return Err(vm.type_error("<module>.__dict__ is not a dictionary"));
    };
    match names.get_name(&vm.names.__dir__) {
        Some(own) => vm.call_with(&own, &[]),
        None => Ok(Value::from(List::new(names.keys()))),
    }
}

impl Object for Module {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        self.class.get().unwrap_or_else(|| vm.types.module.clone())
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&Value::Dict(self.dict.clone()));
        if let Some(class) = self.class.get() {
            visit(&Value::Class(class));
        }
    }

    /// Functions may live on with the dictionary: if it is garbage too, it is cleared on its own.
    fn clear(&self) {
        self.class.set(None);
    }

    fn repr(&self, vm: &Vm, _this: &Value) -> Res<Option<String>> {
        let names = &vm.names;
        let name = match self.dict.get_name(&names.__name__) {
            Some(name) => vm.repr(&name)?,
            None => "'?'".to_owned(),
        };
        let given = |name: &Name| self.dict.get_name(name).filter(|value| !value.is_none());
        if let Some(file) = self.dict.get_name(&names.__file__) {
            return Ok(Some(format!("<module {name} from {}>", vm.repr(&file)?)));
        }
        if vm.is_built_in_module(&self.dict) {
            return Ok(Some(format!("<module {name} (built-in)>")));
        }
        let has_spec = given(&names.__spec__).is_some();
        let loader = given(&names.__loader__);
        let path = match &loader {
            Some(loader) if vm.class_of(loader).name() == "NamespaceLoader" => {
                vm.get_attribute_opt(loader, &vm.name("_path"))?
            }
            _ => None,
        };
        Ok(Some(match (given(&names.__path__).or(path), loader) {
            (Some(path), _) if has_spec => {
                format!("<module {name} (namespace) from {}>", vm.repr(&path)?)
            }
            (_, Some(loader)) => format!("<module {name} ({})>", vm.repr(&loader)?),
            _ => format!("<module {name}>"),
        }))
    }

    fn attributes(&self, _create: bool) -> Option<Ref<Dict>> {
        Some(self.dict.clone())
    }

    /// Only by the subclass that a script has put it into.
    fn is_callable(&self) -> bool {
        self.class.get().is_some()
    }

    fn call(&self, vm: &Vm, this: &Value, args: Args<'_>) -> Res {
        let call = self.class(vm).lookup(vm, &vm.names.__call__);
        match call {
            Some(call) => vm.call_bound(&call, this, args),
            None => {
                Err(vm.type_error(&format!("'{}' object is not callable", vm.class_name(this))))
            }
        }
    }

    /// Names that the module's own `__getattr__` makes.
    fn get_attribute(&self, vm: &Vm, _this: &Value, name: &Name) -> Res<Option<Value>> {
        if let Some(own) = self.dict.get_name(name) {
            return Ok(Some(own));
        }
        let hook = self.dict.get_name(&vm.names.__getattr__);
        match hook {
            Some(hook) if vm.class_of_module_lacks(name) => {
                vm.call_with(&hook, &[Value::Str(name.clone())]).map(Some)
            }
            _ => Ok(None),
        }
    }
}

impl Vm {
    /// Whether modules have no attribute `name` by their class.
    fn class_of_module_lacks(&self, name: &Name) -> bool {
        self.types.module.lookup(self, name).is_none()
    }
}
