# options: --clock=real
# What waits for the world outside is no deadlock, however long that takes: each program here waits until its parent acts.
import socket, subprocess, sys, time

PROGRAMS = {
    'a server': '''
import asyncio
async def main():
    done = asyncio.Event()
    async def serve(reader, writer):
        print('got', await reader.readline())
        writer.close()
        done.set()
    server = await asyncio.start_server(serve, '127.0.0.1', 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    async with server: await done.wait()
asyncio.run(main())
''',
    'datagrams': '''
import asyncio
async def main():
    got = asyncio.get_running_loop().create_future()
    class Own(asyncio.DatagramProtocol):
        def datagram_received(self, data, address): got.set_result(data)
    transport, _ = await asyncio.get_running_loop().create_datagram_endpoint(Own, local_addr=('127.0.0.1', 0))
    print(transport.get_extra_info('sockname')[1], flush=True)
    print('got', await got)
    transport.close()
asyncio.run(main())
''',
    'accepting in a thread': '''
import queue, socket, threading
lines = queue.Queue()
server = socket.create_server(('127.0.0.1', 0))
print(server.getsockname()[1], flush=True)
def accept():
    with server.accept()[0] as peer: lines.put(peer.recv(100))
threading.Thread(target=accept).start()
print('got', lines.get())
server.close()
''',
    'standard input as a stream': '''
import asyncio, sys
async def main():
    reader = asyncio.StreamReader()
    make = lambda: asyncio.StreamReaderProtocol(reader)
    await asyncio.get_running_loop().connect_read_pipe(make, sys.stdin)
    print('ready', flush=True)
    print('got', await reader.readline())
asyncio.run(main())
''',
    'add_reader': '''
import asyncio, os
async def main():
    got = asyncio.Event()
    asyncio.get_running_loop().add_reader(0, got.set)
    print('ready', flush=True)
    await got.wait()
    print('got', os.read(0, 100))
asyncio.run(main())
''',
    'a thread that reads': '''
import asyncio
async def main():
    print('ready', flush=True)
    print('got', await asyncio.to_thread(input))
asyncio.run(main())
''',
    'an executor that reads a descriptor': '''
import asyncio, os
async def main():
    print('ready', flush=True)
    print('got', await asyncio.get_running_loop().run_in_executor(None, os.read, 0, 100))
asyncio.run(main())
''',
    'an event that a reading thread sets': '''
import sys, threading
event = threading.Event()
def read():
    print('got', repr(sys.stdin.readline()))
    event.set()
threading.Thread(target=read).start()
print('ready', flush=True)
event.wait()
''',
    'an idle pool': '''
import asyncio, concurrent.futures, os
with concurrent.futures.ThreadPoolExecutor(2) as pool:
    list(pool.map(len, ['a', 'b']))
    async def main():
        got = asyncio.get_running_loop().create_future()
        asyncio.get_running_loop().add_reader(0, lambda: got.done() or got.set_result(1))
        print('ready', flush=True)
        await got
        print('got', os.read(0, 100))
    asyncio.run(main())
''',
    'a child of the loop': '''
import asyncio
async def main():
    print('ready', flush=True)
    child = await asyncio.create_subprocess_shell('read x; echo got $x')
    print(await child.wait())
asyncio.run(main())
''',
    'a child': '''
import subprocess
print('ready', flush=True)
print('got', subprocess.run(['head', '-n', '1'], stdout=subprocess.PIPE).stdout)
''',
    'a handler of the loop': '''
import asyncio, signal
async def main():
    got = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, got.set)
    print('ready', flush=True)
    await got.wait()
    print('got')
asyncio.run(main())
''',
    'a handler that wakes the loop': '''
import asyncio, signal
async def main():
    got, loop = asyncio.Event(), asyncio.get_running_loop()
    signal.signal(signal.SIGUSR1, lambda *_: loop.call_soon_threadsafe(got.set))
    print('ready', flush=True)
    await got.wait()
    print('got')
asyncio.run(main())
''',
    'pause': '''
import signal
signal.signal(signal.SIGUSR1, lambda number, frame: print('got', number == signal.SIGUSR1))
print('ready', flush=True)
signal.pause()
''',
    'sigwait': '''
import signal
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])
print('ready', flush=True)
print('got', signal.sigwait([signal.SIGUSR1]).name)
''',
    'select': '''
import os, select
print('ready', flush=True)
print('got', select.select([0], [], [])[0], os.read(0, 100))
''',
}
options = [] if sys.implementation.name == 'cpython' else ['--clock=virtual']
children = {}
for name, program in PROGRAMS.items():
    command = [sys.executable, *options, '-c', program]
    children[name] = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
firsts = {name: child.stdout.readline().strip() for name, child in children.items()}
time.sleep(0.3)
for name, child in children.items():
    if child.poll() is not None:
        print(name, 'has ended:', firsts[name], child.stdout.read())
        continue
    if firsts[name].isdigit():
        kind = socket.SOCK_DGRAM if name == 'datagrams' else socket.SOCK_STREAM
        with socket.socket(socket.AF_INET, kind) as peer:
            peer.connect(('127.0.0.1', int(firsts[name])))
            peer.send(b'hello\n')
            print(name, '->', child.communicate()[0].strip(), child.returncode)
        continue
    if 'SIGUSR1' in PROGRAMS[name]:
        import signal
        child.send_signal(signal.SIGUSR1)
        print(name, '->', child.communicate()[0].strip(), child.returncode)
    else:
        print(name, '->', child.communicate('hello\n')[0].strip(), child.returncode)
# expect: a server -> got b'hello\n' 0
# expect: datagrams -> got b'hello\n' 0
# expect: accepting in a thread -> got b'hello\n' 0
# expect: standard input as a stream -> got b'hello\n' 0
# expect: add_reader -> got b'hello\n' 0
# expect: a thread that reads -> got hello 0
# expect: an executor that reads a descriptor -> got b'hello\n' 0
# expect: an event that a reading thread sets -> got 'hello\n' 0
# expect: an idle pool -> got b'hello\n' 0
# expect: a child of the loop -> got hello
# expect: 0 0
# expect: a child -> got b'hello\n' 0
# expect: a handler of the loop -> got 0
# expect: a handler that wakes the loop -> got 0
# expect: pause -> got True 0
# expect: sigwait -> got SIGUSR1 0
# expect: select -> got [0] b'hello\n' 0
