# dir lists the names of a thing, sorted.
class A:
    one = 1
    def two(self): pass
class B(A):
    three = 3
b = B()
b.four = 4
print([n for n in dir(b) if not n.startswith("__")])  # expect: ['four', 'one', 'three', 'two']
print([n for n in dir([]) if not n.startswith("_")])  # expect: ['append', 'clear', 'copy', 'count', 'extend', 'index', 'insert', 'pop', 'remove', 'reverse', 'sort']
