# A function's repr names it.
def f(): pass
print(f)  # expect: <function f at 0x...>
print(len)  # expect: <built-in function len>
print(lambda: 0)  # expect: <function <lambda> at 0x...>
class C:
    def m(self): pass
print(C.m)  # expect: <function C.m at 0x...>
print(C().m)  # expect: <bound method C.m of <__main__.C object at 0x...>>
print([].append)  # expect: <built-in method append of list object at 0x...>
