"""Patches: what puts mocks in the place of other objects for a while. A part of unittest.mock, whose name its classes bear."""
__name__ = "unittest.mock"

import asyncio
import sys
from unittest.mock import (
    DEFAULT, AsyncMock, MagicMock, NonCallableMagicMock, NonCallableMock, _is_async_function, _is_called, _refuse_typos,
    create_autospec,
)


def _import(target):
    parts = target.split(".")
    path = parts[0]
    found = __import__(path)
    for part in parts[1:]:
        path += "." + part
        try:
            found = getattr(found, part)
        except AttributeError:
            __import__(path)
            found = getattr(found, part)
    return found


_started = []


class _Startable:
    """What changes something between start() and stop(), or in a with statement."""

    def start(self):
        """Begin, until stop()."""
        given = self.__enter__()
        _started.append(self)
        return given

    def stop(self):
        """End what start() began."""
        if self in _started:
            _started.remove(self)
            return self.__exit__(None, None, None)
        return None


class _patch(_Startable):
    """Puts something in the place of an attribute for a while."""

    attribute_name = None

    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs):
        if new_callable is not None:
            if new is not DEFAULT:
                raise ValueError("Cannot use 'new' and 'new_callable' together")
            if autospec is not None:
                raise ValueError("Cannot use 'autospec' and 'new_callable' together")
        self.getter, self.attribute, self.create = getter, attribute, create
        self.new, self.new_callable, self.kwargs = new, new_callable, kwargs
        self.spec, self.spec_set, self.autospec = spec, spec_set, autospec
        self.additional_patchers = []

    def copy(self):
        made = _patch(
            self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set, self.autospec,
            self.new_callable, self.kwargs)
        made.attribute_name = self.attribute_name
        made.additional_patchers = [one.copy() for one in self.additional_patchers]
        return made

    def __call__(self, func):
        if isinstance(func, type):
            for name in dir(func):
                if name.startswith(patch.TEST_PREFIX) and hasattr(getattr(func, name), "__call__"):
                    setattr(func, name, self.copy()(getattr(func, name)))
            return func
        if hasattr(func, "patchings"):
            func.patchings.append(self)
            return func
        if asyncio.iscoroutinefunction(func):
            async def patched(*args, **kwargs):
                with _Patchings(patched.patchings) as (more, named):
                    return await func(*args, *more, **{**kwargs, **named})
        else:
            def patched(*args, **kwargs):
                with _Patchings(patched.patchings) as (more, named):
                    return func(*args, *more, **{**kwargs, **named})
        for name in ("__module__", "__name__", "__qualname__", "__doc__"):
            setattr(patched, name, getattr(func, name, None))
        patched.__dict__.update(getattr(func, "__dict__", {}))
        patched.__wrapped__ = func
        patched.patchings = [self]
        return patched

    def get_original(self):
        target = self.getter()
        name = self.attribute
        original, local = DEFAULT, False
        try:
            original = target.__dict__[name]
            local = True
        except (AttributeError, KeyError):
            original = getattr(target, name, DEFAULT)
        import builtins
        if name in dir(builtins) and type(target) is type(sys):
            self.create = True
        if not self.create and original is DEFAULT:
            raise AttributeError(f"{target} does not have the attribute {name!r}")
        return original, local

    def __enter__(self):
        self.target = self.getter()
        original, local = self.get_original()
        new, spec, spec_set, autospec = self.new, self.spec, self.spec_set, self.autospec
        if spec is False:
            spec = None
        if spec_set is False:
            spec_set = None
        if autospec is False:
            autospec = None
        if spec is not None and autospec is not None:
            raise TypeError("Can't specify spec and autospec")
        if (spec is not None or autospec is not None) and spec_set not in (True, None):
            raise TypeError("Can't provide explicit spec_set *and* spec or autospec")
        if new is DEFAULT and autospec is None:
            if spec is True:
                spec = original
                if spec_set is True:
                    spec_set, spec = original, None
            elif spec_set is True:
                spec_set = original
            shape = spec if spec is not None else spec_set
            kind = MagicMock
            options = {}
            if shape is not None:
                if original is DEFAULT:
                    raise TypeError("Can't use 'spec' with create=True")
                options["spec_set" if spec_set is not None else "spec"] = shape
                if _is_async_function(shape):
                    kind = AsyncMock
                elif "__call__" not in shape if type(shape) in (list, tuple) else not callable(shape):
                    kind = NonCallableMagicMock
            elif _is_async_function(original):
                kind = AsyncMock
            if self.new_callable is not None:
                kind = self.new_callable
            if isinstance(kind, type) and issubclass(kind, NonCallableMock) and self.attribute:
                options["name"] = self.attribute
            options.update(self.kwargs)
            new = kind(**options)
            if isinstance(original, type) and shape is not None and isinstance(new, NonCallableMock):
                # The place of a class is taken, so what it gives is an instance.
                is_called = _is_called(shape) if isinstance(shape, type) else callable(shape)
                if type(shape) not in (list, tuple) and not is_called:
                    kind = NonCallableMagicMock
                more = {key: value for key, value in options.items() if key != "name"}
                new.return_value = kind(_new_parent=new, _new_name="()", **more)
        elif autospec is not None:
            if new is not DEFAULT:
                raise TypeError("autospec creates the mock for you. Can't specify autospec and new.")
            if original is DEFAULT:
                raise TypeError("Can't use 'autospec' with create=True")
            if autospec is True:
                autospec = original
            new = create_autospec(autospec, spec_set=bool(spec_set), _name=self.attribute, **self.kwargs)
        elif self.kwargs:
            raise TypeError("Can't pass kwargs to a mock we aren't creating")
        self.temp_original = original
        self.is_local = local
        self._entered = []
        setattr(self.target, self.attribute, new)
        try:
            if self.attribute_name is not None:
                extra = {}
                if self.new is DEFAULT:
                    extra[self.attribute_name] = new
                for patching in self.additional_patchers:
                    made = patching.__enter__()
                    self._entered.append(patching)
                    if patching.new is DEFAULT:
                        extra.update(made)
                return extra
            return new
        except BaseException:
            self.__exit__(*sys.exc_info())
            raise

    def __exit__(self, *exc_info):
        for patching in reversed(self._entered):
            patching.__exit__(*exc_info)
        if self.is_local and self.temp_original is not DEFAULT:
            setattr(self.target, self.attribute, self.temp_original)
        else:
            delattr(self.target, self.attribute)
            if not self.create and not hasattr(self.target, self.attribute):
                setattr(self.target, self.attribute, self.temp_original)
        del self.temp_original, self.is_local, self.target
        return False


