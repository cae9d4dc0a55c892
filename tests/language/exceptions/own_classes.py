# Exceptions of one's own.
class AppError(Exception):
    """Base."""
class NotFound(AppError):
    def __init__(self, name, code=404):
        super().__init__(f"{name} not found")
        self.name, self.code = name, code
try:
    raise NotFound("page")
except AppError as error:
    print(error, repr(error), error.name, error.code, error.args)  # expect: page not found NotFound('page not found') page 404 ('page not found',)
class Silent(AppError): pass
print(repr(Silent()))  # expect: Silent()
print(str(Silent()) == "")  # expect: True
print(repr(Silent(1)))  # expect: Silent(1)
print(str(Silent(1, 2)))  # expect: (1, 2)
