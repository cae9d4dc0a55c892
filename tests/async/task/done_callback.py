# Callbacks run when the task is done, in order, at the next turn.
import asyncio
async def f():
    return "value"
async def main():
    task = asyncio.create_task(f())
    task.add_done_callback(lambda t: print("first", t.result()))
    def second(t): print("second", t is task)
    def removed(t): print("never")
    task.add_done_callback(second)
    task.add_done_callback(removed)
    print(task.remove_done_callback(removed), task.remove_done_callback(removed))
    await task
    print("awaited")
    task.add_done_callback(lambda t: print("late"))
    print("added")
    await asyncio.sleep(0)
    print("end")
asyncio.run(main())
