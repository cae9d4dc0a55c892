"""Translations of messages. Catalogs are not read: messages stay as they are, unless a program brings translations."""
import os

__all__ = [
    "NullTranslations", "GNUTranslations", "Catalog", "bindtextdomain", "find", "translation", "install", "textdomain",
    "dgettext", "dngettext", "gettext", "ngettext", "pgettext", "dpgettext", "npgettext", "dnpgettext",
]


class NullTranslations:
    """Leaves messages as they are, or asks another for them."""

    def __init__(self, fp=None):
        self._info, self._charset, self._fallback = {}, None, None
        if fp is not None:
            self._parse(fp)

    def _parse(self, fp):
        """For derived classes: reads a catalog."""

    def info(self):
        return self._info

    def charset(self):
        return self._charset

    def add_fallback(self, fallback):
        if self._fallback is None:
            self._fallback = fallback
        else:
            self._fallback.add_fallback(fallback)

    def gettext(self, message):
        return self._fallback.gettext(message) if self._fallback else message

    def ngettext(self, msgid1, msgid2, n):
        if self._fallback:
            return self._fallback.ngettext(msgid1, msgid2, n)
        return msgid1 if n == 1 else msgid2

    def pgettext(self, context, message):
        return self._fallback.pgettext(context, message) if self._fallback else message

    def npgettext(self, context, msgid1, msgid2, n):
        if self._fallback:
            return self._fallback.npgettext(context, msgid1, msgid2, n)
        return msgid1 if n == 1 else msgid2

    def install(self, names=None):
        """Makes `_` translate in all modules, and other names too if asked for."""
        import builtins
        builtins._ = self.gettext
        for name in {"gettext", "ngettext", "pgettext", "npgettext"}.intersection(names or ()):
            setattr(builtins, name, getattr(self, name))


class GNUTranslations(NullTranslations):
    """Translations from a catalog; snakelet reads none."""

    def _parse(self, fp):
        raise NotImplementedError("snakelet reads no catalogs of translations")


Catalog = None
_domain = "messages"
_folders = {}


def textdomain(domain=None):
    """Sets the domain of messages, and gives the one that holds."""
    global _domain
    if domain is not None:
        _domain = domain
    return _domain


def bindtextdomain(domain, localedir=None):
    """Sets where the catalogs of a domain are, and gives where."""
    if localedir is not None:
        _folders[domain] = localedir
    import sys
    return _folders.get(domain, os.path.join(sys.base_prefix, "share", "locale"))


def find(domain, localedir=None, languages=None, all=False):
    """The catalog of a domain for the languages, or `None`; with `all` a list of them."""
    if languages is None:
        named = (os.environ.get(name) for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))
        languages = next((value.split(":") for value in named if value), [])
    folder = bindtextdomain(domain) if localedir is None else localedir
    found = []
    for language in languages:
        if language == "C":
            break
        for name in dict.fromkeys([language, language.partition(".")[0], language.partition("_")[0]]):
            place = os.path.join(folder, name, "LC_MESSAGES", f"{domain}.mo")
            if os.path.exists(place):
                found.append(place)
    return found if all else found[0] if found else None


def translation(domain, localedir=None, languages=None, class_=None, fallback=False):
    """The translations of a domain; without a catalog `FileNotFoundError`, or with `fallback` none."""
    files = find(domain, localedir, languages, all=True)
    if not files:
        if fallback:
            return NullTranslations()
        raise FileNotFoundError(2, "No translation file found for domain", domain)
    made = None
    for name in files:
        with open(name, "rb") as file:
            each = (class_ or GNUTranslations)(file)
        if made is None:
            made = each
        else:
            made.add_fallback(each)
    return made


def install(domain, localedir=None, *, names=None):
    """Makes `_` translate messages of a domain."""
    translation(domain, localedir, fallback=True).install(names)


def _of(domain):
    return translation(domain, _folders.get(domain), fallback=True)


def _translating(name, signature):
    """A function that translates by the method of that name; `d` in front of it means that a domain comes first."""
    in_domain = name.startswith("d")
    method = name.removeprefix("d")

    def translate(*args):
        domain, *args = args if in_domain else (_domain, *args)
        return getattr(_of(domain), method)(*args)

    translate.__name__ = translate.__qualname__ = name
    translate.__doc__ = f"{name}({signature}): a message in the language of the user."
    return translate


gettext, dgettext = _translating("gettext", "message"), _translating("dgettext", "domain, message")
ngettext = _translating("ngettext", "msgid1, msgid2, n")
dngettext = _translating("dngettext", "domain, msgid1, msgid2, n")
pgettext, dpgettext = _translating("pgettext", "context, message"), _translating("dpgettext", "domain, context, message")
npgettext = _translating("npgettext", "context, msgid1, msgid2, n")
dnpgettext = _translating("dnpgettext", "domain, context, msgid1, msgid2, n")
