# Tasks that create tasks.
import asyncio
async def leaf(name):
    print("leaf", name)
async def branch(name):
    print("branch", name)
    tasks = [asyncio.create_task(leaf(f"{name}{i}")) for i in range(2)]
    print("created", name)
    await asyncio.gather(*tasks)
    print("end", name)
async def main():
    await asyncio.gather(branch("x"), branch("y"))
asyncio.run(main())
