"""Objects that take the place of others in tests, and tell what was done with them."""

import asyncio
import types
from _mock_calls import ANY, DEFAULT, _Call, _CallList, _deleted, _is_exception, _missing, _show_call, call, sentinel

__all__ = [
    "Mock", "MagicMock", "patch", "sentinel", "DEFAULT", "ANY", "call", "create_autospec", "AsyncMock", "FILTER_DIR",
    "NonCallableMock", "NonCallableMagicMock", "mock_open", "PropertyMock", "seal", "ThreadingMock",
]

FILTER_DIR = True


class InvalidSpecError(Exception):
    """A mock was given as a spec."""


def _iterated(effect):
    """A side effect as it is used: what is neither called nor raised is gone through."""
    if effect is None or _is_exception(effect) or callable(effect):
        return effect
    try:
        return iter(effect)
    except TypeError:
        return effect


def _is_async_function(value):
    value = getattr(value, "__func__", value) if isinstance(value, (staticmethod, classmethod)) else value
    if hasattr(value, "__code__"):
        return asyncio.iscoroutinefunction(value)
    return False


_MAGICS = {
    "__hash__", "__str__", "__sizeof__", "__lt__", "__gt__", "__le__", "__ge__", "__eq__", "__ne__", "__int__",
    "__contains__", "__len__", "__enter__", "__exit__", "__divmod__", "__rdivmod__", "__neg__", "__pos__", "__abs__",
    "__invert__", "__complex__", "__float__", "__bool__", "__index__", "__ceil__", "__floor__", "__trunc__",
    "__round__", "__iter__", "__getitem__", "__setitem__", "__delitem__", "__aenter__", "__aexit__", "__aiter__",
    "__anext__", "__fspath__", "__next__",
} | {
    f"__{prefix}{name}__" for prefix in ("", "i", "r")
    for name in ("add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "lshift", "rshift", "and", "xor", "or", "pow")
}
_EXTRA_MAGICS = {
    "__get__", "__set__", "__delete__", "__reversed__", "__missing__", "__reduce__", "__reduce_ex__",
    "__getinitargs__", "__getnewargs__", "__getstate__", "__setstate__", "__getformat__", "__repr__", "__dir__",
    "__subclasses__", "__format__", "__getnewargs_ex__", "__call__", "__await__", "__instancecheck__",
}
_ALL_MAGICS = _MAGICS | _EXTRA_MAGICS
_RETURNS = {
    "__int__": 1, "__contains__": False, "__len__": 0, "__exit__": False, "__complex__": 1j, "__float__": 1.0,
    "__bool__": True, "__index__": 1, "__aexit__": False,
}
_DEFAULT_COMPARISONS = {"__lt__", "__gt__", "__le__", "__ge__"}
_REFUSED = {"__getattr__", "__setattr__", "__init__", "__new__", "__prepare__", "__instancecheck__", "__subclasscheck__",
            "__del__"}
_ASYNC_MAGICS = {"__aenter__", "__aexit__", "__anext__"}


class _MagicProxy:
    """Makes the mock of a special method when it is first asked for."""

    def __init__(self, name, parent):
        self.name = name
        self.parent = parent

    def create_mock(self):
        parent = self.parent
        made = parent._get_child_mock(name=self.name, _new_name=self.name, _new_parent=parent)
        setattr(parent, self.name, made)
        _set_return_value(parent, made, self.name)
        return made

    def __get__(self, obj, _type=None):
        return self.create_mock()


def _set_return_value(mock, method, name):
    if name in _RETURNS:
        method.return_value = _RETURNS[name]
    elif name in _DEFAULT_COMPARISONS:
        method.return_value = NotImplemented
    elif name == "__hash__":
        method.return_value = object.__hash__(mock)
    elif name == "__str__":
        method.return_value = object.__str__(mock)
    elif name == "__sizeof__":
        method.return_value = object.__sizeof__(mock)
    elif name == "__fspath__":
        parent = mock._extract_mock_name() if hasattr(mock, "_extract_mock_name") else "mock"
        method.return_value = f"{type(mock).__name__}/{parent}/{id(mock)}"
    elif name == "__eq__":
        def equal(other):
            value = mock.__eq__._mock_return_value
            if value is not DEFAULT:
                return value
            return True if mock is other else NotImplemented

        method.side_effect = equal
    elif name == "__ne__":
        def differ(other):
            if mock.__ne__._mock_return_value is not DEFAULT:
                return DEFAULT
            return False if mock is other else NotImplemented

        method.side_effect = differ
    elif name == "__iter__":
        def iterate():
            value = mock.__iter__._mock_return_value
            return iter([]) if value is DEFAULT else iter(value)

        method.side_effect = iterate
    elif name == "__aiter__":
        def iterate_async():
            value = mock.__aiter__._mock_return_value
            return _AsyncIterator(iter([]) if value is DEFAULT else iter(value))

        method.side_effect = iterate_async


class _AsyncIterator:
    def __init__(self, iterator):
        self.iterator = iterator

    def __aiter__(self):
        return self

    async def __anext__(self):
        try:
            return next(self.iterator)
        except StopIteration:
            raise StopAsyncIteration from None


def _static(spec, name):
    """An attribute as it is kept, so that no property is asked; the function behind a decorated one."""
    places = [getattr(spec, "__dict__", {})] if not isinstance(spec, type) else []
    places += [base.__dict__ for base in (spec if isinstance(spec, type) else type(spec)).__mro__]
    for place in places:
        if name in place:
            found = place[name]
            return getattr(found, "__wrapped__", getattr(found, "__func__", found))
    return None


def _signature_of_spec(spec, as_instance, eat_self):
    """The signature that calls of a mock with this spec have; None if nobody knows."""
    import inspect
    if isinstance(spec, type) and not as_instance:
        spec, eat_self = spec.__init__, True
    elif isinstance(spec, (classmethod, staticmethod)):
        eat_self = isinstance(spec, classmethod)
        spec = spec.__func__
    elif not isinstance(spec, (types.FunctionType, types.MethodType)):
        spec = getattr(spec, "__call__", None)
        eat_self = eat_self or as_instance and not inspect.ismethod(spec)
        if spec is None:
            return None
    if inspect.ismethod(spec):
        spec, eat_self = spec.__func__, True
    if not isinstance(spec, types.FunctionType):
        # Native functions are taken to know what they take.
        return None
    try:
        signature = inspect.signature(spec)
    except (TypeError, ValueError):
        return None
    if eat_self:
        parameters = list(signature.parameters.values())
        if parameters and parameters[0].kind not in (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD):
            signature = signature.replace(parameters=parameters[1:])
    return signature


_TYPOS = {"autospect", "auto_spec", "set_spec"}


def _refuse_typos(unsafe, kwargs):
    if not unsafe:
        for typo in _TYPOS & kwargs.keys():
            raise RuntimeError(f"{typo!r} might be a typo; use unsafe=True if this is intended")


_OWN = {"return_value", "side_effect", "_mock_return_value", "_mock_side_effect", "_mock_parent", "_mock_new_parent"}


class NonCallableMock:
    """A mock that is not called."""

    def __new__(cls, *args, **kwargs):
        # Every mock has a class of its own, since special methods are looked up there.
        bases = (cls,)
        spec = args[0] if args else kwargs.get("spec")
        spec = spec if spec is not None else kwargs.get("spec_set")
        if not issubclass(cls, _AsyncMixin) and spec is not None and _is_async_function(spec):
            bases = (_AsyncMixin, cls)
        own = type(cls.__name__, bases, {"__doc__": cls.__doc__, "__module__": cls.__module__})
        return object.__new__(own)

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name="",
                 _new_parent=None, _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs):
        self.__dict__.update(
            _mock_parent=parent, _mock_new_parent=parent if _new_parent is None else _new_parent, _mock_name=name,
            _mock_new_name=_new_name, _mock_wraps=wraps, _mock_unsafe=unsafe, _mock_sealed=False, _mock_delegate=None,
            _mock_children={}, _mock_called=False, _mock_call_args=None, _mock_call_count=0,
            _mock_call_args_list=_CallList(), _mock_mock_calls=_CallList(), method_calls=_CallList(),
            _mock_return_value=DEFAULT, _mock_side_effect=None, _spec_signature=None)
        if spec_set is not None:
            spec = spec_set
        if _eat_self is None:
            _eat_self = parent is not None
        self._mock_add_spec(spec, spec_set is not None, _spec_as_instance, _eat_self)
        if kwargs:
            self.configure_mock(**kwargs)

    def attach_mock(self, mock, attribute):
        """Let a mock become an attribute of this one, so that its calls are told here too."""
        inner = _behind(mock)
        if inner is None:
            raise AssertionError(f"{mock} is not a mock")
        own = inner.__dict__
        own["_mock_parent"] = own["_mock_new_parent"] = None
        own["_mock_name"] = ""
        own["_mock_new_name"] = None
        setattr(self, attribute, mock)

    def mock_add_spec(self, spec, spec_set=False):
        """Let the mock have only what the spec has."""
        self._mock_add_spec(spec, spec_set)

    def _mock_add_spec(self, spec, spec_set, as_instance=False, eat_self=False):
        if isinstance(spec, NonCallableMock):
            raise InvalidSpecError(f"Cannot spec a Mock object. [object={spec!r}]")
        own = self.__dict__
        own["_spec_class"] = None
        own["_spec_set"] = spec_set
        own["_spec_asyncs"] = []
        names = spec
        if spec is not None and type(spec) not in (list, tuple):
            own["_spec_class"] = spec if isinstance(spec, type) else type(spec)
            own["_spec_signature"] = _signature_of_spec(spec, as_instance, eat_self)
            names = dir(spec)
            for name in names:
                if _is_async_function(_static(spec, name)):
                    own["_spec_asyncs"].append(name)
            for base in getattr(own["_spec_class"], "__mro__", ()):
                names = list(names) + list(getattr(base, "__annotations__", ()))
        own["_mock_methods"] = names

    @property
    def return_value(self):
        if self._mock_delegate is not None:
            return self._mock_delegate.return_value
        found = self._mock_return_value
        if found is DEFAULT and self._mock_wraps is None:
            found = self._get_child_mock(_new_parent=self, _new_name="()")
            self.return_value = found
        return found

    @return_value.setter
    def return_value(self, value):
        if self._mock_delegate is not None:
            self._mock_delegate.return_value = value
            return
        self.__dict__["_mock_return_value"] = value
        _adopt(self, value, None, "()")

    @property
    def __class__(self):
        return type(self) if self._spec_class is None else self._spec_class

    def _told(name):
        full = "_mock_" + name

        # A function in the mock's place has what is told.
        def get(self):
            delegate = self.__dict__["_mock_delegate"]
            return self.__dict__[full] if delegate is None else getattr(delegate, name)

        def set(self, value):
            delegate = self.__dict__["_mock_delegate"]
            if delegate is None:
                self.__dict__[full] = value
            else:
                setattr(delegate, name, value)

        return property(get, set)

    called = _told("called")
    call_count = _told("call_count")
    call_args = _told("call_args")
    call_args_list = _told("call_args_list")
    mock_calls = _told("mock_calls")
    del _told

    @property
    def side_effect(self):
        if self._mock_delegate is None:
            return self._mock_side_effect
        found = self._mock_delegate.side_effect
        if found is not None and not callable(found) and not _is_exception(found) and not hasattr(found, "__next__"):
            found = self._mock_delegate.side_effect = _iterated(found)
        return found

    @side_effect.setter
    def side_effect(self, value):
        value = _iterated(value)
        if self._mock_delegate is None:
            self.__dict__["_mock_side_effect"] = value
        else:
            self._mock_delegate.side_effect = value

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        """Forget all calls."""
        visited = [] if visited is None else visited
        mark = id(self)
        if mark in visited:
            return
        visited.append(mark)
        self.called, self.call_args, self.call_count = False, None, 0
        self.mock_calls, self.call_args_list = _CallList(), _CallList()
        self.__dict__["method_calls"] = _CallList()
        if return_value:
            self.__dict__["_mock_return_value"] = DEFAULT
        if side_effect:
            self.__dict__["_mock_side_effect"] = None
        for child in self._mock_children.values():
            if isinstance(child, NonCallableMock) and child is not self:
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)
        found = self._mock_return_value
        if isinstance(found, NonCallableMock) and found is not self:
            found.reset_mock(visited)

    def configure_mock(self, /, **kwargs):
        """Set attributes, those of attributes too: 'method.return_value'."""
        for name, value in sorted(kwargs.items(), key=lambda item: item[0].count(".")):
            *path, last = name.split(".")
            found = self
            for part in path:
                found = getattr(found, part)
            setattr(found, last, value)

    def __getattr__(self, name):
        own = object.__getattribute__(self, "__dict__")
        if name in ("_mock_methods", "_mock_children") or "_mock_children" not in own:
            raise AttributeError(name)
        methods = own["_mock_methods"]
        if methods is not None:
            if name not in methods or name in _ALL_MAGICS:
                raise AttributeError(f"Mock object has no attribute {name!r}")
        elif name[:2] == "__" and name[-2:] == "__":
            raise AttributeError(name)
        if not own["_mock_unsafe"] and (methods is None or name not in methods):
            if name.startswith(("assert", "assret", "asert", "aseert", "assrt")) or name in (
                    "called_once", "called_once_with", "called_with", "has_calls", "not_called", "called_any"):
                raise AttributeError(
                    f"{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant to be an "
                    "attribute.")
        found = own["_mock_children"].get(name, _missing)
        if found is _deleted:
            raise AttributeError(name)
        if isinstance(found, _Later):
            found = own["_mock_children"][name] = found.make()
        if found is _missing:
            wraps = own["_mock_wraps"]
            if wraps is not None:
                wraps = getattr(wraps, name)
            found = self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name, _new_parent=self)
            own["_mock_children"][name] = found
        return found

    def _extract_mock_name(self):
        names = [self._mock_new_name]
        parent = self._mock_new_parent
        last = self
        dot = "" if names == ["()"] else "."
        while parent is not None:
            last = parent
            names.append(parent._mock_new_name + dot)
            dot = "" if parent._mock_new_name == "()" else "."
            parent = parent._mock_new_parent
        names = names[::-1]
        first = last._mock_name or "mock"
        if len(names) > 1 and names[1] not in ("()", "()."):
            first += "."
        names[0] = first
        return "".join(names)

    def __repr__(self):
        name = self._extract_mock_name()
        shown = "" if name in ("mock", "mock.") else f" name={name!r}"
        spec = ""
        if self._spec_class is not None:
            spec = f" {'spec_set' if self._spec_set else 'spec'}={self._spec_class.__name__!r}"
        return f"<{type(self).__name__}{shown}{spec} id='{id(self)}'>"

    def __dir__(self):
        children = [name for name, child in self._mock_children.items() if child is not _deleted]
        if not FILTER_DIR:
            return object.__dir__(self)
        own = [name for name in dir(type(self)) if not name.startswith("_")]
        own += [name for name, value in vars(type(self)).items()
                if name in _ALL_MAGICS and not isinstance(value, _MagicProxy) and name != "__call__"]
        own += [name for name in self.__dict__ if not name.startswith("_") or name in _ALL_MAGICS]
        return sorted(set(list(self._mock_methods or ()) + own + children))

    def __setattr__(self, name, value):
        if name == "__class__":
            self.__dict__["_spec_class"] = value
            return
        # The class is not asked for the attribute: that would make the mock of a special method.
        if name in _OWN or any(isinstance(base.__dict__.get(name), property) for base in type(self).__mro__):
            object.__setattr__(self, name, value)
            return
        if self._spec_set and self._mock_methods is not None and name not in self._mock_methods and (
                name not in self.__dict__):
            raise AttributeError(f"Mock object has no attribute '{name}'")
        if name in _REFUSED:
            raise AttributeError(f"Attempting to set unsupported magic method {name!r}.")
        if name in _ALL_MAGICS:
            if self._mock_methods is not None and name not in self._mock_methods:
                raise AttributeError(f"Mock object has no attribute '{name}'")
            if isinstance(value, NonCallableMock):
                _adopt(self, value, None, name)
                setattr(type(self), name, value)
                self._mock_children[name] = value
            else:
                def special(mock, /, *args, **kwargs):
                    return value(mock, *args, **kwargs)

                setattr(type(self), name, special if callable(value) else value)
            return
        if self._mock_sealed and not hasattr(self, name):
            raise AttributeError(f"Cannot set {self._extract_mock_name()}.{name}")
        if _adopt(self, value, name, name):
            self._mock_children[name] = value
        elif self._mock_children.get(name) is not None:
            self._mock_children.pop(name)
        if self._mock_children.get(name, _missing) is not value:
            object.__setattr__(self, name, value)

    def __delattr__(self, name):
        if name in _ALL_MAGICS and name in type(self).__dict__:
            delattr(type(self), name)
            return
        child = self._mock_children.get(name, _missing)
        if name in self.__dict__:
            object.__delattr__(self, name)
        elif child is _deleted:
            raise AttributeError(name)
        self._mock_children.pop(name, None)
        self._mock_children[name] = _deleted

    def _get_child_mock(self, /, **kwargs):
        if self._mock_sealed:
            name = f"{self._extract_mock_name()}{'.' + kwargs['name'] if 'name' in kwargs else '()'}"
            raise AttributeError(name)
        name = kwargs.get("_new_name")
        if name in self.__dict__.get("_spec_asyncs", ()):
            return AsyncMock(**kwargs)
        kind = type(self).__mro__[1]
        if issubclass(kind, _AsyncMixin) and name in (self._mock_methods or ()) and name not in _ASYNC_MAGICS:
            return MagicMock(**kwargs)
        if issubclass(kind, (AsyncMock, _AsyncMixin)) or name in _ASYNC_MAGICS:
            if name in _ASYNC_MAGICS or issubclass(kind, AsyncMock) and name != "()":
                if name not in _MAGICS or name in _ASYNC_MAGICS:
                    return AsyncMock(**kwargs)
            return MagicMock(**kwargs)
        if kind is NonCallableMagicMock:
            kind = MagicMock
        elif kind is NonCallableMock:
            kind = Mock
        return kind(**kwargs)

    def _calls_repr(self):
        if not self.mock_calls:
            return ""
        return f"\nCalls: {self.mock_calls!r}."

    def _mock_name_or(self):
        return self._mock_name or "mock"

    def _show(self, args, kwargs):
        return _show_call(self._mock_name_or(), args, kwargs)

    def assert_not_called(self):
        """Check that there was no call."""
        if self.call_count:
            raise AssertionError(
                f"Expected '{self._mock_name_or()}' to not have been called. Called {self.call_count} times."
                f"{self._calls_repr()}")

    def assert_called(self):
        """Check that there was a call."""
        if not self.call_count:
            raise AssertionError(f"Expected '{self._mock_name_or()}' to have been called.")

    def assert_called_once(self):
        """Check that there was one call."""
        if self.call_count != 1:
            raise AssertionError(
                f"Expected '{self._mock_name_or()}' to have been called once. Called {self.call_count} times."
                f"{self._calls_repr()}")

    def assert_called_with(self, /, *args, **kwargs):
        """Check the last call."""
        if self.call_args is None:
            raise AssertionError(
                f"expected call not found.\nExpected: {self._show(args, kwargs)}\n  Actual: not called.")
        expected = self._matched(_Call((args, kwargs), two=True))
        # What was called is asked: then what is expected, ANY among it, stands on the left of each comparison.
        if self._matched(self.call_args) != expected:
            raise AssertionError(
                f"expected call not found.\nExpected: {self._show(args, kwargs)}\n  Actual: "
                f"{self._show(*self.call_args)}") from (expected if isinstance(expected, Exception) else None)

    def assert_called_once_with(self, /, *args, **kwargs):
        """Check that there was one call, and it."""
        if self.call_count != 1:
            raise AssertionError(
                f"Expected '{self._mock_name_or()}' to be called once. Called {self.call_count} times."
                f"{self._calls_repr()}")
        return self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        """Check that there was such a call."""
        expected = self._matched(_Call((args, kwargs), two=True))
        found = isinstance(expected, Exception) or [self._matched(one) for one in self.call_args_list]
        if found is True or not any(one == expected for one in found):
            cause = expected if isinstance(expected, Exception) else None
            raise AssertionError(f"{self._show(args, kwargs)} call not found") from cause

    def assert_has_calls(self, calls, any_order=False):
        """Check that there were such calls, in a row unless any order will do."""
        calls = list(calls)
        expected = [self._matched(one) for one in calls]
        cause = next((one for one in expected if isinstance(one, Exception)), None)
        told = self.mock_calls
        left = _CallList(self._matched(one) for one in told)
        if not any_order:
            if expected not in left:
                problem = "Calls not found." if cause is None else (
                    "Error processing expected calls.\n"
                    f"Errors: {[one if isinstance(one, Exception) else None for one in expected]}")
                raise AssertionError(f"{problem}\nExpected: {_CallList(calls)}\n  Actual: {told!r}") from cause
            return
        left = list(left)
        missing = []
        for one in expected:
            try:
                left.remove(one)
            except ValueError:
                missing.append(one)
        if missing:
            raise AssertionError(
                f"{self._mock_name_or()!r} does not contain all of {tuple(missing)!r} in its call list, found "
                f"{told!r} instead") from cause

    def _matched(self, told):
        """A call as the signature has it, so that names and places are alike; the error if it does not fit."""
        if not isinstance(told, tuple) or len(told) < 2:
            return told
        name = told[0] if len(told) == 3 else ""
        signature = self._signature_below(name) if name else self._spec_signature
        if signature is None:
            return told
        args, kwargs = told[-2:]
        try:
            bound = signature.bind(*args, **kwargs)
        except TypeError as error:
            return error.with_traceback(None)
        return _Call((name, bound.args, bound.kwargs))

    def _signature_below(self, name):
        """The signature of an attribute's attribute, which a call's name leads to."""
        mock = self
        for part in name.replace("()", "").split("."):
            mock = mock._mock_children.get(part) if isinstance(mock, NonCallableMock) else None
        if not isinstance(mock, NonCallableMock):
            return getattr(getattr(mock, "mock", None), "_spec_signature", None)
        return mock._spec_signature