class _Patchings:
    """All patches of a decorated function: what they add to its arguments."""

    def __init__(self, patchings):
        self.patchings = patchings
        self.entered = []

    def __enter__(self):
        more, named = [], {}
        try:
            for patching in self.patchings:
                made = patching.__enter__()
                self.entered.append(patching)
                if patching.attribute_name is not None:
                    named.update(made)
                elif patching.new is DEFAULT:
                    more.append(made)
        except BaseException:
            self.__exit__(*sys.exc_info())
            raise
        return more, named

    def __exit__(self, *exc_info):
        for patching in reversed(self.entered):
            patching.__exit__(*exc_info)


def _split_target(target):
    try:
        target, attribute = target.rsplit(".", 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(f"Need a valid target to patch. You supplied: {target!r}")
    return (lambda: _import(target)), attribute


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *,
          unsafe=False, **kwargs):
    """Put something in the place of what a dotted name means: as a decorator or in a with statement."""
    _refuse_typos(unsafe, kwargs)
    getter, attribute = _split_target(target)
    return _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None,
                  new_callable=None, *, unsafe=False, **kwargs):
    """Put something in the place of an object's attribute."""
    if type(target) is str:
        raise TypeError(f"{target!r} must be the actual object to be patched, not a str")
    _refuse_typos(unsafe, kwargs)
    return _patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    """Put something in the place of several attributes."""
    getter = (lambda: _import(target)) if type(target) is str else (lambda: target)
    if not kwargs:
        raise ValueError("Must supply at least one keyword argument with patch.multiple")
    made = []
    for attribute, new in kwargs.items():
        one = _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, {})
        one.attribute_name = attribute
        made.append(one)
    made[0].additional_patchers = made[1:]
    return made[0]


def _update(target, values):
    """Put items into what has items, though it may not have all methods of a dictionary."""
    try:
        target.update(values)
    except AttributeError:
        for key in values:
            target[key] = values[key]


class _patch_dict(_Startable):
    """Changes a dictionary for a while."""

    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict, self.clear, self._original = in_dict, clear, None
        self.values = dict(values) | kwargs

    def __call__(self, f):
        if isinstance(f, type):
            for name in dir(f):
                if name.startswith(patch.TEST_PREFIX) and callable(getattr(f, name)):
                    made = _patch_dict(self.in_dict, self.values, self.clear)
                    setattr(f, name, made(getattr(f, name)))
            return f
        if asyncio.iscoroutinefunction(f):
            async def inner(*args, **kwargs):
                with self:
                    return await f(*args, **kwargs)
        else:
            def inner(*args, **kwargs):
                with self:
                    return f(*args, **kwargs)
        for name in ("__module__", "__name__", "__qualname__", "__doc__"):
            setattr(inner, name, getattr(f, name, None))
        inner.__wrapped__ = f
        return inner

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _import(self.in_dict)
        target = self.in_dict
        try:
            self._original = target.copy()
        except AttributeError:
            self._original = {key: target[key] for key in target}
        if self.clear:
            self._empty()
        _update(target, self.values)
        return target

    def _empty(self):
        for key in list(self.in_dict):
            del self.in_dict[key]

    def __exit__(self, *args):
        if self._original is not None:
            self._empty()
            _update(self.in_dict, self._original)
            self._original = None
        return False


def _stop_all():
    """End everything that start() began."""
    for one in reversed(_started[:]):
        one.stop()


patch.object = _patch_object
patch.dict = _patch_dict
patch.multiple = _patch_multiple
patch.stopall = _stop_all
patch.TEST_PREFIX = "test"
