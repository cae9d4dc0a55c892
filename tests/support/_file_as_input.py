# Standard input may be a file, which no poller watches.
import asyncio
import sys


async def main():
    loop = asyncio.get_running_loop()
    try:
        loop.add_reader(sys.stdin, print)
    except OSError as error:
        print(error)
    try:
        await loop.connect_read_pipe(asyncio.Protocol, sys.stdin)
    except ValueError as error:
        print(error)
    print(repr(await loop.run_in_executor(None, sys.stdin.readline)))
    print(repr(await asyncio.to_thread(input)))
    child = await asyncio.create_subprocess_exec('cat', stdin=open(sys.argv[1], 'rb'), stdout=-1)
    print(await child.communicate())
    print(repr(sys.stdin.read()))


asyncio.run(main())
