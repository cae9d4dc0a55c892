# A task cannot wait for itself.
import asyncio
async def f():
    await holder[0]
holder = []
async def main():
    task = asyncio.create_task(f())
    holder.append(task)
    try:
        await task
    except RuntimeError as error:
        print(str(error).split(":")[0].split("<")[0])  # expect: Task cannot await on itself
asyncio.run(main())
