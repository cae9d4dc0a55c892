# An error inside a with block.
class Manager:
    def __enter__(self):
        return self
    def __exit__(self, *args):
        print("exit")
with Manager() as m:
    m.missing()
