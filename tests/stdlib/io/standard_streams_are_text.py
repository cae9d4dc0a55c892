# The standard streams are files of text over files of bytes, as those are that a program opens.
import io
import sys

for stream in sys.stdin, sys.stdout, sys.stderr:
    print(isinstance(stream, io.TextIOWrapper), isinstance(stream, io.TextIOBase), isinstance(stream, io.IOBase))
    print(isinstance(stream, io.RawIOBase), isinstance(stream.buffer, io.BufferedIOBase))
print(isinstance(sys.stdin.buffer, io.BufferedReader), isinstance(sys.stdout.buffer, io.BufferedWriter))
