# The ellipsis is a value.
print(..., ... is Ellipsis, type(...).__name__, bool(...))  # expect: Ellipsis True ellipsis True
def f(): ...
print(f())  # expect: None