def _behind(value):
    """The mock itself, or the one behind a function in its place; None if there is none."""
    if isinstance(value, types.FunctionType):
        value = value.__dict__.get("mock")
    return value if isinstance(value, NonCallableMock) else None


def _adopt(parent, value, name, new_name):
    """Let a mock without a parent become the child of another."""
    value = _behind(value)
    if value is None:
        return False
    own = value.__dict__
    if own["_mock_name"] or own["_mock_new_name"] or own["_mock_parent"] is not None or (
            own["_mock_new_parent"] is not None):
        return False
    above = parent
    while above is not None:
        if above is value:
            return False
        above = above._mock_new_parent
    if new_name:
        own["_mock_new_parent"] = parent
        own["_mock_new_name"] = new_name
    if name:
        own["_mock_parent"] = parent
        own["_mock_name"] = name
    return True


class CallableMixin:
    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None,
                 parent=None, _spec_state=None, _new_name="", _new_parent=None, **kwargs):
        super().__init__(spec, wraps, name, spec_set, parent, _spec_state, _new_name, _new_parent, **kwargs)
        if return_value is not DEFAULT:
            self.return_value = return_value
        self.side_effect = side_effect

    def __call__(self, /, *args, **kwargs):
        self._mock_tell(args, kwargs)
        return self._mock_answer(args, kwargs)

    def _mock_tell(self, args, kwargs):
        self.called = True
        self.call_count += 1
        told = _Call((args, kwargs), two=True)
        self.call_args = told
        self.call_args_list.append(told)
        self.mock_calls.append(_Call(("", args, kwargs)))
        method_name = self._mock_name
        is_method = self._mock_parent is not None
        name = self._mock_new_name
        is_call = name == "()"
        parent = self._mock_new_parent
        while parent is not None:
            if is_method:
                parent.__dict__["method_calls"].append(_Call((method_name, args, kwargs)))
                is_method = parent._mock_parent is not None
                if is_method:
                    method_name = f"{parent._mock_name}.{method_name}"
            parent.mock_calls.append(_Call((name, args, kwargs)))
            if parent._mock_new_name:
                dot = "" if is_call else "."
                is_call = parent._mock_new_name == "()"
                name = parent._mock_new_name + dot + name
            parent = parent._mock_new_parent

    def _mock_effect(self, args, kwargs):
        """What the side effect gives; DEFAULT if there is none."""
        effect = self.side_effect
        if effect is None:
            return DEFAULT
        failing = _is_exception(effect)
        if callable(effect) and not failing:
            return effect(*args, **kwargs)
        result = effect if failing else next(effect)
        if _is_exception(result):
            raise result
        return result

    def _mock_answer(self, args, kwargs):
        result = self._mock_effect(args, kwargs)
        if result is not DEFAULT:
            return result
        delegate = self._mock_delegate
        if delegate is not None and delegate.return_value is not DEFAULT:
            return delegate.return_value
        if self._mock_return_value is DEFAULT and self._mock_wraps is not None:
            return self._mock_wraps(*args, **kwargs)
        return self.return_value


