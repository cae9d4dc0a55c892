"""Importing from zip archives, which is not possible here."""

__all__ = ["ZipImportError", "zipimporter"]


class ZipImportError(ImportError):
    """A zip archive that nothing is imported from."""


class zipimporter:
    """Refuses every archive."""

    def __init__(self, path):
        raise ZipImportError(f"snakelet cannot import from zip archives: {path!r}", path=path)
