# Attributes that an instance has from its class, at one place in the program while things change.
class Plain:
    level = 1

    def method(self):
        return ('method', self.level)

    @property
    def prop(self):
        return ('prop', self.level)


def read(thing):
    return thing.level


def read_method(thing):
    return thing.method


def read_prop(thing):
    return thing.prop


p, q = Plain(), Plain()
print(read(p), read(p), read(q))  # expect: 1 1 1
p.level = 2
print(read(p), read(q))  # expect: 2 1
Plain.level = 3
print(read(p), read(q))  # expect: 2 3
del p.level
print(read(p), read(q))  # expect: 3 3
print(read_method(p)(), read_method(p)())  # expect: ('method', 3) ('method', 3)
q.method = 'own'
print(read_method(q), read_method(p)())  # expect: own ('method', 3)
print(read_prop(p), read_prop(p))  # expect: ('prop', 3) ('prop', 3)
q.__dict__['prop'] = 'own'
print(read_prop(q))  # expect: ('prop', 3)
Plain.prop = 'now plain'
print(read_prop(q), read_prop(p))  # expect: own now plain
del Plain.prop
try:
    read_prop(p)
except AttributeError as error:
    print(error)  # expect: 'Plain' object has no attribute 'prop'


class Asked(Plain):
    def __getattr__(self, name):
        return 'asked ' + name

    @property
    def prop(self):
        raise AttributeError('hidden')


a = Asked()
print(read(a), read_prop(a), read_prop(a))  # expect: 3 asked prop asked prop


class OnlySets:
    def __set__(self, instance, value):
        instance.__dict__['field'] = value * 2


class Set:
    field = OnlySets()


def read_field(thing):
    return thing.field


s = Set()
print(type(read_field(s)).__name__, type(read_field(s)).__name__)  # expect: OnlySets OnlySets
s.field = 4
print(read_field(s))  # expect: 8


class Slotted:
    __slots__ = 'one',


def read_one(thing):
    return thing.one


t = Slotted()
for _ in range(2):
    try:
        read_one(t)
    except AttributeError as error:
        print(error)
    # expect: 'Slotted' object has no attribute 'one'
    # expect: 'Slotted' object has no attribute 'one'
t.one = 5
print(read_one(t), read_one(t))  # expect: 5 5


# The class does not keep what was taken from it alive.
class Dies:
    def __del__(self):
        print('gone')


class Holder:
    held = Dies()


def read_held(thing):
    return thing.held


h = Holder()
read_held(h), read_held(h)
Holder.held = None
print(read_held(h))
# expect: gone
# expect: None


# Functions and modules keep theirs in a dictionary.
def function():
    function.calls += 1
    return function.calls


function.calls = 0
print(function(), function(), function.calls)  # expect: 1 2 2
del function.calls
try:
    function()
except AttributeError as error:
    print(error)  # expect: 'function' object has no attribute 'calls'
import types

module = types.ModuleType('made')


def read_module():
    return module.name


module.name = 1
print(read_module(), read_module())  # expect: 1 1
module.other = 2
module.name = 3
print(read_module())  # expect: 3
del module.name
module.__getattr__ = lambda name: 'made ' + name
print(read_module())  # expect: made name
