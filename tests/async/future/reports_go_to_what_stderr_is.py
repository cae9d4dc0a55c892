import asyncio
import io
import sys


async def main():
    asyncio.get_running_loop().create_future().set_exception(ValueError("lost"))


sys.stderr = io.StringIO()
asyncio.run(main())
said, sys.stderr = sys.stderr.getvalue(), sys.__stderr__
print(said.splitlines()[0])  # expect: Future exception was never retrieved
print(said.splitlines()[-1])  # expect: ValueError: lost
