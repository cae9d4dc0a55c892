"""Compares files and directories."""
import os
import stat
from itertools import filterfalse

__all__ = ["clear_cache", "cmp", "dircmp", "cmpfiles", "DEFAULT_IGNORES"]

BUFSIZE = 8 * 1024
DEFAULT_IGNORES = ["RCS", "CVS", "tags", ".git", ".hg", ".bzr", "_darcs", "__pycache__"]
# What is known of pairs of files, with their sizes and times.
_cache = {}


def clear_cache():
    """Forgets what is known of files."""
    _cache.clear()


def _signature(status):
    return stat.S_IFMT(status.st_mode), status.st_size, status.st_mtime


def cmp(f1, f2, shallow=True):
    """Whether two files are the same: by kind, size and time alone if those agree and `shallow`, else by what is in them."""
    one, two = _signature(os.stat(f1)), _signature(os.stat(f2))
    if one[0] != stat.S_IFREG or two[0] != stat.S_IFREG:
        return False
    if shallow and one == two:
        return True
    if one[1] != two[1]:
        return False
    key = f1, f2, one, two
    if key not in _cache:
        if len(_cache) > 100:
            clear_cache()
        _cache[key] = _same_content(f1, f2)
    return _cache[key]


def _same_content(f1, f2):
    with open(f1, "rb") as one, open(f2, "rb") as two:
        while True:
            part = one.read(BUFSIZE)
            if part != two.read(BUFSIZE):
                return False
            if not part:
                return True


def cmpfiles(a, b, common, shallow=True):
    """The names of files in two directories that are the same, that differ, and that cannot be compared."""
    same, different, wrong = [], [], []
    for name in common:
        try:
            found = same if cmp(os.path.join(a, name), os.path.join(b, name), shallow) else different
        except (OSError, ValueError):
            found = wrong
        found.append(name)
    return same, different, wrong


class dircmp:
    """Two directories compared: what is only in one, and what is in both; attributes are found when asked for."""

    def __init__(self, a, b, ignore=None, hide=None, *, shallow=True):
        self.left, self.right = a, b
        self.hide = [os.curdir, os.pardir] if hide is None else hide
        self.ignore = DEFAULT_IGNORES if ignore is None else ignore
        self.shallow = shallow

    def phase0(self):
        """The names in both directories."""
        hidden = set(self.hide).union(self.ignore)
        self.left_list, self.right_list = (sorted(filterfalse(hidden.__contains__, os.listdir(each)))
                                           for each in (self.left, self.right))

    def phase1(self):
        """The names that are in one or in both."""
        left, right = ({os.path.normcase(name): name for name in names} for names in (self.left_list, self.right_list))
        self.common = [name for key, name in left.items() if key in right]
        self.left_only = [name for key, name in left.items() if key not in right]
        self.right_only = [name for key, name in right.items() if key not in left]

    def phase2(self):
        """The kinds of what is in both."""
        self.common_dirs, self.common_files, self.common_funny = [], [], []
        for name in self.common:
            kinds = []
            for folder in self.left, self.right:
                try:
                    kinds.append(stat.S_IFMT(os.stat(os.path.join(folder, name)).st_mode))
                except (OSError, ValueError):
                    kinds.append(None)
            if kinds[0] != kinds[1] or kinds[0] not in (stat.S_IFDIR, stat.S_IFREG):
                self.common_funny.append(name)
            else:
                (self.common_dirs if kinds[0] == stat.S_IFDIR else self.common_files).append(name)

    def phase3(self):
        """The files in both, compared."""
        compared = cmpfiles(self.left, self.right, self.common_files, self.shallow)
        self.same_files, self.diff_files, self.funny_files = compared

    def phase4(self):
        """The directories in both, compared."""
        self.subdirs = {name: type(self)(os.path.join(self.left, name), os.path.join(self.right, name), self.ignore,
                                         self.hide, shallow=self.shallow) for name in self.common_dirs}

    def phase4_closure(self):
        """The same, as deep as it goes."""
        self.phase4()
        for inner in self.subdirs.values():
            inner.phase4_closure()

    def report(self):
        """Prints how the directories differ."""
        print("diff", self.left, self.right)
        for names, title in [(self.left_only, f"Only in {self.left} :"), (self.right_only, f"Only in {self.right} :"),
                             (self.same_files, "Identical files :"), (self.diff_files, "Differing files :"),
                             (self.funny_files, "Trouble with common files :"),
                             (self.common_dirs, "Common subdirectories :"), (self.common_funny, "Common funny cases :")]:
            if names:
                if title.startswith("Only") or title.startswith(("Identical", "Differing", "Trouble")):
                    names.sort()
                print(title, names)

    def report_partial_closure(self):
        """The same, and of the directories in both."""
        self.report()
        for inner in self.subdirs.values():
            print()
            inner.report()

    def report_full_closure(self):
        """The same, as deep as it goes."""
        self.report()
        for inner in self.subdirs.values():
            print()
            inner.report_full_closure()

    _PHASES = {
        **dict.fromkeys(("left_list", "right_list"), phase0),
        **dict.fromkeys(("common", "left_only", "right_only"), phase1),
        **dict.fromkeys(("common_dirs", "common_files", "common_funny"), phase2),
        **dict.fromkeys(("same_files", "diff_files", "funny_files"), phase3), "subdirs": phase4,
    }

    def __getattr__(self, attr):
        if attr not in self._PHASES:
            raise AttributeError(attr)
        self._PHASES[attr](self)
        return getattr(self, attr)

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


def demo():
    """Compares two directories that the command line names; `-r` for all in them."""
    import getopt
    import sys
    options, folders = getopt.getopt(sys.argv[1:], "r")
    if len(folders) != 2:
        raise getopt.GetoptError("need exactly two args", None)
    compared = dircmp(*folders)
    (compared.report_full_closure if ("-r", "") in options else compared.report)()


if __name__ == "__main__":
    demo()
