# A barrier opens when all have come.
import asyncio
async def f(name, barrier):
    print(name, "comes")
    # expect: a comes
    # expect: b comes
    # expect: c comes
    place = await barrier.wait()
    print(name, "goes", place)
    # expect: c goes 2
    # expect: a goes 0
    # expect: b goes 1
async def main():
    barrier = asyncio.Barrier(3)
    await asyncio.gather(*[f(n, barrier) for n in "abc"])
asyncio.run(main())
