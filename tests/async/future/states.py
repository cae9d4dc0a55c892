# What may be done in which state.
import asyncio
async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    for method in (f.result, f.exception):
        try:
            method()
        except asyncio.InvalidStateError as error:
            print(error)
            # expect: Result is not set.
            # expect: Exception is not set.
    f.set_result(1)
    for call in (lambda: f.set_result(2), lambda: f.set_exception(ValueError())):
        try:
            call()
        except asyncio.InvalidStateError as error:
            print(error)
            # expect: invalid state
            # expect: invalid state
    g = loop.create_future()
    g.set_exception(ValueError("x"))
    print(repr(g.exception()), g)  # expect: ValueError('x') <Future finished exception=ValueError('x')>
    try:
        await g
    except ValueError as error:
        print(error)  # expect: x
    h = loop.create_future()
    print(h.cancel(), h.cancelled(), h, h.cancel())  # expect: True True <Future cancelled> False
    try:
        h.result()
    except asyncio.CancelledError:
        print("cancelled")  # expect: cancelled
    for bad in (5, "x"):
        try:
            loop.create_future().set_exception(bad)
        except TypeError as error:
            print(error)
            # expect: invalid exception object
            # expect: invalid exception object
asyncio.run(main())
