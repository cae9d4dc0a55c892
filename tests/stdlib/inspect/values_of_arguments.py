# The values of a frame's arguments, class trees, members that are not computed, and signatures of built-in functions.
import inspect
import sys


def f(a, b=2, *rest, c=3, **more):
    return inspect.getargvalues(sys._getframe())


found = f(1, 5, 6, d=7)
print(found)
print(inspect.formatargvalues(*found), inspect.getargs(f.__code__))


class A: pass
class B(A): pass
class C(A):
    @property
    def computed(self):
        print("computed")


print(inspect.getclasstree([A, B, C]))
print([name for name, _ in inspect.getmembers_static(C()) if name[0] != "_"], inspect.CO_NOFREE)
print(inspect.BufferFlags.WRITABLE, int(inspect.BufferFlags.FULL))
print(inspect.signature(list.index), inspect.signature([].index), inspect.signature(tuple.index))
import bisect
print(inspect.signature(bisect.bisect), bisect.bisect.__self__.__name__)
