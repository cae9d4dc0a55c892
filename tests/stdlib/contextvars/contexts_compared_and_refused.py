# Contexts are equal by what they hold; tokens know a value that was missing; arguments are refused in the reference's words.
from contextvars import Context, ContextVar, Token, copy_context

number = ContextVar("number")
token = number.set(1)
print(token.old_value is Token.MISSING, Token.MISSING)  # expect: True <Token.MISSING>
print(copy_context() == copy_context(), copy_context() == Context())  # expect: True False
try:
    hash(Context())
except TypeError as error:
    print(error)  # expect: unhashable type: '_contextvars.Context'
for wrong in (
    lambda: Context(1),
    lambda: Context(a=1),
    lambda: ContextVar(),
    lambda: ContextVar("a", 2),
    lambda: ContextVar("a", default=2, other=3),
    lambda: ContextVar("a", other=3),
    lambda: ContextVar(1),
    lambda: Context().run(),
):
    try:
        wrong()
    except TypeError as error:
        print(error)
# expect: Context() does not accept any arguments
# expect: Context() does not accept any arguments
# expect: ContextVar() takes exactly 1 positional argument (0 given)
# expect: ContextVar() takes at most 1 positional argument (2 given)
# expect: ContextVar() takes at most 2 arguments (3 given)
# expect: ContextVar() got an unexpected keyword argument 'other'
# expect: context variable name must be a str
# expect: run() missing 1 required positional argument
try:
    Token()
except RuntimeError as error:
    print(error)  # expect: Tokens can only be created by ContextVars
print(ContextVar[int])  # expect: _contextvars.ContextVar[int]
