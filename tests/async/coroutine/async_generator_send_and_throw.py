# asend and athrow.
import asyncio
async def echo():
    got = "start"
    while True:
        try:
            got = yield got
        except ValueError as error:
            got = f"handled {error}"
async def main():
    g = echo()
    print(await g.asend(None), await g.asend(1), await g.athrow(ValueError("v")), await g.asend(2))  # expect: start 1 handled v 2
    await g.aclose()
asyncio.run(main())
