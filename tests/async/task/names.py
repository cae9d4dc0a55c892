# Tasks have names.
import asyncio
async def f():
    return asyncio.current_task().get_name()
async def main():
    a = asyncio.create_task(f(), name="alpha")
    b = asyncio.create_task(f())
    c = asyncio.create_task(f())
    print(a.get_name(), b.get_name(), c.get_name(), asyncio.current_task().get_name())  # expect: alpha Task-2 Task-3 Task-1
    b.set_name(17)
    print(await a, await b, repr(b.get_name()))  # expect: alpha 17 '17'
asyncio.run(main())
