# A coroutine driven with send, throw and close.
class Wait:
    def __init__(self, value): self.value = value
    def __await__(self):
        got = yield self.value
        return got
async def f():
    try:
        a = await Wait("first")
        b = await Wait("second")
        return a, b
    except ValueError as error:
        return f"handled {error}"
    finally:
        print("finally")
c = f()
print(c.send(None), c.send(1))
try:
    c.send(2)
except StopIteration as stop:
    print(stop.value)
c = f()
c.send(None)
try:
    c.throw(ValueError("x"))
except StopIteration as stop:
    print(stop.value)
c = f()
c.send(None)
c.close()
f().close()
print("end")
