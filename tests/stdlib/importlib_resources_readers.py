# Traversable resources, and readers of packages in directories.
import os
import tempfile
from importlib.resources.abc import Traversable, TraversableResources
from importlib.resources.readers import FileReader, MultiplexedPath
from pathlib import Path

with tempfile.TemporaryDirectory() as folder:
    for name in ("one", "two"):
        os.makedirs(os.path.join(folder, name, "sub"))
        Path(folder, name, "sub", name + ".txt").write_text(name)
    Path(folder, "one", "a.txt").write_text("text of a")
    print(issubclass(FileReader, TraversableResources), isinstance(Path(folder), Traversable))  # expect: True True

    class Loader:
        path = os.path.join(folder, "one", "__init__.py")

    reader = FileReader(Loader)
    print(reader.is_resource("a.txt"), reader.is_resource("sub"), sorted(reader.contents()))  # expect: True False ['a.txt', 'sub']
    print(reader.open_resource("a.txt").read())  # expect: b'text of a'
    both = MultiplexedPath(Path(folder, "one"), Path(folder, "two"))
    print(sorted(each.name for each in both.iterdir()), both.is_dir(), both.is_file())  # expect: ['a.txt', 'sub'] True False
    print(both.joinpath("a.txt").read_text())  # expect: text of a
    for wrong in ((), (Path(folder, "one", "a.txt"),)):
        try:
            MultiplexedPath(*wrong)
        except OSError as error:
            print(type(error).__name__, error)
    # expect: FileNotFoundError MultiplexedPath must contain at least one path
    # expect: NotADirectoryError MultiplexedPath only supports directories
