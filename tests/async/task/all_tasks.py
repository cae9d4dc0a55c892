# all_tasks and current_task.
import asyncio
async def f(): await asyncio.sleep(0.01)
async def main():
    tasks = [asyncio.create_task(f(), name=f"t{i}") for i in range(3)]
    print(sorted(t.get_name() for t in asyncio.all_tasks() if t is not asyncio.current_task()))  # expect: ['t0', 't1', 't2']
    await asyncio.gather(*tasks)
    print(len(asyncio.all_tasks()), asyncio.current_task() in asyncio.all_tasks())  # expect: 1 True
asyncio.run(main())
try:
    asyncio.current_task()
except RuntimeError as error:
    print(error)  # expect: no running event loop
