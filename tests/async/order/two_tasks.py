# Creating, awaiting, printing: who comes first.
import asyncio
async def child(name):
    print(name, 1)
    await asyncio.sleep(0)
    print(name, 2)
    return name
async def main():
    print("main 1")
    a = asyncio.create_task(child("a"))
    print("main 2")
    b = asyncio.create_task(child("b"))
    print("main 3")
    print("got", await b)
    print("got", await a)
    print("main 4")
asyncio.run(main())
