import os
import shutil
import tempfile

os.chdir(tempfile.mkdtemp())
os.makedirs("d/below")
for name in ("d/a", "d/below/b"):
    with open(name, "w") as file:
        file.write(name)
for kind in ("zip", "tar", "gztar", "bztar", "xztar"):
    name = shutil.make_archive("out", kind, ".", "d")
    print(os.path.basename(name))
    shutil.unpack_archive(name, "u" + kind, **({} if kind == "zip" else {"filter": "data"}))
    print(sorted(os.path.join(where, each) for where, _, files in os.walk("u" + kind) for each in files))
whole = shutil.make_archive("whole", "zip", "d")
shutil.unpack_archive(whole, "all")
print(sorted(os.listdir("all")), open("all/below/b").read())
print(shutil.get_archive_formats(), [kind[0] for kind in shutil.get_unpack_formats()])
for name in ("nothing.xyz", "d/a"):
    try:
        shutil.unpack_archive(name)
    except shutil.ReadError as error:
        print(error)
try:
    shutil.make_archive("x", "rar")
except ValueError as error:
    print(error)
