"""How shutil makes archives and takes them apart."""

import os
import shutil


def make_tarball(base_name, base_dir, compress="gzip", verbose=0, dry_run=0, owner=None, group=None, logger=None,
                 root_dir=None):
    """Make a tar file of a folder; its name is returned."""
    kinds = {None: ("", ""), "gzip": ("gz", ".gz"), "bzip2": ("bz2", ".bz2"), "xz": ("xz", ".xz")}
    if compress not in kinds:
        raise ValueError(f"bad value for 'compress', or compression format not supported : {compress}")
    kind, ending = kinds[compress]
    name = base_name + ".tar" + ending
    _make_folder(name, dry_run, logger)
    if logger is not None:
        logger.info("Creating tar archive")
    user = _number("pwd", "getpwnam", owner)
    team = _number("grp", "getgrnam", group)

    def owned(member):
        if team is not None:
            member.gid, member.gname = team, group
        if user is not None:
            member.uid, member.uname = user, owner
        return member

    if not dry_run:
        import tarfile
        source = base_dir if root_dir is None else os.path.join(root_dir, base_dir)
        with tarfile.open(name, f"w|{kind}") as archive:
            archive.add(source, base_dir, filter=owned)
    return os.path.abspath(name) if root_dir is not None else name


def make_zipfile(base_name, base_dir, verbose=0, dry_run=0, logger=None, owner=None, group=None, root_dir=None):
    """Make a zip file of a folder; its name is returned."""
    import zipfile
    name = base_name + ".zip"
    _make_folder(name, dry_run, logger)
    if logger is not None:
        logger.info("creating '%s' and adding '%s' to it", name, base_dir)
    if not dry_run:
        source = base_dir if root_dir is None else os.path.join(root_dir, base_dir)
        start = os.path.normpath(source)
        inside = os.path.normpath(base_dir)
        with zipfile.ZipFile(name, "w", compression=zipfile.ZIP_DEFLATED) as archive:
            if inside != os.curdir:
                archive.write(start, inside)
            for folder, folders, files in os.walk(start):
                below = os.path.relpath(folder, start)
                at = inside if below == os.curdir else os.path.normpath(os.path.join(inside, below))
                for each in sorted(folders) + [file for file in files if os.path.isfile(os.path.join(folder, file))]:
                    path = os.path.join(folder, each)
                    archive.write(path, os.path.normpath(os.path.join(at, each)))
                    if logger is not None:
                        logger.info("adding '%s'", path)
    return os.path.abspath(name) if root_dir is not None else name


def _make_folder(name, dry_run, logger):
    folder = os.path.dirname(name)
    if folder and not os.path.exists(folder):
        if logger is not None:
            logger.info("creating %s", folder)
        if not dry_run:
            os.makedirs(folder)


def _number(module, function, name):
    """The number of a user or a group; None if nobody knows it."""
    if name is None:
        return None
    try:
        return getattr(__import__(module), function)(name)[2]
    except (ImportError, KeyError):
        return None


def unpack_zipfile(filename, extract_dir):
    """Take a zip file apart; what would land elsewhere is left out."""
    import zipfile
    if not zipfile.is_zipfile(filename):
        raise shutil.ReadError(f"{filename} is not a zip file")
    with zipfile.ZipFile(filename) as archive:
        for info in archive.infolist():
            name = info.filename
            if name.startswith("/") or ".." in name:
                continue
            target = os.path.join(extract_dir, *name.split("/"))
            if target:
                os.makedirs(os.path.dirname(target), exist_ok=True)
            if not name.endswith("/"):
                with archive.open(name, "r") as source, open(target, "wb") as file:
                    shutil.copyfileobj(source, file)


def unpack_tarfile(filename, extract_dir, *, filter=None):
    """Take a tar file apart, whatever compressed it."""
    import tarfile
    try:
        archive = tarfile.open(filename)
    except tarfile.TarError:
        raise shutil.ReadError(f"{filename} is not a compressed or uncompressed tar file") from None
    with archive:
        archive.extractall(extract_dir, filter=filter)
