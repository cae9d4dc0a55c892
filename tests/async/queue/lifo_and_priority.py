# The other two queues.
import asyncio
async def main():
    stack, heap = asyncio.LifoQueue(), asyncio.PriorityQueue()
    for x in (3, 1, 2):
        stack.put_nowait(x)
        heap.put_nowait((x, "p"))
    print([await stack.get() for _ in range(3)], [heap.get_nowait() for _ in range(3)])  # expect: [2, 1, 3] [(1, 'p'), (2, 'p'), (3, 'p')]
asyncio.run(main())
