# A call of an attribute stands in the line of the attribute, unless the module has imported the name before it.
import math
import traceback


class Own:
    def sqrt(self, x): 1 / 0


def imported():
    return (math
            .sqrt(-1))


def own():
    return (Own()
            .sqrt(-1))


for function in imported, own:
    try:
        function()
    except Exception:
        traceback.print_exc()
