# Files over descriptors that are open: they share the place, and end with the file unless closefd says otherwise.
import io
import os
import socket
import tempfile
import threading

path = os.path.join(tempfile.mkdtemp(), 'f')


def told(call, *args, **options):
    try:
        return call(*args, **options)
    except Exception as error:
        print(type(error).__name__, *error.args[:2])


fd = os.open(path, os.O_RDWR | os.O_CREAT)
file = open(fd, 'w')
file.write('hello\nworld\n')
file.flush()
print(os.lseek(fd, 0, 1))  # expect: 12
file.close()
told(os.close, fd)  # expect: OSError 9 Bad file descriptor
fd = os.open(path, os.O_RDWR)
with open(fd, 'rb', closefd=False) as file:
    print(file.read(3))  # expect: b'hel'
os.close(fd)
file = open(path, 'rb')
os.close(file.fileno())
told(file.close)  # expect: OSError 9 Bad file descriptor
print(file.closed)  # expect: True
told(open, 999)  # expect: OSError 9 Bad file descriptor
told(open, -1)  # expect: ValueError negative file descriptor
told(open, path, closefd=False)  # expect: ValueError Cannot use closefd=False with file name
directory = os.open(os.path.dirname(path), os.O_RDONLY)
told(open, directory)  # expect: IsADirectoryError 21 Is a directory
os.close(directory)

# What opens the file may be a function of the script.
told(open, path, opener=lambda name, flags: 'x')  # expect: TypeError expected integer from opener
told(open, path, opener=lambda name, flags: -3)  # expect: ValueError opener returned -3
flags = []
for mode in 'r', 'r+', 'w', 'a+':
    def opener(name, given):
        flags.append(given & ~os.O_CLOEXEC)
        return os.open(name, given)
    with open(path, mode, opener=opener) as file:
        assert file.name == path
print(flags == [os.O_RDONLY, os.O_RDWR, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, os.O_RDWR | os.O_CREAT | os.O_APPEND])  # expect: True
with open(path, 'w') as file:
    file.write('abc')
with open(os.open(path, os.O_RDWR), 'a') as file:
    file.write('def')
print(open(path).read())  # expect: abcdef

# A raw file reads what is asked for and no more.
raw = io.FileIO(path)
print(raw.read(2), os.lseek(raw.fileno(), 0, 1), raw.read(), raw.read(5))  # expect: b'ab' 2 b'cdef' b''
raw.close()
fd = os.open(path, os.O_RDWR)
raw = io.FileIO(fd, 'r+', closefd=False)
print(raw.closefd, 'closefd=False' in repr(raw))  # expect: False True
raw.close()
print(os.fstat(fd).st_size)  # expect: 6
os.close(fd)
with open(path, 'w', buffering=1) as file:
    print(file.line_buffering, file.write_through)  # expect: True False
    file.reconfigure(line_buffering=False, write_through=True)
    print(file.line_buffering, file.write_through)  # expect: False True

# Pipes and sockets: one thread waits while another one writes.
near, far = socket.socketpair()
with open(near.fileno(), 'wb', buffering=0, closefd=False) as file:
    file.write(b'via')
print(far.recv(10))  # expect: b'via'
near.close()
print(far.recv(10))  # expect: b''
far.close()
out, into = os.pipe()
os.write(into, b'xyz')
raw = io.FileIO(out)
print(raw.read(100))  # expect: b'xyz'
raw.close()
os.close(into)
out, into = os.pipe()
got = []
thread = threading.Thread(target=lambda: got.append(len(open(out, 'rb').read())))
thread.start()
with open(into, 'wb') as file:
    file.write(b'x' * 300_000)
thread.join()
print(got)  # expect: [300000]
out, into = os.pipe()
thread = threading.Thread(target=lambda: got.append(os.read(out, 10)))
thread.start()
os.write(into, b'1')
thread.join()
print(got[1])  # expect: b'1'
thread = threading.Thread(target=lambda: got.append(os.write(into, b'x' * 200_000)))
thread.start()
total = 0
while total < 200_000:
    total += len(os.read(out, 5000))
thread.join()
print(got[2])  # expect: 200000
os.set_blocking(out, False)
told(os.read, out, 1)  # expect: BlockingIOError 11 Resource temporarily unavailable
print(open(out, 'rb', buffering=0).read(1))  # expect: None
told(os.write, -1, b'')  # expect: OSError 9 Bad file descriptor