class Mock(CallableMixin, NonCallableMock):
    """A mock: any attribute is a mock, calls are told."""


class _MagicMixin:
    def __init__(self, /, *args, **kwargs):
        self._mock_set_magics(_spec_of(args, kwargs))
        super().__init__(*args, **kwargs)
        self._mock_set_magics(self._mock_methods)

    def _mock_set_magics(self, methods):
        kind = type(self)
        for name in _MAGICS:
            has = methods is None or name in methods
            own = kind.__dict__.get(name)
            if has and own is None:
                setattr(kind, name, _MagicProxy(name, self))
            elif not has and own is not None:
                delattr(kind, name)

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_add_spec(spec, spec_set)
        self._mock_set_magics(self._mock_methods)

    def reset_mock(self, /, *args, return_value=False, **kwargs):
        """Forget all calls; what special methods give stays."""
        if self._mock_name in _ALL_MAGICS:
            return_value = False
        super().reset_mock(*args, return_value=return_value, **kwargs)


def _spec_of(args, kwargs):
    spec = args[0] if args else kwargs.get("spec")
    spec = spec if spec is not None else kwargs.get("spec_set")
    if spec is None or type(spec) in (list, tuple):
        return spec
    return dir(spec)


class NonCallableMagicMock(_MagicMixin, NonCallableMock):
    """A mock with special methods that is not called."""


