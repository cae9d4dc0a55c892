"""What is in packages."""
import os
import pkgutil
import sys
import tempfile

with tempfile.TemporaryDirectory() as root:
    for name, text in {"pack/__init__.py": "", "pack/one.py": "x = 1", "pack/inner/__init__.py": "", "pack/inner/two.py": "def f(): return 2",
                       "pack/data.txt": "data", "single.py": "", "no/data.txt": ""}.items():
        os.makedirs(os.path.dirname(os.path.join(root, name)), exist_ok=True)
        with open(os.path.join(root, name), "w") as file:
            file.write(text)
    print([(info.name, info.ispkg) for info in pkgutil.iter_modules([root])])  # expect: [('pack', True), ('single', False)]
    sys.path.insert(0, root)
    import pack
    print([info.name for info in pkgutil.walk_packages(pack.__path__, "pack.")])  # expect: ['pack.inner', 'pack.inner.two', 'pack.one']
    print(pkgutil.get_data("pack", "data.txt"), pkgutil.resolve_name("pack.one:x"), pkgutil.resolve_name("pack.inner.two.f")())  # expect: b'data' 1 2
    print(pkgutil.extend_path(["a"], "none"), pkgutil.ModuleInfo._fields)  # expect: ['a'] ('module_finder', 'name', 'ispkg')
    from importlib import metadata, resources
    print(resources.files("pack").joinpath("data.txt").read_text(), resources.read_text("pack", "data.txt"), resources.is_resource("pack", "no"))
    # expect: data data False
    with resources.as_file(resources.files(pack) / "one.py") as path:
        print(path.name, sorted(name for name in resources.contents("pack") if name[0] != "_"))  # expect: one.py ['data.txt', 'inner', 'one.py']
    os.mkdir(os.path.join(root, "thing-1.2.dist-info"))
    for name, text in {"METADATA": "Name: thing\nVersion: 1.2\nRequires-Dist: a\nRequires-Dist: b>1\n\nText.", "entry_points.txt": "[console_scripts]\nrun = pack.inner.two:f\n"}.items():
        with open(os.path.join(root, "thing-1.2.dist-info", name), "w") as file:
            file.write(text)
    print(metadata.version("thing"), metadata.requires("Thing"), metadata.metadata("thing")["Name"])  # expect: 1.2 ['a', 'b>1'] thing
    point, = metadata.distribution("thing").entry_points
    print(point, point.load()(), point.module, point.attr)
    # expect: EntryPoint(name='run', value='pack.inner.two:f', group='console_scripts') 2 pack.inner.two f
    try:
        metadata.version("nothing-of-the-kind")
    except metadata.PackageNotFoundError as error:
        print(error, isinstance(error, ImportError))  # expect: No package metadata was found for nothing-of-the-kind True
    try:
        pkgutil.resolve_name("a b")
    except ValueError as error:
        print(error)  # expect: invalid format: 'a b'
