# What is set by way of f_locals is set in the frame: one that runs, is suspended, or was left.
import sys


def runs(a):
    view = sys._getframe().f_locals
    view['a'] = 2
    print(a)  # expect: 2
    view['b'] = 3
    a += 1
    print(view['a'], view)  # expect: 3 {'a': 3, 'view': {...}, 'b': 3}
    try:
        print(b)
    except NameError as error:
        print(error)  # expect: name 'b' is not defined
    shared = 1

    def closure():
        return shared

    view['shared'] = 10
    print(closure(), shared)  # expect: 10 10
    view.update({'a': 'updated'})
    print(a, len(view) == len(list(view)))  # expect: updated True
    return sys._getframe()


frame = runs(1)
print(frame.f_locals['a'])  # expect: updated
frame.f_locals['a'] = 'later'
print(frame.f_locals['a'])  # expect: later


def caller():
    x = 1
    change()
    return x


def change():
    sys._getframe(1).f_locals['x'] = 'changed'


print(caller())  # expect: changed


def generator(x):
    yield x
    yield x


g = generator(1)
print(g.gi_frame is g.gi_frame, g.gi_frame.f_locals)  # expect: True {'x': 1}
print(next(g))  # expect: 1
g.gi_frame.f_locals['x'] = 2
print(next(g), g.gi_frame.f_locals)  # expect: 2 {'x': 2}
try:
    g.gi_frame.clear()
except RuntimeError as error:
    print(error)  # expect: cannot clear a suspended frame
print(next(g, 'end'), g.gi_frame)  # expect: end None


def view():
    a = 1
    v = sys._getframe().f_locals
    for action in (
        lambda: v['missing'],
        lambda: v.__delitem__('a'),
        lambda: hash(v),
        lambda: v.update([('a', 1)]),
        lambda: v.pop('a'),
        lambda: type(v)(),
        lambda: v | 1,
    ):
        try:
            action()
        except Exception as error:
            print(type(error).__name__, *error.args)
            # expect: KeyError local variable ''missing'' is not defined
            # expect: TypeError cannot remove variables from FrameLocalsProxy
            # expect: TypeError unhashable type: 'FrameLocalsProxy'
            # expect: TypeError update() argument must be dict or another FrameLocalsProxy
            # expect: AttributeError 'FrameLocalsProxy' object has no attribute 'pop'
            # expect: TypeError FrameLocalsProxy expected 1 argument, got 0
            # expect: TypeError unsupported operand type(s) for |: 'FrameLocalsProxy' and 'int'
    print(v.get('a'), v.get('q'), v.get('q', 5), v.setdefault('a', 9), v.setdefault('new', 9))  # expect: 1 None 5 1 9
    print('a' in v, 'new' in v, 1 in v, v == sys._getframe().f_locals, v == {})  # expect: True True False True False
    match v:
        case {'a': value}:
            print('mapping', value)  # expect: mapping 1


view()


class Body:
    name = 1
    print(sys._getframe().f_locals is locals(), sorted(n for n in sys._getframe().f_locals if n[0] != '_'))
    # expect: True ['name']


print(sys._getframe().f_locals is globals())  # expect: True