class MagicMock(_MagicMixin, Mock):
    """A mock with special methods."""


class _AsyncMixin:
    """What makes calls awaitable."""

    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        own = self.__dict__
        own["await_count"] = 0
        own["await_args"] = None
        own["await_args_list"] = _CallList()
        own["_is_coroutine"] = asyncio.coroutines._is_coroutine if hasattr(asyncio, "coroutines") else True

    async def _mock_awaited(self, args, kwargs):
        told = _Call((args, kwargs), two=True)
        _keep(self, "await_count", self.__dict__["await_count"] + 1)
        _keep(self, "await_args", told)
        self.__dict__["await_args_list"].append(told)
        effect = self.side_effect
        runs = callable(effect) and not _is_exception(effect)
        try:
            result = self._mock_effect(args, kwargs)
        except StopIteration:
            if runs or _is_exception(effect):
                raise
            raise StopAsyncIteration
        if runs and asyncio.iscoroutine(result):
            result = await result
        if result is not DEFAULT:
            return result
        if self._mock_return_value is DEFAULT and self._mock_wraps is not None:
            result = self._mock_wraps(*args, **kwargs)
            return await result if asyncio.iscoroutine(result) else result
        return self.return_value

    def __call__(self, /, *args, **kwargs):
        self._mock_tell(args, kwargs)
        return self._mock_awaited(args, kwargs)

    def reset_mock(self, /, *args, **kwargs):
        """Forget all calls and awaits."""
        super().reset_mock(*args, **kwargs)
        _keep(self, "await_count", 0)
        _keep(self, "await_args", None)
        _keep(self, "await_args_list", _CallList())

    def assert_awaited(self):
        """Check that there was an await."""
        if not self.await_count:
            raise AssertionError(f"Expected {self._mock_name_or()} to have been awaited.")

    def assert_awaited_once(self):
        """Check that there was one await."""
        if self.await_count != 1:
            raise AssertionError(
                f"Expected {self._mock_name_or()} to have been awaited once. Awaited {self.await_count} times.")

    def assert_awaited_with(self, /, *args, **kwargs):
        """Check the last await."""
        if self.await_args is None:
            raise AssertionError(f"Expected await: {self._show(args, kwargs)}\nNot awaited")
        expected = self._matched(_Call((args, kwargs), two=True))
        if self._matched(self.await_args) != expected:
            raise AssertionError(
                f"expected await not found.\nExpected: {self._show(args, kwargs)}\n  Actual: "
                f"{self._show(*self.await_args)}") from (expected if isinstance(expected, Exception) else None)

    def assert_awaited_once_with(self, /, *args, **kwargs):
        """Check that there was one await, and it."""
        if self.await_count != 1:
            raise AssertionError(
                f"Expected {self._mock_name_or()} to have been awaited once. Awaited {self.await_count} times.")
        return self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        """Check that there was such an await."""
        expected = self._matched(_Call((args, kwargs), two=True))
        found = isinstance(expected, Exception) or [self._matched(one) for one in self.await_args_list]
        if found is True or not any(one == expected for one in found):
            cause = expected if isinstance(expected, Exception) else None
            raise AssertionError(f"{self._show(args, kwargs)} await not found") from cause

    def assert_has_awaits(self, calls, any_order=False):
        """Check that there were such awaits."""
        calls = list(calls)
        expected = [self._matched(one) for one in calls]
        cause = next((one for one in expected if isinstance(one, Exception)), None)
        told = _CallList(self._matched(one) for one in self.await_args_list)
        if not any_order:
            if expected not in told:
                problem = "Awaits not found." if cause is None else (
                    "Error processing expected awaits.\n"
                    f"Errors: {[one if isinstance(one, Exception) else None for one in expected]}")
                raise AssertionError(
                    f"{problem}\nExpected: {_CallList(calls)}\nActual: {self.await_args_list}") from cause
            return
        told, missing = list(told), []
        for one in expected:
            try:
                told.remove(one)
            except ValueError:
                missing.append(one)
        if missing:
            raise AssertionError(f"{tuple(missing)!r} not all found in await list") from cause

    def assert_not_awaited(self):
        """Check that there was no await."""
        if self.await_count:
            raise AssertionError(
                f"Expected {self._mock_name_or()} to not have been awaited. Awaited {self.await_count} times.")


