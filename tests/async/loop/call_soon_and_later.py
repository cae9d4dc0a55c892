# Callbacks at once and later, and their handles.
import asyncio
async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0.03, print, "later")
    loop.call_later(0.01, print, "sooner")
    loop.call_soon(print, "soon", "with", "arguments")
    handle = loop.call_later(0.02, print, "never")
    handle.cancel()
    print(handle.cancelled(), handle.when() > loop.time())  # expect: True True
    loop.call_at(loop.time() + 0.02, print, "at")
    await asyncio.sleep(0.05)
asyncio.run(main())
# expect: soon with arguments
# expect: sooner
# expect: at
# expect: later
