# Arguments by position are evaluated before keywords, also a starred one that stands behind them.
import asyncio
def t(n, v=None):
    print(n, end=" ")
    return v
def f(*a, **k):
    print(a, k)
class Once:
    def __iter__(self):
        print("iter", end=" ")
        return iter([7])
f(k=t(1), *t(2, [3]))
f(k=t(1), *t(2, [3]), **t(4, {"z": 1}))
# The only argument by position is iterated by the call itself, after the keywords.
f(*Once(), k=t(1))
f(0, *Once(), k=t(1))
f(*Once(), *Once(), k=t(1))
async def a(n, v=None):
    print("a", n, end=" ")
    await asyncio.sleep(0)
    return v
async def main():
    f(*Once(), k=await a(1))
    f(0, *Once(), k=await a(1))
    f(k=await a(1), *Once())
    f(k=await a(1), *await a(2, Once()))
    for call in (lambda: f(*5, k=1), lambda: f(4, *5, k=1), lambda: f(*5, **{1: 2}), lambda: f(**{1: 2}, k=t(3)), lambda: f(*5, **6)):
        try:
            call()
        except TypeError as error:
            print(error)
asyncio.run(main())