class AsyncMock(_AsyncMixin, _MagicMixin, Mock):
    """A mock whose calls are awaited."""

    await_count = property(lambda self: self.__dict__["await_count"], lambda self, value: _keep(self, "await_count", value))
    await_args = property(lambda self: self.__dict__["await_args"], lambda self, value: _keep(self, "await_args", value))
    await_args_list = property(
        lambda self: self.__dict__["await_args_list"], lambda self, value: _keep(self, "await_args_list", value))


def _keep(mock, name, value):
    mock.__dict__[name] = value
    if mock._mock_delegate is not None:
        setattr(mock._mock_delegate, name, value)


class ThreadingMock(MagicMock):
    """A mock whose calls another thread can wait for."""

    DEFAULT_TIMEOUT = None

    def __init__(self, /, *args, timeout=_missing, **kwargs):
        import threading
        super().__init__(*args, **kwargs)
        own = self.__dict__
        own["_mock_wait_timeout"] = self.DEFAULT_TIMEOUT if timeout is _missing else timeout
        own["_mock_condition"] = threading.Condition()
        own["_mock_finished"] = []

    def _get_child_mock(self, /, **kwargs):
        made = super()._get_child_mock(**kwargs)
        if isinstance(made, ThreadingMock):
            made.__dict__["_mock_wait_timeout"] = self.__dict__["_mock_wait_timeout"]
        return made

    def __call__(self, *args, **kwargs):
        result = super().__call__(*args, **kwargs)
        with self.__dict__["_mock_condition"]:
            self.__dict__["_mock_finished"].append(_Call((args, kwargs), two=True))
            self.__dict__["_mock_condition"].notify_all()
        return result

    def _wait_until(self, happened, timeout, text):
        if timeout is _missing:
            timeout = self.__dict__["_mock_wait_timeout"]
        with self.__dict__["_mock_condition"]:
            if not self.__dict__["_mock_condition"].wait_for(happened, timeout):
                raise AssertionError(text)

    def wait_until_called(self, *, timeout=_missing):
        """Wait until the mock has been called."""
        seconds = self.__dict__["_mock_wait_timeout"] if timeout is _missing else timeout
        name = self.__dict__["_mock_name"] or "mock"
        self._wait_until(lambda: self.__dict__["_mock_finished"], timeout, f"{name} was not called before timeout({seconds}).")

    def wait_until_any_call_with(self, *args, **kwargs):
        """Wait until the mock has been called with these arguments."""
        wanted = call(*args, **kwargs)
        self._wait_until(
            lambda: wanted in self.__dict__["_mock_finished"], _missing, f"{self._show(args, kwargs)} call not found")

    def reset_mock(self, /, *args, **kwargs):
        """Forget all calls."""
        super().reset_mock(*args, **kwargs)
        self.__dict__["_mock_finished"].clear()


