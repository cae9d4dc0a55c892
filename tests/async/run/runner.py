# A Runner keeps its loop between runs.
import asyncio
async def loop():
    return asyncio.get_running_loop()
with asyncio.Runner() as runner:
    a = runner.run(loop())
    b = runner.run(loop())
    print(a is b, a is runner.get_loop(), a.is_closed())  # expect: True True False
print(a.is_closed())  # expect: True
try:
    coroutine = loop()
    runner.run(coroutine)
except RuntimeError as error:
    print(error)  # expect: Runner is closed
coroutine.close()
