"""Lines of several files."""
import fileinput
import os
import tempfile

with tempfile.TemporaryDirectory() as root:
    one, two = os.path.join(root, "one"), os.path.join(root, "two")
    for name, text in (one, "a\nb\n"), (two, "c\nd"):
        with open(name, "w") as file:
            file.write(text)
    for line in fileinput.input([one, two]):
        print(repr(line), os.path.basename(fileinput.filename()), fileinput.lineno(), fileinput.filelineno(), fileinput.isfirstline(), fileinput.isstdin())
    # expect: 'a\n' one 1 1 True False
    # expect: 'b\n' one 2 2 False False
    # expect: 'c\n' two 3 1 True False
    # expect: 'd' two 4 2 False False
    fileinput.close()
    with fileinput.input(one, inplace=True, backup=".old") as lines:
        for line in lines:
            print(line.upper(), end="")
    print(open(one).read(), open(one + ".old").read(), sep="", end="")
    # expect: A
    # expect: B
    # expect: a
    # expect: b
    with fileinput.FileInput([one, two], mode="rb") as lines:
        print(lines.readline(), lines.nextfile(), lines.readline())  # expect: b'A\n' None b'c\n'
    for wrong in [lambda: fileinput.FileInput(mode="w"), lambda: fileinput.FileInput(inplace=1, openhook=1)]:
        try:
            wrong()
        except (ValueError, RuntimeError) as error:
            print(error)
    # expect: FileInput opening mode must be 'r' or 'rb'
    # expect: FileInput cannot use an opening hook in inplace mode
