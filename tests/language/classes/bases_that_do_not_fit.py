# What is said of bases without a common order, and of new bases whose instances are made otherwise.
class K0: pass
class K1: pass
class K2(K1): pass
class Slots:
    __slots__ = ("a",)
def t(f):
    try:
        f()
    except TypeError as error:
        print(error)
t(lambda: type("Z", (K0, K1, K2, list), {}))  # expect: Cannot create a consistent method resolution order (MRO) for bases object, K1, K2, list
t(lambda: type("Z", (list, object, K0), {}))  # expect: Cannot create a consistent method resolution order (MRO) for bases object, K0
t(lambda: type("Z", (K1, K2), {}))  # expect: Cannot create a consistent method resolution order (MRO) for bases K1, K2
t(lambda: setattr(K2, "__bases__", (object,)))  # expect: __bases__ assignment: 'object' deallocator differs from 'K1'
t(lambda: setattr(K2, "__bases__", (int,)))  # expect: __bases__ assignment: 'int' deallocator differs from 'K1'
t(lambda: setattr(K1, "__bases__", (K0,)))  # expect: __bases__ assignment: 'K0' deallocator differs from 'object'
t(lambda: setattr(K2, "__bases__", (list,)))  # expect: __bases__ assignment: 'list' object layout differs from 'K1'
t(lambda: setattr(K2, "__bases__", (dict,)))  # expect: __bases__ assignment: 'dict' object layout differs from 'K1'
t(lambda: setattr(K2, "__bases__", (Slots,)))  # expect: __bases__ assignment: 'Slots' object layout differs from 'K1'
