"""Types of files by the endings of their names."""
import os
import posixpath

__all__ = [
    "knownfiles", "inited", "MimeTypes", "guess_type", "guess_file_type", "guess_all_extensions", "guess_extension",
    "add_type", "init", "read_mime_types", "suffix_map", "encodings_map", "types_map", "common_types",
]

knownfiles = [
    "/etc/mime.types", "/etc/httpd/mime.types", "/etc/httpd/conf/mime.types", "/etc/apache/mime.types",
    "/etc/apache2/mime.types", "/usr/local/etc/httpd/conf/mime.types", "/usr/local/lib/netscape/mime.types",
    "/usr/local/etc/mime.types",
]
inited = False
_db = None

# Each type with the endings that mean it, the usual one first.
_TYPES = """
text/javascript .js .mjs
application/json .json
application/manifest+json .webmanifest
application/msword .doc .dot .wiz
application/n-quads .nq
application/n-triples .nt
application/octet-stream .bin .a .dll .exe .o .obj .so
application/oda .oda
application/pdf .pdf
application/pkcs7-mime .p7c
application/postscript .ps .ai .eps
application/trig .trig
application/vnd.apple.mpegurl .m3u .m3u8
application/vnd.ms-excel .xls .xlb
application/vnd.ms-powerpoint .ppt .pot .ppa .pps .pwz
application/wasm .wasm
application/x-bcpio .bcpio
application/x-cpio .cpio
application/x-csh .csh
application/x-dvi .dvi
application/x-gtar .gtar
application/x-hdf .hdf
application/x-hdf5 .h5
application/x-latex .latex
application/x-mif .mif
application/x-netcdf .cdf .nc
application/x-pkcs12 .p12 .pfx
application/x-pn-realaudio .ram
application/x-python-code .pyc .pyo
application/x-sh .sh
application/x-shar .shar
application/x-shockwave-flash .swf
application/x-sv4cpio .sv4cpio
application/x-sv4crc .sv4crc
application/x-tar .tar
application/x-tcl .tcl
application/x-tex .tex
application/x-texinfo .texi .texinfo
application/x-troff .roff .t .tr
application/x-troff-man .man
application/x-troff-me .me
application/x-troff-ms .ms
application/x-ustar .ustar
application/x-wais-source .src
application/xml .xsl .rdf .wsdl .xpdl
application/zip .zip
audio/3gpp .3gp .3gpp
audio/3gpp2 .3g2 .3gpp2
audio/aac .aac .adts .loas .ass
audio/basic .au .snd
audio/mpeg .mp3 .mp2
audio/opus .opus
audio/x-aiff .aif .aifc .aiff
audio/x-pn-realaudio .ra
audio/x-wav .wav
image/avif .avif
image/bmp .bmp
image/gif .gif
image/ief .ief
image/jpeg .jpg .jpe .jpeg
image/heic .heic
image/heif .heif
image/png .png
image/svg+xml .svg
image/tiff .tiff .tif
image/vnd.microsoft.icon .ico
image/webp .webp
image/x-cmu-raster .ras
image/x-portable-anymap .pnm
image/x-portable-bitmap .pbm
image/x-portable-graymap .pgm
image/x-portable-pixmap .ppm
image/x-rgb .rgb
image/x-xbitmap .xbm
image/x-xpixmap .xpm
image/x-xwindowdump .xwd
message/rfc822 .eml .mht .mhtml .nws
text/css .css
text/csv .csv
text/html .html .htm
text/markdown .md .markdown
text/n3 .n3
text/plain .txt .bat .c .h .ksh .pl .srt
text/richtext .rtx
text/rtf .rtf
text/tab-separated-values .tsv
text/vtt .vtt
text/x-python .py
text/x-rst .rst
text/x-setext .etx
text/x-sgml .sgm .sgml
text/x-vcard .vcf
text/xml .xml
video/mp4 .mp4
video/mpeg .mpeg .m1v .mpa .mpe .mpg
video/quicktime .mov .qt
video/webm .webm
video/x-msvideo .avi
video/x-sgi-movie .movie
"""


def _default_mime_types():
    for line in _TYPES.split("\n"):
        kind, *endings = line.split() or [""]
        yield from dict.fromkeys(endings, kind).items()


_types_map_default = types_map = dict(_default_mime_types())
_common_types_default = common_types = {
    ".rtf": "application/rtf", ".midi": "audio/midi", ".mid": "audio/midi", ".jpg": "image/jpg", ".pict": "image/pict",
    ".pct": "image/pict", ".pic": "image/pict", ".xul": "text/xul",
}
_suffix_map_default = suffix_map = {
    ".svgz": ".svg.gz", ".tgz": ".tar.gz", ".taz": ".tar.gz", ".tz": ".tar.gz", ".tbz2": ".tar.bz2", ".txz": ".tar.xz",
}
_encodings_map_default = encodings_map = {
    ".gz": "gzip", ".Z": "compress", ".bz2": "bzip2", ".xz": "xz", ".br": "br",
}


