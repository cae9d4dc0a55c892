# A type parameter without default behind one with.
class C[T = int, U]:
    pass
