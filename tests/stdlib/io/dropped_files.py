# A file that nobody refers to any more is closed by its own method, and closes what it stands on.
import io


class Raw(io.RawIOBase):
    def readable(self):
        return True

    def readinto(self, buffer):
        buffer[:2] = b"xy"
        return 2

    def close(self):
        if not self.closed:
            print("close")
        super().close()


raw = Raw()
reader = io.BufferedReader(raw)
print(reader.read(3), reader.closed)
del reader
print(raw.closed)
raw = Raw()
del raw

data = io.BytesIO()
text = io.TextIOWrapper(data)
text.write("x")
del text
print(data.closed)


class Kept(io.BytesIO):
    def close(self):
        print("kept", self.getvalue())
        super().close()


kept = Kept(b"abc")
del kept


class Failing(io.StringIO):
    def flush(self):
        raise OSError("flush")

    def close(self):
        raise OSError("close")


import sys
sys.unraisablehook = lambda heard: print("unraisable:", heard.exc_value)
failing = Failing()
del failing

# What closing raises follows what flushing raised; the file below is closed either way.
below = io.BytesIO()


class Unflushable(io.TextIOWrapper):
    def flush(self):
        raise OSError("flush")


text = Unflushable(below)
try:
    text.close()
except OSError as error:
    print(error, below.closed)


class Bad(io.BytesIO):
    def close(self):
        raise ValueError("close")


text = Unflushable(Bad())
try:
    text.close()
except ValueError as error:
    print(error, repr(error.__context__))
Bad.close = io.BytesIO.close
Unflushable.flush = lambda self: None