class MimeTypes:
    """Knows types by endings, and endings by types; those that are not standard are kept apart."""

    def __init__(self, filenames=(), strict=True):
        if not inited:
            init()
        self.encodings_map, self.suffix_map = _encodings_map_default.copy(), _suffix_map_default.copy()
        # Those that are not standard, and those that are.
        self.types_map, self.types_map_inv = ({}, {}), ({}, {})
        for is_standard, known in (True, _types_map_default), (False, _common_types_default):
            for ending, kind in known.items():
                self.add_type(kind, ending, is_standard)
        for name in filenames:
            self.read(name, strict)

    def add_type(self, type, ext, strict=True):
        """Makes an ending mean a type."""
        self.types_map[strict][ext] = type
        endings = self.types_map_inv[strict].setdefault(type, [])
        if ext not in endings:
            endings.append(ext)

    def guess_type(self, url, strict=True):
        """Type and encoding of what an address names, by its ending."""
        import urllib.parse
        url = os.fspath(url)
        parts = urllib.parse.urlparse(url)
        if len(parts.scheme) < 2:
            return self.guess_file_type(url, strict=strict)
        if parts.scheme != "data":
            return self._guess(parts.path, strict, posixpath.splitext)
        head, comma, _ = parts.path.partition(",")
        kind = head.partition(";")[0]
        if not comma:
            return None, None
        return kind if "/" in kind and "=" not in kind else "text/plain", None

    def guess_file_type(self, path, *, strict=True):
        """Type and encoding of a file, by the ending of its name."""
        return self._guess(os.path.splitdrive(os.fsdecode(path))[1], strict, os.path.splitext)

    def _guess(self, path, strict, split):
        base, ending = split(path)
        while ending.lower() in self.suffix_map:
            base, ending = split(base + self.suffix_map[ending.lower()])
        encoding = self.encodings_map.get(ending)
        if encoding is not None:
            base, ending = split(base)
        kind = self.types_map[True].get(ending.lower())
        if kind is None and not strict:
            kind = self.types_map[False].get(ending.lower())
        return kind, encoding

    def guess_all_extensions(self, type, strict=True):
        """The endings that mean a type."""
        known = self.types_map_inv[True].get(type.lower(), [])
        more = [] if strict else self.types_map_inv[False].get(type.lower(), [])
        return list(dict.fromkeys([*known, *more]))

    def guess_extension(self, type, strict=True):
        """The usual ending of a type, or `None`."""
        return next(iter(self.guess_all_extensions(type, strict)), None)

    def read(self, filename, strict=True):
        """Takes types from a file: in each line a type and its endings, without dots."""
        with open(filename, encoding="utf-8") as file:
            self.readfp(file, strict)

    def readfp(self, fp, strict=True):
        """The same from an open file."""
        while line := fp.readline():
            words = line.split()
            comment = next((place for place, word in enumerate(words) if word[0] == "#"), len(words))
            for ending in words[1:comment]:
                self.add_type(words[0], "." + ending, strict)

    def read_windows_registry(self, strict=True):
        """Takes types from the registry of Windows; there is none."""


def init(files=None):
    """Reads the files of the system, and others, which functions of the module then go by."""
    global inited, _db, suffix_map, types_map, encodings_map, common_types
    inited = True
    if files is None or _db is None:
        known = MimeTypes()
        files = knownfiles if files is None else knownfiles + list(files)
    else:
        known = _db
    for name in files:
        if os.path.isfile(name):
            known.read(name)
    encodings_map, suffix_map = known.encodings_map, known.suffix_map
    common_types, types_map = known.types_map
    _db = known


def _known():
    if _db is None:
        init()
    return _db


def guess_type(url, strict=True):
    """Type and encoding of what an address names, by its ending."""
    return _known().guess_type(url, strict)


def guess_file_type(path, *, strict=True):
    """Type and encoding of a file, by the ending of its name."""
    return _known().guess_file_type(path, strict=strict)


def guess_all_extensions(type, strict=True):
    """The endings that mean a type."""
    return _known().guess_all_extensions(type, strict)


def guess_extension(type, strict=True):
    """The usual ending of a type, or `None`."""
    return _known().guess_extension(type, strict)


def add_type(type, ext, strict=True):
    """Makes an ending mean a type."""
    return _known().add_type(type, ext, strict)


def read_mime_types(file):
    """The types in a file by their endings, or `None` if it cannot be read."""
    try:
        with open(file, encoding="utf-8") as opened:
            known = MimeTypes()
            known.readfp(opened, True)
    except OSError:
        return None
    return known.types_map[True]


def _main():
    import argparse
    import sys
    parser = argparse.ArgumentParser(usage="mimetypes.py [options] type")
    parser.add_argument("-e", "--extension", action="store_true", help="guess the extension of a type")
    parser.add_argument("-l", "--lenient", action="store_true", help="common but not standard types too")
    parser.add_argument("type", nargs="*")
    args = parser.parse_args()
    for each in args.type:
        found = guess_extension(each, not args.lenient) if args.extension else guess_type(each, not args.lenient)
        if args.extension:
            print(found or f"I don't know anything about type {each}")
        else:
            print(f"type: {found[0]} encoding: {found[1]}" if found[0] else f"I don't know anything about type {each}")


if __name__ == "__main__":
    _main()
