# The message of a cancellation.
import asyncio
async def work():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print(error.args)  # expect: ('stop it',)
        raise
async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel("stop it")
    try:
        await task
    except asyncio.CancelledError as error:
        print(error.args, str(error))  # expect: ('stop it',) stop it
asyncio.run(main())