class PropertyMock(Mock):
    """A mock that is a property."""

    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, value):
        self(value)


class _Later:
    """A child of a mock with a spec, which is made when somebody asks for it."""

    def __init__(self, spec, spec_set, parent, name):
        self._arguments = spec, spec_set, False, parent, name

    def make(self):
        """Make it."""
        return create_autospec(*self._arguments)


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, **kwargs):
    """A mock that has what the spec has, all the way down."""
    _refuse_typos(unsafe, kwargs)
    if type(spec) in (list, tuple):
        spec = type(spec)
    if isinstance(spec, NonCallableMock):
        raise InvalidSpecError(f"Cannot autospec a Mock object. [object={spec!r}]")
    is_type, is_async = isinstance(spec, type), _is_async_function(spec)
    _name = kwargs.pop("name", _name)
    options = {"spec_set" if spec_set else "spec": spec}
    if spec is None:
        options = {}
    if kwargs and instance:
        options["_spec_as_instance"] = True
    kind = MagicMock
    if hasattr(type(spec), "__set__") or hasattr(type(spec), "__delete__"):
        # What a property gives cannot be known.
        options = {}
    elif is_type and instance and not _is_called(spec) or not callable(getattr(spec, "__func__", spec)):
        kind = NonCallableMagicMock
    elif is_async:
        if instance:
            raise RuntimeError("Instance can not be True when create_autospec is mocking an async function")
        kind = AsyncMock
    new_name = _name or "" if _parent is not None else ""
    options.update(kwargs, unsafe=unsafe)
    made = kind(parent=_parent, _new_parent=_parent, _new_name=new_name, name=_name, **options)
    if not isinstance(spec, types.FunctionType):
        made.__dict__["_spec_signature"] = _signature_of_spec(spec, instance, False) if options else None
        if kind is not NonCallableMagicMock and options:
            _check_calls(made, made._spec_signature)
    else:
        made = _function_for(made, spec)
    if _parent is not None and not instance:
        _parent._mock_children[_name] = made
    wrapped = kwargs.get("wraps")
    if is_type and not instance and "return_value" not in kwargs:
        made.return_value = create_autospec(spec, spec_set, instance=True, _name="()", _parent=made)
    for name in dir(spec):
        if name in _ALL_MAGICS or isinstance(spec, types.FunctionType) and name in types.FunctionType.__dict__:
            continue
        try:
            original = getattr(spec, name)
        except AttributeError:
            continue
        inner = _behind(made)
        if not isinstance(original, (types.FunctionType, types.MethodType)):
            inner._mock_children[name] = _Later(original, spec_set, inner, name)
            continue
        skips = _is_method(spec, name, is_type)
        more = {} if wrapped is None or not hasattr(wrapped, name) else {"wraps": getattr(wrapped, name)}
        child_kind = AsyncMock if _is_async_function(original) else MagicMock
        child = child_kind(parent=inner, name=name, _new_name=name, _new_parent=inner, _eat_self=skips, **more,
                           **{"spec_set" if spec_set else "spec": original})
        inner._mock_children[name] = child
        _check_calls(child, child._spec_signature)
        if isinstance(made, types.FunctionType):
            setattr(made, name, child)
    return made


