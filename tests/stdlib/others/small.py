import _string
import io
import netrc
import os
import pyclbr
import tabnanny
import tempfile
import textwrap
import wave
import zipapp
import zipfile

print(list(_string.formatter_parser("a{b.c[0]!r:>{w}}x{{")), _string.formatter_field_name_split("0.a[1][x]")[0])

os.chdir(tempfile.mkdtemp())
with open("netrc", "w") as file:
    file.write('machine a.org login me password "se cret"\ndefault login anonymous password x\nmacdef m\nline\n\n')
found = netrc.netrc("netrc")
print(found.authenticators("a.org"), found.authenticators("b.org"), found.macros)
with open("netrc", "w") as file:
    file.write("machine a.org\nbad\n")
try:
    netrc.netrc("netrc")
except netrc.NetrcParseError as error:
    print(error)

file = io.BytesIO()
with wave.open(file, "wb") as sound:
    sound.setparams((2, 2, 44100, 0, "NONE", "not compressed"))
    sound.writeframes(bytes(range(16)))
print(file.getvalue())
file.seek(0)
with wave.open(file) as sound:
    print(sound.getparams(), sound.readframes(2), sound.tell())
try:
    wave.open(io.BytesIO(b"rubbish, and more of it"))
except wave.Error as error:
    print(error)

with open("shapes.py", "w") as file:
    file.write(textwrap.dedent("""
        class Shape:
            def area(self): pass
        class Square(Shape):
            async def draw(self): pass
        def helper():
            def inner(): pass
    """))
for name, item in pyclbr.readmodule_ex("shapes", ["."]).items():
    print(name, item.lineno, item.end_lineno, sorted(item.children), [getattr(base, "name", base) for base in getattr(item, "super", ())])
tabnanny.check("shapes.py")

os.mkdir("app")
with open("app/prog.py", "w") as file:
    file.write("def main(): print('the program ran')\n")
zipapp.create_archive("app", "app.pyz", interpreter="/usr/bin/env python3", main="prog:main")
print(zipapp.get_interpreter("app.pyz"))
with zipfile.ZipFile("app.pyz") as archive:
    print(archive.namelist(), archive.read("__main__.py"))
try:
    zipapp.create_archive("app")
except zipapp.ZipAppError as error:
    print(error)
import this
