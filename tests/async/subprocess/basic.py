import asyncio
from asyncio.subprocess import DEVNULL, PIPE, STDOUT


async def main():
    process = await asyncio.create_subprocess_exec("echo", "hello", "you", stdout=PIPE)
    print(await process.communicate(), process.returncode)  # expect: (b'hello you\n', None) 0
    process = await asyncio.create_subprocess_shell("cat; echo wrong >&2; exit 3", stdin=PIPE, stdout=PIPE, stderr=PIPE)
    print(await process.communicate(b"through"), process.returncode)  # expect: (b'through', b'wrong\n') 3
    process = await asyncio.create_subprocess_shell("echo out; echo err >&2", stdout=PIPE, stderr=STDOUT)
    print(await process.communicate())  # expect: (b'out\nerr\n', None)
    process = await asyncio.create_subprocess_shell("exit 7", stdout=DEVNULL)
    print(await process.wait(), process.returncode)  # expect: 7 7
    process = await asyncio.create_subprocess_exec("sleep", "10")
    print(process.returncode, process.pid > 0)  # expect: None True
    try:
        await asyncio.wait_for(process.wait(), 0.02)
    except TimeoutError:
        process.terminate()
        print(await process.wait())  # expect: -15
    process = await asyncio.create_subprocess_exec("sleep", "10")
    process.kill()
    print(await process.wait())  # expect: -9
    process = await asyncio.create_subprocess_exec("cat", stdin=PIPE, stdout=PIPE)
    for word in (b"a\n", b"b\n"):
        process.stdin.write(word)
        await process.stdin.drain()
        print(await process.stdout.readline())
    # expect: b'a\n'
    # expect: b'b\n'
    process.stdin.close()
    await process.stdin.wait_closed()
    print(await process.stdout.read(), await process.wait())  # expect: b'' 0
    process = await asyncio.create_subprocess_shell(
        "head -c 1000000 /dev/zero; head -c 1000000 /dev/zero >&2", stdout=PIPE, stderr=PIPE)
    out, err = await process.communicate()
    print(len(out), len(err))  # expect: 1000000 1000000
    process = await asyncio.create_subprocess_exec("env", env={"ONLY": "this"}, stdout=PIPE)
    print(await process.communicate())  # expect: (b'ONLY=this\n', None)
    process = await asyncio.create_subprocess_exec("pwd", cwd="/", stdout=PIPE)
    print(await process.communicate())  # expect: (b'/\n', None)
    results = await asyncio.gather(*[asyncio.create_subprocess_shell(f"exit {n}") for n in range(5)])
    print([await each.wait() for each in results])  # expect: [0, 1, 2, 3, 4]
    try:
        await asyncio.create_subprocess_exec("/no/such/program")
    except FileNotFoundError as error:
        print(error)  # expect: [Errno 2] No such file or directory: '/no/such/program'
    for wrong in [{"text": True}, {"encoding": "utf-8"}, {"bufsize": 5}, {"shell": True}]:
        try:
            await asyncio.create_subprocess_exec("true", **wrong)
        except ValueError as error:
            print(error)
    # expect: text must be False
    # expect: encoding must be None
    # expect: bufsize must be 0
    # expect: shell must be False


asyncio.run(main())