def _is_called(cls):
    """Whether instances of a class can be called."""
    return any("__call__" in base.__dict__ and base.__dict__["__call__"] is not None for base in cls.__mro__)


def _is_method(spec, name, is_type):
    """Whether an attribute takes the object first, which calls of the mock do not give."""
    if not isinstance(spec, type):
        if name in getattr(spec, "__dict__", {}):
            return False
        spec = type(spec)
    for base in spec.__mro__:
        found = base.__dict__.get(name, DEFAULT)
        if found is DEFAULT:
            continue
        return is_type and isinstance(found, (types.FunctionType, types.MethodType))
    return is_type


def _function_for(mock, spec):
    """A function in the place of a mock whose spec is one; what is told is told there."""
    import inspect
    signature = inspect.signature(spec)
    if _is_async_function(spec):
        async def function(*args, **kwargs):
            signature.bind(*args, **kwargs)
            return await mock(*args, **kwargs)
        told = "await_count await_args await_args_list".split()
        checks = "awaited awaited_once awaited_with awaited_once_with any_await has_awaits not_awaited".split()
    else:
        def function(*args, **kwargs):
            signature.bind(*args, **kwargs)
            return mock(*args, **kwargs)
        told, checks = [], []
    for name in ("__name__", "__qualname__", "__doc__", "__module__", "__defaults__", "__kwdefaults__"):
        try:
            setattr(function, name, getattr(spec, name))
        except AttributeError:
            pass
    if not spec.__name__.isidentifier():
        function.__name__ = "funcopy"
    function.mock = mock
    for name in ("called", "call_count", "call_args", "call_args_list", "mock_calls", "side_effect", *told):
        setattr(function, name, getattr(mock, name))
    function.method_calls = mock.__dict__["method_calls"]
    function.return_value = mock.return_value
    function._mock_children = mock._mock_children
    for name in ("called", "called_once", "called_with", "called_once_with", "any_call", "has_calls", "not_called", *checks):
        setattr(function, f"assert_{name}", getattr(mock, f"assert_{name}"))

    def reset_mock():
        function.method_calls = _CallList()
        mock.reset_mock()
        found = function.return_value
        if isinstance(found, NonCallableMock) and found is not mock:
            found.reset_mock()

    function.reset_mock = reset_mock
    function.__signature__ = signature
    mock.__dict__["_mock_delegate"] = function
    return function


