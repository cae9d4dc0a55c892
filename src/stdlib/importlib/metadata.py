"""Packages that are installed along `sys.path`, as their `dist-info` directories tell."""
import os
import re
import sys
from pathlib import Path

__all__ = [
    "Distribution", "DistributionFinder", "PackageMetadata", "PackageNotFoundError", "SimplePath", "distribution", "distributions", "entry_points", "files", "metadata",
    "packages_distributions", "requires", "version",
]


class PackageNotFoundError(ModuleNotFoundError):
    """There is no package of that name."""

    def __str__(self):
        return f"No package metadata was found for {self.name}"

    @property
    def name(self):
        name, = self.args
        return name


def _normal(name):
    return re.sub("[-_.]+", "_", name).lower()


class PackageMetadata:
    """The fields of a description; some are there several times."""

    def __init__(self, text):
        head, _, self._body = text.partition("\n\n")
        self._fields = []
        for line in head.split("\n"):
            if line.startswith((" ", "\t")) and self._fields:
                name, value = self._fields[-1]
                self._fields[-1] = name, f"{value}\n{line.strip()}"
            elif ":" in line:
                name, _, value = line.partition(":")
                self._fields.append((name.strip(), value.strip()))

    def get_all(self, name, failobj=None):
        found = [value for each, value in self._fields if each.lower() == name.lower()]
        return found or failobj

    def get(self, name, failobj=None):
        return self.get_all(name, [failobj])[0]

    __getitem__ = get

    def __contains__(self, name):
        return self.get_all(name) is not None

    def keys(self):
        return [name for name, _ in self._fields]

    def items(self):
        return list(self._fields)

    def __iter__(self):
        return iter(self.keys())

    def __len__(self):
        return len(self._fields)

    def get_payload(self):
        return self._body

    @property
    def json(self):
        """The fields as a dictionary that is written as JSON."""
        several = {"classifier", "dynamic", "license_file", "obsoletes_dist", "platform", "project_url", "provides_dist",
                   "provides_extra", "requires_dist", "requires_external", "supported_platform"}
        found = {}
        for name in dict.fromkeys(self.keys()):
            key = name.lower().replace("-", "_")
            value = self.get_all(name) if key in several else self.get(name)
            found[key] = re.split(r"\s+", value) if key == "keywords" else value
        return found


class EntryPoint:
    """A thing that a package offers under a name."""

    def __init__(self, name, value, group):
        self.name, self.value, self.group = name, value, group

    def __repr__(self):
        return f"EntryPoint(name={self.name!r}, value={self.value!r}, group={self.group!r})"

    module = property(lambda self: self.value.partition("[")[0].partition(":")[0].strip())
    attr = property(lambda self: self.value.partition("[")[0].partition(":")[2].strip())

    def load(self):
        """The thing itself."""
        import importlib
        found = importlib.import_module(self.module)
        for name in filter(None, self.attr.split(".")):
            found = getattr(found, name)
        return found


class EntryPoints(tuple):
    """Entry points, which can be selected by their fields."""

    def select(self, **wanted):
        return EntryPoints(each for each in self if all(getattr(each, name) == value for name, value in wanted.items()))

    @property
    def names(self):
        return {each.name for each in self}

    @property
    def groups(self):
        return {each.group for each in self}

    def __getitem__(self, name):
        found = self.select(name=name)
        if not found:
            raise KeyError(name)
        return tuple.__getitem__(found, 0)


class Distribution:
    """An installed package."""

    def __init__(self, path):
        self._path = Path(path)

    @staticmethod
    def at(path):
        return Distribution(path)

    @classmethod
    def from_name(cls, name):
        if not name:
            raise ValueError("A distribution name is required.")
        for each in cls.discover():
            if _normal(each.metadata["Name"] or "") == _normal(name):
                return each
        raise PackageNotFoundError(name)

    @classmethod
    def discover(cls, *, path=None, name=None):
        for folder in sys.path if path is None else path:
            try:
                names = sorted(os.listdir(folder or os.curdir))
            except OSError:
                continue
            for each in names:
                if each.endswith((".dist-info", ".egg-info")):
                    found = cls(os.path.join(folder, each))
                    if name is None or _normal(found.metadata["Name"] or "") == _normal(name):
                        yield found

    def read_text(self, filename):
        """The text of a file of the description, or `None`."""
        try:
            return self._path.joinpath(filename).read_text(encoding="utf-8")
        except OSError:
            return None

    def locate_file(self, path):
        return self._path.parent / path

    @property
    def metadata(self):
        return PackageMetadata(self.read_text("METADATA") or self.read_text("PKG-INFO") or "")

    name = property(lambda self: self.metadata["Name"])
    version = property(lambda self: self.metadata["Version"])
    requires = property(lambda self: self.metadata.get_all("Requires-Dist"))

    @property
    def entry_points(self):
        found, group = [], None
        for line in (self.read_text("entry_points.txt") or "").split("\n"):
            line = line.strip()
            if line.startswith("["):
                group = line.strip("[]").strip()
            elif "=" in line and not line.startswith("#"):
                name, _, value = line.partition("=")
                found.append(EntryPoint(name.strip(), value.strip(), group))
        return EntryPoints(found)

    @property
    def origin(self):
        """Where the package was taken from, if its description tells."""
        text = self.read_text("direct_url.json")
        if text is None:
            return None
        import json
        import types
        return json.loads(text, object_hook=lambda found: types.SimpleNamespace(**found))

    @property
    def files(self):
        text = self.read_text("RECORD")
        if text is None:
            return None
        import csv
        return [Path(row[0]) for row in csv.reader(text.splitlines()) if row]


class DistributionFinder:
    """A finder that knows packages, too."""

    class Context:
        """What is looked for."""

        name = None

        def __init__(self, **kwargs):
            vars(self).update(kwargs)

        @property
        def path(self):
            """The folders where to look."""
            return vars(self).get("path", sys.path)

    def find_distributions(self, context=Context()):
        """The packages that fit."""
        return Distribution.discover(path=context.path, name=context.name)

    def invalidate_caches(self):
        """Nothing is cached."""


#: A path that can be joined and read.
SimplePath = Path


def distribution(distribution_name):
    """The installed package of that name."""
    return Distribution.from_name(distribution_name)


def distributions(**kwargs):
    """All installed packages."""
    return Distribution.discover(**kwargs)


def metadata(distribution_name):
    """The description of a package."""
    return distribution(distribution_name).metadata


def version(distribution_name):
    """The version of a package."""
    return distribution(distribution_name).version


def requires(distribution_name):
    """What a package needs, or `None`."""
    return distribution(distribution_name).requires


def files(distribution_name):
    """The files of a package."""
    return distribution(distribution_name).files


def entry_points(**params):
    """What all packages offer."""
    return EntryPoints(each for package in distributions() for each in package.entry_points).select(**params)


def packages_distributions():
    """By the names of modules, the packages that they are from."""
    found = {}
    for package in distributions():
        names = (package.read_text("top_level.txt") or "").split()
        names = names or {path.parts[0].removesuffix(".py") for path in package.files or () if path.suffix == ".py"}
        for name in names:
            found.setdefault(name, []).append(package.name)
    return found
