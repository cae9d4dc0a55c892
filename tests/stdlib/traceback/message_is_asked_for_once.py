import sys
import traceback


class Loud:
    def __repr__(self):
        print("asked", end=" ")
        return "loud"


try:
    raise ValueError(Loud())
except ValueError as e:
    print(traceback.format_exception_only(e))  # expect: asked ['ValueError: loud\n']