def _check_calls(mock, signature):
    """Let calls of the mock be refused that the signature does not allow."""
    if signature is None:
        return
    kind = type(mock)
    plain = kind.__call__

    def checked(self, /, *args, **kwargs):
        signature.bind(*args, **kwargs)
        return plain(self, *args, **kwargs)

    kind.__call__ = checked
    kind.__signature__ = signature


def mock_open(mock=None, read_data=""):
    """A mock in the place of open()."""
    import io
    if mock is None:
        mock = MagicMock(name="open", spec=open)
    handle = MagicMock(spec=io.TextIOWrapper)
    handle.__enter__.return_value = handle
    state = [None]

    def fresh():
        state[0] = io.BytesIO(read_data) if isinstance(read_data, bytes) else io.StringIO(read_data)

    fresh()
    for name in ("write", "read", "readline", "readlines"):
        getattr(handle, name).return_value = None

    def reading(name):
        # What a test gives to return takes precedence over the data.
        def read(*args, **kwargs):
            given = getattr(handle, name).return_value
            return getattr(state[0], name)(*args, **kwargs) if given is None else given

        return read

    def lines():
        given = handle.readline.return_value
        while given is not None:
            yield given
        yield from state[0]

    def following():
        given = handle.readline.return_value
        return next(state[0]) if given is None else given

    def leave(*args):
        handle.close()

    for name in ("read", "readline", "readlines"):
        getattr(handle, name).side_effect = reading(name)
    handle.__iter__.side_effect = lines
    handle.__next__.side_effect = following
    handle.__exit__.side_effect = leave

    def reset(*args, **kwargs):
        fresh()
        return DEFAULT

    mock.side_effect = reset
    mock.return_value = handle
    return mock


def seal(mock):
    """Let the mock make no more attributes by itself."""
    mock.__dict__["_mock_sealed"] = True
    given = mock.__dict__["_mock_return_value"]
    if isinstance(given, NonCallableMock) and given._mock_new_parent is mock and not given._mock_sealed:
        seal(given)
    for name, child in list(mock._mock_children.items()):
        if isinstance(child, NonCallableMock) and child._mock_new_parent is mock:
            seal(child)


from _mock_patch import _patch, _patch_dict, patch
