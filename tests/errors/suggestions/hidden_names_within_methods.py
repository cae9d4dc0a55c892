# A method may mean a name that is hidden from others.
import traceback


class Hidden:
    _value = 1

    def ask(self):
        return self.value


for attempt in (Hidden().ask, lambda: Hidden().value):
    try:
        attempt()
    except AttributeError as error:
        print(traceback.format_exception(error)[-1], end="")
# expect: AttributeError: 'Hidden' object has no attribute 'value'. Did you mean: '_value'?
# expect: AttributeError: 'Hidden' object has no attribute 'value'


class Unplaced(Exception):
    pass


class Broken:
    def __repr__(self):
        raise ValueError


Unplaced.__module__ = None
error = Unplaced("text")
error.__notes__ = Broken()
print(traceback.format_exception_only(error))  # expect: ['<unknown>.Unplaced: text\n', '<__notes__ repr() failed>\n']
